/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The closed enumerations, with the lower-case word each value has in data files, exports and messages.
 * Their numbers are stored: append, never reorder.
 */
#ifndef SCHEMA_WORDS_H
#define SCHEMA_WORDS_H

#include <stdbool.h>

typedef enum { KIND_BUDGET, KIND_ACCOUNTS } Kind;
typedef enum { PHASE_APPROVED, PHASE_ADJUSTED, PHASE_EXECUTED } Phase;
typedef enum { SCOPE_DEPARTMENT, SCOPE_UNIT } Scope;
typedef enum { DIRECTION_NONE, DIRECTION_REVENUE, DIRECTION_EXPENDITURE, DIRECTION_CARRYOVER } Direction;
typedef enum { FUND_ALL, FUND_GENERAL, FUND_GOVERNMENT, FUND_STATE_CAPITAL, FUND_SPECIAL_ACCOUNT, FUND_OWN } Fund;

/* How a cell's column was settled. */
typedef enum { PROOF_GRID, PROOF_UNIQUE, PROOF_LIKELY, PROOF_AMBIGUOUS } Proof;

/* What a claim compares with, and which way it says the amount went. */
typedef enum { AGAINST_NOTHING, AGAINST_LAST_BUDGET, AGAINST_LAST_ACCOUNTS, AGAINST_THIS_BUDGET } Against;
typedef enum { TURN_NONE, TURN_UP, TURN_DOWN, TURN_SAME, TURN_NEW } Turn;

/* What a form's table turned out to be in a filing. */
typedef enum { TABLE_READ, TABLE_EMPTY, TABLE_MISSING, TABLE_UNREAD } TableState;

/* What the rows of a table are; classes: the functional classes by name, without their codes. */
typedef enum { ROWS_FUNCTIONAL, ROWS_ECONOMIC, ROWS_LABELS, ROWS_PROJECTS, ROWS_CLASSES } Rows;

typedef enum { SEVERITY_NOTICE, SEVERITY_WARNING, SEVERITY_ERROR } Severity;

const char *kind_word(Kind kind);
const char *phase_word(Phase phase);
const char *scope_word(Scope scope);
const char *direction_word(Direction direction); /* "" for none */
const char *fund_word(Fund fund);
const char *proof_word(Proof proof);
const char *against_word(Against against); /* "" for nothing */
const char *turn_word(Turn turn);          /* "" for none */
const char *table_state_word(TableState state);
const char *severity_word(Severity severity);

/* The same for people, in the language set. */
const char *kind_name(Kind kind);
const char *fund_name(Fund fund);
const char *severity_name(Severity severity);
const char *direction_name(Direction direction); /* "" for none */

/* The forms' words for measures as people say them; a word that is not known is given back as it is. */
const char *measure_name(const char *measure);

/* Words back to values; false when the word is none of them. */
bool kind_from_word(const char *word, Kind *kind);
bool direction_from_word(const char *word, Direction *direction);
bool fund_from_word(const char *word, Fund *fund);
bool rows_from_word(const char *word, Rows *rows);
bool severity_from_word(const char *word, Severity *severity);

#endif
