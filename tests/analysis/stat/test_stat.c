/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stat/stat.h"

#include <check.h>
#include <glib.h>
#include <string.h>

#include "tests/analysis/stat/near.h"

Suite *stat_suite(void);

#define REFERENCE "tests/analysis/stat/reference.tsv" /* made by reference.R beside it */

/*
 * R prints 15 digits and works in doubles as we do; logarithms, centred sums and quantiles by
 * iteration may cost each side some five of them, and 9 digits is what exports promise.
 */
static const double tolerance = 1e-9;

/* Of a perfect fit R gives the p of its rounding noise, 1e-62, where the row says 0. */
static const double smallest_p = 1e-50;

/* The longest series in the file has 70 years. */
enum { LONGEST = 100 };

typedef struct {
    int years[LONGEST];
    double values[LONGEST];
    size_t n;
} Series;

static Series series_parse(const char *years, const char *values)
{
    Series series = {.n = 0};
    g_auto(GStrv) year_texts = g_strsplit(years, ",", -1);
    g_auto(GStrv) value_texts = g_strsplit(values, ",", -1);

    ck_assert_uint_eq(g_strv_length(year_texts), g_strv_length(value_texts));
    for (; year_texts[series.n] != NULL; series.n++) {
        ck_assert_uint_lt(series.n, LONGEST);
        series.years[series.n] = (int)g_ascii_strtoll(year_texts[series.n], NULL, 10);
        series.values[series.n] = g_ascii_strtod(value_texts[series.n], NULL);
    }
    return series;
}

/* The field of a line that stands under `name`. */
static const char *field_named(char **header, char **fields, const char *name)
{
    for (size_t i = 0; header[i] != NULL; i++)
        if (strcmp(header[i], name) == 0)
            return fields[i];
    ck_abort_msg("no column %s in " REFERENCE, name);
    return NULL;
}

static void compare_field(const char *series, const char *column, Measured actual, const char *text)
{
    g_autofree char *label = g_strdup_printf("%s, %s", series, column);
    const double expected = g_ascii_strtod(text, NULL);

    if (*text == '\0')
        assert_none(label, actual);
    else if (strcmp(column, "ols_p") == 0 && expected < smallest_p)
        assert_exact(label, actual, 0);
    else
        assert_near(label, actual, expected, tolerance);
}

static void compare_line(char **header, char **fields)
{
    const char *name = field_named(header, fields, "name");
    const Series series = series_parse(field_named(header, fields, "years"),
                                       field_named(header, fields, "values"));
    const StatRow row = stat_row_from_series(series.years, series.values, series.n);

    ck_assert_uint_eq(row.n, g_ascii_strtoull(field_named(header, fields, "n"), NULL, 10));
    ck_assert_int_eq(row.first_year,
                     g_ascii_strtoll(field_named(header, fields, "first_year"), NULL, 10));
    ck_assert_int_eq(row.last_year,
                     g_ascii_strtoll(field_named(header, fields, "last_year"), NULL, 10));
    ck_assert_str_eq(mann_kendall_method_word(row.mk_method),
                     field_named(header, fields, "mk_method"));
    for (size_t i = 0; i < stat_columns_count; i++)
        compare_field(name, stat_columns[i].name, *stat_row_field(&row, &stat_columns[i]),
                      field_named(header, fields, stat_columns[i].name));
}

START_TEST(same_as_in_r)
{
    g_autofree char *text = NULL;

    ck_assert_msg(g_file_get_contents(REFERENCE, &text, NULL, NULL), "cannot read " REFERENCE);
    g_auto(GStrv) lines = g_strsplit(g_strchomp(text), "\n", -1);
    g_auto(GStrv) header = g_strsplit(lines[0], "\t", -1);
    size_t compared = 0;
    for (size_t i = 1; lines[i] != NULL; i++) {
        g_auto(GStrv) fields = g_strsplit(lines[i], "\t", -1);
        ck_assert_uint_eq(g_strv_length(fields), g_strv_length(header));
        compare_line(header, fields);
        compared++;
    }
    ck_assert_uint_eq(compared, 30); /* a file cut short must not pass */
}
END_TEST

/* The `stats` export is a contract: these names, in this order. */
START_TEST(columns_of_the_export)
{
    g_autoptr(GString) names = g_string_new(NULL);

    for (size_t i = 0; i < stat_columns_count; i++)
        g_string_append_printf(names, "%s%s", i > 0 ? " " : "", stat_columns[i].name);
    ck_assert_str_eq(names->str,
                     "first last mean sd cv last_growth cagr ols_slope ols_lo ols_hi ols_p r2 "
                     "sen_slope sen_lo sen_hi mk_s mk_tau mk_p median mad last_z pi_lo pi_hi "
                     "mk_mid_p last_z_level pi_p pettitt_k pettitt_year pettitt_p");
}
END_TEST

static void assert_all_none(const StatRow *row)
{
    for (size_t i = 0; i < stat_columns_count; i++)
        assert_none(stat_columns[i].name, *stat_row_field(row, &stat_columns[i]));
    ck_assert_int_eq(row->mk_method, MANN_KENDALL_NONE);
}

START_TEST(empty_series)
{
    const StatRow row = stat_row_from_series(NULL, NULL, 0);

    ck_assert_uint_eq(row.n, 0);
    assert_all_none(&row);
}
END_TEST

