/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/rule/executions.h"

#include <string.h>

#include "history/vintage.h"

__extension__ typedef __int128 Wide;

static const char *const three_public[] = {"three-public", "travel-abroad",    "reception",
                                           "vehicles",     "vehicle-purchase", "vehicle-running"};

bool measure_is_three_public(const char *measure)
{
    for (gsize i = 0; i < G_N_ELEMENTS(three_public); i++)
        if (g_str_equal(three_public[i], measure))
            return true;
    return false;
}

const Execution *execution_find(const GArray *executions, const Execution *wanted)
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
    if (execution.budget.fen >= 0 && execution.executed.fen >= 0 && execution_find(executions, &execution) == NULL)
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

GArray *executions_of(const Department *department, const Filing *accounts, const Figures *figures)
{
    GArray *executions = g_array_new(FALSE, FALSE, sizeof(Execution));
    const Filing *budget = department_filing_of(department, accounts->fiscal_year, KIND_BUDGET, accounts->scope);
    add_from_claims(executions, accounts);
    add_from_columns(executions, accounts, figures);
    if (budget != NULL)
        add_from_budget(executions, accounts, figures, budget);
    return executions;
}
