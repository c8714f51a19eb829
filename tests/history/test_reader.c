/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The whole way of a filing, and what happens to one that was damaged on its way: it is read or refused, never a crash,
 * and what is read holds together.
 */
#include "history/reader.h"

#include <check.h>
#include <string.h>

#include "schema/error.h"
#include "tests/history/spelling.h"

Suite *reader_suite(void);

#define SMALL "tests/filings/small.txt"

static char *small_text(gsize *length)
{
    char *text = NULL;
    ck_assert(g_file_get_contents(SMALL, &text, length, NULL));
    return text;
}

/* Indices point into their arrays, amounts have a step, places are on a page of the file. */
static void check_filing(const Filing *filing, const char *what)
{
    ck_assert_msg(filing->department[0] != '\0' && filing->fiscal_year >= 1950, "%s", what);
    int pages = (int)filing->pages->len;
    guint cells = 0;
    for (guint t = 0; t < filing->tables->len; t++) {
        const Table *table = g_ptr_array_index(filing->tables, t);
        ck_assert_msg(table->page <= pages && table->unit > 0, "%s", what);
        for (guint i = 0; i < table->rows->len; i++) {
            const Row *row = table_row(table, (int)i);
            ck_assert_msg(row->parent < (int)table->rows->len && row->parent != (int)i && row->page >= 1 && row->page <= pages, "%s", what);
        }
        for (guint i = 0; i < table->cells->len; i++) {
            const Cell *cell = &g_array_index(table->cells, Cell, i);
            ck_assert_msg(cell->row >= 0 && cell->row < (int)table->rows->len && cell->column >= 0 &&
                              cell->column < (int)table->columns->len && cell->amount.step > 0,
                          "%s", what);
        }
        cells += table->cells->len;
    }
    ck_assert_msg(cells > 0, "%s: a filing without a figure is none", what);
    for (guint i = 0; i < filing->claims->len; i++) {
        const Claim *claim = g_ptr_array_index(filing->claims, i);
        ck_assert_msg(claim->page >= 1 && claim->page <= pages && g_utf8_validate(claim->text, -1, NULL), "%s", what);
    }
    for (guint i = 0; i < filing->doubts->len; i++) {
        const Doubt *doubt = g_ptr_array_index(filing->doubts, i);
        ck_assert_msg(doubt->why[0] != '\0' && doubt->page <= pages, "%s", what);
    }
}

/* True when it is read; what is refused is refused with words. */
static bool read_bytes(const char *bytes, gsize length, const char *what)
{
    g_autoptr(GBytes) all = g_bytes_new(bytes, length);
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) filings = filings_from_bytes("filing.txt", all, &error);
    if (filings == NULL) {
        ck_assert_msg(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT) && error->message[0] != '\0', "%s", what);
        return false;
    }
    ck_assert_msg(error == NULL && filings->len > 0, "%s", what);
    for (guint i = 0; i < filings->len; i++)
        check_filing(g_ptr_array_index(filings, i), what);
    return true;
}

START_TEST(source_of_a_filing)
{
    gsize length = 0;
    g_autofree char *text = small_text(&length);
    g_autoptr(GBytes) bytes = g_bytes_new(text, length);
    g_autoptr(GPtrArray) filings = filings_from_bytes("small.txt", bytes, NULL);
    ck_assert_ptr_nonnull(filings);
    const Filing *filing = g_ptr_array_index(filings, 0);
    g_autofree char *sha256 = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)text, length);
    ck_assert_str_eq(filing->file, "small.txt");
    ck_assert_str_eq(filing->sha256, sha256);
    ck_assert_str_eq(filing->encoding, "UTF-8");
    ck_assert_int_eq(filing->bytes, (gint64)length);
    ck_assert_str_eq(filing->form, "xinjiang-budget");
    ck_assert_str_eq(filing->issued, "2024-02-20");
}
END_TEST

