/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ledger over years: any two of them, in any vintage, with nothing lost and nothing counted twice. */
#include <check.h>
#include <string.h>

#include "history/lineage_file.h"
#include "schema/error.h"
#include "tests/analysis/ledger_bench.h"

Suite *ledger_years_suite(void);

static const LedgerLine *rest_of(const Ledger *ledger)
{
    const LedgerLine *line = ledger_line(ledger, "");
    return line != NULL && line->rest ? line : NULL;
}

/* ---- nothing vanishes ---- */

static const struct {
    const char *name;
    const char *base_total, *base, *total, *current;
    const char *rest; /* its change; NULL when there is no such line */
    bool rounding;
} sums[] = {
    {"all covered", "100.00", "2050201 60.00;2050202 40.00", "120.00", "2050201 70.00;2050202 50.00", NULL, false},
    {"a hundredth of rounding", "100.00", "2050201 60.00;2050202 40.00", "120.01", "2050201 70.00;2050202 50.00", "0.01", true},
    {"money of no subject", "100.00", "2050201 60.00;2050202 30.00", "150.00", "2050201 70.00;2050202 30.00", "40.00", false},
    {"lines beyond the total", "90.00", "2050201 60.00;2050202 40.00", "120.00", "2050201 70.00;2050202 50.00", "10.00", false},
    {"beyond the lines, but not changed", "110.00", "2050201 60.00;2050202 40.00", "130.00", "2050201 70.00;2050202 50.00", "0.00", false},
    {"a subject starts and one stops", "100.00", "2050201 60.00;2050202 40.00", "100.00", "2050201 60.00;2050203 40.00", NULL, false},
};

START_TEST(lines_add_to_the_total)
{
    Bench *bench = bench_new();
    ledger_filing(bench, 2023, KIND_BUDGET, sums[_i].base_total, sums[_i].base);
    ledger_filing(bench, 2024, KIND_BUDGET, sums[_i].total, sums[_i].current);
    g_autoptr(Ledger) ledger = ledger_of_budgets(bench, 2024, 2023);
    ledger_check(ledger);
    const LedgerLine *rest = rest_of(ledger);
    ck_assert_msg((rest != NULL) == (sums[_i].rest != NULL), "%s", sums[_i].name);
    if (rest != NULL) {
        ck_assert_int_eq(rest->change.fen, build_amount(sums[_i].rest).fen);
        ck_assert_msg(rest->rounding == sums[_i].rounding, "%s", sums[_i].name);
        /* Rounding is nobody's to answer for. */
        ck_assert(!rest->rounding || rest->verdict == LEDGER_IMMATERIAL);
    }
    bench_free(bench);
}
END_TEST

/* A base that only some subjects' sentences imply, of a whole whose change is told: the rest is what has no sentence. */
START_TEST(what_has_no_sentence_is_the_rest)
{
    Bench *bench = bench_new();
    ledger_fill(bench->filing, "200.00", "2050201 120.00;2050202 80.00");
    build_claim(bench->filing, (Sentence){.subject = "支出预算", .measure = "total", .amount = "200.00", .change = "70.00"});
    ledger_claim(bench->filing, "2050201", "120.00", "20.00", "新增信息化建设项目");
    g_autoptr(Ledger) ledger = ledger_of_budgets(bench, 2024, 2023);
    ledger_check(ledger);
    ck_assert(!ledger->base_filed && ledger->base_known);
    ck_assert_int_eq(rest_of(ledger)->change.fen, build_amount("50.00").fen);
    ck_assert_int_eq(rest_of(ledger)->verdict, LEDGER_UNEXPLAINED);
    g_autofree char *question = ledger_question(ledger, rest_of(ledger));
    ck_assert_ptr_nonnull(strstr(question, "没有逐科目说明"));
    bench_free(bench);
}
END_TEST

