/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/history/paper_build.h"

#include <string.h>

/* The text of a place of lines [first, ...) of a grid, "" beyond. */
static const char *place(char **const *rows, int row_count, int row, int column)
{
    return row < row_count && column < (int)g_strv_length(rows[row]) ? rows[row][column] : "";
}

static void add_grid(PaperPage *page, GridKind kind, char **lines, int count)
{
    Grid *grid = paper_page_add_grid(page, kind);
    char ***rows = g_new(char **, count);
    for (int row = 0; row < count; row++)
        rows[row] = g_strsplit(lines[row], "|", -1);
    for (int row = 0; row < count; row++)
        for (int column = 0; rows[row][column] != NULL; column++) {
            const char *text = rows[row][column];
            int across = 1;
            int down = 1;
            if (g_str_equal(text, "<") || g_str_equal(text, "^"))
                continue;
            while (g_str_equal(place(rows, count, row, column + across), "<"))
                across++;
            while (g_str_equal(place(rows, count, row + down, column), "^"))
                down++;
            grid_add_cell(grid, row, column, down, across, text);
        }
    for (int row = 0; row < count; row++)
        g_strfreev(rows[row]);
    g_free(rows);
}

Paper *paper_of_text(GridKind kind, const char *text)
{
    Paper *paper = paper_new();
    PaperPage *page = paper_add_page(paper);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (int i = 0; lines[i] != NULL; i++) {
        int count = 0;
        while (lines[i + count] != NULL && strchr(lines[i + count], '|') != NULL)
            count++;
        if (count > 0) {
            add_grid(page, kind, lines + i, count);
            i += count - 1;
        } else if (g_str_equal(lines[i], "--")) {
            page = paper_add_page(paper);
        } else {
            paper_page_add_line(page, lines[i]);
        }
    }
    return paper;
}
