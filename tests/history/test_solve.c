/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/solve.h"

#include <check.h>
#include <string.h>

Suite *solve_suite(void);

/* Amounts of these tests: hundredths of 万元, as a table of 万元 prints them. */
#define STEP 10000
#define HUNDREDTHS(n) {(n) * (gint64)STEP, STEP}
#define DASH {0, 0}

#define FIGURES_MAX 12
#define ROWS_MAX 24

/* A row in a table row of the tests: its figures in order, and where they must be found. */
typedef struct {
    int parent;
    int count;
    Amount figures[FIGURES_MAX];
    int nearest[FIGURES_MAX];
    bool layout;
    const SolveSum *sums;
    int sum_count;
    int columns[FIGURES_MAX];     /* expected */
    Proof proof;                  /* expected of every figure, but: */
    guint32 unique;               /* figures of a likely row that arithmetic alone settles */
    guint32 alternatives[FIGURES_MAX]; /* expected */
    bool unreadable;
} Expected;

typedef struct {
    const char *name;
    int column_count;
    const RowIdentity *identities;
    int identity_count;
    guint32 usual;
    int row_count;
    Expected rows[6];
} Case;

/* The columns are 合计, 基本支出, 项目支出: 0 = 1 + 2. */
static const RowIdentity total_is_parts[] = {{0, 1u << 1 | 1u << 2}};

/* 合计 of two blocks, each of two columns: 0 = 1 + 4, 1 = 2 + 3, 4 = 5 + 6. */
static const RowIdentity nested[] = {
    {0, 1u << 1 | 1u << 4}, {1, 1u << 2 | 1u << 3}, {4, 1u << 5 | 1u << 6}};

/* Known elsewhere: project expenditure of the row is 3.00; basic is nothing; the parts stay below 2.00. */
static const SolveSum project_is_3[] = {{.readings = {{1u << 2, HUNDREDTHS(300)}}, .reading_count = 1}};
static const SolveSum basic_is_nothing[] = {{.readings = {{1u << 1, DASH}}, .reading_count = 1}};
static const SolveSum basic_is_1_or_2[] = {
    {.readings = {{1u << 1, HUNDREDTHS(100)}, {1u << 1, HUNDREDTHS(200)}}, .reading_count = 2}};
static const SolveSum basic_at_most_4[] = {
    {.readings = {{1u << 1, HUNDREDTHS(400)}}, .reading_count = 1, .at_most = true}};
static const SolveSum project_softly_5[] = {
    {.readings = {{1u << 2, HUNDREDTHS(500)}}, .reading_count = 1, .soft = true}};

#define IN_TOTAL_FORM .column_count = 3, .identities = total_is_parts, .identity_count = 1

