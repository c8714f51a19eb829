/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/geometry.h"

#include <stdlib.h>
#include <string.h>

#include "history/plain.h"
#include "history/token.h"

/* Figures this far apart are set by a layout, not by words. */
#define LAYOUT_GAP 3

/* A stretch of the line where figures of one column stand, in characters. */
typedef struct {
    int start, end;
    int column;
} Band;

static PrintedRow *row_at(const PrintedTable *table, guint index)
{
    return g_ptr_array_index(table->rows, index);
}

static Figure *figure_at(const PrintedRow *row, guint index)
{
    return &g_array_index(row->figures, Figure, index);
}

static bool belongs(const PrintedRow *row, const FormPart *part, int page)
{
    return row->side == part->side && row->page == page && row->from_one_line && row->figures->len > 0;
}

/* Blanks of the layout show as wide gaps between some figures; a text without one has every figure one space apart. */
static bool keeps_layout(const PrintedTable *table, const FormPart *part, int page)
{
    for (guint i = 0; i < table->rows->len; i++) {
        const PrintedRow *row = row_at(table, i);
        for (guint k = 1; belongs(row, part, page) && k < row->figures->len; k++)
            if (figure_at(row, k)->start - figure_at(row, k - 1)->end >= LAYOUT_GAP)
                return true;
    }
    return false;
}

static gint compare_bands(gconstpointer a, gconstpointer b)
{
    return ((const Band *)a)->start - ((const Band *)b)->start;
}

/* The figures of a page, those that overlap joined into one band. */
static GArray *bands_of_page(const PrintedTable *table, const FormPart *part, int page)
{
    g_autoptr(GArray) stretches = g_array_new(FALSE, FALSE, sizeof(Band));
    for (guint i = 0; i < table->rows->len; i++) {
        const PrintedRow *row = row_at(table, i);
        for (guint k = 0; belongs(row, part, page) && k < row->figures->len; k++) {
            Band band = {figure_at(row, k)->start, figure_at(row, k)->end, -1};
            g_array_append_val(stretches, band);
        }
    }
    g_array_sort(stretches, compare_bands);
    GArray *bands = g_array_new(FALSE, FALSE, sizeof(Band));
    for (guint i = 0; i < stretches->len; i++) {
        Band *stretch = &g_array_index(stretches, Band, i);
        Band *last = bands->len > 0 ? &g_array_index(bands, Band, bands->len - 1) : NULL;
        if (last != NULL && stretch->start < last->end)
            last->end = MAX(last->end, stretch->end);
        else
            g_array_append_val(bands, *stretch);
    }
    return bands;
}

/* 财政拨款（补助）/一般公共预算: the name above the figures is the last one. */
static char *leaf_name(const Column *column)
{
    const char *slash = strrchr(column->path, '/');
    return label_key(slash != NULL ? slash + 1 : column->path);
}

typedef struct {
    char *key;
    int middle; /* twice the position */
} HeadWord;

static void head_word_clear(gpointer data)
{
    g_free(((HeadWord *)data)->key);
}

/* The words of the page's heading: the lines above its first row, from the title or the top of the page on. */
static GArray *heading_words(const Document *document, const TableRange *range, int page, int first_row_line,
                             GArray *numbers)
{
    GArray *words = g_array_new(FALSE, FALSE, sizeof(HeadWord));
    g_array_set_clear_func(words, head_word_clear);
    for (guint i = range->title; i < range->end; i++) {
        const Line *line = document_line(document, i);
        if (line->page != page || line->line >= first_row_line)
            continue;
        g_autoptr(GArray) tokens = tokens_from_line(line->text);
        guint first = 0;
        int count = 0;
        bool numbered = tokens_number_columns(tokens, &first, &count);
        if (numbered)
            g_array_set_size(numbers, 0);
        for (guint k = 0; k < tokens->len; k++) {
            const Token *token = token_at(tokens, k);
            HeadWord word = {label_key(token->text), token->start + token->end};
            if (numbered && k >= first)
                g_array_append_val(numbers, word.middle);
            g_array_append_val(words, word);
        }
    }
    return words;
}

/*
 * Where each column's name stands, from the last column to the first: the rightmost word before the column to the right
 * that is the name, or the beginning of one that wraps. False when a name is not found.
 */
