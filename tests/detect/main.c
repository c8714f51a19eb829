/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * detect-filings: the filings of invented departments over several years, with faults planted, and what must be found.
 *
 *   detect-filings --list                                       the cases, one a line: rule, tab, size
 *   detect-filings --seed 7 --count 8 --case N --out DIR        case N of the list (from 0); --first K: departments are numbered from K on
 *   detect-filings --seed 7 --count 100 --clean exact|rounded --out DIR
 *
 * Writes into DIR the filings, answers.tsv (case.h) and figures.tsv: department, year, code, amount of each item of the general budget
 * as printed, for those who only compare figures. Exit status: 0 done, 2 wrong usage, 4 a file could not be written.
 */
#include <glib.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "tests/detect/accounts.h"
#include "tests/detect/case.h"
#include "tests/generate/figures.h"

#define ATTEMPTS 300
enum { EXIT_USAGE = 2, EXIT_SYSTEM = 4 };

typedef struct {
    int seed, count, first, number;
    char *folder, *clean;
    gboolean list;
} Options;

static const Case *const LISTS[] = {cases_printed, cases_reasons, cases_years, cases_series};

static const Case *case_at(int number)
{
    for (gsize list = 0; list < G_N_ELEMENTS(LISTS); list++)
        for (const Case *at = LISTS[list]; at->rule; at++)
            if (number-- == 0)
                return at;
    return NULL;
}

/* Both names of a department that is renamed. */
static char *department_names(const History *history)
{
    const char *first = history->years[0]->department;
    return history->renamed ? g_strdup_printf("%s|%s", first, history->renamed) : g_strdup(first);
}

void answers_add(Answers *answers, const History *history, int year, const char *rule, const char *subject, const char *severity,
                 const char *kind)
{
    g_autofree char *names = department_names(history);
    g_autofree char *when = year < 0 ? g_strdup("*") : g_strdup_printf("%d", history->years[year]->year);
    g_string_append_printf(answers->rows, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", answers->rule, answers->size, names, when, rule, subject,
                           severity, kind);
}

void must(Answers *answers, const History *history, const char *rule, const char *subject, const char *severity)
{
    answers_add(answers, history, history->at, rule, subject, severity, "must");
}

static void each(Answers *answers, const History *history, const char *rules, const char *subject, const char *kind)
{
    g_auto(GStrv) names = g_strsplit(rules, " ", -1);
    for (char **name = names; *name; name++)
        if (**name && *subject)
            answers_add(answers, history, history->at, *name, subject, "", kind);
}

void may(Answers *answers, const History *history, const char *rules, const char *subject)
{
    each(answers, history, rules, subject, "may");
}

void must_not(Answers *answers, const History *history, const char *rules, const char *subject)
{
    each(answers, history, rules, subject, "not");
}

static bool write_text(const char *folder, const char *name, const char *ending, const char *text, GError **error)
{
    g_autofree char *file = g_strconcat(name, ending, NULL);
    g_autofree char *path = g_build_filename(folder, file, NULL);
    return g_file_set_contents(path, text, -1, error);
}

/* The filing again as if issued anew, with one of its amounts another. */
static bool write_again(const History *history, int year, const char *text, const char *folder, const char *name, GError **error)
{
    const Model *model = history->years[year];
    g_autofree char *old = figure_text(model_total(model), model->style.separators_in_tables);
    g_autofree char *new = figure_text(model_total(model) + 1234500, model->style.separators_in_tables);
    g_autoptr(GString) changed = g_string_new(text);
    g_string_replace(changed, old, new, 0);
    return write_text(folder, name, "-重新公开.txt", changed->str, error);
}

static bool write_history(History *history, const char *folder, GString *figures, GError **error)
{
    for (int year = 0; year < history->count; year++) {
        const Model *model = history->years[year];
        g_autofree char *name = filing_name(history->filings[year]);
        g_autofree char *text = filing_print(history->filings[year], history->layout);
        for (guint i = 0; i < model->items->len; i++) {
            const Item *item = model->items->pdata[i];
            g_autofree char *amount = figure_text(item_general(item, THIS_YEAR), false);
            if (!history->absent[year] && item_general(item, THIS_YEAR) != 0)
                g_string_append_printf(figures, "%s\t%d\t%s\t%s\n", history->years[0]->department, model->year, item->code, amount);
        }
        if (!history->absent[year] && !write_text(folder, name, ".txt", text, error))
            return false;
        if (history->again[year] && !write_again(history, year, text, folder, name, error))
            return false;
        if (history->needs.accounts && year < history->count - 1) {
            g_autofree char *page = accounts_print(history, year);
            g_autofree char *accounts = g_strdup_printf("%s-%d-决算", model->department, model->year);
            if (!write_text(folder, accounts, ".html", page, error))
                return false;
        }
    }
    return true;
}

