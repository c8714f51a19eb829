/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/fuzz/fuzz.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "history/reader.h"
#include "history/sheet_form.h"
#include "history/sheet_table.h"
#include "schema/error.h"
#include "schema/filing_packet.h"
#include "schema/filing_sound.h"
#include "schema/language.h"

int LLVMFuzzerInitialize(int *count, char ***arguments);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerInitialize(int *count, char ***arguments)
{
    (void)count, (void)arguments;
    language_set(LANGUAGE_ZH);
    PROMISE(reader_prepare(NULL));
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    fuzz_one(bytes, length);
    return 0;
}

void fuzz_broken(const char *promise, const char *file, int line)
{
    fprintf(stderr, "%s:%d: broken: %s\n", file, line, promise);
    abort();
}

/* A refusal is of the input, and says why in one line of text. */
static void check_error(GError *error)
{
    PROMISE(error != NULL);
    PROMISE(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT));
    PROMISE(error->message[0] != '\0' && g_utf8_validate(error->message, -1, NULL));
    PROMISE(strchr(error->message, '\n') == NULL);
    g_error_free(error);
}

static void check_grid(const Grid *grid)
{
    PROMISE(grid->row_count <= GRID_ROWS_MAX && grid->column_count <= GRID_COLUMNS_MAX);
    for (guint i = 0; i < grid->cells->len; i++) {
        const GridCell *cell = grid_cell(grid, i);
        PROMISE(cell->row >= 0 && cell->column >= 0 && cell->rows >= 1 && cell->columns >= 1);
        PROMISE(cell->row + cell->rows <= grid->row_count && cell->column + cell->columns <= grid->column_count);
        PROMISE(g_utf8_validate(cell->text, -1, NULL));
    }
}

static void check_blocks(const Paper *paper)
{
    for (guint i = 0; i < paper->pages->len; i++) {
        const PaperPage *page = paper_page(paper, i);
        PROMISE(g_utf8_validate(page->name, -1, NULL));
        for (guint k = 0; k < page->blocks->len; k++) {
            const PaperBlock *block = &g_array_index(page->blocks, PaperBlock, k);
            PROMISE((block->line != NULL) != (block->grid != NULL));
            PROMISE(block->line == NULL || g_utf8_validate(block->line, -1, NULL));
            if (block->grid != NULL)
                check_grid(block->grid);
        }
    }
    for (guint i = 0; i < paper->faults->len; i++)
        PROMISE(g_utf8_validate(g_array_index(paper->faults, PaperFault, i).text, -1, NULL));
}

static bool packet_is_same(GPtrArray *filings)
{
    g_autoptr(GBytes) packet = packet_from_filings(filings);
    if (packet == NULL)
        return false;
    gsize length = 0;
    const guint8 *bytes = g_bytes_get_data(packet, &length);
    g_autoptr(GPtrArray) back = filings_from_packet(bytes, length);
    if (back == NULL || back->len != filings->len)
        return false;
    g_autoptr(GBytes) again = packet_from_filings(back);
    return again != NULL && g_bytes_equal(packet, again);
}

void fuzz_check_filings(GPtrArray *filings, GError *error)
{
    if (filings == NULL) {
        check_error(error);
        return;
    }
    PROMISE(error == NULL && filings->len > 0);
    for (guint i = 0; i < filings->len; i++)
        PROMISE(filing_is_sound(g_ptr_array_index(filings, i)));
    PROMISE(packet_is_same(filings));
    g_ptr_array_unref(filings);
}

void fuzz_check_filing(Filing *filing)
{
    if (filing->department[0] == '\0')
        text_set(&filing->department, "虚构县图书馆");
    GPtrArray *filings = g_ptr_array_new_with_free_func((GDestroyNotify)filing_free);
    g_ptr_array_add(filings, filing);
    fuzz_check_filings(filings, NULL);
}

void fuzz_follow_paper(Paper *paper)
{
    check_blocks(paper);
    g_autoptr(Document) document = document_from_paper(paper);
    for (guint i = 0; i < document->lines->len; i++) {
        const Line *line = document_line(document, i);
        PROMISE(line->page >= 1 && line->page <= (int)document->pages->len && line->line >= 1);
        PROMISE(line->grid >= -1 && line->grid < (int)document->grids->len);
    }
    g_autoptr(GPtrArray) sheets = sheets_from_document(document);
    for (guint i = 0; i < sheets->len; i++) {
        const Sheet *sheet = g_ptr_array_index(sheets, i);
        PROMISE(sheet->first <= sheet->end && sheet->end <= document->lines->len);
    }
    const Form *form = form_of_sheets(sheets, forms_all(NULL));
    g_autoptr(Filing) filing = filing_new();
    for (guint i = 0; i < document->pages->len; i++)
        g_ptr_array_add(filing->pages, g_strdup(g_ptr_array_index(document->pages, i)));
    tables_from_works(works_from_sheets(sheets, form, filing), form, filing);
    fuzz_check_filing(g_steal_pointer(&filing));
}

void fuzz_check_paper(Paper *paper, GError *error)
{
    if (paper == NULL) {
        check_error(error);
        return;
    }
    PROMISE(error == NULL);
    fuzz_follow_paper(paper);
}

guint choose(Choices *choices, guint below)
{
    guint value = choices->at < choices->end ? *choices->at++ : 0;
    if (below > 256 && choices->at < choices->end)
        value = value << 8 | *choices->at++;
    return value % below;
}

char *choose_text(Choices *choices)
{
    const guint8 *end = memchr(choices->at, 0xff, (gsize)(choices->end - choices->at));
    gsize length = (gsize)((end != NULL ? end : choices->end) - choices->at);
    g_autofree char *raw = g_strndup((const char *)choices->at, length);
    choices->at += MIN(length + 1, (gsize)(choices->end - choices->at));
    return g_utf8_make_valid(raw, -1);
}
