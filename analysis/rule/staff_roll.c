/* SPDX-License-Identifier: GPL-3.0-or-later */
/* year.staff-roll: this year's head count less its stated change against last year's filing, for each kind of staff. */
#include "analysis/rule/catalogue.h"
#include "analysis/rule/raise.h"
#include "analysis/rule/years.h"
#include "schema/language.h"

static const struct {
    const char *kind, *zh, *en;
} kinds[] = {
    {"posts", "编制", "posts"},       {"present", "实有人数", "present"},    {"in-post", "在职", "in post"},
    {"retired", "退休", "retired"}, {"veterans", "离休", "retired veterans"},
};

/*
 * The one count of the kind. A filing that gives several (行政编制, 事业编制; the units one by one) does not say which of
 * them last year's belongs to: NULL.
 */
static const Staff *only_count(const Filing *filing, const char *kind)
{
    const Staff *found = NULL;
    for (guint i = 0; i < filing->staff->len; i++) {
        const Staff *staff = g_ptr_array_index(filing->staff, i);
        if (!g_str_equal(staff->kind, kind))
            continue;
        if (found != NULL && (found->count != staff->count || found->has_change != staff->has_change ||
                              found->change != staff->change))
            return NULL;
        if (found == NULL)
            found = staff;
    }
    return found;
}

static char *change_words(gint64 change)
{
    if (change == 0)
        return g_strdup(say("与上年相同", "the same as the year before"));
    return g_strdup_printf(change > 0 ? say("增加 %" G_GINT64_FORMAT " 人", "%" G_GINT64_FORMAT " more")
                                      : say("减少 %" G_GINT64_FORMAT " 人", "%" G_GINT64_FORMAT " fewer"),
                           change > 0 ? change : -change);
}

static void compare(RuleContext *context, const Filing *last, gsize index)
{
    const Staff *now = only_count(context->filing, kinds[index].kind);
    const Staff *before = only_count(last, kinds[index].kind);
    const char *name = say(kinds[index].zh, kinds[index].en);
    if (now == NULL || before == NULL || !now->has_change || now->count - now->change == before->count)
        return;
    Finding *finding = finding_new("year.staff-roll", SEVERITY_ERROR, context->filing, kinds[index].zh, "");
    g_ptr_array_add(context->findings, finding);
    finding->base_year = last->fiscal_year;
    finding_add_evidence(finding, context->filing, now->page, now->line, NULL, NULL, NULL, now->text);
    finding_add_evidence(finding, last, before->page, before->line, NULL, NULL, NULL, before->text);
    g_autofree char *change = change_words(now->change);
    int year = context->filing->fiscal_year;
    gint64 implied = now->count - now->change;
    raise_say(finding,
              g_strdup_printf(say("%d 年文件写%s %" G_GINT64_FORMAT " 人、%s，推算 %d 年为 %" G_GINT64_FORMAT
                                  " 人；而 %d 年文件写 %" G_GINT64_FORMAT " 人，相差 %" G_GINT64_FORMAT " 人",
                                  "the filing of %d says %s %" G_GINT64_FORMAT ", %s, so %d had %" G_GINT64_FORMAT
                                  "; but the filing of %d says %" G_GINT64_FORMAT ", a difference of %" G_GINT64_FORMAT),
                              year, name, now->count, change, last->fiscal_year, implied, last->fiscal_year, before->count,
                              implied - before->count),
              g_strdup_printf(say("%d 年%s究竟是 %" G_GINT64_FORMAT " 人还是 %" G_GINT64_FORMAT " 人？%d 年的增减如何计算？",
                                  "Was %d's number %s %" G_GINT64_FORMAT " or %" G_GINT64_FORMAT
                                  ", and how was the change of %d reckoned?"),
                              last->fiscal_year, name, implied, before->count, year));
}

void rule_staff_roll(RuleContext *context)
{
    const Filing *last = context->filing->staff->len > 0 ? filing_compared(context) : NULL;
    if (last == NULL || last->staff->len == 0)
        return;
    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
        compare(context, last, i);
}
