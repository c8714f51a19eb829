# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completion for bash. The program itself says what can come next (cmd/complete.h).

_yusuan() {
    local line word IFS=$'\n'
    local current=${COMP_WORDS[COMP_CWORD]}
    COMPREPLY=()
    while read -r line; do
        word=${line%%$'\t'*}
        if [[ $word == / ]]; then
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <(compgen -f -- "$current")
            return
        fi
        COMPREPLY+=("$(printf '%q' "$word")")
    done < <("${COMP_WORDS[0]}" help --complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _yusuan yusuan
