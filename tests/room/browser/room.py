# SPDX-License-Identifier: MIT
"""Runs the game's workshop in a real window and five browsers beside it (room.mjs), and presses the
leader's keys when they ask for it.

room.py PROGRAM MODULES: MODULES is a folder where npm ci put playwright-core. With a folder in the
environment's TB_BROWSER_PICTURES, pictures of the pages go there."""
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "e2e"))
from window import Display, Folder, Game  # noqa: E402

NOW = ["--now", "2026-10-05T19:10+02:00", "--seed", "7", "--room", "127.0.0.1"]


def open_lobby(game):
    """From the first screen to the lobby; says where phones come in."""
    game.until("event start")
    game.focus()
    game.key("Escape")
    game.drain()
    game.key(*["Down"] * 5, "Return")  # the last line of the pause
    game.until("screen workshop")
    game.key("Return")  # the first plan
    return game.until(r"room (\S+) code (\S+) (\d+)").groups()


def lead(game, phones):
    """Presses what the phones ask for, until they have nothing more to say."""
    good = False
    for line in phones.stdout:
        word, _, rest = line.strip().partition(" ")
        if word == "key":
            game.drain()
            game.key(rest)
            game.until("event (lead|workshop)")
            phones.stdin.write("done\n")
            phones.stdin.flush()
        elif word == "good":
            good = True
        else:
            print(line, end="")
    return good


def main():
    program, modules = sys.argv[1:]
    for command in ("chromium", "node"):
        if not shutil.which(command):
            raise SystemExit(f"{command} is missing: tools/test installs it")
    if not pathlib.Path(modules, "node_modules/playwright-core").is_dir():
        raise SystemExit(f"playwright-core isn’t in {modules}: tools/test puts it there")
    environment = dict(os.environ, TB_BROWSER_MODULES=modules, TB_CHROMIUM=shutil.which("chromium"))
    with Display() as display, Folder() as data:
        game = Game(program, display, data, *NOW)
        link, word, number = open_lobby(game)
        phones = subprocess.Popen(["node", str(HERE / "room.mjs"), link, word, number], text=True,
                                  stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
        good = lead(game, phones)
        phones.wait()
        game.close()
    if not good or phones.returncode:
        raise SystemExit("the evening didn’t end as it should")
    print("an evening on five phones")


if __name__ == "__main__":
    main()
