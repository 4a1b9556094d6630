# SPDX-License-Identifier: MIT
"""A phone without a script: plain requests and forms, as a very old browser would send them."""
import http.client
import re
import urllib.parse

PATIENCE_S = 60


class Phone:
    """`host`: "127.0.0.1:8350"; each phone has an address of its own, 127.0.1.<number>."""

    def __init__(self, host, number):
        name, port = host.split(":")
        self.host = host
        self.connection = http.client.HTTPConnection(
            name, int(port), timeout=PATIENCE_S, source_address=(f"127.0.1.{number + 1}", 0))
        self.cookie = None
        self.html = ""

    def _send(self, method, path, body=None, headers=None):
        headers = dict(headers or {})
        if self.cookie:
            headers["Cookie"] = self.cookie
        self.connection.request(method, path, body, headers)
        reply = self.connection.getresponse()
        self.html = reply.read().decode()
        cookie = reply.getheader("Set-Cookie")
        if cookie:
            pair = cookie.split(";")[0]
            self.cookie = None if "Max-Age=0" in cookie else pair
        return reply.status

    def look(self, path="/"):
        status = self._send("GET", path)
        assert status == 200, f"GET gave {status}"
        return self.page()

    def post(self, path, **fields):
        """As a form does: after it the page is looked at."""
        status = self._send("POST", path, urllib.parse.urlencode(fields), {
            "Origin": f"http://{self.host}",
            "Content-Type": "application/x-www-form-urlencoded"})
        if status == 303:
            return self.look()
        return self.page()

    def page(self):
        return re.search(r'data-page="([a-z]+)"', self.html).group(1)

    def question(self):
        return int(re.search(r'data-question="(\d+)"', self.html).group(1))
