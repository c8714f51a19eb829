# SPDX-License-Identifier: GPL-3.0-or-later
#
# Compares findings with what was planted: awk -F '\t' -v name= -v filings= -v limit= -v misses= -f … TRUTH EXPORT
# TRUTH: department, rule, subject, planted, severity, kind; EXPORT: `yusuan export findings`, without its first line. Prints one line, writes
# misses and extra errors to the file `misses`; exit status 1 when less than `limit` % is found, or an error is extra.

# A title or name without the quotes that some print and some do not.
function bare(text) {
    gsub(/“/, "", text)
    gsub(/”/, "", text)
    return text
}

# Does the finding in this record speak of what the truth calls `subject`?
function speaks_of(subject, parts) {
    if (subject == "部门整体绩效目标表") # what is wrong with the table of targets as a whole
        return 1
    if (split(subject, parts, "→") == 2) # a move: either side may be the one that tells it
        return $8 == parts[1] || $8 == parts[2]
    if (split(subject, parts, " ") == 2 && parts[1] in titles) # a row of a table; of a balance, either total
        return $14 == titles[parts[1]] && ($8 == parts[2] || $7 == parts[2] || $2 == "balance")
    if (subject in same)
        subject = same[subject]
    return $8 == subject || bare($7) == bare(subject) || $14 == subject
}

# A reason used twice is told of one of its two subjects.
function other_is_seen(n_planted, i) {
    for (i = 1; i <= n; i++)
        if (rule[i] == "reason.reused" && rule[i] == rule[n_planted] && department[i] == department[n_planted] && seen[i])
            return 1
    return 0
}

BEGIN {
    titles["表1"] = "部门收支总体情况表"
    titles["表3"] = "部门支出总体情况表"
    titles["表6"] = "一般公共预算基本支出情况表"
    titles["表10"] = "财政拨款“三公”经费支出情况表"
    titles["表11"] = "上年结转结余情况明细表"
    same["政府采购预算"] = "政府采购"
}

FNR == NR {
    n++
    department[n] = $1
    rule[n] = $2
    subject[n] = $3
    severity[n] = $5
    is_planted[n] = $6 == "planted"
    planted += is_planted[n]
    next
}

{
    wanted = 0
    for (i = 1; i <= n; i++)
        if (department[i] == $4 && rule[i] == $2 && speaks_of(subject[i])) {
            wanted = 1
            if (severity[i] == $3)
                seen[i] = 1
        }
    warnings += !wanted && $3 == "warning"
    if (!wanted && $3 == "error") {
        extra++
        print "  extra error: " $4 ": " $2 " " $7 " " $8 ": " $10 >misses
    }
}

END {
    for (i = 1; i <= n; i++) {
        if (!is_planted[i])
            continue
        if (seen[i] || other_is_seen(i))
            found++
        else
            print "  not found: " department[i] ": " rule[i] " " subject[i] " (" severity[i] ")" >misses
    }
    percent = planted > 0 ? 100 * found / planted : 0
    printf "%-28s %7d  %7d  %5d  %5.1f  %5d  %12d  %8d\n", name, filings, planted, found, percent, limit, extra, warnings
    exit percent < limit || extra > 0 || planted == 0
}
