#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What a compiler does not see: the arrow between the folders, one home for each foreign library, who may print or
# start a process, licence lines, shape of the text, the list of embedded files, the documented rules. Each fault is one
# line "file:line: what is wrong"; exit status 1 when there is any.
#
#   sh tests/lint.sh [FOLDER]    checks this tree, or the one in FOLDER
#   sh tests/lint.sh --prove     plants every kind of fault in copies of the tree and sees each one found
set -u

here=$(cd "$(dirname "$0")/.." && pwd)
LINE_MAX=130   # columns of code and comment; what a string literal holds is not counted: sentences are not cut
TABLE_MAX=160  # the same in tests, whose tables of cases are better read a row a line
FILE_MAX=1000  # a file that grows past this asks to be two
FILE_WARN=600
checks="arrow homes library licence shape resources rules built shell"
LC_ALL=C.UTF-8
export LC_ALL

# In the tree that is checked; $faults collects what was found.
tell() { printf '%s\n' "$1" | tee -a "$faults"; }

# Each line on standard input is a fault; $1 is said behind it.
tell_all() { while IFS= read -r line; do tell "$line: $1"; done; }

sources() { find "$@" -type f \( -name '*.c' -o -name '*.h' \) | sort; }

# Every line of the sources as file:line:text, once for all checks; in $bare without what string literals hold.
read_sources() {
    sources schema history analysis cmd tests | xargs grep -n '' /dev/null >"$text"
    LC_ALL=C sed -E 's/"([^"\\]|\\.)*"/""/g' "$text" >"$bare"
}

# in_files LIST FILES PATTERN [BUT]: the lines of the list, of files that match FILES and not BUT, that match PATTERN.
# All are extended regular expressions; FILES and BUT are anchored at the start of the path. Lines are compared as bytes,
# which is many times faster: what counts characters looks again at what is left.
in_files() {
    LC_ALL=C grep -E "^($2)" "$1" | LC_ALL=C grep -Ev "^(${4:-/})" | LC_ALL=C grep -E "^[^:]+:[0-9]+:$3"
}

# The folders in the order of the data; a folder includes itself and those before it.
check_arrow() {
    after="schema history analysis cmd"
    for folder in schema history analysis cmd; do
        after=$(echo "$after" | sed "s/^$folder *//")
        for later in $after; do
            in_files "$text" "$folder/" " *# *include *\"$later/" | tell_all "$folder must not know $later"
        done
        in_files "$text" "$folder/" ' *# *include *"tests/' | tell_all "the program must not know its tests"
        # Paths from the root show the arrow; a bare name or ../ would hide it.
        in_files "$text" "$folder/" ' *# *include *"' |
            grep -vE '"(schema|history|analysis|cmd)/[a-z_/]+\.h"' | tell_all "includes are written from the root"
    done
    # The statistics take doubles: they know nothing of the domain.
    in_files "$text" analysis/stat/ ' *# *include *"' | grep -v '"analysis/stat/' |
        tell_all "analysis/stat knows nothing but itself"
    in_files "$text" tests/generate/ ' *# *include' |
        grep -vE '"tests/generate/|<(glib|glib/gstdio|locale|math|stdbool|stddef|stdint|stdio|stdlib|string)\.h>' |
        tell_all "the generator must share no code with what it tests"
}

# one_home LIST PATTERN HOME WHAT: lines that match stand in files that match HOME. Tests may use all.
one_home() {
    in_files "$1" 'schema/|history/|analysis/|cmd/' "$2" "$3" | tell_all "$4"
}

