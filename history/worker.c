/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/worker.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "history/confine.h"
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
    .memory = G_GUINT64_CONSTANT(2048) * MEGABYTE,
    .seconds = 60,
    .milliseconds = 120 * 1000,
    .output = (gsize)256 * MEGABYTE,
};

/* What goes in: this, the name, the bytes. */
typedef struct {
    guint32 name, bytes; /* lengths */
} Question;

/* What comes out: this, and a packet of filings or a message. */
typedef struct {
    guint32 tag, length;
} Answer;

enum { TAG_FILINGS = 0x46494c45, TAG_REFUSAL = 0x52454655 };

#define MESSAGE_MOST 4000
#define PIPE_SIZE (256 * 1024)
#define HELD_MOST 1000 /* milliseconds between two looks at a worker; more, and it was not only the worker that stood still */

static const WorkerLimits *current_limits = &usual_limits;
static WorkerReader current_reader = filings_from_content;
static bool filtered = false;

typedef enum {
    WORKER_IDLE,
    WORKER_ASKED,
    WORKER_ANSWERED,
    /* Its process has ended: */
    WORKER_ENDED,
    WORKER_TOO_SLOW,
    WORKER_TOO_MUCH,
    WORKER_SENSELESS,
} WorkerState;

struct Worker {
    pid_t pid;
    int in, out;         /* where it is asked, where it answers */
    GByteArray *heading; /* of the question, before the file's bytes */
    GBytes *file;        /* NULL once it has gone out */
    gsize sent;          /* of both */
    Answer head;         /* and what follows it, for which there is this much room */
    guint8 *rest;
    gsize capacity;
    gsize taken; /* of both */
    WorkerState state;
    int status;   /* as waitpid() says, once it has ended */
    gint64 seen;  /* microseconds: when it was last looked at */
    gint64 spent; /* and what counts as having been waited for it */
};

void worker_set_reader(WorkerReader reader, const WorkerLimits *limits)
{
    current_reader = reader != NULL ? reader : filings_from_content;
    current_limits = limits != NULL ? limits : &usual_limits;
}

bool worker_prepare(GError **error)
{
    filtered = confine_prepare();
    /* Large pieces always new from the kernel: in reused memory every page is copied first, while a worker shares it. */
    mallopt(M_MMAP_THRESHOLD, 128 * 1024);
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

/* False at the end of the input. */
static bool read_all(void *bytes, gsize length)
{
    for (gsize done = 0; done < length;) {
        ssize_t n = read(CONFINE_INPUT, (char *)bytes + done, length - done);
        if (n == 0 || (n < 0 && errno != EINTR))
            return false;
        done += (gsize)MAX(n, 0);
    }
    return true;
}

static bool say_answer(guint32 tag, const void *bytes, gsize length)
{
    Answer head = {tag, (guint32)MIN(length, (gsize)G_MAXUINT32)};
    return write_all(&head, sizeof head) && write_all(bytes, length);
}

static bool answer_question(const char *name, GBytes *bytes)
{
    g_autoptr(GError) fault = NULL;
    g_autoptr(GPtrArray) filings = current_reader(name, bytes, &fault);
    if (filings == NULL) {
        g_autofree char *message = g_utf8_make_valid(fault->message, -1);
        return say_answer(TAG_REFUSAL, message, MIN(strlen(message), (gsize)MESSAGE_MOST));
    }
    g_autoptr(GBytes) packet = packet_from_filings(filings);
    gsize length = 0;
    const void *start = packet != NULL ? g_bytes_get_data(packet, &length) : NULL;
    return say_answer(TAG_FILINGS, start, length);
}

/* Reads what it was made for, `name` NULL for nothing, and then what it is asked. */
G_NORETURN static void run(int in, int out, pid_t parent, const char *name, GBytes *bytes)
{
    if (!confine_enter(in, out, parent, current_limits->memory))
        _exit(2);
    /* What one page gives back the next one takes: giving it to the kernel in between costs both a tenth of their time. */
    mallopt(M_MMAP_THRESHOLD, 32 * MEGABYTE);
    mallopt(M_TRIM_THRESHOLD, 64 * MEGABYTE);
    if (name != NULL && !answer_question(name, bytes))
        _exit(1);
    Question question;
    while (read_all(&question, sizeof question)) {
        g_autofree char *asked = g_malloc0((gsize)question.name + 1);
        char *contents = g_malloc((gsize)question.bytes);
        g_autoptr(GBytes) sent = g_bytes_new_take(contents, question.bytes);
        if (!read_all(asked, question.name) || !read_all(contents, question.bytes) || !answer_question(asked, sent))
            _exit(1);
    }
    _exit(0);
}

/* --- in the process that asks ----------------------------------------------------------------------- */

/* A socket takes the questions, because writing to one that nobody reads from raises no signal. */
static bool open_channels(int in[2], int out[2])
{
    in[0] = in[1] = out[0] = out[1] = -1;
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, in) != 0 || pipe2(out, O_CLOEXEC) != 0)
        return false;
    fcntl(out[0], F_SETPIPE_SZ, PIPE_SIZE); /* fewer turns; the usual size does as well */
    return fcntl(in[0], F_SETFL, O_NONBLOCK) == 0 && fcntl(out[0], F_SETFL, O_NONBLOCK) == 0;
}

