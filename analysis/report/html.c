/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/report/html.h"

#include <string.h>

#include "analysis/report/escape.h"
#include "schema/clean.h"
#include "schema/data.h"
#include "schema/language.h"

static const char *const tone_classes[] = {
    [TONE_PLAIN] = "",        [TONE_STRONG] = "strong",   [TONE_MUTED] = "muted", [TONE_QUOTE] = "quote",
    [TONE_NOTICE] = "notice", [TONE_WARNING] = "warning", [TONE_ERROR] = "error"};

static const char *const column_classes[] = {[COLUMN_NAME] = "name",
                                             [COLUMN_TEXT] = "word",
                                             [COLUMN_LONG] = "long",
                                             [COLUMN_NUMBER] = "number",
                                             [COLUMN_CODE] = "code",
                                             [COLUMN_CHOICE] = "word choice"};

static void attribute(GString *html, const char *name, const char *value)
{
    if (value == NULL || value[0] == '\0')
        return;
    g_string_append_printf(html, " %s=\"", name);
    html_append(html, value);
    g_string_append_c(html, '"');
}

/* A number may begin with its sign; any other text that a spreadsheet would take for a formula may not. */
static void span_write(GString *html, const Span *span, bool number)
{
    g_autofree char *text = number ? g_strdup(span->text) : text_guard_formula(span->text);
    const char *element = span->link != NULL          ? "a"
                          : span->tone == TONE_STRONG ? "strong"
                          : span->tone == TONE_QUOTE  ? "q"
                                                      : "span";
    bool bare = span->link == NULL && span->tone == TONE_PLAIN;
    if (!bare) {
        g_string_append_printf(html, "<%s", element);
        if (span->link != NULL) {
            g_autofree char *target =
                g_strconcat(span->report != NULL ? span->report : "", span->report != NULL ? "/index.html" : "",
                            span->link[0] != '\0' ? "#" : "", span->link, NULL);
            attribute(html, "href", target);
        }
        attribute(html, "class", tone_classes[span->tone]);
        g_string_append_c(html, '>');
    }
    html_append(html, text);
    if (!bare)
        g_string_append_printf(html, "</%s>", element);
}

static void prose_write(GString *html, const Prose *prose)
{
    for (guint i = 0; i < prose->spans->len; i++)
        span_write(html, prose_span(prose, i), false);
}

/* ---- tables ---- */

/* How many decimals a lone figure has ("+1,183.0512", "80*", "12.61%"); -1 for any other text. */
static int decimals_of_cell(const Prose *cell)
{
    g_autofree char *text = cell != NULL ? prose_text(cell) : g_strdup("");
    const char *digits = text + (g_str_has_prefix(text, "+") || g_str_has_prefix(text, "-"));
    size_t whole = strspn(digits, "0123456789,");
    size_t decimals = digits[whole] == '.' ? strspn(digits + whole + 1, "0123456789") : 0;
    const char *rest = digits + whole + (decimals > 0 ? decimals + 1 : 0);
    return whole > 0 && (*rest == '\0' || g_str_equal(rest, "*") || g_str_equal(rest, "%")) ? (int)decimals : -1;
}

/* The most decimals of any figure in the column. */
static int decimals_of_column(const ReportTable *table, guint index)
{
    int most = 0;
    for (guint i = 0; report_table_column_at(table, index)->kind == COLUMN_NUMBER && i < table->rows->len; i++) {
        const ReportRow *row = g_ptr_array_index(table->rows, i);
        most = MAX(most, index < row->cells->len ? decimals_of_cell(g_ptr_array_index(row->cells, index)) : 0);
    }
    return most;
}

/* Points stand below each other: a figure that was printed with fewer decimals keeps their room, by the style's classes. */
static void places_write(GString *html, const Prose *cell, int most)
{
    int decimals = decimals_of_cell(cell);
    if (decimals < 0 || decimals >= most)
        return;
    g_string_append_printf(html, " short%d%s", MIN(most - decimals, 6), decimals == 0 ? " whole" : "");
}

