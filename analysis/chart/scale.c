/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/chart/scale.h"

#include <math.h>
#include <string.h>

#include "schema/language.h"

static const double FEW_ENOUGH_DIGITS = 100000.0;
/* A base of a few fen makes rates without meaning and columns without end. */
static const double BEYOND_BELIEF = 99999.0;
static const double TEN_THOUSANDS_IN_HUNDRED_MILLION = 10000.0;

static const char *ten_thousands(void)
{
    return say("万元", "10,000 yuan");
}

bool chart_scale_is_small(ChartScale scale)
{
    return g_str_equal(scale.unit, ten_thousands());
}

ChartScale chart_scale_large(void)
{
    return (ChartScale){ TEN_THOUSANDS_IN_HUNDRED_MILLION, say("亿元", "100 million yuan"), 2 };
}

ChartScale chart_scale_choose(const Chart *chart, double largest)
{
    if (chart->unit != NULL)
        return (ChartScale){ 1.0, chart->unit, 2 };
    if (largest >= FEW_ENOUGH_DIGITS)
        return chart_scale_large();
    return (ChartScale){ 1.0, ten_thousands(), 2 };
}

/* Digits of a non-negative number with separators. */
static char *digits_grouped(double value, int decimals)
{
    g_autofree char *format = g_strdup_printf("%%.%df", decimals);
    char plain[400];
    g_ascii_formatd(plain, sizeof plain, format, value);
    size_t whole = strcspn(plain, ".");
    GString *grouped = g_string_new(NULL);
    for (size_t i = 0; i < whole; i++) {
        if (i > 0 && (whole - i) % 3 == 0)
            g_string_append_c(grouped, ',');
        g_string_append_c(grouped, plain[i]);
    }
    g_string_append(grouped, plain + whole);
    return g_string_free(grouped, FALSE);
}

static char *number_text(double value, int decimals, bool sign)
{
    g_autofree char *digits = digits_grouped(fabs(value), decimals);
    bool zero = strspn(digits, "0.") == strlen(digits);
    const char *before = zero ? "" : value < 0 ? "−" : sign ? "+" : "";
    return g_strconcat(before, digits, NULL);
}

char *chart_amount_text(ChartScale scale, double amount, bool sign)
{
    double shown = amount / scale.divisor;
    if (fpclassify(shown) != FP_ZERO && fabs(shown) < 0.5 * pow(10.0, -scale.decimals))
        return g_strdup("≈0");
    return number_text(shown, scale.decimals, sign);
}

char *chart_wan_yuan_said(double amount, double largest, bool sign)
{
    bool large = largest >= FEW_ENOUGH_DIGITS;
    ChartScale scale = large ? chart_scale_large() : (ChartScale){ 1.0, "", 2 };
    g_autofree char *number = chart_amount_text(scale, amount, sign);
    return g_strdup_printf(large ? say("%s 亿元", "%s hundred million yuan") : say("%s 万元", "%s"), number);
}

static char *percent_text(double percent, int decimals, bool sign)
{
    if (fabs(percent) > BEYOND_BELIEF)
        return g_strdup(percent > 0 ? say(">99,999%", ">99,999 %") : say("<−99,999%", "<−99,999 %"));
    g_autofree char *number = number_text(percent, decimals, sign);
    return g_strconcat(number, say("%", " %"), NULL);
}

char *chart_percent_text(double percent, bool sign)
{
    return percent_text(percent, fabs(percent) >= 1000.0 ? 0 : 1, sign);
}

char *chart_percent_whole(double percent, bool sign)
{
    return percent_text(percent, 0, sign);
}

double chart_step_round(double span, guint parts)
{
    double rough = span / parts;
    double power = pow(10.0, floor(log10(rough)));
    double ratio = rough / power;
    static const double FACTORS[] = { 1.0, 2.0, 2.5, 5.0 };
    for (guint i = 0; i < G_N_ELEMENTS(FACTORS); i++)
        if (ratio <= FACTORS[i] * (1 + 1e-9))
            return FACTORS[i] * power;
    return 10.0 * power;
}

char *chart_tick_text(double value, double step)
{
    int decimals = 0;
    for (double scaled = step; decimals < 6 && fabs(scaled - round(scaled)) > 1e-6 * scaled;
         scaled *= 10.0)
        decimals++;
    return number_text(value, decimals, false);
}