/* Without any word on the whole, the base's total is not known and is not made up. */
START_TEST(an_unknown_total_is_said)
{
    Bench *bench = bench_new();
    ledger_fill(bench->filing, "200.00", "2050201 120.00;2050202 80.00");
    ledger_claim(bench->filing, "2050201", "120.00", "20.00", "新增信息化建设项目");
    g_autoptr(Ledger) ledger = ledger_of_budgets(bench, 2024, 2023);
    ledger_check(ledger);
    ck_assert(!ledger->base_known && rest_of(ledger) == NULL);
    ck_assert_int_eq(ledger->change_total.fen, build_amount("20.00").fen);
    ck_assert_uint_eq(ledger->notes->len, 2);
    bench_free(bench);
}
END_TEST

/* A figure whose column is not settled is neither a birth nor a collapse: it stays in the rest, which says so. */
START_TEST(an_unsettled_figure_is_no_line)
{
    Bench *bench = bench_new();
    ledger_filing(bench, 2023, KIND_BUDGET, "100.00", "2050201 60.00;2050202 40.00");
    ledger_filing(bench, 2024, KIND_BUDGET, "160.00", "2050201 60.00;2050202 100.00?2");
    g_autoptr(Ledger) ledger = ledger_of_budgets(bench, 2024, 2023);
    ledger_check(ledger);
    ck_assert_ptr_null(ledger_line(ledger, "2050202"));
    ck_assert_int_eq(rest_of(ledger)->change.fen, build_amount("60.00").fen);
    ck_assert_str_ne(rest_of(ledger)->note, "");
    bench_free(bench);
}
END_TEST

/* ---- one level ---- */

static const struct {
    const char *name, *base, *current;
    const char *codes; /* of the lines */
} levels[] = {
    {"items in both", "205 90;20502 90;2050201 60;2050202 30;206 10;20601 10;2060101 10", "205 100;20502 100;2050201 100", "2050201 2050202 2060101"},
    {"groups, then items", "205 90;20502 90;206 10;20601 10", "205 90;20502 90;2050201 50;2050202 40;206 10;20601 10;2060101 10", "20502 20601"},
    {"items, then a class", "205 100;20502 60;2050201 60;20503 40;2050302 40", "205 100", "205"},
    {"items without their group", "2050201 60;2050202 40", "205 100;20502 100", "20502"},
    {"a group of one year only", "205 60;20502 60;206 40;20601 40;2060101 40", "205 100;20502 100", "20502 2060101"},
};

START_TEST(compares_on_the_common_level)
{
    Bench *bench = bench_new();
    ledger_filing(bench, 2023, KIND_BUDGET, "100", levels[_i].base);
    ledger_filing(bench, 2024, KIND_BUDGET, "100", levels[_i].current);
    g_autoptr(Ledger) ledger = ledger_of_budgets(bench, 2024, 2023);
    ledger_check(ledger);
    g_auto(GStrv) codes = g_strsplit(levels[_i].codes, " ", -1);
    ck_assert_msg(ledger->lines->len == g_strv_length(codes), "%s: %u lines", levels[_i].name, ledger->lines->len);
    for (char **code = codes; *code != NULL; code++)
        ck_assert_msg(ledger_line(ledger, *code) != NULL, "%s: no %s", levels[_i].name, *code);
    ck_assert_int_eq(ledger->change_total.fen, 0);
    bench_free(bench);
}
END_TEST

/* ---- moves ---- */

/* Told in both sections and found in the figures: 40.00 went over once. */
START_TEST(a_move_counts_once)
{
    static const char *const sections[] = {"五（三）", "八（三）"};
    Bench *bench = bench_new();
    ledger_filing(bench, 2023, KIND_BUDGET, "200.00", "2050201 150.00;2050202 50.00");
    ledger_filing(bench, 2024, KIND_BUDGET, "200.00", "2050201 110.00;2050202 90.00");
    for (gsize i = 0; i < G_N_ELEMENTS(sections); i++) {
        build_claim(bench->filing, (Sentence){.subject = "学前教育",
                                              .code = "2050201",
                                              .section = sections[i],
                                              .amount = "110.00",
                                              .change = "-40.00",
                                              .reason = "校舍维修经费40.00万元调整至普通教育（款）小学教育（项）科目"});
        build_claim(bench->filing,
                    (Sentence){.subject = "小学教育", .code = "2050202", .section = sections[i], .amount = "90.00", .change = "40.00"});
    }
    g_autoptr(Ledger) ledger = ledger_of_budgets(bench, 2024, 2023);
    ledger_check(ledger);
    ledger_check_line(ledger, "2050201", "-40.00", "0.00", "0.00");
    ledger_check_line(ledger, "2050202", "40.00", "0.00", "0.00");
    ck_assert_int_eq(ledger_line(ledger, "2050202")->verdict, LEDGER_RECLASSIFIED);
    bench_free(bench);
}
END_TEST

