# SPDX-License-Identifier: MIT
"""Shadows of cards and buttons as 9-slices, the soft disc of all particles, and the paper grain."""
import math

SHADOW_COLOUR = '#1B1230'
TILE = 96
SLICE = 40
STOPS = 20


def add_sprites(atlas):
    # Origin = top left corner of the card or button that throws the shadow.
    add_shadow(atlas, 'shadow/1', drop=3, sigma=4, margin=10, opacity=.24)
    add_shadow(atlas, 'shadow/2', drop=10, sigma=15, margin=30, opacity=.34)
    atlas.add('disc', 'surfaces', '<circle cx="0" cy="0" r="32" fill="url(#disc)"/>',
              (-32, -32, 32, 32), trim=False)
    atlas.add('grain', 'grain', '<rect width="96" height="96" filter="url(#grain)" opacity=".10"/>',
              (0, 0, 96, 96), trim=False)
    atlas.add('pixel', 'surfaces', '<rect width="8" height="8" fill="#FFF"/>', (0, 0, 8, 8),
              trim=False)


def add_shadow(atlas, name, drop, sigma, margin, opacity):
    """A shadow that reaches `margin` beyond the edge; only the distance to the edge matters, so
    corners and sides meet without a seam however far the sides are stretched."""
    radius = SLICE - margin
    name_id = name.replace('/', '')
    stops = ''.join(f'<stop offset="{i / STOPS:.3f}" stop-color="{SHADOW_COLOUR}" stop-opacity='
                    f'"{opacity * fade(i * SLICE / STOPS - radius, sigma, margin):.4f}"/>'
                    for i in range(STOPS + 1))
    far = TILE - SLICE
    parts = [f'<rect x="{SLICE}" y="{SLICE}" width="{far - SLICE}" height="{far - SLICE}" '
             f'fill="{SHADOW_COLOUR}" '
             f'fill-opacity="{opacity * fade(-radius, sigma, margin):.4f}"/>']
    for x in (SLICE, far):
        for y in (SLICE, far):
            left, top = (0 if x == SLICE else far), (0 if y == SLICE else far)
            parts.append(gradient(f'{name_id}c{x}{y}', 'radial',
                                  f'cx="{x}" cy="{y}" r="{SLICE}"', stops, left, top, SLICE, SLICE))
    middle = far - SLICE
    for end, left in ((0, 0), (TILE, far)):
        start = SLICE if end == 0 else far
        parts.append(gradient(f'{name_id}x{end}', 'linear', f'x1="{start}" y1="0" x2="{end}" '
                                                            f'y2="0"',
                              stops, left, SLICE, SLICE, middle))
        parts.append(gradient(f'{name_id}y{end}', 'linear', f'x1="0" y1="{start}" x2="0" '
                                                            f'y2="{end}"',
                              stops, SLICE, left, middle, SLICE))
    box = (-margin, drop - margin, TILE - margin, TILE + drop - margin)
    moved = f'<g transform="translate({-margin},{drop - margin})">{"".join(parts)}</g>'
    atlas.add(name, 'surfaces', moved, box, trim=False)


def gradient(identity, kind, place, stops, x, y, width, height):
    return (f'<defs><{kind}Gradient id="{identity}" gradientUnits="userSpaceOnUse" {place}>{stops}'
            f'</{kind}Gradient></defs><rect x="{x}" y="{y}" width="{width}" height="{height}" '
            f'fill="url(#{identity})"/>')


def fade(distance, sigma, margin):
    """Share of full shade at a distance from the edge of a wide blurred shape; 0 at the margin."""
    def blurred(d):
        return .5 * math.erfc(d / (sigma * math.sqrt(2)))
    rest = blurred(margin)
    return max(0.0, (blurred(distance) - rest) / (1 - rest))
