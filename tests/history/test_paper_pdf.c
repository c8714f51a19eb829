/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDFs as departments make them, and as nobody should: each is read, or refused with one clear line. */
#include "history/paper_pdf.h"

#include <check.h>
#include <mupdf/fitz.h>
#include <mupdf/pdf.h>
#include <string.h>

#include "schema/error.h"
#include "tests/history/paper_spelling.h"
#include "tests/history/pdf_builder.h"

Suite *paper_pdf_suite(void);

static const double upright[] = {1, 0, 0, 1};
static const double upwards[] = {0, 1, -1, 0};
static const double downwards[] = {0, -1, 1, 0};
static const double upside_down[] = {-1, 0, 0, -1};
static const double leaning[] = {0.8, 0.6, -0.6, 0.8};
static const double widths[] = {80, 60, 60, 0};

#define TABLE "项目|预算数|<\n^|合计|基本支出\n收入|1,183.05|-0.30"
#define SPELLED "0,0:2x1=项目 0,1:1x2=预算数 1,1=合计 1,2=基本支出 2,0=收入 2,1=1,183.05 2,2=-0.30\n"

static void put_table(GString *page)
{
    pdf_text(page, 100, 60, 12, "收支总表");
    pdf_table(page, 50, 80, widths, 16, TABLE);
    pdf_text(page, 50, 200, 10, "注：单位为万元。");
}

static void two_tables(GString *page)
{
    pdf_table(page, 50, 80, widths, 16, TABLE);
    pdf_text(page, 50, 200, 10, "第二张");
    pdf_table(page, 50, 240, widths, 16, "甲|1.00|2.00\n乙|3.00|4.00");
}

static void watermark(GString *page)
{
    put_table(page);
    pdf_text_turned(page, leaning, 60, 150, 60, "内部资料");
}

/* Text that is drawn in no way at all lies over a picture of a page, as recognition of text leaves it. */
static void unseen_text(GString *page)
{
    g_string_append(page, "3 Tr\n");
    pdf_text(page, 50, 60, 10, "收入总计1,183.05万元");
    g_string_append(page, "0 Tr\n");
}

static void wide_digits(GString *page)
{
    pdf_table(page, 50, 80, widths, 16, "收入|１８３．０５|２.00\n支出|1.00|2.00");
}

static void bold_by_twice(GString *page)
{
    pdf_text(page, 50, 60, 10, "收入总计");
    pdf_text(page, 50.4, 60, 10, "收入总计");
}

static void thin_boxes(GString *page)
{
    g_string_append(page, "50 700 200 0.5 re f 50 680 200 0.5 re f 50 680 0.5 20 re f 150 680 0.5 20 re f 250 680 0.5 20 re f\n");
    pdf_text(page, 60, PDF_HEIGHT - 685, 8, "合计");
    pdf_text(page, 160, PDF_HEIGHT - 685, 8, "1.00");
}

static void white_lines(GString *page)
{
    g_string_append(page, "1 G 1 g 50 680 200 20 re S 150 680 0.5 20 re f 0 g\n");
    pdf_text(page, 60, PDF_HEIGHT - 685, 8, "合计");
    pdf_text(page, 160, PDF_HEIGHT - 685, 8, "1.00");
}

static void rounded_box(GString *page)
{
    g_string_append(page, "50 700 m 100 720 200 720 250 700 c 250 650 l 50 650 l h S\n");
    pdf_text(page, 60, PDF_HEIGHT - 685, 8, "职责");
}

static void a_figure_without_lines(GString *page)
{
    pdf_text(page, 50, 60, 10, "收入总计");
    pdf_text(page, 150, 60, 10, "1,183.05");
}

static void turned_word_in_margin(GString *page)
{
    put_table(page);
    pdf_text_turned(page, upwards, 30, 300, 9, "装订线");
}

static void nothing(GString *page)
{
    pdf_text(page, 50, 60, 10, "甲");
}

