/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema/finding.h"

#include <check.h>
#include <string.h>

Suite *finding_suite(void);

static Filing *filing_of(const char *department, int year)
{
    Filing *filing = filing_new();
    g_free(filing->department);
    filing->department = g_strdup(department);
    g_free(filing->file);
    filing->file = g_strdup("虚构.txt");
    filing->fiscal_year = year;
    filing->id = 7;
    return filing;
}

START_TEST(takes_after_its_filing)
{
    g_autoptr(Filing) filing = filing_of("虚构县图书馆", 2024);
    Finding *finding = finding_new("sum.columns", SEVERITY_ERROR, filing, "行政运行", "2011301");
    ck_assert_str_eq(finding->department, "虚构县图书馆");
    ck_assert_int_eq(finding->fiscal_year, 2024);
    ck_assert_int_eq(finding->base_year, 0);
    ck_assert_str_eq(finding->status, "open");
    ck_assert_str_eq(finding->message, "");
    ck_assert(!finding->has_amount && finding->evidence->len == 0);
    finding_add_evidence(finding, filing, 8, 3, "表名", "2011301", NULL, NULL);
    const Evidence *evidence = g_ptr_array_index(finding->evidence, 0);
    ck_assert_str_eq(evidence->file, "虚构.txt");
    ck_assert_int_eq(evidence->filing, 7);
    ck_assert_int_eq(evidence->page, 8);
    ck_assert_int_eq(evidence->line, 3);
    ck_assert_str_eq(evidence->row, "2011301");
    ck_assert_str_eq(evidence->column, "");
    ck_assert_str_eq(evidence->text, "");
    finding_free(finding);
    finding_free(NULL);
}
END_TEST

/* What a finding is made of; a change in any of it makes another finding. */
typedef struct {
    const char *rule, *department, *subject, *code, *table, *row, *column, *text;
    int year, page, line;
    bool evidence;
} Making;

static Finding *finding_made(const Making *making)
{
    g_autoptr(Filing) filing = filing_of(making->department, making->year);
    Finding *finding = finding_new(making->rule, SEVERITY_ERROR, filing, making->subject, making->code);
    if (making->evidence)
        finding_add_evidence(finding, filing, making->page, making->line, making->table, making->row, making->column,
                             making->text);
    finding_settle_id(finding);
    return finding;
}

/* Two sentences held against one cell name it twice; another column of the same row is another place. */
START_TEST(a_place_is_named_once)
{
    g_autoptr(Filing) filing = filing_new();
    Finding *finding = finding_new("text.amount", SEVERITY_ERROR, filing, "", "");
    for (int i = 0; i < 2; i++)
        finding_add_evidence(finding, filing, 12, 3, "表名", "2080506", "合计", "87.3617");
    ck_assert_uint_eq(finding->evidence->len, 1);
    finding_add_evidence(finding, filing, 12, 3, "表名", "2080506", "基本支出", "87.3617");
    ck_assert_uint_eq(finding->evidence->len, 2);
    finding_free(finding);
}
END_TEST

START_TEST(id_is_the_fact)
{
    const Making first = {"sum.columns", "虚构县图书馆", "行政运行", "2011301", "表名", "2011301", "合计", "1.00", 2024, 8, 3,
                          true};
    Making others[10];
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
        others[i] = first;
    others[0].rule = "sum.children";
    others[1].department = "虚构县文化馆";
    others[2].subject = "机关服务";
    others[3].code = "2011303";
    others[4].table = "另一张表";
    others[5].row = "2011303";
    others[6].column = "基本支出";
    others[7].text = "约 1.00";
    others[8].year = 2023;
    others[9].evidence = false;
    Finding *finding = finding_made(&first);
    Finding *again = finding_made(&first);
    ck_assert_str_eq(finding->id, again->id);
    ck_assert_uint_eq(strlen(finding->id), FINDING_ID_LENGTH);
    ck_assert_uint_eq(strspn(finding->id, "0123456789abcdef"), FINDING_ID_LENGTH);
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
        Finding *other = finding_made(&others[i]);
        ck_assert_msg(!g_str_equal(finding->id, other->id), "change %" G_GSIZE_FORMAT, i);
        finding_free(other);
    }
    finding_free(again);
    finding_free(finding);
}
END_TEST

