/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One spelling for what filings print in many: digits, letters, signs and spaces in their narrow form, Chinese
 * brackets and punctuation in their wide form, compatibility glyphs as the characters they stand for,
 * private-use glyphs as spaces. One character stays one character, so that positions in a line keep their meaning.
 */
#ifndef HISTORY_PLAIN_H
#define HISTORY_PLAIN_H

#include <glib.h>
#include <stdbool.h>

/* The plain spelling of a text. The caller frees it. */
char *plain_from_text(const char *text);

/* The same without any white space. The caller frees it. */
char *squeeze(const char *plain);

/* A label or title as it is compared: squeezed, without quotation marks. The caller frees it. */
char *label_key(const char *plain);

/* Skips a list number (一、 （一） 1. 1、 ① 其中：) at the start of a squeezed label; repeated ones too. */
const char *skip_list_number(const char *label);

/* The year that a squeezed label is (2024年, 2024年度预算数), 0 when it is none. */
int year_of_label(const char *label);

/* How wide a text is on paper, in half characters: Chinese ones count two. */
int display_width(const char *text);

/* True when the text holds at least one Chinese character. */
bool has_chinese(const char *text);

#endif
