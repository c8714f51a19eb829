/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The numbers that rules judge with: schema/data/thresholds.ini, of which a run may override any
 * (--threshold NAME=VALUE). Ratios are in thousandths, so that judging stays in integers.
 */
#ifndef SCHEMA_THRESHOLDS_H
#define SCHEMA_THRESHOLDS_H

#include <glib.h>
#include <stdbool.h>

typedef struct Thresholds Thresholds;

Thresholds *thresholds_new(GError **error);
void thresholds_free(Thresholds *thresholds);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Thresholds, thresholds_free)

/* "material.change=0.02"; an unknown name or a value that is no decimal is an error that lists the names. */
bool thresholds_override(Thresholds *thresholds, const char *assignment, GError **error);

/* In thousandths: 0.01 is 10. The name must be in the data file. */
gint64 threshold(const Thresholds *thresholds, const char *name);

/* All names with their values as text, for the report's method section: "name\tvalue\tmeaning". */
GPtrArray *thresholds_listing(const Thresholds *thresholds);

#endif
