/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/typeset.h"

#include <check.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

Suite *typeset_suite(void);

/*
 * Glyphs of size 10 as "x,base=text" parted by '|': Chinese ones 10 wide, others 5. "x,base,size=text" is of another size.
 */
static GArray *glyphs_of(const char *text)
{
    GArray *glyphs = g_array_new(FALSE, FALSE, sizeof(Glyph));
    g_auto(GStrv) words = g_strsplit(text, "|", -1);
    for (char **word = words; *word != NULL && **word != '\0'; word++) {
        float x = 0;
        float base = 0;
        float size = 10;
        ck_assert_msg(sscanf(*word, "%f,%f,%f", &x, &base, &size) >= 2, "%s", *word);
        for (const char *at = strchr(*word, '=') + 1; *at != '\0'; at = g_utf8_next_char(at)) {
            float width = g_utf8_get_char(at) >= 0x2e80 ? size : size / 2;
            Glyph glyph = {x, x + width, base, size, g_utf8_get_char(at)};
            g_array_append_val(glyphs, glyph);
            x += width;
        }
    }
    return glyphs;
}

static const struct {
    const char *why, *glyphs;
    const char *text;   /* all lines */
    const char *margin; /* each line with its margin, joined by '\n' */
} lines[] = {
    {"nothing", "", "", ""},
    {"white space alone", "10,20=  ", "", ""},
    {"one line, drawn from the right", "40,20=计|10,20=合", "合    计", "合    计"},
    {"lines from the top down, drawn from below", "10,40=乙|10,20=甲", "甲\n乙", "甲\n乙"},
    {"baselines a little apart are one line", "10,20=合|20,24=计", "合计", "合计"},
    {"half a size apart are two", "10,20=合|20,25=计", "合\n计", "合\n  计"},
    {"a small figure beside large type", "10,20,20=表|32,20,8=1", "表1", "表1"},
    {"no gap", "10,20=12|20,20=34", "1234", "1234"},
    {"a gap too small for a space", "10,20=12|22.7,20=34", "1234", "1234"},
    {"a space", "10,20=12|23,20=34", "12 34", "12 34"},
    {"a gap of two characters is four spaces", "10,20=合|40,20=计", "合    计", "合    计"},
    {"a gap without end has one", "10,20=合|1000000,20=计", NULL, NULL},
    {"drawn twice to look bold", "10,20=合|10.5,20=合|20,20=计|20.5,20=计", "合计", "合计"},
    {"drawn twice, a little lower", "10,20=合|10,21=合", "合", "合"},
    {"the same character beside itself is two", "10,20=11|20,20=11", "1111", "1111"},
    {"another one in its place is no copy", "10,20=合|10,20=计", "合计", "合计"},
    {"an indent is kept beside the margin", "10,20=甲|30,40=乙", "甲\n乙", "甲\n    乙"},
    {"control characters", "10,20=\x01|20,20=甲", "甲", "甲"},
};

START_TEST(lines_and_spaces)
{
    g_autoptr(GArray) glyphs = glyphs_of(lines[_i].glyphs);
    g_autofree char *text = text_from_glyphs(glyphs);
    if (lines[_i].text == NULL) {
        ck_assert_msg(strlen(text) < 300, "%s: %zu", lines[_i].why, strlen(text));
        return;
    }
    ck_assert_msg(g_str_equal(text, lines[_i].text), "%s: %s", lines[_i].why, text);
    g_autoptr(GPtrArray) found = lines_from_glyphs(glyphs);
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint i = 0; i < found->len; i++) {
        g_autofree char *line = text_from_line(g_ptr_array_index(found, i), lines_margin(found));
        g_string_append_printf(all, "%s%s", i > 0 ? "\n" : "", line);
    }
    ck_assert_msg(g_str_equal(all->str, lines[_i].margin), "%s: %s", lines[_i].why, all->str);
}
END_TEST

static const struct {
    const char *why, *glyphs, *bases;
} figures[] = {
    {"no glyphs", "", ""},
    {"a figure", "10,20=1,183.05", "20"},
    {"a negative one", "10,20=-0.30", "20"},
    {"wide digits, wide point", "10,20=１．０５", "20"},
    {"a word", "10,20=合计", ""},
    {"a figure in a sentence", "10,20=合计1.00", ""},
    {"two short marks", "10,20=.5", ""},
    {"two, one above the other", "10,40=2.00|10,20=1.00", "20 40"},
    {"a code begins a row, though no figure stands there", "10,20=2011301|10,40=1.00", "20 40"},
    {"a list number too", "10,20=一、收入|10,40=（二）支出|10,60=1.办公费", "20 40 60"},
    {"a year begins none", "10,20=2024年", ""},
    {"a word between them", "10,20=1.00|10,40=合计|10,60=3.00", "20 60"},
};