/* What a re-issue or another reading of the same paper changes: figures, spaces and line breaks, pages. */
START_TEST(id_outlives_figures)
{
    const Making first = {"text.share", "虚构县图书馆", "行政运行", "", "", "", "", "支出1,234.50 万元，占 5.1%", 2024, 8, 3, true};
    static const char *const texts[] = {"支出1,234.50 万元，占 5.1%", "支出\n99万元，占12%", "支出１２３．５万元,占5.1％"};
    Finding *finding = finding_made(&first);
    g_autofree char *figures = finding_figures(finding);
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        Making other = first;
        other.text = texts[i];
        other.page = 20 + (int)i;
        Finding *again = finding_made(&other);
        g_autofree char *others = finding_figures(again);
        ck_assert_msg(g_str_equal(finding->id, again->id), "%s", texts[i]);
        ck_assert_msg(g_str_equal(figures, others) == (i == 0), "%s", texts[i]);
        finding_free(again);
    }
    finding_free(finding);
}
END_TEST

/* Numbers are the same however they are set; a place said twice is one; the amount at issue is a figure. */
START_TEST(figures)
{
    static const struct {
        const char *texts[3];
        gint64 fen;
        bool same;
    } cases[] = {
        {{"减少 1,234.50 万元", "占 5%", NULL}, 7, true},    {{"占5%。", "减少1234.50万元", NULL}, 7, true},
        {{"减少１２３４．５０万元", "占 5%", "占 5 %"}, 7, true}, {{"减少1234.50万元", NULL, NULL}, 7, false},
        {{"减少1234.5万元", "占5%", NULL}, 7, false},          {{"减少12 34.50万元", "占5%", NULL}, 7, false},
        {{"减少 1,234.50 万元", "占 5%", NULL}, 8, false},
    };
    g_autofree char *first = NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Filing) filing = filing_of("虚构县图书馆", 2024);
        Finding *finding = finding_new("text.share", SEVERITY_ERROR, filing, "支出", "");
        finding->has_amount = true;
        finding->amount = (Amount){cases[i].fen, 1};
        for (int k = 0; k < 3 && cases[i].texts[k] != NULL; k++)
            finding_add_evidence(finding, filing, k, k, NULL, NULL, NULL, cases[i].texts[k]);
        char *is = finding_figures(finding);
        if (first == NULL)
            first = g_strdup(is);
        ck_assert_msg(g_str_equal(first, is) == cases[i].same, "case %" G_GSIZE_FORMAT, i);
        g_free(is);
        finding_free(finding);
    }
}
END_TEST

/* Two that only their place tells apart have two ids, the same ones in whatever order they are found. */
START_TEST(twins_are_numbered)
{
    const Making upper = {"reason.vague", "虚构县图书馆", "行政运行", "", "", "", "", "增加1万元", 2024, 8, 3, true};
    Making lower = upper;
    lower.page = 12;
    lower.text = "增加2万元";
    g_autofree char *alone = NULL;
    g_autofree char *second = NULL;
    for (int order = 0; order < 2; order++) {
        g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func((GDestroyNotify)finding_free);
        g_ptr_array_add(findings, finding_made(order == 0 ? &upper : &lower));
        g_ptr_array_add(findings, finding_made(order == 0 ? &lower : &upper));
        const Finding *first = g_ptr_array_index(findings, order);
        const Finding *other = g_ptr_array_index(findings, 1 - order);
        ck_assert_str_eq(first->id, other->id);
        if (order == 0)
            alone = g_strdup(first->id);
        findings_settle_ids(findings);
        ck_assert_str_eq(first->id, alone);
        ck_assert_str_ne(first->id, other->id);
        if (order == 0)
            second = g_strdup(other->id);
        ck_assert_str_eq(other->id, second);
    }
}
END_TEST

