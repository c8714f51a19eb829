/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * PDFs: reading them into facts against a bare pass of MuPDF over the same bytes, what a long one takes of memory, and two
 * of them at a time. The PDFs are those below the folder $YUSUAN_PDFS, else the shipped ones.
 */
#include <errno.h>
#include <gio/gio.h>
#include <mupdf/fitz.h>
#include <mupdf/pdf.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "history/input.h"
#include "history/reader.h"
#include "tests/bench/measure.h"

enum { RUNS = 7, LONG_PAGES = 400, COPIES = 40, COPY_RUNS = 5 };

#define MEMORY_MOST 100.0 /* megabytes */

/* A PDF in memory. */
typedef struct {
    char *name;
    GBytes *bytes;
} Pdf;

static void pdf_clear(gpointer data)
{
    Pdf *pdf = data;
    g_free(pdf->name);
    g_bytes_unref(pdf->bytes);
}

static GArray *pdfs_found(GError **error)
{
    const char *folder = g_getenv("YUSUAN_PDFS");
    char *paths[] = {(char *)(folder != NULL ? folder : "tests/filings"), NULL};
    g_autoptr(GPtrArray) files = files_from_paths(paths);
    g_autoptr(GArray) pdfs = g_array_new(FALSE, FALSE, sizeof(Pdf));
    g_array_set_clear_func(pdfs, pdf_clear);
    for (guint i = 0; i < files->len; i++) {
        const char *path = g_ptr_array_index(files, i);
        char *contents = NULL;
        gsize length = 0;
        if (!g_str_has_suffix(path, ".pdf"))
            continue;
        if (!g_file_get_contents(path, &contents, &length, error))
            return NULL;
        Pdf pdf = {g_path_get_basename(path), g_bytes_new_take(contents, length)};
        g_array_append_val(pdfs, pdf);
    }
    if (pdfs->len > 0)
        return g_steal_pointer(&pdfs);
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOENT, "no PDF below %s", paths[0]);
    return NULL;
}

/* --- reading against a bare pass ---------------------------------------------------------------------- */

/* Seconds of processor time of this process. */
static double processor_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void page_pass(fz_context *context, fz_document *document, int number)
{
    fz_page *page = fz_load_page(context, document, number);
    fz_stext_page *text = fz_new_stext_page(context, fz_bound_page(context, page));
    fz_stext_options options = {0};
    fz_device *device = fz_new_stext_device(context, text, &options);
    fz_run_page_contents(context, page, device, fz_identity, NULL);
    fz_close_device(context, device);
    fz_drop_device(context, device);
    fz_drop_stext_page(context, text);
    fz_drop_page(context, page);
}

/* What a program does that wants MuPDF's structured text of each page, and nothing else. Returns the pages. */
static int bare_pass(GBytes *bytes)
{
    gsize length = 0;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    volatile int pages = 0;
    fz_context *context = fz_new_context(NULL, NULL, FZ_STORE_DEFAULT);
    fz_try(context)
    {
        fz_register_document_handlers(context);
        fz_set_warning_callback(context, NULL, NULL);
        fz_stream *stream = fz_open_memory(context, data, length);
        fz_document *document = fz_open_document_with_stream(context, ".pdf", stream);
        pages = fz_count_pages(context, document);
        for (int i = 0; i < pages; i++)
            page_pass(context, document, i);
        fz_drop_document(context, document);
        fz_drop_stream(context, stream);
    }
    fz_catch(context)
        pages = 0;
    fz_drop_context(context);
    return pages;
}

static double time_of_reading(const Pdf *pdf)
{
    double start = processor_seconds();
    g_autoptr(GPtrArray) filings = filings_from_bytes(pdf->name, pdf->bytes, NULL);
    (void)filings;
    return processor_seconds() - start;
}

static double time_of_pass(const Pdf *pdf)
{
    double start = processor_seconds();
    bare_pass(pdf->bytes);
    return processor_seconds() - start;
}

