"""Lists: 24 cards a page, by followers, with their total (C2, C6, DESIGN "What a query means")."""
import pytest

from support.pages import cards, quick_soup, total
from support.sites import creator

HEALTH, SHOES, FASHION = "Health", "Shoes", "Kids' Fashion"


def crowd():
    """60 creators of one market: ties, unknown followers, usernames whose order differs by case and mark."""
    people = [creator(f"known{index:02d}", followers=1000 + index, categories=[HEALTH]) for index in range(40)]
    people += [creator(name, followers=500, categories=[SHOES]) for name in ["tie_b", "tie.a", "Tie-c", "tie0", "tieZ"]]
    people += [creator(f"unknown{index:02d}", categories=[FASHION, SHOES]) for index in range(14)]
    return [*people, creator("zero", followers=0)]


EXPECTED = (
    [f"known{index:02d}" for index in reversed(range(40))]
    + ["Tie-c", "tie.a", "tie0", "tieZ", "tie_b", "zero"]
    + [f"unknown{index:02d}" for index in range(14)]
)


@pytest.fixture(scope="module")
def site(workshop):
    other = [creator("elsewhere", market="TH", followers=9)]
    return workshop.built_site(creators=crowd() + other)


def test_pages_hold_24_cards_in_order(site):
    pages = ["ID/index.html", "ID/page/2/index.html", "ID/page/3/index.html"]
    found = [cards(site.page(page)) for page in pages]
    assert [len(page) for page in found] == [24, 24, 12]
    assert sum(found, []) == EXPECTED
    assert not (site.public / "ID/page/4").exists()


def test_every_page_of_a_list_states_its_whole_total(site):
    assert [total(site.page(page)) for page in ["ID/index.html", "ID/page/2/index.html", "ID/page/3/index.html"]] == [60] * 3


@pytest.mark.parametrize(
    "category, expected",
    [
        ("health", EXPECTED[:40]),
        ("shoes", ["Tie-c", "tie.a", "tie0", "tieZ", "tie_b"] + EXPECTED[46:]),
        ("kids-fashion", EXPECTED[46:]),
    ],
)
def test_a_category_lists_those_who_have_it(site, category, expected):
    found = cards(site.page(f"ID/{category}/index.html"))
    if len(expected) > 24:
        found += cards(site.page(f"ID/{category}/page/2/index.html"))
    assert found == expected
    assert total(site.page(f"ID/{category}/index.html")) == len(expected)


def test_pages_of_a_list_are_linked_forward_and_back(site):
    middle = quick_soup(site.page("ID/page/2/index.html"))
    assert middle.select_one('a[rel~="next"]')["href"].endswith("ID/page/3/index.html")
    assert middle.select_one('a[rel~="prev"]')["href"].endswith("ID/index.html")
    assert not quick_soup(site.page("ID/index.html")).select('a[rel~="prev"]')
    assert not quick_soup(site.page("ID/page/3/index.html")).select('a[rel~="next"]')


def test_each_market_lists_its_own_creators_only(site):
    assert cards(site.page("TH/index.html")) == ["elsewhere"]
    assert total(site.page("GB/index.html")) == 0


def test_the_page_size_is_the_sites(built_site):
    site = built_site(creators=crowd()[:7], site={"page_size": 3})
    assert len(cards(site.page("ID/index.html"))) == 3
    assert len(cards(site.page("ID/page/3/index.html"))) == 1
