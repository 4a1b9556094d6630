# SPDX-License-Identifier: MIT
# Shared by tools/play, tools/test and tools/bench: packages, builds, words for the person.
# POSIX sh. Everything said here goes to the error output, so that a tool's own output stays clean.

tb_root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
tb_jobs=2

# What building takes on Debian 12; the commands and pkg-config names are asked for elsewhere.
tb_build_packages="cmake ninja-build gcc libc6-dev pkg-config libsdl2-dev libsdl2-ttf-dev
    libsdl2-mixer-dev liblz4-dev libpng-dev libfreetype-dev libicu-dev libsqlite3-dev
    libjansson-dev libyaml-dev libmicrohttpd-dev libqrencode-dev libspeechd-dev python3
    python3-pil python3-lz4 librsvg2-bin"
# What looking at the words of cards takes besides.
tb_taste_packages="python3-sklearn python3-pyphen hunspell hunspell-en-gb"
tb_build_commands="cmake ninja cc pkg-config python3 rsvg-convert"
tb_build_libraries="sdl2 SDL2_ttf SDL2_mixer liblz4 libpng freetype2 icu-uc icu-i18n sqlite3 jansson
    yaml-0.1 libmicrohttpd libqrencode speech-dispatcher"

tb_say() {
    printf '%s\n' "$*" >&2
}

tb_fail() {
    tb_say "$*"
    exit 1
}

tb_is_debian() {
    [ -r /etc/os-release ] && grep -q '^ID=debian$' /etc/os-release &&
        command -v dpkg-query >/dev/null && command -v apt-get >/dev/null
}

# Prints those of the packages that are not installed.
tb_missing_packages() {
    # dpkg-query names the unknown ones on its error output; they are missing like the others.
    tb_installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null |
        sed -n 's/ installed$//p')
    for tb_package in "$@"; do
        case "
$tb_installed
" in
        *"
$tb_package
"*) ;;
        *) printf '%s ' "$tb_package" ;;
        esac
    done
}

tb_apt() {
    if [ "$(id -u)" -eq 0 ]; then
        env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120 "$@" >&2
    else
        sudo env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120 "$@" >&2
    fi
}

# Debian only: installs what is missing, and asks nothing of the network when nothing is.
tb_install_packages() {
    tb_missing=$(tb_missing_packages "$@")
    [ -z "$tb_missing" ] && return 0
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        tb_fail "These packages are missing, and neither root nor sudo is here to install them:
  $tb_missing"
    fi
    tb_say "Installing what is missing: $tb_missing"
    tb_apt update && tb_apt install -y --no-install-recommends $tb_missing ||
        tb_fail "The packages could not be installed: $tb_missing"
}

# Elsewhere: names what is missing and stops; touches nothing.
tb_check_system() {
    tb_missing=
    for tb_name in $tb_build_commands "$@"; do
        command -v "$tb_name" >/dev/null || tb_missing="$tb_missing $tb_name"
    done
    if command -v pkg-config >/dev/null; then
        for tb_name in $tb_build_libraries; do
            pkg-config --exists "$tb_name" || tb_missing="$tb_missing $tb_name"
        done
    fi
    if command -v python3 >/dev/null && ! python3 -c 'import PIL' 2>/dev/null; then
        tb_missing="$tb_missing python3-PIL"
    fi
    [ -z "$tb_missing" ] ||
        tb_fail "Please install these first, as your system calls them:$tb_missing"
}

# tb_build DIR TARGET [cmake options]: configures if that has not been done, builds, quiet if all is
# up to date. The output is kept and shown when something fails.
tb_build() {
    tb_dir=$1
    tb_target=$2
    shift 2
    mkdir -p "$tb_dir"
    tb_cache=$tb_dir/CMakeCache.txt
    if [ ! -f "$tb_dir/build.ninja" ] ||
        ! grep -qx "CMAKE_HOME_DIRECTORY:INTERNAL=$tb_root" "$tb_cache"; then
        cmake --fresh -S "$tb_root" -B "$tb_dir" -G Ninja "$@" >"$tb_dir/configure.log" 2>&1 || {
            cat "$tb_dir/configure.log" >&2
            return 1
        }
        tb_say "Building. The first time takes a few minutes."
    fi
    cmake --build "$tb_dir" --target "$tb_target" -j "$tb_jobs" >"$tb_dir/build.log" 2>&1 || {
        tail -n 80 "$tb_dir/build.log" >&2
        return 1
    }
}

# What the tests of the phones' page need besides: a browser, and npm from wherever it came.
tb_browser_packages() {
    printf 'chromium '
    command -v npm >/dev/null && command -v node >/dev/null || printf 'nodejs npm '
}

# tb_get_browser_driver DIR: playwright-core into DIR, in the version of the lock file, once.
# Without it the test says so.
tb_get_browser_driver() {
    tb_dir=$1
    tb_lock=$tb_root/tests/room/browser/package-lock.json
    [ -d "$tb_dir/node_modules/playwright-core" ] &&
        cmp -s "$tb_lock" "$tb_dir/package-lock.json" && return 0
    mkdir -p "$tb_dir"
    cp "$tb_root/tests/room/browser/package.json" "$tb_lock" "$tb_dir"
    (cd "$tb_dir" && npm ci --no-audit --no-fund --ignore-scripts) >"$tb_dir/npm.log" 2>&1 || {
        cat "$tb_dir/npm.log" >&2
        rm -f "$tb_dir/package-lock.json"
    }
}
