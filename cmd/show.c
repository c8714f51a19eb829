/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "cmd/choose.h"
#include "cmd/paragraph.h"
#include "cmd/record.h"
#include "cmd/verb.h"
#include "history/join.h"
#include "schema/error.h"
#include "schema/language.h"

/* The mark behind a figure whose place in the table is not beyond doubt. */
static const char *proof_mark(Proof proof)
{
    return proof == PROOF_LIKELY ? "~" : proof == PROOF_AMBIGUOUS ? "?" : " ";
}

static Meaning meaning_of_proof(Proof proof)
{
    return proof == PROOF_AMBIGUOUS ? MEANING_ERROR : proof == PROOF_LIKELY ? MEANING_WARNING : MEANING_NONE;
}

static bool row_is_printed(const Table *table, int row, const GArray *columns)
{
    for (guint i = 0; i < columns->len; i++)
        if (table_cell(table, row, g_array_index(columns, int, i)) != NULL)
            return true;
    return false;
}

/* The columns that hold a figure in the rows of this side: the halves of a table differ. */
static GArray *columns_of_side(const Table *table, Direction side)
{
    g_autofree bool *used = g_new0(bool, table->columns->len + 1);
    for (guint i = 0; i < table->cells->len; i++) {
        const Cell *cell = &g_array_index(table->cells, Cell, i);
        if (table_row(table, cell->row)->side == side)
            used[cell->column] = true;
    }
    GArray *columns = g_array_new(FALSE, FALSE, sizeof(int));
    for (int i = 0; i < (int)table->columns->len; i++)
        if (used[i])
            g_array_append_val(columns, i);
    return columns;
}

/* The last part of a heading's path says enough where no other column of the table ends in it. */
static const char *short_heading(const Table *table, const GArray *columns, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *last = slash != NULL ? slash + 1 : path;
    guint same = 0;
    for (guint i = 0; i < columns->len; i++)
        if (g_str_has_suffix(table_column(table, g_array_index(columns, int, i))->path, last))
            same++;
    return same > 1 ? path : last;
}

static void put_row(RowWriter *rows, const Table *table, int index, const GArray *columns)
{
    const Row *row = table_row(table, index);
    const char *name = row->project[0] != '\0' ? row->project : row->label;
    g_autofree char *label = g_strdup_printf("%*s%s", 2 * MAX(row->level, 0), "", name);
    rows_text(rows, row->code);
    rows_text(rows, label);
    for (guint i = 0; i < columns->len; i++) {
        const Cell *cell = table_cell(table, index, g_array_index(columns, int, i));
        if (cell == NULL) {
            rows_absent(rows);
            continue;
        }
        g_autofree char *amount = amount_to_display(cell->amount);
        g_autofree char *shown = g_strconcat(amount, proof_mark(cell->proof), NULL);
        rows_mean(rows, meaning_of_proof(cell->proof));
        rows_text(rows, shown);
    }
}

static void print_side(const Session *session, const Table *table, Direction side)
{
    g_autoptr(GArray) shown = columns_of_side(table, side);
    if (shown->len == 0)
        return;
    g_autoptr(GPtrArray) headings = g_ptr_array_new_with_free_func(g_free);
    g_autofree RowColumn *columns = g_new0(RowColumn, shown->len + 2);
    columns[0] = (RowColumn){"code", ROW_TEXT, "编码", "code", 0};
    columns[1] = (RowColumn){"row", ROW_TEXT, "项目", "row", 48};
    for (guint i = 0; i < shown->len; i++) {
        const char *path = table_column(table, g_array_index(shown, int, i))->path;
        /* One place more, for the mark that figures end with. */
        char *heading = g_strconcat(short_heading(table, shown, path), " ", NULL);
        g_ptr_array_add(headings, heading);
        columns[i + 2] = (RowColumn){heading, ROW_NUMBER, NULL, NULL, 30};
    }
    RowWriter *rows = rows_new(columns, shown->len + 2, ROWS_TABLE, session->color);
    guint blank = 0;
    for (int i = 0; i < (int)table->rows->len; i++) {
        if (table_row(table, i)->side != side)
            continue;
        bool printed = row_is_printed(table, i, shown);
        blank += !printed;
        if (printed || session->verbose)
            put_row(rows, table, i, shown);
    }
    rows_finish(rows);
    if (blank > 0 && !session->verbose)
        printf(
            say("（另有 %u 行没有数字，-v 显示）\n", "(%u rows without figures; -v shows them)\n"),
            blank);
}

