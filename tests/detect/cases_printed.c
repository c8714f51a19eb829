/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Faults of one filing: sums, balance, cross.table, table.*, text.*. Amounts of a case count in printed steps (0.01 万元): IN is as much as
 * rounding explains, EDGE one step more than that.
 */
#include <string.h>

#include "tests/detect/case.h"
#include "tests/detect/speech.h"
#include "tests/generate/figures.h"

enum { IN = -1, EDGE = -2 };
#define STEP 100
/* What one wrong figure may break besides. */
#define SUMS "sum.columns sum.children sum.total balance cross.table text.amount text.sum text.share text.growth"

static Sheet *table(History *history, guint number)
{
    return history_filing(history)->tables->pdata[number - 1];
}

static gint64 printed(const SheetRow *row, gsize column)
{
    return row->cells[column].key ? figure_from_yuan(row->cells[column].yuan) : 0;
}

/* Steps by which to be off: a sum of `figures` printed ones may be half of that many apart. */
static gint64 steps_of(int amount, int figures)
{
    return amount == IN ? figures / 2 : amount == EDGE ? figures / 2 + 1 : amount;
}

/* Innocent: nothing of the kind may be raised. Else the rule must be, and the others may. */
static void judge(History *history, Answers *answers, int amount, const char *rule, const char *subject)
{
    /* The year after looks back at what was printed wrong. */
    if (history->at + 1 < history->count)
        answers_add(answers, history, history->at + 1, "year.base-drift", "*", "", "may");
    if (amount == IN) {
        must_not(answers, history, SUMS, "*");
        return;
    }
    must(answers, history, rule, subject, "error");
    may(answers, history, SUMS " year.base-drift", "*");
}

static bool plant_columns(History *history, Answers *answers, int amount)
{
    const char *code = history_model(history)->family->running;
    SheetRow *row = sheet_find_row(table(history, 3), code);
    if (!row || !row->cells[5].key || !row->cells[4].key)
        return false;
    gint64 off = printed(row, 4) - printed(row, 5) - printed(row, 6), wanted = steps_of(amount, 3);
    row->cells[5].yuan += (off + wanted) * STEP;
    judge(history, answers, amount, "sum.columns", code);
    return true;
}

static bool plant_children(History *history, Answers *answers, int amount)
{
    Sheet *sheet = table(history, 6);
    SheetRow *row = sheet_find_row(sheet, "30201"), *parent = sheet_find_row(sheet, "302");
    int figures = 1;
    gint64 off = 0;
    if (!row || !parent)
        return false;
    off = printed(parent, 3);
    for (guint i = 0; i < sheet->rows->len; i++) {
        const SheetRow *child = sheet->rows->pdata[i];
        const char *key = child->cells[3].key;
        if (key && strlen(key) == 5 && g_str_has_prefix(key, "302")) {
            off -= printed(child, 3);
            figures++;
        }
    }
    gint64 extra = (off + steps_of(amount, figures)) * STEP;
    row->cells[3].yuan += extra;
    row->cells[5].yuan += extra;
    judge(history, answers, amount, "sum.children", "302");
    return true;
}

static bool plant_total(History *history, Answers *answers, int amount)
{
    Sheet *sheet = table(history, 11);
    if (sheet->rows->len < 3)
        return false;
    SheetRow *last = sheet->rows->pdata[sheet->rows->len - 1], *total = sheet->rows->pdata[0];
    gint64 off = printed(total, 1);
    for (guint i = 1; i < sheet->rows->len; i++)
        off -= printed(sheet->rows->pdata[i], 1);
    gint64 extra = (off + (amount == IN ? 1 : steps_of(amount, (int)sheet->rows->len))) * STEP;
    for (gsize i = 0; i < sheet->column_count; i++)
        if (last->cells[i].key)
            last->cells[i].yuan += extra;
    judge(history, answers, amount, "sum.total", "*");
    return true;
}

static bool plant_balance(History *history, Answers *answers, int amount)
{
    SheetRow *row = sheet_find_row(table(history, 1), "支出总计");
    row->cells[3].yuan += (amount == IN ? 1 : amount == EDGE ? 2 : amount) * STEP;
    judge(history, answers, amount, "balance", "*");
    return true;
}

