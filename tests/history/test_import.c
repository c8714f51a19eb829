/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/import.h"

#include <check.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "history/reader.h"
#include "history/worker.h"
#include "schema/error.h"
#include "tests/history/pdf_builder.h"
#include "tests/history/zipped.h"
#include "tests/schema/store_dump.h"

Suite *import_suite(void);

#define SMALL "tests/filings/small.txt"

/* A folder with folders in it, which the suite's other fixtures do not remove. */
static char *folder;
static Store *store;

static void remove_tree(const char *path)
{
    if (g_file_test(path, G_FILE_TEST_IS_DIR) && !g_file_test(path, G_FILE_TEST_IS_SYMLINK)) {
        g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
        const char *name;
        while (dir != NULL && (name = g_dir_read_name(dir)) != NULL) {
            g_autofree char *below = g_build_filename(path, name, NULL);
            remove_tree(below);
        }
    }
    g_remove(path);
}

static char *below(const char *name)
{
    return g_build_filename(folder, name, NULL);
}

static void set_up(void)
{
    folder = g_dir_make_tmp("yusuan-test-XXXXXX", NULL);
    ck_assert_ptr_nonnull(folder);
    g_autofree char *in = below("in");
    g_autofree char *path = below("store.db");
    ck_assert_int_eq(g_mkdir(in, 0700), 0);
    store = store_open(path, STORE_WRITE, NULL);
    ck_assert_ptr_nonnull(store);
}

static void tear_down(void)
{
    g_clear_pointer(&store, store_close);
    remove_tree(folder);
    g_clear_pointer(&folder, g_free);
}

/* The small filing as that of another year (or with other bytes), below the folder "in". */
static void write_filing(const char *name, const char *year)
{
    g_autofree char *text = NULL;
    ck_assert(g_file_get_contents(SMALL, &text, NULL, NULL));
    g_auto(GStrv) pieces = g_strsplit(text, "2024", -1);
    g_autofree char *other = g_strjoinv(year, pieces);
    g_autofree char *path = g_build_filename(folder, "in", name, NULL);
    g_autofree char *parent = g_path_get_dirname(path);
    ck_assert_int_eq(g_mkdir_with_parents(parent, 0700), 0);
    ck_assert(g_file_set_contents(path, other, -1, NULL));
}

static void write_text(const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(folder, "in", name, NULL);
    ck_assert(g_file_set_contents(path, text, -1, NULL));
}

/* What import said, one word a file: "a.txt=read". */
typedef struct {
    GString *log;
    GString *messages;
    guint done, total;
    int stop;
    guint stop_after; /* files; 0: never */
    guint files;
    const char *vanish; /* removed when the first file is begun */
    guint jobs;
} Heard;

static void hear_file(const ImportResult *result, gpointer data)
{
    static const char *const words[] = {[IMPORT_READ] = "read", [IMPORT_KNOWN] = "known", [IMPORT_REFUSED] = "refused"};
    Heard *heard = data;
    g_autofree char *name = g_path_get_basename(result->file);
    g_string_append_printf(heard->log, "%s%s=%s", heard->log->len > 0 ? " " : "", name, words[result->state]);
    g_string_append_printf(heard->messages, "%s\n", result->message);
    ck_assert((result->filings != NULL) == (result->state == IMPORT_READ));
    ck_assert((result->message[0] != '\0') == (result->state != IMPORT_READ));
    heard->stop = ++heard->files == heard->stop_after;
}

static void hear_progress(guint done, guint total, const char *file, gpointer data)
{
    Heard *heard = data;
    (void)file;
    ck_assert_uint_le(done, total);
    heard->done = done;
    heard->total = total;
    if (heard->vanish != NULL)
        g_remove(g_steal_pointer(&heard->vanish));
}

static void heard_clear(Heard *heard)
{
    g_string_free(heard->log, TRUE);
    g_string_free(heard->messages, TRUE);
}

