/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/report/book.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "analysis/report/book_style.h"
#include "history/archive.h"
#include "schema/clean.h"
#include "schema/error.h"
#include "schema/language.h"

/* Files with more cells than this unpack to more than a filing may, and are not read again. */
#define CHECKED_CELLS 300000
#define COLUMNS_MAX 1024
#define LINE_POINTS 15.0
#define HEIGHT_MAX 405.0
#define FONT "微软雅黑" /* and whatever stands in for it: a workbook names fonts, it brings none */

const BookLimits excel_limits = {LXW_ROW_MAX, 32767, 65530, 50000};

/* Variants of a look, combined. */
enum { VARIANT_TOTAL = 1, VARIANT_GUARD = 2, VARIANT_FINE = 4, VARIANT_LINK = 8, VARIANTS = 16 };

struct ReportBook {
    lxw_workbook *workbook;
    char *path;
    char *written; /* the file at work, beside the path */
    int file;      /* the same, opened */
    char *header;
    BookLimits limits;
    GPtrArray *sheets; /* ReportSheet */
    lxw_format *formats[LOOKS][VARIANTS];
    gsize cells;
    guint cut, inexact, unlinked;
    bool failed;
};

struct ReportSheet {
    ReportBook *book;
    lxw_worksheet *sheet; /* NULL when it could not be made: then the book cannot be closed well */
    const char *name;
    double widths[COLUMNS_MAX];
    const BookColumn *columns;
    int column_count;
    int heading;
    int printed; /* columns; 0: all */
    int row, column;
    bool total, full;
    double height; /* of the row, in points; 0: the usual one */
    CellLook look; /* of the next cell; LOOKS: its column's */
    char *lead;
    int drawn; /* the last row that a chart covers */
    int links;
    guint left_out;
};

/* ---- looks ---- */

#define GREY 0x666666
#define BLUE 0x0072B2

static lxw_format *format_new(ReportBook *book, CellLook look, int variant)
{
    static const uint8_t sides[] = {LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT};
    lxw_format *format = workbook_add_format(book->workbook);
    const char *number = (variant & VARIANT_FINE) != 0 ? book_styles[look].fine : book_styles[look].number;
    if ((variant & VARIANT_GUARD) != 0)
        number = "@"; /* stays a text when the cell is edited, too */
    if (number != NULL)
        format_set_num_format(format, number);
    format_set_font_name(format, FONT);
    format_set_font_size(format, book_styles[look].size);
    format_set_font_color(format, (variant & VARIANT_LINK) != 0 ? BLUE : book_styles[look].ink);
    format_set_align(format, sides[book_styles[look].side]);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (book_styles[look].bold || (variant & VARIANT_TOTAL) != 0)
        format_set_bold(format);
    if (book_styles[look].italic)
        format_set_italic(format);
    if ((variant & VARIANT_LINK) != 0)
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (book_styles[look].wrapped)
        format_set_text_wrap(format);
    if (book_styles[look].fill != 0 || (variant & VARIANT_TOTAL) != 0)
        format_set_bg_color(format, book_styles[look].fill != 0 ? book_styles[look].fill : 0xF2F2F2);
    if (book_styles[look].boxed) {
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, 0xBFBFBF);
    }
    return format;
}

static lxw_format *format_of(ReportBook *book, CellLook look, int variant)
{
    if (book->formats[look][variant] == NULL)
        book->formats[look][variant] = format_new(book, look, variant);
    return book->formats[look][variant];
}

/* ---- the book ---- */

static time_t time_of_day(const BookAbout *about)
{
    g_autoptr(GTimeZone) utc = g_time_zone_new_utc();
    g_autofree char *noon = g_strconcat(about->day, "T12:00:00Z", NULL);
    g_autoptr(GDateTime) day = strlen(about->day) == 10 ? g_date_time_new_from_iso8601(noon, utc) : NULL;
    if (day == NULL)
        day = g_date_time_new_utc(CLAMP(about->year, 1980, 9999), 1, 1, 12, 0, 0);
    return (time_t)g_date_time_to_unix(day);
}

static void set_properties(ReportBook *book, const BookAbout *about)
{
    g_autofree char *title = text_clean(about->title);
    g_autofree char *comments =
        g_strdup(say("由 yusuan 从公开的预决算材料得出", "Made by yusuan from published budgets and accounts"));
    lxw_doc_properties properties = {.title = title, .comments = comments, .created = time_of_day(about)};
    workbook_set_properties(book->workbook, &properties);
}

