/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/paper_html.h"

#include <check.h>
#include <string.h>

#include "tests/history/paper_spelling.h"

Suite *paper_html_suite(void);

#define META "<meta charset='utf-8'>"

static const struct {
    const char *why;
    const char *text, *spelled; /* what follows "--\n" */
} pages[] = {
    {"nothing", "<html></html>", ""},
    {"blocks are lines, runs are not", META "<p>收入<b>总计</b>\n 1,183.05<span> 万元</span></p><div>甲<div>乙</div>丙</div>", "收入总计 1,183.05 万元\n甲\n乙\n丙\n"},
    {"breaks", META "甲<br>乙<br/><br>丙", "甲\n乙\n丙\n"},
    {"headings and lists", META "<h1>标题</h1><ul><li>一</li><li>二</ul>", "标题\n一\n二\n"},
    {"entities", META "<p>&#19968;&nbsp;&lt;甲&gt;&amp;&unknown;&mdash;</p>", "一\xc2\xa0<甲>&&unknown;—\n"},
    {"text in lines of its own", META "<pre>科目  金额\n201   6.20\n</pre>", "科目  金额\n201   6.20\n"},
    {"scripts, styles, comments, forms",
     META "<style>p{}</style><script>var a='<p>x</p>';</script><!-- y --><noscript>n</noscript><select><option>z</select><textarea>t</textarea><p>甲", "甲\n"},
    {"hidden elements", META "<p style='color:red; DISPLAY : none'>x</p><div hidden><p>y</div><p style='display:block'>甲</p>", "甲\n"},
    {"struck out, or not shown",
     META "<p><del>9</del><s>9</s><strike>9</strike><b style='Visibility: hidden'>9</b><i style='color:red;text-decoration : line-through'>9</i><ins>402.30</ins>", "402.30\n"},
    {"the mark of a note is no digit; a raised text elsewhere stays", META "<p>402.30<sup>2</sup> 万元<p>402.30<sup>①</sup><p>注<sup>2</sup>", "402.30 万元\n402.30①\n注2\n"},
    {"hints above characters", META "<p><ruby>6.20<rp>(<rt>9<rp>)</ruby>", "6.20\n"},
    {"what is filled into fields", META "<p><input value='6.20'><input type='Hidden' value='x'><input type=submit value=y><input type='text' value=' 万元'>", "6.20 万元\n"},
    {"the title, when nothing says it", "<head>" META "<title> 虚构县档案馆\n预算 </title></head><p>正文</p>", "虚构县档案馆 预算\n正文\n"},
    {"the title, when a line says it", "<head>" META "<title>虚构县档案馆预算</title></head><p>虚构县 档案馆预算公开</p>", "虚构县 档案馆预算公开\n"},
    {"the title, when a cell says it", "<head>" META "<title>总表</title></head><table><tr><td>收支总表<td>1</table>", "0,0=收支总表 0,1=1\n"},
    {"a table between lines", META "前<table><tr><th>项目<th>金额<tr><td>收入<td>6.20</table>后", "前\n0,0=项目 0,1=金额 1,0=收入 1,1=6.20\n后\n"},
    {"spans in both directions",
     META "<table><tr><td rowspan=2>项目<td colspan=2>预算数<td rowspan='2'>备注<tr><td>合计<td>其中<tr><td>收入<td>1<td><td>无</table>",
     "0,0:2x1=项目 0,1:1x2=预算数 0,3:2x1=备注 1,1=合计 1,2=其中 2,0=收入 2,1=1 2,3=无\n"},
    {"cells that span rows, one below the other",
     META "<table><tr><td rowspan=2>甲<td>1<tr><td rowspan=2>2<tr><td>乙<tr><td>丙<td>3</table>", "0,0:2x1=甲 0,1=1 1,1:2x1=2 2,0=乙 3,0=丙 3,1=3\n"},
    {"a title wider than the table", META "<table><tr><td colspan=10>总表<tr><td>甲<td>1</table>", "0,0:1x2=总表 1,0=甲 1,1=1\n"},
    {"spans without end",
     META "<table><tr><td rowspan=1000000>甲<td colspan=99999999999>乙<tr><td>丙<td rowspan=0>丁<tr><td rowspan=-3 colspan=x>戊</table>",
     "0,0:3x1=甲 0,1:1x2=乙 1,1=丙 1,2:2x1=丁 2,1=戊\n"},
    {"lines of a cell", META "<table><tr><td><p>人员</p><p>经费</p><td>一<br>二<tr><td>1<td>2</table>", "0,0=人员/经费 0,1=一/二 1,0=1 1,1=2\n"},
    {"sections, a caption, a form, stray text",
     META "<table><caption>总表</caption><thead><tr><th>甲<th>乙</thead><form><tbody><tr><td>1<td>2</tbody></form><tfoot><tr><td>3<td>4</tfoot></table>",
     "总表\n0,0=甲 0,1=乙 1,0=1 1,1=2 2,0=3 2,1=4\n"},
    {"hidden rows and cells", META "<table><tr style='display:none'><td>x<td>y<tr><td>甲<td style='display:none'>z<td>1</table>", "0,0=甲 0,1=1\n"},
    {"a layout table around lines and tables",
     META "<table><tr><td>栏目<td><p>正文</p><table><tr><td>甲<td>1</table>后<table><tr><td>乙<td>2</table></table>",
     "栏目\n正文\n0,0=甲 0,1=1\n后\n0,0=乙 0,1=2\n"},
    {"three tables in one another", META "<table><tr><td><table><tr><td>外<table><tr><td>甲<td>1</table></table></table>", "外\n0,0=甲 0,1=1\n"},
    {"a table of one column is a frame", META "<table><tr><td>第一行<br>第二行<tr><td>第三行</table>", "第一行\n第二行\n第三行\n"},
    {"a table without text", META "<table><tr><td>&#32;<td></table><table></table>", ""},
    {"cells outside of a table", META "<td>甲</td><tr><td>乙</td></tr>", "甲\n乙\n"},
    {"what Excel saves as a page",
     "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><head>" META "<!--[if gte mso 9]><xml><x:Name>x</x:Name></xml><![endif]--></head><body>"
     "<table><col width=9><tr><td x:num='1183.05'>1,183.05<td><span style='mso-spacerun:yes'>&nbsp; </span>合计</td></tr>"
     "<![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72></td></tr><![endif]></table>",
     "0,0=1,183.05 0,1=\xc2\xa0 合计\n"},
    {"no element closes", META "<div><table><tr><td>甲<td>1<tr><td>乙<td>2", "0,0=甲 0,1=1 1,0=乙 1,1=2\n"},
    {"nothing but errors", META "</p></table><<<p><table></td>甲</b></i><td", "<<\n甲\n"},
};

