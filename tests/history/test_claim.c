/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/claim.h"

#include <check.h>
#include <string.h>

#include "tests/history/spelling.h"

Suite *claim_suite(void);

#define REVENUE "二、关于虚构县图书馆2024年收入预算情况说明\n"
#define EXPENDITURE "三、关于虚构县图书馆2024年支出预算情况说明\n"
#define GENERAL "五、关于虚构县图书馆2024年一般公共预算当年拨款情况说明\n"
#define THREE_PUBLIC "八、关于虚构县图书馆2024年财政拨款“三公”经费预算情况说明\n"
#define ITEM "1.文化旅游体育与传媒支出（类）文化和旅游（款）行政运行（项）："

typedef struct {
    const char *why;
    const char *text;
    const char *claims;
    const char *sums;
} Case;

static const Case wordings[] = {
    {"amount, share, change, growth and reason",
     REVENUE "一般公共预算115.33万元，占98.93%，比上年预算增加14.21万元，增长14.05%，主要原因是新增流动图书车购置项目。\n",
     "一般公共预算 revenue/general/local amount=115.33 share=98.93 change=14.21 growth=14.05 against=last-budget turn=up "
     "words=增加|增长 reason=新增流动图书车购置项目\n", ""},
    {"a decrease",
     REVENUE "单位资金1.25万元，占1.07%，较上年减少0.25万元，下降16.67%，主要原因是培训收入减少。\n",
     "单位资金 revenue/own/total amount=1.25 share=1.07 change=-0.25 growth=-16.67 against=last-budget turn=down "
     "words=减少|下降 reason=培训收入减少\n", ""},
    {"spaces anywhere, wide digits, separators",
     REVENUE "一般公共预算 １,１15 . 33 万 元，占 98.93 %，比 上年 预算增加 14.21 万元。\n",
     "一般公共预算 revenue/general/local amount=1115.33 share=98.93 change=14.21 against=last-budget turn=up words=增加\n", ""},
    {"persists", REVENUE "单位资金1.25万元，占1.07%，与上年持平。\n",
     "单位资金 revenue/own/total amount=1.25 share=1.07 against=last-budget turn=same words=持平\n", ""},
    {"the same as last year's figure", REVENUE "单位资金1.25万元，与上年数一致。\n",
     "单位资金 revenue/own/total amount=1.25 against=last-budget turn=same words=一致\n", ""},
    {"the same, with the subject in the clause that says so", THREE_PUBLIC "公务接待费与上年持平。\n",
     "公务接待费 expenditure/all/reception against=last-budget turn=same words=持平\n", ""},
    {"no change, in figures, with a reason",
     REVENUE "政府性基金预算0.00万元，占0.00%，比上年预算增加0.00万元，增长0.00%，主要原因是没有基金项目。\n",
     "政府性基金预算 revenue/government-fund/local amount=0.00 share=0.00 change=0.00 growth=0.00 against=last-budget turn=same "
     "words=增加|增长 reason=没有基金项目\n", ""},
    {"the comparison in a clause of its own", REVENUE "单位资金1.25万元，与上年相比，增加0.25万元，增长25.00%。\n",
     "单位资金 revenue/own/total amount=1.25 change=0.25 growth=25.00 against=last-budget turn=up words=增加|增长\n", ""},
    {"the comparison without its comma", REVENUE "单位资金1.25万元，与上年相比增加0.25万元。\n",
     "单位资金 revenue/own/total amount=1.25 change=0.25 against=last-budget turn=up words=增加\n", ""},
    {"compared, and the same", REVENUE "单位资金1.25万元，与上年相比持平。\n",
     "单位资金 revenue/own/total amount=1.25 against=last-budget turn=same words=持平\n", ""},
    {"growth alone", REVENUE "单位资金1.25万元，同比增长25.00%。\n",
     "单位资金 revenue/own/total amount=1.25 growth=25.00 against=last-budget turn=up words=增长\n", ""},
    {"a fall alone", REVENUE "单位资金1.25万元，同比下降3.2%。\n",
     "单位资金 revenue/own/total amount=1.25 growth=-3.2 against=last-budget turn=down words=下降\n", ""},
    {"new this year", GENERAL ITEM "2024年预算数为31.00万元，今年新增支出31.00万元。\n",
     "行政运行 2070101 expenditure/general/total amount=31.00 change=31.00 against=last-budget turn=new\n", ""},
    {"the whole of it is growth: new", REVENUE "单位资金0.05万元，较上年预算增加0.05万元，增长100.00%。\n",
     "单位资金 revenue/own/total amount=0.05 change=0.05 growth=100.00 against=last-budget turn=new words=增加|增长\n", ""},
    {"both sides of the budget at once",
     "一、关于虚构县图书馆2024年收支预算情况的总体说明\n2024年收、支预算总计116.58万元，与上年相比，收、支预算总计各增加14.21万元，增长13.88%。\n",
     "收支总预算 expenditure/all/total amount=116.58 change=14.21 growth=13.88 against=last-budget turn=up words=增加|增长\n", ""},
    {"many times", REVENUE "单位资金1.25万元，比上年预算增加0.85万元，增长2.1倍。\n",
     "单位资金 revenue/own/total amount=1.25 change=0.85 times=210 against=last-budget turn=up words=增加|增长\n", ""},
    {"the percent sign is left out", REVENUE "单位资金1.25万元，比上年预算增加0.25万元，增长25.00。\n",
     "单位资金 revenue/own/total amount=1.25 change=0.25 bare=25.00 against=last-budget turn=up words=增加|增长\n", ""},
    {"words that contradict each other", REVENUE "单位资金1.25万元，比上年预算增加0.25万元，下降25.00%。\n",
     "单位资金 revenue/own/total amount=1.25 change=0.25 growth=-25.00 against=last-budget turn=up words=增加|下降\n", ""},
    {"change and growth without a comma", REVENUE "单位资金1.25万元，比上年预算增加0.25万元增长25.00%。\n",
     "单位资金 revenue/own/total amount=1.25 change=0.25 growth=25.00 against=last-budget turn=up words=增加|增长\n", ""},
    {"all in one clause", REVENUE "单位资金1.25万元占1.07%比上年预算增加0.25万元增长25.00%。\n",
     "单位资金 revenue/own/total amount=1.25 share=1.07 change=0.25 growth=25.00 against=last-budget turn=up words=增加|增长\n", ""},
    {"a share of what is named", REVENUE "单位资金1.25万元，占收入预算的1.07%。\n",
     "单位资金 revenue/own/total amount=1.25 share=1.07 of=收入预算\n", ""},
    {"with the last accounts", REVENUE "单位资金1.25万元，较上年决算数减少0.25万元。\n",
     "单位资金 revenue/own/total amount=1.25 change=-0.25 against=last-accounts turn=down words=减少\n", ""},
    {"with what was spent", REVENUE "单位资金1.25万元，较上年执行数减少0.25万元。\n",
     "单位资金 revenue/own/total amount=1.25 change=-0.25 against=last-accounts turn=down words=减少\n", ""},
    {"with a year by its number", REVENUE "单位资金1.25万元，比2023年预算减少0.25万元。\n",
     "单位资金 revenue/own/total amount=1.25 change=-0.25 against=last-budget turn=down words=减少\n", ""},
    {"yuan and hundreds of millions", REVENUE "单位资金12500元，比上年预算增加0.0001亿元。\n",
     "单位资金 revenue/own/total amount=1.2500 change=1 against=last-budget turn=up words=增加\n", ""},
};

