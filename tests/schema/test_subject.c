/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema/subject.h"

#include <check.h>

Suite *subject_suite(void);

static const struct {
    const char *why;
    Rows rows;
    const char *code;
    int year;
    const char *name; /* NULL: unknown */
} names[] = {
    {"an item", ROWS_FUNCTIONAL, "2011301", 2024, "行政运行"},
    {"a class", ROWS_FUNCTIONAL, "201", 2024, "一般公共服务支出"},
    {"the class as it was called", ROWS_FUNCTIONAL, "201", 2013, "一般公共服务"},
    {"the first year of the new name", ROWS_FUNCTIONAL, "201", 2014, "一般公共服务支出"},
    {"a year before all: some name of it", ROWS_FUNCTIONAL, "2011301", 1990, "行政运行"},
    {"an economic group", ROWS_ECONOMIC, "30101", 2024, "基本工资"},
    {"a code before it was re-used", ROWS_ECONOMIC, "30311", 2017, "住房公积金"},
    {"a code after it was re-used", ROWS_ECONOMIC, "30311", 2024, "代缴社会保险费"},
    {"not in this classification", ROWS_FUNCTIONAL, "30101", 2024, NULL},
    {"not in the other either", ROWS_ECONOMIC, "2011301", 2024, NULL},
    {"no such code", ROWS_FUNCTIONAL, "2999999", 2024, NULL},
    {"no code", ROWS_FUNCTIONAL, "", 2024, NULL},
};

START_TEST(name_of_a_code)
{
    const char *name = subject_name(names[_i].rows, names[_i].code, names[_i].year);
    if (names[_i].name == NULL)
        ck_assert_msg(name == NULL, "%s: %s", names[_i].why, name);
    else
        ck_assert_msg(name != NULL && g_str_equal(name, names[_i].name), "%s: %s", names[_i].why, name);
}
END_TEST

static const struct {
    const char *why;
    Rows rows;
    const char *parent, *name;
    const char *code; /* NULL: none, or not one alone */
} codes[] = {
    {"a class", ROWS_FUNCTIONAL, "", "一般公共服务支出", "201"},
    {"an older name of a class", ROWS_FUNCTIONAL, "", "一般公共服务", "201"},
    {"a name that stands in many places, below one parent", ROWS_FUNCTIONAL, "20113", "行政运行", "2011301"},
    {"the same below another", ROWS_FUNCTIONAL, "20101", "行政运行", "2010101"},
    {"an item is no child of a class", ROWS_FUNCTIONAL, "201", "行政运行", NULL},
    {"an item is no class", ROWS_FUNCTIONAL, "", "行政运行", NULL},
    {"an economic class", ROWS_ECONOMIC, "", "工资福利支出", "301"},
    {"an economic group", ROWS_ECONOMIC, "302", "办公费", "30201"},
    {"below the wrong class", ROWS_ECONOMIC, "301", "办公费", NULL},
    {"a name of two siblings", ROWS_FUNCTIONAL, "22999", "其他支出", NULL},
    {"the same name higher up", ROWS_FUNCTIONAL, "", "其他支出", "229"},
    {"no such name", ROWS_FUNCTIONAL, "", "虚构支出", NULL},
    {"no name", ROWS_FUNCTIONAL, "", "", NULL},
    {"below a code that is none", ROWS_FUNCTIONAL, "2011301", "行政运行", NULL},
};

START_TEST(code_of_a_name)
{
    const char *code = subject_code(codes[_i].rows, codes[_i].parent, codes[_i].name);
    ck_assert_msg(g_strcmp0(code, codes[_i].code) == 0, "%s: %s", codes[_i].why, code);
}
END_TEST

START_TEST(any_name_it_ever_had)
{
    ck_assert(subject_is_named(ROWS_FUNCTIONAL, "201", "一般公共服务"));
    ck_assert(subject_is_named(ROWS_FUNCTIONAL, "201", "一般公共服务支出"));
    ck_assert(subject_is_named(ROWS_ECONOMIC, "30311", "住房公积金"));
    ck_assert(subject_is_named(ROWS_ECONOMIC, "30311", "代缴社会保险费"));
    ck_assert(!subject_is_named(ROWS_FUNCTIONAL, "201", "外交支出"));
    ck_assert(!subject_is_named(ROWS_FUNCTIONAL, "201", ""));
    ck_assert(!subject_is_named(ROWS_FUNCTIONAL, "999", "一般公共服务"));
}
END_TEST

static const struct {
    Rows rows;
    const char *code;
    bool plausible;
} shapes[] = {
    {ROWS_FUNCTIONAL, "201", true},      {ROWS_FUNCTIONAL, "20113", true},   {ROWS_FUNCTIONAL, "2011301", true},
    {ROWS_FUNCTIONAL, "2999999", true}, /* not in the dictionary, but of the right shape */
    {ROWS_FUNCTIONAL, "301", false},     {ROWS_FUNCTIONAL, "2011", false},   {ROWS_FUNCTIONAL, "20113011", false},
    {ROWS_FUNCTIONAL, "", false},        {ROWS_FUNCTIONAL, "20a", false},    {ROWS_FUNCTIONAL, "２０１", false},
    {ROWS_ECONOMIC, "301", true},        {ROWS_ECONOMIC, "30101", true},     {ROWS_ECONOMIC, "50101", true},
    {ROWS_ECONOMIC, "3010101", false},   {ROWS_ECONOMIC, "201", false},      {ROWS_ECONOMIC, "30", false},
};

START_TEST(shape_of_a_code)
{
    ck_assert_msg(subject_code_is_plausible(shapes[_i].rows, shapes[_i].code) == shapes[_i].plausible, "%s",
                  shapes[_i].code);
}
END_TEST

Suite *subject_suite(void)
{
    Suite *suite = suite_create("subject");
    TCase *dictionary = tcase_create("dictionary");
    tcase_add_loop_test(dictionary, name_of_a_code, 0, G_N_ELEMENTS(names));
    tcase_add_loop_test(dictionary, code_of_a_name, 0, G_N_ELEMENTS(codes));
    tcase_add_test(dictionary, any_name_it_ever_had);
    tcase_add_loop_test(dictionary, shape_of_a_code, 0, G_N_ELEMENTS(shapes));
    suite_add_tcase(suite, dictionary);
    return suite;
}
