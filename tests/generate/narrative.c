/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/generate/narrative.h"

#include <string.h>

#include "tests/generate/claim.h"
#include "tests/generate/reasons.h"

static void paragraph_free(gpointer data)
{
    Paragraph *paragraph = data;
    g_free(paragraph->text);
    if (paragraph->claim) {
        g_free(paragraph->claim->subject);
        g_free(paragraph->claim->lead);
        g_free(paragraph->claim->reason);
        g_free(paragraph->claim->share);
        g_free(paragraph->claim->growth);
        g_free(paragraph->claim);
    }
    g_free(paragraph);
}

void narrative_free(Narrative *narrative)
{
    if (!narrative)
        return;
    g_ptr_array_unref(narrative->paragraphs);
    g_free(narrative);
}

static void add(Narrative *narrative, ParagraphKind kind, char *text, Claim *claim)
{
    Paragraph *paragraph = g_new0(Paragraph, 1);
    *paragraph = (Paragraph){kind, text, claim};
    g_ptr_array_add(narrative->paragraphs, paragraph);
}

void narrative_part(Narrative *narrative, const char *text)
{
    add(narrative, PARAGRAPH_PART, g_strdup(text), NULL);
}

void narrative_heading(Narrative *narrative, const char *text)
{
    add(narrative, PARAGRAPH_HEADING, g_strdup(text), NULL);
}

void narrative_section(Narrative *narrative, const Model *model, const char *number,
                       const char *about)
{
    g_autofree char *heading =
        g_strdup_printf("%s、关于%s%d年%s", number, model->department, model->year, about);
    narrative_heading(narrative, heading);
}

void narrative_text(Narrative *narrative, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    add(narrative, PARAGRAPH_TEXT, g_strdup_vprintf(format, values), NULL);
    va_end(values);
}

Claim *narrative_claim(Narrative *narrative, const Model *model, const char *section,
                       const char *subject, const char *lead, gint64 now, gint64 base)
{
    Claim *claim = g_new0(Claim, 1);
    claim->section = section;
    claim->subject = g_strdup(subject);
    claim->lead = g_strdup(lead);
    claim->now = now;
    claim->base = base;
    claim->states_change = true;
    claim->reason = g_strdup("");
    claim->wording = model->style.wording + (int)narrative->paragraphs->len;
    add(narrative, PARAGRAPH_CLAIM, NULL, claim);
    return claim;
}

static void give_reason(Claim *claim, const Model *model, ReasonKind kind, const char *word)
{
    g_free(claim->reason);
    claim->reason = reason_write(model, kind, word, claim->now, claim->base);
}

/* Section 二: each fund, with its share of all revenue. */
static void add_funds(Narrative *narrative, const Model *model)
{
    static const struct {
        Fund fund;
        const char *name;
        const char *word; /* what the reason speaks of */
    } FUNDS[] = {{FUND_GENERAL, "一般公共预算", "本级资金"},
                 {FUND_GENERAL_ABOVE, "上级一般公共预算安排的转移支付", "上级补助"},
                 {FUND_GOVERNMENT, "政府性基金预算", "基金"},
                 {FUND_GOVERNMENT_ABOVE, "上级政府性基金安排的转移支付", "上级基金补助"},
                 {FUND_CAPITAL, "国有资本经营预算", "资本经营收益"},
                 {FUND_CAPITAL_ABOVE, "上级国有资本经营预算安排的转移支付", "上级资本经营补助"},
                 {FUND_SPECIAL, "财政专户", "教育收费"},
                 {FUND_OWN, "单位资金", "自有资金"},
                 {FUND_CARRIED, "财政拨款结转", "结转项目"},
                 {FUND_CARRIED_OTHER, "非财政拨款结转结余", "结余资金"}};
    gint64 total = model_sum(model, THIS_YEAR, "", FUNDS_ALL, USES_ALL);
    for (gsize i = 0; i < G_N_ELEMENTS(FUNDS); i++) {
        gint64 now = model_sum(model, THIS_YEAR, "", ONLY(FUNDS[i].fund), USES_ALL);
        gint64 base = model_sum(model, LAST_YEAR, "", ONLY(FUNDS[i].fund), USES_ALL);
        if (now == 0 && base == 0 && chance(model->rand, 70)) {
            narrative_text(narrative, "%s未安排。", FUNDS[i].name);
            continue;
        }
        Claim *claim =
            narrative_claim(narrative, model, "二", FUNDS[i].name, FUNDS[i].name, now, base);
        claim->whole = total;
        bool carried = (ONLY(FUNDS[i].fund) & FUNDS_CARRIED) != 0;
        ReasonKind kind = carried ? REASON_CARRIED : REASON_REVENUE;
        give_reason(claim, model, kind, FUNDS[i].word);
    }
}

