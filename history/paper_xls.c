/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/paper_xls.h"

#include "history/biff.h"
#include "history/number_format.h"
#include "history/ole.h"
#include "history/sheet_cells.h"
#include "schema/error.h"
#include "schema/language.h"

#define VERSION_BIFF8 0x0600
#define SHOWS_ZEROS 0x10

/* What the cached value of a formula is when it is no number. */
enum { CACHED_STRING, CACHED_BOOLEAN, CACHED_ERROR, CACHED_BLANK };

typedef struct {
    guint32 offset;
    bool shown;
    char *name;
} BoundSheet;

typedef struct {
    GBytes *stream;
    GPtrArray *texts;   /* char *, the shared strings */
    GArray *styles;     /* int: number of the format of each */
    GHashTable *codes;  /* number of a format -> its code */
    GArray *sheets;     /* BoundSheet */
    gsize walked;       /* bytes of records read so far: sheets that lie over one another have no end */
    bool from_1904;
} Book;

/* A sheet at work. */
typedef struct {
    Book *book;
    Biff biff;
    SheetCells *cells;
    int row, column; /* of a formula that waits for its text */
} Sheet;

static void refuse(GError **error, const char *why)
{
    g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT, why);
}

static void refuse_damaged(GError **error)
{
    refuse(error, say("XLS 文件损坏，读不下去：请用 Excel 或 WPS 打开后另存为 .xlsx",
                      "the XLS file is damaged: open it with Excel or WPS and save it as .xlsx"));
}

static void sheet_clear(gpointer data)
{
    g_free(((BoundSheet *)data)->name);
}

static Book *book_new(GBytes *stream)
{
    Book *book = g_new0(Book, 1);
    book->stream = stream;
    book->texts = g_ptr_array_new_with_free_func(g_free);
    book->styles = g_array_new(FALSE, TRUE, sizeof(int));
    book->codes = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, g_free);
    book->sheets = g_array_new(FALSE, TRUE, sizeof(BoundSheet));
    g_array_set_clear_func(book->sheets, sheet_clear);
    return book;
}

static void book_free(Book *book)
{
    if (book == NULL)
        return;
    g_bytes_unref(book->stream);
    g_ptr_array_unref(book->texts);
    g_array_unref(book->styles);
    g_hash_table_unref(book->codes);
    g_array_unref(book->sheets);
    g_free(book);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Book, book_free)

static const char *format_of_style(const Book *book, guint style)
{
    int format = style < book->styles->len ? g_array_index(book->styles, int, style) : 0;
    const char *code = g_hash_table_lookup(book->codes, GINT_TO_POINTER(format));
    return code != NULL ? code : number_format_builtin(format);
}

/*
 * The texts of all sheets; each takes at least three bytes, so that a false count makes no work. Some programs count more
 * than they write: a cell that names a text which is not there is what is refused.
 */
static void read_texts(Book *book, Biff *biff)
{
    biff_skip(biff, 4);
    guint32 count = biff_long(biff);
    for (guint32 i = 0; i < count && !biff->bad; i++)
        g_ptr_array_add(book->texts, biff_text(biff, true));
    biff->bad = false;
}

static void read_bound_sheet(Book *book, Biff *biff)
{
    BoundSheet sheet = {.offset = biff_long(biff)};
    sheet.shown = (biff_byte(biff) & 3) == 0;
    sheet.shown &= biff_byte(biff) == 0; /* a worksheet; not a chart, not macros */
    sheet.name = biff_text(biff, false);
    g_array_append_val(book->sheets, sheet);
}

static void read_global(Book *book, Biff *biff)
{
    int format;
    switch (biff->type) {
    case BIFF_DATE_1904:
        book->from_1904 = biff_short(biff) == 1;
        break;
    case BIFF_BOUND_SHEET:
        read_bound_sheet(book, biff);
        break;
    case BIFF_FORMAT:
        format = (int)biff_short(biff);
        g_hash_table_insert(book->codes, GINT_TO_POINTER(format), biff_text(biff, true));
        break;
    case BIFF_XF:
        biff_skip(biff, 2);
        format = (int)biff_short(biff);
        g_array_append_val(book->styles, format);
        break;
    case BIFF_SST:
        read_texts(book, biff);
        break;
    }
}

