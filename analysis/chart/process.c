/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/chart/process.h"

#include <errno.h>
#include <fcntl.h>
#include <glib-unix.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_KEPT = 16384, READ_SIZE = 4096, WHOLE_LIMITS = 10 };

struct ChartProcess {
    GPid pid;
    int in;  /* our end of its standard input; -1 when closed */
    int out; /* its standard output; -1 at its end */
    int err;
    GString *said;       /* on standard output, not yet read as lines */
    GString *complaints; /* on standard error */
};

/* Runs in the child between fork and exec. */
static void session_begin(void *unused)
{
    (void)unused;
    setsid();
}

static void descriptor_close(int *descriptor)
{
    if (*descriptor >= 0)
        close(*descriptor);
    *descriptor = -1;
}

static bool socket_make(int ends[2], GError **error)
{
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0)
        return true;
    int saved = errno;
    g_set_error_literal(error, G_SPAWN_ERROR, G_SPAWN_ERROR_FAILED, g_strerror(saved));
    return false;
}

static bool output_make(int ends[2], GError **error)
{
    return g_unix_open_pipe(ends, FD_CLOEXEC, error) &&
           g_unix_set_fd_nonblocking(ends[0], TRUE, error);
}

ChartProcess *chart_process_start(char **arguments, char **environment, const char *folder,
                                  GError **error)
{
    int in[2] = { -1, -1 };
    int out[2] = { -1, -1 };
    int err[2] = { -1, -1 };
    GPid pid = 0;
    bool started = socket_make(in, error) && output_make(out, error) && output_make(err, error) &&
                   g_spawn_async_with_fds(folder, arguments, environment, G_SPAWN_DO_NOT_REAP_CHILD,
                                          session_begin, NULL, &pid, in[1], out[1], err[1], error);
    descriptor_close(&in[1]);
    descriptor_close(&out[1]);
    descriptor_close(&err[1]);
    if (!started) {
        descriptor_close(&in[0]);
        descriptor_close(&out[0]);
        descriptor_close(&err[0]);
        return NULL;
    }
    ChartProcess *child = g_new0(ChartProcess, 1);
    *child = (ChartProcess){ .pid = pid,
                             .in = in[0],
                             .out = out[0],
                             .err = err[0],
                             .said = g_string_new(NULL),
                             .complaints = g_string_new(NULL) };
    return child;
}

static void chart_process_free(ChartProcess *child)
{
    descriptor_close(&child->in);
    descriptor_close(&child->out);
    descriptor_close(&child->err);
    g_string_free(child->said, TRUE);
    g_string_free(child->complaints, TRUE);
    g_spawn_close_pid(child->pid);
    g_free(child);
}

/* --- moving bytes ----------------------------------------------------------------------------- */

static bool call_again(int number)
{
    return number == EINTR || number == EAGAIN || number == EWOULDBLOCK;
}

/* Reads what is there; closes at the end. Whether any byte moved. A flood is read on but not kept.
 */
static bool output_read(int *descriptor, GString *kept)
{
    char bytes[READ_SIZE];
    ssize_t n = read(*descriptor, bytes, sizeof bytes);
    if (n == 0 || (n < 0 && !call_again(errno)))
        descriptor_close(descriptor);
    if (n <= 0)
        return false;
    if (kept->len < MOST_KEPT)
        g_string_append_len(kept, bytes, n);
    return true;
}

