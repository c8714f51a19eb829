/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/paper_xlsx.h"

#include <check.h>
#include <string.h>

#include "tests/history/paper_spelling.h"
#include "tests/history/zipped.h"

Suite *paper_xlsx_suite(void);

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define KINDS "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

#define ROOT_RELS XML "<Relationships><Relationship Id='r1' Type='" KINDS "officeDocument' Target='/xl/workbook.xml'/></Relationships>"
#define BOOK_RELS                                                                                                   \
    XML "<Relationships><Relationship Id='s1' Type='" KINDS "worksheet' Target='worksheets/sheet1.xml'/>"           \
        "<Relationship Id='s2' Type='" KINDS "worksheet' Target='../xl/./worksheets/sheet2.xml'/>"                  \
        "<Relationship Id='t' Type='" KINDS "sharedStrings' Target='/xl/sharedStrings.xml'/>"                       \
        "<Relationship Id='y' Type='" KINDS "styles' Target='styles.xml'/>"                                         \
        "<Relationship Id='x' Type='" KINDS "externalLink' Target='http://example.invalid/a' TargetMode='External'/>" \
        "</Relationships>"
#define BOOK(sheets) XML "<workbook xmlns='" MAIN "' xmlns:r='r'><sheets>" sheets "</sheets></workbook>"
#define ONE_SHEET BOOK("<sheet name='表一' sheetId='1' r:id='s1'/>")
#define TEXTS                                                                                                \
    XML "<sst xmlns='" MAIN "'><si><t>项目</t></si><si><r><rPr><b/></rPr><t>一般公</t></r><r><t>共服务</t></r>" \
        "<rPh sb='0' eb='1'><t>yiban</t></rPh><phoneticPr fontId='1'/></si><si><t xml:space='preserve'> 其中：_x000D_\n合计 </t></si>" \
        "<si/><si><t>_x005F_x000D_</t></si></sst>"
/* Styles of cells: General, #,##0.00, a format of its own, one of its own that hides zeros, percent, one that is not there. */
#define STYLES                                                                                                              \
    XML "<styleSheet xmlns='" MAIN "'><numFmts><numFmt numFmtId='176' formatCode='_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * &quot;-&quot;??_ ;_ @_ '/>" \
        "<numFmt numFmtId='177' formatCode='#,##0.00;-#,##0.00;;'/></numFmts><cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>" \
        "<fonts><font><b/></font><font><strike/></font><font><strike val='0'/></font></fonts>"                                         \
        "<cellXfs><xf numFmtId='0'/><xf numFmtId='4'/><xf numFmtId='176'/><xf numFmtId='177'/><xf numFmtId='10'/><xf numFmtId='999'/>" \
        "<xf numFmtId='4' fontId='1'/><xf numFmtId='4' fontId='2'/></cellXfs>"                                                        \
        "<dxfs><dxf><numFmt numFmtId='177' formatCode='0'/></dxf></dxfs></styleSheet>"
#define SHEET(inside) XML "<worksheet xmlns='" MAIN "'>" inside "</worksheet>"
#define DATA(rows) SHEET("<sheetData>" rows "</sheetData>")

static GBytes *book(const char *workbook, const char *sheet)
{
    const Zipped members[] = {
        {.name = "[Content_Types].xml", .text = "<Types/>"},
        {.name = "_rels/.rels", .text = ROOT_RELS},
        {.name = "xl/_rels/workbook.xml.rels", .text = BOOK_RELS},
        {.name = "xl/workbook.xml", .text = workbook},
        {.name = "xl/sharedStrings.xml", .text = TEXTS},
        {.name = "xl/styles.xml", .text = STYLES},
        {.name = "xl/worksheets/sheet1.xml", .text = sheet},
        {.name = "xl/worksheets/sheet2.xml", .text = DATA("<row r='1'><c r='A1' t='inlineStr'><is><t>第二张</t></is></c></row>")},
    };
    return zipped(members, G_N_ELEMENTS(members));
}

