/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <time.h>

#include "history/input.h"
#include "history/reader.h"
#include "history/worker.h"
#include "tests/corpus/corpus.h"

static double processor_milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return 1e3 * (double)now.tv_sec + (double)now.tv_nsec / 1e6;
}

/*
 * A process that reads shares nothing with the one that asks but its answer: the time travels in it, as a last doubt of
 * the first filing.
 */
#define TIME_OF_READING "time of reading"

static GPtrArray *read_on_time(const char *name, GBytes *bytes, GError **error)
{
    double start = processor_milliseconds();
    GPtrArray *filings = filings_from_bytes(name, bytes, error);
    if (filings == NULL)
        return NULL;
    g_autofree char *time = g_strdup_printf("%.3f", processor_milliseconds() - start);
    filing_add_doubt(g_ptr_array_index(filings, 0), 1, 1, "", time, TIME_OF_READING);
    return filings;
}

static double time_taken_out(const GPtrArray *filings)
{
    GPtrArray *doubts = ((const Filing *)g_ptr_array_index(filings, 0))->doubts;
    const Doubt *last = doubts->len > 0 ? g_ptr_array_index(doubts, doubts->len - 1) : NULL;
    if (last == NULL || !g_str_equal(last->why, TIME_OF_READING))
        return 0;
    double milliseconds = g_ascii_strtod(last->text, NULL);
    g_ptr_array_set_size(doubts, (gint)doubts->len - 1);
    return milliseconds;
}

/* A process of its own for each file: what one leaves behind touches no other. */
static GPtrArray *read_apart(const char *name, GBytes *bytes, GError **error)
{
    worker_set_reader(read_on_time, NULL);
    g_autoptr(Worker) worker = worker_start(error);
    if (worker == NULL)
        return NULL;
    worker_ask(worker, name, bytes);
    while (!worker_is_done(worker))
        workers_wait(&worker, 1, 1000);
    return worker_answer(worker, error);
}

static GPtrArray *read_file(const char *path, const char *name, GError **error)
{
    Input input = {0};
    if (!input_read(path, &input, error))
        return NULL;
    GPtrArray *filings = read_apart(name, input.bytes, error);
    input_clear(&input);
    return filings;
}

static void identity_clear(gpointer data)
{
    Identity *identity = data;
    g_free(identity->table);
    g_free(identity->row);
    g_free(identity->column);
    g_free(identity->figures);
}

void identity_add(GArray *identities, Identity identity)
{
    g_array_append_val(identities, identity);
}

const char *identity_name(IdentityKind kind)
{
    static const char *const names[] = {"row = its columns",     "parent = children",  "total = top level",
                                        "revenue = expenditure", "equation of the form", "same in two tables"};
    return names[kind];
}

const char *row_name(const Row *row)
{
    return row->code[0] != '\0' ? row->code : row->label;
}

FileReport *file_report_read(const char *path, const char *name)
{
    g_autoptr(GError) fault = NULL;
    g_autofree char *base = g_path_get_basename(path);
    FileReport *report = g_new0(FileReport, 1);
    report->path = g_strdup(path);
    report->name = g_strdup(name);
    report->identities = g_array_new(FALSE, FALSE, sizeof(Identity));
    g_array_set_clear_func(report->identities, identity_clear);
    report->cells.differences = g_ptr_array_new_with_free_func(g_free);
    report->cells.notes = g_ptr_array_new_with_free_func(g_free);
    report->claims.differences = g_ptr_array_new_with_free_func(g_free);
    report->filings = read_file(path, base, &fault);
    report->message = g_strdup(fault != NULL ? fault->message : "");
    report->milliseconds = report->filings != NULL ? time_taken_out(report->filings) : 0;
    for (guint i = 0; report->filings != NULL && i < report->filings->len; i++) {
        identities_add_sums(g_ptr_array_index(report->filings, i), report->identities);
        identities_add_equations(g_ptr_array_index(report->filings, i), report->identities);
    }
    return report;
}

void file_report_free(FileReport *report)
{
    g_free(report->path);
    g_free(report->name);
    g_free(report->message);
    g_clear_pointer(&report->filings, g_ptr_array_unref);
    g_array_unref(report->identities);
    g_ptr_array_unref(report->cells.differences);
    g_ptr_array_unref(report->cells.notes);
    g_ptr_array_unref(report->claims.differences);
    g_free(report);
}
