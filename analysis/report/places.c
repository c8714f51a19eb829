/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/report/places.h"

#include <string.h>

#include "schema/language.h"

/* Beyond this a report is no longer read; the findings still name file, page and line. */
enum { PLACES_MAX = 600, PLACES_OF_FIGURES_MAX = 400, LINES_AROUND = 2, LINES_MARKED_MAX = 16, FIGURE_LENGTH_MAX = 12 };

typedef struct {
    const Filing *filing;
    int page, line;
    char *where;
    char *text;
    char *anchor;
} Citation;

struct Places {
    const Department *department;
    GPtrArray *list;   /* Citation */
    GHashTable *known; /* anchor -> Citation */
};

static void place_free(gpointer data)
{
    Citation *place = data;
    g_free(place->where);
    g_free(place->text);
    g_free(place->anchor);
    g_free(place);
}

Places *places_new(const Department *department)
{
    Places *places = g_new0(Places, 1);
    places->department = department;
    places->list = g_ptr_array_new_with_free_func(place_free);
    places->known = g_hash_table_new(g_str_hash, g_str_equal);
    return places;
}

void places_free(Places *places)
{
    if (places == NULL)
        return;
    g_hash_table_unref(places->known);
    g_ptr_array_unref(places->list);
    g_free(places);
}

static const Filing *filing_among(const GPtrArray *filings, gint64 id, const char *file)
{
    for (guint i = 0; filings != NULL && i < filings->len; i++) {
        const Filing *filing = g_ptr_array_index(filings, i);
        if (id != 0 ? filing_has_id(filing, id) : filing_has_file(filing, file))
            return filing;
    }
    return NULL;
}

const Filing *places_filing(const Places *places, gint64 id, const char *file)
{
    const Filing *filing = filing_among(places->department->filings, id, file);
    return filing != NULL ? filing : filing_among(places->department->restated, id, file);
}

/* Of letters and digits only, and different for every filing of the department. */
static char *place_anchor(const Places *places, const Filing *filing, int page, int line)
{
    guint earlier = 0;
    bool restated =
        places->department->restated != NULL && g_ptr_array_find(places->department->restated, filing, &earlier);
    g_autofree char *version = restated ? g_strdup_printf("v%u", earlier) : g_strdup("");
    return g_strdup_printf("p-%d%c%s-%d-%d", filing->fiscal_year, filing->kind == KIND_ACCOUNTS ? 'a' : 'b', version,
                           page, line);
}

static const char *cite(Places *places, guint most, const Filing *filing, int page, int line, const char *where, const char *text)
{
    if (filing == NULL || page <= 0)
        return NULL;
    g_autofree char *anchor = place_anchor(places, filing, page, MAX(line, 0));
    Citation *place = g_hash_table_lookup(places->known, anchor);
    if (place == NULL && places->list->len >= most)
        return NULL;
    if (place == NULL) {
        place = g_new0(Citation, 1);
        *place = (Citation){filing, page, MAX(line, 0), g_strdup(where), g_strdup(text), g_steal_pointer(&anchor)};
        g_ptr_array_add(places->list, place);
        g_hash_table_insert(places->known, place->anchor, place);
    } else if (strlen(text) > strlen(place->text)) {
        /* A sentence says more than a figure of it, and marks more lines. */
        g_free(place->text);
        place->text = g_strdup(text);
    }
    return place->anchor;
}

const char *places_cite(Places *places, const Filing *filing, int page, int line, const char *where, const char *text)
{
    return cite(places, PLACES_MAX, filing, page, line, where, text);
}

const char *places_cite_figure(Places *places, const Filing *filing, int page, int line, const char *where, const char *text)
{
    return cite(places, PLACES_OF_FIGURES_MAX, filing, page, line, where, text);
}

static char *without_spaces(const char *text)
{
    GString *out = g_string_new(NULL);
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        if (!g_unichar_isspace(letter))
            g_string_append_unichar(out, letter);
    }
    return g_string_free(out, FALSE);
}

static bool is_blank(const char *line)
{
    return line[strspn(line, " \t\r\n")] == '\0';
}

/* Page numbers fall into the middle of sentences. */
static bool is_page_number(const char *line)
{
    const char *start = line + strspn(line, " \t-—");
    size_t digits = strspn(start, "0123456789");
    return digits > 0 && digits <= 4 && start[digits + strspn(start + digits, " \t\r-—")] == '\0';
}

/* A sentence runs on over the lines that hold a part of it; a figure's place is its line alone. */
static bool line_continues(const char *line, const char *sentence)
{
    g_autofree char *bare = without_spaces(line);
    const char *stop = strstr(bare, "。");
    g_autofree char *head = stop != NULL ? g_strndup(bare, (gsize)(stop - bare)) : g_strdup(bare);
    return head[0] != '\0' && strstr(sentence, head) != NULL;
}