static const struct {
    const char *why;
    const char *sheet, *spelled; /* what follows "--表一\n" */
} sheets[] = {
    {"no rows", SHEET("<sheetData/>"), ""},
    {"a shared text, a text of runs without its phonetic hints",
     DATA("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>"), "0,0=项目 0,1=一般公共服务\n"},
    {"spaces and line ends stay, what XML cannot hold goes", DATA("<row r='1'><c r='A1' t='s'><v>2</v></c></row>"), "0,0= 其中：/合计 \n"},
    {"an empty text; an escaped escape", DATA("<row r='1'><c r='A1' t='s'><v>3</v></c><c r='B1' t='s'><v>4</v></c></row>"), "0,1=_x000D_\n"},
    {"a text in place, with runs",
     DATA("<row r='2'><c r='B2' t='inlineStr'><is><r><t>甲</t></r><r><t>乙&amp;丙</t></r></is></c></row>"), "1,1=甲乙&丙\n"},
    {"numbers as displayed",
     DATA("<row r='1'><c r='A1'><v>0.30000000000000004</v></c><c r='B1' s='1'><v>9066.790000000001</v></c><c r='C1' s='2'><v>-1183.05</v></c>"
          "<c r='D1' s='2'><v>0</v></c><c r='E1' s='3'><v>0</v></c><c r='F1' s='4'><v>0.5</v></c><c r='G1' s='5'><v>7</v></c>"
          "<c r='H1' s='77'><v>8</v></c><c r='I1' s='-1'><v>1.5E3</v></c></row>"),
     "0,0=0.3 0,1=9,066.79 0,2=-1,183.05 0,3=- 0,5=50.00% 0,6=7 0,7=8 0,8=1500\n"},
    {"a truth, an error, a text of a formula, a date",
     DATA("<row r='1'><c r='A1' t='b'><v>1</v></c><c r='B1' t='e'><v>#REF!</v></c><c r='C1' t='str'><f>A1&amp;B1</f><v>合计</v></c>"
          "<c r='D1' t='d'><v>2024-03-01</v></c></row>"),
     "0,0=TRUE 0,1=#REF! 0,2=合计 0,3=2024-03-01\n"},
    {"formulas: the value computed last; what no program has computed is not blank",
     DATA("<row r='1'><c r='A1' s='1'><f>SUM(B1:B9)</f><v>12</v></c><c r='B1' s='1'><f>1/3</f></c><c r='C1'><f/><v></v></c></row>"), "0,0=12.00 0,1==1/3\n"},
    {"runs that are struck out, the mark of a note",
     DATA("<row r='1'><c r='A1' t='inlineStr'><is><r><rPr><strike/></rPr><t>999</t></r><r><rPr><strike val='0'/></rPr><t>402.30</t></r>"
          "<r><rPr><vertAlign val='superscript'/></rPr><t>2</t></r></is></c></row>"), "0,0=402.30\n"},
    {"a number that is none is a text", DATA("<row r='1'><c r='A1'><v>12a</v></c><c r='B1'><v>inf</v></c><c r='C1'><v>0x1F</v></c></row>"), "0,0=12a 0,1=inf 0,2=0x1F\n"},
    {"cells without a reference follow one another", DATA("<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>"),
     "0,0=1 0,1=2 1,1=3\n"},
    {"rows out of order", DATA("<row r='3'><c r='A3'><v>3</v></c></row><row r='1'><c r='A1'><v>1</v></c></row>"), "0,0=1 2,0=3\n"},
    {"the same cell twice: the last one counts", DATA("<row r='1'><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>"), "0,0=2\n"},
    {"merged areas; what is under them is not shown",
     SHEET("<sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1'><v>5</v></c></row><row r='2'><c r='A2'><v>6</v></c><c r='C2'><v>7</v></c></row>"
           "</sheetData><mergeCells><mergeCell ref='A1:B2'/></mergeCells>"),
     "0,0:2x2=项目 1,2=7\n"},
    {"a merged area ends with the used area",
     SHEET("<sheetData><row r='1'><c r='A1'><v>1</v></c></row><row r='2'><c r='B2'><v>2</v></c></row></sheetData>"
           "<mergeCells><mergeCell ref='A1:XFD1'/><mergeCell ref='B2:B1048576'/></mergeCells>"),
     "0,0:1x2=1 1,1=2\n"},
    {"merged areas over one another: the first holds",
     SHEET("<sheetData><row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c><c r='C1'><v>3</v></c></row></sheetData>"
           "<mergeCells><mergeCell ref='A1:B1'/><mergeCell ref='B1:C1'/></mergeCells>"),
     "0,0:1x2=1 0,2=3\n"},
    {"merged areas that are none",
     SHEET("<sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData><mergeCells><mergeCell ref='A1'/><mergeCell/>"
           "<mergeCell ref='B9:A1'/><mergeCell ref='::'/><mergeCell ref='A99999999999:B99999999999'/></mergeCells>"),
     "0,0=1\n"},
    {"a sheet set to show no zeros",
     SHEET("<sheetViews><sheetView showZeros='0'/></sheetViews><sheetData><row r='1'><c r='A1'><v>0</v></c><c r='B1'><v>0.5</v></c></row></sheetData>"),
     "0,1=0.5\n"},
    {"hidden rows and columns carry figures",
     SHEET("<cols><col min='1' max='1' hidden='1'/></cols><sheetData><row r='1' hidden='1'><c r='A1'><v>1</v></c></row></sheetData>"), "0,0=1\n"},
    {"beyond the last cell of a sheet", DATA("<row r='1'><c r='A1'><v>1</v></c><c r='XFD1048576'><v>2</v></c></row>"),
     "0,0=1\n（本表在第 20000 行以后、第 256 列以外还有 1 个单元格，没有读）\n"},
    {"references beyond all numbers",
     DATA("<row r='99999999999'><c r='AAAAAAAAAAAAAAAA99999999999999999999'><v>1</v></c><c r='A0'><v>2</v></c><c r='5'><v>3</v></c></row>"
          "<row r='2147483647'><c><v>4</v></c></row><row><c/></row><row r='-5'><c><v>6</v></c></row>"),
     "0,0=6\n（本表在第 20000 行以后、第 256 列以外还有 4 个单元格，没有读）\n"},
    {"names with a prefix", XML "<x:worksheet xmlns:x='" MAIN "'><x:sheetData><x:row r='1'><x:c r='A1'><x:v>4</x:v></x:c></x:row></x:sheetData></x:worksheet>",
     "0,0=4\n"},
};

