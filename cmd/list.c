/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "cmd/verb.h"
#include "schema/language.h"

/* So many years stand side by side; more of them are divided evenly over several tables. */
#define YEARS_ABREAST 12

static const RowColumn record_columns[] = {
    NUMBER_COLUMN("id"),     TEXT_COLUMN("department"), NUMBER_COLUMN("fiscal_year"),
    TEXT_COLUMN("kind"),     TEXT_COLUMN("scope"),      TEXT_COLUMN("form"),
    TEXT_COLUMN("issued"),   TEXT_COLUMN("file"),       NUMBER_COLUMN("version"),
    TEXT_COLUMN("state"),    NUMBER_COLUMN("tables"),   NUMBER_COLUMN("cells"),
    NUMBER_COLUMN("claims"), NUMBER_COLUMN("doubts"),
};

/* A line of the matrix: the filings of one department, kind and scope. */
typedef struct {
    const FilingEntry *sample;
    int first, last;    /* years */
    GHashTable *latest; /* year -> FilingEntry */
} Line;

static void line_free(gpointer data)
{
    Line *line = data;
    g_hash_table_unref(line->latest);
    g_free(line);
}

static bool line_holds(const Line *line, const FilingEntry *entry)
{
    return strcmp(line->sample->department, entry->department) == 0 &&
           line->sample->kind == entry->kind && line->sample->scope == entry->scope;
}

static Line *line_of(GPtrArray *lines, const FilingEntry *entry)
{
    /* The lines of one department are the last ones. */
    for (guint i = lines->len; i > 0; i--) {
        Line *line = g_ptr_array_index(lines, i - 1);
        if (line_holds(line, entry))
            return line;
        if (strcmp(line->sample->department, entry->department) != 0)
            break;
    }
    Line *line = g_new0(Line, 1);
    line->sample = entry;
    line->first = line->last = entry->fiscal_year;
    line->latest = g_hash_table_new(NULL, NULL);
    g_ptr_array_add(lines, line);
    return line;
}

static GPtrArray *lines_from_entries(const GPtrArray *entries)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(line_free);
    for (guint i = 0; i < entries->len; i++) {
        FilingEntry *entry = g_ptr_array_index(entries, i);
        Line *line = line_of(lines, entry);
        line->first = MIN(line->first, entry->fiscal_year);
        line->last = MAX(line->last, entry->fiscal_year);
        const FilingEntry *there =
            g_hash_table_lookup(line->latest, GINT_TO_POINTER(entry->fiscal_year));
        if (there == NULL || entry->latest)
            g_hash_table_insert(line->latest, GINT_TO_POINTER(entry->fiscal_year), entry);
    }
    return lines;
}

static void put_year(RowWriter *rows, const Line *line, int year)
{
    const FilingEntry *entry = g_hash_table_lookup(line->latest, GINT_TO_POINTER(year));
    if (entry != NULL) {
        g_autofree char *shown =
            g_strdup_printf("%" G_GINT64_FORMAT "%s", entry->id, entry->version > 1 ? "*" : "");
        rows_text(rows, shown);
    } else if (year > line->first && year < line->last) {
        rows_mean(rows, MEANING_WARNING);
        rows_text(rows, say("缺", "gap"));
    } else {
        rows_text(rows, "·");
    }
}

/* The matrix of the years [first, last]. */
static void print_years(const Session *session, const GPtrArray *lines, int first, int last)
{
    gsize years = (gsize)(last - first + 1);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autofree RowColumn *columns = g_new0(RowColumn, years + 2);
    columns[0] = (RowColumn){"department", ROW_TEXT, "部门", "department", 60};
    columns[1] = (RowColumn){"kind", ROW_TEXT, "类别", "kind", 0};
    for (gsize i = 0; i < years; i++) {
        char *name = g_strdup_printf("%d", first + (int)i);
        g_ptr_array_add(names, name);
        columns[i + 2] = (RowColumn){name, ROW_NUMBER, NULL, NULL, 0};
    }
    RowWriter *rows = rows_new(columns, years + 2, ROWS_TABLE, session->color);
    for (guint i = 0; i < lines->len; i++) {
        const Line *line = g_ptr_array_index(lines, i);
        if (line->last < first || line->first > last)
            continue;
        g_autofree char *kind =
            g_strconcat(kind_name(line->sample->kind),
                        line->sample->scope == SCOPE_UNIT ? say("（单位）", " (unit)") : "", NULL);
        rows_text(rows, line->sample->department);
        rows_text(rows, kind);
        for (int year = first; year <= last; year++)
            put_year(rows, line, year);
    }
    rows_finish(rows);
}

