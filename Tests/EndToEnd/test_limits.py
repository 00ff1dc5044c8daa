"""I3: 100 creators a day and one creator in 7 days, exact under any concurrency."""
import concurrent.futures
import datetime

import pytest

from support.clients import Caller, problem
from support.sites import creator

CLIENTS = 16


@pytest.fixture
def site(built_site):
    return built_site(creators=[creator(f"p{index:03d}") for index in range(150)])


def at_once(server, token, jobs):
    """Runs jobs(caller) from 16 clients with connections of their own; gives the answers in the order of the jobs."""
    callers = [Caller(server, token) for _ in range(CLIENTS)]
    with concurrent.futures.ThreadPoolExecutor(CLIENTS) as pool:
        return list(pool.map(lambda each: each[1](callers[each[0] % CLIENTS]), enumerate(jobs)))


def outcomes(answers):
    return [answer.json()["results"][0]["outcome"] for answer in answers]


def test_150_creators_invited_by_16_clients_at_once_are_exactly_100(plaza, serve, site):
    server = serve(site)
    token = plaza.token(site)
    jobs = [lambda caller, index=index: caller.invite(f"p{index:03d}", purpose=["partnership", "distribution"][index % 2])
            for index in range(150)]
    answers = at_once(server, token, jobs)
    assert outcomes(answers).count("sent") == 100
    assert {answer.status_code for answer in answers} == {200, 429}
    history = Caller(server, token).history()
    assert len(history) == 100 == len({each["creator"] for each in history})
    sent = {answer.json()["results"][0]["creator"] for answer in answers if answer.status_code == 200}
    assert sent == {each["creator"] for each in history}


def test_one_creator_invited_50_times_at_once_is_invited_once(plaza, serve, site):
    server = serve(site)
    token = plaza.token(site)
    answers = at_once(server, token, [lambda caller: caller.invite("p001")] * 50)
    assert outcomes(answers).count("sent") == 1
    assert sorted(answer.status_code for answer in answers) == [200] + [409] * 49
    assert len(Caller(server, token).history()) == 1


def test_lists_that_overlap_at_once_send_to_each_creator_once(plaza, serve, site):
    server = serve(site)
    token = plaza.token(site)
    lists = [[f"p{(start + offset) % 60:03d}" for offset in range(30)] for start in range(0, 60, 4)]
    answers = at_once(server, token, [lambda caller, names=names: caller.invite(*names) for names in lists])
    sent = [each["creator"] for answer in answers for each in answer.json()["results"] if each["outcome"] == "sent"]
    assert sorted(sent) == [f"p{index:03d}" for index in range(60)]


def test_the_101st_is_a_429_that_says_when_it_ends(plaza, serve, caller, site):
    person = caller(serve(site))
    sent = person.invite(*[f"p{index:03d}" for index in range(101)])
    assert [each["outcome"] for each in sent.json()["results"]].count("sent") == 100
    assert sent.json()["results"][100]["rule"] == "daily_limit"
    answer = person.invite("p120")
    details = problem(answer, 429, "daily_limit")
    until = datetime.datetime.fromisoformat(details["until"].replace("Z", "+00:00"))
    left = (until - datetime.datetime.now(datetime.timezone.utc)).total_seconds()
    assert 11 * 3600 - 60 <= left <= 12 * 3600, "midnight of the site's zone, where it is noon"
    assert abs(int(answer.headers["retry-after"]) - left) < 30
    assert details["quota"] | {"limit": 100, "used": 100} == details["quota"]


def test_who_is_cooling_down_hears_that_first(serve, caller, site):
    """Waiting for tomorrow would not help."""
    person = caller(serve(site))
    person.invite(*[f"p{index:03d}" for index in range(100)])
    problem(person.invite("p000"), 409, "creator_cooldown")


def test_the_limit_is_one_for_all_members_of_a_company(serve, caller, site):
    server = serve(site)
    first, second = caller(server, "one@agency.example"), caller(server, "two@agency.example")
    first.invite(*[f"p{index:03d}" for index in range(60)], purpose="partnership")
    answer = second.invite(*[f"p{index:03d}" for index in range(60, 120)], purpose="distribution")
    assert [each["outcome"] for each in answer.json()["results"]].count("sent") == 40
    assert answer.json()["quota"]["used"] == 100


def test_refused_and_faulty_invitations_use_nothing_up(serve, caller, site):
    person = caller(serve(site))
    person.invite("p001")
    person.invite("p001")
    person.invite("nobody")
    person.invite("p002", message="")
    assert person.invite("p003").json()["quota"]["used"] == 2
