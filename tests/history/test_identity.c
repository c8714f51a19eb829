/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/identity.h"

#include <check.h>
#include <string.h>

#include "schema/error.h"
#include "tests/history/paper_build.h"
#include "tests/history/spelling.h"

Suite *identity_suite(void);

#define NAMED "编制部门：虚构县图书馆 单位：万元\n"

static const struct {
    const char *why;
    const char *text;
    const char *is; /* "department year kind scope issued"; NULL: refused */
} filings[] = {
    {"a budget", "第二部分 2024 年部门预算公开表\n" NAMED, "虚构县图书馆 2024 budget department -"},
    {"final accounts", "第二部分 2023 年度部门决算公开表\n" NAMED, "虚构县图书馆 2023 accounts department -"},
    {"one unit alone", "第二部分 2024 年单位预算公开表\n" NAMED, "虚构县图书馆 2024 budget unit -"},
    {"the date under the last page", "2024 年部门预算公开表\n" NAMED "虚构县图书馆\n2024 年 2 月 9 日\n",
     "虚构县图书馆 2024 budget department 2024-02-09"},
    {"a date inside is none", "2024 年部门预算公开表\n" NAMED "2024年2月9日经批准。\n", "虚构县图书馆 2024 budget department -"},
    {"year from the headings of the text", "一、关于虚构县图书馆 2024 年收支预算情况的总体说明\n" NAMED,
     "虚构县图书馆 2024 budget department -"},
    {"name from the headings of the text alone",
     "二、关于虚构县图书馆 2024 年收入预算情况说明\n三、关于虚构县图书馆 2024 年支出预算情况说明\n",
     "虚构县图书馆 2024 budget department -"},
    {"name from the first part", "第一部分 虚构县图书馆概况\n第二部分 2024 年部门预算公开表\n", "虚构县图书馆 2024 budget department -"},
    {"the name most headings say",
     "2024 年部门预算公开表\n" NAMED NAMED "二、关于虚构县文化馆 2024 年收入预算情况说明\n", "虚构县图书馆 2024 budget department -"},
    {"last year's figures in the text do not count",
     "2024 年部门预算公开表\n" NAMED "2023 年预算数为 5.00 万元。\n比 2023 年预算增加。\n", "虚构县图书馆 2024 budget department -"},
    {"one heading of three with a slip", "2024 年部门预算公开表\n" NAMED
     "二、关于虚构县图书馆 2024 年收入预算情况说明\n三、关于虚构县图书馆 2023 年支出预算情况说明\n四、关于虚构县图书馆 2024 年财政拨款收支预算情况\n",
     "虚构县图书馆 2024 budget department -"},

    {"a cover whose title breaks after its year", "虚构省图书馆 2018 年度\n    部门预算公开\n", "虚构省图书馆 2018 budget department -"},
    {"a name alone on the cover", "虚构区图书馆\n2023年度部门决算\n第三部分 2023年度部门决算情况说明\n",
     "虚构区图书馆 2023 accounts department -"},
    {"the cover of one unit", "虚构区图书馆\n2023年度单位决算\n", "虚构区图书馆 2023 accounts unit -"},
    {"the title names a place, the field the body", "某某市虚构区2025年区级部门预算\n预算主管部门：某某市虚构区图书馆\n",
     "某某市虚构区图书馆 2025 budget department -"},
    {"tables alone, the year in one title", "公开01表\n收支预算总表\n部门：虚构省图书馆 单位：万元\n2019年政府采购预算表\n部门：虚构省图书馆 单位：万元\n",
     "虚构省图书馆 2019 budget department -"},
    {"a unit's field", "收入支出决算总表\n单位：虚构区图书馆\n金额单位：万元\n2023年度单位决算表\n", "虚构区图书馆 2023 accounts unit -"},
    {"text alone, named in its sentences",
     "第三部分 2019 年度部门预算情况说明\n虚构省图书馆 2019 年度收入、支出预算总计 13.11 万元。\n虚构省图书馆本年收入预算合计 13.11 万元。\n",
     "虚构省图书馆 2019 budget department -"},
    {"no heading says the year, the sentences do",
     "编制部门：虚构省图书馆\n2019年收入预算13.11万元，比2018年预算增加1.00万元。\n与2018年度收入相比持平。\n", "虚构省图书馆 2019 budget department -"},
    {"a wrapped line that begins with last year", "2024 年部门预算公开表\n" NAMED "2023年部门预算相比增加5.00万元\n2023年部门决算增加\n",
     "虚构县图书馆 2024 budget department -"},
    {"the full name and a short one", "虚构省某某市虚构县图书馆2024年度部门预算\n编制部门：虚构县图书馆\n编制部门：虚构县图书馆\n",
     "虚构县图书馆 2024 budget department -"},
    {"as often: the fullest", "虚构省某某市虚构县图书馆2024年度部门预算\n编制部门：虚构县图书馆\n", "虚构省某某市虚构县图书馆 2024 budget department -"},

    {"the year before the name", "2023年虚构县图书馆部门综合预算公开说明\n", "虚构县图书馆 2023 budget department -"},
    {"the year before the name, accounts", "2023年度虚构县虚构监狱决算公开\n", "虚构县虚构监狱 2023 accounts department -"},
    {"a table's title names no body", "2024年一般公共预算支出预算表\n", NULL},
    {"fields of a department or unit", "2025年部门收支总表\n部门/单位：虚构县图书馆 单位：万元\n2025年部门收入预算表\n部门名称：虚构县图书馆\n",
     "虚构县图书馆 2025 budget department -"},
    {"no year", "部门预算公开表\n" NAMED, NULL},
    {"a year that is none", "1024 年部门预算公开表\n" NAMED, NULL},
    {"two years, as often", "2024 年部门预算公开表\n2023 年部门预算公开表\n" NAMED, NULL},
    {"no department", "2024 年部门预算公开表\n单位：万元\n", NULL},
    {"a unit of money is no department", "2024 年部门预算公开表\n编制部门：万元\n", NULL},
    {"nothing", "", NULL},
};