/* A name that is no UTF-8 is still a name. */
START_TEST(strange_name)
{
    gsize length = 0;
    g_autofree char *text = small_text(&length);
    g_autoptr(GBytes) bytes = g_bytes_new(text, length);
    g_autoptr(GPtrArray) filings = filings_from_bytes("\xff\xfe.txt", bytes, NULL);
    ck_assert_ptr_nonnull(filings);
    ck_assert(g_utf8_validate(((const Filing *)g_ptr_array_index(filings, 0))->file, -1, NULL));
}
END_TEST

/* The same words in another dress are the same filing. */
static char *dressed(const char *text, int dress, gsize *length)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    char *out = NULL;
    switch (dress) {
    case 0: /* DOS line ends */
        out = g_strjoinv("\r\n", lines);
        break;
    case 1: /* no newline at the end */
        out = g_strchomp(g_strdup(text));
        break;
    case 2: /* a mark in front */
        out = g_strconcat("\xef\xbb\xbf", text, NULL);
        break;
    case 3: /* another encoding */
        return g_convert(text, -1, "GB18030", "UTF-8", NULL, length, NULL);
    default: /* spaces at the ends of lines */
        out = g_strjoinv("  \n", lines);
    }
    *length = strlen(out);
    return out;
}

START_TEST(same_filing_in_another_dress)
{
    g_autofree char *text = small_text(NULL);
    g_autoptr(Filing) plain = filing_of_text(text);
    gsize length = 0;
    g_autofree char *other = dressed(text, _i, &length);
    g_autoptr(GBytes) bytes = g_bytes_new(other, length);
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) filings = filings_from_bytes("small.txt", bytes, &error);
    ck_assert_msg(filings != NULL, "dress %d: %s", _i, error != NULL ? error->message : "");
    const Filing *filing = g_ptr_array_index(filings, 0);
    g_autofree char *claims = spell_claims(plain);
    g_autofree char *other_claims = spell_claims(filing);
    ck_assert_str_eq(claims, other_claims);
    for (guint i = 0; i < plain->tables->len; i++) {
        g_autofree char *cells = spell_cells(g_ptr_array_index(plain->tables, i));
        g_autofree char *other_cells = spell_cells(g_ptr_array_index(filing->tables, i));
        ck_assert_str_eq(cells, other_cells);
    }
}
END_TEST

#define TABLES \
    "2024年部门预算公开表\n部门支出总体情况表\n编制部门：虚构县图书馆 单位：万元\n※ ※ ※ ※ 1 2 3\n总计 5.00 2.00 3.00\n" \
    "国有资本经营预算支出情况表\n编制部门：虚构县图书馆 单位：万元\n※ ※ ※ ※ 1 2 3 4\n"

static const struct {
    const char *why;
    const char *text;
    const char *message; /* a word of the refusal; NULL: it is read */
} texts[] = {
    {"the least of a filing", TABLES, NULL},
    {"empty", "", ""},
    {"no filing", "今天天气很好。\n", "表"},
    {"no year", "部门支出总体情况表\n编制部门：虚构县图书馆 单位：万元\n总计 5.00 2.00 3.00\n国有资本经营预算支出情况表\n单位：万元\n", "年度"},
    {"a contradictory year", "2023年部门预算公开表\n" TABLES, "年度"},
    {"no department", "2024年部门预算公开表\n部门支出总体情况表\n单位：万元\n总计 5.00 2.00 3.00\n国有资本经营预算支出情况表\n单位：万元\n", "部门"},
    {"tables without a figure", "2024年部门预算公开表\n部门支出总体情况表\n编制部门：虚构县图书馆 单位：万元\n国有资本经营预算支出情况表\n单位：万元\n", "数字"},
    {"nothing but overflow",
     "2024年部门预算公开表\n部门支出总体情况表\n编制部门：虚构县图书馆 单位：万元\n总计 99999999999999999999.00 2.00 3.00\n国有资本经营预算支出情况表\n单位：万元\n",
     "数字"},
};

START_TEST(read_or_refused)
{
    g_autoptr(GBytes) bytes = g_bytes_new(texts[_i].text, strlen(texts[_i].text));
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) filings = filings_from_bytes("filing.txt", bytes, &error);
    if (texts[_i].message == NULL) {
        ck_assert_msg(filings != NULL, "%s: %s", texts[_i].why, error != NULL ? error->message : "");
        return;
    }
    ck_assert_msg(filings == NULL, "%s", texts[_i].why);
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT));
    ck_assert_msg(strstr(error->message, texts[_i].message) != NULL, "%s: %s", texts[_i].why, error->message);
}
END_TEST

