/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cmd/record.h"

#include "schema/language.h"

static const RowColumn finding_columns[] = {
    TEXT_COLUMN("id"),         TEXT_COLUMN("rule"),          TEXT_COLUMN("severity"),
    TEXT_COLUMN("department"), NUMBER_COLUMN("fiscal_year"), NUMBER_COLUMN("base_year"),
    TEXT_COLUMN("subject"),    TEXT_COLUMN("code"),          NUMBER_COLUMN("amount"),
    TEXT_COLUMN("message"),    TEXT_COLUMN("question"),      TEXT_COLUMN("filing"),
    NUMBER_COLUMN("page"),     TEXT_COLUMN("table"),         TEXT_COLUMN("row"),
    TEXT_COLUMN("column"),     TEXT_COLUMN("status"),
};

static const RowColumn ledger_columns[] = {
    TEXT_COLUMN("department"),     NUMBER_COLUMN("fiscal_year"), NUMBER_COLUMN("base_year"),
    TEXT_COLUMN("code"),           TEXT_COLUMN("subject"),       NUMBER_COLUMN("base"),
    NUMBER_COLUMN("current"),      NUMBER_COLUMN("change"),      NUMBER_COLUMN("growth"),
    NUMBER_COLUMN("contribution"), NUMBER_COLUMN("material"),    NUMBER_COLUMN("reclassified"),
    NUMBER_COLUMN("explained"),    NUMBER_COLUMN("unexplained"), TEXT_COLUMN("verdict"),
    TEXT_COLUMN("reason"),         TEXT_COLUMN("phase"),         TEXT_COLUMN("base_phase"),
    TEXT_COLUMN("note"),           TEXT_COLUMN("question"),
};

static const RowColumn explained_columns[] = {
    {"department", ROW_TEXT, "部门", "department", 0},
    {"fiscal_year", ROW_NUMBER, "年度", "year", 0},
    {"base_year", ROW_NUMBER, "对比年度", "base", 0},
    {"phase", ROW_TEXT, "口径", "phase", 0},
    {"change", ROW_NUMBER, "总额变动", "change", 0},
    {"change_size", ROW_NUMBER, "重大变动", "material change", 0},
    {"reclassified", ROW_NUMBER, "科目调整", "reclassified", 0},
    {"explained", ROW_NUMBER, "已说明", "explained", 0},
    {"unexplained", ROW_NUMBER, "未说明", "unexplained", 0},
    {"share", ROW_NUMBER, "已说明或调整%", "accounted for %", 0},
};

RowWriter *finding_records_new(RowFormat format, bool color)
{
    return rows_new(finding_columns, G_N_ELEMENTS(finding_columns), format, color);
}

RowWriter *ledger_records_new(RowFormat format, bool color)
{
    return rows_new(ledger_columns, G_N_ELEMENTS(ledger_columns), format, color);
}

void finding_records_add(RowWriter *rows, const Finding *finding)
{
    const Evidence *first =
        finding->evidence->len > 0 ? g_ptr_array_index(finding->evidence, 0) : NULL;
    rows_text(rows, finding->id);
    rows_text(rows, finding->rule);
    rows_mean(rows, meaning_of_severity(finding->severity));
    rows_text(rows, severity_word(finding->severity));
    rows_text(rows, finding->department);
    rows_integer(rows, finding->fiscal_year);
    rows_positive(rows, finding->base_year);
    rows_text(rows, finding->subject);
    rows_text(rows, finding->code);
    if (finding->has_amount)
        rows_amount(rows, finding->amount);
    else
        rows_absent(rows);
    rows_text(rows, finding->message);
    rows_text(rows, finding->question);
    rows_text(rows, first != NULL ? first->file : "");
    rows_positive(rows, first != NULL ? first->page : 0);
    rows_text(rows, first != NULL ? first->table : "");
    rows_text(rows, first != NULL ? first->row : "");
    rows_text(rows, first != NULL ? first->column : "");
    rows_text(rows, finding->status);
}

static void add_line(RowWriter *rows, const Ledger *ledger, const LedgerLine *line)
{
    rows_text(rows, ledger->department);
    rows_integer(rows, ledger->fiscal_year);
    rows_integer(rows, ledger->base_year);
    rows_text(rows, line->code);
    rows_text(rows, line->subject);
    rows_amount(rows, line->base);
    rows_amount(rows, line->current);
    rows_amount(rows, line->change);
    if (line->has_growth)
        rows_real(rows, line->growth);
    else
        rows_absent(rows);
    rows_real(rows, line->contribution);
    rows_truth(rows, line->material);
    rows_amount(rows, line->reclassified);
    rows_amount(rows, line->explained);
    rows_amount(rows, line->unexplained);
    rows_mean(rows, meaning_of_verdict(line->verdict));
    rows_text(rows, ledger_verdict_word(line->verdict));
    rows_text(rows, line->reason);
    rows_text(rows, phase_word(ledger->phase));
    rows_text(rows, phase_word(ledger->base_phase));
    rows_text(rows, line->note);
    g_autofree char *question = ledger_question(ledger, line);
    rows_text(rows, question);
}

RowWriter *explained_records_new(RowFormat format, bool color)
{
    return rows_new(explained_columns, G_N_ELEMENTS(explained_columns), format, color);
}

/* A year whose ledger cannot be made is a row with its figures left empty: a gap, not a zero. */
void explained_records_add(RowWriter *rows, const char *department, const ExplainedYear *year)
{
    rows_text(rows, department);
    rows_integer(rows, year->year);
    rows_integer(rows, year->base_year);
    rows_field(rows, phase_word(year->phase),
               year->phase == PHASE_EXECUTED ? say("决算", "executed") : say("预算", "approved"));
    if (year->has_change)
        rows_amount(rows, year->change);
    else
        rows_absent(rows);
    const Amount *const sizes[] = {&year->change_size, &year->reclassified, &year->explained, &year->unexplained};
    for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++)
        if (year->known)
            rows_amount(rows, *sizes[i]);
        else
            rows_absent(rows);
    if (year->known)
        rows_real(rows, year->share);
    else
        rows_absent(rows);
}

void ledger_records_add(RowWriter *rows, const Ledger *ledger)
{
    for (guint i = 0; i < ledger->lines->len; i++)
        add_line(rows, ledger, g_ptr_array_index(ledger->lines, i));
}

Meaning meaning_of_severity(Severity severity)
{
    switch (severity) {
    case SEVERITY_ERROR:
        return MEANING_ERROR;
    case SEVERITY_WARNING:
        return MEANING_WARNING;
    case SEVERITY_NOTICE:
        break;
    }
    return MEANING_NOTICE;
}

Meaning meaning_of_verdict(LedgerVerdict verdict)
{
    switch (verdict) {
    case LEDGER_EXPLAINED:
    case LEDGER_RECLASSIFIED:
        return MEANING_GOOD;
    case LEDGER_PARTLY:
        return MEANING_WARNING;
    case LEDGER_UNEXPLAINED:
        return MEANING_ERROR;
    case LEDGER_CONTRADICTED:
        return MEANING_WORST;
    case LEDGER_IMMATERIAL:
        break;
    }
    return MEANING_FAINT;
}
