/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/paper_docx.h"

#include <string.h>

#include "history/numbering.h"
#include "history/office.h"
#include "history/table_cells.h"
#include "schema/language.h"

/* What stands for a symbol of a font of its own: no amount holds it. */
#define SYMBOL 0x25a0

/* The document at work. The parser bounds how deep its elements are nested, and with it the calls below. */
typedef struct {
    Markup *markup;
    Numbering *numbering;
    Paper *paper;
    PaperPage *page;
    GString *cell;     /* the lines of the cell at work, NULL outside of tables */
    bool break_before; /* what comes next stands on a new page */
} Word;

/* A paragraph at work. */
typedef struct {
    GString *text;
    char *style; /* NULL: none stated */
    int list, level;
    bool break_behind; /* a page break after some of its text */
    bool hidden_run; /* not printed, or struck out */
    bool raised_run;
} Paragraph;

/* A table at work: cells that others below continue are known by their column. */
typedef struct {
    TableCells *cells;
    int merged[GRID_COLUMNS_MAX]; /* index + 1 of the cell that goes on downwards, 0: none */
} Table;

/* What of a cell's or row's properties matters. */
typedef struct {
    int columns;
    bool merged, restarts, deleted;
    int skipped; /* columns before the first cell of a row */
} Properties;

static void read_blocks(Word *word);

static bool is_ignored(const Markup *markup)
{
    /* Deleted and moved text, codes of fields, the older form of what an alternative says, hints above characters. */
    static const char *const names[] = {"del", "moveFrom", "delText", "instrText", "delInstrText", "Fallback", "rt",
                                        "sectPr", "tblPr", "tblGrid", "sdtPr", "sdtEndPr", NULL};
    for (const char *const *name = names; *name != NULL; name++)
        if (markup_is(markup, *name))
            return true;
    return false;
}

static bool is_on(const Markup *markup)
{
    const char *value = markup_attribute(markup, "val");
    return value == NULL || !(g_str_equal(value, "0") || g_str_equal(value, "false") || g_str_equal(value, "off"));
}

/* Lines go to the cell at work, or to the page, a new one when a break came before. */
static void add_lines(Word *word, const char *text)
{
    if (text[strspn(text, " \n")] == '\0')
        return;
    if (word->cell != NULL) {
        g_string_append_printf(word->cell, "%s%s", word->cell->len > 0 ? "\n" : "", text);
        return;
    }
    if (word->break_before && word->page->blocks->len > 0)
        word->page = paper_add_page(word->paper);
    word->break_before = false;
    paper_page_add_lines(word->page, text);
}

/* <w:pPr>: style, list, a break before. */
static void read_paragraph_properties(Word *word, Paragraph *paragraph)
{
    for (int depth = markup_depth(word->markup); markup_next_inside(word->markup, depth);) {
        if (markup_is(word->markup, "pStyle")) {
            g_free(paragraph->style);
            paragraph->style = g_strdup(markup_attribute(word->markup, "val"));
        } else if (markup_is(word->markup, "numId")) {
            paragraph->list = markup_number(word->markup, "val", -1);
        } else if (markup_is(word->markup, "ilvl")) {
            paragraph->level = markup_number(word->markup, "val", -1);
        } else if (markup_is(word->markup, "pageBreakBefore") && is_on(word->markup)) {
            word->break_before |= word->cell == NULL;
        } else if (markup_is(word->markup, "pPrChange") || markup_is(word->markup, "rPr")) {
            markup_skip(word->markup);
        } else if (markup_is(word->markup, "sectPr")) {
            paragraph->break_behind |= word->cell == NULL;
        } else if (markup_is(word->markup, "type") && g_strcmp0(markup_attribute(word->markup, "val"), "continuous") == 0) {
            paragraph->break_behind = false;
        }
    }
}

/* <w:rPr>: whether the run is hidden, struck out or raised. What it once was does not count. */
static void read_run_properties(Word *word, Paragraph *paragraph)
{
    for (int depth = markup_depth(word->markup); markup_next_inside(word->markup, depth);) {
        if (markup_is(word->markup, "rPrChange"))
            markup_skip(word->markup);
        else if (markup_is(word->markup, "vanish") || markup_is(word->markup, "strike") || markup_is(word->markup, "dstrike"))
            paragraph->hidden_run |= is_on(word->markup);
        else if (markup_is(word->markup, "vertAlign"))
            paragraph->raised_run = g_strcmp0(markup_attribute(word->markup, "val"), "superscript") == 0;
    }
}

