/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a single clause says. The wordings are patterns in clause.c, in the order they are tried.
 */
#ifndef HISTORY_CLAUSE_H
#define HISTORY_CLAUSE_H

#include "schema/filing.h"

typedef enum {
    CLAUSE_TEXT,       /* none of the others */
    CLAUSE_REASON,     /* 主要原因是… */
    CLAUSE_AMONG,      /* 其中, 包括 */
    CLAUSE_SHARE,      /* 占…30.42% */
    CLAUSE_CHANGE,     /* 比上年预算增加7.26万元 */
    CLAUSE_GROWTH,     /* 增长1.42% */
    CLAUSE_SAME,       /* 与上年持平 */
    CLAUSE_COMPLETION, /* 完成年初预算的95.00% */
    CLAUSE_BASE,       /* 年初预算为40.00万元 */
    CLAUSE_AMOUNT,     /* 行政运行279.52万元 */
    CLAUSE_COMPARISON, /* 与上年相比: what follows compares */
    CLAUSE_PURPOSE,    /* 主要用于… */
    CLAUSE_TURN,       /* 决算数小于预算数 */
    CLAUSE_NEW,        /* 今年新增支出 */
} ClauseKind;

typedef struct {
    ClauseKind kind;
    char *subject; /* the words before what is said, "" when the clause begins with it */
    char *words;   /* the comparison's (比上年预算), the whole of a share, or the reason's text */
    char *turn;    /* direction word as printed */
    bool down;
    bool fresh; /* 新增: there was none before */
    bool has_amount, has_rate;
    bool bare; /* rate without a percent sign */
    bool times;
    Amount amount;
    Rate rate;
    char *tail; /* what the clause goes on to say */
    char *refused; /* a figure that is no amount (overflow): to be told as a doubt */
} Clause;

void clause_from_text(const char *text, Clause *clause);
void clause_clear(Clause *clause);

#endif
