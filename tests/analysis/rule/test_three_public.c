/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <check.h>
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "tests/analysis/rule/build.h"

Suite *three_public_suite(void);

static const struct {
    const char *name;
    Sentence sentence;
    const char *expected;
} cases[] = {
    {"rose",
     {.subject = "公务接待费", .measure = "reception", .amount = "0.50", .change = "0.01"},
     "three-public.increase warning 公务接待费"},
    {"fell", {.subject = "公务接待费", .measure = "reception", .amount = "0.50", .change = "-0.01"}, ""},
    {"stayed", {.subject = "公务接待费", .measure = "reception", .amount = "0.50", .turn = TURN_SAME}, ""},
    {"new",
     {.subject = "公务用车购置费", .measure = "vehicle-purchase", .amount = "18.00", .change = "18.00"},
     "three-public.increase warning 公务用车购置费"},
    {"the whole",
     {.subject = "三公经费", .measure = "three-public", .amount = "2.62", .change = "0.10"},
     "three-public.increase warning 三公经费"},
    {"another expense", {.subject = "会议费", .measure = "meetings", .amount = "2.62", .change = "0.10"}, ""},
    {"against this year's budget",
     {.subject = "公务接待费",
      .measure = "reception",
      .amount = "0.50",
      .change = "0.10",
      .against = AGAINST_THIS_BUDGET},
     ""},
};

START_TEST(tells_a_rise)
{
    Bench *bench = bench_new();
    build_claim(bench->filing, cases[_i].sentence);
    bench_run(bench, rule_three_public);
    bench_assert(bench, cases[_i].name, cases[_i].expected);
    g_ptr_array_set_size(bench->findings, 0);
    ck_assert(thresholds_override(bench->thresholds, "rule.three-public=0", NULL));
    bench_run(bench, rule_three_public);
    bench_assert(bench, "switched off", "");
    bench_free(bench);
}
END_TEST

/* Told twice in the text, found once; and last year's table tells where the text does not. */
START_TEST(tells_it_once)
{
    Bench *bench = bench_new();
    Filing *last = bench_add_filing(bench, 2023);
    build_line(build_table(bench->filing, "three-public"), "公务接待费", "0.50 0.50");
    build_line(build_table(last, "three-public"), "公务接待费", "0.40 0.40");
    bench_run(bench, rule_three_public);
    bench_assert(bench, "the tables tell", "three-public.increase warning 公务接待费");
    ck_assert_int_eq(bench_only(bench, "three-public.increase")->base_year, 2023);
    ck_assert_int_eq(bench_only(bench, "three-public.increase")->amount.fen, build_amount("0.10").fen);
    g_ptr_array_set_size(bench->findings, 0);
    Sentence rise = {.subject = "公务接待费", .measure = "reception", .amount = "0.50", .change = "0.10"};
    build_claim(bench->filing, rise);
    build_claim(bench->filing, rise);
    bench_run(bench, rule_three_public);
    bench_assert(bench, "text and tables", "three-public.increase warning 公务接待费");
    bench_free(bench);
}
END_TEST

START_TEST(compares_tables)
{
    static const struct {
        const char *name, *now, *before, *expected;
    } rows[] = {
        {"less", "0.40", "0.50", ""},
        {"equal", "0.40", "0.40", ""},
        {"more by rounding only", "0.41", "0.40", ""},
        {"more", "0.42", "0.40", "three-public.increase warning 公务接待费"},
        {"not printed last year", "0.42", ".", ""},
    };
    Bench *bench = bench_new();
    build_line(build_table(bench->filing, "three-public"), "公务接待费", rows[_i].now);
    build_line(build_table(bench_add_filing(bench, 2023), "three-public"), "公务接待费", rows[_i].before);
    bench_run(bench, rule_three_public);
    bench_assert(bench, rows[_i].name, rows[_i].expected);
    bench_free(bench);
}
END_TEST

