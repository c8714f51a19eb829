/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/phrase.h"

#include <string.h>

#include "history/pattern.h"
#include "history/wording.h"
#include "schema/data.h"

/* Words longer than this many bytes are no subject of the data file. */
#define SUBJECT_BYTES 240
/* How many endings are taken off one subject. */
#define MOST_ENDINGS 4

typedef struct {
    bool any_kind;
    Kind kind;
    GPtrArray *sections; /* char*: one of them is in the heading; NULL: any */
    Phrase phrase;
} PhraseRow;

typedef struct {
    GArray *rows;        /* PhraseRow, in the order of the file */
    GHashTable *subject; /* words -> GArray of int: indices of the rows whose subject they are, in order */
} PhraseBook;

/* Endings that say nothing about the subject. */
static const char *const endings[] = {
    "为", "是", "共", "共计", "合计", "安排", "约", "达", "数", "预算数", "预算", "决算数",
    "决算", "支出预算", "支出决算", "金额", "资金", "总额", "的", "总计", "预算金额", "（小计）", "预算支出", "决算支出",
    "预算收入", "均", "各", "年初", "执行", "中", "总规模", "规模",
};

static void add_subject(PhraseBook *book, char *words, int row)
{
    GArray *rows = g_hash_table_lookup(book->subject, words);
    if (rows == NULL) {
        rows = g_array_new(FALSE, FALSE, sizeof(int));
        g_hash_table_insert(book->subject, words, rows);
    } else {
        g_free(words);
    }
    if (rows->len == 0 || g_array_index(rows, int, rows->len - 1) != row)
        g_array_append_val(rows, row);
}

static void add_phrase(PhraseBook *book, char **fields)
{
    PhraseRow row = {.any_kind = fields[0][0] == '\0',
                     .phrase = {.measure = g_intern_string(fields[5]), .name = g_intern_string(fields[6])}};
    g_autoptr(GPtrArray) subjects = wording_texts(fields[2]);
    if (subjects == NULL || !direction_from_word(fields[3], &row.phrase.direction) ||
        !fund_from_word(fields[4], &row.phrase.fund) || (!row.any_kind && !kind_from_word(fields[0], &row.kind)))
        return;
    row.sections = fields[1][0] != '\0' ? wording_texts(fields[1]) : NULL;
    g_array_append_val(book->rows, row);
    for (guint i = 0; i < subjects->len; i++)
        add_subject(book, g_strdup(g_ptr_array_index(subjects, i)), (int)book->rows->len - 1);
}

/* The rows of the data file, spelt out once; a row that is wrong is left out and shows in the data's own test. */
static const PhraseBook *phrase_book(void)
{
    static PhraseBook book;
    if (book.rows != NULL)
        return &book;
    book.rows = g_array_new(FALSE, FALSE, sizeof(PhraseRow));
    book.subject = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) data = data_rows("data/phrases.tsv", 7, NULL);
    for (guint i = 0; data != NULL && i < data->len; i++)
        add_phrase(&book, g_ptr_array_index(data, i));
    return &book;
}

static bool row_fits(const PhraseRow *row, Kind kind, const char *heading)
{
    if (!row->any_kind && row->kind != kind)
        return false;
    bool fits = row->sections == NULL;
    for (guint i = 0; !fits && i < row->sections->len; i++)
        fits = strstr(heading, g_ptr_array_index(row->sections, i)) != NULL;
    return fits;
}

static bool find_phrase(Kind kind, const char *heading, const char *subject, Phrase *phrase)
{
    const PhraseBook *book = phrase_book();
    const GArray *rows = g_hash_table_lookup(book->subject, subject);
    for (guint i = 0; rows != NULL && i < rows->len; i++) {
        const PhraseRow *row = &g_array_index(book->rows, PhraseRow, g_array_index(rows, int, i));
        if (!row_fits(row, kind, heading))
            continue;
        *phrase = row->phrase;
        return true;
    }
    return false;
}

/* Takes endings off, the short ones first: of 财政拨款基本支出预算 goes 预算, not 支出预算. */
static bool find_without_endings(Kind kind, const char *heading, char *words, int depth, Phrase *phrase)
{
    if (words[0] == '\0' || depth > MOST_ENDINGS)
        return false;
    if (find_phrase(kind, heading, words, phrase))
        return true;
    gsize length = strlen(words);
    for (gsize cut = 3; cut <= 12 && cut < length; cut += 3)
        for (gsize i = 0; i < G_N_ELEMENTS(endings); i++) {
            if (strlen(endings[i]) != cut || strcmp(words + length - cut, endings[i]) != 0)
                continue;
            g_autofree char *rest = g_strndup(words, length - cut);
            if (find_without_endings(kind, heading, rest, depth + 1, phrase))
                return true;
        }
    return false;
}

/* The words without what stands in brackets: 政府采购金额（以合同签订为准）. NULL when there are none, or they are part of a name. */
static char *without_brackets(const char *words)
{
    static GRegex *bracket;
    if (strstr(words, "（") == NULL)
        return NULL;
    char *bare = g_regex_replace_literal(pattern_once(&bracket, "（(?!境|类|款|项)[^（）]*）"), words, -1, 0, "", 0, NULL);
    if (!g_str_equal(bare, words))
        return bare;
    g_free(bare);
    return NULL;
}

/* 一般公共预算拨款安排的会议费: where its money comes from is not what it is. */
static const char *after_source(const char *words)
{
    static const char *const sources[] = {"安排的", "使用的", "开支的", "列支的"};
    for (gsize i = 0; i < G_N_ELEMENTS(sources); i++) {
        const char *found = strstr(words, sources[i]);
        if (found != NULL && found[strlen(sources[i])] != '\0')
            return found + strlen(sources[i]);
    }
    return NULL;
}

bool phrase_from_subject(Kind kind, const char *heading, const char *subject, Phrase *phrase)
{
    if (strlen(subject) > SUBJECT_BYTES)
        return false;
    g_autofree char *words = g_strdup(subject);
    if (find_without_endings(kind, heading, words, 0, phrase))
        return true;
    g_autofree char *bare = without_brackets(subject);
    const char *rest = bare == NULL ? after_source(subject) : NULL;
    return (bare != NULL && phrase_from_subject(kind, heading, bare, phrase)) ||
           (rest != NULL && phrase_from_subject(kind, heading, rest, phrase));
}
