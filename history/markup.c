/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/markup.h"

#include <libxml/xmlreader.h>
#include <stdlib.h>
#include <string.h>

#include "schema/error.h"
#include "schema/language.h"

typedef enum { FAULT_NONE, FAULT_BROKEN, FAULT_DOCTYPE } Fault;

struct Markup {
    char *name;
    GBytes *bytes;
    xmlTextReader *reader; /* NULL when there is nothing to read */
    int depth;             /* elements that are open */
    bool close_pending;    /* the element is empty: its end is still to be told */
    bool ended;
    Fault fault;
};

/* A per-reader handler: nothing is printed. */
static void keep_quiet(void *data, xmlError *error)
{
    (void)data;
    (void)error;
}

/* Parts are UTF-8; the standard allows UTF-16 too, which becomes UTF-8 here, so that the check below sees through it. */
static GBytes *as_utf8(GBytes *bytes)
{
    gsize length = 0;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    const char *from = NULL;
    if (length >= 4 && ((data[0] == 0xff && data[1] == 0xfe) || data[1] == 0))
        from = "UTF-16LE";
    else if (length >= 4 && ((data[0] == 0xfe && data[1] == 0xff) || data[0] == 0))
        from = "UTF-16BE";
    if (from == NULL)
        return g_bytes_ref(bytes);
    gsize written = 0;
    char *text = g_convert((const char *)data, (gssize)length, "UTF-8", from, NULL, &written, NULL);
    return g_bytes_new_take(text, text != NULL ? written : 0);
}

Markup *markup_from_bytes(GBytes *bytes, const char *name)
{
    Markup *markup = g_new0(Markup, 1);
    markup->name = g_strdup(name);
    markup->bytes = as_utf8(bytes);
    gsize length = 0;
    const char *data = g_bytes_get_data(markup->bytes, &length);
    /* A document type can only do harm here: entities that grow, files that are fetched. */
    if (length > 0 && memmem(data, length, "<!DOCTYPE", strlen("<!DOCTYPE")) != NULL) {
        markup->fault = FAULT_DOCTYPE;
        return markup;
    }
    if (length > 0 && length <= G_MAXINT)
        markup->reader = xmlReaderForMemory(data, (int)length, NULL, "UTF-8",
                                            XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
    if (markup->reader == NULL)
        markup->fault = FAULT_BROKEN;
    else
        xmlTextReaderSetStructuredErrorHandler(markup->reader, keep_quiet, NULL);
    return markup;
}

void markup_free(Markup *markup)
{
    if (markup == NULL)
        return;
    if (markup->reader != NULL)
        xmlFreeTextReader(markup->reader);
    g_bytes_unref(markup->bytes);
    g_free(markup->name);
    g_free(markup);
}

static MarkupEvent end_with(Markup *markup, Fault fault)
{
    markup->ended = true;
    markup->fault = fault;
    return MARKUP_END;
}

MarkupEvent markup_next(Markup *markup)
{
    if (markup->fault != FAULT_NONE || markup->ended)
        return MARKUP_END;
    if (markup->close_pending) {
        markup->close_pending = false;
        markup->depth--;
        return MARKUP_CLOSE;
    }
    int read;
    while ((read = xmlTextReaderRead(markup->reader)) == 1) {
        switch (xmlTextReaderNodeType(markup->reader)) {
        case XML_READER_TYPE_ELEMENT:
            markup->close_pending = xmlTextReaderIsEmptyElement(markup->reader) == 1;
            markup->depth++;
            return MARKUP_OPEN;
        case XML_READER_TYPE_END_ELEMENT:
            markup->depth--;
            return MARKUP_CLOSE;
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
            return MARKUP_TEXT;
        case XML_READER_TYPE_DOCUMENT_TYPE:
        case XML_READER_TYPE_ENTITY_REFERENCE:
            return end_with(markup, FAULT_DOCTYPE);
        default:
            break;
        }
    }
    return end_with(markup, read == 0 ? FAULT_NONE : FAULT_BROKEN);
}

bool markup_is(const Markup *markup, const char *name)
{
    const xmlChar *local = markup->reader != NULL ? xmlTextReaderConstLocalName(markup->reader) : NULL;
    return local != NULL && strcmp((const char *)local, name) == 0;
}

const char *markup_text(const Markup *markup)
{
    const xmlChar *text = markup->reader != NULL ? xmlTextReaderConstValue(markup->reader) : NULL;
    return text != NULL ? (const char *)text : "";
}

/* Without a document type an attribute's value is one text node, or none when it is empty. */
const char *markup_attribute(const Markup *markup, const char *name)
{
    const xmlNode *node = markup->reader != NULL ? xmlTextReaderCurrentNode(markup->reader) : NULL;
    if (node == NULL || node->type != XML_ELEMENT_NODE)
        return NULL;
    for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
        if (strcmp((const char *)attribute->name, name) == 0) {
            const xmlNode *value = attribute->children;
            return value != NULL && value->content != NULL ? (const char *)value->content : "";
        }
    return NULL;
}

int markup_number(const Markup *markup, const char *name, int otherwise)
{
    const char *text = markup_attribute(markup, name);
    char *end = NULL;
    gint64 number = text != NULL ? g_ascii_strtoll(text, &end, 10) : 0;
    if (text == NULL || end == text || *end != '\0' || number < G_MININT || number > G_MAXINT)
        return otherwise;
    return (int)number;
}

int markup_depth(const Markup *markup)
{
    return markup->depth;
}

bool markup_next_inside(Markup *markup, int depth)
{
    for (MarkupEvent event; (event = markup_next(markup)) != MARKUP_END && markup->depth >= depth;)
        if (event == MARKUP_OPEN)
            return true;
    return false;
}

void markup_skip(Markup *markup)
{
    markup_collect(markup, NULL);
}

void markup_collect(Markup *markup, GString *out)
{
    int depth = markup->depth;
    for (MarkupEvent event; (event = markup_next(markup)) != MARKUP_END && markup->depth >= depth;)
        if (event == MARKUP_TEXT && out != NULL)
            g_string_append(out, markup_text(markup));
}

bool markup_ended_well(const Markup *markup, GError **error)
{
    if (markup->fault == FAULT_NONE)
        return true;
    if (markup->fault == FAULT_DOCTYPE)
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                    say("文件内的“%s”含有 DOCTYPE 或实体定义，正常的表格和文档没有，不读：请用 Office 或 WPS 重新另存",
                        "“%s” inside the file has a DOCTYPE or entities, which no sheet or document has; not read: save it again with Office or WPS"),
                    markup->name);
    else
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                    say("文件内的“%s”损坏，读不下去：请用 Office 或 WPS 打开后重新另存",
                        "“%s” inside the file is damaged: open the file with Office or WPS and save it again"),
                    markup->name);
    return false;
}

void markup_prepare(void)
{
    xmlInitParser();
}