static void close_all(int *descriptors, guint count)
{
    for (guint i = 0; i < count; i++)
        if (descriptors[i] >= 0)
            close(descriptors[i]);
}

/* From now on it is waited for. */
static void worker_begin(Worker *worker)
{
    worker->sent = 0;
    worker->taken = 0;
    worker->state = WORKER_ASKED;
    worker->spent = 0;
    worker->seen = g_get_monotonic_time();
    confine_allow_time(worker->pid, current_limits->seconds);
}

Worker *worker_start_with(const char *name, GBytes *bytes, GError **error)
{
    int in[2], out[2];
    pid_t parent = getpid();
    pid_t pid = open_channels(in, out) ? fork() : -1;
    if (pid == 0)
        run(in[1], out[1], parent, name, bytes);
    if (pid < 0) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_SYSTEM,
                    say("不能启动读取进程：%s", "no process can be started for reading: %s"), g_strerror(errno));
        close_all(in, 2);
        close_all(out, 2);
        return NULL;
    }
    close(in[1]);
    close(out[1]);
    Worker *worker = g_new0(Worker, 1);
    *worker = (Worker){.pid = pid, .in = in[0], .out = out[0], .heading = g_byte_array_new()};
    if (name != NULL)
        worker_begin(worker);
    return worker;
}

Worker *worker_start(GError **error)
{
    return worker_start_with(NULL, NULL, error);
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
    close(worker->in);
    close(worker->out);
    worker->state = state;
}

/* Sends what goes through now. Where nobody reads, the other end tells. */
static void worker_send(Worker *worker)
{
    gsize length = 0;
    const guint8 *bytes = worker->file != NULL ? g_bytes_get_data(worker->file, &length) : NULL;
    gsize heading = worker->heading->len;
    while (worker->sent < heading + length) {
        const guint8 *next = worker->sent < heading ? worker->heading->data + worker->sent : bytes + (worker->sent - heading);
        gsize left = worker->sent < heading ? heading - worker->sent : heading + length - worker->sent;
        ssize_t n = send(worker->in, next, left, MSG_NOSIGNAL);
        if (n <= 0)
            return;
        worker->sent += (gsize)n;
    }
    g_clear_pointer(&worker->file, g_bytes_unref);
}

void worker_ask(Worker *worker, const char *name, GBytes *bytes)
{
    g_assert(worker->state == WORKER_IDLE);
    g_assert(g_bytes_get_size(bytes) <= READER_BYTES_MAX);
    Question head = {(guint32)strlen(name), (guint32)g_bytes_get_size(bytes)};
    g_byte_array_set_size(worker->heading, 0);
    g_byte_array_append(worker->heading, (const guint8 *)&head, sizeof head);
    g_byte_array_append(worker->heading, (const guint8 *)name, head.name);
    g_clear_pointer(&worker->file, g_bytes_unref);
    worker->file = g_bytes_ref(bytes);
    worker_begin(worker);
    worker_send(worker);
}

/* Makes room for what the answer's head promises, and for one byte that would be too many. False when it ended the process. */
static bool worker_expect(Worker *worker)
{
    if (worker->head.tag != TAG_FILINGS && worker->head.tag != TAG_REFUSAL) {
        worker_end(worker, WORKER_SENSELESS);
        return false;
    }
    if (worker->head.length > current_limits->output) {
        worker_end(worker, WORKER_TOO_MUCH);
        return false;
    }
    if (worker->capacity <= worker->head.length) {
        worker->capacity = (gsize)worker->head.length + 1;
        g_free(worker->rest);
        worker->rest = g_malloc(worker->capacity);
    }
    return true;
}

static bool is_headed(const Worker *worker)
{
    return worker->taken >= sizeof worker->head;
}

/* Once the head is there. */
static gsize rest_taken(const Worker *worker)
{
    return worker->taken - sizeof worker->head;
}

static bool is_whole(const Worker *worker)
{
    return is_headed(worker) && rest_taken(worker) == worker->head.length;
}

/* Reads on where the answer so far ends, as read() does: its head, or the rest and one byte too many. */
static ssize_t read_on(Worker *worker)
{
    if (!is_headed(worker))
        return read(worker->out, (guint8 *)&worker->head + worker->taken, sizeof worker->head - worker->taken);
    return read(worker->out, worker->rest + rest_taken(worker), (gsize)worker->head.length + 1 - rest_taken(worker));
}

