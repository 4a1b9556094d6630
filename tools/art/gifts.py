# SPDX-License-Identifier: MIT
"""What chapters leave in the valley, and what grows there with the evenings.  Hot spot: the foot.

On a page of its own, which is only read once something of it stands."""
from palette import mix
from props import bed, bench, flower, ground, stroked


def add_sprites(atlas, theme, colours):
    page = f'{theme}-gifts'
    dark = theme == 'evening'

    def add(name, markup, box, ppp=1.25):
        atlas.add(f'{theme}/{name}', page, markup, box, ppp)

    def shade(colour):
        return mix(colour, '#1B1838', .45) if dark else colour

    add('gift/letterbox', letterbox(colours, shade), (-24, -66, 26, 6))
    add('gift/kite', kite(shade), (-40, -44, 90, 92))
    add('gift/thanks-bench', thanks_bench(colours, shade), (-58, -66, 58, 8))
    add('gift/swing', swing(colours, shade), (-56, -104, 56, 8))
    add('gift/heron', heron(shade), (-34, -88, 34, 6))
    add('gift/weathercock', weathercock(colours, shade), (-30, -70, 30, 4))
    add('gift/signpost', signpost(colours, shade), (-40, -84, 40, 6))
    add('gift/nesting-box', nesting_box(colours, shade), (-20, -40, 20, 22))
    add('gift/well', well(colours, shade), (-44, -88, 44, 8))
    add('gift/table', table(colours, shade), (-74, -60, 74, 8))
    add('garden/hive', hive(shade), (-28, -56, 28, 6))
    add('garden/sundial', sundial(colours, shade), (-26, -50, 26, 6))
    add('garden/bed-spring', bed_of(theme, colours, spring(theme)), (-66, -54, 66, 12))
    add('garden/bed-autumn', bed_of(theme, colours, autumn(shade)), (-66, -54, 66, 12))
    add('garden/bed-winter', bed_of(theme, colours, winter(shade)), (-66, -54, 66, 12))


def letterbox(colours, shade):
    red = shade('#B5451B')
    return (ground(0, 14, 4) + stroked('M0,0 V-36', colours['wood'], 6)
            + f'<path d="M-20,-34 V-48 A12,12 0 0 1 -8,-60 H14 A10,12 0 0 1 22,-48 V-34Z" '
              f'fill="{red}"/><path d="M-20,-34 V-48 A12,12 0 0 1 4,-48 V-34Z" '
              f'fill="{mix(red, "#FFFFFF", .2)}"/><rect x="-14" y="-48" width="12" height="3" '
              'rx="1.5" fill="#2B1B22"/>' + stroked('M16,-52 V-64 h6', shade('#F2B134'), 3))


def kite(shade):
    red, gold = shade('#C9552E'), shade('#F2B134')
    tail = ''.join(f'<path d="M{x},{y} l-6,-4 v8z M{x},{y} l6,-4 v8z" fill="{tint}"/>'
                   for x, y, tint in ((22, 44, gold), (38, 56, red), (56, 74, gold)))
    return (stroked('M0,34 Q16,40 26,48 T60,78 T84,88', '#FFF8EA', 1.6, .8)
            + f'<path d="M0,-38 L30,-4 L0,36 L-30,-4Z" fill="{red}"/>'
              f'<path d="M0,-38 L30,-4 L0,-4Z M0,36 L-30,-4 L0,-4Z" fill="{gold}"/>'
            + stroked('M0,-38 V36 M-30,-4 H30', mix(red, '#000000', .35), 1.6) + tail)


def thanks_bench(colours, shade):
    """Painted, with a jar for notes on it."""
    blue = shade('#3E7CA8')
    jar = (f'<rect x="22" y="-40" width="16" height="15" rx="4" fill="{shade("#DFF0EE")}" '
           f'opacity=".9"/><rect x="21" y="-44" width="18" height="5" rx="2" '
           f'fill="{shade("#F2B134")}"/><path d="M25,-28 l5,-7 l6,4" '
           f'stroke="{shade("#B5451B")}" stroke-width="2.4" fill="none"/>')
    return bench({**colours, 'wood': blue}) + jar