static bool fail(const char *path, const char *why, GError **error)
{
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_SYSTEM, say("不能写 %s：%s", "cannot write %s: %s"), path, why);
    return false;
}

ReportBook *report_book_new(const char *path, const BookAbout *about, const BookLimits *limits, gsize rows, GError **error)
{
    g_autofree char *written = g_strconcat(path, ".XXXXXX", NULL);
    int file = g_mkstemp_full(written, O_RDWR | O_CLOEXEC, 0666);
    if (file < 0) {
        fail(path, g_strerror(errno), error);
        return NULL;
    }
    ReportBook *book = g_new0(ReportBook, 1);
    book->path = g_strdup(path);
    book->written = g_steal_pointer(&written);
    book->file = file;
    book->limits = *limits;
    book->header = page_header_from_text(about->header);
    book->sheets = g_ptr_array_new_with_free_func(g_free);
    /* The parts grow beside the file itself: where that has room, they have. */
    g_autofree char *folder = g_path_get_dirname(path);
    lxw_workbook_options options = {.constant_memory = rows > limits->in_memory, .tmpdir = folder};
    book->workbook = workbook_new_opt(book->written, &options);
    set_properties(book, about);
    return book;
}

/* Ends with the tag that it begins with: a part that the disk had no room for does not. */
static bool part_is_whole(const char *text, gsize length)
{
    g_autofree char *part = g_strchomp(g_strndup(text, length));
    const char *root = g_str_has_prefix(part, "<?") ? strchr(part + 1, '<') : part;
    if (root == NULL)
        return false;
    g_autofree char *name = g_strndup(root + 1, strcspn(root + 1, " />"));
    g_autofree char *end = g_strdup_printf("</%s>", name);
    return g_str_has_suffix(part, end) || (strchr(root + 1, '<') == NULL && g_str_has_suffix(part, "/>"));
}

/* The library does not look whether its parts could be written: they are read again. */
static bool file_is_whole(const ReportBook *book)
{
    if (book->cells > CHECKED_CELLS)
        return true;
    g_autofree char *bytes = NULL;
    gsize length = 0;
    ArchiveUse use = {0};
    if (!g_file_get_contents(book->written, &bytes, &length, NULL))
        return false;
    g_autoptr(Archive) archive = archive_from_bytes((const guint8 *)bytes, length, &use, NULL);
    for (int i = 0; archive != NULL && i < archive_count(archive); i++) {
        g_autoptr(GBytes) part = archive_read(archive, i, NULL);
        gsize size = 0;
        const char *text = part != NULL ? g_bytes_get_data(part, &size) : NULL;
        if (text == NULL || !part_is_whole(text, size))
            return false;
    }
    return archive != NULL;
}

static void book_free(ReportBook *book)
{
    for (guint i = 0; i < book->sheets->len; i++)
        g_free(((ReportSheet *)g_ptr_array_index(book->sheets, i))->lead);
    g_ptr_array_unref(book->sheets);
    close(book->file);
    g_free(book->header);
    g_free(book->written);
    g_free(book->path);
    g_free(book);
}

static void sheet_finish(ReportSheet *sheet);

bool report_book_close(ReportBook *book, GError **error)
{
    for (guint i = 0; i < book->sheets->len; i++)
        sheet_finish(g_ptr_array_index(book->sheets, i));
    lxw_error code = workbook_close(book->workbook);
    bool done = false;
    if (code != LXW_NO_ERROR)
        fail(book->path, lxw_strerror(code), error);
    else if (book->failed || !file_is_whole(book))
        fail(book->path, say("没有写全，磁盘可能已满", "it is not whole; the disk may be full"), error);
    else if (fsync(book->file) != 0 || g_rename(book->written, book->path) != 0)
        fail(book->path, g_strerror(errno), error);
    else
        done = true;
    if (!done)
        g_unlink(book->written);
    book_free(book);
    return done;
}

