/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stores that were damaged after they were written: an error, or what is still sound, and never a crash. */
#include <check.h>
#include <string.h>

#include "schema/error.h"
#include "tests/schema/store_file.h"

Suite *store_damage_suite(void);

/* SQL that leaves a sound SQLite file whose records make no sense. */
static const struct {
    const char *why;
    const char *sql;
} damages[] = {
    {"a cell beyond the last row", "UPDATE cell SET row = 3 WHERE row = 2"},
    {"a cell before the first row", "UPDATE cell SET row = -1 WHERE row = 2"},
    {"a cell beyond the last column", "UPDATE cell SET column = 3 WHERE row = 2"},
    {"a cell before the first column", "UPDATE cell SET column = -1 WHERE row = 2"},
    {"a row number beyond 32 bits", "UPDATE cell SET row = 4294967296 WHERE row = 2"},
    {"a step of nothing", "UPDATE cell SET step = 0"},
    {"a negative step", "UPDATE cell SET step = -10000"},
    {"a proof that is none", "UPDATE cell SET proof = 4"},
    {"a parent beyond the last row", "UPDATE printed_row SET parent = 3 WHERE number = 1"},
    {"a parent before the top", "UPDATE printed_row SET parent = -2 WHERE number = 1"},
    {"a row that is its own parent", "UPDATE printed_row SET parent = number WHERE number = 1"},
    {"rows that enclose each other", "UPDATE printed_row SET parent = 1 - number WHERE number < 2"},
    {"a row gone", "DELETE FROM printed_row WHERE number = 1"},
    {"a column gone", "DELETE FROM printed_column WHERE number = 1"},
    {"all columns gone", "DELETE FROM printed_column"},
    {"a level below the top", "UPDATE printed_row SET level = -1"},
    {"a direction that is none", "UPDATE printed_row SET direction = 9"},
    {"a side that is none", "UPDATE printed_row SET side = -1"},
    {"a fund that is none", "UPDATE printed_column SET fund = 6"},
    {"a negative page", "UPDATE printed_row SET page = -1"},
    {"a state that is none", "UPDATE printed_table SET state = 4"},
    {"a unit of nothing", "UPDATE printed_table SET unit = 0"},
    {"a kind that is none", "UPDATE filing SET kind = 2"},
    {"a scope that is none", "UPDATE filing SET scope = 2"},
    {"a claim gone", "DELETE FROM claim WHERE number = 0"},
    {"a rate that cannot be divided by its step", "UPDATE claim SET share_step = 0"},
    {"a rate without its step", "UPDATE claim SET growth_step = NULL WHERE growth IS NOT NULL"},
    {"a rate coarser than any print", "UPDATE claim SET completion_step = 9223372036854775807"},
    {"an amount with a negative step", "UPDATE claim SET amount_step = -1"},
    {"a turn that is none", "UPDATE claim SET turn = 5"},
    {"a comparison that is none", "UPDATE claim SET against = -1"},
    {"a form of growth that is none", "UPDATE claim SET growth_form = 3"},
    {"a part beyond the last claim", "UPDATE claim_part SET claim = 3 WHERE number = 2"},
    {"a part before the first claim", "UPDATE claim_part SET claim = -1 WHERE number = 2"},
    {"a part without its whole", "DELETE FROM claim_part WHERE number = 0"},
    {"evidence on a page before the first", "UPDATE identity_evidence SET page = -1"},
    {"evidence that is no UTF-8", "UPDATE identity_evidence SET text = CAST(x'ff' AS TEXT)"},
    {"a page that cannot be counted on", "UPDATE claim SET page = 2000000000 WHERE number = 0"},
    {"an item with a negative step", "UPDATE item SET step = -1"},
    {"a text that is no UTF-8", "UPDATE claim SET reason = CAST(x'e4b8' AS TEXT)"},
    {"a text with a zero byte", "UPDATE printed_row SET label = CAST(x'610062' AS TEXT)"},
    {"a name that is no UTF-8", "UPDATE department SET name = CAST(x'ff' AS TEXT)"},
    {"a page that is no UTF-8", "UPDATE page SET text = CAST(x'ff' AS TEXT)"},
};

START_TEST(senseless_records)
{
    gint64 id = 0;
    g_autofree char *path = make_store("a.db", &id);
    g_autoptr(Store) store = open_or_fail(path, STORE_READ);
    g_autoptr(Filing) sound = store_filing(store, id, true, NULL);
    ck_assert_ptr_nonnull(sound);
    run_sql(path, damages[_i].sql);
    g_autoptr(GError) error = NULL;
    g_autoptr(Filing) filing = store_filing(store, id, true, &error);
    ck_assert_msg(filing == NULL, "%s: loaded", damages[_i].why);
    ck_assert_msg(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_STORE) && strstr(error->message, path) != NULL,
                  "%s: %s", damages[_i].why, error->message);
}
END_TEST

