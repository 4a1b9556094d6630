#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds the streak's command against the reference, and against properties, over generated lives.

check_streak.py PROGRAM [COUNT [SEED]]: COUNT lives, 3000 unless told; a seed tells them again.
"""
import collections
import copy
import random
import subprocess
import sys
from datetime import date, timedelta

from streak_reference import Case, HALF_DAY, Play, Repair, date_of, days, numbers

DAY = 86400
# Real offsets: half hours, Kathmandu, Lord Howe, Chatham, both sides of the date line.
OFFSETS = [-43200, -39600, -36000, -18000, -12600, 0, 3600, 7200, 19800, 20700, 37800, 39600,
           45900, 50400]
BEGINNINGS = [1325116800, 1709078400, 1711843200, 1729382400, 1750000000, 0, 951696000]
SEEN_FROM, SEEN_DAYS = -10, 60


class Life:
    """A couple that plays most evenings, travels, and owns clocks that can't be relied on."""

    def __init__(self, rng):
        self.rng = rng
        self.case = Case()
        self.case.rollover = rng.choice([4, 4, 4, 0, 11, rng.randint(0, 11)])
        self.case.need = rng.choice(["any", "both", "hold", "hold"])
        self.case.rest = rng.choice([(1, 7, 3), (0, 0, 0), (2, 3, 2), (1, 1, 7), (5, 2, 3),
                                     (rng.randint(0, 3), rng.randint(0, 5), rng.randint(0, 4))])
        self.begin = rng.choice(BEGINNINGS)
        self.devices = rng.choice([["d"], ["d"], ["d", "e"], ["d", "e", "f"]])
        self.offset = rng.choice(OFFSETS)
        self.drift = {device: 0 for device in self.devices}
        self.wild = rng.random() < 0.6
        self.coarse = rng.random() < 0.3  # whole hours only: many ties

    def instant(self, day):
        seconds = self.rng.choice([self.rng.randint(0, DAY - 1), self.rng.randint(68000, 80000)])
        if self.coarse:
            seconds = seconds // 43200 * 43200
        return self.begin + day * DAY + seconds - (0 if self.coarse else self.offset)

    def shake(self, device):
        """A clock steps a little, leaps, loses its battery, or is set right."""
        rng, kind = self.rng, self.rng.random()
        if not self.wild or kind > 0.15:
            return
        self.drift[device] = rng.choice(
            [0, 0, 14 * HALF_DAY, rng.randint(-HALF_DAY, HALF_DAY), HALF_DAY, -HALF_DAY,
             HALF_DAY + 1, -HALF_DAY - 1, rng.randint(-9, 9) * DAY, rng.randint(-400, 400) * DAY,
             -self.begin])

    def live(self):
        rng = self.rng
        day = 0
        rate = rng.choice([0.5, 0.8, 0.95])
        for _ in range(rng.randint(0, rng.choice([4, 9, 14, 30]))):
            day += 1 if rng.random() < rate else rng.randint(0, 5)
            if rng.random() < 0.15:
                self.offset = rng.choice(OFFSETS)
            for _ in range(rng.choice([1, 1, 1, 2])):
                self.play(day)
            if rng.random() < 0.1:
                self.repair(day)
            if rng.random() < 0.05:
                self.pause(day)
        self.look(day)
        return self.case

    def play(self, day):
        device = self.rng.choice(self.devices)
        self.shake(device)
        who = self.rng.choice(["AB", "AB", "AB", "A", "B"])
        rollover = self.case.rollover if self.rng.random() < 0.9 else self.rng.randint(0, 11)
        plays = self.case.plays
        name = f"p{len(plays)}"
        if plays and self.rng.random() < 0.04:  # imported twice
            plays.append(self.rng.choice(plays))
            return
        utc = self.instant(day) + self.drift[device]
        if plays and self.wild and self.rng.random() < 0.05:  # a tie to the second
            utc = self.rng.choice(plays[-3:]).utc
        plays.append(Play(name, device, utc, self.offset, who, rollover))

    def repair(self, day):
        device = self.rng.choice(self.devices)
        utc = self.instant(day) + self.drift[device]
        own = date_of(utc, self.offset, self.case.rollover)
        repairs = self.case.repairs
        repairs.append(Repair(f"r{len(repairs)}", device, utc, self.offset, self.case.rollover,
                              own - self.rng.randint(0, 8)))
        if self.rng.random() < 0.1:
            repairs.append(repairs[0])

    def pause(self, day):
        first = self.begin // DAY + day + self.rng.randint(-2, 3)
        self.case.pauses.append((first, first + self.rng.choice([-1, 0, 2, 6, 20])))

    def look(self, day):
        kind = self.rng.random()
        later = self.rng.choice([0, 0, 1, 2, self.rng.randint(0, 12)])
        utc = self.instant(day + later)
        if kind < 0.1:
            utc -= self.rng.randint(1, 20) * HALF_DAY
        elif kind < 0.15:
            utc = self.instant(day) + self.rng.randint(-40, 40) * DAY
        elif kind < 0.2 and self.case.plays:
            utc = self.rng.choice(self.case.plays).utc - HALF_DAY + self.rng.choice([-1, 0, 1])
        self.case.now = (utc, self.offset)


