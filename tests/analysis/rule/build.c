/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/analysis/rule/build.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "history/form.h"
#include "history/series.h"

#define FORM "xinjiang-budget"
#define YEAR 2024

void build_set(char **field, const char *text)
{
    char *copy = g_strdup(text != NULL ? text : "");
    g_free(*field);
    *field = copy;
}

Amount build_amount(const char *text)
{
    Amount amount;
    if (!amount_from_text(text, FEN_PER_WAN_YUAN, &amount, NULL))
        ck_abort_msg("no amount: %s", text);
    return amount;
}

Rate build_rate(const char *text)
{
    Rate rate;
    if (!rate_from_text(text, RATE_PERCENT, &rate))
        ck_abort_msg("no rate: %s", text);
    return rate;
}

static Filing *filing_of_year(int year)
{
    Filing *filing = filing_new();
    filing->id = year;
    filing->fiscal_year = year;
    build_set(&filing->department, "虚构县图书馆");
    build_set(&filing->form, FORM);
    g_free(filing->file);
    filing->file = g_strdup_printf("虚构县图书馆-%d.txt", year);
    return filing;
}

Bench *bench_new(void)
{
    Bench *bench = g_new0(Bench, 1);
    bench->department = g_new0(Department, 1);
    bench->department->name = g_strdup("虚构县图书馆");
    bench->department->filings = g_ptr_array_new_with_free_func((GDestroyNotify)filing_free);
    bench->department->restated = g_ptr_array_new_with_free_func((GDestroyNotify)filing_free);
    bench->filing = bench_add_filing(bench, YEAR);
    bench->thresholds = thresholds_new(NULL);
    ck_assert_ptr_nonnull(bench->thresholds);
    bench->findings = g_ptr_array_new_with_free_func((GDestroyNotify)finding_free);
    return bench;
}

void bench_free(Bench *bench)
{
    department_free(bench->department);
    thresholds_free(bench->thresholds);
    peers_free(bench->peers);
    g_ptr_array_unref(bench->findings);
    g_free(bench);
}

Filing *bench_add_filing(Bench *bench, int year)
{
    Filing *filing = filing_of_year(year);
    g_ptr_array_add(bench->department->filings, filing);
    return filing;
}

Filing *bench_add_restated(Bench *bench)
{
    Filing *filing = filing_of_year(YEAR);
    build_set(&filing->file, "虚构县图书馆-先前.txt");
    g_ptr_array_add(bench->department->restated, filing);
    return filing;
}

void bench_run(Bench *bench, RuleCheck check)
{
    g_autoptr(Lineage) lineage = lineage_from_department(bench->department, bench->thresholds);
    g_autoptr(GPtrArray) series = series_from_filings(bench->department->filings, lineage);
    RuleContext context = {.department = bench->department, .filing = bench->filing, .lineage = lineage, .thresholds = bench->thresholds,
                           .findings = bench->findings, .series = series, .peers = bench->peers};
    check(&context);
    rule_context_clear(&context);
}

static gint compare_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

void bench_assert(const Bench *bench, const char *name, const char *expected)
{
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < bench->findings->len; i++) {
        const Finding *finding = g_ptr_array_index(bench->findings, i);
        const char *subject = finding->code[0] != '\0' ? finding->code : finding->subject;
        g_ptr_array_add(lines, g_strdup_printf("%s %s %s", finding->rule, severity_word(finding->severity), subject));
        if (finding->message[0] == '\0' || finding->evidence->len == 0)
            ck_abort_msg("%s: %s says nothing, or not where", name, finding->rule);
    }
    g_ptr_array_sort(lines, compare_text);
    g_ptr_array_add(lines, NULL);
    g_autofree char *found = g_strjoinv("\n", (char **)lines->pdata);
    if (!g_str_equal(found, expected))
        ck_abort_msg("%s: expected\n%s\nfound\n%s", name, expected, found);
}

const Finding *bench_only(const Bench *bench, const char *rule)
{
    const Finding *only = NULL;
    for (guint i = 0; i < bench->findings->len; i++) {
        const Finding *finding = g_ptr_array_index(bench->findings, i);
        if (!g_str_equal(finding->rule, rule))
            continue;
        if (only != NULL)
            ck_abort_msg("more than one finding of %s", rule);
        only = finding;
    }
    if (only == NULL)
        ck_abort_msg("no finding of %s", rule);
    return only;
}

