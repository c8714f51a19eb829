/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names of subjects -> codes: by this filing's own tables first, the dictionaries next. The words 类, 款 and 项 in brackets
 * tell which level a name is of; a level that is left out is the heading's, or found where one subject alone has the name.
 */
#ifndef HISTORY_SUBJECT_NAMES_H
#define HISTORY_SUBJECT_NAMES_H

#include "schema/filing.h"

/* Names of subjects as a filing's tables print them. */
typedef struct SubjectNames SubjectNames;
SubjectNames *subject_names_new(const Filing *filing);
void subject_names_free(SubjectNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SubjectNames, subject_names_free)

/*
 * The code named by "某某（类）某某（款）某某（项）", by "2010601行政运行", or by a bare class name; NULL when none is.
 * class_code: of the class named above, "" for none. economic: names of the economic classification are looked for too.
 */
const char *subject_names_code(const SubjectNames *names, const char *subject, const char *class_code, bool economic);

/* The name at the end of such a subject: 行政运行. The caller frees it. */
char *subject_last_name(const char *subject);

/* True when the text has one of the marks （类）, （款）, （项）. */
bool subject_is_marked(const char *subject);

#endif
