/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Claims of the forms that provinces use: whole sections, with the wordings that belong together. */
#include <check.h>

#include "history/claim.h"
#include "tests/history/spelling.h"

Suite *claim_forms_suite(void);

typedef struct {
    const char *why;
    Kind kind;
    const char *text;
    const char *claims;
    const char *sums;
} Case;

/* Subjects whose levels stand in headings above, and those of the economic classification. */
static const Case levels[] = {
    {"codes printed with their names", KIND_BUDGET,
     "五、一般公共预算支出预算情况说明\n"
     "1.文化旅游体育与传媒支出（207）文化和旅游（20701）图书馆（2070104）2024年预算84.33万元，比2023年执行数增加2.21万元。\n"
     "2.207（类）01（款）01（项）行政运行：2024年预算数10.00万元，与上年持平。\n",
     "图书馆 2070104 expenditure/general/total amount=84.33 change=2.21 against=last-accounts turn=up words=增加\n"
     "行政运行 2070101 expenditure/general/total amount=10.00 against=last-budget turn=same words=持平\n",
     ""},
    {"in the section of one fund the words that name none are its own", KIND_ACCOUNTS,
     "八、政府性基金预算财政拨款收入支出决算情况说明\n"
     "政府性基金预算财政拨款年初结转和结余0.00万元，本年收入120.00万元，本年支出110.00万元，年末结转和结余10.00万元。\n",
     "政府性基金预算财政拨款年初结转和结余 carryover/government-fund/appropriation-opening amount=0.00\n"
     "政府性基金预算财政拨款收入 revenue/government-fund/total amount=120.00\n"
     "政府性基金预算财政拨款支出 expenditure/government-fund/total amount=110.00\n"
     "政府性基金预算财政拨款年末结转和结余 carryover/government-fund/appropriation-closing amount=10.00\n",
     ""},
    {"the rate stands in a bracket behind its amount", KIND_BUDGET,
     "五、一般公共预算支出预算情况说明\n"
     "1.文化旅游体育与传媒支出（类）文化和旅游（款）图书馆（项）84.33万元，比上年预算增加2.21万元（增长2.69%），主要原因是延长开放时间。\n"
     "1.文化旅游体育与传媒支出（类）文化和旅游（款）文化活动（项）9.00万元，比上年预算增加6.00万元（增长2倍）。\n"
     "2.文化旅游体育与传媒支出（类）文化和旅游（款）行政运行（项）10.00万元，较上年减少2.00万元（下降16.67%）。\n"
     "3.文化旅游体育与传媒支出（类）文化和旅游（款）群众文化（项）10.00万元，较上年减少2.00万元（下降16.67）。\n"
     "4.文化旅游体育与传媒支出（类）文化和旅游（款）其他文化和旅游支出（项）10.00万元，较上年减少2.00万元（减少2）。\n",
     "图书馆 2070104 expenditure/general/total amount=84.33 change=2.21 growth=2.69 against=last-budget turn=up words=增加|增长 reason=延长开放时间\n"
     "文化活动 2070108 expenditure/general/total amount=9.00 change=6.00 times=200 against=last-budget turn=up words=增加|增长\n"
     "行政运行 2070101 expenditure/general/total amount=10.00 change=-2.00 growth=-16.67 against=last-budget turn=down words=减少|下降\n"
     "群众文化 2070109 expenditure/general/total amount=10.00 change=-2.00 bare=-16.67 against=last-budget turn=down words=减少|下降\n"
     "其他文化和旅游支出 2070199 expenditure/general/total amount=10.00 change=-2.00 against=last-budget turn=down words=减少\n",
     ""},
    {"a share of the sum, whatever it is", KIND_BUDGET,
     "二、关于支出预算情况说明\n"
     "支出预算20.00万元，其中：基本支出15.00万元，占总额的75.00%；项目支出5.00万元，占全部的25.00%。\n",
     "支出预算 expenditure/all/total amount=20.00\n"
     "基本支出 expenditure/all/basic amount=15.00 share=75.00 of=支出预算\n"
     "项目支出 expenditure/all/project amount=5.00 share=25.00 of=支出预算\n",
     "支出预算 = 基本支出 + 项目支出\n"},
    {"the class stands in a heading, the comparison without a comma", KIND_BUDGET,
     "五、一般公共预算支出预算情况说明\n"
     "（一）文化旅游体育与传媒支出（类）\n"
     "1.文化和旅游（款）图书馆（项）84.33万元，与上年相比增加2.21万元，增长2.69%。主要原因是延长开放时间。\n"
     "2.文化和旅游（款）行政运行（项）支出10.00万元，与上年数一致。\n"
     "（二）住房保障支出（类）\n"
     "1.住房改革支出（款）住房公积金（项）5.00万元，今年新增支出。\n",
     "图书馆 2070104 expenditure/general/total amount=84.33 change=2.21 growth=2.69 against=last-budget turn=up words=增加|增长 reason=延长开放时间\n"
     "行政运行 2070101 expenditure/general/total amount=10.00 against=last-budget turn=same words=一致\n"
     "住房公积金 2210201 expenditure/general/total amount=5.00 against=last-budget turn=new\n",
     ""},
    {"another class within an item, named in full", KIND_BUDGET,
     "五、一般公共预算支出预算情况说明\n"
     "（一）文化旅游体育与传媒支出（类）\n"
     "1.文化和旅游（款）图书馆（项）84.33万元。\n"
     "（二）住房保障支出（类）住房改革支出（款）住房公积金（项）支出5.00万元，与2023年预算持平。\n",
     "图书馆 2070104 expenditure/general/total amount=84.33\n"
     "住房公积金 2210201 expenditure/general/total amount=5.00 against=last-budget turn=same words=持平\n",
     ""},
    {"in quotation marks, the amount behind them", KIND_BUDGET,
     "2024年部门预算编制说明\n"
     "财政拨款支出主要内容如下：\n"
     "1.“文化旅游体育与传媒支出（类）文化和旅游（款）图书馆（项）”84.33万元，主要用于馆员的经费，购书。\n"
     "2.“社会保障和就业支出（类）行政事业单位养老支出（款）其它行政事业单位养老支出（项）”0.96万元。\n",
     "图书馆 2070104 expenditure/general/total amount=84.33\n"
     "其他行政事业单位养老支出 2080599 expenditure/general/total amount=0.96\n",
     ""},
    {"all that is appropriated is not the general budget", KIND_BUDGET,
     "五、财政拨款支出预算情况说明\n"
     "（一）文化旅游体育与传媒支出（类）\n"
     "1.文化和旅游（款）图书馆（项）84.33万元。\n",
     "图书馆 2070104 expenditure/all/appropriation amount=84.33\n",
     ""},
    {"a class among all the spending", KIND_BUDGET,
     "一、收支预算总表情况说明\n"
     "（二）支出预算总计116.58万元。包括：\n"
     "1.文化旅游体育与传媒（类）支出100.00万元，主要用于购书。与上年相比减少3.00万元，下降2.91%。主要原因是项目完成。\n"
     "2.住房保障（类）支出16.58万元，与上年数一致。\n"
     "此外，基本支出预算数为84.33万元。与上年相比增加2.00万元，增长2.43%。退休费由社保机构发放，单位支出增加。\n"
     "单位预留机动经费预算为3.00万元。与上年数一致。\n",
     "支出预算 expenditure/all/total amount=116.58\n"
     "文化旅游体育与传媒支出 207 expenditure/all/total amount=100.00 change=-3.00 growth=-2.91 against=last-budget turn=down words=减少|下降 reason=项目完成\n"
     "住房保障支出 221 expenditure/all/total amount=16.58 against=last-budget turn=same words=一致\n"
     "基本支出 expenditure/all/basic amount=84.33 change=2.00 growth=2.43 against=last-budget turn=up words=增加|增长 reason=退休费由社保机构发放，单位支出增加\n"
     "单位预留机动经费 expenditure/all/reserve amount=3.00 against=last-budget turn=same words=一致\n",
     "支出预算 = 文化旅游体育与传媒支出 + 住房保障支出\n"},
    {"economic items below their classes", KIND_BUDGET,
     "六、财政拨款基本支出预算情况说明\n"
     "2024年度财政拨款基本支出预算84.33万元，其中：\n"
     "（一）人员经费64.33万元\n"
     "1、工资福利支出（类）60.00万元\n"
     "（1）基本工资（款）支出40.00万元。用于发放职务工资等。\n"
     "（2）住房公积金（款）支出20.00万元。用于缴纳公积金。\n"
     "2、对个人和家庭的补助支出（类）4.33万元\n"
     "（1）离休费（款）支出4.33万元。用于发放离休费。\n"
     "（二）公用经费20.00万元\n"
     "商品和服务支出（类）20.00万元\n"
     "（1）办公费（款）支出12.00万元。用于购买办公用品。\n"
     "（2）公务接待费（款）支出8.00万元。\n",
     "财政拨款基本支出 expenditure/general/basic amount=84.33\n"
     "人员经费 expenditure/general/personnel amount=64.33\n"
     "工资福利支出 301 expenditure/general/basic amount=60.00\n"
     "基本工资 30101 expenditure/general/basic amount=40.00\n"
     "住房公积金 30113 expenditure/general/basic amount=20.00\n"
     "对个人和家庭的补助 303 expenditure/general/basic amount=4.33\n"
     "离休费 30301 expenditure/general/basic amount=4.33\n"
     "公用经费 expenditure/general/operating amount=20.00\n"
     "商品和服务支出 302 expenditure/general/basic amount=20.00\n"
     "办公费 30201 expenditure/general/basic amount=12.00\n"
     "公务接待费 30217 expenditure/general/basic amount=8.00\n",
     "财政拨款基本支出 = 人员经费 + 公用经费\n"},
    {"economic items of running an office", KIND_BUDGET,
     "十、一般公共预算机关运行经费支出预算情况说明\n"
     "2024年一般公共预算机关运行经费支出预算30.00万元，比2023年增加2.00万元，增长7.14%。其中：\n"
     "（1）办公费（款）支出12.00万元。\n"
     "（2）办公设备购置（款）支出18.00万元。\n",
     "机关运行经费 expenditure/general/administrative amount=30.00 change=2.00 growth=7.14 against=last-budget turn=up words=增加|增长\n"
     "办公费 30201 expenditure/general/administrative amount=12.00\n"
     "办公设备购置 31002 expenditure/general/administrative amount=18.00\n",
     "机关运行经费 = 办公费 + 办公设备购置\n"},
    {"dashes and codes", KIND_ACCOUNTS,
     "五、一般公共预算财政拨款支出决算情况\n"
     "1.2070104图书馆支出年初预算为80.00万元，支出决算为84.33万元。\n",
     "图书馆 2070104 expenditure/general/total amount=84.33 base=80.00 against=this-budget\n",
     ""},
    {"the name of a class has a word of comparing in it", KIND_ACCOUNTS,
     "五、一般公共预算财政拨款支出决算情况\n"
     "文化旅游体育与传媒支出（类）文化和旅游（款）图书馆（项）支出决算为84.33万元，与上年持平。\n",
     "图书馆 2070104 expenditure/general/total amount=84.33 against=last-accounts turn=same words=持平\n",
     ""},
};

