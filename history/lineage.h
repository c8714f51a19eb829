/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the subjects of one department go on from one year to the next: renamed, recoded, moved, or cut where a code was
 * given another meaning. Found from the revisions of the classifications (the notes of the dictionaries), from what the
 * narrative states, and from figures that agree with nothing else; corrected by the user's file (history/lineage_file.h).
 *
 * A link speaks of one quantity in the step between two years of one kind and scope of filing. Only confirmed links change
 * a series' comparable figures or count as reclassified; the others only say that a subject may have come from, or gone to,
 * another one.
 */
#ifndef HISTORY_LINEAGE_H
#define HISTORY_LINEAGE_H

#include "history/department.h"
#include "schema/thresholds.h"

typedef enum {
    LINK_RENAMED, /* the same code under another name */
    LINK_RECODED, /* the whole of a subject goes on under another code */
    LINK_MOVED,   /* an amount went from one subject to another */
    LINK_CUT,     /* from this year on the code means another thing */
} LinkKind;

typedef enum {
    LINK_BY_REVISION, /* the classification itself was revised */
    LINK_BY_NAME,     /* one subject went and one of the same name came; or a code's name says another thing */
    LINK_BY_TEXT,     /* a sentence states it */
    LINK_BY_FIGURES,  /* last year's figure as this year states it is the sum of both subjects' */
    LINK_BY_USER,
} LinkOrigin;

typedef struct {
    LinkKind kind;
    LinkOrigin origin;
    bool confirmed;
    bool stated;          /* a sentence tells it, too */
    int year, base_year;  /* the first year in the new shape, and the year before it */
    Kind filing_kind;
    Scope scope;
    Direction direction;
    Fund fund;
    char *measure;
    char *from, *from_name;
    char *to, *to_name;   /* the same code for LINK_RENAMED and LINK_CUT */
    bool has_amount;
    Amount amount;        /* positive: what went over, in figures of the base year */
    gint64 filing;        /* whose sentence or figures bear it out, 0 when none does */
    int page, line;       /* of that filing */
    char *text;           /* the sentence, the figures or the row of the user's file, in words */
} Link;

typedef struct {
    GPtrArray *links; /* Link, by year, then code */
} Lineage;

/* Never NULL, and independent of the department once made. */
Lineage *lineage_from_department(const Department *department, const Thresholds *thresholds);
void lineage_free(Lineage *lineage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Lineage, lineage_free)

/*
 * The part of a link that a subject, or a class above it, gains (1) or loses (-1): 0 when both ends lie inside it or
 * neither does. False when the link is of another quantity.
 */
bool link_touches(const Link *link, Kind kind, Scope scope, const Quantity *quantity, int *sign);

/*
 * What confirmed links brought into (positive) or took out of (negative) a subject between two years, in figures of the
 * base year; zero when none did. The step is that of the links' amounts, 1 when there are none.
 */
Amount lineage_moved(const Lineage *lineage, Kind kind, Scope scope, const Quantity *quantity, int base_year, int year);

/* The link that touches the subject between these years, NULL when none does: a confirmed one before others. */
const Link *lineage_link(const Lineage *lineage, Kind kind, Scope scope, const Quantity *quantity, int base_year, int year);

#endif
