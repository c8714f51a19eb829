/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/identity.h"
#include "history/import.h"
#include "history/worker.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cmd/paragraph.h"
#include "cmd/terminal.h"
#include "cmd/verb.h"
#include "schema/error.h"
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
    {"message", ROW_TEXT, NULL, NULL, 0}, /* for programs; a table has it beside the state */
};

enum { STATE_COLUMN = 8 };

static const RowColumn refused_columns[] = {
    {"file", ROW_TEXT, "拒收的文件", "refused file", 52},
    {"message", ROW_TEXT, "原因", "reason", 0},
};

/* Set by Ctrl-C; the import stops after the file at work. */
static volatile sig_atomic_t interrupted;

/* What was refused is told again at the end of a table with at least so many files: the rows may be far up by then. */
#define FILES_FOR_SUMMARY 2

typedef struct {
    RowWriter *rows;
    bool table;         /* for people, with a summary at its end */
    guint read, known;  /* files */
    GPtrArray *refused; /* char *: file and reason by turns */
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

static void add_filing(const ImportRun *run, const char *file, const Filing *filing)
{
    RowWriter *rows = run->rows;
    put_file(rows, file);
    rows_text(rows, filing->department);
    rows_integer(rows, filing->fiscal_year);
    rows_field(rows, kind_word(filing->kind), kind_name(filing->kind));
    rows_integer(rows, count_tables(filing));
    rows_integer(rows, count_cells(filing));
    rows_integer(rows, filing->claims->len);
    rows_mean(rows, filing->doubts->len > 0 ? MEANING_WARNING : MEANING_NONE);
    rows_integer(rows, filing->doubts->len);
    const Doubt *doubt = identity_file_year_doubt(filing);
    g_autofree char *shown = doubt != NULL ? g_strdup_printf(say("已读入；%s", "read; %s"), doubt->why) : g_strdup(say("已读入", "read"));
    rows_mean(rows, doubt != NULL ? MEANING_WARNING : MEANING_NONE);
    rows_field(rows, "read", shown);
    if (run->table)
        return;
    if (doubt != NULL)
        rows_text(rows, doubt->why);
    else
        rows_absent(rows);
}

/* A file that gave no filing: its name, its state, and why. In a table both stand in the last column. */
static void add_other(const ImportRun *run, const ImportResult *result, Meaning meaning, const char *state,
                      const char *shown)
{
    put_file(run->rows, result->file);
    for (int i = 1; i < STATE_COLUMN; i++)
        rows_absent(run->rows);
    rows_mean(run->rows, meaning);
    rows_field(run->rows, state, shown);
    if (!run->table)
        rows_text(run->rows, result->message);
}

static void add_known(const ImportRun *run, const ImportResult *result)
{
    g_autofree char *shown =
        g_strdup_printf(say("已在库中，原名 %s", "known as %s"), result->message);
    add_other(run, result, MEANING_FAINT, "known", shown);
}

/* Whoever looks at a table on the terminal sees it there; anyone else is told at once, on standard error. */
static void add_refused(ImportRun *run, const ImportResult *result)
{
    g_autofree char *shown = g_strdup_printf(say("拒收：%s", "refused: %s"), result->message);
    add_other(run, result, MEANING_ERROR, "refused", shown);
    g_ptr_array_add(run->refused, g_strdup(result->file));
    g_ptr_array_add(run->refused, g_strdup(result->message));
    if (run->table && terminal_is_output() && isatty(STDERR_FILENO))
        return;
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
            add_filing(run, result->file, g_ptr_array_index(result->filings, i));
        run->read++;
        break;
    case IMPORT_KNOWN:
        add_known(run, result);
        run->known++;
        break;
    case IMPORT_REFUSED:
        add_refused(run, result);
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

/* The files that were refused, with the whole reason. */
static void print_refused(const ImportRun *run, const Session *session)
{
    RowWriter *rows = rows_new(refused_columns, G_N_ELEMENTS(refused_columns), ROWS_TABLE, session->color);
    for (guint i = 0; i + 1 < run->refused->len; i += 2) {
        rows_text(rows, g_ptr_array_index(run->refused, i));
        rows_text(rows, g_ptr_array_index(run->refused, i + 1));
    }
    rows_finish(rows);
}

/* The end of a table: how many of which, and what is missing. Programs count for themselves; they are told of refusals. */
static void print_summary(const ImportRun *run, const Session *session)
{
    guint refused = run->refused->len / 2;
    if (session->quiet)
        return;
    if (!run->table) {
        if (refused > 0)
            fprintf(stderr, say("yusuan: 拒收 %u 个文件，其余已读入\n", "yusuan: %u refused, the rest is in\n"), refused);
        return;
    }
    if (run->read + run->known + refused < FILES_FOR_SUMMARY)
        return;
    if (refused > 0) {
        putchar('\n');
        print_refused(run, session);
    }
    printf(say("\n读入 %u 份，已有 %u 份，拒收 %u 份\n", "\n%u read, %u known, %u refused\n"), run->read, run->known,
           refused);
}

/* As many as the machine has processors; more than eight wait for the one that saves. */
static bool take_jobs(const Session *session, guint *jobs, GError **error)
{
    int wanted = option_number(session->options, "jobs");
    *jobs = wanted > 0 ? (guint)wanted : MIN(g_get_num_processors(), 8);
    if (wanted <= IMPORT_JOBS_MOST)
        return true;
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE, say("--jobs 最多 %d", "--jobs takes %d at most"), IMPORT_JOBS_MOST);
    return false;
}

static bool import_run(Session *session, GError **error)
{
    ImportRun run = {.bar = !session->quiet && isatty(STDERR_FILENO), .table = session->format == ROWS_TABLE};
    ImportCalls calls = {
        .file_done = on_file_done, .progress = on_progress, .data = &run, .stop = &interrupted};
    if (!take_jobs(session, &calls.jobs, error))
        return false;
    run.rows = rows_new(columns, G_N_ELEMENTS(columns) - run.table, session->format, session->color);
    run.refused = g_ptr_array_new_with_free_func(g_free);
    catch_interrupts();
    guint refused = 0;
    bool done = import_paths(session->store, session->arguments, &calls, &refused, error);
    wipe_bar(&run);
    /* What is in is in, also when the run was stopped: say so before saying why it stopped. */
    rows_finish(run.rows);
    print_summary(&run, session);
    g_ptr_array_unref(run.refused);
    if (session->verbose && !worker_is_filtered())
        fputs(say("yusuan: 系统不能过滤读取进程的系统调用，只限制了内存、时间和文件\n",
                  "yusuan: system calls of the readers cannot be filtered here; memory, time and files are limited\n"),
              stderr);
    if (done && refused > 0)
        session->status = STATUS_REFUSED;
    return done;
}

static const OptionSpec options[] = {
    {"jobs", 'j', OPTION_NUMBER, "N", "同时读几份文件（1 到 64）；不写则按处理器个数，最多 8；结果与此无关",
     "how many files are read at a time (1 to 64); by default as many as processors, 8 at most; the result is the same"},
    {NULL, 0, OPTION_FLAG, NULL, NULL, NULL},
};

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
        "读 PDF、网页、XLSX、XLS、DOCX、它们的 ZIP 包、文本和整理好的 CSV，类型看内容；目录连同下级目录一起读。内容相同的文件只读一次。每份文件一个事务：随时中断，"
        "库里不会留下半份。读取在受限的进程里进行，读坏一份只少这一份；末尾列出读入、已有和拒收各几份。",
    .about_en =
        "PDF, HTML, XLSX, XLS, DOCX, ZIP files of these, text and tidy CSV; a file's type is told by its content; folders are read with those below "
        "them. The same content is read once. Each file is one transaction: an interrupted "
        "import leaves no half of one. Reading is done in confined processes, where a file that makes its reader "
        "fail costs nothing but itself; the table ends with how many were read, known and refused.",
    .examples = {
        {"yusuan import tests/filings/*.txt tests/filings/tidy.csv", "文件", "files"},
        {"yusuan --db new.db import --jobs 2 tests/filings/*.pdf",
         "两份同时读，读入另一个库", "two at a time, into another store"},
        {"yusuan import -q --format csv tests/filings/*.pdf", "给程序看的结果", "the outcome for a program"},
    },
    .options = options,
    .run = import_run,
};
