/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "analysis/score.h"
#include "cmd/choose.h"
#include "cmd/drawing.h"
#include "cmd/paragraph.h"
#include "cmd/verb.h"
#include "schema/language.h"

/* So many years stand side by side, the newest ones. */
enum { YEARS_ABREAST = 6 };

static const RowColumn record_columns[] = {
    TEXT_COLUMN("department"), TEXT_COLUMN("kind"),    TEXT_COLUMN("scope"),  NUMBER_COLUMN("fiscal_year"),
    TEXT_COLUMN("indicator"),  NUMBER_COLUMN("value"), TEXT_COLUMN("unit"),   NUMBER_COLUMN("peers"),
    NUMBER_COLUMN("median"),   NUMBER_COLUMN("rank"),  NUMBER_COLUMN("percentile"), NUMBER_COLUMN("z"),
    NUMBER_COLUMN("z_level"),  NUMBER_COLUMN("merit"), NUMBER_COLUMN("weight"),
};

/* The columns of the table before and behind those of the years. */
static const RowColumn lead_columns[] = {
    {"indicator", ROW_TEXT, "指标", "indicator", 0},
    {"unit", ROW_TEXT, "单位", "unit", 0},
};
static const RowColumn place_columns[] = {
    {"peers", ROW_NUMBER, "同类数", "peers", 0},
    {"median", ROW_NUMBER, "中位数", "median", 0},
    {"percentile", ROW_NUMBER, "百分位", "percentile", 0},
    {"z", ROW_NUMBER, "稳健 z", "robust z", 0},
    {"merit", ROW_NUMBER, "得分", "merit", 0},
    {"weight", ROW_NUMBER, "权重", "weight", 0},
};

enum { LEAD = G_N_ELEMENTS(lead_columns), PLACES = G_N_ELEMENTS(place_columns) };

/* One kind and scope of a department's filings, up to the year asked for; the newest ones last. */
typedef struct {
    const Session *session;
    const Department *department;
    const Peers *peers;
    const Thresholds *thresholds;
    const Filing *filings[YEARS_ABREAST];
    Score scores[YEARS_ABREAST];
    gsize count;
} Card;

static void card_take(Card *card, const Filing *filing)
{
    if (card->count == YEARS_ABREAST) {
        for (gsize i = 1; i < YEARS_ABREAST; i++) {
            card->filings[i - 1] = card->filings[i];
            card->scores[i - 1] = card->scores[i];
        }
        card->count--;
    }
    card->filings[card->count] = filing;
    card->scores[card->count++] = score_of_filing(card->peers, card->department, filing, card->thresholds);
}

static void put_number(RowWriter *rows, Measured value, int decimals)
{
    g_autofree char *text = value.known ? g_strdup_printf("%.*f", decimals, value.value) : g_strdup("—");
    rows_text(rows, text);
}

static bool is_far(const Card *card, const Position *position)
{
    const double level = (double)threshold(card->thresholds, "unusual.level") / 1000.0;
    return position->level.known && position->level.value <= level &&
           (gint64)position->n * 1000 >= threshold(card->thresholds, "peers.least");
}

static void add_line(RowWriter *rows, const Card *card, gsize indicator)
{
    const Indicator *what = &indicators[indicator];
    const ScoreLine *newest = &card->scores[card->count - 1].lines[indicator];
    rows_text(rows, say(what->zh, what->en));
    rows_text(rows, say(what->unit_zh, what->unit_en));
    for (gsize i = 0; i < card->count; i++)
        put_number(rows, card->scores[i].lines[indicator].value, what->decimals);
    rows_integer(rows, (gint64)newest->position.n);
    put_number(rows, newest->position.median, what->decimals);
    put_number(rows, newest->position.percentile, 0);
    rows_mean(rows, is_far(card, &newest->position) ? MEANING_NOTICE : MEANING_NONE);
    put_number(rows, newest->position.z, 1);
    put_number(rows, newest->merit, 0);
    if (what->weighted)
        put_number(rows, measured(newest->weight), 3);
    else
        rows_absent(rows);
}

