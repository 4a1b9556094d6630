# SPDX-License-Identifier: MIT
"""Icons of assets/icons as white masks `icon/<name>`: 24 points, two page pixels a point."""
import re

from palette import ROOT

STROKE_WIDTH = 2.2


def add_sprites(atlas):
    for file in sorted((ROOT / 'assets' / 'icons').glob('*.svg')):
        text = re.sub(r'<!--.*?-->', '', file.read_text(encoding='utf-8'), flags=re.S)
        inner = re.search(r'<svg[^>]*>(.*)</svg>', text, re.S).group(1)
        inner = re.sub(r'\s+', ' ', inner).replace('currentColor', '#FFF')
        markup = (f'<g fill="none" stroke="#FFF" stroke-width="{STROKE_WIDTH}" '
                  f'stroke-linecap="round" stroke-linejoin="round">{inner}</g>')
        atlas.add(f'icon/{file.stem}', 'icons', markup, (0, 0, 24, 24), ppp=2, trim=False,
                  mask=True)
