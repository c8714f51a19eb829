/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/head_count.h"

#include <check.h>

#include "tests/analysis/ledger_bench.h"

Suite *head_count_suite(void);

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
    build_staff(ledger_filing(bench, 2023, KIND_BUDGET, "100.00", "2080501 100.00"), staff[_i].kind, staff[_i].before, 0);
    build_staff(ledger_filing(bench, 2024, KIND_BUDGET, "140.00", "2080501 140.00"), staff[_i].kind, staff[_i].now, 0);
    ledger_claim(bench->filing, "2080501", "140.00", "40.00", staff[_i].reason);
    g_autoptr(Ledger) ledger = ledger_of_budgets(bench, 2024, 2023);
    ledger_check(ledger);
    const LedgerLine *line = ledger_line(ledger, "2080501");
    ck_assert_msg(line->explained.fen == build_amount(staff[_i].explained).fen, "%s: %d", staff[_i].name, (int)line->explained.fen);
    ck_assert_msg((line->note[0] != '\0') == staff[_i].noted, "%s: %s", staff[_i].name, line->note);
    bench_free(bench);
}
END_TEST

Suite *head_count_suite(void)
{
    Suite *suite = suite_create("head_count");
    TCase *tests = tcase_create("head_count");
    tcase_add_loop_test(tests, head_count_is_checked, 0, (int)G_N_ELEMENTS(staff));
    suite_add_tcase(suite, tests);
    return suite;
}
