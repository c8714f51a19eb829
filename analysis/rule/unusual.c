/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * change.unusual: a change that stands out from the subject's own history, or from the peers' changes in the year.
 *
 * Each subject is tested against its earlier changes, or, where these are too few, against its peers' changes in the year if
 * there are enough of them; all tests of the filing count together in controlling false discoveries (stat/multiplicity.h).
 * The levels are those of normal variates, and growths have heavier tails: so z must be larger than levels alone demand
 * (unusual.z), few peers may have changed as much, and what is found must matter. In simulations a department of eight
 * subjects among peers that differ in their steadiness is then called unusual by chance in one year of forty, and in one of
 * fifteen where all growths are as wild as Student's t with 3 degrees of freedom.
 */
#include <string.h>

#include "analysis/department_year.h"
#include "analysis/rule/catalogue.h"
#include "analysis/rule/judge.h"
#include "analysis/rule/raise.h"
#include "analysis/stat/level.h"
#include "analysis/stat/multiplicity.h"
#include "analysis/stat/robust.h"
#include "schema/language.h"

/* One subject held against one group of changes. */
typedef struct {
    const SubjectYears *subject;
    bool among_peers;
    size_t n;      /* changes in the group, its own included */
    double median; /* log growth */
    double z;
    Measured p; /* first as tested, then adjusted for all tests */
} Test;

static double median_growth(const SubjectYears *subject)
{
    double growths[SUBJECT_YEARS_MOST];
    size_t count = 0;
    for (size_t i = 1; i < subject->n; i++) {
        const Measured growth = log_growth(subject->values[i - 1], subject->values[i]);
        if (subject->years[i] == subject->years[i - 1] + 1 && growth.known)
            growths[count++] = growth.value;
    }
    return spread_from_values(growths, count).median.value;
}

/* False when the history is too short or too even to say anything. */
static bool test_history(const Judge *judge, const SubjectYears *subject, GArray *tests)
{
    const NewestGrowth newest = newest_growth_from_series(subject->years, subject->values, subject->n);
    const gint64 least = threshold(judge->context->thresholds, "unusual.history");
    if (!newest.level.known || (gint64)newest.growths * 1000 < least)
        return false;
    Test test = {subject, false, newest.growths, median_growth(subject), newest.z.value, newest.level};
    g_array_append_val(tests, test);
    return true;
}

static void test_peers(const Judge *judge, const SubjectYears *subject, GArray *tests)
{
    const RuleContext *context = judge->context;
    double before;
    if (context->peers == NULL || !subject_years_value(subject, context->filing->fiscal_year - 1, &before))
        return;
    const Measured growth = log_growth(before, subject->values[subject->n - 1]);
    if (!growth.known)
        return;
    const Standing standing = peers_standing(context->peers, context->filing, PEER_GROWTH, subject->series->code, growth.value);
    if ((gint64)standing.n * 1000 < threshold(context->thresholds, "peers.least") || !standing.level.known)
        return;
    const Measured p = measured(standing.share <= judge->level ? standing.level.value : 1.0);
    Test test = {subject, true, standing.n, standing.median.value, standing.z.value, p};
    g_array_append_val(tests, test);
}

static void adjust(GArray *tests)
{
    g_autofree Measured *p = g_new0(Measured, 2 * (gsize)tests->len + 1);
    for (guint i = 0; i < tests->len; i++)
        p[i] = g_array_index(tests, Test, i).p;
    adjust_for_many(p, p + tests->len, tests->len);
    for (guint i = 0; i < tests->len; i++)
        g_array_index(tests, Test, i).p = p[tests->len + i];
}

static bool is_found(const Judge *judge, const Test *test)
{
    Amount base, change;
    const double least = (double)threshold(judge->context->thresholds, "unusual.z") / 1000.0;
    return test->p.value <= judge->level && fabs(test->z) >= least &&
           subject_change(test->subject, &base, &change) && judge_is_material(judge, base, change);
}

