# SPDX-License-Identifier: MIT
"""The tell test: how often a small learner finds the best, and the worst, of four answers by their
surface alone (CONTENT.md, "No tell"). Cross-validated by card, so that it never saw the card."""
import re

import numpy
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

BEST_MOST, WORST_MOST = 0.40, 0.45  # of the cards; chance is about a quarter
CARDS_LEAST = 30  # below, a share says nothing
FOLDS = 10
FEELING_WORDS = set("""afraid alone angry anxious ashamed calm disappointed embarrassed excited feel
    feeling feelings frightened glad grateful happy hurt jealous lonely love loved mad miss nervous
    proud relieved sad scared sorry stressed tired upset worried worry""".split())
FIRST_PERSON = set("i i'm i'd i'll i've me my mine myself".split())


def surface(answers):
    """One row of numbers an answer; lengths are taken beside those of the other three."""
    lengths = [len(answer["text"]) for answer in answers]
    rows = []
    for place, answer in enumerate(answers):
        text = answer["text"]
        words = re.findall(r"[a-z']+", text.lower().replace("’", "'"))
        rows.append([
            len(text), len(text) - sum(lengths) / len(lengths), len(text) == max(lengths),
            len(text) == min(lengths), "?" in text, "!" in text,
            *(place == other for other in range(len(answers))),
            any(word in FEELING_WORDS for word in words),
            any(word in FIRST_PERSON for word in words), "sorry" in words,
            len(re.findall(r"[.!?…]+", text)), text.count(","), "note" in answer])
    return rows


def found(cards, wanted):
    """The share of cards whose wanted answer the learner ranks first; `wanted` picks it."""
    rows, is_wanted, groups = [], [], []
    for number, card in enumerate(cards):
        turns = [answer["turn"] for answer in card["answers"]]
        rows += surface(card["answers"])
        is_wanted += [turn == wanted(turns) for turn in turns]
        groups += [number] * len(turns)
    rows, is_wanted, groups = (numpy.array(rows, float), numpy.array(is_wanted),
                               numpy.array(groups))
    rows = (rows - rows.mean(0)) / (rows.std(0) + 1e-9)
    hits = 0
    for train, test in GroupKFold(FOLDS).split(rows, is_wanted, groups):
        learner = LogisticRegression(C=0.3, max_iter=500).fit(rows[train], is_wanted[train])
        chance = learner.predict_proba(rows[test])[:, 1]
        for number in set(groups[test]):
            card = groups[test] == number
            hits += bool(is_wanted[test][card][chance[card].argmax()])
    return hits / len(cards)


def measure(cards):
    """(share of best found, share of worst found), or None with too few `respond` cards."""
    cards = [card for card in cards if card["kind"] == "respond"]
    if len(cards) < CARDS_LEAST:
        return None
    return found(cards, max), found(cards, min)
