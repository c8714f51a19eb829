/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/layout.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

#include "tests/history/paper_spelling.h"

Suite *layout_suite(void);

/*
 * Marks as words parted by ' ': "-y,from,to" and "|x,from,to" are lines, "x,base=text" is text of size 10, Chinese
 * characters 10 wide and others 5.
 */
static Marks *marks_of(const char *text)
{
    Marks *marks = marks_new(500, 500);
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    for (char **word = words; *word != NULL; word++) {
        Stroke stroke = {.level = (*word)[0] == '-'};
        float x = 0;
        float base = 0;
        if (strchr(*word, '=') == NULL) {
            if (sscanf(*word + (**word != '\0'), "%f,%f,%f", &stroke.at, &stroke.from, &stroke.to) == 3)
                g_array_append_val(marks->strokes, stroke);
            continue;
        }
        ck_assert_msg(sscanf(*word, "%f,%f", &x, &base) == 2, "%s", *word);
        for (const char *at = strchr(*word, '=') + 1; *at != '\0'; at = g_utf8_next_char(at)) {
            float width = g_utf8_get_char(at) >= 0x2e80 ? 10 : 5;
            Glyph glyph = {x, x + width, base, 10, g_utf8_get_char(at)};
            g_array_append_val(marks->glyphs, glyph);
            x += width;
        }
    }
    return marks;
}

/* Two rows and two columns: 200 wide, rows 20 high. */
#define FRAME "-0,0,200 -20,0,200 -40,0,200 |0,0,40 |100,0,40 |200,0,40 "

static const struct {
    const char *why, *marks, *spelled;
} cases[] = {
    {"nothing", "", "--\n"},
    {"a frame without text is none", FRAME, "--\n"},
    {"text in its cells", FRAME "5,14=项目 105,14=1.00 5,34=合计 105,34=2.00", "--\n0,0=项目 0,1=1.00 1,0=合计 1,1=2.00\n"},
    {"a blank cell", FRAME "5,14=项目 105,34=2.00", "--\n0,0=项目 0,1= 1,0= 1,1=2.00\n"},
    {"a glyph's middle tells its cell, not where it begins", FRAME "98,14=1.00 5,34=合计", "--\n0,0= 0,1=1.00 1,0=合计 1,1=\n"},
    {"a figure that overhangs its line goes to one cell whole", FRAME "5,14=项目 97,14=1,183.05 5,34=合计", "--\n0,0=项目 0,1=1,183.05 1,0=合计 1,1=\n"},
    {"text that hangs below its line", FRAME "5,22=项目 105,14=1.00 5,34=合计 105,34=2.00", "--\n0,0=项目 0,1=1.00 1,0=合计 1,1=2.00\n"},
    {"lines above and below", FRAME "5,-10=收支总表 5,14=项目 105,14=1.00 5,60=注", "--\n收支总表\n0,0=项目 0,1=1.00 1,0= 1,1=\n注\n"},
    {"two lines in a cell", "-0,0,200 -40,0,200 |0,0,40 |100,0,40 |200,0,40 5,14=人员 5,28=经费 105,20=1.00", "--\n0,0=人员/经费 0,1=1.00\n"},
    {"rows whose lines are lost are cut at their figures",
     "-0,0,200 -40,0,200 |0,0,40 |100,0,40 |200,0,40 5,14=甲 105,14=1.00 5,34=乙 105,34=2.00", "--\n0,0=甲 1,0=乙 0,1=1.00 1,1=2.00\n"},
    {"columns whose lines are lost are cut between figures", "-0,0,300 -20,0,300 -40,0,300 |0,0,40 |100,0,40 |200,0,20 |300,0,40 "
     "5,14=甲 105,14=1.00 205,14=2.00 5,34=乙 105,34=3.00 205,34=4.00",
     "--\n0,0=甲 0,1=1.00 0,2=2.00 1,0=乙 1,1=3.00 1,2=4.00\n"},
    {"a table in a cell of a frame", "-0,0,400 -200,0,400 |0,0,200 |400,0,200 -100,0,400 -20,20,120 -40,20,120 |20,20,40 |70,20,40 |120,20,40 "
     "25,34=甲 75,34=1.00 30,150=注",
     "--\n0,0= 1,0=注\n0,0=甲 0,1=1.00\n"},
    {"a figure wrapped in a narrow cell is one figure", "-0,0,200 -40,0,200 |0,0,40 |100,0,40 |200,0,40 5,14=甲 105,14=26,592,30 105,34=0.00", "--\n0,0=甲 0,1=26,592,300.00\n"},
    {"wrapped before its decimals", "-0,0,200 -40,0,200 |0,0,40 |100,0,40 |200,0,40 5,14=甲 105,14=2659. 105,34=23", "--\n0,0=甲 0,1=2659.23\n"},
    {"two figures that would not be one", "-0,0,200 -40,0,200 |0,0,40 |100,0,40 |200,0,40 5,14=甲 105,14=592.00 5,34=乙 105,34=30.00", "--\n0,0=甲 1,0=乙 0,1=592.00 1,1=30.00\n"},
    {"a short number above a figure", "-0,0,200 -40,0,200 |0,0,40 |100,0,40 |200,0,40 5,14=甲 105,14=5 5,34=乙 105,34=30.00", "--\n0,0=甲/乙 0,1=5/30.00\n"},
};

START_TEST(pages)
{
    g_autoptr(Marks) marks = marks_of(cases[_i].marks);
    g_autoptr(Paper) paper = paper_new();
    ck_assert(page_from_marks(marks, paper_add_page(paper)));
    g_autofree char *spelled = spell_paper(paper);
    ck_assert_msg(g_str_equal(spelled, cases[_i].spelled), "%s:\n%s\nexpected\n%s", cases[_i].why, spelled, cases[_i].spelled);
}
END_TEST

/* Where rows or columns are found by their figures, the grid says so. */
START_TEST(kinds)
{
    static const struct {
        int index;
        GridKind kind;
    } expected[] = {{2, GRID_RULED}, {9, GRID_SPACED}, {10, GRID_SPACED}};
    for (gsize i = 0; i < G_N_ELEMENTS(expected); i++) {
        g_autoptr(Marks) marks = marks_of(cases[expected[i].index].marks);
        g_autoptr(Paper) paper = paper_new();
        page_from_marks(marks, paper_add_page(paper));
        ck_assert_int_eq(g_array_index(paper_page(paper, 0)->blocks, PaperBlock, 0).grid->kind, expected[i].kind);
    }
}
END_TEST

/* Lines without end: what the page says is read without them, and that is told. */
START_TEST(too_many_lines)
{
    g_autoptr(Marks) marks = marks_of("5,14=项目");
    for (int i = 0; i < 10000; i++) {
        Stroke stroke = {(float)i * 5, 0, 10, true};
        g_array_append_val(marks->strokes, stroke);
    }
    g_autoptr(Paper) paper = paper_new();
    ck_assert(!page_from_marks(marks, paper_add_page(paper)));
    g_autofree char *spelled = spell_paper(paper);
    ck_assert_str_eq(spelled, "--\n项目\n");
}
END_TEST

Suite *layout_suite(void)
{
    Suite *suite = suite_create("layout");
    TCase *all = tcase_create("all");
    tcase_add_loop_test(all, pages, 0, G_N_ELEMENTS(cases));
    tcase_add_test(all, kinds);
    tcase_add_test(all, too_many_lines);
    suite_add_tcase(suite, all);
    return suite;
}
