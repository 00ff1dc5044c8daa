"""Asks the catalogue: of the server as JSON, CSV and pages, and of the command line."""
import collections
import csv
import io
import json
import urllib.parse

from support.clients import HTML, JSON
from support.pages import quick_soup


def encoded(query):
    """The query of an address; a list repeats its parameter."""
    return urllib.parse.urlencode(query, doseq=True)


class Asked:
    """What an answer in JSON says: `total`, `creators` in order, `counts` of facets, and `next`."""

    def __init__(self, text):
        self.body = json.loads(text)
        self.total = self.body["total"]
        self.usernames = [creator["username"] for creator in self.body["creators"]]
        self.next = self.body.get("next")
        self.counts = {
            facet: collections.Counter({value["value"]: value["count"] for value in values})
            for facet, values in self.body["facets"].items()
        }

    def __iter__(self):
        return iter((self.total, self.usernames, self.counts))


def ask(http, market, query=(), **more):
    """The answer of `/creators.json`, which must be one."""
    answer = http.get("/creators.json?" + encoded({"market": market, **dict(query), **more}), headers=JSON)
    assert answer.status_code == 200, f"{query} {more}: {answer.status_code} {answer.text}"
    assert answer.headers["content-type"].split(";")[0] == "application/json"
    return Asked(answer.text)


def ask_page(http, market, query=(), **more):
    """The page of the same query, as a browser gets it."""
    answer = http.get(f"/{market}/?" + encoded({**dict(query), **more}), headers=HTML)
    assert answer.status_code == 200, f"{query} {more}: {answer.status_code}"
    assert answer.headers["content-type"].split(";")[0] == "text/html"
    return answer.text


class Page:
    """What a list says to people: `total`, `usernames` in order, `counts` beside the filters, and the values `offered`."""

    def __init__(self, html):
        tree = quick_soup(html)
        self.total = int(tree.select_one("[data-total]")["data-total"])
        self.usernames = [card["data-creator"] for card in tree.select("[data-creator]")]
        self.counts, self.offered = collections.defaultdict(collections.Counter), collections.defaultdict(set)
        for choice in tree.select("#filters label.choice"):
            field, count = choice.find("input"), choice.select_one("[data-count]")
            if field["value"]:
                self.offered[field["name"]].add(field["value"])
            if count:
                self.counts[field["name"]][field["value"]] = int("".join(filter(str.isdigit, count.text)))


def ask_rows(http, market, query=(), **more):
    """The rows of `/creators.csv`, each by the columns of its header."""
    answer = http.get("/creators.csv?" + encoded({"market": market, **dict(query), **more}))
    assert answer.status_code == 200, f"{query} {more}: {answer.status_code}"
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8"), newline=""), strict=True))
