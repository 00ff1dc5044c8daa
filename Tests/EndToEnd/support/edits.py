"""A site that is edited at random, as its people would, and the same site made from nothing."""
import io
import json
import random
import shutil
import subprocess

from PIL import Image

from support.sites import AGENCY, creator, tree, yaml

MARKETS = ["ID", "VN"]
CATEGORIES = ["Health", "Beauty & Personal Care", "Shoes", "Baby & Maternity"]


class EditedSite:
    """Edits `site` step by step; `log` tells each, so that a failure can be followed."""

    def __init__(self, site, seed):
        self.site, self.random, self.log = site, random.Random(seed), []
        self.creators = {each["username"]: each for each in (self.new_creator() for _ in range(24))}
        self.settings = {**site.settings, "markets": MARKETS}
        self.write_creators()
        self.write_settings()

    def new_creator(self):
        pick = self.random
        fields = {
            "market": pick.choice(MARKETS), "followers": pick.randint(100, 2_000_000), "gmv": pick.choice([None, pick.randint(0, 10**8)]),
            "gmv_video": pick.randint(0, 10**6), "gmv_live": pick.randint(0, 10**6), "gpm_video": pick.randint(1, 10**5),
            "videos": pick.randint(0, 60), "response_hours": pick.choice([None, pick.randint(1, 48)]),
            "categories": pick.sample(CATEGORIES, pick.randint(0, 3)), "bio": pick.choice(["", "Halo", "Xin chào & <b>"]),
            "authorized": pick.random() > 0.2, "email": pick.choice(["", f"{pick.randint(0, 99)}@mail.example"]), "updated": "2026-08-31",
        }
        name = f"c{pick.randint(0, 10**6):06d}"
        return creator(name, **{key: value for key, value in fields.items() if value not in (None, "")})

    def write_creators(self):
        self.site.write_creators(sorted(self.creators.values(), key=lambda each: each["username"]))

    def write_settings(self):
        self.site.settings = self.settings
        self.site.write("site.yaml", yaml(self.settings))

    def some_creator(self):
        return self.random.choice(sorted(self.creators))

    # What people do

    def add_creator(self):
        new = self.new_creator()
        self.creators[new["username"]] = new
        self.write_creators()
        return new["username"]

    def remove_creator(self):
        if len(self.creators) < 4:
            return self.add_creator()
        name = self.some_creator()
        del self.creators[name]
        (self.site.folder / f"profiles/{name}.md").unlink(missing_ok=True)
        for photo in (self.site.folder / "photos").glob(f"{name}.*"):
            photo.unlink()
        self.write_creators()
        return name

    def change_creator(self):
        name = self.some_creator()
        field = self.random.choice(["followers", "gmv", "nickname", "bio", "authorized", "contact_visible", "market", "categories", "email"])
        value = {
            "nickname": f"Nick {self.random.randint(0, 99)}", "bio": f"Bio {self.random.randint(0, 99)}", "authorized": self.random.random() > 0.5,
            "contact_visible": self.random.random() > 0.5, "market": self.random.choice(MARKETS), "categories": self.random.sample(CATEGORIES, 2),
            "email": f"{self.random.randint(0, 99)}@mail.example",
        }.get(field, self.random.randint(0, 10**6))
        self.creators[name][field] = value
        self.write_creators()
        return f"{name}.{field} = {value}"

    def write_profile(self):
        name = self.some_creator()
        self.site.write(f"profiles/{name}.md", f"# About\n\nText {self.random.randint(0, 99)}, **bold**.\n")
        return name

    def write_photo(self):
        name = self.some_creator()
        out = io.BytesIO()
        Image.new("RGB", (300, 300), (self.random.randint(0, 255), 90, 30)).save(out, "PNG")
        content = out.getvalue() if self.random.random() > 0.2 else b"no picture"
        self.site.write(f"photos/{name}.png", content)
        return f"{name}: {len(content)} bytes"

    def write_snapshot(self):
        name = self.some_creator()
        line = {"username": name, "market": self.creators[name]["market"], "format": "csv", "file": "list.csv", "currency": "IDR",
                "row": "0", "followers": self.random.randint(100, 10**6)}
        self.site.write("snapshots/2026-07-31.jsonl", json.dumps(line) + "\n")
        return name

    def change_settings(self):
        key = self.random.choice(["name", "page_size", "look", "base_url", "creator_pages"])
        value = {
            "name": f"Plaza {self.random.randint(0, 9)}", "page_size": self.random.choice([5, 24]), "look": {"radius": self.random.choice([0, 0.5, 1, 2])},
            "creator_pages": self.random.choice(["files", "chunks"]), "base_url": f"https://plaza{self.random.randint(0, 9)}.example",
        }[key]
        self.settings[key] = value
        self.write_settings()
        return f"{key} = {value}"

    def write_company(self):
        slug = self.random.choice(["agency", "partner"])
        fields = AGENCY if slug == "agency" else {"name": "Partner", "roles": ["mcn"]}
        self.site.write_company(slug, f"We work {self.random.randint(0, 99)}.", **fields)
        return slug

    def write_template(self):
        kind = self.random.choice(["words", "template", "asset", "style"])
        number = self.random.randint(0, 99)
        path, text = {
            "words": ("phrases/interface.txt", f"skip_to_content = Go on {number}\n"),
            "template": ("pages/not-found.mustache", f"<!doctype html><title>Not here {number}</title>\n"),
            "asset": ("assets/extra.css", f"a{{order:{number}}}\n"), "style": ("assets/icon.svg", f"<svg xmlns='http://www.w3.org/2000/svg'><!--{number}--></svg>\n"),
        }[kind]
        self.site.write(f"templates/{path}", text)
        return path

    def touch(self):
        """Another time, the same bytes."""
        name = self.random.choice(["site.yaml", "creators/all.jsonl"])
        (self.site.folder / name).touch()
        return name

    def step(self):
        """One edit."""
        kinds = [self.add_creator, self.remove_creator, self.write_profile, self.write_photo, self.write_snapshot, self.change_settings,
                 self.write_company, self.write_template, self.touch] + [self.change_creator] * 4
        kind = self.random.choice(kinds)
        self.log.append(f"{kind.__name__}: {kind()}")


def everything(site):
    """All that a build makes of a site: the catalogue, and what the server reads."""
    derived = site / "private/catalogue"
    return {**tree(site / "public"), "directory": (derived / "creators.jsonl").read_bytes(), **tree(derived / "tables")}


def made_from_nothing(plaza, site, folder, of=lambda site: tree(site / "public")):
    """The catalogue of a site as a clean build on one core makes it, in another folder; or what else `of` takes of it."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(site.folder, folder, ignore=shutil.ignore_patterns("public", "private"))
    subprocess.run(["taskset", "-c", "0", plaza.path, "build", folder], check=True, capture_output=True, timeout=300)
    found = of(folder)
    shutil.rmtree(folder)
    return found


def folders(folder):
    return sorted(str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_dir())