/* Budgets. */
static const Case budget[] = {
    {"both sides, and each", KIND_BUDGET,
     "一、收支预算总体情况说明\n"
     "虚构县图书馆2024年度收入、支出预算总计116.58万元，与上年相比收、支预算总计各增加14.21万元，增长13.88%。主要原因是购书增加。\n"
     "（一）收入预算总计116.58万元。包括：\n"
     "1.财政拨款收入预算总计113.58万元。\n"
     "（1）一般公共预算收入预算113.58万元，与上年相比增加14.21万元，增长14.30%。\n"
     "（2）政府性基金收入预算0万元，与上年数一致，本部门无此项收入。\n"
     "2.财政专户管理资金收入预算总计0万元，与上年数一致。\n"
     "3.其他资金收入预算总计2.00万元，与上年数一致。\n"
     "4.上年结转资金预算数为1.00万元，与上年数一致。\n",
     "收支总预算 expenditure/all/total amount=116.58 change=14.21 growth=13.88 against=last-budget turn=up words=增加|增长 reason=购书增加\n"
     "收入预算 revenue/all/total amount=116.58\n"
     "财政拨款收入 revenue/all/appropriation amount=113.58\n"
     "一般公共预算收入 revenue/general/total amount=113.58 change=14.21 growth=14.30 against=last-budget turn=up words=增加|增长\n"
     "政府性基金收入 revenue/government-fund/total amount=0 against=last-budget turn=same words=一致 reason=本部门无此项收入\n"
     "财政专户管理资金 revenue/special-account/total amount=0 against=last-budget turn=same words=一致\n"
     "其他资金 revenue/own/total amount=2.00 against=last-budget turn=same words=一致\n"
     "上年结转结余 carryover/all/total amount=1.00 against=last-budget turn=same words=一致\n",
     "收入预算 = 财政拨款收入 + 财政专户管理资金 + 其他资金 + 上年结转结余\n"},
    {"shares, one paragraph a part, ended by semicolons", KIND_BUDGET,
     "三、支出预算情况说明\n"
     "虚构县图书馆本年支出预算合计116.58万元，其中：\n"
     "基本支出84.33万元，占72.34%；\n"
     "项目支出30.25万元，占25.95%；\n"
     "单位预留机动经费2.00万元，占1.72%；\n"
     "结转下年资金0万元，占0%。\n",
     "支出预算 expenditure/all/total amount=116.58\n"
     "基本支出 expenditure/all/basic amount=84.33 share=72.34 of=支出预算\n"
     "项目支出 expenditure/all/project amount=30.25 share=25.95 of=支出预算\n"
     "单位预留机动经费 expenditure/all/reserve amount=2.00 share=1.72 of=支出预算\n"
     "结转下年 carryover/all/next amount=0 share=0 of=支出预算\n",
     "支出预算 = 基本支出 + 项目支出 + 单位预留机动经费 + 结转下年\n"},
    {"what it was in brackets", KIND_BUDGET,
     "四、部门收支预算编制的相关依据\n"
     "2024年度部门支出预算安排与2023年度相比（2023年度部门支出预算安排为102.37万元），增加14.21万元，增长13.88%。按功能分类，文化旅游体育与传媒支出增加14.21万元。\n"
     "2024年度部门支出预算安排与2023年度相比增加的原因主要是购书。\n",
     "支出预算 expenditure/all/total base=102.37 change=14.21 growth=13.88 against=last-budget turn=up words=增加|增长 reason=购书\n"
     "文化旅游体育与传媒支出 207 expenditure/all/total change=14.21 against=last-budget turn=up words=增加\n",
     ""},
    {"one reason for both sides", KIND_BUDGET,
     "2024年部门预算编制说明\n"
     "2024年，虚构县图书馆收入预算116.58万元，其中：财政拨款收入113.58万元，比2023年预算增加14.21万元；事业收入2.00万元；事业单位经营收入0万元；其他收入1.00万元。\n"
     "支出预算116.58万元，其中：财政拨款支出预算113.58万元，比2023年预算增加14.21万元。财政拨款支出预算中，一般公共预算拨款支出预算113.58万元，比2023年预算增加14.21万元；政府性基金拨款支出预算0万元，与2023年预算持平。\n"
     "财政拨款收入支出增加的主要原因是购书增加。\n",
     "收入预算 revenue/all/total amount=116.58\n"
     "财政拨款收入 revenue/all/appropriation amount=113.58 change=14.21 against=last-budget turn=up words=增加 reason=购书增加\n"
     "事业收入 revenue/own/operations amount=2.00\n"
     "经营收入 revenue/own/business amount=0\n"
     "其他收入 revenue/own/other amount=1.00\n"
     "支出预算 expenditure/all/total amount=116.58\n"
     "财政拨款支出 expenditure/all/appropriation amount=113.58 change=14.21 against=last-budget turn=up words=增加 reason=购书增加\n"
     "一般公共预算支出 expenditure/general/total amount=113.58 change=14.21 against=last-budget turn=up words=增加\n"
     "政府性基金预算支出 expenditure/government-fund/total amount=0 against=last-budget turn=same words=持平\n",
     "收入预算 = 财政拨款收入 + 事业收入 + 经营收入 + 其他收入\n"},
    {"the three public expenses, meetings and training", KIND_BUDGET,
     "九、一般公共预算“三公”经费、会议费、培训费支出预算情况说明\n"
     "2024年度一般公共预算拨款安排的“三公”经费预算支出中，因公出国（境）费支出1.00万元，占“三公”经费的20.00%；公务接待费支出4.00万元，占“三公”经费的80.00%。具体情况如下：\n"
     "1.因公出国（境）费预算支出1.00万元，比上年预算增加1.00万元，主要原因是学术交流。\n"
     "2.公务用车购置及运行维护费预算支出0万元。其中：\n"
     "（1）公务用车购置费0万元，与上年数一致。\n"
     "（2）公务用车运行维护费0万元，与上年数一致。\n"
     "3.公务接待费预算支出4.00万元，与上年数相比，减少0.80万元，下降16.67%。\n"
     "虚构县图书馆2024年度一般公共预算拨款安排的会议费预算支出2.00万元，与上年数一致。\n"
     "虚构县图书馆2024年度一般公共预算拨款安排的培训费预算支出3.00万元，比上年预算减少1.00万元，主要原因是线上培训。\n",
     "因公出国（境）费 expenditure/all/travel-abroad amount=1.00 share=20.00 of=“三公”经费\n"
     "公务接待费 expenditure/all/reception amount=4.00 share=80.00 of=“三公”经费\n"
     "因公出国（境）费 expenditure/all/travel-abroad amount=1.00 change=1.00 against=last-budget turn=new words=增加 reason=学术交流\n"
     "公务用车购置及运行费 expenditure/all/vehicles amount=0\n"
     "公务用车购置费 expenditure/all/vehicle-purchase amount=0 against=last-budget turn=same words=一致\n"
     "公务用车运行费 expenditure/all/vehicle-running amount=0 against=last-budget turn=same words=一致\n"
     "公务接待费 expenditure/all/reception amount=4.00 change=-0.80 growth=-16.67 against=last-budget turn=down words=减少|下降\n"
     "会议费 expenditure/all/conference amount=2.00 against=last-budget turn=same words=一致\n"
     "培训费 expenditure/all/training amount=3.00 change=-1.00 against=last-budget turn=down words=减少 reason=线上培训\n",
     "公务用车购置及运行费 = 公务用车购置费 + 公务用车运行费\n"},
    {"an amount behind the word same", KIND_BUDGET,
     "一、2024年“三公”经费预算情况说明\n"
     "（一）公务车购置及运行费0万元，其中：公务用车购置费0万元，与2023年预算一致0万元，主要原因是无公务用车；公务车用车运行费0万元，与2023年预算一致0万元，主要原因是无公务用车。\n",
     "公务用车购置及运行费 expenditure/all/vehicles amount=0\n"
     "公务用车购置费 expenditure/all/vehicle-purchase amount=0 against=last-budget turn=same words=一致 reason=无公务用车\n"
     "公务用车运行费 expenditure/all/vehicle-running amount=0 against=last-budget turn=same words=一致 reason=无公务用车\n",
     "公务用车购置及运行费 = 公务用车购置费 + 公务用车运行费\n"},
    {"procurement in several wordings", KIND_BUDGET,
     "十二、政府采购支出预算情况说明\n"
     "2024年度政府采购支出预算总额10.00万元，其中：拟采购货物支出6.00万元、拟采购工程支出0万元、拟购买服务支出4.00万元。\n"
     "2024年度部门政府采购预算总金额为10.00万元。其中，货物类政府采购支出预算6.00万元,占60.00%；服务类政府采购支出预算4.00万元,占40.00%。\n",
     "政府采购 expenditure/all/procurement amount=10.00\n"
     "政府采购货物 expenditure/all/procurement-goods amount=6.00\n"
     "政府采购工程 expenditure/all/procurement-works amount=0\n"
     "政府采购服务 expenditure/all/procurement-services amount=4.00\n"
     "政府采购 expenditure/all/procurement amount=10.00\n"
     "政府采购货物 expenditure/all/procurement-goods amount=6.00 share=60.00 of=政府采购\n"
     "政府采购服务 expenditure/all/procurement-services amount=4.00 share=40.00 of=政府采购\n",
     "政府采购 = 政府采购货物 + 政府采购工程 + 政府采购服务\n"
     "政府采购 = 政府采购货物 + 政府采购服务\n"},
    {"instructions of the form are no claims", KIND_BUDGET,
     "二、收入预算情况说明\n"
     "本表反映部门年度总体收入预算情况。填列数应与《收支预算总表》收入数一致。\n"
     "主要包括：基本工资、津贴补贴。（按“部门预算公开06表”中实际发生经济分类支出事项填写）\n",
     "",
     ""},
    {"duties and tasks are none", KIND_BUDGET,
     "第一部分 部门概况\n"
     "二、2024年度部门主要工作任务及目标\n"
     "1.接待读者增加2万人次，经费支出5.00万元。\n",
     "",
     ""},
    {"a title without a number begins the sections anew", KIND_BUDGET,
     "三、名词解释\n"
     "（一）基本支出：指5.00万元以上的支出。\n"
     "2024年部门预算编制说明\n"
     "支出预算116.58万元。\n",
     "支出预算 expenditure/all/total amount=116.58\n",
     ""},
    {"a heading within the paragraph", KIND_BUDGET,
     "七、其他重要事项的情况说明\n"
     "（一）机关运行经费。2024年机关运行经费财政拨款预算为80.00万元，比2023年预算增加2.00万元，增长2.56%。主要原因是人员增加。\n"
     "（二）政府采购情况。2024年安排政府采购预算120.00万元，其中：政府采购货物预算100.00万元，政府采购服务预算20.00万元。\n",
     "机关运行经费 expenditure/general/administrative amount=80.00 change=2.00 growth=2.56 against=last-budget turn=up words=增加|增长 reason=人员增加\n"
     "政府采购 expenditure/all/procurement amount=120.00\n"
     "政府采购货物 expenditure/all/procurement-goods amount=100.00\n"
     "政府采购服务 expenditure/all/procurement-services amount=20.00\n",
     "政府采购 = 政府采购货物 + 政府采购服务\n"},
};

