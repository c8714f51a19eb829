/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/detect/accounts.h"

#include <string.h>

#include "tests/detect/speech.h"
#include "tests/generate/claim.h"
#include "tests/generate/figures.h"

/* What was spent of an item, by who paid. */
enum { PAID_GENERAL, PAID_GOVERNMENT, PAID_CAPITAL, PAID_OTHER, PAID_COUNT };
static const guint PAYERS[PAID_COUNT] = {FUNDS_GENERAL | ONLY(FUND_CARRIED), FUNDS_GOVERNMENT, FUNDS_CAPITAL,
                                         ONLY(FUND_SPECIAL) | ONLY(FUND_OWN) | ONLY(FUND_CARRIED_OTHER)};

typedef struct {
    const Model *model;
    GString *html;
    int per_mille;               /* of this year's fiscal money that is spent */
    gint64 opening[PAID_COUNT], closing[PAID_COUNT];
    gint64 extra;                /* on top of the foot of table 1 */
} Accounts;

static gint64 in_proportion(const Accounts *accounts, gint64 yuan)
{
    return yuan * accounts->per_mille / 1000;
}

/* A line of table 6. The three public expenses are always spent to the same part, so that they do not rise from year to year. */
#define PUBLIC_PER_MILLE 950
static gint64 line_spent(const Accounts *accounts, const EconomicLine *line)
{
    bool is_public = g_str_equal(line->subject->code, "30217") || g_str_equal(line->subject->code, "30231");
    return is_public ? line->yuan * PUBLIC_PER_MILLE / 1000 : in_proportion(accounts, line->yuan);
}

/* Spent under codes that begin with prefix. Money carried over and own money is spent in full. */
static gint64 spent(const Accounts *accounts, const char *prefix, guint payers, guint uses)
{
    gint64 sum = 0;
    for (guint i = 0; i < accounts->model->items->len; i++) {
        const Item *item = accounts->model->items->pdata[i];
        for (Fund fund = 0; fund < FUND_COUNT && g_str_has_prefix(item->code, prefix); fund++)
            for (Use use = 0; use < USE_COUNT; use++) {
                gint64 yuan = item->yuan[THIS_YEAR][fund][use];
                if ((payers & ONLY(fund)) && (uses & ONLY(use)))
                    sum += fund < FUND_SPECIAL ? in_proportion(accounts, yuan) : yuan;
            }
    }
    return sum;
}

/* What came in for it: what was spent but for what was there before, and what is left goes to the running costs. */
static gint64 received(const Accounts *accounts, const char *prefix, guint payers)
{
    gint64 sum = spent(accounts, prefix, payers & ~FUNDS_CARRIED, USES_ALL);
    bool running = g_str_has_prefix(accounts->model->family->running, prefix);
    for (int i = 0; i < PAID_COUNT && running; i++)
        sum += payers & PAYERS[i] ? accounts->closing[i] : 0;
    return sum;
}

static gint64 all_of(const gint64 amounts[PAID_COUNT])
{
    gint64 sum = 0;
    for (int i = 0; i < PAID_COUNT; i++)
        sum += amounts[i];
    return sum;
}

static void cell(const Accounts *accounts, const char *text)
{
    g_string_append_printf(accounts->html, "<td>%s</td>", text);
}

static void amount(const Accounts *accounts, gint64 yuan)
{
    g_autofree char *text = yuan ? figure_text(yuan, accounts->model->style.separators_in_tables) : g_strdup("");
    cell(accounts, text);
}

static void row_begin(const Accounts *accounts)
{
    g_string_append(accounts->html, "<tr>");
}

static void row_end(const Accounts *accounts)
{
    g_string_append(accounts->html, "</tr>\n");
}

static void table_begin(const Accounts *accounts, int number, const char *title, const char *header)
{
    g_string_append_printf(accounts->html, "<p>%s</p>\n<p>公开%02d表</p>\n<p>部门：%s</p>\n<p>单位：万元</p>\n<table border=\"1\">\n%s\n", title,
                           number, accounts->model->department, header);
}