/* Imports the paths; false with the error when the store failed or it was stopped. */
static bool import(char **paths, Heard *heard, guint *refused, GError **error)
{
    if (heard->log == NULL) {
        heard->log = g_string_new(NULL);
        heard->messages = g_string_new(NULL);
    }
    ImportCalls calls = {.file_done = hear_file, .progress = hear_progress, .data = heard, .stop = &heard->stop, .jobs = heard->jobs};
    return import_paths(store, paths, &calls, refused, error);
}

static void import_all(Heard *heard, guint *refused)
{
    g_autofree char *in = below("in");
    g_autoptr(GError) error = NULL;
    ck_assert_msg(import((char *[]){in, NULL}, heard, refused, &error), "%s", error != NULL ? error->message : "");
}

static guint stored(void)
{
    g_autoptr(GPtrArray) entries = store_filings(store, NULL);
    ck_assert_ptr_nonnull(entries);
    return entries->len;
}

/* Folders are walked by name, hidden files are left alone. */
START_TEST(folder_walk)
{
    write_filing("b.txt", "2023");
    write_filing("a.txt", "2024");
    write_filing("c/2022/d.txt", "2022");
    write_text(".hidden.txt", "x");
    g_autofree char *empty = below("in/empty");
    ck_assert_int_eq(g_mkdir(empty, 0700), 0);
    Heard heard = {0};
    guint refused = 99;
    import_all(&heard, &refused);
    ck_assert_str_eq(heard.log->str, "a.txt=read b.txt=read d.txt=read");
    ck_assert_uint_eq(refused, 0);
    ck_assert_uint_eq(heard.done, 3);
    ck_assert_uint_eq(heard.total, 3);
    ck_assert_uint_eq(stored(), 3);
    heard_clear(&heard);
}
END_TEST

START_TEST(known_file)
{
    write_filing("a.txt", "2024");
    write_filing("same bytes.txt", "2024");
    Heard heard = {0};
    guint refused = 99;
    import_all(&heard, &refused);
    ck_assert_str_eq(heard.log->str, "a.txt=read same bytes.txt=known");
    ck_assert_str_eq(heard.messages->str, "\na.txt\n");
    import_all(&heard, &refused);
    ck_assert_str_eq(heard.log->str, "a.txt=read same bytes.txt=known a.txt=known same bytes.txt=known");
    ck_assert_uint_eq(refused, 0);
    ck_assert_uint_eq(stored(), 1);
    heard_clear(&heard);
}
END_TEST

/* Each refused file costs its own line, with why; the others are in. */
START_TEST(refused_files)
{
    write_filing("b.txt", "2024");
    write_text("a.txt", "没有表。\n");
    write_text("c.bin", "\x7f" "ELF");
    write_text("d.txt", "");
    g_autofree char *in = below("in");
    g_autofree char *absent = below("absent.txt");
    Heard heard = {0};
    guint refused = 99;
    ck_assert(import((char *[]){in, absent, NULL}, &heard, &refused, NULL));
    ck_assert_str_eq(heard.log->str, "a.txt=refused b.txt=read c.bin=refused d.txt=refused absent.txt=refused");
    ck_assert_uint_eq(refused, 4);
    ck_assert_uint_eq(stored(), 1);
    heard_clear(&heard);
}
END_TEST

START_TEST(nothing_to_import)
{
    Heard heard = {0};
    guint refused = 99;
    ck_assert(import((char *[]){NULL}, &heard, &refused, NULL));
    import_all(&heard, &refused);
    ck_assert_str_eq(heard.log->str, "");
    ck_assert_uint_eq(refused, 0);
    heard_clear(&heard);
}
END_TEST

/* Links that lead back up have no end; one to a file is a file. */
START_TEST(links)
{
    write_filing("a.txt", "2024");
    g_autofree char *loop = below("in/loop");
    g_autofree char *file = below("in/link.txt");
    g_autofree char *dangling = below("in/nowhere.txt");
    ck_assert_int_eq(symlink("..", loop), 0);
    ck_assert_int_eq(symlink("a.txt", file), 0);
    ck_assert_int_eq(symlink("absent", dangling), 0);
    Heard heard = {0};
    guint refused = 99;
    import_all(&heard, &refused);
    ck_assert_str_eq(heard.log->str, "a.txt=read link.txt=known nowhere.txt=refused");
    ck_assert_uint_eq(refused, 1);
    heard_clear(&heard);
}
END_TEST

