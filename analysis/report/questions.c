/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What to ask, and all that was found: a card a question, a table a severity.
 */
#include <string.h>

#include "analysis/report/matters.h"
#include "analysis/report/sections.h"
#include "analysis/rule/rule.h"
#include "schema/language.h"

Tone tone_of_severity(Severity severity)
{
    return severity == SEVERITY_ERROR ? TONE_ERROR : severity == SEVERITY_WARNING ? TONE_WARNING : TONE_NOTICE;
}

const char *finding_title(const Finding *finding)
{
    const RuleInfo *info = rule_info(finding->rule);
    return info != NULL ? say(info->title_zh, info->title_en) : finding->rule;
}

bool finding_is_asked(const Finding *finding)
{
    return finding->question[0] != '\0' && strcmp(finding->status, "accepted") != 0;
}

char *finding_anchor(const Finding *finding)
{
    /* The id is ours, but an anchor must stay one whatever it is. */
    g_autofree char *id = g_strcanon(g_strdup(finding->id), "0123456789abcdefghijklmnopqrstuvwxyz", '-');
    return g_strconcat("f-", id, NULL);
}

char *amount_at_issue(const Finding *finding)
{
    Amount size = finding->amount;
    size.fen = size.fen < 0 && size.fen != G_MININT64 ? -size.fen : size.fen;
    return amount_to_display(size);
}

/* The filing's words, by what they are a figure of. */
static char *words_of_evidence(const Evidence *evidence)
{
    GString *words = g_string_new(NULL);
    const char *const parts[] = {evidence->table, evidence->row, evidence->column};
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
        if (parts[i][0] != '\0')
            g_string_append_printf(words, "%s%s", words->len > 0 ? " · " : "", parts[i]);
    return g_string_free(words, FALSE);
}

static const char *cite_evidence(const Report *report, const Evidence *evidence, const Filing *filing)
{
    if (filing == NULL)
        return NULL;
    g_autofree char *where = words_of_evidence(evidence);
    int page = filing_page(filing, evidence->filing, evidence->file, evidence->page);
    return places_cite(report->places, filing, page, evidence->line, where, evidence->text);
}

static void add_place(Prose *prose, const char *name)
{
    if (name[0] != '\0')
        prose_addf(prose, TONE_PLAIN, " · %s", name);
}

/* 第 15 页, and of which file where the filing has several. */
static void link_page(Prose *prose, const char *anchor, const Filing *filing, const char *file, int page)
{
    g_autofree char *name = g_strdup_printf(say("第 %d 页", "page %d"), page);
    prose_link(prose, TONE_PLAIN, anchor, name);
    if (filing != NULL && filing->sources->len > 1)
        prose_addf(prose, TONE_MUTED, say("（%s）", " (%s)"), file);
}

/* How many bytes all names of the filing's files begin with alike; at the end with `from_end`. Whole characters only. */
static size_t common_bytes(const Filing *filing, bool from_end)
{
    const char *first = ((const Source *)g_ptr_array_index(filing->sources, 0))->file;
    size_t common = strlen(first);
    for (guint i = 1; i < filing->sources->len; i++) {
        const char *other = ((const Source *)g_ptr_array_index(filing->sources, i))->file;
        size_t length = strlen(other), most = strlen(first), same = 0;
        while (same < MIN(length, most) &&
               (from_end ? first[most - 1 - same] == other[length - 1 - same] : first[same] == other[same]))
            same++;
        common = MIN(common, same);
    }
    const char *at = from_end ? first + strlen(first) - common : first + common;
    for (; common > 0 && ((guchar)*at & 0xC0) == 0x80; at += from_end ? 1 : -1)
        common--;
    return common;
}

/* 说明 of 某局-2019-说明.pdf beside 某局-2019-表.pdf: what tells the file from the filing's others, for narrow cells. */
static char *file_in_short(const Filing *filing, const char *file)
{
    size_t head = common_bytes(filing, false), tail = common_bytes(filing, true), length = strlen(file);
    return head + tail < length ? g_strndup(file + head, length - head - tail) : g_strdup(file);
}

/* The same in a cell. */
static void link_page_in_short(Prose *prose, const char *anchor, const Filing *filing, const char *file, int page)
{
    bool several = filing != NULL && filing->sources->len > 1;
    g_autofree char *name = several ? file_in_short(filing, file) : NULL;
    link_page(prose, anchor, several ? NULL : filing, file, page);
    if (several)
        prose_addf(prose, TONE_MUTED, say("（%s）", " (%s)"), name);
}

void prose_add_page(Prose *prose, const Report *report, const char *anchor, int page)
{
    const char *file = NULL;
    int file_page = 0;
    filing_place(report->view->filing, page, &file, &file_page);
    link_page_in_short(prose, anchor, report->view->filing, file, file_page);
}

Prose *page_link(const Report *report, int page, int line, const char *text)
{
    Prose *prose = prose_new(NULL);
    if (page <= 0)
        return prose;
    prose_add_page(prose, report, places_cite(report->places, report->view->filing, page, line, "", text), page);
    return prose;
}

