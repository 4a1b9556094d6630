# SPDX-License-Identifier: MIT
"""Puts built people together from sprites.txt and people.txt alone, just as the game does.

Usage: sheet.py ART_DIR OUT.png [SCALE]      the cast: expressions, poses, figures
       sheet.py ART_DIR OUT.png SCALE GLOB   the sprites whose names match, side by side"""
import fnmatch
import sys
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw

PAPER = '#F5E9D0'


def read_lines(path):
    for raw in path.read_text(encoding='utf-8').splitlines():
        if raw and not raw.startswith('#'):
            yield raw.split()


class Art:
    """The two index files, and the pages loaded so far at one scale."""

    def __init__(self, folder, scale):
        self.folder, self.scale = Path(folder), scale
        self.sprites, self.parts, self.pages, self.tables = {}, {}, {}, {}
        self.orders = {'bust': [], 'figure': []}
        self.heads = {}
        layers = None
        for word, *rest in read_lines(self.folder / 'sprites.txt'):
            if word == 'sprite':
                numbers = [float(v) for v in rest[2:]]
                self.sprites[rest[0]] = (rest[1], [int(v) for v in numbers[:4]], numbers[4:])
        for word, *rest in read_lines(self.folder / 'people.txt'):
            if word == 'part':
                layers = self.parts[rest[0]] = []
            elif word == 'layer':
                layers.append(rest)
            elif word in self.orders:
                self.orders[word].append((rest[0], rest[1], rest[2:]))
            elif word == 'head':
                self.heads[rest[0]] = [float(v) for v in rest[1:]]
            else:
                self.tables.setdefault(word, {})[rest[0]] = rest[1:]

    def cut(self, name):
        """The sprite's pixels, its offset from the hot spot in points, its page pixels a point."""
        page, rect, (ox, oy, ppp) = self.sprites[name]
        if page not in self.pages:
            file = self.folder / str(self.scale) / f'{page}.page'
            self.pages[page] = read_page(file)
        x, y, w, h = (v * self.scale for v in rect)
        return self.pages[page].crop((x, y, x + w, y + h)), (ox, oy), ppp * self.scale

    def slots(self, who):
        skin = self.tables['skin'][who['skin']]
        cloth = self.tables['clothc'][who['cloth']]
        wear = self.tables['clothc'][who.get('wear', who['cloth'])]
        hair = self.tables['hairc'][who['hairc']]
        found = dict(zip(('skin', 'skin2', 'skinline', 'skinblush'), skin))
        found.update(hair=hair[0], hair2=hair[1], wear=wear[0], wear2=wear[2], fixed='FFFFFF')
        found.update(zip(('cloth', 'cloth2', 'cloth3'), cloth))
        for word in ('legs', 'shoe', 'lip'):
            if word in who:
                found[word] = self.tables[word + 'c'][who[word]][0]
        if 'skirt' in who:
            found['skirt'] = self.tables['clothc'][who['skirt']][0]
        return found


def traits(art, who, expression, pose):
    """All keys a template or condition may ask for."""
    full = {'expr': expression, 'pose': pose, 'beard': 'none', 'glasses': 'none', 'earring': 'none',
            'skirt': 'none', 'freckles': '0', 'age': '0', 'aid': '0', **who}
    full['lash'] = 'lash' if who.get('lash') == '1' else 'plain'
    full['mouth'] = '/lip' if 'lip' in who else ''
    if full['beard'] == 'full':
        dark = 'dark' in art.tables['hairc'][who['hairc']]
        full['mouth'] = '/beard-dark' if dark else '/beard'
    return full


def holds(conditions, full):
    for condition in conditions:
        key, unequal, value = condition.partition('!=')
        if not unequal:
            key, _, value = condition.partition('=')
        if (full[key] == value) == bool(unequal):
            return False
    return True


def compose(art, kind, who, expression='neutral', pose='rest', size=(512, 640), origin=(230, 230),
            zoom=1.0):
    """One person on a transparent canvas; origin in pixels, zoom in pixels a unit of the space."""
    canvas = Image.new('RGBA', size)
    full, slots = traits(art, who, expression, pose), art.slots(who)
    dark = 'dark' in art.tables['skin'][who['skin']]
    head = art.heads['bust' if kind == 'bust' else 'wheel' if pose == 'wheel' else 'stand']
    tilt = float(art.tables['expr'][expression][0])
    for space, template, conditions in art.orders[kind]:
        if not holds(conditions, full):
            continue
        for name, slot, *flags in art.parts[template.format(**full)]:
            if 'dark-only' in flags and not dark:
                continue
            inner, at = zoom, origin
            if space == 'tilt':
                at = (origin[0] + head[0] * zoom, origin[1] + head[1] * zoom)
                inner = zoom * head[2]
            canvas.alpha_composite(placed(art, name, slots[slot], size, at, inner,
                                          tilt if space == 'tilt' else 0))
    return canvas


