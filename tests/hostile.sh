#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh tests/hostile.sh FOLDER: writes invented departments whose names, and the names of whose subjects, try to be more than
# names: tags, commands of a shell and of gnuplot, formulas, paths, marks that turn the direction of writing, control
# characters, a name of 300 characters, emoji. names.csv has five years of each; below filings/ each stands in a text filing
# of its own, in the place of the department of one that is shipped.
set -eu

folder=$1
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$folder/filings"

# One a line; \ooo are bytes, written by printf: what turns lines around would mislead whoever reads this file.
# The first word is how the file of a filing is called.
names() {
    cat <<'END'
quotes 虚构"双引"与'单引'`反引`局
script 虚构<script>alert(1)</script><img src=x onerror=alert(1)>局
formula =HYPERLINK("http://example.org/","虚构局")
turned 虚构\342\200\256局算预\342\200\254与\342\201\246隔离\342\201\251办
emoji 虚构😀👩\342\200\215👩\342\200\215👧🇨🇳局
control 虚构\t制表\033[31m红\007\001局
substitution 虚构$(touch pwned)`touch pwned`局
gnuplot '; system("touch pwned"); # 虚构局
path ../../../x/虚构局
markdown 虚构|[局](http://example.org/)**粗**_斜_&lt;b&gt;
END
    # 300 characters.
    printf 'long 虚构'
    awk 'BEGIN { for (i = 0; i < 297; i++) printf "长"; print "局" }'
}

# csv NAME: as a field. A backslash stands for itself, save where names() has bytes.
csv() { printf '%b' "$1" | sed 's/"/""/g; 1s/^/"/; $s/$/"/'; }

echo 'department,fiscal_year,kind,direction,measure,code,label,amount' >"$folder/names.csv"
names | while read -r word name; do
    field=$(csv "$name")
    for year in 2020 2021 2022 2023 2024; do
        rise=$(((year - 2020) * 7))
        echo "$field,$year,budget,expenditure,total,,,$((301 + 2 * rise)).00"
        echo "$field,$year,budget,expenditure,total,201,$field,$((100 + rise)).25"
        echo "$field,$year,budget,expenditure,total,2012601,$field,$((100 + rise)).25"
        echo "$field,$year,budget,expenditure,total,208,社会保障和就业支出,$((200 + rise)).75"
    done >>"$folder/names.csv"
    NAME=$(printf '%b' "$name") awk '{ while ((at = index($0, "虚构县图书馆")) > 0)
            $0 = substr($0, 1, at - 1) ENVIRON["NAME"] substr($0, at + length("虚构县图书馆")); print }' \
        "$here/filings/small.txt" >"$folder/filings/$word.txt"
done
# A name of two lines, as a spreadsheet may hold it.
printf '%s\n' '"虚构' '两行局",2023,budget,expenditure,total,201,"两' '行",10.00' '"虚构' '两行局",2024,budget,expenditure,total,201,"两' '行",12.00' \
    >>"$folder/names.csv"
