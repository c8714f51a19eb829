/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "schema/store.h"

#include <stdarg.h>

#include "schema/data.h"
#include "schema/error.h"
#include "schema/language.h"
#include "schema/store_statement.h"

/* "yusu" in the header of the file: tells our stores from any other SQLite file. */
#define APPLICATION_ID 0x79757375

/* How long to wait for another yusuan that is writing to the same store. */
#define BUSY_MILLISECONDS 5000
#define BUSY_STEP_MILLISECONDS 20

/* Migration i brings a store from version i to i + 1, in one transaction. */
static const char *const migrations[] = {"sql/001.sql", "sql/002.sql", "sql/003.sql"};
#define NEWEST ((int)G_N_ELEMENTS(migrations))

static const char *const sql_text[SQL_COUNT] = {
    [SQL_BEGIN] = "BEGIN IMMEDIATE",
    [SQL_COMMIT] = "COMMIT",
    [SQL_ROLLBACK] = "ROLLBACK",
    [SQL_FIND_SOURCE] = "SELECT id, name FROM source WHERE sha256 = ?",
    [SQL_ADD_SOURCE] = "INSERT INTO source(sha256, name, bytes, encoding, imported, arrived) VALUES (?, ?, ?, ?, ?, ?)",
    /* Of a file that comes twice, the first arrival counts, and of two in one run the first name. */
    [SQL_KEEP_FIRST] = "UPDATE source SET imported = ?2, arrived = ?3, name = ?4 WHERE sha256 = ?1 AND (arrived, name) > (?3, ?4)",
    [SQL_LAST_ARRIVAL] = "SELECT coalesce(max(arrived), 0) FROM source",
    [SQL_LIST_SOURCES] = "SELECT id, sha256, name, bytes, encoding, imported, arrived FROM source ORDER BY id",
    [SQL_LIST_MEMBERS] = "SELECT id, member FROM filing WHERE source_id = ? ORDER BY id",
    [SQL_ADD_REVIEW] = "INSERT OR IGNORE INTO review(finding, reviewed, decision, reviewer, note, until, figures, rule, "
                       "department, fiscal_year, subject, code, amount_fen, amount_step, message) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    /* The order of the key says which of a finding's counts: the last. */
    [SQL_LIST_REVIEWS] = "SELECT finding, reviewed, decision, reviewer, note, until, figures, rule, department, fiscal_year, "
                         "subject, code, amount_fen, amount_step, message FROM review "
                         "ORDER BY finding, reviewed, decision, reviewer, note, until, figures",
    [SQL_FIND_DEPARTMENT] = "SELECT id FROM department WHERE name = ?",
    [SQL_ADD_DEPARTMENT] = "INSERT INTO department(name) VALUES (?)",
    [SQL_NEXT_VERSION] = "SELECT coalesce(max(version), 0) + 1 FROM filing WHERE department_id = ? AND fiscal_year = ? "
                         "AND kind = ? AND scope = ? AND form = ?",
    [SQL_ADD_FILING] = "INSERT INTO filing(source_id, department_id, fiscal_year, kind, scope, form, issued, version, member) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_ADD_PAGE] = "INSERT INTO page VALUES (?, ?, ?)",
    [SQL_ADD_TABLE] = "INSERT INTO printed_table(filing_id, form_table, title, state, page, line, unit, note) "
                      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_ADD_COLUMN] = "INSERT INTO printed_column VALUES (?, ?, ?, ?, ?, ?)",
    [SQL_ADD_ROW] = "INSERT INTO printed_row VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_ADD_CELL] = "INSERT INTO cell VALUES (?, ?, ?, ?, ?, ?, ?)",
    [SQL_ADD_CLAIM] = "INSERT INTO claim VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                      "?, ?, ?, ?, ?)",
    [SQL_ADD_PART] = "INSERT INTO claim_part VALUES (?, ?, ?, ?)",
    [SQL_ADD_STAFF] = "INSERT INTO staff VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_ADD_ITEM] = "INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_ADD_TARGET] = "INSERT INTO target VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    [SQL_ADD_NAME] = "INSERT INTO printed_name VALUES (?, ?, ?, ?, ?, ?)",
    [SQL_ADD_DOUBT] = "INSERT INTO doubt VALUES (?, ?, ?, ?, ?, ?, ?)",
    [SQL_ADD_EVIDENCE] = "INSERT INTO identity_evidence VALUES (?, ?, ?, ?, ?, ?)",
    [SQL_LIST_FILINGS] =
        "SELECT f.id, d.name, f.fiscal_year, f.kind, f.scope, f.form, f.issued, "
        "s.name || CASE f.member WHEN '' THEN '' ELSE '/' || f.member END, s.sha256, f.version, "
        "(SELECT count(*) FROM printed_table AS t WHERE t.filing_id = f.id AND t.state < 2), "
        "(SELECT count(*) FROM cell AS c JOIN printed_table AS t ON t.id = c.table_id WHERE t.filing_id = f.id), "
        "(SELECT count(*) FROM claim AS c WHERE c.filing_id = f.id), "
        "(SELECT count(*) FROM doubt AS u WHERE u.filing_id = f.id), "
        "(SELECT group_concat(CASE t.form_table WHEN '' THEN '=' || t.title ELSE t.form_table END, char(10)) "
        "FROM printed_table AS t WHERE t.filing_id = f.id AND t.state < 2), s.came "
        "FROM filing AS f JOIN department AS d ON d.id = f.department_id JOIN source AS s ON s.id = f.source_id "
        "ORDER BY d.name, f.fiscal_year, f.kind, f.scope, f.form, f.version",
    [SQL_LIST_STATEMENTS] = "SELECT filing_id, page, line, text FROM identity_evidence WHERE what = 'former-name' "
                            "ORDER BY filing_id, number",
    [SQL_GET_FILING] = "SELECT d.name, f.fiscal_year, f.kind, f.scope, f.form, f.issued, "
                       "s.name || CASE f.member WHEN '' THEN '' ELSE '/' || f.member END, s.sha256, s.encoding, "
                       "s.bytes, (SELECT coalesce(max(number), 0) FROM page AS p WHERE p.filing_id = f.id) "
                       "FROM filing AS f JOIN department AS d ON d.id = f.department_id "
                       "JOIN source AS s ON s.id = f.source_id WHERE f.id = ?",
    [SQL_GET_PAGES] = "SELECT text FROM page WHERE filing_id = ? ORDER BY number",
    [SQL_GET_PAGE] = "SELECT text FROM page WHERE filing_id = ? AND number = ?",
    [SQL_GET_TABLES] = "SELECT id, form_table, title, state, page, line, unit, note FROM printed_table "
                       "WHERE filing_id = ? ORDER BY id",
    [SQL_GET_COLUMNS] = "SELECT number, path, direction, fund, measure FROM printed_column WHERE table_id = ? "
                        "ORDER BY number",
    [SQL_GET_ROWS] = "SELECT side, parent, level, code, label, path, project, direction, fund, measure, page, line, "
                     "number, subject FROM printed_row WHERE table_id = ? ORDER BY number",
    [SQL_GET_CELLS] = "SELECT row, column, fen, step, proof, alternatives FROM cell WHERE table_id = ? "
                      "ORDER BY row, column",
    [SQL_GET_CLAIMS] = "SELECT page, line, section, subject, code, direction, fund, measure, amount_fen, amount_step, "
                       "share, share_step, share_of, change_fen, change_step, growth, growth_step, growth_form, "
                       "base_fen, base_step, completion, completion_step, against, turn, turn_words, reason, text, "
                       "number FROM claim WHERE filing_id = ? ORDER BY number",
    [SQL_GET_PARTS] = "SELECT sum, number, claim FROM claim_part WHERE filing_id = ? ORDER BY sum, number",
    [SQL_GET_STAFF] = "SELECT kind, count, change, page, line, text FROM staff WHERE filing_id = ? ORDER BY number",
    [SQL_GET_ITEMS] = "SELECT kind, label, is_money, value, step, page, line, text FROM item WHERE filing_id = ? "
                      "ORDER BY number",
    [SQL_GET_TARGETS] = "SELECT kind, name, value, weight, page, line FROM target WHERE filing_id = ? ORDER BY number",
    [SQL_GET_NAMES] = "SELECT name, place, page, line FROM printed_name WHERE filing_id = ? ORDER BY number",
    [SQL_GET_DOUBTS] = "SELECT page, line, title, text, why FROM doubt WHERE filing_id = ? ORDER BY number",
    [SQL_GET_EVIDENCE] = "SELECT what, text, page, line FROM identity_evidence WHERE filing_id = ? ORDER BY number",
};

