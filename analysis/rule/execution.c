/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * execution.low, execution.over: what final accounts say was spent, far from the budget of the same year, in one year or,
 * less far, in two of three. The budget is, in this order, the one that the accounts' own sentence gives (年初预算为…，支出决算
 * 为…), the one in a column of their tables (预算数), or that of the year's budget filing of the same scope. Which vintage it
 * is stands in the message, and years are compared within one vintage.
 *
 * Saving on the three public expenses is what is asked for, so only their excess counts, and there any excess does.
 */
#include <string.h>

#include "analysis/department_year.h"
#include "analysis/rule/catalogue.h"
#include "analysis/rule/raise.h"
#include "analysis/rule/years.h"
#include "history/vintage.h"
#include "schema/language.h"

__extension__ typedef __int128 Wide;

#define YEARS_LOOKED_AT 3

/* A quantity of one year's accounts with its budget. The texts are those of the filings. */
typedef struct {
    const Filing *accounts;
    Fund fund;
    const char *measure, *code;
    Phase vintage; /* of the budget: approved where only 预算 is said, */
    bool unnamed;  /* and then it is not called so */
    Amount budget, executed;
    const Claim *claim;          /* that gives both, or NULL and then */
    bool rate_only;              /* it gives no budget, but how much of it was spent */
    Place place, budget_place;   /* where they are printed */
    const Filing *budget_filing; /* the budget's filing, NULL when the accounts print it themselves */
} Execution;

static const char *const three_public[] = {"three-public", "travel-abroad",    "reception",
                                           "vehicles",     "vehicle-purchase", "vehicle-running"};

static bool is_three_public(const char *measure)
{
    for (gsize i = 0; i < G_N_ELEMENTS(three_public); i++)
        if (g_str_equal(three_public[i], measure))
            return true;
    return false;
}

static const Execution *find(const GArray *executions, const Execution *wanted)
{
    for (guint i = 0; i < executions->len; i++) {
        const Execution *execution = &g_array_index(executions, Execution, i);
        if (execution->fund == wanted->fund && g_str_equal(execution->measure, wanted->measure) &&
            g_str_equal(execution->code, wanted->code))
            return execution;
    }
    return NULL;
}

/* The first source of a quantity counts. */
static void add(GArray *executions, Execution execution)
{
    if (execution.budget.fen >= 0 && execution.executed.fen >= 0 && find(executions, &execution) == NULL)
        g_array_append_val(executions, execution);
}

/*
 * The budget of a sentence that gives only how much of it was spent (支出决算为 0.50 万元，完成年初预算的 45%): its step is as
 * wide as the true values that fit. False for a rate of nothing, from which no budget follows.
 */
static bool budget_from_completion(const Claim *claim, Amount *budget)
{
    const Wide scale = 100 * (Wide)RATE_PERCENT;
    Wide rate_low = 2 * (Wide)claim->completion.value - claim->completion.step;
    Wide rate_high = 2 * (Wide)claim->completion.value + claim->completion.step;
    Wide low = 2 * (Wide)claim->amount.fen - claim->amount.step;
    Wide high = 2 * (Wide)claim->amount.fen + claim->amount.step;
    if (!claim->has_completion || rate_low <= 0 || low < 0)
        return false;
    low = low * scale / rate_high;
    high = high * scale / rate_low + 1;
    if (high > G_MAXINT64 / 2)
        return false;
    *budget = (Amount){(gint64)((low + high) / 2), (gint64)(high - low) + 1};
    return true;
}

static void add_from_claims(GArray *executions, const Filing *accounts)
{
    for (guint i = 0; i < accounts->claims->len; i++) {
        const Claim *claim = g_ptr_array_index(accounts->claims, i);
        Phase vintage;
        Amount budget = claim->base;
        if (claim->direction != DIRECTION_EXPENDITURE || claim->measure[0] == '\0' || !claim->has_amount ||
            !vintage_of_claim(claim, &vintage) || (!claim->has_base && !budget_from_completion(claim, &budget)))
            continue;
        bool named = vintage_from_words(claim->text, &vintage);
        add(executions, (Execution){.accounts = accounts, .fund = claim->fund, .measure = claim->measure, .code = claim->code,
                                    .vintage = vintage, .unnamed = !named, .budget = budget, .executed = claim->amount,
                                    .claim = claim, .rate_only = !claim->has_base});
    }
}

