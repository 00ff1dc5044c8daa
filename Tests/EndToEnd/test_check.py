"""`plaza check`: every fault of a site at once, each with its place and how to mend it."""
import pytest

from support.sites import creator

FAULTS = {
    "duplicate username": (lambda site: site.write_creators([creator("ana"), creator("ANA")]), ["all.jsonl:1", "all.jsonl:2"]),
    "unknown site key": (lambda site: append(site, "site.yaml", "pagesize: 12\n"), ["site.yaml:", "page_size"]),
    "unknown column": (lambda site: site.write_creators([creator("ana", folowers=3)]), ["all.jsonl:1:", "followers"]),
    "unknown market": (lambda site: site.write_creators([creator("ana", market="DE")]), ["all.jsonl:1:", "DE"]),
    "four categories": (
        lambda site: site.write_creators([creator("ana", categories=["Health", "Shoes", "Furniture", "Pre-Owned"])]),
        ["all.jsonl:1:", "three"],
    ),
    "unknown category": (lambda site: site.write_creators([creator("ana", categories=["Helth"])]), ["all.jsonl:1:", "Health"]),
    "profile without a creator": (lambda site: site.write("profiles/nobody.md", "Hi"), ["profiles/nobody.md", "nobody"]),
    "bad date": (lambda site: site.write_creators([creator("ana", updated="2026-02-30")]), ["all.jsonl:1:", "2026-02-30"]),
    "bad number": (lambda site: site.write_creators([creator("ana", followers="1,3M")]), ["all.jsonl:1:", "1,3M"]),
    "negative number": (lambda site: site.write_creators([creator("ana", gmv=-5)]), ["all.jsonl:1:", "-5"]),
    "share above one": (lambda site: site.write_creators([creator("ana", engagement_rate=12.5)]), ["all.jsonl:1:", "12.5"]),
    "missing nickname": (lambda site: site.write_creators([{"username": "ana", "market": "ID"}]), ["all.jsonl:1", "nickname"]),
    "bad username": (lambda site: site.write_creators([creator("../etc/passwd")]), ["all.jsonl:1:", "../etc/passwd"]),
    "broken JSON": (lambda site: site.write("creators/all.jsonl", '{"username": "ana",\n'), ["all.jsonl:1"]),
    "unclosed quote": (
        lambda site: site.write("creators/b.csv", 'username,nickname,market\nben,"Ben,ID\n'), ["creators/b.csv:2"],
    ),
    "company without a file": (lambda site: replace(site, "site.yaml", '"agency"', '"agencies"'), ["site.yaml:", "agencies"]),
    "photo outside": (lambda site: site.write_creators([creator("ana", photo="../site.yaml")]), ["all.jsonl:1:", "photo"]),
    "unknown time zone": (lambda site: append(site, "site.yaml", "", "time_zone", "Mars/Base"), ["site.yaml:", "Mars/Base"]),
}


def append(site, file, line, key=None, value=None):
    text = (site.folder / file).read_text()
    if key:
        text = "".join(each for each in text.splitlines(True) if not each.startswith(key)) + f"{key}: {value}\n"
    site.write(file, text + line)


def replace(site, file, old, new):
    site.write(file, (site.folder / file).read_text().replace(old, new))


@pytest.mark.parametrize("fault", FAULTS)
def test_finds(plaza, make_site, fault):
    site = make_site(creators=[creator("ana")])
    plant, told = FAULTS[fault]
    plant(site)
    run = plaza.run("check", site, expect=1)
    for words in told:
        assert words in run.err, run.said
    assert ": error: " in run.err and "fix: " in run.err


def test_tells_all_faults_at_once_sorted_by_place(plaza, make_site):
    site = make_site(creators=[creator("ana", rating=9), creator("ben", updated="soon")])
    append(site, "site.yaml", "colour: red\n")
    site.write("creators/b.csv", "username,nickname,market\ncy,Cy,ID\nCY,Cy,ID\ndee,Dee,Mars\n")
    site.write("profiles/nobody.md", "Hi")
    err = plaza.run("check", site, expect=1).err
    places = [line.split(": error: ")[0] for line in err.splitlines() if ": error: " in line]
    assert len(places) >= 6, err
    assert [place.split(":")[0] for place in places] == sorted(place.split(":")[0] for place in places)


def test_a_site_without_faults_passes_and_stays_as_it_is(plaza, make_site):
    site = make_site(creators=[creator("ana")])
    run = plaza.run("check", site)
    assert "error" not in run.err
    assert not site.public.exists() and not (site.folder / "private").exists()


def test_the_folder_is_taken_from_where_one_stands(plaza, make_site):
    site = make_site(creators=[creator("ana", rating=9)])
    assert "all.jsonl:1:" in plaza.run("check", ".", cwd=site.folder, expect=1).err
