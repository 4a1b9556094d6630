# SPDX-License-Identifier: MIT
"""Bad surroundings get a clear sentence: no display, no home, a file for the folder, a broken
deck (the rest plays), an unknown option. trouble.py PROGRAM"""
import os
import re
import subprocess
import sys

from window import PATIENCE_S, Display, Folder, Game

BROKEN_DECK = """format: 1
deck: ours
title: Ours
language: en
author: us
licence: CC-BY-4.0
cards:
  - id: our-card
    kind: tiny
    act: sing
    text: Hum something.
    note: Any note will do.
"""


def run(program, *options, **environment):
    clean = {key: value for key, value in os.environ.items()
             if key not in ("HOME", "XDG_DATA_HOME", "DISPLAY", "WAYLAND_DISPLAY",
                            "SDL_VIDEODRIVER")}
    clean.update(environment)
    done = subprocess.run([program, *options], env=clean, capture_output=True, text=True,
                          timeout=PATIENCE_S, check=False)
    return done.returncode, done.stdout, done.stderr


def expect(condition, what):
    if not condition:
        raise SystemExit(what)


def main():
    program = sys.argv[1]
    with Folder() as folder:
        status, _, said = run(program, HOME=folder, SDL_VIDEODRIVER="x11")
        expect(status == 1 and "display" in said, f"no display: {status} {said}")
        status, _, said = run(program)
        expect(status == 1 and len(said.strip()) > 20, f"no home: {status} {said}")
        status, _, said = run(program, "--wobble")
        expect(status == 2 and "--wobble" in said, f"unknown option: {status} {said}")
        status, said, _ = run(program, "--version")
        expect(status == 0 and re.fullmatch(r"Tiny Bridges \d+\.\d+\.\d+\n", said), said)
        status, said, _ = run(program, "--help")
        expect(status == 0 and "--data-dir" in said, said)
        for address in ("10.0.0.5:abc", "127.0.0.1:99999", ""):
            status, _, said = run(program, "--room", address, "--version")
            expect(status == 2 and "--room" in said, f"{address}: {said}")

        with Display() as display:
            blocked = os.path.join(folder, "a file")
            with open(blocked, "w", encoding="utf-8") as file:
                file.write("not a folder")
            game = Game(program, display, blocked)
            expect(game.error_line(), "a file in place of the folder must be said")
            game.close()

            data = os.path.join(folder, "data")
            os.makedirs(os.path.join(data, "decks"))
            with open(os.path.join(data, "decks", "ours.yaml"), "w", encoding="utf-8") as file:
                file.write(BROKEN_DECK)
            game = Game(program, display, data, "--now", "2026-10-05T19:10+02:00")
            said = game.error_line()
            expect(re.search(r"ours\.yaml:10:\d+: ", said), f"broken deck: {said}")
            game.until("event start screen care")
            game.close()


if __name__ == "__main__":
    main()
