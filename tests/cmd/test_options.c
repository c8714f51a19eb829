/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cmd/options.h"

#include <check.h>
#include <string.h>

#include "schema/error.h"
#include "schema/language.h"

Suite *options_suite(void);

static const OptionSpec first[] = {
    {"year", 0, OPTION_YEAR, "YEAR", "年度", "year"},
    {"fail-on", 0, OPTION_TEXT, "error|warning", "级别", "level"},
    {"threshold", 0, OPTION_LIST, "NAME=VALUE", "阈值", "threshold"},
    {"page", 0, OPTION_NUMBER, "N", "页", "page"},
    {NULL, 0, OPTION_FLAG, NULL, NULL, NULL},
};

static const OptionSpec second[] = {
    {"db", 0, OPTION_TEXT, "FILE", "库", "store"},
    {"quiet", 'q', OPTION_FLAG, NULL, "安静", "quiet"},
    {"verbose", 'v', OPTION_FLAG, NULL, "详细", "verbose"},
    {NULL, 0, OPTION_FLAG, NULL, NULL, NULL},
};

/* Parses "verb word word", checks the rest, and returns what is left, joined by '|'; NULL on error.
 */
static char *parse(Options *options, const char *line, bool leading, GError **error)
{
    g_auto(GStrv) words = g_strsplit(line, " ", -1);
    if (!options_parse(options, &words, leading, error) ||
        !options_check_rest(options, words, leading, error))
        return NULL;
    return g_strjoinv("|", words);
}

static const struct {
    const char *name, *line, *rest;
    bool leading;
} lines[] = {
    {"nothing", "verb", "verb", false},
    {"one word", "verb a", "verb|a", false},
    {"options anywhere", "verb -q a --year 2024 b", "verb|a|b", false},
    {"value after =", "verb --year=2024 a", "verb|a", false},
    {"short options together", "verb -qv a", "verb|a", false},
    {"a lone dash is a word", "verb - a", "verb|-|a", false},
    {"after -- all are words", "verb -q -- --year -x", "verb|--year|-x", false},
    {"-- before plain words", "verb -- a b", "verb|a|b", false},
    {"an empty word", "verb  a", "verb||a", false},
    {"Chinese value", "verb --db 库.db a", "verb|a", false},
    {"leading stops at the verb", "yusuan -q list --bogus", "yusuan|list|--bogus", true},
};

START_TEST(test_lines)
{
    g_autoptr(Options) options = options_new(first, second);
    g_autoptr(GError) error = NULL;
    g_autofree char *rest = parse(options, lines[_i].line, lines[_i].leading, &error);
    ck_assert_msg(rest != NULL, "%s: %s", lines[_i].name, error != NULL ? error->message : "");
    ck_assert_msg(strcmp(rest, lines[_i].rest) == 0, "%s: %s", lines[_i].name, rest);
}
END_TEST

static const struct {
    const char *line, *says;
    bool leading;
} faults[] = {
    {"verb --bogus", "no option --bogus", false},
    {"verb --yaer 2024", "did you mean --year?", false},
    {"verb -x", "no option -x", false},
    {"verb -qx", "no option -x", false},
    {"verb --year", "--year lacks its value", false},
    {"verb a --db", "--db lacks its value", false},
    {"verb --year 24", "not “24”", false},
    {"verb --year 2024x", "not “2024x”", false},
    {"verb --year 3000", "not “3000”", false},
    {"verb --page 0", "not “0”", false},
    {"verb --page 4294967297", "not “4294967297”", false},
    {"verb --fail-on notice", "takes error|warning, not “notice”", false},
    {"verb --fail-on error|warning", "takes error|warning", false},
    {"yusuan --bogus list", "no option --bogus", true},
};

START_TEST(test_faults)
{
    language_set(LANGUAGE_EN);
    g_autoptr(Options) options = options_new(first, second);
    g_autoptr(GError) error = NULL;
    g_autofree char *rest = parse(options, faults[_i].line, faults[_i].leading, &error);
    ck_assert_msg(rest == NULL, "%s was taken", faults[_i].line);
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE));
    ck_assert_msg(strstr(error->message, faults[_i].says) != NULL, "%s: %s", faults[_i].line,
                  error->message);
}
END_TEST

START_TEST(test_values)
{
    g_autoptr(Options) options = options_new(first, second);
    ck_assert_int_eq(option_number(options, "year"), 0);
    ck_assert_ptr_null(option_text(options, "db"));
    ck_assert_ptr_null(option_list(options, "threshold")[0]);
    g_autofree char *rest =
        parse(options, "verb --threshold a=1 --year 2024 --threshold b=2 -q --fail-on error", false,
              NULL);
    ck_assert_str_eq(rest, "verb");
    ck_assert_int_eq(option_number(options, "year"), 2024);
    ck_assert_str_eq(option_text(options, "fail-on"), "error");
    ck_assert_str_eq(option_list(options, "threshold")[0], "a=1");
    ck_assert_str_eq(option_list(options, "threshold")[1], "b=2");
    ck_assert_ptr_null(option_list(options, "threshold")[2]);
    ck_assert(option_flag(options, "quiet"));
    ck_assert(!option_flag(options, "verbose"));
}
END_TEST

/* The last of several values counts. */
START_TEST(test_repeated_value)
{
    g_autoptr(Options) options = options_new(first, second);
    g_autofree char *rest = parse(options, "verb --db one --db two", false, NULL);
    ck_assert_str_eq(rest, "verb");
    ck_assert_str_eq(option_text(options, "db"), "two");
}
END_TEST

/* What stands behind the verb wins over what stands before it. */
START_TEST(test_inherit)
{
    g_autoptr(Options) before = options_new(second, NULL);
    g_autoptr(Options) behind = options_new(first, second);
    g_autofree char *rest = parse(before, "yusuan --db before -q list", true, NULL);
    g_autofree char *none = parse(behind, "list --db behind -v", false, NULL);
    ck_assert_str_eq(rest, "yusuan|list");
    ck_assert_str_eq(none, "list");
    options_inherit(behind, before);
    ck_assert_str_eq(option_text(behind, "db"), "behind");
    ck_assert(option_flag(behind, "quiet") && option_flag(behind, "verbose"));
}
END_TEST

static const struct {
    const char *wrong, *right;
} near[] = {
    {"chekc", "check"},   {"chec", "check"}, {"lst", "list"}, {"reprot", "report"},
    {"frobnicate", NULL}, {"", NULL},        {"x", NULL},     {"list", "list"},
};

START_TEST(test_nearest)
{
    static const char *const words[] = {"import", "list", "check", "report", NULL};
    ck_assert_pstr_eq(nearest_word(near[_i].wrong, words), near[_i].right);
}
END_TEST

Suite *options_suite(void)
{
    Suite *suite = suite_create("options");
    TCase *tests = tcase_create("options");
    tcase_add_loop_test(tests, test_lines, 0, G_N_ELEMENTS(lines));
    tcase_add_loop_test(tests, test_faults, 0, G_N_ELEMENTS(faults));
    tcase_add_test(tests, test_values);
    tcase_add_test(tests, test_repeated_value);
    tcase_add_test(tests, test_inherit);
    tcase_add_loop_test(tests, test_nearest, 0, G_N_ELEMENTS(near));
    suite_add_tcase(suite, tests);
    return suite;
}
