/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/lineage.h"

#include <check.h>
#include <string.h>

#include "history/lineage_file.h"
#include "history/lineage_find.h"
#include "history/series.h"
#include "tests/analysis/rule/build.h"

Suite *lineage_suite(void);

typedef struct {
    const char *code, *label, *amount;
} Printed;

static Filing *filing_with(Filing *filing, const char *form_table, const Printed *rows, gsize count)
{
    Table *table = build_table(filing, form_table);
    build_row(table, "", "总计", "900.00");
    for (gsize i = 0; i < count && rows[i].code != NULL; i++)
        build_row(table, rows[i].code, rows[i].label, rows[i].amount);
    return filing;
}

/* "recoded by-name 2012604>2012699 30.00" a line, confirmed ones first marked with '!'. */
static char *spell_links(const Lineage *lineage)
{
    static const char *const kinds[] = {"renamed", "recoded", "moved", "cut"};
    static const char *const origins[] = {"revision", "name", "text", "figures", "user"};
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < lineage->links->len; i++) {
        const Link *link = g_ptr_array_index(lineage->links, i);
        if (strcmp(link->measure, "total") != 0)
            continue;
        g_autofree char *amount = link->has_amount ? amount_to_text(link->amount) : g_strdup("-");
        g_string_append_printf(text, "%s%s %s %s>%s %s; ", link->confirmed ? "!" : "", kinds[link->kind], origins[link->origin],
                               link->from, link->to, amount);
    }
    return g_string_free(text, FALSE);
}

#define ROWS 6

/* Last year's rows, this year's, and what this year's sentences say of one or two subjects. */
static const struct {
    const char *name;
    int year; /* of the newer filing, 2024 when 0 */
    Printed then[ROWS], now[ROWS];
    struct {
        const char *code, *subject, *amount, *change, *reason;
    } said[2];
    const char *expected;
} steps[] = {
    {"nothing changed", 0, {{"2012604", "档案馆", "60.00"}}, {{"2012604", "档案馆", "70.00"}}, {{0}}, ""},
    {"the dictionary's successor",
     2020,
     {{"2080504", "未归口管理的行政单位离退休", "60.00"}},
     {{"2080501", "行政单位离退休", "64.00"}},
     {{0}},
     "!recoded revision 2080504>2080501 60.00; "},
    {"years after the revision it is another matter",
     0,
     {{"2080504", "未归口管理的行政单位离退休", "60.00"}},
     {{"2080501", "行政单位离退休", "64.00"}},
     {{0}},
     ""},
    {"a name that goes on under another code",
     0,
     {{"2012604", "档案馆", "60.00"}, {"2010301", "行政运行", "90.00"}},
     {{"2012604", "档案馆", "60.00"}, {"2011301", "行政运行", "95.00"}},
     {{0}},
     "!recoded name 2010301>2011301 90.00; "},
    {"of another size it may be another subject",
     0,
     {{"2010301", "行政运行", "90.00"}},
     {{"2011301", "行政运行", "400.00"}},
     {{0}},
     "recoded name 2010301>2011301 -; "},
    {"two of one name are none",
     0,
     {{"2010301", "行政运行", "90.00"}},
     {{"2011301", "行政运行", "95.00"}, {"2012301", "行政运行", "95.00"}},
     {{0}},
     ""},
    {"the base is the sum of two subjects",
     0,
     {{"2012604", "档案馆", "60.00"}, {"2012699", "其他档案事务支出", "30.00"}},
     {{"2012604", "档案馆", "100.00"}},
     {{"2012604", "档案馆", "100.00", "10.00", ""}},
     "!recoded figures 2012699>2012604 30.00; "},
    {"no sum fits",
     0,
     {{"2012604", "档案馆", "60.00"}, {"2012699", "其他档案事务支出", "29.97"}},
     {{"2012604", "档案馆", "100.00"}},
     {{"2012604", "档案馆", "100.00", "10.00", ""}},
     ""},
    {"two sums fit, so none is said",
     0,
     {{"2012604", "档案馆", "60.00"}, {"2012699", "其他档案事务支出", "30.00"}, {"2012605", "专项", "30.00"}},
     {{"2012604", "档案馆", "100.00"}},
     {{"2012604", "档案馆", "100.00", "10.00", ""}},
     ""},
    {"a new code whose base was under an old one",
     0,
     {{"2012604", "档案馆", "60.00"}},
     {{"2012608", "档案服务", "75.00"}},
     {{"2012608", "档案服务", "75.00", "15.00", ""}},
     "!recoded figures 2012604>2012608 60.00; "},
    {"two bases that mirror each other",
     0,
     {{"2012604", "档案馆", "60.00"}, {"2012601", "行政运行", "80.00"}},
     {{"2012604", "档案馆", "75.00"}, {"2012601", "行政运行", "70.00"}},
     {{"2012604", "档案馆", "75.00", "3.00", ""}, {"2012601", "行政运行", "70.00", "2.00", ""}},
     "!moved figures 2012601>2012604 12.00; "},
    {"a stated move",
     0,
     {{"2012604", "档案馆", "60.00"}, {"2012699", "其他档案事务支出", "50.00"}},
     {{"2012604", "档案馆", "80.00"}, {"2012699", "其他档案事务支出", "30.00"}},
     {{"2012604", "档案馆", "80.00", "20.00", "其他档案事务支出（项）20.00万元调整至本科目"}, {"2012699", "其他档案事务支出", "30.00", "-20.00", ""}},
     "!moved text 2012699>2012604 20.00; "},
    {"another name for one code, by the dictionary",
     2020,
     {{"2080501", "归口管理的行政单位离退休", "60.00"}},
     {{"2080501", "行政单位离退休", "64.00"}},
     {{0}},
     "!renamed revision 2080501>2080501 -; "},
    {"a name that grew, where the shorter one was whole",
     0,
     {{"2012604", "档案馆", "60.00"}},
     {{"2012604", "档案馆事务", "64.00"}},
     {{0}},
     "!renamed name 2012604>2012604 -; "},
    {"the same name, shorter", 0, {{"2012699", "其他档案事务支出", "60.00"}}, {{"2012699", "其他档案事务", "64.00"}}, {{0}}, ""},
    {"a code that means another thing",
     0,
     {{"2012698", "乡村图书角", "60.00"}},
     {{"2012698", "水库大坝加固", "64.00"}},
     {{0}},
     "!cut name 2012698>2012698 -; "},
};

