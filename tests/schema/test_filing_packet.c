/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema/filing_packet.h"

#include <check.h>
#include <string.h>

#include "history/reader.h"
#include "schema/filing_sound.h"
#include "tests/schema/store_dump.h"
#include "tests/schema/store_file.h"

Suite *filing_packet_suite(void);

#define FILINGS "tests/filings"

/* There and back; NULL when the way back is refused. */
static GPtrArray *there_and_back(GPtrArray *filings)
{
    g_autoptr(GBytes) packet = packet_from_filings(filings);
    ck_assert_ptr_nonnull(packet);
    gsize length = 0;
    const guint8 *bytes = g_bytes_get_data(packet, &length);
    return filings_from_packet(bytes, length);
}

static char *dump_of(GPtrArray *filings, const char *name)
{
    g_autofree char *path = scratch_path(name);
    g_autoptr(Store) store = open_or_fail(path, STORE_WRITE);
    g_autoptr(GError) error = NULL;
    ck_assert_msg(store_save_filings(store, filings, &error), "%s", error != NULL ? error->message : "");
    return store_dump(path);
}

/* What the store keeps of filings that took the way is what it keeps of the same filings that did not. */
static void same_after_the_way(GPtrArray *filings, const char *what)
{
    g_autoptr(GPtrArray) back = there_and_back(filings);
    ck_assert_msg(back != NULL && back->len == filings->len, "%s", what);
    g_autofree char *before_name = g_strdup_printf("%s.before", what);
    g_autofree char *after_name = g_strdup_printf("%s.after", what);
    g_autofree char *before = dump_of(filings, before_name);
    g_autofree char *after = dump_of(back, after_name);
    ck_assert_msg(strlen(before) > 500, "%s: a store that holds it is longer", what);
    ck_assert_msg(g_str_equal(before, after), "%s: another store", what);
}

START_TEST(sample_there_and_back)
{
    g_autoptr(GPtrArray) file = sample_file("虚构县图书馆", 2024, "a");
    same_after_the_way(file, "sample");
    g_autoptr(GPtrArray) back = there_and_back(file);
    const Filing *a = g_ptr_array_index(file, 0);
    const Filing *b = g_ptr_array_index(back, 0);
    /* What the store has in another form, or not at all. */
    ck_assert_int_eq(table_column(g_ptr_array_index(a->tables, 0), 1)->number,
                     table_column(g_ptr_array_index(b->tables, 0), 1)->number);
    ck_assert_int_eq(b->id, 0);
}
END_TEST

START_TEST(shipped_filings_there_and_back)
{
    g_autoptr(GDir) dir = g_dir_open(FILINGS, 0, NULL);
    ck_assert_ptr_nonnull(dir);
    const char *name;
    int files = 0;
    while ((name = g_dir_read_name(dir)) != NULL) {
        if (!g_str_has_suffix(name, ".txt") && !g_str_has_suffix(name, ".csv"))
            continue;
        g_autofree char *path = g_build_filename(FILINGS, name, NULL);
        char *contents = NULL;
        gsize length = 0;
        ck_assert(g_file_get_contents(path, &contents, &length, NULL));
        g_autoptr(GBytes) bytes = g_bytes_new_take(contents, length);
        g_autoptr(GPtrArray) filings = filings_from_bytes(name, bytes, NULL);
        ck_assert_msg(filings != NULL, "%s", name);
        same_after_the_way(filings, name);
        files++;
    }
    ck_assert_int_ge(files, 8);
}
END_TEST

/* One thing wrong in a filing that is sound else. */
typedef struct {
    const char *why;
    void (*spoil)(Filing *filing);
} Spoilt;

static Table *table_of(Filing *filing)
{
    return g_ptr_array_index(filing->tables, 0);
}

static Claim *claim_of(Filing *filing)
{
    return g_ptr_array_index(filing->claims, 0);
}

static Cell *cell_of(Filing *filing, int index)
{
    return &g_array_index(table_of(filing)->cells, Cell, index);
}

