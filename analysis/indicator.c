/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/indicator.h"

#include <string.h>

#include "analysis/change.h"
#include "analysis/stat/level.h"
#include "analysis/stat/position.h"
#include "schema/finding.h"

/* A figure and what may stand for it: forms print the same thing under several names. The first that is printed counts. */
typedef struct {
    Fund fund;
    const char *measure;
    const char *codes[2]; /* added up; NULL: the whole */
} Alternative;

enum { ALTERNATIVES_MOST = 4 };

typedef struct {
    Direction direction;
    Alternative any[ALTERNATIVES_MOST];
} Wanted;

static const Wanted total = {DIRECTION_EXPENDITURE, {{FUND_ALL, "total", {NULL}}}};
static const Wanted basic = {DIRECTION_EXPENDITURE, {{FUND_ALL, "basic", {NULL}}}};
static const Wanted project = {DIRECTION_EXPENDITURE, {{FUND_ALL, "project", {NULL}}, {FUND_ALL, "appropriation-project", {NULL}}}};
static const Wanted carryover = {DIRECTION_CARRYOVER, {{FUND_ALL, "total", {NULL}}, {FUND_ALL, "appropriation", {NULL}}}};
static const Wanted three_public = {DIRECTION_EXPENDITURE, {{FUND_ALL, "three-public", {NULL}}}};
static const Wanted personnel = {DIRECTION_EXPENDITURE,
                                 {{FUND_ALL, "personnel", {NULL}},
                                  {FUND_GENERAL, "personnel", {NULL}},
                                  {FUND_GENERAL, "basic", {"301", "303"}}}};
static const Wanted operating = {DIRECTION_EXPENDITURE,
                                 {{FUND_ALL, "operating", {NULL}},
                                  {FUND_GENERAL, "operating", {NULL}},
                                  {FUND_GENERAL, "basic", {"302", "310"}},
                                  {FUND_GENERAL, "administrative", {NULL}}}};
static const Wanted procurement = {DIRECTION_EXPENDITURE, {{FUND_ALL, "procurement", {NULL}}}};
static const Wanted procurement_small = {DIRECTION_EXPENDITURE,
                                         {{FUND_ALL, "procurement-small-medium", {NULL}}, {FUND_ALL, "procurement-small", {NULL}}}};

/* Of a sentence, where no table has it. */
static bool amount_of_claim(const Filing *filing, const Quantity *quantity, double *wan)
{
    for (guint i = 0; i < filing->claims->len; i++) {
        const Claim *claim = g_ptr_array_index(filing->claims, i);
        if (claim->has_amount && claim->direction == quantity->direction && claim->fund == quantity->fund &&
            g_str_equal(claim->measure, quantity->measure) && g_str_equal(claim->code, quantity->code)) {
            *wan = amount_to_wan_yuan(claim->amount);
            return true;
        }
    }
    return false;
}

static bool amount_of(const Filing *filing, const Figures *figures, Direction direction, const Alternative *one, const char *code,
                      double *wan)
{
    Quantity quantity = quantity_of(direction, one->fund, one->measure, code);
    Amount amount;
    if (!figures_whole(figures, &quantity, &amount, NULL))
        return amount_of_claim(filing, &quantity, wan);
    *wan = amount_to_wan_yuan(amount);
    return true;
}

static Measured figure(const Filing *filing, const Figures *figures, const Wanted *wanted)
{
    for (gsize i = 0; filing != NULL && i < ALTERNATIVES_MOST && wanted->any[i].measure != NULL; i++) {
        const Alternative *one = &wanted->any[i];
        double first = 0, second = 0;
        if (!amount_of(filing, figures, wanted->direction, one, one->codes[0] != NULL ? one->codes[0] : "", &first))
            continue;
        if (one->codes[1] != NULL && !amount_of(filing, figures, wanted->direction, one, one->codes[1], &second))
            second = 0; /* a code that is not printed holds nothing */
        return measured(first + second);
    }
    return measured_none();
}

static Measured figure_now(const IndicatorYear *year, const Wanted *wanted)
{
    return figure(year->filing, year->now, wanted);
}

