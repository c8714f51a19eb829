/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/typeset.h"

#include <math.h>
#include <string.h>

/* Glyphs whose baselines differ by less than this part of their size are on one line. */
#define ONE_LINE 0.45f

/* A gap of this part of the size is a space; one of RUN_GAP parts two things that only share a line. */
#define SPACE_GAP 0.28f
#define RUN_GAP 1.2f

/* The same character this near, in parts of the size, is drawn once more to look bold. */
#define DRAWN_TWICE 0.18f

/* What a line's gaps may come to: a stray glyph far off must not make a line without end. */
#define SPACES_MAX 160

static gint compare_glyph_bases(gconstpointer a, gconstpointer b)
{
    const Glyph *x = a;
    const Glyph *y = b;
    if (x->base < y->base || x->base > y->base)
        return x->base < y->base ? -1 : 1;
    return x->left < y->left ? -1 : x->left > y->left;
}

static gint compare_lefts(gconstpointer a, gconstpointer b)
{
    const Glyph *x = a;
    const Glyph *y = b;
    return x->left < y->left ? -1 : x->left > y->left;
}

/* Sorts a line and takes out what is drawn twice. */
static void finish_line(GArray *line)
{
    g_array_sort(line, compare_lefts);
    guint kept = 0;
    for (guint i = 0; i < line->len; i++) {
        Glyph glyph = g_array_index(line, Glyph, i);
        bool twice = false;
        for (guint k = kept; k > 0 && !twice; k--) {
            const Glyph *before = &g_array_index(line, Glyph, k - 1);
            if (glyph.left - before->left > DRAWN_TWICE * glyph.size)
                break;
            twice =
                before->character == glyph.character && fabsf(before->base - glyph.base) <= DRAWN_TWICE * glyph.size;
        }
        if (!twice)
            g_array_index(line, Glyph, kept++) = glyph;
    }
    g_array_set_size(line, kept);
}

GPtrArray *lines_from_glyphs(const GArray *glyphs)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    g_autoptr(GArray) sorted = g_array_sized_new(FALSE, FALSE, sizeof(Glyph), glyphs->len);
    for (guint i = 0; i < glyphs->len; i++) {
        const Glyph *glyph = &g_array_index(glyphs, Glyph, i);
        if (!g_unichar_isspace(glyph->character) && !g_unichar_iscntrl(glyph->character))
            g_array_append_val(sorted, *glyph);
    }
    g_array_sort(sorted, compare_glyph_bases);
    GArray *line = NULL;
    float base = 0;
    for (guint i = 0; i < sorted->len; i++) {
        const Glyph *glyph = &g_array_index(sorted, Glyph, i);
        if (line == NULL || glyph->base - base > ONE_LINE * glyph->size) {
            line = g_array_new(FALSE, FALSE, sizeof(Glyph));
            g_ptr_array_add(lines, line);
            base = glyph->base;
        }
        g_array_append_val(line, *glyph);
    }
    for (guint i = 0; i < lines->len; i++)
        finish_line(g_ptr_array_index(lines, i));
    return lines;
}

static void append_spaces(GString *text, float gap, float size)
{
    int count = CLAMP((int)lroundf(gap / (size / 2)), 1, SPACES_MAX);
    for (int i = 0; i < count; i++)
        g_string_append_c(text, ' ');
}

static void append_line(GString *text, const GArray *line)
{
    for (guint i = 0; i < line->len; i++) {
        const Glyph *glyph = &g_array_index(line, Glyph, i);
        const Glyph *before = i > 0 ? &g_array_index(line, Glyph, i - 1) : NULL;
        float size = before != NULL ? fmaxf(glyph->size, before->size) : glyph->size;
        if (before != NULL && glyph->left - before->right > SPACE_GAP * size)
            append_spaces(text, glyph->left - before->right, size);
        g_string_append_unichar(text, glyph->character);
    }
}

