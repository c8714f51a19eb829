/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/spacing.h"

#include <math.h>
#include <string.h>

#include "history/typeset.h"

/* A table has this many rows with figures at least; fewer are a sentence that broke oddly, unless so many figures stand in it. */
#define ROWS_LEAST 2
#define FIGURES_ALONE 3

/* How many lines without a figure may stand between two rows. */
#define QUIET_LINES 14

/* How many lines the headings may take. */
#define HEADING_LINES 7

/* A run of so many characters is a sentence. */
#define SENTENCE 26

/* Stretches of the page that are nearer than this belong to one column, in points. */
#define APART 2.0f

/* How far beside its figures a heading may stand, in points. */
#define REACH 90.0f

/* One piece of a line, set apart by wide gaps. */
typedef struct {
    const GArray *glyphs; /* owned by the runs of its line */
    float left, right, base;
    guint line;
    bool figure;
} Run;

/* What a column covers of the page's width. */
typedef struct {
    float left, right;
    bool figures;
} Stretch;

static GArray *runs_of_range(const GPtrArray *lines, const SpacedRange *range, GPtrArray *kept)
{
    GArray *all = g_array_new(FALSE, FALSE, sizeof(Run));
    for (guint i = range->first; i < range->end; i++) {
        GPtrArray *pieces = pieces_of_line(g_ptr_array_index(lines, i), i < range->body);
        g_ptr_array_add(kept, pieces);
        for (guint k = 0; k < pieces->len; k++) {
            const GArray *glyphs = g_ptr_array_index(pieces, k);
            const Glyph *begin = &g_array_index(glyphs, Glyph, 0);
            Run run = {glyphs,      begin->left, g_array_index(glyphs, Glyph, glyphs->len - 1).right,
                       begin->base, i,           run_is_figure(glyphs)};
            g_array_append_val(all, run);
        }
    }
    return all;
}

/* What a line looks like: how many figures stand in it, and whether it is running text. */
typedef struct {
    guint runs, figures;
    bool sentence;
} LineLook;

static LineLook look_at_line(const GArray *line)
{
    g_autoptr(GPtrArray) runs = runs_of_line(line);
    LineLook look = {.runs = runs->len};
    for (guint i = 0; i < runs->len; i++) {
        const GArray *run = g_ptr_array_index(runs, i);
        look.figures += run_is_figure(run);
        gunichar last = g_array_index(run, Glyph, run->len - 1).character;
        look.sentence |= run->len >= SENTENCE || last == 0x3002 || last == 0xff1b;
    }
    look.sentence &= look.runs <= 2 && look.figures == 0;
    return look;
}

/* A row: a figure that stands apart from its name, or two figures. */
static bool is_row(const LineLook *look)
{
    return !look->sentence && look->figures > 0 && look->runs > 1;
}

/* The line that says the unit or ends in 表 stands above the headings. */
static bool is_caption_line(const GArray *line)
{
    g_autofree char *text = text_from_line(line, 0);
    return strstr(text, "单位：") != NULL || strstr(text, "单位:") != NULL || g_str_has_suffix(text, "表") ||
           strstr(text, "部门：") != NULL || strstr(text, "部门:") != NULL || strstr(text, "。") != NULL;
}

GArray *spaced_ranges(const GPtrArray *lines)
{
    GArray *ranges = g_array_new(FALSE, FALSE, sizeof(SpacedRange));
    for (guint i = 0, last = 0; i < lines->len; i++) {
        LineLook look = look_at_line(g_ptr_array_index(lines, i));
        if (!is_row(&look))
            continue;
        SpacedRange range = {.first = i, .body = i, .end = i + 1};
        guint rows = 1;
        for (guint k = i + 1, quiet = 0; k < lines->len && quiet < QUIET_LINES; k++, quiet++) {
            LineLook next = look_at_line(g_ptr_array_index(lines, k));
            if (next.sentence || is_caption_line(g_ptr_array_index(lines, k)))
                break;
            if (!is_row(&next))
                continue;
            range.end = k + 1;
            rows++;
            quiet = 0;
        }
        while (range.first > last && range.body - range.first < HEADING_LINES &&
               !is_caption_line(g_ptr_array_index(lines, range.first - 1)))
            range.first--;
        bool headed = range.first < range.body && look.figures >= FIGURES_ALONE && look.figures == look.runs;
        if (rows >= ROWS_LEAST || headed)
            g_array_append_val(ranges, range);
        last = range.end;
        i = range.end - 1;
    }
    return ranges;
}

static gint compare_stretches(gconstpointer a, gconstpointer b)
{
    const Stretch *x = a;
    const Stretch *y = b;
    return x->left < y->left ? -1 : x->left > y->left;
}