static const Case subjects[] = {
    {"with department and year in front", REVENUE "虚构县图书馆2024年部门收入预算116.58万元。\n",
     "收入预算 revenue/all/total amount=116.58\n", ""},
    {"by this department", EXPENDITURE "本部门2024年支出预算安排116.58万元。\n", "支出预算 expenditure/all/total amount=116.58\n", ""},
    {"in full, before a colon", GENERAL ITEM "2024年预算数为84.33万元，比上年预算增加2.21万元。\n",
     "行政运行 2070101 expenditure/general/total amount=84.33 change=2.21 against=last-budget turn=up words=增加\n", ""},
    {"in full, before its figure", GENERAL "文化旅游体育与传媒支出（类）文化和旅游（款）行政运行（项）84.33万元。\n",
     "行政运行 2070101 expenditure/general/total amount=84.33\n", ""},
    {"a class alone", GENERAL "1.文化旅游体育与传媒支出（类）115.33万元，占100.00%。\n",
     "文化旅游体育与传媒支出 207 expenditure/general/total amount=115.33 share=100.00\n", ""},
    {"a class without its mark", "四、关于虚构县图书馆2024年财政拨款收支预算情况的总体说明\n文化旅游体育与传媒支出115.33万元。\n",
     "文化旅游体育与传媒支出 207 expenditure/all/appropriation amount=115.33\n", ""},
    {"of no table", GENERAL "流动图书车购置费12.00万元。\n", "流动图书车购置费 amount=12.00\n", ""},
    {"the section decides which fund: own tables", EXPENDITURE "基本支出84.33万元。\n", "基本支出 expenditure/all/basic amount=84.33\n", ""},
    {"the section decides which fund: general", GENERAL "基本支出84.33万元。\n", "基本支出 expenditure/general/basic amount=84.33\n", ""},
    {"in quotation marks", THREE_PUBLIC "“三公”经费预算数为2.00万元。\n", "三公经费 expenditure/all/three-public amount=2.00\n", ""},
    {"carried over a full stop to the comparison", REVENUE "单位资金1.25万元。比上年预算增加0.25万元。\n",
     "单位资金 revenue/own/total amount=1.25 change=0.25 against=last-budget turn=up words=增加\n", ""},
    {"its change said again by name further down",
     THREE_PUBLIC "“三公”经费2.00万元，公务接待费0.20万元。公务接待费比上年预算减少0.05万元，主要原因是厉行节约。\n",
     "三公经费 expenditure/all/three-public amount=2.00\n"
     "公务接待费 expenditure/all/reception amount=0.20 change=-0.05 against=last-budget turn=down words=减少 reason=厉行节约\n", ""},
    {"two subjects in a sentence", EXPENDITURE "基本支出84.33万元，比上年预算增加2.21万元；项目支出32.25万元，与上年持平。\n",
     "基本支出 expenditure/all/basic amount=84.33 change=2.21 against=last-budget turn=up words=增加\n"
     "项目支出 expenditure/all/project amount=32.25 against=last-budget turn=same words=持平\n", ""},
    {"a threshold is no amount", EXPENDITURE "单价50万元以上的通用设备0台（套），比上年无变化。\n", "单价50万元以上的通用设备0台（套） against=last-budget turn=same words=无变化\n", ""},
    {"an amount that overflows is no claim of one", REVENUE "单位资金99999999999999999999万元，占1.07%。\n",
     "单位资金 revenue/own/total share=1.07\n", ""},
    {"what words mean is no claim", "第四部分 名词解释\n一般公共预算：指预算安排115.33万元以及比上年预算增加14.21万元的资金。\n", "", ""},
    {"what is owned is none", "十一、其他重要事项的情况说明\n（三）国有资产占用使用情况\n房屋320平方米，价值96.00万元。\n", "", ""},
};

