/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Wordings of a data file, written shortly: "(财政拨款)?收(入)?(总计|合计)?" stands for every text that it can be.
 * ( | ) choose, ? may be left out, * may stand up to twice; they follow a character or a bracket. So wordings are looked up,
 * not searched for: thousands of them cost no more than one.
 */
#ifndef HISTORY_WORDING_H
#define HISTORY_WORDING_H

#include <glib.h>

/* The texts (char*, freed with the array), NULL for a wording that is not well formed or stands for too many. */
GPtrArray *wording_texts(const char *wording);

#endif