/* Round by round, file by file, the one and the other; one round before, that is not counted. */
static void measure_reading(const GArray *pdfs)
{
    double read[RUNS], passed[RUNS];
    int pages = 0;
    for (guint i = 0; i < pdfs->len; i++) {
        const Pdf *pdf = &g_array_index(pdfs, Pdf, i);
        pages += bare_pass(pdf->bytes);
        time_of_reading(pdf);
    }
    for (int run = 0; run < RUNS; run++) {
        read[run] = passed[run] = 0;
        for (guint i = 0; i < pdfs->len; i++) {
            read[run] += time_of_reading(&g_array_index(pdfs, Pdf, i));
            passed[run] += time_of_pass(&g_array_index(pdfs, Pdf, i));
        }
    }
    measure_print("a page of a PDF into facts", 1e3 * measure_median(read, RUNS) / pages, "MuPDF's structured text of it",
                  1e3 * measure_median(passed, RUNS) / pages, "ms", 1.3);
}

/* --- memory ------------------------------------------------------------------------------------------- */

/* The pages of a PDF, over and over, in one of so many pages. False when MuPDF cannot. */
static bool write_long(const Pdf *pdf, const char *path)
{
    volatile bool done = false;
    fz_context *context = fz_new_context(NULL, NULL, FZ_STORE_DEFAULT);
    fz_try(context)
    {
        fz_register_document_handlers(context);
        pdf_document *whole = pdf_create_document(context);
        gsize length = 0;
        const guint8 *data = g_bytes_get_data(pdf->bytes, &length);
        while (pdf_count_pages(context, whole) < LONG_PAGES) {
            fz_stream *stream = fz_open_memory(context, data, length);
            pdf_document *part = pdf_open_document_with_stream(context, stream);
            pdf_graft_map *map = pdf_new_graft_map(context, whole);
            int pages = MIN(pdf_count_pages(context, part), LONG_PAGES - pdf_count_pages(context, whole));
            for (int page = 0; page < pages; page++)
                pdf_graft_mapped_page(context, map, -1, part, page);
            pdf_drop_graft_map(context, map);
            pdf_drop_document(context, part);
            fz_drop_stream(context, stream);
        }
        pdf_write_options options = pdf_default_write_options;
        options.do_compress = 1;
        pdf_save_document(context, whole, path, &options);
        pdf_drop_document(context, whole);
        done = true;
    }
    fz_catch(context)
        done = false;
    fz_drop_context(context);
    return done;
}

/* The long PDF, and the one whose pages it has. */
typedef struct {
    const Pdf *pdf;
    const char *path;
} LongPdf;

static bool make_long(const LongPdf *file)
{
    return write_long(file->pdf, file->path);
}

/* What every reading needs. */
static bool prepare_only(const LongPdf *file)
{
    (void)file;
    return reader_prepare(NULL);
}

static bool read_long(const LongPdf *file)
{
    char *contents = NULL;
    gsize length = 0;
    if (!reader_prepare(NULL) || !g_file_get_contents(file->path, &contents, &length, NULL))
        return false;
    g_autoptr(GBytes) bytes = g_bytes_new_take(contents, length);
    g_autoptr(GError) fault = NULL;
    g_autoptr(GPtrArray) filings = filings_from_bytes(file->pdf->name, bytes, &fault);
    if (filings == NULL)
        g_printerr("the PDF of many pages was refused: %s\n", fault->message);
    return filings != NULL;
}