static const Case reasons[] = {
    {"in the next sentence", GENERAL ITEM "2024年预算数为84.33万元，比上年预算增加2.21万元，增长2.69%。主要原因是在职人员工资标准调整。\n",
     "行政运行 2070101 expenditure/general/total amount=84.33 change=2.21 growth=2.69 against=last-budget turn=up "
     "words=增加|增长 reason=在职人员工资标准调整\n", ""},
    {"without its usual beginning", REVENUE "单位资金1.25万元，比上年预算增加0.25万元，培训班次增加所致。\n",
     "单位资金 revenue/own/total amount=1.25 change=0.25 against=last-budget turn=up words=增加 reason=培训班次增加所致\n", ""},
    {"with amounts of its own",
     REVENUE "一般公共预算115.33万元，比上年预算增加14.21万元，主要原因是新增流动图书车购置项目，其中购车费用增加12.00万元，工资标准调整增加2.21万元。\n",
     "一般公共预算 revenue/general/local amount=115.33 change=14.21 against=last-budget turn=up words=增加 "
     "reason=新增流动图书车购置项目，其中购车费用增加12.00万元，工资标准调整增加2.21万元\n", ""},
    {"over semicolons", EXPENDITURE "基本支出84.33万元，比上年预算增加2.21万元，主要原因是调资；养老、医疗等缴费基数提高；公积金上调。\n",
     "基本支出 expenditure/all/basic amount=84.33 change=2.21 against=last-budget turn=up words=增加 "
     "reason=调资；养老、医疗等缴费基数提高；公积金上调\n", ""},
    {"to the semicolon before the next subject", EXPENDITURE "基本支出84.33万元，比上年预算增加2.21万元，主要原因是调资；项目支出32.25万元，与上年持平。\n",
     "基本支出 expenditure/all/basic amount=84.33 change=2.21 against=last-budget turn=up words=增加 reason=调资\n"
     "项目支出 expenditure/all/project amount=32.25 against=last-budget turn=same words=持平\n", ""},
    {"to the full stop", EXPENDITURE "基本支出84.33万元，比上年预算增加2.21万元，主要原因是调资。我们将继续努力。\n",
     "基本支出 expenditure/all/basic amount=84.33 change=2.21 against=last-budget turn=up words=增加 reason=调资\n", ""},
    {"words that give way to the sentence that says it is one",
     REVENUE "单位资金1.25万元，比上年预算增加1.25万元，上年无此项预算。主要原因是开办培训班。\n",
     "单位资金 revenue/own/total amount=1.25 change=1.25 against=last-budget turn=new words=增加 reason=开办培训班\n", ""},
    {"what the money is for is none", REVENUE "单位资金1.25万元，比上年预算增加0.25万元，主要用于购置图书。\n",
     "单位资金 revenue/own/total amount=1.25 change=0.25 against=last-budget turn=up words=增加\n", ""},
    {"nor is the rest of what it is for", REVENUE "单位资金1.25万元，比上年预算增加0.25万元，主要用于购置图书，开展读者活动。\n",
     "单位资金 revenue/own/total amount=1.25 change=0.25 against=last-budget turn=up words=增加\n", ""},
    {"none, without a change", REVENUE "单位资金1.25万元，来自读者证件工本费。\n", "单位资金 revenue/own/total amount=1.25\n", ""},
    {"commas and brackets inside it",
     EXPENDITURE "基本支出84.33万元，比上年预算增加2.21万元，主要原因是人员增加3名（含退休，见表2），调资。\n",
     "基本支出 expenditure/all/basic amount=84.33 change=2.21 against=last-budget turn=up words=增加 "
     "reason=人员增加3名（含退休，见表2），调资\n", ""},
};

