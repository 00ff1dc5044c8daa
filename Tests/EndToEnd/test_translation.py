"""A site whose phrases files say everything themselves has no word of the program's own left on any page (SPEC P2).

Every text is marked, and the data of the site is made of words that begin with "zq": what is left of a page without the
marked texts, its markup and the data would be a word that no file can translate.
"""
import html.parser
import json
import re

import pytest

from support.clients import connect
from support.program import REPOSITORY
from support.sites import creator, tree

PLACES = re.compile(r"\{[a-z_]+\}|#")
MARKED = re.compile(r"⟦[^⟧]*⟧")
# Names of units, formats and firms that are the same in every language.
NAMES = {"rp", "idr", "thb", "id", "th", "csv", "json", "etc", "gmt", "utc"}
SPOKEN = {"title", "aria-label", "alt", "placeholder", "content", "label"}
DATA = re.compile(r"zq", re.IGNORECASE)
# Addresses and secrets, variables of messages, values for programs.
CODE = re.compile(r"https?://\S+|plaza_\S+|\{\{[a-z_]+\}\}|'[a-z_]+'|\S*zq\S*")
# Each is called by its own name.
LANGUAGES = {"English", "Bahasa", "Indonesia", "Melayu", "Tiếng", "Việt", "ไทย", "Filipino"}
# What a problem names of an address.
PARAMETERS = set(
    "age audience category engagement followers frequent gender gmv gpm live managed market max min name page per products quick rating "
    "reliable score sort state type units unknown video views".split())


def mark(text):
    """Each text by its key, the places of the program's behind it; lists of names stay lists."""
    lines = []
    for line in text.splitlines():
        key, equals, said = line.partition(" = ")
        if not equals or line.startswith("#") or key == "language_code":
            continue
        lines.append(f"{key} = " + "|".join(" ".join([f"⟦{key}⟧", *PLACES.findall(part)]) for part in said.split("|")))
    return "\n".join(lines) + "\n"


class Spoken(html.parser.HTMLParser):
    """What a page says: its texts and those attributes that are read to people or by search engines."""

    def __init__(self, page):
        super().__init__()
        self.texts, self.silent = [], 0
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag in ("script", "style"):
            self.silent += 1
        if tag == "meta" and (values.get("name") or values.get("property")) not in ("description", "og:title", "og:site_name"):
            return
        self.texts += [value for name, value in attributes if name in SPOKEN and value]

    def handle_endtag(self, tag):
        if tag in ("script", "style"):
            self.silent -= 1

    def handle_data(self, data):
        if not self.silent:
            self.texts.append(data)


def left_over(page):
    """The words of a page that stand in no phrases file and in no data."""
    words = {word for text in Spoken(page).texts for word in re.findall(r"[^\W\d_]{2,}", CODE.sub(" ", MARKED.sub(" ", text)))}
    return {word for word in words if word.lower() not in NAMES and not DATA.match(word)}


def told(left):
    return "\n".join(f"{where}: {' '.join(sorted(words))}" for where, words in left.items())


FIGURES = {
    "followers": 12_000, "gmv": 5_000_000, "gmv_video": 3_000_000, "gmv_live": 1_500_000, "gpm_video": 12_000, "gpm_live": 9_000,
    "units_sold": 80, "videos": 12, "lives": 4, "video_views_avg": 900, "likes_avg": 90, "comments_avg": 9, "shares_avg": 3,
    "live_viewers_avg": 70, "live_view_seconds_avg": 125, "completion_rate": 0.2, "engagement_rate": 0.1, "rating": 4.5,
    "products": 30, "response_rate": 0.9, "response_hours": 2.5, "sample_fulfilment_rate": 0.8, "audience_female": 0.6,
    "audience_age_18_24": 0.4, "audience_age_25_34": 0.3, "audience_age_35_44": 0.1, "audience_age_45_54": 0.1,
    "audience_age_55_plus": 0.1, "updated": "2026-09-30",
}


def creators():
    """Open, closed, hidden, linked, stated and unknown ones, so that every sentence has somebody to stand at."""
    return [
        creator("zqone", "Zqname", **FIGURES, whatsapp="+62 812 0000 0001", categories=["Zqkind"], bio="Zqbio zqbio"),
        *(creator(f"zqmore{number}", "Zqname", **{**FIGURES, "gmv": 1_000_000 * number, "gmv_video": 100_000, "gmv_live": 900_000,
                                                   "response_hours": 30}, categories=["Zqkind"]) for number in range(2, 30)),
        creator("zqclosed", "Zqname", **FIGURES, authorized=False, contact_visible=False),
        creator("zqstated", "Zqname", followers=9, score=80, quick_to_respond=True, reliable_with_samples=False, posts_frequently=True),
        creator("zqunknown", "Zqname"),
        creator("zqlinked", "Zqname", followers=5, agency="agency", email="zqmail@zqmail.example"),
    ]


@pytest.fixture(scope="module")
def site(workshop):
    site = workshop.make_site(
        creators=creators(),
        site={"name": "Zqsite", "base_url": "https://zqsite.example/zq", "markets": ["ID", "TH"], "categories": ["Zqkind", "Zqother"]},
        companies={
            "agency": {"name": "Zqcorp", "roles": ["mcn", "affiliate_partner"], "account_manager": "Zqmanager", "service": "Zqservice",
                       "contacts": {"email": "zqcorp@zqcorp.example"}, "introduction": "Zqintroduction."},
            "other": {"name": "Zqother", "roles": ["mcn"], "introduction": "Zqintroduction."},
        })
    for day, followers in (("2026-07-31", 10_000), ("2026-08-31", 11_000)):
        said = {"username": "zqone", "market": "ID", "format": "csv", "file": "zq.csv", "currency": "IDR", "row": "0", "followers": followers}
        site.write(f"snapshots/{day}.jsonl", json.dumps(said) + "\n")
    for file in (REPOSITORY / "Templates" / "phrases").glob("*.txt"):
        site.write(f"templates/phrases/{file.name}", mark(file.read_text(encoding="utf-8")))
    workshop.program.build(site)
    return site


