/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/chart/font.h"

#include "analysis/chart/chart.h"
#include "schema/language.h"

/* Sans-serif faces made for screens, simplified Chinese first; then whatever else is usual. */
static const char *const PREFERRED[] = {
    "Noto Sans CJK SC",    "Noto Sans SC",        "Source Han Sans SC",
    "Source Han Sans CN",  "WenQuanYi Micro Hei", "WenQuanYi Zen Hei",
    "Microsoft YaHei",     "PingFang SC",         "SimHei",
    "Droid Sans Fallback", "Noto Sans CJK TC",    "Noto Sans CJK JP",
    "Noto Serif CJK SC",   "AR PL UMing CN",      "AR PL UKai CN",
};

/* Whether the family is among the names of one of the lines. */
static bool list_has(char *const *lines, const char *family)
{
    for (; *lines != NULL; lines++) {
        g_auto(GStrv) names = g_strsplit(*lines, ",", -1);
        for (char **name = names; *name != NULL; name++)
            if (g_str_equal(g_strstrip(*name), family))
                return true;
    }
    return false;
}

char *chart_font_from_list(const char *list)
{
    g_auto(GStrv) lines = g_strsplit(list, "\n", -1);
    for (guint i = 0; i < G_N_ELEMENTS(PREFERRED); i++)
        if (list_has(lines, PREFERRED[i]))
            return g_strdup(PREFERRED[i]);
    for (char **line = lines; *line != NULL; line++) {
        g_auto(GStrv) names = g_strsplit(*line, ",", 2);
        if (names[0] != NULL && *g_strstrip(names[0]) != '\0')
            return g_strdup(names[0]);
    }
    return NULL;
}

/* NULL when fontconfig's program is missing or fails: to us the same as having no font. */
static char *fonts_list(void)
{
    const char *const command[] = { "fc-list", ":lang=zh", "family", NULL };
    char *list = NULL;
    int status = 0;
    if (!g_spawn_sync(NULL, (char **)(void *)command, NULL,
                      G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &list, NULL,
                      &status, NULL))
        return NULL;
    if (!g_spawn_check_wait_status(status, NULL))
        g_clear_pointer(&list, g_free);
    return list;
}

char *chart_font_find(GError **error)
{
    const char *wish = g_getenv("YUSUAN_FONT");
    if (wish != NULL && *wish != '\0')
        return g_strdup(wish);
    g_autofree char *list = fonts_list();
    char *font = list != NULL ? chart_font_from_list(list) : NULL;
    if (font == NULL)
        g_set_error_literal(
            error, CHART_ERROR, CHART_ERROR_FONT,
            say("没有找到中文字体，图中的汉字可能显示为方框：请安装 fonts-noto-cjk（或用 YUSUAN_FONT 指定字体）",
                "no CJK font was found, Chinese text in charts may show as boxes: install "
                "fonts-noto-cjk (or name a font in YUSUAN_FONT)"));
    return font;
}
