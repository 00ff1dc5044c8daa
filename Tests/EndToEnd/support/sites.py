"""Small whole site folders, written from what a test states."""
import datetime
import json
import pathlib

AGENCY = {"name": "Agency One", "roles": ["mcn", "affiliate_partner"]}
NETWORK = {"name": "Second Network", "roles": ["mcn"]}


def creator(username, nickname=None, market="ID", **fields):
    """A creator in native columns. Without `fields` it is listed, authorised, and has neither contacts nor figures."""
    return {"username": username, "nickname": nickname or f"Nick {username}", "market": market, **fields}


def noon_zone(now=None):
    """A time zone in which it is about noon, so that no test runs over the midnight of its limits."""
    now = now or datetime.datetime.now(datetime.timezone.utc)
    hours = 12 - now.hour
    return "UTC" if hours == 0 else f"Etc/GMT{-hours:+d}"  # POSIX counts the other way


class Site:
    """A site folder; what a build makes of it is read through here."""

    def __init__(self, folder, creators=(), site=None, companies=None, profiles=None):
        self.folder = pathlib.Path(folder)
        self.settings = {"name": "Test Plaza", "company": "agency", "time_zone": noon_zone(), **(site or {})}
        (self.folder / "creators").mkdir(parents=True)
        self.write("site.yaml", yaml(self.settings))
        for slug, company in (companies or {"agency": AGENCY}).items():
            self.write_company(slug, **company)
        for username, text in (profiles or {}).items():
            self.write(f"profiles/{username}.md", text)
        self.write_creators(creators)

    def write(self, path, content):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))

    def write_creators(self, creators, file="creators/all.jsonl"):
        self.write(file, "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in creators))

    def write_company(self, slug, introduction="We work with creators.", **fields):
        self.write(f"companies/{slug}.md", f"---\n{yaml(fields)}---\n{introduction}\n")

    @property
    def public(self):
        return self.folder / "public"

    @property
    def database(self):
        return self.folder / "private" / "plaza.sqlite"

    def page(self, path):
        """The text of a public file."""
        return (self.public / path).read_text(encoding="utf-8")

    def creator_page(self, username):
        return self.page(f"creators/{username}.html")

    def __fspath__(self):
        return str(self.folder)


def yaml(fields):
    """Each value as JSON, which is YAML too."""
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items())


def tree(folder):
    """{relative path: bytes} of every file below a folder."""
    folder = pathlib.Path(folder)
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}
