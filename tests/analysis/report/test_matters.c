/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/report/matters.h"

#include <check.h>

#include "schema/finding.h"

Suite *matters_suite(void);

typedef struct {
    const char *rule;
    Severity severity;
    const char *subject, *code;
    gint64 fen;
} Asked;

static const struct {
    const char *name;
    Asked asked[4];
    guint matters, parts; /* parts of the first */
} rows[] = {
    {"none", {{0}}, 0, 0},
    {"one", {{"text.amount", SEVERITY_NOTICE, "甲", "2080501", 8000}}, 1, 0},
    {"last digits cut off are asked about once",
     {{"text.amount", SEVERITY_NOTICE, "甲", "2080501", 9700},
      {"text.amount", SEVERITY_NOTICE, "乙", "2101101", 8000},
      {"text.amount", SEVERITY_NOTICE, "丙", "2210203", 6000}},
     1,
     2},
    {"a wrong amount is a matter of its own",
     {{"text.amount", SEVERITY_ERROR, "甲", "2080501", 800000000}, {"text.amount", SEVERITY_NOTICE, "乙", "2101101", 8000}},
     2,
     0},
    {"last digits of amounts and of shares are two",
     {{"text.amount", SEVERITY_NOTICE, "甲", "2080501", 9700}, {"text.share", SEVERITY_NOTICE, "乙", "2101101", 8000}},
     2,
     0},
    {"other notices stay apart",
     {{"carryover.opaque", SEVERITY_NOTICE, "甲", "", 9700}, {"carryover.opaque", SEVERITY_NOTICE, "乙", "", 8000}},
     2,
     0},
};

START_TEST(gathers)
{
    Filing *filing = filing_new();
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func((GDestroyNotify)finding_free);
    for (const Asked *at = rows[_i].asked; at < rows[_i].asked + G_N_ELEMENTS(rows[_i].asked) && at->rule != NULL; at++) {
        Finding *finding = finding_new(at->rule, at->severity, filing, at->subject, at->code);
        finding->has_amount = true;
        finding->amount = (Amount){at->fen, 100};
        text_set(&finding->question, "？");
        g_ptr_array_add(findings, finding);
    }
    g_autoptr(GPtrArray) matters = matters_from_findings(findings);
    ck_assert_msg(matters->len == rows[_i].matters, "%s: %u", rows[_i].name, matters->len);
    if (matters->len > 0)
        ck_assert_msg(((const Matter *)g_ptr_array_index(matters, 0))->parts->len == rows[_i].parts, "%s", rows[_i].name);
    filing_free(filing);
}
END_TEST

Suite *matters_suite(void)
{
    Suite *suite = suite_create("matters");
    TCase *tests = tcase_create("matters");
    tcase_add_loop_test(tests, gathers, 0, G_N_ELEMENTS(rows));
    suite_add_tcase(suite, tests);
    return suite;
}
