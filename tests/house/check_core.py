# SPDX-License-Identifier: MIT
"""The linker keeps the promise: the rules call only memory and text functions of C, and hold no
state of their own. Arguments: libtb_core.a libtb_base.a."""
import re
import subprocess
import sys

# C functions that depend on their arguments alone. No memory, files, clock, chance, or locale.
ALLOWED = {"memcpy", "memset", "memmove", "memcmp", "memchr", "strlen", "strcmp", "strncmp",
           "strchr", "strrchr", "strstr", "strspn", "strcspn"}
# What compilers add by themselves.
COMPILER = re.compile(r"^(__asan_|__ubsan_|__odr_asan|__stack_chk_|__gcov|__llvm_|_GLOBAL_OFFSET_|"
                      r"__sanitizer_|__assert_fail$|__(memcpy|memset|memmove)_chk$)")
MUTABLE = re.compile(r"^(\.data|\.bss|\.tdata|\.tbss)(\.(?!rel\.ro)|$)|^\*COM\*$")


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def symbols(library, *flags):
    lines = output("nm", *flags, library).splitlines()
    return {line.split()[-1] for line in lines if line.strip() and not line.endswith(":")}


def mutable_data(library):
    """Objects in writable sections; tables with addresses live in .data.rel.ro, which isn't."""
    found = []
    for line in output("objdump", "-t", library).splitlines():
        match = re.match(r"[0-9a-f]+ (.{7}) (\S+)\s+[0-9a-f]+ (?:\.hidden )?(\S+)$", line)
        if not match:
            continue
        flags, section, name = match.groups()
        is_object = "O" in flags or section.startswith((".t", "*COM*"))
        if is_object and MUTABLE.match(section) and not COMPILER.match(name):
            found.append(f"{name} in {section}")
    return found


def main():
    core, base = sys.argv[1], sys.argv[2]
    defined = symbols(core, "--defined-only") | symbols(base, "--defined-only")
    wanted = symbols(core, "-u") - defined
    wrong = [f"the rules call {name}" for name in sorted(wanted)
             if name not in ALLOWED and not COMPILER.match(name)]
    wrong += [f"the rules keep state: {name}" for name in mutable_data(core)]
    outside = symbols(base, "-u") - symbols(base, "--defined-only")
    print("base calls:", ", ".join(sorted(n for n in outside if not COMPILER.match(n))))
    print("\n".join(wrong) or "the rules are pure")
    return 1 if wrong else 0


sys.exit(main())
