/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/generate/model.h"

#include <string.h>

bool chance(GRand *rand, int percent)
{
    return g_rand_int_range(rand, 0, 100) < percent;
}

int between(GRand *rand, int low, int high)
{
    return g_rand_int_range(rand, low, high + 1);
}

static void project_free(gpointer data)
{
    Project *project = data;
    g_free(project->name);
    g_free(project);
}

static void carried_free(gpointer data)
{
    Carried *carried = data;
    g_free(carried->name);
    g_free(carried->purpose);
    g_free(carried);
}

void model_free(Model *model)
{
    if (!model)
        return;
    g_free(model->department);
    g_ptr_array_unref(model->items);
    g_ptr_array_unref(model->economic);
    g_ptr_array_unref(model->projects);
    g_ptr_array_unref(model->carried);
    g_free(model);
}

gint64 model_sum(const Model *model, Year year, const char *prefix, guint funds, guint uses)
{
    gint64 sum = 0;
    for (guint i = 0; i < model->items->len; i++) {
        const Item *item = model->items->pdata[i];
        if (!g_str_has_prefix(item->code, prefix))
            continue;
        for (guint fund = 0; fund < FUND_COUNT; fund++)
            for (guint use = 0; use < USE_COUNT; use++)
                if (funds & ONLY(fund) && uses & ONLY(use))
                    sum += item->yuan[year][fund][use];
    }
    return sum;
}

gint64 model_economic_sum(const Model *model, const char *prefix)
{
    gint64 sum = 0;
    for (guint i = 0; i < model->economic->len; i++) {
        const EconomicLine *line = model->economic->pdata[i];
        if (g_str_has_prefix(line->subject->code, prefix))
            sum += line->yuan;
    }
    return sum;
}

gint64 model_public_sum(const Model *model, Year year)
{
    gint64 sum = model->reception_printed_extra;
    for (int i = 0; i < PUBLIC_COUNT; i++)
        sum += model->public_expense[year][i];
    return sum;
}

Item *model_item(Model *model, const char *code)
{
    guint at = 0;
    for (; at < model->items->len; at++) {
        Item *item = model->items->pdata[at];
        int order = strcmp(item->code, code);
        if (order == 0)
            return item;
        if (order > 0)
            break;
    }
    Item *item = g_new0(Item, 1);
    item->code = code;
    g_ptr_array_insert(model->items, (gint)at, item);
    return item;
}

/* Mostly a few per cent, as budgets move; now and then much more. */
static gint64 last_years(GRand *rand, gint64 yuan)
{
    int growth = chance(rand, 15) ? between(rand, 12, 70) * (chance(rand, 60) ? 1 : -1) /
                                        (chance(rand, 50) ? 1 : 2)
                                  : between(rand, -70, 90) / 10;
    if (chance(rand, 8))
        growth = 0;
    return growth == 0 ? yuan : yuan * 100 / (100 + growth) + between(rand, -40, 40);
}

static void give(Model *model, const char *code, Fund fund, Use use, gint64 yuan)
{
    Item *item = model_item(model, code);
    item->yuan[THIS_YEAR][fund][use] += yuan;
    item->yuan[LAST_YEAR][fund][use] += last_years(model->rand, yuan);
}

/* Round sums are common for projects, odd ones for pay. */
static gint64 project_amount(GRand *rand)
{
    if (chance(rand, 45))
        return (gint64)between(rand, 2, 90) * 10000;
    return (gint64)between(rand, 15000, 1400000);
}

static void add_staff(Model *model)
{
    GRand *rand = model->rand;
    model->posts = between(rand, 10, 120);
    model->in_post = MAX(6, model->posts - between(rand, 0, 8));
    model->in_post_change = between(rand, -3, 3);
    model->retired = between(rand, 4, 60);
    model->retired_change = between(rand, 0, 2);
}