static void row_free(gpointer data)
{
    LineageRow *row = data;
    g_free(row->whose);
    g_free(row->from);
    g_free(row->to);
    g_free(row->note);
    g_free(row);
}

/* What the user says of a step stands: a move nobody states, and that a stated one is none. */
START_TEST(the_users_word_counts)
{
    static const struct {
        LineageAct act;
        const char *amount, *reclassified, *unexplained;
    } rows[] = {
        {LINEAGE_MOVE, "30.00", "-30.00", "-10.00"},
        {LINEAGE_SAME, NULL, "-40.00", "0.00"},
        {LINEAGE_KEEP, NULL, "0.00", "-40.00"},
    };
    Bench *bench = bench_new();
    bool gone = rows[_i].act == LINEAGE_SAME;
    ledger_filing(bench, 2023, KIND_BUDGET, "200.00", gone ? "2050201 40.00;2050202 160.00" : "2050201 150.00;2050202 50.00");
    ledger_filing(bench, 2024, KIND_BUDGET, "200.00", gone ? "2050202 160.00;2050299 40.00" : "2050201 110.00;2050202 90.00");
    if (rows[_i].act == LINEAGE_KEEP) {
        ledger_claim(bench->filing, "2050201", "110.00", "-40.00", "校舍维修经费40.00万元调整至普通教育（款）小学教育（项）科目");
        build_claim(bench->filing, (Sentence){.subject = "小学教育", .code = "2050202", .amount = "90.00", .change = "40.00"});
    }
    LineageRow *row = g_new0(LineageRow, 1);
    row->act = rows[_i].act;
    row->year = 2024;
    row->whose = g_strdup("");
    row->from = g_strdup("2050201");
    row->to = g_strdup(gone ? "2050299" : "2050202");
    row->note = g_strdup("");
    row->has_amount = rows[_i].amount != NULL;
    if (row->has_amount)
        row->amount = build_amount(rows[_i].amount);
    bench->department->lineage = g_ptr_array_new_with_free_func(row_free);
    g_ptr_array_add(bench->department->lineage, row);
    g_autoptr(Ledger) ledger = ledger_of_budgets(bench, 2024, 2023);
    ledger_check(ledger);
    const LedgerLine *line = ledger_line(ledger, "2050201");
    ck_assert_int_eq(line->reclassified.fen, build_amount(rows[_i].reclassified).fen);
    /* The reason's amount still speaks for the change where the move is denied. */
    ck_assert_int_eq(line->unexplained.fen + line->explained.fen, build_amount(rows[_i].unexplained).fen);
    g_clear_pointer(&bench->department->lineage, g_ptr_array_unref);
    bench_free(bench);
}
END_TEST

/* ---- distant years ---- */

START_TEST(chains_the_years_between)
{
    Bench *bench = ledger_three_budgets(true);
    g_autoptr(Ledger) ledger = ledger_of_budgets(bench, 2024, 2022);
    ledger_check(ledger);
    ledger_check_line(ledger, "2050201", "0.00", "45.00", "5.00");
    ck_assert_str_eq(ledger_line(ledger, "2050201")->reason, "2023 年：新增信息化建设项目；2024 年：信息化增加15.00万元");
    ck_assert_uint_eq(ledger->notes->len, 0);
    bench_free(bench);
}
END_TEST

