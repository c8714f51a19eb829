/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/layout.h"

#include <math.h>
#include <string.h>

#include "history/pattern.h"
#include "history/plain.h"
#include "history/ruling.h"
#include "history/spacing.h"
#include "history/typeset.h"

/* The glyphs of a frame's cells: for each place the GArray of Glyph whose cell begins there. */
typedef struct {
    const Frame *frame;
    GPtrArray *cells; /* GArray of Glyph, NULL where the place begins no cell or nothing is printed */
} FrameText;

static void array_unref(gpointer array)
{
    if (array != NULL)
        g_array_unref(array);
}

/* The innermost frame around a point: the smallest that holds it. */
static FrameText *frame_at(GPtrArray *texts, float x, float y, int *place)
{
    FrameText *best = NULL;
    float smallest = INFINITY;
    for (guint i = 0; i < texts->len; i++) {
        FrameText *text = g_ptr_array_index(texts, i);
        const Frame *frame = text->frame;
        int row = frame_place(frame->tops, y);
        int column = frame_place(frame->lefts, x);
        if (row < 0 || column < 0)
            continue;
        float area = (frame_top(frame, frame_rows(frame)) - frame_top(frame, 0)) *
                     (frame_left(frame, frame_columns(frame)) - frame_left(frame, 0));
        if (area < smallest) {
            smallest = area;
            best = text;
            *place = row * frame_columns(frame) + column;
        }
    }
    return best;
}

static void frame_text_free(gpointer data)
{
    FrameText *text = data;
    g_ptr_array_unref(text->cells);
    g_free(text);
}

static GPtrArray *texts_of_frames(const GPtrArray *frames)
{
    GPtrArray *texts = g_ptr_array_new_with_free_func(frame_text_free);
    for (guint i = 0; i < frames->len; i++) {
        FrameText *text = g_new0(FrameText, 1);
        text->frame = g_ptr_array_index(frames, i);
        text->cells = g_ptr_array_new_with_free_func(array_unref);
        g_ptr_array_set_size(text->cells, frame_rows(text->frame) * frame_columns(text->frame));
        g_ptr_array_add(texts, text);
    }
    return texts;
}

/* How near, in parts of their size, the digits of one figure stand. */
#define DIGITS_TOUCH 0.15f

static bool is_of_figure(gunichar character)
{
    return character_is_digit(character) || character == '.' || character == ',' || character == '-' ||
           character == 0xff0e || character == 0xff0c || character == 0x2212;
}

/* The end of the figure that begins at a glyph: a figure goes to one cell whole, also where it overhangs a line. */
static guint figure_end(const Marks *marks, guint first)
{
    guint end = first + 1;
    if (!is_of_figure(marks_glyph(marks, first)->character))
        return end;
    for (; end < marks->glyphs->len; end++) {
        const Glyph *before = marks_glyph(marks, end - 1);
        const Glyph *glyph = marks_glyph(marks, end);
        if (!is_of_figure(glyph->character) || fabsf(glyph->base - before->base) > 0.1f * glyph->size ||
            fabsf(glyph->left - before->right) > DIGITS_TOUCH * glyph->size)
            break;
    }
    return end;
}

/* Puts each glyph into the cell that its middle stands in, figures by the middle of the whole, or among the loose ones.
 */
static GArray *deal_glyphs(const Marks *marks, GPtrArray *texts)
{
    GArray *loose = g_array_new(FALSE, FALSE, sizeof(Glyph));
    for (guint i = 0, end = 0; i < marks->glyphs->len; i = end) {
        const Glyph *glyph = marks_glyph(marks, i);
        end = figure_end(marks, i);
        int place = 0;
        FrameText *text =
            frame_at(texts, (glyph->left + marks_glyph(marks, end - 1)->right) / 2, glyph_middle(glyph), &place);
        if (text == NULL) {
            g_array_append_vals(loose, glyph, end - i);
            continue;
        }
        gpointer *cell = &g_ptr_array_index(text->cells, text->frame->cell_of[place]);
        if (*cell == NULL)
            *cell = g_array_new(FALSE, FALSE, sizeof(Glyph));
        g_array_append_vals((GArray *)*cell, glyph, end - i);
    }
    return loose;
}

/* How many rows and columns the cell that begins at a place spans. */
static void span_of_cell(const Frame *frame, int place, int *rows, int *columns)
{
    int across = frame_columns(frame);
    int row = place / across;
    int column = place % across;
    for (*columns = 1; column + *columns < across && frame->cell_of[place + *columns] == place; (*columns)++)
        continue;
    for (*rows = 1; row + *rows < frame_rows(frame) && frame->cell_of[place + *rows * across] == place; (*rows)++)
        continue;
}

