/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/history/pdf_builder.h"

#include <string.h>
#include <zlib.h>

struct PdfBuilder {
    GString *file;
    GArray *offsets; /* gsize: where each object begins */
    GString *kids;
    int page_count;
};

/* Objects that every file has. */
enum { CATALOGUE = 1, PAGES, LATIN, CHINESE, FIRST_FREE };

static void begin_object(PdfBuilder *pdf, int number)
{
    if (pdf->offsets->len <= (guint)number)
        g_array_set_size(pdf->offsets, (guint)number + 1);
    g_array_index(pdf->offsets, gsize, number) = pdf->file->len;
    g_string_append_printf(pdf->file, "%d 0 obj\n", number);
}

static void add_object(PdfBuilder *pdf, int number, const char *body)
{
    begin_object(pdf, number);
    g_string_append_printf(pdf->file, "%s\nendobj\n", body);
}

PdfBuilder *pdf_new(void)
{
    PdfBuilder *pdf = g_new0(PdfBuilder, 1);
    pdf->file = g_string_new("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
    pdf->kids = g_string_new(NULL);
    pdf->offsets = g_array_new(FALSE, TRUE, sizeof(gsize));
    g_array_set_size(pdf->offsets, FIRST_FREE);
    add_object(pdf, LATIN, "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>");
    add_object(pdf, CHINESE,
               "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [ << /Type /Font\n"
               "/Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >>\n"
               "/FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0\n"
               "/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >> ] >>");
    return pdf;
}

int pdf_object(PdfBuilder *pdf, const char *body)
{
    int number = (int)pdf->offsets->len;
    add_object(pdf, number, body);
    return number;
}

int pdf_stream(PdfBuilder *pdf, const char *entries, const char *bytes, gsize length, bool deflated)
{
    g_autofree guint8 *packed = NULL;
    if (deflated) {
        uLongf room = compressBound(length);
        packed = g_malloc(room);
        if (compress2(packed, &room, (const guint8 *)bytes, length, 6) != Z_OK)
            g_error("no memory");
        bytes = (const char *)packed;
        length = room;
    }
    int number = (int)pdf->offsets->len;
    begin_object(pdf, number);
    g_string_append_printf(pdf->file, "<< %s %s /Length %zu >>\nstream\n", entries, deflated ? "/Filter /FlateDecode" : "", length);
    g_string_append_len(pdf->file, bytes, (gssize)length);
    g_string_append(pdf->file, "\nendstream\nendobj\n");
    return number;
}

void pdf_page_of_stream(PdfBuilder *pdf, int stream, const char *entries, const char *named)
{
    g_autofree char *body =
        g_strdup_printf("<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %d %d] %s /Contents %d 0 R\n"
                        "/Resources << /Font << /L %d 0 R /C %d 0 R >> %s >> >>",
                        PAGES, PDF_WIDTH, PDF_HEIGHT, entries, stream, LATIN, CHINESE, named);
    g_string_append_printf(pdf->kids, "%d 0 R ", pdf_object(pdf, body));
    pdf->page_count++;
}

void pdf_put_page(PdfBuilder *pdf, const char *content)
{
    pdf_page_of_stream(pdf, pdf_stream(pdf, "", content, strlen(content), false), "", "");
}

GBytes *pdf_finish(PdfBuilder *pdf)
{
    g_autofree char *pages = g_strdup_printf("<< /Type /Pages /Count %d /Kids [ %s] >>", pdf->page_count, pdf->kids->str);
    add_object(pdf, PAGES, pages);
    add_object(pdf, CATALOGUE, "<< /Type /Catalog /Pages 2 0 R >>");
    gsize start = pdf->file->len;
    g_string_append_printf(pdf->file, "xref\n0 %u\n0000000000 65535 f \n", pdf->offsets->len);
    for (guint i = 1; i < pdf->offsets->len; i++)
        g_string_append_printf(pdf->file, "%010zu 00000 n \n", g_array_index(pdf->offsets, gsize, i));
    g_string_append_printf(pdf->file, "trailer\n<< /Size %u /Root %d 0 R >>\nstartxref\n%zu\n%%%%EOF\n", pdf->offsets->len, CATALOGUE, start);
    GBytes *bytes = g_string_free_to_bytes(pdf->file);
    g_array_unref(pdf->offsets);
    g_string_free(pdf->kids, TRUE);
    g_free(pdf);
    return bytes;
}

GBytes *pdf_of_page(const char *content)
{
    PdfBuilder *pdf = pdf_new();
    pdf_put_page(pdf, content);
    return pdf_finish(pdf);
}

/* Numbers with a point, whatever the locale; a y from the top as one from the bottom. */
static void add_number(GString *content, double number)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    g_string_append_printf(content, "%s ", g_ascii_formatd(digits, sizeof digits, "%.3f", number));
}

