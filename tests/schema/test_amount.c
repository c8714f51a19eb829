/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema/amount.h"

#include <check.h>
#include <math.h>

#include "schema/error.h"

Suite *amount_suite(void);

static const struct {
    const char *name;
    const char *text;
    gint64 unit;
    gint64 fen, step;
} readings[] = {
    {"plain", "1183.05", FEN_PER_WAN_YUAN, 1183050000, 10000},
    {"separators", "1,183.05", FEN_PER_WAN_YUAN, 1183050000, 10000},
    {"two separators", "12,345,678", FEN_PER_YUAN, 1234567800, 100},
    {"separator at the front group of three", "123,456.7", FEN_PER_WAN_YUAN, 123456700000, 100000},
    {"no decimals", "7", FEN_PER_WAN_YUAN, 7000000, 1000000},
    {"negative", "-0.30", FEN_PER_WAN_YUAN, -300000, 10000},
    {"plus sign", "+0.30", FEN_PER_WAN_YUAN, 300000, 10000},
    {"zero", "0", FEN_PER_WAN_YUAN, 0, 1000000},
    {"zero with decimals", "0.00", FEN_PER_WAN_YUAN, 0, 10000},
    {"negative zero", "-0.00", FEN_PER_WAN_YUAN, 0, 10000},
    {"leading zeros", "007.50", FEN_PER_WAN_YUAN, 7500000, 10000},
    {"yuan to the fen", "11830512.34", FEN_PER_YUAN, 1183051234, 1},
    {"万元 to the fen", "0.000001", FEN_PER_WAN_YUAN, 1, 1},
    {"zeros finer than a fen say nothing", "0.0000010000", FEN_PER_WAN_YUAN, 1, 1},
    {"亿元", "1.5", FEN_PER_YI_YUAN, 15000000000, 1000000000},
    {"亿元 to the fen", "0.0000000001", FEN_PER_YI_YUAN, 1, 1},
    {"the largest in fen", "92233720368547758.07", FEN_PER_YUAN, G_MAXINT64, 1},
    {"the smallest that is read", "-92233720368547758.07", FEN_PER_YUAN, -G_MAXINT64, 1},
    {"the largest in whole 亿元", "922337203", FEN_PER_YI_YUAN, 9223372030000000000, FEN_PER_YI_YUAN},
};

START_TEST(read_as_printed)
{
    Amount amount = {-1, -1};
    g_autoptr(GError) error = NULL;
    ck_assert_msg(amount_from_text(readings[_i].text, readings[_i].unit, &amount, &error), "%s", readings[_i].name);
    ck_assert_ptr_null(error);
    ck_assert_msg(amount.fen == readings[_i].fen, "%s: %" G_GINT64_FORMAT, readings[_i].name, amount.fen);
    ck_assert_msg(amount.step == readings[_i].step, "%s: step %" G_GINT64_FORMAT, readings[_i].name, amount.step);
}
END_TEST

static const struct {
    const char *name;
    const char *text;
    gint64 unit;
} refusals[] = {
    {"empty", "", FEN_PER_WAN_YUAN},
    {"sign alone", "-", FEN_PER_WAN_YUAN},
    {"two signs", "--1", FEN_PER_WAN_YUAN},
    {"point alone", ".", FEN_PER_WAN_YUAN},
    {"no whole part", ".50", FEN_PER_WAN_YUAN},
    {"no decimals after the point", "1.", FEN_PER_WAN_YUAN},
    {"two points", "1.2.3", FEN_PER_WAN_YUAN},
    {"words", "无", FEN_PER_WAN_YUAN},
    {"unit behind", "1.00万元", FEN_PER_WAN_YUAN},
    {"space inside", "1 183.05", FEN_PER_WAN_YUAN},
    {"space in front", " 1.00", FEN_PER_WAN_YUAN},
    {"exponent", "1e3", FEN_PER_WAN_YUAN},
    {"hexadecimal", "0x10", FEN_PER_WAN_YUAN},
    {"separators not by three", "11,83.05", FEN_PER_WAN_YUAN},
    {"separator after four digits", "1183,050.00", FEN_PER_WAN_YUAN},
    {"one separator missing", "1,183050.00", FEN_PER_WAN_YUAN},
    {"separator first", ",183.05", FEN_PER_WAN_YUAN},
    {"separator last", "1,.05", FEN_PER_WAN_YUAN},
    {"separators in a row", "1,,183.05", FEN_PER_WAN_YUAN},
    {"separator in the decimals", "1.183,050", FEN_PER_WAN_YUAN},
    {"full-width digits are not plain", "１.00", FEN_PER_WAN_YUAN},
    {"finer than a fen in yuan", "0.001", FEN_PER_YUAN},
    {"finer than a fen in 万元", "0.0000001", FEN_PER_WAN_YUAN},
    {"finer than a fen after zeros", "0.00000001", FEN_PER_WAN_YUAN},
    {"one fen more than 64 bits", "92233720368547758.08", FEN_PER_YUAN},
    {"one fen less than read", "-92233720368547758.08", FEN_PER_YUAN},
    {"too many digits", "99999999999999999999", FEN_PER_YUAN},
    {"too large by its unit alone", "922337204", FEN_PER_YI_YUAN},
    {"too large by its decimals", "9223372036854.775808", FEN_PER_WAN_YUAN},
};

