/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The parts of the verb `trend`: the overview of all subjects (trend_overview.c) and one subject year by year
 * (trend_subject.c). Both print for people.
 */
#ifndef CMD_TREND_H
#define CMD_TREND_H

#include "analysis/statistics.h"
#include "cmd/verb.h"
#include "history/department.h"

typedef struct {
    const Session *session;
    const Department *department;
    const GPtrArray *series;  /* all the department's */
    const Deflator *deflator; /* NULL: as published */
    int base;                 /* the year whose prices are shown, with a deflator */
} TrendView;

/* A trend is called one below this p. */
#define TREND_SIGNIFICANT 0.05

/* What a series measures, in words: 预算 支出 一般公共预算 合计. The caller frees it. */
char *trend_what(const Series *series);

/* What the row says of the trend: 上升, 下降, 不显著, 不变, 期数不足. */
const char *trend_word(const StatRow *row);

/* The lines kept (StatLine), in groups that measure the same; `hidden` are those left out. */
void trend_print_overview(const TrendView *view, const GArray *lines, guint hidden);

/* Each line with its years and all its statistics. */
void trend_print_subjects(const TrendView *view, const GArray *lines);

#endif