START_TEST(senseless_texts_elsewhere)
{
    gint64 id = 0;
    g_autofree char *path = make_store("a.db", &id);
    g_autoptr(Store) store = open_or_fail(path, STORE_READ);
    g_autoptr(GError) error = NULL;
    run_sql(path, "UPDATE page SET text = CAST(x'ff' AS TEXT) WHERE number = 1");
    ck_assert_ptr_null(store_page(store, id, 1, &error));
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_STORE));
    g_clear_error(&error);
    g_autoptr(Filing) filing = store_filing(store, id, false, &error);
    ck_assert_msg(filing != NULL, "the rest can still be read without its pages");
    run_sql(path, "UPDATE department SET name = CAST(x'ff' AS TEXT)");
    ck_assert_ptr_null(store_filings(store, &error));
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_STORE));
}
END_TEST

/* Everything a reader of a store does. True when nothing was refused; every refusal is one of the store. */
static bool read_all(const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Store) store = store_open(path, STORE_READ, &error);
    g_autoptr(GPtrArray) entries = store != NULL ? store_filings(store, &error) : NULL;
    bool good = entries != NULL;
    for (guint i = 0; good && i < entries->len; i++) {
        const FilingEntry *entry = g_ptr_array_index(entries, i);
        g_autoptr(Filing) filing = store_filing(store, entry->id, true, &error);
        good = filing != NULL;
    }
    /* A filing whose own record is gone is not found. */
    ck_assert_msg(good || (error != NULL && error->domain == YUSUAN_ERROR &&
                           (error->code == YUSUAN_ERROR_STORE || error->code == YUSUAN_ERROR_USAGE)),
                  "refused without a reason");
    return good;
}

/* How a stretch of the file is spoilt. */
typedef enum { WITH_ZEROS, WITH_ONES, WITH_NOISE, WITH_FLIPPED_BITS, SPOILINGS } Spoiling;

static void spoil(char *bytes, gsize length, Spoiling how, GRand *rand)
{
    if (how == WITH_FLIPPED_BITS) {
        for (int i = 0; i < 20; i++)
            bytes[g_rand_int_range(rand, 0, (int)length)] ^= (char)(1 << g_rand_int_range(rand, 0, 8));
        return;
    }
    for (gsize i = 0; i < length; i++)
        bytes[i] = how == WITH_ZEROS ? 0 : how == WITH_ONES ? (char)0xff : (char)g_rand_int_range(rand, 0, 256);
}

/* Each page of the file is spoilt in turn, in each way: an error or what is still sound, never a crash. */
START_TEST(junk_pages)
{
    gint64 id = 0;
    g_autofree char *path = make_store("a.db", &id);
    g_autofree char *copy = scratch_path("copy.db");
    g_autofree char *bytes = NULL;
    gsize length = 0;
    ck_assert(g_file_get_contents(path, &bytes, &length, NULL));
    ck_assert(read_all(path));
    g_autoptr(GRand) rand = g_rand_new_with_seed(42);
    const gsize page = 16384;
    int refused = 0;
    int tried = 0;
    for (gsize at = 0; at < length; at += page)
        for (int how = 0; how < SPOILINGS; how++) {
            g_autofree char *spoilt = g_memdup2(bytes, length);
            spoil(spoilt + at, MIN(page, length - at), (Spoiling)how, rand);
            ck_assert(g_file_set_contents(copy, spoilt, (gssize)length, NULL));
            refused += !read_all(copy);
            tried++;
        }
    ck_assert_msg(tried >= 80 && refused >= tried / 2, "%d of %d refused", refused, tried);
}
END_TEST

/* The same without the end of the file. Where more than its last page is gone, SQLite knows; that one is an index here. */
START_TEST(truncated)
{
    const gsize page = 16384;
    gint64 id = 0;
    g_autofree char *path = make_store("a.db", &id);
    g_autofree char *copy = scratch_path("copy.db");
    g_autofree char *bytes = NULL;
    gsize length = 0;
    ck_assert(g_file_get_contents(path, &bytes, &length, NULL));
    ck_assert_uint_gt(length, 10 * page);
    for (gsize keep = 1; keep < length; keep += 7919) { /* a prime: cuts in every part of a page */
        ck_assert(g_file_set_contents(copy, bytes, (gssize)keep, NULL));
        bool good = read_all(copy);
        ck_assert_msg(!good || keep > length - page, "%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " bytes are read", keep,
                      length);
    }
}
END_TEST

Suite *store_damage_suite(void)
{
    Suite *suite = suite_create("store_damage");
    TCase *damage = tcase_create("damage");
    tcase_add_checked_fixture(damage, scratch_set_up, scratch_tear_down);
    tcase_set_timeout(damage, 60);
    tcase_add_loop_test(damage, senseless_records, 0, G_N_ELEMENTS(damages));
    tcase_add_test(damage, senseless_texts_elsewhere);
    tcase_add_test(damage, junk_pages);
    tcase_add_test(damage, truncated);
    suite_add_tcase(suite, damage);
    return suite;
}