static const Case sums[] = {
    {"in one sentence", THREE_PUBLIC "“三公”经费2.00万元，其中：公务接待费0.20万元，公务用车运行费1.80万元。\n",
     "三公经费 expenditure/all/three-public amount=2.00\n"
     "公务接待费 expenditure/all/reception amount=0.20\n"
     "公务用车运行费 expenditure/all/vehicle-running amount=1.80\n", "三公经费 = 公务接待费 + 公务用车运行费\n"},
    {"joined by the list comma", EXPENDITURE "支出预算116.58万元，包括：基本支出84.33万元、项目支出32.25万元。\n",
     "支出预算 expenditure/all/total amount=116.58\n"
     "基本支出 expenditure/all/basic amount=84.33\n"
     "项目支出 expenditure/all/project amount=32.25\n", "支出预算 = 基本支出 + 项目支出\n"},
    {"without a colon", EXPENDITURE "支出预算116.58万元，其中，基本支出84.33万元，项目支出32.25万元。\n",
     "支出预算 expenditure/all/total amount=116.58\n"
     "基本支出 expenditure/all/basic amount=84.33\n"
     "项目支出 expenditure/all/project amount=32.25\n", "支出预算 = 基本支出 + 项目支出\n"},
    {"one paragraph a part, their shares of the whole",
     EXPENDITURE "支出预算116.58万元，其中：\n基本支出84.33万元，占72.34%，与上年持平。\n"
     "项目支出32.25万元，占28.66%，比上年预算增加12.00万元，增长59.26%，主要原因是根据工作需要安排。\n",
     "支出预算 expenditure/all/total amount=116.58\n"
     "基本支出 expenditure/all/basic amount=84.33 share=72.34 of=支出预算 against=last-budget turn=same words=持平\n"
     "项目支出 expenditure/all/project amount=32.25 share=28.66 of=支出预算 change=12.00 growth=59.26 against=last-budget turn=up "
     "words=增加|增长 reason=根据工作需要安排\n", "支出预算 = 基本支出 + 项目支出\n"},
    {"the next section's figures are no parts",
     EXPENDITURE "支出预算116.58万元，其中：\n基本支出84.33万元。\n项目支出32.25万元。\n" GENERAL "基本支出84.33万元。\n",
     "支出预算 expenditure/all/total amount=116.58\n"
     "基本支出 expenditure/all/basic amount=84.33\n"
     "项目支出 expenditure/all/project amount=32.25\n"
     "基本支出 expenditure/general/basic amount=84.33\n", "支出预算 = 基本支出 + 项目支出\n"},
    {"names without amounts split nothing", EXPENDITURE "基本支出84.33万元，主要包括：基本工资、津贴补贴、奖金。\n",
     "基本支出 expenditure/all/basic amount=84.33\n", ""},
    {"one part splits nothing", EXPENDITURE "支出预算116.58万元，其中：基本支出84.33万元。\n",
     "支出预算 expenditure/all/total amount=116.58\n"
     "基本支出 expenditure/all/basic amount=84.33\n", ""},
    {"a new sentence ends the list", EXPENDITURE "支出预算116.58万元，其中：基本支出84.33万元，项目支出32.25万元。单位资金1.25万元。\n",
     "支出预算 expenditure/all/total amount=116.58\n"
     "基本支出 expenditure/all/basic amount=84.33\n"
     "项目支出 expenditure/all/project amount=32.25\n"
     "其他资金 revenue/own/total amount=1.25\n", "支出预算 = 基本支出 + 项目支出\n"},
    {"parts with changes of their own",
     THREE_PUBLIC "“三公”经费2.00万元，其中：公务接待费0.20万元，与上年持平；公务用车运行费1.80万元，比上年预算减少0.10万元。\n",
     "三公经费 expenditure/all/three-public amount=2.00\n"
     "公务接待费 expenditure/all/reception amount=0.20 against=last-budget turn=same words=持平\n"
     "公务用车运行费 expenditure/all/vehicle-running amount=1.80 change=-0.10 against=last-budget turn=down words=减少\n",
     "三公经费 = 公务接待费 + 公务用车运行费\n"},
};

