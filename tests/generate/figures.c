/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/generate/figures.h"

#define YUAN_PER_STEP 100
#define RATE_SCALE 10000 /* hundredths of a % in one whole */

static gint64 magnitude(gint64 value)
{
    return value < 0 ? -value : value;
}

gint64 figure_from_yuan(gint64 yuan)
{
    gint64 rounded = (magnitude(yuan) + YUAN_PER_STEP / 2) / YUAN_PER_STEP;
    return yuan < 0 ? -rounded : rounded;
}

char *hundredths_text(gint64 hundredths)
{
    gint64 size = magnitude(hundredths);
    return g_strdup_printf("%s%" G_GINT64_FORMAT ".%02d", hundredths < 0 ? "-" : "", size / 100,
                           (int)(size % 100));
}

char *figure_text(gint64 yuan, bool separators)
{
    char *text = hundredths_text(figure_from_yuan(yuan));
    if (!separators)
        return text;
    GString *grouped = g_string_new(text);
    g_free(text);
    gssize first = grouped->str[0] == '-' ? 1 : 0;
    for (gssize at = (gssize)grouped->len - 6; at > first; at -= 3)
        g_string_insert_c(grouped, at, ',');
    return g_string_free(grouped, FALSE);
}

gint64 rate_nearest(gint64 part, gint64 whole)
{
    gint64 bottom = magnitude(whole);
    gint64 rate = (2 * magnitude(part) * RATE_SCALE + bottom) / (2 * bottom);
    return (part < 0) != (whole < 0) ? -rate : rate;
}

gint64 rate_other_side(gint64 part, gint64 whole)
{
    gint64 top = magnitude(part) * RATE_SCALE;
    gint64 below = top / magnitude(whole);
    gint64 nearest = magnitude(rate_nearest(part, whole));
    gint64 other = nearest == below ? below + 1 : below;
    return (part < 0) != (whole < 0) ? -other : other;
}

char *rate_text(gint64 part, gint64 whole)
{
    return hundredths_text(rate_nearest(part, whole));
}

bool rate_is_possible(gint64 part, gint64 whole, gint64 whole_half_steps, gint64 rate)
{
    /*
     * Everything doubled, so that half steps are whole numbers; the sign is left out, as both ends
     * share it.
     */
    gint64 low_part = MAX(2 * magnitude(part) - 1, 0), high_part = 2 * magnitude(part) + 1;
    gint64 low_whole = 2 * magnitude(whole) - whole_half_steps,
           high_whole = 2 * magnitude(whole) + whole_half_steps;
    gint64 size = magnitude(rate);
    if (low_whole <= 0)
        return true;
    bool too_high = (2 * size - 1) * low_whole > 2 * high_part * RATE_SCALE;
    bool too_low = (2 * size + 1) * high_whole < 2 * low_part * RATE_SCALE;
    return !too_high && !too_low;
}
