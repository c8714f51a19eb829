/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The report's sections in the order they are read, and what they are written from. A section appends its blocks;
 * one that has nothing to say says that, or is left out where the form has no such part.
 *
 * To add a section: write its function, declare it here, add its row to the table in report.c.
 */
#ifndef ANALYSIS_REPORT_SECTIONS_H
#define ANALYSIS_REPORT_SECTIONS_H

#include "analysis/department_year.h"
#include "analysis/report/block.h"
#include "analysis/report/places.h"
#include "schema/finding.h"

typedef struct {
    const DepartmentYear *view;
    GPtrArray *all_findings; /* Finding: owns those of the next two */
    GPtrArray *findings;     /* of the year, most serious first */
    GPtrArray *earlier;      /* of the other years */
    GPtrArray *matters;      /* Matter (matters.h): the year's questions */
    GPtrArray *pictures;     /* Picture, one a chart name */
    GPtrArray *warnings;     /* char*: what the report lacks; not owned */
    Places *places;          /* places in the filings that sections point to */
    GHashTable *figures;     /* Filing -> Figures: of the filings whose cells are cited (cited.h) */
} Report;

void section_answer(Report *report, Blocks *blocks);
void section_questions(Report *report, Blocks *blocks);
void section_findings(Report *report, Blocks *blocks);
void section_ledger(Report *report, Blocks *blocks);
void section_structure(Report *report, Blocks *blocks);
void section_execution(Report *report, Blocks *blocks);
void section_carryover(Report *report, Blocks *blocks);
void section_three_public(Report *report, Blocks *blocks);
void section_staff(Report *report, Blocks *blocks);
void section_targets(Report *report, Blocks *blocks);
void section_items(Report *report, Blocks *blocks);
void section_trends(Report *report, Blocks *blocks);
void section_peers(Report *report, Blocks *blocks);
void section_earlier(Report *report, Blocks *blocks);
void section_disclosure(Report *report, Blocks *blocks);
void section_unread(Report *report, Blocks *blocks);
void section_places(Report *report, Blocks *blocks);
void section_method(Report *report, Blocks *blocks);

/* Adds the chart, or the sentence that says why there is none. */
void report_add_picture(const Report *report, Blocks *blocks, const char *name);

/*
 * The same for a chart that takes several years: nothing at all where there are too few, which a reader of one year's
 * report does not miss.
 */
void report_add_picture_of_years(const Report *report, Blocks *blocks, const char *name);

/* The tone that a severity is shown in. */
Tone tone_of_severity(Severity severity);

/* The rule's title in the language set; its identifier when it is not in the catalogue. */
const char *finding_title(const Finding *finding);

/* Where a piece of evidence stands, with a link to its words in the report, and the words. */
Prose *prose_from_evidence(const Report *report, const Evidence *evidence);

/*
 * 第 15 页, with what tells its file from the others where the filing has several, linked to the quoted line; nothing
 * where the page is not known. The caller owns it.
 */
Prose *page_link(const Report *report, int page, int line, const char *text);

/* The same for a place that was cited already: appends 第 15 页 with a link to its anchor. */
void prose_add_page(Prose *prose, const Report *report, const char *anchor, int page);

/* What the sentence states and what follows, reckoned through; NULL where it speaks of no change. The caller owns it. */
Prose *arithmetic_of_finding(const Report *report, const Finding *finding);

/* The size of what is at issue, for sentences. The caller frees it. */
char *amount_at_issue(const Finding *finding);

/* True when the department is to be asked about it: it has a question, and nobody has accepted it. */
bool finding_is_asked(const Finding *finding);

/* Unexplained, contradicted or explained in part. */
bool line_is_serious(const LedgerLine *line);

/* The serious line of the ledger whose change a finding asks about; NULL when it asks about none. */
const LedgerLine *line_asked_about(const Report *report, const Finding *finding);

/* As many questions stand on page one. */
enum { FIRST_QUESTIONS = 5 };

/* From which paper the year was read, and what it is compared with. The caller owns it. */
Prose *prose_of_sources(const Report *report);

/* "f-" and the finding's id. The caller frees it. */
char *finding_anchor(const Finding *finding);

#endif
