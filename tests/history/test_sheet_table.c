/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Grids all the way to the cells of a filing's tables, and to what is doubted. */
#include "history/sheet_table.h"

#include <check.h>
#include <string.h>

#include "history/sheet_form.h"
#include "schema/filing_sound.h"
#include "tests/history/paper_build.h"
#include "tests/history/spelling.h"

Suite *sheet_table_suite(void);

static Filing *filing_of_paper(const char *text)
{
    g_autoptr(Document) document = document_from_paper(paper_of_text(GRID_RULED, text));
    g_autoptr(GPtrArray) sheets = sheets_from_document(document);
    const Form *form = form_by_id("national-accounts");
    ck_assert_ptr_nonnull(form);
    Filing *filing = filing_new();
    for (guint i = 0; i < document->pages->len; i++)
        g_ptr_array_add(filing->pages, g_strdup(g_ptr_array_index(document->pages, i)));
    tables_from_works(works_from_sheets(sheets, form, filing), form, filing);
    return filing;
}

/* The cells of all tables that have some. */
static char *spell_all(const Filing *filing)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < filing->tables->len; i++) {
        const Table *table = g_ptr_array_index(filing->tables, i);
        g_autofree char *cells = spell_cells(table);
        if (cells[0] != '\0')
            g_string_append_printf(out, "[%s]\n%s", table->form_table, cells);
    }
    return g_string_free(out, FALSE);
}

#define TITLE "支出决算表\n单位：万元\n"
#define HEADS "科目编码|科目名称|本年支出合计|基本支出|项目支出\n"

