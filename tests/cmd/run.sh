#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs the command tests: sh tests/cmd/run.sh [NAME.test ...]
#
# The program is $YUSUAN, else ./yusuan. Each file runs in an empty temporary folder of its own, its tests one after the
# other, so that later ones find what earlier ones left. A test is a block of lines:
#
#   ## what it shows
#   $ command           run by sh; several such lines are one script. `yusuan` is the program, $FILINGS the shipped
#                       filings, $CMD the folder of the sources of the verbs
#   > line              standard output, line by line; "> ..." stands for any lines, ">-" says there is none
#   ~ text              standard output holds this text (where the whole of it does not matter)
#   ^ text              ... and does not hold this one
#   ! text              standard error holds this text; without such a line it must be empty ("! ..." allows anything)
#   ? 2                 exit status; without it 0
#   @ root|PROGRAM      only where it can be run; counted as skipped elsewhere
#
# Anything else is a comment. Exit status 1 when a test fails.

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
program=${YUSUAN:-$root/yusuan}
case $program in /*) ;; *) program=$PWD/$program ;; esac
[ -x "$program" ] || { echo "no program: $program" >&2; exit 1; }

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM
mkdir "$work/bin" && ln -s "$program" "$work/bin/yusuan"

PATH=$work/bin:$PATH
FILINGS=$root/tests/filings
CMD=$root/cmd
LC_ALL=C.UTF-8
export PATH FILINGS CMD LC_ALL
unset PAGER LESS YUSUAN_PAGER YUSUAN_DB YUSUAN_LINEAGE YUSUAN_DATA YUSUAN_GNUPLOT NO_COLOR LANG LANGUAGE LC_MESSAGES YUSUAN

passed=0 failed=0 skipped=0

can_run() {
    case $1 in
    '') true ;;
    root) [ "$(id -u)" = 0 ] && mkdir -p "$work/probe" && mount -t tmpfs -o size=64k tmpfs "$work/probe" 2>/dev/null &&
        umount "$work/probe" ;;
    gnuplot | bash | zsh | fish | man) command -v "$1" >/dev/null ;;
    script) script -qec true /dev/null </dev/null >/dev/null 2>&1 ;; # needs a pseudo-terminal, which a bare chroot has not
    *) false ;;
    esac
}

fail() {
    [ -n "$broken" ] || echo "FAIL $name: $title"
    broken=yes
    echo "     $1"
}

# Is the expected output, in which a line "..." stands for any lines, the actual one?
matches() {
    awk 'NR == FNR { want[++n] = $0; next } { have[++m] = $0 }
        function fits(i, j) {
            for (; i <= n; i++) {
                if (want[i] == "...") {
                    if (i == n) return 1
                    for (; j <= m + 1; j++) if (fits(i + 1, j)) return 1
                    return 0
                }
                if (j > m || want[i] != have[j]) return 0
                j++
            }
            return j > m
        }
        END { exit !fits(1, 1) }' "$1" "$2"
}

# Each line of a file of texts must be (or, with "not", must not be) in the output.
holds() {
    while IFS= read -r text; do
        [ "$text" = ... ] && continue
        if grep -qF -e "$text" "$2"; then
            [ "$3" = not ] && fail "$4 holds: $text"
        else
            [ "$3" = not ] || fail "$4 lacks: $text"
        fi
    done <"$1"
    [ -z "$broken" ]
}

judge() {
    [ "$got" = "$status" ] || fail "exit status $got instead of $status"
    [ -z "$silent" ] || [ ! -s "$t.out" ] || {
        fail "standard output is not empty:"
        head -20 "$t.out" | sed 's/^/     /'
    }
    [ ! -s "$t.exact" ] || matches "$t.exact" "$t.out" || {
        fail "standard output differs (expected, then actual):"
        diff -U1000 "$t.exact" "$t.out" | sed 's/^/     /'
    }
    holds "$t.has" "$t.out" yes "standard output"
    holds "$t.hasnot" "$t.out" not "standard output"
    holds "$t.err" "$t.stderr" yes "standard error"
    [ -s "$t.err" ] || [ ! -s "$t.stderr" ] || fail "standard error is not empty"
    [ -z "$broken" ] || sed 's/^/     | /' "$t.stderr" | head -20
}

run_block() {
    [ -s "$t.script" ] || return
    broken=
    if ! can_run "$needs"; then
        skipped=$((skipped + 1))
        return
    fi
    (cd "$folder" && sh "$t.script" >"$t.out" 2>"$t.stderr" </dev/null)
    got=$?
    judge
    if [ -n "$broken" ]; then failed=$((failed + 1)); else passed=$((passed + 1)); fi
}

new_block() {
    title=$1 status=0 silent='' needs=''
    for part in script exact has hasnot err; do : >"$t.$part"; done
}

run_file() {
    name=$(basename "$1")
    folder=$work/$name.d
    t=$work/$name
    mkdir "$folder"
    new_block ''
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in
        '## '*) run_block; new_block "${line#\#\# }" ;;
        '$ '*) printf '%s\n' "${line#\$ }" >>"$t.script" ;;
        '>-') silent=yes ;;
        '>') echo >>"$t.exact" ;;
        '> '*) printf '%s\n' "${line#> }" >>"$t.exact" ;;
        '~ '*) printf '%s\n' "${line#\~ }" >>"$t.has" ;;
        '^ '*) printf '%s\n' "${line#^ }" >>"$t.hasnot" ;;
        '! '*) printf '%s\n' "${line#! }" >>"$t.err" ;;
        '? '*) status=${line#\? } ;;
        '@ '*) needs=${line#@ } ;;
        esac
    done <"$1"
    run_block
}

# All of them: as many at a time as there are processors, each file by a run of its own, whose lines stay together.
if [ $# -eq 0 ]; then
    # shellcheck disable=SC2016  # the inner shell expands it
    printf '%s\n' "$here"/*.test | YUSUAN=$program xargs -d '\n' -P "$(nproc 2>/dev/null || echo 1)" -n 1 \
        sh -c 'said=$(sh "$0" "$1" 2>&1); status=$?; printf "%s\n" "$said"; exit $status' "$here/run.sh" >"$work/said"
    status=$?
    awk '/^[0-9]+ passed, [0-9]+ failed, [0-9]+ skipped$/ { passed += $1; failed += $3; skipped += $5; files++; next } { print }
        END { print passed + 0 " passed, " failed + 0 " failed, " skipped + 0 " skipped"; exit !files }' "$work/said" || exit 1
    [ "$status" = 0 ]
    exit
fi

for file; do run_file "$file"; done
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
