/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The dictionaries of the functional and the economic classification: names of codes over the years.
 * A name is compared as the dictionaries spell it, without spaces and with wide brackets: the caller brings it so.
 */
#ifndef SCHEMA_SUBJECT_H
#define SCHEMA_SUBJECT_H

#include <glib.h>
#include <stdbool.h>

#include "schema/words.h"

/* The name of a code in a year (any year's name when that year has none); NULL when the code is unknown. */
const char *subject_name(Rows rows, const char *code, int year);

/* True when this is, or ever was, the name of the code. */
bool subject_is_named(Rows rows, const char *code, const char *name);

/* True when any code has, or ever had, this name. */
bool subject_has_name(Rows rows, const char *name);

/* True when a name of the code begins with this text: the first line of a name that wraps. */
bool subject_name_begins(Rows rows, const char *code, const char *text);

/* True when a code stands right below another, "" for none: codes grow by two digits a level, 201, 20113, 2011301. */
bool subject_is_child(const char *code, const char *parent);

/*
 * The code with this name right below the code `parent` ("" for a class), NULL when there is none or more than one.
 */
const char *subject_code(Rows rows, const char *parent, const char *name);

/*
 * A step of a classification's revisions: spending that stood under `from` stands under `to` since about `year`. `part`: only
 * some of it does, or several codes took it over. The texts are the dictionary's.
 */
typedef struct {
    int year;
    const char *from, *to;
    bool part;
} Succession;

/* All that the notes of a dictionary say (Succession), by `from`. */
const GArray *subject_successions(Rows rows);

/* True when the dictionary knows both names of the code, and the later one means another thing than the earlier one. */
bool subject_was_reused(Rows rows, const char *code, const char *earlier, const char *later);

/* The dictionary that a code belongs to by its first digit. */
Rows subject_rows(const char *code);

/* True for a code of the right length and first digits, whether the dictionary has it or not. */
bool subject_code_is_plausible(Rows rows, const char *code);

#endif