static void print_matrix(const Session *session, const GPtrArray *entries)
{
    g_autoptr(GPtrArray) lines = lines_from_entries(entries);
    int first = G_MAXINT, last = 0;
    bool reissued = false;
    for (guint i = 0; i < entries->len; i++) {
        const FilingEntry *entry = g_ptr_array_index(entries, i);
        first = MIN(first, entry->fiscal_year);
        last = MAX(last, entry->fiscal_year);
        reissued = reissued || entry->version > 1;
    }
    int tables = (last - first) / YEARS_ABREAST + 1;
    int abreast = (last - first) / tables + 1;
    for (int from = first; from <= last; from += abreast) {
        if (from > first)
            putchar('\n');
        print_years(session, lines, from, MIN(from + abreast - 1, last));
    }
    if (!session->quiet)
        printf("\n%s%s\n",
               say("数字是文件编号（yusuan show 编号）；缺：中间年度没有文件",
                   "numbers are ids (yusuan show ID); gap: no filing of a year in between"),
               reissued ? say("；*：重新公开过，取最新一份", "; *: re-issued, the newest is taken")
                        : "");
}

static void add_record(RowWriter *rows, const FilingEntry *entry)
{
    rows_integer(rows, entry->id);
    rows_text(rows, entry->department);
    rows_integer(rows, entry->fiscal_year);
    rows_text(rows, kind_word(entry->kind));
    rows_text(rows, scope_word(entry->scope));
    rows_text(rows, entry->form);
    rows_text(rows, entry->issued);
    rows_text(rows, entry->file);
    rows_integer(rows, entry->version);
    rows_text(rows, entry->latest ? "filed" : "superseded");
    rows_integer(rows, entry->tables);
    rows_integer(rows, entry->cells);
    rows_integer(rows, entry->claims);
    rows_integer(rows, entry->doubts);
}

static void add_missing(RowWriter *rows, const FilingEntry *sample, int year)
{
    rows_absent(rows);
    rows_text(rows, sample->department);
    rows_integer(rows, year);
    rows_text(rows, kind_word(sample->kind));
    rows_text(rows, scope_word(sample->scope));
    for (gsize i = 5; i < 9; i++)
        rows_absent(rows);
    rows_text(rows, "missing");
    for (gsize i = 10; i < G_N_ELEMENTS(record_columns); i++)
        rows_absent(rows);
}

static void print_records(const Session *session, const GPtrArray *entries)
{
    g_autoptr(GPtrArray) lines = lines_from_entries(entries);
    RowWriter *rows =
        rows_new(record_columns, G_N_ELEMENTS(record_columns), session->format, session->color);
    for (guint i = 0; i < entries->len; i++)
        add_record(rows, g_ptr_array_index(entries, i));
    for (guint i = 0; i < lines->len; i++) {
        const Line *line = g_ptr_array_index(lines, i);
        for (int year = line->first; year <= line->last; year++)
            if (!g_hash_table_contains(line->latest, GINT_TO_POINTER(year)))
                add_missing(rows, line->sample, year);
    }
    rows_finish(rows);
}

static bool list_run(Session *session, GError **error)
{
    g_autoptr(GPtrArray) entries = store_filings(session->store, error);
    if (entries == NULL)
        return false;
    if (session->format != ROWS_TABLE)
        print_records(session, entries);
    else if (entries->len > 0)
        print_matrix(session, entries);
    else if (!session->quiet)
        fprintf(stderr,
                say("库 %s 里还没有文件；用 yusuan import 读入\n",
                    "the store %s is empty; `yusuan import` fills it\n"),
                store_path(session->store));
    return true;
}

static const OptionSpec options[] = {{NULL, 0, OPTION_FLAG, NULL, NULL, NULL}};

const Verb verb_list = {
    .name = "list",
    .store = VERB_READS_STORE,
    .arguments_zh = "",
    .arguments_en = "",
    .least = 0,
    .most = 0,
    .summary_zh = "库里有什么：部门 × 年度 × 类别，标出缺的年度",
    .summary_en = "what the store holds: departments × years × kinds, gaps marked",
    .about_zh =
        "表中的数字是文件编号。--format tsv、csv、json 每份文件一行，另有一行记每个缺的年度。",
    .about_en =
        "The numbers in the table are the filings' ids. --format tsv, csv, json give a record a "
        "filing, and one for each missing year.",
    .example = "yusuan list --format tsv",
    .options = options,
    .run = list_run,
};
