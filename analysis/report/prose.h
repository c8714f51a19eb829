/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A line or paragraph of a report: spans of text, each with a tone and perhaps a link to a place in the same
 * report. It knows nothing of HTML or Markdown; whatever text goes in comes out of both as that text.
 */
#ifndef ANALYSIS_REPORT_PROSE_H
#define ANALYSIS_REPORT_PROSE_H

#include <glib.h>

typedef enum {
    TONE_PLAIN,
    TONE_STRONG,
    TONE_MUTED,
    TONE_QUOTE, /* the document's own words */
    TONE_NOTICE,
    TONE_WARNING,
    TONE_ERROR,
} Tone;

typedef struct {
    char *text; /* clean (escape.h) */
    char *link; /* anchor in the report, of letters a-z, digits and '-'; NULL without one, "" for a report's top */
    char *report; /* the folder of another report that the link leads to, percent-encoded; NULL for this one */
    Tone tone;
} Span;

typedef struct {
    GArray *spans; /* Span */
} Prose;

/* With a first plain span, or empty for NULL. The caller owns it until it is given to a block or table. */
Prose *prose_new(const char *text);
Prose *prose_printf(const char *format, ...) G_GNUC_PRINTF(1, 2);
void prose_free(Prose *prose);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Prose, prose_free)

void prose_add(Prose *prose, Tone tone, const char *text);
void prose_addf(Prose *prose, Tone tone, const char *format, ...) G_GNUC_PRINTF(3, 4);
void prose_link(Prose *prose, Tone tone, const char *anchor, const char *text);

/* A link into another report, below this one's folder; to its top for a NULL anchor. */
void prose_link_report(Prose *prose, Tone tone, const char *folder, const char *anchor, const char *text);

/* All its text in one. The caller frees it. */
char *prose_text(const Prose *prose);

static inline const Span *prose_span(const Prose *prose, guint index)
{
    return &g_array_index(prose->spans, Span, index);
}

#endif
