/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/pdf_device.h"

#include <math.h>

#include "history/paper_pdf.h"

/* A filled rectangle this thin is a ruling line, in points. */
#define THIN 3.5f

/* Lighter lines than this are drawn to be unseen: white borders on white paper. */
#define VISIBLE 0.93f

/* A text that leans more than this (as a slope) is a stamp or a watermark, not a line of the page. */
#define LEAN 0.05f

typedef struct {
    fz_device super;
    Drawing *drawing;
    guint groups, soft; /* how deep in groups; from which depth on what is drawn lets through what is below, 0: not */
    bool masked;
} MarkDevice;

/* A path being walked: its straight parts as strokes, and whether it bends. */
typedef struct {
    MarkDevice *device;
    GArray *strokes;
    fz_matrix matrix;
    fz_point start, at;
    float left, top, right, bottom; /* of the part between two moves */
    bool filled;
    guint parts, lines; /* of a filled path */
    bool square;        /* all of its lines are level or upright */
} PathWalk;

static void add_stroke(GArray *strokes, fz_point a, fz_point b)
{
    if (strokes == NULL)
        return;
    float across = fabsf(a.x - b.x);
    float down = fabsf(a.y - b.y);
    if (down <= 1 && across > down) {
        Stroke stroke = {(a.y + b.y) / 2, fminf(a.x, b.x), fmaxf(a.x, b.x), true};
        g_array_append_val(strokes, stroke);
    } else if (across <= 1 && down > across) {
        Stroke stroke = {(a.x + b.x) / 2, fminf(a.y, b.y), fmaxf(a.y, b.y), false};
        g_array_append_val(strokes, stroke);
    }
}

/* The middle line of a thin rectangle; nothing of a wide one, which is a background. */
static void close_fill(PathWalk *walk)
{
    float width = walk->right - walk->left;
    float height = walk->bottom - walk->top;
    if (width < 0 || height < 0)
        return;
    fz_point middle = {(walk->left + walk->right) / 2, (walk->top + walk->bottom) / 2};
    walk->parts++;
    if (height > THIN && width > THIN && walk->strokes != NULL) {
        Box box = {walk->left, walk->top, walk->right, walk->bottom};
        visible_add_fill(walk->device->drawing->visible, box, false, false);
    } else if (height <= THIN && width > height)
        add_stroke(walk->strokes, (fz_point){walk->left, middle.y}, (fz_point){walk->right, middle.y});
    else if (width <= THIN && height > width)
        add_stroke(walk->strokes, (fz_point){middle.x, walk->top}, (fz_point){middle.x, walk->bottom});
    walk->left = walk->top = INFINITY;
    walk->right = walk->bottom = -INFINITY;
}

static void stretch(PathWalk *walk, fz_point point)
{
    walk->left = fminf(walk->left, point.x);
    walk->right = fmaxf(walk->right, point.x);
    walk->top = fminf(walk->top, point.y);
    walk->bottom = fmaxf(walk->bottom, point.y);
}

static void walk_to(fz_context *context, void *data, float x, float y)
{
    (void)context;
    PathWalk *walk = data;
    fz_point to = fz_transform_point_xy(x, y, walk->matrix);
    walk->square &= fabsf(to.x - walk->at.x) < 0.5f || fabsf(to.y - walk->at.y) < 0.5f;
    walk->lines++;
    if (walk->filled)
        stretch(walk, to);
    else
        add_stroke(walk->strokes, walk->at, to);
    walk->at = to;
}

static void walk_move(fz_context *context, void *data, float x, float y)
{
    (void)context;
    PathWalk *walk = data;
    if (walk->filled)
        close_fill(walk);
    walk->start = walk->at = fz_transform_point_xy(x, y, walk->matrix);
    if (walk->filled)
        stretch(walk, walk->at);
}

