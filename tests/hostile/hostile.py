# SPDX-License-Identifier: MIT
"""Decks from strangers: none makes the loader crash, hang or eat the machine; each gets a reason
with a place; the good deck beside it still loads.

hostile.py TB_DECK"""
import os
import pathlib
import re
import resource
import signal
import subprocess
import sys
import tempfile

SECONDS_MOST, MEGABYTES_MOST = 2, 256

HEAD = b"""format: 1
deck: %s
title: A deck
language: en
author: Somebody
licence: CC-BY-4.0
cards:
"""
CARD = """  - id: %s
    kind: tiny
    act: tell
    text: "%s"
    note: A note.
"""


def deck(body, name=b"hostile"):
    return HEAD % name + (body if isinstance(body, bytes) else body.encode())


def card(text="Tell each other one thing.", name="a-card"):
    return CARD % (name, text)


def many(count):
    return "".join(CARD % (f"card-{i}", f"Tell number {i}.") for i in range(count))


def talk(count, to):
    """A talk of so many nodes; the replies of each lead to to(its number, the reply's)."""
    text = ("  - id: a-talk\n    kind: talk\n    title: T\n    theme: naming\n"
            "    situation: bid\n    skills: [ask]\n    depth: 1\n    register: plain\n"
            "    icon: clock\n    scene: S.\n    nodes:\n")
    for node in range(count):
        text += (f"      - node: n{node}\n        line: L.\n        face: happy\n        mood: 0\n"
                 "        replies:\n")
        for reply in range(4):
            text += (f"          - text: R{reply}.\n            turn: 4\n"
                     f"            to: {to(node, reply)}\n            repair: yes\n")
    return text + "    talk: T?\n    why: W.\n"


# name: (bytes, what the first finding must match; None: no finding, the deck is fine)
FILES = {
    "nothing": (b"", r"error: "),
    "deep-lists": (deck("  - id: " + "[" * 100000 + "]" * 100000), r":\d+:\d+: error: "),
    "deep-maps": (deck("  - " + "{a: " * 50000 + "1" + "}" * 50000), r":\d+:\d+: error: "),
    "deep-blocks": (deck("".join("  " * i + f"- a{i}:\n" for i in range(1, 400))),
                    r":\d+:\d+: error: "),
    "laughing-aliases": (deck("  - a: &a [x, x]\n" + "".join(
        f"    b{i}: &b{i} [*a, *a]\n" for i in range(60))), r":8:\d+: error: .*&"),
    "alias": (deck("  - id: *nobody\n"), r":8:\d+: error: "),
    "tag": (deck("  - id: !!python/object:os.system x\n"), r":8:\d+: error: "),
    "merge-key": (deck("  - <<: x\n    id: a-card\n"), r":\d+:\d+: error: "),
    "two-documents": (deck(card()) + b"---\nformat: 1\n", r":\d+:\d+: error: "),
    "scalar-of-10-mb": (deck(card("a" * 10_000_000)), r"error: "),
    "file-of-64-mb": (deck(card()) + b"# padding\n" * 6_400_000, r"error: "),
    "key-of-a-megabyte": (deck(b"  - " + b"k" * 1_000_000 + b": 1\n"), r"error: "),
    "invalid-utf-8": (deck(card("caf\xff").encode("latin-1")), r":11:\d+: error: "),
    "overlong-utf-8": (deck(card().encode().replace(b"Tell", b"\xc0\xafTell")),
                       r":11:\d+: error: "),
    "surrogate": (deck(card().encode().replace(b"Tell", b"\xed\xa0\x80Tell")), r":11:\d+: error: "),
    "nul": (deck(card().encode().replace(b"Tell", b"T\0ll")), r":11:\d+: error: "),
    "utf-16": (deck(card()).decode().encode("utf-16"), r":1:1: error: "),
    "byte-order-mark": (b"\xef\xbb\xbf" + deck(card()), None),
    "carriage-returns": (deck(card()).replace(b"\n", b"\r\n"), None),
    "old-mac-line-ends": (deck(card()).replace(b"\n", b"\r"), None),
    "tabs": (deck("\t- id: a-card\n"), r":8:\d+: error: .*[Tt]ab"),
    "duplicate-key": (deck(card() + "    note: Once more.\n"), r":13:\d+: error: .*second time"),
    "duplicate-id": (deck(card() + card("Tell another.")), r":13:\d+: error: .*“a-card”"),
    "wrong-types": (deck("  - id: [a]\n    kind: {b: c}\n    act: 7\n    text: []\n"),
                    r":\d+:\d+: error: "),
    "cards-are-a-text": (HEAD % b"hostile" + b" soon\n", r"error: "),
    "missing-fields": (deck("  - id: a-card\n    kind: tiny\n"), r":8:5: error: .*needs a line"),
    "unknown-version": (deck(card()).replace(b"format: 1", b"format: 999"), r":1:\d+: error: "),
    "path-in-the-id": (deck(card(name="../../etc/passwd")), r":8:\d+: error: .*“id”"),
    "path-in-the-deck": (deck(card(), b"../../../evil"), r":2:\d+: error: .*“deck”"),
    "path-in-the-icon": (deck(
        "  - id: a-card\n    kind: ask\n    title: T\n    skills: [ask]\n    depth: 1\n"
        "    register: plain\n    icon: ../../../etc/passwd\n    question: Q?\n"
        "    choices: [a, b, c, d]\n    talk: W?\n"), r":14:\d+: error: .*“icon”"),
    "bidi-override": (deck(card("Tell \u202eeno gniht\u202c.")), r":11:\d+: error: "),
    "bidi-isolate": (deck(card("Tell \u2066one\u2069 thing.")), r":11:\d+: error: "),
    "control-character": (deck(card().replace("Tell", "T\x1bll")), r":11:\d+: error: "),
    "bell-escaped": (deck(card("Tell\\aone.")), r":11:\d+: error: "),
    "zero-width": (deck(card("Te\u200bll.")), r":11:\d+: error: "),
    "private-use": (deck(card("Tell \ue000.")), r":11:\d+: error: "),
    "placeholders": (deck(card("Tell {sharer} {evil} %s %n.")), r":11:\d+: error: "),
    "number-too-large": (deck(card()).replace(b"format: 1", b"format: " + b"9" * 4000),
                         r":1:\d+: error: "),
    "9000-cards": (deck(many(9000)), None),
    "20000-cards": (deck(many(20000)), r"error: There are more than 12000 cards"),
    "9000-broken-cards": (deck("  - id: X\n" * 9000), r":8:\d+: error: "),
    "a-million-dashes": (deck("- " * 1_000_000), r"error: "),
    "a-million-lines": (deck("\n" * 1_000_000 + card()), None),
    "talk-in-circles": (deck(talk(32, lambda node, _: f"n{(node + 1) % 32}")),
                        r":\d+:\d+: error: .*circle"),
    "talk-to-itself": (deck(talk(9, lambda node, _: f"n{node}")), r":\d+:\d+: error: .*circle"),
    "talk-of-all-ways": (deck(talk(32, lambda node, reply: f"n{min(31, node + 1 + reply)}")),
                         r":\d+:\d+: error: .*circle"),
    "talk-to-nowhere": (deck(talk(20, lambda node, reply: "n999")),
                        r":\d+:\d+: error: .*no node “n999”"),
    "talk-to-a-list": (deck(talk(20, lambda node, reply: "[[n1], {a: b}]")), r":\d+:\d+: error: "),
    "talk-without-end": (deck(talk(8000, lambda node, reply: "n1")), r"error: .*expected 9 to 32"),
    "quote-never-closed": (deck('  - id: "a-card\n' + "    x\n" * 20000), r":\d+:\d+: error: "),
}