check_homes() {
    one_home "$text" ' *# *include *<sqlite3' 'schema/store[a-z_]*\.[ch]:' "SQLite only in schema/store*"
    one_home "$text" ' *# *include *<gsl/' 'analysis/stat/' "GSL only in analysis/stat"
    one_home "$text" ' *# *include *<uchardet' 'history/decode\.c:' "uchardet only in history/decode.c"
    one_home "$text" ' *# *include *<mupdf' 'history/(paper_pdf\.c|pdf_device\.[ch]):' "MuPDF only in history/paper_pdf.c and pdf_device.c"
    one_home "$text" ' *# *include *<libxml/' 'history/(markup|paper_html)\.c:' "libxml2 only in history/markup.c and history/paper_html.c"
    one_home "$text" ' *# *include *<zip' 'history/archive\.c:' "libzip only in history/archive.c"
    one_home "$text" ' *# *include *<openssl' 'history/checksum\.c:' "libcrypto only in history/checksum.c"
    one_home "$text" ' *# *include *<xlsxwriter' 'analysis/report/book\.c:' "libxlsxwriter only in analysis/report/book.c"
    one_home "$text" ' *# *include *<(seccomp|linux/)' 'history/confine\.c:' "seccomp only in history/confine.c"
    one_home "$text" ' *# *include *<(gio/|glib-unix)' '(schema/data|analysis/chart/process)\.c:' \
        "GIO only for embedded files, file types and the drawing process"
    one_home "$bare" \
        '(.*[^a-z_])?(g_spawn_[a-z_]+|popen|v?fork|exec[lv]p?e?|system|posix_spawnp?|g_subprocess_[a-z_]+) *\(' \
        '(analysis/chart/|history/(worker|confine)\.c:|cmd/pager\.c:)' "processes are started in analysis/chart, history/worker.c and cmd/pager.c only"
    # The C library, POSIX and GLib are everywhere; any other library is one of those above.
    in_files "$text" 'schema/|history/|analysis/|cmd/' ' *# *include *<' |
        grep -vE '<((sys/)?[a-z_]+|glib/gstdio|sqlite3|gsl/[a-z_]+|uchardet/uchardet|mupdf/(fitz|pdf)|libxml/[A-Za-z]+|zip|openssl/sha|xlsxwriter|linux/filter|gio/gio|glib-unix)\.h>' |
        tell_all "a new library needs a home in tests/lint.sh"
}

# The library hands errors up: it never prints and never ends the program.
check_library() {
    in_files "$bare" 'schema/|history/|analysis/' \
        '(.*[^a-z_])?(printf|fprintf|puts|fputs|putchar|perror|g_print|g_printerr|exit|abort) *\(' | tell_all "a library neither prints nor exits"
    in_files "$bare" 'schema/|history/|analysis/' '(.*[^a-z_])?_exit *\(' 'history/(worker|confine)\.c:' |
        tell_all "a library neither prints nor exits, but for a process of its own"
    in_files "$bare" '' '(.*[^a-z_])?(gets|strcpy|strcat|sprintf|vsprintf|strtok|tmpnam|mktemp) *\(' | tell_all "not in our C: it knows no bounds or no threads"
}

check_licence() {
    # shellcheck disable=SC2016  # awk's own fields
    sources schema history analysis cmd tests |
        LC_ALL=C xargs awk 'FNR == 1 && $0 != "/* SPDX-License-Identifier: GPL-3.0-or-later */" { print FILENAME ":1" }' |
        tell_all "the first line names the licence"
    find cmd tests Makefile schema .ci -type f \( -name '*.sh' -o -name '*.bash' -o -name '*.test' -o -name '*.sql' -o -name '*.form' -o \
        -name '*.R' -o -name Makefile -o -name run \) 2>/dev/null | sort | while IFS= read -r file; do
        head -n 3 "$file" | grep -q 'SPDX-License-Identifier: GPL-3.0-or-later' ||
            tell "$file:1: one of the first lines names the licence"
    done
}

# Of lines as read_sources() makes them, those with more characters than that.
longer_than() {
    LC_ALL=C awk -v most="$1" '{ line = $0; sub(/^[^:]+:[0-9]+:/, "", line); gsub(/[\200-\277]/, "", line)
        if (length(line) > most) print }' | tell_all "longer than $1 columns"
}

