/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/paper_html.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#include "history/html_text.h"
#include "history/plain.h"
#include "history/table_cells.h"
#include "schema/error.h"
#include "schema/language.h"

/* Rows and columns that a cell may say it spans; larger numbers are mistakes. */
#define SPAN_MAX 65534

/* The page at work. While a cell is read, its lines go to `cell` instead of the page. */
typedef struct {
    PaperPage *page;
    GString *line;  /* what of the line at work has been read */
    GString *cell;  /* NULL outside of cells */
    bool preformatted;
} Walk;

static void walk_children(Walk *walk, xmlNode *node);

/* Names as switch cases would have them, each list ended by NULL. */
static const char *const ignored[] = {"script", "style", "noscript", "template", "select", "textarea", "button", "iframe", "object", "applet",
                                      "xml",    "svg",   "map",      "title",    "del",    "s",        "strike", "rt",     "rp",     NULL};
/* The head too: what stands in one that does not close is not in the body of the tree. */
static const char *const blocks[] = {
    "address", "article", "aside", "blockquote", "body",  "caption", "center", "dd", "div",    "dl",         "dt",
    "fieldset", "figure", "footer", "form",      "h1",    "h2",      "h3",     "h4", "h5",     "h6",         "head",
    "header",  "hr",      "html",  "legend",     "li",    "main",    "nav",    "ol", "option", "p",          "pre",
    "section", "table",   "tbody", "td",         "tfoot", "th",      "thead",  "tr", "ul",     "figcaption", NULL};

static bool is_one_of(const xmlNode *node, const char *const *names)
{
    return node->type == XML_ELEMENT_NODE && g_strv_contains(names, (const char *)node->name);
}

static bool is_element(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

static bool is_cell(const xmlNode *node)
{
    return is_element(node, "td") || is_element(node, "th");
}

/* True when a style says so: "display", "none". */
static bool style_says(const char *style, const char *property, const char *wanted)
{
    for (const char *at = style; (at = strstr(at, property)) != NULL; at++) {
        const char *value = at + strlen(property);
        value += strspn(value, " \t\r\n:");
        if (g_str_has_prefix(value, wanted))
            return true;
    }
    return false;
}

/* Not shown, or struck out, by the element's own style or the attribute hidden; style sheets are not read. */
static bool is_hidden(xmlNode *node)
{
    if (xmlHasProp(node, BAD_CAST "hidden") != NULL)
        return true;
    xmlChar *style = xmlGetProp(node, BAD_CAST "style");
    if (style == NULL)
        return false;
    g_autofree char *lower = g_ascii_strdown((const char *)style, -1);
    xmlFree(style);
    return style_says(lower, "display", "none") || style_says(lower, "visibility", "hidden") ||
           style_says(lower, "text-decoration", "line-through") || style_says(lower, "text-decoration-line", "line-through");
}

/* Ends the line at work. */
static void end_line(Walk *walk)
{
    if (!walk->preformatted)
        g_strchomp(walk->line->str);
    walk->line->len = strlen(walk->line->str);
    if (walk->cell == NULL) {
        paper_page_add_line(walk->page, walk->line->str);
    } else if (walk->line->len > 0) {
        g_string_append_printf(walk->cell, "%s%s", walk->cell->len > 0 ? "\n" : "", walk->line->str);
    }
    g_string_truncate(walk->line, 0);
}

/* White space is one space wherever it stands, and none at the start of a line. */
static void add_text(Walk *walk, const char *text)
{
    GString *line = walk->line;
    for (; *text != '\0'; text++) {
        bool space = g_ascii_isspace(*text);
        if (walk->preformatted && (*text == '\n' || *text == '\f'))
            end_line(walk);
        else if (walk->preformatted || !space)
            g_string_append_c(line, *text);
        else if (line->len > 0 && line->str[line->len - 1] != ' ')
            g_string_append_c(line, ' ');
    }
}

static bool contains_table(const xmlNode *node)
{
    for (const xmlNode *child = node->children; child != NULL; child = child->next)
        if (is_element(child, "table") || contains_table(child))
            return true;
    return false;
}

static int span_of(xmlNode *cell, const char *name)
{
    xmlChar *value = xmlGetProp(cell, BAD_CAST name);
    gint64 span = value != NULL ? g_ascii_strtoll((const char *)value, NULL, 10) : 1;
    bool to_the_end = value != NULL && span == 0 && strcmp(name, "rowspan") == 0 && strchr((const char *)value, '0') != NULL;
    xmlFree(value);
    return to_the_end ? SPAN_MAX : (int)CLAMP(span, 1, SPAN_MAX);
}

/* The text of a cell, its lines joined by '\n'. */
static char *text_of_cell(Walk *walk, xmlNode *cell)
{
    Walk inner = {.page = walk->page, .line = g_string_new(""), .cell = g_string_new("")};
    walk_children(&inner, cell);
    end_line(&inner);
    g_string_free(inner.line, TRUE);
    return g_string_free(inner.cell, FALSE);
}

static void read_row(Walk *walk, TableCells *cells, xmlNode *row)
{
    table_cells_next_row(cells);
    for (xmlNode *cell = row->children; cell != NULL; cell = cell->next)
        if (is_cell(cell) && !is_hidden(cell))
            table_cells_add(cells, span_of(cell, "rowspan"), span_of(cell, "colspan"), text_of_cell(walk, cell));
}

static bool has_cells(const xmlNode *node)
{
    for (const xmlNode *child = node->children; child != NULL; child = child->next)
        if (is_cell(child))
            return true;
    return false;
}

/* The rows below a node, through sections and forms; what is no row (a caption, stray text) stands above the table. */
static void read_rows(Walk *walk, TableCells *cells, xmlNode *node)
{
    if (has_cells(node) && !is_element(node, "tr"))
        read_row(walk, cells, node);
    for (xmlNode *child = node->children; child != NULL; child = child->next) {
        if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
            add_text(walk, (const char *)child->content);
        } else if (child->type != XML_ELEMENT_NODE || is_hidden(child) || is_one_of(child, ignored) || is_cell(child)) {
            continue;
        } else if (is_element(child, "tr")) {
            read_row(walk, cells, child);
        } else if (is_element(child, "caption")) {
            walk_children(walk, child);
            end_line(walk);
        } else {
            read_rows(walk, cells, child);
        }
    }
}