static const struct {
    const char *why, *paper, *cells;
    const char *doubt; /* that one of the doubts holds; NULL for none but of tables that are missing */
} cases[] = {
    {"codes and names", TITLE HEADS "201|一般公共服务支出|5.00|2.00|3.00\n合计|<|5.00|2.00|3.00",
     "[expenditure]\n201 本年支出合计=5.00 grid\n201 基本支出=2.00 grid\n201 项目支出=3.00 grid\n"
     "合计 本年支出合计=5.00 grid\n合计 基本支出=2.00 grid\n合计 项目支出=3.00 grid\n", NULL},
    {"codes in three cells", TITLE "类|款|项|科目名称|本年支出合计|基本支出|项目支出\n201|26|01|行政运行|5.00|2.00|3.00",
     "[expenditure]\n2012601 本年支出合计=5.00 grid\n2012601 基本支出=2.00 grid\n2012601 项目支出=3.00 grid\n", NULL},
    {"a code glued to its name", TITLE "科目名称|本年支出合计|基本支出|项目支出\n2012601行政运行|5.00|2.00|3.00",
     "[expenditure]\n2012601 本年支出合计=5.00 grid\n2012601 基本支出=2.00 grid\n2012601 项目支出=3.00 grid\n", NULL},
    {"a code in brackets before its name", TITLE "科目名称|本年支出合计|基本支出|项目支出\n[2012601]行政运行|5.00|2.00|3.00\n201-一般公共服务支出|5.00|2.00|3.00",
     "[expenditure]\n2012601 本年支出合计=5.00 grid\n2012601 基本支出=2.00 grid\n2012601 项目支出=3.00 grid\n"
     "201 本年支出合计=5.00 grid\n201 基本支出=2.00 grid\n201 项目支出=3.00 grid\n", NULL},
    {"a table that resembles another, which is there", TITLE HEADS "2012601|行政运行|2.00|2.00|\n--\n项目支出决算表\n单位：万元\n" HEADS "2012601|行政运行|9.00|9.00|",
     "[expenditure]\n2012601 本年支出合计=2.00 grid\n2012601 基本支出=2.00 grid\n"
     "[]\n2012601 本年支出合计=9.00 grid\n2012601 基本支出=9.00 grid\n", "没有这张表"},
    {"a blank figure is no figure", TITLE HEADS "2012601|行政运行|2.00|2.00|", "[expenditure]\n2012601 本年支出合计=2.00 grid\n2012601 基本支出=2.00 grid\n", NULL},
    {"a dash is none", TITLE HEADS "2012601|行政运行|2.00|2.00|—", "[expenditure]\n2012601 本年支出合计=2.00 grid\n2012601 基本支出=2.00 grid\n", NULL},
    {"a figure across two columns", TITLE HEADS "2012601|行政运行|5.00|5.00|<", "[expenditure]\n2012601 本年支出合计=5.00 grid\n", "跨多栏"},
    {"words among figures", TITLE HEADS "2012601|行政运行|5.00|见附注|5.00",
     "[expenditure]\n2012601 本年支出合计=5.00 grid\n2012601 项目支出=5.00 grid\n", "不是金额"},
    {"a rate in a column of rates is no amount", TITLE "科目编码|科目名称|本年支出合计|增减%\n2012601|行政运行|5.00|-4.46%",
     "[expenditure]\n2012601 本年支出合计=5.00 grid\n", NULL},
    {"a rate in a column of money", TITLE "科目编码|科目名称|本年支出合计|基本支出\n2012601|行政运行|5.00|4.46%\n2012604|档案馆|5.00|5.00",
     "[expenditure]\n2012601 本年支出合计=5.00 grid\n2012604 本年支出合计=5.00 grid\n2012604 基本支出=5.00 grid\n", "不是金额"},
    {"the three public expenses, one below the other", "财政拨款“三公”经费支出决算表\n单位：万元\n项目|预算数|决算数\n合计|6.00|5.00\n1.因公出国（境）费|2.00|1.00\n"
     "2.公务用车购置及运行维护费|3.00|3.00\n3.公务接待费|1.00|1.00",
     "[three-public-upright]\n合计 预算数=6.00 grid\n合计 决算数=5.00 grid\n因公出国（境）费 预算数=2.00 grid\n因公出国（境）费 决算数=1.00 grid\n"
     "公务用车购置及运行维护费 预算数=3.00 grid\n公务用车购置及运行维护费 决算数=3.00 grid\n公务接待费 预算数=1.00 grid\n公务接待费 决算数=1.00 grid\n", NULL},
    {"a figure among names", TITLE "科目编码|科目名称|本年支出合计|基本支出|项目支出|备注\n2012601|行政运行|5.00|2.00|3.00|7.77\n2012604|档案馆|5.00|2.00|3.00|无",
     "[expenditure]\n2012601 本年支出合计=5.00 grid\n2012601 基本支出=2.00 grid\n2012601 项目支出=3.00 grid\n"
     "2012604 本年支出合计=5.00 grid\n2012604 基本支出=2.00 grid\n2012604 项目支出=3.00 grid\n", "不在数字栏"},
    {"a table that the form has not", "党建经费明细表\n单位：万元\n项目名称|金额\n活动室|1.20", "[]\n活动室 金额=1.20 grid\n", "没有这张表"},
    {"a page that is there twice",
     TITLE HEADS "2012601|行政运行|5.00|2.00|3.00\n2012604|档案馆|4.00|4.00|\n--\n" TITLE HEADS "2012601|行政运行|5.00|2.00|3.00\n2012604|档案馆|4.00|4.00|",
     "[expenditure]\n2012601 本年支出合计=5.00 grid\n2012601 基本支出=2.00 grid\n2012601 项目支出=3.00 grid\n"
     "2012604 本年支出合计=4.00 grid\n2012604 基本支出=4.00 grid\n", "出现两次"},
    {"headings and figures in columns of their own, where lines are lost",
     TITLE "科目编码|科目名称|本年支出合计||基本支出||项目支出|\n2012601|行政运行||5.00||2.00||3.00\n2012604|档案馆||4.00||4.00||",
     "[expenditure]\n2012601 本年支出合计=5.00 grid\n2012601 基本支出=2.00 grid\n2012601 项目支出=3.00 grid\n"
     "2012604 本年支出合计=4.00 grid\n2012604 基本支出=4.00 grid\n", NULL},
    {"columns in another order", TITLE "科目编码|科目名称|项目支出|基本支出|本年支出合计\n201|一般公共服务支出|3.00|2.00|5.00",
     "[expenditure]\n201 本年支出合计=5.00 grid\n201 基本支出=2.00 grid\n201 项目支出=3.00 grid\n", NULL},
};

START_TEST(cells)
{
    g_autoptr(Filing) filing = filing_of_paper(cases[_i].paper);
    g_autofree char *spelt = spell_all(filing);
    check_spelling(cases[_i].why, spelt, cases[_i].cells);
    g_autofree char *doubts = spell_doubts(filing);
    if (cases[_i].doubt != NULL)
        ck_assert_msg(strstr(doubts, cases[_i].doubt) != NULL, "%s: %s", cases[_i].why, doubts);
    else
        ck_assert_msg(strstr(doubts, "未读") == NULL && strstr(doubts, "跨多") == NULL, "%s: %s", cases[_i].why, doubts);
}
END_TEST

/* A year's row is the whole of its columns when it is the newest, and part of none. */
START_TEST(years_as_rows)
{
    g_autoptr(Filing) filing = filing_of_paper("财政拨款“三公”经费支出决算表\n单位：万元\n年度|决算数/合计|决算数/公务接待费\n2022年|6.00|6.00\n2023年|5.00|5.00");
    const Table *table = g_ptr_array_index(filing->tables, 0);
    for (guint i = 0; table->state != TABLE_READ; i++)
        table = g_ptr_array_index(filing->tables, i);
    ck_assert_uint_eq(table->rows->len, 2);
    ck_assert_int_eq(table_row(table, 0)->parent, -1);
    ck_assert_int_gt(table_row(table, 0)->level, 0);
    ck_assert_int_eq(table_row(table, 1)->level, 0);
}
END_TEST

