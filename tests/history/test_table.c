/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/table.h"

#include <check.h>
#include <string.h>

#include "tests/history/spelling.h"

Suite *table_suite(void);

#define UNIT "单位：万元\n"
#define EXPENDITURE "部门支出总体情况表\n" UNIT "※ ※ ※ ※ 1 2 3\n"
#define GENERAL "\n一般公共预算支出情况表\n" UNIT "※ ※ ※ ※ 1 2 3\n"
#define BASIC "\n一般公共预算基本支出情况表\n" UNIT "※ ※ ※ 1 2 3\n"
#define PROJECTS "\n一般公共预算项目支出情况表\n" UNIT "※ ※ ※ ※ ※ 1 2 3 4 5 6 7 8 9 10 11\n"
#define SUMMARY "部门收支总体情况表\n" UNIT "收入 支出\n项目 预算数 支出功能分类 预算数\n"
#define STATE_CAPITAL "\n国有资本经营预算支出情况表\n" UNIT "※ ※ ※ ※ 1 2 3 4\n"

/* Another table, so that the text is one of the form; it is empty and says nothing about expenditure. */
#define OTHER STATE_CAPITAL "本部门没有国有资本经营预算支出，本表为空表。"

static Filing *read_tables(const char *text)
{
    g_autoptr(Document) document = document_from_text(text);
    g_autoptr(Outline) outline = outline_from_document(document, forms_all(NULL));
    ck_assert_ptr_nonnull(outline);
    Filing *filing = filing_new();
    filing->fiscal_year = 2024;
    tables_from_outline(document, outline, "", filing);
    return filing;
}

static const struct {
    const char *why;
    const char *text;
    const char *table; /* identifier of the one that is looked at */
    const char *cells;
    guint doubts;
} readings[] = {
    {"full rows", EXPENDITURE "总计 5.00 2.00 3.00\n207 文化旅游体育与传媒支出 5.00 2.00 3.00" OTHER, "expenditure",
     "总计 合计=5.00 unique\n总计 基本支出=2.00 unique\n总计 项目支出=3.00 unique\n207 合计=5.00 unique\n207 基本支出=2.00 unique\n207 项目支出=3.00 unique\n", 0},
    {"blanks found by the parent",
     EXPENDITURE "总计 5.00 2.00 3.00\n207 文化旅游体育与传媒支出 2.00 2.00\n208 社会保障和就业支出 3.00 3.00" OTHER, "expenditure",
     "总计 合计=5.00 unique\n总计 基本支出=2.00 unique\n总计 项目支出=3.00 unique\n207 合计=2.00 unique\n207 基本支出=2.00 unique\n208 合计=3.00 unique\n208 项目支出=3.00 unique\n", 0},
    {"blanks that nothing settles: both are named", EXPENDITURE "总计 5.00 5.00" OTHER, "expenditure",
     "总计 合计=5.00 unique\n总计 基本支出=5.00 ambiguous or 项目支出\n", 1},
    {"blanks that another table settles", EXPENDITURE "总计 5.00 5.00" GENERAL "总计 5.00 5.00" BASIC "总计 5.00 4.00 1.00", "general",
     "总计 合计=5.00 unique\n总计 基本支出=5.00 unique\n", 1}, /* the doubt is in table 3, which may hold other funds */
    {"a dash holds its column", EXPENDITURE "总计 5.00 - 5.00" OTHER, "expenditure", "总计 合计=5.00 unique\n总计 项目支出=5.00 unique\n", 0},
    {"more figures than columns are told, the rest is read", EXPENDITURE "总计 5.00 2.00 3.00\n207 文化旅游体育与传媒支出 5.00 2.00 3.00 4.00" OTHER,
     "expenditure", "总计 合计=5.00 unique\n总计 基本支出=2.00 unique\n总计 项目支出=3.00 unique\n", 1},
    {"a figure without a name is told", EXPENDITURE "总计 5.00 2.00 3.00\n9.00 9.00" OTHER, "expenditure",
     "总计 合计=5.00 unique\n总计 基本支出=2.00 unique\n总计 项目支出=3.00 unique\n", 1},
    {"an amount that overflows is told, the rest is read",
     EXPENDITURE "总计 5.00 2.00 3.00\n207 文化旅游体育与传媒支出 99,999,999,999,999,999.00 2.00 3.00\n208 社会保障和就业支出 5.00 2.00 3.00" OTHER,
     "expenditure",
     "总计 合计=5.00 unique\n总计 基本支出=2.00 unique\n总计 项目支出=3.00 unique\n208 合计=5.00 unique\n208 基本支出=2.00 unique\n208 项目支出=3.00 unique\n", 2},
    {"in yuan", "部门支出总体情况表\n单位：元\n※ ※ ※ ※ 1 2 3\n总计 50,000 20,000 30,000" OTHER, "expenditure",
     "总计 合计=5.0000 unique\n总计 基本支出=2.0000 unique\n总计 项目支出=3.0000 unique\n", 0},
    {"integers beside decimals", EXPENDITURE "总计 5 2.5 2.50" OTHER, "expenditure",
     "总计 合计=5 unique\n总计 基本支出=2.5 unique\n总计 项目支出=2.50 unique\n", 0},
    {"no unit: read as 万元, and told", "部门支出总体情况表\n编制部门：虚构县图书馆\n※ ※ ※ ※ 1 2 3\n总计 5.00 2.00 3.00" OTHER, "expenditure",
     "总计 合计=5.00 unique\n总计 基本支出=2.00 unique\n总计 项目支出=3.00 unique\n", 1},
    {"a misprint stays where it stands", EXPENDITURE "总计 9.00 2.00 3.00" OTHER, "expenditure",
     "总计 合计=9.00 likely\n总计 基本支出=2.00 likely\n总计 项目支出=3.00 likely\n", 0},
    {"two sides", SUMMARY "一、本年收入 5.00 207 文化旅游体育与传媒支出 5.00\n收入总计 5.00 支出总计 5.00" OTHER, "summary",
     "本年收入 收入/预算数=5.00 unique\n207 支出/预算数=5.00 unique\n收入总计 收入/预算数=5.00 unique\n支出总计 支出/预算数=5.00 unique\n", 0},
    {"a project below its subject", EXPENDITURE "总计 3.00 3.00" PROJECTS "总计 3.00 3.00\n207 01 04 图书馆流动图书车购置 3.00 3.00", "projects",
     "总计 项目支出合计=3.00 unique\n总计 商品服务支出=3.00 ambiguous or 工资福利支出|对个人和家庭的补助|债务利息及费用支出|资本性支出（基本建设）|资本性支出|对企业补助（基本建设）|对企业补助|对社会保障基金补助|其他支出\n"
     "流动图书车购置 项目支出合计=3.00 unique\n"
     "流动图书车购置 商品服务支出=3.00 ambiguous or 工资福利支出|对个人和家庭的补助|债务利息及费用支出|资本性支出（基本建设）|资本性支出|对企业补助（基本建设）|对企业补助|对社会保障基金补助|其他支出\n", 3},
};

