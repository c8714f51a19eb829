/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "analysis/comparison.h"
#include "cmd/choose.h"
#include "cmd/drawing.h"
#include "cmd/paragraph.h"
#include "cmd/verb.h"
#include "schema/error.h"
#include "schema/language.h"

static const RowColumn record_columns[] = {
    TEXT_COLUMN("department"), TEXT_COLUMN("kind"), TEXT_COLUMN("scope"), NUMBER_COLUMN("fiscal_year"),
    /* For each indicator compared: its value, percentile and robust z. */
    NUMBER_COLUMN("total"), NUMBER_COLUMN("total_percentile"), NUMBER_COLUMN("total_z"),
    NUMBER_COLUMN("growth"), NUMBER_COLUMN("growth_percentile"), NUMBER_COLUMN("growth_z"),
    NUMBER_COLUMN("project_share"), NUMBER_COLUMN("project_share_percentile"), NUMBER_COLUMN("project_share_z"),
    NUMBER_COLUMN("carryover_ratio"), NUMBER_COLUMN("carryover_ratio_percentile"), NUMBER_COLUMN("carryover_ratio_z"),
    NUMBER_COLUMN("operating_per_head"), NUMBER_COLUMN("operating_per_head_percentile"), NUMBER_COLUMN("operating_per_head_z"),
    NUMBER_COLUMN("personnel_per_head"), NUMBER_COLUMN("personnel_per_head_percentile"), NUMBER_COLUMN("personnel_per_head_z"),
    NUMBER_COLUMN("operating_excess"), NUMBER_COLUMN("operating_excess_z"),
};

static const RowColumn columns[] = {
    {"department", ROW_TEXT, "部门", "department", 40},
    {"total", ROW_NUMBER, "支出总额", "expenditure", 0},
    {"growth", ROW_NUMBER, "增幅%", "growth %", 0},
    {"growth_place", ROW_NUMBER, "百分位", "pctl", 0},
    {"project", ROW_NUMBER, "项目占比%", "project %", 0},
    {"project_place", ROW_NUMBER, "百分位", "pctl", 0},
    {"carryover", ROW_NUMBER, "结转率%", "carryover %", 0},
    {"carryover_place", ROW_NUMBER, "百分位", "pctl", 0},
    {"operating", ROW_NUMBER, "人均公用", "operating a head", 0},
    {"operating_place", ROW_NUMBER, "百分位", "pctl", 0},
    {"personnel", ROW_NUMBER, "人均人员", "personnel a head", 0},
    {"personnel_place", ROW_NUMBER, "百分位", "pctl", 0},
    {"excess", ROW_NUMBER, "公用经费超规模%", "operating over size %", 0},
};

/* What is compared: the year and kind of one department's filing. */
typedef struct {
    Session *session;
    const Thresholds *thresholds;
    const Department *first;
    const Filing *filing;
    Peers *peers;
} Compare;

static bool choose_filing(Compare *compare, GError **error)
{
    const char *wish = option_text(compare->session->options, "kind");
    const int year = year_chosen(compare->first, option_number(compare->session->options, "year"));
    Kind kind = KIND_BUDGET;
    if (wish != NULL)
        kind_from_word(wish, &kind);
    compare->filing = department_filing(compare->first, year, kind);
    if (compare->filing == NULL && wish == NULL)
        compare->filing = department_filing(compare->first, year, KIND_ACCOUNTS);
    if (compare->filing == NULL)
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE, say("%s 没有 %d 年的%s", "%s has no filing of %d: %s"),
                    compare->first->name, year, wish != NULL ? kind_name(kind) : say("文件", "any kind"));
    return compare->filing != NULL;
}

static bool has_such_filing(const Department *department, const Filing *like)
{
    for (guint i = 0; i < department->filings->len; i++) {
        const Filing *filing = g_ptr_array_index(department->filings, i);
        if (filing->kind == like->kind && filing->scope == like->scope && filing->fiscal_year == like->fiscal_year)
            return true;
    }
    return false;
}

static bool gather(const Department *department, gpointer data, GError **error)
{
    const Compare *compare = data;
    (void)error;
    if (has_such_filing(department, compare->filing))
        peers_add(compare->peers, department, NULL, compare->thresholds);
    return true;
}

