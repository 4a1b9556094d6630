# SPDX-License-Identifier: MIT
"""Form of the sources: licence lines, width, unfinished notes, length of functions and files."""
import pathlib
import re
import sys

FOLDERS = ["src", "tests", "tools", "cmake", "levels", "assets/lang"]
SUFFIXES = {".c", ".h", ".py", ".sh", ".cmake", ".yaml", ".replay"}
CODE = {".c", ".h", ".py", ".sh", ".cmake"}
WIDTH_MAX = 100
FUNCTION_MAX = 60
FILE_MAX = 500
UNFINISHED = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X"]) + r")\b")


def is_source(path):
    if "__pycache__" in path.parts or not path.is_file():
        return False
    if path.suffix == ".yaml" and "tests" in path.parts:
        return False  # broken on purpose
    if path.suffix in SUFFIXES or path.name == "CMakeLists.txt":
        return True
    return path.parent.name == "tools" and path.suffix == "" and path.open("rb").read(2) == b"#!"


def check_lines(path, lines):
    wrong = []
    if path.suffix != ".replay" and not any("SPDX-License-Identifier:" in x for x in lines[:4]):
        wrong.append((1, "no SPDX-License-Identifier in the first lines"))
    is_code = path.suffix in CODE or path.suffix == ""
    for number, line in enumerate(lines, 1):
        if is_code and len(line) > WIDTH_MAX:
            wrong.append((number, f"{len(line)} columns, at most {WIDTH_MAX}"))
        if UNFINISHED.search(line):
            wrong.append((number, "an unfinished note"))
    if is_code and len(lines) > FILE_MAX:
        wrong.append((len(lines), f"more than {FILE_MAX} lines"))
    return wrong


def check_functions(lines):
    """A function opens with a brace at the end of an unindented line, and closes in column 1."""
    wrong = []
    start = None
    for number, line in enumerate(lines, 1):
        if start is None:
            opens = re.match(r"[A-Za-z].*\)\s*\{$", line)
            continued = re.match(r"\s+.*\)\s*\{$", line) and is_head(lines, number)
            if opens or continued:
                start = number
        elif line.startswith("}"):
            if number - start + 1 > FUNCTION_MAX:
                wrong.append((start, f"a function of {number - start + 1} lines"))
            start = None
    return wrong


def is_head(lines, number):
    """Whether this indented line ends the arguments of a definition begun in column 1."""
    before = number - 2
    while before >= 0 and lines[before].startswith(" "):
        before -= 1
    return before >= 0 and bool(re.match(r"[A-Za-z][\w\s*]*\([^;{]*$", lines[before]))


def main():
    root = pathlib.Path(sys.argv[1])
    wrong = []
    count = 0
    for path in sorted(p for folder in FOLDERS for p in (root / folder).rglob("*")):
        if not is_source(path):
            continue
        count += 1
        lines = path.read_text().splitlines()
        found = check_lines(path, lines)
        if path.suffix == ".c":
            found += check_functions(lines)
        wrong += [f"{path.relative_to(root)}:{number}: {why}" for number, why in sorted(found)]
    print("\n".join(wrong) or f"{count} sources in good form")
    return 1 if wrong or count < 50 else 0


sys.exit(main())