START_TEST(one_sheet)
{
    g_autoptr(GBytes) bytes = book(ONE_SHEET, sheets[_i].sheet);
    g_autofree char *expected = g_strconcat("--表一\n", sheets[_i].spelled, NULL);
    check_paper(sheets[_i].why, paper_from_xlsx, bytes, expected);
}
END_TEST

static const struct {
    const char *why;
    const char *workbook, *spelled;
} books[] = {
    {"the workbook's order", BOOK("<sheet name='乙' r:id='s2'/><sheet name='甲' r:id='s1'/>"), "--乙\n0,0=第二张\n--甲\n0,0=1\n"},
    {"hidden sheets", BOOK("<sheet name='甲' r:id='s1' state='hidden'/><sheet name='乙' r:id='s2' state='visible'/>"), "--乙\n0,0=第二张\n"},
    {"very hidden sheets", BOOK("<sheet name='甲' r:id='s1' state='veryHidden'/>"), ""},
    {"a sheet that points nowhere", BOOK("<sheet name='甲' r:id='s9'/><sheet name='丙'/>"), ""},
    {"no sheets", BOOK(""), ""},
};

/* What is told besides what is read. */
static const struct {
    const char *why, *workbook, *sheet, *spelled, *told;
} tellings[] = {
    {"a cell that is struck out", ONE_SHEET, DATA("<row r='1'><c r='A1' s='6'><v>9</v></c><c r='B1' s='7'><v>8</v></c></row>"), "--表一\n0,1=8.00\n",
     "有 1 个单元格被划掉"},
    {"a sheet that points nowhere", BOOK("<sheet name='表一' r:id='s1'/><sheet name='甲' r:id='s9'/><sheet name='乙' r:id='s8' state='hidden'/>"),
     DATA("<row r='1'><c r='A1'><v>1</v></c></row>"), "--表一\n0,0=1\n", "有 1 张工作表不在文件里"},
};

START_TEST(told)
{
    g_autoptr(GBytes) bytes = book(tellings[_i].workbook, tellings[_i].sheet);
    gsize length = 0;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    g_autoptr(Paper) paper = paper_from_xlsx(data, length, NULL);
    ck_assert_ptr_nonnull(paper);
    g_autofree char *spelled = spell_paper(paper);
    ck_assert_msg(g_str_equal(spelled, tellings[_i].spelled), "%s: %s", tellings[_i].why, spelled);
    ck_assert_uint_eq(paper->faults->len, 1);
    ck_assert_ptr_nonnull(strstr(g_array_index(paper->faults, PaperFault, 0).text, tellings[_i].told));
}
END_TEST

