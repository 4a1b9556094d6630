#!/bin/sh
# SPDX-License-Identifier: MIT
# tools/new in a copy of the source: what it makes compiles, and nothing is written over.
# Arguments: the source folder, the folder of the generated headers, the compiler.
set -eu
source=$1
generated=$2
compiler=$3
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
mkdir -p "$copy/assets" "$copy/tools"
cp -R "$source/src" "$copy/src"
cp -R "$source/assets/lang" "$copy/assets/lang"
cp "$source/tools/new" "$copy/tools/new"

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

compile() {
    "$compiler" -std=c17 -Wall -Wextra -Wpedantic -Wconversion -Wshadow \
        -Wstrict-prototypes -Werror \
        -fsyntax-only -I"$generated" -I"$copy/src/base" -I"$copy/src/core" -I"$copy/src/content" \
        -I"$copy/src/draw" -I"$copy/src/ui" -I"$copy/src/screens" "$copy/$1" || fail "$1"
}

"$copy/tools/new" screen far_shore >/dev/null
"$copy/tools/new" card echo >/dev/null
for file in src/screens/screen_far_shore.c src/core/card_echo.c src/screens/card_echo_view.c; do
    compile "$file"
    ! grep -qi blank "$copy/$file" || fail "$file still speaks of the template"
done
for key in $(grep -oh '"\(far_shore\|echo\)\.[a-z-]*"' "$copy"/src/screens/*far_shore* \
    "$copy"/src/screens/*echo* | tr -d '"' | sort -u); do
    sed -n "/^${key%%.*}:/,/^[^ ]/p" "$copy/assets/lang/en.yaml" | grep -q "^  ${key#*.}:" ||
        fail "no text for $key"
done
before=$(cksum <"$copy/src/core/card_echo.c")
if "$copy/tools/new" card echo >/dev/null 2>&1; then
    fail 'a card was written over'
fi
[ "$before" = "$(cksum <"$copy/src/core/card_echo.c")" ] || fail 'a card was written over'
for name in '' Big 1st '../out' blank; do
    ! "$copy/tools/new" screen "$name" >/dev/null 2>&1 || fail "the name \"$name\" was taken"
done
