/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/analysis/report/sample.h"

#include <check.h>
#include <glib/gstdio.h>

#include "history/reader.h"

static Department *department_empty(void)
{
    Department *department = g_new0(Department, 1);
    department->filings = g_ptr_array_new_with_free_func((GDestroyNotify)filing_free);
    department->restated = g_ptr_array_new_with_free_func((GDestroyNotify)filing_free);
    return department;
}

static void department_read(Department *department, const char *name)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_build_filename("tests", "filings", name, NULL);
    char *text = NULL;
    gsize length = 0;
    ck_assert_msg(g_file_get_contents(path, &text, &length, &error), "%s", path);
    g_autoptr(GBytes) bytes = g_bytes_new_take(text, length);
    g_autoptr(GPtrArray) filings = filings_from_bytes(name, bytes, &error);
    ck_assert_msg(filings != NULL && filings->len == 1, "%s", path);
    g_ptr_array_set_free_func(filings, NULL);
    Filing *filing = g_ptr_array_index(filings, 0);
    filing->id = department->filings->len + 1;
    g_ptr_array_add(department->filings, filing);
    g_free(department->name);
    department->name = g_strdup(filing->department);
}

Department *sample_archive(const int *years)
{
    Department *department = department_empty();
    for (; *years != 0; years++) {
        g_autofree char *name = g_strdup_printf("虚构市档案数据中心-%d-预算.txt", *years);
        department_read(department, name);
    }
    return department;
}

Department *sample_bureau(void)
{
    Department *department = department_empty();
    department_read(department, "示例县商务和工业信息化局-2024-预算.txt");
    return department;
}

Department *sample_tidy(const char *rows)
{
    g_auto(GStrv) lines = g_strsplit(rows, "\n", -1);
    g_autoptr(GString) csv = g_string_new("department,fiscal_year,kind,direction,measure,code,label,amount\n");
    for (char **line = lines; *line != NULL; line++)
        if (**line != '\0')
            g_string_append_printf(csv, "虚构县园林所,%s\n", *line);
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = g_bytes_new(csv->str, csv->len);
    g_autoptr(GPtrArray) filings = filings_from_bytes("tidy.csv", bytes, &error);
    ck_assert_msg(filings != NULL && filings->len > 0, "%s", error != NULL ? error->message : "");
    g_ptr_array_set_free_func(filings, NULL);
    Department *department = department_empty();
    department->name = g_strdup("虚构县园林所");
    for (guint i = 0; i < filings->len; i++) {
        Filing *filing = g_ptr_array_index(filings, i);
        filing->id = i + 1;
        g_ptr_array_add(department->filings, filing);
    }
    return department;
}

/* ---- by hand ---- */

static void set(char **place, const char *text)
{
    g_free(*place);
    *place = g_strdup(text);
}

static void table_add_amount(Table *table, const char *code, const char *label, const char *project, int level,
                             gint64 fen)
{
    Row *row = row_new();
    set(&row->code, code);
    set(&row->label, label);
    set(&row->project, project);
    set(&row->path, label);
    row->level = level;
    row->page = 1;
    row->line = (int)table->rows->len + 1;
    g_ptr_array_add(table->rows, row);
    Cell cell = {
        .row = (int)table->rows->len - 1, .amount = {fen, 10000}, .proof = PROOF_GRID, .alternatives = g_strdup("")};
    g_array_append_val(table->cells, cell);
}

static Table *table_of_text(const char *form_table, const char *hostile, Direction direction)
{
    Table *table = table_new();
    set(&table->form_table, form_table);
    set(&table->title, hostile);
    set(&table->note, hostile);
    table->state = TABLE_READ;
    table->page = 1;
    table->unit = FEN_PER_WAN_YUAN;
    g_ptr_array_add(table->columns, column_new(hostile, 1, direction, FUND_ALL, "total"));
    return table;
}

