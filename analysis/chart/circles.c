/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/chart/circles.h"

#include <glib.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

/* No bar, band or line of ours has so many corners and comes back to where it began. */
static const guint FEWEST_CORNERS = 60;

/* gnuplot writes hundredths of a pixel. */
static const double ROUNDING = 0.03;

static const char SHAPE[] = "<polygon fill = '([^']*+)' points = '([^']*+)'/>"
                            "|<path stroke='([^']*+)'\\s++d='M([^']*+)'/>";

typedef struct {
    double x, y, radius;
} Circle;

/* False when the corners lie on no circle whose axes are those of the page. */
static bool circle_from_corners(const char *corners, Circle *circle)
{
    double low[2] = {INFINITY, INFINITY}, high[2] = {-INFINITY, -INFINITY};
    guint count = 0;
    for (const char *at = corners; *at != '\0';) {
        if (!g_ascii_isdigit(*at) && *at != '-') {
            at++;
            continue;
        }
        char *end = NULL;
        double number = g_ascii_strtod(at, &end);
        if (end == at)
            return false;
        low[count % 2] = MIN(low[count % 2], number);
        high[count % 2] = MAX(high[count % 2], number);
        count++;
        at = end;
    }
    if (count < 2 * FEWEST_CORNERS || count % 2 != 0 || fabs((high[0] - low[0]) - (high[1] - low[1])) > ROUNDING)
        return false;
    *circle = (Circle){(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (high[0] - low[0]) / 2};
    return true;
}

static void attribute_append(GString *result, const char *name, double value)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    g_string_append_printf(result, " %s='%s'", name, g_ascii_formatd(text, sizeof text, "%.2f", value));
}

static gboolean shape_replace(const GMatchInfo *match, GString *result, gpointer data)
{
    (void)data;
    g_autofree char *fill = g_match_info_fetch(match, 1);
    g_autofree char *area = g_match_info_fetch(match, 2);
    g_autofree char *stroke = g_match_info_fetch(match, 3);
    g_autofree char *outline = g_match_info_fetch(match, 4);
    const bool filled = area != NULL && *area != '\0';
    const bool closed = outline != NULL && strchr(outline, 'Z') != NULL;
    Circle circle;
    if (!circle_from_corners(filled ? area : closed ? outline : "", &circle)) {
        g_autofree char *whole = g_match_info_fetch(match, 0);
        g_string_append(result, whole);
        return FALSE;
    }
    g_string_append(result, "<circle");
    attribute_append(result, "cx", circle.x);
    attribute_append(result, "cy", circle.y);
    attribute_append(result, "r", circle.radius);
    g_string_append_printf(result, filled ? " fill='%s'/>" : " fill='none' stroke='%s'/>", filled ? fill : stroke);
    return FALSE;
}

char *svg_with_circles(const char *svg)
{
    g_autoptr(GRegex) shape = g_regex_new(SHAPE, G_REGEX_OPTIMIZE, 0, NULL);
    char *replaced = g_regex_replace_eval(shape, svg, -1, 0, 0, shape_replace, NULL, NULL);
    return replaced != NULL ? replaced : g_strdup(svg);
}
