# SPDX-License-Identifier: MIT
"""The ten pictures of the daily challenges, 500 by 170 points, upper corners round."""
WIDTH, HEIGHT = 500, 170
FRAME = 'M0,170 V32 Q0,0 32,0 H468 Q500,0 500,32 V170Z'
CREAM, PERSIMMON, SKY, LAKE = '#FFF4DF', '#D9683A', '#8EC5F5', '#1D5C93'
INK, PLUM, GOLD, WOOD, TEAL = '#3C3554', '#574D66', '#F2B134', '#8A5A3A', '#2F6E74'
LEAF, STONE, BRICK = '#5C8A58', '#C7B8A1', '#A8452F'


def add_sprites(atlas):
    for name, (ground, drawing) in PICTURES.items():
        markup = (f'<defs><clipPath id="frame-{name}"><path d="{FRAME}"/></clipPath></defs>'
                  f'<g clip-path="url(#frame-{name})"><rect width="{WIDTH}" height="{HEIGHT}" '
                  f'fill="{ground}"/>{drawing()}</g>')
        atlas.add(f'picture/{name}', f'picture-{name}', markup, (0, 0, WIDTH, HEIGHT), trim=False)


def rect(x, y, w, h, colour, radius=0, opacity=1):
    return (f'<rect x="{x}" y="{y}" width="{w}" height="{h}" rx="{radius}" fill="{colour}" '
            f'opacity="{opacity}"/>')


def disc(x, y, r, colour, opacity=1):
    return f'<circle cx="{x}" cy="{y}" r="{r}" fill="{colour}" opacity="{opacity}"/>'


def shape(d, colour, opacity=1):
    return f'<path d="{d}" fill="{colour}" opacity="{opacity}"/>'


def stroke(d, colour, width, opacity=1):
    return (f'<path d="{d}" stroke="{colour}" stroke-width="{width}" fill="none" '
            f'stroke-linecap="round" stroke-linejoin="round" opacity="{opacity}"/>')


def at(x, y, inner, turn=0, scale='1'):
    return f'<g transform="translate({x},{y}) rotate({turn}) scale({scale})">{inner}</g>'


def halo(x, y=190, r=160, opacity=.35):
    return disc(x, y, r, GOLD, opacity)


def table(colour=WOOD):
    return rect(0, 140, WIDTH, 40, colour)


def mug(body, band, handle_right):
    side = '1,1' if handle_right else '-1,1'
    return at(0, 0, shape('M-34,-70 H34 V-16 Q34,0 18,0 H-18 Q-34,0 -34,-16Z', body)
              + stroke('M34,-58 q28,0 22,26 q-4,16 -22,16', body, 9)
              + rect(-34, -48, 68, 8, band), scale=side)


def steam():
    return stroke('M-12,-82 q-8,-12 0,-22 M10,-82 q-8,-12 0,-22', '#FFF', 4, .6)


def phone(body, glass):
    return (rect(-62, -10, 124, 30, body, 8) + rect(-54, -40, 108, 32, glass, 8)
            + rect(-40, -32, 30, 5, '#FFF', 2.5, .5) + stroke('M-62,8 h124', '#FFF', 4, .15))


def note_mark(x, y, size=1):
    return at(x, y, '<ellipse rx="9" ry="7" fill="#FFF4DF" transform="rotate(-20)"/>'
              + stroke('M8,-2 V-38 q12,4 14,16', CREAM, 4), scale=f'{size},{size}')


def star(x, y, r):
    return shape(f'M{x},{y - r} Q{x + r * .15:.1f},{y - r * .15:.1f} {x + r},{y} '
                 f'Q{x + r * .15:.1f},{y + r * .15:.1f} {x},{y + r} Q{x - r * .15:.1f},'
                 f'{y + r * .15:.1f} {x - r},{y} Q{x - r * .15:.1f},{y - r * .15:.1f} {x},{y - r}Z',
                 '#FFF3D6')


