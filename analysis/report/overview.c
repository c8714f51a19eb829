/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/report/overview.h"

#include <string.h>

#include "analysis/report/files.h"
#include "analysis/report/report.h"
#include "schema/error.h"
#include "schema/language.h"

/* Of a name that goes into the name of its folder, in bytes: file systems end at 255. */
enum { FOLDER_BYTES_MAX = 120, LARGEST_QUESTIONS = 15 };

typedef struct {
    char *name;
    char *folder; /* below the overview's, percent-encoded */
    char *why;    /* there is no report: why not; NULL where there is one */
    ReportDigest digest;
    int first_year, last_year; /* of the filings of the report's kind */
    GArray *lacks;             /* int: years between them without one */
} Entry;

struct Overview {
    char *folder;
    GPtrArray *entries; /* Entry */
    GError *failure;    /* the first one */
};

static void entry_free(gpointer data)
{
    Entry *entry = data;
    g_free(entry->name);
    g_free(entry->folder);
    g_free(entry->why);
    report_digest_clear(&entry->digest);
    g_array_unref(entry->lacks);
    g_free(entry);
}

Overview *overview_new(const char *folder)
{
    Overview *overview = g_new0(Overview, 1);
    overview->folder = g_strdup(folder);
    overview->entries = g_ptr_array_new_with_free_func(entry_free);
    return overview;
}

void overview_free(Overview *overview)
{
    if (overview == NULL)
        return;
    g_free(overview->folder);
    g_ptr_array_unref(overview->entries);
    g_clear_error(&overview->failure);
    g_free(overview);
}

char *overview_folder_name(const char *department)
{
    g_autoptr(GString) name = g_string_new(NULL);
    g_autofree char *text = g_utf8_make_valid(department, -1);
    for (const char *at = text; *at != '\0' && name->len < FOLDER_BYTES_MAX; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        if (g_unichar_isalnum(letter) && letter != 0xFFFD)
            g_string_append_unichar(name, letter);
    }
    g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, department, -1);
    return g_strdup_printf("%s-%.8s", name->len > 0 ? name->str : "department", sum);
}

/* ---- gathering ---- */

static Entry *entry_new(Overview *overview, const char *name)
{
    Entry *entry = g_new0(Entry, 1);
    entry->name = g_strdup(name);
    entry->lacks = g_array_new(FALSE, FALSE, sizeof(int));
    g_ptr_array_add(overview->entries, entry);
    return entry;
}

/* The years of its kind: from which to which, and what is missing between. */
static void note_years(Entry *entry, const Department *department, Kind kind)
{
    for (guint i = 0; i < department->filings->len; i++) {
        const Filing *filing = g_ptr_array_index(department->filings, i);
        if (filing->kind != kind)
            continue;
        if (entry->first_year == 0)
            entry->first_year = filing->fiscal_year;
        for (int year = entry->last_year + 1; entry->last_year > 0 && year < filing->fiscal_year; year++)
            g_array_append_val(entry->lacks, year);
        entry->last_year = MAX(entry->last_year, filing->fiscal_year);
    }
}

static void warn_once(GPtrArray *warnings, GPtrArray *more)
{
    for (guint i = 0; warnings != NULL && i < more->len; i++)
        if (!g_ptr_array_find_with_equal_func(warnings, g_ptr_array_index(more, i), g_str_equal, NULL))
            g_ptr_array_add(warnings, g_strdup(g_ptr_array_index(more, i)));
}

void overview_add_failure(Overview *overview, const char *department, GError *error)
{
    Entry *entry = entry_new(overview, department);
    entry->why = g_strdup(error->message);
    if (overview->failure == NULL)
        overview->failure = error;
    else
        g_error_free(error);
}

void overview_add(Overview *overview, const Department *department, int year, const Peers *peers, const Thresholds *thresholds,
                  GPtrArray *warnings)
{
    Entry *entry = entry_new(overview, department->name);
    g_autofree char *name = overview_folder_name(department->name);
    g_autofree char *path = g_build_filename(overview->folder, name, NULL);
    g_autoptr(GPtrArray) lacks = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GError) error = NULL;
    entry->folder = g_uri_escape_string(name, NULL, FALSE);
    if (report_write_digest(department, year, peers, thresholds, path, lacks, &entry->digest, &error)) {
        note_years(entry, department, entry->digest.summary.kind);
    } else {
        entry->why = g_strdup(error->message);
        if (overview->failure == NULL && !g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_USAGE))
            overview->failure = g_steal_pointer(&error);
    }
    warn_once(warnings, lacks);
}

