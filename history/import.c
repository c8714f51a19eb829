/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/import.h"

#include <string.h>

#include "history/source.h"
#include "history/worker.h"
#include "schema/error.h"
#include "schema/language.h"

/* What was read and waits for its turn, beyond which no further file is begun. */
#define WAITING_BYTES_MOST ((gsize)64 * 1024 * 1024)
#define WAIT_MOST 200 /* milliseconds, after which a wish to stop is seen */

typedef enum {
    TASK_NEW,
    TASK_READY,   /* open, and not known */
    TASK_READING, /* its worker runs, or is done and holds what it read */
    TASK_TWIN,    /* the same bytes as an earlier one that is not settled yet */
    TASK_KNOWN,
    TASK_REFUSED,
} TaskState;

/* A file on its way. */
typedef struct {
    const char *path;
    TaskState state;
    Source source; /* its file is open when ready, its sum stands until the end */
    Worker *worker;
    char *message;
} Task;

/*
 * The tasks in the order of the list: those before `done` are settled, those from `next` on not yet looked at. Those
 * between are the window.
 */
typedef struct {
    Store *store;
    const ImportCalls *calls;
    GArray *tasks;
    guint done, next;
    guint jobs;
} Import;

static void task_clear(gpointer data)
{
    Task *task = data;
    g_clear_pointer(&task->worker, worker_free);
    source_close(&task->source);
    g_free(task->message);
}

static Task *task_at(const Import *import, guint index)
{
    return &g_array_index(import->tasks, Task, index);
}

static bool task_is_settled(const Task *task)
{
    return task->state == TASK_KNOWN || task->state == TASK_REFUSED ||
           (task->state == TASK_READING && worker_is_done(task->worker));
}

/* --- beginning --------------------------------------------------------------------------------------- */

static bool has_twin(const Import *import, const Task *task)
{
    for (guint i = import->done; i < import->next; i++) {
        const Task *other = task_at(import, i);
        if (other != task && g_strcmp0(other->source.sha256, task->source.sha256) == 0)
            return true;
    }
    return false;
}

/* Opens the file and finds out whether it need be read. False when the store failed. */
static bool task_open(const Import *import, Task *task, GError **error)
{
    g_autoptr(GError) fault = NULL;
    if (!source_open(task->path, &task->source, &fault)) {
        task->state = TASK_REFUSED;
        task->message = g_strdup(fault->message);
        return true;
    }
    if (store_knows_source(import->store, task->source.sha256, &task->message, &fault))
        task->state = TASK_KNOWN;
    else
        task->state = has_twin(import, task) ? TASK_TWIN : TASK_READY;
    if (task->state != TASK_READY)
        source_close(&task->source);
    if (fault == NULL)
        return true;
    g_propagate_prefixed_error(error, g_steal_pointer(&fault), "%s: ", task->path);
    return false;
}

/* Where no process can be started now, one may be when another has ended. */
static bool task_start(Task *task, guint running, GError **error)
{
    g_autofree char *name = g_path_get_basename(task->path);
    task->worker = worker_start(task->source.file, name, running == 0 ? error : NULL);
    if (task->worker == NULL)
        return running > 0;
    char *sha256 = g_steal_pointer(&task->source.sha256);
    source_close(&task->source);
    task->source.sha256 = sha256;
    task->state = TASK_READING;
    return true;
}

typedef struct {
    guint running, ready;
    gsize waiting; /* bytes of results */
} Load;

static Load import_load(const Import *import)
{
    Load load = {0};
    for (guint i = import->done; i < import->next; i++) {
        const Task *task = task_at(import, i);
        load.ready += task->state == TASK_READY;
        load.running += task->state == TASK_READING && !worker_is_done(task->worker);
        load.waiting += task->worker != NULL ? worker_size(task->worker) : 0;
    }
    return load;
}

/* Starts as many as may be at work. The one whose turn it is comes first, whatever waits behind it. */
static bool start_tasks(Import *import, GError **error)
{
    Load load = import_load(import);
    for (guint i = import->done; i < import->next && load.running < import->jobs; i++) {
        Task *task = task_at(import, i);
        if (task->state != TASK_READY || (load.waiting > WAITING_BYTES_MOST && i > import->done))
            continue;
        if (!task_start(task, load.running, error))
            return false;
        if (task->state != TASK_READING)
            break;
        load.running++;
    }
    return true;
}

/*
 * One more file is opened while others are being read; *opened says whether there was one to open. Twice as many as are
 * read at a time may wait for their turn.
 */
static bool open_next(Import *import, bool *opened, GError **error)
{
    guint window = import->jobs > 1 ? 3 * import->jobs : 1;
    Task *first = import->done < import->next ? task_at(import, import->done) : NULL;
    *opened = true;
    if (first != NULL && first->state == TASK_TWIN) /* it is its turn: what it waited for is settled */
        return task_open(import, first, error);
    *opened = import->next < import->tasks->len && import->next < import->done + window &&
              import_load(import).ready < import->jobs;
    return !*opened || task_open(import, task_at(import, import->next++), error);
}

