"""I3 as time goes by: the program is shown later days, on the same store (support/later.c)."""
import pytest

from support.clients import Caller, Visitor, problem
from support.sites import creator


@pytest.fixture
def site(built_site):
    return built_site(creators=[creator(f"p{index:03d}") for index in range(120)])


def test_a_creator_can_be_invited_again_after_168_hours_and_not_before(plaza, serve, site, later):
    token = plaza.token(site)
    first = serve(site)
    assert Caller(first, token).invite("p001").status_code == 200
    first.stop()
    before = serve(site, later(days=7, seconds=-120))
    problem(Caller(before, token).invite("p001"), 409, "creator_cooldown")
    before.stop()
    after = Caller(serve(site, later(days=7, seconds=5)), token)
    assert after.invite("p001").status_code == 200
    assert len(after.history(q="p001")) == 2


def test_a_new_day_of_the_sites_zone_brings_a_new_hundred(plaza, serve, site, later):
    """It is noon there: 11 hours later it is the same day, 13 hours later the next."""
    token = plaza.token(site)
    first = serve(site)
    Caller(first, token).invite(*[f"p{index:03d}" for index in range(100)])
    first.stop()
    evening = serve(site, later(hours=11, seconds=-60))
    problem(Caller(evening, token).invite("p110"), 429, "daily_limit")
    evening.stop()
    morning = Caller(serve(site, later(hours=13)), token)
    answer = morning.invite("p110")
    assert answer.status_code == 200 and answer.json()["quota"]["used"] == 1
    problem(morning.invite("p000"), 409, "creator_cooldown")


def test_a_clock_set_back_opens_nothing(plaza, serve, site, later):
    token = plaza.token(site)
    future = serve(site, later(days=2))
    assert Caller(future, token).invite("p001").status_code == 200
    future.stop()
    problem(Caller(serve(site), token).invite("p001"), 409, "creator_cooldown")


def test_a_sign_in_link_does_not_last_for_days(serve, site, later):
    first = serve(site)
    token = first.sign_in_token
    first.stop()
    answer = Visitor(serve(site, later(days=3))).sign_in(token)
    assert 400 <= answer.status_code < 500 and "set-cookie" not in answer.headers
