/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * gnuplot itself, and programs in its place that fail in every way that a program can.
 */
#include <check.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "analysis/chart/caption.h"
#include "analysis/chart/gnuplot.h"
#include "analysis/chart/script.h"
#include "tests/analysis/chart/samples.h"

Suite *gnuplot_suite(void);

static char *folder; /* of one test */

static void folder_make(void)
{
    folder = g_dir_make_tmp("yusuan-test-XXXXXX", NULL);
    ck_assert_ptr_nonnull(folder);
}

static void folder_remove_one(const char *path)
{
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    const char *name;
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
        g_autofree char *inside = g_build_filename(path, name, NULL);
        if (g_file_test(inside, G_FILE_TEST_IS_DIR) && !g_file_test(inside, G_FILE_TEST_IS_SYMLINK))
            folder_remove_one(inside);
        g_unlink(inside);
    }
    g_rmdir(path);
}

static void folder_remove(void)
{
    g_unsetenv("YUSUAN_GNUPLOT");
    folder_remove_one(folder);
    g_clear_pointer(&folder, g_free);
}

static char *in_folder(const char *name)
{
    return g_build_filename(folder, name, NULL);
}

/* A program of ours in gnuplot's place. */
static void fake_install(const char *commands)
{
    g_autofree char *path = in_folder("fake-gnuplot");
    g_autofree char *text = g_strconcat("#!/bin/sh\n", commands, "\n", NULL);
    ck_assert(g_file_set_contents(path, text, -1, NULL));
    ck_assert_int_eq(g_chmod(path, 0700), 0);
    g_setenv("YUSUAN_GNUPLOT", path, TRUE);
}

/* Where the message says that the script is kept. */
static const char *kept_path(const GError *error)
{
    const char *path = strstr(error->message, g_get_tmp_dir());
    ck_assert_msg(path != NULL && g_str_has_suffix(path, "/sample-trend.gp"), "%s", error->message);
    return path;
}

static void kept_remove(const GError *error)
{
    g_autofree char *kept = g_path_get_dirname(kept_path(error));
    folder_remove_one(kept);
}

static bool draw(Gnuplot *gnuplot, ChartKind kind, const char *path, GError **error)
{
    g_autoptr(Chart) chart = sample_chart(kind);
    return gnuplot_draw(gnuplot, chart, path, error);
}

/* --- programs that fail ------------------------------------------------------------------------
 */

static const struct {
    const char *row;
    const char *commands;
    guint limit;
    ChartError code;
    const char *message; /* a part of it */
} FAKES[] = {
    { "exits at once", "echo 'no such terminal' >&2; exit 1", 20000, CHART_ERROR_FAILED,
      "no such terminal" },
    { "exits well but draws nothing", "exit 0", 20000, CHART_ERROR_FAILED, "中途退出" },
    { "reads all and draws nothing", "read a; read b; read c", 20000, CHART_ERROR_FAILED,
      "中途退出" },
    { "crashes", "read a; kill -SEGV $$", 20000, CHART_ERROR_FAILED, "信号 11" },
    { "hangs", "exec sleep 60", 1000, CHART_ERROR_HUNG, "1 秒" },
    { "hangs with a child", "sleep 60 & wait", 1000, CHART_ERROR_HUNG, "1 秒" },
    { "ignores the signals that ask", "trap '' TERM INT HUP; while :; do sleep 1; done", 1000,
      CHART_ERROR_HUNG, "1 秒" },
    { "says done without a picture", "read a; echo 'yusuan-chart-done 1 0'; cat >/dev/null", 20000,
      CHART_ERROR_FAILED, "没有写出图片" },
    { "says done with an error", "read a; echo 'yusuan-chart-done 1 1'; cat >/dev/null", 20000,
      CHART_ERROR_FAILED, "报错" },
    { "answers another question", "read a; echo 'yusuan-chart-done 7 0'; cat >/dev/null", 20000,
      CHART_ERROR_FAILED, "报错" },
    { "writes an empty file",
      "read a; : > sample-trend.svg; echo 'yusuan-chart-done 1 0'; cat >/dev/null", 20000,
      CHART_ERROR_FAILED, "没有写出图片" },
    { "writes rubbish",
      "read a; seq 1000 > sample-trend.svg; echo 'yusuan-chart-done 1 0'; cat >/dev/null", 20000,
      CHART_ERROR_FAILED, "没有写出图片" },
};

