# SPDX-License-Identifier: MIT
"""Busts below the head: four bodies, eight outfits, seven poses and hands held before the eyes.

Space as for heads: origin between the eyes, shoulders at about y = 178, lower edge at y = 360."""
import random

from layers import area, drawing, line, moved, oval

WIDTHS = {'slim': 106, 'mid': 124, 'broad': 144, 'large': 160}     # half width at the shoulders
BELLIES = {'slim': 0, 'mid': 0, 'broad': 8, 'large': 18}
OUTFITS = ('knit', 'shirt', 'cardigan', 'hoodie', 'turtleneck', 'blouse', 'tunic', 'overalls')
POSES = ('heart', 'chin', 'open', 'wave', 'crossed', 'mug', 'cover')      # `rest` has no arms
CREAM, DENIM, DENIM_SEAM, BRASS = '#FFF4DF', '#3C5D8F', '#2B456E', '#F2C873'
EDGE = 360


def neck_width(shape):
    return 30 if shape in ('slim', 'mid') else 36


def body_base(shape):
    """Neck and plain torso, shared by all outfits."""
    w, nw, belly = WIDTHS[shape], neck_width(shape), BELLIES[shape]
    torso = (f'M{-nw - 4},116 C{-nw - 30},128 {-w + 16},134 {-w},178 C{-w - 14 - belly},230 '
             f'{-w - 16 - belly},290 {-w - 12 - belly},{EDGE} L{w + 12 + belly},{EDGE} '
             f'C{w + 16 + belly},290 {w + 14 + belly},230 {w},178 C{w - 16},134 {nw + 34},128 '
             f'{nw + 8},116 C{nw - 8},142 {-nw + 6},142 {-nw - 4},116Z')
    shade = (f'M{-w},178 C{-w - 14 - belly},230 {-w - 16 - belly},290 {-w - 12 - belly},{EDGE} '
             f'L{-w + 34},{EDGE} C{-w + 18},300 {-w + 22},240 {-w + 34},206 C{-w + 20},200 '
             f'{-w + 6},192 {-w},178Z')
    return [area(f'M{-nw},56 L{nw + 6},56 C{nw + 4},90 {nw + 4},104 {nw + 16},126 C{nw - 4},158 '
                 f'{-nw + 4},158 {-nw - 12},126 C{-nw - 2},104 {-nw},90 {-nw},56Z', 'skin'),
            area(f'M{-nw},70 C{-nw + 18},100 {nw - 10},106 {nw + 5},92 C{nw + 5},104 {nw - 2},112 '
                 f'{nw - 18},114 C{-6},116 {-nw + 2},108 {-nw},84Z', 'skin2', .75),
            area(torso, 'cloth'), area(shade, 'cloth2', .6)]


def knit(w, nw, belly):
    collar = f'M{-nw - 4},118 C{-nw + 8},148 {nw - 8},148 {nw + 8},118'
    stripes = [line(f'M{-w - 8 - belly},{y} C-60,{y + 16} 60,{y + 16} '
                    f'{w + 8 + belly},{y}', 'cloth3', 9,
                    .85) for y in (222, 250)]
    return stripes + [line(collar, 'cloth2', 13), line(collar, 'cloth3', 3, .8, '2 8')]


def shirt(_w, nw, _belly):
    return [area(f'M{-nw - 10},112 L2,168 L-34,190 L{-nw - 32},132Z', 'cloth3'),
            area(f'M{nw + 14},112 L2,168 L40,190 L{nw + 36},132Z', 'cloth3'),
            line('M2,170 V360', 'cloth2', 4),
            line('M54,236 h44 v40 q-22,12 -44,0 z', 'cloth2', 4, .8),
            *[oval(2, y, 4.5, 4.5, 'cloth3') for y in (206, 254, 302)]]


def hoodie(_w, nw, _belly):
    return [area(f'M{-nw - 22},108 C{-nw - 50},132 -40,196 2,204 C44,196 {nw + 54},132 '
                 f'{nw + 26},108 '
                 f'C{nw + 10},156 {-nw - 6},156 {-nw - 22},108Z', 'cloth2'),
            area(f'M{-nw - 14},110 C{-nw - 28},130 -30,176 2,182 C34,176 {nw + 32},130 '
                 f'{nw + 18},110 '
                 f'C{nw + 6},150 {-nw - 2},150 {-nw - 14},110Z', 'cloth'),
            line('M-20,180 V232 M24,180 V224', 'cloth3', 5)]


