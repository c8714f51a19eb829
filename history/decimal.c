/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/decimal.h"

#include <glib.h>
#include <string.h>

/* Zeros at the end say nothing. */
static void trim(Decimal *decimal)
{
    gsize length = strlen(decimal->digits);
    while (length > 0 && decimal->digits[length - 1] == '0')
        decimal->digits[--length] = '\0';
    if (length == 0)
        decimal->point = 0;
}

Decimal decimal_from_double(double value)
{
    Decimal decimal = {.negative = value < 0};
    char printed[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(printed, sizeof printed, "%.14e", value < 0 ? -value : value);
    char *exponent = strchr(printed, 'e');
    if (exponent == NULL)
        return decimal;
    decimal.digits[0] = printed[0];
    memcpy(decimal.digits + 1, printed + 2, DECIMAL_DIGITS - 1);
    decimal.point = (int)g_ascii_strtoll(exponent + 1, NULL, 10) + 1;
    trim(&decimal);
    return decimal;
}

void decimal_round(Decimal *decimal, int places)
{
    int length = (int)strlen(decimal->digits);
    int keep = decimal->point + places; /* how many digits stay */
    if (keep >= length)
        return;
    bool up = keep >= 0 && decimal->digits[keep] >= '5';
    decimal->digits[MAX(keep, 0)] = '\0';
    int at = keep - 1;
    while (up && at >= 0 && decimal->digits[at] == '9')
        decimal->digits[at--] = '\0';
    if (up && at >= 0) {
        decimal->digits[at]++;
    } else if (up) { /* 999.5 -> 1000 */
        memcpy(decimal->digits, "1", 2);
        decimal->point++;
    }
    trim(decimal);
}

char decimal_digit(const Decimal *decimal, int place)
{
    int at = decimal->point - 1 - place;
    return at >= 0 && at < (int)strlen(decimal->digits) ? decimal->digits[at] : '0';
}