START_TEST(whose_and_when)
{
    g_autoptr(Document) document = document_from_text(filings[_i].text);
    g_autoptr(Filing) filing = filing_new();
    g_autoptr(GError) error = NULL;
    bool known = identity_from_document(document, filing, &error);
    if (filings[_i].is == NULL) {
        ck_assert_msg(!known, "%s: %s %d", filings[_i].why, filing->department, filing->fiscal_year);
        ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT));
        return;
    }
    ck_assert_msg(known && error == NULL, "%s: %s", filings[_i].why, error != NULL ? error->message : "");
    g_autofree char *is =
        g_strdup_printf("%s %d %s %s %s", filing->department, filing->fiscal_year, kind_word(filing->kind),
                        scope_word(filing->scope), filing->issued[0] != '\0' ? filing->issued : "-");
    check_spelling(filings[_i].why, is, filings[_i].is);
}
END_TEST

/* The refusal says which years stand where. */
START_TEST(contradictory_year)
{
    g_autoptr(Document) document = document_from_text("2024 年部门预算公开表\n2022 年部门预算公开表\n" NAMED);
    g_autoptr(Filing) filing = filing_new();
    g_autoptr(GError) error = NULL;
    ck_assert(!identity_from_document(document, filing, &error));
    ck_assert_ptr_nonnull(strstr(error->message, "2022"));
    ck_assert_ptr_nonnull(strstr(error->message, "2024"));
}
END_TEST

