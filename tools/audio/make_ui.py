# SPDX-License-Identifier: MIT
"""Synthesises the five sounds of the interface with the standard library: bars of vibraphone and
wood from sine partials, stone knocks from inharmonic modes and a tick of noise.

Usage: make_ui.py OUT_DIR      writes select confirm stone_laid wall_stone lantern_lit as .wav"""
import math
import os
import random
import struct
import sys
import wave

RATE = 48000
VIBRAPHONE = ((1, 1), (4, .22), (10, .04))      # partial, strength
WOOD = ((1, 1), (2, .18), (3, .06))
PLAIN = ((1, 1),)
# Pitch, strength, length.
STONE_MODES = ((1, 1, 1), (1.71, .55, .7), (2.43, .38, .5), (3.9, .2, .3))
D5, FSHARP5, A5, D6 = 587.3, 740, 880, 1174.7
NOISE = random.Random(5)


def silence(seconds):
    return [0.0] * int(seconds * RATE)


def tone(sound, at, pitch, strength, decay, partials=PLAIN):
    start = int(at * RATE)
    for i in range(start, len(sound)):
        age = (i - start) / RATE
        if age > decay * 7:
            break
        envelope = min(1, age / .003) * math.exp(-age / decay)
        for partial, share in partials:
            fade = envelope ** (1 + .35 * (partial - 1))
            sound[i] += strength * share * fade * math.sin(6.28318 * pitch * partial * age)


def knock(sound, at, pitch, strength, decay, brightness):
    for ratio, share, length in STONE_MODES:
        tone(sound, at, pitch * ratio, strength * share, decay * length)
    start, level = int(at * RATE), 0
    for i in range(int(.03 * RATE)):
        level += brightness * (NOISE.uniform(-1, 1) - level)
        sound[start + i] += strength * .8 * level * math.exp(-i / (.006 * RATE))


def flame(sound):
    """The soft 'fff' of a flame catching."""
    level, count = 0, int(.22 * RATE)
    for i in range(count):
        level += .08 * (NOISE.uniform(-1, 1) - level)
        sound[i] += 1.1 * level * math.sin(math.pi * i / count) ** 2


def save(folder, name, sound):
    fade = int(.012 * RATE)
    for i in range(fade):
        sound[-1 - i] *= i / fade
    for i in range(48):
        sound[i] *= i / 48
    gain = .7 / max(abs(value) for value in sound)
    with wave.open(os.path.join(folder, name + '.wav'), 'wb') as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(b''.join(struct.pack('<h', int(v * gain * 32767)) for v in sound))


def main():
    folder = sys.argv[1]
    select = silence(.16)
    tone(select, 0, D5, .6, .035, WOOD)
    tone(select, 0, D6, .12, .02)
    save(folder, 'select', select)
    confirm = silence(.5)
    tone(confirm, 0, D5, .5, .09, VIBRAPHONE)
    tone(confirm, .075, A5, .6, .13, VIBRAPHONE)
    save(folder, 'confirm', confirm)
    laid = silence(.95)
    knock(laid, 0, 310, .9, .055, .35)
    knock(laid, .07, 360, .32, .03, .3)
    tone(laid, .10, D5, .30, .16, VIBRAPHONE)
    tone(laid, .18, FSHARP5, .26, .2, VIBRAPHONE)
    save(folder, 'stone_laid', laid)
    wall = silence(.6)
    knock(wall, 0, 138, 1, .085, .12)
    knock(wall, .055, 120, .45, .06, .1)
    save(folder, 'wall_stone', wall)
    lantern = silence(1.5)
    for step, note in enumerate((D5, FSHARP5, A5, D6)):
        tone(lantern, .12 + step * .09, note, .42 - .05 * step, .30, VIBRAPHONE)
    flame(lantern)
    save(folder, 'lantern_lit', lantern)


if __name__ == '__main__':
    main()
