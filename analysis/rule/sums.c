/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sum.columns, sum.children, sum.total, balance: what must hold inside a table. */
#include "analysis/rule/sums.h"

#include "analysis/rule/catalogue.h"
#include "analysis/rule/raise.h"
#include "history/form.h"
#include "history/plain.h"
#include "schema/language.h"

/* Where the columns of a side begin in the table. */
static int first_column(const FormTable *form_table, Direction side)
{
    return form_table_first_column(form_table, form_table_part(form_table, side));
}

/* "279.47 + 0.05 = 279.52" of the parts that are printed. */
static char *addition(const Amount *parts, guint count)
{
    GString *text = g_string_new(NULL);
    Amount sum = {0, 0};
    for (guint i = 0; i < count; i++) {
        g_autofree char *figure = amount_to_display(parts[i]);
        g_string_append_printf(text, "%s%s", i > 0 ? " + " : "", figure);
        amount_add(sum, parts[i], &sum);
    }
    g_autofree char *total = amount_to_display(sum);
    if (count != 1)
        g_string_append_printf(text, " = %s", total);
    return g_string_free(text, FALSE);
}

static void say_sum(Finding *finding, Place place, const GArray *parts, gint64 gap, const char *what)
{
    g_autofree char *title = place_title(place);
    g_autofree char *total = amount_to_display(place.cell->amount);
    g_autofree char *sum = addition((const Amount *)(void *)parts->data, parts->len);
    Amount difference = {gap, place.cell->amount.step};
    g_autofree char *gap_text = amount_to_display(difference);
    g_autofree char *size = amount_to_display((Amount){ABS(gap), difference.step});
    raise_amount(finding, difference);
    raise_say(finding,
              g_strdup_printf(say("%s 印为 %s，%s：%s，相差 %s，超出四舍五入的范围",
                                  "%s is printed as %s; %s: %s, a difference of %s, more than rounding allows"),
                              title, total, what, sum, gap_text),
              g_strdup_printf(say("%s的 %s 与其各项之和相差 %s 万元，哪个数字有误？",
                                  "%s: %s differs from the sum of its parts by %s (万元). Which figure is wrong?"),
                              title, total, size));
}

/* The columns where a cell stands or may stand: bit i is the column first + i. */
static guint32 columns_of_cell(const Table *table, const Cell *cell, int first)
{
    guint32 columns = 0;
    g_auto(GStrv) others = g_strsplit(cell->alternatives, "|", -1);
    for (int i = 0; i < FORM_COLUMNS_MAX && first + i < (int)table->columns->len; i++)
        if (first + i == cell->column ||
            g_strv_contains((const char *const *)others, table_column(table, first + i)->path))
            columns |= 1u << i;
    return columns;
}

/* A figure that is one of the parts, whichever column it stands in, adds the same to their sum. */
static bool identity_is_certain(const Table *table, int row, int first, const RowIdentity *identity)
{
    guint32 all = identity->parts | 1u << identity->total;
    for (guint i = 0; i < table->cells->len; i++) {
        const Cell *cell = &g_array_index(table->cells, Cell, i);
        if (cell->row != row || cell->proof != PROOF_AMBIGUOUS)
            continue;
        guint32 columns = columns_of_cell(table, cell, first);
        if ((columns & all) != 0 && (columns & ~identity->parts) != 0)
            return false;
    }
    return true;
}

/* True when the table prints some figure in one of the columns: a form's column that a filing leaves out is no part. */
static bool prints_columns(const Table *table, int first, guint32 columns)
{
    for (guint i = 0; i < table->cells->len; i++) {
        int column = g_array_index(table->cells, Cell, i).column - first;
        if (column >= 0 && column < FORM_COLUMNS_MAX && (columns & 1u << column) != 0)
            return true;
    }
    return false;
}

/* A column that the form does not know may hold what the others lack. */
static bool unknown_column_explains(const Table *table, int row, int known, gint64 gap, gint64 slack)
{
    gint64 sum = 0;
    for (guint i = 0; i < table->cells->len; i++) {
        const Cell *cell = &g_array_index(table->cells, Cell, i);
        if (cell->row != row || cell->column < known)
            continue;
        sum += cell->amount.fen;
        if (ABS(cell->amount.fen - gap) <= slack)
            return true;
    }
    return sum != 0 && ABS(sum - gap) <= slack;
}

