# SPDX-License-Identifier: MIT
"""SVG documents and their rasterising with rsvg-convert, two at a time."""
import struct
import subprocess
import zlib
from concurrent.futures import ThreadPoolExecutor

from PIL import Image

DEFS = '''<radialGradient id="glow"><stop offset="0" stop-color="#FFE9A8" stop-opacity=".95"/>
<stop offset=".35" stop-color="#FBC65A" stop-opacity=".45"/>
<stop offset="1" stop-color="#F2A331" stop-opacity="0"/></radialGradient>
<radialGradient id="sunglow"><stop offset="0" stop-color="#FFFBEA"/>
<stop offset=".3" stop-color="#FFEFC0" stop-opacity=".7"/>
<stop offset="1" stop-color="#FFE3A8" stop-opacity="0"/></radialGradient>
<radialGradient id="disc"><stop offset="0" stop-color="#FFF"/>
<stop offset=".25" stop-color="#FFF" stop-opacity=".82"/>
<stop offset=".5" stop-color="#FFF" stop-opacity=".42"/>
<stop offset=".75" stop-color="#FFF" stop-opacity=".12"/>
<stop offset="1" stop-color="#FFF" stop-opacity="0"/></radialGradient>
<filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise"
baseFrequency=".85" numOctaves="2" seed="7" stitchTiles="stitch"/><feColorMatrix
values="0 0 0 0 .25  0 0 0 0 .18  0 0 0 0 .12  0 0 0 .9 -.38"/></filter>'''


def svg_document(width, height, body):
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}"><defs>{DEFS}</defs>{body}</svg>')


def rasterise(jobs, rsvg, shrink=True, workers=2):
    """jobs: [(svg file, png file, zoom, whether it is a page of white masks)]"""
    def run(job):
        svg, png, zoom, masks = job
        subprocess.run([rsvg, '--unlimited', '-z', str(zoom), '-o', str(png), str(svg)], check=True)
        if masks:
            store_masks(png)
        elif shrink:
            store_flat(png)
    with ThreadPoolExecutor(workers) as pool:
        list(pool.map(run, jobs))


def store_masks(png):
    """White masks lose nothing as 256 shades of alpha, and take a third of the space."""
    alpha = Image.open(png).getchannel('A')
    indexed = Image.frombytes('P', alpha.size, alpha.tobytes())
    indexed.putpalette(b'\xff' * 768)
    indexed.save(png, transparency=bytes(range(256)), compress_level=9)


def store_flat(png):
    """Flat drawings pack better without PNG's row filters."""
    image = Image.open(png)
    row = image.width * 4
    pixels = image.tobytes()
    plain = b''.join(b'\0' + pixels[i:i + row] for i in range(0, len(pixels), row))
    packed = zlib.compress(plain, 9)
    if len(packed) >= png.stat().st_size:
        return
    header = struct.pack('>IIBBBBB', image.width, image.height, 8, 6, 0, 0, 0)
    png.write_bytes(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', header) + chunk(b'IDAT', packed)
                    + chunk(b'IEND', b''))


def chunk(kind, data):
    return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
