# SPDX-License-Identifier: MIT
"""The couple's own decks, played: found in the data folder, what is wrong in one is said, a switch
keeps its cards away and is remembered, and a broken deck takes nothing from the others.

own_decks.py PROGRAM"""
import pathlib
import subprocess
import sys
import tempfile

HEAD = """format: 1
deck: {deck}
title: "{title}"
language: en
author: Somebody
licence: CC-BY-4.0
cards:
"""
ASK = """  - id: ours-{n}
    kind: ask
    title: "Ours {n}"
    skills: [ask]
    depth: 1
    register: light
    icon: clock
    question: "Question {n}?"
    choices: [a, b, c, d]
    talk: "And then?"
"""
START = """now 2026-10-05T19:10+02:00
seed 7
key Return
click ready 1
click ready 2
answer 1 best
answer 2 best
key Return
answer 1 2
answer 1 2
answer 1 1
key Return
"""
SWITCH = """key Escape
click settings 0
click section 7
click deck 0
"""


def play(program, folder, replay):
    path = folder / "some.replay"
    path.write_text(replay)
    run = subprocess.run([program, "--data-dir", str(folder / "data"), "--replay", str(path)],
                         capture_output=True, text=True, check=False)
    if run.returncode != 0:
        sys.exit(f"{run.stdout}\n{run.stderr}\nended with {run.returncode}")
    return run.stdout, run.stderr


def expect(is_true, what):
    if not is_true:
        sys.exit(what)


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory(prefix="own decks ") as folder:
        folder = pathlib.Path(folder)
        decks = folder / "data" / "decks"
        decks.mkdir(parents=True)
        (decks / "a-friends.yaml").write_text(HEAD.format(deck="friends", title="From a friend")
                                              + "".join(ASK.format(n=i) for i in range(3)))
        (decks / "b-broken.yaml").write_text(HEAD.format(deck="broken", title="Broken")
                                             + ASK.format(n=9).replace("depth: 1", "depth: nine"))
        said, trouble = play(program, folder, START + SWITCH + "restart\n" + SWITCH)
        expect("b-broken.yaml:12:" in trouble, f"the broken deck’s place isn’t named: {trouble}")
        expect(said.count("deck 0 0 ") == 1 and said.count("deck 0 1 ") == 1,
               f"off, and after a restart on again: {said}")


main()
