/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema/verdict.h"

#include <check.h>
#include <math.h>

Suite *verdict_suite(void);

#define PARTS_MAX 12

static Amount amount_of(const char *text)
{
    Amount amount = {0, 0};
    ck_assert_msg(amount_from_text(text, FEN_PER_WAN_YUAN, &amount, NULL), "%s", text);
    return amount;
}

static Rate rate_of(const char *text)
{
    Rate rate = {0, 0};
    ck_assert_msg(rate_from_text(text, RATE_PERCENT, &rate), "%s", text);
    return rate;
}

/* --- sums ----------------------------------------------------------------------------------------------------- */

static const struct {
    const char *name;
    const char *total;
    const char *parts[PARTS_MAX];
    Verdict verdict;
    gint64 difference; /* in fen */
} sums[] = {
    {"equal", "5.00", {"2.00", "3.00"}, VERDICT_PROVED, 0},
    /* Ten children of 301 printed as 301.30 in all, and 301 itself: eleven figures may hide five and a half units. */
    {"children of 301",
     "301.31",
     {"80.97", "62.75", "45.48", "18.12", "31.95", "15.97", "4.39", "0.82", "25.98", "14.87"},
     VERDICT_ROUNDING,
     10000},
    {"border of rounding: three figures hide one unit and a half", "5.01", {"2.00", "3.00"}, VERDICT_ROUNDING, 10000},
    {"beyond it", "5.02", {"2.00", "3.00"}, VERDICT_IMPOSSIBLE, 20000},
    {"closed border: four figures hide two units", "6.02", {"1.00", "2.00", "3.00"}, VERDICT_ROUNDING, 20000},
    {"one unit beyond a closed border", "6.03", {"1.00", "2.00", "3.00"}, VERDICT_IMPOSSIBLE, 30000},
    {"closed border from below", "5.98", {"1.00", "2.00", "3.00"}, VERDICT_ROUNDING, -20000},
    {"below it", "5.97", {"1.00", "2.00", "3.00"}, VERDICT_IMPOSSIBLE, -30000},
    {"negative part", "4.00", {"5.00", "-1.00"}, VERDICT_PROVED, 0},
    {"no parts, zero total", "0.00", {NULL}, VERDICT_PROVED, 0},
    {"no parts, last digit of the total", "0.01", {NULL}, VERDICT_IMPOSSIBLE, 10000},
    /* A figure printed in yuan against one printed in 万元: half of 0.01 万元 and half a yuan of room. */
    {"mixed steps, within", "1183.05", {"1183.0549"}, VERDICT_ROUNDING, -4900},
    {"mixed steps, at the closed border", "1183.05", {"1183.0550"}, VERDICT_ROUNDING, -5000},
    {"mixed steps, at the border with the finer half step", "1183.050", {"1183.0555"}, VERDICT_IMPOSSIBLE, -5500},
};

START_TEST(sum_of_parts)
{
    Amount parts[PARTS_MAX];
    size_t count = 0;
    while (count < PARTS_MAX && sums[_i].parts[count] != NULL) {
        parts[count] = amount_of(sums[_i].parts[count]);
        count++;
    }
    gint64 difference = -1;
    Verdict verdict = verdict_of_sum(parts, count, amount_of(sums[_i].total), &difference);
    ck_assert_msg(verdict == sums[_i].verdict, "%s: %s", sums[_i].name, verdict_word(verdict));
    ck_assert_msg(difference == sums[_i].difference, "%s: difference %" G_GINT64_FORMAT, sums[_i].name, difference);
    ck_assert_int_eq(verdict_of_sum(parts, count, amount_of(sums[_i].total), NULL), verdict);
}
END_TEST

