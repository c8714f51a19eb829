/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/narrative.h"

#include <string.h>

#include "history/pattern.h"
#include "history/plain.h"

/* How much narrower than the widest lines one may be, in half characters, and still have been wrapped. */
#define WRAP_SLACK 6

typedef struct {
    const Document *document;
    Narrative *narrative;
    GString *text; /* of the paragraph being joined */
    GArray *starts;
    char *section, *subsection, *heading, *subheading;
    bool is_heading;
    int part;
    int width; /* of full lines */
} Joiner;

static void paragraph_free(gpointer data)
{
    Paragraph *paragraph = data;
    g_free(paragraph->text);
    g_free(paragraph->section);
    g_free(paragraph->heading);
    g_free(paragraph->subheading);
    g_array_unref(paragraph->starts);
    g_free(paragraph);
}

void narrative_free(Narrative *narrative)
{
    if (narrative == NULL)
        return;
    g_ptr_array_unref(narrative->paragraphs);
    g_free(narrative->all);
    g_free(narrative);
}

guint paragraph_line(const Paragraph *paragraph, gsize offset)
{
    guint line = 0;
    for (guint i = 0; i < paragraph->starts->len; i++) {
        const ParagraphStart *start = &g_array_index(paragraph->starts, ParagraphStart, i);
        if (i > 0 && start->offset > offset)
            break;
        line = start->line;
    }
    return line;
}

const Line *line_of_match(const Document *document, const Paragraph *paragraph, const GMatchInfo *match)
{
    int start = 0;
    g_match_info_fetch_pos(match, 0, &start, NULL);
    return document_line(document, paragraph_line(paragraph, (gsize)start));
}

typedef enum { MARK_NONE, MARK_PART, MARK_SECTION, MARK_SUBSECTION, MARK_ITEM } Mark;

/* What kind of list number or heading a squeezed line begins with; *length is that of the number. */
static Mark mark_of_line(const char *key, int *number_end)
{
    static GRegex *part, *section, *subsection, *item;
    g_autoptr(GMatchInfo) match = NULL;
    Mark mark = MARK_NONE;
    /* Marks begin with 第, a Chinese number, （ or a digit: their first bytes tell most lines apart. */
    if (!g_ascii_isdigit(key[0]) && strchr("\xe4\xe5\xe7\xef", key[0]) == NULL)
        return MARK_NONE;
    if (g_regex_match(pattern_once(&part, "^第[一二三四五六七八九十]+部分"), key, 0, &match))
        mark = MARK_PART;
    else {
        g_clear_pointer(&match, g_match_info_free);
        if (g_regex_match(pattern_once(&section, "^[一二三四五六七八九十]+、"), key, 0, &match))
            mark = MARK_SECTION;
    }
    if (mark == MARK_NONE) {
        g_clear_pointer(&match, g_match_info_free);
        if (g_regex_match(pattern_once(&subsection, "^（[一二三四五六七八九十]+）"), key, 0, &match))
            mark = MARK_SUBSECTION;
    }
    if (mark == MARK_NONE) {
        g_clear_pointer(&match, g_match_info_free);
        if (g_regex_match(pattern_once(&item, "^(?:[0-9]{1,2}[.、．](?![0-9])|（[0-9]{1,2}）(?![，。；、）]))"), key, 0, &match))
            mark = MARK_ITEM;
    }
    if (mark != MARK_NONE)
        g_match_info_fetch_pos(match, 0, NULL, number_end);
    return mark;
}

static void set_text(char **slot, char *text)
{
    g_free(*slot);
    *slot = text;
}

/* A numbered line is a heading when the whole of it is one: no full stop (but after 情况说明。), no amount. */
static bool reads_as_heading(const char *text)
{
    static GRegex *amount, *stopped;
    const char *stop = strstr(text, "。");
    bool last = stop != NULL && stop[strlen("。")] == '\0' &&
                g_regex_match(pattern_once(&stopped, "(?:情况|说明|职能|职责)。$"), text, 0, NULL);
    return (stop == NULL || last) && strlen(text) < 200 &&
           !g_regex_match(pattern_once(&amount, "[0-9](万元|元|%)"), text, 0, NULL);
}

/* A title above numbered sections that has no number itself: 2025年部门预算编制说明, 名词解释. */
static bool is_title(const char *text)
{
    static GRegex *title;
    return strlen(text) < 150 && strstr(text, "，") == NULL &&
           g_regex_match(pattern_once(&title, "^[^，。；：、]{0,30}(?:(?:预算|决算)编制说明|其他相关情况说明|项目经费情况说明|名词解释|(?<!^)主要职能|(?<!^)机构设置)$"), text, 0, NULL);
}

