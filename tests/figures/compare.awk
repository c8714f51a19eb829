# SPDX-License-Identifier: GPL-3.0-or-later
# Holds the figures of a report's tables (tables.awk) against the exports of the same department:
#
#     awk -v kind=budget -v year=2024 -f compare.awk ledger.tsv series.tsv stats.tsv findings.tsv tables.tsv
#
# Prints each figure that differs, and last how many were compared. A figure is compared as it is printed, without what
# separates its thousands, a plus sign, and the mark of an implied one: nothing is rounded here that the report does not round.

BEGIN {
    FS = "\t"
    funds["general"] = funds["government-fund"] = funds["state-capital"] = 1
    # What a line of the tables of years is a series of.
    yard["revenue", "一般公共预算拨款"] = "revenue general total"
    yard["revenue", "政府性基金预算拨款"] = "revenue government-fund total"
    yard["revenue", "国有资本经营预算拨款"] = "revenue state-capital total"
    yard["revenue", "财政专户"] = "revenue special-account total"
    yard["revenue", "单位资金"] = "revenue own total"
    yard["revenue", "上年结转结余"] = "carryover all total"
    yard["revenue", "收入总计"] = "revenue all total"
    yard["expenditure", "基本支出"] = "expenditure all basic"
    yard["expenditure", "其中：人员经费（一般公共预算）"] = "expenditure general personnel"
    yard["expenditure", "其中：公用经费（一般公共预算）"] = "expenditure general operating"
    yard["expenditure", "项目支出"] = "expenditure all project"
    yard["expenditure", "单位预留机动经费"] = "expenditure all reserve"
    yard["expenditure", "上缴上级支出"] = "expenditure all remitted-up"
    yard["expenditure", "经营支出"] = "expenditure all business"
    yard["expenditure", "对附属单位补助支出"] = "expenditure all subsidy-down"
    yard["expenditure", "支出总计"] = "expenditure all total"
    yard["carryover-years", "上年结转结余"] = "carryover all total"
    yard["carryover-years", "其中：财政拨款"] = "carryover all appropriation"
    yard["carryover-years", "其中：非财政拨款"] = "carryover all non-appropriation"
    yard["carryover-years", "预算总额"] = "expenditure all total"
    yard["three-public-years", "因公出国（境）费"] = "expenditure all travel-abroad"
    yard["three-public-years", "公务接待费"] = "expenditure all reception"
    yard["three-public-years", "公务用车购置及运行费"] = "expenditure all vehicles"
    yard["three-public-years", "其中：购置费"] = "expenditure all vehicle-purchase"
    yard["three-public-years", "其中：运行费"] = "expenditure all vehicle-running"
    yard["three-public-years", "三公经费合计"] = "expenditure all three-public"
    class_yard["functional", "基本支出"] = "expenditure all basic"
    class_yard["functional", "项目支出"] = "expenditure all project"
    class_yard["functional", "合计"] = "expenditure all total"
    class_yard["economic", "人员经费"] = "expenditure general personnel"
    class_yard["economic", "公用经费"] = "expenditure general operating"
    class_yard["economic", "合计"] = "expenditure general basic"
    trend_yard["支出总额"] = "expenditure all total"
    trend_yard["基本支出"] = "expenditure all basic"
    trend_yard["项目支出"] = "expenditure all project"
    trend_yard["三公经费"] = "expenditure all three-public"
    trend_yard["上年结转结余"] = "carryover all total"
    for (fund in funds) stand_in["revenue " fund " total"] = "revenue " fund " local"
    stand_in["carryover all total"] = "carryover all appropriation"
    ledger_field["上年"] = "base"; ledger_field["本年"] = "current"; ledger_field["变化"] = "change"
    ledger_field["科目间调整"] = "reclassified"; ledger_field["已说明"] = "explained"; ledger_field["没有说明"] = "unexplained"
}

function say(why) { print table ", row " row " (" name "), " heading ": " text ": " why; wrong++ }

# A figure without what only makes it readable.
function bare(figure) {
    gsub(/,|\*|%/, "", figure); gsub(/−/, "-", figure); sub(/^\+/, "", figure)
    return figure
}

# The same with two decimals at the least, as the report prints amounts.
function decimals(figure) {
    figure = bare(figure)
    if (figure !~ /^-?[0-9]/) return figure
    if (figure !~ /\./) figure = figure ".00"
    if (figure ~ /\.[0-9]$/) figure = figure "0"
    # A ledger's rows show the decimals of their change: what more there is, is noughts.
    while (figure ~ /\.[0-9][0-9]+0$/) sub(/0$/, "", figure)
    return figure
}

