/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The golden scripts are text, read by people: a difference shows what moved. After a wanted
 * change, run the tests once with YUSUAN_GOLDEN=write from the top folder, and look at the
 * difference and at the pictures before it is kept.
 */
#include <check.h>
#include <string.h>

#include "analysis/chart/caption.h"
#include "analysis/chart/script.h"
#include "schema/language.h"
#include "tests/analysis/chart/samples.h"

Suite *script_suite(void);

START_TEST(scripts_are_as_kept)
{
    g_autoptr(Chart) chart = sample_chart((ChartKind)_i);
    g_autofree char *text = sample_script(chart);
    g_autofree char *path = g_strdup_printf("tests/golden/chart/%s.gp", chart->name);
    g_autofree char *kept = NULL;
    if (g_strcmp0(g_getenv("YUSUAN_GOLDEN"), "write") == 0)
        ck_assert(g_file_set_contents(path, text, -1, NULL));
    ck_assert_msg(g_file_get_contents(path, &kept, NULL, NULL), "cannot read %s", path);
    ck_assert_msg(g_str_equal(text, kept), "%s differs; the script is now\n%s", path, text);
}
END_TEST

START_TEST(scripts_are_deterministic)
{
    g_autoptr(Chart) one = sample_chart((ChartKind)_i);
    g_autoptr(Chart) other = sample_chart((ChartKind)_i);
    g_autofree char *first = sample_script(one);
    g_autofree char *second = sample_script(other);
    ck_assert_str_eq(first, second);
}
END_TEST

/* Every line of a script is a command of ours, a row of numbers or the end of some: never a line
 * from a document. */
static bool line_is_ours(const char *line)
{
    static const char *const BEGINNINGS[] = { "set label ",
                                              "set object ",
                                              "set arrow ",
                                              "set lmargin at screen ",
                                              "set rmargin at screen ",
                                              "set tmargin at screen ",
                                              "set bmargin at screen ",
                                              "set xrange [",
                                              "set yrange [",
                                              "set style circle noclip",
                                              "unset key",
                                              "unset border",
                                              "unset tics",
                                              "plot ",
                                              "     $",
                                              "$" };
    if (*line == '\0' || g_str_equal(line, "EOD"))
        return true;
    for (guint i = 0; i < G_N_ELEMENTS(BEGINNINGS); i++)
        if (g_str_has_prefix(line, BEGINNINGS[i]))
            return true;
    return strspn(line, "0123456789.e+- ") == strlen(line);
}

/* A label line holds exactly two quotes before " at ", and nothing of the document after. */
static void label_is_closed(const char *line)
{
    const char *open = strchr(line, '\'');
    const char *close = open != NULL ? strchr(open + 1, '\'') : NULL;
    ck_assert_msg(close != NULL && g_str_has_prefix(close, "' at "), "%s", line);
    ck_assert_msg(strpbrk(close, "`$@\\") == NULL, "%s", line);
}

START_TEST(hostile_text_stays_text)
{
    g_autoptr(Chart) chart = sample_hostile((ChartKind)_i);
    g_autofree char *text = sample_script(chart);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    guint n_labels = 0;
    guint n_opened = 0;
    guint n_closed = 0;
    for (char **line = lines; *line != NULL; line++) {
        ck_assert_msg(line_is_ours(*line), "%s", *line);
        n_opened += g_str_has_suffix(*line, " << EOD") ? 1 : 0;
        n_closed += g_str_equal(*line, "EOD") ? 1 : 0;
        if (!g_str_has_prefix(*line, "set label "))
            continue;
        n_labels++;
        label_is_closed(*line);
    }
    ck_assert_uint_gt(n_labels, 0);
    ck_assert_uint_gt(n_opened, 0);
    ck_assert_uint_eq(n_opened, n_closed);
}
END_TEST

START_TEST(hostile_text_is_shown)
{
    g_autoptr(Chart) chart = sample_hostile(CHART_GROWTH);
    g_autofree char *text = sample_script(chart);
    ck_assert(sample_script_shows(text, "`touch pwned`"));
    ck_assert(sample_script_shows(text, "EOD"));
    ck_assert(sample_script_shows(text, "back\\slash \\n \\"));
    ck_assert(sample_script_shows(text, "it's ''quoted'' \"twice\""));
}
END_TEST

START_TEST(sheets_grow_with_their_rows)
{
    int heights[3];
    for (guint n = 1; n <= 3; n++) {
        g_autoptr(Chart) chart = chart_new(CHART_GROWTH, "rows", "title");
        for (guint i = 0; i < n * 20; i++)
            chart_add_growth(chart, "科目", 100, 100 + i);
        g_autoptr(ChartScript) script = script_from_chart(chart, NULL);
        heights[n - 1] = script->height;
    }
    ck_assert_int_gt(heights[1] - heights[0], 20 * 20);
    /* The sheet's height is rounded up to whole pixels. */
    ck_assert_int_le(ABS((heights[2] - heights[1]) - (heights[1] - heights[0])), 1);
}
END_TEST

START_TEST(fixed_words_follow_the_language)
{
    g_autoptr(Chart) chart = sample_chart(CHART_GROWTH);
    g_autofree char *chinese = sample_script(chart);
    language_set(LANGUAGE_EN);
    g_autofree char *english = sample_script(chart);
    language_set(LANGUAGE_ZH);
    ck_assert(sample_script_shows(chinese, "新增") && !sample_script_shows(chinese, "new"));
    ck_assert(sample_script_shows(english, "new") && !sample_script_shows(english, "新增"));
}
END_TEST

START_TEST(bad_charts_are_refused)
{
    g_autoptr(Chart) chart = chart_new((ChartKind)_i, "empty", "title");
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(script_from_chart(chart, &error));
    ck_assert(g_error_matches(error, CHART_ERROR, CHART_ERROR_CONTENT));
}
END_TEST

Suite *script_suite(void)
{
    Suite *suite = suite_create("analysis/chart/script");
    TCase *golden = tcase_create("golden");
    tcase_add_loop_test(golden, scripts_are_as_kept, 0, CHART_N_KINDS);
    tcase_add_loop_test(golden, scripts_are_deterministic, 0, CHART_N_KINDS);
    suite_add_tcase(suite, golden);
    TCase *hostile = tcase_create("hostile");
    tcase_add_loop_test(hostile, hostile_text_stays_text, 0, CHART_N_KINDS);
    tcase_add_test(hostile, hostile_text_is_shown);
    suite_add_tcase(suite, hostile);
    TCase *layout = tcase_create("layout");
    tcase_add_test(layout, sheets_grow_with_their_rows);
    tcase_add_test(layout, fixed_words_follow_the_language);
    tcase_add_loop_test(layout, bad_charts_are_refused, 0, CHART_N_KINDS);
    suite_add_tcase(suite, layout);
    return suite;
}
