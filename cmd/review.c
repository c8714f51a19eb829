/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "cmd/choose.h"
#include "cmd/paragraph.h"
#include "cmd/record.h"
#include "cmd/verb.h"
#include "schema/error.h"
#include "schema/language.h"
#include "schema/review.h"

static const RowColumn columns[] = {
    {"finding", ROW_TEXT, "编号", "finding", 0},
    {"state", ROW_TEXT, "状态", "state", 0},
    {"rule", ROW_TEXT, "规则", "rule", 0},
    {"department", ROW_TEXT, "部门", "department", 40},
    {"fiscal_year", ROW_NUMBER, "年度", "year", 0},
    {"subject", ROW_TEXT, "科目", "subject", 30},
    {"code", ROW_TEXT, "编码", "code", 0},
    {"amount", ROW_NUMBER, "涉及金额", "at issue", 0},
    {"reviewer", ROW_TEXT, "签收人", "by", 20},
    {"reviewed", ROW_TEXT, "日期", "on", 0},
    {"until", ROW_TEXT, "有效到", "until", 0},
    {"note", ROW_TEXT, "说明", "note", 40},
    {"message", ROW_TEXT, NULL, NULL, 0}, /* for programs: what it said when it was reviewed */
};

/* ---- the list ---- */

static gint compare_reviews(gconstpointer a, gconstpointer b)
{
    const Review *x = *(Review *const *)a;
    const Review *y = *(Review *const *)b;
    int order = strcmp(x->department, y->department);
    if (order == 0)
        order = y->fiscal_year - x->fiscal_year;
    if (order == 0)
        order = strcmp(x->rule, y->rule);
    return order != 0 ? order : strcmp(x->finding, y->finding);
}

/* The reviews in the order of the list. They stay the table's. */
static GPtrArray *reviews_sorted(GHashTable *reviews)
{
    GPtrArray *sorted = g_ptr_array_new();
    GHashTableIter iter;
    gpointer review;
    g_hash_table_iter_init(&iter, reviews);
    while (g_hash_table_iter_next(&iter, NULL, &review))
        g_ptr_array_add(sorted, review);
    g_ptr_array_sort(sorted, compare_reviews);
    return sorted;
}

/* The status of every finding that is there now: id (char *) -> status. */
static GHashTable *statuses_now(Session *session, GError **error)
{
    g_autoptr(Thresholds) thresholds = thresholds_chosen(session, error);
    g_autoptr(GPtrArray) departments = thresholds != NULL ? departments_chosen(session, NULL, error) : NULL;
    g_autoptr(Peers) peers = NULL;
    if (departments == NULL || !peers_chosen(session, departments, thresholds, &peers, error))
        return NULL;
    GHashTable *statuses = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < departments->len; i++) {
        g_autoptr(GPtrArray) findings = findings_among_peers(g_ptr_array_index(departments, i), peers, thresholds);
        for (guint k = 0; k < findings->len; k++) {
            const Finding *finding = g_ptr_array_index(findings, k);
            g_hash_table_insert(statuses, g_strdup(finding->id), (gpointer)finding->status);
        }
    }
    return statuses;
}

static const char *state_of(const Review *review, GHashTable *statuses)
{
    const char *status = g_hash_table_lookup(statuses, review->finding);
    if (status == NULL)
        return "gone";
    return review->decision == DECISION_REOPEN ? "reopened" : status;
}

static Meaning meaning_of_state(const char *state)
{
    return strcmp(state, "accepted") == 0 ? MEANING_GOOD : strcmp(state, "gone") == 0 ? MEANING_FAINT : MEANING_WARNING;
}

static void add_review(RowWriter *rows, const Review *review, const char *state, bool table)
{
    g_autofree char *day = day_of_moment(review->reviewed);
    rows_text(rows, review->finding);
    rows_mean(rows, meaning_of_state(state));
    rows_field(rows, state, finding_status_name(state));
    rows_text(rows, review->rule);
    rows_text(rows, review->department);
    rows_integer(rows, review->fiscal_year);
    rows_text(rows, review->subject);
    rows_text(rows, review->code);
    if (review->has_amount)
        rows_amount(rows, review->amount);
    else
        rows_absent(rows);
    rows_text(rows, review->reviewer);
    rows_text(rows, day);
    rows_text(rows, review->until);
    rows_text(rows, review->note);
    if (!table)
        rows_text(rows, review->message);
}

