/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who and what a sentence speaks of: its subject's words made plain, and the quantity they name; and what it compares
 * with.
 */
#ifndef HISTORY_CLAIM_SUBJECT_H
#define HISTORY_CLAIM_SUBJECT_H

#include "history/phrase.h"
#include "history/subject_names.h"

/*
 * Where subjects are read: the filing, the names its tables print, the heading of the section at hand, and the code of the
 * class that a heading or an item above has named ("" for none).
 */
typedef struct {
    const Filing *filing;
    const SubjectNames *names;
    const char *heading;
    const char *class_code;
} SubjectContext;

/* The words without the department, the year and what else says whose and when, not what. The caller frees it. */
char *subject_clean(const SubjectContext *context, const char *words);

/*
 * True for clean words that name no subject (预算数为); with `after_subject`, when a subject stands before a colon,
 * 支出预算为 names none either.
 */
bool subject_is_empty(const char *words, bool after_subject);

/* True when the words name a quantity or a subject that tables hold: enough to end a reason and begin a claim. */
bool subject_names_quantity(const SubjectContext *context, const char *words, bool after_subject);

/* The code of the class that a heading names (一般公共服务支出（类）), NULL when it names none. */
const char *subject_class_of_heading(const SubjectContext *context, const char *heading);

/* Sets what the claim is about from clean words: the quantity, its code, and the name that exports show. */
void claim_set_subject(const SubjectContext *context, Claim *claim, const char *words);

/* What the words of a comparison compare with; what they leave out is inherited, or known from the kind of filing. */
Against against_from_words(const Filing *filing, const char *words, Against inherited);

#endif