/* A curve ends what it belongs to: rounded boxes and drawings rule no table. */
static void walk_curve(fz_context *context, void *data, float x1, float y1, float x2, float y2, float x, float y)
{
    (void)context, (void)x1, (void)y1, (void)x2, (void)y2;
    PathWalk *walk = data;
    walk->square = false;
    walk->at = fz_transform_point_xy(x, y, walk->matrix);
    if (walk->filled)
        stretch(walk, (fz_point){walk->at.x - 2 * THIN, walk->at.y - 2 * THIN});
}

static void walk_close(fz_context *context, void *data)
{
    (void)context;
    PathWalk *walk = data;
    if (!walk->filled)
        add_stroke(walk->strokes, walk->at, walk->start);
    walk->at = walk->start;
}

static const fz_path_walker walker = {
    .moveto = walk_move, .lineto = walk_to, .curveto = walk_curve, .closepath = walk_close};

static PathWalk walk_path(fz_context *context, MarkDevice *device, GArray *strokes, const fz_path *path, fz_matrix matrix,
                          bool filled)
{
    PathWalk walk = {.device = device,
                     .strokes = strokes,
                     .matrix = matrix,
                     .left = INFINITY,
                     .top = INFINITY,
                     .right = -INFINITY,
                     .bottom = -INFINITY,
                     .filled = filled,
                     .square = true};
    fz_walk_path(context, path, &walker, &walk);
    if (filled)
        close_fill(&walk);
    return walk;
}

/* What can be drawn on now, all of the plane where nothing is clipped. */
static fz_rect current_clip(const MarkDevice *device)
{
    int depth = device->super.container_len;
    return depth > 0 ? device->super.container[depth - 1].scissor : fz_infinite_rect;
}

/* A box that lets nothing through: one rectangle, filled, and not cut by what else clips it. */
static void add_cover(fz_context *context, MarkDevice *device, const PathWalk *walk, const fz_path *path, bool light)
{
    if (walk->parts != 1 || walk->lines > 4 || !walk->square || device->soft > 0 || device->masked)
        return;
    fz_rect box = fz_bound_path(context, path, NULL, walk->matrix);
    fz_rect clip = fz_expand_rect(current_clip(device), 1);
    if (box.x1 - box.x0 > THIN && box.y1 - box.y0 > THIN && fz_contains_rect(clip, box))
        visible_add_fill(device->drawing->visible, (Box){box.x0, box.y0, box.x1, box.y1}, light, true);
}

/* Black is 0, white is 1; CMYK counts the other way round. */
static bool is_visible(fz_context *context, fz_colorspace *space, const float *color, float alpha)
{
    if (alpha < 0.1f)
        return false;
    int count = space != NULL ? fz_colorspace_n(context, space) : 0;
    float most = 0;
    float least = 1;
    for (int i = 0; i < count; i++) {
        most = fmaxf(most, color[i]);
        least = fminf(least, color[i]);
    }
    return count == 0 || (count == 4 ? most > 1 - VISIBLE : least < VISIBLE);
}

static MarkDevice *mark_device(fz_device *device)
{
    return (MarkDevice *)(void *)device;
}

/*
 * Counts a path. Forms that show forms may draw without end: what is beyond all pages ends the drawing of this one.
 * This error is the only one that MuPDF does not go on after; it keeps it to itself.
 */
static void count_path(fz_context *context, MarkDevice *self)
{
    if (++self->drawing->paths > PDF_PATHS_MAX)
        fz_throw(context, FZ_ERROR_ABORT, "too many lines");
}

static void on_fill_path(fz_context *context, fz_device *device, const fz_path *path, int even_odd, fz_matrix matrix,
                         fz_colorspace *space, const float *color, float alpha, fz_color_params params)
{
    (void)even_odd, (void)params;
    MarkDevice *self = mark_device(device);
    count_path(context, self);
    if (alpha < 0.1f)
        return;
    bool dark = is_visible(context, space, color, alpha);
    PathWalk walk = walk_path(context, self, dark ? self->drawing->marks[0]->strokes : NULL, path, matrix, true);
    if (alpha > 0.99f)
        add_cover(context, self, &walk, path, !dark);
}

