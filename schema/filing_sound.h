/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What every Filing promises to those who judge it: indices within range, enumerations that exist, steps that can be
 * divided by, rows that end at the top. It is asked wherever a filing comes from outside this process: out of the store,
 * and from the process that read a file.
 *
 * Texts are looked at where their bytes come in: UTF-8 without zero bytes.
 */
#ifndef SCHEMA_FILING_SOUND_H
#define SCHEMA_FILING_SOUND_H

#include "schema/filing.h"

/* Longest chain of enclosing rows: forms have five levels. */
#define DEPTH_MAX 32

/* More pages than any filing has: the pages of several files are counted on, and must stay numbers. */
#define PAGES_MAX 100000000

/* True when nothing in the filing can lead a reader astray, and the store can keep it. No text is NULL. */
bool filing_is_sound(const Filing *filing);

#endif
