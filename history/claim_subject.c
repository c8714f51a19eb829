/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/claim_subject.h"

#include <string.h>

#include "history/pattern.h"
#include "history/plain.h"
#include "schema/subject.h"

/* Skips what a text begins with; false when it does not. */
static bool skip_front(const char **at, const char *front)
{
    bool there = front[0] != '\0' && g_str_has_prefix(*at, front);
    *at += there ? strlen(front) : 0;
    return there;
}

/* 公务接待费2024年度决算数: the year in the middle says when, not what. */
static char *without_year(const SubjectContext *context, const char *words)
{
    static GRegex *dated;
    g_autoptr(GMatchInfo) match = NULL;
    g_autofree char *year = g_strdup_printf("%d年", context->filing->fiscal_year);
    if (strstr(words, year) == NULL ||
        !g_regex_match(pattern_once(&dated, "(?:19|20)[0-9]{2}年度?(?=(?:年初|支出)?(?:预算|决算)|$)"), words, 0, &match))
        return g_strdup(words);
    g_autofree char *found = g_match_info_fetch(match, 0);
    int start = 0;
    int end = 0;
    g_match_info_fetch_pos(match, 0, &start, &end);
    return g_str_has_prefix(found, year) ? g_strdup_printf("%.*s%s", start, words, words + end) : g_strdup(words);
}

char *subject_clean(const SubjectContext *context, const char *words)
{
    static GRegex *lead, *quotes;
    static const char *const fronts[] = {"度", "本部门", "我部门", "本单位", "我单位", "本年度", "本年", "当年安排", "按照", "的", "部门当年", "我局", "本局", "我委",
                                         "其中", "此外", "另外", "同时"};
    static const char *const whole[] = {"本年收入", "本年支出", "本年财政", "本年度收入", "本年度支出"};
    g_autofree char *bare = g_regex_replace_literal(pattern_once(&quotes, "[“”\"‘’「」《》]"), words, -1, 0, "", 0, NULL);
    const char *at = skip_list_number(bare);
    g_autofree char *year = g_strdup_printf("%d年", context->filing->fiscal_year);
    for (bool again = true; again;) {
        again = skip_front(&at, context->filing->department) || skip_front(&at, year);
        for (gsize i = 0; i < G_N_ELEMENTS(whole); i++)
            if (g_str_has_prefix(at, whole[i]))
                return g_strdup(at);
        for (gsize i = 0; i < G_N_ELEMENTS(fronts); i++)
            again |= skip_front(&at, fronts[i]);
    }
    g_autofree char *own = without_year(context, at);
    return g_regex_replace_literal(pattern_once(&lead, "^(?:全年|安排|预计|共计|共有|共)+"), own, -1, 0, "", 0, NULL);
}

/* Words at the end of a subject that only introduce its figure. */
static char *subject_trim(const char *words)
{
    static GRegex *end;
    return g_regex_replace_literal(pattern_once(&end, "(?:预算数|预算数额|决算数|预算安排|安排|合计|共计|总计|为|是|共|约|达|支出决算|年初预算)+$"), words, -1, 0, "", 0, NULL);
}

bool subject_is_empty(const char *words, bool after_subject)
{
    static GRegex *empty, *generic;
    if (words[0] == '\0')
        return true;
    if (strlen(words) > 60)
        return false;
    if (g_regex_match(pattern_once(&empty, "^(?:年初|本年|当年|全年|调整后?)?(?:预算数?|(?:支出)?决算数?|实际支出数?|(?:实际)?执行数?|预算金额|金额|数额)?(?:安排)?(?:合计|共计|总计|共)?(?:为|是|约|达)?$"), words, 0, NULL))
        return true;
    return after_subject &&
           g_regex_match(pattern_once(&generic, "^(?:支出|收入|当年支出|本年支出)(?:预算数?|决算数?)?(?:安排)?(?:为|是|约)?$"), words, 0, NULL);
}

/* Sections by the economic classification: basic expenditure, and what it costs to run an office. */
static bool heading_is_economic(const char *heading)
{
    return strstr(heading, "基本支出") != NULL || strstr(heading, "运行经费") != NULL;
}

static const char *code_of_subject(const SubjectContext *context, const char *words)
{
    return subject_names_code(context->names, words, context->class_code, heading_is_economic(context->heading));
}

bool subject_names_quantity(const SubjectContext *context, const char *words, bool after_subject)
{
    Phrase phrase;
    g_autofree char *clean = subject_clean(context, words);
    if (subject_is_empty(clean, after_subject))
        return false;
    g_autofree char *trimmed = subject_trim(clean);
    return strstr(clean, "（类）") != NULL || strstr(clean, "（项）") != NULL ||
           phrase_from_subject(context->filing->kind, context->heading, clean, &phrase) ||
           code_of_subject(context, trimmed) != NULL;
}

