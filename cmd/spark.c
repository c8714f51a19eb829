/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cmd/spark.h"

#include <math.h>

#define EIGHTHS 8

char *spark_from_values(const int *years, const double *values, size_t n, bool blocks)
{
    static const char *const heights[][EIGHTHS] = {
        {"_", ".", "-", "~", "=", "+", "*", "#"},
        {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
    };
    GString *spark = g_string_new(NULL);
    if (n == 0)
        return g_string_free(spark, FALSE);
    double least = values[0];
    double most = values[0];
    for (size_t i = 1; i < n; i++) {
        least = MIN(least, values[i]);
        most = MAX(most, values[i]);
    }
    int year = years[0];
    for (size_t i = 0; i < n; i++, year++) {
        for (; year < years[i]; year++)
            g_string_append_c(spark, ' ');
        double height = most > least ? (values[i] - least) / (most - least) : 0.5;
        g_string_append(spark, heights[blocks][MIN((int)(height * EIGHTHS), EIGHTHS - 1)]);
    }
    return g_string_free(spark, FALSE);
}

char *bar_from_ratio(double ratio, int width, bool blocks)
{
    static const char *const parts[][EIGHTHS] = {
        {"", "", "", "", "#", "#", "#", "#"},
        {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"},
    };
    GString *bar = g_string_new(NULL);
    int eighths = ratio > 0 ? (int)(MIN(ratio, 1.0) * width * EIGHTHS + 0.5) : 0;
    for (int i = 0; i < eighths / EIGHTHS; i++)
        g_string_append(bar, blocks ? "█" : "#");
    g_string_append(bar, parts[blocks][eighths % EIGHTHS]);
    return g_string_free(bar, FALSE);
}

const char *change_part_sign(int part, bool blocks)
{
    static const char *const signs[][CHANGE_PARTS] = {{".", "o", "#"}, {"░", "▒", "█"}};
    return signs[blocks][part];
}

/* How many of `length` places each part takes: rounded sums, so that they add to the whole. */
static void divide_places(const double parts[CHANGE_PARTS], int length, int places[CHANGE_PARTS])
{
    double whole = 0, sum = 0;
    int before = 0;
    for (int i = 0; i < CHANGE_PARTS; i++)
        whole += fabs(parts[i]);
    for (int i = 0; i < CHANGE_PARTS; i++) {
        sum += fabs(parts[i]);
        int after = whole > 0 ? (int)(sum / whole * length + 0.5) : i + 1 < CHANGE_PARTS ? 0 : length;
        places[i] = after - before;
        before = after;
    }
}

char *bar_from_change(double ratio, const double parts[CHANGE_PARTS], int half, bool blocks)
{
    int length = MIN((int)(fabs(ratio) * half + 0.5), half);
    int places[CHANGE_PARTS];
    if (length == 0 && ratio != 0)
        length = 1;
    divide_places(parts, length, places);
    g_autoptr(GString) bar = g_string_new(NULL);
    /* To the left the first part is the last to be printed. */
    for (int i = 0; i < CHANGE_PARTS; i++) {
        int part = ratio < 0 ? CHANGE_PARTS - 1 - i : i;
        for (int k = 0; k < places[part]; k++)
            g_string_append(bar, change_part_sign(part, blocks));
    }
    const char *axis = blocks ? "│" : "|";
    return ratio < 0 ? g_strdup_printf("%*s%s%s%*s", half - length, "", bar->str, axis, half, "")
                     : g_strdup_printf("%*s%s%s%*s", half, "", axis, bar->str, half - length, "");
}

char *strip_from_places(const double *places, size_t n, double middle, double own, int width, bool blocks)
{
    static const char *const signs[][5] = {{"-", ".", ":", "|", "@"}, {"─", "•", "⁑", "┼", "●"}};
    enum { LINE, ONE, SEVERAL, MIDDLE, OWN };
    g_autofree int *marks = g_new0(int, width);
    for (size_t i = 0; i < n; i++)
        if (places[i] >= 0) {
            int *mark = &marks[(int)(MIN(places[i], 1.0) * (width - 1) + 0.5)];
            *mark = *mark == LINE ? ONE : SEVERAL;
        }
    if (middle >= 0 && marks[(int)(MIN(middle, 1.0) * (width - 1) + 0.5)] == LINE)
        marks[(int)(MIN(middle, 1.0) * (width - 1) + 0.5)] = MIDDLE;
    if (own >= 0)
        marks[(int)(MIN(own, 1.0) * (width - 1) + 0.5)] = OWN;
    GString *strip = g_string_new(NULL);
    for (int i = 0; i < width; i++)
        g_string_append(strip, signs[blocks][marks[i]]);
    return g_string_free(strip, FALSE);
}