/* Joins what overlaps, from the left. */
static GArray *stretches_join(GArray *pieces)
{
    GArray *joined = g_array_new(FALSE, FALSE, sizeof(Stretch));
    g_array_sort(pieces, compare_stretches);
    for (guint i = 0; i < pieces->len; i++) {
        const Stretch *piece = &g_array_index(pieces, Stretch, i);
        Stretch *before = joined->len > 0 ? &g_array_index(joined, Stretch, joined->len - 1) : NULL;
        if (before != NULL && piece->left < before->right + APART)
            before->right = fmaxf(before->right, piece->right);
        else
            g_array_append_val(joined, *piece);
    }
    return joined;
}

/* The stretches that the runs of one kind cover in lines from `from` on. */
static GArray *stretches_of_runs(const GArray *runs, guint from, bool figures)
{
    g_autoptr(GArray) pieces = g_array_new(FALSE, FALSE, sizeof(Stretch));
    for (guint i = 0; i < runs->len; i++) {
        const Run *run = &g_array_index(runs, Run, i);
        if (run->line < from || run->figure != figures)
            continue;
        Stretch piece = {run->left, run->right, figures};
        g_array_append_val(pieces, piece);
    }
    return stretches_join(pieces);
}

/* Names are cut where a column of figures begins: a long one runs over the space before it. */
static void add_names(GArray *columns, const GArray *names, const GArray *figures)
{
    for (guint i = 0; i < names->len; i++) {
        Stretch name = g_array_index(names, Stretch, i);
        for (guint k = 0; k < figures->len; k++) {
            const Stretch *figure = &g_array_index(figures, Stretch, k);
            if (figure->right <= name.left || figure->left >= name.right)
                continue;
            if (figure->left - name.left > APART) {
                Stretch part = {name.left, figure->left - APART, false};
                g_array_append_val(columns, part);
            }
            name.left = figure->right + APART;
        }
        if (name.right - name.left > APART)
            g_array_append_val(columns, name);
    }
}

static float gap_between(const Stretch *column, const Run *run)
{
    return run->left > column->right   ? run->left - column->right
           : column->left > run->right ? column->left - run->right
                                       : 0;
}

/* True when some heading stands right above the column. */
static bool has_heading(const Stretch *column, const GArray *runs, guint body)
{
    for (guint i = 0; i < runs->len; i++) {
        const Run *run = &g_array_index(runs, Run, i);
        if (run->line < body && gap_between(column, run) <= APART)
            return true;
    }
    return false;
}

static bool stands_above(const GArray *columns, const Run *run)
{
    for (guint k = 0; k < columns->len; k++)
        if (gap_between(&g_array_index(columns, Stretch, k), run) <= APART)
            return true;
    return false;
}

/* The nearest column of figures without a heading of its own, NULL when none is near. */
static Stretch *column_in_want(GArray *columns, const GArray *runs, guint body, const Run *run)
{
    Stretch *nearest = NULL;
    float least = REACH;
    for (guint k = 0; k < columns->len; k++) {
        Stretch *column = &g_array_index(columns, Stretch, k);
        float gap = gap_between(column, run);
        if (column->figures && gap < least && !has_heading(column, runs, body)) {
            least = gap;
            nearest = column;
        }
    }
    return nearest;
}

/*
 * Headings are set in the middle of columns whose figures stand at the right: one that is above nothing belongs to the
 * nearest figures that have none. What then is left in a line of many headings heads a column that is blank.
 */
static void add_headings(GArray *columns, const GArray *runs, const SpacedRange *range)
{
    guint most_below = 0; /* headings of a line further down: one of fewer spans what they head */
    for (guint line = range->body; line > range->first; line--) {
        guint in_line = 0;
        for (guint i = 0; i < runs->len; i++)
            in_line += g_array_index(runs, Run, i).line == line - 1;
        for (guint i = 0; i < runs->len; i++) {
            const Run *run = &g_array_index(runs, Run, i);
            if (run->line != line - 1 || stands_above(columns, run))
                continue;
            Stretch *column = column_in_want(columns, runs, range->body, run);
            if (column != NULL) {
                column->left = fminf(column->left, run->left);
                column->right = fmaxf(column->right, run->right);
            } else if (line == range->body || (in_line * 2 >= columns->len && in_line >= most_below)) {
                Stretch blank = {run->left, run->right, true};
                g_array_append_val(columns, blank);
            }
        }
        most_below = MAX(most_below, in_line);
    }
}

/* The columns from left to right. */
static GArray *columns_of_runs(const GArray *runs, const SpacedRange *range)
{
    g_autoptr(GArray) figures = stretches_of_runs(runs, range->body, true);
    g_autoptr(GArray) names = stretches_of_runs(runs, range->body, false);
    GArray *columns = g_array_new(FALSE, FALSE, sizeof(Stretch));
    g_array_append_vals(columns, figures->data, figures->len);
    add_names(columns, names, figures);
    add_headings(columns, runs, range);
    g_array_sort(columns, compare_stretches);
    return columns;
}

