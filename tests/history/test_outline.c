/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/outline.h"

#include <check.h>
#include <string.h>

#include "tests/history/spelling.h"

Suite *outline_suite(void);

/* What a table has below its title, in the least of words. */
#define UNIT "编制部门：虚构县图书馆 单位：万元\n"
#define TWO_TABLES "部门支出总体情况表\n" UNIT "总计 5.00 2.00 3.00\n一般公共预算支出情况表\n" UNIT "总计 5.00 2.00 3.00\n"

static const struct {
    const char *why;
    const char *text;
    const char *tables; /* "id title@first-last" joined by '|', lines of the document; NULL: no form fits */
} documents[] = {
    {"two titles with their tables", TWO_TABLES, "expenditure 部门支出总体情况表@2-3|general 一般公共预算支出情况表@5-6"},
    {"one table is no filing", "部门支出总体情况表\n" UNIT "总计 5.00 2.00 3.00\n", NULL},
    {"the same table twice is no filing", "部门支出总体情况表\n" UNIT "\f第三部分 说明\n部门支出总体情况表\n" UNIT, NULL},
    {"nothing", "", NULL},
    {"a number on the line above belongs to the table",
     "表 3\n部门支出总体情况表\n" UNIT "总计 5.00 2.00 3.00\n表 5\n一般公共预算支出情况表\n" UNIT,
     "expenditure 部门支出总体情况表@3-4|general 一般公共预算支出情况表@7-7"},
    {"year and department before the title",
     "虚构县图书馆2024年部门支出总体情况表\n" UNIT "2024年一般公共预算支出情况表\n" UNIT,
     "expenditure 部门支出总体情况表@2-2|general 一般公共预算支出情况表@4-4"},
    {"its number before the title", "表3 部门支出总体情况表\n" UNIT "表5 一般公共预算支出情况表\n" UNIT,
     "expenditure 部门支出总体情况表@2-2|general 一般公共预算支出情况表@4-4"},
    {"spread and quoted titles", "部 门 支 出 总 体 情 况 表\n" UNIT "财政拨款“三公”经费支出情况表\n" UNIT,
     "expenditure 部门支出总体情况表@2-2|three-public 财政拨款“三公”经费支出情况表@4-4"},
    {"a title over two lines", "虚构县图书馆2024年部门支出总体\n情况表\n" UNIT "2024年国有资本经营预算支\n出情况表\n" UNIT,
     "expenditure 部门支出总体情况表@3-3|state-capital 国有资本经营预算支出情况表@6-6"},
    {"the longer title wins", "财政拨款收支预算总体情况表\n" UNIT "部门收支总体情况表\n" UNIT,
     "appropriation 财政拨款收支预算总体情况表@2-2|summary 部门收支总体情况表@4-4"},
    {"a table of contents is none",
     "目录\n第二部分 部门预算表\n部门支出总体情况表\n一般公共预算支出情况表\n第三部分 情况说明\n" TWO_TABLES,
     "expenditure 部门支出总体情况表@7-8|general 一般公共预算支出情况表@10-11"},
    {"contents with dots and pages",
     "部门支出总体情况表……………3\n一般公共预算支出情况表……………5\n" TWO_TABLES,
     "expenditure 部门支出总体情况表@4-5|general 一般公共预算支出情况表@7-8"},
    {"a sentence that ends with a title is none",
     TWO_TABLES "三、关于支出情况说明\n详见公开的部门支出总体情况表\n" UNIT,
     "expenditure 部门支出总体情况表@2-3|general 一般公共预算支出情况表@5-6"},
    {"a title in brackets of a book is none", TWO_TABLES "三、关于支出情况说明\n《部门支出总体情况表》，附后。\n",
     "expenditure 部门支出总体情况表@2-3|general 一般公共预算支出情况表@5-6"},
    {"the title again on the table's next page",
     "部门支出总体情况表\n" UNIT "总计 5.00 2.00 3.00\n\f部门支出总体情况表\n" UNIT "207 文化 5.00 2.00 3.00\n一般公共预算支出情况表\n" UNIT,
     "expenditure 部门支出总体情况表@2-6|general 一般公共预算支出情况表@8-8"},
    {"the narrative ends the last table",
     TWO_TABLES "第三部分 2024年部门预算情况说明\n总计 9.00\n", "expenditure 部门支出总体情况表@2-3|general 一般公共预算支出情况表@5-6"},
    {"the target table ends it, too", TWO_TABLES "部门整体支出绩效目标表\n总计 9.00\n",
     "expenditure 部门支出总体情况表@2-3|general 一般公共预算支出情况表@5-6"},
    {"a title with nothing that begins a table", TWO_TABLES "三、关于支出情况说明\n国有资本经营预算支出情况表\n本部门没有这项支出。\n",
     "expenditure 部门支出总体情况表@2-3|general 一般公共预算支出情况表@5-6"},
    {"a title on the last line", TWO_TABLES "国有资本经营预算支出情况表", "expenditure 部门支出总体情况表@2-3|general 一般公共预算支出情况表@5-7"},
};

START_TEST(where_tables_stand)
{
    g_autoptr(Document) document = document_from_text(documents[_i].text);
    g_autoptr(Outline) outline = outline_from_document(document, forms_all(NULL));
    ck_assert_msg((outline == NULL) == (documents[_i].tables == NULL), "%s", documents[_i].why);
    if (outline == NULL)
        return;
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < outline->tables->len; i++) {
        const TableRange *range = &g_array_index(outline->tables, TableRange, i);
        g_string_append_printf(out, "%s%s %s@%u-%u", i > 0 ? "|" : "", range->table->id, range->printed_title, range->first + 1,
                               range->end);
    }
    check_spelling(documents[_i].why, out->str, documents[_i].tables);
}
END_TEST

/* A line belongs to a table from its number to its last row. */
START_TEST(lines_in_tables)
{
    g_autoptr(Document) document = document_from_text("说明\n表 3\n" TWO_TABLES "第三部分 情况说明\n基本支出。\n");
    g_autoptr(Outline) outline = outline_from_document(document, forms_all(NULL));
    ck_assert_ptr_nonnull(outline);
    for (guint i = 0; i < document->lines->len; i++)
        ck_assert_msg(g_array_index(outline->in_table, bool, i) == (i >= 1 && i <= 7), "line %u", i + 1);
    outline_free(NULL);
}
END_TEST

static const struct {
    const char *text;
    bool begins;
} sections[] = {
    {"第三部分 2024年部门预算情况说明", true},
    {"  第十部分", true},
    {"二、关于2024年收入预算情况说明", true},
    {"十一、 其他重要事项的情况说明", true},
    {"九、机构运行情况的总体说明", true},
    {"一、本年收入 116.58", false}, /* a row of table 1 */
    {"二、上年结转结余", false},
    {"第三部门", false},
    {"", false},
};

START_TEST(what_begins_a_section)
{
    ck_assert_msg(line_begins_section(sections[_i].text) == sections[_i].begins, "%s", sections[_i].text);
}
END_TEST

Suite *outline_suite(void)
{
    Suite *suite = suite_create("outline");
    TCase *finding = tcase_create("tables");
    tcase_add_loop_test(finding, where_tables_stand, 0, G_N_ELEMENTS(documents));
    tcase_add_test(finding, lines_in_tables);
    tcase_add_loop_test(finding, what_begins_a_section, 0, G_N_ELEMENTS(sections));
    suite_add_tcase(suite, finding);
    return suite;
}
