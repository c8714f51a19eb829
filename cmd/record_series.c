/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cmd/record.h"

#include <string.h>

static const RowColumn series_columns[] = {
    TEXT_COLUMN("department"),    TEXT_COLUMN("kind"),      TEXT_COLUMN("phase"),
    TEXT_COLUMN("scope"),         TEXT_COLUMN("direction"), TEXT_COLUMN("fund"),
    TEXT_COLUMN("measure"),       TEXT_COLUMN("code"),      TEXT_COLUMN("label"),
    NUMBER_COLUMN("fiscal_year"), NUMBER_COLUMN("amount"),  NUMBER_COLUMN("comparable"),
    TEXT_COLUMN("source"),
};

static const RowColumn stat_columns_all[] = {
    TEXT_COLUMN("department"),   TEXT_COLUMN("kind"),          TEXT_COLUMN("phase"),
    TEXT_COLUMN("direction"),    TEXT_COLUMN("fund"),          TEXT_COLUMN("measure"),
    TEXT_COLUMN("code"),         TEXT_COLUMN("label"),         NUMBER_COLUMN("n"),
    NUMBER_COLUMN("first_year"), NUMBER_COLUMN("last_year"),   NUMBER_COLUMN("first"),
    NUMBER_COLUMN("last"),       NUMBER_COLUMN("mean"),        NUMBER_COLUMN("sd"),
    NUMBER_COLUMN("cv"),         NUMBER_COLUMN("last_growth"), NUMBER_COLUMN("cagr"),
    NUMBER_COLUMN("ols_slope"),  NUMBER_COLUMN("ols_lo"),      NUMBER_COLUMN("ols_hi"),
    NUMBER_COLUMN("ols_p"),      NUMBER_COLUMN("r2"),          NUMBER_COLUMN("sen_slope"),
    NUMBER_COLUMN("sen_lo"),     NUMBER_COLUMN("sen_hi"),      NUMBER_COLUMN("mk_s"),
    NUMBER_COLUMN("mk_tau"),     NUMBER_COLUMN("mk_p"),        TEXT_COLUMN("mk_method"),
    NUMBER_COLUMN("median"),     NUMBER_COLUMN("mad"),         NUMBER_COLUMN("last_z"),
    NUMBER_COLUMN("pi_lo"),      NUMBER_COLUMN("pi_hi"),       NUMBER_COLUMN("share_first"),
    NUMBER_COLUMN("share_last"), NUMBER_COLUMN("mk_mid_p"),    NUMBER_COLUMN("last_z_level"),
    NUMBER_COLUMN("pi_p"),       NUMBER_COLUMN("pettitt_k"),   NUMBER_COLUMN("pettitt_year"),
    NUMBER_COLUMN("pettitt_p"),
};

RowWriter *series_records_new(RowFormat format, bool color)
{
    return rows_new(series_columns, G_N_ELEMENTS(series_columns), format, color);
}

RowWriter *stat_records_new(RowFormat format, bool color)
{
    return rows_new(stat_columns_all, G_N_ELEMENTS(stat_columns_all), format, color);
}

/* A joined point was printed under other codes only: it has no amount of its own. */
static void add_point(RowWriter *rows, const Series *series, const SeriesPoint *point, bool joined)
{
    rows_text(rows, series->department);
    rows_text(rows, kind_word(series->kind));
    rows_text(rows, phase_word(series->phase));
    rows_text(rows, scope_word(series->scope));
    rows_text(rows, direction_word(series->direction));
    rows_text(rows, fund_word(series->fund));
    rows_text(rows, series->measure);
    rows_text(rows, series->code);
    rows_text(rows, series->label);
    rows_integer(rows, point->year);
    if (joined)
        rows_text(rows, "");
    else
        rows_amount(rows, point->amount);
    if (point->has_comparable)
        rows_amount(rows, point->comparable);
    else
        rows_text(rows, "");
    rows_text(rows, point->implied ? "implied" : "filed");
}

void series_records_add(RowWriter *rows, const Series *series, int year)
{
    for (guint i = 0; i < series->joined->len; i++) {
        const SeriesPoint *point = &g_array_index(series->joined, SeriesPoint, i);
        if (year == 0 || year == point->year)
            add_point(rows, series, point, true);
    }
    for (guint i = 0; i < series->points->len; i++) {
        const SeriesPoint *point = series_point(series, i);
        if (year == 0 || year == point->year)
            add_point(rows, series, point, false);
    }
}

void stat_records_add(RowWriter *rows, const StatLine *line)
{
    const Series *series = line->series;
    rows_text(rows, series->department);
    rows_text(rows, kind_word(series->kind));
    rows_text(rows, phase_word(series->phase));
    rows_text(rows, direction_word(series->direction));
    rows_text(rows, fund_word(series->fund));
    rows_text(rows, series->measure);
    rows_text(rows, series->code);
    rows_text(rows, series->label);
    rows_integer(rows, (gint64)line->row.n);
    rows_integer(rows, line->row.first_year);
    rows_integer(rows, line->row.last_year);
    /* The numbers stand in both tables in the same order; the method and the shares are not among a row's. */
    for (gsize i = 0; i < stat_columns_count; i++) {
        rows_measured(rows, *stat_row_field(&line->row, &stat_columns[i]));
        if (strcmp(stat_columns[i].name, "mk_p") == 0)
            rows_text(rows, mann_kendall_method_word(line->row.mk_method));
        if (strcmp(stat_columns[i].name, "pi_hi") != 0)
            continue;
        rows_measured(rows, line->share_first);
        rows_measured(rows, line->share_last);
    }
}
