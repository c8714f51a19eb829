/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the invented authors write: several ways for each thing, as published filings have them. None is taken from the phrases that the
 * program knows: what it does not understand shows in the benchmark.
 */
#ifndef TESTS_DETECT_SPEECH_H
#define TESTS_DETECT_SPEECH_H

#include "tests/detect/history.h"

/* Gives the claims of a year reasons of more kinds than the other generator has; a material change is accounted for in full. */
void speech_reasons(History *history, int year);

/* A reason for a change as a careful author would give it. The caller owns it. */
char *speech_reason(History *history, const Claim *claim);

/* Turns claims into sentences, and puts staff and targets as this history has them. */
void speech_finish(History *history, int year);

/* One of several texts. */
const char *speech_pick(GRand *rand, const char *const *texts, gsize count);
#define PICK(rand, texts) speech_pick(rand, texts, G_N_ELEMENTS(texts))

/* The subject in full: 一般公共服务支出（类）档案事务（款）档案馆（项）. The caller owns it. */
char *speech_subject(const char *code);

#endif