static void on_stroke_path(fz_context *context, fz_device *device, const fz_path *path, const fz_stroke_state *state,
                           fz_matrix matrix, fz_colorspace *space, const float *color, float alpha,
                           fz_color_params params)
{
    (void)state, (void)params;
    MarkDevice *self = mark_device(device);
    count_path(context, self);
    if (is_visible(context, space, color, alpha))
        walk_path(context, self, self->drawing->marks[0]->strokes, path, matrix, false);
}

static void on_clip_path(fz_context *context, fz_device *device, const fz_path *path, int even_odd, fz_matrix matrix,
                         fz_rect scissor)
{
    (void)even_odd, (void)scissor;
    MarkDevice *self = mark_device(device);
    count_path(context, self);
    walk_path(context, self, self->drawing->marks[0]->clips, path, matrix, false);
}

/* How often the direction of a text is a quarter turn from reading left to right, -1 when it leans. */
static int quarter_turns(fz_matrix matrix)
{
    if (fabsf(matrix.b) <= LEAN * fabsf(matrix.a))
        return matrix.a > 0 ? 0 : 2;
    if (fabsf(matrix.a) <= LEAN * fabsf(matrix.b))
        return matrix.b > 0 ? 1 : 3;
    return -1;
}

/* The point as a reader sees it who holds the page so that this text reads from left to right. */
static fz_point turn_point(const Marks *page, int turns, fz_point point)
{
    switch (turns) {
    case 1: /* reads downwards */
        return (fz_point){point.y, page->width - point.x};
    case 2:
        return (fz_point){page->width - point.x, page->height - point.y};
    case 3: /* reads upwards */
        return (fz_point){page->height - point.y, point.x};
    default:
        return point;
    }
}

/* The middle of a glyph on the page as it lies in the file. */
static fz_point middle_of_glyph(const fz_text_span *span, fz_matrix type, fz_point at, float advance)
{
    float along = span->wmode == 0 ? advance / 2 : 0;
    float up = span->wmode == 0 ? 0.36f : -0.5f;
    return (fz_point){at.x + type.a * along + type.c * up, at.y + type.b * along + type.d * up};
}

static float advance_of_item(fz_context *context, const fz_text_span *span, const fz_text_item *item)
{
    return item->gid >= 0 ? fz_advance_glyph(context, span->font, item->gid, 0) : 0;
}

/* True when a clip leaves none of a span's glyphs: a word that is cut off somewhere is still read whole. */
static bool is_clipped_away(fz_context *context, const MarkDevice *self, const fz_text_span *span, fz_matrix matrix,
                            fz_matrix type)
{
    if (self->super.container_len == 0)
        return false;
    fz_rect clip = fz_expand_rect(current_clip(self), 1);
    for (int i = 0; i < span->len; i++) {
        const fz_text_item *item = &span->items[i];
        fz_point at = fz_transform_point_xy(item->x, item->y, matrix);
        if (fz_is_point_inside_rect(middle_of_glyph(span, type, at, advance_of_item(context, span, item)), clip))
            return false;
    }
    return true;
}

/* The character of no glyph: the font does not say which one it is. */
static bool is_unknown(int character)
{
    return (character > 0 && character < 0x20 && character != '\t') || character == 0xfffd ||
           (character >= 0xe000 && character <= 0xf8ff);
}

/* A glyph of which nobody knows what it says; one alone is the mark of a list, several may be a figure. */
static gunichar character_of_item(const fz_text_span *span, int i)
{
    bool unknown = is_unknown(span->items[i].ucs);
    bool among = (i > 0 && is_unknown(span->items[i - 1].ucs)) || (i + 1 < span->len && is_unknown(span->items[i + 1].ucs));
    return unknown && among ? BLOT : (gunichar)span->items[i].ucs;
}

static bool is_on_page(const Marks *page, fz_point middle, float size)
{
    return middle.x > -size && middle.y > -size && middle.x < page->width + size && middle.y < page->height + size;
}

