/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the subjects of sentences mean: the words of schema/data/phrases.tsv, and the names of subjects, by this
 * filing's own tables first and the dictionaries next.
 */
#ifndef HISTORY_PHRASE_H
#define HISTORY_PHRASE_H

#include "schema/filing.h"

typedef struct {
    Direction direction;
    Fund fund;
    const char *measure;
    const char *name;
} Phrase;

/*
 * The quantity that a subject without quotes and spaces means in a section with this heading (heading and
 * subheading joined). Endings such as 预算数为 are taken off one by one until a phrase fits. False when none does.
 */
bool phrase_from_subject(const char *heading, const char *subject, Phrase *phrase);

/* Names of subjects as a filing's tables print them. */
typedef struct SubjectNames SubjectNames;
SubjectNames *subject_names_new(const Filing *filing);
void subject_names_free(SubjectNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SubjectNames, subject_names_free)

/* The functional code named by "某某（类）某某（款）某某（项）", or by a bare class name; NULL when none is. */
const char *subject_names_code(const SubjectNames *names, const char *subject);

/* The name at the end of such a subject: 行政运行. The caller frees it. */
char *subject_last_name(const char *subject);

#endif
