#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh tests/runner.sh RUNNER: runs the Check suites in as many shares as the machine has processors, beside each other, and
# prints what each said. CK_RUN_SUITE=name needs no shares: that suite alone is run.
set -u

runner=$1
shares=$(nproc 2>/dev/null || echo 1)
[ -z "${CK_RUN_SUITE:-}" ] || exec "$runner"

logs=$(mktemp -d) || exit 1
trap 'rm -rf "$logs"' EXIT
share=1
while [ "$share" -le "$shares" ]; do
    {
        "$runner" "$share" "$shares" >"$logs/$share" 2>&1
        echo $? >"$logs/$share.status"
    } &
    share=$((share + 1))
done
wait

failed=0
share=1
while [ "$share" -le "$shares" ]; do
    cat "$logs/$share"
    [ "$(cat "$logs/$share.status")" = 0 ] || failed=1
    share=$((share + 1))
done
exit "$failed"
