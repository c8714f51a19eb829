/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/generate/truth.h"

#include "tests/generate/figures.h"

struct Truth {
    GString *cells;
    GString *claims;
    GString *findings;
};

Truth *truth_new(void)
{
    Truth *truth = g_new0(Truth, 1);
    truth->cells = g_string_new("table\trow\tcolumn\tamount\n");
    truth->claims =
        g_string_new("section\tsubject\tamount\tshare\tdelta\tgrowth\treason\treason_text\n");
    truth->findings = g_string_new("rule\tsubject\tplanted\tseverity\tkind\n");
    return truth;
}

void truth_free(Truth *truth)
{
    if (!truth)
        return;
    g_string_free(truth->cells, TRUE);
    g_string_free(truth->claims, TRUE);
    g_string_free(truth->findings, TRUE);
    g_free(truth);
}

void truth_cell(Truth *truth, const char *table, const char *row, const char *column, gint64 yuan)
{
    g_autofree char *amount = figure_text(yuan, false);
    g_string_append_printf(truth->cells, "%s\t%s\t%s\t%s\n", table, row, column, amount);
}

void truth_claim(Truth *truth, const char *section, const char *subject, const char *amount,
                 const char *share, const char *delta, const char *growth, const char *reason)
{
    g_string_append_printf(truth->claims, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", section, subject,
                           amount, share, delta, growth, *reason ? "yes" : "no", reason);
}

static void add_finding(Truth *truth, const char *rule, const char *subject, const char *planted,
                        const char *severity, const char *kind)
{
    g_string_append_printf(truth->findings, "%s\t%s\t%s\t%s\t%s\n", rule, subject, planted,
                           severity, kind);
}

void truth_finding(Truth *truth, const char *rule, const char *subject, const char *planted,
                   const char *severity)
{
    add_finding(truth, rule, subject, planted, severity, "planted");
}

void truth_finding_follows(Truth *truth, const char *rule, const char *subject, const char *planted,
                           const char *severity)
{
    add_finding(truth, rule, subject, planted, severity, "follows");
}

static bool write_part(const GString *part, const char *folder, const char *name, const char *kind,
                       GError **error)
{
    g_autofree char *file = g_strconcat(name, ".", kind, ".tsv", NULL);
    g_autofree char *path = g_build_filename(folder, file, NULL);
    return g_file_set_contents(path, part->str, (gssize)part->len, error);
}

bool truth_write(const Truth *truth, const char *folder, const char *name, GError **error)
{
    return write_part(truth->cells, folder, name, "cells", error) &&
           write_part(truth->claims, folder, name, "claims", error) &&
           write_part(truth->findings, folder, name, "findings", error);
}
