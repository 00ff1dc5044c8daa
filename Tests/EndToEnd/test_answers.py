"""H2: a member sees new answers without a reload, and how many there are."""
import json
import threading

import pytest

from support.clients import JSON, connect
from support.inboxes import inbox_of
from support.sites import creator


@pytest.fixture
def server(built_site, serve):
    network = {"name": "Second Network", "roles": ["mcn"]}
    agency = {"name": "Agency One", "roles": ["mcn"]}
    return serve(built_site(creators=[creator("ana"), creator("ben")], companies={"agency": agency, "network": network}))


class Stream:
    """Reads server-sent events in the background."""

    def __init__(self, caller, last=None):
        self.events = []
        self.arrived = threading.Condition()
        self.headers = {"Last-Event-ID": str(last)} if last is not None else {}
        self.caller = caller
        threading.Thread(target=self.read, daemon=True).start()
        self.await_count(1)

    def read(self):
        event = {}
        with self.caller.http.stream("GET", "/events", headers=self.headers) as answer:
            self.type = answer.headers["content-type"]
            for line in answer.iter_lines():
                name, _, value = line.partition(": ")
                if line:
                    event[name] = value
                elif event:
                    with self.arrived:
                        self.events.append({**event, "data": json.loads(event.get("data", "null"))})
                        self.arrived.notify_all()
                    event = {}

    def await_count(self, count):
        with self.arrived:
            assert self.arrived.wait_for(lambda: len(self.events) >= count, 20), self.events


def test_answers_come_by_themselves_and_are_counted(own_workshop, server):
    caller, other = own_workshop.caller(server), own_workshop.caller(server, email="nina@network.example", company="network")
    inbox = inbox_of(server, caller.invite("ana"))
    stream, foreign = Stream(caller), Stream(other)
    assert stream.type == "text/event-stream" and stream.events[0]["data"] == {"unread": 0}
    inbox.do("seen")
    inbox.do("interested")
    stream.await_count(3)
    assert [event["data"]["state"] for event in stream.events[1:]] == ["seen", "interested"]
    assert stream.events[-1]["data"]["unread"] == 1
    assert caller.http.get("/answers.json").json() == {"unread": 1}
    # Who comes back asks for what came meanwhile.
    again = Stream(caller, last=stream.events[1]["id"])
    again.await_count(2)
    assert again.events[1]["data"]["state"] == "interested"
    assert caller.http.post("/answers/read").json() == {"unread": 0}
    assert caller.http.get("/answers.json").json() == {"unread": 0}
    assert len(foreign.events) == 1 and other.http.get("/answers.json").json() == {"unread": 0}


def test_nobody_else_can_listen(server):
    with connect(server, **JSON) as visitor:
        assert visitor.get("/events").status_code == 401
        assert visitor.get("/answers.json").status_code == 401


def test_a_server_ends_although_somebody_listens(own_workshop, server):
    stream = Stream(own_workshop.caller(server))
    server.terminate()
    assert server.wait(15) == 0 and stream.events
