/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/import.h"

#include <string.h>

#include "history/input.h"
#include "history/worker.h"
#include "schema/error.h"
#include "schema/language.h"

/* What is held of files that wait for their turn, beyond which no further one is opened. */
#define HELD_BYTES_MOST ((gsize)128 * 1024 * 1024)
#define WAIT_MOST 200 /* milliseconds, after which a wish to stop is seen */

/*
 * How many files a worker reads. Another process is a fresh start, should a file have left anything behind; a file that is
 * no plain text is the last one of its worker in any case.
 */
#define FILES_OF_A_WORKER 100

typedef enum {
    TASK_NEW,
    TASK_READY, /* in memory, and not known */
    TASK_TWIN,  /* the same bytes as an earlier one that is not settled yet */
    TASK_READING,
    TASK_READ,
    TASK_KNOWN,
    TASK_REFUSED,
} TaskState;

/* A file on its way. */
typedef struct {
    const char *path;
    TaskState state;
    Input source; /* its bytes while it is ready; its sum until the end */
    GPtrArray *filings;
    gsize size; /* of the filings, more or less */
    char *message;
} Task;

/* A place for a worker at work. */
typedef struct {
    Worker *worker; /* NULL when there is none */
    guint files;    /* it was asked for */
    Task *task;     /* it is at, NULL when it is idle */
} Desk;

/*
 * The tasks in the order of the list: those before `done` are settled, those from `next` on not yet looked at. Those
 * between are the window.
 */
typedef struct {
    Store *store;
    const ImportCalls *calls;
    GArray *tasks;
    guint done, next;
    Desk desks[IMPORT_JOBS_MOST];
    guint jobs; /* of the desks are used */
} Import;

static void task_clear(gpointer data)
{
    Task *task = data;
    input_clear(&task->source);
    g_clear_pointer(&task->filings, g_ptr_array_unref);
    g_clear_pointer(&task->message, g_free);
}

static Task *task_at(const Import *import, guint index)
{
    return &g_array_index(import->tasks, Task, index);
}

/* --- opening ------------------------------------------------------------------------------------------- */

/* Only earlier ones are waited for: two files that wait for each other would wait for ever. */
static bool has_twin(const Import *import, const Task *task)
{
    for (guint i = import->done; task_at(import, i) != task; i++)
        if (g_strcmp0(task_at(import, i)->source.sha256, task->source.sha256) == 0)
            return true;
    return false;
}

/* Opens the file and finds out whether it need be read. False when the store failed. */
static bool task_open(const Import *import, Task *task, GError **error)
{
    g_autoptr(GError) fault = NULL;
    if (!input_read(task->path, &task->source, &fault)) {
        task->state = TASK_REFUSED;
        task->message = g_strdup(fault->message);
        return true;
    }
    if (store_knows_source(import->store, task->source.sha256, &task->message, &fault))
        task->state = TASK_KNOWN;
    else
        task->state = has_twin(import, task) ? TASK_TWIN : TASK_READY;
    if (task->state == TASK_KNOWN)
        g_clear_pointer(&task->source.bytes, g_bytes_unref);
    else if (task->state != TASK_READY)
        input_clear(&task->source);
    if (fault == NULL)
        return true;
    g_propagate_prefixed_error(error, g_steal_pointer(&fault), "%s: ", task->path);
    return false;
}

/* What is opened ahead is bounded by number and by size. Twice as many as are at work may wait for their turn. */
static bool may_open(const Import *import)
{
    guint ready = 0;
    gsize held = 0;
    for (guint i = import->done; i < import->next; i++) {
        const Task *task = task_at(import, i);
        ready += task->state == TASK_READY;
        held += task->size + (task->source.bytes != NULL ? task->source.length : 0);
    }
    guint window = import->jobs > 1 ? 3 * import->jobs : 1;
    return import->next < import->tasks->len && import->next < import->done + window && ready < import->jobs &&
           (held <= HELD_BYTES_MOST || import->next == import->done);
}

/* One more file is opened while others are being read; *opened says whether there was one to open. */
static bool open_next(Import *import, bool *opened, GError **error)
{
    Task *first = import->done < import->next ? task_at(import, import->done) : NULL;
    *opened = true;
    if (first != NULL && first->state == TASK_TWIN) /* it is its turn: what it waited for is settled */
        return task_open(import, first, error);
    *opened = may_open(import);
    return !*opened || task_open(import, task_at(import, import->next++), error);
}

/* --- reading --------------------------------------------------------------------------------------------- */

static Task *first_ready(const Import *import)
{
    for (guint i = import->done; i < import->next; i++)
        if (task_at(import, i)->state == TASK_READY)
            return task_at(import, i);
    return NULL;
}

static void desk_clear(Desk *desk)
{
    g_clear_pointer(&desk->worker, worker_free);
    *desk = (Desk){0};
}

/* The file at a desk has come to its end, good or bad. */
static void desk_finish(Desk *desk)
{
    Task *task = desk->task;
    g_autoptr(GError) fault = NULL;
    task->size = worker_size(desk->worker);
    task->filings = worker_answer(desk->worker, &fault);
    task->state = task->filings != NULL ? TASK_READ : TASK_REFUSED;
    if (fault != NULL)
        task->message = g_strdup(fault->message);
    desk->task = NULL;
    if (worker_is_spent(desk->worker) || desk->files >= FILES_OF_A_WORKER || !task->source.plain)
        desk_clear(desk);
}

