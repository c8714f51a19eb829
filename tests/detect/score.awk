# SPDX-License-Identifier: GPL-3.0-or-later
#
# Findings against answers: awk -F '\t' -f score.awk file=1 ANSWERS file=2 FINDINGS file=3 FIGURES, each with the name of the store in
# front of its lines.
#   ANSWERS   store, case, size, departments, year, rule, subjects, severity, kind (must, may, not)   as case.h tells
#   FINDINGS  store, then the columns of `yusuan export findings`
#   FIGURES   store, department, year, code, amount: the general budget by item, and the number of filings as "store # filings N"
# -v strict="rules": exit status 1 when one of these is not found in full (but for sizes called text-…: only last year's sentence tells
#   the base), or an error is raised that nothing calls for.
# -v misses=FILE: each miss, each false finding of a line.

function bare(text) {
    gsub(/[ “”"]/, "", text)
    return text
}

# Is one of the names joined by | what the finding speaks of?
function speaks_of(subjects, n, i, parts, name) {
    if (subjects == "*")
        return 1
    n = split(subjects, parts, "|")
    for (i = 1; i <= n; i++) {
        name = bare(parts[i])
        if (name == bare($8) || name == $9 || name == bare($15) || name == bare($16))
            return 1
    }
    return 0
}

function is_of(answer) {
    return ($6 == year[answer] || year[answer] == "*") && speaks_of(subjects[answer])
}

function percent(part, whole) {
    return whole > 0 ? sprintf("%5.1f", 100 * part / whole) : "    –"
}

function group_of(rule) {
    if (rule ~ /^(sum|balance|cross|table|text)/)
        return "in one filing: sums, tables, sentences"
    if (rule ~ /^(reason|reclass)/)
        return "reasons and moves"
    if (rule ~ /^year\./)
        return "between two years"
    if (rule ~ /^(carryover|three-public)/)
        return "carryover, three public expenses"
    return "over years and among peers"
}

function note_group(rule) {
    if (!(group_of(rule) in group_seen)) {
        group_seen[group_of(rule)] = 1
        groups[++group_count] = group_of(rule)
    }
}

file == 1 {
    n++
    store[n] = $1
    about[n] = $2
    size[n] = $3
    departments[n] = $4
    year[n] = $5
    rule[n] = $6
    subjects[n] = $7
    severity[n] = $8
    kind[n] = $9
    split($4, names, "|")
    for (i in names)
        of_key[$1, names[i], $6] = of_key[$1, names[i], $6] " " n
    if ($9 == "must") {
        note_group($6)
        if (!($6 in planted))
            rules[++rule_count] = $6
        planted[$6]++
        planted_size[$6, $3]++
        if (planted_size[$6, $3] == 1)
            sizes[$6] = sizes[$6] "\t" $3
    }
    if ($9 == "not") {
        key = $2 ($3 != "" ? ":" $3 : "")
        if (!(key in forbidden))
            hard[++hard_count] = key
        forbidden[key] += !(($1, $4) in hard_seen)
        hard_seen[$1, $4] = 1
    }
    next
}

file == 2 && $2 == "id" { next }

file == 2 {
    count = split(of_key[$1, $5, $3], candidates, " ")
    wanted = allowed = 0
    for (i = 1; i <= count; i++) {
        a = candidates[i]
        if (!is_of(a))
            continue
        if (kind[a] == "must") {
            wanted = 1
            if ($4 == severity[a])
                found[a] = 1
        } else if (kind[a] == "may") {
            allowed = 1
        } else if (severity[a] == "" || severity[a] == $4) {
            key = about[a] (size[a] != "" ? ":" size[a] : "")
            if (!((key, $1, $5) in raised_seen))
                raised[key]++
            raised_seen[key, $1, $5] = 1
            print "must not: " key ": " $1 " " $5 " " $6 ": " $3 " " $8 " " $9 ": " $11 >misses
        }
    }
    if (wanted)
        right[$3]++
    else if (!allowed) {
        wrong[$3]++
        clean = $1 ~ /^clean/
        false_count[clean, $4]++
        print "false: " $1 " " $5 " " $6 ": " $3 " (" $4 ") " $8 " " $9 ": " $11 >misses
    }
    if (wrong[$3] + right[$3] == 1 && !($3 in planted))
        others[++other_count] = $3
    next
}

$2 == "#" {
    filings[$1 ~ /^clean/] += $4
    next
}

{
    amount[$1, $2, $3, $4] = $5
    total[$1, $2, $3] += $5
    row[++rows] = $1 SUBSEP $2 SUBSEP $3 SUBSEP $4
}

# What reviewers do today with two columns of figures: 1: 10 % up or down; 2: that, and at least 10 万元; 3: three standard deviations
# from the subject's own earlier growth.
function flag_rows(k, part, last, growth, m, sum, square, i, a, b, deviation) {
    for (k = 1; k <= rows; k++) {
        split(row[k], part, SUBSEP)
        last = (part[1] SUBSEP part[2] SUBSEP (part[3] - 1) SUBSEP part[4])
        if (!(last in amount)) {
            if ((part[1], part[2], part[3] - 1) in total) {
                flag(1, part)
                if (amount[row[k]] >= 10)
                    flag(2, part)
            }
            continue
        }
        growth = amount[row[k]] / amount[last] - 1
        if (growth >= 0.1 || growth <= -0.1) {
            flag(1, part)
            if (amount[row[k]] - amount[last] >= 10 || amount[last] - amount[row[k]] >= 10)
                flag(2, part)
        }
        m = sum = square = 0
        for (i = 1; i <= 5; i++) {
            a = amount[part[1], part[2], part[3] - i, part[4]]
            b = amount[part[1], part[2], part[3] - i - 1, part[4]]
            if (a <= 0 || b <= 0)
                break
            m++
            sum += a / b - 1
            square += (a / b - 1) ^ 2
        }
        if (m < 3)
            continue
        deviation = (square - sum * sum / m) / (m - 1)
        if (deviation > 0 && (growth - sum / m) ^ 2 > 9 * deviation)
            flag(3, part)
    }
}

function flag(way, part) {
    flags[way, part[1] ~ /^clean/]++
    flagged[way, part[1], part[2], part[3], part[4]] = 1
}

# Would the flag have led a reviewer to it? To what has no subject of the budget it cannot.
function flag_finds(way, answer, n, i, parts, names) {
    n = split(subjects[answer], parts, "|")
    split(departments[answer], names, "|")
    for (i = 1; i <= n; i++)
        if ((way, store[answer], names[1], year[answer], parts[i]) in flagged)
            return 1
    return 0
}

function print_rules(i, k, r, list, line, parts) {
    print "rule                   planted  found  recall  raised  false  precision   found by size"
    for (i = 1; i <= rule_count; i++) {
        r = rules[i]
        line = ""
        k = split(substr(sizes[r], 2), parts, "\t")
        for (list = 1; list <= k; list++)
            line = line sprintf("  %s %d/%d", parts[list] == "" ? "all" : parts[list], found_size[r, parts[list]], planted_size[r, parts[list]])
        printf "%-22s %7d  %5d   %s  %6d  %5d      %s %s\n", r, planted[r], found_rule[r], percent(found_rule[r], planted[r]), right[r] + wrong[r], wrong[r],
            percent(right[r], right[r] + wrong[r]), line
    }
    for (i = 1; i <= other_count; i++)
        if (wrong[others[i]] > 0)
            printf "%-22s %7d  %5d   %s  %6d  %5d\n", others[i], 0, 0, percent(0, 0), wrong[others[i]], wrong[others[i]]
}

function print_hard(i) {
    print "\nmust not be raised                   departments  raised"
    for (i = 1; i <= hard_count; i++)
        printf "%-36s %11d  %6d\n", hard[i], forbidden[hard[i]], raised[hard[i]]
}

function print_clean(which) {
    print "\nfalse findings                filings  errors  warnings  notices   a filing"
    for (which = 1; which >= 0; which--)
        printf "%-28s %8d  %6d  %8d  %7d   %8.4f\n", which ? "of clean filings" : "of filings with a fault", filings[which], false_count[which, "error"],
            false_count[which, "warning"], false_count[which, "notice"],
            filings[which] ? (false_count[which, "error"] + false_count[which, "warning"] + false_count[which, "notice"]) / filings[which] : 0
    if (strict != "" && false_count[0, "error"] + false_count[1, "error"] > 0)
        failed = 1
}

function print_today(g, way, a) {
    print "\nfound, %                                  planted  yusuan    10 %   10 % and 10万   z > 3"
    for (a = 1; a <= n; a++)
        if (kind[a] == "must") {
            of_group[group_of(rule[a])]++
            found_group[group_of(rule[a]), 0] += found[a]
            for (way = 1; way <= 3; way++)
                found_group[group_of(rule[a]), way] += flag_finds(way, a)
        }
    for (g = 1; g <= group_count; g++)
        printf "%-42s %6d   %s   %s           %s   %s\n", groups[g], of_group[groups[g]], percent(found_group[groups[g], 0], of_group[groups[g]]),
            percent(found_group[groups[g], 1], of_group[groups[g]]), percent(found_group[groups[g], 2], of_group[groups[g]]),
            percent(found_group[groups[g], 3], of_group[groups[g]])
    if (filings[1])
        printf "%-42s %6d   %5.2f   %5.2f           %5.2f   %5.2f\n", "raised on a clean filing (number)", filings[1],
            (false_count[1, "error"] + false_count[1, "warning"] + false_count[1, "notice"]) / filings[1], flags[1, 1] / filings[1],
            flags[2, 1] / filings[1], flags[3, 1] / filings[1]
}

END {
    for (a = 1; a <= n; a++) {
        if (kind[a] != "must")
            continue
        found_rule[rule[a]] += found[a]
        found_size[rule[a], size[a]] += found[a]
        if (!found[a] && index(" " strict " ", " " rule[a] " ") && size[a] !~ /^text-/)
            failed = 1
        if (!found[a])
            print "not found: " store[a] " " departments[a] " " year[a] ": " rule[a] ":" size[a] " " subjects[a] " (" severity[a] ")" >misses
    }
    flag_rows()
    print_rules()
    print_hard()
    print_clean()
    print_today()
    exit failed
}
