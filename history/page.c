/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/page.h"

#include <stdlib.h>
#include <string.h>

#include "history/plain.h"

static void line_free(gpointer data)
{
    Line *line = data;
    g_free(line->text);
    g_free(line);
}

void document_free(Document *document)
{
    if (document == NULL)
        return;
    g_ptr_array_unref(document->pages);
    g_ptr_array_unref(document->lines);
    g_array_unref(document->grids);
    paper_free(document->paper);
    g_free(document);
}

static bool is_blank(const char *line)
{
    return line[strspn(line, " \t\r\n")] == '\0';
}

static bool marks_page(const char *line)
{
    return line[0] == ' ' && line[1] != ' ' && !is_blank(line);
}

/*
 * True when the text marks its pages by a single leading space: lines are set apart by blank ones and begin at the
 * margin, but for a few that begin with one space.
 */
static bool marks_pages_by_space(char **lines)
{
    guint printed = 0;
    guint indented = 0;
    guint marks = 0;
    guint blanks = 0;
    for (guint i = 0; lines[i] != NULL; i++) {
        blanks += is_blank(lines[i]);
        printed += !is_blank(lines[i]);
        indented += lines[i][0] == ' ' && !is_blank(lines[i]);
        marks += marks_page(lines[i]);
    }
    return blanks > printed / 3 && marks > 0 && indented <= marks + marks / 4 + 1 && marks < printed / 5;
}

/* The text cut into pages, each without its separator. */
static GPtrArray *pages_from_text(const char *text)
{
    GPtrArray *pages = g_ptr_array_new_with_free_func(g_free);
    if (strchr(text, '\f') != NULL) {
        g_auto(GStrv) pieces = g_strsplit(text, "\f", -1);
        for (guint i = 0; pieces[i] != NULL; i++)
            if (pieces[i + 1] != NULL || !is_blank(pieces[i]))
                g_ptr_array_add(pages, g_strdup(pieces[i]));
        return pages;
    }
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    if (!marks_pages_by_space(lines)) {
        g_ptr_array_add(pages, g_strdup(text));
        return pages;
    }
    GString *page = g_string_new(NULL);
    for (guint i = 0; lines[i] != NULL; i++) {
        bool starts = marks_page(lines[i]);
        if (starts && page->len > 0) {
            g_ptr_array_add(pages, g_string_free(page, FALSE));
            page = g_string_new(NULL);
        }
        g_string_append(page, lines[i]);
        g_string_append_c(page, '\n');
    }
    g_ptr_array_add(pages, g_string_free(page, FALSE));
    return pages;
}

static Line *line_new(const char *text, int page, int number)
{
    Line *line = g_new0(Line, 1);
    line->page = page;
    line->line = number;
    line->text = plain_from_text(text);
    line->grid = -1;
    g_strchomp(line->text);
    return line;
}

static void add_lines(Document *document, const char *page, int number)
{
    g_auto(GStrv) lines = g_strsplit(page, "\n", -1);
    bool first = true;
    for (guint i = 0; lines[i] != NULL; i++) {
        Line *line = line_new(lines[i], number, (int)i + 1);
        if (is_blank(line->text)) {
            line_free(line);
            continue;
        }
        line->first_of_page = first;
        first = false;
        g_ptr_array_add(document->lines, line);
    }
}

/* The digits at *at as a number up to 9999, -1 when there are none or more; *at moves behind them. */
static int short_number(const char **at)
{
    gsize digits = strspn(*at, "0123456789");
    int number = digits > 0 && digits <= 4 ? (int)g_ascii_strtoll(*at, NULL, 10) : -1;
    *at += digits;
    return number;
}

/* Skips a word that stands at *at. */
static bool skip_word(const char **at, const char *word)
{
    bool there = g_str_has_prefix(*at, word);
    *at += there ? strlen(word) : 0;
    return there;
}

/* "页", "页共24页" or "页/24" as the rest of 第21页…; "/24" or "/共24页" as the rest of 21/24. */
static bool rest_is_page_count(const char *rest, int number)
{
    bool paged = skip_word(&rest, "页");
    if (paged && *rest == '\0')
        return true;
    bool slash = skip_word(&rest, "/");
    if (paged && !slash)
        skip_word(&rest, "，");
    bool of = skip_word(&rest, "共");
    if (!slash && !of)
        return false;
    int count = short_number(&rest);
    skip_word(&rest, "页");
    return count >= number && *rest == '\0';
}