function same(expected) {
    compared++
    if (decimals(text) != decimals(expected)) say("the export says " expected)
}

# A rate, printed with so many decimals: half a last digit either way, and what a double cannot tell.
function near(expected, places) {
    compared++
    if (text == "" || expected == "") { if (text != expected) say("the export says " expected); return }
    if (bare(text) - expected > 0.5 * 10 ^ -places + 1e-9 || expected - bare(text) > 0.5 * 10 ^ -places + 1e-9)
        say("the export says " expected)
}

FNR == 1 { file++ }
FNR == 1 && file < 5 { delete at; for (i = 1; i <= NF; i++) at[$i] = i; next }
function field(word) { return $(at[word]) }

# Ledgers: the rows of each, in order, by the years and phases that it compares.
file == 1 {
    key = field("fiscal_year") " " field("phase") " " field("base_year") " " field("base_phase")
    n = ++ledger_rows[key]
    for (word in at) ledger[key, n, word] = field(word)
    base_sum[key] += whole(field("base")); current_sum[key] += whole(field("current"))
    next
}
file == 2 {
    key = field("direction") " " field("fund") " " field("measure")
    key = field("kind") SUBSEP key SUBSEP field("code") SUBSEP field("fiscal_year") SUBSEP
    value[key decimals(field("amount"))] = value[key decimals(field("comparable"))] = field("source")
    next
}
file == 3 {
    key = field("kind") " " field("direction") " " field("fund") " " field("measure") " " field("code") " " field("first_year") "–" field("last_year")
    for (word in at) stat[key, word] = field(word)
    stats[key] = 1
    next
}
file == 4 { for (word in at) finding[field("id"), word] = field(word); findings[field("id")] = 1; next }

# ---- the tables ----

{ table = $1; row = $2; column = $3; heading = $4; text = $5 }

function phase_of(words) { return words ~ /决算|执行/ ? "executed" : words ~ /调整/ ? "adjusted" : "approved" }

# "2024 年预算对 2023 年决算的变动台账…": which ledger the table is.
column == 0 && table == "ledger-table" {
    match(text, /[0-9][0-9][0-9][0-9]/)
    now = substr(text, RSTART, 4)
    rest = substr(text, RSTART + 4)
    match(rest, /[0-9][0-9][0-9][0-9]/)
    base = substr(rest, RSTART, 4)
    the_ledger = now " " phase_of(substr(rest, 1, RSTART - 1)) " " base " " phase_of(substr(rest, RSTART + 4))
    if (!(the_ledger in ledger_rows)) say("no such ledger in the export: " the_ledger)
}
column == 0 { next }
column == 1 { name = text; figures = 0; delete cell }
{ cell[heading] = text }

function code_of(title) {
    if (title !~ /^[0-9]/) return ""
    return substr(title, 1, match(title, /[^0-9]/) ? RSTART - 1 : length(title))
}

# Is it a figure of this series, of the year, marked as implied when it is?
function of_series(key, code, of_year,    source) {
    compared++
    if (text == "") return
    source = value[kind, key, code, of_year, decimals(text)]
    # Of the year before there may be no series: what the ledger begins with, or what this year is the same as.
    if (source == "" && code == "" && of_year == year - 1 && text ~ /\*$/) {
        if (key ~ /^(expenditure|revenue) all total$/ && whole(text) == base_sum[the_ledger]) return
        if (key in stand_in && value[kind, stand_in[key], code, of_year, decimals(text)] != "") return
    }
    if (source == "") say("not in the series " key " " code " of " of_year)
    else if ((source == "implied") != (text ~ /\*$/)) say("the series says that it is " source)
}

# The last two figures of the row, and what is said of their difference, in hundredths of 万元.
function whole(figure) { figure = decimals(figure); sub(/\./, "", figure); return figure + 0 }

