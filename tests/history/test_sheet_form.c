/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/sheet_form.h"

#include <check.h>
#include <string.h>

#include "tests/history/paper_build.h"

Suite *sheet_form_suite(void);

static const struct {
    const char *why, *path;
    const char *headings[3];
    double least, most;
} headings[] = {
    {"the same", "合计", {"合计"}, 1, 1},
    {"one of several", "小计", {"合计", "小计"}, 1, 1},
    {"the unit in brackets", "合计（万元）", {"合计"}, 1, 1},
    {"the same below another roof", "其中/基本支出", {"基本支出"}, 0.6, 0.999},
    {"roofs that tell two of one name apart", "上年/合计", {"本年/合计"}, 0, 0.95},
    {"nothing in common", "项目支出", {"上缴上级"}, 0, 0.3},
    {"none", "", {"合计"}, 0, 0.3},
};

START_TEST(likeness_of_headings)
{
    double like = heading_likeness(headings[_i].path, (char **)headings[_i].headings);
    ck_assert_msg(like >= headings[_i].least && like <= headings[_i].most, "%s: %g", headings[_i].why, like);
}
END_TEST

#define CODED "科目编码|科目名称|本年支出合计|基本支出|项目支出\n201|一般公共服务支出|5.00|2.00|3.00"

static const struct {
    const char *why, *paper;
    const char *table, *title; /* NULL for none */
    int known, unknown;
} matches[] = {
    {"its title", "支出决算表\n" CODED, "expenditure", "支出决算表", 3, 0},
    {"with number, year and body", "表3 虚构县档案馆2024年度支出决算表\n" CODED, "expenditure", "支出决算表", 3, 0},
    {"with a bracket behind", "支出决算表（公开03表）\n" CODED, "expenditure", "支出决算表", 3, 0},
    {"a column more", "支出决算表\n科目编码|科目名称|本年支出合计|基本支出|项目支出|捐赠支出\n201|甲|5.00|2.00|3.00|1.00", "expenditure", "支出决算表", 3, 1},
    {"another order", "支出决算表\n科目编码|科目名称|项目支出|基本支出|本年支出合计\n201|甲|3.00|2.00|5.00", "expenditure", "支出决算表", 3, 0},
    {"last year's column is not this year's", "支出决算表\n科目编码|科目名称|上年/本年支出合计|本年支出合计|基本支出|项目支出\n201|甲|9.00|5.00|2.00|3.00", "expenditure", "支出决算表", 3, 0},
    {"an earlier year's column beside a later one", "支出决算表\n科目编码|科目名称|2023年决算数|2024年决算数|<|<\n^|^|^|本年支出合计|基本支出|项目支出\n201|甲|9.00|5.00|2.00|3.00", "expenditure", "支出决算表", 3, 0},
    {"a heading that begins with 其中", "支出决算表\n科目编码|科目名称|本年支出合计|基本支出|其中：工资|项目支出\n201|甲|5.00|2.00|1.00|3.00", "expenditure", "支出决算表", 3, 1},
    {"a title that drifted", "部门支出决算情况明细表\n" CODED, "expenditure", "部门支出决算情况明细表", 3, 0},
    {"a title that nobody has", "党建活动明细\n" CODED, NULL, NULL, 0, 0},
    {"another table's title with these words", "一般公共预算财政拨款支出决算表\n" CODED, "general", "一般公共预算财政拨款支出决算表", 3, 0},
};

START_TEST(tables)
{
    const Form *form = form_by_id("national-accounts");
    ck_assert_ptr_nonnull(form);
    g_autoptr(Document) document = document_from_paper(paper_of_text(GRID_RULED, matches[_i].paper));
    g_autoptr(GPtrArray) sheets = sheets_from_document(document);
    ck_assert_uint_eq(sheets->len, 1);
    const Sheet *sheet = g_ptr_array_index(sheets, 0);
    SheetMatch match = sheet_match(sheet, form);
    ck_assert_msg((match.table != NULL) == (matches[_i].table != NULL), "%s", matches[_i].why);
    if (match.table != NULL) {
        ck_assert_msg(g_str_equal(match.table->id, matches[_i].table), "%s: %s", matches[_i].why, match.table->id);
        ck_assert_msg(g_str_equal(match.title, matches[_i].title), "%s: %s", matches[_i].why, match.title);
        g_autoptr(SheetMap) map = sheet_map_new(sheet, match.table);
        ck_assert_msg(map->known == matches[_i].known && map->unknown == matches[_i].unknown, "%s: %d, %d", matches[_i].why, map->known, map->unknown);
    }
    sheet_match_clear(&match);
}
END_TEST

/* The form that explains the sheets, and none where nothing does. */
START_TEST(forms)
{
    static const struct {
        const char *paper, *form;
    } papers[] = {{"支出决算表\n" CODED "\n--\n一般公共预算财政拨款支出决算表\n" CODED, "national-accounts"},
                  {"收入总体情况表\n项目|2024年预算\n一、预算拨款|5.00\n收入总计|5.00\n--\n"
                   "一般公共预算安排的行政经费及“三公”经费预算表\n项目|2024年预算\n“三公”经费|5.00\n（一）公务接待费支出|5.00", "guangdong-budget"},
                  {"党建活动明细\n" CODED, NULL}, {"", NULL}};
    for (gsize i = 0; i < G_N_ELEMENTS(papers); i++) {
        g_autoptr(Document) document = document_from_paper(paper_of_text(GRID_RULED, papers[i].paper));
        g_autoptr(GPtrArray) sheets = sheets_from_document(document);
        const Form *form = form_of_sheets(sheets, forms_all(NULL));
        ck_assert_str_eq(form != NULL ? form->id : "none", papers[i].form != NULL ? papers[i].form : "none");
    }
}
END_TEST

Suite *sheet_form_suite(void)
{
    Suite *suite = suite_create("sheet_form");
    TCase *all = tcase_create("all");
    tcase_add_loop_test(all, likeness_of_headings, 0, G_N_ELEMENTS(headings));
    tcase_add_loop_test(all, tables, 0, G_N_ELEMENTS(matches));
    tcase_add_test(all, forms);
    suite_add_tcase(suite, all);
    return suite;
}
