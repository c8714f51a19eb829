/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Options of the command line, as tables of data: the same row is parsed, shown by --help and held
 * against the manual by a test.
 *
 * GLib's parser does the splitting. The messages are ours, because they are said in the language
 * chosen on the very command line that is wrong.
 */
#ifndef CMD_OPTIONS_H
#define CMD_OPTIONS_H

#include <glib.h>
#include <stdbool.h>

typedef enum {
    OPTION_FLAG,   /* present or not */
    OPTION_TEXT,   /* a value; of OptionSpec.value "a|b|c" where only those words are allowed */
    OPTION_LIST,   /* may be repeated, each time with a value */
    OPTION_NUMBER, /* a whole number from 1 */
    OPTION_YEAR,   /* four digits */
} OptionKind;

/* One option. Tables of them end with a row without a name. */
typedef struct {
    const char *name; /* without the dashes */
    char letter;      /* 0 when there is no short form */
    OptionKind kind;
    const char *value; /* what --help calls the value, NULL for flags */
    const char *zh, *en;
} OptionSpec;

typedef struct Options Options;

/* The options of both tables, none given yet. The tables must outlive it; `second` may be NULL. */
Options *options_new(const OptionSpec *first, const OptionSpec *second);
void options_free(Options *options);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Options, options_free)

/*
 * Takes the options of the tables out of *arguments, a vector of strings whose first is the
 * program's or verb's name. `leading` stops at the first word that is no option. Fails with
 * YUSUAN_ERROR_USAGE for a missing or impossible value; options that no table knows stay in place
 * for options_check_rest().
 */
bool options_parse(Options *options, char ***arguments, bool leading, GError **error);

/*
 * Refuses what still looks like an option, with the nearest known one as a hint, and removes a
 * "--". With `leading` only the first word is looked at.
 */
bool options_check_rest(const Options *options, char **arguments, bool leading, GError **error);

/* Takes over from `other` what it was given and `options` was not. */
void options_inherit(Options *options, const Options *other);

/* Asking for a name that is in neither table is a mistake of ours and ends the program. */
bool option_flag(const Options *options, const char *name);
const char *option_text(const Options *options, const char *name); /* NULL when not given */
char **option_list(const Options *options, const char *name);      /* never NULL; stays theirs */
int option_number(const Options *options, const char *name);       /* 0 when not given */

/* The word of `words` (closed by NULL) that `wrong` was meant to be; NULL when none is near. */
const char *nearest_word(const char *wrong, const char *const *words);

#endif
