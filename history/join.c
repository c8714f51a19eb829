/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/join.h"

#include <string.h>

/* ---- pages ---- */

/* The last page that anything of the filing stands on: of one whose text was not kept, the only measure of its length. */
typedef struct {
    int by;   /* how many pages stand before it */
    int last; /* the highest page met, as counted in its file */
} Shift;

/* What has no page has none in the whole either. A damaged store must not make numbers run over. */
static void shift_page(int *page, Shift *shift)
{
    if (*page <= 0)
        return;
    shift->last = MAX(shift->last, *page);
    *page = *page > G_MAXINT - shift->by ? G_MAXINT : *page + shift->by;
}

#define SHIFT_EACH(array, type, shift)                                                 \
    for (guint i_ = 0; i_ < (array)->len; i_++)                                        \
    shift_page(&((type *)g_ptr_array_index((array), i_))->page, (shift))

/* Returns the last page that the filing speaks of, in its own count. */
static int shift_filing(Filing *filing, int by)
{
    Shift shift = {.by = by};
    for (guint t = 0; t < filing->tables->len; t++) {
        Table *table = g_ptr_array_index(filing->tables, t);
        shift_page(&table->page, &shift);
        SHIFT_EACH(table->rows, Row, &shift);
    }
    SHIFT_EACH(filing->claims, Claim, &shift);
    SHIFT_EACH(filing->staff, Staff, &shift);
    SHIFT_EACH(filing->items, Item, &shift);
    SHIFT_EACH(filing->targets, Target, &shift);
    SHIFT_EACH(filing->names, PrintedName, &shift);
    SHIFT_EACH(filing->doubts, Doubt, &shift);
    SHIFT_EACH(filing->evidence, IdentityEvidence, &shift);
    return shift.last;
}

/* ---- what of a file counts ---- */

static void empty(GPtrArray *array)
{
    g_ptr_array_set_size(array, 0);
}

static void keep_part(Filing *filing, const Part *part)
{
    if (!part->tables && strcmp(filing->form, FORM_NARRATIVE) != 0) {
        empty(filing->tables);
        empty(filing->doubts);
        empty(filing->names);
        empty(filing->evidence);
    }
    if (!part->narrative) {
        empty(filing->sums);
        empty(filing->claims);
        empty(filing->staff);
        empty(filing->items);
        empty(filing->targets);
    }
}

/* ---- what two files say alike ---- */

static gboolean same_claim(gconstpointer a, gconstpointer b)
{
    return strcmp(((const Claim *)a)->text, ((const Claim *)b)->text) == 0;
}

static gboolean same_staff(gconstpointer a, gconstpointer b)
{
    const Staff *x = a;
    const Staff *y = b;
    return x->count == y->count && x->change == y->change && strcmp(x->kind, y->kind) == 0;
}

static gboolean same_item(gconstpointer a, gconstpointer b)
{
    const Item *x = a;
    const Item *y = b;
    return x->amount.fen == y->amount.fen && strcmp(x->kind, y->kind) == 0 && strcmp(x->label, y->label) == 0;
}

static gboolean same_target(gconstpointer a, gconstpointer b)
{
    const Target *x = a;
    const Target *y = b;
    return strcmp(x->kind, y->kind) == 0 && strcmp(x->name, y->name) == 0 && strcmp(x->value, y->value) == 0;
}

static void drop_repeated(GPtrArray *remarks, const GPtrArray *narrative, GEqualFunc same)
{
    for (guint i = remarks->len; i > 0; i--)
        if (g_ptr_array_find_with_equal_func((GPtrArray *)narrative, g_ptr_array_index(remarks, i - 1), same, NULL))
            g_ptr_array_remove_index(remarks, i - 1);
}

/*
 * Files published together often begin with the same pages: what stands in the narrative is not counted again from the
 * file of the tables. The few sentences there name no parts of each other once one of them is gone.
 */
static void drop_said_in_narrative(Filing *remarks, const Filing *narrative)
{
    guint claims = remarks->claims->len;
    drop_repeated(remarks->claims, narrative->claims, same_claim);
    if (remarks->claims->len < claims)
        empty(remarks->sums);
    drop_repeated(remarks->staff, narrative->staff, same_staff);
    drop_repeated(remarks->items, narrative->items, same_item);
    drop_repeated(remarks->targets, narrative->targets, same_target);
}