def swing(colours, shade):
    wood, rope = colours['wood'], shade('#EADBBB')
    return (ground(0, 48, 6, .25)
            + stroked('M-48,0 L-38,-98 M-28,0 L-38,-98 M48,0 L38,-98 M28,0 L38,-98', wood, 5)
            + stroked('M-44,-98 H44', wood, 6) + stroked('M-24,-96 V-24 M24,-96 V-24', rope, 2.4)
            + f'<rect x="-30" y="-26" width="60" height="7" rx="3" '
              f'fill="{mix(wood, "#FFFFFF", .2)}"/>')


def heron(shade):
    grey, dark, beak = shade('#A9B7C4'), shade('#4C5870'), shade('#E9A23B')
    return (stroked('M-2,-34 V0 M6,-34 V-2 M-2,0 h7 M6,-2 h6', beak, 2.6)
            + f'<path d="M-28,-30 C-18,-52 8,-54 14,-44 C18,-34 4,-26 -28,-30Z" fill="{grey}"/>'
              f'<path d="M-30,-28 C-16,-40 0,-42 8,-38 C0,-28 -16,-26 -30,-28Z" fill="{dark}"/>'
            + stroked('M10,-44 C22,-54 4,-62 10,-76', grey, 6)
            + f'<circle cx="12" cy="-78" r="6" fill="{grey}"/>'
              f'<path d="M16,-81 L34,-77 L16,-75Z" fill="{beak}"/>'
            + stroked('M12,-82 q-8,-2 -16,4', dark, 2.6)
            + '<circle cx="14" cy="-79" r="1.5" fill="#1B1230"/>')


def weathercock(colours, shade):
    gold, post = shade('#F2B134'), colours['post']
    return (stroked('M0,0 V-46 M-18,-26 H18 M0,-36 v2', post, 3)
            + f'<path d="M-20,-50 C-16,-62 -6,-58 -2,-52 C4,-60 10,-60 14,-68 L20,-62 L26,-60 '
              f'L20,-56 C18,-46 6,-42 -4,-44 C-12,-44 -18,-46 -20,-50Z" fill="{gold}"/>'
              f'<path d="M12,-68 l4,-5 l3,4 l4,-2 l-2,7z" fill="{shade("#C9552E")}"/>')


def signpost(colours, shade):
    wood = colours['wood']
    light = mix(wood, '#FFFFFF', .35)
    return (ground(0, 12, 4) + stroked('M0,0 V-78', wood, 6)
            + f'<path d="M-4,-76 H28 L38,-67 L28,-58 H-4Z" fill="{light}"/>'
              f'<path d="M4,-52 H-26 L-36,-43 L-26,-34 H4Z" fill="{mix(wood, "#FFFFFF", .22)}"/>'
            + stroked('M4,-67 h18 M-4,-43 h-16', shade('#4C4359'), 2.4))


def nesting_box(colours, shade):
    wood = mix(colours['wood'], '#FFFFFF', .25)
    return (f'<rect x="-13" y="-22" width="26" height="34" rx="3" fill="{wood}"/>'
            f'<path d="M-18,-20 L0,-36 L18,-20Z" fill="{shade("#A8452F")}"/>'
            '<circle cx="0" cy="-9" r="5" fill="#2B1B22"/>'
            + stroked('M0,0 h7', colours['post'], 3)
            + f'<circle cx="8" cy="-5" r="5" fill="{shade("#3E7CA8")}"/>'
              f'<path d="M12,-6 l6,1 l-6,2z" fill="{shade("#F2B134")}"/>')


def well(colours, shade):
    stone = colours['stone']
    rows = ''
    for row, y in enumerate((-10, -20, -30)):
        for i in range(4):
            x = -28 + i * 14 + (row % 2) * 2 - 2
            rows += (f'<rect x="{x}" y="{y}" width="13" height="9.4" rx="3" '
                     f'fill="{stone[(i + row * 2) % 5]}"/>')
    return (ground(0, 36, 6) + stroked('M-24,-26 V-66 M24,-26 V-66', colours['wood'], 5)
            + f'<path d="M-38,-60 L0,-84 L38,-60Z" fill="{shade("#A8452F")}"/>'
            + stroked('M-22,-52 H22 M4,-52 V-36', colours['post'], 3)
            + f'<path d="M-4,-38 h16 l-2,10 h-12z" fill="{mix(colours["wood"], "#FFFFFF", .3)}"/>'
            + rows)


