# Shared by the commands in bin/: sourced, never run. What it has to say goes to stderr; it stops with status 2.
# shellcheck shell=sh

ROOT=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
VENV=$ROOT/.venv
WANGLAI_DATA_DIR=${WANGLAI_DATA_DIR:-$ROOT/var}
case $WANGLAI_DATA_DIR in /*) ;; *) WANGLAI_DATA_DIR=$PWD/$WANGLAI_DATA_DIR ;; esac
export WANGLAI_DATA_DIR
export PYTHONUTF8=1 # whatever the terminal's locale

PAPER_PACKAGES="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk fonts-noto-core"

say() { printf '%s\n' "$*" >&2; }

stop() {
    say "$*"
    exit 2
}

# The first of the usual names whose Python is 3.11 to 3.13, as PYTHON.
PYTHON=
find_python() {
    [ -z "$PYTHON" ] || return 0
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
    find_python
    case $1 in
    lib*) "$PYTHON" -c 'import ctypes.util as c, sys, re; sys.exit(not c.find_library(re.sub("^lib|-?[01]$", "", sys.argv[1])))' "$1" ;;
    fonts-noto-cjk) fc-list 2>/dev/null | grep -q 'Noto Serif CJK' ;;
    fonts-noto-core) fc-list 2>/dev/null | grep -q 'NotoSerif-' ;;
    *) command -v "$1" >/dev/null ;;
    esac
}

# want "what for" PACKAGE...: notes those that are missing; get_wanted gets them all at once.
missing=
reasons=
want() {
    why=$1
    shift
    lacking=
    for package in "$@"; do
        has_package "$package" || lacking="$lacking $package"
    done
    [ -n "$lacking" ] || return 0
    missing="$missing$lacking"
    reasons="$reasons
 $lacking ($why)"
}

want_paper() {
    # shellcheck disable=SC2086  # a list of package names
    want "letters are set and printed with these" $PAPER_PACKAGES
}

# Whether we may install, as root or through sudo, which may ask for the password.
may_install() {
    as_root=
    command -v apt-get >/dev/null || return 1
    [ "$(id -u)" != 0 ] || return 0
    command -v sudo >/dev/null || return 1
    as_root=sudo
    sudo -n true 2>/dev/null || { [ -t 0 ] && sudo true; }
}

# Installs by apt-get what is wanted; fails where that cannot be.
install_wanted() {
    say "Missing here:$reasons"
    may_install || return 1
    say "Installing by apt-get; this can take a minute or two."
    $as_root apt-get update -qq >&2 || say "apt-get could not renew its lists; trying with those at hand."
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends \
        -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 $missing </dev/null >/dev/null || return 1
    missing=
    reasons=
}

# Gets what is wanted, or says exactly what to install and stops.
get_wanted() {
    [ -z "$missing" ] || install_wanted || stop "Please install these and start again. On Debian or Ubuntu, as root or with sudo:
  apt-get install --no-install-recommends$missing"
}

# try "what for" PACKAGE...: gets those that are missing, or fails without stopping.
try() {
    want "$@"
    [ -z "$missing" ] || install_wanted || {
        missing=
        reasons=
        return 1
    }
}

# Whether .venv works. It does not where making it was broken off, or where the system's Python is another since.
has_venv() {
    "$VENV/bin/python" -c 'import importlib.util as i, sys; sys.exit(not i.find_spec("pip"))' 2>/dev/null || return 1
    has_pinned "$1" || "$VENV/bin/python" -m pip --version >/dev/null 2>&1
}

want_venv() {
    find_python
    [ -w "$ROOT" ] || stop "The folder $ROOT is not writable, and .venv has to be made in it."
    # Debian's python3 knows ensurepip only where python3-venv is installed.
    "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null || want "makes .venv, where our Python packages go" "$PYTHON-venv"
}

make_venv() {
    say "Making .venv with $("$PYTHON" --version)."
    "$PYTHON" -m venv --clear "$VENV" >&2 || stop "The Python environment $VENV could not be made."
}

# setup [requirements-dev.txt]: what is wanted, .venv with the pinned packages, and the compiled catalogues.
setup() {
    wanted=${1:-requirements.txt}
    if has_venv "$wanted"; then
        get_wanted
    else
        want_venv
        get_wanted
        make_venv
    fi
    if ! has_pinned "$wanted"; then
        say "Installing the Python packages of $wanted into .venv."
        "$VENV/bin/python" -m pip install --quiet --disable-pip-version-check --no-input -r "$ROOT/$wanted" >&2 ||
            stop "The Python packages of $wanted could not be installed; pip says above why."
        # The packages of requirements-dev.txt hold those of requirements.txt.
        for file in requirements.txt "$wanted"; do pinned "$file" >"$VENV/.$file.sha256"; done
    fi
    compile_catalogues
}

# Whether all that a file of requirements pins has been installed.
has_pinned() {
    [ "$(cat "$VENV/.$1.sha256" 2>/dev/null)" = "$(pinned "$1")" ]
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
        # Under a name of this process first: half a catalogue would count as compiled.
        "$VENV/bin/python" -P -m babel.messages.frontend --quiet compile -i "$po" -o "${po%.po}.$$.mo" >&2 &&
            mv "${po%.po}.$$.mo" "$mo" || stop "The catalogue $po could not be compiled."
    done
}

# The data folder, for us alone; real letters lie in it.
need_data_dir() {
    if ! (umask 077 && mkdir -p "$WANGLAI_DATA_DIR") 2>/dev/null || [ ! -w "$WANGLAI_DATA_DIR" ]; then
        stop "The data folder $WANGLAI_DATA_DIR is not writable; name another in WANGLAI_DATA_DIR."
    fi
}
