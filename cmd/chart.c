/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "analysis/chart/charts.h"
#include "analysis/chart/font.h"
#include "analysis/chart/gnuplot.h"
#include "analysis/chart/picture.h"
#include "cmd/choose.h"
#include "cmd/verb.h"
#include "schema/error.h"
#include "schema/language.h"

static bool check_name(const char *name, GError **error)
{
    const char *const *names = chart_names();
    if (g_strv_contains(names, name))
        return true;
    g_autofree char *list = g_strjoinv(", ", (char **)names);
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                say("没有图“%s”；有：%s", "no chart “%s”; there are: %s"), name, list);
    return false;
}

/* Asked before any work is done: a wrong ending is a slip of the command line. */
static const char *output_path(const Session *session, GError **error)
{
    const char *path = option_text(session->options, "output");
    if (path == NULL)
        g_set_error_literal(
            error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
            say("缺少 -o 文件：图画到哪里？", "-o FILE is missing: where shall the chart go?"));
    else if (picture_format_from_path(path) == NULL)
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                    say("%s：文件名要以 .png、.svg、.pdf 或 .gp 结尾",
                        "%s: the name must end in .png, .svg, .pdf or .gp"),
                    path);
    else
        return path;
    return NULL;
}

static bool draw(const Session *session, const Chart *chart, const char *path, GError **error)
{
    /* A script needs no gnuplot to be written. */
    if (picture_format_from_path(path)->terminal == NULL)
        return gnuplot_draw(NULL, chart, path, error);
    g_autoptr(Gnuplot) gnuplot = gnuplot_start(error);
    if (gnuplot == NULL)
        return false;
    g_autoptr(GError) fontless = NULL;
    g_autofree char *font = chart_font_find(&fontless);
    if (fontless != NULL && !session->quiet)
        fprintf(stderr, "yusuan: %s\n", fontless->message);
    gnuplot_set_font(gnuplot, font);
    return gnuplot_draw(gnuplot, chart, path, error) &&
           gnuplot_finish(g_steal_pointer(&gnuplot), error);
}

static bool chart_run(Session *session, GError **error)
{
    const char *name = session->arguments[1];
    const char *path = output_path(session, error);
    if (path == NULL || !check_name(name, error))
        return false;
    g_autoptr(Thresholds) thresholds = thresholds_chosen(session, error);
    if (thresholds == NULL)
        return false;
    g_autoptr(Department) department = department_chosen(session, session->arguments[0], error);
    if (department == NULL)
        return false;
    g_autoptr(Peers) peers = NULL;
    if (chart_needs_peers(name) && !peers_chosen(session, NULL, thresholds, &peers, error))
        return false;
    int year = year_chosen(department, option_number(session->options, "year"));
    g_autoptr(Chart) chart = chart_from_department(
        department, year, name, option_text(session->options, "subject"), peers, thresholds, error);
    if (chart == NULL || !draw(session, chart, path, error))
        return false;
    if (!session->quiet)
        puts(path);
    return true;
}

static const OptionSpec options[] = {
    {"output", 'o', OPTION_TEXT, "FILE", "画到哪个文件；按扩展名 .png .svg .pdf .gp",
     "the file, by its name .png .svg .pdf .gp"},
    {"year", 0, OPTION_YEAR, "YEAR", "年度；默认最新一年", "the year; default the newest"},
    {"subject", 0, OPTION_TEXT, "SUBJECT", "科目编码或名称（trend 用）",
     "code or name of the subject (for trend)"},
    THRESHOLD_OPTION,
    {NULL, 0, OPTION_FLAG, NULL, NULL, NULL},
};

const Verb verb_chart = {
    .name = "chart",
    .store = VERB_READS_STORE,
    .arguments_zh = "部门 图名 -o 文件",
    .arguments_en = "DEPT CHART -o FILE",
    .least = 2,
    .most = 2,
    .summary_zh = "画一张图",
    .summary_en = "draw one chart",
    .about_zh =
        "图名：waterfall 变动构成，composition 支出结构，growth 增减幅，carryover 结转及年限，trend 历年趋势，"
        "totals 历年支出（按类），funds 历年收入（按资金来源），shares 历年比重，unexplained 历年未说明的变动，"
        "three-public “三公”经费，execution 预算执行，"
        "multiples 各科目走势，heat 各科目历年增幅，peers 在同类部门中的位置。"
        ".gp 只写出脚本，不需要 gnuplot。",
    .about_en =
        "CHART: waterfall (what the change is made of), composition, growth, carryover (by age), trend, "
        "totals (expenditure by class over the years), funds (revenue by fund), shares, unexplained (share of change), "
        "three-public (the three public expenses), execution (approved, adjusted, executed), "
        "multiples (the course of each subject), heat (growth by subject and year), peers (its place among them). "
        ".gp writes the script alone and needs no gnuplot.",
    .examples = {
        {"yusuan chart 档案数据 waterfall -o 2024.svg", "变动构成", "what the change is made of"},
        {"yusuan chart 档案数据 trend --subject 档案馆 -o trend.gp", "gnuplot 脚本", "a gnuplot script"},
    },
    .options = options,
    .run = chart_run,
};