static void add_point(GString *content, double x, double y)
{
    add_number(content, x);
    add_number(content, PDF_HEIGHT - y);
}

static void show_text(GString *content, double size, const char *text)
{
    for (const char *at = text; *at != '\0';) {
        bool latin = g_ascii_isprint(*at);
        g_string_append(content, latin ? "/L " : "/C ");
        add_number(content, size);
        g_string_append(content, "Tf <");
        for (; *at != '\0' && g_ascii_isprint(*at) == latin; at = g_utf8_next_char(at))
            g_string_append_printf(content, latin ? "%02X" : "%04X", g_utf8_get_char(at));
        g_string_append(content, "> Tj\n");
    }
}

void pdf_text_turned(GString *content, const double matrix[4], double x, double y, double size, const char *text)
{
    g_string_append(content, "BT ");
    for (int i = 0; i < 4; i++)
        add_number(content, matrix[i]);
    add_point(content, x, y);
    g_string_append(content, "Tm ");
    show_text(content, size, text);
    g_string_append(content, "ET\n");
}

void pdf_text(GString *content, double x, double y, double size, const char *text)
{
    static const double upright[] = {1, 0, 0, 1};
    pdf_text_turned(content, upright, x, y, size, text);
}

void pdf_line(GString *content, double x0, double y0, double x1, double y1)
{
    add_point(content, x0, y0);
    g_string_append(content, "m ");
    add_point(content, x1, y1);
    g_string_append(content, "l S\n");
}

/* The text of a place; "" beyond the table, so that its outer lines are drawn. */
static const char *place_text(char **const *rows, int row_count, int row, int column, int columns)
{
    if (row >= row_count || column >= columns)
        return "";
    int count = (int)g_strv_length(rows[row]);
    return column < count ? rows[row][column] : "";
}

void pdf_table(GString *content, double x, double y, const double *widths, double height, const char *texts)
{
    g_auto(GStrv) lines = g_strsplit(texts, "\n", -1);
    int rows = (int)g_strv_length(lines);
    char ***places = g_new(char **, rows);
    int columns = 0;
    while (widths[columns] > 0)
        columns++;
    for (int row = 0; row < rows; row++)
        places[row] = g_strsplit(lines[row], "|", -1);
    for (int row = 0; row <= rows; row++) {
        double left = x;
        double top = y + height * row;
        for (int column = 0; column <= columns; column++) {
            const char *text = place_text(places, rows, row, column, columns);
            bool joined_up = g_str_equal(text, "^");
            bool joined_left = g_str_equal(text, "<");
            double width = column < columns ? widths[column] : 0;
            if (!joined_up && column < columns)
                pdf_line(content, left, top, left + width, top);
            if (!joined_left && row < rows)
                pdf_line(content, left, top, left, top + height);
            if (!joined_up && !joined_left && text[0] != '\0')
                pdf_text(content, left + 2, top + height - 4, 8, text);
            left += width;
        }
    }
    for (int row = 0; row < rows; row++)
        g_strfreev(places[row]);
    g_free(places);
}
