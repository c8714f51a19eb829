/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Truth files: tab-separated, with a header that names the columns; and how their words are compared with what was read. */
#ifndef TESTS_CORPUS_TRUTH_H
#define TESTS_CORPUS_TRUTH_H

#include <glib.h>
#include <stdbool.h>

typedef struct {
    char **header;
    GPtrArray *rows; /* char** */
} Truth;

Truth *truth_read(const char *path, GError **error);
void truth_free(Truth *truth);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Truth, truth_free)

bool truth_has(const Truth *truth, const char *column);

/* A field by its column's name, "" when there is none. */
const char *truth_field(const Truth *truth, guint row, const char *column);

/* As compared: without spaces, wide forms made narrow, one kind of quotation mark. The caller frees these. */
char *plain_text(const char *text);
char *plain_label(const char *text); /* also without list number, 其中： and the form's remarks */
char *plain_title(const char *text); /* also without number, year and quotation marks */

/* How much two plain texts have in common, 0 to 1, by pairs of characters. */
double text_likeness(const char *a, const char *b);

#endif
