/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/spacing.h"

#include <check.h>
#include <string.h>

#include "history/typeset.h"

Suite *spacing_suite(void);

/* A word of the page: type of size 10, Chinese characters 10 wide and others 5. */
typedef struct {
    float x, base;
    const char *text;
} Word;

static void set_word(GArray *glyphs, const Word *word)
{
    float x = word->x;
    for (const char *at = word->text; *at != '\0'; at = g_utf8_next_char(at)) {
        float width = g_utf8_get_char(at) >= 0x2e80 ? 10 : 5;
        Glyph glyph = {x, x + width, word->base, 10, g_utf8_get_char(at)};
        g_array_append_val(glyphs, glyph);
        x += width;
    }
}

#define WORDS_MAX 24

static const struct {
    const char *why;
    Word words[WORDS_MAX];
    int ranges;
    const char *grid; /* the first table: cells of a row parted by '|', rows by ' '; blank ones are empty */
} cases[] = {
    {"nothing", {{0, 0, NULL}}, 0, ""},
    {"running text with an amount is no table",
     {{0, 20, "本年收入合计5.00万元，"}, {0, 40, "其中财政拨款3.00万元。"}},
     0,
     ""},
    {"a single row is no table", {{0, 20, "合计"}, {100, 20, "5.00"}}, 0, ""},
    {"a single row of many figures below headings is one",
     {{0, 20, "合计"}, {100, 20, "接待费"}, {200, 20, "出国费"}, {0, 40, "5.00"}, {110, 40, "2.00"}, {210, 40, "3.00"}},
     1,
     "合计|接待费|出国费 5.00|2.00|3.00"},
    {"nor is one without headings", {{0, 40, "5.00"}, {110, 40, "2.00"}, {210, 40, "3.00"}}, 0, ""},
    {"figures at the right of their headings",
     {{0, 20, "项目"},
      {100, 20, "合计"},
      {200, 20, "基本支出"},
      {0, 40, "文化"},
      {120, 40, "5.00"},
      {240, 40, "2.00"},
      {0, 60, "旅游"},
      {115, 60, "15.00"},
      {240, 60, "1.00"}},
     1,
     "项目|合计|基本支出 文化|5.00|2.00 旅游|15.00|1.00"},
    {"words spread over their columns",
     {{0, 20, "项"},
      {30, 20, "目"},
      {110, 20, "合"},
      {140, 20, "计"},
      {0, 40, "文化"},
      {120, 40, "5.00"},
      {0, 60, "合"},
      {20, 60, "计"},
      {115, 60, "15.00"}},
     1,
     "项    目|合    计 文化|5.00 合  计|15.00"},
    {"a heading over two columns, above neither",
     {{120, 20, "收入"},
      {420, 20, "支出"},
      {0, 40, "项目"},
      {200, 40, "预算数"},
      {300, 40, "项目"},
      {500, 40, "预算数"},
      {0, 60, "拨款"},
      {210, 60, "5.00"},
      {300, 60, "文化"},
      {510, 60, "5.00"},
      {0, 80, "其他"},
      {210, 80, "1.00"},
      {300, 80, "旅游"},
      {510, 80, "1.00"}},
     1,
     "项目|收入/预算数|项目|支出/预算数 拨款|5.00|文化|5.00 其他|1.00|旅游|1.00"},
    {"a blank stays blank",
     {{0, 20, "项目"},
      {100, 20, "合计"},
      {200, 20, "项目支出"},
      {0, 40, "文化"},
      {120, 40, "5.00"},
      {0, 60, "旅游"},
      {120, 60, "7.00"},
      {225, 60, "7.00"}},
     1,
     "项目|合计|项目支出 文化|5.00| 旅游|7.00|7.00"},
    {"a column without figures is kept by its heading",
     {{0, 20, "项目"},
      {100, 20, "合计"},
      {200, 20, "结余"},
      {0, 40, "文化"},
      {110, 40, "5.00"},
      {0, 60, "旅游"},
      {110, 60, "7.00"}},
     1,
     "项目|合计|结余 文化|5.00| 旅游|7.00|"},
    {"a name wrapped around its figures",
     {{0, 20, "项目"},
      {100, 20, "合计"},
      {0, 40, "文化"},
      {100, 40, "5.00"},
      {0, 66, "机关事业单位"},
      {100, 72, "7.00"},
      {0, 78, "缴费"},
      {0, 100, "旅游"},
      {100, 100, "1.00"}},
     1,
     "项目|合计 文化|5.00 机关事业单位/缴费|7.00 旅游|1.00"},
    {"a code close to its name",
     {{0, 20, "编码"},
      {60, 20, "名称"},
      {200, 20, "合计"},
      {0, 40, "201"},
      {60, 40, "文化"},
      {200, 40, "5.00"},
      {0, 60, "20101"},
      {60, 60, "旅游"},
      {200, 60, "5.00"}},
     1,
     "编码|名称|合计 201|文化|5.00 20101|旅游|5.00"},
    {"two blocks side by side",
     {{0, 20, "收入"},
      {100, 20, "金额"},
      {200, 20, "支出"},
      {300, 20, "金额"},
      {0, 40, "拨款"},
      {100, 40, "5.00"},
      {200, 40, "文化"},
      {300, 40, "4.00"},
      {0, 60, "其他"},
      {100, 60, "1.00"},
      {200, 60, "旅游"},
      {300, 60, "2.00"}},
     1,
     "收入|金额|支出|金额 拨款|5.00|文化|4.00 其他|1.00|旅游|2.00"},
};

static GPtrArray *lines_of_words(const Word *words)
{
    g_autoptr(GArray) glyphs = g_array_new(FALSE, FALSE, sizeof(Glyph));
    for (int i = 0; i < WORDS_MAX && words[i].text != NULL; i++)
        set_word(glyphs, &words[i]);
    return lines_from_glyphs(glyphs);
}

static char *spelled(const Grid *grid)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < grid->cells->len; i++) {
        const GridCell *cell = grid_cell(grid, i);
        g_autofree char *words = g_strdelimit(g_strdup(cell->text), "\n", '/');
        g_string_append_printf(text, "%s%s", i == 0 ? "" : cell->column == 0 ? " " : "|", words);
    }
    return g_string_free(text, FALSE);
}

START_TEST(tables_by_position)
{
    g_autoptr(GPtrArray) lines = lines_of_words(cases[_i].words);
    g_autoptr(GArray) ranges = spaced_ranges(lines);
    ck_assert_msg((int)ranges->len == cases[_i].ranges, "%s: %u tables", cases[_i].why, ranges->len);
    if (ranges->len == 0)
        return;
    g_autoptr(Paper) paper = paper_new();
    Grid *grid = paper_page_add_grid(paper_add_page(paper), GRID_SPACED);
    grid_from_spaced(grid, lines, &g_array_index(ranges, SpacedRange, 0));
    g_autofree char *found = spelled(grid);
    ck_assert_msg(g_str_equal(found, cases[_i].grid), "%s:\n%s\nexpected\n%s", cases[_i].why, found, cases[_i].grid);
}
END_TEST

Suite *spacing_suite(void)
{
    Suite *suite = suite_create("spacing");
    TCase *all = tcase_create("all");
    tcase_add_loop_test(all, tables_by_position, 0, G_N_ELEMENTS(cases));
    suite_add_tcase(suite, all);
    return suite;
}
