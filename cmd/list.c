/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "cmd/comings.h"
#include "cmd/paragraph.h"
#include "cmd/verb.h"
#include "history/holdings.h"
#include "schema/language.h"

/* So many years stand side by side; more of them are divided evenly over several tables. */
#define YEARS_ABREAST 12

static const RowColumn record_columns[] = {
    NUMBER_COLUMN("id"),     TEXT_COLUMN("department"), NUMBER_COLUMN("fiscal_year"),
    TEXT_COLUMN("kind"),     TEXT_COLUMN("scope"),      TEXT_COLUMN("form"),
    TEXT_COLUMN("issued"),   TEXT_COLUMN("file"),       NUMBER_COLUMN("version"),
    TEXT_COLUMN("state"),    NUMBER_COLUMN("tables"),   NUMBER_COLUMN("cells"),
    NUMBER_COLUMN("claims"), NUMBER_COLUMN("doubts"),     TEXT_COLUMN("files"),
};

/* What of a filing people read below the matrix. */
static const RowColumn filing_columns[] = {
    {"id", ROW_NUMBER, "编号", "id", 0},
    {"department", ROW_TEXT, "部门", "department", 40},
    {"fiscal_year", ROW_NUMBER, "年度", "year", 0},
    {"kind", ROW_TEXT, "类别", "kind", 0},
    {"form", ROW_TEXT, "表式", "form", 0},
    {"tables", ROW_NUMBER, "表", "tables", 0},
    {"cells", ROW_NUMBER, "单元格", "cells", 0},
    {"claims", ROW_NUMBER, "说明数据", "claims", 0},
    {"doubts", ROW_NUMBER, "存疑", "doubts", 0},
    {"issued", ROW_TEXT, "公开日期", "issued", 0},
    {"files", ROW_NUMBER, "文件", "files", 0},
};

/* A line of the matrix: the filings of one department, kind and scope. */
typedef struct {
    const HeldFiling *sample;
    int first, last;    /* years */
    GHashTable *latest; /* year -> HeldFiling */
} Line;

static void line_free(gpointer data)
{
    Line *line = data;
    g_hash_table_unref(line->latest);
    g_free(line);
}

static bool line_holds(const Line *line, const HeldFiling *held)
{
    return line->sample->body == held->body && line->sample->kind == held->kind &&
           line->sample->scope == held->scope;
}

static Line *line_of(GPtrArray *lines, const HeldFiling *held)
{
    /* The lines of one department are the last ones. */
    for (guint i = lines->len; i > 0; i--) {
        Line *line = g_ptr_array_index(lines, i - 1);
        if (line_holds(line, held))
            return line;
        if (line->sample->body != held->body)
            break;
    }
    Line *line = g_new0(Line, 1);
    line->sample = held;
    line->first = line->last = held->fiscal_year;
    line->latest = g_hash_table_new(NULL, NULL);
    g_ptr_array_add(lines, line);
    return line;
}

static GPtrArray *lines_from_filings(const GPtrArray *filings)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(line_free);
    for (guint i = 0; i < filings->len; i++) {
        HeldFiling *held = g_ptr_array_index(filings, i);
        Line *line = line_of(lines, held);
        line->first = MIN(line->first, held->fiscal_year);
        line->last = MAX(line->last, held->fiscal_year);
        const HeldFiling *there =
            g_hash_table_lookup(line->latest, GINT_TO_POINTER(held->fiscal_year));
        if (there == NULL || held->latest)
            g_hash_table_insert(line->latest, GINT_TO_POINTER(held->fiscal_year), held);
    }
    return lines;
}

static char *kind_and_scope(const HeldFiling *held)
{
    return g_strconcat(kind_name(held->kind),
                       held->scope == SCOPE_UNIT ? say("（单位）", " (unit)") : "", NULL);
}

static void put_year(RowWriter *rows, const Line *line, int year)
{
    const HeldFiling *held = g_hash_table_lookup(line->latest, GINT_TO_POINTER(year));
    if (held != NULL) {
        g_autofree char *shown =
            g_strdup_printf("%" G_GINT64_FORMAT "%s", held->id, held->version > 1 ? "*" : "");
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
        g_autofree char *kind = kind_and_scope(line->sample);
        rows_text(rows, line->sample->body->name);
        rows_text(rows, kind);
        for (int year = first; year <= last; year++)
            put_year(rows, line, year);
    }
    rows_finish(rows);
}

