"""The end of a server: requests in flight are finished, then it goes, with exit code 0."""
import signal
import socket
import time

import pytest

from support.clients import Caller, answer_of
from support.sites import creator


@pytest.fixture
def server(built_site, serve):
    return serve(built_site(creators=[creator("ana")]))


def takes_connections(server):
    try:
        socket.create_connection(("127.0.0.1", server.port), timeout=5).close()
        return True
    except (ConnectionRefusedError, ConnectionResetError):
        return False


def wait_until_closed(server, seconds=10):
    deadline = time.monotonic() + seconds
    while takes_connections(server):
        assert time.monotonic() < deadline, "it still takes connections"


def wait_until_read(server, connection, seconds=10):
    """Until the server has taken all that was sent out of its socket, as the kernel tells (proc(5), net/tcp)."""
    ends = f":{server.port:04X} 0100007F:{connection.getsockname()[1]:04X} 01 "
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with open("/proc/net/tcp", encoding="ascii") as table:
            lines = [line for line in table if ends in line]
        if lines and int(lines[0].split()[4].split(":")[1], 16) == 0:
            return
    raise AssertionError("the server does not read")


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_cleanly(server, sign):
    server.process.send_signal(sign)
    assert server.wait(15) == 0
    assert not takes_connections(server)


def test_an_idle_connection_does_not_hold_it_up(server):
    with socket.create_connection(("127.0.0.1", server.port)) as connection:
        connection.sendall(f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode())
        assert answer_of(connection)[0] == 200
        server.terminate()
        assert server.wait(15) == 0


def test_a_request_in_flight_is_finished(plaza, serve, server):
    """Half of an invitation is sent, the server is told to end, then comes the other half."""
    token = plaza.token(server.site)
    body = b"creator=ana&purpose=partnership&message=Hello&whatsapp=%2B6281200001111"
    head = (
        f"POST /invite HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
        f"Authorization: Bearer {token}\r\nAccept: application/json\r\n"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", server.port), timeout=15) as connection:
        connection.sendall(head.encode() + body[:20])
        wait_until_read(server, connection)
        server.terminate()
        wait_until_closed(server)
        connection.sendall(body[20:])
        status, _, answer = answer_of(connection)
    assert status == 200 and b'"sent"' in answer
    assert server.wait(15) == 0
    assert len(Caller(serve(server.site), token).history()) == 1


def test_a_request_that_never_ends_does_not_hold_it_up(plaza, server):
    """The other half of the body never comes."""
    token = plaza.token(server.site)
    head = (
        f"POST /invite HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nAuthorization: Bearer {token}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\ncreator="
    )
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
        connection.sendall(head.encode())
        wait_until_read(server, connection)
        server.terminate()
        server.wait(25)