Prose *prose_from_evidence(const Report *report, const Evidence *evidence)
{
    Prose *prose = prose_new(NULL);
    const Filing *filing = places_filing(report->places, evidence->filing, evidence->file);
    const char *anchor = cite_evidence(report, evidence, filing);
    bool other_year = filing != NULL && filing != report->view->filing;
    if (other_year)
        prose_addf(prose, TONE_PLAIN, say("%d 年%s ", "%d %s, "), filing->fiscal_year, kind_name(filing->kind));
    if (evidence->page > 0) {
        link_page(prose, anchor, filing, evidence->file, evidence->page);
    } else {
        prose_add(prose, TONE_PLAIN, evidence->file);
    }
    add_place(prose, evidence->table);
    add_place(prose, evidence->row);
    add_place(prose, evidence->column);
    if (evidence->text[0] != '\0') {
        prose_add(prose, TONE_PLAIN, say("：", ": "));
        prose_add(prose, TONE_QUOTE, evidence->text);
    }
    return prose;
}

static void card_facts(Blocks *card, const Finding *finding)
{
    Tone tone = tone_of_severity(finding->severity);
    Prose *facts = prose_new(NULL);
    prose_add(facts, tone, severity_name(finding->severity));
    prose_addf(facts, TONE_PLAIN, " · %s", finding_title(finding));
    g_autofree char *subject = subject_title(finding->code, finding->subject);
    add_place(facts, subject);
    if (finding->has_amount && finding->amount.fen != 0) {
        g_autofree char *amount = amount_at_issue(finding);
        prose_addf(facts, TONE_PLAIN, say(" · 涉及 %s 万元", " · %s at issue"), amount);
    }
    blocks_paragraph(card, TONE_PLAIN, facts);
}

/* Two sentences that differ from one cell lead to that cell once. */
static bool is_shown_before(const Finding *finding, guint index)
{
    const Evidence *evidence = g_ptr_array_index(finding->evidence, index);
    for (guint i = 0; i < index; i++) {
        const Evidence *other = g_ptr_array_index(finding->evidence, i);
        if (other->page == evidence->page && other->line == evidence->line && g_str_equal(other->file, evidence->file) &&
            g_str_equal(other->table, evidence->table) && g_str_equal(other->row, evidence->row) &&
            g_str_equal(other->column, evidence->column) && g_str_equal(other->text, evidence->text))
            return true;
    }
    return false;
}

const LedgerLine *line_asked_about(const Report *report, const Finding *finding)
{
    const Ledger *ledger = report->view->ledger;
    if (ledger == NULL || !g_str_has_prefix(finding->rule, "reason.") || !finding_is_asked(finding) ||
        finding->fiscal_year != ledger->fiscal_year)
        return NULL;
    for (guint i = 0; i < ledger->lines->len; i++) {
        const LedgerLine *line = g_ptr_array_index(ledger->lines, i);
        if (line_is_serious(line) && g_str_equal(line->code, finding->code) &&
            (finding->code[0] != '\0' || g_str_equal(line->subject, finding->subject)))
            return line;
    }
    return NULL;
}

/* What the answer must come with: a question without it is answered with another sentence. */
static void card_papers(const Report *report, Blocks *card, const Finding *finding)
{
    const LedgerLine *line = line_asked_about(report, finding);
    if (line == NULL)
        return;
    g_autofree char *wanted = ledger_papers(line);
    blocks_paragraph(card, TONE_PLAIN, prose_printf(say("请提供：%s。", "Please supply: %s."), wanted));
}

/* What the card says below its title, which is the question. */
static void card_fill(const Report *report, Blocks *card, const Finding *finding)
{
    card_facts(card, finding);
    Prose *arithmetic = arithmetic_of_finding(report, finding);
    /* Reckoned through, it says all that the message does. */
    if (arithmetic == NULL || !g_str_equal(finding->rule, "reason.insufficient"))
        blocks_say(card, TONE_PLAIN, finding->message);
    if (arithmetic != NULL)
        blocks_paragraph(card, TONE_PLAIN, arithmetic);
    card_papers(report, card, finding);
    if (finding->evidence->len == 0)
        return;
    Block *list = blocks_list(card, false);
    for (guint i = 0; i < finding->evidence->len; i++)
        if (!is_shown_before(finding, i))
            list_add(list, prose_from_evidence(report, g_ptr_array_index(finding->evidence, i)));
}

/* The matter's first question, and those that are part of it in cards within the card. */
static void card_from_matter(const Report *report, Blocks *blocks, const Matter *matter, guint number)
{
    g_autofree char *anchor = finding_anchor(matter->lead);
    Prose *title = prose_printf("%u. ", number);
    prose_add(title, TONE_PLAIN, matter->lead->question);
    Blocks *card = blocks_card(blocks, tone_of_severity(matter->lead->severity), anchor, title);
    card_fill(report, card, matter->lead);
    for (guint i = 0; i < matter->parts->len; i++) {
        const Finding *part = g_ptr_array_index(matter->parts, i);
        g_autofree char *part_anchor = finding_anchor(part);
        Prose *part_title = prose_new(matter_part_is_within(matter, part) ? say("其中：", "Within it: ")
                                                                          : say("同一件事：", "The same matter: "));
        prose_add(part_title, TONE_PLAIN, part->question);
        Blocks *inner = blocks_part_card(card, tone_of_severity(part->severity), part_anchor, part_title);
        card_fill(report, inner, part);
    }
}

