/* SPDX-License-Identifier: GPL-3.0-or-later */
/* year.restated: a filing was re-issued with other figures. Both are kept; the latest one counts. */
#include "analysis/rule/catalogue.h"
#include "analysis/rule/raise.h"
#include "schema/language.h"

/* How many differences a message names; the rest is counted. */
#define NAMED_MAX 3

static void compare_versions(RuleContext *context, const Filing *earlier)
{
    g_autoptr(Figures) now = figures_new(context->filing);
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
        const Row *row = table_row(old_place.table, old_place.cell->row);
        g_autofree char *was = amount_to_display(old);
        g_autofree char *is = amount_to_display(amount);
        finding_add_evidence(finding, earlier, row->page, row->line, old_place.table->title,
                             row->code[0] != '\0' ? row->code : row->label,
                             table_column(old_place.table, old_place.cell->column)->path, was);
        g_autofree char *title = place_title(place);
        if (count++ < NAMED_MAX)
            g_string_append_printf(words, "%s%s %s → %s", words->len > 0 ? say("；", "; ") : "", title, was, is);
    }
    if (finding != NULL)
        raise_say(finding, g_strdup_printf(say("文件重新公开过（先前：%s），有 %d 个数字不同：%s", "the filing was re-issued (before: %s) with %d other figures: %s"), earlier->file, count, words->str),
                  g_strdup(say("为何重新公开，以哪一份为准？", "Why was it re-issued, and which one counts?")));
}

void rule_restated(RuleContext *context)
{
    const GPtrArray *restated = context->department->restated;
    for (guint i = 0; i < restated->len; i++) {
        const Filing *earlier = g_ptr_array_index(restated, i);
        if (earlier->fiscal_year == context->filing->fiscal_year && earlier->kind == context->filing->kind &&
            earlier->scope == context->filing->scope && g_str_equal(earlier->form, context->filing->form))
            compare_versions(context, earlier);
    }
}
