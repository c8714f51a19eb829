/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/body_name.h"

#include <check.h>
#include <glib.h>

Suite *body_name_suite(void);

static const struct {
    const char *why, *a, *b;
    bool match;
} pairs[] = {
    {"the same", "虚构县图书馆", "虚构县图书馆", true},
    {"the city in front", "虚构区财政局", "示例市虚构区财政局", true},
    {"province and city in front", "虚构区财政局", "某某省示例市虚构区财政局", true},
    {"an autonomous region in front", "虚构县图书馆", "示例自治区虚构县图书馆", true},
    {"the party in front", "虚构县委办公室", "中共虚构县委办公室", true},
    {"the party in full", "虚构县委办公室", "中国共产党虚构县委办公室", true},
    {"the party in one, the city in the other", "中共虚构县委办公室", "示例市虚构县委办公室", true},
    {"long enough without a place", "档案数据资源中心", "虚构市档案数据资源中心", true},
    {"an office that every county has", "财政局", "虚构区财政局", false},
    {"another county's", "虚构县财政局", "示例县财政局", false},
    {"a branch of it", "虚构县图书馆", "虚构县图书馆分馆", false},
    {"a body below it", "虚构县水利局", "虚构县水利局水文站", false},
    {"cut in the middle of a place", "构县财政局", "示例市虚构县财政局", false},
    {"words in front that are no place", "虚构县图书馆", "关于虚构县图书馆", false},
    {"nothing", "", "虚构县图书馆", false},
};

START_TEST(names)
{
    ck_assert_msg(body_names_match(pairs[_i].a, pairs[_i].b) == pairs[_i].match, "%s", pairs[_i].why);
    ck_assert_msg(body_names_match(pairs[_i].b, pairs[_i].a) == pairs[_i].match, "%s, the other way", pairs[_i].why);
}
END_TEST

Suite *body_name_suite(void)
{
    Suite *suite = suite_create("body_name");
    TCase *tests = tcase_create("names");
    tcase_add_loop_test(tests, names, 0, G_N_ELEMENTS(pairs));
    suite_add_tcase(suite, tests);
    return suite;
}
