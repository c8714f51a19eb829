/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/report/overview.h"
#include "analysis/report/report.h"

#include <stdio.h>

#include "cmd/choose.h"
#include "cmd/paragraph.h"
#include "cmd/verb.h"
#include "schema/error.h"
#include "schema/language.h"

static void print_warnings(const GPtrArray *warnings)
{
    for (guint i = 0; i < warnings->len; i++) {
        g_autofree char *clean = harmless(g_ptr_array_index(warnings, i), false);
        fprintf(stderr, "yusuan: %s\n", clean);
    }
}

/* Its readers and sources are Chinese: so is a report, whatever the locale, unless --lang asks. */
static bool write_report(const Session *session, const Department *department,
                         const Peers *peers, const Thresholds *thresholds, const char *folder, GPtrArray *warnings,
                         GError **error)
{
    Language spoken = language_get();
    if (option_text(session->options, "lang") == NULL)
        language_set(LANGUAGE_ZH);
    bool written = report_write(department, option_number(session->options, "year"), peers, thresholds,
                                folder, warnings, error);
    language_set(spoken);
    return written;
}

static bool report_one(Session *session, const Thresholds *thresholds, const char *folder, GPtrArray *warnings,
                       GError **error)
{
    g_autoptr(Department) department = department_chosen(session, session->arguments[0], error);
    if (department == NULL || !department_load_pages(department, session->store, error))
        return false;
    g_autoptr(Peers) peers = NULL;
    return peers_chosen(session, NULL, thresholds, &peers, error) &&
           write_report(session, department, peers, thresholds, folder, warnings, error);
}

typedef struct {
    const Session *session;
    const Peers *peers;
    const Thresholds *thresholds;
    Overview *overview;
    GPtrArray *warnings;
} Round;

/* One department that fails must not cost the others their reports. */
static bool report_next(const Department *department, gpointer data, GError **error)
{
    const Round *round = data;
    GError *failure = NULL;
    (void)error;
    if (department_load_pages(department, round->session->store, &failure))
        overview_add(round->overview, department, option_number(round->session->options, "year"), round->peers,
                     round->thresholds, round->warnings);
    else
        overview_add_failure(round->overview, department->name, failure);
    return true;
}

static bool report_all(Session *session, const Thresholds *thresholds, const char *folder, GPtrArray *warnings,
                       GError **error)
{
    g_autoptr(Peers) peers = NULL;
    if (!peers_chosen(session, NULL, thresholds, &peers, error))
        return false;
    g_autoptr(Overview) overview = overview_new(folder);
    Round round = {session, peers, thresholds, overview, warnings};
    Language spoken = language_get();
    if (option_text(session->options, "lang") == NULL)
        language_set(LANGUAGE_ZH);
    bool written = departments_visit(session->store, report_next, &round, error) && overview_write(overview, error);
    language_set(spoken);
    return written;
}

/* All departments, or the one that is named: never both, never neither. */
static bool check_arguments(const Session *session, GError **error)
{
    bool all = option_flag(session->options, "all");
    bool named = session->arguments[0] != NULL;
    const char *fault = all && named    ? say("--all 是全部部门，不能再写部门", "--all means all departments: name none")
                        : !all && !named ? say("缺少部门：写一个部门，或用 --all", "a department is missing: name one, or --all")
                        : g_strcmp0(option_text(session->options, "output"), "") <= 0
                            ? say("缺少 -o 目录：报告写到哪里？", "-o DIR is missing: where shall the report go?")
                            : NULL;
    if (fault != NULL)
        g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE, fault);
    return fault == NULL;
}

static bool report_run(Session *session, GError **error)
{
    g_autoptr(Thresholds) thresholds = check_arguments(session, error) ? thresholds_chosen(session, error) : NULL;
    if (thresholds == NULL)
        return false;
    const char *folder = option_text(session->options, "output");
    g_autoptr(GPtrArray) warnings = g_ptr_array_new_with_free_func(g_free);
    bool written = option_flag(session->options, "all") ? report_all(session, thresholds, folder, warnings, error)
                                                        : report_one(session, thresholds, folder, warnings, error);
    if (!session->quiet)
        print_warnings(warnings);
    if (!written)
        return false;
    g_autofree char *index = g_build_filename(folder, "index.html", NULL);
    if (!session->quiet)
        puts(index);
    return true;
}

static const OptionSpec options[] = {
    {"all", 0, OPTION_FLAG, NULL, "全部部门：每个部门一份报告，另有一份总览",
     "all departments: a report of each, and an overview that leads to them"},
    {"output", 'o', OPTION_TEXT, "DIR", "报告写到哪个目录；没有就建",
     "the folder for the report; made when absent"},
    {"year", 0, OPTION_YEAR, "YEAR", "年度；默认最新一年", "the year; default the newest"},
    THRESHOLD_OPTION,
    {NULL, 0, OPTION_FLAG, NULL, NULL, NULL},
};

const Verb verb_report = {
    .name = "report",
    .store = VERB_READS_STORE,
    .arguments_zh = "部门|--all -o 目录",
    .arguments_en = "DEPT|--all -o DIR",
    .least = 0,
    .most = 1,
    .summary_zh = "写出完整报告：index.html、report.md、report.xlsx 和图",
    .summary_en = "write the whole report: index.html, report.md, report.xlsx and charts",
    .about_zh = "index.html 是一个自带图的文件，不连网也能看；report.xlsx 是可以接着做的底稿，合计和增长都是公式。"
                "--all 时 index.html 是总览，各部门的报告在下面各自的文件夹里。报告默认用中文，--lang en 改为英文。",
    .about_en =
        "index.html is one file with its charts inside, and works offline; report.xlsx is a workbook to go on working in, "
        "with its sums as formulas. With --all index.html is the overview, and each department's report lies in a folder of "
        "its own below. The report is in Chinese unless --lang en is given.",
    .examples = {
        {"yusuan report 档案数据 -o out", "完整报告", "the whole report"},
        {"yusuan --lang en report 档案数据 --year 2023 -o out-2023", "某一年，用英文", "of one year, in English"},
        {"yusuan report --all -o all", "全部部门，连同总览", "all departments, with an overview"},
    },
    .options = options,
    .run = report_run,
};
