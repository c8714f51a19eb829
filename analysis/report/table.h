/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A table of the report, apart from how it is written: HTML and Markdown show the same one.
 *
 *     ReportTable *table = report_table_new("ledger", caption);
 *     report_table_column(table, COLUMN_NAME, "科目");
 *     report_table_column(table, COLUMN_NUMBER, "本期");
 *     report_table_row(table, 0);
 *     report_table_cell(table, "行政运行");
 *     report_table_amount(table, amount);
 *
 * Amounts stand as amount_to_display() prints them, in 万元. What is not known is an empty cell.
 */
#ifndef ANALYSIS_REPORT_TABLE_H
#define ANALYSIS_REPORT_TABLE_H

#include <stdbool.h>

#include "analysis/report/prose.h"
#include "schema/verdict.h"

typedef enum {
    COLUMN_NAME,   /* names the row; one a table, at most */
    COLUMN_TEXT,   /* a word or two */
    COLUMN_LONG,   /* a sentence or more */
    COLUMN_NUMBER, /* stands at the right */
    COLUMN_CODE,   /* of our own, never broken */
    COLUMN_CHOICE, /* one of a few words, which stand for a rank: the page lets the reader choose one */
} ColumnKind;

typedef struct {
    ColumnKind kind;
    char *heading;
} ReportColumn;

typedef struct {
    int level;        /* how far its name stands in: 0 at the top */
    bool total;       /* stands out as the sum of the others */
    GPtrArray *cells; /* Prose */
} ReportRow;

typedef struct {
    char *anchor;
    char *caption;
    GArray *columns; /* ReportColumn */
    GPtrArray *rows; /* ReportRow */
} ReportTable;

ReportTable *report_table_new(const char *anchor, const char *caption);
void report_table_free(ReportTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ReportTable, report_table_free)

void report_table_column(ReportTable *table, ColumnKind kind, const char *heading);

/* Begins a row; its cells follow in the order of the columns. A row may end early: the rest stays empty. */
void report_table_row(ReportTable *table, int level);
void report_table_total_row(ReportTable *table);

void report_table_cell(ReportTable *table, const char *text);
void report_table_prose(ReportTable *table, Prose *cell); /* takes the cell */
void report_table_amount(ReportTable *table, Amount amount);
void report_table_change(ReportTable *table, Amount change); /* with its sign */
void report_table_rate(ReportTable *table, bool known, Rate rate, bool sign);
void report_table_count(ReportTable *table, gint64 count);
void report_table_blank(ReportTable *table);

/* "+190.36", "-135.47", "0.00". The caller frees it. */
char *amount_to_change(Amount change);

/* "12.61%", with `sign` "+12.61%". The caller frees it. */
char *percent_from_rate(Rate rate, bool sign);

static inline const ReportColumn *report_table_column_at(const ReportTable *table, guint index)
{
    return &g_array_index(table->columns, ReportColumn, index);
}

#endif
