/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/deflator.h"

#include "schema/data.h"
#include "schema/error.h"
#include "schema/language.h"

#define FILE_NAME "data/deflator.tsv"

struct Deflator {
    int first;
    GArray *levels; /* double: the price level of first, first + 1, … with that of first = 1 */
};

void deflator_free(Deflator *deflator)
{
    if (deflator == NULL)
        return;
    g_array_unref(deflator->levels);
    g_free(deflator);
}

static bool number_from_text(const char *text, double *number)
{
    char *end = NULL;
    *number = g_ascii_strtod(text, &end);
    return end != text && *end == '\0' && isfinite(*number);
}

static bool add_row(Deflator *deflator, char **fields, GError **error)
{
    double year, index;
    bool sound = number_from_text(fields[0], &year) && number_from_text(fields[1], &index) && index > 0 &&
                 year >= 1 && year <= 9999 && !(year > (int)year);
    if (sound && deflator->levels->len == 0) {
        const double one = 1.0;
        deflator->first = (int)year - 1;
        g_array_append_val(deflator->levels, one);
    }
    sound = sound && (int)year == deflator_last(deflator) + 1;
    if (!sound) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                    say("%s：%s %s 有误；每年一行，年份连续，指数以上年为 100",
                        "%s: %s %s is wrong; a row for each year, none left out, with an index of the year before = 100"),
                    FILE_NAME, fields[0], fields[1]);
        return false;
    }
    double level = g_array_index(deflator->levels, double, deflator->levels->len - 1) * index / 100.0;
    g_array_append_val(deflator->levels, level);
    return true;
}

Deflator *deflator_new(GError **error)
{
    g_autoptr(GPtrArray) rows = data_rows(FILE_NAME, 2, error);
    if (rows == NULL)
        return NULL;
    g_autoptr(Deflator) deflator = g_new0(Deflator, 1);
    deflator->levels = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = 0; i < rows->len; i++)
        if (!add_row(deflator, g_ptr_array_index(rows, i), error))
            return NULL;
    if (deflator->levels->len == 0) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE, say("%s：没有数据", "%s: holds no year"), FILE_NAME);
        return NULL;
    }
    return g_steal_pointer(&deflator);
}

int deflator_first(const Deflator *deflator)
{
    return deflator->first;
}

int deflator_last(const Deflator *deflator)
{
    return deflator->first + (int)deflator->levels->len - 1;
}

static double level_of(const Deflator *deflator, int year)
{
    return g_array_index(deflator->levels, double, (guint)(year - deflator->first));
}

Measured deflator_factor(const Deflator *deflator, int year, int base)
{
    if (MIN(year, base) < deflator_first(deflator) || MAX(year, base) > deflator_last(deflator))
        return measured_none();
    return measured(level_of(deflator, base) / level_of(deflator, year));
}
