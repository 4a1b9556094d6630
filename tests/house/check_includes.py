# SPDX-License-Identifier: MIT
"""Each folder of src includes only what ARCHITECTURE.md grants it, and links nothing more."""
import pathlib
import re
import sys

MAY_INCLUDE = {
    "base": set(),
    "core": {"base"},
    "content": {"base", "core"},
    "draw": {"base"},
    "ui": {"base", "draw"},
    "screens": {"base", "core", "content", "ui", "draw"},
    "store": {"base", "core"},
    "room": {"base", "core"},
    "platform": {"base", "draw", "ui"},
}
C_ONLY = {"assert.h", "ctype.h", "errno.h", "float.h", "inttypes.h", "limits.h", "math.h",
          "stdalign.h", "stdarg.h", "stdbool.h", "stddef.h", "stdint.h", "stdio.h", "stdlib.h",
          "string.h", "time.h"}
PURE = {"stdbool.h", "stddef.h", "stdint.h", "string.h", "limits.h"}  # the rules
LIBRARIES = [  # (start of the header's name, folders that may know it)
    ("SDL", {"platform", "app"}),
    ("sqlite3", {"store"}),
    ("yaml", {"content"}),
    ("jansson", {"store"}),
    ("ft2build", {"platform"}),
    ("unicode/", {"platform"}),
    ("freetype", {"platform"}),
    ("lz4", {"platform"}),
    ("png", {"platform"}),
    ("libspeechd", {"platform"}),
    ("microhttpd", {"room"}),
    ("qrencode", {"room"}),
]
FOLDERS_WITH_C_ONLY = {"base", "core", "draw", "ui", "screens"}  # the others meet the system


def owners(src):
    """Header name -> folder; two of one name would make an include a matter of luck."""
    found = {}
    for header in src.rglob("*.h"):
        if header.name in found:
            sys.exit(f"{header}: a header of this name is also in {found[header.name]}")
        found[header.name] = header.relative_to(src).parts[0]
    return found


def folder_of(src, path):
    parts = path.relative_to(src).parts
    return parts[0] if len(parts) > 1 else "app"


def check_own(folder, name, owner, allowed):
    if owner is None:
        return None if name.startswith("palette") else "no such header in src"
    if owner == folder or folder == "app" or owner in allowed:
        return None
    return f"{folder} may not include {owner}"


def check_outer(folder, name):
    for start, folders in LIBRARIES:
        if name.startswith(start):
            return None if folder in folders else f"{folder} may not include {name}"
    if folder == "core" and name not in PURE:
        return f"the rules may not include <{name}>"
    if folder in FOLDERS_WITH_C_ONLY and name not in C_ONLY:
        return f"{folder} may include headers of C only"
    return None


def check_files(src):
    found = owners(src)
    wrong = []
    for path in sorted(src.rglob("*.[ch]")):
        folder = folder_of(src, path)
        allowed = MAY_INCLUDE.get(folder, set())
        for number, line in enumerate(path.read_text().splitlines(), 1):
            match = re.match(r'\s*#\s*include\s*(["<])([^">]+)[">]', line)
            if not match:
                continue
            quote, name = match.groups()
            own = quote == '"' and (name in found or not name.startswith(("SDL", "sqlite")))
            why = (check_own(folder, name, found.get(name), allowed) if own
                   else check_outer(folder, name))
            if why:
                wrong.append(f"{path}:{number}: {why} ({name})")
    return wrong


def check_links(src):
    """What a library links, it could include."""
    wrong = []
    text = (src / "CMakeLists.txt").read_text()
    for folder, links in re.findall(r"^tb_library\((\w+)([^)]*)\)", text, re.M):
        linked = set(re.findall(r"\btb_(\w+)", links))
        if folder != "app":
            extra = linked - MAY_INCLUDE.get(folder, set())
            wrong += [f"src/CMakeLists.txt: {folder} may not link {other}" for other in extra]
        if "app" in linked:
            wrong.append(f"src/CMakeLists.txt: {folder} links app; nothing may")
    for folder in MAY_INCLUDE:
        if not re.search(rf"^tb_library\({folder}\b", text, re.M):
            wrong.append(f"src/CMakeLists.txt: no library {folder}")
    return wrong


def main():
    src = pathlib.Path(sys.argv[1]) / "src"
    wrong = check_files(src) + check_links(src)
    print("\n".join(wrong) or "includes follow the house")
    return 1 if wrong else 0


sys.exit(main())
