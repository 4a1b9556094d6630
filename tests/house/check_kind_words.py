# SPDX-License-Identifier: MIT
"""What is said of evenings never announces a lapse (STREAK.md): no word of it in these texts."""
import pathlib
import re
import sys

SECTIONS = {"home", "week", "lantern", "alone", "away", "tiny", "pause", "challenge"}
WORDS = re.compile(r"\b(streaks?|miss(ed|ing)?|broken?|breaks?|laps(e|ed)|lost (it|your|the)|"
                   r"you('ve)? lost|fail(ed)?|gaps?|forgot(ten)?|late again|give up|gave up|"
                   r"start(ed)? over|zero|sorry)\b", re.I)


def main():
    root = pathlib.Path(sys.argv[1])
    wrong, section, texts = [], "", 0
    for number, line in enumerate((root / "assets/lang/en.yaml").read_text().splitlines(), 1):
        heading = re.match(r"^([a-z-]+):", line)
        section = heading.group(1) if heading else section
        said = re.match(r'^ +"?[\w-]+"?: "(.*)"', line)
        if not said or section not in SECTIONS:
            continue
        texts += 1
        found = WORDS.search(said.group(1).replace("’", "'"))
        if found:
            wrong.append(f"assets/lang/en.yaml:{number}: “{found.group()}” announces a lapse")
    print("\n".join(wrong) or f"{texts} texts about evenings, none of them of a lapse")
    return 1 if wrong or texts < 60 else 0


sys.exit(main())
