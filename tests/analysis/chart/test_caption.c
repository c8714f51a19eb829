/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "analysis/chart/caption.h"

Suite *caption_suite(void);

static const struct {
    const char *row;
    const char *text;
    const char *clean;
} CLEAN[] = {
    { "nothing", NULL, "" },
    { "empty", "", "" },
    { "plain", "行政运行 2011301", "行政运行 2011301" },
    { "spaces at both ends", "  a  b \t", "a b" },
    { "newlines", "a\nEOD\r\nb", "a EOD b" },
    { "full-width space", "一\xe3\x80\x80二", "一 二" },
    { "line separator",
      "a\xe2\x80\xa8"
      "b",
      "a b" },
    { "control characters",
      "a\x01\x02\x1b[2J\x7f"
      "b",
      "a[2Jb" },
    { "right-to-left override",
      "a\xe2\x80\xae"
      "b",
      "ab" },
    { "zero width",
      "a\xe2\x80\x8b\xef\xbb\xbf"
      "b",
      "ab" },
    { "private use is seen",
      "a\xee\x80\x80"
      "b",
      "a□b" },
    { "not UTF-8",
      "a\xff"
      "b",
      "a\xef\xbf\xbd"
      "b" },
    { "emoji and flags are seen", "局😀👩\xe2\x80\x8d👧🇨🇳", "局□□□□□" },
    { "combining marks stay", "e\xcc\x81", "e\xcc\x81" },
};

START_TEST(text_is_cleaned)
{
    g_autofree char *clean = caption_clean(CLEAN[_i].text);
    ck_assert_msg(g_str_equal(clean, CLEAN[_i].clean), "%s: <%s>", CLEAN[_i].row, clean);
}
END_TEST

static const struct {
    const char *text;
    const char *quoted;
} QUOTES[] = {
    { "", "''" },
    { "a'b", "'a’b'" },
    { "'''", "'’’’'" },
    { "`touch x` \"$(y)\" @z \\", "'`touch x` \"$(y)\" @z \\'" },
    { "a\n'; quit", "'a ’; quit'" },
};

START_TEST(text_is_quoted)
{
    g_autofree char *quoted = caption_quote(QUOTES[_i].text);
    ck_assert_str_eq(quoted, QUOTES[_i].quoted);
}
END_TEST

/* The estimate may be wide, never narrow: the right column is the advance in Noto Sans CJK SC. */
static const struct {
    const char *text;
    double em;
} WIDTHS[] = {
    { "", 0 },
    { "预算", 2.0 },
    { "（类）", 3.0 },
    { "0123456789", 5.55 },
    { "1,510.00", 3.89 },
    { "abc", 1.69 },
    { "MW", 1.69 },
    { "e\xcc\x81", 0.55 },
    { "−1", 1.11 },
};

START_TEST(width_is_not_underestimated)
{
    double width = caption_width(WIDTHS[_i].text);
    ck_assert_msg(width >= WIDTHS[_i].em, "%s: %g", WIDTHS[_i].text, width);
    /* A quarter too wide already wastes a column. */
    ck_assert_msg(width <= WIDTHS[_i].em * 1.25, "%s: %g", WIDTHS[_i].text, width);
}
END_TEST

static const struct {
    const char *row;
    const char *text;
    double width;
    guint lines;
    const char *wrapped; /* lines joined by | */
} WRAPS[] = {
    { "empty gives one line", "", 4, 2, "" },
    { "fits", "行政运行", 4, 2, "行政运行" },
    { "one over", "行政运行费", 4, 2, "行政运行|费" },
    { "shortened", "行政运行费用", 4, 1, "行政运…" },
    { "shortened in the last line", "一二三四五六七八九十", 4, 2, "一二三四|五六七…" },
    { "no line begins with a closing mark", "一二三四。五", 4, 2, "一二三|四。五" },
    { "no line ends with an opening mark", "一二三（四）", 4, 2, "一二三|（四）" },
    { "words stay whole", "aaa bbb ccc", 5, 3, "aaa bbb|ccc" },
    { "a number stays whole", "金额为12.34万", 5, 2, "金额为|12.34万" },
    { "with its separators too", "没有说明的1,270.55万", 9, 2, "没有说明的|1,270.55万" },
    { "a sign stays with its number", "一二三 66.2 %）", 6, 2, "一二三|66.2 %）" },
    { "a word longer than a line is cut", "aaaaaaaaaaaa", 3, 2, "aaaaa|aaa…" },
    { "narrower than any character", "一二三", 0.5, 5, "一|二|三" },
    { "newlines do not break", "一\n二", 4, 2, "一 二" },
};

START_TEST(text_is_wrapped)
{
    g_auto(GStrv) lines = caption_wrap(WRAPS[_i].text, WRAPS[_i].width, WRAPS[_i].lines);
    g_autofree char *joined = g_strjoinv("|", lines);
    ck_assert_msg(g_str_equal(joined, WRAPS[_i].wrapped), "%s: <%s>", WRAPS[_i].row, joined);
}
END_TEST

START_TEST(wrapped_lines_fit)
{
    const char *text =
        "2130505 巩固脱贫攻坚成果（衔接乡村振兴）、生产发展 2024 补助资金 the rest of it";
    for (double width = 2; width < 40; width += 0.7)
        for (guint n = 1; n < 5; n++) {
            g_auto(GStrv) lines = caption_wrap(text, width, n);
            ck_assert_uint_le(g_strv_length(lines), n);
            for (char **line = lines; *line != NULL; line++)
                ck_assert_msg(caption_width(*line) <= width, "%g: %s", width, *line);
        }
}
END_TEST

Suite *caption_suite(void)
{
    Suite *suite = suite_create("analysis/chart/caption");
    TCase *text = tcase_create("text");
    tcase_add_loop_test(text, text_is_cleaned, 0, G_N_ELEMENTS(CLEAN));
    tcase_add_loop_test(text, text_is_quoted, 0, G_N_ELEMENTS(QUOTES));
    suite_add_tcase(suite, text);
    TCase *size = tcase_create("size");
    tcase_add_loop_test(size, width_is_not_underestimated, 0, G_N_ELEMENTS(WIDTHS));
    tcase_add_loop_test(size, text_is_wrapped, 0, G_N_ELEMENTS(WRAPS));
    tcase_add_test(size, wrapped_lines_fit);
    suite_add_tcase(suite, size);
    return suite;
}