/* The year between has no filing: its part cannot be explained, and that is told. */
START_TEST(a_missing_year_between_is_told)
{
    Bench *bench = ledger_three_budgets(false);
    g_autoptr(Ledger) ledger = ledger_of_budgets(bench, 2024, 2022);
    ledger_check(ledger);
    ledger_check_line(ledger, "2050201", "0.00", "15.00", "35.00");
    ck_assert_uint_eq(ledger->notes->len, 1);
    ck_assert_ptr_nonnull(strstr(ledger_line(ledger, "2050201")->note, "2023 年预算对 2022 年预算的理由不知道"));
    ck_assert_ptr_nonnull(strstr(g_ptr_array_index(ledger->notes, 0), "2023"));
    bench_free(bench);
}
END_TEST

/* A year between that prints groups only: its reasons are of another level and are not taken for the item's. */
START_TEST(a_coarser_year_between_is_told)
{
    Bench *bench = bench_new();
    ledger_filing(bench, 2022, KIND_BUDGET, "100.00", "205 100.00;20502 100.00;2050201 60.00;2050202 40.00");
    ledger_claim(ledger_filing(bench, 2023, KIND_BUDGET, "130.00", "205 130.00;20502 130.00"), "20502", "130.00", "30.00", "新增信息化建设项目");
    ledger_filing(bench, 2024, KIND_BUDGET, "150.00", "205 150.00;20502 150.00;2050201 90.00;2050202 60.00");
    g_autoptr(Ledger) ledger = ledger_of_budgets(bench, 2024, 2022);
    ledger_check(ledger);
    ledger_check_line(ledger, "2050201", "0.00", "0.00", "30.00");
    ck_assert_ptr_nonnull(strstr(ledger_line(ledger, "2050201")->note, "20502"));
    bench_free(bench);
}
END_TEST

/* ---- vintages and scopes ---- */

static Bench *both_kinds(void)
{
    Bench *bench = bench_new();
    ledger_filing(bench, 2023, KIND_BUDGET, "100.00", "2050201 100.00");
    ledger_filing(bench, 2023, KIND_ACCOUNTS, "90.00", "2050201 90.00");
    ledger_claim(ledger_filing(bench, 2024, KIND_BUDGET, "140.00", "2050201 140.00"), "2050201", "140.00", "40.00", "新增信息化建设项目");
    Filing *accounts = ledger_filing(bench, 2024, KIND_ACCOUNTS, "120.00", "2050201 120.00");
    ledger_claim(accounts, "2050201", "120.00", "30.00", "信息化增加10.00万元");
    build_claim(accounts, (Sentence){.subject = "甲",
                                     .code = "2050201",
                                     .amount = "120.00",
                                     .base = "140.00",
                                     .reason = "信息化建设项目已完成",
                                     .against = AGAINST_THIS_BUDGET});
    return bench;
}

static const struct {
    const char *name;
    int year;
    Phase phase;
    int base_year;
    Phase base_phase;
    const char *base, *explained, *unexplained;
} vintages[] = {
    {"approved, approved", 2024, PHASE_APPROVED, 2023, PHASE_APPROVED, "100.00", "40.00", "0.00"},
    {"executed, executed", 2024, PHASE_EXECUTED, 2023, PHASE_EXECUTED, "90.00", "10.00", "20.00"},
    {"executed, approved of the year", 2024, PHASE_EXECUTED, 2024, PHASE_APPROVED, "140.00", "-20.00", "0.00"},
    /* 100 -> 140 approved, then 140 -> 120 in execution. */
    {"executed, approved a year before", 2024, PHASE_EXECUTED, 2023, PHASE_APPROVED, "100.00", "20.00", "0.00"},
    /* The budget's sentence speaks of the last budget, not of the accounts. */
    {"approved, executed", 2024, PHASE_APPROVED, 2023, PHASE_EXECUTED, "90.00", "0.00", "50.00"},
};

