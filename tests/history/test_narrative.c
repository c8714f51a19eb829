/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/narrative.h"

#include <check.h>
#include <string.h>

#include "tests/history/spelling.h"

Suite *narrative_suite(void);

/* The paragraphs as "part section text", headings with '#', one a line. */
static char *spell(const Narrative *narrative)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < narrative->paragraphs->len; i++) {
        const Paragraph *paragraph = g_ptr_array_index(narrative->paragraphs, i);
        g_string_append_printf(out, "%d %s %s%s\n", paragraph->part, paragraph->section[0] != '\0' ? paragraph->section : "-",
                               paragraph->is_heading ? "#" : "", paragraph->text);
    }
    return g_string_free(out, FALSE);
}

/* Lines of 20 characters fill the page in these texts. */
#define FULL "本部门的收入和支出都列入本预算收支总预算"

static const struct {
    const char *why;
    const char *text;
    const char *paragraphs;
} texts[] = {
    {"nothing", "", ""},
    {"one line", "本部门设在虚构县。\n", "0 - 本部门设在虚构县。\n"},
    {"a full line goes on in the next", FULL "\n为116.58万元。\n", "0 - " FULL "为116.58万元。\n"},
    {"a short line ends its paragraph", FULL "\n短行\n" FULL "\n", "0 - " FULL "短行\n0 - " FULL "\n"},
    {"a full stop before the edge ends it", FULL "\n本部门的收入和支出都列入本预算。\n基本支出与上年持平。\n",
     "0 - " FULL "本部门的收入和支出都列入本预算。\n0 - 基本支出与上年持平。\n"},
    {"blank lines alone end nothing", FULL "\n\n\n\n为116.58万元。\n", "0 - " FULL "为116.58万元。\n"},
    {"spaces go", FULL "\n为 116.58 万 元。\n", "0 - " FULL "为116.58万元。\n"},
    {"over a page and its number", FULL "\n1\n\f" FULL "\n2\n\f为116.58万元。\n3\n", "0 - " FULL FULL "为116.58万元。\n"},
    {"parts and sections",
     "第二部分 部门预算表\n第三部分 情况说明\n二、关于收入预算情况说明\n" FULL "\n五、关于一般公共预算情况说明\n（一）规模变化情况\n基本支出。\n",
     "2 - #第二部分部门预算表\n3 - #第三部分情况说明\n3 二 #二、关于收入预算情况说明\n3 二 " FULL "\n"
     "3 五 #五、关于一般公共预算情况说明\n3 五（一） #（一）规模变化情况\n3 五（一） 基本支出。\n"},
    {"a heading over two lines",
     FULL "\n四、关于虚构县图书馆2024年财政拨款收支情况\n的总体说明\n基本支出。\n",
     "0 - " FULL "\n0 四 #四、关于虚构县图书馆2024年财政拨款收支情况的总体说明\n0 四 基本支出。\n"},
    {"a heading that fills its line ends with its last word",
     FULL "\n八、关于虚构县图书馆财政拨款经费预算情况说明\n" FULL "\n",
     "0 - " FULL "\n0 八 #八、关于虚构县图书馆财政拨款经费预算情况说明\n0 八 " FULL "\n"},
    {"a numbered sentence is no heading",
     FULL "\n一、基本支出84.33万元，与上年持平。\n（二）项目支出32.25万元，与上年持平。\n",
     "0 - " FULL "\n0 - 一、基本支出84.33万元，与上年持平。\n0 - （二）项目支出32.25万元，与上年持平。\n"},
    {"items begin paragraphs", FULL "\n1.文化旅游体育与传媒支出（类）文化和旅游支\n出115.33万元。\n2.住房保障支出。\n",
     "0 - " FULL "\n0 - 1.文化旅游体育与传媒支出（类）文化和旅游支出115.33万元。\n0 - 2.住房保障支出。\n"},
    {"a decimal at the beginning of a line is no item", FULL "\n1.25万元，与上年持平。\n", "0 - " FULL "1.25万元，与上年持平。\n"},
    {"an item in brackets begins a paragraph", FULL "\n（1）基本工资（款）支出5.00万元。\n（2）津贴补贴（款）支出4.00万元。\n",
     "0 - " FULL "\n0 - （1）基本工资（款）支出5.00万元。\n0 - （2）津贴补贴（款）支出4.00万元。\n"},
    {"a short line that ends in a comma goes on", "基本支出5.00万元，\n比上年增加1.00万元。\n", "0 - 基本支出5.00万元，比上年增加1.00万元。\n"},
    {"a line that begins with a closing mark goes on", FULL "\n编写《读本》\n，组织学习。\n", "0 - " FULL "编写《读本》，组织学习。\n"},
    {"a level set apart from its name", FULL "\n1.文化和旅游（款）图书馆\n（项）5.00万元。\n", "0 - " FULL "\n0 - 1.文化和旅游（款）图书馆（项）5.00万元。\n"},
    {"a list ended by semicolons", FULL "\n基本支出5.00万元，占50.00%；\n项目支出5.00万元，占50.00%。\n",
     "0 - " FULL "基本支出5.00万元，占50.00%；\n0 - 项目支出5.00万元，占50.00%。\n"},
    {"a heading with a full stop", "七、三公经费\n（一）总体情况说明。\n" FULL "\n", "0 七 #七、三公经费\n0 七（一） #（一）总体情况说明。\n0 七（一） " FULL "\n"},
    {"a heading within its paragraph", "七、其他事项\n（二）采购情况。采购图书\n" FULL "\n",
     "0 七 #七、其他事项\n0 七（二） （二）采购情况。采购图书\n0 七（二） " FULL "\n"},
    {"a numbered sentence ends the heading above", "五、支出\n（一）文化支出（类）\n（二）住房保障支出（类）支出5.00万元。\n",
     "0 五 #五、支出\n0 五（一） #（一）文化支出（类）\n0 五 （二）住房保障支出（类）支出5.00万元。\n"},
    {"a title without a number", "三、名词\n2025年部门预算编制说明\n支出5.00万元。\n", "0 三 #三、名词\n0 - #2025年部门预算编制说明\n0 - 支出5.00万元。\n"},
    {"the table of contents", "一、主要职能 …………… 3\n二、名词解释 ...... 4\n基本支出。\n", "0 - 基本支出。\n"},
    {"part ten", "第十部分 附件\n第三部分 说明\n", "10 - #第十部分附件\n3 - #第三部分说明\n"},
    {"a new part forgets the section", "二、关于收入情况说明\n" FULL "\n第四部分 名词解释\n财政拨款。\n",
     "0 二 #二、关于收入情况说明\n0 二 " FULL "\n4 - #第四部分名词解释\n4 - 财政拨款。\n"},
};

