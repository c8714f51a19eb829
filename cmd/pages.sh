#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Writes a manual page for each verb: sh cmd/pages.sh PROGRAM FOLDER
#
# Name, usage, examples and the Chinese part come from the program's table of verbs, the description and the options from
# the verb's section of yusuan.1: neither is written twice.
set -eu

program=$1 folder=$2
manual=$(dirname "$0")/yusuan.1

for verb in $("$program" help --complete '' | cut -f 1); do
    [ "$verb" != help ] || continue
    "$program" help --manual "$verb" | awk -v verb="$verb" -v manual="$manual" '
        $0 != "@DESCRIPTION@" { print; next }
        {
            while ((getline line < manual) > 0) {
                if (line ~ /^\.S[SH]/) on = index(line, ".SS " verb) == 1 && line ~ "^.SS " verb "( |$)"
                else if (on) print line
            }
        }' >"$folder/yusuan-$verb.1"
done
