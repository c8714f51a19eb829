/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * year.appeared, year.vanished, year.renamed, year.code-reused; and reclass.balanced where only the figures tell of a move:
 * how this year's subjects come from last year's.
 */
#include <string.h>

#include "analysis/change.h"
#include "analysis/rule/catalogue.h"
#include "analysis/rule/raise.h"
#include "analysis/rule/years.h"
#include "history/figures.h"
#include "schema/language.h"
#include "schema/subject.h"

__extension__ typedef __int128 Wide;

typedef struct {
    RuleContext *context;
    const Filing *before;
    const Figures *then, *now;
    Amount total;
    bool has_total;
    GHashTable *told; /* codes that a finding speaks of */
} Step;

/* Statistics that overlap with the tables of spending: what comes and goes there is a matter of what was counted. */
static const char *const overlapping[] = {"administrative"};

static bool is_overlapping(const Quantity *quantity)
{
    for (gsize i = 0; i < G_N_ELEMENTS(overlapping); i++)
        if (g_str_equal(quantity->measure, overlapping[i]))
            return true;
    return false;
}

/* What money is used for changes more from year to year than what it is spent on: only large changes there are told. */
static bool is_large_enough(const Step *step, const Quantity *quantity, Amount amount)
{
    Amount nothing = {0, 1};
    if (subject_rows(quantity->code) == ROWS_ECONOMIC)
        return (Wide)amount.fen * 1000 >= (Wide)step->total.fen * threshold(step->context->thresholds, "year.economic");
    return change_is_material(step->context->thresholds, step->total, nothing, amount);
}

static char *title_of_place(Place place)
{
    const Row *row = table_row(place.table, place.cell->row);
    return row->label[0] != '\0' ? g_strdup_printf("%s %s", row->code, row->label) : g_strdup(row->code);
}

static void tell_appeared(Step *step, const Quantity *quantity, Amount amount, const Link *link)
{
    Place place;
    Amount same;
    if (!figures_amount(step->now, quantity, &same, &place))
        return;
    Finding *finding = raise_on_place(step->context, "year.appeared", SEVERITY_NOTICE, place);
    finding->base_year = step->before->fiscal_year;
    raise_amount(finding, amount);
    g_autofree char *title = title_of_place(place);
    g_autofree char *figure = amount_to_display(amount);
    g_autofree char *from = link == NULL ? g_strdup("")
                                         : g_strdup_printf(say("；可能由 %s %s 分出，未能确认", "; it may have come out of %s %s, which is not confirmed"),
                                                           link->from, link->from_name);
    raise_say(finding,
              g_strdup_printf(say("%s：%d 年为 %s 万元，%d 年各表没有这一科目%s", "%s: in %d it is %s (万元), in the tables of %d there is none%s"),
                              title, step->context->filing->fiscal_year, figure, step->before->fiscal_year, from),
              g_strdup_printf(say("%s是新增职能、新增项目，还是由其他科目转来？", "Is %s a new task, a new project, or moved from another subject?"), title));
}

static void tell_vanished(Step *step, const Quantity *quantity, Amount amount, const Link *link)
{
    Place place;
    Amount same;
    if (!figures_amount(step->then, quantity, &same, &place))
        return;
    const Row *row = table_row(place.table, place.cell->row);
    Finding *finding =
        finding_new("year.vanished", SEVERITY_NOTICE, step->context->filing, row->label[0] != '\0' ? row->label : row->code, row->code);
    g_ptr_array_add(step->context->findings, finding);
    finding->base_year = step->before->fiscal_year;
    raise_add_place_of(finding, step->before, place);
    raise_amount(finding, amount);
    g_autofree char *title = title_of_place(place);
    g_autofree char *figure = amount_to_display(amount);
    g_autofree char *to = link == NULL ? g_strdup("")
                                       : g_strdup_printf(say("；可能并入 %s %s，未能确认", "; it may have gone into %s %s, which is not confirmed"),
                                                         link->to, link->to_name);
    raise_say(finding,
              g_strdup_printf(say("%s：%d 年为 %s 万元，%d 年各表没有这一科目%s", "%s: in %d it is %s (万元), in the tables of %d there is none%s"),
                              title, step->before->fiscal_year, figure, step->context->filing->fiscal_year, to),
              g_strdup_printf(say("%s今年是停止了，还是改列到其他科目？", "Has %s stopped, or does it stand under another subject?"), title));
}

