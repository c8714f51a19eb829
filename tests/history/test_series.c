/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/series.h"

#include <check.h>
#include <string.h>

#include "tests/history/spelling.h"

Suite *series_suite(void);

/* Amounts of these tests: hundredths of 万元, as a table of 万元 prints them. */
#define STEP 10000

static GPtrArray *filings;

static void set_up(void)
{
    filings = g_ptr_array_new_with_free_func((GDestroyNotify)filing_free);
}

static void tear_down(void)
{
    g_clear_pointer(&filings, g_ptr_array_unref);
}

/* A filing with one table of 合计 and 基本支出; its id is its place, from 1. */
static Filing *add_filing(int year, Kind kind)
{
    Filing *filing = filing_new();
    g_free(filing->department);
    filing->department = g_strdup("虚构县图书馆");
    filing->fiscal_year = year;
    filing->kind = kind;
    g_ptr_array_add(filings, filing);
    filing->id = (gint64)filings->len;
    Table *table = table_new();
    g_ptr_array_add(table->columns, column_new("合计", 1, DIRECTION_EXPENDITURE, FUND_ALL, "total"));
    g_ptr_array_add(table->columns, column_new("基本支出", 2, DIRECTION_EXPENDITURE, FUND_ALL, "basic"));
    g_ptr_array_add(filing->tables, table);
    return filing;
}

static void add_cell(Filing *filing, const char *code, const char *label, int column, gint64 hundredths, Proof proof)
{
    Table *table = g_ptr_array_index(filing->tables, 0);
    Row *row = row_new();
    g_free(row->code);
    g_free(row->label);
    row->code = g_strdup(code);
    row->label = g_strdup(label);
    row->level = code[0] != '\0' ? 1 : 0;
    row->page = 3;
    g_ptr_array_add(table->rows, row);
    Cell cell = {(int)table->rows->len - 1, column, {hundredths * STEP, STEP}, proof, g_strdup("")};
    g_array_append_val(table->cells, cell);
}

static Claim *add_claim(Filing *filing, const char *code, gint64 hundredths, gint64 change, Against against)
{
    Claim *claim = claim_new();
    g_free(claim->subject);
    g_free(claim->code);
    g_free(claim->measure);
    claim->subject = g_strdup("行政运行");
    claim->code = g_strdup(code);
    claim->measure = g_strdup("total");
    claim->direction = DIRECTION_EXPENDITURE;
    claim->has_amount = claim->has_change = true;
    claim->amount = (Amount){hundredths * STEP, STEP};
    claim->change = (Amount){change * STEP, STEP};
    claim->against = against;
    claim->turn = change == 0 ? TURN_SAME : change < 0 ? TURN_DOWN : TURN_UP;
    claim->page = 7;
    g_ptr_array_add(filing->claims, claim);
    return claim;
}

/* "kind scope measure code label: 2023=5.00(1p3) 2024=6.00~(2p7)" one series a line; ~ is implied, filing and page in brackets. */
static void check_series(const char *why, const char *expected)
{
    g_autoptr(GPtrArray) all = series_from_filings(filings, NULL);
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < all->len; i++) {
        const Series *series = g_ptr_array_index(all, i);
        g_string_append_printf(out, "%s %s %s %s %s:", phase_word(series->phase), scope_word(series->scope), series->measure,
                               series->code[0] != '\0' ? series->code : "-", series->label);
        for (guint k = 0; k < series->points->len; k++) {
            const SeriesPoint *point = series_point(series, k);
            g_autofree char *amount = amount_to_text(point->amount);
            g_string_append_printf(out, " %d=%s%s(%dp%d)", point->year, amount, point->implied ? "~" : "", (int)point->filing,
                                   point->page);
            ck_assert_int_eq(point->comparable.fen, point->amount.fen);
        }
        g_string_append_c(out, '\n');
    }
    check_spelling(why, out->str, expected);
}

START_TEST(no_filings)
{
    check_series("none", "");
    series_free(NULL);
}
END_TEST

