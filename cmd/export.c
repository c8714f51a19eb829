/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "cmd/choose.h"
#include "cmd/record.h"
#include "cmd/verb.h"
#include "history/join.h"
#include "schema/error.h"
#include "schema/language.h"

typedef struct {
    Session *session;
    RowWriter *rows;
    int year;     /* 0: all */
    Peers *peers; /* for findings */
} ExportRun;

/* One thing to export. Evidence goes by filing, what is derived from it by department. */
typedef struct {
    const char *name;
    RowWriter *(*begin)(RowFormat format, bool color);
    void (*add_filing)(RowWriter *rows, const Filing *filing);
    bool (*add_department)(ExportRun *run, const Department *department, GError **error);
} Export;

/* One department by name, or all of them, without holding more than one filing in memory. */
static bool export_filings(ExportRun *run, const Export *export, const char *department,
                           GError **error)
{
    bool all = option_flag(run->session->options, "all");
    g_autoptr(Holdings) holdings = holdings_from_store(run->session->store, error);
    if (holdings == NULL)
        return false;
    for (guint i = 0; i < holdings->filings->len; i++) {
        const HeldFiling *held = g_ptr_array_index(holdings->filings, i);
        if ((department != NULL && strcmp(department, held->body->name) != 0) ||
            (!held->latest && !all) || (run->year != 0 && run->year != held->fiscal_year))
            continue;
        g_autoptr(Filing) filing = filing_from_holdings(run->session->store, held, error);
        if (filing == NULL)
            return false;
        export->add_filing(run->rows, filing);
    }
    return true;
}

static bool add_series(ExportRun *run, const Department *department, GError **error)
{
    g_autoptr(Thresholds) thresholds = thresholds_chosen(run->session, error);
    if (thresholds == NULL)
        return false;
    g_autoptr(GPtrArray) series = series_of_department(department, thresholds);
    for (guint i = 0; i < series->len; i++)
        series_records_add(run->rows, g_ptr_array_index(series, i), run->year);
    return true;
}

/* A year picks the series that end with it. */
static bool add_stats(ExportRun *run, const Department *department, GError **error)
{
    g_autoptr(Thresholds) thresholds = thresholds_chosen(run->session, error);
    if (thresholds == NULL)
        return false;
    g_autoptr(GPtrArray) series = series_of_department(department, thresholds);
    g_autoptr(GArray) lines = statistics_from_series(series);
    for (guint i = 0; i < lines->len; i++) {
        const StatLine *line = &g_array_index(lines, StatLine, i);
        if (run->year == 0 || line->row.last_year == run->year)
            stat_records_add(run->rows, line);
    }
    return true;
}

static bool add_findings(ExportRun *run, const Department *department, GError **error)
{
    g_autoptr(Thresholds) thresholds = thresholds_chosen(run->session, error);
    if (thresholds == NULL)
        return false;
    g_autoptr(GPtrArray) findings = findings_among_peers(department, run->peers, thresholds);
    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = g_ptr_array_index(findings, i);
        if (run->year == 0 || finding->fiscal_year == run->year)
            finding_records_add(run->rows, finding);
    }
    return true;
}

static bool add_ledger_of_year(ExportRun *run, const Department *department, int year,
                               const Thresholds *thresholds, GError **error)
{
    g_autoptr(GError) fault = NULL;
    g_autoptr(Ledger) ledger =
        ledger_from_department(department, year, year - 1, thresholds, &fault);
    if (ledger != NULL) {
        ledger_records_add(run->rows, ledger);
        return true;
    }
    /* A first year has nothing to be compared with: no rows, and no reason to stop. */
    if (g_error_matches(fault, YUSUAN_ERROR, YUSUAN_ERROR_USAGE) ||
        g_error_matches(fault, YUSUAN_ERROR, YUSUAN_ERROR_INPUT))
        return true;
    g_propagate_error(error, g_steal_pointer(&fault));
    return false;
}

static bool add_ledgers(ExportRun *run, const Department *department, GError **error)
{
    g_autoptr(Thresholds) thresholds = thresholds_chosen(run->session, error);
    if (thresholds == NULL)
        return false;
    int last = 0;
    for (guint i = 0; i < department->filings->len; i++) {
        const Filing *filing = g_ptr_array_index(department->filings, i);
        /* A year's ledger is its budget's; that of its final accounts where it has no budget. */
        bool usual = (filing->kind == KIND_ACCOUNTS) == (ledger_usual_phase(department, filing->fiscal_year) == PHASE_EXECUTED);
        if (!usual || filing->fiscal_year == last || (run->year != 0 && run->year != filing->fiscal_year))
            continue;
        last = filing->fiscal_year;
        if (!add_ledger_of_year(run, department, filing->fiscal_year, thresholds, error))
            return false;
    }
    return true;
}