GPtrArray *report_book_notes(const ReportBook *book)
{
    GPtrArray *notes = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < book->sheets->len; i++) {
        const ReportSheet *sheet = g_ptr_array_index(book->sheets, i);
        if (sheet->left_out > 0)
            g_ptr_array_add(notes, g_strdup_printf(say("“%s”表略去 %u 行：一张表最多 %d 行。", "Sheet “%s” leaves out %u rows: it holds %d."),
                                                   sheet->name, sheet->left_out, book->limits.rows));
    }
    if (book->cut > 0)
        g_ptr_array_add(notes, g_strdup_printf(say("有 %u 处文字太长，只留开头：一个单元格最多 %d 个字。",
                                                   "%u texts are cut: a cell holds %d characters."), book->cut, book->limits.characters));
    if (book->inexact > 0)
        g_ptr_array_add(notes, g_strdup_printf(say("有 %u 个金额超过 15 位有效数字，表格软件只存前 15 位。",
                                                   "%u amounts have more than the 15 digits that a spreadsheet keeps."), book->inexact));
    if (book->unlinked > 0)
        g_ptr_array_add(notes, g_strdup_printf(say("有 %u 处没有链接：一张表最多 %d 个。", "%u places lead nowhere: a sheet holds %d links."),
                                               book->unlinked, book->limits.links));
    return notes;
}

/* ---- sheets ---- */