static const struct {
    const char *why;
    void (*draw)(GString *page);
    const char *spelled;
} pages[] = {
    {"one character", nothing, "--\n甲\n"},
    {"a table with merged headings, a title above and a note below", put_table, "--\n        收支总表\n" SPELLED "注：单位为万元。\n"},
    {"two tables on a page", two_tables, "--\n" SPELLED "第二张\n0,0=甲 0,1=1.00 0,2=2.00 1,0=乙 1,1=3.00 1,2=4.00\n"},
    {"a watermark leans over the table", watermark, "--\n        收支总表\n" SPELLED "注：单位为万元。\n"},
    {"unseen text", unseen_text, "--\n收入总计1,183.05万元\n"},
    {"wide digits", wide_digits, "--\n0,0=收入 0,1=１８３．０５ 0,2=２.00 1,0=支出 1,1=1.00 1,2=2.00\n"},
    {"drawn twice to look bold", bold_by_twice, "--\n收入总计\n"},
    {"thin boxes are lines", thin_boxes, "--\n0,0=合计 0,1=1.00\n"},
    {"white lines are none", white_lines, "--\n合计                     1.00\n"},
    {"a rounded box is no table", rounded_box, "--\n职责\n"},
    {"columns without lines", a_figure_without_lines, "--\n收入总计            1,183.05\n"},
    {"a word turned in the margin of an upright page", turned_word_in_margin, "--\n        收支总表\n" SPELLED "注：单位为万元。\n"},
};

START_TEST(page)
{
    g_autoptr(GString) content = g_string_new(NULL);
    pages[_i].draw(content);
    g_autoptr(GBytes) bytes = pdf_of_page(content->str);
    check_paper(pages[_i].why, paper_from_pdf, bytes, pages[_i].spelled);
}
END_TEST

/* The whole page turned in the file: seen by the reader of a rotated page as it is meant. */
static const struct {
    const char *why, *entries;
    const double *matrix;
} turned[] = {
    {"upright", "", upright},
    {"a page turned once, its text upwards", "/Rotate 90", upwards},
    {"text upwards on a page that is not turned", "", upwards},
    {"text downwards on a page that is not turned", "", downwards},
    {"text upside down", "", upside_down},
    {"a page turned twice, its text too", "/Rotate 180", upside_down},
    {"a page turned by a number that is no quarter", "/Rotate 7", upright},
};

START_TEST(turned_page)
{
    g_autoptr(GString) upright_page = g_string_new(NULL);
    pdf_text(upright_page, 100, 120, 12, "收支总表");
    pdf_table(upright_page, 50, 140, widths, 16, TABLE);
    g_autoptr(GString) content = g_string_new(NULL);
    const double *m = turned[_i].matrix;
    /* About the middle of a square that is on every page, whichever way it is turned. */
    double x = 297.5 - m[0] * 297.5 - m[2] * 544.5;
    double y = 544.5 - m[1] * 297.5 - m[3] * 544.5;
    g_string_append_printf(content, "%d %d %d %d %.1f %.1f cm\n%s", (int)m[0], (int)m[1], (int)m[2], (int)m[3], x, y, upright_page->str);
    PdfBuilder *pdf = pdf_new();
    pdf_page_of_stream(pdf, pdf_stream(pdf, "", content->str, content->len, false), turned[_i].entries, "");
    g_autoptr(GBytes) bytes = pdf_finish(pdf);
    check_paper(turned[_i].why, paper_from_pdf, bytes, "--\n收支总表\n" SPELLED);
}
END_TEST

/* --- what must end, with a line ---------------------------------------------------------------------------- */

static Paper *read_pdf(GBytes *bytes, GError **error)
{
    gsize length = 0;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    return paper_from_pdf(data, length, error);
}

static bool has_fault(const Paper *paper, const char *words)
{
    for (guint i = 0; i < paper->faults->len; i++)
        if (strstr(g_array_index(paper->faults, PaperFault, i).text, words) != NULL)
            return true;
    return false;
}

/* --- what no reader of the page sees, and what is not known for sure ------------------------------------------ */