static const char *state_name(TableState state)
{
    switch (state) {
    case TABLE_EMPTY:
        return say("空表", "empty");
    case TABLE_MISSING:
        return say("缺表", "missing");
    case TABLE_UNREAD:
        return say("未能读出", "could not be read");
    case TABLE_READ:
        break;
    }
    return "";
}

/* 第 3 页, with the file where there are several. */
static char *place_words(const Filing *filing, int page, int line)
{
    const char *file = NULL;
    filing_place(filing, page, &file, &page);
    g_autoptr(GString) words = g_string_new(NULL);
    if (filing->sources->len > 1)
        g_string_append_printf(words, "%s ", file);
    if (page > 0)
        g_string_append_printf(words, say("第 %d 页", "page %d"), page);
    else
        g_string_append(words, say("文件", "file"));
    if (line > 0)
        g_string_append_printf(words, say("第 %d 行", ", line %d"), line);
    return harmless(words->str, false);
}

static void print_table(const Session *session, const Filing *filing, const Table *table)
{
    g_autofree char *title = harmless(table->title, false);
    bool strange = table->state == TABLE_MISSING || table->state == TABLE_UNREAD;
    Meaning meaning = strange ? MEANING_WARNING : MEANING_HEADING;
    printf("\n%s%s%s", meaning_begin(meaning, session->color), title, meaning_end(meaning, session->color));
    if (table->page > 0) {
        g_autofree char *place = place_words(filing, table->page, 0);
        printf("  %s", place);
    }
    if (table->cells->len > 0)
        printf("  %s", say("单位：万元", "in 万元"));
    printf("%s%s\n", table->state != TABLE_READ ? "  " : "", state_name(table->state));
    if (table->note[0] != '\0')
        paragraph_print("  ", table->note, paper_width());
    static const Direction sides[] = {DIRECTION_NONE, DIRECTION_REVENUE, DIRECTION_EXPENDITURE,
                                      DIRECTION_CARRYOVER};
    for (gsize i = 0; i < G_N_ELEMENTS(sides); i++)
        print_side(session, table, sides[i]);
}

static void print_doubts(const Filing *filing)
{
    if (filing->doubts->len == 0)
        return;
    printf(say("\n存疑 %u 处：\n", "\n%u doubts:\n"), filing->doubts->len);
    for (guint i = 0; i < filing->doubts->len; i++) {
        const Doubt *doubt = g_ptr_array_index(filing->doubts, i);
        g_autofree char *place = place_words(filing, doubt->page, doubt->line);
        g_autofree char *lead = g_strdup_printf(say("  %s ", "  %s: "), place);
        g_autofree char *text = g_strdup_printf("%s%s%s — %s", doubt->table,
                                                doubt->table[0] != '\0' ? say("：", ": ") : "",
                                                doubt->text, doubt->why);
        paragraph_print(lead, text, paper_width());
    }
}

static bool any_marked(const Filing *filing)
{
    for (guint t = 0; t < filing->tables->len; t++) {
        const Table *table = g_ptr_array_index(filing->tables, t);
        for (guint c = 0; c < table->cells->len; c++)
            if (g_array_index(table->cells, Cell, c).proof >= PROOF_LIKELY)
                return true;
    }
    return false;
}

/* By which lines the department, the year and the kind were told. */
static void print_identity(const Filing *filing)
{
    if (filing->evidence->len == 0)
        return;
    printf("\n%s\n", say("怎么认出的：", "What tells whose filing it is:"));
    for (guint i = 0; i < filing->evidence->len; i++) {
        const IdentityEvidence *evidence = g_ptr_array_index(filing->evidence, i);
        g_autofree char *place = place_words(filing, evidence->page, evidence->line);
        g_autofree char *lead = g_strdup_printf("  %s  %s  ", evidence->what, place);
        paragraph_print(lead, evidence->text, paper_width());
    }
}

static void print_filing(const Session *session, const Filing *filing)
{
    g_autofree char *department = harmless(filing->department, false);
    g_autofree char *names = filing_files(filing, say("、", ", "));
    g_autofree char *files = harmless(names, false);
    g_autofree char *heading = g_strdup_printf(
        say("%s  %d 年部门%s  （编号 %" G_GINT64_FORMAT "，%s）", "%s  %d %s  (id %" G_GINT64_FORMAT ", %s)"),
        department, filing->fiscal_year, kind_name(filing->kind), filing->id, files);
    heading_print(heading, session->color);
    if (session->verbose)
        print_identity(filing);
    for (guint i = 0; i < filing->tables->len; i++)
        print_table(session, filing, g_ptr_array_index(filing->tables, i));
    if (any_marked(filing))
        sentence_printf(
            "\n%s\n",
            say("~ 栏次由旁证推定；? 栏次不能确定，不据此报错",
                "~ column settled by other evidence; ? column not settled, no error is based "
                "on it"));
    print_doubts(filing);
}

