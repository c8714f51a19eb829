/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/ledger.h"

#include <string.h>

#include "analysis/ledger_build.h"
#include "schema/error.h"
#include "schema/language.h"

/* What one step of a comparison works on. */
typedef struct {
    const Department *department;
    const Lineage *lineage;
    const Thresholds *thresholds;
    LedgerTerms terms;
    const Filing *now, *before;
} Task;

const char *ledger_verdict_word(LedgerVerdict verdict)
{
    static const char *const words[] = {"explained", "reclassified", "partly", "unexplained", "contradicted", "immaterial"};
    return words[verdict];
}

const char *ledger_verdict_name(LedgerVerdict verdict)
{
    switch (verdict) {
    case LEDGER_EXPLAINED:
        return say("已说明", "explained");
    case LEDGER_RECLASSIFIED:
        return say("科目调整", "reclassified");
    case LEDGER_PARTLY:
        return say("部分说明", "partly explained");
    case LEDGER_UNEXPLAINED:
        return say("未说明", "unexplained");
    case LEDGER_CONTRADICTED:
        return say("理由相反", "contradicted");
    case LEDGER_IMMATERIAL:
        break;
    }
    return say("不重大", "immaterial");
}

static void line_free(gpointer data)
{
    LedgerLine *line = data;
    g_free(line->code);
    g_free(line->subject);
    g_free(line->measure);
    g_free(line->reason);
    g_free(line->note);
    g_free(line->text);
    g_free(line);
}

void ledger_free(Ledger *ledger)
{
    if (ledger == NULL)
        return;
    g_free(ledger->department);
    g_ptr_array_unref(ledger->lines);
    g_ptr_array_unref(ledger->notes);
    g_free(ledger);
}

/* ---- what is there ---- */

static Kind kind_of_phase(Phase phase)
{
    return phase == PHASE_EXECUTED ? KIND_ACCOUNTS : KIND_BUDGET;
}

char *ledger_year_name(int year, Phase phase)
{
    return phase == PHASE_EXECUTED ? g_strdup_printf(say("%d 年决算", "final accounts of %d"), year)
                                   : g_strdup_printf(say("%d 年预算", "budget of %d"), year);
}

Phase ledger_usual_phase(const Department *department, int year)
{
    return department_filing(department, year, KIND_BUDGET) == NULL && department_filing(department, year, KIND_ACCOUNTS) != NULL
               ? PHASE_EXECUTED
               : PHASE_APPROVED;
}

/* 2022 2023 2024（单位） */
static void list_years(const Department *department, Kind kind, GString *text)
{
    guint before = (guint)text->len;
    for (guint i = 0; i < department->filings->len; i++) {
        const Filing *filing = g_ptr_array_index(department->filings, i);
        if (filing->kind == kind)
            g_string_append_printf(text, " %d%s", filing->fiscal_year, filing->scope == SCOPE_UNIT ? say("（单位）", " (unit)") : "");
    }
    if (text->len == before)
        g_string_append(text, say(" 无", " none"));
}

static void fail(const Department *department, const char *what, GError **error)
{
    g_autoptr(GString) years = g_string_new(say("预算", "budgets"));
    list_years(department, KIND_BUDGET, years);
    g_string_append(years, say("；决算", "; final accounts"));
    list_years(department, KIND_ACCOUNTS, years);
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE, say("%s %s；已有的年度：%s", "%s: %s; years there are: %s"), department->name, what, years->str);
}

/* The base just before: what the year's own sentences may compare with. */
static bool is_one_step(const LedgerTerms *terms)
{
    if (terms->phase == PHASE_EXECUTED && terms->base_phase == PHASE_APPROVED)
        return terms->base_year == terms->year;
    return terms->base_year == terms->year - 1;
}

