# SPDX-License-Identifier: MIT
"""Faces: shapes, eyes, brows, noses, mouths, beards, glasses, and the twelve expressions.

Head space: about 150 by 190, origin between the eyes; everyone looks right and is mirrored."""
from layers import DARK_ONLY, area, drawing, line, oval

SHAPES = {
    'oval': 'M-66,-20 C-68,-78 -32,-97 4,-97 C48,-97 71,-64 70,-18 C70,12 66,36 55,60 C45,82 30,95 '
            '11,95 C-14,95 -41,76 -54,46 C-62,28 -65,6 -66,-20Z',
    'round': 'M-69,-14 C-72,-76 -34,-96 4,-96 C50,-96 75,-62 74,-14 C75,20 70,44 58,62 C46,82 '
             '30,91 '
             '8,91 C-18,91 -46,80 -59,52 C-67,34 -69,8 -69,-14Z',
    'square': 'M-67,-20 C-68,-78 -32,-97 4,-97 C48,-97 71,-66 70,-20 C71,10 70,38 64,60 C58,82 '
              '42,94 '
              '16,95 C-10,95 -42,84 -55,56 C-63,36 -66,6 -67,-20Z'}
SHADE = ('M-66,-20 C-65,6 -62,28 -54,46 C-41,76 -14,95 11,95 C20,95 28,92 35,87 C-2,84 -34,60 '
         '-44,16 C-48,-10 -48,-30 -50,-50 L-60,-46 Q-65,-34 -66,-20Z')
NOSES = {'button': 'M19,8 C24,16 31,22 27,28 C23,32 16,31 13,28',
         'long': 'M18,-6 C22,8 36,20 30,28 C26,33 18,32 14,29',
         'broad': 'M20,6 C24,14 36,20 33,28 C29,34 14,34 8,28',
         'soft': 'M14,27 C18,33 27,33 31,26'}
GLASSES = ('round', 'gold', 'square')
EARRINGS = {'gold': '#F2B134', 'pearl': '#F0E2C6'}
BEARDS = {'stubble': .26, 'full': None}
EYE_LINE, MOUTH_DARK, TONGUE, WHITE = '#2A1B2B', '#4A1626', '#D8606A', '#FFFFFF'
LEFT_EYE, RIGHT_EYE = -13, 41

# brow: dy of the inner end, dy of the outer end; gaze; tilt in degrees about (0, 90); asym: only
# the right brow moves.
EXPRESSIONS = {
    'neutral': dict(brow=(0, 0), eye='open', gaze=(0, 0), mouth='soft', blush=.30, tilt=0),
    'happy': dict(brow=(-5, -4), eye='smile', gaze=(0, 0), mouth='smile', blush=.62, tilt=-2),
    'excited': dict(brow=(-12, -10), eye='wide', gaze=(1, 0), mouth='laugh', blush=.62, tilt=-5),
    'tired': dict(brow=(-3, 5), eye='half', gaze=(0, 4), mouth='flat', blush=.12, tilt=7),
    'hurt': dict(brow=(-13, 5), eye='down', gaze=(-4, 5), mouth='wobble', blush=.22, tilt=9),
    'annoyed': dict(brow=(9, -3), eye='flat', gaze=(5, 0), mouth='press', blush=.28, tilt=-3),
    'listening': dict(brow=(-7, -5), eye='open', gaze=(3, 1), mouth='tiny', blush=.34, tilt=7),
    'touched': dict(brow=(-12, 1), eye='shine', gaze=(1, 0), mouth='melt', blush=.75, tilt=5),
    'amused': dict(brow=(-2, -11), eye='open', gaze=(3, 0), mouth='smirk', blush=.5, tilt=-4,
                   asym=True),
    'thinking': dict(brow=(-2, -8), eye='open', gaze=(3, -5), mouth='side', blush=.28, tilt=-6,
                     asym=True),
    'relieved': dict(brow=(-7, 1), eye='closed', gaze=(0, 0), mouth='smile', blush=.5, tilt=3),
    'surprised': dict(brow=(-14, -12), eye='wide', gaze=(1, 0), mouth='oh', blush=.4, tilt=0)}
