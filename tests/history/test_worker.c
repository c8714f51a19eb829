/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Readers that go wrong in every way, in the process that is made for them. */
#include "history/worker.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "history/confine.h"
#include "history/reader.h"
#include "schema/error.h"
#include "schema/filing_packet.h"

Suite *worker_suite(void);

#define SMALL "tests/filings/small.txt"

/* Short where a test waits for a limit to be reached, without bearing on those that should not reach it. */
static const WorkerLimits short_time = {
    .memory = G_GUINT64_CONSTANT(2) << 30, .seconds = 60, .milliseconds = 300, .output = 64 << 20};
static const WorkerLimits short_processor_time = {
    .memory = G_GUINT64_CONSTANT(2) << 30, .seconds = 1, .milliseconds = 100 * 1000, .output = 64 << 20};
static const WorkerLimits small_output = {
    .memory = G_GUINT64_CONSTANT(2) << 30, .seconds = 60, .milliseconds = 100 * 1000, .output = 10000};

static volatile unsigned turns;
static volatile bool ever = true;

static void set_up(void)
{
    ck_assert(worker_prepare(NULL));
}

static void tear_down(void)
{
    worker_set_reader(NULL, NULL);
}

static GBytes *small_bytes(void)
{
    char *contents = NULL;
    gsize length = 0;
    ck_assert(g_file_get_contents(SMALL, &contents, &length, NULL));
    return g_bytes_new_take(contents, length);
}

static GPtrArray *wait_for(Worker *worker, GError **error)
{
    while (!worker_is_done(worker))
        workers_wait(&worker, 1, 100);
    return worker_answer(worker, error);
}

static GPtrArray *ask(Worker *worker, const char *name, GBytes *bytes, GError **error)
{
    worker_ask(worker, name, bytes);
    return wait_for(worker, error);
}

/* --- readers ----------------------------------------------------------------------------------------- */

static GPtrArray *crashes(const char *name, GBytes *bytes, GError **error)
{
    (void)name, (void)bytes, (void)error;
    /* A sanitizer makes another end of a fault; the signal itself is left alone. */
    signal(SIGSEGV, SIG_DFL);
    raise(SIGSEGV);
    int *volatile nowhere = NULL;
    *nowhere = 1; // cppcheck-suppress nullPointer
    return NULL;
}

static GPtrArray *aborts(const char *name, GBytes *bytes, GError **error)
{
    (void)name, (void)bytes, (void)error;
    signal(SIGABRT, SIG_DFL);
    abort();
}

static GPtrArray *eats_memory(const char *name, GBytes *bytes, GError **error)
{
    (void)name, (void)bytes, (void)error;
    /* Touched little, so that the machine is not filled when the limit fails; 64 GB are beyond any limit. */
    for (int i = 0; i < 1024; i++)
        *(char *)g_malloc(64 << 20) = 1;
    return NULL;
}

static GPtrArray *runs_for_ever(const char *name, GBytes *bytes, GError **error)
{
    (void)name, (void)bytes, (void)error;
    while (ever)
        turns++;
    return NULL;
}

static GPtrArray *sleeps_for_ever(const char *name, GBytes *bytes, GError **error)
{
    (void)name, (void)bytes, (void)error;
    while (ever)
        g_usleep(G_USEC_PER_SEC);
    return NULL;
}

static void say(const void *bytes, gsize length)
{
    while (length > 0) {
        ssize_t n = write(CONFINE_OUTPUT, bytes, length);
        if (n <= 0)
            _exit(7);
        bytes = (const char *)bytes + n;
        length -= (gsize)n;
    }
}

static GPtrArray *says_garbage(const char *name, GBytes *bytes, GError **error)
{
    (void)name, (void)bytes, (void)error;
    say("once upon a time there was a budget", 35);
    _exit(0);
}

/* The head of an answer of so many bytes: the tag is that of filings. */
static void promise(guint32 length)
{
    guint32 head[] = {0x46494c45, length};
    say(head, sizeof head);
}

static GPtrArray *says_senseless_filings(const char *name, GBytes *bytes, GError **error)
{
    (void)name, (void)bytes, (void)error;
    promise(100);
    for (int i = 0; i < 100; i++)
        say("\x7f", 1);
    sleeps_for_ever(NULL, NULL, NULL);
    return NULL;
}

