#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sh tests/fuzz/run.sh FOLDER SECONDS [NAME...]: runs the fuzzing targets that were built into FOLDER, so many seconds each.
# First what was once found (tests/fuzz/found/NAME) is read again, then the target begins from its seeds: those of
# tests/fuzz/corpus/NAME, those that FOLDER/seeds makes, and what earlier runs kept in FOLDER/corpus. An input that breaks
# something is kept in tests/fuzz/found/NAME: it is to be mended and committed with what mends it.
#
# With FUZZ_SEED two runs of one commit try the same inputs but for a few, as many as take about so many seconds (by
# numbers in this file, not by the clock); without it every run tries others until the time is over, which is how new
# faults are found.
set -u

build=$1 seconds=$2
shift 2
[ $# -gt 0 ] || set -- pdf html xlsx xls docx zip text narrative grid packet
export G_SLICE=always-malloc
# Leaks of libraries that keep what they once made are none of ours; memory without end is seen by the limit.
export ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1 UBSAN_OPTIONS=print_stacktrace=1

"$build/seeds" "$build/made" || exit 1

# Addresses that differ from run to run would lead the fuzzer elsewhere.
fixed=''
if [ -n "${FUZZ_SEED:-}" ] && setarch -R true 2>/dev/null; then fixed='setarch -R'; fi

# One target; what is to be said of it on standard output, status 1 when it is broken.
run_target() {
    name=$1 found=tests/fuzz/found/$1 corpus=$build/corpus/$1 log=$build/$1.log
    mkdir -p "$found" "$corpus" "tests/fuzz/corpus/$name" "$build/made/$name"
    case $name in
    pdf) words=pdf length=6000 a_second=80 ;;
    html | xlsx | docx) words=markup length=6000 a_second=1000 ;;
    text) words=chinese length=4000 a_second=800 ;;
    narrative) words=chinese length=4000 a_second=200 ;;
    grid) words='' length=3000 a_second=500 ;;
    packet) words='' length=3000 a_second=20000 ;;
    *) words='' length=3000 a_second=4000 ;;
    esac
    if [ -n "${FUZZ_SEED:-}" ]; then
        set -- -seed="$FUZZ_SEED" -runs=$((seconds * a_second)) -use_cmp=0 -shuffle=0
        rm -rf "$corpus"
        mkdir -p "$corpus"
    else
        set -- -max_total_time="$seconds"
    fi
    if [ -n "$(ls "$found")" ] && ! "$build/$name" -timeout=30 -rss_limit_mb=2048 "$found"/* >"$log" 2>&1; then
        echo "$name: what was found before is broken again"
        tail -n 40 "$log"
        return 1
    fi
    # shellcheck disable=SC2086  # no word or two
    if $fixed "$build/$name" "$@" -max_len=$length -timeout=30 -rss_limit_mb=2048 \
        -artifact_prefix="$found/" ${words:+-dict=tests/fuzz/$words.dict} \
        "$corpus" "tests/fuzz/corpus/$name" "$build/made/$name" >"$log" 2>&1; then
        echo "$name: $(sed -n 's/^#\([0-9]*\)[[:space:]]*DONE *cov: *\([0-9]*\).*/\1 inputs, \2 edges/p' "$log")"
        rmdir "$found" "tests/fuzz/corpus/$name" 2>/dev/null
        return 0
    fi
    echo "$name: broken; the input is kept in $found"
    grep -v '^#' "$log" | tail -n 60
    return 1
}

# As many targets beside each other as the machine has processors, said in their order.
beside=$(nproc 2>/dev/null || echo 1)
running=0
for name in "$@"; do
    {
        if run_target "$name" >"$build/$name.said" 2>&1; then echo 0; else echo 1; fi >"$build/$name.status"
    } &
    running=$((running + 1))
    if [ "$running" -ge "$beside" ]; then
        wait
        running=0
    fi
done
wait

passed=0 failed=0
for name in "$@"; do
    cat "$build/$name.said"
    if [ "$(cat "$build/$name.status")" = 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
done
echo "$passed passed, $failed failed, 0 skipped"
[ "$failed" -eq 0 ]