static bool named_before(const GPtrArray *departments, const Department *department)
{
    for (guint i = 0; i < departments->len; i++)
        if (g_str_equal(((const Department *)g_ptr_array_index(departments, i))->name, department->name))
            return true;
    return false;
}

/* The departments named, each once; the first says what is compared. */
static bool gather_named(Compare *compare, GPtrArray *departments, GError **error)
{
    for (char **name = compare->session->arguments; *name != NULL; name++) {
        Department *department = department_chosen(compare->session, *name, error);
        if (department == NULL)
            return false;
        if (named_before(departments, department)) {
            department_free(department);
            continue;
        }
        g_ptr_array_add(departments, department);
        if (departments->len == 1) {
            compare->first = department;
            if (!choose_filing(compare, error))
                return false;
        }
        gather(department, compare, NULL);
        if (!has_such_filing(department, compare->filing))
            fprintf(stderr, say("yusuan: %s 没有 %d 年同口径的%s，不列\n", "yusuan: %s has no filing of %d of that scope (%s) and is left out\n"),
                    department->name, compare->filing->fiscal_year, kind_name(compare->filing->kind));
    }
    return true;
}

static bool gather_store(Compare *compare, GPtrArray *departments, const char *wanted, GError **error)
{
    Department *department = department_chosen(compare->session, wanted, error);
    if (department == NULL)
        return false;
    g_ptr_array_add(departments, department);
    compare->first = department;
    return choose_filing(compare, error) && departments_visit(compare->session->store, gather, compare, error);
}

static void put_number(RowWriter *rows, Measured value, int decimals)
{
    g_autofree char *text = value.known ? g_strdup_printf("%.*f", decimals, value.value) : g_strdup("—");
    rows_text(rows, text);
}

static void print_rows(const Compare *compare, const Comparison *comparison)
{
    RowWriter *rows = rows_new(columns, G_N_ELEMENTS(columns), ROWS_TABLE, compare->session->color);
    for (guint i = 0; i < comparison->rows->len; i++) {
        const CompareRow *row = &g_array_index(comparison->rows, CompareRow, i);
        const bool own = g_str_equal(row->entry->department, compare->first->name);
        g_autofree char *name = g_strconcat(own ? "* " : "  ", row->entry->department, NULL);
        rows_mean(rows, own ? MEANING_NOTICE : MEANING_NONE);
        rows_text(rows, name);
        put_number(rows, row->entry->values[compared_indicator(0)], 2);
        for (gsize k = 1; k < COMPARED; k++) {
            put_number(rows, row->entry->values[compared_indicator(k)], 2);
            put_number(rows, row->positions[k].percentile, 0);
        }
        put_number(rows, row->excess, 1);
    }
    rows_finish(rows);
}

static void print_notes(const Comparison *comparison)
{
    sentence_print(say("百分位：所列部门中低于它的占比（与它相等的算一半）。人均按在职人数，万元。— 文件没有写，或部门太少算不出。",
             "pctl: the share of these departments below it, half of those equal to it included. A head: of staff in post, in 万元. — the "
             "filings do not say, or too few departments."));
    if (comparison->line.slope.known)
        sentence_printf(say("公用经费超规模：比按%s稳健回归（双对数，斜率 %.2f）的期望值高出多少。\n",
                   "Operating over size: above what a robust regression on %s (in logarithms, slope %.2f) expects.\n"),
               comparison->by_staff ? say("在职人数", "staff in post") : say("支出总额", "total expenditure"), comparison->line.slope.value);
    else
        sentence_printf(say("公用经费超规模：至少要有 %d 个部门才能回归。\n", "Operating over size: a regression takes %d departments at least.\n"),
               SIZE_LINE_LEAST);
}

static void add_records(RowWriter *rows, const Compare *compare, const Comparison *comparison)
{
    for (guint i = 0; i < comparison->rows->len; i++) {
        const CompareRow *row = &g_array_index(comparison->rows, CompareRow, i);
        rows_text(rows, row->entry->department);
        rows_text(rows, kind_word(compare->filing->kind));
        rows_text(rows, scope_word(compare->filing->scope));
        rows_integer(rows, compare->filing->fiscal_year);
        for (gsize k = 0; k < COMPARED; k++) {
            rows_measured(rows, row->entry->values[compared_indicator(k)]);
            rows_measured(rows, row->positions[k].percentile);
            rows_measured(rows, row->positions[k].z);
        }
        rows_measured(rows, row->excess);
        rows_measured(rows, row->excess_z);
    }
}

