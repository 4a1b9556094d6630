# SPDX-License-Identifier: MIT
"""No call goes past the failure harness: whatever the store, SQLite and jansson ask of C is either
replaced in calls_*.c, or known to touch no file. check_calls.py NM LIBRARY... PROGRAM"""
import re
import subprocess
import sys

# Pure memory, text, numbers, time, threads; and what is only reached through a replaced call.
HARMLESS = re.compile(r"""
    __(errno_location|assert_fail|stack_chk_fail|cxa_finalize|gmon_start__) | _ITM_.* |
    _GLOBAL_OFFSET_TABLE_ |
    (__)?(mem|str)\w+ | (__)?v?snprintf(_chk)? | qsort | free | ferror | fileno |
    localeconv | getenv | sysconf | getpid | geteuid | sched_yield | std(in|out|err) |
    a?(sin|cos|tan)h?|atan2|ceil|floor|exp|log|log2|log10|pow|sqrt|fmod|trunc |
    time|gettimeofday|localtime_r|sleep|usleep|nanosleep | getrandom |
    pthread_\w+ | sig\w+ | dl(open|close|sym|error) |
    lseek(64)? |                 # moves nothing on the disk
    mmap(64)?|munmap|mremap |    # PRAGMA mmap_size = 0
    fread|fwrite|fgetc|fprintf|__fprintf_chk|fflush|fclose   # streams: made of read and write here
    """, re.VERBOSE)


def symbols(nm, options, path):
    listed = subprocess.run([nm, *options, path], capture_output=True, text=True, check=True).stdout
    return {line.split()[-1].split("@")[0] for line in listed.splitlines() if line.strip()
            and not line.endswith(":")}


def main():
    nm, *libraries, program = sys.argv[1:]
    replaced = symbols(nm, ["-D", "--defined-only"], program)
    wrong = []
    for library in libraries:
        kind = [] if library.endswith(".a") else ["-D"]
        defined = symbols(nm, [*kind, "--defined-only"], library)
        for name in sorted(symbols(nm, [*kind, "-u"], library) - defined):
            is_library = re.match(r"(sqlite3|json)_", name)
            if not (is_library or name in replaced or HARMLESS.fullmatch(name)):
                wrong.append(f"{library} calls {name}, which nobody counts")
    print("\n".join(wrong) or f"{len(replaced)} calls replaced, none goes past")
    sys.exit(1 if wrong or "pwrite64" not in replaced else 0)


main()
