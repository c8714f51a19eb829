/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/wording.h"

#include <check.h>

Suite *wording_suite(void);

static const struct {
    const char *wording;
    const char *texts; /* joined by '|'; NULL: not well formed */
} wordings[] = {
    {"基本支出", "基本支出"},
    {"", ""},
    {"(甲|乙)丙", "甲丙|乙丙"},
    {"甲?乙", "乙|甲乙"},
    {"(甲乙)?丙", "丙|甲乙丙"},
    {"甲(乙|丙)?", "甲|甲乙|甲丙"},
    {"甲|乙丙", "甲|乙丙"},
    {"(甲(乙)?|丙)丁", "甲丁|甲乙丁|丙丁"},
    {"(甲|乙)*丙", "丙|甲丙|乙丙|甲甲丙|甲乙丙|乙甲丙|乙乙丙"},
    {"收、?支", "收支|收、支"},
    {"（境）费", "（境）费"},
    {"(甲", NULL},
    {"甲)", NULL},
    {"?甲", NULL},
    {"甲??", NULL},
    {"((((((((((甲))))))))))", NULL}, /* deeper than anybody writes */
    {"(甲|乙|丙|丁)*(甲|乙|丙|丁)*(甲|乙|丙|丁)*", NULL}, /* too many */
};

START_TEST(texts_of_a_wording)
{
    g_autoptr(GPtrArray) texts = wording_texts(wordings[_i].wording);
    ck_assert_msg((texts != NULL) == (wordings[_i].texts != NULL), "%s", wordings[_i].wording);
    if (texts == NULL)
        return;
    g_autoptr(GString) joined = g_string_new(NULL);
    for (guint i = 0; i < texts->len; i++)
        g_string_append_printf(joined, "%s%s", i > 0 ? "|" : "", (const char *)g_ptr_array_index(texts, i));
    ck_assert_str_eq(joined->str, wordings[_i].texts);
}
END_TEST

Suite *wording_suite(void)
{
    Suite *suite = suite_create("wording");
    TCase *reading = tcase_create("wordings");
    tcase_add_loop_test(reading, texts_of_a_wording, 0, G_N_ELEMENTS(wordings));
    suite_add_tcase(suite, reading);
    return suite;
}
