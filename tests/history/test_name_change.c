/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/name_change.h"

#include <check.h>

#include "tests/history/spelling.h"

Suite *name_change_suite(void);

#define OWN "虚构县水利局"

/* "renamed from|from > to" of a sentence in a filing of OWN; `known` are names that other filings print. */
static const struct {
    const char *why, *text, *known, *says;
} cases[] = {
    {"renamed", "原虚构县水务局更名为虚构县水利局", "", "renamed 虚构县水务局 > 虚构县水利局"},
    {"renamed, with quotes and a clause before", "根据机构改革方案，2019年3月由“虚构县水务局”更名为“虚构县水利局”，职责不变", "",
     "renamed 虚构县水务局 > 虚构县水利局"},
    {"of itself", "我局由原虚构县水务局更名为虚构县水利局", "", "renamed 虚构县水务局 > 虚构县水利局"},
    {"to itself", "虚构县水务局于2019年3月更名为现名", "虚构县水务局", "renamed 虚构县水务局 > 虚构县水利局"},
    {"in short", "原水务局更名为水利局", "", "renamed 虚构县水务局 > 虚构县水利局"},
    {"by a place that has 原 in its name", "原州县水务局更名为虚构县水利局", "原州县水务局", "renamed 原州县水务局 > 虚构县水利局"},
    {"with words behind", "虚构县水务局更名为虚构县水利局后人员增加", "", "renamed 虚构县水务局 > 虚构县水利局"},
    {"with a reason before, known", "主要原因是根据三定方案原虚构县水务局更名为虚构县水利局", "虚构县水务局", "renamed 虚构县水务局 > 虚构县水利局"},
    {"the name's change", "单位名称由“虚构县水务局”变更为“虚构县水利局”", "", "renamed 虚构县水务局 > 虚构县水利局"},
    {"it was called", "虚构县水利局（原名虚构县水务局）负责水行政管理", "", "renamed 虚构县水务局 > 虚构县水利局"},
    {"we were called", "我局原名虚构县水务局，2019年更为现名", "", "renamed 虚构县水务局 > 虚构县水利局"},
    {"came of a change of name", "虚构县水利局由虚构县水务局更名而来", "", "renamed 虚构县水务局 > 虚构县水利局"},
    {"said by the one that goes", "虚构县水利局更名为虚构县水务局", "", "renamed 虚构县水利局 > 虚构县水务局"},
    {"printed with the city in front", "原虚构县水务局更名为虚构县水利局", "示例市虚构县水务局", "renamed 示例市虚构县水务局 > 虚构县水利局"},

    {"formed of several", "将虚构县水务局、虚构县水文站合并组建虚构县水利局", "", "merged 虚构县水务局|虚构县水文站 > 虚构县水利局"},
    {"of two with a word between", "虚构县水务局和虚构县水文站合并为虚构县水利局", "", "merged 虚构县水务局|虚构县水文站 > 虚构县水利局"},
    {"a place with that word in its name", "和安县水务局和虚构县水文站合并为虚构县水利局", "和安县水务局", "merged 和安县水务局|虚构县水文站 > 虚构县水利局"},
    {"tasks put together", "将虚构县水务局的职责，虚构县水文站的职责整合，组建虚构县水利局", "", "merged 虚构县水文站 > 虚构县水利局"},
    {"tasks handed over", "将原虚构县水务局的防汛职责划入虚构县水利局", "", "merged 虚构县水务局 > 虚构县水利局"},
    {"no longer kept", "组建虚构县水利局，不再保留虚构县水务局", "", "merged 虚构县水务局 > 虚构县水利局"},
    {"no longer kept, first", "机构改革后不再保留虚构县水务局，组建虚构县水利局", "", "merged 虚构县水务局 > 虚构县水利局"},
    {"on the ground of", "在原虚构县水务局的基础上组建虚构县水利局", "", "merged 虚构县水务局 > 虚构县水利局"},
    {"taken in", "虚构县水文站整体并入虚构县水利局", "", "merged 虚构县水文站 > 虚构县水利局"},
    {"split off", "我局从虚构县农业局分设", "", "split 虚构县农业局 > 虚构县水利局"},
    {"its forerunner", "虚构县水利局的前身是虚构县水务局", "", "former 虚构县水务局 > 虚构县水利局"},
    {"in brackets", "虚构县水利局（原虚构县水务局）2019年支出增加", "", "former 虚构县水务局 > 虚构县水利局"},

    {"planned", "虚构县水务局拟更名为虚构县水利局", "", NULL},
    {"not done", "虚构县水务局未更名为虚构县水利局", "", NULL},
    {"of a unit", "所属虚构县水文站更名为虚构县水文中心", "虚构县水文站 虚构县水文中心", NULL},
    {"of a unit, in brackets", "虚构县水文中心（原名虚构县水文站）经费增加", "", NULL},
    {"of a project", "水利建设项目更名为水网建设项目", "", NULL},
    {"of a subject", "行政运行科目更名为行政管理事务", "", NULL},
    {"another spelling is no other name", "示例市虚构县水利局更名为虚构县水利局", "", NULL},
    {"tasks of others", "将虚构县农业局的职责划入虚构县林业局", "", NULL},
    {"tasks alone", "主要职责整合后经费增加", "", NULL},
    {"funds put together", "项目资金合并为水利发展资金", "", NULL},
    {"no name before", "更名为虚构县水利局", "", NULL},
    {"nothing", "", "", NULL},
};

