/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a picture shows, apart from how it is drawn.
 *
 * A Chart is one statement about a department with the figures that carry it. The makers of
 * contents fill it from the ledger and the series; script.h turns it into a gnuplot script;
 * gnuplot.h draws the script. Nothing here knows of colours, pixels or gnuplot.
 *
 * Life: chart_new(), then the chart_set_…() and chart_add_…() of its kind, then chart_free(). Every
 * string given is copied; a chart owns all it holds. Text may be anything a document said: it is
 * made harmless when drawn.
 *
 * Money is a double in 万元 (ten thousand yuan): a picture is no place to take figures from. Where
 * the figures are large the drawing turns to 亿元 by itself. A chart with a `unit` of its own (yuan
 * per head, say) is never converted. NAN stands for "not known" where the comment of a function
 * allows it, and nowhere else.
 */
#ifndef ANALYSIS_CHART_CHART_H
#define ANALYSIS_CHART_CHART_H

#include <stdbool.h>

#include <glib.h>

#define CHART_ERROR (chart_error_quark())
GQuark chart_error_quark(void);

typedef enum {
    CHART_ERROR_CONTENT, /* the chart holds nothing to draw, or something no picture can show */
    CHART_ERROR_FORMAT,  /* the file name ends in none of .png .svg .pdf .gp */
    CHART_ERROR_MISSING, /* gnuplot is not installed */
    CHART_ERROR_FAILED,  /* gnuplot refused, crashed or wrote nothing */
    CHART_ERROR_HUNG,    /* gnuplot made no progress within the time limit and was killed */
    CHART_ERROR_WRITE,   /* the picture cannot be written where it should go */
    CHART_ERROR_FONT,    /* no font covers Chinese; pictures can still be drawn */
} ChartError;

typedef enum {
    CHART_WATERFALL,   /* from the base year's total to this year's, subject by subject; items:
                          ChartStep */
    CHART_COMPOSITION, /* what a total is made of, largest first; items: ChartPart */
    CHART_GROWTH,      /* growth of each subject, diverging from zero; items: ChartGrowth */
    CHART_CARRYOVER,   /* carryover by age within the total budget, by year; items: ChartCarryover */
    CHART_TREND,       /* one series over the years, with its fit and interval; items: ChartPoint */
    CHART_STACK,       /* a whole and its parts, year by year; items: ChartMoneyYear */
    CHART_SHARES,      /* the parts' shares of the whole over the years; items: ChartMoneyYear */
    CHART_UNEXPLAINED, /* how much of the material change is unexplained, year by year; items: ChartUnexplained */
    CHART_THREE_PUBLIC, /* the three public expenses by year, budget and accounts; items: ChartPublic */
    CHART_EXECUTION,    /* approved, adjusted, executed, by year; items: ChartExecution */
    CHART_MULTIPLES,   /* many series over the same years, a small panel each; items: ChartPanel */
    CHART_HEAT,        /* growth by subject and year; items: ChartHeatRow */
    CHART_PEERS,       /* a department within its group, indicator by indicator; items: ChartPeerRow */
    CHART_N_KINDS
} ChartKind;

/* What the ledger found about one step of a waterfall. */
typedef enum {
    CHART_STEP_EXPLAINED,
    CHART_STEP_MOVED, /* reclassified: came from or went to another subject */
    CHART_STEP_UNEXPLAINED,
    CHART_STEP_IMMATERIAL,
    CHART_N_STEP_CLASSES
} ChartStepClass;

typedef struct {
    char *label;
    double amount; /* signed change */
    ChartStepClass step_class;
    bool continues; /* a further part of the step before it: one subject, one row */
} ChartStep;

typedef struct {
    char *label;
    double amount;
} ChartPart;

typedef struct {
    char *label;
    double base; /* comparable, after confirmed moves; 0 makes the subject "new" */
    double current;
} ChartGrowth;

/* What is carried over and is of neither age has an age that is not known. */
typedef struct {
    int year;
    double carryover; /* NAN: not known */
    double one_year;  /* of it, appropriated in the year before; 0 where nothing tells */
    double two_years; /* of it, before that; 0 where nothing tells */
    double budget;    /* total budget of the year; NAN: not known */
    bool carryover_implied; /* worked out from the next year's filing instead of read from its own */
    bool budget_implied;
} ChartCarryover;

