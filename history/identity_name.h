/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose filing it is: the name that most places where a department's stands agree on. */
#ifndef HISTORY_IDENTITY_NAME_H
#define HISTORY_IDENTITY_NAME_H

#include "history/page.h"
#include "schema/filing.h"

/*
 * Sets the filing's department, "" when none is named, with its evidence; lists the names printed where it should
 * stand. Names of one body (body_name.h) vote together and the fullest of the frequent ones wins; the others of it are
 * not listed.
 */
void department_from_document(const Document *document, Filing *filing);

/* 某某局2018年度 / 部门预算公开: a title whose line breaks after its year, in one; NULL for any other line. The caller frees it. */
char *title_over_lines(const Document *document, guint index, const char *key);

#endif