/* Sections 三 and 五（一）: basic and project expenditure, of all money or of the general budget. */
static void add_uses(Narrative *narrative, const Model *model, const char *section, guint funds,
                     gint64 whole)
{
    static const struct {
        guint uses;
        const char *name;
        const char *word;
        ReasonKind kind;
    } USES[] = {{USES_BASIC, "基本支出", "人员和公用经费", REASON_BASIC},
                {USES_PROJECT, "项目支出", "专项任务", REASON_PROJECT}};
    for (gsize i = 0; i < G_N_ELEMENTS(USES); i++) {
        gint64 now = model_sum(model, THIS_YEAR, "", funds, USES[i].uses);
        gint64 base = model_sum(model, LAST_YEAR, "", funds, USES[i].uses);
        Claim *claim =
            narrative_claim(narrative, model, section, USES[i].name, USES[i].name, now, base);
        claim->whole = whole;
        give_reason(claim, model, USES[i].kind, USES[i].word);
    }
}

static void add_structure(Narrative *narrative, const Model *model)
{
    gint64 general = model_sum(model, THIS_YEAR, "", FUNDS_GENERAL, USES_ALL);
    int number = 0;
    narrative_heading(narrative, "（二）一般公共预算当年拨款结构情况");
    for (const Subject *subject = catalogue_classes; subject->code; subject++) {
        gint64 now = model_sum(model, THIS_YEAR, subject->code, FUNDS_GENERAL, USES_ALL);
        if (now == 0)
            continue;
        g_autofree char *lead = g_strdup_printf("%d.%s（类）", ++number, subject->name);
        Claim *claim = narrative_claim(narrative, model, "五（二）", subject->code, lead, now, now);
        claim->whole = general;
        claim->states_change = false;
    }
}

/* What the reason for an item speaks of: the contribution, or the first of its projects. */
static const char *word_of_item(const Model *model, const char *code, ReasonKind *kind)
{
    static const struct {
        const char *code, *word;
        ReasonKind kind;
    } WORDS[] = {{"2080501", "退休费", REASON_RETIREES},
                 {"2080505", "养老保险缴费", REASON_INSURANCE},
                 {"2080506", "职业年金缴费", REASON_INSURANCE},
                 {"2101101", "医疗保险缴费", REASON_INSURANCE},
                 {"2101103", "公务员医疗补助缴费", REASON_INSURANCE},
                 {"2210201", "公积金缴存", REASON_INSURANCE}};
    for (gsize i = 0; i < G_N_ELEMENTS(WORDS); i++)
        if (g_str_equal(code, WORDS[i].code)) {
            *kind = WORDS[i].kind;
            return WORDS[i].word;
        }
    *kind = g_str_equal(code, model->family->running) ? REASON_BASIC : REASON_PROJECT;
    for (guint i = 0; i < model->projects->len && *kind == REASON_PROJECT; i++) {
        const Project *project = model->projects->pdata[i];
        if (g_str_equal(project->code, code))
            return project->name;
    }
    return "工资性支出";
}

/* A stated move names the other side, in full, and the amount that leaves. */
static char *move_reason(const Model *model, bool leaves)
{
    const char *other = leaves ? model->moved_to : model->moved_from;
    g_autofree char *class_code = g_strndup(other, 3), *group_code = g_strndup(other, 5);
    g_autofree char *amount = amount_in_text(model->moved, &model->style);
    g_autofree char *name = g_strdup_printf("%s（类）%s（款）%s（项）", catalogue_name(class_code),
                                            catalogue_name(group_code), catalogue_name(other));
    if (leaves)
        return g_strdup_printf("%s万元调整至%s科目", amount, name);
    return g_strdup_printf("该项资金上年列在%s科目，本年调整至本科目", name);
}

static void add_items(Narrative *narrative, const Model *model)
{
    int number = 0;
    narrative_heading(narrative, "（三）一般公共预算当年拨款具体使用情况");
    for (guint i = 0; i < model->items->len; i++) {
        const char *code = ((const Item *)model->items->pdata[i])->code;
        gint64 now = model_sum(model, THIS_YEAR, code, FUNDS_GENERAL, USES_ALL);
        gint64 base = model_sum(model, LAST_YEAR, code, FUNDS_GENERAL, USES_ALL);
        if (now == 0)
            continue;
        g_autofree char *class_code = g_strndup(code, 3), *group_code = g_strndup(code, 5);
        g_autofree char *lead = g_strdup_printf(
            "%d.%s（类）%s（款）%s（项）：%d年预算数为", ++number, catalogue_name(class_code),
            catalogue_name(group_code), catalogue_name(code), model->year);
        Claim *claim = narrative_claim(narrative, model, "五（三）", code, lead, now, base);
        ReasonKind kind;
        const char *word = word_of_item(model, code, &kind);
        bool leaves = g_strcmp0(code, model->moved_from) == 0;
        if (leaves || g_strcmp0(code, model->moved_to) == 0) {
            g_free(claim->reason);
            claim->reason = move_reason(model, leaves);
        } else {
            give_reason(claim, model, kind, word);
        }
    }
}