/* "21", "- 21 -", "第21页", "第21页 共24页", "21/24": the number, or -1. *certain when it can be nothing else. */
static int page_number_of(const char *text, bool *certain)
{
    g_autofree char *key = squeeze(text);
    const char *at = key;
    bool dash = skip_word(&at, "-");
    bool ordinal = !dash && skip_word(&at, "第");
    int number = short_number(&at);
    *certain = false;
    if (number < 0)
        return -1;
    if (dash)
        *certain = g_str_equal(at, "-");
    else
        *certain = rest_is_page_count(at, number) && (ordinal || *at == '/');
    if (*certain)
        return number;
    return *at == '\0' && !dash && !ordinal ? number : -1;
}

static gint compare_int(gconstpointer a, gconstpointer b)
{
    return *(const int *)a - *(const int *)b;
}

/* The offset between printed and counted pages that most page edges agree on; false when no two do. */
static bool common_offset(const Document *document, int *offset)
{
    g_autoptr(GArray) offsets = g_array_new(FALSE, FALSE, sizeof(int));
    for (guint i = 0; i < document->lines->len; i++) {
        const Line *line = document_line(document, i);
        bool last = i + 1 == document->lines->len || document_line(document, i + 1)->page != line->page;
        bool certain = false;
        int number = line->first_of_page || last ? page_number_of(line->text, &certain) : -1;
        if (number >= 0) {
            int difference = number - line->page;
            g_array_append_val(offsets, difference);
        }
    }
    g_array_sort(offsets, compare_int);
    guint best = 1;
    for (guint i = 0, run = 1; i < offsets->len; i++, run++) {
        if (i > 0 && g_array_index(offsets, int, i) != g_array_index(offsets, int, i - 1))
            run = 1;
        if (run > best) {
            best = run;
            *offset = g_array_index(offsets, int, i);
        }
    }
    return best > 1;
}

/*
 * A bare number is a page number at the edge of a page when it counts like the others do; elsewhere only when it
 * is set apart by blank lines, stands amid running text and is near the page's own number.
 */
static bool is_page_number(const Document *document, guint index, bool has_offset, int offset)
{
    const Line *line = document_line(document, index);
    bool certain = false;
    int number = page_number_of(line->text, &certain);
    if (number < 0 || certain)
        return certain;
    const Line *before = index > 0 ? document_line(document, index - 1) : NULL;
    const Line *after = index + 1 < document->lines->len ? document_line(document, index + 1) : NULL;
    bool edge = line->first_of_page || after == NULL || after->page != line->page;
    if (edge && has_offset && number - line->page == offset)
        return true;
    /* A sentence goes on after it with words, or with the rest of a rate (降幅 / 16 / 6.00%。). */
    bool goes_on = after != NULL && (has_chinese(after->text) || strchr(after->text, '%') != NULL);
    if (before == NULL || !goes_on || !has_chinese(before->text) ||
        strstr(before->text + strspn(before->text, " "), "  ") != NULL)
        return false;
    /* A number that breaks a sentence where the page ends, or set apart by blank lines within it. Covers and tables
     * of contents that were not copied make the printed number run ahead of the counted one. */
    bool breaks_page = edge && before->page == line->page && abs(number - line->page) <= 3;
    bool set_apart = before->page == line->page && line->line - before->line >= 3 &&
                     !g_str_has_suffix(before->text, "。") && abs(number - line->page) <= 10;
    /* No line is wrapped so that a comma ends it and a number stands alone below. */
    bool breaks_clause = g_str_has_suffix(before->text, "，") && number < 1000;
    return breaks_page || set_apart || breaks_clause;
}

/* A header has words, and no amount: a table that goes on at the top of a page begins with figures, or ends in one. */
static bool may_be_header(const char *text)
{
    bool words = false;
    for (const char *at = text; *at != '\0'; at++) {
        words |= g_ascii_isalpha(*at) || (guchar)*at >= 0x80;
        if (*at == '.' && at > text && g_ascii_isdigit(at[-1]) && g_ascii_isdigit(at[1]))
            return false;
    }
    return words;
}

