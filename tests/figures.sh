#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# figures.sh PROGRAM DETECT_FILINGS: every figure in the tables of a report equals the export's. Reports are made of the
# shipped filings and of generated departments; the tables of index.html and report.md must hold the same, and their figures
# what `export ledger`, `series`, `stats` and `findings` say. Then single figures are changed: each must be missed.
set -u

program=$1
generator=$2
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
LC_ALL=C.UTF-8
YUSUAN_GNUPLOT=/no/such/gnuplot # pictures are looked at elsewhere
export LC_ALL YUSUAN_GNUPLOT
unset YUSUAN_DB YUSUAN_DATA YUSUAN_LINEAGE
passed=0 failed=0

# judge NAME STATUS: counts, and prints what was said where it failed.
judge() {
    if [ "$2" = 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAIL figures of $1"; head -n 8 "$work/said"; fi
}

html_tables() { awk -f "$here/figures/tables.awk" "$1"; }
markdown_tables() { awk -v markdown=1 -f "$here/figures/tables.awk" "$1"; }

# compare TABLES: with the exports of the department at hand.
compare() {
    awk -v kind="$kind" -v year="$year" -f "$here/figures/compare.awk" "$work/ledger" "$work/series" "$work/stats" \
        "$work/findings" "$1" >"$work/said" 2>&1
}

# department STORE NAME: its report against its exports.
department() {
    for what in ledger series stats findings; do
        "$program" --db "$work/$1.db" --format tsv export $what --department "$2" >"$work/$what" 2>/dev/null
    done
    rm -rf "$work/report"
    "$program" --db "$work/$1.db" report "$2" -o "$work/report" >/dev/null 2>&1
    title=$(sed -n 's/.*<title>.* \([0-9]\{4\}\) 年\(预算\|决算\)审查报告.*/\1 \2/p' "$work/report/index.html")
    year=${title% *} kind=budget
    [ "${title#* }" = 预算 ] || kind=accounts
    html_tables "$work/report/index.html" >"$work/html"
    markdown_tables "$work/report/report.md" >"$work/markdown"
    diff "$work/html" "$work/markdown" >"$work/said"
    judge "$2: index.html and report.md" $?
    compare "$work/html"
    judge "$2: index.html and the exports" $?
    figures=$((${figures:-0} + $(awk '/ figures compared/ { print $1 }' "$work/said")))
}

# missed NAME TABLE ROW COLUMN: that a figure changed in its last digit is seen to differ, in the report at hand.
missed() {
    awk -F '\t' -v OFS='\t' -v table="$2" -v row="$3" -v column="$4" '$1 == table && $2 == row && $3 == column {
            match($5, /[0-9][^0-9]*$/)
            $5 = substr($5, 1, RSTART - 1) (substr($5, RSTART, 1) + 1) % 10 substr($5, RSTART + 1)
            changed = 1
        } { print } END { exit !changed }' "$work/html" >"$work/changed" || { echo "no figure there" >"$work/said"; judge "a changed $1" 1; return; }
    compare "$work/changed"
    [ $? = 1 ] && [ "$(awk '/ differ$/ { print $4 }' "$work/said")" -gt 0 ]
    judge "a changed $1" $?
}

"$program" --db "$work/shipped.db" import -q "$here"/filings/*.txt "$here"/filings/*.pdf "$here"/filings/tidy.csv >/dev/null 2>&1
for case in 0 11; do
    "$generator" --seed=7 --count=2 --case=$case --first=$((case + 1)) --out="$work/generated" || exit 1
done
"$program" --db "$work/generated.db" import -q "$work/generated" >/dev/null 2>&1
for store in shipped generated; do
    "$program" --db "$work/$store.db" --format tsv export series 2>/dev/null | awk -F '\t' 'NR > 1 && !seen[$1]++ { print $1 }' >"$work/$store.names"
    while read -r name; do department $store "$name"; done <"$work/$store.names"
done

# Of one report, a figure in each of its tables, and the row of one.
department shipped 虚构市档案数据中心
missed 'figure of the ledger' ledger-table 1 8
missed 'growth in the ledger' ledger-table 1 5
missed 'total of the ledger' ledger-table 12 3
missed 'source of revenue' revenue 1 4
missed 'change of a year' expenditure 1 8
missed 'growth of a year' expenditure 1 9
missed 'implied year' three-public-years 6 2
missed 'figure by function' functional 2 4
missed 'share' functional 2 5
missed 'figure by economic class' economic 2 2
missed 'last year of a trend' trends-table 5 4
missed 'slope' trends-table 5 6
missed 'end of an interval' trends-table 5 9
missed 'amount at issue' findings-table 1 4
missed 'sentence of a finding' findings-table 1 5

echo "${figures:-0} figures of $(cat "$work"/*.names | wc -l) departments compared"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "${figures:-0}" -gt 1000 ]
