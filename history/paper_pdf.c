/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/paper_pdf.h"

#include <mupdf/fitz.h>
#include <mupdf/pdf.h>
#include <string.h>

#include "history/layout.h"
#include "history/pdf_device.h"
#include "schema/clean.h"
#include "schema/error.h"
#include "schema/language.h"

/* What MuPDF may keep of fonts and images between pages. */
#define STORE_BYTES (8u << 20)

/* How much of the text that is not seen is told. */
#define HIDDEN_TOLD 40

/* What MuPDF says of a page while it reads it. */
typedef struct {
    char *first; /* of what may mean that something is missing, NULL for nothing */
} Messages;

/* What a call of MuPDF that went wrong says, as an error of ours. */
static void refuse(GError **error, const char *words, const char *detail)
{
    g_autofree char *clean = text_clean(detail);
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT, "%s%s%s%s", words, clean[0] != '\0' ? say("（", " (") : "",
                clean, clean[0] != '\0' ? say("）", ")") : "");
}

/*
 * Draws one page, with what was filled in and laid over it, into its marks. False with what is wrong in *fault when it breaks
 * off: what was drawn stays.
 */
static bool draw_page(fz_context *context, fz_document *document, int number, Drawing *drawing, char **fault)
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
            drawing->marks[i]->width = box.x1 - box.x0;
            drawing->marks[i]->height = box.y1 - box.y0;
        }
        device = pdf_device_new(context, drawing);
        fz_matrix matrix = fz_translate(-box.x0, -box.y0);
        fz_run_page_contents(context, page, device, matrix, NULL);
        fz_run_page_annots(context, page, device, matrix, NULL);
        fz_run_page_widgets(context, page, device, matrix, NULL);
        fz_close_device(context, device);
        if (drawing->too_many)
            *fault = g_strdup_printf(say("超过 %d 个字符，不会是公开文件的一页，未读",
                                         "more than %d characters: no page of a filing, not read"),
                                     PDF_GLYPHS_MAX);
        else if (drawing->paths > PDF_PATHS_MAX)
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

static void tell_damage(Paper *paper, int number, const char *message)
{
    g_autofree char *fault = g_strdup_printf(
        say("这一页有损坏，可能没有读全：%s", "the page is damaged and may not be read whole: %s"), message);
    paper_add_fault(paper, number, fault);
}

/* Takes out what no reader of the page sees, and tells it. */
static void keep_visible(const Drawing *drawing, Paper *paper, int number)
{
    guint kept[TURNS] = {0}, next[TURNS] = {0}, hidden = 0;
    g_autoptr(GString) what = g_string_new(NULL);
    if (!visible_settle(drawing->visible))
        paper_add_fault(paper, number, say("这一页叠放的东西太多，被遮住的字可能也读了",
                                           "too much lies over one another: text that is covered may have been read"));
    for (guint i = 0; i < drawing->turns->len; i++) {
        guint turn = drawing->turns->data[i];
        GArray *glyphs = drawing->marks[turn]->glyphs;
        Glyph glyph = g_array_index(glyphs, Glyph, next[turn]++);
        if (visible_sees(drawing->visible, i)) {
            g_array_index(glyphs, Glyph, kept[turn]++) = glyph;
        } else if (!g_unichar_isspace(glyph.character)) {
            if (hidden++ < HIDDEN_TOLD)
                g_string_append_unichar(what, glyph.character);
        }
    }
    for (int i = 0; i < TURNS; i++)
        g_array_set_size(drawing->marks[i]->glyphs, kept[i]);
    if (hidden == 0)
        return;
    g_autofree char *clean = text_clean(what->str);
    g_autofree char *fault =
        g_strdup_printf(say("有 %u 个字看不见（白色、透明、被遮住、裁掉或在页面之外），没有读：%s",
                            "%u characters cannot be seen (white, transparent, covered, clipped or beside the page), not read: %s"),
                        hidden, clean);
    paper_add_fault(paper, number, fault);
}

static void tell_overprinted(Marks *page, Paper *paper, int number)
{
    g_autoptr(GString) what = g_string_new(NULL);
    guint count = marks_blot_overprinted(page, what);
    if (count == 0)
        return;
    g_autofree char *fault = g_strdup_printf(say("有 %u 个数字印在别的数字上面，看不清，没有读：%s",
                                                 "%u digits are printed over others and cannot be told apart, not read: %s"),
                                             count, what->str);
    paper_add_fault(paper, number, fault);
}