table == "ledger-table" && name == "部门支出总额" {
    rows_shown = row - 1
    if (heading == "上年") { compared++; if (whole(text) != base_sum[the_ledger]) say("not the sum of the rows") }
    if (heading == "本年") { compared++; if (whole(text) != current_sum[the_ledger]) say("not the sum of the rows") }
    if (heading == "变化") { compared++; if (whole(cell["本年"]) - whole(cell["上年"]) != whole(text)) say("not the difference") }
    next
}
table == "ledger-table" { rows_shown = row }
table == "ledger-table" && column == 2 {
    if (index(name, ledger[the_ledger, row, "code"]) != 1 || index(name, ledger[the_ledger, row, "subject"]) == 0)
        say("the export has another row there: " ledger[the_ledger, row, "code"] " " ledger[the_ledger, row, "subject"])
}
table == "ledger-table" && heading in ledger_field { same(ledger[the_ledger, row, ledger_field[heading]]) }
table == "ledger-table" && heading == "增长" && text ~ /%/ { near(ledger[the_ledger, row, "growth"], 2) }

(table, name) in yard && heading ~ /^[0-9]+ 年$/ {
    of_series(yard[table, name], "", substr(heading, 1, 4))
    before = last; last = text
}
(table, name) in yard && heading == "比上年" && text != "" {
    compared++
    if (whole(last) - whole(before) != whole(text)) say("not the difference of " last " and " before)
}
(table, name) in yard && heading == "增长" && text != "" { near(100 * (whole(last) - whole(before)) / whole(before), 2) }
(table ~ /^(revenue|expenditure|carryover-years|three-public-years)$/) && !((table, name) in yard) && column == 2 {
    say("a line that the test does not know")
}

(table == "functional" || table == "economic") && column > 1 && heading != "占比" {
    key = heading ~ /年合计$/ ? class_yard[table, "合计"] : class_yard[table, heading]
    of_series(key, name == "合计" ? "" : code_of(name), heading ~ /年合计$/ ? substr(heading, 1, 4) : year)
}
(table == "functional" || table == "economic") && heading == "占比" && text != "" { share[table, name] = text; part[table, name] = cell["合计"] }

table == "trends-table" && column == 2 {
    the_stat = kind " " (name in trend_yard ? trend_yard[name] : "expenditure all total") " " code_of(name) " " text
    if (!(the_stat in stats)) say("no such row of statistics: " the_stat)
}
table == "trends-table" && column > 2 {
    if (heading == "首年") same(stat[the_stat, "first"])
    else if (heading == "末年" && column == 4) same(stat[the_stat, "last"])
    else if (heading == "年均增长") near(stat[the_stat, "cagr"], 2)
    else if (heading ~ /^趋势/) near(percent(stat[the_stat, "ols_slope"]), 2)
    else if (heading ~ /^M-K/ && text == "<0.001") { compared++; if (stat[the_stat, "mk_p"] >= 0.0005) say("the export says " stat[the_stat, "mk_p"]) }
    else if (heading ~ /^M-K/) near(stat[the_stat, "mk_p"], 3)
    else if (heading == "95% 区间") interval(percent(stat[the_stat, "ols_lo"]), percent(stat[the_stat, "ols_hi"]), 1)
    else if (heading == "末年预测区间") interval(stat[the_stat, "pi_lo"], stat[the_stat, "pi_hi"], 2)
}

# Growth a year in %, of a slope of the logarithm.
function percent(slope) { return slope == "" ? "" : 100 * (exp(slope) - 1) }

function interval(low, high, places,    ends) {
    if (split(text, ends, " 至 ") != 2) { near(low, places); return }
    text = ends[1]; near(low, places)
    text = ends[2]; near(high, places)
}

table ~ /^findings-/ && heading == "编号" {
    id = text
    if (!(id in findings)) say("no such finding in the export")
    compared += 2
    amount = finding[id, "amount"]
    sub(/^-/, "", amount)
    # A share or a head count at issue is no amount of the export.
    shown = bare(cell["涉及金额"])
    sub(/^-/, "", shown)
    if (decimals(shown) != decimals(amount)) say("at issue is " cell["涉及金额"] ", in the export " finding[id, "amount"])
    if (index(cell["发现"], finding_message(id)) != 1) say("its words are not the export's")
}

function finding_message(id,    message) { message = finding[id, "message"]; gsub(/“|”/, "", message); return message }

END {
    for (key in share) {
        split(key, words, SUBSEP)
        table = words[1]; name = words[2]; heading = "占比"; row = 0; text = share[key]
        near(100 * whole(part[key]) / whole(part[words[1], "合计"]), 2)
    }
    if (the_ledger != "" && rows_shown != ledger_rows[the_ledger]) {
        print "the ledger has " rows_shown " rows, the export " ledger_rows[the_ledger]
        wrong++
    }
    print compared + 0 " figures compared, " wrong + 0 " differ"
    exit wrong > 0 || compared == 0
}