/* Last year's: from its own filing, else from what this year's sentences imply. */
static Measured figure_before(const IndicatorYear *year, const Wanted *wanted)
{
    const Measured filed = figure(year->last, year->before, wanted);
    const Against against = year->filing->kind == KIND_BUDGET ? AGAINST_LAST_BUDGET : AGAINST_LAST_ACCOUNTS;
    if (filed.known)
        return filed;
    for (guint i = 0; i < year->filing->claims->len; i++) {
        const Claim *claim = g_ptr_array_index(year->filing->claims, i);
        Amount base, change;
        if (claim->direction == wanted->direction && claim->fund == wanted->any[0].fund && claim->against == against &&
            g_str_equal(claim->measure, wanted->any[0].measure) && claim->code[0] == '\0' &&
            claim_implied_base(claim, &base, &change))
            return measured(amount_to_wan_yuan(base));
    }
    return measured_none();
}

static Measured share(Measured part, Measured whole)
{
    if (!part.known || !whole.known || !(whole.value > 0.0))
        return measured_none();
    return measured(100.0 * part.value / whole.value);
}

static Measured growth(Measured before, Measured now)
{
    return before.known && now.known ? growth_percent(before.value, now.value) : measured_none();
}

static Measured measure_total(const IndicatorYear *year)
{
    return figure_now(year, &total);
}

static Measured measure_growth(const IndicatorYear *year)
{
    Measured before = figure_before(year, &total);
    const Measured first = figure_before(year, &basic), second = figure_before(year, &project);
    /* Where no sentence speaks of the whole, those on its two parts do. */
    if (!before.known && first.known && second.known)
        before = measured(first.value + second.value);
    return growth(before, figure_now(year, &total));
}

static Measured measure_project(const IndicatorYear *year)
{
    return share(figure_now(year, &project), figure_now(year, &total));
}

static Measured measure_carryover(const IndicatorYear *year)
{
    return share(figure_now(year, &carryover), figure_now(year, &total));
}

/* True when last year's table has a project of this name that carried something over. */
static bool carried_before(const Table *table, const char *name)
{
    for (guint i = 0; i < table->cells->len; i++) {
        const Cell *cell = &g_array_index(table->cells, Cell, i);
        const Row *row = table_row(table, cell->row);
        if (cell->column == 0 && row->level > 0 && cell->amount.fen > 0 && g_str_equal(row->label, name))
            return true;
    }
    return false;
}

static Measured measure_carried_again(const IndicatorYear *year)
{
    const Table *now = filing_table(year->filing, "carryover");
    const Table *before = year->last != NULL ? filing_table(year->last, "carryover") : NULL;
    double whole = 0, again = 0;
    if (now == NULL || now->state != TABLE_READ || before == NULL || before->state != TABLE_READ)
        return measured_none();
    for (guint i = 0; i < now->cells->len; i++) {
        const Cell *cell = &g_array_index(now->cells, Cell, i);
        const Row *row = table_row(now, cell->row);
        if (cell->column != 0 || row->level == 0 || row->label[0] == '\0' || cell->proof == PROOF_AMBIGUOUS)
            continue;
        const double amount = amount_to_wan_yuan(cell->amount);
        whole += amount;
        again += carried_before(before, row->label) ? amount : 0;
    }
    return share(measured(again), measured(whole));
}

/* The accounts' own sentence on the whole: 年初预算为…，支出决算为…; of all funds, else of the general budget. */
static Measured stated_execution(const Filing *filing)
{
    for (int fund = FUND_ALL; fund <= FUND_GENERAL; fund++)
        for (guint i = 0; i < filing->claims->len; i++) {
            const Claim *claim = g_ptr_array_index(filing->claims, i);
            if (claim->has_base && claim->has_amount && claim->against == AGAINST_THIS_BUDGET &&
                claim->direction == DIRECTION_EXPENDITURE && claim->fund == (Fund)fund && claim->code[0] == '\0' &&
                g_str_equal(claim->measure, "total"))
                return share(measured(amount_to_wan_yuan(claim->amount)), measured(amount_to_wan_yuan(claim->base)));
        }
    return measured_none();
}

