/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/identity.h"

#include <check.h>
#include <string.h>

#include "schema/error.h"
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

Suite *identity_suite(void)
{
    Suite *suite = suite_create("identity");
    TCase *reading = tcase_create("identity");
    tcase_add_loop_test(reading, whose_and_when, 0, G_N_ELEMENTS(filings));
    tcase_add_test(reading, contradictory_year);
    tcase_add_test(reading, printed_names);
    suite_add_tcase(suite, reading);
    return suite;
}
