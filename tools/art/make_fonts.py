# SPDX-License-Identifier: MIT
"""Turns the WOFF subsets of npm's @fontsource packages into one static TTF a weight, Latin merged
with Latin Extended (SDL2_ttf has no fallback faces).  Only needed to update assets/fonts.

Usage: make_fonts.py NODE_MODULES OUT_DIR      Needs: python3-fonttools (Debian)"""
import os
import sys
import tempfile

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

SETS = {'fraunces': ((600, 700), ('latin', 'latin-ext')),
        'atkinson-hyperlegible-next': ((400, 600, 700), ('latin', 'latin-ext')),
        'vazirmatn': ((400, 600, 700), ('arabic', 'latin'))}


def plain_ttf(source, folder):
    font = TTFont(source)
    font.flavor = None
    handle, path = tempfile.mkstemp(suffix='.ttf', dir=folder)
    os.close(handle)
    font.save(path)
    return path


def main():
    modules, out = sys.argv[1:3]
    os.makedirs(out, exist_ok=True)
    for package, (weights, subsets) in SETS.items():
        for weight in weights:
            with tempfile.TemporaryDirectory() as folder:
                pieces = [plain_ttf(f'{modules}/@fontsource/{package}/files/'
                                    f'{package}-{subset}-{weight}-normal.woff', folder)
                          for subset in subsets]
                target = f'{out}/{package}-{weight}.ttf'
                Merger().merge(pieces).save(target)
            print(target, len(TTFont(target).getBestCmap()), 'characters')


if __name__ == '__main__':
    main()
