/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/token.h"

#include <check.h>
#include <string.h>

Suite *token_suite(void);

/* A line, and its tokens as "kind start-end text" joined by '|': w word, i integer, d decimal, - dash. */
static const struct {
    const char *why;
    const char *line, *tokens;
} lines[] = {
    {"nothing", "", ""},
    {"spaces alone", "    ", ""},
    {"label and figures", "合计 1,183.05 -0.30 0", "w0-2 合计|d3-11 1,183.05|d12-17 -0.30|i18-19 0"},
    {"code in cells of its own", "201 13 01 行政运行 12.00", "i0-3 201|i4-6 13|i7-9 01|w10-14 行政运行|d15-20 12.00"},
    {"positions count characters, not bytes", "  甲乙  1.00", "w2-4 甲乙|d6-10 1.00"},
    {"a dash holds its column", "合计 - -- 1.00", "w0-2 合计|-3-4 -|-5-7 --|d8-12 1.00"},
    {"label runs into its figure", "合计1,183.05", "w0-2 合计|d2-10 1,183.05"},
    {"label runs into a negative figure", "结余-5.20", "w0-2 结余|d2-7 -5.20"},
    {"code of three runs into its name", "201一般公共服务支出", "i0-3 201|w3-11 一般公共服务支出"},
    {"code of five", "20113商贸事务", "i0-5 20113|w5-9 商贸事务"},
    {"code of seven", "2011301行政运行", "i0-7 2011301|w7-11 行政运行"},
    {"code, name and figure in one", "2011301行政运行1,183.05", "i0-7 2011301|w7-11 行政运行|d11-19 1,183.05"},
    {"a year is no code", "2024年部门预算", "w0-9 2024年部门预算"},
    {"a list number is no code", "1、一般公共预算拨款", "w0-10 1、一般公共预算拨款"},
    {"an integer at the end of a word is not cut", "表1", "w0-2 表1"},
    {"an amount at the end of one is", "表1.50", "w0-1 表|d1-5 1.50"},
    {"latin words are not cut", "A1.50", "w0-5 A1.50"},
    {"a figure with its unit", "12.50万元", "w0-7 12.50万元"},
    {"percent", "69.58%", "w0-6 69.58%"},
    {"two points", "12.3.4", "w0-6 12.3.4"},
    {"point at the end", "12.", "w0-3 12."},
    {"point in front", ".50", "w0-3 .50"},
    {"plus alone", "+", "w0-1 +"},
    {"signed integer is an amount", "-5 +5", "d0-2 -5|d3-5 +5"},
    {"integer with separators is an amount", "1,183", "d0-5 1,183"},
    {"digits without end", "123456789012345678901234567890", "i0-30 123456789012345678901234567890"},
};

static char *spell(const GArray *tokens)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < tokens->len; i++) {
        const Token *token = token_at(tokens, i);
        g_string_append_printf(out, "%s%c%d-%d %s", i > 0 ? "|" : "", "wid-"[token->kind], token->start, token->end,
                               token->text);
    }
    return g_string_free(out, FALSE);
}

START_TEST(cut_into_tokens)
{
    g_autoptr(GArray) tokens = tokens_from_line(lines[_i].line);
    g_autofree char *spelt = spell(tokens);
    ck_assert_msg(g_str_equal(spelt, lines[_i].tokens), "%s: %s", lines[_i].why, spelt);
}
END_TEST