static void cell_write(GString *html, const ReportTable *table, const ReportRow *row, guint index, int most)
{
    ColumnKind kind = report_table_column_at(table, index)->kind;
    const char *element = kind == COLUMN_NAME ? "th" : "td";
    const Prose *cell = index < row->cells->len ? g_ptr_array_index(row->cells, index) : NULL;
    g_string_append_printf(html, "<%s class=\"%s", element, column_classes[kind]);
    if (kind == COLUMN_NUMBER)
        places_write(html, cell, most);
    if (kind == COLUMN_NAME && row->level > 0)
        g_string_append_printf(html, " level%d", MIN(row->level, 3));
    g_string_append(html, kind == COLUMN_NAME ? "\" scope=\"row\">" : "\">");
    for (guint i = 0; cell != NULL && i < cell->spans->len; i++)
        span_write(html, prose_span(cell, i), kind == COLUMN_NUMBER);
    g_string_append_printf(html, "</%s>", element);
}

static void table_write(GString *html, const ReportTable *table)
{
    g_string_append(html, "<div class=\"scroll\" role=\"region\" tabindex=\"0\"");
    g_autofree char *caption = g_strconcat("caption-", table->anchor, NULL);
    attribute(html, "aria-labelledby", caption);
    g_string_append(html, ">\n<table");
    attribute(html, "id", table->anchor);
    g_string_append(html, ">\n<caption");
    attribute(html, "id", caption);
    g_string_append_c(html, '>');
    html_append(html, table->caption);
    g_string_append(html, "</caption>\n<thead><tr>");
    g_autofree int *most = g_new0(int, table->columns->len);
    for (guint i = 0; i < table->columns->len; i++) {
        const ReportColumn *column = report_table_column_at(table, i);
        most[i] = decimals_of_column(table, i);
        g_string_append_printf(html, "<th scope=\"col\" class=\"%s\">", column_classes[column->kind]);
        html_append(html, column->heading);
        g_string_append(html, "</th>");
    }
    g_string_append(html, "</tr></thead>\n<tbody>\n");
    for (guint i = 0; i < table->rows->len; i++) {
        const ReportRow *row = g_ptr_array_index(table->rows, i);
        g_string_append(html, row->total ? "<tr class=\"total\">" : "<tr>");
        for (guint j = 0; j < table->columns->len; j++)
            cell_write(html, table, row, j, most[j]);
        g_string_append(html, "</tr>\n");
    }
    g_string_append(html, "</tbody>\n</table>\n</div>\n");
}

/* ---- the other blocks ---- */

static void list_write(GString *html, const Block *block)
{
    const char *element = block->ordered ? "ol" : "ul";
    g_string_append_printf(html, "<%s>\n", element);
    for (guint i = 0; i < block->items->len; i++) {
        g_string_append(html, "<li>");
        prose_write(html, g_ptr_array_index(block->items, i));
        g_string_append(html, "</li>\n");
    }
    g_string_append_printf(html, "</%s>\n", element);
}

static void figures_write(GString *html, const Block *block)
{
    g_string_append(html, "<dl class=\"figures\">\n");
    for (guint i = 0; i < block->figures->len; i++) {
        const KeyFigure *figure = g_ptr_array_index(block->figures, i);
        g_string_append(html, "<div");
        attribute(html, "class", tone_classes[figure->tone]);
        g_string_append(html, "><dt>");
        html_append(html, figure->label);
        g_string_append(html, "</dt><dd class=\"value\">");
        html_append(html, figure->value);
        g_string_append(html, "</dd><dd class=\"remark\">");
        prose_write(html, figure->remark);
        g_string_append(html, "</dd></div>\n");
    }
    g_string_append(html, "</dl>\n");
}

