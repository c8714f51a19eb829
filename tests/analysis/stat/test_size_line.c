/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stat/size_line.h"

#include <check.h>
#include <glib.h>

#include "tests/analysis/stat/near.h"
#include "tests/analysis/stat/reference.h"

Suite *size_line_suite(void);

/* GSL ends its iteration when a step changes the coefficients by 1.5e-8; R's was driven on to 1e-13. */
static const double tolerance = 1e-6;

static const double size[] = {120, 260, 410, 655, 830, 1240, 1900, 2750, 3300, 5200};
static const double cost[] = {18.1, 33.9, 61.2, 80.4, 119, 155, 610, 338, 405, 90};

START_TEST(as_in_r)
{
    static const char name[] = "ten, two far off";
    const SizeLine line = size_line_from_points(size, cost, 10);

    assert_as_in_r("size_line", name, "slope", line.slope, tolerance);
    assert_as_in_r("size_line", name, "intercept", line.intercept, tolerance);
    assert_as_in_r("size_line", name, "scale", line.scale, tolerance);
    assert_as_in_r("size_line", name, "excess", size_line_excess(&line, size[6], cost[6]), tolerance);
    assert_as_in_r("size_line", name, "z", size_line_z(&line, size[6], cost[6]), tolerance);
}
END_TEST

/* Doubling with the size, but for one that is ten times as dear: the line does not see it. */
START_TEST(one_far_off_does_not_bend_it)
{
    double x[8], y[8];

    for (size_t i = 0; i < 8; i++) {
        x[i] = (double)(1 << i);
        y[i] = 3 * x[i] * (1 + 0.01 * (double)(i % 3));
    }
    y[7] *= 10;
    const SizeLine line = size_line_from_points(x, y, 8);
    ck_assert(line.slope.known && fabs(line.slope.value - 1) < 0.01);
    const Measured excess = size_line_excess(&line, x[7], y[7]);
    ck_assert(excess.known && excess.value > 850 && excess.value < 950);
}
END_TEST

START_TEST(not_computable)
{
    const double same[] = {7, 7, 7, 7, 7, 7};
    const double zero[] = {0, 1, 2, 3, 4, 5};

    assert_none("five points", size_line_from_points(size, cost, 5).slope);
    assert_none("one size", size_line_from_points(same, cost, 6).slope);
    assert_none("a zero", size_line_from_points(size, zero, 6).slope);
    const SizeLine none = {0};
    assert_none("no line", size_line_excess(&none, 1, 1));
    const SizeLine line = size_line_from_points(size, cost, 10);
    assert_none("nothing spent", size_line_excess(&line, 100, 0));
    /* All on a line: what is expected is known, how unusual a residual is, is not. */
    const SizeLine perfect = size_line_from_points(size, size, 10);
    assert_near("slope", perfect.slope, 1, 1e-9);
    assert_none("z on a perfect line", size_line_z(&perfect, 100, 200));
    assert_near("excess", size_line_excess(&perfect, 100, 200), 100, 1e-6);
}
END_TEST

Suite *size_line_suite(void)
{
    Suite *suite = suite_create("analysis/stat/size_line");
    TCase *tests = tcase_create("size_line");

    tcase_add_test(tests, as_in_r);
    tcase_add_test(tests, one_far_off_does_not_bend_it);
    tcase_add_test(tests, not_computable);
    suite_add_tcase(suite, tests);
    return suite;
}
