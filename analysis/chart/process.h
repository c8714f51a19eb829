/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A child process that is asked on its standard input and answers on its standard output, and that
 * may misbehave.
 *
 * Standard input is a socket and not a pipe: writing to a child that has died then is an error to
 * be handled, not a SIGPIPE to the whole program, and no signal disposition of the process need be
 * touched. The child leads a session of its own, so that it has no terminal and can be killed
 * together with whatever it started.
 */
#ifndef ANALYSIS_CHART_PROCESS_H
#define ANALYSIS_CHART_PROCESS_H

#include <glib.h>

typedef struct ChartProcess ChartProcess;

typedef enum {
    CHART_PROCESS_ANSWERED,
    CHART_PROCESS_ENDED, /* it closed its output, or its input, before it answered */
    CHART_PROCESS_HUNG,  /* no progress within the limit */
} ChartProcessOutcome;

/* Starts a program without a shell. NULL with an error of GLib's (G_SPAWN_ERROR, G_UNIX_ERROR). */
ChartProcess *chart_process_start(char **arguments, char **environment, const char *folder,
                                  GError **error);

/*
 * Sends text and reads until a line of standard output begins with `mark`; the rest of that line is
 * the answer, which the caller owns. The limit, in milliseconds, begins anew with every byte that
 * moves; in all no question takes longer than ten times the limit.
 */
ChartProcessOutcome chart_process_ask(ChartProcess *child, const char *text, const char *mark,
                                      guint limit, char **answer);

/* What the child has said on standard error so far, trimmed; at most some kilobytes. Never NULL. */
const char *chart_process_complaints(ChartProcess *child);

/*
 * Closes the child's input, waits for its end (at most `limit` milliseconds) and
 * returns the wait status in `status`. CHART_PROCESS_HUNG when it had to be killed. The child is
 * freed in any case.
 */
ChartProcessOutcome chart_process_finish(ChartProcess *child, guint limit, int *status);

/* Kills the child and all it started, and returns its wait status in `status` (may be NULL). Frees
 * it. */
void chart_process_kill(ChartProcess *child, int *status);

#endif