/* Several drawings by one program share their ids; in one page each needs its own. */
static char *svg_for_page(const Picture *picture)
{
    const char *start = strstr(picture->svg, "<svg");
    g_autoptr(GRegex) ids =
        g_regex_new("(\\bid=['\"]|href=['\"]#|url\\(#)", G_REGEX_OPTIMIZE, G_REGEX_MATCH_DEFAULT, NULL);
    g_autoptr(GRegex) title = g_regex_new("<(title|desc)>.*?</\\1>\\s*", G_REGEX_DOTALL, G_REGEX_MATCH_DEFAULT, NULL);
    if (start == NULL || ids == NULL || title == NULL)
        return g_strdup("");
    g_autofree char *untitled = g_regex_replace_literal(title, start, -1, 0, "", G_REGEX_MATCH_DEFAULT, NULL);
    g_autofree char *prefix = g_strdup_printf("\\1%s-", picture->file);
    g_autofree char *own = g_regex_replace(ids, untitled, -1, 0, prefix, G_REGEX_MATCH_DEFAULT, NULL);
    GString *svg = g_string_new("<svg role=\"img\"");
    attribute(svg, "aria-label", picture->title);
    g_string_append(svg, own + strlen("<svg"));
    return g_string_free(svg, FALSE);
}

static void picture_write(GString *html, const Picture *picture)
{
    g_autofree char *svg = svg_for_page(picture);
    g_string_append(html, "<figure class=\"chart\" role=\"region\" tabindex=\"0\"");
    attribute(html, "aria-label", picture->title);
    g_autofree char *anchor = g_strconcat("chart-", picture->file, NULL);
    attribute(html, "id", anchor);
    /* On a phone the picture is wider than the page: what it says is read without moving it. The region bears the same name. */
    g_string_append(html, ">\n<p class=\"said\" aria-hidden=\"true\">");
    html_append(html, picture->title);
    g_string_append_printf(html, "<span>%s</span></p>\n%s</figure>\n", say("（图可左右滑动）", " (the picture can be moved sideways)"), svg);
}

static void excerpt_line_write(GString *html, const ExcerptLine *line)
{
    if (line->skipped)
        g_string_append(html,
                        "<li class=\"skipped\" aria-hidden=\"true\"><span class=\"at\"></span><span>…</span></li>\n");
    g_string_append(html, "<li");
    attribute(html, "id", line->anchor);
    g_string_append(html, "><span class=\"at\">");
    if (line->number > 0)
        g_string_append_printf(html, "%d", line->number);
    g_string_append(html, line->marked ? "</span><mark>" : "</span><span>");
    g_autofree char *text = text_guard_formula(line->text);
    html_append(html, text);
    g_string_append(html, line->marked ? "</mark></li>\n" : "</span></li>\n");
}

static void excerpt_write(GString *html, const Block *block)
{
    g_string_append(html, "<figure class=\"excerpt\">\n<figcaption>");
    prose_write(html, block->prose);
    g_string_append(html, "</figcaption>\n<ol>\n");
    for (guint i = 0; i < block->lines->len; i++)
        excerpt_line_write(html, &g_array_index(block->lines, ExcerptLine, i));
    g_string_append(html, "</ol>\n</figure>\n");
}

/* Of what follows. */
static void contents_write(GString *html, const Blocks *blocks, guint at)
{
    g_string_append(html, "<nav");
    attribute(html, "aria-label", say("目录", "Contents"));
    g_string_append(html, ">\n<ol>\n");
    for (guint i = at + 1; i < blocks->blocks->len; i++) {
        const Block *block = blocks_at(blocks, i);
        if (block->kind != BLOCK_HEADING || block->level != 2)
            continue;
        g_autofree char *target = g_strconcat("#", block->anchor, NULL);
        g_string_append(html, "<li><a");
        attribute(html, "href", target);
        g_string_append_c(html, '>');
        prose_write(html, block->prose);
        g_string_append(html, "</a></li>\n");
    }
    g_string_append(html, "</ol>\n</nav>\n");
}

static void blocks_write(GString *html, const Blocks *blocks);

/* A heading of level 2 begins a section, which ends at the next one. */
static void heading_write(GString *html, const Block *block, bool *in_section)
{
    if (block->level == 2) {
        g_string_append(html, *in_section ? "</section>\n<section" : "<section");
        attribute(html, "aria-labelledby", block->anchor);
        g_string_append(html, ">\n");
        *in_section = true;
    }
    g_string_append_printf(html, "<h%d", block->level);
    attribute(html, "id", block->anchor);
    g_string_append_c(html, '>');
    prose_write(html, block->prose);
    g_string_append_printf(html, "</h%d>\n", block->level);
}