/* The first line of pages that repeats on most of them (digits apart) is a running header. */
static void mark_running_headers(Document *document)
{
    g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int pass = 0; pass < 2; pass++)
        for (guint i = 0; i < document->lines->len; i++) {
            Line *line = g_ptr_array_index(document->lines, i);
            if (!line->first_of_page || line->grid >= 0 || !may_be_header(line->text))
                continue;
            char *key = squeeze(line->text);
            for (char *at = key; *at != '\0'; at++)
                *at = g_ascii_isdigit(*at) ? '#' : *at;
            guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, key));
            if (pass == 1) {
                line->furniture |= count >= 3 && count * 2 > document->pages->len && strlen(key) < 120 &&
                                   strstr(key, "：") == NULL;
                g_free(key);
            } else {
                g_hash_table_insert(counts, key, GUINT_TO_POINTER(count + 1));
            }
        }
}

static void grid_clear(gpointer data)
{
    g_free(((DocumentGrid *)data)->line_of_row);
}

static Document *document_new(void)
{
    Document *document = g_new0(Document, 1);
    document->lines = g_ptr_array_new_with_free_func(line_free);
    document->grids = g_array_new(FALSE, TRUE, sizeof(DocumentGrid));
    g_array_set_clear_func(document->grids, grid_clear);
    return document;
}

/* What belongs to no sentence: page numbers and running headers. */
static void mark_furniture(Document *document)
{
    int offset = 0;
    bool has_offset = common_offset(document, &offset);
    for (guint i = 0; i < document->lines->len; i++) {
        Line *line = g_ptr_array_index(document->lines, i);
        line->furniture = line->grid < 0 && is_page_number(document, i, has_offset, offset);
    }
    mark_running_headers(document);
}

Document *document_from_text(const char *text)
{
    Document *document = document_new();
    document->pages = pages_from_text(text);
    for (guint i = 0; i < document->pages->len; i++)
        add_lines(document, g_ptr_array_index(document->pages, i), (int)i + 1);
    mark_furniture(document);
    return document;
}

/* A page being put together: its text so far and how many lines it has. */
typedef struct {
    Document *document;
    GString *text;
    int page, lines;
} PageWriter;

static void write_line(PageWriter *writer, const char *text, int grid)
{
    g_string_append(writer->text, text);
    g_string_append_c(writer->text, '\n');
    writer->lines++;
    Line *line = line_new(text, writer->page, writer->lines);
    line->grid = grid;
    line->first_of_page = writer->lines == 1;
    g_ptr_array_add(writer->document->lines, line);
}

static gint compare_cells(gconstpointer a, gconstpointer b)
{
    const GridCell *x = *(GridCell *const *)a;
    const GridCell *y = *(GridCell *const *)b;
    return x->row != y->row ? x->row - y->row : x->column - y->column;
}

/* Each row of the grid that something begins in as a line: its cells, two spaces apart. */
static void write_grid(PageWriter *writer, Grid *grid)
{
    int index = (int)writer->document->grids->len;
    DocumentGrid place = {.grid = grid, .page = writer->page, .first = writer->document->lines->len};
    place.line_of_row = g_new0(int, grid->row_count + 1);
    g_autoptr(GString) text = g_string_new(NULL);
    g_ptr_array_sort(grid->cells, compare_cells);
    for (guint i = 0; i < grid->cells->len; i++) {
        const GridCell *cell = grid_cell(grid, i);
        g_autofree char *words = g_strdelimit(g_strdup(cell->text), "\r\n\f\t", ' ');
        if (!is_blank(words))
            g_string_append_printf(text, "%s%s", text->len > 0 ? "  " : "", words);
        if ((i + 1 < grid->cells->len && grid_cell(grid, i + 1)->row == cell->row) || text->len == 0)
            continue;
        write_line(writer, text->str, index);
        place.line_of_row[cell->row] = writer->lines;
        g_string_truncate(text, 0);
    }
    place.end = writer->document->lines->len;
    g_array_append_val(writer->document->grids, place);
}

Document *document_from_paper(Paper *paper)
{
    Document *document = document_new();
    document->paper = paper;
    document->pages = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < paper->pages->len; i++) {
        PageWriter writer = {document, g_string_new(NULL), (int)i + 1, 0};
        const GArray *blocks = paper_page(paper, i)->blocks;
        for (guint k = 0; k < blocks->len; k++) {
            const PaperBlock *block = &g_array_index(blocks, PaperBlock, k);
            if (block->grid != NULL) {
                write_grid(&writer, block->grid);
                continue;
            }
            g_autofree char *line = g_strdelimit(g_strdup(block->line), "\r\n\f\t", ' ');
            write_line(&writer, line, -1);
        }
        g_ptr_array_add(document->pages, g_string_free(writer.text, FALSE));
    }
    mark_furniture(document);
    return document;
}
