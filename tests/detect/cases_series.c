/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only several years or several departments show: change.unusual, trend.break, share.shift, perhead.outlier, execution.*, carryover rolls. */
#include <string.h>

#include "tests/detect/case.h"
#include "tests/detect/speech.h"

#define UNUSUAL "change.unusual trend.break share.shift"

/* The first project grows by so many thousandths, after years of a few per cent. */
static void shape_growth(History *history, int per_mille)
{
    Item *item = history_project_item(history, 0);
    if (!item)
        return;
    history->subject = item->code;
    gint64 base = item_general(item, LAST_YEAR);
    item_set_general(item, base + base * per_mille / 1000);
}

static bool plant_unusual(History *history, Answers *answers, int per_mille)
{
    if (!history->subject)
        return false;
    if (ABS(per_mille) < 90)
        must_not(answers, history, "change.unusual trend.break", history->subject);
    else
        must(answers, history, "change.unusual", history->subject, "warning");
    may(answers, history, UNUSUAL, "*");
    return true;
}

static bool plant_break(History *history, Answers *answers, int per_mille)
{
    (void)per_mille;
    if (!history->subject)
        return false;
    must(answers, history, "trend.break", history->subject, "notice");
    may(answers, history, UNUSUAL, "*");
    return true;
}

/* So many thousandths of all spending go to another class than before: to the retired. */
static void shape_shift(History *history, int per_mille)
{
    Model *model = history_model(history);
    Item *item = model_item(model, "2080501");
    history->subject = item->code;
    item->yuan[THIS_YEAR][FUND_GENERAL][USE_PERSONNEL] += model_total(model) / (1000 - per_mille) * per_mille;
}

static bool plant_shift(History *history, Answers *answers, int per_mille)
{
    (void)per_mille;
    if (!history->subject)
        return false;
    must(answers, history, "share.shift", "*", "notice");
    may(answers, history, UNUSUAL " perhead.outlier year.appeared", "*");
    return true;
}

/* Every sixth department costs so many times as much a head as the others: it has fewer people on the same pay. */
static void shape_head(History *history, int times)
{
    for (int year = 0; year <= history->at; year++) {
        Model *model = history->years[year];
        model->in_post = MAX(2, history->years[history->at]->in_post / times);
        model->in_post_change = 0;
    }
}

static bool plant_head(History *history, Answers *answers, int times)
{
    (void)times;
    answers_add(answers, history, -1, "perhead.outlier", "*", "notice", "must");
    return true;
}

static bool plant_peer(History *history, Answers *answers, int times)
{
    (void)times;
    answers_add(answers, history, -1, "perhead.outlier", "*", "", "not");
    return true;
}

/* So many thousandths of the approved budget are spent in the year; with TWICE, in the year before as well. */
#define TWICE 10000
static void shape_execution(History *history, int per_mille)
{
    history->execution = per_mille % TWICE;
    history->execution_twice = per_mille >= TWICE;
}

static bool plant_execution(History *history, Answers *answers, int per_mille)
{
    const char *rule = per_mille % TWICE > 1000 ? "execution.over" : "execution.low";
    if (history->at >= history->count - 1)
        return false;
    if (per_mille > 940 && per_mille < 1060)
        must_not(answers, history, rule, "*");
    else
        must(answers, history, rule, "*", "warning");
    may(answers, history, "execution.low execution.over", "*");
    if (history->execution_twice)
        answers_add(answers, history, history->at - 1, rule, "*", "", "may");
    return true;
}

/* The accounts close with another amount than the next ones open with, by so many steps. */
static void shape_roll(History *history, int steps)
{
    history->closing_extra = (gint64)steps * 100;
}

static bool plant_roll(History *history, Answers *answers, int steps)
{
    if (history->at >= history->count - 1)
        return false;
    if (steps == 1)
        must_not(answers, history, "year.carryover-roll", "*");
    else
        must(answers, history, "year.carryover-roll", "*", "error");
    return true;
}

/* The accounts alone do not balance. */
static void shape_unbalanced(History *history, int steps)
{
    history->foot_extra = (gint64)steps * 100;
}

static bool plant_unbalanced(History *history, Answers *answers, int steps)
{
    (void)steps;
    if (history->at >= history->count - 1)
        return false;
    must(answers, history, "balance", "*", "error");
    may(answers, history, "sum.total sum.children cross.table", "*");
    return true;
}

#define LONG {.years = 6, .last = true, .calm = true, .projects = true}
#define ROLLING {.years = 5, .calm = true, .middle = true, .accounts = true, .carried = true}
#define ACCOUNTS {.years = 5, .calm = true, .middle = true, .accounts = true}
const Case cases_series[] = {
    {"change.unusual", "7%", 70, LONG, shape_growth, plant_unusual},
    {"change.unusual", "40%", 400, LONG, shape_growth, plant_unusual},
    {"change.unusual", "120%", 1200, LONG, shape_growth, plant_unusual},
    {"change.unusual", "-45%", -450, LONG, shape_growth, plant_unusual},
    {"trend.break", "40%", 400, LONG, shape_growth, plant_break},
    {"trend.break", "120%", 1200, LONG, shape_growth, plant_break},
    {"share.shift", "15%", 150, LONG, shape_shift, plant_shift},
    {"share.shift", "35%", 350, LONG, shape_shift, plant_shift},
    {"perhead.outlier", "4x", 4, {.calm = true}, shape_head, plant_head},
    {"perhead.outlier", "peers", 1, {.calm = true}, NULL, plant_peer},
    {"execution.low", "96%", 960, ACCOUNTS, shape_execution, plant_execution},
    {"execution.low", "80%-twice", TWICE + 800, ACCOUNTS, shape_execution, plant_execution},
    {"execution.low", "50%", 500, ACCOUNTS, shape_execution, plant_execution},
    {"execution.over", "104%", 1040, ACCOUNTS, shape_execution, plant_execution},
    {"execution.over", "120%-twice", TWICE + 1200, ACCOUNTS, shape_execution, plant_execution},
    {"execution.over", "160%", 1600, ACCOUNTS, shape_execution, plant_execution},
    {"year.carryover-roll", "in", 1, ROLLING, shape_roll, plant_roll},
    {"year.carryover-roll", "edge", 2, ROLLING, shape_roll, plant_roll},
    {"year.carryover-roll", "5", 500, ROLLING, shape_roll, plant_roll},
    {"balance", "accounts-edge", 2, ACCOUNTS, shape_unbalanced, plant_unbalanced},
    {"balance", "accounts-5", 500, ACCOUNTS, shape_unbalanced, plant_unbalanced},
    {.rule = NULL},
};