void section_questions(Report *report, Blocks *blocks)
{
    blocks_heading(blocks, 2, "questions", say("要问部门的问题", "Questions to the department"));
    if (report->matters->len == 0) {
        blocks_say(blocks, TONE_PLAIN, say("没有。", "None."));
        return;
    }
    blocks_say(blocks, TONE_MUTED,
               say("按严重程度排列，同级按涉及金额；同一件事的几个问题放在一起。页码可点开，看到原文。",
                   "By severity, then by the amount at issue; questions on one matter stand together. Each page number "
                   "leads to the words themselves."));
    for (guint i = 0; i < report->matters->len; i++)
        card_from_matter(report, blocks, g_ptr_array_index(report->matters, i), i + 1);
}

/* ---- all findings ---- */

static ReportTable *findings_table(const char *anchor, const char *caption, bool with_year)
{
    ReportTable *table = report_table_new(anchor, caption);
    if (with_year)
        report_table_column(table, COLUMN_TEXT, say("年度", "Year"));
    report_table_column(table, COLUMN_CHOICE, say("级别", "Severity"));
    report_table_column(table, COLUMN_NAME, say("科目", "Subject"));
    report_table_column(table, COLUMN_TEXT, say("问题", "Rule"));
    report_table_column(table, COLUMN_NUMBER, say("涉及金额", "At issue"));
    report_table_column(table, COLUMN_LONG, say("发现", "Finding"));
    report_table_column(table, COLUMN_TEXT, say("位置", "Place"));
    report_table_column(table, COLUMN_CODE, say("编号", "Id"));
    return table;
}

/* Where the first evidence stands, in few words: the card has the rest. */
static Prose *first_place(const Report *report, const Finding *finding)
{
    Prose *prose = prose_new(NULL);
    if (finding->evidence->len == 0)
        return prose;
    const Evidence *evidence = g_ptr_array_index(finding->evidence, 0);
    const Filing *filing = places_filing(report->places, evidence->filing, evidence->file);
    const char *anchor = cite_evidence(report, evidence, filing);
    if (evidence->page > 0) {
        link_page_in_short(prose, anchor, filing, evidence->file, evidence->page);
        prose_add(prose, TONE_PLAIN, " ");
    }
    prose_add(prose, TONE_PLAIN, evidence->table);
    return prose;
}

static Prose *rule_and_status(const Finding *finding)
{
    Prose *prose = prose_new(finding_title(finding));
    if (strcmp(finding->status, "open") != 0)
        prose_addf(prose, TONE_MUTED, say("（%s）", " (%s)"), finding_status_name(finding->status));
    return prose;
}

static void findings_row(const Report *report, ReportTable *table, const Finding *finding, bool with_year)
{
    g_autofree char *subject = subject_title(finding->code, finding->subject);
    report_table_row(table, 0);
    if (with_year)
        report_table_prose(table, prose_printf("%d", finding->fiscal_year));
    Prose *severity = prose_new(NULL);
    prose_add(severity, tone_of_severity(finding->severity), severity_name(finding->severity));
    report_table_prose(table, severity);
    report_table_cell(table, subject);
    report_table_prose(table, rule_and_status(finding));
    if (finding->has_amount)
        report_table_amount(table, finding->amount);
    else
        report_table_blank(table);
    report_table_cell(table, finding->message);
    report_table_prose(table, first_place(report, finding));
    g_autofree char *anchor = finding_anchor(finding);
    Prose *id = prose_new(NULL);
    prose_link(id, TONE_PLAIN, !with_year && finding_is_asked(finding) ? anchor : NULL, finding->id);
    report_table_prose(table, id);
}

void section_findings(Report *report, Blocks *blocks)
{
    blocks_heading(blocks, 2, "findings", say("全部发现", "All findings"));
    if (report->findings->len == 0)
        blocks_say(blocks, TONE_PLAIN, say("没有发现问题。", "Nothing was found."));
    ReportTable *table = findings_table("findings-table", say("错误在前，同级按涉及金额", "Errors first, then by the amount at issue"), false);
    for (guint i = 0; i < report->findings->len; i++)
        findings_row(report, table, g_ptr_array_index(report->findings, i), false);
    blocks_table(blocks, table);
}

void section_earlier(Report *report, Blocks *blocks)
{
    if (report->earlier->len == 0)
        return;
    blocks_heading(blocks, 2, "earlier", say("其他年度的发现", "Findings of other years"));
    ReportTable *table =
        findings_table("findings-earlier", say("其他年度，近年在前", "Other years, newest first"), true);
    for (guint i = 0; i < report->earlier->len; i++)
        findings_row(report, table, g_ptr_array_index(report->earlier, i), true);
    blocks_table(blocks, table);
}
