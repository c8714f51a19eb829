/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/chart/gnuplot.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

#include "analysis/chart/picture.h"
#include "analysis/chart/process.h"
#include "analysis/chart/script.h"
#include "schema/language.h"

static const guint USUAL_LIMIT = 30000; /* milliseconds; a chart takes some fifteen */

/* Printed by gnuplot after each chart, then the chart's number and gnuplot's own error number. */
static const char MARK[] = "yusuan-chart-done ";

struct Gnuplot {
    char *program;
    char *folder; /* gnuplot's working folder; removed at the end unless it keeps a script */
    char *font;
    ChartProcess *child; /* NULL after a failure, until the next chart */
    guint limit;
    guint n_asked;
    bool hung; /* no chart of ours makes gnuplot hang: the machine does, and would again */
};

static char *file_in_folder(const Gnuplot *gnuplot, const char *name, const char *suffix)
{
    g_autofree char *file = g_strconcat(name, suffix, NULL);
    return g_build_filename(gnuplot->folder, file, NULL);
}

/* --- what gnuplot is told --------------------------------------------------------------------- */

/*
 * The commands for one chart. They go through a file, which gnuplot loads: it reads its standard
 * input byte by byte, and would take longer to read a script than to draw it.
 */
static bool request_save(const Gnuplot *gnuplot, const PictureFormat *format,
                         const ChartScript *script, const char *name)
{
    g_autofree char *text = picture_script(format, script, gnuplot->font, name);
    g_autofree char *path = file_in_folder(gnuplot, name, ".gp");
    return g_file_set_contents_full(path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
}

static char *request_text(const Gnuplot *gnuplot, const char *name)
{
    return g_strdup_printf("load '%s.gp'\n"
                           "set print '-'\n"
                           "print sprintf('%s%%d %%d', %u, GPVAL_ERRNO)\n",
                           name, MARK, gnuplot->n_asked);
}

/* --- the process ------------------------------------------------------------------------------ */

static char *program_find(GError **error)
{
    const char *wish = g_getenv("YUSUAN_GNUPLOT");
    const char *name = wish != NULL && *wish != '\0' ? wish : "gnuplot";
    g_autofree char *found = g_find_program_in_path(name);
    if (found == NULL) {
        g_set_error(error, CHART_ERROR, CHART_ERROR_MISSING,
                    say("找不到 %s，无法作图：请安装 gnuplot-nox",
                        "%s is not installed, so no charts: install gnuplot-nox"),
                    name);
        return NULL;
    }
    return g_canonicalize_filename(found, NULL); /* the process runs in another folder */
}

static char **environment_make(void)
{
    static const char *const IGNORED[] = { "GNUPLOT_LIB",    "GNUPLOT_DRIVER_DIR",
                                           "GNUPLOT_PS_DIR", "FIT_SCRIPT",
                                           "FIT_LOG",        "GDFONTPATH" };
    char **environment = g_get_environ();
    for (guint i = 0; i < G_N_ELEMENTS(IGNORED); i++)
        environment = g_environ_unsetenv(environment, IGNORED[i]);
    environment = g_environ_setenv(environment, "GNUTERM", "unknown", TRUE);
    return g_environ_setenv(environment, "LC_ALL", "C.UTF-8", TRUE);
}

static bool process_start(Gnuplot *gnuplot, GError **error)
{
    g_autoptr(GError) cause = NULL;
    g_auto(GStrv) environment = environment_make();
    char *arguments[] = { gnuplot->program, (char[]){ "-d" }, NULL };
    gnuplot->child = chart_process_start(arguments, environment, gnuplot->folder, &cause);
    if (gnuplot->child != NULL)
        return true;
    g_set_error(error, CHART_ERROR, CHART_ERROR_FAILED,
                say("无法启动 %s：%s", "cannot start %s: %s"), gnuplot->program, cause->message);
    return false;
}

Gnuplot *gnuplot_start(GError **error)
{
    g_autofree char *program = program_find(error);
    if (program == NULL)
        return NULL;
    g_autoptr(GError) cause = NULL;
    g_autofree char *folder = g_dir_make_tmp("yusuan-chart-XXXXXX", &cause);
    if (folder == NULL) {
        g_set_error(error, CHART_ERROR, CHART_ERROR_WRITE,
                    say("无法建立临时文件夹：%s", "cannot make a temporary folder: %s"),
                    cause->message);
        return NULL;
    }
    Gnuplot *gnuplot = g_new0(Gnuplot, 1);
    gnuplot->program = g_steal_pointer(&program);
    gnuplot->folder = g_steal_pointer(&folder);
    gnuplot->font = picture_font(NULL);
    gnuplot->limit = USUAL_LIMIT;
    if (!process_start(gnuplot, error))
        g_clear_pointer(&gnuplot, gnuplot_free);
    return gnuplot;
}

void gnuplot_set_font(Gnuplot *gnuplot, const char *family)
{
    g_free(gnuplot->font);
    gnuplot->font = picture_font(family);
}

void gnuplot_set_limit(Gnuplot *gnuplot, guint milliseconds)
{
    gnuplot->limit = milliseconds;
}

/* --- drawing ---------------------------------------------------------------------------------- */

/* What became of a chart: NULL when all is well, else a message, with the code of the error. */
static char *fault_from_answer(const Gnuplot *gnuplot, ChartProcessOutcome outcome,
                               const char *answer, ChartError *code)
{
    *code = CHART_ERROR_FAILED;
    if (outcome == CHART_PROCESS_HUNG) {
        *code = CHART_ERROR_HUNG;
        return g_strdup_printf(say("gnuplot 在 %.0f 秒内没有进展，已终止",
                                   "gnuplot made no progress for %.0f s and was killed"),
                               gnuplot->limit / 1000.0);
    }
    if (outcome == CHART_PROCESS_ENDED)
        return g_strdup(say("gnuplot 中途退出", "gnuplot ended before the chart was done"));
    g_autofree char *expected = g_strdup_printf("%u 0", gnuplot->n_asked);
    if (!g_str_equal(answer, expected))
        return g_strdup(say("gnuplot 报错", "gnuplot reports an error"));
    return NULL;
}

static char *status_text(int status)
{
    if (WIFSIGNALED(status))
        return g_strdup_printf(say("（信号 %d）", " (signal %d)"), WTERMSIG(status));
    if (WIFEXITED(status) && WEXITSTATUS(status) != 0)
        return g_strdup_printf(say("（退出码 %d）", " (exit status %d)"), WEXITSTATUS(status));
    return g_strdup("");
}

/* Ends the process that failed: whatever state it is in, the next chart shall not inherit it. */
static char *process_bury(Gnuplot *gnuplot, ChartProcessOutcome outcome)
{
    int status = 0;
    g_autofree char *complaints = g_strdup(chart_process_complaints(gnuplot->child));
    if (outcome == CHART_PROCESS_ENDED)
        chart_process_finish(gnuplot->child, MIN(gnuplot->limit, 1000), &status);
    else
        chart_process_kill(gnuplot->child, NULL);
    gnuplot->child = NULL;
    g_autofree char *how = status_text(status);
    return g_strdup_printf("%s%s%s", how, *complaints != '\0' ? say("：", ": ") : "", complaints);
}

/* Says in words where the script is; the user can run it by hand. */
static char *script_keep(const Gnuplot *gnuplot, const ChartScript *script, const char *name)
{
    g_autofree char *text = picture_script_alone(script, gnuplot->font, name);
    g_autofree char *path = file_in_folder(gnuplot, name, ".gp");
    if (!g_file_set_contents(path, text, -1, NULL))
        return g_strdup("");
    return g_strdup_printf(say("；脚本保留在 %s", "; its script is kept in %s"), path);
}

static void script_discard(const Gnuplot *gnuplot, const char *name)
{
    g_autofree char *path = file_in_folder(gnuplot, name, ".gp");
    g_unlink(path);
}

/* The finished picture's bytes; NULL when there is none, or something that is none. */
static char *picture_load(const Gnuplot *gnuplot, const PictureFormat *format, const char *name,
                          gsize *length)
{
    g_autofree char *path = file_in_folder(gnuplot, name, format->suffix);
    g_autofree char *bytes = NULL;
    bool whole = g_file_get_contents(path, &bytes, length, NULL) &&
                 picture_plausible(format, bytes, *length);
    g_unlink(path);
    return whole ? g_steal_pointer(&bytes) : NULL;
}

/*
 * Under another name first, then in its place: whoever looks finds the old picture or the new one, whole. It is not
 * forced to the disk, since it can be drawn again and waiting for the disk would take longer than drawing.
 */
static bool picture_save(const char *path, const char *bytes, gsize length, GError **error)
{
    g_autofree char *beside = g_strconcat(path, ".new", NULL);
    g_autoptr(GError) cause = NULL;
    bool written = g_file_set_contents_full(beside, bytes, (gssize)length, G_FILE_SET_CONTENTS_NONE, 0666, &cause);
    if (written && g_rename(beside, path) == 0)
        return true;
    int reason = errno;
    if (written)
        g_unlink(beside);
    g_set_error(error, CHART_ERROR, CHART_ERROR_WRITE, say("无法写入 %s：%s", "cannot write %s: %s"), path,
                written ? g_strerror(reason) : cause->message);
    return false;
}

static bool draw_fail(const Gnuplot *gnuplot, const ChartScript *script, const char *name,
                      ChartError code, const char *fault, const char *detail, GError **error)
{
    g_autofree char *kept = script_keep(gnuplot, script, name);
    g_set_error(error, CHART_ERROR, (gint)code, say("图 %s：%s%s%s", "chart %s: %s%s%s"), name,
                fault, detail, kept);
    return false;
}

static bool folder_fail(const Gnuplot *gnuplot, GError **error)
{
    g_set_error(error, CHART_ERROR, CHART_ERROR_WRITE,
                say("无法写入临时文件夹 %s", "cannot write to the temporary folder %s"),
                gnuplot->folder);
    return false;
}

static bool hung_fail(const char *name, GError **error)
{
    g_set_error(
        error, CHART_ERROR, CHART_ERROR_HUNG,
        say("图 %s 没有画：gnuplot 先前没有反应", "chart %s is not drawn: gnuplot hung before"),
        name);
    return false;
}

static bool picture_draw(Gnuplot *gnuplot, const ChartScript *script, const PictureFormat *format,
                         const char *name, const char *path, GError **error)
{
    if (gnuplot->hung)
        return hung_fail(name, error);
    if (gnuplot->child == NULL && !process_start(gnuplot, error))
        return false;
    if (!request_save(gnuplot, format, script, name))
        return folder_fail(gnuplot, error);
    gnuplot->n_asked++;
    g_autofree char *request = request_text(gnuplot, name);
    g_autofree char *answer = NULL;
    ChartError code;
    ChartProcessOutcome outcome =
        chart_process_ask(gnuplot->child, request, MARK, gnuplot->limit, &answer);
    g_autofree char *fault = fault_from_answer(gnuplot, outcome, answer, &code);
    gsize length = 0;
    g_autofree char *bytes = picture_load(gnuplot, format, name, &length);
    if (fault == NULL && bytes == NULL)
        fault = g_strdup(say("gnuplot 没有写出图片", "gnuplot wrote no picture"));
    gnuplot->hung = outcome == CHART_PROCESS_HUNG;
    if (fault != NULL) {
        g_autofree char *detail = process_bury(gnuplot, outcome);
        return draw_fail(gnuplot, script, name, code, fault, detail, error);
    }
    script_discard(gnuplot, name);
    if (g_str_equal(format->suffix, ".svg")) {
        g_autofree char *svg = picture_svg_repair(bytes, gnuplot->font);
        return picture_save(path, svg, strlen(svg), error);
    }
    return picture_save(path, bytes, length, error);
}

static bool script_save(const Gnuplot *gnuplot, const ChartScript *script, const char *name,
                        const char *path, GError **error)
{
    g_autofree char *font = picture_font(gnuplot != NULL ? gnuplot->font : NULL);
    g_autofree char *text = picture_script_alone(script, font, name);
    return picture_save(path, text, strlen(text), error);
}

bool gnuplot_draw(Gnuplot *gnuplot, const Chart *chart, const char *path, GError **error)
{
    const PictureFormat *format = picture_format_from_path(path);
    if (format == NULL) {
        g_set_error(error, CHART_ERROR, CHART_ERROR_FORMAT,
                    say("%s：图的文件名须以 .png、.svg、.pdf 或 .gp 结尾",
                        "%s: a chart's file ends in .png, .svg, .pdf or .gp"),
                    path);
        return false;
    }
    g_autoptr(ChartScript) script = script_from_chart(chart, error);
    if (script == NULL)
        return false;
    if (format->terminal == NULL)
        return script_save(gnuplot, script, chart->name, path, error);
    g_return_val_if_fail(gnuplot != NULL, false);
    return picture_draw(gnuplot, script, format, chart->name, path, error);
}

/* --- the end ---------------------------------------------------------------------------------- */

static bool process_finish(Gnuplot *gnuplot, GError **error)
{
    int status = 0;
    if (gnuplot->child == NULL)
        return true;
    g_autofree char *complaints = g_strdup(chart_process_complaints(gnuplot->child));
    ChartProcessOutcome outcome =
        chart_process_finish(g_steal_pointer(&gnuplot->child), gnuplot->limit, &status);
    if (outcome == CHART_PROCESS_HUNG) {
        g_set_error_literal(error, CHART_ERROR, CHART_ERROR_HUNG,
                            say("gnuplot 没有退出，已终止", "gnuplot did not end and was killed"));
        return false;
    }
    if (status == 0)
        return true;
    g_autofree char *how = status_text(status);
    g_set_error(error, CHART_ERROR, CHART_ERROR_FAILED,
                say("gnuplot 没有正常结束%s %s", "gnuplot did not end well%s %s"), how, complaints);
    return false;
}

bool gnuplot_finish(Gnuplot *gnuplot, GError **error)
{
    if (gnuplot == NULL)
        return true;
    bool well = process_finish(gnuplot, error);
    g_rmdir(gnuplot->folder); /* fails, as it should, where a script is kept */
    g_free(gnuplot->program);
    g_free(gnuplot->folder);
    g_free(gnuplot->font);
    g_free(gnuplot);
    return well;
}

void gnuplot_free(Gnuplot *gnuplot)
{
    gnuplot_finish(gnuplot, NULL);
}