START_TEST(failures_are_told)
{
    fake_install(FAKES[_i].commands);
    g_autofree char *path = in_folder("out.svg");
    g_autoptr(GError) error = NULL;
    Gnuplot *gnuplot = gnuplot_start(NULL);
    ck_assert_ptr_nonnull(gnuplot);
    gnuplot_set_limit(gnuplot, FAKES[_i].limit);
    ck_assert_msg(!draw(gnuplot, CHART_TREND, path, &error), "%s", FAKES[_i].row);
    gnuplot_free(gnuplot);
    ck_assert_msg(g_error_matches(error, CHART_ERROR, (int)FAKES[_i].code), "%s: %s", FAKES[_i].row,
                  error->message);
    ck_assert_msg(strstr(error->message, FAKES[_i].message) != NULL, "%s: %s", FAKES[_i].row,
                  error->message);
    ck_assert_msg(!g_file_test(path, G_FILE_TEST_EXISTS), "%s", FAKES[_i].row);
    kept_remove(error);
}
END_TEST

START_TEST(script_is_kept_where_the_message_says)
{
    fake_install("exit 1");
    g_autofree char *path = in_folder("out.svg");
    g_autoptr(GError) error = NULL;
    Gnuplot *gnuplot = gnuplot_start(NULL);
    ck_assert(!draw(gnuplot, CHART_TREND, path, &error));
    gnuplot_free(gnuplot);
    g_autofree char *script = NULL;
    ck_assert(g_file_get_contents(kept_path(error), &script, NULL, NULL));
    ck_assert_ptr_nonnull(strstr(script, "\nplot "));
    kept_remove(error);
}
END_TEST

START_TEST(old_picture_survives_a_failure)
{
    fake_install("exit 1");
    g_autofree char *path = in_folder("out.svg");
    ck_assert(g_file_set_contents(path, "old", -1, NULL));
    Gnuplot *gnuplot = gnuplot_start(NULL);
    g_autoptr(GError) error = NULL;
    ck_assert(!draw(gnuplot, CHART_TREND, path, &error));
    gnuplot_free(gnuplot);
    kept_remove(error);
    g_autofree char *text = NULL;
    ck_assert(g_file_get_contents(path, &text, NULL, NULL));
    ck_assert_str_eq(text, "old");
}
END_TEST

START_TEST(a_hang_costs_its_limit_once)
{
    fake_install("exec sleep 60");
    g_autofree char *path = in_folder("out.svg");
    Gnuplot *gnuplot = gnuplot_start(NULL);
    gnuplot_set_limit(gnuplot, 1000);
    gint64 begin = g_get_monotonic_time();
    for (guint i = 0; i < 20; i++) {
        g_autoptr(GError) error = NULL;
        ck_assert(!draw(gnuplot, CHART_TREND, path, &error));
        ck_assert(g_error_matches(error, CHART_ERROR, CHART_ERROR_HUNG));
        if (i == 0)
            kept_remove(error);
    }
    gnuplot_free(gnuplot);
    /* One limit of a second; the rest is room for a slow machine, and less than two more limits
     * each. */
    ck_assert_int_lt(g_get_monotonic_time() - begin, 15 * G_USEC_PER_SEC);
}
END_TEST

static const char *const ABSENT[] = { "/nonexistent/gnuplot", "no-program-of-this-name",
                                      "/dev/null" };

START_TEST(absence_is_told)
{
    g_setenv("YUSUAN_GNUPLOT", ABSENT[_i], TRUE);
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(gnuplot_start(&error));
    ck_assert(g_error_matches(error, CHART_ERROR, CHART_ERROR_MISSING));
    ck_assert_ptr_nonnull(strstr(error->message, "gnuplot-nox"));
}
END_TEST

