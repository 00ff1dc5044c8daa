#!/usr/bin/env bash
# Installs the Debian packages given as arguments, as far as they are missing; silent where none is.
#
# usage: install_packages.sh [COMMAND:]PACKAGE…
#
# With "COMMAND:" before it a package counts as there wherever the command is found. Installs as root, or through sudo
# where that asks for no password; else prints the line to run, and exits 1.
set -euo pipefail

# On another system than Debian or its kin, nothing can be known or done: say what is needed, and go on.
if ! command -v dpkg-query >/dev/null; then
    echo "This is no Debian: if something is missing, install the equivalents of: ${*##*:}" >&2
    exit 0
fi

is_installed() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

missing=()
for wanted in "$@"; do
    package=${wanted##*:}
    if [ "$package" != "$wanted" ] && command -v "${wanted%%:*}" >/dev/null; then continue; fi
    is_installed "$package" || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" = 0 ]; then
    as_root=()
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root=(sudo -n)
else
    echo "Some Debian packages are missing. Run this, then the same command again:" >&2
    echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
    exit 1
fi

echo "== installing Debian packages: ${missing[*]}"
# The lists of a fresh machine are empty or old; another apt may be at work, so wait for its lock.
apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
"${apt[@]}" update >/dev/null
"${apt[@]}" install -y --no-install-recommends "${missing[@]}" >/dev/null
