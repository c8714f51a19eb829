/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/confine.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <seccomp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define WITH_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WITH_SANITIZER 1
#endif
#endif
#ifndef WITH_SANITIZER
#define WITH_SANITIZER 0
#endif

/* The filter as the kernel takes it. Made once: building it anew would cost each file more than its reading needs. */
static struct sock_fprog filter;

/* --- which system calls reading needs ------------------------------------------------------------ */

/* Calls that do nothing but to this process and what it holds. */
static const char *const harmless_calls[] = {
    "read", "readv", "pread64", "lseek", "fstat", "close",                                         /* the input */
    "munmap", "mremap", "brk", "madvise",                                                          /* memory */
    "futex", "sched_yield", "restart_syscall", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn",   /* the C library's own */
    "sigreturn", "sigaltstack", "getrandom", "getpid", "gettid", "sched_getaffinity", "sysinfo",
    "clock_gettime", "clock_gettime64", "clock_getres", "gettimeofday", "time", "getrusage",       /* clocks */
    "nanosleep", "clock_nanosleep", "clock_nanosleep_time64",
    "exit", "exit_group",
};

/* A name that this architecture does not have is no loss. */
static bool allow(scmp_filter_ctx context, const char *name, guint count, const struct scmp_arg_cmp *conditions)
{
    int call = seccomp_syscall_resolve_name(name);
    return call == __NR_SCMP_ERROR || seccomp_rule_add_array(context, SCMP_ACT_ALLOW, call, count, conditions) == 0;
}

static bool allow_all(scmp_filter_ctx context)
{
    const struct scmp_arg_cmp to_output = {.arg = 0, .op = SCMP_CMP_EQ, .datum_a = CONFINE_OUTPUT};
    const struct scmp_arg_cmp not_code = {.arg = 2, .op = SCMP_CMP_MASKED_EQ, .datum_a = PROT_EXEC, .datum_b = 0};
    const struct scmp_arg_cmp own_limits[] = {{.arg = 0, .op = SCMP_CMP_EQ, .datum_a = 0},  /* this process */
                                              {.arg = 2, .op = SCMP_CMP_EQ, .datum_a = 0}}; /* are only asked for */
    bool allowed = true;
    for (gsize i = 0; i < G_N_ELEMENTS(harmless_calls); i++)
        allowed = allowed && allow(context, harmless_calls[i], 0, NULL);
    return allowed && allow(context, "write", 1, &to_output) && allow(context, "writev", 1, &to_output) &&
           allow(context, "mmap", 1, &not_code) && allow(context, "mmap2", 1, &not_code) &&
           allow(context, "mprotect", 1, &not_code) && allow(context, "prlimit64", 2, own_limits);
}

/* The filter's code, by way of a file in memory: the library writes to files only. */
static bool filter_from_context(scmp_filter_ctx context)
{
    int file = memfd_create("filter", MFD_CLOEXEC);
    struct stat status;
    bool made = file >= 0 && seccomp_export_bpf(context, file) == 0 && fstat(file, &status) == 0;
    if (made) {
        gsize size = (gsize)status.st_size;
        filter.filter = g_malloc(size);
        filter.len = (unsigned short)(size / sizeof(struct sock_filter));
        made = pread(file, filter.filter, size, 0) == (ssize_t)size;
    }
    if (file >= 0)
        close(file);
    return made;
}

static bool filter_set(void)
{
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0) == 0;
}

/* Whether the kernel takes it: a process that does nothing else finds out. */
static bool filter_is_taken(void)
{
    pid_t child = fork();
    if (child == 0)
        _exit(filter_set() ? 0 : 1);
    int status = 1;
    while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    return child > 0 && status == 0;
}

bool confine_prepare(void)
{
    static bool prepared = false;
    static bool filtering = false;
    if (prepared || WITH_SANITIZER)
        return filtering;
    prepared = true;
    scmp_filter_ctx context = seccomp_init(SCMP_ACT_ERRNO(EACCES));
    filtering = context != NULL && allow_all(context) && filter_from_context(context) && filter_is_taken();
    if (context != NULL)
        seccomp_release(context);
    if (!filtering)
        filter.len = 0;
    return filtering;
}

/* --- entering the cell ---------------------------------------------------------------------------- */

/* An interrupt is the parent's affair, which ends its children; everything else is as in a new program. */
static void signals_reset(void)
{
    for (int number = 1; number < NSIG; number++)
        signal(number, SIG_DFL);
    signal(SIGINT, SIG_IGN);
    signal(SIGQUIT, SIG_IGN);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

/*
 * The parent's store shares memory with whoever has it open, and a fork inherits the mapping: what is read here must not
 * be able to write there.
 */
static bool shared_memory_drop(void)
{
    g_autofree char *text = NULL;
    if (!g_file_get_contents("/proc/self/maps", &text, NULL, NULL))
        return false;
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line != NULL; line++) {
        guintptr begin, end;
        char rights[5] = "";
        if (sscanf(*line, "%" G_GINTPTR_MODIFIER "x-%" G_GINTPTR_MODIFIER "x %4s", &begin, &end, rights) == 3 &&
            rights[1] == 'w' && rights[3] == 's' && munmap((void *)begin, end - begin) != 0) // NOLINT: an address it is
            return false;
    }
    return true;
}

/* Both are first moved out of the way: each may have the other's number. */
static bool descriptors_keep(int input, int output)
{
    int in = fcntl(input, F_DUPFD, CONFINE_OUTPUT + 1);
    int out = fcntl(output, F_DUPFD, CONFINE_OUTPUT + 1);
    if (in < 0 || out < 0 || dup2(in, CONFINE_INPUT) < 0 || dup2(out, CONFINE_OUTPUT) < 0)
        return false;
    /* A sanitizer's report goes to standard error. */
    return close_range(0, WITH_SANITIZER ? 1 : 2, 0) == 0 && close_range(CONFINE_OUTPUT + 1, ~0U, 0) == 0;
}

/* Lowers a limit for good; one that is lower already stays. */
static bool limit(__rlimit_resource_t what, rlim_t most)
{
    struct rlimit value;
    if (getrlimit(what, &value) != 0)
        return false;
    value.rlim_max = MIN(most, value.rlim_max);
    value.rlim_cur = MIN(most, value.rlim_cur);
    return setrlimit(what, &value) == 0;
}

static bool limits_set(guint64 memory)
{
    return limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NPROC, 0) && limit(RLIMIT_NOFILE, 0) && limit(RLIMIT_CORE, 0) &&
           (WITH_SANITIZER || limit(RLIMIT_AS, memory));
}

/* The parent may have ended before it was asked for its end to be told. */
static bool ends_with(int parent)
{
    return prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0 && getppid() == parent;
}

bool confine_enter(int input, int output, int parent, guint64 memory)
{
    signals_reset();
    return ends_with(parent) && shared_memory_drop() && descriptors_keep(input, output) && limits_set(memory) &&
           prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           (filter.len == 0 || filter_set());
}

/* The limit counts all time since the process began. Where it cannot be set, whoever waits for the process gives up. */
void confine_allow_time(int process, guint seconds)
{
    clockid_t clock;
    struct timespec used;
    struct rlimit value;
    if (clock_getcpuclockid(process, &clock) != 0 || clock_gettime(clock, &used) != 0 ||
        prlimit(process, RLIMIT_CPU, NULL, &value) != 0)
        return;
    value.rlim_cur = MIN((rlim_t)used.tv_sec + seconds, value.rlim_max);
    prlimit(process, RLIMIT_CPU, &value, NULL);
}