/* A spelling that comes in with another filing joins two names: the findings of this one stay what they are. */
START_TEST(id_outlives_spellings)
{
    char *ids[2];
    for (int i = 0; i < 2; i++) {
        g_autoptr(Filing) filing = filing_of(i == 0 ? "虚构县图书馆" : "示例市虚构县图书馆", 2024);
        Source *source = source_new("a.txt", "", "", 0);
        text_set(&source->department, "虚构县图书馆");
        g_ptr_array_add(filing->sources, source);
        Finding *finding = finding_new("text.share", SEVERITY_ERROR, filing, "支出", "");
        if (i == 0)
            finding_add_evidence(finding, filing, 1, 7, NULL, NULL, NULL, "");
        else
            finding_add_evidence(finding, filing, 0, 7, NULL, NULL, NULL, "");
        finding_settle_id(finding);
        ids[i] = g_strdup(finding->id);
        finding_free(finding);
    }
    ck_assert_str_eq(ids[0], ids[1]);
    g_free(ids[0]);
    g_free(ids[1]);
}
END_TEST

/* Wording, severity, status and further places may change: the sign-off of a finding must outlive them. */
START_TEST(id_outlives_wording)
{
    const Making making = {"sum.columns", "虚构县图书馆", "行政运行", "2011301", "表名", "2011301", "合计", "1.00", 2024, 8, 3,
                           true};
    Finding *finding = finding_made(&making);
    g_autofree char *id = g_strdup(finding->id);
    g_autoptr(Filing) filing = filing_of("虚构县图书馆", 2024);
    finding_add_evidence(finding, filing, 20, 1, NULL, NULL, NULL, "又一处");
    g_free(finding->message);
    finding->message = g_strdup("不相等");
    finding->severity = SEVERITY_NOTICE;
    finding_settle_id(finding);
    ck_assert_str_eq(finding->id, id);
    finding_free(finding);
}
END_TEST

/* In the order in which they must come out. */
static const struct {
    const char *department;
    int year;
    Severity severity;
    gint64 fen; /* 0: no amount */
    int page, line;
    const char *rule;
} ordered[] = {
    {"甲局", 2024, SEVERITY_ERROR, G_MININT64, 9, 9, "z"}, {"甲局", 2024, SEVERITY_ERROR, 500, 9, 9, "z"},
    {"甲局", 2024, SEVERITY_ERROR, -400, 9, 9, "z"},       {"甲局", 2024, SEVERITY_ERROR, 300, 1, 1, "z"},
    {"甲局", 2024, SEVERITY_ERROR, 300, 1, 2, "y"},        {"甲局", 2024, SEVERITY_ERROR, 300, 2, 1, "a"},
    {"甲局", 2024, SEVERITY_ERROR, 300, 2, 1, "b"},        {"甲局", 2024, SEVERITY_ERROR, 0, 1, 1, "a"},
    {"甲局", 2024, SEVERITY_WARNING, 900, 1, 1, "a"},      {"甲局", 2024, SEVERITY_NOTICE, 900, 1, 1, "a"},
    {"甲局", 2023, SEVERITY_ERROR, 900, 1, 1, "a"},        {"甲局乙所", 2025, SEVERITY_ERROR, 900, 1, 1, "a"},
};

