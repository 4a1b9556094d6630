# SPDX-License-Identifier: MIT
"""What `tools/deck check` says of words: each fault in a deck of its own is told with its place,
and a deck without faults passes. Also: the examples of levels/README.md, and the skeletons, are
right.

test_taste.py TB_DECK SOURCE_DIR"""
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unittest

DECK, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
HEAD = """format: 1
deck: sample
title: "A sample"
language: en
author: "Somebody"
licence: CC-BY-4.0
cards:
"""


def ask(number, question, **changes):
    """A card of eleven lines, its question in the eighth."""
    lines = {"title": f"Title {number}", "skills": "[ask]", "depth": 1, "register": "plain",
             "icon": "clock", "question": question, "choices": "[Tea, Coffee, Water, Milk]",
             "talk": "What else do you like to drink?"} | changes
    return f"  - id: card-{number}\n    kind: ask\n" + "".join(
        f"    {key}: {value if str(value).startswith('[') else chr(34) + str(value) + chr(34)}\n"
        if key not in ("depth", "register", "icon") else f"    {key}: {value}\n"
        for key, value in lines.items())


def respond(number, best_is_longest):
    """Answers without a pattern, but for the length of the best one if that is wished."""
    chance = random.Random(number)
    turns = [0, 1, 2, 4]
    chance.shuffle(turns)
    text = (f"  - id: reply-{number}\n    kind: respond\n    title: Reply {number}\n"
            "    theme: brushed-off\n    situation: bid\n    skills: [ask]\n    depth: 1\n"
            "    register: plain\n    icon: clock\n    face: happy\n"
            f"    line: {' '.join(chance.sample(NOUNS, 6))}.\n    answers:\n")
    for turn in turns:
        words = 14 if best_is_longest and turn == 4 else 7
        text += (f"      - text: {' '.join(chance.sample(NOUNS, words))}.\n        turn: {turn}\n"
                 + ("        rejection: brushed-off\n" if turn < 2 else "")
                 + f"        style: words\n        marks: {{}}\n        lands: Tea {turn}.\n"
                 f"        why: Tea and {turn}.\n")
    return text


def scene(number, mark="bid", line="", setting="A hill."):
    """A scene of twelve lines; three of them marked, the last one as `mark`."""
    chance = random.Random(number)
    text = (f"  - id: scene-{number}\n    kind: scene\n    title: Scene {number}\n"
            "    theme: listening\n    skills: [notice]\n    depth: 1\n    register: plain\n"
            f"    icon: clock\n    setting: {setting}\n    people: [Frodda, Ole]\n    lines:\n")
    for place in range(12):
        said = line if line and place == 5 else " ".join(chance.sample(NOUNS, 4)) + "."
        text += f"      - who: {'left' if place % 2 else 'right'}\n        text: {said}\n"
        if place in (1, 6, 11):
            text += f"        mark: {mark if place == 11 else 'bid'}\n        why: Tea.\n"
    return text + "    talk: Is that tea, Frodda?\n    why: It was tea.\n"


TALK_WAYS = {"start": "abb", "a": "cdb", "b": "ccd", "c": "eef", "d": "ffe"}


def talk(number, best_place=None, last="Tea."):
    """A talk of nine nodes; the kindest reply stands at a place of chance if none is told."""
    chance = random.Random(number)
    text = (f"  - id: talk-{number}\n    kind: talk\n    title: Talk {number}\n"
            "    theme: listening\n    situation: bid\n    skills: [notice]\n    depth: 1\n"
            f"    register: plain\n    icon: clock\n    scene: {' '.join(chance.sample(NOUNS, 6))}."
            "\n    nodes:\n")
    for node, ways in (TALK_WAYS | {"e": "xyz", "f": "zyx"}).items():
        text += (f"      - node: {node}\n        line: {' '.join(chance.sample(NOUNS, 5))}.\n"
                 "        face: happy\n        mood: 0\n        replies:\n")
        best = chance.randrange(3) if best_place is None else best_place
        for place, to in enumerate(ways):
            text += (f"          - text: {' '.join(chance.sample(NOUNS, 5))}.\n"
                     f"            turn: {4 if place == best else 2}\n            to: {to}\n"
                     + ("            repair: yes\n" if place == best else ""))
    for node, ending in (("x", "close"), ("y", "halfway"), ("z", "later")):
        text += (f"      - node: {node}\n        line: Tea, then.\n        face: happy\n"
                 f"        mood: 0\n        ending: {ending}\n        last: {last}\n")
    return text + "    talk: Is that tea?\n    why: It was tea.\n"


