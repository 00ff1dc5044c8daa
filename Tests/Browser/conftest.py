"""Fixtures: the sample site, built and served, and watched pages of the installed Chromium."""
import contextlib
import pathlib
import shutil

import pytest
from playwright.sync_api import sync_playwright

from screens import HEIGHTS, SHOTS
from support.program import REPOSITORY, Program
from support.servers import Server
from watching import REPORT_VIOLATIONS, Watch


class Sample:
    """A copy of the sample site with what was built of it."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.public = self.folder / "public"

    def __fspath__(self):
        return str(self.folder)


@pytest.fixture(scope="session")
def plaza():
    return Program()


@pytest.fixture(scope="session")
def sample(tmp_path_factory, plaza):
    folder = tmp_path_factory.mktemp("sample") / "site"
    shutil.copytree(REPOSITORY / "site", folder, ignore=shutil.ignore_patterns("public", "private"))
    plaza.build(folder)
    return Sample(folder)


@pytest.fixture(scope="session")
def serve_copy(tmp_path_factory, plaza, sample):
    """Starts a server on a copy of its own, with a sign-in link of its own."""
    servers = []

    def start():
        folder = tmp_path_factory.mktemp("served")
        shutil.copytree(sample.folder, folder / "site")
        servers.append(Server(plaza, Sample(folder / "site"), folder / "server.log"))
        return servers[-1]

    yield start
    for server in servers:
        server.stop()


@pytest.fixture(scope="session")
def server(serve_copy):
    return serve_copy()


@pytest.fixture(scope="session")
def chromium():
    path = shutil.which("chromium")
    assert path, "chromium is not installed: `make test-packages` does it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium):
    """Opens watched pages; when the test ends, none may have seen a fault."""
    with contextlib.ExitStack() as stack:
        watches = []

        def start(home, width=1280, script=True, scheme="light", session=None):
            context = stack.enter_context(contextlib.closing(chromium.new_context(
                viewport={"width": width, "height": HEIGHTS[width]}, java_script_enabled=script, color_scheme=scheme,
                storage_state=session, reduced_motion="reduce",
            )))
            page = context.new_page()
            page.set_default_timeout(15000)
            if script:
                page.add_init_script(REPORT_VIOLATIONS)
            page.watch = Watch(page, home)
            watches.append(page.watch)
            return page

        yield start
        assert [fault for watch in watches for fault in watch.faults] == []


@pytest.fixture(scope="session")
def session(chromium, server):
    """Cookies of a member who signed in by the server's link."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(server.sign_in_link)
    page.locator("main").get_by_role("button", name="Sign in").click()
    state = context.storage_state()
    context.close()
    assert state["cookies"], "signing in gave no cookie"
    return state


@pytest.fixture(scope="session")
def shoot():
    """Takes a picture of the whole page into .build-shots/, for people to look at."""
    SHOTS.mkdir(exist_ok=True)
    return lambda page, name: page.screenshot(path=SHOTS / f"{name}.png", full_page=True)
