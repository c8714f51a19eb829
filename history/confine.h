/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The cell in which a stranger's file is read: what a process gives up before it looks at the first byte.
 *
 * Gone are all open files but two, the right to open others, to start processes and to reach the network, memory that other
 * processes see, and any amount of memory and processor time beyond the limits. Limits are the kernel's own (setrlimit);
 * system calls are held against a list of what reading needs, by libseccomp. A call that is not on the list fails with
 * EACCES, as if the file were not there: libraries look for optional ones.
 *
 * Where the kernel has no such filter, and in builds with a sanitizer, which needs more calls and much address space, the
 * rest still holds.
 */
#ifndef HISTORY_CONFINE_H
#define HISTORY_CONFINE_H

#include <glib.h>
#include <stdbool.h>

/* The two descriptors that stay open. Standard input, output and error are closed: nothing in the cell may print. */
#define CONFINE_INPUT 3  /* read only */
#define CONFINE_OUTPUT 4 /* written only */

/* Makes the filter, once; before the first fork, because the cell cannot. True when system calls will be filtered. */
bool confine_prepare(void);

/*
 * Puts this process into the cell, for good: `input` and `output` become the two descriptors. `parent` is the process that
 * started it, with which it ends; `memory` limits its address space, in bytes, with what the program itself takes. False when
 * the kernel refused something that it must not.
 */
bool confine_enter(int input, int output, int parent, guint64 memory);

/* From outside: gives a process in its cell so many more seconds of processor time, after which it gets SIGXCPU. */
void confine_allow_time(int process, guint seconds);

#endif
