# SPDX-License-Identifier: MIT
"""The game in a real window under Xvfb, with real keys. No test waits a fixed time: it reads the
lines that --tell prints, and the display's own answers."""
import os
import re
import resource
import select
import shutil
import signal
import subprocess
import tempfile
import time

PATIENCE_S = 60


class Display:
    """One Xvfb on a free number."""

    def __enter__(self):
        read_end, write_end = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1280x720x24",
             "-nolisten", "tcp"],
            pass_fds=[write_end], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write_end)
        with os.fdopen(read_end) as numbers:
            ready, _, _ = select.select([numbers], [], [], PATIENCE_S)
            number = numbers.readline().strip() if ready else ""
        if not number:
            raise SystemExit("Xvfb did not start")
        self.name = f":{number}"
        return self

    def __exit__(self, *unused):
        self.process.terminate()
        self.process.wait()


def fill_disk(file_bytes):
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (file_bytes, file_bytes))


class Game:
    """One start of the program."""

    def __init__(self, program, display, data, *options, file_bytes=None):
        """With `file_bytes` the disk is full for whatever would make a file longer than that."""
        self.environment = dict(os.environ, DISPLAY=display.name, SDL_AUDIODRIVER="dummy",
                                XDG_RUNTIME_DIR=tempfile.gettempdir())
        self.environment.pop("WAYLAND_DISPLAY", None)
        self.environment.pop("SDL_VIDEODRIVER", None)
        self.process = subprocess.Popen(
            [program, "--tell", "--data-dir", data, "--windowed", *options],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment,
            preexec_fn=None if file_bytes is None else lambda: fill_disk(file_bytes))
        self.buffer = b""
        self.log = []
        self.cursor = 0
        self.asked = False

    def _read(self):
        ready, _, _ = select.select([self.process.stdout], [], [], PATIENCE_S)
        part = os.read(self.process.stdout.fileno(), 65536) if ready else b""
        if not part:
            error = self.process.stderr.read().decode() if self.process.poll() is not None else ""
            raise SystemExit("\n".join(self.log[-12:]) + f"\nthe game said nothing more\n{error}")
        self.buffer += part
        *lines, self.buffer = self.buffer.split(b"\n")
        self.log += [line.decode() for line in lines]

    def until(self, pattern):
        """The first line from here on that matches."""
        while True:
            while self.cursor < len(self.log):
                line = self.log[self.cursor]
                self.cursor += 1
                found = re.search(pattern, line)
                if found:
                    return found
            self._read()

    def drain(self):
        """Takes in what is being said now, to the end of the burst."""
        while select.select([self.process.stdout], [], [], 0.3)[0]:
            self._read()
        self.cursor = len(self.log)

    def state(self):
        """Screen and phase as told last."""
        found = re.search(r"screen (\S+) phase (\S+)", self.log[-1])
        return found.group(1), found.group(2)

    def error_line(self):
        """The next line on the error output, "" if none comes."""
        ready, _, _ = select.select([self.process.stderr], [], [], PATIENCE_S)
        return self.process.stderr.readline().decode().strip() if ready else ""

    def focus(self):
        """Gives the window the keyboard, and makes sure that keys arrive: Esc opens the pause, and
        once more closes it."""
        ask = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "Tiny Bridges",
               "windowfocus", "--sync"]
        until = time.monotonic() + PATIENCE_S
        while not self.said("event back", 2):
            if time.monotonic() > until:
                raise SystemExit("the window never took a key")
            done = subprocess.run(ask, env=self.environment, check=False, timeout=PATIENCE_S,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            if done.returncode == 0:
                self.key("Escape")
        self.key("Escape")
        self.until("event back")

    def said(self, pattern, seconds):
        """Whether such a line comes from here on within so many seconds; it is passed over then."""
        until = time.monotonic() + seconds if self.asked else 0
        self.asked = True
        while True:
            for at in range(self.cursor, len(self.log)):
                if re.search(pattern, self.log[at]):
                    self.cursor = at + 1
                    return True
            left = until - time.monotonic()
            if left <= 0 or not select.select([self.process.stdout], [], [], left)[0]:
                return False
            self._read()

    def key(self, *names):
        subprocess.run(["xdotool", "key", "--delay", "20", *names], env=self.environment,
                       check=True, timeout=PATIENCE_S)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise SystemExit("the game did not end when asked to")


class Folder:
    def __enter__(self):
        self.path = tempfile.mkdtemp(prefix="tiny bridges é ")
        return self.path

    def __exit__(self, *unused):
        shutil.rmtree(self.path, ignore_errors=True)

