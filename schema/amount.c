/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema/amount.h"

#include <math.h>

#include <string.h>

#include "schema/error.h"
#include "schema/language.h"

static bool amount_refuse(const char *text, const char *why, GError **error)
{
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT, say("金额“%s”%s", "amount \"%s\" %s"), text, why);
    return false;
}

/* True when the commas of the integer part, if any, group its digits by three. */
static bool separators_are_sound(const char *digits, size_t length)
{
    const char *comma = memchr(digits, ',', length);
    if (comma == NULL)
        return length > 0;
    size_t head = (size_t)(comma - digits);
    if (head == 0 || head > 3 || (length - head) % 4 != 0)
        return false;
    for (size_t at = head; at < length; at++) {
        bool due = (at - head) % 4 == 0;
        if ((digits[at] == ',') != due)
            return false;
    }
    return true;
}

/* value = value * 10 + digit, refusing what does not fit. */
static bool push_digit(gint64 *value, char digit)
{
    return !__builtin_mul_overflow(*value, 10, value) && !__builtin_add_overflow(*value, digit - '0', value);
}

gint64 unit_from_text(const char *unit)
{
    return g_strcmp0(unit, "元") == 0 ? FEN_PER_YUAN : g_strcmp0(unit, "亿元") == 0 ? FEN_PER_YI_YUAN : FEN_PER_WAN_YUAN;
}

bool amount_from_text(const char *text, gint64 unit, Amount *amount, GError **error)
{
    const char *at = text;
    bool negative = *at == '-';
    if (*at == '-' || *at == '+')
        at++;
    size_t whole = strspn(at, "0123456789,");
    if (!separators_are_sound(at, whole))
        return amount_refuse(text, say("不是数字", "is no decimal number"), error);

    gint64 value = 0;
    gint64 step = unit;
    for (size_t i = 0; i < whole; i++)
        if (at[i] != ',' && !push_digit(&value, at[i]))
            return amount_refuse(text, say("过大", "is too large"), error);
    at += whole;
    if (*at == '.') {
        at++;
        if (!g_ascii_isdigit(*at))
            return amount_refuse(text, say("不是数字", "is no decimal number"), error);
        for (; g_ascii_isdigit(*at); at++) {
            if (step % 10 != 0) {
                if (*at == '0')
                    continue; /* a trailing zero finer than a fen says nothing more */
                return amount_refuse(text, say("比分还细", "is finer than a fen"), error);
            }
            step /= 10;
            if (!push_digit(&value, *at))
                return amount_refuse(text, say("过大", "is too large"), error);
        }
    }
    if (*at != '\0')
        return amount_refuse(text, say("不是数字", "is no decimal number"), error);
    if (__builtin_mul_overflow(value, step, &value))
        return amount_refuse(text, say("过大", "is too large"), error);
    *amount = (Amount){.fen = negative ? -value : value, .step = step};
    return true;
}

/* How many decimals of 万元 a step needs. */
static int decimals_of_step(gint64 step)
{
    int decimals = 0;
    for (gint64 reach = FEN_PER_WAN_YUAN; step > 0 && reach > step; reach /= 10)
        decimals++;
    return decimals;
}

char *amount_to_text(Amount amount)
{
    int decimals = decimals_of_step(amount.step);
    guint64 size = amount.fen < 0 ? -(guint64)amount.fen : (guint64)amount.fen;
    guint64 whole = size / (guint64)FEN_PER_WAN_YUAN;
    guint64 part = size % (guint64)FEN_PER_WAN_YUAN;
    const char *sign = amount.fen < 0 ? "-" : "";
    if (decimals == 0 && part == 0)
        return g_strdup_printf("%s%" G_GUINT64_FORMAT, sign, whole);
    char digits[8];
    g_snprintf(digits, sizeof digits, "%06" G_GUINT64_FORMAT, part);
    /* An amount that is not a multiple of its step (a sum of mixed steps) keeps every digit it has. */
    int needed = 6;
    while (needed > decimals && digits[needed - 1] == '0')
        needed--;
    digits[needed] = '\0';
    return g_strdup_printf("%s%" G_GUINT64_FORMAT ".%s", sign, whole, digits);
}

char *amount_to_display(Amount amount)
{
    g_autofree char *plain = amount_to_text(amount);
    const char *digits = plain + (plain[0] == '-');
    size_t whole = strcspn(digits, ".");
    GString *out = g_string_new(plain[0] == '-' ? "-" : "");
    for (size_t i = 0; i < whole; i++) {
        if (i > 0 && (whole - i) % 3 == 0)
            g_string_append_c(out, ',');
        g_string_append_c(out, digits[i]);
    }
    /* 873,617.00 yuan is 87.3617 万元: zeros beyond the second decimal tell people nothing. */
    size_t end = strlen(digits);
    while (end > whole + 3 && digits[end - 1] == '0')
        end--;
    g_string_append_len(out, digits + whole, (gssize)(end - whole));
    return g_string_free(out, FALSE);
}

char *amount_in_brief(Amount amount)
{
    const gint64 unit = FEN_PER_WAN_YUAN / 100;
    if (amount.step >= unit || ABS(amount.fen / 2) < FEN_PER_WAN_YUAN / 2) /* of less than 1 万元 each digit counts */
        return amount_to_display(amount);
    gint64 rest = amount.fen % unit; /* with the sign of the amount */
    gint64 away = 2 * ABS(rest) >= unit ? (amount.fen < 0 ? -unit : unit) : 0;
    gint64 whole = amount.fen - rest;
    if ((away > 0 && whole > G_MAXINT64 - away) || (away < 0 && whole < G_MININT64 - away))
        away = 0;
    return amount_to_display((Amount){whole + away, unit});
}

char *wan_yuan_to_display(double wan_yuan)
{
    const double largest = 9e10; /* in hundredths of 万元 it is still far from what an amount holds */
    if (!(fabs(wan_yuan) < largest))
        return g_strdup_printf("%.4g", wan_yuan);
    return amount_to_display((Amount){llround(wan_yuan * 100) * (FEN_PER_WAN_YUAN / 100), FEN_PER_WAN_YUAN / 100});
}

bool amount_subtract(Amount a, Amount b, Amount *difference)
{
    difference->step = MAX(a.step, b.step);
    return !__builtin_sub_overflow(a.fen, b.fen, &difference->fen);
}

bool amount_add(Amount a, Amount b, Amount *sum)
{
    sum->step = MAX(a.step, b.step);
    return !__builtin_add_overflow(a.fen, b.fen, &sum->fen);
}

double amount_to_wan_yuan(Amount amount)
{
    return (double)amount.fen / (double)FEN_PER_WAN_YUAN;
}
