/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>

#include "schema/error.h"
#include "tests/schema/store_file.h"

Suite *store_filing_suite(void);

static Store *store;

static void set_up(void)
{
    scratch_set_up();
    g_autofree char *path = scratch_path("a.db");
    g_autoptr(GError) error = NULL;
    store = store_open(path, STORE_WRITE, &error);
    ck_assert_msg(store != NULL, "%s", error != NULL ? error->message : "");
}

static void tear_down(void)
{
    g_clear_pointer(&store, store_close);
    scratch_tear_down();
}

static gint64 save(GPtrArray *filings)
{
    g_autoptr(GError) error = NULL;
    ck_assert_msg(store_save_filings(store, filings, &error), "%s", error != NULL ? error->message : "");
    return ((Filing *)g_ptr_array_index(filings, 0))->id;
}

static Filing *load(gint64 id, bool with_pages)
{
    g_autoptr(GError) error = NULL;
    Filing *filing = store_filing(store, id, with_pages, &error);
    ck_assert_msg(filing != NULL, "%s", error != NULL ? error->message : "");
    return filing;
}

#define SAME_TEXT(a, b, field) ck_assert_str_eq((a)->field, (b)->field)
#define SAME_NUMBER(a, b, field) ck_assert_int_eq((gint64)(a)->field, (gint64)(b)->field)
#define SAME_AMOUNT(a, b, field) \
    do {                         \
        SAME_NUMBER(a, b, field.fen);  \
        SAME_NUMBER(a, b, field.step); \
    } while (0)
#define SAME_RATE(a, b, field) \
    do {                       \
        SAME_NUMBER(a, b, field.value); \
        SAME_NUMBER(a, b, field.step);  \
    } while (0)

static void same_rows(const Row *a, const Row *b)
{
    SAME_NUMBER(a, b, side);
    SAME_NUMBER(a, b, parent);
    SAME_NUMBER(a, b, level);
    SAME_TEXT(a, b, code);
    SAME_TEXT(a, b, subject);
    SAME_TEXT(a, b, label);
    SAME_TEXT(a, b, path);
    SAME_TEXT(a, b, project);
    SAME_TEXT(a, b, measure);
    SAME_NUMBER(a, b, direction);
    SAME_NUMBER(a, b, fund);
    SAME_NUMBER(a, b, page);
    SAME_NUMBER(a, b, line);
}

static void same_tables(const Table *a, const Table *b)
{
    SAME_TEXT(a, b, form_table);
    SAME_TEXT(a, b, title);
    SAME_TEXT(a, b, note);
    SAME_NUMBER(a, b, state);
    SAME_NUMBER(a, b, page);
    SAME_NUMBER(a, b, line);
    SAME_NUMBER(a, b, unit);
    SAME_NUMBER(a, b, columns->len);
    SAME_NUMBER(a, b, rows->len);
    SAME_NUMBER(a, b, cells->len);
    for (guint i = 0; i < a->columns->len; i++) {
        const Column *x = table_column(a, (int)i);
        const Column *y = table_column(b, (int)i);
        SAME_TEXT(x, y, path);
        SAME_NUMBER(x, y, number);
        SAME_NUMBER(x, y, direction);
        SAME_NUMBER(x, y, fund);
        SAME_TEXT(x, y, measure);
    }
    for (guint i = 0; i < a->rows->len; i++)
        same_rows(table_row(a, (int)i), table_row(b, (int)i));
    for (guint i = 0; i < a->cells->len; i++) {
        const Cell *x = &g_array_index(a->cells, Cell, i);
        const Cell *y = &g_array_index(b->cells, Cell, i);
        SAME_NUMBER(x, y, row);
        SAME_NUMBER(x, y, column);
        SAME_AMOUNT(x, y, amount);
        SAME_NUMBER(x, y, proof);
        SAME_TEXT(x, y, alternatives);
    }
}

