# SPDX-License-Identifier: MIT
"""Disks and clocks as couples have them, in the real window: full at the start or in the middle of
an evening, read-only, a folder that can't be, the first and the last date there is, a clock put
back. Each is said in a sentence, and what was played is there. The folder's name has a space and a
letter beyond ASCII. disk.py PROGRAM"""
import os
import subprocess
import sys

from day import first_run
from trouble import expect, run
from window import PATIENCE_S, Display, Folder, Game

NOW = ["--now", "2026-10-05T19:10+02:00", "--seed", "7"]
DEMO_DAYS = 2


def told(game, pattern):
    """Such a line was told since the start, or will be."""
    game.cursor = 0
    return game.until(pattern)


def full_at_the_start(program, display, data):
    game = Game(program, display, data, *NOW, file_bytes=1024)
    said = game.error_line()
    expect("The disk is full. Make some room" in said, f"full at the start: {said}")
    game.close()


def full_in_the_middle(program, display, data):
    """Before: a file without facts. The first fact doesn't fit, and is kept for a second try."""
    game = Game(program, display, data, *NOW)
    game.until("event start screen care")
    game.close()
    game = Game(program, display, data, *NOW, file_bytes=1024)
    first_run(game)
    told(game, "event save-failed")
    told(game, "notice .*The disk is full. Your earlier evenings are safe; this one isn’t saved")
    game.close()
    game = Game(program, display, data, *NOW)
    game.until("event start screen care")  # as before, nothing half
    game.close()


def read_only(program, display, folder):
    if os.geteuid() == 0:
        place = "/sys/tiny bridges"  # where not even root may write
    else:
        place = os.path.join(folder, "closed")
        os.mkdir(place, 0o500)
    game = Game(program, display, place, *NOW)
    said = game.error_line()
    expect("no permission" in said or "read-only" in said, f"read-only: {said}")
    expect("--data-dir" in said, f"read-only, the way out: {said}")
    game.close()


def odd_homes(program, folder):
    status, _, said = run(program, HOME="", XDG_DATA_HOME="here")
    expect(status == 1 and "HOME" in said and "--data-dir" in said, f"odd homes: {status} {said}")
    letter = os.path.join(folder, "letter")
    with open(letter, "w", encoding="utf-8") as file:
        file.write("not a home")
    with Display() as display:
        game = Game(program, display, os.path.join(letter, "tiny bridges"), *NOW)
        said = game.error_line()
        expect("There is a file where the folder should be" in said, f"a file for a home: {said}")
        game.close()


def odd_dates(program, display, folder):
    for date in ("1970-01-01T00:10+00:00", "9999-12-31T23:10+14:00"):
        data = os.path.join(folder, "from " + date[:4])
        game = Game(program, display, data, "--now", date)
        first_run(game)
        told(game, "event saved")
        expect(not any("notice" in line for line in game.log), f"{date}: {game.log}")
        game.close()


def clock_put_back(program, display, folder):
    """Two evenings in 2026; then the clock's battery is empty."""
    out = os.path.join(folder, "demo")
    subprocess.run([program, f"--demo={DEMO_DAYS}", "--out", out], check=True,
                   stdout=subprocess.DEVNULL, timeout=PATIENCE_S)
    data = os.path.join(out, "data")
    game = Game(program, display, data, "--now", "1970-01-01T19:10+01:00")
    game.until("the clock looks wrong")
    game.until(f"event start screen home .* evenings {DEMO_DAYS}$")
    game.close()
    game = Game(program, display, data, "--now", "2026-10-07T19:10+02:00")  # set right again
    game.until(f"event start screen home .* evenings {DEMO_DAYS}$")
    expect(not any("clock looks wrong" in line for line in game.log), "a right clock looks wrong")
    game.close()


def main():
    program = sys.argv[1]
    with Display() as display, Folder() as folder:
        data = os.path.join(folder, "our evenings, été")
        full_at_the_start(program, display, data)
        full_in_the_middle(program, display, data)
        read_only(program, display, folder)
        odd_homes(program, folder)
        odd_dates(program, display, folder)
        clock_put_back(program, display, folder)


main()