def crossed_phone(x, y):
    return at(x, y, stroke('M4,6 q-4,8 4,18 q8,10 18,8 l4,-8 -8,-6 -5,4 q-6,-4 -9,-10 l5,-5 '
                           '-4,-9z M32,-2 L0,34', CREAM, 3))


def mugs():
    return (halo(250) + table() + at(90, 142, mug(CREAM, PERSIMMON, True) + steam())
            + at(220, 142, mug(SKY, LAKE, False) + steam())
            + at(382, 120, phone(INK, PLUM), turn=-6) + crossed_phone(366, 30))


def phones():
    drawer = (shape('M96,78 L404,78 L430,118 L70,118Z', '#5E3B26') + rect(60, 116, 380, 48, WOOD, 8)
              + rect(72, 126, 356, 28, '#9C6B48', 6) + rect(222, 132, 56, 12, '#F2C873', 6))
    handset = rect(-24, -42, 48, 74, INK, 9) + rect(-19, -34, 38, 56, PLUM, 4) + stroke(
        'M-6,27 h12', '#FFF', 3, .4)
    sleeping = stroke('M0,0 h12 l-12,14 h12', CREAM, 3.4, .8)
    return (halo(250, 150, 120) + drawer + at(206, 98, handset, -14, '1,.72')
            + at(296, 98, handset, 10, '1,.72') + at(250, 30, sleeping)
            + at(278, 14, sleeping, 0, '.7,.7') + rect(0, 160, WIDTH, 10, '#5E3B26'))


def walk():
    hills = (shape('M0,120 Q120,60 260,108 T500,84 V170 H0Z', '#7FAE92')
             + shape('M0,150 Q160,96 320,132 T500,120 V170 H0Z', LEAF))
    path = shape('M206,170 Q240,140 214,126 Q196,114 236,104 L246,105 Q222,116 244,126 Q286,142 '
                 '286,170Z', '#E6CFA0')
    tree = (shape('M-5,0 L-2,-44 H3 L6,0Z', '#6A4630') + disc(-14, -54, 20, '#B5622F')
            + disc(14, -54, 21, '#B5622F') + disc(0, -74, 24, '#C9743A')
            + disc(-8, -80, 11, '#DE9A5C'))

    def walker(coat, legs, lean):
        return (stroke(f'M-5,-22 L-9,0 M5,-22 L{8 + lean},0', legs, 7) + disc(0, -66, 11, '#95593A')
                + shape('M-12,-54 Q0,-60 12,-54 L14,-20 H-14Z', coat))
    return (disc(404, 62, 30, '#FFF1CC') + halo(404, 62, 74, .25) + hills + path
            + at(92, 146, tree, 0, '1.1,1.1') + at(394, 132, tree, 0, '.8,.8')
            + at(236, 148, walker(PERSIMMON, INK, 2))
            + at(266, 150, walker('#2F74AC', '#4A4038', -2))
            + stroke('M247,122 Q252,128 257,123', '#95593A', 5))


def hands():
    left = (rect(-150, -26, 106, 56, PERSIMMON, 16) + rect(-62, -28, 18, 60, '#B9502A', 8)
            + shape('M-48,-20 H-6 C20,-24 54,-18 62,-6 C66,2 60,8 50,8 L18,8 C30,14 34,26 20,28 '
                    'C-2,30 -30,30 -48,24Z', '#B97A4B') + stroke('M50,8 H14', '#985D33', 3))
    right = (rect(44, -26, 110, 56, '#2F74AC', 16) + rect(44, -28, 18, 60, '#225A8A', 8)
             + shape('M48,-22 H8 C-22,-26 -50,-14 -52,-2 C-53,6 -46,8 -38,6 C-44,14 -36,20 -28,17 '
                     'C-30,25 -20,28 -12,24 C4,30 30,28 48,24Z', '#F2C6A0')
             + stroke('M-38,6 C-28,2 -20,1 -12,2 M-28,17 C-20,13 -12,12 -6,12', '#DDA179', 3))
    return halo(250, 90, 110) + at(214, 82, left) + at(296, 90, right)


