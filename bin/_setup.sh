# Shared by the commands in bin/: sourced, never run. What it has to say goes to stderr; it stops with status 2.
# shellcheck shell=sh

ROOT=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
VENV=$ROOT/.venv
WANGLAI_DATA_DIR=${WANGLAI_DATA_DIR:-$ROOT/var}
case $WANGLAI_DATA_DIR in /*) ;; *) WANGLAI_DATA_DIR=$PWD/$WANGLAI_DATA_DIR ;; esac
export WANGLAI_DATA_DIR

PAPER_PACKAGES="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk fonts-noto-core"

say() { printf '%s\n' "$*" >&2; }

stop() {
    say "$*"
    exit 2
}

# The first of the usual names whose Python is 3.11 to 3.13, as PYTHON.
find_python() {
    [ -z "${PYTHON:-}" ] || return 0
    seen=
    for name in python3 python3.13 python3.12 python3.11; do
        version=$("$name" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue
        case $version in 3.11 | 3.12 | 3.13) PYTHON=$name && return 0 ;; esac
        seen=${seen:-$version}
    done
    [ -n "$seen" ] || stop "Wanglai needs Python 3.11, 3.12 or 3.13, and there is no python3 here."
    stop "Wanglai needs Python 3.11, 3.12 or 3.13; python3 here is $seen."
}

# Whether a Debian package is here; where there is no dpkg, whether what it brings is.
has_package() {
    if command -v dpkg-query >/dev/null; then
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
        return
    fi
    case $1 in
    lib*) "$PYTHON" -c 'import ctypes.util as c, sys, re; sys.exit(not c.find_library(re.sub("^lib|-?0$", "", sys.argv[1])))' "$1" ;;
    fonts-noto-cjk) fc-list 2>/dev/null | grep -q 'Noto Serif CJK' ;;
    fonts-noto-core) fc-list 2>/dev/null | grep -q 'NotoSerif-' ;;
    *) command -v "$1" >/dev/null ;;
    esac
}

# install "what for" PACKAGE...: installs by apt-get, as root or through sudo; fails where that cannot be.
install() {
    why=$1
    shift
    as_root=
    command -v apt-get >/dev/null || return 1
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || return 1
        [ -t 0 ] || sudo -n true 2>/dev/null || return 1
        as_root=sudo
    fi
    say "Installing $* ($why)."
    $as_root apt-get update -qq >&2 || say "apt-get could not renew its lists; trying with those at hand."
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" </dev/null >&2
}

# need "what for" PACKAGE...: installs those that are missing, or says exactly what to install and stops.
need() {
    why=$1
    shift
    missing=
    for package in "$@"; do
        has_package "$package" || missing="$missing $package"
    done
    # shellcheck disable=SC2086  # a list of package names
    [ -z "$missing" ] || install "$why" $missing || stop "Please install ($why):$missing
On Debian or Ubuntu: sudo apt-get install$missing"
}

need_paper() {
    # shellcheck disable=SC2086
    need "letters are set and printed with these" $PAPER_PACKAGES
}

make_venv() {
    # Debian's python3 knows ensurepip only where python3-venv is installed.
    find_python
    "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null || need "makes .venv, where our Python packages go" "$PYTHON-venv"
    [ -w "$ROOT" ] || stop "The folder $ROOT is not writable, and .venv has to be made in it."
    say "Making .venv with $("$PYTHON" --version)."
    "$PYTHON" -m venv --clear "$VENV" >&2 || stop "The Python environment $VENV could not be made."
}

# setup [requirements-dev.txt]: the environment with the pinned packages and the compiled catalogues.
setup() {
    wanted=${1:-requirements.txt}
    "$VENV/bin/python" -c '' 2>/dev/null || make_venv
    stamp=$VENV/.$wanted.sha256
    if [ "$(cat "$stamp" 2>/dev/null)" != "$(pinned "$wanted")" ]; then
        say "Installing the Python packages of $wanted into .venv."
        "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --no-input -r "$ROOT/$wanted" >&2 ||
            stop "The Python packages of $wanted could not be installed; pip says above why."
        # The packages of requirements-dev.txt hold those of requirements.txt.
        for file in requirements.txt "$wanted"; do pinned "$file" >"$VENV/.$file.sha256"; done
    fi
    compile_catalogues
}

# What a file of requirements pins, requirements.txt with it, as one sum.
pinned() {
    (cd "$ROOT" && cat requirements.txt "$1" | sha256sum)
}

# Babel does it, so that nobody needs GNU gettext.
compile_catalogues() {
    for po in "$ROOT"/locale/*/LC_MESSAGES/django.po; do
        mo=${po%.po}.mo
        [ -e "$po" ] || continue
        [ ! -e "$mo" ] || [ -n "$(find "$po" -newer "$mo")" ] || continue
        "$VENV/bin/pybabel" --quiet compile -i "$po" -o "$mo" >&2 || stop "The catalogue $po could not be compiled."
    done
}

# The data folder, for us alone; real letters lie in it.
need_data_dir() {
    if ! (umask 077 && mkdir -p "$WANGLAI_DATA_DIR") 2>/dev/null || [ ! -w "$WANGLAI_DATA_DIR" ]; then
        stop "The data folder $WANGLAI_DATA_DIR is not writable; name another in WANGLAI_DATA_DIR."
    fi
}