/* Values that a claim does not say have no meaning: only said ones are compared. */
static void same_claims(const Claim *a, const Claim *b)
{
    SAME_NUMBER(a, b, page);
    SAME_NUMBER(a, b, line);
    SAME_TEXT(a, b, section);
    SAME_TEXT(a, b, subject);
    SAME_TEXT(a, b, code);
    SAME_NUMBER(a, b, direction);
    SAME_NUMBER(a, b, fund);
    SAME_TEXT(a, b, measure);
    SAME_NUMBER(a, b, has_amount);
    SAME_NUMBER(a, b, has_share);
    SAME_NUMBER(a, b, has_change);
    SAME_NUMBER(a, b, has_growth);
    SAME_NUMBER(a, b, has_base);
    SAME_NUMBER(a, b, has_completion);
    if (a->has_amount)
        SAME_AMOUNT(a, b, amount);
    if (a->has_change)
        SAME_AMOUNT(a, b, change);
    if (a->has_base)
        SAME_AMOUNT(a, b, base);
    if (a->has_share)
        SAME_RATE(a, b, share);
    if (a->has_growth)
        SAME_RATE(a, b, growth);
    if (a->has_completion)
        SAME_RATE(a, b, completion);
    SAME_TEXT(a, b, share_of);
    SAME_NUMBER(a, b, growth_is_times);
    SAME_NUMBER(a, b, growth_bare);
    SAME_NUMBER(a, b, against);
    SAME_NUMBER(a, b, turn);
    SAME_TEXT(a, b, turn_words);
    SAME_TEXT(a, b, reason);
    SAME_TEXT(a, b, text);
}

static void same_sums(const Filing *a, const Filing *b)
{
    SAME_NUMBER(a, b, sums->len);
    for (guint i = 0; i < a->sums->len; i++) {
        const Sum *x = g_ptr_array_index(a->sums, i);
        const Sum *y = g_ptr_array_index(b->sums, i);
        SAME_NUMBER(x, y, whole);
        SAME_NUMBER(x, y, parts->len);
        for (guint k = 0; k < x->parts->len; k++)
            ck_assert_int_eq(g_array_index(x->parts, int, k), g_array_index(y->parts, int, k));
    }
}

static void same_particulars(const Filing *a, const Filing *b)
{
    SAME_NUMBER(a, b, staff->len);
    SAME_NUMBER(a, b, items->len);
    SAME_NUMBER(a, b, targets->len);
    SAME_NUMBER(a, b, names->len);
    SAME_NUMBER(a, b, doubts->len);
    for (guint i = 0; i < a->staff->len; i++) {
        const Staff *x = g_ptr_array_index(a->staff, i);
        const Staff *y = g_ptr_array_index(b->staff, i);
        ck_assert(g_str_equal(x->kind, y->kind) && x->count == y->count && x->has_change == y->has_change);
        ck_assert(x->change == y->change && x->page == y->page && x->line == y->line && g_str_equal(x->text, y->text));
    }
    for (guint i = 0; i < a->items->len; i++) {
        const Item *x = g_ptr_array_index(a->items, i);
        const Item *y = g_ptr_array_index(b->items, i);
        SAME_AMOUNT(x, y, amount);
        ck_assert(g_str_equal(x->kind, y->kind) && g_str_equal(x->label, y->label) && x->is_money == y->is_money);
        ck_assert(x->page == y->page && x->line == y->line && g_str_equal(x->text, y->text));
    }
    for (guint i = 0; i < a->targets->len; i++) {
        const Target *x = g_ptr_array_index(a->targets, i);
        const Target *y = g_ptr_array_index(b->targets, i);
        ck_assert(g_str_equal(x->kind, y->kind) && g_str_equal(x->name, y->name) && g_str_equal(x->value, y->value));
        ck_assert(x->has_weight == y->has_weight && x->weight == y->weight && x->page == y->page && x->line == y->line);
    }
    for (guint i = 0; i < a->names->len; i++) {
        const PrintedName *x = g_ptr_array_index(a->names, i);
        const PrintedName *y = g_ptr_array_index(b->names, i);
        ck_assert(g_str_equal(x->name, y->name) && g_str_equal(x->where, y->where));
        ck_assert(x->page == y->page && x->line == y->line);
    }
    for (guint i = 0; i < a->doubts->len; i++) {
        const Doubt *x = g_ptr_array_index(a->doubts, i);
        const Doubt *y = g_ptr_array_index(b->doubts, i);
        ck_assert(g_str_equal(x->table, y->table) && g_str_equal(x->text, y->text) && g_str_equal(x->why, y->why));
        ck_assert(x->page == y->page && x->line == y->line);
    }
}

