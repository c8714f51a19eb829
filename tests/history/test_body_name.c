/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/body_name.h"

#include <check.h>
#include <glib.h>

Suite *body_name_suite(void);

static const struct {
    const char *why;
    const char *a, *b;
    bool match;
} pairs[] = {
    {"the same", "虚构县财政局", "虚构县财政局", true},
    {"with its city in front", "某某市虚构区财政局", "虚构区财政局", true},
    {"with province and city", "某某省某某市虚构县财政局", "虚构县财政局", true},
    {"with an autonomous prefecture", "某某自治州虚构县财政局", "虚构县财政局", true},
    {"the party before it", "中共虚构省委办公厅", "虚构省委办公厅", true},
    {"the party in full", "中国共产党虚构县委员会组织部", "虚构县委组织部", true},
    {"the government in full", "虚构县人民政府办公室", "虚构县政府办公室", true},
    {"a county of two characters", "某某市乙县财政局", "乙县财政局", true},
    {"the party's and the government's", "中共虚构省政协办公厅", "虚构省政协办公厅", true},

    {"no place: too little to be known by", "虚构区财政局", "财政局", false},
    {"another county", "虚构县财政局", "另一县财政局", false},
    {"another body", "虚构县财政局", "虚构县税务局", false},
    {"a body of a body", "虚构县财政局国库中心", "虚构县财政局", false},
    {"what is in front is no place", "某某学校虚构县财政局", "虚构县财政局", false},
    {"a word that ends like a city", "虚构区城市管理局", "城市管理局", false},
    {"a word that ends like a district", "虚构县社区服务中心", "社区服务中心", false},
    {"begins with a place's level", "虚构区市场监督管理局", "市场监督管理局", false},
    {"one unit alone is not the department", "虚构县财政局（本级）", "虚构县财政局", false},
    {"nothing", "", "虚构县财政局", false},
};

START_TEST(names_of_one_body)
{
    ck_assert_msg(body_names_match(pairs[_i].a, pairs[_i].b) == pairs[_i].match, "%s", pairs[_i].why);
    ck_assert_msg(body_names_match(pairs[_i].b, pairs[_i].a) == pairs[_i].match, "%s, turned", pairs[_i].why);
}
END_TEST

static const struct {
    const char *name;
    bool plausible;
} names[] = {
    {"虚构县图书馆", true},
    {"虚构省人大常委会", true},
    {"虚构县商务和工业信息化局", true},
    {"虚构县财政局（本级）", true},
    {"虚构区", false}, /* a place */
    {"本部门", false},
    {"我局", false},
    {"根据虚构县财政局", false},
    {"虚构县2024年财政局", false},
    {"虚构县的图书馆", false},
    {"馆", false},
    {"（部门）", false},
    {"", false},
};

START_TEST(words_that_may_be_a_name)
{
    ck_assert_msg(body_name_is_plausible(names[_i].name) == names[_i].plausible, "%s", names[_i].name);
}
END_TEST

Suite *body_name_suite(void)
{
    Suite *suite = suite_create("body_name");
    TCase *reading = tcase_create("names");
    tcase_add_loop_test(reading, names_of_one_body, 0, G_N_ELEMENTS(pairs));
    tcase_add_loop_test(reading, words_that_may_be_a_name, 0, G_N_ELEMENTS(names));
    suite_add_tcase(suite, reading);
    return suite;
}
