/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/solve.h"

#include <string.h>

/*
 * What a broken rule costs. A hard unit outweighs all soft ones together. A figure far from its column costs less
 * than two broken sums and more than one: layout gives way only to arithmetic that speaks twice.
 */
enum { COST_SOFT = 1, COST_HARD = 1000, COST_IDENTITY = 4, COST_FAMILY = 4, COST_SUM = 3, COST_LAYOUT = 6 };

/* How many broken sums a column counts for where children stand below a blank. */
#define STRAY_WEIGHT 3

/* Ways to place a row beyond which it is called unreadable, and steps of search beyond which a family is. */
#define WAYS_MAX 6000
#define STEPS_MAX 400000
#define KEPT_MAX 400

/* Sums of 64-bit figures: what a filing prints may be absurd, its sum must still be right. */
__extension__ typedef __int128 Wide;

typedef struct {
    guint32 mask;
    int cost;
} Way;

/* A row at work: its ways, cheapest first, and which of them are still in play. */
typedef struct {
    GArray *ways; /* Way */
    bool negative; /* some figure is below zero */
    bool doubtful; /* a way that fits was given up for the least evil, not for arithmetic that comes out */
    guint narrowed; /* how often ways were given up */
} Field;

typedef struct {
    SolveTask *task;
    Field *fields;
    guint *settled; /* a parent's row: how often its family had been narrowed when it was last solved, plus 1 */
} Solver;

/* The parent and children of one family under search. */
typedef struct {
    Solver *solver;
    int parent; /* row */
    const int *children; /* rows, those with figures below zero first */
    int child_count;
    guint32 parent_mask;
    Amount want[FORM_COLUMNS_MAX]; /* the parent's figures under its mask, by column */
    int negatives; /* children with figures below zero: they stand first. After them a sum too large stays too large */
    int best;
    int steps;
    guint32 *chosen; /* mask of each child on the current path */
    Wide sums[FORM_COLUMNS_MAX]; /* running sum a column */
    Wide slack[FORM_COLUMNS_MAX];
    GArray *kept; /* guint32 rows of child_count + 1 masks: all cheapest placements */
    bool overflow;
    bool doubtful; /* nothing fits, or a member was narrowed so: what it settles is likely */
} Family;

/* The value of column `column` under a mask, and its step; zero and exact where nothing is printed. */
static Amount value_at(const SolveRow *row, guint32 mask, int column)
{
    if ((mask & (1u << column)) == 0)
        return (Amount){0, 0};
    int index = __builtin_popcount(mask & ((1u << column) - 1));
    return row->figures[index];
}

/* The figures under a mask, each in its column; zero and exact where nothing is printed. */
static void spread_figures(const SolveTask *task, const SolveRow *row, guint32 mask, Amount *values)
{
    int index = 0;
    for (int column = 0; column < task->column_count; column++)
        values[column] = mask & (1u << column) ? row->figures[index++] : (Amount){0, 0};
}

/* |gap| is within half of the steps' sum; steps of 0 are exact. */
static bool within_rounding(Wide gap, Wide steps)
{
    Wide size = gap < 0 ? -gap : gap;
    return size <= steps / 2;
}

static bool identity_holds(const Amount *values, guint32 mask, const RowIdentity *identity)
{
    Amount total = values[identity->total];
    Wide sum = 0;
    Wide steps = total.step;
    for (guint32 rest = identity->parts & mask; rest != 0; rest &= rest - 1) {
        Amount part = values[__builtin_ctz(rest)];
        sum += part.fen;
        steps += part.step;
    }
    /* A total that is not printed is the sum of nothing. */
    return within_rounding(total.fen - sum, steps);
}

static bool sum_holds(const Amount *values, guint32 mask, const SolveSum *known)
{
    for (int i = 0; i < known->reading_count; i++) {
        Wide sum = 0;
        Wide steps = known->readings[i].value.step;
        for (guint32 rest = known->readings[i].columns & mask; rest != 0; rest &= rest - 1) {
            Amount part = values[__builtin_ctz(rest)];
            sum += part.fen;
            steps += part.step;
        }
        Wide gap = known->readings[i].value.fen - sum;
        if (within_rounding(gap, steps) || (known->at_most && gap > 0))
            return true;
    }
    return false;
}