/* An issue has one narrative at most: the others have remarks. */
static void say_once(const GPtrArray *files)
{
    const Filing *narrative = NULL;
    for (guint i = 0; i < files->len; i++) {
        const Filing *filing = g_ptr_array_index(files, i);
        if (filing->claims->len >= NARRATIVE_CLAIMS_LEAST || strcmp(filing->form, FORM_NARRATIVE) == 0)
            narrative = filing;
    }
    for (guint i = 0; i < files->len && narrative != NULL; i++)
        if (g_ptr_array_index(files, i) != narrative)
            drop_said_in_narrative(g_ptr_array_index(files, i), narrative);
}

/* ---- tables ---- */

typedef struct {
    guint index; /* in the joined filing's tables */
    guint file;
} TablePlace;

static char *table_key(const Table *table)
{
    return table->form_table[0] != '\0' ? g_strdup(table->form_table) : g_strconcat("=", table->title, NULL);
}

/* What was read says more than what could not be, and that more than what is missing. */
static int table_rank(const Table *table)
{
    return table->state == TABLE_MISSING ? 2 : table->state == TABLE_UNREAD ? 1 : 0;
}

/* Takes the table over. A table stands once: the file that has it counts, not those that miss it. */
static void add_table(Filing *joined, GHashTable *places, Table *table, guint file)
{
    g_autofree char *key = table_key(table);
    TablePlace *place = g_hash_table_lookup(places, key);
    if (place == NULL || place->file == file) {
        place = g_new0(TablePlace, 1);
        *place = (TablePlace){joined->tables->len, file};
        g_hash_table_insert(places, g_steal_pointer(&key), place);
        g_ptr_array_add(joined->tables, table);
        return;
    }
    Table **there = (Table **)&g_ptr_array_index(joined->tables, place->index);
    if (table_rank(table) < table_rank(*there)) {
        Table *worse = *there;
        *there = table;
        table = worse;
        place->file = file;
    }
    table_free(table);
}

static void add_tables(Filing *joined, GHashTable *places, Filing *part, guint file)
{
    g_autoptr(GPtrArray) tables = g_steal_pointer(&part->tables);
    part->tables = g_ptr_array_new_with_free_func((GDestroyNotify)table_free);
    g_ptr_array_set_free_func(tables, NULL);
    bool same_form = strcmp(part->form, joined->form) == 0;
    for (guint i = 0; i < tables->len; i++) {
        Table *table = g_ptr_array_index(tables, i);
        /* Another form's tables are not missed here. */
        if (table->state == TABLE_MISSING && !same_form)
            table_free(table);
        else
            add_table(joined, places, table, file);
    }
}

/* The files of the filing's form first: they name its tables in the form's order, those they miss among them. */
static void join_tables(Filing *joined, GPtrArray *files)
{
    g_autoptr(GHashTable) places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (int others = 0; others <= 1; others++)
        for (guint i = 0; i < files->len; i++) {
            Filing *part = g_ptr_array_index(files, i);
            if ((strcmp(part->form, joined->form) != 0) == (others != 0))
                add_tables(joined, places, part, i);
        }
}

/* ---- the rest ---- */

static void move_all(GPtrArray *to, GPtrArray **from)
{
    g_ptr_array_extend_and_steal(to, *from);
    *from = g_ptr_array_new();
}

static bool names_hold(const GPtrArray *names, const char *name)
{
    for (guint i = 0; i < names->len; i++)
        if (strcmp(((const PrintedName *)g_ptr_array_index(names, i))->name, name) == 0)
            return true;
    return false;
}

/* A name is listed once, where it stands first. */
static void move_names(Filing *joined, Filing *part)
{
    for (guint i = part->names->len; i > 0; i--) {
        PrintedName *name = g_ptr_array_index(part->names, i - 1);
        if (names_hold(joined->names, name->name))
            g_ptr_array_remove_index(part->names, i - 1);
    }
    move_all(joined->names, &part->names);
}

