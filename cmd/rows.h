/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows of data on standard output: a table for people, or TSV, CSV and JSON for programs.
 *
 *     RowWriter *rows = rows_new(columns, G_N_ELEMENTS(columns), session->format, session->color);
 *     rows_text(rows, department);      one call a column, in their order
 *     rows_amount(rows, amount);
 *     ...
 *     rows_finish(rows);
 *
 * A row ends by itself with its last column. What is absent is an empty field (null in JSON where
 * the column is a number). The same names stand in the header of TSV and CSV and in the keys of
 * JSON.
 *
 *   table  Aligned by display width and decimal point, fitted to the terminal (cmd/table.h); amounts
 *          with thousands separators; headings in the language set; colour by meaning. Kept in memory
 *          until rows_finish(), which knows the widths.
 *   tsv    Tabs, newlines and other control characters in values become spaces.
 *   csv    RFC 4180. Text that a spreadsheet would take for a formula gets a leading apostrophe;
 *          numbers stay.
 *   json   An array of objects. Written by hand, because amounts must stay the decimals that were
 *          printed: no JSON library writes a number from its text, and through a double 1183.05
 *          would become 1183.0499999999999.
 *
 * TSV, CSV and JSON are written as they come: an export needs no memory for what it has said.
 */
#ifndef CMD_ROWS_H
#define CMD_ROWS_H

#include <glib.h>
#include <stdbool.h>

#include "analysis/stat/measured.h"
#include "cmd/meaning.h"
#include "schema/amount.h"
#include "schema/verdict.h"

typedef enum { ROWS_TABLE, ROWS_TSV, ROWS_CSV, ROWS_JSON } RowFormat;

typedef enum { ROW_TEXT, ROW_NUMBER } RowKind;

typedef struct {
    const char *name;    /* in tsv, csv and json */
    RowKind kind;        /* numbers stand to the right and are bare in json */
    const char *zh, *en; /* heading in a table; NULL: the name */
    int most;            /* how wide a table makes it at most, see cmd/table.h; 0: as wide as needed */
} RowColumn;

/* A column that only programs read. */
#define TEXT_COLUMN(name) {name, ROW_TEXT, NULL, NULL, 0}
#define NUMBER_COLUMN(name) {name, ROW_NUMBER, NULL, NULL, 0}

typedef struct RowWriter RowWriter;

bool row_format_from_word(const char *word, RowFormat *format);

/* The columns must outlive the writer. */
RowWriter *rows_new(const RowColumn *columns, gsize count, RowFormat format, bool color);

/* Prints what is still kept, and frees the writer. */
void rows_finish(RowWriter *rows);

/* Frees the writer of a run that failed: what is not written yet, a header above all, stays unsaid. */
void rows_drop(RowWriter *rows);

void rows_text(RowWriter *rows, const char *value);
void rows_integer(RowWriter *rows, gint64 value);
void rows_truth(RowWriter *rows, bool value);        /* true, false; in a table a mark or nothing */
void rows_amount(RowWriter *rows, Amount amount);    /* in 万元 */
void rows_rate(RowWriter *rows, Rate rate);          /* in % */
void rows_real(RowWriter *rows, double value);       /* 15 digits; in a table two decimals */
void rows_measured(RowWriter *rows, Measured value); /* the same; absent when not known */
void rows_positive(RowWriter *rows, int value);      /* a page or a year; absent when 0 */
void rows_change(RowWriter *rows, Amount change);    /* an amount; in a table its sign has a colour */
void rows_growth(RowWriter *rows, Measured growth);  /* in %; the same */
void rows_absent(RowWriter *rows);

/* A field that a table for people shows otherwise than the formats for programs. */
void rows_field(RowWriter *rows, const char *plain, const char *shown);

/* The meaning of the field that comes next. */
void rows_mean(RowWriter *rows, Meaning meaning);

#endif
