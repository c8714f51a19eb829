/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <glib/gstdio.h>

#include "analysis/chart/chart.h"
#include "analysis/chart/font.h"

Suite *font_suite(void);

static const struct {
    const char *row;
    const char *list;
    const char *font;
} LISTS[] = {
    { "nothing", "", NULL },
    { "blank lines", "\n\n", NULL },
    { "best wins over first", "AR PL UMing CN\nNoto Sans CJK SC\n", "Noto Sans CJK SC" },
    { "simplified before the other scripts", "Noto Sans CJK JP\nNoto Sans CJK SC\n",
      "Noto Sans CJK SC" },
    { "second name of a face", "Noto Sans CJK SC Black,Noto Sans CJK SC\n", "Noto Sans CJK SC" },
    { "a longer name is another family", "Noto Sans CJK SC Black\n", "Noto Sans CJK SC Black" },
    { "unknown is better than none", "Kai Ti Example,楷体示例\n", "Kai Ti Example" },
    { "no newline at the end", "WenQuanYi Zen Hei", "WenQuanYi Zen Hei" },
};

START_TEST(best_of_a_list)
{
    g_autofree char *font = chart_font_from_list(LISTS[_i].list);
    ck_assert_msg(g_strcmp0(font, LISTS[_i].font) == 0, "%s: %s", LISTS[_i].row, font);
}
END_TEST

START_TEST(wish_comes_first)
{
    g_setenv("YUSUAN_FONT", "Wished Font", TRUE);
    g_autofree char *font = chart_font_find(NULL);
    g_unsetenv("YUSUAN_FONT");
    ck_assert_str_eq(font, "Wished Font");
}
END_TEST

/* fc-list replaced by a program of ours. */
static char *font_found_with(const char *script, GError **error)
{
    g_autofree char *folder = g_dir_make_tmp("yusuan-test-XXXXXX", NULL);
    g_autofree char *program = g_build_filename(folder, "fc-list", NULL);
    g_autofree char *path = g_strdup(g_getenv("PATH"));
    ck_assert(g_file_set_contents(program, script, -1, NULL));
    ck_assert_int_eq(g_chmod(program, 0700), 0);
    g_unsetenv("YUSUAN_FONT");
    g_setenv("PATH", folder, TRUE);
    char *font = chart_font_find(error);
    g_setenv("PATH", path, TRUE);
    g_unlink(program);
    g_rmdir(folder);
    return font;
}

START_TEST(fontconfig_is_asked)
{
    g_autofree char *font = font_found_with("#!/bin/sh\necho SimHei\n", NULL);
    ck_assert_str_eq(font, "SimHei");
}
END_TEST

static const char *const FAILURES[] = {
    "#!/bin/sh\nexit 0\n",
    "#!/bin/sh\necho SimHei\nexit 1\n",
    "#!/nonexistent/interpreter\n",
};

START_TEST(absence_is_told)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *font = font_found_with(FAILURES[_i], &error);
    ck_assert_ptr_null(font);
    ck_assert(g_error_matches(error, CHART_ERROR, CHART_ERROR_FONT));
    ck_assert_ptr_nonnull(g_strstr_len(error->message, -1, "fonts-noto-cjk"));
}
END_TEST

Suite *font_suite(void)
{
    Suite *suite = suite_create("analysis/chart/font");
    TCase *font = tcase_create("font");
    tcase_add_loop_test(font, best_of_a_list, 0, G_N_ELEMENTS(LISTS));
    tcase_add_test(font, wish_comes_first);
    tcase_add_test(font, fontconfig_is_asked);
    tcase_add_loop_test(font, absence_is_told, 0, G_N_ELEMENTS(FAILURES));
    suite_add_tcase(suite, font);
    return suite;
}
