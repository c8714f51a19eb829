/* SPDX-License-Identifier: GPL-3.0-or-later */
/* year.renamed, of the department itself: the first filing under a new name, held against the last one under the old. */
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "analysis/rule/raise.h"
#include "history/body_name.h"
#include "schema/language.h"

/* Filings in the order they are published: final accounts come after the next year's budget. */
static int when_published(const Filing *filing)
{
    return filing->kind == KIND_ACCOUNTS ? 2 * filing->fiscal_year + 3 : 2 * filing->fiscal_year;
}

static bool has_name(const Filing *filing, const char *name)
{
    return body_names_match(filing->printed_department, name);
}

/* The filing of the same scope published last before this one; *seen when one of those before has its name. */
static const Filing *filing_before(const RuleContext *context, bool *seen)
{
    const Filing *before = NULL;
    for (guint i = 0; i < context->department->filings->len; i++) {
        const Filing *other = g_ptr_array_index(context->department->filings, i);
        if (other->scope != context->filing->scope || other->printed_department[0] == '\0' ||
            when_published(other) >= when_published(context->filing))
            continue;
        *seen |= has_name(other, context->filing->printed_department);
        if (before == NULL || when_published(other) > when_published(before))
            before = other;
    }
    return before;
}

/* What joined the two names: the step to this name, else the one from the other; NULL when others led here. */
static const NameLink *link_between(const RuleContext *context, const Filing *before)
{
    const NameLink *found = NULL;
    const GPtrArray *links = context->department->renames;
    for (guint i = 0; links != NULL && i < links->len; i++) {
        const NameLink *link = g_ptr_array_index(links, i);
        bool to = has_name(context->filing, link->to);
        if (to && has_name(before, link->from))
            return link;
        if (to || (found == NULL && has_name(before, link->from)))
            found = link;
    }
    return found;
}

/* A name had before is a new one again only where somebody says so. */
static bool is_renamed_back(const RuleContext *context)
{
    const GPtrArray *links = context->department->renames;
    for (guint i = 0; links != NULL && i < links->len; i++) {
        const NameLink *link = g_ptr_array_index(links, i);
        if (link->row > 0 && link->year == context->filing->fiscal_year && has_name(context->filing, link->to))
            return true;
    }
    return false;
}

/* Final accounts that come out under the old name when the new one is in use: nothing was renamed back. */
static bool is_late(const RuleContext *context, const Filing *before)
{
    const GPtrArray *links = context->department->renames;
    bool late = false;
    for (guint i = 0; links != NULL && i < links->len; i++) {
        const NameLink *link = g_ptr_array_index(links, i);
        if (has_name(context->filing, link->to))
            return false;
        late |= has_name(context->filing, link->from) && has_name(before, link->to);
    }
    return late;
}

/* The line that names the department in a filing. */
static void add_name(Finding *finding, const Filing *filing)
{
    for (guint i = 0; i < filing->evidence->len; i++) {
        const IdentityEvidence *evidence = g_ptr_array_index(filing->evidence, i);
        if (!g_str_equal(evidence->what, "department"))
            continue;
        finding_add_evidence(finding, filing, evidence->page, evidence->line, NULL, NULL, NULL, evidence->text);
        return;
    }
    finding_add_evidence(finding, filing, 0, 0, NULL, NULL, NULL, filing->printed_department);
}

/* The sentence that states it, wherever it stands. */
static void add_statement(const RuleContext *context, Finding *finding, const NameLink *link)
{
    for (guint i = 0; link != NULL && link->filing != 0 && i < context->department->filings->len; i++) {
        const Filing *filing = g_ptr_array_index(context->department->filings, i);
        if (filing_has_id(filing, link->filing))
            finding_add_evidence(finding, filing, filing_page(filing, link->filing, link->file, link->page), link->line, NULL,
                                 NULL, NULL, link->text);
    }
}

static char *words_of_link(const NameLink *link)
{
    if (link != NULL && link->row > 0)
        return g_strdup_printf(say("依据沿革文件第 %d 行", "by line %d of the lineage file"), link->row);
    return link != NULL ? g_strdup_printf(say("依据“%s”", "by \"%s\""), link->text) : g_strdup("");
}

void rule_department_names(RuleContext *context)
{
    const Filing *filing = context->filing;
    bool seen = false;
    const Filing *before = filing->printed_department[0] != '\0' ? filing_before(context, &seen) : NULL;
    if (before == NULL || has_name(filing, before->printed_department) || (seen && !is_renamed_back(context)) ||
        is_late(context, before))
        return;
    const NameLink *link = link_between(context, before);
    Finding *finding = finding_new("year.renamed", SEVERITY_NOTICE, filing, filing->printed_department, "");
    g_ptr_array_add(context->findings, finding);
    finding->base_year = before->fiscal_year;
    add_name(finding, filing);
    add_name(finding, before);
    add_statement(context, finding, link);
    g_autofree char *why = words_of_link(link);
    raise_say(finding,
              g_strdup_printf(say("部门由“%s”（%d 年%s）更名为“%s”（%d 年%s），各年数据已连成一个部门%s%s",
                                  "the department changed its name from \"%s\" (%d, %s) to \"%s\" (%d, %s): its years are joined%s%s"),
                              before->printed_department, before->fiscal_year, kind_name(before->kind),
                              filing->printed_department, filing->fiscal_year, kind_name(filing->kind),
                              why[0] != '\0' ? say("，", ", ") : "", why),
              g_strdup(say("更名前后，职责、编制和所属单位有没有变化，预算口径是否可比？",
                           "Did tasks, posts or units change with the name, and are the figures comparable?")));
}