START_TEST(several_sheets)
{
    g_autoptr(GBytes) bytes = book(books[_i].workbook, DATA("<row r='1'><c r='A1'><v>1</v></c></row>"));
    check_paper(books[_i].why, paper_from_xlsx, bytes, books[_i].spelled);
}
END_TEST

#define LAUGH                                                                                                           \
    XML "<!DOCTYPE worksheet [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]>" \
        "<worksheet><sheetData><row><c t='str'><v>&c;&c;&c;&c;</v></c></row></sheetData></worksheet>"

static const struct {
    const char *why;
    const char *sheet, *message;
} refusals[] = {
    {"entities", LAUGH, "DOCTYPE"},
    {"an external entity", XML "<!DOCTYPE w SYSTEM 'file:///etc/passwd'><w/>", "DOCTYPE"},
    {"an entity that is not declared", DATA("<row><c t='str'><v>&a;</v></c></row>"), "损坏"},
    {"a text that is not there", DATA("<row r='4'><c r='A4' t='s'><v>5</v></c></row>"), "第 4 行的文字找不到"},
    {"a text with a negative number", DATA("<row r='1'><c r='A1' t='s'><v>-1</v></c></row>"), "文字找不到"},
    {"a text that is no number", DATA("<row r='1'><c r='A1' t='s'><v>x</v></c></row>"), "文字找不到"},
    {"elements that do not close", XML "<worksheet><sheetData><row><c>", "损坏"},
    {"no XML", "no XML", "损坏"},
    {"empty", XML, "损坏"},
};

START_TEST(refused)
{
    g_autoptr(GBytes) bytes = book(ONE_SHEET, refusals[_i].sheet);
    check_refused(refusals[_i].why, paper_from_xlsx, bytes, refusals[_i].message);
}
END_TEST

/* The text in UTF-16, behind a mark. */
START_TEST(utf16_hides_nothing)
{
    static const char *const texts[] = {LAUGH, DATA("<row r='1'><c r='A1'><v>1</v></c></row>")};
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        gsize length = 0;
        g_autofree char *wide = g_convert(strstr(texts[i], "?>") + 2, -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
        const Zipped members[] = {
            {.name = "_rels/.rels", .text = ROOT_RELS},
            {.name = "xl/_rels/workbook.xml.rels", .text = "<Relationships><Relationship Id='s1' Type='worksheet' Target='worksheets/sheet1.xml'/></Relationships>"},
            {.name = "xl/workbook.xml", .text = ONE_SHEET},
            {.name = "xl/worksheets/sheet1.xml", .text = wide, .length = length},
        };
        g_autoptr(GBytes) bytes = zipped(members, G_N_ELEMENTS(members));
        if (i == 0)
            check_refused("entities in UTF-16", paper_from_xlsx, bytes, "DOCTYPE");
        else
            check_paper("a sheet in UTF-16", paper_from_xlsx, bytes, "--表一\n0,0=1\n");
    }
}
END_TEST

START_TEST(elements_without_end)
{
    GString *sheet = g_string_new(XML);
    for (int i = 0; i < 100000; i++)
        g_string_append(sheet, "<a>");
    g_autoptr(GBytes) bytes = book(ONE_SHEET, sheet->str);
    check_refused("100,000 elements in one another", paper_from_xlsx, bytes, "损坏");
    g_string_free(sheet, TRUE);
}
END_TEST

/* A sheet of a template: a hundred thousand cells that have a format and nothing else. */
START_TEST(blank_cells_cost_nothing)
{
    GString *sheet = g_string_new(XML "<worksheet><sheetData>");
    for (int row = 1; row <= 1000; row++) {
        g_string_append_printf(sheet, "<row r='%d'>", row);
        for (int column = 0; column < 100; column++)
            g_string_append(sheet, "<c s='1'/>");
        g_string_append(sheet, "</row>");
    }
    g_string_append(sheet, "</sheetData><mergeCells>");
    for (int i = 1; i <= 1000; i++)
        g_string_append(sheet, "<mergeCell ref='A1:XFD1048576'/>");
    g_string_append(sheet, "</mergeCells></worksheet>");
    g_autoptr(GBytes) bytes = book(ONE_SHEET, sheet->str);
    check_paper("a blank template", paper_from_xlsx, bytes, "--表一\n");
    g_string_free(sheet, TRUE);
}
END_TEST