/* Random lines: tokens stand in order, cover all that is printed, and hold what stands at their place. */
START_TEST(nothing_is_lost)
{
    static const char *const pieces[] = {"合计", "201", "2011301", " ", "  ", "1,183.05", "-", "-0.30", "行政运行", ".",
                                         "%",    "（",  "12",      "5",  "+"};
    g_autoptr(GRand) rand = g_rand_new_with_seed(5);
    for (int round = 0; round < 5000; round++) {
        g_autoptr(GString) line = g_string_new(NULL);
        for (int count = g_rand_int_range(rand, 0, 12); count > 0; count--)
            g_string_append(line, pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
        g_autoptr(GArray) tokens = tokens_from_line(line->str);
        int reached = 0;
        for (guint i = 0; i < tokens->len; i++) {
            const Token *token = token_at(tokens, i);
            ck_assert_msg(token->start >= reached && token->end > token->start, "%s", line->str);
            g_autofree char *there = g_utf8_substring(line->str, token->start, token->end);
            ck_assert_msg(g_str_equal(there, token->text), "%s: %s is not %s", line->str, there, token->text);
            reached = token->end;
        }
        g_autofree char *all = tokens_label(tokens, 0, tokens->len);
        g_auto(GStrv) words = g_strsplit(line->str, " ", -1);
        g_autofree char *printed = g_strjoinv("", words);
        ck_assert_str_eq(all, printed);
    }
}
END_TEST

static const struct {
    const char *line;
    guint figures, with_integers; /* how many figures end it */
} endings[] = {
    {"", 0, 0},
    {"合计", 0, 0},
    {"合计 1.00 2.00", 2, 2},
    {"合计 1.00 - 2.00", 3, 3},
    {"合计 1.00 0", 2, 2}, /* a bare zero is an amount anywhere */
    {"合计 1.00 5", 0, 2},
    {"合计 5 1.00", 1, 2},
    {"201 13 01 行政运行 1.00", 1, 1},
    {"201 13 01 1.00", 1, 4},
    {"1.00 行政运行", 0, 0},
    {"1.00 2.00", 2, 2},
};

START_TEST(trailing_figures)
{
    g_autoptr(GArray) tokens = tokens_from_line(endings[_i].line);
    ck_assert_uint_eq(tokens->len - tokens_trailing_figures(tokens, false), endings[_i].figures);
    ck_assert_uint_eq(tokens->len - tokens_trailing_figures(tokens, true), endings[_i].with_integers);
}
END_TEST

START_TEST(labels)
{
    g_autoptr(GArray) tokens = tokens_from_line("201 13 行政 运行 1.00");
    g_autofree char *code = tokens_label(tokens, 0, 2);
    g_autofree char *name = tokens_label(tokens, 2, 4);
    g_autofree char *nothing = tokens_label(tokens, 2, 2);
    ck_assert_str_eq(code, "20113");
    ck_assert_str_eq(name, "行政运行");
    ck_assert_str_eq(nothing, "");
}
END_TEST

static const struct {
    const char *line;
    int count; /* 0: the line does not number columns */
    guint first;
} numberings[] = {
    {"1 2 3", 3, 0},
    {"※ ※ ※ 1 2 3 4 5", 5, 3},
    {"* * 1 2", 2, 2},
    {"栏次 1 2 3", 3, 1},
    {"栏次 1", 1, 1},
    {"1", 0, 0}, /* may be a page number */
    {"", 0, 0},
    {"栏次", 0, 0},
    {"0 1 2", 0, 0},
    {"2 3 4", 0, 0},
    {"1 2 4", 0, 0},
    {"1 2 3 合计", 0, 0},
    {"合计 1 2 3", 0, 0},
    {"1 2.00", 0, 0},
    {"1 4294967298", 0, 0}, /* 2 in 32 bits */
    {"1 2 3 4 5 6 7 8 9 10 11 12", 12, 0},
};

START_TEST(column_numbers)
{
    g_autoptr(GArray) tokens = tokens_from_line(numberings[_i].line);
    guint first = 99;
    int count = 99;
    bool numbers = tokens_number_columns(tokens, &first, &count);
    ck_assert_msg(numbers == (numberings[_i].count > 0), "%s", numberings[_i].line);
    if (!numbers)
        return;
    ck_assert_int_eq(count, numberings[_i].count);
    ck_assert_uint_eq(first, numberings[_i].first);
}
END_TEST

Suite *token_suite(void)
{
    Suite *suite = suite_create("token");
    TCase *cutting = tcase_create("cutting");
    tcase_add_loop_test(cutting, cut_into_tokens, 0, G_N_ELEMENTS(lines));
    tcase_add_test(cutting, nothing_is_lost);
    suite_add_tcase(suite, cutting);
    TCase *reading = tcase_create("reading");
    tcase_add_loop_test(reading, trailing_figures, 0, G_N_ELEMENTS(endings));
    tcase_add_test(reading, labels);
    tcase_add_loop_test(reading, column_numbers, 0, G_N_ELEMENTS(numberings));
    suite_add_tcase(suite, reading);
    return suite;
}