START_TEST(compares_vintages_as_said)
{
    Bench *bench = both_kinds();
    g_autoptr(Ledger) ledger =
        ledger_of(bench, vintages[_i].year, vintages[_i].phase, vintages[_i].base_year, vintages[_i].base_phase);
    ledger_check(ledger);
    const LedgerLine *line = ledger_line(ledger, "2050201");
    ck_assert_msg(line->base.fen == build_amount(vintages[_i].base).fen, "%s", vintages[_i].name);
    ledger_check_line(ledger, "2050201", "0.00", vintages[_i].explained, vintages[_i].unexplained);
    ck_assert_int_eq(ledger->phase, vintages[_i].phase);
    ck_assert_int_eq(ledger->base_phase, vintages[_i].base_phase);
    bench_free(bench);
}
END_TEST

/*
 * A budget whose sentences only speak of last year's accounts is compared with these, and that is told; asked for last
 * year's budget by name, there is nothing.
 */
START_TEST(takes_the_filings_own_vintage)
{
    Bench *bench = bench_new();
    ledger_fill(bench->filing, "120.00", "2050201 120.00");
    build_claim(bench->filing,
                (Sentence){.subject = "甲", .code = "2050201", .amount = "120.00", .change = "30.00", .against = AGAINST_LAST_ACCOUNTS});
    g_autoptr(GError) error = NULL;
    g_autoptr(Ledger) usual = ledger_from_department(bench->department, 2024, 2023, bench->thresholds, &error);
    ck_assert_ptr_nonnull(usual);
    ck_assert_int_eq(usual->base_phase, PHASE_EXECUTED);
    ck_assert_int_eq(ledger_line(usual, "2050201")->base.fen, build_amount("90.00").fen);
    ck_assert_uint_gt(usual->notes->len, 0);
    LedgerTerms budgets = {2024, 2023, PHASE_APPROVED, PHASE_APPROVED};
    ck_assert_ptr_null(ledger_from_terms(bench->department, &budgets, bench->thresholds, &error));
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE));
    bench_free(bench);
}
END_TEST

/* A year without a budget is its final accounts. */
START_TEST(knows_the_usual_phase)
{
    Bench *bench = both_kinds();
    bench_add_filing(bench, 2025)->kind = KIND_ACCOUNTS;
    ck_assert_int_eq(ledger_usual_phase(bench->department, 2024), PHASE_APPROVED);
    ck_assert_int_eq(ledger_usual_phase(bench->department, 2025), PHASE_EXECUTED);
    ck_assert_int_eq(ledger_usual_phase(bench->department, 2031), PHASE_APPROVED);
    bench_free(bench);
}
END_TEST

/* Amounts that nothing real has end without a false sum. */
START_TEST(survives_amounts_that_do_not_fit)
{
    Bench *bench = bench_new();
    ledger_filing(bench, 2023, KIND_BUDGET, "900000000000", "2050201 -9000000000000;2050202 900000000000");
    ledger_filing(bench, 2024, KIND_BUDGET, "900000000000", "2050201 9000000000000;2050202 900000000000");
    g_autoptr(Ledger) ledger = ledger_of_budgets(bench, 2024, 2023);
    ck_assert_ptr_null(ledger_line(ledger, "2050201"));
    for (guint i = 0; i < ledger->lines->len; i++) {
        const LedgerLine *line = g_ptr_array_index(ledger->lines, i);
        ck_assert_int_eq(line->reclassified.fen + line->explained.fen + line->unexplained.fen, line->change.fen);
        ck_assert_int_eq(line->current.fen - line->base.fen, line->change.fen);
    }
    bench_free(bench);
}
END_TEST

/* Final accounts that say 年初预算为… give the budget that nobody filed. */
START_TEST(accounts_state_their_budget)
{
    Bench *bench = bench_new();
    bench->filing->kind = KIND_ACCOUNTS;
    ledger_fill(bench->filing, "120.00", "2050201 120.00");
    build_claim(bench->filing, (Sentence){.subject = "甲", .code = "2050201", .amount = "120.00", .base = "140.00", .against = AGAINST_THIS_BUDGET});
    g_autoptr(Ledger) ledger = ledger_of(bench, 2024, PHASE_EXECUTED, 2024, PHASE_APPROVED);
    ledger_check(ledger);
    ledger_check_line(ledger, "2050201", "0.00", "0.00", "-20.00");
    bench_free(bench);
}
END_TEST

