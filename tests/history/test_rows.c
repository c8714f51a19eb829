/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/rows.h"

#include <check.h>
#include <string.h>

#include "tests/history/spelling.h"

Suite *rows_suite(void);

/* A second table, so that the text is one of the form. */
#define OTHER "\n表 9\n国有资本经营预算支出情况表\n单位：万元\n"

#define EXPENDITURE "部门支出总体情况表\n单位：万元\n科目编码 科目名称 合计 基本支出 项目支出\n※ ※ ※ ※ 1 2 3\n"
#define BASIC "一般公共预算基本支出情况表\n单位：万元\n※ ※ ※ 1 2 3\n"
#define PROJECTS "一般公共预算项目支出情况表\n单位：万元\n※ ※ ※ ※ ※ 1 2 3 4 5 6 7 8 9 10 11\n"
#define SUMMARY "部门收支总体情况表\n单位：万元\n收入 支出\n项目 预算数 支出功能分类 预算数\n"
#define THREE_PUBLIC "财政拨款“三公”经费支出情况表\n单位：万元\n※ 1 2 3 4\n"
#define CARRYOVER "上年结转结余情况明细表\n单位：万元\n※ 1 2 3 4 5 6 7 8 9\n"

typedef struct {
    const char *why;
    const char *text;
    const char *rows;
    guint doubts;
} Case;