static void cell_beyond_rows(Filing *filing) { cell_of(filing, 0)->row = (int)table_of(filing)->rows->len; }
static void cell_before_rows(Filing *filing) { cell_of(filing, 0)->row = -1; }
static void cell_beyond_columns(Filing *filing) { cell_of(filing, 0)->column = G_MAXINT; }
static void cell_without_step(Filing *filing) { cell_of(filing, 0)->amount.step = 0; }
static void cell_without_proof(Filing *filing) { cell_of(filing, 0)->proof = (Proof)(PROOF_AMBIGUOUS + 1); }
static void cells_in_one_place(Filing *filing)
{
    cell_of(filing, 1)->row = cell_of(filing, 0)->row;
    cell_of(filing, 1)->column = cell_of(filing, 0)->column;
}
static void row_in_itself(Filing *filing) { table_row(table_of(filing), 0)->parent = 0; }
static void rows_in_each_other(Filing *filing)
{
    table_row(table_of(filing), 0)->parent = 1;
    table_row(table_of(filing), 1)->parent = 0;
}
static void parent_beyond_rows(Filing *filing) { table_row(table_of(filing), 0)->parent = 3; }
static void parent_before_top(Filing *filing) { table_row(table_of(filing), 0)->parent = -2; }
static void level_too_deep(Filing *filing) { table_row(table_of(filing), 0)->level = DEPTH_MAX + 1; }
static void side_that_is_none(Filing *filing) { table_row(table_of(filing), 0)->side = (Direction)4; }
static void fund_that_is_none(Filing *filing) { table_column(table_of(filing), 0)->fund = (Fund)(FUND_OWN + 1); }
static void negative_page(Filing *filing) { table_row(table_of(filing), 0)->page = -1; }
static void state_that_is_none(Filing *filing) { table_of(filing)->state = (TableState)(TABLE_UNREAD + 1); }
static void unit_of_nothing(Filing *filing) { table_of(filing)->unit = 0; }
static void rate_without_step(Filing *filing) { claim_of(filing)->share.step = 0; }
static void rate_too_coarse(Filing *filing) { claim_of(filing)->completion.step = 100 * RATE_PERCENT + 1; }
static void amount_below_step(Filing *filing) { claim_of(filing)->amount.step = -1; }
static void turn_that_is_none(Filing *filing) { claim_of(filing)->turn = (Turn)(TURN_NEW + 1); }
static void against_that_is_none(Filing *filing) { claim_of(filing)->against = (Against)(AGAINST_THIS_BUDGET + 1); }
static void sum_of_no_claim(Filing *filing) { ((Sum *)g_ptr_array_index(filing->sums, 0))->whole = (int)filing->claims->len; }
static void part_of_no_claim(Filing *filing)
{
    g_array_index(((Sum *)g_ptr_array_index(filing->sums, 0))->parts, int, 0) = -1;
}
static void item_below_step(Filing *filing) { ((Item *)g_ptr_array_index(filing->items, 0))->amount.step = -1; }
static void nameless(Filing *filing) { text_set(&filing->department, ""); }
static void negative_year(Filing *filing) { filing->fiscal_year = -1; }
static void kind_that_is_none(Filing *filing) { filing->kind = (Kind)2; }
static void scope_that_is_none(Filing *filing) { filing->scope = (Scope)2; }
static void text_of_junk(Filing *filing) { claim_of(filing)->reason[0] = (char)0xff; }

static const Spoilt spoilts[] = {
    {"a cell beyond the last row", cell_beyond_rows},
    {"a cell before the first row", cell_before_rows},
    {"a cell beyond the last column", cell_beyond_columns},
    {"a cell with a step of nothing", cell_without_step},
    {"a proof that is none", cell_without_proof},
    {"two cells in one place", cells_in_one_place},
    {"a row that encloses itself", row_in_itself},
    {"rows that enclose each other", rows_in_each_other},
    {"a parent beyond the last row", parent_beyond_rows},
    {"a parent before the top", parent_before_top},
    {"a level too deep", level_too_deep},
    {"a side that is none", side_that_is_none},
    {"a fund that is none", fund_that_is_none},
    {"a negative page", negative_page},
    {"a state that is none", state_that_is_none},
    {"a unit of nothing", unit_of_nothing},
    {"a rate that cannot be divided by its step", rate_without_step},
    {"a rate coarser than any print", rate_too_coarse},
    {"an amount with a negative step", amount_below_step},
    {"a turn that is none", turn_that_is_none},
    {"a comparison that is none", against_that_is_none},
    {"a sum of no claim", sum_of_no_claim},
    {"a part that is no claim", part_of_no_claim},
    {"an item with a negative step", item_below_step},
    {"no department", nameless},
    {"a negative year", negative_year},
    {"a kind that is none", kind_that_is_none},
    {"a scope that is none", scope_that_is_none},
};