static const Case cases[] = {
    {.name = "a full row is settled by its count",
     IN_TOTAL_FORM,
     .row_count = 1,
     .rows = {{-1, 3, {HUNDREDTHS(500), HUNDREDTHS(200), HUNDREDTHS(300)}, .columns = {0, 1, 2}, .proof = PROOF_UNIQUE}}},
    {.name = "two equal figures: total and one part, which one is open",
     IN_TOTAL_FORM,
     .row_count = 1,
     .rows = {{-1, 2, {HUNDREDTHS(500), HUNDREDTHS(500)}, .columns = {0, 1}, .proof = PROOF_AMBIGUOUS,
               .alternatives = {0, 1u << 2}}}},
    {.name = "the same with a usual column: named first, but no less open",
     IN_TOTAL_FORM,
     .usual = 1u << 0 | 1u << 2,
     .row_count = 1,
     .rows = {{-1, 2, {HUNDREDTHS(500), HUNDREDTHS(500)}, .columns = {0, 2}, .proof = PROOF_AMBIGUOUS,
               .alternatives = {0, 1u << 1}}}},
    {.name = "the amount is known elsewhere",
     IN_TOTAL_FORM,
     .row_count = 1,
     .rows = {{-1, 2, {HUNDREDTHS(300), HUNDREDTHS(300)}, .sums = project_is_3, .sum_count = 1, .columns = {0, 2},
               .proof = PROOF_UNIQUE}}},
    {.name = "nothing is known to stand in a column",
     IN_TOTAL_FORM,
     .row_count = 1,
     .rows = {{-1, 2, {HUNDREDTHS(300), HUNDREDTHS(300)}, .sums = basic_is_nothing, .sum_count = 1, .columns = {0, 2},
               .proof = PROOF_UNIQUE}}},
    {.name = "any of two readings may hold",
     IN_TOTAL_FORM,
     .row_count = 1,
     .rows = {{-1, 2, {HUNDREDTHS(200), HUNDREDTHS(200)}, .sums = basic_is_1_or_2, .sum_count = 1, .columns = {0, 1},
               .proof = PROOF_UNIQUE}}},
    {.name = "no more than a known amount",
     IN_TOTAL_FORM,
     .row_count = 1,
     .rows = {{-1, 2, {HUNDREDTHS(500), HUNDREDTHS(500)}, .sums = basic_at_most_4, .sum_count = 1, .columns = {0, 2},
               .proof = PROOF_UNIQUE}}},
    {.name = "a soft sum breaks the tie",
     IN_TOTAL_FORM,
     .row_count = 1,
     .rows = {{-1, 2, {HUNDREDTHS(500), HUNDREDTHS(500)}, .sums = project_softly_5, .sum_count = 1, .columns = {0, 2},
               .proof = PROOF_LIKELY, .unique = 1u << 0}}},
    {.name = "nested identities place six figures; of two equal ones the second stays open",
     .column_count = 7, .identities = nested, .identity_count = 3,
     .row_count = 1,
     .rows = {{-1, 6,
               {HUNDREDTHS(1000), HUNDREDTHS(300), HUNDREDTHS(300), HUNDREDTHS(700), HUNDREDTHS(100), HUNDREDTHS(600)},
               .columns = {0, 1, 2, 4, 5, 6}, .proof = PROOF_AMBIGUOUS, .alternatives = {0, 0, 1u << 3}}}},
    /* 301.30 against 301.31: the printed parts differ from their total by one unit of the last digit. */
    {.name = "rounded parts still fit",
     IN_TOTAL_FORM,
     .row_count = 1,
     .rows = {{-1, 3, {HUNDREDTHS(30131), HUNDREDTHS(10000), HUNDREDTHS(20130)}, .columns = {0, 1, 2},
               .proof = PROOF_UNIQUE}}},
    {.name = "a misprinted total is read in its column, as it stands",
     IN_TOTAL_FORM,
     .row_count = 1,
     .rows = {{-1, 3, {HUNDREDTHS(900), HUNDREDTHS(200), HUNDREDTHS(300)}, .columns = {0, 1, 2},
               .proof = PROOF_LIKELY}}},
    {.name = "a family settles what the row leaves open",
     IN_TOTAL_FORM,
     .row_count = 3,
     .rows = {{-1, 3, {HUNDREDTHS(800), HUNDREDTHS(500), HUNDREDTHS(300)}, .columns = {0, 1, 2}, .proof = PROOF_UNIQUE},
              {0, 2, {HUNDREDTHS(500), HUNDREDTHS(500)}, .columns = {0, 1}, .proof = PROOF_UNIQUE},
              {0, 2, {HUNDREDTHS(300), HUNDREDTHS(300)}, .columns = {0, 2}, .proof = PROOF_UNIQUE}}},
    {.name = "children of equal amounts stay open",
     IN_TOTAL_FORM,
     .row_count = 3,
     .rows = {{-1, 3, {HUNDREDTHS(600), HUNDREDTHS(300), HUNDREDTHS(300)}, .columns = {0, 1, 2}, .proof = PROOF_UNIQUE},
              {0, 2, {HUNDREDTHS(300), HUNDREDTHS(300)}, .columns = {0, 1}, .proof = PROOF_AMBIGUOUS,
               .alternatives = {0, 1u << 2}},
              {0, 2, {HUNDREDTHS(300), HUNDREDTHS(300)}, .columns = {0, 1}, .proof = PROOF_AMBIGUOUS,
               .alternatives = {0, 1u << 2}}}},
    {.name = "grandchildren through two families",
     IN_TOTAL_FORM,
     .row_count = 4,
     .rows = {{-1, 2, {HUNDREDTHS(300), HUNDREDTHS(300)}, .sums = project_is_3, .sum_count = 1, .columns = {0, 2},
               .proof = PROOF_UNIQUE},
              {0, 2, {HUNDREDTHS(300), HUNDREDTHS(300)}, .columns = {0, 2}, .proof = PROOF_UNIQUE},
              {1, 2, {HUNDREDTHS(100), HUNDREDTHS(100)}, .columns = {0, 2}, .proof = PROOF_UNIQUE},
              {1, 2, {HUNDREDTHS(200), HUNDREDTHS(200)}, .columns = {0, 2}, .proof = PROOF_UNIQUE}}},
    {.name = "a family known only by a grandchild: upwards too",
     IN_TOTAL_FORM,
     .row_count = 2,
     .rows = {{-1, 2, {HUNDREDTHS(300), HUNDREDTHS(300)}, .columns = {0, 2}, .proof = PROOF_UNIQUE},
              {0, 2, {HUNDREDTHS(300), HUNDREDTHS(300)}, .sums = project_is_3, .sum_count = 1, .columns = {0, 2},
               .proof = PROOF_UNIQUE}}},
    {.name = "a negative amount in the family",
     IN_TOTAL_FORM,
     .row_count = 3,
     .rows = {{-1, 3, {HUNDREDTHS(400), HUNDREDTHS(500), HUNDREDTHS(-100)}, .columns = {0, 1, 2}, .proof = PROOF_UNIQUE},
              {0, 2, {HUNDREDTHS(500), HUNDREDTHS(500)}, .columns = {0, 1}, .proof = PROOF_UNIQUE},
              {0, 2, {HUNDREDTHS(-100), HUNDREDTHS(-100)}, .columns = {0, 2}, .proof = PROOF_UNIQUE}}},
    {.name = "a dash holds its column",
     IN_TOTAL_FORM,
     .row_count = 1,
     .rows = {{-1, 3, {HUNDREDTHS(500), DASH, HUNDREDTHS(500)}, .columns = {0, 1, 2}, .proof = PROOF_UNIQUE}}},
    {.name = "a printed zero is a figure: it fits either part",
     IN_TOTAL_FORM,
     .row_count = 1,
     .rows = {{-1, 2, {HUNDREDTHS(0), HUNDREDTHS(0)}, .columns = {0, 1}, .proof = PROOF_AMBIGUOUS,
               .alternatives = {1u << 1, 1u << 2}}}},
    {.name = "layout settles what arithmetic leaves open",
     IN_TOTAL_FORM,
     .row_count = 1,
     .rows = {{-1, 2, {HUNDREDTHS(500), HUNDREDTHS(500)}, .nearest = {0, 2}, .layout = true, .columns = {0, 2},
               .proof = PROOF_GRID}}},
    {.name = "more figures than columns",
     IN_TOTAL_FORM,
     .row_count = 1,
     .rows = {{-1, 4, {HUNDREDTHS(1), HUNDREDTHS(2), HUNDREDTHS(3), HUNDREDTHS(4)}, .unreadable = true}}},
    {.name = "an unreadable child says nothing of its parent",
     IN_TOTAL_FORM,
     .row_count = 3,
     .rows = {{-1, 2, {HUNDREDTHS(900), HUNDREDTHS(900)}, .columns = {0, 1}, .proof = PROOF_AMBIGUOUS,
               .alternatives = {0, 1u << 2}},
              {0, 4, {HUNDREDTHS(1), HUNDREDTHS(2), HUNDREDTHS(3), HUNDREDTHS(4)}, .unreadable = true},
              {0, 2, {HUNDREDTHS(300), HUNDREDTHS(300)}, .sums = project_is_3, .sum_count = 1, .columns = {0, 2},
               .proof = PROOF_UNIQUE}}},
    {.name = "a row without figures",
     IN_TOTAL_FORM,
     .row_count = 2,
     .rows = {{-1, 0, .columns = {0}},
              {0, 3, {HUNDREDTHS(3), HUNDREDTHS(1), HUNDREDTHS(2)}, .columns = {0, 1, 2}, .proof = PROOF_UNIQUE}}},
    {.name = "figures as large as 64 bits hold",
     IN_TOTAL_FORM,
     .row_count = 2,
     .rows = {{-1, 3, {{G_MAXINT64, 1}, {G_MAXINT64, 1}, {G_MAXINT64, 1}}, .columns = {0, 1, 2}, .proof = PROOF_LIKELY},
              {0, 3, {{G_MAXINT64, 1}, {G_MAXINT64, 1}, {G_MAXINT64, 1}}, .columns = {0, 1, 2}, .proof = PROOF_LIKELY}}},
};

