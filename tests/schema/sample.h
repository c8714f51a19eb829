/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An invented filing that has something of every kind, for the suites of the store. */
#ifndef TESTS_SCHEMA_SAMPLE_H
#define TESTS_SCHEMA_SAMPLE_H

#include "schema/filing.h"

static inline void sample_set(char **field, const char *text)
{
    g_free(*field);
    *field = g_strdup(text);
}

static inline void sample_add_cell(Table *table, int row, int column, gint64 fen, gint64 step, Proof proof,
                                   const char *alternatives)
{
    Cell cell = {row, column, {fen, step}, proof, g_strdup(alternatives)};
    g_array_append_val(table->cells, cell);
}

static inline void sample_add_row(Table *table, int parent, int level, const char *code, const char *label,
                                  const char *project)
{
    Row *row = row_new();
    row->side = DIRECTION_EXPENDITURE;
    row->parent = parent;
    row->level = level;
    row->direction = DIRECTION_REVENUE;
    row->fund = FUND_STATE_CAPITAL;
    row->page = 4;
    row->line = 12 + (int)table->rows->len;
    sample_set(&row->code, code);
    sample_set(&row->label, label);
    sample_set(&row->path, label);
    sample_set(&row->project, project);
    sample_set(&row->measure, level == 0 ? "total" : "");
    g_ptr_array_add(table->rows, row);
}

static inline Table *sample_table(void)
{
    Table *table = table_new();
    sample_set(&table->form_table, "expenditure");
    sample_set(&table->title, "部门支出总体情况表");
    sample_set(&table->note, "本表无“空行”; DROP TABLE cell; -- '\"");
    table->page = 4;
    table->line = 2;
    table->unit = FEN_PER_YUAN;
    g_ptr_array_add(table->columns, column_new("合计", 1, DIRECTION_EXPENDITURE, FUND_ALL, "total"));
    g_ptr_array_add(table->columns, column_new("其中/基本支出", 2, DIRECTION_EXPENDITURE, FUND_GENERAL, "basic"));
    g_ptr_array_add(table->columns, column_new("", 3, DIRECTION_CARRYOVER, FUND_OWN, ""));
    /* The total stands last on some forms: a parent may come after its children. */
    sample_add_row(table, 2, 1, "201", "一般公共服务支出", "");
    sample_add_row(table, 0, 4, "201", "一般公共服务支出", "示例项目");
    sample_add_row(table, -1, 0, "", "合计", "");
    sample_set(&table_row(table, 1)->subject, "2080505");
    sample_add_cell(table, 0, 0, 1183050000, 10000, PROOF_UNIQUE, "");
    sample_add_cell(table, 0, 2, -300000, 100, PROOF_AMBIGUOUS, "合计|其中/基本支出");
    sample_add_cell(table, 1, 1, 0, 1, PROOF_GRID, "");
    sample_add_cell(table, 2, 0, G_MAXINT64, 1000000, PROOF_LIKELY, "");
    return table;
}

static inline Claim *sample_full_claim(void)
{
    Claim *claim = claim_new();
    claim->page = 9;
    claim->line = 21;
    sample_set(&claim->section, "五（三）");
    sample_set(&claim->subject, "行政运行");
    sample_set(&claim->code, "2011301");
    claim->direction = DIRECTION_EXPENDITURE;
    claim->fund = FUND_GENERAL;
    sample_set(&claim->measure, "basic");
    claim->has_amount = claim->has_share = claim->has_change = true;
    claim->has_growth = claim->has_base = claim->has_completion = true;
    claim->amount = (Amount){1183050000, 10000};
    claim->change = (Amount){-183050000, 100};
    claim->base = (Amount){1366100000, 1000};
    claim->share = (Rate){69580000, 10000};
    claim->growth = (Rate){-13390000, 1000};
    claim->completion = (Rate){100000000, 1000000};
    sample_set(&claim->share_of, "支出预算");
    claim->growth_bare = true;
    claim->against = AGAINST_THIS_BUDGET;
    claim->turn = TURN_DOWN;
    sample_set(&claim->turn_words, "减少|下降");
    sample_set(&claim->reason, "人员减少");
    sample_set(&claim->text, "行政运行支出……\n减少183.05万元。");
    return claim;
}