static void add_span(fz_context *context, MarkDevice *self, const fz_text_span *span, fz_matrix matrix, Ink ink)
{
    fz_matrix type = fz_concat(span->trm, matrix);
    int turns = quarter_turns(type);
    float wide = hypotf(type.a, type.b);
    float size = hypotf(type.c, type.d);
    if (turns < 0 || size < 0.5f)
        return;
    if (is_clipped_away(context, self, span, matrix, type))
        ink = INK_LOST;
    for (int i = 0; i < span->len; i++) {
        const fz_text_item *item = &span->items[i];
        if (item->ucs <= 0)
            continue;
        if (self->drawing->turns->len >= PDF_GLYPHS_MAX) {
            self->drawing->too_many = true;
            return;
        }
        fz_point drawn = fz_transform_point_xy(item->x, item->y, matrix);
        fz_point at = turn_point(self->drawing->marks[0], turns, drawn);
        float width = advance_of_item(context, span, item);
        fz_point middle = middle_of_glyph(span, type, drawn, width);
        float advance = width * wide;
        /* Set downwards, the origin of a glyph is above its middle. */
        if (span->wmode != 0) {
            at.x -= advance / 2;
            at.y += 0.88f * size;
        }
        Glyph glyph = {at.x, at.x + advance, at.y, size, character_of_item(span, i)};
        g_array_append_val(self->drawing->marks[turns]->glyphs, glyph);
        bool on_page = is_on_page(self->drawing->marks[0], middle, size / 2);
        visible_add_glyph(self->drawing->visible, middle.x, middle.y, on_page ? ink : INK_LOST);
        g_byte_array_append(self->drawing->turns, &(guint8){(guint8)turns}, 1);
    }
}

static void add_text(fz_context *context, fz_device *device, const fz_text *text, fz_matrix matrix, Ink ink)
{
    MarkDevice *self = mark_device(device);
    for (const fz_text_span *span = text->head; span != NULL && !self->drawing->too_many; span = span->next)
        add_span(context, self, span, matrix, ink);
}

static void on_fill_text(fz_context *context, fz_device *device, const fz_text *text, fz_matrix matrix,
                         fz_colorspace *space, const float *color, float alpha, fz_color_params params)
{
    (void)params;
    bool dark = is_visible(context, space, color, 1);
    add_text(context, device, text, matrix, alpha < 0.1f ? INK_LOST : dark ? INK_DARK : INK_LIGHT);
}

static void on_stroke_text(fz_context *context, fz_device *device, const fz_text *text, const fz_stroke_state *state,
                           fz_matrix matrix, fz_colorspace *space, const float *color, float alpha,
                           fz_color_params params)
{
    (void)state;
    on_fill_text(context, device, text, matrix, space, color, alpha, params);
}

/* Patterns are painted through the text as a mould. */
static void on_clip_text(fz_context *context, fz_device *device, const fz_text *text, fz_matrix matrix, fz_rect scissor)
{
    (void)scissor;
    add_text(context, device, text, matrix, INK_DARK);
}

/* Text that is laid unseen over the picture of a page is its text layer. */
static void on_ignore_text(fz_context *context, fz_device *device, const fz_text *text, fz_matrix matrix)
{
    add_text(context, device, text, matrix, INK_NONE);
}

static void on_fill_shade(fz_context *context, fz_device *device, fz_shade *shade, fz_matrix matrix, float alpha,
                          fz_color_params params)
{
    (void)alpha, (void)params;
    MarkDevice *self = mark_device(device);
    fz_rect box = fz_intersect_rect(fz_bound_shade(context, shade, matrix), current_clip(self));
    count_path(context, self);
    visible_add_fill(self->drawing->visible, (Box){box.x0, box.y0, box.x1, box.y1}, false, false);
}

static void on_fill_image(fz_context *context, fz_device *device, fz_image *image, fz_matrix matrix, float alpha,
                          fz_color_params params)
{
    (void)image, (void)alpha, (void)params;
    MarkDevice *self = mark_device(device);
    fz_rect box = fz_transform_rect(fz_unit_rect, matrix);
    count_path(context, self);
    visible_add_picture(self->drawing->visible, (Box){box.x0, box.y0, box.x1, box.y1});
    self->drawing->marks[0]->has_pictures = true;
}