static const Case code_rows[] = {
    {"total, class, group, item: codes in three cells",
     EXPENDITURE "总计 5.00 2.00 3.00\n207 文化旅游体育与传媒支出 5.00 2.00 3.00\n207 01 文化和旅游 5.00 2.00 3.00\n207 01 04 图书馆 5.00 2.00 3.00",
     "total 总计: 5.00 2.00 3.00\n207 文化旅游体育与传媒支出: 5.00 2.00 3.00\n20701 文化和旅游: 5.00 2.00 3.00\n2070104 图书馆: 5.00 2.00 3.00\n", 0},
    {"codes in one cell", EXPENDITURE "20701 文化和旅游 5.00 2.00 3.00\n2070104 图书馆 5.00 2.00 3.00",
     "20701 文化和旅游: 5.00 2.00 3.00\n2070104 图书馆: 5.00 2.00 3.00\n", 0},
    {"codes glued to their names", EXPENDITURE "207文化旅游体育与传媒支出 5.00 2.00 3.00\n2070104图书馆5.00 2.00 3.00",
     "207 文化旅游体育与传媒支出: 5.00 2.00 3.00\n2070104 图书馆: 5.00 2.00 3.00\n", 0},
    {"a total spread over its cell", EXPENDITURE "总 计 5.00 2.00 3.00", "total 总计: 5.00 2.00 3.00\n", 0},
    {"blanks are lost, dashes hold their place", EXPENDITURE "207 文化旅游体育与传媒支出 5.00 5.00\n208 社会保障和就业支出 5.00 - 5.00",
     "207 文化旅游体育与传媒支出: 5.00 5.00\n208 社会保障和就业支出: 5.00 - 5.00\n", 0},
    {"integers beside decimals are amounts in a table of few figures", EXPENDITURE "207 文化旅游体育与传媒支出 5 2.5 2.50",
     "207 文化旅游体育与传媒支出: 5 2.5 2.50\n", 0},
    {"a name wrapped before its figures", EXPENDITURE "208 05 05 机关事业单位基本养老保险\n缴费支出 5.00 2.00 3.00",
     "2080505 机关事业单位基本养老保险缴费支出: 5.00 2.00 3.00\n", 0},
    {"a name wrapped around its figures", EXPENDITURE "208 05 05 机关事业单位基本养老保险 5.00 2.00 3.00\n缴费支出\n208 05 06 机关事业单位职业年金缴费支出 5.00 5.00",
     "2080505 机关事业单位基本养老保险缴费支出: 5.00 2.00 3.00\n2080506 机关事业单位职业年金缴费支出: 5.00 5.00\n", 0},
    {"a name that begins above its code", EXPENDITURE "207 文化旅游体育与传媒支出 5.00 5.00\n机关事业单位基本养老保险\n208 05 05 缴费支出 5.00 5.00",
     "207 文化旅游体育与传媒支出: 5.00 5.00\n2080505 机关事业单位基本养老保险缴费支出: 5.00 5.00\n", 0},
    {"figures on the line below their name", EXPENDITURE "207 文化旅游体育与传媒支出\n5.00 2.00 3.00",
     "207 文化旅游体育与传媒支出: 5.00 2.00 3.00\n", 0},
    {"figures without a name are told", EXPENDITURE "207 文化旅游体育与传媒支出 5.00 2.00 3.00\n4.00 4.00",
     "207 文化旅游体育与传媒支出: 5.00 2.00 3.00\n", 1},
    {"a row without a code is told", EXPENDITURE "207 文化旅游体育与传媒支出 5.00 2.00 3.00\n其他 4.00 4.00",
     "207 文化旅游体育与传媒支出: 5.00 2.00 3.00\n", 1},
    {"words after the figures are told", EXPENDITURE "总计 5.00 2.00 3.00\n207 文化旅游体育与传媒支出 5.00 2.00 3.00 备注",
     "total 总计: 5.00 2.00 3.00\n207 文化旅游体育与传媒支出5.002.003.00备注:\n", 1},
    {"a row in front of all that are known is told", "部门支出总体情况表\n单位：万元\n其他 4.00 4.00\n总计 5.00 2.00 3.00", "total 总计: 5.00 2.00 3.00\n", 1},
    {"economic codes", BASIC "301 01 基本工资 45.12 45.12\n30102 津贴补贴 20.54 20.54", "30101 基本工资: 45.12 45.12\n30102 津贴补贴: 20.54 20.54\n", 0},
    {"without column numbers", "部门支出总体情况表\n单位：万元\n科目编码 科目名称\n合计 基本支出 项目支出\n总计 5.00 2.00 3.00",
     "total 总计: 5.00 2.00 3.00\n", 0},
    {"a page break without a header", EXPENDITURE "总计 5.00 2.00 3.00\n\f207 文化旅游体育与传媒支出 5.00 2.00 3.00",
     "total 总计: 5.00 2.00 3.00\n207 文化旅游体育与传媒支出: 5.00 2.00 3.00\n", 0},
    {"a page break with the header again",
     EXPENDITURE "总计 5.00 2.00 3.00\n\f部门支出总体情况表\n单位：万元\n科目编码 科目名称 合计 基本支出 项目支出\n※ ※ ※ ※ 1 2 3\n207 文化旅游体育与传媒支出 5.00 2.00 3.00",
     "total 总计: 5.00 2.00 3.00\n207 文化旅游体育与传媒支出: 5.00 2.00 3.00\n", 0},
    {"the header again without its numbers",
     EXPENDITURE "总计 5.00 2.00 3.00\n\f科目编码 科目名称 合计 基本支出 项目支出\n207 文化旅游体育与传媒支出 5.00 2.00 3.00",
     "total 总计: 5.00 2.00 3.00\n207 文化旅游体育与传媒支出: 5.00 2.00 3.00\n", 0},
    {"a page number in between", EXPENDITURE "总计 5.00 2.00 3.00\n- 3 -\n\f207 文化旅游体育与传媒支出 5.00 2.00 3.00",
     "total 总计: 5.00 2.00 3.00\n207 文化旅游体育与传媒支出: 5.00 2.00 3.00\n", 0},
    {"a name wrapped over the page", EXPENDITURE "208 05 05 机关事业单位基本养老保险\n- 3 -\n\f缴费支出 5.00 2.00 3.00",
     "2080505 机关事业单位基本养老保险缴费支出: 5.00 2.00 3.00\n", 0},
};

