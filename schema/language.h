/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The language that messages are said in. Chinese is the users' language; English is given on request.
 *
 * Like the locale it is one setting of the process, made once by the command line. Every text a user can see
 * is written once in both languages, side by side, so that a reader of the code sees what is said:
 *
 *     g_string_append_printf(out, say("第 %d 页", "page %d"), page);
 *
 * Both texts must take the same arguments in the same order; the compiler checks each of them as a format.
 */
#ifndef SCHEMA_LANGUAGE_H
#define SCHEMA_LANGUAGE_H

typedef enum { LANGUAGE_ZH, LANGUAGE_EN } Language;

void language_set(Language language);
Language language_get(void);

/* Returns one of its two arguments, by the language set (Chinese until then). */
const char *say(const char *zh, const char *en)
    __attribute__((format_arg(1), format_arg(2), returns_nonnull));

/* The same where English tells one thing from several. */
const char *say_count(unsigned count, const char *zh, const char *one, const char *several)
    __attribute__((format_arg(2), format_arg(3), format_arg(4), returns_nonnull));

#endif