/* Runs a case; the places of row r begin at places[r * FIGURES_MAX]. */
static void solve_case(const Case *test, SolveRow *rows, SolvePlace *places)
{
    for (int r = 0; r < test->row_count; r++) {
        const Expected *row = &test->rows[r];
        rows[r] = (SolveRow){.parent = row->parent, .count = row->count, .figures = row->figures,
                             .nearest = row->layout ? row->nearest : NULL, .sums = row->sums,
                             .sum_count = row->sum_count, .places = places + r * FIGURES_MAX};
    }
    SolveTask task = {.rows = rows, .row_count = test->row_count, .column_count = test->column_count,
                      .identities = test->identities, .identity_count = test->identity_count, .usual = test->usual};
    solve_places(&task);
}

START_TEST(placed)
{
    const Case *test = &cases[_i];
    SolveRow rows[G_N_ELEMENTS(test->rows)] = {0};
    SolvePlace places[G_N_ELEMENTS(test->rows) * FIGURES_MAX] = {0};
    solve_case(test, rows, places);
    for (int r = 0; r < test->row_count; r++) {
        const Expected *row = &test->rows[r];
        ck_assert_msg(rows[r].readable != row->unreadable, "%s: row %d readable", test->name, r);
        for (int k = 0; k < row->count && !row->unreadable; k++) {
            const SolvePlace *place = &rows[r].places[k];
            Proof proof = row->proof;
            if (proof == PROOF_AMBIGUOUS && row->alternatives[k] == 0)
                proof = PROOF_UNIQUE; /* of an ambiguous row the figures that have one place only */
            if ((row->unique & 1u << k) != 0)
                proof = PROOF_UNIQUE;
            ck_assert_msg(place->column == row->columns[k], "%s: row %d figure %d in column %d, expected %d", test->name,
                          r, k, place->column, row->columns[k]);
            ck_assert_msg(place->alternatives == row->alternatives[k], "%s: row %d figure %d alternatives %x, expected %x",
                          test->name, r, k, place->alternatives, row->alternatives[k]);
            ck_assert_msg(place->proof == proof, "%s: row %d figure %d proof %s, expected %s", test->name, r, k,
                          proof_word(place->proof), proof_word(proof));
        }
    }
}
END_TEST

