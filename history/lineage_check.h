/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lineage_file_read() asks of the statements as a whole. */
#ifndef HISTORY_LINEAGE_CHECK_H
#define HISTORY_LINEAGE_CHECK_H

#include "history/lineage_file.h"

/* Sets YUSUAN_ERROR_USAGE: the file and its line, what is wrong (which is freed), and how to go on without the file. */
void lineage_fail(GError **error, const char *path, int line, char *what);

/* True when no two of the rows contradict each other. */
bool lineage_rows_agree(const GPtrArray *rows, const char *path, GError **error);

#endif
