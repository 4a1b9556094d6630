# SPDX-License-Identifier: MIT
"""Cuts the fonts that phones get in a workshop out of assets/fonts: Western European letters, as
small as the phone's page needs them (all of it stays under 60 kB). Only needed when a font changes.

Usage: make_phone_fonts.py      Needs: python3-fonttools, python3-brotli (Debian)"""
import pathlib

from fontTools import subset

ROOT = pathlib.Path(__file__).parents[2]
LETTERS = "U+0020-007E,U+00A0,U+00AB,U+00B7,U+00BB,U+00C0-00FF,U+2013,U+2014,U+2018-201A," \
          "U+201C-201E,U+2026"
# Titles and quotes do without most signs.
TITLES = "U+0020-003B,U+003F,U+0041-005A,U+0061-007A,U+00C4,U+00D6,U+00DC,U+00DF,U+00E0-00EF," \
         "U+00F1-00F6,U+00F8-00FC,U+2014,U+2019,U+201C-201E,U+2026"
FONTS = (("atkinson-hyperlegible-next-400", "text-400", LETTERS),
         ("atkinson-hyperlegible-next-700", "text-700", LETTERS),
         ("fraunces-600", "title", TITLES))


def main():
    for source, name, letters in FONTS:
        out = ROOT / f"assets/phone/{name}.woff2"
        subset.main([str(ROOT / f"assets/fonts/{source}.ttf"), f"--unicodes={letters}",
                     "--flavor=woff2", "--layout-features=kern,mark", "--no-hinting",
                     f"--output-file={out}"])
        print(out.name, out.stat().st_size)


if __name__ == "__main__":
    main()
