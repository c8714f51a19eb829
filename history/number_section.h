/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sections of a number format (positive;negative;zero) taken apart into marks: what stands for a digit, a part of a
 * date, or for itself. number_format.h is what others use.
 */
#ifndef HISTORY_NUMBER_SECTION_H
#define HISTORY_NUMBER_SECTION_H

#include <glib.h>
#include <stdbool.h>

typedef enum {
    MARK_LITERAL, /* text as it is */
    MARK_DIGIT,   /* 0 # ? */
    MARK_POINT,
    MARK_COMMA,
    MARK_PERCENT,
    MARK_POWER,   /* E+ E-: the digits behind it are the exponent */
    MARK_GENERAL,
    MARK_DATE,    /* y m d h s, as often as it stands; 'a' is AM/PM */
} MarkKind;

typedef struct {
    MarkKind kind;
    char sign;      /* the letter of a digit or date */
    int count;      /* how often the letter of a date stands */
    char *literal;  /* NULL but for MARK_LITERAL */
} FormatMark;

typedef struct {
    GArray *marks;      /* FormatMark */
    char comparison[3]; /* of a condition such as [>=100]: "<", ">=", "="…; "" when there is none */
    double bound;
    bool is_date;
} FormatSection;

/* The sections (FormatSection) of a code, at most four. */
GPtrArray *sections_from_format(const char *format);

/* Appends what a section shows of a date; the serial number counts days from 1899-12-30, or from 1904-01-01. */
void append_date(GString *out, const FormatSection *section, double serial, bool from_1904);

#endif
