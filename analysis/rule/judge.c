/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/rule/judge.h"
#include "analysis/rule/years.h"

#include "analysis/change.h"
#include "analysis/department_year.h"
#include "history/figures.h"
#include "history/moves.h"
#include "schema/language.h"

static bool names_subject(const Claim *claim, const char *code)
{
    return claim != NULL && claim->code[0] != '\0' && code[0] != '\0' &&
           (g_str_has_prefix(claim->code, code) || g_str_has_prefix(code, claim->code));
}

/* The subject itself, the class above it, or an item below it. */
static bool was_moved(const GPtrArray *moves, const char *code)
{
    for (guint i = 0; i < moves->len; i++) {
        const Move *move = g_ptr_array_index(moves, i);
        if (move->balanced && (names_subject(move->teller, code) || names_subject(move->other, code)))
            return true;
    }
    return false;
}

bool judge_init(Judge *judge, RuleContext *context)
{
    const Figures *figures = figures_now(context);
    *judge = (Judge){.context = context, .level = (double)threshold(context->thresholds, "unusual.level") / 1000.0};
    Quantity whole = quantity_of(DIRECTION_EXPENDITURE, FUND_ALL, "total", "");
    if ((!figures_total(figures, &judge->total) && !figures_whole(figures, &whole, &judge->total, NULL)) || judge->total.fen <= 0)
        return false;
    judge->subjects = subject_years_from_series(context->series, context->filing);
    const GPtrArray *moves = moves_now(context);
    for (guint i = judge->subjects->len; i > 0; i--) {
        const SubjectYears *subject = g_ptr_array_index(judge->subjects, i - 1);
        if (!subject->moved && was_moved(moves, subject->series->code))
            g_ptr_array_remove_index(judge->subjects, i - 1);
    }
    if (judge->subjects->len == 0)
        judge_clear(judge);
    return judge->subjects != NULL;
}

void judge_clear(Judge *judge)
{
    g_clear_pointer(&judge->subjects, g_ptr_array_unref);
}

bool subject_change(const SubjectYears *subject, Amount *base, Amount *change)
{
    const SeriesPoint *before = subject_years_before(subject);
    if (before == NULL)
        return false;
    *base = before->comparable;
    return amount_subtract(subject_years_newest(subject)->comparable, *base, change);
}

bool judge_is_material(const Judge *judge, Amount base, Amount change)
{
    return change_is_material(judge->context->thresholds, judge->total, base, change);
}

char *subject_years_title(const SubjectYears *subject)
{
    return subject_title(subject->series->code, subject->series->label);
}

const char *subject_years_terms(const SubjectYears *subject)
{
    return subject->moved ? say("（可比口径）", " (comparable)") : "";
}