def note():
    paper = (rect(-70, -56, 140, 108, '#EADBBB', 4) + rect(-74, -62, 140, 108, '#FFF8EA', 4)
             + stroke('M-56,-38 h92 M-56,-18 h104 M-56,2 h76 M-56,22 h50', '#9B8FA6', 5)
             + shape('M66,22 L66,46 L42,46Z', '#EADBBB'))
    pen = (rect(-6, -62, 12, 84, LAKE, 5) + shape('M-6,22 H6 L0,40Z', GOLD)
           + rect(-6, -44, 12, 8, GOLD) + shape('M-2,34 H2 L0,40Z', INK))
    return (halo(250) + table() + at(220, 98, paper, -5) + at(322, 96, pen, 38)
            + at(416, 142, mug(SKY, LAKE, True) + steam(), 0, '.8,.8')
            + at(82, 142, mug(CREAM, PERSIMMON, False), 0, '.8,.8'))


def laid_table():
    plate = ('<ellipse rx="52" ry="13" fill="#FFF4DF"/><ellipse rx="34" ry="8" fill="#EADBBB"/>')
    pot = (rect(-50, -54, 100, 52, BRICK, 12) + rect(-56, -62, 112, 14, '#873320', 7)
           + rect(-8, -74, 16, 12, '#873320', 5) + stroke('M-56,-36 h-14 M56,-36 '
                                                          'h14', '#873320', 9))
    candle = (rect(-7, -54, 14, 52, CREAM, 3) + disc(0, -68, 26, GOLD, .35)
              + shape('M0,-82 C9,-70 6,-58 0,-56 C-6,-58 -9,-70 0,-82Z', '#F08A24'))
    cutlery = stroke('M0,0 v-26 M-5,-42 v10 q0,6 5,6 q5,0 5,-6 v-10 M0,-42 v10', '#E3DEE6', 3)
    return (halo(250) + table() + at(250, 142, pot) + at(250, 84, steam(), 0, '1,.7')
            + at(112, 150, plate) + at(388, 150, plate)
            + at(334, 142, candle) + at(166, 142, candle)
            + at(46, 152, cutlery, -8) + at(456, 152, cutlery, 8))


def music():
    record = (disc(0, 0, 56, '#241C2C') + ''.join(
        f'<circle r="{r}" fill="none" stroke="#574D66" stroke-width="2"/>' for r in (48, 40, 32))
        + disc(0, 0, 20, PERSIMMON) + disc(0, 0, 4, CREAM))
    player = (rect(-110, -14, 220, 40, WOOD, 10) + rect(-110, -14, 220, 10, '#9C6B48', 5)
              + disc(84, 10, 7, GOLD) + disc(62, 10, 7, GOLD))
    return (halo(220, 120, 120) + table('#5E3B26') + at(196, 122, player)
            + at(180, 74, record, 0, '1,.92') + stroke('M276,106 L262,52 L222,62', '#E3DEE6', 6)
            + disc(276, 106, 9, '#E3DEE6') + note_mark(352, 84, 1.1) + note_mark(406, 58, .9)
            + note_mark(446, 104, .8))


