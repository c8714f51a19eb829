/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Departments to report on, and folders to report into.
 */
#ifndef TESTS_ANALYSIS_REPORT_SAMPLE_H
#define TESTS_ANALYSIS_REPORT_SAMPLE_H

#include "history/department.h"

/* The invented archive's filings of these years, read from tests/filings. Years end with 0. */
Department *sample_archive(const int *years);

/* The filing that follows a real one's figures: one year, and what it says of the year before. */
Department *sample_bureau(void);

/* The first department of a tidy file of these rows: "2024,budget,expenditure,total,,,100.00", one a line, without its name. */
Department *sample_tidy(const char *rows);

/* A department whose every name, sentence and file is hostile. `hostile` stands in all of them. */
Department *sample_of_text(const char *hostile);

/* A new folder below the temporary one. sample_folder_remove() takes it away with all that is in it, and frees it. */
char *sample_folder(void);
void sample_folder_remove(char *folder);

/* The contents of a file in a folder; fails the test when there is none. */
char *sample_file(const char *folder, const char *name);

#endif
