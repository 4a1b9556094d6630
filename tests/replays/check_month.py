# SPDX-License-Identifier: MIT
"""A month of days: two simulated people play thirty evenings by real input events, starting the
program anew each day. check_month.py PROGRAM"""
import re
import subprocess
import sys
import tempfile

DAYS = 30


def main():
    with tempfile.TemporaryDirectory() as out:
        run = subprocess.run([sys.argv[1], f"--demo={DAYS}", "--out", out], capture_output=True,
                             text=True, check=False)
    if run.returncode != 0:
        sys.exit(run.stdout + run.stderr)
    lines = run.stdout.splitlines()
    days = [line for line in lines if line.startswith("day ")]
    stones = [int(re.search(r"(\d+) stones", line).group(1)) for line in days]
    assert len(days) == DAYS, run.stdout
    assert all(a < b for a, b in zip(stones, stones[1:])), "each evening lays a stone"
    assert lines[-1] == f"evenings {DAYS}, streak {DAYS}, stones {stones[-1]}", lines[-1]


main()
