/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/generate/model.h"

static gint64 project_money(const Item *item)
{
    return item->yuan[THIS_YEAR][FUND_GENERAL][USE_PROJECT] +
           item->yuan[THIS_YEAR][FUND_GENERAL_ABOVE][USE_PROJECT];
}

/*
 * The general project money of an item, set for both years; what it had from above becomes part of
 * it.
 */
static void set_project(Item *item, gint64 now, gint64 base)
{
    item->yuan[THIS_YEAR][FUND_GENERAL][USE_PROJECT] = now;
    item->yuan[LAST_YEAR][FUND_GENERAL][USE_PROJECT] = base;
    for (Year year = THIS_YEAR; year < YEAR_COUNT; year++)
        item->yuan[year][FUND_GENERAL_ABOVE][USE_PROJECT] = 0;
}

/* An amount that matters in this department: a twelfth of all its money. */
static gint64 weighty(const Model *model)
{
    return model_sum(model, THIS_YEAR, "", FUNDS_ALL, USES_ALL) / 12;
}

static Item *project_item(Model *model, guint which)
{
    return model_item(model, model->family->projects[which]);
}

static void change_items(Model *model, const Wishes *wishes)
{
    gint64 large = weighty(model) + between(model->rand, 100, 9999);
    bool up = chance(model->rand, 50);
    if (wishes->one_change || wishes->two_changes) {
        Item *item = project_item(model, 0);
        set_project(item, large, up ? large * 100 / 155 : large * 100 / 62);
        model->changed = item->code;
    }
    if (wishes->two_changes) {
        Item *item = project_item(model, 1);
        gint64 other = large * 9 / 10;
        set_project(item, other, up ? other * 100 / 64 : other * 100 / 148);
        model->changed_too = item->code;
    }
    if (wishes->no_base) {
        Item *item = project_item(model, 0);
        set_project(item, large, 0);
        model->changed = item->code;
    }
}

/*
 * A stated move: the subject it leaves falls by it, the other rises by it, or by less when the two
 * sides disagree.
 */
static void move_items(Model *model, const Wishes *wishes)
{
    if (!wishes->move_balanced && !wishes->move_unbalanced)
        return;
    Item *from = project_item(model, 0), *to = project_item(model, 1);
    gint64 left = weighty(model) / 100 * 100;
    model->moved = left / 10000 * 10000 + 20000;
    gint64 arrived = wishes->move_balanced ? model->moved : model->moved * 4 / 10;
    set_project(from, left, left + model->moved);
    set_project(to, left / 2 + arrived, left / 2);
    model->moved_from = from->code;
    model->moved_to = to->code;
}

static void change_retirees(Model *model)
{
    Item *item = model_item(model, "2080501");
    gint64 *now = &item->yuan[THIS_YEAR][FUND_GENERAL][USE_PERSONNEL];
    *now = MAX(*now, model_sum(model, THIS_YEAR, "", FUNDS_ALL, USES_ALL) / 40);
    item->yuan[LAST_YEAR][FUND_GENERAL][USE_PERSONNEL] = *now * 100 / 290;
    model->retired = MAX(model->retired, 15);
    model->retired_change = 1;
    model->changed = item->code;
}

/* Now and then a subject is new, in a filing without faults too. */
static void forget_a_base(Model *model)
{
    Item *item = model->items->pdata[between(model->rand, 0, (int)model->items->len - 1)];
    bool only_projects = true;
    for (Fund fund = 0; fund < FUND_COUNT; fund++)
        for (Use use = 0; use < USE_PROJECT; use++)
            only_projects = only_projects && item->yuan[THIS_YEAR][fund][use] == 0;
    for (Fund fund = 0; fund < FUND_COUNT && only_projects; fund++)
        item->yuan[LAST_YEAR][fund][USE_PROJECT] = 0;
}

void model_adjust(Model *model, const Wishes *wishes)
{
    if (chance(model->rand, 30))
        forget_a_base(model);
    change_items(model, wishes);
    move_items(model, wishes);
    if (wishes->retirees_change)
        change_retirees(model);
}

