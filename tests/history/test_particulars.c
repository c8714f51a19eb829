/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/particulars.h"

#include <check.h>
#include <string.h>

#include "tests/history/spelling.h"

Suite *particulars_suite(void);

static char *spell_staff(const Filing *filing)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < filing->staff->len; i++) {
        const Staff *staff = g_ptr_array_index(filing->staff, i);
        g_string_append_printf(out, "%s%s %" G_GINT64_FORMAT, i > 0 ? "|" : "", staff->kind, staff->count);
        if (staff->has_change)
            g_string_append_printf(out, " %+" G_GINT64_FORMAT, staff->change);
    }
    return g_string_free(out, FALSE);
}

static const struct {
    const char *why;
    const char *text;
    const char *staff;
} staffs[] = {
    {"posts, in post, retired, veterans", "本部门编制数23，实有人数42人，其中：在职20人，减少3人；退休22人，增加2人；离休0人，增加0人。\n",
     "posts 23|present 42|in-post 20 -3|retired 22 +2|veterans 0 +0"},
    {"longer words", "编制人数为23人，在职人员共20人，较上年增加1人，退休人员5名。\n", "posts 23|in-post 20 +1|retired 5"},
    {"spaces and full-width digits", "在职 ２０ 人，比上年 减少 ３ 人。\n", "in-post 20 -3"},
    {"heads that are not called people", "本部门编制35名，其中在职31名，比上年增加2名；退休5名。\n", "posts 35|in-post 31 +2|retired 5"},
    {"no change", "在职29人，无变化；退休10人，与上年持平；离休0人，无增减；编制30人，与上年相比一致。\n",
     "in-post 29 +0|retired 10 +0|veterans 0 +0|posts 30 +0"},
    {"in post, in longer words", "实有在职人数20人，实有人数42人。\n", "in-post 20|present 42"},
    {"no heads", "本部门没有人。\n", ""},
    {"other people are none", "服务读者20000人。\n", ""},
    {"people of another body", "预算包含联谊会在职 17 名人员的工资。\n", ""},
};

START_TEST(staff)
{
    g_autoptr(Filing) filing = filing_of_narrative(staffs[_i].text, KIND_BUDGET);
    g_autofree char *spelt = spell_staff(filing);
    check_spelling(staffs[_i].why, spelt, staffs[_i].staff);
}
END_TEST

/* Only the first part says how many people there are; a reason further on does not. */
START_TEST(staff_of_the_first_part)
{
    g_autoptr(Filing) filing = filing_of_narrative(
        "第一部分 概况\n在职20人。\n第三部分 情况说明\n主要原因是退休5人，增加2人。\n", KIND_BUDGET);
    g_autofree char *spelt = spell_staff(filing);
    ck_assert_str_eq(spelt, "in-post 20");
    const Staff *first = g_ptr_array_index(filing->staff, 0);
    ck_assert_int_eq(first->line, 2);
}
END_TEST

static char *spell_items(const Filing *filing)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < filing->items->len; i++) {
        const Item *item = g_ptr_array_index(filing->items, i);
        g_autofree char *amount =
            item->is_money ? amount_to_text(item->amount)
                           : g_strdup_printf("%" G_GINT64_FORMAT ".%06" G_GINT64_FORMAT, item->amount.fen / 1000000,
                                             item->amount.fen % 1000000);
        g_string_append_printf(out, "%s%s %s=%s", i > 0 ? "|" : "", item->kind, item->label, amount);
    }
    return g_string_free(out, FALSE);
}

#define OWNED "十一、其他重要事项的情况说明\n（三）国有资产占用使用情况\n"

static const struct {
    const char *why;
    const char *text;
    const char *items;
} assets[] = {
    {"a count and a value", OWNED "1.房屋320.5平方米，价值96.00万元。\n", "asset.count 房屋=320.500000|asset.value 房屋=96.00"},
    {"a value alone", OWNED "办公家具价值7.05万元。\n", "asset.value 办公家具=7.05"},
    {"several in one sentence", OWNED "车辆3辆，价值77.05万元；其他资产价值1.00万元。\n",
     "asset.count 车辆=3.000000|asset.value 车辆=77.05|asset.value 其他资产=1.00"},
    {"a threshold is part of the name", OWNED "单价50万元以上大型设备2台（套），单价100万元以上大型设备0台（套）。\n",
     "asset.count 单价50万元以上大型设备=2.000000|asset.count 单价100万元以上大型设备=0.000000"},
    {"in yuan", OWNED "办公家具价值70500元。\n", "asset.value 办公家具=7.0500"},
    {"a list of vehicles", OWNED "虚构县图书馆共有车辆2辆，其中：机要通信用车1辆、其他用车1辆等。\n",
     "asset.count 车辆=2.000000|asset.count 机要通信用车=1.000000|asset.count 其他用车=1.000000"},
    {"a threshold with its brackets", OWNED "单价100万元（含）以上设备（不含车辆）3台（套）。\n",
     "asset.count 单价100万元（含）以上设备（不含车辆）=3.000000"},
    {"what is to be bought", OWNED "共有车辆2辆。2024年部门预算安排购置车辆1辆。\n", "asset.count 车辆=2.000000|asset.planned 车辆=1.000000"},
    {"not in this section", "十一、其他重要事项的情况说明\n（四）绩效情况\n车辆3辆，价值77.05万元。\n", ""},
    {"too large to be an amount", OWNED "办公家具价值99999999999999999999万元。\n", ""},
};

