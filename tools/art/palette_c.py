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

/* 0xRRGGBB by theme (0 day, 1 evening) and token; TOKEN_NONE is black and means "draw nothing". */
extern const uint32_t theme_rgb[2][TOKEN_COUNT];

/* The token's name in the palette file, for messages; "none" for TOKEN_NONE. */
extern const char *const theme_token_names[TOKEN_COUNT];

#endif
'''
TABLE = '''/* SPDX-License-Identifier: MIT */
/* Colours of both themes; generated from assets/themes/palette.txt. */
#include "palette_tokens.h"

const uint32_t theme_rgb[2][TOKEN_COUNT] = {{
    {{
        [TOKEN_NONE] = 0x000000u,
{day}
    }},
    {{
        [TOKEN_NONE] = 0x000000u,
{evening}
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


def lines(rows, column):
    return '\n'.join(f'        [TOKEN_{row[0].upper()}] = 0x{row[column][1:]}u,' for row in rows)


def main():
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    rows = read_palette(PALETTE_FILE) + people_rows()
    tokens = '\n'.join(f'    TOKEN_{row[0].upper()},' for row in rows)
    names = '\n'.join(f'    [TOKEN_{row[0].upper()}] = "{row[0]}",' for row in rows)
    table = TABLE.format(day=lines(rows, 1), evening=lines(rows, 2), names=names)
    (out / 'palette_tokens.h').write_text(HEADER.format(tokens=tokens), encoding='utf-8')
    (out / 'palette_table.c').write_text(table, encoding='utf-8')


if __name__ == '__main__':
    main()
