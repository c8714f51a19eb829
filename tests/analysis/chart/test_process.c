/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/wait.h>

#include "analysis/chart/process.h"

Suite *process_suite(void);

static const guint SHORT = 300; /* milliseconds: long for a shell, short for a test */
static const guint AMPLE = 20000;

static ChartProcess *shell_start(const char *commands)
{
    char *arguments[] = { (char[]){ "/bin/sh" }, (char[]){ "-c" }, NULL, NULL };
    g_autofree char *copy = g_strdup(commands);
    g_auto(GStrv) environment = g_get_environ();
    arguments[2] = copy;
    ChartProcess *process = chart_process_start(arguments, environment, "/", NULL);
    ck_assert_ptr_nonnull(process);
    return process;
}

static const struct {
    const char *row;
    const char *commands;
    ChartProcessOutcome outcome;
    const char *answer;
} TALKS[] = {
    { "answers", "read x; echo \"mark $x\"", CHART_PROCESS_ANSWERED, "question" },
    { "chatters before", "read x; echo a; echo b; echo mark 1", CHART_PROCESS_ANSWERED, "1" },
    { "a line without end is no answer", "read x; printf 'mark 1'", CHART_PROCESS_ENDED, NULL },
    { "mark within a line is no answer", "read x; echo no mark 1", CHART_PROCESS_ENDED, NULL },
    { "ends at once", "exit 3", CHART_PROCESS_ENDED, NULL },
    { "crashes", "read x; kill -SEGV $$", CHART_PROCESS_ENDED, NULL },
    { "hangs", "exec sleep 60", CHART_PROCESS_HUNG, NULL },
    /* It takes the question first: closing before would end the writing, now and then, as a process that ends does. */
    { "closes its input and hangs", "read x; exec <&-; exec sleep 60", CHART_PROCESS_HUNG, NULL },
    { "talks forever", "while :; do echo x; echo y >&2; done", CHART_PROCESS_HUNG, NULL },
    { "a line that never ends", "while :; do printf xxxxxxxx; done", CHART_PROCESS_HUNG, NULL },
};

START_TEST(questions_end)
{
    ChartProcess *process = shell_start(TALKS[_i].commands);
    g_autofree char *answer = NULL;
    guint limit = TALKS[_i].outcome == CHART_PROCESS_HUNG ? SHORT : AMPLE;
    ChartProcessOutcome outcome = chart_process_ask(process, "question\n", "mark ", limit, &answer);
    chart_process_kill(process, NULL);
    ck_assert_msg(outcome == TALKS[_i].outcome, "%s: %d", TALKS[_i].row, (int)outcome);
    ck_assert_msg(g_strcmp0(answer, TALKS[_i].answer) == 0, "%s: %s", TALKS[_i].row, answer);
}
END_TEST

/* More than pipes and sockets hold, both ways at once: neither side may wait for the other forever.
 */
START_TEST(long_talk_does_not_lock)
{
    g_autofree char *line = g_strnfill(1023, 'x');
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < 3000; i++)
        g_string_append_printf(text, "%s\n", line);
    g_string_append(text, "mark end\n");
    ChartProcess *process = shell_start("tee /dev/stderr");
    g_autofree char *answer = NULL;
    ChartProcessOutcome outcome = chart_process_ask(process, text->str, "mark ", AMPLE, &answer);
    g_string_free(text, TRUE);
    chart_process_kill(process, NULL);
    ck_assert_int_eq((int)outcome, CHART_PROCESS_ANSWERED);
    ck_assert_str_eq(answer, "end");
}
END_TEST

/* The runner would die of SIGPIPE here if writing raised it. */
START_TEST(writing_to_the_dead_is_survived)
{
    signal(SIGPIPE, SIG_DFL);
    g_autofree char *text = g_strnfill(4 * 1024 * 1024, 'x');
    ChartProcess *process = shell_start("exec <&- >&-; exit 0");
    g_autofree char *answer = NULL;
    ChartProcessOutcome outcome = chart_process_ask(process, text, "mark ", AMPLE, &answer);
    chart_process_kill(process, NULL);
    ck_assert_int_eq((int)outcome, CHART_PROCESS_ENDED);
}
END_TEST

