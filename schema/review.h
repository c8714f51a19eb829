/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A review: what somebody decided about a finding, when, why and until when. Evidence, like a filing: it is never
 * changed, only followed by another one, and the newest of a finding counts.
 *
 * A finding is derived anew on every run. It is accepted as long as the newest review of its id accepts it, is not over,
 * and was made on the figures that the finding still rests on.
 */
#ifndef SCHEMA_REVIEW_H
#define SCHEMA_REVIEW_H

#include "schema/finding.h"

typedef enum { DECISION_ACCEPT, DECISION_REOPEN } Decision;

typedef struct {
    char *finding;   /* id */
    gint64 reviewed; /* microseconds since 1970 */
    Decision decision;
    char *reviewer;
    char *note;
    char *until;   /* yyyy-mm-dd, the last day on which it holds; "" without an end */
    char *figures; /* finding_figures() then */
    char *rule;    /* with the next ones: what the finding was, for when it is no longer there */
    char *department;
    int fiscal_year;
    char *subject;
    char *code;
    bool has_amount;
    Amount amount;
    char *message;
} Review;

/* Of the finding as it stands, without a decision yet: reviewer, note and until are "", reviewed is 0. */
Review *review_new(const Finding *finding);
void review_free(Review *review);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Review, review_free)

/*
 * What a review makes of a finding on a day (yyyy-mm-dd): "open" (never reviewed, or reopened), "accepted", "expired" or
 * "changed" (accepted with other figures, or for another fact that had the id). No review (NULL) leaves it open.
 */
const char *review_status(const Review *review, const Finding *finding, const char *day);

/* The same for people: 已签收, accepted. */
const char *finding_status_name(const char *status);

/* Sets the status of all findings by their reviews (id -> Review, may be NULL) as of today. */
void findings_review(GPtrArray *findings, GHashTable *reviews);

/* Today in local time, and the day of a moment (microseconds since 1970): yyyy-mm-dd. The caller frees them. */
char *day_today(void);
char *day_of_moment(gint64 moment);

/* True for a day that the calendar has, as yyyy-mm-dd. */
bool day_is_valid(const char *day);

/* accepted, reopened */
const char *decision_word(Decision decision);

#endif
