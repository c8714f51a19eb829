/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema/words.h"

#include <glib.h>
#include <string.h>

#include "schema/language.h"

static const char *const kinds[] = {[KIND_BUDGET] = "budget", [KIND_ACCOUNTS] = "accounts"};
static const char *const phases[] = {
    [PHASE_APPROVED] = "approved", [PHASE_ADJUSTED] = "adjusted", [PHASE_EXECUTED] = "executed"};
static const char *const scopes[] = {[SCOPE_DEPARTMENT] = "department", [SCOPE_UNIT] = "unit"};
static const char *const directions[] = {[DIRECTION_NONE] = "",
                                         [DIRECTION_REVENUE] = "revenue",
                                         [DIRECTION_EXPENDITURE] = "expenditure",
                                         [DIRECTION_CARRYOVER] = "carryover"};
static const char *const funds[] = {[FUND_ALL] = "all",
                                    [FUND_GENERAL] = "general",
                                    [FUND_GOVERNMENT] = "government-fund",
                                    [FUND_STATE_CAPITAL] = "state-capital",
                                    [FUND_SPECIAL_ACCOUNT] = "special-account",
                                    [FUND_OWN] = "own"};
static const char *const proofs[] = {
    [PROOF_GRID] = "grid", [PROOF_UNIQUE] = "unique", [PROOF_LIKELY] = "likely", [PROOF_AMBIGUOUS] = "ambiguous"};
static const char *const againsts[] = {[AGAINST_NOTHING] = "",
                                       [AGAINST_LAST_BUDGET] = "last-budget",
                                       [AGAINST_LAST_ACCOUNTS] = "last-accounts",
                                       [AGAINST_THIS_BUDGET] = "this-budget"};
static const char *const turns[] = {
    [TURN_NONE] = "", [TURN_UP] = "up", [TURN_DOWN] = "down", [TURN_SAME] = "same", [TURN_NEW] = "new"};
static const char *const table_states[] = {
    [TABLE_READ] = "read", [TABLE_EMPTY] = "empty", [TABLE_MISSING] = "missing", [TABLE_UNREAD] = "unread"};
static const char *const rows_words[] = {[ROWS_FUNCTIONAL] = "functional",
                                         [ROWS_ECONOMIC] = "economic",
                                         [ROWS_LABELS] = "labels",
                                         [ROWS_PROJECTS] = "projects", "classes"};
static const char *const severities[] = {
    [SEVERITY_NOTICE] = "notice", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};

#define WORD(words, value) ((size_t)(value) < G_N_ELEMENTS(words) ? (words)[value] : "")

const char *kind_word(Kind kind)
{
    return WORD(kinds, kind);
}

const char *phase_word(Phase phase)
{
    return WORD(phases, phase);
}

const char *scope_word(Scope scope)
{
    return WORD(scopes, scope);
}

const char *direction_word(Direction direction)
{
    return WORD(directions, direction);
}

const char *fund_word(Fund fund)
{
    return WORD(funds, fund);
}

const char *proof_word(Proof proof)
{
    return WORD(proofs, proof);
}

const char *against_word(Against against)
{
    return WORD(againsts, against);
}

const char *turn_word(Turn turn)
{
    return WORD(turns, turn);
}

const char *table_state_word(TableState state)
{
    return WORD(table_states, state);
}

const char *severity_word(Severity severity)
{
    return WORD(severities, severity);
}

const char *kind_name(Kind kind)
{
    return kind == KIND_ACCOUNTS ? say("决算", "final accounts") : say("预算", "budget");
}

const char *fund_name(Fund fund)
{
    switch (fund) {
    case FUND_GENERAL:
        return say("一般公共预算", "general public budget");
    case FUND_GOVERNMENT:
        return say("政府性基金预算", "government funds");
    case FUND_STATE_CAPITAL:
        return say("国有资本经营预算", "state capital");
    case FUND_SPECIAL_ACCOUNT:
        return say("财政专户", "fiscal special account");
    case FUND_OWN:
        return say("单位资金", "own funds");
    case FUND_ALL:
        break;
    }
    return say("全口径", "all funds");
}

