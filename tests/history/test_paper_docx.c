/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/paper_docx.h"

#include <check.h>
#include <string.h>

#include "tests/history/paper_spelling.h"
#include "tests/history/zipped.h"

Suite *paper_docx_suite(void);

#define KINDS "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define ROOT_RELS "<Relationships><Relationship Id='r1' Type='" KINDS "officeDocument' Target='word/document.xml'/></Relationships>"
#define RELS                                                                                  \
    "<Relationships><Relationship Id='n' Type='" KINDS "numbering' Target='numbering.xml'/>"  \
    "<Relationship Id='s' Type='" KINDS "styles' Target='styles.xml'/></Relationships>"
#define DOCUMENT(body) "<w:document xmlns:w='w' xmlns:mc='mc' xmlns:wps='wps' xmlns:v='v' xmlns:m='m'><w:body>" body "</w:body></w:document>"
#define R(text) "<w:r><w:t>" text "</w:t></w:r>"
#define P(text) "<w:p>" R(text) "</w:p>"
#define LISTED(list, level, text) "<w:p><w:pPr><w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='" list "'/></w:numPr></w:pPr>" R(text) "</w:p>"
#define STYLED(style, text) "<w:p><w:pPr><w:pStyle w:val='" style "'/></w:pPr>" R(text) "</w:p>"
#define TC(properties, text) "<w:tc><w:tcPr>" properties "</w:tcPr>" P(text) "</w:tc>"
#define TR(cells) "<w:tr>" cells "</w:tr>"
#define TBL(rows) "<w:tbl><w:tblPr/><w:tblGrid/>" rows "</w:tbl>"
#define RESTART "<w:vMerge w:val='restart'/>"
#define GOES_ON "<w:vMerge/>"
#define SPAN(n) "<w:gridSpan w:val='" n "'/>"
#define LEVEL(level, format, text) "<w:lvl w:ilvl='" level "'><w:start w:val='1'/><w:numFmt w:val='" format "'/><w:lvlText w:val='" text "'/></w:lvl>"
/* List 1 and 2 share a look; 3 begins anew at 5; 4 are dots; 5 is the headings' list; 6 has no look. */
#define NUMBERING                                                                                                          \
    "<w:numbering xmlns:w='w'><w:abstractNum w:abstractNumId='0'>" LEVEL("0", "chineseCounting", "%1、")                    \
        LEVEL("1", "japaneseCounting", "（%2）") LEVEL("2", "decimal", "%3.") LEVEL("3", "decimal", "%1.%2.%3.%4")           \
        "<w:lvl w:ilvl='4'><w:start w:val='3'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1-%5'/><w:isLgl/></w:lvl>"    \
        "<w:lvl w:ilvl='99'><w:start w:val='3'/></w:lvl></w:abstractNum>"                                                  \
        "<w:abstractNum w:abstractNumId='1'>" LEVEL("0", "bullet", "·") "</w:abstractNum>"                                 \
        "<w:abstractNum w:abstractNumId='2'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/>"     \
        "<w:lvlText w:val='第%1部分 '/></w:lvl><w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/>"            \
        "<w:pStyle w:val='h2'/><w:lvlText w:val='%2、'/></w:lvl></w:abstractNum>"                                           \
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='0'/></w:num>"   \
        "<w:num w:numId='3'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>" \
        "<w:num w:numId='4'><w:abstractNumId w:val='1'/></w:num><w:num w:numId='5'><w:abstractNumId w:val='2'/></w:num>"   \
        "<w:num w:numId='6'><w:abstractNumId w:val='77'/></w:num></w:numbering>"
#define STYLES                                                                                                             \
    "<w:styles xmlns:w='w'><w:style w:styleId='h1'><w:pPr><w:numPr><w:numId w:val='5'/></w:numPr></w:pPr></w:style>"       \
    "<w:style w:styleId='h2'><w:pPr><w:numPr><w:numId w:val='5'/></w:numPr></w:pPr></w:style>"                             \
    "<w:style w:styleId='h2b'><w:basedOn w:val='h2'/></w:style><w:style w:styleId='a'><w:basedOn w:val='b'/></w:style>"    \
    "<w:style w:styleId='b'><w:basedOn w:val='a'/></w:style></w:styles>"

static GBytes *document(const char *text)
{
    const Zipped members[] = {
        {.name = "_rels/.rels", .text = ROOT_RELS},
        {.name = "word/document.xml", .text = text},
        {.name = "word/_rels/document.xml.rels", .text = RELS},
        {.name = "word/numbering.xml", .text = NUMBERING},
        {.name = "word/styles.xml", .text = STYLES},
    };
    return zipped(members, G_N_ELEMENTS(members));
}

