/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "cmd/choose.h"
#include "cmd/verb.h"
#include "schema/language.h"

/* Findings and what the reviews make of them, derived anew. */
typedef struct {
    guint findings, reviewed, accepted, expired, changed;
} Derived;

static bool derive(Session *session, Derived *derived, GError **error)
{
    g_autoptr(Thresholds) thresholds = thresholds_chosen(session, error);
    g_autoptr(GPtrArray) departments = thresholds != NULL ? departments_chosen(session, NULL, error) : NULL;
    g_autoptr(Peers) peers = NULL;
    if (departments == NULL || !peers_chosen(session, departments, thresholds, &peers, error))
        return false;
    for (guint i = 0; i < departments->len; i++) {
        const Department *department = g_ptr_array_index(departments, i);
        g_autoptr(GPtrArray) findings = findings_among_peers(department, peers, thresholds);
        derived->findings += findings->len;
        for (guint k = 0; k < findings->len; k++) {
            const Finding *finding = g_ptr_array_index(findings, k);
            derived->reviewed += g_hash_table_contains(department->reviews, finding->id) != FALSE;
            derived->accepted += strcmp(finding->status, "accepted") == 0;
            derived->expired += strcmp(finding->status, "expired") == 0;
            derived->changed += strcmp(finding->status, "changed") == 0;
        }
    }
    return true;
}

static void print_rebuilt(const StoreRebuilt *rebuilt, const Derived *derived)
{
    printf(say("原始数据完好：%u 份文件逐份核对，未改动\n", "The evidence is whole: %u filings checked one by one, none changed\n"),
           rebuilt->filings);
    if (rebuilt->made > 0)
        printf(say("视图和索引：重做了 %u 个\n", "Views and indices: %u made again\n"), rebuilt->made);
    else
        fputs(say("视图和索引：都对，索引内容已重建\n", "Views and indices: as they should be; the indices were filled anew\n"), stdout);
    printf(say("库文件：%" G_GINT64_FORMAT " → %" G_GINT64_FORMAT " 字节\n", "The file: %" G_GINT64_FORMAT " → %" G_GINT64_FORMAT " bytes\n"),
           rebuilt->before, rebuilt->after);
    printf(say("问题重新推算：%u 项\n", "Findings, derived anew: %u\n"), derived->findings);
    if (rebuilt->reviews > 0)
        printf(say("签收保留 %u 项：有效 %u，数字已变 %u，已过期 %u，问题已不在 %u\n",
                   "Reviews kept: %u; accepted %u, changed %u, expired %u, finding gone %u\n"),
               rebuilt->reviews, derived->accepted, derived->changed, derived->expired, rebuilt->reviews - derived->reviewed);
}

static bool rebuild_run(Session *session, GError **error)
{
    StoreRebuilt rebuilt;
    Derived derived = {0};
    if (!store_rebuild(session->store, &rebuilt, error) || !derive(session, &derived, error))
        return false;
    if (!session->quiet)
        print_rebuilt(&rebuilt, &derived);
    return true;
}

static const OptionSpec options[] = {THRESHOLD_OPTION, {NULL, 0, OPTION_FLAG, NULL, NULL, NULL}};

const Verb verb_rebuild = {
    .name = "rebuild",
    .store = VERB_CHANGES_STORE,
    .arguments_zh = "",
    .arguments_en = "",
    .least = 0,
    .most = 0,
    .summary_zh = "核对库里的原始数据，重做由它推出的部分",
    .summary_en = "prove that the evidence is whole, and make again what is derived of it",
    .about_zh =
        "逐页、逐份核对库文件；旧版本的库升级；视图、索引和 SQLite 的统计重做，腾出空余空间。序列、统计和问题本来就不存，每次现算。原始数据、"
        "签收和科目沿革文件都不动：换了新版本的读法，要把文件重新导入一个新库。",
    .about_en =
        "Every page of the file and every filing is checked; an older store is brought up to date; views, indices and SQLite's "
        "statistics are made again and spare room is given back. Series, statistics and findings are kept nowhere and made on every "
        "run. Evidence, reviews and the user's lineage file are left as they are: what a newer program reads better must be "
        "imported into a new store.",
    .examples = {
        {"yusuan rebuild", "核对并重做", "check, and make again"},
    },
    .options = options,
    .run = rebuild_run,
};
