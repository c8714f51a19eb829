/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/explained.h"

static void explained_year_free(gpointer data)
{
    ExplainedYear *year = data;
    g_free(year->why);
    g_free(year);
}

static ExplainedYear *year_from_ledger(const Department *department, int year, Phase phase, const Thresholds *thresholds)
{
    ExplainedYear *made = g_new0(ExplainedYear, 1);
    LedgerTerms terms = {year, year - 1, phase, phase};
    made->year = terms.year;
    made->base_year = terms.base_year;
    made->phase = made->base_phase = phase;
    g_autoptr(GError) fault = NULL;
    g_autoptr(Ledger) ledger = ledger_from_terms(department, &terms, thresholds, &fault);
    made->why = g_strdup(fault != NULL ? fault->message : "");
    if (ledger == NULL)
        return made;
    made->known = true;
    made->has_change = ledger->has_total && ledger->base_known;
    made->change = ledger->change_total;
    made->change_size = ledger->change_size;
    made->reclassified = ledger->reclassified_total;
    made->explained = ledger->explained_total;
    made->unexplained = ledger->unexplained_total;
    made->share = ledger->explained_share;
    return made;
}

GPtrArray *explained_from_department(const Department *department, Phase phase, const Thresholds *thresholds)
{
    GPtrArray *years = g_ptr_array_new_with_free_func(explained_year_free);
    Kind kind = phase == PHASE_EXECUTED ? KIND_ACCOUNTS : KIND_BUDGET;
    int first = 0, last = 0;
    for (guint i = 0; i < department->filings->len; i++) {
        const Filing *filing = g_ptr_array_index(department->filings, i);
        if (filing->kind != kind)
            continue;
        first = first == 0 ? filing->fiscal_year : MIN(first, filing->fiscal_year);
        last = MAX(last, filing->fiscal_year);
    }
    for (int year = first; first != 0 && year <= last; year++)
        g_ptr_array_add(years, year_from_ledger(department, year, phase, thresholds));
    return years;
}
