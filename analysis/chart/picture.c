/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/chart/picture.h"

#include <string.h>

#include "analysis/chart/circles.h"

/* Cairo takes font sizes for points at 96 to the inch: three quarters of a point are a pixel. PNG
 * is drawn at one and a half times the sheet, for slides; PDF at a hundred pixels to the inch,
 * which fits the width of A4. */
static const PictureFormat FORMATS[] = {
    { ".svg", "svg background '#FFFFFF'", "", 1.0, 0.0, 1.0, "<?xml" },
    { ".png", "pngcairo background '#FFFFFF'", "", 1.5, 1.125, 1.5, "\x89PNG" },
    { ".pdf", "pdfcairo background '#FFFFFF'", "in", 0.01, 0.54, 1.0, "%PDF" },
    { ".gp", NULL, "", 1.0, 0.0, 1.0, "#" },
};

/* What scripts draw when they are run by hand. */
static const PictureFormat *const SVG = &FORMATS[0];

/* A picture without a single path is larger than this. */
static const gsize SMALLEST_PICTURE = 64;

/* For readers of an SVG who lack its font: what their systems have for Chinese. */
static const char FALLBACK_FAMILIES[] = "Noto Sans CJK SC, Source Han Sans SC, PingFang SC, "
                                        "Microsoft YaHei, WenQuanYi Micro Hei, sans-serif";

const PictureFormat *picture_format_from_path(const char *path)
{
    gsize length = strlen(path);
    for (guint i = 0; i < G_N_ELEMENTS(FORMATS); i++) {
        gsize suffix = strlen(FORMATS[i].suffix);
        if (length > suffix && g_ascii_strcasecmp(path + length - suffix, FORMATS[i].suffix) == 0)
            return &FORMATS[i];
    }
    return NULL;
}

/* Names stand inside quotes and before a comma, in gnuplot and again in its drivers. */
char *picture_font(const char *wish)
{
    g_autofree char *valid = g_utf8_make_valid(wish != NULL ? wish : "", -1);
    GString *font = g_string_new(NULL);
    for (const char *at = valid; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar character = g_utf8_get_char(at);
        if (g_unichar_isalnum(character) || character == ' ' || character == '-')
            g_string_append_unichar(font, character);
    }
    if (font->len == 0)
        g_string_append(font, "Sans");
    return g_string_free(font, FALSE);
}

static char *number_text(double number)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    return g_strdup(g_ascii_formatd(text, sizeof text, "%.6g", number));
}

/* SVG wants a name, which keeps the ids of several pictures in one page apart; cairo wants to know
 * its scale. */
static char *terminal_options(const PictureFormat *format, const char *name)
{
    if (format == SVG) {
        g_autofree char *id = g_strdelimit(g_strdup(name), "-", '_');
        return g_strdup_printf("name '%s'", id);
    }
    g_autofree char *fontscale = number_text(format->fontscale);
    g_autofree char *linewidth = number_text(format->linewidth);
    return g_strdup_printf("fontscale %s linewidth %s", fontscale, linewidth);
}

/* A reset also clears gnuplot's error number, so it must stand first and nowhere else. */
char *picture_script(const PictureFormat *format, const ChartScript *script, const char *font,
                     const char *name)
{
    g_autofree char *width = number_text(script->width * format->scale);
    g_autofree char *height = number_text(script->height * format->scale);
    g_autofree char *options = terminal_options(format, name);
    return g_strdup_printf("reset\n"
                           "undefine $*\n"
                           "set encoding utf8\n"
                           "face = '%s'\n"
                           "set terminal %s size %s%s,%s%s %s font face.',14'\n"
                           "set output '%s%s'\n"
                           "%s"
                           "unset output\n",
                           font, format->terminal, width, format->unit, height, format->unit,
                           options, name, format->suffix, script->text);
}

char *picture_script_alone(const ChartScript *script, const char *font, const char *name)
{
    g_autofree char *text = picture_script(SVG, script, font, name);
    return g_strdup_printf("# gnuplot -d %s.gp\n%s", name, text);
}

bool picture_plausible(const PictureFormat *format, const char *bytes, gsize length)
{
    return length >= SMALLEST_PICTURE && memcmp(bytes, format->magic, strlen(format->magic)) == 0;
}

char *picture_svg_repair(const char *svg, const char *font)
{
    g_autofree char *bold = g_strdup_printf("font-family=\"%s:Bold\"", font);
    g_autofree char *plain = g_strdup_printf("font-family=\"%s\"", font);
    bool listed = g_str_has_prefix(FALLBACK_FAMILIES, font);
    g_autofree char *families = g_strdup_printf("font-family=\"%s%s%s\"", listed ? "" : font,
                                                listed ? "" : ", ", FALLBACK_FAMILIES);
    g_autofree char *heavy = g_strconcat(families, " font-weight=\"bold\"", NULL);
    GString *repaired = g_string_new(svg);
    g_string_replace(repaired, plain, families, 0);
    g_string_replace(repaired, bold, heavy, 0);
    g_autofree char *text = g_string_free(repaired, FALSE);
    return svg_with_circles(text);
}