typedef struct {
    int year;
    double amount;
    bool implied;
} ChartPoint;

typedef struct {
    int year;
    double whole;
    double *parts; /* one for each of the chart's parts, 0 or more; NULL: only the whole is known, or it is not above 0 */
    bool implied;
    double moved; /* share of the whole that changed its place since the year before, in %; NAN: not known */
} ChartMoneyYear;

typedef struct {
    int year;
    bool known;         /* false: this year cannot be compared with the year before */
    double size;        /* sum of the absolute material changes; 0: nothing material changed */
    double unexplained; /* of it; moves against it can make it the larger one: 100 % then */
} ChartUnexplained;

typedef enum {
    CHART_PUBLIC_TRAVEL,
    CHART_PUBLIC_PURCHASE, /* of vehicles */
    CHART_PUBLIC_RUNNING,  /* of vehicles */
    CHART_PUBLIC_VEHICLES, /* purchase and running, where they are not told apart */
    CHART_PUBLIC_RECEPTION,
    CHART_N_PUBLIC
} ChartPublicPart;

typedef struct {
    int year;
    bool accounts; /* what was spent; else the budget */
    bool implied;  /* some figure is */
    double total;  /* NAN: not known; then the parts are all there is */
    double parts[CHART_N_PUBLIC]; /* NAN: not known */
} ChartPublic;

/* A year of the department; with a label, a subject of the newest year. NAN: the phase is not known. */
typedef struct {
    char *label; /* NULL for a year */
    int year;
    double approved;
    double adjusted;
    double executed;
    bool approved_implied;
    bool executed_implied;
} ChartExecution;

typedef enum {
    CHART_FIT_LOG_LINEAR, /* amount = exp(intercept + slope × (year − origin)) */
    CHART_FIT_THEIL_SEN,  /* amount = intercept + slope × (year − origin) */
    CHART_N_FITS
} ChartFitKind;

typedef struct {
    bool present;
    double intercept;
    double slope;
    int origin;
    int first_year; /* the line is drawn from here … */
    int last_year;  /* … to here */
} ChartFit;

/* 95 % prediction interval of one year, from the years before it. */
typedef struct {
    bool present;
    int year;
    double low;
    double high;
} ChartInterval;

/* One small panel of many: a subject's years, with what its past lets expect of the newest. */
typedef struct {
    char *label;
    GArray *points;         /* ChartPoint, years ascending */
    double growth;          /* of the newest year on the year before, in %; NAN: not known */
    ChartFit fit;           /* Theil–Sen */
    ChartInterval interval; /* of the newest year */
} ChartPanel;

typedef enum {
    CHART_CELL_UNKNOWN, /* no figure, or none to compare with */
    CHART_CELL_GROWTH,
    CHART_CELL_NEW,  /* nothing in the year before */
    CHART_CELL_GONE, /* nothing in this year, after something in the year before */
    CHART_N_CELL_STATES
} ChartCellState;

/* A subject's year in a heat map. */
typedef struct {
    ChartCellState state;
    double growth; /* in %, of CHART_CELL_GROWTH */
    bool implied;  /* one of the two figures was worked out from a later filing */
} ChartCell;

typedef struct {
    char *label;
    bool whole;    /* the total of the others */
    GArray *cells; /* ChartCell, one a year from the chart's first_year on */
} ChartHeatRow;

/* An indicator of all departments of a group. */
typedef struct {
    char *label;
    char *unit; /* "" where it has none */
    int decimals;
    GArray *values; /* double: of all that have it, the marked one included, in any order */
    double own;     /* of the marked department */
    double lower;   /* quartiles of the group */
    double median;
    double upper;
    double rank; /* 1: the largest; equal ones share the mean of their places */
} ChartPeerRow;

