/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/name_change.h"

#include <string.h>

#include "history/body_name.h"
#include "history/pattern.h"
#include "history/plain.h"

/*
 * A sentence longer than this is two that lost their full stop; a filing with more statements repeats itself; one with
 * more sentences that may be statements is no filing.
 */
#define SENTENCE_BYTES 900
#define STATEMENTS_MOST 8
#define TRIED_MOST 1000
#define HEADING_CHARACTERS 16

/* A name in running text, with the words around it; several of them. */
#define NAME "[^，。；：、“”《》（）]{2,40}?"
#define NAMES "[^，。；：《》（）]{3,120}?"
#define END "(?=[，。；：、”》（）]|$)"
#define FORMED "(?:组建|设立|成立|新组建)(?:了|为|成|新的)?"

/*
 * The wordings, in the order they are tried. `from` and `to` are the names; a `to` that is not there is the filing's own
 * department.
 */
static const struct {
    const char *mark; /* no sentence without this text can fit */
    const char *pattern;
    ChangeKind kind;
    bool implied; /* it is not said whose former name it is */
} wordings[] = {
    {"名称由", "名称由“?(?<from>" NAME ")”?(?:变更|更改|更名|改)为“?(?<to>" NAME ")" END, CHANGE_RENAMED, false},
    {"为", "(?:^|[，；：、（“])(?<from>" NAME ")”?(?:于[^，。；]{1,14})?(?:已|正式)?(?<![拟将未不])(?:更名|改名|改称)(?:为|成|作)“?(?<to>" NAME ")" END,
     CHANGE_RENAMED, false},
    {"更名而", "(?:^|[，；：])(?<to>" NAME ")?(?:由|系|是)原?“?(?<from>" NAME ")”?更名而(?:来|成)", CHANGE_RENAMED, true},
    {"原名", "(?:^|[，；：])(?<to>[^，。；：、“”《》]{2,40}?)?[，（]?原名(?:称)?(?:为|是|叫|：)?“?(?<from>" NAME ")" END, CHANGE_RENAMED, true},
    {"不再保留", FORMED "“?(?<to>" NAME ")”?[，；][^。]{0,40}?不再保留原?“?(?<from>" NAMES ")(?=[，。；：（）]|$)", CHANGE_MERGED, false},
    {"不再保留", "不再保留原?“?(?<from>" NAMES ")”?(?:的?(?:牌子|机构))?(?:[，；][^。]{0,20}?)?" FORMED "“?(?<to>" NAME ")" END, CHANGE_MERGED, false},
    {"不再保留", "不再保留原?“?(?<from>" NAMES ")(?=[，。；：（）]|$)", CHANGE_MERGED, true},
    {"基础上", "在“?(?<from>" NAMES ")”?的?基础上[^。；]{0,12}?" FORMED "“?(?<to>" NAME ")" END, CHANGE_MERGED, false},
    {"合并", "(?:^|[，；：])(?<from>" NAMES ")”?(?:两|三|四|五)?(?:个)?(?:单位|部门|机构)?(?:进行)?合并[^。；]{0,12}?(?:为|成|" FORMED ")“?(?<to>" NAME ")" END,
     CHANGE_MERGED, false},
    {"职责", "(?:^|[，；：])(?<from>" NAMES ")”?(?:等[^，。；]{0,6})?的?(?:[^，。；的]{0,12})职责(?:进行)?(?:等)?整合[^。]{0,12}?" FORMED "“?(?<to>" NAME ")" END,
     CHANGE_MERGED, false},
    {"职责", "(?:^|[，；：])(?<from>" NAMES ")”?的?(?:相关|有关|全部|行政|[^，。；的]{0,12})?职责(?:等)?(?:整体|全部)?(?:划入|并入|划归|划转至|划转到)“?(?<to>" NAME ")" END,
     CHANGE_MERGED, false},
    {"并入", "(?:^|[，；：])(?<from>" NAMES ")”?(?:整体|整建制|全部)?并入“?(?<to>" NAME ")" END, CHANGE_MERGED, false},
    {"分设", "(?:^|[，；：])(?<to>" NAME ")?(?:由|从)原?“?(?<from>" NAME ")”?(?:中)?(?:分设|分立)", CHANGE_SPLIT, true},
    {"划出", "(?:^|[，；：])(?<to>" NAME ")?从原?“?(?<from>" NAME ")”?(?:中)?(?:整体)?划出", CHANGE_SPLIT, true},
    {"前身", "(?:^|[，；：])(?<to>" NAME ")?的?前身(?:为|是|系)原?“?(?<from>" NAME ")" END, CHANGE_FORMER, true},
    {"（原", "(?<to>" NAME ")（原“?(?<from>" NAME ")”?）", CHANGE_FORMER, false},
};

