/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * seeds FOLDER: writes the seeds that are better made than kept, into FOLDER/NAME: PDFs, packages, archives, records,
 * packets, the shipped texts. What is small text stands in tests/fuzz/corpus.
 */
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "history/reader.h"
#include "schema/filing_packet.h"
#include "tests/history/biff_build.h"
#include "tests/history/pdf_builder.h"
#include "tests/history/zipped.h"

static const char *folder;

static void keep(const char *target, const char *name, const void *bytes, gsize length)
{
    g_autofree char *below = g_build_filename(folder, target, NULL);
    g_autofree char *path = g_build_filename(below, name, NULL);
    if (g_mkdir_with_parents(below, 0755) != 0 || !g_file_set_contents(path, bytes, (gssize)length, NULL))
        g_error("cannot write %s", path);
}

static void keep_bytes(const char *target, const char *name, GBytes *bytes)
{
    gsize length = 0;
    const void *data = g_bytes_get_data(bytes, &length);
    keep(target, name, data, length);
    g_bytes_unref(bytes);
}

static GBytes *load(const char *path)
{
    char *contents = NULL;
    gsize length = 0;
    if (!g_file_get_contents(path, &contents, &length, NULL))
        g_error("cannot read %s", path);
    return g_bytes_new_take(contents, length);
}

static void make_pdfs(void)
{
    static const double widths[] = {60, 120, 60, 60, 60, 0};
    static const double leaning[] = {0.7, 0.7, -0.7, 0.7};
    static const double upwards[] = {0, 1, -1, 0};
    g_autoptr(GString) page = g_string_new(NULL);
    pdf_text(page, 200, 60, 14, "部门支出预算总表");
    pdf_text(page, 60, 80, 9, "编制部门：虚构县档案馆  单位：万元");
    pdf_table(page, 60, 90, widths, 14,
              "科目编码|科目名称|合计|其中|<\n^|^|^|基本支出|项目支出\n201|一般公共服务支出|5.00|2.00|3.00\n20126|档案事务|5.00|2.00|3.00\n合计|<|5.00|2.00|3.00");
    keep("pdf", "table.page", page->str, page->len);
    keep_bytes("pdf", "table.pdf", pdf_of_page(page->str));
    g_string_truncate(page, 0);
    pdf_text_turned(page, leaning, 100, 500, 40, "公开");
    pdf_text_turned(page, upwards, 100, 500, 10, "第一行");
    pdf_line(page, 10, 10, 200, 10);
    g_string_append(page, "q 1 0 0 1 0 0 cm 10 10 100 1 re f 0.5 g 20 20 30 40 re S Q BT 3 Tr /L 9 Tf 50 50 Td (unseen 1.00) Tj ET\n");
    keep("pdf", "turned.page", page->str, page->len);
    PdfBuilder *pdf = pdf_new();
    int form = pdf_stream(pdf, "/Type /XObject /Subtype /Form /BBox [0 0 100 100]", "0 0 50 1 re f", 13, true);
    g_autofree char *named = g_strdup_printf("/XObject << /X %d 0 R >>", form);
    pdf_page_of_stream(pdf, pdf_stream(pdf, "", "/X Do", 5, true), "/Rotate 90", named);
    keep_bytes("pdf", "form.pdf", pdf_finish(pdf));
}

static void make_packages(void)
{
    static const char *const files[][2] = {{"xlsx", "tests/filings/other/虚构县园林所-决算.xlsx"},
                                           {"xls", "tests/filings/other/虚构县园林所-决算.xls"},
                                           {"html", "tests/filings/other/虚构县园林所-决算.html"},
                                           {"html", "tests/filings/other/虚构县园林所-说明.html"},
                                           {"docx", "tests/filings/other/虚构县园林所-说明.docx"}};
    for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autofree char *name = g_strdup_printf("shipped-%zu", i);
        keep_bytes(files[i][0], name, load(files[i][1]));
    }
}

static void make_archives(void)
{
    g_autoptr(GBytes) small = load("tests/filings/small.txt");
    gsize length = 0;
    const char *text = g_bytes_get_data(small, &length);
    const Zipped members[] = {
        {.name = "2024/a.txt", .text = text, .length = length},
        {.name = "b.html", .text = "<html><table><tr><td>1<td>2</table>"},
        {.name = "__MACOSX/c", .text = "x", .stored = true},
    };
    keep_bytes("zip", "three.zip", zipped(members, 3));
    keep_bytes("zip", "one.zip", zipped(members + 1, 1));
    keep("text", "small.txt", text, length);
    g_autoptr(GPtrArray) filings = filings_from_bytes("a.txt", small, NULL);
    keep_bytes("packet", "small.packet", packet_from_filings(filings));
    g_autoptr(GBytes) tidy = load("tests/filings/tidy.csv");
    keep_bytes("text", "tidy.csv", g_bytes_ref(tidy));
    g_autoptr(GPtrArray) several = filings_from_bytes("t.csv", tidy, NULL);
    g_ptr_array_set_size(several, 2);
    keep_bytes("packet", "tidy.packet", packet_from_filings(several));
    gsize written = 0;
    char *gb = g_convert(text, (gssize)length, "GB18030", "UTF-8", NULL, &written, NULL);
    keep_bytes("text", "small.gb", g_bytes_new_take(gb, written));
}

static void make_records(void)
{
    g_autoptr(GByteArray) sheet = g_byte_array_new();
    record(sheet, BIFF_LABEL_SST, "sssl", 0u, 0u, 0u, 0u);
    record(sheet, BIFF_NUMBER, "sssd", 0u, 1u, 1u, 9066.79);
    record(sheet, BIFF_LABEL, "ssst", 1u, 0u, 0u, "旧式文字");
    keep("xls", "cells.records", sheet->data, sheet->len);
    g_autoptr(GByteArray) stream = workbook_stream(sheet);
    keep_bytes("xls", "small.xls", ole_file("Workbook", stream));
}

/* Any bytes are a grid. */
static void make_grids(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(8);
    for (int file = 0; file < 12; file++) {
        guint8 bytes[400];
        for (gsize i = 0; i < sizeof bytes; i++)
            bytes[i] = (guint8)g_rand_int_range(rand, file < 6 ? 14 : 0, file < 6 ? 60 : 256);
        g_autofree char *name = g_strdup_printf("random-%d", file);
        keep("grid", name, bytes, sizeof bytes);
    }
}

int main(int count, char **arguments)
{
    if (count != 2 || !reader_prepare(NULL))
        return 2;
    folder = arguments[1];
    make_pdfs();
    make_packages();
    make_archives();
    make_records();
    make_grids();
    return 0;
}