static void table_end(const Accounts *accounts)
{
    g_string_append(accounts->html, "</table>\n");
}

#define CELLS_MOST 8
typedef void (*Amounts)(const Accounts *accounts, const char *prefix, gint64 amounts[CELLS_MOST]);

/* Total, classes, groups, items: those that have money. */
static void code_rows(const Accounts *accounts, int columns, Amounts of)
{
    gint64 amounts[CELLS_MOST] = {0};
    of(accounts, "", amounts);
    row_begin(accounts);
    g_string_append(accounts->html, "<td></td><td>合计</td>");
    for (int i = 0; i < columns; i++)
        amount(accounts, amounts[i]);
    row_end(accounts);
    char before[8] = "";
    for (guint i = 0; i < accounts->model->items->len; i++) {
        const Item *item = accounts->model->items->pdata[i];
        for (gsize length = 3; length <= 7; length += 2) {
            char code[8] = "";
            memcpy(code, item->code, length);
            if (length < 7 && strncmp(before, code, length) == 0)
                continue;
            memset(amounts, 0, sizeof amounts);
            of(accounts, code, amounts);
            if (amounts[0] == 0)
                continue;
            row_begin(accounts);
            cell(accounts, code);
            cell(accounts, catalogue_name(code));
            for (int column = 0; column < columns; column++)
                amount(accounts, amounts[column]);
            row_end(accounts);
        }
        g_strlcpy(before, item->code, sizeof before);
    }
}

static void amounts_received(const Accounts *accounts, const char *prefix, gint64 amounts[CELLS_MOST])
{
    amounts[1] = received(accounts, prefix, FUNDS_FISCAL | ONLY(FUND_CARRIED));
    amounts[6] = received(accounts, prefix, PAYERS[PAID_OTHER]);
    amounts[0] = amounts[1] + amounts[6];
}

static void amounts_spent(const Accounts *accounts, const char *prefix, gint64 amounts[CELLS_MOST])
{
    amounts[1] = spent(accounts, prefix, FUNDS_ALL, USES_BASIC);
    amounts[2] = spent(accounts, prefix, FUNDS_ALL, USES_PROJECT);
    amounts[0] = amounts[1] + amounts[2];
}

static void amounts_general(const Accounts *accounts, const char *prefix, gint64 amounts[CELLS_MOST])
{
    amounts[1] = spent(accounts, prefix, PAYERS[PAID_GENERAL], USES_BASIC);
    amounts[2] = spent(accounts, prefix, PAYERS[PAID_GENERAL], USES_PROJECT);
    amounts[0] = amounts[1] + amounts[2];
}

static void amounts_fund(const Accounts *accounts, const char *prefix, int payer, gint64 amounts[CELLS_MOST])
{
    amounts[1] = amounts[2] = spent(accounts, prefix, PAYERS[payer], USES_ALL);
    amounts[3] = spent(accounts, prefix, PAYERS[payer], USES_BASIC);
    amounts[4] = amounts[2] - amounts[3];
    amounts[0] = amounts[2];
}

