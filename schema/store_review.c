/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reviews into the store and out of it. */
#include "schema/store_statement.h"

#include "schema/language.h"

bool store_add_review(Store *store, const Review *review, GError **error)
{
    sqlite3_stmt *add = store_statement(store, SQL_ADD_REVIEW, error);
    if (add == NULL)
        return false;
    const char *const first[] = {review->reviewer, review->note, review->until,
                                 review->figures,  review->rule, review->department};
    int at = 0;
    sqlite3_bind_text(add, ++at, review->finding, -1, SQLITE_STATIC);
    sqlite3_bind_int64(add, ++at, review->reviewed);
    sqlite3_bind_int(add, ++at, (int)review->decision);
    for (gsize i = 0; i < G_N_ELEMENTS(first); i++)
        sqlite3_bind_text(add, ++at, first[i], -1, SQLITE_STATIC);
    sqlite3_bind_int(add, ++at, review->fiscal_year);
    sqlite3_bind_text(add, ++at, review->subject, -1, SQLITE_STATIC);
    sqlite3_bind_text(add, ++at, review->code, -1, SQLITE_STATIC);
    if (review->has_amount) {
        sqlite3_bind_int64(add, ++at, review->amount.fen);
        sqlite3_bind_int64(add, ++at, review->amount.step);
    } else {
        sqlite3_bind_null(add, ++at);
        sqlite3_bind_null(add, ++at);
    }
    sqlite3_bind_text(add, ++at, review->message, -1, SQLITE_STATIC);
    return store_step(store, add, error) >= 0;
}

bool store_save_review(Store *store, const Review *review, GError **error)
{
    return store_add_review(store, review, error);
}

static Review *review_from_result(sqlite3_stmt *list)
{
    Review *review = g_new0(Review, 1);
    review->finding = store_column_text(list, 0);
    review->reviewed = sqlite3_column_int64(list, 1);
    review->decision = sqlite3_column_int(list, 2) == 0 ? DECISION_ACCEPT : DECISION_REOPEN;
    review->reviewer = store_column_text(list, 3);
    review->note = store_column_text(list, 4);
    review->until = store_column_text(list, 5);
    review->figures = store_column_text(list, 6);
    review->rule = store_column_text(list, 7);
    review->department = store_column_text(list, 8);
    review->fiscal_year = sqlite3_column_int(list, 9);
    review->subject = store_column_text(list, 10);
    review->code = store_column_text(list, 11);
    review->has_amount = sqlite3_column_type(list, 12) != SQLITE_NULL;
    review->amount = (Amount){sqlite3_column_int64(list, 12), sqlite3_column_int64(list, 13)};
    review->message = store_column_text(list, 14);
    return review;
}

static bool is_sound(sqlite3_stmt *list)
{
    gint64 decision = sqlite3_column_int64(list, 2);
    gint64 year = sqlite3_column_int64(list, 9);
    return store_result_is_sound(list) && decision >= 0 && decision <= DECISION_REOPEN && year >= 0 && year <= G_MAXINT &&
           sqlite3_column_int64(list, 1) >= 0 && sqlite3_column_int64(list, 13) >= 0;
}

bool store_each_review(Store *store, bool (*take)(Review *review, gpointer data, GError **error), gpointer data, GError **error)
{
    sqlite3_stmt *list = store_statement(store, SQL_LIST_REVIEWS, error);
    if (list == NULL)
        return false;
    int more;
    while ((more = store_step(store, list, error)) == 1) {
        if (!is_sound(list)) {
            sqlite3_reset(list);
            store_damaged(store, error);
            return false;
        }
        if (!take(review_from_result(list), data, error)) {
            sqlite3_reset(list);
            return false;
        }
    }
    return more == 0;
}

/* They come in the order of their key: of one finding the last stays. */
static bool keep_newest(Review *review, gpointer data, GError **error)
{
    (void)error;
    g_hash_table_replace(data, review->finding, review);
    return true;
}

GHashTable *store_reviews(Store *store, GError **error)
{
    g_autoptr(GHashTable) reviews = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)review_free);
    return store_each_review(store, keep_newest, reviews, error) ? g_steal_pointer(&reviews) : NULL;
}
