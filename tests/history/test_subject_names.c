/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/subject_names.h"

#include <check.h>

Suite *subject_names_suite(void);

static Filing *filing_with_rows(void)
{
    static const struct {
        const char *code, *label;
    } rows[] = {{"207", "文化支出"}, {"20701", "文化和旅游"}, {"2070199", "流动图书服务"}, {"", "总计"}, {"301", "工资福利支出"}};
    Filing *filing = filing_new();
    Table *table = table_new();
    g_ptr_array_add(filing->tables, table);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        Row *row = row_new();
        g_free(row->code);
        g_free(row->label);
        row->code = g_strdup(rows[i].code);
        row->label = g_strdup(rows[i].label);
        g_ptr_array_add(table->rows, row);
    }
    return filing;
}

static const struct {
    const char *why;
    const char *subject, *code;
    const char *class_code; /* "": none above */
    bool economic;
} names[] = {
    {"in full", "文化旅游体育与传媒支出（类）文化和旅游（款）行政运行（项）", "2070101", "", false},
    {"to the group", "文化旅游体育与传媒支出（类）文化和旅游（款）", "20701", "", false},
    {"a class", "一般公共服务支出（类）", "201", "", false},
    {"a class without its mark", "一般公共服务支出", "201", "", false},
    {"as this filing prints it", "文化支出（类）文化和旅游（款）流动图书服务（项）", "2070199", "", false},
    {"of the same name in two classes", "行政运行", NULL, "", false},
    {"a name of no class", "流动图书车（类）", NULL, "", false},
    {"a known class, an unknown group", "文化支出（类）流动图书车（款）", NULL, "", false},
    {"economic names are none", "工资福利支出", NULL, "", false},
    {"nothing", "", NULL, "", false},
    {"marks alone", "（类）（款）（项）", NULL, "", false},
    {"the class in a heading above", "政协事务（款）行政运行（项）", "2010201", "201", false},
    {"words after the last mark", "政协事务（款）行政运行（项）支出", "2010201", "201", false},
    {"a class without its last word", "住房保障（类）支出", "221", "", false},
    {"a group that one class alone has", "财政事务（款）行政运行（项）", "2010601", "", false},
    {"the class above is another one", "财政事务（款）行政运行（项）", "2010601", "208", false},
    {"an item that one group of the class alone has", "住房公积金（项）", "2210201", "221", false},
    {"an item of many groups", "行政运行（项）", NULL, "201", false},
    {"another spelling of other", "社会保障和就业支出（类）行政事业单位养老支出（款）其它行政事业单位养老支出（项）", "2080599", "", false},
    {"a code before the name", "2010601行政运行", "2010601", "", false},
    {"a code behind the name", "行政运行（2010601）", "2010601", "", false},
    {"codes before the names", "201一般公共服务支出（类）20106财政事务（款）2010601行政运行（项）", "2010601", "", false},
    {"a count is no code", "20106个项目", NULL, "", false},
    {"words that only begin with a subject", "文化旅游体育与传媒支出（类）文化和旅游（款）行政运行（项）中的信息化经费", NULL, "", false},
    {"a class of the economic classification", "工资福利支出（类）", "301", "", true},
    {"its name in full", "对个人和家庭的补助支出（类）", "303", "", true},
    {"a group below it", "住房公积金（款）支出", "30113", "301", true},
    {"the same name below another class", "住房公积金（款）支出", "30311", "303", true},
    {"a group without a class", "办公费（款）支出", "30201", "", true},
    {"a bare group", "公务接待费", "30217", "", true},
    {"a bare group elsewhere", "公务接待费", NULL, "", false},
};

START_TEST(code_of_a_name)
{
    g_autoptr(Filing) filing = filing_with_rows();
    g_autoptr(SubjectNames) known = subject_names_new(filing);
    const char *code = subject_names_code(known, names[_i].subject, names[_i].class_code, names[_i].economic);
    ck_assert_msg(g_strcmp0(code, names[_i].code) == 0, "%s: %s", names[_i].why, code != NULL ? code : "none");
}
END_TEST

static const struct {
    const char *subject, *last;
} last_names[] = {
    {"文化旅游体育与传媒支出（类）文化和旅游（款）行政运行（项）", "行政运行"},
    {"一般公共服务支出（类）", "一般公共服务支出"},
    {"行政运行", "行政运行"},
    {"因公出国（境）费", "因公出国（境）费"},
    {"（项）", ""},
    {"", ""},
};

START_TEST(last_name)
{
    g_autofree char *last = subject_last_name(last_names[_i].subject);
    ck_assert_str_eq(last, last_names[_i].last);
}
END_TEST

Suite *subject_names_suite(void)
{
    Suite *suite = suite_create("subject_names");
    TCase *reading = tcase_create("names");
    tcase_add_loop_test(reading, code_of_a_name, 0, G_N_ELEMENTS(names));
    tcase_add_loop_test(reading, last_name, 0, G_N_ELEMENTS(last_names));
    suite_add_tcase(suite, reading);
    return suite;
}
