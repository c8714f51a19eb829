/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/identity_name.h"

#include <string.h>

#include "history/body_name.h"
#include "history/pattern.h"
#include "history/plain.h"

/* More names than a filing has; those after them do not vote. */
#define MOST_CANDIDATES 60

#define YEAR "(?:19|20)[0-9]{2}年"
#define PARTS "^(?:附件[0-9一二三四五]?：?)?(?:第[一二三四五六七八九十]+部分)?(?:[一二三四五六七八九十]+、)?(?:关于)?"

#define TITLE_REST "(?:信息)?(?:公开)?(?:编制)?(?:表|报表|说明|情况说明|报告|情况|信息)?$"

/*
 * Places where the department's name stands. `weight` is what one mention counts in choosing it. Names of fields stand
 * by themselves; others are taken from words that go on, and must look like a body's. Sentences vote and are not listed:
 * they speak of other bodies too.
 */
static const struct {
    const char *pattern;
    const char *mark; /* no line without this text can fit */
    const char *where;
    int weight;
    bool squeezed; /* the pattern is for the line without spaces */
    bool listed;
} name_places[] = {
    {"(?:编制部门|编制单位|填报部门|填报单位|预算部门|部门|部门名称|部门/单位|部门（单位）|部门（单位）名称|单位名称)(?:（盖章）|（公章）)?：\\s*(\\S+)", "：", "编制部门", 2, false, true},
    {"(?:部门名称|单位名称|部门\\(单位\\)名称)(?:（盖章）|（公章）)?：?\\s+(\\S+)", "名称", "部门名称", 1, false, true},
    {"(?:^|\\s)单位：\\s*(\\S+)", "单位：", "单位", 2, false, true},
    {"^\\s*第一部分\\s*(?:[0-9]{4}\\s*年度?)?\\s*(\\S+?)(?:部门|单位)?概况", "第一部分", "标题", 2, false, true},
    {"^\\s*[一二三四五六七八九十]+、\\s*关于\\s*(\\S+?)\\s*[0-9]{4}\\s*年", "关于", "标题", 1, false, true},
    {PARTS "([^0-9，。；：]{3,40}?)" YEAR "度?[^，。；：0-9]{0,6}?(?:预算|决算)" TITLE_REST, "年", "标题", 2, true, true},
    {PARTS YEAR "度?([^0-9，。；：]{3,40}?)(?:部门|单位)?(?:综合)?(?:预算|决算)" TITLE_REST, "年", "标题", 2, true, true},
    {PARTS "([^0-9，。；：]{3,40}?)(?:部门|单位)(?:综合)?(?:预算|决算)" TITLE_REST, "算", "标题", 1, true, true},
    {"^([^0-9，。；：]{3,40}?)(?:主要职能|主要职责|机构设置|概况)$", "", "标题", 1, true, true},
    {"^([^0-9，。；：]{3,40}?)" YEAR "度?(?:部门|单位)?(?:收|支|财政拨款|一般公共预算|政府性基金|国有资本|“?三公|机关运行|政府采购)", "年", "正文", 1, true, false},
    {"^([^0-9，。；：]{3,40}?)本年(?:收入|支出)(?:预算|决算)?(?:合计|总计)", "本年", "正文", 1, true, false},
};

typedef struct {
    char *name;
    int votes;
    const char *where; /* of the first mention, with its line */
    const Line *line;
} Candidate;

static void candidate_clear(gpointer data)
{
    g_free(((Candidate *)data)->name);
}

static void add_name(Filing *filing, const char *name, const char *where, const Line *line)
{
    for (guint i = 0; i < filing->names->len; i++) {
        const PrintedName *known = g_ptr_array_index(filing->names, i);
        if (g_str_equal(known->name, name))
            return;
    }
    PrintedName *printed = g_new0(PrintedName, 1);
    printed->name = g_strdup(name);
    printed->where = g_strdup(where);
    printed->page = line->page;
    printed->line = line->line;
    g_ptr_array_add(filing->names, printed);
}

static void vote(GArray *candidates, const char *name, int weight, const char *where, const Line *line)
{
    for (guint i = 0; i < candidates->len; i++) {
        Candidate *candidate = &g_array_index(candidates, Candidate, i);
        if (g_str_equal(candidate->name, name)) {
            candidate->votes += weight;
            return;
        }
    }
    if (candidates->len == MOST_CANDIDATES)
        return;
    Candidate candidate = {g_strdup(name), weight, where, line};
    g_array_append_val(candidates, candidate);
}

/* A field holds words of some length; 单位：万元 and the like are none. */
static bool is_field_name(const char *name)
{
    return g_utf8_strlen(name, -1) >= 3 && !g_str_has_suffix(name, "元") && strstr(name, "万元") == NULL &&
           strstr(name, "：") == NULL && has_chinese(name) && strstr(name, "。") == NULL && g_utf8_strlen(name, -1) <= 60;
}

/* Where spaces are lost, the next field of the form runs on: 某某局单位：万元, 某某局部门联系人. */
static void cut_next_field(char *name)
{
    static const char *const fields[] = {"单位：", "金额单位", "部门联系人", "联系人", "联系电话", "部门负责人"};
    for (gsize i = 0; i < G_N_ELEMENTS(fields); i++) {
        char *field = strstr(name, fields[i]);
        if (field != NULL && field > name)
            *field = '\0';
    }
}