def turtleneck(_w, nw, _belly):
    ribs = ' '.join(f'M{x},176 V360' for x in (-80, -48, -16, 16, 48, 80))
    return [area(f'M{-nw - 6},92 C{-nw + 10},108 {nw - 6},108 {nw + 10},92 L{nw + 16},128 '
                 f'C{nw - 4},152 {-nw + 6},152 {-nw - 12},128Z', 'cloth2'),
            line(ribs, 'cloth2', 3, .45),
            line(f'M{-nw - 7},108 C{-nw + 8},124 {nw - 6},124 {nw + 12},108', 'cloth3', 3.5, .7)]


def cardigan(_w, nw, _belly):
    return [area(f'M{-nw - 6},114 C-20,170 -10,260 -8,360 L20,360 C20,260 26,170 {nw + 10},114 '
                 f'C{nw - 6},146 {-nw + 6},146 {-nw - 6},114Z', CREAM),
            line(f'M{-nw - 8},114 C-22,170 -12,260 -10,360 M{nw + 12},114 C28,170 22,260 22,360',
                 'cloth2', 9),
            *[oval(-24, y, 5, 5, 'cloth3') for y in (232, 278, 324)]]


def blouse(w, nw, _belly):
    rng = random.Random(4)
    dots = []
    for _ in range(34):
        x, y = rng.uniform(-w + 6, w - 6), rng.uniform(180, 350)
        if abs(x - 4) >= (204 - y) * .45 + 10:
            dots.append(oval(round(x), round(y), 5, 5, 'cloth3', .9))
    return [area(f'M{-nw - 8},110 L4,204 L{nw + 12},110 C{nw - 6},142 {-nw + 6},142 {-nw - 8},110Z',
                 'skin'), *dots, line(f'M{-nw - 10},112 L4,204 L{nw + 14},112', 'cloth2', 8)]


def tunic(_w, nw, _belly):
    return [area(f'M{-nw - 8},104 C{-nw + 8},130 {nw - 8},130 {nw + 12},104 L{nw + 14},122 '
                 f'C{nw - 6},150 {-nw + 6},150 {-nw - 10},122Z', 'cloth3'),
            area('M-6,142 L12,142 L10,230 L3,240 L-4,230Z', 'cloth3'),
            *[oval(3, y, 3.6, 3.6, 'cloth2') for y in (162, 186, 210)]]


def overalls(_w, nw, _belly):
    return [area('M-54,236 L58,236 L62,360 L-58,360Z', DENIM),
            area('M-66,138 L-40,132 L-30,240 L-56,240Z', DENIM),
            area('M70,138 L44,132 L34,240 L60,240Z', DENIM), oval(-42, 246, 7, 7, BRASS),
            oval(46, 246, 7, 7, BRASS), line('M-26,272 h56 v44 q-28,12 -56,0z', DENIM_SEAM, 4),
            line(f'M{-nw - 4},118 C{-nw + 8},146 {nw - 8},146 {nw + 8},118', 'cloth2', 10)]


CLOTHES = {'knit': knit, 'shirt': shirt, 'cardigan': cardigan, 'hoodie': hoodie,
           'turtleneck': turtleneck, 'blouse': blouse, 'tunic': tunic, 'overalls': overalls}


def clothes(shape, outfit):
    return CLOTHES[outfit](WIDTHS[shape], neck_width(shape), BELLIES[shape])


