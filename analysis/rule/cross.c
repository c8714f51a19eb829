/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cross.table: one quantity printed twice, or two quantities that must be the same, with two figures. And what else a form
 * says must hold between quantities: sum.total for a foot and what is above it, balance for what came in and went out.
 */
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "analysis/rule/raise.h"
#include "analysis/rule/years.h"
#include "history/form.h"
#include "schema/language.h"

typedef struct {
    RuleContext *context;
    const Figures *figures;
    GHashTable *told; /* quantities already in a finding: what follows from them is not told again */
} Cross;

/* 元 in one table, 万元 in the other, and the coarser one cut off: a matter of the last digit. */
static Severity severity_of(Amount a, Amount b)
{
    return verdict_is_cut_off(a, b) || verdict_is_cut_off(b, a) ? SEVERITY_NOTICE : SEVERITY_ERROR;
}

static void say_difference(Finding *finding, const char *first, Amount a, const char *second, Amount b)
{
    g_autofree char *x = amount_to_display(a);
    g_autofree char *y = amount_to_display(b);
    Amount difference = {0, 0};
    if (amount_subtract(a, b, &difference))
        raise_amount(finding, difference);
    g_autofree char *gap = amount_to_display(difference);
    const char *cut = severity_of(a, b) == SEVERITY_NOTICE ? say("（未四舍五入而是截去末位）", " (cut off instead of rounded)") : "";
    raise_say(finding,
              g_strdup_printf(say("同一数字两处不同：%s 为 %s，%s 为 %s，相差 %s%s", "one quantity, two figures: %s is %s, %s is %s; they differ by %s%s"),
                              first, x, second, y, gap, cut),
              g_strdup_printf(say("%s（%s）与%s（%s）应当一致，哪个有误？", "%s (%s) and %s (%s) should agree. Which one is wrong?"),
                              first, x, second, y));
}

static char *place_name(Place place)
{
    g_autofree char *title = place_title(place);
    return g_strdup_printf("%s·%s", place.table->title, title);
}

/* Carried-over money that one table includes and the other leaves out explains a difference of just its size. */
static bool carryover_explains(const Cross *cross, const Quantity *quantity, Amount a, Amount b)
{
    static const char *const measures[] = {"appropriation", "total"};
    Amount difference;
    if (!amount_subtract(a, b, &difference))
        return false;
    difference.step = a.step + b.step;
    for (gsize i = 0; i < G_N_ELEMENTS(measures); i++) {
        Quantity carried = quantity_of(DIRECTION_CARRYOVER, FUND_ALL, measures[i], quantity->code);
        Amount amount;
        if (!figures_amount(cross->figures, &carried, &amount, NULL) || amount.fen == 0)
            continue;
        Amount size = {ABS(difference.fen), difference.step};
        if (verdict_of_equality(amount, size) != VERDICT_IMPOSSIBLE)
            return true;
    }
    return false;
}

/* The same quantity in two tables. */
static void check_quantity(Cross *cross, const Quantity *quantity)
{
    const GArray *places = figures_places(cross->figures, quantity);
    const Place *first = NULL;
    for (guint i = 0; i < places->len; i++) {
        const Place *place = &g_array_index(places, Place, i);
        if (place->cell->proof == PROOF_AMBIGUOUS)
            continue;
        if (first == NULL) {
            first = place;
            continue;
        }
        Amount a = first->cell->amount;
        Amount b = place->cell->amount;
        if (place->table == first->table || verdict_of_equality(a, b) != VERDICT_IMPOSSIBLE ||
            carryover_explains(cross, quantity, a, b))
            continue;
        Finding *finding = raise_on_place(cross->context, "cross.table", severity_of(a, b), *first);
        raise_add_place(cross->context, finding, *place);
        g_autofree char *x = place_name(*first);
        g_autofree char *y = place_name(*place);
        say_difference(finding, x, a, y, b);
        g_hash_table_add(cross->told, (gpointer)quantity);
        return;
    }
}

/* One side of an equation for a code. False when a figure of it is not known, or its first place is not printed. */
typedef struct {
    Amount amount;
    GString *words; /* its places, joined by + */
    GString *sum;   /* its labels with their figures, joined by + */
    GArray *places; /* Place */
    bool printed;
    bool told;
} Side;

static void side_clear(Side *side)
{
    g_string_free(side->words, TRUE);
    g_string_free(side->sum, TRUE);
    g_array_unref(side->places);
}

static void side_add(const Cross *cross, Side *side, const Quantity *quantity, Place place)
{
    const char *plus = side->words->len > 0 ? " + " : "";
    g_autofree char *name = place_name(place);
    g_autofree char *title = place_subject(place);
    g_autofree char *figure = amount_to_display(place.cell->amount);
    g_string_append_printf(side->words, "%s%s", plus, name);
    g_string_append_printf(side->sum, "%s%s %s", plus, title, figure);
    g_array_append_val(side->places, place);
    side->printed = true;
    side->told |= g_hash_table_contains(cross->told, quantity);
}

