/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cmd/complete.h"

#include <stdio.h>
#include <string.h>

#include "analysis/chart/charts.h"
#include "cmd/choose.h"
#include "cmd/paragraph.h"
#include "history/series.h"
#include "schema/language.h"

/* The command line so far. */
typedef struct {
    char **words;
    guint last;              /* index of the unfinished word */
    const Verb *verb;        /* NULL before it is there */
    const char *db;          /* NULL when not given */
    const char *argument[2]; /* the verb's first ones */
    guint arguments;
    const OptionSpec *open; /* the option whose value comes next, NULL for none */
    bool closed;            /* behind "--" */
} CommandLine;

/* Candidates, "word\tmeaning", of which those are printed that begin as the unfinished word does. */
typedef struct {
    const CommandLine *line;
    GPtrArray *found;
} Candidates;

static void add(Candidates *candidates, const char *word, const char *meaning)
{
    g_autofree char *clean = harmless(word, false);
    g_ptr_array_add(candidates->found, meaning != NULL && meaning[0] != '\0' ? g_strconcat(clean, "\t", meaning, NULL)
                                                                            : g_steal_pointer(&clean));
}

static const OptionSpec *spec_in(const OptionSpec *specs, const char *word)
{
    bool is_long = g_str_has_prefix(word, "--");
    for (; specs->name != NULL; specs++)
        if (is_long ? strcmp(specs->name, word + 2) == 0 : specs->letter != 0 && word[1] == specs->letter && word[2] == '\0')
            return specs;
    return NULL;
}

static const OptionSpec *spec_find(const Verb *verb, const char *word)
{
    const OptionSpec *spec = verb != NULL ? spec_in(verb->options, word) : NULL;
    return spec != NULL ? spec : spec_in(global_options, word);
}

static void take_word(CommandLine *line, const char *word, const char *next)
{
    if (!line->closed && word[0] == '-' && word[1] != '\0') {
        line->closed = strcmp(word, "--") == 0;
        line->open = line->closed ? NULL : spec_find(line->verb, word);
        line->open = line->open != NULL && line->open->kind != OPTION_FLAG ? line->open : NULL;
        if (line->open != NULL && strcmp(line->open->name, "db") == 0)
            line->db = next;
        if (g_str_has_prefix(word, "--db="))
            line->db = word + strlen("--db=");
    } else if (line->verb == NULL) {
        line->verb = verb_find(word);
    } else {
        if (line->arguments < G_N_ELEMENTS(line->argument))
            line->argument[line->arguments] = word;
        line->arguments++;
    }
}

static CommandLine command_line_of(char **words)
{
    CommandLine line = {.words = words, .last = g_strv_length(words) - 1};
    for (guint i = 0; i < line.last; i++) {
        if (line.open != NULL)
            line.open = NULL;
        else
            take_word(&line, words[i], words[i + 1]);
    }
    return line;
}

/* The store, silently: NULL when there is none. */
static Store *store_of(const CommandLine *line)
{
    const char *path = line->db != NULL ? line->db : g_getenv("YUSUAN_DB");
    path = path != NULL && path[0] != '\0' ? path : "yusuan.db";
    return g_file_test(path, G_FILE_TEST_IS_REGULAR) ? store_open(path, STORE_READ, NULL) : NULL;
}

static void add_departments(Candidates *candidates)
{
    g_autoptr(Store) store = store_of(candidates->line);
    g_autoptr(Holdings) holdings = store != NULL ? holdings_from_store(store, NULL) : NULL;
    for (guint i = 0; holdings != NULL && i < holdings->bodies->list->len; i++)
        add(candidates, ((const Body *)g_ptr_array_index(holdings->bodies->list, i))->name, NULL);
}

static void add_years(Candidates *candidates)
{
    g_autoptr(Store) store = store_of(candidates->line);
    g_autoptr(Holdings) holdings = store != NULL ? holdings_from_store(store, NULL) : NULL;
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    for (guint i = 0; holdings != NULL && i < holdings->filings->len; i++) {
        const HeldFiling *held = g_ptr_array_index(holdings->filings, i);
        g_autofree char *year = g_strdup_printf("%d", held->fiscal_year);
        if (g_hash_table_add(seen, GINT_TO_POINTER(held->fiscal_year)))
            add(candidates, year, NULL);
    }
}

/* The subjects of the department that is named before, by their codes. */
static void add_subjects(Candidates *candidates)
{
    const char *wanted = candidates->line->argument[0];
    g_autoptr(Store) store = store_of(candidates->line);
    g_autoptr(GPtrArray) found = store != NULL && wanted != NULL ? departments_from_store(store, wanted, true, NULL) : NULL;
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    if (found == NULL || found->len == 0 || thresholds == NULL)
        return;
    g_autoptr(GPtrArray) series = series_of_department(g_ptr_array_index(found, 0), thresholds);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < series->len; i++) {
        const Series *one = g_ptr_array_index(series, i);
        g_autofree char *label = harmless(one->label, false);
        if (one->code[0] != '\0' && g_hash_table_add(seen, one->code))
            add(candidates, one->code, label);
    }
}

