/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A filing as plain values: what was read from the paper, and nothing derived from it.
 *
 * history/ makes a Filing from a file, the store keeps it and gives the same Filing back, analysis/ judges it.
 * Every figure carries where it stands: the page, the line of the page, and for a cell its row and column.
 *
 * Ownership: a Filing owns everything it points to, filing_free() releases it all. The GPtrArrays have their
 * free functions set. Strings are UTF-8 and never NULL; what is absent is the empty string.
 */
#ifndef SCHEMA_FILING_H
#define SCHEMA_FILING_H

#include <glib.h>

#include "schema/amount.h"
#include "schema/verdict.h"
#include "schema/words.h"

/*
 * What a figure measures. The same quantity printed twice must be the same; the years of one quantity are a
 * series. `measure` is a word that the form gives (total, basic, project, personnel, ...). A quantity of a named
 * line that has no code (a project, an unknown label) keeps its label; where a code is given the label is only its name.
 * A figure without a measure is not a quantity: it is kept as a cell and compared with nothing.
 */
typedef struct {
    Direction direction;
    Fund fund;
    char *measure;
    char *code;
    char *label;
} Quantity;

/* A column of a printed table. `path` joins the headings above it; `measure` is empty when the form gives none. */
typedef struct {
    char *path;
    int number; /* its number in the form, from 1 */
    Direction direction;
    Fund fund;
    char *measure;
} Column;

/* A row of a printed table. In a two-sided table each side of a printed line is a row of its own. */
typedef struct {
    Direction side; /* the half of a two-sided table; DIRECTION_NONE in others */
    int parent;     /* index of the enclosing row, -1 at the top */
    int level;      /* 0 for the total, 1 for the top level, ... */
    char *code;     /* joined code, "" where none is printed */
    char *subject;  /* code of a subject that the row names without printing its code; counts as its code for quantities */
    char *label;    /* as printed, without list number and spaces */
    char *path;     /* labels of the enclosing rows and the row, joined by '/' */
    char *project;  /* of a project's row below a code, "" in others */
    char *measure;  /* set when the form gives this row a quantity of its own (two-sided tables) */
    Direction direction;
    Fund fund;
    int page;
    int line; /* of the page, from 1 */
} Row;

typedef struct {
    int row;    /* index into rows */
    int column; /* index into columns */
    Amount amount;
    Proof proof;
    char *alternatives; /* paths of the other columns it may stand in, joined by '|'; "" when settled */
} Cell;

typedef struct {
    char *form_table; /* identifier in the form, "" for a table the form does not know */
    char *title;      /* printed title without spaces, year and department */
    TableState state;
    int page; /* where its title stands; 0 when missing */
    int line;
    gint64 unit;     /* fen per printed unit */
    char *note;      /* the sentence that declares it empty, "" when there is none */
    GPtrArray *columns; /* Column */
    GPtrArray *rows;    /* Row */
    GArray *cells;      /* Cell, in reading order */
} Table;

/*
 * A sentence with figures. What it does not say is absent: has_… is false. change and growth are signed.
 * against and base: what it compares with, and that amount where the sentence gives it.
 */
typedef struct {
    int page, line;
    char *section; /* 五（三） */
    char *subject; /* as said, without department and year */
    char *code;    /* of a subject of a classification, "" otherwise */
    Direction direction; /* with fund and measure: the quantity spoken of; measure "" when it is none that a table holds */
    Fund fund;
    char *measure;
    bool has_amount, has_share, has_change, has_growth, has_base, has_completion;
    Amount amount, change, base;
    Rate share, growth, completion;
    char *share_of;      /* the whole that the share is of: section heading's subject or as said */
    bool growth_is_times; /* 倍 */
    bool growth_bare;     /* printed without a percent sign */
    Against against;
    Turn turn;
    char *turn_words; /* the direction words as they stand, joined by '|' : 增加|下降 */
    char *reason;
    char *text; /* the sentence */
} Claim;

/* A list of parts named after the whole in one sentence: 2.62 万元，其中：… 2.50 万元，… 0.12 万元. Claim indices. */
typedef struct {
    int whole;
    GArray *parts; /* int */
} Sum;

/* Head count of one kind (编制, 在职, 退休, 离休 ...), with its stated change. */
typedef struct {
    char *kind; /* posts | present | in-post | retired | veterans */
    gint64 count;
    bool has_change;
    gint64 change;
    int page, line;
    char *text;
} Staff;

/* A named figure of another kind: procurement, assets, performance amounts. value in fen for money, else as counted. */
typedef struct {
    char *kind; /* procurement.total, asset.vehicles.value, ...: the form's words */
    char *label;
    bool is_money;
    Amount amount;
    int page, line;
    char *text;
} Item;

/* A performance target. weight in thousandths; has_weight false where none is printed. */
typedef struct {
    char *kind; /* 数量指标 */
    char *name;
    char *value; /* ＞=1 个 */
    bool has_weight;
    gint64 weight;
    int page, line;
} Target;

/* A name of a body printed where the department's should stand. */
typedef struct {
    char *name;
    char *where; /* 编制部门 | 部门名称 | 标题 */
    int page, line;
} PrintedName;

