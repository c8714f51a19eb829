#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# asan.sh PROGRAM: the main job with a program built with the sanitizers, which end it at the first fault they see.
set -eu

program=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$program" --db "$work/s.db" import -q tests/filings/*.txt tests/filings/*.pdf tests/filings/tidy.csv >/dev/null
for what in cells claims series stats findings ledger; do
    "$program" --db "$work/s.db" --format tsv export "$what" >"$work/$what"
    [ "$(wc -l <"$work/$what")" -gt 1 ] || { echo "export $what is empty" >&2; exit 1; }
done
"$program" --db "$work/s.db" check >/dev/null
"$program" --db "$work/s.db" trend 虚构市档案数据中心 --chart >/dev/null
"$program" --db "$work/s.db" variance 虚构市档案数据中心 --year 2024 >/dev/null
"$program" --db "$work/s.db" report 虚构市档案数据中心 -o "$work/out" >/dev/null
"$program" --db "$work/s.db" trace "$(awk -F'\t' 'NR == 2 { print $1 }' "$work/findings")" >/dev/null
[ -s "$work/out/index.html" ] && [ -s "$work/out/report.md" ]
echo "1 passed, 0 failed"
