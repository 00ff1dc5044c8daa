"""The JSON twin of a creator's page: open to everyone, so it holds what the page may hold and nothing else."""
import pytest

from support.clients import connect
from support.leaks import canary_contacts, contact_leaks
from support.sites import creator

PEOPLE = [
    creator("open", "Ana", bio="Write to canarymail1@private.example", followers=1300, gmv=0, gpm_video=12.5, **canary_contacts(1)),
    creator("closed", authorized=False, followers=9, gmv=777777, score=77, quick_to_respond=True, updated="2026-09-30"),
    creator("official", account_type="official"),
]


@pytest.fixture(scope="module")
def http(workshop):
    with connect(workshop.serve(workshop.built_site(creators=PEOPLE))) as client:
        yield client


def test_it_holds_the_open_figures_exactly(http):
    answer = http.get("/creators/open.json")
    assert answer.status_code == 200 and answer.headers["content-type"] == "application/json"
    expected = {"username": "open", "nickname": "Ana", "market": "ID", "currency": "IDR", "followers": 1300, "gmv": 0, "gpm_video": 12.5}
    assert answer.json() | expected == answer.json()
    assert contact_leaks({"open.json": answer.content}) == []


def test_missing_figures_are_absent(http):
    """C6"""
    assert not {"units_sold", "rating", "score", "gmv_live", "updated"} & set(http.get("/creators/open.json").json())


def test_closed_figures_are_absent(http):
    """D1"""
    twin = http.get("/creators/closed.json").json()
    assert twin["authorized"] is False and twin["followers"] == 9
    assert not {"gmv", "score", "quick_to_respond", "updated"} & set(twin)


@pytest.mark.parametrize("name", ["official", "nobody", "..%2fopen", ".json"])
def test_who_is_not_listed_has_none(http, name):
    """C1"""
    assert http.get(f"/creators/{name}.json").status_code == 404