static void fund_table(const Accounts *accounts, int number, const char *title, int payer)
{
    table_begin(accounts, number, title,
                "<tr><td rowspan=\"2\">科目编码</td><td rowspan=\"2\">科目名称</td><td rowspan=\"2\">年初结转和结余</td><td rowspan=\"2\">本年收入</td>"
                "<td colspan=\"3\">本年支出</td><td rowspan=\"2\">年末结转和结余</td></tr>"
                "<tr><td>小计</td><td>基本支出</td><td>项目支出</td></tr>");
    bool any = spent(accounts, "", PAYERS[payer], USES_ALL) != 0;
    char before[8] = "";
    for (guint i = 0; i <= accounts->model->items->len && any; i++) {
        const Item *item = i > 0 ? accounts->model->items->pdata[i - 1] : NULL;
        for (gsize length = item ? 3 : 7; length <= 7; length += 2) {
            char code[8] = "";
            gint64 amounts[CELLS_MOST] = {0};
            if (item)
                memcpy(code, item->code, length);
            if (item && length < 7 && strncmp(before, code, length) == 0)
                continue;
            amounts_fund(accounts, code, payer, amounts);
            if (amounts[0] == 0)
                continue;
            row_begin(accounts);
            cell(accounts, code);
            cell(accounts, item ? catalogue_name(code) : "合计");
            cell(accounts, "");
            for (int column = 1; column <= 4; column++)
                amount(accounts, amounts[column]);
            cell(accounts, "");
            row_end(accounts);
        }
        if (item)
            g_strlcpy(before, item->code, sizeof before);
    }
    table_end(accounts);
    if (!any)
        g_string_append_printf(accounts->html, "<p>说明：本部门%d年度无此项收入、支出和结转结余，%s为空表。</p>\n", accounts->model->year, title);
}

/* One line of a two-sided table: label and amounts of each side. */
static void both(const Accounts *accounts, const char *left, gint64 here, const char *right, const gint64 *there, int columns)
{
    row_begin(accounts);
    cell(accounts, left);
    amount(accounts, here);
    cell(accounts, right);
    for (int i = 0; i < columns; i++)
        amount(accounts, there[i]);
    row_end(accounts);
}

static void summary(const Accounts *accounts)
{
    gint64 revenue = received(accounts, "", FUNDS_ALL), expenditure = spent(accounts, "", FUNDS_ALL, USES_ALL);
    gint64 opening = all_of(accounts->opening), closing = all_of(accounts->closing), foot = opening + revenue, out = foot + accounts->extra;
    const struct {
        const char *name;
        gint64 yuan;
    } LEFT[] = {{"一、一般公共预算财政拨款收入", received(accounts, "", PAYERS[PAID_GENERAL])},
                {"二、政府性基金预算财政拨款收入", received(accounts, "", PAYERS[PAID_GOVERNMENT]) - accounts->closing[PAID_GOVERNMENT]},
                {"三、国有资本经营预算财政拨款收入", received(accounts, "", PAYERS[PAID_CAPITAL])},
                {"四、上级补助收入", 0},
                {"五、事业收入", 0},
                {"六、经营收入", 0},
                {"七、附属单位上缴收入", 0},
                {"八、其他收入", received(accounts, "", PAYERS[PAID_OTHER])}};
    table_begin(accounts, 1, "收入支出决算总表",
                "<tr><td colspan=\"2\">收入</td><td colspan=\"2\">支出</td></tr><tr><td>项目</td><td>决算数</td><td>项目</td><td>决算数</td></tr>");
    for (gsize i = 0; catalogue_classes[i].code; i++) {
        gint64 yuan = spent(accounts, catalogue_classes[i].code, FUNDS_ALL, USES_ALL);
        bool has = i < G_N_ELEMENTS(LEFT);
        if (has || yuan)
            both(accounts, has ? LEFT[i].name : "", has ? LEFT[i].yuan : 0, catalogue_classes[i].name, &yuan, 1);
    }
    both(accounts, "本年收入合计", revenue, "本年支出合计", &expenditure, 1);
    both(accounts, "年初结转和结余", opening, "年末结转和结余", &closing, 1);
    both(accounts, "总计", foot, "总计", &out, 1);
    table_end(accounts);
}

