/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a filing states of its department's name: 我局由原虚构县水务局更名为虚构县水利局, or that it was formed of several,
 * or split off. Only sentences that speak of the filing's own department count; those of its units or of others do not.
 *
 * Reading keeps such a sentence as evidence of the filing; what it says is understood again from the sentence, by then with
 * the names that all filings print. So nothing but the sentence is stored, and no page is loaded.
 */
#ifndef HISTORY_NAME_CHANGE_H
#define HISTORY_NAME_CHANGE_H

#include "history/page.h"
#include "schema/filing.h"

/* The `what` of the evidence (IdentityEvidence). */
#define EVIDENCE_FORMER_NAME "former-name"

typedef enum {
    CHANGE_RENAMED,
    CHANGE_MERGED, /* formed of one or several, or took their tasks over */
    CHANGE_SPLIT,  /* a part that became a body of its own */
    CHANGE_FORMER, /* 前身为…, （原…）: what became of it is not said */
} ChangeKind;

typedef struct {
    ChangeKind kind;
    GPtrArray *from; /* char* */
    char *to;
} NameChange;

/*
 * What a sentence (squeezed) in a filing of `own` says; false for nothing, or for nothing of `own`. Names that are
 * among `known` (a set of char*, may be NULL) are found whatever words stand around them, in short (水务局) too.
 */
bool name_change_from_text(const char *text, const char *own, GHashTable *known, NameChange *change);
void name_change_clear(NameChange *change);

/* Keeps the sentences of the document that state a change of the filing's department, each once. */
void name_changes_from_document(const Document *document, Filing *filing);

#endif
