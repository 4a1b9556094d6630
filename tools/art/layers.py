# SPDX-License-Identifier: MIT
"""Drawings of people: single SVG elements, each in one colour slot, cut into tintable layers.

A slot is a name of SLOTS, filled in at run time, or a fixed colour `#RRGGBB`.  A run of elements
that follow each other in one slot becomes one sprite: a white mask for a named slot, the drawing
itself (slot `fixed`) for fixed colours."""
from dataclasses import dataclass

SLOTS = ('skin', 'skin2', 'skinline', 'skinblush', 'hair', 'hair2', 'wear', 'wear2',
         'cloth', 'cloth2', 'cloth3', 'lip', 'legs', 'shoe', 'skirt')
DARK_ONLY = 'dark-only'


@dataclass(frozen=True)
class Element:
    slot: str
    markup: str          # SVG with COLOUR where the slot's colour belongs
    flag: str = ''

    def drawn(self):
        return self.markup.replace('COLOUR', self.slot if self.slot[0] == '#' else '#FFF')

    def layer_slot(self):
        if self.slot[0] == '#':
            return 'fixed'
        if self.slot not in SLOTS:
            raise ValueError(f'{self.slot} is no colour slot')
        return self.slot


def attributes(opacity=None, dash=None, rule=None):
    return ((f' opacity="{opacity}"' if opacity is not None else '')
            + (f' stroke-dasharray="{dash}"' if dash else '')
            + (f' fill-rule="{rule}"' if rule else ''))


def area(d, slot, opacity=None, rule=None):
    return Element(slot, f'<path d="{d}" fill="COLOUR"{attributes(opacity, rule=rule)}/>')


def oval(cx, cy, rx, ry, slot, opacity=None, flag=''):
    return Element(slot, f'<ellipse cx="{cx:g}" cy="{cy:g}" rx="{rx:g}" ry="{ry:g}" fill="COLOUR"'
                         f'{attributes(opacity)}/>', flag)


def line(d, slot, width, opacity=None, dash=None):
    return Element(slot, f'<path d="{d}" fill="none" stroke="COLOUR" stroke-width="{width}" '
                         f'stroke-linecap="round" stroke-linejoin="round"'
                         f'{attributes(opacity, dash)}/>')


def drawing(markup):
    """Something of several fixed colours, drawn as it is."""
    return Element('#FFFFFF', markup)


def moved(elements, transform):
    return [Element(e.slot, f'<g transform="{transform}">{e.markup}</g>', e.flag) for e in elements]


def runs(elements):
    """[(layer slot, flag, markup)] in painting order."""
    found = []
    for element in elements:
        key = (element.layer_slot(), element.flag)
        if found and found[-1][0] == key:
            found[-1][1].append(element.drawn())
        else:
            found.append((key, [element.drawn()]))
    return [(slot, flag, ''.join(markup)) for (slot, flag), markup in found]


class People:
    """Parts of people: fills the atlas and keeps each part's list of layers."""

    def __init__(self, atlas):
        self.atlas = atlas
        self.parts = {}

    def add(self, name, page, elements, box, ppp):
        """One part. `elements` may also be [(page, elements)] when its layers live on two pages."""
        if name in self.parts:
            raise ValueError(f'two parts are called {name}')
        groups = elements if elements and isinstance(elements[0], tuple) else [(page, elements)]
        layers = []
        for group_page, group in groups:
            for slot, flag, markup in runs(group):
                fixed = slot == 'fixed'
                sheet = group_page.split('-')[0] + '-fixed' if fixed else group_page
                sprite = self.atlas.share(f'{name}/{len(layers)}', sheet, markup, box, ppp,
                                          not fixed)
                layers.append((sprite, slot, flag))
        self.parts[name] = layers
