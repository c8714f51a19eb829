/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filings in several files, from the store and back to file and page. */
#include "history/join.h"

#include <check.h>
#include <string.h>

#include "history/department.h"
#include "tests/schema/store_file.h"

Suite *join_suite(void);

static Store *store;

static void set_up(void)
{
    scratch_set_up();
    g_autofree char *path = scratch_path("store.db");
    store = store_open(path, STORE_WRITE, NULL);
    ck_assert_ptr_nonnull(store);
}

static void tear_down(void)
{
    g_clear_pointer(&store, store_close);
    scratch_tear_down();
}

/* ---- files of 虚构县图书馆, 2024 ---- */

static Filing *file_new(const char *file, const char *form, int pages)
{
    Filing *filing = filing_new();
    sample_set(&filing->department, "虚构县图书馆");
    sample_set(&filing->file, file);
    sample_set(&filing->sha256, file);
    sample_set(&filing->form, form);
    filing->fiscal_year = 2024;
    for (int page = 1; page <= pages; page++)
        g_ptr_array_add(filing->pages, g_strdup_printf("%s 的第 %d 页\n", file, page));
    return filing;
}

/* A table of one figure. */
static void add_table(Filing *filing, const char *form_table, TableState state, int page)
{
    Table *table = table_new();
    sample_set(&table->form_table, form_table);
    sample_set(&table->title, form_table);
    table->state = state;
    g_ptr_array_add(filing->tables, table);
    if (state == TABLE_MISSING)
        return;
    table->page = page;
    table->line = 1;
    g_ptr_array_add(table->columns, column_new("合计", 1, DIRECTION_EXPENDITURE, FUND_ALL, "total"));
    Row *row = row_new();
    sample_set(&row->label, "合计");
    row->page = page;
    row->line = 2;
    g_ptr_array_add(table->rows, row);
    if (state == TABLE_READ)
        sample_add_cell(table, 0, 0, 5000000, 10000, PROOF_GRID, "");
}

static Claim *add_claim(Filing *filing, int page, const char *text)
{
    Claim *claim = claim_new();
    claim->page = page;
    claim->line = 3;
    sample_set(&claim->text, text);
    g_ptr_array_add(filing->claims, claim);
    return claim;
}

static void add_staff(Filing *filing, int page, gint64 count)
{
    Staff *staff = g_new0(Staff, 1);
    *staff = (Staff){g_strdup("posts"), count, false, 0, page, 4, g_strdup("编制")};
    g_ptr_array_add(filing->staff, staff);
}

static void add_name(Filing *filing, int page, const char *name)
{
    PrintedName *printed = g_new0(PrintedName, 1);
    *printed = (PrintedName){g_strdup(name), g_strdup("编制部门"), page, 5};
    g_ptr_array_add(filing->names, printed);
}

static Filing *tables_file(void)
{
    Filing *filing = file_new("b-表.pdf", "form-a", 3);
    add_table(filing, "revenue", TABLE_READ, 1);
    add_table(filing, "expenditure", TABLE_READ, 2);
    add_table(filing, "projects", TABLE_MISSING, 0);
    add_claim(filing, 3, "编制 20 人。");
    add_staff(filing, 3, 20);
    add_name(filing, 1, "虚构县图书馆");
    filing_add_doubt(filing, 2, 9, "expenditure", "1.2.3", "不是数字");
    filing_add_evidence(filing, "year", "2024年", 1, 1);
    return filing;
}

static Filing *narrative_file(void)
{
    Filing *filing = file_new("a-说明.pdf", FORM_NARRATIVE, 2);
    sample_set(&filing->issued, "2024-03-01");
    add_claim(filing, 1, "编制 20 人。");
    add_claim(filing, 1, "支出 5.00 万元");
    add_claim(filing, 2, "其中基本支出 5.00 万元");
    Sum *sum = sum_new(1);
    int part = 2;
    g_array_append_val(sum->parts, part);
    g_ptr_array_add(filing->sums, sum);
    add_staff(filing, 1, 20);
    add_name(filing, 2, "虚构县图书馆");
    add_name(filing, 2, "虚构县文化馆");
    filing_add_evidence(filing, "department", "虚构县图书馆", 1, 1);
    Target *target = g_new0(Target, 1);
    *target = (Target){g_strdup("数量指标"), g_strdup("活动"), g_strdup("3 场"), false, 0, 2, 6};
    g_ptr_array_add(filing->targets, target);
    return filing;
}

