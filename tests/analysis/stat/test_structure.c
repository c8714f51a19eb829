/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stat/structure.h"

#include <check.h>
#include <glib.h>

#include "tests/analysis/stat/near.h"
#include "tests/analysis/stat/reference.h"

Suite *structure_suite(void);

/* Sums of four products of doubles, printed with 15 digits. */
static const double tolerance = 1e-13;

START_TEST(as_in_r)
{
    const double before[] = {812.5, 204.1, 61.25, 12.75};
    const double after[] = {640, 355.5, 58.4, 30.6};
    const Concentration parts = concentration_from_parts(before, 4);

    assert_as_in_r("structure", "four", "herfindahl", parts.herfindahl, tolerance);
    assert_as_in_r("structure", "four", "effective", parts.effective, tolerance);
    assert_as_in_r("structure", "four", "change", structural_change(before, after, 4), tolerance);
    assert_as_in_r("structure", "four", "distance", aitchison_distance(before, after, 4), tolerance);
}
END_TEST

static const struct {
    const char *label;
    size_t n;
    double before[4], after[4];
    double effective, change; /* NAN: not computable */
    bool distance;
} cases[] = {
    {"equal parts", 4, {2, 2, 2, 2}, {5, 5, 5, 5}, 4, 0, true},
    {"one part", 1, {3}, {9}, 1, 0, false},
    {"all of it moved", 2, {1, 0}, {0, 1}, 1, 1, false},
    {"a part appears", 2, {3, 0}, {3, 1}, 1, 0.25, false},
    {"nothing before", 2, {0, 0}, {1, 1}, NAN, NAN, false},
    {"below zero", 2, {3, -1}, {1, 1}, NAN, NAN, false},
    {"no parts", 0, {0}, {0}, NAN, NAN, false},
};

static void assert_this(const char *label, Measured actual, double expected)
{
    if (isnan(expected))
        assert_none(label, actual);
    else
        assert_exact(label, actual, expected);
}

START_TEST(by_hand)
{
    const char *label = cases[_i].label;
    const Concentration parts = concentration_from_parts(cases[_i].before, cases[_i].n);

    assert_this(label, parts.effective, cases[_i].effective);
    ck_assert(parts.herfindahl.known == parts.effective.known);
    assert_this(label, structural_change(cases[_i].before, cases[_i].after, cases[_i].n), cases[_i].change);
    ck_assert_msg(aitchison_distance(cases[_i].before, cases[_i].after, cases[_i].n).known == cases[_i].distance, "%s", label);
}
END_TEST

Suite *structure_suite(void)
{
    Suite *suite = suite_create("analysis/stat/structure");
    TCase *tests = tcase_create("structure");

    tcase_add_test(tests, as_in_r);
    tcase_add_loop_test(tests, by_hand, 0, G_N_ELEMENTS(cases));
    suite_add_tcase(suite, tests);
    return suite;
}
