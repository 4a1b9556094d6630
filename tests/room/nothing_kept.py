# SPDX-License-Identifier: MIT
"""A whole workshop leaves nothing of the room on disk: no plan, no card of it, no count, in no file
of the folder. Arguments: the program, the replay of an evening."""
import pathlib
import subprocess
import sys
import tempfile

WORDS = [b"first-evening", b"owl-on-the-beam", b"heron-on-the-canal", b"two-mugs", b"workshop",
         b"Brushed off", b"hands"]


def main():
    program, replay = sys.argv[1], sys.argv[2]
    levels = pathlib.Path(__file__).parents[2] / "levels"
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, "--levels", levels, "--data-dir", folder, "--replay", replay],
                       check=True, capture_output=True)
        files = [path for path in pathlib.Path(folder).rglob("*") if path.is_file()]
        if not files:
            sys.exit("the couple's file isn't there: this test looks at nothing")
        wrong = [f"{path.name} holds {word.decode()}" for path in files for word in WORDS
                 if word in path.read_bytes()]
    print("\n".join(wrong) or f"{len(files)} files hold nothing of the room")
    sys.exit(1 if wrong else 0)


main()
