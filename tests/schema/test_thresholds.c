/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema/thresholds.h"

#include <check.h>
#include <string.h>

#include "schema/error.h"
#include "schema/language.h"

Suite *thresholds_suite(void);

/* By default: 1 % with 10 %, or 0.1 % with 50 %. */
START_TEST(ships_with)
{
    static const struct {
        const char *name;
        gint64 thousandths;
    } rows[] = {
        {"material.change", 10},        {"material.growth", 100}, {"material.small-change", 1},
        {"material.large-growth", 500}, {"carryover.large", 200}, {"rule.three-public", 1000},
    };
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    ck_assert_ptr_nonnull(thresholds);
    ck_assert_int_eq(threshold(thresholds, rows[_i].name), rows[_i].thousandths);
}
END_TEST

START_TEST(is_overridden)
{
    static const struct {
        const char *assignment;
        bool taken;
        gint64 thousandths; /* of material.change afterwards */
    } rows[] = {
        {"material.change=0.02", true, 20},
        {"material.change=0", true, 0},
        {"material.change=1", true, 1000},
        {"material.change=0.001", true, 1},
        {"material.change=0.0001", false, 10}, /* finer than a thousandth */
        {"material.change=-0.1", false, 10},
        {"material.change=ten", false, 10},
        {"material.change=", false, 10},
        {"material.change", false, 10},
        {"=0.1", false, 10},
        {"", false, 10},
        {"material=0.1", false, 10},
        {"material.change=99999999999999999999", false, 10},
        {"material.growth=0.5", true, 10}, /* another one */
    };
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    g_autoptr(GError) error = NULL;
    ck_assert_int_eq(thresholds_override(thresholds, rows[_i].assignment, &error), rows[_i].taken);
    ck_assert_int_eq(threshold(thresholds, "material.change"), rows[_i].thousandths);
    if (rows[_i].taken) {
        ck_assert_ptr_null(error);
        return;
    }
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE));
    /* The message names what there is to choose from. */
    ck_assert_ptr_nonnull(strstr(error->message, "material.change"));
    ck_assert_ptr_nonnull(strstr(error->message, "carryover.large"));
}
END_TEST

START_TEST(lists_names_values_and_meanings)
{
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    ck_assert(thresholds_override(thresholds, "carryover.large=0.25", NULL));
    bool found = false;
    for (int language = 0; language < 2; language++) {
        language_set(language == 0 ? LANGUAGE_ZH : LANGUAGE_EN);
        g_autoptr(GPtrArray) lines = thresholds_listing(thresholds);
        ck_assert_uint_gt(lines->len, 5);
        for (guint i = 0; i < lines->len; i++) {
            g_auto(GStrv) fields = g_strsplit(g_ptr_array_index(lines, i), "\t", -1);
            ck_assert_uint_eq(g_strv_length(fields), 3);
            ck_assert(fields[0][0] != '\0' && fields[2][0] != '\0');
            if (!g_str_equal(fields[0], "carryover.large"))
                continue;
            found = true;
            ck_assert_str_eq(fields[1], "0.250");
            ck_assert_ptr_nonnull(strstr(fields[2], language == 0 ? "结转" : "carryover above"));
        }
    }
    language_set(LANGUAGE_ZH);
    ck_assert(found);
}
END_TEST

Suite *thresholds_suite(void)
{
    Suite *suite = suite_create("thresholds");
    TCase *thresholds = tcase_create("thresholds");
    tcase_add_loop_test(thresholds, ships_with, 0, 6);
    tcase_add_loop_test(thresholds, is_overridden, 0, 14);
    tcase_add_test(thresholds, lists_names_values_and_meanings);
    suite_add_tcase(suite, thresholds);
    return suite;
}