static void move_narrative(Filing *joined, Filing *part)
{
    int before = (int)joined->claims->len;
    for (guint i = 0; i < part->sums->len; i++) {
        Sum *sum = g_ptr_array_index(part->sums, i);
        sum->whole += before;
        for (guint k = 0; k < sum->parts->len; k++)
            g_array_index(sum->parts, int, k) += before;
    }
    move_all(joined->claims, &part->claims);
    move_all(joined->sums, &part->sums);
    move_all(joined->staff, &part->staff);
    move_all(joined->items, &part->items);
    move_all(joined->targets, &part->targets);
}

/* Moves the file's record and pages to the end of the filing's; `first` is the page they begin with. */
static int move_source(Filing *joined, Filing *part, int last_page, int first)
{
    Source *source = g_ptr_array_steal_index(part->sources, 0);
    source->first_page = first;
    source->page_count = MAX(MAX(source->page_count, last_page), (int)part->pages->len);
    g_ptr_array_add(joined->sources, source);
    return source->page_count > G_MAXINT - first ? G_MAXINT : first + source->page_count;
}

static const FilingEntry *first_entry(const HeldFiling *held)
{
    return ((const Part *)g_ptr_array_index(held->parts, 0))->entry;
}

static void copy_header(Filing *joined, const HeldFiling *held, const Filing *first)
{
    joined->id = first->id;
    joined->fiscal_year = held->fiscal_year;
    joined->kind = held->kind;
    joined->scope = held->scope;
    joined->bytes = first->bytes;
    text_set(&joined->file, first->file);
    text_set(&joined->sha256, first->sha256);
    text_set(&joined->encoding, first->encoding);
    text_set(&joined->department, held->body->name);
    text_set(&joined->printed_department, first_entry(held)->department);
    text_set(&joined->form, held->form);
    text_set(&joined->issued, held->issued);
}

Filing *filing_from_parts(const HeldFiling *held, GPtrArray *files)
{
    g_assert(files->len == held->parts->len && files->len > 0);
    for (guint i = 0; i < files->len; i++)
        keep_part(g_ptr_array_index(files, i), g_ptr_array_index(held->parts, i));
    Filing *first = g_ptr_array_index(files, 0);
    if (files->len == 1) {
        text_set(&first->department, held->body->name);
        text_set(&first->printed_department, first_entry(held)->department);
        first = g_ptr_array_steal_index(files, 0);
        g_ptr_array_unref(files);
        return first;
    }
    say_once(files);
    Filing *joined = filing_new();
    copy_header(joined, held, first);
    int next_page = 1;
    for (guint i = 0; i < files->len; i++) {
        Filing *part = g_ptr_array_index(files, i);
        int last_page = shift_filing(part, next_page - 1);
        next_page = move_source(joined, part, last_page, next_page);
        move_names(joined, part);
        move_narrative(joined, part);
        move_all(joined->doubts, &part->doubts);
        move_all(joined->evidence, &part->evidence);
    }
    join_tables(joined, files);
    g_ptr_array_unref(files);
    return joined;
}

Filing *filing_from_holdings(Store *store, const HeldFiling *held, GError **error)
{
    g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func((GDestroyNotify)filing_free);
    for (guint i = 0; i < held->parts->len; i++) {
        const Part *part = g_ptr_array_index(held->parts, i);
        Filing *filing = store_filing(store, part->entry->id, false, error);
        if (filing == NULL)
            return NULL;
        g_ptr_array_add(files, filing);
    }
    return filing_from_parts(held, g_steal_pointer(&files));
}

bool filing_load_pages(Filing *filing, Store *store, GError **error)
{
    empty(filing->pages);
    for (guint i = 0; i < filing->sources->len; i++) {
        const Source *source = g_ptr_array_index(filing->sources, i);
        /* A file whose text was not kept leaves room for its pages. */
        while ((int)filing->pages->len < source->first_page - 1)
            g_ptr_array_add(filing->pages, g_strdup(""));
        if (!store_load_pages(store, source->id, filing->pages, error))
            return false;
    }
    return true;
}