/* What could not be read, or not for sure: never dropped in silence. */
typedef struct {
    int page, line;
    char *table; /* title, "" outside a table */
    char *text;  /* as printed */
    char *why;
} Doubt;

/* A line that bears out whose filing it is, and of what. */
typedef struct {
    char *what; /* department | fiscal_year | kind | scope; former-name: a sentence that states a change of the name */
    char *text; /* as printed; 文件名：… for what only the file's name says */
    int page, line;
} IdentityEvidence;

/* A file that a filing was read from. Its pages are the filing's pages from first_page on. */
typedef struct {
    gint64 id;   /* of what the store keeps of it: 0 before it is saved */
    char *file;  /* the name it was imported under */
    char *sha256;
    char *encoding;
    char *department; /* as this file names it, "" before it is saved */
    gint64 bytes;
    int first_page; /* from 1 */
    int page_count;
} Source;

typedef struct {
    gint64 id; /* in the store; 0 before it is saved. Of a filing in several files: that of its first one */
    char *file;  /* the name it was imported under; with the next three: of the first of several files */
    char *member; /* its name in the archive that the file is, "" elsewhere: loaded, it is part of `file` */
    char *sha256;
    char *encoding;
    gint64 bytes;
    GPtrArray *sources; /* Source: its files, one or several; none before it was saved */
    char *department;
    char *printed_department; /* as its first file names it, where `department` is the name of today; "" in a filing just read */
    int fiscal_year;
    Kind kind;
    Scope scope;
    char *form;   /* identifier of the form; FORM_NARRATIVE, FORM_TIDY for what has none */
    char *issued; /* yyyy-mm-dd, "" when not printed */
    GPtrArray *pages;  /* char*: the text of each page */
    GPtrArray *tables; /* Table, in the form's order, then unknown ones */
    GPtrArray *claims; /* Claim, in reading order */
    GPtrArray *sums;   /* Sum */
    GPtrArray *staff;  /* Staff */
    GPtrArray *items;  /* Item */
    GPtrArray *targets; /* Target */
    GPtrArray *names;   /* PrintedName */
    GPtrArray *doubts;  /* Doubt */
    GPtrArray *evidence; /* IdentityEvidence: one for each thing found */
} Filing;

/* What stands for the form of a file that holds a narrative and no tables, and of a tidy CSV. */
#define FORM_NARRATIVE "narrative"
#define FORM_TIDY "tidy"

/* Puts a copy of the text where a struct owned another one. The text may be part of the old one. */
void text_set(char **field, const char *text);

Filing *filing_new(void);
void filing_free(Filing *filing);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Filing, filing_free)

Table *table_new(void);
void table_free(Table *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Table, table_free)
/* An empty array of Cell that frees what its cells own. */
GArray *cells_new(void);
Column *column_new(const char *path, int number, Direction direction, Fund fund, const char *measure);
Row *row_new(void);
Claim *claim_new(void);
void claim_free(Claim *claim);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Claim, claim_free)
Sum *sum_new(int whole);

/* The filing's table with this form identifier, NULL when it has none. */
Table *filing_table(const Filing *filing, const char *form_table);

Column *table_column(const Table *table, int index);
Row *table_row(const Table *table, int index);

/* The cell at row and column, NULL when nothing is printed there. */
const Cell *table_cell(const Table *table, int row, int column);

/* True when no figure of the row that is not settled stands, or may stand, in the column. */
bool table_place_is_certain(const Table *table, int row, int column);

/* The quantity that a figure states in this row and column. The strings stay theirs. False when it states none. */
bool quantity_of_place(const Row *row, const Column *column, Quantity *quantity);

/* The same for a cell. */
bool table_cell_quantity(const Table *table, const Cell *cell, Quantity *quantity);

/* Equal in all that makes a quantity: the label counts only where there is no code. */
bool quantity_equal(const Quantity *a, const Quantity *b);
guint quantity_hash(const Quantity *quantity);

/* An empty hash table with Quantity keys, compared so; the free functions may be NULL. */
GHashTable *quantity_table_new(GDestroyNotify free_key, GDestroyNotify free_value);

Source *source_new(const char *file, const char *sha256, const char *encoding, gint64 bytes);

/* The file that a page of the filing stands in, NULL for a page of none of them (0: of what has no page). */
const Source *filing_source(const Filing *filing, int page);

/*
 * Where a page of the filing stands: the name of its file (the filing's), and the page of that file. A page of no
 * file is left as it is, in the first file's name; false then.
 */
bool filing_place(const Filing *filing, int page, const char **file, int *file_page);

/* The way back: the filing's page for a page of one of its files, named by its id, else by its file's name. */
int filing_page(const Filing *filing, gint64 id, const char *file, int file_page);

/* The names of its files, joined. The caller frees it. */
char *filing_files(const Filing *filing, const char *separator);

/* True when the id is the filing's own or that of one of its files; when the name is that of one of them. */
bool filing_has_id(const Filing *filing, gint64 id);
bool filing_has_file(const Filing *filing, const char *file);

void filing_add_item(Filing *filing, const char *kind, const char *label, bool is_money, Amount amount, int page, int line,
                     const char *text);

void filing_add_evidence(Filing *filing, const char *what, const char *text, int page, int line);

void filing_add_doubt(Filing *filing, int page, int line, const char *table, const char *text, const char *why);

#endif
