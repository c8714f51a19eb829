/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/generate/tables_codes.h"

#include <string.h>

/* The money a column shows. */
typedef struct {
    guint funds;
    guint uses;
} Money;

/* First columns of every table by function: class, group, item, name. */
#define CODE_COLUMNS 4
#define CODES                                                                 \
    {"功能分类科目编码", "类", NULL, 5}, {"功能分类科目编码", "款", NULL, 4}, \
        {"功能分类科目编码", "项", NULL, 4},                                  \
    {                                                                         \
        NULL, "功能分类科目名称", NULL, 16                                    \
    }

static const SheetColumn REVENUE_COLUMNS[] = {
    CODES,
    {NULL, "总计", "总计", 14},
    {"财政拨款（补助）", "财政拨款(补助)小计", "财政拨款小计", 14},
    {"财政拨款（补助）", "一般公共预算", "一般公共预算", 14},
    {"财政拨款（补助）", "上级一般公共预算安排的转移支付", "上级一般公共预算安排的转移支付", 14},
    {"财政拨款（补助）", "政府性基金预算", "政府性基金预算", 14},
    {"财政拨款（补助）", "上级政府性基金安排的转移支付", "上级政府性基金安排的转移支付", 14},
    {"财政拨款（补助）", "国有资本经营预算", "国有资本经营预算", 14},
    {"财政拨款（补助）", "上级国有资本经营预算安排的转移支付", "上级国有资本经营预算安排的转移支付",
     14},
    {NULL, "财政专户（教育收费）", "财政专户（教育收费）", 14},
    {NULL, "单位资金", "单位资金", 14},
    {NULL, "财政拨款结转", "财政拨款结转", 14},
    {NULL, "非财政拨款结转结余", "非财政拨款结转结余", 14},
};
static const Money REVENUE_MONEY[] = {
    {FUNDS_ALL, USES_ALL},
    {FUNDS_FISCAL, USES_ALL},
    {ONLY(FUND_GENERAL), USES_ALL},
    {ONLY(FUND_GENERAL_ABOVE), USES_ALL},
    {ONLY(FUND_GOVERNMENT), USES_ALL},
    {ONLY(FUND_GOVERNMENT_ABOVE), USES_ALL},
    {ONLY(FUND_CAPITAL), USES_ALL},
    {ONLY(FUND_CAPITAL_ABOVE), USES_ALL},
    {ONLY(FUND_SPECIAL), USES_ALL},
    {ONLY(FUND_OWN), USES_ALL},
    {ONLY(FUND_CARRIED), USES_ALL},
    {ONLY(FUND_CARRIED_OTHER), USES_ALL},
};

static const SheetColumn EXPENDITURE_COLUMNS[] = {
    CODES,
    {"支出预算", "合计", "合计", 16},
    {"支出预算", "基本支出", "基本支出", 16},
    {"支出预算", "项目支出", "项目支出", 16},
};
static const SheetColumn GENERAL_COLUMNS[] = {
    CODES,
    {"一般公共预算支出", "合计", "合计", 16},
    {"一般公共预算支出", "基本支出", "基本支出", 16},
    {"一般公共预算支出", "项目支出", "项目支出", 16},
};
static const Money EXPENDITURE_MONEY[] = {
    {FUNDS_ALL, USES_ALL}, {FUNDS_ALL, USES_BASIC}, {FUNDS_ALL, USES_PROJECT}};
static const Money GENERAL_MONEY[] = {
    {FUNDS_GENERAL, USES_ALL}, {FUNDS_GENERAL, USES_BASIC}, {FUNDS_GENERAL, USES_PROJECT}};

static const SheetColumn FUND_COLUMNS[] = {
    CODES,
    {NULL, "合计", "合计", 16},
    {"基本支出", "人员经费", "基本支出人员经费", 16},
    {"基本支出", "公用经费", "基本支出公用经费", 16},
    {NULL, "项目支出", "项目支出", 16},
};
static const Money GOVERNMENT_MONEY[] = {{FUNDS_GOVERNMENT, USES_ALL},
                                         {FUNDS_GOVERNMENT, ONLY(USE_PERSONNEL)},
                                         {FUNDS_GOVERNMENT, ONLY(USE_OPERATING)},
                                         {FUNDS_GOVERNMENT, USES_PROJECT}};
static const Money CAPITAL_MONEY[] = {{FUNDS_CAPITAL, USES_ALL},
                                      {FUNDS_CAPITAL, ONLY(USE_PERSONNEL)},
                                      {FUNDS_CAPITAL, ONLY(USE_OPERATING)},
                                      {FUNDS_CAPITAL, USES_PROJECT}};

typedef struct {
    int number;
    const char *title;
    const SheetColumn *columns;
    gsize column_count;
    const Money *money; /* of the columns after the codes; the first is the row's total */
} CodeTable;

