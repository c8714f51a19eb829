/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Forms: what the tables of a filing look like, and what must hold in them. A form is a data file
 * (schema/data/forms/, which explains itself); this reads it into plain values that live as long as the program.
 */
#ifndef HISTORY_FORM_H
#define HISTORY_FORM_H

#include "schema/filing.h"

/* One row is the sum of its columns: column `total` is the sum of the columns in `parts`. Bit i is column i (from 0). */
typedef struct {
    int total;
    guint32 parts;
} RowIdentity;

#define FORM_COLUMNS_MAX 32

/* A line of a label table. The first label names it. */
typedef struct {
    int level;
    char **labels;
    Direction direction;
    Fund fund;
    char *measure;
} FormLine;

/* A table, or one of the blocks that stand side by side in it. */
typedef struct {
    Direction side;
    Rows rows;
    bool projects;        /* code rows that also carry a project's name */
    GPtrArray *columns;   /* Column */
    GPtrArray *headings;  /* char**, one a column: paths that filings print for it, as label_key() compares them */
    GArray *identities;   /* RowIdentity */
    GPtrArray *lines;     /* FormLine */
    char **totals;        /* labels of the total row */
    guint32 usual;        /* columns where the money usually stands: the first guess where several fit */
} FormPart;

#define FORM_PARTS_MAX 4

/* Every title ends so. */
#define TITLE_END "表"

typedef struct {
    char *id;
    int number; /* as printed: 表 2 */
    char **titles;
    gsize *title_lengths; /* in bytes, one a title: many lines of a filing are held against all of them */
    bool two_sided;    /* more than one block: what is printed on a line belongs to several rows */
    bool balance;      /* the totals of its two sides must agree */
    bool may_be_empty; /* with a sentence that says so */
    bool optional;     /* not every filing of the form has it */
    char *stands_for;  /* id of the table whose columns are lines here: found by its rows; NULL for most */
    FormPart *parts[FORM_PARTS_MAX];
    int part_count;
} FormTable;

/* A quantity with a sign, to be read for any code. */
typedef struct {
    int sign;
    Direction direction;
    Fund fund;
    char *measure;
} Term;

/* What an equation that does not hold breaks: one quantity said in two ways, a total and its parts, a balance. */
typedef enum { EQUATION_SAME, EQUATION_TOTAL, EQUATION_BALANCE } EquationKind;

/* left = one of the right-hand sides; each side a GArray of Term. */
typedef struct {
    EquationKind kind;
    GArray *left;
    GPtrArray *rights;
} Equation;

typedef struct {
    char *id;
    char *name;
    Kind kind;
    bool projects_pay; /* its three public expenses include what projects pay: they may be more than basic expenditure */
    bool common;       /* what most provinces print: counts only where no form of their own explains as much */
    GPtrArray *tables; /* FormTable */
    GPtrArray *equal;  /* Equation */
    GPtrArray *within; /* Equation: left <= right */
} Form;

/* All built-in forms (Form), read once. NULL with an error that names the file and the key that is wrong. */
const GPtrArray *forms_all(GError **error);

/* The form with this identifier, NULL when there is none. */
const Form *form_by_id(const char *id);

const FormTable *form_table_by_id(const Form *form, const char *id);

/* The (first) block of a form's table that a row of this side belongs to. */
const FormPart *form_table_part(const FormTable *table, Direction side);

/* Where a block's columns begin among those of the table: they stand one block after the other. */
int form_table_first_column(const FormTable *table, const FormPart *part);

/* True when the table is this one, or the same one with its columns as lines. */
bool form_table_is(const FormTable *table, const FormTable *wanted);

/* How many columns all blocks have together. */
int form_table_columns(const FormTable *table);

/*
 * The line with this label (already without spaces and list number), at or after index *from if possible. Lines of
 * one name are told apart by what encloses them: the form then names them "what encloses/name".
 */
const FormLine *form_part_line(const FormPart *part, const char *label, guint *from);

bool form_part_is_total(const FormPart *part, const char *label);

#endif