static void same_evidence(const Filing *a, const Filing *b)
{
    SAME_NUMBER(a, b, evidence->len);
    for (guint i = 0; i < a->evidence->len; i++) {
        const IdentityEvidence *x = g_ptr_array_index(a->evidence, i);
        const IdentityEvidence *y = g_ptr_array_index(b->evidence, i);
        SAME_TEXT(x, y, what);
        SAME_TEXT(x, y, text);
        SAME_NUMBER(x, y, page);
        SAME_NUMBER(x, y, line);
    }
}

static void same_filings(const Filing *a, const Filing *b)
{
    SAME_NUMBER(a, b, id);
    SAME_TEXT(a, b, file);
    SAME_TEXT(a, b, sha256);
    SAME_TEXT(a, b, encoding);
    SAME_NUMBER(a, b, bytes);
    SAME_TEXT(a, b, department);
    SAME_NUMBER(a, b, fiscal_year);
    SAME_NUMBER(a, b, kind);
    SAME_NUMBER(a, b, scope);
    SAME_TEXT(a, b, form);
    SAME_TEXT(a, b, issued);
    SAME_NUMBER(a, b, tables->len);
    SAME_NUMBER(a, b, claims->len);
    for (guint i = 0; i < a->tables->len; i++)
        same_tables(g_ptr_array_index(a->tables, i), g_ptr_array_index(b->tables, i));
    for (guint i = 0; i < a->claims->len; i++)
        same_claims(g_ptr_array_index(a->claims, i), g_ptr_array_index(b->claims, i));
    same_sums(a, b);
    same_particulars(a, b);
    same_evidence(a, b);
}

START_TEST(comes_back_the_same)
{
    g_autoptr(GPtrArray) saved = sample_file("虚构县图书馆", 2024, "a");
    gint64 id = save(saved);
    ck_assert_int_gt(id, 0);
    g_autoptr(Filing) without = load(id, false);
    same_filings(g_ptr_array_index(saved, 0), without);
    ck_assert_msg(without->pages->len == 0, "pages are loaded only when asked for");
    g_autoptr(Filing) with = load(id, true);
    same_filings(g_ptr_array_index(saved, 0), with);
    ck_assert_uint_eq(with->pages->len, 2);
    ck_assert_str_eq(g_ptr_array_index(with->pages, 0), "第一页\n\n合计 1183.05\n");
    ck_assert_str_eq(g_ptr_array_index(with->pages, 1), "");
    ck_assert_uint_eq(without->sources->len, 1);
    const Source *source = g_ptr_array_index(without->sources, 0);
    ck_assert(source->id == id && source->first_page == 1 && source->page_count == 2 && source->bytes == 43210);
    ck_assert_str_eq(source->file, "虚构-预算.txt");
    ck_assert_str_eq(source->sha256, without->sha256);
}
END_TEST

/* The same after the store was closed and opened for reading. */
START_TEST(comes_back_the_same_later)
{
    g_autoptr(GPtrArray) saved = sample_file("虚构县图书馆", 2024, "a");
    gint64 id = save(saved);
    g_clear_pointer(&store, store_close);
    g_autofree char *path = scratch_path("a.db");
    store = store_open(path, STORE_READ, NULL);
    ck_assert_ptr_nonnull(store);
    ck_assert_str_eq(store_path(store), path);
    g_autoptr(Filing) loaded = load(id, true);
    same_filings(g_ptr_array_index(saved, 0), loaded);
    g_autoptr(GPtrArray) more = sample_file("虚构县图书馆", 2025, "b");
    g_autoptr(GError) error = NULL;
    ck_assert(!store_save_filings(store, more, &error));
    ck_assert_msg(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_STORE), "a store opened for reading stays as it is");
}
END_TEST

START_TEST(bare_filing)
{
    g_autoptr(GPtrArray) saved = g_ptr_array_new_with_free_func((GDestroyNotify)filing_free);
    Filing *filing = filing_new();
    sample_set(&filing->department, "某");
    g_ptr_array_add(saved, filing);
    gint64 id = save(saved);
    g_autoptr(Filing) loaded = load(id, true);
    same_filings(filing, loaded);
    ck_assert_uint_eq(loaded->pages->len, 0);
}
END_TEST

