/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/number_format.h"

#include <check.h>
#include <glib.h>
#include <math.h>
#include <string.h>

#include "history/decimal.h"

Suite *number_format_suite(void);

#define ACCOUNTING "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ "

static const struct {
    const char *why;
    double value;
    const char *format, *shown;
} displays[] = {
    {"noise of binary numbers", 9066.790000000001, "#,##0.00", "9,066.79"},
    {"half up, not half even", 0.125, "0.00", "0.13"},
    {"half up on the decimal, not on the binary number below it", 1.005, "0.00", "1.01"},
    {"half up, negative", -2.345, "0.00", "-2.35"},
    {"rounding reaches a new digit", 999999.995, "#,##0.00", "1,000,000.00"},
    {"rounding up from nothing", 0.6, "0", "1"},
    {"rounding down to nothing", 0.4, "0", "0"},
    {"a small negative number keeps no sign", -0.001, "0.00", "0.00"},
    {"all nines", 0.999, "0.0", "1.0"},
    {"grouping of seven digits", 1234567, "#,##0", "1,234,567"},
    {"grouping of three digits", 123, "#,##0", "123"},
    {"negative, one section", -1234.5, "#,##0.00", "-1,234.50"},
    {"negative, own section", -5, "0.00_);(0.00)", "(5.00)"},
    {"negative, coloured", -5, "0.00;[Red]-0.00", "-5.00"},
    {"zero in two sections", 0, "0.00;(0.00)", "0.00"},
    {"zero shown as nothing", 0, "#,##0.00;-#,##0.00;;", ""},
    {"what rounds to zero is not zero", 0.004, "#,##0.00;-#,##0.00;;", "0.00"},
    {"zero shown as a dash", 0, ACCOUNTING, "-"},
    {"accounting, positive", 1183.05, ACCOUNTING, "1,183.05"},
    {"accounting, negative", -1183.05, ACCOUNTING, "-1,183.05"},
    {"everything hidden", 5, ";;;", ""},
    {"zero hidden by a condition", 0, "[=0]\"\";General", ""},
    {"not zero, a condition", 3.5, "[=0]\"\";General", "3.5"},
    {"a condition of size", 150, "[>=100]0;0.00", "150"},
    {"a condition of size not met", 50, "[>=100]0;0.00", "50.00"},
    {"no condition met", 50, "[>=100]0;[<0]0.00", "50"},
    {"percent", 0.1234, "0.0%", "12.3%"},
    {"percent, without places", 1, "0%", "100%"},
    {"in thousands", 1234567, "0.00,", "1234.57"},
    {"in ten thousands, a point as text", 1234567, "0!.0000", "123.4567"},
    {"in ten thousands, escaped", 12345678, "0\\.0,", "1234.6"},
    {"unit behind the number", 1200, "#,##0.00\"万元\"", "1,200.00万元"},
    {"currency before it", -7, "[$¥-804]#,##0.00", "-¥7.00"},
    {"code with zeros in front", 12, "000000", "000012"},
    {"places only as needed", 12.5, "0.##", "12.5"},
    {"no places needed: no point", 12, "0.##", "12"},
    {"nothing before the point", 0.5, "#.00", ".50"},
    {"digits before a point without a mark", 12.5, ".00", "12.50"},
    {"power", 12345.678, "0.00E+00", "1.23E+04"},
    {"power of a small number", 0.00012, "0.0E+00", "1.2E-04"},
    {"zero as a power", 0, "0.00E+00", "0.00E+00"},
    {"General, whole", 2010301, "General", "2010301"},
    {"General, noise", 0.1 + 0.2, "General", "0.3"},
    {"General, fifteen digits", 123456789.123456, "General", "123456789.123456"},
    {"General, negative", -0.3, "General", "-0.3"},
    {"General, zero", 0, "General", "0"},
    {"General, huge", 1.5e20, "General", "1.5E+20"},
    {"General, tiny", 1e-12, "General", "1E-12"},
    {"General, small", 0.00001234, "General", "0.00001234"},
    {"General in Chinese", 2.5, "G/通用格式", "2.5"},
    {"General with text", 2024, "General\"年度\"", "2024年度"},
    {"no format at all", 2.5, "", "2.5"},
    {"text format", 2.5, "@", "2.5"},
    {"date", 45352, "yyyy\"年\"m\"月\"d\"日\"", "2024年3月1日"},
    {"date, escaped", 45352, "yyyy\\-mm\\-dd", "2024-03-01"},
    {"date with a language and a text section", 45352, "[$-804]yyyy/m/d;@", "2024/3/1"},
    {"time: m is a minute behind h", 45352.5, "yyyy-mm-dd hh:mm", "2024-03-01 12:00"},
    {"a number that is no date", 1e9, "yyyy-mm-dd", "1000000000"},
    {"a negative date", -1, "yyyy-mm-dd", "-1"},
    {"not a number", NAN, "0.00", ""},
    {"unfinished quotation", 5, "0\"万", "5万"},
    {"unfinished bracket", 5, "0[Red", "5"},
    {"escape at the end", 5, "0\\", "5"},
    {"more sections than there are", 5, "0;0;0;@;0;0", "5"},
    {"largest number", 1.7976931348623157e308, "General", "1.79769313486232E+308"},
};

