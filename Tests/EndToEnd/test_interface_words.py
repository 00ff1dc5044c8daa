"""What the pages for visitors and members say can be changed and translated by a file of the site (SPEC P2)."""
import pytest

from support.sites import creator, tree


def say(site, text):
    words = site.folder / "templates" / "phrases" / "interface.txt"
    words.parent.mkdir(parents=True, exist_ok=True)
    words.write_text(text)


def test_a_sites_line_stands_on_every_page_and_the_others_stay(plaza, built_site):
    site = built_site(creators=[creator("ana")])
    say(site, 'language_code = id\npresented_by = Disajikan oleh <b> & "teman"\n')
    plaza.build(site)
    pages = {name: content.decode() for name, content in tree(site.public).items() if name.endswith(".html")}
    assert len(pages) > 3
    for name, page in pages.items():
        assert '<html lang="id">' in page and "Disajikan oleh &lt;b&gt; &amp; &quot;teman&quot;" in page, name
        assert "Presented by" not in page and "Skip to content" in page, name


@pytest.mark.parametrize("text, told", [
    ("sing_in = Masuk", "says 'sing_in', which no template asks for"),
    ("sign_in = Masuk\nMasuk", "phrases/interface.txt:2 has no '='; write: key = text"),
])
def test_a_slip_in_it_ends_the_build_and_leaves_the_old_pages(plaza, built_site, text, told):
    site = built_site(creators=[creator("ana")])
    before = tree(site.public)
    say(site, text)
    run = plaza.build(site, expect=None)
    assert run.code != 0 and told in run.err
    assert tree(site.public) == before


def test_a_template_of_the_site_may_have_words_of_its_own(plaza, built_site):
    site = built_site(creators=[creator("ana")])
    say(site, "shout = Hooray for {site_name}!")
    page = site.folder / "templates" / "pages" / "not-found.mustache"
    page.parent.mkdir(parents=True)
    page.write_text("{{<layout}}{{$main}}<h1>{{say.shout}}</h1>{{/main}}{{/layout}}")
    plaza.build(site)
    assert b"<h1>Hooray for " in tree(site.public)["404.html"]
