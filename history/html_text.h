/* SPDX-License-Identifier: GPL-3.0-or-later */
/* HTML's bytes -> UTF-8, by what they are, else by what the page says of itself. */
#ifndef HISTORY_HTML_TEXT_H
#define HISTORY_HTML_TEXT_H

#include <glib.h>

/* The caller frees the text. Fails with YUSUAN_ERROR_INPUT. */
char *html_text_from_bytes(const guint8 *bytes, gsize length, GError **error);

#endif
