/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/clause.h"

#include <check.h>
#include <string.h>

Suite *clause_suite(void);

static const char *const kind_names[] = {
    [CLAUSE_TEXT] = "text",         [CLAUSE_REASON] = "reason", [CLAUSE_AMONG] = "among",
    [CLAUSE_SHARE] = "share",       [CLAUSE_CHANGE] = "change", [CLAUSE_GROWTH] = "growth",
    [CLAUSE_SAME] = "same",         [CLAUSE_BASE] = "base",     [CLAUSE_COMPLETION] = "completion",
    [CLAUSE_AMOUNT] = "amount",     [CLAUSE_PURPOSE] = "purpose", [CLAUSE_COMPARISON] = "comparison", [CLAUSE_TURN] = "turn", [CLAUSE_NEW] = "new",
};

static void spell_text(GString *out, const char *name, const char *value)
{
    if (value[0] != '\0')
        g_string_append_printf(out, " %s=%s", name, value);
}

/* What a clause says, and nothing of what it does not: "change words=较上年 turn=减少 down amount=3.00". */
static char *spell(const Clause *clause)
{
    GString *out = g_string_new(kind_names[clause->kind]);
    spell_text(out, "subject", clause->subject);
    spell_text(out, "words", clause->words);
    spell_text(out, "turn", clause->turn);
    g_string_append(out, clause->down ? " down" : "");
    g_string_append(out, clause->fresh ? " fresh" : "");
    g_autofree char *amount = clause->has_amount ? amount_to_text(clause->amount) : g_strdup("");
    spell_text(out, "amount", amount);
    g_autofree char *rate = clause->has_rate ? rate_to_text(clause->rate) : g_strdup("");
    spell_text(out, "rate", rate);
    g_string_append(out, clause->has_rate && clause->bare ? " bare" : "");
    g_string_append(out, clause->times ? " times" : "");
    g_string_append(out, clause->refused != NULL ? " refused" : "");
    spell_text(out, "tail", clause->tail);
    return g_string_free(out, FALSE);
}

