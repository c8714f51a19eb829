/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One file, read in a process of its own (history/confine.h): a crash or a hang costs that file a clear line, never the
 * run, and a file that takes over its reader gains nothing.
 *
 *   worker_prepare() -> worker_start() ... workers_wait() until worker_is_done() -> worker_finish()
 *
 * The process is a fork of this one, which must have no threads. Many may run; workers_wait() serves them all.
 */
#ifndef HISTORY_WORKER_H
#define HISTORY_WORKER_H

#include <glib.h>
#include <stdbool.h>

#include "history/confine.h"

typedef struct Worker Worker;

/* What a reading may cost before it is given up. */
typedef struct {
    ConfineLimits cell;
    guint milliseconds; /* of waiting for it; a machine that sleeps or is held (Ctrl-Z) does not count */
    gsize output;       /* bytes of what was read, as a packet */
} WorkerLimits;

/* Makes ready what processes need and cannot get at themselves. Fails as reader_prepare() does. */
bool worker_prepare(GError **error);

/* True when system calls are filtered; known after worker_prepare(). */
bool worker_is_filtered(void);

/*
 * Starts reading the open file, whose offset is where reading begins, for a filing of this name. The descriptor stays the
 * caller's. NULL with YUSUAN_ERROR_SYSTEM when no process can be started.
 */
Worker *worker_start(int file, const char *name, GError **error);

/* Takes what the workers have said, and ends those that are over their limits; returns after `milliseconds` at most. */
void workers_wait(Worker *const *workers, guint count, int milliseconds);

bool worker_is_done(const Worker *worker);

/* How many bytes of result it holds. */
gsize worker_size(const Worker *worker);

/*
 * The filings read by a worker that is done, which is freed. Fails with YUSUAN_ERROR_INPUT and why: the reader's own
 * message, or how the process came to its end. What names the file (file, sha256, bytes) is only what the process said.
 */
GPtrArray *worker_finish(Worker *worker, GError **error);

/* Ends its process, if need be, and frees it. */
void worker_free(Worker *worker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Worker, worker_free)

/* For tests: another reader and other limits than filings_from_bytes() and the usual ones; NULL for those again. */
typedef GPtrArray *(*WorkerReader)(const char *name, GBytes *bytes, GError **error);
void worker_set_reader(WorkerReader reader, const WorkerLimits *limits);

#endif