START_TEST(refused_and_untouched)
{
    Amount amount = {42, 43};
    g_autoptr(GError) error = NULL;
    ck_assert_msg(!amount_from_text(refusals[_i].text, refusals[_i].unit, &amount, &error), "%s", refusals[_i].name);
    ck_assert_msg(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT), "%s", refusals[_i].name);
    ck_assert_msg(amount.fen == 42 && amount.step == 43, "%s", refusals[_i].name);
    ck_assert(!amount_from_text(refusals[_i].text, refusals[_i].unit, &amount, NULL));
}
END_TEST

START_TEST(units_by_their_words)
{
    ck_assert_int_eq(unit_from_text("元"), FEN_PER_YUAN);
    ck_assert_int_eq(unit_from_text("万元"), FEN_PER_WAN_YUAN);
    ck_assert_int_eq(unit_from_text("亿元"), FEN_PER_YI_YUAN);
    ck_assert_int_eq(unit_from_text(NULL), FEN_PER_WAN_YUAN);
}
END_TEST

static const struct {
    const char *name;
    Amount amount;
    const char *text, *display;
} printings[] = {
    {"as printed in 万元", {1183050000, 10000}, "1183.05", "1,183.05"},
    {"zeros at the end stay", {1183000000, 10000}, "1183.00", "1,183.00"},
    {"no decimals printed", {7000000, 1000000}, "7", "7"},
    {"one decimal", {7500000, 100000}, "7.5", "7.5"},
    {"zero", {0, 10000}, "0.00", "0.00"},
    {"negative below one", {-300000, 10000}, "-0.30", "-0.30"},
    {"negative with separators", {-1234567890000, 10000}, "-1234567.89", "-1,234,567.89"},
    {"negative of three digits has no separator", {-123450000, 10000}, "-123.45", "-123.45"},
    {"printed in yuan", {1183051200, 100}, "1183.0512", "1,183.0512"},
    {"printed in fen, ending in zeros", {1183050000, 1}, "1183.050000", "1,183.05"},
    {"printed in fen, a round sum", {1183000000, 100}, "1183.0000", "1,183.00"},
    {"printed in fen", {1183051234, 1}, "1183.051234", "1,183.051234"},
    {"printed in 亿元", {15000000000, 1000000000}, "15000", "15,000"},
    {"finer than its step: nothing is lost", {1183051200, 10000}, "1183.0512", "1,183.0512"},
    {"finer than whole 万元", {7500000, 1000000}, "7.5", "7.5"},
    {"step of nothing", {7500000, 0}, "7.5", "7.5"},
    {"the largest", {G_MAXINT64, 1}, "9223372036854.775807", "9,223,372,036,854.775807"},
    {"the smallest", {G_MININT64, 1}, "-9223372036854.775808", "-9,223,372,036,854.775808"},
};

START_TEST(written_as_printed)
{
    g_autofree char *text = amount_to_text(printings[_i].amount);
    g_autofree char *display = amount_to_display(printings[_i].amount);
    ck_assert_msg(g_str_equal(text, printings[_i].text), "%s: %s", printings[_i].name, text);
    ck_assert_msg(g_str_equal(display, printings[_i].display), "%s: %s", printings[_i].name, display);
}
END_TEST

/* What is written comes back digit by digit; its display for people may have left zeros out, never a digit. */
START_TEST(round_trip)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(17);
    for (int round = 0; round < 5000; round++) {
        gint64 step = 1;
        for (int zeros = g_rand_int_range(rand, 0, 7); zeros > 0; zeros--)
            step *= 10;
        gint64 wide = (gint64)((guint64)g_rand_int(rand) << 32 | g_rand_int(rand));
        Amount amount = {wide >> g_rand_int_range(rand, 0, 60), step};
        amount.fen -= amount.fen % step;
        g_autofree char *text = amount_to_text(amount);
        g_autofree char *display = amount_to_display(amount);
        const char *const spellings[] = {text, display};
        for (gsize i = 0; i < G_N_ELEMENTS(spellings); i++) {
            Amount back = {0, 0};
            ck_assert_msg(amount_from_text(spellings[i], FEN_PER_WAN_YUAN, &back, NULL), "%s", spellings[i]);
            ck_assert_msg(back.fen == amount.fen, "%s", spellings[i]);
            ck_assert_msg(i == 0 ? back.step == amount.step : back.step >= amount.step, "%s", spellings[i]);
        }
    }
}
END_TEST