static void on_fill_image_mask(fz_context *context, fz_device *device, fz_image *image, fz_matrix matrix,
                               fz_colorspace *space, const float *color, float alpha, fz_color_params params)
{
    (void)space, (void)color;
    on_fill_image(context, device, image, matrix, alpha, params);
}

/* In a group that is blended with what is below, such as a marker's, nothing covers. */
static void on_begin_group(fz_context *context, fz_device *device, fz_rect area, fz_colorspace *space, int isolated, int knockout,
                           int blend, float alpha)
{
    (void)context, (void)area, (void)space, (void)isolated, (void)knockout;
    MarkDevice *self = mark_device(device);
    self->groups++;
    if (self->soft == 0 && (blend != FZ_BLEND_NORMAL || alpha < 0.99f))
        self->soft = self->groups;
}

static void on_end_group(fz_context *context, fz_device *device)
{
    (void)context;
    MarkDevice *self = mark_device(device);
    if (self->soft == self->groups)
        self->soft = 0;
    self->groups -= self->groups > 0;
}

static void on_begin_mask(fz_context *context, fz_device *device, fz_rect area, int luminosity, fz_colorspace *space,
                          const float *backdrop, fz_color_params params)
{
    (void)context, (void)area, (void)luminosity, (void)space, (void)backdrop, (void)params;
    mark_device(device)->masked = true;
}

fz_device *pdf_device_new(fz_context *context, Drawing *drawing)
{
    MarkDevice *device = mark_device(fz_new_device_of_size(context, (int)sizeof(MarkDevice)));
    device->super.fill_path = on_fill_path;
    device->super.stroke_path = on_stroke_path;
    device->super.clip_path = on_clip_path;
    device->super.fill_text = on_fill_text;
    device->super.stroke_text = on_stroke_text;
    device->super.clip_text = on_clip_text;
    device->super.ignore_text = on_ignore_text;
    device->super.fill_shade = on_fill_shade;
    device->super.begin_group = on_begin_group;
    device->super.end_group = on_end_group;
    device->super.begin_mask = on_begin_mask;
    device->super.fill_image = on_fill_image;
    device->super.fill_image_mask = on_fill_image_mask;
    device->drawing = drawing;
    return &device->super;
}

Drawing drawing_new(void)
{
    Drawing drawing = {.visible = visible_new(), .turns = g_byte_array_new()};
    for (int i = 0; i < TURNS; i++)
        drawing.marks[i] = marks_new(0, 0);
    return drawing;
}

void drawing_clear(Drawing *drawing)
{
    for (int i = 0; i < TURNS; i++)
        marks_free(drawing->marks[i]);
    visible_free(drawing->visible);
    g_byte_array_unref(drawing->turns);
}

static void turn_strokes(const Marks *page, int turns, const GArray *from, GArray *to)
{
    for (guint i = 0; i < from->len; i++) {
        const Stroke *stroke = &g_array_index(from, Stroke, i);
        fz_point a = stroke->level ? (fz_point){stroke->from, stroke->at} : (fz_point){stroke->at, stroke->from};
        fz_point b = stroke->level ? (fz_point){stroke->to, stroke->at} : (fz_point){stroke->at, stroke->to};
        add_stroke(to, turn_point(page, turns, a), turn_point(page, turns, b));
    }
}

Marks *drawing_upright(Drawing *drawing)
{
    Marks **marks = drawing->marks;
    int most = 0;
    for (int i = 1; i < TURNS; i++)
        if (marks[i]->glyphs->len > marks[most]->glyphs->len)
            most = i;
    Marks *page = marks[most];
    if (most == 0)
        return page;
    turn_strokes(marks[0], most, marks[0]->strokes, page->strokes);
    turn_strokes(marks[0], most, marks[0]->clips, page->clips);
    page->has_pictures = marks[0]->has_pictures;
    page->width = most == 2 ? marks[0]->width : marks[0]->height;
    page->height = most == 2 ? marks[0]->height : marks[0]->width;
    return page;
}
