/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/generate/tables.h"

#include <string.h>

#include "tests/generate/tables_codes.h"

/* A line of the revenue side of a two-sided table. */
typedef struct {
    const char *label;
    const char *key;
    guint funds; /* 0: a line of the form that this department never fills */
} RevenueLine;

static const RevenueLine REVENUE_LINES[] = {
    {"一、本年收入", "本年收入", FUNDS_REVENUE},
    {"1、一般公共预算拨款", "一般公共预算拨款", FUNDS_GENERAL},
    {"其中：一般财力", "一般财力", ONLY(FUND_GENERAL)},
    {"上级一般公共预算安排转移支付", "上级一般公共预算安排转移支付", ONLY(FUND_GENERAL_ABOVE)},
    {"2、基金预算拨款", "基金预算拨款", FUNDS_GOVERNMENT},
    {"其中：政府性基金收入", "政府性基金收入", ONLY(FUND_GOVERNMENT)},
    {"上级政府性基金安排转移支付", "上级政府性基金安排转移支付", ONLY(FUND_GOVERNMENT_ABOVE)},
    {"3、国有资本经营预算拨款", "国有资本经营预算拨款", FUNDS_CAPITAL},
    {"其中：国有资本经营收入", "国有资本经营收入", ONLY(FUND_CAPITAL)},
    {"上级国有资本经营预算安排转移支付", "上级国有资本经营预算安排转移支付",
     ONLY(FUND_CAPITAL_ABOVE)},
    {"4.财政专户核拨", "财政专户核拨", ONLY(FUND_SPECIAL)},
    {"5.单位资金", "单位资金", ONLY(FUND_OWN)},
    {"其中：事业收入", NULL, 0},
    {"上级补助收入", NULL, 0},
    {"附属单位上缴收入", NULL, 0},
    {"事业单位经营收入", NULL, 0},
    {"其他收入", "其他收入", ONLY(FUND_OWN)},
    {"二、上年结转结余", "上年结转结余", FUNDS_CARRIED},
    {"1、财政拨款结转", "财政拨款结转", ONLY(FUND_CARRIED)},
    {"其中：一般公共预算拨款", "结转:一般公共预算拨款", ONLY(FUND_CARRIED)},
    {"基金预算拨款", NULL, 0},
    {"国有资本经营预算拨款", NULL, 0},
    {"2、非财政拨款结转结余", "非财政拨款结转结余", ONLY(FUND_CARRIED_OTHER)},
    {"其中：财政专户核拨", NULL, 0},
    {"单位资金", "结转:单位资金", ONLY(FUND_CARRIED_OTHER)},
};

static const RevenueLine FISCAL_LINES[] = {
    {"一、财政拨款（补助）", "财政拨款（补助）", FUNDS_FISCAL},
    {"一般公共预算", "一般公共预算", FUNDS_GENERAL},
    {"政府性基金预算", "政府性基金预算", FUNDS_GOVERNMENT},
    {"国有资本经营预算", "国有资本经营预算", FUNDS_CAPITAL},
};

static const SheetColumn BOTH_SIDES[] = {
    {"收入", "项目", NULL, 24},
    {"收入", "预算数", "收入预算数", 16},
    {"支出", "支出功能分类", NULL, 24},
    {"支出", "预算数", "支出预算数", 16},
};
static const guint BOTH_SIDES_FUNDS[] = {FUNDS_ALL};

static const SheetColumn FISCAL_SIDES[] = {
    {"财政拨款收入", "项目", NULL, 18},
    {"财政拨款收入", "合计", "收入合计", 16},
    {"财政拨款支出", "支出功能分类", NULL, 22},
    {"财政拨款支出", "合计", "合计", 15},
    {"财政拨款支出", "一般公共预算", "一般公共预算", 15},
    {"财政拨款支出", "政府性基金预算", "政府性基金预算", 15},
    {"财政拨款支出", "国有资本经营预算", "国有资本经营预算", 15},
};
static const guint FISCAL_SIDES_FUNDS[] = {FUNDS_FISCAL, FUNDS_GENERAL, FUNDS_GOVERNMENT,
                                           FUNDS_CAPITAL};

/* What tells the two two-sided tables apart. */
typedef struct {
    int number;
    const char *title;
    const SheetColumn *columns;
    gsize column_count;
    const RevenueLine *lines;
    gsize line_count;
    const guint *funds; /* of the expenditure columns */
    guint total;
    const char *revenue_total, *expenditure_total; /* as spread on paper */
} TwoSided;

