/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/chart/circles.h"

#include <check.h>
#include <glib.h>
#include <math.h>
#include <string.h>

Suite *circles_suite(void);

/* As gnuplot writes them: `corners` of them around 10, 20, `wide` and `tall`. */
static char *shape(const char *before, const char *between, guint corners, double wide, double tall, const char *after)
{
    GString *text = g_string_new(before);
    for (guint i = 0; i < corners; i++) {
        double angle = 2 * G_PI * i / corners;
        g_string_append_printf(text, "%s%.2f,%.2f", i > 0 ? between : "", 10 + wide * cos(angle), 20 + tall * sin(angle));
    }
    g_string_append(text, after);
    return g_string_free(text, FALSE);
}

static const char FILLED[] = "<svg><polygon fill = 'rgb(0, 1, 2)' points = '";
static const char DRAWN[] = "<svg><path stroke='rgb(0, 1, 2)'  d='M";

START_TEST(circles_become_circles)
{
    g_autofree char *area = shape(FILLED, " ", 120, 3.5, 3.5, " '/></svg>");
    g_autofree char *outline = shape(DRAWN, " L", 120, 3.5, 3.5, " Z  '/></svg>");
    g_autofree char *filled = svg_with_circles(area);
    g_autofree char *drawn = svg_with_circles(outline);
    ck_assert_str_eq(filled, "<svg><circle cx='10.00' cy='20.00' r='3.50' fill='rgb(0, 1, 2)'/></svg>");
    ck_assert_str_eq(drawn, "<svg><circle cx='10.00' cy='20.00' r='3.50' fill='none' stroke='rgb(0, 1, 2)'/></svg>");
}
END_TEST

START_TEST(all_else_stays)
{
    char *const others[] = {
        shape(FILLED, " ", 4, 3.5, 3.5, " '/></svg>"),           /* a bar */
        shape(FILLED, " ", 120, 3.5, 9, " '/></svg>"),           /* no circle */
        shape(DRAWN, " L", 120, 3.5, 3.5, "  '/></svg>"),        /* a line that does not close */
        g_strdup("<svg><text>&lt;polygon points = '1,2'</text></svg>"),
        g_strdup(""),
        g_strdup("<polygon fill = '' points = '"),
        NULL,
    };
    for (guint i = 0; others[i] != NULL; i++) {
        g_autofree char *same = svg_with_circles(others[i]);
        ck_assert_str_eq(same, others[i]);
        g_free(others[i]);
    }
}
END_TEST

Suite *circles_suite(void)
{
    Suite *suite = suite_create("analysis/chart/circles");
    TCase *tests = tcase_create("circles");
    tcase_add_test(tests, circles_become_circles);
    tcase_add_test(tests, all_else_stays);
    suite_add_tcase(suite, tests);
    return suite;
}
