/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/deflator.h"

#include <check.h>
#include <glib/gstdio.h>
#include <string.h>

#include "schema/error.h"
#include "tests/analysis/stat/near.h"

Suite *deflator_suite(void);

/* A product of a few ratios. */
static const double tolerance = 1e-14;

static char *below;

static void setup(void)
{
    below = g_dir_make_tmp("yusuan-deflator-XXXXXX", NULL);
    g_autofree char *folder = g_build_filename(below, "data", NULL);
    ck_assert_int_eq(g_mkdir(folder, 0700), 0);
}

static void teardown(void)
{
    g_autofree char *file = g_build_filename(below, "data", "deflator.tsv", NULL);
    g_autofree char *folder = g_build_filename(below, "data", NULL);
    g_unsetenv("YUSUAN_DATA");
    g_remove(file);
    g_remove(folder);
    g_remove(below);
    g_free(below);
}

static Deflator *deflator_of(const char *text, GError **error)
{
    g_autofree char *file = g_build_filename(below, "data", "deflator.tsv", NULL);
    ck_assert(g_file_set_contents(file, text, -1, NULL));
    g_setenv("YUSUAN_DATA", below, TRUE);
    return deflator_new(error);
}

/* Prices of the National Bureau of Statistics: 2016 102.0 and 2017 101.6, each with the year before = 100. */
START_TEST(ships_with)
{
    g_autoptr(Deflator) deflator = deflator_new(NULL);
    ck_assert_ptr_nonnull(deflator);
    ck_assert_int_eq(deflator_first(deflator), 2014);
    ck_assert_int_ge(deflator_last(deflator), 2024);
    assert_exact("same year", deflator_factor(deflator, 2020, 2020), 1);
    assert_near("a year on", deflator_factor(deflator, 2015, 2016), 1.02, tolerance);
    assert_near("two years on", deflator_factor(deflator, 2015, 2017), 1.02 * 1.016, tolerance);
    assert_near("back", deflator_factor(deflator, 2017, 2015), 1 / (1.02 * 1.016), tolerance);
    assert_near("from the year before the first row", deflator_factor(deflator, 2014, 2015), 1.014, tolerance);
    assert_none("too early", deflator_factor(deflator, 2013, 2020));
    assert_none("too late", deflator_factor(deflator, 2020, deflator_last(deflator) + 1));
}
END_TEST

START_TEST(takes_another_one)
{
    g_autoptr(Deflator) deflator = deflator_of("2020\t110\n2021\t120\n", NULL);
    ck_assert_ptr_nonnull(deflator);
    ck_assert_int_eq(deflator_first(deflator), 2019);
    ck_assert_int_eq(deflator_last(deflator), 2021);
    assert_near("both", deflator_factor(deflator, 2019, 2021), 1.32, tolerance);
}
END_TEST

START_TEST(refuses)
{
    static const struct {
        const char *text, *named;
    } rows[] = {
        {"2020\t110\n2022\t120\n", "2022"}, {"2021\t110\n2020\t120\n", "2020"}, {"2020\t110\n2020\t110\n", "2020"},
        {"2020\t0\n", "2020"},              {"2020\t-3\n", "-3"},               {"2020\tnone\n", "none"},
        {"2020\t\n", "deflator.tsv"},               {"20.5\t101\n", "20.5"},            {"2020\t1e999\n", "1e999"},
        {"# nothing\n", "deflator.tsv"},    {"2020\tnan\n", "nan"},
    };
    g_autoptr(GError) error = NULL;
    g_autoptr(Deflator) deflator = deflator_of(rows[_i].text, &error);
    ck_assert_msg(deflator == NULL, "%s", rows[_i].text);
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE));
    ck_assert_msg(strstr(error->message, rows[_i].named) != NULL, "%s", error->message);
}
END_TEST

Suite *deflator_suite(void)
{
    Suite *suite = suite_create("analysis/deflator");
    TCase *tests = tcase_create("deflator");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, ships_with);
    tcase_add_test(tests, takes_another_one);
    tcase_add_loop_test(tests, refuses, 0, 11);
    suite_add_tcase(suite, tests);
    return suite;
}
