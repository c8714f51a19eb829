/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Claims against their truth. A claim of the truth is looked for on its page by its amount and its subject (name or
 * code); of several the one that agrees in most. Its figures and its reason are held against it then.
 */
#include <string.h>

#include "tests/corpus/corpus.h"
#include "tests/corpus/truth.h"

enum { FIGURES = 5 };
static const char *const figure_names[FIGURES] = {"share", "delta", "growth", "budget", "completion"};

/* A claim of the truth and one that was read. */
typedef struct {
    const Truth *truth;
    guint row;
    const Claim *claim;
    guint read;      /* the claim's place among those read */
    bool amount;     /* is right */
    bool right[FIGURES];
    guint figures;   /* that are stated and right */
    double subject;  /* how alike */
    double weight;   /* 0: not the same claim */
} Match;

static const char *field(const Match *match, const char *column)
{
    return truth_field(match->truth, match->row, column);
}

/* No change, said in words, may be written as 0.00 or left out. */
static bool is_unchanged(const Match *match, const char *text)
{
    return match->claim->turn == TURN_SAME && text[strspn(text, "0.")] == '\0';
}

static bool same_amount(const char *text, bool has, Amount amount)
{
    Amount wanted;
    if (text[0] == '\0' || !amount_from_text(text, FEN_PER_WAN_YUAN, &wanted, NULL))
        return !has;
    return has && wanted.fen == amount.fen;
}

static bool same_rate(const char *text, bool has, Rate rate)
{
    Rate wanted;
    if (text[0] == '\0' || !rate_from_text(text, RATE_PERCENT, &wanted))
        return !has;
    return has && wanted.value == rate.value;
}

/* What the budget was is asked only of claims that compare with it. */
static bool same_budget(const Match *match, const char *text)
{
    const Claim *claim = match->claim;
    return text[0] == '\0' ? !claim->has_base || claim->against != AGAINST_THIS_BUDGET
                           : same_amount(text, claim->has_base, claim->base);
}

static bool same_figure(const Match *match, int figure)
{
    const Claim *claim = match->claim;
    const char *text = field(match, figure_names[figure]);
    if (!truth_has(match->truth, figure_names[figure]))
        return true;
    switch (figure) {
    case 0:
        return same_rate(text, claim->has_share, claim->share);
    case 1:
        return same_amount(text, claim->has_change, claim->change) || is_unchanged(match, text);
    case 2:
        return same_rate(text, claim->has_growth, claim->growth) || is_unchanged(match, text);
    case 3:
        return same_budget(match, text);
    default:
        return same_rate(text, claim->has_completion, claim->completion);
    }
}

static double subject_likeness(const Match *match)
{
    const char *subject = field(match, "subject");
    if (match->claim->code[0] != '\0' && g_str_equal(subject, match->claim->code))
        return 1;
    g_autofree char *wanted = plain_text(subject);
    g_autofree char *said = plain_text(match->claim->subject);
    double likeness = text_likeness(wanted, said);
    bool inside = wanted[0] != '\0' && said[0] != '\0' && (strstr(said, wanted) != NULL || strstr(wanted, said) != NULL);
    return inside ? MAX(likeness, 0.8) : likeness;
}

/* The weight of what was found to agree: 0 when it is not enough to be the same claim. */
static double weigh(const Match *match)
{
    int page = (int)g_ascii_strtoll(field(match, "page"), NULL, 10);
    int away = page > 0 && match->claim->page > 0 ? ABS(page - match->claim->page) : 0;
    g_autofree char *section = plain_text(field(match, "section"));
    g_autofree char *own = plain_text(match->claim->section);
    bool same_section = section[0] != '\0' && g_str_equal(section, own);
    bool enough = match->amount ? match->subject >= 0.3 || match->figures > 0
                                : match->subject >= 0.6 && (match->figures > 0 || same_section);
    if (away > 1 || !enough)
        return 0;
    return 2 * match->amount + 1.5 * match->subject + 0.5 * match->figures + 0.5 * same_section - 0.5 * away;
}

static Match match_of(const Truth *truth, guint row, const Claim *claim, guint read)
{
    Match match = {.truth = truth, .row = row, .claim = claim, .read = read};
    match.amount = same_amount(field(&match, "amount"), claim->has_amount, claim->amount);
    match.subject = subject_likeness(&match);
    for (int i = 0; i < FIGURES; i++) {
        match.right[i] = same_figure(&match, i);
        match.figures += match.right[i] && field(&match, figure_names[i])[0] != '\0';
    }
    match.weight = weigh(&match);
    return match;
}

