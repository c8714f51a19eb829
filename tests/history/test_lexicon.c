/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/lexicon.h"

#include <check.h>
#include <string.h>

#include "schema/data.h"
#include "schema/language.h"
#include "tests/analysis/rule/build.h"

Suite *lexicon_suite(void);

typedef enum { ARGUES_NOTHING, ARGUES_UP, ARGUES_DOWN, ARGUES_BOTH } Argues;

static const struct {
    const char *reason;
    Argues argues;
    guint drivers; /* that must be among those read */
    bool vague, none;
} reasons[] = {
    {"在职人员增加3人", ARGUES_UP, DRIVER_HEAD_COUNT, false, false},
    {"职工晋级晋档", ARGUES_UP, DRIVER_PAY, false, false},
    {"住房公积金缴费基数提高", ARGUES_UP, DRIVER_BASE, false, false},
    {"根据有关文件落实补助政策调整", ARGUES_NOTHING, DRIVER_POLICY, false, false},
    {"燃油价格下降", ARGUES_DOWN, DRIVER_PRICE, false, false},
    {"新增信息化建设项目", ARGUES_UP, DRIVER_PROJECT_NEW, false, false},
    {"信息化建设项目已完成", ARGUES_DOWN, DRIVER_PROJECT_FINISHED, false, false},
    {"今年不再安排相应支出", ARGUES_DOWN, DRIVER_PROJECT_FINISHED, false, false},
    {"招商引资经费调整至商贸事务（款）招商引资（项）科目", ARGUES_NOTHING, DRIVER_RECLASSIFICATION, false, false},
    {"业务划转至其他单位", ARGUES_NOTHING, DRIVER_TRANSFER, false, false},
    {"一次性补助", ARGUES_NOTHING, DRIVER_ONE_OFF, false, false},
    {"上年结转资金", ARGUES_NOTHING, DRIVER_CARRYOVER, false, false},
    {"公务接待批次减少", ARGUES_DOWN, DRIVER_WORK_LOAD, false, false},
    {"根据工作需要安排", ARGUES_NOTHING, 0, true, false},
    {"厉行节约，压减一般性支出", ARGUES_DOWN, 0, true, false},
    {"未安排预算", ARGUES_DOWN, 0, false, true},
    {"与上年持平", ARGUES_NOTHING, 0, false, true},
    {"调入2人，退休人员经费标准下降", ARGUES_BOTH, DRIVER_HEAD_COUNT, false, false},
    {"未增加人员", ARGUES_NOTHING, 0, false, false},
    {"", ARGUES_NOTHING, 0, false, false},
};

START_TEST(reads)
{
    ReasonReading *reading = reason_read(reasons[_i].reason);
    Argues argues = (Argues)((reading->up ? ARGUES_UP : 0) | (reading->down ? ARGUES_DOWN : 0));
    ck_assert_msg(argues == reasons[_i].argues, "%s: argues %d", reasons[_i].reason, (int)argues);
    ck_assert_msg((reading->drivers & reasons[_i].drivers) == reasons[_i].drivers &&
                      (reasons[_i].drivers == 0) == (reading->drivers == 0),
                  "%s: drivers %x", reasons[_i].reason, reading->drivers);
    ck_assert_msg(!reasons[_i].vague || reading->vague, "%s: not vague", reasons[_i].reason);
    ck_assert_msg(reading->none == reasons[_i].none, "%s: none %d", reasons[_i].reason, reading->none);
    reason_reading_free(reading);
    reason_reading_free(NULL);
}
END_TEST

START_TEST(reads_amounts)
{
    static const struct {
        const char *reason;
        const char *amounts[3]; /* 万元 */
    } rows[] = {
        {"增加经费1,145.00万元", {"1145.00"}},
        {"招商引资145万元、培训0.5万元", {"145", "0.5"}},
        {"补助2000元", {"0.2"}},
        {"债券2亿元", {"20000"}},
        {"增加3人", {NULL}},
        {"2024年", {NULL}},
    };
    ReasonReading *reading = reason_read(rows[_i].reason);
    guint count = 0;
    for (; count < 3 && rows[_i].amounts[count] != NULL; count++) {
        ck_assert_uint_gt(reading->amounts->len, count);
        ck_assert_int_eq(g_array_index(reading->amounts, Amount, count).fen, build_amount(rows[_i].amounts[count]).fen);
    }
    ck_assert_uint_eq(reading->amounts->len, count);
    reason_reading_free(reading);
}
END_TEST