static void appropriation(const Accounts *accounts)
{
    gint64 by_fund[4] = {0}, nothing[4] = {0};
    gint64 revenue[] = {received(accounts, "", PAYERS[PAID_GENERAL]), received(accounts, "", PAYERS[PAID_GOVERNMENT]),
                        received(accounts, "", PAYERS[PAID_CAPITAL])};
    static const char *const LEFT[] = {"一、一般公共预算财政拨款", "二、政府性基金预算财政拨款", "三、国有资本经营预算财政拨款"};
    table_begin(accounts, 4, "财政拨款收入支出决算总表",
                "<tr><td colspan=\"2\">收入</td><td colspan=\"5\">支出</td></tr><tr><td>项目</td><td>决算数</td><td>项目</td><td>合计</td>"
                "<td>一般公共预算财政拨款</td><td>政府性基金预算财政拨款</td><td>国有资本经营预算财政拨款</td></tr>");
    for (gsize i = 0; catalogue_classes[i].code; i++) {
        for (int payer = PAID_GENERAL; payer < PAID_OTHER; payer++)
            by_fund[1 + payer] = spent(accounts, catalogue_classes[i].code, PAYERS[payer], USES_ALL);
        by_fund[0] = by_fund[1] + by_fund[2] + by_fund[3];
        if (i < G_N_ELEMENTS(LEFT) || by_fund[0])
            both(accounts, i < G_N_ELEMENTS(LEFT) ? LEFT[i] : "", i < G_N_ELEMENTS(LEFT) ? revenue[i] : 0, catalogue_classes[i].name, by_fund, 4);
    }
    for (int payer = PAID_GENERAL; payer < PAID_OTHER; payer++)
        by_fund[1 + payer] = spent(accounts, "", PAYERS[payer], USES_ALL);
    by_fund[0] = by_fund[1] + by_fund[2] + by_fund[3];
    gint64 in = revenue[0] + revenue[1] + revenue[2], opening = accounts->opening[PAID_GENERAL], closing = accounts->closing[PAID_GENERAL];
    gint64 left[4] = {closing, closing, 0, 0}, foot[4] = {in + opening, by_fund[1] + closing, by_fund[2], by_fund[3]};
    both(accounts, "本年收入合计", in, "本年支出合计", by_fund, 4);
    both(accounts, "年初财政拨款结转和结余", opening, "年末财政拨款结转和结余", left, 4);
    both(accounts, "一般公共预算财政拨款", opening, "", nothing, 4);
    both(accounts, "总计", in + opening, "总计", foot, 4);
    table_end(accounts);
}

/* Table 6: the lines of the budget, in the proportion that was spent; the first takes what is left. */
static void economic(const Accounts *accounts)
{
    static const char *const CLASSES[][2] = {{"301", "工资福利支出"}, {"302", "商品和服务支出"}, {"303", "对个人和家庭的补助"}};
    gint64 all[2] = {spent(accounts, "", PAYERS[PAID_GENERAL], ONLY(USE_PERSONNEL)), spent(accounts, "", PAYERS[PAID_GENERAL], ONLY(USE_OPERATING))};
    gint64 sums[3] = {0};
    table_begin(accounts, 6, "一般公共预算财政拨款基本支出决算表", "<tr><td>经济分类科目编码</td><td>科目名称</td><td>决算数</td></tr>");
    for (guint i = 0; i < accounts->model->economic->len; i++) {
        const EconomicLine *line = accounts->model->economic->pdata[i];
        sums[line->subject->code[2] - '1'] += line_spent(accounts, line);
    }
    gint64 rest[3] = {all[0] - sums[0] - sums[2], all[1] - sums[1], 0};
    for (gsize at = 0; at < G_N_ELEMENTS(CLASSES); at++) {
        if (sums[at] + rest[at] == 0)
            continue;
        row_begin(accounts);
        cell(accounts, CLASSES[at][0]);
        cell(accounts, CLASSES[at][1]);
        amount(accounts, sums[at] + rest[at]);
        row_end(accounts);
        for (guint i = 0; i < accounts->model->economic->len; i++) {
            const EconomicLine *line = accounts->model->economic->pdata[i];
            if (!g_str_has_prefix(line->subject->code, CLASSES[at][0]))
                continue;
            row_begin(accounts);
            cell(accounts, line->subject->code);
            cell(accounts, line->subject->name);
            amount(accounts, line_spent(accounts, line) + rest[at]);
            rest[at] = 0;
            row_end(accounts);
        }
    }
    const struct {
        const char *name;
        gint64 yuan;
    } FEET[] = {{"人员经费合计", all[0]}, {"公用经费合计", all[1]}, {"合计", all[0] + all[1]}};
    for (gsize i = 0; i < G_N_ELEMENTS(FEET); i++) {
        row_begin(accounts);
        cell(accounts, "");
        cell(accounts, FEET[i].name);
        amount(accounts, FEET[i].yuan);
        row_end(accounts);
    }
    table_end(accounts);
}

