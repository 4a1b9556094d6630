# SPDX-License-Identifier: MIT
"""Whether kinds, themes, skills, situations and depths are evenly spread, and whether decks follow
the grid they were drawn from (CONTENT.md, "How to write many without writing mush")."""
import collections
import csv

REJECTIONS = ["no-reply", "brushed-off", "unthanked", "no-touch", "distracted", "cancelled",
              "backhanded"]
SITUATIONS = ["good-news", "bad-news", "bid", "needs-change", "after-slip"]
SKILLS = ["notice", "understand", "ask", "care", "own"]
CARDS_LEAST = 40  # fewer say nothing about balance
SHARE_LEAST, SHARE_MOST = 0.5, 2.0  # of an even share
LIGHT_LEAST, DEEP_LEAST, FUN_LEAST = 1 / 3, 0.08, 1 / 4
SCENES_LEAST, WARM_SCENES_LEAST = 12, 3  # from so many scenes on, so many without a turn away
TURNS_LEAST = 40  # from so many turns of talks on, so few of the best replies may show it:
FIRST_MOST, LONGEST_MOST = 0.45, 0.5
STYLES_LEAST = 1 / 4  # cards with two good answers of different style


def evenly(cards, what, names, values_of):
    """A sentence for each name that stands far from an even share."""
    counts = collections.Counter(value for card in cards for value in values_of(card))
    even = sum(counts[name] for name in names) / len(names)
    for name in names:
        if counts[name] < SHARE_LEAST * even or counts[name] > SHARE_MOST * even:
            yield (f"{what} “{name}” stands in {counts[name]} cards, and an even share is "
                   f"{even:.0f}: write {'more' if counts[name] < even else 'fewer'} of them")


def has_two_styles(card):
    good = {answer["style"] for answer in card["answers"] if answer["turn"] >= 3}
    return len(good) >= 2


def share_of(cards, is_in):
    return sum(map(is_in, cards)) / len(cards)


def has_no_turn_away(card):
    return all(line.get("mark") != "turn-away" for line in card["lines"])


def scene_complaints(scenes):
    if len(scenes) < SCENES_LEAST:
        return
    warm = sum(map(has_no_turn_away, scenes))
    if warm < WARM_SCENES_LEAST:
        yield (f"{warm} of {len(scenes)} scenes have no turn away at all, and "
               f"{WARM_SCENES_LEAST} should, so that none is expected")
    for mark in ("bid", "turn-away"):
        places = [number * 4 // len(scene["lines"]) for scene in scenes
                  for number, line in enumerate(scene["lines"]) if line.get("mark") == mark]
        quarters = collections.Counter(places)
        for quarter, name in ((1, "second"), (2, "third")):
            if quarters[quarter] > len(places) / 2:
                yield (f"more than half of the marks “{mark}” stand in the {name} quarter of their "
                       "scene: spread them")


def talk_complaints(talks):
    turns = [node["replies"] for talk in talks for node in talk["nodes"] if node["replies"]]
    if len(turns) < TURNS_LEAST:
        return
    best = [max(replies, key=lambda reply: reply["turn"]) for replies in turns]
    pairs = list(zip(turns, best))
    for share, most, what in (
            (share_of(pairs, lambda pair: pair[0][0] is pair[1]), FIRST_MOST, "first"),
            (share_of(pairs, lambda pair: pair[0][-1] is pair[1]), FIRST_MOST, "last"),
            (share_of(pairs, lambda pair: len(pair[1]["text"]) == max(
                len(reply["text"]) for reply in pair[0])), LONGEST_MOST, "longest")):
        if share > most:
            yield (f"in {share:.0%} of the turns of the talks the kindest reply is the {what}, and "
                   f"{most:.0%} is the most: vary it")


def complaints(cards):
    """Sentences about the whole."""
    yield from talk_complaints([card for card in cards if card["kind"] == "talk"])
    respond = [card for card in cards if card["kind"] == "respond"]
    spot = [card for card in cards if card["kind"] == "spot"]
    yield from scene_complaints([card for card in cards if card["kind"] == "scene"])
    rated = [card for card in cards if "depth" in card and card["kind"] != "do"]  # to talk about
    if len(respond) >= CARDS_LEAST:
        yield from evenly(respond, "In respond cards, the theme", REJECTIONS,
                          lambda card: [card["theme"]])
        yield from evenly(respond, "In respond cards, the situation", SITUATIONS,
                          lambda card: [card["situation"]])
        yield from evenly(respond, "In respond cards, the skill", SKILLS,
                          lambda card: card["skills"])
        if share_of(respond, has_two_styles) < STYLES_LEAST:
            yield ("fewer than a quarter of the respond cards have two good answers of different "
                   "style, so that knowing this partner decides")
        if share_of(respond, lambda card: card["register"] == "light") < FUN_LEAST:
            yield "fewer than a quarter of the respond cards are of the register “light”"
    if len(spot) >= CARDS_LEAST:
        yield from evenly(spot, "In spot cards, the right answer", REJECTIONS + ["none"],
                          lambda card: [card["is"]])
    if len(rated) >= CARDS_LEAST:
        if share_of(rated, lambda card: card["depth"] == 1) < LIGHT_LEAST:
            yield "fewer than a third of the cards are light (depth 1)"
        if share_of(rated, lambda card: card["depth"] == 3) < DEEP_LEAST:
            yield "hardly a card is deep (depth 3): a tenth should be"


GRID_COLUMNS = ["id", "kind", "theme", "skill", "setting", "who", "register"]


def grid_findings(grid_dir, cards):
    """(path, line, sentence) where grid and decks differ. A deck without a grid has no findings."""
    decks = {}
    for card in cards:
        decks.setdefault(card["deck_file"], {})[card["id"]] = card
    for path in sorted(grid_dir.glob("*.csv")) if grid_dir.is_dir() else []:
        written = decks.get(path.stem, {})
        rows, cells = {}, {}
        with path.open(newline="") as file:
            reader = csv.DictReader(file)
            if reader.fieldnames != GRID_COLUMNS:
                yield path, 1, "the first line must be " + ",".join(GRID_COLUMNS)
                continue
            for row in reader:
                rows[row["id"]] = row
                cell = tuple(row[name] for name in ("kind", "theme", "skill", "setting", "who"))
                if cell in cells:
                    yield path, reader.line_num, f"the same cell as “{cells[cell]}”: draw another"
                cells[cell] = row["id"]
                yield from row_findings(path, reader.line_num, row, written.get(row["id"]))
        for name in written.keys() - rows.keys():
            yield path, 1, f"the card “{name}” of the deck has no line here"


def row_findings(path, line, row, card):
    if not card:
        yield path, line, f"the deck has no card “{row['id']}”: write it, or strike this line"
        return
    for column, value in (("kind", card["kind"]), ("theme", card.get("theme", "")),
                          ("register", card["register"])):
        if row[column] and row[column] != value:
            yield path, line, f"{column}: here “{row[column]}”, in the deck “{value}”"
    if row["skill"] not in card["skills"]:
        yield path, line, f"skill: the card doesn’t train “{row['skill']}”"