/* 某某局部门 of 某某局部门2024年度决算: the word belongs to what follows. */
static void cut_scope(char *name)
{
    static const char *const words[] = {"部门", "单位"};
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
        gsize length = strlen(words[i]);
        gsize whole = strlen(name);
        if (whole > length + 6 && g_str_has_suffix(name, words[i]))
            name[whole - length] = '\0';
    }
}

/* The name that a line has at a place, NULL when it has none there. */
static char *name_at(gsize place, const char *text)
{
    static GRegex *compiled[G_N_ELEMENTS(name_places)];
    g_autoptr(GMatchInfo) match = NULL;
    if (strstr(text, name_places[place].mark) == NULL ||
        !g_regex_match(pattern_once(&compiled[place], name_places[place].pattern), text, 0, &match))
        return NULL;
    g_autofree char *name = g_match_info_fetch(match, 1);
    cut_next_field(name);
    bool words = name_places[place].squeezed || g_str_equal(name_places[place].where, "单位");
    if (words)
        cut_scope(name);
    return is_field_name(name) && (!words || body_name_is_plausible(name)) ? g_steal_pointer(&name) : NULL;
}

/* A name alone on a line of the cover, above 2024年度部门决算. */
static bool stands_on_cover(const Document *document, guint index, const char *key)
{
    static GRegex *title;
    if (index > 12 || index + 1 >= document->lines->len || !body_name_is_plausible(key))
        return false;
    g_autofree char *next = squeeze(document_line(document, index + 1)->text);
    return g_regex_match(pattern_once(&title, "^" YEAR "度?[^，。；：0-9]{0,6}?(?:部门|单位)?(?:预算|决算)"), next, 0, NULL);
}

char *title_over_lines(const Document *document, guint index, const char *key)
{
    if (index + 1 >= document->lines->len || (!g_str_has_suffix(key, "年度") && !g_str_has_suffix(key, "年")))
        return NULL;
    g_autofree char *next = squeeze(document_line(document, index + 1)->text);
    bool goes_on = g_str_has_prefix(next, "部门") || g_str_has_prefix(next, "单位") || g_str_has_prefix(next, "预算") ||
                   g_str_has_prefix(next, "决算");
    return goes_on && strlen(next) < 60 ? g_strconcat(key, next, NULL) : NULL;
}

static void find_candidates(const Document *document, Filing *filing, GArray *candidates)
{
    for (guint i = 0; i < document->lines->len; i++) {
        const Line *line = document_line(document, i);
        g_autofree char *key = squeeze(line->text);
        if (!has_chinese(key))
            continue;
        if (stands_on_cover(document, i, key)) {
            vote(candidates, key, 3, "标题", line);
            add_name(filing, key, "标题", line);
            continue;
        }
        g_autofree char *title = title_over_lines(document, i, key);
        const char *squeezed = title != NULL ? title : key;
        for (gsize place = 0; place < G_N_ELEMENTS(name_places); place++) {
            g_autofree char *name = name_at(place, name_places[place].squeezed ? squeezed : line->text);
            if (name == NULL)
                continue;
            vote(candidates, name, name_places[place].weight, name_places[place].where, line);
            if (name_places[place].listed)
                add_name(filing, name, name_places[place].where, line);
            break;
        }
    }
}

/* The votes of all names of one body. */
static int votes_together(const GArray *candidates, const char *name)
{
    int votes = 0;
    for (guint i = 0; i < candidates->len; i++) {
        const Candidate *other = &g_array_index(candidates, Candidate, i);
        if (body_names_match(other->name, name))
            votes += other->votes;
    }
    return votes;
}

/* The body with most votes; of its names the one said most, or else the fullest. */
static const Candidate *best_candidate(const GArray *candidates)
{
    const Candidate *best = NULL;
    int most = 0;
    for (guint i = 0; i < candidates->len; i++) {
        const Candidate *candidate = &g_array_index(candidates, Candidate, i);
        int votes = votes_together(candidates, candidate->name);
        bool same = best != NULL && body_names_match(best->name, candidate->name);
        bool fuller = same && candidate->votes == best->votes && strlen(candidate->name) > strlen(best->name);
        if (best == NULL || (!same && votes > most) || (same && candidate->votes > best->votes) || fuller) {
            best = candidate;
            most = votes;
        }
    }
    return best;
}

void department_from_document(const Document *document, Filing *filing)
{
    g_autoptr(GArray) candidates = g_array_new(FALSE, FALSE, sizeof(Candidate));
    g_array_set_clear_func(candidates, candidate_clear);
    find_candidates(document, filing, candidates);
    const Candidate *best = best_candidate(candidates);
    if (best == NULL)
        return;
    text_set(&filing->department, best->name);
    add_name(filing, best->name, best->where, best->line);
    filing_add_evidence(filing, "department", best->line->text, best->line->page, best->line->line);
    for (guint i = filing->names->len; i > 0; i--) {
        const PrintedName *name = g_ptr_array_index(filing->names, i - 1);
        if (!g_str_equal(name->name, best->name) && body_names_match(name->name, best->name))
            g_ptr_array_remove_index(filing->names, i - 1);
    }
}