/* True when some glyph stands further from the baseline of the first than this. */
static bool bases_differ(const GArray *glyphs, float reach)
{
    float first = g_array_index(glyphs, Glyph, 0).base;
    for (guint i = 1; i < glyphs->len; i++)
        if (fabsf(g_array_index(glyphs, Glyph, i).base - first) > reach)
            return true;
    return false;
}

/* True when the text of some cell that begins in a row stands on more than one line: few rows need a closer look. */
static bool has_several_lines(const FrameText *text, int row)
{
    int across = frame_columns(text->frame);
    for (int column = 0; column < across; column++) {
        const GArray *glyphs = g_ptr_array_index(text->cells, row * across + column);
        if (glyphs != NULL && bases_differ(glyphs, 2))
            return true;
    }
    return false;
}

/* A figure as it is printed whole: 26,592,300.00, -1.20, 0.05. */
static bool is_whole_figure(const char *text)
{
    static GRegex *figure;
    return g_regex_match(pattern_once(&figure, "^-?(?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})*|[1-9][0-9]*)\\.[0-9]{1,6}$"), text, 0, NULL);
}

/* The start of a wrapped figure that is none yet: 2659. or 26,592,30, or four digits and more without a mark. */
static bool is_cut_short(const char *text)
{
    gsize digits = strspn(text, "0123456789");
    return text[0] != '\0' && !is_whole_figure(text) && (digits >= 4 || text[digits] != '\0');
}

/*
 * The figure that the lines of a cell are together: narrow cells wrap 26,592,300.00 after any of its digits. NULL where they are
 * figures of their own, one below the other. The caller frees it.
 */
static char *wrapped_figure(const GArray *glyphs)
{
    /* Most cells hold one line: that is seen without making their text. */
    if (glyphs->len < 5 || !is_of_figure(g_array_index(glyphs, Glyph, 0).character) || !bases_differ(glyphs, 0))
        return NULL;
    g_autoptr(GString) whole = g_string_new(NULL);
    g_autofree char *text = text_from_glyphs(glyphs);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        g_autofree char *line = squeeze(lines[i]);
        bool last = lines[i + 1] == NULL;
        if (line[0] == '\0' || has_chinese(line) || (!last && i == 0 && !is_cut_short(line)))
            return NULL;
        g_string_append(whole, line);
    }
    return lines[0] != NULL && lines[1] != NULL && is_whole_figure(whole->str) ? g_strdup(whole->str) : NULL;
}

/*
 * Where the lines between a frame's rows are lost, figures stand on several baselines in one cell: the baselines that
 * part the row, as y coordinates between them. Empty when no cell has two figures one above the other.
 */
static GArray *cuts_of_row(const FrameText *text, int row)
{
    GArray *cuts = g_array_new(FALSE, FALSE, sizeof(float));
    if (!has_several_lines(text, row))
        return cuts;
    g_autoptr(GArray) bases = g_array_new(FALSE, FALSE, sizeof(float));
    int across = frame_columns(text->frame);
    guint most = 0;
    for (int column = 0; column < across; column++) {
        const GArray *glyphs = g_ptr_array_index(text->cells, row * across + column);
        g_autofree char *wrapped = glyphs != NULL ? wrapped_figure(glyphs) : NULL;
        if (glyphs != NULL && wrapped == NULL)
            most = MAX(most, figure_bases(glyphs, bases));
    }
    if (most < 2)
        return cuts;
    bases_join(bases);
    for (guint i = 1; i < bases->len; i++) {
        float cut = (g_array_index(bases, float, i - 1) + g_array_index(bases, float, i)) / 2;
        g_array_append_val(cuts, cut);
    }
    return cuts;
}

/* The glyphs of a cell between two heights. */
static GArray *glyphs_between(const GArray *glyphs, float top, float bottom)
{
    GArray *part = g_array_new(FALSE, FALSE, sizeof(Glyph));
    for (guint i = 0; i < glyphs->len; i++) {
        const Glyph *glyph = &g_array_index(glyphs, Glyph, i);
        if (glyph->base > top && glyph->base <= bottom)
            g_array_append_val(part, *glyph);
    }
    return part;
}

static void add_text_cell(Grid *grid, int row, int column, int rows, int columns, const GArray *glyphs)
{
    g_autofree char *wrapped = wrapped_figure(glyphs);
    g_autofree char *words = wrapped != NULL ? g_strdup(wrapped) : text_from_glyphs(glyphs);
    grid_add_cell(grid, row, column, rows, columns, words);
}

/*
 * Where the lines between columns are lost, the figures of a cell that spans several stand apart, each in its
 * column: they become cells of their own.
 */