static Claim *claim_of_text(const char *hostile)
{
    Claim *claim = claim_new();
    claim->page = 1;
    claim->line = 2;
    set(&claim->subject, hostile);
    set(&claim->code, "2010101");
    claim->direction = DIRECTION_EXPENDITURE;
    claim->fund = FUND_GENERAL;
    set(&claim->measure, "total");
    claim->has_amount = claim->has_change = true;
    claim->amount = (Amount){1234567890000, 10000};
    claim->change = (Amount){234567890000, 10000};
    claim->against = AGAINST_LAST_BUDGET;
    claim->turn = TURN_UP;
    set(&claim->turn_words, "增加");
    set(&claim->reason, hostile);
    set(&claim->text, hostile);
    return claim;
}

static void filing_add_particulars(Filing *filing, const char *hostile)
{
    Staff *staff = g_new0(Staff, 1);
    *staff = (Staff){g_strdup(hostile), 3, true, -1, 1, 1, g_strdup(hostile)};
    g_ptr_array_add(filing->staff, staff);
    Item *item = g_new0(Item, 1);
    *item = (Item){g_strdup(hostile), g_strdup(hostile), true, {10000, 10000}, 1, 1, g_strdup(hostile)};
    g_ptr_array_add(filing->items, item);
    Target *target = g_new0(Target, 1);
    *target = (Target){g_strdup(hostile), g_strdup(hostile), g_strdup(hostile), true, 30000, 1, 1};
    g_ptr_array_add(filing->targets, target);
    PrintedName *name = g_new0(PrintedName, 1);
    *name = (PrintedName){g_strdup(hostile), g_strdup("标题"), 1, 1};
    g_ptr_array_add(filing->names, name);
    filing_add_doubt(filing, 1, 1, hostile, hostile, hostile);
}

Department *sample_of_text(const char *hostile)
{
    Department *department = department_empty();
    department->name = g_strdup(hostile);
    Filing *filing = filing_new();
    filing->id = 1;
    filing->fiscal_year = 2024;
    set(&filing->file, hostile);
    set(&filing->department, hostile);
    set(&filing->issued, hostile);
    set(&filing->sha256, hostile);
    Table *expenditure = table_of_text("expenditure", hostile, DIRECTION_EXPENDITURE);
    table_add_amount(expenditure, "", hostile, "", 0, 1234567890000);
    table_add_amount(expenditure, "201", hostile, "", 1, 1234567890000);
    table_add_amount(expenditure, "2010101", hostile, "", 2, 1234567890000);
    g_array_index(expenditure->cells, Cell, 2).proof = PROOF_AMBIGUOUS;
    set(&g_array_index(expenditure->cells, Cell, 2).alternatives, hostile);
    g_ptr_array_add(filing->tables, expenditure);
    Table *carryover = table_of_text("carryover", hostile, DIRECTION_CARRYOVER);
    table_add_amount(carryover, "", "总计", "", 0, 500000000);
    table_add_amount(carryover, "", hostile, "", 1, 500000000);
    g_ptr_array_add(filing->tables, carryover);
    g_ptr_array_add(filing->claims, claim_of_text(hostile));
    g_ptr_array_add(filing->pages, g_strdup(hostile));
    filing_add_particulars(filing, hostile);
    g_ptr_array_add(department->filings, filing);
    return department;
}

/* ---- folders ---- */

char *sample_folder(void)
{
    char *folder = g_dir_make_tmp("yusuan-report-XXXXXX", NULL);
    ck_assert_ptr_nonnull(folder);
    return folder;
}

static void remove_below(const char *path)
{
    GDir *dir = g_dir_open(path, 0, NULL);
    for (const char *name = dir != NULL ? g_dir_read_name(dir) : NULL; name != NULL; name = g_dir_read_name(dir)) {
        g_autofree char *below = g_build_filename(path, name, NULL);
        remove_below(below);
    }
    if (dir != NULL)
        g_dir_close(dir);
    g_remove(path);
}

void sample_folder_remove(char *folder)
{
    remove_below(folder);
    g_free(folder);
}

char *sample_file(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    char *contents = NULL;
    ck_assert_msg(g_file_get_contents(path, &contents, NULL, NULL), "%s", path);
    return contents;
}
