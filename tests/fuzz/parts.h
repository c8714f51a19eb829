/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Packages made of their parts, so that a fuzzer changes XML and not what it is packed to. */
#ifndef TESTS_FUZZ_PARTS_H
#define TESTS_FUZZ_PARTS_H

#include <glib.h>

#include "tests/history/zipped.h"

/* The line between parts. */
#define PART_BREAK "\n=====\n"

/*
 * The package (ZIP) of `count` members, of which the first `own` take their texts from the bytes, one after the other, each
 * up to PART_BREAK; one that is not there keeps its text. Bytes that are a ZIP already are it.
 */
GBytes *package_of_parts(const guint8 *bytes, gsize length, const Zipped *members, gsize count, gsize own);

#endif