START_TEST(sum_beyond_64_bits)
{
    const Amount huge = {G_MAXINT64, 1};
    const Amount tiny = {G_MININT64, 1};
    const Amount many[] = {huge, huge, huge, huge};
    gint64 difference = 0;
    ck_assert_int_eq(verdict_of_sum(many, 4, huge, &difference), VERDICT_IMPOSSIBLE);
    ck_assert_msg(difference == G_MININT64, "a difference below 64 bits stays at their end");
    ck_assert_int_eq(verdict_of_sum(&tiny, 1, huge, &difference), VERDICT_IMPOSSIBLE);
    ck_assert_msg(difference == G_MAXINT64, "a difference above 64 bits stays at their end");
    const Amount mixed[] = {huge, huge, {-G_MAXINT64, 1}};
    ck_assert_int_eq(verdict_of_sum(mixed, 3, huge, &difference), VERDICT_PROVED);
    const Amount coarse[] = {{G_MAXINT64, G_MAXINT64}, {G_MAXINT64, G_MAXINT64}};
    ck_assert_int_eq(verdict_of_sum(coarse, 2, (Amount){G_MAXINT64, G_MAXINT64}, NULL), VERDICT_ROUNDING);
}
END_TEST

START_TEST(equality)
{
    ck_assert_int_eq(verdict_of_equality(amount_of("1183.05"), amount_of("1183.05")), VERDICT_PROVED);
    ck_assert_int_eq(verdict_of_equality(amount_of("1183.05"), amount_of("1183.050")), VERDICT_PROVED);
    /* Two figures of the same quantity, each rounded by itself, meet in one point. */
    ck_assert_int_eq(verdict_of_equality(amount_of("1183.05"), amount_of("1183.06")), VERDICT_ROUNDING);
    ck_assert_int_eq(verdict_of_equality(amount_of("1183.05"), amount_of("1183.07")), VERDICT_IMPOSSIBLE);
    ck_assert_int_eq(verdict_of_equality(amount_of("0.01"), amount_of("-0.01")), VERDICT_IMPOSSIBLE);
    ck_assert(verdict_is_cut_off(amount_of("87.70"), amount_of("87.7099")));
    ck_assert(!verdict_is_cut_off(amount_of("87.70"), amount_of("87.7100")));
    ck_assert(!verdict_is_cut_off(amount_of("87.70"), amount_of("87.6999")));
    ck_assert(!verdict_is_cut_off(amount_of("87.70"), amount_of("87.70")));
    ck_assert_int_eq(verdict_of_equality(amount_of("1183"), amount_of("1183.50")), VERDICT_ROUNDING);
}
END_TEST

/* --- rates: the worked examples and the borders ---------------------------------------------------------------- */

typedef enum { SHARE, GROWTH, ON_BASE } RateKind;