static void paragraph_write(GString *html, const Block *block)
{
    g_string_append(html, block->tone == TONE_QUOTE ? "<blockquote><p>" : "<p");
    if (block->tone != TONE_QUOTE) {
        attribute(html, "class", tone_classes[block->tone]);
        g_string_append_c(html, '>');
    }
    prose_write(html, block->prose);
    g_string_append(html, block->tone == TONE_QUOTE ? "</p></blockquote>\n" : "</p>\n");
}

static void card_write(GString *html, const Block *block)
{
    g_string_append_printf(html, "<article class=\"card %s\"", tone_classes[block->tone]);
    attribute(html, "id", block->anchor);
    g_string_append_printf(html, ">\n<h%d>", block->level);
    prose_write(html, block->prose);
    g_string_append_printf(html, "</h%d>\n", block->level);
    blocks_write(html, block->body);
    g_string_append(html, "</article>\n");
}

static void blocks_write(GString *html, const Blocks *blocks)
{
    bool in_section = false;
    for (guint i = 0; i < blocks->blocks->len; i++) {
        const Block *block = blocks_at(blocks, i);
        switch (block->kind) {
        case BLOCK_HEADING:
            heading_write(html, block, &in_section);
            break;
        case BLOCK_PARAGRAPH:
            paragraph_write(html, block);
            break;
        case BLOCK_LIST:
            list_write(html, block);
            break;
        case BLOCK_TABLE:
            table_write(html, block->table);
            break;
        case BLOCK_FIGURES:
            figures_write(html, block);
            break;
        case BLOCK_PICTURE:
            picture_write(html, block->picture);
            break;
        case BLOCK_CARD:
            card_write(html, block);
            break;
        case BLOCK_EXCERPT:
            excerpt_write(html, block);
            break;
        case BLOCK_CONTENTS:
            contents_write(html, blocks, i);
            break;
        }
    }
    if (in_section)
        g_string_append(html, "</section>\n");
}

/* What stands between @ and @ in the frame is replaced, once: what is put in is not looked at again. */
static void frame_fill(GString *out, const char *frame, const char *const *names, const char *const *values)
{
    while (*frame != '\0') {
        guint found = 0;
        while (names[found] != NULL && !g_str_has_prefix(frame, names[found]))
            found++;
        if (names[found] == NULL) {
            g_string_append_c(out, *frame++);
            continue;
        }
        g_string_append(out, values[found]);
        frame += strlen(names[found]);
    }
}

/* 'sha256-…', as a Content-Security-Policy names a script. */
static char *script_hash(const char *script)
{
    guint8 digest[32];
    gsize length = sizeof digest;
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(sum, (const guchar *)script, -1);
    g_checksum_get_digest(sum, digest, &length);
    g_autofree char *code = g_base64_encode(digest, length);
    return g_strconcat("sha256-", code, NULL);
}

char *html_from_blocks(const Blocks *blocks, const char *title, GError **error)
{
    g_autofree char *frame = data_text("data/report/report.html", error);
    g_autofree char *style = frame != NULL ? data_text("data/report/report.css", error) : NULL;
    g_autofree char *script = style != NULL ? data_text("data/report/report.js", error) : NULL;
    if (script == NULL)
        return NULL;
    g_autofree char *hash = script_hash(script);
    g_autofree char *line = text_clean(title);
    g_autofree char *clean = text_guard_formula(line);
    g_autoptr(GString) name = g_string_new(NULL);
    g_autoptr(GString) body = g_string_new(NULL);
    html_append(name, clean);
    blocks_write(body, blocks);
    static const char *const names[] = {"@LANGUAGE@", "@TITLE@", "@STYLE@", "@SKIP@", "@BODY@", "@SCRIPTHASH@", "@SCRIPT@", NULL};
    const char *const values[] = {say("zh-CN", "en"), name->str, style, say("跳到正文", "Skip to the report"),
                                  body->str,          hash,     script, NULL};
    GString *page = g_string_sized_new(body->len + strlen(style) + strlen(script) + 1024);
    frame_fill(page, frame, names, values);
    return g_string_free(page, FALSE);
}