/* Where the numbered sections begin anew: after a part's or another title. */
static void leave_sections(Joiner *joiner, const char *heading)
{
    set_text(&joiner->section, g_strdup(""));
    set_text(&joiner->subsection, g_strdup(""));
    set_text(&joiner->heading, g_strdup(heading));
    set_text(&joiner->subheading, g_strdup(""));
}

static int number_of_part(const char *number)
{
    int part = 0;
    for (const char *digit = "一二三四五六七八九十"; *digit != '\0'; digit = g_utf8_next_char(digit)) {
        part++;
        if (strncmp(number + strlen("第"), digit, 3) == 0)
            break;
    }
    return part;
}

/* （二）政府采购情况。2023年… : a first sentence that is a heading. "" for any other text. */
static char *heading_in_text(const char *text)
{
    const char *stop = strstr(text, "。");
    gsize length = stop != NULL ? (gsize)(stop - text) : 0;
    g_autofree char *first = g_strndup(text, length <= 60 ? length : 0);
    return strpbrk(first, "0123456789") == NULL && strstr(first, "，") == NULL ? g_steal_pointer(&first) : g_strdup("");
}

static void joiner_close(Joiner *joiner)
{
    if (joiner->text->len == 0)
        return;
    Paragraph *paragraph = g_new0(Paragraph, 1);
    paragraph->text = g_strdup(joiner->text->str);
    int end = 0;
    Mark mark = mark_of_line(paragraph->text, &end);
    bool heading = mark != MARK_NONE && mark != MARK_ITEM && reads_as_heading(paragraph->text);
    bool title = mark == MARK_NONE && is_title(paragraph->text);
    g_autofree char *number = g_strndup(paragraph->text, (gsize)end);
    if (mark == MARK_PART) {
        joiner->part = number_of_part(number);
        leave_sections(joiner, "");
    } else if (title) {
        leave_sections(joiner, paragraph->text);
    } else if (heading && mark == MARK_SECTION) {
        number[strlen(number) - strlen("、")] = '\0';
        leave_sections(joiner, paragraph->text + end);
        set_text(&joiner->section, g_strdup(number));
    } else if (mark == MARK_SUBSECTION) {
        /* An item （二） with its figures ends what （一） was about. */
        char *inline_heading = heading ? g_strdup(paragraph->text + end) : heading_in_text(paragraph->text + end);
        set_text(&joiner->subsection, g_strdup(inline_heading[0] != '\0' ? number : ""));
        set_text(&joiner->subheading, inline_heading);
    }
    paragraph->section = g_strconcat(joiner->section, joiner->subsection, NULL);
    paragraph->heading = g_strdup(joiner->heading);
    paragraph->subheading = g_strdup(joiner->subheading);
    paragraph->is_heading = heading || title || mark == MARK_PART;
    paragraph->part = joiner->part;
    paragraph->starts = joiner->starts;
    joiner->starts = g_array_new(FALSE, FALSE, sizeof(ParagraphStart));
    g_string_truncate(joiner->text, 0);
    g_ptr_array_add(joiner->narrative->paragraphs, paragraph);
}

/* A heading ends with its last word, however full its line is: unless the next line only finishes it. */
static bool heading_is_complete(const Joiner *joiner, guint index)
{
    static GRegex *ending, *goes_on;
    int end = 0;
    Mark mark = mark_of_line(joiner->text->str, &end);
    if (mark == MARK_NONE || mark == MARK_ITEM ||
        !g_regex_match(pattern_once(&ending, "(?:说明|情况|概况|事项|职能|职责|解释|表)$"), joiner->text->str, 0, NULL) ||
        !reads_as_heading(joiner->text->str))
        return false;
    if (index + 1 >= joiner->document->lines->len)
        return true;
    g_autofree char *next = squeeze(document_line(joiner->document, index + 1)->text);
    return !g_regex_match(pattern_once(&goes_on, "^(?:的|总体|说明|情况|及)"), next, 0, NULL);
}

/* A line goes on in the next one when it fills the page's width; a short one, or a full stop before the edge, ends. */
static bool line_ends_paragraph(const Joiner *joiner, const char *text)
{
    int width = display_width(text + strspn(text, " "));
    bool stop = g_str_has_suffix(text, "。") || g_str_has_suffix(text, "：") || g_str_has_suffix(text, "；");
    if (g_str_has_suffix(text, "，") || g_str_has_suffix(text, "、"))
        return false; /* wherever the line was broken, the sentence goes on */
    return width < joiner->width * 3 / 4 || (stop && width < joiner->width - WRAP_SLACK);
}

