/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * year.restated: a filing was re-issued with other figures. Both are kept; the latest one counts. Or last year's figures
 * were issued again as this year's: a filing of the wrong year under the right name.
 */
#include "analysis/rule/catalogue.h"
#include "analysis/rule/raise.h"
#include "analysis/rule/years.h"
#include "schema/language.h"

/* How many differences a message names; the rest is counted. */
#define NAMED_MAX 3

static void compare_versions(RuleContext *context, const Filing *earlier)
{
    const Figures *now = figures_now(context);
    g_autoptr(Figures) before = figures_new(earlier);
    g_autoptr(GString) words = g_string_new(NULL);
    Finding *finding = NULL;
    int count = 0;
    const GPtrArray *quantities = figures_quantities(now);
    for (guint i = 0; i < quantities->len; i++) {
        const Quantity *quantity = g_ptr_array_index(quantities, i);
        Amount amount, old, change;
        Place place, old_place;
        if (!figures_amount(now, quantity, &amount, &place) || !figures_amount(before, quantity, &old, &old_place) ||
            amount.fen == old.fen || !amount_subtract(amount, old, &change))
            continue;
        if (finding == NULL) {
            finding = raise_on_place(context, "year.restated", SEVERITY_WARNING, place);
            raise_amount(finding, change);
        } else {
            raise_add_place(context, finding, place);
        }
        g_autofree char *was = amount_to_display(old);
        g_autofree char *is = amount_to_display(amount);
        raise_add_place_of(finding, earlier, old_place);
        g_autofree char *title = place_title(place);
        if (count++ < NAMED_MAX)
            g_string_append_printf(words, "%s%s %s → %s", words->len > 0 ? say("；", "; ") : "", title, was, is);
    }
    if (finding != NULL)
        raise_say(finding, g_strdup_printf(say("文件重新公开过（先前：%s），有 %d 个数字不同：%s", "the filing was re-issued (before: %s) with %d other figures: %s"), earlier->file, count, words->str),
                  g_strdup(say("为何重新公开，以哪一份为准？", "Why was it re-issued, and which one counts?")));
}

static void compare_with_last_year(RuleContext *context, const Filing *last)
{
    const Figures *now = figures_now(context);
    const Figures *before = figures_last(context);
    Amount total;
    Place place, old_place;
    Quantity quantity = quantity_of(DIRECTION_EXPENDITURE, FUND_ALL, "total", "");
    if (!figures_amount(now, &quantity, &total, &place) ||
        !figures_amount(before, &quantity, &total, &old_place))
        return;
    Finding *finding = raise_on_place(context, "year.restated", SEVERITY_WARNING, place);
    finding->base_year = last->fiscal_year;
    raise_add_place_of(finding, last, old_place);
    raise_say(finding,
              g_strdup_printf(say("%d 年的文件与 %d 年的文件数字都相同（共 %u 个），疑为把 %d 年的文件当作 %d 年公开；两年不作比较",
                                  "the %3$u figures of the filing of %1$d are those of %2$d: it seems to be that of %4$d, issued as "
                                  "that of %5$d; the two years are not compared"),
                              context->filing->fiscal_year, last->fiscal_year, figures_quantities(now)->len, last->fiscal_year,
                              context->filing->fiscal_year),
              g_strdup_printf(say("%d 年的文件是否误用了 %d 年的数字？",
                                  "Does the filing of %d hold the figures of %d by mistake?"),
                              context->filing->fiscal_year, last->fiscal_year));
}

void rule_restated(RuleContext *context)
{
    const Filing *last = filing_last(context);
    if (last != NULL && filing_compared(context) == NULL && !g_str_equal(last->form, FORM_TIDY))
        compare_with_last_year(context, last);
    const GPtrArray *restated = context->department->restated;
    for (guint i = 0; i < restated->len; i++) {
        const Filing *earlier = g_ptr_array_index(restated, i);
        if (earlier->fiscal_year == context->filing->fiscal_year && earlier->kind == context->filing->kind &&
            earlier->scope == context->filing->scope && g_str_equal(earlier->form, context->filing->form))
            compare_versions(context, earlier);
    }
}
