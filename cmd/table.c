/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cmd/table.h"

#include <stdio.h>
#include <string.h>

#include "cmd/paragraph.h"
#include "cmd/terminal.h"

enum {
    GAP = 2,           /* between two columns */
    TEXT_LEAST = 12,   /* a column of texts is not made narrower */
    HEADING_LEAST = 6, /* nor one for its heading's sake */
    LINES_MOST = 4,    /* of a text in a row; what is longer ends with an ellipsis */
};

typedef struct {
    const RowColumn *columns;
    gsize count;
    const GArray *fields;
    gsize rows; /* with the headings */
    bool color;
    bool wraps;   /* on a terminal */
    int *widths;  /* of each column */
    int *content; /* what its fields need without the heading */
    int *tails;   /* what its figures have behind the point and the point, with marks */
} Layout;

static const TableField *field_at(const Layout *layout, gsize row, gsize column)
{
    return &g_array_index(layout->fields, TableField, row * layout->count + column);
}

/* How many columns of a figure stand from its decimal point on; -1 when the text is none. */
static int figure_tail(const char *text)
{
    const char *digits = text + strspn(text, "-+");
    if (!g_ascii_isdigit(*digits))
        return -1;
    return columns_of(digits + strspn(digits, "0123456789,"));
}

static int field_padding(const Layout *layout, gsize row, gsize column)
{
    bool figure = row > 0 && layout->columns[column].kind == ROW_NUMBER;
    int tail = figure ? figure_tail(field_at(layout, row, column)->text) : -1;
    return tail < 0 ? 0 : layout->tails[column] - tail;
}

static void measure(Layout *layout)
{
    for (gsize i = 0; i < layout->count; i++) {
        for (gsize row = 1; row < layout->rows; row++)
            layout->tails[i] = MAX(layout->tails[i], figure_tail(field_at(layout, row, i)->text));
        for (gsize row = 1; row < layout->rows; row++) {
            int need = columns_of(field_at(layout, row, i)->text) + field_padding(layout, row, i);
            layout->content[i] = MAX(layout->content[i], need);
        }
        layout->widths[i] = MAX(layout->content[i], columns_of(field_at(layout, 0, i)->text));
    }
}

static int total_width(const Layout *layout)
{
    int total = 0;
    for (gsize i = 0; i < layout->count; i++)
        total += layout->widths[i] + (i > 0 ? GAP : 0);
    return total;
}

static void limit_to_most(Layout *layout)
{
    for (gsize i = 0; i < layout->count; i++)
        if (layout->columns[i].most > 0)
            layout->widths[i] = MIN(layout->widths[i], layout->columns[i].most);
}

static int longest_word(const char *text)
{
    int longest = 0;
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    for (char **word = words; *word != NULL; word++)
        if (!g_unichar_iswide(g_utf8_get_char(*word)))
            longest = MAX(longest, columns_of(*word));
    return longest;
}

static int least_width(const Layout *layout, gsize column)
{
    int heading = MAX(longest_word(field_at(layout, 0, column)->text), HEADING_LEAST);
    int content = layout->columns[column].kind == ROW_TEXT ? MIN(layout->content[column], TEXT_LEAST) : layout->content[column];
    return MIN(MAX(content, heading), layout->widths[column]);
}

/* Takes from the widest column of a kind, again and again, until the table fits or nothing is left to take. */
static void shrink(Layout *layout, RowKind kind, int width)
{
    g_autofree int *least = g_new0(int, layout->count);
    for (gsize i = 0; i < layout->count; i++)
        least[i] = least_width(layout, i);
    for (int over = total_width(layout) - width; over > 0; over--) {
        gsize widest = layout->count;
        for (gsize i = 0; i < layout->count; i++)
            if (layout->columns[i].kind == kind && layout->widths[i] > least[i] &&
                (widest == layout->count || layout->widths[i] > layout->widths[widest]))
                widest = i;
        if (widest == layout->count)
            return;
        layout->widths[widest]--;
    }
}

/* Where not all columns find room side by side, those that are repeated take a third of it, and no more. */
static void fit_panels(Layout *layout, int width)
{
    for (gsize i = 0; i < layout->count; i++) {
        int natural = MAX(layout->content[i], columns_of(field_at(layout, 0, i)->text));
        if (layout->columns[i].kind == ROW_TEXT)
            layout->widths[i] = MIN(natural, MAX(width / 3, TEXT_LEAST));
    }
}

static void fit(Layout *layout, int width)
{
    if (width > 0 && total_width(layout) <= width)
        return;
    limit_to_most(layout);
    if (width == 0)
        return;
    shrink(layout, ROW_NUMBER, width);
    shrink(layout, ROW_TEXT, width);
    if (total_width(layout) > width)
        fit_panels(layout, width);
}

/* The last line that there is room for ends with an ellipsis. */
static char *with_ellipsis(const char *text, int width)
{
    const char *end = paragraph_line_end(text, MAX(width - 1, 1));
    g_autofree char *kept = g_strndup(text, (gsize)(end - text));
    return g_strconcat(g_strchomp(kept), "…", NULL);
}

