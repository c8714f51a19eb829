/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which names mean one department. Filings print a name now with the province in front and now without; names that
 * match are one department, and it is said that they were taken so. A name that may mean either of two is left alone,
 * and that is said, too.
 */
#ifndef HISTORY_BODIES_H
#define HISTORY_BODIES_H

#include <glib.h>

typedef struct {
    char *name;       /* the one that most files print, of those the fullest */
    GPtrArray *names; /* char*: all that mean it, sorted */
    GPtrArray *notes; /* char*: in the language set; not owned */
} Body;

typedef struct {
    GPtrArray *list;  /* Body, by name */
    GPtrArray *notes; /* char*: each once, what was joined before what was not */
    GHashTable *of;   /* name -> Body */
} Bodies;

/* Of names, with how often each is printed (name -> count as a pointer). The names are copied. */
Bodies *bodies_from_names(GHashTable *counts);
void bodies_free(Bodies *bodies);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Bodies, bodies_free)

/* The body of one of the names; NULL for a name that is none of them. */
const Body *bodies_find(const Bodies *bodies, const char *name);

#endif
