/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/ruling.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

Suite *ruling_suite(void);

/* Lines as "-y,from,to" (level) and "|x,from,to" (upright), parted by spaces. */
static GArray *strokes_of(const char *text)
{
    GArray *strokes = g_array_new(FALSE, FALSE, sizeof(Stroke));
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    for (char **word = words; *word != NULL; word++) {
        Stroke stroke = {.level = (*word)[0] == '-'};
        if ((*word)[0] == '\0')
            continue;
        ck_assert_msg(sscanf(*word + 1, "%f,%f,%f", &stroke.at, &stroke.from, &stroke.to) == 3, "%s", *word);
        g_array_append_val(strokes, stroke);
    }
    return strokes;
}

static void spell_edges(GString *out, const GArray *edges)
{
    for (guint i = 0; i < edges->len; i++)
        g_string_append_printf(out, "%s%g", i > 0 ? " " : "", (double)g_array_index(edges, float, i));
}

/* "tops / lefts / the cell of each place, a row after the other parted by ','", frames joined by '|'. */
static char *spell(const GPtrArray *frames)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < frames->len; i++) {
        const Frame *frame = g_ptr_array_index(frames, i);
        g_string_append(out, i > 0 ? " | " : "");
        spell_edges(out, frame->tops);
        g_string_append(out, " / ");
        spell_edges(out, frame->lefts);
        g_string_append(out, " /");
        for (int place = 0; place < frame_rows(frame) * frame_columns(frame); place++)
            g_string_append_printf(out, "%s%d", place > 0 && place % frame_columns(frame) == 0 ? "," : " ", frame->cell_of[place]);
    }
    return g_string_free(out, FALSE);
}

/* A box of two rows and two columns, 100 by 40. */
#define OUTSIDE "-0,0,100 -40,0,100 |0,0,40 |100,0,40"

static const struct {
    const char *why, *strokes, *frames;
} cases[] = {
    {"no lines", "", ""},
    {"level lines alone", "-0,0,100 -20,0,100", ""},
    {"one cell is no table", OUTSIDE, ""},
    {"two by two", OUTSIDE " -20,0,100 |50,0,40", "0 20 40 / 0 50 100 / 0 1,2 3"},
    {"drawn in any order", "|50,0,40 -20,0,100 |100,0,40 -40,0,100 |0,0,40 -0,0,100", "0 20 40 / 0 50 100 / 0 1,2 3"},
    {"a heading across two columns", OUTSIDE " -20,0,100 |50,20,40", "0 20 40 / 0 50 100 / 0 0,2 3"},
    {"a heading over two rows", OUTSIDE " -20,50,100 |50,0,40", "0 20 40 / 0 50 100 / 0 1,0 3"},
    {"all four joined but for two by one", "-0,0,150 -40,0,150 -80,0,150 |0,0,80 |150,0,80 |50,40,80 |100,40,80 -60,0,150",
     "0 40 60 80 / 0 50 100 150 / 0 0 0,3 4 5,6 7 8"},
    {"joined to an L: a line is lost, rows are their own", OUTSIDE " -20,50,100 |50,20,40", "0 20 40 / 0 50 100 / 0 0,2 3"},
    {"lines drawn twice", OUTSIDE " -20,0,100 -21,0,100 |50,0,40 |51.5,0,40", "0 20.5 40 / 0 50.75 100 / 0 1,2 3"},
    {"double lines apart are a narrow row", OUTSIDE " -20,0,100 -24,0,100 |50,0,40", "0 20 24 40 / 0 50 100 / 0 1,2 3,4 5"},
    {"lines in pieces, cell by cell", "-0,0,49 -0,51,100 -20,0,50 -20,50,100 -40,0,48 -40,50,100 |0,0,19 |0,21,40 |50,0,20 |50,20,40 |100,0,40",
     "0 20 40 / 0 50 100 / 0 1,2 3"},
    {"lines that end a little before they meet", "-0,2,98 -40,2,98 |0,2,38 |100,2,38 -20,2,98 |50,2,38", "0 20 40 / 0 50 100 / 0 1,2 3"},
    {"open sides", "-0,0,100 -20,0,100 -40,0,100 |50,0,40", "0 20 40 / 0 50 100 / 0 1,2 3"},
    {"an open top and bottom", "-20,0,100 |0,0,40 |50,0,40 |100,0,40", "0 20 40 / 0 50 100 / 0 1,2 3"},
    {"a line that sticks out a little opens no side", "-0,0,105 -20,0,100 -40,0,100 |0,0,40 |50,0,40 |100,0,40", "0 20 40 / 0 50 100 / 0 1,2 3"},
    {"two tables one below the other, the lower one drawn first",
     "-100,0,100 -120,0,100 |0,100,120 |50,100,120 |100,100,120 -0,0,100 -20,0,100 |0,0,20 |30,0,20 |100,0,20",
     "0 20 / 0 30 100 / 0 1 | 100 120 / 0 50 100 / 0 1"},
    {"two tables side by side", "-0,0,40 -20,0,40 |0,0,20 |20,0,20 |40,0,20 -0,60,100 -20,60,100 |60,0,20 |80,0,20 |100,0,20",
     "0 20 / 0 20 40 / 0 1 | 0 20 / 60 80 100 / 0 1"},
    {"a line that crosses nothing is of no table", OUTSIDE " -20,0,100 -90,0,100", "0 20 40 / 0 100 / 0,1"},
    {"a box in a cell is a table of its own", "-0,0,100 -100,0,100 |0,0,100 |100,0,100 -50,0,100 -60,10,90 -80,10,90 |10,60,80 |50,60,80 |90,60,80",
     "0 50 100 / 0 100 / 0,1 | 60 80 / 10 50 90 / 0 1"},
    {"lines under half of a place part it not", OUTSIDE " -20,0,100 |50,0,9 |50,20,40", "0 20 40 / 0 50 100 / 0 0,2 3"},
    {"lines along more than half of it do", OUTSIDE " -20,0,100 |50,0,11 |50,20,40", "0 20 40 / 0 50 100 / 0 1,2 3"},
};

