# SPDX-License-Identifier: MIT
"""The game itself in a window, with sixty phones that answer each question within two seconds: how
long each waits to be acknowledged, which frames took longer than 33 ms, and how much memory it
takes; at the first question alone, then beside two hundred hostile sockets. Argument: the program.
"""
import asyncio
import multiprocessing
import pathlib
import re
import sys
import tempfile
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "tests" / "e2e"))
import window  # noqa: E402

PHONES = 60
HOSTILE = 200
PER_ADDRESS = 16
SPREAD_S = 2.0
NEXTS_MAX = 100


class Phone:
    """One connection at a time, opened anew when it was closed meanwhile, as browsers do."""

    def __init__(self, host, number):
        self.host = host
        self.address = f"127.0.1.{number + 1}"
        self.cookie = ""
        self.version = 0
        self.html = ""
        self.reader = self.writer = None

    async def _connect(self):
        name, port = self.host.split(":")
        self.reader, self.writer = await asyncio.open_connection(
            name, int(port), local_addr=(self.address, 0))

    async def _exchange(self, text):
        self.writer.write(text.encode())
        await self.writer.drain()
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode()
        length = re.search(r"(?i)\r\ncontent-length: *(\d+)", head)
        body = await self.reader.readexactly(int(length.group(1)) if length else 0)
        if "\r\nConnection: close" in head:
            self.writer.close()
            self.writer = None
        return head, body.decode()

    async def send(self, method, path, fields=None):
        body = urllib.parse.urlencode(fields or {})
        text = f"{method} {path} HTTP/1.1\r\nHost: {self.host}\r\n"
        text += f"Cookie: {self.cookie}\r\n" if self.cookie else ""
        if method == "POST":
            text += (f"Origin: http://{self.host}\r\nAccept: text/x-inner\r\n"
                     "Content-Type: application/x-www-form-urlencoded\r\n"
                     f"Content-Length: {len(body)}\r\n")
        for _ in range(20):
            try:
                if not self.writer:
                    await self._connect()
                head, page = await self._exchange(f"{text}\r\n{body}")
            except (OSError, asyncio.IncompleteReadError):
                self.writer = None
                continue
            status = int(head.split()[1])
            if status == 503:
                await asyncio.sleep(1)
                continue
            self._take(status, head, page)
            return status
        sys.exit("a phone was never answered")

    def _take(self, status, head, page):
        cookie = re.search(r"\r\nSet-Cookie: (seat=[0-9a-f]{32})", head)
        version = re.search(r"\r\nX-Version: (\d+)", head)
        self.cookie = cookie.group(1) if cookie else self.cookie
        self.version = int(version.group(1)) if version else self.version
        self.html = page if status == 200 else self.html

    def page(self):
        return re.search(r'data-page="([a-z]+)"', self.html).group(1)

    async def look(self):
        await self.send("GET", "/")
        return self.page()


async def come_in(one, other, key):
    await one.send("POST", "/join", {"key": key, "name": ""})
    word, number = re.search(r'class="big">(?:<[^>]*>)*([^<]+?)\s*(\d)<', one.html).groups()
    await other.send("POST", "/join", {"key": key, "name": "", "pairword": word,
                                       "pairnumber": number})


async def answer(phone, number, question, start):
    """Polls each second, answers at its moment, and polls on. Returns how long it waited."""
    moment = start + SPREAD_S * (number * 37 % PHONES) / PHONES
    took = None
    for second in range(4):
        due = start - 0.5 + second + number / PHONES
        if took is None and moment < due:
            await asyncio.sleep(max(0, moment - time.monotonic()))
            began = time.monotonic()
            await phone.send("POST", "/pick", {"question": question, "option": number % 3})
            took = time.monotonic() - began
        await asyncio.sleep(max(0, due - time.monotonic()))
        await phone.send("GET", f"/now?since={phone.version}")
    return took