static const CodeTable CODE_TABLES[] = {
    {2, "部门收入总体情况表", REVENUE_COLUMNS, G_N_ELEMENTS(REVENUE_COLUMNS), REVENUE_MONEY},
    {3, "部门支出总体情况表", EXPENDITURE_COLUMNS, G_N_ELEMENTS(EXPENDITURE_COLUMNS),
     EXPENDITURE_MONEY},
    {5, "一般公共预算支出情况表", GENERAL_COLUMNS, G_N_ELEMENTS(GENERAL_COLUMNS), GENERAL_MONEY},
    {8, "政府性基金预算支出情况表", FUND_COLUMNS, G_N_ELEMENTS(FUND_COLUMNS), GOVERNMENT_MONEY},
    {9, "国有资本经营预算支出情况表", FUND_COLUMNS, G_N_ELEMENTS(FUND_COLUMNS), CAPITAL_MONEY},
};

/* 2011301 as 201, 13, 01 in three cells. */
static void set_code(SheetRow *row, const char *code)
{
    g_autofree char *class_code = g_strndup(code, 3);
    sheet_set_text(row, 0, class_code);
    gsize length = strlen(code);
    for (gsize part = 1, at = 3; at < length; part++, at += 2) {
        g_autofree char *digits = g_strndup(&code[at], 2);
        sheet_set_text(row, part, digits);
    }
}

/* code: NULL for the total. An author who prints zeros does so in some rows, in all their cells. */
static void add_code_row(Sheet *sheet, const CodeTable *table, const Model *model, const char *code,
                         const char *name)
{
    const char *prefix = code ? code : "", *key = code ? code : "总计";
    gint64 all = 0;
    for (gsize i = 0; i < table->column_count - CODE_COLUMNS; i++)
        all |= model_sum(model, THIS_YEAR, prefix, table->money[i].funds, table->money[i].uses);
    if (all == 0)
        return;
    bool zeros = model->style.printed_zeros && chance(model->rand, 15);
    SheetRow *row = sheet_add_row(sheet);
    if (code)
        set_code(row, code);
    sheet_set_text(row, CODE_COLUMNS - 1, name);
    for (gsize i = 0; i < table->column_count - CODE_COLUMNS; i++) {
        gint64 yuan =
            model_sum(model, THIS_YEAR, prefix, table->money[i].funds, table->money[i].uses);
        if (yuan != 0 || zeros)
            sheet_set_amount(sheet, row, CODE_COLUMNS + i, key, yuan);
    }
}

/* Calls for each class, group and item of the model in order; code is good during the call only. */
typedef void (*CodeVisitor)(const char *code, gpointer data);

static void visit_codes(const Model *model, CodeVisitor visit, gpointer data)
{
    char before[8] = "";
    for (guint i = 0; i < model->items->len; i++) {
        const Item *item = model->items->pdata[i];
        for (gsize length = 3; length <= 7; length += 2) {
            if (length < 7 && strncmp(before, item->code, length) == 0)
                continue;
            char code[8] = "";
            memcpy(code, item->code, length);
            visit(code, data);
        }
        g_strlcpy(before, item->code, sizeof before);
    }
}

typedef struct {
    Sheet *sheet;
    const CodeTable *table;
    const Model *model;
} CodeFilling;

static void fill_code(const char *code, gpointer data)
{
    const CodeFilling *filling = data;
    add_code_row(filling->sheet, filling->table, filling->model, code, catalogue_name(code));
}

Sheet *code_table(int number, const Model *model)
{
    const CodeTable *table = CODE_TABLES;
    while (table->number != number)
        table++;
    Sheet *sheet =
        sheet_new(number, table->title, table->columns, table->column_count, CODE_COLUMNS - 1);
    add_code_row(sheet, table, model, NULL, "总计");
    CodeFilling filling = {sheet, table, model};
    visit_codes(model, fill_code, &filling);
    return sheet;
}

static const SheetColumn ECONOMIC_COLUMNS[] = {
    {"经济分类科目编码", "类", NULL, 6},
    {"经济分类科目编码", "款", NULL, 5},
    {NULL, "经济分类科目名称", NULL, 20},
    {"一般公共预算基本支出", "合计", "合计", 16},
    {"一般公共预算基本支出", "人员经费", "人员经费", 16},
    {"一般公共预算基本支出", "公用经费", "公用经费", 16},
};

static void add_economic_row(Sheet *sheet, const char *code, const char *name, gint64 personnel,
                             gint64 operating)
{
    const char *key = code ? code : "总计";
    SheetRow *row = sheet_add_row(sheet);
    if (code)
        set_code(row, code);
    sheet_set_text(row, 2, name);
    sheet_set_amount(sheet, row, 3, key, personnel + operating);
    if (personnel != 0)
        sheet_set_amount(sheet, row, 4, key, personnel);
    if (operating != 0)
        sheet_set_amount(sheet, row, 5, key, operating);
}

