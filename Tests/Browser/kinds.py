"""Every kind of page, and how to come to it."""
import csv

from support.program import REPOSITORY

MESSAGE = "We would like to **work with you**.\n\n- fair terms\n- quick answers"


def sample_creators(market="id"):
    """The rows of a market of the sample site."""
    with open(REPOSITORY / "site" / "creators" / f"{market}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_listed(row):
    return row.get("ecommerce") not in ("false", "no", "0") and row.get("account_type", "") in ("", "creator")


def first(condition, market="id"):
    """The username of the first listed creator of whom the condition holds."""
    return next(row["username"] for row in sample_creators(market) if is_listed(row) and condition(row))


def is_false(row, column):
    return row.get(column) in ("false", "no", "0")


CLOSED = first(lambda row: is_false(row, "authorized"))
HIDDEN = first(lambda row: is_false(row, "contact_visible"))
REACHABLE = [
    row["username"] for row in sample_creators()
    if is_listed(row) and not is_false(row, "contact_visible") and row.get("whatsapp")
]
THAI = first(lambda row: True, "th")

# Files of public/, by kind.
STATIC = {
    "home": "index.html",
    "market": "ID/index.html",
    "market page 2": "ID/page/2/index.html",
    "market in Thai": "TH/index.html",
    "creator": f"creators/{REACHABLE[0]}.html",
    "creator with closed figures": f"creators/{CLOSED}.html",
    "creator with hidden contact": f"creators/{HIDDEN}.html",
    "creator in Thai": f"creators/{THAI}.html",
    "company": "companies/northlight.html",
    "help": "help.html",
    "style guide": "styleguide.html",
    "comparison without anybody": "compare/index.html",
    "comparison": f"compare/index.html?creator={REACHABLE[0]}&creator={REACHABLE[1]}&creator={CLOSED}",
}



def send(page, server, path, fields):
    """Sends a form to the server from the page that is open; fields are (name, value) pairs."""
    with page.expect_navigation():
        page.evaluate(
            """([action, fields]) => {
                const form = document.createElement("form");
                form.method = "post";
                form.action = action;
                for (const [name, value] of fields) {
                    const field = document.createElement("textarea");
                    field.name = name;
                    field.value = value;
                    form.append(field);
                }
                document.body.append(form);
                form.submit();
            }""",
            [server.url + path, fields],
        )


def invitation(*creators, message=MESSAGE, **more):
    named = [("creator", each) for each in creators] + list(more.items())
    return [*named, ("purpose", "partnership"), ("message", message), ("whatsapp", "+62 812 0000 1111")]


def by_form(path, fields, status=200):
    """A page that the server answers a form with."""

    def go(page, server):
        page.watch.expect_status(status)
        page.goto(server.url + "/index.html")
        send(page, server, path, fields)

    return go


def by_address(path, status=200):
    def go(page, server):
        page.watch.expect_status(status)
        page.goto(server.url + path)

    return go


# Pages that the server makes for a signed-in member, by kind. They are opened in this order.
SERVED = {
    "sign-in without a link": by_address("/sign-in"),
    "sign-in refused": by_form("/sign-in", [("email", "nobody@mail.example"), ("password", "wrong")], 401),
    "settings": by_address("/settings"),
    "settings with a fault": by_form("/settings/password", [("new_password", "short")], 422),
    "token made": by_form("/settings/tokens", [("name", "till")]),
    "own company": by_address("/company"),
    "member with a fault": by_form("/company/members", [("email", "no address")], 422),
    "member added": by_form("/company/members", [("email", "new@northlight.example")]),
    "not found": by_address("/nothing/here.html", 404),
    "contact": by_form("/contact", [("creator", REACHABLE[0])]),
    "contact hidden": by_form("/contact", [("creator", HIDDEN)], 403),
    "invitation refused for its fields": by_form("/invite", invitation(REACHABLE[1], message=""), 422),
    "invitation sent": by_form("/invite", invitation(REACHABLE[2])),
    "invitation refused for its time": by_form("/invite", invitation(REACHABLE[2]), 409),
    "invitations sent": by_form("/invite", invitation(REACHABLE[2], REACHABLE[3], REACHABLE[4])),
    "invitation waits": by_form("/invite", invitation(REACHABLE[2], queue="true")),
    "invitations wait and do not": by_form("/invite", invitation(REACHABLE[5], REACHABLE[3], queue="true")),
    "queue": by_address("/queue"),
    "list of a member": by_address("/ID/"),
    "picks": by_form("/picks", [("creator", each) for each in REACHABLE[2:9]]),
    "invitation to those picked": by_address("/invite?picks=true"),
    "invitation to one": by_address(f"/invite?creator={REACHABLE[8]}"),
    "template kept": by_form("/templates", [("name", "Warm"), ("message", "Hi {{nickname}}"), ("language", "id")]),
    "template refused": by_form("/templates", [("name", ""), ("message", "Hi {{nobody}}"), ("language", "no such")], 422),
    "shortlist": by_form("/shortlists", [("name", "Spring"), *[("creator", each) for each in REACHABLE[2:5]]]),
    "shortlists": by_address("/shortlists"),
    "creator tagged": by_form("/tags", [("creator", REACHABLE[2]), ("tag", "Warm")]),
    "timeline": by_address(f"/timeline/{REACHABLE[2]}"),
    "reply rates": by_address("/replies"),
    "history": by_address("/invitations"),
    "history without a match": by_address("/invitations?q=nobody-of-that-name"),
}