/* One row of a table, and what a file may do to its second figure; "" where nothing is to be told. */
static const struct {
    const char *why, *content, *spelled, *told;
} unseen[] = {
    {"white on white", "1 g BT /L 8 Tf 200 685 Td (77.77) Tj ET 0 g", " 0,2=", "有 5 个字看不见"},
    {"white in CMYK", "0 0 0 0 k BT /L 8 Tf 200 685 Td (77.77) Tj ET 0 g", " 0,2=", "77.77"},
    {"white on a dark ground", "0 0 0.5 rg 189.5 681 60 18 re f 1 g BT /L 8 Tf 200 685 Td (77.77) Tj ET 0 g", " 0,2=77.77", ""},
    {"white on a ground that is white again", "0 g 189.5 681 60 18 re f 1 g 190.5 682 58 16 re f BT /L 8 Tf 200 685 Td (77.77) Tj ET 0 g", " 0,2=",
     "看不见"},
    {"covered by a box", "BT /L 8 Tf 200 685 Td (77.77) Tj ET 1 g 190 682 50 14 re f 0 g", " 0,2=", "看不见"},
    {"corrected over a white box", "BT /L 8 Tf 200 685 Td (77.77) Tj ET 1 g 190 682 50 14 re f 0 g BT /L 8 Tf 200 685 Td (88.8) Tj ET",
     " 0,2=88.8", "77.77"},
    {"covered by a box that is clipped to elsewhere", "BT /L 8 Tf 200 685 Td (77.77) Tj ET q 0 0 9 9 re W n 190 682 50 14 re f Q",
     " 0,2=77.77", ""},
    {"a frame around it covers nothing", "BT /L 8 Tf 200 685 Td (77.77) Tj ET 190 682 50 14 re 191 683 48 12 re f*", " 0,2=77.77", ""},
    {"clipped away", "q 0 0 9 9 re W n BT /L 8 Tf 200 685 Td (77.77) Tj ET Q", " 0,2=", "看不见"},
    {"cut off in part", "q 0 0 215 900 re W n BT /L 8 Tf 200 685 Td (77.77) Tj ET Q", " 0,2=77.77", ""},
    {"drawn in no way, and no picture below", "3 Tr BT /L 8 Tf 200 685 Td (77.77) Tj ET 0 Tr", " 0,2=", "看不见"},
    {"beside the page", "BT /L 8 Tf 700 685 Td (77.77) Tj ET", " 0,2=", "看不见"},
    {"a figure over another one", "BT /L 8 Tf 200 685 Td (77.77) Tj ET BT /L 8 Tf 200.5 685.5 Td (80.16) Tj ET",
     " 0,2=■■■■■", "印在别的数字上面，看不清，没有读：77.77 80.16"},
    {"a figure drawn twice to look bold", "BT /L 8 Tf 200 685 Td (77.77) Tj 0.4 0 Td (77.77) Tj ET", " 0,2=77.77", ""},
    {"text as a mould", "q 7 Tr BT /L 8 Tf 200 685 Td (77.77) Tj ET 0 g 0 0 600 900 re f Q", " 0,2=77.77", ""},
    {"what cannot be understood", "BT /L 8 Tf 200 685 Td (77.77) Tj ET /Nothing Do", " 0,2=77.77", "可能没有读全"},
    {"a stream that breaks off", "BT /L 8 Tf 200 685 Td (77.77) Tj ET << /A", " 0,2=77.77", "可能没有读全"},
};

START_TEST(unseen_figure)
{
    g_autoptr(GString) content =
        g_string_new("50 700 200 0.5 re f 50 680 200 0.5 re f 50 680 0.5 20 re f 150 680 0.5 20 re f 188 680 0.5 20 re f 250 680 0.5 20 re f\n");
    pdf_text(content, 60, PDF_HEIGHT - 685, 8, "合计");
    pdf_text(content, 155, PDF_HEIGHT - 685, 8, "1.00");
    g_string_append(content, unseen[_i].content);
    g_autoptr(GBytes) bytes = pdf_of_page(content->str);
    g_autoptr(Paper) paper = read_pdf(bytes, NULL);
    ck_assert_ptr_nonnull(paper);
    g_autofree char *spelled = spell_paper(paper);
    g_autofree char *expected = g_strdup_printf("--\n0,0=合计 0,1=1.00%s\n", unseen[_i].spelled);
    ck_assert_msg(g_str_equal(spelled, expected), "%s: %s", unseen[_i].why, spelled);
    if (unseen[_i].told[0] != '\0')
        ck_assert_msg(has_fault(paper, unseen[_i].told), "%s", unseen[_i].why);
    else
        ck_assert_msg(paper->faults->len == 0, "%s: %s", unseen[_i].why, g_array_index(paper->faults, PaperFault, 0).text);
}
END_TEST