def run(program, cases, *arguments):
    text = "".join("\n".join(case.lines()) + "\n" for case in cases)
    done = subprocess.run([program, "--pauses", *arguments], input=text, text=True,
                          capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{program} ended with {done.returncode}: {done.stderr}")
    return done.stdout.splitlines()


def compare(name, cases, told, expected):
    if len(told) != len(cases):
        sys.exit(f"{name}: {len(cases)} cases, {len(told)} answers")
    for i, (case, line, right) in enumerate(zip(cases, told, expected)):
        if line != right:
            print("\n".join(case.lines()))
            sys.exit(f"{name}, case {i}: expected {right!r}, told {line!r}")


def against_reference(program, cases):
    told = run(program, cases)
    compare("numbers", cases, told, [numbers(case) for case in cases])
    by_begin = {}
    for case in cases:
        by_begin.setdefault(case.begin, []).append(case)
    for begin, some in by_begin.items():
        first = begin // DAY + SEEN_FROM
        name = (date(1970, 1, 1) + timedelta(days=first)).isoformat()
        told_days = run(program, some, "--days", name, str(SEEN_DAYS))
        compare("days", some, told_days, [days(case, first, SEEN_DAYS) for case in some])
        rest_days_save(some, told_days)
    return told


def rest_days_save(cases, rows):
    """No rest day lies in a gap that broke the streak all the same."""
    for case, row in zip(cases, rows):
        for gap in row.replace("today", "done").split("done"):
            if "rest" in gap and "quiet" in gap:
                print("\n".join(case.lines()))
                sys.exit(f"a rest day was spent, and nothing saved: {row}")


def current(line):
    return int(line.split()[0])


def shuffled_copy(case, rng):
    """The same log put together another way: each device's order kept."""
    queues = {}
    for play in case.plays:
        queues.setdefault(play.device, []).append(play)
    other = copy.deepcopy(case)
    other.plays = []
    while queues:
        device = rng.choice(sorted(queues))
        other.plays.append(queues[device].pop(0))
        if not queues[device]:
            del queues[device]
    return other


def is_calm(case):
    """Every clock right, so that nothing is filed and nothing ties."""
    last = {}
    for play in case.plays:
        if play.utc <= last.get(play.device, play.utc - 1) or play.utc > case.now[0]:
            return False
        last[play.device] = play.utc
    instants = [play.utc for play in case.plays]
    return len(set(instants)) == len(instants)


def properties(program, cases, told, rng):
    """What must hold whatever the rules say in detail."""
    twice, again, calm, calm_told, with_today, today_told = [], [], [], [], [], []
    for case, line in zip(cases, told):
        double = copy.deepcopy(case)
        double.plays += case.plays
        double.repairs += case.repairs
        twice.append(double)
        again.append(line)
        if not is_calm(case):
            continue
        calm.append(shuffled_copy(case, rng))
        calm_told.append(line)
        played = copy.deepcopy(case)
        played.plays.append(Play("today", case.plays[-1].device if case.plays else "d",
                                 *case.now, "AB", case.rollover))
        with_today.append(played)
        today_told.append(line)
    compare("imported twice", twice, run(program, twice), again)
    compare("put together another way", calm, run(program, calm), calm_told)
    for case, line, before in zip(with_today, run(program, with_today), today_told):
        if current(line) < current(before):
            print("\n".join(case.lines()))
            sys.exit(f"playing today shortened {before!r} to {line!r}")
    extra_plays(program, cases, rng)
    return {"double import changes nothing": len(twice),
            "order between devices changes nothing (right clocks)": len(calm),
            "playing today never shortens (right clocks)": len(with_today),
            "an extra play never shortens (no rest days)": len(cases)}


def extra_plays(program, cases, rng):
    """At home, with right clocks and no rest days, one more play anywhere never shortens."""
    plain = []
    for case in cases:
        one = copy.deepcopy(case)
        one.rest = (0, 0, 0)
        one.repairs = []
        one.plays = [play._replace(offset=3600, rollover=4) for play in once_sorted(case)]
        one.rollover, one.now = 4, (max(case.now[0], *(p.utc for p in one.plays), 0), 3600)
        plain.append(one)
    more = copy.deepcopy(plain)
    for case in more:
        low = min((play.utc for play in case.plays), default=case.now[0])
        utc = rng.randint(max(low, case.now[0] - 30 * DAY), case.now[0])
        case.plays.append(Play("more", "another", utc, 3600, rng.choice(["A", "B", "AB"]), 4))
    for case, before, after in zip(more, run(program, plain), run(program, more)):
        if current(after) < current(before) or int(after.split()[1]) < int(before.split()[1]):
            print("\n".join(case.lines()))
            sys.exit(f"one more play shortened {before!r} to {after!r}")


def once_sorted(case):
    unique = {play.id: play for play in case.plays}
    return sorted(unique.values(), key=lambda play: play.utc)


def main():
    program = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 3000
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 20111230)
    points = collections.Counter()
    done = 0
    while done < count:
        cases = []
        for _ in range(min(2000, count - done)):
            life = Life(rng)
            case = life.live()
            case.begin = life.begin
            cases.append(case)
        told = against_reference(program, cases)
        points["agrees with the reference"] += len(cases)
        points["a rest day is spent only where it saves"] += len(cases)
        points.update(properties(program, cases, told, rng))
        done += len(cases)
    for name, count in points.items():  # the first that fails ends the run
        print(f"table: streak: {name} | {count} | 0 | 0 | 0")


if __name__ == "__main__":
    main()
