"""`plaza import`: foreign CSV into native files, every row accounted for."""
import csv
import io

import pytest

from support.imports import counts
from support.sites import creator, tree

# Column names twice, a cell with a line break, counts in every notation, and one row that cannot be read.
FOREIGN = (
    "\ufeffRank,Account,\"TikTok\r\nname\",Subscribers,Subscribers,Category,Engagement\r\n"
    '1,@ana.one,"Ana ""A"" One",1.3M,1300021,Beauty,12.5%\r\n'
    '2,ben_two,"Ben\r\nTwo",97K,"97,004",Health,3%\r\n'
    "3,cy-three,ชื่อ,1234,1234,Nonsense,0.5%\r\n"
    "4,dee,Dee,lots,many,Shoes,1%\r\n"
    "5,@ANA.ONE,Ana again,5,5,Shoes,1%\r\n"
)
MAP = ["--map", "username=Account", "--map", "nickname=#3", "--map", "followers=#5", "--map", "categories=Category",
       "--map", "engagement_rate=Engagement"]


@pytest.fixture
def foreign(tmp_path):
    file = tmp_path / "June list.csv"
    file.write_bytes(FOREIGN.encode())
    return file


def rows(site):
    """{username: row} of every native CSV file."""
    found = {}
    for name, content in tree(site.folder / "creators").items():
        if name.endswith(".csv"):
            for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")):
                found[row["username"]] = row
    return found


def test_every_row_is_imported_or_reported(plaza, make_site, foreign):
    site = make_site()
    run = plaza.run("import", foreign, "--site", site, "--market", "ID", *MAP, expect=1)
    assert counts(run) == {"imported": 3, "unchanged": 0, "faulty": 2}
    assert set(rows(site)) == {"ana.one", "ben_two", "cy-three"}
    assert ":7:" in run.err and "many" in run.err, "the row with the bad number, by its physical line"
    assert ":8:" in run.err and "3" in run.err, "the second of two equal usernames"


def test_values_are_read_as_people_write_them(plaza, make_site, foreign):
    site = make_site()
    plaza.run("import", foreign, "--site", site, "--market", "ID", *MAP, expect=1)
    found = rows(site)
    assert found["ana.one"]["followers"] == "1300021" and found["ben_two"]["followers"] == "97004"
    assert found["ana.one"]["nickname"] == 'Ana "A" One' and found["cy-three"]["nickname"] == "ชื่อ"
    assert float(found["ana.one"]["engagement_rate"]) == 0.125
    assert found["ana.one"]["market"] == "ID"
    assert "beauty" in found["ana.one"]["categories"].lower()
    assert found["cy-three"]["categories"] == ""


def test_a_column_can_be_given_by_position(plaza, make_site, foreign):
    site = make_site()
    other = [("followers=#4" if part == "followers=#5" else part) for part in MAP]
    plaza.run("import", foreign, "--site", site, "--market", "ID", *other, expect=1)
    assert rows(site)["ana.one"]["followers"] == "1300000"


def test_importing_twice_changes_nothing(plaza, make_site, foreign):
    site = make_site()
    plaza.run("import", foreign, "--site", site, "--market", "ID", *MAP, expect=1)
    before = tree(site)
    run = plaza.run("import", foreign, "--site", site, "--market", "ID", *MAP, expect=1)
    assert counts(run) == {"imported": 0, "unchanged": 3, "faulty": 2}
    assert tree(site) == before


def test_without_map_it_proposes_one_and_says_so(plaza, make_site, foreign):
    site = make_site()
    run = plaza.run("import", foreign, "--site", site, "--market", "ID", expect=1)
    assert "proposed" in run.err and "Subscribers" in run.err and "#5" in run.err
    assert rows(site)["ana.one"]["followers"] == "1300021", "of two columns of one name the exact one"


def test_what_was_imported_is_a_sound_site(plaza, make_site, foreign):
    site = make_site()
    plaza.run("import", foreign, "--site", site, "--market", "ID", *MAP, expect=1)
    plaza.run("check", site)
    plaza.build(site)
    assert "1.3M" in site.page("ID/index.html")


@pytest.mark.parametrize("separator", ["\t", ";"])
def test_other_separators_are_recognised(plaza, make_site, tmp_path, separator):
    file = tmp_path / "list.csv"
    rows_of_file = [["username", "nickname", "followers"], ["ana", "Ana, dear", "12"]]
    file.write_text("".join(separator.join(row) + "\n" for row in rows_of_file))
    site = make_site()
    assert counts(plaza.run("import", file, "--site", site, "--market", "SG"))["imported"] == 1
    assert rows(site)["ana"]["nickname"] == "Ana, dear"


def test_only_mapped_cells_of_a_known_creator_change(plaza, make_site, tmp_path):
    site = make_site()
    site.write("creators/mine.csv", "username,nickname,market,bio,followers\r\nana,Ana,ID,\"my, words\",5\r\nben,Ben,ID,,7\r\n")
    file = tmp_path / "new.csv"
    file.write_text("username,followers,units_sold\nana,6,11\n")
    assert counts(plaza.run("import", file, "--site", site, "--market", "ID"))["imported"] == 1
    found = rows(site)
    assert found["ana"] | {"followers": "6", "units_sold": "11", "bio": "my, words", "nickname": "Ana"} == found["ana"]
    assert found["ben"]["followers"] == "7"
    assert list(tree(site.folder / "creators")) == ["all.jsonl", "mine.csv"]


def test_json_lines_are_read_too(plaza, make_site, tmp_path):
    file = tmp_path / "list.jsonl"
    file.write_text('{"username":"@ana","nickname":"Ana","followers":"1.5K"}\n{"username":"b b","nickname":"B"}\n')
    site = make_site()
    run = plaza.run("import", file, "--site", site, "--market", "SG", expect=1)
    assert counts(run) == {"imported": 1, "unchanged": 0, "faulty": 1}
    assert rows(site)["ana"]["followers"] == "1500"


@pytest.mark.parametrize(
    "arguments, told",
    [
        (["--map", "folowers=#4"], "followers"),
        (["--map", "followers=#40"], "#40"),
        (["--map", "followers=Subscriber"], "Subscribers"),
        (["--market", "XX"], "XX"),
    ],
    ids=" ".join,
)
def test_a_mapping_that_cannot_be_is_refused_before_anything_is_written(plaza, make_site, foreign, arguments, told):
    site = make_site()
    before = tree(site)
    run = plaza.run("import", foreign, "--site", site, "--market", "ID", *arguments, expect=None)
    assert run.code in (1, 64) and told in run.err, run.said
    assert tree(site) == before


def test_without_a_market_nothing_is_written(plaza, make_site, foreign):
    site = make_site()
    before = tree(site)
    run = plaza.run("import", foreign, "--site", site, *MAP, expect=None)
    assert run.code in (1, 64) and "--market" in run.err
    assert tree(site) == before


def test_a_creator_of_another_market_is_not_moved(plaza, make_site, foreign):
    site = make_site(creators=[creator("ben_two", market="TH")])
    run = plaza.run("import", foreign, "--site", site, "--market", "ID", *MAP, expect=1)
    assert counts(run) == {"imported": 2, "unchanged": 0, "faulty": 3}
