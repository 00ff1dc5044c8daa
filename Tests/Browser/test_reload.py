"""`plaza serve --watch` in a browser: an edit shows by itself, where one has scrolled to."""
import shutil

import pytest
from playwright.sync_api import expect

from support.program import REPOSITORY
from support.servers import Server


@pytest.fixture
def watched(tmp_path, plaza):
    shutil.copytree(REPOSITORY / "site", tmp_path / "site", ignore=shutil.ignore_patterns("public", "private"))
    server = Server(plaza, tmp_path / "site", tmp_path / "server.log", options=["--watch"])
    yield server
    server.stop()


def test_an_edit_shows_by_itself_and_a_fault_says_so(open_page, watched):
    page = open_page(watched.url)
    page.goto(f"{watched.url}/help.html")
    phrases = watched.site / "templates/phrases/interface.txt"
    phrases.parent.mkdir(parents=True)
    phrases.write_text("skip_to_content = Go straight on\n")
    expect(page.get_by_role("link", name="Go straight on")).to_be_attached(timeout=60_000)
    phrases.write_text("skip_to_content = Go on\nnobody_asks_for_this = x\n")
    expect(page.get_by_role("alert")).to_contain_text("The terminal says where", timeout=60_000)
    phrases.write_text("skip_to_content = Walk on\n")
    expect(page.get_by_role("link", name="Walk on")).to_be_attached(timeout=60_000)
    expect(page.get_by_role("alert")).to_have_count(0)