/* All levels above an item of table 3, so that the table adds up by itself. */
static bool plant_cross(History *history, Answers *answers, int amount)
{
    const char *code = history_model(history)->family->running;
    gint64 extra = (amount == IN ? 1 : amount == EDGE ? 2 : amount) * STEP;
    for (gsize length = 1; length <= 7; length += 2) {
        g_autofree char *key = length == 1 ? g_strdup("总计") : g_strndup(code, length);
        SheetRow *row = sheet_find_row(table(history, 3), key);
        if (!row || !row->cells[4].key || !row->cells[5].key)
            return false;
        row->cells[4].yuan += extra;
        row->cells[5].yuan += extra;
    }
    judge(history, answers, amount, "cross.table", "*");
    return true;
}

static bool plant_missing(History *history, Answers *answers, int amount)
{
    Sheet *sheet = table(history, (guint)amount);
    sheet->absent = true;
    must(answers, history, "table.missing", sheet->title, "warning");
    return true;
}

/* amount 1: figures declared empty; 0: empty without saying so. */
static bool plant_note(History *history, Answers *answers, int amount)
{
    for (guint number = 7; number <= 9; number++) {
        Sheet *sheet = table(history, number);
        if ((sheet->rows->len > 0) != (amount == 1))
            continue;
        g_free(sheet->note);
        sheet->note = amount ? g_strdup_printf("本年无相关支出，%s为空表。", sheet->title) : NULL;
        must(answers, history, "table.empty-note", sheet->title, "warning");
        return true;
    }
    return false;
}

typedef bool (*Accept)(History *history, Claim *claim, int amount);

/* The first claim, from a random one on, that is accepted and changed. */
static Claim *some_claim(History *history, Accept accept, int amount)
{
    const GPtrArray *paragraphs = history_filing(history)->narrative->paragraphs;
    guint start = (guint)between(history->rand, 0, (int)paragraphs->len - 1);
    for (guint i = 0; i < paragraphs->len; i++) {
        Claim *claim = ((Paragraph *)paragraphs->pdata[(start + i) % paragraphs->len])->claim;
        if (claim && accept(history, claim, amount))
            return claim;
    }
    return NULL;
}

/* The subject in words and the program's other names for it. */
static char *names_of(const Claim *claim)
{
    static const char *const SAME[][2] = {{"公务用车运行费", "公务用车运行维护费"}, {"三公经费", "“三公”经费"}};
    for (gsize i = 0; i < G_N_ELEMENTS(SAME); i++)
        if (g_str_equal(claim->subject, SAME[i][0]))
            return g_strdup_printf("%s|%s", SAME[i][0], SAME[i][1]);
    return g_strdup(claim->subject);
}

static bool plant_claim(History *history, Answers *answers, int amount, Accept accept, const char *rule, const char *severity)
{
    Claim *claim = some_claim(history, accept, amount);
    if (!claim)
        return false;
    g_autofree char *names = names_of(claim);
    must(answers, history, rule, names, severity);
    return true;
}

static bool accept_amount(History *history, Claim *claim, int amount)
{
    (void)history;
    if (!g_str_equal(claim->section, "五（二）") || claim->now <= 0)
        return false;
    gint64 steps = amount == IN ? 1 : amount == EDGE ? 2 : amount;
    claim->now = figure_from_yuan(claim->now) * STEP;
    if (amount == 10) /* a decimal point slips */
        claim->now *= 10;
    else
        claim->now += steps * STEP;
    return true;
}

static bool plant_amount(History *history, Answers *answers, int amount)
{
    Claim *claim = some_claim(history, accept_amount, amount);
    if (!claim)
        return false;
    if (amount == IN)
        must_not(answers, history, "text.amount text.sum text.share", "*");
    else
        must(answers, history, "text.amount", claim->subject, "error");
    may(answers, history, "text.sum text.share", "*");
    return true;
}

/*
 * A rate of growth that goes with a printed amount and change (both in steps): the base is their difference, so it is not free of them.
 * All doubled, as a printed figure stands for half a step on either side.
 */
static bool growth_is_possible(gint64 now, gint64 change, gint64 rate)
{
    gint64 size = ABS(change), sign = change < 0 ? -1 : 1;
    gint64 low = 2 * size - 1, low_base = 2 * now + 1 - sign * low;
    gint64 high = 2 * size + 1, high_base = 2 * now - 1 - sign * high;
    return (2 * rate + 1) * low_base >= 2 * 10000 * low && (2 * rate - 1) * high_base <= 2 * 10000 * high;
}