/* Years in order, whatever the order of the filings; the newest name. */
START_TEST(years_in_order)
{
    add_cell(add_filing(2023, KIND_BUDGET), "2070101", "行政", 0, 500, PROOF_UNIQUE);
    add_cell(add_filing(2021, KIND_BUDGET), "2070101", "旧名", 0, 300, PROOF_UNIQUE);
    add_cell(add_filing(2024, KIND_BUDGET), "2070101", "行政运行", 0, 600, PROOF_LIKELY);
    check_series("a gap in 2022 stays a gap",
                 "approved department total 2070101 行政运行: 2021=3.00(2p3) 2023=5.00(1p3) 2024=6.00(3p3)\n");
}
END_TEST

START_TEST(kinds_and_scopes_apart)
{
    add_cell(add_filing(2023, KIND_BUDGET), "207", "文化", 0, 500, PROOF_UNIQUE);
    add_cell(add_filing(2023, KIND_ACCOUNTS), "207", "文化", 0, 490, PROOF_UNIQUE);
    Filing *unit = add_filing(2023, KIND_BUDGET);
    unit->scope = SCOPE_UNIT;
    add_cell(unit, "207", "文化", 0, 100, PROOF_UNIQUE);
    check_series("three series",
                 "approved department total 207 文化: 2023=5.00(1p3)\n"
                 "approved unit total 207 文化: 2023=1.00(3p3)\n"
                 "executed department total 207 文化: 2023=4.90(2p3)\n");
}
END_TEST

START_TEST(measures_apart)
{
    Filing *filing = add_filing(2024, KIND_BUDGET);
    add_cell(filing, "207", "文化", 1, 200, PROOF_UNIQUE);
    add_cell(filing, "", "总计", 0, 900, PROOF_UNIQUE);
    add_cell(filing, "207", "文化", 0, 500, PROOF_UNIQUE);
    check_series("by measure, then code",
                 "approved department basic 207 文化: 2024=2.00(1p3)\n"
                 "approved department total - 总计: 2024=9.00(1p3)\n"
                 "approved department total 207 文化: 2024=5.00(1p3)\n");
}
END_TEST

/* A column of budget figures in accounts is another vintage of its measure, not a measure of its own. */
START_TEST(vintages_apart)
{
    for (int year = 2023; year <= 2024; year++) {
        Filing *filing = add_filing(year, KIND_ACCOUNTS);
        Table *table = g_ptr_array_index(filing->tables, 0);
        g_ptr_array_add(table->columns, column_new("年初预算数", 3, DIRECTION_EXPENDITURE, FUND_ALL, "total-budgeted"));
        g_ptr_array_add(table->columns, column_new("全年预算数", 4, DIRECTION_EXPENDITURE, FUND_ALL, "total-budgeted"));
        add_cell(filing, "207", "文化", 0, 400 + year - 2023, PROOF_UNIQUE);
        add_cell(filing, "207", "文化", 2, 600, PROOF_UNIQUE);
        add_cell(filing, "207", "文化", 3, 500, PROOF_UNIQUE);
    }
    check_series("approved, adjusted, executed",
                 "approved department total 207 文化: 2023=6.00(1p3) 2024=6.00(2p3)\n"
                 "adjusted department total 207 文化: 2023=5.00(1p3) 2024=5.00(2p3)\n"
                 "executed department total 207 文化: 2023=4.00(1p3) 2024=4.01(2p3)\n");
}
END_TEST

START_TEST(uncertain_cells_are_left_out)
{
    Filing *filing = add_filing(2024, KIND_BUDGET);
    add_cell(filing, "207", "文化", 0, 500, PROOF_UNIQUE);
    add_cell(filing, "208", "社会保障", 0, 500, PROOF_AMBIGUOUS);
    check_series("one", "approved department total 207 文化: 2024=5.00(1p3)\n");
}
END_TEST

/* The first table that prints a quantity gives the point. */
START_TEST(printed_twice)
{
    Filing *filing = add_filing(2024, KIND_BUDGET);
    add_cell(filing, "207", "文化", 0, 500, PROOF_UNIQUE);
    add_cell(filing, "207", "文化", 0, 600, PROOF_UNIQUE);
    check_series("the first", "approved department total 207 文化: 2024=5.00(1p3)\n");
}
END_TEST