/* SHARE: first / second. GROWTH: change second of amount first. ON_BASE: amount first against base second. */
static const struct {
    const char *name;
    RateKind kind;
    const char *first, *second, *stated;
    Verdict verdict;
    gint64 units;
} rates[] = {
    {"carryover's share, cut off instead of rounded", SHARE, "1183.05", "1700.46", "69.58", VERDICT_IMPOSSIBLE, 1},
    {"the same, rightly rounded", SHARE, "1183.05", "1700.46", "69.57", VERDICT_PROVED, 0},
    {"the same, two units off", SHARE, "1183.05", "1700.46", "69.59", VERDICT_IMPOSSIBLE, 2},
    {"the same, one unit below", SHARE, "1183.05", "1700.46", "69.56", VERDICT_IMPOSSIBLE, 1},
    {"project expenditure's share", SHARE, "1183.10", "1700.46", "69.57", VERDICT_ROUNDING, 0},
    {"the same, rightly rounded", SHARE, "1183.10", "1700.46", "69.58", VERDICT_PROVED, 0},
    {"exact half, up", SHARE, "183.05", "1000.00", "18.31", VERDICT_PROVED, 0},
    {"exact half, down", SHARE, "183.05", "1000.00", "18.30", VERDICT_PROVED, 0},
    {"beyond the exact half", SHARE, "183.05", "1000.00", "18.32", VERDICT_IMPOSSIBLE, 1},
    {"the whole", SHARE, "1700.46", "1700.46", "100.00", VERDICT_PROVED, 0},
    {"the whole, by words", SHARE, "1700.46", "1700.46", "100", VERDICT_PROVED, 0},
    {"nothing of it", SHARE, "0.00", "1700.46", "0.00", VERDICT_PROVED, 0},
    {"slipped point", SHARE, "1183.05", "1700.46", "6.957", VERDICT_IMPOSSIBLE, 62615},
    {"negative part", SHARE, "-10.00", "100.00", "-10.00", VERDICT_PROVED, 0},
    {"negative part, wrong sign", SHARE, "-10.00", "100.00", "10.00", VERDICT_IMPOSSIBLE, 1999},
    /* [0.005, 0.015] of [0.985, 0.995]: a hundred rates fit. */
    {"small whole", SHARE, "0.01", "0.99", "0.51", VERDICT_ROUNDING, 0},
    {"small whole, upper border", SHARE, "0.01", "0.99", "1.52", VERDICT_ROUNDING, 0},
    {"small whole, beyond", SHARE, "0.01", "0.99", "1.53", VERDICT_IMPOSSIBLE, 1},
    /* [9.5, 10.5] of [99.5, 100.5] is [9.45…, 10.55…]; 9 stands for up to 9.5, 11 for 10.5 and more. */
    {"one figure of whole units", SHARE, "10", "100", "9", VERDICT_ROUNDING, 0},
    {"whole percents", SHARE, "10", "100", "11", VERDICT_ROUNDING, 0},
    {"whole percents, beyond", SHARE, "10", "100", "12", VERDICT_IMPOSSIBLE, 1},
    {"growth of the 2024 document", GROWTH, "1183.10", "183.10", "18.31", VERDICT_PROVED, 0},
    {"growth, exact half up", GROWTH, "1183.05", "183.05", "18.31", VERDICT_PROVED, 0},
    {"growth, exact half down", GROWTH, "1183.05", "183.05", "18.30", VERDICT_PROVED, 0},
    {"decrease", GROWTH, "80.00", "-20.00", "-20.00", VERDICT_PROVED, 0},
    {"decrease stated as growth", GROWTH, "80.00", "-20.00", "20.00", VERDICT_IMPOSSIBLE, 3999},
    {"decrease on the wrong base", GROWTH, "80.00", "-20.00", "-25.00", VERDICT_IMPOSSIBLE, 499},
    {"no change", GROWTH, "80.00", "0.00", "0.00", VERDICT_PROVED, 0},
    {"to nothing", GROWTH, "0.00", "-20.00", "-100.00", VERDICT_PROVED, 0},
    {"to below nothing", GROWTH, "-5.00", "-20.00", "-133.33", VERDICT_PROVED, 0},
    {"times", GROWTH, "30.90", "20.90", "209.00", VERDICT_PROVED, 0},
    {"on a stated base", ON_BASE, "110.00", "100.00", "10.00", VERDICT_PROVED, 0},
    {"on a stated base, downwards", ON_BASE, "80.00", "100.00", "-20.00", VERDICT_PROVED, 0},
    {"on a stated base, half", ON_BASE, "1183.05", "1000.00", "18.31", VERDICT_PROVED, 0},
    {"on a stated base, one off", ON_BASE, "1183.04", "1000.00", "18.31", VERDICT_ROUNDING, 0},
    {"on a stated base, to nothing", ON_BASE, "0.00", "100.00", "-100.00", VERDICT_PROVED, 0},
    {"on a stated base, negative amount", ON_BASE, "-10.00", "100.00", "-110.00", VERDICT_PROVED, 0},
};

static RateVerdict judge(RateKind kind, Amount first, Amount second, Rate stated)
{
    switch (kind) {
    case SHARE:
        return verdict_of_share(first, second, stated);
    case GROWTH:
        return verdict_of_growth(first, second, stated);
    case ON_BASE:
        break;
    }
    return verdict_of_growth_on_base(first, second, stated);
}

