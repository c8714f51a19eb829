/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A department with its filings, oldest first: what analysis works on. Several files may be one filing, and several
 * spellings one department (history/holdings.h, history/bodies.h).
 */
#ifndef HISTORY_DEPARTMENT_H
#define HISTORY_DEPARTMENT_H

#include "history/bodies.h"
#include "history/lineage_file.h"
#include "schema/filing.h"
#include "schema/store.h"

typedef struct {
    char *name;
    GPtrArray *filings;   /* Filing: the latest issue of each year and kind, by year then kind */
    GPtrArray *restated;  /* Filing: earlier issues of re-issued ones */
    GHashTable *reviews;  /* of all findings of the store, as store_reviews() gives them; NULL when there are none */
    GPtrArray *notes;     /* char*: names taken for this department's, or not taken; NULL when nothing is to be said */
    GPtrArray *renames;   /* NameLink (history/bodies.h): why names that are not alike are its, by time; NULL for none */
    GPtrArray *lineage;   /* LineageRow (history/lineage_file.h): the user's word on its subjects; NULL when there is none */
} Department;

void department_free(Department *department);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Department, department_free)

/*
 * The departments (Department, by name) of whose names one is, or else contains, `wanted`; all of them for NULL. A
 * number is a filing's id in `list` and means that filing's department. With `unique`, a part that fits several names, or
 * none, is an error that lists them. So is a mistake in the user's file (history/lineage_file.h).
 */
GPtrArray *departments_from_store(Store *store, const char *wanted, bool unique, GError **error);

/* What is done with each department in turn; it is freed afterwards. False with an error ends the visit. */
typedef bool (*DepartmentVisit)(const Department *department, gpointer data, GError **error);

/* All departments of the store, by name, one in memory at a time. */
bool departments_visit(Store *store, DepartmentVisit visit, gpointer data, GError **error);

/*
 * Loads the text of the pages of the department's filings, which departments_from_store() leaves out: only what quotes
 * a page needs it.
 */
bool department_load_pages(const Department *department, Store *store, GError **error);

/* The filing of a year and kind, NULL when there is none: the department's before a unit's, a printed before a tidy one. */
const Filing *department_filing(const Department *department, int year, Kind kind);

/* The filing of a year, kind and scope, a printed one before a tidy one; NULL when there is none. */
const Filing *department_filing_of(const Department *department, int year, Kind kind, Scope scope);

/* The same for another year, of this filing's kind and scope. */
const Filing *department_filing_like(const Department *department, const Filing *filing, int year);

#endif
