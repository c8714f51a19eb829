#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Reads invented filings whose truth is known, clean ones and ones with a planted error, and compares:
#
#   sh tests/generated.sh PROGRAM GENERATOR [SEED]
#
# 1. Clean filings in every layout and encoding: no finding of severity error, and no settled cell (grid, unique,
#    likely) that the truth has not, in its table, row and column. A cell that stays ambiguous is counted, not blamed.
# 2. For each kind of error, in raw text and in columns: every planted finding is reported with its rule, severity and subject, and no error is
#    reported that is neither planted nor listed as its consequence.
#
# Prints a table of what was planted and found, then each miss; exit status 1 when a limit is not met.
set -u

program=${1:?usage: generated.sh PROGRAM GENERATOR [SEED]}
generator=${2:?usage: generated.sh PROGRAM GENERATOR [SEED]}
seed=${3:-20240}
here=$(cd "$(dirname "$0")" && pwd)

# Clean filings in each layout, and filings with each error in each of two layouts: raw text that has lost its blank
# cells, and text that has kept its columns. Reading one takes some 15 ms.
PER_LAYOUT=48
PER_FAULT=16

# The part of what was planted that must be found, in %. Everything, but where a line says why not.
limit_of() {
    case $1 in
    *) echo 100 ;;
    esac
}

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
LC_ALL=C.UTF-8
export LC_ALL
unset YUSUAN_DB YUSUAN_DATA

fail() {
    echo "generated.sh: $*" >&2
    exit 1
}

# read_filings FOLDER: imports what was generated there, exports its cells and findings beside it.
read_filings() {
    "$program" --db "$1/store" -q import "$1"/*.txt >"$1/import.log" 2>&1 || fail "import failed: $(tail -n 1 "$1/import.log")"
    for what in cells findings; do
        "$program" --db "$1/store" --lang en --format tsv export $what >"$1/$what.export" 2>"$1/$what.log" ||
            fail "export $what failed: $(tail -n 1 "$1/$what.log")"
    done
    rm -f "$1/store"*
}

# join_truth FOLDER KIND: all truth files of a kind as one, with the department in front.
join_truth() {
    for file in "$1"/*."$2".tsv; do
        name=${file##*/}
        awk -v department="${name%%-*}" 'FNR > 1 { print department "\t" $0 }' "$file"
    done >"$1/$2.truth"
}

failed=0

echo "clean filings                filings  cells   right   ambiguous  wrong  errors  warnings"
for kind in raw formfeed layout gb18030 utf-16; do
    case $kind in
    raw | formfeed | layout) option=--layout=$kind count=$PER_LAYOUT ;;
    *) option=--encoding=$kind count=$((PER_LAYOUT / 4)) ;;
    esac
    folder=$work/clean-$kind
    "$generator" --seed="$seed" --count=$count "$option" --out="$folder" || fail "generator failed: $option"
    read_filings "$folder"
    join_truth "$folder" cells
    errors=$(awk -F '\t' '$3 == "error"' "$folder/findings.export" | wc -l)
    warnings=$(awk -F '\t' '$3 == "warning"' "$folder/findings.export" | wc -l)
    awk -F '\t' -v name="$kind" -v filings=$count -v errors="$errors" -v warnings="$warnings" -v misses="$folder/misses" \
        -f "$here/generate/compare_cells.awk" "$folder/cells.truth" "$folder/cells.export" || failed=1
    if [ "$errors" -gt 0 ]; then
        failed=1
        awk -F '\t' '$3 == "error" { print "  false error: " $4 ": " $2 " " $7 " " $8 ": " $10 }' "$folder/findings.export" >>"$folder/misses"
    fi
    [ ! -s "$folder/misses" ] || head -n 20 "$folder/misses"
done

echo
echo "planted                      filings  planted  found      %  limit  extra errors  warnings"
for fault in $("$generator" --list-faults); do
    folder=$work/planted-$fault
    mkdir "$folder"
    for layout in raw layout; do
        "$generator" --seed="$seed" --count=$PER_FAULT --fault="$fault" --layout=$layout --out="$folder/$layout" ||
            fail "generator failed: $fault"
        read_filings "$folder/$layout"
        join_truth "$folder/$layout" findings
        # Two layouts of one seed are the same departments: the layout in front of the name tells them apart.
        sed "s/^/$layout /" "$folder/$layout/findings.truth" >>"$folder/truth"
        awk -F '\t' -v OFS='\t' -v layout=$layout 'FNR > 1 { $4 = layout " " $4; print }' "$folder/$layout/findings.export" >>"$folder/export"
    done
    awk -F '\t' -v name="$fault" -v filings=$((2 * PER_FAULT)) -v limit="$(limit_of "$fault")" -v misses="$folder/misses" \
        -f "$here/generate/compare_findings.awk" "$folder/truth" "$folder/export" || failed=1
    [ ! -s "$folder/misses" ] || head -n 20 "$folder/misses"
done

[ $failed = 0 ] || echo "generated.sh: a limit is not met" >&2
exit $failed
