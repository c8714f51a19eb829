/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small ZIP files for tests, made in memory. */
#ifndef TESTS_HISTORY_ZIPPED_H
#define TESTS_HISTORY_ZIPPED_H

#include <glib.h>
#include <stdbool.h>

typedef struct {
    const char *name; /* as raw bytes */
    const char *text;
    gsize length; /* 0: that of the text */
    bool stored;  /* not compressed */
    bool encrypted;
} Zipped;

GBytes *zipped(const Zipped *members, gsize count);

#endif