/* The column that a run stands in: a figure by its middle, a name by where it begins. */
static int column_of_run(const GArray *columns, const Run *run, bool heading)
{
    float at = run->figure || heading ? (run->left + run->right) / 2 : run->left + 1;
    int best = 0;
    float nearest = INFINITY;
    for (guint i = 0; i < columns->len; i++) {
        const Stretch *column = &g_array_index(columns, Stretch, i);
        float distance = at < column->left ? column->left - at : at > column->right ? at - column->right : 0;
        if (distance < nearest) {
            nearest = distance;
            best = (int)i;
        }
    }
    return best;
}

/* True when a line begins a row: by a figure, a code, a list number. */
static bool is_anchor(const GArray *runs, guint line)
{
    for (guint i = 0; i < runs->len; i++) {
        const Run *run = &g_array_index(runs, Run, i);
        if (run->line == line && (run->figure || run_begins_row(run->glyphs)))
            return true;
    }
    return false;
}

/* How far apart the rows of a range usually stand; 0 for a single one. */
static float pitch_of_rows(const GPtrArray *lines, const GArray *runs, const SpacedRange *range)
{
    g_autoptr(GArray) gaps = g_array_new(FALSE, FALSE, sizeof(float));
    for (guint line = range->body + 1; line < range->end; line++) {
        float gap = line_middle(g_ptr_array_index(lines, line)) - line_middle(g_ptr_array_index(lines, line - 1));
        if (is_anchor(runs, line) && is_anchor(runs, line - 1))
            g_array_append_val(gaps, gap);
    }
    g_array_sort(gaps, compare_floats);
    return gaps->len > 0 ? g_array_index(gaps, float, gaps->len / 2) : 0;
}

/* A name alone that stands as far from its neighbours as rows do is a row; the rest of a wrapped one stands nearer. */
static bool stands_alone(const GPtrArray *lines, guint line, const SpacedRange *range, float pitch)
{
    float here = line_middle(g_ptr_array_index(lines, line));
    float above = line > range->body ? here - line_middle(g_ptr_array_index(lines, line - 1)) : INFINITY;
    float below = line + 1 < range->end ? line_middle(g_ptr_array_index(lines, line + 1)) - here : INFINITY;
    return pitch > 0 && above > 0.8f * pitch && below > 0.8f * pitch;
}

/* For each line of the body the row that it belongs to; returns how many rows there are. */
static guint rows_of_lines(const GPtrArray *lines, const GArray *runs, const SpacedRange *range, guint *row_of)
{
    guint count = 0;
    int last = -1; /* the anchor before */
    float pitch = pitch_of_rows(lines, runs, range);
    for (guint line = range->body; line < range->end; line++) {
        if (is_anchor(runs, line) || stands_alone(lines, line, range, pitch)) {
            row_of[line - range->body] = count++;
            last = (int)line;
            continue;
        }
        guint next = line + 1;
        while (next < range->end && !is_anchor(runs, next))
            next++;
        float here = line_middle(g_ptr_array_index(lines, line));
        float above = last >= 0 ? here - line_middle(g_ptr_array_index(lines, (guint)last)) : INFINITY;
        float below = next < range->end ? line_middle(g_ptr_array_index(lines, next)) - here : INFINITY;
        row_of[line - range->body] = above <= below && count > 0 ? count - 1 : count;
    }
    return count;
}

static void add_to_cell(GString **texts, guint place, const GArray *glyphs)
{
    g_autofree char *words = text_from_line(glyphs, g_array_index(glyphs, Glyph, 0).left);
    if (texts[place] == NULL)
        texts[place] = g_string_new(words);
    else
        g_string_append_printf(texts[place], "\n%s", words);
}

void grid_from_spaced(Grid *grid, const GPtrArray *lines, const SpacedRange *range)
{
    g_autoptr(GPtrArray) kept = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    g_autoptr(GArray) runs = runs_of_range(lines, range, kept);
    g_autoptr(GArray) columns = columns_of_runs(runs, range);
    g_autofree guint *row_of = g_new0(guint, range->end - range->body + 1);
    guint rows = rows_of_lines(lines, runs, range, row_of) + 1; /* the headings are the first */
    g_autofree GString **texts = g_new0(GString *, rows * columns->len + 1);
    for (guint i = 0; i < runs->len; i++) {
        const Run *run = &g_array_index(runs, Run, i);
        bool heading = run->line < range->body;
        guint row = heading ? 0 : MIN(row_of[run->line - range->body] + 1, rows - 1);
        add_to_cell(texts, row * columns->len + (guint)column_of_run(columns, run, heading), run->glyphs);
    }
    for (guint place = 0; place < rows * columns->len; place++) {
        grid_add_cell(grid, (int)(place / columns->len), (int)(place % columns->len), 1, 1,
                      texts[place] != NULL ? texts[place]->str : "");
        if (texts[place] != NULL)
            g_string_free(texts[place], TRUE);
    }
}