/*
 * A line that the form does not know may hold what the named ones lack, or hold them: nothing tells whether it stands beside
 * or above them.
 */
static bool unknown_line_explains(const Table *table, const FormPart *part, const Cell *total, gint64 gap, gint64 slack)
{
    gint64 sum = 0;
    for (guint i = 0; part->rows == ROWS_LABELS && i < table->cells->len; i++) {
        const Cell *cell = &g_array_index(table->cells, Cell, i);
        const Row *row = table_row(table, cell->row);
        if (cell->column != total->column || cell->row == total->row || row->measure[0] != '\0' || row->code[0] != '\0' ||
            row->side != table_row(table, total->row)->side)
            continue;
        sum += cell->amount.fen;
        if (ABS(cell->amount.fen - ABS(gap)) <= slack)
            return true;
    }
    return sum != 0 && ABS(sum - ABS(gap)) <= slack;
}

/* A figure of the row that could not be read (the doubt is the figure itself) may be what is missing. */
static bool row_is_doubtful(const Filing *filing, const Row *row)
{
    for (guint i = 0; i < filing->doubts->len; i++) {
        const Doubt *doubt = g_ptr_array_index(filing->doubts, i);
        if (doubt->page == row->page && doubt->line == row->line && doubt->text[0] != '\0' && !has_chinese(doubt->text))
            return true;
    }
    return false;
}

/* What a sum came to; parts are the printed amounts that were added. */
typedef struct {
    const Cell *total;
    GArray *parts; /* Amount */
    gint64 gap;
    Verdict verdict;
} Judged;

