# SPDX-License-Identifier: MIT
"""What single texts must not say, and how hard they may be to read (CONTENT.md)."""
import re

import pyphen

GRADE_MOST = 8.0  # of a deck: a 13-year-old follows it (CONTENT.md)
CARD_GRADE_MOST = 12.0  # of one card with enough words to tell
CARD_WORDS_LEAST = 30

# (pattern, what is wrong and how to mend it, fields it counts for; none: all)
BANNED = [
    (r"husband|wife|wives|boyfriend|girlfriend|spouse", "assumes a marriage or a gender; say "
     "“partner”, a name or nothing", ()),
    (r"(my|your|an?) ex(es)?|ex-\w+", "no card is about former partners", ()),
    (r"always|should|stud(y|ies) shows?|research shows", "“why” and “lands” speak of this moment, "
     "without “always”, “should” or studies", ("why", "last")),
    (r"i hear that you|what i(’|')m hearing|validate your|your feelings are valid",
     "nobody says this at home", ()),
    (r"you are (depressed|bipolar|autistic)|narciss\w+|gaslight\w*|toxic|codependen\w+"
     r"|attachment style|love languages?",
     "no diagnosis and no label; say what happens", ()),
    (r"(all )?(men|women) are|typical (man|woman)|like a (real )?(man|woman)",
     "nothing is said of all men or all women", ()),
    (r"(my|your|our|shared?) passwords?|tracking app|share your location",
     "being reachable or open to checks is no proof of love", ()),
    (r"(slap|punch|hit)\w* (you|me|him|her)|threaten\w*",
     "violence and threats aren’t micro rejections; "
     "the help page is for them", ()),
    (r"you (must|have to) forgive|forgive me now", "forgiveness is never demanded", ()),
    (r"whatsapp|netflix|instagram|facebook|tiktok|youtube|iphone|ikea|spotify|google|amazon|lego",
     "a brand; say what it is instead", ()),
    (r"(he|she|his|hers|him|himself|herself) (is|was) (my|your) partner", "the partner has no "
     "pronoun", ()),
]

# A topic and words that show it; each partner can switch topics off, so a missing tag hurts.
TOPICS = {
    "money": r"rent|salary|wages?|debts?"
             r"|(?<!on )loans?|mortgage|overdraft|payday|bank account|can’t afford",
    "sex": r"sex|making love",
    "family": r"mothers?|fathers?|mum|mums|dad|dads|sisters?|brothers?|parents?|grandm\w+"
              r"|grandpa\w*|gran|granny|nan|aunts?|uncles?|cousins?|daughters?|sons?|in-laws"
              r"|nieces?|nephews?",
    "health": r"hospital|surgery|chemo|clinic|diabetes|migraines?|physio|scan|biopsy",
    "grief": r"died|funeral|graves?|graveyard|cemetery|widow\w*|mourning|ashes",
    "faith": r"church|mosque|temple|synagogue|pray\w*|ramadan|iftar|shabbat|easter mass|god",
    "drink": r"wine|beers?|whisky|gin|vodka|drunk|hangover|pub",
}

# Where a card sets its scene; a sister who is only mentioned in an answer is no topic.
SITUATION_FIELDS = ("scene", "line", "question", "text", "setting")

LETTERS = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
SYLLABLES = pyphen.Pyphen(lang="en_GB", left=1, right=1)


def texts_of(card):
    """(field, text) of everything a player reads."""
    for field in ("title", "manner", "scene", "line", "question", "text", "apart", "note", "talk",
                  "hint", "lands", "why", "setting"):
        if field in card:
            yield field, card[field]
    if card["kind"] == "ask":
        yield from (("choices", choice) for choice in card["choices"])
    for part in (card.get("answers", []) + card.get("chunks", []) + card.get("lines", [])
                 + card.get("nodes", []) + replies_of(card)):
        yield from ((field, part[field]) for field in ("text", "note", "does", "lands", "why",
                                                       "line", "last") if field in part)


def replies_of(card):
    """All that can be said in a talk."""
    return [reply for node in card.get("nodes", []) for reply in node["replies"]]


def situation(card):
    """The texts that say what happens; of a scene and a talk, everything that is said and done.
    """
    yield from (card[field] for field in SITUATION_FIELDS if field in card)
    yield from (line[field] for line in card.get("lines", []) for field in ("text", "does")
                if field in line)
    yield from (node["line"] for node in card.get("nodes", []))


def has_words(pattern, text):
    return re.search(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE)


def banned(card):
    """(text, matched words, what to do) of each breach."""
    for field, text in texts_of(card):
        for pattern, mend, fields in BANNED:
            match = has_words(pattern, text) if not fields or field in fields else None
            if match:
                yield text, match.group(), mend


def missing_topics(card):
    """(text, word, topic) where a topic is touched and its tag is missing; the first of each."""
    if card["kind"] == "tiny":
        return
    for topic, pattern in TOPICS.items():
        if topic in card["topics"]:
            continue
        for text in situation(card):
            match = has_words(pattern, text)
            if match:
                yield text, match.group(), topic
                break


def grade(text):
    """(Flesch-Kincaid grade, words): 0.39 words a sentence + 11.8 syllables a word - 15.59
    (Kincaid and others 1975)."""
    text = re.sub(r"\{\w+\}", "Kim", text)
    words = LETTERS.findall(text)
    sentences = max(1, len(re.findall(r"[.!?…]+(?=\W|$)", text)))
    if not words:
        return 0.0, 0
    syllables = sum(1 + len(SYLLABLES.positions(word)) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59, len(words)


def whole_text(card):
    return " ".join(text if text[-1:] in ".!?…”" else text + "."
                    for field, text in texts_of(card) if field != "title")
