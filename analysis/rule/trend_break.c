/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * trend.break: the newest figure lies outside the 95 % prediction interval of the log-linear trend of the years before, still
 * does when all subjects of the filing are tested together, and by an amount that matters.
 */
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "analysis/rule/judge.h"
#include "analysis/rule/raise.h"
#include "analysis/stat/multiplicity.h"
#include "analysis/stat/ols.h"
#include "analysis/statistics.h"
#include "schema/language.h"

/* Fen are whole; an interval is not: it is shown and judged by to the cent of the figure beside it. */
static Amount amount_near(double wan, Amount like)
{
    return (Amount){(gint64)llround(wan * (double)FEN_PER_WAN_YUAN / (double)like.step) * like.step, like.step};
}

/* The end of the interval that the newest figure passed, and by how much; false when it lies inside. */
static bool passed_end(const SubjectYears *subject, const LogTrend *trend, Amount *end, Amount *beyond)
{
    const Amount newest = subject_years_newest(subject)->comparable;
    const double value = subject->values[subject->n - 1];
    if (!trend->newest.low.known || newest.step <= 0 || !(trend->newest.high.value < 1e12))
        return false;
    if (value >= trend->newest.low.value && value <= trend->newest.high.value)
        return false;
    *end = amount_near(value > trend->newest.high.value ? trend->newest.high.value : trend->newest.low.value, newest);
    return amount_subtract(newest, *end, beyond);
}

static void tell(const Judge *judge, const SubjectYears *subject, const LogTrend *trend, Amount beyond)
{
    RuleContext *context = judge->context;
    Finding *finding = raise_on_series(context, "trend.break", SEVERITY_NOTICE, subject->series);
    if (finding == NULL)
        return;
    finding->base_year = subject->years[0];
    raise_amount(finding, beyond);
    g_autofree char *title = subject_years_title(subject);
    g_autofree char *newest = amount_to_display(subject_years_newest(subject)->comparable);
    g_autofree char *low = wan_yuan_to_display(trend->newest.low.value);
    g_autofree char *high = wan_yuan_to_display(trend->newest.high.value);
    g_autofree char *p = p_value_text(trend->newest_p.value);
    raise_say(finding,
              g_strdup_printf(say("%s%s %d 年为 %s；按 %d–%d 年共 %zu 年的走势，应在 [%s, %s] 之间（95%% 预测区间，p %s）",
                                  "%s%s in %d is %s; by its course in %d–%d (%zu years) it should lie in [%s, %s] (95 %% "
                                  "prediction interval, p %s)"),
                              title, subject_years_terms(subject), subject->years[subject->n - 1], newest, subject->years[0],
                              subject->years[subject->n - 2], subject->n - 1, low, high, p),
              g_strdup_printf(say("%s为何偏离前几年的走势？", "Why does %s leave the course of the years before?"), title));
}

/* A class that its own item carries off the trend, by the same figures, is told once. */
static bool told_below(const Judge *judge, const Measured *adjusted, guint index)
{
    const SubjectYears *subject = g_ptr_array_index(judge->subjects, index);
    const char *code = subject->series->code;
    for (guint i = 0; i < judge->subjects->len; i++) {
        const SubjectYears *other = g_ptr_array_index(judge->subjects, i);
        bool below = strlen(other->series->code) > strlen(code) && g_str_has_prefix(other->series->code, code);
        if (below && adjusted[i].known && adjusted[i].value <= judge->level &&
            subject_years_newest(other)->comparable.fen == subject_years_newest(subject)->comparable.fen)
            return true;
    }
    return false;
}

void rule_trend_break(RuleContext *context)
{
    Judge judge;
    if (!judge_init(&judge, context))
        return;
    guint count = judge.subjects->len;
    g_autofree LogTrend *trends = g_new0(LogTrend, count);
    g_autofree Measured *p = g_new0(Measured, count);
    g_autofree Measured *adjusted = g_new0(Measured, count);
    for (guint i = 0; i < count; i++) {
        const SubjectYears *subject = g_ptr_array_index(judge.subjects, i);
        if ((gint64)subject->n * 1000 < threshold(context->thresholds, "unusual.trend"))
            continue;
        trends[i] = log_trend_from_series(subject->years, subject->values, subject->n);
        p[i] = trends[i].newest_p;
    }
    adjust_for_many(p, adjusted, count);
    for (guint i = 0; i < count; i++) {
        const SubjectYears *subject = g_ptr_array_index(judge.subjects, i);
        Amount end, beyond;
        if (adjusted[i].known && adjusted[i].value <= judge.level && passed_end(subject, &trends[i], &end, &beyond) &&
            judge_is_material(&judge, end, beyond) && !told_below(&judge, adjusted, i))
            tell(&judge, subject, &trends[i], beyond);
    }
    judge_clear(&judge);
}
