# SPDX-License-Identifier: MIT
"""Whole figures, 620 units high, feet at y = 0; the head is drawn by faces.py and hair.py."""
from bodies import CREAM, DENIM
from layers import area, drawing, line, oval

WIDTHS = {'slim': 66, 'mid': 76, 'broad': 88, 'large': 100}
POSES = ('stand', 'wave', 'reach', 'carry')
HEAD_SCALE = .86
HEAD_Y = {'stand': -478, 'wheel': -400}       # of the head's origin, in figure units


def shadow(kind):
    x, y, rx = (10, 4, 130) if kind == 'wheel' else (0, 4, 110)
    return [oval(x, y, rx, 16, '#1B2A2A', .28)]


SHOES = (area('M-52,-20 h44 v18 q-2,4 -8,4 h-40 q-8,-14 4,-22z', 'shoe'),
         area('M8,-20 h36 q24,4 24,18 q-2,4 -8,4 h-50z', 'shoe'))


def legs(shape):
    w = WIDTHS[shape]
    return [area(f'M-{w - 16},-210 L{w - 12},-210 L{w - 24},-14 L14,-14 L4,-150 L-10,-14 '
                 f'L-{w - 24},-14Z', 'legs'), *SHOES]


def bare_legs():
    return [area('M-34,-120 h24 v108 h-24z', 'skin'), area('M14,-120 h24 v108 h-24z', 'skin'),
            *SHOES]


def skirt(shape):
    w = WIDTHS[shape]
    return [area(f'M-{w - 10},-230 L{w - 8},-230 L{w + 18},-104 Q0,-84 -{w + 16},-104Z', 'skirt')]


def neck():
    return [area('M-22,-430 h46 l8,44 q-30,22 -62,0z', 'skin'),
            area('M-22,-412 q24,22 46,6 l2,16 q-24,10 -48,2z', 'skin2', .7)]


def back_arm(shape):
    w = WIDTHS[shape]
    return [line(f'M-{w - 16},-356 C-{w + 14},-310 -{w + 6},-260 -{w - 2},-226', 'cloth2', 36),
            oval(-w + 4, -212, 17, 18, 'skin')]


def torso(shape, outfit):
    w = WIDTHS[shape]
    belly = 10 if shape in ('large', 'broad') else 0
    plain = [area(f'M-30,-396 C-{w - 10},-390 -{w},-366 -{w},-330 C-{w + belly},-290 '
                  f'-{w + belly},-250 '
                  f'-{w - 4},-200 L{w - 2},-200 C{w + belly + 4},-250 {w + belly + 4},-290 '
                  f'{w},-330 '
                  f'C{w - 2},-366 56,-392 32,-396 Q0,-374 -30,-396Z', 'cloth')]
    details = {
        'knit': [line(f'M-{w - 2},-318 Q0,-304 {w - 2},-318 M-{w - 2},-296 Q0,-282 {w - 2},-296',
                      'cloth3', 8, .85)],
        'overalls': [area(f'M-34,-330 H38 L{w - 8},-200 L-{w - 6},-200Z', DENIM),
                    line('M-34,-330 L-44,-384 M38,-330 L48,-384', DENIM, 14)],
        'cardigan': [area('M-22,-390 C-10,-330 -6,-260 -6,-200 L16,-200 C16,-260 18,-330 28,-390 '
                          'Q0,-374 -22,-390Z', CREAM)],
        'turtleneck': [area('M-25,-412 Q0,-396 27,-412 L33,-390 Q2,-368 -32,-390Z', 'cloth2')],
        'blouse': [area('M-24,-395 L3,-340 L29,-395 Q2,-376 -24,-395Z', 'skin')]}
    buttons = [line('M2,-372 V-204', 'cloth2', 4)]
    return plain + details.get(outfit, buttons)


def arm(shape, pose):
    w = WIDTHS[shape]
    sleeve, hand_at = {
        'stand': (f'M{w - 18},-350 C{w + 18},-310 {w + 16},-260 {w + 6},-226', (w + 2, -212)),
        'wave': (f'M{w - 20},-350 C{w + 40},-330 {w + 50},-370 {w + 58},-410', (w + 62, -428)),
        'reach': (f'M{w - 20},-350 C{w + 20},-320 {w + 50},-310 {w + 80},-316', (w + 98, -318)),
        'carry': (f'M{w - 20},-350 C{w + 16},-300 {w + 30},-276 '
                  f'{w + 34},-270', (w + 44, -266))}[pose]
    stone = []
    if pose == 'carry':
        stone = [area(f'M{w + 6},-284 q4,-34 44,-34 q44,0 46,30 q2,34 -40,34 q-46,2 -50,-30z',
                      '#C7B8A1'),
                 area(f'M{w + 14},-296 q10,-20 38,-20 q26,0 34,14 q-30,-6 -72,6z', '#E4D8C4')]
    return stone + [line(sleeve, 'cloth2', 42, .5), line(sleeve, 'cloth', 36),
                    oval(*hand_at, 18, 18, 'skin')]


def wheel(shape):
    """Everything between the back hair and the face of a figure in a wheelchair."""
    w = WIDTHS[shape]
    chair = ('<circle cx="-26" cy="-72" r="70" fill="none" stroke="#2B2440" stroke-width="13"/>'
             '<circle cx="-26" cy="-72" r="54" fill="none" stroke="#8B819B" stroke-width="4"/>'
             '<circle cx="-26" cy="-72" r="10" fill="#8B819B"/>'
             '<circle cx="96" cy="-18" r="18" fill="none" stroke="#2B2440" stroke-width="9"/>')
    return [line('M-96,-250 L-84,-120 L40,-112', '#3A3F52', 14),
            area('M-50,-150 C-40,-110 60,-120 84,-104 L96,-30 L64,-24 L54,-78 L-40,-84Z', 'legs'),
            area('M58,-30 h52 q10,16 -4,20 h-48z', 'shoe'),
            area(f'M-28,-316 C-66,-310 -{w},-280 -{w},-240 L-{w - 6},-110 L{w - 16},-110 '
                 f'L{w - 10},-240 C{w - 12},-290 56,-312 28,-316Z', 'cloth'),
            line(f'M{w - 26},-256 C{w},-190 {w - 10},-170 {w + 12},-150', 'cloth2', 38),
            oval(w + 18, -144, 18, 17, 'skin'), drawing(chair),
            area('M-20,-352 h44 l6,42 q-28,20 -56,0z', 'skin')]