static inline void sample_add_particulars(Filing *filing)
{
    Staff *staff = g_new0(Staff, 1);
    *staff = (Staff){g_strdup("in-post"), 21, true, -2, 3, 4, g_strdup("在职21人，比上年减少2人")};
    g_ptr_array_add(filing->staff, staff);
    staff = g_new0(Staff, 1);
    *staff = (Staff){g_strdup("retired"), 0, false, 0, 3, 5, g_strdup("退休0人")};
    g_ptr_array_add(filing->staff, staff);
    Item *item = g_new0(Item, 1);
    *item = (Item){g_strdup("procurement.total"), g_strdup("政府采购"), true, {26200, 100}, 7, 8, g_strdup("采购")};
    g_ptr_array_add(filing->items, item);
    item = g_new0(Item, 1);
    *item = (Item){g_strdup("asset.vehicles"), g_strdup("车辆"), false, {3000000, 0}, 7, 9, g_strdup("车辆3辆")};
    g_ptr_array_add(filing->items, item);
    Target *target = g_new0(Target, 1);
    *target = (Target){g_strdup("数量指标"), g_strdup("活动"), g_strdup("＞=1 个"), true, 12500, 11, 1};
    g_ptr_array_add(filing->targets, target);
    target = g_new0(Target, 1);
    *target = (Target){g_strdup("质量指标"), g_strdup("合格率"), g_strdup("100%"), false, 0, 11, 2};
    g_ptr_array_add(filing->targets, target);
    PrintedName *name = g_new0(PrintedName, 1);
    *name = (PrintedName){g_strdup("虚构县文化馆"), g_strdup("编制部门"), 5, 3};
    g_ptr_array_add(filing->names, name);
    filing_add_doubt(filing, 4, 30, "部门支出总体情况表", "12.3.4", "不是数字");
    filing_add_evidence(filing, "department", "编制单位：虚构县图书馆", 1, 2);
    filing_add_evidence(filing, "year", "2024年部门预算", 1, 1);
}

/* The filing; another `bytes` text is another file. */
static inline Filing *sample_filing(const char *department, int year, const char *bytes)
{
    Filing *filing = filing_new();
    g_autofree char *sha256 = g_compute_checksum_for_string(G_CHECKSUM_SHA256, bytes, -1);
    sample_set(&filing->sha256, sha256);
    sample_set(&filing->file, "虚构-预算.txt");
    sample_set(&filing->encoding, "GB18030");
    sample_set(&filing->department, department);
    sample_set(&filing->form, "xinjiang-budget");
    sample_set(&filing->issued, "2024-02-20");
    filing->bytes = 43210;
    filing->fiscal_year = year;
    filing->kind = KIND_BUDGET;
    filing->scope = SCOPE_UNIT;
    g_ptr_array_add(filing->pages, g_strdup("第一页\n\n合计 1183.05\n"));
    g_ptr_array_add(filing->pages, g_strdup(""));
    g_ptr_array_add(filing->tables, sample_table());
    Table *missing = table_new();
    sample_set(&missing->title, "部门收入总体情况表");
    missing->state = TABLE_MISSING;
    g_ptr_array_add(filing->tables, missing);
    g_ptr_array_add(filing->claims, sample_full_claim());
    g_ptr_array_add(filing->claims, claim_new());
    Claim *times = claim_new();
    times->has_growth = times->growth_is_times = true;
    times->growth = (Rate){210000000, 10000000};
    times->turn = TURN_NEW;
    g_ptr_array_add(filing->claims, times);
    Sum *sum = sum_new(0);
    for (int part = 1; part <= 2; part++)
        g_array_append_val(sum->parts, part);
    g_ptr_array_add(filing->sums, sum);
    g_ptr_array_add(filing->sums, sum_new(2));
    sample_add_particulars(filing);
    return filing;
}

/* The same as the only one of its file, as the store takes it. The array frees it. */
static inline GPtrArray *sample_file(const char *department, int year, const char *bytes)
{
    GPtrArray *filings = g_ptr_array_new_with_free_func((GDestroyNotify)filing_free);
    g_ptr_array_add(filings, sample_filing(department, year, bytes));
    return filings;
}

#endif
