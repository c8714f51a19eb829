/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "cmd/choose.h"
#include "cmd/paragraph.h"
#include "cmd/record.h"
#include "cmd/spark.h"
#include "cmd/verb.h"
#include "history/plain.h"
#include "history/vintage.h"
#include "schema/error.h"
#include "schema/language.h"

/* A trend is called one below this p. */
#define SIGNIFICANT 0.05

/* Codes up to this length are classes: what the overview shows. */
#define CLASS_DIGITS 3

#define BAR_WIDTH 40

static const RowColumn columns[] = {
    {"code", ROW_TEXT, "编码", "code", 0},
    {"subject", ROW_TEXT, "科目", "subject", 30},
    {"n", ROW_NUMBER, "期数", "n", 0},
    {"years", ROW_TEXT, "年度", "years", 0},
    {"first", ROW_NUMBER, "首年", "first", 0},
    {"last", ROW_NUMBER, "末年", "last", 0},
    {"last_growth", ROW_NUMBER, "末年增幅%", "last growth %", 0},
    {"cagr", ROW_NUMBER, "年均增幅%", "growth a year %", 0},
    {"trend", ROW_TEXT, "趋势", "trend", 0},
    {"share_first", ROW_NUMBER, "首年占比%", "first share %", 0},
    {"share_last", ROW_NUMBER, "末年占比%", "last share %", 0},
    {"chart", ROW_TEXT, "走势", "course", 0},
};

static const RowColumn year_columns[] = {
    {"year", ROW_NUMBER, "年度", "year", 0},
    {"amount", ROW_NUMBER, "金额", "amount", 0},
    {"comparable", ROW_NUMBER, "可比金额", "comparable", 0},
    {"growth", ROW_NUMBER, "可比增幅%", "growth %", 0},
    {"source", ROW_TEXT, "来源", "source", 0},
    {"bar", ROW_TEXT, "", "", 0},
};

static const char *direction_name(Direction direction)
{
    switch (direction) {
    case DIRECTION_REVENUE:
        return say("收入", "revenue");
    case DIRECTION_EXPENDITURE:
        return say("支出", "expenditure");
    case DIRECTION_CARRYOVER:
        return say("结转结余", "carryover");
    case DIRECTION_NONE:
        break;
    }
    return "";
}