/* What the user can do about an SQLite error. */
static const char *advice(int code)
{
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return say("另一个程序正在写入，请稍后再试", "another program is writing to it: try again later");
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return say("没有写入权限，请换一个文件或改权限", "it may not be written to: choose another file or change its permissions");
    case SQLITE_CANTOPEN:
        return say("打不开，请检查路径和权限", "it cannot be opened: check the path and its permissions");
    case SQLITE_FULL:
    case SQLITE_IOERR:
        return say("磁盘已满或读写失败，请腾出空间后再试；已保存的内容不受影响",
                   "the disk is full or failing: make room and try again; what was saved before is intact");
    case SQLITE_NOTADB:
        return say("不是 yusuan 的库文件，请换一个文件（--db）", "it is no store of yusuan: name another file (--db)");
    case SQLITE_CORRUPT:
        return say("文件已损坏，请从备份恢复或重新导入到新库", "the file is damaged: restore a copy, or import into a new store");
    default:
        return say("请检查该文件", "check the file");
    }
}

void store_fail(Store *store, const char *doing, GError **error)
{
    int code = sqlite3_extended_errcode(store->db);
    g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_STORE, say("库文件 %s：%s失败（%s）：%s", "store %s: %s failed (%s): %s"),
                store->path, doing, sqlite3_errmsg(store->db), advice(code));
}

