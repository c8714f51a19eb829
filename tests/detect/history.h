/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Several years of one invented department. The years are drawn forward: what a filing calls last year is what the filing before it
 * printed, staff and carryover roll, a reason fits the change that it stands beside. A case (case.h) shapes the figures of one year
 * before they are drawn up into tables, or changes what is printed of them.
 */
#ifndef TESTS_DETECT_HISTORY_H
#define TESTS_DETECT_HISTORY_H

#include "tests/generate/filing.h"

#define YEARS_MOST 6

/* What a clean history may be asked to have or to leave out. All zero: 3 to 6 years, changes now and then. */
typedef struct {
    int years;          /* 0: drawn */
    bool exact;         /* every amount a whole 0.01 万元: nothing is rounded */
    bool calm;          /* no material change that the case does not make */
    bool projects;      /* at least three items of general projects */
    bool last;          /* the year of the fault is the newest one */
    bool middle;        /* … neither the first nor the last (needs 3 years) */
    bool decimals;      /* amounts in sentences keep their decimals: 145.00, not 145 */
    bool carried;       /* at least two lines carried over, and no negative one */
    bool accounts;      /* final accounts of each year but the last */
    bool columns;       /* in columns: cells do not have to be guessed */
} Needs;

typedef struct History History;
typedef void (*Shape)(History *history, int size);

struct History {
    GRand *rand;
    Needs needs;
    int count;                   /* of years */
    int at;                      /* index of the year that the case is about, never 0 */
    Model *years[YEARS_MOST];
    Filing *filings[YEARS_MOST]; /* each owns the model of its year; NULL until history_draw_up() */
    bool jump[YEARS_MOST];       /* the year holds a material change of a project, with its reason */
    bool absent[YEARS_MOST];     /* the filing is not written */
    bool again[YEARS_MOST];      /* … is written twice, with other figures (year.restated) */
    char *renamed;               /* the department's name from `at` on, or NULL */
    NarrativeTwists twists;      /* of the year `at` */
    int missing_staff;           /* printed in post is off by this */
    int execution;               /* of the year `at`, in thousandths of the approved budget; 0: as usual */
    bool execution_twice;        /* and of the year before */
    gint64 closing_extra;        /* yuan by which the closing carryover of the year before is off */
    gint64 foot_extra;           /* yuan by which the foot of the accounts is off */
    gint64 closing;              /* yuan left at the end of the newest year */
    int targets[YEARS_MOST][3];  /* values of the performance targets, 0: the target is not printed */
    Layout layout;
    const char *subject, *other; /* codes that the case has picked */
    gint64 amount;               /* yuan that the case has picked */
};

/* The figures of all years. shape may be NULL; it is called when the figures of the year `at` are drawn, before the next year's are. */
History *history_new(guint32 seed, const char *case_name, int serial, const Needs *needs, Shape shape, int size);
void history_free(History *history);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(History, history_free)

/* Tables and sentences of all years from their figures. */
void history_draw_up(History *history);

/* The last look at a filing before it is printed: sentences in this author's words. */
void history_finish(History *history);

/* Helpers of the cases. */
Model *history_model(History *history);
Filing *history_filing(History *history);
/* An item that has general project money in the year `at` and the year before, the largest (or the next ones); NULL: none. */
Item *history_project_item(History *history, guint rank);
Item *model_find(const Model *model, const char *code);
gint64 item_general(const Item *item, Year year);
gint64 model_total(const Model *model);
/* Sets the general project money of an item, so that the general total becomes yuan. */
void item_set_general(Item *item, gint64 yuan);
/* Rounds to 0.01 万元. */
gint64 whole_step(gint64 yuan);

#endif
