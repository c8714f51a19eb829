/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of names beyond what they look like: by the user's file, and by the filings. For bodies.c alone. */
#ifndef HISTORY_BODY_LINKS_H
#define HISTORY_BODY_LINKS_H

#include "history/bodies.h"
#include "history/name_change.h"

/* A change of name, with one old name; a merger of several is several of them. */
typedef struct {
    NameLink *link;
    ChangeKind kind;
    bool refused; /* a statement that cannot be followed */
} SaidLink;

/* What the user says, in the file's order, then what filings state, by year and name: each once. The array frees them. */
GPtrArray *links_from_said(const GPtrArray *entries, const GPtrArray *lineage, const GPtrArray *statements);

/* Names that are one (name -> another of them): the name that stands for all of them. */
const char *names_root(GHashTable *roots, const char *name);
void names_unite(GHashTable *roots, const char *a, const char *b);

/* A sentence on the link, for people. The caller frees it. */
char *link_note(const SaidLink *said, bool joined, bool printed);

#endif
