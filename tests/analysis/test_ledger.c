/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/ledger.h"

#include <check.h>
#include <math.h>

#include "schema/error.h"
#include "tests/analysis/rule/build.h"

Suite *ledger_suite(void);

/* 2024 with a total of 1,000.00; each sentence is a subject of its own. */
static Ledger *ledger_of(Bench *bench, int base_year)
{
    g_autoptr(GError) error = NULL;
    Ledger *ledger = ledger_from_department(bench->department, 2024, base_year, bench->thresholds, &error);
    ck_assert_msg(ledger != NULL, "%s", error != NULL ? error->message : "");
    return ledger;
}

static const LedgerLine *line_of(const Ledger *ledger, const char *code)
{
    for (guint i = 0; i < ledger->lines->len; i++) {
        const LedgerLine *line = g_ptr_array_index(ledger->lines, i);
        if (g_str_equal(line->code, code))
            return line;
    }
    ck_abort_msg("no line %s", code);
    return NULL;
}

/* What every line promises: change = reclassified + explained + unexplained, and current - base = change. */
static void check_identities(const Ledger *ledger)
{
    gint64 unexplained = 0, size = 0;
    for (guint i = 0; i < ledger->lines->len; i++) {
        const LedgerLine *line = g_ptr_array_index(ledger->lines, i);
        ck_assert_int_eq(line->current.fen - line->base.fen, line->change.fen);
        ck_assert_int_eq(line->reclassified.fen + line->explained.fen + line->unexplained.fen, line->change.fen);
        unexplained += line->material ? ABS(line->unexplained.fen) : 0;
        size += line->material ? ABS(line->change.fen) : 0;
    }
    ck_assert_int_eq(ledger->unexplained_total.fen, unexplained);
    ck_assert_int_eq(ledger->change_size.fen, size);
    ck_assert(isfinite(ledger->explained_share) && ledger->explained_share >= 0 && ledger->explained_share <= 100);
}

static const struct {
    const char *name;
    Sentence sentence;
    const char *explained, *unexplained;
    LedgerVerdict verdict;
} cases[] = {
    {"a driver without bound",
     {.subject = "甲", .code = "2011301", .amount = "120.00", .change = "20.00", .reason = "新增信息化建设项目"},
     "20.00",
     "0.00",
     LEDGER_EXPLAINED},
    {"an amount",
     {.subject = "甲", .code = "2011301", .amount = "120.00", .change = "20.00", .reason = "信息化增加15.00万元"},
     "15.00",
     "5.00",
     LEDGER_PARTLY},
    {"head count carries a part",
     {.subject = "甲", .code = "2080501", .amount = "34.60", .change = "20.00", .reason = "增加2名退休人员"},
     "1.46",
     "18.54",
     LEDGER_PARTLY},
    {"no reason",
     {.subject = "甲", .code = "2011301", .amount = "120.00", .change = "20.00"},
     "0.00",
     "20.00",
     LEDGER_UNEXPLAINED},
    {"vague",
     {.subject = "甲", .code = "2011301", .amount = "120.00", .change = "20.00", .reason = "根据工作需要"},
     "0.00",
     "20.00",
     LEDGER_UNEXPLAINED},
    {"the other way",
     {.subject = "甲", .code = "2011301", .amount = "80.00", .change = "-20.00", .reason = "培训班次增加，费用上升"},
     "0.00",
     "-20.00",
     LEDGER_CONTRADICTED},
    {"a fall",
     {.subject = "甲", .code = "2011301", .amount = "80.00", .change = "-20.00", .reason = "信息化建设项目已完成"},
     "-20.00",
     "0.00",
     LEDGER_EXPLAINED},
    {"not material",
     {.subject = "甲", .code = "2011301", .amount = "120.00", .change = "1.00"},
     "0.00",
     "1.00",
     LEDGER_IMMATERIAL},
    {"new",
     {.subject = "甲", .code = "2011301", .amount = "20.00", .change = "20.00", .reason = "新增信息化建设项目"},
     "20.00",
     "0.00",
     LEDGER_EXPLAINED},
    {"持平",
     {.subject = "甲", .code = "2011301", .amount = "20.00", .turn = TURN_SAME},
     "0.00",
     "0.00",
     LEDGER_IMMATERIAL},
};