static const Case project_rows[] = {
    {"a project after its subject", PROJECTS "总计 5.00 5.00\n207 文化旅游体育与传媒支出 5.00 5.00\n207 01 04 图书馆流动图书车购置 5.00 5.00",
     "total 总计: 5.00 5.00\n207 文化旅游体育与传媒支出: 5.00 5.00\n2070104 图书馆 project 流动图书车购置: 5.00 5.00\n", 0},
    {"digits in the project's name", PROJECTS "总计 5.00 5.00\n207 01 04 图书馆2023年流动图书车 购置(45座) 5.00 5.00\n207 01 01 行政运行 4.00 4.00",
     "total 总计: 5.00 5.00\n2070104 图书馆 project 2023年流动图书车购置（45座）: 5.00 5.00\n2070101 行政运行: 4.00 4.00\n", 0},
    {"the code stands once for two projects", PROJECTS "总计 5.00 5.00\n207 01 04 图书馆 5.00 5.00\n流动图书车购置 3.00 3.00\n读者活动 2.00 2.00",
     "total 总计: 5.00 5.00\n2070104 图书馆: 5.00 5.00\n流动图书车购置 project 流动图书车购置: 3.00 3.00\n读者活动 project 读者活动: 2.00 2.00\n", 0},
    {"a project on the line of a code whose name wraps, after another that wraps",
     PROJECTS "总计 5.00 5.00\n政府办公厅（室）及相关机构事\n201 03 5.00 5.00\n务\n其他政府办公厅（室）及相关机\n201 03 99 窗口改造 5.00 5.00\n构事务支出",
     "total 总计: 5.00 5.00\n20103 政府办公厅（室）及相关机构事务: 5.00 5.00\n"
     "2010399 其他政府办公厅（室）及相关机构事务支出 project 窗口改造: 5.00 5.00\n",
     0},
    {"no projects: a note", PROJECTS "说明：虚构县图书馆 2024 年未安排项目支出，本表为空表。", "", 0},
};

static const Case carried_rows[] = {
    {"names of projects", CARRYOVER "总计 5.00 5.00 5.00\n读者活动经费 5.00 5.00 5.00", "total 总计: 5.00 5.00 5.00\n读者活动经费: 5.00 5.00 5.00\n", 0},
    {"digits in the name", CARRYOVER "总计 5.00 5.00 5.00\n2023 年第二批读者活动 专项资金 5.00 5.00 5.00\n特定目标 4520007E 1.00 1.00 1.00",
     "total 总计: 5.00 5.00 5.00\n2023年第二批读者活动专项资金: 5.00 5.00 5.00\n特定目标4520007E: 1.00 1.00 1.00\n", 0},
    {"a name wrapped before its figures", CARRYOVER "总计 5.00 5.00 5.00\n2023年第二批中央支持\n读者活动专项资金 5.00 5.00 5.00",
     "total 总计: 5.00 5.00 5.00\n2023年第二批中央支持读者活动专项资金: 5.00 5.00 5.00\n", 0},
};

