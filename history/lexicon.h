/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reading a reason: which direction it argues, which drivers it names, which amounts it gives, which
 * fund it speaks of. The words are rows of schema/data/reasons.tsv.
 */
#ifndef HISTORY_LEXICON_H
#define HISTORY_LEXICON_H

#include <stdbool.h>

#include "schema/amount.h"
#include "schema/words.h"

typedef enum {
    DRIVER_HEAD_COUNT = 1 << 0,
    DRIVER_PAY = 1 << 1,
    DRIVER_BASE = 1 << 2,
    DRIVER_POLICY = 1 << 3,
    DRIVER_PRICE = 1 << 4,
    DRIVER_PROJECT_NEW = 1 << 5,
    DRIVER_PROJECT_FINISHED = 1 << 6,
    DRIVER_RECLASSIFICATION = 1 << 7,
    DRIVER_TRANSFER = 1 << 8,
    DRIVER_ONE_OFF = 1 << 9,
    DRIVER_CARRYOVER = 1 << 10,
    DRIVER_WORK_LOAD = 1 << 11,
    DRIVER_OTHER = 1 << 12,
} Driver;

typedef struct {
    bool up, down;      /* directions argued */
    guint drivers;      /* Driver bits */
    bool vague;         /* words that name no driver */
    bool none;          /* says that nothing was budgeted, or nothing changed */
    guint funds;        /* bits 1 << Fund of the funds named */
    GArray *amounts;    /* Amount: figures of money in it, in order */
    gint64 persons;     /* persons it counts (2名退休人员), 0 when it counts none */
    bool retired;       /* those persons are retired ones */
} ReasonReading;

ReasonReading *reason_read(const char *reason);
void reason_reading_free(ReasonReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(ReasonReading, reason_reading_free)

/* Names of the drivers for people, joined. The caller frees it. */
char *driver_names(guint drivers);

#endif
