/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "cmd/choose.h"
#include "cmd/paragraph.h"
#include "cmd/record.h"
#include "cmd/verb.h"
#include "schema/error.h"
#include "schema/language.h"
#include "schema/review.h"

/* How many printed lines of the page stand around the one that matters. */
#define CONTEXT_LINES 3

static const RowColumn columns[] = {
    TEXT_COLUMN("id"),     TEXT_COLUMN("rule"),   TEXT_COLUMN("filing"),
    NUMBER_COLUMN("page"), NUMBER_COLUMN("line"), TEXT_COLUMN("table"),
    TEXT_COLUMN("row"),    TEXT_COLUMN("column"), TEXT_COLUMN("text"),
};

/* The printed lines around line `wanted` (from 1) of a page; blank ones are left out. */
static void print_context(const char *page, int wanted, const Session *session)
{
    g_auto(GStrv) lines = g_strsplit(page, "\n", -1);
    g_autoptr(GArray) printed = g_array_new(FALSE, FALSE, sizeof(int));
    guint centre = 0;
    for (int i = 0; lines[i] != NULL; i++) {
        g_strchomp(lines[i]);
        if (i + 1 == wanted)
            centre = printed->len;
        if (lines[i][0] != '\0' || i + 1 == wanted)
            g_array_append_val(printed, i);
    }
    guint first = centre > CONTEXT_LINES ? centre - CONTEXT_LINES : 0;
    for (guint i = first; i < MIN(printed->len, centre + CONTEXT_LINES + 1); i++) {
        int index = g_array_index(printed, int, i);
        bool here = index + 1 == wanted;
        g_autofree char *clean = harmless(lines[index], false);
        printf("    %s %4d  %s%s%s\n", here ? ">" : " ", index + 1,
               meaning_begin(here ? MEANING_WARNING : MEANING_FAINT, session->color), clean,
               meaning_end(here ? MEANING_WARNING : MEANING_FAINT, session->color));
    }
}

static void print_place(const Evidence *evidence)
{
    g_autoptr(GString) place = g_string_new(evidence->file);
    if (evidence->page > 0)
        g_string_append_printf(place, say("  第 %d 页", "  page %d"), evidence->page);
    if (evidence->line > 0)
        g_string_append_printf(place, say("第 %d 行", ", line %d"), evidence->line);
    paragraph_print("  ", place->str, paper_width());
    const struct {
        const char *name, *value;
    } parts[] = {
        {say("表", "table"), evidence->table},
        {say("行", "row"), evidence->row},
        {say("栏", "column"), evidence->column},
        {say("原文", "text"), evidence->text},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
        if (parts[i].value[0] == '\0')
            continue;
        g_autofree char *lead = g_strdup_printf(say("    %s：", "    %s: "), parts[i].name);
        paragraph_print(lead, parts[i].value, paper_width());
    }
}

static bool print_evidence(const Session *session, const Evidence *evidence, GError **error)
{
    print_place(evidence);
    if (evidence->filing <= 0 || evidence->page <= 0)
        return true;
    g_autoptr(GError) fault = NULL;
    g_autofree char *page = store_page(session->store, evidence->filing, evidence->page, &fault);
    if (g_error_matches(fault, YUSUAN_ERROR, YUSUAN_ERROR_USAGE))
        return true; /* a tidy file has rows, and no page to quote from */
    if (page == NULL) {
        g_propagate_error(error, g_steal_pointer(&fault));
        return false;
    }
    print_context(page, evidence->line, session);
    return true;
}

static bool print_trace(const Session *session, const Finding *finding, GError **error)
{
    const RuleInfo *info = rule_info(finding->rule);
    Meaning meaning = meaning_of_severity(finding->severity);
    g_autofree char *department = harmless(finding->department, false);
    g_autofree char *subject = harmless(finding->subject, false);
    printf("%s%s%s %s  %s  [%s %s]\n", meaning_begin(meaning, session->color),
           severity_name(finding->severity), meaning_end(meaning, session->color),
           info != NULL ? say(info->title_zh, info->title_en) : "", subject, finding->rule,
           finding->id);
    printf(say("%s  %d 年", "%s  %d"), department, finding->fiscal_year);
    if (finding->base_year != 0)
        printf(say("，对比 %d 年", ", against %d"), finding->base_year);
    if (strcmp(finding->status, "open") != 0)
        printf(say("，%s", ", %s"), finding_status_name(finding->status));
    printf("\n\n%s\n", say("依据：", "Arithmetic:"));
    paragraph_print("  ", finding->message, paper_width());
    if (finding->has_amount) {
        g_autofree char *amount = amount_to_display(finding->amount);
        printf(say("  涉及金额 %s 万元\n", "  amount at issue: %s 万元\n"), amount);
    }
    if (finding->question[0] != '\0') {
        printf("\n%s\n", say("该问：", "To ask:"));
        paragraph_print("  ", finding->question, paper_width());
    }
    printf("\n%s\n", say("出处：", "Evidence:"));
    for (guint i = 0; i < finding->evidence->len; i++)
        if (!print_evidence(session, g_ptr_array_index(finding->evidence, i), error))
            return false;
    return true;
}

static void print_records(const Session *session, const Finding *finding)
{
    RowWriter *rows = rows_new(columns, G_N_ELEMENTS(columns), session->format, session->color);
    for (guint i = 0; i < finding->evidence->len; i++) {
        const Evidence *evidence = g_ptr_array_index(finding->evidence, i);
        rows_text(rows, finding->id);
        rows_text(rows, finding->rule);
        rows_text(rows, evidence->file);
        rows_positive(rows, evidence->page);
        rows_positive(rows, evidence->line);
        rows_text(rows, evidence->table);
        rows_text(rows, evidence->row);
        rows_text(rows, evidence->column);
        rows_text(rows, evidence->text);
    }
    rows_finish(rows);
}

static bool trace_run(Session *session, GError **error)
{
    Finding *finding = finding_chosen(session, session->arguments[0], error);
    if (finding == NULL)
        return false;
    bool done = true;
    if (session->format == ROWS_TABLE)
        done = print_trace(session, finding, error);
    else
        print_records(session, finding);
    finding_free(finding);
    return done;
}

static const OptionSpec options[] = {
    THRESHOLD_OPTION,
    {NULL, 0, OPTION_FLAG, NULL, NULL, NULL},
};

const Verb verb_trace = {
    .name = "trace",
    .store = VERB_READS_STORE,
    .arguments_zh = "问题编号",
    .arguments_en = "FINDING",
    .least = 1,
    .most = 1,
    .summary_zh = "一个问题的来路：算式、表、行、栏、页和原文",
    .summary_en = "the way back from a finding: arithmetic, table, row, column, page and sentence",
    .about_zh =
        "编号在 yusuan check 的方括号里，写前几位即可。check 用过 --threshold 的，这里要一样。",
    .about_en =
        "The id stands in brackets in `yusuan check`; its first digits will do. What check was "
        "told with --threshold must be said here, too.",
    .examples = {
        {"yusuan trace 54c76805", "追到页、行和原文", "down to page, line and sentence"},
        {"yusuan trace 54c76805 --format json", "每处依据一条记录", "a record a piece of evidence"},
    },
    .options = options,
    .paged = true,
    .run = trace_run,
};