/* A year with a change that stands out of itself is no witness against the rules that say so; nor is the year after. */
static void allow_jumps(Answers *answers, const History *history)
{
    static const char *const RULES[] = {"change.unusual", "trend.break", "share.shift"};
    for (int year = 0; year < history->count; year++)
        for (gsize i = 0; i < G_N_ELEMENTS(RULES); i++)
            if (history->jump[year] || (year > 0 && history->jump[year - 1]))
                answers_add(answers, history, year, RULES[i], "*", "", "may");
}

/* A history that has a place for the case; NULL when none of many has. */
static History *history_of_case(const Options *options, const Case *what, int serial, GString *rows)
{
    g_autofree char *key = g_strdup_printf("%s:%s", what->rule, what->size);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        guint32 seed = (guint32)options->seed + (guint32)attempt * 1000003u;
        History *history = history_new(seed, key, serial, &what->needs, what->shape, what->amount);
        Answers answers = {g_string_new(NULL), what->rule, what->size};
        history_draw_up(history);
        bool planted = what->plant(history, &answers, what->amount);
        if (planted) {
            allow_jumps(&answers, history);
            g_string_append(rows, answers.rows->str);
        }
        g_string_free(answers.rows, TRUE);
        if (planted)
            return history;
        history_free(history);
    }
    return NULL;
}

static History *clean_history(const Options *options, int serial, GString *rows)
{
    bool exact = g_str_equal(options->clean, "exact");
    const Needs needs = {.exact = exact, .accounts = serial % 10 == 0};
    History *history = history_new((guint32)options->seed, options->clean, serial, &needs, NULL, 0);
    Answers answers = {rows, "clean", options->clean};
    history_draw_up(history);
    allow_jumps(&answers, history);
    return history;
}

static int generate(const Options *options, const Case *what)
{
    g_autoptr(GString) rows = g_string_new(NULL), figures = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    if (g_mkdir_with_parents(options->folder, 0777) != 0)
        return EXIT_SYSTEM;
    for (int serial = options->first; serial < options->first + options->count; serial++) {
        g_autoptr(History) history = what ? history_of_case(options, what, serial, rows) : clean_history(options, serial, rows);
        if (!history) {
            g_printerr("no place found for %s:%s in history %d\n", what->rule, what->size, serial);
            return EXIT_USAGE;
        }
        history_finish(history);
        if (!write_history(history, options->folder, figures, &error))
            break;
    }
    if (error || !write_text(options->folder, "answers", ".tsv", rows->str, &error) ||
        !write_text(options->folder, "figures", ".tsv", figures->str, &error)) {
        g_printerr("%s\n", error->message);
        return EXIT_SYSTEM;
    }
    return EXIT_SUCCESS;
}

static int run(const Options *options)
{
    const Case *what = NULL;
    if (options->list) {
        for (int i = 0; (what = case_at(i)); i++)
            g_print("%s\t%s\n", what->rule, what->size);
        return EXIT_SUCCESS;
    }
    what = options->number >= 0 ? case_at(options->number) : NULL;
    if (!options->folder || (!what && !options->clean)) {
        g_printerr("detect-filings: --out DIR and --case N or --clean exact|rounded are needed; see --help\n");
        return EXIT_USAGE;
    }
    return generate(options, what);
}

int main(int argc, char **argv)
{
    Options options = {.seed = 1, .count = 1, .first = 1, .number = -1};
    const GOptionEntry entries[] = {
        {"seed", 's', 0, G_OPTION_ARG_INT, &options.seed, "Where the dice start (1)", "N"},
        {"count", 'c', 0, G_OPTION_ARG_INT, &options.count, "How many departments (1)", "K"},
        {"first", 'f', 0, G_OPTION_ARG_INT, &options.first, "Number of the first, which makes its name (1)", "K"},
        {"case", 'n', 0, G_OPTION_ARG_INT, &options.number, "The case, counted from 0", "N"},
        {"clean", 0, 0, G_OPTION_ARG_STRING, &options.clean, "No faults: exact or rounded", "KIND"},
        {"out", 'o', 0, G_OPTION_ARG_FILENAME, &options.folder, "Folder for them, made when needed", "DIR"},
        {"list", 0, 0, G_OPTION_ARG_NONE, &options.list, "Print the cases", NULL},
        G_OPTION_ENTRY_NULL};
    setlocale(LC_ALL, "");
    setlocale(LC_NUMERIC, "C");
    g_autoptr(GError) error = NULL;
    g_autoptr(GOptionContext) context = g_option_context_new("- filings of several years with planted faults");
    g_option_context_add_main_entries(context, entries, NULL);
    int status = EXIT_USAGE;
    if (g_option_context_parse(context, &argc, &argv, &error))
        status = run(&options);
    else
        g_printerr("detect-filings: %s\n", error->message);
    g_free(options.folder);
    g_free(options.clean);
    return status;
}
