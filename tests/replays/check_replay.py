# SPDX-License-Identifier: MIT
"""Plays a replay and compares what it says with the .expect file beside it.

check_replay.py PROGRAM FILE.replay [--update]"""
import difflib
import pathlib
import subprocess
import sys

# Decks of their own, so that a new card of the game's changes no replay.
DECKS = pathlib.Path(__file__).parent / "decks"


def main():
    program, replay = sys.argv[1], pathlib.Path(sys.argv[2])
    expect = replay.with_suffix(".expect")
    run = subprocess.run([program, "--levels", str(DECKS), "--replay", str(replay)],
                         capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"{run.stdout}\n{run.stderr}\n{replay.name} ended with status {run.returncode}")
    if "--update" in sys.argv:
        expect.write_text(run.stdout)
        return
    wanted = expect.read_text().splitlines()
    got = run.stdout.splitlines()
    if wanted != got:
        print("\n".join(difflib.unified_diff(wanted, got, str(expect), "this run", lineterm="")))
        sys.exit(1)


main()
