/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "analysis/report/report.h"
#include "tests/analysis/chart/tidy.h"
#include "tests/analysis/report/sample.h"

Suite *report_peers_suite(void);

/* The report of the first of `count` departments, which grow by 0, 1, 2 … %. The caller frees it. */
static char *report_among(guint count)
{
    g_autoptr(Thresholds) thresholds = thresholds_new(NULL);
    g_autoptr(Peers) peers = peers_new();
    g_autoptr(Department) first = NULL;
    for (guint i = 0; i < count; i++) {
        g_autofree char *name = g_strdup_printf("虚构市第%u局", i);
        g_autofree char *rows = g_strdup_printf("2023,,支出总计,100\n2024,,支出总计,%u\n", 100 + i);
        Department *department = tidy_department(name, rows);
        peers_add(peers, department, NULL, thresholds);
        if (i == 0)
            first = department;
        else
            department_free(department);
    }
    char *folder = sample_folder();
    g_autoptr(GError) error = NULL;
    bool written = report_write(first, 2024, peers, thresholds, folder, NULL, &error);
    ck_assert_msg(written, "%s", error != NULL ? error->message : "");
    char *report = sample_file(folder, "report.md");
    sample_folder_remove(folder);
    return report;
}

START_TEST(the_place_among_peers)
{
    g_autofree char *report = report_among(6);
    ck_assert_ptr_nonnull(strstr(report, "同类部门"));
    /* 0 to 5 %: quartiles 1.25 and 3.75; the department is the last of six, with half of itself below. */
    ck_assert_msg(strstr(report, "| 支出增幅 | % | 0.00 | 1.25 | 2.50 | 3.75 | 6 | 6 | 8 |") != NULL, "%s", report);
    ck_assert_ptr_nonnull(strstr(report, "不作判断"));
}
END_TEST

START_TEST(too_few_peers_are_one_sentence)
{
    g_autofree char *report = report_among(4);
    ck_assert_ptr_nonnull(strstr(report, "无从比较"));
    ck_assert_ptr_null(strstr(report, "peers-table"));
}
END_TEST

/* What a first year cannot have is not missed in its report. */
START_TEST(absent_pictures_are_not_told)
{
    g_autofree char *report = report_among(1);
    ck_assert_ptr_null(strstr(report, "画不出各科目"));
    ck_assert_ptr_null(strstr(report, "画得出分布"));
}
END_TEST

Suite *report_peers_suite(void)
{
    Suite *suite = suite_create("analysis/report/peers");
    TCase *tests = tcase_create("peers");
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, the_place_among_peers);
    tcase_add_test(tests, too_few_peers_are_one_sentence);
    tcase_add_test(tests, absent_pictures_are_not_told);
    suite_add_tcase(suite, tests);
    return suite;
}