/* Pairs of columns: 预算数 and 决算数 of the same thing. */
static void add_from_columns(GArray *executions, const Filing *accounts, const Figures *figures)
{
    for (gsize i = 0; i < G_N_ELEMENTS(three_public); i++) {
        g_autofree char *marked = g_strconcat(three_public[i], MEASURE_BUDGETED, NULL);
        g_autofree char *plain = NULL;
        Quantity spent = quantity_of(DIRECTION_EXPENDITURE, FUND_ALL, three_public[i], "");
        Quantity budgeted = quantity_of(DIRECTION_EXPENDITURE, FUND_ALL, marked, "");
        Execution execution = {.accounts = accounts, .measure = three_public[i], .code = ""};
        if (!figures_amount(figures, &spent, &execution.executed, &execution.place) ||
            !figures_amount(figures, &budgeted, &execution.budget, &execution.budget_place))
            continue;
        const Column *column = table_column(execution.budget_place.table, execution.budget_place.cell->column);
        execution.vintage = vintage_of_figure(accounts, column, marked, &plain);
        execution.unnamed = execution.vintage == PHASE_APPROVED && !vintage_from_words(column->path, &execution.vintage);
        add(executions, execution);
    }
}

/* Items of the functional classification, and the whole with its two halves. */
static bool is_compared_with_budget(const Quantity *quantity)
{
    bool total = g_str_equal(quantity->measure, "total");
    bool half = g_str_equal(quantity->measure, "basic") || g_str_equal(quantity->measure, "project");
    return quantity->direction == DIRECTION_EXPENDITURE && quantity->label[0] == '\0' &&
           ((total && strlen(quantity->code) == 7) || ((total || half) && quantity->code[0] == '\0'));
}

static void add_from_budget(GArray *executions, const Filing *accounts, const Figures *figures, const Filing *budget)
{
    g_autoptr(Figures) approved = figures_new(budget);
    const GPtrArray *quantities = figures_quantities(figures);
    for (guint i = 0; i < quantities->len; i++) {
        const Quantity *quantity = g_ptr_array_index(quantities, i);
        Execution execution = {.accounts = accounts, .fund = quantity->fund, .measure = quantity->measure,
                               .code = quantity->code, .vintage = PHASE_APPROVED, .budget_filing = budget};
        if (is_compared_with_budget(quantity) && figures_amount(figures, quantity, &execution.executed, &execution.place) &&
            figures_amount(approved, quantity, &execution.budget, &execution.budget_place) && execution.budget.fen > 0)
            add(executions, execution);
    }
}

/* All of the accounts' quantities that have a budget to be held against (Execution). */
static GArray *executions_of(const Department *department, const Filing *accounts, const Figures *figures)
{
    GArray *executions = g_array_new(FALSE, FALSE, sizeof(Execution));
    const Filing *budget = department_filing_of(department, accounts->fiscal_year, KIND_BUDGET, accounts->scope);
    add_from_claims(executions, accounts);
    add_from_columns(executions, accounts, figures);
    if (budget != NULL)
        add_from_budget(executions, accounts, figures, budget);
    return executions;
}

/* executed / budget lies beyond the limit whatever the true figures are: -1 below, 1 above. Printed x is 2x ± step. */
static bool is_below(const Execution *execution, gint64 thousandths)
{
    Wide most = 2 * (Wide)execution->executed.fen + execution->executed.step;
    Wide least_budget = 2 * (Wide)execution->budget.fen - execution->budget.step;
    return most * 1000 < least_budget * thousandths;
}