static void add_basic(Model *model)
{
    static const struct {
        const char *code;
        int thousandths; /* of the pay of those in post */
        bool always;
    } SUPPORT[] = {{"2080501", 90, false}, {"2080505", 160, true}, {"2080506", 80, false},
                   {"2101101", 80, true},  {"2101103", 22, false}, {"2210201", 120, true}};
    GRand *rand = model->rand;
    gint64 pay = (gint64)model->in_post * between(rand, 78000, 112000);
    gint64 operating = (gint64)model->in_post * between(rand, 16000, 42000) + 60000;
    give(model, model->family->running, FUND_GENERAL, USE_PERSONNEL, pay);
    give(model, model->family->running, FUND_GENERAL, USE_OPERATING, operating);
    for (gsize i = 0; i < G_N_ELEMENTS(SUPPORT); i++) {
        gint64 yuan = pay * SUPPORT[i].thousandths / 1000 + between(rand, -3000, 3000);
        if (SUPPORT[i].always || chance(rand, 70))
            give(model, SUPPORT[i].code, FUND_GENERAL, USE_PERSONNEL, yuan);
    }
    if (chance(rand, 20))
        give(model, model->family->running, FUND_OWN, USE_OPERATING, between(rand, 2000, 200000));
}

static const char *some_project_code(Model *model)
{
    int count = 0;
    while (count < FAMILY_PROJECTS && model->family->projects[count])
        count++;
    return model->family->projects[between(model->rand, 0, count - 1)];
}

static void add_projects(Model *model, const Wishes *wishes)
{
    GRand *rand = model->rand;
    bool needed = wishes->projects || wishes->one_change || wishes->two_changes ||
                  wishes->no_base || wishes->move_balanced || wishes->move_unbalanced;
    int general = chance(rand, 25) && !needed ? 0 : between(rand, 1, 4);
    for (int i = 0; i < general; i++)
        give(model, some_project_code(model), FUND_GENERAL, USE_PROJECT, project_amount(rand));
    if (chance(rand, 35))
        give(model, some_project_code(model), FUND_GENERAL_ABOVE, USE_PROJECT,
             project_amount(rand));
    if (chance(rand, 50))
        give(model, some_project_code(model), FUND_OWN, USE_PROJECT,
             chance(rand, 40) ? between(rand, 2000, 9000) : project_amount(rand));
    if (chance(rand, 15))
        give(model, some_project_code(model), FUND_SPECIAL, USE_PROJECT, project_amount(rand));
}

static void add_other_funds(Model *model)
{
    static const char *const GOVERNMENT[] = {"2296003", "2120801", "2296002", "2120802"};
    GRand *rand = model->rand;
    if (chance(rand, 35)) {
        int first = between(rand, 0, 3), count = between(rand, 1, 2);
        for (int i = 0; i < count; i++)
            give(model, GOVERNMENT[(first + i) % 4],
                 chance(rand, 70) ? FUND_GOVERNMENT : FUND_GOVERNMENT_ABOVE, USE_PROJECT,
                 project_amount(rand));
        if (chance(rand, 30)) {
            give(model, GOVERNMENT[first], FUND_GOVERNMENT, USE_PERSONNEL,
                 between(rand, 30000, 300000));
            give(model, GOVERNMENT[first], FUND_GOVERNMENT, USE_OPERATING,
                 between(rand, 5000, 90000));
        }
    }
    if (chance(rand, 20))
        give(model, "2230105", chance(rand, 60) ? FUND_CAPITAL : FUND_CAPITAL_ABOVE, USE_PROJECT,
             project_amount(rand) / 2);
}

static void carry(Model *model, const char *what, const char *code, Fund fund, Use use, gint64 yuan,
                  bool opaque)
{
    Carried *carried = g_new0(Carried, 1);
    carried->name = opaque ? g_strdup_printf("特定目标%d%c", between(model->rand, 1000000, 9999999),
                                             'A' + between(model->rand, 0, 25))
                           : g_strdup_printf("%d年%s", model->year - 1, what);
    carried->purpose = opaque ? NULL : g_strdup_printf("%s的后续支付", what);
    carried->fund = fund;
    carried->use = use;
    carried->yuan = yuan;
    g_ptr_array_add(model->carried, carried);
    give(model, code, fund, use, yuan);
}

/*
 * Small beside the budget unless wished otherwise; each name once, so that a row has one meaning.
 */
