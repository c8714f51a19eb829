/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cmd/rows.h"

#include <math.h>

#include "schema/language.h"
#include "tests/cmd/captured.h"

Suite *row_writer_suite(void);

static const RowColumn columns[] = {
    {"name", ROW_TEXT, "名称", "name", 12},
    {"amount", ROW_NUMBER, "金额", "amount", 0},
};

/* One row of a text and an amount in fen (G_MININT64: absent), in every format. */
static const struct {
    const char *what, *text;
    gint64 fen;
    const char *table, *tsv, *csv, *json;
} cases[] = {
    {"plain", "甲局", 11830500, "甲局  11.83\n", "甲局\t11.83\n", "甲局,11.83\r\n",
     "{\"name\": \"甲局\", \"amount\": 11.83}"},
    {"thousands", "a", 118305000000, "a     118,305.00\n", "a\t118305.00\n", "a,118305.00\r\n",
     "{\"name\": \"a\", \"amount\": 118305.00}"},
    {"absent", "a", G_MININT64, "a\n", "a\t\n", "a,\r\n", "{\"name\": \"a\", \"amount\": null}"},
    {"empty text", "", 0, "      0.00\n", "\t0.00\n", ",0.00\r\n",
     "{\"name\": \"\", \"amount\": 0.00}"},
    {"negative amounts stay numbers", "-1", -1354700, "-1    -1.35\n", "-1\t-1.35\n",
     "'-1,-1.35\r\n", "{\"name\": \"-1\", \"amount\": -1.35}"},
    {"formula", "=1+1", 0, "=1+1  0.00\n", "=1+1\t0.00\n", "'=1+1,0.00\r\n",
     "{\"name\": \"=1+1\", \"amount\": 0.00}"},
    {"wide formula", "＋1", 0, "＋1   0.00\n", "＋1\t0.00\n", "'＋1,0.00\r\n",
     "{\"name\": \"＋1\", \"amount\": 0.00}"},
    {"formula with a comma", "@a,b", 0, "@a,b  0.00\n", "@a,b\t0.00\n", "\"'@a,b\",0.00\r\n",
     "{\"name\": \"@a,b\", \"amount\": 0.00}"},
    {"quotes", "a\"b", 0, "a\"b   0.00\n", "a\"b\t0.00\n", "\"a\"\"b\",0.00\r\n",
     "{\"name\": \"a\\\"b\", \"amount\": 0.00}"},
    {"tab and newline", "a\tb\nc", 0, "a b c  0.00\n", "a b c\t0.00\n", "\"a\tb\nc\",0.00\r\n",
     "{\"name\": \"a\\u0009b\\u000ac\", \"amount\": 0.00}"},
    {"backslash", "a\\", 0, "a\\    0.00\n", "a\\\t0.00\n", "a\\,0.00\r\n",
     "{\"name\": \"a\\\\\", \"amount\": 0.00}"},
    {"longer than its column, and never cut", "一二三四五六七", 0, "一二三四五六七  0.00\n", "一二三四五六七\t0.00\n",
     "一二三四五六七,0.00\r\n", "{\"name\": \"一二三四五六七\", \"amount\": 0.00}"},
};

static char *written(RowFormat format, const char *text, gint64 fen)
{
    Capture capture = capture_begin();
    RowWriter *rows = rows_new(columns, G_N_ELEMENTS(columns), format, false);
    rows_text(rows, text);
    if (fen == G_MININT64)
        rows_absent(rows);
    else
        rows_amount(rows, (Amount){.fen = fen / 10000 * 10000, .step = 10000});
    rows_finish(rows);
    return capture_end(capture);
}

/* What follows the header line of a table, TSV or CSV. */
static const char *second_line(const char *text)
{
    const char *newline = strchr(text, '\n');
    ck_assert_ptr_nonnull(newline);
    return newline + 1;
}

START_TEST(test_formats)
{
    language_set(LANGUAGE_ZH);
    const char *const wanted[] = {cases[_i].table, cases[_i].tsv, cases[_i].csv};
    for (RowFormat format = ROWS_TABLE; format <= ROWS_CSV; format++) {
        g_autofree char *text = written(format, cases[_i].text, cases[_i].fen);
        ck_assert_msg(g_str_equal(second_line(text), wanted[format]), "%s: %s", cases[_i].what,
                      text);
    }
    g_autofree char *json = written(ROWS_JSON, cases[_i].text, cases[_i].fen);
    g_autofree char *array = g_strconcat("[\n", cases[_i].json, "\n]\n", NULL);
    ck_assert_str_eq(json, array);
}
END_TEST

static const struct {
    RowFormat format;
    const char *text;
} nothing[] = {{ROWS_TABLE, ""},
               {ROWS_TSV, "name\tamount\n"},
               {ROWS_CSV, "name,amount\r\n"},
               {ROWS_JSON, "[]\n"}};

START_TEST(test_no_rows)
{
    Capture capture = capture_begin();
    rows_finish(rows_new(columns, G_N_ELEMENTS(columns), nothing[_i].format, false));
    g_autofree char *text = capture_end(capture);
    ck_assert_str_eq(text, nothing[_i].text);
}
END_TEST

/* 15 digits bring back any decimal of 15 digits, and never a thousands separator or a comma. */
START_TEST(test_reals)
{
    static const double values[] = {0.816666666666667, 1e-300, -0.0, 123456789.123456, 1.0 / 3};
    for (gsize i = 0; i < G_N_ELEMENTS(values); i++) {
        Capture capture = capture_begin();
        RowWriter *rows = rows_new(columns + 1, 1, ROWS_TSV, false);
        rows_measured(rows, measured(values[i]));
        rows_measured(rows, measured_none());
        rows_finish(rows);
        g_autofree char *text = capture_end(capture);
        double back = g_ascii_strtod(second_line(text), NULL);
        /* The relative error of rounding to 15 significant digits. */
        ck_assert_msg(fabs(back - values[i]) <= 5e-15 * fabs(values[i]), "%s", text);
        ck_assert_msg(g_str_has_suffix(text, "\n\n"), "%s", text);
    }
}
END_TEST

START_TEST(test_small_negative_is_no_minus_zero)
{
    Capture capture = capture_begin();
    RowWriter *rows = rows_new(columns + 1, 1, ROWS_TABLE, false);
    rows_real(rows, -0.001);
    rows_finish(rows);
    g_autofree char *text = capture_end(capture);
    ck_assert_str_eq(text, "金额\n0.00\n");
}
END_TEST

START_TEST(test_color_by_meaning)
{
    Capture capture = capture_begin();
    RowWriter *rows = rows_new(columns, G_N_ELEMENTS(columns), ROWS_TABLE, true);
    rows_mean(rows, MEANING_ERROR);
    rows_text(rows, "甲");
    rows_integer(rows, 7);
    rows_finish(rows);
    g_autofree char *text = capture_end(capture);
    ck_assert_str_eq(second_line(text), "\033[31m甲\033[0m       7\n");
}
END_TEST

Suite *row_writer_suite(void)
{
    Suite *suite = suite_create("row_writer");
    TCase *tests = tcase_create("row_writer");
    tcase_add_loop_test(tests, test_formats, 0, G_N_ELEMENTS(cases));
    tcase_add_loop_test(tests, test_no_rows, 0, G_N_ELEMENTS(nothing));
    tcase_add_test(tests, test_reals);
    tcase_add_test(tests, test_small_negative_is_no_minus_zero);
    tcase_add_test(tests, test_color_by_meaning);
    suite_add_tcase(suite, tests);
    return suite;
}
