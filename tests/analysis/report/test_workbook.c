/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/report/matters.h"
#include "analysis/report/workbook.h"

#include <check.h>
#include <glib/gstdio.h>
#include <math.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "analysis/rule/rule.h"
#include "cmd/record.h"
#include "history/vintage.h"
#include "schema/error.h"
#include "schema/language.h"
#include "schema/review.h"
#include "tests/analysis/report/sample.h"
#include "tests/analysis/report/workbook_read.h"
#include "tests/cmd/captured.h"

Suite *workbook_suite(void);

enum { SUMMARY = 1, LEDGER, SERIES, FINDINGS, CELLS, METHOD };

static const int all_years[] = {2019, 2020, 2021, 2022, 2023, 2024, 0};

/* ---- a department and its workbook ---- */

typedef struct {
    Department *department;
    Thresholds *thresholds;
    Report report;
    char *folder, *path;
} Case;

static Case case_of(Department *department, int year)
{
    g_autoptr(GError) error = NULL;
    Case made = {.department = department, .thresholds = thresholds_new(&error), .folder = sample_folder()};
    DepartmentYear *view = department_year_new(department, year, made.thresholds, &error);
    ck_assert_msg(view != NULL, "%s", error != NULL ? error->message : "");
    made.report = (Report){.view = view, .all_findings = findings_among_peers(department, NULL, made.thresholds),
                           .findings = g_ptr_array_new(), .earlier = g_ptr_array_new()};
    for (guint i = 0; i < made.report.all_findings->len; i++) {
        Finding *finding = g_ptr_array_index(made.report.all_findings, i);
        g_ptr_array_add(finding->fiscal_year == view->year ? made.report.findings : made.report.earlier, finding);
    }
    made.report.matters = matters_from_findings(made.report.findings);
    made.path = g_build_filename(made.folder, "report.xlsx", NULL);
    return made;
}

static void case_clear(Case *made)
{
    g_ptr_array_unref(made->report.matters);
    g_ptr_array_unref(made->report.findings);
    g_ptr_array_unref(made->report.earlier);
    g_ptr_array_unref(made->report.all_findings);
    department_year_free((DepartmentYear *)made->report.view);
    thresholds_free(made->thresholds);
    department_free(made->department);
    sample_folder_remove(made->folder);
    g_free(made->path);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Case, case_clear)

static void write_case(const Case *made, const BookLimits *limits)
{
    g_autoptr(GError) error = NULL;
    ck_assert_msg(workbook_from_report(&made->report, made->path, limits, &error), "%s", error != NULL ? error->message : "");
}

/* The fields of each record that was printed, without its header. */
static GPtrArray *records_of(char *printed)
{
    GPtrArray *records = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    g_auto(GStrv) lines = g_strsplit(printed, "\n", -1);
    for (int i = 1; lines[0] != NULL && lines[i] != NULL; i++)
        if (lines[i][0] != '\0')
            g_ptr_array_add(records, g_strsplit(lines[i], "\t", -1));
    g_free(printed);
    return records;
}

/* The row of headings: the first one whose second column has the heading. */
static int heading_row(const WrittenSheet *sheet, const char *second)
{
    for (int row = 0; row < sheet->rows; row++)
        if (strcmp(written_text(sheet, row, 1), second) == 0)
            return row;
    ck_abort_msg("no heading %s", second);
}

static void check_text(const WrittenSheet *sheet, int row, int column, const char *wanted)
{
    ck_assert_msg(strcmp(written_text(sheet, row, column), wanted) == 0, "row %d, column %d: “%s” is not “%s”", row + 1, column,
                  written_text(sheet, row, column), wanted);
}

/* An exported decimal and a cell: the same double, or for rates the same but for the last digits of 15. "" is no number. */
static void check_number(const WrittenSheet *sheet, int row, int column, const char *wanted, double scale)
{
    const WrittenCell *cell = written_cell(sheet, row, column);
    bool has = cell != NULL && cell->has_number;
    ck_assert_msg(has == (wanted[0] != '\0'), "row %d, column %d: wanted “%s”", row + 1, column, wanted);
    if (!has)
        return;
    double value = g_ascii_strtod(wanted, NULL);
    double slack = scale == 1 ? 0 : fabs(value) * 1e-13;
    ck_assert_msg(fabs(cell->number * scale - value) <= slack, "row %d, column %d: %.17g is not %s", row + 1, column, cell->number,
                  wanted);
}