static GPtrArray *says_half(const char *name, GBytes *bytes, GError **error)
{
    g_autoptr(GPtrArray) filings = filings_from_bytes(name, bytes, error);
    g_autoptr(GBytes) packet = packet_from_filings(filings);
    gsize length = 0;
    const void *start = g_bytes_get_data(packet, &length);
    promise((guint32)length);
    say(start, length / 2);
    _exit(0);
}

static GPtrArray *says_more_than_promised(const char *name, GBytes *bytes, GError **error)
{
    (void)name, (void)bytes, (void)error;
    promise(3);
    say("\0\0\0\0\0\0\0\0", 8);
    sleeps_for_ever(NULL, NULL, NULL);
    return NULL;
}

/* As much as it takes: the one who reads it must have enough at some time. */
static GPtrArray *says_no_end(const char *name, GBytes *bytes, GError **error)
{
    (void)name, (void)bytes, (void)error;
    static char zeros[65536];
    promise(G_MAXUINT32);
    while (ever)
        say(zeros, sizeof zeros);
    return NULL;
}

static GPtrArray *says_nothing(const char *name, GBytes *bytes, GError **error)
{
    (void)name, (void)bytes, (void)error;
    _exit(0);
}

static GPtrArray *closes_and_hangs(const char *name, GBytes *bytes, GError **error)
{
    close(CONFINE_OUTPUT);
    return sleeps_for_ever(name, bytes, error);
}

static GPtrArray *answers_half_a_character(const char *name, GBytes *bytes, GError **error)
{
    (void)name, (void)bytes;
    g_autoptr(GString) message = g_string_new(NULL);
    while (message->len < 5000)
        g_string_append(message, "预算");
    g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_STORE, message->str);
    return NULL;
}

/* --- what comes of them ---------------------------------------------------------------------------------- */

static const struct {
    const char *what;
    WorkerReader reader;
    const WorkerLimits *limits; /* NULL: the usual ones */
    const char *message;        /* what it must say */
    bool limits_memory;
} bad_readers[] = {
    {"a crash", crashes, NULL, "崩溃（信号 11）", false},
    {"an abort", aborts, NULL, "（信号 ", false}, /* 6, or 11 where it may send itself no signal */
    {"a memory eater", eats_memory, NULL, "内存用尽", true},
    {"an endless loop, by the clock", runs_for_ever, &short_time, "读取超过 1 秒", false},
    {"an endless loop, by its processor time", runs_for_ever, &short_processor_time, "用满 1 秒处理器时间", false},
    {"a hang", sleeps_for_ever, &short_time, "读取超过 1 秒", false},
    {"garbage", says_garbage, NULL, "是坏的", false},
    {"an answer that makes no sense", says_senseless_filings, NULL, "是坏的", false},
    {"half an answer", says_half, NULL, "没有完成（状态 0）", false},
    {"more than was promised", says_more_than_promised, NULL, "是坏的", false},
    {"an answer without end", says_no_end, NULL, "超过 256 MB", false},
    {"a filing larger than allowed", filings_from_bytes, &small_output, "超过 0 MB", false},
    {"an end without answer", says_nothing, NULL, "没有完成（状态 0）", false},
    {"silence without end", closes_and_hangs, NULL, "系统终止", false},
};

/* One clear line, and the next file is read as if nothing had been. */
START_TEST(bad_reader)
{
#if defined(__SANITIZE_ADDRESS__)
    if (bad_readers[_i].limits_memory)
        return; /* a sanitizer takes what memory it likes */
#endif
    g_autoptr(GBytes) bytes = small_bytes();
    worker_set_reader(bad_readers[_i].reader, bad_readers[_i].limits);
    g_autoptr(Worker) worker = worker_start(NULL);
    ck_assert_ptr_nonnull(worker);
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) filings = ask(worker, "a.txt", bytes, &error);
    ck_assert_ptr_null(filings);
    ck_assert_msg(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT) &&
                      strstr(error->message, bad_readers[_i].message) != NULL,
                  "%s: %s", bad_readers[_i].what, error->message);
    ck_assert_msg(worker_is_spent(worker), "%s", bad_readers[_i].what);
    worker_set_reader(NULL, NULL);
    g_autoptr(Worker) other = worker_start(NULL);
    g_autoptr(GPtrArray) good = ask(other, "a.txt", bytes, NULL);
    ck_assert_msg(good != NULL, "after %s", bad_readers[_i].what);
    ck_assert_msg(waitpid(-1, NULL, WNOHANG) == 0, "no ended process is left behind");
}
END_TEST

