#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh tests/runner.sh RUNNER: runs the Check suites, each in a process of its own, as many at a time as the machine has
# processors, prints what each said that was not clean, and counts. CK_RUN_SUITE=name runs that suite alone. With CK_FORK=no,
# where a test that hangs is not ended by Check, its suite is ended after ten minutes.
set -u

runner=$1
[ -z "${CK_RUN_SUITE:-}" ] || exec "$runner"

suites=$("$runner" --count) || exit 1
said=$(mktemp) || exit 1
trap 'rm -f "$said"' EXIT

# A suite's lines stay together. One that ended otherwise than its count says is one error more.
# shellcheck disable=SC2016  # the inner shell expands it
seq "$suites" | xargs -P "$(nproc 2>/dev/null || echo 1)" -n 1 sh -c '
    said=$(timeout 600 "$0" "$2" "$1" 2>&1)
    status=$?
    printf "%s\n" "$said"
    case $said in
    *Failures:\ 0,\ Errors:\ 0*) [ "$status" -eq 0 ] ;;
    *Checks:*) [ "$status" -ne 0 ] ;;
    *) false ;;
    esac || { echo "ended with status $status"; echo "0%: Checks: 1, Failures: 0, Errors: 1"; }' "$runner" "$suites" >"$said"

awk '/^Running suite\(s\): / { suite = substr($0, 19); next }
    /^[0-9]+%: Checks: [0-9]+, Failures: [0-9]+, Errors: [0-9]+$/ {
        split($0, word, /[:,%] */)
        checks += word[4]; failures += word[6]; errors += word[8]
        if (word[6] + word[8]) print suite ": " $0
        next
    }
    { print suite ": " $0 }
    END {
        good = checks - failures - errors
        printf "%d%%: Checks: %d, Failures: %d, Errors: %d\n", checks ? int(100 * good / checks) : 0, checks, failures, errors
        exit !checks || good < checks
    }' "$said"