/* Nobody writes into this FIFO: opening it would wait for ever. The test's time limit is what tells. */
START_TEST(fifo)
{
    write_filing("a.txt", "2024");
    g_autofree char *path = below("in/b.fifo");
    ck_assert_int_eq(mkfifo(path, 0600), 0);
    Heard heard = {0};
    guint refused = 99;
    import_all(&heard, &refused);
    ck_assert_str_eq(heard.log->str, "a.txt=read b.fifo=refused");
    ck_assert_uint_eq(refused, 1);
    heard_clear(&heard);
}
END_TEST

START_TEST(file_that_vanishes)
{
    write_filing("a.txt", "2023");
    write_filing("b.txt", "2024");
    g_autofree char *second = below("in/b.txt");
    Heard heard = {.vanish = second};
    guint refused = 99;
    import_all(&heard, &refused);
    ck_assert_str_eq(heard.log->str, "a.txt=read b.txt=refused");
    ck_assert_uint_eq(refused, 1);
    heard_clear(&heard);
}
END_TEST

/* A file that may not be read, unless the one who runs the test may read anything. */
START_TEST(file_without_leave)
{
    write_filing("a.txt", "2024");
    g_autofree char *path = below("in/a.txt");
    ck_assert_int_eq(g_chmod(path, 0), 0);
    bool may = g_access(path, R_OK) == 0;
    Heard heard = {0};
    guint refused = 99;
    import_all(&heard, &refused);
    ck_assert_str_eq(heard.log->str, may ? "a.txt=read" : "a.txt=refused");
    heard_clear(&heard);
}
END_TEST

/* The file at work is finished, the next is not begun; what is in stays, and the rest comes in with the next run. */
START_TEST(stopped)
{
    write_filing("a.txt", "2022");
    write_filing("b.txt", "2023");
    write_filing("c.txt", "2024");
    g_autofree char *in = below("in");
    Heard heard = {.stop_after = 2};
    guint refused = 99;
    g_autoptr(GError) error = NULL;
    ck_assert(!import((char *[]){in, NULL}, &heard, &refused, &error));
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_STOPPED));
    ck_assert_str_eq(heard.log->str, "a.txt=read b.txt=read");
    ck_assert_uint_eq(stored(), 2);
    heard.stop = 0;
    import_all(&heard, &refused);
    ck_assert_str_eq(heard.log->str, "a.txt=read b.txt=read a.txt=known b.txt=known c.txt=read");
    ck_assert_uint_eq(stored(), 3);
    heard_clear(&heard);
}
END_TEST

/* 70 MB of nothing, which take no room on the disk: refused by their size alone. */
START_TEST(file_too_large)
{
    write_text("large.txt", "");
    g_autofree char *path = below("in/large.txt");
    ck_assert_int_eq(truncate(path, 70 * 1000 * 1000), 0);
    Heard heard = {0};
    guint refused = 99;
    import_all(&heard, &refused);
    ck_assert_str_eq(heard.log->str, "large.txt=refused");
    ck_assert_ptr_nonnull(strstr(heard.messages->str, "70 MB"));
    ck_assert_uint_eq(refused, 1);
    heard_clear(&heard);
}
END_TEST

/* Without calls to make, the work is the same. */
START_TEST(in_silence)
{
    write_filing("a.txt", "2024");
    g_autofree char *in = below("in");
    ImportCalls calls = {0};
    guint refused = 99;
    ck_assert(import_paths(store, (char *[]){in, NULL}, &calls, &refused, NULL));
    ck_assert_uint_eq(stored(), 1);
}
END_TEST

