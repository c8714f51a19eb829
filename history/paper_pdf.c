/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/paper_pdf.h"

#include <math.h>
#include <mupdf/fitz.h>
#include <mupdf/pdf.h>
#include <string.h>

#include "history/layout.h"
#include "schema/clean.h"
#include "schema/error.h"
#include "schema/language.h"

/* What MuPDF may keep of fonts and images between pages. */
#define STORE_BYTES (8u << 20)

/* A filled rectangle this thin is a ruling line, in points. */
#define THIN 3.5f

/* Lighter lines than this are drawn to be unseen: white borders on white paper. */
#define VISIBLE 0.93f

/* A text that leans more than this (as a slope) is a stamp or a watermark, not a line of the page. */
#define LEAN 0.05f

/* The four ways a page's text can be turned, as quarter turns of its reading direction. */
#define TURNS 4

typedef struct {
    fz_device super;
    Marks *marks[TURNS]; /* what is drawn by the direction of its text; strokes are all in the first */
    guint glyphs, paths;
    bool too_many;
} MarkDevice;

/* A path being walked: its straight parts as strokes, and whether it bends. */
typedef struct {
    MarkDevice *device;
    GArray *strokes;
    fz_matrix matrix;
    fz_point start, at;
    float left, top, right, bottom; /* of the part between two moves */
    bool filled;
} PathWalk;