/* The records before the first sheet. */
static bool read_globals(Book *book, GError **error)
{
    gsize length = 0;
    const guint8 *stream = g_bytes_get_data(book->stream, &length);
    Biff biff = biff_at(stream, length, 0);
    if (!biff_next(&biff) || biff.type != BIFF_BOF || biff_short(&biff) != VERSION_BIFF8) {
        refuse(error, say("是 Excel 5.0/95 或更早的 XLS：请用 Excel 或 WPS 另存为 .xlsx",
                          "an XLS of Excel 5.0/95 or older: save it as .xlsx with Excel or WPS"));
        return false;
    }
    while (!biff.bad && biff_next(&biff) && biff.type != BIFF_EOF) {
        if (biff.type == BIFF_FILE_PASS) {
            refuse(error, say("工作簿加了密：请去掉密码后再导入", "the workbook is encrypted: remove the password and import again"));
            return false;
        }
        read_global(book, &biff);
    }
    if (biff.bad)
        refuse_damaged(error);
    return !biff.bad;
}

static void add_number(Sheet *sheet, int row, int column, guint style, double value)
{
    sheet_cells_add_number(sheet->cells, row, column, value, format_of_style(sheet->book, style), sheet->book->from_1904);
}

static void add_error(Sheet *sheet, int row, int column, guint code)
{
    static const struct {
        guint code;
        const char *text;
    } errors[] = {
        {0x00, "#NULL!"}, {0x07, "#DIV/0!"}, {0x0f, "#VALUE!"}, {0x17, "#REF!"}, {0x1d, "#NAME?"}, {0x24, "#NUM!"}, {0x2a, "#N/A"},
    };
    const char *text = "#ERROR!";
    for (gsize i = 0; i < G_N_ELEMENTS(errors); i++)
        if (errors[i].code == code)
            text = errors[i].text;
    sheet_cells_add_text(sheet->cells, row, column, text);
}

static void add_boolean(Sheet *sheet, int row, int column, guint value)
{
    sheet_cells_add_text(sheet->cells, row, column, value != 0 ? "TRUE" : "FALSE");
}

/* The value computed last: a number, or a mark in its place; a text follows in a record of its own. */
static void read_formula(Sheet *sheet, int row, int column, guint style)
{
    Biff *biff = &sheet->biff;
    if (biff->end - biff->at < 8) {
        biff->bad = true;
        return;
    }
    if (biff->at[6] != 0xff || biff->at[7] != 0xff) {
        add_number(sheet, row, column, style, biff_double(biff));
        return;
    }
    switch (biff->at[0]) {
    case CACHED_STRING:
        sheet->row = row;
        sheet->column = column;
        break;
    case CACHED_BOOLEAN:
        add_boolean(sheet, row, column, biff->at[2]);
        break;
    case CACHED_ERROR:
        add_error(sheet, row, column, biff->at[2]);
        break;
    }
}

static void add_shared(Sheet *sheet, int row, int column)
{
    guint32 index = biff_long(&sheet->biff);
    if (index < sheet->book->texts->len)
        sheet_cells_add_text(sheet->cells, row, column, g_ptr_array_index(sheet->book->texts, index));
    else
        sheet->biff.bad = true;
}

static void read_text(Sheet *sheet, int row, int column)
{
    g_autofree char *text = biff_text(&sheet->biff, true);
    sheet_cells_add_text(sheet->cells, row, column, text);
}

/* The text of the formula before it. */
static void read_string(Sheet *sheet)
{
    if (sheet->row >= 0)
        read_text(sheet, sheet->row, sheet->column);
    sheet->row = -1;
}

static void read_merged(Sheet *sheet)
{
    Biff *biff = &sheet->biff;
    for (guint count = biff_short(biff); count > 0 && !biff->bad; count--) {
        int first_row = (int)biff_short(biff), last_row = (int)biff_short(biff);
        int first_column = (int)biff_short(biff), last_column = (int)biff_short(biff);
        if (!biff->bad)
            sheet_cells_merge(sheet->cells, first_row, first_column, last_row, last_column);
    }
}

