/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/sheet_form.h"

#include <stdlib.h>
#include <string.h>

#include "history/outline.h"
#include "history/pattern.h"
#include "history/plain.h"

/* A heading at least this like a form's is taken for it. */
#define LIKE_ENOUGH 0.6

/* What the headings must come to for a table to be known without its title. */
#define HEADINGS_ALONE 0.95

/* So many rows must be lines of a table for it to stand upright. */
#define LINES_LEAST 2

/* The form that fits must explain this share of the sheets that look like tables of filings. */
#define TITLE_LIKE 0.72

void sheet_map_free(SheetMap *map)
{
    if (map == NULL)
        return;
    g_free(map->parts);
    g_free(map->columns);
    g_free(map);
}

void sheet_match_clear(SheetMatch *match)
{
    g_free(match->title);
}

/* The years that a text names, the newest of them; 0 for none. */
static int newest_year(const char *text)
{
    int newest = 0;
    for (const char *mark = text; (mark = strstr(mark, "年")) != NULL; mark += strlen("年")) {
        const char *first = mark;
        while (first > text && g_ascii_isdigit(first[-1]))
            first--;
        if (mark - first == 4 && (*first == '1' || *first == '2'))
            newest = MAX(newest, atoi(first));
    }
    return newest;
}

bool heading_is_of_other_year(const char *path, int year)
{
    static GRegex *other;
    if (g_regex_match(pattern_once(&other, "上年|去年|上一年|增减|增长|比上|变动|差异|%|比例|比率|率（|完成率"), path,
                      0, NULL) &&
        strstr(path, "结转") == NULL && strstr(path, "结余") == NULL)
        return true;
    int named = newest_year(path);
    return named != 0 && named < year;
}

int sheet_heading_year(const Sheet *sheet)
{
    int newest = 0;
    for (guint i = 0; i < sheet->columns->len; i++)
        if (sheet_column(sheet, i)->role == ROLE_VALUE)
            newest = MAX(newest, newest_year(sheet_column(sheet, i)->path));
    return newest;
}

/*
 * The different pairs of neighbouring characters of a text, sorted. Headings are compared by the thousand: no hash, and
 * no heap for what has the length of a heading.
 */
#define PAIRS_INSIDE 64

typedef struct {
    guint64 inside[PAIRS_INSIDE];
    guint64 *pairs; /* inside, or on the heap for a long text */
    guint count;
} Pairs;

static void pairs_clear(Pairs *pairs)
{
    if (pairs->pairs != pairs->inside)
        g_free(pairs->pairs);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Pairs, pairs_clear)

static void pairs_insert(Pairs *pairs, guint64 pair)
{
    guint at = pairs->count;
    while (at > 0 && pairs->pairs[at - 1] > pair)
        at--;
    if (at > 0 && pairs->pairs[at - 1] == pair)
        return;
    memmove(pairs->pairs + at + 1, pairs->pairs + at, (pairs->count - at) * sizeof pair);
    pairs->pairs[at] = pair;
    pairs->count++;
}

/* A text of one character is a pair with nothing. */
static void pairs_of(const char *text, Pairs *pairs)
{
    gsize most = strlen(text);
    pairs->count = 0;
    pairs->pairs = most > PAIRS_INSIDE ? g_new(guint64, most) : pairs->inside;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        const char *next = g_utf8_next_char(at);
        if (*next != '\0' || at == text)
            pairs_insert(pairs, (guint64)g_utf8_get_char(at) << 32 | g_utf8_get_char(next));
    }
}

/* Twice the shared pairs by all pairs: 1 for the same pairs, 0 for nothing in common. */
static double likeness_of_pairs(const Pairs *x, const Pairs *y)
{
    guint shared = 0;
    for (guint i = 0, k = 0; i < x->count && k < y->count;) {
        guint64 left = x->pairs[i];
        guint64 right = y->pairs[k];
        shared += left == right ? 1 : 0;
        i += left <= right ? 1 : 0;
        k += right <= left ? 1 : 0;
    }
    guint all = x->count + y->count;
    return all > 0 ? 2.0 * shared / all : 0;
}

static double likeness(const char *a, const char *b)
{
    if (g_str_equal(a, b))
        return 1;
    g_auto(Pairs) x, y;
    pairs_of(a, &x);
    pairs_of(b, &y);
    return likeness_of_pairs(&x, &y);
}

/* How like the likest of some is to a text, whose pairs are made once. */
static double likeness_to_any(const Pairs *own, char **others, const char *(*core)(const char *other))
{
    double best = 0;
    for (char **other = others; *other != NULL; other++) {
        g_auto(Pairs) pairs;
        pairs_of(core(*other), &pairs);
        best = MAX(best, likeness_of_pairs(own, &pairs));
    }
    return best;
}

