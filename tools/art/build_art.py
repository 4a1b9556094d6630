# SPDX-License-Identifier: MIT
"""Builds every picture of the game: DIR/<scale>/NAME.page, DIR/sprites.txt and DIR/people.txt.

Usage: build_art.py --scale 1 2 4 --out DIR [--rsvg rsvg-convert]
Pages whose drawing is unchanged since the last build are left alone.  The two text files are
described in README.md beside this file."""
import argparse
import hashlib
import json
import tempfile
from functools import partial
from pathlib import Path

import icons
import people
import pictures
import scenery
import surfaces
from atlas import Atlas, page_markup
from layers import People
from pages import write_page
from raster import rasterise, svg_document

FORMAT = 1


def collect():
    atlas = Atlas()
    icons.add_sprites(atlas)
    surfaces.add_sprites(atlas)
    pictures.add_sprites(atlas)
    scenery.add_sprites(atlas)
    persons = People(atlas)
    people.add_sprites(persons)
    return atlas, persons.parts


def finish_page(png, page, masks):
    write_page(png, page, masks)
    png.unlink()


def draw_pages(pages, scales, out, rsvg):
    """Rasterises the pages that changed; forgets pages that are gone."""
    stamp = out / 'pages.json'
    old = json.loads(stamp.read_text()) if stamp.exists() else {}
    new, jobs = {}, []
    with tempfile.TemporaryDirectory() as folder:
        for name, (width, height, sprites) in sorted(pages.items()):
            text = svg_document(width, height, page_markup(sprites))
            masks = all(sprite.mask for sprite in sprites)
            digest = hashlib.sha1(f'{masks}{text}'.encode()).hexdigest()
            svg = Path(folder) / f'{name}.svg'
            svg.write_text(text, encoding='utf-8')
            for scale in scales:
                page = out / str(scale) / f'{name}.page'
                new[f'{scale}/{name}'] = digest
                if old.get(f'{scale}/{name}') != digest or not page.exists():
                    page.parent.mkdir(parents=True, exist_ok=True)
                    png = Path(folder) / f'{name}-{scale}.png'
                    finish = partial(finish_page, png, page, masks)
                    jobs.append((svg, png, scale, finish))
        # Largest first, so that the two workers end at about the same time.
        jobs.sort(key=lambda job: -pages[job[0].stem][0] * pages[job[0].stem][1] * job[2] ** 2)
        rasterise(jobs, rsvg)
    for gone in set(old) - set(new):
        (out / f'{gone}.page').unlink(missing_ok=True)
    stamp.write_text(json.dumps(new, indent=0, sort_keys=True))
    return len(jobs)


def number(value):
    return f'{value:.3f}'.rstrip('0').rstrip('.')


def write_sprites(atlas, out):
    lines = [f'art {FORMAT}', '# sprite NAME PAGE X Y W H OX OY PPP: see tools/art/README.md']
    for sprite in atlas.sprites:
        x, y, w, h = sprite.rect
        ox, oy = sprite.crop[0] / sprite.ppp, sprite.crop[1] / sprite.ppp
        lines.append(f'sprite {sprite.name} {sprite.page} {x} {y} {w} {h} '
                     f'{number(ox)} {number(oy)} {sprite.ppp:g}')
    (out / 'sprites.txt').write_text('\n'.join(lines) + '\n', encoding='utf-8')


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--scale', type=int, nargs='+', default=[1, 2, 4])
    parser.add_argument('--out', type=Path, required=True)
    parser.add_argument('--rsvg', default='rsvg-convert')
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    atlas, parts = collect()
    atlas.measure(args.out / 'crops.json', args.rsvg)
    pages = atlas.pack()
    drawn = draw_pages(pages, args.scale, args.out, args.rsvg)
    write_sprites(atlas, args.out)
    people.write_index(args.out / 'people.txt', parts)
    print(f'art: {len(atlas.sprites)} sprites, {len(parts)} parts, {len(pages)} pages, {drawn} '
          f'images drawn')


if __name__ == '__main__':
    main()