START_TEST(mixed_steps)
{
    const Amount in_wan_yuan = {1183050000, 10000};
    const Amount in_yuan = {1183051200, 100};
    Amount result = {0, 0};
    ck_assert(amount_add(in_wan_yuan, in_yuan, &result));
    ck_assert(result.fen == 2366101200 && result.step == 10000);
    ck_assert(amount_subtract(in_wan_yuan, in_yuan, &result));
    ck_assert(result.fen == -1200 && result.step == 10000);
    ck_assert(amount_subtract(in_yuan, in_wan_yuan, &result));
    ck_assert(result.fen == 1200 && result.step == 10000);
}
END_TEST

START_TEST(sums_that_do_not_fit)
{
    const Amount largest = {G_MAXINT64, 1};
    const Amount smallest = {G_MININT64, 1};
    const Amount one = {1, 1};
    Amount result = {0, 0};
    ck_assert(!amount_add(largest, one, &result));
    ck_assert(!amount_subtract(smallest, one, &result));
    ck_assert(!amount_subtract(one, smallest, &result));
    ck_assert(amount_add(largest, smallest, &result));
    ck_assert(result.fen == -1);
    ck_assert(amount_subtract(largest, one, &result));
    ck_assert(result.fen == G_MAXINT64 - 1);
}
END_TEST

START_TEST(for_pictures)
{
    /* Exactly representable, so that no tolerance is needed. */
    ck_assert(!(fabs(amount_to_wan_yuan((Amount){-7500000, 100000}) + 7.5) > 0.0));
    ck_assert(!(fabs(amount_to_wan_yuan((Amount){0, 100000})) > 0.0));
}
END_TEST

static const struct {
    double wan_yuan;
    const char *text;
} figures[] = {
    {0, "0.00"}, {10441.831, "10,441.83"}, {-0.005, "-0.01"}, {-1234567.891, "-1,234,567.89"}, {0.004, "0.00"},
    {8.9e10, "89,000,000,000.00"}, {1e300, "1e+300"}, {INFINITY, "inf"},
};

START_TEST(figures_of_statistics)
{
    g_autofree char *text = wan_yuan_to_display(figures[_i].wan_yuan);
    ck_assert_str_eq(text, figures[_i].text);
}
END_TEST

static const struct {
    const char *name;
    Amount amount;
    const char *text;
} briefs[] = {
    {"printed in yuan", {31214205800, 100}, "31,214.21"},
    {"half goes away from nothing", {1005000, 100}, "1.01"},
    {"and below nothing", {-1005000, 100}, "-1.01"},
    {"less than half", {1004999, 1}, "1.00"},
    {"less than 1 万元 is as printed", {-4999, 1}, "-0.004999"},
    {"printed to the second decimal", {10000, 10000}, "0.01"},
    {"printed coarser", {7500000, 1000000}, "7.5"},
    {"the largest keeps its sign", {G_MAXINT64, 1}, "9,223,372,036,854.77"},
};

START_TEST(in_brief)
{
    g_autofree char *text = amount_in_brief(briefs[_i].amount);
    ck_assert_msg(g_str_equal(text, briefs[_i].text), "%s: %s", briefs[_i].name, text);
}
END_TEST

Suite *amount_suite(void)
{
    Suite *suite = suite_create("amount");
    TCase *reading = tcase_create("reading");
    tcase_add_loop_test(reading, figures_of_statistics, 0, G_N_ELEMENTS(figures));
    tcase_add_loop_test(reading, in_brief, 0, G_N_ELEMENTS(briefs));
    tcase_add_loop_test(reading, read_as_printed, 0, G_N_ELEMENTS(readings));
    tcase_add_loop_test(reading, refused_and_untouched, 0, G_N_ELEMENTS(refusals));
    suite_add_tcase(suite, reading);
    TCase *writing = tcase_create("writing");
    tcase_add_test(writing, units_by_their_words);
    tcase_add_loop_test(writing, written_as_printed, 0, G_N_ELEMENTS(printings));
    tcase_add_test(writing, round_trip);
    suite_add_tcase(suite, writing);
    TCase *arithmetic = tcase_create("arithmetic");
    tcase_add_test(arithmetic, mixed_steps);
    tcase_add_test(arithmetic, sums_that_do_not_fit);
    tcase_add_test(arithmetic, for_pictures);
    suite_add_tcase(suite, arithmetic);
    return suite;
}
