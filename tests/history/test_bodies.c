/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/bodies.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

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

/*
 * Filings as "name when …": when is so many budgets of 2024, or years of budgets as 2019+2020, with a for final accounts
 * (2019a) and u for a unit's (2019u). In the order given, or the other way round.
 */
static GPtrArray *entries_of(const char *text, bool reversed)
{
    GPtrArray *entries = g_ptr_array_new_with_free_func((GDestroyNotify)filing_entry_free);
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    for (guint i = 0; words[i] != NULL && words[i + 1] != NULL; i += 2) {
        g_auto(GStrv) when = g_strsplit(words[i + 1], "+", -1);
        int first = atoi(when[0]);
        guint count = first < 1000 ? (guint)first : g_strv_length(when);
        for (guint k = 0; k < count; k++) {
            FilingEntry *entry = g_new0(FilingEntry, 1);
            entry->department = g_strdup(words[i]);
            entry->fiscal_year = first < 1000 ? 2024 : atoi(when[k]);
            entry->kind = first >= 1000 && strchr(when[k], 'a') != NULL ? KIND_ACCOUNTS : KIND_BUDGET;
            entry->scope = first >= 1000 && strchr(when[k], 'u') != NULL ? SCOPE_UNIT : SCOPE_DEPARTMENT;
            entry->form = g_strdup("form-a");
            entry->issued = g_strdup("");
            entry->file = g_strdup_printf("%s-%d-%d.txt", words[i], entry->fiscal_year, (int)k);
            entry->sha256 = g_strdup(entry->file);
            g_ptr_array_insert(entries, reversed ? 0 : -1, entry);
        }
    }
    for (guint i = 0; i < entries->len; i++)
        ((FilingEntry *)g_ptr_array_index(entries, i))->id = (gint64)i + 1;
    return entries;
}

/* "file|sentence", one a line: on page 3. */
static GPtrArray *statements_of(const char *text, const GPtrArray *entries, bool reversed)
{
    GPtrArray *statements = g_ptr_array_new_with_free_func((GDestroyNotify)name_statement_free);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++) {
        g_auto(GStrv) parts = g_strsplit(lines[i], "|", 2);
        NameStatement *statement = g_new0(NameStatement, 1);
        for (guint k = 0; k < entries->len; k++) {
            const FilingEntry *entry = g_ptr_array_index(entries, k);
            if (g_str_equal(entry->file, parts[0]))
                statement->filing = entry->id;
        }
        ck_assert_msg(statement->filing != 0, "%s", parts[0]);
        statement->text = g_strdup(parts[1]);
        statement->page = 3;
        g_ptr_array_insert(statements, reversed ? 0 : -1, statement);
    }
    return statements;
}

/* "act year from to", one a line. */
static GPtrArray *rows_of(const char *text)
{
    static const char *const acts[] = {"same", "apart", "merged", "split"};
    GPtrArray *rows = g_ptr_array_new_with_free_func((GDestroyNotify)lineage_row_free);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++) {
        g_auto(GStrv) parts = g_strsplit(lines[i], " ", 4);
        LineageRow *row = g_new0(LineageRow, 1);
        row->department = true;
        while (!g_str_equal(acts[row->act], parts[0]))
            row->act++;
        row->year = atoi(parts[1]);
        row->whose = g_strdup("");
        row->from = g_strdup(parts[2]);
        row->to = g_strdup(parts[3]);
        row->note = g_strdup("");
        row->line = (int)i + 1;
        g_ptr_array_add(rows, row);
    }
    return rows;
}

/* "name = its names" a line, with what joined them in brackets; then the notes. */
static char *spell(const Bodies *bodies)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < bodies->list->len; i++) {
        const Body *body = g_ptr_array_index(bodies->list, i);
        g_string_append_printf(out, "%s = ", body->name);
        for (guint k = 0; k < body->names->len; k++) {
            const char *name = g_ptr_array_index(body->names, k);
            g_string_append_printf(out, "%s%s", k > 0 ? "|" : "", name);
            ck_assert_ptr_eq(bodies_find(bodies, name), body);
        }
        for (guint k = 0; k < body->links->len; k++) {
            const NameLink *link = g_ptr_array_index(body->links, k);
            g_string_append_printf(out, " [%s>%s %d]", link->from, link->to, link->year);
            ck_assert((link->row > 0) != (link->filing > 0));
        }
        g_string_append_c(out, '\n');
    }
    for (guint i = 0; i < bodies->notes->len; i++)
        g_string_append_printf(out, "%s\n", (const char *)g_ptr_array_index(bodies->notes, i));
    return g_string_free(out, FALSE);
}

