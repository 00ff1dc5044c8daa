"""What a build leaves behind: the same bytes each time, all at once, and nothing of anybody else's destroyed."""
import os
import shutil
import threading

from support.sites import creator, tree


def people():
    return [
        creator(f"person{index}", f"Näme {index}", market=["ID", "TH", "VN"][index % 3], followers=index * 37 % 11,
                categories=["Health", "Shoes"][: index % 3], bio="สวัสดี **bold**", email=f"p{index}@x.example")
        for index in range(50)
    ]


def test_two_builds_give_the_same_bytes(plaza, built_site):
    site = built_site(creators=people())
    first = tree(site.public)
    shutil.rmtree(site.public)
    shutil.rmtree(site.folder / "private")
    plaza.build(site)
    assert tree(site.public) == first


def test_place_language_and_time_zone_of_the_machine_leave_no_trace(plaza, built_site, make_site):
    zone = {"time_zone": "Asia/Jakarta"}
    here, there = built_site(creators=people(), site=zone), make_site(creators=people(), site=zone)
    plaza.run("build", ".", cwd=there.folder, env={"LC_ALL": "de_DE.UTF-8", "LANG": "th_TH.UTF-8", "TZ": "America/St_Johns"})
    assert tree(here.public) == tree(there.public)


def test_a_rebuild_forgets_who_left(plaza, built_site):
    site = built_site(creators=[creator("stays"), creator("leaves")])
    site.write_creators([creator("stays")])
    plaza.build(site)
    assert not [name for name, content in tree(site.public).items() if "leaves" in name or b'"leaves"' in content]
    assert "creators/stays.html" in tree(site.public)


def test_the_order_of_the_input_changes_nothing(plaza, built_site):
    site = built_site(creators=people())
    first = tree(site.public)
    site.write_creators(reversed(people()))
    plaza.build(site)
    assert tree(site.public) == first


def test_nothing_else_is_left_in_the_site_folder(built_site):
    site = built_site(creators=people())
    assert sorted(os.listdir(site.folder)) == ["companies", "creators", "private", "public", "site.yaml"]


def test_readers_always_find_a_whole_site(plaza, built_site):
    """The output is swapped whole: a page that both builds have is there at every moment."""
    site = built_site(creators=people())
    gaps, ended = [], threading.Event()

    def watch():
        while not ended.is_set():
            try:
                with open(site.public / "creators/person7.html", "rb") as file:
                    if not file.read().rstrip().endswith(b"</html>"):
                        gaps.append("half a page")
            except FileNotFoundError:
                gaps.append("no page")

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        for round in range(3):
            site.write_creators(people() + [creator(f"new{round}")])
            plaza.build(site)
    finally:
        ended.set()
        watcher.join()
    assert gaps == []


def test_output_goes_where_it_is_told(plaza, make_site, tmp_path):
    site = make_site(creators=[creator("ana")])
    plaza.build(site, "--output", tmp_path / "www")
    assert "creators/ana.html" in tree(tmp_path / "www")
    assert not site.public.exists()
    plaza.build(site, "--output", tmp_path / "www")  # its own output may be replaced


def test_an_empty_folder_may_be_filled(plaza, make_site, tmp_path):
    (tmp_path / "www").mkdir()
    plaza.build(make_site(creators=[creator("ana")]), "--output", tmp_path / "www")
    assert "index.html" in tree(tmp_path / "www")


def test_a_strangers_folder_is_not_overwritten(plaza, make_site, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    (home / "thesis.txt").write_text("years of work")
    run = plaza.build(make_site(creators=[creator("ana")]), "--output", home, expect=1)
    assert "home" in run.err
    assert tree(home) == {"thesis.txt": b"years of work"}


def test_the_site_folder_itself_is_no_output(plaza, make_site):
    site = make_site(creators=[creator("ana")])
    before = tree(site)
    plaza.build(site, "--output", site.folder, expect=1)
    assert before.items() <= tree(site).items() and not (site.folder / "index.html").exists()


def test_private_files_are_for_their_owner_only(built_site):
    """K3: others on the machine cannot read the contacts."""
    site = built_site(creators=people())
    for folder, _, files in os.walk(site.folder / "private"):
        assert os.stat(folder).st_mode & 0o077 == 0, folder
        for name in files:
            assert os.stat(os.path.join(folder, name)).st_mode & 0o077 == 0, name