/* Another body's name is kept with its place, for the rule that asks about it; the same name is kept once. */
START_TEST(printed_names)
{
    g_autoptr(Document) document =
        document_from_text("2024 年部门预算公开表\n" NAMED NAMED "\f" NAMED "编制部门：虚构县文化馆 单位：万元\n");
    g_autoptr(Filing) filing = filing_new();
    ck_assert(identity_from_document(document, filing, NULL));
    ck_assert_str_eq(filing->department, "虚构县图书馆");
    ck_assert_uint_eq(filing->names->len, 2);
    const PrintedName *other = g_ptr_array_index(filing->names, 1);
    ck_assert_str_eq(other->name, "虚构县文化馆");
    ck_assert_str_eq(other->where, "编制部门");
    ck_assert_int_eq(other->page, 2);
    ck_assert_int_eq(other->line, 2);
}
END_TEST

/* A file of one year under the name of another: its content counts, and it is told once. */
START_TEST(year_of_the_name)
{
    static const struct {
        const char *name, *text;
        const char *told; /* NULL: nothing */
    } rows[] = {
        {"虚构县图书馆-2024-预算.txt", "2024 年部门预算公开表\n" NAMED, NULL},
        {"虚构县图书馆-2023-预算.txt", "2024 年部门预算公开表\n" NAMED, "文件名写 2023 年，内容是 2024 年的，按内容"},
        {"虚构县图书馆.txt", "2024 年部门预算公开表\n" NAMED, NULL},
        {"2024年公开虚构县图书馆2023年决算.txt", "2023 年度部门决算公开表\n" NAMED, NULL},
        {"20240219123456.txt", "2023 年度部门决算公开表\n" NAMED, NULL},
        {"虚构县图书馆-2024-预算.txt", "部门预算公开表\n" NAMED, NULL}, /* nothing else says the year */
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(Document) document = document_from_text(rows[i].text);
        g_autoptr(Filing) filing = filing_new();
        ck_assert(identity_from_named_document(document, rows[i].name, filing, NULL));
        const Doubt *doubt = identity_file_year_doubt(filing);
        ck_assert_msg((doubt != NULL) == (rows[i].told != NULL), "%s", rows[i].name);
        ck_assert_uint_eq(filing->doubts->len, doubt != NULL);
        if (doubt != NULL) {
            ck_assert_str_eq(doubt->why, rows[i].told);
            ck_assert_ptr_nonnull(strstr(doubt->text, rows[i].name));
            ck_assert_int_eq(filing->fiscal_year, 2024);
        }
    }
}
END_TEST

/* Names of one body are no other body's. */
START_TEST(names_that_drift)
{
    g_autoptr(Document) document = document_from_text(
        "2024 年部门预算公开表\n编制部门：虚构省委办公厅\n编制部门：虚构省委办公厅\n编制部门：中共虚构省委办公厅\n编制部门：虚构省图书馆\n");
    g_autoptr(Filing) filing = filing_new();
    ck_assert(identity_from_document(document, filing, NULL));
    ck_assert_str_eq(filing->department, "虚构省委办公厅");
    ck_assert_uint_eq(filing->names->len, 2);
    ck_assert_str_eq(((const PrintedName *)g_ptr_array_index(filing->names, 1))->name, "虚构省图书馆");
}
END_TEST

static const IdentityEvidence *evidence_of(const Filing *filing, const char *what)
{
    for (guint i = 0; i < filing->evidence->len; i++) {
        const IdentityEvidence *evidence = g_ptr_array_index(filing->evidence, i);
        if (g_str_equal(evidence->what, what))
            return evidence;
    }
    return NULL;
}

/* Each thing that is found keeps the line that says it. */
START_TEST(evidence)
{
    g_autoptr(Document) document = document_from_text("封面\n\f第二部分 2023 年度部门决算公开表\n编制部门：虚构县图书馆\n");
    g_autoptr(Filing) filing = filing_new();
    ck_assert(identity_from_document(document, filing, NULL));
    const IdentityEvidence *year = evidence_of(filing, "fiscal_year");
    ck_assert_ptr_nonnull(year);
    ck_assert_str_eq(year->text, "第二部分 2023 年度部门决算公开表");
    ck_assert_int_eq(year->page, 2);
    ck_assert_int_eq(year->line, 1);
    ck_assert_ptr_nonnull(evidence_of(filing, "kind"));
    ck_assert_int_eq(evidence_of(filing, "department")->line, 2);
}
END_TEST

