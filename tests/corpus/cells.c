/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Cells against their truth: tables are paired by title, the columns of a pair one to one by the cells they share and by
 * their names, rows by code or label. What stands in a column of one side and not in that of the other is a difference.
 */
#include <string.h>

#include "tests/corpus/corpus.h"
#include "tests/corpus/truth.h"

/* A cell as it is compared. */
typedef struct {
    char *table, *row, *column;
    gint64 fen;
} Fact;

/* Facts with the same table, or the same column of one. */
typedef struct {
    char *name;
    GArray *facts; /* Fact */
    bool used;
} Group;

/* Two groups that may be the same thing. */
typedef struct {
    Group *truth, *read;
    double likeness, weight;
} Pair;

static void fact_clear(gpointer data)
{
    Fact *fact = data;
    g_free(fact->table);
    g_free(fact->row);
    g_free(fact->column);
}

static GArray *facts_new(void)
{
    GArray *facts = g_array_new(FALSE, FALSE, sizeof(Fact));
    g_array_set_clear_func(facts, fact_clear);
    return facts;
}

static GArray *facts_of_truth(const Truth *truth)
{
    GArray *facts = facts_new();
    for (guint i = 0; i < truth->rows->len; i++) {
        Amount amount;
        g_autofree char *figure = plain_text(truth_field(truth, i, "amount"));
        if (!amount_from_text(figure, FEN_PER_WAN_YUAN, &amount, NULL))
            continue;
        Fact fact = {plain_title(truth_field(truth, i, "table")), plain_label(truth_field(truth, i, "row")),
                     plain_text(truth_field(truth, i, "column")), amount.fen};
        g_array_append_val(facts, fact);
    }
    return facts;
}

static GArray *facts_of_filings(const GPtrArray *filings)
{
    GArray *facts = facts_new();
    for (guint f = 0; filings != NULL && f < filings->len; f++) {
        const Filing *filing = g_ptr_array_index(filings, f);
        for (guint t = 0; t < filing->tables->len; t++) {
            const Table *table = g_ptr_array_index(filing->tables, t);
            for (guint i = 0; i < table->cells->len; i++) {
                const Cell *cell = &g_array_index(table->cells, Cell, i);
                Fact fact = {plain_title(table->title), plain_label(row_name(table_row(table, cell->row))),
                             plain_text(table_column(table, cell->column)->path), cell->amount.fen};
                g_array_append_val(facts, fact);
            }
        }
    }
    return facts;
}

static void group_free(gpointer data)
{
    Group *group = data;
    g_free(group->name);
    g_array_unref(group->facts);
    g_free(group);
}

/* The facts by table, or by column, in the order of their first ones. The facts stay where they are. */
static GPtrArray *groups_of(const GArray *facts, bool by_column)
{
    GPtrArray *groups = g_ptr_array_new_with_free_func(group_free);
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < facts->len; i++) {
        const Fact *fact = &g_array_index(facts, Fact, i);
        const char *name = by_column ? fact->column : fact->table;
        Group *group = g_hash_table_lookup(known, name);
        if (group == NULL) {
            group = g_new0(Group, 1);
            group->name = g_strdup(name);
            group->facts = g_array_new(FALSE, FALSE, sizeof(Fact));
            g_ptr_array_add(groups, group);
            g_hash_table_insert(known, group->name, group);
        }
        g_array_append_val(group->facts, *fact);
    }
    return groups;
}

/* The facts of `a` that `b` has not, one for one. */
static GArray *facts_without(const GArray *a, const GArray *b)
{
    g_autofree bool *taken = g_new0(bool, b->len + 1);
    GArray *left = g_array_new(FALSE, FALSE, sizeof(Fact));
    for (guint i = 0; i < a->len; i++) {
        const Fact *fact = &g_array_index(a, Fact, i);
        guint k = 0;
        while (k < b->len && (taken[k] || fact->fen != g_array_index(b, Fact, k).fen ||
                              !g_str_equal(fact->row, g_array_index(b, Fact, k).row)))
            k++;
        if (k < b->len)
            taken[k] = true;
        else
            g_array_append_val(left, *fact);
    }
    return left;
}

static guint shared(const Group *a, const Group *b)
{
    g_autoptr(GArray) left = facts_without(a->facts, b->facts);
    return a->facts->len - left->len;
}

static int compare_pairs(const void *a, const void *b)
{
    const Pair *x = a;
    const Pair *y = b;
    return (x->weight < y->weight) - (x->weight > y->weight);
}