static bool share_is_possible(gint64 part, gint64 whole, gint64 rate)
{
    return rate_is_possible(part, whole, 1, rate);
}

/* The rate nearest to the true one, in a direction, that the printed figures cannot have; `beyond` hundredths further on. */
static gint64 impossible_rate(gint64 a, gint64 b, bool (*possible)(gint64 a, gint64 b, gint64 rate), gint64 rate, bool up, gint64 beyond)
{
    while (rate >= 0 && possible(a, b, rate))
        rate += up ? 1 : -1;
    return beyond < 0 ? rate - (up ? 1 : -1) : rate + (up ? beyond : -beyond);
}

/* amount: hundredths beyond what is possible; IN: the last possible one; 0: the first impossible one, a notice. */
static bool accept_share(History *history, Claim *claim, int amount)
{
    gint64 part = figure_from_yuan(claim->now), whole = figure_from_yuan(claim->whole);
    if (claim->whole == 0 || part <= 0 || part * 100 > whole * 90)
        return false;
    gint64 rate = impossible_rate(part, whole, share_is_possible, rate_nearest(part, whole), chance(history->rand, 50), amount == IN ? -1 : amount);
    if (rate <= 0 || rate > 10000)
        return false;
    claim->share = hundredths_text(rate);
    return true;
}

static bool accept_share_slip(History *history, Claim *claim, int amount)
{
    gint64 part = figure_from_yuan(claim->now), whole = figure_from_yuan(claim->whole);
    if (claim->whole == 0 || part * 100 < whole * 2 || part * 100 > whole * 90)
        return false;
    (void)history;
    claim->share = hundredths_text(rate_nearest(part, whole) / amount);
    return true;
}

static bool plant_share(History *history, Answers *answers, int amount)
{
    if (amount == IN) {
        must_not(answers, history, "text.share", "*");
        return some_claim(history, accept_share, amount) != NULL;
    }
    return plant_claim(history, answers, amount, accept_share, "text.share", amount == 0 ? "notice" : "error");
}

static bool plant_share_slip(History *history, Answers *answers, int amount)
{
    return plant_claim(history, answers, amount, accept_share_slip, "text.share", "error");
}

static bool has_growth(const Claim *claim)
{
    return claim->states_change && figure_from_yuan(claim->base) > 0 && figure_from_yuan(claim->now - claim->base) != 0;
}

static gint64 true_rate(const Claim *claim)
{
    return ABS(rate_nearest(claim->now - claim->base, claim->base));
}

static bool accept_growth(History *history, Claim *claim, int amount)
{
    gint64 change = figure_from_yuan(claim->now - claim->base), base = figure_from_yuan(claim->now) - change;
    if (!has_growth(claim) || base <= 0)
        return false;
    gint64 nearest = ABS(rate_nearest(change, base));
    if (!growth_is_possible(base + change, change, nearest))
        return false;
    gint64 rate = impossible_rate(base + change, change, growth_is_possible, nearest, chance(history->rand, 50), amount == IN ? -1 : amount);
    if (rate <= 0 || rate > 100 * true_rate(claim) + 10000)
        return false;
    claim->growth = hundredths_text(rate);
    return true;
}

static bool plant_growth(History *history, Answers *answers, int amount)
{
    if (amount == IN) {
        must_not(answers, history, "text.growth", "*");
        return some_claim(history, accept_growth, amount) != NULL;
    }
    return plant_claim(history, answers, amount, accept_growth, "text.growth", amount == 0 ? "notice" : "error");
}

/* amount 10: the point too far right; -10: too far left. */
static bool accept_slip(History *history, Claim *claim, int amount)
{
    (void)history;
    if (!has_growth(claim) || true_rate(claim) < 100)
        return false;
    claim->growth = hundredths_text(amount > 0 ? true_rate(claim) * amount : true_rate(claim) / -amount);
    return true;
}

static bool plant_slip(History *history, Answers *answers, int amount)
{
    return plant_claim(history, answers, amount, accept_slip, "text.growth", "error");
}

static bool accept_no_percent(History *history, Claim *claim, int amount)
{
    (void)history;
    (void)amount;
    claim->no_percent_sign = has_growth(claim) && true_rate(claim) >= 200;
    return claim->no_percent_sign;
}

static bool plant_no_percent(History *history, Answers *answers, int amount)
{
    return plant_claim(history, answers, amount, accept_no_percent, "text.growth", "error");
}

