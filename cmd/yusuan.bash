# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completion for bash: verbs, options and file names. The options come from the program's own help.

_yusuan() {
    local word=${COMP_WORDS[COMP_CWORD]} verb= i
    local verbs='import list show check trace variance trend chart report export'
    for ((i = 1; i < COMP_CWORD; i++)); do
        case " $verbs " in *" ${COMP_WORDS[i]} "*) verb=${COMP_WORDS[i]}; break ;; esac
    done
    case ${COMP_WORDS[COMP_CWORD - 1]} in
    --lang) COMPREPLY=($(compgen -W 'zh en' -- "$word")); return ;;
    --format) COMPREPLY=($(compgen -W 'table tsv csv json' -- "$word")); return ;;
    --color) COMPREPLY=($(compgen -W 'auto always never' -- "$word")); return ;;
    --fail-on) COMPREPLY=($(compgen -W 'error warning' -- "$word")); return ;;
    --db | -o | --output) COMPREPLY=($(compgen -f -- "$word")); return ;;
    esac
    if [[ $word == -* ]]; then
        local help
        help=$(yusuan --lang en help $verb 2>/dev/null | grep -o -e '^  \(-[a-z], \)\?--[a-z-]*' | grep -o -e '--[a-z-]*')
        COMPREPLY=($(compgen -W "$help" -- "$word"))
    elif [[ -z $verb ]]; then
        COMPREPLY=($(compgen -W "$verbs help" -- "$word"))
    else
        case $verb in
        import) COMPREPLY=($(compgen -f -- "$word")) ;;
        export) COMPREPLY=($(compgen -W 'cells claims series stats findings ledger' -- "$word")) ;;
        chart) COMPREPLY=($(compgen -W 'waterfall composition growth carryover trend' -- "$word")) ;;
        esac
    fi
}
complete -o filenames -F _yusuan yusuan