check_shape() {
    in_files "$text" '' "$(printf ' *\t')" | tell_all "tabs do not indent C"
    in_files "$text" '' '(.*[[:blank:]])$' | tell_all "space at the end of the line"
    in_files "$bare" '' '.*' tests/ | longer_than "$LINE_MAX"
    in_files "$bare" tests/ '.*' | longer_than "$TABLE_MAX"
    cut -d: -f1 "$text" | uniq -c | while read -r count file; do
        if [ "$count" -gt "$FILE_MAX" ]; then
            tell "$file:$count: more than $FILE_MAX lines"
        elif [ "$count" -gt "$FILE_WARN" ]; then
            echo "$file:$count: note: more than $FILE_WARN lines" >&2
        fi
    done
}

# What is embedded is there, and what is there is embedded.
check_resources() {
    list=schema/yusuan.gresource.xml
    named=$(sed -nE 's|.*<file[^>]*>([^<]+)</file>.*|\1|p' "$list" | sort)
    there=$(cd schema && find data sql -type f | sort)
    for file in $named; do
        [ -f "schema/$file" ] || tell "$list:1: names $file, which is not there"
    done
    for file in $there; do
        echo "$named" | grep -qxF "$file" || tell "$list:1: does not name $file"
    done
}

# A rule that can be raised is explained to the user, and is one of the catalogue.
check_rules() {
    catalogue=analysis/rule/catalogue.c
    rules=$(sed -nE 's/^ *\{"([a-z-]+(\.[a-z-]+)?)", SEVERITY_.*/\1/p' "$catalogue")
    [ -n "$rules" ] || tell "$catalogue:1: no rules found in it"
    for rule in $rules; do
        grep -qF "\`$rule\`" README.md || tell "$catalogue:1: the rule $rule is not in README.md"
    done
}