void name_change_clear(NameChange *change)
{
    g_clear_pointer(&change->from, g_ptr_array_unref);
    g_clear_pointer(&change->to, g_free);
}

/* ---- which name is meant ---- */

static bool is_known(GHashTable *known, const char *name)
{
    return known != NULL && g_hash_table_contains(known, name);
}

/* 水务局 in a filing of 虚构县水利局 is 虚构县水务局. The caller frees it. */
static char *with_places(const char *name, const char *own)
{
    g_autofree char *places = body_name_places(name);
    g_autofree char *around = body_name_places(own);
    return places[0] == '\0' ? g_strconcat(around, name, NULL) : g_strdup(name);
}

/* The filing's own department: by its name, the name in short, or 我局. */
static bool is_own(const char *words, const char *own)
{
    static GRegex *self;
    if (g_regex_match(pattern_once(&self, "^(?:(?:我|本)(?:局|委|办|厅|部|院|校|会|站|中心|单位|部门|机关)|现名|现机构|现单位)$"), words, 0, NULL))
        return true;
    g_autofree char *full = with_places(words, own);
    return body_name_is_plausible(words) && body_names_match(full, own);
}

/* The name that words are, NULL when they are none that is known. The caller frees it. */
static char *known_name(const char *words, const char *own, GHashTable *known)
{
    if (is_own(words, own))
        return g_strdup(own);
    if (is_known(known, words))
        return g_strdup(words);
    g_autofree char *full = with_places(words, own);
    return is_known(known, full) ? g_steal_pointer(&full) : NULL;
}

/* Words before a name: the front of the longest known name that the text ends with. */
static char *known_at_end(const char *text, const char *own, GHashTable *known)
{
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        char *name = known_name(at, own, known);
        if (name != NULL)
            return name;
    }
    return NULL;
}

/* Words behind a name: the longest known name that the text begins with, and that something else follows. */
static char *known_at_start(const char *text, const char *own, GHashTable *known)
{
    static GRegex *rest;
    pattern_once(&rest, "^(?:$|[后的并且和及与、挂加由以因等])");
    for (const char *end = text + strlen(text); end > text; end = g_utf8_prev_char(end)) {
        if (!g_regex_match(rest, end, 0, NULL))
            continue;
        g_autofree char *words = g_strndup(text, (gsize)(end - text));
        char *name = known_at_end(words, own, known);
        if (name != NULL)
            return name;
    }
    return NULL;
}

/* A name that no filing prints: without the words that often stand before and behind one. NULL when it is none. */
static char *unknown_name(const char *words, const char *own)
{
    static GRegex *before, *behind;
    g_autofree char *places = body_name_places(own);
    const char *place = places[0] != '\0' ? strstr(words, places) : NULL;
    g_autofree char *from = g_regex_replace_literal(
        pattern_once(&before, "^(?:.*(?:由原|将原|把原|是原|系原)|(?:.{0,16}[0-9]年(?:[0-9]+月)?(?:[0-9]+日)?(?:起|底|初)?)|(?:我|本)(?:局|委|办|厅|单位|部门)|根据.*?方案|由|将|把|从|原)+"),
        place != NULL ? place : words, -1, 0, "", 0, NULL);
    g_autofree char *name = g_regex_replace_literal(pattern_once(&behind, "(?:等|后|的|并|两|三|四)+(?:个?(?:单位|部门|机构))?$"), from, -1, 0, "", 0, NULL);
    return body_name_is_plausible(name) ? with_places(name, own) : NULL;
}

/* Names that match end alike: only a few of all that are printed need be looked at. */
static const char *ending_of(const char *name)
{
    glong length = g_utf8_strlen(name, -1);
    return length > 4 ? g_utf8_offset_to_pointer(name, length - 4) : name;
}

