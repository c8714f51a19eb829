/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which files are one filing, and which is a re-issue of which: from what is known of each file, and as the views say it. */
#include "history/holdings.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "tests/history/spelling.h"
#include "tests/schema/store_file.h"

Suite *holdings_suite(void);

/* What a file is known by. `tables` are letters, one a table. */
typedef struct {
    const char *file, *form, *issued, *tables;
    int claims;
    const char *department; /* NULL: the same as the others */
    Scope scope;
} File;

#define FORM "form-a"
#define FILES_MAX 5

/*
 * Files in the order they came in, and the filings that they are: "version: files", with * for the one that counts, and
 * behind each file t for its tables and n for its narrative.
 */
static const struct {
    const char *why;
    bool any_order; /* the same whatever the order */
    File files[FILES_MAX];
    const char *filings;
} cases[] = {
    {"one file", true, {{"a", FORM, "", "xyz", 40, NULL, 0}}, "1*: a(tn)\n"},
    {"tables and narrative", true,
     {{"a-说明", "narrative", "2024-03-01", "", 40, NULL, 0}, {"b-表", FORM, "", "xyz", 0, NULL, 0}}, "1*: b-表(tn) a-说明(n)\n"},
    {"tables with a remark, and the narrative", true,
     {{"b-表", FORM, "", "xyz", 2, NULL, 0}, {"a-说明", "narrative", "", "", 3, NULL, 0}}, "1*: b-表(tn) a-说明(n)\n"},
    {"a table a file, and the narrative", true,
     {{"3", FORM, "", "z", 0, NULL, 0}, {"1", FORM, "", "x", 0, NULL, 0}, {"0", "narrative", "", "", 9, NULL, 0},
      {"2", FORM, "", "y", 1, NULL, 0}},
     "1*: 1(tn) 2(tn) 3(tn) 0(n)\n"},
    {"a narrative alone", true, {{"a", "narrative", "", "", 9, NULL, 0}}, "1*: a(n)\n"},
    {"a re-issue of a whole file", false, {{"a", FORM, "", "xyz", 40, NULL, 0}, {"b", FORM, "", "xyz", 41, NULL, 0}},
     "1: a(tn)\n2*: b(tn)\n"},
    {"the date printed goes before the order of import", true,
     {{"b", FORM, "2024-05-01", "xyz", 41, NULL, 0}, {"a", FORM, "2024-03-01", "xyz", 40, NULL, 0}}, "1: a(tn)\n2*: b(tn)\n"},
    {"one date says nothing", false, {{"b", FORM, "2024-05-01", "x", 9, NULL, 0}, {"a", FORM, "", "x", 9, NULL, 0}},
     "1: b(tn)\n2*: a(tn)\n"},
    {"the tables alone are re-issued: the text stays", false,
     {{"a", FORM, "", "xyz", 40, NULL, 0}, {"b", FORM, "", "xy", 0, NULL, 0}}, "1: a(t)\n2*: b(tn) a(n)\n"},
    {"the text alone is re-issued: the tables stay", false,
     {{"a", FORM, "", "xyz", 40, NULL, 0}, {"b", "narrative", "", "", 40, NULL, 0}}, "1: a(n)\n2*: a(t) b(n)\n"},
    {"two files, each re-issued", false,
     {{"表1", FORM, "", "xy", 0, NULL, 0}, {"文1", "narrative", "", "", 9, NULL, 0}, {"表2", FORM, "", "xy", 0, NULL, 0},
      {"文2", "narrative", "", "", 9, NULL, 0}},
     "1: 表1(tn) 文1(n)\n2*: 表2(tn) 文2(n)\n"},
    {"what was superseded does not come back", false,
     {{"a", FORM, "", "y", 0, NULL, 0}, {"b", FORM, "", "xy", 0, NULL, 0}, {"c", FORM, "", "x", 0, NULL, 0}},
     "1: a(tn)\n2: b(tn)\n3*: c(tn)\n"},
    {"another form's tables of the same meaning", false, {{"a", FORM, "", "xy", 0, NULL, 0}, {"b", "form-b", "", "y", 0, NULL, 0}},
     "1: a(tn)\n2*: b(tn)\n"},
    {"a unit's and its department's are two filings", true,
     {{"a", FORM, "", "xy", 9, NULL, SCOPE_DEPARTMENT}, {"b", FORM, "", "xy", 9, NULL, SCOPE_UNIT}}, "1*: a(tn)\n1*: b(tn)\n"},
    {"a unit's text does not explain the department's tables", true,
     {{"a", FORM, "", "xy", 0, NULL, SCOPE_DEPARTMENT}, {"b", "narrative", "", "", 9, NULL, SCOPE_UNIT}}, "1*: a(tn)\n1*: b(n)\n"},
    {"tidy files are joined with nothing", true,
     {{"a", "tidy", "", "tidy", 0, NULL, 0}, {"b", "tidy", "", "tidy", 0, NULL, 0}, {"c", "narrative", "", "", 9, NULL, 0}},
     "1*: a(tn)\n1*: b(tn)\n1*: c(n)\n"},
    {"spellings of one department", true,
     {{"a", FORM, "", "xy", 0, "虚构区财政局", 0}, {"b", "narrative", "", "", 9, "示例市虚构区财政局", 0}}, "1*: a(tn) b(n)\n"},
    {"a spelling of two departments", true,
     {{"a", FORM, "", "xy", 0, "示例市虚构区财政局", 0}, {"b", FORM, "", "xy", 0, "某某市虚构区财政局", 0},
      {"c", "narrative", "", "", 9, "虚构区财政局", 0}},
     "1*: b(tn)\n1*: a(tn)\n1*: c(n)\n"},
    {"files that hold nothing of a form are its issues", false, {{"a", FORM, "", "", 0, NULL, 0}, {"b", FORM, "", "", 0, NULL, 0}},
     "1: a(tn)\n2*: b(tn)\n"},
};

