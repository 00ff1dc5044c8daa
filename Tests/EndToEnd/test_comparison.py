"""Creators side by side by the server: what each shares now, the best value marked, without a script."""
import pytest

from support.clients import HTML, connect
from support.leaks import canary_contacts
from support.pages import quick_soup, text
from support.sites import creator


def people():
    return [
        creator("ana", "Ana", followers=900, gmv=500, gmv_video=400, gmv_live=100, response_hours=2, rating=4.5, audience_female=0.9,
                **canary_contacts(1)),
        creator("ben", "<b>Ben</b> & co", followers=900, gmv=800, gmv_video=100, gmv_live=700, response_hours=9, audience_female=0.1),
        creator("cat", "Cat", followers=70, gmv=7777555, authorized=False, **canary_contacts(2)),
        creator("dia", "Dia", market="TH", followers=5000, gmv=999999),
        creator("official", followers=1, account_type="official"),
    ] + [creator(f"more{index}", followers=index) for index in range(9)]


@pytest.fixture(scope="module")
def http(workshop):
    return connect(workshop.serve(workshop.built_site(creators=people())))


def compared(http, *names, path="/compare/"):
    """The notices of the page, its heads, and its rows by their names: a list of cells each."""
    answer = http.get(path, params=[("creator", name) for name in names], headers=HTML)
    assert answer.status_code == 200
    page = quick_soup(answer.text)
    rows = {text(row.th): [text(cell) for cell in row.select("td")] for row in page.select(".comparison tbody tr")}
    return [text(notice) for notice in page.select("main .notice")], page.select(".comparison thead th"), rows


def test_the_best_value_of_each_figure_is_marked(http):
    notices, heads, rows = compared(http, "ana", "ben")
    assert notices == [] and [text(head.a) for head in heads] == ["Ana", "<b>Ben</b> & co"]
    assert [cell.endswith("best") or "best" in cell for cell in rows["GMV 30 d"]] == [False, True]
    assert [("best" in cell) for cell in rows["Answers within"]] == [True, False]
    assert not any("best" in cell for cell in rows["Followers"]), "both have as many"
    assert not any("best" in cell for name, cells in rows.items() if "Women" in name for cell in cells)


def test_a_closed_figure_is_not_compared_and_amounts_of_two_currencies_are_not_either(http):
    rows = compared(http, "ana", "cat", "dia")[2]
    assert rows["GMV 30 d"][1] == "not shared" and not any("best" in cell for cell in rows["GMV 30 d"])
    assert "best" in rows["Followers"][2]
    page = http.get("/compare/?creator=ana&creator=cat", headers=HTML).text
    assert not any(secret in page for secret in ["7777", "7,777", "canary", "990"])


def test_nobody_learns_who_is_known(http):
    notices, heads, _ = compared(http, "ana", "official", "<script>nobody", path="/compare/index.html")
    assert len(heads) == 1 and len(notices) == 2
    assert "Not in this catalogue: @official, @<script>nobody." in notices


def test_six_at_most_each_once_and_who_is_taken_out_leaves_the_others(http):
    heads = compared(http, "ana", "ANA", " ana", *[f"more{index}" for index in range(9)])[1]
    assert [head.select_one(".hint")["data-remove"] for head in heads] == ["ana", *[f"more{index}" for index in range(5)]]
    onward = heads[0].select_one(".hint")["href"]
    assert onward == "../compare/index.html?" + "&".join(f"creator=more{index}" for index in range(5))


def test_without_anybody_it_says_how_to_choose(http):
    notices, heads, rows = compared(http, "nobody")
    assert heads == [] and rows == {} and len(notices) == 2 and "tick Compare" in notices[0]
