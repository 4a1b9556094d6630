# SPDX-License-Identifier: MIT
"""From first run to the lantern in a real window with real keys; killed in the middle of a card and
started again: the same card, nothing lost; a second copy says so and changes nothing.

day.py PROGRAM"""
import pathlib
import sqlite3
import sys

from window import Display, Folder, Game

DECKS = pathlib.Path(__file__).parents[1] / "replays/decks"  # whose cards all have four answers
NOW = ["--now", "2026-10-05T19:10+02:00", "--seed", "7", "--levels", str(DECKS)]


def facts(folder):
    connection = sqlite3.connect(f"file:{folder}/tiny-bridges.db?mode=ro", uri=True)
    try:
        return connection.execute("select count(*) from fact").fetchone()[0]
    finally:
        connection.close()


def first_run(game):
    game.until("event start screen care")
    game.focus()
    game.key("Return")
    game.until("screen people")
    game.key("Return")  # the focus stands on the left bank’s "That’s me"
    game.until("event ready")
    game.key(*["Tab"] * 12, "Return")  # past six faces, three buttons, two fields of the right bank
    game.until("screen card phase pick")


KEYS = {"pick": ["q", "u"], "second": ["q", "u"], "say": ["Return"], "land": ["s", "k"],
        "reveal": ["Return"], "home": ["q", "u"], "challenge": ["Return"]}


def play_until(game, goal):
    """Presses what two people would in the state that was told last, until the goal is told."""
    for _ in range(80):
        screen, phase = game.state()
        if screen == goal:
            return
        game.key(*KEYS[phase if screen == "card" else screen])
        game.until("event (?!saved|tick)")
        game.drain()
    raise SystemExit("never reached: " + goal)


def main():
    program = sys.argv[1]
    with Display() as display, Folder() as data:
        game = Game(program, display, data, *NOW)
        first_run(game)
        play_until(game, "home")
        game.key("q", "u")
        card = game.until(r"screen card phase pick card (\S+)").group(1)
        game.until("event saved")
        before = facts(data)
        game.key("q")  # one has picked, then the power goes
        game.until("event pick")
        game.kill()

        again = Game(program, display, data, *NOW)
        again.until("event start screen home")
        second = Game(program, display, data, *NOW)
        assert second.error_line(), "a second copy must say so"
        second.kill()
        assert facts(data) >= before, "facts were lost"
        again.focus()
        again.key("Return")
        found = again.until(r"screen card phase pick card (\S+)").group(1)
        assert found == card, f"the card was {card}, now it is {found}"
        play_until(again, "lantern")
        again.key("Return")
        again.until("screen home .* evenings 1")
        again.close()

        last = Game(program, display, data, *NOW)
        last.until("event start screen home .* evenings 1")
        last.close()


if __name__ == "__main__":
    main()
