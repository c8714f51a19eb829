/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the filing tells beside its money tables: people, performance targets, procurement and assets.
 */
#include "analysis/report/sections.h"
#include "schema/language.h"

static const struct {
    const char *kind, *zh, *en;
} staff_kinds[] = {
    {"posts", "编制", "posts"},     {"present", "实有人数", "present"},       {"in-post", "在职", "in post"},
    {"retired", "退休", "retired"}, {"veterans", "离休", "retired veterans"},
};

static const char *staff_name(const char *kind)
{
    for (guint i = 0; i < G_N_ELEMENTS(staff_kinds); i++)
        if (g_str_equal(staff_kinds[i].kind, kind))
            return say(staff_kinds[i].zh, staff_kinds[i].en);
    return kind;
}

static Prose *change_of_staff(const Staff *kind)
{
    if (!kind->has_change)
        return prose_new(NULL);
    return kind->change == 0 ? prose_new("0") : prose_printf("%+" G_GINT64_FORMAT, kind->change);
}

void section_staff(Report *report, Blocks *blocks)
{
    blocks_heading(blocks, 2, "staff", say("人员", "Staff"));
    ReportTable *table = report_table_new("staff-table", say("编制和人员", "Posts and people"));
    report_table_column(table, COLUMN_NAME, say("类别", "Kind"));
    report_table_column(table, COLUMN_NUMBER, say("人数", "Number"));
    report_table_column(table, COLUMN_NUMBER, say("所述增减", "Stated change"));
    report_table_column(table, COLUMN_TEXT, say("位置", "Place"));
    const GPtrArray *staff = report->view->filing->staff;
    for (guint i = 0; i < staff->len; i++) {
        const Staff *kind = g_ptr_array_index(staff, i);
        report_table_row(table, 0);
        report_table_cell(table, staff_name(kind->kind));
        report_table_count(table, kind->count);
        report_table_prose(table, change_of_staff(kind));
        report_table_prose(table, page_link(report, kind->page, kind->line, kind->text));
    }
    blocks_table(blocks, table);
    if (staff->len == 0)
        blocks_say(blocks, TONE_PLAIN, say("没有读到人员数字。", "No head counts were read."));
}

static char *weight_text(gint64 thousandths)
{
    return thousandths % 1000 == 0
               ? g_strdup_printf("%" G_GINT64_FORMAT, thousandths / 1000)
               : g_strdup_printf("%" G_GINT64_FORMAT ".%03d", thousandths / 1000, (int)(ABS(thousandths) % 1000));
}

void section_targets(Report *report, Blocks *blocks)
{
    blocks_heading(blocks, 2, "targets", say("绩效目标", "Performance targets"));
    ReportTable *table = report_table_new("targets-table", say("指标和分值权重", "Targets and their weights"));
    report_table_column(table, COLUMN_NAME, say("指标", "Target"));
    report_table_column(table, COLUMN_TEXT, say("类别", "Kind"));
    report_table_column(table, COLUMN_TEXT, say("指标值", "Value"));
    report_table_column(table, COLUMN_NUMBER, say("权重", "Weight"));
    report_table_column(table, COLUMN_TEXT, say("位置", "Place"));
    const GPtrArray *targets = report->view->filing->targets;
    gint64 sum = 0;
    guint weighted = 0;
    for (guint i = 0; i < targets->len; i++) {
        const Target *target = g_ptr_array_index(targets, i);
        g_autofree char *weight = target->has_weight ? weight_text(target->weight) : g_strdup("");
        report_table_row(table, 0);
        report_table_cell(table, target->name);
        report_table_cell(table, target->kind);
        report_table_cell(table, target->value);
        report_table_cell(table, weight);
        report_table_prose(table, page_link(report, target->page, target->line, target->name));
        sum += target->has_weight ? target->weight : 0;
        weighted += target->has_weight;
    }
    if (weighted > 0) {
        g_autofree char *total = weight_text(sum);
        report_table_total_row(table);
        report_table_cell(table, say("权重合计", "Sum of weights"));
        report_table_blank(table);
        report_table_blank(table);
        report_table_cell(table, total);
    }
    blocks_table(blocks, table);
    if (targets->len == 0)
        blocks_say(blocks, TONE_PLAIN, say("没有读到绩效指标。", "No targets were read."));
}

/* How many there are and what they are worth are printed in one sentence: one row. */
static bool items_belong_together(const Item *count, const Item *value)
{
    return !count->is_money && value->is_money && g_str_equal(count->label, value->label) && count->page == value->page;
}

static void item_row(const Report *report, ReportTable *table, const Item *count, const Item *value)
{
    const Item *item = count != NULL ? count : value;
    g_autofree char *number = count != NULL ? amount_to_text(count->amount) : g_strdup("");
    g_autofree char *worth = value != NULL ? amount_to_display(value->amount) : g_strdup("");
    report_table_row(table, 0);
    report_table_cell(table, item->label[0] != '\0' ? item->label : item->kind);
    report_table_cell(table, number);
    report_table_cell(table, worth);
    report_table_prose(table, page_link(report, item->page, item->line, item->text));
}

void section_items(Report *report, Blocks *blocks)
{
    const GPtrArray *items = report->view->filing->items;
    if (items->len == 0)
        return;
    blocks_heading(blocks, 2, "items", say("采购、资产和其他", "Procurement, assets and others"));
    ReportTable *table = report_table_new("items-table", say("说明中的其他数字", "Other figures in the text"));
    report_table_column(table, COLUMN_NAME, say("项目", "Item"));
    report_table_column(table, COLUMN_NUMBER, say("数量", "Number"));
    report_table_column(table, COLUMN_NUMBER, say("金额（万元）", "Amount"));
    report_table_column(table, COLUMN_TEXT, say("位置", "Place"));
    for (guint i = 0; i < items->len; i++) {
        const Item *item = g_ptr_array_index(items, i);
        const Item *next = i + 1 < items->len ? g_ptr_array_index(items, i + 1) : NULL;
        bool pair = next != NULL && items_belong_together(item, next);
        item_row(report, table, item->is_money ? NULL : item, pair ? next : item->is_money ? item : NULL);
        i += pair;
    }
    blocks_table(blocks, table);
}
