/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which names mean one department. Filings print a name now with the province in front and now without; names that
 * match are one department, and it is said that they were taken so. A name that may mean either of two is left alone,
 * and that is said, too.
 *
 * A department that changed its name is one, too, where the user's file says so (lineage_file.h), or a filing does
 * (name_change.h). A statement is not followed where both names, or others joined with them, have a filing of the same
 * year, kind and scope: what goes on beside the other is no older name of it. Mergers and splits are told and join
 * nothing. The user's word goes before all others.
 */
#ifndef HISTORY_BODIES_H
#define HISTORY_BODIES_H

#include <glib.h>

#include "history/lineage_file.h"
#include "schema/store.h"

/* Why two names that do not look alike are one department. */
typedef struct {
    char *from, *to;  /* the old name, the new one */
    int year;         /* the first fiscal year under the new name, as the user's file gives it or filings show; 0 unknown */
    int row;          /* the line of the user's file, 0 for a statement */
    gint64 filing;    /* the id of the file that states it, 0 for the user's */
    char *file;
    int page, line;
    char *text;       /* the sentence, or the user's note */
} NameLink;

void name_link_free(NameLink *link);
NameLink *name_link_copy(const NameLink *link);

typedef struct {
    char *name;       /* the newest, by what is said, else by the filings; of its spellings the one most print */
    GPtrArray *names; /* char*: all that mean it, sorted */
    GPtrArray *links; /* NameLink: what joined them beyond their likeness, in order of time; owned */
    GPtrArray *notes; /* char*: in the language set; not owned */
} Body;

typedef struct {
    GPtrArray *list;  /* Body, by name */
    GPtrArray *notes; /* char*: each once, what was joined before what was not */
    GHashTable *of;   /* name -> Body */
} Bodies;

/*
 * Of the names that the entries (FilingEntry) print, with the rows of the user's file (LineageRow) and what filings state
 * (NameStatement); both may be NULL. The same for every order of the entries and statements.
 */
Bodies *bodies_from_entries(const GPtrArray *entries, const GPtrArray *lineage, const GPtrArray *statements);
void bodies_free(Bodies *bodies);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Bodies, bodies_free)

/* The body of one of the names; NULL for a name that is none of them. */
const Body *bodies_find(const Bodies *bodies, const char *name);

#endif