static void add_line(Model *model, const Economic *subject, gint64 yuan)
{
    if (yuan == 0)
        return;
    EconomicLine *line = g_new0(EconomicLine, 1);
    line->subject = subject;
    line->yuan = yuan;
    g_ptr_array_add(model->economic, line);
}

/* Parts of one pot by weight; the line without a weight (it comes first) takes the rest. */
static void add_pot(Model *model, const char *prefix, gint64 pot)
{
    const Economic *rest = NULL;
    gint64 left = pot;
    for (gsize i = 0; i < catalogue_economic_count; i++) {
        const Economic *subject = &catalogue_economics[i];
        if (!g_str_has_prefix(subject->code, prefix) || subject->mirrors)
            continue;
        if (!rest)
            rest = subject;
        if (subject->weight == 0 || chance(model->rand, 25))
            continue;
        gint64 part = pot * subject->weight / 100 + between(model->rand, -49, 49);
        add_line(model, subject, part);
        left -= part;
    }
    add_line(model, rest, left);
}

static gint compare_lines(gconstpointer a, gconstpointer b)
{
    const EconomicLine *const *left = a, *const *right = b;
    return g_strcmp0((*left)->subject->code, (*right)->subject->code);
}

static void derive_economic(Model *model)
{
    gint64 running = model->public_expense[THIS_YEAR][PUBLIC_RUNNING];
    gint64 reception = model->public_expense[THIS_YEAR][PUBLIC_RECEPTION];
    for (gsize i = 0; i < catalogue_economic_count; i++) {
        const Economic *subject = &catalogue_economics[i];
        if (subject->mirrors)
            add_line(model, subject,
                     model_sum(model, THIS_YEAR, subject->mirrors, ONLY(FUND_GENERAL),
                               ONLY(USE_PERSONNEL)));
        else if (g_str_equal(subject->code, "30217"))
            add_line(model, subject, reception);
        else if (g_str_equal(subject->code, "30231"))
            add_line(model, subject, running);
    }
    const char *payer = model->family->running;
    add_pot(model, "301",
            model_sum(model, THIS_YEAR, payer, ONLY(FUND_GENERAL), ONLY(USE_PERSONNEL)));
    add_pot(model, "302",
            model_sum(model, THIS_YEAR, payer, ONLY(FUND_GENERAL), ONLY(USE_OPERATING)) - running -
                reception);
    g_ptr_array_sort(model->economic, compare_lines);
}

static void add_project(Model *model, const Item *item, gint64 yuan)
{
    static const int USES[] = {USES_SERVICES, USES_SERVICES, USES_CAPITAL, USES_FIRMS};
    GRand *rand = model->rand;
    guint count = model->projects->len, kinds = 0;
    while (kinds < FAMILY_PROJECTS && model->family->tasks[kinds])
        kinds++;
    static const char *const ROUND[] = {"", "二期", "三期", "四期", "五期"};
    Project *project = g_new0(Project, 1);
    project->code = item->code;
    project->name =
        g_strdup_printf("%s%s", model->family->tasks[count % kinds], ROUND[(count / kinds) % 5]);
    gint64 apart = chance(rand, 30) ? yuan * between(rand, 10, 45) / 100 : 0;
    project->uses[USES_SERVICES] += apart;
    project->uses[USES[between(rand, 0, 3)]] += yuan - apart;
    g_ptr_array_add(model->projects, project);
}

static void derive_projects(Model *model)
{
    for (guint i = 0; i < model->items->len; i++) {
        const Item *item = model->items->pdata[i];
        gint64 yuan = project_money(item);
        if (yuan == 0)
            continue;
        gint64 first = yuan > 80000 && chance(model->rand, 50)
                           ? yuan * between(model->rand, 30, 70) / 100
                           : yuan;
        add_project(model, item, first);
        if (yuan != first)
            add_project(model, item, yuan - first);
    }
}

void model_derive(Model *model)
{
    derive_economic(model);
    derive_projects(model);
}