static void print_gone(const Session *session, guint gone)
{
    if (gone == 0 || session->quiet)
        return;
    fprintf(session->format == ROWS_TABLE ? stdout : stderr,
            say("%u 项签收的问题已不在：文件更正过、被取代，或阈值不同；签收仍保留\n",
                "%u reviewed findings are no longer there: corrected, superseded, or another threshold; the reviews stay\n"),
            gone);
}

static bool list_reviews(Session *session, GError **error)
{
    g_autoptr(GHashTable) reviews = store_reviews(session->store, error);
    g_autoptr(GHashTable) statuses = reviews != NULL ? statuses_now(session, error) : NULL;
    if (statuses == NULL)
        return false;
    g_autoptr(GPtrArray) sorted = reviews_sorted(reviews);
    bool table = session->format == ROWS_TABLE;
    guint gone = 0;
    RowWriter *rows = rows_new(columns, G_N_ELEMENTS(columns) - table, session->format, session->color);
    for (guint i = 0; i < sorted->len; i++) {
        const Review *review = g_ptr_array_index(sorted, i);
        const char *state = state_of(review, statuses);
        gone += strcmp(state, "gone") == 0;
        add_review(rows, review, state, table);
    }
    rows_finish(rows);
    if (sorted->len == 0 && !session->quiet)
        fputs(say("还没有签收；用 yusuan review 编号 --accept --note 说明\n",
                  "nothing is reviewed yet; yusuan review FINDING --accept --note WHY\n"), stderr);
    print_gone(session, gone);
    return true;
}

/* ---- one decision ---- */

static bool refuse(GError **error, const char *why)
{
    g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE, why);
    return false;
}

static bool check_until(const char *until, GError **error)
{
    g_autofree char *today = day_today();
    if (!day_is_valid(until))
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE, say("--until 要日期，如 2026-12-31，不能是“%s”", "--until takes a date such as 2026-12-31, not “%s”"), until);
    else if (strcmp(until, today) < 0)
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE, say("--until %s 已经过去", "--until %s is past"), until);
    else
        return true;
    return false;
}

/* What the options ask for must be one whole decision. */
static bool check_decision(const Session *session, GError **error)
{
    const Options *options = session->options;
    bool accept = option_flag(options, "accept");
    bool reopen = option_flag(options, "reopen");
    const char *note = option_text(options, "note");
    const char *by = option_text(options, "by");
    const char *until = option_text(options, "until");
    if (session->arguments[0] == NULL)
        return refuse(error, say("签收哪一项？缺少问题编号", "which finding? its id is missing"));
    if (accept == reopen)
        return refuse(error, say("要写 --accept 或 --reopen，二者取一", "either --accept or --reopen must be given"));
    if (note == NULL || note[strspn(note, " \t")] == '\0')
        return refuse(error, say("要写明理由：--note", "a reason must be given: --note"));
    if (!g_utf8_validate(note, -1, NULL) || (by != NULL && !g_utf8_validate(by, -1, NULL)))
        return refuse(error, say("参数不是 UTF-8 文字", "an argument is not UTF-8 text"));
    if (reopen && until != NULL)
        return refuse(error, say("--until 只和 --accept 同用", "--until goes with --accept only"));
    return until == NULL || check_until(until, error);
}

/* Of a finding that is gone, the decisions may still be there: say so. */
static void explain_absence(Session *session, GError **error)
{
    g_autofree char *id = finding_id_chosen(session->arguments[0], NULL);
    g_autoptr(GHashTable) reviews = id != NULL ? store_reviews(session->store, NULL) : NULL;
    GHashTableIter iter;
    gpointer review;
    if (reviews == NULL || error == NULL || *error == NULL)
        return;
    g_hash_table_iter_init(&iter, reviews);
    while (g_hash_table_iter_next(&iter, NULL, &review))
        if (g_str_has_prefix(((const Review *)review)->finding, id)) {
            g_autofree char *before = g_strdup((*error)->message);
            g_clear_error(error);
            g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                        say("%s：它签收过，但现在已不在（yusuan review 列出）", "%s: it was reviewed, but is no longer there (see yusuan review)"), before);
            return;
        }
}

/* A later decision is later also where the clock was set back. */
static gint64 moment_after(GHashTable *reviews, const char *finding)
{
    const Review *before = g_hash_table_lookup(reviews, finding);
    gint64 now = g_get_real_time();
    return before != NULL && before->reviewed >= now ? before->reviewed + 1 : now;
}