START_TEST(cells)
{
    g_autoptr(Filing) filing = read_tables(readings[_i].text);
    g_autofree char *spelt = spell_cells(filing_table(filing, readings[_i].table));
    g_autofree char *doubts = spell_doubts(filing);
    check_spelling(readings[_i].why, spelt, readings[_i].cells);
    ck_assert_msg(filing->doubts->len == readings[_i].doubts, "%s: doubts\n%s", readings[_i].why, doubts);
}
END_TEST

/* What each table turned out to be. */
static const struct {
    const char *why;
    const char *text;
    const char *table;
    TableState state;
    const char *note;
    guint doubts;
} states[] = {
    {"read", EXPENDITURE "总计 5.00 2.00 3.00" OTHER, "expenditure", TABLE_READ, "", 0},
    {"empty, with its sentence", EXPENDITURE "总计 5.00 2.00 3.00" OTHER, "state-capital", TABLE_EMPTY,
     "本部门没有国有资本经营预算支出，本表为空表。", 0},
    {"empty, without", EXPENDITURE "总计 5.00 2.00 3.00" STATE_CAPITAL, "state-capital", TABLE_EMPTY, "", 0},
    {"figures, and a sentence that it is empty", EXPENDITURE "总计 5.00 2.00 3.00\n注：本表为空表。" OTHER, "expenditure", TABLE_READ,
     "注：本表为空表。", 0},
    {"missing", EXPENDITURE "总计 5.00 2.00 3.00" OTHER, "revenue", TABLE_MISSING, "", 0},
    {"a count of columns that the form does not have", "部门支出总体情况表\n" UNIT "※ ※ ※ ※ 1 2 3 4\n总计 5.00 2.00 3.00 0.00" OTHER,
     "expenditure", TABLE_UNREAD, "", 1},
    {"figures in rows that nothing knows", "部门支出总体情况表\n" UNIT "科目名称 合计 基本支出 项目支出\n文化 5.00 2.00 3.00" OTHER, "expenditure",
     TABLE_UNREAD, "", 1},
    {"dashes alone", EXPENDITURE "总计 - - -" OTHER, "expenditure", TABLE_READ, "", 0},
};

