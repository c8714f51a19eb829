/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table.missing, table.empty-note: what a form requires, and what it declares empty. */
#include <string.h>

#include "analysis/rule/catalogue.h"
#include "analysis/rule/raise.h"
#include "history/form.h"
#include "schema/language.h"

static bool declares_empty(const Table *table)
{
    return strstr(table->note, "为空") != NULL || strstr(table->note, "空表") != NULL;
}

static void check_table(RuleContext *context, const Table *table)
{
    if (table->state == TABLE_MISSING) {
        Finding *finding = raise_on_table(context, "table.missing", SEVERITY_WARNING, table);
        raise_say(finding, g_strdup_printf(say("缺少表式要求的《%s》", "the form requires the table %s, which is absent"), table->title),
                  g_strdup_printf(say("《%s》为何没有公开？", "Why is the table %s not published?"), table->title));
    } else if (table->state == TABLE_READ && declares_empty(table)) {
        Finding *finding = raise_on_table(context, "table.empty-note", SEVERITY_WARNING, table);
        raise_say(finding, g_strdup_printf(say("《%s》声明为空表，表中却有数字：“%s”", "%s is declared empty but holds figures: \"%s\""), table->title, table->note),
                  g_strdup_printf(say("《%s》究竟有无支出？", "Does %s hold expenditure or not?"), table->title));
    } else if (table->state == TABLE_EMPTY && table->note[0] == '\0') {
        Finding *finding = raise_on_table(context, "table.empty-note", SEVERITY_WARNING, table);
        raise_say(finding, g_strdup_printf(say("《%s》没有数字，也没有说明是空表", "%s holds no figures and does not say that it is empty"), table->title),
                  g_strdup_printf(say("《%s》是没有支出，还是漏填？", "Is %s empty, or was it left out?"), table->title));
    }
}

void rule_tables(RuleContext *context)
{
    if (form_by_id(context->filing->form) == NULL)
        return;
    for (guint i = 0; i < context->filing->tables->len; i++)
        check_table(context, g_ptr_array_index(context->filing->tables, i));
}
