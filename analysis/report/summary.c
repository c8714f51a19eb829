/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/report/summary.h"

#include "analysis/report/matters.h"
#include "analysis/report/table.h"
#include "schema/language.h"

static void total_of_year(const DepartmentYear *view, YearSummary *summary)
{
    YearFigure figure = department_year_figure(view, total_expenditure, "", view->year);
    summary->has_total = figure.known;
    summary->total = figure.amount;
    if (figure.known || view->ledger == NULL || !view->ledger->has_total)
        return;
    summary->has_total = true;
    summary->total = view->ledger->current_total;
}

static void change_of_year(const Ledger *ledger, YearSummary *summary)
{
    if (ledger == NULL)
        return;
    summary->has_ledger = true;
    summary->change_size = ledger->change_size;
    summary->unexplained = ledger->unexplained_total;
    summary->explained_share = ledger->explained_share;
    if (!ledger->base_known)
        return;
    summary->has_change = true;
    summary->base = ledger->base_total;
    summary->change = ledger->change_total;
    summary->has_growth = growth_of_amounts(ledger->base_total, ledger->current_total, &summary->growth);
}

static guint count_unread(const Filing *filing)
{
    guint count = filing->doubts->len;
    for (guint t = 0; t < filing->tables->len; t++) {
        const Table *table = g_ptr_array_index(filing->tables, t);
        count += table->state == TABLE_MISSING || table->state == TABLE_UNREAD;
        for (guint i = 0; i < table->cells->len; i++)
            count += g_array_index(table->cells, Cell, i).proof == PROOF_AMBIGUOUS;
    }
    return count;
}

YearSummary year_summary(const DepartmentYear *view, const GPtrArray *findings, const GPtrArray *matters)
{
    YearSummary summary = {.year = view->year, .base_year = view->base_year, .kind = view->filing->kind};
    total_of_year(view, &summary);
    change_of_year(view->ledger, &summary);
    for (guint i = 0; i < findings->len; i++) {
        Severity severity = ((const Finding *)g_ptr_array_index(findings, i))->severity;
        summary.errors += severity == SEVERITY_ERROR;
        summary.warnings += severity == SEVERITY_WARNING;
        summary.notices += severity == SEVERITY_NOTICE;
    }
    summary.matters = matters->len;
    for (guint i = 0; i < matters->len; i++)
        summary.questions += 1 + ((const Matter *)g_ptr_array_index(matters, i))->parts->len;
    summary.unread = count_unread(view->filing);
    return summary;
}

/* What the total is made of, in the order of the forms. */
static const struct {
    const char *measure, *zh, *en;
} total_parts[] = {
    {"basic", "基本支出", "basic"},
    {"project", "项目支出", "project"},
    {"reserve", "单位预留机动经费", "reserve"},
    {"remitted-up", "上缴上级支出", "remitted to superiors"},
    {"business", "经营支出", "business"},
    {"subsidy-down", "对附属单位补助支出", "subsidies to subordinates"},
};

char *parts_of_total(const DepartmentYear *view)
{
    GString *parts = g_string_new(NULL);
    for (guint i = 0; i < G_N_ELEMENTS(total_parts); i++) {
        Yardstick yardstick = {DIRECTION_EXPENDITURE, FUND_ALL, total_parts[i].measure};
        YearFigure figure = department_year_figure(view, yardstick, "", view->year);
        bool told_apart = i < 2;
        if (told_apart && !figure.known) {
            g_string_truncate(parts, 0);
            break;
        }
        if (!told_apart && (!figure.known || figure.amount.fen == 0))
            continue;
        g_autofree char *amount = amount_to_display(figure.amount);
        g_string_append_printf(parts, "%s%s %s", i > 0 ? say("，", ", ") : "", say(total_parts[i].zh, total_parts[i].en), amount);
    }
    return g_string_free(parts, FALSE);
}

char *count_of_errors(guint errors)
{
    return g_strdup_printf(say("%u 处", "%u"), errors);
}

static void add_change(Prose *prose, const YearSummary *summary)
{
    Amount size = summary->change;
    size.fen = ABS(size.fen);
    g_autofree char *amount = amount_in_brief(size);
    if (size.fen == 0)
        prose_add(prose, TONE_PLAIN, say("，与上年持平", ", as in the year before"));
    else
        prose_addf(prose, TONE_PLAIN, say("，比上年%s %s 万元", ", %s by %s on the year before"),
                   summary->change.fen > 0 ? say("增加", "up") : say("减少", "down"), amount);
    if (size.fen != 0 && summary->has_growth) {
        Rate rate = summary->growth;
        rate.value = ABS(rate.value);
        g_autofree char *percent = percent_from_rate(rate, false);
        prose_addf(prose, TONE_PLAIN, say("（%s）", " (%s)"), percent);
    }
}

static void add_findings(Prose *prose, const YearSummary *summary)
{
    if (summary->errors == 0) {
        prose_add(prose, TONE_PLAIN, say("没有发现对不上的数字", "no figures were found that do not add up"));
    } else {
        g_autofree char *count = count_of_errors(summary->errors);
        prose_addf(prose, TONE_ERROR, say_count(summary->errors, "%s数字对不上", "%s figure does not add up", "%s figures do not add up"),
                   count);
    }
    if (summary->matters > 0)
        prose_addf(prose, TONE_PLAIN,
                   say_count(summary->matters, "；有 %u 件事要问部门", "; %u matter to ask the department about",
                             "; %u matters to ask the department about"),
                   summary->matters);
    prose_add(prose, TONE_PLAIN, say("。", "."));
}

Prose *sentence_from_summary(const YearSummary *summary)
{
    Prose *prose = prose_new(NULL);
    if (summary->has_total) {
        g_autofree char *total = amount_in_brief(summary->total);
        prose_addf(prose, TONE_PLAIN, say("%d 年支出%s %s 万元", "Expenditure of %d (%s): %s (10,000 yuan)"), summary->year,
                   kind_name(summary->kind), total);
    } else {
        prose_addf(prose, TONE_PLAIN, say("%d 年%s没有读到支出总额", "The total of %d (%s) was not read"), summary->year,
                   kind_name(summary->kind));
    }
    if (summary->has_change)
        add_change(prose, summary);
    prose_add(prose, TONE_PLAIN, say("；", "; "));
    if (summary->has_ledger && summary->change_size.fen == 0) {
        prose_add(prose, TONE_PLAIN, summary->has_change ? say("没有重大变化；", "no change is material; ")
                                                         : say("上年总额不知道，已知的变化都不重大；",
                                                               "last year's total is not known, and no known change is material; "));
    } else if (summary->has_ledger && summary->unexplained.fen == 0) {
        prose_add(prose, TONE_PLAIN, say("重大变化都有说明；", "all material change is accounted for; "));
    } else if (summary->has_ledger) {
        g_autofree char *unexplained = amount_in_brief(summary->unexplained);
        prose_addf(prose, TONE_WARNING, say("%s 万元的变化没有说明", "%s of change is unexplained"), unexplained);
        prose_add(prose, TONE_PLAIN, say("；", "; "));
    }
    add_findings(prose, summary);
    return prose;
}