/* Texts and figures at the ends of what they can be. */
START_TEST(extremes)
{
    g_autoptr(GPtrArray) saved = sample_file("'); DROP TABLE filing; --\n\t\"𠮷\"", G_MAXINT, "x");
    Filing *filing = g_ptr_array_index(saved, 0);
    filing->bytes = G_MAXINT64;
    Table *table = g_ptr_array_index(filing->tables, 0);
    g_array_index(table->cells, Cell, 0).amount = (Amount){G_MININT64, G_MAXINT64};
    Claim *claim = g_ptr_array_index(filing->claims, 0);
    claim->amount = (Amount){G_MININT64, G_MAXINT64};
    claim->change = (Amount){0, 0}; /* 持平: known from words */
    claim->share = (Rate){G_MAXINT64, 1};
    claim->growth = (Rate){G_MININT64, 100 * RATE_PERCENT};
    g_autofree char *text = g_strnfill(200000, 'x'); /* more than a page of the store */
    sample_set(&claim->text, text);
    gint64 id = save(saved);
    g_autoptr(Filing) loaded = load(id, false);
    same_filings(filing, loaded);
}
END_TEST

START_TEST(no_such_filing)
{
    g_autoptr(GPtrArray) saved = sample_file("虚构县图书馆", 2024, "a");
    gint64 id = save(saved);
    static const gint64 offsets[] = {1, -1, 1000000};
    for (gsize i = 0; i < G_N_ELEMENTS(offsets); i++) {
        g_autoptr(GError) error = NULL;
        ck_assert_ptr_null(store_filing(store, id + offsets[i], true, &error));
        ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE));
    }
}
END_TEST

START_TEST(single_pages)
{
    g_autoptr(GPtrArray) saved = sample_file("虚构县图书馆", 2024, "a");
    gint64 id = save(saved);
    g_autoptr(GError) error = NULL;
    g_autofree char *first = store_page(store, id, 1, &error);
    ck_assert_str_eq(first, "第一页\n\n合计 1183.05\n");
    g_autofree char *second = store_page(store, id, 2, &error);
    ck_assert_str_eq(second, "");
    ck_assert_ptr_null(error);
    static const int absent[] = {0, 3, -1};
    for (gsize i = 0; i < G_N_ELEMENTS(absent); i++) {
        ck_assert_ptr_null(store_page(store, id, absent[i], &error));
        ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE));
        g_clear_error(&error);
    }
}
END_TEST

/* What is saved, in this order, and how it is listed. */
static const struct {
    const char *department;
    int year;
    Kind kind;
    Scope scope;
    const char *form, *bytes;
    int version;
} issues[] = {
    {"甲局", 2024, KIND_BUDGET, SCOPE_DEPARTMENT, "form-a", "1", 1},
    {"甲局", 2024, KIND_BUDGET, SCOPE_DEPARTMENT, "form-a", "2", 2},
    {"甲局", 2024, KIND_BUDGET, SCOPE_DEPARTMENT, "form-a", "3", 3},
    {"甲局", 2024, KIND_BUDGET, SCOPE_DEPARTMENT, "form-b", "4", 1}, /* another form is another document */
    {"甲局", 2024, KIND_BUDGET, SCOPE_UNIT, "form-a", "5", 1},
    {"甲局", 2024, KIND_ACCOUNTS, SCOPE_DEPARTMENT, "form-a", "6", 1},
    {"甲局", 2025, KIND_BUDGET, SCOPE_DEPARTMENT, "form-a", "7", 1},
    {"甲局乙所", 2024, KIND_BUDGET, SCOPE_DEPARTMENT, "form-a", "8", 1},
};

START_TEST(versions)
{
    gint64 ids[G_N_ELEMENTS(issues)];
    for (gsize i = 0; i < G_N_ELEMENTS(issues); i++) {
        g_autoptr(GPtrArray) file = sample_file(issues[i].department, issues[i].year, issues[i].bytes);
        Filing *filing = g_ptr_array_index(file, 0);
        filing->kind = issues[i].kind;
        filing->scope = issues[i].scope;
        sample_set(&filing->form, issues[i].form);
        ids[i] = save(file);
        for (gsize k = 0; k < i; k++)
            ck_assert_msg(ids[k] != ids[i], "ids are never used twice");
    }
    g_autoptr(GPtrArray) entries = store_filings(store, NULL);
    ck_assert_uint_eq(entries->len, G_N_ELEMENTS(issues));
    guint listed = 0;
    for (guint e = 0; e < entries->len; e++)
        for (gsize i = 0; i < G_N_ELEMENTS(issues); i++) {
            const FilingEntry *entry = g_ptr_array_index(entries, e);
            if (entry->id != ids[i])
                continue;
            listed++;
            ck_assert_str_eq(entry->department, issues[i].department);
            ck_assert_str_eq(entry->form, issues[i].form);
            ck_assert_int_eq(entry->fiscal_year, issues[i].year);
            ck_assert_int_eq(entry->kind, issues[i].kind);
            ck_assert_int_eq(entry->scope, issues[i].scope);
            ck_assert_msg(entry->version == issues[i].version, "issue %" G_GSIZE_FORMAT ": version %d", i, entry->version);
        }
    ck_assert_uint_eq(listed, entries->len);
    /* By department, year, kind, scope, form, version. */
    const gint64 order[] = {ids[0], ids[1], ids[2], ids[3], ids[4], ids[5], ids[6], ids[7]};
    for (guint e = 0; e < entries->len; e++)
        ck_assert_int_eq(((const FilingEntry *)g_ptr_array_index(entries, e))->id, order[e]);
}
END_TEST

