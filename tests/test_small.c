/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One small filing followed through every stage, each held beside a text that a person can read next to the paper:
 *
 *     tests/filings/small.txt -> lines -> outline -> rows -> cells -> claims -> series -> findings -> ledger
 *
 * After a wanted change, run this suite once with YUSUAN_GOLDEN=write from the top folder, and read the difference.
 */
#include <check.h>
#include <string.h>

#include "analysis/rule/rule.h"
#include "cmd/record.h"
#include "history/import.h"
#include "tests/cmd/captured.h"
#include "tests/history/spelling.h"
#include "tests/schema/scratch.h"

Suite *small_suite(void);

#define SMALL "tests/filings/small.txt"
#define YEAR 2024

/* Takes the text over. */
static void check_golden(const char *name, char *text)
{
    g_autofree char *path = g_strdup_printf("tests/golden/small/%s.tsv", name);
    g_autofree char *made = text;
    g_autofree char *kept = NULL;
    if (g_strcmp0(g_getenv("YUSUAN_GOLDEN"), "write") == 0)
        ck_assert(g_file_set_contents(path, made, -1, NULL));
    ck_assert_msg(g_file_get_contents(path, &kept, NULL, NULL), "cannot read %s", path);
    ck_assert_msg(g_str_equal(made, kept), "%s differs; it is now\n%s", path, made);
}

static Document *small_document(void)
{
    g_autofree char *text = NULL;
    ck_assert(g_file_get_contents(SMALL, &text, NULL, NULL));
    return document_from_text(text);
}

START_TEST(lines)
{
    g_autoptr(Document) document = small_document();
    check_golden("lines", spell_lines(document));
}
END_TEST

START_TEST(outline)
{
    g_autoptr(Document) document = small_document();
    g_autoptr(Outline) found = outline_from_document(document, forms_all(NULL));
    check_golden("outline", spell_outline(document, found));
}
END_TEST

static void add_rows(GString *out, const char *table, const PrintedTable *printed)
{
    for (guint i = 0; i < printed->rows->len; i++) {
        const PrintedRow *row = g_ptr_array_index(printed->rows, i);
        g_string_append_printf(out, "%s\t%d\t%d\t%s\t%s\t%s\t%s\t", table, row->page, row->at_line, direction_word(row->side),
                               row->total ? "total" : "", row->code, row->label);
        for (guint k = 0; k < row->figures->len; k++)
            g_string_append_printf(out, "%s%s", k > 0 ? " " : "", g_array_index(row->figures, Figure, k).text);
        g_string_append_c(out, '\n');
    }
}

START_TEST(printed_rows)
{
    g_autoptr(Document) document = small_document();
    g_autoptr(Outline) found = outline_from_document(document, forms_all(NULL));
    g_autoptr(Filing) filing = filing_new();
    GString *out = g_string_new("table\tpage\tline\tside\ttotal\tcode\tlabel\tfigures\n");
    for (guint i = 0; i < found->tables->len; i++) {
        const TableRange *range = &g_array_index(found->tables, TableRange, i);
        g_autoptr(PrintedTable) printed = printed_table_from_range(document, range, "", filing);
        add_rows(out, range->table->id, printed);
    }
    ck_assert_uint_eq(filing->doubts->len, 0);
    check_golden("rows", g_string_free(out, FALSE));
}
END_TEST

/* The department, through the store: what is kept is what was read. */
static Department *small_department(void)
{
    g_autofree char *path = scratch_path("store.db");
    g_autoptr(Store) store = store_open(path, STORE_WRITE, NULL);
    ck_assert_ptr_nonnull(store);
    char file[] = SMALL;
    ImportCalls calls = {0};
    guint refused = 99;
    ck_assert(import_paths(store, (char *[]){file, NULL}, &calls, &refused, NULL) && refused == 0);
    g_autoptr(GPtrArray) departments = departments_from_store(store, NULL, true, NULL);
    ck_assert_ptr_nonnull(departments);
    g_ptr_array_set_free_func(departments, NULL);
    return g_ptr_array_index(departments, 0);
}

static void add_cells(RowWriter *rows, const Department *department)
{
    cell_records_add(rows, department_filing(department, YEAR, KIND_BUDGET));
}

static void add_claims(RowWriter *rows, const Department *department)
{
    claim_records_add(rows, department_filing(department, YEAR, KIND_BUDGET));
}

static void add_series(RowWriter *rows, const Department *department)
{
    g_autoptr(GPtrArray) series = series_from_filings(department->filings, NULL);
    for (guint i = 0; i < series->len; i++)
        series_records_add(rows, g_ptr_array_index(series, i), 0);
}

static void add_findings(RowWriter *rows, const Department *department)
{
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    g_autoptr(GPtrArray) findings = findings_of_department(department, thresholds);
    for (guint i = 0; i < findings->len; i++)
        finding_records_add(rows, g_ptr_array_index(findings, i));
}

static void add_ledger(RowWriter *rows, const Department *department)
{
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    g_autoptr(Ledger) ledger = ledger_from_department(department, YEAR, YEAR - 1, thresholds, NULL);
    ck_assert_ptr_nonnull(ledger);
    ledger_records_add(rows, ledger);
}

static const struct {
    const char *name;
    RowWriter *(*begin)(RowFormat format, bool color);
    void (*add)(RowWriter *rows, const Department *department);
} records[] = {
    {"cells", cell_records_new, add_cells},
    {"claims", claim_records_new, add_claims},
    {"series", series_records_new, add_series},
    {"findings", finding_records_new, add_findings},
    {"ledger", ledger_records_new, add_ledger},
};

START_TEST(exported)
{
    g_autoptr(Department) department = small_department();
    Capture capture = capture_begin();
    RowWriter *rows = records[_i].begin(ROWS_TSV, false);
    records[_i].add(rows, department);
    rows_finish(rows);
    check_golden(records[_i].name, capture_end(capture));
}
END_TEST

Suite *small_suite(void)
{
    Suite *suite = suite_create("small");
    TCase *paper = tcase_create("paper");
    tcase_add_test(paper, lines);
    tcase_add_test(paper, outline);
    tcase_add_test(paper, printed_rows);
    suite_add_tcase(suite, paper);
    TCase *facts = tcase_create("facts");
    tcase_add_checked_fixture(facts, scratch_set_up, scratch_tear_down);
    tcase_add_loop_test(facts, exported, 0, G_N_ELEMENTS(records));
    suite_add_tcase(suite, facts);
    return suite;
}
