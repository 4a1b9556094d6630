# SPDX-License-Identifier: MIT
"""The part of `tools/deck check` and `stats` that looks at words. Reads the cards that the game's
own loader read (`tb-deck dump`) and prints findings as `file:line:column: severity: what`.

check.py check|stats GRID_DIR WORD_LIST <cards.json"""
import json
import pathlib
import sys

import alike
import balance
import spelling
import tells
import words


class Report:
    def __init__(self):
        self.counts = {"error": 0, "warning": 0}
        self.sources = {}

    def place(self, card, text):
        """Line and column of a text, which may run over several lines; else of its card."""
        path = card["file"]
        if path not in self.sources:
            self.sources[path] = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
        lines = self.sources[path]
        start = text[:24]
        for number in range(card["begins"] - 1, len(lines)):
            if number >= card["begins"] and lines[number].lstrip().startswith("- id:"):
                break
            at = lines[number].find(start)
            if at < 0 and " " in start and number + 1 < len(lines):
                at = lines[number].find(" ".join(start.split()[:2]))
            if at >= 0:
                return number + 1, at + 1
        return card["begins"], 1

    def tell(self, path, line, column, severity, what):
        self.counts[severity] += 1
        print(f"{path}:{line}:{column}: {severity}: {what}")

    def card(self, card, text, severity, what):
        self.tell(card["file"], *self.place(card, text), severity, what)


def check_words(report, cards):
    for card in cards:
        for text, match, mend in words.banned(card):
            report.card(card, text, "error", f"“{match}”: {mend}.")
        for text, match, topic in words.missing_topics(card):
            report.card(card, text, "warning",
                        f"“{match}” touches {topic}; if the card does, add it to “topics”.")
        level, count = words.grade(words.whole_text(card))
        if count >= words.CARD_WORDS_LEAST and level > words.CARD_GRADE_MOST:
            report.card(card, card["id"], "warning",
                        f"Hard to read (grade {level:.0f}): shorter sentences, shorter words.")


def check_reading(report, decks):
    for path, cards in decks.items():
        level, _ = words.grade(" ".join(map(words.whole_text, cards)))
        if level > words.GRADE_MOST:
            report.tell(path, 1, 1, "error", f"The deck reads at grade {level:.1f}; at most "
                        f"{words.GRADE_MOST:g}, so that a 13-year-old follows it.")


def check_spelling(report, cards, word_list):
    texts = [(card, text) for card in cards for _, text in words.texts_of(card)]
    names = {name for card in cards for name in card.get("people", [])}
    strange = spelling.unknown([text for _, text in texts], word_list) - names
    for card, text in texts:
        for word in sorted(strange):
            if spelling.has_word(text, word):
                report.card(card, text, "error", f"“{word}” isn’t in the dictionary: mend it, or "
                            f"add it to {word_list.name} if it’s right.")


def check_whole(report, cards, grid_dir, first):
    for share, earlier, later in alike.pairs(cards):
        report.card(later, later["id"], "error",
                    f"{share:.0%} of it stands in “{earlier['id']}” ({earlier['file']}:"
                    f"{earlier['begins']}) too: choose another situation.")
    for what in balance.complaints(cards):
        report.tell(first, 1, 1, "error", what + ".")
    for path, line, what in balance.grid_findings(grid_dir, cards):
        report.tell(path, line, 1, "error", what + ".")
    measured = tells.measure(cards)
    for name, share, most in zip(("best", "worst"), measured or (),
                                 (tells.BEST_MOST, tells.WORST_MOST)):
        if share > most:
            report.tell(first, 1, 1, "error", f"The {name} answer can be told by its surface in "
                        f"{share:.0%} of the respond cards, and {most:.0%} is the most: vary "
                        "length, questions, feeling words and places of the good and the bad ones.")


def print_scenes(scenes):
    if not scenes:
        return
    print("\nScenes                           seconds  lines  bids  turns away")
    for scene in scenes:
        marks = [line.get("mark") for line in scene["lines"]]
        print(f"  {scene['id']:30} {scene['ms'] / 1000:7.1f} {len(marks):6} {marks.count('bid'):5} "
              f"{marks.count('turn-away'):11}")
    print(f"  without a turn away: {sum(map(balance.has_no_turn_away, scenes))}")


def ways(talk):
    """(the number of ways through it, replies on the shortest and on the longest of them)."""
    nodes = {node["node"]: node for node in talk["nodes"]}

    def from_here(name):
        ahead = [from_here(reply["to"]) for reply in nodes[name]["replies"]] or [(1, -1, -1)]
        return (sum(way[0] for way in ahead), 1 + min(way[1] for way in ahead),
                1 + max(way[2] for way in ahead))

    return from_here(talk["nodes"][0]["node"])


def print_talks(talks):
    if not talks:
        return
    print("\nTalks                          nodes  endings  repairs  replies  ways")
    for talk in talks:
        endings = sum("ending" in node for node in talk["nodes"])
        repairs = sum(reply["repair"] for reply in words.replies_of(talk))
        count, shortest, longest = ways(talk)
        print(f"  {talk['id']:30} {len(talk['nodes']):3} {endings:8} {repairs:8} "
              f"{shortest:4}–{longest} {count:6}")


def print_stats(cards, decks):
    print("\nReading level (Flesch-Kincaid grade; at most "
          f"{words.GRADE_MOST:g})")
    for path, deck in decks.items():
        level, count = words.grade(" ".join(map(words.whole_text, deck)))
        print(f"  {pathlib.Path(path).name:28} {level:5.1f}   {count:6} words  {len(deck):4} cards")
    print_scenes([card for card in cards if card["kind"] == "scene"])
    print_talks([card for card in cards if card["kind"] == "talk"])
    measured = tells.measure(cards)
    if measured:
        print("\nThe tell test (a learner that sees only the surface; chance is about 25%)")
        print(f"  best answer found  {measured[0]:4.0%}  at most {tells.BEST_MOST:.0%}")
        print(f"  worst answer found {measured[1]:4.0%}  at most {tells.WORST_MOST:.0%}")


def main():
    command, grid_dir, word_list = sys.argv[1], *map(pathlib.Path, sys.argv[2:4])
    cards = json.load(sys.stdin)["cards"]
    decks = {}
    for card in cards:
        card["deck_file"] = pathlib.Path(card["file"]).stem
        decks.setdefault(card["file"], []).append(card)
    if command == "stats":
        print_stats(cards, decks)
        return
    report = Report()
    check_words(report, cards)
    check_reading(report, decks)
    check_spelling(report, cards, word_list)
    if cards:
        check_whole(report, cards, grid_dir, cards[0]["file"])
    print(f"Words and balance: {report.counts['error']} errors, {report.counts['warning']} "
          "warnings")
    sys.exit(report.counts["error"] > 0)


main()
