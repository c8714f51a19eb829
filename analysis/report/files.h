/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a report is written: its folder, and the same blocks as index.html and as report.md. What fails is
 * YUSUAN_ERROR_SYSTEM with the path.
 */
#ifndef ANALYSIS_REPORT_FILES_H
#define ANALYSIS_REPORT_FILES_H

#include "analysis/report/block.h"

/* Makes the folder, with those above it, unless it is there. */
bool report_folder_make(const char *folder, GError **error);

/* Replaces what an earlier report left. `title` is the page's name in the browser. */
bool report_files_write(const Blocks *blocks, const char *title, const char *folder, GError **error);

#endif
