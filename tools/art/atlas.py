# SPDX-License-Identifier: MIT
"""Sprites: collects drawings, trims them to whole 1x pixels and packs them into pages."""
import hashlib
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from raster import rasterise, svg_document

PAGE_MAX_PX = 1024      # at 1x, so that a 4x page stays within 4096, which every GPU takes
MEASURE_SCALE = 0.5     # trimming works on drawings at half of 1x, with a margin for the rest
MARGIN_PX = 2           # transparent pixels kept round each sprite, so that filtering stays clean
Image.MAX_IMAGE_PIXELS = None


@dataclass
class Sprite:
    name: str
    page: str
    markup: str          # SVG elements in the sprite's own space, origin = hot spot
    box: tuple           # x0, y0, x1, y1 in points: nothing is drawn outside of it
    ppp: float           # page pixels a point at 1x
    trim: bool = True
    mask: bool = False   # white and tinted at run time
    rect: tuple = None   # x, y, w, h on the page in 1x pixels
    crop: tuple = None   # x0, y0, x1, y1 in 1x pixels from the origin

    def key(self):
        text = f'{self.markup}|{self.box}|{self.ppp}|{self.trim}|{MARGIN_PX}'
        return hashlib.sha1(text.encode()).hexdigest()

    def pixel_box(self):
        x0, y0, x1, y1 = (edge * self.ppp for edge in self.box)
        return int(x0 // 1), int(y0 // 1), int(-(-x1 // 1)), int(-(-y1 // 1))


class Atlas:
    """All sprites of the game, in the order they were added."""

    def __init__(self):
        self.sprites = []
        self.by_name = {}
        self.by_drawing = {}

    def add(self, name, page, markup, box, ppp=1.0, trim=True, mask=False):
        if name in self.by_name:
            raise ValueError(f'two sprites are called {name}')
        sprite = Sprite(name, page, markup, box, ppp, trim, mask)
        self.sprites.append(sprite)
        self.by_name[name] = sprite
        self.by_drawing.setdefault((page, markup, ppp), name)
        return name

    def share(self, name, page, markup, box, ppp, mask):
        """Like add, but answers the name of an equal drawing of the same page when there is one."""
        known = self.by_drawing.get((page, markup, ppp))
        return known or self.add(name, page, markup, box, ppp, mask=mask)

    def measure(self, cache_file, rsvg):
        """Finds what each sprite covers; drawings seen before are taken from the cache file."""
        cache = json.loads(cache_file.read_text()) if cache_file.exists() else {}
        unknown = []
        for sprite in self.sprites:
            if not sprite.trim:
                sprite.crop = sprite.pixel_box()
            elif sprite.key() not in cache:
                unknown.append(sprite)
        for sprite, crop in zip(unknown, measure_crops(unknown, rsvg)):
            cache[sprite.key()] = crop
        for sprite in self.sprites:
            if sprite.trim:
                sprite.crop = tuple(cache[sprite.key()])
        used = {sprite.key() for sprite in self.sprites}
        cache_file.write_text(json.dumps({k: v for k, v in cache.items() if k in used}))

    def pack(self):
        """Gives each sprite its rectangle; answers {page: (width, height, sprites)} at 1x."""
        groups = {}
        for sprite in self.sprites:
            groups.setdefault(sprite.page, []).append(sprite)
        pages = {}
        for name, group in groups.items():
            for number, (width, height, placed) in enumerate(pack_group(group), 1):
                page = name if number == 1 else f'{name}-{number}'
                for sprite in placed:
                    sprite.page = page
                pages[page] = (width, height, placed)
        return pages


def measure_crops(sprites, rsvg):
    """The covered box of each sprite in whole 1x pixels, by drawing them all in a few sheets."""
    sheets, sheet, y = [], [], 0
    for sprite in sprites:
        x0, y0, x1, y1 = sprite.pixel_box()
        height = int((y1 - y0) * MEASURE_SCALE) + 2
        if y + height > 16000:
            sheets.append(sheet)
            sheet, y = [], 0
        sheet.append((sprite, y))
        y += height
    if sheet:
        sheets.append(sheet)
    with tempfile.TemporaryDirectory() as folder:
        jobs = []
        for number, rows in enumerate(sheets):
            cells = ''.join(measure_cell(sprite, top) for sprite, top in rows)
            width = max(cell_size(sprite)[0] for sprite, _ in rows) + 2
            height = rows[-1][1] + cell_size(rows[-1][0])[1] + 2
            svg = Path(folder) / f'{number}.svg'
            svg.write_text(svg_document(width, height, cells), encoding='utf-8')
            jobs.append((svg, svg.with_suffix('.png'), 1, None))
        rasterise(jobs, rsvg)
        return [crop for job, rows in zip(jobs, sheets) for crop in read_crops(job[1], rows)]


def cell_size(sprite):
    x0, y0, x1, y1 = sprite.pixel_box()
    return int((x1 - x0) * MEASURE_SCALE) + 1, int((y1 - y0) * MEASURE_SCALE) + 1


def measure_cell(sprite, top):
    x0, y0, _, _ = sprite.pixel_box()
    width, height = cell_size(sprite)
    zoom = sprite.ppp * MEASURE_SCALE
    return (f'<svg x="0" y="{top}" width="{width}" height="{height}">'
            f'<g transform="translate({-x0 * MEASURE_SCALE},{-y0 * MEASURE_SCALE}) scale({zoom})">'
            f'{sprite.markup}</g></svg>')


def read_crops(png, rows):
    alpha = Image.open(png).getchannel('A')
    for sprite, top in rows:
        width, height = cell_size(sprite)
        found = alpha.crop((0, top, width, top + height)).getbbox()
        if not found:
            raise ValueError(f'nothing is drawn in the box of {sprite.name}')
        x0, y0, x1, y1 = sprite.pixel_box()
        grow = MARGIN_PX
        yield (max(x0, int(x0 + found[0] / MEASURE_SCALE) - grow),
               max(y0, int(y0 + found[1] / MEASURE_SCALE) - grow),
               min(x1, int(x0 + found[2] / MEASURE_SCALE) + grow),
               min(y1, int(y0 + found[3] / MEASURE_SCALE) + grow))


def pack_group(sprites):
    """Shelves, tallest first, in the narrowest page that wastes least; more pages when needed."""
    todo = sorted(sprites, key=lambda s: (s.crop[1] - s.crop[3], s.crop[0] - s.crop[2], s.name))
    while todo:
        best = None
        for limit in (128, 192, 256, 320, 384, 448, 512, 640, 768, 896, PAGE_MAX_PX):
            trial = pack_shelves(todo, limit)
            if trial and (best is None or (-len(trial[2]), trial[0] * trial[1]) <
                          (-len(best[2]), best[0] * best[1])):
                best = trial
        width, height, placed = best
        for sprite, rect in placed:
            sprite.rect = rect
        yield width, height, [sprite for sprite, _ in placed]
        done = {id(sprite) for sprite, _ in placed}
        todo = [sprite for sprite in todo if id(sprite) not in done]


def pack_shelves(sprites, limit):
    shelves, placed, bottom, right = [], [], 0, 0
    for sprite in sprites:
        w, h = sprite.crop[2] - sprite.crop[0], sprite.crop[3] - sprite.crop[1]
        if w > limit:
            return None
        shelf = next((s for s in shelves if s['x'] + w <= limit and h <= s['h']), None)
        if shelf is None:
            if bottom + h > PAGE_MAX_PX:
                continue
            shelf = {'x': 0, 'y': bottom, 'h': h}
            shelves.append(shelf)
            bottom += h
        placed.append((sprite, (shelf['x'], shelf['y'], w, h)))
        shelf['x'] += w
        right = max(right, shelf['x'])
    return (right, bottom, placed) if placed else None


def page_markup(sprites):
    return ''.join(page_cell(sprite) for sprite in sprites)


def page_cell(sprite):
    x, y, w, h = sprite.rect
    left, top = sprite.crop[:2]
    return (f'<svg x="{x}" y="{y}" width="{w}" height="{h}">'
            f'<g transform="translate({-left},{-top}) scale({sprite.ppp:g})">{sprite.markup}'
            '</g></svg>')