char *text_from_line(const GArray *line, float margin)
{
    GString *text = g_string_new(NULL);
    const Glyph *first = line->len > 0 ? &g_array_index(line, Glyph, 0) : NULL;
    if (first != NULL && first->left - margin > first->size / 2)
        append_spaces(text, first->left - margin, first->size);
    append_line(text, line);
    return g_string_free(text, FALSE);
}

char *text_from_glyphs(const GArray *glyphs)
{
    g_autoptr(GPtrArray) lines = lines_from_glyphs(glyphs);
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < lines->len; i++) {
        if (text->len > 0)
            g_string_append_c(text, '\n');
        append_line(text, g_ptr_array_index(lines, i));
    }
    return g_string_free(text, FALSE);
}

float lines_margin(const GPtrArray *lines)
{
    float margin = INFINITY;
    for (guint i = 0; i < lines->len; i++)
        margin = fminf(margin, g_array_index((GArray *)g_ptr_array_index(lines, i), Glyph, 0).left);
    return lines->len > 0 ? margin : 0;
}

float line_middle(const GArray *line)
{
    return glyph_middle(&g_array_index(line, Glyph, 0));
}

float run_middle(const GArray *run)
{
    return (g_array_index(run, Glyph, 0).left + g_array_index(run, Glyph, run->len - 1).right) / 2;
}

/* A figure as tables print amounts: digits with a point or separators. */
static bool is_figure(const GArray *line)
{
    bool marked = false;
    for (guint i = 0; i < line->len; i++) {
        gunichar character = g_array_index(line, Glyph, i).character;
        bool mark = character == '.' || character == ',' || character == 0xff0e || character == 0xff0c;
        marked |= mark;
        if (!mark && !character_is_digit(character) && character != '-' && character != 0x2212)
            return false;
    }
    return marked && line->len > 2;
}

guint figure_bases(const GArray *glyphs, GArray *bases)
{
    g_autoptr(GPtrArray) lines = lines_from_glyphs(glyphs);
    guint count = 0;
    for (guint i = 0; i < lines->len; i++) {
        g_autoptr(GPtrArray) runs = runs_of_line(g_ptr_array_index(lines, i));
        bool figure = false;
        bool begins = false;
        for (guint k = 0; k < runs->len; k++) {
            figure |= is_figure(g_ptr_array_index(runs, k));
            begins |= run_begins_row(g_ptr_array_index(runs, k));
        }
        if (figure || begins)
            g_array_append_val(bases, g_array_index((GArray *)g_ptr_array_index(lines, i), Glyph, 0).base);
        count += figure;
    }
    return count;
}

void bases_join(GArray *bases)
{
    /* Type of tables is 8 points or more: baselines nearer than half of that belong to one line. */
    g_array_sort(bases, compare_floats);
    guint kept = 0;
    for (guint i = 0; i < bases->len; i++) {
        float base = g_array_index(bases, float, i);
        if (kept == 0 || base - g_array_index(bases, float, kept - 1) > 4)
            g_array_index(bases, float, kept++) = base;
    }
    g_array_set_size(bases, kept);
}

/* Two things that only share a line: a wide gap parts them, a narrower one a number and the name behind it. */
static bool stands_apart(const Glyph *before, const Glyph *glyph, bool narrow)
{
    bool number = character_is_digit(before->character) && glyph->character >= 0x2e80;
    return glyph->left - before->right > (number || narrow ? SPACE_GAP : RUN_GAP) * glyph->size;
}

/* Words that tables spread over their cells: 收    入, 项  目, 收  入  总  计. The longest of one beginning first. */
static const char *const spread_words[] = {"本年收入合计", "本年支出合计", "收入总计", "支出总计", "收入合计", "支出合计", "收入", "支出", "项目",
                                           "合计", "总计", "小计", "科目", "编码", "名称", "金额", "备注"};

/* No word is spread wider than this between two characters, in their size. */
#define SPREAD_GAP 8