/* "30110 职工基本医疗保险缴费、30112 其他社会保障缴费": where the classification sends the subject of the link, if it is printed. */
static char *successors_of(const Step *step, const Link *link)
{
    GString *names = g_string_new(NULL);
    const GPtrArray *links = step->context->lineage->links;
    for (guint i = 0; i < links->len; i++) {
        const Link *other = g_ptr_array_index(links, i);
        if (other->origin == LINK_BY_REVISION && other->kind == LINK_RECODED && other->year == link->year &&
            other->filing_kind == link->filing_kind && other->scope == link->scope && other->direction == link->direction &&
            other->fund == link->fund && g_str_equal(other->measure, link->measure) && g_str_equal(other->from, link->from))
            g_string_append_printf(names, "%s%s %s", names->len > 0 ? say("、", ", ") : "", other->to, other->to_name);
    }
    return g_string_free(names, FALSE);
}

/* The revised classification has several subjects for one, or one for a part of it: neither birth nor death, and no series. */
static void tell_split(Step *step, const Quantity *quantity, Amount amount, const Link *link)
{
    Finding *finding = finding_new("year.renamed", SEVERITY_NOTICE, step->context->filing, link->from_name, link->from);
    g_ptr_array_add(step->context->findings, finding);
    Place place;
    Amount same;
    finding->base_year = step->before->fiscal_year;
    if (figures_amount(step->then, quantity, &same, &place))
        raise_add_place_of(finding, step->before, place);
    raise_amount(finding, amount);
    g_autofree char *figure = amount_to_display(amount);
    g_autofree char *names = successors_of(step, link);
    raise_say(finding,
              g_strdup_printf(say("%s %s（%d 年 %s 万元）自 %d 年起按修订的科目分类列在 %s 之下；各占多少没有印出，序列没有连接",
                                  "%1$s %2$s (%3$d: %4$s 万元): since %5$d the revised classification has it under %6$s; how much of it under "
                                  "each is not printed, and the series is not joined"),
                              link->from, link->from_name, step->before->fiscal_year, figure, link->year, names),
              NULL);
}

/* A subject that the revision itself took away, not joined with those that have its money now. */
static bool is_split(const Step *step, const Link *link)
{
    Amount amount;
    Quantity from = quantity_of(link->direction, link->fund, link->measure, link->from);
    return link->origin == LINK_BY_REVISION && link->kind == LINK_RECODED && figures_amount(step->then, &from, &amount, NULL) &&
           figures_only_here(step->then, step->now, &from, &amount);
}

/* A code below one that was told of, or above it, is the same news. */
static bool is_told(const Step *step, const char *code)
{
    GHashTableIter iter;
    gpointer key;
    g_hash_table_iter_init(&iter, step->told);
    while (g_hash_table_iter_next(&iter, &key, NULL))
        if (g_str_has_prefix(key, code) || g_str_has_prefix(code, key))
            return true;
    return false;
}

static gint compare_depth(gconstpointer a, gconstpointer b)
{
    const Quantity *x = *(Quantity *const *)a;
    const Quantity *y = *(Quantity *const *)b;
    return (int)strlen(y->code) - (int)strlen(x->code);
}

/* The subject came from, or went to, another one for sure, if not in this table then in one that counts other money, too. */
static bool is_joined(const Step *step, const Quantity *quantity, bool appeared)
{
    const Filing *filing = step->context->filing;
    const GPtrArray *links = step->context->lineage->links;
    for (guint i = 0; i < links->len; i++) {
        const Link *link = g_ptr_array_index(links, i);
        if (link->confirmed && (link->kind == LINK_RECODED || link->kind == LINK_MOVED) && link->year == filing->fiscal_year &&
            link->filing_kind == filing->kind && link->scope == filing->scope && link->direction == quantity->direction &&
            g_str_has_prefix(appeared ? link->to : link->from, quantity->code))
            return true;
    }
    return false;
}