static void walk_table(Walk *walk, xmlNode *table)
{
    if (contains_table(table)) {
        walk_children(walk, table);
        return;
    }
    g_autoptr(TableCells) cells = table_cells_new();
    read_rows(walk, cells, table);
    end_line(walk);
    paper_page_add_table(walk->page, cells);
}

/* What is filled into a field stands on the page. */
static void add_value(Walk *walk, xmlNode *input)
{
    static const char *const unseen[] = {"hidden", "button", "submit", "reset", "checkbox", "radio", "image", "file", "password", NULL};
    xmlChar *type = xmlGetProp(input, BAD_CAST "type");
    xmlChar *value = xmlGetProp(input, BAD_CAST "value");
    g_autofree char *lower = g_ascii_strdown(type != NULL ? (const char *)type : "", -1);
    if (value != NULL && !g_strv_contains(unseen, lower))
        add_text(walk, (const char *)value);
    xmlFree(type);
    xmlFree(value);
}

/* The number of a note behind a figure is none of its digits. */
static bool is_note_mark(const Walk *walk, xmlNode *raised)
{
    xmlChar *content = xmlNodeGetContent(raised);
    bool mark = content != NULL && text_is_note_mark(walk->line->str, (const char *)content);
    xmlFree(content);
    return mark;
}

static void walk_element(Walk *walk, xmlNode *node)
{
    if (is_one_of(node, ignored) || is_hidden(node))
        return;
    if (is_element(node, "br")) {
        end_line(walk);
        return;
    }
    if (is_element(node, "input")) {
        add_value(walk, node);
        return;
    }
    if (is_element(node, "sup") && is_note_mark(walk, node))
        return;
    walk->page->has_pictures |= is_element(node, "img");
    bool block = is_one_of(node, blocks);
    bool preformatted = walk->preformatted;
    if (block)
        end_line(walk);
    walk->preformatted |= is_element(node, "pre");
    if (is_element(node, "table"))
        walk_table(walk, node);
    else
        walk_children(walk, node);
    if (block)
        end_line(walk);
    walk->preformatted = preformatted;
}

/* The parser bounds how deep elements are nested. */
static void walk_children(Walk *walk, xmlNode *node)
{
    for (xmlNode *child = node->children; child != NULL; child = child->next) {
        if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
            add_text(walk, (const char *)child->content);
        else if (child->type == XML_ELEMENT_NODE)
            walk_element(walk, child);
    }
}

static xmlNode *find_title(xmlNode *node)
{
    for (xmlNode *child = node->children; child != NULL; child = child->next) {
        xmlNode *found = is_element(child, "title") ? child : find_title(child);
        if (found != NULL)
            return found;
    }
    return NULL;
}

static bool says(const char *text, const char *wanted)
{
    g_autofree char *squeezed = squeeze(text);
    return strstr(squeezed, wanted) != NULL;
}

