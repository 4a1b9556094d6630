# SPDX-License-Identifier: MIT
"""Cards that tell the same moment twice: by shingles of words, across all decks."""
import re

import words

SHINGLE = 3  # words in a row
ALIKE_MOST = 0.22  # Jaccard share of shingles; unrelated cards of ours stay below 0.05
WORDS = re.compile(r"\w+(?:[’']\w+)*")
# Parts of speech that say nothing about a situation.
PLAIN = set("""a an the and or but of to in on at for with is are was it its this that i you
    we""".split())


def core(card):
    """The words that make the situation."""
    text = " ".join(words.situation(card))
    return [word for word in WORDS.findall(text.lower()) if word not in PLAIN]


def shingles(row):
    return {tuple(row[i:i + SHINGLE]) for i in range(len(row) - SHINGLE + 1)}


def pairs(cards):
    """(share, earlier card, later card) of each pair that is too much alike."""
    sets = [shingles(core(card)) for card in cards]
    holders = {}
    for number, shingle_set in enumerate(sets):
        shared = {}
        for shingle in shingle_set:
            for other in holders.setdefault(shingle, []):
                shared[other] = shared.get(other, 0) + 1
            holders[shingle].append(number)
        for other, count in sorted(shared.items()):
            share = count / (len(shingle_set) + len(sets[other]) - count)
            if share > ALIKE_MOST:
                yield share, cards[other], cards[number]