static gint64 save(Filing *filing)
{
    g_autoptr(GPtrArray) saved = g_ptr_array_new_with_free_func((GDestroyNotify)filing_free);
    g_ptr_array_add(saved, filing);
    g_autoptr(GError) error = NULL;
    ck_assert_msg(store_save_filings(store, saved, &error), "%s", error != NULL ? error->message : "");
    return filing->id;
}

static Department *load(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) departments = departments_from_store(store, "图书馆", true, &error);
    ck_assert_msg(departments != NULL, "%s", error != NULL ? error->message : "");
    return g_ptr_array_steal_index(departments, 0);
}

static void check_place(const Filing *filing, int page, const char *file, int file_page)
{
    const char *found = NULL;
    int found_page = 0;
    filing_place(filing, page, &found, &found_page);
    ck_assert_msg(g_str_equal(found, file) && found_page == file_page, "page %d is %s %d", page, found, found_page);
}

/* ---- tests ---- */

/* In both orders of import. */
START_TEST(tables_and_narrative)
{
    gint64 first = save(_i == 0 ? tables_file() : narrative_file());
    gint64 second = save(_i == 0 ? narrative_file() : tables_file());
    g_autoptr(Department) department = load();
    ck_assert_uint_eq(department->filings->len, 1);
    ck_assert_uint_eq(department->restated->len, 0);
    const Filing *filing = g_ptr_array_index(department->filings, 0);
    ck_assert(filing->id == (_i == 0 ? first : second) && filing_has_id(filing, first) && filing_has_id(filing, second));
    ck_assert_str_eq(filing->file, "b-表.pdf");
    ck_assert_str_eq(filing->form, "form-a");
    ck_assert_str_eq(filing->issued, "2024-03-01");
    ck_assert_uint_eq(filing->tables->len, 3);
    ck_assert_uint_eq(filing->doubts->len, 1);
    ck_assert_uint_eq(filing->evidence->len, 2);
    ck_assert_uint_eq(filing->targets->len, 1);
    const Table *table = g_ptr_array_index(filing->tables, 1);
    check_place(filing, table_row(table, 0)->page, "b-表.pdf", 2);
    const Target *target = g_ptr_array_index(filing->targets, 0);
    ck_assert_int_eq(target->page, 5);
    check_place(filing, target->page, "a-说明.pdf", 2);
    ck_assert_int_eq(((const IdentityEvidence *)g_ptr_array_index(filing->evidence, 1))->page, 4);
}
END_TEST

/* A sentence and a head count that stand in both count once, as part of the narrative; so does a name, where it stands first. */
START_TEST(said_once)
{
    save(tables_file());
    save(narrative_file());
    g_autoptr(Department) department = load();
    const Filing *filing = g_ptr_array_index(department->filings, 0);
    ck_assert_uint_eq(filing->claims->len, 3);
    const Claim *claim = g_ptr_array_index(filing->claims, 0);
    ck_assert_int_eq(claim->page, 4);
    ck_assert_uint_eq(filing->staff->len, 1);
    check_place(filing, ((const Staff *)g_ptr_array_index(filing->staff, 0))->page, "a-说明.pdf", 1);
    ck_assert_uint_eq(filing->names->len, 2);
    ck_assert_int_eq(((const PrintedName *)g_ptr_array_index(filing->names, 0))->page, 1);
    ck_assert_int_eq(((const PrintedName *)g_ptr_array_index(filing->names, 1))->page, 5);
}
END_TEST

/* Sums point to sentences by their number, which remarks in a file before theirs shift. */
START_TEST(sums_follow_their_claims)
{
    Filing *tables = tables_file();
    sample_set(&((Claim *)g_ptr_array_index(tables->claims, 0))->text, "本表有说明。");
    save(tables);
    save(narrative_file());
    g_autoptr(Department) department = load();
    const Filing *filing = g_ptr_array_index(department->filings, 0);
    ck_assert_uint_eq(filing->claims->len, 4);
    const Sum *sum = g_ptr_array_index(filing->sums, 0);
    ck_assert_str_eq(((const Claim *)g_ptr_array_index(filing->claims, (guint)sum->whole))->text, "支出 5.00 万元");
    guint part = (guint)g_array_index(sum->parts, int, 0);
    ck_assert_str_eq(((const Claim *)g_ptr_array_index(filing->claims, part))->text, "其中基本支出 5.00 万元");
}
END_TEST

