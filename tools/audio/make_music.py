# SPDX-License-Identifier: MIT
"""Writes "Stepping Stones" as a MIDI file with the standard library only.

84 bpm, 4/4, 16 bars = 45.7 s, D major.  Soft piano sings, vibraphone answers, nylon guitar walks
like water under a warm pad and an upright bass; no drums.  One borrowed chord (G minor 6, bar 8) is
the small wall in the road.  make_audio.sh renders the loop three times in a row and cuts out the
middle pass, so the tails of notes and reverb wrap round the seam.

Usage: make_music.py OUT.mid [LOOPS]"""
import random
import struct
import sys

TICKS_PER_BEAT, BPM, BARS = 480, 84, 16
PIANO, GUITAR, PAD, VIBRAPHONE, BASS = range(5)
PROGRAM, VOLUME = (0, 24, 89, 11, 32), (92, 70, 52, 60, 78)
PANNING, REVERB = (58, 84, 64, 40, 64), (60, 50, 80, 90, 25)
SEMITONES = {'C': 0, 'D': 2, 'E': 4, 'F': 5, 'G': 7, 'A': 9, 'B': 11}

# One a bar: bass, voicing.
CHORDS = [
    ('D2', 'A3 D4 F#4 E4'), ('B1', 'A3 D4 F#4 C#4'), ('G2', 'B3 D4 F#4 A4'),
    ('A1', 'A3 C#4 E4 D4'), ('D2', 'A3 D4 F#4 E4'), ('F#2', 'A3 C#4 E4 F#4'),
    ('G2', 'B3 D4 F#4 A4'), ('G2', 'Bb3 D4 G4 E4'),
    ('B1', 'A3 D4 F#4 C#4'), ('E2', 'B3 D4 G4 F#4'), ('G2', 'B3 D4 F#4 C#4'), ('A1', 'A3 D4 E4 G4'),
    ('D2', 'A3 D4 F#4 E4'), ('G2', 'B3 D4 E4 A4'), ('E2', 'B3 D4 G4 F#4'), ('A1', 'A3 C#4 E4 G4')]
# Bar, beat, note, beats: sung by the piano, answered by the vibraphone.
MELODY = [
    (0, 1, 'F#5', 1.5), (0, 2.5, 'E5', .5), (0, 3, 'D5', 1), (1, 1, 'F#5', 1.5),
    (1, 2.5, 'A5', 1.5),
    (2, 1, 'B5', 1), (2, 2, 'A5', .5), (2, 2.5, 'F#5', 1.5), (3, .5, 'E5', .5), (3, 1, 'E5', 2.5),
    (4, 1, 'F#5', 1.5), (4, 2.5, 'E5', .5), (4, 3, 'D5', 1), (5, 1, 'C#5', 1), (5, 2, 'E5', 1),
    (5, 3, 'A5', 1), (6, 0, 'B5', 1.5), (6, 1.5, 'A5', .5), (6, 2, 'F#5', 2), (7, 1, 'G5', 1),
    (7, 2, 'E5', 2), (8, 1, 'D5', .5), (8, 1.5, 'E5', .5), (8, 2, 'F#5', 2), (9, 1, 'G5', .5),
    (9, 1.5, 'F#5', .5), (9, 2, 'E5', 2), (10, 0, 'D5', 1), (10, 1, 'F#5', 1), (10, 2, 'C#6', 2),
    (11, 0, 'B5', 1), (11, 1, 'A5', 3), (12, 1, 'F#5', 1.5), (12, 2.5, 'E5', .5), (12, 3, 'D5', 1),
    (13, 1, 'E5', 1), (13, 2, 'D5', .5), (13, 2.5, 'B4', 1.5), (14, 1, 'D5', .5),
    (14, 1.5, 'E5', .5), (14, 2, 'G5', 2), (15, 0, 'F#5', 1), (15, 1, 'E5', 2.5)]
ANSWERS = [
    (1, 0, 'D6', 1), (3, 2, 'C#6', 1), (3, 3, 'E6', 1), (5, 0, 'A5', 1), (7, 3, 'Bb5', 1),
    (9, 0, 'B5', 1), (11, 3, 'E6', 1), (13, 0, 'D6', 1), (13, 3.5, 'A5', .5), (15, 3, 'C#6', 1)]
