/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema/language.h"

#include <check.h>
#include <glib.h>

#include "schema/amount.h"
#include "schema/error.h"

Suite *language_suite(void);

/* Every test that sets a language sets it back, so that this holds in a runner that does not fork, too. */
START_TEST(chinese_until_set)
{
    ck_assert_int_eq(language_get(), LANGUAGE_ZH);
    ck_assert_str_eq(say("预算", "budget"), "预算");
}
END_TEST

START_TEST(either_language)
{
    language_set(LANGUAGE_EN);
    ck_assert_int_eq(language_get(), LANGUAGE_EN);
    ck_assert_str_eq(say("预算", "budget"), "budget");
    language_set(LANGUAGE_ZH);
    ck_assert_int_eq(language_get(), LANGUAGE_ZH);
    ck_assert_str_eq(say("预算", "budget"), "预算");
}
END_TEST

START_TEST(as_a_format)
{
    language_set(LANGUAGE_EN);
    g_autofree char *english = g_strdup_printf(say("第 %d 页", "page %d"), 21);
    language_set(LANGUAGE_ZH);
    g_autofree char *chinese = g_strdup_printf(say("第 %d 页", "page %d"), 21);
    ck_assert_str_eq(english, "page 21");
    ck_assert_str_eq(chinese, "第 21 页");
}
END_TEST

/* An error is said in the language that is set when it happens. */
START_TEST(errors_follow)
{
    static const struct {
        Language language;
        const char *message;
    } said[] = {{LANGUAGE_ZH, "金额“一”不是数字"}, {LANGUAGE_EN, "amount \"一\" is no decimal number"}};
    for (gsize i = 0; i < G_N_ELEMENTS(said); i++) {
        Amount amount;
        g_autoptr(GError) error = NULL;
        language_set(said[i].language);
        ck_assert(!amount_from_text("一", FEN_PER_YUAN, &amount, &error));
        ck_assert_str_eq(error->message, said[i].message);
    }
    language_set(LANGUAGE_ZH);
}
END_TEST

START_TEST(one_or_several)
{
    static const struct {
        Language language;
        unsigned count;
        const char *said;
    } cases[] = {
        {LANGUAGE_ZH, 1, "1 处"}, {LANGUAGE_ZH, 2, "2 处"}, {LANGUAGE_EN, 0, "0 places"}, {LANGUAGE_EN, 1, "1 place"}, {LANGUAGE_EN, 2, "2 places"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        language_set(cases[i].language);
        g_autofree char *said = g_strdup_printf(say_count(cases[i].count, "%u 处", "%u place", "%u places"), cases[i].count);
        ck_assert_str_eq(said, cases[i].said);
    }
    language_set(LANGUAGE_ZH);
}
END_TEST

Suite *language_suite(void)
{
    Suite *suite = suite_create("language");
    TCase *spoken = tcase_create("spoken");
    tcase_add_test(spoken, chinese_until_set);
    tcase_add_test(spoken, either_language);
    tcase_add_test(spoken, as_a_format);
    tcase_add_test(spoken, errors_follow);
    tcase_add_test(spoken, one_or_several);
    suite_add_tcase(suite, spoken);
    return suite;
}
