# SPDX-License-Identifier: MIT
"""A workshop’s two windows are closed as a desktop closes them, by asking: the desk goes alone, and
D brings it back; the wall asks first, and goes the second time. close.py PROGRAM"""
import ctypes
import subprocess
import sys

from trouble import expect
from window import Display, Folder, Game, PATIENCE_S

NOW = ["--now", "2026-10-05T19:10+02:00", "--seed", "7", "--room", "127.0.0.1:0", "--desk"]
WALL, DESK = "^Tiny Bridges$", "desk$"
CLIENT_MESSAGE = 33


class ClientMessage(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int),
                ("display", ctypes.c_void_p), ("window", ctypes.c_ulong),
                ("message_type", ctypes.c_ulong), ("format", ctypes.c_int),
                ("data", ctypes.c_long * 5), ("rest", ctypes.c_long * 24)]


def windows(game, name):
    """Those of that name, as the display counts them."""
    found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", name], text=True,
                           env=game.environment, check=False, stdout=subprocess.PIPE,
                           stderr=subprocess.DEVNULL, timeout=PATIENCE_S)
    return [int(line) for line in found.stdout.split()]


def close(game, display, name):
    """What a window manager sends when its cross is clicked (ICCCM 4.2.8.1)."""
    [window] = windows(game, name)
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XInternAtom.restype = ctypes.c_ulong
    there = ctypes.c_void_p(x11.XOpenDisplay(display.name.encode()))
    atom = [x11.XInternAtom(there, text, 0) for text in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW")]
    message = ClientMessage(type=CLIENT_MESSAGE, window=window, message_type=atom[0], format=32)
    message.data[0] = atom[1]
    x11.XSendEvent(there, ctypes.c_ulong(window), 0, ctypes.c_long(0), ctypes.byref(message))
    x11.XCloseDisplay(there)


def open_room(game):
    game.until("event start")
    game.focus()
    game.key("Escape")
    game.drain()
    game.key(*["Down"] * 5, "Return")  # the last line of the pause
    game.until("screen workshop")
    game.key("Return")  # the first plan
    game.until(r"room \S+ code")
    game.drain()


def main():
    program = sys.argv[1]
    with Display() as display, Folder() as folder:
        game = Game(program, display, folder, *NOW)
        open_room(game)
        close(game, display, DESK)
        game.until("event lead")
        game.drain()
        expect(len(windows(game, DESK)) == 0, "the desk stays although it was closed")
        expect(len(windows(game, WALL)) == 1, "the wall went with the desk")
        [wall] = windows(game, WALL)
        subprocess.run(["xdotool", "windowfocus", "--sync", str(wall)], env=game.environment,
                       check=False, timeout=PATIENCE_S)
        game.key("d")
        game.until("event lead")
        game.drain()
        expect(len(windows(game, DESK)) == 1, "D brought no desk back")
        close(game, display, WALL)
        game.until("event open screen workshop")
        expect(len(windows(game, WALL)) == 1, "the wall went without asking")
        close(game, display, WALL)
        game.until("event leave screen workshop")
        game.process.wait(PATIENCE_S)


main()