static int last_line_of(char *const *lines, int count, int first, const char *sentence)
{
    int last = first;
    for (int i = first + 1; i < count && i - first < LINES_MARKED_MAX; i++) {
        if (is_blank(lines[i]) || is_page_number(lines[i]))
            continue;
        if (!line_continues(lines[i], sentence))
            break;
        last = i;
    }
    return last;
}

/* The page's lines, and what is to be seen of them. */
typedef struct {
    char **lines;
    int count;
    bool *marked, *shown;
    const char **anchors;
} PageView;

static void page_view_init(PageView *view, const char *page)
{
    view->lines = g_strsplit(page, "\n", -1);
    view->count = (int)g_strv_length(view->lines);
    gsize room = g_strv_length(view->lines) + 1;
    view->marked = g_new0(bool, room);
    view->shown = g_new0(bool, room);
    view->anchors = g_new0(const char *, room);
}

static void page_view_clear(PageView *view)
{
    g_strfreev(view->lines);
    g_free(view->marked);
    g_free(view->shown);
    g_free(view->anchors);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(PageView, page_view_clear)

/* Marks the lines that the text runs over, from the one it begins in. */
static void page_view_mark(PageView *view, const Citation *place)
{
    int first = place->line - 1;
    if (first < 0 || first >= view->count)
        return;
    g_autofree char *sentence = without_spaces(place->text);
    bool is_sentence = g_utf8_strlen(sentence, -1) > FIGURE_LENGTH_MAX;
    int last = is_sentence ? last_line_of(view->lines, view->count, first, sentence) : first;
    int from = first;
    for (int around = 0; from > 0 && around < LINES_AROUND;)
        around += !is_blank(view->lines[--from]);
    int to = last;
    for (int around = 0; to + 1 < view->count && around < LINES_AROUND;)
        around += !is_blank(view->lines[++to]);
    for (int i = from; i <= to; i++) {
        view->shown[i] = true;
        view->marked[i] = view->marked[i] || (i >= first && i <= last);
    }
    view->anchors[first] = place->anchor;
}

static void excerpt_from_view(Block *excerpt, const PageView *view)
{
    bool skipped = false;
    for (int i = 0; i < view->count; i++) {
        bool blank = is_blank(view->lines[i]) && view->anchors[i] == NULL;
        if (view->shown[i] && !blank) {
            ExcerptLine *line = excerpt_add(excerpt, i + 1, view->anchors[i], view->lines[i]);
            line->marked = view->marked[i];
            line->skipped = skipped && excerpt->lines->len > 1;
            skipped = false;
        }
        skipped = skipped || (!view->shown[i] && !blank);
    }
}

static gint place_compare(gconstpointer a, gconstpointer b)
{
    const Citation *x = *(Citation *const *)a;
    const Citation *y = *(Citation *const *)b;
    if (x->filing->fiscal_year != y->filing->fiscal_year)
        return y->filing->fiscal_year - x->filing->fiscal_year;
    if (x->filing != y->filing)
        return strcmp(x->anchor, y->anchor);
    return x->page != y->page ? x->page - y->page : x->line - y->line;
}

/* What cannot be found on its page (or came without pages) is shown in its own words. */
static void add_words(Block *excerpt, const Citation *place)
{
    bool named = place->where[0] != '\0';
    g_autofree char *words = g_strconcat(place->where, named ? say("：", ": ") : "", place->text, NULL);
    excerpt_add(excerpt, place->line, place->anchor, words)->marked = true;
}

static void excerpt_from_places(Blocks *blocks, const Citation *const *places, guint count)
{
    const Filing *filing = places[0]->filing;
    guint page = (guint)places[0]->page;
    const char *file = NULL;
    int file_page = 0;
    filing_place(filing, places[0]->page, &file, &file_page);
    Prose *title = prose_new(NULL);
    prose_addf(title, TONE_STRONG, say("第 %d 页", "Page %d"), file_page);
    prose_addf(title, TONE_MUTED, " · %s", file);
    Block *excerpt = blocks_excerpt(blocks, title);
    g_auto(PageView) view = {0};
    page_view_init(&view, page <= filing->pages->len ? g_ptr_array_index(filing->pages, page - 1) : "");
    bool has_text = page <= filing->pages->len;
    for (guint i = 0; i < count; i++) {
        if (has_text && places[i]->line > 0 && places[i]->line <= view.count)
            page_view_mark(&view, places[i]);
        else
            add_words(excerpt, places[i]);
    }
    excerpt_from_view(excerpt, &view);
}

bool blocks_from_places(const Places *places, Blocks *blocks)
{
    g_ptr_array_sort(places->list, place_compare);
    for (guint first = 0, next = 0; first < places->list->len; first = next) {
        const Citation *start = g_ptr_array_index(places->list, first);
        for (next = first; next < places->list->len; next++) {
            const Citation *place = g_ptr_array_index(places->list, next);
            if (place->filing != start->filing || place->page != start->page)
                break;
        }
        excerpt_from_places(blocks, (const Citation *const *)places->list->pdata + first, next - first);
    }
    return places->list->len > 0;
}