static bool add_explained(ExportRun *run, const Department *department, GError **error)
{
    static const Phase phases[] = {PHASE_APPROVED, PHASE_EXECUTED};
    g_autoptr(Thresholds) thresholds = thresholds_chosen(run->session, error);
    if (thresholds == NULL)
        return false;
    for (gsize p = 0; p < G_N_ELEMENTS(phases); p++) {
        g_autoptr(GPtrArray) years = explained_from_department(department, phases[p], thresholds);
        for (guint i = 0; i < years->len; i++) {
            const ExplainedYear *year = g_ptr_array_index(years, i);
            if (run->year == 0 || run->year == year->year)
                explained_records_add(run->rows, department->name, year);
        }
    }
    return true;
}

static const Export exports[] = {
    {"cells", cell_records_new, cell_records_add, NULL},
    {"claims", claim_records_new, claim_records_add, NULL},
    {"series", series_records_new, NULL, add_series},
    {"stats", stat_records_new, NULL, add_stats},
    {"findings", finding_records_new, NULL, add_findings},
    {"ledger", ledger_records_new, NULL, add_ledgers},
    {"explained", explained_records_new, NULL, add_explained},
};

static const Export *export_find(const char *name, GError **error)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(exports); i++) {
        if (strcmp(exports[i].name, name) == 0)
            return &exports[i];
        g_string_append_printf(names, " %s", exports[i].name);
    }
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                say("没有可导出的“%s”；有：%s", "nothing to export is called “%s”; there are:%s"),
                name, names->str);
    return NULL;
}

static bool export_departments(ExportRun *run, const Export *export, GPtrArray *departments,
                               GError **error)
{
    for (guint i = 0; i < departments->len; i++)
        if (!export->add_department(run, g_ptr_array_index(departments, i), error))
            return false;
    return true;
}

static bool export_run(Session *session, GError **error)
{
    const Export *export = export_find(session->arguments[0], error);
    if (export == NULL)
        return false;
    /* A wrong threshold or department must not leave half an output behind. */
    g_autoptr(Thresholds) thresholds = thresholds_chosen(session, error);
    if (thresholds == NULL)
        return false;
    const char *wanted = option_text(session->options, "department");
    g_autoptr(GPtrArray) departments = NULL;
    if (wanted != NULL || export->add_department != NULL) {
        departments = departments_chosen(session, wanted, error);
        if (departments == NULL)
            return false;
    }
    g_autoptr(Peers) peers = NULL;
    if (export->add_department == add_findings &&
        !peers_chosen(session, wanted == NULL ? departments : NULL, thresholds, &peers, error))
        return false;
    ExportRun run = {.session = session, .year = option_number(session->options, "year"), .peers = peers};
    run.rows = export->begin(session->format_given ? session->format : ROWS_TSV, session->color);
    const Department *one = wanted != NULL ? g_ptr_array_index(departments, 0) : NULL;
    bool done = export->add_department != NULL
                    ? export_departments(&run, export, departments, error)
                    : export_filings(&run, export, one != NULL ? one->name : NULL, error);
    if (done)
        rows_finish(run.rows);
    else
        rows_drop(run.rows);
    return done;
}

static const OptionSpec options[] = {
    {"department", 0, OPTION_TEXT, "DEPT", "只导出这个部门", "only this department"},
    {"year", 0, OPTION_YEAR, "YEAR", "只导出这一年度", "only this year"},
    {"all", 0, OPTION_FLAG, NULL, "连同被重新公开取代的文件（cells、claims）",
     "superseded filings, too (cells, claims)"},
    THRESHOLD_OPTION,
    {NULL, 0, OPTION_FLAG, NULL, NULL, NULL},
};

const Verb verb_export = {
    .name = "export",
    .store = VERB_READS_STORE,
    .arguments_zh = "cells|claims|series|stats|findings|ledger|explained",
    .arguments_en = "cells|claims|series|stats|findings|ledger|explained",
    .least = 1,
    .most = 1,
    .summary_zh = "导出数据，供其他程序使用",
    .summary_en = "data for other programs",
    .about_zh =
        "列名和次序固定（见手册）。金额是万元，照印出的位数；比率是 %；没有的留空。默认 --format tsv。",
    .about_en =
        "Columns and their order are fixed (see the manual). Amounts are in 万元 with the digits "
        "printed, rates in %, what is absent is empty. The default is --format tsv.",
    .examples = {
        {"yusuan export cells --department 档案数据 --format csv", "一个部门的全部数字", "all figures of a department"},
        {"yusuan export findings --year 2024", "一年的全部问题", "all findings of a year"},
    },
    .options = options,
    .paged = true,
    .run = export_run,
};
