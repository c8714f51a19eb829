/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names and texts of documents as one line that is safe to show: they come from the web and hold anything. */
#ifndef SCHEMA_CLEAN_H
#define SCHEMA_CLEAN_H

#include <glib.h>

/*
 * One line of valid UTF-8: line breaks and other control characters become spaces, marks that turn the direction
 * of writing or have no width are left out, bytes that are no UTF-8 become U+FFFD. The caller frees it.
 */
char *text_clean(const char *text);

#endif
