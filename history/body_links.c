/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/body_links.h"

#include <string.h>

#include "schema/language.h"

void name_link_free(NameLink *link)
{
    if (link == NULL)
        return;
    g_free(link->from);
    g_free(link->to);
    g_free(link->file);
    g_free(link->text);
    g_free(link);
}

NameLink *name_link_copy(const NameLink *link)
{
    NameLink *copy = g_new(NameLink, 1);
    *copy = *link;
    copy->from = g_strdup(link->from);
    copy->to = g_strdup(link->to);
    copy->file = g_strdup(link->file);
    copy->text = g_strdup(link->text);
    return copy;
}

static void said_link_free(gpointer data)
{
    SaidLink *said = data;
    name_link_free(said->link);
    g_free(said);
}

/* ---- names that are one ---- */

const char *names_root(GHashTable *roots, const char *name)
{
    const char *above = g_hash_table_lookup(roots, name);
    while (above != NULL) {
        const char *next = g_hash_table_lookup(roots, above);
        if (next != NULL)
            g_hash_table_insert(roots, (gpointer)name, (gpointer)next); /* the way is shorter the next time */
        name = above;
        above = next;
    }
    return name;
}

void names_unite(GHashTable *roots, const char *a, const char *b)
{
    const char *x = names_root(roots, a);
    const char *y = names_root(roots, b);
    if (strcmp(x, y) != 0)
        g_hash_table_insert(roots, (gpointer)x, (gpointer)y);
}

/* ---- the user's ---- */

static void add_rows(GPtrArray *all, const GPtrArray *lineage)
{
    static const ChangeKind kinds[] = {
        [LINEAGE_SAME] = CHANGE_RENAMED, [LINEAGE_MERGED] = CHANGE_MERGED, [LINEAGE_SPLIT] = CHANGE_SPLIT};
    for (guint i = 0; lineage != NULL && i < lineage->len; i++) {
        const LineageRow *row = g_ptr_array_index(lineage, i);
        if (!row->department || row->act == LINEAGE_APART)
            continue;
        NameLink link = {row->from, row->to, row->year, row->line, 0, (char *)"", 0, 0, row->note};
        SaidLink *said = g_new0(SaidLink, 1);
        said->link = name_link_copy(&link);
        said->kind = kinds[row->act];
        g_ptr_array_add(all, said);
    }
}

/* ---- what filings state ---- */

typedef struct {
    const NameStatement *statement;
    const FilingEntry *entry;
} Stated;

/* By year, so that the first to say a thing is named for it; then by what does not depend on the order of import. */
static gint compare_stated(gconstpointer a, gconstpointer b)
{
    const Stated *x = a;
    const Stated *y = b;
    int order = x->entry->fiscal_year - y->entry->fiscal_year;
    if (order == 0)
        order = (int)x->entry->kind - (int)y->entry->kind;
    if (order == 0)
        order = strcmp(x->entry->file, y->entry->file);
    if (order == 0)
        order = strcmp(x->entry->sha256, y->entry->sha256);
    if (order == 0)
        order = x->statement->page - y->statement->page;
    if (order == 0)
        order = x->statement->line - y->statement->line;
    return order != 0 ? order : strcmp(x->statement->text, y->statement->text);
}

static GArray *sorted_statements(const GPtrArray *entries, const GPtrArray *statements)
{
    GArray *all = g_array_new(FALSE, FALSE, sizeof(Stated));
    g_autoptr(GHashTable) by_id = g_hash_table_new(g_int64_hash, g_int64_equal);
    for (guint i = 0; i < entries->len; i++) {
        FilingEntry *entry = g_ptr_array_index(entries, i);
        g_hash_table_insert(by_id, &entry->id, entry);
    }
    for (guint i = 0; i < statements->len; i++) {
        const NameStatement *statement = g_ptr_array_index(statements, i);
        Stated stated = {statement, g_hash_table_lookup(by_id, &statement->filing)};
        if (stated.entry != NULL)
            g_array_append_val(all, stated);
    }
    g_array_sort(all, compare_stated);
    return all;
}

/* True the first time that a thing is asked for. Filings repeat what they say of their department every year. */
static bool is_new(GHashTable *seen, const char *what, const char *one, const char *other)
{
    return g_hash_table_add(seen, g_strjoin("\n", what, one, other, NULL));
}