static bool page_says(const PaperPage *page, const char *wanted)
{
    for (guint i = 0; i < page->blocks->len; i++) {
        const PaperBlock *block = &g_array_index(page->blocks, PaperBlock, i);
        if (block->line != NULL && says(block->line, wanted))
            return true;
        for (guint k = 0; block->grid != NULL && k < block->grid->cells->len; k++)
            if (says(grid_cell(block->grid, k)->text, wanted))
                return true;
    }
    return false;
}

static void add_title(PaperPage *page, xmlNode *root)
{
    xmlNode *node = find_title(root);
    xmlChar *content = node != NULL ? xmlNodeGetContent(node) : NULL;
    g_autofree char *title = g_strstrip(g_strdup(content != NULL ? (const char *)content : ""));
    xmlFree(content);
    g_strdelimit(title, "\r\n\t", ' ');
    g_autofree char *wanted = squeeze(title);
    if (wanted[0] == '\0' || page_says(page, wanted))
        return;
    PaperBlock block = {.line = g_steal_pointer(&title)};
    g_array_prepend_val(page->blocks, block);
}

static void keep_quiet(void *data, xmlError *error)
{
    (void)data;
    (void)error;
}

/* What spreadsheets write around parts for old browsers, <![if …]> and <![endif]>: to the parser it would be text. */
static void blank_conditions(char *text)
{
    for (char *at = text; (at = strstr(at, "<![")) != NULL;) {
        char *end = strchr(at, '>');
        if (end == NULL)
            return;
        bool condition = g_ascii_strncasecmp(at + 3, "if", 2) == 0 || g_ascii_strncasecmp(at + 3, "endif", 5) == 0;
        if (condition && end[-1] == ']') /* <![endif]--> ends a comment */
            memset(at, ' ', (gsize)(end + 1 - at));
        at = end;
    }
}

/* The tree of a page; a parser that gave up half-way (nesting without end) gives none. */
static xmlDoc *parse(const char *text, GError **error)
{
    htmlParserCtxt *parser = htmlNewParserCtxt();
    parser->sax->serror = keep_quiet;
    xmlDoc *document = htmlCtxtReadMemory(parser, text, (int)strlen(text), NULL, "UTF-8",
                                          HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                              HTML_PARSE_IGNORE_ENC | HTML_PARSE_COMPACT);
    bool gave_up = parser->disableSAX != 0;
    htmlFreeParserCtxt(parser);
    if (document != NULL && !gave_up)
        return document;
    xmlFreeDoc(document);
    g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                        say("网页的标签嵌套过深或损坏，读不下去：请用浏览器打开后另存为 PDF",
                            "the page nests its elements too deep or is damaged: open it in a browser and save it as PDF"));
    return NULL;
}

/* How often a tag begins in a text, in whatever case. */
static guint count_tags(const char *text, const char *tag)
{
    guint count = 0;
    gsize length = strlen(tag);
    for (const char *at = text; (at = strchr(at, '<')) != NULL; at++)
        count += g_ascii_strncasecmp(at, tag, length) == 0 && !g_ascii_isalnum(at[length]);
    return count;
}

/* A browser shows what is left of a page that was not loaded to its end, and what other pages hold in their frames. */
static void tell_parts_missing(Paper *paper, const char *text)
{
    if (count_tags(text, "<table") > count_tags(text, "</table"))
        paper_add_fault(paper, 1, say("网页里有表没有结束，可能没有下载完整", "a table of the page has no end: it may not be loaded whole"));
    if (count_tags(text, "<iframe") > 0 || count_tags(text, "<frame") > 0)
        paper_add_fault(paper, 1, say("网页里嵌着别的网页（frame），其中的内容没有读：请打开那个网页另存",
                                      "the page shows another page in a frame, which was not read: open and save that one"));
}

Paper *paper_from_html(const guint8 *bytes, gsize length, GError **error)
{
    if (length > HTML_BYTES_MAX) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT,
                    say("网页超过 %d MB，不会是公开文件", "the page has more than %d MB: no filing is that large"),
                    (int)(HTML_BYTES_MAX / 1024 / 1024));
        return NULL;
    }
    g_autofree char *text = html_text_from_bytes(bytes, length, error);
    if (text == NULL)
        return NULL;
    blank_conditions(text);
    xmlDoc *document = parse(text, error);
    if (document == NULL)
        return NULL;
    g_autoptr(Paper) paper = paper_new();
    Walk walk = {.page = paper_add_page(paper), .line = g_string_new("")};
    walk_children(&walk, (xmlNode *)document);
    end_line(&walk);
    add_title(walk.page, (xmlNode *)document);
    g_string_free(walk.line, TRUE);
    xmlFreeDoc(document);
    tell_parts_missing(paper, text);
    return g_steal_pointer(&paper);
}