/* Sections 一 to 四: all money, by fund, by use, and what of it is fiscal. */
static void add_totals(Narrative *narrative, const Model *model, const NarrativeTwists *twists)
{
    const Style *style = &model->style;
    gint64 total = model_sum(model, THIS_YEAR, "", FUNDS_ALL, USES_ALL);
    g_autofree char *all = amount_in_text(total, style);
    g_autofree char *first = amount_in_text(total + twists->total_extra, style);
    if (twists->total_extra != 0 || chance(model->rand, 85)) {
        narrative_section(narrative, model, "一", "收支预算情况总体说明");
        narrative_text(narrative, "本部门收入和支出都编入预算，收支总预算%s万元。", first);
    }
    narrative_section(narrative, model, "二", "收入预算情况说明");
    narrative_text(narrative, "部门收入预算%s万元，其中：", all);
    add_funds(narrative, model);
    narrative_section(narrative, model, "三", "支出预算情况说明");
    narrative_text(narrative, "部门支出预算%s万元，其中：", all);
    add_uses(narrative, model, "三", FUNDS_ALL, total);
}

static void add_fiscal(Narrative *narrative, const Model *model)
{
    gint64 fiscal = model_sum(model, THIS_YEAR, "", FUNDS_FISCAL, USES_ALL);
    gint64 general = model_sum(model, THIS_YEAR, "", FUNDS_GENERAL, USES_ALL);
    g_autofree char *all = amount_in_text(fiscal, &model->style);
    g_autofree char *part = amount_in_text(general, &model->style);
    if (chance(model->rand, 80)) {
        narrative_section(narrative, model, "四", "财政拨款收支预算情况的总体说明");
        narrative_text(narrative, "财政拨款收支总预算%s万元，其中一般公共预算拨款%s万元。", all, part);
    }
    narrative_section(narrative, model, "五", "一般公共预算当年拨款情况说明");
    narrative_heading(narrative, "（一）一般公共预算当年拨款规模变化情况");
    narrative_text(narrative, "一般公共预算当年拨款%s万元，其中：", part);
    add_uses(narrative, model, "五（一）", FUNDS_GENERAL, 0);
    add_structure(narrative, model);
    add_items(narrative, model);
}

Narrative *narrative_from_model(const Model *model, const NarrativeTwists *twists)
{
    Narrative *narrative = g_new0(Narrative, 1);
    narrative->paragraphs = g_ptr_array_new_with_free_func(paragraph_free);
    g_autofree char *part = g_strdup_printf("第三部分 %d年部门预算情况说明", model->year);
    narrative_add_opening(narrative, model);
    narrative_part(narrative, part);
    add_totals(narrative, model, twists);
    add_fiscal(narrative, model);
    narrative_add_rest(narrative, model, twists);
    return narrative;
}

Claim *narrative_find(const Narrative *narrative, const char *section, const char *subject)
{
    for (guint i = 0; i < narrative->paragraphs->len; i++) {
        const Paragraph *paragraph = narrative->paragraphs->pdata[i];
        Claim *claim = paragraph->claim;
        if (claim && g_str_equal(claim->section, section) && g_str_equal(claim->subject, subject))
            return claim;
    }
    return NULL;
}

guint narrative_opening_length(const Narrative *narrative)
{
    guint at = 1;
    while (((const Paragraph *)narrative->paragraphs->pdata[at])->kind != PARAGRAPH_PART)
        at++;
    return at;
}

void narrative_print(const Narrative *narrative, guint from, guint to, const Model *model,
                     Paper *paper, Truth *truth)
{
    g_autoptr(GString) pending = g_string_new(NULL);
    for (guint i = from; i < to; i++) {
        const Paragraph *paragraph = narrative->paragraphs->pdata[i];
        if (paragraph->kind == PARAGRAPH_PART)
            paper_new_page(paper);
        if (paragraph->kind == PARAGRAPH_PART || paragraph->kind == PARAGRAPH_HEADING) {
            paper_heading(paper, paragraph->text);
        } else if (paragraph->kind == PARAGRAPH_TEXT) {
            paper_paragraph(paper, paragraph->text);
        } else {
            g_autofree char *sentence = claim_print(paragraph->claim, &model->style, truth);
            g_string_append_printf(pending, "%s%s", sentence,
                                   paragraph->claim->joined ? "；" : "。");
        }
        if (pending->len > 0 && !paragraph->claim->joined) {
            paper_paragraph(paper, pending->str);
            g_string_truncate(pending, 0);
        }
    }
}