START_TEST(assets_owned)
{
    g_autoptr(Filing) filing = filing_of_narrative(assets[_i].text, KIND_BUDGET);
    g_autofree char *spelt = spell_items(filing);
    check_spelling(assets[_i].why, spelt, assets[_i].items);
}
END_TEST

#define THREE_PUBLIC "七、“三公”经费支出决算情况说明\n"
#define PERFORMANCE "十、预算绩效管理情况\n"

static const struct {
    const char *why;
    const char *text;
    const char *items;
} counts[] = {
    {"trips", THREE_PUBLIC "全年安排因公出国（境）团组2个，累计5人次。\n",
     "three-public.count 因公出国（境）团组=2.000000|three-public.count 因公出国（境）人次=5.000000"},
    {"vehicles bought and kept", THREE_PUBLIC "全年购置公务用车0辆，公务用车保有量为3辆。\n",
     "three-public.count 公务用车购置数=0.000000|three-public.count 公务用车保有量=3.000000"},
    {"receptions", THREE_PUBLIC "国内公务接待8批次，60人次（不包括陪同人员），共计支出0.50万元。\n",
     "three-public.count 公务接待批次=8.000000|three-public.count 公务接待人次=60.000000"},
    {"not in this section", PERFORMANCE "国内公务接待8批次，60人次。\n", ""},
    {"projects before their number", PERFORMANCE "编报绩效目标的2024年度项目4个，涉及预算金额59.00万元。\n",
     "performance.count 编报绩效目标=4.000000|performance.money 编报绩效目标=59.00"},
    {"projects behind it", PERFORMANCE "2024年本部门共12个项目实行绩效目标管理，涉及财政性资金合计590,000.00元。\n",
     "performance.count 绩效目标=12.000000|performance.money 绩效目标=59.000000"},
    {"each stage", PERFORMANCE "绩效跟踪的项目3个，涉及资金50.00万元；绩效自评的项目2个，涉及资金40.00万元。\n",
     "performance.count 绩效跟踪=3.000000|performance.money 绩效跟踪=50.00|performance.count 绩效自评=2.000000|performance.money 绩效自评=40.00"},
    {"no project", PERFORMANCE "绩效自评发现问题2个，涉及资金40.00万元。\n", ""},
};

START_TEST(counted)
{
    g_autoptr(Filing) filing = filing_of_narrative(counts[_i].text, KIND_ACCOUNTS);
    g_autofree char *spelt = spell_items(filing);
    check_spelling(counts[_i].why, spelt, counts[_i].items);
}
END_TEST

#define TARGETS "（四）绩效情况\n部门整体支出绩效目标表\n上级安排 0.00 本级安排 115.33 其他 1.25\n一级指标 二级指标 三级指标 指标值 权重\n"

static const struct {
    const char *why;
    const char *text;
    const char *targets;
} targets[] = {
    {"kind, name, value, weight", TARGETS "产出指标 数量指标 采购图书 >=1000 册 30\n", "数量指标|采购图书|>=1000册|30000"},
    {"a name over lines", TARGETS "产出指标 数量指标 采购\n图书的数量 >=1000 册 30\n", "数量指标|采购图书的数量|>=1000册|30000"},
    {"without a weight", TARGETS "数量指标 采购图书 >=1000 册\n", "数量指标|采购图书|>=1000册|-"},
    {"a fraction of a point", TARGETS "数量指标 采购图书 >=1000 册 12.5\n", "数量指标|采购图书|>=1000册|12500"},
    {"two targets", TARGETS "产出指标 数量指标 采购图书 >=1000 册 30\n质量指标 合格率 =100 % 20\n",
     "数量指标|采购图书|>=1000册|30000\n质量指标|合格率|=100%|20000"},
    {"no value that is known", TARGETS "满意度指标 读者满意 10\n", "满意度指标|读者满意||10000"},
    {"a row whose kind is merged with the one above", TARGETS "数量指标 采购图书 >=1000 册 30\n订阅期刊 >=50 种 10\n",
     "数量指标|采购图书|>=1000册|30000\n数量指标|订阅期刊|>=50种|10000"},
    {"the first level alone is no target", TARGETS "产出指标\n", ""},
    {"nothing listed", TARGETS, ""},
};

START_TEST(performance_targets)
{
    g_autoptr(Filing) filing = filing_of_narrative(targets[_i].text, KIND_BUDGET);
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < filing->targets->len; i++) {
        const Target *target = g_ptr_array_index(filing->targets, i);
        g_autofree char *weight = target->has_weight ? g_strdup_printf("%" G_GINT64_FORMAT, target->weight) : g_strdup("-");
        g_string_append_printf(out, "%s%s|%s|%s|%s", out->len > 0 ? "\n" : "", target->kind, target->name, target->value, weight);
    }
    check_spelling(targets[_i].why, out->str, targets[_i].targets);
    g_autofree char *money = spell_items(filing);
    check_spelling(targets[_i].why, money, "target.money 上级安排=0.00|target.money 本级安排=115.33|target.money 其他=1.25");
}
END_TEST

Suite *particulars_suite(void)
{
    Suite *suite = suite_create("particulars");
    TCase *reading = tcase_create("particulars");
    tcase_add_loop_test(reading, staff, 0, G_N_ELEMENTS(staffs));
    tcase_add_test(reading, staff_of_the_first_part);
    tcase_add_loop_test(reading, assets_owned, 0, G_N_ELEMENTS(assets));
    tcase_add_loop_test(reading, counted, 0, G_N_ELEMENTS(counts));
    tcase_add_loop_test(reading, performance_targets, 0, G_N_ELEMENTS(targets));
    suite_add_tcase(suite, reading);
    return suite;
}
