/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/report/report.h"

#include "analysis/report/files.h"
#include "analysis/report/matters.h"
#include "analysis/report/pictures.h"
#include "analysis/report/sections.h"
#include "analysis/rule/rule.h"
#include "history/figures.h"
#include "schema/language.h"

/* The report, from top to bottom. The places come after all that cite them. */
static void (*const sections[])(Report *report, Blocks *blocks) = {
    section_answer,    section_questions,    section_findings, section_ledger,  section_structure,
    section_carryover, section_three_public, section_staff,    section_targets, section_items,
    section_trends,    section_unread,       section_earlier,  section_method,  section_places,
};

void report_add_picture(const Report *report, Blocks *blocks, const char *name)
{
    for (guint i = 0; i < report->pictures->len; i++) {
        const Picture *picture = g_ptr_array_index(report->pictures, i);
        if (!g_str_equal(picture->file, name))
            continue;
        if (picture->svg != NULL)
            blocks_picture(blocks, picture);
        else
            blocks_paragraph(blocks, TONE_MUTED,
                             prose_printf(say("这里没有图：%s", "No chart here: %s"), picture->why));
        return;
    }
}

static void findings_divide(Report *report)
{
    report->findings = g_ptr_array_new();
    report->earlier = g_ptr_array_new();
    for (guint i = 0; i < report->all_findings->len; i++) {
        Finding *finding = g_ptr_array_index(report->all_findings, i);
        g_ptr_array_add(finding->fiscal_year == report->view->year ? report->findings : report->earlier, finding);
    }
}

static void report_clear(Report *report)
{
    g_clear_pointer(&report->matters, g_ptr_array_unref);
    g_clear_pointer(&report->findings, g_ptr_array_unref);
    g_clear_pointer(&report->earlier, g_ptr_array_unref);
    g_clear_pointer(&report->all_findings, g_ptr_array_unref);
    g_clear_pointer(&report->pictures, g_ptr_array_unref);
    g_clear_pointer(&report->places, places_free);
    g_clear_pointer(&report->figures, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Report, report_clear)

static Blocks *blocks_from_report(Report *report)
{
    Blocks *blocks = blocks_new();
    for (guint i = 0; i < G_N_ELEMENTS(sections); i++)
        sections[i](report, blocks);
    return blocks;
}

static void question_free(gpointer data)
{
    ReportQuestion *question = data;
    g_free(question->anchor);
    g_free(question->text);
    g_free(question);
}

void report_digest_clear(ReportDigest *digest)
{
    g_clear_pointer(&digest->questions, g_ptr_array_unref);
}

static void digest_fill(const Report *report, ReportDigest *digest)
{
    digest->summary = year_summary(report->view, report->findings, report->matters);
    digest->questions = g_ptr_array_new_with_free_func(question_free);
    for (guint i = 0; i < report->matters->len; i++) {
        const Finding *lead = ((const Matter *)g_ptr_array_index(report->matters, i))->lead;
        ReportQuestion *question = g_new0(ReportQuestion, 1);
        *question = (ReportQuestion){finding_anchor(lead), g_strdup(lead->question), lead->severity, {0, 0}};
        if (lead->has_amount)
            question->size = (Amount){ABS(lead->amount.fen), lead->amount.step};
        g_ptr_array_add(digest->questions, question);
    }
}

bool report_write_digest(const Department *department, int year, const Peers *peers, const Thresholds *thresholds,
                         const char *folder, GPtrArray *warnings, ReportDigest *digest, GError **error)
{
    g_autoptr(DepartmentYear) view = department_year_new(department, year, thresholds, error);
    g_autofree char *charts = g_build_filename(folder, "charts", NULL);
    if (view == NULL || !report_folder_make(charts, error))
        return false;
    g_autoptr(GPtrArray) lacks = g_ptr_array_new_with_free_func(g_free);
    g_auto(Report) report = {.view = view, .warnings = lacks, .places = places_new(department)};
    report.figures = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, (GDestroyNotify)figures_free);
    report.all_findings = findings_among_peers(department, peers, thresholds);
    findings_divide(&report);
    report.matters = matters_from_findings(report.findings);
    report.pictures = pictures_from_year(view, charts, lacks);
    g_autoptr(Blocks) blocks = blocks_from_report(&report);
    for (guint i = 0; warnings != NULL && i < lacks->len; i++)
        g_ptr_array_add(warnings, g_strdup(g_ptr_array_index(lacks, i)));
    digest_fill(&report, digest);
    g_autofree char *title = g_strdup_printf(say("%s %d 年%s审查报告", "%s: review of the %d %s"), department->name, view->year,
                                             kind_name(view->filing->kind));
    return report_files_write(blocks, title, folder, error);
}

bool report_write(const Department *department, int year, const Peers *peers, const Thresholds *thresholds,
                  const char *folder, GPtrArray *warnings, GError **error)
{
    ReportDigest digest = {0};
    bool written = report_write_digest(department, year, peers, thresholds, folder, warnings, &digest, error);
    report_digest_clear(&digest);
    return written;
}
