/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/history/paper_spelling.h"

#include <check.h>
#include <string.h>

#include "schema/error.h"

static void spell_grid(GString *out, const Grid *grid)
{
    for (guint i = 0; i < grid->cells->len; i++) {
        const GridCell *cell = grid_cell(grid, i);
        g_autofree char *text = g_strdelimit(g_strdup(cell->text), "\n", '/');
        g_string_append_printf(out, "%s%d,%d", i > 0 ? " " : "", cell->row, cell->column);
        if (cell->rows > 1 || cell->columns > 1)
            g_string_append_printf(out, ":%dx%d", cell->rows, cell->columns);
        g_string_append_printf(out, "=%s", text);
    }
}

char *spell_paper(const Paper *paper)
{
    GString *out = g_string_new("");
    for (guint i = 0; i < paper->pages->len; i++) {
        const PaperPage *page = paper_page(paper, i);
        g_string_append_printf(out, "--%s\n", page->name);
        for (guint k = 0; k < page->blocks->len; k++) {
            const PaperBlock *block = &g_array_index(page->blocks, PaperBlock, k);
            if (block->line != NULL)
                g_string_append(out, block->line);
            else
                spell_grid(out, block->grid);
            g_string_append_c(out, '\n');
        }
    }
    return g_string_free(out, FALSE);
}

static Paper *read_bytes(PaperReader reader, GBytes *bytes, GError **error)
{
    gsize length = 0;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    return reader(data, length, error);
}

void check_paper(const char *why, PaperReader reader, GBytes *bytes, const char *expected)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Paper) paper = read_bytes(reader, bytes, &error);
    ck_assert_msg(paper != NULL, "%s: %s", why, error != NULL ? error->message : "no error");
    g_autofree char *spelled = spell_paper(paper);
    ck_assert_msg(g_str_equal(spelled, expected), "%s: it is\n%s", why, spelled);
}

void check_refused(const char *why, PaperReader reader, GBytes *bytes, const char *message)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Paper) paper = read_bytes(reader, bytes, &error);
    ck_assert_msg(paper == NULL, "%s: it is read", why);
    ck_assert_msg(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT), "%s: another error", why);
    ck_assert_msg(strstr(error->message, message) != NULL, "%s: %s", why, error->message);
}

static void read_anyhow(PaperReader reader, const guint8 *bytes, gsize length)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Paper) paper = reader(bytes, length, &error);
    ck_assert((paper == NULL) == (error != NULL));
    ck_assert(error == NULL || g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT));
}

void check_damaged(PaperReader reader, GBytes *bytes, gsize step)
{
    gsize length = 0;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    for (gsize at = 0; at < length; at += step) {
        /* Copies of their own size, so that the sanitizers see what is read behind the end. */
        g_autofree guint8 *cut = g_memdup2(data, at > 0 ? at : 1);
        read_anyhow(reader, cut, at);
        g_autofree guint8 *changed = g_memdup2(data, length);
        changed[at] ^= 0xff;
        read_anyhow(reader, changed, length);
    }
}
