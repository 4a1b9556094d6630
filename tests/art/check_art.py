# SPDX-License-Identifier: MIT
"""The built art is whole: rectangles lie on their pages at every scale, layers name sprites, every
choice of every person can be painted.  Usage: check_art.py ROOT ART_DIR"""
import itertools
import re
import sys
from pathlib import Path

ROOT, ART = Path(sys.argv[1]), Path(sys.argv[2])
sys.path.insert(0, str(ROOT / 'tools' / 'art'))
from pages import page_size  # noqa: E402
SCALES = (1, 2, 4)
SLOTS = set('skin skin2 skinline skinblush hair hair2 wear wear2 cloth cloth2 cloth3 lip legs shoe '
            'skirt fixed'.split())
SCENERY = '''cottage cottage/smoke glow/cottage lantern/lit lantern/unlit lantern/rest glow/lantern
sun glow/sun moon glow/moon star spark puff birds mist shadow cloud dog bench garden/gate garden/bed
reeds grass wall/0 wall/7 wall/new stone/light stone/light2 stone/dark stone/glow carry pebble logo
tree/round/green tree-mid/pine/rust tree-far/poplar/snow tree/bush/blossom flower/gold'''.split()
PICTURES = 'mugs phones walk hands note table music home sky game'.split()


def read(name):
    for raw in (ART / name).read_text(encoding='utf-8').splitlines():
        if raw and not raw.startswith('#'):
            yield raw.split()


def check_sprites(sprites, faults):
    pages = {}
    for name, (page, x, y, w, h, _ox, _oy, ppp) in sprites.items():
        width, height = pages.setdefault(page, [0, 0])
        pages[page] = [max(width, x + w), max(height, y + h)]
        if w < 1 or h < 1 or x < 0 or y < 0 or ppp <= 0:
            faults.append(f'{name}: bad rectangle')
    for page, (width, height) in pages.items():
        for scale in SCALES:
            have = page_size(ART / str(scale) / f'{page}.page')
            if have[0] < width * scale or have[1] < height * scale:
                faults.append(f'{page} at {scale}x is {have}, needs '
                              f'{width * scale} x {height * scale}')
            if max(have) > 1024 * scale:
                faults.append(f'{page} at {scale}x is larger than a texture may be')


def check_names(sprites, faults):
    wanted = [f'icon/{file.stem}' for file in (ROOT / 'assets' / 'icons').glob('*.svg')]
    wanted += [f'picture/{name}' for name in PICTURES] + ['shadow/1', 'shadow/2', 'disc', 'grain']
    wanted += [f'{theme}/{name}' for theme in ('day', 'evening') for name in SCENERY]
    faults += [f'{name} is missing' for name in wanted if name not in sprites]


def check_people(parts, index, faults):
    """Every part that any template of people.txt can ask for."""
    choices = {words[1]: words[2:] for words in index if words[0] == 'choice'}
    choices['expr'] = [words[1] for words in index if words[0] == 'expr']
    choices['lash'] = ['lash', 'plain']
    choices['mouth'] = ['', '/lip', '/beard', '/beard-dark']
    if len(choices['expr']) != 12 or sum(words[0] == 'cast' for words in index) != 12:
        faults.append('there should be twelve expressions and twelve ready-made people')
    for kind, _space, template, *conditions in (w for w in index if w[0] in ('bust', 'figure')):
        keys = re.findall(r'{(\w+)}', template)
        poses = choices['pose' if kind == 'bust' else 'figurepose']
        lists = [poses if key == 'pose' else choices[key] for key in keys]
        for values in itertools.product(*lists):
            chosen = dict(zip(keys, values))
            if any(f'{k}!={v}' in conditions for k, v in chosen.items()):
                continue
            if template.format(**chosen) not in parts:
                faults.append(f'part {template.format(**chosen)} is missing')


def main():
    sprites, faults = {}, []
    lines = read('sprites.txt')
    if next(lines) != ['art', '1']:
        faults.append('sprites.txt: unknown format')
    for word, name, *rest in lines:
        if word == 'sprite':
            sprites[name] = (rest[0], *[int(v) for v in rest[1:5]], *[float(v) for v in rest[5:]])
        else:
            faults.append(f'sprites.txt: {word}')
    index = list(read('people.txt'))
    parts = {words[1] for words in index if words[0] == 'part'}
    layers = [words[1:3] for words in index if words[0] == 'layer']
    faults += [f'layer {name} {slot}' for name, slot in layers
               if name not in sprites or slot not in SLOTS]
    check_sprites(sprites, faults)
    check_names(sprites, faults)
    check_people(parts, index, faults)
    print('\n'.join(faults) or f'{len(sprites)} sprites, {len(parts)} parts: the art is whole')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