START_TEST(shown)
{
    g_autofree char *text = number_display(displays[_i].value, displays[_i].format, false);
    ck_assert_msg(g_str_equal(text, displays[_i].shown), "%s: %s", displays[_i].why, text);
}
END_TEST

/* Three hundred digits before the point: long, but no fault. */
START_TEST(huge_numbers_end)
{
    g_autofree char *text = number_display(1e308, "#,##0.00", false);
    ck_assert_uint_eq(strlen(text), 309 + 102 + 3);
    g_autofree char *long_format = g_strnfill(100000, '0');
    g_autofree char *padded = number_display(7, long_format, false);
    ck_assert_uint_le(strlen(padded), 1000);
}
END_TEST

static const struct {
    int id;
    double value;
    const char *shown;
} builtins[] = {
    {0, 1183.05, "1183.05"}, {1, 1183.5, "1184"},       {2, 1183.5, "1183.50"},    {3, 1183.5, "1,184"},  {4, 1183.5, "1,183.50"},
    {9, 0.5, "50%"},         {10, 0.5, "50.00%"},       {14, 45352, "2024-3-1"},   {38, -1183, "-1,183"}, {41, 0, "-"},
    {43, 0, "-"},            {43, -1183.5, "-1,183.50"}, {44, 5, "¥5.00"},         {49, 5, "5"},          {999, 5.5, "5.5"},
};

START_TEST(builtin_formats)
{
    g_autofree char *text = number_display(builtins[_i].value, number_format_builtin(builtins[_i].id), false);
    ck_assert_msg(g_str_equal(text, builtins[_i].shown), "%d: %s", builtins[_i].id, text);
}
END_TEST

START_TEST(dates_from_1904)
{
    g_autofree char *text = number_display(0, "yyyy-mm-dd", true);
    ck_assert_str_eq(text, "1904-01-01");
}
END_TEST

/* Every amount of two places, as a spreadsheet might have computed it, shows as it was meant. */
START_TEST(two_places_for_two_places)
{
    for (int cents = 0; cents < 200000; cents += 7) {
        double noisy = (double)(cents / 100) + (double)(cents % 100) / 100;
        g_autofree char *text = number_display(noisy, "0.00", false);
        g_autofree char *meant = g_strdup_printf("%d.%02d", cents / 100, cents % 100);
        ck_assert_str_eq(text, meant);
    }
}
END_TEST

START_TEST(decimal_digits)
{
    Decimal decimal = decimal_from_double(-120.5);
    ck_assert(decimal.negative && decimal.point == 3);
    ck_assert_str_eq(decimal.digits, "1205");
    ck_assert_int_eq(decimal_digit(&decimal, 2), '1');
    ck_assert_int_eq(decimal_digit(&decimal, -1), '5');
    ck_assert_int_eq(decimal_digit(&decimal, -2), '0');
    ck_assert_int_eq(decimal_digit(&decimal, 9), '0');
    decimal_round(&decimal, -3);
    ck_assert_str_eq(decimal.digits, "");
    Decimal zero = decimal_from_double(0);
    decimal_round(&zero, 2);
    ck_assert_str_eq(zero.digits, "");
}
END_TEST

Suite *number_format_suite(void)
{
    Suite *suite = suite_create("number_format");
    TCase *all = tcase_create("all");
    tcase_add_loop_test(all, shown, 0, G_N_ELEMENTS(displays));
    tcase_add_loop_test(all, builtin_formats, 0, G_N_ELEMENTS(builtins));
    tcase_add_test(all, huge_numbers_end);
    tcase_add_test(all, dates_from_1904);
    tcase_add_test(all, two_places_for_two_places);
    tcase_add_test(all, decimal_digits);
    suite_add_tcase(suite, all);
    return suite;
}
