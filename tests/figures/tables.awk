# SPDX-License-Identifier: GPL-3.0-or-later
# The tables of a report as lines "table, row, column, heading, what stands there", of index.html or, with -v markdown=1, of
# report.md. A row of the report is a line of the file. The year a table speaks of stands in its heading or caption.

function decoded(text) {
    gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text); gsub(/&#39;/, "'", text)
    gsub(/&#124;/, "|", text); gsub(/&amp;/, "\\&", text)
    return text
}

function put(table, row, column, heading, text) {
    # Quotation marks are drawn by the page, and written in Markdown.
    gsub(/“|”/, "", text)
    gsub(/^( |\t|　)+|( |\t)+$/, "", text)
    printf "%s\t%d\t%d\t%s\t%s\n", table, row, column, heading, decoded(text)
}

# ---- HTML ----

function cells_of(line, cells,    n, at, text) {
    n = 0
    while (match(line, /<t[hd][ >]/)) {
        line = substr(line, RSTART)
        sub(/^<t[hd][^>]*>/, "", line)
        at = match(line, /<\/t[hd]>/)
        text = substr(line, 1, at - 1)
        line = substr(line, at)
        gsub(/<[^>]*>/, "", text)
        cells[++n] = text
    }
    return n
}

!markdown && match($0, /<table id="[^"]*"/) { table = substr($0, RSTART + 11, RLENGTH - 12); row = 0 }
!markdown && /<caption/ { caption = $0; gsub(/<[^>]*>/, "", caption); put(table, 0, 0, "caption", caption) }
!markdown && /<thead>/ { columns = cells_of($0, headings); next }
!markdown && table != "" && /^<tr/ {
    n = cells_of($0, found)
    row++
    for (i = 1; i <= n; i++) put(table, row, i, headings[i], found[i])
}
!markdown && /<\/table>/ { table = "" }

# ---- Markdown ----

# A cell's text without what makes it bold or a link, and without what makes its characters harmless.
function plain(text) {
    while (match(text, /\]\(#[^)]*\)/)) {
        before = substr(text, 1, RSTART - 1)
        text = before substr(text, RSTART + RLENGTH)
        # The bracket that opened it: the last one that stands for itself.
        for (at = length(before); at > 0 && !(substr(before, at, 1) == "[" && substr(before, at - 1, 1) != "\\"); at--) ;
        text = substr(text, 1, at - 1) substr(text, at + 1)
    }
    gsub(/<a id="[^"]*"><\/a>/, "", text)
    gsub(/\*\*/, "", text)
    gsub(/\\/, "", text)
    return text
}

markdown && match($0, /^<a id="[^"]*"><\/a>\*\*/) {
    table = $0
    sub(/^<a id="/, "", table); sub(/".*/, "", table)
    caption = $0
    put(table, 0, 0, "caption", plain(caption))
    row = -1
    next
}
markdown && /^\|/ && table != "" {
    line = $0
    gsub(/\\\|/, "\001", line)
    sub(/^\| ?/, "", line); sub(/ ?\|$/, "", line)
    n = split(line, found, / ?\| ?/)
    if (row == -1) { for (i = 1; i <= n; i++) { headings[i] = found[i]; gsub(/\001/, "|", headings[i]) } row = -2; next }
    if (row == -2) { row = 0; next }
    row++
    for (i = 1; i <= n; i++) { gsub(/\001/, "|", found[i]); put(table, row, i, headings[i], plain(found[i])) }
    next
}
markdown && row > 0 && !/^\|/ { table = "" }