/* ---- the page ---- */

/* Those without a report last; then what does not add up, what is unexplained, warnings, the name. */
static gint compare_attention(gconstpointer a, gconstpointer b)
{
    const Entry *x = *(Entry *const *)a;
    const Entry *y = *(Entry *const *)b;
    const YearSummary *p = &x->digest.summary;
    const YearSummary *q = &y->digest.summary;
    if ((x->why == NULL) != (y->why == NULL))
        return x->why == NULL ? -1 : 1;
    if (p->errors != q->errors)
        return p->errors > q->errors ? -1 : 1;
    if (p->unexplained.fen != q->unexplained.fen)
        return p->unexplained.fen > q->unexplained.fen ? -1 : 1;
    if (p->warnings != q->warnings)
        return p->warnings > q->warnings ? -1 : 1;
    return strcmp(x->name, y->name);
}

typedef struct {
    guint reports, failed;
    guint with_errors, errors, with_unexplained, matters, unread;
    Amount unexplained;
} Totals;

static Totals totals_of(const GPtrArray *entries)
{
    Totals totals = {0};
    for (guint i = 0; i < entries->len; i++) {
        const Entry *entry = g_ptr_array_index(entries, i);
        const YearSummary *summary = &entry->digest.summary;
        totals.failed += entry->why != NULL;
        if (entry->why != NULL)
            continue;
        totals.reports++;
        totals.with_errors += summary->errors > 0;
        totals.errors += summary->errors;
        totals.with_unexplained += summary->unexplained.fen != 0;
        totals.matters += summary->matters;
        totals.unread += summary->unread;
        if (summary->has_ledger)
            amount_add(totals.unexplained, summary->unexplained, &totals.unexplained);
    }
    return totals;
}

static void add_figures(const Totals *totals, Blocks *blocks)
{
    Block *figures = blocks_figures(blocks);
    g_autofree char *reports = g_strdup_printf(say("%u 个", "%u"), totals->reports);
    Prose *failed = prose_new(NULL);
    if (totals->failed > 0)
        prose_addf(failed, TONE_WARNING, say("另有 %u 个没有报告", "%u more have none"), totals->failed);
    figures_add(figures, TONE_PLAIN, say("部门", "Departments"), reports, failed);
    g_autofree char *errors = count_of_errors(totals->errors);
    figures_add(figures, totals->errors > 0 ? TONE_ERROR : TONE_PLAIN, say("对不上的数字", "Does not add up"), errors,
                prose_printf(say_count(totals->with_errors, "在 %u 个部门", "in %u department", "in %u departments"), totals->with_errors));
    g_autofree char *unexplained = amount_to_display(totals->unexplained);
    figures_add(figures, totals->unexplained.fen != 0 ? TONE_WARNING : TONE_PLAIN,
                say("没有说明的变化（万元）", "Unexplained change (10,000 yuan)"), unexplained,
                prose_printf(say_count(totals->with_unexplained, "在 %u 个部门，各取下表年度", "in %u department, in the year below",
                                       "in %u departments, each in the year below"), totals->with_unexplained));
    g_autofree char *matters = g_strdup_printf(say("%u 件", "%u"), totals->matters);
    figures_add(figures, totals->matters > 0 ? TONE_NOTICE : TONE_PLAIN, say("要问的事", "Matters to ask about"), matters,
                prose_new(NULL));
    g_autofree char *unread = g_strdup_printf(say("%u 处", "%u"), totals->unread);
    figures_add(figures, totals->unread > 0 ? TONE_NOTICE : TONE_PLAIN, say("没有读准的内容", "Not read for sure"), unread,
                prose_new(say("缺的表、列未定的数、没有读懂的内容", "missing tables, uncertain columns, doubts")));
}

static ReportTable *departments_table(void)
{
    ReportTable *table = report_table_new("departments", say("各部门，最需要注意的在前", "Departments, those that need attention first"));
    report_table_column(table, COLUMN_NAME, say("部门", "Department"));
    report_table_column(table, COLUMN_TEXT, say("年度", "Year"));
    report_table_column(table, COLUMN_NUMBER, say("支出总额", "Expenditure"));
    report_table_column(table, COLUMN_NUMBER, say("比上年", "Change"));
    report_table_column(table, COLUMN_NUMBER, say("增长", "Growth"));
    report_table_column(table, COLUMN_NUMBER, say("没有说明", "Unexplained"));
    report_table_column(table, COLUMN_NUMBER, say("错误", "Errors"));
    report_table_column(table, COLUMN_NUMBER, say("警告", "Warnings"));
    report_table_column(table, COLUMN_NUMBER, say("问题", "Questions"));
    report_table_column(table, COLUMN_NUMBER, say("没有读准", "Not read"));
    report_table_column(table, COLUMN_TEXT, say("材料年度", "Filings"));
    return table;
}

