/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Runs every Check suite: one a test_*.c below tests/, found by the Makefile, which writes their names into suites.inc.
 * CK_RUN_SUITE=name runs one of them. Run from the top folder: suites read files below tests/.
 */
#include <check.h>
#include <glib.h>
#include <stdlib.h>

#include "analysis/stat/stat.h"
#include "schema/language.h"

#define SUITE(name) Suite *name##_suite(void);
#include "suites.inc"
#undef SUITE

int main(void)
{
    /* Messages and numbers must not depend on who runs the tests. */
    g_setenv("LC_ALL", "C.UTF-8", TRUE);
    g_unsetenv("YUSUAN_DB");
    g_unsetenv("YUSUAN_DATA");
    language_set(LANGUAGE_ZH);
    stat_init();
    SRunner *runner = srunner_create(NULL);
#define SUITE(name) srunner_add_suite(runner, name##_suite());
#include "suites.inc"
#undef SUITE
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
