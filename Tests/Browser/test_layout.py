"""Where the main parts of pages stand, against what was looked at and found good (goldens/boxes.json, `make goldens`).

Boxes, no pixels: letters are drawn differently on every machine, and pixels would tell of that. The font is the one of the
test packages, and a part may be off by a few pixels. What fails is drawn over the page into .build-shots/: dashed where the
part was, solid where it is.
"""
import json
import os
import pathlib

import pytest

from kinds import CLOSED, REACHABLE
from screens import HEIGHTS, SHOTS

GOLDENS = pathlib.Path(__file__).parent / "goldens" / "boxes.json"
RENEWS = os.environ.get("PLAZA_RENEW_GOLDENS") == "1"
FONT = "*, ::before, ::after { font-family: 'Noto Sans' !important; }"
FRAME = [".top", ".brand", "h1"]
CARD = [".card", ".card .who", ".card .face", ".card .facts", ".card .do", ".card .go"]
# By page: its address and its parts, of each the first.
PAGES = {
    "home": ("index.html", [*FRAME, ".front .opening", ".board"]),
    "list": ("ID/index.html", [*FRAME, ".sort", ".view", ".rail", ".results", *CARD]),
    "rows": ("ID/index.html#rows", [*FRAME, ".results", *CARD]),
    "creator": (f"creators/{REACHABLE[0]}.html", [*FRAME, ".hero .face", ".headline", ".reach", ".about .toc"]),
    "closed": (f"creators/{CLOSED}.html", [*FRAME, ".headline", ".reach", ".notice"]),
    "comparison": (f"compare/?creator={REACHABLE[0]}&creator={CLOSED}", [*FRAME, ".comparison", ".comparison thead th", ".comparison tbody th"]),
    "help": ("help.html", [*FRAME, ".toc", ".prose"]),
}
BOXES = """parts => Object.fromEntries(parts.map(part => {
  const node = [...document.querySelectorAll(part)].find(each => each.checkVisibility());
  const box = node?.getBoundingClientRect();
  return [part, box ? [box.x, box.y, box.width, Math.min(box.height, 2000)].map(Math.round) : null];
}))"""
DRAW = """([was, is]) => {
  for (const [box, style] of [[was, 'dashed 3px #d00'], [is, 'solid 3px #06c']]) {
    if (!box) continue;
    const [left, top, width, height] = box.map(each => `${each}px`);
    const frame = document.body.appendChild(document.createElement('div'));
    Object.assign(frame.style, { position: 'absolute', zIndex: 99, left, top, width, height, outline: style });
  }
}"""


def is_near(one, other):
    """Three per cent, and six pixels at least: what another version of a font may move."""
    if one is None or other is None:
        return one == other
    return all(abs(a - b) <= max(6, 0.03 * max(a, b)) for a, b in zip(one, other))


@pytest.fixture
def plain_page(chromium, request):
    """A page with the font of the test packages, which its policy would forbid."""
    width = request.getfixturevalue("width")
    context = chromium.new_context(viewport={"width": width, "height": HEIGHTS[width]}, reduced_motion="reduce", bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_the_parts_of_a_page_stand_where_they_stood(plain_page, server, name, width):
    path, parts = PAGES[name]
    page, goldens = plain_page, json.loads(GOLDENS.read_text()) if GOLDENS.exists() else {}
    page.goto(f"{server.url}/{path}")
    page.add_style_tag(content=FONT)
    if name == "rows":
        page.get_by_label("Rows").check()
    page.evaluate("document.fonts.ready")
    found = page.evaluate(BOXES, parts)
    key = f"{name} {width}"
    if RENEWS:
        goldens[key] = found
        lines = ",\n".join(f'"{each}": {json.dumps(goldens[each])}' for each in sorted(goldens))
        GOLDENS.write_text("{\n" + lines + "\n}\n")
        pytest.fail("goldens are renewed: look at them, and run the test again")
    moved = {part: (goldens[key].get(part), box) for part, box in found.items() if not is_near(goldens[key].get(part), box)}
    if moved:
        for pair in moved.values():
            page.evaluate(DRAW, pair)
        SHOTS.mkdir(exist_ok=True)
        page.screenshot(path=SHOTS / f"moved-{name}-{width}.png")
    assert moved == {} and set(goldens[key]) == set(found), f"see .build-shots/moved-{name}-{width}.png; `make goldens` takes the new ones"