START_TEST(stated_rate)
{
    RateVerdict result =
        judge(rates[_i].kind, amount_of(rates[_i].first), amount_of(rates[_i].second), rate_of(rates[_i].stated));
    ck_assert_msg(result.defined, "%s", rates[_i].name);
    ck_assert_msg(result.verdict == rates[_i].verdict, "%s: %s", rates[_i].name, verdict_word(result.verdict));
    ck_assert_msg(result.units == rates[_i].units, "%s: %" G_GINT64_FORMAT " units", rates[_i].name, result.units);
    ck_assert_msg(result.low <= result.high, "%s", rates[_i].name);
}
END_TEST

/* The intervals of the worked examples, to four decimals cut off: 1183.045/1700.465 … 1183.055/1700.455, and so on. */
START_TEST(interval_is_shown)
{
    RateVerdict carryover = verdict_of_share(amount_of("1183.05"), amount_of("1700.46"), rate_of("69.58"));
    ck_assert_msg(carryover.low >= 69.5718 && carryover.low < 69.5719, "%.6f", carryover.low);
    ck_assert_msg(carryover.high >= 69.5728 && carryover.high < 69.5729, "%.6f", carryover.high);
    RateVerdict project = verdict_of_share(amount_of("1183.10"), amount_of("1700.46"), rate_of("69.57"));
    ck_assert_msg(project.low >= 69.5747 && project.low < 69.5748, "%.6f", project.low);
    ck_assert_msg(project.high >= 69.5757 && project.high < 69.5758, "%.6f", project.high);
}
END_TEST

static const struct {
    const char *name;
    RateKind kind;
    const char *first, *second;
} undefined[] = {
    {"share of nothing", SHARE, "1.00", "0.00"},
    {"share of a negative whole", SHARE, "1.00", "-5.00"},
    {"share of a whole that may be nothing", SHARE, "1.00", "0"},
    {"growth from nothing", GROWTH, "5.00", "5.00"},
    {"growth from nearly nothing: 0.01 hides in the roundings", GROWTH, "5.00", "4.99"},
    {"growth from below nothing", GROWTH, "5.00", "6.00"},
    {"no change of nothing", GROWTH, "0.00", "0.00"},
    {"growth on a stated zero", ON_BASE, "5.00", "0.00"},
    {"growth on a negative base", ON_BASE, "5.00", "-1.00"},
};

START_TEST(no_rate)
{
    RateVerdict result =
        judge(undefined[_i].kind, amount_of(undefined[_i].first), amount_of(undefined[_i].second), rate_of("100.00"));
    ck_assert_msg(!result.defined, "%s", undefined[_i].name);
    ck_assert_int_eq(result.verdict, VERDICT_IMPOSSIBLE);
    ck_assert(result.units == G_MAXINT64 && isnan(result.low) && isnan(result.high));
}
END_TEST

/* An interval that ends in zero: half a unit printed in whole ones. The true base may be nothing. */
START_TEST(base_that_touches_nothing)
{
    const Amount half = {5000, 10000};
    ck_assert(!verdict_of_share(amount_of("1.00"), half, rate_of("100.00")).defined);
    ck_assert(!verdict_of_growth_on_base(amount_of("1.00"), half, rate_of("100.00")).defined);
    ck_assert(!verdict_of_growth((Amount){10000, 10000}, (Amount){0, 10000}, rate_of("0.00")).defined);
}
END_TEST

/* A base interval that stays above zero is a base, however small: 5.00 - 4.98 hides [0.01, 0.03]. */
START_TEST(smallest_base)
{
    ck_assert(verdict_of_share(amount_of("1.00"), amount_of("0.01"), rate_of("10000.00")).defined);
    ck_assert(verdict_of_growth(amount_of("5.00"), amount_of("4.98"), rate_of("24900.00")).defined);
    ck_assert(verdict_of_growth_on_base(amount_of("5.00"), amount_of("0.01"), rate_of("49900.00")).defined);
}
END_TEST

static const gint64 extremes[] = {G_MININT64, G_MININT64 + 1, -1, 0, 1, G_MAXINT64 - 1, G_MAXINT64};

