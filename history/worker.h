/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Files read in processes of their own (history/confine.h): a crash or a hang costs one file a clear line, never the run,
 * and a file that takes over its reader gains nothing but that process.
 *
 *   worker_prepare() -> worker_start() -> worker_ask() ... workers_wait() until worker_is_done() -> worker_answer()
 *                                         '-------------- again, unless worker_is_spent() --------------'
 *
 * A worker is a fork of this process, which must have no threads. It may read one file after the other: making a process
 * and warming it up costs more than reading a short text. Who asks it decides when one has seen too much.
 */
#ifndef HISTORY_WORKER_H
#define HISTORY_WORKER_H

#include <glib.h>
#include <stdbool.h>

typedef struct Worker Worker;

/* What a reading may cost before it is given up. */
typedef struct {
    guint64 memory;     /* bytes of address space, with what the program itself takes */
    guint seconds;      /* of processor time, for one file */
    guint milliseconds; /* of waiting for it; a machine that sleeps or is held (Ctrl-Z) does not count */
    gsize output;       /* bytes of what was read, as a packet */
} WorkerLimits;

/* Makes ready what processes need and cannot get at themselves. Fails as reader_prepare() does. */
bool worker_prepare(GError **error);

/* True when system calls are filtered; known after worker_prepare(). */
bool worker_is_filtered(void);

/* Starts a process. NULL with YUSUAN_ERROR_SYSTEM when none can be started. */
Worker *worker_start(GError **error);

/* The same, and has it read these bytes first: they are its own from the start, where worker_ask() has to send them. */
Worker *worker_start_with(const char *name, GBytes *bytes, GError **error);

/* Has an idle worker read these bytes as a file of this name. Returns at once. */
void worker_ask(Worker *worker, const char *name, GBytes *bytes);

/* Moves what there is to and from the workers, and ends those over their limits; returns after `milliseconds` at most. */
void workers_wait(Worker *const *workers, guint count, int milliseconds);

/* True when what it was asked is answered, or will never be. */
bool worker_is_done(const Worker *worker);

/* How many bytes the answer has. */
gsize worker_size(const Worker *worker);

/*
 * The filings read by a worker that is done. Fails with YUSUAN_ERROR_INPUT and why: the reader's own message, or how the
 * process came to its end. What names the file (file, sha256, bytes) is only what the process said.
 */
GPtrArray *worker_answer(Worker *worker, GError **error);

/* True when its process has ended: it can only be freed. */
bool worker_is_spent(const Worker *worker);

/* Ends its process and frees it. */
void worker_free(Worker *worker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Worker, worker_free)

/* For tests: another reader and other limits than filings_from_bytes() and the usual ones; NULL for those again. */
typedef GPtrArray *(*WorkerReader)(const char *name, GBytes *bytes, GError **error);
void worker_set_reader(WorkerReader reader, const WorkerLimits *limits);

#endif