static const Case label_rows[] = {
    {"two sides on a line", SUMMARY "一、本年收入 116.58 201 一般公共服务支出\n1、一般公共预算拨款 115.33 207 文化旅游体育与传媒支出 116.58\n收入总计 116.58 支出总计 116.58",
     "revenue 一、本年收入: 116.58\nexpenditure 201 一般公共服务支出:\nrevenue 1、一般公共预算拨款: 115.33\n"
     "expenditure 207 文化旅游体育与传媒支出: 116.58\ntotal revenue 收入总计: 116.58\ntotal expenditure 支出总计: 116.58\n", 0},
    {"a left side alone, a right side alone", SUMMARY "一、本年收入 116.58\n207 文化旅游体育与传媒支出 116.58",
     "revenue 一、本年收入: 116.58\nexpenditure 207 文化旅游体育与传媒支出: 116.58\n", 0},
    {"totals spread by spaces", SUMMARY "收 入 总 计 116.58 支 出 总 计 116.58",
     "total revenue 收入总计: 116.58\ntotal expenditure 支出总计: 116.58\n", 0},
    {"a figure on the line below its label", SUMMARY "一、本年收入\n116.58\n1、一般公共预算拨款\n115.33",
     "revenue 一、本年收入: 116.58\nrevenue 1、一般公共预算拨款: 115.33\n", 0},
    {"a label that the form does not know has its figures below", SUMMARY "一、本年收入\n捐赠收入\n5.00\n1、一般公共预算拨款 5.00",
     "revenue 一、本年收入:\nrevenue 捐赠收入: 5.00\nrevenue 1、一般公共预算拨款: 5.00\n", 0},
    {"a label wrapped around nothing", SUMMARY "上级国有资本经营预算安排转移 204 公共安全支出 5.00\n支付 3.00 205 教育支出",
     "expenditure 204 公共安全支出: 5.00\nrevenue 上级国有资本经营预算安排转移支付: 3.00\nexpenditure 205 教育支出:\n", 0},
    {"the three public expenses", THREE_PUBLIC "合计 2.62 2.62\n因公出国（境）费\n公务接待费 0.12 0.12\n公务用车购置及运行费（小计） 2.50 2.50\n其中：公务用车购置费\n公务用车运行费 2.50 2.50",
     "total 合计: 2.62 2.62\n因公出国（境）费:\n公务接待费: 0.12 0.12\n公务用车购置及运行费（小计）: 2.50 2.50\n其中：公务用车购置费:\n公务用车运行费: 2.50 2.50\n", 0},
    {"a label wrapped over two lines", THREE_PUBLIC "合计 2.50 2.50\n公务用车购置\n及运行费 2.50 2.50", "total 合计: 2.50 2.50\n公务用车购置及运行费: 2.50 2.50\n", 0},
};

static PrintedTable *read_table(const char *text, const char *narrative, Filing *filing, Document **document)
{
    g_autofree char *whole = g_strconcat(text, OTHER, NULL);
    *document = document_from_text(whole);
    g_autoptr(Outline) outline = outline_from_document(*document, forms_all(NULL));
    ck_assert_ptr_nonnull(outline);
    return printed_table_from_range(*document, &g_array_index(outline->tables, TableRange, 0), narrative, filing);
}

static void check_rows(const Case *one)
{
    g_autoptr(Filing) filing = filing_new();
    g_autoptr(Document) document = NULL;
    g_autoptr(PrintedTable) table = read_table(one->text, "", filing, &document);
    g_autofree char *spelt = spell_printed_rows(table);
    check_spelling(one->why, spelt, one->rows);
    g_autofree char *doubts = spell_doubts(filing);
    ck_assert_msg(filing->doubts->len == one->doubts, "%s: doubts\n%s", one->why, doubts);
}

START_TEST(rows_with_codes)
{
    check_rows(&code_rows[_i]);
}
END_TEST

START_TEST(rows_of_projects)
{
    check_rows(&project_rows[_i]);
}
END_TEST

/* 图书馆事务 may be the filing's name for 图书馆, or that subject with a project called 事务: the narrative tells. */
START_TEST(a_subject_by_a_longer_name)
{
    static const struct {
        const char *narrative, *rows;
    } tellings[] = {
        {"文化旅游体育与传媒支出（类）文化和旅游（款）图书馆事务（项）：5.00万元",
         "total 总计: 5.00 5.00\n2070104 图书馆事务: 5.00 5.00\n流动图书车购置 project 流动图书车购置: 5.00 5.00\n"},
        {"文化旅游体育与传媒支出（类）文化和旅游（款）图书馆（项）：5.00万元",
         "total 总计: 5.00 5.00\n2070104 图书馆 project 事务: 5.00 5.00\n流动图书车购置 project 流动图书车购置: 5.00 5.00\n"},
    };
    g_autoptr(Filing) filing = filing_new();
    g_autoptr(Document) document = NULL;
    g_autoptr(PrintedTable) table = read_table(PROJECTS "总计 5.00 5.00\n207 01 04 图书馆事务 5.00 5.00\n流动图书车购置 5.00 5.00",
                                               tellings[_i].narrative, filing, &document);
    g_autofree char *spelt = spell_printed_rows(table);
    check_spelling(tellings[_i].narrative, spelt, tellings[_i].rows);
}
END_TEST