static bool middles_from_names(const FormPart *part, const GArray *words, GArray *middles)
{
    int limit = G_MAXINT;
    g_array_set_size(middles, part->columns->len);
    for (guint column = part->columns->len; column > 0; column--) {
        g_autofree char *leaf = leaf_name(g_ptr_array_index(part->columns, column - 1));
        gsize best_length = 0;
        int best = -1;
        for (guint i = 0; i < words->len; i++) {
            const HeadWord *word = &g_array_index(words, HeadWord, i);
            gsize length = strlen(word->key);
            if (word->middle >= limit || length < strlen("合计") || !g_str_has_prefix(leaf, word->key) ||
                (length < best_length) || (length == best_length && word->middle < best))
                continue;
            best_length = length;
            best = word->middle;
        }
        if (best < 0)
            return false;
        g_array_index(middles, int, column - 1) = best;
        limit = best;
    }
    return true;
}

/* Gives bands to columns, in order, at the least sum of distances. False when there are more bands than columns. */
static bool assign_bands(GArray *bands, const GArray *middles)
{
    guint rows = bands->len;
    guint columns = middles->len;
    if (rows == 0 || rows > columns)
        return false;
    /* cost[i][j]: the first i bands within the first j columns. */
    g_autofree gint64 *cost = g_new(gint64, (gsize)(rows + 1) * (columns + 1));
    for (guint i = 0; i <= rows; i++)
        for (guint j = 0; j <= columns; j++) {
            gint64 *here = &cost[i * (columns + 1) + j];
            *here = i == 0 ? 0 : G_MAXINT64;
            if (i == 0 || j == 0)
                continue;
            const Band *band = &g_array_index(bands, Band, i - 1);
            gint64 before = cost[(i - 1) * (columns + 1) + j - 1];
            gint64 distance = ABS(band->start + band->end - g_array_index(middles, int, j - 1));
            *here = cost[i * (columns + 1) + j - 1];
            if (before != G_MAXINT64)
                *here = MIN(*here, before + distance);
        }
    for (guint i = rows, j = columns; i > 0; j--) {
        if (cost[i * (columns + 1) + j] == cost[i * (columns + 1) + j - 1])
            continue;
        g_array_index(bands, Band, i - 1).column = (int)j - 1;
        i--;
    }
    return true;
}

/* A band that stands hardly nearer to its column than to the next one tells nothing: arithmetic must. */
static void drop_unclear_bands(GArray *bands, const GArray *middles)
{
    for (guint i = 0; i < bands->len; i++) {
        Band *band = &g_array_index(bands, Band, i);
        int middle = band->start + band->end;
        int own = abs(middle - g_array_index(middles, int, (guint)band->column));
        for (guint j = 0; j < middles->len; j++)
            if ((int)j != band->column && own * 3 > abs(middle - g_array_index(middles, int, j)) * 2) {
                band->column = -1;
                break;
            }
    }
}

static void place_row(PrintedRow *row, const GArray *bands)
{
    for (guint k = 0; k < row->figures->len; k++)
        for (guint i = 0; i < bands->len; i++) {
            const Band *band = &g_array_index(bands, Band, i);
            if (figure_at(row, k)->start >= band->start && figure_at(row, k)->end <= band->end)
                figure_at(row, k)->column = band->column;
        }
}

static int first_row_line(const PrintedTable *table, int page)
{
    int line = G_MAXINT;
    for (guint i = 0; i < table->rows->len; i++)
        if (row_at(table, i)->page == page)
            line = MIN(line, row_at(table, i)->at_line);
    return line;
}

void geometry_place_figures(const Document *document, const TableRange *range, const FormPart *part, PrintedTable *table)
{
    g_autoptr(GArray) middles = g_array_new(FALSE, TRUE, sizeof(int));
    bool known = false;
    int page = 0;
    for (guint i = 0; i < table->rows->len && part->columns->len > 1; i++) {
        if (row_at(table, i)->page == page)
            continue;
        page = row_at(table, i)->page;
        if (!keeps_layout(table, part, page))
            continue;
        g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(int));
        g_autoptr(GArray) found = g_array_new(FALSE, TRUE, sizeof(int));
        g_autoptr(GArray) words = heading_words(document, range, page, first_row_line(table, page), numbers);
        /* A page that continues without its heading keeps the columns of the page before. */
        bool told = numbers->len == part->columns->len || middles_from_names(part, words, found);
        if (told) {
            const GArray *source = numbers->len == part->columns->len ? numbers : found;
            g_array_set_size(middles, 0);
            g_array_append_vals(middles, source->data, source->len);
        }
        known |= told;
        g_autoptr(GArray) bands = bands_of_page(table, part, page);
        if (!known || !assign_bands(bands, middles))
            continue;
        drop_unclear_bands(bands, middles);
        for (guint k = 0; k < table->rows->len; k++)
            if (belongs(row_at(table, k), part, page))
                place_row(row_at(table, k), bands);
    }
}