def placed(art, name, colour, size, at, zoom, tilt):
    pixels, (ox, oy), ppp = art.cut(name)
    red, green, blue, alpha = pixels.split()
    tint = Image.new('RGB', pixels.size, '#' + colour)
    pixels = ImageChops.multiply(Image.merge('RGB', (red, green, blue)), tint)
    pixels.putalpha(alpha)
    factor = zoom / ppp
    width, height = max(1, round(pixels.width * factor)), max(1, round(pixels.height * factor))
    layer = Image.new('RGBA', size)
    layer.paste(pixels.resize((width, height), Image.LANCZOS),
                (round(at[0] + ox * zoom), round(at[1] + oy * zoom)))
    if not tilt:
        return layer
    return layer.rotate(-tilt, Image.BICUBIC, center=(at[0], at[1] + 90 * zoom))


def contact_sheet(art):
    cast = {name: dict(word.split('=') for word in words)
            for name, words in art.tables['cast'].items()}
    expressions = list(art.tables['expr'])
    sheet = Image.new('RGBA', (1440, 2960), PAPER)
    draw = ImageDraw.Draw(sheet)

    def cell(column, row_y, height, picture, label, flip=False):
        x = 20 + column * 236
        draw.rounded_rectangle((x, row_y, x + 220, row_y + height), 22, '#DCEBD2')
        if flip:
            picture = picture.transpose(Image.FLIP_LEFT_RIGHT)
        sheet.alpha_composite(picture, (x, row_y))
        draw.text((x + 6, row_y + height + 4), label, '#2B2440')

    y = 16
    for who in ('nadia', 'theo', 'sol'):
        for i, expression in enumerate(expressions):
            picture = compose(art, 'bust', cast[who], expression, 'rest', (220, 220),
                              (106, 122), .8)
            cell(i % 6, y + i // 6 * 246, 220, picture, expression, who == 'theo')
        y += 496
    for i, (name, who) in enumerate(cast.items()):
        picture = compose(art, 'bust', who, expressions[(i * 5 + 2) % 12], 'rest', (220, 220),
                          (108, 112), .62)
        cell(i % 6, y + i // 6 * 246, 220, picture, name)
    y += 496
    poses = [('june', 'rest'), ('sol', 'heart'), ('mei', 'chin'), ('eli', 'open'),
             ('ade', 'crossed'), ('rosa', 'mug'), ('kit', 'wave'), ('theo', 'cover'),
             ('mei', 'cover'), ('imran', 'wave'), ('walt', 'mug'), ('leyla', 'heart')]
    for i, (name, pose) in enumerate(poses):
        picture = compose(art, 'bust', cast[name], 'amused', pose, (220, 300), (100, 108), .6)
        cell(i % 6, y + i // 6 * 326, 300, picture, pose)
    y += 656
    for i, who in enumerate(cast.values()):
        pose = ('stand', 'wave', 'reach', 'carry', 'wheel')[i % 5]
        picture = compose(art, 'figure', who, expressions[i], pose, (116, 200), (50, 190), .284)
        sheet.alpha_composite(picture, (20 + i * 116, y))
    return sheet


def sprite_sheet(art, pattern):
    names = [name for name in art.sprites if fnmatch.fnmatch(name, pattern)]
    sheet = Image.new('RGBA', (1400, 1800), '#7FA892')
    x = y = tall = 0
    for name in names:
        pixels = art.cut(name)[0]
        if x + pixels.width > sheet.width:
            x, y, tall = 0, y + tall, 0
        if y + pixels.height <= sheet.height:
            sheet.alpha_composite(pixels, (x, y))
        x, tall = x + pixels.width + 4, max(tall, pixels.height + 4)
    return sheet.crop((0, 0, sheet.width, min(sheet.height, y + tall)))


def main():
    folder, out = sys.argv[1:3]
    art = Art(folder, int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    sheet = sprite_sheet(art, sys.argv[4]) if len(sys.argv) > 4 else contact_sheet(art)
    sheet.convert('RGB').save(out)


if __name__ == '__main__':
    main()