static const Series improper[] = {
    {{2023, 2023}, {1, 2}, 2},
    {{2024, 2023}, {1, 2}, 2},
    {{2022, 2023, 2024}, {1, NAN, 2}, 3},
    {{2022, 2023, 2024}, {1, 2, INFINITY}, 3},
};

START_TEST(improper_series)
{
    const Series *series = &improper[_i];

    g_test_expect_message(NULL, G_LOG_LEVEL_CRITICAL, "*series_is_proper*");
    const StatRow row = stat_row_from_series(series->years, series->values, series->n);
    g_test_assert_expected_messages();
    ck_assert_uint_eq(row.n, 0);
    assert_all_none(&row);
}
END_TEST

/* What overflows at the ends of what a double holds is not computable, never infinite. */
START_TEST(ends_of_the_range)
{
    const int years[] = {2020, 2021, 2022, 2023, 2024};
    const double values[] = {1e-308, 1.7e308, 1e-308, 1.7e308, 1.7e308};
    const StatRow row = stat_row_from_series(years, values, 5);

    ck_assert_uint_eq(row.n, 5);
    for (size_t i = 0; i < stat_columns_count; i++)
        ck_assert(isfinite(stat_row_field(&row, &stat_columns[i])->value));
    assert_none("cagr", row.cagr);
    assert_none("ols_slope", row.ols_slope);
    assert_exact("mk_s", row.mk_s, 4);
}
END_TEST

static Series series_random(GRand *random)
{
    Series series = {.n = (size_t)g_rand_int_range(random, 1, 13)};
    int year = 2000;

    for (size_t i = 0; i < series.n; i++) {
        year += g_rand_int_range(random, 1, 10) < 9 ? 1 : 3;
        series.years[i] = year;
        series.values[i] = (double)g_rand_int_range(random, 0, 400) / 100.0;
    }
    return series;
}

static void assert_ordered(Measured low, Measured middle, Measured high)
{
    ck_assert(low.known == high.known);
    if (low.known)
        ck_assert(low.value <= middle.value && middle.value <= high.value);
}

/*
 * Of any series: ranges hold their estimates, probabilities are such, and another unit of money
 * (here yuan for 万元, and a power of two so that nothing is rounded) changes only what has a unit.
 */
START_TEST(any_series)
{
    static const char *const without_unit[] = {"cv",    "last_growth", "cagr", "ols_slope",
                                               "ols_p", "r2",          "mk_s", "mk_tau",
                                               "mk_p",  "last_z", "mk_mid_p", "last_z_level",
                                               "pi_p",  "pettitt_k", "pettitt_year", "pettitt_p"};
    GRand *random = g_rand_new_with_seed(20240731);

    for (size_t round = 0; round < 20000; round++) {
        Series series = series_random(random);
        const StatRow row = stat_row_from_series(series.years, series.values, series.n);
        assert_ordered(row.ols_lo, row.ols_slope, row.ols_hi);
        assert_ordered(row.sen_lo, row.sen_slope, row.sen_hi);
        assert_ordered(row.pi_lo, row.pi_hi, row.pi_hi);
        ck_assert(row.ols_p.value >= 0 && row.ols_p.value <= 1);
        ck_assert(row.mk_p.value >= 0 && row.mk_p.value <= 1);
        ck_assert(row.r2.value >= 0 && row.r2.value <= 1);
        ck_assert(row.mk_p.known == (row.mk_method != MANN_KENDALL_NONE));

        for (size_t i = 0; i < series.n; i++)
            series.values[i] *= 16384;
        const StatRow other = stat_row_from_series(series.years, series.values, series.n);
        for (size_t i = 0; i < stat_columns_count; i++) {
            const StatColumn *column = &stat_columns[i];
            const Measured before = *stat_row_field(&row, column);
            const Measured after = *stat_row_field(&other, column);
            ck_assert_msg(before.known == after.known, "%s", column->name);
            for (size_t j = 0; j < G_N_ELEMENTS(without_unit); j++)
                if (strcmp(column->name, without_unit[j]) == 0)
                    ck_assert_msg(!(fabs(after.value - before.value) > 0.0), "%s", column->name);
        }
    }
    g_rand_free(random);
}
END_TEST

START_TEST(wide_intervals)
{
    ck_assert(!interval_says_little(100, 250));
    ck_assert(!interval_says_little(100, 400));
    ck_assert(interval_says_little(100, 401));
    ck_assert(interval_says_little(0, 1));
    ck_assert(interval_says_little(NAN, 1));
    ck_assert(interval_says_little(1, INFINITY));
}
END_TEST

Suite *stat_suite(void)
{
    Suite *suite = suite_create("analysis/stat/stat");
    TCase *tests = tcase_create("row");

    tcase_add_test(tests, same_as_in_r);
    tcase_add_test(tests, columns_of_the_export);
    tcase_add_test(tests, empty_series);
    tcase_add_test(tests, wide_intervals);
    tcase_add_loop_test(tests, improper_series, 0, G_N_ELEMENTS(improper));
    tcase_add_test(tests, ends_of_the_range);
    tcase_set_timeout(tests, 60); /* thousands of fits: seconds on a loaded machine */
    tcase_add_test(tests, any_series);
    suite_add_tcase(suite, tests);
    return suite;
}