/* Final accounts: what was planned, what was spent, how much of the plan that is. */
static const Case accounts[] = {
    {"planned, spent, completed",
     ITEM "年初预算为100.00万元，支出决算为97.50万元，完成年初预算的97.50%。决算数小于年初预算数的主要原因是人员减少。\n",
     "行政运行 2070101 expenditure/all/total amount=97.50 base=100.00 completion=97.50 against=this-budget turn=down words=小于 reason=人员减少\n", ""},
    {"a year ago means last year's accounts", "三公经费支出决算为2.00万元，比上年增加0.10万元。\n",
     "“三公”经费财政拨款支出 expenditure/all/three-public amount=2.00 change=0.10 against=last-accounts turn=up words=增加\n", ""},
    {"less than this year's plan", "公务接待费0.20万元，比年初预算减少0.05万元。\n",
     "公务接待费支出 expenditure/all/reception amount=0.20 change=-0.05 against=this-budget turn=down words=减少\n", ""},
    {"the plan by its name alone", "公务接待费0.20万元，比预算减少0.05万元。\n",
     "公务接待费支出 expenditure/all/reception amount=0.20 change=-0.05 against=this-budget turn=down words=减少\n", ""},
};

static void check_case(const Case *one, Kind kind)
{
    g_autoptr(Filing) filing = filing_of_narrative(one->text, kind);
    g_autofree char *claims = spell_claims(filing);
    g_autofree char *parts = spell_sums(filing);
    check_spelling(one->why, claims, one->claims);
    check_spelling(one->why, parts, one->sums);
}

