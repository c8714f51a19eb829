/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/analysis/chart/tidy.h"

#include <check.h>

#include "history/reader.h"

Department *tidy_department(const char *name, const char *rows)
{
    g_autoptr(GError) error = NULL;
    GString *text = g_string_new("department,fiscal_year,kind,direction,measure,code,label,amount\n");
    g_auto(GStrv) lines = g_strsplit(rows, "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        g_auto(GStrv) fields = g_strsplit(*line, ",", 2);
        if (g_strv_length(fields) == 2)
            g_string_append_printf(text, "%s,%s,budget,expenditure,total,%s\n", name, fields[0], fields[1]);
    }
    g_autoptr(GBytes) bytes = g_string_free_to_bytes(text);
    g_autoptr(GPtrArray) filings = filings_from_bytes("tidy.csv", bytes, &error);
    ck_assert_msg(filings != NULL, "%s", error != NULL ? error->message : "");
    Department *department = g_new0(Department, 1);
    department->name = g_strdup(name);
    department->filings = g_ptr_array_new_with_free_func((GDestroyNotify)filing_free);
    department->restated = g_ptr_array_new_with_free_func((GDestroyNotify)filing_free);
    g_ptr_array_set_free_func(filings, NULL);
    for (guint i = 0; i < filings->len; i++) {
        Filing *filing = g_ptr_array_index(filings, i);
        filing->id = i + 1;
        g_ptr_array_add(department->filings, filing);
    }
    return department;
}
