/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One generated filing: the department, its tables and its narrative, perhaps with a planted fault,
 * and the truth.
 */
#ifndef TESTS_GENERATE_FILING_H
#define TESTS_GENERATE_FILING_H

#include "tests/generate/narrative.h"
#include "tests/generate/tables.h"

typedef struct {
    GRand *rand;
    Model *model;
    GPtrArray *tables; /* Sheet, table n at n − 1 */
    Narrative *narrative;
    Truth *truth;
} Filing;

/* A kind of error that can be planted; the list is in faults.c. */
typedef struct {
    const char *name; /* the rule, with a variant after a colon */
    Wishes wishes;
    NarrativeTwists twists;
    bool (*plant)(Filing *filing); /* false: this department offers no place for it */
} Fault;

/* NULL when there is none of that name. */
const Fault *fault_find(const char *name);

/* The names, one a line. The caller owns the text. */
char *fault_names(void);

/*
 * The same seed, serial number and fault give the same filing. fault: NULL for a filing without
 * errors beyond rounding. NULL when no department could be found that has a place for the fault.
 */
Filing *filing_new(guint32 seed, int serial, const Fault *fault);
void filing_free(Filing *filing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Filing, filing_free)

/* 某甲县示例水利局-2023-预算. The caller owns it. */
char *filing_name(const Filing *filing);

/*
 * The filing's text in UTF-8; fills the truth on the way, so it can be called once. The caller owns
 * the text.
 */
char *filing_print(Filing *filing, Layout layout);

#endif
