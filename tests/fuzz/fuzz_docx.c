/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents of word processors: packages, and the text, list numbers and styles that one is made of. */
#include "history/paper_docx.h"
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/parts.h"

#define KINDS "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

static const Zipped members[] = {
    {.name = "word/document.xml", .text = "<w:document xmlns:w='w'><w:body/></w:document>"},
    {.name = "word/numbering.xml", .text = "<w:numbering xmlns:w='w'/>"},
    {.name = "word/styles.xml", .text = "<w:styles xmlns:w='w'/>"},
    {.name = "_rels/.rels", .text = "<Relationships><Relationship Id='r1' Type='" KINDS "officeDocument' Target='word/document.xml'/></Relationships>"},
    {.name = "word/_rels/document.xml.rels",
     .text = "<Relationships><Relationship Id='n' Type='" KINDS "numbering' Target='numbering.xml'/>"
             "<Relationship Id='s' Type='" KINDS "styles' Target='styles.xml'/></Relationships>"},
};

void fuzz_one(const guint8 *bytes, gsize length)
{
    g_autoptr(GBytes) file = package_of_parts(bytes, length, members, G_N_ELEMENTS(members), 3);
    gsize size = 0;
    const guint8 *data = g_bytes_get_data(file, &size);
    GError *error = NULL;
    Paper *paper = paper_from_docx(data, size, &error);
    fuzz_check_paper(paper, error);
}