/* A process made with a file in hand reads it without being asked, keeps its own of what is freed here, and reads on. */
START_TEST(started_with_a_file)
{
    g_autoptr(GBytes) bytes = small_bytes();
    g_autoptr(GBytes) own = g_bytes_new(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
    g_autoptr(Worker) worker = worker_start_with("a.txt", own, NULL);
    ck_assert_ptr_nonnull(worker);
    g_clear_pointer(&own, g_bytes_unref);
    g_autoptr(GPtrArray) first = wait_for(worker, NULL);
    ck_assert_ptr_nonnull(first);
    ck_assert_str_eq(((Filing *)g_ptr_array_index(first, 0))->file, "a.txt");
    g_autoptr(GPtrArray) second = ask(worker, "b.txt", bytes, NULL);
    ck_assert_ptr_nonnull(second);
    ck_assert_str_eq(((Filing *)g_ptr_array_index(second, 0))->file, "b.txt");

    worker_set_reader(crashes, NULL);
    g_autoptr(Worker) other = worker_start_with("a.txt", bytes, NULL);
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(wait_for(other, &error));
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT));
    ck_assert(worker_is_spent(other));
}
END_TEST

/* What a reader refuses is no fault of its process; whatever code it gives, it refuses one file and no more. */
START_TEST(refusal)
{
    g_autoptr(GBytes) bytes = small_bytes();
    g_autoptr(GBytes) nothing = g_bytes_new_static("", 0);
    g_autoptr(Worker) worker = worker_start(NULL);
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(ask(worker, "a.txt", nothing, &error));
    ck_assert_str_eq(error->message, "文件是空的");
    ck_assert(!worker_is_spent(worker));
    g_autoptr(GPtrArray) filings = ask(worker, "b.txt", bytes, NULL);
    ck_assert_ptr_nonnull(filings);
    ck_assert_str_eq(((Filing *)g_ptr_array_index(filings, 0))->file, "b.txt");

    worker_set_reader(answers_half_a_character, NULL);
    g_autoptr(Worker) other = worker_start(NULL);
    g_clear_error(&error);
    ck_assert_ptr_null(ask(other, "a.txt", bytes, &error));
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT));
    ck_assert(g_utf8_validate(error->message, -1, NULL));
    ck_assert_uint_gt(strlen(error->message), 3900);
}
END_TEST

/* --- what it may not do ------------------------------------------------------------------------------------ */

/* Says what each attempt came to. A memory mapping of the one who started it is not there. */
static char *shared;

static GPtrArray *tries_everything(const char *name, GBytes *bytes, GError **error)
{
    (void)name, (void)bytes;
    int opened = open(SMALL, O_RDONLY);
    int why_opened = errno;
    int made = socket(AF_INET, SOCK_STREAM, 0);
    int why_made = errno;
    pid_t child = fork();
    if (child == 0)
        _exit(0);
    int why_forked = errno;
    void *code = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (worker_is_filtered()) /* else it would succeed */
        execl("/bin/true", "true", NULL);
    struct stat status;
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT, "open %d %d socket %d %d fork %d %d code %d stdin %d kill %d",
                opened, why_opened, made, why_made, (int)child, why_forked, code != MAP_FAILED, fstat(0, &status) == 0,
                kill(getppid(), 0) == 0);
    return NULL;
}

START_TEST(forbidden)
{
    g_autoptr(GBytes) bytes = small_bytes();
    worker_set_reader(tries_everything, NULL);
    g_autoptr(Worker) worker = worker_start(NULL);
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(ask(worker, "a.txt", bytes, &error));
    if (worker_is_filtered()) {
        g_autofree char *all = g_strdup_printf("open -1 %d socket -1 %d fork -1 %d code 0 stdin 0 kill 0", EACCES, EACCES, EACCES);
        ck_assert_str_eq(error->message, all);
    } else {
        /* Without the filter no descriptor can be had; the rest the system has no limits for. */
        g_autofree char *files = g_strdup_printf("open -1 %d socket -1 %d ", EMFILE, EMFILE);
        ck_assert_msg(g_str_has_prefix(error->message, files), "%s", error->message);
    }
}
END_TEST

static GPtrArray *writes_to_shared(const char *name, GBytes *bytes, GError **error)
{
    (void)name, (void)bytes, (void)error;
    signal(SIGSEGV, SIG_DFL);
    *shared = 'x';
    return NULL;
}

