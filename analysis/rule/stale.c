/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * carryover.stale: a project in the carryover of the budget of year B that was appropriated in year B-2 or before, by
 * its name or by the sentence that names it; or one that stood in last year's carryover already, which comes to the
 * same (analysis/rule/carried.h). What is not spent by the end of the year after its appropriation is surplus (预算法 §42,
 * 实施条例 §50), and another purpose does not set the clock back.
 */
#include "analysis/rule/carried.h"
#include "analysis/rule/catalogue.h"
#include "analysis/rule/raise.h"
#include "analysis/rule/years.h"
#include "schema/language.h"

static void tell(RuleContext *context, Place place, const CarriedAge *age, bool old)
{
    const char *label = table_row(place.table, place.cell->row)->label;
    int budget = context->filing->fiscal_year;
    Finding *finding = raise_on_place(context, "carryover.stale", SEVERITY_WARNING, place);
    raise_amount(finding, place.cell->amount);
    if (age->sentence != NULL)
        raise_add_claim(context, finding, age->sentence);
    g_autofree char *amount = amount_to_display(place.cell->amount);
    g_autoptr(GString) words = g_string_new(NULL);
    if (old)
        g_string_append_printf(words, say("，是 %d 年安排的，%d 年底应已用完", "was appropriated in %d and was to be spent by the end of %d"),
                               age->year, age->year + CARRIED_YEARS_ALLOWED);
    if (age->last != NULL) {
        finding->base_year = age->last->fiscal_year;
        raise_add_place_of(finding, age->last, age->place);
        g_autofree char *before = amount_to_display(age->place.cell->amount);
        g_string_append_printf(words, say("%s%d 年预算的结转中已有它（%s 万元）", "%sstood in the carryover of the budget of %d already (%s)"),
                               old ? say("；", "; ") : say("，", ""), age->last->fiscal_year, before);
    }
    raise_say(finding,
              g_strdup_printf(say("%d 年预算的上年结转项目“%s” %s 万元%s；连续两年未用完的应作为结余资金管理",
                                  "budget of %d, carried-over project \"%s\" of %s: it %s; what two years did not use up is surplus"),
                              budget, label, amount, words->str),
              old ? g_strdup_printf(say("“%s” %s 万元为何至今没有用完，为何没有按结余资金收回？（改变用途不重新计算年限。）",
                                        "\"%s\" of %s (万元): why is it still not spent, and why was it not taken back "
                                        "as surplus? (Another purpose does not set the clock back.)"),
                                    label, amount)
                  : g_strdup_printf(say("“%s” %s 万元与上一年结转的是不是同一笔资金、哪一年安排的？是则为何没有按结余资金收回？",
                                        "Is \"%s\" of %s (万元) the money that was carried over the year before, and of which "
                                        "year is it? If so, why was it not taken back as surplus?"),
                                    label, amount));
}

void rule_stale(RuleContext *context)
{
    int budget = context->filing->fiscal_year;
    g_autoptr(GArray) projects = carried_projects(context->filing, filing_compared(context));
    for (guint i = 0; i < projects->len; i++) {
        const CarriedProject *project = &g_array_index(projects, CarriedProject, i);
        if (carried_time(&project->age, budget) == CARRIED_TWO_YEARS)
            tell(context, project->place, &project->age, project->age.year != 0);
    }
}
