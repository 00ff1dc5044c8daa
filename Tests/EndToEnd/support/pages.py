"""Reading pages: what stands in them, by the few marks that every page carries."""
import re

import bs4

# What pages say in place of a figure.
CLOSED, MISSING = "not shared", "not known"


def soup(html):
    """The tree that a browser would build of the page (WHATWG HTML)."""
    return bs4.BeautifulSoup(html, "html5lib")


def quick_soup(html):
    """A tree for pages that are known to be well-formed; much faster."""
    return bs4.BeautifulSoup(html, "html.parser")


def cards(html):
    """The usernames of the cards of a page, in order."""
    return [card["data-creator"] for card in quick_soup(html).select("[data-creator]")]


def total(html):
    """How many creators match the address, as the results region states it."""
    regions = quick_soup(html).select("[data-total]")
    assert len(regions) == 1, f"{len(regions)} results regions"
    return int(regions[0]["data-total"])


def text(node):
    """The text a person reads, white space collapsed."""
    return re.sub(r"\s+", " ", node.get_text(" ")).strip()


def figures_text(html):
    """The text of a creator's page without its forms and explanations, whose numbers are no figures of the creator."""
    main = soup(html).main
    assert main, "the page has no <main>"
    for node in main.select("form, details"):
        node.decompose()
    return text(main)


def zeros(words):
    """How often a text says zero: "0", "0%", "0.0", "Rp 0", but not "10" or "0.5"."""
    return len(re.findall(r"(?<![\d.,])0(?:[.,]0+)?(?![\d]|[.,]\d)", words))


def hidden_fields(html, action):
    """[(name, value)] of the hidden inputs of the form that is sent to `action`; fails where there is no such form."""
    for form in soup(html).find_all("form"):
        if (form.get("action") or "").rstrip("/").endswith(action):
            return [(field["name"], field.get("value", "")) for field in form.select("input[type=hidden][name]")]
    raise AssertionError(f"no form is sent to {action}")
