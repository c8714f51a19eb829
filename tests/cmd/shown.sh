#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh shown.sh PAGE: runs each command of a page's console blocks, in their order, in the current folder, and says what of the
# output shown below it was not printed; a line "…" there stands for any lines. Prints the number of commands at the end.
# `./yusuan` is the program; `tests` and `cmd` are the folders of the tree; an export holds for the commands after it.
set -u

page=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
ln -sf "$root/tests" "$root/cmd" .

awk '/^```console$/ { on = 1; next } /^```$/ { on = 0 } on' "$page" |
    awk '/^\$ / { n++; print substr($0, 3) > ("command" n); printf "" > ("shown" n); next } { print > ("shown" n) }'
: >exports
number=1
while [ -f "command$number" ]; do
    if grep -q '^export ' "command$number"; then
        cat "command$number" >>exports
    else
        cat exports "command$number" | sed 's|^\./yusuan|yusuan|' | sh >printed 2>&1
        awk 'NR == FNR { have = have $0 "\n"; next }
            $0 == "…" { if (piece != "") pieces[++n] = piece; piece = ""; next }
            { piece = piece $0 "\n" }
            END {
                if (piece != "") pieces[++n] = piece
                for (i = 1; i <= n; i++) {
                    at = index(have, pieces[i])
                    if (at == 0) { printf "not printed:\n%s", pieces[i]; exit 1 }
                    have = substr(have, at + length(pieces[i]))
                }
            }' printed "shown$number" || cat "command$number"
    fi
    number=$((number + 1))
done
echo $((number - 1))