START_TEST(settles_a_line)
{
    Bench *bench = bench_new();
    build_total(bench->filing, "1,000.00");
    build_staff(bench->filing, "retired", 22, 2);
    build_claim(bench->filing, cases[_i].sentence);
    g_autoptr(Ledger) ledger = ledger_of(bench, 2023);
    check_identities(ledger);
    ck_assert_uint_eq(ledger->lines->len, 1);
    const LedgerLine *line = line_of(ledger, cases[_i].sentence.code);
    ck_assert_msg(line->explained.fen == build_amount(cases[_i].explained).fen, "%s: explained %d", cases[_i].name,
                  (int)line->explained.fen);
    ck_assert_int_eq(line->unexplained.fen, build_amount(cases[_i].unexplained).fen);
    ck_assert_msg(line->verdict == cases[_i].verdict, "%s: %s", cases[_i].name, ledger_verdict_word(line->verdict));
    ck_assert_int_eq(line->has_growth, line->base.fen > 0);
    bench_free(bench);
}
END_TEST

/* The worked example: 145.00 moved, +9.53 is left to explain; the other side is the move alone. */
START_TEST(takes_out_moves)
{
    Bench *bench = bench_new();
    build_total(bench->filing, "1,700.46");
    build_claim(bench->filing, (Sentence){.subject = "行政运行",
                                          .code = "2011301",
                                          .amount = "279.47",
                                          .change = "-135.47",
                                          .reason = "招商引资经费145万元调整至商贸事务（款）招商引资（项）科目"});
    build_claim(bench->filing,
                (Sentence){.subject = "招商引资", .code = "2011308", .amount = "145.00", .change = "145.00"});
    g_autoptr(Ledger) ledger = ledger_of(bench, 2023);
    check_identities(ledger);
    const LedgerLine *from = line_of(ledger, "2011301");
    const LedgerLine *to = line_of(ledger, "2011308");
    ck_assert_int_eq(from->reclassified.fen, build_amount("-145.00").fen);
    ck_assert_int_eq(from->explained.fen, 0);
    ck_assert_int_eq(from->unexplained.fen, build_amount("9.53").fen);
    ck_assert_int_eq(from->verdict, LEDGER_PARTLY);
    ck_assert_int_eq(to->unexplained.fen, 0);
    ck_assert_int_eq(to->verdict, LEDGER_RECLASSIFIED);
    /* 9.53 of 280.47 is left. */
    ck_assert_double_eq_tol(ledger->explained_share, 100.0 * (1.0 - 9.53 / 280.47), 1e-9); /* doubles for show */
    bench_free(bench);
}
END_TEST

START_TEST(ranks_by_what_is_unexplained)
{
    static const char *const order[] = {"2050203", "2050202", "2050201", "2050204"};
    Bench *bench = bench_new();
    build_total(bench->filing, "1,000.00");
    build_claim(bench->filing, (Sentence){.subject = "甲",
                                          .code = "2050201",
                                          .amount = "400.00",
                                          .change = "200.00",
                                          .reason = "新增信息化建设项目"});
    build_claim(bench->filing, (Sentence){.subject = "乙", .code = "2050202", .amount = "120.00", .change = "-30.00"});
    build_claim(bench->filing, (Sentence){.subject = "丙", .code = "2050203", .amount = "120.00", .change = "40.00"});
    build_claim(bench->filing, (Sentence){.subject = "丁", .code = "2050204", .amount = "900.00", .change = "50.00"});
    g_autoptr(Ledger) ledger = ledger_of(bench, 2023);
    check_identities(ledger);
    for (guint i = 0; i < G_N_ELEMENTS(order); i++)
        ck_assert_str_eq(((const LedgerLine *)g_ptr_array_index(ledger->lines, i))->code, order[i]);
    /* 丁 is not material: it counts in no sum. */
    ck_assert_int_eq(ledger->unexplained_total.fen, build_amount("70.00").fen);
    ck_assert_int_eq(ledger->change_size.fen, build_amount("270.00").fen);
    bench_free(bench);
}
END_TEST