/* ⼊ (a radical) for 入: some programs write the one for the other. */
static gunichar plain_character(gunichar character)
{
    gunichar plain = character;
    if (character >= 0x2e80 && character <= 0x2fdf)
        g_unichar_fully_decompose(character, TRUE, &plain, 1);
    return plain;
}

/* How many glyphs from `first` on are a spread word, each apart from the next; 0 for none. */
static guint spread_word_at(const GArray *line, guint first, bool narrow)
{
    for (gsize i = 0; i < G_N_ELEMENTS(spread_words); i++) {
        guint at = first;
        bool same = true;
        for (const char *letter = spread_words[i]; *letter != '\0' && same; letter = g_utf8_next_char(letter), at++) {
            const Glyph *glyph = at < line->len ? &g_array_index(line, Glyph, at) : NULL;
            const Glyph *before = at > first ? &g_array_index(line, Glyph, at - 1) : NULL;
            same = glyph != NULL && plain_character(glyph->character) == g_utf8_get_char(letter) &&
                   (before == NULL ||
                    (stands_apart(before, glyph, narrow) && glyph->left - before->right < SPREAD_GAP * glyph->size));
        }
        const Glyph *after = at < line->len ? &g_array_index(line, Glyph, at) : NULL;
        if (same && (after == NULL || stands_apart(&g_array_index(line, Glyph, at - 1), after, narrow)))
            return at - first;
    }
    return 0;
}

GPtrArray *runs_of_line(const GArray *line)
{
    return pieces_of_line(line, false);
}

GPtrArray *pieces_of_line(const GArray *line, bool narrow)
{
    GPtrArray *runs = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    GArray *run = NULL;
    guint spread = 0; /* how far the spread word reaches that began last */
    for (guint i = 0; i < line->len; i++) {
        const Glyph *glyph = &g_array_index(line, Glyph, i);
        if (run == NULL || (i >= spread && stands_apart(&g_array_index(line, Glyph, i - 1), glyph, narrow))) {
            spread = i + spread_word_at(line, i, narrow);
            run = g_array_new(FALSE, FALSE, sizeof(Glyph));
            g_ptr_array_add(runs, run);
        }
        g_array_append_val(run, *glyph);
    }
    return runs;
}

bool run_is_figure(const GArray *run)
{
    return is_figure(run);
}

/* 201 2010301 01, 一、 （一） 1.: codes and list numbers begin rows. */
bool run_begins_row(const GArray *run)
{
    guint digits = 0;
    while (digits < run->len && character_is_digit(g_array_index(run, Glyph, digits).character))
        digits++;
    if (digits == run->len)
        return digits >= 2 && digits <= 7;
    gunichar after = g_array_index(run, Glyph, digits).character;
    if (digits > 0)
        return (digits <= 2 && (after == '.' || after == 0x3001 || after == 0xff0e)) ||
               ((digits == 3 || digits == 5 || digits == 7) && after >= 0x4e00);
    guint numbers = 0;
    bool bracket = after == 0xff08 || after == '(';
    guint from = bracket ? 1 : 0;
    while (from + numbers < run->len &&
           g_utf8_strchr("一二三四五六七八九十", -1, g_array_index(run, Glyph, from + numbers).character) != NULL)
        numbers++;
    if (numbers == 0 || from + numbers >= run->len)
        return false;
    gunichar end = g_array_index(run, Glyph, from + numbers).character;
    return bracket ? end == 0xff09 || end == ')' : end == 0x3001;
}

GPtrArray *runs_of_figures(const GArray *glyphs)
{
    g_autoptr(GPtrArray) lines = lines_from_glyphs(glyphs);
    if (lines->len != 1)
        return NULL;
    g_autoptr(GPtrArray) runs = runs_of_line(g_ptr_array_index(lines, 0));
    guint figures = 0;
    for (guint i = 0; i < runs->len; i++)
        figures += is_figure(g_ptr_array_index(runs, i));
    return figures >= 1 && runs->len >= 2 ? g_steal_pointer(&runs) : NULL;
}