START_TEST(unrunnable_programs_are_told)
{
    fake_install("");
    g_autofree char *path = in_folder("fake-gnuplot");
    ck_assert(g_file_set_contents(path, "#!/nonexistent/interpreter\n", -1, NULL));
    ck_assert_int_eq(g_chmod(path, 0700), 0);
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(gnuplot_start(&error));
    ck_assert(g_error_matches(error, CHART_ERROR, CHART_ERROR_FAILED));
}
END_TEST

START_TEST(bad_end_is_told)
{
    fake_install("cat >/dev/null; echo 'went wrong' >&2; exit 3");
    g_autoptr(GError) error = NULL;
    ck_assert(!gnuplot_finish(gnuplot_start(NULL), &error));
    ck_assert(g_error_matches(error, CHART_ERROR, CHART_ERROR_FAILED));
    ck_assert_ptr_nonnull(strstr(error->message, "3"));
}
END_TEST

/* --- gnuplot itself ----------------------------------------------------------------------------
 */

static Gnuplot *gnuplot_real(void)
{
    g_autoptr(GError) error = NULL;
    Gnuplot *gnuplot = gnuplot_start(&error);
    ck_assert_msg(gnuplot != NULL, "%s", error != NULL ? error->message : "");
    return gnuplot;
}

START_TEST(next_chart_gets_a_fresh_process)
{
    fake_install("[ -e tried ] || { : > tried; exit 1; }; rm tried; exec gnuplot -d");
    g_autofree char *path = in_folder("out.svg");
    g_autoptr(GError) failure = NULL;
    g_autoptr(GError) error = NULL;
    Gnuplot *gnuplot = gnuplot_real();
    ck_assert(!draw(gnuplot, CHART_TREND, path, &failure));
    ck_assert_msg(draw(gnuplot, CHART_GROWTH, path, &error), "%s", error ? error->message : "");
    ck_assert(gnuplot_finish(gnuplot, NULL));
    kept_remove(failure);
    ck_assert(g_file_test(path, G_FILE_TEST_EXISTS));
}
END_TEST

static const struct {
    const char *suffix;
    const char *magic;
} FORMATS[] = {
    { "png", "\x89PNG\r\n" }, { "svg", "<?xml" }, { "pdf", "%PDF-" }, { "gp", "# gnuplot" }
};

START_TEST(every_format_is_drawn)
{
    Gnuplot *gnuplot = gnuplot_real();
    for (ChartKind kind = 0; kind < CHART_N_KINDS; kind++) {
        g_autofree char *name =
            g_strdup_printf("it's a `chart` %d.%s", (int)kind, FORMATS[_i].suffix);
        g_autofree char *path = in_folder(name);
        g_autofree char *bytes = NULL;
        g_autoptr(GError) error = NULL;
        ck_assert_msg(draw(gnuplot, kind, path, &error), "%s", error ? error->message : "");
        ck_assert(g_file_get_contents(path, &bytes, NULL, NULL));
        ck_assert(g_str_has_prefix(bytes, FORMATS[_i].magic));
    }
    ck_assert(gnuplot_finish(gnuplot, NULL));
}
END_TEST

/* A program between us and gnuplot tells where it runs. */
START_TEST(nothing_is_left_behind)
{
    g_autofree char *told = in_folder("where");
    g_autofree char *path = in_folder("out.svg");
    g_autofree char *commands = g_strdup_printf("pwd > '%s'; exec gnuplot -d", told);
    g_autofree char *where = NULL;
    fake_install(commands);
    Gnuplot *gnuplot = gnuplot_real();
    ck_assert(draw(gnuplot, CHART_TREND, path, NULL));
    ck_assert(g_file_get_contents(told, &where, NULL, NULL));
    g_strstrip(where);
    ck_assert(g_file_test(where, G_FILE_TEST_IS_DIR));
    ck_assert(gnuplot_finish(gnuplot, NULL));
    ck_assert(!g_file_test(where, G_FILE_TEST_EXISTS));
}
END_TEST

