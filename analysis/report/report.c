/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/report/report.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "analysis/report/html.h"
#include "analysis/report/markdown.h"
#include "analysis/report/matters.h"
#include "analysis/report/pictures.h"
#include "analysis/report/sections.h"
#include "analysis/rule/rule.h"
#include "schema/error.h"
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
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Report, report_clear)

static Blocks *blocks_from_report(Report *report)
{
    Blocks *blocks = blocks_new();
    for (guint i = 0; i < G_N_ELEMENTS(sections); i++)
        sections[i](report, blocks);
    return blocks;
}

static bool make_folder(const char *folder, GError **error)
{
    if (g_mkdir_with_parents(folder, 0777) == 0)
        return true;
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_SYSTEM, say("不能建立文件夹 %s：%s", "cannot make the folder %s: %s"),
                folder, g_strerror(errno));
    return false;
}

static bool write_file(const char *folder, const char *name, const char *contents, GError **error)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autoptr(GError) cause = NULL;
    if (g_file_set_contents(path, contents, -1, &cause))
        return true;
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_SYSTEM, say("不能写 %s：%s", "cannot write %s: %s"), path,
                cause->message);
    return false;
}

static bool write_blocks(const Blocks *blocks, const DepartmentYear *view, const char *folder, GError **error)
{
    g_autofree char *title = g_strdup_printf(say("%s %d 年%s审查报告", "%s: review of the %d %s"),
                                             view->department->name, view->year, kind_name(view->filing->kind));
    g_autofree char *html = html_from_blocks(blocks, title, error);
    if (html == NULL || !write_file(folder, "index.html", html, error))
        return false;
    g_autofree char *markdown = markdown_from_blocks(blocks);
    return write_file(folder, "report.md", markdown, error);
}

bool report_write(const Department *department, int year, const Peers *peers, const Thresholds *thresholds,
                  const char *folder, GPtrArray *warnings, GError **error)
{
    g_autoptr(DepartmentYear) view = department_year_new(department, year, thresholds, error);
    g_autofree char *charts = g_build_filename(folder, "charts", NULL);
    if (view == NULL || !make_folder(charts, error))
        return false;
    g_autoptr(GPtrArray) lacks = g_ptr_array_new_with_free_func(g_free);
    g_auto(Report) report = {.view = view, .warnings = lacks, .places = places_new(department)};
    report.all_findings = findings_among_peers(department, peers, thresholds);
    findings_divide(&report);
    report.matters = matters_from_findings(report.findings);
    report.pictures = pictures_from_year(view, charts, lacks);
    g_autoptr(Blocks) blocks = blocks_from_report(&report);
    for (guint i = 0; warnings != NULL && i < lacks->len; i++)
        g_ptr_array_add(warnings, g_strdup(g_ptr_array_index(lacks, i)));
    return write_blocks(blocks, view, folder, error);
}