async def play_round(game, phones):
    question = int(re.search(r'data-question="(\d+)"', phones[0].html).group(1))
    game.drain()
    first = len(game.log)
    start = time.monotonic() + 1
    took = sorted(await asyncio.gather(*(answer(phone, i, question, start)
                                         for i, phone in enumerate(phones))))
    game.drain()
    said = "\n".join(game.log[first:])
    slow = [f"{ms} ({work} at work)" for ms, work in
            re.findall(r"slow frame (\d+) ms work (\d+) ms", said)]
    counts = [int(count) for count in re.findall(r" in (\d+)$", said, re.M)]
    return took, slow, max(counts, default=0)


async def next_question(game, phones):
    for _ in range(NEXTS_MAX):
        game.key("Next")
        game.until("event lead")
        if await phones[0].look() == "pick":
            await asyncio.gather(*(phone.look() for phone in phones))
            return True
        if phones[0].page() == "over":
            return False
    return False


def memory_mb(game):
    text = pathlib.Path(f"/proc/{game.process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s*(\d+)", text).group(1)) / 1024


def tell(name, result, game):
    took, slow, heard = result
    ms = [f"{seconds * 1000:.1f} ms" for seconds in
          (took[len(took) // 2], took[len(took) * 95 // 100], took[-1])]
    print(f"{name}: {heard} of {PHONES} in; acknowledged after: median {ms[0]}, 95 % {ms[1]}, "
          f"the last {ms[2]}; frames over 33 ms: {len(slow)}"
          f"{': ' + ', '.join(slow) if slow else ''}; memory {memory_mb(game):.1f} MB", flush=True)


# --- Enemies --------------------------------------------------------------------------------------

async def be_enemy(host, number):
    """By number: silent, a slow head, a slow body, a flood. Begins anew whenever it is dropped."""
    name, port = host.split(":")
    starts = ["", "GET / HTTP/1.1\r\nX: ",
              f"POST /line HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nContent-Type: "
              "application/x-www-form-urlencoded\r\nContent-Length: 4000\r\n\r\ntext=", ""]
    flood = f"GET /../../etc/passwd HTTP/1.1\r\nHost: {host}\r\n\r\n"
    kind = number % len(starts)
    while True:
        try:
            reader, writer = await asyncio.open_connection(
                name, int(port), local_addr=(f"127.0.2.{1 + number // PER_ADDRESS}", 0))
            writer.write(starts[kind].encode())
            while True:
                writer.write(["", "a", "a", flood][kind].encode())
                if kind == 0 or kind == 3:
                    await reader.read(4096)
                    break
                await writer.drain()
                await asyncio.sleep(0.1)
            writer.close()
        except OSError:
            pass
        await asyncio.sleep(0.02)


async def be_enemies(host):
    await asyncio.gather(*(be_enemy(host, i) for i in range(HOSTILE)))


def besiege(host):
    asyncio.run(be_enemies(host))


# --- The evening ----------------------------------------------------------------------------------

async def measure(game, link):
    parts = urllib.parse.urlsplit(link)
    phones = [Phone(parts.netloc, i) for i in range(PHONES)]
    key = parts.path.split("/")[2]
    print(f"memory before the first phone {memory_mb(game):.1f} MB", flush=True)
    for i in range(0, PHONES, 2):
        await come_in(phones[i], phones[i + 1], key)
    if not await next_question(game, phones):
        sys.exit("the plan has no question")
    tell("alone", await play_round(game, phones), game)
    enemies = multiprocessing.Process(target=besiege, args=(parts.netloc,), daemon=True)
    enemies.start()
    number = 2
    while await next_question(game, phones):
        tell(f"question {number}, besieged", await play_round(game, phones), game)
        number += 1
    enemies.kill()


def main():
    with tempfile.TemporaryDirectory() as data, window.Display() as display:
        game = window.Game(sys.argv[1], display, data, "--room", "127.0.0.1:0")
        game.focus()
        game.key("Escape")
        game.until("event back")
        game.key("Down", "Down", "Down", "Down", "Down", "Return")  # the last row of the pause
        game.until("event workshop")
        game.key("Return")
        asyncio.run(measure(game, game.until(r"room (\S+) code").group(1)))
        game.kill()


main()
