/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a function prints on standard output, for tests of those that print.
 */
#ifndef TESTS_CMD_CAPTURED_H
#define TESTS_CMD_CAPTURED_H

#include <check.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct {
    int kept; /* the real standard output */
    FILE *file;
} Capture;

static inline Capture capture_begin(void)
{
    fflush(stdout);
    Capture capture = {.kept = dup(STDOUT_FILENO), .file = tmpfile()};
    ck_assert(capture.kept >= 0 && capture.file != NULL);
    ck_assert_int_ge(dup2(fileno(capture.file), STDOUT_FILENO), 0);
    return capture;
}

/* Everything printed since capture_begin(). The caller frees it. */
static inline char *capture_end(Capture capture)
{
    fflush(stdout);
    ck_assert_int_ge(dup2(capture.kept, STDOUT_FILENO), 0);
    close(capture.kept);
    GString *text = g_string_new(NULL);
    char bytes[4096];
    rewind(capture.file);
    for (size_t got; (got = fread(bytes, 1, sizeof bytes, capture.file)) > 0;)
        g_string_append_len(text, bytes, (gssize)got);
    fclose(capture.file);
    return g_string_free(text, FALSE);
}

#endif
