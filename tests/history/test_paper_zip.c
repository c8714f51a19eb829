/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/paper_zip.h"

#include <check.h>
#include <string.h>

#include "history/archive.h"
#include "schema/error.h"
#include "tests/history/zipped.h"

Suite *paper_zip_suite(void);

static GPtrArray *members_of(GBytes *bytes, GError **error)
{
    gsize length = 0;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    return members_from_zip(data, length, error);
}

/* "name=content name=content" */
static void check_members(const char *why, GBytes *bytes, const char *expected)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) members = members_of(bytes, &error);
    ck_assert_msg(members != NULL, "%s: %s", why, error != NULL ? error->message : "");
    g_autoptr(GString) spelled = g_string_new("");
    for (guint i = 0; i < members->len; i++) {
        const ZipMember *member = g_ptr_array_index(members, i);
        gsize length = 0;
        const char *data = g_bytes_get_data(member->bytes, &length);
        g_string_append_printf(spelled, "%s%s=%.*s", i > 0 ? " " : "", member->name, (int)MIN(length, 20), length > 0 ? data : "");
    }
    ck_assert_msg(g_str_equal(spelled->str, expected), "%s: it is %s", why, spelled->str);
}

static void check_refused(const char *why, GBytes *bytes, const char *message)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) members = members_of(bytes, &error);
    ck_assert_msg(members == NULL, "%s: it is read", why);
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT));
    ck_assert_msg(strstr(error->message, message) != NULL, "%s: %s", why, error->message);
}

START_TEST(files_and_what_is_passed_over)
{
    static const Zipped members[] = {
        {.name = "预算/表1.txt", .text = "甲"},
        {.name = "a.txt", .text = "乙", .stored = true},
        {.name = "__MACOSX/._a.txt", .text = "x"},
        {.name = ".hidden", .text = "x"},
        {.name = "b/.DS_Store", .text = "x"},
        {.name = "b/Thumbs.db", .text = "x"},
        {.name = "b/~$c.docx", .text = "x"},
        {.name = "b/c.txt", .text = "丙"},
        {.name = "empty.txt", .text = ""},
    };
    g_autoptr(GBytes) bytes = zipped(members, G_N_ELEMENTS(members));
    check_members("files", bytes, "预算/表1.txt=甲 a.txt=乙 b/c.txt=丙 empty.txt=");
    g_autoptr(GBytes) none = zipped(members + 2, 1);
    check_members("nothing but what is passed over", none, "");
}
END_TEST

/* libzip writes names as UTF-8 only: the two bytes of a GBK name are put in its place. */
START_TEST(names_in_gbk)
{
    static const Zipped member = {.name = "@@.txt", .text = "甲"};
    g_autoptr(GBytes) bytes = zipped(&member, 1);
    gsize length = 0;
    g_autofree guint8 *data = g_bytes_unref_to_data(g_steal_pointer(&bytes), &length);
    for (gsize i = 0; i + 2 <= length; i++)
        if (memcmp(data + i, "@@", 2) == 0)
            memcpy(data + i, "\xb1\xed", 2);
    g_autoptr(GBytes) changed = g_bytes_new_static(data, length);
    check_members("a name in GBK", changed, "表.txt=甲");
}
END_TEST

START_TEST(archives_in_archives)
{
    static const Zipped inmost = {.name = "c.txt", .text = "丙"};
    g_autoptr(GBytes) third = zipped(&inmost, 1);
    gsize length = 0;
    const char *data = g_bytes_get_data(third, &length);
    const Zipped inner[] = {{.name = "b.txt", .text = "乙"}, {.name = "deep.zip", .text = data, .length = length}};
    g_autoptr(GBytes) second = zipped(inner, 2);
    data = g_bytes_get_data(second, &length);
    const Zipped outer[] = {{.name = "a.txt", .text = "甲"}, {.name = "in.zip", .text = data, .length = length}};
    g_autoptr(GBytes) first = zipped(outer, 2);
    g_autoptr(GPtrArray) members = members_of(first, NULL);
    ck_assert(members != NULL && members->len == 3);
    static const char *const names[] = {"a.txt", "in.zip/b.txt", "in.zip/deep.zip"};
    for (guint i = 0; i < members->len; i++)
        ck_assert_str_eq(((const ZipMember *)g_ptr_array_index(members, i))->name, names[i]);
}
END_TEST

/* What a message and a list say of a member is one line, whatever its name holds. */
START_TEST(names_over_several_lines)
{
    static const Zipped members[] = {{.name = "a\nb\tc.txt", .text = "甲"}, {.name = "d\n\xe2\x80\xae.txt", .text = "乙", .encrypted = true}};
    g_autoptr(GBytes) sound = zipped(members, 1);
    check_members("a line break in a name", sound, "a b c.txt=甲");
    g_autoptr(GBytes) bytes = zipped(members, 2);
    check_refused("a line break in a name that is refused", bytes, "“d .txt”加了密");
}
END_TEST

