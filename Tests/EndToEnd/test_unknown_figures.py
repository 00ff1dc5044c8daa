"""C6: unknown is not zero, and zero is not unknown."""
import re

import pytest

from support.pages import CLOSED, MISSING, cards, figures_text, quick_soup, soup, text, zeros
from support.sites import creator

COUNTS = ["followers", "products", "units_sold", "videos", "lives"]
OTHERS = ["gmv", "gmv_video", "gmv_live", "gpm_video", "gpm_live", "video_views_avg", "likes_avg", "live_viewers_avg"]
SHARES = ["completion_rate", "engagement_rate", "response_rate", "sample_fulfilment_rate"]
FIGURES = COUNTS + OTHERS + SHARES


@pytest.fixture(scope="module")
def site(workshop):
    return workshop.built_site(
        creators=[
            creator("unknown", "Una"),
            creator("nought", "Noor", **{figure: 0 for figure in FIGURES}),
            creator("shut", "Shu", authorized=False, **{figure: 0 for figure in FIGURES}),
            creator("banded", "Bea", followers="1000..5000", gmv=500),
            creator("some", "Sam", followers=250),
        ]
    )


def card_text(site, username):
    return text(quick_soup(site.page("ID/index.html")).select_one(f'[data-creator="{username}"]'))


def test_missing_figures_are_never_shown_as_zero(site):
    words = figures_text(site.creator_page("unknown"))
    assert zeros(words) == 0, words
    assert MISSING in words.lower()
    assert zeros(card_text(site, "unknown")) == 0


def test_a_true_zero_is_shown_as_zero(site):
    words = figures_text(site.creator_page("nought"))
    assert zeros(words) >= len(FIGURES), words
    assert zeros(card_text(site, "nought")) >= 3


def test_closed_figures_are_shown_as_closed_not_as_zero(site):
    """D1, D2: only followers, rating and products stay open."""
    words = figures_text(site.creator_page("shut"))
    assert words.lower().count(CLOSED) >= 8, words
    assert "Followers 0" in words and "Products 0" in words
    assert zeros(re.sub("(Followers|Products) 0", "", words)) == 0, words


def test_a_range_is_shown_as_a_range(site):
    words = figures_text(site.creator_page("banded"))
    assert re.search(r"1(\.0)?K\s?–\s?5(\.0)?K|1,000\s?–\s?5,000", words), words


def test_unknown_stands_last_in_the_order_of_a_list(site):
    assert cards(site.page("ID/index.html")) == ["banded", "some", "nought", "shut", "unknown"]


def test_machine_readable_data_holds_no_zero_for_the_unknown(site):
    """Attributes and embedded data count as shown."""
    main = soup(site.creator_page("unknown")).main
    for node in main.find_all(True):
        for name, value in node.attrs.items():
            if name.startswith("data-") or name in ("value", "content", "datetime", "aria-valuenow"):
                assert value != "0", f"{node.name} {name}=0"