static char *spell_tables(const Filing *filing)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < filing->tables->len; i++) {
        const Table *table = g_ptr_array_index(filing->tables, i);
        const char *file = NULL;
        int page = 0;
        filing_place(filing, table->page, &file, &page);
        g_string_append_printf(out, "%s %s", table->form_table, table_state_word(table->state));
        if (table->page > 0)
            g_string_append_printf(out, " %s %d", file, page);
        g_string_append(out, "; ");
    }
    return g_string_free(out, FALSE);
}

/* Each file names the form's tables and misses those of the others. */
START_TEST(a_table_a_file)
{
    static const char *const names[] = {"revenue", "expenditure", "projects", "staff"};
    for (int file = 2; file >= 0; file--) {
        g_autofree char *name = g_strdup_printf("%d.xlsx", file);
        Filing *filing = file_new(name, "form-a", 1);
        for (int i = 0; i < 4; i++)
            add_table(filing, names[i], i == file ? TABLE_READ : TABLE_MISSING, 1);
        save(filing);
    }
    Filing *other = file_new("其他.xlsx", "form-b", 1);
    add_table(other, "procurement", TABLE_EMPTY, 1);
    add_table(other, "debts", TABLE_MISSING, 0);
    save(other);
    g_autoptr(Department) department = load();
    ck_assert_uint_eq(department->filings->len, 1);
    const Filing *filing = g_ptr_array_index(department->filings, 0);
    g_autofree char *tables = spell_tables(filing);
    ck_assert_str_eq(tables, "revenue read 0.xlsx 1; expenditure read 1.xlsx 1; projects read 2.xlsx 1; staff missing; "
                             "procurement empty 其他.xlsx 1; ");
    ck_assert_int_eq(table_row(g_ptr_array_index(filing->tables, 2), 0)->page, 3);
}
END_TEST

START_TEST(read_elsewhere_is_not_unread)
{
    Filing *one = file_new("1.pdf", "form-a", 1);
    add_table(one, "revenue", TABLE_UNREAD, 1);
    add_table(one, "expenditure", TABLE_READ, 1);
    Filing *two = file_new("2.pdf", "form-a", 1);
    add_table(two, "revenue", TABLE_READ, 1);
    add_table(two, "expenditure", TABLE_UNREAD, 1);
    save(one);
    save(two);
    g_autoptr(Department) department = load();
    g_autofree char *tables = spell_tables(g_ptr_array_index(department->filings, 0));
    ck_assert_str_eq(tables, "revenue read 2.pdf 1; expenditure read 1.pdf 1; ");
}
END_TEST

START_TEST(pages_of_all_files)
{
    save(narrative_file());
    save(tables_file());
    g_autoptr(Department) department = load();
    const Filing *filing = g_ptr_array_index(department->filings, 0);
    ck_assert_uint_eq(filing->pages->len, 0);
    for (int times = 0; times < 2; times++) {
        ck_assert(department_load_pages(department, store, NULL));
        ck_assert_uint_eq(filing->pages->len, 5);
        ck_assert_str_eq(g_ptr_array_index(filing->pages, 2), "b-表.pdf 的第 3 页\n");
        ck_assert_str_eq(g_ptr_array_index(filing->pages, 3), "a-说明.pdf 的第 1 页\n");
    }
}
END_TEST

/* A file whose text was not kept is as long as what it speaks of. */
START_TEST(pages_that_were_not_kept)
{
    Filing *tables = tables_file();
    g_ptr_array_set_size(tables->pages, 0);
    save(tables);
    save(narrative_file());
    g_autoptr(Department) department = load();
    const Filing *filing = g_ptr_array_index(department->filings, 0);
    check_place(filing, 2, "b-表.pdf", 2);
    check_place(filing, 3, "a-说明.pdf", 1);
    ck_assert(department_load_pages(department, store, NULL));
    ck_assert_str_eq(g_ptr_array_index(filing->pages, 2), "a-说明.pdf 的第 1 页\n");
}
END_TEST

/* The tables are issued again: the text stays, the tables before are kept apart, and nothing counts twice. */
START_TEST(tables_issued_again)
{
    save(tables_file());
    save(narrative_file());
    Filing *again = tables_file();
    sample_set(&again->file, "c-表.pdf");
    sample_set(&again->sha256, "c");
    save(again);
    g_autoptr(Department) department = load();
    ck_assert_uint_eq(department->filings->len, 1);
    ck_assert_uint_eq(department->restated->len, 1);
    const Filing *now = g_ptr_array_index(department->filings, 0);
    const Filing *before = g_ptr_array_index(department->restated, 0);
    g_autofree char *files = filing_files(now, " ");
    ck_assert_str_eq(files, "c-表.pdf a-说明.pdf");
    ck_assert_str_eq(before->file, "b-表.pdf");
    ck_assert(now->claims->len == 3 && before->claims->len == 1);
}
END_TEST

