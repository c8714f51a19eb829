#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The detection benchmark: filings of invented departments over several years, with each kind of fault at several sizes, and clean ones.
#
#   sh tests/detect.sh PROGRAM GENERATOR [--check]
#
# COUNT=4 departments for each case, CLEAN=40 without a fault, SEED=1, CASES="year" for those whose name holds it, KEEP=folder to keep
# filings, stores and misses. --check: a small run with fixed dice, that fails when an arithmetic fault or one between two years is not
# found, or an error is raised where there is none.
set -u

program=${1:?usage: detect.sh PROGRAM GENERATOR [--check]}
generator=${2:?usage: detect.sh PROGRAM GENERATOR [--check]}
here=$(cd "$(dirname "$0")" && pwd)
count=${COUNT:-4} clean=${CLEAN:-40} seed=${SEED:-1} cases=${CASES:-} strict=

# Each of these is found in full, at every size beyond rounding; and no error stands on a clean filing.
must_find="sum.columns sum.children sum.total balance cross.table text.amount text.share text.growth text.direction text.sum year.base-drift year.staff-roll year.carryover-roll"

if [ "${3:-}" = --check ]; then
    count=1 clean=6 seed=20240 strict=$must_find
    cases='^(sum|balance|cross|text.(amount|share|growth|direction|sum)|year.base-drift|year.carryover-roll):(in|edge|.*-edge|0.03|small|slip)$|^year.staff-roll:1$|^hard.(times|recoded)'
fi

if [ -n "${KEEP:-}" ]; then
    work=$KEEP
    mkdir -p "$work" || exit 1
else
    work=$(mktemp -d) || exit 1
    trap 'rm -rf "$work"' EXIT
    trap 'exit 1' INT TERM
fi
LC_ALL=C.UTF-8
export LC_ALL
unset YUSUAN_DB YUSUAN_DATA

fail() {
    echo "detect.sh: $*" >&2
    exit 1
}

# draw STORE NAME OPTIONS…: filings into a folder of the store's; their answers and figures are added to those of all.
draw() {
    store=$1
    folder=$work/$1/$2
    shift 2
    "$generator" --seed="$seed" --out="$folder" "$@" || fail "generator failed: $*"
    for part in answers figures; do
        awk -v store="$store" '{ print store "\t" $0 }' "$folder/$part.tsv" >>"$work/$part"
        rm "$folder/$part.tsv"
    done
    printf '%s\t#\tfilings\t%d\n' "$store" "$(find "$folder" -type f | wc -l)" >>"$work/figures"
}

# judge STORE: what the program says of what was drawn for it.
judge() {
    "$program" --db "$work/$1.db" -q import "$work/$1" >"$work/$1.log" 2>&1 || fail "import failed: $(tail -n 1 "$work/$1.log")"
    "$program" --db "$work/$1.db" --lang en --format tsv export findings >"$work/$1.findings" || fail "export failed: $1"
    awk -v store="$1" '{ print store "\t" $0 }' "$work/$1.findings" >>"$work/findings"
}

rm -rf "$work/clean" "$work/faults" "$work/clean.db" "$work/faults.db" "$work/answers" "$work/figures" "$work/findings" "$work/misses"
mkdir "$work/clean" "$work/faults"
draw clean exact --clean=exact --count=$((clean / 2))
draw clean rounded --clean=rounded --first=$((clean / 2 + 1)) --count=$((clean - clean / 2))
"$generator" --list >"$work/list"
number=0
while IFS='	' read -r rule size; do
    if [ -z "$cases" ] || echo "$rule:$size" | grep -Eq "$cases"; then
        draw faults "$rule:$size" --case=$number --first=$((number * count + 1)) --count="$count"
    fi
    number=$((number + 1))
done <"$work/list"
judge clean
judge faults

score() {
    awk -F '\t' -v strict="$strict" -v misses="$work/misses" -f "$here/detect/score.awk" \
        file=1 "$work/answers" file=2 "$work/findings" file=3 "$work/figures"
}

if [ -z "$strict" ]; then
    score
elif score >"$work/table"; then
    echo "detect.sh: every planted fault of these kinds is found, no error where there is none"
else
    cat "$work/table" "$work/misses"
    fail "something that must be found was not, or an error was raised where there is none"
fi