/*
 * Random filings with true identities. The columns are those of `nested`; a tree of rows is filled from its leaves,
 * everything above is added up exactly, every figure is then rounded to its step by itself, and true zeros are left
 * blank. What the solver says is held against where the figures came from.
 */
enum { TREE_COLUMNS = 7, TREE_ROWS = 13 };

typedef struct {
    int row_count;
    int parents[TREE_ROWS];
    gint64 values[TREE_ROWS][TREE_COLUMNS]; /* true ones, in fen */
    Amount figures[TREE_ROWS][TREE_COLUMNS];
    int columns[TREE_ROWS][TREE_COLUMNS]; /* where each figure truly stands */
    int counts[TREE_ROWS];
    SolvePlace places[TREE_ROWS][TREE_COLUMNS];
    SolveRow rows[TREE_ROWS];
} Tree;

/* A root, up to three children, up to three grandchildren each; parents stand before their children. */
static void tree_grow(Tree *tree, GRand *rand)
{
    tree->parents[0] = -1;
    tree->row_count = 1 + g_rand_int_range(rand, 1, 4);
    int branches = tree->row_count;
    for (int row = 1; row < branches; row++)
        tree->parents[row] = 0;
    for (int branch = 1; branch < branches; branch++)
        for (int count = g_rand_int_range(rand, 0, 4); count > 0; count--)
            tree->parents[tree->row_count++] = branch;
}

