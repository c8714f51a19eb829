/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The structure of a department's spending: its classes (201, 208, …) as parts of one whole, year by year. Filed figures only:
 * a year of which but a few classes are implied has no structure.
 */
#ifndef ANALYSIS_STRUCTURE_YEARS_H
#define ANALYSIS_STRUCTURE_YEARS_H

#include "analysis/stat/structure.h"
#include "history/series.h"

/* A class and its amount in 万元 in a year and the year before; 0 where it is not filed. */
typedef struct {
    const Series *series; /* not owned */
    double before, now;
} ClassShare;

typedef struct {
    int year;
    GArray *classes; /* ClassShare, by code; both years' */
    Concentration concentration;
    Measured change;   /* structural change index on the year before; both years filed */
    Measured distance; /* Aitchison's, of the classes that are above 0 in both years */
} StructureYear;

/* Of this kind and scope. Nothing is computable of a year without classes. Release with structure_year_clear(). */
StructureYear structure_of_year(const GPtrArray *series, Kind kind, Scope scope, int year);
void structure_year_clear(StructureYear *structure);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(StructureYear, structure_year_clear)

#endif
