/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The report's charts: drawn once each as .svg and .png, their scripts kept as .gp, all by one gnuplot.
 */
#ifndef ANALYSIS_REPORT_PICTURES_H
#define ANALYSIS_REPORT_PICTURES_H

#include "analysis/department_year.h"
#include "analysis/report/block.h"

/*
 * Draws every chart of a year into `folder`, which exists. One Picture (owned by the array) a chart name; one that
 * could not be drawn has the reason instead. What the whole report lacks for it (no gnuplot, no font) is appended
 * to `warnings` (char*, owned by it).
 */
GPtrArray *pictures_from_year(const DepartmentYear *view, const char *folder, GPtrArray *warnings);

#endif