static bool tree_is_leaf(const Tree *tree, int row)
{
    for (int other = row + 1; other < tree->row_count; other++)
        if (tree->parents[other] == row)
            return false;
    return true;
}

/* The value of one leaf's column: few different ones, so that equal amounts stand in many places. */
static gint64 leaf_value(GRand *rand, bool fine, bool negative)
{
    static const gint64 common[] = {STEP, 2 * STEP, 100 * STEP, 250 * STEP, 300 * STEP};
    gint64 value = common[g_rand_int_range(rand, 0, G_N_ELEMENTS(common))];
    if (fine)
        value = g_rand_int_range(rand, 1, 300 * STEP);
    return negative && g_rand_boolean(rand) ? -value : value;
}

static void tree_fill(Tree *tree, GRand *rand)
{
    static const int parts[] = {2, 3, 5, 6};
    bool fine = g_rand_int_range(rand, 0, 3) == 0; /* finer than printed: the printed sums are off by roundings */
    bool negative = g_rand_int_range(rand, 0, 4) == 0;
    for (int row = tree->row_count - 1; row >= 0; row--) {
        gint64 *values = tree->values[row];
        for (gsize i = 0; tree_is_leaf(tree, row) && i < G_N_ELEMENTS(parts); i++)
            if (g_rand_int_range(rand, 0, 5) < 2)
                values[parts[i]] = leaf_value(rand, fine, negative);
        values[1] = values[2] + values[3];
        values[4] = values[5] + values[6];
        values[0] = values[1] + values[4];
        for (int column = 0; tree->parents[row] >= 0 && column < TREE_COLUMNS; column++)
            tree->values[tree->parents[row]][column] += values[column];
    }
}

/* Half away from zero to the step. */
static gint64 printed(gint64 fen)
{
    gint64 half = fen < 0 ? -STEP / 2 : STEP / 2;
    return (fen + half) / STEP * STEP;
}

static void tree_print(Tree *tree)
{
    for (int row = 0; row < tree->row_count; row++) {
        int count = 0;
        for (int column = 0; column < TREE_COLUMNS; column++) {
            if (tree->values[row][column] == 0)
                continue;
            tree->figures[row][count] = (Amount){printed(tree->values[row][column]), STEP};
            tree->columns[row][count++] = column;
        }
        tree->counts[row] = count;
        tree->rows[row] = (SolveRow){.parent = tree->parents[row], .count = count, .figures = tree->figures[row],
                                     .places = tree->places[row]};
    }
}

static void tree_solve(Tree *tree, guint32 usual)
{
    SolveTask task = {.rows = tree->rows, .row_count = tree->row_count, .column_count = TREE_COLUMNS,
                      .identities = nested, .identity_count = G_N_ELEMENTS(nested), .usual = usual};
    solve_places(&task);
}