START_TEST(state_of_a_table)
{
    g_autoptr(Filing) filing = read_tables(states[_i].text);
    const Table *table = filing_table(filing, states[_i].table);
    ck_assert_ptr_nonnull(table);
    ck_assert_msg(table->state == states[_i].state, "%s: %s", states[_i].why, table_state_word(table->state));
    ck_assert_str_eq(table->note, states[_i].note);
    ck_assert(table->state == TABLE_READ || table->cells->len == 0);
    g_autofree char *doubts = spell_doubts(filing);
    ck_assert_msg(filing->doubts->len == states[_i].doubts, "%s: doubts\n%s", states[_i].why, doubts);
}
END_TEST

/* All eleven stand in the form's order, whatever the paper's; what is missing has no page. */
START_TEST(order_of_tables)
{
    g_autoptr(Filing) filing = read_tables("一般公共预算支出情况表\n" UNIT "※ 1 2 3\n总计 5.00 2.00 3.00\n\f" EXPENDITURE "总计 5.00 2.00 3.00");
    const Form *form = sample_form();
    ck_assert_uint_eq(filing->tables->len, form->tables->len);
    for (guint i = 0; i < filing->tables->len; i++) {
        const Table *table = g_ptr_array_index(filing->tables, i);
        ck_assert_str_eq(table->form_table, ((const FormTable *)g_ptr_array_index(form->tables, i))->id);
        ck_assert((table->page == 0) == (table->state == TABLE_MISSING));
    }
    ck_assert_int_eq(filing_table(filing, "expenditure")->page, 2);
    ck_assert_int_eq(filing_table(filing, "general")->page, 1);
}
END_TEST

/* The same table twice: one is read, the other told. An empty one gives way. */
static const struct {
    const char *why;
    const char *first, *second;
} doubles[] = {
    {"the first one is read", "总计 5.00 2.00 3.00", "总计 6.00 2.00 4.00"},
    {"one without figures gives way", "", "总计 5.00 2.00 3.00"},
    {"one without figures comes late", "总计 5.00 2.00 3.00", ""},
};

START_TEST(table_stands_twice)
{
    g_autofree char *text = g_strconcat(EXPENDITURE, doubles[_i].first, OTHER, "\n", EXPENDITURE, doubles[_i].second, NULL);
    g_autoptr(Filing) filing = read_tables(text);
    ck_assert_uint_eq(filing->tables->len, sample_form()->tables->len);
    g_autofree char *spelt = spell_cells(filing_table(filing, "expenditure"));
    check_spelling(doubles[_i].why, spelt, "总计 合计=5.00 unique\n总计 基本支出=2.00 unique\n总计 项目支出=3.00 unique\n");
    ck_assert_uint_eq(filing->doubts->len, 1);
}
END_TEST

/* "parent level path" of every row, parents by their place. */
static const struct {
    const char *why;
    const char *text;
    const char *table;
    const char *rows;
} hierarchies[] = {
    {"codes", EXPENDITURE "总计 5.00 2.00 3.00\n207 文化 5.00 2.00 3.00\n207 01 旅游 5.00 2.00 3.00\n207 01 04 图书馆 5.00 2.00 3.00" OTHER, "expenditure",
     "-1 0 总计|0 1 文化|1 2 文化/旅游|2 3 文化/旅游/图书馆"},
    {"an item whose group is not printed", EXPENDITURE "总计 5.00 2.00 3.00\n207 文化 5.00 2.00 3.00\n207 01 04 图书馆 5.00 2.00 3.00" OTHER, "expenditure",
     "-1 0 总计|0 1 文化|1 3 文化/图书馆"},
    {"an item alone", EXPENDITURE "总计 5.00 2.00 3.00\n207 01 04 图书馆 5.00 2.00 3.00" OTHER, "expenditure", "-1 0 总计|0 3 图书馆"},
    {"no total", EXPENDITURE "207 文化 5.00 2.00 3.00" OTHER, "expenditure", "-1 1 文化"},
    {"children above their parent", EXPENDITURE "207 01 04 图书馆 5.00 2.00 3.00\n207 文化 5.00 2.00 3.00\n总计 5.00 2.00 3.00" OTHER, "expenditure",
     "1 3 文化/图书馆|2 1 文化|-1 0 总计"},
    {"the same code twice", EXPENDITURE "207 文化 5.00 2.00 3.00\n207 文化 5.00 2.00 3.00" OTHER, "expenditure", "-1 1 文化|-1 1 文化"},
    {"labels, each half by itself",
     SUMMARY "一、本年收入 5.00 207 文化 5.00\n1、一般公共预算拨款 5.00\n收入总计 5.00 支出总计 5.00" OTHER, "summary",
     "3 1 本年收入|4 1 文化|0 2 本年收入/一般公共预算拨款|-1 0 收入总计|-1 0 支出总计"},
    {"a blank row that encloses none is left out, one that does is kept",
     SUMMARY "一、本年收入 201 一般公共服务支出\n1、一般公共预算拨款 5.00 207 文化 5.00\n收入总计 5.00 支出总计 5.00" OTHER, "summary",
     "3 1 本年收入|0 2 本年收入/一般公共预算拨款|4 1 文化|-1 0 收入总计|-1 0 支出总计"},
};