/* Sends what the socket takes; closes when nobody reads. Whether any byte moved. */
static bool input_send(ChartProcess *child, const char **text)
{
    ssize_t n = send(child->in, *text, strlen(*text), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (n < 0 && !call_again(errno))
        descriptor_close(&child->in);
    if (n <= 0)
        return false;
    *text += n;
    return true;
}

/* Waits for something to move, at most `limit` milliseconds. False when nothing could. */
static bool chart_process_exchange(ChartProcess *child, const char **text, gint64 limit)
{
    bool sending = **text != '\0' && child->in >= 0;
    struct pollfd watched[] = {
        { .fd = sending ? child->in : -1, .events = POLLOUT },
        { .fd = child->out, .events = POLLIN },
        { .fd = child->err, .events = POLLIN },
    };
    int n = poll(watched, G_N_ELEMENTS(watched), (int)CLAMP(limit, 0, G_MAXINT));
    if (n <= 0)
        return false;
    bool moved = false;
    if (watched[0].revents != 0)
        moved = input_send(child, text) || moved;
    if (watched[1].revents != 0)
        moved = output_read(&child->out, child->said) || moved;
    if (watched[2].revents != 0)
        moved = output_read(&child->err, child->complaints) || moved;
    return moved;
}

/* Takes finished lines off the output until one begins with the mark. */
static char *answer_take(GString *said, const char *mark)
{
    const char *end;
    while ((end = strchr(said->str, '\n')) != NULL) {
        gsize length = (gsize)(end - said->str);
        g_autofree char *line = g_strndup(said->str, length);
        g_string_erase(said, 0, (gssize)length + 1);
        if (g_str_has_prefix(line, mark))
            return g_strdup(line + strlen(mark));
    }
    /* A line that never ends is no answer of ours, but must not stop up the buffer. */
    if (said->len >= MOST_KEPT)
        g_string_truncate(said, 0);
    return NULL;
}

ChartProcessOutcome chart_process_ask(ChartProcess *child, const char *text, const char *mark,
                                      guint limit, char **answer)
{
    gint64 now = g_get_monotonic_time() / 1000;
    gint64 last = now + (gint64)limit * WHOLE_LIMITS;
    gint64 deadline = now + limit;
    while (now < deadline && now < last) {
        if (child->out < 0 || (child->in < 0 && *text != '\0'))
            return CHART_PROCESS_ENDED;
        bool moved = chart_process_exchange(child, &text, MIN(deadline, last) - now);
        *answer = answer_take(child->said, mark);
        if (*answer != NULL)
            return CHART_PROCESS_ANSWERED;
        now = g_get_monotonic_time() / 1000;
        if (moved)
            deadline = now + limit;
    }
    return CHART_PROCESS_HUNG;
}

const char *chart_process_complaints(ChartProcess *child)
{
    while (child->err >= 0 && output_read(&child->err, child->complaints))
        ;
    g_strstrip(child->complaints->str);
    child->complaints->len = strlen(child->complaints->str);
    return child->complaints->str;
}

/* --- the end ---------------------------------------------------------------------------------- */

/* Whether the child is gone. Where its status was taken by someone else (SIGCHLD ignored), it
 * counts as success. */
static bool chart_process_reap(const ChartProcess *child, int *status, int options)
{
    pid_t pid;
    do
        pid = waitpid(child->pid, status, options);
    while (pid < 0 && errno == EINTR);
    if (pid < 0)
        *status = 0;
    return pid != 0;
}

void chart_process_kill(ChartProcess *child, int *status)
{
    int unused;
    if (status == NULL)
        status = &unused;
    kill(-child->pid, SIGKILL);
    kill(child->pid, SIGKILL);
    chart_process_reap(child, status, 0);
    chart_process_free(child);
}

ChartProcessOutcome chart_process_finish(ChartProcess *child, guint limit, int *status)
{
    const gulong pause = 1000; /* microseconds: gnuplot ends within one or two */
    const char *nothing = "";
    gint64 deadline = g_get_monotonic_time() / 1000 + limit;
    descriptor_close(&child->in);
    while (!chart_process_reap(child, status, WNOHANG)) {
        if (g_get_monotonic_time() / 1000 >= deadline) {
            chart_process_kill(child, status);
            return CHART_PROCESS_HUNG;
        }
        if (child->out >= 0 || child->err >= 0)
            chart_process_exchange(child, &nothing, 1);
        else
            g_usleep(pause);
    }
    chart_process_free(child);
    return CHART_PROCESS_ENDED;
}