static void three_public(const Accounts *accounts)
{
    table_begin(accounts, 7, "财政拨款“三公”经费支出决算表",
                "<tr><td colspan=\"6\">预算数</td><td colspan=\"6\">决算数</td></tr><tr>"
                "<td rowspan=\"2\">合计</td><td rowspan=\"2\">因公出国（境）费</td><td colspan=\"3\">公务用车购置及运行维护费</td><td rowspan=\"2\">公务接待费</td>"
                "<td rowspan=\"2\">合计</td><td rowspan=\"2\">因公出国（境）费</td><td colspan=\"3\">公务用车购置及运行维护费</td><td rowspan=\"2\">公务接待费</td></tr>"
                "<tr><td>小计</td><td>公务用车购置费</td><td>公务用车运行维护费</td><td>小计</td><td>公务用车购置费</td><td>公务用车运行维护费</td></tr>");
    row_begin(accounts);
    for (int side = 0; side < 2; side++) {
        gint64 of[PUBLIC_COUNT] = {0};
        for (int i = 0; i < PUBLIC_COUNT; i++) {
            gint64 planned = accounts->model->public_expense[THIS_YEAR][i];
            of[i] = side == 0 ? planned : planned * PUBLIC_PER_MILLE / 1000;
        }
        gint64 vehicles = of[PUBLIC_PURCHASE] + of[PUBLIC_RUNNING];
        const gint64 cells[] = {of[PUBLIC_ABROAD] + vehicles + of[PUBLIC_RECEPTION], of[PUBLIC_ABROAD], vehicles, of[PUBLIC_PURCHASE], of[PUBLIC_RUNNING],
                                of[PUBLIC_RECEPTION]};
        for (gsize i = 0; i < G_N_ELEMENTS(cells); i++) {
            g_autofree char *text = figure_text(cells[i], accounts->model->style.separators_in_tables);
            cell(accounts, text);
        }
    }
    row_end(accounts);
    table_end(accounts);
}

/* Each subject against its first budget: what table 5 of the year's budget says. */
static void narrative(const Accounts *accounts, GRand *rand)
{
    static const char *const FORMS[] = {"年初预算为%s万元，支出决算为%s万元，完成年初预算的%s%%", "年初预算%s万元，支出决算%s万元，完成年初预算的%s%%",
                                        "年初预算数为%s万元，决算数为%s万元，完成年初预算的%s%%"};
    const Model *model = accounts->model;
    g_string_append_printf(accounts->html, "<h2>第三部分 %d年度部门决算情况说明</h2>\n<p>五、一般公共预算财政拨款支出决算情况说明</p>\n<p>（三）一般公共预算财政拨款支出决算具体情况</p>\n", model->year);
    for (guint i = 0, number = 0; i < model->items->len; i++) {
        const Item *item = model->items->pdata[i];
        gint64 planned = item_general(item, THIS_YEAR), now = spent(accounts, item->code, PAYERS[PAID_GENERAL], USES_ALL);
        if (figure_from_yuan(planned) == 0 || now == 0)
            continue;
        g_autofree char *subject = speech_subject(item->code), *first = amount_in_text(planned, &model->style),
                        *second = amount_in_text(now, &model->style), *rate = rate_text(now, planned);
        g_autoptr(GString) form = g_string_new(PICK(rand, FORMS));
        g_string_replace(form, "%s", first, 1);
        g_string_replace(form, "%s", second, 1);
        g_string_replace(form, "%s", rate, 1);
        g_string_replace(form, "%%", "%", 1);
        bool differs = figure_from_yuan(now) != figure_from_yuan(planned);
        g_string_append_printf(accounts->html, "<p>%u.%s。%s。%s%s</p>\n", ++number, subject, form->str,
                               !differs          ? "决算数与年初预算数持平。"
                               : now < planned ? "决算数小于年初预算数的主要原因是项目延期实施，减少支付。"
                                                 : "决算数大于年初预算数的主要原因是年中追加专项经费。",
                               "");
    }
}