/* A rise told in times: amount 1: right (1.50 倍 is 150 %); 10: a percentage that became times. */
static bool accept_times(History *history, Claim *claim, int amount)
{
    (void)history;
    if (!has_growth(claim) || claim->now < claim->base || (amount == 1) != (true_rate(claim) >= 10000))
        return false;
    g_autofree char *rate = hundredths_text(amount == 1 ? (true_rate(claim) + 50) / 100 : true_rate(claim));
    if (amount != 1 && true_rate(claim) < 200)
        return false;
    claim->growth = g_strconcat(rate, "倍", NULL);
    return true;
}

static bool plant_times(History *history, Answers *answers, int amount)
{
    if (amount == 1) {
        must_not(answers, history, "text.growth text.direction", "*");
        return some_claim(history, accept_times, amount) != NULL;
    }
    return plant_claim(history, answers, amount, accept_times, "text.growth", "error");
}

static bool accept_reversed(History *history, Claim *claim, int amount)
{
    (void)history;
    claim->growth_reversed = has_growth(claim) && true_rate(claim) >= amount;
    return claim->growth_reversed;
}

static bool plant_direction(History *history, Answers *answers, int amount)
{
    return plant_claim(history, answers, amount, accept_reversed, "text.direction", "error");
}

/* A project that is more than doubled, for the rises told in times; new, for a percentage on zero. */
static void shape_rise(History *history, int amount)
{
    Item *item = history_project_item(history, 0);
    history->subject = item ? item->code : NULL;
    if (item && amount == 1)
        item_set_general(item, item_general(item, LAST_YEAR) * 26 / 10);
}

static void shape_new(History *history, int amount)
{
    (void)amount;
    Model *model = history_model(history);
    for (int i = 0; i < FAMILY_PROJECTS && model->family->projects[i]; i++) {
        Item *item = model_item(model, model->family->projects[i]);
        if (item_general(item, LAST_YEAR) != 0)
            continue;
        history->subject = item->code;
        item->yuan[THIS_YEAR][FUND_GENERAL][USE_PROJECT] = model_total(model) / 30;
        return;
    }
}

static bool plant_zero(History *history, Answers *answers, int amount)
{
    (void)amount;
    Claim *claim = history->subject ? narrative_find(history_filing(history)->narrative, "五（三）", history->subject) : NULL;
    if (!claim || figure_from_yuan(claim->base) != 0)
        return false;
    claim->percent_on_zero = true;
    must(answers, history, "text.zero-base", claim->subject, "notice");
    may(answers, history, "year.appeared", "*");
    return true;
}

static void shape_procurement(History *history, int amount)
{
    history->twists.procurement_extra = (amount == IN ? 2 : amount == EDGE ? 3 : amount) * STEP;
}

static bool plant_text_sum(History *history, Answers *answers, int amount)
{
    if (amount == IN)
        must_not(answers, history, "text.sum", "*");
    else
        must(answers, history, "text.sum", "政府采购|政府采购预算", "error");
    return true;
}

static void shape_name(History *history, int amount)
{
    history->twists.other_body = amount == 1;
}

/* amount 1: in the table of targets; 2: in the heading of a section. */
static bool plant_name(History *history, Answers *answers, int amount)
{
    const GPtrArray *paragraphs = history_filing(history)->narrative->paragraphs;
    must(answers, history, "text.name", "*", "warning");
    for (guint i = 0; i < paragraphs->len && amount == 2; i++) {
        Paragraph *paragraph = paragraphs->pdata[i];
        if (paragraph->kind != PARAGRAPH_HEADING || !g_str_has_prefix(paragraph->text, "三、关于"))
            continue;
        g_autoptr(GString) text = g_string_new(paragraph->text);
        g_string_replace(text, history_model(history)->department, "邻县示例林业和草原局", 0);
        g_free(paragraph->text);
        paragraph->text = g_strdup(text->str);
        return true;
    }
    return amount == 1;
}

static void shape_weights(History *history, int amount)
{
    history->twists.weight_missing = amount;
}

static bool plant_weights(History *history, Answers *answers, int amount)
{
    (void)amount;
    must(answers, history, "text.weights", "*", "warning");
    return true;
}

/* Two faults in one filing: neither hides the other. */
static bool plant_sum_and_growth(History *history, Answers *answers, int amount)
{
    return plant_children(history, answers, EDGE) && plant_growth(history, answers, amount);
}