/* The text says that nothing rose; last year's own table says otherwise, and both are shown. */
START_TEST(holds_a_denial_against_last_year)
{
    Bench *bench = bench_new();
    Filing *last = bench_add_filing(bench, 2023);
    build_line(build_table(bench->filing, "three-public"), "公务接待费", "0.50 0.50");
    build_line(build_table(last, "three-public"), "公务接待费", "0.40 0.40");
    build_claim(bench->filing, (Sentence){.subject = "公务接待费", .measure = "reception", .amount = "0.50", .turn = TURN_SAME});
    bench_run(bench, rule_three_public);
    bench_assert(bench, "持平", "three-public.increase warning 公务接待费");
    const Finding *finding = bench_only(bench, "three-public.increase");
    ck_assert_ptr_nonnull(strstr(finding->message, "文中却说没有增加"));
    ck_assert_uint_eq(finding->evidence->len, 3);
    ck_assert_str_eq(((const Evidence *)g_ptr_array_index(finding->evidence, 1))->file, last->file);
    bench_free(bench);
}
END_TEST

/* Parts of it, in the tables of two filings; a part that fell or stayed is none. */
START_TEST(compares_the_parts)
{
    Bench *bench = bench_new();
    static const struct {
        const char *measure, *now, *before;
    } parts[] = {{"three-public", "10.00", "12.00"}, {"travel-abroad", "5.00", "3.00"}, {"vehicles", "3.00", "7.00"},
                 {"vehicle-running", "3.00", "2.00"}, {"vehicle-purchase", "0.00", "5.00"}, {"reception", "2.00", "2.00"}};
    Filing *last = bench_add_filing(bench, 2023);
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
        Quantity quantity = quantity_of(DIRECTION_EXPENDITURE, FUND_ALL, parts[i].measure, "");
        build_figure(bench->filing, quantity, parts[i].now);
        build_figure(last, quantity, parts[i].before);
    }
    bench_run(bench, rule_three_public);
    bench_assert(bench, "two parts rose",
                 "three-public.increase warning travel-abroad\nthree-public.increase warning vehicle-running");
    bench_free(bench);
}
END_TEST

/* In final accounts the column is 公务接待费/决算数: what rose is the reception, not the 决算数. */
START_TEST(names_a_pair_by_what_it_is_of)
{
    Bench *bench = bench_new();
    Quantity quantity = quantity_of(DIRECTION_EXPENDITURE, FUND_ALL, "three-public", "");
    build_figure(bench->filing, quantity, "2.00");
    build_figure(bench_add_filing(bench, 2023), quantity, "1.00");
    const Table *table = g_ptr_array_index(bench->filing->tables, 0);
    build_set(&((Column *)g_ptr_array_index(table->columns, 0))->path, "合计/决算数");
    bench_run(bench, rule_three_public);
    bench_assert(bench, "a pair", "three-public.increase warning “三公”经费");
    bench_free(bench);
}
END_TEST

/* One form counts what projects pay among them, the other does not: the two are different quantities. */
START_TEST(keeps_forms_and_scopes_apart)
{
    Bench *bench = bench_new();
    Filing *last = bench_add_filing(bench, 2023);
    build_line(build_table(bench->filing, "three-public"), "公务接待费", "0.50 0.50");
    build_line(build_table(last, "three-public"), "公务接待费", "0.40 0.40");
    build_set(&last->form, "shanghai-budget");
    bench_run(bench, rule_three_public);
    bench_assert(bench, "another way to count", "");
    build_set(&last->form, bench->filing->form);
    last->scope = SCOPE_UNIT;
    bench_run(bench, rule_three_public);
    bench_assert(bench, "a unit's", "");
    bench_free(bench);
}
END_TEST

Suite *three_public_suite(void)
{
    Suite *suite = suite_create("three_public");
    TCase *rises = tcase_create("rises");
    tcase_add_loop_test(rises, tells_a_rise, 0, (int)G_N_ELEMENTS(cases));
    tcase_add_test(rises, tells_it_once);
    tcase_add_loop_test(rises, compares_tables, 0, 5);
    tcase_add_test(rises, holds_a_denial_against_last_year);
    tcase_add_test(rises, compares_the_parts);
    tcase_add_test(rises, names_a_pair_by_what_it_is_of);
    tcase_add_test(rises, keeps_forms_and_scopes_apart);
    suite_add_tcase(suite, rises);
    return suite;
}