/*
 * The tables of the other year have the subject, if not this column of it: a subject of running costs that is given a project, or
 * money carried over, is no new subject.
 */
static bool stands_in(const Figures *there, const char *code)
{
    const GPtrArray *quantities = figures_quantities(there);
    for (guint i = 0; i < quantities->len; i++) {
        const Quantity *other = g_ptr_array_index(quantities, i);
        Amount amount;
        if (other->direction == DIRECTION_EXPENDITURE && g_str_equal(other->code, code) && !is_overlapping(other) &&
            figures_amount(there, other, &amount, NULL) && amount.fen != 0)
            return true;
    }
    return false;
}

/* The finest subjects first: a class is told of only when none of its items is large enough. */
static void tell_only_here(Step *step, const Figures *here, const Figures *there, bool appeared)
{
    g_autoptr(GPtrArray) quantities = g_ptr_array_new();
    for (guint i = 0; i < figures_quantities(here)->len; i++) {
        Quantity *quantity = g_ptr_array_index(figures_quantities(here), i);
        if (quantity->code[0] != '\0' && quantity->direction == DIRECTION_EXPENDITURE)
            g_ptr_array_add(quantities, quantity);
    }
    g_ptr_array_sort(quantities, compare_depth);
    const Filing *filing = step->context->filing;
    for (guint i = 0; i < quantities->len; i++) {
        const Quantity *quantity = g_ptr_array_index(quantities, i);
        Amount amount;
        if (is_overlapping(quantity) || !figures_only_here(here, there, quantity, &amount) || is_told(step, quantity->code) ||
            !is_large_enough(step, quantity, amount) || stands_in(there, quantity->code))
            continue;
        const Link *link = lineage_link(step->context->lineage, filing->kind, filing->scope, quantity, step->before->fiscal_year,
                                        filing->fiscal_year);
        if ((link != NULL && link->confirmed) || is_joined(step, quantity, appeared))
            continue;
        bool split = link != NULL && is_split(step, link);
        g_hash_table_add(step->told, quantity->code);
        if (split && !appeared)
            tell_split(step, quantity, amount, link);
        if (split)
            continue;
        if (appeared)
            tell_appeared(step, quantity, amount, link);
        else
            tell_vanished(step, quantity, amount, link);
    }
}

static Finding *raise_link(Step *step, const char *rule, const Link *link)
{
    const Filing *filing = step->context->filing;
    Finding *finding = finding_new(rule, SEVERITY_NOTICE, filing, link->to_name, link->to);
    g_ptr_array_add(step->context->findings, finding);
    finding->base_year = link->base_year;
    Quantity from = quantity_of(link->direction, link->fund, link->measure, link->from);
    Quantity to = quantity_of(link->direction, link->fund, link->measure, link->to);
    Amount amount;
    Place place;
    if (figures_amount(step->now, &to, &amount, &place))
        raise_add_place(step->context, finding, place);
    if (link->page > 0)
        finding_add_evidence(finding, filing, link->page, link->line, NULL, NULL, NULL, link->text);
    if (figures_amount(step->then, &from, &amount, &place))
        raise_add_place_of(finding, step->before, place);
    if (link->has_amount)
        raise_amount(finding, link->amount);
    return finding;
}

static const char *origin_words(LinkOrigin origin)
{
    switch (origin) {
    case LINK_BY_REVISION:
        return say("科目分类修订", "the classification was revised");
    case LINK_BY_NAME:
        return say("两年名称相同", "both years print the same name");
    case LINK_BY_FIGURES:
        return say("金额吻合", "the figures agree");
    case LINK_BY_USER:
        return say("用户对照文件", "the user's file says so");
    case LINK_BY_TEXT:
        break;
    }
    return say("文件说明", "the filing states it");
}

static void tell_recoded(Step *step, const Link *link)
{
    Finding *finding = raise_link(step, "year.renamed", link);
    raise_say(finding,
              g_strdup_printf(say("%s %s自 %d 年起列在 %s %s之下（%s），序列已连接", "%s %s: from %d on under %s %s (%s); the series is joined"),
                              link->from, link->from_name, link->year, link->to, link->to_name, origin_words(link->origin)),
              NULL);
}