static void add_step(Bench *bench, int i)
{
    bench->filing->fiscal_year = steps[i].year != 0 ? steps[i].year : 2024;
    filing_with(bench->filing, "general", steps[i].now, ROWS);
    filing_with(bench_add_filing(bench, bench->filing->fiscal_year - 1), "general", steps[i].then, ROWS);
    for (gsize k = 0; k < 2 && steps[i].said[k].code != NULL; k++)
        build_claim(bench->filing, (Sentence){.subject = steps[i].said[k].subject,
                                              .code = steps[i].said[k].code,
                                              .fund = FUND_GENERAL,
                                              .amount = steps[i].said[k].amount,
                                              .change = steps[i].said[k].change,
                                              .reason = steps[i].said[k].reason});
}

START_TEST(finds_links)
{
    Bench *bench = bench_new();
    add_step(bench, _i);
    g_autoptr(Lineage) lineage = lineage_from_department(bench->department, bench->thresholds);
    g_autofree char *found = spell_links(lineage);
    ck_assert_msg(strcmp(found, steps[_i].expected) == 0, "%s: %s", steps[_i].name, found);
    bench_free(bench);
}
END_TEST

/* A filing of another kind, scope or year is not the step before. */
START_TEST(compares_like_with_like)
{
    Bench *bench = bench_new();
    add_step(bench, 3);
    Filing *before = g_ptr_array_index(bench->department->filings, 1);
    before->kind = KIND_ACCOUNTS;
    g_autoptr(Lineage) accounts = lineage_from_department(bench->department, bench->thresholds);
    before->kind = KIND_BUDGET;
    before->scope = SCOPE_UNIT;
    g_autoptr(Lineage) unit = lineage_from_department(bench->department, bench->thresholds);
    before->scope = SCOPE_DEPARTMENT;
    before->fiscal_year -= 1;
    g_autoptr(Lineage) gap = lineage_from_department(bench->department, bench->thresholds);
    ck_assert_uint_eq(accounts->links->len + unit->links->len + gap->links->len, 0);
    bench_free(bench);
}
END_TEST

