#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh tests/full/run.sh PROGRAM DETECT_FILINGS FOLDER: what `make check-full` runs. Makes reports below FOLDER, of the shipped
# filings, of a department of ten years and of names that try to be more than names, and looks at them as a reader's
# programs do: a browser, a screen reader's rules, a printer, a spreadsheet. The last line counts what passed and failed.
set -u

program=$1
generator=$2
folder=$3
here=$(cd "$(dirname "$0")" && pwd)
LC_ALL=C.UTF-8
PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
export LC_ALL PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD
unset YUSUAN_DB YUSUAN_DATA YUSUAN_LINEAGE YUSUAN_GNUPLOT LANG LANGUAGE LC_MESSAGES

fail() {
    echo "check-full: $*" >&2
    exit 1
}

# What drives the browser, exactly as the lock file names it; again only when that changed.
install_driver() {
    cmp -s "$here/package-lock.json" "$folder/package-lock.json" && [ -d "$folder/node_modules/axe-core" ] && return
    cp "$here/package.json" "$here/.npmrc" "$folder/" && cp "$here/package-lock.json" "$folder/package-lock.new" || return
    mv "$folder/package-lock.new" "$folder/package-lock.json"
    (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) || {
        rm -f "$folder/package-lock.json"
        return 1
    }
}

# store NAME FILE...: a store of these filings. What is refused is not what is looked at here.
store() {
    database=$folder/$1.db
    shift
    "$program" --db "$database" import -q "$@" >/dev/null 2>&1
}

# report NAME DEPARTMENT OPTION...: the department's report, below the folder of reports.
report() {
    to=$1
    shift
    "$program" --db "$database" report "$@" -o "$folder/reports/$to" >/dev/null || fail "no report of $1"
}

make_reports() {
    rm -rf "$folder/reports" "$folder"/*.db* "$folder/filings" "$folder/hostile"
    mkdir -p "$folder/reports"
    store shipped "$here"/../filings/*.txt "$here"/../filings/*.pdf "$here"/../filings/tidy.csv
    report archive 虚构市档案数据中心
    report archive-english 虚构市档案数据中心 --lang en
    report bureau 示例县商务和工业信息化局
    report library 虚构市图书馆
    report water 虚构市水文站
    report ten-years 虚构甲局
    report all --all
    "$generator" --seed=1 --count=1 --case=11 --out="$folder/filings" && store generated "$folder/filings"
    report generated "$("$program" --db "$database" --format tsv export series | awk -F '\t' 'NR == 2 { print $1 }')"
    sh "$here/../hostile.sh" "$folder/hostile"
    store hostile "$folder/hostile/names.csv" "$folder/hostile/filings"
    report hostile --all
    # What the names ask for is nowhere: neither a file they make, nor a folder elsewhere.
    outside=$(find "$folder" -path "$folder/node_modules" -prune -o \( -name '*pwned' -o -name x \) -print)
    [ -z "$outside" ] || fail "a name made this: $outside"
}

mkdir -p "$folder" || exit 1
install_driver || fail "the browser's driver could not be installed (npm ci in $folder)"
make_reports

log=$folder/log
status=0
# The line in which a part counts is told with the part's name: only the last line here counts all.
tell() { sed -E "s/^([0-9]+ passed, [0-9]+ failed)/$1: \\1/" "$log.$1"; }

rm -f "$log".*
for part in prove pages; do
    node "$here/$part.mjs" "$folder" >"$log.$part" 2>&1 || status=1
    tell $part
done
if [ -f "$here/workbook.sh" ]; then
    sh "$here/workbook.sh" "$program" >"$log.workbook" 2>&1 || status=1
    tell workbook
fi
cat "$log".* | awk -v status=$status '/^[0-9]+ passed, [0-9]+ failed/ { passed += $1; failed += $3 }
    END { if (status && !failed) failed = 1; print passed + 0 " passed, " failed + 0 " failed"; exit failed > 0 || !passed }'
