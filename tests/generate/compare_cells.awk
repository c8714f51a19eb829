# SPDX-License-Identifier: GPL-3.0-or-later
#
# Compares cells that were read with the truth: awk -F '\t' -v name= -v filings= -v errors= -v warnings= -v misses= -f … TRUTH EXPORT
# TRUTH: department, table, row, column, amount; EXPORT: `yusuan export cells`. Prints one line, writes what is wrong to
# the file `misses`; exit status 1 when a settled cell is wrong.

# 结转: only tells two rows of one label apart, （小计） is the form's own remark.
function row_of(text) {
    sub(/^结转:/, "", text)
    sub(/（小计）$/, "", text)
    return text
}

# The truth names a column by its heading, the export by the path of headings above it.
function column_of(text) {
    gsub(/\//, "", text)
    gsub(/（补助）/, "", text)
    return text
}

function key_of(department, table, row, column, amount) {
    return department "\t" table "\t" row_of(row) "\t" column "\t" amount + 0
}

# The truth's key for an exported cell, "" when the truth has none left.
function true_key(column, i, key) {
    for (i = 1; i <= parents; i++) {
        if (substr(column, 1, length(parent[i])) != parent[i])
            continue
        key = key_of($2, $6, $9, substr(column, length(parent[i]) + 1), $11)
        if (left[key] > 0)
            return key
    }
    return ""
}

BEGIN { parents = split("|财政拨款|财政拨款支出|资金来源", parent, "|") }

FNR == NR {
    left[key_of($1, $2, $3, column_of($4), $5)]++
    cells++
    next
}

FNR > 1 {
    if ($13 == "ambiguous") {
        ambiguous++
        next
    }
    key = true_key(column_of($10))
    if (key != "") {
        left[key]--
        right++
    } else {
        wrong++
        print "  wrong cell: " $2 ": " $6 " / " $9 " / " $10 " = " $11 " (" $13 ")" >misses
    }
}

END {
    printf "%-28s %7d %6d  %6d  %10d  %5d  %6d  %8d\n", name, filings, cells, right, ambiguous, wrong, errors, warnings
    exit wrong > 0
}