static bool is_above(const Execution *execution, gint64 thousandths)
{
    Wide least = 2 * (Wide)execution->executed.fen - execution->executed.step;
    Wide most_budget = 2 * (Wide)execution->budget.fen + execution->budget.step;
    return least * 1000 > most_budget * thousandths;
}

typedef struct {
    RuleContext *context;
    bool has_total;
    Amount total;
    GArray *earlier[YEARS_LOOKED_AT - 1]; /* the executions of the years before, newest first; NULL without accounts */
    GArray *told;                         /* Execution: those raised */
} ExecutionReview;

/* Small beside the department, a rate says little: 0.3 of 0.5 万元. */
static bool matters(const ExecutionReview *review, const Execution *execution)
{
    Wide apart = (Wide)execution->executed.fen - execution->budget.fen;
    gint64 floor = threshold(review->context->thresholds, "execution.floor");
    if (!review->has_total)
        return execution->code[0] == '\0';
    return (apart < 0 ? -apart : apart) * 1000 >= (Wide)review->total.fen * floor;
}

/* A class, its group and its only item are one thing, as are all money and the only fund: said of the first that comes. */
static bool is_told(const ExecutionReview *review, const Execution *execution)
{
    for (guint i = 0; i < review->told->len; i++) {
        const Execution *other = &g_array_index(review->told, Execution, i);
        bool within = g_str_has_prefix(other->code, execution->code) || g_str_has_prefix(execution->code, other->code);
        bool same_figures = other->budget.fen == execution->budget.fen && other->executed.fen == execution->executed.fen;
        bool same_code = execution->code[0] != '\0' && g_str_equal(other->code, execution->code);
        if (same_code || (within && same_figures))
            return true;
    }
    return false;
}

/* The first of the years before that was beyond the limit, too, in the same vintage. */
static const Execution *beyond_before(const ExecutionReview *review, const Execution *now, bool over, gint64 limit)
{
    for (gsize i = 0; i < G_N_ELEMENTS(review->earlier); i++) {
        const Execution *before = review->earlier[i] != NULL ? find(review->earlier[i], now) : NULL;
        if (before != NULL && before->vintage == now->vintage && (over ? is_above(before, limit) : is_below(before, limit)))
            return before;
    }
    return NULL;
}

static void add_evidence(Finding *finding, const Execution *execution)
{
    if (execution->claim != NULL) {
        finding_add_evidence(finding, execution->accounts, execution->claim->page, execution->claim->line, NULL, NULL, NULL,
                             execution->claim->text);
        return;
    }
    raise_add_place_of(finding, execution->accounts, execution->place);
    raise_add_place_of(finding, execution->budget_filing != NULL ? execution->budget_filing : execution->accounts,
                       execution->budget_place);
}

static const char *budget_name(const Execution *execution)
{
    return execution->unnamed ? say("预算", "budget") : vintage_name(execution->vintage);
}

static char *rate_words(const Execution *execution)
{
    Rate rate;
    if (!share_of_amounts(execution->executed, execution->budget, &rate))
        return g_strdup(say("没有预算", "no budget"));
    g_autofree char *percent = rate_to_text(rate);
    return g_strdup_printf(say("完成 %s%%", "%s %% of it"), percent);
}

/* "2024 年年初预算 100.00 万元，决算 60.00 万元，完成 60.00%" */
static char *execution_words(const Execution *execution)
{
    g_autofree char *executed = amount_to_display(execution->executed);
    if (execution->rate_only) {
        g_autofree char *stated = rate_to_text(execution->claim->completion);
        return g_strdup_printf(say("%d 年决算 %s 万元，文中说完成%s的 %s%%", "%1$d, executed %2$s, said to be %4$s %% of the %3$s"),
                               execution->accounts->fiscal_year, executed, budget_name(execution), stated);
    }
    g_autofree char *budget = amount_to_display(execution->budget);
    g_autofree char *rate = rate_words(execution);
    return g_strdup_printf(say("%d 年%s%s %s 万元，决算 %s 万元，%s", "%d, %s%s %s, executed %s: %s"),
                           execution->accounts->fiscal_year, budget_name(execution),
                           execution->budget_filing != NULL ? say("（当年预算文件）", " (the year's budget filing)") : "", budget,
                           executed, rate);
}