static const char *leaf_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash != NULL ? slash + 1 : path;
}

/* Headings without the words in brackets and the unit that some filings print with them. */
static char *heading_key(const char *path)
{
    static GRegex *extra;
    g_autofree char *key = label_key(path);
    return g_regex_replace_literal(
        pattern_once(&extra, "（(?:万元|元|单位：[^）]*|[0-9+=-]*)）|(?:19|20)[0-9]{2}年度?|本年(?=预算|决算)"), key,
        -1, 0, "", 0, NULL);
}

/*
 * How like a path is to a heading of the form: the same leaf counts most, what stands above it tells columns of one name
 * apart. `leaf_pairs` are the path's own, made once for all headings.
 */
/* 支出合计 for 支出/合计: without lines between them two headings run together. */
static bool runs_together(const char *path, const char *heading)
{
    while (*path != '\0' && (*heading == *path || *heading == '/'))
        path += *heading++ != '/';
    return *path == '\0' && *heading == '\0';
}

static double path_likeness(const char *path, const Pairs *leaf_pairs, const char *heading)
{
    if (g_str_equal(path, heading) || (strchr(heading, '/') != NULL && runs_together(path, heading)))
        return 1;
    const char *leaf = leaf_of(path);
    const char *other = leaf_of(heading);
    g_auto(Pairs) other_pairs;
    pairs_of(other, &other_pairs);
    double leaves = g_str_equal(leaf, other) ? 1 : likeness_of_pairs(leaf_pairs, &other_pairs);
    /* 基本支出人员经费: where no lines part them, a heading runs into the one above it. */
    if (leaves < 0.85 && g_utf8_strlen(other, -1) >= 3 && g_str_has_suffix(leaf, other))
        leaves = 0.85;
    if (leaves <= 0)
        return 0;
    bool bare = other == heading || leaf == path;
    g_autofree char *above = g_strndup(path, (gsize)(leaf - path));
    g_autofree char *other_above = g_strndup(heading, (gsize)(other - heading));
    double roofs = bare ? 0.75 : likeness(above, other_above);
    return 0.7 * leaves + 0.28 * roofs * leaves;
}

static double key_likeness(const char *key, char **headings)
{
    double best = 0;
    g_auto(Pairs) leaf_pairs;
    pairs_of(leaf_of(key), &leaf_pairs);
    for (char **heading = headings; *heading != NULL; heading++)
        best = MAX(best, path_likeness(key, &leaf_pairs, *heading));
    return best;
}

double heading_likeness(const char *path, char **headings)
{
    g_autofree char *key = heading_key(path);
    return key_likeness(key, headings);
}

/* A column of the sheet beside one of the form. */
typedef struct {
    double score;
    int printed, known;
} Pair;

static gint compare_pairs(gconstpointer a, gconstpointer b)
{
    const Pair *x = a;
    const Pair *y = b;
    if (x->score < y->score || x->score > y->score)
        return x->score > y->score ? -1 : 1;
    return x->printed != y->printed ? x->printed - y->printed : x->known - y->known;
}

/* Pairs the value columns of a block with those of a part, the likest first; each counts once. `year` is the headings' newest. */
static void map_block(const Sheet *sheet, int year, int block, const FormPart *part, SheetMap *map)
{
    g_autoptr(GArray) pairs = g_array_new(FALSE, FALSE, sizeof(Pair));
    int order = 0;
    for (guint i = 0; i < sheet->columns->len; i++) {
        const SheetColumn *column = sheet_column(sheet, i);
        if (column->block != block || column->role != ROLE_VALUE || heading_is_of_other_year(column->path, year))
            continue;
        g_autofree char *key = heading_key(column->path);
        for (guint k = 0; k < part->columns->len; k++) {
            double like = key_likeness(key, g_ptr_array_index(part->headings, k));
            /* The order decides between columns of one name. */
            Pair pair = {like - 0.002 * ABS(order - (int)k), (int)i, (int)k};
            if (like >= LIKE_ENOUGH)
                g_array_append_val(pairs, pair);
        }
        order++;
    }
    g_array_sort(pairs, compare_pairs);
    guint32 taken = 0;
    for (guint i = 0; i < pairs->len; i++) {
        const Pair *pair = &g_array_index(pairs, Pair, i);
        if (map->columns[pair->printed] >= 0 || (taken & 1u << pair->known) != 0)
            continue;
        map->columns[pair->printed] = pair->known;
        taken |= 1u << pair->known;
    }
}

