/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/visible.h"

#include <check.h>
#include <math.h>

Suite *visible_suite(void);

static const Box page = {0, 0, 600, 800};

/* The text layer of a scanned page: below its picture or above it, drawn or not. */
START_TEST(layer_of_a_picture)
{
    g_autoptr(Visible) visible = visible_new();
    for (int i = 0; i < 20; i++)
        visible_add_glyph(visible, (float)(10 * i), 100, INK_DARK);
    visible_add_picture(visible, page);
    for (int i = 0; i < 20; i++)
        visible_add_glyph(visible, (float)(10 * i), 200, i % 2 == 0 ? INK_NONE : INK_LIGHT);
    ck_assert(visible_settle(visible));
    for (guint i = 0; i < 40; i++)
        ck_assert(visible_sees(visible, i));
    ck_assert(!visible_has_silent_picture(visible, 600, 800));
}
END_TEST

/* A page number is no text layer; a small picture needs none. */
static const struct {
    const char *why;
    Box picture;
    int glyphs;
    bool silent;
} pictures[] = {
    {"a scanned page with its number", {0, 0, 600, 800}, 3, true},
    {"a scanned page with a text layer", {0, 0, 600, 800}, 8, false},
    {"a scanned page that lies partly beside the paper", {-300, -300, 600, 800}, 0, true},
    {"a coat of arms", {250, 100, 350, 200}, 0, false},
    {"a picture beside the page", {700, 0, 1300, 800}, 0, false},
};

START_TEST(silent_picture)
{
    g_autoptr(Visible) visible = visible_new();
    visible_add_picture(visible, pictures[_i].picture);
    for (int i = 0; i < pictures[_i].glyphs; i++)
        visible_add_glyph(visible, (float)(290 + 5 * i), 780, INK_DARK);
    visible_settle(visible);
    ck_assert_msg(visible_has_silent_picture(visible, 600, 800) == pictures[_i].silent, "%s", pictures[_i].why);
}
END_TEST

/* Boxes over boxes without end: it ends, says so, and takes nothing away that it did not look at. */
START_TEST(boxes_without_end)
{
    g_autoptr(Visible) visible = visible_new();
    for (int i = 0; i < 20000; i++)
        visible_add_glyph(visible, (float)(i % 600), (float)(i / 600), INK_DARK);
    for (int i = 0; i < 20000; i++)
        visible_add_fill(visible, page, true, i == 19999);
    ck_assert(!visible_settle(visible));
    ck_assert(visible_sees(visible, 0));
}
END_TEST

/* What is printed over 12.34, so far to its right and below: ten points high, digits five wide. */
static const struct {
    const char *why;
    float apart, lower;
    const char *over;
    guint blots;
} prints[] = {
    {"nothing over it", 100, 0, "2.5", 0},
    {"another figure", 1, 0, "98.76", 10},
    {"the same, to look bold", 0.4f, 0, "12.34", 0},
    {"the next line", 0, 12, "98.76", 0},
    {"over its last digits alone: none of it can be told", 15.5f, 0, "98", 7},
    {"words are no figures", 0, 0, "abcde", 0},
};

static void print(Marks *marks, float x, float base, const char *text)
{
    for (; *text != '\0'; text++, x += 5) {
        Glyph glyph = {x, x + 5, base, 10, (gunichar)(guchar)*text};
        g_array_append_val(marks->glyphs, glyph);
    }
}

START_TEST(overprinted)
{
    g_autoptr(Marks) marks = marks_new(600, 800);
    g_autoptr(GString) what = g_string_new(NULL);
    print(marks, 50, 100, "12.34");
    print(marks, 50 + prints[_i].apart, 100 + prints[_i].lower, prints[_i].over);
    ck_assert_msg(marks_blot_overprinted(marks, what) == prints[_i].blots, "%s: %s", prints[_i].why, what->str);
    ck_assert_msg((prints[_i].blots > 0) == (what->len > 0), "%s", prints[_i].why);
}
END_TEST

/* A hundred thousand digits in one place, and glyphs at no place at all. */
START_TEST(digits_without_end)
{
    g_autoptr(Marks) marks = marks_new(600, 800);
    g_autoptr(GString) what = g_string_new(NULL);
    for (int i = 0; i < 100000; i++)
        print(marks, i % 2 == 0 ? 50 : NAN, 100, i % 3 == 0 ? "1" : "2");
    ck_assert_uint_gt(marks_blot_overprinted(marks, what), 1000);
}
END_TEST

Suite *visible_suite(void)
{
    Suite *suite = suite_create("visible");
    TCase *all = tcase_create("all");
    tcase_add_test(all, layer_of_a_picture);
    tcase_add_loop_test(all, silent_picture, 0, G_N_ELEMENTS(pictures));
    tcase_add_test(all, boxes_without_end);
    tcase_add_loop_test(all, overprinted, 0, G_N_ELEMENTS(prints));
    tcase_add_test(all, digits_without_end);
    suite_add_tcase(suite, all);
    return suite;
}