static bool check_terms(const Department *department, const LedgerTerms *terms, GError **error)
{
    bool earlier = terms->base_year < terms->year ||
                   (terms->base_year == terms->year && terms->phase == PHASE_EXECUTED && terms->base_phase == PHASE_APPROVED);
    g_autofree char *now = ledger_year_name(terms->year, terms->phase);
    g_autofree char *base = ledger_year_name(terms->base_year, terms->base_phase);
    g_autofree char *what = NULL;
    if (!earlier)
        what = g_strdup_printf(say("不能拿 %s同 %s比：对比的一方须在前", "%s cannot be compared with %s: the base must come first"), now, base);
    else if (department_filing(department, terms->year, kind_of_phase(terms->phase)) == NULL)
        what = g_strdup_printf(say("没有 %s", "there is no %s"), now);
    else if (!is_one_step(terms) && department_filing(department, terms->base_year, kind_of_phase(terms->base_phase)) == NULL)
        what = g_strdup_printf(say("没有 %s可比", "there is no %s to compare with"), base);
    if (what != NULL)
        fail(department, what, error);
    return what == NULL;
}

/*
 * Both filings in one scope: the department's where both are there, else the unit's. A base of another scope is not
 * taken, and not passed over in silence either.
 */
static bool choose_filings(Task *task, GError **error)
{
    const LedgerTerms *terms = &task->terms;
    static const Scope scopes[] = {SCOPE_DEPARTMENT, SCOPE_UNIT};
    bool other_scope = false;
    for (gsize i = 0; i < G_N_ELEMENTS(scopes); i++) {
        const Filing *now = department_filing_of(task->department, terms->year, kind_of_phase(terms->phase), scopes[i]);
        const Filing *before =
            department_filing_of(task->department, terms->base_year, kind_of_phase(terms->base_phase), scopes[i]);
        if (now != NULL && (task->now == NULL || (task->before == NULL && before != NULL))) {
            task->now = now;
            task->before = before;
        }
        other_scope |= before != NULL;
    }
    if (task->now == NULL || (task->before == NULL && (other_scope || !is_one_step(terms)))) {
        g_autofree char *now = ledger_year_name(terms->year, terms->phase);
        g_autofree char *base = ledger_year_name(terms->base_year, terms->base_phase);
        g_autofree char *what = g_strdup_printf(
            say("的 %s和 %s一个是部门口径、一个是单位口径，不能比", "%s and %s differ in scope (department, unit) and are not compared"), now, base);
        fail(task->department, what, error);
        return false;
    }
    return true;
}

/* ---- totals ---- */

static Against against_of(const LedgerTerms *terms)
{
    if (terms->base_year == terms->year)
        return AGAINST_THIS_BUDGET;
    return terms->base_phase == PHASE_EXECUTED ? AGAINST_LAST_ACCOUNTS : AGAINST_LAST_BUDGET;
}

/* The base that a sentence on the quantity implies, where its amount is `amount`. */
static bool implied_whole(const LedgerBuilder *builder, const Quantity *quantity, Amount amount, Amount *base)
{
    for (guint i = 0; i < builder->now->claims->len; i++) {
        const Claim *claim = g_ptr_array_index(builder->now->claims, i);
        Amount change;
        if (claim->code[0] == '\0' && claim->direction == quantity->direction && claim->fund == quantity->fund &&
            g_str_equal(claim->measure, quantity->measure) && ledger_claim_change(claim, builder->against, base, &change) &&
            verdict_of_equality(claim->amount, amount) != VERDICT_IMPOSSIBLE)
            return true;
    }
    return false;
}

/* Basic and project expenditure imply the whole before, where they are the whole now. */
static bool implied_by_parts(const LedgerBuilder *builder, Amount total, Amount *base)
{
    static const char *const measures[] = {"basic", "project"};
    Amount parts[G_N_ELEMENTS(measures)];
    Amount sum = {0, 1};
    for (gsize i = 0; i < G_N_ELEMENTS(measures); i++) {
        Amount before;
        Quantity quantity = quantity_of(DIRECTION_EXPENDITURE, FUND_ALL, measures[i], "");
        if (!figures_amount(builder->figures, &quantity, &parts[i], NULL) ||
            !implied_whole(builder, &quantity, parts[i], &before) || !amount_add(sum, before, &sum))
            return false;
    }
    if (verdict_of_sum(parts, G_N_ELEMENTS(parts), total, NULL) == VERDICT_IMPOSSIBLE)
        return false;
    *base = sum;
    return true;
}

