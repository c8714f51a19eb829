/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema/review.h"

#include <string.h>

#include "schema/language.h"

Review *review_new(const Finding *finding)
{
    Review *review = g_new0(Review, 1);
    review->finding = g_strdup(finding->id);
    review->reviewer = g_strdup("");
    review->note = g_strdup("");
    review->until = g_strdup("");
    review->figures = finding_figures(finding);
    review->rule = g_strdup(finding->rule);
    review->department = g_strdup(finding->department);
    review->fiscal_year = finding->fiscal_year;
    review->subject = g_strdup(finding->subject);
    review->code = g_strdup(finding->code);
    review->has_amount = finding->has_amount;
    review->amount = finding->amount;
    review->message = g_strdup(finding->message);
    return review;
}

void review_free(Review *review)
{
    if (review == NULL)
        return;
    char *texts[] = {review->finding, review->reviewer,   review->note,    review->until, review->figures,
                     review->rule,    review->department, review->subject, review->code,  review->message};
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
        g_free(texts[i]);
    g_free(review);
}

/* An id is short: rule and year make sure that it is the same fact. */
static bool is_of(const Review *review, const Finding *finding)
{
    g_autofree char *figures = finding_figures(finding);
    return strcmp(review->rule, finding->rule) == 0 && review->fiscal_year == finding->fiscal_year &&
           strcmp(review->figures, figures) == 0;
}

const char *review_status(const Review *review, const Finding *finding, const char *day)
{
    if (review == NULL || review->decision != DECISION_ACCEPT)
        return "open";
    if (!is_of(review, finding))
        return "changed";
    return review->until[0] != '\0' && strcmp(review->until, day) < 0 ? "expired" : "accepted";
}

const char *finding_status_name(const char *status)
{
    static const struct {
        const char *word, *zh, *en;
    } names[] = {
        {"open", "未签收", "open"},
        {"accepted", "已签收", "accepted"},
        {"expired", "签收已过期", "sign-off expired"},
        {"changed", "签收后数字已变", "changed since its sign-off"},
        {"reopened", "重新提出", "reopened"},
        {"gone", "问题已不在", "no longer found"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp(names[i].word, status) == 0)
            return say(names[i].zh, names[i].en);
    return status;
}

void findings_review(GPtrArray *findings, GHashTable *reviews)
{
    if (reviews == NULL || g_hash_table_size(reviews) == 0)
        return;
    g_autofree char *today = day_today();
    for (guint i = 0; i < findings->len; i++) {
        Finding *finding = g_ptr_array_index(findings, i);
        finding->status = review_status(g_hash_table_lookup(reviews, finding->id), finding, today);
    }
}

char *day_today(void)
{
    g_autoptr(GDateTime) now = g_date_time_new_now_local();
    return g_date_time_format(now, "%Y-%m-%d");
}

char *day_of_moment(gint64 moment)
{
    g_autoptr(GDateTime) time = g_date_time_new_from_unix_local(moment / G_USEC_PER_SEC);
    return time != NULL ? g_date_time_format(time, "%Y-%m-%d") : g_strdup("");
}

bool day_is_valid(const char *day)
{
    if (strlen(day) != strlen("yyyy-mm-dd"))
        return false;
    for (int i = 0; day[i] != '\0'; i++)
        if (i == 4 || i == 7 ? day[i] != '-' : !g_ascii_isdigit(day[i]))
            return false;
    return g_date_valid_dmy((GDateDay)g_ascii_strtoull(day + 8, NULL, 10), (GDateMonth)g_ascii_strtoull(day + 5, NULL, 10),
                            (GDateYear)g_ascii_strtoull(day, NULL, 10));
}

const char *decision_word(Decision decision)
{
    return decision == DECISION_ACCEPT ? "accepted" : "reopened";
}