static void say_row(Bench *bench, LineageRow row)
{
    LineageRow *own = g_memdup2(&row, sizeof row);
    if (bench->department->lineage == NULL)
        bench->department->lineage = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(bench->department->lineage, own);
}

/* What the user says is done; what he denies is not, whatever was found. */
START_TEST(obeys_the_user)
{
    Bench *bench = bench_new();
    add_step(bench, 3);
    say_row(bench, (LineageRow){.act = LINEAGE_KEEP, .from = (char *)"2010301", .to = (char *)"2011301", .note = (char *)""});
    g_autoptr(Lineage) kept = lineage_from_department(bench->department, bench->thresholds);
    ck_assert_uint_eq(kept->links->len, 0);
    say_row(bench, (LineageRow){.act = LINEAGE_SAME, .year = 2024, .from = (char *)"2010301", .to = (char *)"2012604", .note = (char *)"对照"});
    say_row(bench, (LineageRow){.act = LINEAGE_MOVE, .year = 2024, .from = (char *)"2012604", .to = (char *)"2011301",
                                .has_amount = true, .amount = build_amount("5.00"), .note = (char *)"对照"});
    say_row(bench, (LineageRow){.act = LINEAGE_APART, .year = 2024, .from = (char *)"2012604", .to = (char *)"2012604", .note = (char *)""});
    g_autoptr(Lineage) lineage = lineage_from_department(bench->department, bench->thresholds);
    g_autofree char *found = spell_links(lineage);
    ck_assert_str_eq(found, "!recoded user 2010301>2012604 90.00; !moved user 2012604>2011301 5.00; !cut user 2012604>2012604 -; ");
    bench_free(bench);
}
END_TEST

/* The sums over a step: of a subject, and of the classes above it that the move crosses or does not. */
START_TEST(adds_what_moved)
{
    Bench *bench = bench_new();
    add_step(bench, 3);
    g_autoptr(Lineage) lineage = lineage_from_department(bench->department, bench->thresholds);
    static const struct {
        const char *code, *moved;
    } rows[] = {{"2011301", "90.00"}, {"2010301", "-90.00"}, {"20113", "90.00"}, {"20103", "-90.00"}, {"201", "0"}, {"208", "0"}};
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        Quantity quantity = {DIRECTION_EXPENDITURE, FUND_GENERAL, (char *)"total", (char *)rows[i].code, (char *)""};
        Amount moved = lineage_moved(lineage, KIND_BUDGET, SCOPE_DEPARTMENT, &quantity, 2023, 2024);
        ck_assert_msg(moved.fen == build_amount(rows[i].moved).fen, "%s", rows[i].code);
        ck_assert_int_eq(lineage_moved(lineage, KIND_BUDGET, SCOPE_DEPARTMENT, &quantity, 2022, 2023).fen, 0);
        ck_assert_int_eq(lineage_moved(lineage, KIND_ACCOUNTS, SCOPE_DEPARTMENT, &quantity, 2023, 2024).fen, 0);
        ck_assert((lineage_link(lineage, KIND_BUDGET, SCOPE_DEPARTMENT, &quantity, 2023, 2024) != NULL) == (moved.fen != 0));
    }
    bench_free(bench);
}
END_TEST

/* "2023:60.00/90.00" published and comparable; '-' where there is none. */
static void check_series(const GPtrArray *all, const char *code, const char *expected)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < all->len; i++) {
        const Series *series = g_ptr_array_index(all, i);
        if (strcmp(series->code, code) != 0 || strcmp(series->measure, "total") != 0)
            continue;
        for (guint k = 0; k < series->joined->len; k++) {
            const SeriesPoint *point = &g_array_index(series->joined, SeriesPoint, k);
            g_autofree char *comparable = amount_to_text(point->comparable);
            g_string_append_printf(text, "%d:-/%s ", point->year, comparable);
        }
        for (guint k = 0; k < series->points->len; k++) {
            const SeriesPoint *point = series_point(series, k);
            g_autofree char *amount = amount_to_text(point->amount);
            g_autofree char *comparable = point->has_comparable ? amount_to_text(point->comparable) : g_strdup("-");
            g_string_append_printf(text, "%d:%s/%s ", point->year, amount, comparable);
        }
        g_string_append(text, "; ");
    }
    ck_assert_msg(strcmp(text->str, expected) == 0, "%s: %s", code, text->str);
}