static bool plant_balance_and_share(History *history, Answers *answers, int amount)
{
    return plant_balance(history, answers, EDGE) && plant_share(history, answers, amount);
}

const Case cases_printed[] = {
    {"two.in-one", "sum+growth", 300, {0}, NULL, plant_sum_and_growth},
    {"two.in-one", "balance+share", 300, {0}, NULL, plant_balance_and_share},
    {"sum.columns", "in", IN, {.decimals = true}, NULL, plant_columns},
    {"sum.columns", "edge", EDGE, {.decimals = true}, NULL, plant_columns},
    {"sum.columns", "0.1", 10, {.decimals = true}, NULL, plant_columns},
    {"sum.columns", "30", 3000, {0}, NULL, plant_columns},
    {"sum.children", "in", IN, {0}, NULL, plant_children},
    {"sum.children", "edge", EDGE, {0}, NULL, plant_children},
    {"sum.children", "edge-exact", EDGE, {.exact = true}, NULL, plant_children},
    {"sum.children", "1", 100, {0}, NULL, plant_children},
    {"sum.total", "in", IN, {.carried = true, .decimals = true, .exact = true}, NULL, plant_total},
    {"sum.total", "edge", EDGE, {.carried = true, .decimals = true}, NULL, plant_total},
    {"sum.total", "5", 500, {.carried = true}, NULL, plant_total},
    {"balance", "in", IN, {0}, NULL, plant_balance},
    {"balance", "edge", EDGE, {0}, NULL, plant_balance},
    {"balance", "20", 2000, {0}, NULL, plant_balance},
    {"cross.table", "in", IN, {.decimals = true}, NULL, plant_cross},
    {"cross.table", "edge", EDGE, {.decimals = true}, NULL, plant_cross},
    {"cross.table", "10", 1000, {0}, NULL, plant_cross},
    {"table.missing", "tables", 2, {0}, NULL, plant_missing},
    {"table.missing", "three-public", 10, {0}, NULL, plant_missing},
    {"table.empty-note", "filled", 1, {.projects = true}, NULL, plant_note},
    {"table.empty-note", "empty", 0, {0}, NULL, plant_note},
    {"text.amount", "in", IN, {.decimals = true}, NULL, plant_amount},
    {"text.amount", "edge", EDGE, {.decimals = true}, NULL, plant_amount},
    {"text.amount", "1", 100, {0}, NULL, plant_amount},
    {"text.amount", "slip", 10, {0}, NULL, plant_amount},
    {"text.share", "in", IN, {.decimals = true}, NULL, plant_share},
    {"text.share", "last-digit", 0, {.decimals = true}, NULL, plant_share},
    {"text.share", "0.03", 3, {.decimals = true}, NULL, plant_share},
    {"text.share", "2", 200, {0}, NULL, plant_share},
    {"text.share", "slip", 10, {0}, NULL, plant_share_slip},
    {"text.growth", "in", IN, {.decimals = true}, NULL, plant_growth},
    {"text.growth", "last-digit", 0, {.decimals = true}, NULL, plant_growth},
    {"text.growth", "0.03", 3, {.decimals = true}, NULL, plant_growth},
    {"text.growth", "5", 500, {0}, NULL, plant_growth},
    {"text.growth", "slip", 10, {0}, NULL, plant_slip},
    {"text.growth", "slip-left", -10, {0}, NULL, plant_slip},
    {"text.growth", "no-percent", 0, {0}, NULL, plant_no_percent},
    {"text.growth", "times", 10, {0}, NULL, plant_times},
    {"hard.times-true", "", 1, {.projects = true}, shape_rise, plant_times},
    {"text.direction", "small", 10, {0}, NULL, plant_direction},
    {"text.direction", "large", 1000, {.projects = true}, NULL, plant_direction},
    {"text.zero-base", "", 0, {0}, shape_new, plant_zero},
    {"text.sum", "in", IN, {.decimals = true}, shape_procurement, plant_text_sum},
    {"text.sum", "edge", EDGE, {.decimals = true}, shape_procurement, plant_text_sum},
    {"text.sum", "10", 1000, {0}, shape_procurement, plant_text_sum},
    {"text.name", "table", 1, {0}, shape_name, plant_name},
    {"text.name", "heading", 2, {0}, shape_name, plant_name},
    {"text.weights", "1", 1, {0}, shape_weights, plant_weights},
    {"text.weights", "15", 15, {0}, shape_weights, plant_weights},
    {.rule = NULL},
};