/* Takes what it has said. One that speaks without being asked is not to be trusted with another file. */
static void worker_take(Worker *worker)
{
    ssize_t n;
    while ((n = read_on(worker)) > 0) {
        if (worker->state != WORKER_ASKED) {
            worker_end(worker, WORKER_ENDED);
            return;
        }
        bool was_headed = is_headed(worker);
        worker->taken += (gsize)n;
        if (!was_headed && is_headed(worker) && !worker_expect(worker))
            return;
        if (is_headed(worker) && rest_taken(worker) > worker->head.length) {
            worker_end(worker, WORKER_SENSELESS);
            return;
        }
    }
    bool more_may_come = n < 0 && (errno == EAGAIN || errno == EINTR);
    if (worker->state == WORKER_ASKED && is_whole(worker))
        worker->state = WORKER_ANSWERED;
    else if (!more_may_come)
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

/* Those that have answered keep what they said until they are asked for it. */
static bool is_watched(const Worker *worker)
{
    return worker->state == WORKER_IDLE || worker->state == WORKER_ASKED;
}

void workers_wait(Worker *const *workers, guint count, int milliseconds)
{
    g_autofree struct pollfd *watched = g_new0(struct pollfd, 2 * count);
    for (guint i = 0; i < count; i++) {
        bool sending = workers[i]->state == WORKER_ASKED && workers[i]->file != NULL;
        watched[2 * i] = (struct pollfd){.fd = is_watched(workers[i]) ? workers[i]->out : -1, .events = POLLIN};
        watched[2 * i + 1] = (struct pollfd){.fd = sending ? workers[i]->in : -1, .events = POLLOUT};
    }
    if (poll(watched, 2 * count, MIN(milliseconds, HELD_MOST)) < 0)
        return;
    for (guint i = 0; i < count; i++) {
        if (watched[2 * i + 1].revents != 0)
            worker_send(workers[i]);
        if (watched[2 * i].revents != 0)
            worker_take(workers[i]);
        if (workers[i]->state == WORKER_ASKED)
            worker_count_time(workers[i]);
    }
}

bool worker_is_done(const Worker *worker)
{
    return !is_watched(worker);
}

bool worker_is_spent(const Worker *worker)
{
    return worker->state >= WORKER_ENDED;
}

gsize worker_size(const Worker *worker)
{
    return worker->taken;
}

void worker_free(Worker *worker)
{
    if (worker == NULL)
        return;
    if (!worker_is_spent(worker))
        worker_end(worker, WORKER_ENDED);
    g_byte_array_unref(worker->heading);
    g_clear_pointer(&worker->file, g_bytes_unref);
    g_free(worker->rest);
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
               current_limits->seconds);
        break;
    case SIGTRAP: /* GLib ends a program that gets no memory so */
    case SIGABRT:
        refuse(error,
               say("读取时中止（信号 %d）：内存用尽（上限 %d MB），或程序有误；这份文件没有读入",
                   "its reader stopped (signal %d): out of memory (%d MB at most), or a fault of the program; it is not in"),
               number, (int)(current_limits->memory / MEGABYTE));
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

static void refuse_by_end(const Worker *worker, GError **error)
{
    if (worker->state == WORKER_TOO_SLOW)
        refuse(error, say("读取超过 %u 秒，已放弃", "reading took more than %u seconds and was given up"),
               (current_limits->milliseconds + 999) / 1000);
    else if (worker->state == WORKER_TOO_MUCH)
        refuse(error, say("读出的内容超过 %d MB，已放弃", "what was read of it is more than %d MB; it was given up"),
               (int)(current_limits->output / MEGABYTE));
    else if (worker->state == WORKER_SENSELESS)
        refuse(error, "%s", say("读出的结果是坏的，这份文件没有读入", "what its reader said makes no sense; it is not in"));
    else if (WIFSIGNALED(worker->status))
        refuse_by_signal(WTERMSIG(worker->status), error);
    else
        refuse(error, say("读取没有完成（状态 %d），这份文件没有读入", "its reader did not finish (status %d); it is not in"),
               WEXITSTATUS(worker->status));
}

/* A message may have been cut in the middle of a character. */
static void refuse_as_told(const char *message, gsize length, GError **error)
{
    const char *end = message;
    g_utf8_validate_len(message, MIN(length, (gsize)MESSAGE_MOST), &end);
    refuse(error, "%.*s", (int)(end - message), message);
}

GPtrArray *worker_answer(Worker *worker, GError **error)
{
    g_assert(worker_is_done(worker));
    GPtrArray *filings = NULL;
    if (worker->state == WORKER_ANSWERED) {
        Answer head = worker->head;
        const guint8 *rest = worker->rest;
        worker->state = WORKER_IDLE;
        if (head.tag == TAG_REFUSAL && head.length > 0) {
            refuse_as_told((const char *)rest, head.length, error);
            return NULL;
        }
        filings = head.tag == TAG_FILINGS ? filings_from_packet(rest, head.length) : NULL;
        if (filings == NULL)
            worker_end(worker, WORKER_SENSELESS);
    }
    if (filings == NULL)
        refuse_by_end(worker, error);
    return filings;
}
