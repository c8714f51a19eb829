/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the fuzzing targets share. A target is tests/fuzz/fuzz_NAME.c with one function, fuzz_one(), which reads the bytes
 * in some way and ends the program when what comes of it breaks a promise. tests/fuzz/run.sh runs them.
 */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <glib.h>

#include "history/page.h"
#include "schema/filing.h"

/* Ends the program, naming the promise: for the fuzzer a crash. */
#define PROMISE(holds)                                             \
    do {                                                           \
        if (!(holds))                                              \
            fuzz_broken(#holds, __FILE__, __LINE__);               \
    } while (0)

G_NORETURN void fuzz_broken(const char *promise, const char *file, int line);

/* The target's own: reads the bytes. All that reading needs is loaded. */
void fuzz_one(const guint8 *bytes, gsize length);

/* Promises of the results; each takes over what it is given. A refused input has an error that says why. */
void fuzz_check_paper(Paper *paper, GError *error);
void fuzz_check_filings(GPtrArray *filings, GError *error);

/* The promises of a filing that may not be complete: sound, and the same behind a packet. */
void fuzz_check_filing(Filing *filing);

/* Paper all the way to the tables of every form that fits; takes the paper over. */
void fuzz_follow_paper(Paper *paper);

/*
 * Bytes as a script of small choices: each takes a byte or two from the front, 0 when there are none. So a fuzzer's
 * change of one byte is a change of one thing.
 */
typedef struct {
    const guint8 *at, *end;
} Choices;

guint choose(Choices *choices, guint below);

/* The rest of the bytes up to a byte 0xff, as text without zero bytes. The caller frees it. */
char *choose_text(Choices *choices);

#endif
