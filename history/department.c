/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/department.h"

#include <string.h>

#include "history/join.h"
#include "schema/error.h"
#include "schema/language.h"

void department_free(Department *department)
{
    if (department == NULL)
        return;
    g_free(department->name);
    g_ptr_array_unref(department->filings);
    g_ptr_array_unref(department->restated);
    g_clear_pointer(&department->reviews, g_hash_table_unref);
    g_clear_pointer(&department->notes, g_ptr_array_unref);
    g_clear_pointer(&department->renames, g_ptr_array_unref);
    g_clear_pointer(&department->lineage, g_ptr_array_unref);
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
    const Filing *found = NULL;
    for (guint i = 0; i < department->filings->len; i++) {
        const Filing *filing = g_ptr_array_index(department->filings, i);
        if (filing->fiscal_year != year || filing->kind != kind)
            continue;
        if (found == NULL || (strcmp(found->form, FORM_TIDY) == 0 && found->scope == filing->scope))
            found = filing;
    }
    return found;
}

const Filing *department_filing_of(const Department *department, int year, Kind kind, Scope scope)
{
    const Filing *found = NULL;
    for (guint i = 0; i < department->filings->len; i++) {
        const Filing *filing = g_ptr_array_index(department->filings, i);
        if (filing->fiscal_year == year && filing->kind == kind && filing->scope == scope &&
            (found == NULL || strcmp(found->form, FORM_TIDY) == 0))
            found = filing;
    }
    return found;
}

const Filing *department_filing_like(const Department *department, const Filing *filing, int year)
{
    return department_filing_of(department, year, filing->kind, filing->scope);
}

bool department_load_pages(const Department *department, Store *store, GError **error)
{
    for (guint i = 0; i < department->filings->len; i++)
        if (!filing_load_pages(g_ptr_array_index(department->filings, i), store, error))
            return false;
    return true;
}

static bool is_name_of(const Body *body, const char *wanted)
{
    for (guint i = 0; i < body->names->len; i++)
        if (strcmp(g_ptr_array_index(body->names, i), wanted) == 0)
            return true;
    return false;
}

static bool is_part_of_name(const Body *body, const char *wanted)
{
    for (guint i = 0; i < body->names->len; i++)
        if (strstr(g_ptr_array_index(body->names, i), wanted) != NULL)
            return true;
    return false;
}

/* The bodies (Body) that `wanted` means: the one that is so named, or whose filing has that id, else all that contain it. */
static GPtrArray *bodies_wanted(const Holdings *holdings, const char *wanted)
{
    GPtrArray *bodies = g_ptr_array_new();
    guint64 id = 0;
    if (wanted != NULL && g_ascii_string_to_unsigned(wanted, 10, 1, G_MAXINT64, &id, NULL)) {
        const HeldFiling *held = holdings_find(holdings, (gint64)id);
        if (held != NULL)
            g_ptr_array_add(bodies, (gpointer)held->body);
        return bodies;
    }
    for (guint i = 0; i < holdings->bodies->list->len; i++) {
        Body *body = g_ptr_array_index(holdings->bodies->list, i);
        if (wanted != NULL && is_name_of(body, wanted)) {
            g_ptr_array_set_size(bodies, 0);
            g_ptr_array_add(bodies, body);
            return bodies;
        }
        if (wanted == NULL || is_part_of_name(body, wanted))
            g_ptr_array_add(bodies, body);
    }
    return bodies;
}

static bool check_unique(const GPtrArray *bodies, const char *wanted, GError **error)
{
    if (bodies->len == 1)
        return true;
    if (bodies->len == 0) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE, say("库里没有部门“%s”：可用 yusuan list 查看", "no department \"%s\" in the store: see yusuan list"),
                    wanted != NULL ? wanted : "");
        return false;
    }
    GString *list = g_string_new(NULL);
    for (guint i = 0; i < bodies->len && i < 8; i++)
        g_string_append_printf(list, "%s%s", i > 0 ? say("、", ", ") : "", ((const Body *)g_ptr_array_index(bodies, i))->name);
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE, say("“%s”不止一个部门：%s", "\"%s\" fits several departments: %s"),
                wanted != NULL ? wanted : "", list->str);
    g_string_free(list, TRUE);
    return false;
}

static Department *department_from_body(Store *store, const Holdings *holdings, const Body *body, GError **error)
{
    g_autoptr(Department) department = department_new(body->name);
    department->notes = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < body->notes->len; i++)
        g_ptr_array_add(department->notes, g_strdup(g_ptr_array_index(body->notes, i)));
    department->renames = g_ptr_array_new_with_free_func((GDestroyNotify)name_link_free);
    for (guint i = 0; i < body->links->len; i++)
        g_ptr_array_add(department->renames, name_link_copy(g_ptr_array_index(body->links, i)));
    department->lineage = lineage_rows_of(holdings->lineage, body->names);
    const GPtrArray *filings = holdings_of_body(holdings, body);
    for (guint i = 0; i < filings->len; i++) {
        const HeldFiling *held = g_ptr_array_index(filings, i);
        Filing *filing = filing_from_holdings(store, held, error);
        if (filing == NULL)
            return NULL;
        g_ptr_array_add(held->latest ? department->filings : department->restated, filing);
    }
    return g_steal_pointer(&department);
}

GPtrArray *departments_from_store(Store *store, const char *wanted, bool unique, GError **error)
{
    g_autoptr(Holdings) holdings = holdings_from_store(store, error);
    if (holdings == NULL)
        return NULL;
    g_autoptr(GPtrArray) bodies = bodies_wanted(holdings, wanted);
    if ((unique || bodies->len == 0) && (wanted != NULL || unique) && !check_unique(bodies, wanted, error))
        return NULL;
    g_autoptr(GHashTable) reviews = store_reviews(store, error);
    if (reviews == NULL)
        return NULL;
    g_autoptr(GPtrArray) departments = g_ptr_array_new_with_free_func((GDestroyNotify)department_free);
    for (guint i = 0; i < bodies->len; i++) {
        Department *department = department_from_body(store, holdings, g_ptr_array_index(bodies, i), error);
        if (department == NULL)
            return NULL;
        department->reviews = g_hash_table_ref(reviews);
        g_ptr_array_add(departments, department);
    }
    return g_steal_pointer(&departments);
}

bool departments_visit(Store *store, DepartmentVisit visit, gpointer data, GError **error)
{
    g_autoptr(Holdings) holdings = holdings_from_store(store, error);
    if (holdings == NULL)
        return false;
    for (guint i = 0; i < holdings->bodies->list->len; i++) {
        g_autoptr(Department) department =
            department_from_body(store, holdings, g_ptr_array_index(holdings->bodies->list, i), error);
        if (department == NULL || !visit(department, data, error))
            return false;
    }
    return true;
}