START_TEST(order)
{
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func((GDestroyNotify)finding_free);
    /* Put in by a stride that has no common factor with their number: no order to begin with. */
    for (gsize i = 0; i < G_N_ELEMENTS(ordered); i++) {
        gsize from = i * 5 % G_N_ELEMENTS(ordered);
        g_autoptr(Filing) filing = filing_of(ordered[from].department, ordered[from].year);
        Finding *finding = finding_new(ordered[from].rule, ordered[from].severity, filing, "", "");
        finding->has_amount = ordered[from].fen != 0;
        finding->amount = (Amount){ordered[from].fen, 1};
        finding_add_evidence(finding, filing, ordered[from].page, ordered[from].line, NULL, NULL, NULL, NULL);
        finding_settle_id(finding);
        g_ptr_array_add(findings, finding);
    }
    g_ptr_array_sort(findings, finding_compare);
    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = g_ptr_array_index(findings, i);
        const Evidence *evidence = g_ptr_array_index(finding->evidence, 0);
        ck_assert_msg(g_str_equal(finding->department, ordered[i].department) &&
                          finding->fiscal_year == ordered[i].year && finding->severity == ordered[i].severity &&
                          finding->amount.fen == ordered[i].fen && evidence->page == ordered[i].page &&
                          evidence->line == ordered[i].line && g_str_equal(finding->rule, ordered[i].rule),
                      "place %u", i);
    }
}
END_TEST

START_TEST(order_without_places)
{
    g_autoptr(Filing) filing = filing_of("甲局", 2024);
    Finding *placed = finding_new("a", SEVERITY_ERROR, filing, "", "");
    Finding *unplaced = finding_new("b", SEVERITY_ERROR, filing, "", "");
    finding_add_evidence(placed, filing, 1, 1, NULL, NULL, NULL, NULL);
    const Finding *first = unplaced;
    const Finding *second = placed;
    ck_assert_int_lt(finding_compare(&first, &second), 0);
    ck_assert_int_gt(finding_compare(&second, &first), 0);
    ck_assert_int_eq(finding_compare(&first, &first), 0);
    finding_free(placed);
    finding_free(unplaced);
}
END_TEST

/* Evidence names the file it stands in and the page there, so that the order of the files makes no other finding. */
START_TEST(evidence_of_several_files)
{
    char *ids[2];
    for (int i = 0; i < 2; i++) {
        g_autoptr(Filing) filing = filing_new();
        filing->id = 1;
        Source *text = source_new("说明.txt", "", "", 0);
        text->id = 2;
        text->first_page = i == 0 ? 1 : 14;
        Source *tables = source_new("表.txt", "", "", 0);
        tables->id = 1;
        tables->first_page = i == 0 ? 21 : 1;
        g_ptr_array_add(filing->sources, i == 0 ? text : tables);
        g_ptr_array_add(filing->sources, i == 0 ? tables : text);
        Finding *finding = finding_new("text.share", SEVERITY_ERROR, filing, "支出", "");
        finding_add_evidence(finding, filing, text->first_page + 2, 7, NULL, NULL, NULL, "占比");
        const Evidence *evidence = g_ptr_array_index(finding->evidence, 0);
        ck_assert_str_eq(evidence->file, "说明.txt");
        ck_assert(evidence->filing == 2 && evidence->page == 3 && evidence->line == 7);
        finding_settle_id(finding);
        ids[i] = g_strdup(finding->id);
        finding_free(finding);
    }
    ck_assert_str_eq(ids[0], ids[1]);
    g_free(ids[0]);
    g_free(ids[1]);
}
END_TEST

Suite *finding_suite(void)
{
    Suite *suite = suite_create("finding");
    TCase *making = tcase_create("making");
    tcase_add_test(making, takes_after_its_filing);
    tcase_add_test(making, a_place_is_named_once);
    tcase_add_test(making, id_is_the_fact);
    tcase_add_test(making, id_outlives_wording);
    tcase_add_test(making, id_outlives_figures);
    tcase_add_test(making, id_outlives_spellings);
    tcase_add_test(making, figures);
    tcase_add_test(making, twins_are_numbered);
    tcase_add_test(making, evidence_of_several_files);
    suite_add_tcase(suite, making);
    TCase *ordering = tcase_create("order");
    tcase_add_test(ordering, order);
    tcase_add_test(ordering, order_without_places);
    suite_add_tcase(suite, ordering);
    return suite;
}