/* Memory that the parent shares with others, such as its store's, is not there to be written to. */
START_TEST(shared_memory)
{
    g_autoptr(GBytes) bytes = small_bytes();
    shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    ck_assert(shared != MAP_FAILED);
    *shared = 'a';
    worker_set_reader(writes_to_shared, NULL);
    g_autoptr(Worker) worker = worker_start(NULL);
    g_autoptr(GError) error = NULL;
    ck_assert_ptr_null(ask(worker, "a.txt", bytes, &error));
    ck_assert_msg(strstr(error->message, "信号 11") != NULL, "%s", error->message);
    ck_assert_int_eq(*shared, 'a');
}
END_TEST

/* --- what it reads is what is read without it ----------------------------------------------------------------- */

static const char *const encodings[] = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-16"};

START_TEST(reads_the_same)
{
    g_autoptr(GBytes) utf8 = small_bytes();
    gsize length = 0;
    gsize written = 0;
    const char *start = g_bytes_get_data(utf8, &length);
    char *converted = g_convert(start, (gssize)length, encodings[_i], "UTF-8", NULL, &written, NULL);
    ck_assert_ptr_nonnull(converted);
    g_autoptr(GBytes) bytes = g_bytes_new_take(converted, written);
    g_autoptr(GError) error = NULL;
    g_autoptr(Worker) worker = worker_start(NULL);
    g_autoptr(GPtrArray) apart = ask(worker, "a.txt", bytes, &error);
    ck_assert_msg(apart != NULL, "%s: %s", encodings[_i], error != NULL ? error->message : "");
    g_autoptr(GPtrArray) here = filings_from_content("a.txt", bytes, NULL);
    g_autoptr(GBytes) a = packet_from_filings(apart);
    g_autoptr(GBytes) b = packet_from_filings(here);
    ck_assert_msg(g_bytes_equal(a, b), "%s", encodings[_i]);
}
END_TEST

/* Larger than a pipe and a socket hold: neither side waits for the other. */
START_TEST(large_file)
{
    GByteArray *large = g_byte_array_new();
    g_autoptr(GBytes) small = small_bytes();
    gsize length = 0;
    const guint8 *start = g_bytes_get_data(small, &length);
    g_byte_array_append(large, start, (guint)length);
    while (large->len < (600 << 10))
        g_byte_array_append(large, (const guint8 *)"\n说明：无。", 16);
    g_autoptr(GBytes) bytes = g_byte_array_free_to_bytes(large);
    g_autoptr(Worker) worker = worker_start(NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) filings = ask(worker, "a.txt", bytes, &error);
    ck_assert_msg(filings != NULL, "%s", error != NULL ? error->message : "");
}
END_TEST

/* One that ends while nothing is asked of it is seen before the next file is given to it. */
START_TEST(ends_while_idle)
{
    g_autoptr(GBytes) bytes = small_bytes();
    g_autoptr(Worker) worker = worker_start(NULL);
    g_autoptr(GPtrArray) filings = ask(worker, "a.txt", bytes, NULL);
    ck_assert_ptr_nonnull(filings);
    workers_wait(&worker, 1, 0);
    ck_assert(!worker_is_spent(worker));
    g_autofree char *children = NULL;
    g_autofree char *path = g_strdup_printf("/proc/self/task/%d/children", (int)getpid());
    if (!g_file_get_contents(path, &children, NULL, NULL))
        return; /* a kernel that does not tell */
    ck_assert_int_eq(kill((pid_t)g_ascii_strtoll(children, NULL, 10), SIGKILL), 0);
    workers_wait(&worker, 1, 10 * 1000);
    ck_assert(worker_is_spent(worker));
}
END_TEST

Suite *worker_suite(void)
{
    Suite *suite = suite_create("worker");
    TCase *working = tcase_create("worker");
    tcase_add_checked_fixture(working, set_up, tear_down);
    tcase_set_timeout(working, 60);
    tcase_add_loop_test(working, bad_reader, 0, G_N_ELEMENTS(bad_readers));
    tcase_add_test(working, started_with_a_file);
    tcase_add_test(working, refusal);
    tcase_add_test(working, forbidden);
    tcase_add_test(working, shared_memory);
    tcase_add_loop_test(working, reads_the_same, 0, G_N_ELEMENTS(encodings));
    tcase_add_test(working, large_file);
    tcase_add_test(working, ends_while_idle);
    suite_add_tcase(suite, working);
    return suite;
}
