/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/detect/history.h"

#include <string.h>

#include "tests/detect/speech.h"

#define STEP 100 /* yuan in 0.01 万元 */

gint64 whole_step(gint64 yuan)
{
    return (yuan < 0 ? yuan - STEP / 2 : yuan + STEP / 2) / STEP * STEP;
}

Item *model_find(const Model *model, const char *code)
{
    for (guint i = 0; i < model->items->len; i++) {
        Item *item = model->items->pdata[i];
        if (strcmp(item->code, code) == 0)
            return item;
    }
    return NULL;
}

gint64 item_general(const Item *item, Year year)
{
    gint64 sum = 0;
    for (Use use = 0; use < USE_COUNT; use++)
        sum += item->yuan[year][FUND_GENERAL][use] + item->yuan[year][FUND_GENERAL_ABOVE][use];
    return sum;
}

gint64 model_total(const Model *model)
{
    return model_sum(model, THIS_YEAR, "", FUNDS_ALL, USES_ALL);
}

void item_set_general(Item *item, gint64 yuan)
{
    gint64 rest = item_general(item, THIS_YEAR) - item->yuan[THIS_YEAR][FUND_GENERAL][USE_PROJECT];
    if (rest > yuan) {
        item->yuan[THIS_YEAR][FUND_GENERAL_ABOVE][USE_PROJECT] = 0;
        rest = item_general(item, THIS_YEAR) - item->yuan[THIS_YEAR][FUND_GENERAL][USE_PROJECT];
    }
    item->yuan[THIS_YEAR][FUND_GENERAL][USE_PROJECT] = MAX(yuan - rest, 0);
}

Model *history_model(History *history)
{
    return history->years[history->at];
}

Filing *history_filing(History *history)
{
    return history->filings[history->at];
}

static gint by_project_money(gconstpointer a, gconstpointer b)
{
    const Item *const *left = a, *const *right = b;
    gint64 x = item_general(*left, LAST_YEAR), y = item_general(*right, LAST_YEAR);
    return x > y ? -1 : x < y;
}

