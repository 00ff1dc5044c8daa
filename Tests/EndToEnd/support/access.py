"""Who may do what: the table of docs/access.md, two companies to try it with, and what the store holds of each."""
import pathlib
import re
import sqlite3

from support.clients import HTML, JSON, PHONE, Visitor, connect
from support.program import REPOSITORY
from support.sites import AGENCY, NETWORK, creator

ROLES = ["nobody", "creator", "member", "owner", "token"]
PASSWORD = "nine lamps in a harbour"


def table():
    """{route: {role: what is expected}}, in order."""
    lines = pathlib.Path(REPOSITORY / "docs/access.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| `")]
    return {row[0].strip("`"): dict(zip(ROLES, row[1:])) for row in rows}


def posts():
    """Those of members; what an inbox's token proves is tested in test_inbox.py."""
    return [route for route in table() if route.startswith("POST ") and not route.startswith("POST /inbox/")]


# What each POST would do something with, sent by an owner of the first company. Every POST of the table has its line here.
BODIES = {
    "POST /sign-in": lambda world: {"token": world.link("member@agency.example")},
    "POST /sign-out": lambda world: {},
    "POST /contact": lambda world: {"creator": "ana"},
    "POST /invite": lambda world: {"creator": "ana", "message": "Hello", "purpose": "partnership", **PHONE},
    "POST /invite/preview": lambda world: {"creator": "ana"},
    "POST /message/preview": lambda world: {"message": "Hello {{nickname}}", "creator": "ana"},
    "POST /invitations/{id}/resend": lambda world: {"_id": world.sent, "queue": "true"},
    "POST /queue/{id}/move": lambda world: {"_id": world.waiting, "to": "last"},
    "POST /queue/{id}/cancel": lambda world: {"_id": world.waiting},
    "POST /templates": lambda world: {"name": "Cold", "message": "Good day"},
    "POST /templates/{id}": lambda world: {"_id": world.template, "name": "Warm", "message": "Good evening"},
    "POST /templates/{id}/delete": lambda world: {"_id": world.template},
    "POST /picks": lambda world: {"creator": "ana"},
    "POST /shortlists": lambda world: {"name": "Summer", "creator": "ana"},
    "POST /shortlists/{id}": lambda world: {"_id": world.shortlist, "creator": "budi"},
    "POST /shortlists/{id}/delete": lambda world: {"_id": world.shortlist},
    "POST /tags": lambda world: {"creator": "ana", "tag": "Warm"},
    "POST /notes": lambda world: {"creator": "ana", "note": "Met in June"},
    "POST /answers/read": lambda world: {},
    "POST /company/members": lambda world: {"email": "new@agency.example", "role": "member"},
    "POST /company/members/link": lambda world: {"email": "member@agency.example"},
    "POST /company/members/role": lambda world: {"email": "member@agency.example", "role": "owner"},
    "POST /company/members/remove": lambda world: {"email": "other@agency.example"},
    "POST /settings/password": lambda world: {"new_password": PASSWORD},
    "POST /settings/sessions/end": lambda world: {"session": world.other_session()},
    "POST /settings/tokens": lambda world: {"name": "till"},
    "POST /settings/tokens/revoke": lambda world: {"token": world.token_id},
}
# Whoever holds a link is let in by it: here nothing is to be proven but where the form comes from.
OPEN = {"POST /sign-in"}
# They only look.
LOOKS = {"POST /invite/preview", "POST /message/preview"}


