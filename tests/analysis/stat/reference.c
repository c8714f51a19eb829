/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/analysis/stat/reference.h"

#include <glib.h>
#include <string.h>

#include "tests/analysis/stat/near.h"

#define REFERENCE "tests/analysis/stat/reference_more.tsv" /* made by reference_more.R beside it */

Measured reference_value(const char *statistic, const char *name, const char *field)
{
    g_autofree char *text = NULL;
    ck_assert_msg(g_file_get_contents(REFERENCE, &text, NULL, NULL), "cannot read " REFERENCE);
    g_autofree char *wanted = g_strdup_printf("\n%s\t%s\t%s\t", statistic, name, field);
    g_autofree char *lines = g_strconcat("\n", text, NULL);
    const char *found = g_strstr_len(lines, -1, wanted);
    ck_assert_msg(found != NULL, "no line %s in " REFERENCE, wanted + 1);
    const char *value = found + strlen(wanted);
    return *value == '\n' ? measured_none() : measured(g_ascii_strtod(value, NULL));
}

void assert_as_in_r(const char *statistic, const char *name, const char *field, Measured actual, double tolerance)
{
    g_autofree char *label = g_strdup_printf("%s, %s, %s", statistic, name, field);
    const Measured expected = reference_value(statistic, name, field);
    if (expected.known)
        assert_near(label, actual, expected.value, tolerance);
    else
        assert_none(label, actual);
}