const char *direction_name(Direction direction)
{
    switch (direction) {
    case DIRECTION_REVENUE:
        return say("收入", "revenue");
    case DIRECTION_EXPENDITURE:
        return say("支出", "expenditure");
    case DIRECTION_CARRYOVER:
        return say("结转结余", "carryover");
    case DIRECTION_NONE:
        break;
    }
    return "";
}

const char *measure_name(const char *measure)
{
    static const struct {
        const char *word, *zh, *en;
    } names[] = {
        {"total", "合计", "total"},
        {"current", "本年合计", "of the year"},
        {"basic", "基本支出", "basic"},
        {"project", "项目支出", "project"},
        {"personnel", "人员经费", "personnel"},
        {"operating", "公用经费", "operating"},
        {"appropriation", "财政拨款", "appropriation"},
        {"non-appropriation", "非财政拨款", "non-appropriation"},
        {"local", "本级安排", "local"},
        {"transfer", "上级转移支付", "transfer"},
        {"three-public", "“三公”经费", "three public expenses"},
        {"travel-abroad", "因公出国（境）费", "travel abroad"},
        {"vehicles", "公务用车购置及运行费", "vehicles"},
        {"vehicle-purchase", "公务用车购置费", "vehicle purchase"},
        {"vehicle-running", "公务用车运行费", "vehicle running"},
        {"reception", "公务接待费", "reception"},
        {"three-public-conference-training", "“三公”、会议和培训费", "three public, conferences, training"},
        {"conference", "会议费", "conferences"},
        {"training", "培训费", "training"},
        {"administrative", "机关运行经费", "running of offices"},
        {"procurement", "政府采购", "procurement"},
        {"reserve", "预留机动经费", "reserve"},
        {"balanced", "收支总计", "balanced total"},
        {"opening", "年初结转", "carried in"},
        {"closing", "年末结转", "carried out"},
        {"next", "结转下年", "carried to next year"},
        {"appropriation-total", "财政拨款总计", "appropriation, total"},
        {"appropriation-current", "财政拨款本年合计", "appropriation of the year"},
        {"appropriation-basic", "财政拨款基本支出", "appropriation, basic"},
        {"appropriation-project", "财政拨款项目支出", "appropriation, project"},
        {"appropriation-personnel", "财政拨款人员经费", "appropriation, personnel"},
        {"appropriation-operating", "财政拨款公用经费", "appropriation, operating"},
        {"appropriation-reserve", "财政拨款预留机动经费", "appropriation, reserve"},
        {"appropriation-balanced", "财政拨款收支总计", "appropriation, balanced total"},
        {"appropriation-opening", "财政拨款年初结转", "appropriation carried in"},
        {"appropriation-closing", "财政拨款年末结转", "appropriation carried out"},
        {"grant", "财政拨款（补助）", "grant"},
        {"operations", "事业收支", "operations"},
        {"business", "经营收支", "business"},
        {"subsidy", "上级补助", "subsidy from above"},
        {"remitted", "附属单位上缴", "remitted from below"},
        {"other", "其他", "other"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp(names[i].word, measure) == 0)
            return say(names[i].zh, names[i].en);
    return measure;
}

const char *severity_name(Severity severity)
{
    switch (severity) {
    case SEVERITY_ERROR:
        return say("错误", "error");
    case SEVERITY_WARNING:
        return say("警告", "warning");
    case SEVERITY_NOTICE:
        break;
    }
    return say("提示", "notice");
}

static bool value_of_word(const char *const *words, size_t count, const char *word, int *value)
{
    for (size_t i = 0; i < count; i++)
        if (g_str_equal(words[i], word)) {
            *value = (int)i;
            return true;
        }
    return false;
}

/* One line a reader: the table above, and the type it is read into. */
#define WORD_READER(name, Type, words)                                \
    bool name(const char *word, Type *value)                          \
    {                                                                 \
        int found = 0;                                                \
        if (!value_of_word(words, G_N_ELEMENTS(words), word, &found)) \
            return false;                                             \
        *value = (Type)found;                                         \
        return true;                                                  \
    }

WORD_READER(kind_from_word, Kind, kinds)
WORD_READER(direction_from_word, Direction, directions)
WORD_READER(fund_from_word, Fund, funds)
WORD_READER(rows_from_word, Rows, rows_words)
WORD_READER(severity_from_word, Severity, severities)