static void import_wait(const Import *import, int milliseconds)
{
    g_autoptr(GPtrArray) workers = g_ptr_array_new();
    for (guint i = import->done; i < import->next; i++)
        if (task_at(import, i)->worker != NULL)
            g_ptr_array_add(workers, task_at(import, i)->worker);
    if (workers->len > 0)
        workers_wait((Worker **)workers->pdata, workers->len, milliseconds);
}

/* --- settling ----------------------------------------------------------------------------------------- */

/* What a worker says of the file's bytes must be what they are; what it says of the file's name is ours to say. */
static bool name_filings(GPtrArray *filings, const Task *task, GError **error)
{
    g_autofree char *name = g_path_get_basename(task->path);
    g_autofree char *valid = g_utf8_make_valid(name, -1);
    for (guint i = 0; i < filings->len; i++) {
        Filing *filing = g_ptr_array_index(filings, i);
        if (!g_str_equal(filing->sha256, task->source.sha256)) {
            g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                                say("读取期间文件变了：请重新导入", "it changed while it was read: import it again"));
            return false;
        }
        text_set(&filing->file, valid);
        filing->bytes = task->source.bytes;
    }
    return true;
}

/* Saves what was read. True unless the store failed; a refusal is told in the result. */
static bool task_save(const Import *import, Task *task, ImportResult *result, GError **error)
{
    g_autoptr(GError) fault = NULL;
    /* Another import may have been quicker. */
    if (store_knows_source(import->store, task->source.sha256, &task->message, &fault)) {
        result->state = IMPORT_KNOWN;
        return true;
    }
    g_autoptr(GPtrArray) filings = fault == NULL ? worker_finish(g_steal_pointer(&task->worker), &fault) : NULL;
    if (filings != NULL && name_filings(filings, task, &fault) && store_save_filings(import->store, filings, &fault)) {
        result->filings = g_steal_pointer(&filings);
        result->state = IMPORT_READ;
        return true;
    }
    if (!g_error_matches(fault, YUSUAN_ERROR, YUSUAN_ERROR_INPUT)) {
        g_propagate_prefixed_error(error, g_steal_pointer(&fault), "%s: ", task->path);
        return false;
    }
    task->message = g_strdup(fault->message);
    return true;
}

/* The file whose turn it is comes to its end. */
static bool settle_first(Import *import, guint *refused, GError **error)
{
    Task *task = task_at(import, import->done);
    ImportResult result = {.file = task->path, .state = task->state == TASK_KNOWN ? IMPORT_KNOWN : IMPORT_REFUSED};
    bool stored = task->state != TASK_READING || task_save(import, task, &result, error);
    result.message = task->message != NULL ? task->message : "";
    if (stored && import->calls->file_done != NULL)
        import->calls->file_done(&result, import->calls->data);
    g_clear_pointer(&result.filings, g_ptr_array_unref);
    *refused += stored && result.state == IMPORT_REFUSED;
    task_clear(task);
    *task = (Task){.path = task->path, .state = TASK_KNOWN, .source = {.file = -1}};
    import->done++;
    return stored;
}

/* --- the run -------------------------------------------------------------------------------------------- */

static bool is_stopped(const Import *import, GError **error)
{
    if (import->calls->stop == NULL || !*import->calls->stop)
        return false;
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_STOPPED,
                say("已中断：%u 个文件中完成了 %u 个，已保存的不受影响", "stopped: %2$u of %1$u files are done and saved"),
                import->tasks->len, import->done);
    return true;
}

static void tell_progress(const Import *import)
{
    if (import->calls->progress == NULL)
        return;
    bool more = import->done < import->tasks->len;
    import->calls->progress(import->done, import->tasks->len, more ? task_at(import, import->done)->path : "",
                            import->calls->data);
}

static bool first_is_settled(const Import *import)
{
    return import->done < import->next && task_is_settled(task_at(import, import->done));
}

/* Works on until the file whose turn it is has come to its end; all others are kept at work, too. */
static bool work_on_first(Import *import, GError **error)
{
    for (;;) {
        bool opened = false;
        if (is_stopped(import, error))
            return false;
        import_wait(import, 0);
        if (!start_tasks(import, error) || !open_next(import, &opened, error) || !start_tasks(import, error))
            return false;
        if (first_is_settled(import))
            return true;
        if (!opened)
            import_wait(import, WAIT_MOST);
    }
}

bool import_paths(Store *store, char **paths, const ImportCalls *calls, guint *refused, GError **error)
{
    g_autoptr(GPtrArray) files = files_from_paths(paths);
    g_autoptr(GArray) tasks = g_array_new(FALSE, FALSE, sizeof(Task));
    g_array_set_clear_func(tasks, task_clear);
    for (guint i = 0; i < files->len; i++) {
        Task task = {.path = g_ptr_array_index(files, i), .source = {.file = -1}};
        g_array_append_val(tasks, task);
    }
    Import import = {.store = store, .calls = calls, .tasks = tasks, .jobs = CLAMP(calls->jobs, 1, IMPORT_JOBS_MOST)};
    *refused = 0;
    if (!worker_prepare(error))
        return false;
    while (import.done < tasks->len) {
        tell_progress(&import);
        if (!work_on_first(&import, error) || !settle_first(&import, refused, error))
            return false;
    }
    if (tasks->len > 0)
        tell_progress(&import);
    return true;
}
