/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Departments that come or go within the years that the store holds: for people to ask why. A department with filings of
 * two years or more, none of them from the later half of the store's years, is gone; none from the earlier half, new. One
 * with a filing of a single year says nothing about the others.
 */
#ifndef CMD_COMINGS_H
#define CMD_COMINGS_H

#include "history/holdings.h"

/* Lines to print, in the language set; "" when no department comes or goes. The caller frees it. */
char *comings_from_holdings(const Holdings *holdings);

#endif
