/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A spreadsheet file (XLSX), written sheet by sheet, row by row, cell by cell. The only code that speaks to libxlsxwriter.
 *
 *     ReportBook *book = report_book_new(path, &about, &excel_limits, rows, error);
 *     ReportSheet *sheet = report_sheet_new(book, "变动台账");      sheets stand in the order they are made,
 *     report_sheet_line(sheet, LOOK_TITLE, "变动台账");             and may be filled in any order
 *     report_sheet_headings(sheet, columns, count, 2);
 *     report_sheet_row(sheet);
 *     report_sheet_text(sheet, "行政运行");                       one call a column; each has its column's look
 *     report_sheet_amount(sheet, base);
 *     report_sheet_amount_formula(sheet, change, "C4-B4");
 *     report_sheet_filter(sheet);
 *     report_book_close(book, error);
 *
 * A text is a text whatever it begins with; it is made clean (schema/clean.h) and is never read as a formula, nor as one of
 * the escapes (_x000D_) that such files have. Numbers are doubles. A formula carries our own result, so that what does not
 * calculate shows the same. The same calls give the same bytes: nothing of the day or the machine is in the file.
 *
 * What the format cannot hold (BookLimits) is cut off, counted, and told by report_book_notes().
 *
 * Rows and columns count from 0.
 */
#ifndef ANALYSIS_REPORT_BOOK_H
#define ANALYSIS_REPORT_BOOK_H

#include <stdbool.h>

#include "analysis/report/book_text.h"
#include "analysis/report/prose.h"
#include "schema/amount.h"

/* How a cell looks, and how its number is written. */
typedef enum {
    LOOK_TITLE,
    LOOK_SECTION,
    LOOK_NOTE,
    LOOK_REMARK,  /* a wrapped note */
    LOOK_HEADING,
    LOOK_WORD,    /* a word or two */
    LOOK_CODE,    /* digits that are no number */
    LOOK_TEXT,    /* sentences: wrapped */
    LOOK_AMOUNT,  /* 1,183.05, with more decimals where the paper has them */
    LOOK_IMPLIED, /* the same, of a figure that was not printed but worked out */
    LOOK_CHANGE,  /* with its sign */
    LOOK_PERCENT, /* of a fraction: 0.1261 is 12.61% */
    LOOK_GROWTH,  /* the same with its sign */
    LOOK_COUNT,
    LOOK_NUMBER,  /* with the decimals it has */
    LOOK_YEAR,    /* 2024, page 12: no separators */
    LOOK_INPUT,   /* left to be filled in */
    LOOKS
} CellLook;

typedef struct {
    const char *zh, *en;
    double width; /* in digits; a Chinese character is two */
    CellLook look;
} BookColumn;

/* What a sheet holds at most. excel_limits are those of the format. */
typedef struct {
    int rows;
    int characters; /* of a cell, in UTF-16 units */
    int links;
    gsize in_memory; /* rows of a book beyond which only the row at work is held, and texts are stored again and again */
} BookLimits;

extern const BookLimits excel_limits;

typedef struct {
    const char *title;
    const char *header; /* printed on every page, at the left */
    const char *day;    /* yyyy-mm-dd; anything else is the first day of `year` */
    int year;
} BookAbout;

typedef struct ReportBook ReportBook;
typedef struct ReportSheet ReportSheet;

/* `rows`: about how many there will be. NULL with YUSUAN_ERROR_SYSTEM when no file can be made beside the path. */
ReportBook *report_book_new(const char *path, const BookAbout *about, const BookLimits *limits, gsize rows, GError **error);

/*
 * Completes the file and frees the book and its sheets. What was at the path is replaced whole or, with
 * YUSUAN_ERROR_SYSTEM, not at all.
 */
bool report_book_close(ReportBook *book, GError **error);

/* What was cut off so far (char*), in the language set; empty when nothing was. The caller frees it. */
GPtrArray *report_book_notes(const ReportBook *book);

/* The name is ours: at most 31 characters, none of []:*?/\ . */
ReportSheet *report_sheet_new(ReportBook *book, const char *name);

/* Begins a row, the first one at the top. False when the sheet is full: the row is left out, and counted. */
bool report_sheet_row(ReportSheet *sheet);
int report_sheet_at(const ReportSheet *sheet); /* the row begun last, -1 before the first */

/* The row begun last stands out as the sum of others. */
void report_sheet_total(ReportSheet *sheet);

/* Leaves rows empty. */
void report_sheet_space(ReportSheet *sheet, int rows);

/* A row of one text that runs on over the cells beside it. */
void report_sheet_line(ReportSheet *sheet, CellLook look, const char *text);

/* Widths of columns for a sheet without headings. */
void report_sheet_widths(ReportSheet *sheet, const double *widths, int count);

/*
 * The row of headings: it stays when the sheet is scrolled, with the first `fixed` columns, and is repeated on every printed
 * page. The columns must outlive the sheet.
 */
void report_sheet_headings(ReportSheet *sheet, const BookColumn *columns, int count, int fixed);

/* The same row without staying: for one of several small tables. */
void report_sheet_small_headings(ReportSheet *sheet, const BookColumn *columns, int count);

/* Filters for the rows from the headings to the one begun last. */
void report_sheet_filter(ReportSheet *sheet);

/* Printed upright, where the others lie on their side. */
void report_sheet_upright(ReportSheet *sheet);

/* Only so many columns are printed: the others are for the screen. */
void report_sheet_print(ReportSheet *sheet, int columns);

/* The next cell alone looks so; leads to a row of a sheet. */
void report_sheet_look(ReportSheet *sheet, CellLook look);
void report_sheet_lead(ReportSheet *sheet, const ReportSheet *target, int row);

void report_sheet_text(ReportSheet *sheet, const char *text);
void report_sheet_amount(ReportSheet *sheet, Amount amount); /* in 万元 */
void report_sheet_number(ReportSheet *sheet, double number); /* one that is not finite is left blank */
void report_sheet_amount_formula(ReportSheet *sheet, Amount result, const char *formula);
void report_sheet_number_formula(ReportSheet *sheet, double result, const char *formula);
void report_sheet_blank(ReportSheet *sheet);

/* A wrapped text over so many columns, in a row that is as high as it needs. */
void report_sheet_wide(ReportSheet *sheet, CellLook look, int columns, const char *text);

/* Cells of the column from one row to another that say just `word` (our own) stand out in the tone. */
void report_sheet_mark(ReportSheet *sheet, int column, int first_row, int last_row, const char *word, Tone tone);

/* Cells of a sheet, for formulas and charts. */
typedef struct {
    const ReportSheet *sheet;
    int first_row, first_column, last_row, last_column;
} SheetRange;

/* 'sheet'!$C$4:$C$20, or the one cell. The caller frees it. */
char *range_name(SheetRange range);

typedef enum { BOOK_COLUMNS, BOOK_LINE } BookChartKind;

typedef struct {
    const char *name;
    SheetRange values;
} BookSeries;

/* A native chart; gaps stay gaps. Sizes are pixels, `row` and `column` its upper left corner. */
typedef struct {
    BookChartKind kind;
    const char *title;
    const char *description; /* for those who do not see it */
    SheetRange categories;
    BookSeries series[2]; /* the second one without a name: there is none */
    int row, column;
    int width, height;
} BookChart;

void report_sheet_chart(ReportSheet *sheet, const BookChart *chart);

#endif