/* The lines that a field takes in its column: one, where nothing is wrapped. Deeper lines keep the indent. */
static GPtrArray *field_lines(const Layout *layout, gsize row, gsize column)
{
    const char *text = field_at(layout, row, column)->text;
    int width = layout->widths[column];
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    if (!layout->wraps || columns_of(text) <= width) {
        g_ptr_array_add(lines, g_strdup(text));
        return lines;
    }
    /* The mark of a row ("* ") and the indent of its level stay free below it, unless they are all there is. */
    int lead = (int)strspn(text, " *");
    int indent = MIN(lead, width / 2);
    for (const char *at = text + lead; *at != '\0';) {
        const char *end = paragraph_line_end(at, width - indent);
        bool cut = lines->len + 1 == LINES_MOST && *end != '\0';
        g_autofree char *piece = cut ? with_ellipsis(at, width - indent) : g_strndup(at, (gsize)(end - at));
        g_ptr_array_add(lines, g_strdup_printf("%*.*s%s", indent, lines->len == 0 ? indent : 0, text, g_strchomp(piece)));
        if (cut)
            break;
        at = end + strspn(end, " ");
    }
    return lines;
}

/* `behind` stays free to the right of a figure, so that the points line up. */
static void print_piece(GString *line, const char *text, const TableField *field, RowKind kind, int width, int behind,
                        bool color)
{
    int padding = MAX(width - columns_of(text) - behind, 0);
    if (kind == ROW_NUMBER)
        g_string_append_printf(line, "%*s", padding, "");
    if (text[0] != '\0') {
        g_string_append(line, meaning_begin(field->meaning, color));
        g_string_append(line, text);
        g_string_append(line, meaning_end(field->meaning, color));
    }
    g_string_append_printf(line, "%*s", kind == ROW_TEXT ? padding : behind, "");
}

/* The columns of one panel. */
typedef struct {
    gsize lead;        /* so many columns from the left are in all of them */
    gsize first, last; /* and these; `last` is one beyond */
} Panel;

static bool is_in_panel(const Panel *panel, gsize column)
{
    return column < panel->lead || (column >= panel->first && column < panel->last);
}

static void print_row(const Layout *layout, gsize row, const Panel *panel)
{
    g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    guint deep = 1;
    for (gsize i = 0; i < layout->count; i++) {
        GPtrArray *lines = field_lines(layout, row, i);
        g_ptr_array_add(cells, lines);
        deep = is_in_panel(panel, i) ? MAX(deep, lines->len) : deep;
    }
    for (guint n = 0; n < deep; n++) {
        g_autoptr(GString) line = g_string_new(NULL);
        for (gsize i = 0; i < layout->count; i++) {
            if (!is_in_panel(panel, i))
                continue;
            const GPtrArray *lines = g_ptr_array_index(cells, i);
            /* Headings stand on the table, whatever their height. */
            guint skipped = row == 0 ? deep - lines->len : 0;
            const char *text = n >= skipped && n - skipped < lines->len ? g_ptr_array_index(lines, n - skipped) : "";
            if (i > 0)
                g_string_append_printf(line, "%*s", GAP, "");
            print_piece(line, text, field_at(layout, row, i), layout->columns[i].kind, layout->widths[i],
                        field_padding(layout, row, i), layout->color);
        }
        puts(g_strchomp(line->str));
    }
}

/* As many columns as there is room for, one at least. */
static Panel next_panel(const Layout *layout, gsize lead, gsize first, int width)
{
    Panel panel = {.lead = lead, .first = first, .last = first};
    int used = -GAP;
    for (gsize i = 0; i < lead; i++)
        used += layout->widths[i] + GAP;
    while (panel.last < layout->count &&
           (panel.last == first || width == 0 || used + layout->widths[panel.last] + GAP <= width))
        used += layout->widths[panel.last++] + GAP;
    return panel;
}

static void print_panels(const Layout *layout, int width)
{
    gsize lead = 0;
    while (lead + 1 < layout->count && layout->columns[lead].kind == ROW_TEXT)
        lead++;
    /* Texts alone have nothing that would have to be repeated. */
    if (width == 0 || total_width(layout) <= width)
        lead = 0;
    for (gsize first = lead; first < layout->count;) {
        Panel panel = next_panel(layout, lead, first, width);
        if (first > lead)
            putchar('\n');
        for (gsize row = 0; row < layout->rows; row++)
            print_row(layout, row, &panel);
        first = panel.last;
    }
}

void table_print(const RowColumn *columns, gsize count, const GArray *fields, int width, bool color)
{
    g_autofree int *widths = g_new0(int, count);
    g_autofree int *content = g_new0(int, count);
    g_autofree int *tails = g_new0(int, count);
    Layout layout = {.columns = columns, .count = count, .fields = fields, .rows = fields->len / count, .color = color};
    layout.wraps = width > 0;
    layout.widths = widths;
    layout.content = content;
    layout.tails = tails;
    measure(&layout);
    fit(&layout, width);
    print_panels(&layout, width);
}
