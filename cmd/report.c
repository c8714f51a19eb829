/* SPDX-License-Identifier: GPL-3.0-or-later */
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

static bool report_run(Session *session, GError **error)
{
    const char *folder = option_text(session->options, "output");
    if (folder == NULL) {
        g_set_error_literal(
            error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
            say("缺少 -o 目录：报告写到哪里？", "-o DIR is missing: where shall the report go?"));
        return false;
    }
    g_autoptr(Thresholds) thresholds = thresholds_chosen(session, error);
    if (thresholds == NULL)
        return false;
    g_autoptr(Department) department = department_chosen(session, session->arguments[0], error);
    if (department == NULL || !department_load_pages(department, session->store, error))
        return false;
    g_autoptr(Peers) peers = NULL;
    if (!peers_chosen(session, NULL, thresholds, &peers, error))
        return false;
    g_autoptr(GPtrArray) warnings = g_ptr_array_new_with_free_func(g_free);
    bool written = write_report(session, department, peers, thresholds, folder, warnings, error);
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
    {"output", 'o', OPTION_TEXT, "DIR", "报告写到哪个目录；没有就建",
     "the folder for the report; made when absent"},
    {"year", 0, OPTION_YEAR, "YEAR", "年度；默认最新一年", "the year; default the newest"},
    THRESHOLD_OPTION,
    {NULL, 0, OPTION_FLAG, NULL, NULL, NULL},
};

const Verb verb_report = {
    .name = "report",
    .store = VERB_READS_STORE,
    .arguments_zh = "部门 -o 目录",
    .arguments_en = "DEPT -o DIR",
    .least = 1,
    .most = 1,
    .summary_zh = "写出完整报告：index.html、report.md 和图",
    .summary_en = "write the whole report: index.html, report.md and charts",
    .about_zh = "index.html 是一个自带图的文件，不连网也能看。报告默认用中文，--lang en 改为英文。",
    .about_en =
        "index.html is one file with its charts inside, and works offline. The report is in "
        "Chinese unless --lang en is given.",
    .examples = {
        {"yusuan report 档案数据 -o out", "完整报告", "the whole report"},
        {"yusuan --lang en report 档案数据 --year 2023 -o out-2023", "某一年，用英文", "of one year, in English"},
    },
    .options = options,
    .run = report_run,
};