/* The printed name that an unknown one can only mean: 示例市虚构县水务局 for 虚构县水务局. */
static char *spelled_as_printed(char *name, GHashTable *known)
{
    GHashTableIter iter;
    gpointer printed;
    const char *found = NULL;
    int count = 0;
    if (known == NULL || name == NULL)
        return name;
    g_hash_table_iter_init(&iter, known);
    const char *ending = ending_of(name);
    while (g_hash_table_iter_next(&iter, &printed, NULL))
        if (g_str_has_suffix(printed, ending) && body_names_match(name, printed)) {
            found = printed;
            count++;
        }
    if (count != 1)
        return name;
    g_free(name);
    return g_strdup(found);
}

static char *name_from_words(const char *words, const char *own, GHashTable *known, bool ends)
{
    char *name = ends ? known_at_end(words, own, known) : known_at_start(words, own, known);
    return name != NULL ? name : spelled_as_printed(unknown_name(words, own), known);
}

static void add_name(GPtrArray *names, char *name)
{
    if (name == NULL || g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
        g_free(name);
    else
        g_ptr_array_add(names, name);
}

/*
 * 甲局和乙局 as two, where there are names on both sides of the word; false where it is part of a name, or is not there.
 */
static bool add_pair(GPtrArray *names, const char *words, const char *own, GHashTable *known)
{
    static const char *const between[] = {"以及", "和", "与", "及"};
    for (gsize i = 0; i < G_N_ELEMENTS(between); i++)
        for (const char *at = strstr(words, between[i]); at != NULL; at = strstr(at + 1, between[i])) {
            g_autofree char *before = g_strndup(words, (gsize)(at - words));
            g_autofree char *left = name_from_words(before, own, known, true);
            g_autofree char *right = left != NULL ? name_from_words(at + strlen(between[i]), own, known, true) : NULL;
            if (right == NULL)
                continue;
            add_name(names, g_steal_pointer(&left));
            add_name(names, g_steal_pointer(&right));
            return true;
        }
    return false;
}

/* 甲局、乙局和丙局 */
static void add_names(GPtrArray *names, const char *words, const char *own, GHashTable *known)
{
    g_autoptr(GString) bare = g_string_new(words);
    g_string_replace(bare, "“", "", 0);
    g_string_replace(bare, "”", "", 0);
    g_auto(GStrv) listed = g_strsplit(bare->str, "、", -1);
    for (char **part = listed; *part != NULL; part++)
        if (!add_pair(names, *part, own, known))
            add_name(names, name_from_words(*part, own, known, true));
}

/* ---- what a sentence says ---- */

static bool concerns(const NameChange *change, const char *own, GHashTable *known, bool implied)
{
    bool from_own = false;
    for (guint i = change->from->len; i > 0; i--) {
        const char *name = g_ptr_array_index(change->from, i - 1);
        from_own |= strcmp(name, own) == 0;
        /* A spelling of the same name is no other name; what somebody else's former name may be must be known. */
        bool must_be_known = implied && change->kind != CHANGE_RENAMED && known != NULL;
        if (body_names_match(name, change->to) || (must_be_known && !is_known(known, name)))
            g_ptr_array_remove_index(change->from, i - 1);
    }
    if (change->kind == CHANGE_RENAMED && change->from->len > 1)
        return false;
    return change->from->len > 0 && (from_own || strcmp(change->to, own) == 0);
}

static bool change_from_match(const GMatchInfo *match, gsize wording, const char *own, GHashTable *known, NameChange *change)
{
    g_autofree char *from = g_match_info_fetch_named(match, "from");
    g_autofree char *to = g_match_info_fetch_named(match, "to");
    change->kind = wordings[wording].kind;
    change->from = g_ptr_array_new_with_free_func(g_free);
    add_names(change->from, from, own, known);
    bool implied = to == NULL || to[0] == '\0';
    change->to = implied ? g_strdup(own) : name_from_words(to, own, known, wordings[wording].implied);
    return change->to != NULL && concerns(change, own, known, implied);
}

bool name_change_from_text(const char *text, const char *own, GHashTable *known, NameChange *change)
{
    static GRegex *compiled[G_N_ELEMENTS(wordings)];
    *change = (NameChange){0};
    for (gsize i = 0; i < G_N_ELEMENTS(wordings); i++) {
        g_autoptr(GMatchInfo) match = NULL;
        if (strstr(text, wordings[i].mark) == NULL ||
            !g_regex_match(pattern_once(&compiled[i], wordings[i].pattern), text, 0, &match))
            continue;
        if (change_from_match(match, i, own, known, change))
            return true;
        name_change_clear(change);
    }
    return false;
}

/* ---- finding the sentences ---- */

static const char *const marks[] = {"更名", "改名", "改称", "原名", "名称由", "不再保留", "基础上", "合并", "职责", "并入", "分设", "划出", "前身", "（原"};

/* A line that begins with a list number, or with a heading of parts, begins a sentence. */
static bool begins_anew(const char *line)
{
    return skip_list_number(line) != line || g_str_has_prefix(line, "第");
}

/* 一、主要职能 alone in its line. A line that goes on is as long as the page is wide. */
static bool is_heading(const char *line)
{
    return begins_anew(line) && g_utf8_strlen(line, -1) <= HEADING_CHARACTERS && !g_str_has_suffix(line, "。");
}

/* All running text, squeezed; a newline where a sentence surely ends. offsets[i] is where line i of `lines` begins. */
static GString *text_of_lines(const Document *document, GArray *offsets, GPtrArray *lines)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < document->lines->len; i++) {
        const Line *line = document_line(document, i);
        if (line->furniture || line->grid >= 0)
            continue;
        g_autofree char *squeezed = squeeze(line->text);
        if (begins_anew(squeezed))
            g_string_append_c(text, '\n');
        guint at = (guint)text->len;
        g_array_append_val(offsets, at);
        g_ptr_array_add(lines, (gpointer)line);
        g_string_append(text, squeezed);
        if (is_heading(squeezed))
            g_string_append_c(text, '\n');
    }
    return text;
}

