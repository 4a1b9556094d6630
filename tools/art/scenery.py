# SPDX-License-Identifier: MIT
"""Everything out of doors, once a theme: names begin with `day/` or `evening/`."""
import math

import gifts
import props
import sky
import stones
import trees
from palette import THEMES, theme_colours


def add_sprites(atlas):
    for theme in THEMES:
        colours = theme_colours(theme)
        sky.add_sprites(atlas, theme, colours)
        props.add_sprites(atlas, theme, colours)
        gifts.add_sprites(atlas, theme, colours)
        stones.add_sprites(atlas, theme, colours)
        trees.add_sprites(atlas, theme)
        atlas.add(f'{theme}/logo', f'{theme}-things', logo(theme, colours), (-2, 0, 62, 50), 1.5,
                  trim=False)


def logo(theme, colours):
    """Seven stones, the keystone golden, over one wave; 60 by 48 points from the top left."""
    drawn = ''
    for i in range(7):
        start, end = math.pi * i / 7 + .05, math.pi * (i + 1) / 7 - .05
        corners = ((start, 17), (end, 17), (end, 29), (start, 29))
        d = ' L'.join(f'{30 - r * math.cos(a):.1f},{34 - r * math.sin(a):.1f}' for a, r in corners)
        tint = colours['gold'] if i == 3 else colours['ink']
        drawn += (f'<path d="M{d}Z" fill="{tint}" stroke="{tint}" stroke-width="2.4" '
                  'stroke-linejoin="round"/>')
    water = '#2F7F8E' if theme == 'day' else '#8EC5F5'
    return drawn + (f'<path d="M8,42 q6,-4 11,0 t11,0 t11,0 t11,0" stroke="{water}" '
                    'stroke-width="3.4" fill="none" stroke-linecap="round"/>')