START_TEST(wording)
{
    check_case(&wordings[_i], KIND_BUDGET);
}
END_TEST

START_TEST(subject)
{
    check_case(&subjects[_i], KIND_BUDGET);
}
END_TEST

START_TEST(reason)
{
    check_case(&reasons[_i], KIND_BUDGET);
}
END_TEST

START_TEST(parts_of_a_whole)
{
    check_case(&sums[_i], KIND_BUDGET);
}
END_TEST

START_TEST(account)
{
    check_case(&accounts[_i], KIND_ACCOUNTS);
}
END_TEST

/* A sentence runs over lines and pages, with the page's number in the middle of it, even inside an amount. */
START_TEST(over_lines_and_pages)
{
    g_autoptr(Filing) filing = filing_of_narrative(
        "二、关于虚构县图书馆2024年收入预算情况说明\n"
        "一般公共预算115.33万元，占98.93%，比上年预算增加14.\n"
        "1\n"
        "\f21万元，增长14.05%，主要原因是新增流动图书车购置项\n"
        "2\n"
        "\f目，财政安排专门的购置经费，所以预算安排的财政资金\n"
        "3\n"
        "\f比上年增加较多。\n"
        "4\n",
        KIND_BUDGET);
    g_autofree char *claims = spell_claims(filing);
    check_spelling("a page number inside an amount", claims,
                   "一般公共预算 revenue/general/local amount=115.33 share=98.93 change=14.21 growth=14.05 "
                   "against=last-budget turn=up words=增加|增长 "
                   "reason=新增流动图书车购置项目，财政安排专门的购置经费，所以预算安排的财政资金比上年增加较多\n");
    const Claim *claim = g_ptr_array_index(filing->claims, 0);
    ck_assert_int_eq(claim->page, 1);
    ck_assert_int_eq(claim->line, 2);
    ck_assert_str_eq(claim->section, "二");
    ck_assert_msg(g_str_has_prefix(claim->text, "一般公共预算115.33万元") && g_str_has_suffix(claim->text, "较多。"), "%s",
                  claim->text);
}
END_TEST

/* The second sentence of a paragraph stands where it is printed, not where the paragraph begins. */
START_TEST(place_of_a_sentence)
{
    g_autoptr(Filing) filing = filing_of_narrative(
        "八、关于虚构县图书馆2024年财政拨款“三公”经费预算情况说明\n"
        "（一）总体情况\n"
        "今年我们厉行节约，从严控制各项开支，按照规定编制了各项\n"
        "预算，并按规定公开。公务接待费0.20万元，与上年持平。\n",
        KIND_BUDGET);
    ck_assert_uint_eq(filing->claims->len, 1);
    const Claim *claim = g_ptr_array_index(filing->claims, 0);
    ck_assert_str_eq(claim->section, "八（一）");
    ck_assert_int_eq(claim->line, 4);
    ck_assert_str_eq(claim->text, "公务接待费0.20万元，与上年持平。");
}
END_TEST

