/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema/verdict.h"

#include <math.h>

__extension__ typedef __int128 Wide;

/*
 * Everything is doubled, so that half a step is an integer: the printed figure x with step s becomes the
 * closed interval [2x - s, 2x + s].
 */
typedef struct {
    Wide low, high;
} Interval;

static Interval interval_of(Amount amount)
{
    return (Interval){2 * (Wide)amount.fen - amount.step, 2 * (Wide)amount.fen + amount.step};
}

Verdict verdict_of_sum(const Amount *parts, size_t count, Amount total, gint64 *difference)
{
    Wide sum = 0;
    Wide slack = total.step;
    for (size_t i = 0; i < count; i++) {
        sum += parts[i].fen;
        slack += parts[i].step;
    }
    Wide gap = total.fen - sum;
    if (difference != NULL)
        *difference = gap > G_MAXINT64 ? G_MAXINT64 : gap < G_MININT64 ? G_MININT64 : (gint64)gap;
    if (gap == 0)
        return VERDICT_PROVED;
    return 2 * (gap < 0 ? -gap : gap) <= slack ? VERDICT_ROUNDING : VERDICT_IMPOSSIBLE;
}

Verdict verdict_of_equality(Amount a, Amount b)
{
    return verdict_of_sum(&a, 1, b, NULL);
}

bool verdict_is_cut_off(Amount coarse, Amount fine)
{
    return fine.step < coarse.step && coarse.fen >= 0 && fine.fen >= coarse.fen && fine.fen - coarse.fen < coarse.step;
}

bool rate_from_text(const char *text, gint64 unit, Rate *rate)
{
    Amount amount;
    if (!amount_from_text(text, unit, &amount, NULL))
        return false;
    *rate = (Rate){amount.fen, amount.step};
    return true;
}

char *rate_to_text(Rate rate)
{
    int decimals = 0;
    for (gint64 reach = RATE_PERCENT; rate.step > 0 && reach > rate.step; reach /= 10)
        decimals++;
    guint64 size = rate.value < 0 ? -(guint64)rate.value : (guint64)rate.value;
    guint64 scale = 1;
    for (int i = 0; i < decimals; i++)
        scale *= 10;
    guint64 digits = size / (RATE_PERCENT / scale);
    const char *sign = rate.value < 0 ? "-" : "";
    if (decimals == 0)
        return g_strdup_printf("%s%" G_GUINT64_FORMAT, sign, digits);
    return g_strdup_printf("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, sign, digits / scale, decimals, digits % scale);
}

/* The largest whole number not above n / d, d > 0. */
static Wide floor_of(Wide n, Wide d)
{
    Wide q = n / d;
    return n % d != 0 && n < 0 ? q - 1 : q;
}

/* A ratio as numerator and positive denominator. */
typedef struct {
    Wide numerator, denominator;
} Ratio;

static double ratio_in_percent(Ratio ratio)
{
    return 100.0 * (double)ratio.numerator / (double)ratio.denominator;
}

/*
 * Judges a stated rate against the possible ratios [low, high]. A printed rate r = k·step is possible when
 * [2r - step, 2r + step] meets the doubled interval of ratios; the nearest possible k gives the distance.
 * Ratios scale by 100 (to percent) and RATE_PERCENT (to a rate's unit).
 */
static RateVerdict rate_judge(Ratio low, Ratio high, Rate stated, bool exact)
{
    const Wide scale = 2 * 100 * (Wide)RATE_PERCENT;
    RateVerdict result = {.defined = true, .low = ratio_in_percent(low), .high = ratio_in_percent(high)};
    /* k is possible  <=>  (2k - 1)·step·d_high <= scale·n_high  and  (2k + 1)·step·d_low >= scale·n_low */
    Wide step = stated.step;
    Wide most = floor_of(scale * high.numerator + step * high.denominator, 2 * step * high.denominator);
    Wide least = -floor_of(-(scale * low.numerator - step * low.denominator), 2 * step * low.denominator);
    Wide k = floor_of(stated.value, step);
    if (k < least)
        result.units = (gint64)MIN(least - k, (Wide)G_MAXINT64);
    else if (k > most)
        result.units = (gint64)MIN(k - most, (Wide)G_MAXINT64);
    if (result.units > 0)
        result.verdict = VERDICT_IMPOSSIBLE;
    else
        result.verdict = exact ? VERDICT_PROVED : VERDICT_ROUNDING;
    return result;
}

/*
 * True when the printed figures themselves, n/d, give the stated rate to its last digit (half away from zero or
 * cut by rounding half down: the exact half is proved either way).
 */
static bool rate_is_exact(Wide n, Wide d, Rate stated)
{
    Wide printed = 0;
    Wide gap = 0;
    if (d <= 0)
        return false;
    /* A rate so absurd that its product leaves 128 bits is not the rate of 64-bit figures. */
    if (__builtin_mul_overflow((Wide)stated.value, d, &printed) ||
        __builtin_sub_overflow(100 * (Wide)RATE_PERCENT * n, printed, &gap))
        return false;
    Wide room = (Wide)stated.step * d / 2;
    return -room <= gap && gap <= room;
}

static RateVerdict rate_undefined(void)
{
    return (RateVerdict){.verdict = VERDICT_IMPOSSIBLE, .units = G_MAXINT64, .defined = false, .low = NAN, .high = NAN};
}

RateVerdict verdict_of_share(Amount part, Amount whole, Rate stated)
{
    Interval p = interval_of(part);
    Interval w = interval_of(whole);
    if (w.low <= 0)
        return rate_undefined();
    Ratio low = {p.low, p.low >= 0 ? w.high : w.low};
    Ratio high = {p.high, p.high >= 0 ? w.low : w.high};
    return rate_judge(low, high, stated, rate_is_exact(part.fen, whole.fen, stated));
}

RateVerdict verdict_of_growth(Amount amount, Amount change, Rate stated)
{
    Interval a = interval_of(amount);
    Interval c = interval_of(change);
    Interval base = {a.low - c.high, a.high - c.low};
    if (base.low <= 0)
        return rate_undefined();
    /*
     * On a positive base c/(a - c) rises with c while a is positive and falls while a is negative; it falls with a
     * while c is positive and rises while c is negative. An amount below zero has a change below zero.
     */
    Wide least = a.low >= 0 ? c.low : c.high;
    Wide most = a.high >= 0 ? c.high : c.low;
    Ratio low = {least, (least >= 0 ? a.high : a.low) - least};
    Ratio high = {most, (most >= 0 ? a.low : a.high) - most};
    return rate_judge(low, high, stated, rate_is_exact(change.fen, (Wide)amount.fen - change.fen, stated));
}

RateVerdict verdict_of_growth_on_base(Amount amount, Amount base, Rate stated)
{
    Interval a = interval_of(amount);
    Interval b = interval_of(base);
    if (b.low <= 0)
        return rate_undefined();
    Ratio low = {a.low - (a.low >= 0 ? b.high : b.low), a.low >= 0 ? b.high : b.low};
    Ratio high = {a.high - (a.high >= 0 ? b.low : b.high), a.high >= 0 ? b.low : b.high};
    return rate_judge(low, high, stated, rate_is_exact((Wide)amount.fen - base.fen, base.fen, stated));
}

const char *verdict_word(Verdict verdict)
{
    static const char *const words[] = {
        [VERDICT_PROVED] = "proved", [VERDICT_ROUNDING] = "rounding", [VERDICT_IMPOSSIBLE] = "impossible"};
    return words[verdict];
}
