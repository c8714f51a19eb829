/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/chart/years.h"

#include <math.h>

#include "schema/language.h"

enum { WIDEST_SLOT = 160, FIGURE_GAP = 3 };

/* Amounts of this size keep three digits without their decimals, or as 亿元 with two. */
static const double WHOLE_ENOUGH = 100.0;
static const double LARGE_ENOUGH = 1000.0;

ChartYears chart_years_between(int first, int last, double left, double right)
{
    ChartYears years = {.first = first, .last = last, .left = left, .stride = 1, .rate_stride = 1};
    years.slot = MIN((right - left) / (last - first + 1), WIDEST_SLOT);
    return years;
}

static double widest_figure(ChartScale scale, const double *figures, guint n, TextStyle style)
{
    double widest = 0;
    for (guint i = 0; i < n; i++) {
        g_autofree char *text = chart_amount_text(scale, figures[i], false);
        widest = MAX(widest, chart_text_width(style, text));
    }
    return widest;
}

static int stride_of(const ChartYears *years, double width)
{
    return MAX((int)ceil((width + FIGURE_GAP) / years->slot), 1);
}

void chart_years_fit(ChartYears *years, ChartScale *scale, const double *figures, guint n, TextStyle style)
{
    double room = years->slot - FIGURE_GAP;
    double largest = 0;
    double smallest = INFINITY;
    for (guint i = 0; i < n; i++) {
        largest = MAX(largest, fabs(figures[i]));
        if (fabs(figures[i]) > 0)
            smallest = MIN(smallest, fabs(figures[i]));
    }
    if (widest_figure(*scale, figures, n, style) > room && largest >= WHOLE_ENOUGH * scale->divisor)
        scale->decimals = 0;
    if (widest_figure(*scale, figures, n, style) > room && chart_scale_is_small(*scale) && smallest >= LARGE_ENOUGH)
        *scale = chart_scale_large();
    years->stride = stride_of(years, widest_figure(*scale, figures, n, style));
}

char *chart_years_rate(const ChartYears *years, double rate, bool sign)
{
    return years->whole_rates ? chart_percent_whole(rate, sign) : chart_percent_text(rate, sign);
}

static double widest_rate(const ChartYears *years, const double *rates, guint n, bool sign, TextStyle style)
{
    double widest = 0;
    for (guint i = 0; i < n; i++) {
        if (isnan(rates[i]))
            continue;
        g_autofree char *text = chart_years_rate(years, rates[i], sign);
        widest = MAX(widest, chart_text_width(style, text));
    }
    return widest;
}

void chart_years_fit_rates(ChartYears *years, const double *rates, guint n, bool sign, TextStyle style)
{
    years->whole_rates = stride_of(years, widest_rate(years, rates, n, sign, style)) > 1;
    years->rate_stride = stride_of(years, widest_rate(years, rates, n, sign, style));
}

bool chart_years_told(const ChartYears *years, int year)
{
    return (years->last - year) % years->stride == 0;
}

bool chart_years_rated(const ChartYears *years, int year)
{
    return (years->last - year) % years->rate_stride == 0;
}

double chart_years_middle(const ChartYears *years, int year)
{
    return years->left + (year - years->first + 0.5) * years->slot;
}

void chart_years_place(const ChartYears *years, Canvas *canvas, double top, double bottom, double y_low, double y_high)
{
    int n = years->last - years->first + 1;
    canvas_place(canvas, years->left, top, years->left + n * years->slot, bottom);
    canvas_axes(canvas, years->first - 0.5, years->last + 0.5, y_low, y_high);
}

/* The largest that fits all years; alike in all of them. */
static TextStyle name_style(const ChartYears *years)
{
    static const TextStyle styles[] = {TEXT_LABEL, TEXT_MUTED};
    for (guint i = 0; i < G_N_ELEMENTS(styles); i++)
        if (chart_text_width(styles[i], "2024*") + 2 <= years->slot)
            return styles[i];
    return TEXT_NOTE;
}

void chart_years_name(const ChartYears *years, Canvas *canvas, int year, bool known, bool implied)
{
    double x = chart_years_middle(years, year);
    g_autofree char *text = g_strdup_printf("%d%s", year, implied ? "*" : "");
    TextStyle style = name_style(years);
    int stride = (int)ceil((chart_text_width(style, "2024") + 2) / years->slot);
    if ((years->last - year) % stride == 0)
        canvas_text(canvas, x, canvas->bottom + CHART_YEARS_HEIGHT / 2.0, ALIGN_CENTER,
                    known || style != TEXT_LABEL ? style : TEXT_MUTED, text);
    if (!known && chart_text_width(TEXT_MUTED, say("缺", "none")) < years->slot)
        canvas_text(canvas, x, canvas->bottom - CHART_YEARS_HEIGHT / 2.0, ALIGN_CENTER, TEXT_MUTED, say("缺", "none"));
}