# The order of the data in the Makefile is complete: a source that is not built is dead.
check_built() {
    for folder in schema history analysis/stat; do
        variable=$(basename "$folder" | tr '[:lower:]' '[:upper:]')
        built=$(sed -nE "/^$variable +=/,/[^\\]\$/p" Makefile | tr '\\\n' '  ' | sed 's/^[A-Z]* *=//')
        for file in "$folder"/*.c; do
            case " $built " in
            *" $(basename "$file" .c) "*) ;;
            *) tell "Makefile:1: does not build $file" ;;
            esac
        done
    done
}

check_shell() {
    if command -v shellcheck >/dev/null 2>&1; then
        find tests cmd .ci -type f \( -name '*.sh' -o -name '*.bash' -o -path '.ci/run' \) 2>/dev/null | sort |
            while IFS= read -r file; do
                shellcheck --format=gcc "$file" | while IFS= read -r line; do tell "$line"; done
            done
    else
        echo "note: shellcheck is not installed, the scripts are not checked" >&2
    fi
}

check_tree() {
    cd "$1" || exit 2
    faults=$(mktemp) && text=$(mktemp) && bare=$(mktemp) || exit 2
    read_sources
    for check in $checks; do
        "check_$check"
    done
    found=$(wc -l <"$faults")
    rm -f "$faults" "$text" "$bare"
    if [ "$found" -gt 0 ]; then
        echo "lint: $found faults"
        return 1
    fi
    echo "lint: clean ($(sources schema history analysis cmd tests | wc -l) sources)"
}

# plant CHECK WHAT FILE TEXT: the tree with TEXT as FILE's last line must be refused by that check for WHAT.
plant() {
    checks=$1 what=$2 file=$3 text=$4
    kept=
    [ -f "$copy/$file" ] && kept=$(mktemp) && cp "$copy/$file" "$kept"
    mkdir -p "$(dirname "$copy/$file")"
    printf '%s\n' "$text" >>"$copy/$file"
    found=$(check_tree "$copy" 2>/dev/null)
    case $found in
    *"$what"*) proved=$((proved + 1)) ;;
    *) missed=$((missed + 1)) && echo "not found: $what ($file)" ;;
    esac
    if [ -n "$kept" ]; then mv "$kept" "$copy/$file"; else rm -f "$copy/$file"; fi
}

prove() {
    copy=$(mktemp -d) || exit 2
    trap 'rm -rf "$copy"' EXIT
    (cd "$here" && tar cf - schema history analysis cmd tests Makefile README.md .ci) | (cd "$copy" && tar xf -)
    check_tree "$copy" >/dev/null 2>&1 || { echo "the tree itself is not clean: sh tests/lint.sh"; exit 1; }
    spdx="/* SPDX-License-Identifier: GPL-3.0-or-later */"
    proved=0 missed=0
    plant arrow "schema must not know history" schema/amount.c '#include "history/page.h"'
    plant arrow "schema must not know cmd" schema/amount.h '#include "cmd/verb.h"'
    plant arrow "history must not know analysis" history/page.c '#include "analysis/ledger.h"'
    plant arrow "analysis must not know cmd" analysis/rule/sums.c '# include "cmd/rows.h"'
    plant arrow "must not know its tests" cmd/main.c '#include "tests/cmd/captured.h"'
    plant arrow "includes are written from the root" history/page.c '#include "../schema/amount.h"'
    plant arrow "analysis/stat knows nothing but itself" analysis/stat/ols.c '#include "schema/amount.h"'
    plant arrow "the generator must share no code" tests/generate/model.c '#include "schema/amount.h"'
    plant homes "SQLite only" history/series.c '#include <sqlite3.h>'
    plant homes "GSL only" analysis/ledger.c '#include <gsl/gsl_fit.h>'
    plant homes "uchardet only" history/page.c '#include <uchardet/uchardet.h>'
    plant homes "MuPDF only" history/layout.c '#include <mupdf/fitz.h>'
    plant homes "libxml2 only" history/paper_xlsx.c '#include <libxml/xmlreader.h>'
    plant homes "libzip only" history/paper_zip.c '#include <zip.h>'
    plant homes "libcrypto only" history/reader.c '#include <openssl/sha.h>'
    plant homes "libxlsxwriter only" analysis/report/workbook.c '#include <xlsxwriter.h>'
    plant homes "seccomp only" history/worker.c '#include <seccomp.h>'
    plant homes "a new library" analysis/report/html.c '#include <json-glib/json-glib.h>'
    plant homes "GIO only" cmd/main.c '#include <gio/gio.h>'
    plant homes "processes are started" cmd/main.c 'int f(void) { return system("true"); }'
    plant library "but for a process of its own" history/import.c 'void f(void) { _exit(1); }'
    plant library "neither prints nor exits" history/worker.c 'void f(void) { exit(1); }'
    plant library "neither prints nor exits" history/page.c 'void f(void) { exit(1); }'
    plant library "it knows no bounds" cmd/main.c 'void f(char *a) { strcpy(a, ""); }'
    plant licence "the first line names the licence" schema/planted.c '#include <glib.h>'
    plant licence "one of the first lines" tests/planted.sh 'true'
    plant shape "tabs do not indent" schema/amount.c "$(printf '\tint x;')"
    plant shape "space at the end" schema/amount.c 'int x; '
    plant shape "longer than 130" schema/amount.c "$(printf '// %0128d' 0)"
    plant shape "longer than 160" tests/schema/test_amount.c "$(printf '// %0158d' 0)"
    plant shape "more than 1000 lines" schema/planted.c "$(echo "$spdx"; yes 'int x;' | head -n 1000)"
    plant resources "does not name data/planted.tsv" schema/data/planted.tsv 'x'
    plant resources "which is not there" schema/yusuan.gresource.xml '<file>data/absent.tsv</file>'
    plant rules "is not in README.md" analysis/rule/catalogue.c '    {"planted.rule", SEVERITY_ERROR, "", ""},'
    plant built "does not build schema/planted.c" schema/planted.c "$spdx"
    if command -v shellcheck >/dev/null 2>&1; then
        # shellcheck disable=SC2016  # the fault that is planted
        plant shell "SC2086" tests/setup.sh 'rm $1'
    fi
    echo "lint: $proved planted faults found, $missed not found"
    [ "$missed" -eq 0 ]
}

case ${1:-} in
--prove) prove ;;
*) check_tree "${1:-$here}" ;;
esac