START_TEST(complaints_are_kept)
{
    ChartProcess *process = shell_start("echo 'no such terminal' >&2; echo mark 1; exec sleep 60");
    g_autofree char *answer = NULL;
    chart_process_ask(process, "", "mark ", AMPLE, &answer);
    g_autofree char *complaints = g_strdup(chart_process_complaints(process));
    chart_process_kill(process, NULL);
    ck_assert_str_eq(complaints, "no such terminal");
}
END_TEST

START_TEST(no_terminal_is_left)
{
    ChartProcess *process =
        shell_start("if [ -t 0 ] || [ -t 1 ] || [ -t 2 ] || (: </dev/tty) 2>/dev/null; "
                    "then echo mark yes; else echo mark no; fi");
    g_autofree char *answer = NULL;
    chart_process_ask(process, "", "mark ", AMPLE, &answer);
    chart_process_kill(process, NULL);
    ck_assert_str_eq(answer, "no");
}
END_TEST

static bool process_exists(const char *pid)
{
    g_autofree char *status = g_strdup_printf("/proc/%s/stat", pid);
    g_autofree char *text = NULL;
    /* An orphan waiting for its reaper is as good as gone. */
    return g_file_get_contents(status, &text, NULL, NULL) && strstr(text, ") Z ") == NULL;
}

START_TEST(what_it_started_dies_with_it)
{
    ChartProcess *process = shell_start("sleep 60 & echo mark $!; wait");
    g_autofree char *answer = NULL;
    ck_assert_int_eq((int)chart_process_ask(process, "", "mark ", AMPLE, &answer),
                     CHART_PROCESS_ANSWERED);
    ck_assert(process_exists(answer));
    chart_process_kill(process, NULL);
    /* The signal is sent; the kernel may take a moment over it. */
    for (guint i = 0; i < 2000 && process_exists(answer); i++)
        g_usleep(1000);
    ck_assert(!process_exists(answer));
}
END_TEST

static const struct {
    const char *commands;
    ChartProcessOutcome outcome;
    int status; /* exit status; -1: killed */
} ENDS[] = {
    { "cat", CHART_PROCESS_ENDED, 0 },
    { "cat; exit 3", CHART_PROCESS_ENDED, 3 },
    { "cat; head -c 300000 /dev/zero", CHART_PROCESS_ENDED, 0 },
    { "cat; exec sleep 60", CHART_PROCESS_HUNG, -1 },
};

START_TEST(finish_waits_but_not_forever)
{
    ChartProcess *process = shell_start(ENDS[_i].commands);
    int status = 0;
    guint limit = ENDS[_i].outcome == CHART_PROCESS_HUNG ? SHORT : AMPLE;
    ChartProcessOutcome outcome = chart_process_finish(process, limit, &status);
    ck_assert_int_eq((int)outcome, (int)ENDS[_i].outcome);
    ck_assert_int_eq(WIFEXITED(status) ? WEXITSTATUS(status) : -1, ENDS[_i].status);
}
END_TEST

START_TEST(missing_programs_are_told)
{
    char *arguments[] = { (char[]){ "/nonexistent/program" }, NULL };
    g_auto(GStrv) environment = g_get_environ();
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(chart_process_start(arguments, environment, "/", &error));
    ck_assert_ptr_nonnull(error);
}
END_TEST

Suite *process_suite(void)
{
    Suite *suite = suite_create("analysis/chart/process");
    TCase *talk = tcase_create("talk");
    tcase_set_timeout(talk, 60);
    tcase_add_loop_test(talk, questions_end, 0, G_N_ELEMENTS(TALKS));
    tcase_add_test(talk, long_talk_does_not_lock);
    tcase_add_test(talk, writing_to_the_dead_is_survived);
    tcase_add_test(talk, complaints_are_kept);
    suite_add_tcase(suite, talk);
    TCase *life = tcase_create("life");
    tcase_set_timeout(life, 60);
    tcase_add_test(life, no_terminal_is_left);
    tcase_add_test(life, what_it_started_dies_with_it);
    tcase_add_loop_test(life, finish_waits_but_not_forever, 0, G_N_ELEMENTS(ENDS));
    tcase_add_test(life, missing_programs_are_told);
    suite_add_tcase(suite, life);
    return suite;
}
