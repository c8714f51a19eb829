/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/lineage_file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "history/lineage_check.h"
#include "schema/error.h"
#include "schema/language.h"

#define FIRST_YEAR 1950
#define LAST_YEAR 2099

enum { WHAT, ACT, WHOSE, YEAR, FROM, TO, AMOUNT, NOTE, COLUMNS };

static const struct {
    const char *word;
    bool of_departments, of_subjects;
} acts[] = {
    [LINEAGE_SAME] = {"same", true, true},    [LINEAGE_APART] = {"apart", true, true},  [LINEAGE_MERGED] = {"merged", true, false},
    [LINEAGE_SPLIT] = {"split", true, false}, [LINEAGE_MOVE] = {"move", false, true},   [LINEAGE_KEEP] = {"keep", false, true},
};

void lineage_row_free(LineageRow *row)
{
    if (row == NULL)
        return;
    g_free(row->whose);
    g_free(row->from);
    g_free(row->to);
    g_free(row->note);
    g_free(row);
}

LineageRow *lineage_row_copy(const LineageRow *row)
{
    LineageRow *copy = g_new(LineageRow, 1);
    *copy = *row;
    copy->whose = g_strdup(row->whose);
    copy->from = g_strdup(row->from);
    copy->to = g_strdup(row->to);
    copy->note = g_strdup(row->note);
    return copy;
}

char *lineage_file_path(const char *store_path)
{
    const char *named = g_getenv("YUSUAN_LINEAGE");
    return named != NULL && named[0] != '\0' ? g_strdup(named) : g_strconcat(store_path, ".lineage.tsv", NULL);
}

void lineage_fail(GError **error, const char *path, int line, char *what)
{
    const char *without = say("要先不用它：设环境变量 YUSUAN_LINEAGE=/dev/null",
                              "to go on without it: set YUSUAN_LINEAGE=/dev/null");
    if (line > 0)
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE,
                    say("沿革文件 %s 第 %d 行：%s。请改正，或在行首加 # 停用；%s",
                        "lineage file %s, line %d: %s. Mend it, or put # in front of the line; %s"),
                    path, line, what, without);
    else
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE, say("沿革文件 %s：%s。%s", "lineage file %s: %s. %s"), path,
                    what, without);
    g_free(what);
}

/* ---- one line ---- */

/* What is wrong with a line, for lineage_fail(); NULL for nothing. */

static char *read_act(LineageRow *row, const char *what, const char *act)
{
    row->department = strcmp(what, "department") == 0;
    if (!row->department && strcmp(what, "subject") != 0)
        return g_strdup_printf(say("第 1 列是 department 或 subject，不是“%s”", "column 1 is department or subject, not \"%s\""), what);
    for (gsize i = 0; i < G_N_ELEMENTS(acts); i++)
        if (strcmp(acts[i].word, act) == 0 && (row->department ? acts[i].of_departments : acts[i].of_subjects)) {
            row->act = (LineageAct)i;
            return NULL;
        }
    return g_strdup_printf(say("第 2 列是 %s，不是“%s”", "column 2 is %s, not \"%s\""),
                           row->department ? say("same、apart、merged 或 split", "same, apart, merged or split")
                                           : say("same、apart、move 或 keep", "same, apart, move or keep"),
                           act);
}

static char *read_year(LineageRow *row, const char *year)
{
    if (year[0] == '\0' && row->department)
        return NULL;
    if (strlen(year) == 4 && strspn(year, "0123456789") == 4)
        row->year = atoi(year);
    if (row->year >= FIRST_YEAR && row->year <= LAST_YEAR)
        return NULL;
    return g_strdup_printf(say("第 4 列是年度，如 2019%s，不是“%s”", "column 4 is a year such as 2019%s, not \"%s\""),
                           row->department ? say("，没有就写 -", ", or - for none") : "", year[0] != '\0' ? year : "-");
}

/* Class, group and item have 3, 5 and 7 digits; a tidy CSV may bring codes of its own, told by their first letter. */
static bool is_code(const char *text)
{
    gsize length = strlen(text);
    if (g_ascii_isalpha(text[0]))
        return true;
    return (length == 3 || length == 5 || length == 7) && strspn(text, "0123456789") == length;
}

static char *check_ends(const LineageRow *row)
{
    const char *const ends[] = {row->from, row->to};
    for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
        if (row->department && ends[i][0] == '\0')
            return g_strdup_printf(say("第 %d 列没有部门的名称", "column %d has no name of a department"), (int)i + FROM + 1);
        if (!row->department && !is_code(ends[i]))
            return g_strdup_printf(say("第 %d 列是 3、5 或 7 位的科目编码，不是“%s”", "column %d is a subject's code of 3, 5 or 7 digits, not \"%s\""),
                                   (int)i + FROM + 1, ends[i][0] != '\0' ? ends[i] : "-");
    }
    if (strcmp(row->from, row->to) == 0 && (row->department || row->act == LINEAGE_SAME || row->act == LINEAGE_MOVE))
        return g_strdup_printf(say("“%s”到它自己", "\"%s\" goes to itself"), row->from);
    if (row->department && row->whose[0] != '\0')
        return g_strdup(say("部门的行第 3 列写 -", "column 3 of a department's line is -"));
    return NULL;
}

static char *read_amount(LineageRow *row, const char *amount)
{
    bool may = row->act == LINEAGE_MOVE || row->act == LINEAGE_KEEP;
    if (amount[0] == '\0' && row->act != LINEAGE_MOVE)
        return NULL;
    if (!may)
        return g_strdup_printf(say("只有 move 和 keep 有金额，%s 的第 7 列写 -", "only move and keep have an amount: column 7 of %s is -"),
                               acts[row->act].word);
    row->has_amount = amount_from_text(amount, FEN_PER_WAN_YUAN, &row->amount, NULL) && row->amount.fen > 0;
    return row->has_amount ? NULL
                           : g_strdup_printf(say("第 7 列是大于零的万元数，如 11.22，不是“%s”", "column 7 is an amount above zero in 万元, such as 11.22, not \"%s\""),
                                             amount[0] != '\0' ? amount : "-");
}

