/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/analysis/chart/samples.h"

#include <check.h>
#include <math.h>
#include <string.h>

#include "analysis/chart/caption.h"
#include "analysis/chart/script.h"

static const char NOTE[] = "来源：某市示例局 2023、2024 年部门预算公开（虚构数据）";

static void fill_waterfall(Chart *chart)
{
    static const struct {
        const char *label;
        double amount;
        ChartStepClass step_class;
    } STEPS[] = {
        { "2011301 行政运行", 183.05, CHART_STEP_UNEXPLAINED },
        { "2080505 机关事业单位基本养老保险缴费支出", 61.22, CHART_STEP_EXPLAINED },
        { "2011308 招商引资", 58.40, CHART_STEP_EXPLAINED },
        { "2101101 行政单位医疗", 42.18, CHART_STEP_MOVED },
        { "2210201 住房公积金", 21.37, CHART_STEP_EXPLAINED },
        { "2010302 一般行政管理事务", 18.90, CHART_STEP_UNEXPLAINED },
        { "2080506 机关事业单位职业年金缴费支出", 6.11, CHART_STEP_IMMATERIAL },
        { "2101103 公务员医疗补助", 2.05, CHART_STEP_IMMATERIAL },
        { "2080899 其他优抚支出", 0.48, CHART_STEP_IMMATERIAL },
        { "2080502 事业单位离退休", -1.36, CHART_STEP_IMMATERIAL },
        { "2101102 事业单位医疗", -42.18, CHART_STEP_MOVED },
        { "2150805 支持中小企业发展和管理支出", -9.75, CHART_STEP_EXPLAINED },
        { "2130505 巩固脱贫攻坚成果衔接乡村振兴生产发展补助资金", -14.54, CHART_STEP_EXPLAINED },
        { "2011399 其他商贸事务支出", -135.47, CHART_STEP_UNEXPLAINED },
    };
    chart_set_start(chart, "2023 年预算", 1510.00);
    chart_set_end(chart, "2024 年预算", 1700.46);
    for (guint i = 0; i < G_N_ELEMENTS(STEPS); i++)
        chart_add_step(chart, STEPS[i].label, STEPS[i].amount, STEPS[i].step_class);
    chart_add_step(chart, "2080501 行政单位离退休", 7.52, CHART_STEP_UNEXPLAINED);
    chart_add_step_part(chart, 2.36, CHART_STEP_EXPLAINED);
    chart_add_step(chart, "2010350 事业运行", 40.00, CHART_STEP_UNEXPLAINED);
    chart_add_step_part(chart, -49.88, CHART_STEP_EXPLAINED);
}

static void fill_composition(Chart *chart)
{
    static const ChartPart PARTS[] = {
        { (char *)"2080505 机关事业单位基本养老保险缴费支出", 131.05 },
        { (char *)"2011399 其他商贸事务支出", 1183.05 },
        { (char *)"2011301 行政运行", 215.70 },
        { (char *)"2101101 行政单位医疗", 52.44 },
        { (char *)"2210201 住房公积金", 61.37 },
        { (char *)"2080506 机关事业单位职业年金缴费支出", 26.11 },
        { (char *)"2101103 公务员医疗补助", 17.96 },
        { (char *)"2080899 其他优抚支出", 0.48 },
        { (char *)"2080502 事业单位离退休", 4.10 },
        { (char *)"2101102 事业单位医疗", 5.20 },
        { (char *)"2130505 巩固脱贫攻坚成果衔接乡村振兴生产发展补助资金", 3.00 },
    };
    for (guint i = 0; i < G_N_ELEMENTS(PARTS); i++)
        chart_add_part(chart, PARTS[i].label, PARTS[i].amount);
}

static void fill_growth(Chart *chart)
{
    static const ChartGrowth ROWS[] = {
        { (char *)"2011301 行政运行", 87.45, 270.50 },
        { (char *)"2080505 机关事业单位基本养老保险缴费支出", 69.83, 83.10 },
        { (char *)"2011308 招商引资", 0.00, 58.40 },
        { (char *)"2101101 行政单位医疗", 42.18, 52.44 },
        { (char *)"2210201 住房公积金", 52.70, 61.37 },
        { (char *)"2010302 一般行政管理事务", 100.00, 118.90 },
        { (char *)"2080506 机关事业单位职业年金缴费支出", 24.00, 26.11 },
        { (char *)"2101103 公务员医疗补助", 17.96, 17.96 },
        { (char *)"2080899 其他优抚支出", 0.50, 0.48 },
        { (char *)"2080502 事业单位离退休", 5.46, 4.10 },
        { (char *)"2150805 支持中小企业发展和管理支出", 45.00, 35.25 },
        { (char *)"2130505 巩固脱贫攻坚成果衔接乡村振兴生产发展补助资金", 34.95, 20.41 },
        { (char *)"2011399 其他商贸事务支出", 1318.52, 1183.05 },
        { (char *)"2101102 事业单位医疗", 50.00, 29.20 },
    };
    for (guint i = 0; i < G_N_ELEMENTS(ROWS); i++)
        chart_add_growth(chart, ROWS[i].label, ROWS[i].base, ROWS[i].current);
}