/* Executed against the budget of the same year: its own filing, else what the accounts say was budgeted. */
static Measured measure_execution(const IndicatorYear *year)
{
    if (year->filing->kind != KIND_ACCOUNTS)
        return measured_none();
    const Filing *budget = department_filing(year->department, year->filing->fiscal_year, KIND_BUDGET);
    if (budget == NULL || budget->scope != year->filing->scope)
        return stated_execution(year->filing);
    g_autoptr(Figures) figures = figures_new(budget);
    return share(figure_now(year, &total), figure(budget, figures, &total));
}

static Measured measure_three_public(const IndicatorYear *year)
{
    return growth(figure_before(year, &three_public), figure_now(year, &three_public));
}

static Measured measure_staff(const IndicatorYear *year)
{
    for (guint i = 0; i < year->filing->staff->len; i++) {
        const Staff *staff = g_ptr_array_index(year->filing->staff, i);
        if (g_str_equal(staff->kind, "in-post") && staff->count > 0)
            return measured((double)staff->count);
    }
    return measured_none();
}

static Measured measure_operating_cost(const IndicatorYear *year)
{
    return figure_now(year, &operating);
}

static Measured per_head(const IndicatorYear *year, const Wanted *wanted)
{
    const Measured amount = figure_now(year, wanted);
    const Measured staff = measure_staff(year);
    return amount.known && staff.known ? measured(amount.value / staff.value) : measured_none();
}

static Measured measure_personnel(const IndicatorYear *year)
{
    return per_head(year, &personnel);
}

static Measured measure_operating(const IndicatorYear *year)
{
    return per_head(year, &operating);
}

static Measured measure_tables(const IndicatorYear *year)
{
    guint wanted = 0, there = 0;
    for (guint i = 0; i < year->filing->tables->len; i++) {
        const Table *table = g_ptr_array_index(year->filing->tables, i);
        if (table->form_table[0] == '\0')
            continue;
        wanted++;
        there += table->state == TABLE_READ || table->state == TABLE_EMPTY;
    }
    return share(measured(there), measured(wanted));
}

/* Sentences on material changes, and how many of them give a reason. */
static guint material_claims(const IndicatorYear *year, guint *with_reason)
{
    guint count = 0;
    Amount whole, base, change;
    *with_reason = 0;
    if (!figures_total(year->now, &whole))
        return 0;
    for (guint i = 0; i < year->filing->claims->len; i++) {
        const Claim *claim = g_ptr_array_index(year->filing->claims, i);
        if (!claim_implied_base(claim, &base, &change) || !change_is_material(year->thresholds, whole, base, change))
            continue;
        count++;
        *with_reason += claim->reason[0] != '\0';
    }
    return count;
}

static Measured measure_reasons(const IndicatorYear *year)
{
    guint with_reason;
    const guint count = material_claims(year, &with_reason);
    return share(measured(with_reason), measured(count));
}

static guint findings_like(const IndicatorYear *year, const char *group, Severity least)
{
    guint count = 0;
    for (guint i = 0; i < year->findings->len; i++) {
        const Finding *finding = g_ptr_array_index(year->findings, i);
        count += finding->fiscal_year == year->filing->fiscal_year && finding->severity >= least &&
                 g_str_has_prefix(finding->rule, group);
    }
    return count;
}

/* A finding may stand for several sentences and a sentence have several findings: not below 0. */
static Measured measure_adequate(const IndicatorYear *year)
{
    guint with_reason;
    const guint count = material_claims(year, &with_reason);
    if (year->findings == NULL || count == 0)
        return measured_none();
    const guint faults = findings_like(year, "reason.", SEVERITY_NOTICE);
    return share(measured(faults < count ? count - faults : 0), measured(count));
}

static Measured measure_errors(const IndicatorYear *year)
{
    return year->findings != NULL ? measured(findings_like(year, "", SEVERITY_ERROR)) : measured_none();
}

static Measured measure_targets(const IndicatorYear *year)
{
    return year->filing->targets->len > 0 ? measured(year->filing->targets->len) : measured_none();
}

