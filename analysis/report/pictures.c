/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/report/pictures.h"

#include <glib/gstdio.h>

#include "analysis/chart/charts.h"
#include "analysis/chart/font.h"
#include "analysis/chart/gnuplot.h"
#include "schema/clean.h"
#include "schema/language.h"

static void picture_free(gpointer data)
{
    Picture *picture = data;
    g_free(picture->file);
    g_free(picture->title);
    g_free(picture->svg);
    g_free(picture->why);
    g_free(picture);
}

typedef struct {
    Gnuplot *gnuplot; /* NULL when there is none */
    bool font;        /* one that covers Chinese */
    const char *folder;
    GPtrArray *warnings;
} Easel;

static void warn(Easel *easel, const char *what, const GError *error)
{
    g_ptr_array_add(easel->warnings, g_strdup_printf("%s: %s", what, error->message));
}

static void easel_open(Easel *easel)
{
    g_autoptr(GError) error = NULL;
    easel->gnuplot = gnuplot_start(&error);
    if (easel->gnuplot == NULL) {
        warn(easel, say("报告中没有图", "The report has no charts"), error);
        return;
    }
    g_autofree char *font = chart_font_find(&error);
    easel->font = font != NULL;
    gnuplot_set_font(easel->gnuplot, font);
    if (font == NULL)
        warn(easel, say("图中的汉字可能显示不出", "Chinese may not show in the charts"), error);
}

/* Draws over what an earlier run left, or takes it away: an old picture beside a new report would mislead. */
static bool draw(Easel *easel, const Chart *chart, const char *name, const char *ending, bool wanted, char **path,
                 GError **error)
{
    g_autofree char *file = g_strconcat(name, ending, NULL);
    *path = g_build_filename(easel->folder, file, NULL);
    if (wanted && chart != NULL && gnuplot_draw(easel->gnuplot, chart, *path, error))
        return true;
    g_unlink(*path);
    return false;
}

static void picture_draw(Easel *easel, Picture *picture, const Chart *chart)
{
    g_autofree char *script = NULL;
    g_autofree char *svg = NULL;
    g_autofree char *png = NULL;
    g_autoptr(GError) error = NULL;
    draw(easel, chart, picture->file, ".gp", true, &script, NULL);
    if (draw(easel, chart, picture->file, ".svg", easel->gnuplot != NULL, &svg, &error))
        g_file_get_contents(svg, &picture->svg, NULL, &error);
    picture->png = draw(easel, chart, picture->file, ".png", picture->svg != NULL, &png, NULL);
    if (error != NULL && chart != NULL) {
        warn(easel, picture->file, error);
        picture->why = g_strdup(error->message);
    }
}

static Picture *picture_of(Easel *easel, const DepartmentYear *view, const char *name)
{
    Picture *picture = g_new0(Picture, 1);
    g_autoptr(GError) error = NULL;
    g_autoptr(Chart) chart = chart_from_department_year(view, name, NULL, &error);
    picture->file = g_strdup(name);
    picture->title = text_clean(chart != NULL ? chart->title : name);
    picture->empty = chart == NULL;
    if (chart == NULL)
        picture->why = g_strdup(error->message);
    picture_draw(easel, picture, chart);
    if (picture->svg == NULL && picture->why == NULL)
        picture->why = g_strdup(say("没有 gnuplot，图没有画", "there is no gnuplot to draw it"));
    return picture;
}

GPtrArray *pictures_from_year(const DepartmentYear *view, const char *folder, GPtrArray *warnings)
{
    GPtrArray *pictures = g_ptr_array_new_with_free_func(picture_free);
    Easel easel = {.folder = folder, .warnings = warnings};
    easel_open(&easel);
    const char *const *names = chart_names();
    for (guint i = 0; names[i] != NULL; i++)
        g_ptr_array_add(pictures, picture_of(&easel, view, names[i]));
    g_autoptr(GError) error = NULL;
    if (easel.gnuplot != NULL && !gnuplot_finish(easel.gnuplot, &error))
        warn(&easel, "gnuplot", error);
    return pictures;
}
