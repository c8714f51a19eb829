/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cmd/spark.h"

#define EIGHTHS 8

char *spark_from_values(const int *years, const double *values, size_t n)
{
    static const char *const blocks[EIGHTHS] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
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