/* What is written over a page by hand, and what is filled into a form, stands on it: but not what is hidden. */
static const struct {
    const char *why, *entries, *spelled;
} notes[] = {
    {"a note", "/Subtype /FreeText /F 4", "--\n甲\n77.77\n"},
    {"a stamp", "/Subtype /Stamp /F 4", "--\n甲\n77.77\n"},
    {"a field", "/Subtype /Widget /FT /Tx /T (a) /F 4", "--\n甲\n77.77\n"},
    {"a hidden note", "/Subtype /FreeText /F 2", "--\n甲\n"},
};

START_TEST(note_on_page)
{
    PdfBuilder *pdf = pdf_new();
    int form = pdf_stream(pdf, "/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /Font << /L << /Type /Font /Subtype /Type1 "
                               "/BaseFont /Courier >> >> >>", "BT /L 10 Tf 50 700 Td (77.77) Tj ET", 35, false);
    g_autofree char *note = g_strdup_printf("<< /Type /Annot %s /Rect [0 0 600 900] /AP << /N %d 0 R >> >>", notes[_i].entries, form);
    g_autofree char *entries = g_strdup_printf("/Annots [ %d 0 R ]", pdf_object(pdf, note));
    g_autoptr(GString) content = g_string_new(NULL);
    pdf_text(content, 50, 60, 10, "甲");
    pdf_page_of_stream(pdf, pdf_stream(pdf, "", content->str, content->len, false), entries, "");
    g_autoptr(GBytes) bytes = pdf_finish(pdf);
    check_paper(notes[_i].why, paper_from_pdf, bytes, notes[_i].spelled);
}
END_TEST

/* A font that does not say what its glyphs are: a figure set in it is not blank. */
START_TEST(figure_in_an_unknown_font)
{
    PdfBuilder *pdf = pdf_new();
    const char *content = "BT /L 10 Tf 50 700 Td (1.00) Tj /T 10 Tf 100 0 Td <00150016000F0017> Tj ET";
    int font = pdf_object(
        pdf, "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEE+Any /Encoding /Identity-H /DescendantFonts [ << /Type /Font /Subtype /CIDFontType2 "
        "/BaseFont /ABCDEE+Any /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 600 /FontDescriptor << /Type "
        "/FontDescriptor /FontName /ABCDEE+Any /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 "
        "/StemV 93 >> >> ] >>");
    g_autofree char *entries = g_strdup_printf("/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /Font << /T %d 0 R /L << /Type "
                                               "/Font /Subtype /Type1 /BaseFont /Courier >> >> >>", font);
    int form = pdf_stream(pdf, entries, content, strlen(content), false);
    g_autofree char *named = g_strdup_printf("/XObject << /X %d 0 R >>", form);
    pdf_page_of_stream(pdf, pdf_stream(pdf, "", "/X Do", 5, false), "", named);
    g_autoptr(GBytes) bytes = pdf_finish(pdf);
    check_paper("unknown glyphs", paper_from_pdf, bytes, "--\n1.00               ■■■■\n");
}
END_TEST

/* Reads a page of which little can be read: it must be refused, or read with a fault, saying so. */
static void check_told(const char *why, GBytes *bytes, const char *words)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Paper) paper = read_pdf(bytes, &error);
    ck_assert_msg((paper == NULL) == (error != NULL), "%s", why);
    if (error != NULL)
        ck_assert_msg(strstr(error->message, words) != NULL, "%s: %s", why, error->message);
    else
        ck_assert_msg(has_fault(paper, words), "%s: %u faults, the first %s", why, paper->faults->len,
                      paper->faults->len > 0 ? g_array_index(paper->faults, PaperFault, 0).text : "");
}

static GBytes *page_repeating(const char *head, const char *part, gsize times, const char *entries, const char *named)
{
    g_autoptr(GString) content = g_string_new(head);
    for (gsize i = 0; i < times; i++)
        g_string_append(content, part);
    PdfBuilder *pdf = pdf_new();
    pdf_page_of_stream(pdf, pdf_stream(pdf, "", content->str, content->len, true), entries, named);
    return pdf_finish(pdf);
}