/* The text of a run. The number of a note behind a figure is none of its digits. */
static void read_text(const Word *word, Paragraph *paragraph)
{
    g_autoptr(GString) text = g_string_new("");
    markup_collect(word->markup, text);
    if (!paragraph->hidden_run && !(paragraph->raised_run && text_is_note_mark(paragraph->text->str, text->str)))
        g_string_append_len(paragraph->text, text->str, (gssize)text->len);
}

/* A file within the file, such as a sheet of Excel: it is shown as a picture. */
static void tell_embedded(const Word *word)
{
    paper_add_fault(word->paper, (int)word->paper->pages->len,
                    say("文档里嵌有别的文件（如 Excel 表），其中的内容没有读",
                        "another file is embedded here, such as a sheet of Excel: what it holds was not read"));
}

static void break_page(Word *word, Paragraph *paragraph)
{
    if (word->cell != NULL)
        return;
    if (paragraph->text->len == 0)
        word->break_before = true;
    else
        paragraph->break_behind = true;
}

static void read_break(Word *word, Paragraph *paragraph)
{
    const char *type = markup_attribute(word->markup, "type");
    if (g_strcmp0(type, "page") == 0)
        break_page(word, paragraph);
    else if (g_strcmp0(type, "column") != 0)
        g_string_append_c(paragraph->text, '\n');
}

/* An element that opened inside a paragraph. What is inside of those that are not read or passed over here is met in turn. */
static void read_inline(Word *word, Paragraph *paragraph)
{
    Markup *markup = word->markup;
    if (markup_is(markup, "t")) {
        read_text(word, paragraph);
    } else if (markup_is(markup, "pPr")) {
        read_paragraph_properties(word, paragraph);
    } else if (markup_is(markup, "rPr")) {
        read_run_properties(word, paragraph);
    } else if (markup_is(markup, "txbxContent")) {
        read_blocks(word);
    } else if (is_ignored(markup)) {
        markup_skip(markup);
    } else if (markup_is(markup, "tab") || markup_is(markup, "ptab")) {
        g_string_append_c(paragraph->text, ' ');
    } else if (markup_is(markup, "noBreakHyphen")) {
        g_string_append_c(paragraph->text, '-');
    } else if (markup_is(markup, "br") || markup_is(markup, "cr")) {
        read_break(word, paragraph);
    } else if (markup_is(markup, "lastRenderedPageBreak")) {
        break_page(word, paragraph);
    } else if (markup_is(markup, "blip") || markup_is(markup, "imagedata")) {
        word->page->has_pictures = true;
    } else if (markup_is(markup, "OLEObject") || markup_is(markup, "altChunk")) {
        tell_embedded(word);
    } else if (markup_is(markup, "sym") && !paragraph->hidden_run) {
        g_string_append_unichar(paragraph->text, SYMBOL);
    } else if (markup_is(markup, "r")) {
        paragraph->hidden_run = paragraph->raised_run = false;
    }
}

/*
 * A number that ends in Chinese stands right before the text, others before a space. A paragraph without text counts too,
 * as it does in a word processor.
 */
static void add_paragraph(Word *word, Paragraph *paragraph)
{
    const char *text = paragraph->text->str;
    g_autofree char *number = numbering_next(word->numbering, paragraph->list, paragraph->level, paragraph->style);
    if (text[strspn(text, " \n")] == '\0')
        return;
    gsize length = strlen(number);
    bool space = length > 0 && g_ascii_isgraph(number[length - 1]);
    g_autofree char *whole = g_strconcat(number, space ? " " : "", text, NULL);
    add_lines(word, whole);
}

static void read_paragraph(Word *word)
{
    Paragraph paragraph = {.text = g_string_new(""), .list = -1, .level = -1};
    for (int depth = markup_depth(word->markup); markup_next_inside(word->markup, depth);)
        read_inline(word, &paragraph);
    add_paragraph(word, &paragraph);
    word->break_before |= paragraph.break_behind;
    g_string_free(paragraph.text, TRUE);
    g_free(paragraph.style);
}

/* <w:tcPr> or <w:trPr>. */
static void read_properties(Word *word, Properties *properties)
{
    Markup *markup = word->markup;
    for (int depth = markup_depth(markup); markup_next_inside(markup, depth);) {
        if (markup_is(markup, "gridSpan")) {
            properties->columns = CLAMP(markup_number(markup, "val", 1), 1, GRID_COLUMNS_MAX);
        } else if (markup_is(markup, "vMerge")) {
            properties->merged = true;
            properties->restarts = g_strcmp0(markup_attribute(markup, "val"), "restart") == 0;
        } else if (markup_is(markup, "gridBefore")) {
            properties->skipped = CLAMP(markup_number(markup, "val", 0), 0, GRID_COLUMNS_MAX);
        } else if (markup_is(markup, "del") || markup_is(markup, "cellDel") || (markup_is(markup, "hidden") && is_on(markup))) {
            properties->deleted = true;
        }
    }
}

