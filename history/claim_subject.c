/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/claim_subject.h"

#include <string.h>

#include "history/pattern.h"
#include "history/plain.h"

char *subject_clean(const SubjectContext *context, const char *words)
{
    static GRegex *lead, *quotes;
    g_autofree char *bare = g_regex_replace_literal(pattern_once(&quotes, "[“”\"‘’「」]"), words, -1, 0, "", 0, NULL);
    const char *at = skip_list_number(bare);
    const char *name = context->filing->department;
    g_autofree char *year = g_strdup_printf("%d年", context->filing->fiscal_year);
    for (bool again = true; again;) {
        again = false;
        static const char *const fronts[] = {"度", "本部门", "我部门", "本单位", "我单位", "本年度", "本年", "当年安排", "按照", "的", "部门当年", "我局", "本局", "我委", "其中"};
        if (name[0] != '\0' && g_str_has_prefix(at, name)) {
            at += strlen(name);
            again = true;
        }
        if (g_str_has_prefix(at, year)) {
            at += strlen(year);
            again = true;
        }
        for (gsize i = 0; i < G_N_ELEMENTS(fronts); i++)
            if (g_str_has_prefix(at, fronts[i])) {
                at += strlen(fronts[i]);
                again = true;
            }
    }
    return g_regex_replace_literal(pattern_once(&lead, "^(?:全年|安排|预计|共|共计|共有)+"), at, -1, 0, "", 0, NULL);
}

/* Words at the end of a subject that only introduce its figure. */
static char *subject_trim(const char *words)
{
    static GRegex *end;
    return g_regex_replace_literal(pattern_once(&end, "(?:预算数|预算数额|决算数|预算安排|安排|合计|共计|总计|为|是|共|约|达)+$"), words, -1, 0, "", 0, NULL);
}

bool subject_is_empty(const char *words, bool after_subject)
{
    static GRegex *empty, *generic;
    if (g_regex_match(pattern_once(&empty, "^(?:年初|本年|当年)?(?:预算数?|决算数?|支出决算数?|预算金额|金额|数额)?(?:安排)?(?:合计|共计|总计|共)?(?:为|是|约|达)?$"), words, 0, NULL))
        return true;
    return after_subject &&
           g_regex_match(pattern_once(&generic, "^(?:支出|收入|当年支出|本年支出)(?:预算数?|决算数?)?(?:安排)?(?:为|是|约)?$"), words, 0, NULL);
}

bool subject_names_quantity(const SubjectContext *context, const char *words, bool after_subject)
{
    Phrase phrase;
    g_autofree char *clean = subject_clean(context, words);
    if (subject_is_empty(clean, after_subject))
        return false;
    g_autofree char *trimmed = subject_trim(clean);
    return strstr(clean, "（类）") != NULL || phrase_from_subject(context->heading, clean, &phrase) ||
           subject_names_code(context->names, trimmed) != NULL;
}

void claim_set_subject(const SubjectContext *context, Claim *claim, const char *words)
{
    Phrase phrase;
    g_autofree char *trimmed = subject_trim(words);
    const char *code = subject_names_code(context->names, trimmed);
    if (code != NULL) {
        g_autofree char *last = subject_last_name(trimmed);
        text_set(&claim->subject, last);
        text_set(&claim->code, code);
        text_set(&claim->measure, "total");
        claim->direction = DIRECTION_EXPENDITURE;
        bool fund = strstr(context->heading, "政府性基金") != NULL;
        bool capital = strstr(context->heading, "国有资本") != NULL;
        bool general = strstr(context->heading, "一般公共预算") != NULL || strstr(context->heading, "财政拨款") != NULL;
        claim->fund = fund ? FUND_GOVERNMENT : capital ? FUND_STATE_CAPITAL : general ? FUND_GENERAL : FUND_ALL;
    } else if (phrase_from_subject(context->heading, words, &phrase)) {
        text_set(&claim->subject, phrase.name);
        text_set(&claim->measure, phrase.measure);
        claim->direction = phrase.direction;
        claim->fund = phrase.fund;
    } else {
        text_set(&claim->subject, trimmed);
    }
}

Against against_from_words(const Filing *filing, const char *words, Against inherited)
{
    bool accounts = filing->kind == KIND_ACCOUNTS;
    g_autofree char *this_year = g_strdup_printf("%d年", filing->fiscal_year);
    if (words[0] == '\0')
        return inherited != AGAINST_NOTHING ? inherited
               : accounts                            ? AGAINST_LAST_ACCOUNTS
                                                     : AGAINST_LAST_BUDGET;
    bool this_budget = strstr(words, "年初") != NULL || strstr(words, this_year) != NULL ||
                       (accounts && strstr(words, "预算") != NULL && strstr(words, "上年") == NULL);
    if (this_budget && accounts)
        return AGAINST_THIS_BUDGET;
    if (strstr(words, "决算") != NULL || strstr(words, "执行") != NULL)
        return AGAINST_LAST_ACCOUNTS;
    return accounts && strstr(words, "预算") == NULL ? AGAINST_LAST_ACCOUNTS : AGAINST_LAST_BUDGET;
}