/* ---- the same figures as the exports ---- */

enum { ARCHIVE, ARCHIVE_2021, ARCHIVE_FIRST, BUREAU, SAMPLES };

static Case sample_case(int which)
{
    static const int first[] = {2019, 0};
    switch (which) {
    case BUREAU:
        return case_of(sample_bureau(), 0);
    case ARCHIVE_FIRST:
        return case_of(sample_archive(first), 0);
    case ARCHIVE_2021:
        return case_of(sample_archive(all_years), 2021);
    default:
        return case_of(sample_archive(all_years), 0);
    }
}

static const char *verdict_for_people(const char *word)
{
    for (int verdict = LEDGER_EXPLAINED; verdict <= LEDGER_IMMATERIAL; verdict++)
        if (strcmp(ledger_verdict_word((LedgerVerdict)verdict), word) == 0)
            return ledger_verdict_name((LedgerVerdict)verdict);
    return "?";
}

START_TEST(ledger_is_the_export)
{
    static const int amounts[][2] = {{5, 3}, {6, 4}, {7, 5}, {11, 9}, {12, 10}, {13, 11}}; /* field, column */
    static const int words[][2] = {{3, 0}, {4, 1}, {15, 13}, {18, 14}, {19, 15}};
    g_auto(Case) made = sample_case(_i);
    write_case(&made, NULL);
    const Ledger *ledger = made.report.view->ledger;
    ck_assert_ptr_nonnull(ledger);
    Capture capture = capture_begin();
    RowWriter *rows = ledger_records_new(ROWS_TSV, false);
    ledger_records_add(rows, ledger);
    rows_finish(rows);
    g_autoptr(GPtrArray) records = records_of(capture_end(capture));
    g_autoptr(WrittenSheet) sheet = written_sheet(made.path, LEDGER);
    int first = heading_row(sheet, "科目") + 1;
    ck_assert_uint_gt(records->len, 5);
    for (guint i = 0; i < records->len; i++) {
        char **record = g_ptr_array_index(records, i);
        int row = first + (int)i;
        const LedgerLine *line = g_ptr_array_index(ledger->lines, i);
        for (gsize k = 0; k < G_N_ELEMENTS(amounts); k++)
            check_number(sheet, row, amounts[k][1], record[amounts[k][0]], 1);
        for (gsize k = 0; k < G_N_ELEMENTS(words); k++)
            check_text(sheet, row, words[k][1], record[words[k][0]]);
        check_number(sheet, row, 6, line->rest ? "" : record[8], 100);
        check_number(sheet, row, 7, record[9], 100);
        check_text(sheet, row, 8, strcmp(record[10], "true") == 0 ? "是" : "");
        check_text(sheet, row, 12, verdict_for_people(record[14]));
    }
    check_text(sheet, first + (int)records->len, 1, "合计");
}
END_TEST

/* The names of a series as the sheet has them. */
static bool row_is_series(const WrittenSheet *sheet, int row, char **record)
{
    Kind kind = KIND_BUDGET;
    Direction direction = DIRECTION_NONE;
    Fund fund = FUND_ALL;
    Phase phase = PHASE_APPROVED;
    kind_from_word(record[1], &kind);
    direction_from_word(record[4], &direction);
    fund_from_word(record[5], &fund);
    for (int i = PHASE_APPROVED; i <= PHASE_EXECUTED; i++)
        if (strcmp(phase_word((Phase)i), record[2]) == 0)
            phase = (Phase)i;
    const char *const names[] = {kind_name(kind), vintage_name(phase), strcmp(record[3], "unit") == 0 ? "单位" : "部门",
                                 direction_name(direction), fund_name(fund), measure_name(record[6]), record[7], record[8]};
    for (int i = 0; i < (int)G_N_ELEMENTS(names); i++)
        if (strcmp(written_text(sheet, row, i), names[i]) != 0)
            return false;
    return true;
}

static int column_of_heading(const WrittenSheet *sheet, int heading, const char *text)
{
    for (int column = 0; column < 200; column++)
        if (strcmp(written_text(sheet, heading, column), text) == 0)
            return column;
    return -1;
}

