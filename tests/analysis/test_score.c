/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/score.h"

#include <check.h>

#include "tests/analysis/rule/years.h"
#include "tests/analysis/stat/near.h"

Suite *score_suite(void);

/* Of 100, so much carried over, and so much project expenditure. */
static Bench *department_of(const char *name, const char *carried, const char *figures)
{
    Bench *bench = bench_new();
    text_set(&bench->department->name, name);
    build_row(build_table(bench->filing, "expenditure"), "", "总计", figures);
    if (carried != NULL)
        build_row(build_table(bench->filing, "carryover"), "", "总计", carried);
    return bench;
}

static Bench *with_peers(int count, const char *carried)
{
    Bench *bench = department_of("虚构县图书馆", carried, "100.00 60.00 40.00");
    years_add_peer(bench, bench);
    for (int i = 1; i < count; i++) {
        g_autofree char *name = g_strdup_printf("虚构县同类局%d", i);
        g_autofree char *amount = g_strdup_printf("%d.00", i);
        Bench *peer = department_of(name, amount, "100.00 60.00 40.00");
        years_add_peer(bench, peer);
        bench_free(peer);
    }
    return bench;
}

static Score score_of(Bench *bench, const char *const *overrides)
{
    for (gsize i = 0; overrides[i] != NULL; i++)
        ck_assert_msg(thresholds_override(bench->thresholds, overrides[i], NULL), "%s", overrides[i]);
    return score_of_filing(bench->peers, bench->department, bench->filing, bench->thresholds);
}

/* All weight on the carryover (1 of 20 carry less than half of 1 %) and the tables (all have all of theirs). */
static const char *const two_weights[] = {
    "weight.carryover-ratio=0.3", "weight.carryover-again=0", "weight.execution=0", "weight.three-public=0",
    "weight.operating-per-head=0", "weight.tables=0.1",       "weight.reasons=0",   "weight.adequate=0",
    "weight.errors=0",            "weight.quantified=0",      "weight.small-firms=0", NULL,
};

START_TEST(composite_is_the_mean_by_weight)
{
    Bench *bench = with_peers(20, "0.50");
    const Score score = score_of(bench, two_weights);
    const ScoreLine *carried = &score.lines[indicator_find("carryover-ratio")];
    const ScoreLine *tables = &score.lines[indicator_find("tables")];
    ck_assert_uint_eq(score.peers, 20);
    assert_near("value", carried->value, 0.5, 1e-12);
    assert_exact("the least of 20", carried->position.rank, 20);
    assert_near("the best", carried->merit, 97.5, 1e-12);
    assert_exact("like all others", tables->merit, 50);
    assert_near("by weight", score.composite, (0.3 * 97.5 + 0.1 * 50) / 0.4, 1e-12);
    assert_near("weight", measured(score.weight), 0.4, 1e-12);
    assert_near("all of it known", measured(score.weight_known), 0.4, 1e-12);
    bench_free(bench);
}
END_TEST

START_TEST(other_weights_other_composite)
{
    Bench *bench = with_peers(20, "0.50");
    ck_assert(thresholds_override(bench->thresholds, "weight.carryover-ratio=0", NULL));
    const char *const only_tables[] = {"weight.tables=1", NULL};
    score_of(bench, two_weights);
    ck_assert(thresholds_override(bench->thresholds, "weight.carryover-ratio=0", NULL));
    const Score score = score_of(bench, only_tables);
    assert_exact("the tables alone", score.composite, 50);
    bench_free(bench);
}
END_TEST

/* Without half of the weight there is no composite. */
START_TEST(composite_needs_half_the_weight)
{
    Bench *bench = with_peers(20, NULL);
    const Score score = score_of(bench, two_weights);
    assert_none("no carryover said", score.lines[indicator_find("carryover-ratio")].value);
    assert_near("a quarter", measured(score.weight_known), 0.1, 1e-12);
    assert_none("composite", score.composite);
    bench_free(bench);
}
END_TEST

START_TEST(merits_need_peers)
{
    Bench *bench = with_peers(9, "0.50");
    const Score score = score_of(bench, two_weights);
    const ScoreLine *carried = &score.lines[indicator_find("carryover-ratio")];
    ck_assert(carried->position.percentile.known);
    assert_none("nine peers", carried->merit);
    assert_none("composite", score.composite);
    /* Nor is there a score of a department that is not among them. */
    text_set(&bench->department->name, "虚构县别的局");
    ck_assert_uint_eq(score_of_filing(bench->peers, bench->department, bench->filing, bench->thresholds).peers, 0);
    bench_free(bench);
}
END_TEST

Suite *score_suite(void)
{
    Suite *suite = suite_create("analysis/score");
    TCase *tests = tcase_create("score");
    tcase_add_test(tests, composite_is_the_mean_by_weight);
    tcase_add_test(tests, other_weights_other_composite);
    tcase_add_test(tests, composite_needs_half_the_weight);
    tcase_add_test(tests, merits_need_peers);
    suite_add_tcase(suite, tests);
    return suite;
}
