/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Peers: where the department stands among those of the same kind, scope and year. What the scorecard computes
 * (score.h), with the quartiles of the group beside it; a judgement only where the method has enough departments.
 */
#include <math.h>

#include "analysis/report/sections.h"
#include "analysis/score.h"
#include "schema/language.h"

/* Fewer departments have no quartiles worth the name. */
enum { PEERS_SHOWN_LEAST = 5 };

/* Of a 万元, in fen. */
static const gint64 HUNDREDTH = FEN_PER_WAN_YUAN / 100;

static ReportTable *peers_table(void)
{
    ReportTable *table = report_table_new("peers-table", say("各项指标在同类部门中的位置", "Each indicator among the peers"));
    report_table_column(table, COLUMN_NAME, say("指标", "Indicator"));
    report_table_column(table, COLUMN_TEXT, say("单位", "Unit"));
    report_table_column(table, COLUMN_NUMBER, say("本部门", "This one"));
    report_table_column(table, COLUMN_NUMBER, say("下四分位", "Lower quartile"));
    report_table_column(table, COLUMN_NUMBER, say("中位数", "Median"));
    report_table_column(table, COLUMN_NUMBER, say("上四分位", "Upper quartile"));
    report_table_column(table, COLUMN_NUMBER, say("部门数", "Departments"));
    report_table_column(table, COLUMN_NUMBER, say("由大到小", "From the top"));
    report_table_column(table, COLUMN_NUMBER, say("百分位", "Percentile"));
    return table;
}

/* Money as all money of the report. */
static void figure_cell(ReportTable *table, const Indicator *what, Measured value)
{
    if (value.known && g_str_equal(what->unit_en, "万元"))
        report_table_amount(table, (Amount){llround(value.value * 100) * HUNDREDTH, HUNDREDTH});
    else
        report_table_prose(table, value.known ? prose_printf("%.*f", what->decimals, value.value) : prose_new(NULL));
}

/* As the rules judge: at the level asked for, and of enough departments. */
static bool is_far(const Thresholds *thresholds, const Position *position)
{
    return position->level.known && position->level.value * 1000 <= (double)threshold(thresholds, "unusual.level") &&
           (gint64)position->n * 1000 >= threshold(thresholds, "peers.least");
}

static void indicator_row(ReportTable *table, const Thresholds *thresholds, const Indicator *what, const ScoreLine *line,
                          const double *values)
{
    const Quartiles quartiles = quartiles_of_group(values, line->position.n);
    report_table_row(table, 0);
    report_table_cell(table, say(what->zh, what->en));
    report_table_cell(table, say(what->unit_zh, what->unit_en));
    figure_cell(table, what, line->value);
    figure_cell(table, what, quartiles.lower);
    figure_cell(table, what, quartiles.median);
    figure_cell(table, what, quartiles.upper);
    report_table_count(table, (gint64)line->position.n);
    report_table_prose(table, prose_printf("%g", line->position.rank.value));
    Prose *percentile = prose_new(NULL);
    prose_addf(percentile, is_far(thresholds, &line->position) ? TONE_WARNING : TONE_PLAIN, "%.0f",
               line->position.percentile.value);
    report_table_prose(table, percentile);
}

static void add_table(const DepartmentYear *view, Blocks *blocks, const Score *score)
{
    const GPtrArray *entries = peers_of_filing(view->peers, view->filing);
    g_autofree double *values = g_new(double, entries->len);
    ReportTable *table = peers_table();
    for (gsize i = 0; i < indicators_count; i++) {
        const ScoreLine *line = &score->lines[i];
        if (!line->value.known || line->position.n < PEERS_SHOWN_LEAST)
            continue;
        peers_indicator(entries, i, values);
        indicator_row(table, view->thresholds, &indicators[i], line, values);
    }
    blocks_table(blocks, table);
}

static void say_method(const DepartmentYear *view, Blocks *blocks, const Score *score)
{
    const gint64 least = threshold(view->thresholds, "peers.least") / 1000;
    Prose *prose = prose_printf(say("同类：库里 %d 年同类别、同口径的 %zu 个部门，含本部门；每项指标只数写明了它的部门。百分位是低于本部门的占比。",
                                    "Peers: the %2$zu departments in the store of the same kind and scope in %1$d, this one "
                                    "included; each indicator counts those that state it. The percentile is the share below."),
                                view->year, score->peers);
    if ((gint64)score->peers < least)
        prose_addf(prose, TONE_PLAIN, say("部门不足 %" G_GINT64_FORMAT " 个，只列位置，不作判断。",
                                          " Fewer than %" G_GINT64_FORMAT " departments: places are given, nothing is judged."),
                   least);
    else
        prose_add(prose, TONE_PLAIN, say("明显偏离同类的百分位标出颜色。", " A percentile far from the others is coloured."));
    blocks_paragraph(blocks, TONE_MUTED, prose);
}

void section_peers(Report *report, Blocks *blocks)
{
    const DepartmentYear *view = report->view;
    Score score = {0};
    if (view->peers != NULL)
        score = score_of_filing(view->peers, view->department, view->filing, view->thresholds);
    blocks_heading(blocks, 2, "peers", say("同类部门", "Peers"));
    if (score.peers < PEERS_SHOWN_LEAST) {
        blocks_paragraph(blocks, TONE_PLAIN,
                         prose_printf(say("库里 %d 年同类别、同口径的部门连本部门不到 %d 个，无从比较。导入其他部门同一年度的材料后，这里会列出本部门的位置。",
                                          "The store has fewer than %2$d departments of this kind and scope in %1$d, this one "
                                          "included: import filings of others of the same year, and its place will be shown here."),
                                      view->year, PEERS_SHOWN_LEAST));
        return;
    }
    report_add_picture_of_years(report, blocks, "peers");
    add_table(view, blocks, &score);
    say_method(view, blocks, &score);
}
