/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cmd/choose.h"

#include <stdio.h>
#include <string.h>

#include "schema/error.h"
#include "schema/language.h"

/* How many candidates an error lists. */
#define CANDIDATES_SHOWN 12

/* A shorter beginning of a finding's id is more likely a slip than a wish. */
#define LEAST_DIGITS 4

static bool check_utf8(const char *text, GError **error)
{
    if (text == NULL || g_utf8_validate(text, -1, NULL))
        return true;
    g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                        say("参数不是 UTF-8 文字", "an argument is not UTF-8 text"));
    return false;
}

GPtrArray *departments_chosen(Session *session, const char *wanted, GError **error)
{
    if (!check_utf8(wanted, error))
        return NULL;
    return departments_from_store(session->store, wanted, wanted != NULL, error);
}

Department *department_chosen(Session *session, const char *wanted, GError **error)
{
    g_autoptr(GPtrArray) found = departments_chosen(session, wanted, error);
    if (found == NULL)
        return NULL;
    if (found->len == 0) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                    say("库里没有部门“%s”", "the store has no department “%s”"), wanted);
        return NULL;
    }
    return g_ptr_array_steal_index(found, 0);
}

int year_chosen(const Department *department, int year)
{
    int newest = 0, newest_budget = 0;
    for (guint i = 0; i < department->filings->len; i++) {
        const Filing *filing = g_ptr_array_index(department->filings, i);
        newest = MAX(newest, filing->fiscal_year);
        if (filing->kind == KIND_BUDGET)
            newest_budget = MAX(newest_budget, filing->fiscal_year);
    }
    return year != 0 ? year : newest_budget != 0 ? newest_budget : newest;
}

static bool department_matches(const HeldFiling *held, const char *wanted)
{
    for (guint i = 0; i < held->body->names->len; i++)
        if (strstr(g_ptr_array_index(held->body->names, i), wanted) != NULL)
            return true;
    return false;
}

/* The file whose name is, or else contains, the text; *count is how many do. */
static const Part *part_named(const HeldFiling *held, const char *wanted, guint *count)
{
    const Part *found = NULL;
    *count = 0;
    for (guint i = 0; i < held->parts->len; i++) {
        const Part *part = g_ptr_array_index(held->parts, i);
        if (strcmp(part->entry->file, wanted) == 0) {
            *count = 1;
            return part;
        }
        if (strstr(part->entry->file, wanted) != NULL) {
            found = part;
            ++*count;
        }
    }
    return found;
}

static const HeldFiling *filing_by_id(const Holdings *holdings, const char *wanted, const Part **part)
{
    guint64 number = 0;
    if (!g_ascii_string_to_unsigned(wanted, 10, 1, G_MAXINT64, &number, NULL))
        return NULL;
    const HeldFiling *held = holdings_find(holdings, (gint64)number);
    for (guint i = 0; held != NULL && i < held->parts->len; i++) {
        const Part *one = g_ptr_array_index(held->parts, i);
        if ((guint64)one->entry->id == number)
            *part = one;
    }
    return held;
}

static void list_candidates(const GPtrArray *candidates, const char *wanted, GError **error)
{
    g_autoptr(GString) list = g_string_new(NULL);
    for (guint i = 0; i < MIN(candidates->len, CANDIDATES_SHOWN); i++) {
        const HeldFiling *held = g_ptr_array_index(candidates, i);
        g_autofree char *files = held_filing_files(held, say("、", ", "));
        g_string_append_printf(list, "\n  %" G_GINT64_FORMAT "  %s %d %s  %s", held->id,
                               held->body->name, held->fiscal_year, kind_name(held->kind), files);
    }
    if (candidates->len > CANDIDATES_SHOWN)
        g_string_append(list, "\n  …");
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                say("“%s”对得上 %u 份文件，请用编号或加 --year：%s",
                    "“%s” fits %u filings; give an id, or add --year:%s"),
                wanted, candidates->len, list->str);
}

const HeldFiling *filing_chosen(const Holdings *holdings, const char *wanted, int year, const Part **part,
                                GError **error)
{
    *part = NULL;
    if (!check_utf8(wanted, error))
        return NULL;
    const HeldFiling *by_id = filing_by_id(holdings, wanted, part);
    if (by_id != NULL)
        return by_id;
    g_autoptr(GPtrArray) candidates = g_ptr_array_new();
    for (guint i = 0; i < holdings->filings->len; i++) {
        HeldFiling *held = g_ptr_array_index(holdings->filings, i);
        guint files = 0;
        const Part *named = part_named(held, wanted, &files);
        if (!held->latest || (year != 0 && held->fiscal_year != year) ||
            (files == 0 && !department_matches(held, wanted)))
            continue;
        g_ptr_array_add(candidates, held);
        *part = files == 1 ? named : NULL;
    }
    if (candidates->len == 1)
        return g_ptr_array_index(candidates, 0);
    if (candidates->len > 1)
        list_candidates(candidates, wanted, error);
    else
        g_set_error(
            error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
            say("没有文件的编号、文件名或部门是“%s”%s；库里有什么见 yusuan list",
                "no filing has “%s” as its id, in its name or department%s; `yusuan list` "
                "shows what there is"),
            wanted, year != 0 ? say("（该年度）", " in that year") : "");
    return NULL;
}