static char *limit_words(const Execution *execution, const Execution *before, bool over, gint64 limit)
{
    if (execution->budget.fen == 0)
        return g_strdup("");
    g_autoptr(GString) words = g_string_new(NULL);
    if (before != NULL) {
        g_autofree char *earlier = execution_words(before);
        g_string_append_printf(words, say("；%s；三年中至少两年", "; %s; in two of three years"), earlier);
    }
    g_string_append_printf(words, over ? say("%s高于 %.0f%%", "%smore than %.0f %%") : say("%s低于 %.0f%%", "%sless than %.0f %%"),
                           before != NULL ? "" : say("，", ", "), (double)limit / 10.0);
    return g_strdup(words->str);
}

/* A row 总计 does not say of what. The names make the findings' ids: they stay in the filings' language. */
static const struct {
    const char *measure, *name;
} wholes[] = {
    {"total", "支出合计"}, {"basic", "基本支出"}, {"project", "项目支出"}, {"three-public", "“三公”经费"},
    {"travel-abroad", "因公出国（境）费"}, {"reception", "公务接待费"}, {"vehicles", "公务用车购置及运行费"},
    {"vehicle-purchase", "公务用车购置费"}, {"vehicle-running", "公务用车运行费"},
};

static void name_whole(Finding *finding, const Execution *execution)
{
    for (gsize i = 0; i < G_N_ELEMENTS(wholes); i++)
        if (execution->code[0] == '\0' && g_str_equal(wholes[i].measure, execution->measure))
            text_set(&finding->subject, wholes[i].name);
}

/* Of a sentence, what it speaks of; of figures that only tables print, their row. */
static Finding *begin(ExecutionReview *review, const Execution *execution, bool over)
{
    const char *rule = over ? "execution.over" : "execution.low";
    Finding *finding = execution->claim != NULL
                           ? raise_on_claim(review->context, rule, SEVERITY_WARNING, execution->claim)
                           : raise_on_place(review->context, rule, SEVERITY_WARNING, execution->place);
    if (execution->claim != NULL)
        return finding;
    name_whole(finding, execution);
    raise_add_place_of(finding, execution->budget_filing != NULL ? execution->budget_filing : execution->accounts,
                       execution->budget_place);
    return finding;
}

static char *subject_words(const Finding *finding, const Execution *execution)
{
    g_autofree char *title = subject_title(finding->code, finding->subject);
    return execution->fund == FUND_ALL ? g_strdup(title)
                                       : g_strdup_printf(say("%s（%s）", "%s (%s)"), title, fund_name(execution->fund));
}

static Amount rounded(Amount amount, gint64 step)
{
    gint64 rest = ABS(amount.fen) % step;
    gint64 size = ABS(amount.fen) - rest + (2 * rest >= step ? step : 0);
    return (Amount){amount.fen < 0 ? -size : size, step};
}

