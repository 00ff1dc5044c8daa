"""What a creator wrote runs nowhere: the hostile page, opened in a real browser."""
import pytest

from support.sites import Site, creator

PROFILE = """<script>window.pwned = 1</script> <img src="x" onerror="window.pwned = 1"> <svg onload="window.pwned = 1">

[one](javascript:window.pwned=1) [two](JAVA&#83;CRIPT:window.pwned=1) [three](data:text/html,<script>parent.pwned=1</script>)
[four](java&#10;script:window.pwned=1) <a href="javascript:window.pwned=1">five</a> </textarea></main></body>
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory, plaza):
    mallory = creator("mallory", 'Mal"><script>window.pwned=1</script>\u202e', bio=PROFILE, profile=PROFILE, followers=9)
    site = Site(tmp_path_factory.mktemp("hostile") / "site", creators=[mallory])
    plaza.build(site)
    return site


@pytest.mark.parametrize("path", ["index.html", "ID/index.html", "creators/mallory.html"])
def test_nothing_runs_and_nothing_is_fetched(open_page, site, path):
    page = open_page(site.public.as_uri())
    page.goto(f"{site.public.as_uri()}/{path}")
    assert page.evaluate("window.pwned") is None
    for link in page.locator("main a[href]").all():
        assert link.evaluate("node => ['http:', 'https:', 'file:'].includes(node.protocol)")
    assert page.locator("main [onerror], main [onload], main script").count() == 0


def test_right_to_left_marks_do_not_turn_the_page_around(open_page, site):
    """The words after the hostile nickname still stand from left to right."""
    page = open_page(site.public.as_uri())
    page.goto(f"{site.public.as_uri()}/ID/index.html")
    handle = page.locator("[data-creator] .handle").first
    assert handle.evaluate("node => getComputedStyle(node).direction") == "ltr"
    heading = page.locator("[data-creator] h3 a").first
    assert heading.evaluate("node => ['isolate', 'plaintext', 'isolate-override'].includes(getComputedStyle(node).unicodeBidi)")