START_TEST(paragraphs)
{
    g_autoptr(Document) document = document_from_text(texts[_i].text);
    g_autoptr(Narrative) narrative = narrative_from_document(document, NULL);
    g_autofree char *spelt = spell(narrative);
    check_spelling(texts[_i].why, spelt, texts[_i].paragraphs);
    GString *all = g_string_new(NULL);
    for (guint i = 0; i < narrative->paragraphs->len; i++)
        g_string_append(all, ((const Paragraph *)g_ptr_array_index(narrative->paragraphs, i))->text);
    ck_assert_str_eq(narrative->all, all->str);
    g_string_free(all, TRUE);
}
END_TEST

START_TEST(headings)
{
    g_autoptr(Document) document = document_from_text("五、关于一般公共预算情况说明\n（一）规模变化情况\n基本支出。\n六、关于基本支出情况说明\n人员经费。\n");
    g_autoptr(Narrative) narrative = narrative_from_document(document, NULL);
    const Paragraph *basic = g_ptr_array_index(narrative->paragraphs, 2);
    ck_assert_str_eq(basic->heading, "关于一般公共预算情况说明");
    ck_assert_str_eq(basic->subheading, "规模变化情况");
    const Paragraph *personnel = g_ptr_array_index(narrative->paragraphs, 4);
    ck_assert_str_eq(personnel->heading, "关于基本支出情况说明");
    ck_assert_str_eq(personnel->subheading, "");
    narrative_free(NULL);
}
END_TEST

/* Every character of a paragraph leads back to its line. */
START_TEST(lines_of_a_paragraph)
{
    g_autoptr(Document) document = document_from_text(FULL "\n" FULL "\n为116.58万元。\n");
    g_autoptr(Narrative) narrative = narrative_from_document(document, NULL);
    const Paragraph *paragraph = g_ptr_array_index(narrative->paragraphs, 0);
    ck_assert_uint_eq(paragraph_line(paragraph, 0), 0);
    ck_assert_uint_eq(paragraph_line(paragraph, strlen(FULL) - 1), 0);
    ck_assert_uint_eq(paragraph_line(paragraph, strlen(FULL)), 1);
    ck_assert_uint_eq(paragraph_line(paragraph, 2 * strlen(FULL)), 2);
    ck_assert_uint_eq(paragraph_line(paragraph, 100000), 2);
}
END_TEST

/* Tables are no running text, and end the paragraph before them. */
START_TEST(tables_are_left_out)
{
    g_autoptr(Document) document = document_from_text(
        FULL "\n"
        "部门支出总体情况表\n单位：万元\n总计 5.00 2.00 3.00\n"
        "一般公共预算支出情况表\n单位：万元\n总计 5.00 2.00 3.00\n"
        "三、关于支出预算情况说明\n" FULL "\n");
    g_autoptr(Outline) outline = outline_from_document(document, forms_all(NULL));
    ck_assert_ptr_nonnull(outline);
    g_autoptr(Narrative) narrative = narrative_from_document(document, outline);
    g_autofree char *spelt = spell(narrative);
    check_spelling("around two tables", spelt, "0 - " FULL "\n0 三 #三、关于支出预算情况说明\n0 三 " FULL "\n");
}
END_TEST

/* The target table is no running text either, up to where the numbered text goes on. */
START_TEST(targets_are_left_out)
{
    g_autoptr(Document) document = document_from_text(
        "（四）绩效情况\n部门整体支出绩效目标表\n三级指标 指标值 权重\n数量指标 采购图书 >=1000 册 30\n（五）其他情况\n没有。\n");
    g_autoptr(Narrative) narrative = narrative_from_document(document, NULL);
    ck_assert_uint_eq(narrative->targets_from, 1);
    ck_assert_uint_eq(narrative->targets_to, 4);
    ck_assert_ptr_null(strstr(narrative->all, "采购图书"));
    ck_assert_ptr_nonnull(strstr(narrative->all, "其他情况"));
    g_autoptr(Document) without = document_from_text("没有。\n");
    g_autoptr(Narrative) plain = narrative_from_document(without, NULL);
    ck_assert_uint_eq(plain->targets_from, G_MAXUINT);
}
END_TEST

Suite *narrative_suite(void)
{
    Suite *suite = suite_create("narrative");
    TCase *joining = tcase_create("paragraphs");
    tcase_add_loop_test(joining, paragraphs, 0, G_N_ELEMENTS(texts));
    tcase_add_test(joining, headings);
    tcase_add_test(joining, lines_of_a_paragraph);
    tcase_add_test(joining, tables_are_left_out);
    tcase_add_test(joining, targets_are_left_out);
    suite_add_tcase(suite, joining);
    return suite;
}