/* The form's words for measures as people say them; a word that is not here is shown as it is. */
static const char *measure_name(const char *measure)
{
    static const struct {
        const char *word, *zh, *en;
    } names[] = {
        {"total", "合计", "total"},
        {"current", "本年合计", "of the year"},
        {"basic", "基本支出", "basic"},
        {"project", "项目支出", "project"},
        {"personnel", "人员经费", "personnel"},
        {"operating", "公用经费", "operating"},
        {"appropriation", "财政拨款", "appropriation"},
        {"non-appropriation", "非财政拨款", "non-appropriation"},
        {"local", "本级安排", "local"},
        {"transfer", "上级转移支付", "transfer"},
        {"three-public", "“三公”经费", "three public expenses"},
        {"travel-abroad", "因公出国（境）费", "travel abroad"},
        {"vehicles", "公务用车购置及运行费", "vehicles"},
        {"vehicle-purchase", "公务用车购置费", "vehicle purchase"},
        {"vehicle-running", "公务用车运行费", "vehicle running"},
        {"reception", "公务接待费", "reception"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp(names[i].word, measure) == 0)
            return say(names[i].zh, names[i].en);
    return measure;
}

/* What a series measures, in words: 预算 支出 一般公共预算 合计; of budget figures in accounts, 决算·年初预算 支出 …. */
static char *series_what(const Series *series)
{
    bool budget = series->kind == KIND_ACCOUNTS && series->phase != PHASE_EXECUTED;
    return g_strdup_printf("%s%s%s %s %s %s", kind_name(series->kind), budget ? "·" : "",
                           budget ? vintage_name(series->phase) : "",
                           direction_name(series->direction), fund_name(series->fund),
                           measure_name(series->measure));
}

static const char *trend_word(const StatRow *row)
{
    if (!row->mk_p.known)
        return row->n < 3 ? say("期数不足", "too short") : say("不变", "constant");
    if (row->mk_p.value >= SIGNIFICANT)
        return say("不显著", "none proved");
    return row->mk_s.value > 0 ? say("上升", "rising") : say("下降", "falling");
}

static void put_years(RowWriter *rows, const StatRow *row)
{
    g_autofree char *years = row->first_year == row->last_year
                                 ? g_strdup_printf("%d", row->first_year)
                                 : g_strdup_printf("%d–%d", row->first_year, row->last_year);
    rows_text(rows, years);
}

static void add_line(RowWriter *rows, const StatLine *line, bool chart)
{
    const Series *series = line->series;
    const StatRow *row = &line->row;
    rows_text(rows, series->code);
    rows_text(rows, series->label[0] != '\0' || series->code[0] != '\0'
                        ? series->label
                        : say("（合计）", "(total)"));
    rows_integer(rows, (gint64)row->n);
    put_years(rows, row);
    rows_measured(rows, row->first);
    rows_measured(rows, row->last);
    rows_measured(rows, row->last_growth);
    rows_measured(rows, row->cagr);
    rows_mean(rows,
              row->mk_p.known && row->mk_p.value < SIGNIFICANT ? MEANING_NOTICE : MEANING_FAINT);
    rows_text(rows, trend_word(row));
    rows_measured(rows, line->share_first);
    rows_measured(rows, line->share_last);
    if (!chart)
        return;
    g_autofree char *spark = spark_from_series(series);
    rows_text(rows, spark);
}

/* What most people mean by a subject's figure: all funds together, and not a part of it. */
static bool is_whole(const Series *series)
{
    return series->fund == FUND_ALL && strcmp(series->measure, "total") == 0;
}

/* The overview leaves out what is below a class, parts of wholes, and series of one year. */
static bool is_overview(const Series *series)
{
    return is_whole(series) && strlen(series->code) <= CLASS_DIGITS && series->points->len > 1;
}

static bool is_subject(const Series *series, const char *subject)
{
    return strcmp(series->code, subject) == 0 ||
           (subject[0] != '\0' && strstr(series->label, subject) != NULL);
}

/* The lines of a subject: its wholes, where there are any and no one asked for all of them. */
static void keep_subject(const GArray *lines, const char *subject, bool all, GArray *kept)
{
    for (int wholes = !all; wholes >= 0 && kept->len == 0; wholes--)
        for (guint i = 0; i < lines->len; i++) {
            StatLine line = g_array_index(lines, StatLine, i);
            if (is_subject(line.series, subject) && (!wholes || is_whole(line.series)))
                g_array_append_val(kept, line);
        }
}

static void keep_overview(const GArray *lines, bool all, GArray *kept)
{
    for (guint i = 0; i < lines->len; i++) {
        StatLine line = g_array_index(lines, StatLine, i);
        if (all || is_overview(line.series))
            g_array_append_val(kept, line);
    }
}

/* Prints the lines from `first` that measure the same, and returns where the next ones begin. */
static guint print_group(const Session *session, const GArray *lines, guint first)
{
    bool chart = option_flag(session->options, "chart");
    g_autofree char *what = series_what(g_array_index(lines, StatLine, first).series);
    printf("\n%s\n", what);
    RowWriter *rows = rows_new(columns, G_N_ELEMENTS(columns) - !chart, ROWS_TABLE, session->color);
    guint i = first;
    for (; i < lines->len; i++) {
        const StatLine *line = &g_array_index(lines, StatLine, i);
        g_autofree char *same = series_what(line->series);
        if (strcmp(what, same) != 0)
            break;
        add_line(rows, line, chart);
    }
    rows_finish(rows);
    return i;
}

static void print_overview(const Session *session, const Department *department,
                           const GArray *lines, guint hidden)
{
    g_autofree char *name = harmless(department->name, false);
    puts(name);
    for (guint i = 0; i < lines->len;)
        i = print_group(session, lines, i);
    if (hidden > 0 && !session->quiet)
        printf(
            say("\n（另有 %u 个序列：下级科目、分项、分资金或只有一年的；--all 全列，或写出科目）\n",
                "\n(%u more series: lower subjects, parts, single funds or years; --all lists "
                "them, or name a subject)\n"),
            hidden);
    if (lines->len > 0 && !session->quiet)
        puts(say(
            "趋势为 Mann–Kendall 双侧检验（p < 0.05）；四期及以下的序列不可能显著。可比口径，万元。",
            "Trend: Mann–Kendall, two-sided, p < 0.05; series of four years or fewer can "
            "never reach it. Comparable, in 万元."));
}

static double comparable_of(const Series *series, guint index)
{
    return amount_to_wan_yuan(series_point(series, index)->comparable);
}

static double largest_of(const Series *series)
{
    double most = 0;
    for (guint i = 0; i < series->points->len; i++)
        most = MAX(most, comparable_of(series, i));
    return most;
}

static void put_growth(RowWriter *rows, const Series *series, guint index)
{
    bool follows =
        index > 0 && series_point(series, index)->year == series_point(series, index - 1)->year + 1;
    Measured growth =
        follows ? growth_percent(comparable_of(series, index - 1), comparable_of(series, index))
                : measured_none();
    rows_measured(rows, growth);
}

static void print_years(const Session *session, const Series *series)
{
    bool chart = option_flag(session->options, "chart");
    double most = largest_of(series);
    RowWriter *rows =
        rows_new(year_columns, G_N_ELEMENTS(year_columns) - !chart, ROWS_TABLE, session->color);
    for (guint i = 0; i < series->points->len; i++) {
        const SeriesPoint *point = series_point(series, i);
        rows_integer(rows, point->year);
        rows_amount(rows, point->amount);
        rows_amount(rows, point->comparable);
        put_growth(rows, series, i);
        rows_field(rows, "",
                   point->implied ? say("由下年说明推出", "implied by the next year")
                                  : say("本年文件", "filed"));
        if (!chart)
            continue;
        g_autofree char *bar =
            bar_from_ratio(most > 0 ? comparable_of(series, i) / most : 0, BAR_WIDTH);
        rows_text(rows, bar);
    }
    rows_finish(rows);
}

/* What cannot be computed is not mentioned. */
static void print_measured(const char *name, const Measured *value, int decimals, const char *unit)
{
    if (value->known)
        printf("  %s %.*f%s\n", name, decimals, value->value, unit);
}

static void print_interval(const char *name, const Measured *low, const Measured *high,
                           const char *unit)
{
    if (low->known && high->known)
        printf("  %s [%.2f, %.2f]%s\n", name, low->value, high->value, unit);
}

static void print_statistics(const StatLine *line)
{
    const StatRow *row = &line->row;
    print_measured(say("年均增幅", "growth a year"), &row->cagr, 2, " %");
    print_measured(say("变异系数", "coefficient of variation"), &row->cv, 3, "");
    print_measured(say("对数线性斜率（每年）", "log-linear slope a year"), &row->ols_slope, 4, "");
    print_measured(say("　拟合优度 R²", "  R²"), &row->r2, 3, "");
    print_measured(say("Theil–Sen 斜率", "Theil–Sen slope"), &row->sen_slope, 2,
                   say(" 万元/年", " 万元 a year"));
    print_interval(say("　95% 区间", "  95 % interval"), &row->sen_lo, &row->sen_hi, "");
    if (row->mk_p.known)
        printf(say("  Mann–Kendall S = %.0f，p = %.4f（%s）：%s\n",
                   "  Mann–Kendall S = %.0f, p = %.4f (%s): %s\n"),
               row->mk_s.value, row->mk_p.value, mann_kendall_method_word(row->mk_method),
               trend_word(row));
    print_measured(say("末年增幅的稳健 z", "robust z of the newest growth"), &row->last_z, 2, "");
    print_interval(say("由前几年预测末年，95%", "newest year as predicted by those before, 95 %"),
                   &row->pi_lo, &row->pi_hi, " 万元");
    if (line->share_first.known && line->share_last.known)
        printf("  %s %.2f %% → %.2f %%\n", say("占合计的比重", "share of the total"),
               line->share_first.value, line->share_last.value);
}

static void print_subjects(const Session *session, const GArray *lines)
{
    for (guint i = 0; i < lines->len; i++) {
        const StatLine *line = &g_array_index(lines, StatLine, i);
        bool coded = line->series->code[0] != '\0';
        g_autofree char *what = series_what(line->series);
        g_autofree char *title = g_strconcat(line->series->label, coded ? " " : "",
                                             line->series->code, "  ", what, NULL);
        g_autofree char *clean = harmless(title, false);
        printf("%s%s\n", i > 0 ? "\n" : "", clean);
        print_years(session, line->series);
        print_statistics(line);
    }
}

static void print_records(const Session *session, const GArray *lines)
{
    RowWriter *rows = stat_records_new(session->format, session->color);
    for (guint i = 0; i < lines->len; i++)
        stat_records_add(rows, &g_array_index(lines, StatLine, i));
    rows_finish(rows);
}

static bool trend_run(Session *session, GError **error)
{
    const char *subject = session->arguments[1];
    g_autoptr(Department) department = department_chosen(session, session->arguments[0], error);
    if (department == NULL)
        return false;
    g_autoptr(Thresholds) thresholds = thresholds_new(error);
    if (thresholds == NULL)
        return false;
    g_autoptr(GPtrArray) series = series_of_department(department, thresholds);
    g_autoptr(GArray) lines = statistics_from_series(series);
    g_autoptr(GArray) kept = g_array_new(FALSE, FALSE, sizeof(StatLine));
    bool all = option_flag(session->options, "all");
    if (subject != NULL)
        keep_subject(lines, subject, all, kept);
    else
        keep_overview(lines, all, kept);
    if (subject != NULL && kept->len == 0) {
        g_set_error(
            error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
            say("%s 没有编码或名称是“%s”的科目", "%s has no subject with the code or name “%s”"),
            department->name, subject);
        return false;
    }
    if (session->format != ROWS_TABLE)
        print_records(session, kept);
    else if (subject != NULL)
        print_subjects(session, kept);
    else
        print_overview(session, department, kept, lines->len - kept->len);
    return true;
}

static const OptionSpec options[] = {
    {"chart", 0, OPTION_FLAG, NULL, "在终端里画出走势", "draw the course in the terminal"},
    {"all", 0, OPTION_FLAG, NULL, "连同下级科目、分项、分资金和只有一年的序列",
     "lower subjects, parts, single funds and years, too"},
    {NULL, 0, OPTION_FLAG, NULL, NULL, NULL},
};

const Verb verb_trend = {
    .name = "trend",
    .store = VERB_READS_STORE,
    .arguments_zh = "部门 [科目]",
    .arguments_en = "DEPT [SUBJECT]",
    .least = 1,
    .most = 2,
    .summary_zh = "各科目的增幅、占比和趋势统计",
    .summary_en = "growth, shares and trend statistics of each subject",
    .about_zh =
        "科目是编码或名称的一部分；写了科目就逐年列出。--format tsv、csv、json 输出 export stats 的各列。",
    .about_en =
        "SUBJECT is a code or a part of a name; with it the years are listed. --format tsv, "
        "csv, json give the columns of `export stats`.",
    .example = "yusuan trend 档案数据 档案馆 --chart",
    .options = options,
    .run = trend_run,
};