Item *history_project_item(History *history, guint rank)
{
    const Model *model = history_model(history);
    g_autoptr(GPtrArray) found = g_ptr_array_new();
    for (guint i = 0; i < model->items->len; i++) {
        Item *item = model->items->pdata[i];
        bool only_project = item->yuan[LAST_YEAR][FUND_GENERAL][USE_PERSONNEL] == 0;
        if (only_project && item->yuan[LAST_YEAR][FUND_GENERAL][USE_PROJECT] > 0 &&
            item->yuan[THIS_YEAR][FUND_GENERAL][USE_PROJECT] > 0)
            g_ptr_array_add(found, item);
    }
    g_ptr_array_sort(found, by_project_money);
    return rank < found->len ? found->pdata[rank] : NULL;
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

/* Per mille of growth for one kind of money in a year without special reasons. */
static int usual_growth(GRand *rand, Use use)
{
    static const int LOW[] = {10, -30, -60}, HIGH[] = {42, 45, 75};
    return between(rand, LOW[use], HIGH[use]);
}

static gint64 grown(gint64 yuan, int per_mille, bool exact)
{
    gint64 now = yuan + yuan * per_mille / 1000;
    return exact ? whole_step(now) : now;
}

static void next_item(const History *history, Model *model, const Item *before, const int growth[USE_COUNT])
{
    Item *item = model_item(model, before->code);
    for (Fund fund = 0; fund < FUND_COUNT; fund++)
        for (Use use = 0; use < USE_COUNT; use++) {
            gint64 base = before->yuan[THIS_YEAR][fund][use];
            int of_its_own = use == USE_PROJECT ? usual_growth(history->rand, use) : growth[use] + between(history->rand, -5, 5);
            item->yuan[LAST_YEAR][fund][use] = base;
            bool carried = (ONLY(fund) & FUNDS_CARRIED) != 0;
            item->yuan[THIS_YEAR][fund][use] = carried ? 0 : grown(base, of_its_own, history->needs.exact);
        }
}

/* Nothing is left of it, this year or last. */
static void forget_empty_items(Model *model)
{
    for (guint i = model->items->len; i-- > 0;) {
        const Item *item = model->items->pdata[i];
        gint64 any = 0;
        for (Fund fund = 0; fund < FUND_COUNT; fund++)
            for (Use use = 0; use < USE_COUNT; use++)
                any |= item->yuan[THIS_YEAR][fund][use] | item->yuan[LAST_YEAR][fund][use];
        if (any == 0)
            g_ptr_array_remove_index(model->items, i);
    }
}

static void next_staff(Model *model, GRand *rand)
{
    /* A small office does not halve or double in a year. */
    int most = MIN(model->in_post / 10, 2);
    model->in_post_change = MIN(between(rand, -most, most), model->posts - model->in_post);
    model->in_post += model->in_post_change;
    model->retired_change = MAX(between(rand, -1, 2), -model->retired);
    model->retired += model->retired_change;
}

static void next_public(Model *model, GRand *rand, const Model *before)
{
    for (int i = 0; i < PUBLIC_COUNT; i++) {
        gint64 base = before->public_expense[THIS_YEAR][i];
        model->public_expense[LAST_YEAR][i] = base;
        model->public_expense[THIS_YEAR][i] = chance(rand, 35) ? base : base * between(rand, 82, 99) / 10000 * 100;
    }
}

static const char *const CARRIED[] = {"设备采购尾款",   "业务系统升级",   "办公楼屋面修缮", "专项检查",     "人才引进补助", "基础数据采集",
                                      "档案整理服务外包", "监测点位建设", "宣传片制作",     "机房改造质保金", "法律顾问服务", "课题研究经费"};

void history_carry(Model *model, int year_of_money, const char *what, Fund fund, Use use, const char *code, gint64 yuan);

void history_carry(Model *model, int year_of_money, const char *what, Fund fund, Use use, const char *code, gint64 yuan)
{
    Carried *carried = g_new0(Carried, 1);
    carried->name = g_strdup_printf("%d年%s", year_of_money, what);
    carried->purpose = g_strdup_printf("%s的后续支付", what);
    carried->fund = fund;
    carried->use = use;
    carried->yuan = yuan;
    g_ptr_array_add(model->carried, carried);
    model_item(model, code)->yuan[THIS_YEAR][fund][use] += yuan;
}

/* A project's subject that has money of the year too, so that nothing starts or stops with what is carried over. */
static const char *lasting_code(const Model *model, int which)
{
    const char *code = model->family->projects[which];
    const Item *item = code ? model_find(model, code) : NULL;
    bool lasts = item && item->yuan[THIS_YEAR][FUND_GENERAL][USE_PROJECT] > 0 &&
                 (item->yuan[LAST_YEAR][FUND_GENERAL][USE_PROJECT] > 0);
    return lasts ? code : model->family->running;
}

/* Never the same line two years running, and little beside the budget. */
static void next_carried(const History *history, Model *model, int index)
{
    GRand *rand = history->rand;
    int lines = between(rand, history->needs.carried ? 2 : 0, 3), first = between(rand, 0, 1);
    gint64 most = model_total(model) * 3 / 100 / 3;
    for (int i = 0; i < lines; i++) {
        /* With final accounts it is money for running costs: beside a small project it would look like overspending. */
        bool basic = chance(rand, 15) || history->needs.accounts;
        gint64 yuan = most * between(rand, 30, 100) / 100;
        history_carry(model, model->year - 1, CARRIED[(index * 4 + first + i) % 12], chance(rand, 75) ? FUND_CARRIED : FUND_CARRIED_OTHER,
                      basic ? USE_OPERATING : USE_PROJECT, basic ? model->family->running : lasting_code(model, i % 2),
                      history->needs.exact ? whole_step(yuan) : yuan);
    }
}

static void forget_carried(Model *model)
{
    g_ptr_array_set_size(model->carried, 0);
    for (guint i = 0; i < model->items->len; i++) {
        Item *item = model->items->pdata[i];
        for (Use use = 0; use < USE_COUNT; use++)
            item->yuan[THIS_YEAR][FUND_CARRIED][use] = item->yuan[THIS_YEAR][FUND_CARRIED_OTHER][use] = 0;
    }
}

/* One project in eight years or so grows or shrinks by far more than the others. */
static void next_jump(History *history, Model *model, int index)
{
    if (history->needs.calm || !chance(history->rand, 14))
        return;
    int at = between(history->rand, 0, FAMILY_PROJECTS - 1);
    const char *code = model->family->projects[at] ? model->family->projects[at] : model->family->projects[0];
    Item *item = model_find(model, code);
    if (!item || item->yuan[LAST_YEAR][FUND_GENERAL][USE_PROJECT] == 0)
        return;
    int by = chance(history->rand, 60) ? between(history->rand, 200, 800) : -between(history->rand, 200, 500);
    item->yuan[THIS_YEAR][FUND_GENERAL][USE_PROJECT] =
        grown(item->yuan[LAST_YEAR][FUND_GENERAL][USE_PROJECT], by, history->needs.exact);
    history->jump[index] = true;
}

static Model *model_after(History *history, int index)
{
    const Model *before = history->years[index - 1];
    GRand *rand = history->rand;
    Model *model = g_memdup2(before, sizeof *before);
    model->department = g_strdup(before->department);
    model->items = g_ptr_array_new_with_free_func(g_free);
    model->economic = g_ptr_array_new_with_free_func(g_free);
    model->projects = g_ptr_array_new_with_free_func(project_free);
    model->carried = g_ptr_array_new_with_free_func(carried_free);
    model->year++;
    int growth[USE_COUNT];
    for (Use use = 0; use < USE_COUNT; use++)
        growth[use] = usual_growth(rand, use);
    for (guint i = 0; i < before->items->len; i++)
        next_item(history, model, before->items->pdata[i], growth);
    forget_empty_items(model);
    next_staff(model, rand);
    next_public(model, rand, before);
    next_jump(history, model, index);
    next_carried(history, model, index);
    return model;
}

/* The lines of table 6 keep their proportions; the first of each pot takes the rest. */
static void pot_after(Model *model, const Model *before, const char *prefix, gint64 pot, GRand *rand, bool exact)
{
    gint64 old = 0, left = pot;
    for (guint i = 0; i < before->economic->len; i++) {
        const EconomicLine *line = before->economic->pdata[i];
        bool own = g_str_has_prefix(line->subject->code, prefix) && !line->subject->mirrors &&
                   !g_str_equal(line->subject->code, "30217") && !g_str_equal(line->subject->code, "30231");
        old += own ? line->yuan : 0;
    }
    EconomicLine *rest = NULL;
    for (guint i = 0; i < before->economic->len && old > 0; i++) {
        const EconomicLine *line = before->economic->pdata[i];
        if (!g_str_has_prefix(line->subject->code, prefix) || line->subject->mirrors ||
            g_str_equal(line->subject->code, "30217") || g_str_equal(line->subject->code, "30231"))
            continue;
        EconomicLine *now = g_memdup2(line, sizeof *line);
        g_ptr_array_add(model->economic, now);
        now->yuan = line->yuan * (pot / 100) / (old / 100) + between(rand, -49, 49);
        if (exact)
            now->yuan = whole_step(now->yuan);
        left -= now->yuan;
        rest = rest ? rest : now;
    }
    if (rest)
        rest->yuan += left;
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

static gint by_code(gconstpointer a, gconstpointer b)
{
    const EconomicLine *const *left = a, *const *right = b;
    return strcmp((*left)->subject->code, (*right)->subject->code);
}

static void economic_after(Model *model, const Model *before, GRand *rand, bool exact)
{
    gint64 running = model->public_expense[THIS_YEAR][PUBLIC_RUNNING], reception = model->public_expense[THIS_YEAR][PUBLIC_RECEPTION];
    for (gsize i = 0; i < catalogue_economic_count; i++) {
        const Economic *subject = &catalogue_economics[i];
        if (subject->mirrors)
            add_line(model, subject, model_sum(model, THIS_YEAR, subject->mirrors, ONLY(FUND_GENERAL), ONLY(USE_PERSONNEL)));
        else if (g_str_equal(subject->code, "30217"))
            add_line(model, subject, reception);
        else if (g_str_equal(subject->code, "30231"))
            add_line(model, subject, running);
    }
    const char *payer = model->family->running;
    pot_after(model, before, "301", model_sum(model, THIS_YEAR, payer, ONLY(FUND_GENERAL), ONLY(USE_PERSONNEL)), rand, exact);
    pot_after(model, before, "302",
              model_sum(model, THIS_YEAR, payer, ONLY(FUND_GENERAL), ONLY(USE_OPERATING)) - running - reception, rand, exact);
    g_ptr_array_sort(model->economic, by_code);
}

static gint64 project_money(const Item *item, Year year)
{
    return item->yuan[year][FUND_GENERAL][USE_PROJECT] + item->yuan[year][FUND_GENERAL_ABOVE][USE_PROJECT];
}

static void add_new_project(Model *model, const Item *item, gint64 yuan)
{
    int kinds = 0;
    while (kinds < FAMILY_PROJECTS && model->family->tasks[kinds])
        kinds++;
    Project *project = g_new0(Project, 1);
    project->code = item->code;
    project->name = g_strdup_printf("%s（%s）", model->family->tasks[model->projects->len % (guint)kinds], catalogue_name(item->code));
    project->uses[USES_SERVICES] = yuan;
    g_ptr_array_add(model->projects, project);
}

/* An item's projects of last year, in its money of this year; a new item has one. */
static void projects_after(Model *model, const Model *before, bool exact)
{
    for (guint i = 0; i < model->items->len; i++) {
        const Item *item = model->items->pdata[i];
        gint64 now = project_money(item, THIS_YEAR), base = project_money(item, LAST_YEAR), left = now;
        Project *last = NULL;
        for (guint at = 0; at < before->projects->len && now != 0 && base != 0; at++) {
            const Project *old = before->projects->pdata[at];
            if (strcmp(old->code, item->code) != 0)
                continue;
            last = g_memdup2(old, sizeof *old);
            last->name = g_strdup(old->name);
            g_ptr_array_add(model->projects, last);
            for (gsize use = 0; use < PROJECT_USES; use++) {
                last->uses[use] = (gint64)((double)old->uses[use] * (double)now / (double)base);
                if (exact)
                    last->uses[use] = whole_step(last->uses[use]);
                left -= last->uses[use];
            }
        }
        gsize largest = 0;
        for (gsize use = 0; last && use < PROJECT_USES; use++)
            largest = last->uses[use] > last->uses[largest] ? use : largest;
        if (last)
            last->uses[largest] += left;
        else if (now != 0)
            add_new_project(model, item, now);
    }
}

/* Every amount a whole step, so that sums are exact to the last digit. */
static void round_first(Model *model)
{
    for (guint i = 0; i < model->items->len; i++) {
        Item *item = model->items->pdata[i];
        for (Year year = 0; year < YEAR_COUNT; year++)
            for (Fund fund = 0; fund < FUND_COUNT; fund++)
                for (Use use = 0; use < USE_COUNT; use++)
                    item->yuan[year][fund][use] = whole_step(item->yuan[year][fund][use]);
    }
    for (Year year = 0; year < YEAR_COUNT; year++)
        for (int i = 0; i < PUBLIC_COUNT; i++)
            model->public_expense[year][i] = whole_step(model->public_expense[year][i]);
}

/* Lines and uses in whole steps; what is left over goes to the first line of a pot, to the first use of a project. */
static void round_derived(Model *model)
{
    for (int pot = 0; pot < 2; pot++) {
        EconomicLine *first = NULL;
        gint64 left = 0;
        for (guint i = 0; i < model->economic->len; i++) {
            EconomicLine *line = model->economic->pdata[i];
            if (line->subject->mirrors || line->subject->code[2] != (pot == 0 ? '1' : '2'))
                continue;
            first = first ? first : line;
            left += line->yuan - whole_step(line->yuan);
            line->yuan = whole_step(line->yuan);
        }
        if (first)
            first->yuan = whole_step(first->yuan + left);
    }
    for (guint i = 0; i < model->projects->len; i++) {
        Project *project = model->projects->pdata[i];
        gint64 all = 0, *largest = project->uses;
        for (gsize use = 0; use < PROJECT_USES; use++) {
            all += project->uses[use];
            project->uses[use] = whole_step(project->uses[use]);
            all -= project->uses[use];
            largest = project->uses[use] > *largest ? &project->uses[use] : largest;
        }
        *largest += all;
    }
}

/* The first year: what the other generator draws, without lines that are carried over oddly. */
static Model *first_model(History *history, int serial)
{
    const Wishes wishes = {.projects = history->needs.projects};
    Model *model = model_new(history->rand, serial, &wishes);
    for (guint i = 0; history->needs.projects && i < 3 && model->family->projects[i]; i++) {
        Item *item = model_item(model, model->family->projects[i]);
        gint64 money = model_total(model) / 14 + between(history->rand, 100, 99999);
        if (project_money(item, THIS_YEAR) < money || project_money(item, LAST_YEAR) < money / 2) {
            item->yuan[THIS_YEAR][FUND_GENERAL][USE_PROJECT] = money;
            item->yuan[LAST_YEAR][FUND_GENERAL][USE_PROJECT] = money - money / 50;
        }
    }
    if (history->needs.exact)
        round_first(model);
    g_ptr_array_set_size(model->economic, 0);
    g_ptr_array_set_size(model->projects, 0);
    forget_carried(model);
    return model;
}

static void draw_style(History *history, Model *model)
{
    model->year = 2025 - history->count + between(history->rand, 0, 1);
    if (history->needs.decimals)
        model->style.integer_amounts = false;
    history->layout = history->needs.columns || chance(history->rand, 60) ? LAYOUT_COLUMNS : LAYOUT_RAW;
}

static int draw_at(const History *history)
{
    if (history->needs.last)
        return history->count - 1;
    return between(history->rand, 1, history->needs.middle ? history->count - 2 : history->count - 1);
}

static void draw_targets(History *history)
{
    int first[] = {between(history->rand, 8, 60), between(history->rand, 90, 97), between(history->rand, 100, 4000)};
    for (int year = 0; year < history->count; year++)
        for (int i = 0; i < 3; i++) {
            first[i] += i == 1 ? 0 : first[i] * between(history->rand, 0, 6) / 100;
            history->targets[year][i] = first[i];
        }
}

History *history_new(guint32 seed, const char *case_name, int serial, const Needs *needs, Shape shape, int size)
{
    const guint32 key[] = {seed, g_str_hash(case_name), (guint32)serial};
    History *history = g_new0(History, 1);
    history->rand = g_rand_new_with_seed_array(key, G_N_ELEMENTS(key));
    history->needs = *needs;
    history->count = needs->years ? needs->years : between(history->rand, 3, YEARS_MOST);
    history->at = draw_at(history);
    history->years[0] = first_model(history, serial);
    draw_style(history, history->years[0]);
    draw_targets(history);
    next_carried(history, history->years[0], 0);
    model_derive(history->years[0]);
    if (needs->exact)
        round_derived(history->years[0]);
    for (int year = 1; year < history->count; year++) {
        Model *model = history->years[year] = model_after(history, year);
        if (year == history->at && shape)
            shape(history, size);
        economic_after(model, history->years[year - 1], history->rand, needs->exact);
        projects_after(model, history->years[year - 1], needs->exact);
    }
    history->closing = model_total(history->years[history->count - 1]) * between(history->rand, 5, 20) / 1000;
    return history;
}

void history_free(History *history)
{
    if (!history)
        return;
    for (int year = 0; year < history->count; year++) {
        if (history->filings[year])
            filing_free(history->filings[year]);
        else
            model_free(history->years[year]);
    }
    g_free(history->renamed);
    g_rand_free(history->rand);
    g_free(history);
}

void history_draw_up(History *history)
{
    static const NarrativeTwists NO_TWISTS = {0};
    for (int year = 0; year < history->count; year++) {
        Filing *filing = history->filings[year] = g_new0(Filing, 1);
        filing->rand = g_rand_copy(history->rand);
        filing->model = history->years[year];
        filing->tables = tables_from_model(filing->model);
        filing->narrative = narrative_from_model(filing->model, year == history->at ? &history->twists : &NO_TWISTS);
        filing->truth = truth_new();
        speech_reasons(history, year);
    }
}

void history_finish(History *history)
{
    for (int year = 0; year < history->count; year++)
        speech_finish(history, year);
}
