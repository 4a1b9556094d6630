# SPDX-License-Identifier: MIT
"""Writes DECKS decks of CARDS cards each, made of the game's own with new ids, into a folder.

bench_decks.py LEVELS FOLDER"""
import pathlib
import re
import sys

DECKS, CARDS = 20, 500


def main():
    levels, folder = map(pathlib.Path, sys.argv[1:3])
    folder.mkdir(parents=True, exist_ok=True)
    cards = []
    for path in sorted(levels.glob("daily/*.yaml")):
        head, *more = re.split(r"(?m)^(?=  - id: )", path.read_text())
        cards += more if path.stem != "practice" else []
    for deck in range(DECKS):
        text = (f"format: 1\ndeck: bench-{deck}\ntitle: Bench\nlanguage: en\nauthor: Nobody\n"
                "licence: CC-BY-4.0\ncards:\n")
        for number in range(CARDS):
            card = cards[(deck * CARDS + number) % len(cards)].rstrip() + "\n"
            card = re.sub(r"id: ([a-z0-9-]+)",
                          lambda match: f"id: {match.group(1)[:36]}-{deck}-{number}", card, count=1)
            text += re.sub(r"title: .*", f"title: Bench {deck} {number}", card, count=1)
        (folder / f"bench-{deck}.yaml").write_text(text)
    print(f"{DECKS * CARDS} cards in {folder}", file=sys.stderr)


main()