static void read_page(fz_context *context, fz_document *document, int number, Messages *messages, Paper *paper)
{
    g_autofree char *fault = NULL;
    Drawing drawing = drawing_new();
    PaperPage *page = paper_add_page(paper);
    g_clear_pointer(&messages->first, g_free);
    bool drawn = draw_page(context, document, number, &drawing, &fault);
    fz_flush_warnings(context);
    if (!drawn)
        paper_add_fault(paper, number + 1, fault);
    else if (messages->first != NULL)
        tell_damage(paper, number + 1, messages->first);
    keep_visible(&drawing, paper, number + 1);
    if (visible_has_silent_picture(drawing.visible, drawing.marks[0]->width, drawing.marks[0]->height))
        page->has_silent_picture = true;
    Marks *marks = drawing_upright(&drawing);
    tell_overprinted(marks, paper, number + 1);
    if (!page_from_marks(marks, page))
        paper_add_fault(paper, number + 1,
                        say("这一页的线太多，不会是表格的框线，表格没有按框线读",
                            "more lines than tables have: its tables are read without them"));
    drawing_clear(&drawing);
}

static bool has_text(const Paper *paper)
{
    for (guint i = 0; i < paper->pages->len; i++)
        if (paper_page(paper, i)->blocks->len > 0)
            return true;
    return false;
}

/* A page without a character that shows a picture was scanned; one with a few may be, behind a stamp or a page number. */
static void tell_pictures(Paper *paper)
{
    for (guint i = 0; i < paper->pages->len; i++) {
        const PaperPage *page = paper_page(paper, i);
        if (page->blocks->len == 0 && page->has_pictures)
            paper_add_fault(
                paper, (int)i + 1,
                say("这一页是图片，没有文字层，未读", "the page is a picture without a text layer: not read"));
        else if (page->has_silent_picture)
            paper_add_fault(paper, (int)i + 1, say("这一页有大幅图片，图片里的字没有读",
                                                   "a large picture on this page: what stands in it was not read"));
    }
}

/* Why nothing was read: what is damaged looks like a scanned file, too. */
static void refuse_without_text(const Paper *paper, int count, GError **error)
{
    if (count == 0)
        refuse(error, say("PDF 里没有一页", "the PDF has no pages"), "");
    else if (paper->faults->len > 0)
        refuse(error, say("PDF 已损坏，没有读出文字", "the PDF is damaged: no text could be read"),
               g_array_index(paper->faults, PaperFault, 0).text);
    else
        refuse(error,
               say("没有文字层（扫描件或图片）：请先用文字识别软件处理，或改用可复制文字的版本",
                   "no text layer (scanned pages or pictures): have the text recognised first, or use a "
                   "version whose text can be copied"),
               "");
}

static bool read_pages(fz_context *context, fz_document *document, Messages *messages, Paper *paper, GError **error)
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
        read_page(context, document, i, messages, paper);
    pdf_document *pdf = pdf_specifics(context, document);
    if (pdf != NULL && pdf_was_repaired(context, pdf))
        paper_add_fault(
            paper, 0,
            say("PDF 有损坏，修复后读出，可能不全", "the PDF is damaged and was repaired: parts may be missing"));
    if (!has_text(paper)) {
        refuse_without_text(paper, count, error);
        return false;
    }
    tell_pictures(paper);
    return true;
}

/* What MuPDF says of fonts that are not in the file and of colours costs no text. */
static bool is_harmless(const char *message)
{
    static const char *const parts[] = {"non-embedded font", "FT_", "ICC", "icc", "cannot encode character", "... repeated"};
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
        if (strstr(message, parts[i]) != NULL)
            return true;
    return false;
}

static void take_message(void *user, const char *message)
{
    Messages *messages = user;
    if (messages->first == NULL && !is_harmless(message))
        messages->first = text_clean(message);
}

/* Opens the file and reads it; the document is closed here. */
static bool read_file(fz_context *context, const guint8 *bytes, gsize length, Messages *messages, Paper *paper, GError **error)
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
        read = read_pages(context, document, messages, paper, error);
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
    Messages messages = {NULL};
    fz_set_warning_callback(context, take_message, &messages);
    fz_set_error_callback(context, take_message, &messages);
    g_autoptr(Paper) paper = paper_new();
    bool read = read_file(context, bytes, length, &messages, paper, error);
    fz_drop_context(context);
    g_free(messages.first);
    return read ? g_steal_pointer(&paper) : NULL;
}
