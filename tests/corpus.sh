#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# corpus.sh CORPUS: what `make corpus` says of the shipped filings, and that it sees what is wrong: a cell, a claim and a sum that
# were changed, a truth without its file, a file with a truth that is not read.
set -u

corpus=${1:?usage: corpus.sh CORPUS}
case $corpus in /*) ;; *) corpus=$PWD/$corpus ;; esac
filings=$(cd "$(dirname "$0")/filings" && pwd)
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
LC_ALL=C.UTF-8
export LC_ALL
unset YUSUAN_DATA
passed=0 failed=0

# run FOLDER: the rows of the files in $work/rows, all in $work/out, the status in $status.
run() {
    "$corpus" -v --lang en --format tsv "$1" >"$work/out" 2>"$work/err"
    status=$?
    awk '/^$/ { exit } { print }' "$work/out" >"$work/rows"
}

# value COLUMN FILE: a field of a file's row.
value() {
    awk -F '\t' -v column="$1" -v file="$2" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == column) at = i }
        $1 == file { print $at }' "$work/rows"
}

# want WHAT EXPECTED ACTUAL
want() {
    if [ "$2" = "$3" ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "corpus: $1: '$3', not '$2'"
    fi
}

# The shipped filings: every cell and claim as their truth has it, and no other sum fails than those that were planted.
run "$filings"
want "status" 0 "$status"
want "nothing on standard error" "" "$(cat "$work/err")"
total=$(awk -F '\t' 'END { print $1 }' "$work/rows")
want "recall" 100.0 "$(value recall% "$total")"
want "precision" 100.0 "$(value precision% "$total")"
for column in found amount figures reason; do
    want "claims: $column" "$(value said "$total")" "$(value $column "$total")"
done
want "files with a truth" "$(find "$filings" -name '*.cells.tsv' | wc -l)" \
    "$(awk -F '\t' 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "recall%") at = i; next } $1 !~ /^total/ && $at != ""' "$work/rows" | wc -l)"
want "sums that fail in 2020" 2 "$(value fail 虚构市档案数据中心-2020-预算.txt)"
want "sums that fail in 2022" 3 "$(value fail 虚构市档案数据中心-2022-预算.txt)"
want "sums that fail in all" 5 "$(value fail "$total")"
want "the planted fault is named" 2 "$(grep -c '2020-预算.*	302	.*parent = children' "$work/out")"
want "tables of the accounts" 9 "$(value known 虚构市图书馆-2023-决算.pdf)"
want "missing tables of the small one" 7 "$(value missing small.txt)"
want "notes are passed over" 1 "$(grep -c '^passed over: 1 files' "$work/out")"

# The small one, with a cell too high in its truth, and a claim of another growth, share and reason.
mkdir "$work/small" && cp "$filings/small.txt" "$work/small"
awk -F '\t' -v OFS='\t' 'NR == 2 { $4 = $4 + 1 } { print }' "$filings/expected/small.cells.tsv" >"$work/small/small.cells.tsv"
sed 's/14\.05/14.06/; s/28\.66/28.67/; s/在职人员/退休以后/' "$filings/expected/small.claims.tsv" >"$work/small/small.claims.tsv"
run "$work/small"
want "status with a wrong cell" 1 "$status"
want "the cell that is missed" 1 "$(grep -c '^  missing .* |' "$work/out")"
want "the cell that is too many" 1 "$(grep -c '^  extra .* |' "$work/out")"
want "claims found" 6 "$(value found small.txt)"
want "claims with all figures" 4 "$(value figures small.txt)"
want "claims with their reason" 4 "$(value reason small.txt)"

# A sum that no longer holds, and a truth of a file that is not there.
sed 's/84\.33/84.43/' "$filings/small.txt" >"$work/small/small.txt"
cp "$filings/expected/small.cells.tsv" "$work/small/absent.cells.tsv"
run "$work/small"
want "a sum fails" yes "$([ "$(value fail small.txt)" -gt 0 ] && echo yes)"
want "a truth without a file" 1 "$(grep -c '^no file for the truth in .*absent' "$work/out")"

# A file that has a truth and is not read is no success.
mkdir "$work/refused" && echo "no filing" >"$work/refused/small.txt"
cp "$filings/expected/small.cells.tsv" "$work/refused"
run "$work/refused"
want "status with a refused file" 1 "$status"
want "recall of a refused file" 0.0 "$(value recall% small.txt)"
want "a refused file is named" 1 "$(grep -c '^refused: small.txt' "$work/out")"

"$corpus" >/dev/null 2>&1
want "status without a folder" 2 $?

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