def make_odd_things(folder):
    """In place of a file: each must be refused or passed over, and none waited for."""
    (folder / "folder.yaml").mkdir()
    os.mkfifo(folder / "pipe.yaml")
    (folder / "loop-a.yaml").symlink_to("loop-b.yaml")
    (folder / "loop-b.yaml").symlink_to("loop-a.yaml")
    (folder / "nowhere.yaml").symlink_to("/nowhere/at/all")
    (folder / "zero.yaml").symlink_to("/dev/zero")
    (folder / "circle").mkdir()
    (folder / "circle" / "again").symlink_to("..")
    return ["folder.yaml", "pipe.yaml", "loop-a.yaml", "nowhere.yaml", "zero.yaml"]


def look(program, path):
    """What the check says of `path`; fails after too long or with too much memory."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = dict(os.environ, ASAN_OPTIONS="quarantine_size_mb=1:detect_leaks=1")
    try:
        run = subprocess.run([program, "check", str(path)], capture_output=True, timeout=60,
                             env=environment, check=False)
    except subprocess.TimeoutExpired:
        return "", "hangs"
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)
    said = run.stdout.decode(errors="replace")
    if run.returncode not in (0, 1):
        name = signal.Signals(-run.returncode).name if run.returncode < 0 else run.returncode
        return said, f"ends with {name}: {run.stderr.decode(errors='replace')[-800:]}"
    if seconds > SECONDS_MOST:
        return said, f"takes {seconds:.1f} s of CPU"
    if after.ru_maxrss > MEGABYTES_MOST * 1024:
        return said, f"takes {after.ru_maxrss // 1024} MB"
    return said, ""


def judge(name, said, trouble, wanted):
    findings = [line for line in said.splitlines() if ": error: " in line]
    if trouble:
        return trouble
    if wanted is None:
        return f"a finding in a deck that is right: {findings[0]}" if findings else ""
    if not findings:
        return "no reason was given"
    return "" if re.search(wanted, findings[0]) else f"{name}: unexpected: {findings[0][:300]}"


def main():
    program, bad, seen = sys.argv[1], [], 0
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for name, (content, wanted) in FILES.items():
            path = folder / (name + ".yaml")
            path.write_bytes(content)
            trouble = judge(name, *look(program, path), wanted)
            path.unlink()
            seen += 1
            if trouble:
                bad.append(f"{name}: {trouble}")
        for name in make_odd_things(folder):
            trouble = judge(name, *look(program, folder / name), r"error: ")
            seen += 1
            if trouble and name != "folder.yaml":  # a folder is looked into
                bad.append(f"{name}: {trouble}")
        for name in ("deep-lists", "invalid-utf-8", "nul", "bidi-override"):
            (folder / f"{name}.yaml").write_bytes(FILES[name][0])
        (folder / "good.yaml").write_bytes(deck(card(name="the-good-card"), b"good"))
        said, trouble = look(program, folder)
        if trouble or not re.search(r"Cards to deal: 1\b", said):
            bad.append(f"the good deck beside them: {trouble or said[-300:]}")
    print(f"{seen} hostile files, {len(bad)} of them with trouble")
    print("\n".join(bad))
    sys.exit(bool(bad))


main()