static int count_numbers(const WrittenSheet *sheet, int first_row, int first_column, int last_column)
{
    int count = 0;
    for (int row = first_row; row < sheet->rows; row++)
        for (int column = first_column; column <= last_column; column++) {
            const WrittenCell *cell = written_cell(sheet, row, column);
            count += cell != NULL && cell->has_number;
        }
    return count;
}

START_TEST(series_are_the_export)
{
    g_auto(Case) made = sample_case(_i);
    write_case(&made, NULL);
    const DepartmentYear *view = made.report.view;
    Capture capture = capture_begin();
    RowWriter *rows = series_records_new(ROWS_TSV, false);
    for (guint i = 0; i < view->series->len; i++)
        series_records_add(rows, g_ptr_array_index(view->series, i), 0);
    rows_finish(rows);
    g_autoptr(GPtrArray) records = records_of(capture_end(capture));
    g_autoptr(WrittenSheet) sheet = written_sheet(made.path, SERIES);
    int heading = heading_row(sheet, "阶段");
    int filed = 0;
    ck_assert_uint_gt(records->len, 50);
    for (guint i = 0; i < records->len; i++) {
        char **record = g_ptr_array_index(records, i);
        g_autofree char *comparable = g_strconcat(record[9], " 可比口径", NULL);
        int column = column_of_heading(sheet, heading, record[9]);
        int block = column_of_heading(sheet, heading, comparable);
        bool found = false;
        ck_assert_int_ge(column, 8);
        for (int row = heading + 1; row < sheet->rows && !found; row++) {
            const WrittenCell *cell = written_cell(sheet, row, column);
            /* Series of one name may follow each other, where a code was given another meaning: the figures tell. */
            bool has = cell != NULL && cell->has_number;
            if (!row_is_series(sheet, row, record) || has != (record[10][0] != '\0') ||
                (has && cell->number != g_ascii_strtod(record[10], NULL)))
                continue;
            found = true;
            if (block >= 0)
                check_number(sheet, row, block, record[11], 1);
            else
                ck_assert_str_eq(record[10], record[11]);
        }
        ck_assert_msg(found, "%s %s %s %s: %s", record[6], record[7], record[8], record[9], record[10]);
        filed += record[10][0] != '\0';
    }
    int last = column_of_heading(sheet, heading, g_intern_string(((char **)g_ptr_array_index(records, 0))[9]));
    while (g_ascii_isdigit(written_text(sheet, heading, last + 1)[0]) && strlen(written_text(sheet, heading, last + 1)) == 4)
        last++;
    ck_assert_int_eq(count_numbers(sheet, heading + 1, 8, last), filed);
}
END_TEST

START_TEST(findings_are_the_export)
{
    static const int words[][2] = {{0, 0}, {1, 13}, {6, 4}, {7, 5}, {9, 7}, {10, 8}, {11, 15}, {13, 16}, {14, 17}, {15, 18}};
    static const int numbers[][2] = {{4, 3}, {5, 14}, {8, 6}, {12, 9}};
    g_auto(Case) made = sample_case(_i);
    write_case(&made, NULL);
    Capture capture = capture_begin();
    RowWriter *rows = finding_records_new(ROWS_TSV, false);
    const GPtrArray *const parts[] = {made.report.findings, made.report.earlier};
    for (int part = 0; part < 2; part++)
        for (guint i = 0; i < parts[part]->len; i++)
            finding_records_add(rows, g_ptr_array_index(parts[part], i));
    rows_finish(rows);
    g_autoptr(GPtrArray) records = records_of(capture_end(capture));
    g_autoptr(WrittenSheet) sheet = written_sheet(made.path, FINDINGS);
    int first = heading_row(sheet, "程度") + 1;
    ck_assert_int_eq(sheet->rows, first + (int)records->len);
    for (guint i = 0; i < records->len; i++) {
        char **record = g_ptr_array_index(records, i);
        int row = first + (int)i;
        Severity severity = SEVERITY_NOTICE;
        severity_from_word(record[2], &severity);
        for (gsize k = 0; k < G_N_ELEMENTS(words); k++)
            check_text(sheet, row, words[k][1], record[words[k][0]]);
        for (gsize k = 0; k < G_N_ELEMENTS(numbers); k++)
            check_number(sheet, row, numbers[k][1], record[numbers[k][0]], 1);
        check_text(sheet, row, 1, severity_name(severity));
        check_text(sheet, row, 10, finding_status_name(record[16]));
    }
}
END_TEST