START_TEST(joined_names)
{
    g_autoptr(GPtrArray) entries = entries_of(cases[_i].names, false);
    g_autoptr(Bodies) bodies = bodies_from_entries(entries, NULL, NULL);
    g_autofree char *spelt = spell(bodies);
    check_spelling(cases[_i].why, spelt, cases[_i].expected);
    ck_assert_ptr_null(bodies_find(bodies, "没有这个名称"));
}
END_TEST

/* ---- what is said ---- */

#define OLD "虚构县水务局"
#define NEW "虚构县水利局"
#define RENAMED NEW "-2019-0.txt|我局由原" OLD "更名为" NEW "\n"

static const struct {
    const char *why, *names, *rows, *statements, *expected;
} said_cases[] = {
    {"renamed by a statement", OLD " 2017+2018 " NEW " 2019+2020", "", RENAMED,
     NEW " = " NEW "|" OLD " [" OLD ">" NEW " 2019]\n“" OLD "”从 2019 年起更名为“" NEW "”，按同一部门处理（" NEW "-2019-0.txt 第 3 页）\n"},
    {"said again the year after", OLD " 2018 " NEW " 2019+2020", "", RENAMED NEW "-2020-1.txt|我局由原" OLD "更名为" NEW "\n",
     NEW " = " NEW "|" OLD " [" OLD ">" NEW " 2019]\n“" OLD "”从 2019 年起更名为“" NEW "”，按同一部门处理（" NEW "-2019-0.txt 第 3 页）\n"},
    {"the accounts of the last year under the old name came out after the first budget under the new one",
     OLD " 2018+2018a " NEW " 2019", "", RENAMED,
     NEW " = " NEW "|" OLD " [" OLD ">" NEW " 2019]\n“" OLD "”从 2019 年起更名为“" NEW "”，按同一部门处理（" NEW "-2019-0.txt 第 3 页）\n"},
    {"by the user", OLD " 2018 " NEW " 2019", "same 2019 " OLD " " NEW "\n", "",
     NEW " = " NEW "|" OLD " [" OLD ">" NEW " 2019]\n“" OLD "”从 2019 年起更名为“" NEW "”，按同一部门处理（沿革文件第 1 行）\n"},
    {"by the user, who gives no year", OLD " 2018 " NEW " 2019", "same 0 " OLD " " NEW "\n", "",
     NEW " = " NEW "|" OLD " [" OLD ">" NEW " 2019]\n“" OLD "”从 2019 年起更名为“" NEW "”，按同一部门处理（沿革文件第 1 行）\n"},
    {"twice, with a name between that nobody filed under", "虚构县水电局 2015 " NEW " 2019", "",
     NEW "-2019-0.txt|我局由原" OLD "更名为" NEW "\n" NEW "-2019-0.txt|我局原名虚构县水电局\n",
     NEW " = " NEW "|虚构县水电局 [" OLD ">" NEW " 2019] [虚构县水电局>" NEW " 2019]\n"
     "“虚构县水电局”从 2019 年起更名为“" NEW "”，按同一部门处理（" NEW "-2019-0.txt 第 3 页）\n"
     "“" OLD "”从 2019 年起更名为“" NEW "”，按同一部门处理（" NEW "-2019-0.txt 第 3 页）\n"},
    {"with spellings of both", "示例市" OLD " 2016 " OLD " 2017+2018 " NEW " 2019+2020", "", RENAMED,
     NEW " = 示例市" OLD "|" NEW "|" OLD " [" OLD ">" NEW " 2019]\n“示例市" OLD "”与“" OLD "”按同一部门处理\n"
     "“" OLD "”从 2019 年起更名为“" NEW "”，按同一部门处理（" NEW "-2019-0.txt 第 3 页）\n"},
    {"no filing under the old name", NEW " 2019", "", RENAMED,
     NEW " = " NEW "\n“" OLD "”更名为“" NEW "”，库里只有其中一个名称的文件（" NEW "-2019-0.txt 第 3 页）\n"},
    {"both go on", OLD " 2018+2019 " NEW " 2019", "", RENAMED,
     NEW " = " NEW "\n" OLD " = " OLD "\n“" OLD "”据称更名为“" NEW "”，但同一年两边都有文件，或另有说法，没有合并；确是一个部门的，请写进沿革文件（" NEW
     "-2019-0.txt 第 3 页）\n"},
    {"both go on, one of them a unit alone", OLD " 2018+2019u " NEW " 2019", "", RENAMED,
     NEW " = " NEW "|" OLD " [" OLD ">" NEW " 2019]\n“" OLD "”从 2019 年起更名为“" NEW "”，按同一部门处理（" NEW "-2019-0.txt 第 3 页）\n"},
    {"both go on, and the user says they are one", OLD " 2018+2019 " NEW " 2019", "same 2019 " OLD " " NEW "\n", RENAMED,
     NEW " = " NEW "|" OLD " [" OLD ">" NEW " 2019] [" OLD ">" NEW " 2019]\n“" OLD "”从 2019 年起更名为“" NEW "”，按同一部门处理（沿革文件第 1 行）\n"
     "“" OLD "”从 2019 年起更名为“" NEW "”，按同一部门处理（" NEW "-2019-0.txt 第 3 页）\n"},
    {"two say they are what became of it", OLD " 2018 " NEW " 2019 虚构县水文局 2019", "",
     RENAMED "虚构县水文局-2019-0.txt|" OLD "更名为虚构县水文局\n",
     NEW " = " NEW "\n" OLD " = " OLD "\n虚构县水文局 = 虚构县水文局\n"
     "“" OLD "”据称更名为“" NEW "”，但同一年两边都有文件，或另有说法，没有合并；确是一个部门的，请写进沿革文件（" NEW "-2019-0.txt 第 3 页）\n"
     "“" OLD "”据称更名为“虚构县水文局”，但同一年两边都有文件，或另有说法，没有合并；确是一个部门的，请写进沿革文件（虚构县水文局-2019-0.txt 第 3 页）\n"},
    {"the user keeps apart what a filing joins", OLD " 2018 " NEW " 2019", "apart 0 " NEW " " OLD "\n", RENAMED,
     NEW " = " NEW "\n" OLD " = " OLD "\n“" OLD "”据称更名为“" NEW "”，但同一年两边都有文件，或另有说法，没有合并；确是一个部门的，请写进沿革文件（" NEW
     "-2019-0.txt 第 3 页）\n“" NEW "”与“" OLD "”不是同一部门（沿革文件第 1 行）\n"},
    {"the user keeps apart what looks alike", "虚构区财政局 1 示例市虚构区财政局 1", "apart 0 虚构区财政局 示例市虚构区财政局\n", "",
     "示例市虚构区财政局 = 示例市虚构区财政局\n虚构区财政局 = 虚构区财政局\n“虚构区财政局”与“示例市虚构区财政局”不是同一部门（沿革文件第 1 行）\n"},
    {"… by way of a name that is one with it", "虚构区财政局 1 示例市虚构区财政局 1 虚构区金融局 1",
     "apart 0 虚构区金融局 示例市虚构区财政局\nsame 0 虚构区金融局 虚构区财政局\n", "",
     "示例市虚构区财政局 = 示例市虚构区财政局\n虚构区财政局 = 虚构区财政局|虚构区金融局 [虚构区金融局>虚构区财政局 2024]\n"
     "“虚构区金融局”从 2024 年起更名为“虚构区财政局”，按同一部门处理（沿革文件第 2 行）\n"
     "“虚构区金融局”与“示例市虚构区财政局”不是同一部门（沿革文件第 1 行）\n"},
    {"… where the way leads over two that look alike", "虚构区财政局 1 示例市虚构区财政局 1 虚构区文化局 1 示例市虚构区文化局 1",
     "apart 0 虚构区财政局 虚构区文化局\nsame 0 示例市虚构区财政局 示例市虚构区文化局\n", "",
     "示例市虚构区文化局 = 示例市虚构区文化局|示例市虚构区财政局|虚构区文化局 [示例市虚构区财政局>示例市虚构区文化局 2024]\n"
     "虚构区财政局 = 虚构区财政局\n“示例市虚构区文化局”与“虚构区文化局”按同一部门处理\n"
     "“示例市虚构区财政局”从 2024 年起更名为“示例市虚构区文化局”，按同一部门处理（沿革文件第 2 行）\n"
     "“虚构区财政局”与“虚构区文化局”不是同一部门（沿革文件第 1 行）\n"},
    {"the user says which of two a short name is", "虚构区财政局 1 示例市虚构区财政局 1 某某市虚构区财政局 1", "same 0 虚构区财政局 示例市虚构区财政局\n", "",
     "某某市虚构区财政局 = 某某市虚构区财政局\n示例市虚构区财政局 = 示例市虚构区财政局|虚构区财政局 [虚构区财政局>示例市虚构区财政局 2024]\n"
     "“虚构区财政局”从 2024 年起更名为“示例市虚构区财政局”，按同一部门处理（沿革文件第 1 行）\n"},
    {"formed of two", OLD " 2018 虚构县水文局 2018 " NEW " 2019", "", NEW "-2019-0.txt|将" OLD "、虚构县水文局合并组建" NEW "\n",
     NEW " = " NEW "\n" OLD " = " OLD "\n虚构县水文局 = 虚构县水文局\n"
     "“" OLD "”或其职责并入“" NEW "”，各自的数字没有合并（" NEW "-2019-0.txt 第 3 页）\n"
     "“虚构县水文局”或其职责并入“" NEW "”，各自的数字没有合并（" NEW "-2019-0.txt 第 3 页）\n"},
    {"formed of two, of which the user says one goes on", OLD " 2018 虚构县水文局 2018 " NEW " 2019", "same 2019 " OLD " " NEW "\n",
     NEW "-2019-0.txt|将" OLD "、虚构县水文局合并组建" NEW "\n",
     NEW " = " NEW "|" OLD " [" OLD ">" NEW " 2019]\n虚构县水文局 = 虚构县水文局\n"
     "“" OLD "”从 2019 年起更名为“" NEW "”，按同一部门处理（沿革文件第 1 行）\n"
     "“虚构县水文局”或其职责并入“" NEW "”，各自的数字没有合并（" NEW "-2019-0.txt 第 3 页）\n"},
    {"merged and split by the user", OLD " 2018 " NEW " 2019 虚构县水文局 2020", "merged 2019 " OLD " " NEW "\nsplit 2020 " NEW " 虚构县水文局\n", "",
     NEW " = " NEW "\n" OLD " = " OLD "\n虚构县水文局 = 虚构县水文局\n“" OLD "”或其职责并入“" NEW "”，各自的数字没有合并（沿革文件第 1 行）\n"
     "“虚构县水文局”从“" NEW "”分出，各自的数字没有合并（沿革文件第 2 行）\n"},
    {"renamed and renamed back, by the user", OLD " 2017+2021 " NEW " 2019", "same 2019 " OLD " " NEW "\nsame 2021 " NEW " " OLD "\n", "",
     OLD " = " NEW "|" OLD " [" OLD ">" NEW " 2019] [" NEW ">" OLD " 2021]\n“" OLD "”从 2019 年起更名为“" NEW "”，按同一部门处理（沿革文件第 1 行）\n"
     "“" NEW "”从 2021 年起更名为“" OLD "”，按同一部门处理（沿革文件第 2 行）\n"},
};

