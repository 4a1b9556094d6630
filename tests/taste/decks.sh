#!/bin/sh
# SPDX-License-Identifier: MIT
# The shipped decks pass the whole check without an error or a warning.
# decks.sh TB_DECK PYTHON SOURCE_DIR
set -u
deck=$1 python=$2 root=$3
said=$("$deck" check "$root/levels/daily" "$root/levels/scenes" "$root/levels/talks" \
    "$root/levels/journey"
    "$deck" dump "$root/levels/daily" "$root/levels/scenes" "$root/levels/talks" \
        "$root/levels/journey" 2>/dev/null |
        "$python" -B "$root/tools/taste/check.py" check "$root/levels/grid" \
            "$root/levels/words.txt")
echo "$said"
echo "$said" | grep -q 'Errors: 0  Warnings: 0$' &&
    echo "$said" | grep -q '^Words and balance: 0 errors, 0 warnings$'
