/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/chart/years.h"

#include <math.h>

#include "schema/language.h"

enum { WIDEST_SLOT = 120, FIGURE_GAP = 6 };

/* Amounts of this size lose little with their decimals, or with the step to 亿元. */
static const double WHOLE_ENOUGH = 1000.0;

ChartYears chart_years_between(int first, int last, double left, double right)
{
    ChartYears years = {.first = first, .last = last, .left = left, .stride = 1};
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

void chart_years_widen(ChartYears *years, double width)
{
    years->stride = MAX(years->stride, (int)ceil((width + FIGURE_GAP) / years->slot));
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
    if (widest_figure(*scale, figures, n, style) > room && scale->convertible && smallest >= WHOLE_ENOUGH)
        *scale = chart_scale_large();
    if (widest_figure(*scale, figures, n, style) > room && scale->decimals > 1)
        scale->decimals = 1;
    chart_years_widen(years, widest_figure(*scale, figures, n, style));
}

bool chart_years_told(const ChartYears *years, int year)
{
    return (years->last - year) % years->stride == 0;
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

void chart_years_name(const ChartYears *years, Canvas *canvas, int year, bool known, bool implied)
{
    int stride = (int)ceil((chart_text_width(TEXT_MUTED, "2024") + 2) / years->slot);
    double x = chart_years_middle(years, year);
    g_autofree char *text = g_strdup_printf("%d%s", year, implied ? "*" : "");
    if ((years->last - year) % stride == 0)
        canvas_text(canvas, x, canvas->bottom + CHART_YEARS_HEIGHT / 2.0, ALIGN_CENTER,
                    !known || chart_text_width(TEXT_LABEL, text) > years->slot ? TEXT_MUTED : TEXT_LABEL, text);
    if (!known && chart_text_width(TEXT_MUTED, say("缺", "none")) < years->slot)
        canvas_text(canvas, x, canvas->bottom - CHART_YEARS_HEIGHT / 2.0, ALIGN_CENTER, TEXT_MUTED, say("缺", "none"));
}