def test_no_word_of_the_program_is_left_on_a_published_page(site):
    pages = {name: content.decode() for name, content in tree(site.public).items() if name.endswith((".html", "feed.xml"))}
    assert len(pages) > 40
    # The style guide consists of the names of tokens and of made-up people; its own words stand in the files all the same.
    assert "⟦title_style_guide⟧" in pages["styleguide.html"]
    left = {name: words for name, page in pages.items() if name != "styleguide.html" and (words := left_over(page))}
    assert not left, told(left)


# What a member asks of the server, in this order; each answer is looked at.
ASKED = [
    ("/sign-in", None), ("/settings", None), ("/settings/password", {"new_password": "short"}), ("/settings/tokens", {"name": "zqtoken"}),
    ("/settings/tokens", {}), ("/company", None), ("/company/members", {"email": "no"}), ("/company/members", {"email": "zq@zq.example"}),
    ("/nothing", None), ("/contact", {"creator": "zqone"}), ("/contact", {"creator": "zqclosed"}), ("/contact", {"creator": "zqunknown"}),
    ("/contact", {"creator": "zqnobody"}), ("/contact", {}),
    ("/invite", {"creator": ["zqone"], "message": "", "purpose": "partnership"}),
    ("/invite", {"creator": ["zqone"], "message": "Zq {{zqx}}", "whatsapp": "zq", "line": "zq zq"}),
    ("/invite", {"creator": ["zqone"], "message": "Zq", "purpose": "partnership", "whatsapp": "+62 812 0000 1111"}),
    ("/invite", {"creator": ["zqone"], "message": "Zq", "purpose": "partnership", "whatsapp": "+62 812 0000 1111"}),
    ("/invite", {"creator": ["zqone"], "message": "Zq", "purpose": "partnership", "whatsapp": "+62 812 0000 1111", "queue": "true"}),
    ("/invite", {"creator": ["zqmore2", "zqmore3", "zqone"], "message": "Zq", "purpose": "distribution", "whatsapp": "+62 812 0000 1111"}),
    ("/queue", None), ("/queue?done=moved", None), ("/ID/", None), ("/ID/?category=zqkind&followers_min=5&q=zq&type=live&unknown=include", None),
    ("/ID/?page=9", None), ("/ID/?gmv_min=900000000000", None), ("/ID/?zq=1", None), ("/ID/?sort=zq&followers_min=zq&per_page=0", None),
    ("/picks", {"creator": ["zqmore4", "zqmore5", "zqone"]}), ("/picks", None), ("/ID/?not_invited_days=7", None), ("/invite?picks=true", None),
    ("/invite?creator=zqmore6", None), ("/templates", {"name": "", "message": "Zq {{zqx}} {{zqy}}", "language": "zq zq", "market": "zq"}),
    ("/templates", {"name": "Zqname", "message": "Zq {{nickname}}"}), ("/templates", None), ("/shortlists", {"name": "Zqlist", "creator": ["zqone"]}),
    ("/shortlists", None), ("/shortlists", {"name": ""}), ("/tags", {"creator": "zqone", "tag": "Zqtag"}), ("/timeline/zqone", None), ("/replies", None),
    ("/invitations", None), ("/invitations?q=zqnothing", None), ("/invitations?state=zq", None), ("/sign-in?token=zq", None),
]


def test_no_word_of_the_program_is_left_on_a_page_of_the_server(workshop, site):
    server = workshop.serve(site)
    member = workshop.member(server)
    left, seen = {}, 0
    for address, fields in ASKED:
        answer = member.get(address) if fields is None else member.post(address, fields)
        while answer.is_redirect:
            answer = member.get(str(answer.url.join(answer.headers["location"])))
        assert answer.headers["content-type"].startswith("text/html"), address
        seen += 1
        if words := left_over(answer.text) - (PARAMETERS if answer.status_code == 422 and "?" in address else set()):
            left[address, str(fields)] = words
    invitation = re.search(r'href="(invitations/[0-9a-f-]{36})"', member.get("/invitations").text).group(1)
    sent = member.get("/" + invitation).text
    stranger = connect(server, Accept="text/html")
    inbox = re.search(r"/inbox/[\w-]+", sent).group(0)
    pages = {
        "invitation": sent, "inbox": stranger.get(inbox).text, "data": stranger.get(inbox + "/data").text, "no inbox": stranger.get("/inbox/zq").text,
        "confirmed": stranger.post("/invite", data={"creator": "zqone", "message": "Zq"}).text,
        "refused": stranger.post("/sign-in", data={"email": "zq@zq.example", "password": "zq"}).text,
    }
    left |= {name: words for name, page in pages.items() if (words := left_over(page) - LANGUAGES)}
    assert not left and seen == len(ASKED), told(left)


def test_what_programs_get_is_told_in_the_same_words(workshop, site):
    server = workshop.serve(site)
    answer = connect(server, Accept="application/json").get("/creators.json?market=ID&zq=1")
    assert answer.status_code == 422
    told = answer.json()
    assert told["errors"][0]["parameter"] == "zq"
    for text in (told["title"], told["detail"], told["errors"][0]["detail"], told["errors"][0]["fix"]):
        assert text.startswith("⟦"), text
