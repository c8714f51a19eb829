/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history/checksum.h"

#include <check.h>
#include <string.h>

Suite *checksum_suite(void);

/* The one of 56 bytes is NIST's example of two blocks (FIPS 180-2, B.2); all as sha256sum prints them. */
static const struct {
    const char *what, *bytes, *sum;
} sums[] = {
    {"nothing", "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"three bytes", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"two blocks", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
};

START_TEST(known_sums)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static(sums[_i].bytes, strlen(sums[_i].bytes));
    g_autofree char *sum = sha256_from_bytes(bytes);
    ck_assert_msg(g_str_equal(sum, sums[_i].sum), "%s: %s", sums[_i].what, sum);
}
END_TEST

/* Stores keep what GLib's sum was when they were made. */
START_TEST(as_glib)
{
    g_autofree guint8 *data = g_malloc(100000);
    for (guint i = 0; i < 100000; i++)
        data[i] = (guint8)(i * 2654435761u >> 24);
    g_autoptr(GBytes) bytes = g_bytes_new(data, 100000);
    g_autofree char *sum = sha256_from_bytes(bytes);
    g_autofree char *glib = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, bytes);
    ck_assert_str_eq(sum, glib);
}
END_TEST

Suite *checksum_suite(void)
{
    Suite *suite = suite_create("checksum");
    TCase *sum = tcase_create("sum");
    tcase_add_loop_test(sum, known_sums, 0, G_N_ELEMENTS(sums));
    tcase_add_test(sum, as_glib);
    suite_add_tcase(suite, sum);
    return suite;
}