static void add_stated(GPtrArray *all, const Stated *stated, GHashTable *known, GHashTable *seen)
{
    NameChange change;
    const char *own = stated->entry->department;
    if (!is_new(seen, "", own, stated->statement->text) || !name_change_from_text(stated->statement->text, own, known, &change))
        return;
    static const char *const kinds[] = {"renamed", "merged", "split", "former"};
    for (guint i = 0; i < change.from->len; i++) {
        char *from = g_ptr_array_index(change.from, i);
        if (!is_new(seen, kinds[change.kind], from, change.to))
            continue;
        NameLink link = {from, change.to, 0, 0, stated->entry->id, stated->entry->file, stated->statement->page,
                         stated->statement->line, stated->statement->text};
        SaidLink *said = g_new0(SaidLink, 1);
        said->link = name_link_copy(&link);
        said->kind = change.kind;
        g_ptr_array_add(all, said);
    }
    name_change_clear(&change);
}

static void add_statements(GPtrArray *all, const GPtrArray *entries, const GPtrArray *statements)
{
    if (statements == NULL || statements->len == 0)
        return;
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < entries->len; i++)
        g_hash_table_add(known, ((FilingEntry *)g_ptr_array_index(entries, i))->department);
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GArray) sorted = sorted_statements(entries, statements);
    for (guint i = 0; i < sorted->len; i++)
        add_stated(all, &g_array_index(sorted, Stated, i), known, seen);
}

GPtrArray *links_from_said(const GPtrArray *entries, const GPtrArray *lineage, const GPtrArray *statements)
{
    GPtrArray *all = g_ptr_array_new_with_free_func(said_link_free);
    add_rows(all, lineage);
    add_statements(all, entries, statements);
    return all;
}

/* ---- in words ---- */

static char *place_of(const NameLink *link)
{
    if (link->row > 0)
        return g_strdup_printf(say("沿革文件第 %d 行", "the lineage file, line %d"), link->row);
    return g_strdup_printf(say("%s 第 %d 页", "%s, page %d"), link->file, link->page);
}

static char *renamed_note(const SaidLink *said, const char *place, bool joined, bool printed)
{
    const NameLink *link = said->link;
    g_autofree char *year = link->year > 0 ? g_strdup_printf(say("从 %d 年起", " from %d on"), link->year) : g_strdup("");
    if (joined)
        return g_strdup_printf(say("“%s”%s更名为“%s”，按同一部门处理（%s）", "\"%s\" was%s renamed \"%s\": they are taken for one department (%s)"),
                               link->from, year, link->to, place);
    if (!printed)
        return g_strdup_printf(say("“%s”更名为“%s”，库里只有其中一个名称的文件（%s）", "\"%s\" was renamed \"%s\"; the store has filings of one of the names only (%s)"),
                               link->from, link->to, place);
    return g_strdup_printf(say("“%s”据称更名为“%s”，但同一年两边都有文件，或另有说法，没有合并；确是一个部门的，请写进沿革文件（%s）",
                               "\"%s\" is said to have been renamed \"%s\", but both have filings of one year, or something else speaks against it: "
                               "they were not joined; if they are one, say so in the lineage file (%s)"),
                           link->from, link->to, place);
}

char *link_note(const SaidLink *said, bool joined, bool printed)
{
    const NameLink *link = said->link;
    g_autofree char *place = place_of(link);
    switch (said->kind) {
    case CHANGE_RENAMED:
        break;
    case CHANGE_MERGED:
        return g_strdup_printf(say("“%s”或其职责并入“%s”，各自的数字没有合并（%s）", "\"%s\" or its tasks went into \"%s\"; their figures were not joined (%s)"),
                               link->from, link->to, place);
    case CHANGE_SPLIT:
        return g_strdup_printf(say("“%2$s”从“%1$s”分出，各自的数字没有合并（%3$s）", "\"%2$s\" was split off \"%1$s\"; their figures were not joined (%3$s)"),
                               link->from, link->to, place);
    case CHANGE_FORMER:
        return g_strdup_printf(say("“%s”是“%s”的前身，各自的数字没有合并（%s）", "\"%s\" was the forerunner of \"%s\"; their figures were not joined (%s)"),
                               link->from, link->to, place);
    }
    return renamed_note(said, place, joined, printed);
}
