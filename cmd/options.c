/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cmd/options.h"

#include <string.h>

#include "schema/error.h"
#include "schema/language.h"

typedef struct {
    const OptionSpec *spec;
    gboolean flag;
    char *text;
    char **list;
} Given;

struct Options {
    GArray *given; /* Given */
};

static void given_clear(gpointer data)
{
    Given *given = data;
    g_free(given->text);
    g_strfreev(given->list);
}

static void add_specs(GArray *given, const OptionSpec *specs)
{
    for (; specs != NULL && specs->name != NULL; specs++) {
        Given one = {.spec = specs};
        g_array_append_val(given, one);
    }
}

Options *options_new(const OptionSpec *first, const OptionSpec *second)
{
    Options *options = g_new0(Options, 1);
    options->given = g_array_new(FALSE, FALSE, sizeof(Given));
    g_array_set_clear_func(options->given, given_clear);
    add_specs(options->given, first);
    add_specs(options->given, second);
    return options;
}

void options_free(Options *options)
{
    if (options == NULL)
        return;
    g_array_unref(options->given);
    g_free(options);
}

static Given *given_at(const Options *options, guint index)
{
    return &g_array_index(options->given, Given, index);
}

static Given *given_find(const Options *options, const char *name)
{
    for (guint i = 0; i < options->given->len; i++)
        if (strcmp(given_at(options, i)->spec->name, name) == 0)
            return given_at(options, i);
    return NULL;
}

/* "a|b|c" in lower case lists the words allowed; anything else only names the value. */
static bool is_choice(const char *value)
{
    return value != NULL && strchr(value, '|') != NULL &&
           strspn(value, "abcdefghijklmnopqrstuvwxyz|") == strlen(value);
}

static bool word_is_allowed(const char *choice, const char *word)
{
    g_auto(GStrv) words = g_strsplit(choice, "|", -1);
    return g_strv_contains((const char *const *)words, word);
}

static bool given_check(const Given *given, GError **error)
{
    const OptionSpec *spec = given->spec;
    if (given->text == NULL)
        return true;
    if (spec->kind == OPTION_TEXT && is_choice(spec->value) &&
        !word_is_allowed(spec->value, given->text)) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                    say("--%s 只能是 %s，不能是“%s”", "--%s takes %s, not “%s”"), spec->name,
                    spec->value, given->text);
        return false;
    }
    guint64 number = 0;
    if (spec->kind == OPTION_NUMBER &&
        !g_ascii_string_to_unsigned(given->text, 10, 1, G_MAXINT, &number, NULL)) {
        g_set_error(
            error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
            say("--%s 要一个正整数，不能是“%s”", "--%s takes a whole number from 1, not “%s”"),
            spec->name, given->text);
        return false;
    }
    if (spec->kind == OPTION_YEAR &&
        !g_ascii_string_to_unsigned(given->text, 10, 1900, 2999, &number, NULL)) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                    say("--%s 要四位数的年份，如 2024，不能是“%s”",
                        "--%s takes a year such as 2024, not “%s”"),
                    spec->name, given->text);
        return false;
    }
    return true;
}

/* Values are taken as bytes: a name in Chinese must get through in the C locale, too. */
static GOptionEntry entry_of(Given *given)
{
    GOptionEntry entry = {.long_name = given->spec->name, .short_name = given->spec->letter};
    switch (given->spec->kind) {
    case OPTION_FLAG:
        entry.arg = G_OPTION_ARG_NONE;
        entry.arg_data = &given->flag;
        break;
    case OPTION_LIST:
        entry.arg = G_OPTION_ARG_FILENAME_ARRAY;
        entry.arg_data = &given->list;
        break;
    case OPTION_TEXT:
    case OPTION_NUMBER:
    case OPTION_YEAR:
        entry.arg = G_OPTION_ARG_FILENAME;
        entry.arg_data = &given->text;
        break;
    }
    return entry;
}

static const char *last_word(char **arguments)
{
    guint count = g_strv_length(arguments);
    return count > 0 ? arguments[count - 1] : "";
}