START_TEST(encrypted)
{
    static const Zipped members[] = {{.name = "a.txt", .text = "甲"}, {.name = "b.txt", .text = "乙", .encrypted = true}};
    g_autoptr(GBytes) bytes = zipped(members, 2);
    check_refused("encrypted", bytes, "“b.txt”加了密");
}
END_TEST

/* 100 MB of zeros in 100 kB; and the same as an XLSX might hold it, read through the archive. */
START_TEST(bomb)
{
    gsize size = 100 * 1024 * 1024;
    g_autofree char *zeros = g_malloc0(size);
    const Zipped member = {.name = "a.txt", .text = zeros, .length = size};
    g_autoptr(GBytes) bytes = zipped(&member, 1);
    ck_assert_uint_lt(g_bytes_get_size(bytes), 1024 * 1024);
    check_refused("zeros", bytes, "大得不像公开文件");
}
END_TEST

START_TEST(too_large)
{
    gsize size = ARCHIVE_MEMBER_BYTES_MAX + 1;
    g_autofree char *zeros = g_malloc0(size);
    const Zipped member = {.name = "a.txt", .text = zeros, .length = size, .stored = true};
    g_autoptr(GBytes) bytes = zipped(&member, 1);
    check_refused("a member", bytes, "大得不像公开文件");
}
END_TEST

START_TEST(too_large_together)
{
    static const Zipped members[] = {{.name = "a.txt", .text = "0123456789"}, {.name = "b.txt", .text = "0123456789"}};
    g_autoptr(GBytes) bytes = zipped(members, 2);
    gsize length = 0;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    ArchiveUse use = {.bytes = ARCHIVE_BYTES_MAX - 15};
    g_autoptr(Archive) archive = archive_from_bytes(data, length, &use, NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) first = archive_read(archive, 0, &error);
    ck_assert(first != NULL && g_bytes_get_size(first) == 10);
    ck_assert_ptr_null(archive_read(archive, 1, &error));
    ck_assert(g_error_matches(error, YUSUAN_ERROR, YUSUAN_ERROR_INPUT));
    ck_assert_ptr_null(archive_read(archive, 2, NULL));
    ck_assert_ptr_null(archive_read(archive, -1, NULL));
}
END_TEST

START_TEST(too_many)
{
    g_autofree Zipped *members = g_new0(Zipped, ARCHIVE_MEMBERS_MAX + 1);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (int i = 0; i <= ARCHIVE_MEMBERS_MAX; i++) {
        g_ptr_array_add(names, g_strdup_printf("%d.txt", i));
        members[i] = (Zipped){.name = g_ptr_array_index(names, names->len - 1), .text = "x", .stored = true};
    }
    g_autoptr(GBytes) bytes = zipped(members, ARCHIVE_MEMBERS_MAX + 1);
    check_refused("too many members", bytes, "多于 2000 个文件");
    g_autoptr(GBytes) most = zipped(members, ARCHIVE_MEMBERS_MAX);
    g_autoptr(GPtrArray) read = members_of(most, NULL);
    ck_assert(read != NULL && read->len == ARCHIVE_MEMBERS_MAX);
}
END_TEST

START_TEST(damaged)
{
    static const Zipped members[] = {{.name = "a.txt", .text = "0123456789 0123456789"}, {.name = "b/c.txt", .text = "x", .stored = true}};
    g_autoptr(GBytes) bytes = zipped(members, 2);
    gsize length = 0;
    const guint8 *data = g_bytes_get_data(bytes, &length);
    for (gsize at = 0; at < length; at++) {
        g_autofree guint8 *cut = g_memdup2(data, at + 1);
        g_autoptr(GError) error = NULL;
        g_autoptr(GPtrArray) found = members_from_zip(cut, at, &error);
        ck_assert_msg(found == NULL && error != NULL, "cut at %" G_GSIZE_FORMAT, at);
        g_autofree guint8 *changed = g_memdup2(data, length);
        changed[at] ^= 0xff;
        g_autoptr(GPtrArray) other = members_from_zip(changed, length, NULL);
        ck_assert(other == NULL || other->len <= 2);
    }
    g_autoptr(GBytes) cut = g_bytes_new_static(data, length / 2);
    check_refused("cut in half", cut, "不完整或损坏");
}
END_TEST

Suite *paper_zip_suite(void)
{
    Suite *suite = suite_create("paper_zip");
    TCase *all = tcase_create("all");
    tcase_set_timeout(all, 20);
    tcase_add_test(all, files_and_what_is_passed_over);
    tcase_add_test(all, names_in_gbk);
    tcase_add_test(all, archives_in_archives);
    tcase_add_test(all, names_over_several_lines);
    tcase_add_test(all, encrypted);
    tcase_add_test(all, bomb);
    tcase_add_test(all, too_large);
    tcase_add_test(all, too_large_together);
    tcase_add_test(all, too_many);
    tcase_add_test(all, damaged);
    suite_add_tcase(suite, all);
    return suite;
}
