/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/page.h"

#include <check.h>
#include <string.h>

Suite *page_suite(void);

/*
 * The lines of a document as "page:line text", joined by '|'; '#' before the text of furniture, '^' before the first
 * line of a page.
 */
static char *spell(const Document *document)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < document->lines->len; i++) {
        const Line *line = document_line(document, i);
        g_string_append_printf(out, "%s%d:%d %s%s%s", i > 0 ? "|" : "", line->page, line->line,
                               line->first_of_page ? "^" : "", line->furniture ? "#" : "", line->text);
    }
    return g_string_free(out, FALSE);
}

static const struct {
    const char *why;
    const char *text;
    guint pages;
    const char *lines;
} documents[] = {
    {"nothing", "", 1, ""},
    {"blank lines alone", "\n  \n\t\n", 1, ""},
    {"one page", "甲\n乙\n", 1, "1:1 ^甲|1:2 乙"},
    {"no newline at the end", "甲\n乙", 1, "1:1 ^甲|1:2 乙"},
    {"DOS line ends", "甲\r\n\r\n乙\r\n", 1, "1:1 ^甲|1:3 乙"},
    {"blank lines count", "\n\n甲\n \n乙\n", 1, "1:3 ^甲|1:5 乙"},
    {"spaces in front are kept, behind dropped", "   甲  1.00  \n", 1, "1:1 ^   甲  1.00"},
    {"plain spelling", "合计：　１，１８３．０５\n", 1, "1:1 ^合计： 1,183.05"},

    {"form feeds", "甲\n\f乙\n", 2, "1:1 ^甲|2:1 ^乙"},
    {"form feed at the end", "甲\n\f乙\n\f", 2, "1:1 ^甲|2:1 ^乙"},
    {"form feed and newline at the end", "甲\n\f乙\n\f\n", 2, "1:1 ^甲|2:1 ^乙"},
    {"a blank page between counts", "甲\n\f\n\f乙\n", 3, "1:1 ^甲|3:1 ^乙"},
    {"a blank page in front counts", "\f甲\n", 2, "2:1 ^甲"},
    {"form feed in the middle of a line", "甲\f乙", 2, "1:1 ^甲|2:1 ^乙"},

    /* Every line is followed by a blank one, but the last of a page: the next begins with one space. */
    {"pages by a leading space", "一\n\n二\n\n三\n 四\n\n五\n\n六\n 七\n\n八\n\n九\n\n十\n\n甲\n\n乙\n\n丙\n\n丁\n\n戊\n", 3,
     "1:1 ^一|1:3 二|1:5 三|2:1 ^ 四|2:3 五|2:5 六|3:1 ^ 七|3:3 八|3:5 九|3:7 十|3:9 甲|3:11 乙|3:13 丙|3:15 丁|3:17 戊"},
    {"two spaces are an indent, not a page", "一行\n\n二行\n\n三行\n  四行\n\n五行\n\n六行\n  七行\n\n八行\n\n九行\n\n十行\n", 1,
     "1:1 ^一行|1:3 二行|1:5 三行|1:6   四行|1:8 五行|1:10 六行|1:11   七行|1:13 八行|1:15 九行|1:17 十行"},
    {"leading spaces everywhere are no pages", "一行\n 二行\n\n 三行\n\n 四行\n\n 五行\n\n 六行\n\n 七行\n\n 八行\n", 1,
     "1:1 ^一行|1:2  二行|1:4  三行|1:6  四行|1:8  五行|1:10  六行|1:12  七行|1:14  八行"},
    {"no blank lines, no pages by space", "一行\n二行\n 三行\n四行\n五行\n六行\n七行\n八行\n", 1,
     "1:1 ^一行|1:2 二行|1:3  三行|1:4 四行|1:5 五行|1:6 六行|1:7 七行|1:8 八行"},

    {"page numbers at the bottom", "甲\n1\n\f乙\n2\n\f丙\n3\n", 3, "1:1 ^甲|1:2 #1|2:1 ^乙|2:2 #2|3:1 ^丙|3:2 #3"},
    {"page numbers at the top", "1\n甲\n\f2\n乙\n", 2, "1:1 ^#1|1:2 甲|2:1 ^#2|2:2 乙"},
    {"page numbers that run ahead of a lost cover", "甲\n4\n\f乙\n5\n\f丙\n6\n", 3,
     "1:1 ^甲|1:2 #4|2:1 ^乙|2:2 #5|3:1 ^丙|3:2 #6"},
    {"one that does not count like the others is a figure", "甲\n4\n\f乙\n5\n\f丙\n60\n", 3,
     "1:1 ^甲|1:2 #4|2:1 ^乙|2:2 #5|3:1 ^丙|3:2 60"},
    {"a number at one edge alone is a figure", "甲\n12\n\f乙\n", 2, "1:1 ^甲|1:2 12|2:1 ^乙"},
    {"dressed page numbers anywhere", "甲\n- 21 -\n乙\n—21—\n丙\n第 21 页\n丁\n第21页 共30页\n戊\n21/30\n己\n第21页，共30页\n", 1,
     "1:1 ^甲|1:2 #- 21 -|1:3 乙|1:4 #-21-|1:5 丙|1:6 #第 21 页|1:7 丁|1:8 #第21页 共30页|1:9 戊|1:10 #21/30|1:11 己|"
     "1:12 #第21页，共30页"},
    {"in mid-sentence, between blank lines", "比上年增加，主要原因是人员\n\n\n 2\n\n\n增加三人\n", 1,
     "1:1 ^比上年增加，主要原因是人员|1:4 # 2|1:7 增加三人"},
    {"in mid-sentence, at the end of a page", "比上年增加，主要原因是人员\n2\n\f增加三人\n", 2,
     "1:1 ^比上年增加，主要原因是人员|1:2 #2|2:1 ^增加三人"},
    {"at the end of a page, but far from its number", "比上年增加，主要原因是人员\n12\n\f增加三人\n", 2,
     "1:1 ^比上年增加，主要原因是人员|1:2 12|2:1 ^增加三人"},
    {"too far from the page to be its number", "比上年增加，主要原因是人员\n\n\n 32\n\n\n增加三人\n", 1,
     "1:1 ^比上年增加，主要原因是人员|1:4  32|1:7 增加三人"},
    {"a figure amid figures is none", "基本支出  1.00\n\n\n 2\n\n\n项目支出  1.00\n", 1,
     "1:1 ^基本支出  1.00|1:4  2|1:7 项目支出  1.00"},

    /* Numbers that are no page numbers, at the edges of pages that have them: furniture is lost to the tables. */
    {"amounts at the bottom", "甲\n1.00\n\f乙\n2.00\n\f丙\n3.00\n", 3, "1:1 ^甲|1:2 1.00|2:1 ^乙|2:2 2.00|3:1 ^丙|3:2 3.00"},
    {"amounts at the top", "1.00\n甲\n\f2.00\n乙\n\f3.00\n丙\n", 3, "1:1 ^1.00|1:2 甲|2:1 ^2.00|2:2 乙|3:1 ^3.00|3:2 丙"},
    {"codes at the top", "2011301\n甲\n\f2011302\n乙\n\f2011303\n丙\n", 3,
     "1:1 ^2011301|1:2 甲|2:1 ^2011302|2:2 乙|3:1 ^2011303|3:2 丙"},
    {"rows at the top", "办公费 1.00\n甲\n\f办公费 2.00\n乙\n\f办公费 3.00\n丙\n", 3,
     "1:1 ^办公费 1.00|1:2 甲|2:1 ^办公费 2.00|2:2 乙|3:1 ^办公费 3.00|3:2 丙"},
    {"a date, a share, a range, a negative", "甲\n2024/3/15\n乙\n1/3的人员\n丙\n- 21\n丁\n-21.5-\n戊\n30/21\n", 1,
     "1:1 ^甲|1:2 2024/3/15|1:3 乙|1:4 1/3的人员|1:5 丙|1:6 - 21|1:7 丁|1:8 -21.5-|1:9 戊|1:10 30/21"},
    {"a sentence that begins with a page", "甲\n第3页所列表格为空表\n乙\n", 1, "1:1 ^甲|1:2 第3页所列表格为空表|1:3 乙"},
    {"digits without end", "甲\n99999999999999999999999\n\f乙\n99999999999999999999999\n", 2,
     "1:1 ^甲|1:2 99999999999999999999999|2:1 ^乙|2:2 99999999999999999999999"},

    {"running header", "某县财政文件\n甲\n\f某县财政文件\n乙\n\f某县 财政文件\n丙\n", 3,
     "1:1 ^#某县财政文件|1:2 甲|2:1 ^#某县财政文件|2:2 乙|3:1 ^#某县 财政文件|3:2 丙"},
    {"running header with its number", "预算公开 1\n甲\n\f预算公开 2\n乙\n\f预算公开 3\n丙\n", 3,
     "1:1 ^#预算公开 1|1:2 甲|2:1 ^#预算公开 2|2:2 乙|3:1 ^#预算公开 3|3:2 丙"},
    {"twice is no rule", "某县财政文件\n甲\n\f某县财政文件\n乙\n\f丙\n", 3,
     "1:1 ^某县财政文件|1:2 甲|2:1 ^某县财政文件|2:2 乙|3:1 ^丙"},
    {"on half of the pages only", "页首\n甲\n\f页首\n乙\n\f页首\n丙\n\f丁\n\f戊\n\f己\n", 6,
     "1:1 ^页首|1:2 甲|2:1 ^页首|2:2 乙|3:1 ^页首|3:2 丙|4:1 ^丁|5:1 ^戊|6:1 ^己"},
    {"what names the department and unit of a table is none", "编制部门：虚构\n甲\n\f编制部门：虚构\n乙\n\f编制部门：虚构\n丙\n", 3,
     "1:1 ^编制部门：虚构|1:2 甲|2:1 ^编制部门：虚构|2:2 乙|3:1 ^编制部门：虚构|3:2 丙"},
    {"the same further down the page is none", "甲\n同一句\n\f乙\n同一句\n\f丙\n同一句\n", 3,
     "1:1 ^甲|1:2 同一句|2:1 ^乙|2:2 同一句|3:1 ^丙|3:2 同一句"},
};