/* What a placement of a row breaks by itself. */
static int cost_of_way(const SolveTask *task, const SolveRow *row, guint32 mask, bool soft)
{
    int cost = 0;
    Amount values[FORM_COLUMNS_MAX];
    spread_figures(task, row, mask, values);
    for (int i = 0; i < task->identity_count; i++)
        if (!identity_holds(values, mask, &task->identities[i]))
            cost += COST_HARD * COST_IDENTITY;
    for (int i = 0; i < row->sum_count; i++)
        if ((soft || !row->sums[i].soft) && !sum_holds(values, mask, &row->sums[i]))
            cost += row->sums[i].soft ? COST_SOFT * COST_SUM : COST_HARD * COST_SUM;
    guint32 rest = mask;
    for (int i = 0; i < row->count; i++, rest &= rest - 1) {
        int column = __builtin_ctz(rest);
        if (row->nearest != NULL && row->nearest[i] >= 0 && row->nearest[i] != column)
            cost += COST_HARD * COST_LAYOUT;
    }
    return cost;
}

bool solve_layout_holds(const SolveTask *task)
{
    int placed = 0;
    int broken = 0;
    for (int i = 0; i < task->row_count; i++) {
        const SolveRow *row = &task->rows[i];
        guint32 mask = 0;
        bool whole = row->nearest != NULL && row->count > 0;
        for (int k = 0; whole && k < row->count; k++) {
            whole = row->nearest[k] >= 0;
            mask |= whole ? 1u << row->nearest[k] : 0;
        }
        if (!whole)
            continue;
        placed++;
        bool holds = true;
        Amount values[FORM_COLUMNS_MAX];
        spread_figures(task, row, mask, values);
        for (int k = 0; k < task->identity_count; k++)
            holds &= identity_holds(values, mask, &task->identities[k]);
        broken += !holds;
    }
    return broken * 4 <= placed;
}

static gint compare_ways(gconstpointer a, gconstpointer b)
{
    const Way *x = a;
    const Way *y = b;
    return x->cost != y->cost ? x->cost - y->cost : x->mask < y->mask ? -1 : x->mask > y->mask;
}

/* Every subset of the columns with as many members as the row has figures (Gosper's walk over the masks). */
static void list_ways(const SolveTask *task, SolveRow *row, Field *field, bool soft)
{
    field->ways = g_array_new(FALSE, FALSE, sizeof(Way));
    row->readable = row->count <= task->column_count;
    if (!row->readable || row->count == 0)
        return;
    guint64 mask = (1ull << row->count) - 1;
    while (mask < (1ull << task->column_count)) {
        Way way = {(guint32)mask, cost_of_way(task, row, (guint32)mask, soft)};
        g_array_append_val(field->ways, way);
        if (field->ways->len > WAYS_MAX) {
            g_array_set_size(field->ways, 0);
            row->readable = false;
            return;
        }
        guint64 lowest = mask & (~mask + 1);
        guint64 ripple = mask + lowest;
        mask = ripple | (((mask ^ ripple) >> 2) / lowest);
    }
    g_array_sort(field->ways, compare_ways);
    for (int i = 0; i < row->count; i++)
        field->negative |= row->figures[i].fen < 0;
}

static const Way *way_at(const Field *field, guint index)
{
    return &g_array_index(field->ways, Way, index);
}

static int cheapest(const Field *field)
{
    return field->ways->len > 0 ? way_at(field, 0)->cost : 0;
}

/* What columns cost whose sums are not the parent's: children where the parent prints nothing contradict it more than
 * a figure that is off. */
static int cost_of_columns(const Family *family, guint32 columns)
{
    int cost = 0;
    for (; columns != 0; columns &= columns - 1) {
        int column = __builtin_ctz(columns);
        bool stray = family->want[column].step == 0 && family->sums[column] != 0;
        cost += stray ? STRAY_WEIGHT : 1;
    }
    return cost * COST_HARD * COST_FAMILY;
}

/* Adds one child's figures to the running sums, or takes them away. */
static void family_count(Family *family, const SolveRow *row, guint32 mask, int sign)
{
    const Amount *figure = row->figures;
    for (guint32 rest = mask; rest != 0; rest &= rest - 1, figure++) {
        int column = __builtin_ctz(rest);
        family->sums[column] += sign * (Wide)figure->fen;
        family->slack[column] += sign * (Wide)figure->step;
    }
}

