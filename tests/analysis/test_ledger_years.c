/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ledger over years: any two of them, in any vintage, with nothing lost and nothing counted twice. */
#include <check.h>
#include <string.h>

#include "analysis/explained.h"
#include "analysis/ledger.h"
#include "history/lineage_file.h"
#include "schema/error.h"
#include "schema/language.h"
#include "tests/analysis/rule/build.h"

Suite *ledger_years_suite(void);

/* One subject a line: "2050201 100.00"; the total first. */
static void fill(Filing *filing, const char *total, const char *subjects)
{
    build_total(filing, total);
    Table *table = build_table(filing, "general");
    g_auto(GStrv) lines = g_strsplit(subjects, ";", -1);
    for (char **line = lines; *line != NULL; line++) {
        g_auto(GStrv) words = g_strsplit(g_strstrip(*line), " ", 2);
        build_row(table, words[0], words[0], words[1]);
    }
}

static Filing *filing_of(Bench *bench, int year, Kind kind, const char *total, const char *subjects)
{
    Filing *filing = year == 2024 && kind == KIND_BUDGET ? bench->filing : bench_add_filing(bench, year);
    filing->kind = kind;
    filing->id = year * 10 + (int)kind;
    fill(filing, total, subjects);
    return filing;
}

static void say_why(Filing *filing, const char *code, const char *amount, const char *change, const char *reason)
{
    build_claim(filing, (Sentence){.subject = "甲",
                                   .code = code,
                                   .amount = amount,
                                   .change = change,
                                   .reason = reason,
                                   .against = filing->kind == KIND_ACCOUNTS ? AGAINST_LAST_ACCOUNTS : AGAINST_LAST_BUDGET});
}

static Ledger *compare(Bench *bench, int year, Phase phase, int base_year, Phase base_phase)
{
    g_autoptr(GError) error = NULL;
    LedgerTerms terms = {year, base_year, phase, base_phase};
    Ledger *ledger = ledger_from_terms(bench->department, &terms, bench->thresholds, &error);
    ck_assert_msg(ledger != NULL, "%s", error != NULL ? error->message : "");
    return ledger;
}

static Ledger *compare_budgets(Bench *bench, int year, int base_year)
{
    return compare(bench, year, PHASE_APPROVED, base_year, PHASE_APPROVED);
}

static const LedgerLine *find_line(const Ledger *ledger, const char *code)
{
    for (guint i = 0; i < ledger->lines->len; i++) {
        const LedgerLine *line = g_ptr_array_index(ledger->lines, i);
        if (g_str_equal(line->code, code))
            return line;
    }
    return NULL;
}

static const LedgerLine *rest_of(const Ledger *ledger)
{
    const LedgerLine *line = find_line(ledger, "");
    return line != NULL && line->rest ? line : NULL;
}

/* The parts of a line add to it, and the lines to the total. */
static void check_sums(const Ledger *ledger)
{
    gint64 change = 0, base = 0, current = 0;
    for (guint i = 0; i < ledger->lines->len; i++) {
        const LedgerLine *line = g_ptr_array_index(ledger->lines, i);
        ck_assert_int_eq(line->current.fen - line->base.fen, line->change.fen);
        ck_assert_int_eq(line->reclassified.fen + line->explained.fen + line->unexplained.fen, line->change.fen);
        change += line->change.fen;
        base += line->base.fen;
        current += line->current.fen;
    }
    ck_assert_int_eq(change, ledger->change_total.fen);
    if (!ledger->base_known)
        return;
    ck_assert_int_eq(base, ledger->base_total.fen);
    ck_assert_int_eq(current, ledger->current_total.fen);
}

