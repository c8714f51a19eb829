/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cmd/spark.h"

#define EIGHTHS 8

char *spark_from_series(const Series *series)
{
    static const char *const blocks[EIGHTHS] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    GString *spark = g_string_new(NULL);
    if (series->points->len == 0)
        return g_string_free(spark, FALSE);
    double least = amount_to_wan_yuan(series_point(series, 0)->comparable);
    double most = least;
    for (guint i = 1; i < series->points->len; i++) {
        double value = amount_to_wan_yuan(series_point(series, i)->comparable);
        least = MIN(least, value);
        most = MAX(most, value);
    }
    int year = series_point(series, 0)->year;
    for (guint i = 0; i < series->points->len; i++, year++) {
        const SeriesPoint *point = series_point(series, i);
        for (; year < point->year; year++)
            g_string_append_c(spark, ' ');
        double height =
            most > least ? (amount_to_wan_yuan(point->comparable) - least) / (most - least) : 0.5;
        g_string_append(spark, blocks[MIN((int)(height * EIGHTHS), EIGHTHS - 1)]);
    }
    return g_string_free(spark, FALSE);
}

char *bar_from_ratio(double ratio, int width)
{
    static const char *const parts[EIGHTHS] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    GString *bar = g_string_new(NULL);
    int eighths = ratio > 0 ? (int)(MIN(ratio, 1.0) * width * EIGHTHS + 0.5) : 0;
    for (int i = 0; i < eighths / EIGHTHS; i++)
        g_string_append(bar, "█");
    g_string_append(bar, parts[eighths % EIGHTHS]);
    return g_string_free(bar, FALSE);
}