static int compare_matches(const void *a, const void *b)
{
    const Match *x = a;
    const Match *y = b;
    if (x->weight != y->weight)
        return x->weight < y->weight ? 1 : -1;
    return x->row != y->row ? (x->row > y->row) - (x->row < y->row) : (x->read > y->read) - (x->read < y->read);
}

static void add_matches(const Truth *truth, const GPtrArray *filings, GArray *matches)
{
    guint read = 0;
    for (guint f = 0; filings != NULL && f < filings->len; f++) {
        const Filing *filing = g_ptr_array_index(filings, f);
        for (guint c = 0; c < filing->claims->len; c++, read++)
            for (guint row = 0; row < truth->rows->len; row++) {
                Match match = match_of(truth, row, g_ptr_array_index(filing->claims, c), read);
                if (match.weight > 0)
                    g_array_append_val(matches, match);
            }
    }
    g_array_sort(matches, compare_matches);
}

/* A reason, or whether there is one, as the truth file has it. */
static bool same_reason(const Match *match)
{
    const char *column = truth_has(match->truth, "reason_text") ? "reason_text" : "reason";
    const char *text = field(match, column);
    if (!truth_has(match->truth, column))
        return true;
    if (g_str_equal(text, "yes") || g_str_equal(text, "no"))
        return (match->claim->reason[0] != '\0') == g_str_equal(text, "yes");
    g_autofree char *wanted = plain_text(text);
    g_autofree char *said = plain_text(match->claim->reason);
    if (wanted[0] == '\0' || said[0] == '\0')
        return wanted[0] == said[0];
    return text_likeness(wanted, said) >= 0.9;
}

static char *claim_name(const Truth *truth, guint row)
{
    const char *page = truth_field(truth, row, "page");
    const char *section = truth_field(truth, row, "section");
    return g_strdup_printf("%s%s | %s | %s", page[0] != '\0' ? "page " : "", page[0] != '\0' ? page : section,
                           truth_field(truth, row, "subject"), truth_field(truth, row, "amount"));
}

/* "share 30.42, growth 1.42": what the truth has and the claim has not. */
static char *wrong_of(const Match *match, bool reason)
{
    GString *text = g_string_new(NULL);
    if (!match->amount)
        g_string_append(text, " amount");
    for (int i = 0; i < FIGURES; i++)
        if (!match->right[i])
            g_string_append_printf(text, " %s (%s)", figure_names[i], field(match, figure_names[i]));
    if (!reason)
        g_string_append_printf(text, " reason (%s)", match->claim->reason);
    return g_string_free(text, FALSE);
}

static void take(const Match *match, ClaimScore *score)
{
    bool figures = match->amount;
    for (int i = 0; i < FIGURES; i++)
        figures = figures && match->right[i];
    bool reason = same_reason(match);
    score->found++;
    score->amount += match->amount;
    score->figures += figures;
    score->reason += reason;
    if (figures && reason)
        return;
    g_autofree char *name = claim_name(match->truth, match->row);
    g_autofree char *wrong = wrong_of(match, reason);
    g_ptr_array_add(score->differences, g_strdup_printf("differs %s:%s: %s", name, wrong, match->claim->text));
}

bool claims_compare(const GPtrArray *filings, const char *path, ClaimScore *score, GError **error)
{
    g_autoptr(Truth) truth = truth_read(path, error);
    if (truth == NULL)
        return false;
    g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(Match));
    add_matches(truth, filings, matches);
    g_autoptr(GHashTable) taken = g_hash_table_new(NULL, NULL);
    g_autofree bool *found = g_new0(bool, truth->rows->len + 1);
    score->known = true;
    score->want = truth->rows->len;
    for (guint i = 0; i < matches->len; i++) {
        const Match *match = &g_array_index(matches, Match, i);
        if (found[match->row] || !g_hash_table_add(taken, GUINT_TO_POINTER(match->read + 1)))
            continue;
        found[match->row] = true;
        take(match, score);
    }
    for (guint row = 0; row < truth->rows->len; row++) {
        g_autofree char *name = claim_name(truth, row);
        if (!found[row])
            g_ptr_array_add(score->differences, g_strdup_printf("missing %s", name));
    }
    return true;
}
