/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cmd/record.h"

static const RowColumn cell_columns[] = {
    TEXT_COLUMN("filing"), TEXT_COLUMN("department"), NUMBER_COLUMN("fiscal_year"),
    TEXT_COLUMN("kind"),   NUMBER_COLUMN("page"),     TEXT_COLUMN("table"),
    TEXT_COLUMN("side"),   TEXT_COLUMN("path"),       TEXT_COLUMN("row"),
    TEXT_COLUMN("column"), NUMBER_COLUMN("amount"),   TEXT_COLUMN("unit"),
    TEXT_COLUMN("proof"),
};

static const RowColumn claim_columns[] = {
    TEXT_COLUMN("filing"),    TEXT_COLUMN("department"), NUMBER_COLUMN("fiscal_year"),
    NUMBER_COLUMN("page"),    TEXT_COLUMN("section"),    TEXT_COLUMN("subject"),
    TEXT_COLUMN("code"),      NUMBER_COLUMN("amount"),   NUMBER_COLUMN("share"),
    TEXT_COLUMN("share_of"),  NUMBER_COLUMN("change"),   NUMBER_COLUMN("growth"),
    TEXT_COLUMN("against"),   NUMBER_COLUMN("base"),     NUMBER_COLUMN("completion"),
    TEXT_COLUMN("direction"), TEXT_COLUMN("reason"),     TEXT_COLUMN("text"),
};

RowWriter *cell_records_new(RowFormat format, bool color)
{
    return rows_new(cell_columns, G_N_ELEMENTS(cell_columns), format, color);
}

RowWriter *claim_records_new(RowFormat format, bool color)
{
    return rows_new(claim_columns, G_N_ELEMENTS(claim_columns), format, color);
}

static const char *unit_word(gint64 unit)
{
    return unit == FEN_PER_YUAN ? "元" : unit == FEN_PER_YI_YUAN ? "亿元" : "万元";
}

static void add_cell(RowWriter *rows, const Filing *filing, const Table *table, const Cell *cell)
{
    const Row *row = table_row(table, cell->row);
    const char *file = NULL;
    int page = 0;
    filing_place(filing, row->page, &file, &page);
    rows_text(rows, file);
    rows_text(rows, filing->department);
    rows_integer(rows, filing->fiscal_year);
    rows_text(rows, kind_word(filing->kind));
    rows_positive(rows, page);
    rows_text(rows, table->title);
    rows_text(rows, direction_word(row->side));
    rows_text(rows, row->path);
    rows_text(rows, row->code[0] != '\0' ? row->code : row->label);
    rows_text(rows, table_column(table, cell->column)->path);
    rows_amount(rows, cell->amount);
    rows_text(rows, unit_word(table->unit));
    rows_text(rows, proof_word(cell->proof));
}

void cell_records_add(RowWriter *rows, const Filing *filing)
{
    for (guint t = 0; t < filing->tables->len; t++) {
        const Table *table = g_ptr_array_index(filing->tables, t);
        for (guint c = 0; c < table->cells->len; c++)
            add_cell(rows, filing, table, &g_array_index(table->cells, Cell, c));
    }
}

static void put_amount(RowWriter *rows, bool has, Amount amount)
{
    if (has)
        rows_amount(rows, amount);
    else
        rows_absent(rows);
}

static void put_rate(RowWriter *rows, bool has, Rate rate)
{
    if (has)
        rows_rate(rows, rate);
    else
        rows_absent(rows);
}

static void add_claim(RowWriter *rows, const Filing *filing, const Claim *claim)
{
    const char *file = NULL;
    int page = 0;
    filing_place(filing, claim->page, &file, &page);
    rows_text(rows, file);
    rows_text(rows, filing->department);
    rows_integer(rows, filing->fiscal_year);
    rows_positive(rows, page);
    rows_text(rows, claim->section);
    rows_text(rows, claim->subject);
    rows_text(rows, claim->code);
    put_amount(rows, claim->has_amount, claim->amount);
    put_rate(rows, claim->has_share, claim->share);
    rows_text(rows, claim->share_of);
    put_amount(rows, claim->has_change, claim->change);
    put_rate(rows, claim->has_growth, claim->growth);
    rows_text(rows, against_word(claim->against));
    put_amount(rows, claim->has_base, claim->base);
    put_rate(rows, claim->has_completion, claim->completion);
    rows_text(rows, turn_word(claim->turn));
    rows_text(rows, claim->reason);
    rows_text(rows, claim->text);
}

void claim_records_add(RowWriter *rows, const Filing *filing)
{
    for (guint i = 0; i < filing->claims->len; i++)
        add_claim(rows, filing, g_ptr_array_index(filing->claims, i));
}
