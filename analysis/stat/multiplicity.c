/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stat/multiplicity.h"

#include <glib.h>
#include <gsl/gsl_sort_double.h>

void adjust_for_many(const Measured *p, Measured *adjusted, size_t count)
{
    g_autofree double *values = g_new(double, count + 1);
    g_autofree size_t *places = g_new(size_t, count + 1);
    g_autofree size_t *order = g_new(size_t, count + 1);
    size_t tests = 0;

    for (size_t i = 0; i < count; i++) {
        adjusted[i] = measured_none();
        if (!p[i].known)
            continue;
        places[tests] = i;
        values[tests++] = p[i].value;
    }
    gsl_sort_index(order, values, 1, tests);
    double least = 1.0;
    for (size_t rank = tests; rank > 0; rank--) {
        const size_t test = order[rank - 1];
        least = fmin(least, values[test] * (double)tests / (double)rank);
        adjusted[places[test]] = measured(least);
    }
}

Measured mid_p(double at_least, double just)
{
    return measured(fmin(1.0, fmax(0.0, at_least - just / 2.0)));
}
