/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How to add a verb in four steps:
 *
 *   1. write cmd/NAME.c with one `const Verb verb_NAME`: its words for --help, its options, and its
 *      function, which asks the stages below and prints; it never opens the store, exits, or
 *      prints an error itself;
 *   2. declare it below and add it to the table in verbs.c, where --help lists it in that order;
 *   3. describe it and its options in yusuan.1: its own page (pages.sh) and the completions (complete.c) follow;
 *   4. write tests/cmd/NAME.test, with its output and its exit statuses.
 */
#ifndef CMD_VERB_H
#define CMD_VERB_H

#include <stdbool.h>

#include "cmd/options.h"
#include "cmd/rows.h"
#include "schema/store.h"

/* Exit statuses. */
enum {
    STATUS_DONE = 0,
    STATUS_FOUND = 1,   /* --fail-on, and such findings exist */
    STATUS_USAGE = 2,   /* the command line is wrong */
    STATUS_REFUSED = 3, /* some input was refused; the rest is in */
    STATUS_FAILED = 4,  /* the store or the system failed, or the user interrupted */
};

/* What main() does with the store before the verb's function runs. */
typedef enum { VERB_WITHOUT_STORE, VERB_READS_STORE, VERB_WRITES_STORE, VERB_CHANGES_STORE } VerbStore;

typedef struct Verb Verb;

/* One run of the program: what the command line asked for. */
typedef struct {
    const Verb *verb;
    Options *options;  /* the verb's and the global ones */
    char **arguments;  /* the words beside the options, closed by NULL; as many as the verb takes */
    Store *store;      /* NULL for a verb without store */
    bool format_given; /* --format; without it `format` is ROWS_TABLE */
    RowFormat format;
    bool color; /* standard output shows meaning by colour */
    bool quiet, verbose;
    int status; /* STATUS_DONE, unless the verb says FOUND or REFUSED */
} Session;

/* A command line that works as it stands, on the filings that the project ships: tests/cmd/examples.test runs it. */
typedef struct {
    const char *command;
    const char *zh, *en; /* what it is good for */
} Example;

#define EXAMPLES_MOST 4

struct Verb {
    const char *name;
    VerbStore store;
    const char *arguments_zh, *arguments_en; /* as in the usage line: 部门 [科目] */
    int least, most;                         /* how many arguments; most < 0: any number */
    const char *summary_zh, *summary_en;     /* one line, for the list of verbs */
    const char *about_zh, *about_en;         /* a few sentences more, for the verb's own help */
    Example examples[EXAMPLES_MOST + 1];     /* closed by an empty one */
    const OptionSpec *options;
    bool paged; /* prints more than a screen: on a terminal through a pager */
    bool (*run)(Session *session, GError **error);
};

extern const Verb verb_import, verb_list, verb_show, verb_check, verb_trend, verb_variance,
    verb_chart, verb_report, verb_export, verb_trace, verb_review, verb_merge, verb_rebuild, verb_compare, verb_score;

extern const Verb *const verbs[]; /* NULL-terminated, in the order of a first session */

/* The verb of a name, NULL when there is none. */
const Verb *verb_find(const char *name);

/* Options that every verb takes. */
extern const OptionSpec global_options[];

#endif