static void fill_carryover(Chart *chart)
{
    static const ChartCarryover YEARS[] = {
        { 2019, 88.10, 0, 0, 942.33, true, true },      { 2020, 120.45, 0, 0, 1011.87, false, false },
        { 2022, 402.18, 300, 52.18, 1320.50, false, false }, { 2023, 1000.00, 0, 0, 1510.00, true, false },
        { 2024, 1183.05, 681.05, 502, 1700.46, false, false },
    };
    for (guint i = 0; i < G_N_ELEMENTS(YEARS); i++)
        chart_add_carryover(chart, YEARS[i]);
}

static void fill_three_public(Chart *chart)
{
    static const ChartPublic YEARS[] = {
        { 2019, false, true, 7.00, { 0, NAN, NAN, 4.00, 3.00 } },
        { 2020, false, false, 6.80, { 0, NAN, NAN, 4.00, 2.80 } },
        { 2022, false, false, 24.50, { 0, 18.00, 4.00, NAN, 2.50 } },
        { 2022, true, false, 22.06, { 0, 17.98, 3.20, NAN, 0.88 } },
        { 2023, true, false, 4.10, { NAN, NAN, NAN, NAN, NAN } },
        { 2024, false, false, 6.00, { 0, 0, 4.00, NAN, 2.00 } },
    };
    for (guint i = 0; i < G_N_ELEMENTS(YEARS); i++)
        chart_add_public(chart, YEARS[i]);
}

static void fill_execution(Chart *chart)
{
    static const ChartExecution ROWS[] = {
        { NULL, 2019, 942.33, NAN, NAN, true, false },
        { NULL, 2020, 1011.87, NAN, 990.02, false, false },
        { NULL, 2022, 1320.50, 1402.66, 1398.00, false, false },
        { NULL, 2023, NAN, NAN, 1466.31, false, true },
        { NULL, 2024, 1700.46, 1655.00, 1240.77, false, false },
        { (char *)"2011399 其他商贸事务支出", 2024, 1183.05, 1137.59, 760.20, false, false },
        { (char *)"2130505 巩固脱贫攻坚成果衔接乡村振兴生产发展补助资金", 2024, 0, 20.41, 20.41, false, false },
    };
    for (guint i = 0; i < G_N_ELEMENTS(ROWS); i++)
        chart_add_execution(chart, ROWS[i]);
}

static void fill_trend(Chart *chart)
{
    static const ChartPoint POINTS[] = {
        { 2016, 780.20, false },  { 2017, 812.64, false },  { 2018, 905.00, true },
        { 2020, 942.33, true },   { 2021, 1011.87, false }, { 2022, 1120.50, false },
        { 2023, 1150.00, false }, { 2024, 1700.46, false },
    };
    for (guint i = 0; i < G_N_ELEMENTS(POINTS); i++)
        chart_add_point(chart, POINTS[i].year, POINTS[i].amount, POINTS[i].implied);
    /* R, of the points before 2024: m <- lm(log(amount) ~ I(year - 2016));
     * coef(m); exp(predict(m, data.frame(year = 2024), interval = "prediction")) */
    chart_set_fit(chart, CHART_FIT_LOG_LINEAR,
                  (ChartFit){ .intercept = 6.65887291018,
                              .slope = 0.05570486024,
                              .origin = 2016,
                              .first_year = 2016,
                              .last_year = 2024 });
    chart_set_interval(chart, 2024, 1111.848527, 1333.076004);
}

enum { SAMPLE_CLASSES = 7 };