START_TEST(joins_series)
{
    Bench *bench = bench_new();
    add_step(bench, 3);
    static const Printed earlier[] = {{"2010301", "行政运行", "85.00"}, {0}};
    filing_with(bench_add_filing(bench, 2022), "general", earlier, 1);
    g_autoptr(GPtrArray) all = series_of_department(bench->department, bench->thresholds);
    check_series(all, "2011301", "2022:-/85.00 2023:-/90.00 2024:95.00/95.00 ; ");
    check_series(all, "2010301", "2022:85.00/- 2023:90.00/- ; ");
    check_series(all, "2012604", "2023:60.00/60.00 2024:60.00/60.00 ; ");
    bench_free(bench);
}
END_TEST

/* The accounts' budget column is a series of its own: its figure is not what the executed one went over from. */
START_TEST(keeps_vintages_apart)
{
    Bench *bench = bench_new();
    for (guint i = 0; i < 2; i++) {
        Filing *filing = i == 0 ? bench->filing : bench_add_filing(bench, 2023);
        const char *code = i == 0 ? "2011301" : "2010301";
        build_row(build_figure(filing, quantity_of(DIRECTION_EXPENDITURE, FUND_GENERAL, "total-budgeted", ""), "."), code, "行政运行",
                  i == 0 ? "99.00" : "88.00");
        build_row(build_figure(filing, quantity_of(DIRECTION_EXPENDITURE, FUND_GENERAL, "total", ""), "."), code, "行政运行",
                  i == 0 ? "95.00" : "90.00");
        filing->kind = KIND_ACCOUNTS;
    }
    g_autoptr(GPtrArray) all = series_of_department(bench->department, bench->thresholds);
    check_series(all, "2011301", "2023:-/88.00 2024:99.00/99.00 ; 2023:-/90.00 2024:95.00/95.00 ; ");
    bench_free(bench);
}
END_TEST

/* What the author compares a new code with is what came to it: counted once. */
START_TEST(counts_an_implied_base_once)
{
    static const struct {
        const char *code, *expected;
    } rows[] = {
        {"2012608", "2022:-/55.00 2023:60.00/60.00 2024:75.00/75.00 ; "}, /* the figures tell */
        {"2010608", "2023:0.00/0.00 2024:55.00/55.00 ; "},                 /* nothing came */
    };
    Bench *bench = bench_new();
    add_step(bench, 9);
    static const Printed earlier[] = {{"2012604", "档案馆", "55.00"}, {0}};
    filing_with(bench_add_filing(bench, 2022), "general", earlier, 1);
    build_row(filing_table(bench->filing, "general"), "2010608", "财政服务", "55.00");
    build_claim(bench->filing, (Sentence){.subject = "财政服务", .code = "2010608", .fund = FUND_GENERAL, .amount = "55.00", .change = "55.00"});
    g_autoptr(GPtrArray) all = series_of_department(bench->department, bench->thresholds);
    check_series(all, rows[_i].code, rows[_i].expected);
    bench_free(bench);
}
END_TEST

/* Of an amount that moved only the year before is known. */
START_TEST(adds_an_amount_to_one_year)
{
    Bench *bench = bench_new();
    add_step(bench, 10);
    static const Printed earlier[] = {{"2012601", "行政运行", "78.00"}, {"2012604", "档案馆", "55.00"}};
    filing_with(bench_add_filing(bench, 2022), "general", earlier, 2);
    g_autoptr(GPtrArray) all = series_of_department(bench->department, bench->thresholds);
    check_series(all, "2012604", "2022:55.00/- 2023:60.00/72.00 2024:75.00/75.00 ; ");
    check_series(all, "2012601", "2022:78.00/- 2023:80.00/68.00 2024:70.00/70.00 ; ");
    bench_free(bench);
}
END_TEST

static void print_all_money(Bench *bench, int year, const Printed *rows)
{
    Filing *filing = year == bench->filing->fiscal_year ? bench->filing : g_ptr_array_index(bench->department->filings, 1);
    Table *table = build_table(filing, "expenditure");
    build_row(table, "", "合计", "990.00");
    for (gsize i = 0; i < ROWS && rows[i].code != NULL; i++)
        build_row(table, rows[i].code, rows[i].label, rows[i].amount);
}

