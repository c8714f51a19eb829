/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * generate-filings: writes filings of invented departments, each with its truth beside it.
 *
 *   generate-filings --seed 7 --count 20 --out DIR [--fault text.share]
 *                    [--layout raw|formfeed|layout] [--encoding utf-8|gb18030|utf-16]
 *
 * Exit status: 0 done, 2 wrong usage, 4 a file could not be written.
 */
#include <glib.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "tests/generate/filing.h"

enum { EXIT_USAGE = 2, EXIT_SYSTEM = 4 };

typedef struct {
    int seed, count;
    char *folder, *fault, *layout, *encoding;
    gboolean list;
} Options;

static const struct {
    const char *name;
    Layout layout;
} LAYOUTS[] = {{"raw", LAYOUT_RAW}, {"formfeed", LAYOUT_FORMFEED}, {"layout", LAYOUT_COLUMNS}};

static const struct {
    const char *name, *converter;
} ENCODINGS[] = {{"utf-8", "UTF-8"}, {"gb18030", "GB18030"}, {"utf-16", "UTF-16"}};

static bool parse_options(int *argc, char ***argv, Options *options, GError **error)
{
    const GOptionEntry entries[] = {
        {"seed", 's', 0, G_OPTION_ARG_INT, &options->seed, "Where the dice start (1)", "N"},
        {"count", 'c', 0, G_OPTION_ARG_INT, &options->count, "How many filings (1)", "K"},
        {"out", 'o', 0, G_OPTION_ARG_FILENAME, &options->folder,
         "Folder for them, made when needed", "DIR"},
        {"fault", 'f', 0, G_OPTION_ARG_STRING, &options->fault, "Plant this error in each", "NAME"},
        {"layout", 'l', 0, G_OPTION_ARG_STRING, &options->layout, "raw, formfeed or layout",
         "NAME"},
        {"encoding", 'e', 0, G_OPTION_ARG_STRING, &options->encoding, "utf-8, gb18030 or utf-16",
         "NAME"},
        {"list-faults", 0, 0, G_OPTION_ARG_NONE, &options->list, "Print the names of the errors",
         NULL},
        G_OPTION_ENTRY_NULL};
    g_autoptr(GOptionContext) context =
        g_option_context_new("- filings of invented departments, with their truth");
    g_option_context_add_main_entries(context, entries, NULL);
    return g_option_context_parse(context, argc, argv, error);
}

static bool find_layout(const char *name, Layout *layout)
{
    for (gsize i = 0; i < G_N_ELEMENTS(LAYOUTS); i++)
        if (g_str_equal(LAYOUTS[i].name, name)) {
            *layout = LAYOUTS[i].layout;
            return true;
        }
    return false;
}

static const char *find_converter(const char *name)
{
    for (gsize i = 0; i < G_N_ELEMENTS(ENCODINGS); i++)
        if (g_str_equal(ENCODINGS[i].name, name))
            return ENCODINGS[i].converter;
    return NULL;
}

static bool write_filing(Filing *filing, const Options *options, Layout layout, GError **error)
{
    g_autofree char *name = filing_name(filing), *text = filing_print(filing, layout);
    g_autofree char *file = g_strconcat(name, ".txt", NULL);
    g_autofree char *path = g_build_filename(options->folder, file, NULL);
    gsize size = 0;
    g_autofree char *bytes = g_convert(
        text, (gssize)strlen(text), find_converter(options->encoding), "UTF-8", NULL, &size, error);
    return bytes && g_file_set_contents(path, bytes, (gssize)size, error) &&
           truth_write(filing->truth, options->folder, name, error);
}

static int generate(const Options *options, const Fault *fault, Layout layout)
{
    if (g_mkdir_with_parents(options->folder, 0777) != 0) {
        g_printerr("cannot make the folder %s\n", options->folder);
        return EXIT_SYSTEM;
    }
    for (int serial = 1; serial <= options->count; serial++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Filing) filing = filing_new((guint32)options->seed, serial, fault);
        if (!filing) {
            g_printerr("no place found for the fault %s in filing %d\n", options->fault, serial);
            return EXIT_USAGE;
        }
        if (!write_filing(filing, options, layout, &error)) {
            g_printerr("%s\n", error->message);
            return EXIT_SYSTEM;
        }
    }
    return EXIT_SUCCESS;
}

static int run(Options *options)
{
    Layout layout;
    options->layout = options->layout ? options->layout : g_strdup("raw");
    options->encoding = options->encoding ? options->encoding : g_strdup("utf-8");
    const Fault *fault = options->fault ? fault_find(options->fault) : NULL;
    if (options->list) {
        g_autofree char *names = fault_names();
        g_print("%s", names);
        return EXIT_SUCCESS;
    }
    if (!options->folder || !find_layout(options->layout, &layout) ||
        !find_converter(options->encoding) || (options->fault && !fault)) {
        g_printerr("generate-filings: --out DIR is needed, and the names must be known ones; see "
                   "--help\n");
        return EXIT_USAGE;
    }
    return generate(options, fault, layout);
}

int main(int argc, char **argv)
{
    setlocale(LC_ALL, "");
    setlocale(LC_NUMERIC, "C");
    g_autoptr(GError) error = NULL;
    Options options = {.seed = 1, .count = 1};
    int status = EXIT_USAGE;
    if (parse_options(&argc, &argv, &options, &error))
        status = run(&options);
    else
        g_printerr("generate-filings: %s\n", error->message);
    g_free(options.folder);
    g_free(options.fault);
    g_free(options.layout);
    g_free(options.encoding);
    return status;
}