static Measured measure_quantified(const IndicatorYear *year)
{
    guint count = 0;
    for (guint i = 0; i < year->filing->targets->len; i++) {
        const Target *target = g_ptr_array_index(year->filing->targets, i);
        count += strpbrk(target->value, "0123456789") != NULL;
    }
    return share(measured(count), measured(year->filing->targets->len));
}

static bool has_target(const Filing *filing, const char *name)
{
    for (guint i = 0; i < filing->targets->len; i++)
        if (g_str_equal(((const Target *)g_ptr_array_index(filing->targets, i))->name, name))
            return true;
    return false;
}

static Measured measure_kept(const IndicatorYear *year)
{
    guint kept = 0;
    if (year->last == NULL || year->filing->targets->len == 0)
        return measured_none();
    for (guint i = 0; i < year->last->targets->len; i++)
        kept += has_target(year->filing, ((const Target *)g_ptr_array_index(year->last->targets, i))->name);
    return share(measured(kept), measured(year->last->targets->len));
}

static Measured measure_weights(const IndicatorYear *year)
{
    gint64 sum = 0;
    for (guint i = 0; i < year->filing->targets->len; i++) {
        const Target *target = g_ptr_array_index(year->filing->targets, i);
        sum += target->has_weight ? target->weight : 0;
    }
    return sum > 0 ? measured((double)sum / 1000.0) : measured_none();
}

static Measured measure_small_firms(const IndicatorYear *year)
{
    return share(figure_now(year, &procurement_small), figure_now(year, &procurement));
}

const Indicator indicators[] = {
    {"total", "支出总额", "expenditure", "万元", "万元", "支出预算（决算）总计", "total expenditure, budgeted or executed", 2,
     BETTER_NEITHER, false, measure_total},
    {"growth", "支出增幅", "growth", "%", "%", "支出总额比上年的增幅；上年取上年文件，没有则由本年文字推算",
     "of total expenditure on the year before, from that year's filing or as this year's text implies it", 2, BETTER_NEITHER, false,
     measure_growth},
    {"project-share", "项目支出占比", "project share", "%", "%", "项目支出 ÷ 支出总额", "project expenditure / total expenditure", 2,
     BETTER_NEITHER, false, measure_project},
    {"carryover-ratio", "结转率", "carryover", "%", "%", "上年结转结余 ÷ 支出总额", "carryover / total expenditure", 2, BETTER_LOW,
     true, measure_carryover},
    {"carryover-again", "再次结转占比", "carried over again", "%", "%", "结转项目中上年结转表已有同名项目的金额 ÷ 结转项目合计",
     "carryover of projects that last year's carryover table has too / carryover of all projects", 2, BETTER_LOW, true,
     measure_carried_again},
    {"execution", "执行率", "execution", "%", "%", "决算支出 ÷ 同年年初预算（没有预算文件时取决算文字所述）；越近 100 越好",
     "executed / approved in the same year, as its budget or else the accounts' text says; the nearer to 100 the better", 2, BETTER_NEAR_100, true, measure_execution},
    {"three-public", "“三公”经费增幅", "three public expenses", "%", "%", "“三公”经费比上年的增幅",
     "growth of the three public expenses", 2, BETTER_LOW, true, measure_three_public},
    {"staff", "在职人数", "staff in post", "人", "", "文件写明的在职人数", "staff in post, as the filing says", 0, BETTER_NEITHER, false,
     measure_staff},
    {"operating", "公用经费", "operating cost", "万元", "万元", "公用经费；没有这一栏时取商品和服务支出与资本性支出，或机关运行经费",
     "operating expenditure; where no column has it, goods, services and capital, or administrative operating expense", 2, BETTER_NEITHER,
     false, measure_operating_cost},
    {"operating-per-head", "人均公用经费", "operating cost per head", "万元", "万元", "公用经费 ÷ 在职人数",
     "operating expenditure / staff in post", 2, BETTER_LOW, true, measure_operating},
    {"personnel-per-head", "人均人员经费", "personnel cost per head", "万元", "万元", "人员经费 ÷ 在职人数",
     "personnel expenditure / staff in post", 2, BETTER_NEITHER, false, measure_personnel},
    {"tables", "公开表齐全", "tables present", "%", "%", "读到或声明为空的表 ÷ 表式要求的表",
     "tables read or declared empty / tables of the form", 1, BETTER_HIGH, true, measure_tables},
    {"reasons", "说明原因", "changes with a reason", "%", "%", "写了原因的重大变动说明 ÷ 全部重大变动说明",
     "sentences on material changes that give a reason / all of them", 1, BETTER_HIGH, true, measure_reasons},
    {"adequate", "原因充分", "adequate reasons", "%", "%",
     "理由没有被指出缺失、笼统、相反、照抄或不足的重大变动说明 ÷ 全部重大变动说明",
     "sentences on material changes without a finding of reason.* / all of them", 1, BETTER_HIGH, true, measure_adequate},
    {"errors", "数字错误", "errors", "项", "", "本年文件的错误数（yusuan check）", "errors that `yusuan check` finds in the filing", 0,
     BETTER_LOW, true, measure_errors},
    {"targets", "绩效指标数", "targets", "项", "", "列出的绩效指标个数", "performance targets listed", 0, BETTER_NEITHER, false,
     measure_targets},
    {"quantified", "指标量化", "targets quantified", "%", "%", "指标值含数字的绩效指标占比", "targets whose value holds a number", 1,
     BETTER_HIGH, true, measure_quantified},
    {"kept", "指标延续", "targets kept", "%", "%", "上年绩效指标中本年仍有的占比", "last year's targets that are still there", 1,
     BETTER_NEITHER, false, measure_kept},
    {"weights", "权重合计", "weights", "", "", "绩效指标权重之和，应为 100", "the sum of the targets' weights, which should be 100", 1,
     BETTER_NEITHER, false, measure_weights},
    {"small-firms", "预留中小企业", "for small firms", "%", "%", "面向中小企业预留的采购 ÷ 政府采购预算",
     "procurement set aside for small and medium firms / all procurement", 2, BETTER_HIGH, true, measure_small_firms},
};