/*
 * What the sentence on the general budget's figures shows holds for the table of all money: the whole subject with what
 * else it has there, an amount only where that table prints the same of both subjects.
 */
START_TEST(repeats_links_in_other_tables)
{
    static const struct {
        int step;
        Printed then[ROWS], now[ROWS];
        const char *expected;
    } rows[] = {
        {9, {{"2012604", "档案馆", "66.00"}}, {{"2012608", "档案服务", "79.00"}},
         "!recoded figures 2012604>2012608 66.00; !recoded figures 2012604>2012608 60.00; "},
        {9, {{"2012604", "档案馆", "66.00"}}, {{"2012604", "档案馆", "4.00"}, {"2012608", "档案服务", "75.00"}},
         "!recoded figures 2012604>2012608 60.00; "},
        {10, {{"2012604", "档案馆", "60.00"}, {"2012601", "行政运行", "80.00"}}, {{"2012604", "档案馆", "75.00"}, {"2012601", "行政运行", "70.00"}},
         "!moved figures 2012601>2012604 12.00; !moved figures 2012601>2012604 12.00; "},
        {10, {{"2012604", "档案馆", "60.00"}, {"2012601", "行政运行", "81.00"}}, {{"2012604", "档案馆", "75.00"}, {"2012601", "行政运行", "70.00"}},
         "!moved figures 2012601>2012604 12.00; "},
    };
    Bench *bench = bench_new();
    add_step(bench, rows[_i].step);
    print_all_money(bench, 2023, rows[_i].then);
    print_all_money(bench, 2024, rows[_i].now);
    g_autoptr(Lineage) lineage = lineage_from_department(bench->department, bench->thresholds);
    g_autofree char *found = spell_links(lineage);
    ck_assert_str_eq(found, rows[_i].expected);
    bench_free(bench);
}
END_TEST

START_TEST(cuts_series)
{
    Bench *bench = bench_new();
    add_step(bench, 15);
    /* The author's base is the old thing's figure: no figure of the new one. */
    build_claim(bench->filing, (Sentence){.subject = "水库大坝加固", .code = "2012698", .fund = FUND_GENERAL, .amount = "64.00", .change = "4.00"});
    g_autoptr(GPtrArray) all = series_of_department(bench->department, bench->thresholds);
    check_series(all, "2012698", "2023:60.00/60.00 ; 2024:64.00/64.00 ; ");
    bench_free(bench);
}
END_TEST

static const struct {
    const char *code, *earlier, *later;
    bool one;
} names[] = {
    {"2012698", "档案馆", "档案馆", true},
    {"2012698", "档案馆", "市档案馆", true},
    {"2012698", "其他文化支出", "其他文化和旅游支出", true},
    {"2012698", "其他支出", "其他商贸支出", true}, /* the first one says nothing */
    {"2012698", "乡村图书角", "水库大坝加固", false},
    {"2050201", "学前教育", "特殊教育", false}, /* another code's name */
    {"2012698", "商贸事务支出", "林业事务支出", false}, /* only what any name holds */
    {"30311", "住房公积金", "代缴社会保险费", false},
    {"20805", "行政事业单位离退休", "行政事业单位养老支出", true},
};

START_TEST(compares_names)
{
    ck_assert_msg(names_may_be_one(names[_i].code, names[_i].earlier, names[_i].later) == names[_i].one, "%s", names[_i].earlier);
}
END_TEST

Suite *lineage_suite(void)
{
    Suite *suite = suite_create("lineage");
    TCase *tests = tcase_create("lineage");
    tcase_add_loop_test(tests, finds_links, 0, G_N_ELEMENTS(steps));
    tcase_add_test(tests, compares_like_with_like);
    tcase_add_test(tests, obeys_the_user);
    tcase_add_test(tests, adds_what_moved);
    tcase_add_test(tests, joins_series);
    tcase_add_test(tests, keeps_vintages_apart);
    tcase_add_loop_test(tests, counts_an_implied_base_once, 0, 2);
    tcase_add_test(tests, adds_an_amount_to_one_year);
    tcase_add_loop_test(tests, repeats_links_in_other_tables, 0, 4);
    tcase_add_test(tests, cuts_series);
    tcase_add_loop_test(tests, compares_names, 0, G_N_ELEMENTS(names));
    suite_add_tcase(suite, tests);
    return suite;
}