START_TEST(rows_of_carried_projects)
{
    check_rows(&carried_rows[_i]);
}
END_TEST

START_TEST(rows_with_labels)
{
    check_rows(&label_rows[_i]);
}
END_TEST

/* The same three lines are read in two ways: the narrative names the project. */
START_TEST(narrative_tells_where_a_name_ends)
{
    static const char text[] = CARRYOVER "总计 5.00 5.00\n读者活动经费 2.00 2.00\n（第二批）\n图书购置经费 3.00 3.00";
    g_autoptr(Filing) filing = filing_new();
    g_autoptr(Document) document = NULL;
    g_autoptr(PrintedTable) back = read_table(text, "结转读者活动经费（第二批）2.00万元", filing, &document);
    g_autofree char *spelt = spell_printed_rows(back);
    check_spelling("the rest of the name above", spelt, "total 总计: 5.00 5.00\n读者活动经费（第二批）: 2.00 2.00\n图书购置经费: 3.00 3.00\n");
    g_clear_pointer(&document, document_free);
    g_autoptr(PrintedTable) forth = read_table(text, "", filing, &document);
    g_autofree char *other = spell_printed_rows(forth);
    check_spelling("the beginning of the next", other, "total 总计: 5.00 5.00\n读者活动经费: 2.00 2.00\n（第二批）图书购置经费: 3.00 3.00\n");
}
END_TEST

static const struct {
    const char *header;
    gint64 unit;
} units[] = {
    {"单位：万元", FEN_PER_WAN_YUAN},   {"金额单位：万元", FEN_PER_WAN_YUAN}, {"单位：元", FEN_PER_YUAN},
    {"单位 ： 元", FEN_PER_YUAN},       {"单位：人民币元", FEN_PER_YUAN},     {"单位:千元", 1000 * FEN_PER_YUAN},
    {"单位：亿元", FEN_PER_YI_YUAN},    {"编制部门：虚构县图书馆", 0},
};

START_TEST(unit_of_a_table)
{
    g_autofree char *text = g_strdup_printf("部门支出总体情况表\n%s\n※ ※ ※ ※ 1 2 3\n总计 5.00 2.00 3.00", units[_i].header);
    g_autoptr(Filing) filing = filing_new();
    g_autoptr(Document) document = NULL;
    g_autoptr(PrintedTable) table = read_table(text, "", filing, &document);
    ck_assert_msg(table->unit == units[_i].unit, "%s: %" G_GINT64_FORMAT, units[_i].header, table->unit);
    ck_assert_int_eq(table->column_count, 3);
}
END_TEST

START_TEST(note_of_a_table)
{
    g_autoptr(Filing) filing = filing_new();
    g_autoptr(Document) document = NULL;
    g_autoptr(PrintedTable) table =
        read_table(PROJECTS "说明：虚构县图书馆 2024 年未安排一般公共预算\n项目支出，本表为空表。\n- 3 -", "", filing, &document);
    ck_assert_str_eq(table->note, "说明：虚构县图书馆2024年未安排一般公共预算项目支出，本表为空表。");
    ck_assert_uint_eq(table->rows->len, 0);
    ck_assert_uint_eq(filing->doubts->len, 0);
}
END_TEST

