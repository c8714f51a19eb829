/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/report/prose.h"

#include "schema/clean.h"

static void span_clear(gpointer data)
{
    Span *span = data;
    g_free(span->text);
    g_free(span->link);
    g_free(span->report);
}

Prose *prose_new(const char *text)
{
    Prose *prose = g_new0(Prose, 1);
    prose->spans = g_array_new(FALSE, TRUE, sizeof(Span));
    g_array_set_clear_func(prose->spans, span_clear);
    if (text != NULL)
        prose_add(prose, TONE_PLAIN, text);
    return prose;
}

void prose_free(Prose *prose)
{
    if (prose == NULL)
        return;
    g_array_unref(prose->spans);
    g_free(prose);
}

void prose_link(Prose *prose, Tone tone, const char *anchor, const char *text)
{
    Span span = {.text = text_clean(text), .link = g_strdup(anchor), .tone = tone};
    g_array_append_val(prose->spans, span);
}

void prose_link_report(Prose *prose, Tone tone, const char *folder, const char *anchor, const char *text)
{
    Span span = {text_clean(text), g_strdup(anchor != NULL ? anchor : ""), g_strdup(folder), tone};
    g_array_append_val(prose->spans, span);
}

void prose_add(Prose *prose, Tone tone, const char *text)
{
    prose_link(prose, tone, NULL, text);
}

static void G_GNUC_PRINTF(3, 0) prose_vaddf(Prose *prose, Tone tone, const char *format, va_list arguments)
{
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    prose_add(prose, tone, text);
}

void prose_addf(Prose *prose, Tone tone, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    prose_vaddf(prose, tone, format, arguments);
    va_end(arguments);
}

Prose *prose_printf(const char *format, ...)
{
    Prose *prose = prose_new(NULL);
    va_list arguments;
    va_start(arguments, format);
    prose_vaddf(prose, TONE_PLAIN, format, arguments);
    va_end(arguments);
    return prose;
}

char *prose_text(const Prose *prose)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < prose->spans->len; i++)
        g_string_append(text, prose_span(prose, i)->text);
    return g_string_free(text, FALSE);
}