static const char *const kinds[] = {"renamed", "merged", "split", "former"};

static char *spell(const NameChange *change)
{
    g_autoptr(GString) from = g_string_new(NULL);
    for (guint i = 0; i < change->from->len; i++)
        g_string_append_printf(from, "%s%s", i > 0 ? "|" : "", (const char *)g_ptr_array_index(change->from, i));
    return g_strdup_printf("%s %s > %s", kinds[change->kind], from->str, change->to);
}

START_TEST(what_a_sentence_says)
{
    g_auto(GStrv) names = g_strsplit(cases[_i].known, " ", -1);
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    g_hash_table_add(known, (gpointer)OWN);
    for (char **name = names; *name != NULL; name++)
        if ((*name)[0] != '\0')
            g_hash_table_add(known, *name);
    NameChange change;
    bool says = name_change_from_text(cases[_i].text, OWN, known, &change);
    g_autofree char *spelt = says ? spell(&change) : g_strdup("");
    if (says)
        name_change_clear(&change);
    check_spelling(cases[_i].why, spelt, cases[_i].says != NULL ? cases[_i].says : "");
}
END_TEST

/* Sentences run over lines and pages; each is kept once, with the place where it begins. */
START_TEST(sentences_of_a_document)
{
    g_autoptr(Document) document = document_from_text(
        "第一部分 虚构县水利局概况\n一、主要职能\n负责水务。根据方案，我局由原虚构县\n水务局更\n名为虚构县水利局。其他。\n"
        "\f我局由原虚构县水务局更名为虚构县水利局。\n根据方案，我局由原虚构县水务局更名为虚构县水利局。\n下属水文站更名为水文中心。\n"
        "\f二、机构设置\n本单位由原虚构县水务局更名为虚\n构县水利局。\n");
    g_autoptr(Filing) filing = filing_new();
    text_set(&filing->department, OWN);
    name_changes_from_document(document, filing);
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < filing->evidence->len; i++) {
        const IdentityEvidence *evidence = g_ptr_array_index(filing->evidence, i);
        g_string_append_printf(out, "%s %d/%d %s\n", evidence->what, evidence->page, evidence->line, evidence->text);
    }
    check_spelling("joined", out->str,
                   "former-name 1/3 根据方案，我局由原虚构县水务局更名为虚构县水利局\n"
                   "former-name 2/1 我局由原虚构县水务局更名为虚构县水利局\n"
                   "former-name 3/2 本单位由原虚构县水务局更名为虚构县水利局\n");
}
END_TEST

/* No more of them than anybody needs, of a text that holds nothing else. */
START_TEST(a_text_of_nothing_else)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 40; i++)
        g_string_append_printf(text, "第%d次由虚构县水务局更名为虚构县水利局。\n", i);
    g_autoptr(Document) document = document_from_text(text->str);
    g_autoptr(Filing) filing = filing_new();
    text_set(&filing->department, OWN);
    name_changes_from_document(document, filing);
    ck_assert_uint_eq(filing->evidence->len, 8);
}
END_TEST

/* A text without a full stop is no sentence, and costs no more than any other of its length. */
START_TEST(a_text_without_an_end)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 20000; i++)
        g_string_append(text, "的职责，");
    g_string_append(text, "我局由原虚构县水务局更名为虚构县水利局");
    g_autoptr(Document) document = document_from_text(text->str);
    g_autoptr(Filing) filing = filing_new();
    text_set(&filing->department, OWN);
    name_changes_from_document(document, filing);
    ck_assert_uint_eq(filing->evidence->len, 0);
}
END_TEST

Suite *name_change_suite(void)
{
    Suite *suite = suite_create("name_change");
    TCase *tests = tcase_create("sentences");
    tcase_add_loop_test(tests, what_a_sentence_says, 0, G_N_ELEMENTS(cases));
    tcase_add_test(tests, sentences_of_a_document);
    tcase_add_test(tests, a_text_of_nothing_else);
    tcase_add_test(tests, a_text_without_an_end);
    suite_add_tcase(suite, tests);
    return suite;
}