/* Whatever the operands, there is a verdict and no overflow (the sanitizers watch). */
START_TEST(extreme_operands)
{
    for (gsize a = 0; a < G_N_ELEMENTS(extremes); a++)
        for (gsize b = 0; b < G_N_ELEMENTS(extremes); b++)
            for (gsize r = 0; r < G_N_ELEMENTS(extremes); r++)
                for (RateKind kind = SHARE; kind <= ON_BASE; kind++)
                    for (gint64 step = 1; step <= 100 * RATE_PERCENT; step *= 100 * RATE_PERCENT) {
                        RateVerdict result = judge(kind, (Amount){extremes[a], 1}, (Amount){extremes[b], 1000000},
                                                   (Rate){extremes[r], step});
                        ck_assert(result.verdict <= VERDICT_IMPOSSIBLE && result.units >= 0);
                        ck_assert((result.verdict == VERDICT_IMPOSSIBLE) == (result.units > 0));
                    }
    /* The largest figures are their own whole, and their share is exactly itself. */
    RateVerdict whole = verdict_of_share((Amount){G_MAXINT64, 1}, (Amount){G_MAXINT64, 1}, rate_of("100.000000"));
    ck_assert_int_eq(whole.verdict, VERDICT_PROVED);
    RateVerdict half = verdict_of_share((Amount){G_MAXINT64 / 2, 1}, (Amount){G_MAXINT64, 1}, rate_of("50.000001"));
    ck_assert(half.verdict == VERDICT_IMPOSSIBLE && half.units == 1);
}
END_TEST

/* --- the same judged the slow way ------------------------------------------------------------------------------ */

/*
 * Every true value is tried on a grid of half fen, ends included. A rate moves without gaps between the values found,
 * so the smallest and the largest are the ends of what is possible. Numbers are small: 64 bits hold them.
 */
typedef struct {
    bool any, vanishing; /* some base is possible; some base is zero or below */
    gint64 low_n, low_d, high_n, high_d;
} Possible;

static void try_ratio(Possible *possible, gint64 n, gint64 d)
{
    if (d <= 0) {
        possible->vanishing = true;
        return;
    }
    if (!possible->any || n * possible->low_d < possible->low_n * d) {
        possible->low_n = n;
        possible->low_d = d;
    }
    if (!possible->any || n * possible->high_d > possible->high_n * d) {
        possible->high_n = n;
        possible->high_d = d;
    }
    possible->any = true;
}

static Possible try_all(RateKind kind, Amount first, Amount second)
{
    Possible possible = {0};
    for (gint64 x = 2 * first.fen - first.step; x <= 2 * first.fen + first.step; x++)
        for (gint64 y = 2 * second.fen - second.step; y <= 2 * second.fen + second.step; y++) {
            if (kind == SHARE)
                try_ratio(&possible, x, y);
            else if (kind == GROWTH)
                try_ratio(&possible, y, x - y);
            else
                try_ratio(&possible, x - y, y);
        }
    return possible;
}

/* True when the printed rate value (in millionths of a percent) stands for some possible rate. */
static bool slowly_possible(const Possible *possible, gint64 value, gint64 step)
{
    const gint64 scale = 200 * RATE_PERCENT;
    return (2 * value - step) * possible->high_d <= scale * possible->high_n &&
           (2 * value + step) * possible->low_d >= scale * possible->low_n;
}

/* How many steps the nearest possible printed rate lies away; -1 when none does within `most` steps. */
static gint64 slow_units(const Possible *possible, Rate stated, gint64 most)
{
    for (gint64 away = 0; away <= most; away++)
        if (slowly_possible(possible, stated.value + away * stated.step, stated.step) ||
            slowly_possible(possible, stated.value - away * stated.step, stated.step))
            return away;
    return -1;
}

