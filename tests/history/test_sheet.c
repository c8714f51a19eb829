/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/sheet.h"

#include <check.h>
#include <string.h>

#include "tests/history/paper_build.h"

Suite *sheet_suite(void);

/*
 * Sheets joined by " || ": its nearest title; columns as path:role (V, C, L or - for none) with their block; how many rows;
 * "!note".
 */
static char *spell(const GPtrArray *sheets)
{
    static const char roles[] = {[ROLE_VALUE] = 'V', [ROLE_CODE] = 'C', [ROLE_LABEL] = 'L', [ROLE_NONE] = '-'};
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < sheets->len; i++) {
        const Sheet *sheet = g_ptr_array_index(sheets, i);
        g_string_append_printf(out, "%s%s;", i > 0 ? " || " : "", sheet->titles->len > 0 ? (char *)g_ptr_array_index(sheet->titles, 0) : "");
        for (guint c = 0; c < sheet->columns->len; c++) {
            const SheetColumn *column = sheet_column(sheet, c);
            g_string_append_printf(out, " %s:%c", column->path, roles[column->role]);
            if (column->block >= 0)
                g_string_append_printf(out, "%d", column->block);
        }
        g_string_append_printf(out, "; %u rows%s%s", sheet->rows->len, sheet->note[0] != '\0' ? " !" : "", sheet->note);
    }
    return g_string_free(out, FALSE);
}

#define CODED "科目编码|科目名称|合计\n201|一般公共服务支出|5.00\n20126|档案事务|5.00"