static void tell(ExecutionReview *review, const Execution *execution, bool over, const Execution *before, gint64 limit)
{
    Finding *finding = begin(review, execution, over);
    Amount apart = {0, 1};
    if (before != NULL) {
        finding->base_year = before->accounts->fiscal_year;
        add_evidence(finding, before);
    }
    if (amount_subtract(execution->executed, execution->budget, &apart)) {
        /* A budget reckoned from a rate has no digits of its own: shown as the amount beside it is. */
        if (execution->rate_only)
            apart = rounded(apart, execution->executed.step);
        raise_amount(finding, apart);
    }
    const char *reason = execution->claim != NULL ? execution->claim->reason : "";
    g_autofree char *subject = subject_words(finding, execution);
    g_autofree char *words = execution_words(execution);
    g_autofree char *bounds = limit_words(execution, before, over, limit);
    g_autofree char *stated =
        reason[0] != '\0' ? g_strdup_printf(say("。文中说明：“%s”", ". The text says: \"%s\""), reason) : g_strdup("");
    g_autofree char *size = amount_to_display((Amount){ABS(apart.fen), apart.step});
    raise_say(finding, g_strdup_printf(say("%s：%s%s%s", "%s: %s%s%s"), subject, words, bounds, stated),
              over ? g_strdup_printf(say("%s比%s多支出 %s 万元，多出的部分何时、经谁批准追加，用于什么？",
                                         "%1$s was %3$s (万元) above the %2$s: when and by whom was that approved, and what for?"),
                                     subject, budget_name(execution), size)
                   : g_strdup_printf(say("%s比%s少支出 %s 万元，哪些事没有做，预算是否编多了，剩余资金如何处理？",
                                         "%1$s was %3$s (万元) below the %2$s: what was not done, was the budget too high, "
                                         "and what became of the money?"),
                                     subject, budget_name(execution), size));
    g_array_append_val(review->told, *execution);
}

/* The three public expenses may not exceed their budget at all. */
static bool tells_excess_of_three_public(ExecutionReview *review, const Execution *execution)
{
    if (threshold(review->context->thresholds, "rule.three-public") != 0 && is_above(execution, 1000) &&
        execution->budget.fen != execution->executed.fen)
        tell(review, execution, true, NULL, 1000);
    return true;
}

static void check(ExecutionReview *review, const Execution *execution)
{
    static const struct {
        bool over;
        const char *limit, *repeated;
    } limits[] = {{false, "execution.low", "execution.low-repeated"}, {true, "execution.over", "execution.over-repeated"}};
    if (is_told(review, execution) ||
        (is_three_public(execution->measure) && tells_excess_of_three_public(review, execution)) || !matters(review, execution))
        return;
    for (gsize i = 0; i < G_N_ELEMENTS(limits); i++) {
        bool over = limits[i].over;
        gint64 limit = threshold(review->context->thresholds, limits[i].limit);
        gint64 repeated = threshold(review->context->thresholds, limits[i].repeated);
        bool far = over ? is_above(execution, limit) : is_below(execution, limit);
        bool less_far = over ? is_above(execution, repeated) : is_below(execution, repeated);
        const Execution *before = !far && less_far ? beyond_before(review, execution, over, repeated) : NULL;
        if (far || before != NULL) {
            tell(review, execution, over, before, before != NULL ? repeated : limit);
            return;
        }
    }
}

/* The finest codes first: what is said of an item is not said again of its class. */
static gint compare_depth(gconstpointer a, gconstpointer b)
{
    gsize x = strlen(((const Execution *)a)->code);
    gsize y = strlen(((const Execution *)b)->code);
    return (x < y) - (x > y);
}

void rule_execution(RuleContext *context)
{
    const Filing *filing = context->filing;
    if (filing->kind != KIND_ACCOUNTS)
        return;
    ExecutionReview review = {.context = context, .told = g_array_new(FALSE, FALSE, sizeof(Execution))};
    review.has_total = figures_total(figures_now(context), &review.total);
    for (int i = 0; i < YEARS_LOOKED_AT - 1; i++) {
        const Filing *before = department_filing_like(context->department, filing, filing->fiscal_year - 1 - i);
        g_autoptr(Figures) figures = before != NULL ? figures_new(before) : NULL;
        review.earlier[i] = before != NULL ? executions_of(context->department, before, figures) : NULL;
    }
    g_autoptr(GArray) executions = executions_of(context->department, filing, figures_now(context));
    g_array_sort(executions, compare_depth);
    for (guint i = 0; i < executions->len; i++)
        check(&review, &g_array_index(executions, Execution, i));
    for (int i = 0; i < YEARS_LOOKED_AT - 1; i++)
        g_clear_pointer(&review.earlier[i], g_array_unref);
    g_array_unref(review.told);
}
