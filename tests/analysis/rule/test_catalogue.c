/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All rules together: on the filings that the project ships, exactly what tests/filings/expected lists is found, and
 * nothing else.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "history/form.h"
#include "history/plain.h"
#include "history/reader.h"
#include "tests/analysis/rule/build.h"

Suite *catalogue_suite(void);

#define FILINGS "tests/filings"

START_TEST(is_a_table)
{
    gsize count = 0;
    const RuleInfo *infos = rule_infos(&count);
    ck_assert_uint_gt(count, 0);
    for (gsize i = 0; i < count; i++) {
        ck_assert_ptr_eq(rule_info(infos[i].id), &infos[i]); /* the first of its name: names are unique */
        ck_assert(infos[i].title_zh[0] != '\0' && infos[i].title_en[0] != '\0');
    }
    ck_assert_ptr_null(rule_info("sum"));
    ck_assert_ptr_null(rule_info(""));
}
END_TEST

START_TEST(finds_nothing_in_nothing)
{
    Bench *bench = bench_new();
    g_autoptr(GPtrArray) findings = findings_of_department(bench->department, bench->thresholds);
    ck_assert_uint_eq(findings->len, 0);
    bench_free(bench);
}
END_TEST

START_TEST(is_the_same_every_time)
{
    Bench *bench = bench_new();
    Table *table = build_table(bench->filing, "expenditure");
    build_row(table, "", "总计", "10.00 4.00 7.00");
    build_row(table, "201", "科目", "9.00 4.00 5.00");
    build_target(bench->filing, "完成任务数", "90");
    g_autoptr(GPtrArray) first = findings_of_department(bench->department, bench->thresholds);
    g_autoptr(GPtrArray) again = findings_of_department(bench->department, bench->thresholds);
    ck_assert_uint_ge(first->len, 3);
    ck_assert_uint_eq(first->len, again->len);
    for (guint i = 0; i < first->len; i++) {
        const Finding *one = g_ptr_array_index(first, i);
        ck_assert_uint_eq(strlen(one->id), FINDING_ID_LENGTH);
        ck_assert_str_eq(one->id, ((const Finding *)g_ptr_array_index(again, i))->id);
        if (i > 0)
            ck_assert_int_le(finding_compare(&g_ptr_array_index(first, i - 1), &g_ptr_array_index(first, i)), 0);
    }
    bench_free(bench);
}
END_TEST

/* Rules that rest on statistics: the expected files leave them out. */
static const char *const not_listed[] = {"change.unusual", "trend.break", "share.shift"};

static bool is_one_of(const char *rule, const char *const *rules, gsize count)
{
    for (gsize i = 0; i < count; i++)
        if (g_str_equal(rules[i], rule))
            return true;
    return false;
}

static const char *title_of_number(int number)
{
    const GPtrArray *tables = form_by_id("xinjiang-budget")->tables;
    for (guint i = 0; i < tables->len; i++) {
        const FormTable *table = g_ptr_array_index(tables, i);
        if (table->number == number)
            return table->titles[0];
    }
    return "";
}

/* 表6 302, 2011301→2011308, 20805, 2080501 or a plain name or code. */
static bool speaks_of(const Finding *finding, const char *subject)
{
    const Evidence *first = g_ptr_array_index(finding->evidence, 0);
    g_auto(GStrv) sides = g_strsplit(subject, "→", 2);
    g_auto(GStrv) list = g_strsplit(subject, ", ", -1);
    g_auto(GStrv) place = g_strsplit(subject, " ", 2);
    if (g_str_equal(subject, "部门整体绩效目标表"))
        return true;
    if (sides[1] != NULL)
        return g_strv_contains((const char *const *)sides, finding->code);
    if (list[1] != NULL)
        return g_strv_contains((const char *const *)list, finding->code);
    if (g_str_has_prefix(subject, "表") && place[1] != NULL)
        return g_str_equal(first->table, title_of_number(atoi(subject + strlen("表")))) &&
               (g_str_equal(finding->code, place[1]) || g_str_equal(finding->subject, place[1]));
    g_autofree char *wanted = label_key(subject);
    g_autofree char *found = label_key(finding->subject);
    return g_str_equal(finding->code, subject) || g_str_equal(wanted, found);
}