bool store_execute(Store *store, const char *sql, const char *doing, GError **error)
{
    if (sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK)
        return true;
    store_fail(store, doing, error);
    return false;
}

bool store_number(Store *store, const char *sql, gint64 *number, GError **error)
{
    sqlite3_stmt *statement = NULL;
    bool ok = sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL) == SQLITE_OK &&
              sqlite3_step(statement) == SQLITE_ROW;
    if (ok)
        *number = sqlite3_column_int64(statement, 0);
    else
        store_fail(store, say("打开", "opening"), error);
    sqlite3_finalize(statement);
    return ok;
}

/* Brings the store to the newest version, one transaction a step. */
static bool migrate(Store *store, int version, GError **error)
{
    for (; version < NEWEST; version++) {
        g_autofree char *sql = data_text(migrations[version], error);
        if (sql == NULL)
            return false;
        g_autofree char *stamp = g_strdup_printf("PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT",
                                                 APPLICATION_ID, version + 1);
        if (!store_execute(store, "BEGIN EXCLUSIVE", say("升级", "migration"), error))
            return false;
        gint64 now = 0;
        if (!store_number(store, "PRAGMA user_version", &now, error))
            return false;
        /* Another process may have migrated while this one waited for the lock. */
        bool done = now > version;
        if (!done && !store_execute(store, sql, say("升级", "migration"), error)) {
            sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
            return false;
        }
        if (!store_execute(store, done ? "COMMIT" : stamp, say("升级", "migration"), error)) {
            sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
            return false;
        }
    }
    return true;
}

/* All at one moment: another process may be making this very store. Who fails here closes it, and asks SQLite why. */
static bool read_marks(Store *store, gint64 *application, gint64 *version, gint64 *objects, GError **error)
{
    return store_execute(store, "BEGIN", say("打开", "opening"), error) &&
           store_number(store, "SELECT count(*) FROM sqlite_schema", objects, error) &&
           store_number(store, "PRAGMA application_id", application, error) &&
           store_number(store, "PRAGMA user_version", version, error) &&
           store_execute(store, "COMMIT", say("打开", "opening"), error);
}

