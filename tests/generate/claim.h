/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A claim in words, and in the truth. */
#ifndef TESTS_GENERATE_CLAIM_H
#define TESTS_GENERATE_CLAIM_H

#include "tests/generate/narrative.h"

/*
 * The sentence without its closing mark; what it states is recorded in the truth. The caller owns
 * the text.
 */
char *claim_print(const Claim *claim, const Style *style, Truth *truth);

/*
 * "145" or "145.00" or "1,145.00", as this author writes amounts in sentences. The caller owns the
 * text.
 */
char *amount_in_text(gint64 yuan, const Style *style);

#endif
