# SPDX-License-Identifier: MIT
"""Sky, air and light: sun, moon, clouds, birds, mist, stars, sparks, dust.

Hot spot: the middle."""

CRESCENT = 'M-.1,-34 A34,34 0 1 0 28.3,18.8 A30,30 0 1 1 -.1,-34Z'
CLOUD = ('M-80,0 Q-84,-22 -56,-24 Q-46,-52 -12,-46 Q12,-66 38,-42 Q70,-44 72,-18 Q92,-14 86,0Z')


def add_sprites(atlas, theme, colours):
    page = f'{theme}-things'

    def add(name, markup, box, ppp=1.0):
        atlas.add(f'{theme}/{name}', page, markup, box, ppp)

    dark = theme == 'evening'
    add('sun', f'<circle r="46" fill="{colours["sun"]}"/>', (-48, -48, 48, 48))
    add('glow/sun', '<circle r="300" fill="url(#sunglow)"/>', (-300, -300, 300, 300), .1)
    add('moon', f'<path d="{CRESCENT}" fill="#FFF1CC"/>', (-36, -36, 36, 36), 1.5)
    add('glow/moon', '<circle r="120" fill="url(#sunglow)" opacity=".35"/>',
        (-120, -120, 120, 120), .2)
    # Hot spot of a cloud: middle of its flat lower edge.
    tint, opacity = ('#7A5F86', .3) if dark else ('#FFFFFF', .65)
    add('cloud', f'<path d="{CLOUD}" fill="{tint}" opacity="{opacity}"/>', (-88, -62, 92, 2))
    add('birds', '<path d="M-20,-12 q6,-6 10,0 q5,-6 11,-1 M18,13 q5,-5 8,0 q4,-5 9,-1" '
        f'stroke="{"#9A8FB0" if dark else "#574D66"}" stroke-width="2.5" fill="none" '
        'stroke-linecap="round"/>', (-24, -20, 40, 20), 1.5)
    add('mist', mist('#B9AED0' if dark else '#FFFFFF'), (-160, -60, 160, 60), .2)
    add('star', '<circle r="2.2" fill="#FFF3D6"/>', (-3, -3, 3, 3), 2)
    add('spark', '<circle r="5" fill="#FFE9A8"/>', (-6, -6, 6, 6), 1.5)
    add('puff', f'<circle r="14" fill="{colours["path"]}" opacity=".55"/>'
        f'<circle cx="-4" cy="-4" r="8" fill="#FFF" opacity=".25"/>', (-15, -15, 15, 15))
    add('shadow', '<ellipse rx="60" ry="9" fill="#10231F" opacity=".28"/>', (-62, -11, 62, 11), .75)
    add('leaf', '<path d="M-9,3 Q-4,-8 9,-5 Q6,7 -9,3Z" fill="#D99A3C"/><path d="M-12,5 L4,-2" '
        'stroke="#8A5A3A" stroke-width="1.4" fill="none" stroke-linecap="round"/>',
        (-14, -10, 12, 9), 1.5)
    add('snowflake', '<circle r="3.4" fill="#FFF" opacity=".9"/>', (-4, -4, 4, 4), 2)


def mist(tint):
    """A long puff of overlapping soft discs in one colour."""
    soft = ('<defs><radialGradient id="mist"><stop offset="0" stop-color="{0}" stop-opacity=".55"/>'
            '<stop offset="1" stop-color="{0}" stop-opacity="0"/></radialGradient></defs>')
    discs = ''.join(f'<ellipse cx="{x}" cy="{y}" rx="{rx}" ry="{ry}" fill="url(#mist)"/>'
                    for x, y, rx, ry in ((-70, 8, 88, 40), (0, -4, 100, 52), (74, 6, 84, 42)))
    return soft.format(tint) + discs
