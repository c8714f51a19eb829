/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/paper_xls.h"

#include <check.h>
#include <string.h>

#include "history/ole.h"
#include "tests/history/biff_build.h"
#include "tests/history/paper_spelling.h"

Suite *paper_xls_suite(void);

/* Packed numbers: hundredths, whole. */
#define RK(hundredths, whole) ((guint)(whole) << 2 | 2u | (hundredths))

static GBytes *book(const GByteArray *sheet)
{
    g_autoptr(GByteArray) stream = workbook_stream(sheet);
    return ole_file("Workbook", stream);
}

static void add_texts(GByteArray *out)
{
    record(out, BIFF_LABEL_SST, "sssl", 0u, 0u, 0u, 0u);
    record(out, BIFF_LABEL_SST, "sssl", 0u, 1u, 0u, 1u);
    record(out, BIFF_LABEL, "ssst", 1u, 0u, 0u, "旧式文字");
}

static void add_numbers(GByteArray *out)
{
    record(out, BIFF_NUMBER, "sssd", 0u, 0u, 1u, 9066.790000000001);
    record(out, BIFF_RK, "sssl", 0u, 1u, 1u, RK(1u, 118305));
    record(out, BIFF_RK, "sssl", 0u, 2u, 0u, RK(0u, -25));
    record(out, BIFF_RK, "sssl", 0u, 3u, 0u, 0x3ff80000u);
    record(out, BIFF_MUL_RK, "ss" "sl" "sl" "sl" "s", 1u, 2u, 1u, RK(0u, 1), 2u, RK(0u, 0), 9u, RK(1u, 250), 4u);
}

static void add_formulas(GByteArray *out)
{
    record(out, BIFF_FORMULA, "sssdsl", 0u, 0u, 1u, 12.0, 0u, 0u);
    record(out, BIFF_FORMULA, "sssbbbbbbs", 0u, 1u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 0xffffu);
    record(out, 0x04bc, "ll", 0u, 0u); /* a shared formula stands between */
    record(out, BIFF_STRING, "t", "同上");
    record(out, BIFF_FORMULA, "sssbbbbbbs", 0u, 2u, 0u, 1u, 0u, 1u, 0u, 0u, 0u, 0xffffu);
    record(out, BIFF_FORMULA, "sssbbbbbbs", 0u, 3u, 0u, 2u, 0u, 7u, 0u, 0u, 0u, 0xffffu);
    record(out, BIFF_FORMULA, "sssbbbbbbs", 0u, 4u, 0u, 3u, 0u, 0u, 0u, 0u, 0u, 0xffffu);
    record(out, BIFF_STRING, "t", "没有公式");
}

static void add_others(GByteArray *out)
{
    record(out, BIFF_BOOL_ERR, "sssbb", 0u, 0u, 0u, 1u, 0u);
    record(out, BIFF_BOOL_ERR, "sssbb", 0u, 1u, 0u, 0x17u, 1u);
    record(out, BIFF_BOOL_ERR, "sssbb", 0u, 2u, 0u, 0x99u, 1u);
    record(out, 0x0201, "sss", 5u, 5u, 1u); /* a blank cell with a format */
}

static void add_merged(GByteArray *out)
{
    record(out, BIFF_NUMBER, "sssd", 0u, 0u, 0u, 1.0);
    record(out, BIFF_NUMBER, "sssd", 0u, 1u, 0u, 2.0);
    record(out, BIFF_NUMBER, "sssd", 1u, 2u, 0u, 3.0);
    record(out, BIFF_MERGED_CELLS, "sssssssss", 2u, 0u, 0u, 0u, 1u, 1u, 65535u, 2u, 255u);
}

static void add_zeros(GByteArray *out)
{
    record(out, BIFF_NUMBER, "sssd", 0u, 0u, 0u, 0.0);
    record(out, BIFF_NUMBER, "sssd", 0u, 1u, 0u, 1.0);
    record(out, BIFF_WINDOW2, "s", 0x0006u);
}

static void add_chart(GByteArray *out)
{
    record(out, BIFF_NUMBER, "sssd", 0u, 0u, 0u, 1.0);
    record(out, BIFF_BOF, "ss", 0x0600u, 0x0020u);
    record(out, BIFF_NUMBER, "sssd", 0u, 1u, 0u, 99.0);
    record(out, BIFF_EOF, "");
    record(out, BIFF_NUMBER, "sssd", 0u, 2u, 0u, 3.0);
}

static void add_far(GByteArray *out)
{
    record(out, BIFF_NUMBER, "sssd", 65535u, 255u, 0u, 1.0);
}

static void add_blank(GByteArray *out)
{
    for (guint i = 0; i < 2000; i++)
        record(out, 0x0201, "sss", i, 0u, 1u);
}

