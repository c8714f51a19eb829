#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# workbook.sh PROGRAM: the workbooks of the shipped filings, and of names that try to be more than names, opened in LibreOffice.
#
# Each is read twice: once with the results that stand in the file, once with every formula calculated anew. All sheets must be
# there, no cell may show an error, and both readings must agree to half a fen. That a wrong result would be found is proved
# with files in which one was planted. What is missing of LibreOffice, zip and unzip is installed (NO_INSTALL=1 forbids it).
# KEEP=folder keeps the workbooks and what was read of them.
set -u

program=${1:?usage: workbook.sh PROGRAM}
case $program in /*) ;; *) program=$PWD/$program ;; esac
here=$(cd "$(dirname "$0")/.." && pwd)
filings=$here/filings
LIMIT=600 # seconds for one reading of all workbooks
sheets='概要 变动台账 序列 发现 单元格 说明'
LC_ALL=C.UTF-8 YUSUAN_GNUPLOT=none
export LC_ALL YUSUAN_GNUPLOT
unset YUSUAN_DB YUSUAN_DATA

sh "$here/setup.sh" libreoffice-calc-nogui fonts-noto-cjk unzip zip || exit 1
if [ -n "${KEEP:-}" ]; then
    work=$KEEP
    mkdir -p "$work" || exit 1
    work=$(cd "$work" && pwd)
else
    work=$(mktemp -d) || exit 1
    trap 'rm -rf "$work"' EXIT
    trap 'exit 1' INT TERM
fi
mkdir -p "$work/books" "$work/planted" "$work/stored" "$work/calculated"

fail() {
    echo "workbook.sh: $*" >&2
    exit 1
}

# profile MODE: a profile of its own, that calculates always (0) or never (1) when it loads a workbook.
profile() {
    mkdir -p "$work/profile-$1/user"
    cat >"$work/profile-$1/user/registrymodifications.xcu" <<END
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>$1</value></prop></item>
</oor:items>
END
}

# read_books MODE FOLDER: every sheet of every workbook as FOLDER/BOOK-SHEET.csv: tabs between the fields, all of them in quotes,
# numbers with all their digits.
read_books() {
    profile "$1"
    timeout -k 10 "$LIMIT" soffice "-env:UserInstallation=file://$work/profile-$1" --headless --norestore \
        --convert-to 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,true,false,false,false,false,-1' \
        --outdir "$2" "$work"/books/*.xlsx "$work"/planted/*.xlsx >"$work/soffice-$1.log" 2>&1 ||
        fail "LibreOffice failed, or took more than $LIMIT seconds: $(tail -n 3 "$work/soffice-$1.log")"
}

# compare BOOK: what differs between the two readings, and each error, one a line. The number of figures compared goes to $work/count.
compare() {
    for sheet in $sheets; do
        for reading in stored calculated; do
            [ -f "$work/$reading/$1-$sheet.csv" ] || echo "$1: no sheet $sheet"
        done
    done
    for file in "$work/calculated/$1"-*.csv; do
        awk -F '\t' -v name="$(basename "$file" .csv)" -v count="$work/count" '
            function number(text) { return text ~ /^-?([0-9]+\.?[0-9]*|\.[0-9]+)([Ee][-+]?[0-9]+)?$/ }
            # Without its quotes; of a percentage what stands before the sign, as it is on both sides.
            function bare(text) { sub(/^"/, "", text); sub(/%?"$/, "", text); return text }
            NR == FNR { lines++; for (i = 1; i <= NF; i++) stored[FNR, i] = bare($i); fields[FNR] = NF; next }
            {
                for (i = 1; i <= NF || i <= fields[FNR]; i++) {
                    was = stored[FNR, i]
                    now = bare($i)
                    place = name " row " FNR ", field " i ": "
                    if (now ~ /^(#(NAME|REF|VALUE|N\/A|NULL|NUM|DIV\/0)[!?]?|Err:[0-9]+)$/) { print place now; continue }
                    if (number(now) && number(was)) {
                        compared++
                        slack = 0.0000005 + 0.000000001 * (was < 0 ? -was : was)
                        if (now - was > slack || was - now > slack) print place "stored " was ", calculated " now
                    } else if (now != was) {
                        print place "stored " was ", calculated " now
                    }
                }
            }
            END { print compared + 0 >>count; if (lines != FNR) print name ": " lines " rows stored, " FNR " calculated" }
        ' "$work/stored/$(basename "$file")" "$file"
    done
}

# plant BOOK SHEET NAME: a copy of the workbook in which the first formula of a sheet has the result 987654.
plant() {
    rm -rf "$work/unpacked" && mkdir "$work/unpacked" || exit 1
    (cd "$work/unpacked" && unzip -q "$work/books/$1.xlsx") || fail "cannot unpack $1"
    part=$work/unpacked/xl/worksheets/sheet$2.xml
    sed 's|</f><v>[^<]*</v>|</f><v>987654</v>|' "$part" >"$work/changed" || exit 1
    cmp -s "$part" "$work/changed" && fail "sheet $2 of $1 has no formula"
    mv "$work/changed" "$part"
    (cd "$work/unpacked" && zip -q -X -r "$work/planted/$3.xlsx" .) || fail "cannot pack $3"
}

# ---- the workbooks ----

cat >"$work/names.csv" <<'END'
department,fiscal_year,kind,direction,measure,code,label,amount
"=cmd|' /C calc'!A0（虚构）",2022,budget,expenditure,total,201,"+1+1",10.00
"=cmd|' /C calc'!A0（虚构）",2023,budget,expenditure,total,201,"+1+1",10.50
"=cmd|' /C calc'!A0（虚构）",2024,budget,expenditure,total,201,"+1+1",-12.00
"虚构=HYPERLINK(""http://x.invalid"",""点"")局",2023,budget,expenditure,total,,"@SUM(A1:A9)",10.00
"虚构=HYPERLINK(""http://x.invalid"",""点"")局",2024,budget,expenditure,total,,"@SUM(A1:A9)",20.00
"虚构<script>alert(1)</script>&P局",2023,budget,expenditure,total,207,"<img src=x onerror=alert(1)>",10.00
"虚构<script>alert(1)</script>&P局",2024,budget,expenditure,total,207,"]]></t><f>1+1</f>",20.00
"虚构'单引""双引\反斜_x000D_局😀",2023,budget,expenditure,total,207,"'; DROP TABLE filing; --",10.00
"虚构'单引""双引\反斜_x000D_局😀",2024,budget,expenditure,total,207,"-2+3",20.00
END
"$program" --db "$work/books.db" import -q "$filings"/*.txt "$filings"/*.pdf "$work/names.csv" >/dev/null || fail "cannot import"
number=0
"$program" --db "$work/books.db" list --format tsv | tail -n +2 | cut -f 2 | sort -u >"$work/departments"
while IFS= read -r department; do
    number=$((number + 1))
    "$program" --db "$work/books.db" report "$department" -q -o "$work/report" </dev/null || fail "no report of $department"
    cp "$work/report/report.xlsx" "$work/books/book$number.xlsx" || exit 1
done <"$work/departments"
[ "$number" -ge 8 ] || fail "only $number departments"
known=book$(grep -n '^虚构市档案数据中心$' "$work/departments" | cut -d : -f 1)
for sheet in 1 2 3; do
    plant "$known" "$sheet" "planted$sheet"
done

# ---- read and compare ----

read_books 1 "$work/stored"
read_books 0 "$work/calculated"
: >"$work/count"
for book in "$work"/books/*.xlsx; do
    compare "$(basename "$book" .xlsx)"
done >"$work/faults"
figures=$(awk '{ sum += $1 } END { print sum + 0 }' "$work/count")
if [ -s "$work/faults" ]; then
    head -n 20 "$work/faults" >&2
    fail "$(wc -l <"$work/faults") differences or errors"
fi
[ "$figures" -gt 5000 ] || fail "only $figures figures were compared"
for sheet in 1 2 3; do
    compare "planted$sheet" | grep -q 'stored 987654' || fail "a wrong result on sheet $sheet was not found"
done
grep -q '"=cmd|' "$work"/calculated/book*-概要.csv || fail "a name that begins with = is not there as a text"
echo "workbook.sh: $number workbooks, $figures figures agree with LibreOffice's; 3 planted results found"
