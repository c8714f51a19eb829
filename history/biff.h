/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The records of an Excel 97-2003 workbook stream (BIFF8), one after the other, and what stands in one: numbers with the
 * small end first, texts of one or two bytes a character. Reading past the end of a record gives zeros and marks it bad.
 */
#ifndef HISTORY_BIFF_H
#define HISTORY_BIFF_H

#include <glib.h>
#include <stdbool.h>

/* The records that are read; all others are passed over. */
enum {
    BIFF_FORMULA = 0x0006,
    BIFF_EOF = 0x000a,
    BIFF_DATE_1904 = 0x0022,
    BIFF_FILE_PASS = 0x002f,
    BIFF_CONTINUE = 0x003c,
    BIFF_BOUND_SHEET = 0x0085,
    BIFF_MUL_RK = 0x00bd,
    BIFF_RICH_STRING = 0x00d6,
    BIFF_XF = 0x00e0,
    BIFF_MERGED_CELLS = 0x00e5,
    BIFF_SST = 0x00fc,
    BIFF_LABEL_SST = 0x00fd,
    BIFF_NUMBER = 0x0203,
    BIFF_LABEL = 0x0204,
    BIFF_BOOL_ERR = 0x0205,
    BIFF_STRING = 0x0207,
    BIFF_WINDOW2 = 0x023e,
    BIFF_RK = 0x027e,
    BIFF_FORMAT = 0x041e,
    BIFF_BOF = 0x0809,
};

typedef struct {
    const guint8 *stream;
    gsize length;
    gsize next;        /* where the record behind the one at work begins */
    guint type;        /* of the record at work */
    const guint8 *at;  /* what of it is still unread */
    const guint8 *end;
    bool bad;          /* something ended too early */
} Biff;

/* Starts at an offset; its first record is read by biff_next(). */
Biff biff_at(const guint8 *stream, gsize length, gsize offset);

/* The next record; false at the end of the stream, and then `bad` when it ends within a record. */
bool biff_next(Biff *biff);

guint biff_byte(Biff *biff);
guint biff_short(Biff *biff);
guint32 biff_long(Biff *biff);
double biff_double(Biff *biff);
double biff_rk(Biff *biff);
void biff_skip(Biff *biff, gsize bytes);

/*
 * A text: its length in characters comes as one byte or two, formatting runs behind it are passed over. It goes on in
 * CONTINUE records where it must. UTF-8, the caller frees it.
 */
char *biff_text(Biff *biff, bool long_length);

#endif
