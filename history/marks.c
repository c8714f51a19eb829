/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/marks.h"

Marks *marks_new(float width, float height)
{
    Marks *marks = g_new0(Marks, 1);
    marks->width = width;
    marks->height = height;
    marks->glyphs = g_array_new(FALSE, FALSE, sizeof(Glyph));
    marks->strokes = g_array_new(FALSE, FALSE, sizeof(Stroke));
    marks->clips = g_array_new(FALSE, FALSE, sizeof(Stroke));
    return marks;
}

void marks_free(Marks *marks)
{
    if (marks == NULL)
        return;
    g_array_unref(marks->glyphs);
    g_array_unref(marks->strokes);
    g_array_unref(marks->clips);
    g_free(marks);
}