static void add_stroke(GArray *strokes, fz_point a, fz_point b)
{
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
    if (height <= THIN && width > height)
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

static void walk_path(fz_context *context, MarkDevice *device, GArray *strokes, const fz_path *path, fz_matrix matrix,
                      bool filled)
{
    PathWalk walk = {.device = device,
                     .strokes = strokes,
                     .matrix = matrix,
                     .left = INFINITY,
                     .top = INFINITY,
                     .right = -INFINITY,
                     .bottom = -INFINITY,
                     .filled = filled};
    fz_walk_path(context, path, &walker, &walk);
    if (filled)
        close_fill(&walk);
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
    if (++self->paths > PDF_PATHS_MAX)
        fz_throw(context, FZ_ERROR_ABORT, "too many lines");
}

static void on_fill_path(fz_context *context, fz_device *device, const fz_path *path, int even_odd, fz_matrix matrix,
                         fz_colorspace *space, const float *color, float alpha, fz_color_params params)
{
    (void)even_odd, (void)params;
    MarkDevice *self = mark_device(device);
    count_path(context, self);
    if (is_visible(context, space, color, alpha))
        walk_path(context, self, self->marks[0]->strokes, path, matrix, true);
}

static void on_stroke_path(fz_context *context, fz_device *device, const fz_path *path, const fz_stroke_state *state,
                           fz_matrix matrix, fz_colorspace *space, const float *color, float alpha,
                           fz_color_params params)
{
    (void)state, (void)params;
    MarkDevice *self = mark_device(device);
    count_path(context, self);
    if (is_visible(context, space, color, alpha))
        walk_path(context, self, self->marks[0]->strokes, path, matrix, false);
}

static void on_clip_path(fz_context *context, fz_device *device, const fz_path *path, int even_odd, fz_matrix matrix,
                         fz_rect scissor)
{
    (void)even_odd, (void)scissor;
    MarkDevice *self = mark_device(device);
    count_path(context, self);
    walk_path(context, self, self->marks[0]->clips, path, matrix, false);
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

static void add_span(fz_context *context, MarkDevice *self, const fz_text_span *span, fz_matrix matrix)
{
    fz_matrix type = fz_concat(span->trm, matrix);
    int turns = quarter_turns(type);
    float wide = hypotf(type.a, type.b);
    float size = hypotf(type.c, type.d);
    if (turns < 0 || size < 0.5f)
        return;
    Marks *marks = self->marks[turns];
    for (int i = 0; i < span->len; i++) {
        const fz_text_item *item = &span->items[i];
        if (item->ucs <= 0)
            continue;
        if (++self->glyphs > PDF_GLYPHS_MAX) {
            self->too_many = true;
            return;
        }
        fz_point at = turn_point(self->marks[0], turns, fz_transform_point_xy(item->x, item->y, matrix));
        float advance = item->gid >= 0 ? fz_advance_glyph(context, span->font, item->gid, 0) * wide : 0;
        /* Set downwards, the origin of a glyph is above its middle. */
        if (span->wmode != 0) {
            at.x -= advance / 2;
            at.y += 0.88f * size;
        }
        Glyph glyph = {at.x, at.x + advance, at.y, size, (gunichar)item->ucs};
        g_array_append_val(marks->glyphs, glyph);
    }
}

static void on_fill_text(fz_context *context, fz_device *device, const fz_text *text, fz_matrix matrix,
                         fz_colorspace *space, const float *color, float alpha, fz_color_params params)
{
    (void)space, (void)color, (void)alpha, (void)params;
    MarkDevice *self = mark_device(device);
    for (const fz_text_span *span = text->head; span != NULL && !self->too_many; span = span->next)
        add_span(context, self, span, matrix);
}

static void on_stroke_text(fz_context *context, fz_device *device, const fz_text *text, const fz_stroke_state *state,
                           fz_matrix matrix, fz_colorspace *space, const float *color, float alpha,
                           fz_color_params params)
{
    (void)state;
    on_fill_text(context, device, text, matrix, space, color, alpha, params);
}

/* Text that is laid unseen over the picture of a page is its text layer. */
static void on_ignore_text(fz_context *context, fz_device *device, const fz_text *text, fz_matrix matrix)
{
    on_fill_text(context, device, text, matrix, NULL, NULL, 1, fz_default_color_params);
}

static void on_fill_image(fz_context *context, fz_device *device, fz_image *image, fz_matrix matrix, float alpha,
                          fz_color_params params)
{
    (void)context, (void)image, (void)matrix, (void)alpha, (void)params;
    mark_device(device)->marks[0]->has_pictures = true;
}

static void on_fill_image_mask(fz_context *context, fz_device *device, fz_image *image, fz_matrix matrix,
                               fz_colorspace *space, const float *color, float alpha, fz_color_params params)
{
    (void)space, (void)color;
    on_fill_image(context, device, image, matrix, alpha, params);
}

static MarkDevice *mark_device_new(fz_context *context, Marks *const marks[TURNS])
{
    MarkDevice *device = mark_device(fz_new_device_of_size(context, (int)sizeof(MarkDevice)));
    device->super.fill_path = on_fill_path;
    device->super.stroke_path = on_stroke_path;
    device->super.clip_path = on_clip_path;
    device->super.fill_text = on_fill_text;
    device->super.stroke_text = on_stroke_text;
    device->super.ignore_text = on_ignore_text;
    device->super.fill_image = on_fill_image;
    device->super.fill_image_mask = on_fill_image_mask;
    for (int i = 0; i < TURNS; i++)
        device->marks[i] = marks[i];
    return device;
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

/* The marks of the direction that most of the page's text reads in, with all lines seen from there. */
static Marks *upright(Marks *marks[TURNS])
{
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

/* What a call of MuPDF that went wrong says, as an error of ours. */
static void refuse(GError **error, const char *words, const char *detail)
{
    g_autofree char *clean = text_clean(detail);
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT, "%s%s%s%s", words, clean[0] != '\0' ? say("（", " (") : "",
                clean, clean[0] != '\0' ? say("）", ")") : "");
}

/* Draws one page into its marks. False with what is wrong in *fault when it breaks off: what was drawn stays. */
static bool draw_page(fz_context *context, fz_document *document, int number, Marks *marks[TURNS], char **fault)
{
    fz_page *page = NULL;
    fz_device *device = NULL;
    bool done = false;
    fz_var(page);
    fz_var(device);
    fz_var(done);
    fz_try(context)
    {
        page = fz_load_page(context, document, number);
        fz_rect box = fz_bound_page(context, page);
        for (int i = 0; i < TURNS; i++) {
            marks[i]->width = box.x1 - box.x0;
            marks[i]->height = box.y1 - box.y0;
        }
        MarkDevice *drawn = mark_device_new(context, marks);
        device = &drawn->super;
        fz_run_page_contents(context, page, device, fz_translate(-box.x0, -box.y0), NULL);
        fz_close_device(context, device);
        if (drawn->too_many)
            *fault = g_strdup_printf(say("超过 %d 个字符，不会是公开文件的一页，未读",
                                         "more than %d characters: no page of a filing, not read"),
                                     PDF_GLYPHS_MAX);
        else if (drawn->paths > PDF_PATHS_MAX)
            *fault = g_strdup_printf(say("超过 %d 条线，不会是公开文件的一页，只读了一部分",
                                         "more than %d lines: no page of a filing, read in part"),
                                     PDF_PATHS_MAX);
        done = *fault == NULL;
    }
    fz_always(context)
    {
        fz_drop_device(context, device);
        fz_drop_page(context, page);
    }
    fz_catch(context)
    {
        g_autofree char *message = text_clean(fz_caught_message(context));
        *fault = g_strdup_printf(
            say("这一页有损坏，可能没有读全：%s", "the page is damaged and may not be read whole: %s"), message);
    }
    return done;
}

static void read_page(fz_context *context, fz_document *document, int number, Paper *paper)
{
    Marks *marks[TURNS];
    g_autofree char *fault = NULL;
    for (int i = 0; i < TURNS; i++)
        marks[i] = marks_new(0, 0);
    PaperPage *page = paper_add_page(paper);
    if (!draw_page(context, document, number, marks, &fault))
        paper_add_fault(paper, number + 1, fault);
    if (!page_from_marks(upright(marks), page))
        paper_add_fault(paper, number + 1,
                        say("这一页的线太多，不会是表格的框线，表格没有按框线读",
                            "more lines than tables have: its tables are read without them"));
    for (int i = 0; i < TURNS; i++)
        marks_free(marks[i]);
}

static bool has_text(const Paper *paper)
{
    for (guint i = 0; i < paper->pages->len; i++)
        if (paper_page(paper, i)->blocks->len > 0)
            return true;
    return false;
}

/* A page without a character that shows a picture was scanned. */
static void tell_pictures(Paper *paper)
{
    for (guint i = 0; i < paper->pages->len; i++) {
        const PaperPage *page = paper_page(paper, i);
        if (page->blocks->len == 0 && page->has_pictures)
            paper_add_fault(
                paper, (int)i + 1,
                say("这一页是图片，没有文字层，未读", "the page is a picture without a text layer: not read"));
    }
}

static bool read_pages(fz_context *context, fz_document *document, Paper *paper, GError **error)
{
    volatile int count = 0;
    fz_try(context) count = fz_count_pages(context, document);
    fz_catch(context)
    {
        refuse(error, say("PDF 已损坏，读不出页", "the PDF is damaged: it has no readable pages"),
               fz_caught_message(context));
        return false;
    }
    if (count > PDF_PAGES_MAX) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                    say("有 %d 页，超过 %d 页，不会是一份公开文件", "%d pages, more than %d: no filing is that long"),
                    count, PDF_PAGES_MAX);
        return false;
    }
    for (int i = 0; i < count; i++)
        read_page(context, document, i, paper);
    pdf_document *pdf = pdf_specifics(context, document);
    if (pdf != NULL && pdf_was_repaired(context, pdf))
        paper_add_fault(
            paper, 0,
            say("PDF 有损坏，修复后读出，可能不全", "the PDF is damaged and was repaired: parts may be missing"));
    if (!has_text(paper)) {
        refuse(error,
               count > 0 ? say("没有文字层（扫描件或图片）：请先用文字识别软件处理，或改用可复制文字的版本",
                               "no text layer (scanned pages or pictures): have the text recognised first, or use a "
                               "version whose text can be copied")
                         : say("PDF 里没有一页", "the PDF has no pages"),
               "");
        return false;
    }
    tell_pictures(paper);
    return true;
}

static void ignore_message(void *user, const char *message)
{
    (void)user, (void)message;
}

/* Opens the file and reads it; the document is closed here. */
static bool read_file(fz_context *context, const guint8 *bytes, gsize length, Paper *paper, GError **error)
{
    fz_document *document = NULL;
    fz_stream *stream = NULL;
    fz_var(document);
    fz_var(stream);
    fz_try(context)
    {
        fz_register_document_handlers(context);
        stream = fz_open_memory(context, bytes, length);
        document = fz_open_document_with_stream(context, "application/pdf", stream);
    }
    fz_always(context) fz_drop_stream(context, stream);
    fz_catch(context)
    {
        refuse(error, say("PDF 已损坏，打不开", "the PDF is damaged and cannot be opened"), fz_caught_message(context));
        return false;
    }
    volatile bool locked = true;
    fz_try(context) locked = fz_needs_password(context, document);
    fz_catch(context) locked = true;
    bool read = false;
    if (locked)
        refuse(error, say("PDF 有密码，打不开：请先解除密码", "the PDF is encrypted: remove its password first"), "");
    else
        read = read_pages(context, document, paper, error);
    fz_drop_document(context, document);
    return read;
}

Paper *paper_from_pdf(const guint8 *bytes, gsize length, GError **error)
{
    fz_context *context = fz_new_context(NULL, NULL, STORE_BYTES);
    if (context == NULL) {
        refuse(error, say("内存不足", "out of memory"), "");
        return NULL;
    }
    fz_set_warning_callback(context, ignore_message, NULL);
    fz_set_error_callback(context, ignore_message, NULL);
    g_autoptr(Paper) paper = paper_new();
    bool read = read_file(context, bytes, length, paper, error);
    fz_drop_context(context);
    return read ? g_steal_pointer(&paper) : NULL;
}