/* Where a figure stands on the paper. */
START_TEST(place_of_a_row)
{
    g_autoptr(Filing) filing = filing_new();
    g_autoptr(Document) document = NULL;
    g_autoptr(PrintedTable) table =
        read_table(EXPENDITURE "总计 5.00 2.00 3.00\n\f\n207 文化旅游体育与传媒支出 5.00 2.00 3.00", "", filing, &document);
    const PrintedRow *row = g_ptr_array_index(table->rows, 1);
    ck_assert_int_eq(row->page, 2);
    ck_assert_int_eq(row->at_line, 2);
    const Figure *figure = &g_array_index(row->figures, Figure, 1);
    ck_assert_int_eq(figure->start, 21);
    ck_assert_int_eq(figure->end, 25);
    printed_table_free(NULL);
}
END_TEST

static guint count_of(const char *text, const char *word)
{
    guint count = 0;
    while ((text = strstr(text, word)) != NULL) {
        text += strlen(word);
        count++;
    }
    return count;
}

/* Any lines in a table: every figure printed is a row's, or belongs to a line that is told. */
START_TEST(no_figure_is_lost)
{
    static const char *const pieces[] = {" 207", " 01", " 04", " 文化和旅游", " 图书馆", " 行政运行", " 总计", " 5.01", " 2.02", " 3.03", " 0.00",
                                         "\n",  "\n",  "\n",  "\f",          " -",      " 2070104",  " 项目", " （",   " 一、", " 4.04", "\n说明："};
    static const char *const tables[] = {EXPENDITURE, PROJECTS, SUMMARY, THREE_PUBLIC, CARRYOVER, BASIC};
    g_autoptr(GRand) rand = g_rand_new_with_seed(11);
    for (int round = 0; round < 3000; round++) {
        g_autoptr(GString) text = g_string_new(tables[round % (int)G_N_ELEMENTS(tables)]);
        for (int count = g_rand_int_range(rand, 0, 40); count > 0; count--)
            g_string_append(text, pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
        g_autoptr(Filing) filing = filing_new();
        g_autoptr(Document) document = NULL;
        g_autoptr(PrintedTable) table = read_table(text->str, "", filing, &document);
        g_autofree char *rows = spell_printed_rows(table);
        g_autofree char *doubts = spell_doubts(filing);
        /* Each of these amounts appears in rows, names and doubts as often as on the paper, outside notes. */
        static const char *const amounts[] = {"5.01", "2.02", "3.03", "4.04"};
        for (gsize i = 0; i < G_N_ELEMENTS(amounts); i++) {
            guint read = count_of(rows, amounts[i]) + count_of(doubts, amounts[i]) + count_of(table->note, amounts[i]);
            ck_assert_msg(read >= count_of(text->str, amounts[i]), "%s of\n%s\nread as\n%s\ndoubts\n%s", amounts[i], text->str, rows,
                          doubts);
        }
    }
}
END_TEST

Suite *rows_suite(void)
{
    Suite *suite = suite_create("rows");
    TCase *reading = tcase_create("rows");
    tcase_set_timeout(reading, 60);
    tcase_add_loop_test(reading, rows_with_codes, 0, G_N_ELEMENTS(code_rows));
    tcase_add_loop_test(reading, rows_of_projects, 0, G_N_ELEMENTS(project_rows));
    tcase_add_loop_test(reading, a_subject_by_a_longer_name, 0, 2);
    tcase_add_loop_test(reading, rows_of_carried_projects, 0, G_N_ELEMENTS(carried_rows));
    tcase_add_loop_test(reading, rows_with_labels, 0, G_N_ELEMENTS(label_rows));
    tcase_add_test(reading, narrative_tells_where_a_name_ends);
    tcase_add_loop_test(reading, unit_of_a_table, 0, G_N_ELEMENTS(units));
    tcase_add_test(reading, note_of_a_table);
    tcase_add_test(reading, place_of_a_row);
    tcase_add_test(reading, no_figure_is_lost);
    suite_add_tcase(suite, reading);
    return suite;
}