Thresholds *thresholds_chosen(const Session *session, GError **error)
{
    g_autoptr(Thresholds) thresholds = thresholds_new(error);
    if (thresholds == NULL)
        return NULL;
    for (char **one = option_list(session->options, "threshold"); *one != NULL; one++)
        if (!thresholds_override(thresholds, *one, error))
            return NULL;
    return g_steal_pointer(&thresholds);
}

typedef struct {
    Peers *peers;
    const Thresholds *thresholds;
} Gathering;

static bool gather(const Department *department, gpointer data, GError **error)
{
    const Gathering *gathering = data;
    (void)error;
    peers_add(gathering->peers, department, NULL, gathering->thresholds);
    return true;
}

bool peers_chosen(Session *session, const GPtrArray *all, const Thresholds *thresholds, Peers **peers, GError **error)
{
    *peers = NULL;
    if (threshold(thresholds, "rule.peers") == 0)
        return true;
    g_autoptr(Peers) gathered = peers_new();
    Gathering gathering = {gathered, thresholds};
    if (all == NULL && !departments_visit(session->store, gather, &gathering, error))
        return false;
    for (guint i = 0; all != NULL && i < all->len; i++)
        gather(g_ptr_array_index(all, i), &gathering, NULL);
    *peers = g_steal_pointer(&gathered);
    return true;
}

/* Findings are derived: they are made again, department by department, until the id turns up. */
static GPtrArray *findings_with_id(const GPtrArray *departments, const Peers *peers, const Thresholds *thresholds,
                                   const char *wanted)
{
    GPtrArray *found = g_ptr_array_new_with_free_func((GDestroyNotify)finding_free);
    for (guint i = 0; i < departments->len; i++) {
        GPtrArray *findings = findings_among_peers(g_ptr_array_index(departments, i), peers, thresholds);
        for (guint j = findings->len; j > 0; j--) {
            const Finding *finding = g_ptr_array_index(findings, j - 1);
            if (g_str_has_prefix(finding->id, wanted))
                g_ptr_array_add(found, g_ptr_array_steal_index(findings, j - 1));
        }
        g_ptr_array_unref(findings);
    }
    return found;
}

char *finding_id_chosen(const char *wanted, GError **error)
{
    g_autofree char *id = g_ascii_strdown(wanted, -1);
    if (strlen(id) >= LEAST_DIGITS && strspn(id, "0123456789abcdef") == strlen(id))
        return g_steal_pointer(&id);
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                say("“%s”不是问题编号：要 yusuan check 方括号里的，至少前 %d 位",
                    "“%s” is no finding's id: it stands in brackets in `yusuan check`, and %d digits are the least"),
                wanted, LEAST_DIGITS);
    return NULL;
}

Finding *finding_chosen(Session *session, const char *wanted, GError **error)
{
    g_autofree char *id = finding_id_chosen(wanted, error);
    g_autoptr(Thresholds) thresholds = id != NULL ? thresholds_chosen(session, error) : NULL;
    g_autoptr(GPtrArray) departments = thresholds != NULL ? departments_chosen(session, NULL, error) : NULL;
    g_autoptr(Peers) peers = NULL;
    if (departments == NULL || !peers_chosen(session, departments, thresholds, &peers, error))
        return NULL;
    g_autoptr(GPtrArray) found = findings_with_id(departments, peers, thresholds, id);
    if (found->len == 1)
        return g_ptr_array_steal_index(found, 0);
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                found->len == 0 ? say("没有编号为 %s 的问题", "no finding has the id %s")
                                : say("以 %s 开头的问题不止一个，请多给几位",
                                      "several findings begin with %s: give more digits"),
                id);
    return NULL;
}

/* "text.share" is itself, "text" all of text.… */
static bool rule_is(const char *rule, const char *wanted)
{
    gsize length = strlen(wanted);
    return strncmp(rule, wanted, length) == 0 && (rule[length] == '\0' || rule[length] == '.');
}

bool finding_is_wanted(const Finding *finding, char **wanted)
{
    if (*wanted == NULL)
        return true;
    for (; *wanted != NULL; wanted++)
        if (rule_is(finding->rule, *wanted))
            return true;
    return false;
}

bool rules_check(char **wanted, GError **error)
{
    gsize count = 0;
    const RuleInfo *infos = rule_infos(&count);
    for (; *wanted != NULL; wanted++) {
        bool known = false;
        g_autoptr(GString) names = g_string_new(NULL);
        for (gsize i = 0; i < count; i++) {
            known = known || rule_is(infos[i].id, *wanted);
            g_string_append_printf(names, " %s", infos[i].id);
        }
        if (known)
            continue;
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                    say("没有规则“%s”；有：%s", "no rule “%s”; there are:%s"), *wanted, names->str);
        return false;
    }
    return true;
}