/* The same whatever the order that the filings came in. */
START_TEST(said_names)
{
    for (int reversed = 0; reversed < 2; reversed++) {
        g_autoptr(GPtrArray) entries = entries_of(said_cases[_i].names, reversed != 0);
        g_autoptr(GPtrArray) rows = rows_of(said_cases[_i].rows);
        g_autoptr(GPtrArray) statements = statements_of(said_cases[_i].statements, entries, reversed != 0);
        g_autoptr(Bodies) bodies = bodies_from_entries(entries, rows, statements);
        g_autofree char *spelt = spell(bodies);
        check_spelling(said_cases[_i].why, spelt, said_cases[_i].expected);
    }
}
END_TEST

/* Whoever is spoken of is told. */
START_TEST(notes_of_a_body)
{
    static const char *const names[] = {"虚构区财政局", "示例市虚构区财政局", "某某市虚构区财政局", "虚构县图书馆"};
    g_autoptr(GPtrArray) entries = entries_of("虚构区财政局 1 示例市虚构区财政局 1 某某市虚构区财政局 1 虚构县图书馆 1", false);
    g_autoptr(Bodies) bodies = bodies_from_entries(entries, NULL, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
        ck_assert_uint_eq(bodies_find(bodies, names[i])->notes->len, i < 3 ? 1 : 0);
    bodies_free(NULL);
    name_link_free(NULL);
    name_statement_free(NULL);
}
END_TEST

/* The counties of several nations: comparing all that end alike would take longer than a test may. */
START_TEST(many_names_that_end_alike)
{
    static const char *const digits[] = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
    g_autoptr(GString) words = g_string_new("示例市甲乙丙丁县财政局 1");
    for (int i = 0; i < 5000; i++)
        g_string_append_printf(words, " %s%s%s%s县财政局 1", digits[i / 1000], digits[i / 100 % 10], digits[i / 10 % 10], digits[i % 10]);
    g_autoptr(GPtrArray) entries = entries_of(words->str, false);
    g_autoptr(Bodies) bodies = bodies_from_entries(entries, NULL, NULL);
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
    tcase_add_loop_test(tests, said_names, 0, G_N_ELEMENTS(said_cases));
    tcase_add_test(tests, notes_of_a_body);
    tcase_add_test(tests, many_names_that_end_alike);
    suite_add_tcase(suite, tests);
    return suite;
}