/* A million characters, in many spans and in one. */
static const struct {
    const char *why, *before, *part;
} floods[] = {
    {"a million characters in spans of five", "BT 50 50 Td\n", "/L 9 Tf (12345) Tj /L 8 Tf (67890) Tj\n"},
#if !defined(__SANITIZE_ADDRESS__) /* MuPDF's span grows by small steps, and the sanitizer copies it whole at each */
    {"a million characters in one span", "BT /L 9 Tf 50 50 Td\n", "(1234567890) Tj\n"},
#endif
};

START_TEST(million_glyphs)
{
    g_autoptr(GBytes) bytes = page_repeating(floods[_i].before, floods[_i].part, 100 * 1000, "", "");
    ck_assert_uint_lt(g_bytes_get_size(bytes), 20000);
    check_told(floods[_i].why, bytes, "超过 200000 个字符");
}
END_TEST

/* Lines without end, each drawn alone; all of them one path; enough to be no table. What the page says is read. */
static const struct {
    const char *why;
    int count;
    bool one_path;
    const char *told;
} drawings[] = {
    {"more lines than are looked at", 400 * 1000, false, "条线"},
    {"all of them one path", 400 * 1000, true, "线太多"},
    {"ten thousand lines", 10000, false, "线太多"},
};

START_TEST(drawing)
{
    g_autoptr(GString) content = g_string_new(NULL);
    pdf_text(content, 50, 60, 10, "收入总计");
    for (int i = 0; i < drawings[_i].count; i++) {
        int x = 60 * (i % 97);
        int y = 5 * (i / 97 % 5000);
        g_string_append_printf(content, "%d %d m %d %d l %s\n", x, y, x + 50, y, drawings[_i].one_path ? "" : "S");
    }
    g_string_append(content, drawings[_i].one_path ? "S\n" : "");
    PdfBuilder *pdf = pdf_new();
    pdf_page_of_stream(pdf, pdf_stream(pdf, "", content->str, content->len, true), "", "");
    g_autoptr(GBytes) bytes = pdf_finish(pdf);
    g_autoptr(Paper) paper = read_pdf(bytes, NULL);
    ck_assert_ptr_nonnull(paper);
    ck_assert_msg(has_fault(paper, drawings[_i].told), "%s", drawings[_i].why);
    g_autofree char *spelled = spell_paper(paper);
    ck_assert_str_eq(spelled, "--\n收入总计\n");
}
END_TEST

START_TEST(many_pages)
{
    PdfBuilder *pdf = pdf_new();
    int stream = pdf_stream(pdf, "", "BT /L 9 Tf 50 50 Td (1.00) Tj ET", 32, false);
    for (int i = 0; i < 5000; i++)
        pdf_page_of_stream(pdf, stream, "", "");
    g_autoptr(GBytes) bytes = pdf_finish(pdf);
    check_refused("5,000 pages", paper_from_pdf, bytes, "有 5000 页，超过 2000 页");
}
END_TEST

/* The count is only what the file says. */
START_TEST(pages_promised)
{
    PdfBuilder *pdf = pdf_new();
    pdf_put_page(pdf, "BT /L 9 Tf 50 50 Td (1.00) Tj ET");
    g_autoptr(GBytes) bytes = pdf_finish(pdf);
    gsize length = 0;
    char *text = g_memdup2(g_bytes_get_data(bytes, &length), g_bytes_get_size(bytes));
    char *count = memmem(text, length, "/Count 1 ", 9);
    ck_assert_ptr_nonnull(count);
    memcpy(count, "/Count 9 ", 9);
    g_autoptr(GBytes) more = g_bytes_new_take(text, length);
    g_autoptr(GError) error = NULL;
    g_autoptr(Paper) paper = read_pdf(more, &error);
    ck_assert(paper != NULL || error != NULL);
    ck_assert(paper == NULL || paper->faults->len > 0 || paper->pages->len == 1);
}
END_TEST

