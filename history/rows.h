/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The printed rows of a table, before their figures have found their columns: what stands on the paper, in order.
 */
#ifndef HISTORY_ROWS_H
#define HISTORY_ROWS_H

#include "history/outline.h"

/* A printed figure and the character positions it stands at. */
typedef struct {
    char *text;     /* "1,183.05"; "-" for a dash */
    int start, end; /* of its line */
    int column;     /* by layout (geometry.h), -1 when the text keeps none */
} Figure;

typedef struct {
    Direction side;
    const FormPart *part; /* the block of the form that it belongs to */
    char *code;    /* joined, "" when the row has none */
    char *label;   /* without spaces, as printed otherwise */
    char *project; /* the project named after the subject, "" when none is */
    char *group;   /* what encloses it in cells to its left, joined by '/'; "" in most tables */
    int depth;     /* of its label among several columns of labels, from 1; 0 where there is one */
    const FormLine *line; /* of a label table, when the form knows it */
    bool total;
    GArray *figures; /* Figure */
    int page, at_line;
    bool from_one_line; /* its figures stand on one printed line */
} PrintedRow;

typedef struct {
    GPtrArray *rows; /* PrintedRow */
    int column_count; /* as the line of column numbers says; 0 without one */
    char *header;     /* all heading text of the table without spaces */
    char *note;       /* the sentence printed inside the table, "" without one */
    gint64 unit;      /* fen per unit, 0 when the table does not say */
    bool strange_figures; /* some stand above its first row, in lines like none of its rows */
    bool placed;      /* a grid tells the columns: Figure.column counts those of the table */
    bool spaced;      /* the grid is one of positions, without lines: a row that does not add up may be misread */
    bool complete;    /* all columns that hold figures are the form's */
} PrintedTable;

/* Empty ones, for readers of rows. */
PrintedTable *printed_table_new(void);
PrintedRow *printed_row_add(PrintedTable *table, const FormPart *part, int page, int line);
void printed_row_add_figure(PrintedRow *row, const char *text, int start, int end, int column);

/* The unit that the words above a table say, in fen; 0 when they say none. The text is without spaces. */
gint64 unit_from_caption(const char *caption);

/*
 * Reads the printed rows of a range. Figures that belong to no row are told to `filing` as doubts.
 * `narrative` is the squeezed running text of the filing: it helps to tell where a wrapped project name ends.
 */
PrintedTable *printed_table_from_range(const Document *document, const TableRange *range, const char *narrative,
                                       Filing *filing);
void printed_table_free(PrintedTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PrintedTable, printed_table_free)

#endif