/* A claim that starts from another amount than the table prints says nothing sure of the base. */
START_TEST(a_misprinted_amount_implies_no_base)
{
    Bench *bench = bench_new();
    ledger_fill(bench->filing, "200.00", "2050201 120.00;2050202 80.00");
    ledger_claim(bench->filing, "2050201", "12.00", "2.00", "新增信息化建设项目");
    ledger_claim(bench->filing, "2050202", "80.00", "20.00", "新增信息化建设项目");
    g_autoptr(Ledger) ledger = ledger_of_budgets(bench, 2024, 2023);
    ck_assert_ptr_null(ledger_line(ledger, "2050201"));
    ck_assert_ptr_nonnull(ledger_line(ledger, "2050202"));
    bench_free(bench);
}
END_TEST

static const struct {
    const char *name;
    int year;
    Phase phase;
    int base_year;
    Phase base_phase;
    const char *told[3];
} refused[] = {
    {"no such year", 2031, PHASE_APPROVED, 2024, PHASE_APPROVED, {"2031", "2023", "2024"}},
    {"no such base", 2024, PHASE_APPROVED, 2019, PHASE_APPROVED, {"2019", "2023", "2024"}},
    {"the base after the year", 2023, PHASE_APPROVED, 2024, PHASE_APPROVED, {"2023", "2024", "对比"}},
    {"the year with itself", 2024, PHASE_APPROVED, 2024, PHASE_APPROVED, {"2024", "对比", "预算"}},
    {"a budget with its own execution", 2024, PHASE_APPROVED, 2024, PHASE_EXECUTED, {"2024", "对比", "决算"}},
    {"no accounts so early", 2024, PHASE_EXECUTED, 2021, PHASE_EXECUTED, {"2021", "2023", "决算"}},
};

START_TEST(names_the_years_there_are)
{
    Bench *bench = both_kinds();
    g_autoptr(GError) error = NULL;
    LedgerTerms terms = {refused[_i].year, refused[_i].base_year, refused[_i].phase, refused[_i].base_phase};
    ck_assert_ptr_null(ledger_from_terms(bench->department, &terms, bench->thresholds, &error));
    ck_assert_msg(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE), "%s", refused[_i].name);
    for (gsize i = 0; i < G_N_ELEMENTS(refused[_i].told); i++)
        ck_assert_msg(strstr(error->message, refused[_i].told[i]) != NULL, "%s: %s", refused[_i].name, error->message);
    bench_free(bench);
}
END_TEST

/* A department's filing is not compared with a unit's, whatever else is missing. */
START_TEST(scopes_do_not_mix)
{
    Bench *bench = bench_new();
    ledger_filing(bench, 2023, KIND_BUDGET, "10.00", "2050201 10.00")->scope = SCOPE_UNIT;
    ledger_claim(ledger_filing(bench, 2024, KIND_BUDGET, "140.00", "2050201 140.00"), "2050201", "140.00", "40.00", "新增信息化建设项目");
    g_autoptr(GError) error = NULL;
    LedgerTerms terms = {2024, 2023, PHASE_APPROVED, PHASE_APPROVED};
    ck_assert_ptr_null(ledger_from_terms(bench->department, &terms, bench->thresholds, &error));
    ck_assert_msg(strstr(error->message, "口径") != NULL, "%s", error->message);
    /* With the unit's own filing of the year, units are compared. */
    Filing *unit = bench_add_filing(bench, 2024);
    unit->scope = SCOPE_UNIT;
    ledger_fill(unit, "15.00", "2050201 15.00");
    g_autoptr(Ledger) ledger = ledger_of_budgets(bench, 2024, 2023);
    ck_assert_int_eq(ledger->scope, SCOPE_UNIT);
    ck_assert_int_eq(ledger->change_total.fen, build_amount("5.00").fen);
    bench_free(bench);
}
END_TEST

