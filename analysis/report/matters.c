/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/report/matters.h"

#include <string.h>

#include "analysis/report/sections.h"

/* Rules that ask why a figure changed: of one subject, they ask the same. */
static bool asks_for_change(const Finding *finding)
{
    static const char *const groups[] = {"reason.", "change.", "trend.", "three-public."};
    for (guint i = 0; i < G_N_ELEMENTS(groups); i++)
        if (g_str_has_prefix(finding->rule, groups[i]))
            return true;
    return false;
}

static guint64 size_of(const Finding *finding)
{
    gint64 fen = finding->has_amount ? finding->amount.fen : 0;
    return fen < 0 ? -(guint64)fen : (guint64)fen;
}

static bool lies_within(const char *inner, const char *outer)
{
    return outer[0] != '\0' && strlen(inner) > strlen(outer) && g_str_has_prefix(inner, outer);
}

/* The item moved the class when it is most of what is asked about there: the same money, the same way. */
static bool is_most_of(const Finding *a, const Finding *b)
{
    guint64 less = MIN(size_of(a), size_of(b));
    guint64 more = MAX(size_of(a), size_of(b));
    return less > 0 && (a->amount.fen < 0) == (b->amount.fen < 0) && less >= more - less;
}

static bool stand_in_one_place(const Finding *a, const Finding *b)
{
    if (a->evidence->len == 0 || b->evidence->len == 0)
        return false;
    const Evidence *x = g_ptr_array_index(a->evidence, 0);
    const Evidence *y = g_ptr_array_index(b->evidence, 0);
    return x->line > 0 && x->line == y->line && x->page == y->page && g_str_equal(x->file, y->file);
}

/* A last digit, cut off or rounded the wrong way: one habit of whoever wrote the text, asked about once. */
static bool are_last_digits(const Finding *a, const Finding *b)
{
    return a->severity == SEVERITY_NOTICE && b->severity == SEVERITY_NOTICE && g_str_equal(a->rule, b->rule) &&
           (g_str_equal(a->rule, "text.amount") || g_str_equal(a->rule, "text.share") || g_str_equal(a->rule, "text.growth"));
}

static bool is_same_matter(const Finding *a, const Finding *b)
{
    if (a->kind != b->kind || a->scope != b->scope || a->fiscal_year != b->fiscal_year)
        return false;
    if (stand_in_one_place(a, b) && size_of(a) > 0 && size_of(a) == size_of(b))
        return true;
    if (are_last_digits(a, b))
        return true;
    if (!asks_for_change(a) || !asks_for_change(b))
        return false;
    if (g_str_equal(a->code, b->code) && g_str_equal(a->subject, b->subject))
        return true;
    return (lies_within(a->code, b->code) || lies_within(b->code, a->code)) && is_most_of(a, b);
}

static void matter_free(gpointer data)
{
    Matter *matter = data;
    g_ptr_array_unref(matter->parts);
    g_free(matter);
}

GPtrArray *matters_from_findings(const GPtrArray *findings)
{
    GPtrArray *matters = g_ptr_array_new_with_free_func(matter_free);
    for (guint i = 0; i < findings->len; i++) {
        Finding *finding = g_ptr_array_index(findings, i);
        Matter *found = NULL;
        for (guint m = 0; m < matters->len && found == NULL && finding_is_asked(finding); m++) {
            Matter *matter = g_ptr_array_index(matters, m);
            found = is_same_matter(matter->lead, finding) ? matter : NULL;
        }
        if (found != NULL) {
            g_ptr_array_add(found->parts, finding);
        } else if (finding_is_asked(finding)) {
            Matter *matter = g_new0(Matter, 1);
            *matter = (Matter){finding, g_ptr_array_new()};
            g_ptr_array_add(matters, matter);
        }
    }
    return matters;
}

bool matter_part_is_within(const Matter *matter, const Finding *part)
{
    return lies_within(part->code, matter->lead->code);
}
