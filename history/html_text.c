/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/html_text.h"

#include <string.h>

#include "history/decode.h"

/* How far into a page its own statement of its encoding may stand. */
#define LOOK 4096

/*
 * The encoding behind the first "charset=", when it is one that Chinese pages state; others are found by content. GB2312
 * and GBK are parts of GB18030, and pages that say so use characters of the larger sets.
 */
static const char *stated_encoding(const guint8 *bytes, gsize length)
{
    g_autofree char *head = g_strndup((const char *)bytes, MIN(length, (gsize)LOOK));
    g_autofree char *lower = g_ascii_strdown(head, -1);
    const char *at = strstr(lower, "charset=");
    if (at == NULL)
        return NULL;
    at += strlen("charset=");
    at += strspn(at, "\"' ");
    return g_str_has_prefix(at, "gb") ? "GB18030" : g_str_has_prefix(at, "big5") ? "BIG5" : NULL;
}

/* What is sound UTF-8 is UTF-8, whatever the page says; a statement counts only when the whole page agrees with it. */
char *html_text_from_bytes(const guint8 *bytes, gsize length, GError **error)
{
    if (length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
        bytes += 3;
        length -= 3;
    }
    if (length > 0 && g_utf8_validate((const char *)bytes, (gssize)length, NULL))
        return g_strndup((const char *)bytes, length);
    const char *stated = stated_encoding(bytes, length);
    char *text = stated != NULL ? text_from_encoding(bytes, length, stated) : NULL;
    const char *encoding = NULL;
    return text != NULL ? text : text_from_bytes(bytes, length, &encoding, error);
}
