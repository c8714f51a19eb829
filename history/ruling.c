/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/ruling.h"

#include <math.h>
#include <string.h>

/* Lines this close are one: borders are drawn twice, or as thin boxes, or a little apart in neighbouring cells. Points.
 */
#define SAME_LINE 2.5f

/* How far a line may end before the one it meets. */
#define REACH 3.0f

/* How far lines must stick out beyond the last line across them for the side to be an open one. */
#define OPEN_SIDE 8.0f

/* The share of a place's edge that a line must cover to part it from its neighbour. */
#define COVERED 0.5f

/* More lines than any page of tables has: a drawing, whose crossings need not be looked for. */
#define LINES_MAX 6000

void frame_free(Frame *frame)
{
    if (frame == NULL)
        return;
    g_array_unref(frame->tops);
    g_array_unref(frame->lefts);
    g_free(frame->cell_of);
    g_free(frame);
}

int frame_place(const GArray *edges, float at)
{
    int low = 0;
    int high = (int)edges->len - 1;
    if (at < g_array_index(edges, float, 0) || at >= g_array_index(edges, float, high))
        return -1;
    while (high - low > 1) {
        int middle = (low + high) / 2;
        if (at < g_array_index(edges, float, middle))
            high = middle;
        else
            low = middle;
    }
    return low;
}

static gint compare_strokes(gconstpointer a, gconstpointer b)
{
    const Stroke *x = a;
    const Stroke *y = b;
    if (x->level != y->level)
        return x->level ? -1 : 1;
    if (x->at < y->at || x->at > y->at)
        return x->at < y->at ? -1 : 1;
    return x->from < y->from ? -1 : x->from > y->from;
}

static gint compare_starts(gconstpointer a, gconstpointer b)
{
    const Stroke *x = a;
    const Stroke *y = b;
    return x->from < y->from ? -1 : x->from > y->from;
}

/* Joins what lies on one line: strokes [first, end) of one direction and place. */
static void join_run(GArray *strokes, guint first, guint end, GArray *lines)
{
    float at = 0;
    for (guint i = first; i < end; i++)
        at += g_array_index(strokes, Stroke, i).at / (float)(end - first);
    g_autoptr(GArray) run = g_array_sized_new(FALSE, FALSE, sizeof(Stroke), end - first);
    g_array_append_vals(run, &g_array_index(strokes, Stroke, first), end - first);
    g_array_sort(run, compare_starts);
    Stroke line = g_array_index(run, Stroke, 0);
    line.at = at;
    for (guint i = 1; i < run->len; i++) {
        const Stroke *next = &g_array_index(run, Stroke, i);
        if (next->from <= line.to + REACH) {
            line.to = fmaxf(line.to, next->to);
            continue;
        }
        g_array_append_val(lines, line);
        line.from = next->from;
        line.to = next->to;
    }
    g_array_append_val(lines, line);
}

/* Strokes as lines: level ones first, each kind by place. */
static GArray *lines_from_strokes(const GArray *strokes)
{
    g_autoptr(GArray) sorted = g_array_sized_new(FALSE, FALSE, sizeof(Stroke), strokes->len);
    g_array_append_vals(sorted, strokes->data, strokes->len);
    g_array_sort(sorted, compare_strokes);
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(Stroke));
    for (guint first = 0, i = 1; first < sorted->len; i++) {
        const Stroke *start = &g_array_index(sorted, Stroke, first);
        const Stroke *stroke = i < sorted->len ? &g_array_index(sorted, Stroke, i) : NULL;
        if (stroke != NULL && stroke->level == start->level && stroke->at - start->at <= SAME_LINE)
            continue;
        join_run(sorted, first, i, lines);
        first = i;
    }
    return lines;
}

static guint root_of(guint *parents, guint index)
{
    while (parents[index] != index)
        index = parents[index] = parents[parents[index]];
    return index;
}

static bool cross(const Stroke *level, const Stroke *upright)
{
    return upright->at >= level->from - REACH && upright->at <= level->to + REACH &&
           level->at >= upright->from - REACH && level->at <= upright->to + REACH;
}

/* For each line the first line of those it is connected with. */
static guint *connect_lines(const GArray *lines)
{
    guint *parents = g_new(guint, lines->len + 1);
    for (guint i = 0; i < lines->len; i++)
        parents[i] = i;
    for (guint i = 0; i < lines->len && g_array_index(lines, Stroke, i).level; i++)
        for (guint k = lines->len; k > 0 && !g_array_index(lines, Stroke, k - 1).level; k--)
            if (cross(&g_array_index(lines, Stroke, i), &g_array_index(lines, Stroke, k - 1)))
                parents[root_of(parents, k - 1)] = root_of(parents, i);
    for (guint i = 0; i < lines->len; i++)
        parents[i] = root_of(parents, i);
    return parents;
}

static void add_edge(GArray *edges, float at)
{
    if (edges->len == 0 || at - g_array_index(edges, float, edges->len - 1) > SAME_LINE)
        g_array_append_val(edges, at);
}