START_TEST(user_settings_are_ignored)
{
    g_autofree char *start_up = in_folder(".gnuplot");
    g_autofree char *path = in_folder("out.svg");
    g_autofree char *bytes = NULL;
    ck_assert(g_file_set_contents(start_up, "set label 99 'intruder' at screen 0.5,0.5\nexit\n", -1,
                                  NULL));
    g_setenv("HOME", folder, TRUE);
    g_setenv("GNUTERM", "no such terminal", TRUE);
    Gnuplot *gnuplot = gnuplot_real();
    bool drawn = draw(gnuplot, CHART_TREND, path, NULL);
    ck_assert(gnuplot_finish(gnuplot, NULL));
    g_unsetenv("GNUTERM");
    ck_assert(drawn);
    ck_assert(g_file_get_contents(path, &bytes, NULL, NULL));
    ck_assert_ptr_null(strstr(bytes, "intruder"));
}
END_TEST

START_TEST(script_alone_needs_no_gnuplot)
{
    g_autofree char *path = in_folder("out.gp");
    g_autofree char *text = NULL;
    ck_assert(draw(NULL, CHART_TREND, path, NULL));
    ck_assert(g_file_get_contents(path, &text, NULL, NULL));
    ck_assert_ptr_nonnull(strstr(text, "set terminal svg "));
    ck_assert_ptr_nonnull(strstr(text, "set output 'sample-trend.svg'"));
}
END_TEST

static const struct {
    const char *path;
    ChartError code;
} UNWRITABLE[] = {
    { "out.jpg", CHART_ERROR_FORMAT },
    { "out", CHART_ERROR_FORMAT },
    { "no/such/folder/out.svg", CHART_ERROR_WRITE },
};

START_TEST(bad_places_are_told)
{
    g_autofree char *path = in_folder(UNWRITABLE[_i].path);
    g_autoptr(GError) error = NULL;
    Gnuplot *gnuplot = gnuplot_real();
    ck_assert(!draw(gnuplot, CHART_TREND, path, &error));
    ck_assert(g_error_matches(error, CHART_ERROR, (int)UNWRITABLE[_i].code));
    ck_assert(gnuplot_finish(gnuplot, NULL));
}
END_TEST

/* --- what is in the picture --------------------------------------------------------------------
 */

typedef struct {
    double left, right, top, bottom;
    char *text;
} Box;

static void box_clear(void *box)
{
    g_free(((Box *)box)->text);
}

static char *text_from_xml(const char *xml)
{
    GString *text = g_string_new(xml);
    g_string_replace(text, "&lt;", "<", 0);
    g_string_replace(text, "&gt;", ">", 0);
    g_string_replace(text, "&amp;", "&", 0);
    return g_string_free(text, FALSE);
}

/* The boxes of all texts. Widths are estimates (caption.h); heights are those of digits and Chinese
 * characters. */