static void print_table(const Card *card)
{
    RowColumn columns[LEAD + YEARS_ABREAST + PLACES];
    char years[YEARS_ABREAST][16];
    gsize count = 0;
    for (gsize i = 0; i < LEAD; i++)
        columns[count++] = lead_columns[i];
    for (gsize i = 0; i < card->count; i++) {
        g_snprintf(years[i], sizeof years[i], "%d", card->filings[i]->fiscal_year);
        columns[count++] = (RowColumn){years[i], ROW_NUMBER, NULL, NULL, 0};
    }
    for (gsize i = 0; i < PLACES; i++)
        columns[count++] = place_columns[i];
    RowWriter *rows = rows_new(columns, count, ROWS_TABLE, card->session->color);
    for (gsize i = 0; i < indicators_count; i++)
        add_line(rows, card, i);
    rows_finish(rows);
}

static void print_composite(const Card *card)
{
    const Score *score = &card->scores[card->count - 1];
    const int year = card->filings[card->count - 1]->fiscal_year;
    if (score->composite.known)
        sentence_printf(say("%d 年综合得分 %.1f（各项得分按权重平均；可算的权重 %.3f，全部 %.3f）\n",
                   "Composite of %d: %.1f (the mean of the merits by weight; weight that can be computed %.3f of %.3f)\n"),
               year, score->composite.value, score->weight_known, score->weight);
    else
        sentence_printf(say("%d 年综合得分算不出：有得分的指标权重只有 %.3f（全部 %.3f，至少要一半）；同类 %zu 个，至少 %g 个才给得分\n",
                   "Composite of %d cannot be computed: only %.3f of a weight of %.3f has a merit, half is the least; %zu peers, %g are "
                   "the least for a merit\n"),
               year, score->weight_known, score->weight, score->peers,
               (double)threshold(card->thresholds, "peers.least") / 1000.0);
}

static const char *better_text(Better better)
{
    switch (better) {
    case BETTER_HIGH:
        return say("；越高越好", "; the higher the better");
    case BETTER_LOW:
        return say("；越低越好", "; the lower the better");
    case BETTER_NEAR_100:
    case BETTER_NEITHER:
        break;
    }
    return "";
}

static void print_definitions(void)
{
    puts(say("指标的算法：", "How they are reckoned:"));
    for (gsize i = 0; i < indicators_count; i++) {
        const Indicator *what = &indicators[i];
        g_autofree char *text = g_strconcat(say(what->zh, what->en), say("：", ": "), say(what->means_zh, what->means_en),
                                            better_text(what->better), NULL);
        paragraph_print("  ", text, paper_width());
    }
    sentence_print(say("— 算不出（文件没有写，或同类不足）。百分位：同类中低于它的占比；稳健 z：偏离同类中位数的程度；得分：按好坏方向的百分位。\n"
             "权重可改：--threshold weight.execution=0.3。",
             "— cannot be computed (the filings do not say, or too few peers). Percentile: the share of the peers below it. Robust z: how "
             "far it is from their median. Merit: the percentile, turned so that 100 is best.\n"
             "Weights can be set: --threshold weight.execution=0.3."));
}

static void add_records(RowWriter *rows, const Card *card)
{
    for (gsize year = 0; year < card->count; year++) {
        const Filing *filing = card->filings[year];
        const Score *score = &card->scores[year];
        for (gsize i = 0; i <= indicators_count; i++) {
            const bool composite = i == indicators_count;
            const ScoreLine *line = &score->lines[composite ? 0 : i];
            const Measured none = measured_none();
            rows_text(rows, card->department->name);
            rows_text(rows, kind_word(filing->kind));
            rows_text(rows, scope_word(filing->scope));
            rows_integer(rows, filing->fiscal_year);
            rows_text(rows, composite ? "composite" : indicators[i].id);
            rows_measured(rows, composite ? score->composite : line->value);
            rows_text(rows, composite ? "" : indicators[i].unit_en);
            rows_integer(rows, (gint64)(composite ? score->peers : line->position.n));
            rows_measured(rows, composite ? none : line->position.median);
            rows_measured(rows, composite ? none : line->position.rank);
            rows_measured(rows, composite ? none : line->position.percentile);
            rows_measured(rows, composite ? none : line->position.z);
            rows_measured(rows, composite ? none : line->position.level);
            rows_measured(rows, composite ? none : line->merit);
            rows_real(rows, composite ? score->weight_known : line->weight);
        }
    }
}

/* False when the department has no such filing. */
static bool card_fill(Card *card, Kind kind, Scope scope)
{
    const int year = option_number(card->session->options, "year");
    card->count = 0;
    for (guint i = 0; i < card->department->filings->len; i++) {
        const Filing *filing = g_ptr_array_index(card->department->filings, i);
        if (filing->kind == kind && filing->scope == scope && (year == 0 || filing->fiscal_year <= year))
            card_take(card, filing);
    }
    return card->count > 0;
}