static FilingEntry *entry_from_file(const File *file, gint64 id)
{
    FilingEntry *entry = g_new0(FilingEntry, 1);
    entry->id = id;
    entry->department = g_strdup(file->department != NULL ? file->department : "虚构县图书馆");
    entry->fiscal_year = 2024;
    entry->scope = file->scope;
    entry->form = g_strdup(file->form);
    entry->issued = g_strdup(file->issued);
    entry->file = g_strdup(file->file);
    entry->sha256 = g_strdup(file->file);
    entry->came = g_strdup_printf("%02d", (int)id);
    entry->claims = file->claims;
    entry->tables = (int)strlen(file->tables);
    entry->read_tables = g_new0(char *, strlen(file->tables) + 1);
    for (gsize i = 0; file->tables[i] != '\0'; i++)
        entry->read_tables[i] = g_strndup(file->tables + i, 1);
    return entry;
}

static char *spell_holdings(const Holdings *holdings)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < holdings->filings->len; i++) {
        const HeldFiling *held = g_ptr_array_index(holdings->filings, i);
        g_string_append_printf(out, "%d%s:", held->version, held->latest ? "*" : "");
        for (guint k = 0; k < held->parts->len; k++) {
            const Part *part = g_ptr_array_index(held->parts, k);
            g_string_append_printf(out, " %s(%s%s)", part->entry->file, part->tables ? "t" : "", part->narrative ? "n" : "");
        }
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

static void check_case(int index, bool reversed)
{
    g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func((GDestroyNotify)filing_entry_free);
    gsize count = 0;
    while (count < FILES_MAX && cases[index].files[count].file != NULL)
        count++;
    for (gsize i = 0; i < count; i++)
        g_ptr_array_add(entries, entry_from_file(&cases[index].files[reversed ? count - 1 - i : i], (gint64)i + 1));
    g_autoptr(Holdings) holdings = holdings_from_entries(entries, NULL, NULL);
    g_autofree char *spelt = spell_holdings(holdings);
    check_spelling(cases[index].why, spelt, cases[index].filings);
}

START_TEST(filings_of_files)
{
    check_case(_i, false);
}
END_TEST

/* The tidy files keep the order they came in, which is told by their names here. */
START_TEST(in_any_order)
{
    if (cases[_i].any_order && strstr(cases[_i].why, "tidy") == NULL)
        check_case(_i, true);
}
END_TEST

START_TEST(what_is_told_of_a_filing)
{
    static const File files[] = {{"b", "narrative", "2024-03-01", "", 9, NULL, 0}, {"a", FORM, "", "xyz", 1, NULL, 0}};
    g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func((GDestroyNotify)filing_entry_free);
    for (gsize i = 0; i < G_N_ELEMENTS(files); i++)
        g_ptr_array_add(entries, entry_from_file(&files[i], (gint64)i + 7));
    ((FilingEntry *)g_ptr_array_index(entries, 0))->doubts = 2;
    ((FilingEntry *)g_ptr_array_index(entries, 1))->cells = 30;
    g_autoptr(Holdings) holdings = holdings_from_entries(entries, NULL, NULL);
    const HeldFiling *held = holdings_find(holdings, 7);
    ck_assert_ptr_eq(held, holdings_find(holdings, 8));
    ck_assert_ptr_null(holdings_find(holdings, 9));
    ck_assert(held->id == 8 && held->tables == 3 && held->cells == 30 && held->claims == 10 && held->doubts == 2);
    ck_assert_str_eq(held->form, FORM);
    ck_assert_str_eq(held->issued, "2024-03-01");
    g_autofree char *names = held_filing_files(held, "|");
    ck_assert_str_eq(names, "a|b");
    ck_assert_ptr_eq(g_ptr_array_index((GPtrArray *)holdings_of_body(holdings, held->body), 0), held);
    holdings_free(NULL);
}
END_TEST

/* --- the views say the same --------------------------------------------------------------------------------------- */

/* A file of random tables and claims, in the store. Its year keeps it apart from those of other rounds. */
static void save_random(Store *store, GRand *rand, int year, int number)
{
    g_autoptr(GPtrArray) saved = g_ptr_array_new_with_free_func((GDestroyNotify)filing_free);
    Filing *filing = filing_new();
    g_ptr_array_add(saved, filing);
    g_autofree char *file = g_strdup_printf("%d-%d", g_rand_int_range(rand, 0, 10), number);
    g_autofree char *sha256 = g_strdup_printf("%d-%d", year, number);
    bool narrative = g_rand_int_range(rand, 0, 3) == 0;
    sample_set(&filing->department, "虚构县图书馆");
    sample_set(&filing->form, narrative ? FORM_NARRATIVE : "form-a");
    sample_set(&filing->file, file);
    sample_set(&filing->sha256, sha256);
    filing->fiscal_year = year;
    if (g_rand_boolean(rand)) {
        g_autofree char *issued = g_strdup_printf("2024-0%d-01", g_rand_int_range(rand, 1, 5));
        sample_set(&filing->issued, issued);
    }
    int first = g_rand_int_range(rand, 0, 4);
    for (int i = first; !narrative && i < first + g_rand_int_range(rand, 1, 4); i++) {
        Table *table = table_new();
        g_autofree char *name = g_strdup_printf("%d", i);
        sample_set(i == 2 ? &table->title : &table->form_table, name);
        table->state = i == first ? TABLE_READ : (TableState)g_rand_int_range(rand, 0, 4);
        g_ptr_array_add(filing->tables, table);
    }
    for (int i = narrative ? 3 : g_rand_int_range(rand, 0, 5); i > 0; i--)
        g_ptr_array_add(filing->claims, claim_new());
    ck_assert(store_save_filings(store, saved, NULL));
}

#define ROUNDS 150

START_TEST(the_views_agree)
{
    g_autofree char *path = scratch_path("a.db");
    g_autoptr(Store) store = open_or_fail(path, STORE_WRITE);
    g_autoptr(GRand) rand = g_rand_new_with_seed(7);
    for (int round = 0; round < ROUNDS; round++)
        for (int number = g_rand_int_range(rand, 1, 6); number > 0; number--)
            save_random(store, rand, 1800 + round, number);
    g_autoptr(Holdings) holdings = holdings_from_store(store, NULL);
    sqlite3 *db = NULL;
    sqlite3_stmt *ask = NULL;
    ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
    const char *sql = "SELECT p.filing_id, p.tables, p.narrative, f.filing, f.latest FROM parts AS p JOIN filings AS f ON f.id = p.filing_id";
    ck_assert_int_eq(sqlite3_prepare_v2(db, sql, -1, &ask, NULL), SQLITE_OK);
    guint asked = 0;
    guint joined = 0;
    while (sqlite3_step(ask) == SQLITE_ROW) {
        gint64 id = sqlite3_column_int64(ask, 0);
        const HeldFiling *held = holdings_find(holdings, id);
        bool tables = false;
        bool narrative = false;
        const FilingEntry *entry = NULL;
        for (guint i = 0; i < held->parts->len; i++) {
            const Part *part = g_ptr_array_index(held->parts, i);
            if (part->entry->id != id)
                continue;
            entry = part->entry;
            tables = held->latest && part->tables;
            narrative = held->latest && part->narrative;
        }
        bool text_only = strcmp(entry->form, FORM_NARRATIVE) == 0;
        asked++;
        joined += held->parts->len > 1;
        if (!text_only)
            ck_assert_msg((sqlite3_column_int(ask, 1) != 0) == tables, "%d: tables of %d", entry->fiscal_year, (int)id);
        if (text_only || entry->claims >= NARRATIVE_CLAIMS_LEAST)
            ck_assert_msg((sqlite3_column_int(ask, 2) != 0) == narrative, "%d: text of %d", entry->fiscal_year, (int)id);
        ck_assert_msg((sqlite3_column_int(ask, 4) != 0) == (text_only ? narrative : tables), "%d: latest", entry->fiscal_year);
        if (held->latest)
            ck_assert_msg(sqlite3_column_int64(ask, 3) == held->id, "%d: filing of %d", entry->fiscal_year, (int)id);
    }
    sqlite3_finalize(ask);
    sqlite3_close(db);
    ck_assert_uint_eq(asked, holdings->entries->len);
    ck_assert_msg(joined > ROUNDS / 2, "%u joined", joined);
}
END_TEST

Suite *holdings_suite(void)
{
    Suite *suite = suite_create("holdings");
    TCase *files = tcase_create("files");
    tcase_add_loop_test(files, filings_of_files, 0, G_N_ELEMENTS(cases));
    tcase_add_loop_test(files, in_any_order, 0, G_N_ELEMENTS(cases));
    tcase_add_test(files, what_is_told_of_a_filing);
    suite_add_tcase(suite, files);
    TCase *views = tcase_create("views");
    tcase_add_checked_fixture(views, scratch_set_up, scratch_tear_down);
    tcase_set_timeout(views, 60);
    tcase_add_test(views, the_views_agree);
    suite_add_tcase(suite, views);
    return suite;
}
