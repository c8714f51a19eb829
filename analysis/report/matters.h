/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The questions of a year, gathered into matters: what is asked of a class and of the item that moved it, or of one
 * subject on several grounds, is one thing to talk about. Nothing is left out, nothing is added up.
 */
#ifndef ANALYSIS_REPORT_MATTERS_H
#define ANALYSIS_REPORT_MATTERS_H

#include "schema/finding.h"

typedef struct {
    const Finding *lead;
    GPtrArray *parts; /* Finding: the other questions of the matter, in their order; not owned, often none */
} Matter;

/* The findings that are asked about, as Matter; their order is kept. The findings must outlive it. */
GPtrArray *matters_from_findings(const GPtrArray *findings);

/* True when the part is of a subject within the lead's: 2210202 within 221. */
bool matter_part_is_within(const Matter *matter, const Finding *part);

#endif
