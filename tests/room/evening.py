# SPDX-License-Identifier: MIT
"""A whole evening in a real window, with twelve phones over the network: they come in, pair up,
answer each question, land and match; the report has the totals; then nothing listens any more, and
nothing of the room is in any file. Arguments: the program, the folder of the window's tests."""
import csv
import pathlib
import re
import sys
import tempfile
import urllib.parse

from phone import Phone

sys.path.insert(0, sys.argv[2])
import window  # noqa: E402

PAIRS = 6
NAME = "Gooseberry Nine"
NEXTS_MAX = 200


def fail(why):
    sys.exit(f"evening: {why}")


def expect(what, is_so):
    if not is_so:
        fail(what)


def come_in(link):
    parts = urllib.parse.urlsplit(link)
    host, key = parts.netloc, parts.path.split("/")[2]
    phones = [Phone(host, i) for i in range(2 * PAIRS)]
    for i in range(0, 2 * PAIRS, 2):
        one, other = phones[i], phones[i + 1]
        expect("the link opens the door", one.look(parts.path) == "join")
        name = NAME if i == 0 else ""
        expect("alone, it waits for its partner", one.post("/join", key=key, name=name) == "pair")
        word, number = re.search(r'class="big">(?:<[^>]*>)*([^<]+?)\s*(\d)<', one.html).groups()
        page = other.post("/join", key=key, name="", pairword=word, pairnumber=number)
        expect(f"two are a pair ({page})", page == "wait" and one.look() == "wait")
    return phones


def answer(game, phones):
    """All answer; returns what the responders said."""
    said = []
    for i, phone in enumerate(phones):
        option = i // 2 % 3
        page = phone.post("/pick", question=phone.question(), option=option)
        expect("the answer may be changed", page == "pick" and "checked" in phone.html)
        said.append(option)
    game.until(rf"phones here {2 * PAIRS} pairs {PAIRS} in {2 * PAIRS}$")
    return said


def land(phones):
    for i in range(0, 2 * PAIRS, 2):
        sharer = phones[i] if phones[i].page() == "land" else phones[i + 1]
        expect("one of two heard it", sharer.page() == "land")
        sharer.post("/land", question=sharer.question(), row0=2, row1=1, row2=2)
        pages = {phones[i].look(), phones[i + 1].look()}
        expect(f"both see their match ({pages})", pages == {"match"})


def lead(game, phones):
    """Through the whole plan. Returns the answers to each question, and how many pairs matched."""
    questions, landed = [], 0
    for _ in range(NEXTS_MAX):
        game.key("Next")
        game.until("event lead")
        pages = {phone.look() for phone in phones}
        if pages == {"over"}:
            return questions, landed
        if "pick" in pages:
            expect(f"all are asked ({pages})", pages == {"pick"})
            questions.append(answer(game, phones))
        elif "land" in pages:
            land(phones)
            landed += 1
        else:
            expect(f"dark between questions ({pages})", pages <= {"wait", "rest", "match"})
    return fail("the plan has no end")


def check_report(folder, questions):
    tables = list(pathlib.Path(folder).glob("*.csv"))
    expect("the report was saved", len(tables) == 1)
    text = tables[0].read_text()
    numbers = [row for row in csv.reader(text.splitlines()) if any(cell.isdigit() for cell in row)]
    expect("the report has rows of totals", len(numbers) >= len(questions))
    expect("no pair is named in it", NAME not in text)


def check_nothing_kept(data, phones):
    secrets = [NAME.encode()] + [phone.cookie.split("=")[1].encode() for phone in phones]
    files = [path for path in pathlib.Path(data).rglob("*") if path.is_file()]
    expect("the couple's file is there", files)
    for path in files:
        content = path.read_bytes()
        for secret in secrets:
            held = secret in content or (len(secret) == 32 and bytes.fromhex(secret.decode())
                                         in content)
            expect(f"{path.name} holds nothing of the room", not held)


def play(program, data):
    with window.Display() as display:
        game = window.Game(program, display, data, "--room", "127.0.0.1:0")
        game.focus()
        game.key("Escape")
        game.until("event back")
        game.key("Down", "Down", "Down", "Down", "Down", "Return")  # the last row of the pause
        game.until("event workshop")
        game.key("Return")
        link = game.until(r"room (\S+) code").group(1)
        phones = come_in(link)
        stranger = Phone(phones[0].host, 99)
        stranger.look("/")
        expect("a stranger isn't told the code", NAME not in stranger.html)
        questions, landed = lead(game, phones)
        expect(f"four questions, one of them landed ({len(questions)}, {landed})",
               len(questions) == 4 and landed >= 1)
        game.key("Up", "Return")
        game.until("event room-files")
        check_report(data, questions)
        game.key("Down", "Return")
        game.until(r"event lead screen care")
        try:
            phones[0].look()
            fail("somebody still listens")
        except OSError:
            pass
        game.close()
        check_nothing_kept(data, phones)


def main():
    with tempfile.TemporaryDirectory() as data:
        play(sys.argv[1], data)
    print("the evening was played, and nothing is left of it")


main()
