#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# setup.sh PACKAGE...: installs what is missing of the named Debian packages, saying so; NO_INSTALL=1 forbids it.
# COMMAND=PACKAGE is a package that is missing only where the command is: it may have come from elsewhere.
set -eu

missing=""
packages=""
for word in "$@"; do
    case $word in
    *=*) command -v "${word%%=*}" >/dev/null 2>&1 || missing="$missing ${word#*=}" ;;
    *) packages="$packages $word" ;;
    esac
done
if command -v dpkg-query >/dev/null 2>&1; then
    for package in $packages; do
        state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
        [ "$state" = installed ] || missing="$missing $package"
    done
else
    # Another system: only the tools and libraries themselves can be looked for.
    for tool in cc pkg-config gnuplot glib-compile-resources; do
        command -v "$tool" >/dev/null 2>&1 || missing="$missing $tool"
    done
fi
[ -n "$missing" ] || exit 0

if [ -n "${NO_INSTALL:-}" ]; then
    echo "missing:$missing (NO_INSTALL is set: nothing is installed)" >&2
    exit 1
fi
if ! command -v apt-get >/dev/null 2>&1; then
    echo "missing:$missing; install them with this system's package manager" >&2
    exit 1
fi
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || { echo "missing:$missing; run as root: apt-get install$missing" >&2; exit 1; }
    as_root=sudo
fi
echo "installing:$missing"
$as_root apt-get update -qq
# shellcheck disable=SC2086  # a list of package names
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