START_TEST(truth_is_never_lost)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(20240131);
    int unique = 0;
    int open = 0;
    for (int round = 0; round < 2000; round++) {
        Tree tree = {0};
        tree_grow(&tree, rand);
        tree_fill(&tree, rand);
        tree_print(&tree);
        tree_solve(&tree, 0);
        for (int row = 0; row < tree.row_count; row++)
            for (int k = 0; k < tree.counts[row]; k++) {
                const SolvePlace *place = &tree.places[row][k];
                int truth = tree.columns[row][k];
                guint32 said = place->alternatives | 1u << place->column;
                ck_assert_msg(tree.rows[row].readable && (said & 1u << truth) != 0,
                              "round %d row %d figure %d: stands in %d, said to stand in %x", round, row, k, truth, said);
                ck_assert_msg((place->proof == PROOF_AMBIGUOUS) == (place->alternatives != 0),
                              "round %d row %d figure %d: %s with alternatives %x", round, row, k,
                              proof_word(place->proof), place->alternatives);
                unique += place->proof == PROOF_UNIQUE;
                open += place->proof == PROOF_AMBIGUOUS;
            }
    }
    /* The test says something only when it meets both kinds often. */
    ck_assert_int_gt(unique, 10000);
    ck_assert_int_gt(open, 500);
}
END_TEST

/* Usual columns only say which of the open places is named first: nothing is lost and nothing more is unique. */
START_TEST(preference_settles_nothing)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(20250131);
    int wrong_guesses = 0;
    for (int round = 0; round < 1000; round++) {
        Tree tree = {0};
        tree_grow(&tree, rand);
        tree_fill(&tree, rand);
        tree_print(&tree);
        tree_solve(&tree, 1u << 0 | 1u << 4 | 1u << 6);
        for (int row = 0; row < tree.row_count; row++)
            for (int k = 0; k < tree.counts[row]; k++) {
                const SolvePlace *place = &tree.places[row][k];
                bool right = place->column == tree.columns[row][k];
                guint32 said = place->alternatives | 1u << place->column;
                ck_assert_msg(right || (place->proof == PROOF_AMBIGUOUS && (said & 1u << tree.columns[row][k]) != 0),
                              "round %d row %d figure %d: %s in %d, is in %d", round, row, k, proof_word(place->proof),
                              place->column, tree.columns[row][k]);
                wrong_guesses += !right;
            }
    }
    ck_assert_int_gt(wrong_guesses, 100); /* a guess is often wrong: only so the test can fail */
}
END_TEST

/* One figure of each filing is misprinted: whatever is then called unique must still be right. */
START_TEST(misprint_proves_nothing_wrong)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(20260131);
    int likely = 0;
    for (int round = 0; round < 1000; round++) {
        Tree tree = {0};
        tree_grow(&tree, rand);
        tree_fill(&tree, rand);
        tree_print(&tree);
        int hit = g_rand_int_range(rand, 0, tree.row_count);
        if (tree.counts[hit] > 0)
            tree.figures[hit][g_rand_int_range(rand, 0, tree.counts[hit])].fen += 777 * STEP;
        tree_solve(&tree, 0);
        for (int row = 0; row < tree.row_count; row++)
            for (int k = 0; k < tree.counts[row]; k++) {
                const SolvePlace *place = &tree.places[row][k];
                ck_assert_msg(place->proof != PROOF_UNIQUE || place->column == tree.columns[row][k],
                              "round %d row %d figure %d: unique in %d, is in %d", round, row, k, place->column,
                              tree.columns[row][k]);
                likely += place->proof == PROOF_LIKELY;
            }
    }
    ck_assert_int_gt(likely, 1000);
}
END_TEST

Suite *solve_suite(void)
{
    Suite *suite = suite_create("solve");
    TCase *placing = tcase_create("placing");
    tcase_add_loop_test(placing, placed, 0, G_N_ELEMENTS(cases));
    suite_add_tcase(suite, placing);
    TCase *random = tcase_create("random trees");
    tcase_set_timeout(random, 60);
    tcase_add_test(random, truth_is_never_lost);
    tcase_add_test(random, preference_settles_nothing);
    tcase_add_test(random, misprint_proves_nothing_wrong);
    suite_add_tcase(suite, random);
    return suite;
}