START_TEST(entry_counts)
{
    g_autoptr(GPtrArray) none = store_filings(store, NULL);
    ck_assert_uint_eq(none->len, 0);
    g_autoptr(GPtrArray) saved = sample_file("虚构县图书馆", 2024, "a");
    save(saved);
    g_autoptr(GPtrArray) entries = store_filings(store, NULL);
    const FilingEntry *entry = g_ptr_array_index(entries, 0);
    ck_assert_msg(entry->tables == 1, "a missing table is none: %d", entry->tables);
    ck_assert_int_eq(entry->cells, 4);
    ck_assert_int_eq(entry->claims, 3);
    ck_assert_int_eq(entry->doubts, 1);
    ck_assert_uint_eq(g_strv_length(entry->read_tables), 1);
    ck_assert_str_eq(entry->read_tables[0], "expenditure");
    ck_assert_str_eq(entry->file, "虚构-预算.txt");
    ck_assert_str_eq(entry->issued, "2024-02-20");
    filing_entry_free(NULL);
}
END_TEST

START_TEST(same_source)
{
    g_autoptr(GPtrArray) saved = sample_file("虚构县图书馆", 2024, "a");
    const Filing *filing = g_ptr_array_index(saved, 0);
    g_autofree char *file = NULL;
    g_autoptr(GError) error = NULL;
    ck_assert(!store_knows_source(store, filing->sha256, &file, &error));
    ck_assert(file == NULL && error == NULL);
    save(saved);
    ck_assert(store_knows_source(store, filing->sha256, &file, &error));
    ck_assert_str_eq(file, "虚构-预算.txt");
    ck_assert(store_knows_source(store, filing->sha256, NULL, &error));
    ck_assert(!store_knows_source(store, "", NULL, &error));
    ck_assert_ptr_null(error);
    /* The same bytes under another name and for another department are still the same bytes. */
    g_autoptr(GPtrArray) again = sample_file("虚构县文化馆", 2025, "a");
    ck_assert(!store_save_filings(store, again, &error));
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_STORE));
    g_autoptr(GPtrArray) entries = store_filings(store, NULL);
    ck_assert_uint_eq(entries->len, 1);
}
END_TEST

START_TEST(several_filings_of_a_file)
{
    g_autoptr(GPtrArray) file = sample_file("虚构县图书馆", 2024, "a");
    g_ptr_array_add(file, sample_filing("虚构县文化馆", 2024, "a"));
    g_ptr_array_add(file, sample_filing("虚构县图书馆", 2024, "a"));
    save(file);
    g_autoptr(GPtrArray) entries = store_filings(store, NULL);
    ck_assert_uint_eq(entries->len, 3);
    for (guint i = 0; i < file->len; i++) {
        const Filing *filing = g_ptr_array_index(file, i);
        g_autoptr(Filing) loaded = load(filing->id, false);
        same_filings(filing, loaded);
    }
}
END_TEST