static const struct {
    const char *why;
    const char *text, *spelled; /* what follows "--\n" */
} documents[] = {
    {"nothing", DOCUMENT(""), ""},
    {"paragraphs of runs; blank ones", DOCUMENT("<w:p>" R("收入") R("总计") "</w:p><w:p/>" P(" ") P("末段")), "收入总计\n末段\n"},
    {"entities and spaces", DOCUMENT("<w:p><w:r><w:t xml:space='preserve'>甲 &amp; </w:t></w:r>" R("乙") "</w:p>"), "甲 & 乙\n"},
    {"tabs, breaks, hyphens", DOCUMENT("<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:t>丁</w:t></w:r></w:p>"),
     "甲 乙\n丙-丁\n"},
    {"tab stops are no tabs", DOCUMENT("<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>" R("甲") "</w:p>"), "甲\n"},
    {"deleted and inserted text",
     DOCUMENT("<w:p>" R("甲") "<w:del><w:r><w:delText>乙</w:delText></w:r></w:del><w:ins>" R("丙") "</w:ins><w:moveFrom>" R("丁") "</w:moveFrom></w:p>"),
     "甲丙\n"},
    {"codes of fields, and what they gave", DOCUMENT("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple w:instr='X'>" R("3") "</w:fldSimple></w:p>"),
     "3\n"},
    {"links, controls, formulas", DOCUMENT("<w:sdt><w:sdtPr><w:t>x</w:t></w:sdtPr><w:sdtContent><w:p><w:hyperlink>" R("甲") "</w:hyperlink>"
                                           "<m:oMath><m:r><m:t>乙</m:t></m:r></m:oMath></w:p></w:sdtContent></w:sdt>"), "甲乙\n"},
    {"hints above characters", DOCUMENT("<w:p><w:r><w:ruby><w:rt>" R("yi") "</w:rt><w:rubyBase>" R("一") "</w:rubyBase></w:ruby></w:r></w:p>"), "一\n"},
    {"hidden runs", DOCUMENT("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>甲</w:t></w:r><w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>乙</w:t></w:r>" R("丙") "</w:p>"),
     "乙丙\n"},
    {"what was hidden once is not hidden", DOCUMENT("<w:p><w:r><w:rPr><w:b/><w:rPrChange><w:rPr><w:vanish/><w:strike/></w:rPr></w:rPrChange></w:rPr><w:t>甲</w:t></w:r></w:p>"),
     "甲\n"},
    {"struck out, in both ways, and not any more",
     DOCUMENT("<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>999</w:t></w:r><w:r><w:rPr><w:dstrike/></w:rPr><w:t>88</w:t></w:r>"
              "<w:r><w:rPr><w:strike w:val='0'/></w:rPr><w:t>402.30</w:t></w:r></w:p>"), "402.30\n"},
    {"the mark of a note is no digit; a raised text elsewhere stays",
     DOCUMENT("<w:p>" R("402.30") "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r>" R(" 万元") "</w:p>"
              "<w:p>" R("注") "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r></w:p>"), "402.30 万元\n注2\n"},
    {"a symbol of a font of its own is no nothing", DOCUMENT("<w:p>" R("402") "<w:r><w:sym w:font='Symbol' w:char='F02E'/></w:r>" R("30") "</w:p>"), "402■30\n"},
    {"a text box, in two spellings",
     DOCUMENT("<w:p>" R("甲") "<w:r><mc:AlternateContent><mc:Choice><wps:txbx><w:txbxContent>" P("框内") "</w:txbxContent></wps:txbx></mc:Choice>"
              "<mc:Fallback><v:textbox><w:txbxContent>" P("框内") "</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r>" R("乙") "</w:p>"),
     "框内\n甲乙\n"},
    {"a page break alone, between, and at the end",
     DOCUMENT(P("一") "<w:p><w:r><w:br w:type='page'/></w:r></w:p>" P("二") "<w:p><w:r><w:t>三</w:t><w:br w:type='page'/></w:r></w:p>"
              "<w:p><w:r><w:lastRenderedPageBreak/><w:t>四</w:t></w:r></w:p><w:p><w:r><w:br w:type='page'/></w:r></w:p>"),
     "一\n--\n二\n三\n--\n四\n"},
    {"a paragraph stays whole on its page", DOCUMENT("<w:p>" R("前半") "<w:r><w:lastRenderedPageBreak/><w:t>后半</w:t></w:r></w:p>" P("下页")), "前半后半\n--\n下页\n"},
    {"a break before; a section's end; a section that goes on",
     DOCUMENT(P("一") "<w:p><w:pPr><w:pageBreakBefore/></w:pPr>" R("二") "</w:p><w:p><w:pPr><w:pageBreakBefore w:val='0'/></w:pPr>" R("三") "</w:p>"
              "<w:p><w:pPr><w:sectPr/></w:pPr>" R("四") "</w:p><w:p><w:pPr><w:sectPr><w:type w:val='continuous'/></w:sectPr></w:pPr>" R("五") "</w:p>"
              P("六")),
     "一\n--\n二\n三\n四\n--\n五\n六\n"},
    {"a table", DOCUMENT(P("单位：万元") TBL(TR(TC("", "项目") TC("", "金额")) TR(TC("", "收入") TC("", "6.20"))) P("注")),
     "单位：万元\n0,0=项目 0,1=金额 1,0=收入 1,1=6.20\n注\n"},
    {"spans in both directions",
     DOCUMENT(TBL(TR(TC(RESTART, "项目") TC(SPAN("2"), "预算数")) TR(TC(GOES_ON, "") TC("", "合计") TC("", "其中")) TR(TC("", "收入") TC("", "1") TC("", "")))),
     "0,0:2x1=项目 0,1:1x2=预算数 1,1=合计 1,2=其中 2,0=收入 2,1=1\n"},
    {"a wide cell over rows; one that begins at once again",
     DOCUMENT(TBL(TR(TC(SPAN("2") RESTART, "甲") TC("", "乙")) TR(TC(SPAN("2") GOES_ON, "") TC(GOES_ON, "丙")) TR(TC(SPAN("2") RESTART, "丁") TC("", "戊")))),
     "0,0:2x2=甲 0,2=乙 1,2=丙 2,0:1x2=丁 2,2=戊\n"},
    {"columns left out at the start", DOCUMENT(TBL(TR(TC("", "甲") TC("", "乙")) "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" TC("", "丙") "</w:tr>")),
     "0,0=甲 0,1=乙 1,1=丙\n"},
    {"a deleted row", DOCUMENT(TBL(TR(TC("", "甲") TC("", "乙")) "<w:tr><w:trPr><w:del/></w:trPr>" TC("", "丙") TC("", "丁") "</w:tr>" TR(TC("", "戊") TC("", "己")))),
     "0,0=甲 0,1=乙 1,0=戊 1,1=己\n"},
    {"a hidden row, a cell deleted alone",
     DOCUMENT(TBL(TR(TC("", "甲") TC("", "乙")) "<w:tr><w:trPr><w:hidden/></w:trPr>" TC("", "丙") TC("", "丁") "</w:tr>" TR(TC("<w:cellDel/>", "戊") TC("", "己")))),
     "0,0=甲 0,1=乙 1,1=己\n"},
    {"lines of a cell", DOCUMENT(TBL(TR("<w:tc>" P("人员") "<w:p><w:r><w:t>经</w:t><w:br/><w:t>费</w:t></w:r></w:p></w:tc>" TC("", "1")))), "0,0=人员/经/费 0,1=1\n"},
    {"no page begins within a table",
     DOCUMENT(TBL(TR("<w:tc><w:p><w:r><w:lastRenderedPageBreak/><w:t>甲</w:t><w:br w:type='page'/></w:r></w:p></w:tc>" TC("", "1"))) P("后")), "0,0=甲 0,1=1\n后\n"},
    {"a table in a cell is its text", DOCUMENT(TBL(TR("<w:tc>" P("外") TBL(TR(TC("", "内一") TC("", "内二"))) "</w:tc>" TC("", "1")))), "0,0=外/内一/内二 0,1=1\n"},
    {"a table of one column is a frame", DOCUMENT(TBL(TR(TC("", "第一行")) TR(TC("", "第二行")))), "第一行\n第二行\n"},
    {"a table without text", DOCUMENT(TBL(TR(TC("", "") TC("", "")))), ""},
    {"a span beyond all columns", DOCUMENT(TBL(TR(TC(SPAN("1000000"), "甲")) TR(TC("", "乙") TC(SPAN("-3"), "丙")))), "0,0:1x2=甲 1,0=乙 1,1=丙\n"},
    {"list numbers of three levels, counted on and begun again",
     DOCUMENT(LISTED("1", "0", "概况") LISTED("1", "1", "职责") LISTED("1", "1", "机构") LISTED("1", "2", "内设") P("正文") LISTED("2", "0", "决算")
              LISTED("1", "1", "收入")),
     "一、概况\n（一）职责\n（二）机构\n1. 内设\n正文\n二、决算\n（一）收入\n"},
    {"levels passed over; numbers of all levels; in digits", DOCUMENT(LISTED("1", "3", "深") LISTED("1", "4", "更深")), "一.一.1.1 深\n1-3 更深\n"},
    {"a list that begins anew", DOCUMENT(LISTED("1", "0", "甲") LISTED("3", "0", "乙") LISTED("3", "0", "丙") LISTED("1", "0", "丁")),
     "一、甲\n五、乙\n六、丙\n二、丁\n"},
    {"dots; no list; a list without a look; no such list", DOCUMENT(LISTED("4", "0", "甲") LISTED("0", "0", "乙") LISTED("6", "0", "丙") LISTED("99", "0", "丁")),
     "甲\n乙\n丙\n丁\n"},
    {"levels beyond", DOCUMENT(LISTED("1", "99", "甲") LISTED("1", "-7", "乙")), "甲\n二、乙\n"},
    {"styles in a list, based on others, in a circle", DOCUMENT(STYLED("h1", "概况") STYLED("h2", "职责") STYLED("h2b", "机构") STYLED("a", "圈") STYLED("z", "无")),
     "第一部分 概况\n1、职责\n2、机构\n圈\n无\n"},
    {"an empty paragraph counts", DOCUMENT(LISTED("1", "0", "甲") LISTED("1", "0", "") LISTED("1", "0", "丙")), "一、甲\n三、丙\n"},
    {"numbers in cells", DOCUMENT(TBL(TR("<w:tc>" LISTED("1", "0", "甲") "</w:tc>" TC("", "1")))), "0,0=一、甲 0,1=1\n"},
};