/* A page is one of a file: of the one that was named, or of the only one there is. */
static bool show_page(Session *session, const HeldFiling *held, const Part *part, int page,
                      GError **error)
{
    if (part == NULL && held->parts->len > 1) {
        g_autofree char *files = held_filing_files(held, say("、", ", "));
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                    say("这份材料有 %u 个文件，要哪一个的第 %d 页？请写文件名：%s",
                        "the filing has %u files: page %d of which? name the file: %s"),
                    held->parts->len, page, files);
        return false;
    }
    if (part == NULL)
        part = g_ptr_array_index(held->parts, 0);
    g_autofree char *text = store_page(session->store, part->entry->id, page, error);
    if (text == NULL)
        return false;
    g_autofree char *clean = harmless(text, true);
    fputs(clean, stdout);
    if (!g_str_has_suffix(clean, "\n"))
        putchar('\n');
    return true;
}

/* The year is an option, or the second word: show 档案 2024. */
static bool wanted_year(const Session *session, int *year, GError **error)
{
    *year = option_number(session->options, "year");
    const char *word = session->arguments[1];
    if (word == NULL)
        return true;
    guint64 number = 0;
    if (!g_ascii_string_to_unsigned(word, 10, 1900, 2999, &number, NULL)) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE, say("“%s”不是年份", "“%s” is no year"),
                    word);
        return false;
    }
    *year = (int)number;
    return true;
}

static bool show_run(Session *session, GError **error)
{
    int year = 0;
    if (!wanted_year(session, &year, error))
        return false;
    g_autoptr(Holdings) holdings = holdings_from_store(session->store, error);
    if (holdings == NULL)
        return false;
    const Part *part = NULL;
    const HeldFiling *held = filing_chosen(holdings, session->arguments[0], year, &part, error);
    if (held == NULL)
        return false;
    int page = option_number(session->options, "page");
    if (page > 0)
        return show_page(session, held, part, page, error);
    g_autoptr(Filing) filing = filing_from_holdings(session->store, held, error);
    if (filing == NULL)
        return false;
    if (session->format == ROWS_TABLE) {
        print_filing(session, filing);
        return true;
    }
    RowWriter *rows = cell_records_new(session->format, session->color);
    cell_records_add(rows, filing);
    rows_finish(rows);
    return true;
}

static const OptionSpec options[] = {
    {"page", 0, OPTION_NUMBER, "N", "显示所指文件第 N 页的原文", "show the text of page N of the file named"},
    {"year", 0, OPTION_YEAR, "YEAR", "年度，按部门找文件时用",
     "the year, where a department is named"},
    {NULL, 0, OPTION_FLAG, NULL, NULL, NULL},
};

const Verb verb_show = {
    .name = "show",
    .store = VERB_READS_STORE,
    .arguments_zh = "文件 [年度]",
    .arguments_en = "FILING [YEAR]",
    .least = 1,
    .most = 2,
    .summary_zh = "读出的各表及把握程度，或某页原文",
    .summary_en = "the tables as read, with proof marks, or the text of a page",
    .about_zh =
        "文件可以是编号、文件名的一部分，或部门加年度；由几个文件合成的，写其中任何一个都显示整份，--page "
        "则要写明是哪个文件（编号指编号的那个）。数字后的 ~ 表示栏次由旁证推定，? 表示不能确定。"
        "-v 连没有数字的行和认出部门、年度的依据一起显示；--format tsv、csv、json 输出单元格。",
    .about_en =
        "FILING is an id, a part of a file's name, or a department with a year. Any file of a "
        "filing in several files shows the whole; --page wants the file to be named (an id names "
        "one). ~ behind a figure: its column was settled by other evidence, ?: it is not settled. "
        "-v shows rows without figures, and what told the department and year; --format tsv, csv, "
        "json give the cells.",
    .examples = {
        {"yusuan show 档案数据 2024", "某部门某年的各表", "the tables of a department and a year"},
        {"yusuan show 档案数据中心-2024 --page 16", "文件第 16 页的原文", "the text of page 16 of a file"},
        {"yusuan show 档案数据 2024 --format csv", "各单元格", "its cells"},
    },
    .options = options,
    .paged = true,
    .run = show_run,
};