START_TEST(form_in_itself)
{
    PdfBuilder *pdf = pdf_new();
    int next = pdf_object(pdf, "null");
    g_autofree char *entries = g_strdup_printf("/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /XObject << /X %d 0 R >> >>", next + 1);
    int form = pdf_stream(pdf, entries, "/X Do", 5, false);
    ck_assert_int_eq(form, next + 1);
    g_autofree char *named = g_strdup_printf("/XObject << /X %d 0 R >>", form);
    const char *content = "BT /L 9 Tf 50 50 Td (1.00) Tj ET /X Do";
    pdf_page_of_stream(pdf, pdf_stream(pdf, "", content, strlen(content), false), "", named);
    g_autoptr(GBytes) bytes = pdf_finish(pdf);
    check_paper("a form that shows itself", paper_from_pdf, bytes, "--\n1.00\n");
}
END_TEST

/* Each form shows the next one twice: two to the power of forty would be drawn. */
START_TEST(forms_that_double)
{
    PdfBuilder *pdf = pdf_new();
    int form = pdf_stream(pdf, "/Type /XObject /Subtype /Form /BBox [0 0 600 900]", "0 0 9 1 re f", 12, false);
    for (int i = 0; i < 40; i++) {
        g_autofree char *entries = g_strdup_printf("/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /XObject << /X %d 0 R >> >>", form);
        form = pdf_stream(pdf, entries, "/X Do /X Do", 11, false);
    }
    g_autofree char *named = g_strdup_printf("/XObject << /X %d 0 R >>", form);
    const char *content = "BT /L 9 Tf 50 50 Td (1.00) Tj ET /X Do";
    pdf_page_of_stream(pdf, pdf_stream(pdf, "", content, strlen(content), false), "", named);
    g_autoptr(GBytes) bytes = pdf_finish(pdf);
    check_told("forms that double", bytes, "条线");
}
END_TEST

START_TEST(deep_forms)
{
    PdfBuilder *pdf = pdf_new();
    int form = pdf_stream(pdf, "/Type /XObject /Subtype /Form /BBox [0 0 600 900]", "0 0 9 1 re f", 12, false);
    for (int i = 0; i < 5000; i++) {
        g_autofree char *entries = g_strdup_printf("/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /XObject << /X %d 0 R >> >>", form);
        form = pdf_stream(pdf, entries, "/X Do", 5, false);
    }
    g_autofree char *named = g_strdup_printf("/XObject << /X %d 0 R >>", form);
    const char *content = "BT /L 9 Tf 50 50 Td (1.00) Tj ET /X Do";
    pdf_page_of_stream(pdf, pdf_stream(pdf, "", content, strlen(content), false), "", named);
    g_autoptr(GBytes) bytes = pdf_finish(pdf);
    g_autoptr(GError) error = NULL;
    g_autoptr(Paper) paper = read_pdf(bytes, &error);
    ck_assert(paper != NULL || error != NULL);
}
END_TEST

static const char *const nests[] = {"q ", "[", "<< /a ", "BT ", "/a BMC ", "("};

START_TEST(nested_marks)
{
    g_autoptr(GBytes) bytes = page_repeating("BT /L 9 Tf 50 50 Td (1.00) Tj ET ", nests[_i], 200 * 1000, "", "");
    g_autoptr(GError) error = NULL;
    g_autoptr(Paper) paper = read_pdf(bytes, &error);
    ck_assert((paper != NULL) == (error == NULL));
}
END_TEST

/* The catalogue itself is nested without end. */
START_TEST(nested_objects)
{
    g_autoptr(GString) deep = g_string_new(NULL);
    for (int i = 0; i < 200 * 1000; i++)
        g_string_append(deep, "[");
    PdfBuilder *pdf = pdf_new();
    pdf_object(pdf, deep->str);
    pdf_put_page(pdf, "BT /L 9 Tf 50 50 Td (1.00) Tj ET");
    g_autoptr(GBytes) bytes = pdf_finish(pdf);
    g_autoptr(GError) error = NULL;
    g_autoptr(Paper) paper = read_pdf(bytes, &error);
    ck_assert((paper != NULL) == (error == NULL));
}
END_TEST

static int picture(PdfBuilder *pdf)
{
    return pdf_stream(pdf, "/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8", "\x10\x20\x30\x40", 4, false);
}