/* Seven classes, of which two are folded; an implied year, a gap, and a year of which only the whole is known. */
static void fill_money(Chart *chart)
{
    static const char *const CLASSES[SAMPLE_CLASSES] = {"一般公共服务支出", "社会保障和就业支出", "卫生健康支出", "住房保障支出",
                                                        "文化旅游体育与传媒支出", "农林水支出", "其他支出"};
    static const struct {
        int year;
        double whole;
        bool implied, divided;
        double parts[SAMPLE_CLASSES];
        double moved;
    } YEARS[] = {
        { 2019, 930.00, true, true, { 600, 150, 60, 80, 20, 12, 8 }, NAN },
        { 2020, 1011.87, false, true, { 640, 160, 70, 90, 25, 20, 6.87 }, 1.5 },
        { 2021, 1120.50, false, false, { 0 }, NAN },
        { 2023, 1510.00, false, true, { 700, 300, 120, 200, 100, 60, 30 }, NAN },
        { 2024, 1700.46, false, true, { 1000, 280, 130, 150, 80, 60.46, 0 }, 12.4 },
    };
    for (guint i = 0; i < SAMPLE_CLASSES; i++)
        chart_add_money_part(chart, CLASSES[i]);
    for (guint i = 0; i < G_N_ELEMENTS(YEARS); i++) {
        chart_add_money_year(chart, YEARS[i].year, YEARS[i].whole, YEARS[i].divided ? YEARS[i].parts : NULL,
                             YEARS[i].implied);
        chart_set_moved(chart, YEARS[i].moved);
    }
}

static void fill_unexplained(Chart *chart)
{
    chart_add_unexplained(chart, 2020, true, 88.10, 60.00);
    chart_add_unexplained(chart, 2021, true, 0, 0);
    chart_add_unexplained(chart, 2022, false, 0, 0);
    chart_add_unexplained(chart, 2023, true, 402.18, 0);
    chart_add_unexplained(chart, 2024, true, 1183.05, 432.00);
}

static void fill_multiples(Chart *chart)
{
    /* 0: no such year. The newest year is 2024. */
    static const struct {
        const char *label;
        double amounts[8];
        int implied; /* year, or 0 */
        double growth;
        ChartFit fit;
        ChartInterval interval;
    } PANELS[] = {
        { "2011301 行政运行", { 80, 82, 84, 86, 88, 90, 92, 270.5 }, 2019, 194.02,
          { true, 80, 2, 2017, 2017, 2024 }, { true, 2024, 93.1, 95.2 } },
        { "2130505 巩固脱贫攻坚成果衔接乡村振兴生产发展补助资金", { 60, 50, 0, 0, 30, 20, 12, 5 }, 0, -58.33,
          { true, 60, -8, 2017, 2017, 2024 }, { true, 2024, 1.2, 900 } },
        { "2080899 其他优抚支出", { 0, 0, 0, 0, 0, 0.5, 0.48, 0.51 }, 0, 6.25, { .present = false }, { .present = false } },
        { "2210201 住房公积金", { 0, 0, 0, 50, 0, 55, 58, 61.37 }, 0, 5.81,
          { true, 50, 2.67, 2020, 2020, 2024 }, { true, 2024, 55, 68.2 } },
        { "2299999 其他支出（冲减）", { 0, 0, 0, 0, 0, 4, -2, 1 }, 0, NAN, { .present = false }, { .present = false } },
    };
    for (guint i = 0; i < G_N_ELEMENTS(PANELS); i++) {
        ChartPanel *panel = chart_add_panel(chart, PANELS[i].label);
        for (guint at = 0; at < G_N_ELEMENTS(PANELS[i].amounts); at++)
            if (fabs(PANELS[i].amounts[at]) > 0)
                chart_panel_add_point(panel, 2017 + (int)at, PANELS[i].amounts[at], 2017 + (int)at == PANELS[i].implied);
        panel->growth = PANELS[i].growth;
        panel->fit = PANELS[i].fit;
        panel->interval = PANELS[i].interval;
    }
    chart->n_left_out = 3;
}

static void fill_heat(Chart *chart)
{
    /* 9999: new; -9999: gone; 8888: unknown. */
    static const struct {
        const char *label;
        double growth[5];
    } ROWS[] = {
        { "支出总额", { 4.2, 7.9, -2.1, 5.0, 12.6 } },
        { "2011301 行政运行", { 2, -19.6, 19.4, 49.6, 209.3 } },
        { "2011308 招商引资", { 8888, 8888, 9999, -50, 1250 } },
        { "2080505 机关事业单位基本养老保险缴费支出", { -0.3, 4.4, 4.6, -4.4, -4.6 } },
        { "2080899 其他优抚支出", { 3, -60, -9999, 8888, 8888 } },
    };
    chart->first_year = 2020;
    chart->n_left_out = 2;
    for (guint i = 0; i < G_N_ELEMENTS(ROWS); i++) {
        ChartHeatRow *row = chart_add_heat_row(chart, ROWS[i].label);
        row->whole = i == 0;
        for (guint at = 0; at < G_N_ELEMENTS(ROWS[i].growth); at++) {
            double growth = ROWS[i].growth[at];
            ChartCell cell = { growth > 9000    ? CHART_CELL_NEW
                               : growth > 8000  ? CHART_CELL_UNKNOWN
                               : growth < -9000 ? CHART_CELL_GONE
                                                : CHART_CELL_GROWTH,
                               growth, i == 1 && at == 0 };
            g_array_append_val(row->cells, cell);
        }
    }
}

