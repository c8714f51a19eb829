/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * By what a file is known again: its SHA-256. Every byte of every file goes through it, and GLib's took a sixth of the
 * time of reading a PDF; libcrypto, which libzip brings along anyway, uses the processor's own instructions.
 */
#ifndef HISTORY_CHECKSUM_H
#define HISTORY_CHECKSUM_H

#include <glib.h>

/* In 64 hexadecimal digits, as sha256sum prints it. The caller frees it. */
char *sha256_from_bytes(GBytes *bytes);

#endif