START_TEST(one_document)
{
    g_autoptr(GBytes) bytes = document(documents[_i].text);
    g_autofree char *expected = g_strconcat("--\n", documents[_i].spelled, NULL);
    check_paper(documents[_i].why, paper_from_docx, bytes, expected);
}
END_TEST

/* What is in another file, such as a sheet of Excel, is told. */
START_TEST(embedded)
{
    static const char *const texts[] = {DOCUMENT(P("甲") "<w:altChunk/>"), DOCUMENT("<w:p>" R("甲") "<w:r><w:object><w:OLEObject/></w:object></w:r></w:p>")};
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(GBytes) bytes = document(texts[i]);
        gsize length = 0;
        const guint8 *data = g_bytes_get_data(bytes, &length);
        g_autoptr(Paper) paper = paper_from_docx(data, length, NULL);
        ck_assert_ptr_nonnull(paper);
        ck_assert_uint_eq(paper->faults->len, 1);
    }
}
END_TEST

START_TEST(pictures)
{
    g_autoptr(GBytes) bytes = document(DOCUMENT("<w:p><w:r><w:drawing><a:blip xmlns:a='a'/></w:drawing></w:r></w:p>"));
    gsize length = 0;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    g_autoptr(Paper) paper = paper_from_docx(data, length, NULL);
    ck_assert(paper != NULL && paper_page(paper, 0)->has_pictures);
}
END_TEST

