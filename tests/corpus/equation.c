/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold across tables: one quantity in two of them, and the equations of the form. */
#include "history/figures.h"
#include "history/form.h"
#include "tests/corpus/corpus.h"

static char *place_text(const Place *place)
{
    const Row *row = table_row(place->table, place->cell->row);
    g_autofree char *figure = amount_to_display(place->cell->amount);
    return g_strdup_printf("%s (%s / %s / %s)", figure, place->table->title, row_name(row),
                           table_column(place->table, place->cell->column)->path);
}

static Identity identity_at(IdentityKind kind, Verdict verdict, const Place *place, char *figures)
{
    const Row *row = table_row(place->table, place->cell->row);
    return (Identity){kind, verdict, row->page, g_strdup(place->table->title), g_strdup(row_name(row)),
                      g_strdup(table_column(place->table, place->cell->column)->path), figures};
}

/* Every further place of a quantity, in another table, against its first one. */
static void add_same(GArray *identities, const GArray *places)
{
    const Place *first = NULL;
    for (guint i = 0; i < places->len; i++) {
        const Place *place = &g_array_index(places, Place, i);
        if (place->cell->proof == PROOF_AMBIGUOUS)
            continue;
        if (first == NULL)
            first = place;
        if (place->table == first->table)
            continue;
        g_autofree char *a = place_text(first);
        g_autofree char *b = place_text(place);
        identity_add(identities, identity_at(IDENTITY_SAME, verdict_of_equality(first->cell->amount, place->cell->amount), place,
                                             g_strdup_printf("%s = %s", b, a)));
    }
}

/* One side of an equation, for a code. */
typedef struct {
    Amount amount;
    Place first; /* of those printed */
    guint printed;
    char *text;
} Side;

/* False when a figure of the side is not known for sure. The text is the caller's then, too. */
static bool side_take(const Figures *figures, const GArray *terms, const char *code, Side *side)
{
    g_autoptr(GString) text = g_string_new(NULL);
    bool known = true;
    *side = (Side){0};
    for (guint i = 0; i < terms->len && known; i++) {
        const Term *term = &g_array_index(terms, Term, i);
        Quantity quantity = quantity_of(term->direction, term->fund, term->measure, code);
        Amount amount = {0, 0};
        Place place;
        bool printed = figures_amount(figures, &quantity, &amount, &place);
        known = printed || (figures_cover(figures, &quantity) && figures_places(figures, &quantity) == NULL);
        if (printed && side->printed++ == 0)
            side->first = place;
        g_autofree char *words = printed ? place_text(&place) : g_strdup("nothing");
        g_string_append_printf(text, "%s%s", i > 0 || term->sign < 0 ? (term->sign < 0 ? " − " : " + ") : "", words);
        side->amount.fen += term->sign * amount.fen;
        side->amount.step += amount.step;
    }
    side->text = g_strdup(text->str);
    return known;
}

static Verdict judge(Amount left, Amount right, bool within)
{
    return within && left.fen <= right.fen ? VERDICT_PROVED : verdict_of_equality(left, right);
}

/* It holds when it holds with one of its right sides; the best of them is kept. */
static void add_equation(GArray *identities, const Figures *figures, const Equation *equation, const char *code, bool within)
{
    Side left;
    bool known = side_take(figures, equation->left, code, &left) && left.printed > 0;
    bool judged = false;
    Verdict best = VERDICT_IMPOSSIBLE;
    g_autofree char *words = NULL;
    for (guint i = 0; known && i < equation->rights->len; i++) {
        Side right;
        bool right_known = side_take(figures, g_ptr_array_index(equation->rights, i), code, &right);
        Verdict verdict = right_known ? judge(left.amount, right.amount, within) : VERDICT_IMPOSSIBLE;
        if (right_known && (!judged || verdict < best)) {
            best = verdict;
            text_set(&words, right.text);
        }
        judged |= right_known;
        g_free(right.text);
    }
    if (judged)
        identity_add(identities, identity_at(IDENTITY_EQUATION, best, &left.first,
                                             g_strdup_printf("%s %s %s", left.text, within ? "≤" : "=", words)));
    g_free(left.text);
}

/* For every code that some table prints for the first quantity of the left side. */
static void add_equations(GArray *identities, const Figures *figures, const GPtrArray *equations, bool within)
{
    const GPtrArray *quantities = figures_quantities(figures);
    for (guint e = 0; e < equations->len; e++) {
        const Equation *equation = g_ptr_array_index(equations, e);
        const Term *lead = &g_array_index(equation->left, Term, 0);
        for (guint i = 0; i < quantities->len; i++) {
            const Quantity *quantity = g_ptr_array_index(quantities, i);
            if (quantity->direction == lead->direction && quantity->fund == lead->fund && quantity->label[0] == '\0' &&
                g_str_equal(quantity->measure, lead->measure))
                add_equation(identities, figures, equation, quantity->code, within);
        }
    }
}

void identities_add_equations(const Filing *filing, GArray *identities)
{
    const Form *form = form_by_id(filing->form);
    if (form == NULL)
        return;
    g_autoptr(Figures) figures = figures_new(filing);
    const GPtrArray *quantities = figures_quantities(figures);
    for (guint i = 0; i < quantities->len; i++)
        add_same(identities, figures_places(figures, g_ptr_array_index(quantities, i)));
    add_equations(identities, figures, form->equal, false);
    add_equations(identities, figures, form->within, true);
}