Table *build_table(Filing *filing, const char *form_table)
{
    const FormTable *form = form_table_by_id(form_by_id(FORM), form_table);
    ck_assert_ptr_nonnull(form);
    Table *table = table_new();
    build_set(&table->form_table, form_table);
    build_set(&table->title, form->titles[0]);
    table->state = TABLE_READ;
    table->page = form->number + 1;
    table->line = 2;
    table->unit = FEN_PER_WAN_YUAN;
    for (int p = 0; p < form->part_count; p++)
        for (guint i = 0; i < form->parts[p]->columns->len; i++) {
            const Column *column = g_ptr_array_index(form->parts[p]->columns, i);
            g_ptr_array_add(table->columns, column_new(column->path, (int)table->columns->len + 1, column->direction,
                                                       column->fund, column->measure));
        }
    g_ptr_array_add(filing->tables, table);
    return table;
}

static void add_figures(Table *table, int row, int column, const char *figures)
{
    g_auto(GStrv) words = g_strsplit(figures, " ", -1);
    for (char **word = words; *word != NULL; word++, column++) {
        if (g_str_equal(*word, ".") || **word == '\0')
            continue;
        g_auto(GStrv) parts = g_strsplit(*word, "?", 2);
        bool ambiguous = parts[1] != NULL;
        ck_assert_int_lt(column, (int)table->columns->len);
        Cell cell = {row, column, build_amount(parts[0]), ambiguous ? PROOF_AMBIGUOUS : PROOF_UNIQUE, NULL};
        cell.alternatives = g_strdup(ambiguous ? table_column(table, atoi(parts[1]) - 1)->path : "");
        g_array_append_val(table->cells, cell);
    }
}

static int last_row_with(const Table *table, const char *code, gsize length, Direction side)
{
    for (guint i = table->rows->len; i > 0; i--) {
        const Row *row = table_row(table, (int)i - 1);
        if (row->side == side && strlen(row->code) == length && strncmp(row->code, code, length) == 0 &&
            row->project[0] == '\0')
            return (int)i - 1;
    }
    return -1;
}

static int add_row(Table *table, const char *code, const char *label, Direction side)
{
    gsize length = strlen(code);
    Row *row = row_new();
    row->side = side;
    row->parent = -1;
    row->level = length == 0 ? 0 : length <= 3 ? 1 : length <= 5 ? 2 : 3;
    if (length > 0)
        row->parent = last_row_with(table, code, length > 3 ? length - 2 : 0, side);
    build_set(&row->code, code);
    build_set(&row->label, label);
    build_set(&row->path, label);
    row->page = table->page;
    row->line = 10 + (int)table->rows->len;
    g_ptr_array_add(table->rows, row);
    return (int)table->rows->len - 1;
}

int build_row(Table *table, const char *code, const char *label, const char *figures)
{
    int row = add_row(table, code, label, DIRECTION_NONE);
    add_figures(table, row, 0, figures);
    return row;
}

int build_project(Table *table, int parent, const char *name, const char *figures)
{
    int row = add_row(table, "", name, DIRECTION_NONE);
    table_row(table, row)->parent = parent;
    table_row(table, row)->level = table_row(table, parent)->level + 1;
    build_set(&table_row(table, row)->project, table_row(table, parent)->code[0] != '\0' ? name : "");
    add_figures(table, row, 0, figures);
    return row;
}

static const FormTable *form_of(const Table *table)
{
    return form_table_by_id(form_by_id(FORM), table->form_table);
}

int build_line(Table *table, const char *label, const char *figure)
{
    guint from = 0;
    const FormTable *form = form_of(table);
    const FormLine *line = form_part_line(form->parts[0], label, &from);
    if (line == NULL)
        ck_abort_msg("the form has no line %s", label);
    int row = add_row(table, "", label, form->two_sided ? DIRECTION_REVENUE : DIRECTION_NONE);
    Row *made = table_row(table, row);
    made->level = line->level;
    /* The nearest row above that is one level up encloses it. */
    for (int i = row - 1; i >= 0 && made->parent < 0 && line->level > 0; i--)
        if (table_row(table, i)->side == made->side && table_row(table, i)->level == line->level - 1)
            made->parent = i;
    build_set(&made->measure, line->measure);
    made->direction = line->direction;
    made->fund = line->fund;
    add_figures(table, row, 0, figure);
    return row;
}

int build_right_row(Table *table, const char *code, const char *label, const char *figures)
{
    int row = add_row(table, code, label, DIRECTION_EXPENDITURE);
    add_figures(table, row, (int)form_of(table)->parts[0]->columns->len, figures);
    return row;
}

static bool put_amount(const char *text, Amount *amount)
{
    if (text != NULL)
        *amount = build_amount(text);
    return text != NULL;
}

static bool put_rate(const char *text, Rate *rate)
{
    if (text != NULL)
        *rate = build_rate(text);
    return text != NULL;
}

