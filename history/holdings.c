/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/holdings.h"

#include <string.h>

/* An issue: what of the files goes together, with the tables it has by now. */
typedef struct {
    HeldFiling *held;
    GHashTable *tables; /* keys as in FilingEntry */
    bool has_narrative;
} Issue;

static void held_filing_free(gpointer data)
{
    HeldFiling *held = data;
    g_ptr_array_unref(held->parts);
    g_free(held);
}

static void issue_free(gpointer data)
{
    Issue *issue = data;
    g_hash_table_unref(issue->tables);
    g_free(issue);
}

static bool is_tidy(const FilingEntry *entry)
{
    return strcmp(entry->form, FORM_TIDY) == 0;
}

static bool has_tables(const FilingEntry *entry)
{
    return strcmp(entry->form, FORM_NARRATIVE) != 0;
}

static bool has_narrative(const FilingEntry *entry)
{
    return entry->claims >= NARRATIVE_CLAIMS_LEAST || !has_tables(entry);
}

/* ---- which issue is the later one ---- */

/* Ids differ between stores that hold the same: they only tell the filings of one file apart. */
static int compare_entries(const FilingEntry *x, const FilingEntry *y)
{
    int order = strcmp(x->came, y->came);
    return order != 0 ? order : (x->id > y->id) - (x->id < y->id);
}

static gint compare_arrivals(gconstpointer a, gconstpointer b)
{
    return compare_entries(*(FilingEntry *const *)a, *(FilingEntry *const *)b);
}

static gint compare_dates(gconstpointer a, gconstpointer b)
{
    int order = strcmp((*(FilingEntry *const *)a)->issued, (*(FilingEntry *const *)b)->issued);
    return order != 0 ? order : compare_arrivals(a, b);
}

/*
 * Oldest first. Those with a date are ordered by it among themselves; those without stay where they came in: a date
 * cannot be compared with none, and any pairwise rule would go in circles.
 */
static void sort_by_issue(GPtrArray *entries)
{
    g_ptr_array_sort(entries, compare_arrivals);
    g_autoptr(GPtrArray) dated = g_ptr_array_new();
    for (guint i = 0; i < entries->len; i++) {
        FilingEntry *entry = g_ptr_array_index(entries, i);
        if (entry->issued[0] != '\0')
            g_ptr_array_add(dated, entry);
    }
    g_ptr_array_sort(dated, compare_dates);
    for (guint i = 0, next = 0; i < entries->len; i++)
        if (((FilingEntry *)g_ptr_array_index(entries, i))->issued[0] != '\0')
            g_ptr_array_index(entries, i) = g_ptr_array_index(dated, next++);
}

/* ---- which files go together ---- */

/* The tables that a file has. One that has none at all is still an issue of its form. */
static char **table_keys(const FilingEntry *entry)
{
    if (entry->read_tables[0] != NULL)
        return g_strdupv(entry->read_tables);
    char *none[] = {(char *)"", NULL};
    return g_strdupv(none);
}

static bool issue_overlaps(const Issue *issue, char **keys)
{
    for (; *keys != NULL; keys++)
        if (g_hash_table_contains(issue->tables, *keys))
            return true;
    return false;
}

static Issue *issue_at(GPtrArray *issues, guint index)
{
    if (index < issues->len)
        return g_ptr_array_index(issues, index);
    Issue *issue = g_new0(Issue, 1);
    issue->held = g_new0(HeldFiling, 1);
    issue->held->parts = g_ptr_array_new_with_free_func(g_free);
    issue->tables = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_ptr_array_add(issues, issue);
    return issue;
}

static Part *issue_part(Issue *issue, const FilingEntry *entry)
{
    for (guint i = 0; i < issue->held->parts->len; i++) {
        Part *part = g_ptr_array_index(issue->held->parts, i);
        if (part->entry == entry)
            return part;
    }
    Part *part = g_new0(Part, 1);
    part->entry = entry;
    g_ptr_array_add(issue->held->parts, part);
    return part;
}

static void place_tables(GPtrArray *issues, const FilingEntry *entry)
{
    g_auto(GStrv) keys = table_keys(entry);
    guint index = 0; /* behind all that have one of its tables, and came later */
    for (guint i = 0; i < issues->len; i++)
        if (issue_overlaps(g_ptr_array_index(issues, i), keys))
            index = i + 1;
    Issue *issue = issue_at(issues, index);
    for (char **key = keys; *key != NULL; key++)
        g_hash_table_add(issue->tables, g_strdup(*key));
    Part *part = issue_part(issue, entry);
    part->tables = true;
    part->narrative = part->narrative || !has_narrative(entry);
}

