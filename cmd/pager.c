/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cmd/pager.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "schema/language.h"

/* F: no pager for less than a screen, R: colours, X: what was read stays on the screen. */
#define LESS_FLAGS "FRX"

static volatile sig_atomic_t pager; /* its process, 0 when there is none */
static bool used;

/* The command the user wants, and whether it was named; NULL for none. */
static const char *pager_command(bool *named)
{
    static const char *const variables[] = {"YUSUAN_PAGER", "PAGER"};
    *named = true;
    for (gsize i = 0; i < G_N_ELEMENTS(variables); i++) {
        const char *value = g_getenv(variables[i]);
        if (value != NULL)
            return value[0] == '\0' || strcmp(value, "cat") == 0 ? NULL : value;
    }
    *named = false;
    return "less";
}

/* A command that begins with a variable is left to the shell. */
static bool can_be_found(const char *command)
{
    g_auto(GStrv) words = NULL;
    if (!g_shell_parse_argv(command, NULL, &words, NULL))
        return false;
    g_autofree char *path = g_find_program_in_path(words[0]);
    return path != NULL || strchr(words[0], '=') != NULL;
}

/* Only what is safe in a signal handler: less has to put the terminal right before the shell takes it. */
static void end_after_pager(int number)
{
    close(STDOUT_FILENO);
    while (pager != 0 && waitpid((pid_t)pager, NULL, 0) < 0 && errno == EINTR)
        continue;
    signal(number, SIG_DFL);
    raise(number);
}

static void become_pager(const char *command, const int ends[2])
{
    dup2(ends[0], STDIN_FILENO);
    setenv("LESS", LESS_FLAGS, 0);
    execl("/bin/sh", "sh", "-c", command, (char *)NULL);
    _exit(127);
}

/* Whoever quits early has no error, and the exit status is still that of the work. */
static void give_way_to_pager(pid_t child)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction action = {.sa_handler = end_after_pager};
    pager = child;
    used = true;
    signal(SIGPIPE, SIG_IGN);
    sigemptyset(&action.sa_mask);
    for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++)
        sigaction(numbers[i], &action, NULL);
}

static void launch(const char *command)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return;
    pid_t child = fork();
    if (child == 0)
        become_pager(command, ends);
    if (child > 0) {
        dup2(ends[1], STDOUT_FILENO);
        give_way_to_pager(child);
    }
    close(ends[0]);
    close(ends[1]);
}

/* The first thing printed launches the pager: a command that fails before shows its error and no empty page. */
static ssize_t write_to_pager(void *command, const char *bytes, size_t count)
{
    if (!used)
        launch(command);
    ssize_t written;
    do
        written = write(STDOUT_FILENO, bytes, count);
    while (written < 0 && errno == EINTR);
    return MAX(written, 0);
}

void pager_start(void)
{
    bool named = false;
    const char *command = pager_command(&named);
    if (command == NULL)
        return;
    if (!can_be_found(command)) {
        if (named)
            fprintf(stderr, say("yusuan: 找不到分页程序 %s\n", "yusuan: no pager %s\n"), command);
        return;
    }
    fflush(stdout);
    FILE *paged = fopencookie((void *)(gintptr)command, "w", (cookie_io_functions_t){.write = write_to_pager});
    if (paged != NULL)
        stdout = paged;
}

void pager_finish(void)
{
    fflush(stdout);
    if (pager == 0)
        return;
    close(STDOUT_FILENO);
    while (waitpid((pid_t)pager, NULL, 0) < 0 && errno == EINTR)
        continue;
    pager = 0;
}

bool pager_was_used(void)
{
    return used;
}
