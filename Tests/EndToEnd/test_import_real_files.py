"""Import of public data as people have it, where it lies beside the repository; it is not part of it."""
import pytest

from support.exports import exported
from support.imports import counts
from support.program import REPOSITORY
from support.sites import tree

DATA = REPOSITORY.parent / "shared" / "data"
# The file, and how many rows it has.
FILES = {
    "hypeauditor2022/tiktok_2022-06.csv": 1007,
    "hypeauditor2022/tiktok_2022-09.csv": 1000,
    "hypeauditor2022/tiktok_2022-12.csv": 1000,
    "hypeauditor2022/instagram_2022-09.csv": 1050,
    "nigerian_tiktok_2025/influencers.csv": 200,
    "creator_atlas_2026/creators.redacted.csv": 59,
}


@pytest.mark.parametrize("name", FILES)
def test_every_row_is_accounted_for_and_served(plaza, make_site, serve, caller, name):
    if not (DATA / name).is_file():
        pytest.skip(f"shared/data/{name} is not beside the repository")
    site = make_site()
    first = plaza.run("import", DATA / name, "--site", site, "--market", "SG", expect=None)
    told = counts(first)
    assert sum(told.values()) == FILES[name], first.said
    assert told["unchanged"] == 0 and told["imported"] >= 0.9 * FILES[name], first.out
    assert first.code == (1 if told["faulty"] else 0)
    written = tree(site)

    again = plaza.run("import", DATA / name, "--site", site, "--market", "SG", expect=None)
    assert counts(again) == {"imported": 0, "unchanged": told["imported"], "faulty": told["faulty"]}
    assert tree(site) == written

    plaza.run("check", site)
    plaza.build(site)
    assert f'data-total="{told["imported"]}"' in site.page("SG/index.html")
    server = serve(site)
    assert caller(server).http.get("/SG/index.html").status_code == 200


@pytest.mark.parametrize("order", [[6, 9, 12], [12, 6, 9]])
def test_three_lists_of_a_year_show_growth(plaza, make_site, order):
    """Whatever their order, December's figures stand, and the pages show the way there."""
    names = [f"hypeauditor2022/tiktok_2022-{month:02d}.csv" for month in order]
    if not all((DATA / name).is_file() for name in names):
        pytest.skip("shared/data is not beside the repository")
    site = make_site()
    for name in names:
        plaza.run("import", DATA / name, "--site", site, "--market", "SG", expect=None)
    before = tree(site)
    for name in names:
        plaza.run("import", DATA / name, "--site", site, "--market", "SG", expect=None)
    assert tree(site) == before
    records = exported(plaza, site)
    assert records["mrbeast"]["followers"] == 60300000 and records["mrbeast"]["updated"] == "2022-12-31"
    plaza.build(site)
    pages = [page for name, page in tree(site.public / "creators").items()]
    grown = [page for page in pages if b'id="chart-followers-t"' in page]
    assert len(grown) > 400
    assert any(b"between 30 June 2022 and 31 December 2022" in page for page in grown)
