# SPDX-License-Identifier: MIT
"""Trees: four kinds in six colours at three depths.  Hot spot: foot of the trunk.

`tree/KIND/COLOUR` stands near, `tree-mid/...` on the middle hills, `tree-far/...` on the far ones;
all share one size in points (a round tree is about 131 high) and differ in haze and resolution."""
from palette import mix

KINDS = ('round', 'poplar', 'pine', 'bush')
COLOURS = {
    'day': {
        'tree': {'green': '#7BA75E', 'green2': '#5E9A62', 'amber': '#D99A3C', 'rust': '#C9743A',
                 'blossom': '#F0C4C0', 'snow': '#9FB7A8'},
        'tree-mid': {'green': '#5E9A78', 'green2': '#4F8B6C', 'amber': '#D9A441',
                     'rust': '#C9743A', 'blossom': '#E6BFBA', 'snow': '#8FAA9E'},
        'tree-far': {'green': '#8FB38F', 'green2': '#7BA585', 'amber': '#C9A45C',
                     'rust': '#C48F66', 'blossom': '#DABDB3', 'snow': '#A9BDB2'}},
    'evening': {
        'tree': {'green': '#2F4A58', 'green2': '#2B4150', 'amber': '#5B4A63', 'rust': '#6A4658',
                 'blossom': '#7A5D7C', 'snow': '#5C6088'},
        'tree-mid': {'green': '#2F2F58', 'green2': '#2A3358', 'amber': '#4B3A60',
                     'rust': '#553A5A', 'blossom': '#5F4A72', 'snow': '#4A4A74'},
        'tree-far': {'green': '#3D3A66', 'green2': '#453D69', 'amber': '#5A4769',
                     'rust': '#614A68', 'blossom': '#665479', 'snow': '#5A5682'}}}
# The largest each is painted at 1280x720 (src/screens/valley.c), less the tenth that nobody sees.
RESOLUTION = {'tree': 1, 'tree-mid': .57, 'tree-far': .31}
BOX = {'round': (-58, -136, 56, 10), 'poplar': (-36, -174, 36, 10), 'pine': (-40, -172, 40, 10),
       'bush': (-44, -48, 42, 10)}
SNOW = {'day': '#F6F8F4', 'evening': '#A9A7CC'}
SHADOW = '<ellipse cx="0" cy="2" rx="34" ry="6" fill="#10231F" opacity=".22"/>'


def add_sprites(atlas, theme):
    for depth, colours in COLOURS[theme].items():
        for kind in KINDS:
            for colour, tint in colours.items():
                atlas.add(f'{theme}/{depth}/{kind}/{colour}', f'{theme}-trees-{colour}',
                          tree(kind, colour, tint, theme), BOX[kind], RESOLUTION[depth])


def tree(kind, colour, tint, theme):
    dark = theme == 'evening'
    low = mix(tint, '#1D2B3A', .28)
    high = mix(tint, '#FFF3C4', .12 if dark else .28)
    wood = mix('#6A4630', '#1D2B3A', .5 if dark else .1)
    if colour == 'snow':
        return SHADOW + WINTER[kind](tint, low, wood, SNOW[theme])
    return SHADOW + LEAFY[kind](tint, low, high, wood)


def blob(x, y, radius, colour, opacity=None):
    faint = f' opacity="{opacity}"' if opacity else ''
    return f'<circle cx="{x}" cy="{y}" r="{radius:g}" fill="{colour}"{faint}/>'


def trunk(wood):
    return (f'<path d="M-6,0 L-3,-60 L4,-60 L7,0Z" fill="{wood}"/>'
            f'<path d="M0,-44 l-16,-18 M0,-52 l16,-18" stroke="{wood}" stroke-width="4"/>')


def leafy_round(tint, low, high, wood):
    crown = [(-26, -72, 26), (24, -70, 27), (0, -98, 33), (-14, -60, 22), (14, -58, 22)]
    return (trunk(wood) + ''.join(blob(x, y, r, low) for x, y, r in crown)
            + ''.join(blob(x - 3, y - 5, r * .9, tint) for x, y, r in crown)
            + ''.join(blob(x - 8, y - 12, r * .5, high, .75) for x, y, r in crown[:3]))