START_TEST(implied_base)
{
    Filing *filing = add_filing(2024, KIND_BUDGET);
    add_cell(filing, "2070101", "行政运行", 0, 8433, PROOF_UNIQUE);
    add_claim(filing, "2070101", 8433, 221, AGAINST_LAST_BUDGET);
    check_series("one filing gives two years", "approved department total 2070101 行政运行: 2023=82.12~(1p7) 2024=84.33(1p3)\n");
}
END_TEST

/* Last year's own figure stands, even where this year's author says another; in whatever order they come. */
START_TEST(filed_beats_implied)
{
    Filing *newer = add_filing(2024, KIND_BUDGET);
    add_cell(newer, "2070101", "行政运行", 0, 8433, PROOF_UNIQUE);
    add_claim(newer, "2070101", 8433, 221, AGAINST_LAST_BUDGET);
    add_cell(add_filing(2023, KIND_BUDGET), "2070101", "行政运行", 0, 8000, PROOF_UNIQUE);
    check_series("80.00, not 82.12", "approved department total 2070101 行政运行: 2023=80.00(2p3) 2024=84.33(1p3)\n");
}
END_TEST

static const struct {
    const char *why;
    Kind kind;
    Against against;
    bool implies;
} bases[] = {
    {"a budget against last year's budget", KIND_BUDGET, AGAINST_LAST_BUDGET, true},
    {"accounts against last year's accounts", KIND_ACCOUNTS, AGAINST_LAST_ACCOUNTS, true},
    {"a budget against last year's accounts is another series", KIND_BUDGET, AGAINST_LAST_ACCOUNTS, false},
    {"accounts against this year's budget", KIND_ACCOUNTS, AGAINST_THIS_BUDGET, false},
    {"against nothing", KIND_BUDGET, AGAINST_NOTHING, false},
};

START_TEST(which_base_is_implied)
{
    add_claim(add_filing(2024, bases[_i].kind), "2070101", 500, 100, bases[_i].against);
    g_autoptr(GPtrArray) all = series_from_filings(filings, NULL);
    ck_assert_msg(all->len == (bases[_i].implies ? 1u : 0u), "%s", bases[_i].why);
}
END_TEST

/* A claim of no change, one of what is new, and those from which nothing follows. */
START_TEST(edges_of_an_implied_base)
{
    Filing *filing = add_filing(2024, KIND_BUDGET);
    Claim *same = add_claim(filing, "2070101", 500, 0, AGAINST_LAST_BUDGET);
    same->has_change = false; /* 持平 */
    add_claim(filing, "2070104", 500, 500, AGAINST_LAST_BUDGET);
    add_claim(filing, "2070105", 0, 0, AGAINST_LAST_BUDGET)->has_amount = false;
    Claim *growth = add_claim(filing, "2070106", 500, 0, AGAINST_LAST_BUDGET);
    growth->has_change = false;
    growth->turn = TURN_UP; /* 增长5%: the amount is not said */
    Claim *overflow = add_claim(filing, "2070107", 0, 0, AGAINST_LAST_BUDGET);
    overflow->amount.fen = G_MAXINT64;
    overflow->change.fen = -1;
    Claim *unknown = add_claim(filing, "", 500, 100, AGAINST_LAST_BUDGET);
    unknown->measure[0] = '\0';
    check_series("two of six",
                 "approved department total 2070101 行政运行: 2023=5.00~(1p7) 2024=5.00(1p7)\n"
                 "approved department total 2070104 行政运行: 2023=0.00~(1p7) 2024=5.00(1p7)\n");
}
END_TEST

Suite *series_suite(void)
{
    Suite *suite = suite_create("series");
    TCase *joining = tcase_create("series");
    tcase_add_checked_fixture(joining, set_up, tear_down);
    tcase_add_test(joining, no_filings);
    tcase_add_test(joining, years_in_order);
    tcase_add_test(joining, kinds_and_scopes_apart);
    tcase_add_test(joining, measures_apart);
    tcase_add_test(joining, vintages_apart);
    tcase_add_test(joining, uncertain_cells_are_left_out);
    tcase_add_test(joining, printed_twice);
    tcase_add_test(joining, implied_base);
    tcase_add_test(joining, filed_beats_implied);
    tcase_add_loop_test(joining, which_base_is_implied, 0, G_N_ELEMENTS(bases));
    tcase_add_test(joining, edges_of_an_implied_base);
    suite_add_tcase(suite, joining);
    return suite;
}
