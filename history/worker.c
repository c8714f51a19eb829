/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/worker.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "history/reader.h"
#include "schema/error.h"
#include "schema/filing_packet.h"
#include "schema/language.h"

#define MEGABYTE (1024 * 1024)

/*
 * Generous: a filing of a hundred pages takes some megabytes and a fraction of a second. What needs more is no filing, or
 * one made to exhaust the machine.
 */
static const WorkerLimits usual_limits = {
    .cell = {.memory = G_GUINT64_CONSTANT(2048) * MEGABYTE, .seconds = 60},
    .milliseconds = 120 * 1000,
    .output = (gsize)256 * MEGABYTE,
};

/* An answer begins with one of these; behind it stand a packet or a message. */
enum { ANSWER_FILINGS = 'F', ANSWER_REFUSAL = 'R' };

#define MESSAGE_MOST 4000
#define PIPE_SIZE (256 * 1024)
#define HELD_MOST 1000 /* milliseconds between two looks at a worker; more, and it was not only the worker that stood still */

static const WorkerLimits *current_limits = &usual_limits;
static WorkerReader current_reader = filings_from_bytes;
static bool filtered = false;

typedef enum { WORKER_RUNS, WORKER_ENDED, WORKER_TOO_SLOW, WORKER_TOO_MUCH } WorkerState;

struct Worker {
    pid_t pid; /* 0 when it has been waited for */
    int pipe;
    GByteArray *answer;
    WorkerState state;
    int status;   /* as waitpid() says, once it is done */
    gint64 seen;  /* microseconds: when it was last looked at */
    gint64 spent; /* and what counts as having been waited for it */
};

void worker_set_reader(WorkerReader reader, const WorkerLimits *limits)
{
    current_reader = reader != NULL ? reader : filings_from_bytes;
    current_limits = limits != NULL ? limits : &usual_limits;
}

bool worker_prepare(GError **error)
{
    filtered = confine_prepare();
    return reader_prepare(error);
}

bool worker_is_filtered(void)
{
    return filtered;
}

/* --- in the process that reads --------------------------------------------------------------------- */

static bool write_all(const void *bytes, gsize length)
{
    for (gsize done = 0; done < length;) {
        ssize_t n = write(CONFINE_OUTPUT, (const char *)bytes + done, length - done);
        if (n < 0 && errno != EINTR)
            return false;
        done += (gsize)MAX(n, 0);
    }
    return true;
}

/* The whole input, and a byte more than is allowed at most: who checks the sum sees that it is another file. */
static GBytes *read_input(GError **error)
{
    g_autoptr(GByteArray) input = g_byte_array_new();
    ssize_t n;
    do {
        guint length = input->len;
        g_byte_array_set_size(input, length + 256 * 1024);
        n = read(CONFINE_INPUT, input->data + length, input->len - length);
        g_byte_array_set_size(input, length + (guint)MAX(n, 0));
    } while (input->len <= READER_BYTES_MAX && (n > 0 || (n < 0 && errno == EINTR)));
    if (n < 0) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT, say("读不出来：%s", "it cannot be read: %s"), g_strerror(errno));
        return NULL;
    }
    return g_byte_array_free_to_bytes(g_steal_pointer(&input));
}

static bool answer_refusal(const GError *fault)
{
    g_autofree char *message = g_utf8_make_valid(fault->message, -1);
    return write_all(&(char){ANSWER_REFUSAL}, 1) && write_all(message, MIN(strlen(message), (gsize)MESSAGE_MOST));
}

static bool answer(const char *name)
{
    g_autoptr(GError) fault = NULL;
    g_autoptr(GBytes) bytes = read_input(&fault);
    GPtrArray *filings = bytes != NULL ? current_reader(name, bytes, &fault) : NULL;
    if (filings == NULL)
        return answer_refusal(fault);
    GBytes *packet = packet_from_filings(filings);
    gsize length = 0;
    const void *start = packet != NULL ? g_bytes_get_data(packet, &length) : NULL;
    /* Nothing is freed: the process ends, and that is quicker. */
    return start != NULL && write_all(&(char){ANSWER_FILINGS}, 1) && write_all(start, length);
}

G_NORETURN static void run(int file, int output, pid_t parent, const char *name)
{
    if (!confine_enter(file, output, parent, &current_limits->cell))
        _exit(2);
    _exit(answer(name) ? 0 : 1);
}

/* --- in the process that keeps ---------------------------------------------------------------------- */

Worker *worker_start(int file, const char *name, GError **error)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_SYSTEM, say("不能建立管道：%s", "no pipe can be made: %s"),
                    g_strerror(errno));
        return NULL;
    }
    fcntl(ends[1], F_SETFL, 0); /* only this end waits */
    fcntl(ends[0], F_SETPIPE_SZ, PIPE_SIZE); /* fewer turns; the usual size does as well */
    pid_t parent = getpid();
    pid_t pid = fork();
    if (pid == 0)
        run(file, ends[1], parent, name);
    int number = errno;
    close(ends[1]);
    if (pid < 0) {
        close(ends[0]);
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_SYSTEM,
                    say("不能启动读取进程：%s", "no process can be started to read it: %s"), g_strerror(number));
        return NULL;
    }
    Worker *worker = g_new0(Worker, 1);
    *worker = (Worker){
        .pid = pid, .pipe = ends[0], .answer = g_byte_array_new(), .seen = g_get_monotonic_time()};
    return worker;
}

/*
 * Its process ends if it has not ended. One that closed its end of the pipe by exiting has its status already, which a
 * signal does not change any more.
 */
static void worker_end(Worker *worker, WorkerState state)
{
    kill(worker->pid, SIGKILL);
    while (waitpid(worker->pid, &worker->status, 0) < 0 && errno == EINTR)
        ;
    close(worker->pipe);
    worker->pid = 0;
    worker->state = state;
}