static void print_matrix(const Session *session, const GPtrArray *filings)
{
    g_autoptr(GPtrArray) lines = lines_from_filings(filings);
    int first = G_MAXINT, last = 0;
    bool reissued = false;
    for (guint i = 0; i < filings->len; i++) {
        const HeldFiling *held = g_ptr_array_index(filings, i);
        first = MIN(first, held->fiscal_year);
        last = MAX(last, held->fiscal_year);
        reissued = reissued || held->version > 1;
    }
    int tables = (last - first) / YEARS_ABREAST + 1;
    int abreast = (last - first) / tables + 1;
    for (int from = first; from <= last; from += abreast) {
        if (from > first)
            putchar('\n');
        print_years(session, lines, from, MIN(from + abreast - 1, last));
    }
    if (!session->quiet)
        sentence_printf("\n%s%s\n",
               say("数字是文件编号（yusuan show 编号）；缺：中间年度没有文件",
                   "numbers are ids (yusuan show ID); gap: no filing of a year in between"),
               reissued ? say("；*：重新公开过，取最新一份", "; *: re-issued, the newest is taken")
                        : "");
}

/* Every filing in a row. */
static void print_filings(const Session *session, const GPtrArray *filings)
{
    RowWriter *rows =
        rows_new(filing_columns, G_N_ELEMENTS(filing_columns), ROWS_TABLE, session->color);
    for (guint i = 0; i < filings->len; i++) {
        const HeldFiling *held = g_ptr_array_index(filings, i);
        g_autofree char *kind = kind_and_scope(held);
        rows_integer(rows, held->id);
        rows_text(rows, held->body->name);
        rows_integer(rows, held->fiscal_year);
        rows_text(rows, kind);
        rows_text(rows, held->form);
        rows_integer(rows, held->tables);
        rows_integer(rows, held->cells);
        rows_integer(rows, held->claims);
        rows_integer(rows, held->doubts);
        rows_text(rows, held->issued);
        rows_integer(rows, held->parts->len);
    }
    putchar('\n');
    rows_finish(rows);
}

/* The files of a filing, each with the id that names it. */
static void print_files(const HeldFiling *held)
{
    for (guint i = 0; i < held->parts->len; i++) {
        const Part *part = g_ptr_array_index(held->parts, i);
        g_autofree char *lead =
            i == 0 ? g_strdup_printf(say("  %s %d 年%s：", "  %s %d %s: "), held->body->name,
                                     held->fiscal_year, kind_name(held->kind))
                   : g_strdup("    ");
        g_autofree char *clean = harmless(lead, false);
        g_autofree char *file = g_strdup_printf("%s%s (%" G_GINT64_FORMAT ")", i == 0 ? "" : "+ ",
                                                part->entry->file, part->entry->id);
        paragraph_print(clean, file, paper_width());
    }
}

/* Filings of several files are named with them, those of one only where everything is wanted. */
static void print_all_files(const Session *session, const GPtrArray *filings)
{
    bool any = false;
    for (guint i = 0; i < filings->len; i++) {
        const HeldFiling *held = g_ptr_array_index(filings, i);
        if (held->parts->len < 2 && !session->verbose)
            continue;
        if (!any)
            printf("\n%s\n", session->verbose ? say("各份材料的文件：", "The files:")
                                              : say("由几个文件合成的：", "Filings in several files:"));
        any = true;
        print_files(held);
    }
}

static void print_notes(const Holdings *holdings, FILE *to)
{
    const GPtrArray *notes = holdings->bodies->notes;
    for (guint i = 0; i < notes->len; i++) {
        g_autofree char *note = harmless(g_ptr_array_index(notes, i), false);
        fprintf(to, "%s%s%s\n", i == 0 && to == stdout ? "\n" : "", to == stderr ? "yusuan: " : "", note);
    }
}