START_TEST(pages_and_lines)
{
    g_autoptr(Document) document = document_from_text(documents[_i].text);
    g_autofree char *spelt = spell(document);
    ck_assert_msg(document->pages->len == documents[_i].pages, "%s: %u pages", documents[_i].why, document->pages->len);
    ck_assert_msg(g_str_equal(spelt, documents[_i].lines), "%s:\n%s\nexpected\n%s", documents[_i].why, spelt,
                  documents[_i].lines);
}
END_TEST

/* The pages are the text as it was decoded, wide digits and all. */
START_TEST(pages_are_as_decoded)
{
    g_autoptr(Document) document = document_from_text("合计　１．００\r\n\f\n第二页\n");
    ck_assert_uint_eq(document->pages->len, 2);
    ck_assert_str_eq(g_ptr_array_index(document->pages, 0), "合计　１．００\r\n");
    ck_assert_str_eq(g_ptr_array_index(document->pages, 1), "\n第二页\n");
    document_free(NULL);
}
END_TEST

/* Any text is some pages of lines, whose numbers lead back to where they stand. */
START_TEST(any_text)
{
    static const char *const pieces[] = {"\n", "\n", "\n\n", "\f", " ", "  ", "甲", "第", "页", "12", "- 3 -", "1.00", "\r", "/", "共"};
    g_autoptr(GRand) rand = g_rand_new_with_seed(6);
    for (int round = 0; round < 5000; round++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (int count = g_rand_int_range(rand, 0, 40); count > 0; count--)
            g_string_append(text, pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
        g_autoptr(Document) document = document_from_text(text->str);
        ck_assert_uint_ge(document->pages->len, 1);
        for (guint i = 0; i < document->lines->len; i++) {
            const Line *line = document_line(document, i);
            ck_assert(line->page >= 1 && line->page <= (int)document->pages->len && line->text[0] != '\0');
            g_auto(GStrv) printed = g_strsplit(g_ptr_array_index(document->pages, (guint)line->page - 1), "\n", -1);
            ck_assert(line->line >= 1 && line->line <= (int)g_strv_length(printed));
            glong length = g_utf8_strlen(line->text, -1);
            ck_assert_int_le(length, g_utf8_strlen(printed[line->line - 1], -1));
            bool first = i == 0 || document_line(document, i - 1)->page != line->page;
            ck_assert(first == line->first_of_page);
        }
    }
}
END_TEST

Suite *page_suite(void)
{
    Suite *suite = suite_create("page");
    TCase *pages = tcase_create("pages");
    tcase_set_timeout(pages, 30);
    tcase_add_loop_test(pages, pages_and_lines, 0, G_N_ELEMENTS(documents));
    tcase_add_test(pages, pages_are_as_decoded);
    tcase_add_test(pages, any_text);
    suite_add_tcase(suite, pages);
    return suite;
}