START_TEST(scanned)
{
    PdfBuilder *pdf = pdf_new();
    g_autofree char *named = g_strdup_printf("/XObject << /P %d 0 R >>", picture(pdf));
    int stream = pdf_stream(pdf, "", "q 500 0 0 700 0 0 cm /P Do Q", 28, false);
    for (int i = 0; i < 3; i++)
        pdf_page_of_stream(pdf, stream, "", named);
    g_autoptr(GBytes) bytes = pdf_finish(pdf);
    check_refused("scanned pages", paper_from_pdf, bytes, "没有文字层");
}
END_TEST

/* One page among others was scanned: the others are read, and that one is told. */
START_TEST(scanned_page)
{
    PdfBuilder *pdf = pdf_new();
    g_autofree char *named = g_strdup_printf("/XObject << /P %d 0 R >>", picture(pdf));
    pdf_put_page(pdf, "BT /L 9 Tf 50 50 Td (1.00) Tj ET");
    pdf_page_of_stream(pdf, pdf_stream(pdf, "", "q 500 0 0 700 0 0 cm /P Do Q", 28, false), "", named);
    g_autoptr(GBytes) bytes = pdf_finish(pdf);
    g_autoptr(Paper) paper = read_pdf(bytes, NULL);
    ck_assert_ptr_nonnull(paper);
    ck_assert_uint_eq(paper->pages->len, 2);
    ck_assert_uint_eq(paper->faults->len, 1);
    ck_assert_int_eq(g_array_index(paper->faults, PaperFault, 0).page, 2);
    ck_assert(has_fault(paper, "没有文字层"));
}
END_TEST

START_TEST(no_pages)
{
    g_autoptr(GBytes) none = pdf_finish(pdf_new());
    check_refused("no pages", paper_from_pdf, none, "");
    g_autoptr(GBytes) blank = pdf_of_page("");
    check_refused("a blank page", paper_from_pdf, blank, "没有文字层");
    g_autoptr(GBytes) head = g_bytes_new_static("%PDF-1.7\n", 9);
    check_refused("a head alone", paper_from_pdf, head, "损坏");
    g_autoptr(GBytes) zero = g_bytes_new_static("", 0);
    check_refused("nothing", paper_from_pdf, zero, "");
}
END_TEST

static GBytes *whole_file(void)
{
    g_autoptr(GString) content = g_string_new(NULL);
    put_table(content);
    PdfBuilder *pdf = pdf_new();
    for (int i = 0; i < 3; i++)
        pdf_page_of_stream(pdf, pdf_stream(pdf, "", content->str, content->len, i != 1), "", "");
    return pdf_finish(pdf);
}

/* Cut at every fortieth: what is left is refused, or read with a fault, never as if it were whole. */
START_TEST(truncated)
{
    g_autoptr(GBytes) whole = whole_file();
    gsize length = 0;
    const guint8 *data = g_bytes_get_data(whole, &length);
    int read = 0;
    for (int part = 0; part < 40; part++) {
        gsize cut = length * (gsize)part / 40;
        g_autofree guint8 *copy = g_memdup2(data, cut + 1);
        g_autoptr(GError) error = NULL;
        g_autoptr(Paper) paper = paper_from_pdf(copy, cut, &error);
        ck_assert((paper != NULL) == (error == NULL));
        if (paper != NULL) {
            read++;
            ck_assert_msg(has_fault(paper, "损坏"), "%zu of %zu bytes", cut, length);
        } else {
            ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT));
        }
    }
    g_autoptr(Paper) all = paper_from_pdf(data, length, NULL);
    ck_assert(all != NULL && all->faults->len == 0 && all->pages->len == 3);
    ck_assert_int_gt(read, 0);
}
END_TEST

START_TEST(changed_bytes)
{
    g_autoptr(GBytes) whole = whole_file();
    check_damaged(paper_from_pdf, whole, 23);
}
END_TEST