NOUNS = """apple bread chair door floor grass house kettle lamp mouse night paper river spoon table
    water window bridge candle garden letter pocket stone tower village winter basket corner
    flower hammer island jacket kitchen ladder market needle orange pencil ribbon saddle""".split()


def look(*decks, grid=""):
    """All that the check says of these decks, the folder's name left out; and its status."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for number, deck in enumerate(decks):
            (folder / f"deck{number}.yaml").write_text(HEAD.replace("sample", f"sample{number}")
                                                       + deck)
        (folder / "grid").mkdir()
        if grid:
            (folder / "grid" / "deck0.csv").write_text(grid)
        (folder / "words.txt").write_text("Frobnitz # a name\n")
        cards = subprocess.run([DECK, "dump", str(folder)], capture_output=True, text=True,
                               check=True)
        run = subprocess.run([sys.executable, "-B", str(ROOT / "tools/taste/check.py"), "check",
                              str(folder / "grid"), str(folder / "words.txt")],
                             input=cards.stdout, capture_output=True, text=True, check=False)
        if run.stderr:
            raise AssertionError(run.stderr)
        return run.stdout.replace(f"{folder}/", ""), run.returncode


class Taste(unittest.TestCase):
    def expect(self, deck, finding, grid=""):
        said, status = look(deck, grid=grid)
        self.assertIn(finding, said)
        self.assertEqual(status, 0 if " warning: " in finding else 1, said)

    def test_a_right_deck(self):
        said, status = look(ask(1, "Where does the cat sleep?"), ask(2, "What did Frobnitz say?"))
        self.assertEqual((said, status), ("Words and balance: 0 errors, 0 warnings\n", 0))

    def test_banned_words(self):
        self.expect(ask(1, "What would your husband say?"),
                    "deck0.yaml:15:16: error: “husband”: assumes a marriage or a gender")
        self.expect(ask(1, "Who met your ex last?"), "error: “your ex”: no card is about former")
        self.expect(ask(1, "What do we watch on Netflix?"), "error: “Netflix”: a brand;")
        self.expect(ask(1, "Is that toxic?"), "error: “toxic”: no diagnosis")

    def test_missing_topic(self):
        self.expect(ask(1, "What does our rent buy?"),
                    "deck0.yaml:15:16: warning: “rent” touches money;")
        said, _ = look(ask(1, "What does our rent buy?", topics="[money]"))
        self.assertNotIn("warning:", said)

    def test_spelling(self):
        self.expect(ask(1, "Where is the coffe?"),
                    "deck0.yaml:15:16: error: “coffe” isn’t in the dictionary")

    def test_hard_to_read(self):
        self.expect(ask(1, "Which institutional considerations predominantly characterise "
                           "intergenerational communication opportunities?"),
                    "deck0.yaml:1:1: error: The deck reads at grade")

    def test_look_alikes_across_decks(self):
        one = ask(1, "Which window of the house would a painter choose for the evening light?")
        two = ask(2, "Which window of the house would a painter choose for the morning light?")
        said, status = look(one, two)
        self.assertRegex(said, r"deck1.yaml:8:\d+: error: \d+% of it stands in “card-1” "
                               r"\(deck0.yaml:8\) too")
        self.assertEqual(status, 1)

    def test_grid(self):
        card = ask(1, "Where does the cat sleep?")
        columns = "id,kind,theme,skill,setting,who,register\n"
        said, status = look(card, grid=columns + "card-1,ask,,ask,sofa,two friends,plain\n")
        self.assertEqual(status, 0, said)
        self.expect(card, "grid/deck0.csv:2:1: error: register: here “light”, in the deck “plain”",
                    columns + "card-1,ask,,ask,sofa,two friends,light\n")
        self.expect(card, "grid/deck0.csv:3:1: error: the deck has no card “card-2”",
                    columns + "card-1,ask,,ask,sofa,you,plain\ncard-2,ask,,ask,boat,you,plain\n")
        self.expect(card + ask(2, "Who snores?"), "grid/deck0.csv:1:1: error: the card “card-2” of",
                    columns + "card-1,ask,,ask,sofa,you,plain\n")
        self.expect(card + ask(2, "Who snores?"), "grid/deck0.csv:3:1: error: the same cell as",
                    columns + "card-1,ask,,ask,sofa,you,plain\ncard-2,ask,,ask,sofa,you,plain\n")

    def test_tells(self):
        told, _ = look("".join(respond(number, True) for number in range(60)))
        self.assertIn("error: The best answer can be told by its surface in", told)
        fair, _ = look("".join(respond(number, False) for number in range(60)))
        self.assertNotIn("can be told by its surface", fair)

    def test_balance(self):
        said, _ = look("".join(respond(number, False) for number in range(60)))
        for what in ("the theme “cancelled” stands in 0 cards", "the situation “good-news” stands",
                     "the skill “own” stands in 0 cards", "fewer than a quarter of the respond"):
            self.assertIn(what, said)

    def test_scenes(self):
        said, status = look("".join(scene(n, "turn-away" if n > 2 else "bid") for n in range(12)))
        self.assertEqual(status, 0, said)
        self.expect("".join(scene(n, "turn-away" if n > 1 else "bid") for n in range(12)),
                    "2 of 12 scenes have no turn away at all")
        self.expect(scene(1, line="My sister rang again."), " warning: “sister” touches family;")
        self.expect(scene(1, line="The coffe is cold."),
                    "deck0.yaml:32:15: error: “coffe” isn’t in the dictionary")
        self.expect(scene(1) + scene(1).replace("scene-1", "scene-2").replace("Scene 1", "Two"),
                    "of it stands in “scene-1”")


    def test_talks(self):
        said, _ = look("".join(talk(n) for n in range(12)))
        self.assertNotIn("the kindest reply", said)
        self.expect("".join(talk(n, 0) for n in range(12)),
                    "in 100% of the turns of the talks the kindest reply is the first, and 45%")
        self.expect(talk(1, last="You always do."), "“always”: “why” and “lands” speak of")
        self.expect(talk(1, last="My sistr."), "error: “sistr” isn’t in the dictionary")
        self.expect(talk(1).replace("line: Tea, then.", "line: My sister rang."),
                    " warning: “sister” touches family;")


class Examples(unittest.TestCase):
    def expect_right(self, text):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "deck.yaml"
            path.write_text(text)
            run = subprocess.run([DECK, "check", str(path)], capture_output=True, text=True,
                                 check=False)
            self.assertEqual(run.returncode, 0, run.stdout)
            self.assertIn("Warnings: 0", run.stdout)
            return run.stdout

    def test_readme(self):
        blocks = re.findall(r"```yaml\n(  - id: .*?)```", (ROOT / "levels/README.md").read_text(),
                            re.S)
        kinds = {re.search(r"kind: ([a-z-]+)", block).group(1) for block in blocks}
        self.assertEqual(kinds, {path.stem for path in (ROOT / "tools/skeletons").glob("*.yaml")})
        for block in blocks:
            self.expect_right(HEAD + block)

    def test_skeletons(self):
        for path in sorted((ROOT / "tools/skeletons").glob("*.yaml")):
            with self.subTest(path.stem):
                text = path.read_text()
                self.expect_right(text)
                # What is commented out can be used as it stands.
                self.expect_right(re.sub(r"(?m)^    # (topics|manner|scene):", r"    \1:", text))


unittest.main(argv=sys.argv[:1])