/* Does the work in a process of its own, and says how much memory that had at most, in megabytes. */
static bool work_apart(bool (*work)(const LongPdf *), const LongPdf *file, double *peak)
{
    pid_t child = fork();
    if (child == 0)
        _exit(work(file) ? 0 : 1);
    struct rusage used = {0};
    int status = 0;
    while (child > 0 && wait4(child, &status, 0, &used) < 0 && errno == EINTR)
        ;
    *peak = (double)used.ru_maxrss * 1024 / 1e6;
    return child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* A narrative and tables both, most likely. */
static const Pdf *longest(const GArray *pdfs)
{
    const Pdf *most = &g_array_index(pdfs, Pdf, 0);
    int pages = 0;
    for (guint i = 0; i < pdfs->len; i++) {
        int own = bare_pass(g_array_index(pdfs, Pdf, i).bytes);
        if (own > pages)
            most = &g_array_index(pdfs, Pdf, i);
        pages = MAX(pages, own);
    }
    return most;
}

static bool measure_memory(const Bench *bench, const GArray *pdfs, GError **error)
{
    g_autofree char *path = g_build_filename(bench->folder, "long.pdf", NULL);
    LongPdf file = {longest(pdfs), path};
    double making, idle, peak;
    if (!work_apart(make_long, &file, &making) || !work_apart(prepare_only, &file, &idle) || !work_apart(read_long, &file, &peak)) {
        g_set_error_literal(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "the PDF of many pages could not be made or read");
        return false;
    }
    g_autofree char *name = g_strdup_printf("memory for %d pages, beyond %.0f MB", LONG_PAGES, idle);
    measure_print(name, peak - idle, "aim", MEMORY_MOST, "MB", 1);
    return true;
}

/* --- two at a time ------------------------------------------------------------------------------------ */

/* Copies that differ by what stands behind their end. */
static bool write_copies(const GArray *pdfs, const char *folder, GError **error)
{
    if (g_mkdir_with_parents(folder, 0700) != 0)
        return false;
    for (guint i = 0; i < COPIES; i++) {
        const Pdf *pdf = &g_array_index(pdfs, Pdf, i % pdfs->len);
        gsize length = 0;
        const char *data = g_bytes_get_data(pdf->bytes, &length);
        g_autoptr(GString) copy = g_string_new_len(data, (gssize)length);
        g_string_append_printf(copy, "\n%% copy %u\n", i);
        g_autofree char *name = g_strdup_printf("%02u-%s", i, pdf->name);
        g_autofree char *path = g_build_filename(folder, name, NULL);
        if (!g_file_set_contents(path, copy->str, (gssize)copy->len, error))
            return false;
    }
    return true;
}

/* Imports all copies `beside` times at once, by as many programs, each into a store of its own. */
static bool import_copies(const Bench *bench, const char *folder, const char *jobs, int beside, double *seconds, GError **error)
{
    g_autoptr(GPtrArray) programs = g_ptr_array_new_with_free_func(g_object_unref);
    double start = measure_now();
    for (int i = 0; i < beside; i++) {
        static int number = 0;
        g_autofree char *name = g_strdup_printf("%s/copies-%d.db", bench->folder, number++);
        GSubprocess *program = g_subprocess_new(G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, error,
                                                bench->program, "--db", name, "import", "-q", "--jobs", jobs, folder, NULL);
        if (program == NULL)
            return false;
        g_ptr_array_add(programs, program);
    }
    for (guint i = 0; i < programs->len; i++)
        if (!g_subprocess_wait_check(g_ptr_array_index(programs, i), NULL, error))
            return false;
    *seconds = measure_now() - start;
    return true;
}

static bool measure_jobs(const Bench *bench, const GArray *pdfs, GError **error)
{
    g_autofree char *folder = g_build_filename(bench->folder, "copies", NULL);
    double one[COPY_RUNS], two[COPY_RUNS], beside[COPY_RUNS];
    if (!write_copies(pdfs, folder, error))
        return false;
    for (int run = 0; run < COPY_RUNS; run++)
        if (!import_copies(bench, folder, "1", 1, &one[run], error) || !import_copies(bench, folder, "2", 1, &two[run], error) ||
            !import_copies(bench, folder, "1", 2, &beside[run], error))
            return false;
    double alone = 1e3 * measure_median(one, COPY_RUNS) / COPIES;
    measure_print("import of a PDF, two at a time", 1e3 * measure_median(two, COPY_RUNS) / COPIES, "one at a time", alone, "ms", 0.6);
    /* Two programs have nothing to wait for but the machine: no import can be faster than they are. */
    measure_print("by two programs, each all PDFs", 1e3 * measure_median(beside, COPY_RUNS) / COPIES / 2, "one at a time", alone, "ms", 0);
    return true;
}

bool measure_paper(const Bench *bench, GError **error)
{
    g_autoptr(GArray) pdfs = pdfs_found(error);
    if (pdfs == NULL || !measure_memory(bench, pdfs, error) || !reader_prepare(error))
        return false;
    measure_reading(pdfs);
    return measure_jobs(bench, pdfs, error);
}