static bool desk_start(Desk *desk, Task *task, GError **error)
{
    g_autofree char *name = g_path_get_basename(task->path);
    if (desk->worker != NULL)
        worker_ask(desk->worker, name, task->source.bytes);
    else if ((desk->worker = worker_start_with(name, task->source.bytes, error)) == NULL)
        return false;
    g_clear_pointer(&task->source.bytes, g_bytes_unref);
    task->state = TASK_READING;
    desk->task = task;
    desk->files++;
    return true;
}

static guint count_busy(const Import *import)
{
    guint busy = 0;
    for (guint i = 0; i < import->jobs; i++)
        busy += import->desks[i].task != NULL;
    return busy;
}

/* Puts files to the idle desks. Where no process can be started now, one may be when others have ended. */
static bool start_tasks(Import *import, GError **error)
{
    Task *task;
    for (guint i = 0; i < import->jobs && (task = first_ready(import)) != NULL; i++) {
        Desk *desk = &import->desks[i];
        bool alone = count_busy(import) == 0;
        if (desk->task == NULL && !desk_start(desk, task, alone ? error : NULL))
            return !alone;
    }
    return true;
}

/* Serves the workers, and takes what they have done. */
static void serve_desks(Import *import, int milliseconds)
{
    Worker *workers[IMPORT_JOBS_MOST];
    guint count = 0;
    for (guint i = 0; i < import->jobs; i++)
        if (import->desks[i].worker != NULL)
            workers[count++] = import->desks[i].worker;
    if (count > 0)
        workers_wait(workers, count, milliseconds);
    for (guint i = 0; i < import->jobs; i++) {
        Desk *desk = &import->desks[i];
        if (desk->task != NULL && worker_is_done(desk->worker))
            desk_finish(desk);
        else if (desk->worker != NULL && worker_is_spent(desk->worker)) /* idle, and gone all the same */
            desk_clear(desk);
    }
}

/* --- settling ----------------------------------------------------------------------------------------- */

/* What names the file is ours to say, whatever its reader said. */
static void name_filings(const Task *task)
{
    g_autofree char *name = g_path_get_basename(task->path);
    g_autofree char *valid = g_utf8_make_valid(name, -1);
    for (guint i = 0; i < task->filings->len; i++) {
        Filing *filing = g_ptr_array_index(task->filings, i);
        text_set(&filing->file, valid);
        text_set(&filing->sha256, task->source.sha256);
        filing->bytes = (gint64)task->source.length;
    }
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
    name_filings(task);
    if (fault == NULL && store_save_filings(import->store, task->filings, &fault)) {
        result->filings = task->filings;
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

/* A known file may come by a name that is to be kept. */
static bool note_twin(const Import *import, const Task *task, GError **error)
{
    g_autofree char *name = g_path_get_basename(task->path);
    g_autofree char *valid = g_utf8_make_valid(name, -1);
    return store_note_twin(import->store, task->source.sha256, valid, error);
}

/* The file whose turn it is comes to its end. */
static bool settle_first(Import *import, guint *refused, GError **error)
{
    Task *task = task_at(import, import->done);
    ImportResult result = {.file = task->path, .state = task->state == TASK_KNOWN ? IMPORT_KNOWN : IMPORT_REFUSED};
    bool stored = task->state != TASK_READ || task_save(import, task, &result, error);
    if (stored && result.state == IMPORT_KNOWN)
        stored = note_twin(import, task, error);
    result.message = task->message != NULL ? task->message : "";
    if (stored && import->calls->file_done != NULL)
        import->calls->file_done(&result, import->calls->data);
    *refused += stored && result.state == IMPORT_REFUSED;
    task_clear(task);
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
    return import->done < import->next && task_at(import, import->done)->state >= TASK_READ;
}

/* Works on until the file whose turn it is has come to its end; all others are kept at work, too. */
static bool work_on_first(Import *import, GError **error)
{
    for (;;) {
        bool opened = false;
        if (is_stopped(import, error))
            return false;
        serve_desks(import, 0);
        if (!start_tasks(import, error) || !open_next(import, &opened, error) || !start_tasks(import, error))
            return false;
        if (first_is_settled(import))
            return true;
        if (!opened)
            serve_desks(import, WAIT_MOST);
    }
}

static bool import_all(Import *import, guint *refused, GError **error)
{
    while (import->done < import->tasks->len) {
        tell_progress(import);
        if (!work_on_first(import, error) || !settle_first(import, refused, error))
            return false;
    }
    if (import->tasks->len > 0)
        tell_progress(import);
    return true;
}

bool import_paths(Store *store, char **paths, const ImportCalls *calls, guint *refused, GError **error)
{
    g_autoptr(GPtrArray) files = files_from_paths(paths);
    g_autoptr(GArray) tasks = g_array_new(FALSE, FALSE, sizeof(Task));
    g_array_set_clear_func(tasks, task_clear);
    for (guint i = 0; i < files->len; i++) {
        Task task = {.path = g_ptr_array_index(files, i)};
        g_array_append_val(tasks, task);
    }
    Import import = {.store = store, .calls = calls, .tasks = tasks, .jobs = CLAMP(calls->jobs, 1, IMPORT_JOBS_MOST)};
    *refused = 0;
    bool done = worker_prepare(error) && import_all(&import, refused, error);
    for (guint i = 0; i < import.jobs; i++)
        desk_clear(&import.desks[i]);
    return done;
}