/* Takes what is in the pipe. */
static void worker_take(Worker *worker)
{
    ssize_t n = 1;
    while (n > 0 && worker->answer->len <= current_limits->output) {
        guint length = worker->answer->len;
        g_byte_array_set_size(worker->answer, length + PIPE_SIZE);
        n = read(worker->pipe, worker->answer->data + length, PIPE_SIZE);
        g_byte_array_set_size(worker->answer, length + (guint)MAX(n, 0));
    }
    if (worker->answer->len > current_limits->output)
        worker_end(worker, WORKER_TOO_MUCH);
    else if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR))
        worker_end(worker, WORKER_ENDED);
}

static void worker_count_time(Worker *worker)
{
    gint64 now = g_get_monotonic_time();
    worker->spent += MIN(now - worker->seen, (gint64)HELD_MOST * 1000);
    worker->seen = now;
    if (worker->spent > (gint64)current_limits->milliseconds * 1000)
        worker_end(worker, WORKER_TOO_SLOW);
}

void workers_wait(Worker *const *workers, guint count, int milliseconds)
{
    g_autofree struct pollfd *watched = g_new0(struct pollfd, count);
    for (guint i = 0; i < count; i++)
        watched[i] = (struct pollfd){.fd = worker_is_done(workers[i]) ? -1 : workers[i]->pipe, .events = POLLIN};
    if (poll(watched, count, MIN(milliseconds, HELD_MOST)) < 0)
        return;
    for (guint i = 0; i < count; i++) {
        if (watched[i].revents != 0)
            worker_take(workers[i]);
        if (!worker_is_done(workers[i]))
            worker_count_time(workers[i]);
    }
}

bool worker_is_done(const Worker *worker)
{
    return worker->state != WORKER_RUNS;
}

gsize worker_size(const Worker *worker)
{
    return worker->answer->len;
}

void worker_free(Worker *worker)
{
    if (worker == NULL)
        return;
    if (!worker_is_done(worker))
        worker_end(worker, WORKER_ENDED);
    g_byte_array_unref(worker->answer);
    g_free(worker);
}

/* --- what came of it ---------------------------------------------------------------------------------- */

G_GNUC_PRINTF(2, 3) static void refuse(GError **error, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autoptr(GError) fault = g_error_new_valist(YUSUAN_ERROR, YUSUAN_ERROR_INPUT, format, arguments);
    va_end(arguments);
    g_propagate_error(error, g_steal_pointer(&fault));
}

static void refuse_by_signal(int number, GError **error)
{
    switch (number) {
    case SIGXCPU:
        refuse(error, say("读取用满 %u 秒处理器时间，已放弃", "reading used up %u seconds of processor time and was given up"),
               current_limits->cell.seconds);
        break;
    case SIGTRAP: /* GLib ends a program that gets no memory so */
    case SIGABRT:
        refuse(error,
               say("读取时中止（信号 %d）：内存用尽（上限 %d MB），或程序有误；这份文件没有读入",
                   "its reader stopped (signal %d): out of memory (%d MB at most), or a fault of the program; it is not in"),
               number, (int)(current_limits->cell.memory / MEGABYTE));
        break;
    case SIGKILL:
        refuse(error, "%s",
               say("读取进程被系统终止（多半是机器内存不足），这份文件没有读入",
                   "the system ended its reader, most likely for want of memory; it is not in"));
        break;
    default:
        refuse(error, say("读取时崩溃（信号 %d），这份文件没有读入", "its reader crashed (signal %d); it is not in"), number);
    }
}

/* Whether the process came to a good end with an answer. */
static bool has_answered(const Worker *worker, GError **error)
{
    if (worker->state == WORKER_TOO_SLOW)
        refuse(error, say("读取超过 %u 秒，已放弃", "reading took more than %u seconds and was given up"),
               (current_limits->milliseconds + 999) / 1000);
    else if (worker->state == WORKER_TOO_MUCH)
        refuse(error, say("读出的内容超过 %d MB，已放弃", "what was read of it is more than %d MB; it was given up"),
               (int)(current_limits->output / MEGABYTE));
    else if (WIFSIGNALED(worker->status))
        refuse_by_signal(WTERMSIG(worker->status), error);
    else if (WEXITSTATUS(worker->status) != 0 || worker->answer->len == 0)
        refuse(error, say("读取没有完成（状态 %d），这份文件没有读入", "its reader did not finish (status %d); it is not in"),
               WEXITSTATUS(worker->status));
    else
        return true;
    return false;
}

static GPtrArray *filings_from_answer(const guint8 *bytes, gsize length, GError **error)
{
    GPtrArray *filings = bytes[0] == ANSWER_FILINGS ? filings_from_packet(bytes + 1, length - 1) : NULL;
    if (filings != NULL)
        return filings;
    const char *message = (const char *)bytes + 1;
    gsize size = MIN(length - 1, (gsize)MESSAGE_MOST);
    const char *end = message;
    /* A message may be cut in the middle of a character. */
    g_utf8_validate(message, (gssize)size, &end);
    if (bytes[0] == ANSWER_REFUSAL && end > message)
        refuse(error, "%.*s", (int)(end - message), message);
    else
        refuse(error, "%s", say("读出的结果是坏的，这份文件没有读入", "what its reader said makes no sense; it is not in"));
    return NULL;
}

GPtrArray *worker_finish(Worker *worker, GError **error)
{
    g_autoptr(Worker) own = worker;
    g_assert(worker_is_done(own));
    return has_answered(own, error) ? filings_from_answer(own->answer->data, own->answer->len, error) : NULL;
}
