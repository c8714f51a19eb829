/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Runs every Check suite: one a test_*.c below tests/, found by the Makefile, which writes their names into suites.inc.
 * CK_RUN_SUITE=name runs one of them. Run from the top folder: suites read files below tests/.
 *
 *     runner [SHARE SHARES]   every SHARES-th suite, from the SHARE-th on (from 1): so several can run beside each other
 *     runner --count          says how many suites there are: with as many shares each suite has a process of its own
 */
#include <check.h>
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/stat/stat.h"
#include "schema/language.h"

#define SUITE(name) Suite *name##_suite(void);
#include "suites.inc"
#undef SUITE

enum {
#define SUITE(name) SUITE_##name,
#include "suites.inc"
#undef SUITE
    SUITES
};

/* Every suite belongs to just one share. */
static void add_suite(SRunner *runner, Suite *suite, int share, int shares)
{
    static int count = 0;
    if (count++ % shares == share - 1)
        srunner_add_suite(runner, suite);
    else
        srunner_free(srunner_create(suite));
}

int main(int argument_count, char **arguments)
{
    if (argument_count == 2 && strcmp(arguments[1], "--count") == 0) {
        printf("%d\n", SUITES);
        return EXIT_SUCCESS;
    }
    int share = argument_count == 3 ? atoi(arguments[1]) : 1;
    int shares = argument_count == 3 ? atoi(arguments[2]) : 1;
    if (share < 1 || share > shares) {
        fprintf(stderr, "usage: runner [SHARE SHARES | --count]\n");
        return EXIT_FAILURE;
    }
    /* Messages and numbers must not depend on who runs the tests. */
    g_setenv("LC_ALL", "C.UTF-8", TRUE);
    g_unsetenv("YUSUAN_DB");
    g_unsetenv("YUSUAN_DATA");
    language_set(LANGUAGE_ZH);
    stat_init();
    SRunner *runner = srunner_create(NULL);
#define SUITE(name) add_suite(runner, name##_suite(), share, shares);
#include "suites.inc"
#undef SUITE
    srunner_run_all(runner, CK_ENV);
    /* A name that is no suite's runs nothing, which is no success. */
    int failed = srunner_ntests_failed(runner) + (srunner_ntests_run(runner) == 0);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
