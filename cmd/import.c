/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/import.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cmd/paragraph.h"
#include "cmd/verb.h"
#include "schema/language.h"

#define BAR_WIDTH 24

static const RowColumn columns[] = {
    {"file", ROW_TEXT, "文件", "file", 52},
    {"department", ROW_TEXT, "部门", "department", 40},
    {"fiscal_year", ROW_NUMBER, "年度", "year", 0},
    {"kind", ROW_TEXT, "类别", "kind", 0},
    {"tables", ROW_NUMBER, "表", "tables", 0},
    {"cells", ROW_NUMBER, "单元格", "cells", 0},
    {"claims", ROW_NUMBER, "说明数据", "claims", 0},
    {"doubts", ROW_NUMBER, "存疑", "doubts", 0},
    {"state", ROW_TEXT, "结果", "result", 60},
};

/* Set by Ctrl-C; the import stops after the file at work. */
static volatile sig_atomic_t interrupted;

typedef struct {
    RowWriter *rows;
    bool bar;       /* a progress bar is wanted */
    bool bar_shown; /* and stands on the current line */
} ImportRun;

static void on_interrupt(int signal_number)
{
    (void)signal_number;
    interrupted = 1;
}

/* The second Ctrl-C ends the program at once; the store survives that, too. */
static void catch_interrupts(void)
{
    struct sigaction action = {.sa_handler = on_interrupt, .sa_flags = (int)SA_RESETHAND};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
}

static void wipe_bar(ImportRun *run)
{
    if (run->bar_shown)
        fputs("\r\033[K", stderr);
    run->bar_shown = false;
}

static guint count_tables(const Filing *filing)
{
    guint count = 0;
    for (guint i = 0; i < filing->tables->len; i++) {
        const Table *table = g_ptr_array_index(filing->tables, i);
        count += table->state == TABLE_READ || table->state == TABLE_EMPTY;
    }
    return count;
}

static guint count_cells(const Filing *filing)
{
    guint count = 0;
    for (guint i = 0; i < filing->tables->len; i++)
        count += ((const Table *)g_ptr_array_index(filing->tables, i))->cells->len;
    return count;
}

/* People know their folders and want the name; programs get the whole path. */
static void put_file(RowWriter *rows, const char *path)
{
    g_autofree char *name = g_path_get_basename(path);
    rows_field(rows, path, name);
}

static void add_filing(RowWriter *rows, const char *file, const Filing *filing)
{
    put_file(rows, file);
    rows_text(rows, filing->department);
    rows_integer(rows, filing->fiscal_year);
    rows_field(rows, kind_word(filing->kind), kind_name(filing->kind));
    rows_integer(rows, count_tables(filing));
    rows_integer(rows, count_cells(filing));
    rows_integer(rows, filing->claims->len);
    rows_mean(rows, filing->doubts->len > 0 ? MEANING_WARNING : MEANING_NONE);
    rows_integer(rows, filing->doubts->len);
    rows_field(rows, "read", say("已读入", "read"));
}

static void add_known(RowWriter *rows, const ImportResult *result)
{
    put_file(rows, result->file);
    for (gsize i = 2; i < G_N_ELEMENTS(columns); i++)
        rows_absent(rows);
    g_autofree char *shown =
        g_strdup_printf(say("已在库中，原名 %s", "known as %s"), result->message);
    rows_mean(rows, MEANING_FAINT);
    rows_field(rows, "known", shown);
}

static void complain(const ImportResult *result)
{
    g_autofree char *file = harmless(result->file, false);
    g_autofree char *message = harmless(result->message, false);
    fprintf(stderr, say("yusuan: 拒收 %s：%s\n", "yusuan: refused %s: %s\n"), file, message);
}

static void on_file_done(const ImportResult *result, gpointer data)
{
    ImportRun *run = data;
    wipe_bar(run);
    switch (result->state) {
    case IMPORT_READ:
        for (guint i = 0; i < result->filings->len; i++)
            add_filing(run->rows, result->file, g_ptr_array_index(result->filings, i));
        break;
    case IMPORT_KNOWN:
        add_known(run->rows, result);
        break;
    case IMPORT_REFUSED:
        complain(result);
        break;
    }
}

static void on_progress(guint done, guint total, const char *file, gpointer data)
{
    ImportRun *run = data;
    if (!run->bar || total == 0)
        return;
    guint filled = (guint)((guint64)done * BAR_WIDTH / total);
    g_autoptr(GString) bar = g_string_new(NULL);
    for (guint i = 0; i < BAR_WIDTH; i++)
        g_string_append(bar, i < filled ? "█" : "░");
    g_autofree char *name = g_path_get_basename(file != NULL ? file : "");
    g_autofree char *clean = harmless(name, false);
    g_autofree char *begin = g_utf8_substring(clean, 0, MIN(g_utf8_strlen(clean, -1), 20));
    fprintf(stderr, "\r\033[K%s %u/%u %s", bar->str, done, total, begin);
    fflush(stderr);
    run->bar_shown = true;
}

static bool import_run(Session *session, GError **error)
{
    ImportRun run = {.bar = !session->quiet && isatty(STDERR_FILENO)};
    run.rows = rows_new(columns, G_N_ELEMENTS(columns), session->format, session->color);
    ImportCalls calls = {
        .file_done = on_file_done, .progress = on_progress, .data = &run, .stop = &interrupted};
    catch_interrupts();
    guint refused = 0;
    bool done = import_paths(session->store, session->arguments, &calls, &refused, error);
    wipe_bar(&run);
    /* What is in is in, also when the run was stopped: say so before saying why it stopped. */
    rows_finish(run.rows);
    if (!done)
        return false;
    if (refused > 0) {
        session->status = STATUS_REFUSED;
        if (!session->quiet)
            fprintf(
                stderr,
                say("yusuan: 拒收 %u 个文件，其余已读入\n", "yusuan: %u refused, the rest is in\n"),
                refused);
    }
    return true;
}

static const OptionSpec options[] = {{NULL, 0, OPTION_FLAG, NULL, NULL, NULL}};

const Verb verb_import = {
    .name = "import",
    .store = VERB_WRITES_STORE,
    .arguments_zh = "文件|目录…",
    .arguments_en = "FILE|DIR…",
    .least = 1,
    .most = -1,
    .summary_zh = "读入公开文件，每份一行：部门、年度、类别、表、单元格、说明数据、存疑",
    .summary_en =
        "read filings; one line each: department, year, kind, tables, cells, claims, doubts",
    .about_zh =
        "文件类型看内容，不看扩展名；目录连同下级目录一起读。内容相同的文件只读一次。每份文件一个事务：随时中断，"
        "库里不会留下半份。",
    .about_en =
        "A file's type is told by its content, not its name; folders are read with those below "
        "them. The same content is read once. Each file is one transaction: an interrupted "
        "import leaves no half of one.",
    .example = "yusuan import tests/filings/*.txt tests/filings/tidy.csv",
    .options = options,
    .run = import_run,
};