START_TEST(brute_force_rates)
{
    static const gint64 steps[] = {1, 2, 5, 10};
    g_autoptr(GRand) rand = g_rand_new_with_seed(1994);
    int seen[3] = {0};
    int vanished = 0;
    for (int round = 0; round < 60000; round++) {
        RateKind kind = (RateKind)g_rand_int_range(rand, SHARE, ON_BASE + 1);
        gint64 step = steps[g_rand_int_range(rand, 0, G_N_ELEMENTS(steps))];
        gint64 other = steps[g_rand_int_range(rand, 0, G_N_ELEMENTS(steps))];
        Amount first = {g_rand_int_range(rand, -20, 60) * step, step};
        Amount second = {g_rand_int_range(rand, -20, 60) * other, other};
        Rate stated = {0, RATE_PERCENT * (g_rand_boolean(rand) ? 1 : 10)};
        Possible possible = try_all(kind, first, second);
        gint64 base = kind == GROWTH ? first.fen - second.fen : second.fen;
        gint64 part = kind == SHARE ? first.fen : kind == GROWTH ? second.fen : first.fen - second.fen;
        /* Near the truth, so that every verdict is met: a rate some steps away from the printed figures' own. */
        gint64 near = base > 0 ? part * 100 * RATE_PERCENT / base / stated.step : g_rand_int_range(rand, -20, 20);
        stated.value = (near + g_rand_int_range(rand, -4, 5)) * stated.step;
        RateVerdict result = judge(kind, first, second, stated);
        ck_assert_msg(result.defined == !possible.vanishing, "round %d: defined", round);
        if (possible.vanishing) {
            vanished++;
            continue;
        }
        gint64 units = slow_units(&possible, stated, 12);
        ck_assert_msg(units >= 0 && result.units == units,
                      "round %d: kind %d of %" G_GINT64_FORMAT "±%" G_GINT64_FORMAT "/2, %" G_GINT64_FORMAT
                      "±%" G_GINT64_FORMAT "/2: %" G_GINT64_FORMAT " units, slowly %" G_GINT64_FORMAT,
                      round, kind, first.fen, step, second.fen, other, result.units, units);
        /* Proved: no other printed rate is nearer to the printed figures' own. */
        gint64 miss = ABS(part * 100 * RATE_PERCENT - stated.value * base);
        bool nearest = miss <= ABS(part * 100 * RATE_PERCENT - (stated.value + stated.step) * base) &&
                       miss <= ABS(part * 100 * RATE_PERCENT - (stated.value - stated.step) * base);
        Verdict verdict = units > 0 ? VERDICT_IMPOSSIBLE : nearest ? VERDICT_PROVED : VERDICT_ROUNDING;
        ck_assert_msg(result.verdict == verdict, "round %d: %s, slowly %s", round, verdict_word(result.verdict),
                      verdict_word(verdict));
        seen[verdict]++;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(seen); i++)
        ck_assert_msg(seen[i] > 1000, "too few cases that are %s", verdict_word((Verdict)i));
    ck_assert_int_gt(vanished, 1000);
}
END_TEST

START_TEST(brute_force_sums)
{
    static const gint64 steps[] = {1, 2, 5, 10};
    g_autoptr(GRand) rand = g_rand_new_with_seed(1995);
    int seen[3] = {0};
    for (int round = 0; round < 20000; round++) {
        Amount figures[3] = {{0, 0}}; /* two parts and their total, which lies near their sum */
        for (gsize i = 0; i < G_N_ELEMENTS(figures); i++) {
            gint64 step = steps[g_rand_int_range(rand, 0, G_N_ELEMENTS(steps))];
            gint64 near = i < 2 ? 0 : (figures[0].fen + figures[1].fen) / step;
            figures[i] = (Amount){(near + g_rand_int_range(rand, -3, 4)) * step, step};
        }
        const Amount *a = &figures[0];
        const Amount *b = &figures[1];
        const Amount *total = &figures[2];
        bool fits = false;
        for (gint64 x = 2 * a->fen - a->step; x <= 2 * a->fen + a->step; x++)
            for (gint64 y = 2 * b->fen - b->step; y <= 2 * b->fen + b->step; y++)
                fits |= x + y >= 2 * total->fen - total->step && x + y <= 2 * total->fen + total->step;
        Verdict slow = VERDICT_IMPOSSIBLE;
        if (fits)
            slow = a->fen + b->fen == total->fen ? VERDICT_PROVED : VERDICT_ROUNDING;
        Verdict verdict = verdict_of_sum(figures, 2, *total, NULL);
        ck_assert_msg(verdict == slow, "round %d: %s, slowly %s", round, verdict_word(verdict), verdict_word(slow));
        seen[slow]++;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(seen); i++)
        ck_assert_msg(seen[i] > 500, "too few cases that are %s", verdict_word((Verdict)i));
}
END_TEST

