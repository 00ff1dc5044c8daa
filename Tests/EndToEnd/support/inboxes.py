"""Creators at their inbox: only the link, no cookie, no origin."""
import urllib.parse

from support.clients import HTML, JSON, connect


class Inbox:
    """An inbox as whoever has its link sees it."""

    def __init__(self, server, link):
        self.server = server
        self.link = link
        self.path = urllib.parse.urlsplit(link).path
        self.token = self.path.rsplit("/", 1)[1]
        self.http = connect(server)

    def read(self):
        """What the inbox says, for programs."""
        answer = self.http.get(self.path, headers=JSON)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def page(self, lang=None):
        answer = self.http.get(self.path + (f"?lang={lang}" if lang else ""), headers=HTML)
        assert answer.status_code == 200, answer.text
        return answer.text

    def do(self, action, headers=JSON, **fields):
        """A POST to one of the inbox's actions, as a form."""
        return self.http.post(f"{self.path}/{action}", data=fields, headers=headers)

    def first(self):
        return self.read()["invitations"][0]


def inbox_of(server, sent):
    """The inbox of the only creator of an answer to POST /invite."""
    assert sent.status_code == 200, sent.text
    return Inbox(server, sent.json()["results"][0]["inbox"])