char *accounts_print(History *history, int year)
{
    const Model *model = history->years[year], *next = history->years[year + 1];
    bool at = year == history->at, executed = at || (history->execution_twice && year == history->at - 1);
    Accounts accounts = {.model = model, .html = g_string_new(NULL)};
    accounts.per_mille = executed && history->execution ? history->execution : between(history->rand, 972, 998);
    accounts.opening[PAID_GENERAL] = model_sum(model, THIS_YEAR, "", ONLY(FUND_CARRIED), USES_ALL);
    accounts.opening[PAID_OTHER] = model_sum(model, THIS_YEAR, "", ONLY(FUND_CARRIED_OTHER), USES_ALL);
    accounts.closing[PAID_GENERAL] = model_sum(next, THIS_YEAR, "", ONLY(FUND_CARRIED), USES_ALL) + (year == history->at - 1 ? history->closing_extra : 0);
    accounts.closing[PAID_OTHER] = model_sum(next, THIS_YEAR, "", ONLY(FUND_CARRIED_OTHER), USES_ALL);
    accounts.extra = at ? history->foot_extra : 0;
    g_string_append_printf(accounts.html, "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>%s%d年度部门决算</title></head><body>\n<h1>%s%d年度部门决算</h1>\n"
                                          "<h2>第一部分 部门概况</h2>\n<p>本部门由测试程序虚构，数字不对应任何单位。</p>\n<h2>第二部分 %d年度部门决算表</h2>\n",
                           model->department, model->year, model->department, model->year, model->year);
    summary(&accounts);
    table_begin(&accounts, 2, "收入决算表",
                "<tr><td>科目编码</td><td>科目名称</td><td>本年收入合计</td><td>财政拨款收入</td><td>上级补助收入</td><td>事业收入</td><td>经营收入</td><td>附属单位上缴收入</td><td>其他收入</td></tr>");
    code_rows(&accounts, 7, amounts_received);
    table_end(&accounts);
    table_begin(&accounts, 3, "支出决算表",
                "<tr><td>科目编码</td><td>科目名称</td><td>本年支出合计</td><td>基本支出</td><td>项目支出</td><td>上缴上级支出</td><td>经营支出</td><td>对附属单位补助支出</td></tr>");
    code_rows(&accounts, 6, amounts_spent);
    table_end(&accounts);
    appropriation(&accounts);
    table_begin(&accounts, 5, "一般公共预算财政拨款支出决算表", "<tr><td>科目编码</td><td>科目名称</td><td>本年支出合计</td><td>基本支出</td><td>项目支出</td></tr>");
    code_rows(&accounts, 3, amounts_general);
    table_end(&accounts);
    economic(&accounts);
    three_public(&accounts);
    fund_table(&accounts, 8, "政府性基金预算财政拨款收入支出决算表", PAID_GOVERNMENT);
    fund_table(&accounts, 9, "国有资本经营预算财政拨款收入支出决算表", PAID_CAPITAL);
    narrative(&accounts, history->rand);
    g_string_append(accounts.html, "</body></html>\n");
    return g_string_free(accounts.html, FALSE);
}