static const struct {
    const char *why;
    void (*add)(GByteArray *out);
    const char *spelled;
} sheets[] = {
    {"texts", add_texts, "0,0=项目 0,1=合计 1,0=旧式文字\n"},
    {"numbers in four spellings", add_numbers, "0,0=9,066.79 0,1=1,183.05 0,2=-25 0,3=1.5 1,2=1.00 1,4=2.5\n"},
    {"formulas", add_formulas, "0,0=12.00 0,1=同上 0,2=TRUE 0,3=#DIV/0!\n"},
    {"truths and errors", add_others, "0,0=TRUE 0,1=#REF! 0,2=#ERROR!\n"},
    {"merged areas", add_merged, "0,0:1x2=1 1,2=3\n"},
    {"no zeros", add_zeros, "0,1=1\n"},
    {"a chart inside the sheet", add_chart, "0,0=1 0,2=3\n"},
    {"the last cell of a sheet", add_far, "（本表在第 20000 行以后、第 256 列以外还有 1 个单元格，没有读）\n"},
    {"blank cells", add_blank, ""},
};

START_TEST(one_sheet)
{
    g_autoptr(GByteArray) sheet = g_byte_array_new();
    sheets[_i].add(sheet);
    g_autoptr(GBytes) bytes = book(sheet);
    g_autofree char *expected = g_strconcat("--表一\n", sheets[_i].spelled, NULL);
    check_paper(sheets[_i].why, paper_from_xls, bytes, expected);
}
END_TEST

/* A text that goes on in a CONTINUE record: there a byte says anew whether characters take one byte or two. */
START_TEST(texts_across_records)
{
    g_autoptr(GByteArray) stream = g_byte_array_new();
    record(stream, BIFF_SST, "ll" "sb" "s", 2u, 2u, 4u, 1u, 0x9879u);
    record(stream, BIFF_CONTINUE, "b" "bbb" "sbs" "bb" "l", 0u, 'A', 'B', 'C', 2u, 0x08u, 1u, 'x', 'y', 0u);
    Biff biff = biff_at(stream->data, stream->len, 0);
    ck_assert(biff_next(&biff) && biff.type == BIFF_SST);
    biff_skip(&biff, 8);
    g_autofree char *first = biff_text(&biff, true);
    g_autofree char *second = biff_text(&biff, true);
    ck_assert_str_eq(first, "项ABC");
    ck_assert_str_eq(second, "xy");
    ck_assert(!biff.bad);
    g_autofree char *third = biff_text(&biff, true);
    ck_assert(biff.bad);
    ck_assert_str_eq(third, "");
}
END_TEST

START_TEST(surrogates)
{
    g_autoptr(GByteArray) stream = g_byte_array_new();
    record(stream, BIFF_STRING, "sb" "sssss", 5u, 1u, 0xd840u, 0xdc00u, 0xd840u, 0x4e00u, 0xdc00u);
    Biff biff = biff_at(stream->data, stream->len, 0);
    ck_assert(biff_next(&biff));
    g_autofree char *text = biff_text(&biff, true);
    ck_assert_str_eq(text, "\xf0\xa0\x80\x80\xef\xbf\xbd一\xef\xbf\xbd");
}
END_TEST

static GByteArray *old_version(void)
{
    GByteArray *stream = g_byte_array_new();
    record(stream, BIFF_BOF, "ss", 0x0500u, 0x0005u);
    record(stream, BIFF_EOF, "");
    return stream;
}

static GByteArray *encrypted(void)
{
    GByteArray *stream = g_byte_array_new();
    record(stream, BIFF_BOF, "ss", 0x0600u, 0x0005u);
    record(stream, BIFF_FILE_PASS, "s", 1u);
    record(stream, BIFF_EOF, "");
    return stream;
}

static GByteArray *missing_text(void)
{
    g_autoptr(GByteArray) sheet = g_byte_array_new();
    record(sheet, BIFF_LABEL_SST, "sssl", 0u, 0u, 0u, 2u);
    return workbook_stream(sheet);
}

static GByteArray *short_record(void)
{
    g_autoptr(GByteArray) sheet = g_byte_array_new();
    record(sheet, BIFF_NUMBER, "sss", 0u, 0u, 0u);
    return workbook_stream(sheet);
}

static GByteArray *short_formula(void)
{
    g_autoptr(GByteArray) sheet = g_byte_array_new();
    record(sheet, BIFF_FORMULA, "sssb", 0u, 0u, 0u, 1u);
    return workbook_stream(sheet);
}

static GByteArray *short_merges(void)
{
    g_autoptr(GByteArray) sheet = g_byte_array_new();
    record(sheet, BIFF_MERGED_CELLS, "sss", 65535u, 0u, 0u);
    return workbook_stream(sheet);
}

/* Sheets that all begin at the same place: reading them one by one would have no end. */
static GByteArray *same_sheet_over_and_over(void)
{
    GByteArray *stream = g_byte_array_new();
    record(stream, BIFF_BOF, "ss", 0x0600u, 0x0005u);
    for (int i = 0; i < 100; i++)
        record(stream, BIFF_BOUND_SHEET, "lbbn", 0u, 0u, 0u, "表");
    record(stream, BIFF_EOF, "");
    return stream;
}

