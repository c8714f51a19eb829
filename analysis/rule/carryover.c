/* SPDX-License-Identifier: GPL-3.0-or-later */
/* carryover.large, carryover.opaque: how much is carried over, and for what. */
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "analysis/rule/raise.h"
#include "analysis/rule/years.h"
#include "schema/language.h"

__extension__ typedef __int128 Wide;

static void check_large(RuleContext *context)
{
    const Figures *figures = figures_now(context);
    Quantity quantity = quantity_of(DIRECTION_CARRYOVER, FUND_ALL, "total", "");
    Amount carried, total;
    Place place;
    if (!figures_amount(figures, &quantity, &carried, &place) || !figures_total(figures, &total) || total.fen <= 0)
        return;
    gint64 limit = threshold(context->thresholds, "carryover.large");
    if ((Wide)carried.fen * 1000 <= (Wide)total.fen * limit)
        return;
    Finding *finding = raise_on_place(context, "carryover.large", SEVERITY_WARNING, place);
    raise_amount(finding, carried);
    g_autofree char *amount = amount_to_display(carried);
    g_autofree char *whole = amount_to_display(total);
    double share = 100.0 * (double)carried.fen / (double)total.fen;
    raise_say(finding,
              g_strdup_printf(say("上年结转结余 %s 万元，占支出总额 %s 万元的 %.2f%%，超过 %.0f%%", "carryover of %s out of a budget of %s is %.2f %% of it, more than %.0f %%"),
                              amount, whole, share, (double)limit / 10.0),
              g_strdup_printf(say("结转的 %s 万元上年没有支出的原因是什么（下达晚、没有完成，还是不再需要）？今年何时支出？",
                                  "Why were %s (万元) not spent last year (granted late, not finished, no longer needed), and when will they be?"),
                              amount));
}

/* A label that says nothing of the purpose: 特定目标4510001D, 项目1, A0203. */
static bool is_opaque_label(const char *label)
{
    static GRegex *opaque = NULL;
    if (opaque == NULL)
        opaque = g_regex_new("^(?:特定目标(?:类)?|其他(?:项目|资金|支出)?|项目(?:支出)?|涉密(?:项目)?|某项目|保密项目)?[0-9A-Za-z()（）.·-]*$|涉密|保密|不予公开|不公开", G_REGEX_OPTIMIZE, 0, NULL);
    return label[0] != '\0' && g_regex_match(opaque, label, 0, NULL);
}

static bool is_withheld(const char *text)
{
    static const char *const words[] = {"不予公开", "涉密", "不宜公开", "不便公开", "保密", "不公开"};
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        if (strstr(text, words[i]) != NULL)
            return true;
    return false;
}

/* Several projects of one amount: the amount does not tell which of them a sentence means. */
static bool amount_is_unique(const Table *table, const Cell *cell)
{
    for (guint i = 0; i < table->cells->len; i++) {
        const Cell *other = &g_array_index(table->cells, Cell, i);
        if (other->column == cell->column && other->row != cell->row && other->amount.fen == cell->amount.fen &&
            table_row(table, other->row)->level > 0)
            return false;
    }
    return true;
}

/* The sentence that withholds a carried-over project: it names it, or its amount. */
static const Claim *withholding_claim(const Filing *filing, const Table *table, const Cell *cell)
{
    const Row *row = table_row(table, cell->row);
    bool by_amount = is_opaque_label(row->label) || amount_is_unique(table, cell);
    for (guint i = 0; i < filing->claims->len; i++) {
        const Claim *claim = g_ptr_array_index(filing->claims, i);
        if (!claim->has_amount || claim->measure[0] != '\0' || !is_withheld(claim->text))
            continue;
        if (g_str_equal(claim->subject, row->label) ||
            (by_amount && verdict_of_equality(claim->amount, cell->amount) == VERDICT_PROVED))
            return claim;
    }
    return NULL;
}

static void check_opaque(RuleContext *context)
{
    const Table *table = filing_table(context->filing, "carryover");
    if (table == NULL || table->state != TABLE_READ)
        return;
    const Cell *total = NULL;
    for (guint i = 0; i < table->cells->len; i++) {
        const Cell *cell = &g_array_index(table->cells, Cell, i);
        const Row *row = table_row(table, cell->row);
        if (cell->column != 0)
            continue;
        if (row->level == 0) {
            total = cell;
            continue;
        }
        const Claim *claim = withholding_claim(context->filing, table, cell);
        if (claim == NULL && !is_opaque_label(row->label))
            continue;
        Finding *finding = raise_on_place(context, "carryover.opaque", SEVERITY_NOTICE, (Place){table, cell});
        if (claim != NULL)
            raise_add_claim(context, finding, claim);
        raise_amount(finding, cell->amount);
        g_autofree char *amount = amount_to_display(cell->amount);
        bool has_total = total != NULL && total->amount.fen > 0;
        double share = has_total ? 100.0 * (double)cell->amount.fen / (double)total->amount.fen : 100.0;
        raise_say(finding,
                  g_strdup_printf(say("结转项目“%s” %s 万元（占结转的 %.2f%%）%s", "the carried-over project \"%s\" of %s (%.2f %% of the carryover) %s"), row->label, amount, share,
                                  claim != NULL ? say("不予公开用途", "is withheld") : say("没有写明用途", "has no stated purpose")),
                  claim != NULL
                      ? g_strdup_printf(say("“%s” %s 万元不公开的依据是什么？属于涉密的，请按规定渠道说明用途和进度。",
                                            "On what ground is \"%s\" of %s (万元) withheld? If it is classified, please tell its purpose and "
                                            "progress by the channel laid down for that."), row->label, amount)
                      : g_strdup_printf(say("“%s” %s 万元用于什么？为什么没有写明？",
                                            "What is \"%s\" of %s (万元) for, and why is it not stated?"), row->label, amount));
    }
}

void rule_carryover(RuleContext *context)
{
    check_large(context);
    check_opaque(context);
}