SheetMap *sheet_map_new(const Sheet *sheet, const FormTable *table)
{
    SheetMap *map = g_new0(SheetMap, 1);
    map->parts = g_new0(const FormPart *, sheet->block_count + 1);
    map->columns = g_new(int, sheet->columns->len + 1);
    for (guint i = 0; i < sheet->columns->len; i++)
        map->columns[i] = -1;
    int year = sheet_heading_year(sheet);
    for (int block = 0; block < sheet->block_count; block++) {
        /* Blocks beside each other in a table of one part are its rows in several columns of paper. */
        int part = table->part_count == 1 ? 0 : block;
        map->parts[block] = part < table->part_count ? table->parts[part] : NULL;
        if (map->parts[block] != NULL)
            map_block(sheet, year, block, map->parts[block], map);
    }
    for (guint i = 0; i < sheet->columns->len; i++)
        if (sheet_column(sheet, i)->role == ROLE_VALUE &&
            !heading_is_of_other_year(sheet_column(sheet, i)->path, year)) {
            map->known += map->columns[i] >= 0;
            map->unknown += map->columns[i] < 0;
        }
    return map;
}

/* A title without the words that drift: year, 部门, 情况, 明细. */
static char *title_core(const char *key)
{
    static GRegex *drift;
    return g_regex_replace_literal(pattern_once(&drift, "(?:19|20)[0-9]{2}年度?|部门|单位|情况|明细|年度|总体|汇总"),
                                   key, -1, 0, "", 0, NULL);
}

/* The same of a form's title, reckoned once. */
static const char *core_of_form_title(const char *title)
{
    static GHashTable *cores = NULL;
    if (cores == NULL)
        cores = g_hash_table_new(g_str_hash, g_str_equal);
    char *core = g_hash_table_lookup(cores, title);
    if (core == NULL) {
        core = title_core(title);
        g_hash_table_insert(cores, g_strdup(title), core);
    }
    return core;
}

/* The key of a title without what stands in brackets behind it. */
static char *title_key(const char *title)
{
    g_autofree char *key = label_key(title);
    char *bracket = g_str_has_suffix(key, "）") ? g_strrstr(key, "（") : NULL;
    if (bracket != NULL && bracket > key)
        *bracket = '\0';
    return g_steal_pointer(&key);
}

/* How well the headings fit: the share of value columns, the sheet's and the form's, that find each other. */
static double headings_fit(const Sheet *sheet, const FormTable *table)
{
    g_autoptr(SheetMap) map = sheet_map_new(sheet, table);
    bool blocks = table->part_count == 1 || sheet->block_count >= 2;
    return blocks && map->known + map->unknown > 0 ? (double)map->known / (map->known + map->unknown) : 0;
}

/* True when codes stand where the form says so. */
static bool rows_fit(const Sheet *sheet, const FormPart *part)
{
    bool coded = false;
    for (guint i = 0; i < sheet->columns->len; i++)
        coded |= sheet_column(sheet, i)->role == ROLE_CODE;
    return coded == (part->rows == ROWS_FUNCTIONAL || part->rows == ROWS_ECONOMIC);
}

/* What may be a sheet's title: one of the lines above it, alone or with the line before it, which it goes on from. */
typedef struct {
    char *text, *key;
    char *core; /* NULL of a joined one */
} Title;

static void title_clear(gpointer data)
{
    Title *title = data;
    g_free(title->text);
    g_free(title->key);
    g_free(title->core);
}

static void add_title(GArray *titles, const char *above, const char *own)
{
    Title title = {.text = g_strconcat(above != NULL ? above : "", own, NULL)};
    title.key = title_key(title.text);
    title.core = above == NULL ? title_core(title.key) : NULL;
    g_array_append_val(titles, title);
}

/* The nearest first, each alone and then joined. */
static GArray *titles_of_sheet(const Sheet *sheet)
{
    GArray *titles = g_array_new(FALSE, FALSE, sizeof(Title));
    g_array_set_clear_func(titles, title_clear);
    for (guint i = 0; i < sheet->titles->len; i++) {
        const char *own = g_ptr_array_index(sheet->titles, i);
        add_title(titles, NULL, own);
        add_title(titles, i + 1 < sheet->titles->len ? g_ptr_array_index(sheet->titles, i + 1) : "", own);
    }
    return titles;
}

/* A table of a form that a sheet may be. */
typedef struct {
    const FormTable *table; /* NULL for none */
    const Title *title;
    gsize length; /* of the form's title, at the end of the sheet's; 0 where the table is renamed */
    double score;
} Found;