static const struct {
    const char *text;
    const char *means;
} wordings[] = {
    /* How an amount changed, and against what. */
    {"比上年预算增加14.21万元", "change words=比上年预算 turn=增加 amount=14.21"},
    {"较上年预算减少135.47万元", "change words=较上年预算 turn=减少 down amount=135.47"},
    {"较上年减少3万元", "change words=较上年 turn=减少 down amount=3"},
    {"比上年增加0.00万元", "change words=比上年 turn=增加 amount=0.00"},
    {"比2023年预算减少了5.00万元", "change words=比2023年预算 turn=减少 down amount=5.00"},
    {"与上年相比增加3.00万元", "change words=与上年相比 turn=增加 amount=3.00"},
    {"与2023年度相比减少3.00万元", "change words=与2023年度相比 turn=减少 down amount=3.00"},
    {"较2023年决算数增加1.00万元", "change words=较2023年决算数 turn=增加 amount=1.00"},
    {"比年初预算增加1.00万元", "change words=比年初预算 turn=增加 amount=1.00"},
    {"同比增加5.00万元", "change words=同比 turn=增加 amount=5.00"},
    {"增加1,183.05万元", "change turn=增加 amount=1183.05"},
    {"收、支预算总计各增加12.00万元", "change subject=收、支预算总计 turn=增加 amount=12.00"},
    {"比上年预算各增加12.00万元", "change words=比上年预算 turn=增加 amount=12.00"},
    {"比上年净增加2.00万元", "change words=比上年 turn=增加 amount=2.00"},
    {"压减3.50万元", "change turn=压减 down amount=3.50"},
    {"增支1.20万元", "change turn=增支 amount=1.20"},
    {"公务接待费比上年预算减少0.08万元", "change subject=公务接待费 words=比上年预算 turn=减少 down amount=0.08"},
    {"比上年预算增加7.26万元增长1.42%", "change words=比上年预算 turn=增加 amount=7.26 tail=增长1.42%"},
    {"今年新增支出5.00万元", "change fresh amount=5.00"},
    {"本年新增8.00万元", "change fresh amount=8.00"},
    {"新增预算8.00万元", "change fresh amount=8.00"},
    {"增加2000元", "change turn=增加 amount=0.2000"},
    {"增加1.5亿元", "change turn=增加 amount=15000"},

    /* By how much percent. */
    {"增长14.05%", "growth turn=增长 rate=14.05"},
    {"下降32.65%", "growth turn=下降 down rate=32.65"},
    {"同比增长3.2%", "growth words=同比 turn=增长 rate=3.2"},
    {"比上年增长3.20%", "growth words=比上年 turn=增长 rate=3.20"},
    {"增幅为3.20%", "growth turn=增幅 rate=3.20"},
    {"增幅-3.20%", "growth turn=增幅 rate=-3.20"},
    {"降幅3.20%", "growth turn=降幅 down rate=3.20"},
    {"增长率为3.20%", "growth turn=增长 rate=3.20"},
    {"增长2.1倍", "growth turn=增长 rate=210 times"},
    {"增长1.42", "growth turn=增长 rate=1.42 bare"},
    {"增长100%", "growth turn=增长 rate=100"},
    {"增加2名", "text subject=增加2名"},
    {"减少1辆", "text subject=减少1辆"},

    /* No change. */
    {"与上年持平", "same words=与上年 turn=持平"},
    {"与上年预算持平", "same words=与上年预算 turn=持平"},
    {"与上年数一致", "same words=与上年 turn=一致"},
    {"与上年预算数相同", "same words=与上年预算 turn=相同"},
    {"与上年基本持平", "same words=与上年 turn=持平"},
    {"同上年持平", "same words=同上年 turn=持平"},
    {"较上年无变化", "same words=较上年 turn=无变化"},
    {"较上年预算无增减变化", "same words=较上年预算 turn=无增减变化"},
    {"与上年相比持平", "same words=与上年相比 turn=持平"},
    {"公务接待费与上年持平", "same subject=公务接待费 words=与上年 turn=持平"},
    {"持平", "same turn=持平"},

    /* Which way spending went from its budget. */
    {"决算数小于预算数", "turn turn=小于 down"},
    {"支出决算数大于年初预算数的主要原因是追加经费", "turn turn=大于 tail=的主要原因是追加经费"},
    {"2024年度三公经费支出决算数低于预算数", "turn subject=2024年度三公经费 turn=低于 down"},
    {"今年新增支出", "new"},
    {"与2023年预算一致0万元", "same words=与2023年预算 turn=一致"},
    {"填列数应与《收支预算总表》收入数一致", "text subject=填列数应与《收支预算总表》收入数一致"},
    {"文化旅游体育与传媒支出2024年决算9.00万元", "amount subject=文化旅游体育与传媒支出2024年决算 amount=9.00"},

    /* What follows compares. */
    {"与上年相比", "comparison words=与上年相比"},
    {"与上年预算相比", "comparison words=与上年预算相比"},
    {"基本支出与2023年相比", "comparison subject=基本支出 words=与2023年相比"},

    /* Shares. */
    {"占98.93%", "share rate=98.93"},
    {"占30%", "share rate=30"},
    {"约占3.94%", "share rate=3.94"},
    {"占比98.93%", "share rate=98.93"},
    {"占一般公共预算拨款的82.05%", "share words=一般公共预算拨款 rate=82.05"},
    {"占总支出的比重为30.42%", "share words=总支出 rate=30.42"},
    {"基本支出占本年支出的72.34%", "share subject=基本支出 words=本年支出 rate=72.34"},
    {"占收入预算的98.93%", "share words=收入预算 rate=98.93"},
    {"占98.93", "share rate=98.93 bare"},
    {"占本年预算支出的72.34%", "share words=本年预算支出 rate=72.34"},

    /* Completion, and the base it stands on. */
    {"完成年初预算的97.50%", "completion words=年初预算 rate=97.50"},
    {"完成预算的100%", "completion words=预算 rate=100"},
    {"完成调整预算的95.5%", "completion words=调整预算 rate=95.5"},
    {"占年初预算的97.50%", "completion words=年初预算 rate=97.50"},
    {"预算完成率为95.00%", "completion words=预算完成率 rate=95.00"},
    {"执行率90.5%", "completion words=执行率 rate=90.5"},
    {"年初预算为3021.50万元", "base words=年初预算 amount=3021.50"},
    {"年初预算数为10.00万元", "base words=年初预算 amount=10.00"},
    {"行政运行年初预算为10.00万元", "base subject=行政运行 words=年初预算 amount=10.00"},
    {"支出决算为2940.03万元", "amount subject=支出决算为 amount=2940.03"},

    /* Amounts. */
    {"行政运行279.52万元", "amount subject=行政运行 amount=279.52"},
    {"2024年预算数为84.33万元", "amount subject=2024年预算数为 amount=84.33"},
    {"收入预算116.58万元", "amount subject=收入预算 amount=116.58"},
    {"公务接待费0元", "amount subject=公务接待费 amount=0.0000"},
    {"-3.00万元", "amount amount=-3.00"},
    {"公务接待费0.12万元占4.58%", "amount subject=公务接待费 amount=0.12 tail=占4.58%"},
    {"行政运行84.33万元比上年增加2.21万元", "amount subject=行政运行 amount=84.33 tail=比上年增加2.21万元"},
    {"行政运行84.33万元与上年持平", "amount subject=行政运行 amount=84.33 tail=与上年持平"},
    {"单价50万元以上设备购置比上年增加2.21万元", "change subject=单价50万元以上设备购置 words=比上年 turn=增加 amount=2.21"},
    {"单价50万元以上的通用设备", "text subject=单价50万元以上的通用设备"},
    {"减少50万元以下的零星支出", "text subject=减少50万元以下的零星支出"},
    {"单价100万元(含)以上", "amount subject=单价 amount=100 tail=(含)以上"},

    /* Figures that are no amounts are told, never taken for another. */
    {"预算99999999999999999999万元", "amount subject=预算 refused"},
    {"预算1,83万元", "amount subject=预算 refused"},
    {"预算0.0000001万元", "amount subject=预算 refused"},
    {"增加99999999999999999999万元", "change turn=增加 refused"},
    {"增长99999999999999999999%", "text subject=增长99999999999999999999%"},

    /* Reasons, with their usual beginnings and without. */
    {"主要原因是在职人员工资标准调整", "reason words=在职人员工资标准调整"},
    {"主要原因为人员增加3名", "reason words=人员增加3名"},
    {"原因是新增购置项目", "reason words=新增购置项目"},
    {"增加的主要原因是人员增加", "reason words=人员增加"},
    {"变动原因是政策调整", "reason words=政策调整"},
    {"增长主要原因是缴费基数提高", "reason words=缴费基数提高"},
    {"主要是由于项目结束", "reason words=项目结束"},
    {"主要是项目结束", "reason words=项目结束"},
    {"主要系人员减少", "reason words=人员减少"},
    {"由于机构合并", "reason words=机构合并"},
    {"是因为机构合并", "reason words=机构合并"},
    {"主要原因是其中购车费用增加12.00万元", "reason words=其中购车费用增加12.00万元"},

    /* What money is for is no reason for its change. */
    {"主要用于保障机构运转", "purpose"},
    {"用于缴存住房公积金", "purpose"},
    {"主要是用于购置图书", "purpose"},
    {"主要用于购置设备5.00万元", "purpose"},

    {"其中", "among"},
    {"包括", "among"},
    {"主要包括", "among"},
    {"其中购车费", "text subject=其中购车费"},

    {"", "text"},
    {"本部门没有政府性基金预算", "text subject=本部门没有政府性基金预算"},
    {"根据工作需要安排", "text subject=根据工作需要安排"},
};

