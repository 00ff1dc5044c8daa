"""K3: erasure of one of 5,000, and the ledger that tells what was done with whom."""
import shutil
import sqlite3

import pytest

from support.clients import JSON, problem
from support.inboxes import inbox_of
from support.leaks import views
from support.lengths import length
from support.sites import creator, tree

NAME, NICKNAME = "zyxelda.quorn", "Zyxelda Quorn"
pytestmark = pytest.mark.timeout(length(180, long=3600))

# Those beside whom one is erased.
CROWD = length(499, long=4_999)
MARKS = ["zyxelda", "quorn", "canarymail", "+99055000042", "99055000042", "canarylineq", "sayurbayamungu"]
CONTACTS = {
    "email": "canarymail@private.example", "whatsapp": "+99055000042", "phone": "+99055000042", "line": "canarylineq",
}


def person():
    return creator(NAME, NICKNAME, bio="sayurbayamungu every day", followers=123, gmv=900, photo="zyxelda.quorn.jpg", **CONTACTS)


def marks_in(files):
    """[(file, mark)] of every byte that still tells of the person, through the usual encodings."""
    found = set()
    for name, content in files.items():
        # Thousands of pages are searched as they are; what may hold more in other encodings through those too.
        texts = [content.decode("latin-1"), content.decode("utf-16-le", errors="replace")]
        if not name.startswith(("public/", "creators/person")):
            texts += views(name, content)
        for text in [name, *texts]:
            found |= {(name, mark) for mark in MARKS if mark in text.lower()}
    return sorted(found)


@pytest.fixture
def site(make_site, plaza):
    crowd = [creator(f"person{number}", f"Person {number}", followers=number) for number in range(CROWD)]
    site = make_site(creators=[*crowd[:2500], person(), *crowd[2500:]], profiles={NAME: f"About {NICKNAME}. sayurbayamungu"})
    picture = b"\x89PNG\r\n\x1a\n" + NICKNAME.encode()
    site.write("photos/zyxelda.quorn.jpg", picture)
    site.write("creators/more.csv", "username,nickname,market,bio\r\nother.one,Other,ID,\"two\nlines\"\r\n")
    plaza.run("import", write_csv(site), "--site", site, "--market", "ID")
    plaza.build(site)
    return site


def write_csv(site):
    file = site.folder.parent / "june.csv"
    file.write_text(f"username,nickname,followers,updated\n{NAME},{NICKNAME},124,2026-01-05\nperson1,Person 1,9,2026-01-05\n")
    return file


def test_nothing_of_an_erased_creator_is_left(plaza, site, own_workshop):
    server = own_workshop.serve(site)
    caller = own_workshop.caller(server)
    message = f"Hello {NICKNAME} ({NAME}), sayurbayamungu!"
    inbox = inbox_of(server, caller.invite(NAME, message=message))
    inbox.do("decline", note=f"I, {NICKNAME}, do not want it")
    assert caller.contact(NAME).status_code == 200
    caller.http.post("/tags", json={"creator": NAME, "tag": "Zyxelda friends"})
    caller.http.post("/notes", json={"creator": "person1", "note": f"knows {NICKNAME} and @{NAME}"})
    caller.http.post("/picks", json={"creator": NAME})
    caller.invite("person2", message=f"As {NAME} does")
    assert marks_in(tree(site.folder / "private"))
    # What a build leaves that is killed while it keeps what it read.
    leftover = site.folder / "private/catalogue/lines.memory.new"
    leftover.write_bytes((site.folder / "private/catalogue/creators.jsonl").read_bytes())

    said = plaza.run("erase", NAME.upper(), "--site", site)
    assert "1 invitations made nameless" in said.out and "written anew, without free space" in said.out
    assert "nothing in the site's folder names the creator any more" in said.out, said.said

    # While the server still runs, nobody sees or invites them.
    assert caller.http.get(f"/creators/{NAME}.json").status_code == 404
    assert caller.http.get(f"/creators/{NAME}.html").status_code == 404
    assert caller.contact(NAME).status_code == 404
    assert caller.invite(NAME).status_code in (404, 422)
    assert inbox.http.get(inbox.path, headers=JSON).status_code == 404
    assert len(caller.history()) == 2
    server.stop()

    exports = {
        "creators.csv": plaza.run("export", "creators", "--format", "csv", "--site", site).out.encode(),
        "creators.json": plaza.run("export", "creators", "--format", "json", "--site", site).out.encode(),
    }
    everything = tree(site.folder) | exports
    assert marks_in(everything) == []
    assert "two\nlines" in (site.folder / "creators/more.csv").read_bytes().decode().replace("\r", "")
    assert exports["creators.csv"].decode().count("person") >= CROWD

    # It holds through later builds and imports, even where an old file brings the person back.
    site.write_creators([person()], file="creators/old.jsonl")
    again = plaza.run("import", write_csv(site), "--site", site, "--market", "ID")
    assert "was erased, and is left out" in again.err and NAME not in again.err.split("erased")[0].split("note")[-1]
    plaza.build(site)
    assert marks_in({f"public/{name}": content for name, content in tree(site.public).items()}) == []
    assert marks_in(tree(site.folder / "private")) == []
    listed = plaza.run("query", "market=ID&q=zyxelda", "--site", site, "--json").out
    assert '"total":0' in listed.replace(" ", "")
    assert "was erased before" in plaza.run("erase", NAME, "--site", site).out


