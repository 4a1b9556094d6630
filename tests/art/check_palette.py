# SPDX-License-Identifier: MIT
"""Contrast (WCAG 2) of every text and mark on its ground, and how far apart the colours that carry
meaning stay for colour-blind eyes.  Usage: check_palette.py ROOT"""
import sys
from pathlib import Path

ROOT = Path(sys.argv[1])
sys.path.insert(0, str(ROOT / 'tools' / 'art'))
from palette import THEMES, read_palette, theme_colours  # noqa: E402

# What, upper colour, ground, least contrast (STYLE: body 7, secondary 7, marks 4.5, borders 3).
PAIRS = (
    [('body text', 'ink', ground, 7) for ground in
     ('paper', 'paper2', 'paper3', 'moss_soft', 'slate_soft', 'p1soft', 'p2soft')]
    + [('secondary text', 'ink2', ground, 7) for ground in ('paper', 'paper2', 'p1soft', 'p2soft')]
    + [('bridge text', 'moss', 'moss_soft', 4.5), ('wall text', 'slate', 'slate_soft', 4.5),
       ('gold text', 'gold_ink', 'paper', 4.5), ('mark', 'p1', 'paper', 4.5),
       ('mark', 'p2', 'paper', 4.5), ('border', 'p1', 'p1soft', 3), ('border', 'p2', 'p2soft', 3),
       ('focus ring', 'focus', 'paper', 3), ('title', 'ink', 'sky0', 4.5),
       ('title', 'ink', 'sky1', 4.5), ('button', 'on_button', 'moss', 4.5),
       ('gold button', 'on_gold', 'gold', 7), ('number', 'on_mark', 'p1', 4.5),
       ('number', 'on_mark', 'p2', 4.5)])
# Machado 2009, severity 1, on linear RGB.
EYES = {
    'deuteranopia': ((.367322, .860646, -.227968), (.280085, .672501, .047413),
                     (-.01182, .04294, .968881)),
    'protanopia': ((.152286, 1.052583, -.204868), (.114503, .786281, .099216),
                   (-.003882, -.048116, 1.051998)),
    'tritanopia': ((1.255528, -.076749, -.178779), (-.078411, .930809, .147602),
                   (.004733, .691367, .3039))}
PLAYERS_APART = 63       # CIE76, STYLE section 2


def linear(colour):
    values = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    return [v / 12.92 if v <= .04045 else ((v + .055) / 1.055) ** 2.4 for v in values]


def contrast(first, second):
    light = sorted(.2126 * r + .7152 * g + .0722 * b for r, g, b in (linear(first), linear(second)))
    return (light[1] + .05) / (light[0] + .05)


def lab(rgb):
    weights = ((.4124, .3576, .1805, .9505), (.2126, .7152, .0722, 1), (.0193, .1192, .9505, 1.089))
    x, y, z = (sum(w * v for w, v in zip(row, rgb)) / row[3] for row in weights)
    x, y, z = (t ** (1 / 3) if t > .008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(first, second, eyes):
    seen = [lab([max(0, min(1, sum(m * v for m, v in zip(row, linear(colour))))) for row in eyes])
            for colour in (first, second)]
    return sum((a - b) ** 2 for a, b in zip(*seen)) ** .5


def main():
    faults = []
    names = [row[0] for row in read_palette()]
    if len(set(names)) != len(names):
        faults.append('a token is named twice')
    for theme in THEMES:
        colours = theme_colours(theme)
        for what, upper, ground, need in PAIRS:
            found = contrast(colours[upper], colours[ground])
            if found < need:
                faults.append(f'{theme}: {what} {upper} on {ground} {found:.2f}, needs {need}')
        for name, eyes in EYES.items():
            if distance(colours['p1'], colours['p2'], eyes) < PLAYERS_APART - .5:
                faults.append(f'{theme}: the players come too close under {name}')
    print('\n'.join(faults) or f'{len(names)} tokens: every pair meets its need')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
