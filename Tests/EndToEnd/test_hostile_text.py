"""What a creator wrote about themselves stays text: no script, no link of a script, no markup of theirs."""
import html
import json
import re

import pytest

from support.pages import soup
from support.sites import creator

SCRIPT = "<script>window.pwned=1</script>"
BIDI = "\u202eevil\u202c \u2066x\u2069 \u200f"
BIO = f'{SCRIPT} </textarea></title></script><img src=x onerror=window.pwned=1> "quoted" \'single\' & &lt; {BIDI}'
PROFILE = f"""# Hello {SCRIPT}

<script>window.pwned=1</script>

<img src=x onerror="window.pwned=1"> <a href="javascript:window.pwned=1">raw</a> <style>*{{display:none}}</style>
<iframe src="https://evil.example"></iframe> </textarea></main></body> <!-- comment --> <svg onload=window.pwned=1>

[a](javascript:window.pwned=1) [b](JaVaScRiPt:window.pwned=1) [c](&#106;avascript&colon;window.pwned=1)
[d](java&#10;script:window.pwned=1) [e](data:text/html;base64,PHNjcmlwdD4=) [f](vbscript:x) [g](file:///etc/passwd)
[h](<javascript:window.pwned=1>) [i](&#1;javascript:window.pwned=1) [j]( javascript:window.pwned=1)
[k][ref] <javascript:window.pwned=1>

![picture](https://evil.example/pixel.gif) ![picture](javascript:window.pwned=1) [ok](https://example.com/ok "t\\"><b>")

[ref]: JAVASCRIPT:window.pwned=1

{BIDI}
"""


@pytest.fixture(scope="module")
def site(workshop):
    people = [
        creator("mallory", f"Mal{SCRIPT}\u202e", bio=BIO, profile=PROFILE, agency='">' + SCRIPT, email='"><script>@x.example'),
        creator("bob", "{{username}} {{{bio}}} {{>layouts/page}}", bio="{{#cards}}x{{/cards}} {{=<% %>=}} <% bio %>"),
    ]
    companies = {"agency": {"name": f"A {SCRIPT}", "roles": ["mcn", "affiliate_partner"], "address": SCRIPT,
                            "introduction": PROFILE, "account_manager": SCRIPT}}
    return workshop.built_site(creators=people, companies=companies, site={"name": f"Plaza {SCRIPT}"})


DATA = "application/ld+json"  # which no browser runs
PAGES = ["index.html", "ID/index.html", "creators/mallory.html", "companies/agency.html"]


@pytest.fixture(params=PAGES)
def page(request, site):
    return soup(site.page(request.param))


def test_no_script_of_theirs_is_on_the_page(page):
    assert not [node for node in page.find_all("script") if "pwned" in (node.string or "") and node.get("type") != DATA]
    assert not page.select("iframe, object, embed, base, main style, main link, main meta")


def test_what_search_engines_are_told_is_whole_and_ends_where_it_should(site):
    """What they wrote is in the JSON, and nothing of it can be taken for markup."""
    block = soup(site.creator_page("mallory")).head.find("script", type=DATA).string
    assert SCRIPT in json.loads(block)["mainEntity"]["name"]
    assert not re.search("[<>&\u2028\u2029]", block)


def test_no_element_has_an_event_handler(page):
    for node in page.find_all(True):
        assert not [name for name in node.attrs if name.lower().startswith("on")], node.name


def test_no_link_runs_or_reads_anything(page):
    for node in page.find_all(True):
        for name in ["href", "src", "action", "formaction", "srcset", "xlink:href"]:
            address = re.sub(r"[\x00-\x20]", "", html.unescape(node.get(name) or "")).lower()
            assert not re.match(r"(javascript|vbscript|data:text|file)", address), address


def test_no_picture_is_loaded_from_elsewhere(page):
    assert not [node["src"] for node in page.select("[src]") if "evil.example" in node["src"]]


def test_the_page_is_whole_to_its_end(page):
    """`</main>` and `</body>` in the text closed nothing."""
    assert len(page.find_all("main")) == 1 and page.main.parent.name == "body"


def test_what_they_wrote_is_shown_as_text(site):
    assert SCRIPT in soup(site.creator_page("mallory")).main.get_text()


def test_honest_links_stay(site):
    links = {node["href"]: node for node in soup(site.creator_page("mallory")).select("a[href]")}
    honest = links["https://example.com/ok"]
    assert {"nofollow", "ugc"} & set(honest.get("rel", [])) and "noopener" in honest["rel"]


def test_right_to_left_marks_cannot_leave_their_place(page):
    """Every text with such a mark is isolated from what stands around it (bdi, or dir)."""
    for words in page.find_all(string=re.compile("[\u202a-\u202e\u2066-\u2069\u200f]")):
        if words.find_parent(["title", "textarea", "script"]):
            continue
        assert words.find_parent(lambda node: node.name == "bdi" or (node.has_attr("dir") and node.name != "html")), words


def test_templates_are_not_filled_from_what_people_write(site):
    page = soup(site.creator_page("bob"))
    assert "{{username}} {{{bio}}} {{>layouts/page}}" in page.main.get_text()
    assert "{{=<% %>=}} <% bio %>" in page.main.get_text()
