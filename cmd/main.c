/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The command: finds the verb, reads its options, opens the store as the verb's row says, runs it,
 * prints the error if there is one, and turns it into an exit status. Only this file does the last
 * three.
 */
#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "analysis/chart/chart.h"
#include "cmd/complete.h"
#include "cmd/help.h"
#include "cmd/pager.h"
#include "cmd/paragraph.h"
#include "cmd/terminal.h"
#include "cmd/verb.h"
#include "schema/error.h"
#include "schema/language.h"

/* Readers and sources are Chinese: so is the program, unless the locale names another language. */
static Language language_of_locale(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        const char *value = g_getenv(names[i]);
        if (value == NULL || value[0] == '\0')
            continue;
        bool none =
            strcmp(value, "C") == 0 || strcmp(value, "POSIX") == 0 || g_str_has_prefix(value, "C.");
        return none || g_str_has_prefix(value, "zh") ? LANGUAGE_ZH : LANGUAGE_EN;
    }
    return LANGUAGE_ZH;
}

/* --lang is looked for first: even a command line that cannot be parsed is answered in it. */
static void choose_language(char **words)
{
    language_set(language_of_locale());
    for (; *words != NULL && strcmp(*words, "--") != 0; words++) {
        const char *value = g_str_has_prefix(*words, "--lang=") ? *words + strlen("--lang=")
                            : strcmp(*words, "--lang") == 0     ? words[1]
                                                                : NULL;
        if (g_strcmp0(value, "en") == 0)
            language_set(LANGUAGE_EN);
        else if (g_strcmp0(value, "zh") == 0)
            language_set(LANGUAGE_ZH);
    }
}

static bool wants_color(const Options *options)
{
    const char *wish = option_text(options, "color");
    if (wish != NULL && strcmp(wish, "auto") != 0)
        return strcmp(wish, "always") == 0;
    const char *none = g_getenv("NO_COLOR");
    return terminal_is_output() && (none == NULL || none[0] == '\0') &&
           g_strcmp0(g_getenv("TERM"), "dumb") != 0;
}

static bool check_count(const Verb *verb, char **arguments, GError **error)
{
    int count = (int)g_strv_length(arguments);
    g_autofree char *usage =
        g_strdup_printf("yusuan %s %s", verb->name, say(verb->arguments_zh, verb->arguments_en));
    g_strchomp(usage);
    if (count < verb->least)
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                    say("%s 缺少参数：%s", "%s lacks arguments: %s"), verb->name, usage);
    else if (verb->most >= 0 && count > verb->most)
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                    say("%s 多了参数“%s”：%s", "%s has “%s” too many: %s"), verb->name,
                    arguments[verb->most], usage);
    else
        return true;
    return false;
}

static void take_settings(Session *session)
{
    const char *format = option_text(session->options, "format");
    session->format_given = format != NULL && row_format_from_word(format, &session->format);
    session->color = wants_color(session->options);
    session->quiet = option_flag(session->options, "quiet");
    session->verbose = option_flag(session->options, "verbose");
}

static const char *path_of_store(const Options *options)
{
    const char *path = option_text(options, "db");
    if (path == NULL)
        path = g_getenv("YUSUAN_DB");
    return path != NULL && path[0] != '\0' ? path : "yusuan.db";
}

static bool run_with_store(Session *session, GError **error)
{
    if (session->verb->store == VERB_WITHOUT_STORE)
        return session->verb->run(session, error);
    static const StoreMode modes[] = {
        [VERB_READS_STORE] = STORE_READ, [VERB_WRITES_STORE] = STORE_WRITE, [VERB_CHANGES_STORE] = STORE_CHANGE};
    StoreMode mode = modes[session->verb->store];
    g_autoptr(Store) store = store_open(path_of_store(session->options), mode, error);
    if (store == NULL)
        return false;
    session->store = store;
    if (session->verb->paged && terminal_is_output() && !option_flag(session->options, "no-pager"))
        pager_start();
    return session->verb->run(session, error);
}

/* `words` begins with the verb's name, `leading` are the options before it. */
static int run_verb(const Verb *verb, char ***words, const Options *leading, bool *misused,
                    GError **error)
{
    g_autoptr(Options) options = options_new(verb->options, global_options);
    if (!options_parse(options, words, false, error) ||
        !options_check_rest(options, *words, false, error))
        return STATUS_USAGE;
    options_inherit(options, leading);
    if (option_flag(options, "help")) {
        help_print_verb(verb);
        return STATUS_DONE;
    }
    if (option_flag(options, "version")) {
        help_print_version();
        return STATUS_DONE;
    }
    if (!check_count(verb, *words + 1, error))
        return STATUS_USAGE;
    Session session = {.verb = verb, .options = options, .arguments = *words + 1};
    take_settings(&session);
    *misused = false;
    return run_with_store(&session, error) ? session.status : STATUS_FAILED;
}