static void show(const Compare *compare)
{
    const GPtrArray *entries = peers_of_filing(compare->peers, compare->filing);
    g_auto(Comparison) comparison = comparison_of_entries(entries);
    if (compare->session->format != ROWS_TABLE) {
        RowWriter *rows =
            rows_new(record_columns, G_N_ELEMENTS(record_columns), compare->session->format, compare->session->color);
        add_records(rows, compare, &comparison);
        rows_finish(rows);
        return;
    }
    g_autofree char *heading =
        g_strdup_printf(say("%d 年%s%s，%u 个部门（万元，按支出总额）", "%d %s%s, %u departments (万元, by expenditure)"),
                        compare->filing->fiscal_year, kind_name(compare->filing->kind),
                        compare->filing->scope == SCOPE_UNIT ? say("（单位）", " (units)") : "", comparison.rows->len);
    heading_print(heading, compare->session->color);
    print_rows(compare, &comparison);
    if (option_flag(compare->session->options, "chart"))
        draw_comparison(&comparison, compare->first->name, compare->session->color);
    if (!compare->session->quiet)
        print_notes(&comparison);
}

static bool compare_run(Session *session, GError **error)
{
    const char *peers_of = option_text(session->options, "peers");
    if ((peers_of != NULL) == (session->arguments[0] != NULL)) {
        g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                            say("写出要比较的各部门，或用 --peers 部门 与库里的同类比较，二者取一",
                                "name the departments, or compare one with its peers in the store by --peers DEPT: one of the two"));
        return false;
    }
    g_autoptr(Thresholds) thresholds = thresholds_chosen(session, error);
    if (thresholds == NULL)
        return false;
    g_autoptr(Peers) peers = peers_new();
    g_autoptr(GPtrArray) departments = g_ptr_array_new_with_free_func((GDestroyNotify)department_free);
    Compare compare = {.session = session, .thresholds = thresholds, .peers = peers};
    if (!(peers_of != NULL ? gather_store(&compare, departments, peers_of, error) : gather_named(&compare, departments, error)))
        return false;
    show(&compare);
    return true;
}

static const OptionSpec options[] = {
    {"chart", 0, OPTION_FLAG, NULL, "画出各项指标在所列部门中的位置", "draw where each indicator stands among the departments"},
    {"peers", 0, OPTION_TEXT, "DEPT", "与库里同一类别、口径、年度的所有部门比较", "with all departments in the store of the same kind, scope and year"},
    {"year", 0, OPTION_YEAR, "YEAR", "年度；默认第一个部门最新的一年", "the year; default the newest of the first department"},
    {"kind", 0, OPTION_TEXT, "budget|accounts", "比预算还是决算；默认有预算就比预算", "budgets or final accounts; default budgets, where there is one"},
    THRESHOLD_OPTION,
    {NULL, 0, OPTION_FLAG, NULL, NULL, NULL},
};

const Verb verb_compare = {
    .name = "compare",
    .store = VERB_READS_STORE,
    .arguments_zh = "部门… | --peers 部门",
    .arguments_en = "DEPT... | --peers DEPT",
    .least = 0,
    .most = -1,
    .summary_zh = "部门并列：总额、增幅、项目占比、结转率、人均开支，及在其中的位置",
    .summary_en = "departments side by side: expenditure, growth, shares, cost per head, and their places",
    .about_zh = "写出的各部门互为同类；部门和单位不混比。带 * 的是第一个或 --peers 的部门。",
    .about_en = "Departments that are named are each other's peers; departments and units are never mixed. The * marks the first one, "
                "or that of --peers.",
    .examples = {
        {"yusuan compare --peers 档案数据 --year 2024", "同库里全部同类比", "against all its peers in the store"},
        {"yusuan compare 档案数据 商务 水文 --chart", "并列三个部门，画出位置", "three departments, and where each stands"},
    },
    .options = options,
    .paged = true,
    .run = compare_run,
};