/* 2017–2019，缺 2018 */
static Prose *years_of(const Entry *entry)
{
    Prose *prose = entry->first_year == entry->last_year ? prose_printf("%d", entry->last_year)
                                                         : prose_printf("%d–%d", entry->first_year, entry->last_year);
    for (guint i = 0; i < entry->lacks->len; i++)
        prose_addf(prose, TONE_WARNING, i == 0 ? say("，缺 %d", ", lacks %d") : say("、%d", ", %d"),
                   g_array_index(entry->lacks, int, i));
    return prose;
}

static void amount_or_blank(ReportTable *table, bool known, Amount amount, bool sign)
{
    if (!known)
        report_table_blank(table);
    else if (sign)
        report_table_change(table, amount);
    else
        report_table_amount(table, amount);
}

/* A count that leads to the section that lists it. */
static void count_cell(ReportTable *table, const Entry *entry, guint count, const char *anchor, Tone tone)
{
    g_autofree char *text = g_strdup_printf("%u", count);
    Prose *cell = prose_new(NULL);
    if (count > 0)
        prose_link_report(cell, tone, entry->folder, anchor, text);
    else
        prose_add(cell, TONE_PLAIN, text);
    report_table_prose(table, cell);
}

static void department_row(ReportTable *table, const Entry *entry)
{
    const YearSummary *summary = &entry->digest.summary;
    Prose *name = prose_new(NULL);
    prose_link_report(name, TONE_PLAIN, entry->folder, NULL, entry->name);
    report_table_row(table, 0);
    report_table_prose(table, name);
    report_table_prose(table, prose_printf("%d %s", summary->year, kind_name(summary->kind)));
    amount_or_blank(table, summary->has_total, summary->total, false);
    amount_or_blank(table, summary->has_change, summary->change, true);
    report_table_rate(table, summary->has_growth, summary->growth, true);
    if (summary->has_ledger) {
        g_autofree char *amount = amount_to_display(summary->unexplained);
        Prose *unexplained = prose_new(NULL);
        prose_link_report(unexplained, summary->unexplained.fen != 0 ? TONE_WARNING : TONE_PLAIN, entry->folder, "ledger", amount);
        report_table_prose(table, unexplained);
    } else {
        report_table_blank(table);
    }
    count_cell(table, entry, summary->errors, "findings", TONE_ERROR);
    count_cell(table, entry, summary->warnings, "findings", TONE_PLAIN);
    count_cell(table, entry, summary->questions, "questions", TONE_PLAIN);
    count_cell(table, entry, summary->unread, "unread", TONE_PLAIN);
    report_table_prose(table, years_of(entry));
}

static void add_departments(const Overview *overview, Blocks *blocks)
{
    blocks_heading(blocks, 2, "all", say("各部门", "Departments"));
    ReportTable *table = departments_table();
    for (guint i = 0; i < overview->entries->len; i++) {
        const Entry *entry = g_ptr_array_index(overview->entries, i);
        if (entry->why == NULL)
            department_row(table, entry);
    }
    if (table->rows->len == 0)
        blocks_say(blocks, TONE_NOTICE, say("没有一个部门有报告。", "No department has a report."));
    blocks_table(blocks, table);
    blocks_say(blocks, TONE_MUTED,
               say("排列：先看对不上的数字，再看没有说明的金额，再看警告。部门名和数字都可点开。金额单位：万元。",
                   "Order: what does not add up, then what is unexplained, then warnings. Names and figures lead to the reports. "
                   "Amounts in 10,000 yuan."));
}

typedef struct {
    const Entry *entry;
    const ReportQuestion *question;
} Asked;

/* The more serious first: what a notice is about may be large, and what is wrong with it small. */
static gint compare_weight(gconstpointer a, gconstpointer b)
{
    const ReportQuestion *x = ((const Asked *)a)->question;
    const ReportQuestion *y = ((const Asked *)b)->question;
    if (x->severity != y->severity)
        return x->severity > y->severity ? -1 : 1;
    return x->size.fen > y->size.fen ? -1 : x->size.fen < y->size.fen;
}