typedef struct {
    ChartKind kind;
    char *name;     /* stem of the file: a-z, 0-9 and '-' */
    char *title;    /* one line: the thing to know */
    char *subtitle; /* what is shown: department, years, phase; or NULL */
    char *note;     /* source line below the picture, without the unit; or NULL */
    char *unit;     /* NULL: 万元 or 亿元 by size */
    GArray *items;  /* of the struct its kind names */

    GPtrArray *parts; /* char *: CHART_STACK and CHART_SHARES only: the names of the parts */

    /* CHART_WATERFALL only */
    char *start_label;
    double start;
    char *end_label;
    double end;

    /* CHART_TREND only */
    ChartFit fits[CHART_N_FITS];
    ChartInterval interval;

    /* CHART_HEAT only */
    int first_year; /* of the first column */

    /* CHART_PEERS only */
    char *marked; /* the department that the picture is about */

    /* CHART_MULTIPLES and CHART_HEAT: how many subjects there are beside those drawn */
    guint n_left_out;
} Chart;

Chart *chart_new(ChartKind kind, const char *name, const char *title);
void chart_free(Chart *chart);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Chart, chart_free)

void chart_set_subtitle(Chart *chart, const char *subtitle);
void chart_set_note(Chart *chart, const char *note);
void chart_set_unit(Chart *chart, const char *unit);

/*
 * Waterfall: both ends, then the steps in the order they are to be drawn. Steps need not reach the
 * end: what is missing is drawn as a step of its own, called "not listed".
 */
void chart_set_start(Chart *chart, const char *label, double amount);
void chart_set_end(Chart *chart, const char *label, double amount);
void chart_add_step(Chart *chart, const char *label, double amount, ChartStepClass step_class);

/* A step of several classes: what of it is of another class than the part added last. */
void chart_add_step_part(Chart *chart, double amount, ChartStepClass step_class);

/* Composition, in any order: the drawing sorts, and folds many small parts into "other". */
void chart_add_part(Chart *chart, const char *label, double amount);

/* Growth, in any order: the drawing sorts. */
void chart_add_growth(Chart *chart, const char *label, double base, double current);

/* Years must be added in ascending order; a year left out is a gap. */
void chart_add_carryover(Chart *chart, ChartCarryover item);
void chart_add_point(Chart *chart, int year, double amount, bool implied);

/* By year, the budget of a year before its accounts. */
void chart_add_public(Chart *chart, ChartPublic item);

/* Years ascending, then subjects in the order they are to be shown. The label is copied. */
void chart_add_execution(Chart *chart, ChartExecution item);

void chart_set_fit(Chart *chart, ChartFitKind kind, ChartFit fit);
void chart_set_interval(Chart *chart, int year, double low, double high);

/*
 * Stack and shares: first the parts, in any order (the drawing puts the largest first and folds many into "others"), then
 * the years, ascending, a year left out being a gap. `parts` has an amount for each part, or is NULL. What the parts leave
 * of the whole is drawn with the others. chart_set_moved() is for the year added last.
 */
void chart_add_money_part(Chart *chart, const char *label);
void chart_add_money_year(Chart *chart, int year, double whole, const double *parts, bool implied);
void chart_set_moved(Chart *chart, double percent);

/* Ascending years. Of a year that is not known the amounts are 0. */
void chart_add_unexplained(Chart *chart, int year, bool known, double size, double unexplained);

/*
 * Panels and rows in the order they are to be drawn, to be filled by whoever adds them; the pointer is valid until the
 * next is added. Every row of a heat map has a cell for each year.
 */
ChartPanel *chart_add_panel(Chart *chart, const char *label);
void chart_panel_add_point(ChartPanel *panel, int year, double amount, bool implied);
ChartHeatRow *chart_add_heat_row(Chart *chart, const char *label);
ChartPeerRow *chart_add_peer_row(Chart *chart, const char *label, const char *unit, int decimals);
void chart_set_marked(Chart *chart, const char *name);

/*
 * Whether the chart can be drawn: a well-formed name, a title, at least one item, finite figures,
 * ascending years. Else false, with CHART_ERROR_CONTENT.
 */
bool chart_check(const Chart *chart, GError **error);

/* The fitted amount of a year. */
double chart_fit_at(const ChartFit *fit, ChartFitKind kind, double year);

#endif
