/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/bodies.h"

#include <check.h>
#include <stdlib.h>

#include "tests/history/spelling.h"

Suite *bodies_suite(void);

/* Names as "name count …", and what comes of them: "name = its names" a line, then the notes. */
static const struct {
    const char *why, *names, *expected;
} cases[] = {
    {"nothing at all", "", ""},
    {"two that have nothing to do with each other", "虚构县图书馆 1 虚构县水利局 1",
     "虚构县图书馆 = 虚构县图书馆\n虚构县水利局 = 虚构县水利局\n"},
    {"as often short as full: the fullest", "虚构区财政局 1 示例市虚构区财政局 1",
     "示例市虚构区财政局 = 示例市虚构区财政局|虚构区财政局\n“示例市虚构区财政局”与“虚构区财政局”按同一部门处理\n"},
    {"more often short", "虚构区财政局 3 示例市虚构区财政局 1",
     "虚构区财政局 = 示例市虚构区财政局|虚构区财政局\n“示例市虚构区财政局”与“虚构区财政局”按同一部门处理\n"},
    {"three spellings", "虚构区财政局 1 示例市虚构区财政局 1 某某省示例市虚构区财政局 1",
     "某某省示例市虚构区财政局 = 某某省示例市虚构区财政局|示例市虚构区财政局|虚构区财政局\n"
     "“某某省示例市虚构区财政局”与“示例市虚构区财政局”与“虚构区财政局”按同一部门处理\n"},
    {"a short name of two bodies", "虚构区财政局 1 示例市虚构区财政局 1 某某市虚构区财政局 1",
     "某某市虚构区财政局 = 某某市虚构区财政局\n示例市虚构区财政局 = 示例市虚构区财政局\n虚构区财政局 = 虚构区财政局\n"
     "“虚构区财政局”可能是“某某市虚构区财政局”或“示例市虚构区财政局”，没有合并\n"},
    {"an office of every county", "财政局 1 虚构区财政局 1", "虚构区财政局 = 虚构区财政局\n财政局 = 财政局\n"},
};

START_TEST(joined_names)
{
    g_auto(GStrv) words = g_strsplit(cases[_i].names, " ", -1);
    g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; words[i] != NULL && words[i + 1] != NULL; i += 2)
        g_hash_table_insert(counts, words[i], GUINT_TO_POINTER((guint)atoi(words[i + 1])));
    g_autoptr(Bodies) bodies = bodies_from_names(counts);
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < bodies->list->len; i++) {
        const Body *body = g_ptr_array_index(bodies->list, i);
        g_string_append_printf(out, "%s = ", body->name);
        for (guint k = 0; k < body->names->len; k++) {
            const char *name = g_ptr_array_index(body->names, k);
            g_string_append_printf(out, "%s%s", k > 0 ? "|" : "", name);
            ck_assert_ptr_eq(bodies_find(bodies, name), body);
        }
        g_string_append_c(out, '\n');
    }
    for (guint i = 0; i < bodies->notes->len; i++)
        g_string_append_printf(out, "%s\n", (const char *)g_ptr_array_index(bodies->notes, i));
    check_spelling(cases[_i].why, out->str, cases[_i].expected);
    ck_assert_ptr_null(bodies_find(bodies, "没有这个名称"));
}
END_TEST

/* Whoever is spoken of is told. */
START_TEST(notes_of_a_body)
{
    g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);
    static const char *const names[] = {"虚构区财政局", "示例市虚构区财政局", "某某市虚构区财政局", "虚构县图书馆"};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
        g_hash_table_insert(counts, (gpointer)names[i], GUINT_TO_POINTER(1));
    g_autoptr(Bodies) bodies = bodies_from_names(counts);
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
        ck_assert_uint_eq(bodies_find(bodies, names[i])->notes->len, i < 3 ? 1 : 0);
    bodies_free(NULL);
}
END_TEST

/* The counties of several nations: comparing all that end alike would take longer than a test may. */
START_TEST(many_names_that_end_alike)
{
    g_autoptr(GHashTable) counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    static const char *const digits[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
    for (int i = 0; i < 5000; i++)
        g_hash_table_insert(counts, g_strconcat(digits[i / 1000], digits[i / 100 % 10], digits[i / 10 % 10], digits[i % 10], "县财政局", NULL),
                            GUINT_TO_POINTER(1));
    g_hash_table_insert(counts, g_strdup("示例市甲乙丙丁县财政局"), GUINT_TO_POINTER(1));
    g_autoptr(Bodies) bodies = bodies_from_names(counts);
    ck_assert_uint_eq(bodies->list->len, 5000);
    ck_assert_uint_eq(bodies->notes->len, 1);
    ck_assert_ptr_eq(bodies_find(bodies, "甲乙丙丁县财政局"), bodies_find(bodies, "示例市甲乙丙丁县财政局"));
}
END_TEST

Suite *bodies_suite(void)
{
    Suite *suite = suite_create("bodies");
    TCase *tests = tcase_create("names");
    tcase_add_loop_test(tests, joined_names, 0, G_N_ELEMENTS(cases));
    tcase_add_test(tests, notes_of_a_body);
    tcase_add_test(tests, many_names_that_end_alike);
    suite_add_tcase(suite, tests);
    return suite;
}