START_TEST(cells_are_the_export)
{
    static const int words[][2] = {{0, 0}, {5, 4}, {7, 6}, {8, 7}, {9, 8}, {11, 10}};
    static const int numbers[][2] = {{2, 1}, {4, 3}, {10, 9}};
    g_auto(Case) made = sample_case(_i);
    write_case(&made, NULL);
    const DepartmentYear *view = made.report.view;
    Capture capture = capture_begin();
    RowWriter *rows = cell_records_new(ROWS_TSV, false);
    for (int year = view->year; year >= view->base_year; year--)
        for (guint i = 0; i < view->department->filings->len; i++) {
            const Filing *filing = g_ptr_array_index(view->department->filings, i);
            if (filing->fiscal_year == year)
                cell_records_add(rows, filing);
        }
    rows_finish(rows);
    g_autoptr(GPtrArray) records = records_of(capture_end(capture));
    g_autoptr(WrittenSheet) sheet = written_sheet(made.path, CELLS);
    int first = heading_row(sheet, "年度") + 1;
    ck_assert_uint_gt(records->len, 200);
    ck_assert_int_eq(sheet->rows, first + (int)records->len);
    for (guint i = 0; i < records->len; i++) {
        char **record = g_ptr_array_index(records, i);
        for (gsize k = 0; k < G_N_ELEMENTS(words); k++)
            check_text(sheet, first + (int)i, words[k][1], record[words[k][0]]);
        for (gsize k = 0; k < G_N_ELEMENTS(numbers); k++)
            check_number(sheet, first + (int)i, numbers[k][1], record[numbers[k][0]], 1);
    }
}
END_TEST

/* By hand from the filing: 1,700.46 in all; 7.26 + 0.05 + 183.05 more than the year before. */
START_TEST(page_one_in_formulas)
{
    static const struct {
        const char *label, *formula;
        double number;
    } figures[] = {
        {"2024 年支出预算", "'序列'!$", 1700.46},
        {"2023 年支出总额", "'变动台账'!$D$", 1510.10},
        {"比上年增减", "'变动台账'!$F$", 190.36},
        {"增长", "B8/B7", 190.36 / 1510.10},
        {"重大变化合计（绝对值）", "SUMPRODUCT(('变动台账'!$I$", 473.40},
        {"其中没有说明", "SUMPRODUCT(('变动台账'!$I$", 201.05},
        {"要问部门的问题（条）", "COUNTIFS('发现'!$D$", 8},
    };
    g_auto(Case) made = sample_case(BUREAU);
    write_case(&made, NULL);
    g_autoptr(WrittenSheet) sheet = written_sheet(made.path, SUMMARY);
    for (gsize i = 0; i < G_N_ELEMENTS(figures); i++) {
        const WrittenCell *cell = written_cell(sheet, MAX(written_row(sheet, figures[i].label), 0), 1);
        ck_assert_msg(cell != NULL && cell->formula != NULL, "%s", figures[i].label);
        ck_assert_msg(g_str_has_prefix(cell->formula, figures[i].formula), "%s: %s", figures[i].label, cell->formula);
        ck_assert_msg(fabs(cell->number - figures[i].number) < 1e-9, "%s: %g", figures[i].label, cell->number);
    }
    check_text(sheet, written_row(sheet, "先问这几条") + 1, 0, "1. 结转的 1,183.05 万元上年没有支出的原因是什么（下达晚、没有完成，还是不再需要）？今年何时支出？");
}
END_TEST