static void add_rules(Candidates *candidates)
{
    gsize count = 0;
    const RuleInfo *infos = rule_infos(&count);
    for (gsize i = 0; i < count; i++)
        add(candidates, infos[i].id, say(infos[i].title_zh, infos[i].title_en));
}

/* With the value that holds without the option. */
static void add_thresholds(Candidates *candidates)
{
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    g_autoptr(GPtrArray) listing = thresholds != NULL ? thresholds_listing(thresholds) : NULL;
    for (guint i = 0; listing != NULL && i < listing->len; i++) {
        g_auto(GStrv) parts = g_strsplit(g_ptr_array_index(listing, i), "\t", 3);
        g_autofree char *word = g_strconcat(parts[0], "=", parts[1], NULL);
        add(candidates, word, parts[2]);
    }
}

static void add_charts(Candidates *candidates)
{
    for (const char *const *name = chart_names(); *name != NULL; name++)
        add(candidates, *name, NULL);
}

static void add_files(Candidates *candidates)
{
    g_ptr_array_add(candidates->found, g_strdup("/"));
}

/* What the names in usage lines and of options' values stand for. */
static const struct {
    const char *name;
    void (*add)(Candidates *candidates);
} kinds[] = {
    {"DEPT", add_departments}, {"FILING", add_departments}, {"SUBJECT", add_subjects}, {"YEAR", add_years},
    {"CHART", add_charts},     {"ID", add_rules},           {"NAME=VALUE", add_thresholds},
    {"FILE", add_files},       {"DIR", add_files},          {"DB", add_files},
};

/* "budget|accounts" are words; "FILE|DIR…" names of kinds. */
static void add_of_kind(Candidates *candidates, const char *name)
{
    g_auto(GStrv) parts = g_strsplit_set(name, "|[]…. ", -1);
    for (char **part = parts; *part != NULL; part++) {
        bool word = g_ascii_islower((*part)[0]);
        if (word)
            add(candidates, *part, NULL);
        for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
            if (strcmp(kinds[i].name, *part) == 0) {
                kinds[i].add(candidates);
                return;
            }
    }
}

/* The usage line says what an argument is: the last of it goes on where there may be more. */
static void add_arguments(Candidates *candidates)
{
    const CommandLine *line = candidates->line;
    if (line->verb->most >= 0 && line->arguments >= (guint)line->verb->most)
        return;
    g_auto(GStrv) names = g_strsplit(line->verb->arguments_en, " ", -1);
    guint count = g_strv_length(names);
    if (count > 0)
        add_of_kind(candidates, names[line->verb->most < 0 ? 0 : MIN(line->arguments, count - 1)]);
}

static void add_option(Candidates *candidates, const OptionSpec *spec)
{
    g_autofree char *word = g_strconcat("--", spec->name, NULL);
    add(candidates, word, say(spec->zh, spec->en));
}

static void add_options(Candidates *candidates)
{
    const Verb *verb = candidates->line->verb;
    for (const OptionSpec *spec = verb != NULL ? verb->options : global_options; spec->name != NULL; spec++)
        add_option(candidates, spec);
    for (const OptionSpec *spec = global_options; verb != NULL && spec->name != NULL; spec++)
        add_option(candidates, spec);
}

static void add_verbs(Candidates *candidates)
{
    for (const Verb *const *verb = verbs; *verb != NULL; verb++)
        add(candidates, (*verb)->name, say((*verb)->summary_zh, (*verb)->summary_en));
    add(candidates, "help", say("显示帮助", "show help"));
}

/* A part of a name is enough where only one has it: shells would mix up several. */
static void print_found(const GPtrArray *found, const char *begin)
{
    const char *only = NULL;
    guint count = 0, inside = 0;
    for (guint i = 0; i < found->len; i++) {
        const char *one = g_ptr_array_index(found, i);
        if (g_str_has_prefix(one, begin) || strcmp(one, "/") == 0) {
            puts(one);
            count++;
        } else if (strstr(one, begin) != NULL) {
            only = one;
            inside++;
        }
    }
    if (count == 0 && inside == 1)
        puts(only);
}

void complete_print(char **words)
{
    if (words[0] == NULL)
        return;
    const CommandLine line = command_line_of(words);
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(g_free);
    Candidates candidates = {.line = &line, .found = found};
    const char *begin = words[line.last];
    if (line.open != NULL)
        add_of_kind(&candidates, line.open->value);
    else if (begin[0] == '-' && !line.closed)
        add_options(&candidates);
    else if (line.verb == NULL)
        add_verbs(&candidates);
    else
        add_arguments(&candidates);
    print_found(found, begin);
}

void complete_print_examples(void)
{
    for (const Verb *const *verb = verbs; *verb != NULL; verb++)
        for (const Example *example = (*verb)->examples; example->command != NULL; example++)
            puts(example->command);
}