SOFT_BARS, BRIGHT_BARS = (0, 1, 12, 13), (10, 11)
GUITAR_ORDER = (0, 1, 2, 3, 2, 1, 3, 2)


def pitch(name):
    """'F#5' as a MIDI key."""
    key, i = SEMITONES[name[0]], 1
    while name[i] in '#b':
        key += 1 if name[i] == '#' else -1
        i += 1
    return 12 * (int(name[i:]) + 1) + key


class Score:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.events = []
        for channel in range(5):
            self.events.append([(0, bytes([0xC0 | channel, PROGRAM[channel]]))] + [
                (0, bytes([0xB0 | channel, control, value[channel]]))
                for control, value in ((7, VOLUME), (10, PANNING), (91, REVERB))]
                + [(0, bytes([0xB0 | channel, 93, 20]))])

    def note(self, channel, beat, key, beats, velocity):
        """A note a hair early or late, a little louder or softer: a person plays."""
        nudge = self.rng.randint(-7, 7) if beat > 10 else 0
        start = max(0, int(beat * TICKS_PER_BEAT) + nudge)
        loudness = max(1, min(127, velocity + self.rng.randint(-4, 4)))
        self.events[channel].append((start, bytes([0x90 | channel, key, loudness])))
        end = start + int(beats * TICKS_PER_BEAT) - 12
        self.events[channel].append((end, bytes([0x80 | channel, key, 0])))

    def bar(self, base, number, bass, voicing):
        beat, soft = base + number * 4, -8 if number in SOFT_BARS else 0
        keys = [pitch(name) for name in voicing.split()]
        low = pitch(bass) + 12
        self.note(BASS, beat, low, 2.4, 62 + soft)
        self.note(BASS, beat + 2.5, low + (7 if number % 2 else 0), 1.2, 48 + soft)
        for step, string in enumerate(GUITAR_ORDER):
            late = self.rng.uniform(0, .015)
            loudness = (58 if step % 4 == 0 else 46) + soft + self.rng.randint(-3, 3)
            self.note(GUITAR, beat + step * .5 + late, keys[string], 1.1, loudness)
        for key in keys[:3]:
            self.note(PAD, beat, key, 3.95, 40 + soft)

    def loop(self, base):
        for number, (bass, voicing) in enumerate(CHORDS):
            self.bar(base, number, bass, voicing)
        for bar, beat, name, beats in MELODY:
            bright = 6 if bar in BRIGHT_BARS else 0
            self.note(PIANO, base + bar * 4 + beat, pitch(name), beats * .98, 66 + bright)
        for bar in (2, 6, 10, 14):
            self.note(PIANO, base + bar * 4, pitch(CHORDS[bar][1].split()[0]), 3.5, 40)
        for bar, beat, name, beats in ANSWERS:
            self.note(VIBRAPHONE, base + bar * 4 + beat, pitch(name), beats * 1.4, 50)


def variable_length(value):
    out = [value & 127]
    value >>= 7
    while value:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes(reversed(out))


def track(events, head=b''):
    data, last = head, 0
    for tick, message in sorted(events, key=lambda e: (e[0], e[1][0] & 0xF0 == 0x90)):
        data += variable_length(tick - last) + message
        last = tick
    data += b'\x00\xff\x2f\x00'
    return b'MTrk' + struct.pack('>I', len(data)) + data


def main():
    loops = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    score = Score(seed=12)
    for number in range(loops):
        score.loop(number * BARS * 4)
    tempo = int(60_000_000 / BPM).to_bytes(3, 'big')
    head = b'\x00\xff\x51\x03' + tempo + b'\x00\xff\x58\x04\x04\x02\x18\x08'
    tracks = [track([], head)] + [track(events) for events in score.events]
    with open(sys.argv[1], 'wb') as file:
        file.write(b'MThd' + struct.pack('>IHHH', 6, 1, len(tracks), TICKS_PER_BEAT))
        file.write(b''.join(tracks))


if __name__ == '__main__':
    main()