/* --- rates as text --------------------------------------------------------------------------------------------- */

static const struct {
    const char *text;
    gint64 unit, value, step;
    const char *back;
} texts[] = {
    {"69.58", RATE_PERCENT, 69580000, 10000, "69.58"},
    {"100", RATE_PERCENT, 100000000, 1000000, "100"},
    {"0.0", RATE_PERCENT, 0, 100000, "0.0"},
    {"-20.00", RATE_PERCENT, -20000000, 10000, "-20.00"},
    {"-0.05", RATE_PERCENT, -50000, 10000, "-0.05"},
    {"0.000001", RATE_PERCENT, 1, 1, "0.000001"},
    {"1,234.5", RATE_PERCENT, 1234500000, 100000, "1234.5"},
    {"2.1", 100 * RATE_PERCENT, 210000000, 10000000, "210"}, /* 2.1 times */
    {"3", 100 * RATE_PERCENT, 300000000, 100000000, "300"},
    {"0.125", 100 * RATE_PERCENT, 12500000, 100000, "12.5"},
};

START_TEST(rate_texts)
{
    Rate rate = {0, 0};
    ck_assert_msg(rate_from_text(texts[_i].text, texts[_i].unit, &rate), "%s", texts[_i].text);
    ck_assert_msg(rate.value == texts[_i].value && rate.step == texts[_i].step, "%s", texts[_i].text);
    g_autofree char *back = rate_to_text(rate);
    ck_assert_str_eq(back, texts[_i].back);
}
END_TEST

START_TEST(rate_refusals)
{
    static const char *const refused[] = {"", "%", "5%", "1.", "百分之五", "0.0000001", "99999999999999999999"};
    for (gsize i = 0; i < G_N_ELEMENTS(refused); i++) {
        Rate rate = {42, 43};
        ck_assert_msg(!rate_from_text(refused[i], RATE_PERCENT, &rate), "%s", refused[i]);
        ck_assert_msg(rate.value == 42 && rate.step == 43, "%s", refused[i]);
    }
}
END_TEST

START_TEST(words)
{
    ck_assert_str_eq(verdict_word(VERDICT_PROVED), "proved");
    ck_assert_str_eq(verdict_word(VERDICT_ROUNDING), "rounding");
    ck_assert_str_eq(verdict_word(VERDICT_IMPOSSIBLE), "impossible");
}
END_TEST

Suite *verdict_suite(void)
{
    Suite *suite = suite_create("verdict");
    TCase *amounts = tcase_create("amounts");
    tcase_add_loop_test(amounts, sum_of_parts, 0, G_N_ELEMENTS(sums));
    tcase_add_test(amounts, sum_beyond_64_bits);
    tcase_add_test(amounts, equality);
    suite_add_tcase(suite, amounts);
    TCase *shares = tcase_create("rates");
    tcase_add_loop_test(shares, stated_rate, 0, G_N_ELEMENTS(rates));
    tcase_add_test(shares, interval_is_shown);
    tcase_add_loop_test(shares, no_rate, 0, G_N_ELEMENTS(undefined));
    tcase_add_test(shares, base_that_touches_nothing);
    tcase_add_test(shares, smallest_base);
    tcase_add_test(shares, extreme_operands);
    suite_add_tcase(suite, shares);
    TCase *slow = tcase_create("brute force");
    tcase_set_timeout(slow, 60);
    tcase_add_test(slow, brute_force_rates);
    tcase_add_test(slow, brute_force_sums);
    suite_add_tcase(suite, slow);
    TCase *spelling = tcase_create("texts");
    tcase_add_loop_test(spelling, rate_texts, 0, G_N_ELEMENTS(texts));
    tcase_add_test(spelling, rate_refusals);
    tcase_add_test(spelling, words);
    suite_add_tcase(suite, spelling);
    return suite;
}