/*
 * The columns that no further child can mend once `placed` children are: the sum is too large, and the others only
 * add to it. `before` are those of one child less, `touched` the columns of the last one.
 */
static guint32 hopeless_columns(const Family *family, int placed, guint32 before, guint32 touched)
{
    if (placed < family->negatives)
        return 0;
    if (placed == family->negatives)
        touched = (guint32)((1ull << family->solver->task->column_count) - 1);
    for (; touched != 0; touched &= touched - 1) {
        int column = __builtin_ctz(touched);
        Amount want = family->want[column];
        Wide gap = want.fen - family->sums[column];
        /* Later children can still add half a step each; a whole step of room a column covers them. */
        Wide room = want.step + family->slack[column] + want.step * family->child_count;
        bool hopeless = gap < 0 && !within_rounding(gap, room);
        before = hopeless ? before | 1u << column : before & ~(1u << column);
    }
    return before;
}

/* What the complete placement breaks: columns whose sum is not the parent's. */
static int family_broken(const Family *family)
{
    guint32 broken = 0;
    for (int column = 0; column < family->solver->task->column_count; column++) {
        Wide gap = family->want[column].fen - family->sums[column];
        if (!within_rounding(gap, family->want[column].step + family->slack[column]))
            broken |= 1u << column;
    }
    return cost_of_columns(family, broken);
}

/* Sets the parent's placement; no child is placed yet. */
static void family_begin(Family *family, guint32 mask)
{
    const SolveTask *task = family->solver->task;
    family->parent_mask = mask;
    for (int column = 0; column < task->column_count; column++)
        family->want[column] = value_at(&task->rows[family->parent], mask, column);
}

static void family_keep(Family *family, int cost)
{
    if (cost < family->best) {
        family->best = cost;
        g_array_set_size(family->kept, 0);
        family->overflow = false;
    }
    if (family->kept->len >= KEPT_MAX * (guint)(family->child_count + 1)) {
        family->overflow = true;
        return;
    }
    g_array_append_val(family->kept, family->parent_mask);
    g_array_append_vals(family->kept, family->chosen, (guint)family->child_count);
}

/*
 * Tries the ways of child `at`, with `cost` spent so far, at least `rest` still to come from the children themselves,
 * and the columns that are hopeless already.
 */
static void family_search(Family *family, int at, int cost, int rest, guint32 hopeless)
{
    if (++family->steps > STEPS_MAX) {
        family->overflow = true;
        return;
    }
    if (at == family->child_count) {
        int total = cost + family_broken(family);
        if (total <= family->best)
            family_keep(family, total);
        return;
    }
    int row = family->children[at];
    const Field *field = &family->solver->fields[row];
    const SolveRow *figures = &family->solver->task->rows[row];
    int lowest = cheapest(field);
    if (field->ways->len == 0) { /* no figures, or not readable: it adds nothing that is known */
        family->chosen[at] = 0;
        family_search(family, at + 1, cost, rest, hopeless);
        return;
    }
    /* Ways inside the parent's columns first: they lead to a good placement at once, and that prunes the rest. */
    for (int outside = 0; outside <= 1; outside++)
        for (guint i = 0; i < field->ways->len; i++) {
            const Way *way = way_at(field, i);
            int spent = cost + way->cost;
            int remaining = rest - lowest;
            if (spent + remaining > family->best)
                break;
            bool strays = (way->mask & ~family->parent_mask) != 0;
            if (strays != (outside == 1))
                continue;
            family->chosen[at] = way->mask;
            family_count(family, figures, way->mask, 1);
            guint32 lost = hopeless_columns(family, at + 1, hopeless, way->mask);
            if (spent + remaining + cost_of_columns(family, lost) <= family->best)
                family_search(family, at + 1, spent, remaining, lost);
            family_count(family, figures, way->mask, -1);
        }
}

/* How many ways break no hard rule. */
static guint fitting_ways(const GArray *ways)
{
    guint fitting = 0;
    for (guint i = 0; i < ways->len; i++)
        fitting += g_array_index(ways, Way, i).cost < COST_HARD;
    return fitting;
}