def home():
    door = (rect(-38, -112, 76, 116, BRICK, 6) + rect(-28, -100, 24, 36, '#FFD77A', 3)
            + rect(4, -100, 24, 36, '#FFD77A', 3) + rect(-28, -52, 56, 44, '#873320', 4)
            + disc(28, -56, 5, GOLD) + rect(-48, 0, 96, 10, STONE, 3))
    window = (rect(-44, -40, 88, 70, CREAM, 5) + rect(-38, -34, 36, 58, '#FFD77A', 2)
              + rect(2, -34, 36, 58, '#FFD77A', 2) + rect(-50, 30, 100, 9, STONE, 3))
    pot = (shape('M-16,-26 H16 L11,0 H-11Z', PERSIMMON)
           + stroke('M0,-26 V-52 M0,-36 q-16,-4 -18,-18 M0,-36 q16,-4 18,-18', LEAF, 6))
    lamp = disc(0, 0, 30, GOLD, .35) + rect(-8, -10, 16, 22, '#FFF0B8', 4) + stroke(
        'M-10,-12 H10 M0,-12 V-20', INK, 4)
    return (rect(0, 0, WIDTH, 150, '#4E6E78') + halo(250, 120, 130, .22) + at(250, 146, door)
            + at(110, 84, window) + at(390, 84, window) + at(316, 58, lamp) + at(188, 150, pot)
            + at(312, 150, pot, 0, '.8,.8') + rect(0, 150, WIDTH, 20, '#6B5846'))


def night_sky():
    stars = ''.join(star(x, y, r) for x, y, r in (
        (70, 40, 7), (128, 78, 4), (180, 28, 5), (236, 60, 4), (292, 26, 6), (330, 84, 3.5),
        (446, 92, 4), (36, 96, 3.5), (472, 30, 5)))
    moon = shape('M-.1,-34 A34,34 0 1 0 28.3,18.8 A30,30 0 1 1 -.1,-34Z', '#FFF1CC')
    blanket = (shape('M176,146 L324,146 L346,164 L154,164Z', PERSIMMON)
               + stroke('M166,155 H334', CREAM, 3, .6))

    def sitting(coat, x, side):
        return at(x, 150, shape('M-20,0 Q-22,-38 0,-40 Q22,-38 '
                                '20,0Z', coat) + disc(0, -54, 14, '#3B2620')
                  + stroke(f'M{14 * side},-26 Q{24 * side},-12 {26 * side},-2', coat, 9))
    return (disc(394, 50, 62, '#FFEFC0', .16) + at(394, 50, moon) + stars
            + shape('M0,138 Q140,104 270,134 T500,120 V170 H0Z', '#2A2C52') + blanket
            + sitting('#D9683A', 228, -1) + sitting('#2F74AC', 268, 1))


def game():
    def card(mark, colour):
        return (rect(-34, -50, 68, 98, '#EADBBB', 9) + rect(-36, -52, 68, 98, '#FFF8EA', 9)
                + shape(mark, colour))
    diamond = 'M-2,-28 L18,-3 L-2,22 L-22,-3Z'
    round_mark = 'M-2,-24 A21,21 0 1 1 -2,18 A21,21 0 1 1 -2,-24Z'
    die = (rect(-24, -24, 48, 48, CREAM, 10) + disc(-11, -11, 4.6, INK) + disc(11, 11, 4.6, INK)
           + disc(0, 0, 4.6, INK))

    def pawn(colour):
        return (shape('M-20,0 Q-16,-10 -9,-16 L-6,-34 H6 L9,-16 Q16,-10 20,0Z', colour)
                + disc(0, -42, 14, colour) + disc(-4, -47, 4, '#FFF', .4))
    return (halo(250) + table() + at(120, 92, card(round_mark, '#B5451B'), -12)
            + at(178, 86, card(diamond, LAKE), 8) + at(276, 124, die, 14) + at(330, 130, die, -8)
            + at(400, 146, pawn('#B5451B')) + at(446, 146, pawn(LAKE)))


PICTURES = {'mugs': (TEAL, mugs), 'phones': ('#3B5C6E', phones), 'walk': ('#8FC1C4', walk),
            'hands': ('#466B5A', hands), 'note': ('#6A4A68', note),
            'table': ('#2F5F56', laid_table),
            'music': ('#5A3F5E', music), 'home': ('#4E6E78', home), 'sky': ('#25234A', night_sky),
            'game': ('#3F5E4B', game)}