/* Refuses what is no store of ours, or one that a newer yusuan made. */
static bool check_version(Store *store, int *version, GError **error)
{
    gint64 application = 0;
    gint64 marked = 0;
    gint64 objects = 0;
    if (!read_marks(store, &application, &marked, &objects, error))
        return false;
    *version = (int)CLAMP(marked, -1, G_MAXINT);
    if (application != APPLICATION_ID && (application != 0 || objects > 0 || *version != 0)) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_STORE,
                    say("库文件 %s 是别的程序的 SQLite 文件，请用 --db 指定另一个文件",
                        "store %s: an SQLite file of another program; name another file with --db"),
                    store->path);
        return false;
    }
    if (*version > NEWEST || *version < 0) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_STORE,
                    say("库文件 %s 的版本是 %d，本程序只认到 %d：请升级 yusuan",
                        "store %s has version %d, this program knows up to %d: update yusuan"),
                    store->path, *version, NEWEST);
        return false;
    }
    return true;
}

/* Two first imports may want to switch a new store to WAL at once; SQLite does not wait there by itself. */
static bool begin_wal(Store *store, GError **error)
{
    for (int waited = 0;; waited += BUSY_STEP_MILLISECONDS) {
        g_autoptr(GError) fault = NULL;
        if (store_execute(store, "PRAGMA journal_mode = WAL", say("打开", "opening"), &fault))
            return true;
        int code = sqlite3_errcode(store->db) & 0xff;
        if ((code != SQLITE_BUSY && code != SQLITE_LOCKED) || waited >= BUSY_MILLISECONDS) {
            g_propagate_error(error, g_steal_pointer(&fault));
            return false;
        }
        g_usleep(BUSY_STEP_MILLISECONDS * 1000);
    }
}

/* Puts a copy without a file in the place of the open store, and brings it up to date. */
static bool migrate_copy(Store *store, int version, GError **error)
{
    sqlite3 *copy = NULL;
    /* An empty name is a file that SQLite makes for itself and removes. */
    int code = sqlite3_open_v2("", &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
    sqlite3_backup *backup = code == SQLITE_OK ? sqlite3_backup_init(copy, "main", store->db, "main") : NULL;
    bool copied = backup != NULL && sqlite3_backup_step(backup, -1) == SQLITE_DONE;
    sqlite3_backup_finish(backup);
    if (!copied)
        store_fail(store, say("复制", "copying"), error);
    sqlite3_close(copied ? store->db : copy);
    if (!copied)
        return false;
    store->db = copy;
    return migrate(store, version, error);
}

/* A store that is only read: what is there, or a copy of it when it is older. */
static bool prepare_reading(Store *store, StoreMode mode, int version, GError **error)
{
    if (version == 0) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_STORE,
                    say("库文件 %s 是空的：请先用 yusuan import 导入", "store %s is empty: import filings first (yusuan import)"),
                    store->path);
        return false;
    }
    if (version < NEWEST && mode == STORE_READ) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_STORE,
                    say("库文件 %s 的版本较旧：请用 yusuan rebuild 升级",
                        "store %s is of an older version: bring it up to date with yusuan rebuild"),
                    store->path);
        return false;
    }
    return (version == NEWEST || migrate_copy(store, version, error)) &&
           store_execute(store, "PRAGMA query_only = ON", say("打开", "opening"), error);
}

static bool only_reads(StoreMode mode)
{
    return mode == STORE_READ || mode == STORE_COPY;
}

static bool prepare_store(Store *store, StoreMode mode, GError **error)
{
    sqlite3_busy_timeout(store->db, BUSY_MILLISECONDS);
    sqlite3_extended_result_codes(store->db, 1);
    int version = 0;
    if (!check_version(store, &version, error))
        return false;
    if (only_reads(mode))
        return prepare_reading(store, mode, version, error);
    if (version == 0 && !store_execute(store, "PRAGMA page_size = 16384", say("打开", "opening"), error))
        return false;
    return begin_wal(store, error) &&
           store_execute(store, "PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON", say("打开", "opening"), error) &&
           migrate(store, version, error);
}

/* A store on a read-only file system has nowhere to put its -shm: it cannot change either, and is read as it stands. */
static bool open_immutable(Store *store, StoreMode mode, GError **error)
{
    g_autofree char *whole = g_canonicalize_filename(store->path, NULL);
    g_autofree char *uri = g_filename_to_uri(whole, NULL, NULL);
    g_autofree char *immutable = g_strconcat(uri != NULL ? uri : "", "?immutable=1", NULL);
    sqlite3_close(store->db);
    store->db = NULL;
    if (sqlite3_open_v2(immutable, &store->db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL) == SQLITE_OK)
        return prepare_store(store, mode, error);
    store_fail(store, say("打开", "opening"), error);
    return false;
}