/* The department's whole in both years, measured alike: its expenditure, else its revenue. */
static void settle_totals(LedgerBuilder *builder)
{
    static const Direction directions[] = {DIRECTION_EXPENDITURE, DIRECTION_REVENUE};
    Ledger *ledger = builder->ledger;
    for (gsize i = 0; i < G_N_ELEMENTS(directions) && !ledger->base_known; i++) {
        Quantity whole = quantity_of(directions[i], FUND_ALL, "total", "");
        Amount current;
        if (!figures_amount(builder->figures, &whole, &current, NULL))
            continue;
        if (!ledger->has_total)
            ledger->current_total = current;
        ledger->has_total = true;
        Amount base;
        ledger->base_known = builder->before != NULL ? figures_amount(builder->figures_before, &whole, &base, NULL)
                                                     : implied_whole(builder, &whole, current, &base);
        if (!ledger->base_known)
            continue;
        ledger->current_total = current;
        ledger->base_total = base;
    }
    if (ledger->has_total && !ledger->base_known && builder->before == NULL)
        ledger->base_known = implied_by_parts(builder, ledger->current_total, &ledger->base_total);
    if (!ledger->base_known)
        ledger->base_total = ledger->current_total;
}

/* Without a total of the base, it is this year's less all lines' changes. */
static void settle_change(Ledger *ledger)
{
    for (guint i = 0; i < ledger->lines->len && !ledger->base_known; i++) {
        const LedgerLine *line = g_ptr_array_index(ledger->lines, i);
        amount_subtract(ledger->base_total, line->change, &ledger->base_total);
    }
    amount_subtract(ledger->current_total, ledger->base_total, &ledger->change_total);
}

static gint compare_lines(gconstpointer a, gconstpointer b)
{
    const LedgerLine *x = *(LedgerLine *const *)a;
    const LedgerLine *y = *(LedgerLine *const *)b;
    if (x->material != y->material)
        return x->material ? -1 : 1;
    if (ABS(x->unexplained.fen) != ABS(y->unexplained.fen))
        return ABS(x->unexplained.fen) > ABS(y->unexplained.fen) ? -1 : 1;
    if (ABS(x->change.fen) != ABS(y->change.fen))
        return ABS(x->change.fen) > ABS(y->change.fen) ? -1 : 1;
    return strcmp(x->code, y->code) != 0 ? strcmp(x->code, y->code) : strcmp(x->subject, y->subject);
}

static void add_size(Amount *sum, Amount part)
{
    part.fen = ABS(part.fen);
    amount_add(*sum, part, sum);
}

static void add_up(Ledger *ledger)
{
    Amount nothing = {0, ledger->has_total ? ledger->current_total.step : 1};
    ledger->change_size = ledger->reclassified_total = ledger->explained_total = ledger->unexplained_total = nothing;
    for (guint i = 0; i < ledger->lines->len; i++) {
        const LedgerLine *line = g_ptr_array_index(ledger->lines, i);
        if (!line->material)
            continue;
        add_size(&ledger->change_size, line->change);
        add_size(&ledger->reclassified_total, line->reclassified);
        add_size(&ledger->explained_total, line->explained);
        add_size(&ledger->unexplained_total, line->unexplained);
    }
    double whole = (double)ledger->change_size.fen;
    double part = (double)ledger->unexplained_total.fen;
    ledger->explained_share = whole > 0 ? CLAMP(100.0 * (whole - part) / whole, 0.0, 100.0) : 100.0;
}

/* ---- one comparison ---- */

