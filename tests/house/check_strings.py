# SPDX-License-Identifier: MIT
"""Every text key that screens ask for is in assets/lang/en.yaml, and each there is asked for."""
import pathlib
import re
import sys

PLURALS = {"zero", "one", "two", "few", "many", "other"}
HEAD = {"language", "name", "direction"}  # about the language itself
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
KEY = re.compile(r"^[a-z0-9-]+(\.([a-z0-9-]|%[scd])+)+$")


def read_keys(path):
    """Dotted keys; a text with plural forms is one key."""
    texts, children, stack = [], {}, []
    for line in path.read_text().splitlines():
        match = re.match(r"^( *)([A-Za-z0-9_-]+):(.*)$", line)
        if not match:
            continue
        depth = len(match.group(1))
        while stack and stack[-1][0] >= depth:
            stack.pop()
        parent = ".".join(part for _, part in stack)
        children.setdefault(parent, set()).add(match.group(2))
        if match.group(3).strip():
            texts.append((parent, match.group(2)))
        stack.append((depth, match.group(2)))
    plural = {parent for parent, names in children.items() if parent and names <= PLURALS}
    return {parent if parent in plural else f"{parent}.{name}".strip(".")
            for parent, name in texts} - HEAD


def without_comments(text):
    return re.sub(r"/\*.*?\*/", lambda m: re.sub(r"[^\n]", " ", m.group()), text, flags=re.S)


def calls(text):
    """(line, arguments) of each tr, tr1, tr2, trn."""
    for match in re.finditer(r"\btr[12n]?\(", text):
        depth, end, quoted = 1, match.end(), False
        while depth and end < len(text):
            char = text[end]
            if char == '"' and text[end - 1] != "\\":
                quoted = not quoted
            elif not quoted:
                depth += {"(": 1, ")": -1}.get(char, 0)
            end += 1
        yield text.count("\n", 0, match.start()) + 1, text[match.end():end]


def main():
    root = pathlib.Path(sys.argv[1])
    keys = read_keys(root / "assets/lang/en.yaml")
    wrong, used, patterns = [], set(), set()
    for path in sorted((root / "src").rglob("*.[ch]")):
        text = without_comments(path.read_text())
        for literal in LITERAL.findall(text):
            if KEY.match(literal):
                (patterns if "%" in literal else used).add(literal)
        for line, arguments in calls(text):
            for literal in LITERAL.findall(arguments):
                if KEY.match(literal) and "%" not in literal and literal not in keys:
                    wrong.append(f"{path.relative_to(root)}:{line}: no text for {literal}")
    shapes = [re.compile("^" + re.sub("%[scd]", "[a-z0-9-]+", re.escape(pattern)) + "$")
              for pattern in patterns]
    for key in sorted(keys - used):
        if not any(shape.match(key) for shape in shapes):
            wrong.append(f"assets/lang/en.yaml: nothing asks for {key}")
    print("\n".join(wrong) or f"{len(keys)} texts, all there and all used")
    return 1 if wrong or not keys else 0


sys.exit(main())