static void add_carried(Model *model, const Wishes *wishes)
{
    static const char *const WHAT[] = {"设备购置尾款", "信息系统升级", "办公用房维修",
                                       "专项检查经费", "人才引进补助", "数据采集服务"};
    GRand *rand = model->rand;
    bool needed = wishes->carried_large || wishes->carried_some || wishes->carried_opaque;
    int count = between(rand, needed ? 1 : 0, (int)G_N_ELEMENTS(WHAT));
    gint64 total = model_sum(model, THIS_YEAR, "", FUNDS_ALL, USES_ALL);
    gint64 most = total * 4 / 100 / 6;
    for (int i = 0; i < count; i++) {
        Fund fund = chance(rand, 75) || (needed && i == 0) ? FUND_CARRIED : FUND_CARRIED_OTHER;
        Use use = chance(rand, 75) ? USE_PROJECT : (Use)between(rand, USE_PERSONNEL, USE_OPERATING);
        gint64 yuan =
            (wishes->carried_large && i == 0 ? 2 * total : most) * between(rand, 40, 100) / 100;
        bool opaque = wishes->carried_opaque && i == 0;
        const char *code = use == USE_PROJECT ? some_project_code(model) : model->family->running;
        carry(model, WHAT[i], code, fund, use, yuan, opaque);
        /*
         * A negative line, in the item of the larger one before it, so that no sum turns negative.
         */
        if (fund == FUND_CARRIED_OTHER && use == USE_PROJECT && chance(rand, 25)) {
            carry(model, "往来款冲减", code, fund, use, -yuan / 4, false);
            break;
        }
    }
}

static void add_three_public(Model *model, const Wishes *wishes)
{
    GRand *rand = model->rand;
    gint64 *now = model->public_expense[THIS_YEAR], *base = model->public_expense[LAST_YEAR];
    now[PUBLIC_RUNNING] = chance(rand, 80) ? between(rand, 10, 60) * 1000 : 0;
    now[PUBLIC_RECEPTION] = between(rand, 5, 120) * 100;
    for (int i = 0; i < PUBLIC_COUNT; i++)
        base[i] = chance(rand, 40) ? now[i] : now[i] * between(rand, 101, 130) / 100;
    if (wishes->public_up)
        base[PUBLIC_RECEPTION] = now[PUBLIC_RECEPTION] * 100 / between(rand, 112, 160);
    if (wishes->reception_extra)
        model->reception_printed_extra = between(rand, 5, 40) * 100;
}

static void add_style(Model *model)
{
    GRand *rand = model->rand;
    model->style = (Style){
        .separators_in_tables = chance(rand, 60),
        .separators_in_text = chance(rand, 40),
        .integer_amounts = chance(rand, 30),
        .spaced_digits = chance(rand, 60),
        .names_before = chance(rand, 50),
        .repeated_header = chance(rand, 60),
        .page_numbers = chance(rand, 60),
        .printed_zeros = chance(rand, 30),
        .projects_in_rows = chance(rand, 30),
        .rows_per_page = between(rand, 14, 40),
        .wording = between(rand, 0, 99),
    };
}

static void add_name(Model *model, int serial)
{
    static const char *const STEMS[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
    GString *name = g_string_new("某");
    g_autofree char *digits = g_strdup_printf("%d", serial);
    for (const char *digit = digits; *digit; digit++)
        g_string_append(name, STEMS[*digit - '0']);
    g_string_append_printf(name, "县示例%s", model->family->bureau);
    model->department = g_string_free(name, FALSE);
}

Model *model_new(GRand *rand, int serial, const Wishes *wishes)
{
    Model *model = g_new0(Model, 1);
    model->rand = rand;
    model->items = g_ptr_array_new_with_free_func(g_free);
    model->economic = g_ptr_array_new_with_free_func(g_free);
    model->projects = g_ptr_array_new_with_free_func(project_free);
    model->carried = g_ptr_array_new_with_free_func(carried_free);
    model->family = &catalogue_families[between(rand, 0, (int)catalogue_family_count - 1)];
    model->year = between(rand, 2020, 2025);
    add_style(model);
    add_name(model, serial);
    add_staff(model);
    add_basic(model);
    add_projects(model, wishes);
    add_other_funds(model);
    add_carried(model, wishes);
    add_three_public(model, wishes);
    model_adjust(model, wishes);
    model_derive(model);
    return model;
}