START_TEST(wording)
{
    Clause clause;
    clause_from_text(wordings[_i].text, &clause);
    g_autofree char *spelt = spell(&clause);
    ck_assert_msg(g_str_equal(spelt, wordings[_i].means), "%s:\n%s\nexpected\n%s", wordings[_i].text, spelt,
                  wordings[_i].means);
    clause_clear(&clause);
    clause_clear(&clause);
}
END_TEST

/* Any row of words and figures is some clause with all its texts set, and reading it again gives the same. */
START_TEST(any_words)
{
    static const char *const pieces[] = {"比上年", "预算", "增加", "减少", "增长", "持平", "占", "完成", "年初预算", "主要原因是",
                                         "其中",   "3.00", "12",   "万元", "元",   "%",    "倍", "的",   "-",        "，",
                                         "与",     "相比", "（",   "）",   "以上", "新增", ",",  "为",   "A"};
    g_autoptr(GRand) rand = g_rand_new_with_seed(8);
    for (int round = 0; round < 5000; round++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (int count = g_rand_int_range(rand, 0, 12); count > 0; count--)
            g_string_append(text, pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
        Clause clause, again;
        clause_from_text(text->str, &clause);
        clause_from_text(text->str, &again);
        ck_assert_msg(clause.subject != NULL && clause.words != NULL && clause.turn != NULL && clause.tail != NULL, "%s",
                      text->str);
        g_autofree char *first = spell(&clause);
        g_autofree char *second = spell(&again);
        ck_assert_str_eq(first, second);
        /* The subject and the tail are words of the clause itself. */
        ck_assert_msg(g_str_has_prefix(text->str, clause.subject) && g_str_has_suffix(text->str, clause.tail), "%s",
                      text->str);
        bool said = clause.has_amount || clause.has_rate || clause.refused != NULL;
        bool needs = clause.kind == CLAUSE_AMOUNT || clause.kind == CLAUSE_CHANGE || clause.kind == CLAUSE_GROWTH ||
                     clause.kind == CLAUSE_SHARE || clause.kind == CLAUSE_COMPLETION || clause.kind == CLAUSE_BASE;
        ck_assert_msg(said == needs, "%s: %s", text->str, first);
        clause_clear(&clause);
        clause_clear(&again);
    }
}
END_TEST

/* A paragraph of a whole page without a mark is one clause: it is read in time that grows no faster than its length. */
START_TEST(long_clause)
{
    GString *text = g_string_new(NULL);
    for (int i = 0; i < 20000; i++)
        g_string_append(text, "比上年预算增长");
    Clause clause;
    clause_from_text(text->str, &clause);
    ck_assert_int_eq(clause.kind, CLAUSE_TEXT);
    ck_assert_str_eq(clause.subject, text->str);
    clause_clear(&clause);
    g_string_free(text, TRUE);
}
END_TEST

Suite *clause_suite(void)
{
    Suite *suite = suite_create("clause");
    TCase *reading = tcase_create("wordings");
    tcase_set_timeout(reading, 30);
    tcase_add_loop_test(reading, wording, 0, G_N_ELEMENTS(wordings));
    tcase_add_test(reading, any_words);
    tcase_add_test(reading, long_clause);
    suite_add_tcase(suite, reading);
    return suite;
}
