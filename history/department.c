/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/department.h"

#include <stdlib.h>
#include <string.h>

#include "schema/error.h"
#include "schema/language.h"

void department_free(Department *department)
{
    if (department == NULL)
        return;
    g_free(department->name);
    g_ptr_array_unref(department->filings);
    g_ptr_array_unref(department->restated);
    g_free(department);
}

static Department *department_new(const char *name)
{
    Department *department = g_new0(Department, 1);
    department->name = g_strdup(name);
    department->filings = g_ptr_array_new_with_free_func((GDestroyNotify)filing_free);
    department->restated = g_ptr_array_new_with_free_func((GDestroyNotify)filing_free);
    return department;
}

const Filing *department_filing(const Department *department, int year, Kind kind)
{
    for (guint i = 0; i < department->filings->len; i++) {
        const Filing *filing = g_ptr_array_index(department->filings, i);
        if (filing->fiscal_year == year && filing->kind == kind)
            return filing;
    }
    return NULL;
}

bool department_load_pages(Department *department, Store *store, GError **error)
{
    for (guint i = 0; i < department->filings->len; i++) {
        Filing **filing = (Filing **)&g_ptr_array_index(department->filings, i);
        Filing *whole = store_filing(store, (*filing)->id, true, error);
        if (whole == NULL)
            return false;
        filing_free(*filing);
        *filing = whole;
    }
    return true;
}

/* The names that `wanted` means: the one that is equal, else all that contain it. */
static GPtrArray *names_wanted(const GPtrArray *entries, const char *wanted)
{
    GPtrArray *names = g_ptr_array_new();
    char *rest = NULL;
    gint64 id = wanted != NULL ? g_ascii_strtoll(wanted, &rest, 10) : 0;
    bool is_id = id > 0 && rest != NULL && *rest == '\0';
    for (guint i = 0; i < entries->len; i++) {
        const FilingEntry *entry = g_ptr_array_index(entries, i);
        bool listed = names->len > 0 && g_str_equal(g_ptr_array_index(names, names->len - 1), entry->department);
        bool fits = wanted == NULL || (is_id ? entry->id == id : strstr(entry->department, wanted) != NULL);
        if (wanted != NULL && g_str_equal(entry->department, wanted)) {
            g_ptr_array_set_size(names, 0);
            g_ptr_array_add(names, entry->department);
            return names;
        }
        if (fits && !listed)
            g_ptr_array_add(names, entry->department);
    }
    return names;
}

static bool check_unique(const GPtrArray *names, const char *wanted, GError **error)
{
    if (names->len == 1)
        return true;
    if (names->len == 0) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE, say("库里没有部门“%s”：可用 yusuan list 查看", "no department \"%s\" in the store: see yusuan list"),
                    wanted != NULL ? wanted : "");
        return false;
    }
    GString *list = g_string_new(NULL);
    for (guint i = 0; i < names->len && i < 8; i++)
        g_string_append_printf(list, "%s%s", i > 0 ? say("、", ", ") : "", (const char *)g_ptr_array_index(names, i));
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE, say("“%s”不止一个部门：%s", "\"%s\" fits several departments: %s"),
                wanted != NULL ? wanted : "", list->str);
    g_string_free(list, TRUE);
    return false;
}

GPtrArray *departments_from_store(Store *store, const char *wanted, bool unique, GError **error)
{
    g_autoptr(GPtrArray) entries = store_filings(store, error);
    if (entries == NULL)
        return NULL;
    g_autoptr(GPtrArray) names = names_wanted(entries, wanted);
    if ((unique || names->len == 0) && (wanted != NULL || unique) && !check_unique(names, wanted, error))
        return NULL;
    g_autoptr(GPtrArray) departments = g_ptr_array_new_with_free_func((GDestroyNotify)department_free);
    for (guint n = 0; n < names->len; n++) {
        Department *department = department_new(g_ptr_array_index(names, n));
        g_ptr_array_add(departments, department);
        for (guint i = 0; i < entries->len; i++) {
            const FilingEntry *entry = g_ptr_array_index(entries, i);
            if (!g_str_equal(entry->department, department->name))
                continue;
            Filing *filing = store_filing(store, entry->id, false, error);
            if (filing == NULL)
                return NULL;
            g_ptr_array_add(entry->latest ? department->filings : department->restated, filing);
        }
    }
    return g_steal_pointer(&departments);
}
