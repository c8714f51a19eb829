# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completion for fish. The program itself says what can come next (cmd/complete.h).

function __yusuan_complete
    set -l words (commandline -opc) (commandline -ct)
    for line in ($words[1] help --complete $words[2..] 2>/dev/null)
        if test "$line" = /
            __fish_complete_path (commandline -ct)
        else
            echo $line
        end
    end
end

complete -c yusuan -f -a '(__yusuan_complete)'