/* A store that cannot be written ends the run: that is no fault of the file. */
START_TEST(store_fails)
{
    write_filing("a.txt", "2024");
    g_clear_pointer(&store, store_close);
    g_autofree char *path = below("store.db");
    store = store_open(path, STORE_READ, NULL);
    ck_assert_ptr_nonnull(store);
    g_autofree char *in = below("in");
    Heard heard = {0};
    guint refused = 99;
    g_autoptr(GError) error = NULL;
    ck_assert(!import((char *[]){in, NULL}, &heard, &refused, &error));
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_STORE));
    ck_assert_ptr_nonnull(strstr(error->message, "a.txt"));
    ck_assert_str_eq(heard.log->str, "");
    heard_clear(&heard);
}
END_TEST

/* --- many at a time ------------------------------------------------------------------------------ */

/* What import says and what the store holds afterwards, for paths in this order. */
static char *store_after(char **paths, guint jobs, char **said)
{
    g_autofree char *name = g_strdup_printf("jobs-%u.db", jobs);
    g_autofree char *path = below(name);
    g_clear_pointer(&store, store_close);
    store = store_open(path, STORE_WRITE, NULL);
    ck_assert_ptr_nonnull(store);
    Heard heard = {.jobs = jobs};
    guint refused = 0;
    ck_assert(import(paths, &heard, &refused, NULL));
    *said = g_strconcat(heard.log->str, "\n", heard.messages->str, NULL);
    heard_clear(&heard);
    g_clear_pointer(&store, store_close);
    char *dump = store_dump(path);
    g_remove(path);
    return dump;
}

/* Files of all kinds, in this order and that: the store and all that is said are the same, however many read. */
START_TEST(jobs_make_no_difference)
{
    static const char *const names[] = {"f.txt", "bad.txt", "a.txt", "twin.txt", "c.txt", "bad-twin.txt",
                                        "d.txt", "e.txt",   "b.txt", "empty.txt", "known.txt"};
    static const guint jobs[] = {2, 3, 4, 64};
    for (int i = 0; i < 6; i++) {
        char name[] = {(char)('a' + i), '.', 't', 'x', 't', '\0'};
        g_autofree char *year = g_strdup_printf("%d", 2016 + i);
        write_filing(name, year);
    }
    write_filing("twin.txt", "2021");
    write_filing("known.txt", "2017");
    write_text("bad.txt", "没有表。\n");
    write_text("bad-twin.txt", "没有表。\n");
    write_text("empty.txt", "");
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
        g_ptr_array_add(paths, g_build_filename(folder, "in", names[_i == 0 ? i : G_N_ELEMENTS(names) - 1 - i], NULL));
    g_ptr_array_add(paths, NULL);
    g_autofree char *said = NULL;
    g_autofree char *one = store_after((char **)paths->pdata, 1, &said);
    ck_assert_ptr_nonnull(strstr(said, _i == 0 ? " twin.txt=known" : " f.txt=known"));
    ck_assert_ptr_nonnull(strstr(said, " bad-twin.txt=refused"));
    for (gsize i = 0; i < G_N_ELEMENTS(jobs); i++) {
        g_autofree char *also = NULL;
        g_autofree char *many = store_after((char **)paths->pdata, jobs[i], &also);
        ck_assert_str_eq(said, also);
        ck_assert_msg(g_str_equal(one, many), "%u jobs: another store", jobs[i]);
    }
}
END_TEST

/* Crashes on one file, as its name says, and reads the others. */
static GPtrArray *crash_on_bad(const char *name, GBytes *bytes, GError **error)
{
    signal(SIGSEGV, SIG_DFL);
    if (g_str_equal(name, "bad.txt"))
        raise(SIGSEGV);
    if (g_str_equal(name, "bad.txt"))
        _exit(1); /* where it may not even send itself a signal */
    return filings_from_bytes(name, bytes, error);
}

