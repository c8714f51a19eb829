/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "tests/analysis/rule/build.h"

Suite *department_names_suite(void);

#define OLD "虚构县水务局"
#define NEW "虚构县水利局"

/*
 * The filings before the budget of 2024, as "name when" (2023, or 2022a for final accounts, or 2023u for a unit's), the
 * name that the budget of 2024 prints, and what is told.
 */
static const struct {
    const char *why, *before, *now;
    int row, year; /* of a link of the user's from OLD to NEW; 0 for none */
    const char *told;
} cases[] = {
    {"the first filing", "", NEW, 0, 0, ""},
    {"the same name", NEW " 2023", NEW, 0, 0, ""},
    {"another spelling of it", "示例市" NEW " 2023", NEW, 0, 0, ""},
    {"renamed", OLD " 2023", NEW, 0, 0, "year.renamed notice " NEW},
    {"renamed after a gap", OLD " 2019 " OLD " 2020", NEW, 0, 0, "year.renamed notice " NEW},
    {"renamed the year before", OLD " 2022 " NEW " 2023", NEW, 0, 0, ""},
    {"final accounts under the old name come after the budget", OLD " 2023a", NEW, 0, 0, ""},
    {"final accounts under the new name came before it", OLD " 2023 " NEW " 2022a", NEW, 0, 0, ""},
    {"a unit of the same department under the old name", OLD " 2023u", NEW, 0, 0, ""},
    {"a name that comes back by itself", NEW " 2021 " OLD " 2022", NEW, 0, 0, ""},
    {"a name that comes back by the user's word", NEW " 2021 " OLD " 2022", NEW, 1, 2024, "year.renamed notice " NEW},
    {"… said of another year", NEW " 2021 " OLD " 2022", NEW, 1, 2023, ""},
    {"under the old name, late", NEW " 2023", OLD, 1, 2023, ""},
    {"not from a store", OLD " 2023", "", 0, 0, ""},
};

static void add_filings(Bench *bench, const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    for (guint i = 0; words[i] != NULL && words[i + 1] != NULL; i += 2) {
        Filing *filing = bench_add_filing(bench, (int)g_ascii_strtoull(words[i + 1], NULL, 10));
        text_set(&filing->printed_department, words[i]);
        filing->kind = strchr(words[i + 1], 'a') != NULL ? KIND_ACCOUNTS : KIND_BUDGET;
        filing->scope = strchr(words[i + 1], 'u') != NULL ? SCOPE_UNIT : SCOPE_DEPARTMENT;
    }
}

static void add_link(Bench *bench, const NameLink *link)
{
    bench->department->renames = g_ptr_array_new_with_free_func((GDestroyNotify)name_link_free);
    g_ptr_array_add(bench->department->renames, name_link_copy(link));
}

START_TEST(names_over_the_years)
{
    Bench *bench = bench_new();
    add_filings(bench, cases[_i].before);
    text_set(&bench->filing->printed_department, cases[_i].now);
    NameLink link = {(char *)OLD, (char *)NEW, cases[_i].year, cases[_i].row, 0, (char *)"", 0, 0, (char *)""};
    if (cases[_i].row > 0)
        add_link(bench, &link);
    bench_run(bench, rule_department_names);
    bench_assert(bench, cases[_i].why, cases[_i].told);
    bench_free(bench);
}
END_TEST

/* The name in both filings, and the sentence that states the change. */
START_TEST(shows_both_names)
{
    Bench *bench = bench_new();
    add_filings(bench, OLD " 2023");
    Filing *before = g_ptr_array_index(bench->department->filings, 0);
    before = before != bench->filing ? before : g_ptr_array_index(bench->department->filings, 1);
    text_set(&bench->filing->printed_department, NEW);
    bench->filing->id = 7;
    filing_add_evidence(bench->filing, "department", "编制部门：" NEW, 2, 5);
    filing_add_evidence(before, "department", "编制部门：" OLD, 3, 6);
    NameLink link = {(char *)OLD, (char *)NEW, 2024, 0, 7, bench->filing->file, 1, 9, (char *)"我局由原" OLD "更名为" NEW};
    add_link(bench, &link);
    bench_run(bench, rule_department_names);
    const Finding *finding = bench_only(bench, "year.renamed");
    ck_assert_int_eq(finding->base_year, 2023);
    ck_assert_ptr_nonnull(strstr(finding->message, "由“" OLD "”（2023 年预算）更名为“" NEW "”（2024 年预算）"));
    ck_assert_ptr_nonnull(strstr(finding->message, "我局由原"));
    static const struct {
        int page, line;
    } places[] = {{2, 5}, {3, 6}, {1, 9}};
    ck_assert_uint_eq(finding->evidence->len, G_N_ELEMENTS(places));
    for (guint i = 0; i < finding->evidence->len; i++) {
        const Evidence *evidence = g_ptr_array_index(finding->evidence, i);
        ck_assert_int_eq(evidence->page, places[i].page);
        ck_assert_int_eq(evidence->line, places[i].line);
    }
    bench_free(bench);
}
END_TEST

Suite *department_names_suite(void)
{
    Suite *suite = suite_create("department_names");
    TCase *tests = tcase_create("names");
    tcase_add_loop_test(tests, names_over_the_years, 0, G_N_ELEMENTS(cases));
    tcase_add_test(tests, shows_both_names);
    suite_add_tcase(suite, tests);
    return suite;
}