/* Keeps of a row's ways only those that stand in some kept placement. */
static void narrow(Field *field, const Family *family, int position)
{
    g_autoptr(GArray) left = g_array_new(FALSE, FALSE, sizeof(Way));
    guint stride = (guint)family->child_count + 1;
    for (guint i = 0; i < field->ways->len; i++) {
        const Way *way = way_at(field, i);
        for (guint k = (guint)position; k < family->kept->len; k += stride)
            if (g_array_index(family->kept, guint32, k) == way->mask) {
                g_array_append_val(left, *way);
                break;
            }
    }
    if (left->len == 0 || left->len == field->ways->len)
        return;
    field->narrowed++;
    field->doubtful |= family->doubtful && fitting_ways(left) < fitting_ways(field->ways);
    g_array_unref(field->ways);
    field->ways = g_steal_pointer(&left);
}

/* Tries all placements that cost no more than family->best, under each placement of the parent (`head`). */
static void search_heads(Family *family, const Field *head, int rest)
{
    for (guint i = 0; i < head->ways->len; i++) {
        const Way *way = way_at(head, i);
        if (way->cost + rest > family->best)
            break;
        family_begin(family, way->mask);
        family_search(family, 0, way->cost, rest, hopeless_columns(family, 0, 0, 0));
    }
}

/* Solves one family exactly; narrows the ways of its parent and children to the cheapest placements. */
static void solve_family(Solver *solver, int parent, const int *children, int child_count)
{
    Family family = {.solver = solver, .parent = parent, .children = children, .child_count = child_count};
    family.chosen = g_new0(guint32, (gsize)child_count + 1);
    family.kept = g_array_new(FALSE, FALSE, sizeof(guint32));
    int rest = 0;
    Field *head = &solver->fields[parent];
    family.doubtful = head->doubtful;
    for (int i = 0; i < child_count; i++) {
        family.negatives += solver->fields[children[i]].negative;
        family.doubtful |= solver->fields[children[i]].doubtful;
        rest += cheapest(&solver->fields[children[i]]);
    }
    /* Mostly nothing is broken: asking for that first, and for a little more each time, prunes far better than
     * beginning with any placement. */
    int least = cheapest(head) + rest;
    for (int more = 0; family.kept->len == 0 && !family.overflow; more = MAX(4 * more, COST_HARD * COST_FAMILY)) {
        family.best = least + more;
        search_heads(&family, head, rest);
    }
    family.doubtful |= family.best >= COST_HARD;
    if (!family.overflow && family.kept->len > 0) {
        narrow(head, &family, 0);
        for (int i = 0; i < child_count; i++)
            if (solver->fields[children[i]].ways->len > 0)
                narrow(&solver->fields[children[i]], &family, i + 1);
    }
    g_array_unref(family.kept);
    g_free(family.chosen);
}

/* How often the members of a family were narrowed: where it is the same as before, so would be the outcome. */
static guint times_narrowed(const Solver *solver, int parent, const GArray *children)
{
    guint times = solver->fields[parent].narrowed;
    for (guint i = 0; i < children->len; i++)
        times += solver->fields[g_array_index(children, int, i)].narrowed;
    return times;
}

/* One pass over all families, from the top down (parents stand before their children). */
static void solve_pass(Solver *solver)
{
    SolveTask *task = solver->task;
    g_autoptr(GArray) children = g_array_new(FALSE, FALSE, sizeof(int));
    for (int parent = 0; parent < task->row_count; parent++) {
        /* A child that cannot be read leaves the sum unknown. */
        bool known = solver->fields[parent].ways->len > 0;
        g_array_set_size(children, 0);
        for (int negative = 1; negative >= 0; negative--)
            for (int row = parent + 1; row < task->row_count; row++)
                if (task->rows[row].parent == parent && solver->fields[row].negative == (negative == 1)) {
                    g_array_append_val(children, row);
                    known &= task->rows[row].readable;
                }
        if (children->len == 0 || !known || solver->settled[parent] == times_narrowed(solver, parent, children) + 1)
            continue;
        solve_family(solver, parent, (const int *)(void *)children->data, (int)children->len);
        solver->settled[parent] = times_narrowed(solver, parent, children) + 1;
    }
}

