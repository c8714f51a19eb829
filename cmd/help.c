/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cmd/help.h"

#include <stdio.h>

#include "cmd/paragraph.h"
#include "cmd/terminal.h"
#include "schema/language.h"

/* Where the explanations begin. */
#define NAME_WIDTH 32

static void print_entry(const char *name, const char *meaning)
{
    int padding = NAME_WIDTH - columns_of(name);
    if (padding < 2) {
        printf("  %s\n", name);
        name = "";
        padding = NAME_WIDTH;
    }
    g_autofree char *lead = g_strdup_printf("  %s%*s", name, padding, "");
    paragraph_print(lead, meaning, paper_width());
}

static void print_options(const OptionSpec *specs)
{
    for (; specs->name != NULL; specs++) {
        g_autoptr(GString) name = g_string_new(NULL);
        if (specs->letter != 0)
            g_string_append_printf(name, "-%c, ", specs->letter);
        g_string_append_printf(name, "--%s", specs->name);
        if (specs->value != NULL)
            g_string_append_printf(name, " %s", specs->value);
        if (specs->kind == OPTION_LIST)
            g_string_append(name, " …");
        print_entry(name->str, say(specs->zh, specs->en));
    }
}

static void print_heading(const char *heading)
{
    printf("\n%s\n", heading);
}

void help_print_version(void)
{
    puts("yusuan " YUSUAN_VERSION);
}

void help_print_program(void)
{
    puts(say(
        "yusuan：把部门预算、决算公开文件读成多年历史，核对勾稽，指出变化和未说明的部分。",
        "yusuan reads published budgets and final accounts of departments into a history of "
        "years, checks them, "
        "and shows what changed and what is not explained."));
    printf("\n%s\n", say("用法：yusuan [--db 库文件] 动词 …", "Usage: yusuan [--db FILE] VERB …"));
    print_heading(say("动词：", "Verbs:"));
    for (const Verb *const *verb = verbs; *verb != NULL; verb++) {
        g_autofree char *name = g_strdup_printf("%s %s", (*verb)->name,
                                                say((*verb)->arguments_zh, (*verb)->arguments_en));
        print_entry(name, say((*verb)->summary_zh, (*verb)->summary_en));
    }
    print_heading(say("全局选项：", "Options of every verb:"));
    print_options(global_options);
    print_heading(say("退出状态：", "Exit status:"));
    print_entry("0", say("完成", "done"));
    print_entry("1",
                say("有 --fail-on 所指的问题", "--fail-on was given, and such findings exist"));
    print_entry("2", say("命令行有误", "the command line is wrong"));
    print_entry("3", say("有文件被拒收，其余已读入", "some input was refused; the rest is in"));
    print_entry("4", say("库或系统出错，或被中断",
                         "the store or the system failed, or the run was interrupted"));
    print_heading(say("例：", "Examples:"));
    puts(
        "  yusuan import tests/filings/*.txt\n  yusuan list\n  yusuan check 档案数据 --fail-on error");
    printf("\n%s\n", say("各动词的用法：yusuan 动词 --help", "More on a verb: yusuan VERB --help"));
}

void help_print_verb(const Verb *verb)
{
    printf(say("用法：yusuan %s %s\n\n", "Usage: yusuan %s %s\n\n"), verb->name,
           say(verb->arguments_zh, verb->arguments_en));
    paragraph_print("", say(verb->summary_zh, verb->summary_en), paper_width());
    paragraph_print("", say(verb->about_zh, verb->about_en), paper_width());
    if (verb->options->name != NULL) {
        print_heading(say("选项：", "Options:"));
        print_options(verb->options);
    }
    print_heading(say("全局选项：", "Options of every verb:"));
    print_options(global_options);
    print_heading(say("例：", "Examples:"));
    for (const Example *example = verb->examples; example->command != NULL; example++)
        printf("  %s\n      %s\n", example->command, say(example->zh, example->en));
}

/* A line of roff: no request begins by chance, and a dash is the one of the keyboard. */
static void print_roff(const char *text)
{
    if (text[0] == '.' || text[0] == '\'')
        fputs("\\&", stdout);
    for (; *text != '\0'; text++) {
        if (*text == '-')
            fputs("\\-", stdout);
        else if (*text == '\\')
            fputs("\\e", stdout);
        else
            putchar(*text);
    }
    putchar('\n');
}

void help_print_manual(const Verb *verb)
{
    printf(".TH YUSUAN\\-%s 1 \"\" \"yusuan\" \"User commands\"\n.SH NAME\n", verb->name);
    g_autofree char *name = g_strconcat("yusuan-", verb->name, NULL);
    g_autofree char *what = g_strconcat(name, " - ", verb->summary_en, NULL);
    print_roff(what);
    printf(".SH SYNOPSIS\n.B yusuan %s\n", verb->name);
    print_roff(verb->arguments_en);
    puts(".SH DESCRIPTION\n@DESCRIPTION@\n.SH EXAMPLES");
    for (const Example *example = verb->examples; example->command != NULL; example++) {
        puts(".TP");
        print_roff(example->command);
        print_roff(example->en);
    }
    puts(".SH 概要");
    print_roff(verb->summary_zh);
    puts(".PP");
    print_roff(verb->about_zh);
    puts(".SH SEE ALSO\n.BR yusuan (1)\nfor the options of every verb, the exit status and the environment");
}