/* A class whose whole change is that of a subject below it says nothing of its own. */
static bool told_by_a_lower_one(const Judge *judge, const GArray *tests, const Test *test)
{
    Amount base, change, lower;
    if (!subject_change(test->subject, &base, &change))
        return false;
    const char *code = test->subject->series->code;
    for (guint i = 0; i < tests->len; i++) {
        const Test *other = &g_array_index(tests, Test, i);
        const char *below = other->subject->series->code;
        if (strlen(below) > strlen(code) && g_str_has_prefix(below, code) && is_found(judge, other) &&
            subject_change(other->subject, &base, &lower) && verdict_of_equality(lower, change) != VERDICT_IMPOSSIBLE)
            return true;
    }
    return false;
}

static char *message_of(const Test *test, guint tests, double level)
{
    Amount base, change;
    subject_change(test->subject, &base, &change);
    g_autofree char *title = subject_years_title(test->subject);
    g_autofree char *from = amount_to_display(base);
    g_autofree char *to = amount_to_display(subject_years_newest(test->subject)->comparable);
    const double growth = growth_percent(amount_to_wan_yuan(base), amount_to_wan_yuan(base) + amount_to_wan_yuan(change)).value;
    const double usual = 100.0 * expm1(test->median);
    const char *terms = subject_years_terms(test->subject);
    if (test->among_peers)
        return g_strdup_printf(say("%s%s %s → %s，增幅 %.2f%%；同类 %zu 个部门该科目增幅的中位数是 %.2f%%，稳健 z = %.1f（%u 项一并检验，"
                                   "误报率不超过 %g）",
                                   "%s%s %s → %s, growth %.2f %%; the median of %zu peers is %.2f %%, robust z = %.1f (%u tests "
                                   "together, false discoveries at most %g)"),
                               title, terms, from, to, growth, test->n, usual, test->z, tests, level);
    return g_strdup_printf(say("%s%s %s → %s，增幅 %.2f%%；%zu 次年度变动的中位数是 %.2f%%，稳健 z = %.1f（%u 项一并检验，误报率不超过 %g）",
                               "%s%s %s → %s, growth %.2f %%; the median of its %zu yearly changes is %.2f %%, robust z = %.1f (%u "
                               "tests together, false discoveries at most %g)"),
                           title, terms, from, to, growth, test->n, usual, test->z, tests, level);
}

static void tell(const Judge *judge, const Test *test, guint tests)
{
    RuleContext *context = judge->context;
    Finding *finding = raise_on_series(context, "change.unusual", SEVERITY_WARNING, test->subject->series);
    Amount base, change;
    if (finding == NULL || !subject_change(test->subject, &base, &change))
        return;
    finding->base_year = context->filing->fiscal_year - 1;
    raise_amount(finding, change);
    g_autofree char *title = subject_years_title(test->subject);
    raise_say(finding, message_of(test, tests, judge->level),
              test->among_peers
                  ? g_strdup_printf(say("%s的变动为何与同类部门明显不同？", "Why does %s change so unlike that of its peers?"), title)
                  : g_strdup_printf(say("%s 今年的变动为何与往年明显不同？", "Why does %s change so unlike earlier years?"), title));
}

void rule_unusual(RuleContext *context)
{
    Judge judge;
    if (!judge_init(&judge, context))
        return;
    g_autoptr(GArray) tests = g_array_new(FALSE, FALSE, sizeof(Test));
    for (guint i = 0; i < judge.subjects->len; i++) {
        const SubjectYears *subject = g_ptr_array_index(judge.subjects, i);
        if (!test_history(&judge, subject, tests))
            test_peers(&judge, subject, tests);
    }
    adjust(tests);
    for (guint i = 0; i < tests->len; i++) {
        const Test *test = &g_array_index(tests, Test, i);
        if (is_found(&judge, test) && !told_by_a_lower_one(&judge, tests, test))
            tell(&judge, test, tests->len);
    }
    judge_clear(&judge);
}
