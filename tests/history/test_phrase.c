/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/phrase.h"

#include <check.h>
#include <string.h>

#include "history/wording.h"
#include "schema/data.h"

Suite *phrase_suite(void);

static const struct {
    const char *heading, *subject;
    const char *quantity; /* NULL: none */
    const char *name;
} phrases[] = {
    {"关于2024年收入预算情况说明", "一般公共预算", "revenue/general/local", "一般公共预算"},
    {"关于2024年收入预算情况说明", "收入预算总额", "revenue/all/total", "收入预算"},
    {"关于2024年收入预算情况说明", "部门收入", "revenue/all/total", "收入预算"},
    {"关于2024年收入预算情况说明", "财政专户（教育收费）", "revenue/special-account/total", "财政专户"},
    {"关于2024年收入预算情况说明", "上级一般公共预算安排的转移支付", "revenue/general/transfer", "上级一般公共预算安排的转移支付"},
    {"关于2024年收入预算情况说明", "财政拨款结转结余", "carryover/all/appropriation", "财政拨款结转"},
    {"关于2024年支出预算情况说明", "基本支出", "expenditure/all/basic", "基本支出"},
    {"关于2024年一般公共预算当年拨款情况说明", "基本支出", "expenditure/general/basic", "基本支出"},
    {"关于2024年一般公共预算当年拨款情况说明", "一般公共预算当年拨款合计", "expenditure/general/total", "一般公共预算拨款"},
    {"关于2024年一般公共预算基本支出情况说明", "人员经费", "expenditure/general/personnel", "人员经费"},
    {"关于2024年一般公共预算基本支出情况说明", "日常公用经费", "expenditure/general/operating", "公用经费"},
    {"关于2024年政府性基金预算拨款情况说明", "项目支出", "expenditure/government-fund/project", "项目支出"},
    {"关于2024年财政拨款三公经费预算情况说明", "三公经费财政拨款预算数为", "expenditure/all/three-public", "三公经费"},
    {"", "公务用车购置及运行维护费", "expenditure/all/vehicles", "公务用车购置及运行费"},
    {"", "机关运行经费财政拨款预算", "expenditure/general/administrative", "机关运行经费"},
    {"", "收、支预算总计", "expenditure/all/total", "收支总预算"},
    {"关于2024年财政拨款收支预算情况的总体说明", "收支总预算", "revenue/all/appropriation", "财政拨款收支总预算"},
    {"政府采购情况", "货物类采购", "expenditure/all/procurement-goods", "政府采购货物"},
    {"政府采购情况", "政府采购预算", "expenditure/all/procurement", "政府采购"},

    /* Endings that only introduce the figure go, one after the other. */
    {"关于2024年支出预算情况说明", "基本支出预算数为", "expenditure/all/basic", "基本支出"},
    {"关于2024年支出预算情况说明", "项目支出安排预算金额共计", "expenditure/all/project", "项目支出"},

    {"关于2024年收入预算情况说明", "基本支出", NULL, NULL}, /* the word belongs to another section */
    {"关于2024年支出预算情况说明", "购车费用", NULL, NULL},
    {"关于2024年支出预算情况说明", "基本支出和项目支出", NULL, NULL},
    {"关于2024年支出预算情况说明", "预算数为", NULL, NULL},
    {"", "", NULL, NULL},
};

START_TEST(meaning_of_a_subject)
{
    Phrase phrase;
    bool found = phrase_from_subject(KIND_BUDGET, phrases[_i].heading, phrases[_i].subject, &phrase);
    ck_assert_msg(found == (phrases[_i].quantity != NULL), "%s", phrases[_i].subject);
    if (!found)
        return;
    g_autofree char *quantity =
        g_strdup_printf("%s/%s/%s", direction_word(phrase.direction), fund_word(phrase.fund), phrase.measure);
    ck_assert_msg(g_str_equal(quantity, phrases[_i].quantity), "%s: %s", phrases[_i].subject, quantity);
    ck_assert_str_eq(phrase.name, phrases[_i].name);
}
END_TEST

/* A row of the data file that is wrong would be left out in silence. */
START_TEST(data_is_sound)
{
    g_autoptr(GPtrArray) rows = data_rows("data/phrases.tsv", 7, NULL);
    ck_assert_ptr_nonnull(rows);
    ck_assert_uint_gt(rows->len, 40);
    for (guint i = 0; i < rows->len; i++) {
        char **fields = g_ptr_array_index(rows, i);
        ck_assert_msg(g_strv_length(fields) == 7 && fields[6][0] != '\0', "row %u", i + 1);
        for (int wording = 1; wording <= 2; wording++) {
            g_autoptr(GPtrArray) texts = wording_texts(fields[wording]);
            ck_assert_msg(texts != NULL, "%s", fields[wording]);
        }
        Kind kind = KIND_BUDGET;
        ck_assert_msg(fields[0][0] == '\0' || kind_from_word(fields[0], &kind), "%s", fields[0]);
        Direction direction;
        Fund fund;
        ck_assert_msg(direction_from_word(fields[3], &direction) && direction != DIRECTION_NONE, "%s", fields[6]);
        ck_assert_msg(fund_from_word(fields[4], &fund), "%s", fields[6]);
        ck_assert_msg(fields[5][0] != '\0', "%s", fields[6]);
        /* The name that exports show is itself a wording of the phrase. */
        Phrase phrase;
        g_autoptr(GPtrArray) sections = wording_texts(fields[1]);
        const char *section = g_ptr_array_index(sections, sections->len - 1);
        ck_assert_msg(phrase_from_subject(kind, section, fields[6], &phrase), "%s is no wording of itself", fields[6]);
    }
}
END_TEST

Suite *phrase_suite(void)
{
    Suite *suite = suite_create("phrase");
    TCase *reading = tcase_create("phrases");
    tcase_add_loop_test(reading, meaning_of_a_subject, 0, G_N_ELEMENTS(phrases));
    tcase_add_test(reading, data_is_sound);
    suite_add_tcase(suite, reading);
    return suite;
}