START_TEST(one_crash_among_many)
{
    write_filing("a.txt", "2022");
    write_filing("bad.txt", "2023");
    write_filing("c.txt", "2024");
    write_filing("d.txt", "2025");
    worker_set_reader(crash_on_bad, NULL);
    Heard heard = {.jobs = (guint)_i};
    guint refused = 0;
    import_all(&heard, &refused);
    worker_set_reader(NULL, NULL);
    ck_assert_str_eq(heard.log->str, "a.txt=read bad.txt=refused c.txt=read d.txt=read");
    ck_assert_uint_eq(refused, 1);
    ck_assert_uint_eq(stored(), 3);
    heard_clear(&heard);
}
END_TEST

/* The first file is read until the run is stopped: its process is ended, and the run ends at once. */
static GPtrArray *hang(const char *name, GBytes *bytes, GError **error)
{
    (void)name, (void)bytes, (void)error;
    for (int i = 0; i < 1000; i++)
        g_usleep(G_USEC_PER_SEC);
    return NULL;
}

static volatile int alarmed;

static void on_alarm(int number)
{
    (void)number;
    alarmed = 1;
}

START_TEST(stopped_while_reading)
{
    write_filing("a.txt", "2022");
    write_filing("b.txt", "2023");
    worker_set_reader(hang, NULL);
    struct sigaction action = {.sa_handler = on_alarm};
    sigaction(SIGALRM, &action, NULL);
    alarmed = 0;
    alarm(1);
    g_autofree char *in = below("in");
    ImportCalls calls = {.stop = &alarmed, .jobs = 2};
    guint refused = 0;
    g_autoptr(GError) error = NULL;
    ck_assert(!import_paths(store, (char *[]){in, NULL}, &calls, &refused, &error));
    worker_set_reader(NULL, NULL);
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_STOPPED));
    ck_assert_uint_eq(stored(), 0);
    ck_assert_msg(waitpid(-1, NULL, WNOHANG) < 0 && errno == ECHILD, "no process is left");
}
END_TEST

/* Two names, one of them a socket's: what each is said to be. */
START_TEST(what_is_no_file)
{
    g_autofree char *address = below("in/a.socket");
    struct sockaddr_un name = {.sun_family = AF_UNIX};
    ck_assert_uint_lt(strlen(address), sizeof name.sun_path);
    memcpy(name.sun_path, address, strlen(address) + 1);
    int bound = socket(AF_UNIX, SOCK_STREAM, 0);
    ck_assert_int_eq(bind(bound, (const struct sockaddr *)&name, sizeof name), 0);
    g_autofree char *channel = below("in/b.fifo");
    g_autofree char *nowhere = below("in/c.link");
    g_autofree char *round = below("in/d.round");
    ck_assert_int_eq(mkfifo(channel, 0600), 0);
    ck_assert_int_eq(symlink("absent", nowhere), 0);
    ck_assert_int_eq(symlink("d.round", round), 0);
    g_autofree char *in = below("in");
    g_autofree char *absent = below("absent.txt");
    Heard heard = {0};
    guint refused = 0;
    ck_assert(import((char *[]){in, (char *)"/dev/null", absent, NULL}, &heard, &refused, NULL));
    close(bound);
    ck_assert_str_eq(heard.messages->str,
                     "是套接字，不是普通文件\n是管道，不是普通文件\n是链接，所指的文件不存在\n是链接，绕成了圈\n"
                     "是设备，不是普通文件\n没有这个文件\n");
    ck_assert_uint_eq(refused, 6);
    heard_clear(&heard);
}
END_TEST

/* Folders in folders have an end, and it is told. */
START_TEST(folders_too_deep)
{
    g_autoptr(GString) path = g_string_new(folder);
    g_string_append(path, "/in");
    for (int i = 0; i < 40; i++)
        g_string_append(path, "/d");
    ck_assert_int_eq(g_mkdir_with_parents(path->str, 0700), 0);
    write_filing("a.txt", "2024");
    Heard heard = {0};
    guint refused = 0;
    import_all(&heard, &refused);
    ck_assert_str_eq(heard.log->str, "a.txt=read d=refused");
    ck_assert_ptr_nonnull(strstr(heard.messages->str, "层数太多"));
    heard_clear(&heard);
}
END_TEST