BLINK = 'blink'      # eyes only: any expression's eyes for the 110 ms of a blink


def ear():
    return [oval(-65, 8, 16, 22, 'skin'), line('M-70,0 q-5,8 2,16', 'skin2', 4)]


def face(shape):
    return [area(SHAPES[shape], 'skin'), area(SHADE, 'skin2', .45)]


def blush(expression):
    strength = round(EXPRESSIONS[expression]['blush'] * .68, 2)
    return [oval(-22, 36, 19, 12, 'skinblush', strength),
            oval(55, 35, 13, 11, 'skinblush', strength)]


def freckles():
    spots = [(-30, 26), (-20, 30), (-24, 20), (-12, 25), (46, 24), (52, 29), (57, 22)]
    return [oval(x, y, 2, 2, 'skinline', .45) for x, y in spots]


def age():
    return [line('M-36,16 q-8,4 -10,10 M-35,10 q-10,0 -13,4 M-12,40 q-7,10 -4,20 M46,38 q5,10 2,18',
                 'skinline', 2.6, .38),
            line('M-10,-58 q16,-6 34,0', 'skinline', 2.6, .3)]


def bags():
    return [line('M-26,15 q12,7 23,1 M30,15 q10,6 20,0', 'skinline', 3, .4)]


def tear():
    return [area('M-22,20 C-28,30 -27,36 -22,36 C-17,36 -16,30 -22,20Z', '#BFE3F2', .95)]


def nose(kind):
    return [line(NOSES[kind], 'skinline', 4.2, .62)]


def beard(kind):
    return [area('M-57,14 C-52,44 -48,64 -32,82 C-12,108 36,110 54,78 C64,58 68,36 69,12 C62,30 '
                 '54,40 44,39 C30,34 6,34 -8,41 C-28,46 -44,34 -57,14Z', 'hair', BEARDS[kind])]


def moustache():
    return [area('M18,36 C6,30 -10,36 -16,48 C-4,47 8,48 18,43 C28,48 40,47 50,47 C46,35 30,30 '
                 '18,36Z', 'hair')]


def brows(expression, lash):
    e = EXPRESSIONS[expression]
    inner, outer = e['brow']
    left_inner, left_outer = (3, 3) if e.get('asym') else (inner, outer)
    width = 5.6 if lash else 7.5
    return [line(f'M-29,{-27 + left_outer} Q-16,{-37 + (left_inner + left_outer) / 2} '
                 f'-1,{-30 + left_inner}', 'hair', width),
            line(f'M29,{-30 + inner} Q41,{-38 + (inner + outer) / 2} '
                 f'55,{-27 + outer}', 'hair', width)]


def eyes(expression, lash):
    """Both eyes, the layers of one slot together: almonds, irises, lids, lines."""
    if expression == BLINK:
        return closed(LEFT_EYE, lash, -1) + closed(RIGHT_EYE, lash, 1)
    e = EXPRESSIONS[expression]
    if e['eye'] == 'smile':
        return smiling(LEFT_EYE, lash, -1) + smiling(RIGHT_EYE, lash, 1)
    if e['eye'] == 'closed':
        return closed(LEFT_EYE, lash, -1) + closed(RIGHT_EYE, lash, 1)
    parts = [open_eye(LEFT_EYE, e, lash, -1), open_eye(RIGHT_EYE, e, lash, 1)]
    return [element for layer in zip(*parts) for group in layer for element in group]


def lash_tip(d, lash):
    return [line(d, EYE_LINE, 3.2)] if lash else []


def smiling(cx, lash, side):
    return ([line(f'M{cx - 11},2 Q{cx},-15 {cx + 11},2', EYE_LINE, 5)]
            + lash_tip(f'M{cx + side * 10},0 l{side * 6},-3', lash))


