# SPDX-License-Identifier: MIT
"""With --watch a deck that is saved while the game runs is read again: what is wrong in it is said
with its place, and the game goes on. watch.py PROGRAM"""
import os
import sys

from trouble import BROKEN_DECK, expect
from window import Display, Folder, Game


def save(folder, text):
    """As editors do: beside it, and then in its place."""
    path = os.path.join(folder, "decks", "ours.yaml")
    with open(path + ".new", "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(path + ".new", path)


def main():
    program = sys.argv[1]
    with Folder() as folder, Display() as display:
        os.mkdir(os.path.join(folder, "decks"))
        game = Game(program, display, folder, "--watch")
        game.until("event start")
        save(folder, BROKEN_DECK)
        said = game.error_line()
        expect("ours.yaml:10:10:" in said and "sing" in said, f"the slip isn't named: {said}")
        game.until("event start")
        save(folder, BROKEN_DECK.replace("sing", "tell"))
        game.until("event start")
        game.close()
        rest = game.process.stderr.read().decode()
        expect("ours.yaml" not in rest, f"mended, and still refused: {rest}")


main()
