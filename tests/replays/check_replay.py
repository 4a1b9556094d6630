# SPDX-License-Identifier: MIT
"""Plays a replay and compares what it says with the .expect file beside it.

check_replay.py PROGRAM FILE.replay [--update]"""
import difflib
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

# Decks of their own, so that a new card of the game's changes no replay.
DECKS = pathlib.Path(__file__).parent / "decks"


def levels_for(replay, folder):
    """The decks; with "# other KIND" in the replay, those cards in place of spot; with "# shipped",
    the game's own, for its plans name their cards."""
    if re.search(r"^# shipped$", replay.read_text(), re.M):
        return pathlib.Path(__file__).parents[2] / "levels"
    other = re.search(r"^# other ([a-z-]+)$", replay.read_text(), re.M)
    if not other:
        return DECKS
    shutil.copytree(DECKS / "daily", folder / "daily")
    (folder / "daily/spot.yaml").unlink()
    shutil.copy(DECKS / "other" / f"{other[1]}.yaml", folder / "daily")
    return folder


def main():
    program, replay = sys.argv[1], pathlib.Path(sys.argv[2])
    expect = replay.with_suffix(".expect")
    with tempfile.TemporaryDirectory() as folder:
        levels = levels_for(replay, pathlib.Path(folder))
        run = subprocess.run([program, "--levels", str(levels), "--replay", str(replay)],
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
