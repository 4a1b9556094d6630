# SPDX-License-Identifier: MIT
"""Stones: of the wall, of the abutments, carried and flying ones, and the small ones of panels."""
import random

from palette import mix

INK = '#2B2440'
WALL_WIDTHS = (34, 38, 42, 46, 50, 54, 58, 46)
WALL_MOSSY = (2, 5)
WALL_HEIGHT = 21


def add_sprites(atlas, theme, colours):
    page = f'{theme}-things'
    tints = colours['stone']

    def add(name, width, height, tint, seed, moss=False):
        # Hot spot: top left corner of the stone.
        atlas.add(f'{theme}/{name}', page, stone(0, 0, width, height, tint, seed, moss),
                  (-3, -3, width + 3, height + 5), 1.25)

    for i, width in enumerate(WALL_WIDTHS):
        tint = mix(tints[i % len(tints)], '#6B6478', .35)
        add(f'wall/{i}', width, WALL_HEIGHT, tint, seed=i + 5, moss=i in WALL_MOSSY)
    add('wall/new', 46, WALL_HEIGHT, colours['wall_dark'], seed=11)
    for i in range(4):
        add(f'abutment/{i}', 42 + i * 4, 17, tints[(i * 2) % 5], seed=i + 21)
        add(f'spandrel/{i}', 26 + i * 8, 17, mix(tints[(i * 3) % 5], INK, .06), seed=i + 31,
            moss=i == 2)
        add(f'parapet/{i}', 23 + i * 3, 18, tints[(i + 1) % 5], seed=i + 41)
    add('stone/light', 46, 28, tints[0], seed=0)
    add('stone/light2', 46, 28, tints[1], seed=1)
    add('stone/light3', 46, 28, tints[3], seed=3)
    add('stone/dark', 46, 28, colours['wall_dark'], seed=2)
    add('stone/mossy', 46, 28, tints[2], seed=4, moss=True)
    add('stone/glow', 46, 28, '#FBE3B0', seed=0)
    atlas.add(f'{theme}/glow/stone', page, '<circle cx="23" cy="14" r="64" fill="url(#glow)"/>',
              (-41, -50, 87, 78), .2)
    atlas.add(f'{theme}/carry', page, carried(tints), (-50, -40, 50, 36), .5)
    atlas.add(f'{theme}/pebble', page,
              '<ellipse cx="0" cy="0" rx="8" ry="2.8" opacity=".6" '
              f'fill="{mix(colours["path"], "#6B4F30", .25)}"/>', (-10, -4, 10, 4), 1.5)


def stone(x, y, w, h, tint, seed=0, moss=False):
    """A rounded block, lit from above, its corners a little uneven."""
    rng = random.Random(seed)

    def jitter(amount):
        return rng.uniform(-amount, amount)

    cut = min(w, h) * .30
    corners = [(x + cut + jitter(2), y + jitter(1.4)), (x + w - cut + jitter(2), y + jitter(1.4)),
               (x + w + jitter(1.2), y + cut + jitter(2)),
               (x + w + jitter(1.2), y + h - cut + jitter(2)),
               (x + w - cut, y + h), (x + cut, y + h),
               (x + jitter(1.2), y + h - cut), (x + jitter(1.2), y + cut)]
    p = [f'{a:.1f},{b:.1f}' for a, b in corners]
    outline = (f'M{p[0]} L{p[1]} Q{x + w},{y} {p[2]} L{p[3]} Q{x + w},{y + h} {p[4]} '
               f'L{p[5]} Q{x},{y + h} {p[6]} L{p[7]} Q{x},{y} {p[0]}Z')
    drawn = (f'<path d="{outline}" fill="{mix(tint, INK, .30)}" '
             f'transform="translate(0,{min(3, h * .1):g})"/><path d="{outline}" fill="{tint}"/>'
             f'<path d="M{x + cut:.1f},{y + h * .18:.1f} Q{x + w * .5:.1f},{y + h * .08:.1f} '
             f'{x + w - cut * 1.2:.1f},{y + h * .2:.1f}" stroke="#FFF" stroke-opacity=".38" '
             f'stroke-width="{max(1.6, h * .09):.1f}" fill="none" stroke-linecap="round"/>')
    if moss:
        drawn += (f'<path d="M{x + 2},{y + h * .3:.1f} Q{x + w * .1:.1f},{y - 2} '
                  f'{x + w * .5:.1f},{y} '
                  f'Q{x + w * .4:.1f},{y + h * .3:.1f} {x + w * .25:.1f},{y + h * .25:.1f} '
                  f'Q{x + w * .12:.1f},{y + h * .6:.1f} {x + 2},{y + h * .3:.1f}Z" fill="#7FA05C" '
                  'opacity=".85"/>')
    return drawn


def carried(tints):
    """The round stone of the figure that carries, by itself; hot spot in its middle."""
    return (f'<path d="M-48,0 q4,-34 44,-34 q44,0 46,30 q2,34 -40,34 q-46,2 -50,-30z" '
            f'fill="{tints[1]}"/><path d="M-40,-12 q10,-20 38,-20 q26,0 34,14 q-30,-6 -72,6z" '
            f'fill="{mix(tints[0], "#FFFFFF", .3)}"/>')