/* A title that is nobody's, though much like one of the form's: the table is renamed where its headings agree. */
static Found find_renamed(const Sheet *sheet, const GArray *titles, const Form *form)
{
    Found found = {0};
    double best = 0;
    for (guint t = 0; t < titles->len && found.table == NULL; t++) {
        const Title *title = &g_array_index(titles, Title, t);
        if (title->core == NULL)
            continue;
        g_auto(Pairs) own;
        pairs_of(title->core, &own);
        for (guint i = 0; i < form->tables->len; i++) {
            const FormTable *table = g_ptr_array_index(form->tables, i);
            if (table->stands_for != NULL || !rows_fit(sheet, table->parts[0]))
                continue;
            double like = likeness_to_any(&own, table->titles, core_of_form_title);
            if (like < TITLE_LIKE || like <= best || headings_fit(sheet, table) < HEADINGS_ALONE)
                continue;
            best = like;
            found = (Found){.table = table, .title = title, .score = 0.5 * like + 0.5};
        }
    }
    return found;
}

static Found find_table(const Sheet *sheet, const GArray *titles, const Form *form)
{
    for (guint i = 0; i < titles->len; i++) {
        const Title *title = &g_array_index(titles, Title, i);
        gsize length = 0;
        const FormTable *table = form_table_titled(form, title->key, &length);
        if (table != NULL)
            return (Found){table, title, length, 1 + headings_fit(sheet, table)};
    }
    return find_renamed(sheet, titles, form);
}

/* A form's title as the sheet prints it, without what stands in brackets behind it. */
static char *printed_title(const Title *title, gsize length)
{
    g_autofree char *bare = g_strdup(title->text);
    g_autofree char *whole = label_key(title->text);
    if (strlen(whole) > strlen(title->key) && g_strrstr(bare, "（") != NULL)
        *g_strrstr(bare, "（") = '\0';
    return title_as_printed(bare, length);
}

/* How many of the sheet's rows a table of named lines knows by their labels. */
static guint lines_in_sheet(const Sheet *sheet, const FormPart *part)
{
    guint count = 0;
    for (guint i = 0; i < sheet->rows->len; i++)
        for (guint c = 0; c < sheet->columns->len; c++) {
            const SheetPlace *place = &sheet_row(sheet, i)->places[c];
            guint hint = 0;
            if (sheet_column(sheet, c)->role != ROLE_LABEL || place->text[0] == '\0' || !place->begins)
                continue;
            g_autofree char *label = label_key(skip_list_number(place->text));
            const FormLine *line = form_part_line(part, label, &hint);
            count += line != NULL && line->level > 0;
        }
    return count;
}

/* The table whose lines are the columns of another one, where the sheet prints it so: 因公出国（境）费 below 公务接待费. */
static const FormTable *upright_table(const Sheet *sheet, const Form *form, const FormTable *table)
{
    for (guint i = 0; i < form->tables->len; i++) {
        const FormTable *other = g_ptr_array_index(form->tables, i);
        if (other->stands_for != NULL && form_table_is(other, table) && lines_in_sheet(sheet, other->parts[0]) >= LINES_LEAST)
            return other;
    }
    return table;
}

SheetMatch sheet_match(const Sheet *sheet, const Form *form)
{
    g_autoptr(GArray) titles = titles_of_sheet(sheet);
    Found found = find_table(sheet, titles, form);
    SheetMatch match = {.table = found.table, .titled = found.length > 0, .score = found.score};
    if (found.table != NULL)
        match.table = upright_table(sheet, form, found.table);
    if (found.table != NULL)
        match.title = found.length > 0 ? printed_title(found.title, found.length) : g_strdup(found.title->key);
    return match;
}

/* How well a form explains the sheets: each of its tables counts once, by its best match. */
static double form_score(const GPtrArray *sheets, const GPtrArray *titles, const Form *form)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    double score = 0;
    for (guint i = 0; i < sheets->len; i++) {
        Found found = find_table(g_ptr_array_index(sheets, i), g_ptr_array_index(titles, i), form);
        if (found.table != NULL && g_hash_table_add(seen, (gpointer)found.table))
            score += found.score;
    }
    /* Of two forms that explain the same sheets, the one that misses fewer tables is theirs. */
    return score > 0 ? score - 0.01 * (double)(form->tables->len - g_hash_table_size(seen)) : 0;
}

const Form *form_of_sheets(const GPtrArray *sheets, const GPtrArray *forms)
{
    g_autoptr(GPtrArray) titles = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    for (guint i = 0; i < sheets->len; i++)
        g_ptr_array_add(titles, titles_of_sheet(g_ptr_array_index(sheets, i)));
    const Form *best = NULL;
    double most = 0;
    for (guint i = 0; i < forms->len; i++) {
        double score = form_score(sheets, titles, g_ptr_array_index(forms, i));
        if (score > most) {
            most = score;
            best = g_ptr_array_index(forms, i);
        }
    }
    return best;
}
