/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/tidy.h"

#include <check.h>
#include <string.h>

#include "schema/error.h"
#include "tests/history/spelling.h"

Suite *tidy_suite(void);

#define HEADER "department,fiscal_year,kind,direction,measure,code,label,amount\n"

static const struct {
    const char *why;
    const char *text;
    bool tidy;
} beginnings[] = {
    {"the header alone", HEADER, true},
    {"without a newline", "department,fiscal_year,kind,direction,measure,code,label,amount", true},
    {"DOS line ends", "department,fiscal_year,kind,direction,measure,code,label,amount\r\n", true},
    {"spaces around names", "department, fiscal_year ,kind,direction,measure,code,label,amount\n", true},
    {"quoted names", "\"department\",\"fiscal_year\",kind,direction,measure,code,label,amount\n", true},
    {"columns of its own after ours", "department,fiscal_year,kind,direction,measure,code,label,amount,source\n", true},
    {"another order", "fiscal_year,department,kind,direction,measure,code,label,amount\n", false},
    {"a column short", "department,fiscal_year,kind,direction,measure,code,label\n", false},
    {"a filing", "编制部门：虚构县图书馆\n", false},
    {"nothing", "", false},
    {"a quote without end", "\"department,fiscal_year", false},
};

START_TEST(is_tidy)
{
    ck_assert_msg(text_is_tidy(beginnings[_i].text) == beginnings[_i].tidy, "%s", beginnings[_i].why);
}
END_TEST

/* "department year kind: code label direction/measure=amount; …" one filing a line, doubts in brackets. */
static char *spell(const GPtrArray *filings)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < filings->len; i++) {
        const Filing *filing = g_ptr_array_index(filings, i);
        const Table *table = g_ptr_array_index(filing->tables, 0);
        g_string_append_printf(out, "%s %d %s:", filing->department, filing->fiscal_year, kind_word(filing->kind));
        for (guint k = 0; k < table->cells->len; k++) {
            const Cell *cell = &g_array_index(table->cells, Cell, k);
            const Row *row = table_row(table, cell->row);
            g_autofree char *amount = amount_to_text(cell->amount);
            g_string_append_printf(out, " %s|%s|%s=%s", row->code, row->label, table_column(table, cell->column)->path, amount);
        }
        g_string_append_printf(out, " (%u)\n", filing->doubts->len);
    }
    return g_string_free(out, FALSE);
}

static const struct {
    const char *why;
    const char *rows;
    const char *filings; /* NULL: refused */
} files[] = {
    {"one figure", "虚构局,2024,budget,expenditure,total,2070101,行政运行,84.33\n",
     "虚构局 2024 budget: 2070101|行政运行|expenditure/total=84.33 (0)\n"},
    {"two of a filing, then another year and another kind",
     "虚构局,2024,budget,expenditure,total,,,5.00\n虚构局,2024,budget,revenue,total,,,6.00\n虚构局,2023,budget,expenditure,total,,,4.00\n虚构局,2024,accounts,expenditure,total,,,3.00\n",
     "虚构局 2024 budget: ||expenditure/total=5.00 ||revenue/total=6.00 (0)\n虚构局 2023 budget: ||expenditure/total=4.00 (0)\n"
     "虚构局 2024 accounts: ||expenditure/total=3.00 (0)\n"},
    {"quotes, a comma and a line end inside them", "\"虚构局, 二分局\",2024,budget,expenditure,total,,\"甲\"\"乙\n丙\",5.00\n",
     "虚构局, 二分局 2024 budget: |甲\"乙\n丙|expenditure/total=5.00 (0)\n"},
    {"no newline at the end, DOS line ends", "虚构局,2024,budget,expenditure,total,,,5.00\r\n虚构局,2023,budget,expenditure,total,,,4.00",
     "虚构局 2024 budget: ||expenditure/total=5.00 (0)\n虚构局 2023 budget: ||expenditure/total=4.00 (0)\n"},
    {"blank lines", "\n虚构局,2024,budget,expenditure,total,,,5.00\n\n", "虚构局 2024 budget: ||expenditure/total=5.00 (0)\n"},
    {"negative, zero, an integer", "虚构局,2024,budget,expenditure,total,,甲,-5.00\n虚构局,2024,budget,expenditure,total,,乙,0\n",
     "虚构局 2024 budget: |甲|expenditure/total=-5.00 |乙|expenditure/total=0 (0)\n"},
    {"finer than a fen: rounded, and told", "虚构局,2024,budget,expenditure,total,,甲,5.1234565\n虚构局,2024,budget,expenditure,total,,乙,-5.1234565\n",
     "虚构局 2024 budget: |甲|expenditure/total=5.123457 |乙|expenditure/total=-5.123457 (2)\n"},
    {"less than nothing, finer than a fen", "虚构局,2024,budget,expenditure,total,,甲,-0.0000009\n",
     "虚构局 2024 budget: |甲|expenditure/total=-0.000001 (1)\n"},
    {"rows that are wrong are told, the rest is read",
     "虚构局,2024,budget,expenditure,total,,,5.00\n虚构局,二四,budget,expenditure,total,,,5.00\n虚构局,2024,plan,expenditure,total,,,5.00\n"
     "虚构局,2024,budget,,total,,,5.00\n虚构局,2024,budget,expenditure,,,,5.00\n虚构局,2024,budget,expenditure,total,,,five\n"
     ",2024,budget,expenditure,total,,,5.00\n虚构局,2024\n虚构局,2024,budget,expenditure,total,,,99999999999999999999\n"
     "虚构局,20240,budget,expenditure,total,,,5.00\n",
     "虚构局 2024 budget: ||expenditure/total=5.00 (9)\n"},
    {"a separator of thousands without quotes is told, not read as its first digits",
     "虚构局,2024,budget,expenditure,total,,甲,1,200.00\n虚构局,2024,budget,expenditure,total,,乙,\"1,200.00\"\n",
     "虚构局 2024 budget: |乙|expenditure/total=1200.00 (1)\n"},
    {"the same figure twice; with another amount",
     "虚构局,2024,budget,expenditure,total,,甲,5.00\n虚构局,2024,budget,expenditure,total,,甲,5.00\n虚构局,2024,budget,expenditure,total,,甲,6.00\n",
     "虚构局 2024 budget: |甲|expenditure/total=5.00 |甲|expenditure/total=5.00 (1)\n"},
    {"a quote that does not end swallows rows, and is told",
     "虚构局,2024,budget,expenditure,total,,甲,5.00\n虚构局,2024,budget,expenditure,total,,\"乙,5.00\n虚构局,2023,budget,expenditure,total,,丙,5.00\n",
     "虚构局 2024 budget: |甲|expenditure/total=5.00 (1)\n"},
    {"a quote that ends before its field", "虚构局,2024,budget,expenditure,total,,甲,5.00\n虚构局,2024,budget,expenditure,total,,\"乙\"丙,5.00\n",
     "虚构局 2024 budget: |甲|expenditure/total=5.00 (1)\n"},
    {"no rows", "", NULL},
    {"no row that can be read", "虚构局,2024,plan,expenditure,total,,,5.00\n", NULL},
};