static void add_amount(Sheet *sheet, SheetRow *row, gsize column, const char *key, gint64 yuan)
{
    if (yuan != 0)
        sheet_set_amount(sheet, row, column, key, yuan);
}

static void add_expenditure(Sheet *sheet, SheetRow *row, const TwoSided *form, const Model *model,
                            const char *prefix, const char *key)
{
    for (gsize column = 3; column < form->column_count; column++)
        add_amount(sheet, row, column, key,
                   model_sum(model, THIS_YEAR, prefix, form->funds[column - 3], USES_ALL));
}

static Sheet *two_sided(const TwoSided *form, const Model *model)
{
    Sheet *sheet = sheet_new(form->number, form->title, form->columns, form->column_count, 2);
    for (gsize i = 0; catalogue_classes[i].code; i++) {
        const Subject *subject = &catalogue_classes[i];
        SheetRow *row = sheet_add_row(sheet);
        g_autofree char *label = g_strconcat(subject->code, " ", subject->name, NULL);
        if (i < form->line_count) {
            const RevenueLine *line = &form->lines[i];
            sheet_set_text(row, 0, line->label);
            if (line->funds)
                add_amount(sheet, row, 1, line->key,
                           model_sum(model, THIS_YEAR, "", line->funds, USES_ALL));
        }
        sheet_set_text(row, 2, label);
        add_expenditure(sheet, row, form, model, subject->code, subject->code);
    }
    SheetRow *total = sheet_add_row(sheet);
    sheet_set_text(total, 0, form->revenue_total);
    sheet_set_amount(sheet, total, 1, "收入总计",
                     model_sum(model, THIS_YEAR, "", form->total, USES_ALL));
    sheet_set_text(total, 2, form->expenditure_total);
    add_expenditure(sheet, total, form, model, "", "支出总计");
    return sheet;
}

static const SheetColumn PUBLIC_COLUMNS[] = {
    {NULL, "“三公”经费支出内容", NULL, 26},
    {NULL, "合计", "合计", 14},
    {"资金来源", "一般公共预算", "一般公共预算", 16},
    {"资金来源", "政府性基金", "政府性基金", 16},
    {"资金来源", "国有资本经营预算", "国有资本经营预算", 18},
};

static void add_public_row(Sheet *sheet, const char *label, const char *key, gint64 yuan)
{
    SheetRow *row = sheet_add_row(sheet);
    sheet_set_text(row, 0, label);
    add_amount(sheet, row, 1, key, yuan);
    add_amount(sheet, row, 2, key, yuan);
}

static Sheet *three_public(const Model *model)
{
    Sheet *sheet = sheet_new(10, "财政拨款“三公”经费支出情况表", PUBLIC_COLUMNS,
                             G_N_ELEMENTS(PUBLIC_COLUMNS), 0);
    const gint64 *now = model->public_expense[THIS_YEAR];
    add_public_row(sheet, "合计", "合计", model_public_sum(model, THIS_YEAR));
    add_public_row(sheet, "因公出国（境）费", "因公出国（境）费", now[PUBLIC_ABROAD]);
    add_public_row(sheet, "公务接待费", "公务接待费",
                   now[PUBLIC_RECEPTION] + model->reception_printed_extra);
    add_public_row(sheet, "公务用车购置及运行费（小计）", "公务用车购置及运行费",
                   now[PUBLIC_PURCHASE] + now[PUBLIC_RUNNING]);
    add_public_row(sheet, "其中：公务用车购置费", "公务用车购置费", now[PUBLIC_PURCHASE]);
    add_public_row(sheet, "公务用车运行费", "公务用车运行费", now[PUBLIC_RUNNING]);
    return sheet;
}

static const SheetColumn CARRIED_COLUMNS[] = {
    {NULL, "项目名称", NULL, 24},
    {NULL, "总计", "总计", 14},
    {"财政拨款", "合计", "财政拨款合计", 14},
    {"财政拨款", "人员经费", "财政拨款基本支出人员经费", 12},
    {"财政拨款", "公用经费", "财政拨款基本支出公用经费", 12},
    {"财政拨款", "项目支出", "财政拨款项目支出", 14},
    {"非财政拨款", "合计", "非财政拨款合计", 14},
    {"非财政拨款", "人员经费", "非财政拨款基本支出人员经费", 12},
    {"非财政拨款", "公用经费", "非财政拨款基本支出公用经费", 12},
    {"非财政拨款", "项目支出", "非财政拨款项目支出", 14},
};

