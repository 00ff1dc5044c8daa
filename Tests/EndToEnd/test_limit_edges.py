"""I2 and I3 at their edges: 32 clients, both purposes, 400 creators, across midnight and across seven days, with kills."""
import collections
import datetime
import itertools
import threading
import time
import zoneinfo

import httpx
import pytest

from support.clients import Caller
from support.lengths import length
from support.sites import creator

CLIENTS, CREATORS, LIMIT = 32, 400, 100
ZONES = ["Asia/Jakarta", "Europe/London", "America/New_York"][: length(1, long=3)]
COOLDOWN = datetime.timedelta(hours=168)
PURPOSES = ["partnership", "distribution"]
HOUR, DAY, WEEK = 3600, 24 * 3600, 7 * 24 * 3600
PATIENCE = 120  # seconds; what it waits for takes one or two where nothing else runs


def winter_midnight(zone):
    """One that is to come, in weeks in which these zones do not change their clocks."""
    return datetime.datetime(datetime.datetime.now(zone).year + 1, 1, 15, tzinfo=zone).timestamp()


def until(is_true):
    end = time.monotonic() + PATIENCE
    while not is_true():
        assert time.monotonic() < end, f"waited {PATIENCE} s in vain"
        time.sleep(0.1)


class Crowd:
    """Clients that invite as fast as they can, whatever happens to the server."""

    def __init__(self, token):
        self.token = token
        self.server = None
        self.is_over = threading.Event()
        self.numbers = itertools.count()
        self.acknowledged, self.lock = [], threading.Lock()

    def client(self):
        server = None
        while not self.is_over.is_set():
            if server is self.server:
                time.sleep(0.05)  # it was killed; another comes
                continue
            server = self.server
            caller = Caller(server, self.token)
            try:
                self.invite_with(caller)
            except httpx.TransportError:
                pass

    def invite_with(self, caller):
        """Goes round all creators until the end, or until the server is killed."""
        while not self.is_over.is_set():
            index = next(self.numbers)
            answer = caller.invite(f"p{index % CREATORS:03d}", purpose=PURPOSES[(index + index // CREATORS) % 2])
            assert answer.status_code in (200, 409, 429), answer.text
            if answer.status_code == 200:
                with self.lock:
                    self.acknowledged.append(answer.json()["results"][0]["invitation"])

    def run(self, serve, later, site, moments):
        """Fires without a pause while the server is killed and comes again at each of the `moments`.

        A moment is the time on the clock at which the server comes, and how many invitations there are when the next
        one follows: a wait for seconds would ask a busy machine to be quick.
        """
        threads = [threading.Thread(target=self.client) for _ in range(CLIENTS)]
        for instant, count in moments:
            if self.server:
                self.server.kill()
            self.server = serve(site, later(seconds=round(instant - time.time())))
            for thread in threads:
                if not thread.is_alive():
                    thread.start()
            until(lambda: len(Caller(self.server, self.token).history()) >= count)
        time.sleep(1)  # the last day is full: whatever goes now is one too many
        self.is_over.set()
        for thread in threads:
            thread.join(60)
        assert not any(thread.is_alive() for thread in threads)
        return Caller(self.server, self.token).history()


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
    midnight = winter_midnight(zone)

    def across_midnight(edge, before):
        """An evening that fills up, its last seconds with the edge, the day after; killed in the middle of each."""
        return [
            (edge - HOUR, before + LIMIT // 2), (edge - HOUR + PATIENCE, before + LIMIT),
            (edge - 3, before + LIMIT * 3 // 2), (edge + PATIENCE, before + 2 * LIMIT),
        ]

    crowd = Crowd(plaza.token(site))
    history = crowd.run(serve, later, site, [
        *across_midnight(midnight, before=0),
        # Two days more, and every creator was invited once.
        (midnight + DAY + HOUR, 3 * LIMIT), (midnight + 2 * DAY + HOUR, 4 * LIMIT),
        # A week later, to the second: they become free one by one, as they were invited.
        *across_midnight(midnight + WEEK, before=4 * LIMIT),
    ])
    assert check(history, zone) == 6 * [LIMIT]
    assert set(crowd.acknowledged) <= {entry["id"] for entry in history}
    assert collections.Counter(collections.Counter(entry["creator"] for entry in history).values()) == {1: 200, 2: 200}
    assert {entry["purpose"] for entry in history} == set(PURPOSES)