/* Nothing is printed for a quantity, where it would have been. */
static bool is_nothing(const Figures *figures, const Quantity *quantity)
{
    return figures_places(figures, quantity) == NULL &&
           (figures_cover(figures, quantity) || (quantity->code[0] == '\0' && figures_line_is_blank(figures, quantity)));
}

static bool side_of(const Cross *cross, const GArray *terms, const char *code, Side *side)
{
    *side = (Side){.words = g_string_new(NULL), .sum = g_string_new(NULL), .places = g_array_new(FALSE, FALSE, sizeof(Place))};
    for (guint i = 0; i < terms->len; i++) {
        const Term *term = &g_array_index(terms, Term, i);
        Quantity quantity = quantity_of(term->direction, term->fund, term->measure, code);
        Amount amount = {0, 0};
        Place place;
        if (figures_amount(cross->figures, &quantity, &amount, &place)) {
            side_add(cross, side, &quantity, place);
        } else if (!is_nothing(cross->figures, &quantity)) {
            side_clear(side);
            return false;
        }
        side->amount.fen += term->sign * amount.fen;
        side->amount.step += amount.step;
    }
    return true;
}

/* A foot is not the sum of what is above it: the left side is the foot. */
static void say_total(Finding *finding, const Side *left, const Side *right)
{
    Amount difference = {left->amount.fen - right->amount.fen, left->amount.step};
    g_autofree char *sum = amount_to_display((Amount){right->amount.fen, left->amount.step});
    g_autofree char *gap = amount_to_display((Amount){ABS(difference.fen), difference.step});
    raise_amount(finding, difference);
    raise_say(finding,
              g_strdup_printf(say("%s，而%s = %s，相差 %s，超出四舍五入的范围", "%s, but %s = %s, a difference of %s, more than rounding allows"),
                              left->sum->str, right->sum->len > 0 ? right->sum->str : say("其各项", "its parts"), sum, gap),
              g_strdup_printf(say("%s 万元与其各项之和 %s 万元相差 %s 万元，哪个数字有误？",
                                  "%s differs from the sum of its parts, %s, by %s (万元). Which figure is wrong?"),
                              left->sum->str, sum, gap));
}

static void say_balance(Finding *finding, const Side *left, const Side *right)
{
    Amount difference = {left->amount.fen - right->amount.fen, MAX(left->amount.step, right->amount.step)};
    g_autofree char *came = amount_to_display((Amount){left->amount.fen, difference.step});
    g_autofree char *went = amount_to_display((Amount){right->amount.fen, difference.step});
    g_autofree char *gap = amount_to_display((Amount){ABS(difference.fen), difference.step});
    raise_amount(finding, difference);
    raise_say(finding,
              g_strdup_printf(say("收支不平衡：%s = %s，而%s = %s，相差 %s", "it does not balance: %s = %s, but %s = %s; they differ by %s"),
                              left->sum->str, came, right->sum->len > 0 ? right->sum->str : say("支出与结转", "what went out"), went, gap),
              g_strdup_printf(say("收入与年初结转合计 %s，支出与年末结转合计 %s，为何相差 %s 万元？",
                                  "Revenue and opening carryover make %s, expenditure and closing carryover %s. Why do they differ by %s (万元)?"),
                              came, went, gap));
}

static void tell_equation(Cross *cross, const Equation *equation, const Side *left, const Side *right)
{
    static const char *const rules[] = {
        [EQUATION_SAME] = "cross.table", [EQUATION_TOTAL] = "sum.total", [EQUATION_BALANCE] = "balance"};
    Place first = g_array_index(left->places, Place, 0);
    Finding *finding = raise_on_place(cross->context, rules[equation->kind], SEVERITY_ERROR, first);
    for (guint i = 1; i < left->places->len; i++)
        raise_add_place(cross->context, finding, g_array_index(left->places, Place, i));
    for (guint i = 0; i < right->places->len; i++)
        raise_add_place(cross->context, finding, g_array_index(right->places, Place, i));
    if (equation->kind == EQUATION_TOTAL) {
        say_total(finding, left, right);
    } else if (equation->kind == EQUATION_BALANCE) {
        say_balance(finding, left, right);
    } else {
        const char *other = right->words->len > 0 ? right->words->str : say("（未印）", "(nothing printed)");
        say_difference(finding, left->words->str, left->amount, other, right->amount);
    }
}

static void check_equation(Cross *cross, const Equation *equation, const char *code)
{
    Side left;
    if (!side_of(cross, equation->left, code, &left))
        return;
    bool holds = left.told || !left.printed;
    bool judged = false;
    Side nearest = {0};
    for (guint i = 0; i < equation->rights->len && !holds; i++) {
        Side right;
        if (!side_of(cross, g_ptr_array_index(equation->rights, i), code, &right))
            continue;
        holds = right.told || verdict_of_equality(left.amount, right.amount) != VERDICT_IMPOSSIBLE;
        if (!judged) {
            judged = true;
            nearest = right;
        } else {
            side_clear(&right);
        }
    }
    if (!holds && judged)
        tell_equation(cross, equation, &left, &nearest);
    if (judged)
        side_clear(&nearest);
    side_clear(&left);
}