static void tell_renamed(Step *step, const Link *link)
{
    Finding *finding = raise_link(step, "year.renamed", link);
    raise_say(finding,
              g_strdup_printf(say("%s 的名称由“%s”改为“%s”（%d 年），序列已连接", "%s was called “%s” and is “%s” from %d on: the series is joined"), link->to,
                              link->from_name, link->to_name, link->year),
              link->origin == LINK_BY_NAME
                  ? g_strdup_printf(say("%s由“%s”改为“%s”，只是改了名称，还是内容也变了？",
                                        "%s was “%s” and is “%s”: is only its name another, or what it holds, too?"),
                                    link->to, link->from_name, link->to_name)
                  : NULL);
}

static void tell_cut(Step *step, const Link *link)
{
    Finding *finding = raise_link(step, "year.code-reused", link);
    raise_say(finding,
              g_strdup_printf(say("编码 %s 在 %d 年是“%s”，在 %d 年是“%s”：含义不同，序列在此断开，两年不作比较",
                                  "code %s in %d is “%s”, in %d “%s”: another thing, so the series is cut and the years are not compared"),
                              link->to, link->base_year, link->from_name, link->year, link->to_name),
              NULL);
}

/* The author compares with a base that holds another subject's money, and does not say so. */
static void tell_unstated(Step *step, const Link *link)
{
    Finding *finding = raise_link(step, "reclass.balanced", link);
    g_autofree char *amount = amount_to_display(link->amount);
    raise_say(finding,
              g_strdup_printf(say("%s %s 的上年数包含了 %d 年列在 %s %s 的 %s 万元：金额吻合，但文件没有说明这项调整；可比序列已连接",
                                  "last year's figure of %s %s holds what %d had under %s %s, %s 万元: the figures agree, but the filing does not state the move; the comparable series is joined"),
                              link->to, link->to_name, link->base_year, link->from, link->from_name, amount),
              g_strdup_printf(say("%s的 %s 万元是否改列到 %s？依据是什么？", "%s: were its %s (万元) moved to %s, and on what grounds?"), link->from_name,
                              amount, link->to_name));
}

static bool is_first_of_its_kind(const Step *step, guint index)
{
    const GPtrArray *links = step->context->lineage->links;
    const Link *link = g_ptr_array_index(links, index);
    for (guint i = 0; i < index; i++) {
        const Link *other = g_ptr_array_index(links, i);
        if (other->confirmed && other->kind == link->kind && other->year == link->year &&
            other->filing_kind == link->filing_kind && other->scope == link->scope &&
            g_str_equal(other->from, link->from) && g_str_equal(other->to, link->to))
            return false;
    }
    return true;
}

static void tell_links(Step *step)
{
    const GPtrArray *links = step->context->lineage->links;
    const Filing *filing = step->context->filing;
    for (guint i = 0; i < links->len; i++) {
        const Link *link = g_ptr_array_index(links, i);
        if (!link->confirmed || link->year != filing->fiscal_year || link->filing_kind != filing->kind ||
            link->scope != filing->scope || link->origin == LINK_BY_TEXT || !is_first_of_its_kind(step, i))
            continue;
        if (link->origin == LINK_BY_FIGURES)
            tell_unstated(step, link);
        else if (link->kind == LINK_RECODED || link->kind == LINK_MOVED)
            tell_recoded(step, link);
        else if (link->kind == LINK_RENAMED)
            tell_renamed(step, link);
        else
            tell_cut(step, link);
    }
}

void rule_subjects(RuleContext *context)
{
    const Filing *before = filing_last(context);
    if (before == NULL)
        return;
    Step step = {.context = context, .before = before, .then = figures_last(context), .now = figures_now(context)};
    step.has_total = figures_total(step.now, &step.total);
    step.told = g_hash_table_new(g_str_hash, g_str_equal);
    tell_links(&step);
    if (step.has_total) {
        tell_only_here(&step, step.now, step.then, true);
        g_hash_table_remove_all(step.told);
        tell_only_here(&step, step.then, step.now, false);
    }
    g_hash_table_unref(step.told);
}
