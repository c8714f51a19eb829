/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What invented departments are made of: the form's classes, subjects to choose from, economic
 * subjects, names. All of it is data; a new kind of department is a new row.
 */
#ifndef TESTS_GENERATE_CATALOGUE_H
#define TESTS_GENERATE_CATALOGUE_H

#include <glib.h>

typedef struct {
    const char *code;
    const char *name;
} Subject;

/* A kind of bureau: the subject of its running costs and those of its projects. */
#define FAMILY_PROJECTS 5
typedef struct {
    const char *bureau;                    /* as in 某甲县示例…局 */
    const char *running;                   /* code of the subject that pays staff and office */
    const char *projects[FAMILY_PROJECTS]; /* codes, NULL after the last */
    const char *tasks[FAMILY_PROJECTS];    /* what its projects are called */
} Family;

/*
 * An economic subject of basic expenditure. weight: parts of the running item's personnel or
 * operating money.
 */
typedef struct {
    const char *code;
    const char *name;
    int weight;
    const char *mirrors; /* functional code whose personnel money this line shows, NULL: a part of
                            the rest */
} Economic;

extern const Subject catalogue_classes[]; /* the classes of the form, ends with a NULL code */
extern const Family catalogue_families[];
extern const gsize catalogue_family_count;
extern const Economic catalogue_economics[];
extern const gsize catalogue_economic_count;

/* The ten columns of project expenditure by use in table 7, beside the total. */
#define PROJECT_USES 10

/* Name of a class, group or item; the code must be in the catalogue. */
const char *catalogue_name(const char *code);

#endif