class World:
    """A server with two companies, "agency" and "second", each with an owner and members."""

    def __init__(self, workshop):
        person = creator("ana", "Ana", email="ana@mail.example", whatsapp="+62 812 9905 0001")
        others = [creator(name) for name in ("budi", "cita", "dora")]
        site = workshop.built_site(creators=[person, *others], companies={"agency": AGENCY, "second": NETWORK})
        for email, company, role in [
            ("olga@agency.example", "agency", "owner"), ("member@agency.example", "agency", "member"),
            ("other@agency.example", "agency", "member"), ("boris@second.example", "second", "owner"),
        ]:
            workshop.program.run("member", "add", email, "--company", company, "--role", role, "--site", site)
        self.server = workshop.serve(site)
        self.owners = {}
        for email, company in [("olga@agency.example", "agency"), ("boris@second.example", "second")]:
            printed = workshop.program.run("member", "link", email, "--site", site).out
            owner = self.owners[company] = Visitor(self.server)
            assert owner.sign_in(re.search(r"token=(\S+)", printed)[1]).status_code == 303
        self.token = self.make_token(self.owners["agency"])
        self.token_id = self.ask("/settings.json")["tokens"][0]["id"]
        self.begin_work()

    def begin_work(self):
        """Something of each kind that the first company can have."""
        def made(path, **body):
            owner = self.owners["agency"]
            answer = owner.http.post(path, json=body, headers={**JSON, **owner.proof})
            assert answer.status_code == 200, answer.text
            return answer.json()

        words = {"message": "Hello", "purpose": "partnership", **PHONE}
        self.sent = made("/invite", creator="budi", **words)["results"][0]["invitation"]
        made("/invite", creator=["cita", "dora"], **words)
        queued = made("/invite", creator=["cita", "dora"], queue=True, **words)["results"]
        self.waiting = queued[0]["invitation"]
        self.template = made("/templates", name="Warm", message="Good morning")["id"]
        self.shortlist = made("/shortlists", name="Spring", creator=["ana"])["id"]

    def ask(self, path, company="agency"):
        answer = self.owners[company].http.get(path, headers=JSON)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def link(self, email):
        """A new one-time link's token for a member, made by the owner of the company."""
        owner = self.owners["second" if email.endswith("@second.example") else "agency"]
        answer = owner.http.post("/company/members/link", json={"email": email}, headers={**JSON, **owner.proof})
        assert answer.status_code == 200, answer.text
        return re.search(r"token=([\w-]+)", answer.json()["link"])[1]

    def sign_in(self, email):
        visitor = Visitor(self.server)
        assert visitor.sign_in(self.link(email)).status_code == 303
        return visitor

    def other_session(self):
        """The id of a session of the first owner's, besides the one that asks."""
        self.sign_in("olga@agency.example")
        return next(each["id"] for each in self.ask("/settings.json")["sessions"] if not each["current"])

    def make_token(self, visitor, name="till"):
        answer = visitor.http.post("/settings/tokens", json={"name": name}, headers={**JSON, **visitor.proof})
        assert answer.status_code == 201, answer.text
        return answer.json()["token"]

    def client(self, role):
        """An HTTP client that a role's requests come from."""
        if role in ("nobody", "creator"):
            return connect(self.server)
        if role == "token":
            return connect(self.server, Authorization=f"Bearer {self.token}")
        return self.sign_in({"member": "member@agency.example", "owner": "olga@agency.example"}[role]).http

    # MARK: What the store holds

    def rows(self, naming=None):
        """Every row of the store without its notes of use; with `naming`, those that name one of these."""
        with sqlite3.connect(self.server.site.database) as store:
            store.row_factory = sqlite3.Row
            tables = [row[0] for row in store.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
            found = {
                (table, tuple((key, row[key]) for key in row.keys() if key != "used"))
                for table in tables for row in store.execute(f'SELECT * FROM "{table}"')
            }
        store.close()
        if naming is None:
            return found
        return {(table, row) for table, row in found if any(value in naming for _, value in row)}

    def rows_of_first_company(self):
        return self.rows({"agency", "olga@agency.example", "member@agency.example", "other@agency.example"})


def send(http, route, body, form=True, **headers):
    """A POST as a page's form, or as JSON."""
    body = dict(body)
    path = route.split(" ")[1].replace("{id}", body.pop("_id", ""))
    if form:
        return http.post(path, data=body, headers={**HTML, **headers})
    return http.post(path, json=body, headers={**JSON, **headers})