HANDS = {
    'flat': ('M-24,-10 C-30,6 -22,22 -4,24 C14,25 34,20 38,12 C40,6 34,4 28,5 C36,1 40,-4 36,-8 '
             'C40,-12 38,-18 31,-17 C33,-23 28,-26 22,-24 C8,-26 -18,-24 -24,-10Z',
             'M28,5 C20,7 14,7 10,6 M36,-8 C26,-5 18,-4 11,-4 M31,-17 C24,-15 18,-14 12,-14'),
    'palm': ('M-22,18 C-28,-6 -20,-18 -16,-44 C-14,-52 -5,-52 -5,-43 L-5,-24 L-1,-54 C1,-62 10,-61 '
             '10,-52 L9,-24 L17,-48 C20,-55 28,-52 26,-44 L20,-16 L31,-28 C37,-33 43,-26 38,-19 '
             'C30,-6 24,20 14,28 C2,34 -16,30 -22,18Z', 'M-12,2 Q2,10 14,-4'),
    'fist': ('M-22,-8 C-22,-24 -8,-28 8,-27 C26,-26 32,-16 31,-2 C31,16 22,26 4,26 C-14,26 -22,12 '
             '-22,-8Z', 'M0,-26 q-3,10 0,16 M13,-26 q-3,10 0,17 M-4,6 q14,8 28,0'),
    'cover': ('M-26,30 C-36,6 -34,-20 -24,-34 C-18,-42 -8,-40 -8,-30 C-6,-44 8,-46 9,-32 C12,-44 '
              '25,-42 24,-28 C30,-36 40,-30 36,-18 C38,4 32,26 20,36 C4,46 -16,44 -26,30Z',
              'M-8,-30 V-6 M9,-32 V-6 M24,-28 L22,-4')}


def hand(x, y, turn, kind, scale='1'):
    outline, fingers = HANDS[kind]
    return moved([area(outline, 'skin'), line(fingers, 'skin2', 3.4 if kind == 'cover' else 3)],
                 f'translate({x},{y}) rotate({turn}) scale({scale})')


def sleeve(d, width):
    return [line(d, 'cloth2', width + 7, .55), line(d, 'cloth', width)]


def mug():
    return [drawing('<g transform="translate(24,262)">'
                    '<path d="M-30,-26 H30 V18 Q30,34 14,34 H-14 Q-30,34 -30,18Z" fill="#FFF4DF"/>'
                    '<path d="M-30,-26 H30 V-12 H-30Z" fill="#D9683A" opacity=".9"/>'
                    '<path d="M-30,-14 C-52,-18 -52,18 -28,16" fill="none" stroke="#FFF4DF" '
                    'stroke-width="8"/><path d="M-8,-36 q-8,-10 0,-20 q8,-10 0,-20 '
                    'M12,-36 q-8,-10 0,-20" fill="none" stroke="#FFF" stroke-width="4" '
                    'opacity=".55" '
                    'stroke-linecap="round"/></g>')]


def arms(shape, pose):
    """Arms and hands of a pose. Those of `cover` are painted over the head, all others under it."""
    w = WIDTHS[shape]
    width = 54 if shape == 'large' else 46
    if pose == 'heart':
        return (sleeve(f'M{w - 14},226 C{w + 22},300 {w - 10},322 {w - 44},318 L58,262', width)
                + hand(30, 246, 206, 'flat'))
    if pose == 'chin':
        return (sleeve(f'M{w - 20},250 C{w + 10},340 {w - 40},350 {w - 66},330 L46,176', width)
                + hand(30, 126, -70, 'fist'))
    if pose == 'open':
        return (sleeve(f'M{w - 16},226 C{w + 10},300 {w + 8},318 {w + 20},322 L{w + 52},270', width)
                + hand(w + 58, 236, 18, 'palm'))
    if pose == 'wave':
        return (sleeve(f'M{w - 16},226 C{w + 24},290 {w + 34},270 {w + 50},216', width)
                + hand(w + 58, 170, 14, 'palm'))
    if pose == 'crossed':
        return (sleeve(f'M{-w + 14},226 C{-w - 18},310 {-w + 30},330 30,306 L66,292', width)
                + hand(86, 284, -12, 'fist')
                + sleeve(f'M{w - 14},226 C{w + 18},310 {w - 40},336 -20,312', width)
                + hand(-46, 300, 186, 'flat'))
    if pose == 'mug':
        return (sleeve(f'M{w - 14},226 C{w + 18},310 {w - 30},330 {w - 60},322 '
                       f'L60,290', width) + mug()
                + hand(54, 270, 196, 'flat'))
    return covering_arms(w)


def covering_arms(w):
    reach = w / WIDTHS['broad']
    right = sleeve(f'M{118 * reach:.0f},176 Q{136 * reach:.0f},86 66,9', 43)
    left = sleeve(f'M{-89 * reach:.0f},176 Q{-89 * reach:.0f},86 -20,9', 43)
    return (right + hand(55, -21, -12, 'cover', '-1.07,1.07')
            + left + hand(-9, -21, 12, 'cover', '1.07,1.07'))