START_TEST(counts_persons)
{
    static const struct {
        const char *reason;
        gint64 persons;
        bool retired;
    } rows[] = {
        {"增加2名退休人员", 2, true}, {"退休人员增加2名", 2, true}, {"人员减少3人", 3, false},  {"新增在职人员1名，调入2人", 3, false},
        {"人员增加", 0, false},       {"接待外宾30人", 0, false}, /* no head count of the staff */
    };
    ReasonReading *reading = reason_read(rows[_i].reason);
    ck_assert_msg(reading->persons == rows[_i].persons, "%s: %d", rows[_i].reason, (int)reading->persons);
    ck_assert_int_eq(reading->retired, rows[_i].retired);
    reason_reading_free(reading);
}
END_TEST

START_TEST(names_funds)
{
    static const struct {
        const char *reason;
        guint funds;
    } rows[] = {
        {"没有国有资本经营预算安排", 1u << FUND_STATE_CAPITAL},
        {"未收到政府性基金", 1u << FUND_GOVERNMENT},
        {"社会保险基金缴费增加", 0},
        {"单位资金减少，一般公共预算增加", 1u << FUND_OWN | 1u << FUND_GENERAL},
        {"教育收费纳入财政专户", 1u << FUND_SPECIAL_ACCOUNT},
        {"任务增加", 0},
    };
    ReasonReading *reading = reason_read(rows[_i].reason);
    ck_assert_msg(reading->funds == rows[_i].funds, "%s: funds %x", rows[_i].reason, reading->funds);
    reason_reading_free(reading);
}
END_TEST

START_TEST(names_drivers)
{
    g_autofree char *none = driver_names(0);
    g_autofree char *two = driver_names(DRIVER_HEAD_COUNT | DRIVER_PAY);
    g_autofree char *last = driver_names(DRIVER_OTHER);
    ck_assert_str_eq(none, "");
    ck_assert_str_eq(two, "人员增减、工资标准");
    ck_assert_str_eq(last, "具体事项");
    language_set(LANGUAGE_EN);
    g_autofree char *english = driver_names(DRIVER_HEAD_COUNT | DRIVER_PAY);
    language_set(LANGUAGE_ZH);
    ck_assert_str_eq(english, "head count, pay");
}
END_TEST

/* A row that the reader leaves out is a fault of the data file: every row must be one that it takes. */
START_TEST(data_is_sound)
{
    static const char *const kinds[] = {"up", "down", "driver", "vague", "none", "fund", NULL};
    static const char *const driver_keys[] = {
        "head-count",       "pay",      "base",    "policy",    "price",     "project-new", "project-finished",
        "reclassification", "transfer", "one-off", "carryover", "work-load", "other",       NULL};
    static const char *const fund_keys[] = {"general", "government-fund", "state-capital", "special-account",
                                            "own",     "appropriation",   "carryover",     "three-public",
                                            NULL};
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) rows = data_rows("data/reasons.tsv", 4, &error);
    ck_assert_ptr_nonnull(rows);
    ck_assert_uint_gt(rows->len, 100);
    for (guint i = 0; i < rows->len; i++) {
        char **row = g_ptr_array_index(rows, i);
        ck_assert_msg(g_strv_contains(kinds, row[0]), "row %u: kind %s", i + 1, row[0]);
        if (g_str_equal(row[0], "driver"))
            ck_assert_msg(g_strv_contains(driver_keys, row[1]), "row %u: driver %s", i + 1, row[1]);
        if (g_str_equal(row[0], "fund"))
            ck_assert_msg(g_strv_contains(fund_keys, row[1]), "row %u: fund %s", i + 1, row[1]);
        g_autoptr(GRegex) pattern = g_regex_new(row[2], 0, 0, &error);
        ck_assert_msg(pattern != NULL, "row %u: %s", i + 1, error != NULL ? error->message : "");
        /* A pattern that fits nothing at all fits every reason. */
        ck_assert_msg(!g_regex_match(pattern, "", 0, NULL), "row %u fits the empty reason", i + 1);
    }
}
END_TEST

Suite *lexicon_suite(void)
{
    Suite *suite = suite_create("lexicon");
    TCase *lexicon = tcase_create("lexicon");
    tcase_add_loop_test(lexicon, reads, 0, (int)G_N_ELEMENTS(reasons));
    tcase_add_loop_test(lexicon, reads_amounts, 0, 6);
    tcase_add_loop_test(lexicon, counts_persons, 0, 5);
    tcase_add_loop_test(lexicon, names_funds, 0, 6);
    tcase_add_test(lexicon, names_drivers);
    tcase_add_test(lexicon, data_is_sound);
    suite_add_tcase(suite, lexicon);
    return suite;
}