Claim *build_claim(Filing *filing, Sentence sentence)
{
    Claim *claim = claim_new();
    bool has_code = sentence.code != NULL;
    build_set(&claim->subject, sentence.subject);
    build_set(&claim->code, sentence.code);
    build_set(&claim->measure, sentence.measure != NULL ? sentence.measure : has_code ? "total" : "");
    build_set(&claim->section, sentence.section != NULL ? sentence.section : "五（三）");
    build_set(&claim->share_of, sentence.share_of);
    build_set(&claim->turn_words, sentence.turn_words);
    build_set(&claim->reason, sentence.reason);
    build_set(&claim->text, sentence.text != NULL ? sentence.text : sentence.subject);
    claim->page = 20;
    claim->line = 1 + (int)filing->claims->len;
    claim->direction = sentence.direction != DIRECTION_NONE ? sentence.direction : DIRECTION_EXPENDITURE;
    claim->fund = has_code && sentence.fund == FUND_ALL ? FUND_GENERAL : sentence.fund;
    claim->has_amount = put_amount(sentence.amount, &claim->amount);
    claim->has_change = put_amount(sentence.change, &claim->change);
    claim->has_base = put_amount(sentence.base, &claim->base);
    claim->has_share = put_rate(sentence.share, &claim->share);
    claim->has_growth = put_rate(sentence.growth, &claim->growth);
    claim->has_completion = put_rate(sentence.completion, &claim->completion);
    if (sentence.times)
        ck_assert(rate_from_text(sentence.growth, 100 * RATE_PERCENT, &claim->growth));
    claim->growth_is_times = sentence.times;
    claim->growth_bare = sentence.bare;
    bool compares = claim->has_change || claim->has_growth || sentence.turn != TURN_NONE;
    claim->against = sentence.against != AGAINST_NOTHING ? sentence.against
                     : compares                          ? AGAINST_LAST_BUDGET
                                                         : AGAINST_NOTHING;
    claim->turn = sentence.turn;
    if (sentence.turn == TURN_NONE && claim->has_change)
        claim->turn = claim->change.fen > 0 ? TURN_UP : claim->change.fen < 0 ? TURN_DOWN : TURN_SAME;
    g_ptr_array_add(filing->claims, claim);
    return claim;
}

void build_sum(Filing *filing, int whole, int count)
{
    Sum *sum = sum_new(whole);
    for (int i = 1; i <= count; i++) {
        int part = whole + i;
        g_array_append_val(sum->parts, part);
    }
    g_ptr_array_add(filing->sums, sum);
}

void build_staff(Filing *filing, const char *kind, gint64 count, gint64 change)
{
    Staff *staff = g_new0(Staff, 1);
    staff->kind = g_strdup(kind);
    staff->count = count;
    staff->has_change = true;
    staff->change = change;
    staff->text = g_strdup(kind);
    g_ptr_array_add(filing->staff, staff);
}

void build_target(Filing *filing, const char *name, const char *weight)
{
    Target *target = g_new0(Target, 1);
    target->kind = g_strdup("数量指标");
    target->name = g_strdup(name);
    target->value = g_strdup(">=1个");
    Amount thousandths;
    target->has_weight = weight != NULL && amount_from_text(weight, 1000, &thousandths, NULL);
    target->weight = target->has_weight ? thousandths.fen : 0;
    g_ptr_array_add(filing->targets, target);
}

void build_item(Filing *filing, const char *kind, const char *amount)
{
    Item *item = g_new0(Item, 1);
    item->kind = g_strdup(kind);
    item->label = g_strdup(kind);
    item->is_money = !g_str_equal(kind, "target.reserve");
    /* Points are kept in thousandths, money in fen. */
    if (!amount_from_text(amount, item->is_money ? FEN_PER_WAN_YUAN : 1000, &item->amount, NULL))
        ck_abort_msg("no amount: %s", amount);
    item->text = g_strdup(kind);
    g_ptr_array_add(filing->items, item);
}

void build_name(Filing *filing, const char *where, const char *text)
{
    PrintedName *name = g_new0(PrintedName, 1);
    name->where = g_strdup(where);
    name->name = g_strdup(text);
    g_ptr_array_add(filing->names, name);
}

void build_total(Filing *filing, const char *total)
{
    Table *table = build_table(filing, "expenditure");
    build_row(table, "", "总计", total);
}

Table *build_figure(Filing *filing, Quantity quantity, const char *figure)
{
    Table *table = table_new();
    build_set(&table->title, "虚构表");
    table->state = TABLE_READ;
    table->page = 5;
    table->unit = FEN_PER_WAN_YUAN;
    for (int i = 0; i < 2; i++)
        g_ptr_array_add(table->columns, column_new(i == 0 ? "金额" : "其他", i + 1, quantity.direction, quantity.fund,
                                                   i == 0 ? quantity.measure : ""));
    g_ptr_array_add(filing->tables, table);
    build_row(table, quantity.code, quantity.measure, figure);
    return table;
}
