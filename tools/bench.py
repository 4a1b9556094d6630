# SPDX-License-Identifier: MIT
"""Runs the game and the bare card in turn under one Xvfb and prints ratios with their spread.

Both speak lines on their output, "bench KEY VALUE". The game's side is `--bench MODE`:
  start      first_content_cpu_us when the first real content has been presented; then it ends
  idle       likewise; `ready` once all is still (calm motion, no music, sounds ended); it waits
  highlight  `ready`, then focus moves on the card screen at 60 Hz for 300 frames; highlight_frames
  ambient    `ready`, then home moves by itself for 6 s; beside the bare card's highlight
  frame      frame_us: median of painting the whole card screen, without presenting
  press      press_us: median from a press taken in to its pixels presented
  transition transition_p99_us: of all frames of changes of screen and theme at 1920x1080, first
             visits included; the bare card has nothing like it and presses meanwhile
Start times alone lie, so passes are interleaved and CPU is counted too.
"""
import argparse
import os
import selectors
import shutil
import signal
import statistics
import subprocess
import sys
import time

PATIENCE_S = 60
IDLE_S = 5.0


class Unable(Exception):
    """A program did not say what was asked of it."""


class Run:
    """One start of a program; `first_s` is exec to its first line."""

    def __init__(self, command, display):
        environment = dict(os.environ, DISPLAY=display)
        environment.pop("WAYLAND_DISPLAY", None)
        self.started = time.perf_counter()
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                        env=environment)
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.process.stdout, selectors.EVENT_READ)
        self.pending = b""
        self.values = {}
        self.first_s = None

    def wait_for(self, key):
        """Reads until the line of that key; returns its value."""
        while key not in self.values:
            if not self.selector.select(PATIENCE_S):
                self.end()
                raise Unable(f"said nothing of {key} in {PATIENCE_S} s")
            part = os.read(self.process.stdout.fileno(), 4096)
            if not part:
                error = self.process.stderr.read().decode(errors="replace").strip()
                self.end()
                raise Unable(f"ended without {key}. {error}".strip())
            if self.first_s is None and b"bench " in self.pending + part:
                self.first_s = time.perf_counter() - self.started
            self.take(part)
        return self.values[key]

    def take(self, part):
        *lines, self.pending = (self.pending + part).split(b"\n")
        for line in lines:
            words = line.decode(errors="replace").split()
            if len(words) == 3 and words[0] == "bench":
                self.values[words[1]] = float(words[2])

    def end(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.process.stdout.close()
        self.process.stderr.close()


def cpu_s(pid):
    """Time on a processor of all threads, to the nanosecond (the ticks of stat are 10 ms)."""
    total_ns = 0
    for thread in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{thread}/schedstat", encoding="ascii") as file:
            total_ns += int(file.read().split()[0])
    return total_ns / 1e9


def wakes(pid):
    """Voluntary context switches of all threads."""
    total = 0
    for thread in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{thread}/status", encoding="ascii") as file:
            for line in file:
                if line.startswith("voluntary_ctxt_switches"):
                    total += int(line.split()[1])
    return total


def pss_mb(pid):
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
        for line in file:
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    raise Unable("has no Pss line")


def measure_start(command, _xvfb, display):
    run = Run(command, display)
    try:
        cpu_us = run.wait_for("first_content_cpu_us")
        return {"start_ms": run.first_s * 1000, "start_cpu_ms": cpu_us / 1000}
    finally:
        run.end()


def measure_idle(command, _xvfb, display):
    run = Run(command, display)
    try:
        run.wait_for("ready")
        pid = run.process.pid
        time.sleep(1)
        wakes_before, cpu_before = wakes(pid), cpu_s(pid)
        time.sleep(IDLE_S)
        return {"wakes_per_s": (wakes(pid) - wakes_before) / IDLE_S,
                "idle_cpu_percent": (cpu_s(pid) - cpu_before) / IDLE_S * 100,
                "pss_mb": pss_mb(pid)}
    finally:
        run.end()


def measure_highlight(command, xvfb, display):
    run = Run(command, display)
    try:
        run.wait_for("ready")
        pid, began = run.process.pid, time.perf_counter()
        before = cpu_s(pid) + cpu_s(xvfb)
        time.sleep(4)
        spent = cpu_s(pid) + cpu_s(xvfb) - before
        return {"highlight_cpu_percent": spent / (time.perf_counter() - began) * 100}
    finally:
        run.end()


def measure_ambient(command, xvfb, display):
    values = measure_highlight(command, xvfb, display)
    return {"ambient_cpu_percent": values["highlight_cpu_percent"]}


def measure_transition(command, _xvfb, display):
    """Only the game's is told; of the bare card any value stands for "nothing to compare"."""
    run = Run(command, display)
    try:
        if "--bench" not in command:
            return {"transition_p99_us": 0.0}
        return {"transition_p99_us": run.wait_for("transition_p99_us")}
    finally:
        run.end()


def measure_value(key):
    def measure(command, _xvfb, display):
        run = Run(command, display)
        try:
            return {key: run.wait_for(key)}
        finally:
            run.end()
    return measure


MODES = {"start": (measure_start, 1.0), "idle": (measure_idle, 0.25),
         "highlight": (measure_highlight, 0.4), "ambient": (measure_ambient, 0.4),
         "frame": (measure_value("frame_us"), 0.7),
         "press": (measure_value("press_us"), 0.7),
         "transition": (measure_transition, 0.25)}

# What the bare card does meanwhile, where that has another name.
BARE_MODES = {"ambient": "highlight", "transition": "press"}

# key: words, digits, must (ratio), must (absolute)
ROWS = {"start_ms": ("exec to first content, ms", 1, 2.0, None),
        "start_cpu_ms": ("CPU to first content, ms", 1, 2.0, None),
        "wakes_per_s": ("idle, wakes a second", 1, None, 1.0),
        "idle_cpu_percent": ("idle, CPU %", 2, None, 0.1),
        "highlight_cpu_percent": ("highlight at 60 Hz, CPU % with X", 1, 2.0, None),
        "ambient_cpu_percent": ("home moving by itself, CPU % with X", 1, 6.0, None),
        "pss_mb": ("memory (PSS), MB", 1, None, 48.0),
        "frame_us": ("a full frame, µs", 0, 2.0, None),
        "press_us": ("press to pixels, µs", 0, None, 2000.0),
        "transition_p99_us": ("a change's frame, 99th %, µs", 0, None, 16000.0)}


def spread(values, digits):
    quarter = sorted(values)
    low, high = quarter[len(quarter) // 4], quarter[-1 - len(quarter) // 4]
    return f"{statistics.median(values):.{digits}f} ({low:.{digits}f} to {high:.{digits}f})"


def place_window(data, is_large):
    """Where the game finds its window's place of the last time."""
    path = os.path.join(data, "window")
    if is_large:
        with open(path, "w", encoding="ascii") as file:
            file.write("0 0 1920 1080")
    elif os.path.exists(path):
        os.remove(path)


def run_modes(options, xvfb, display):
    """{key: [(bare, game), ...]}, in pairs of neighbouring runs; and what could not be run."""
    pairs, unable = {}, []
    for mode in options.only:
        measure, share = MODES[mode]
        bare = [options.bare, options.font, BARE_MODES.get(mode, mode)]
        game = [options.game, "--data-dir", options.data, "--windowed", "--bench", mode]
        place_window(options.data, mode == "transition")
        try:
            for number in range(max(3, round(options.passes * share)) + 1):
                values = measure(bare, xvfb, display), measure(game, xvfb, display)
                if number == 0:
                    continue  # warms the file cache
                for key in values[0]:
                    pairs.setdefault(key, []).append((values[0][key], values[1][key]))
        except Unable as problem:
            unable.append(f"{mode}: {problem}")
    return pairs, unable


def print_table(pairs):
    print(f"{'':36}{'bare card':>24}{'the game':>26}{'ratio':>22}   must")
    for key, (words, digits, ratio, limit) in ROWS.items():
        if key not in pairs:
            continue
        bare, game = zip(*pairs[key])
        ratios = [g / b for b, g in pairs[key] if b > 0]
        value = statistics.median(game)
        is_met = statistics.median(ratios) <= ratio if ratio else value <= limit
        must = f"{ratio}x" if ratio else f"{limit:g}"
        shown = spread(ratios, 2) if ratios else "-"
        print(f"{words:36}{spread(bare, digits):>24}{spread(game, digits):>26}{shown:>22}"
              f"   {must} {'met' if is_met else 'MISSED'}  ({len(bare)} passes)")


def prepare_data(options):
    """An every-day start needs a couple who have played: two evenings of the demo, if it can."""
    options.data = os.path.join(options.scratch, "couple")
    shutil.rmtree(options.data, ignore_errors=True)
    pictures = os.path.join(options.scratch, "pictures")
    shutil.rmtree(pictures, ignore_errors=True)
    done = subprocess.run([options.game, "--demo=2", "--out", pictures],
                          capture_output=True, text=True, check=False)
    if done.returncode == 0:
        shutil.copytree(os.path.join(pictures, "data"), options.data)
    else:
        os.makedirs(options.data)
        print("The demo could not be played, so this measures a first start: "
              + done.stderr.strip(), file=sys.stderr)


def main():
    parser = argparse.ArgumentParser()
    for name in ("game", "bare", "font", "scratch"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--passes", type=int, default=12)
    parser.add_argument("--only", type=lambda text: text.split(","), default=list(MODES))
    options = parser.parse_args()
    prepare_data(options)
    read_end, write_end = os.pipe()
    xvfb = subprocess.Popen(["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1920x1080x24",
                             "-nolisten", "tcp"], pass_fds=[write_end], stderr=subprocess.DEVNULL)
    os.close(write_end)
    try:
        display = ":" + os.read(read_end, 16).decode().strip()
        pairs, unable = run_modes(options, xvfb.pid, display)
    finally:
        xvfb.terminate()
        xvfb.wait()
    print_table(pairs)
    for line in unable:
        print("not measured: " + line)
    return 1 if unable else 0


if __name__ == "__main__":
    sys.exit(main())