/* A cell that continues the one above makes it taller; any other is added. Takes the text over. */
static void add_cell(Table *table, const Properties *properties, char *text)
{
    TableCells *cells = table->cells;
    int column = cells->column;
    bool inside = column < GRID_COLUMNS_MAX;
    if (inside && properties->merged && !properties->restarts && table->merged[column] > 0) {
        GridCell *above = &g_array_index(cells->cells, GridCell, table->merged[column] - 1);
        above->rows = MIN(cells->row, GRID_ROWS_MAX - 1) + 1 - above->row;
        cells->column += properties->columns;
        g_free(text);
        return;
    }
    guint before = cells->cells->len;
    table_cells_add(cells, 1, properties->columns, text);
    if (inside)
        table->merged[column] = properties->merged && cells->cells->len > before ? (int)cells->cells->len : 0;
}

static void read_cell(Word *word, Table *table, bool deleted)
{
    Properties properties = {.columns = 1};
    GString *outer = word->cell;
    word->cell = g_string_new("");
    for (int depth = markup_depth(word->markup); markup_next_inside(word->markup, depth);) {
        if (markup_is(word->markup, "tcPr"))
            read_properties(word, &properties);
        else if (markup_is(word->markup, "p"))
            read_paragraph(word);
        else if (is_ignored(word->markup))
            markup_skip(word->markup);
    }
    char *text = g_string_free(word->cell, FALSE);
    word->cell = outer;
    if (deleted) {
        g_free(text);
        return;
    }
    if (properties.deleted)
        text[0] = '\0'; /* its place stays */
    add_cell(table, &properties, text);
}

static void read_row(Word *word, Table *table)
{
    Properties properties = {0};
    bool begun = false;
    for (int depth = markup_depth(word->markup); markup_next_inside(word->markup, depth);) {
        if (markup_is(word->markup, "trPr")) {
            read_properties(word, &properties);
        } else if (markup_is(word->markup, "tc")) {
            if (!begun && !properties.deleted) {
                table_cells_next_row(table->cells);
                table->cells->column = properties.skipped;
            }
            begun = true;
            read_cell(word, table, properties.deleted);
        } else if (is_ignored(word->markup) || markup_is(word->markup, "tblPrEx")) {
            markup_skip(word->markup);
        }
    }
}

static void read_table(Word *word)
{
    g_autofree Table *table = g_new0(Table, 1);
    g_autoptr(TableCells) cells = table_cells_new();
    table->cells = cells;
    for (int depth = markup_depth(word->markup); markup_next_inside(word->markup, depth);) {
        if (markup_is(word->markup, "tr"))
            read_row(word, table);
        else if (is_ignored(word->markup))
            markup_skip(word->markup);
    }
    if (word->break_before && word->page->blocks->len > 0)
        word->page = paper_add_page(word->paper);
    word->break_before = false;
    paper_page_add_table(word->page, cells);
}

/* What an element that opened holds: paragraphs and tables, through whatever encloses them. A table in a cell is text. */
static void read_blocks(Word *word)
{
    for (int depth = markup_depth(word->markup); markup_next_inside(word->markup, depth);) {
        if (markup_is(word->markup, "p"))
            read_paragraph(word);
        else if (markup_is(word->markup, "tbl") && word->cell == NULL)
            read_table(word);
        else if (markup_is(word->markup, "altChunk"))
            tell_embedded(word);
        else if (is_ignored(word->markup))
            markup_skip(word->markup);
    }
}

Paper *paper_from_docx(const guint8 *bytes, gsize length, GError **error)
{
    g_autoptr(Office) office = office_from_bytes(bytes, length, error);
    g_autoptr(Numbering) numbering = office != NULL ? numbering_from_office(office, error) : NULL;
    g_autoptr(Markup) markup = numbering != NULL ? office_part(office, office->main, error) : NULL;
    if (markup == NULL)
        return NULL;
    g_autoptr(Paper) paper = paper_new();
    Word word = {.markup = markup, .numbering = numbering, .paper = paper, .page = paper_add_page(paper)};
    for (MarkupEvent event; (event = markup_next(markup)) != MARKUP_END;)
        if (event == MARKUP_OPEN && markup_is(markup, "body"))
            read_blocks(&word);
    return markup_ended_well(markup, error) ? g_steal_pointer(&paper) : NULL;
}