def closed(cx, lash, side):
    return ([line(f'M{cx - 11},-4 Q{cx},8 {cx + 11},-4', EYE_LINE, 4.6)]
            + lash_tip(f'M{cx + side * 10},-2 l{side * 6},3', lash))


def open_eye(cx, e, lash, side):
    """(almond, iris, lid, line under the eye, line over the eye) of one eye."""
    kind, (gx, gy) = e['eye'], e['gaze']
    rx, ry = {'wide': (9, 12), 'shine': (9, 11.5), 'down': (7.4, 9)}.get(kind, (7.4, 10))
    almond = [oval(cx + gx * .3, -2 + gy * .5, rx + 4.6, ry + .6, '#F1E3D6', flag=DARK_ONLY)]
    iris = [oval(cx + gx, -2 + gy, rx, ry, EYE_LINE), oval(cx + gx + 2.6, -6 + gy, 2.5, 2.9, WHITE)]
    lid, under, over = [], [], []
    if kind == 'shine':
        iris += [oval(cx + gx - 3, 2 + gy, 2.3, 2.3, WHITE, .9),
                 oval(cx + gx + 3.2, -6 + gy, 3.6, 4, WHITE)]
        under = [line(f'M{cx - 11},14 Q{cx},18 {cx + 11},13', 'skinline', 3, .55)]
    if kind == 'half':
        lid = [area(f'M{cx - 14},-18 H{cx + 14} V0 Q{cx},-3 {cx - 14},1Z', 'skin')]
        over = [line(f'M{cx - 11},1 Q{cx},-3 {cx + 11},0', EYE_LINE, 4.2)]
    if kind == 'flat':
        lid = [area(f'M{cx - 14},-18 H{cx + 14} V-5 H{cx - 14}Z', 'skin')]
        over = [line(f'M{cx - 11},{-4 - side * 1.5} L{cx + 11},{-4 + side * 1.5}', EYE_LINE, 4.4)]
    if kind == 'down':
        lid = [area(f'M{cx - 15},-18 H{cx + 15} V1 Q{cx},-5 {cx - 15},1Z', 'skin')]
        over = [line(f'M{cx - 11},{2 - side} Q{cx},-6 {cx + 11},{2 + side}', EYE_LINE, 4)]
    if kind in ('open', 'wide', 'shine') and lash:
        x = cx + gx * .4
        over = [line(f'M{x - 9},-11 Q{x},-17 {x + 10},-11', EYE_LINE, 3.6),
                line(f'M{x + side * 9},-12 l{side * 6},-4', EYE_LINE, 3.2)]
    return almond, iris, lid, under, over


def mouth(kind, lip, crease='skinline'):
    """A mouth whose line is in slot `lip`, its small creases in slot `crease`."""
    x, y = 18, 55
    simple = {'soft': f'M{x - 15},{y} Q{x},{y + 8} {x + 15},{y - 1}',
              'tiny': f'M{x - 10},{y} Q{x},{y + 7} {x + 10},{y - 1}',
              'flat': f'M{x - 13},{y + 3} Q{x},{y} {x + 12},{y + 4}',
              'wobble': f'M{x - 14},{y + 8} Q{x - 7},{y - 3} {x},{y + 2} T{x + 14},{y + 6}',
              'press': f'M{x - 16},{y + 4} Q{x - 2},{y - 5} {x + 16},{y - 1}',
              'melt': f'M{x - 18},{y - 3} Q{x - 1},{y + 15} {x + 18},{y - 4}',
              'smirk': f'M{x - 15},{y + 4} Q{x + 4},{y + 10} {x + 19},{y - 8}',
              'side': f'M{x - 8},{y + 3} Q{x + 4},{y - 1} {x + 14},{y - 3}'}
    creases = {'press': (f'M{x + 18},{y - 6} q4,4 1,9', .6),
               'melt': (f'M{x - 7},{y + 14} q7,3 13,0', .45),
               'smirk': (f'M{x + 18},{y - 13} q6,2 5,8', .7)}
    if kind in simple:
        thin = kind in ('soft', 'tiny', 'flat', 'wobble')
        drawn = [line(simple[kind], lip, 4.6 if thin else 4.8)]
        if kind in creases:
            drawn.append(line(creases[kind][0], crease, 3, creases[kind][1]))
        return drawn
    return OPEN_MOUTHS[kind](x, y)


