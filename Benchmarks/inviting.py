#!/usr/bin/env python3
"""Times a member's daily work on a store with a long history: look ahead, filtered pages, the CSV of everything.

usage: inviting.py [--creators 2000] [--invitations 50000] [--runs 15] [--plaza PROGRAM] [--write]

A peer for each: the same rows read by SQLite itself in this process. Seconds are medians and the slowest of the runs.
--write puts the table into results/inviting.md.
"""
import argparse
import json
import pathlib
import platform
import random
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
import uuid

HERE = pathlib.Path(__file__).resolve().parent
SITE = "name: Bench\ncompany: bench\n"
COMPANY = "---\nname: Bench\nroles: [mcn, affiliate_partner]\n---\nWe measure.\n"
DAY = 86_400_000
MESSAGE = "Hello, we would like to work with you on our new products this spring. " * 6


def make_site(folder, count):
    for part in ("companies", "creators"):
        (folder / part).mkdir(parents=True)
    (folder / "site.yaml").write_text(SITE)
    (folder / "companies" / "bench.md").write_text(COMPANY)
    with open(folder / "creators" / "all.jsonl", "wb") as out:
        subprocess.run([sys.executable, HERE / "creators.py", str(count)], stdout=out, check=True)
    return folder


def usernames(folder):
    """Those who can be invited: e-commerce permission and a creator's account."""
    with open(folder / "creators" / "all.jsonl", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [row["username"] for row in rows if row.get("ecommerce", True) and row.get("account_type", "creator") == "creator"]


def fill(database, names, count):
    """A history as a busy company would have it: templates, members, markets and states of all kinds."""
    generator = random.Random(7)
    now = int(time.time() * 1000)
    states = ["sent"] * 5 + ["seen"] * 3 + ["interested", "declined"]
    with sqlite3.connect(database) as store:
        for number in range(count):
            key, name = str(uuid.UUID(int=generator.getrandbits(128), version=4)), generator.choice(names)
            if number % 10 == 0:
                message = key
                store.execute("INSERT INTO message (id, body, contacts) VALUES (?, ?, ?)",
                              (key, MESSAGE, '{"email":"hello@bench.example"}'))
            row = {
                "id": key, "company": "bench", "member": f"m{number % 9}@bench.example", "creator": name,
                "creator_key": name.lower(), "nickname": f"Nick {name}", "nickname_key": f"nick {name.lower()}",
                "market": generator.choice(["ID", "MY", "VN", "TH"]), "purpose": generator.choice(["partnership", "distribution"]),
                "message": message, "state": generator.choice(states), "sent": now - 8 * DAY - number * 30_000,
                "template": generator.choice(["Warm", "Cold", None]),
            }
            store.execute(f"INSERT INTO invitation ({','.join(row)}) VALUES ({','.join('?' * len(row))})", list(row.values()))
    store.close()


class Server:
    def __init__(self, plaza, site):
        self.process = subprocess.Popen([plaza, "serve", site, "--port", "0"], stdout=subprocess.PIPE, text=True)
        self.url = re.search(r"http://\S+", self.process.stdout.readline())[0]
        self.process.stdout.readline()
        self.token = None

    def ask(self, path, body=None):
        headers = {"Authorization": f"Bearer {self.token}", "Accept": "application/json"}
        if body is not None:
            headers["Content-Type"] = "application/json"
            body = json.dumps(body).encode()
        with urllib.request.urlopen(urllib.request.Request(self.url + path, body, headers)) as answer:
            return answer.read()

    def peak(self):
        """MiB."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024


def timed(runs, work):
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds), max(seconds)


def sqlite_scan(database, where="1 = 1"):
    with sqlite3.connect(database) as store:
        rows = store.execute(f"SELECT * FROM invitation JOIN message ON message.id = message WHERE {where} "
                             "ORDER BY sent DESC").fetchall()
    store.close()
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--creators", type=int, default=2_000)
    parser.add_argument("--invitations", type=int, default=50_000)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--plaza", default=HERE.parent / ".build/release/plaza", type=pathlib.Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    folder = pathlib.Path(tempfile.mkdtemp(prefix="plaza-inviting-"))
    rows = []
    try:
        site = make_site(folder / "site", options.creators)
        server = Server(options.plaza, site)
        owner = subprocess.run([options.plaza, "member", "list", "--site", site], capture_output=True, text=True, check=True)
        owner = owner.stdout.split("\t")[0]
        made = subprocess.run([options.plaza, "token", "create", "--member", owner, "--site", site], capture_output=True,
                              text=True, check=True)
        server.token = made.stdout.strip()
        names = usernames(site)
        database = site / "private" / "plaza.sqlite"
        fill(database, names, options.invitations)
        quiet = server.peak()

        picks = {"creator": names[:500]}
        rows.append(("500 picks looked ahead", *timed(options.runs, lambda: server.ask("/invite/preview", picks)), "≤ 1 s"))
        rows.append((f"{min(1000, len(names)):,} picks looked ahead",
                     *timed(options.runs, lambda: server.ask("/invite/preview", {"creator": names[:1000]})), ""))
        for query in ["", "q=ami", "state=declined&market=TH", "template=Warm&purpose=partnership", "member=m3%40bench.example",
                      "q=nobody-has-this-name", "from=2020-01-01&to=2026-01-31"]:
            rows.append((f"history page `{query or 'all'}`",
                         *timed(options.runs, lambda query=query: server.ask(f"/invitations.json?{query}")), "≤ 0.2 s"))
        rows.append(("reply rates of everything", *timed(options.runs, lambda: server.ask("/replies.json")), ""))
        before = server.peak()
        csv_runs = max(3, options.runs // 5)
        size = len(server.ask("/invitations.csv"))
        rows.append((f"CSV of {options.invitations:,} ({size / 1e6:.0f} MB)",
                     *timed(csv_runs, lambda: server.ask("/invitations.csv")), "≤ 5 s"))
        after = server.peak()
        rows.append(("the same rows by SQLite in one process", *timed(csv_runs, lambda: sqlite_scan(database)), "peer"))
        server.process.terminate()
        server.process.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    lines = [f"| work, {options.invitations:,} invitations, {len(names):,} creators | median | slowest | bar |",
             "| --- | --- | --- | --- |"]
    lines += [f"| {name} | {median * 1000:.1f} ms | {slowest * 1000:.1f} ms | {bar} |" for name, median, slowest, bar in rows]
    lines.append("")
    lines.append(f"Peak memory of the server: {quiet:.0f} MiB at rest, {before:.0f} after the pages, {after:.0f} after "
                 f"{csv_runs + 1} exports. {options.runs} runs, {platform.machine()}, "
                 f"Linux {platform.release().split('-')[0]}; other work ran beside it where the slowest stand out.")
    text = "\n".join(lines) + "\n"
    print(text, end="")
    if options.write:
        (HERE / "results" / "inviting.md").write_text("# Inviting, measured\n\n`python3 Benchmarks/inviting.py --write`\n\n" + text)


if __name__ == "__main__":
    main()