static void add_cell(Grid *grid, const FrameText *text, int row, int column, int rows, int columns,
                     const GArray *glyphs)
{
    g_autoptr(GPtrArray) runs = columns > 1 ? runs_of_figures(glyphs) : NULL;
    if (runs == NULL) {
        add_text_cell(grid, row, column, rows, columns, glyphs);
        return;
    }
    grid->kind = GRID_SPACED;
    for (guint i = 0; i < runs->len; i++) {
        const GArray *run = g_ptr_array_index(runs, i);
        int at = frame_place(text->frame->lefts, run_middle(run));
        int until = i + 1 < runs->len ? frame_place(text->frame->lefts, run_middle(g_ptr_array_index(runs, i + 1)))
                                      : column + columns;
        int from = i == 0 ? column : MAX(at, column);
        add_text_cell(grid, row, from, rows, MAX(until - from, 1), run);
    }
}

/* One row of a frame as one or, where it is cut, several rows of the grid. Returns how many. */
static int add_row(Grid *grid, const FrameText *text, int row, int at, const GArray *cuts)
{
    int across = frame_columns(text->frame);
    for (int column = 0; column < across; column++) {
        int place = row * across + column;
        const GArray *glyphs = g_ptr_array_index(text->cells, place);
        int rows = 0;
        int columns = 0;
        if (text->frame->cell_of[place] != place)
            continue;
        span_of_cell(text->frame, place, &rows, &columns);
        if (glyphs == NULL) {
            /* A blank cell is a cell: which places it spans tells where the table's columns are. */
            grid_add_cell(grid, at, column, cuts->len > 0 ? (int)cuts->len + 1 : rows, columns, "");
            continue;
        }
        if (cuts->len == 0) {
            add_cell(grid, text, at, column, rows, columns, glyphs);
            continue;
        }
        for (guint i = 0; i <= cuts->len; i++) {
            float top = i > 0 ? g_array_index(cuts, float, i - 1) : -INFINITY;
            float bottom = i < cuts->len ? g_array_index(cuts, float, i) : INFINITY;
            g_autoptr(GArray) part = glyphs_between(glyphs, top, bottom);
            add_cell(grid, text, at + (int)i, column, 1, columns, part);
        }
    }
    if (cuts->len > 0)
        grid->kind = GRID_SPACED;
    return (int)cuts->len + 1;
}

static bool has_cells(const FrameText *text)
{
    for (guint i = 0; i < text->cells->len; i++)
        if (g_ptr_array_index(text->cells, i) != NULL)
            return true;
    return false;
}

static void grid_from_frame(Grid *grid, const FrameText *text)
{
    int at = 0;
    grid->column_count = frame_columns(text->frame);
    for (int row = 0; row < frame_rows(text->frame); row++) {
        g_autoptr(GArray) cuts = cuts_of_row(text, row);
        at += add_row(grid, text, row, at, cuts);
    }
    grid->row_count = MAX(grid->row_count, at);
}

/* The page's loose lines on their way into it. */
typedef struct {
    PaperPage *page;
    const GPtrArray *lines;
    const GArray *ranges; /* SpacedRange: those that stand in columns */
    float margin;
    guint line, range; /* the next ones */
} PageWriter;

/* The lines above a height, as lines or as tables without ruling. */
static void write_lines(PageWriter *writer, float top)
{
    while (writer->line < writer->lines->len && line_middle(g_ptr_array_index(writer->lines, writer->line)) < top) {
        const SpacedRange *range =
            writer->range < writer->ranges->len ? &g_array_index(writer->ranges, SpacedRange, writer->range) : NULL;
        if (range != NULL && range->first == writer->line) {
            grid_from_spaced(paper_page_add_grid(writer->page, GRID_SPACED), writer->lines, range);
            writer->line = range->end;
            writer->range++;
            continue;
        }
        g_autofree char *words = text_from_line(g_ptr_array_index(writer->lines, writer->line), writer->margin);
        paper_page_add_line(writer->page, words);
        writer->line++;
    }
}

/* A line of the page, or a frame, whichever stands higher, one after the other. */
bool page_from_marks(const Marks *marks, PaperPage *page)
{
    g_autoptr(GPtrArray) frames = frames_from_strokes(marks->strokes);
    bool ruled = frames != NULL;
    if (!ruled)
        frames = g_ptr_array_new();
    g_autoptr(GPtrArray) texts = texts_of_frames(frames);
    g_autoptr(GArray) loose = deal_glyphs(marks, texts);
    g_autoptr(GPtrArray) lines = lines_from_glyphs(loose);
    page->has_pictures = marks->has_pictures;
    g_autoptr(GArray) ranges = spaced_ranges(lines);
    PageWriter writer = {page, lines, ranges, lines_margin(lines), 0, 0};
    for (guint i = 0; i <= texts->len; i++) {
        const FrameText *text = i < texts->len ? g_ptr_array_index(texts, i) : NULL;
        write_lines(&writer, text != NULL ? frame_top(text->frame, 0) : INFINITY);
        if (text != NULL && has_cells(text))
            grid_from_frame(paper_page_add_grid(page, GRID_RULED), text);
    }
    return ruled;
}
