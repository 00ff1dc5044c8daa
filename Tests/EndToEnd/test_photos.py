"""D1: photos are small, square and say nothing of where they were taken; a bad one never stops a build."""
import io
import json
import os
import shutil
import struct

import pytest
from PIL import Image

from support.sites import creator, tree

PLACE = 0x8825  # the EXIF tag under which cameras write where they were


def picture(form="JPEG", size=(900, 600), colours=("red", "blue"), turned=None, place=True):
    """A picture whose left half has the first colour; with `turned`, an EXIF orientation."""
    image = Image.new("RGB", size, colours[0])
    image.paste(colours[1], (size[0] // 2, 0, size[0], size[1]))
    exif = Image.Exif()
    exif[0x010F] = "Camera of a test"
    if place:
        exif.get_ifd(PLACE)[1] = "N"
    if turned:
        exif[0x0112] = turned
    out = io.BytesIO()
    image.save(out, form, exif=exif)
    return out.getvalue()


def site_with(make_site, photos):
    names = [name.rsplit(".", 1)[0] for name in photos]
    site = make_site(creators=[creator(name) for name in names])
    for name, content in photos.items():
        site.write(f"photos/{name}", content)
    return site


def opened(site, path):
    return Image.open(io.BytesIO((site.public / path).read_bytes()))


@pytest.mark.parametrize("ending, form", [("jpg", "JPEG"), ("jpeg", "JPEG"), ("png", "PNG"), ("webp", "WEBP"), ("JPG", "JPEG")])
def test_photos_are_made_small_and_lose_what_cameras_wrote(plaza, make_site, ending, form):
    site = site_with(make_site, {f"ana.{ending}": picture(form)})
    plaza.build(site)
    for path, side in [(f"photos/ana.{ending.lower()}", 256), (f"photos/card/ana.{ending.lower()}", 112)]:
        image = opened(site, path)
        assert image.size == (side, side) and image.format == form
        assert not image.getexif() and b"Camera of a test" not in (site.public / path).read_bytes()
    page, listing = site.creator_page("ana"), site.page("ID/index.html")
    assert f'src="../photos/ana.{ending.lower()}"' in page and f"photos/card/ana.{ending.lower()}" in listing
    assert 'loading="lazy"' in listing and 'width="56"' in listing


def test_photos_stand_upright(plaza, make_site):
    """Turned by a quarter in EXIF, left and right become top and bottom."""
    site = site_with(make_site, {"ana.jpg": picture(size=(600, 600), turned=6)})
    plaza.build(site)
    image = opened(site, "photos/ana.jpg")
    top, bottom = image.getpixel((128, 20)), image.getpixel((128, 236))
    assert top[0] > 200 > top[2] and bottom[2] > 200 > bottom[0]


BAD = {
    "no picture": b"hello", "empty": b"", "another format": picture("PNG"), "cut off": picture()[:700],
    "a bomb": b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", 60000, 60000, 8, 2, 0, 0, 0) + b"\0" * 40,
    "a script of another program": b"<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/passwd'/></svg>",
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_photo_is_told_and_the_drawn_picture_stands_in(plaza, make_site, kind):
    site = site_with(make_site, {"ana.jpg": BAD[kind], "ben.jpg": picture()})
    run = plaza.build(site)
    assert "photos/ana.jpg" in run.err and "photos/ben.jpg" not in run.err
    assert not (site.public / "photos/ana.jpg").exists() and (site.public / "photos/ben.jpg").exists()
    assert "<svg class=\"avatar\"" in site.creator_page("ana")


@pytest.mark.parametrize("name", ["-x.jpg", "a b.jpg", "a[0].jpg", "x:evil.jpg", "msl:x.jpg", "%s.jpg", "@list.jpg"])
def test_names_that_tools_read_as_options_are_harmless(plaza, make_site, name):
    site = make_site(creators=[creator("ana", photo=name)])
    site.write(f"photos/{name}", picture())
    plaza.build(site)
    assert opened(site, "photos/ana.jpg").size == (256, 256)


def path_with(tmp_path, *programs):
    """A PATH on which only some programs are found."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for program in programs:
        (folder / program).symlink_to(shutil.which(program, path="/usr/bin:/bin"))
    return {"PATH": str(folder)}


def test_without_a_tool_photos_are_copied_and_it_is_told_once(plaza, make_site, tmp_path):
    site = site_with(make_site, {"ana.jpg": picture(), "ben.jpg": picture()})
    run = plaza.build(site, env=path_with(tmp_path))
    assert run.err.count("libvips-tools") == 1 and "cameras" in run.err
    assert (site.public / "photos/ana.jpg").read_bytes() == picture()
    assert not (site.public / "photos/card").exists() and "photos/card" not in site.page("ID/index.html")


@pytest.mark.skipif(not shutil.which("convert", path="/usr/bin:/bin"), reason="ImageMagick is not installed")
def test_imagemagick_does_where_vips_is_not(plaza, make_site, tmp_path):
    site = site_with(make_site, {"ana.jpg": picture(), "ben.png": picture("PNG")})
    plaza.build(site, env=path_with(tmp_path, "convert"))
    for name in ["ana.jpg", "ben.png"]:
        image = opened(site, f"photos/{name}")
        assert image.size == (256, 256) and not image.getexif()


def test_a_second_build_takes_the_pictures_from_the_cache(plaza, make_site):
    site = site_with(make_site, {"ana.jpg": picture(), "ben.jpg": picture(colours=("green", "white"))})
    first = json.loads(plaza.build(site, "--json").out)
    public, cache = tree(site.public), tree(site.folder / "private/catalogue/photos")
    times = {file: os.stat(site.folder / "private/catalogue/photos" / file).st_mtime_ns for file in cache}
    plaza.build(site)
    assert first["photos"] == 2 and len(cache) == 4 and tree(site.public) == public
    assert times == {file: os.stat(site.folder / "private/catalogue/photos" / file).st_mtime_ns for file in cache}
    (site.folder / "photos/ben.jpg").unlink()
    plaza.build(site)
    assert len(tree(site.folder / "private/catalogue/photos")) == 2
    shutil.rmtree(site.folder / "private/catalogue/photos")
    plaza.build(site)
    assert (site.public / "photos/ana.jpg").read_bytes() == public["photos/ana.jpg"]
