# SPDX-License-Identifier: MIT
"""Pages as the game reads them: premultiplied pixels or masks, packed with LZ4; see README.md."""
import struct

import lz4.block
from PIL import Image

MAGIC = b'TBp1'
HEAD = struct.Struct('<4sIII')      # magic, width, height, bytes a pixel
LEVEL = 9


def write_page(png, path, is_mask):
    """Turns a drawing into a page; of white masks only the cover is kept."""
    with Image.open(png) as drawing:
        image = drawing.convert('RGBA')
    if is_mask:
        depth, raw = 1, image.getchannel('A').tobytes()
    else:
        depth, raw = 4, image.convert('RGBa').tobytes('raw', 'BGRa')
    packed = lz4.block.compress(raw, mode='high_compression', compression=LEVEL, store_size=False)
    path.write_bytes(HEAD.pack(MAGIC, *image.size, depth) + packed)


def page_size(path):
    """(width, height), or (0, 0) for what isn't a page."""
    with path.open('rb') as file:
        head = file.read(HEAD.size)
    if len(head) < HEAD.size or head[:4] != MAGIC:
        return 0, 0
    return HEAD.unpack(head)[1:3]


def read_page(path):
    """The page as a picture with straight alpha."""
    data = path.read_bytes()
    _magic, width, height, depth = HEAD.unpack(data[:HEAD.size])
    raw = lz4.block.decompress(data[HEAD.size:], uncompressed_size=width * height * depth)
    if depth == 4:
        return Image.frombytes('RGBa', (width, height), raw, 'raw', 'BGRa').convert('RGBA')
    white = Image.new('RGBA', (width, height), 'white')
    white.putalpha(Image.frombytes('L', (width, height), raw))
    return white