/* Our own reader's mistakes do not get into a packet; those that a text makes are seen where it is unpacked. */
START_TEST(unsound_filings)
{
    g_autoptr(GPtrArray) file = sample_file("虚构县图书馆", 2024, "a");
    Filing *filing = g_ptr_array_index(file, 0);
    ck_assert(filing_is_sound(filing));
    spoilts[_i].spoil(filing);
    ck_assert_msg(!filing_is_sound(filing), "%s", spoilts[_i].why);
    g_autoptr(GBytes) packet = packet_from_filings(file);
    ck_assert_msg(packet == NULL, "%s", spoilts[_i].why);
}
END_TEST

START_TEST(text_that_is_none)
{
    g_autoptr(GPtrArray) file = sample_file("虚构县图书馆", 2024, "a");
    Filing *filing = g_ptr_array_index(file, 0);
    ck_assert_uint_gt(strlen(claim_of(filing)->reason), 0);
    text_of_junk(filing);
    g_autoptr(GPtrArray) back = there_and_back(file);
    ck_assert_ptr_null(back);
}
END_TEST

START_TEST(nothing_at_all)
{
    g_autoptr(GPtrArray) none = g_ptr_array_new();
    g_autoptr(GPtrArray) back = there_and_back(none);
    ck_assert_ptr_null(back);
    ck_assert_ptr_null(filings_from_packet((const guint8 *)"", 0));
    /* A count of filings, or of bytes, that nothing follows. */
    ck_assert_ptr_null(filings_from_packet((const guint8 *)"\x05", 1));
    ck_assert_ptr_null(filings_from_packet((const guint8 *)"\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", 10));
    ck_assert_ptr_null(filings_from_packet((const guint8 *)"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", 11));
}
END_TEST

/* A copy of exactly this length, so that a sanitizer sees a byte too many. True when it was refused; never a crash. */
static bool refused(const guint8 *bytes, gsize length)
{
    g_autofree guint8 *copy = g_memdup2(bytes, length);
    g_autoptr(GPtrArray) filings = filings_from_packet(copy, length);
    for (guint i = 0; filings != NULL && i < filings->len; i++)
        ck_assert(filing_is_sound(g_ptr_array_index(filings, i)));
    return filings == NULL;
}

START_TEST(cut_anywhere)
{
    g_autoptr(GPtrArray) file = sample_file("虚构县图书馆", 2024, "a");
    g_autoptr(GBytes) packet = packet_from_filings(file);
    gsize length = 0;
    const guint8 *bytes = g_bytes_get_data(packet, &length);
    ck_assert(!refused(bytes, length));
    for (gsize cut = 0; cut < length; cut++)
        ck_assert_msg(refused(bytes, cut), "cut to %zu of %zu", cut, length);
    g_autofree guint8 *more = g_malloc0(length + 1);
    memcpy(more, bytes, length);
    ck_assert(refused(more, length + 1));
}
END_TEST

/* Each byte in turn is changed in each of these ways: refused, or still a sound filing. */
START_TEST(changed_anywhere)
{
    static const guint8 changes[] = {0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xff, 0x7f};
    g_autoptr(GPtrArray) file = sample_file("虚构县图书馆", 2024, "a");
    g_autoptr(GBytes) packet = packet_from_filings(file);
    gsize length = 0;
    const guint8 *bytes = g_bytes_get_data(packet, &length);
    g_autofree guint8 *changed = g_memdup2(bytes, length);
    gsize refusals = 0;
    for (gsize at = 0; at < length; at++)
        for (gsize i = 0; i < G_N_ELEMENTS(changes); i++) {
            changed[at] = bytes[at] ^ changes[i];
            refusals += refused(changed, length);
            changed[at] = bytes[at];
        }
    /* A figure changed is another figure, a letter another letter; lengths, indices and UTF-8 are what can be seen. */
    ck_assert_uint_gt(refusals, length);
}
END_TEST

Suite *filing_packet_suite(void)
{
    Suite *suite = suite_create("filing_packet");
    TCase *packing = tcase_create("packet");
    tcase_add_checked_fixture(packing, scratch_set_up, scratch_tear_down);
    tcase_set_timeout(packing, 60);
    tcase_add_test(packing, sample_there_and_back);
    tcase_add_test(packing, shipped_filings_there_and_back);
    tcase_add_loop_test(packing, unsound_filings, 0, G_N_ELEMENTS(spoilts));
    tcase_add_test(packing, text_that_is_none);
    tcase_add_test(packing, nothing_at_all);
    tcase_add_test(packing, cut_anywhere);
    tcase_add_test(packing, changed_anywhere);
    suite_add_tcase(suite, packing);
    return suite;
}