START_TEST(page)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static(pages[_i].text, strlen(pages[_i].text));
    g_autofree char *expected = g_strconcat("--\n", pages[_i].spelled, NULL);
    check_paper(pages[_i].why, paper_from_html, bytes, expected);
}
END_TEST

static const struct {
    const char *why;
    const char *text, *encoding, *mark;
} encodings[] = {
    {"UTF-8, not said", "<p>收入总计</p>", "UTF-8", ""},
    {"UTF-8 with a mark", "<p>收入总计</p>", "UTF-8", "\xef\xbb\xbf"},
    {"UTF-8 that says it is GBK", "<meta charset=gbk><p>收入总计</p>", "UTF-8", ""},
    {"GB2312 as it says", "<meta http-equiv=Content-Type content='text/html; charset=gb2312'><p>收入总计</p>", "GB18030", ""},
    {"GBK, not said", "<p>收入总计</p>", "GB18030", ""},
    {"GBK that says it is UTF-8", "<meta charset=\"utf-8\"><p>收入总计</p>", "GB18030", ""},
    {"GBK that says nonsense", "<meta charset=nonsense><p>收入总计</p>", "GB18030", ""},
    {"Big5 as it says", "<meta charset='big5'><p>收入總計</p>", "BIG5", ""},
    {"UTF-16 with a mark", "<html><p>收入总计</p></html>", "UTF-16LE", "\xff\xfe"},
};

START_TEST(encoding)
{
    gsize length = 0;
    g_autofree char *text = g_convert(encodings[_i].text, -1, encodings[_i].encoding, "UTF-8", NULL, &length, NULL);
    ck_assert_ptr_nonnull(text);
    GByteArray *all = g_byte_array_new();
    g_byte_array_append(all, (const guint8 *)encodings[_i].mark, (guint)strlen(encodings[_i].mark));
    g_byte_array_append(all, (const guint8 *)text, (guint)length);
    g_autoptr(GBytes) bytes = g_byte_array_free_to_bytes(all);
    check_paper(encodings[_i].why, paper_from_html, bytes, g_str_equal(encodings[_i].encoding, "BIG5") ? "--\n收入總計\n" : "--\n收入总计\n");
}
END_TEST

