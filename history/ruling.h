/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ruling lines as frames: where the rows and columns of a ruled table begin and end, and which of the places between
 * them are one cell because no line parts them.
 */
#ifndef HISTORY_RULING_H
#define HISTORY_RULING_H

#include "history/marks.h"

typedef struct {
    GArray *tops;  /* float: the edges of its rows, from the top down, one more than rows */
    GArray *lefts; /* float: the edges of its columns */
    int *cell_of;  /* for each row and column the index (row * columns + column) of the first place of its cell */
} Frame;

void frame_free(Frame *frame);

static inline int frame_rows(const Frame *frame)
{
    return (int)frame->tops->len - 1;
}

static inline int frame_columns(const Frame *frame)
{
    return (int)frame->lefts->len - 1;
}

static inline float frame_top(const Frame *frame, int row)
{
    return g_array_index(frame->tops, float, row);
}

static inline float frame_left(const Frame *frame, int column)
{
    return g_array_index(frame->lefts, float, column);
}

/* The row or column that holds a coordinate, -1 outside. */
int frame_place(const GArray *edges, float at);

/*
 * The frames (Frame) that a page's lines make, from the top down. Fewer than two cells are no frame. NULL when there are
 * more lines than any page of tables has.
 */
GPtrArray *frames_from_strokes(const GArray *strokes);

#endif