/* A filing cut off in the middle: a download that broke. */
START_TEST(cut_off)
{
    gsize length = 0;
    g_autofree char *text = small_text(&length);
    guint read = 0;
    guint cuts = 0;
    for (gsize at = 0; at < length; at += 500, cuts++) {
        g_autofree char *what = g_strdup_printf("cut at byte %" G_GSIZE_FORMAT, at);
        read += read_bytes(text, at, what);
    }
    ck_assert_uint_gt(cuts, 8);
    ck_assert_uint_gt(read, 0);    /* the later cuts hold two tables */
    ck_assert_uint_lt(read, cuts); /* the earliest do not */
}
END_TEST

/* One byte is another: at 200 places, the same on every run. */
START_TEST(one_byte_wrong)
{
    gsize length = 0;
    g_autofree char *text = small_text(&length);
    g_autoptr(GRand) rand = g_rand_new_with_seed(12);
    guint read = 0;
    for (int round = 0; round < 200; round++) {
        g_autofree char *damaged = g_memdup2(text, length);
        gsize at = (gsize)g_rand_int_range(rand, 0, (gint32)length);
        damaged[at] = (char)g_rand_int_range(rand, 0, 256);
        g_autofree char *what = g_strdup_printf("byte %" G_GSIZE_FORMAT " is %d", at, (guchar)damaged[at]);
        read += read_bytes(damaged, length, what);
    }
    ck_assert_uint_le(read, 200);
}
END_TEST

/* Lines lost, doubled, or in another order: what a careless copy does. */
START_TEST(lines_shuffled)
{
    g_autofree char *text = small_text(NULL);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    guint count = g_strv_length(lines);
    g_autoptr(GRand) rand = g_rand_new_with_seed(13);
    for (int round = 0; round < 150; round++) {
        g_autoptr(GString) out = g_string_new(NULL);
        for (guint i = 0; i < count; i++) {
            int fate = g_rand_int_range(rand, 0, 40);
            guint other = (guint)g_rand_int_range(rand, 0, (gint32)count);
            if (fate > 0)
                g_string_append_printf(out, "%s\n", lines[fate == 1 ? other : i]);
            if (fate == 2)
                g_string_append_printf(out, "%s\n\f", lines[other]);
        }
        g_autofree char *what = g_strdup_printf("shuffle %d", round);
        read_bytes(out->str, out->len, what);
    }
}
END_TEST

/* Lines as long as a book, in a table and in the text. */
START_TEST(long_lines)
{
    g_autoptr(GString) text = g_string_new(TABLES);
    for (int i = 0; i < 30000; i++)
        g_string_append(text, i % 2 == 0 ? " 5.00" : " 科目");
    g_string_append(text, "\n第三部分 情况说明\n二、关于收入预算情况说明\n基本支出");
    for (int i = 0; i < 30000; i++)
        g_string_append(text, i % 3 == 0 ? "84.33万元" : i % 3 == 1 ? "，比上年" : "增加");
    g_string_append(text, "\n");
    ck_assert(read_bytes(text->str, text->len, "long lines"));
}
END_TEST

Suite *reader_suite(void)
{
    Suite *suite = suite_create("reader");
    TCase *reading = tcase_create("reading");
    tcase_add_test(reading, source_of_a_filing);
    tcase_add_test(reading, strange_name);
    tcase_add_loop_test(reading, same_filing_in_another_dress, 0, 5);
    tcase_add_loop_test(reading, read_or_refused, 0, G_N_ELEMENTS(texts));
    suite_add_tcase(suite, reading);
    TCase *damage = tcase_create("damage");
    tcase_set_timeout(damage, 60);
    tcase_add_test(damage, cut_off);
    tcase_add_test(damage, one_byte_wrong);
    tcase_add_test(damage, lines_shuffled);
    tcase_add_test(damage, long_lines);
    suite_add_tcase(suite, damage);
    return suite;
}
