"""`plaza import` loses nothing that others have written, whatever else goes on."""
import concurrent.futures

from support.sites import tree

HEADER = "username,nickname,market\n"


def test_imports_at_once_lose_no_row(plaza, make_site, tmp_path):
    site = make_site()

    def bring(number):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "same.csv").write_text(f"{HEADER}c{number},C,ID\n")
        plaza.run("import", folder / "same.csv", "--site", site)

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        list(pool.map(bring, range(8)))
    lines = (site.folder / "creators/same.csv").read_text().splitlines()
    assert sorted(lines[1:]) == [f"c{number},C,ID" for number in range(8)]


def test_a_file_that_cannot_be_read_is_not_overwritten(plaza, make_site, tmp_path):
    """A link that leads out of the site is not read, and so must not be written."""
    outside = tmp_path / "outside.csv"
    outside.write_text(f"{HEADER}old,Old,ID\n")
    site = make_site()
    (site.folder / "creators").mkdir(exist_ok=True)
    (site.folder / "creators/new.csv").symlink_to(outside)
    new = tmp_path / "new.csv"
    new.write_text(f"{HEADER}new,New,ID\n")
    run = plaza.run("import", new, "--site", site, expect=1)
    assert "creators/new.csv" in run.err
    assert outside.read_text() == f"{HEADER}old,Old,ID\n"
    assert (site.folder / "creators/new.csv").is_symlink()


def test_a_foreign_file_in_creators_is_not_mixed_with_native_rows(plaza, make_site):
    site = make_site()
    site.write("creators/foo.csv", "Handle,Name,Followers Count\nx1,X One,5\n")
    before = tree(site.folder)
    run = plaza.run("import", site.folder / "creators/foo.csv", "--site", site, "--market", "ID", expect=1)
    assert "not native" in run.err
    assert tree(site.folder) == before