START_TEST(hierarchy)
{
    g_autoptr(Filing) filing = read_tables(hierarchies[_i].text);
    const Table *table = filing_table(filing, hierarchies[_i].table);
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < table->rows->len; i++) {
        const Row *row = table_row(table, (int)i);
        g_string_append_printf(out, "%s%d %d %s", i > 0 ? "|" : "", row->parent, row->level, row->path);
    }
    check_spelling(hierarchies[_i].why, out->str, hierarchies[_i].rows);
}
END_TEST

/* A row says what it measures: by its column, or by its own line in a label table. */
START_TEST(quantities)
{
    g_autoptr(Filing) filing = read_tables(
        SUMMARY "一、本年收入 5.00 207 文化旅游体育与传媒支出 5.00\n二、上年结转结余 1.00\n一般公共预算拨款 1.00\n捐赠 1.00\n收入总计 6.00 支出总计 6.00" OTHER);
    static const char *const expected[] = {"revenue/all/current//", "expenditure/all/total/207/", "carryover/all/total//",
                                           "carryover/general/total//", NULL, "revenue/all/total//", "expenditure/all/total//"};
    const Table *table = filing_table(filing, "summary");
    ck_assert_uint_eq(table->cells->len, G_N_ELEMENTS(expected));
    for (guint i = 0; i < table->cells->len; i++) {
        Quantity quantity;
        bool known = table_cell_quantity(table, &g_array_index(table->cells, Cell, i), &quantity);
        if (expected[i] == NULL) {
            ck_assert_msg(!known || quantity.label[0] != '\0', "a line that the form does not know is compared by its name at most");
            continue;
        }
        ck_assert_msg(known, "%s", expected[i]);
        g_autofree char *spelt = g_strdup_printf("%s/%s/%s/%s/%s", direction_word(quantity.direction), fund_word(quantity.fund),
                                                 quantity.measure, quantity.code, quantity.label);
        ck_assert_str_eq(spelt, expected[i]);
    }
}
END_TEST

/* Five thousand rows of 60 pages: read whole, in the time of a test. */
START_TEST(long_table)
{
    g_autoptr(GString) text = g_string_new(EXPENDITURE "总计 10,000.00 5,000.00 5,000.00\n");
    for (int i = 0; i < 5000; i++)
        g_string_append_printf(text, "%s207%02d%02d 科目%d 2.00 1.00 1.00\n", i % 80 == 79 ? "\f" : "", i / 90 + 1, i % 90 + 1, i);
    g_string_append(text, OTHER);
    g_autoptr(Filing) filing = read_tables(text->str);
    const Table *table = filing_table(filing, "expenditure");
    ck_assert_uint_eq(table->rows->len, 5001);
    ck_assert_uint_eq(table->cells->len, 3 * 5001);
    ck_assert_uint_eq(filing->doubts->len, 0);
}
END_TEST

/* The same with blanks in every row, which nothing settles: told, not searched for ever. */
START_TEST(long_table_of_blanks)
{
    g_autoptr(GString) text = g_string_new(EXPENDITURE "总计 5,000.00 2,000.00 3,000.00\n");
    for (int i = 0; i < 5000; i++)
        g_string_append_printf(text, "207%02d%02d 科目%d 1.00 1.00\n", i / 90 + 1, i % 90 + 1, i);
    g_string_append(text, OTHER);
    g_autoptr(Filing) filing = read_tables(text->str);
    const Table *table = filing_table(filing, "expenditure");
    guint placed = 0;
    for (guint i = 0; i < table->cells->len; i++)
        placed += g_array_index(table->cells, Cell, i).proof == PROOF_AMBIGUOUS;
    ck_assert_uint_ge(placed + filing->doubts->len, 5000);
}
END_TEST

Suite *table_suite(void)
{
    Suite *suite = suite_create("table");
    TCase *reading = tcase_create("tables");
    tcase_set_timeout(reading, 60);
    tcase_add_loop_test(reading, cells, 0, G_N_ELEMENTS(readings));
    tcase_add_loop_test(reading, state_of_a_table, 0, G_N_ELEMENTS(states));
    tcase_add_test(reading, order_of_tables);
    tcase_add_loop_test(reading, table_stands_twice, 0, G_N_ELEMENTS(doubles));
    tcase_add_loop_test(reading, hierarchy, 0, G_N_ELEMENTS(hierarchies));
    tcase_add_test(reading, quantities);
    tcase_add_test(reading, long_table);
    tcase_add_test(reading, long_table_of_blanks);
    suite_add_tcase(suite, reading);
    return suite;
}