START_TEST(bases_of_figures)
{
    g_autoptr(GArray) glyphs = glyphs_of(figures[_i].glyphs);
    g_autoptr(GArray) bases = g_array_new(FALSE, FALSE, sizeof(float));
    g_autoptr(GString) spelt = g_string_new(NULL);
    guint count = figure_bases(glyphs, bases);
    ck_assert_uint_le(count, bases->len);
    for (guint i = 0; i < bases->len; i++)
        g_string_append_printf(spelt, "%s%g", i > 0 ? " " : "", (double)g_array_index(bases, float, i));
    ck_assert_msg(g_str_equal(spelt->str, figures[_i].bases), "%s: %s", figures[_i].why, spelt->str);
}
END_TEST

START_TEST(joined_bases)
{
    static const float given[] = {40, 20, 22, 41, 60};
    g_autoptr(GArray) bases = g_array_new(FALSE, FALSE, sizeof(float));
    g_array_append_vals(bases, given, G_N_ELEMENTS(given));
    bases_join(bases);
    ck_assert_uint_eq(bases->len, 3);
    ck_assert(fabsf(g_array_index(bases, float, 0) - 20) < 0.01f && fabsf(g_array_index(bases, float, 1) - 40) < 0.01f);
}
END_TEST

static const struct {
    const char *why, *glyphs;
    const char *runs; /* joined by '|'; NULL for none */
} runs[] = {
    {"two figures far apart", "10,20=1.00|60,20=2.00", "1.00|2.00"},
    {"a name and two figures", "10,20=合计|60,20=1.00|110,20=2.00", "合计|1.00|2.00"},
    {"a name and a figure", "10,20=合计|60,20=1.00", "合计|1.00"},
    {"a figure alone", "10,20=1.00", NULL},
    {"names alone", "10,20=合计|60,20=小计", NULL},
    {"a number and the name behind it", "10,20=201|30,20=基本|70,20=1.00", "201|基本|1.00"},
    {"figures side by side are one", "10,20=1.00|31,20=2.00", NULL},
    {"two lines", "10,20=1.00|60,40=2.00", NULL},
    {"nothing", "", NULL},
    {"dates and shares are no figures", "10,20=2024|60,20=98%|110,20=1/3", NULL},
};

START_TEST(figures_of_line)
{
    g_autoptr(GArray) glyphs = glyphs_of(runs[_i].glyphs);
    g_autoptr(GPtrArray) found = runs_of_figures(glyphs);
    ck_assert_msg((found == NULL) == (runs[_i].runs == NULL), "%s", runs[_i].why);
    g_autoptr(GString) spelt = g_string_new(NULL);
    for (guint i = 0; found != NULL && i < found->len; i++) {
        g_autofree char *text = text_from_glyphs(g_ptr_array_index(found, i));
        g_string_append_printf(spelt, "%s%s", i > 0 ? "|" : "", text);
    }
    ck_assert_msg(found == NULL || g_str_equal(spelt->str, runs[_i].runs), "%s: %s", runs[_i].why, spelt->str);
}
END_TEST

/* A page of nothing but copies in one place is one character, soon. */
START_TEST(copies_without_end)
{
    g_autoptr(GArray) glyphs = g_array_new(FALSE, FALSE, sizeof(Glyph));
    for (int i = 0; i < 200 * 1000; i++) {
        Glyph glyph = {10, 20, 20, 10, i % 2 == 0 ? 0x5408 : 0x8ba1};
        g_array_append_val(glyphs, glyph);
    }
    g_autofree char *text = text_from_glyphs(glyphs);
    ck_assert_str_eq(text, "合计");
}
END_TEST

/* As many different ones in one place as there are characters. */
START_TEST(pile_of_characters)
{
    g_autoptr(GArray) glyphs = g_array_new(FALSE, FALSE, sizeof(Glyph));
    for (guint i = 0; i < 200 * 1000; i++) {
        Glyph glyph = {10, 20, 20, 10, 0x4e00 + i % 20000};
        g_array_append_val(glyphs, glyph);
    }
    g_autofree char *text = text_from_glyphs(glyphs);
    ck_assert_int_ge(g_utf8_strlen(text, -1), 20000);
}
END_TEST

Suite *typeset_suite(void)
{
    Suite *suite = suite_create("typeset");
    TCase *all = tcase_create("all");
    tcase_set_timeout(all, 10);
    tcase_add_loop_test(all, lines_and_spaces, 0, G_N_ELEMENTS(lines));
    tcase_add_loop_test(all, bases_of_figures, 0, G_N_ELEMENTS(figures));
    tcase_add_test(all, joined_bases);
    tcase_add_loop_test(all, figures_of_line, 0, G_N_ELEMENTS(runs));
    tcase_add_test(all, copies_without_end);
    tcase_add_test(all, pile_of_characters);
    suite_add_tcase(suite, all);
    return suite;
}
