/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/analysis/rule/years.h"

#include <check.h>
#include <math.h>

#define NEWEST 2024

static Table *table_of_year(Bench *bench, int year)
{
    Filing *filing = (Filing *)(gpointer)department_filing(bench->department, year, KIND_BUDGET);
    if (filing == NULL)
        filing = bench_add_filing(bench, year);
    Table *table = filing_table(filing, "expenditure");
    return table != NULL ? table : build_table(filing, "expenditure");
}

void years_add(Bench *bench, const char *code, const char *label, const char *figures)
{
    g_auto(GStrv) words = g_strsplit(figures, " ", -1);
    int count = (int)g_strv_length(words);
    for (int i = 0; i < count; i++)
        if (!g_str_equal(words[i], "."))
            build_row(table_of_year(bench, NEWEST - count + 1 + i), code, label, words[i]);
}

void years_add_values(Bench *bench, const char *code, const char *label, const double *values, int count)
{
    g_autoptr(GString) figures = g_string_new(NULL);
    for (int i = 0; i < count; i++)
        g_string_append_printf(figures, "%s%.2f", i > 0 ? " " : "", values[i]);
    years_add(bench, code, label, figures->str);
}

void years_add_peer(Bench *bench, const Bench *peer)
{
    if (bench->peers == NULL)
        bench->peers = peers_new();
    peers_add(bench->peers, peer->department, NULL, bench->thresholds);
}

double years_noise(GRand *random)
{
    return sqrt(-2 * log(1 - g_rand_double(random))) * cos(2 * G_PI * g_rand_double(random));
}
