# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completion for bash: verbs, options and file names. The options come from the program's own help.

_yusuan() {
    local word=${COMP_WORDS[COMP_CWORD]} verb='' i
    local verbs='import list show check trace review variance trend compare score chart report export merge rebuild'
    for ((i = 1; i < COMP_CWORD; i++)); do
        case " $verbs " in *" ${COMP_WORDS[i]} "*) verb=${COMP_WORDS[i]}; break ;; esac
    done
    case ${COMP_WORDS[COMP_CWORD - 1]} in
    --lang) mapfile -t COMPREPLY < <(compgen -W 'zh en' -- "$word"); return ;;
    --format) mapfile -t COMPREPLY < <(compgen -W 'table tsv csv json' -- "$word"); return ;;
    --color) mapfile -t COMPREPLY < <(compgen -W 'auto always never' -- "$word"); return ;;
    --kind) mapfile -t COMPREPLY < <(compgen -W 'budget accounts' -- "$word"); return ;;
    --phase | --base-phase) mapfile -t COMPREPLY < <(compgen -W 'approved executed' -- "$word"); return ;;
    --fail-on) mapfile -t COMPREPLY < <(compgen -W 'error warning' -- "$word"); return ;;
    -j | --jobs) mapfile -t COMPREPLY < <(compgen -W '1 2 4 8' -- "$word"); return ;;
    --db | -o | --output) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    esac
    if [[ $word == -* ]]; then
        local help
        help=$(yusuan --lang en help ${verb:+"$verb"} 2>/dev/null | grep -o -e '^  \(-[a-z], \)\?--[a-z-]*' | grep -o -e '--[a-z-]*')
        mapfile -t COMPREPLY < <(compgen -W "$help" -- "$word")
    elif [[ -z $verb ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$verbs help" -- "$word")
    else
        case $verb in
        import | merge) mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
        export) mapfile -t COMPREPLY < <(compgen -W 'cells claims series stats findings ledger explained' -- "$word") ;;
        chart) mapfile -t COMPREPLY < <(compgen -W 'waterfall composition growth carryover trend totals funds shares unexplained three-public execution multiples heat peers' -- "$word") ;;
        esac
    fi
}
complete -o filenames -F _yusuan yusuan