/* All pairs that may be, the likeliest first. Tables go by their names, columns by the facts they share. */
static GArray *pairs_of(const GPtrArray *truths, const GPtrArray *reads, bool by_name)
{
    GArray *pairs = g_array_new(FALSE, FALSE, sizeof(Pair));
    for (guint i = 0; i < truths->len; i++)
        for (guint k = 0; k < reads->len; k++) {
            Pair pair = {g_ptr_array_index(truths, i), g_ptr_array_index(reads, k), 0, 0};
            pair.likeness = text_likeness(pair.truth->name, pair.read->name);
            guint common = by_name && pair.likeness < 0.5 ? 0 : shared(pair.truth, pair.read);
            pair.weight = by_name ? 1e6 * pair.likeness + common : common * (0.2 + pair.likeness);
            if (by_name ? pair.likeness >= 0.5 : common > 0)
                g_array_append_val(pairs, pair);
        }
    g_array_sort(pairs, compare_pairs);
    return pairs;
}

/* Takes the likeliest pairs of what is still free. */
static GArray *pairs_chosen(const GPtrArray *truths, const GPtrArray *reads, bool by_name)
{
    g_autoptr(GArray) pairs = pairs_of(truths, reads, by_name);
    GArray *chosen = g_array_new(FALSE, FALSE, sizeof(Pair));
    for (guint i = 0; i < pairs->len; i++) {
        Pair *pair = &g_array_index(pairs, Pair, i);
        if (pair->truth->used || pair->read->used)
            continue;
        pair->truth->used = pair->read->used = true;
        g_array_append_val(chosen, *pair);
    }
    return chosen;
}

static void tell(CellScore *score, const char *what, const GArray *facts)
{
    for (guint i = 0; i < facts->len; i++) {
        const Fact *fact = &g_array_index(facts, Fact, i);
        g_autofree char *figure = amount_to_display((Amount){fact->fen, FEN_PER_WAN_YUAN / 100});
        g_ptr_array_add(score->differences,
                        g_strdup_printf("%s %s | %s | %s | %s", what, fact->table, fact->row, fact->column, figure));
    }
}

/* What of one side belongs to no column of the other. */
static void tell_unused(CellScore *score, const char *what, const GPtrArray *groups)
{
    for (guint i = 0; i < groups->len; i++) {
        const Group *group = g_ptr_array_index(groups, i);
        if (!group->used)
            tell(score, what, group->facts);
    }
}

static void compare_column(const Pair *pair, const char *table, CellScore *score)
{
    g_autoptr(GArray) missing = facts_without(pair->truth->facts, pair->read->facts);
    g_autoptr(GArray) extra = facts_without(pair->read->facts, pair->truth->facts);
    score->hit += pair->truth->facts->len - missing->len;
    tell(score, "missing", missing);
    tell(score, "extra", extra);
    const char *leaf = strrchr(pair->truth->name, '/');
    if (pair->likeness < 0.3 && strstr(pair->read->name, leaf != NULL ? leaf + 1 : pair->truth->name) == NULL)
        g_ptr_array_add(score->notes, g_strdup_printf("%s: column “%s” found as “%s”", table, pair->truth->name, pair->read->name));
}

static void compare_table(const Pair *pair, CellScore *score)
{
    g_autoptr(GPtrArray) truths = groups_of(pair->truth->facts, true);
    g_autoptr(GPtrArray) reads = groups_of(pair->read->facts, true);
    g_autoptr(GArray) columns = pairs_chosen(truths, reads, false);
    score->got += pair->read->facts->len;
    for (guint i = 0; i < columns->len; i++)
        compare_column(&g_array_index(columns, Pair, i), pair->truth->name, score);
    tell_unused(score, "missing", truths);
    tell_unused(score, "extra", reads);
}

static void compare_facts(const GArray *truth, const GArray *read, CellScore *score)
{
    g_autoptr(GPtrArray) truths = groups_of(truth, false);
    g_autoptr(GPtrArray) reads = groups_of(read, false);
    g_autoptr(GArray) tables = pairs_chosen(truths, reads, true);
    score->want = truth->len;
    for (guint i = 0; i < tables->len; i++)
        compare_table(&g_array_index(tables, Pair, i), score);
    for (guint i = 0; i < truths->len; i++) {
        const Group *table = g_ptr_array_index(truths, i);
        if (!table->used)
            g_ptr_array_add(score->differences, g_strdup_printf("table not found: %s (%u cells)", table->name, table->facts->len));
    }
    for (guint i = 0; i < reads->len; i++) {
        const Group *table = g_ptr_array_index(reads, i);
        if (!table->used)
            g_ptr_array_add(score->notes, g_strdup_printf("table beyond the truth: %s (%u cells)", table->name, table->facts->len));
    }
}

bool cells_compare(const GPtrArray *filings, const char *path, CellScore *score, GError **error)
{
    g_autoptr(Truth) truth = truth_read(path, error);
    if (truth == NULL)
        return false;
    g_autoptr(GArray) wanted = facts_of_truth(truth);
    g_autoptr(GArray) read = facts_of_filings(filings);
    score->known = true;
    compare_facts(wanted, read, score);
    return true;
}