static Ledger *ledger_new(const Task *task)
{
    Ledger *ledger = g_new0(Ledger, 1);
    ledger->department = g_strdup(task->department->name);
    ledger->fiscal_year = task->terms.year;
    ledger->base_year = task->terms.base_year;
    ledger->phase = task->terms.phase;
    ledger->base_phase = task->terms.base_phase;
    ledger->scope = task->now->scope;
    ledger->filing = task->now;
    ledger->base_filed = task->before != NULL;
    ledger->lines = g_ptr_array_new_with_free_func(line_free);
    ledger->notes = g_ptr_array_new_with_free_func(g_free);
    return ledger;
}

/*
 * `steps`: the ledgers on the way where the years are no neighbours, and `way` their terms; else NULL. NULL when nothing
 * can be compared.
 */
static Ledger *compare_years(const Task *task, const GPtrArray *steps, const GArray *way)
{
    g_autoptr(Ledger) ledger = ledger_new(task);
    LedgerBuilder builder = {.now = task->now, .before = task->before, .thresholds = task->thresholds, .ledger = ledger};
    builder.lineage = task->lineage;
    builder.steps = steps;
    builder.way = way;
    builder.against = against_of(&task->terms);
    builder.figures = figures_new(task->now);
    builder.figures_before = task->before != NULL ? figures_new(task->before) : NULL;
    settle_totals(&builder);
    ledger_add_subjects(&builder);
    bool compared = ledger->lines->len > 0;
    settle_change(ledger);
    ledger_add_rest(&builder);
    figures_free(builder.figures);
    figures_free(builder.figures_before);
    if (!compared)
        return NULL;
    g_ptr_array_sort(ledger->lines, compare_lines);
    add_up(ledger);
    return g_steal_pointer(&ledger);
}

/* ---- a chain ---- */

/*
 * The steps from the base to the year: within one phase year by year; from a budget to final accounts through the
 * budgets, then into execution; from final accounts to a budget through the accounts.
 */
static GArray *steps_of(const LedgerTerms *terms)
{
    GArray *steps = g_array_new(FALSE, FALSE, sizeof(LedgerTerms));
    int last = terms->phase == terms->base_phase || terms->phase == PHASE_EXECUTED ? terms->year : terms->year - 1;
    for (int year = terms->base_year + 1; year <= last; year++) {
        LedgerTerms step = {year, year - 1, terms->base_phase, terms->base_phase};
        g_array_append_val(steps, step);
    }
    if (terms->phase == terms->base_phase)
        return steps;
    LedgerTerms turn = *terms;
    turn.base_year = last;
    g_array_append_val(steps, turn);
    return steps;
}

static void note_missing(Ledger *ledger, const LedgerTerms *step)
{
    g_autofree char *now = ledger_year_name(step->year, step->phase);
    g_autofree char *base = ledger_year_name(step->base_year, step->base_phase);
    g_ptr_array_add(ledger->notes, g_strdup_printf(say("%s对 %s的理由不知道（没有可比的材料），那一段变动算在未说明里",
                                                       "the reasons for %s against %s are not known (nothing to compare): that part stands as unexplained"),
                                                   now, base));
}

static Ledger *compare_distant_years(const Task *task)
{
    g_autoptr(GArray) way = steps_of(&task->terms);
    g_autoptr(GPtrArray) steps = g_ptr_array_new();
    for (guint i = 0; i < way->len; i++) {
        Task step = {task->department, task->lineage, task->thresholds, g_array_index(way, LedgerTerms, i), NULL, NULL};
        const Scope scope = task->now->scope;
        step.now = department_filing_of(task->department, step.terms.year, kind_of_phase(step.terms.phase), scope);
        step.before = department_filing_of(task->department, step.terms.base_year, kind_of_phase(step.terms.base_phase), scope);
        g_ptr_array_add(steps, step.now != NULL ? compare_years(&step, NULL, NULL) : NULL);
    }
    Ledger *ledger = compare_years(task, steps, way);
    for (guint i = 0; i < way->len; i++) {
        if (ledger != NULL && g_ptr_array_index(steps, i) == NULL)
            note_missing(ledger, &g_array_index(way, LedgerTerms, i));
        ledger_free(g_ptr_array_index(steps, i));
    }
    return ledger;
}