def mouth_smile(x, y):
    return [area(f'M{x - 24},{y - 7} Q{x},{y - 1} {x + 23},{y - 8} Q{x + 18},{y + 17} '
                 f'{x - 1},{y + 17} '
                 f'Q{x - 19},{y + 15} {x - 24},{y - 7}Z', MOUTH_DARK),
            area(f'M{x - 20},{y - 5.6} Q{x},{y - .5} {x + 20},{y - 6.4} L{x + 17},{y + 1} '
                 f'Q{x},{y + 4} '
                 f'{x - 16},{y + 1}Z', WHITE),
            line(f'M{x - 28},{y - 9} q1,4 4,4 M{x + 23},{y - 6} q4,0 5,-4', 'skinline', 3, .7)]


def mouth_laugh(x, y):
    return [area(f'M{x - 26},{y - 10} Q{x},{y - 5} {x + 25},{y - 11} Q{x + 24},{y + 26} '
                 f'{x - 1},{y + 27} '
                 f'Q{x - 24},{y + 24} {x - 26},{y - 10}Z', MOUTH_DARK),
            area(f'M{x - 22},{y - 8.4} Q{x},{y - 4} {x + 22},{y - 9.4} L{x + 19},{y + 1} '
                 f'Q{x},{y + 4} '
                 f'{x - 18},{y + 1}Z', WHITE),
            area(f'M{x - 15},{y + 18} Q{x},{y + 6} {x + 15},{y + 17} Q{x + 8},{y + 25} '
                 f'{x - 1},{y + 25} '
                 f'Q{x - 10},{y + 24} {x - 15},{y + 18}Z', TONGUE)]


def mouth_oh(x, y):
    return [oval(x, y + 3, 9, 12, MOUTH_DARK),
            area(f'M{x - 6},{y + 9} Q{x},{y + 4} {x + 6},{y + 9} Q{x},{y + 15} '
                 f'{x - 6},{y + 9}Z', TONGUE)]


OPEN_MOUTHS = {'smile': mouth_smile, 'laugh': mouth_laugh, 'oh': mouth_oh}


def glasses(kind):
    frame = '#C58A1E' if kind == 'gold' else '#2B2440'
    if kind == 'square':
        rims = ''.join(f'<rect x="{x}" y="-19" width="{w}" height="37" rx="10" fill="none" '
                       f'stroke="{frame}" stroke-width="5"/><rect x="{x}" y="-19" width="{w}" '
                       'height="37" rx="10" fill="#FFF" opacity=".14"/>'
                       for x, w in ((-37, 46), (20, 43)))
        return [drawing(rims + bridge('M9,-5 q5,-4 11,0 M-37,-8 L-60,-10', frame))]
    rims = ''.join(f'<circle cx="{x}" cy="0" r="{r}" fill="none" stroke="{frame}" '
                   f'stroke-width="4.5"/><circle cx="{x}" cy="0" r="{r}" fill="#FFF" '
                   f'opacity=".16"/>'
                   for x, r in ((-13, 23), (41, 22)))
    return [drawing(rims + bridge('M10,-3 q4,-4 9,0 M-36,-4 L-60,-8', frame))]


def bridge(d, frame):
    return f'<path d="{d}" fill="none" stroke="{frame}" stroke-width="4.5" stroke-linecap="round"/>'


def aid():
    return [drawing('<path d="M-78,-4 C-86,6 -82,22 -76,26 C-74,20 -76,8 -70,0Z" fill="#E8E2F0" '
                    'stroke="#8B819B" stroke-width="2"/>')]


def earring(kind):
    return [oval(-66, 36, 6, 6, EARRINGS[kind])]
