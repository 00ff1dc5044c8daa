"""The site's own look: colour, corners and logo from site.yaml, readable whatever the colour."""
import re
import shutil

import pytest

from support.program import REPOSITORY
from support.sites import creator, tree

STANDARD = "\n".join(part.read_text() for part in sorted((REPOSITORY / "Templates/styles").iterdir()))
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><path d="M0 0h90v30z"/></svg>'
SCHEMES = re.compile(r":root \{([^}]*)\}")


def added(site):
    """What stands in the style sheet behind the program's own."""
    css = site.page("assets/plaza.css")
    assert css.startswith(STANDARD)
    return css[len(STANDARD):]


def tokens(block):
    return dict(re.findall(r"--([a-z-]+): ([^;]+);", block))


def light_of(colour):
    """WCAG 2.2, relative luminance."""
    parts = [int(colour[index:index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    high, low = sorted([light_of(one), light_of(other)], reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_a_site_without_a_look_has_the_programs_style_sheet(built_site):
    assert built_site(creators=[creator("ana")]).page("assets/plaza.css") == STANDARD


@pytest.mark.parametrize("accent", ["#ffd500", "#000000", "oklch(0.7 0.2 145)"])
def test_the_shades_of_an_accent_are_readable_light_and_dark(built_site, accent):
    site = built_site(creators=[creator("ana")], site={"look": {"accent": accent}})
    light, dark = (tokens(block) for block in SCHEMES.findall(added(site)))
    for scheme, grounds in [(light, ["#ffffff"]), (dark, ["#000000"])]:
        assert set(scheme) == {"accent", "accent-strong", "accent-tint", "on-accent"}
        for shade in [scheme["accent"], scheme["accent-strong"]]:
            assert min(contrast(shade, ground) for ground in [*grounds, scheme["on-accent"]]) >= 4.5
        assert contrast(scheme["accent-strong"], scheme["accent-tint"]) >= 4.5
    assert "@media (prefers-color-scheme: dark)" in added(site)


def test_an_accent_that_is_readable_stays_as_it_is(built_site):
    site = built_site(creators=[creator("ana")], site={"look": {"accent": "#0b6e4f"}})
    assert tokens(added(site))["accent"] and SCHEMES.findall(added(site))[0].strip().startswith("--accent: #0b6e4f;")


def test_the_icon_of_the_tab_follows_the_accent(built_site):
    own = (REPOSITORY / "Templates/assets/icon.svg").read_text()
    assert built_site(creators=[creator("ana")]).page("assets/icon.svg") == own and 'fill="#b5411f"' in own
    site = built_site(creators=[creator("ana")], site={"look": {"accent": "#0b6e4f"}})
    assert site.page("assets/icon.svg") == own.replace("#b5411f", "#0b6e4f")


def test_an_icon_of_the_sites_own_stays_as_it_is(make_site, plaza):
    site = make_site(creators=[creator("ana")], site={"look": {"accent": "#0b6e4f"}})
    site.write("templates/assets/icon.svg", SVG)
    plaza.build(site)
    assert site.page("assets/icon.svg") == SVG


def test_the_radius_makes_corners_of_both_sizes(built_site):
    site = built_site(creators=[creator("ana")], site={"look": {"radius": 0.35}})
    assert tokens(added(site)) == {"radius": "0.35rem", "radius-small": "0.2rem"}
    assert "dark" not in added(site)


def test_a_logo_is_published_and_stands_in_its_own_shape(plaza, make_site):
    site = make_site(creators=[creator("ana")], site={"look": {"logo": "mark.svg"}})
    site.write("templates/assets/mark.svg", SVG)
    plaza.build(site)
    assert site.page("assets/mark.svg") == SVG
    assert 'url("mark.svg")' in added(site) and "width: 4.5em; height: 1.5em;" in added(site)


@pytest.mark.parametrize("content, told", [
    (None, "there is no templates/assets/mark.png"), ("<svg></svg>", "templates/assets/mark.png is no PNG picture"),
])
def test_a_logo_that_is_no_picture_is_told_with_its_place(plaza, make_site, content, told):
    site = make_site(creators=[creator("ana")])
    site.write("site.yaml", (site.folder / "site.yaml").read_text() + "look:\n  logo: mark.png\n")
    line = len((site.folder / "site.yaml").read_text().splitlines())
    if content:
        site.write("templates/assets/mark.png", content)
    err = plaza.run("check", site, expect=1).err
    assert f"site.yaml:{line}:9: error: {told}" in err and "fix: " in err


def test_a_change_of_the_look_is_a_change_of_the_build(plaza, built_site):
    site = built_site(creators=[creator("ana")], site={"look": {"radius": 0}})
    first = tree(site.public)
    site.write("site.yaml", (site.folder / "site.yaml").read_text().replace('"radius": 0', '"radius": 1'))
    plaza.build(site)
    changed = [name for name, content in tree(site.public).items() if first.get(name) != content]
    assert changed == ["assets/plaza.css", "styleguide.html"]


def test_the_lines_of_the_guide_change_the_sample_site(plaza, tmp_path):
    """What docs/guides/your-look.md says can be done as it says it."""
    guide = (REPOSITORY / "docs/guides/your-look.md").read_text()
    lines = re.search(r"```yaml\n(.*?)```", guide, re.DOTALL)[1]
    logo = re.search(r"```xml\n(.*?)```", guide, re.DOTALL)[1]
    assert len(lines.splitlines()) <= 10
    folder = tmp_path / "site"
    shutil.copytree(REPOSITORY / "site", folder, ignore=shutil.ignore_patterns("public", "private", "creators"))
    (folder / "creators").mkdir()
    (folder / "creators/a.csv").write_text("username,nickname,market\nana,Ana,ID\n")
    for stray in ["profiles", "photos", "snapshots"]:
        shutil.rmtree(folder / stray)
    name = re.search(r"^  logo: (\S+)", lines, re.MULTILINE)[1]
    (folder / "templates/assets").mkdir(parents=True)
    (folder / "templates/assets" / name).write_text(logo)
    settings = (folder / "site.yaml").read_text()
    for line in lines.splitlines():
        key = line.split(":")[0]
        if re.fullmatch("[a-z_]+", key):
            settings = re.sub(rf"^{key}:.*\n", "", settings, flags=re.MULTILINE)
    (folder / "site.yaml").write_text(settings + lines)
    plaza.build(folder)
    css = (folder / "public/assets/plaza.css").read_text()
    accent = re.search(r'accent: "(#[0-9a-f]{6})"', lines)[1]
    assert f"--accent: {accent};" in css and f'url("{name}")' in css
    assert (folder / "public/assets" / name).read_text() == logo


def test_each_part_of_the_style_sheet_stands_alone():
    """A site may replace any one of them."""
    for part in (REPOSITORY / "Templates/styles").iterdir():
        text = part.read_text()
        assert text.count("{") == text.count("}") and text.rstrip().endswith("}"), part.name
