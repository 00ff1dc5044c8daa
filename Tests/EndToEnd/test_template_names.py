"""A slip in a site's own template is told with its place and with what was probably meant, before anything is made of it."""
import pytest

from support.sites import creator, tree

FRAME = "{{<layout}}{{$main}}\n%s\n{{/main}}{{/layout}}\n"
PAGE = "templates/pages/help.mustache"
SLIPS = {
    "a name": (PAGE, FRAME % "<p>é {{word_limt}}</p>", f"{PAGE}:2:7: error: 'word_limt'", "did you mean 'word_limit'?"),
    "a section": (PAGE, FRAME % "  {{#market}}x{{/market}}", f"{PAGE}:2:3: error: 'market'", "did you mean 'markets'?"),
    "a name in a section": (
        PAGE, FRAME % "{{#markets}}{{nam}}{{/markets}}", f"{PAGE}:2:13: error: 'nam'", "did you mean 'name'?"),
    "a partial": (
        PAGE, FRAME % "{{> partials/crad}}", f"{PAGE}:2:1: error: there is no template 'partials/crad'",
        "did you mean 'partials/card'?"),
    "a partial of every list": (
        "templates/partials/card.mustache", "<li>{{nickname}}\n{{#facts}}{{lable}}{{/facts}}</li>\n",
        "templates/partials/card.mustache:2:11: error: 'lable'", "did you mean 'label'?"),
    "markup for a text": (PAGE, FRAME % "{{{word_limit}}}", f"{PAGE}:2:1: error: 'word_limit' is plain text", "{{word_limit}}"),
    "a section that stays open": (PAGE, "{{#markets}}", f"{PAGE}:1:1: error: 'markets' is opened", "{{/markets}}"),
    "a name behind words": (
        PAGE, FRAME % "{{say.help}} {{say.finding_creators}} {{root_}}", f"{PAGE}:2:39: error: 'root_'", "did you mean 'root'?"),
    "a place in a word": (
        "templates/phrases/interface.txt", "help = Aide\npresented_by = De {site_nam}:\n",
        "templates/phrases/interface.txt:2:19: error: the word 'presented_by' asks for a name: 'site_nam'",
        "did you mean 'site_name'?"),
}


@pytest.fixture
def site(built_site):
    return built_site(creators=[creator("ana")])


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_told_with_its_place_and_nothing_is_made(plaza, site, slip):
    path, text, told, meant = slip
    before = tree(site.public)
    site.write(path, text)
    for command in ["check", "build", "serve"]:
        run = plaza.run(command, site, expect=1, timeout=20)
        lines = [line for line in run.err.splitlines() if ": error: " in line]
        assert len(lines) == 1 and lines[0].startswith(told), run.said
        assert meant in run.err.split(lines[0])[1], run.said
    assert tree(site.public) == before


def test_check_tells_slips_in_templates_and_in_records_together(plaza, site):
    site.write(PAGE, FRAME % "{{nobody}}")
    site.write_creators([creator("ana", followers="x")])
    run = plaza.run("check", site, expect=1)
    assert "creators/all.jsonl:1:" in run.err and f"{PAGE}:2:1: error: 'nobody'" in run.err, run.said
    assert "2 errors" in run.out


def test_what_a_page_has_may_be_used(plaza, site):
    site.write(PAGE, FRAME % "<p>{{site_name}} {{#markets}}{{code}} {{/markets}}{{^member}}nobody{{/member}} {{word_limit}}</p>")
    plaza.run("check", site)
    plaza.build(site)
    assert "nobody 500</p>" in (site.public / "help.html").read_text()