const char *subject_class_of_heading(const SubjectContext *context, const char *heading)
{
    if (!g_str_has_suffix(heading, "（类）") && !g_str_has_suffix(heading, "（类）支出"))
        return NULL;
    g_autofree char *clean = subject_clean(context, heading);
    const char *code = code_of_subject(context, clean);
    return code != NULL && strlen(code) == 3 ? code : NULL;
}

/* Sections on all appropriated money: its table stands beside that of the general budget. */
static bool heading_is_appropriation(const char *heading)
{
    static const char *const words[] = {"财政拨款支出预算", "财政拨款收支", "财政拨款收、支", "财政拨款收入支出", "财政拨款收入、支出"};
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
        if (strstr(heading, words[i]) != NULL)
            return strstr(heading, "一般公共预算") == NULL && strstr(heading, "公共财政预算") == NULL;
    return false;
}

/* The fund that a section with codes speaks of. */
static Fund fund_of_heading(const char *heading)
{
    if (strstr(heading, "政府性基金") != NULL)
        return FUND_GOVERNMENT;
    if (strstr(heading, "国有资本") != NULL)
        return FUND_STATE_CAPITAL;
    bool general = strstr(heading, "一般公共预算") != NULL || strstr(heading, "公共财政预算") != NULL;
    return general || strstr(heading, "财政拨款") != NULL ? FUND_GENERAL : FUND_ALL;
}

/* 一般公共服务 for 一般公共服务支出: as the classification spells it. */
static char *name_of_code(const SubjectContext *context, const char *code, const char *words)
{
    g_autofree char *last = subject_last_name(words);
    const char *known = subject_name(code[0] == '3' ? ROWS_ECONOMIC : ROWS_FUNCTIONAL, code, context->filing->fiscal_year);
    g_autofree char *longer = g_strconcat(last, "支出", NULL);
    g_autofree char *shorter = g_str_has_suffix(last, "支出") ? g_strndup(last, strlen(last) - strlen("支出")) : g_strdup("");
    bool coded = g_ascii_isdigit(words[0]) || strstr(words, code) != NULL; /* the words are the code's, not only a name */
    bool spelt = known != NULL && (coded || g_str_equal(known, longer) || g_str_equal(known, shorter));
    return spelt ? g_strdup(known) : g_steal_pointer(&last);
}

static void set_code(const SubjectContext *context, Claim *claim, const char *words, const char *code)
{
    const char *heading = context->heading;
    g_autofree char *name = name_of_code(context, code, words);
    text_set(&claim->subject, name);
    text_set(&claim->code, code);
    claim->direction = DIRECTION_EXPENDITURE;
    claim->fund = fund_of_heading(heading);
    bool appropriated = (claim->fund == FUND_GENERAL || claim->fund == FUND_ALL) && heading_is_appropriation(heading);
    if (appropriated)
        claim->fund = FUND_ALL;
    text_set(&claim->measure, appropriated ? "appropriation" : "total");
    if (code[0] == '3') {
        claim->fund = FUND_GENERAL;
        text_set(&claim->measure, strstr(heading, "运行经费") != NULL ? "administrative" : "basic");
    }
}

void claim_set_subject(const SubjectContext *context, Claim *claim, const char *words)
{
    Phrase phrase;
    g_autofree char *trimmed = subject_trim(words);
    const char *code = code_of_subject(context, trimmed);
    if (code != NULL) {
        set_code(context, claim, trimmed, code);
    } else if (phrase_from_subject(context->filing->kind, context->heading, words, &phrase)) {
        text_set(&claim->subject, phrase.name);
        text_set(&claim->measure, phrase.measure);
        claim->direction = phrase.direction;
        claim->fund = phrase.fund;
    } else {
        text_set(&claim->subject, trimmed[0] != '\0' ? trimmed : words);
    }
}

Against against_from_words(const Filing *filing, const char *words, Against inherited)
{
    bool accounts = filing->kind == KIND_ACCOUNTS;
    if (words[0] == '\0')
        return inherited != AGAINST_NOTHING ? inherited
               : accounts                            ? AGAINST_LAST_ACCOUNTS
                                                     : AGAINST_LAST_BUDGET;
    g_autofree char *this_year = g_strdup_printf("%d年", filing->fiscal_year);
    g_autofree char *last_year = g_strdup_printf("%d年", filing->fiscal_year - 1);
    bool last = strstr(words, "上年") != NULL || strstr(words, "去年") != NULL || strstr(words, "上一年") != NULL ||
                strstr(words, last_year) != NULL;
    bool this_budget = !last && (strstr(words, "年初") != NULL || strstr(words, this_year) != NULL ||
                                 (accounts && strstr(words, "预算") != NULL));
    if (this_budget && accounts)
        return AGAINST_THIS_BUDGET;
    if (strstr(words, "决算") != NULL || strstr(words, "执行") != NULL)
        return AGAINST_LAST_ACCOUNTS;
    return accounts && strstr(words, "预算") == NULL ? AGAINST_LAST_ACCOUNTS : AGAINST_LAST_BUDGET;
}
