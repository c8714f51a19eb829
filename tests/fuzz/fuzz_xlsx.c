/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks: packages, and the sheet, texts, styles and list of sheets that one is made of. */
#include "history/paper_xlsx.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/parts.h"

#define KINDS "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

static const Zipped members[] = {
    {.name = "xl/worksheets/sheet1.xml", .text = "<worksheet><sheetData/></worksheet>"},
    {.name = "xl/sharedStrings.xml", .text = "<sst><si><t>项目</t></si><si><t>合计</t></si></sst>"},
    {.name = "xl/styles.xml", .text = "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='4'/></cellXfs></styleSheet>"},
    {.name = "xl/workbook.xml", .text = "<workbook xmlns:r='r'><sheets><sheet name='表一' r:id='s1'/></sheets></workbook>"},
    {.name = "_rels/.rels", .text = "<Relationships><Relationship Id='r1' Type='" KINDS "officeDocument' Target='xl/workbook.xml'/></Relationships>"},
    {.name = "xl/_rels/workbook.xml.rels",
     .text = "<Relationships><Relationship Id='s1' Type='" KINDS "worksheet' Target='worksheets/sheet1.xml'/>"
             "<Relationship Id='t' Type='" KINDS "sharedStrings' Target='sharedStrings.xml'/>"
             "<Relationship Id='y' Type='" KINDS "styles' Target='styles.xml'/></Relationships>"},
};

void fuzz_one(const guint8 *bytes, gsize length)
{
    g_autoptr(GBytes) file = package_of_parts(bytes, length, members, G_N_ELEMENTS(members), 4);
    gsize size = 0;
    const guint8 *data = g_bytes_get_data(file, &size);
    GError *error = NULL;
    Paper *paper = paper_from_xlsx(data, size, &error);
    fuzz_check_paper(paper, error);
}