bool options_parse(Options *options, char ***arguments, bool leading, GError **error)
{
    g_autofree GOptionEntry *entries = g_new0(GOptionEntry, options->given->len + 1);
    for (guint i = 0; i < options->given->len; i++)
        entries[i] = entry_of(given_at(options, i));

    GOptionContext *context = g_option_context_new(NULL);
    g_option_context_set_help_enabled(context, FALSE);
    g_option_context_set_ignore_unknown_options(context, TRUE);
    g_option_context_set_strict_posix(context, leading);
    g_option_context_add_main_entries(context, entries, NULL);
    g_autofree char *last = g_strdup(last_word(*arguments));
    g_autoptr(GError) fault = NULL;
    bool parsed = g_option_context_parse_strv(context, arguments, &fault);
    g_option_context_free(context);
    if (!parsed && g_error_matches(fault, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE) &&
        g_str_has_prefix(last, "-")) {
        /* Any bytes are a value: the only bad one is missing, after the option that comes last. */
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                    say("%s 后面缺少值", "%s lacks its value"), last);
        return false;
    }
    if (!parsed) {
        g_set_error_literal(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE, fault->message);
        return false;
    }
    for (guint i = 0; i < options->given->len; i++)
        if (!given_check(given_at(options, i), error))
            return false;
    return true;
}

static bool refuse_option(const Options *options, const char *word, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (guint i = 0; i < options->given->len; i++)
        g_ptr_array_add(names, (gpointer)given_at(options, i)->spec->name);
    g_ptr_array_add(names, NULL);
    const char *bare = word + strspn(word, "-");
    g_autofree char *name = g_strndup(bare, strcspn(bare, "="));
    const char *near = nearest_word(name, (const char *const *)names->pdata);
    if (near != NULL)
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                    say("没有选项 %s；是 --%s 吗？", "no option %s; did you mean --%s?"), word,
                    near);
    else
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE, say("没有选项 %s", "no option %s"),
                    word);
    return false;
}

bool options_check_rest(const Options *options, char **arguments, bool leading, GError **error)
{
    for (guint i = 1; arguments[0] != NULL && arguments[i] != NULL; i++) {
        if (strcmp(arguments[i], "--") == 0) {
            g_free(arguments[i]);
            for (; arguments[i] != NULL; i++)
                arguments[i] = arguments[i + 1];
            return true;
        }
        if (arguments[i][0] == '-' && arguments[i][1] != '\0')
            return refuse_option(options, arguments[i], error);
        if (leading)
            break;
    }
    return true;
}

void options_inherit(Options *options, const Options *other)
{
    for (guint i = 0; i < other->given->len; i++) {
        const Given *theirs = given_at(other, i);
        Given *ours = given_find(options, theirs->spec->name);
        if (ours == NULL)
            continue;
        ours->flag = ours->flag || theirs->flag;
        if (ours->text == NULL)
            ours->text = g_strdup(theirs->text);
        if (ours->list == NULL)
            ours->list = g_strdupv(theirs->list);
    }
}

static Given *given_must_find(const Options *options, const char *name)
{
    Given *given = given_find(options, name);
    if (given == NULL)
        g_error("no option table has --%s", name);
    return given;
}

bool option_flag(const Options *options, const char *name)
{
    return given_must_find(options, name)->flag;
}

const char *option_text(const Options *options, const char *name)
{
    return given_must_find(options, name)->text;
}

char **option_list(const Options *options, const char *name)
{
    static char *none[] = {NULL};
    char **list = given_must_find(options, name)->list;
    return list != NULL ? list : none;
}

int option_number(const Options *options, const char *name)
{
    const char *text = option_text(options, name);
    return text != NULL ? (int)g_ascii_strtoll(text, NULL, 10) : 0;
}

/* Edit distance, an exchange of neighbours counting two. One row of the usual table is kept. */
static gsize word_distance(const char *a, const char *b)
{
    gsize length = strlen(b);
    g_autofree gsize *row = g_new(gsize, length + 1);
    for (gsize j = 0; j <= length; j++)
        row[j] = j;
    for (gsize i = 1; a[i - 1] != '\0'; i++) {
        gsize diagonal = row[0];
        row[0] = i;
        for (gsize j = 1; j <= length; j++) {
            gsize changed = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            row[j] = MIN(changed, MIN(row[j], row[j - 1]) + 1);
        }
    }
    return row[length];
}

const char *nearest_word(const char *wrong, const char *const *words)
{
    const char *nearest = NULL;
    gsize best = 3; /* two slips are still a slip, three are another word */
    for (; *words != NULL; words++) {
        gsize distance = strlen(wrong) < 64 ? word_distance(wrong, *words) : best;
        if (distance < best && distance < strlen(*words)) {
            best = distance;
            nearest = *words;
        }
    }
    return nearest;
}