/* A figure that is no amount is told as it stands. */
START_TEST(doubted_figures)
{
    g_autoptr(Filing) filing =
        filing_of_narrative(REVENUE "单位资金99999999999999999999万元，比上年预算增加0.0000001万元。\n", KIND_BUDGET);
    ck_assert_uint_eq(filing->doubts->len, 2);
    const Doubt *doubt = g_ptr_array_index(filing->doubts, 0);
    ck_assert_str_eq(doubt->text, "单位资金99999999999999999999万元");
    ck_assert_int_eq(doubt->line, 2);
    ck_assert_str_ne(doubt->why, "");
    g_autofree char *claims = spell_claims(filing);
    check_spelling("no amount is made up", claims, "单位资金 revenue/own/total\n");
}
END_TEST

/* Any row of clauses: claims hold together, sums point at them. */
START_TEST(any_narrative)
{
    static const char *const pieces[] = {
        "基本支出84.33万元", "项目支出3.00万元", "占72.34%", "比上年预算增加2.21万元", "增长2.69%", "与上年持平", "其中", "包括", "主要原因是调资",
        "主要用于购置图书", "与上年相比", "年初预算为3.00万元", "完成年初预算的97.50%", "文化和旅游（款）", "，", "，", "。", "；", "：", "、", "（", "）",
        "\n", "公务接待费", "新增", "1.", "二、关于收入预算情况说明\n", "第三部分 说明\n", "（一）规模\n", "\f"};
    g_autoptr(GRand) rand = g_rand_new_with_seed(9);
    for (int round = 0; round < 3000; round++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (int count = g_rand_int_range(rand, 0, 40); count > 0; count--)
            g_string_append(text, pieces[g_rand_int_range(rand, 0, G_N_ELEMENTS(pieces))]);
        g_autoptr(Filing) filing = filing_of_narrative(text->str, round % 2 == 0 ? KIND_BUDGET : KIND_ACCOUNTS);
        for (guint i = 0; i < filing->claims->len; i++) {
            const Claim *claim = g_ptr_array_index(filing->claims, i);
            ck_assert_msg(claim->page >= 1 && claim->line >= 1, "%s", text->str);
            ck_assert_msg(!claim->has_amount || claim->amount.step > 0, "%s", text->str);
            ck_assert_msg(claim->text[0] != '\0' && g_utf8_validate(claim->text, -1, NULL), "%s", text->str);
        }
        for (guint i = 0; i < filing->sums->len; i++) {
            const Sum *sum = g_ptr_array_index(filing->sums, i);
            ck_assert_msg(sum->parts->len >= 2 && sum->whole >= 0 && sum->whole < (int)filing->claims->len, "%s", text->str);
            for (guint k = 0; k < sum->parts->len; k++) {
                int part = g_array_index(sum->parts, int, k);
                ck_assert_msg(part >= 0 && part < (int)filing->claims->len && part != sum->whole, "%s", text->str);
            }
        }
    }
}
END_TEST

Suite *claim_suite(void)
{
    Suite *suite = suite_create("claim");
    TCase *reading = tcase_create("claims");
    tcase_set_timeout(reading, 60);
    tcase_add_loop_test(reading, wording, 0, G_N_ELEMENTS(wordings));
    tcase_add_loop_test(reading, subject, 0, G_N_ELEMENTS(subjects));
    tcase_add_loop_test(reading, reason, 0, G_N_ELEMENTS(reasons));
    tcase_add_loop_test(reading, parts_of_a_whole, 0, G_N_ELEMENTS(sums));
    tcase_add_loop_test(reading, account, 0, G_N_ELEMENTS(accounts));
    tcase_add_test(reading, over_lines_and_pages);
    tcase_add_test(reading, place_of_a_sentence);
    tcase_add_test(reading, doubted_figures);
    tcase_add_test(reading, any_narrative);
    suite_add_tcase(suite, reading);
    return suite;
}