/* The file's name is the last resort, and says so. */
START_TEST(year_of_the_file_name)
{
    g_autoptr(Document) document = document_from_text("收支总表\n部门：虚构省图书馆 单位：万元\n");
    g_autoptr(Filing) filing = filing_new();
    ck_assert(identity_from_named_document(document, "虚构省图书馆-2018-决算-表.pdf", filing, NULL));
    ck_assert_int_eq(filing->fiscal_year, 2018);
    ck_assert_int_eq(filing->kind, KIND_ACCOUNTS);
    ck_assert_str_eq(evidence_of(filing, "fiscal_year")->text, "文件名：虚构省图书馆-2018-决算-表.pdf");
    ck_assert_int_eq(evidence_of(filing, "fiscal_year")->page, 0);
}
END_TEST

/* What the content says counts more than the file's name. */
START_TEST(content_before_the_file_name)
{
    g_autoptr(Document) document = document_from_text("2024 年部门预算公开表\n" NAMED);
    g_autoptr(Filing) filing = filing_new();
    ck_assert(identity_from_named_document(document, "2018年度决算.pdf", filing, NULL));
    ck_assert_int_eq(filing->fiscal_year, 2024);
    ck_assert_int_eq(filing->kind, KIND_BUDGET);
}
END_TEST

/* Workbooks of bare tables: the newest year that is planned over a column. */
START_TEST(year_over_the_columns)
{
    g_autoptr(Document) document = document_from_paper(paper_of_text(GRID_GIVEN,
        "支出预算表|<|<\n部门：虚构省图书馆||单位：万元\n科目名称|2023年执行数|2024年预算数\n图书馆|5.00|6.00"));
    g_autoptr(Filing) filing = filing_new();
    ck_assert(identity_from_named_document(document, "", filing, NULL));
    ck_assert_int_eq(filing->fiscal_year, 2024);
    ck_assert_ptr_nonnull(strstr(evidence_of(filing, "fiscal_year")->text, "2024年预算数"));
}
END_TEST

static const struct {
    const char *name;
    int year; /* 0: none */
} file_names[] = {
    {"虚构省图书馆-2018-预算-表.pdf", 2018}, {"2024年度部门决算.pdf", 2024}, {"2024决算2024.pdf", 2024}, {"20240219公开.pdf", 0},
    {"2023-2024.pdf", 0},                    {"附件1.pdf", 0},              {"0731.pdf", 0},             {"", 0},
};

START_TEST(years_in_file_names)
{
    int year = 0;
    ck_assert(identity_year_from_name(file_names[_i].name, &year) == (file_names[_i].year != 0));
    ck_assert_int_eq(year, file_names[_i].year);
}
END_TEST

Suite *identity_suite(void)
{
    Suite *suite = suite_create("identity");
    TCase *reading = tcase_create("identity");
    tcase_add_loop_test(reading, whose_and_when, 0, G_N_ELEMENTS(filings));
    tcase_add_test(reading, contradictory_year);
    tcase_add_test(reading, printed_names);
    tcase_add_test(reading, year_of_the_name);
    tcase_add_test(reading, names_that_drift);
    tcase_add_test(reading, evidence);
    tcase_add_test(reading, year_of_the_file_name);
    tcase_add_test(reading, year_over_the_columns);
    tcase_add_test(reading, content_before_the_file_name);
    tcase_add_loop_test(reading, years_in_file_names, 0, G_N_ELEMENTS(file_names));
    suite_add_tcase(suite, reading);
    return suite;
}