/* No paragraph begins with a closing mark, or with the level of a subject: what was set apart is joined again. */
static bool next_goes_on(const Joiner *joiner, guint index)
{
    static const char *const starts[] = {"，", "。", "；", "、", "）", "”", "》", "%", "（类）", "（款）", "（项）", "万元", "元，", "元。"};
    if (index + 1 >= joiner->document->lines->len)
        return false;
    const Line *line = document_line(joiner->document, index + 1);
    const char *next = line->text + strspn(line->text, " ");
    for (gsize i = 0; i < G_N_ELEMENTS(starts); i++)
        if (g_str_has_prefix(next, starts[i]))
            return true;
    return false;
}

/* 一、部门主要职能 ……………… 3: a line of the table of contents. */
static bool is_contents(const char *text)
{
    return strstr(text, "………") != NULL || strstr(text, "......") != NULL;
}

static void joiner_add(Joiner *joiner, guint index)
{
    const Line *line = document_line(joiner->document, index);
    g_autofree char *key = squeeze(line->text);
    int end = 0;
    if (mark_of_line(key, &end) != MARK_NONE || is_title(key))
        joiner_close(joiner);
    if (is_contents(key))
        return;
    ParagraphStart start = {joiner->text->len, index};
    g_array_append_val(joiner->starts, start);
    g_string_append(joiner->text, key);
    bool ends = line_ends_paragraph(joiner, line->text) || heading_is_complete(joiner, index) || is_title(joiner->text->str);
    if (ends && !next_goes_on(joiner, index))
        joiner_close(joiner);
}

static gint compare_width(gconstpointer a, gconstpointer b)
{
    return *(const int *)a - *(const int *)b;
}

/* The width that full lines have: that of the 90th percentile, so that a few odd ones do not set it. */
static int full_width(const Document *document, const Outline *outline)
{
    g_autoptr(GArray) widths = g_array_new(FALSE, FALSE, sizeof(int));
    for (guint i = 0; i < document->lines->len; i++) {
        const Line *line = document_line(document, i);
        if ((outline != NULL && g_array_index(outline->in_table, bool, i)) || line->furniture)
            continue;
        int width = display_width(line->text + strspn(line->text, " "));
        g_array_append_val(widths, width);
    }
    if (widths->len == 0)
        return 0;
    g_array_sort(widths, compare_width);
    return g_array_index(widths, int, widths->len * 9 / 10);
}

static bool begins_targets(const char *text)
{
    if (strstr(text, "绩") == NULL)
        return false;
    g_autofree char *key = squeeze(text);
    return g_str_has_suffix(key, "绩效目标表") || g_str_has_suffix(key, "绩效目标申报表");
}

/* The target table ends where the numbered text goes on. */
static bool ends_targets(const char *text)
{
    g_autofree char *key = squeeze(text);
    int end = 0;
    Mark mark = mark_of_line(key, &end);
    return mark == MARK_PART || mark == MARK_SUBSECTION;
}

Narrative *narrative_from_document(const Document *document, const Outline *outline)
{
    Narrative *narrative = g_new0(Narrative, 1);
    narrative->paragraphs = g_ptr_array_new_with_free_func(paragraph_free);
    narrative->targets_from = narrative->targets_to = G_MAXUINT;
    Joiner joiner = {.document = document,
                     .narrative = narrative,
                     .text = g_string_new(NULL),
                     .starts = g_array_new(FALSE, FALSE, sizeof(ParagraphStart)),
                     .section = g_strdup(""),
                     .subsection = g_strdup(""),
                     .heading = g_strdup(""),
                     .subheading = g_strdup(""),
                     .width = full_width(document, outline)};
    bool in_targets = false;
    for (guint i = 0; i < document->lines->len; i++) {
        const Line *line = document_line(document, i);
        if (line->furniture)
            continue;
        if (outline != NULL && g_array_index(outline->in_table, bool, i)) {
            joiner_close(&joiner);
            continue;
        }
        if (begins_targets(line->text) && !in_targets) {
            joiner_close(&joiner);
            in_targets = true;
            narrative->targets_from = MIN(narrative->targets_from, i);
        } else if (in_targets && ends_targets(line->text)) {
            in_targets = false;
        }
        if (in_targets)
            narrative->targets_to = i + 1;
        else
            joiner_add(&joiner, i);
    }
    joiner_close(&joiner);
    GString *all = g_string_new(NULL);
    for (guint i = 0; i < narrative->paragraphs->len; i++)
        g_string_append(all, ((Paragraph *)g_ptr_array_index(narrative->paragraphs, i))->text);
    narrative->all = g_string_free(all, FALSE);
    g_string_free(joiner.text, TRUE);
    g_array_unref(joiner.starts);
    g_free(joiner.section);
    g_free(joiner.subsection);
    g_free(joiner.heading);
    g_free(joiner.subheading);
    return narrative;
}