/* Final accounts: what was planned, what was spent, and what is compared with last year. */
static const Case accounts[] = {
    {"both sides, against last year", KIND_ACCOUNTS,
     "一、收入支出决算总体情况说明\n"
     "虚构县图书馆2024年度收入支出总计120.50万元。与2023年度相比，收入支出总计减少6.50万元，下降5.12%。主要原因：人员退休，以及项目完成。\n",
     "收入支出总计 revenue/all/balanced amount=120.50 change=-6.50 growth=-5.12 against=last-accounts turn=down words=减少|下降 reason=人员退休，以及项目完成\n",
     ""},
    {"both are the same figure", KIND_ACCOUNTS,
     "一、收入支出决算总体情况说明\n"
     "2024年度收、支总计均为120.50万元。与上年相比，收、支总计各增加10.00万元，增长9.05%，主要变动原因是购书。\n",
     "收入支出总计 revenue/all/balanced amount=120.50 change=10.00 growth=9.05 against=last-accounts turn=up words=增加|增长 reason=购书\n",
     ""},
    {"the year's revenue by its sources", KIND_ACCOUNTS,
     "二、收入决算情况说明\n"
     "2024年度收入合计100.00万元，其中：一般公共预算财政拨款收入80.00万元，占80.00%；上级补助收入5.00万元，占5.00%；事业收入10.00万元，占10.00%；经营收入0万元，占0%；其他收入5.00万元，占5.00%。\n",
     "本年收入合计 revenue/all/total amount=100.00\n"
     "一般公共预算财政拨款收入 revenue/general/total amount=80.00 share=80.00 of=本年收入合计\n"
     "上级补助收入 revenue/own/subsidy amount=5.00 share=5.00 of=本年收入合计\n"
     "事业收入 revenue/own/operations amount=10.00 share=10.00 of=本年收入合计\n"
     "经营收入 revenue/own/business amount=0 share=0 of=本年收入合计\n"
     "其他收入 revenue/own/other amount=5.00 share=5.00 of=本年收入合计\n",
     "本年收入合计 = 一般公共预算财政拨款收入 + 上级补助收入 + 事业收入 + 经营收入 + 其他收入\n"},
    {"the year's spending", KIND_ACCOUNTS,
     "三、支出决算情况说明\n"
     "本年支出合计110.00万元，其中：基本支出80.00万元，占72.73%；项目支出30.00万元，占27.27%；上缴上级支出0万元，占0%；对附属单位补助支出0万元，占0%。\n",
     "本年支出合计 expenditure/all/total amount=110.00\n"
     "基本支出 expenditure/all/basic amount=80.00 share=72.73 of=本年支出合计\n"
     "项目支出 expenditure/all/project amount=30.00 share=27.27 of=本年支出合计\n"
     "上缴上级支出 expenditure/all/remitted amount=0 share=0 of=本年支出合计\n"
     "对附属单位补助支出 expenditure/all/subsidy amount=0 share=0 of=本年支出合计\n",
     "本年支出合计 = 基本支出 + 项目支出 + 上缴上级支出 + 对附属单位补助支出\n"},
    {"the reason in the paragraph below", KIND_ACCOUNTS,
     "四、财政拨款收入支出决算总体情况说明\n"
     "2024年度财政拨款收入支出总计105.00万元。与2023年度相比，财政拨款收入支出总计持平。主要原因：\n"
     "基本支出中人员有进有出，项目支出相同。\n",
     "财政拨款收入支出总计 revenue/all/appropriation-balanced amount=105.00 against=last-accounts turn=same words=持平 reason=基本支出中人员有进有出，项目支出相同\n",
     ""},
    {"its share of the whole and its classes", KIND_ACCOUNTS,
     "五、一般公共预算财政拨款支出决算情况说明\n"
     "（一）总体情况。\n"
     "一般公共预算财政拨款支出100.00万元，占本年支出合计的90.91%。与2023年度相比，一般公共预算财政拨款支出增加2.00万元，增长2.04%，主要是人员增资。\n"
     "（二）结构情况。\n"
     "一般公共预算财政拨款支出100.00万元，主要用于以下方面：文化旅游体育与传媒支出（类）支出88.00万元，占88.00%；社会保障和就业（类）支出8.00万元，占8.00%；住房保障支出（类）4.00万元，占4.00%。\n",
     "一般公共预算财政拨款支出 expenditure/general/total amount=100.00 share=90.91 of=本年支出合计 change=2.00 growth=2.04 against=last-accounts turn=up words=增加|增长 reason=人员增资\n"
     "一般公共预算财政拨款支出 expenditure/general/total amount=100.00\n"
     "文化旅游体育与传媒支出 207 expenditure/general/total amount=88.00 share=88.00 of=一般公共预算财政拨款支出\n"
     "社会保障和就业支出 208 expenditure/general/total amount=8.00 share=8.00 of=一般公共预算财政拨款支出\n"
     "住房保障支出 221 expenditure/general/total amount=4.00 share=4.00 of=一般公共预算财政拨款支出\n",
     "一般公共预算财政拨款支出 = 文化旅游体育与传媒支出 + 社会保障和就业支出 + 住房保障支出\n"},
    {"planned, spent, completed, item by item", KIND_ACCOUNTS,
     "五、一般公共预算财政拨款支出决算情况说明\n"
     "（三）具体情况\n"
     "一般公共预算财政拨款支出年初预算为99.00万元，支出决算为100.00万元，完成年初预算的101.01%。决算数大于预算数的主要原因：年中追加。其中：\n"
     "1、文化旅游体育与传媒支出（类）文化和旅游（款）图书馆（项）。主要用于：馆员经费，购书支出。年初预算为80.00万元，支出决算为84.00万元。决算数大于预算数的主要原因：追加购书经费。\n"
     "2、文化旅游体育与传媒支出（类）文化和旅游（款）行政运行（项）。主要用于：退休人员支出。年初预算为4.00万元，支出决算为4.00万元。决算数与预算数基本持平。\n"
     "3、住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算15.00万元，支出决算12.00万元，完成年初预算80.00%，决算数小于年初预算数，主要原因是人员调出。\n",
     "一般公共预算财政拨款支出 expenditure/general/total amount=100.00 base=99.00 completion=101.01 against=this-budget turn=up words=大于 reason=年中追加\n"
     "图书馆 2070104 expenditure/general/total amount=84.00 base=80.00 against=this-budget turn=up words=大于 reason=追加购书经费\n"
     "行政运行 2070101 expenditure/general/total amount=4.00 base=4.00 against=this-budget turn=same words=持平\n"
     "住房公积金 2210201 expenditure/general/total amount=12.00 base=15.00 completion=80.00 against=this-budget turn=down words=小于 reason=人员调出\n",
     "一般公共预算财政拨款支出 = 图书馆 + 行政运行 + 住房公积金\n"},
    {"a budget that is called so alone, and last year too", KIND_ACCOUNTS,
     "七、财政拨款“三公”经费支出决算情况说明\n"
     "2024年度“三公”经费财政拨款支出预算为5.00万元，支出决算为4.00万元，完成预算的80.00%，决算数小于预算数的主要原因是厉行节约；比上年减少1.00万元，下降20.00%，主要原因是车辆运行费减少。\n",
     "“三公”经费财政拨款支出 expenditure/all/three-public amount=4.00 base=5.00 completion=80.00 against=this-budget turn=down words=小于 reason=厉行节约\n"
     "“三公”经费财政拨款支出 expenditure/all/three-public amount=4.00 change=-1.00 growth=-20.00 against=last-accounts turn=down words=减少|下降 reason=车辆运行费减少\n",
     ""},
    {"nothing spent, and the reason in a sentence of its own", KIND_ACCOUNTS,
     "七、财政拨款“三公”经费支出决算情况说明\n"
     "“三公”经费财政拨款支出年初预算为0.95万元，支出决算为0.00万元，完成预算的0%，其中：因公出国（境）费决算为0.00万元，完成预算的0%；公务接待费支出决算为0.00万元，完成预算的0%。2024年度“三公”经费支出决算数小于预算数的主要原因：没有发生。\n"
     "2024年度“三公”经费财政拨款支出决算数与2023年度持平。其中：因公出国（境）费支出决算持平；公务接待费支出决算持平。\n",
     "“三公”经费财政拨款支出 expenditure/all/three-public amount=0.00 base=0.95 completion=0 against=this-budget turn=down words=小于 reason=没有发生\n"
     "因公出国（境）费 expenditure/all/travel-abroad amount=0.00 completion=0 against=this-budget\n"
     "公务接待费支出 expenditure/all/reception amount=0.00 completion=0 against=this-budget\n"
     "“三公”经费财政拨款支出 expenditure/all/three-public against=last-accounts turn=same words=持平\n"
     "因公出国（境）费 expenditure/all/travel-abroad against=last-accounts turn=same words=持平\n"
     "公务接待费支出 expenditure/all/reception against=last-accounts turn=same words=持平\n",
     "“三公”经费财政拨款支出 = 因公出国（境）费 + 公务接待费支出\n"},
    {"counted and paid", KIND_ACCOUNTS,
     "七、“三公”经费支出决算情况说明\n"
     "3.公务接待费支出0.50万元，完成预算的50.00%，占12.50%。公务接待费支出决算较2023年度减少0.20万元，下降28.57%。国内公务接待8批次，60人次（不包括陪同人员），共计支出0.50万元。\n",
     "公务接待费支出 expenditure/all/reception amount=0.50 share=12.50 completion=50.00 against=this-budget\n"
     "公务接待费支出 expenditure/all/reception amount=0.50 change=-0.20 growth=-28.57 against=last-accounts turn=down words=减少|下降\n"
     "国内公务接待 expenditure/all/reception-domestic amount=0.50\n",
     ""},
    {"what it was, in the comparison", KIND_ACCOUNTS,
     "一、收入支出决算总体情况说明\n"
     "（一）收入总计120.50万元。比2023年度决算数110.50万元增加10.00万元，增长9.05%。\n"
     "1.本年收入115.00万元。\n"
     "2.年初结转和结余5.50万元，比上年减少1.50万元。\n"
     "（二）支出总计120.50万元。其中：\n"
     "1.本年支出110.00万元。\n"
     "2.年末结转和结余10.50万元。\n",
     "收入总计 revenue/all/balanced amount=120.50 base=110.50 change=10.00 growth=9.05 against=last-accounts turn=up words=增加|增长\n"
     "本年收入合计 revenue/all/total amount=115.00\n"
     "年初结转和结余 carryover/all/opening amount=5.50 change=-1.50 against=last-accounts turn=down words=减少\n"
     "支出总计 expenditure/all/balanced amount=120.50\n"
     "本年支出合计 expenditure/all/total amount=110.00\n"
     "年末结转和结余 carryover/all/closing amount=10.50\n",
     "支出总计 = 本年支出合计 + 年末结转和结余\n"},
    {"many times more, and all gone", KIND_ACCOUNTS,
     "二、一般公共预算支出决算情况\n"
     "一般公共预算财政拨款支出决算106.00万元，同比增长1.2倍。会议费支出2.00万元，较上年下降100%；培训费支出3.00万元，较上年持平。\n",
     "一般公共预算财政拨款支出 expenditure/general/total amount=106.00 times=120 against=last-accounts turn=up words=增长\n"
     "会议费 expenditure/all/conference amount=2.00 growth=-100 against=last-accounts turn=down words=下降\n"
     "培训费 expenditure/all/training amount=3.00 against=last-accounts turn=same words=持平\n",
     ""},
    {"the year in the middle of the subject", KIND_ACCOUNTS,
     "三、“三公”经费情况\n"
     "“三公”经费2024年度决算数4.00万元，比2024年度“三公”经费财政拨款年初预算5.00万元减少1.00万元。\n"
     "2.公务接待费。2024年度决算数0.50万元，比年初预算1.00万元减少0.50万元。主要原因：厉行节约。\n",
     "“三公”经费财政拨款支出 expenditure/all/three-public amount=4.00 base=5.00 change=-1.00 against=this-budget turn=down words=减少\n"
     "公务接待费支出 expenditure/all/reception amount=0.50 base=1.00 change=-0.50 against=this-budget turn=down words=减少 reason=厉行节约\n",
     ""},
    {"a reason in several sentences", KIND_ACCOUNTS,
     "五、一般公共预算财政拨款支出决算情况说明\n"
     "项目支出较上年增加2.00万元，主要由以下因素影响。一是新购图书。二是修缮馆舍。下一步将加强管理。\n",
     "项目支出 expenditure/general/project change=2.00 against=last-accounts turn=up words=增加 reason=主要由以下因素影响。一是新购图书。二是修缮馆舍\n",
     ""},
    {"procurement and who was awarded it", KIND_ACCOUNTS,
     "十一、其他重要事项的情况说明\n"
     "（二）政府采购支出情况\n"
     "2024年度政府采购支出总额15.00万元，其中：政府采购货物支出10.00万元、政府采购工程支出0万元、政府采购服务支出5.00万元。授予中小企业合同金额12.00万元，占政府采购支出总额的80.00%，其中：授予小微企业合同金额6.00万元，占授予中小企业合同金额的50.00%。\n",
     "政府采购金额 expenditure/all/procurement amount=15.00\n"
     "货物采购金额 expenditure/all/procurement-goods amount=10.00\n"
     "工程采购金额 expenditure/all/procurement-works amount=0\n"
     "服务采购金额 expenditure/all/procurement-services amount=5.00\n"
     "授予中小企业合同金额 expenditure/all/procurement-awarded-small-medium amount=12.00 share=80.00 of=政府采购支出总额\n"
     "授予小微企业合同金额 expenditure/all/procurement-awarded-small amount=6.00 share=50.00 of=授予中小企业合同金额\n",
     "政府采购金额 = 货物采购金额 + 工程采购金额 + 服务采购金额\n"},
    {"procurement by what was set aside", KIND_ACCOUNTS,
     "十一、其他重要事项的情况说明\n"
     "（二）政府采购支出情况\n"
     "虚构县图书馆2024年度政府采购金额（以合同签订为准）为15.00万元，其中：货物采购金额10.00万元、工程采购金额0万元、服务采购金额5.00万元。\n"
     "2024年度本部门面向中小企业预留政府采购项目预算金额12.00万元。在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额12.00万元。\n",
     "政府采购金额 expenditure/all/procurement amount=15.00\n"
     "货物采购金额 expenditure/all/procurement-goods amount=10.00\n"
     "工程采购金额 expenditure/all/procurement-works amount=0\n"
     "服务采购金额 expenditure/all/procurement-services amount=5.00\n"
     "面向中小企业预留政府采购项目预算金额 expenditure/all/procurement-small-medium amount=12.00\n"
     "面向中小企业预留的政府采购项目中由中小企业供应商中标或成交的采购金额 amount=12.00\n",
     "政府采购金额 = 货物采购金额 + 工程采购金额 + 服务采购金额\n"},
    {"projects and their money", KIND_ACCOUNTS,
     "十、预算绩效管理情况\n"
     "编报绩效目标的2024年度项目4个，涉及预算金额59.00万元；绩效自评的2024年度项目3个，涉及预算金额50.00万元，平均得分99.00分（其中，绩效评级为“优”的项目3个）。\n",
     "编报绩效目标的2024年度项目涉及预算金额 amount=59.00\n"
     "绩效自评的2024年度项目涉及预算金额 amount=50.00\n",
     ""},
};

static void check_case(const Case *one)
{
    g_autoptr(Filing) filing = filing_of_narrative(one->text, one->kind);
    g_autofree char *claims = spell_claims(filing);
    g_autofree char *parts = spell_sums(filing);
    check_spelling(one->why, claims, one->claims);
    check_spelling(one->why, parts, one->sums);
}

START_TEST(levels_of_a_subject)
{
    check_case(&levels[_i]);
}
END_TEST

START_TEST(section_of_a_budget)
{
    check_case(&budget[_i]);
}
END_TEST

START_TEST(section_of_accounts)
{
    check_case(&accounts[_i]);
}
END_TEST

Suite *claim_forms_suite(void)
{
    Suite *suite = suite_create("claim_forms");
    TCase *reading = tcase_create("sections");
    tcase_add_loop_test(reading, levels_of_a_subject, 0, G_N_ELEMENTS(levels));
    tcase_add_loop_test(reading, section_of_a_budget, 0, G_N_ELEMENTS(budget));
    tcase_add_loop_test(reading, section_of_accounts, 0, G_N_ELEMENTS(accounts));
    suite_add_tcase(suite, reading);
    return suite;
}
