"""C1: who is in the catalogue, and who is nowhere in it."""
import re

import pytest

from support.sites import AGENCY, NETWORK, creator, tree

BOTH_ROLES, MCN_ONLY = "a company with both roles", "an MCN-only company"
EVERYWHERE, NOWHERE = {BOTH_ROLES, MCN_ONLY}, set()

# username: the creator's state, and the sites that list it.
STATES = {
    "stateplain": ({}, EVERYWHERE),
    "stateunauthorised": ({"authorized": False, "gmv": 5}, EVERYWHERE),
    "statehidden": ({"contact_visible": False, "email": "a@private.example"}, EVERYWHERE),
    "statefigureless": ({"followers": None}, EVERYWHERE),
    "statezero": ({"followers": 0}, EVERYWHERE),
    "stateownslug": ({"agency": "agency"}, EVERYWHERE),
    "stateownname": ({"agency": "agency ONE"}, EVERYWHERE),
    "statelinked": ({"agency": "Another MCN"}, {BOTH_ROLES}),
    "statelinkedtosecond": ({"agency": "network"}, {BOTH_ROLES}),
    "statenopermission": ({"ecommerce": False}, NOWHERE),
    "stateofficial": ({"account_type": "official"}, NOWHERE),
    "statemarketing": ({"account_type": "marketing"}, NOWHERE),
    "stateothermarket": ({"market": "SG"}, NOWHERE),
}


@pytest.fixture(scope="module")
def sites(workshop):
    """Both kinds of site with the same creators, built, in two of the markets."""
    people = [creator(name, **fields) for name, (fields, _) in STATES.items()]
    settings = {"markets": ["ID", "MY"]}
    both = workshop.built_site(creators=people, site=settings, companies={"agency": AGENCY, "network": NETWORK})
    only = workshop.built_site(
        creators=people, site=settings, companies={"agency": {**AGENCY, "roles": ["mcn"]}, "network": NETWORK}
    )
    return {BOTH_ROLES: tree(both.public), MCN_ONLY: tree(only.public)}


@pytest.mark.parametrize("owner", sorted(EVERYWHERE))
@pytest.mark.parametrize("username", STATES)
def test_lists_or_leaves_out(sites, username, owner):
    files = sites[owner]
    if owner in STATES[username][1]:
        assert f"creators/{username}.html" in files
        assert f'data-creator="{username}"'.encode() in files["ID/index.html"]
    else:
        mark = f"\\b{username}\\b".encode()
        assert not [name for name in files if username in name]
        assert not [name for name, content in files.items() if re.search(mark, content)]


def test_a_market_that_is_not_the_sites_has_no_pages(sites):
    assert {name.split("/")[0] for name in sites[BOTH_ROLES] if len(name.split("/")[0]) == 2} == {"ID", "MY"}


def test_an_empty_market_says_why(sites):
    """C5"""
    page = sites[BOTH_ROLES]["MY/index.html"].decode()
    assert 'data-total="0"' in page and "authori" in page
