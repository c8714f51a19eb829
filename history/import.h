/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Files and folders into the store. A file that cannot be read costs one clear line and nothing else; each file is
 * one transaction; a file whose bytes are known is skipped.
 *
 * Files are read in processes of their own (history/worker.h), several at a time, and saved by this one in the order of
 * the list: the store and all that is said are the same however many read.
 */
#ifndef HISTORY_IMPORT_H
#define HISTORY_IMPORT_H

#include "schema/filing.h"
#include "schema/store.h"

typedef enum { IMPORT_READ, IMPORT_KNOWN, IMPORT_REFUSED } ImportState;

typedef struct {
    const char *file; /* path as given or found */
    ImportState state;
    GPtrArray *filings;  /* Filing, when read */
    const char *message; /* why it was refused, or the name it was known by */
} ImportResult;

typedef struct {
    void (*file_done)(const ImportResult *result, gpointer data);
    void (*progress)(guint done, guint total, const char *file, gpointer data);
    gpointer data;
    volatile const int *stop; /* set from a signal handler: the file at work is finished or left out whole */
    guint jobs; /* how many files are read at a time; 0 and 1: one after the other, and nothing runs beside */
} ImportCalls;

#define IMPORT_JOBS_MOST 64

/*
 * Imports files and all regular files below folders, by name. Refused files are counted in *refused, not errors;
 * false when the store failed or the user stopped it, with what was committed before intact.
 */
bool import_paths(Store *store, char **paths, const ImportCalls *calls, guint *refused, GError **error);

#endif