/* Where lines of one direction lie; a side that the lines across stick out of is an edge too. */
static GArray *edges_of_lines(const GArray *lines, bool level)
{
    g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(float));
    float low = INFINITY;
    float high = -INFINITY;
    for (guint i = 0; i < lines->len; i++) {
        const Stroke *line = &g_array_index(lines, Stroke, i);
        if (line->level == level) {
            g_array_append_val(places, line->at);
        } else {
            low = fminf(low, line->from);
            high = fmaxf(high, line->to);
        }
    }
    g_array_sort(places, compare_floats);
    GArray *edges = g_array_new(FALSE, FALSE, sizeof(float));
    if (places->len == 0 || g_array_index(places, float, 0) - low > OPEN_SIDE)
        add_edge(edges, low);
    for (guint i = 0; i < places->len; i++)
        add_edge(edges, g_array_index(places, float, i));
    if (high - g_array_index(edges, float, edges->len - 1) > OPEN_SIDE)
        add_edge(edges, high);
    return edges;
}

/* True when lines at `at` cover enough of [from, to]. */
static bool is_parted(const GArray *lines, bool level, float at, float from, float to)
{
    float covered = 0;
    for (guint i = 0; i < lines->len; i++) {
        const Stroke *line = &g_array_index(lines, Stroke, i);
        if (line->level == level && fabsf(line->at - at) <= SAME_LINE)
            covered += fmaxf(0, fminf(line->to, to) - fmaxf(line->from, from));
    }
    return covered >= COVERED * (to - from);
}

/* Joins the places that no line parts. */
static void join_places(Frame *frame, const GArray *lines, guint *parents)
{
    int rows = frame_rows(frame);
    int columns = frame_columns(frame);
    for (int row = 0; row < rows; row++)
        for (int column = 0; column < columns; column++) {
            guint place = (guint)(row * columns + column);
            float top = frame_top(frame, row);
            float bottom = frame_top(frame, row + 1);
            float left = frame_left(frame, column);
            float right = frame_left(frame, column + 1);
            if (column + 1 < columns && !is_parted(lines, false, right, top, bottom))
                parents[root_of(parents, place + 1)] = root_of(parents, place);
            if (row + 1 < rows && !is_parted(lines, true, bottom, left, right))
                parents[root_of(parents, place + (guint)columns)] = root_of(parents, place);
        }
}

/* A joined part that is no rectangle has lost a line: then its rows are cells of their own, joined only across. */
static void settle_cells(Frame *frame, guint *parents)
{
    int columns = frame_columns(frame);
    int count = frame_rows(frame) * columns;
    g_autofree int *places = g_new0(int, count + 1);
    g_autofree int *first = g_new(int, count + 1);
    g_autofree int *right = g_new0(int, count + 1);
    g_autofree int *left = g_new(int, count + 1);
    g_autofree int *bottom = g_new0(int, count + 1);
    for (int i = count; i > 0; i--) {
        int root = (int)root_of(parents, (guint)i - 1);
        int column = (i - 1) % columns;
        left[root] = places[root]++ == 0 ? column : MIN(left[root], column);
        first[root] = i - 1;
        right[root] = MAX(right[root], column);
        bottom[root] = MAX(bottom[root], (i - 1) / columns);
    }
    for (int i = 0; i < count; i++) {
        int root = (int)root_of(parents, (guint)i);
        int top = first[root] / columns;
        bool whole = (bottom[root] - top + 1) * (right[root] - left[root] + 1) == places[root];
        bool goes_on = i % columns > 0 && (int)root_of(parents, (guint)i - 1) == root;
        frame->cell_of[i] = whole ? top * columns + left[root] : goes_on ? frame->cell_of[i - 1] : i;
    }
}

static Frame *frame_from_lines(const GArray *lines)
{
    Frame *frame = g_new0(Frame, 1);
    frame->tops = edges_of_lines(lines, true);
    frame->lefts = edges_of_lines(lines, false);
    int count = frame_rows(frame) * frame_columns(frame);
    if (count < 2 || frame_rows(frame) > 2000 || frame_columns(frame) > 128) {
        frame->cell_of = NULL;
        frame_free(frame);
        return NULL;
    }
    frame->cell_of = g_new(int, count);
    g_autofree guint *parents = g_new(guint, count);
    for (int i = 0; i < count; i++)
        parents[i] = (guint)i;
    join_places(frame, lines, parents);
    settle_cells(frame, parents);
    return frame;
}

static gint compare_frames(gconstpointer a, gconstpointer b)
{
    float x = frame_top(*(Frame *const *)a, 0);
    float y = frame_top(*(Frame *const *)b, 0);
    return x < y ? -1 : x > y;
}

GPtrArray *frames_from_strokes(const GArray *strokes)
{
    g_autoptr(GArray) lines = lines_from_strokes(strokes);
    if (lines->len > LINES_MAX)
        return NULL;
    GPtrArray *frames = g_ptr_array_new_with_free_func((GDestroyNotify)frame_free);
    g_autofree guint *roots = connect_lines(lines);
    for (guint root = 0; root < lines->len; root++) {
        g_autoptr(GArray) own = g_array_new(FALSE, FALSE, sizeof(Stroke));
        guint level = 0;
        for (guint i = 0; roots[root] == root && i < lines->len; i++)
            if (roots[i] == root) {
                g_array_append_val(own, g_array_index(lines, Stroke, i));
                level += g_array_index(lines, Stroke, i).level;
            }
        if (level == 0 || level == own->len)
            continue; /* lines that cross none */
        Frame *frame = frame_from_lines(own);
        if (frame != NULL)
            g_ptr_array_add(frames, frame);
    }
    g_ptr_array_sort(frames, compare_frames);
    return frames;
}