static bool may_be_immutable(const Store *store, StoreMode mode)
{
    int code = sqlite3_errcode(store->db) & 0xff;
    return only_reads(mode) && (code == SQLITE_CANTOPEN || code == SQLITE_READONLY || code == SQLITE_IOERR);
}

Store *store_open(const char *path, StoreMode mode, GError **error)
{
    g_autoptr(Store) store = g_new0(Store, 1);
    store->path = g_strdup(path);
    if (mode != STORE_WRITE && !g_file_test(path, G_FILE_TEST_EXISTS)) {
        g_set_error(error, YUSUAN_ERROR, YUSUAN_ERROR_STORE,
                    say("没有库文件 %s：请先用 yusuan import 导入，或用 --db 指定",
                        "no store %s: import filings first (yusuan import), or name one with --db"),
                    path);
        return NULL;
    }
    /*
     * A read-only connection to a WAL file leaves its -wal and -shm behind, and cannot read what a killed writer left
     * in them: so reading opens for writing too (SQLite falls back where it may not) and then forbids itself to write.
     */
    int flags = SQLITE_OPEN_READWRITE | (mode == STORE_WRITE ? SQLITE_OPEN_CREATE : 0);
    if (sqlite3_open_v2(path, &store->db, flags, NULL) != SQLITE_OK) {
        store_fail(store, say("打开", "opening"), error);
        return NULL;
    }
    g_autoptr(GError) fault = NULL;
    if (prepare_store(store, mode, &fault))
        return g_steal_pointer(&store);
    if (may_be_immutable(store, mode) && open_immutable(store, mode, NULL))
        return g_steal_pointer(&store);
    g_propagate_error(error, g_steal_pointer(&fault));
    return NULL;
}

Store *store_in_memory(GError **error)
{
    return store_open(":memory:", STORE_WRITE, error);
}

void store_close(Store *store)
{
    if (store == NULL)
        return;
    for (int i = 0; i < SQL_COUNT; i++)
        sqlite3_finalize(store->statements[i]);
    sqlite3_close(store->db);
    g_free(store->path);
    g_free(store);
}

const char *store_path(const Store *store)
{
    return store->path;
}

sqlite3_stmt *store_statement(Store *store, StoreSql sql, GError **error)
{
    sqlite3_stmt **statement = &store->statements[sql];
    if (*statement == NULL &&
        sqlite3_prepare_v3(store->db, sql_text[sql], -1, SQLITE_PREPARE_PERSISTENT, statement, NULL) != SQLITE_OK) {
        store_fail(store, say("读取", "reading"), error);
        return NULL;
    }
    sqlite3_reset(*statement);
    return *statement;
}

int store_step(Store *store, sqlite3_stmt *statement, GError **error)
{
    int code = sqlite3_step(statement);
    if (code == SQLITE_ROW)
        return 1;
    if (code == SQLITE_DONE) {
        sqlite3_reset(statement);
        return 0;
    }
    store_fail(store, say("读写", "reading or writing"), error);
    sqlite3_reset(statement);
    return -1;
}

bool store_run(Store *store, StoreSql sql, GError **error, const char *format, ...)
{
    sqlite3_stmt *statement = store_statement(store, sql, error);
    if (statement == NULL)
        return false;
    va_list values;
    va_start(values, format);
    for (int i = 0; format[i] != '\0'; i++) {
        if (format[i] == 'i')
            sqlite3_bind_int(statement, i + 1, va_arg(values, int));
        else if (format[i] == 'I')
            sqlite3_bind_int64(statement, i + 1, va_arg(values, gint64));
        else if (format[i] == 's')
            sqlite3_bind_text(statement, i + 1, va_arg(values, const char *), -1, SQLITE_STATIC);
        else
            g_assert_not_reached();
    }
    va_end(values);
    return store_step(store, statement, error) >= 0;
}

char *store_column_text(sqlite3_stmt *statement, int column)
{
    const char *text = (const char *)sqlite3_column_text(statement, column);
    return g_strdup(text != NULL ? text : "");
}