/* A whole file, and a later narrative: the later text counts, with the tables there are. */
START_TEST(text_issued_again)
{
    Filing *whole = tables_file();
    for (int i = 0; i < 3; i++)
        add_claim(whole, 3, "旧的说明");
    save(whole);
    Filing *text = narrative_file();
    sample_set(&text->file, "c-说明.pdf");
    save(text);
    g_autoptr(Department) department = load();
    const Filing *now = g_ptr_array_index(department->filings, 0);
    const Filing *before = g_ptr_array_index(department->restated, 0);
    ck_assert(now->tables->len == 3 && now->claims->len == 3 && now->doubts->len == 1);
    ck_assert_str_eq(((const Claim *)g_ptr_array_index(now->claims, 1))->text, "支出 5.00 万元");
    ck_assert(before->tables->len == 0 && before->claims->len == 4 && before->doubts->len == 0);
}
END_TEST

START_TEST(units_stay_apart)
{
    Filing *unit = narrative_file();
    unit->scope = SCOPE_UNIT;
    save(unit);
    save(tables_file());
    g_autoptr(Department) department = load();
    ck_assert_uint_eq(department->filings->len, 2);
    const Filing *filing = department_filing(department, 2024, KIND_BUDGET);
    ck_assert_msg(filing->scope == SCOPE_DEPARTMENT && filing->claims->len == 1, "the department's comes first");
}
END_TEST

/* Whoever asks for either name gets both, under one. */
START_TEST(spellings_of_a_department)
{
    Filing *tables = tables_file();
    sample_set(&tables->department, "示例市虚构县图书馆");
    save(tables);
    save(narrative_file());
    static const char *const wanted[] = {"虚构县图书馆", "示例市虚构县图书馆", "示例市", "1", "2"};
    for (gsize i = 0; i < G_N_ELEMENTS(wanted); i++) {
        g_autoptr(GPtrArray) departments = departments_from_store(store, wanted[i], true, NULL);
        ck_assert_msg(departments != NULL && departments->len == 1, "%s", wanted[i]);
        const Department *department = g_ptr_array_index(departments, 0);
        ck_assert_str_eq(department->name, "示例市虚构县图书馆");
        ck_assert_uint_eq(department->filings->len, 1);
        ck_assert_str_eq(((const Filing *)g_ptr_array_index(department->filings, 0))->department, department->name);
        ck_assert_uint_eq(department->notes->len, 1);
        ck_assert_str_eq(g_ptr_array_index(department->notes, 0), "“示例市虚构县图书馆”与“虚构县图书馆”按同一部门处理");
    }
}
END_TEST

START_TEST(tidy_is_left_alone)
{
    Filing *tidy = file_new("a.csv", FORM_TIDY, 0);
    add_table(tidy, "tidy", TABLE_READ, 1);
    save(tidy);
    save(tables_file());
    save(narrative_file());
    g_autoptr(Department) department = load();
    ck_assert_uint_eq(department->filings->len, 2);
    ck_assert_uint_eq(department->restated->len, 0);
    ck_assert_str_eq(department_filing(department, 2024, KIND_BUDGET)->form, "form-a");
}
END_TEST

Suite *join_suite(void)
{
    Suite *suite = suite_create("join");
    TCase *tests = tcase_create("join");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, tables_and_narrative, 0, 2);
    tcase_add_test(tests, said_once);
    tcase_add_test(tests, sums_follow_their_claims);
    tcase_add_test(tests, a_table_a_file);
    tcase_add_test(tests, read_elsewhere_is_not_unread);
    tcase_add_test(tests, pages_of_all_files);
    tcase_add_test(tests, pages_that_were_not_kept);
    tcase_add_test(tests, tables_issued_again);
    tcase_add_test(tests, text_issued_again);
    tcase_add_test(tests, units_stay_apart);
    tcase_add_test(tests, spellings_of_a_department);
    tcase_add_test(tests, tidy_is_left_alone);
    suite_add_tcase(suite, tests);
    return suite;
}