const gsize indicators_count = G_N_ELEMENTS(indicators);

_Static_assert(G_N_ELEMENTS(indicators) <= INDICATORS_MOST, "arrays with a place for each indicator");

IndicatorYear *indicator_year_new(const Department *department, const Filing *filing, const GPtrArray *findings,
                                  const Thresholds *thresholds)
{
    IndicatorYear *year = g_new0(IndicatorYear, 1);
    year->department = department;
    year->filing = filing;
    year->findings = findings;
    year->thresholds = thresholds;
    year->now = figures_new(filing);
    year->last = department_filing(department, filing->fiscal_year - 1, filing->kind);
    if (year->last != NULL && year->last->scope != filing->scope)
        year->last = NULL;
    if (year->last != NULL)
        year->before = figures_new(year->last);
    return year;
}

void indicator_year_free(IndicatorYear *year)
{
    if (year == NULL)
        return;
    figures_free(year->now);
    g_clear_pointer(&year->before, figures_free);
    g_free(year);
}

gsize indicator_find(const char *id)
{
    gsize i = 0;
    while (i < indicators_count && !g_str_equal(indicators[i].id, id))
        i++;
    return i;
}

double indicator_weight(const Indicator *indicator, const Thresholds *thresholds)
{
    if (!indicator->weighted)
        return 0;
    g_autofree char *name = g_strconcat("weight.", indicator->id, NULL);
    return (double)threshold(thresholds, name) / 1000.0;
}

Measured indicator_merit(const Indicator *indicator, const double *values, gsize n, double value)
{
    if (indicator->better == BETTER_NEITHER)
        return measured_none();
    if (indicator->better != BETTER_NEAR_100) {
        const Measured place = position_in_group(values, n, value).percentile;
        const bool high = indicator->better == BETTER_HIGH;
        return place.known ? measured(high ? place.value : 100.0 - place.value) : place;
    }
    g_autofree double *distances = g_new(double, n);
    for (gsize i = 0; i < n; i++)
        distances[i] = -fabs(values[i] - 100.0);
    return position_in_group(distances, n, -fabs(value - 100.0)).percentile;
}
