"""A lost power cord: what was acknowledged is there afterwards, and no limit was passed."""
import concurrent.futures
import threading

import httpx
import pytest

from support.clients import Caller
from support.sites import creator


@pytest.mark.parametrize("kill_after", [1, 25, 60])
def test_kill_9_loses_no_acknowledged_invitation_and_passes_no_limit(plaza, built_site, serve, kill_after):
    site = built_site(creators=[creator(f"p{index:03d}") for index in range(150)])
    token = plaza.token(site)
    server = serve(site)
    acknowledged, lock, enough = set(), threading.Lock(), threading.Event()

    def invite(index):
        try:
            answer = Caller(server, token).invite(f"p{index:03d}")
        except httpx.TransportError:
            return  # the server is gone: nothing was acknowledged
        if answer.status_code == 200:
            with lock:
                acknowledged.add(answer.json()["results"][0]["invitation"])
                if len(acknowledged) >= kill_after:
                    enough.set()

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        running = [pool.submit(invite, index) for index in range(150)]
        assert enough.wait(60)
        server.kill()
        concurrent.futures.wait(running)

    again = Caller(serve(site), token)
    kept = {each["id"] for each in again.history()}
    assert acknowledged <= kept and kill_after <= len(kept) <= 100

    again.invite(*[f"p{index:03d}" for index in range(150)])
    history = again.history()
    assert len(history) == 100 == len({each["creator"] for each in history})


@pytest.mark.parametrize("damage", ["text", "empty", "truncated"])
def test_a_damaged_store_is_a_clear_failure_and_stays_as_it_is(plaza, built_site, serve, caller, damage):
    site = built_site(creators=[creator(f"p{index:03d}") for index in range(40)])
    server = serve(site)
    caller(server).invite(*[f"p{index:03d}" for index in range(40)])
    server.stop()
    whole = site.database.read_bytes()
    for rest in ["-wal", "-shm"]:
        site.database.with_name(site.database.name + rest).unlink(missing_ok=True)
    broken = {"text": b"This is no database. " * 500, "empty": b"", "truncated": whole[: len(whole) // 2]}[damage]
    site.database.write_bytes(broken)
    run = plaza.run("serve", site, "--port", "0", expect=1, timeout=60)
    assert "plaza.sqlite" in run.err and "listening" not in run.out
    assert site.database.read_bytes() == broken
    assert plaza.run("member", "list", "--site", site, expect=1).err
    assert site.database.read_bytes() == broken