static Review *review_from_options(const Session *session, const Finding *finding, GHashTable *reviews)
{
    const char *by = option_text(session->options, "by");
    const char *until = option_text(session->options, "until");
    g_autofree char *login = g_utf8_make_valid(g_get_user_name(), -1);
    Review *review = review_new(finding);
    review->decision = option_flag(session->options, "accept") ? DECISION_ACCEPT : DECISION_REOPEN;
    review->reviewed = moment_after(reviews, finding->id);
    text_set(&review->note, option_text(session->options, "note"));
    text_set(&review->reviewer, by != NULL ? by : login);
    text_set(&review->until, until != NULL ? until : "");
    return review;
}

/* Looking for the finding only reads; the decision is written by itself, so that nobody is kept waiting meanwhile. */
static bool save_decision(const Session *session, const Review *review, GError **error)
{
    g_autoptr(Store) store = store_open(store_path(session->store), STORE_CHANGE, error);
    return store != NULL && store_save_review(store, review, error);
}

static bool decide(Session *session, GError **error)
{
    if (!check_decision(session, error))
        return false;
    Finding *finding = finding_chosen(session, session->arguments[0], error);
    if (finding == NULL) {
        explain_absence(session, error);
        return false;
    }
    g_autoptr(GHashTable) reviews = store_reviews(session->store, error);
    g_autoptr(Review) review = reviews != NULL ? review_from_options(session, finding, reviews) : NULL;
    bool saved = review != NULL && save_decision(session, review, error);
    if (saved && !session->quiet) {
        g_autofree char *text = g_strdup_printf("%s  %s", finding_status_name(decision_word(review->decision)), finding->message);
        g_autofree char *lead = g_strdup_printf("%s  ", finding->id);
        paragraph_print(lead, text, paper_width());
    }
    finding_free(finding);
    return saved;
}

static bool review_run(Session *session, GError **error)
{
    const Options *options = session->options;
    bool asks = session->arguments[0] == NULL && !option_flag(options, "accept") && !option_flag(options, "reopen") &&
                option_text(options, "note") == NULL && option_text(options, "until") == NULL;
    return asks ? list_reviews(session, error) : decide(session, error);
}

static const OptionSpec options[] = {
    {"accept", 0, OPTION_FLAG, NULL, "签收：不再列出，直到数字变了或到期", "sign it off, until its figures change or it expires"},
    {"reopen", 0, OPTION_FLAG, NULL, "重新提出", "put it up again"},
    {"note", 0, OPTION_TEXT, "TEXT", "理由，必须写", "the reason, which must be given"},
    {"until", 0, OPTION_TEXT, "DATE", "有效到这一天，如 2026-12-31；不写则不到期", "valid until this day (2026-12-31); else without an end"},
    {"by", 0, OPTION_TEXT, "NAME", "签收人；默认是登录名", "who decides; default the login name"},
    THRESHOLD_OPTION,
    {NULL, 0, OPTION_FLAG, NULL, NULL, NULL},
};

const Verb verb_review = {
    .name = "review",
    .store = VERB_READS_STORE,
    .arguments_zh = "[问题编号]",
    .arguments_en = "[FINDING]",
    .least = 0,
    .most = 1,
    .summary_zh = "签收一个问题，或重新提出；不写编号则列出全部签收和它们的状态",
    .summary_en = "sign off a finding, or put it up again; without an id list all reviews with their state",
    .about_zh =
        "编号在 yusuan check 的方括号里，写前几位即可。签收存在库里，重建、重新导入、合并库都保留；问题的数字变了，或者过了 "
        "--until，自动重新列出。状态：已签收、重新提出、签收后数字已变、签收已过期、问题已不在。",
    .about_en =
        "The id stands in brackets in `yusuan check`; its first digits will do. Reviews are kept in the store through rebuilds, "
        "imports and merges; a finding comes up again by itself when its figures change or --until is past. States: "
        "accepted, reopened, changed, expired, gone.",
    .examples = {
        {"yusuan review 54c76805 --accept --note 已来函说明 --until 2999-12-31",
         "签收，到期再列出", "sign off, until a day"},
        {"yusuan review 54c76805 --reopen --note 来函未附计算", "重新提出", "put it up again"},
        {"yusuan review", "全部签收和它们的状态", "all reviews with their state"},
    },
    .options = options,
    .paged = true,
    .run = review_run,
};
