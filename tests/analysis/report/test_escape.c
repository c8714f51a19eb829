/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/report/escape.h"

#include <check.h>

Suite *escape_suite(void);

static const struct {
    const char *row, *text, *html, *markdown;
} escapes[] = {
    {"plain", "行政运行", "行政运行", "行政运行"},
    {"tag", "<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;",
     "&lt;script&gt;alert(1)&lt;/script&gt;"},
    {"attribute", "\" onload='x'", "&quot; onload=&#39;x&#39;", "\" onload='x'"},
    {"entity", "&lt;", "&amp;lt;", "\\&lt;"},
    {"backquotes", "`id`", "&#96;id&#96;", "\\`id\\`"},
    {"command", "$(touch x)", "$(touch x)", "\\$(touch x)"},
    {"table", "a|b", "a|b", "a\\|b"},
    {"emphasis", "*a* _b_ ~c~", "*a* _b_ ~c~", "\\*a\\* \\_b\\_ \\~c\\~"},
    {"link", "[a](http://b)", "[a](http://b)", "\\[a\\](http\\://b)"},
    {"image", "![a]", "![a]", "\\!\\[a\\]"},
    {"bare address", "www.example.org", "www.example.org", "www\\.example.org"},
    {"heading", "# a", "# a", "\\# a"},
    {"list", "- a", "- a", "\\- a"},
    {"plus list", "+ a", "+ a", "\\+ a"},
    {"numbered list", "1. a", "1. a", "1\\. a"},
    {"numbered list, bracket", "12) a", "12) a", "12\\) a"},
    {"rule under a heading", "=== ", "=== ", "\\=== "},
    {"figures are left alone", "-135.47", "-135.47", "-135.47"},
    {"decimals are no list", "1.50", "1.50", "1.50"},
    {"backslash", "a\\b", "a\\b", "a\\\\b"},
};

START_TEST(escapes_html)
{
    g_autoptr(GString) html = g_string_new(NULL);
    html_append(html, escapes[_i].text);
    ck_assert_msg(g_str_equal(html->str, escapes[_i].html), "%s: %s", escapes[_i].row, html->str);
}
END_TEST

START_TEST(escapes_markdown)
{
    g_autoptr(GString) markdown = g_string_new(NULL);
    markdown_append(markdown, escapes[_i].text);
    ck_assert_msg(g_str_equal(markdown->str, escapes[_i].markdown), "%s: %s", escapes[_i].row, markdown->str);
}
END_TEST

static const struct {
    const char *row, *text, *guarded;
} formulas[] = {
    {"plain", "办公费", "办公费"},
    {"nothing", "", ""},
    {"equals", "=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"},
    {"equals after spaces", "  =1+1", "'  =1+1"},
    {"at", "@SUM(A1)", "'@SUM(A1)"},
    {"plus", "+cmd|x", "'+cmd|x"},
    {"minus", "-cmd|x", "'-cmd|x"},
    {"a signed figure is a figure", "-135.47", "-135.47"},
    {"a dash alone is a dash", "-", "-"},
    {"an equals sign alone", "=", "="},
    {"a comparison in full width", "＞=95%", "＞=95%"},
};

START_TEST(guards_formulas)
{
    g_autofree char *guarded = text_guard_formula(formulas[_i].text);
    ck_assert_msg(g_str_equal(guarded, formulas[_i].guarded), "%s: %s", formulas[_i].row, guarded);
}
END_TEST

Suite *escape_suite(void)
{
    Suite *suite = suite_create("escape");
    TCase *tests = tcase_create("escape");
    tcase_add_loop_test(tests, escapes_html, 0, G_N_ELEMENTS(escapes));
    tcase_add_loop_test(tests, escapes_markdown, 0, G_N_ELEMENTS(escapes));
    tcase_add_loop_test(tests, guards_formulas, 0, G_N_ELEMENTS(formulas));
    suite_add_tcase(suite, tests);
    return suite;
}