/* What any SQLite tool sees through the views. */
START_TEST(views)
{
    g_autoptr(GPtrArray) old = sample_file("虚构县图书馆", 2024, "a");
    g_autoptr(GPtrArray) renewed = sample_file("虚构县图书馆", 2024, "b");
    g_autofree char *path = scratch_path("a.db");
    /* Both arrive in one run: the second by its name. */
    sample_set(&((Filing *)g_ptr_array_index(renewed, 0))->file, "虚构县图书馆（更正）.txt");
    sample_set(&((Filing *)g_ptr_array_index(old, 0))->file, "虚构县图书馆.txt");
    save(old);
    save(renewed);
    ck_assert_int_eq(ask(path, "SELECT count(*) FROM filings"), 2);
    ck_assert_int_eq(ask(path, "SELECT version FROM filings WHERE latest"), 2);
    ck_assert_int_eq(ask(path, "SELECT kind = 'budget' AND scope = 'unit' AND department = '虚构县图书馆' FROM filings"), 1);
    ck_assert_int_eq(ask(path, "SELECT count(*) FROM cells WHERE latest"), 4);
    ck_assert_int_eq(ask(path, "SELECT count(*) FROM cells WHERE latest AND amount = 1183.05 AND \"column\" = '合计' AND code = '201' "
                         "AND proof = 'unique' AND page = 4 AND side = 'expenditure'"), 1);
    ck_assert_int_eq(ask(path, "SELECT count(*) FROM cells WHERE latest AND proof = 'ambiguous' AND amount = -0.3"), 1);
    ck_assert_int_eq(ask(path, "SELECT count(*) FROM claims WHERE latest"), 3);
    ck_assert_int_eq(ask(path, "SELECT count(*) FROM claims WHERE latest AND share = 69.58 AND change = -183.05 AND completion = 100"), 1);
}
END_TEST

/* Two files of one filing, and the first issue of one of them. */
START_TEST(views_of_a_filing_in_files)
{
    g_autofree char *path = scratch_path("a.db");
    gint64 ids[3];
    for (int i = 0; i < 3; i++) {
        g_autofree char *bytes = g_strdup_printf("%d", i);
        g_autoptr(GPtrArray) file = sample_file("虚构县图书馆", 2024, bytes);
        Filing *filing = g_ptr_array_index(file, 0);
        sample_set(&filing->issued, i == 0 ? "" : "2024-03-01");
        if (i == 1) {
            sample_set(&filing->form, FORM_NARRATIVE);
            sample_set(&filing->file, "虚构-说明.txt");
            g_ptr_array_set_size(filing->tables, 0);
        } else {
            g_ptr_array_set_size(filing->sums, 0);
            g_ptr_array_set_size(filing->claims, 0);
        }
        ids[i] = save(file);
    }
    static const struct {
        const char *why, *sql;
        gint64 answer;
    } asked[] = {
        {"one row a file", "SELECT count(*) FROM filings", 3},
        {"the first tables are superseded", "SELECT id FROM filings WHERE NOT latest", 1},
        {"all belong to the tables that count", "SELECT count(DISTINCT filing) * 100 + max(filing) FROM filings", 103},
        {"a figure names its file", "SELECT count(*) FROM cells WHERE latest AND filing = 3 AND file = '虚构-预算.txt'", 4},
        {"a sentence names its file", "SELECT count(*) FROM claims WHERE latest AND filing = 3 AND file = '虚构-说明.txt'", 3},
        {"the subject of a row", "SELECT count(*) FROM cells WHERE latest AND subject = '2080505'", 1},
    };
    ck_assert(ids[0] == 1 && ids[1] == 2 && ids[2] == 3);
    for (gsize i = 0; i < G_N_ELEMENTS(asked); i++)
        ck_assert_msg(ask(path, asked[i].sql) == asked[i].answer, "%s", asked[i].why);
}
END_TEST

Suite *store_filing_suite(void)
{
    Suite *suite = suite_create("store_filing");
    TCase *values = tcase_create("values");
    tcase_add_checked_fixture(values, set_up, tear_down);
    tcase_add_test(values, comes_back_the_same);
    tcase_add_test(values, comes_back_the_same_later);
    tcase_add_test(values, bare_filing);
    tcase_add_test(values, extremes);
    tcase_add_test(values, no_such_filing);
    tcase_add_test(values, single_pages);
    suite_add_tcase(suite, values);
    TCase *listing = tcase_create("listing");
    tcase_add_checked_fixture(listing, set_up, tear_down);
    tcase_add_test(listing, versions);
    tcase_add_test(listing, entry_counts);
    tcase_add_test(listing, same_source);
    tcase_add_test(listing, several_filings_of_a_file);
    tcase_add_test(listing, views);
    tcase_add_test(listing, views_of_a_filing_in_files);
    suite_add_tcase(suite, listing);
    return suite;
}
