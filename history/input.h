/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that an import is given: found below folders, opened without risk, told apart by their bytes. */
#ifndef HISTORY_INPUT_H
#define HISTORY_INPUT_H

#include <glib.h>
#include <stdbool.h>

/*
 * The paths (char *, the array frees them) of all files meant: those given, and for a folder those below it, by name.
 * Hidden entries of a folder and links to other folders are passed over. What is no file is listed too, so that it is
 * refused by name: a folder that cannot be entered, a pipe, a device.
 */
GPtrArray *files_from_paths(char **paths);

/* What a file holds. */
typedef struct {
    GBytes *bytes; /* NULL when let go */
    gsize length;
    char *sha256;
    bool plain; /* looks like plain text, which our own code reads; other types go through libraries that are easier misled */
} Input;

/*
 * Reads a regular file of sensible size. Fails with YUSUAN_ERROR_INPUT and why it cannot be read; *source is empty then.
 * Waits for nothing: a pipe that nobody writes into is refused like any other.
 */
bool input_read(const char *path, Input *source, GError **error);

void input_clear(Input *source);

#endif