/* No line of the ledger is the sum of others: their sum is the department's change. */
START_TEST(nothing_is_counted_twice)
{
    g_auto(Case) made = sample_case(_i);
    write_case(&made, NULL);
    g_autoptr(WrittenSheet) sheet = written_sheet(made.path, LEDGER);
    int first = heading_row(sheet, "科目") + 1;
    int sum = first;
    while (strcmp(written_text(sheet, sum, 1), "合计") != 0)
        sum++;
    double change = 0;
    for (int row = first; row < sum; row++) {
        g_autofree char *formula = g_strdup_printf("E%d-D%d", row + 1, row + 1);
        ck_assert_str_eq(written_cell(sheet, row, 5)->formula, formula);
        change += written_cell(sheet, row, 5)->number;
    }
    g_autofree char *formula = g_strdup_printf("SUM(F%d:F%d)", first + 1, sum);
    ck_assert_str_eq(written_cell(sheet, sum, 5)->formula, formula);
    ck_assert_double_eq_tol(written_cell(sheet, sum, 5)->number, change, 1e-9);
    ck_assert_double_eq_tol(written_cell(sheet, sum + 2, 5)->number, change, 1e-9);
    check_text(sheet, sum + 3, 1, "差额（应为零）");
    for (int column = 3; column <= 5; column++)
        ck_assert_double_eq(written_cell(sheet, sum + 3, column)->number, 0);
}
END_TEST

START_TEST(findings_lead_to_their_cells)
{
    g_auto(Case) made = sample_case(ARCHIVE);
    write_case(&made, NULL);
    g_autofree char *xml = written_part(made.path, "xl/worksheets/sheet4.xml");
    g_autoptr(WrittenSheet) findings = written_sheet(made.path, FINDINGS);
    g_autoptr(WrittenSheet) cells = written_sheet(made.path, CELLS);
    int checked = 0;
    for (const char *at = strstr(xml, "<hyperlink "); at != NULL; at = strstr(at + 1, "<hyperlink ")) {
        int from = 0, to = 0;
        ck_assert_int_eq(sscanf(at, "<hyperlink ref=\"J%d\" location=\"'单元格'!A%d\"", &from, &to), 2);
        /* A finding names several places: the cell is one of them, and nearly always the first one. */
        if (strcmp(written_text(findings, from - 1, 18), "") == 0)
            continue;
        for (int column = 15; column <= 18; column++) {
            static const int there[] = {0, 4, 7, 8};
            check_text(cells, to - 1, there[column - 15], written_text(findings, from - 1, column));
        }
        checked++;
    }
    ck_assert_int_gt(checked, 0);
}
END_TEST

/* ---- the file ---- */

START_TEST(same_bytes_twice)
{
    g_auto(Case) made = sample_case(ARCHIVE);
    g_autofree char *first = NULL;
    g_autofree char *second = NULL;
    gsize first_length = 0, second_length = 0;
    write_case(&made, NULL);
    ck_assert(g_file_get_contents(made.path, &first, &first_length, NULL));
    write_case(&made, NULL);
    ck_assert(g_file_get_contents(made.path, &second, &second_length, NULL));
    ck_assert_uint_eq(first_length, second_length);
    ck_assert_mem_eq(first, second, first_length);
    /* Of the filing, and not of today. */
    g_autofree char *properties = written_part(made.path, "docProps/core.xml");
    ck_assert_ptr_nonnull(strstr(properties, "2024-02-20T12:00:00Z</dcterms:created>"));
    ck_assert_ptr_nonnull(strstr(properties, "<dc:creator></dc:creator>"));
    ck_assert_ptr_nonnull(strstr(properties, "虚构市档案数据中心"));
}
END_TEST

START_TEST(set_up_for_screen_and_paper)
{
    static const char *const wanted[] = {"state=\"frozen\"", "orientation=\"landscape\"", "paperSize=\"9\"", "fitToHeight=\"0\"",
                                         "<autoFilter ref=\"A3:", "2024 年预算 · 虚构市档案数据中心", "第 &amp;P 页，共 &amp;N 页"};
    g_auto(Case) made = sample_case(ARCHIVE);
    write_case(&made, NULL);
    for (int sheet = LEDGER; sheet <= CELLS; sheet++) {
        g_autofree char *name = g_strdup_printf("xl/worksheets/sheet%d.xml", sheet);
        g_autofree char *xml = written_part(made.path, name);
        for (gsize i = 0; i < G_N_ELEMENTS(wanted); i++)
            ck_assert_msg(strstr(xml, wanted[i]) != NULL, "sheet %d: %s", sheet, wanted[i]);
    }
    g_autofree char *book = written_part(made.path, "xl/workbook.xml");
    ck_assert_ptr_nonnull(strstr(book, "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"1\">'变动台账'!$3:$3<"));
    g_autofree char *drawing = written_part(made.path, "xl/charts/chart1.xml");
    ck_assert_ptr_nonnull(strstr(drawing, "<c:barChart>"));
}
END_TEST

