/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How things look: the texts, fills, strokes and dots that charts are made of, each a row of a
 * const table.
 *
 * Colours are Okabe and Ito's, which colour-blind readers tell apart (Okabe and Ito, "Color
 * Universal Design", 2008). Fills that stand for different things also differ in pattern or in
 * weight, so that a grey print still says which is which. Sizes are pixels of a sheet 720 wide: 14
 * pixels are 9.5 points on A4 paper and 7 on a narrow telephone.
 */
#ifndef ANALYSIS_CHART_STYLE_H
#define ANALYSIS_CHART_STYLE_H

#include <stdbool.h>

typedef enum {
    TEXT_TITLE,
    TEXT_SUBTITLE,
    TEXT_LABEL,
    TEXT_STRONG, /* totals and the figures that matter */
    TEXT_MUTED,
    TEXT_ALARM, /* the figure to look at */
    TEXT_NOTE,
    TEXT_CELL,      /* a figure on a pale ground */
    TEXT_CELL_DARK, /* on a dark one */
    TEXT_N_STYLES
} TextStyle;

typedef struct {
    double size; /* of the font */
    double line; /* from line to line */
    bool bold;
    const char *colour;
} TextLook;

extern const TextLook TEXT_LOOKS[TEXT_N_STYLES];

typedef enum {
    FILL_TOTAL,
    FILL_EXPLAINED,
    FILL_MOVED,
    FILL_UNEXPLAINED,
    FILL_IMMATERIAL,
    FILL_UP,
    FILL_DOWN,
    FILL_PART,
    FILL_REST, /* "other" */
    FILL_BUDGET,
    FILL_BUDGET_IMPLIED,
    FILL_CARRYOVER_IMPLIED,
    FILL_BAND,
    FILL_PART_1, /* parts of a whole, largest first; FILL_REST is what is left of it */
    FILL_PART_2,
    FILL_PART_3,
    FILL_PART_4,
    FILL_PART_5,
    FILL_PART_1_IMPLIED, /* hollow, in the same order */
    FILL_PART_2_IMPLIED,
    FILL_PART_3_IMPLIED,
    FILL_PART_4_IMPLIED,
    FILL_PART_5_IMPLIED,
    FILL_REST_IMPLIED,
    FILL_WHOLE, /* of which the parts are not known */
    FILL_WHOLE_IMPLIED,
    FILL_TWO_YEARS, /* carried over longer than is allowed */
    FILL_ONE_YEAR,
    FILL_AGE_UNKNOWN,
    FILL_TRAVEL,
    FILL_PURCHASE,
    FILL_RUNNING,
    FILL_VEHICLES, /* purchase and running in one */
    FILL_RECEPTION,
    FILL_UNDIVIDED, /* a total whose parts are not known */
    FILL_EXECUTED,
    FILL_EXECUTED_IMPLIED,
    FILL_HEAT_DOWN_MOST, /* a diverging scale, from dark orange over grey to dark blue */
    FILL_HEAT_DOWN_MORE,
    FILL_HEAT_DOWN,
    FILL_HEAT_FLAT,
    FILL_HEAT_UP,
    FILL_HEAT_UP_MORE,
    FILL_HEAT_UP_MOST,
    FILL_HEAT_NEW,
    FILL_HEAT_GONE,
    FILL_QUARTILES,
    FILL_N
} Fill;

typedef struct {
    const char *style; /* gnuplot's fill style */
    const char *colour;
} FillLook;

extern const FillLook FILL_LOOKS[FILL_N];

typedef enum {
    STROKE_GRID,
    STROKE_AXIS,
    STROKE_LINK, /* from step to step of a waterfall */
    STROKE_SERIES,
    STROKE_LOG_LINEAR,
    STROKE_THEIL_SEN,
    STROKE_LIMIT, /* a line not to be passed */
    STROKE_MEDIAN,
    STROKE_CUT, /* the white gap of a bar that is cut */
    STROKE_PART_1, /* as the fills of parts */
    STROKE_PART_2,
    STROKE_PART_3,
    STROKE_PART_4,
    STROKE_PART_5,
    STROKE_REST,
    STROKE_N
} Stroke;

typedef struct {
    double width;
    const char *dash; /* gnuplot's dash type */
    const char *colour;
    bool behind; /* the data */
} StrokeLook;

extern const StrokeLook STROKE_LOOKS[STROKE_N];

typedef enum {
    DOT_FILED,
    DOT_IMPLIED,
    DOT_ALARM,
    DOT_PART_1, /* as the fills of parts */
    DOT_PART_2,
    DOT_PART_3,
    DOT_PART_4,
    DOT_PART_5,
    DOT_REST,
    DOT_PART_IMPLIED,
    DOT_PEER,
    DOT_OWN,
    DOT_N
} Dot;

typedef struct {
    const char *heart;
    const char *ring;
} DotLook;

extern const DotLook DOT_LOOKS[DOT_N];

enum { DOT_RADIUS = 5 };

/* Estimated width in pixels of a cleaned text. */
double chart_text_width(TextStyle style, const char *text);

/* How many em of a style fit into some pixels. */
double chart_text_ems(TextStyle style, double pixels);

#endif