def table(colours, shade):
    wood = colours['wood']
    light = mix(wood, '#FFFFFF', .25)
    cups = ''.join(f'<rect x="{x}" y="-48" width="10" height="9" rx="3" fill="{shade(tint)}"/>'
                   for x, tint in ((-34, '#B5451B'), (24, '#1D5C93')))
    return (ground(0, 66, 6, .25) + stroked('M-48,0 L-40,-38 M48,0 L40,-38', wood, 6)
            + stroked('M-66,-18 H-34 M34,-18 H66 M-60,0 V-16 M60,0 V-16', wood, 5)
            + f'<rect x="-58" y="-40" width="116" height="8" rx="4" fill="{light}"/>' + cups
            + f'<g transform="translate(-2,-40) scale(.55)">{flower(shade("#E98A5B"))}</g>')


def hive(shade):
    straw, line = shade('#E2B65A'), shade('#B88A34')
    return (ground(0, 24, 4)
            + f'<path d="M-22,0 C-26,-30 -14,-50 0,-50 C14,-50 26,-30 22,0Z" fill="{straw}"/>'
            + stroked('M-23,-10 H23 M-22,-20 H22 M-18,-31 H18 M-12,-41 H12', line, 2.4)
            + f'<path d="M-6,0 a6,7 0 0 1 12,0z" fill="#2B1B22"/>')


def sundial(colours, shade):
    stone = colours['stone']
    return (ground(0, 20, 4) + f'<path d="M-9,0 L-6,-32 H6 L9,0Z" fill="{stone[2]}"/>'
            f'<ellipse cx="0" cy="-34" rx="23" ry="8" fill="{stone[0]}"/>'
            f'<path d="M-4,-34 L10,-34 L-2,-47Z" fill="{shade("#B07A1E")}"/>'
            + stroked('M-15,-34 l4,0 M12,-38 l3,-1 M0,-28 v-2', stone[4], 2))


def bed_of(theme, colours, plants):
    """The same soil and edge as in summer, other plants."""
    whole = bed(theme, colours)
    start, end = whole.index('<g transform'), whole.rindex('</g>') + len('</g>')
    return whole[:start] + plants + whole[end:]


def spring(theme):
    tints = ('#F2D14A', '#FFF4DF', '#C7A3D6') if theme == 'day' else ('#A99B5A', '#9A8FB0',
                                                                     '#7D6B94')
    return ''.join(f'<g transform="translate({x},{-8 + (i % 2) * 4}) scale(.62)">'
                   f'{flower(tints[i % 3])}</g>' for i, x in enumerate(range(-48, 52, 12)))


def autumn(shade):
    orange, dark = shade('#D9822B'), shade('#B4621B')
    return ''.join(f'<g transform="translate({x},{y})"><ellipse cx="0" cy="-8" rx="{r}" ry="9" '
                   f'fill="{orange}"/>' + stroked(f'M-{r * .5},-14 q-3,6 0,12 M{r * .5},-14 q3,6 '
                                                  '0,12 M0,-17 V0', dark, 1.8)
                   + stroked('M0,-17 q1,-5 5,-6', shade('#5E7A3E'), 3) + '</g>'
                   for x, y, r in ((-40, -4, 13), (-10, -6, 10), (14, -2, 14), (44, -5, 11)))


def winter(shade):
    snow = shade('#F6F8F4')
    return (f'<path d="M-58,-6 C-44,-22 -22,-10 -8,-15 C10,-24 30,-10 58,-8 C48,2 -48,2 -58,-6Z" '
            f'fill="{snow}"/>' + stroked('M-34,-14 v-12 M-34,-20 l-6,-6 M20,-16 v-14 M20,-23 l7,-6',
                                         shade('#7A5B46'), 3))