/* NULL with *what for a line that is none. */
static LineageRow *row_from_fields(char **fields, char **what)
{
    LineageRow *row = g_new0(LineageRow, 1);
    row->whose = g_strdup(fields[WHOSE]);
    row->from = g_strdup(fields[FROM]);
    row->to = g_strdup(fields[TO]);
    row->note = g_strdup(fields[NOTE] != NULL ? fields[NOTE] : "");
    *what = read_act(row, fields[WHAT], fields[ACT]);
    if (*what == NULL)
        *what = read_year(row, fields[YEAR]);
    if (*what == NULL)
        *what = check_ends(row);
    if (*what == NULL)
        *what = read_amount(row, fields[AMOUNT]);
    if (*what != NULL)
        g_clear_pointer(&row, lineage_row_free);
    return row;
}

/* Editors strip tabs at the end of a line: the note may be missing. */
static LineageRow *row_from_line(const char *line, char **what)
{
    g_auto(GStrv) fields = g_strsplit(line, "\t", -1);
    guint found = g_strv_length(fields);
    if (found != COLUMNS && found != NOTE) {
        *what = g_strdup_printf(say("有 %u 列，应是用制表符隔开的 %d 列", "%u columns, where %d are expected, separated by tabs"), found, COLUMNS);
        return NULL;
    }
    for (guint i = 0; i < found; i++) {
        g_strstrip(fields[i]);
        if (strcmp(fields[i], "-") == 0)
            fields[i][0] = '\0';
    }
    return row_from_fields(fields, what);
}

/* ---- the whole file ---- */

/* The bytes of a file, NULL with *what for one that cannot be read; *absent for one that is not there. */
static char *read_bytes(const char *path, gsize *length, bool *absent, char **what)
{
    FILE *file = fopen(path, "rb");
    *absent = file == NULL && errno == ENOENT;
    if (file == NULL) {
        *what = *absent ? NULL : g_strdup_printf(say("打不开（%s）", "cannot be opened (%s)"), g_strerror(errno));
        return NULL;
    }
    g_autofree char *bytes = g_malloc(LINEAGE_FILE_BYTES_MOST + 1);
    *length = fread(bytes, 1, LINEAGE_FILE_BYTES_MOST + 1, file);
    if (ferror(file))
        *what = g_strdup_printf(say("读不了（%s）", "cannot be read (%s)"), g_strerror(errno));
    else if (*length > LINEAGE_FILE_BYTES_MOST)
        *what = g_strdup_printf(say("大于 %d 字节，不会是手写的沿革", "more than %d bytes: no lineage that somebody wrote"), LINEAGE_FILE_BYTES_MOST);
    fclose(file);
    return *what == NULL ? g_steal_pointer(&bytes) : NULL;
}

static int line_of(const char *start, const char *at)
{
    int line = 1;
    for (; start < at; start++)
        line += *start == '\n';
    return line;
}

/* The heading that a spreadsheet leaves above the columns. */
static bool is_heading(const char *line)
{
    return g_str_has_prefix(line, "what\tact\t");
}

static GPtrArray *rows_from_text(const char *text, const char *path, GError **error)
{
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func((GDestroyNotify)lineage_row_free);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (int i = 0; lines[i] != NULL; i++) {
        char *line = lines[i];
        if (g_str_has_suffix(line, "\r"))
            line[strlen(line) - 1] = '\0';
        if (line[0] == '#' || is_heading(line) || strspn(line, " \t") == strlen(line))
            continue;
        char *what = NULL;
        LineageRow *row = row_from_line(line, &what);
        if (row == NULL) {
            lineage_fail(error, path, i + 1, what);
            return NULL;
        }
        row->line = i + 1;
        g_ptr_array_add(rows, row);
    }
    return lineage_rows_agree(rows, path, error) ? g_steal_pointer(&rows) : NULL;
}

GPtrArray *lineage_file_read(const char *path, GError **error)
{
    gsize length = 0;
    bool absent = false;
    char *what = NULL;
    g_autofree char *bytes = read_bytes(path, &length, &absent, &what);
    if (absent)
        return g_ptr_array_new_with_free_func((GDestroyNotify)lineage_row_free);
    if (bytes == NULL) {
        lineage_fail(error, path, 0, what);
        return NULL;
    }
    const char *end = NULL;
    if (!g_utf8_validate(bytes, (gssize)length, &end)) {
        lineage_fail(error, path, line_of(bytes, end), g_strdup(say("不是 UTF-8 文字，请另存为 UTF-8", "no UTF-8 text: save it as UTF-8")));
        return NULL;
    }
    bytes[length] = '\0';
    return rows_from_text(g_str_has_prefix(bytes, "\xef\xbb\xbf") ? bytes + 3 : bytes, path, error);
}

GPtrArray *lineage_rows_of(const GPtrArray *rows, const GPtrArray *names)
{
    GPtrArray *own = g_ptr_array_new_with_free_func((GDestroyNotify)lineage_row_free);
    for (guint i = 0; i < rows->len; i++) {
        const LineageRow *row = g_ptr_array_index(rows, i);
        bool holds = row->whose[0] == '\0' || g_ptr_array_find_with_equal_func((GPtrArray *)names, row->whose, g_str_equal, NULL);
        if (!row->department && holds)
            g_ptr_array_add(own, lineage_row_copy(row));
    }
    return own;
}