/* A row of packed numbers, a style each; the last column ends the record. */
static void read_many(Sheet *sheet, int row, int column)
{
    Biff *biff = &sheet->biff;
    for (; biff->end - biff->at >= 6 + 2; column++) {
        guint style = biff_short(biff);
        add_number(sheet, row, column, style, biff_rk(biff));
    }
}

/* A record that begins with row, column and, but for MULRK, style. */
static void read_cell(Sheet *sheet)
{
    Biff *biff = &sheet->biff;
    int row = (int)biff_short(biff), column = (int)biff_short(biff);
    guint type = biff->type;
    if (type == BIFF_MUL_RK) {
        read_many(sheet, row, column);
        return;
    }
    guint style = biff_short(biff);
    if (type == BIFF_NUMBER) {
        add_number(sheet, row, column, style, biff_double(biff));
    } else if (type == BIFF_RK) {
        add_number(sheet, row, column, style, biff_rk(biff));
    } else if (type == BIFF_LABEL_SST) {
        add_shared(sheet, row, column);
    } else if (type == BIFF_FORMULA) {
        read_formula(sheet, row, column, style);
    } else if (type == BIFF_BOOL_ERR) {
        guint value = biff_byte(biff);
        if (biff_byte(biff) == 0)
            add_boolean(sheet, row, column, value);
        else
            add_error(sheet, row, column, value);
    } else {
        read_text(sheet, row, column);
    }
}

static void read_record(Sheet *sheet)
{
    switch (sheet->biff.type) {
    case BIFF_NUMBER:
    case BIFF_RK:
    case BIFF_MUL_RK:
    case BIFF_LABEL_SST:
    case BIFF_LABEL:
    case BIFF_RICH_STRING:
    case BIFF_FORMULA:
    case BIFF_BOOL_ERR:
        read_cell(sheet);
        break;
    case BIFF_STRING:
        read_string(sheet);
        break;
    case BIFF_MERGED_CELLS:
        read_merged(sheet);
        break;
    case BIFF_WINDOW2:
        if ((biff_short(&sheet->biff) & SHOWS_ZEROS) == 0)
            sheet_cells_hide_zeros(sheet->cells);
        break;
    }
}

/* From the sheet's first record to its last; what is embedded in between (charts) begins and ends likewise. */
static bool read_sheet(Sheet *sheet)
{
    Biff *biff = &sheet->biff;
    if (!biff_next(biff) || biff->type != BIFF_BOF)
        return false;
    int depth = 1;
    while (depth > 0 && !biff->bad && biff_next(biff)) {
        if (biff->type == BIFF_BOF)
            depth++;
        else if (biff->type == BIFF_EOF)
            depth--;
        else if (depth == 1)
            read_record(sheet);
    }
    return depth == 0 && !biff->bad;
}

static bool add_sheet(Paper *paper, Book *book, const BoundSheet *bound, GError **error)
{
    gsize length = 0;
    const guint8 *stream = g_bytes_get_data(book->stream, &length);
    g_autoptr(SheetCells) cells = sheet_cells_new();
    Sheet sheet = {.book = book, .biff = biff_at(stream, length, bound->offset), .cells = cells, .row = -1};
    gsize begin = sheet.biff.next;
    bool whole = read_sheet(&sheet);
    book->walked += sheet.biff.next - begin;
    if (!whole || book->walked > length) {
        refuse_damaged(error);
        return false;
    }
    paper_page_from_sheet(paper, bound->name, cells);
    return true;
}

Paper *paper_from_xls(const guint8 *bytes, gsize length, GError **error)
{
    GBytes *stream = ole_stream(bytes, length, "Workbook");
    if (stream == NULL)
        stream = ole_stream(bytes, length, "Book"); /* Excel 5.0/95: refused by its version */
    if (stream == NULL) {
        refuse_damaged(error);
        return NULL;
    }
    g_autoptr(Book) book = book_new(stream);
    if (!read_globals(book, error))
        return NULL;
    g_autoptr(Paper) paper = paper_new();
    for (guint i = 0; i < book->sheets->len; i++) {
        const BoundSheet *bound = &g_array_index(book->sheets, BoundSheet, i);
        if (bound->shown && !add_sheet(paper, book, bound, error))
            return NULL;
    }
    return g_steal_pointer(&paper);
}