static GArray *boxes_from_svg(const char *svg)
{
    GArray *boxes = g_array_new(FALSE, FALSE, sizeof(Box));
    g_array_set_clear_func(boxes, box_clear);
    g_autoptr(GRegex) regex = g_regex_new(
        "<g transform=\"translate\\(([-0-9.]+),([-0-9.]+)\\)\"[^>]*font-size=\"([0-9.]+)\""
        "\\s+text-anchor=\"(\\w+)\">\\s*<text>(?:<tspan[^>]*>)?([^<]*)",
        0, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    for (g_regex_match(regex, svg, 0, &match); g_match_info_matches(match);
         g_match_info_next(match, NULL)) {
        g_auto(GStrv) part = g_match_info_fetch_all(match);
        double x = g_ascii_strtod(part[1], NULL);
        double y = g_ascii_strtod(part[2], NULL);
        double size = g_ascii_strtod(part[3], NULL);
        g_autofree char *text = text_from_xml(part[5]);
        double width = size * caption_width(text);
        double left = g_str_equal(part[4], "start") ? x
                      : g_str_equal(part[4], "end") ? x - width
                                                    : x - width / 2;
        Box box = { left, left + width, y - size * 0.85, y + size * 0.1, g_strdup(text) };
        g_array_append_val(boxes, box);
    }
    return boxes;
}

static char *svg_of(const Chart *chart)
{
    g_autofree char *path = in_folder("out.svg");
    g_autoptr(GError) error = NULL;
    char *svg = NULL;
    Gnuplot *gnuplot = gnuplot_real();
    gnuplot_set_font(gnuplot, "Noto Sans CJK SC");
    ck_assert_msg(gnuplot_draw(gnuplot, chart, path, &error), "%s", error ? error->message : "");
    ck_assert(gnuplot_finish(gnuplot, NULL));
    ck_assert(g_file_get_contents(path, &svg, NULL, NULL));
    return svg;
}

static void boxes_check(const GArray *boxes, double width, double height)
{
    for (guint i = 0; i < boxes->len; i++) {
        const Box *box = &g_array_index(boxes, Box, i);
        ck_assert_msg(box->left >= 0 && box->right <= width && box->top >= 0 &&
                          box->bottom <= height,
                      "'%s' leaves the picture: %g to %g, %g to %g", box->text, box->left,
                      box->right, box->top, box->bottom);
        for (guint j = 0; j < i; j++) {
            const Box *other = &g_array_index(boxes, Box, j);
            bool apart = box->right <= other->left || other->right <= box->left ||
                         box->bottom <= other->top || other->bottom <= box->top;
            ck_assert_msg(apart || *box->text == '\0' || *other->text == '\0',
                          "'%s' and '%s' overlap", box->text, other->text);
        }
    }
}

static void picture_check(const Chart *chart)
{
    g_autoptr(ChartScript) script = script_from_chart(chart, NULL);
    g_autofree char *svg = svg_of(chart);
    g_autofree char *view = g_strdup_printf("viewBox=\"0 0 %d %d\"", script->width, script->height);
    ck_assert_ptr_nonnull(strstr(svg, view));
    g_autoptr(GArray) boxes = boxes_from_svg(svg);
    ck_assert_uint_ge(boxes->len, 5);
    boxes_check(boxes, script->width, script->height);
}

START_TEST(texts_lie_inside_and_apart)
{
    g_autoptr(Chart) chart = sample_chart((ChartKind)_i);
    picture_check(chart);
}
END_TEST

START_TEST(hostile_texts_lie_inside_and_apart)
{
    g_autoptr(Chart) chart = sample_hostile((ChartKind)_i);
    picture_check(chart);
}
END_TEST

static const struct {
    ChartKind kind;
    const char *texts[5];
} SHOWN[] = {
    { CHART_WATERFALL, { "2023 年预算", "+183.05", "−135.47", "1,700.46", "未说明" } },
    { CHART_COMPOSITION,
      { "2011399 其他商贸事务支出", "1,183.05（69.6%）", "其他（4 项）", "单位：万元",
        "某市示例局 2024 年部门预算" } },
    { CHART_GROWTH, { "+209.3%", "新增", "−41.6%", "上年为零", "2011308 招商引资" } },
    { CHART_CARRYOVER, { "69.6%", "1,000.00*", "结转两年以上", "1,183.05", "两年线" } },
    { CHART_TREND,
      { "1,700.46", "由下一年文件推得", "2019", "对数线性趋势 每年 +5.7%",
        "2024 年预算高出按前几年推算的区间" } },
    { CHART_THREE_PUBLIC, { "2022 预算", "决算", "未分项", "17.98", "公务用车购置及运行费" } },
    { CHART_EXECUTION, { "调整预算", "73.0%", "75.0%", "2011399 其他商贸事务支出", "760.20" } },
};

START_TEST(texts_are_in_the_picture)
{
    g_autoptr(Chart) chart = sample_chart(SHOWN[_i].kind);
    g_autofree char *svg = svg_of(chart);
    for (guint i = 0; i < G_N_ELEMENTS(SHOWN[_i].texts); i++) {
        g_autofree char *element = g_strdup_printf(">%s</t", SHOWN[_i].texts[i]);
        ck_assert_msg(strstr(svg, element) != NULL, "%s is missing", SHOWN[_i].texts[i]);
    }
}
END_TEST

/* Nothing of a document is run, and the picture is well-formed XML without a script. */
START_TEST(hostile_texts_do_nothing)
{
    g_autoptr(Chart) chart = sample_hostile((ChartKind)_i);
    g_autofree char *before = g_get_current_dir();
    ck_assert_int_eq(g_chdir(folder), 0);
    g_autofree char *svg = svg_of(chart);
    ck_assert_int_eq(g_chdir(before), 0);
    g_autofree char *pwned = in_folder("pwned");
    ck_assert(!g_file_test(pwned, G_FILE_TEST_EXISTS));
    ck_assert_ptr_null(strstr(svg, "<script"));
    if (_i == CHART_WATERFALL || _i == CHART_GROWTH)
        ck_assert_ptr_nonnull(
            strstr(svg, "@face $data $0 {/Symbol a}_b")); /* no markup of gnuplot's */
    const GMarkupParser nothing = { 0 };
    g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new(&nothing, 0, NULL, NULL);
    g_autoptr(GError) error = NULL;
    ck_assert_msg(g_markup_parse_context_parse(context, svg, -1, &error) &&
                      g_markup_parse_context_end_parse(context, &error),
                  "%s", error ? error->message : "");
}
END_TEST

Suite *gnuplot_suite(void)
{
    Suite *suite = suite_create("analysis/chart/gnuplot");
    TCase *fake = tcase_create("fake");
    tcase_set_timeout(fake, 60);
    tcase_add_checked_fixture(fake, folder_make, folder_remove);
    tcase_add_loop_test(fake, failures_are_told, 0, G_N_ELEMENTS(FAKES));
    tcase_add_test(fake, script_is_kept_where_the_message_says);
    tcase_add_test(fake, old_picture_survives_a_failure);
    tcase_add_test(fake, a_hang_costs_its_limit_once);
    tcase_add_loop_test(fake, absence_is_told, 0, G_N_ELEMENTS(ABSENT));
    tcase_add_test(fake, unrunnable_programs_are_told);
    tcase_add_test(fake, bad_end_is_told);
    suite_add_tcase(suite, fake);
    TCase *real = tcase_create("real");
    tcase_set_timeout(real, 60);
    tcase_add_checked_fixture(real, folder_make, folder_remove);
    tcase_add_test(real, next_chart_gets_a_fresh_process);
    tcase_add_loop_test(real, every_format_is_drawn, 0, G_N_ELEMENTS(FORMATS));
    tcase_add_test(real, nothing_is_left_behind);
    tcase_add_test(real, user_settings_are_ignored);
    tcase_add_test(real, script_alone_needs_no_gnuplot);
    tcase_add_loop_test(real, bad_places_are_told, 0, G_N_ELEMENTS(UNWRITABLE));
    suite_add_tcase(suite, real);
    TCase *picture = tcase_create("picture");
    tcase_set_timeout(picture, 60);
    tcase_add_checked_fixture(picture, folder_make, folder_remove);
    tcase_add_loop_test(picture, texts_lie_inside_and_apart, 0, CHART_N_KINDS);
    tcase_add_loop_test(picture, hostile_texts_lie_inside_and_apart, 0, CHART_N_KINDS);
    tcase_add_loop_test(picture, texts_are_in_the_picture, 0, G_N_ELEMENTS(SHOWN));
    tcase_add_loop_test(picture, hostile_texts_do_nothing, 0, CHART_N_KINDS);
    suite_add_tcase(suite, picture);
    return suite;
}
