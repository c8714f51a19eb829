/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * year.gap: filings of a kind and scope go on after years without one. Said once a gap, of the first filing after it.
 * A department that files no more is no gap: nobody knows whether it was to file; `list` shows its last year.
 */
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "analysis/rule/raise.h"
#include "schema/language.h"

/* A gap longer than this is rather a store that holds only some years: its years are named by the first and the last. */
#define NAMED_MAX 4

/* The newest filing of the kind and scope before the year; NULL when there is none, or when another of the year tells it. */
static const Filing *filing_before_gap(const RuleContext *context)
{
    const Filing *filing = context->filing;
    const Filing *newest = NULL;
    bool passed = false;
    for (guint i = 0; i < context->department->filings->len; i++) {
        const Filing *other = g_ptr_array_index(context->department->filings, i);
        passed |= other == filing;
        if (other == filing || other->kind != filing->kind || other->scope != filing->scope)
            continue;
        if (other->fiscal_year == filing->fiscal_year && !passed)
            return NULL;
        if (other->fiscal_year < filing->fiscal_year && (newest == NULL || other->fiscal_year > newest->fiscal_year))
            newest = other;
    }
    return newest;
}

static char *years_words(int first, int last)
{
    if (last - first >= NAMED_MAX)
        return g_strdup_printf(say("%d 至 %d 年", "%d to %d"), first, last);
    g_autoptr(GString) words = g_string_new(NULL);
    for (int year = first; year <= last; year++)
        g_string_append_printf(words, "%s%d", words->len > 0 ? say("、", ", ") : "", year);
    return g_strdup_printf(say("%s 年", "%s"), words->str);
}

/* The line that says which year the filing is of. */
static void add_year_line(Finding *finding, const Filing *filing)
{
    for (guint i = 0; i < filing->evidence->len; i++) {
        const IdentityEvidence *line = g_ptr_array_index(filing->evidence, i);
        if (strcmp(line->what, "fiscal_year") == 0) {
            finding_add_evidence(finding, filing, line->page, line->line, NULL, NULL, NULL, line->text);
            return;
        }
    }
    finding_add_evidence(finding, filing, 0, 0, NULL, NULL, NULL, NULL);
}

/* What a finding is about makes its id, which must not change with the language: 2021—2022年部门预算. */
static char *subject_of_gap(const Filing *filing, int first, int last)
{
    g_autofree char *years = first == last ? g_strdup_printf("%d", first) : g_strdup_printf("%d—%d", first, last);
    return g_strdup_printf("%s年%s%s", years, filing->scope == SCOPE_UNIT ? "单位" : "部门",
                           filing->kind == KIND_BUDGET ? "预算" : "决算");
}

void rule_gap(RuleContext *context)
{
    const Filing *filing = context->filing;
    const Filing *before = filing_before_gap(context);
    if (before == NULL || filing->fiscal_year - before->fiscal_year < 2)
        return;
    g_autofree char *years = years_words(before->fiscal_year + 1, filing->fiscal_year - 1);
    const char *kind = filing->kind == KIND_BUDGET ? say("预算", "budget") : say("决算", "accounts");
    const char *whose = filing->scope == SCOPE_UNIT ? say("单位", "unit") : say("部门", "department");
    g_autofree char *subject = subject_of_gap(filing, before->fiscal_year + 1, filing->fiscal_year - 1);
    Finding *finding = finding_new("year.gap", SEVERITY_NOTICE, filing, subject, "");
    g_ptr_array_add(context->findings, finding);
    finding->base_year = before->fiscal_year;
    add_year_line(finding, filing);
    add_year_line(finding, before);
    raise_say(finding,
              g_strdup_printf(say("缺 %s的%s%s：有 %d 年的，也有 %d 年的，中间各年的变动无法逐年核对",
                                  "for %s there is no %s %s: those of %d and %d are there, what lies between cannot be "
                                  "checked year by year"),
                              years, whose, kind, before->fiscal_year, filing->fiscal_year),
              g_strdup_printf(say("%s的%s%s是否公开过？", "Was a filing for %s published (%s %s)?"), years, whose, kind));
}