static GByteArray *sheet_beyond(void)
{
    GByteArray *stream = g_byte_array_new();
    record(stream, BIFF_BOF, "ss", 0x0600u, 0x0005u);
    record(stream, BIFF_BOUND_SHEET, "lbbn", 0xfffffff0u, 0u, 0u, "表");
    record(stream, BIFF_EOF, "");
    return stream;
}

static GByteArray *nothing(void)
{
    return g_byte_array_new();
}

static const struct {
    const char *why;
    GByteArray *(*make)(void);
    const char *message;
} refusals[] = {
    {"Excel 5.0/95", old_version, "Excel 5.0/95"},
    {"encrypted", encrypted, "密码"},
    {"a text that is not there", missing_text, "损坏"},
    {"a record that is too short", short_record, "损坏"},
    {"a formula that is too short", short_formula, "损坏"},
    {"merged areas that are not there", short_merges, "损坏"},
    {"sheets over one another", same_sheet_over_and_over, "损坏"},
    {"a sheet beyond the end", sheet_beyond, "损坏"},
    {"zeros only", nothing, "Excel 5.0/95"},
};

START_TEST(refused)
{
    g_autoptr(GByteArray) stream = refusals[_i].make();
    g_autoptr(GBytes) bytes = ole_file("Workbook", stream);
    check_refused(refusals[_i].why, paper_from_xls, bytes, refusals[_i].message);
}
END_TEST

START_TEST(hidden_sheets)
{
    g_autoptr(GByteArray) stream = g_byte_array_new();
    record(stream, BIFF_BOF, "ss", 0x0600u, 0x0005u);
    record(stream, BIFF_BOUND_SHEET, "lbbn", 0u, 1u, 0u, "隐藏");
    record(stream, BIFF_BOUND_SHEET, "lbbn", 0u, 2u, 0u, "深藏");
    record(stream, BIFF_BOUND_SHEET, "lbbn", 0u, 0u, 2u, "图表");
    record(stream, BIFF_EOF, "");
    g_autoptr(GBytes) bytes = ole_file("Workbook", stream);
    check_paper("nothing is shown", paper_from_xls, bytes, "");
}
END_TEST

/* The table of sectors leads in a circle, or to sectors that are not there. */
START_TEST(sectors_in_a_circle)
{
    g_autoptr(GByteArray) sheet = g_byte_array_new();
    add_texts(sheet);
    static const guint32 wrong[] = {0, 1, 2, 3, 4000000000u, 0xfffffffeu};
    for (gsize i = 0; i < G_N_ELEMENTS(wrong); i++) {
        g_autoptr(GBytes) bytes = book(sheet);
        gsize length = 0;
        g_autofree guint8 *data = g_bytes_unref_to_data(g_steal_pointer(&bytes), &length);
        guint32 next = GUINT32_TO_LE(wrong[i]);
        memcpy(data + 512 + 4 * 3, &next, 4); /* what follows the stream's second sector */
        g_autoptr(GError) error = NULL;
        g_autoptr(Paper) paper = paper_from_xls(data, length, &error);
        ck_assert((paper == NULL) == (error != NULL));
    }
}
END_TEST

START_TEST(containers)
{
    g_autoptr(GByteArray) stream = g_byte_array_new();
    g_autoptr(GBytes) bytes = ole_file("Other", stream);
    gsize length = 0;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    ck_assert(is_ole(data, length) && !is_ole(data, 100));
    ck_assert(ole_has(data, length, "Other") && !ole_has(data, length, "Othe") && !ole_has(data, 400, "Other"));
    ck_assert_ptr_null(ole_stream(data, length, "Workbook"));
    check_refused("no workbook in it", paper_from_xls, bytes, "损坏");
}
END_TEST

START_TEST(damaged_files)
{
    g_autoptr(GByteArray) sheet = g_byte_array_new();
    add_texts(sheet);
    add_numbers(sheet);
    add_formulas(sheet);
    add_merged(sheet);
    g_autoptr(GBytes) bytes = book(sheet);
    check_damaged(paper_from_xls, bytes, 1);
}
END_TEST

Suite *paper_xls_suite(void)
{
    Suite *suite = suite_create("paper_xls");
    TCase *read = tcase_create("read");
    tcase_add_loop_test(read, one_sheet, 0, G_N_ELEMENTS(sheets));
    tcase_add_test(read, texts_across_records);
    tcase_add_test(read, surrogates);
    tcase_add_test(read, hidden_sheets);
    suite_add_tcase(suite, read);
    TCase *bad = tcase_create("bad");
    tcase_set_timeout(bad, 20);
    tcase_add_loop_test(bad, refused, 0, G_N_ELEMENTS(refusals));
    tcase_add_test(bad, sectors_in_a_circle);
    tcase_add_test(bad, containers);
    tcase_add_test(bad, damaged_files);
    suite_add_tcase(suite, bad);
    return suite;
}