static void place_narrative(GPtrArray *issues, const FilingEntry *entry)
{
    guint index = 0;
    while (index < issues->len && ((Issue *)g_ptr_array_index(issues, index))->has_narrative)
        index++;
    Issue *issue = issue_at(issues, index);
    issue->has_narrative = true;
    issue_part(issue, entry)->narrative = true;
}

/* ---- what a filing is, from its parts ---- */

static gint compare_parts(gconstpointer a, gconstpointer b)
{
    const Part *x = *(Part *const *)a;
    const Part *y = *(Part *const *)b;
    if (x->tables != y->tables)
        return x->tables ? -1 : 1;
    int order = strcmp(x->entry->file, y->entry->file);
    if (order == 0)
        order = strcmp(x->entry->sha256, y->entry->sha256);
    return order != 0 ? order : (x->entry->id > y->entry->id) - (x->entry->id < y->entry->id);
}

static void add_part(HeldFiling *held, const Part *part, int *most)
{
    const FilingEntry *entry = part->entry;
    int tables = part->tables ? entry->tables : -1;
    if (tables > *most) {
        *most = tables;
        held->form = entry->form;
    }
    if (strcmp(entry->issued, held->issued) > 0)
        held->issued = entry->issued;
    held->tables += part->tables ? entry->tables : 0;
    held->cells += part->tables ? entry->cells : 0;
    held->claims += part->narrative ? entry->claims : 0;
    held->doubts += part->tables || !has_tables(entry) ? entry->doubts : 0;
}

static void held_filing_settle(HeldFiling *held, const Body *body)
{
    g_ptr_array_sort(held->parts, compare_parts);
    const FilingEntry *first = ((const Part *)g_ptr_array_index(held->parts, 0))->entry;
    held->body = body;
    held->id = first->id;
    held->fiscal_year = first->fiscal_year;
    held->kind = first->kind;
    held->scope = first->scope;
    held->form = FORM_NARRATIVE;
    held->issued = "";
    int most = -1;
    for (guint i = 0; i < held->parts->len; i++)
        add_part(held, g_ptr_array_index(held->parts, i), &most);
}

/* The files of one department, year, kind and scope. */
static void add_filings(Holdings *holdings, GPtrArray *entries, const Body *body)
{
    g_autoptr(GPtrArray) issues = g_ptr_array_new_with_free_func(issue_free);
    sort_by_issue(entries);
    for (guint i = entries->len; i > 0; i--) {
        const FilingEntry *entry = g_ptr_array_index(entries, i - 1);
        if (has_tables(entry))
            place_tables(issues, entry);
        if (has_narrative(entry))
            place_narrative(issues, entry);
    }
    for (guint i = 0; i < issues->len; i++) {
        HeldFiling *held = ((Issue *)g_ptr_array_index(issues, i))->held;
        held_filing_settle(held, body);
        held->version = (int)(issues->len - i);
        held->latest = i == 0;
        g_ptr_array_add(holdings->filings, held);
    }
}

static void add_tidy(Holdings *holdings, const FilingEntry *entry, const Body *body)
{
    HeldFiling *held = g_new0(HeldFiling, 1);
    held->parts = g_ptr_array_new_with_free_func(g_free);
    Part *part = g_new0(Part, 1);
    *part = (Part){entry, true, true};
    g_ptr_array_add(held->parts, part);
    held_filing_settle(held, body);
    held->version = 1;
    held->latest = true;
    g_ptr_array_add(holdings->filings, held);
}

/* ---- all of them ---- */

static const FilingEntry *first_entry(const HeldFiling *held)
{
    return ((const Part *)g_ptr_array_index(held->parts, 0))->entry;
}

/* Tidy figures before printed ones, which take their place in a series; older issues before newer ones. */
static gint compare_held(gconstpointer a, gconstpointer b)
{
    const HeldFiling *x = *(HeldFiling *const *)a;
    const HeldFiling *y = *(HeldFiling *const *)b;
    int order = strcmp(x->body->name, y->body->name);
    if (order == 0)
        order = x->fiscal_year - y->fiscal_year;
    if (order == 0)
        order = (int)x->kind - (int)y->kind;
    if (order == 0)
        order = (int)x->scope - (int)y->scope;
    if (order == 0)
        order = (strcmp(y->form, FORM_TIDY) == 0) - (strcmp(x->form, FORM_TIDY) == 0);
    if (order == 0)
        order = x->version - y->version;
    return order != 0 ? order : compare_entries(first_entry(x), first_entry(y));
}

/* What the files of one filing have in common. */
static char *filing_key(const FilingEntry *entry, const Body *body)
{
    return g_strdup_printf("%d %d %d %s", entry->fiscal_year, (int)entry->kind, (int)entry->scope, body->name);
}

