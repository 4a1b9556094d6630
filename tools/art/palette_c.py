# SPDX-License-Identifier: MIT
"""Writes palette_tokens.h and palette_table.c from the palette file and the colours of people.

Usage: palette_c.py OUT_DIR"""
import sys
from pathlib import Path

import cast
from palette import PALETTE_FILE, read_palette

HEADER = '''/* SPDX-License-Identifier: MIT */
/* Colour tokens of both themes, then the colours of hair and cloth, the same in each, in the order
 * of person.h; generated from assets/themes/palette.txt and tools/art/cast.py. */
#ifndef TB_PALETTE_TOKENS_H
#define TB_PALETTE_TOKENS_H

#include <stdint.h>

typedef enum DrawToken {{
    TOKEN_NONE,
{tokens}
    TOKEN_COUNT
}} DrawToken;

/* 0xRRGGBB by theme (0 day, 1 evening; 2, 3: the same with strong contrast) and token;
 * TOKEN_NONE is black and means "draw nothing". */
extern const uint32_t theme_rgb[4][TOKEN_COUNT];

/* The token's name in the palette file, for messages; "none" for TOKEN_NONE. */
extern const char *const theme_token_names[TOKEN_COUNT];

#endif
'''
TABLE = '''/* SPDX-License-Identifier: MIT */
/* Colours of both themes; generated from assets/themes/palette.txt. */
#include "palette_tokens.h"

const uint32_t theme_rgb[4][TOKEN_COUNT] = {{
    {{
        [TOKEN_NONE] = 0x000000u,
{day}
    }},
    {{
        [TOKEN_NONE] = 0x000000u,
{evening}
    }},
    {{
        [TOKEN_NONE] = 0x000000u,
{day_strong}
    }},
    {{
        [TOKEN_NONE] = 0x000000u,
{evening_strong}
    }},
}};

const char *const theme_token_names[TOKEN_COUNT] = {{
    [TOKEN_NONE] = "none",
{names}
}};
'''


def people_rows():
    """The first tint of each colour a person can have: the same by day and in the evening."""
    return [(f'{kind}_{name}', tints[0], tints[0])
            for kind, table in (('hair', cast.HAIR), ('cloth', cast.CLOTH))
            for name, tints in table.items()]


# Strong contrast: what differs from the palette, by day and in the evening.
STRONG = {
    'paper': ('#FFFFFF', '#0B0A14'), 'paper2': ('#F7F7F7', '#12101E'),
    'paper3': ('#EDEDED', '#1E1B2E'), 'line': ('#2B2B2B', '#E8E2F2'),
    'ink': ('#000000', '#FFFFFF'), 'ink2': ('#1B1B1B', '#F2F2F2'),
    'p1': ('#8A2A06', '#FFB892'), 'p1soft': ('#FFF1E8', '#2A120A'),
    'p2': ('#0B3F6E', '#A9D5FF'), 'p2soft': ('#EAF3FC', '#0A1E33'),
    'moss': ('#14482A', '#B9F0BB'), 'moss_soft': ('#E9F5E3', '#0E2418'),
    'slate': ('#3A3348', '#D6CEE6'), 'slate_soft': ('#F1EEF4', '#1A1724'),
    'gold_ink': ('#4A2F00', '#FFEFC2'), 'focus': ('#3A0CC0', '#FFE27A'),
}
SCENERY = ('sky0 sky1 sky2 sun hill_far hill_mid hill_near bank bank_dark grass water0 water1 foam '
           'path').split()
DIMMED = 0.6


def mixed(colour, other, share):
    pairs = zip(bytes.fromhex(colour[1:]), bytes.fromhex(other[1:]))
    return '#' + bytes(round(a + (b - a) * share) for a, b in pairs).hex().upper()


def strong_rows(rows):
    """Panels plain, lines dark, and the scenery dimmed towards the panels."""
    def strong(name, colours):
        papers = STRONG['paper']
        if name in SCENERY:
            return tuple(mixed(c, p, DIMMED) for c, p in zip(colours, papers))
        return STRONG.get(name, colours)
    return [(row[0], *strong(row[0], row[1:3])) for row in rows]


def lines(rows, column):
    return '\n'.join(f'        [TOKEN_{row[0].upper()}] = 0x{row[column][1:]}u,' for row in rows)


def main():
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    rows = read_palette(PALETTE_FILE) + people_rows()
    tokens = '\n'.join(f'    TOKEN_{row[0].upper()},' for row in rows)
    names = '\n'.join(f'    [TOKEN_{row[0].upper()}] = "{row[0]}",' for row in rows)
    strong = strong_rows(rows)
    table = TABLE.format(day=lines(rows, 1), evening=lines(rows, 2), names=names,
                         day_strong=lines(strong, 1), evening_strong=lines(strong, 2))
    (out / 'palette_tokens.h').write_text(HEADER.format(tokens=tokens), encoding='utf-8')
    (out / 'palette_table.c').write_text(table, encoding='utf-8')


if __name__ == '__main__':
    main()