START_TEST(english)
{
    g_auto(Case) made = sample_case(BUREAU);
    language_set(LANGUAGE_EN);
    write_case(&made, NULL);
    language_set(LANGUAGE_ZH);
    g_autofree char *book = written_part(made.path, "xl/workbook.xml");
    ck_assert_ptr_nonnull(strstr(book, "<sheet name=\"Ledger\""));
    g_autoptr(WrittenSheet) sheet = written_sheet(made.path, LEDGER);
    ck_assert_int_ge(heading_row(sheet, "Subject"), 0);
}
END_TEST

/* ---- what cannot be held, and what cannot be written ---- */

START_TEST(what_was_cut_is_told)
{
    static const BookLimits small = {60, 40, 1, 50000};
    g_auto(Case) made = sample_case(ARCHIVE);
    write_case(&made, &small);
    g_autoptr(WrittenSheet) cells = written_sheet(made.path, CELLS);
    g_autoptr(WrittenSheet) method = written_sheet(made.path, METHOD);
    ck_assert_int_eq(cells->rows, 60);
    int note = written_row(method, "本文件装不下的");
    ck_assert_int_gt(note, 0);
    g_autofree char *left = g_strdup_printf("“单元格”表略去 %u 行：一张表最多 60 行。", 2 * 252 - 57);
    bool rows = false, texts = false, links = false;
    for (int row = note + 1; row < note + 8; row++) {
        rows |= strcmp(written_text(method, row, 0), left) == 0;
        texts |= strstr(written_text(method, row, 0), "处文字太长") != NULL;
        links |= strstr(written_text(method, row, 0), "没有链接") != NULL;
    }
    ck_assert_msg(rows && texts && links, "%d %d %d", rows, texts, links);
}
END_TEST

START_TEST(nothing_is_told_when_nothing_was_cut)
{
    g_auto(Case) made = sample_case(ARCHIVE);
    write_case(&made, NULL);
    g_autoptr(WrittenSheet) method = written_sheet(made.path, METHOD);
    ck_assert_int_eq(written_row(method, "本文件装不下的"), -1);
}
END_TEST

static void check_refused(const Case *made)
{
    g_autoptr(GError) error = NULL;
    ck_assert(!workbook_from_report(&made->report, made->path, NULL, &error));
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_SYSTEM));
    ck_assert_msg(strstr(error->message, made->path) != NULL, "%s", error->message);
}

static guint files_in(const char *folder)
{
    GDir *dir = g_dir_open(folder, 0, NULL);
    guint count = 0;
    while (g_dir_read_name(dir) != NULL)
        count++;
    g_dir_close(dir);
    return count;
}

START_TEST(no_such_folder)
{
    g_auto(Case) made = sample_case(BUREAU);
    g_free(made.path);
    made.path = g_build_filename(made.folder, "none", "report.xlsx", NULL);
    check_refused(&made);
}
END_TEST

START_TEST(something_else_is_there)
{
    g_auto(Case) made = sample_case(BUREAU);
    ck_assert_int_eq(g_mkdir(made.path, 0777), 0);
    check_refused(&made);
    ck_assert(g_file_test(made.path, G_FILE_TEST_IS_DIR));
    ck_assert_uint_eq(files_in(made.folder), 1);
}
END_TEST

/* At any byte the disk may be full, with 64 kB only for a part that is packed later: the old file stays, and nothing beside it. */
START_TEST(disk_is_full)
{
    g_auto(Case) made = sample_case(BUREAU);
    ck_assert(g_file_set_contents(made.path, "old", -1, NULL));
    signal(SIGXFSZ, SIG_IGN);
    const struct rlimit full = {1024u << _i, RLIM_INFINITY};
    const struct rlimit free_again = {RLIM_INFINITY, RLIM_INFINITY};
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &full), 0);
    check_refused(&made);
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &free_again), 0);
    g_autofree char *kept = sample_file(made.folder, "report.xlsx");
    ck_assert_str_eq(kept, "old");
    ck_assert_uint_eq(files_in(made.folder), 1);
}
END_TEST