static void fill_peers(Chart *chart)
{
    static const double GROWTHS[] = { -12.1, -3.3, -3.2, 0.5, 0.6, 1.0, 1.1, 2.4, 12.61, 980.0 };
    static const double COSTS[] = { 2.1, 2.1, 2.1, 2.1, 2.1, 3.4, 5.2 };
    ChartPeerRow *row = chart_add_peer_row(chart, "支出增幅", "%", 2);
    g_array_append_vals(row->values, GROWTHS, G_N_ELEMENTS(GROWTHS));
    row->own = 12.61;
    row->lower = -2.275;
    row->median = 0.8;
    row->upper = 2.075;
    row->rank = 2;
    row = chart_add_peer_row(chart, "人均公用经费", "万元", 2);
    g_array_append_vals(row->values, COSTS, G_N_ELEMENTS(COSTS));
    row->own = row->lower = row->median = 2.1;
    row->upper = 2.75;
    row->rank = 5;
    chart_set_marked(chart, "某市示例局");
}

static const struct {
    const char *name;
    const char *title;
    const char *subtitle;
    void (*fill)(Chart *chart);
} SAMPLES[CHART_N_KINDS] = {
    [CHART_WATERFALL] = { "sample-waterfall",
                          "支出增加 190.46 万元，其中行政运行增加的 183.05 万元没有解释",
                          "某市示例局 2024 年部门预算，对 2023 年", fill_waterfall },
    [CHART_COMPOSITION] = { "sample-composition", "近七成支出是其他商贸事务支出",
                            "某市示例局 2024 年部门预算", fill_composition },
    [CHART_GROWTH] = { "sample-growth", "行政运行增长 209.3%，其余科目都在 ±42% 以内",
                       "某市示例局 2024 年部门预算，对 2023 年可比数", fill_growth },
    [CHART_CARRYOVER] = { "sample-carryover", "结转结余占预算的比重由 9.3% 升到 69.6%",
                          "某市示例局部门预算，2020 至 2024 年", fill_carryover },
    [CHART_TREND] = { "sample-trend", "2024 年预算高出按前几年推算的区间",
                      "某市示例局部门预算支出总计，2016 至 2024 年", fill_trend },
    [CHART_STACK] = { "sample-stack", "支出由 2019 年的 930.00 增至 2024 年的 1,700.46 万元", "某市示例局，支出按功能分类",
                      fill_money },
    [CHART_SHARES] = { "sample-shares", "结构变动最大的是 2024 年（12.4%）", "某市示例局，各类支出的比重", fill_money },
    [CHART_UNEXPLAINED] = { "sample-unexplained", "2024 年重大变动的 36.5% 没有说明", "某市示例局，未说明的变动",
                            fill_unexplained },
    [CHART_THREE_PUBLIC] = { "sample-three-public", "2022 年购车 17.98 万元，其余年份“三公”经费逐年减少",
                             "某市示例局，“三公”经费，2019 至 2024 年", fill_three_public },
    [CHART_EXECUTION] = { "sample-execution", "2024 年支出决算 1,240.77 万元，只完成调整预算的 75.0%",
                          "某市示例局，支出，2019 至 2024 年", fill_execution },
    [CHART_MULTIPLES] = { "sample-multiples", "2024 年 3 个科目中 1 个超出往年推算的区间",
                          "某市示例局部门预算，2017 至 2024 年", fill_multiples },
    [CHART_HEAT] = { "sample-heat", "2024 年可比的 3 个科目中 2 个增减 20% 以上",
                     "某市示例局部门预算，2020 至 2024 年", fill_heat },
    [CHART_PEERS] = { "sample-peers", "与同类部门相比，离中位数最远的是支出增幅", "某市示例局，2024 年预算",
                      fill_peers },
};

Chart *sample_chart(ChartKind kind)
{
    Chart *chart = chart_new(kind, SAMPLES[kind].name, SAMPLES[kind].title);
    chart_set_subtitle(chart, SAMPLES[kind].subtitle);
    chart_set_note(chart, NOTE);
    SAMPLES[kind].fill(chart);
    return chart;
}

