/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Claims begun, gone on with, and finished. */
#include <string.h>

#include "history/claim_scanner.h"

/* How many claims back a sentence may speak of one again. */
#define REACH 300u

static void place_claim(Scanner *scanner, Claim *claim, gsize offset)
{
    const Line *line = document_line(scanner->document, paragraph_line(scanner->paragraph, offset));
    claim->page = line->page;
    claim->line = line->line;
}

static void open_at(Scanner *scanner, Claim *claim, guint index, gsize start)
{
    scanner->open = claim;
    scanner->open_index = (int)index;
    scanner->claim_start = start;
    scanner->claim_end = start;
}

void begin_claim(Scanner *scanner, const char *words, gsize start)
{
    Claim *claim = claim_new();
    text_set(&claim->section, scanner->paragraph->section);
    claim_set_subject(&scanner->context, claim, words);
    if (strlen(claim->code) == 3)
        scanner->context.class_code = g_intern_string(claim->code);
    place_claim(scanner, claim, start);
    open_at(scanner, claim, scanner->filing->claims->len, start);
    g_ptr_array_add(scanner->filing->claims, claim);
}

/* A claim about the same with the same amount, to be compared with something else. */
static void begin_like(Scanner *scanner, const Claim *first, gsize start)
{
    Claim *claim = claim_new();
    text_set(&claim->section, first->section);
    text_set(&claim->subject, first->subject);
    text_set(&claim->code, first->code);
    text_set(&claim->measure, first->measure);
    claim->direction = first->direction;
    claim->fund = first->fund;
    claim->has_amount = first->has_amount;
    claim->amount = first->amount;
    place_claim(scanner, claim, start);
    open_at(scanner, claim, scanner->filing->claims->len, start);
    g_ptr_array_add(scanner->filing->claims, claim);
}

void begin_second_claim(Scanner *scanner, gsize start)
{
    const Claim *first = scanner->open;
    finish_claim(scanner);
    begin_like(scanner, first, start);
}

void go_on_with(Scanner *scanner, guint index, gsize start)
{
    finish_claim(scanner);
    Claim *claim = g_ptr_array_index(scanner->filing->claims, index);
    open_at(scanner, claim, index, start);
    text_set(&scanner->told, claim->text);
}

void finish_claim(Scanner *scanner)
{
    if (scanner->open != NULL) {
        g_autofree char *said = g_strndup(scanner->paragraph->text + scanner->claim_start,
                                          scanner->claim_end - scanner->claim_start);
        g_autofree char *text = g_strconcat(scanner->told, said, NULL);
        if (text[0] != '\0')
            text_set(&scanner->open->text, text);
        if (scanner->reason->len > 0)
            text_set(&scanner->open->reason, scanner->reason->str);
        for (guint i = 0; i < scanner->shared->len; i++)
            text_set(&((Claim *)g_ptr_array_index(scanner->shared, i))->reason, scanner->reason->str);
    }
    g_ptr_array_set_size(scanner->shared, 0);
    g_string_truncate(scanner->reason, 0);
    text_set(&scanner->told, "");
    scanner->in_reason = false;
    scanner->in_purpose = false;
    scanner->open = NULL;
}

void carry_claim(Scanner *scanner)
{
    g_autofree char *said = g_strndup(scanner->paragraph->text + scanner->claim_start,
                                      scanner->claim_end - scanner->claim_start);
    g_autofree char *told = g_strconcat(scanner->told, said, NULL);
    text_set(&scanner->told, told);
    scanner->claim_start = scanner->claim_end = 0;
}

/* Earlier claims of the section are not gone on with; those of a very long one soon are out of reach. */
static guint first_in_reach(const Scanner *scanner)
{
    guint count = scanner->filing->claims->len;
    return MAX(scanner->section_from, count > REACH ? count - REACH : 0);
}

static bool same_subject(const Claim *a, const Claim *b)
{
    return g_str_equal(a->code, b->code) && a->fund == b->fund && a->direction == b->direction &&
           (a->measure[0] != '\0' ? g_str_equal(a->measure, b->measure) : g_str_equal(a->subject, b->subject));
}

static void reopen(Scanner *scanner, guint index, gsize start)
{
    Claim *claim = g_ptr_array_index(scanner->filing->claims, index);
    open_at(scanner, claim, index, start);
    place_claim(scanner, claim, start);
}

bool resume_claim(Scanner *scanner, const char *words, gsize start, Against against)
{
    g_autoptr(Claim) wanted = claim_new();
    claim_set_subject(&scanner->context, wanted, words);
    for (guint i = scanner->filing->claims->len; i > first_in_reach(scanner); i--) {
        const Claim *claim = g_ptr_array_index(scanner->filing->claims, i - 1);
        bool free = claim->against == AGAINST_NOTHING || claim->against == against;
        if (!g_str_equal(claim->section, scanner->paragraph->section))
            return false;
        if (!same_subject(claim, wanted) || !claim->has_amount || claim->has_change || claim->turn != TURN_NONE || !free)
            continue;
        reopen(scanner, i - 1, start);
        return true;
    }
    return false;
}

bool repeat_claim(Scanner *scanner, const char *words, gsize start)
{
    g_autoptr(Claim) wanted = claim_new();
    claim_set_subject(&scanner->context, wanted, words);
    for (guint i = scanner->filing->claims->len; i > first_in_reach(scanner); i--) {
        const Claim *claim = g_ptr_array_index(scanner->filing->claims, i - 1);
        if (!same_subject(claim, wanted) || !claim->has_amount || !g_str_equal(claim->section, scanner->paragraph->section))
            continue;
        begin_like(scanner, claim, start);
        return true;
    }
    return false;
}

bool resume_budget_claim(Scanner *scanner, const char *words, gsize start)
{
    g_autoptr(Claim) wanted = claim_new();
    claim_set_subject(&scanner->context, wanted, words);
    for (guint i = scanner->filing->claims->len; i > first_in_reach(scanner); i--) {
        const Claim *claim = g_ptr_array_index(scanner->filing->claims, i - 1);
        if (!g_str_equal(claim->section, scanner->paragraph->section))
            return false;
        bool planned = claim->has_base || claim->has_completion;
        if (!planned || claim->reason[0] != '\0' || (words[0] != '\0' && !same_subject(claim, wanted)))
            continue;
        finish_claim(scanner);
        reopen(scanner, i - 1, start);
        return true;
    }
    return false;
}