/* ---- what the reader must know ---- */

static void add_notes(const Task *task, Ledger *ledger)
{
    g_autofree char *base = ledger_year_name(ledger->base_year, ledger->base_phase);
    if (!ledger->base_filed && ledger->base_year == ledger->fiscal_year)
        g_ptr_array_add(ledger->notes, g_strdup_printf(say("没有 %s，其数取自决算说明里的“年初预算”", "there is no %s: its figures are those that the final accounts state"), base));
    else if (!ledger->base_filed)
        g_ptr_array_add(ledger->notes, g_strdup_printf(say("没有 %s，其数由本年说明推算", "there is no %s: its figures are implied by this year's sentences"), base));
    if (!ledger->base_known && ledger->has_total)
        g_ptr_array_add(ledger->notes, g_strdup_printf(say("%s总额没有材料，只知道各行的变动", "the total of the %s is not known, only the lines' changes are"), base));
    if (!ledger->base_filed && ledger->phase == PHASE_APPROVED && ledger->base_phase == PHASE_APPROVED &&
        department_filing_of(task->department, ledger->base_year, kind_of_phase(PHASE_EXECUTED), ledger->scope) != NULL)
        g_ptr_array_add(ledger->notes, g_strdup_printf(say("有 %d 年决算：加 --base-phase executed 可与决算逐科目比较",
                                                           "there are final accounts of %d: --base-phase executed compares with them, subject by subject"),
                                                       ledger->base_year));
}

Ledger *ledger_from_terms(const Department *department, const LedgerTerms *terms, const Thresholds *thresholds, GError **error)
{
    Task task = {.department = department, .thresholds = thresholds, .terms = *terms};
    if (!check_terms(department, terms, error) || !choose_filings(&task, error))
        return NULL;
    g_autoptr(Lineage) lineage = lineage_from_department(department, thresholds);
    task.lineage = lineage;
    Ledger *ledger = is_one_step(terms) ? compare_years(&task, NULL, NULL) : compare_distant_years(&task);
    if (ledger != NULL) {
        add_notes(&task, ledger);
        return ledger;
    }
    g_autofree char *now = ledger_year_name(terms->year, terms->phase);
    g_autofree char *base = ledger_year_name(terms->base_year, terms->base_phase);
    g_autofree char *what = g_strdup_printf(task.before == NULL ? say("没有 %2$s，%1$s里也没有与之比较的数字", "%s says nothing that compares with the %s, of which there is no filing")
                                                                : say("%s和%s没有可比的科目", "%s and %s have no subject to compare"),
                                            now, base);
    fail(department, what, error);
    return NULL;
}

Ledger *ledger_from_department(const Department *department, int year, int base_year, const Thresholds *thresholds,
                               GError **error)
{
    Phase phase = ledger_usual_phase(department, year);
    LedgerTerms usual = {year, base_year, phase, phase};
    g_autoptr(GError) fault = NULL;
    Ledger *ledger = ledger_from_terms(department, &usual, thresholds, &fault);
    if (ledger == NULL && phase == PHASE_APPROVED && base_year == year - 1) {
        LedgerTerms other = {year, base_year, phase, PHASE_EXECUTED};
        ledger = ledger_from_terms(department, &other, thresholds, NULL);
        if (ledger != NULL)
            g_ptr_array_add(ledger->notes, g_strdup(say("本年预算没有与上年预算可比的数字，这里对的是上年决算",
                                                        "nothing compares with last year's budget: this is against last year's final accounts")));
    }
    if (ledger == NULL)
        g_propagate_error(error, g_steal_pointer(&fault));
    return ledger;
}
