/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The errors that cross a folder's border. The code says whose fault it is, and with it the exit status of the
 * command (2 wrong usage, 3 some input refused, 4 the store or the system failed); the message names
 * file, page or table and what to do.
 */
#ifndef SCHEMA_ERROR_H
#define SCHEMA_ERROR_H

#include <glib.h>

typedef enum {
    YUSUAN_ERROR_USAGE,   /* the command line or an override file is wrong */
    YUSUAN_ERROR_INPUT,   /* a filing is refused; the rest goes on */
    YUSUAN_ERROR_STORE,   /* the store cannot be opened, read or written */
    YUSUAN_ERROR_SYSTEM,  /* anything else of the machine: disk, memory, a program missing */
    YUSUAN_ERROR_STOPPED, /* the user interrupted; what was committed stays */
} YusuanError;

#define YUSUAN_ERROR (yusuan_error_quark())
GQuark yusuan_error_quark(void);

#endif