static void add_largest_questions(const Overview *overview, Blocks *blocks)
{
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Asked));
    for (guint i = 0; i < overview->entries->len; i++) {
        const Entry *entry = g_ptr_array_index(overview->entries, i);
        for (guint q = 0; entry->why == NULL && q < entry->digest.questions->len; q++) {
            Asked asked = {entry, g_ptr_array_index(entry->digest.questions, q)};
            if (asked.question->size.fen > 0)
                g_array_append_val(all, asked);
        }
    }
    if (all->len == 0)
        return;
    g_array_sort(all, compare_weight);
    blocks_heading(blocks, 2, "largest", say("各部门最要紧的问题", "The questions that matter most"));
    g_autofree char *caption = g_strdup_printf(say("各部门合在一起，级别高的在前，同级按涉及金额，前 %u 个",
                                                   "Of all departments, by severity and then by what is at issue, the first %u"),
                                               MIN(all->len, LARGEST_QUESTIONS));
    ReportTable *table = report_table_new("largest-questions", caption);
    report_table_column(table, COLUMN_TEXT, say("部门", "Department"));
    report_table_column(table, COLUMN_CHOICE, say("级别", "Severity"));
    report_table_column(table, COLUMN_NUMBER, say("涉及金额", "At issue"));
    report_table_column(table, COLUMN_LONG, say("问题", "Question"));
    for (guint i = 0; i < MIN(all->len, LARGEST_QUESTIONS); i++) {
        const Asked *asked = &g_array_index(all, Asked, i);
        Prose *question = prose_new(NULL);
        prose_link_report(question, TONE_PLAIN, asked->entry->folder, asked->question->anchor, asked->question->text);
        report_table_row(table, 0);
        report_table_cell(table, asked->entry->name);
        report_table_cell(table, severity_name(asked->question->severity));
        report_table_amount(table, asked->question->size);
        report_table_prose(table, question);
    }
    blocks_table(blocks, table);
}

static void add_failures(const Overview *overview, Blocks *blocks)
{
    Block *list = NULL;
    for (guint i = 0; i < overview->entries->len; i++) {
        const Entry *entry = g_ptr_array_index(overview->entries, i);
        if (entry->why == NULL)
            continue;
        if (list == NULL) {
            blocks_heading(blocks, 2, "without", say("没有报告的部门", "Departments without a report"));
            list = blocks_list(blocks, false);
        }
        Prose *item = prose_new(NULL);
        prose_add(item, TONE_STRONG, entry->name);
        prose_addf(item, TONE_PLAIN, say("：%s", ": %s"), entry->why);
        list_add(list, item);
    }
}

static void add_sentence(const Totals *totals, Blocks *blocks)
{
    Prose *prose = prose_printf(say_count(totals->reports, "%u 个部门", "%u department", "%u departments"), totals->reports);
    prose_add(prose, TONE_PLAIN, say("：", ": "));
    if (totals->errors > 0)
        prose_addf(prose, TONE_ERROR, say("%u 个部门有 %u 处数字对不上", "in %u of them figures do not add up (%u in all)"), totals->with_errors,
                   totals->errors);
    else
        prose_add(prose, TONE_PLAIN, say("没有发现对不上的数字", "no figures were found that do not add up"));
    prose_add(prose, TONE_PLAIN, say("；", "; "));
    if (totals->unexplained.fen != 0) {
        g_autofree char *amount = amount_to_display(totals->unexplained);
        prose_addf(prose, TONE_WARNING, say("%u 个部门的变化没有全部说明，合计 %s 万元", "in %u of them change is unexplained, %s in all"),
                   totals->with_unexplained, amount);
    } else {
        prose_add(prose, TONE_PLAIN, say("没有不明的变化", "no change is unexplained"));
    }
    prose_addf(prose, TONE_PLAIN, say("；要问 %u 件事。", "; matters to ask about: %u."), totals->matters);
    blocks_paragraph(blocks, TONE_STRONG, prose);
}

bool overview_write(Overview *overview, GError **error)
{
    const char *title = say("部门预算审查总览", "Review of department budgets: overview");
    if (!report_folder_make(overview->folder, error))
        return false;
    g_ptr_array_sort(overview->entries, compare_attention);
    Totals totals = totals_of(overview->entries);
    g_autoptr(Blocks) blocks = blocks_new();
    blocks_heading(blocks, 1, "top", title);
    add_sentence(&totals, blocks);
    add_figures(&totals, blocks);
    add_departments(overview, blocks);
    add_largest_questions(overview, blocks);
    add_failures(overview, blocks);
    if (!report_files_write(blocks, title, overview->folder, error))
        return false;
    if (overview->failure == NULL)
        return true;
    g_propagate_error(error, g_steal_pointer(&overview->failure));
    return false;
}