static void check_line(const Ledger *ledger, const char *code, const char *reclassified, const char *explained,
                       const char *unexplained)
{
    const LedgerLine *line = find_line(ledger, code);
    ck_assert_msg(line != NULL, "no line %s", code);
    ck_assert_int_eq(line->reclassified.fen, build_amount(reclassified).fen);
    ck_assert_int_eq(line->explained.fen, build_amount(explained).fen);
    ck_assert_int_eq(line->unexplained.fen, build_amount(unexplained).fen);
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
    filing_of(bench, 2023, KIND_BUDGET, sums[_i].base_total, sums[_i].base);
    filing_of(bench, 2024, KIND_BUDGET, sums[_i].total, sums[_i].current);
    g_autoptr(Ledger) ledger = compare_budgets(bench, 2024, 2023);
    check_sums(ledger);
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
    fill(bench->filing, "200.00", "2050201 120.00;2050202 80.00");
    build_claim(bench->filing, (Sentence){.subject = "支出预算", .measure = "total", .amount = "200.00", .change = "70.00"});
    say_why(bench->filing, "2050201", "120.00", "20.00", "新增信息化建设项目");
    g_autoptr(Ledger) ledger = compare_budgets(bench, 2024, 2023);
    check_sums(ledger);
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
    fill(bench->filing, "200.00", "2050201 120.00;2050202 80.00");
    say_why(bench->filing, "2050201", "120.00", "20.00", "新增信息化建设项目");
    g_autoptr(Ledger) ledger = compare_budgets(bench, 2024, 2023);
    check_sums(ledger);
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
    filing_of(bench, 2023, KIND_BUDGET, "100.00", "2050201 60.00;2050202 40.00");
    filing_of(bench, 2024, KIND_BUDGET, "160.00", "2050201 60.00;2050202 100.00?2");
    g_autoptr(Ledger) ledger = compare_budgets(bench, 2024, 2023);
    check_sums(ledger);
    ck_assert_ptr_null(find_line(ledger, "2050202"));
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
    filing_of(bench, 2023, KIND_BUDGET, "100", levels[_i].base);
    filing_of(bench, 2024, KIND_BUDGET, "100", levels[_i].current);
    g_autoptr(Ledger) ledger = compare_budgets(bench, 2024, 2023);
    check_sums(ledger);
    g_auto(GStrv) codes = g_strsplit(levels[_i].codes, " ", -1);
    ck_assert_msg(ledger->lines->len == g_strv_length(codes), "%s: %u lines", levels[_i].name, ledger->lines->len);
    for (char **code = codes; *code != NULL; code++)
        ck_assert_msg(find_line(ledger, *code) != NULL, "%s: no %s", levels[_i].name, *code);
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
    filing_of(bench, 2023, KIND_BUDGET, "200.00", "2050201 150.00;2050202 50.00");
    filing_of(bench, 2024, KIND_BUDGET, "200.00", "2050201 110.00;2050202 90.00");
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
    g_autoptr(Ledger) ledger = compare_budgets(bench, 2024, 2023);
    check_sums(ledger);
    check_line(ledger, "2050201", "-40.00", "0.00", "0.00");
    check_line(ledger, "2050202", "40.00", "0.00", "0.00");
    ck_assert_int_eq(find_line(ledger, "2050202")->verdict, LEDGER_RECLASSIFIED);
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
    filing_of(bench, 2023, KIND_BUDGET, "200.00", gone ? "2050201 40.00;2050202 160.00" : "2050201 150.00;2050202 50.00");
    filing_of(bench, 2024, KIND_BUDGET, "200.00", gone ? "2050202 160.00;2050299 40.00" : "2050201 110.00;2050202 90.00");
    if (rows[_i].act == LINEAGE_KEEP) {
        say_why(bench->filing, "2050201", "110.00", "-40.00", "校舍维修经费40.00万元调整至普通教育（款）小学教育（项）科目");
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
    g_autoptr(Ledger) ledger = compare_budgets(bench, 2024, 2023);
    check_sums(ledger);
    const LedgerLine *line = find_line(ledger, "2050201");
    ck_assert_int_eq(line->reclassified.fen, build_amount(rows[_i].reclassified).fen);
    /* The reason's amount still speaks for the change where the move is denied. */
    ck_assert_int_eq(line->unexplained.fen + line->explained.fen, build_amount(rows[_i].unexplained).fen);
    bench_free(bench);
}
END_TEST

/* ---- distant years ---- */

/* 100 -> 130 -> 150: the first step is explained in full, of the second 15 of 20. */
static Bench *three_budgets(bool with_middle)
{
    Bench *bench = bench_new();
    filing_of(bench, 2022, KIND_BUDGET, "100.00", "2050201 100.00");
    if (with_middle)
        say_why(filing_of(bench, 2023, KIND_BUDGET, "130.00", "2050201 130.00"), "2050201", "130.00", "30.00", "新增信息化建设项目");
    say_why(filing_of(bench, 2024, KIND_BUDGET, "150.00", "2050201 150.00"), "2050201", "150.00", "20.00", "信息化增加15.00万元");
    return bench;
}

START_TEST(chains_the_years_between)
{
    Bench *bench = three_budgets(true);
    g_autoptr(Ledger) ledger = compare_budgets(bench, 2024, 2022);
    check_sums(ledger);
    check_line(ledger, "2050201", "0.00", "45.00", "5.00");
    ck_assert_str_eq(find_line(ledger, "2050201")->reason, "2023 年：新增信息化建设项目；2024 年：信息化增加15.00万元");
    ck_assert_uint_eq(ledger->notes->len, 0);
    bench_free(bench);
}
END_TEST

/* The year between has no filing: its part cannot be explained, and that is told. */
START_TEST(a_missing_year_between_is_told)
{
    Bench *bench = three_budgets(false);
    g_autoptr(Ledger) ledger = compare_budgets(bench, 2024, 2022);
    check_sums(ledger);
    check_line(ledger, "2050201", "0.00", "15.00", "35.00");
    ck_assert_uint_eq(ledger->notes->len, 1);
    ck_assert_ptr_nonnull(strstr(g_ptr_array_index(ledger->notes, 0), "2023"));
    bench_free(bench);
}
END_TEST

/* A year between that prints groups only: its reasons are of another level and are not taken for the item's. */
START_TEST(a_coarser_year_between_is_told)
{
    Bench *bench = bench_new();
    filing_of(bench, 2022, KIND_BUDGET, "100.00", "205 100.00;20502 100.00;2050201 60.00;2050202 40.00");
    say_why(filing_of(bench, 2023, KIND_BUDGET, "130.00", "205 130.00;20502 130.00"), "20502", "130.00", "30.00", "新增信息化建设项目");
    filing_of(bench, 2024, KIND_BUDGET, "150.00", "205 150.00;20502 150.00;2050201 90.00;2050202 60.00");
    g_autoptr(Ledger) ledger = compare_budgets(bench, 2024, 2022);
    check_sums(ledger);
    check_line(ledger, "2050201", "0.00", "0.00", "30.00");
    ck_assert_ptr_nonnull(strstr(find_line(ledger, "2050201")->note, "20502"));
    bench_free(bench);
}
END_TEST

/* ---- vintages and scopes ---- */

static Bench *both_kinds(void)
{
    Bench *bench = bench_new();
    filing_of(bench, 2023, KIND_BUDGET, "100.00", "2050201 100.00");
    filing_of(bench, 2023, KIND_ACCOUNTS, "90.00", "2050201 90.00");
    say_why(filing_of(bench, 2024, KIND_BUDGET, "140.00", "2050201 140.00"), "2050201", "140.00", "40.00", "新增信息化建设项目");
    Filing *accounts = filing_of(bench, 2024, KIND_ACCOUNTS, "120.00", "2050201 120.00");
    say_why(accounts, "2050201", "120.00", "30.00", "信息化增加10.00万元");
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
        compare(bench, vintages[_i].year, vintages[_i].phase, vintages[_i].base_year, vintages[_i].base_phase);
    check_sums(ledger);
    const LedgerLine *line = find_line(ledger, "2050201");
    ck_assert_msg(line->base.fen == build_amount(vintages[_i].base).fen, "%s", vintages[_i].name);
    check_line(ledger, "2050201", "0.00", vintages[_i].explained, vintages[_i].unexplained);
    ck_assert_int_eq(ledger->phase, vintages[_i].phase);
    ck_assert_int_eq(ledger->base_phase, vintages[_i].base_phase);
    bench_free(bench);
}
END_TEST

/* Final accounts that say 年初预算为… give the budget that nobody filed. */
START_TEST(accounts_state_their_budget)
{
    Bench *bench = bench_new();
    bench->filing->kind = KIND_ACCOUNTS;
    fill(bench->filing, "120.00", "2050201 120.00");
    build_claim(bench->filing, (Sentence){.subject = "甲", .code = "2050201", .amount = "120.00", .base = "140.00", .against = AGAINST_THIS_BUDGET});
    g_autoptr(Ledger) ledger = compare(bench, 2024, PHASE_EXECUTED, 2024, PHASE_APPROVED);
    check_sums(ledger);
    check_line(ledger, "2050201", "0.00", "0.00", "-20.00");
    bench_free(bench);
}
END_TEST

/* A claim that starts from another amount than the table prints says nothing sure of the base. */
START_TEST(a_misprinted_amount_implies_no_base)
{
    Bench *bench = bench_new();
    fill(bench->filing, "200.00", "2050201 120.00;2050202 80.00");
    say_why(bench->filing, "2050201", "12.00", "2.00", "新增信息化建设项目");
    say_why(bench->filing, "2050202", "80.00", "20.00", "新增信息化建设项目");
    g_autoptr(Ledger) ledger = compare_budgets(bench, 2024, 2023);
    ck_assert_ptr_null(find_line(ledger, "2050201"));
    ck_assert_ptr_nonnull(find_line(ledger, "2050202"));
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
    filing_of(bench, 2023, KIND_BUDGET, "10.00", "2050201 10.00")->scope = SCOPE_UNIT;
    say_why(filing_of(bench, 2024, KIND_BUDGET, "140.00", "2050201 140.00"), "2050201", "140.00", "40.00", "新增信息化建设项目");
    g_autoptr(GError) error = NULL;
    LedgerTerms terms = {2024, 2023, PHASE_APPROVED, PHASE_APPROVED};
    ck_assert_ptr_null(ledger_from_terms(bench->department, &terms, bench->thresholds, &error));
    ck_assert_msg(strstr(error->message, "口径") != NULL, "%s", error->message);
    /* With the unit's own filing of the year, units are compared. */
    Filing *unit = bench_add_filing(bench, 2024);
    unit->scope = SCOPE_UNIT;
    fill(unit, "15.00", "2050201 15.00");
    g_autoptr(Ledger) ledger = compare_budgets(bench, 2024, 2023);
    ck_assert_int_eq(ledger->scope, SCOPE_UNIT);
    ck_assert_int_eq(ledger->change_total.fen, build_amount("5.00").fen);
    bench_free(bench);
}
END_TEST

/* ---- what stands against a reason ---- */

/* In post 20 -> what this year's filing says, both filed; 100.00 -> 140.00. */
static const struct {
    const char *name, *kind;
    int before, now;
    const char *reason, *explained;
    bool noted;
} staff[] = {
    {"two more of twenty carry a tenth", "in-post", 20, 22, "在职人员增加2人", "10.00", false},
    {"more came than the reason counts", "in-post", 20, 26, "在职人员增加2人", "10.00", false},
    {"fewer came than the reason counts", "in-post", 20, 21, "在职人员增加2人", "5.00", false},
    {"nobody came", "in-post", 20, 20, "在职人员增加2人", "0.00", true},
    {"they became fewer", "in-post", 20, 18, "在职人员增加", "0.00", true},
    {"pensioners", "retired", 10, 12, "增加2名退休人员", "20.00", false},
    {"of pensioners nothing is known: the threshold", "in-post", 20, 22, "增加2名退休人员", "30.00", false},
    {"another driver stands beside it", "in-post", 20, 18, "在职人员增加，新增信息化建设项目", "40.00", true},
};

START_TEST(head_count_is_checked)
{
    Bench *bench = bench_new();
    build_staff(filing_of(bench, 2023, KIND_BUDGET, "100.00", "2080501 100.00"), staff[_i].kind, staff[_i].before, 0);
    build_staff(filing_of(bench, 2024, KIND_BUDGET, "140.00", "2080501 140.00"), staff[_i].kind, staff[_i].now, 0);
    say_why(bench->filing, "2080501", "140.00", "40.00", staff[_i].reason);
    g_autoptr(Ledger) ledger = compare_budgets(bench, 2024, 2023);
    check_sums(ledger);
    const LedgerLine *line = find_line(ledger, "2080501");
    ck_assert_msg(line->explained.fen == build_amount(staff[_i].explained).fen, "%s: %d", staff[_i].name, (int)line->explained.fen);
    ck_assert_msg((line->note[0] != '\0') == staff[_i].noted, "%s: %s", staff[_i].name, line->note);
    bench_free(bench);
}
END_TEST

/* The sentence tells of a rise, the tables of a fall: its reason is neither for nor against the fall. */
START_TEST(a_reason_of_another_change_is_not_counted)
{
    Bench *bench = bench_new();
    filing_of(bench, 2023, KIND_BUDGET, "100.00", "2050201 100.00");
    say_why(filing_of(bench, 2024, KIND_BUDGET, "70.00", "2050201 70.00"), "2050201", "70.00", "20.00", "新增信息化建设项目");
    g_autoptr(Ledger) ledger = compare_budgets(bench, 2024, 2023);
    check_line(ledger, "2050201", "0.00", "0.00", "-30.00");
    ck_assert_int_eq(find_line(ledger, "2050201")->verdict, LEDGER_UNEXPLAINED);
    ck_assert_str_ne(find_line(ledger, "2050201")->note, "");
    bench_free(bench);
}
END_TEST

/* ---- questions ---- */

static const struct {
    const char *name, *amount, *change, *reason;
    const char *asked[4]; /* what the question holds; none: nothing is asked */
} questions[] = {
    {"no reason", "140.00", "40.00", NULL, {"比 2023 年预算的 100.00 万元增加 40.00 万元（40.00%）", "没有说明原因", "40.00 万元全部没有说明", "测算依据"}},
    {"a part", "140.00", "40.00", "在职人员工资标准调整", {"“在职人员工资标准调整”", "最多支持 20.00 万元", "尚有 20.00 万元没有说明", "调资文件"}},
    {"amounts", "140.00", "40.00", "信息化增加15.00万元", {"所列金额支持 15.00 万元", "尚有 25.00 万元", NULL, NULL}},
    {"vague", "140.00", "40.00", "根据工作需要", {"没有指明具体事项", NULL, NULL, NULL}},
    {"the other way", "60.00", "-40.00", "培训班次增加，费用上升", {"减少 40.00 万元（40.00%）", "相反的方向", "真正的原因", NULL}},
    {"explained, but no figure", "140.00", "40.00", "政策性增支", {"没有列金额", "文号", NULL, NULL}},
    {"explained with figures", "140.00", "40.00", "信息化增加40.00万元", {NULL, NULL, NULL, NULL}},
    {"not material", "105.00", "5.00", NULL, {NULL, NULL, NULL, NULL}},
};

START_TEST(asks_what_is_left)
{
    Bench *bench = bench_new();
    filing_of(bench, 2023, KIND_BUDGET, "100.00", "2050201 100.00");
    g_autofree char *row = g_strdup_printf("2050201 %s", questions[_i].amount);
    filing_of(bench, 2024, KIND_BUDGET, questions[_i].amount, row);
    say_why(bench->filing, "2050201", questions[_i].amount, questions[_i].change, questions[_i].reason);
    g_autoptr(Ledger) ledger = compare_budgets(bench, 2024, 2023);
    g_autofree char *question = ledger_question(ledger, find_line(ledger, "2050201"));
    ck_assert_msg((question[0] == '\0') == (questions[_i].asked[0] == NULL), "%s: %s", questions[_i].name, question);
    for (gsize i = 0; i < G_N_ELEMENTS(questions[_i].asked) && questions[_i].asked[i] != NULL; i++)
        ck_assert_msg(strstr(question, questions[_i].asked[i]) != NULL, "%s: %s", questions[_i].name, question);
    bench_free(bench);
}
END_TEST

START_TEST(asks_in_english_too)
{
    Bench *bench = bench_new();
    filing_of(bench, 2023, KIND_BUDGET, "100.00", "2050201 100.00");
    filing_of(bench, 2024, KIND_BUDGET, "40.00", "2050202 40.00");
    language_set(LANGUAGE_EN);
    g_autoptr(Ledger) ledger = compare_budgets(bench, 2024, 2023);
    g_autofree char *gone = ledger_question(ledger, find_line(ledger, "2050201"));
    g_autofree char *come = ledger_question(ledger, find_line(ledger, "2050202"));
    language_set(LANGUAGE_ZH);
    ck_assert_ptr_nonnull(strstr(gone, "Was it dropped, finished, or put elsewhere?"));
    ck_assert_ptr_nonnull(strstr(come, "where was it paid from before?"));
    bench_free(bench);
}
END_TEST

/* A subject without a reason of its own: the class's is quoted and explains nothing. */
START_TEST(quotes_the_wider_reason)
{
    Bench *bench = bench_new();
    filing_of(bench, 2023, KIND_BUDGET, "100.00", "205 100.00;20502 100.00;2050201 100.00");
    filing_of(bench, 2024, KIND_BUDGET, "140.00", "205 140.00;20502 140.00;2050201 140.00");
    say_why(bench->filing, "205", "140.00", "40.00", "新增信息化建设项目");
    g_autoptr(Ledger) ledger = compare_budgets(bench, 2024, 2023);
    check_line(ledger, "2050201", "0.00", "0.00", "40.00");
    g_autofree char *question = ledger_question(ledger, find_line(ledger, "2050201"));
    ck_assert_ptr_nonnull(strstr(question, "所属 205 的说明是“新增信息化建设项目”"));
    bench_free(bench);
}
END_TEST

/* ---- the series of shares ---- */

START_TEST(shares_by_year)
{
    Bench *bench = three_budgets(true);
    filing_of(bench, 2020, KIND_BUDGET, "80.00", "2050201 80.00");
    g_autoptr(GPtrArray) years = explained_from_department(bench->department, PHASE_APPROVED, bench->thresholds);
    ck_assert_uint_eq(years->len, 5);
    static const struct {
        int year;
        bool known;
        const char *size, *unexplained;
        double share;
    } expected[] = {
        {2020, false, "0", "0", 0},          /* the first year: its sentences imply nothing before */
        {2021, false, "0", "0", 0},          /* not filed */
        {2022, false, "0", "0", 0},          /* 2021 is not there, and 2022 says nothing of it */
        {2023, true, "30.00", "0.00", 100},
        {2024, true, "20.00", "5.00", 75},
    };
    for (guint i = 0; i < years->len; i++) {
        const ExplainedYear *year = g_ptr_array_index(years, i);
        ck_assert_int_eq(year->year, expected[i].year);
        ck_assert_int_eq(year->base_year, expected[i].year - 1);
        ck_assert_int_eq(year->known, expected[i].known);
        ck_assert_int_eq(year->why[0] == '\0', expected[i].known);
        if (!year->known)
            continue;
        ck_assert_int_eq(year->change_size.fen, build_amount(expected[i].size).fen);
        ck_assert_int_eq(year->unexplained.fen, build_amount(expected[i].unexplained).fen);
        ck_assert_double_eq_tol(year->share, expected[i].share, 1e-9); /* doubles for show */
    }
    g_autoptr(GPtrArray) none = explained_from_department(bench->department, PHASE_EXECUTED, bench->thresholds);
    ck_assert_uint_eq(none->len, 0);
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
    tcase_add_test(years, accounts_state_their_budget);
    tcase_add_test(years, a_misprinted_amount_implies_no_base);
    tcase_add_loop_test(years, names_the_years_there_are, 0, (int)G_N_ELEMENTS(refused));
    tcase_add_test(years, scopes_do_not_mix);
    tcase_add_loop_test(years, head_count_is_checked, 0, (int)G_N_ELEMENTS(staff));
    tcase_add_test(years, a_reason_of_another_change_is_not_counted);
    tcase_add_loop_test(years, asks_what_is_left, 0, (int)G_N_ELEMENTS(questions));
    tcase_add_test(years, asks_in_english_too);
    tcase_add_test(years, quotes_the_wider_reason);
    tcase_add_test(years, shares_by_year);
    suite_add_tcase(suite, years);
    return suite;
}