static void print_card(const Card *card, Kind kind, Scope scope)
{
    g_autofree char *heading = g_strconcat(card->department->name, "  ", kind_name(kind),
                                           scope == SCOPE_UNIT ? say("（单位）", " (unit)") : "", NULL);
    heading_print(heading, card->session->color);
    print_table(card);
    if (option_flag(card->session->options, "chart"))
        draw_score(&card->scores[card->count - 1], card->session->color);
    print_composite(card);
    putchar('\n');
}

/* Peers that the user names take the place of all; a part of a name is enough. The department itself is always one. */
static bool is_among(const Card *card, const Department *department)
{
    char **wanted = option_list(card->session->options, "among");
    bool among = *wanted == NULL || g_str_equal(department->name, card->department->name);
    for (; *wanted != NULL && !among; wanted++)
        among = strstr(department->name, *wanted) != NULL;
    return among;
}

/* Errors and reasons are counted from findings: those that need no peers, which are the same for every department. */
static bool gather(const Department *department, gpointer data, GError **error)
{
    const Card *card = data;
    (void)error;
    if (!is_among(card, department))
        return true;
    g_autoptr(GPtrArray) findings = findings_of_department(department, card->thresholds);
    peers_add((Peers *)(gpointer)card->peers, department, findings, card->thresholds);
    return true;
}

static bool score_run(Session *session, GError **error)
{
    g_autoptr(Thresholds) thresholds = thresholds_chosen(session, error);
    g_autoptr(Department) department = thresholds != NULL ? department_chosen(session, session->arguments[0], error) : NULL;
    if (department == NULL)
        return false;
    g_autoptr(Peers) peers = peers_new();
    Card card = {.session = session, .department = department, .peers = peers, .thresholds = thresholds};
    bool alone = threshold(thresholds, "rule.peers") == 0;
    if (!(alone ? gather(department, &card, error) : departments_visit(session->store, gather, &card, error)))
        return false;
    RowWriter *rows = session->format != ROWS_TABLE
                          ? rows_new(record_columns, G_N_ELEMENTS(record_columns), session->format, session->color)
                          : NULL;
    for (int kind = KIND_BUDGET; kind <= KIND_ACCOUNTS; kind++)
        for (int scope = SCOPE_DEPARTMENT; scope <= SCOPE_UNIT; scope++) {
            if (!card_fill(&card, (Kind)kind, (Scope)scope))
                continue;
            if (rows != NULL)
                add_records(rows, &card);
            else
                print_card(&card, (Kind)kind, (Scope)scope);
        }
    if (rows != NULL)
        rows_finish(rows);
    else if (!session->quiet)
        print_definitions();
    return true;
}

static const OptionSpec options[] = {
    {"year", 0, OPTION_YEAR, "YEAR", "到这一年为止；默认最新一年", "up to this year; default the newest"},
    {"chart", 0, OPTION_FLAG, NULL, "画出各项指标在同类中的百分位", "draw the percentile of each indicator"},
    {"among", 0, OPTION_LIST, "DEPT", "只以名称含此的部门为同类，可重复", "only departments whose name holds this are peers; may be repeated"},
    THRESHOLD_OPTION,
    {NULL, 0, OPTION_FLAG, NULL, NULL, NULL},
};

const Verb verb_score = {
    .name = "score",
    .store = VERB_READS_STORE,
    .arguments_zh = "部门",
    .arguments_en = "DEPT",
    .least = 1,
    .most = 1,
    .summary_zh = "绩效评分卡：每项指标的算法、各年数值、在同类中的位置",
    .summary_en = "the scorecard: each indicator, how it is reckoned, its years, its place among peers",
    .about_zh = "同类是库里同一类别、口径、年度的部门。综合得分只由列出的各项得分按权重得出；权重用 --threshold weight.名称=值 改。",
    .about_en =
        "Peers are the departments in the store of the same kind, scope and year. The composite is the mean of the merits shown, by "
        "weights that --threshold weight.NAME=VALUE sets.",
    .examples = {
        {"yusuan score 档案数据", "各项指标和位置", "the indicators and where they stand"},
        {"yusuan score 档案数据 --chart", "画出在同类中的百分位", "with its percentiles drawn"},
        {"yusuan score 档案数据 --threshold weight.errors=0.3", "改一个权重", "with another weight"},
    },
    .options = options,
    .paged = true,
    .run = score_run,
};