/* Every code that some table prints for a term of the equation's left side. */
static void check_equations(Cross *cross, const Form *form)
{
    const GPtrArray *quantities = figures_quantities(cross->figures);
    for (guint e = 0; e < form->equal->len; e++) {
        const Equation *equation = g_ptr_array_index(form->equal, e);
        const Term *lead = &g_array_index(equation->left, Term, 0);
        for (guint i = 0; i < quantities->len; i++) {
            const Quantity *quantity = g_ptr_array_index(quantities, i);
            if (quantity->direction == lead->direction && quantity->fund == lead->fund &&
                g_str_equal(quantity->measure, lead->measure) && quantity->label[0] == '\0')
                check_equation(cross, equation, quantity->code);
        }
    }
}

/* A sum over several funds of what they pay; unknown money may pay anything. */
static gint64 money_of(const Cross *cross, const Quantity *quantities, gsize count)
{
    gint64 sum = 0;
    for (gsize i = 0; i < count; i++) {
        Amount amount = {0, 0};
        if (!figures_amount(cross->figures, &quantities[i], &amount, NULL) && !figures_cover(cross->figures, &quantities[i]))
            return G_MAXINT64;
        sum += amount.fen;
    }
    return sum;
}

/* What else may pay for the three public expenses: projects; and the other funds where the figure is of all funds. */
static gint64 other_money(const Cross *cross, Fund fund)
{
    const Quantity payers[] = {quantity_of(DIRECTION_EXPENDITURE, FUND_GENERAL, "project", ""),
                               quantity_of(DIRECTION_EXPENDITURE, FUND_GOVERNMENT, "total", ""),
                               quantity_of(DIRECTION_EXPENDITURE, FUND_STATE_CAPITAL, "total", "")};
    return money_of(cross, payers, fund == FUND_ALL ? G_N_ELEMENTS(payers) : 1);
}

/* A public expense of the general budget, else, where its column is not settled, of all appropriation. */
static bool public_expense(const Cross *cross, const char *measure, Fund *fund, Amount *amount, Place *place)
{
    static const Fund funds[] = {FUND_GENERAL, FUND_ALL};
    for (gsize i = 0; i < G_N_ELEMENTS(funds); i++) {
        Quantity named = quantity_of(DIRECTION_EXPENDITURE, funds[i], measure, "");
        *fund = funds[i];
        if (figures_amount(cross->figures, &named, amount, place))
            return true;
    }
    return false;
}

/*
 * The three public expenses again by economic class. Basic expenditure is never more than the whole; a whole that is
 * more than basic expenditure and all else that may pay for it is an error, one that may be paid so needs an answer. Where the
 * form prints them with what projects pay, being more is how it works.
 */
static void check_three_public(Cross *cross, const Form *form)
{
    static const struct {
        const char *measure, *code;
    } pairs[] = {{"reception", "30217"}, {"vehicle-running", "30231"}, {"travel-abroad", "30212"}};
    for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++) {
        Quantity economic = quantity_of(DIRECTION_EXPENDITURE, FUND_GENERAL, "basic", pairs[i].code);
        Amount a, b;
        Place x, y;
        Fund fund;
        if (!public_expense(cross, pairs[i].measure, &fund, &a, &x) || !figures_amount(cross->figures, &economic, &b, &y) ||
            verdict_of_equality(a, b) != VERDICT_IMPOSSIBLE)
            continue;
        if (form->projects_pay && a.fen > b.fen)
            continue;
        bool may_be_paid = a.fen > b.fen && a.fen - b.fen <= other_money(cross, fund);
        Finding *finding = raise_on_place(cross->context, "cross.table", may_be_paid ? SEVERITY_WARNING : severity_of(a, b), x);
        raise_add_place(cross->context, finding, y);
        g_autofree char *first = place_name(x);
        g_autofree char *second = place_name(y);
        say_difference(finding, first, a, second, b);
        if (may_be_paid)
            raise_say(finding, NULL, g_strdup_printf(say("%s超出%s的部分由哪些项目列支？", "Which projects pay for what %s has beyond %s?"), first, second));
    }
}

void rule_cross(RuleContext *context)
{
    const Form *form = form_by_id(context->filing->form);
    if (form == NULL)
        return;
    const Figures *figures = figures_now(context);
    g_autoptr(GHashTable) told = quantity_table_new(NULL, NULL);
    Cross cross = {context, figures, told};
    const GPtrArray *quantities = figures_quantities(figures);
    for (guint i = 0; i < quantities->len; i++)
        check_quantity(&cross, g_ptr_array_index(quantities, i));
    check_equations(&cross, form);
    check_three_public(&cross, form);
}
