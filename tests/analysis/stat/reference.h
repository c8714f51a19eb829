/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What R says of the cases in reference_more.R; its output stands in reference_more.tsv. */
#ifndef YUSUAN_TESTS_ANALYSIS_STAT_REFERENCE_H
#define YUSUAN_TESTS_ANALYSIS_STAT_REFERENCE_H

#include "analysis/stat/measured.h"

/* The value R gives; not known where it gives none. The test fails when the file has no such line. */
Measured reference_value(const char *statistic, const char *name, const char *field);

/* `actual` agrees with R to `tolerance` × |expected|. */
void assert_as_in_r(const char *statistic, const char *name, const char *field, Measured actual, double tolerance);

#endif