START_TEST(frames)
{
    g_autoptr(GArray) strokes = strokes_of(cases[_i].strokes);
    g_autoptr(GPtrArray) found = frames_from_strokes(strokes);
    g_autofree char *spelt = spell(found);
    ck_assert_msg(g_str_equal(spelt, cases[_i].frames), "%s:\n%s\nexpected\n%s", cases[_i].why, spelt, cases[_i].frames);
}
END_TEST

static GArray *raster(int count)
{
    GArray *strokes = g_array_new(FALSE, FALSE, sizeof(Stroke));
    float side = 10.0f * (float)(count - 1);
    for (int i = 0; i < count; i++)
        for (int level = 0; level < 2; level++) {
            Stroke stroke = {10.0f * (float)i, 0, side, level != 0};
            g_array_append_val(strokes, stroke);
        }
    return strokes;
}

/* A large table, one with more columns than a table has, a drawing: a million lines, side by side and in one place. */
START_TEST(many_lines)
{
    g_autoptr(GArray) large = raster(100);
    g_autoptr(GPtrArray) one = frames_from_strokes(large);
    ck_assert_uint_eq(one->len, 1);
    ck_assert_int_eq(frame_rows(g_ptr_array_index(one, 0)), 99);
    g_autoptr(GArray) wide = raster(200);
    g_autoptr(GPtrArray) none = frames_from_strokes(wide);
    ck_assert_uint_eq(none->len, 0);
    g_autoptr(GArray) drawing = raster(500 * 1000);
    g_autoptr(GPtrArray) nothing = frames_from_strokes(drawing);
    ck_assert_ptr_null(nothing);
    g_autoptr(GArray) again = strokes_of(OUTSIDE " |50,0,40");
    for (int i = 0; i < 1000 * 1000; i++) {
        Stroke stroke = {20, 0, 100, true};
        g_array_append_val(again, stroke);
    }
    g_autoptr(GPtrArray) same = frames_from_strokes(again);
    ck_assert_uint_eq(same->len, 1);
    ck_assert_int_eq(frame_rows(g_ptr_array_index(same, 0)), 2);
}
END_TEST

START_TEST(places)
{
    g_autoptr(GArray) edges = g_array_new(FALSE, FALSE, sizeof(float));
    for (int i = 0; i < 4; i++) {
        float edge = 10.0f * (float)i;
        g_array_append_val(edges, edge);
    }
    static const struct {
        float at;
        int place;
    } at[] = {{-1, -1}, {0, 0}, {9.9f, 0}, {10, 1}, {29.9f, 2}, {30, -1}, {99, -1}};
    for (gsize i = 0; i < G_N_ELEMENTS(at); i++)
        ck_assert_int_eq(frame_place(edges, at[i].at), at[i].place);
}
END_TEST

Suite *ruling_suite(void)
{
    Suite *suite = suite_create("ruling");
    TCase *all = tcase_create("all");
    tcase_set_timeout(all, 30);
    tcase_add_loop_test(all, frames, 0, G_N_ELEMENTS(cases));
    tcase_add_test(all, many_lines);
    tcase_add_test(all, places);
    suite_add_tcase(suite, all);
    return suite;
}
