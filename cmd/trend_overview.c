/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "analysis/stat/multiplicity.h"
#include "analysis/structure_years.h"
#include "cmd/paragraph.h"
#include "cmd/spark.h"
#include "cmd/terminal.h"
#include "cmd/trend.h"
#include "schema/language.h"

static const RowColumn columns[] = {
    {"code", ROW_TEXT, "编码", "code", 0},
    {"subject", ROW_TEXT, "科目", "subject", 30},
    {"years", ROW_TEXT, "年度", "years", 0},
    {"n", ROW_NUMBER, "期数", "n", 0},
    {"course", ROW_TEXT, "走势", "course", 0},
    {"first", ROW_NUMBER, "首年", "first", 0},
    {"last", ROW_NUMBER, "末年", "last", 0},
    {"last_growth", ROW_NUMBER, "末年增幅%", "last growth %", 0},
    {"cagr", ROW_NUMBER, "年均增幅%", "growth a year %", 0},
    {"share_first", ROW_NUMBER, "首年占比%", "first share %", 0},
    {"share_last", ROW_NUMBER, "末年占比%", "last share %", 0},
    {"trend", ROW_TEXT, "趋势", "trend", 0},
    {"newest", ROW_TEXT, "末年判断", "newest year", 0},
    {"break", ROW_TEXT, "突变", "break", 0},
};

static const RowColumn structure_columns[] = {
    {"year", ROW_NUMBER, "年度", "year", 0},
    {"classes", ROW_NUMBER, "类数", "classes", 0},
    {"effective", ROW_NUMBER, "有效类数", "effective classes", 0},
    {"change", ROW_NUMBER, "结构变动%", "moved %", 0},
    {"distance", ROW_NUMBER, "对数比距离", "log-ratio distance", 0},
};

const char *trend_word(const StatRow *row)
{
    if (!row->mk_p.known)
        return row->n < 3 ? say("期数不足", "too short") : say("不变", "constant");
    if (row->mk_p.value >= TREND_SIGNIFICANT)
        return say("不显著", "none proved");
    return row->mk_s.value > 0 ? say("上升", "rising") : say("下降", "falling");
}

/* What the tests of all lines say together: their p, adjusted for their number. */
typedef struct {
    Measured trend, newest, step;
} Verdicts;

static Verdicts *verdicts_of(const GArray *lines)
{
    g_autofree Measured *p = g_new0(Measured, lines->len + 1);
    g_autofree Measured *adjusted = g_new0(Measured, lines->len + 1);
    Verdicts *verdicts = g_new0(Verdicts, lines->len + 1);
    static const gsize from[] = {offsetof(StatRow, mk_mid_p), offsetof(StatRow, pi_p), offsetof(StatRow, pettitt_p)};
    static const gsize to[] = {offsetof(Verdicts, trend), offsetof(Verdicts, newest), offsetof(Verdicts, step)};
    for (gsize test = 0; test < G_N_ELEMENTS(from); test++) {
        for (guint i = 0; i < lines->len; i++)
            p[i] = G_STRUCT_MEMBER(Measured, &g_array_index(lines, StatLine, i).row, from[test]);
        adjust_for_many(p, adjusted, lines->len);
        for (guint i = 0; i < lines->len; i++)
            G_STRUCT_MEMBER(Measured, &verdicts[i], to[test]) = adjusted[i];
    }
    return verdicts;
}

static bool is_significant(Measured p)
{
    return p.known && p.value <= TREND_SIGNIFICANT;
}

static void put_years(RowWriter *rows, const StatRow *row)
{
    g_autofree char *years = row->first_year == row->last_year
                                 ? g_strdup_printf("%d", row->first_year)
                                 : g_strdup_printf("%d–%d", row->first_year, row->last_year);
    rows_text(rows, years);
}

static void put_course(RowWriter *rows, const TrendView *view, const Series *series)
{
    g_autofree int *years = g_new(int, series->points->len + 1);
    g_autofree double *values = g_new(double, series->points->len + 1);
    size_t count = series_values(series, view->deflator, view->base, years, values);
    g_autofree char *spark = spark_from_values(years, values, count, terminal_knows_blocks());
    rows_text(rows, spark);
}

/* A trend that its own test shows, and that is still one among all lines shown. */
static void put_trend(RowWriter *rows, const StatRow *row, const Verdicts *verdicts)
{
    bool proved = row->mk_p.known && row->mk_p.value < TREND_SIGNIFICANT;
    bool held = proved && is_significant(verdicts->trend);
    rows_mean(rows, held ? MEANING_NOTICE : MEANING_FAINT);
    rows_text(rows, proved && !held ? say("不显著", "none proved") : trend_word(row));
}

static const char *newest_word(const StatRow *row, const Verdicts *verdicts)
{
    if (!row->pi_p.known)
        return "—";
    if (!is_significant(verdicts->newest))
        return say("合乎走势", "as expected");
    return row->last.value > row->pi_hi.value ? say("高于走势", "above") : say("低于走势", "below");
}

/* A steady trend has another level at its end than at its beginning, too: there a break says nothing. */
static void put_step(RowWriter *rows, const StatRow *row, const Verdicts *verdicts)
{
    const bool steady = row->mk_p.known && row->mk_p.value < TREND_SIGNIFICANT;
    g_autofree char *year = is_significant(verdicts->step) && row->pettitt_year.known && !steady
                                ? g_strdup_printf("%.0f", row->pettitt_year.value)
                                : g_strdup(row->n < 8 ? "—" : "");
    rows_text(rows, year);
}

