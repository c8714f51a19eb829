/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a narrative counts beside money: trips, vehicles, receptions, projects with targets. */
#ifndef HISTORY_COUNTS_H
#define HISTORY_COUNTS_H

#include "history/narrative.h"

/* One counted thing is a million: counts may have decimals (square metres). */
#define ONE_COUNTED 1000000

/*
 * Appends to filing->items: kind three-public.count (因公出国（境）团组, 公务用车保有量, 公务接待批次 …), performance.count and
 * performance.money (编报绩效目标, 绩效自评 …). Counts are in millionths, as those of assets are.
 */
void counts_from_paragraph(const Document *document, const Paragraph *paragraph, Filing *filing);

#endif
