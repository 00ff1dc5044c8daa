"""D4: score, type and labels from the file to the page and to its JSON twin, with the site's own constants."""
import pytest

from support.clients import connect
from support.sites import creator

FULL = {
    "gmv": 100, "gmv_video": 60, "gmv_live": 30, "video_views_avg": 10, "completion_rate": 0.2, "videos": 10, "lives": 2,
    "live_viewers_avg": 5, "live_view_seconds_avg": 60, "response_hours": 24, "sample_fulfilment_rate": 0.9,
}
BETTER = {name: value * 2 for name, value in FULL.items() if name not in ("response_hours", "sample_fulfilment_rate")}
PEOPLE = [
    creator("first", **FULL), creator("second", **FULL | BETTER | {"sample_fulfilment_rate": 0.5, "response_hours": 24.5}),
    creator("stated", score=12.5, quick_to_respond=False, **FULL), creator("thai", market="TH", **FULL),
    creator("shut", authorized=False, **{name: value * 1000 for name, value in BETTER.items() if name != "completion_rate"}),
]


@pytest.fixture(scope="module")
def site(workshop):
    return workshop.built_site(creators=PEOPLE)


def test_the_twin_tells_what_was_computed(workshop, site):
    """Of three open creators two are equal and one better: ranks (0 + 1) ÷ 3 and (2 + ½) ÷ 3."""
    with connect(workshop.serve(site)) as client:
        twins = {name: client.get(f"/creators/{name}.json").json() for name in ["first", "second", "stated", "thai", "shut"]}
    assert twins["first"]["score"] == pytest.approx(100 / 3, abs=1e-6)
    assert twins["second"]["score"] == pytest.approx(250 / 3, abs=1e-6)
    assert twins["stated"]["score"] == 12.5 and twins["stated"]["quick_to_respond"] is False
    assert twins["first"]["quick_to_respond"] is True and twins["second"]["quick_to_respond"] is False
    # Videos and lives: 12, 12 and 24; the third of three is the upper quartile.
    assert twins["second"]["posts_frequently"] is True and twins["first"]["posts_frequently"] is False
    assert "score" not in twins["thai"] and twins["thai"]["posts_frequently"] is True
    assert not {"score", "quick_to_respond", "posts_frequently", "reliable_with_samples"} & set(twins["shut"])


def test_the_page_says_who_says_it(site):
    assert "33.3 of 100, computed here" in site.creator_page("first")
    page = site.creator_page("stated")
    assert "12.5 of 100, as the source states" in page and "No, as the source states" in page
    assert "no score is computed in Thailand" in site.creator_page("thai")
    assert "Not known: too few of its figures are" not in site.creator_page("shut")
    assert "Sells with videos" in site.page("ID/index.html")


def test_the_site_decides_the_constants(workshop):
    site = workshop.built_site(creators=PEOPLE, site={
        "score_markets": ["TH"], "score_weights": {"videos": 1}, "thresholds": {
            "score_known_inputs": 1, "posts_frequently": 13, "quick_to_respond_hours": 30},
    })
    assert "no score is computed in Indonesia" in site.creator_page("first")
    thai = site.creator_page("thai")
    assert "50 of 100, computed here" in thai and "Videos 100%" in thai
    assert "within 30 h" in site.creator_page("first") and "the larger of 13" in site.creator_page("first")