static const struct {
    const char *why;
    GridKind kind;
    const char *paper, *sheets;
} cases[] = {
    {"nothing", GRID_RULED, "", ""},
    {"text alone", GRID_RULED, "收支总表", ""},
    {"a table below its title", GRID_RULED, "支出总表\n单位：万元\n" CODED, "支出总表; 科目编码:C0 科目名称:L0 合计:V0; 2 rows"},
    {"headings of two rows", GRID_RULED, "支出总表\n科目名称|合计|其中|<\n^|^|基本支出|项目支出\n档案事务|5.00|2.00|3.00",
     "支出总表; 科目名称:L0 合计:V0 其中/基本支出:V0 其中/项目支出:V0; 1 rows"},
    {"a row that numbers the columns", GRID_RULED, "支出总表\n科目名称|合计|基本支出\n栏次|1|2\n档案事务|5.00|2.00",
     "支出总表; 科目名称:L0 合计:V0 基本支出:V0; 1 rows"},
    {"numbered columns beside the digits of a code", GRID_RULED,
     "支出决算表\n项目|<|<|<|合计|基本支出\n功能分类科目编码|<|<|科目名称|^|^\n类|款|项|栏次|1|2\n合计|<|<|<|5.00|2.00\n20126|<|<|档案事务|5.00|2.00",
     "支出决算表; 项目/功能分类科目编码:C0 项目/功能分类科目编码:C0 项目/功能分类科目编码:C0 项目/科目名称:L0 合计:V0 基本支出:V0; 2 rows"},
    {"line numbers under a heading that ran together", GRID_RULED, "收支总表\n项目|支出行次|决算数\n档案事务|31|5.00\n行政运行|32|3.00",
     "收支总表; 项目:L0 支出行次:- 决算数:V0; 2 rows"},
    {"the number of a unit is no code", GRID_RULED, "支出总表\n类|款|单位代码|单位名称（科目）|合计\n201|26|371301|档案事务|5.00",
     "支出总表; 类:C0 款:C0 单位代码:- 单位名称（科目）:L0 合计:V0; 1 rows"},
    {"title and unit in the grid of a workbook", GRID_GIVEN, "收支总表|<|<\n编制单位：虚构县档案馆|<|单位：万元\n" CODED,
     "收支总表; 科目编码:C0 科目名称:L0 合计:V0; 2 rows"},
    {"two sides", GRID_RULED, "收支总表\n收入|<|支出|<\n项目|预算数|项目|预算数\n财政拨款|5.00|一般公共服务支出|5.00\n合计|5.00|合计|5.00",
     "收支总表; 收入/项目:L0 收入/预算数:V0 支出/项目:L1 支出/预算数:V1; 2 rows"},
    {"two sides, a blank column between them", GRID_GIVEN,
     "收支总表|<|<|<|<\n收入|<||支出|<\n项目|预算数||项目|预算数\n财政拨款|5.00||一般公共服务支出|5.00\n合计|5.00||合计|5.00",
     "收支总表; 收入/项目:L0 收入/预算数:V0 支出/项目:L1 支出/预算数:V1; 2 rows"},
    {"codes in three columns", GRID_RULED, "支出总表\n类|款|项|科目名称|合计\n201|||一般公共服务支出|5.00\n201|26||档案事务|5.00",
     "支出总表; 类:C0 款:C0 项:C0 科目名称:L0 合计:V0; 2 rows"},
    {"line numbers and remarks are neither", GRID_RULED, "支出总表\n序号|科目名称|合计|备注\n1|档案事务|5.00|无\n2|行政运行|3.00|无",
     "支出总表; 序号:- 科目名称:L0 合计:V0 备注:-; 2 rows"},
    {"a note below", GRID_RULED, "支出总表\n" CODED "\n注：数据四舍五入。", "支出总表; 科目编码:C0 科目名称:L0 合计:V0; 2 rows !注：数据四舍五入。"},
    {"a note inside", GRID_RULED, "支出总表\n科目名称|合计\n档案事务|5.00\n注：数据四舍五入。|<", "支出总表; 科目名称:L0 合计:V0; 1 rows !注：数据四舍五入。"},
    {"goes on over the page, its headings printed again", GRID_RULED,
     "支出总表\n" CODED "\n--\n科目编码|科目名称|合计\n2012650|事业运行|7.00\n2012699|其他档案事务支出|8.00", "支出总表; 科目编码:C0 科目名称:L0 合计:V0; 4 rows"},
    {"the same rows again do not go on", GRID_RULED, "支出总表\n" CODED "\n--\n" CODED,
     "支出总表; 科目编码:C0 科目名称:L0 合计:V0; 2 rows || ; 科目编码:C0 科目名称:L0 合计:V0; 2 rows"},
    {"goes on over the page without headings", GRID_RULED, "支出总表\n" CODED "\n--\n2012601|行政运行|3.00\n2012604|档案馆|2.00",
     "支出总表; 科目编码:C0 科目名称:L0 合计:V0; 4 rows"},
    {"a title of its own begins another", GRID_RULED, "支出总表\n" CODED "\n--\n收入总表\n" CODED,
     "支出总表; 科目编码:C0 科目名称:L0 合计:V0; 2 rows || 收入总表; 科目编码:C0 科目名称:L0 合计:V0; 2 rows"},
    {"a page between ends it", GRID_RULED, "支出总表\n" CODED "\n--\n说明\n--\n" CODED,
     "支出总表; 科目编码:C0 科目名称:L0 合计:V0; 2 rows || ; 科目编码:C0 科目名称:L0 合计:V0; 2 rows"},
    {"several tables on one sheet of a workbook", GRID_GIVEN, "支出总表|<|<\n" CODED "\n收入总表|<|<\n" CODED,
     "支出总表; 科目编码:C0 科目名称:L0 合计:V0; 2 rows || 收入总表; 科目编码:C0 科目名称:L0 合计:V0; 2 rows"},
    {"running text in a frame is no table", GRID_RULED, "甲部门的职责|乙部门的职责\n办公|后勤", ""},
    {"a table of targets is read with the text", GRID_RULED, "项目绩效目标表\n指标|目标值\n数量|5.00", ""},
    {"an empty frame is the last thing", GRID_RULED, "支出总表\n" CODED "\n--\n完毕。\n|\n|", "支出总表; 科目编码:C0 科目名称:L0 合计:V0; 2 rows"},
    {"an empty table with its title", GRID_RULED, "政府性基金预算支出表\n科目名称|合计\n|", "政府性基金预算支出表; 科目名称:L0 合计:V0; 1 rows"},
};

START_TEST(sheets)
{
    g_autoptr(Document) document = document_from_paper(paper_of_text(cases[_i].kind, cases[_i].paper));
    g_autoptr(GPtrArray) found = sheets_from_document(document);
    g_autofree char *spelt = spell(found);
    ck_assert_msg(g_str_equal(spelt, cases[_i].sheets), "%s:\n%s\nexpected\n%s", cases[_i].why, spelt, cases[_i].sheets);
}
END_TEST

static const struct {
    const char *text;
    bool amount;
} amounts[] = {{"1,183.05", true}, {"-0.30", true}, {"12", true}, {"0", true}, {"", false}, {"-", false}, {".5", false},
               {"1.0.0", false}, {"98%", false}, {"合计", false}, {"1 2", false}};

START_TEST(amount_texts)
{
    ck_assert_msg(text_is_amount(amounts[_i].text) == amounts[_i].amount, "%s", amounts[_i].text);
}
END_TEST

Suite *sheet_suite(void)
{
    Suite *suite = suite_create("sheet");
    TCase *all = tcase_create("all");
    tcase_add_loop_test(all, sheets, 0, G_N_ELEMENTS(cases));
    tcase_add_loop_test(all, amount_texts, 0, G_N_ELEMENTS(amounts));
    suite_add_tcase(suite, all);
    return suite;
}
