/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "cmd/paragraph.h"
#include "cmd/verb.h"
#include "schema/error.h"
#include "schema/language.h"

static const RowColumn columns[] = {
    {"store", ROW_TEXT, "库", "store", 52},
    {"files", ROW_NUMBER, "并入文件", "files", 0},
    {"known", ROW_NUMBER, "已有", "known", 0},
    {"reviews", ROW_NUMBER, "并入签收", "reviews", 0},
    {"state", ROW_TEXT, "结果", "result", 0},
    {"message", ROW_TEXT, NULL, NULL, 0}, /* for programs; people are told on standard error */
};

static void add_merged(RowWriter *rows, const char *path, const StoreMerged *merged, bool table)
{
    rows_text(rows, path);
    rows_integer(rows, merged->files);
    rows_integer(rows, merged->known);
    rows_integer(rows, merged->reviews);
    rows_field(rows, "merged", say("已并入", "merged"));
    if (!table)
        rows_absent(rows);
}

static void add_refused(RowWriter *rows, const char *path, const GError *fault, bool table)
{
    rows_text(rows, path);
    for (int i = 0; i < 3; i++)
        rows_absent(rows);
    rows_mean(rows, MEANING_ERROR);
    rows_field(rows, "refused", say("未并入", "refused"));
    if (!table)
        rows_text(rows, fault->message);
    g_autofree char *message = harmless(fault->message, false);
    fprintf(stderr, say("yusuan: 未并入 %s：%s\n", "yusuan: refused %s: %s\n"), path, message);
}

/* Each store is one transaction; one that is refused leaves no trace, and the others are merged all the same. */
static bool merge_run(Session *session, GError **error)
{
    bool table = session->format == ROWS_TABLE;
    bool done = true;
    RowWriter *rows = rows_new(columns, G_N_ELEMENTS(columns) - table, session->format, session->color);
    for (char **path = session->arguments; done && *path != NULL; path++) {
        g_autofree char *shown = harmless(*path, false);
        g_autoptr(GError) fault = NULL;
        StoreMerged merged;
        if (store_merge(session->store, *path, &merged, &fault)) {
            add_merged(rows, shown, &merged, table);
        } else if (g_error_matches(fault, YUSUAN_ERROR, YUSUAN_ERROR_INPUT)) {
            add_refused(rows, shown, fault, table);
            session->status = STATUS_REFUSED;
        } else {
            g_propagate_error(error, g_steal_pointer(&fault));
            done = false;
        }
    }
    rows_finish(rows);
    return done;
}

static const OptionSpec options[] = {{NULL, 0, OPTION_FLAG, NULL, NULL, NULL}};

const Verb verb_merge = {
    .name = "merge",
    .store = VERB_WRITES_STORE,
    .arguments_zh = "库…",
    .arguments_en = "DB…",
    .least = 1,
    .most = -1,
    .summary_zh = "把别处做的库并进来，结果和一次导入全部文件一样",
    .summary_en = "join stores made elsewhere: the result is that of one import of all",
    .about_zh =
        "并入 --db 所指的库（没有就新建）。内容相同的文件只算一份，签收以时间在后者为准，并入的次序无关。每个库一个事务：打不开、损坏、"
        "较新版本或不是库的，说明原因后跳过，其余照样并入；别处的库只读不写，旧版本的也一样。",
    .about_en =
        "Into the store of --db, which is made when it is not there. The same content is one file, of two reviews the later "
        "counts, and the order of merging does not matter. Each store is one transaction: one that is absent, damaged, newer or no "
        "store is named and passed over, the others are merged; the stores elsewhere are only read, older ones too.",
    .examples = {
        {"yusuan --db all.db merge east.db west.db", "两个库并成一个", "two stores into one"},
    },
    .options = options,
    .run = merge_run,
};