/* The parents of the rows of the first table, by their index. */
START_TEST(units_have_families_of_their_own)
{
    static const char paper[] = TITLE "类|款|单位代码|单位名称（科目）|本年支出合计|基本支出|项目支出\n合计|<|<|<|9.00|9.00|\n||371|虚构厅|5.00|5.00|\n"
                                "201|||一般公共服务支出|5.00|5.00|\n201|26||档案事务|5.00|5.00|\n||372|虚构站|4.00|4.00|\n"
                                "201|||一般公共服务支出|4.00|4.00|\n201|26||档案事务|4.00|4.00|";
    static const int parents[] = {-1, -1, 0, 2, -1, 0, 5};
    g_autoptr(Filing) filing = filing_of_paper(paper);
    const Table *table = NULL;
    for (guint i = 0; i < filing->tables->len && table == NULL; i++)
        if (((const Table *)g_ptr_array_index(filing->tables, i))->state == TABLE_READ)
            table = g_ptr_array_index(filing->tables, i);
    ck_assert_ptr_nonnull(table);
    ck_assert_uint_eq(table->rows->len, G_N_ELEMENTS(parents));
    for (guint i = 0; i < table->rows->len; i++)
        ck_assert_msg(table_row(table, (int)i)->parent == parents[i], "row %u: %d", i, table_row(table, (int)i)->parent);
}
END_TEST

/* A table whose only figures stand in no column of figures was not read: it is not empty. */
START_TEST(is_not_empty)
{
    static const struct {
        const char *remark;
        TableState state;
    } rows[] = {{"7.77", TABLE_UNREAD}, {"无", TABLE_EMPTY}};
    g_autofree char *paper =
        g_strdup_printf(TITLE "科目编码|科目名称|本年支出合计|基本支出|项目支出|备注\n2012601|行政运行||||%s\n2012604|档案馆||||见说明", rows[_i].remark);
    g_autoptr(Filing) filing = filing_of_paper(paper);
    for (guint i = 0; i < filing->tables->len; i++) {
        const Table *table = g_ptr_array_index(filing->tables, i);
        if (g_str_equal(table->form_table, "expenditure")) {
            ck_assert_int_eq(table->state, rows[_i].state);
            return;
        }
    }
    ck_abort_msg("the table is not there");
}
END_TEST

/* Rows of names, each one column further to the right than the row before. */
static char *names_in_columns(guint count)
{
    GString *paper = g_string_new("活动明细表\n单位：万元\n");
    for (guint i = 0; i < count; i++)
        g_string_append(paper, "名称|");
    g_string_append(paper, "金额");
    for (guint row = 0; row < count; row++) {
        g_string_append_c(paper, '\n');
        for (guint i = 0; i < count; i++)
            g_string_append_printf(paper, "%s|", i == row ? "活动" : "");
        g_string_append(paper, "1.00");
    }
    return g_string_free(paper, FALSE);
}

START_TEST(depth_is_bounded)
{
    g_autofree char *digits = g_strnfill(100, '1');
    g_autofree char *long_code = g_strdup_printf(TITLE HEADS "201|一般公共服务支出|5.00|2.00|3.00\n201%s|行政运行|5.00|2.00|3.00", digits);
    g_autofree char *deep = names_in_columns(50);
    const char *papers[] = {long_code, deep};
    const guint cells_wanted[] = {6, 50};
    for (gsize i = 0; i < G_N_ELEMENTS(papers); i++) {
        g_autoptr(Filing) filing = filing_of_paper(papers[i]);
        guint found = 0;
        for (guint k = 0; k < filing->tables->len; k++)
            found += ((const Table *)g_ptr_array_index(filing->tables, k))->cells->len;
        ck_assert_uint_eq(found, cells_wanted[i]);
        text_set(&filing->department, "虚构县图书馆");
        ck_assert(filing_is_sound(filing));
    }
}
END_TEST

Suite *sheet_table_suite(void)
{
    Suite *suite = suite_create("sheet_table");
    TCase *all = tcase_create("all");
    tcase_add_loop_test(all, cells, 0, G_N_ELEMENTS(cases));
    tcase_add_test(all, years_as_rows);
    tcase_add_test(all, units_have_families_of_their_own);
    tcase_add_test(all, depth_is_bounded);
    tcase_add_loop_test(all, is_not_empty, 0, 2);
    suite_add_tcase(suite, all);
    return suite;
}