/* Merged areas that lie over one another all over a sheet: refused one by one, and not for ever. */
START_TEST(merged_areas_without_end)
{
    GString *sheet = g_string_new(XML "<worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c></row><row r='20000'><c r='IV20000'><v>2</v></c></row>"
                                      "</sheetData><mergeCells>");
    for (int i = 1; i <= 50000; i++)
        g_string_append_printf(sheet, "<mergeCell ref='B%d:IV20000'/>", i % 19999 + 1);
    g_string_append(sheet, "</mergeCells></worksheet>");
    g_autoptr(GBytes) bytes = book(ONE_SHEET, sheet->str);
    gsize length = 0;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    g_autoptr(Paper) paper = paper_from_xlsx(data, length, NULL);
    ck_assert_ptr_nonnull(paper);
    g_string_free(sheet, TRUE);
}
END_TEST

START_TEST(parts_missing)
{
    const Zipped members[] = {
        {.name = "_rels/.rels", .text = ROOT_RELS},
        {.name = "xl/_rels/workbook.xml.rels", .text = BOOK_RELS},
        {.name = "xl/workbook.xml", .text = ONE_SHEET},
    };
    for (gsize count = 1; count <= G_N_ELEMENTS(members); count++) {
        g_autoptr(GBytes) bytes = zipped(members, count);
        check_refused("a part is missing", paper_from_xlsx, bytes, "缺少");
    }
    const Zipped lost = {.name = "_rels/.rels", .text = "<Relationships/>"};
    g_autoptr(GBytes) bytes = zipped(&lost, 1);
    check_refused("no main part", paper_from_xlsx, bytes, "找不到正文");
}
END_TEST

START_TEST(damaged_files)
{
    g_autoptr(GBytes) bytes = book(BOOK("<sheet name='甲' r:id='s1'/><sheet name='乙' r:id='s2'/>"), sheets[1].sheet);
    check_damaged(paper_from_xlsx, bytes, 7);
}
END_TEST

static void read_with(const Zipped *members, gsize count)
{
    g_autoptr(GBytes) bytes = zipped(members, count);
    gsize length = 0;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    g_autoptr(GError) error = NULL;
    g_autoptr(Paper) paper = paper_from_xlsx(data, length, &error);
    ck_assert((paper == NULL) == (error != NULL));
}

/* Parts with one character changed, in an archive that is sound. */
START_TEST(damaged_parts)
{
    Zipped members[] = {
        {.name = "_rels/.rels", .text = ROOT_RELS},
        {.name = "xl/workbook.xml", .text = ONE_SHEET},
        {.name = "xl/_rels/workbook.xml.rels", .text = BOOK_RELS},
        {.name = "xl/sharedStrings.xml", .text = TEXTS},
        {.name = "xl/styles.xml", .text = STYLES},
        {.name = "xl/worksheets/sheet1.xml", .text = sheets[12].sheet},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(members); i++) {
        const char *sound = members[i].text;
        for (gsize at = 0, length = strlen(sound); at < length; at += 5) {
            g_autofree char *changed = g_strdup(sound);
            changed[at] = "<9>A'\x80"[at % 6];
            members[i].text = changed;
            read_with(members, G_N_ELEMENTS(members));
        }
        members[i].text = sound;
    }
}
END_TEST

Suite *paper_xlsx_suite(void)
{
    Suite *suite = suite_create("paper_xlsx");
    TCase *read = tcase_create("read");
    tcase_add_loop_test(read, one_sheet, 0, G_N_ELEMENTS(sheets));
    tcase_add_loop_test(read, several_sheets, 0, G_N_ELEMENTS(books));
    tcase_add_loop_test(read, told, 0, G_N_ELEMENTS(tellings));
    tcase_add_test(read, blank_cells_cost_nothing);
    suite_add_tcase(suite, read);
    TCase *bad = tcase_create("bad");
    tcase_set_timeout(bad, 20);
    tcase_add_loop_test(bad, refused, 0, G_N_ELEMENTS(refusals));
    tcase_add_test(bad, utf16_hides_nothing);
    tcase_add_test(bad, elements_without_end);
    tcase_add_test(bad, merged_areas_without_end);
    tcase_add_test(bad, parts_missing);
    tcase_add_test(bad, damaged_files);
    tcase_add_test(bad, damaged_parts);
    suite_add_tcase(suite, bad);
    return suite;
}