const char *const SAMPLE_HOSTILE_TEXTS[] = {
    "`touch pwned`",
    "EOD",
    "it's ''quoted'' \"twice\"",
    "'; system('touch pwned'); '",
    "@face $data $0 {/Symbol a}_b^c",
    "back\\slash \\n \\",
    "line\nfeed\rreturn\ttab\nEOD\nsystem 'touch pwned'\n",
    "bell\a escape\033[2J null-like \x01\x02",
    "bad \xff\xfe utf8 \xe4\xb8",
    "<script>alert(1)</script> & &amp;",
    "\xe2\x80\xae"
    "right to left \xe2\x80\x8b zero width \xee\x80\x80 private",
    "# comment ; quit",
    "",
    "   ",
    "'",
    "-1e400 %d %s %n %g",
    NULL,
};

/* Each text is a part, and there are two years. */
static void hostile_money(Chart *chart)
{
    double parts[G_N_ELEMENTS(SAMPLE_HOSTILE_TEXTS)];
    double whole = 0;
    for (guint i = 0; SAMPLE_HOSTILE_TEXTS[i] != NULL; i++) {
        chart_add_money_part(chart, SAMPLE_HOSTILE_TEXTS[i]);
        parts[i] = 10.0 + i;
        whole += parts[i];
    }
    chart_add_money_year(chart, 2023, whole, parts, false);
    chart_add_money_year(chart, 2024, whole, parts, false);
}

Chart *sample_hostile(ChartKind kind)
{
    Chart *chart = chart_new(kind, "hostile", "'`touch pwned`' \\ \"$(touch pwned)\"\nEOD\nquit");
    chart_set_subtitle(chart, "\"`touch pwned`\"\nexit");
    chart_set_note(chart, "EOD\nsystem('touch pwned')");
    chart_set_unit(chart, "'`touch pwned`'\n");
    if (kind == CHART_WATERFALL)
        chart_set_start(chart, "'", 100);
    if (kind == CHART_STACK || kind == CHART_SHARES) {
        hostile_money(chart);
        return chart;
    }
    if (kind == CHART_PEERS)
        chart_set_marked(chart, "'`touch pwned`'\nEOD");
    for (guint i = 0; SAMPLE_HOSTILE_TEXTS[i] != NULL; i++) {
        const char *text = SAMPLE_HOSTILE_TEXTS[i];
        if (kind == CHART_WATERFALL)
            chart_add_step(chart, text, i, CHART_STEP_EXPLAINED);
        else if (kind == CHART_COMPOSITION)
            chart_add_part(chart, text, 10.0 + i);
        else if (kind == CHART_GROWTH)
            chart_add_growth(chart, text, 10.0, 11.0 + i);
        else if (kind == CHART_CARRYOVER)
            chart_add_carryover(chart, (ChartCarryover){ 2000 + (int)i, 1, 0, 0, 2, false, false });
        else if (kind == CHART_THREE_PUBLIC)
            chart_add_public(chart, (ChartPublic){ 2000 + (int)i, false, false, 1, { 1, 0, 0, NAN, 0 } });
        else if (kind == CHART_UNEXPLAINED)
            chart_add_unexplained(chart, 2000 + (int)i, true, 2, 1);
        else if (kind == CHART_EXECUTION)
            chart_add_execution(chart, (ChartExecution){ i < 2 ? NULL : (char *)text, 2000 + (int)i, 2, NAN, 1, false, false });
        else if (kind == CHART_MULTIPLES)
            chart_panel_add_point(chart_add_panel(chart, text), 2000, 1, false);
        else if (kind == CHART_HEAT)
            g_array_append_vals(chart_add_heat_row(chart, text)->cells, &(ChartCell){ CHART_CELL_GROWTH, i, false }, 1);
        else if (kind == CHART_PEERS)
            g_array_set_size(chart_add_peer_row(chart, text, text, 2)->values, 3);
        else
            chart_add_point(chart, 2000 + (int)i, 1, false);
    }
    return chart;
}

char *sample_script(const Chart *chart)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(ChartScript) script = script_from_chart(chart, &error);
    ck_assert_msg(script != NULL, "%s", error != NULL ? error->message : "");
    return g_steal_pointer(&script->text);
}

bool sample_script_has(const char *script, const char *line)
{
    g_auto(GStrv) lines = g_strsplit(script, "\n", -1);
    return g_strv_contains((const char *const *)lines, line);
}

bool sample_script_shows(const char *script, const char *text)
{
    g_autofree char *quoted = caption_quote(text);
    g_autofree char *placed = g_strdup_printf(" %s at ", quoted);
    return strstr(script, placed) != NULL;
}