/* ---- what stands against a reason ---- */

/* The sentence tells of a rise, the tables of a fall: its reason is neither for nor against the fall. */
START_TEST(a_reason_of_another_change_is_not_counted)
{
    Bench *bench = bench_new();
    ledger_filing(bench, 2023, KIND_BUDGET, "100.00", "2050201 100.00");
    ledger_claim(ledger_filing(bench, 2024, KIND_BUDGET, "70.00", "2050201 70.00"), "2050201", "70.00", "20.00", "新增信息化建设项目");
    g_autoptr(Ledger) ledger = ledger_of_budgets(bench, 2024, 2023);
    ledger_check_line(ledger, "2050201", "0.00", "0.00", "-30.00");
    ck_assert_int_eq(ledger_line(ledger, "2050201")->verdict, LEDGER_UNEXPLAINED);
    ck_assert_str_ne(ledger_line(ledger, "2050201")->note, "");
    bench_free(bench);
}
END_TEST

/*
 * Like with like: the author takes what came from another subject into the base, and tells what changed after it. Then the
 * reason is of the rest, 20 % of what the subject holds may be pay, and nobody is asked where it was paid from before.
 */
START_TEST(a_reason_of_what_is_left_after_a_move_counts)
{
    Bench *bench = bench_new();
    ledger_filing(bench, 2023, KIND_BUDGET, "300.00", "2050201 100.00;2050202 200.00");
    Filing *now = ledger_filing(bench, 2024, KIND_BUDGET, "285.00", "2050203 85.00;2050202 200.00");
    ledger_claim(now, "2050203", "85.00", "-15.00", "在职人员工资标准下调");
    g_autoptr(Ledger) ledger = ledger_of_budgets(bench, 2024, 2023);
    ledger_check(ledger);
    ledger_check_line(ledger, "2050203", "100.00", "-15.00", "0.00");
    ck_assert_str_eq(ledger_line(ledger, "2050203")->note, "");
    g_autofree char *question = ledger_question(ledger, ledger_line(ledger, "2050203"));
    ck_assert_msg(strstr(question, "以前在哪里列支") == NULL, "%s", question);
    ledger_check_line(ledger, "2050201", "-100.00", "0.00", "0.00");
    bench_free(bench);
}
END_TEST

Suite *ledger_years_suite(void)
{
    Suite *suite = suite_create("ledger_years");
    TCase *years = tcase_create("ledger over years");
    tcase_add_loop_test(years, lines_add_to_the_total, 0, (int)G_N_ELEMENTS(sums));
    tcase_add_test(years, what_has_no_sentence_is_the_rest);
    tcase_add_test(years, an_unknown_total_is_said);
    tcase_add_test(years, an_unsettled_figure_is_no_line);
    tcase_add_loop_test(years, compares_on_the_common_level, 0, (int)G_N_ELEMENTS(levels));
    tcase_add_test(years, a_move_counts_once);
    tcase_add_loop_test(years, the_users_word_counts, 0, 3);
    tcase_add_test(years, chains_the_years_between);
    tcase_add_test(years, a_missing_year_between_is_told);
    tcase_add_test(years, a_coarser_year_between_is_told);
    tcase_add_loop_test(years, compares_vintages_as_said, 0, (int)G_N_ELEMENTS(vintages));
    tcase_add_test(years, takes_the_filings_own_vintage);
    tcase_add_test(years, knows_the_usual_phase);
    tcase_add_test(years, survives_amounts_that_do_not_fit);
    tcase_add_test(years, accounts_state_their_budget);
    tcase_add_test(years, a_misprinted_amount_implies_no_base);
    tcase_add_loop_test(years, names_the_years_there_are, 0, (int)G_N_ELEMENTS(refused));
    tcase_add_test(years, scopes_do_not_mix);
    tcase_add_test(years, a_reason_of_another_change_is_not_counted);
    tcase_add_test(years, a_reason_of_what_is_left_after_a_move_counts);
    suite_add_tcase(suite, years);
    return suite;
}