static const Verb *verb_must_find(const char *word, GError **error)
{
    const Verb *verb = verb_find(word);
    if (verb != NULL)
        return verb;
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (const Verb *const *one = verbs; *one != NULL; one++)
        g_ptr_array_add(names, (gpointer)(*one)->name);
    g_ptr_array_add(names, NULL);
    const char *near = nearest_word(word, (const char *const *)names->pdata);
    if (near != NULL)
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                    say("没有动词 %s；是 %s 吗？", "no verb %s; did you mean %s?"), word, near);
    else
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE, say("没有动词 %s", "no verb %s"),
                    word);
    return NULL;
}

/* What only the shells' completions, the installation and the tests ask for; no user has to know it. */
static bool run_hidden_help(char **words)
{
    const Verb *verb = words[1] != NULL ? verb_find(words[1]) : NULL;
    if (strcmp(words[0], "--manual") == 0 && verb != NULL)
        help_print_manual(verb);
    else if (strcmp(words[0], "--complete") == 0)
        complete_print(words + 1);
    else if (strcmp(words[0], "--examples") == 0)
        complete_print_examples();
    else
        return false;
    return true;
}

static int run_help(char **words, GError **error)
{
    const char *word = words != NULL ? words[0] : NULL;
    if (word != NULL && run_hidden_help(words))
        return STATUS_DONE;
    const Verb *verb = word != NULL ? verb_must_find(word, error) : NULL;
    if (word != NULL && verb == NULL)
        return STATUS_USAGE;
    if (verb != NULL)
        help_print_verb(verb);
    else
        help_print_program();
    return STATUS_DONE;
}

/* *misused: the command line itself is wrong, and --help would help. */
static int run_command(char ***words, bool *misused, GError **error)
{
    *misused = true;
    g_autoptr(Options) leading = options_new(global_options, NULL);
    if (!options_parse(leading, words, true, error) ||
        !options_check_rest(leading, *words, true, error))
        return STATUS_USAGE;
    const char *word = (*words)[0] != NULL ? (*words)[1] : NULL;
    if (word == NULL && option_flag(leading, "version")) {
        help_print_version();
        return STATUS_DONE;
    }
    if (word == NULL && option_flag(leading, "help"))
        return run_help(NULL, error);
    if (word == NULL) {
        g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                            say("要做什么？缺少动词", "a verb is missing"));
        return STATUS_USAGE;
    }
    if (strcmp(word, "help") == 0)
        return run_help(*words + 2, error);
    const Verb *verb = verb_must_find(word, error);
    if (verb == NULL)
        return STATUS_USAGE;
    g_auto(GStrv) rest = g_strdupv(*words + 1);
    return run_verb(verb, &rest, leading, misused, error);
}

static int status_of_error(const GError *error)
{
    if (g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE) ||
        g_error_matches(error, CHART_ERROR, CHART_ERROR_FORMAT) ||
        g_error_matches(error, CHART_ERROR, CHART_ERROR_CONTENT))
        return STATUS_USAGE;
    if (g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT))
        return STATUS_REFUSED;
    return STATUS_FAILED;
}

static void print_error(const GError *error, bool misused)
{
    g_autofree char *message = harmless(error->message, true);
    fprintf(stderr, "yusuan: %s\n", message);
    if (misused)
        fprintf(stderr, "%s\n",
                say("用法见 yusuan --help 或 yusuan 动词 --help",
                    "For usage: yusuan --help, or yusuan VERB --help"));
}

/* What was printed may still be on its way to a disk that is full. */
static int close_output(int status)
{
    errno = 0;
    pager_finish();
    if (pager_was_used())
        return status;
    /* Asked for after the pager, which flushes: what one call could not write the next does not try again. */
    bool written = ferror(stdout) == 0;
    if (fclose(stdout) == 0 && written)
        return status;
    fprintf(stderr, "yusuan: %s%s%s\n", say("输出写不出去", "the output cannot be written"),
            errno != 0 ? ": " : "", errno != 0 ? g_strerror(errno) : "");
    return STATUS_FAILED;
}

int main(int argc, char **argv)
{
    /* Characters and messages follow the locale, numbers never do. */
    setlocale(LC_CTYPE, "");
    setlocale(LC_MESSAGES, "");
    /* A limit on the size of files is like a full disk: an error to be told, not a crash. */
    signal(SIGXFSZ, SIG_IGN);
    terminal_measure();
    choose_language(argv + (argc > 0));
    g_auto(GStrv) words = g_strdupv(argv);
    g_autoptr(GError) error = NULL;
    bool misused = false;
    int status = run_command(&words, &misused, &error);
    if (error != NULL) {
        fflush(stdout);
        pager_finish();
        print_error(error, misused);
        status = status_of_error(error);
    }
    return close_output(status);
}