/* Of several cheapest ways, the one that uses the usual columns most is named first: a guess, and said to be one. */
static void name_usual_first(Field *field, guint32 usual)
{
    guint best = 0;
    for (guint i = 1; i < field->ways->len; i++)
        if (__builtin_popcount(way_at(field, i)->mask & usual) > __builtin_popcount(way_at(field, best)->mask & usual))
            best = i;
    Way first = *way_at(field, best);
    g_array_remove_index(field->ways, best);
    g_array_prepend_val(field->ways, first);
}

/* Only the ways of least cost by themselves: what families left open is settled row by row. */
static void keep_cheapest(Field *field)
{
    guint keep = 0;
    while (keep < field->ways->len && way_at(field, keep)->cost == cheapest(field))
        keep++;
    g_array_set_size(field->ways, keep);
}

static int column_of_figure(guint32 mask, int figure)
{
    while (figure-- > 0)
        mask &= mask - 1;
    return __builtin_ctz(mask);
}

/* The columns that each figure has over all ways left. */
static guint32 columns_of_figure(const Field *field, int figure)
{
    guint32 columns = 0;
    for (guint i = 0; i < field->ways->len; i++)
        columns |= 1u << column_of_figure(way_at(field, i)->mask, figure);
    return columns;
}

/* Place and proof of each figure. `proved` are the columns it has by hard rules alone, one word a figure. */
static void conclude(const SolveRow *row, const Field *field, const guint32 *proved)
{
    const Way *first = way_at(field, 0);
    for (int figure = 0; figure < row->count; figure++) {
        SolvePlace *place = &row->places[figure];
        place->column = column_of_figure(first->mask, figure);
        place->alternatives = columns_of_figure(field, figure) & ~(1u << place->column);
        if (place->alternatives != 0)
            place->proof = PROOF_AMBIGUOUS;
        else if (row->nearest != NULL && row->nearest[figure] == place->column)
            place->proof = PROOF_GRID;
        else
            place->proof = first->cost < COST_HARD && !field->doubtful && proved[figure] == 1u << place->column
                               ? PROOF_UNIQUE
                               : PROOF_LIKELY;
    }
}

/* Narrows all rows to their cheapest placements, by hard rules alone or by soft ones too. */
static void solve_fields(Solver *solver, bool soft)
{
    SolveTask *task = solver->task;
    for (int i = 0; i < task->row_count; i++)
        list_ways(task, &task->rows[i], &solver->fields[i], soft);
    /* What a family learns narrows the families above and below it: twice is enough for three levels. */
    solve_pass(solver);
    solve_pass(solver);
    for (int i = 0; i < task->row_count; i++)
        keep_cheapest(&solver->fields[i]);
}

static void solver_clear(Solver *solver)
{
    for (int i = 0; i < solver->task->row_count; i++)
        g_array_unref(solver->fields[i].ways);
    g_free(solver->fields);
    g_free(solver->settled);
}

static bool has_soft_sums(const SolveTask *task)
{
    for (int i = 0; i < task->row_count; i++)
        for (int k = 0; k < task->rows[i].sum_count; k++)
            if (task->rows[i].sums[k].soft)
                return true;
    return false;
}

void solve_places(SolveTask *task)
{
    gsize rows = (gsize)MAX(task->row_count, 1);
    Solver hard = {task, g_new0(Field, rows), g_new0(guint, rows)};
    Solver all = {task, g_new0(Field, rows), g_new0(guint, rows)};
    bool soft = has_soft_sums(task);
    solve_fields(&hard, false);
    if (soft)
        solve_fields(&all, true);
    for (int i = 0; i < task->row_count; i++) {
        Field *field = soft ? &all.fields[i] : &hard.fields[i];
        if (field->ways->len == 0)
            continue;
        guint32 proved[FORM_COLUMNS_MAX] = {0};
        for (int figure = 0; figure < task->rows[i].count; figure++)
            proved[figure] = columns_of_figure(&hard.fields[i], figure);
        if (task->usual != 0 && field->ways->len > 1)
            name_usual_first(field, task->usual);
        conclude(&task->rows[i], field, proved);
    }
    solver_clear(&hard);
    if (soft)
        solver_clear(&all);
    else {
        g_free(all.fields);
        g_free(all.settled);
    }
}