Sheet *economic_table(const Model *model)
{
    static const Subject CLASSES[] = {
        {"301", "工资福利支出"}, {"302", "商品和服务支出"}, {"303", "对个人和家庭的补助"}};
    Sheet *sheet = sheet_new(6, "一般公共预算基本支出情况表", ECONOMIC_COLUMNS,
                             G_N_ELEMENTS(ECONOMIC_COLUMNS), 2);
    gint64 operating = model_economic_sum(model, "302");
    add_economic_row(sheet, NULL, "总计", model_economic_sum(model, "") - operating, operating);
    for (gsize i = 0; i < G_N_ELEMENTS(CLASSES); i++) {
        bool runs = g_str_equal(CLASSES[i].code, "302");
        gint64 sum = model_economic_sum(model, CLASSES[i].code);
        if (sum != 0)
            add_economic_row(sheet, CLASSES[i].code, CLASSES[i].name, runs ? 0 : sum,
                             runs ? sum : 0);
        for (guint at = 0; at < model->economic->len; at++) {
            const EconomicLine *line = model->economic->pdata[at];
            if (g_str_has_prefix(line->subject->code, CLASSES[i].code))
                add_economic_row(sheet, line->subject->code, line->subject->name,
                                 runs ? 0 : line->yuan, runs ? line->yuan : 0);
        }
    }
    return sheet;
}

#define PROJECT_FIRST 5 /* the total; the uses follow */
static const SheetColumn PROJECT_COLUMNS[] = {
    CODES,
    {NULL, "项目名称", NULL, 14},
    {NULL, "项目支出合计", "项目支出合计", 13},
    {NULL, "工资福利支出", "工资福利支出", 13},
    {NULL, "商品服务支出", "商品服务支出", 13},
    {NULL, "对个人和家庭的补助", "对个人和家庭的补助", 13},
    {NULL, "债务利息及费用支出", "债务利息及费用支出", 13},
    {NULL, "资本性支出（基本建设）", "资本性支出（基本建设）", 13},
    {NULL, "资本性支出", "资本性支出", 13},
    {NULL, "对企业补助（基本建设）", "对企业补助（基本建设）", 13},
    {NULL, "对企业补助", "对企业补助", 13},
    {NULL, "对社会保障基金补助", "对社会保障基金补助", 13},
    {NULL, "其他支出", "其他支出", 13},
};

/* Adds up the projects under a code, or the one project. */
static void set_uses(Sheet *sheet, SheetRow *row, const Model *model, const char *key,
                     const char *prefix, const Project *only)
{
    gint64 sums[PROJECT_USES + 1] = {0};
    for (guint i = 0; i < model->projects->len; i++) {
        const Project *project = model->projects->pdata[i];
        if (only ? only != project : !g_str_has_prefix(project->code, prefix))
            continue;
        for (gsize use = 0; use < PROJECT_USES; use++) {
            sums[0] += project->uses[use];
            sums[1 + use] += project->uses[use];
        }
    }
    for (gsize i = 0; i <= PROJECT_USES; i++)
        if (sums[i] != 0)
            sheet_set_amount(sheet, row, PROJECT_FIRST + i, key, sums[i]);
}

typedef struct {
    Sheet *sheet;
    const Model *model;
} ProjectFilling;

/* A class, group or item; below an item its projects, or the only one in its very row. */
static void fill_project_code(const char *code, gpointer data)
{
    const ProjectFilling *filling = data;
    g_autoptr(GPtrArray) below = g_ptr_array_new();
    for (guint i = 0; i < filling->model->projects->len; i++) {
        Project *project = filling->model->projects->pdata[i];
        if (g_str_has_prefix(project->code, code))
            g_ptr_array_add(below, project);
    }
    if (below->len == 0)
        return;
    SheetRow *row = sheet_add_row(filling->sheet);
    set_code(row, code);
    sheet_set_text(row, CODE_COLUMNS - 1, catalogue_name(code));
    set_uses(filling->sheet, row, filling->model, code, code, NULL);
    if (strlen(code) < 7)
        return;
    if (below->len == 1 && filling->model->style.projects_in_rows) {
        sheet_set_text(row, CODE_COLUMNS, ((const Project *)below->pdata[0])->name);
        return;
    }
    for (guint i = 0; i < below->len; i++) {
        const Project *project = below->pdata[i];
        SheetRow *line = sheet_add_row(filling->sheet);
        sheet_set_text(line, CODE_COLUMNS, project->name);
        set_uses(filling->sheet, line, filling->model, project->name, NULL, project);
    }
}

Sheet *project_table(const Model *model)
{
    Sheet *sheet = sheet_new(7, "一般公共预算项目支出情况表", PROJECT_COLUMNS,
                             G_N_ELEMENTS(PROJECT_COLUMNS), CODE_COLUMNS - 1);
    if (model->projects->len == 0)
        return sheet;
    SheetRow *total = sheet_add_row(sheet);
    sheet_set_text(total, CODE_COLUMNS - 1, "总计");
    set_uses(sheet, total, model, "总计", "", NULL);
    ProjectFilling filling = {sheet, model};
    visit_codes(model, fill_project_code, &filling);
    return sheet;
}