static void write_bytes(const char *name, GBytes *bytes)
{
    g_autofree char *path = g_build_filename(folder, "in", name, NULL);
    gsize length = 0;
    const char *data = g_bytes_get_data(bytes, &length);
    ck_assert(g_file_set_contents(path, data, (gssize)length, NULL));
    g_bytes_unref(bytes);
}

/* Two filings among everything that is none: one line for each of those, and the two are in. */
START_TEST(bad_company)
{
    write_filing("a.txt", "2023");
    write_filing("m.pdf", "2024"); /* whose name lies */
    write_bytes("b.pdf", pdf_of_page(""));
    GBytes *whole = pdf_of_page("BT /L 9 Tf 50 50 Td (1.00) Tj ET");
    write_bytes("c.pdf", g_bytes_new_from_bytes(whole, 0, 60));
    g_bytes_unref(whole);
    PdfBuilder *pdf = pdf_new();
    int stream = pdf_stream(pdf, "", "BT ET", 5, false);
    for (int i = 0; i < 3000; i++)
        pdf_page_of_stream(pdf, stream, "", "");
    write_bytes("d.pdf", pdf_finish(pdf));
    g_autofree char *zeros = g_malloc0(8 << 20);
    write_bytes("e.zip", zipped(&(Zipped){.name = "a.txt", .text = zeros, .length = 8 << 20}, 1));
    write_text("f.xlsx", "PK\x03\x04 and no more");
    write_text("g.html", "<!DOCTYPE html><html><body><p>没有表。</p></body></html>");
    g_autofree char *round = below("in/h.link");
    g_autofree char *channel = below("in/i.fifo");
    ck_assert_int_eq(symlink("h.link", round), 0);
    ck_assert_int_eq(mkfifo(channel, 0600), 0);
    Heard heard = {.jobs = 2};
    guint refused = 0;
    import_all(&heard, &refused);
    ck_assert_str_eq(heard.log->str, "a.txt=read b.pdf=refused c.pdf=refused d.pdf=refused e.zip=refused f.xlsx=refused g.html=refused "
                                     "h.link=refused i.fifo=refused m.pdf=read");
    static const char *const said[] = {"没有文字层", "损坏", "有 3000 页", "压缩", "是链接，绕成了圈", "是管道"};
    for (gsize i = 0; i < G_N_ELEMENTS(said); i++)
        ck_assert_msg(strstr(heard.messages->str, said[i]) != NULL, "%s is not in\n%s", said[i], heard.messages->str);
    ck_assert_uint_eq(refused, 8);
    ck_assert_uint_eq(stored(), 2);
    heard_clear(&heard);
}
END_TEST

Suite *import_suite(void)
{
    Suite *suite = suite_create("import");
    TCase *importing = tcase_create("import");
    tcase_add_checked_fixture(importing, set_up, tear_down);
    tcase_set_timeout(importing, 60);
    tcase_add_test(importing, folder_walk);
    tcase_add_test(importing, known_file);
    tcase_add_test(importing, refused_files);
    tcase_add_test(importing, nothing_to_import);
    tcase_add_test(importing, links);
    tcase_add_test(importing, fifo);
    tcase_add_test(importing, file_that_vanishes);
    tcase_add_test(importing, file_without_leave);
    tcase_add_test(importing, stopped);
    tcase_add_test(importing, file_too_large);
    tcase_add_test(importing, in_silence);
    tcase_add_test(importing, store_fails);
    tcase_add_loop_test(importing, jobs_make_no_difference, 0, 2);
    tcase_add_loop_test(importing, one_crash_among_many, 1, 4);
    tcase_add_test(importing, stopped_while_reading);
    tcase_add_test(importing, what_is_no_file);
    tcase_add_test(importing, folders_too_deep);
    tcase_add_test(importing, bad_company);
    suite_add_tcase(suite, importing);
    return suite;
}
