/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cmd/table.h"

#include "cmd/terminal.h"
#include "tests/cmd/captured.h"

Suite *table_layout_suite(void);

#define COLUMNS_MOST 4

static const RowColumn kinds[][COLUMNS_MOST] = {
    {{"subject", ROW_TEXT, NULL, NULL, 12}, {"amount", ROW_NUMBER, NULL, NULL, 0}},
    {{"subject", ROW_TEXT, NULL, NULL, 12}, {"first", ROW_NUMBER, NULL, NULL, 0}, {"last", ROW_NUMBER, NULL, NULL, 0}, {"word", ROW_TEXT, NULL, NULL, 0}},
};

#define NAME_20 "一二三四五六七八九十一二三四五六七八九十"
#define NAME_100 NAME_20 NAME_20 NAME_20 NAME_20 NAME_20

/* Fields by "|", rows by "/"; the first row are the headings. Width 0 is a pipe. */
static const struct {
    const char *name;
    gsize columns;
    int width;
    const char *rows, *printed;
} cases[] = {
    {"headings alone", 2, 80, "科目|金额", "科目  金额\n"},
    {"the points line up, whatever is printed behind them", 2, 0, "科目|金额/a|1.5/b|1,234.5678/c|7/d|-0.25?",
     "科目        金额\na         1.5\nb     1,234.5678\nc         7\nd        -0.25?\n"},
    {"what is no figure stands at the right", 2, 0, "a|金额/b|12.25/c|—/d|", "a   金额\nb  12.25\nc      —\nd\n"},
    {"Chinese counts two, a combining mark and a joiner nothing", 2, 0, "s|n/甲局|1/e\xcc\x81te\xcc\x81|2/a\xe2\x80\x8d|3",
     "s     n\n甲局  1\ne\xcc\x81te\xcc\x81   2\na\xe2\x80\x8d     3\n"},
    {"emoji counts two, ambiguous signs one", 2, 0, "s|n/😀局|1/“甲”—…|2", "s       n\n😀局    1\n“甲”—…  2\n"},
    {"a pipe gets a long text whole; it shifts its own row alone", 2, 0, "s|n/一二三四五六七|1/甲|2", "s             n\n一二三四五六七  1\n甲            2\n"},
    {"a wide terminal shows it whole and in line", 2, 80, "s|n/一二三四五六七|1/甲|2", "s               n\n一二三四五六七  1\n甲              2\n"},
    {"a narrow one wraps it, its level kept", 2, 15, "s|n/  一二三四五六七|1/甲|2", "s             n\n  一二三四五  1\n  六七\n甲            2\n"},
    {"the mark of a row is not repeated", 2, 15, "s|n/* 一二三四五六七|1", "s             n\n* 一二三四五  1\n  六七\n"},
    {"a hundred characters take four lines and an ellipsis", 2, 15, "s|n/" NAME_100 "|1",
     "s             n\n一二三四五六  1\n七八九十一二\n三四五六七八\n九十一二三…\n"},
    {"headings are wrapped before texts", 4, 34, "科目|首年的占比%|末年的占比%|判断/一般公共服务|1.00|2.00|升",
     "              首年的  末年的\n科目           占比%   占比%  判断\n一般公共服务    1.00    2.00  升\n"},
    {"what has no room stands below, with its subject", 4, 24, "科目|first|last|判断/甲局|1234567890|1234567890|升",
     "科目       first\n甲局  1234567890\n\n科目        last  判断\n甲局  1234567890  升\n"},
};

static GArray *fields_of(const char *text)
{
    GArray *fields = g_array_new(FALSE, FALSE, sizeof(TableField));
    g_auto(GStrv) words = g_strsplit_set(text, "|/", -1);
    for (char **word = words; *word != NULL; word++) {
        TableField field = {.text = g_strdup(*word)};
        g_array_append_val(fields, field);
    }
    return fields;
}

START_TEST(test_layout)
{
    GArray *fields = fields_of(cases[_i].rows);
    Capture capture = capture_begin();
    table_print(kinds[cases[_i].columns > 2], cases[_i].columns, fields, cases[_i].width, false);
    g_autofree char *text = capture_end(capture);
    ck_assert_msg(g_str_equal(text, cases[_i].printed), "%s:\n%s", cases[_i].name, text);
    for (guint i = 0; i < fields->len; i++)
        g_free(g_array_index(fields, TableField, i).text);
    g_array_unref(fields);
}
END_TEST

/* No line of any table is wider than the terminal, as long as one column and its subject fit. */
START_TEST(test_nothing_is_wider_than_the_terminal)
{
    GArray *fields = fields_of("subject of a long kind|首年占比|末年占比|判断/" NAME_100 "|1,234.56|-1,234,567.1234|" NAME_20
                               "/supercalifragilisticexpialidocious|—|0|a b c d e f");
    for (int width = 40; width <= 140; width++) {
        Capture capture = capture_begin();
        table_print(kinds[1], COLUMNS_MOST, fields, width, false);
        g_autofree char *text = capture_end(capture);
        g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
        for (char **line = lines; *line != NULL; line++)
            ck_assert_msg(columns_of(*line) <= width, "%d: %s", width, *line);
    }
    for (guint i = 0; i < fields->len; i++)
        g_free(g_array_index(fields, TableField, i).text);
    g_array_unref(fields);
}
END_TEST

Suite *table_layout_suite(void)
{
    Suite *suite = suite_create("table_layout");
    TCase *tests = tcase_create("table_layout");
    tcase_add_loop_test(tests, test_layout, 0, G_N_ELEMENTS(cases));
    tcase_add_test(tests, test_nothing_is_wider_than_the_terminal);
    suite_add_tcase(suite, tests);
    return suite;
}