static void add_filing(Department *department, const char *name)
{
    g_autofree char *path = g_strdup_printf("%s/%s.txt", FILINGS, name);
    char *bytes = NULL;
    gsize length = 0;
    if (!g_file_get_contents(path, &bytes, &length, NULL))
        ck_abort_msg("cannot read %s: run from the top folder", path);
    g_autoptr(GBytes) content = g_bytes_new_take(bytes, length);
    g_autoptr(GPtrArray) filings = filings_from_bytes(name, content, NULL);
    ck_assert(filings != NULL && filings->len == 1);
    g_ptr_array_set_free_func(filings, NULL);
    g_ptr_array_add(department->filings, g_ptr_array_index(filings, 0));
}

/* Takes the finding that an expected row speaks of out of the list. */
static void take_expected(GPtrArray *findings, int year, const char *name, char **row)
{
    if (rule_info(row[0]) == NULL)
        ck_abort_msg("%s: the catalogue has no rule %s", name, row[0]);
    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = g_ptr_array_index(findings, i);
        if (finding->fiscal_year == year && g_str_equal(finding->rule, row[0]) && speaks_of(finding, row[1]) &&
            g_str_equal(severity_word(finding->severity), row[3])) {
            g_ptr_array_remove_index(findings, i);
            return;
        }
    }
    ck_abort_msg("%s: not found: %s %s (%s)", name, row[0], row[1], row[3]);
}

static void take_expected_of(GPtrArray *findings, int year, const char *name)
{
    g_autofree char *path = g_strdup_printf("%s/expected/%s.findings.tsv", FILINGS, name);
    g_autofree char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        ck_abort_msg("cannot read %s", path);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines + 1; lines[0] != NULL && *line != NULL; line++) {
        g_auto(GStrv) row = g_strsplit(*line, "\t", -1);
        if (g_strv_length(row) >= 4)
            take_expected(findings, year, name, row);
    }
}

/* The years of one department; 0 ends them. */
static const struct {
    const char *department;
    const char *names[7];
    int years[7];
} shipped[] = {
    {"虚构县图书馆", {"small"}, {2024}},
    {"示例县商务和工业信息化局", {"示例县商务和工业信息化局-2024-预算"}, {2024}},
    {"虚构市档案数据中心",
     {"虚构市档案数据中心-2019-预算", "虚构市档案数据中心-2020-预算", "虚构市档案数据中心-2021-预算",
      "虚构市档案数据中心-2022-预算", "虚构市档案数据中心-2023-预算", "虚构市档案数据中心-2024-预算"},
     {2019, 2020, 2021, 2022, 2023, 2024}},
};

START_TEST(finds_what_a_careful_reviewer_finds)
{
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    g_autoptr(Department) department = g_new0(Department, 1);
    department->name = g_strdup(shipped[_i].department);
    department->filings = g_ptr_array_new_with_free_func((GDestroyNotify)filing_free);
    department->restated = g_ptr_array_new_with_free_func((GDestroyNotify)filing_free);
    for (gsize i = 0; shipped[_i].years[i] != 0; i++)
        add_filing(department, shipped[_i].names[i]);
    g_autoptr(GPtrArray) findings = findings_of_department(department, thresholds);
    for (gsize i = 0; shipped[_i].years[i] != 0; i++)
        take_expected_of(findings, shipped[_i].years[i], shipped[_i].names[i]);
    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = g_ptr_array_index(findings, i);
        if (!is_one_of(finding->rule, not_listed, G_N_ELEMENTS(not_listed)))
            ck_abort_msg("nobody should find: %d %s %s: %s", finding->fiscal_year, finding->rule, finding->subject,
                         finding->message);
    }
}
END_TEST

Suite *catalogue_suite(void)
{
    Suite *suite = suite_create("catalogue");
    TCase *rules = tcase_create("rules");
    tcase_add_test(rules, is_a_table);
    tcase_add_test(rules, finds_nothing_in_nothing);
    tcase_add_test(rules, is_the_same_every_time);
    suite_add_tcase(suite, rules);
    TCase *filings = tcase_create("filings");
    tcase_add_loop_test(filings, finds_what_a_careful_reviewer_finds, 0, (int)G_N_ELEMENTS(shipped));
    suite_add_tcase(suite, filings);
    return suite;
}