def leafy_poplar(tint, low, high, wood):
    return (f'<path d="M-4,0 V-40 H4 V0Z" fill="{wood}"/>'
            f'<path d="M0,-170 C30,-130 30,-50 0,-22 C-30,-50 -30,-130 0,-170Z" fill="{low}"/>'
            f'<path d="M-3,-168 C18,-130 18,-52 -4,-26 C-30,-52 -28,-126 -3,-168Z" fill="{tint}"/>'
            f'<path d="M-8,-140 C-18,-100 -18,-80 -12,-52" stroke="{high}" stroke-width="5" '
            'fill="none" stroke-linecap="round" opacity=".7"/>')


def pine_tiers(tint, low):
    tiers = [(-30, 36), (-62, 30), (-94, 23), (-122, 15)]
    return [(f'M0,{y - 46} L{half},{y} Q0,{y + 10} -{half},{y}Z', low if i % 2 == 0 else tint)
            for i, (y, half) in enumerate(tiers)]


def leafy_pine(tint, low, _high, wood):
    return (f'<path d="M-4,0 V-34 H4 V0Z" fill="{wood}"/>'
            + ''.join(f'<path d="{d}" fill="{colour}"/>' for d, colour in pine_tiers(tint, low)))


def leafy_bush(tint, low, high, _wood):
    return ''.join(blob(*spot) for spot in (
        (-20, -12, 18, low), (18, -12, 19, low), (0, -20, 24, low), (-22, -16, 15, tint),
        (14, -17, 16, tint), (-3, -26, 20, tint), (-8, -34, 9, high)))


def branches(paths, colour, width, opacity=1):
    return (f'<path d="{paths}" stroke="{colour}" stroke-width="{width}" fill="none" '
            f'stroke-linecap="round" stroke-linejoin="round" opacity="{opacity}"/>')


def winter_round(_tint, _low, wood, snow):
    limbs = 'M0,-50 L0,-118 M0,-48 L-34,-84 M0,-56 L34,-90 M0,-78 L-20,-112 M0,-84 L22,-116'
    twigs = ('M-34,-84 l-12,-2 M-24,-74 l-6,-20 M34,-90 l12,-4 M22,-78 l10,-22 M-14,-100 l-14,-2 '
             'M14,-104 l14,-2 M0,-100 l-6,-16 M0,-96 l7,-20')
    caps = ('M-4,-52 L-33,-86 M4,-60 L33,-93 M-4,-86 L-19,-113 M4,-92 L21,-118 M-36,-88 l-9,-1 '
            'M36,-94 l9,-3')
    return (trunk(wood) + branches(limbs, wood, 5) + branches(twigs, wood, 2.6)
            + branches(caps, snow, 3.4, .92))


def winter_poplar(_tint, _low, wood, snow):
    limbs = 'M0,0 L0,-166 M0,-40 Q-14,-70 -12,-110 M0,-40 Q14,-72 12,-116 M0,-84 Q-9,-110 -7,-146 '
    twigs = ('M-12,-84 l-8,-18 M12,-88 l8,-18 M-10,-112 l-6,-16 M11,-116 l5,-16 '
             'M0,-92 Q9,-116 6,-150')
    caps = 'M-13,-88 Q-14,-100 -13,-112 M11,-92 Q14,-104 13,-118 M-8,-124 L-8,-146 M1,-140 L1,-164'
    return branches(limbs, wood, 4.6) + branches(twigs, wood, 2.6) + branches(caps, snow, 3, .92)


def winter_pine(tint, low, wood, snow):
    drawn = leafy_pine(tint, low, None, wood)
    for y, half in ((-30, 36), (-62, 30), (-94, 23), (-122, 15)):
        reach = half * .8
        drawn += (f'<path d="M0,{y - 46} L{reach:g},{y - 10} Q{reach * .6:g},{y - 22} '
                  f'{reach * .4:g},'
                  f'{y - 12} Q{reach * .1:g},{y - 26} -{reach * .3:g},{y - 13} Q-{reach * .6:g},'
                  f'{y - 22} -{reach:g},{y - 10}Z" fill="{snow}" opacity=".92"/>')
    return drawn


def winter_bush(tint, low, _wood, snow):
    return (leafy_bush(tint, low, tint, None)
            + f'<path d="M-38,-18 Q-34,-34 -20,-31 Q-12,-48 2,-44 Q14,-42 16,-33 Q32,-32 34,-18 '
              f'Q24,-26 16,-20 Q4,-32 -8,-22 Q-22,-28 -38,-18Z" fill="{snow}" opacity=".92"/>')


LEAFY = {'round': leafy_round, 'poplar': leafy_poplar, 'pine': leafy_pine, 'bush': leafy_bush}
WINTER = {'round': winter_round, 'poplar': winter_poplar, 'pine': winter_pine, 'bush': winter_bush}
