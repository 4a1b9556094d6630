# SPDX-License-Identifier: MIT
"""Reads assets/themes/palette.txt, the one source of colour, and mixes colours."""
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PALETTE_FILE = ROOT / 'assets' / 'themes' / 'palette.txt'
THEMES = ('day', 'evening')
LINE = re.compile(r'([a-z][a-z0-9_]*)\s+(#[0-9A-F]{6})\s+(#[0-9A-F]{6})$')


def read_palette(path=PALETTE_FILE):
    """Returns [(token, day colour, evening colour)] in the order of the file."""
    rows = []
    for number, raw in enumerate(Path(path).read_text(encoding='utf-8').splitlines(), 1):
        line = raw.strip()
        if not line or line.startswith('# '):
            continue
        match = LINE.match(line)
        if not match:
            raise ValueError(f'{path}:{number}: expected "token #RRGGBB #RRGGBB"')
        rows.append(match.groups())
    return rows


def theme_colours(theme, path=PALETTE_FILE):
    """One theme as a dict of token -> '#RRGGBB'; `stone` is the list of the five stone tints."""
    column = 1 + THEMES.index(theme)
    colours = {row[0]: row[column] for row in read_palette(path)}
    colours['stone'] = [colours[f'stone{i}'] for i in range(5)]
    return colours


def mix(first, second, share):
    """The colour `share` (0..1) of the way from the first to the second."""
    a = [int(first[i:i + 2], 16) for i in (1, 3, 5)]
    b = [int(second[i:i + 2], 16) for i in (1, 3, 5)]
    return '#%02X%02X%02X' % tuple(round(x + (y - x) * share) for x, y in zip(a, b))