static const struct {
    const char *why;
    const char *text, *message;
} refusals[] = {
    {"entities", "<!DOCTYPE d [<!ENTITY a 'x'>]>" DOCUMENT(P("&a;")), "DOCTYPE"},
    {"cut off", "<w:document xmlns:w='w'><w:body><w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲", "损坏"},
    {"not in UTF-8", DOCUMENT(P("\xb6\xab")), "损坏"},
};

START_TEST(refused)
{
    g_autoptr(GBytes) bytes = document(refusals[_i].text);
    check_refused(refusals[_i].why, paper_from_docx, bytes, refusals[_i].message);
}
END_TEST

START_TEST(tables_without_end)
{
    GString *text = g_string_new("<w:document xmlns:w='w'><w:body>");
    for (int i = 0; i < 100000; i++)
        g_string_append(text, "<w:tbl><w:tr><w:tc>");
    g_autoptr(GBytes) bytes = document(text->str);
    check_refused("100,000 tables in one another", paper_from_docx, bytes, "损坏");
    g_string_free(text, TRUE);
}
END_TEST

START_TEST(damaged_parts)
{
    const char *sound = documents[15].text;
    for (gsize at = 0, length = strlen(sound); at < length; at++) {
        g_autofree char *changed = g_strdup(sound);
        changed[at] = "<9>w'/"[at % 6];
        g_autoptr(GBytes) bytes = document(changed);
        gsize size = 0;
        const guint8 *data = g_bytes_get_data(bytes, &size);
        g_autoptr(GError) error = NULL;
        g_autoptr(Paper) paper = paper_from_docx(data, size, &error);
        ck_assert((paper == NULL) == (error != NULL));
    }
}
END_TEST

Suite *paper_docx_suite(void)
{
    Suite *suite = suite_create("paper_docx");
    TCase *all = tcase_create("all");
    tcase_set_timeout(all, 20);
    tcase_add_loop_test(all, one_document, 0, G_N_ELEMENTS(documents));
    tcase_add_test(all, embedded);
    tcase_add_test(all, pictures);
    tcase_add_loop_test(all, refused, 0, G_N_ELEMENTS(refusals));
    tcase_add_test(all, tables_without_end);
    tcase_add_test(all, damaged_parts);
    suite_add_tcase(suite, all);
    return suite;
}
