"""Takes a picture of every kind of page, phone and desktop, light and dark, and writes docs/gallery.md (`make gallery`)."""
from kinds import SERVED, STATIC
from support.program import REPOSITORY

FOLDER = REPOSITORY / "docs/gallery"
SCREENS = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1280, "height": 800}}
SCHEMES = ("light", "dark")
HEADING = """# Gallery

Every kind of page, as it comes up: a phone (390 px) and a desktop (1280 px), light and dark. Everybody on them is made up. `make gallery` takes the pictures again.
"""


def shots(page, kind):
    """One line of the table: the page as it stands, on each screen in each scheme."""
    name = kind.replace(" ", "-").lower()
    cells = []
    for screen, size in SCREENS.items():
        page.set_viewport_size(size)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.wait_for_timeout(200)  # what the other size and scheme need to come in
            file = f"{name}-{screen}-{scheme}.jpg"
            page.screenshot(path=FOLDER / file, type="jpeg", quality=40, animations="disabled")
            cells.append(f"[{scheme}](gallery/{file})")
    return f"| {kind} | {' · '.join(cells[:2])} | {' · '.join(cells[2:])} |"


def test_make_the_gallery(open_page, serve_copy):
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.iterdir():
        old.unlink()
    server = serve_copy()
    page = open_page(server.url)
    lines = []
    for kind, path in STATIC.items():
        page.goto(f"{server.url}/{path}")
        lines.append(shots(page, kind))
    page.set_viewport_size(SCREENS["phone"])
    page.goto(f"{server.url}/ID/index.html")
    page.locator(".rail > summary").click()
    lines.append(shots(page, "filters as a sheet"))
    page.set_viewport_size(SCREENS["desktop"])
    page.goto(f"{server.url}/ID/index.html")
    page.get_by_label("Rows").check()
    lines.append(shots(page, "market as rows"))
    page.get_by_label("Cards").check()
    page.goto(server.sign_in_link)
    page.locator("main").get_by_role("button", name="Sign in").click()
    for kind, go in SERVED.items():
        go(page, server)
        lines.append(shots(page, kind))
    table = "\n".join(["| page | phone | desktop |", "| --- | --- | --- |", *lines])
    (REPOSITORY / "docs/gallery.md").write_text(f"{HEADING}\n{table}\n", encoding="utf-8")