static void index_by_body(Holdings *holdings)
{
    holdings->of = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < holdings->filings->len; i++) {
        HeldFiling *held = g_ptr_array_index(holdings->filings, i);
        GPtrArray *filings = g_hash_table_lookup(holdings->of, held->body);
        if (filings == NULL) {
            filings = g_ptr_array_new();
            g_hash_table_insert(holdings->of, (gpointer)held->body, filings);
        }
        g_ptr_array_add(filings, held);
    }
}

/* Sorts the entries into those of one filing and its issues (key -> GPtrArray of FilingEntry); tidy ones are done with. */
static GHashTable *group_entries(Holdings *holdings)
{
    GHashTable *groups = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < holdings->entries->len; i++) {
        FilingEntry *entry = g_ptr_array_index(holdings->entries, i);
        const Body *body = bodies_find(holdings->bodies, entry->department);
        if (is_tidy(entry)) {
            add_tidy(holdings, entry, body);
            continue;
        }
        g_autofree char *key = filing_key(entry, body);
        GPtrArray *group = g_hash_table_lookup(groups, key);
        if (group == NULL) {
            group = g_ptr_array_new();
            g_hash_table_insert(groups, g_steal_pointer(&key), group);
        }
        g_ptr_array_add(group, entry);
    }
    return groups;
}

Holdings *holdings_from_entries(GPtrArray *entries, GPtrArray *lineage, const GPtrArray *statements)
{
    Holdings *holdings = g_new0(Holdings, 1);
    holdings->entries = g_ptr_array_ref(entries);
    holdings->lineage = lineage != NULL ? g_ptr_array_ref(lineage) : g_ptr_array_new();
    holdings->bodies = bodies_from_entries(entries, lineage, statements);
    holdings->filings = g_ptr_array_new_with_free_func(held_filing_free);
    g_autoptr(GHashTable) groups = group_entries(holdings);
    GHashTableIter iter;
    gpointer group;
    g_hash_table_iter_init(&iter, groups);
    while (g_hash_table_iter_next(&iter, NULL, &group)) {
        const FilingEntry *first = g_ptr_array_index((GPtrArray *)group, 0);
        add_filings(holdings, group, bodies_find(holdings->bodies, first->department));
    }
    g_ptr_array_sort(holdings->filings, compare_held);
    index_by_body(holdings);
    return holdings;
}

static bool check_lineage(const GPtrArray *lineage, const GPtrArray *entries, const char *path, GError **error)
{
    g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; lineage->len > 0 && i < entries->len; i++)
        g_hash_table_add(names, ((FilingEntry *)g_ptr_array_index(entries, i))->department);
    return lineage_file_check_names(lineage, names, path, error);
}

Holdings *holdings_from_store(Store *store, GError **error)
{
    g_autoptr(GPtrArray) entries = store_filings(store, error);
    if (entries == NULL)
        return NULL;
    g_autofree char *path = lineage_file_path(store_path(store));
    g_autoptr(GPtrArray) lineage = lineage_file_read(path, error);
    if (lineage == NULL || !check_lineage(lineage, entries, path, error))
        return NULL;
    g_autoptr(GPtrArray) statements = store_name_statements(store, error);
    return statements != NULL ? holdings_from_entries(entries, lineage, statements) : NULL;
}

void holdings_free(Holdings *holdings)
{
    if (holdings == NULL)
        return;
    g_hash_table_unref(holdings->of);
    g_ptr_array_unref(holdings->filings);
    bodies_free(holdings->bodies);
    g_ptr_array_unref(holdings->lineage);
    g_ptr_array_unref(holdings->entries);
    g_free(holdings);
}

const GPtrArray *holdings_of_body(const Holdings *holdings, const Body *body)
{
    return g_hash_table_lookup(holdings->of, body);
}

const HeldFiling *holdings_find(const Holdings *holdings, gint64 id)
{
    const HeldFiling *found = NULL;
    for (guint i = 0; i < holdings->filings->len; i++) {
        const HeldFiling *held = g_ptr_array_index(holdings->filings, i);
        for (guint k = 0; k < held->parts->len; k++)
            if (((const Part *)g_ptr_array_index(held->parts, k))->entry->id == id && (found == NULL || held->latest))
                found = held;
    }
    return found;
}

char *held_filing_files(const HeldFiling *held, const char *separator)
{
    GString *files = g_string_new(NULL);
    for (guint i = 0; i < held->parts->len; i++)
        g_string_append_printf(files, "%s%s", i > 0 ? separator : "",
                               ((const Part *)g_ptr_array_index(held->parts, i))->entry->file);
    return g_string_free(files, FALSE);
}
