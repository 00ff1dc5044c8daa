"""`plaza check`: every fault of a site at once, each with its place and how to mend it."""
import re

import pytest

from support.program import REPOSITORY
from support.sites import creator

AGES = ["18_24", "25_34", "35_44", "45_54", "55_plus"]
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
    "age shares that are more than a whole": (
        lambda site: site.write_creators([creator("ana", audience_age_18_24=0.8, audience_age_25_34=0.5)]), ["all.jsonl:1:", "1.3"]),
    "age shares that are less than a whole": (
        lambda site: site.write_creators([creator("ana", **{f"audience_age_{band}": 0.1 for band in AGES})]),
        ["all.jsonl:1:", "0.5"]),
    "a day to come": (lambda site: site.write_creators([creator("ana", updated="2099-01-01")]), ["all.jsonl:1:", "2099-01-01"]),
    "snapshots of a day to come": (lambda site: site.write("snapshots/2099-01-01.jsonl", ""), ["snapshots/2099-01-01.jsonl"]),
    "a snapshot that is none": (lambda site: site.write("snapshots/2020-01-01.jsonl", "{}\n"), ["2020-01-01.jsonl:1:1"]),
    "currency of another market": (
        lambda site: site.write_creators([creator("ana", currency="VND", gmv=5)]), ["all.jsonl:1:", "VND", "IDR"]),
    "category of another market": (
        lambda site: (append(site, "site.yaml", "categories: {ID: [Health], GB: [Shoes]}\n"),
                      site.write_creators([creator("ana", categories=["Shoes"])])), ["all.jsonl:1:", "ID", "shoes"]),
    "unknown weight": (lambda site: append(site, "site.yaml", "score_weights: {gvm: 1}\n"), ["site.yaml:", "gmv"]),
    "weight of nothing": (lambda site: append(site, "site.yaml", "score_weights: {gmv: 0}\n"), ["site.yaml:", "above 0"]),
    "unknown threshold": (lambda site: append(site, "site.yaml", "thresholds: {quick: 1}\n"), ["site.yaml:", "quick"]),
    "threshold beyond its range": (
        lambda site: append(site, "site.yaml", "thresholds: {reliable_with_samples: 80}\n"), ["site.yaml:", "0 to 1"]),
    "unknown score market": (lambda site: append(site, "site.yaml", "score_markets: [DE]\n"), ["site.yaml:", "DE"]),
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


SAME = [
    ({"email": "a@x.example"}, {"email": "A@X.example"}), ({"phone": "+62 812 555 0100"}, {"whatsapp": "00628125550100"}),
]


@pytest.mark.parametrize("one, other", SAME)
def test_one_person_under_two_names_is_a_warning(plaza, make_site, one, other):
    """It names both records and neither's address."""
    site = make_site(creators=[creator("ana", **one), creator("bea"), creator("cleo", **other)])
    run = plaza.run("check", site)
    assert "all.jsonl:3:" in run.err and "all.jsonl:1" in run.err and "warning" in run.err and "'ana'" in run.err
    assert "x.example" not in run.err.lower() and "555" not in run.err


def test_an_agencys_number_is_told_once(plaza, make_site):
    site = make_site(creators=[creator(f"c{index}", phone="+628125550100") for index in range(9)])
    run = plaza.run("check", site)
    assert run.err.count("warning") == 1 and "9 creators" in run.err


def test_dollars_are_told_once_a_file(plaza, make_site):
    site = make_site(creators=[creator(f"c{index}", currency="USD", gmv=5) for index in range(4)])
    run = plaza.run("check", site)
    assert run.err.count("warning") == 1 and "4 creators" in run.err and "USD" in run.err


def test_parts_above_the_whole_are_a_warning(plaza, make_site):
    site = make_site(creators=[creator("ana", gmv=10, gmv_video=8, gmv_live=8)])
    assert "warning" in plaza.run("check", site).err


def test_markets_that_are_not_served_are_told_once(plaza, make_site):
    site = make_site(site={"markets": ["GB"]}, creators=[creator(f"c{index}") for index in range(30)])
    run = plaza.run("check", site)
    assert run.err.count("warning") == 1 and "30 creators" in run.err


def test_every_key_of_site_yaml_is_explained_in_the_sample(plaza, make_site):
    """The keys that an unknown one is compared with are those that site/site.yaml speaks of."""
    source = (REPOSITORY / "Sources/Catalogue/SiteFolder/SiteFile.swift").read_text()
    keys = re.findall(r'"([a-z_]+)"', source.split("static let keys = [")[1].split("]")[0])
    source = (REPOSITORY / "Sources/Catalogue/SiteFolder/DefinitionsReader.swift").read_text()
    keys += re.findall(r'"([a-z_]+)"', source.split("static let thresholds = [")[1].split("]")[0])
    told = (REPOSITORY / "site/site.yaml").read_text()
    assert len(keys) > 15 and [key for key in keys if f"{key}:" not in told] == []
