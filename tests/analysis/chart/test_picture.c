/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "analysis/chart/picture.h"

Suite *picture_suite(void);

static const struct {
    const char *path;
    const char *suffix; /* NULL: refused */
} PATHS[] = {
    { "a.svg", ".svg" },   { "charts/a.b.png", ".png" },
    { "a.PDF", ".pdf" },   { "a.gp", ".gp" },
    { "a.svg.txt", NULL }, { "svg", NULL },
    { "", NULL },          { ".svg", NULL },
    { "a.svgz", NULL },    { "|cat.svg", ".svg" },
};

START_TEST(format_is_by_suffix)
{
    const PictureFormat *format = picture_format_from_path(PATHS[_i].path);
    ck_assert_msg(g_strcmp0(format != NULL ? format->suffix : NULL, PATHS[_i].suffix) == 0, "%s",
                  PATHS[_i].path);
}
END_TEST

static const struct {
    const char *wish;
    const char *font;
} FONTS[] = {
    { NULL, "Sans" },
    { "", "Sans" },
    { "'\"`$,", "Sans" },
    { "Noto Sans CJK SC", "Noto Sans CJK SC" },
    { "文泉驿正黑", "文泉驿正黑" },
    { "A,20'; system('x')\n", "A20 systemx" },
    { "\xff"
      "A",
      "A" },
};

START_TEST(font_names_are_harmless)
{
    g_autofree char *font = picture_font(FONTS[_i].wish);
    ck_assert_str_eq(font, FONTS[_i].font);
}
END_TEST

static const struct {
    const char *path;
    const char *terminal;
} TERMINALS[] = {
    { "x.svg", "set terminal svg background '#FFFFFF' size 720,500 name 'a_b' font face.',14'\n" },
    { "x.png", "set terminal pngcairo background '#FFFFFF' size 1080,750 "
               "fontscale 1.125 linewidth 1.5 font face.',14'\n" },
    { "x.pdf", "set terminal pdfcairo background '#FFFFFF' size 7.2in,5in "
               "fontscale 0.54 linewidth 1 font face.',14'\n" },
};

START_TEST(terminal_suits_the_format)
{
    ChartScript script = { (char[]){ "plot NaN\n" }, 720, 500 };
    const PictureFormat *format = picture_format_from_path(TERMINALS[_i].path);
    g_autofree char *text = picture_script(format, &script, "Sans", "a-b");
    g_autofree char *output =
        g_strdup_printf("set output 'a-b%s'\nplot NaN\nunset output\n", format->suffix);
    ck_assert_msg(strstr(text, TERMINALS[_i].terminal) != NULL, "%s", text);
    ck_assert(g_str_has_suffix(text, output));
    ck_assert(g_str_has_prefix(text, "reset\n"));
}
END_TEST

START_TEST(bold_is_said_as_svg_does)
{
    g_autofree char *svg = picture_svg_repair(
        "<g font-family=\"My Font:Bold\"><g font-family=\"My Font\">", "My Font");
    ck_assert_ptr_null(strstr(svg, ":Bold"));
    ck_assert_ptr_nonnull(
        strstr(svg, "sans-serif\" font-weight=\"bold\"><g font-family=\"My Font, "));
    g_autofree char *known =
        picture_svg_repair("font-family=\"Noto Sans CJK SC\"", "Noto Sans CJK SC");
    ck_assert_ptr_null(strstr(known, "SC, Noto Sans CJK SC"));
}
END_TEST

START_TEST(half_pictures_are_noticed)
{
    const PictureFormat *png = picture_format_from_path("a.png");
    char bytes[200] = "\x89PNG";
    ck_assert(picture_plausible(png, bytes, sizeof bytes));
    ck_assert(!picture_plausible(png, bytes, 0));
    ck_assert(!picture_plausible(png, bytes, 10));
    ck_assert(!picture_plausible(picture_format_from_path("a.svg"), bytes, sizeof bytes));
}
END_TEST

Suite *picture_suite(void)
{
    Suite *suite = suite_create("analysis/chart/picture");
    TCase *picture = tcase_create("picture");
    tcase_add_loop_test(picture, format_is_by_suffix, 0, G_N_ELEMENTS(PATHS));
    tcase_add_loop_test(picture, font_names_are_harmless, 0, G_N_ELEMENTS(FONTS));
    tcase_add_loop_test(picture, terminal_suits_the_format, 0, G_N_ELEMENTS(TERMINALS));
    tcase_add_test(picture, bold_is_said_as_svg_does);
    tcase_add_test(picture, half_pictures_are_noticed);
    suite_add_tcase(suite, picture);
    return suite;
}