static void judged_clear(Judged *judged)
{
    g_clear_pointer(&judged->parts, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Judged, judged_clear)

/* False when nothing certain can be said. */
static bool judge_identity(const Filing *filing, const Table *table, int row, int first, int known, const RowIdentity *identity,
                           Judged *judged)
{
    judged->parts = g_array_new(FALSE, FALSE, sizeof(Amount));
    judged->total = table_cell(table, row, first + identity->total);
    if (judged->total == NULL || !identity_is_certain(table, row, first, identity) ||
        !prints_columns(table, first, identity->parts) || row_is_doubtful(filing, table_row(table, row)))
        return false;
    for (int column = 0; column < FORM_COLUMNS_MAX; column++) {
        const Cell *part = identity->parts & (1u << column) ? table_cell(table, row, first + column) : NULL;
        if (part != NULL)
            g_array_append_val(judged->parts, part->amount);
    }
    Amount total = judged->total->amount;
    judged->verdict = verdict_of_sum((const Amount *)(void *)judged->parts->data, judged->parts->len, total, &judged->gap);
    return judged->verdict != VERDICT_IMPOSSIBLE ||
           !unknown_column_explains(table, row, known, judged->gap, total.step * (gint64)(judged->parts->len + 1));
}

static void check_identity(RuleContext *context, const Table *table, int row, int first, int known, const RowIdentity *identity)
{
    g_auto(Judged) judged = {0};
    if (!judge_identity(context->filing, table, row, first, known, identity, &judged) || judged.verdict != VERDICT_IMPOSSIBLE)
        return;
    const Cell *total = judged.total;
    Place place = {table, total};
    Finding *finding = raise_on_place(context, "sum.columns", SEVERITY_ERROR, place);
    for (int column = 0; column < FORM_COLUMNS_MAX; column++) {
        const Cell *part = identity->parts & (1u << column) ? table_cell(table, row, first + column) : NULL;
        if (part != NULL)
            raise_add_place(context, finding, (Place){table, part});
    }
    say_sum(finding, place, judged.parts, judged.gap, say("各栏之和", "its columns add up"));
}

static void check_columns(RuleContext *context, const Table *table, const FormTable *form_table)
{
    for (guint row = 0; row < table->rows->len; row++) {
        Direction side = table_row(table, (int)row)->side;
        const FormPart *part = form_table_part(form_table, side);
        for (guint i = 0; i < part->identities->len; i++)
            check_identity(context, table, (int)row, first_column(form_table, side), form_table_columns(form_table),
                           &g_array_index(part->identities, RowIdentity, i));
    }
}

/* The children's figures in a column; false when one of them is not certain. */
static bool children_in_column(const Filing *filing, const Table *table, int parent, int column, GArray *parts,
                               GArray *cells, bool *any_row)
{
    *any_row = false;
    for (guint row = 0; row < table->rows->len; row++) {
        if (table_row(table, (int)row)->parent != parent)
            continue;
        *any_row = true;
        if (!table_place_is_certain(table, (int)row, column) || row_is_doubtful(filing, table_row(table, (int)row)))
            return false;
        const Cell *cell = table_cell(table, (int)row, column);
        if (cell != NULL) {
            g_array_append_val(parts, cell->amount);
            g_array_append_val(cells, cell);
        }
    }
    return true;
}

/* The same for a row's children in one column; `cells` takes theirs. */
static bool judge_children(const Filing *filing, const Table *table, const FormPart *part, int row, int column, GArray *cells,
                           Judged *judged)
{
    bool any_row = false;
    judged->parts = g_array_new(FALSE, FALSE, sizeof(Amount));
    judged->total = table_cell(table, row, column);
    if (judged->total == NULL || !table_place_is_certain(table, row, column))
        return false;
    bool certain = children_in_column(filing, table, row, column, judged->parts, cells, &any_row);
    /* 其中 need not be filled in; coded children and the top level must be. */
    bool owed = any_row && (judged->parts->len > 0 || (part->rows != ROWS_LABELS && judged->total->amount.fen != 0));
    if (!certain || !owed)
        return false;
    judged->verdict = verdict_of_sum((const Amount *)(void *)judged->parts->data, judged->parts->len, judged->total->amount,
                                     &judged->gap);
    gint64 slack = judged->total->amount.step * (gint64)(judged->parts->len + 1);
    return judged->verdict != VERDICT_IMPOSSIBLE || part->lines->len == 0 ||
           !unknown_line_explains(table, part, judged->total, judged->gap, slack);
}

static void check_children(RuleContext *context, const Table *table, const FormTable *form_table, int row)
{
    const Row *parent = table_row(table, row);
    const FormPart *part = form_table_part(form_table, parent->side);
    Finding *told = NULL;
    for (int column = 0; column < form_table_columns(form_table); column++) {
        g_autoptr(GArray) cells = g_array_new(FALSE, FALSE, sizeof(const Cell *));
        g_auto(Judged) judged = {0};
        if (!judge_children(context->filing, table, part, row, column, cells, &judged) || judged.verdict != VERDICT_IMPOSSIBLE)
            continue;
        const Cell *total = judged.total;
        gint64 gap = judged.gap;
        Place place = {table, total};
        /* One misprinted row breaks the sum in each of its columns by the same amount: that is one finding. */
        if (told != NULL && ABS(gap - told->amount.fen) <= total->amount.step * (gint64)judged.parts->len) {
            raise_add_place(context, told, place);
            continue;
        }
        bool top = parent->level == 0;
        Finding *finding = raise_on_place(context, top ? "sum.total" : "sum.children", SEVERITY_ERROR, place);
        told = told != NULL ? told : finding;
        for (guint i = 0; i < cells->len; i++)
            raise_add_place(context, finding, (Place){table, g_array_index(cells, const Cell *, i)});
        say_sum(finding, place, judged.parts, gap, top ? say("各类之和", "the top level adds up") : say("下级科目之和", "its children add up"));
    }
}

/* The first figure of a row. */
static const Cell *first_cell(const Table *table, int row)
{
    for (guint i = 0; i < table->cells->len; i++)
        if (g_array_index(table->cells, Cell, i).row == row)
            return &g_array_index(table->cells, Cell, i);
    return NULL;
}

/* The foot of one side: its last row of the top level, below the year's own total and what was carried over. */
static const Cell *total_of_side(const Table *table, Direction side)
{
    for (guint row = table->rows->len; row > 0; row--) {
        const Row *candidate = table_row(table, (int)row - 1);
        if (candidate->level == 0 && candidate->side == side)
            return first_cell(table, (int)row - 1);
    }
    return NULL;
}

static bool judge_balance(const Table *table, const Cell **revenue, const Cell **expenditure, Verdict *verdict)
{
    *revenue = total_of_side(table, DIRECTION_REVENUE);
    *expenditure = total_of_side(table, DIRECTION_EXPENDITURE);
    if (*revenue == NULL || *expenditure == NULL || (*revenue)->proof == PROOF_AMBIGUOUS ||
        (*expenditure)->proof == PROOF_AMBIGUOUS)
        return false;
    *verdict = verdict_of_equality((*revenue)->amount, (*expenditure)->amount);
    return true;
}

static void check_balance(RuleContext *context, const Table *table)
{
    const Cell *revenue, *expenditure;
    Verdict verdict;
    if (!judge_balance(table, &revenue, &expenditure, &verdict) || verdict != VERDICT_IMPOSSIBLE)
        return;
    Place place = {table, revenue};
    Finding *finding = raise_on_place(context, "balance", SEVERITY_ERROR, place);
    raise_add_place(context, finding, (Place){table, expenditure});
    g_autofree char *left = amount_to_display(revenue->amount);
    g_autofree char *right = amount_to_display(expenditure->amount);
    Amount difference;
    if (amount_subtract(revenue->amount, expenditure->amount, &difference))
        raise_amount(finding, difference);
    g_autofree char *gap = amount_to_display(difference);
    raise_say(finding,
              g_strdup_printf(say("%s：收入总计 %s 与支出总计 %s 不相等，相差 %s",
                                  "%s: total revenue %s and total expenditure %s differ by %s"),
                              table->title, left, right, gap),
              g_strdup_printf(say("%s的收入总计与支出总计为何相差 %s 万元？", "Why do revenue and expenditure of %s differ by %s (万元)?"),
                              table->title, gap));
}

void rule_sums(RuleContext *context)
{
    const Form *form = form_by_id(context->filing->form);
    for (guint t = 0; form != NULL && t < context->filing->tables->len; t++) {
        const Table *table = g_ptr_array_index(context->filing->tables, t);
        const FormTable *form_table = form_table_by_id(form, table->form_table);
        if (form_table == NULL || table->state != TABLE_READ)
            continue;
        check_columns(context, table, form_table);
        for (guint row = 0; row < table->rows->len; row++)
            check_children(context, table, form_table, (int)row);
        if (form_table->balance)
            check_balance(context, table);
    }
}

static void count_of_row(const Filing *filing, const Table *table, const FormTable *form_table, int row, SumsChecked *checked)
{
    Direction side = table_row(table, row)->side;
    const FormPart *part = form_table_part(form_table, side);
    for (guint i = 0; i < part->identities->len; i++) {
        g_auto(Judged) judged = {0};
        if (judge_identity(filing, table, row, first_column(form_table, side), form_table_columns(form_table),
                           &g_array_index(part->identities, RowIdentity, i), &judged))
            checked->by_verdict[judged.verdict]++;
    }
    for (int column = 0; column < form_table_columns(form_table); column++) {
        g_autoptr(GArray) cells = g_array_new(FALSE, FALSE, sizeof(const Cell *));
        g_auto(Judged) judged = {0};
        if (judge_children(filing, table, part, row, column, cells, &judged))
            checked->by_verdict[judged.verdict]++;
    }
}

SumsChecked sums_checked(const Filing *filing)
{
    SumsChecked checked = {{0}};
    const Form *form = form_by_id(filing->form);
    for (guint t = 0; form != NULL && t < filing->tables->len; t++) {
        const Table *table = g_ptr_array_index(filing->tables, t);
        const FormTable *form_table = form_table_by_id(form, table->form_table);
        const Cell *revenue, *expenditure;
        Verdict verdict;
        if (form_table == NULL || table->state != TABLE_READ)
            continue;
        for (guint row = 0; row < table->rows->len; row++)
            count_of_row(filing, table, form_table, (int)row, &checked);
        if (form_table->balance && judge_balance(table, &revenue, &expenditure, &verdict))
            checked.by_verdict[verdict]++;
    }
    return checked;
}