START_TEST(figures)
{
    g_autofree char *text = g_strconcat(HEADER, files[_i].rows, NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) filings = filings_from_tidy(text, &error);
    if (files[_i].filings == NULL) {
        ck_assert_msg(filings == NULL, "%s", files[_i].why);
        ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT));
        return;
    }
    ck_assert_msg(filings != NULL, "%s: %s", files[_i].why, error != NULL ? error->message : "");
    g_autofree char *spelt = spell(filings);
    check_spelling(files[_i].why, spelt, files[_i].filings);
}
END_TEST

/* The refusal names the line and what is wrong with it. */
/* "合计" and no label both name the whole, so that rules find it; a name of its own, or a code, does not. */
static const struct {
    const char *code, *label;
    int level;
} wholes[] = {{"", "", 0}, {"", "合计", 0}, {"", "支出总计", 0}, {"", "上级补助", 1}, {"201", "合计", 1}, {"201", "", 1}};

START_TEST(whole_row)
{
    g_autofree char *text = g_strdup_printf(HEADER "虚构甲局,2024,budget,expenditure,total,%s,%s,1.00\n", wholes[_i].code, wholes[_i].label);
    g_autoptr(GPtrArray) filings = filings_from_tidy(text, NULL);
    const Filing *filing = g_ptr_array_index(filings, 0);
    ck_assert_int_eq(table_row(g_ptr_array_index(filing->tables, 0), 0)->level, wholes[_i].level);
}
END_TEST

START_TEST(refusal_names_the_line)
{
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(filings_from_tidy(HEADER "\n虚构局,2024,plan,expenditure,total,,,5.00\n", &error));
    ck_assert_ptr_nonnull(strstr(error->message, "3"));
    ck_assert_ptr_nonnull(strstr(error->message, "kind"));
    ck_assert_ptr_nonnull(strstr(error->message, "plan"));
}
END_TEST

/* The file that comes with the project: every row of it is one cell, but for the five that no amount can hold. */
START_TEST(shipped_file)
{
    g_autofree char *text = NULL;
    ck_assert(g_file_get_contents("tests/filings/tidy.csv", &text, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(g_strchomp(text), "\n", -1);
    g_autoptr(GPtrArray) filings = filings_from_tidy(text, NULL);
    ck_assert_ptr_nonnull(filings);
    guint cells = 0;
    guint doubts = 0;
    for (guint i = 0; i < filings->len; i++) {
        const Filing *filing = g_ptr_array_index(filings, i);
        cells += ((const Table *)g_ptr_array_index(filing->tables, 0))->cells->len;
        doubts += filing->doubts->len;
    }
    ck_assert_uint_eq(cells + doubts, g_strv_length(lines) - 1);
    ck_assert_uint_eq(doubts, 5);
    const Doubt *doubt = g_ptr_array_index(((const Filing *)g_ptr_array_index(filings, 0))->doubts, 0);
    ck_assert_ptr_nonnull(strstr(doubt->text, "90071992547409.91"));
}
END_TEST

Suite *tidy_suite(void)
{
    Suite *suite = suite_create("tidy");
    TCase *reading = tcase_create("tidy");
    tcase_add_loop_test(reading, is_tidy, 0, G_N_ELEMENTS(beginnings));
    tcase_add_loop_test(reading, figures, 0, G_N_ELEMENTS(files));
    tcase_add_loop_test(reading, whole_row, 0, G_N_ELEMENTS(wholes));
    tcase_add_test(reading, refusal_names_the_line);
    tcase_add_test(reading, shipped_file);
    suite_add_tcase(suite, reading);
    return suite;
}