ReportSheet *report_sheet_new(ReportBook *book, const char *name)
{
    ReportSheet *sheet = g_new0(ReportSheet, 1);
    *sheet = (ReportSheet){.book = book, .name = name, .row = -1, .heading = -1, .look = LOOKS};
    g_ptr_array_add(book->sheets, sheet);
    sheet->sheet = workbook_add_worksheet(book->workbook, name);
    if (sheet->sheet == NULL) {
        book->failed = sheet->full = true;
        return sheet;
    }
    for (int i = 0; i < COLUMNS_MAX; i++)
        sheet->widths[i] = LXW_DEF_COL_WIDTH;
    worksheet_set_landscape(sheet->sheet);
    worksheet_set_paper(sheet->sheet, 9); /* A4 */
    worksheet_fit_to_pages(sheet->sheet, 1, 0);
    worksheet_set_margins(sheet->sheet, 0.4, 0.4, 0.7, 0.6);
    /* The space: digits that follow would be read as part of the size. */
    g_autofree char *header = g_strdup_printf("&L&9 %s&R&9 &A", book->header);
    worksheet_set_header(sheet->sheet, header);
    worksheet_set_footer(sheet->sheet, say("&C&9 第 &P 页，共 &N 页", "&C&9 Page &P of &N"));
    worksheet_gridlines(sheet->sheet, LXW_HIDE_ALL_GRIDLINES);
    /* Codes are texts on purpose. */
    worksheet_ignore_errors(sheet->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
    return sheet;
}

/* Not every program makes a row as high as its texts need: it is told. */
static void end_row(ReportSheet *sheet)
{
    if (sheet->sheet != NULL && sheet->row >= 0 && sheet->height > 0)
        worksheet_set_row(sheet->sheet, (lxw_row_t)sheet->row, sheet->height, NULL);
    sheet->height = 0;
}

/* Lines of a text in a space of so many digits, and the row at least as high as they are. */
static void make_room(ReportSheet *sheet, CellLook look, double width, const char *text)
{
    double lines = book_styles[look].wrapped ? ceil(text_width(text) / MAX(width, 1)) : 1;
    double line = book_styles[look].size * 1.5;
    if (lines > 1 || line > LINE_POINTS)
        sheet->height = MAX(sheet->height, MIN(lines * line + 2, HEIGHT_MAX));
}

bool report_sheet_row(ReportSheet *sheet)
{
    end_row(sheet);
    if (sheet->full || sheet->row + 1 >= sheet->book->limits.rows) {
        sheet->full = true;
        sheet->left_out++;
        return false;
    }
    sheet->row++;
    sheet->column = 0;
    sheet->total = false;
    return true;
}

static void sheet_finish(ReportSheet *sheet)
{
    int last = MAX(sheet->row, sheet->drawn);
    end_row(sheet);
    if (sheet->sheet != NULL && sheet->printed > 0 && last >= 0)
        worksheet_print_area(sheet->sheet, 0, 0, (lxw_row_t)last, (lxw_col_t)sheet->printed - 1);
}

int report_sheet_at(const ReportSheet *sheet)
{
    return sheet->row;
}

void report_sheet_total(ReportSheet *sheet)
{
    sheet->total = true;
}

void report_sheet_space(ReportSheet *sheet, int rows)
{
    end_row(sheet);
    sheet->row += rows;
}

void report_sheet_line(ReportSheet *sheet, CellLook look, const char *text)
{
    report_sheet_row(sheet);
    report_sheet_look(sheet, look);
    report_sheet_text(sheet, text);
}

static void set_width(ReportSheet *sheet, int column, double width)
{
    if (sheet->sheet == NULL || column >= COLUMNS_MAX)
        return;
    sheet->widths[column] = width;
    worksheet_set_column(sheet->sheet, (lxw_col_t)column, (lxw_col_t)column, width, NULL);
}

void report_sheet_widths(ReportSheet *sheet, const double *widths, int count)
{
    for (int i = 0; i < count; i++)
        set_width(sheet, i, widths[i]);
}

void report_sheet_small_headings(ReportSheet *sheet, const BookColumn *columns, int count)
{
    sheet->columns = columns;
    sheet->column_count = count;
    report_sheet_row(sheet);
    for (int i = 0; i < count; i++) {
        report_sheet_look(sheet, LOOK_HEADING);
        report_sheet_text(sheet, say(columns[i].zh, columns[i].en));
    }
}

void report_sheet_headings(ReportSheet *sheet, const BookColumn *columns, int count, int fixed)
{
    for (int i = 0; i < count; i++)
        set_width(sheet, i, columns[i].width);
    report_sheet_small_headings(sheet, columns, count);
    sheet->heading = sheet->row;
    if (sheet->sheet == NULL)
        return;
    worksheet_freeze_panes(sheet->sheet, (lxw_row_t)sheet->row + 1, (lxw_col_t)fixed);
    worksheet_repeat_rows(sheet->sheet, (lxw_row_t)sheet->row, (lxw_row_t)sheet->row);
}

void report_sheet_filter(ReportSheet *sheet)
{
    if (sheet->sheet != NULL && sheet->heading >= 0 && sheet->row > sheet->heading)
        worksheet_autofilter(sheet->sheet, (lxw_row_t)sheet->heading, 0, (lxw_row_t)sheet->row,
                             (lxw_col_t)sheet->column_count - 1);
}

/* ---- cells ---- */

void report_sheet_print(ReportSheet *sheet, int columns)
{
    sheet->printed = columns;
}

void report_sheet_upright(ReportSheet *sheet)
{
    if (sheet->sheet != NULL)
        worksheet_set_portrait(sheet->sheet);
}

void report_sheet_look(ReportSheet *sheet, CellLook look)
{
    sheet->look = look;
}

void report_sheet_lead(ReportSheet *sheet, const ReportSheet *target, int row)
{
    if (sheet->links >= sheet->book->limits.links) {
        sheet->book->unlinked++;
        return;
    }
    g_free(sheet->lead);
    sheet->lead = g_strdup_printf("internal:'%s'!A%d", target->name, row + 1);
}

static CellLook look_of_cell(const ReportSheet *sheet)
{
    if (sheet->look != LOOKS)
        return sheet->look;
    return sheet->column < sheet->column_count ? sheet->columns[sheet->column].look : LOOK_WORD;
}

/* The format and place of the next cell, its link set; false when there is no such place. */
static bool next_cell(ReportSheet *sheet, int variant, lxw_format **format, lxw_row_t *row, lxw_col_t *column)
{
    CellLook look = look_of_cell(sheet);
    g_autofree char *lead = g_steal_pointer(&sheet->lead);
    sheet->look = LOOKS;
    if (sheet->full || sheet->row < 0 || sheet->column >= COLUMNS_MAX)
        return false;
    *row = (lxw_row_t)sheet->row;
    *column = (lxw_col_t)sheet->column++;
    sheet->book->cells++;
    *format = format_of(sheet->book, look, variant | (sheet->total ? VARIANT_TOTAL : 0) | (lead != NULL ? VARIANT_LINK : 0));
    if (lead != NULL) {
        sheet->links++;
        worksheet_write_url(sheet->sheet, *row, *column, lead, *format); /* the text it writes is overwritten */
    }
    return true;
}

static char *cell_text(ReportBook *book, const char *text)
{
    bool cut = false;
    char *written = cell_text_from_text(text, book->limits.characters, &cut);
    book->cut += cut;
    return written;
}

void report_sheet_text(ReportSheet *sheet, const char *text)
{
    g_autofree char *written = cell_text(sheet->book, text);
    lxw_format *format;
    lxw_row_t row;
    lxw_col_t column;
    CellLook look = look_of_cell(sheet);
    if (!next_cell(sheet, text_looks_like_formula(written) ? VARIANT_GUARD : 0, &format, &row, &column))
        return;
    make_room(sheet, look, sheet->widths[column], written);
    if (written[0] == '\0')
        worksheet_write_blank(sheet->sheet, row, column, format);
    else
        worksheet_write_string(sheet->sheet, row, column, written, format);
}

void report_sheet_blank(ReportSheet *sheet)
{
    report_sheet_text(sheet, "");
}

/* More decimals than two are shown where the paper is printed in yuan; digits beyond 15 are lost. */
static int variant_of_amount(ReportBook *book, Amount amount)
{
    gint64 digits = amount.step > 0 ? amount.fen / MIN(amount.step, FEN_PER_WAN_YUAN) : amount.fen;
    if (digits >= G_GINT64_CONSTANT(1000000000000000) || digits <= -G_GINT64_CONSTANT(1000000000000000))
        book->inexact++;
    return amount.fen % (FEN_PER_WAN_YUAN / 100) != 0 ? VARIANT_FINE : 0;
}

static void put_number(ReportSheet *sheet, int variant, double number, const char *formula)
{
    lxw_format *format;
    lxw_row_t row;
    lxw_col_t column;
    if (!next_cell(sheet, variant, &format, &row, &column))
        return;
    number = number == 0 ? 0 : number; /* no negative zero */
    if (!isfinite(number))
        worksheet_write_blank(sheet->sheet, row, column, format);
    else if (formula == NULL)
        worksheet_write_number(sheet->sheet, row, column, number, format);
    else
        worksheet_write_formula_num(sheet->sheet, row, column, formula, format, number);
}

void report_sheet_amount(ReportSheet *sheet, Amount amount)
{
    put_number(sheet, variant_of_amount(sheet->book, amount), amount_to_wan_yuan(amount), NULL);
}

void report_sheet_number(ReportSheet *sheet, double number)
{
    put_number(sheet, 0, number, NULL);
}

void report_sheet_amount_formula(ReportSheet *sheet, Amount result, const char *formula)
{
    g_autofree char *written = g_strconcat("=", formula, NULL);
    put_number(sheet, variant_of_amount(sheet->book, result), amount_to_wan_yuan(result), written);
}

void report_sheet_number_formula(ReportSheet *sheet, double result, const char *formula)
{
    g_autofree char *written = g_strconcat("=", formula, NULL);
    put_number(sheet, 0, result, written);
}

void report_sheet_wide(ReportSheet *sheet, CellLook look, int columns, const char *text)
{
    g_autofree char *written = cell_text(sheet->book, text);
    g_autofree char *lead = g_steal_pointer(&sheet->lead);
    if (sheet->full || sheet->row < 0)
        return;
    double room = 0;
    for (int i = sheet->column; i < sheet->column + columns; i++)
        room += sheet->widths[i];
    make_room(sheet, look, room, written);
    int variant = (text_looks_like_formula(written) ? VARIANT_GUARD : 0) | (lead != NULL ? VARIANT_LINK : 0);
    lxw_row_t row = (lxw_row_t)sheet->row;
    lxw_col_t first = (lxw_col_t)sheet->column;
    lxw_format *format = format_of(sheet->book, look, variant);
    worksheet_merge_range(sheet->sheet, row, first, row, (lxw_col_t)(first + columns - 1), written, format);
    if (lead != NULL) {
        sheet->links++;
        worksheet_write_url(sheet->sheet, row, first, lead, format);
        worksheet_write_string(sheet->sheet, row, first, written, format);
    }
    sheet->column += columns;
    sheet->look = LOOKS;
}

void report_sheet_mark(ReportSheet *sheet, int column, int first_row, int last_row, const char *word, Tone tone)
{
    static const struct {
        guint32 ink, fill;
    } tones[] = {[TONE_PLAIN] = {0x222222, 0xFFFFFF}, [TONE_STRONG] = {0x005A46, 0xDDF1EA}, [TONE_MUTED] = {GREY, 0xFFFFFF},
                 [TONE_QUOTE] = {0x222222, 0xFFFFFF}, [TONE_NOTICE] = {0x00507D, 0xE0EEF7}, [TONE_WARNING] = {0x7A5200, 0xFDF0D5},
                 [TONE_ERROR] = {0x9A3800, 0xFBE3D6}};
    if (sheet->sheet == NULL || last_row < first_row)
        return;
    lxw_format *format = workbook_add_format(sheet->book->workbook);
    format_set_font_color(format, tones[tone].ink);
    format_set_bg_color(format, tones[tone].fill);
    g_autofree char *value = g_strdup_printf("\"%s\"", word);
    lxw_conditional_format condition = {.type = LXW_CONDITIONAL_TYPE_CELL,
                                        .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
                                        .value_string = value,
                                        .format = format};
    worksheet_conditional_format_range(sheet->sheet, (lxw_row_t)first_row, (lxw_col_t)column, (lxw_row_t)last_row,
                                       (lxw_col_t)column, &condition);
}

/* ---- names and charts ---- */

char *range_name(SheetRange range)
{
    g_autofree char *first = place_name("$", range.first_row, range.first_column);
    g_autofree char *last = place_name("$", range.last_row, range.last_column);
    bool one = range.last_row == range.first_row && range.last_column == range.first_column;
    return g_strdup_printf("'%s'!%s%s%s", range.sheet->name, first, one ? "" : ":", one ? "" : last);
}

static void chart_add(lxw_chart *chart, const BookChart *drawn, const BookSeries *series, lxw_color_t colour)
{
    g_autofree char *categories = range_name(drawn->categories);
    g_autofree char *values = range_name(series->values);
    lxw_chart_series *added = chart_add_series(chart, categories, values);
    chart_series_set_name(added, series->name);
    lxw_chart_line line = {.color = colour, .width = 2.25};
    lxw_chart_fill fill = {.color = colour};
    if (drawn->kind == BOOK_LINE) {
        chart_series_set_line(added, &line);
        chart_series_set_marker_type(added, LXW_CHART_MARKER_CIRCLE);
        chart_series_set_marker_size(added, 6);
        chart_series_set_marker_fill(added, &fill);
    } else {
        chart_series_set_fill(added, &fill);
    }
    chart_series_set_labels(added);
    chart_series_set_labels_num_format(added, "#,##0;-#,##0;;"); /* no label on nothing */
    lxw_chart_font small = {.size = 8, .color = GREY};
    chart_series_set_labels_font(added, &small);
    if (drawn->kind == BOOK_LINE)
        chart_series_set_labels_position(added, LXW_CHART_LABEL_POSITION_ABOVE);
}

void report_sheet_chart(ReportSheet *sheet, const BookChart *drawn)
{
    static const uint8_t kinds[] = {[BOOK_COLUMNS] = LXW_CHART_COLUMN, [BOOK_LINE] = LXW_CHART_LINE};
    if (sheet->sheet == NULL)
        return;
    lxw_chart *chart = workbook_add_chart(sheet->book->workbook, kinds[drawn->kind]);
    chart_add(chart, drawn, &drawn->series[0], BLUE);
    if (drawn->series[1].name != NULL)
        chart_add(chart, drawn, &drawn->series[1], 0xD55E00);
    chart_legend_set_position(chart, drawn->series[1].name != NULL ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
    chart_title_set_name(chart, drawn->title);
    lxw_chart_font title = {.size = 11, .bold = LXW_TRUE};
    chart_title_set_name_font(chart, &title);
    lxw_chart_line faint = {.color = 0xE2E2E2, .width = 0.75};
    chart_axis_major_gridlines_set_line(chart->y_axis, &faint);
    chart_axis_set_num_format(chart->y_axis, "#,##0");
    chart_axis_set_label_position(chart->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
    chart_show_blanks_as(chart, LXW_CHART_BLANKS_AS_GAP);
    g_autofree char *description = g_strdup(drawn->description);
    /* The library draws 480 by 288 pixels and scales them. */
    lxw_chart_options options = {.x_scale = drawn->width / 480.0, .y_scale = drawn->height / 288.0,
                                 .x_offset = 4, .y_offset = 4, .description = description};
    sheet->drawn = MAX(sheet->drawn, drawn->row + drawn->height / 20 + 1);
    worksheet_insert_chart_opt(sheet->sheet, (lxw_row_t)drawn->row, (lxw_col_t)drawn->column, chart, &options);
}