static void add_line(RowWriter *rows, const TrendView *view, const StatLine *line, const Verdicts *verdicts)
{
    const Series *series = line->series;
    const StatRow *row = &line->row;
    rows_text(rows, series->code);
    rows_text(rows, series->label[0] != '\0' || series->code[0] != '\0'
                        ? series->label
                        : say("（合计）", "(total)"));
    put_years(rows, row);
    rows_integer(rows, (gint64)row->n);
    put_course(rows, view, series);
    rows_measured(rows, row->first);
    rows_measured(rows, row->last);
    rows_growth(rows, row->last_growth);
    rows_growth(rows, row->cagr);
    rows_measured(rows, line->share_first);
    rows_measured(rows, line->share_last);
    put_trend(rows, row, verdicts);
    rows_mean(rows, is_significant(verdicts->newest) ? MEANING_NOTICE : MEANING_FAINT);
    rows_text(rows, newest_word(row, verdicts));
    put_step(rows, row, verdicts);
}

/* Prints the lines from `first` that measure the same, and returns where the next ones begin. */
static guint print_group(const TrendView *view, const GArray *lines, const Verdicts *verdicts, guint first)
{
    g_autofree char *what = trend_what(g_array_index(lines, StatLine, first).series);
    putchar('\n');
    heading_print(what, view->session->color);
    RowWriter *rows = rows_new(columns, G_N_ELEMENTS(columns), ROWS_TABLE, view->session->color);
    guint i = first;
    for (; i < lines->len; i++) {
        const StatLine *line = &g_array_index(lines, StatLine, i);
        g_autofree char *same = trend_what(line->series);
        if (strcmp(what, same) != 0)
            break;
        add_line(rows, view, line, &verdicts[i]);
    }
    rows_finish(rows);
    return i;
}

static void put_percent(RowWriter *rows, Measured ratio)
{
    rows_measured(rows, ratio.known ? measured(100.0 * ratio.value) : ratio);
}

/* The classes of spending as one whole, for the years of this kind and scope that are filed. */
static void print_structure(const TrendView *view, Kind kind, Scope scope)
{
    RowWriter *rows = NULL;
    for (guint i = 0; i < view->department->filings->len; i++) {
        const Filing *filing = g_ptr_array_index(view->department->filings, i);
        g_auto(StructureYear) structure = structure_of_year(view->series, kind, scope, filing->fiscal_year);
        if (filing->kind != kind || filing->scope != scope || structure.classes->len < 2 ||
            (rows == NULL && i + 1 == view->department->filings->len))
            continue;
        if (rows == NULL) {
            g_autofree char *heading =
                g_strdup_printf(say("%s 支出结构（按类）", "%s: structure of expenditure, by class"), kind_name(kind));
            putchar('\n');
            heading_print(heading, view->session->color);
            rows = rows_new(structure_columns, G_N_ELEMENTS(structure_columns), ROWS_TABLE, view->session->color);
        }
        guint there = 0;
        for (guint k = 0; k < structure.classes->len; k++)
            there += g_array_index(structure.classes, ClassShare, k).now > 0;
        rows_integer(rows, structure.year);
        rows_integer(rows, there);
        rows_measured(rows, structure.concentration.effective);
        put_percent(rows, structure.change);
        rows_measured(rows, structure.distance);
    }
    if (rows != NULL)
        rows_finish(rows);
}

static void print_notes(const TrendView *view, guint hidden)
{
    if (hidden > 0)
        sentence_printf(
            say("\n（另有 %u 个序列：下级科目、分项、分资金或只有一年的；--all 全列，或写出科目）\n",
                "\n(%u more series: lower subjects, parts, single funds or years; --all lists "
                "them, or name a subject)\n"),
            hidden);
    if (view->deflator != NULL)
        sentence_printf(say("金额为 %d 年不变价（居民消费价格指数），万元；指数只到 %d 年，其后的年度不算。\n",
                   "Amounts are in 万元 at prices of %d (consumer prices), which are known up to %d; later years are left out.\n"),
               view->base, deflator_last(view->deflator));
    sentence_print(say("趋势：Mann–Kendall 双侧检验 p < 0.05，且所列各行一并控制误报（Benjamini–Hochberg，mid-p）仍成立；四期及以下不可能显著。\n"
             "末年判断：末年在由前几年推算的 95% 预测区间之外，一并检验仍成立的，为高于或低于走势；前几年至少三年。\n"
             "突变：Pettitt 检验认定新水平从哪年起；八期以下不可能显著，持续升降的不列。— 算不出。公布的金额，万元。",
             "Trend: Mann–Kendall, two-sided, p < 0.05, that holds among all lines shown (Benjamini–Hochberg on mid-p); series of four "
             "years or fewer can never reach it.\n"
             "Newest year: outside the 95 % prediction interval of the years before, three at least, and still so among all lines.\n"
             "Break: the year a new level begins by Pettitt's test; eight years at least, and not where the series rises or falls throughout. — cannot be computed. As published, in 万元."));
}

void trend_print_overview(const TrendView *view, const GArray *lines, guint hidden)
{
    g_autofree Verdicts *verdicts = verdicts_of(lines);
    heading_print(view->department->name, view->session->color);
    for (guint i = 0; i < lines->len;)
        i = print_group(view, lines, verdicts, i);
    for (int kind = KIND_BUDGET; kind <= KIND_ACCOUNTS; kind++)
        for (int scope = SCOPE_DEPARTMENT; scope <= SCOPE_UNIT; scope++)
            print_structure(view, (Kind)kind, (Scope)scope);
    if (lines->len > 0 && !view->session->quiet)
        print_notes(view, hidden);
}
