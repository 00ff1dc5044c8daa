#!/usr/bin/env python3
"""Measures the catalogue's queries: the index alone, the server, and a static host in Chromium.

usage: facets.py --peers FOLDER [--count 100000] [--million FILE.jsonl] [--write]

FOLDER holds the peers' side: creators.py, queries.py, static_probe.py, pagefind.py. For creators over seven markets and all
in one: SQLite's answers and times (queries.py, which also writes the oracle), FacetBench (writing the index, a query inside
the process), then a built site: wrk against the server, static_probe.py against the files, and pagefind.py beside it where
Pagefind is installed (pip install pagefind_bin). Of --million only the index and the queries inside the process are
measured. Needs `make bench-facets`, which builds what is measured. FacetBench and static_probe.py hold their answers
against the oracle, and what is wrong ends the run. Prints one JSON object a catalogue; --write puts all into
results/facets.json.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
RELEASE = ROOT / ".build" / "release"
SITE = "name: Bench\ncompany: bench\n"
COMPANY = "---\nname: Bench\nroles: [mcn, affiliate_partner]\n---\nWe measure.\n"
# Two filters; the first three are answered from counts alone, the others have a bound, on a border and beside one.
COLD = ["market=ID&category=beauty-personal-care&sort=followers", "market=ID&category=health&quick=true&sort=gpm_video",
        "market=ID&type=live&quick=true&sort=gmv", "market=ID&category=health&gmv_min=5000000&sort=gmv",
        "market=ID&quick=true&followers_min=12345&sort=gpm_video", "market=ID&category=health&followers_min=12345&sort=gmv"]
HEADLINE = "market=ID&category=health&quick=true&followers_min=10000&followers_max=1000000&sort=gpm_video"
FURTHER = "market=ID&category=health&quick=true&sort=gpm_video"


def output(*command, **options):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True, **options).stdout


def make_site(folder, creators):
    for name in ["companies", "creators"]:
        (folder / name).mkdir(parents=True)
    (folder / "site.yaml").write_text(SITE)
    (folder / "companies" / "bench.md").write_text(COMPANY)
    os.link(creators, folder / "creators" / "all.jsonl")
    return folder


def processor_seconds(process):
    """Of a running process so far, its own and the system's for it."""
    fields = pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def served(site, queries):
    """Requests a second by wrk with 16 connections, over all queries in turn; the server's processor seconds for 1,000."""
    server = subprocess.Popen([RELEASE / "plaza", "serve", site, "--port", "0"], stdout=subprocess.PIPE, text=True)
    script = site / "queries.lua"
    paths = ", ".join(json.dumps(f"/creators.json?{query}") for query in queries)
    script.write_text(
        f"local paths, at = {{{paths}}}, 0\n"
        "request = function() at = at % #paths + 1 return wrk.format('GET', paths[at]) end\n"
        "done = function(summary) print('errors: ' .. summary.errors.status) end\n")
    try:
        address = next(re.search(r"http://\S+", line)[0] for line in server.stdout if "listening" in line)
        used = processor_seconds(server.pid)
        said = output("wrk", "-t1", "-c16", "-d10s", "-s", script, address)
        used = processor_seconds(server.pid) - used
        assert "errors: 0" in said, said
        count = int(re.search(r"(\d+) requests in", said)[1])
        return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1]), round(used * 1000 / count, 3)
    finally:
        server.terminate()
        server.wait()


def python_of_the_tests():
    return ROOT / ".build-venv" / "bin" / "python"


def probed(options, public, oracle):
    """Requests, bytes and milliseconds of each cold query, and of a further one; then the queries of the oracle."""
    probe = [python_of_the_tests(), options.peers / "static_probe.py", public]
    lines = output(*probe, *COLD, HEADLINE, "--again", FURTHER, cwd=options.peers).splitlines()
    lines += output(*probe, "--oracle", oracle, "--runs", "1", cwd=options.peers).splitlines()
    found = []
    for each in map(json.loads, lines):
        found.append({"query": each["query"], "total": each["total"], "requests": each["requests"], "bytes": each["bytes_encoded"],
                      "ms": each["ms"], **({"right": each["right"]} if "right" in each else {})})
        if "again" in each:
            found[-1] |= {"further_requests": each["again"]["requests"], "further_bytes": each["again"]["bytes_encoded"]}
    return found


def pagefind(options, creators, chosen):
    """What the peer needs for a like question; None where it is not installed."""
    python = python_of_the_tests()
    if subprocess.run([python, "-c", "import pagefind_bin"], capture_output=True).returncode:
        return None
    return json.loads(output(python, options.peers / "pagefind.py", creators, *chosen, cwd=options.peers))


def asked_alone(options, folder, creators):
    """The oracle, with SQLite's side where asked for, and the index alone."""
    oracle, index = folder / "oracle.json", folder / "index"
    peers = json.loads(output(
        sys.executable, options.peers / "queries.py", creators, "--oracle", oracle, "--only", "sqlite", "--rounds", "3", cwd=options.peers))
    site = make_site(folder / "site", creators)
    index.mkdir()
    alone = json.loads(output(RELEASE / "FacetBench", site, ROOT / "Templates", oracle, "50", index))
    shutil.rmtree(index)
    return site, oracle, {"listed": peers["listed"], "sqlite": peers["sqlite"], "index": alone}


def measured(options, folder, market):
    creators = folder / "creators.jsonl"
    chosen = ["--market", market] if market else []
    with open(creators, "wb") as out:
        subprocess.run([sys.executable, options.peers / "creators.py", str(options.count), *chosen], stdout=out, check=True)
    site, oracle, report = asked_alone(options, folder, creators)
    start = time.monotonic()
    subprocess.run([RELEASE / "plaza", "build", site], check=True, capture_output=True)
    report["build_seconds"] = round(time.monotonic() - start, 1)
    queries = [each["query"] for each in json.load(open(oracle))["queries"]]
    report["requests_a_second"], report["processor_seconds_for_1000"] = served(site, queries)
    report["static"] = probed(options, site / "public", oracle)
    report["pagefind"] = pagefind(options, creators, chosen)
    return report


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=pathlib.Path, required=True)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--million", type=pathlib.Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    options.peers = options.peers.resolve()
    report = {}
    for name, market in [("seven markets", None), ("one market", "ID")]:
        with tempfile.TemporaryDirectory(prefix="plaza-facets-") as folder:
            report[name] = measured(options, pathlib.Path(folder), market)
        print(json.dumps({name: report[name]}, indent=1), flush=True)
    if options.million:
        with tempfile.TemporaryDirectory(prefix="plaza-facets-") as folder:
            report["million"] = asked_alone(options, pathlib.Path(folder), options.million)[2]
        print(json.dumps({"million": report["million"]}, indent=1), flush=True)
    if options.write:
        (ROOT / "Benchmarks" / "results" / "facets.json").write_text(json.dumps(report, indent=1) + "\n")


if __name__ == "__main__":
    main()
