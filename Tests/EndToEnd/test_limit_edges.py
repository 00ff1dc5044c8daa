"""I3 at its edges: 32 clients, both purposes, 400 creators, across midnight and across seven days, with kills between."""
import collections
import datetime
import itertools
import os
import threading
import time
import zoneinfo

import httpx
import pytest

from support.clients import Caller
from support.sites import creator

CLIENTS, CREATORS, LIMIT = 32, 400, 100
BEFORE, AFTER = 7, 9  # seconds on either side of the edge
# One in every run; all three with PLAZA_ZONES=all.
ZONES = ["Asia/Jakarta", "Europe/London", "America/New_York"][: None if os.environ.get("PLAZA_ZONES") == "all" else 1]
COOLDOWN = datetime.timedelta(hours=168)


def seconds_to_midnight(zone):
    now = datetime.datetime.now(zone)
    midnight = (now + datetime.timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    return int(midnight.timestamp() - now.timestamp())


class Crowd:
    """Clients that invite as fast as they can, whatever happens to the server."""

    def __init__(self, token):
        self.token = token
        self.server = None
        self.is_over = threading.Event()
        self.numbers = itertools.count()
        self.acknowledged, self.lock = [], threading.Lock()

    def client(self):
        while not self.is_over.is_set():
            number = next(self.numbers)
            server = self.server
            try:
                caller = Caller(server, self.token)
                for index in range(number * 7, number * 7 + 20):
                    answer = caller.invite(f"p{index % CREATORS:03d}", purpose=["partnership", "distribution"][index % 2])
                    assert answer.status_code in (200, 409, 429), answer.text
                    if answer.status_code == 200:
                        with self.lock:
                            self.acknowledged.append(answer.json()["results"][0]["invitation"])
                    if self.is_over.is_set():
                        return
            except httpx.TransportError:
                time.sleep(0.05)  # the server was killed; another comes

    def run(self, serve, site, environment, kills):
        """Fires from before the edge until after it; `kills` are seconds from the start."""
        self.server = serve(site, environment)
        threads = [threading.Thread(target=self.client) for _ in range(CLIENTS)]
        start = time.monotonic()
        for thread in threads:
            thread.start()
        for kill in kills:
            time.sleep(max(0, start + kill - time.monotonic()))
            self.server.kill()
            self.server = serve(site, environment)
        time.sleep(max(0, start + BEFORE + AFTER - time.monotonic()))
        self.is_over.set()
        for thread in threads:
            thread.join(60)
        assert not any(thread.is_alive() for thread in threads)


def check(history, zone):
    """No day over the limit, no creator twice within the cooldown. Gives how many went on each day."""
    days, sendings = collections.Counter(), collections.defaultdict(list)
    for entry in history:
        sent = datetime.datetime.fromisoformat(entry["sent"].replace("Z", "+00:00"))
        days[sent.astimezone(zone).date()] += 1
        sendings[entry["creator"]].append(sent)
    assert max(days.values()) <= LIMIT, days
    for name, instants in sendings.items():
        instants.sort()
        for first, second in itertools.pairwise(instants):
            assert second - first >= COOLDOWN, name
    return [days[day] for day in sorted(days)]


@pytest.mark.parametrize("name", ZONES)
def test_exactly_the_allowed_ones_go_each_once(plaza, built_site, serve, later, name):
    zone = zoneinfo.ZoneInfo(name)
    site = built_site(creators=[creator(f"p{index:03d}") for index in range(CREATORS)], site={"time_zone": name})
    token = plaza.token(site)
    wait = seconds_to_midnight(zone) - BEFORE

    crowd = Crowd(token)
    crowd.run(serve, site, later(seconds=wait), kills=[2, BEFORE + 3])
    crowd.server.stop()
    calm = serve(site, later(seconds=wait))
    history = Caller(calm, token).history()
    assert check(history, zone) == [LIMIT, LIMIT]
    assert set(crowd.acknowledged) <= {entry["id"] for entry in history}
    assert len({entry["creator"] for entry in history}) == 2 * LIMIT
    assert {entry["purpose"] for entry in history} == {"partnership", "distribution"}
    calm.stop()

    # A week later, to the second: the creators of the first evening become free one by one while the day ends.
    elapsed = int(time.time()) - min(
        int(datetime.datetime.fromisoformat(entry["sent"].replace("Z", "+00:00")).timestamp()) for entry in history)
    week = Crowd(token)
    week.run(serve, site, later(days=7, seconds=-elapsed - 2), kills=[4])
    week.server.stop()
    calm = serve(site, later(days=7, seconds=-elapsed - 2))
    history = Caller(calm, token).history()
    days = check(history, zone)
    assert days[:2] == [LIMIT, LIMIT] and sum(days[2:]) > 0
    assert set(week.acknowledged) <= {entry["id"] for entry in history}
