/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema/review.h"

#include <check.h>
#include <string.h>

Suite *review_suite(void);

static Finding *finding_of(const char *rule, int year, gint64 fen, const char *text)
{
    g_autoptr(Filing) filing = filing_new();
    text_set(&filing->department, "虚构县图书馆");
    filing->fiscal_year = year;
    Finding *finding = finding_new(rule, SEVERITY_ERROR, filing, "行政运行", "2011301");
    finding->has_amount = true;
    finding->amount = (Amount){fen, 10000};
    finding_add_evidence(finding, filing, 3, 4, NULL, NULL, NULL, text);
    finding_settle_id(finding);
    return finding;
}

#define FACT "text.share", 2024, 5000000, "占5%"

START_TEST(keeps_what_the_finding_was)
{
    Finding *finding = finding_of(FACT);
    g_autoptr(Review) review = review_new(finding);
    ck_assert_str_eq(review->finding, finding->id);
    ck_assert_str_eq(review->rule, "text.share");
    ck_assert_str_eq(review->department, "虚构县图书馆");
    ck_assert_str_eq(review->code, "2011301");
    ck_assert(review->fiscal_year == 2024 && review->has_amount && review->amount.fen == 5000000);
    ck_assert_uint_eq(strlen(review->figures), 64);
    finding_free(finding);
    review_free(NULL);
}
END_TEST

static const struct {
    const char *why;
    Decision decision;
    const char *until, *day;
    const char *rule;
    int year;
    gint64 fen;
    const char *text, *status;
} cases[] = {
    {"accepted without an end", DECISION_ACCEPT, "", "2999-01-01", FACT, "accepted"},
    {"the last day", DECISION_ACCEPT, "2026-12-31", "2026-12-31", FACT, "accepted"},
    {"the day after", DECISION_ACCEPT, "2026-12-31", "2027-01-01", FACT, "expired"},
    {"reopened", DECISION_REOPEN, "", "2026-01-01", FACT, "open"},
    {"another amount at issue", DECISION_ACCEPT, "", "2026-01-01", "text.share", 2024, 5010000, "占5%", "changed"},
    {"another figure in the sentence", DECISION_ACCEPT, "", "2026-01-01", "text.share", 2024, 5000000, "占6%", "changed"},
    {"changed, and over as well", DECISION_ACCEPT, "2026-12-31", "2027-01-01", "text.share", 2024, 5000000, "占6%", "changed"},
    {"reopened, then changed", DECISION_REOPEN, "", "2026-01-01", "text.share", 2024, 5000000, "占6%", "open"},
    {"another rule under the same id", DECISION_ACCEPT, "", "2026-01-01", "text.sum", 2024, 5000000, "占5%", "changed"},
    {"another year under the same id", DECISION_ACCEPT, "", "2026-01-01", "text.share", 2023, 5000000, "占5%", "changed"},
};

START_TEST(status)
{
    Finding *then = finding_of(FACT);
    Finding *now = finding_of(cases[_i].rule, cases[_i].year, cases[_i].fen, cases[_i].text);
    g_autoptr(Review) review = review_new(then);
    review->decision = cases[_i].decision;
    text_set(&review->until, cases[_i].until);
    ck_assert_msg(g_str_equal(review_status(review, now, cases[_i].day), cases[_i].status), "%s", cases[_i].why);
    ck_assert_str_eq(review_status(NULL, now, cases[_i].day), "open");
    finding_free(then);
    finding_free(now);
}
END_TEST

START_TEST(findings_get_their_own)
{
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func((GDestroyNotify)finding_free);
    g_autoptr(GHashTable) reviews = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)review_free);
    g_ptr_array_add(findings, finding_of(FACT));
    g_ptr_array_add(findings, finding_of("text.sum", 2024, 1, "合计"));
    findings_review(findings, NULL);
    Finding *first = g_ptr_array_index(findings, 0);
    const Finding *second = g_ptr_array_index(findings, 1);
    ck_assert_str_eq(first->status, "open");
    Review *review = review_new(first);
    g_hash_table_insert(reviews, review->finding, review);
    findings_review(findings, reviews);
    ck_assert_str_eq(first->status, "accepted");
    ck_assert_str_eq(second->status, "open");
}
END_TEST

START_TEST(days)
{
    static const char *const good[] = {"2026-11-25", "2024-02-29", "0001-01-01"};
    static const char *const bad[] = {"", "2023-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "2026/11/25", "20261125", "2026-11-25 ", "二〇二六"};
    for (gsize i = 0; i < G_N_ELEMENTS(good); i++)
        ck_assert_msg(day_is_valid(good[i]), "%s", good[i]);
    for (gsize i = 0; i < G_N_ELEMENTS(bad); i++)
        ck_assert_msg(!day_is_valid(bad[i]), "%s", bad[i]);
    g_autofree char *today = day_today();
    g_autofree char *now = day_of_moment(g_get_real_time());
    ck_assert(day_is_valid(today) && day_is_valid(now));
    /* No calendar has it: a damaged moment is no day, and no crash. */
    g_autofree char *never = day_of_moment(G_MAXINT64);
    ck_assert_ptr_nonnull(never);
}
END_TEST

Suite *review_suite(void)
{
    Suite *suite = suite_create("review");
    TCase *tests = tcase_create("review");
    tcase_add_test(tests, keeps_what_the_finding_was);
    tcase_add_loop_test(tests, status, 0, G_N_ELEMENTS(cases));
    tcase_add_test(tests, findings_get_their_own);
    tcase_add_test(tests, days);
    suite_add_tcase(suite, tests);
    return suite;
}
