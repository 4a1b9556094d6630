#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The streak's rules once more, slowly and naively, straight from the text of STREAK.md.

Shares nothing with src/core/streak*.c but the text, and tries every run where that one sorts piles.
As a program it answers the cases of `tools/streak` on standard input.
"""
import itertools
import sys
from collections import namedtuple
from datetime import date

HALF_DAY = 12 * 3600
EPOCH = date(1970, 1, 1).toordinal()

Play = namedtuple("Play", "id device utc offset who rollover")
Repair = namedtuple("Repair", "id device utc offset rollover named")
Now = namedtuple("Now", "utc offset rollover")
Filed = namedtuple("Filed", "order utc offset rollover who")


class Case:
    def __init__(self):
        self.rollover, self.need, self.rest = 4, "hold", (1, 7, 3)  # R13
        self.plays, self.repairs, self.pauses, self.now = [], [], [], None

    def lines(self):
        out = [f"rollover {self.rollover}", f"need {self.need}", "rest %d %d %d" % self.rest]
        out += ["play %s %s %d %d %s %d" % play for play in self.plays]
        for repair in self.repairs:
            named = date.fromordinal(repair.named + EPOCH).isoformat()
            out.append("repair %s %s %d %d %d %s" % (*repair[:5], named))
        for first, last in self.pauses:
            out.append("away %s %s" % tuple(date.fromordinal(day + EPOCH).isoformat()
                                            for day in (first, last)))
        return out + ["now %d %d" % self.now, "end"]


def date_of(utc, offset, rollover):  # R2
    return (utc + offset - rollover * 3600) // 86400


def once(rows):  # R3
    return [row for i, row in enumerate(rows) if row.id not in {r.id for r in rows[:i]}]


def keys_of(rows):  # R10
    keys = []
    for row in rows:
        step_back = keys[-1] - row.utc if keys else 0
        keys.append(keys[-1] if 0 < step_back <= HALF_DAY else row.utc)
    return keys


def best_run(keys, allowed):  # R11
    if len(allowed) <= 9:
        for length in range(len(allowed), 0, -1):
            runs = [run for run in itertools.combinations(allowed, length)
                    if all(keys[a] <= keys[b] for a, b in zip(run, run[1:]))]
            if runs:
                best = max(sum(keys[i] for i in run) for run in runs)
                runs = [run for run in runs if sum(keys[i] for i in run) == best]
                assert len(runs) == 1, "two longest runs with the same sum"
                return set(runs[0])
        return set()
    best = {}
    for i in allowed:
        before = [best[j] for j in best if keys[j] <= keys[i]]
        length, total, run = max(before, default=(0, 0, ()))
        best[i] = (length + 1, total + keys[i], run + (i,))
    return set(max(best.values())[2])


def split(plays, now, distrust_future):
    """The trusted plays, and the groups of strays as (order, partners, low, high, moment)."""
    today = date_of(*now)
    trusted, groups = set(), {}
    for device in {play.device for play in plays}:
        places = [i for i, play in enumerate(plays) if play.device == device]
        rows = [plays[i] for i in places]
        allowed = [i for i, row in enumerate(rows)
                   if not (distrust_future and row.utc > now.utc + HALF_DAY)]
        run = best_run(keys_of(rows), allowed)
        trusted |= {places[i] for i in run}
        for i, row in enumerate(rows):
            if i not in run:
                before = max((j for j in run if j < i), default=None)
                after = min((j for j in run if j > i), default=None)
                stored = date_of(row.utc, row.offset, row.rollover)
                groups.setdefault((device, before, after, stored), []).append(i)
        for key, members in list(groups.items()):
            if key[0] != device:
                continue
            _, before, after, _ = key
            believed = [rows[j] for j in (before, after) if j is not None]
            moment = (believed[0].utc, believed[0].offset, believed[0].rollover) if believed \
                else now
            high = date_of(rows[after].utc, rows[after].offset, rows[after].rollover) \
                if after is not None else today
            low = date_of(rows[before].utc, rows[before].offset, rows[before].rollover) \
                if before is not None else high
            who = set("".join(rows[i].who for i in members))
            groups[key] = (places[members[0]], who, low, high, moment)
    return trusted, sorted(groups.values(), key=lambda group: group[0])


def plays_by_date(plays, now, distrust_future):
    trusted, groups = split(plays, now, distrust_future)
    dates = {}
    for i in sorted(trusted):
        play = plays[i]
        dates.setdefault(date_of(play.utc, play.offset, play.rollover), []).append(
            Filed(i, play.utc, play.offset, play.rollover, set(play.who)))
    for order, who, low, high, moment in groups:
        for day in range(low, high + 1):
            there = set().union(*(entry.who for entry in dates.get(day, [])))
            if who - there:
                dates.setdefault(day, []).append(Filed(order, *moment, who))
                break
    return dates


def accepted_repairs(repairs, done):  # R9
    accepted = []
    for repair in once(repairs):
        own = date_of(repair.utc, repair.offset, repair.rollover)
        if 1 <= own - repair.named <= 7 and repair.named not in done and \
                all(own - earlier >= 30 for earlier, _ in accepted):
            accepted.append((own, repair.named))
    return {named for _, named in accepted}


def by_instant(entries):
    return sorted(entries, key=lambda entry: (entry.utc, entry.order))


def reckon(case, now, distrust_future):
    """current, longest, rest_used, rest_left, today_done, {date: state}, today"""
    plays = once(case.plays)
    dates = plays_by_date(plays, now, distrust_future)
    partners = {day: set().union(*(entry.who for entry in entries))
                for day, entries in dates.items()}
    done = {day for day, who in partners.items() if case.need == "any" or len(who) == 2}
    held = set(partners) - done if case.need == "hold" else set()  # R4
    repaired = accepted_repairs(case.repairs, done)
    excused = {day for first, last in case.pauses for day in range(first, last + 1)}
    today = date_of(*now)
    states = {}

    def missed_between(x, y, first):  # R5
        last = by_instant(dates[x])[-1]
        civil = y - x
        old = max(1, date_of(first.utc, last.offset, last.rollover) - x)
        between = [day for day in held | repaired | excused if x < day < y]
        return max(0, min(civil, old) - 1 - len(between))

    def draw(x, y, missed, saved):
        quiet = [day for day in range(x + 1, y) if day not in held | repaired | excused]
        for rank, day in enumerate(quiet):
            states[day] = ("rest" if saved else "quiet") if rank < missed else "held"

    start, every, cap = case.rest
    hand, used, length, longest = start, 0, 0, 0
    last = None
    for day in sorted(done):
        if last is not None:
            missed = missed_between(last, day, by_instant(dates[day])[0])
            draw(last, day, missed, missed <= hand)
            if missed <= hand:  # R6
                hand, used = hand - missed, used + missed
            else:
                length = 0
        length += 1
        longest = max(longest, length)
        if every and length % every == 0 and hand < cap:  # R7
            hand += 1
        last = day
    if last is not None and last < today:  # R8
        missed = missed_between(last, today, now)
        draw(last, today, missed, missed <= hand)
        if missed <= hand:
            hand, used = hand - missed, used + missed
        else:
            length = 0
    states.update({day: "away" for day in excused})
    states.update({day: "held" for day in held})
    states.update({day: "repaired" for day in repaired})
    states.update({day: "done" for day in done})
    if today not in done:
        states[today] = "away" if today in excused else "today"
    return length, longest, used, hand, int(today in done), states, today


def answer(case):  # R12
    now = Now(*case.now, case.rollover)
    future = [play for play in once(case.plays) if play.utc > now.utc + HALF_DAY]
    first = reckon(case, now, True)
    if not future:
        return first
    latest = max(play.utc for play in future)
    play = [play for play in future if play.utc == latest][-1]
    second = reckon(case, Now(play.utc, play.offset, play.rollover), False)
    return second if second[0] > first[0] else first


def numbers(case):
    return "%d %d %d %d %d" % answer(case)[:5]


def days(case, first, count):
    *_, states, today = answer(case)
    return " ".join(states.get(day, "quiet" if day < today else "future")
                    for day in range(first, first + count))


def read(lines):
    case = Case()
    for line in lines:
        word, *rest = line.split() or [""]
        if word == "rollover":
            case.rollover = int(rest[0])
        elif word == "need":
            case.need = rest[0]
        elif word == "rest":
            case.rest = tuple(map(int, rest))
        elif word == "play":
            case.plays.append(Play(rest[0], rest[1], int(rest[2]), int(rest[3]), rest[4],
                                   int(rest[5])))
        elif word == "repair":
            named = date.fromisoformat(rest[5]).toordinal() - EPOCH
            case.repairs.append(Repair(rest[0], rest[1], *map(int, rest[2:5]), named))
        elif word == "away":
            case.pauses.append(tuple(date.fromisoformat(day).toordinal() - EPOCH for day in rest))
        elif word == "now":
            case.now = tuple(map(int, rest))
        elif word == "end":
            yield case
            case = Case()


if __name__ == "__main__":
    for one in read(sys.stdin):
        print(numbers(one))