START_TEST(pictures)
{
    static const char text[] = "<p><img src='a.png'></p>";
    g_autoptr(Paper) paper = paper_from_html((const guint8 *)text, strlen(text), NULL);
    ck_assert(paper != NULL && paper_page(paper, 0)->has_pictures);
}
END_TEST

static GBytes *repeated(const char *text, gsize times)
{
    GString *all = g_string_new("");
    for (gsize i = 0; i < times; i++)
        g_string_append(all, text);
    return g_string_free_to_bytes(all);
}

static const struct {
    const char *why;
    const char *text;
    gsize times;
    const char *message;
} refusals[] = {
    {"100,000 elements in one another", "<div>", 100000, "嵌套过深"},
    {"100,000 tables in one another", "<table><tr><td>", 100000, "嵌套过深"},
    {"100,000 marks of bold text", "<b>x", 100000, "嵌套过深"},
    {"too large", "<p>0123456789</p>", 2500000, "超过 32 MB"},
    {"empty", "", 0, "空"},
};

/* "" where nothing is to be told. */
static const struct {
    const char *text, *told;
} parts[] = {
    {META "<table><tr><td>甲<td>1</table>", ""},
    {META "<TABLE><tr><td>甲<td>1</TABLE><table><tr><td>乙", "没有结束"},
    {META "<tablet>甲", ""},
    {META "<p>甲<iframe src=b.html></iframe>", "没有读"},
    {META "<frameset><frame src=b.html></frameset>", "没有读"},
};

START_TEST(parts_missing)
{
    g_autoptr(Paper) paper = paper_from_html((const guint8 *)parts[_i].text, strlen(parts[_i].text), NULL);
    ck_assert_ptr_nonnull(paper);
    ck_assert_uint_eq(paper->faults->len, parts[_i].told[0] != '\0');
    if (paper->faults->len > 0)
        ck_assert_ptr_nonnull(strstr(g_array_index(paper->faults, PaperFault, 0).text, parts[_i].told));
}
END_TEST

START_TEST(refused)
{
    g_autoptr(GBytes) bytes = repeated(refusals[_i].text, refusals[_i].times);
    check_refused(refusals[_i].why, paper_from_html, bytes, refusals[_i].message);
}
END_TEST

/* Many wide and tall cells: placed once each. The rows beyond a grid's limit are counted. */
START_TEST(large_tables)
{
    GString *text = g_string_new(META "<table>");
    for (int i = 0; i < 20010; i++)
        g_string_append(text, "<tr><td rowspan=30000 colspan=1>1<td>2");
    g_autoptr(GBytes) bytes = g_string_free_to_bytes(text);
    gsize length = 0;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    g_autoptr(Paper) paper = paper_from_html(data, length, NULL);
    ck_assert_ptr_nonnull(paper);
    const GArray *blocks = paper_page(paper, 0)->blocks;
    ck_assert_uint_eq(blocks->len, 2);
    const PaperBlock *last = &g_array_index(blocks, PaperBlock, 1);
    ck_assert(last->line != NULL && strstr(last->line, "没有读") != NULL);
}
END_TEST

START_TEST(damaged_pages)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static(pages[19].text, strlen(pages[19].text));
    check_damaged(paper_from_html, bytes, 1);
}
END_TEST

Suite *paper_html_suite(void)
{
    Suite *suite = suite_create("paper_html");
    TCase *all = tcase_create("all");
    tcase_set_timeout(all, 20);
    tcase_add_loop_test(all, page, 0, G_N_ELEMENTS(pages));
    tcase_add_loop_test(all, encoding, 0, G_N_ELEMENTS(encodings));
    tcase_add_test(all, pictures);
    tcase_add_loop_test(all, refused, 0, G_N_ELEMENTS(refusals));
    tcase_add_loop_test(all, parts_missing, 0, G_N_ELEMENTS(parts));
    tcase_add_test(all, large_tables);
    tcase_add_test(all, damaged_pages);
    suite_add_tcase(suite, all);
    return suite;
}