/* Without its table of objects a file can be put together again. */
START_TEST(table_destroyed)
{
    g_autoptr(GBytes) whole = whole_file();
    gsize length = 0;
    char *data = g_memdup2(g_bytes_get_data(whole, &length), g_bytes_get_size(whole));
    char *table = memmem(data, length, "\nxref\n", 6);
    ck_assert_ptr_nonnull(table);
    for (char *at = table + 6; at < data + length && memcmp(at, "trailer", 7) != 0; at++)
        if (g_ascii_isdigit(*at))
            *at = '7';
    g_autoptr(GBytes) broken = g_bytes_new_take(data, length);
    g_autoptr(GError) error = NULL;
    g_autoptr(Paper) paper = read_pdf(broken, &error);
    ck_assert_msg(paper != NULL, "%s", error != NULL ? error->message : "");
    ck_assert_uint_eq(paper->pages->len, 3);
    ck_assert(has_fault(paper, "修复"));
}
END_TEST

/* The file written again by MuPDF, with a password for its reader, or for its owner alone. */
static GBytes *encrypted_by(GBytes *bytes, const char *user)
{
    fz_context *context = fz_new_context(NULL, NULL, 0);
    gsize length = 0;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    fz_stream *stream = fz_open_memory(context, data, length);
    pdf_document *document = pdf_open_document_with_stream(context, stream);
    pdf_write_options options = pdf_default_write_options;
    options.do_encrypt = PDF_ENCRYPT_AES_256;
    options.permissions = -1;
    g_strlcpy(options.upwd_utf8, user, sizeof options.upwd_utf8);
    g_strlcpy(options.opwd_utf8, "owner", sizeof options.opwd_utf8);
    fz_buffer *buffer = fz_new_buffer(context, length);
    fz_output *output = fz_new_output_with_buffer(context, buffer);
    pdf_write_document(context, document, output, &options);
    fz_close_output(context, output);
    fz_drop_output(context, output);
    unsigned char *written = NULL;
    gsize size = fz_buffer_storage(context, buffer, &written);
    GBytes *result = g_bytes_new(written, size);
    fz_drop_buffer(context, buffer);
    pdf_drop_document(context, document);
    fz_drop_stream(context, stream);
    fz_drop_context(context);
    return result;
}

/* With a password nothing can be read; one for changes alone hinders no reader. */
START_TEST(encrypted)
{
    g_autoptr(GBytes) whole = whole_file();
    g_autoptr(GBytes) locked = encrypted_by(whole, "secret");
    check_refused("a password to read", paper_from_pdf, locked, "有密码");
    g_autoptr(GBytes) open = encrypted_by(whole, "");
    g_autoptr(GError) error = NULL;
    g_autoptr(Paper) paper = read_pdf(open, &error);
    ck_assert_msg(paper != NULL, "%s", error != NULL ? error->message : "");
    ck_assert_uint_eq(paper->pages->len, 3);
}
END_TEST

Suite *paper_pdf_suite(void)
{
    Suite *suite = suite_create("paper_pdf");
    TCase *read = tcase_create("read");
    tcase_add_loop_test(read, page, 0, G_N_ELEMENTS(pages));
    tcase_add_loop_test(read, turned_page, 0, G_N_ELEMENTS(turned));
    tcase_add_test(read, scanned_page);
    tcase_add_loop_test(read, unseen_figure, 0, G_N_ELEMENTS(unseen));
    tcase_add_loop_test(read, note_on_page, 0, G_N_ELEMENTS(notes));
    tcase_add_test(read, figure_in_an_unknown_font);
    suite_add_tcase(suite, read);
    TCase *bad = tcase_create("bad");
    tcase_set_timeout(bad, 40);
    tcase_add_loop_test(bad, million_glyphs, 0, G_N_ELEMENTS(floods));
    tcase_add_loop_test(bad, drawing, 0, G_N_ELEMENTS(drawings));
    tcase_add_test(bad, many_pages);
    tcase_add_test(bad, pages_promised);
    tcase_add_test(bad, form_in_itself);
    tcase_add_test(bad, forms_that_double);
    tcase_add_test(bad, deep_forms);
    tcase_add_loop_test(bad, nested_marks, 0, G_N_ELEMENTS(nests));
    tcase_add_test(bad, nested_objects);
    tcase_add_test(bad, scanned);
    tcase_add_test(bad, no_pages);
    tcase_add_test(bad, encrypted);
    tcase_add_test(bad, truncated);
    tcase_add_test(bad, changed_bytes);
    tcase_add_test(bad, table_destroyed);
    suite_add_tcase(suite, bad);
    return suite;
}