/* ---- hostile documents, large ones, bare ones ---- */

static const char *const hostile_texts[] = {
    "=HYPERLINK(\"http://x.invalid\",\"点\")", "+1+1", "-2+3", "@SUM(A1:A9)", "\t=1+1", "'=1+1",
    "<script>alert(1)</script>&amp;\"'`", "]]></t><f>1+1</f>", "_x000D_ _x0041_", "a\x01\x1B[2J\nb", "\xE2\x80\xAE.exe\xE2\x80\x8F甲",
    "👩‍👩‍👧‍👦😀", "&P&D&\"Arial\"", "\xEF\xBF\xBF\xEF\xBF\xBE", "[x]'!A1",
};

START_TEST(hostile_texts_are_texts)
{
    g_auto(Case) made = case_of(sample_of_text(hostile_texts[_i]), 0);
    write_case(&made, NULL);
    bool cut = false;
    g_autofree char *legible = cell_text_from_text(hostile_texts[_i], 32767, &cut);
    int formulas = 0;
    for (int number = SUMMARY; number <= METHOD; number++) {
        g_autoptr(WrittenSheet) sheet = written_sheet(made.path, number);
        GHashTableIter iter;
        gpointer cell = NULL;
        g_hash_table_iter_init(&iter, sheet->cells);
        while (g_hash_table_iter_next(&iter, NULL, &cell)) {
            const WrittenCell *written = cell;
            if (written->formula == NULL)
                continue;
            formulas++;
            /* Made of names of cells, our words, and nothing of the document. */
            ck_assert_msg(g_regex_match_simple("^[-A-Z0-9$:,()=*/<>?\"'!.+ 一-龥“”（）]+$", written->formula, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT),
                          "%s", written->formula);
            ck_assert_msg(strlen(legible) < 5 || strstr(written->formula, legible) == NULL, "%s", written->formula);
        }
    }
    ck_assert_int_gt(formulas, 0);
    g_autoptr(WrittenSheet) cells = written_sheet(made.path, CELLS);
    int first = heading_row(cells, "年度") + 1;
    check_text(cells, first, 0, legible);
    check_text(cells, first, 4, legible);
    check_text(cells, first, 8, legible);
}
END_TEST

START_TEST(long_names)
{
    g_autoptr(GString) name = g_string_new(NULL);
    for (int i = 0; i < _i; i++)
        g_string_append(name, i % 5 == 0 ? "😀" : "虚");
    g_auto(Case) made = case_of(sample_of_text(name->str), 0);
    write_case(&made, NULL);
    g_autoptr(WrittenSheet) cells = written_sheet(made.path, CELLS);
    const char *written = written_text(cells, heading_row(cells, "年度") + 1, 4);
    if (_i <= 20000)
        ck_assert_str_eq(written, name->str);
    else
        ck_assert(g_str_has_suffix(written, "……（以下略去）"));
}
END_TEST

/* Rows of one table that no rule looks at for long. */
static Department *large_department(int rows)
{
    Department *department = sample_of_text("示例");
    Table *table = table_new();
    table->state = TABLE_READ;
    table->page = 1;
    table->unit = FEN_PER_WAN_YUAN;
    g_ptr_array_add(table->columns, column_new("金额", 1, DIRECTION_NONE, FUND_ALL, ""));
    for (int i = 0; i < rows; i++) {
        Row *row = row_new();
        g_free(row->label);
        row->label = g_strdup_printf("项目 %d", i);
        g_free(row->path);
        row->path = g_strdup_printf("合计/一般公共服务支出/项目 %d", i);
        row->page = 1 + i / 40;
        row->line = 1 + i % 40;
        row->parent = -1;
        g_ptr_array_add(table->rows, row);
        Cell cell = {.row = i, .amount = {i * 12345, 1}, .proof = PROOF_GRID, .alternatives = g_strdup("")};
        g_array_append_val(table->cells, cell);
    }
    g_ptr_array_add(((Filing *)g_ptr_array_index(department->filings, 0))->tables, table);
    return department;
}

