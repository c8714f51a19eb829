/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cmd/verb.h"

#include <string.h>

const Verb *const verbs[] = {
    &verb_import, &verb_list,    &verb_show,  &verb_check, &verb_trace,  &verb_review, &verb_variance, &verb_trend,
    &verb_compare, &verb_score, &verb_chart, &verb_report, &verb_export, &verb_merge, &verb_rebuild, NULL,
};

const OptionSpec global_options[] = {
    {"db", 0, OPTION_TEXT, "FILE", "库文件；默认 $YUSUAN_DB，否则当前目录的 yusuan.db",
     "the store; default $YUSUAN_DB, else yusuan.db in the current folder"},
    {"lang", 0, OPTION_TEXT, "zh|en", "界面语言；默认按系统语言",
     "language of what is said; default by the locale"},
    {"format", 0, OPTION_TEXT, "table|tsv|csv|json", "各行数据的格式", "format of rows of data"},
    {"color", 0, OPTION_TEXT, "auto|always|never", "颜色；默认只在终端上，NO_COLOR 关闭",
     "colour; default on a terminal only, NO_COLOR turns it off"},
    {"no-pager", 0, OPTION_FLAG, NULL, "不分页；默认在终端上用 $YUSUAN_PAGER、$PAGER 或 less 分页",
     "no pager; default on a terminal $YUSUAN_PAGER, $PAGER or less"},
    {"quiet", 'q', OPTION_FLAG, NULL, "不显示进度和提示", "no progress and no hints"},
    {"verbose", 'v', OPTION_FLAG, NULL, "显示得更详细", "show more detail"},
    {"help", 'h', OPTION_FLAG, NULL, "显示帮助", "show help"},
    {"version", 0, OPTION_FLAG, NULL, "显示版本", "show the version"},
    {NULL, 0, OPTION_FLAG, NULL, NULL, NULL},
};

const Verb *verb_find(const char *name)
{
    for (const Verb *const *verb = verbs; *verb != NULL; verb++)
        if (strcmp((*verb)->name, name) == 0)
            return *verb;
    return NULL;
}