def test_an_unknown_name_is_refused_and_nothing_changes(plaza, built_site):
    site = built_site(creators=[creator("ana")])
    before = tree(site.folder)
    said = plaza.run("erase", "nobody.at.all", "--site", site, expect=1)
    assert "nobody called 'nobody.at.all'" in said.err
    after = tree(site.folder)
    assert {name: content for name, content in after.items() if "sqlite" not in name} == {
        name: content for name, content in before.items() if "sqlite" not in name
    }


def test_the_ledger_holds_together_and_every_change_of_it_is_found(plaza, built_site, serve, own_workshop, tmp_path):
    site = built_site(creators=[creator("ana", email="canarymail@private.example")])
    server = serve(site)
    caller = own_workshop.caller(server)
    inbox = inbox_of(server, caller.invite("ana"))
    caller.contact("ana")
    for on in ["false", "true"]:
        inbox.do("contact-display", on=on)
    inbox.do("stop", scope="all")
    server.stop()
    assert "ledger" in plaza.run("check", site).err
    with sqlite3.connect(site.database) as database:
        rows = database.execute("SELECT number, kind, detail FROM ledger ORDER BY number").fetchall()
        kinds = [kind for _, kind, _ in rows]
        assert kinds.count("revealed") == 1 and kinds.count("contact_display") == 2 and kinds.count("stopped") == 1
        assert "canarymail" not in str(rows)
        for forbidden in ["UPDATE ledger SET detail = '{}'", "DELETE FROM ledger"]:
            with pytest.raises(sqlite3.DatabaseError):
                database.execute(forbidden)
    for damage in [
        "UPDATE ledger SET detail = '{\"on\":\"true\"}' WHERE number = 2", "UPDATE ledger SET instant = instant - 1 WHERE number = 1",
        "DELETE FROM ledger WHERE number = 2", "DELETE FROM ledger WHERE number = (SELECT MAX(number) FROM ledger)",
        "UPDATE ledger SET subject = 'somebody' WHERE number = 1",
    ]:
        copy = tmp_path / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(site.folder, copy)
        with sqlite3.connect(copy / "private/plaza.sqlite") as database:
            for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                database.execute(f"DROP TRIGGER {trigger}")
            database.execute(damage)
        found = plaza.run("check", copy, expect=1)
        assert "consent ledger" in found.err, damage


def test_every_contact_has_its_source_date_and_basis(plaza, make_site, serve, own_workshop, tmp_path):
    site = make_site(creators=[creator("ana", email="ana@private.example"), creator("ben")], site={"contact_basis": "contract of 2026"})
    plaza.build(site)
    server = serve(site)
    caller = own_workshop.caller(server)
    inboxes = {name: inbox_of(server, caller.invite(name)) for name in ["ana", "ben"]}
    june = tmp_path / "june.csv"
    june.write_text("username,nickname,market,email,whatsapp\nben,Ben,ID,ben@private.example,\nana,Ana,ID,ana@private.example,+62811000000\n")
    for _ in range(2):
        plaza.run("import", june, "--site", site)
    plaza.build(site)

    def contacts(name):
        held = inboxes[name].http.get(f"{inboxes[name].path}/data.json", headers=JSON).json()
        return {one["channel"]: one for one in held["contacts"]}, [entry["kind"] for entry in held["ledger"]]

    ana, log = contacts("ana")
    assert ana["email"]["source"] == "creators/" and ana["whatsapp"]["source"] == "june.csv"
    assert all(one["basis"] == "contract of 2026" and one["since"] for one in ana.values())
    assert log == ["contact_recorded", "contact_recorded"]
    assert contacts("ben")[0]["email"]["source"] == "june.csv"
    caller.contact("ana")
    assert contacts("ana")[1] == ["contact_recorded", "contact_recorded", "revealed"]
    june.write_text("username,nickname,market,email\nben,Ben,ID,new@private.example\n")
    plaza.run("import", june, "--site", site)
    assert contacts("ben")[1] == ["contact_recorded", "contact_changed"]
    server.stop()
    assert "holds together" in plaza.run("check", site).err


def test_a_backup_restores_and_a_damaged_one_changes_nothing(plaza, built_site, serve, own_workshop, tmp_path):
    site = built_site(creators=[creator("ana"), creator("ben")])
    server = serve(site)
    caller = own_workshop.caller(server)
    inbox = inbox_of(server, caller.invite("ana"))
    backup = tmp_path / "backup.sqlite"
    plaza.run("backup", backup, "--site", site)
    plaza.run("backup", backup, "--site", site)
    assert backup.stat().st_mode & 0o777 == 0o600 and not list(tmp_path.glob("backup.sqlite-*"))
    caller.invite("ben")
    server.stop()
    before = tree(site.folder / "private")
    for damage in [b"", b"not a database", backup.read_bytes()[:5000], backup.read_bytes()[:4096] + b"\xff" * 8192 + backup.read_bytes()[12288:]]:
        bad = tmp_path / "bad.sqlite"
        bad.write_bytes(damage)
        said = plaza.run("restore", bad, "--site", site, expect=1)
        assert "cannot restore" in said.err and len(said.err.strip().splitlines()) <= 2, said.err
        assert tree(site.folder / "private") == before and bad.read_bytes() == damage
    plaza.run("restore", tmp_path / "nothing", "--site", site, expect=1)
    plaza.run("erase", "ben", "--site", site)
    assert "1 creators were erased since" not in plaza.run("restore", backup, "--site", site).out
    plaza.run("erase", "ana", "--site", site)
    assert "1 creators were erased since" in plaza.run("restore", backup, "--site", site).out
    again = own_workshop.serve(site)
    reader = own_workshop.caller(again, email="other@agency.example")
    assert [entry["nickname"] for entry in reader.history()] == ["Erased"]
    assert reader.http.get(inbox.path, headers=JSON).status_code == 404