/*
 * The columns of the table that a carried amount stands in, added up over the lines; NULL: all of
 * them.
 */
static void add_carried_row(Sheet *sheet, const Model *model, const Carried *only)
{
    SheetRow *row = sheet_add_row(sheet);
    const char *name = only ? only->name : "总计";
    g_autofree char *spaced = text_with_spaced_digits(name);
    sheet_set_text(row, 0, model->style.spaced_digits ? spaced : name);
    gint64 sums[G_N_ELEMENTS(CARRIED_COLUMNS)] = {0};
    for (guint i = 0; i < model->carried->len; i++) {
        const Carried *carried = model->carried->pdata[i];
        if (only && only != carried)
            continue;
        gsize block = carried->fund == FUND_CARRIED ? 2 : 6;
        sums[1] += carried->yuan;
        sums[block] += carried->yuan;
        sums[block + 1 + (gsize)carried->use] += carried->yuan;
    }
    for (gsize column = 1; column < G_N_ELEMENTS(CARRIED_COLUMNS); column++)
        add_amount(sheet, row, column, name, sums[column]);
}

static Sheet *carried_over(const Model *model)
{
    Sheet *sheet =
        sheet_new(11, "上年结转结余情况明细表", CARRIED_COLUMNS, G_N_ELEMENTS(CARRIED_COLUMNS), 0);
    if (model->carried->len > 0)
        add_carried_row(sheet, model, NULL);
    for (guint i = 0; i < model->carried->len; i++)
        add_carried_row(sheet, model, model->carried->pdata[i]);
    return sheet;
}

/* A table without figures says so. */
static void add_note(Sheet *sheet, const Model *model)
{
    static const char *const NOTES[] = {"%s%d年未安排相关支出，%s为空表。",
                                        "%s%d年没有此项资金，%s为空表。",
                                        "说明：%s%d年无此类预算，%s为空表。"};
    if (sheet->rows->len > 0)
        return;
    const char *form = NOTES[(model->style.wording + sheet->number) % 3];
    GString *note = g_string_new(form);
    g_autofree char *year = g_strdup_printf("%d", model->year);
    g_string_replace(note, "%s", model->department, 1);
    g_string_replace(note, "%d", year, 1);
    g_string_replace(note, "%s", sheet->title, 1);
    sheet->note = g_string_free(note, FALSE);
}

GPtrArray *tables_from_model(const Model *model)
{
    static const TwoSided ALL = {1,
                                 "部门收支总体情况表",
                                 BOTH_SIDES,
                                 G_N_ELEMENTS(BOTH_SIDES),
                                 REVENUE_LINES,
                                 G_N_ELEMENTS(REVENUE_LINES),
                                 BOTH_SIDES_FUNDS,
                                 FUNDS_ALL,
                                 "收 入 总 计",
                                 "支 出 总 计"};
    static const TwoSided FISCAL = {4,
                                    "财政拨款收支预算总体情况表",
                                    FISCAL_SIDES,
                                    G_N_ELEMENTS(FISCAL_SIDES),
                                    FISCAL_LINES,
                                    G_N_ELEMENTS(FISCAL_LINES),
                                    FISCAL_SIDES_FUNDS,
                                    FUNDS_FISCAL,
                                    "收入总计",
                                    "支出总计"};
    GPtrArray *tables = g_ptr_array_new_with_free_func((GDestroyNotify)sheet_free);
    g_ptr_array_add(tables, two_sided(&ALL, model));
    g_ptr_array_add(tables, code_table(2, model));
    g_ptr_array_add(tables, code_table(3, model));
    g_ptr_array_add(tables, two_sided(&FISCAL, model));
    g_ptr_array_add(tables, code_table(5, model));
    g_ptr_array_add(tables, economic_table(model));
    g_ptr_array_add(tables, project_table(model));
    g_ptr_array_add(tables, code_table(8, model));
    g_ptr_array_add(tables, code_table(9, model));
    g_ptr_array_add(tables, three_public(model));
    g_ptr_array_add(tables, carried_over(model));
    for (guint i = 0; i < tables->len; i++)
        add_note(tables->pdata[i], model);
    return tables;
}