static bool ends_sentence(const char *at)
{
    return *at == '\n' || g_str_has_prefix(at, "。") || g_str_has_prefix(at, "！") || g_str_has_prefix(at, "？");
}

static const char *sentence_start(const char *text, const char *at)
{
    const char *last = at;
    while (at > text && last - at <= SENTENCE_BYTES) {
        const char *before = g_utf8_prev_char(at);
        if (ends_sentence(before))
            break;
        at = before;
    }
    return at;
}

static const char *sentence_end(const char *at)
{
    const char *first = at;
    while (*at != '\0' && at - first <= SENTENCE_BYTES && !ends_sentence(at))
        at = g_utf8_next_char(at);
    return at;
}

static const Line *line_at(const GArray *offsets, const GPtrArray *lines, guint at)
{
    guint index = 0;
    while (index + 1 < offsets->len && g_array_index(offsets, guint, index + 1) <= at)
        index++;
    return g_ptr_array_index(lines, index);
}

static void keep_statement(Filing *filing, GHashTable *kept, char *sentence, const Line *line)
{
    NameChange change;
    if (g_hash_table_size(kept) < STATEMENTS_MOST && !g_hash_table_contains(kept, sentence) &&
        name_change_from_text(sentence, filing->department, NULL, &change)) {
        filing_add_evidence(filing, EVIDENCE_FORMER_NAME, sentence, line->page, line->line);
        name_change_clear(&change);
        g_hash_table_add(kept, g_steal_pointer(&sentence));
    }
    g_free(sentence);
}

void name_changes_from_document(const Document *document, Filing *filing)
{
    g_autoptr(GArray) offsets = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autoptr(GPtrArray) lines = g_ptr_array_new();
    g_autoptr(GString) text = text_of_lines(document, offsets, lines);
    g_autoptr(GHashTable) kept = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    int tried = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(marks); i++)
        for (const char *at = strstr(text->str, marks[i]); at != NULL && tried++ < TRIED_MOST; at = strstr(at + 1, marks[i])) {
            const char *start = sentence_start(text->str, at);
            const char *end = sentence_end(at);
            const Line *line = line_at(offsets, lines, (guint)(start - text->str));
            if (end - start <= SENTENCE_BYTES)
                keep_statement(filing, kept, g_strndup(start, (gsize)(end - start)), line);
            at = end > at + 1 ? end - 1 : at;
        }
}