/* In memory, and row by row: the same sheets either way. */
START_TEST(many_cells)
{
    static const BookLimits row_by_row = {1048576, 32767, 65530, 0};
    g_auto(Case) made = case_of(large_department(_i == 0 ? 1000 : 100000), 0);
    write_case(&made, NULL);
    g_autoptr(WrittenSheet) cells = _i == 0 ? written_sheet(made.path, CELLS) : NULL;
    if (_i > 0) {
        struct rusage used;
        ck_assert_int_eq(getrusage(RUSAGE_SELF, &used), 0);
        ck_assert_int_lt(used.ru_maxrss, 512 * 1024); /* kB: the cells themselves, and one row of the book */
        return;
    }
    write_case(&made, &row_by_row);
    for (int number = SUMMARY; number <= METHOD; number++) {
        g_autoptr(WrittenSheet) sheet = written_sheet(made.path, number);
        ck_assert_int_gt(sheet->rows, 3);
        for (int row = 0; number == CELLS && row < sheet->rows; row++)
            for (int column = 0; column < 13; column++) {
                const WrittenCell *one = written_cell(cells, row, column);
                const WrittenCell *other = written_cell(sheet, row, column);
                ck_assert_int_eq(one != NULL, other != NULL);
                ck_assert(one == NULL || one->number == other->number);
                ck_assert_str_eq(written_text(cells, row, column), written_text(sheet, row, column));
            }
    }
}
END_TEST

START_TEST(nothing_to_compare)
{
    Department *department = sample_of_text("示例");
    Filing *filing = g_ptr_array_index(department->filings, 0);
    g_ptr_array_set_size(filing->tables, 0);
    g_ptr_array_set_size(filing->claims, 0);
    g_auto(Case) made = case_of(department, 0);
    write_case(&made, NULL);
    g_autoptr(WrittenSheet) ledger = written_sheet(made.path, LEDGER);
    ck_assert_int_eq(ledger->rows, 2);
    ck_assert_str_eq(written_text(ledger, 1, 0), made.report.view->no_ledger);
    g_autoptr(WrittenSheet) summary = written_sheet(made.path, SUMMARY);
    check_text(summary, written_row(summary, "2024 年支出预算"), 1, "—");
}
END_TEST

Suite *workbook_suite(void)
{
    Suite *suite = suite_create("workbook");
    TCase *figures = tcase_create("figures");
    tcase_set_timeout(figures, 60);
    tcase_add_loop_test(figures, ledger_is_the_export, 0, SAMPLES);
    tcase_add_loop_test(figures, series_are_the_export, 0, SAMPLES);
    tcase_add_loop_test(figures, findings_are_the_export, 0, SAMPLES);
    tcase_add_loop_test(figures, cells_are_the_export, 0, SAMPLES);
    tcase_add_test(figures, page_one_in_formulas);
    tcase_add_loop_test(figures, nothing_is_counted_twice, 0, SAMPLES);
    tcase_add_test(figures, findings_lead_to_their_cells);
    suite_add_tcase(suite, figures);
    TCase *file = tcase_create("file");
    tcase_set_timeout(file, 60);
    tcase_add_test(file, same_bytes_twice);
    tcase_add_test(file, set_up_for_screen_and_paper);
    tcase_add_test(file, english);
    tcase_add_test(file, what_was_cut_is_told);
    tcase_add_test(file, nothing_is_told_when_nothing_was_cut);
    tcase_add_test(file, no_such_folder);
    tcase_add_test(file, something_else_is_there);
    tcase_add_loop_test(file, disk_is_full, 0, 7);
    suite_add_tcase(suite, file);
    TCase *odd = tcase_create("odd");
    tcase_set_timeout(odd, 60);
    tcase_add_loop_test(odd, hostile_texts_are_texts, 0, G_N_ELEMENTS(hostile_texts));
    tcase_add_loop_test(odd, long_names, 299, 301);
    tcase_add_loop_test(odd, long_names, 32767, 32768);
    /* The sanitizer's own memory would be measured with that of a hundred thousand cells. */
#ifdef __SANITIZE_ADDRESS__
    tcase_add_loop_test(odd, many_cells, 0, 1);
#else
    tcase_add_loop_test(odd, many_cells, 0, 2);
#endif
    tcase_add_test(odd, nothing_to_compare);
    suite_add_tcase(suite, odd);
    return suite;
}