/* For people alone: whoever reads records sees the years. */
static void print_comings(const Session *session, const Holdings *holdings)
{
    g_autofree char *text = session->quiet ? g_strdup("") : comings_from_holdings(holdings);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line != NULL && (*line)[0] != '\0'; line++) {
        g_autofree char *clean = harmless(*line, false);
        if (line == lines)
            putchar('\n');
        paragraph_print("", clean, paper_width());
    }
}

static void print_table(const Session *session, const Holdings *holdings)
{
    print_matrix(session, holdings->filings);
    if (session->verbose)
        print_filings(session, holdings->filings);
    print_all_files(session, holdings->filings);
    print_notes(holdings, stdout);
    print_comings(session, holdings);
}

static void add_record(RowWriter *rows, const HeldFiling *held)
{
    g_autofree char *files = held_filing_files(held, "|");
    rows_integer(rows, held->id);
    rows_text(rows, held->body->name);
    rows_integer(rows, held->fiscal_year);
    rows_text(rows, kind_word(held->kind));
    rows_text(rows, scope_word(held->scope));
    rows_text(rows, held->form);
    rows_text(rows, held->issued);
    rows_text(rows, ((const Part *)g_ptr_array_index(held->parts, 0))->entry->file);
    rows_integer(rows, held->version);
    rows_text(rows, held->latest ? "filed" : "superseded");
    rows_integer(rows, held->tables);
    rows_integer(rows, held->cells);
    rows_integer(rows, held->claims);
    rows_integer(rows, held->doubts);
    rows_text(rows, files);
}

static void add_missing(RowWriter *rows, const HeldFiling *sample, int year)
{
    rows_absent(rows);
    rows_text(rows, sample->body->name);
    rows_integer(rows, year);
    rows_text(rows, kind_word(sample->kind));
    rows_text(rows, scope_word(sample->scope));
    for (gsize i = 5; i < 9; i++)
        rows_absent(rows);
    rows_text(rows, "missing");
    for (gsize i = 10; i < G_N_ELEMENTS(record_columns); i++)
        rows_absent(rows);
}

static void print_records(const Session *session, const Holdings *holdings)
{
    g_autoptr(GPtrArray) lines = lines_from_filings(holdings->filings);
    RowWriter *rows =
        rows_new(record_columns, G_N_ELEMENTS(record_columns), session->format, session->color);
    for (guint i = 0; i < holdings->filings->len; i++)
        add_record(rows, g_ptr_array_index(holdings->filings, i));
    for (guint i = 0; i < lines->len; i++) {
        const Line *line = g_ptr_array_index(lines, i);
        for (int year = line->first; year <= line->last; year++)
            if (!g_hash_table_contains(line->latest, GINT_TO_POINTER(year)))
                add_missing(rows, line->sample, year);
    }
    rows_finish(rows);
    if (!session->quiet)
        print_notes(holdings, stderr);
}

static bool list_run(Session *session, GError **error)
{
    g_autoptr(Holdings) holdings = holdings_from_store(session->store, error);
    if (holdings == NULL)
        return false;
    if (session->format != ROWS_TABLE)
        print_records(session, holdings);
    else if (holdings->filings->len > 0)
        print_table(session, holdings);
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
        "表中的数字是文件编号。分几个文件公开的（表一个、说明一个）算一份，文件名列在表下；-v "
        "另列每份的表式、表数、数字和文件。名称写法不同而按同一部门处理的，也列在表下。--format "
        "tsv、csv、json 每份材料一行，另有一行记每个缺的年度。",
    .about_en =
        "The numbers in the table are the filings' ids. What was published in several files (the "
        "tables in one, the narrative in another) is one filing; its files are named below the "
        "table. -v adds a row a filing, with its form, counts and files. Spellings taken for one "
        "department are named, too. --format tsv, csv, json give a record a filing, and one for "
        "each missing year.",
    .examples = {
        {"yusuan list", "部门、年度、类别", "departments, years and kinds"},
        {"yusuan list -v", "连同每份的表数、数字和文件", "with the tables, figures and files of each filing"},
        {"yusuan list --format tsv", "每份材料一行", "a record a filing"},
    },
    .options = options,
    .paged = true,
    .run = list_run,
};