/* A class and an item of it overlap: only the finest is a line. */
START_TEST(counts_nothing_twice)
{
    Bench *bench = bench_new();
    build_total(bench->filing, "1,000.00");
    build_claim(bench->filing,
                (Sentence){.subject = "教育支出", .code = "205", .amount = "400.00", .change = "200.00"});
    build_claim(bench->filing,
                (Sentence){.subject = "学前教育", .code = "2050201", .amount = "400.00", .change = "200.00"});
    build_claim(bench->filing, (Sentence){.subject = "单位资金",
                                          .measure = "total",
                                          .direction = DIRECTION_REVENUE,
                                          .fund = FUND_OWN,
                                          .amount = "40.00",
                                          .change = "20.00"});
    g_autoptr(Ledger) ledger = ledger_of(bench, 2023);
    ck_assert_uint_eq(ledger->lines->len, 2);
    ck_assert_str_eq(line_of(ledger, "2050201")->subject, "学前教育");
    ck_assert_int_eq(line_of(ledger, "")->fund, FUND_OWN);
    bench_free(bench);
}
END_TEST

/* With last year's own filing, its tables are the base, whatever this year's sentence implies. */
START_TEST(prefers_last_years_tables)
{
    Bench *bench = bench_new();
    build_total(bench->filing, "1,000.00");
    build_row(build_table(bench->filing, "general"), "2050201", "学前教育", "400.00");
    build_claim(bench->filing, (Sentence){.subject = "学前教育",
                                          .code = "2050201",
                                          .amount = "400.00",
                                          .change = "200.00",
                                          .reason = "新增信息化建设项目"});
    Filing *last = bench_add_filing(bench, 2023);
    build_total(last, "900.00");
    Table *before = build_table(last, "general");
    build_row(before, "2050201", "学前教育", "190.00");
    build_row(before, "2050299", "其他普通教育支出", "50.00");
    g_autoptr(Ledger) ledger = ledger_of(bench, 2023);
    check_identities(ledger);
    ck_assert_uint_eq(ledger->lines->len, 3);
    ck_assert_int_eq(line_of(ledger, "2050201")->change.fen, build_amount("210.00").fen);
    /* Gone this year: it fell to nothing. */
    ck_assert_int_eq(line_of(ledger, "2050299")->change.fen, build_amount("-50.00").fen);
    ck_assert_int_eq(line_of(ledger, "2050299")->verdict, LEDGER_UNEXPLAINED);
    ck_assert_int_eq(ledger->change_total.fen, build_amount("100.00").fen);
    /* 160.00 of the lines and -60.00 beyond them. */
    ck_assert(line_of(ledger, "")->rest);
    ck_assert_int_eq(line_of(ledger, "")->change.fen, build_amount("-60.00").fen);
    bench_free(bench);
}
END_TEST

START_TEST(refuses)
{
    static const struct {
        const char *name;
        int year, base_year;
    } rows[] = {
        {"a year without a filing", 2020, 2019},
        {"a base year without one", 2024, 2020},
        {"nothing to compare", 2024, 2023},
    };
    Bench *bench = bench_new();
    build_total(bench->filing, "1,000.00");
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(
        ledger_from_department(bench->department, rows[_i].year, rows[_i].base_year, bench->thresholds, &error));
    ck_assert_msg(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE), "%s", rows[_i].name);
    bench_free(bench);
}
END_TEST

/* When nothing changed, nothing is unexplained. */
START_TEST(explains_all_of_nothing)
{
    Bench *bench = bench_new();
    build_total(bench->filing, "1,000.00");
    build_claim(bench->filing, (Sentence){.subject = "甲", .code = "2050201", .amount = "400.00", .turn = TURN_SAME});
    g_autoptr(Ledger) ledger = ledger_of(bench, 2023);
    check_identities(ledger);
    ck_assert_double_eq(ledger->explained_share, 100.0);
    bench_free(bench);
}
END_TEST

Suite *ledger_suite(void)
{
    Suite *suite = suite_create("ledger");
    TCase *ledger = tcase_create("ledger");
    tcase_add_loop_test(ledger, settles_a_line, 0, (int)G_N_ELEMENTS(cases));
    tcase_add_test(ledger, takes_out_moves);
    tcase_add_test(ledger, ranks_by_what_is_unexplained);
    tcase_add_test(ledger, counts_nothing_twice);
    tcase_add_test(ledger, prefers_last_years_tables);
    tcase_add_loop_test(ledger, refuses, 0, 3);
    tcase_add_test(ledger, explains_all_of_nothing);
    suite_add_tcase(suite, ledger);
    return suite;
}
