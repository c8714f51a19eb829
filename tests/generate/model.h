/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An invented department's budget in whole yuan, before anything is rounded or printed. Every
 * identity of the form is true of it by construction: an amount is kept once, by item, fund and
 * use, and each printed figure is a sum of those.
 */
#ifndef TESTS_GENERATE_MODEL_H
#define TESTS_GENERATE_MODEL_H

#include <glib.h>
#include <stdbool.h>

#include "tests/generate/catalogue.h"

typedef enum {
    FUND_GENERAL,
    FUND_GENERAL_ABOVE, /* transferred from the level above */
    FUND_GOVERNMENT,
    FUND_GOVERNMENT_ABOVE,
    FUND_CAPITAL,
    FUND_CAPITAL_ABOVE,
    FUND_SPECIAL, /* fiscal special account */
    FUND_OWN,
    FUND_CARRIED,       /* fiscal money of earlier years */
    FUND_CARRIED_OTHER, /* other money of earlier years */
    FUND_COUNT,
} Fund;

typedef enum { USE_PERSONNEL, USE_OPERATING, USE_PROJECT, USE_COUNT } Use;

/* Sets of funds and uses: one bit each. */
#define ONLY(which) (1u << (which))
#define FUNDS_GENERAL (ONLY(FUND_GENERAL) | ONLY(FUND_GENERAL_ABOVE))
#define FUNDS_GOVERNMENT (ONLY(FUND_GOVERNMENT) | ONLY(FUND_GOVERNMENT_ABOVE))
#define FUNDS_CAPITAL (ONLY(FUND_CAPITAL) | ONLY(FUND_CAPITAL_ABOVE))
#define FUNDS_FISCAL (FUNDS_GENERAL | FUNDS_GOVERNMENT | FUNDS_CAPITAL)
#define FUNDS_CARRIED (ONLY(FUND_CARRIED) | ONLY(FUND_CARRIED_OTHER))
#define FUNDS_ALL (ONLY(FUND_COUNT) - 1u)
#define FUNDS_REVENUE (FUNDS_ALL & ~FUNDS_CARRIED)
#define USES_BASIC (ONLY(USE_PERSONNEL) | ONLY(USE_OPERATING))
#define USES_PROJECT ONLY(USE_PROJECT)
#define USES_ALL (USES_BASIC | USES_PROJECT)

typedef enum { THIS_YEAR, LAST_YEAR, YEAR_COUNT } Year;

typedef struct {
    const char *code; /* seven digits */
    gint64 yuan[YEAR_COUNT][FUND_COUNT][USE_COUNT];
} Item;

/* A line of table 6, of this year. */
typedef struct {
    const Economic *subject;
    gint64 yuan;
} EconomicLine;

/* Columns of table 7 after the total that projects here use. */
enum { USES_SERVICES = 1, USES_CAPITAL = 5, USES_FIRMS = 7 };

/* A project of table 7, with its use by the ten columns. */
typedef struct {
    char *name;
    const char *code;
    gint64 uses[PROJECT_USES];
} Project;

/* A line of table 11. */
typedef struct {
    char *name;
    char *purpose; /* NULL: withheld */
    Fund fund;
    Use use;
    gint64 yuan;
} Carried;

typedef enum {
    PUBLIC_ABROAD,
    PUBLIC_PURCHASE,
    PUBLIC_RUNNING,
    PUBLIC_RECEPTION,
    PUBLIC_COUNT
} ThreePublic;

/* How this author writes; drawn once a filing. */
typedef struct {
    bool separators_in_tables;
    bool separators_in_text;
    bool integer_amounts; /* 145 万元 instead of 145.00 */
    bool spaced_digits;   /* 2024 年 instead of 2024年 */
    bool names_before;    /* a wrapped name's first part stands above its code */
    bool repeated_header; /* on each page of a long table */
    bool page_numbers;
    bool printed_zeros;    /* some rows print 0.00 where others are blank */
    bool projects_in_rows; /* table 7: an item's only project stands in the item's row */
    int rows_per_page;     /* of a table */
    int wording;           /* first of the variants of a change claim */
} Style;

typedef struct {
    GRand *rand;
    Style style;
    int year;
    char *department;
    const Family *family;
    GPtrArray *items;    /* Item, by code */
    GPtrArray *economic; /* EconomicLine, by code */
    GPtrArray *projects; /* Project, by code */
    GPtrArray *carried;  /* Carried */
    gint64 public_expense[YEAR_COUNT][PUBLIC_COUNT];
    gint64 reception_printed_extra; /* fault cross.table: on top wherever printed but in table 6 */
    int posts, in_post, in_post_change, retired, retired_change;
    const char *moved_from, *moved_to; /* codes of a stated move, or NULL */
    gint64 moved;                      /* the amount that leaves moved_from */
    const char *changed;     /* code of an item that was given a material change, or NULL */
    const char *changed_too; /* another one, in the other direction */
} Model;

/* What a fault needs from the department it is planted in. All zero: nothing. */
typedef struct {
    bool one_change;  /* a project item with a material change */
    bool two_changes; /* two of them, in opposite directions */
    bool
        retirees_change; /* a material change of 2080501 that the number of retirees cannot carry */
    bool no_base;        /* a project item that is new */
    bool move_balanced;
    bool move_unbalanced;
    bool carried_large;
    bool carried_some;
    bool carried_opaque;
    bool public_up;
    bool projects; /* at least one general project */
    bool reception_extra;
} Wishes;

/*
 * serial tells one department of a run from another; the same rand state and serial give the same
 * department.
 */
Model *model_new(GRand *rand, int serial, const Wishes *wishes);
void model_free(Model *model);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Model, model_free)

/*
 * The last two steps of model_new, in model_adjust.c: what the wishes change in the items, and the
 * lines of tables 6 and 7 that follow from them.
 */
void model_adjust(Model *model, const Wishes *wishes);
void model_derive(Model *model);

/* The item with this code, made when it is not there yet. */
Item *model_item(Model *model, const char *code);

/* Sum over the items whose code begins with prefix ("" for all), over sets of funds and uses. */
gint64 model_sum(const Model *model, Year year, const char *prefix, guint funds, guint uses);

/* Sum of the economic lines whose code begins with prefix. */
gint64 model_economic_sum(const Model *model, const char *prefix);

gint64 model_public_sum(const Model *model, Year year);

/* Dice. */
bool chance(GRand *rand, int percent);
int between(GRand *rand, int low, int high);

#endif
