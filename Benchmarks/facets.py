#!/usr/bin/env python3
"""Measures the catalogue's queries: the index alone, the server, and a static host in Chromium.

usage: facets.py --peers FOLDER [--count 100000] [--write]

FOLDER holds the peers' side: creators.py, queries.py, static_probe.py. For creators over seven markets and all in one:
SQLite's answers and times (queries.py, which also writes the oracle), FacetBench (writing the index, a query inside the
process), then a built site: wrk against the server, and static_probe.py against the files. Needs `make bench-facets`,
which builds what is measured. FacetBench holds its answers against the oracle, and what fails ends the run. Prints one JSON
object a catalogue; --write puts both into results/facets.json.
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
COLD = ["market=ID&category=beauty-personal-care&sort=followers", "market=ID&type=live&quick=true&sort=gmv",
        "market=ID&category=health&gmv_min=5000000&sort=gmv"]
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


def served(site, query):
    """Requests a second of one query, by wrk with 16 connections."""
    server = subprocess.Popen([RELEASE / "plaza", "serve", site, "--port", "0"], stdout=subprocess.PIPE, text=True)
    try:
        address = next(re.search(r"http://\S+", line)[0] for line in server.stdout if "listening" in line)
        said = output("wrk", "-t1", "-c16", "-d10s", f"{address}/creators.json?{query}")
        return float(re.search(r"Requests/sec:\s+([\d.]+)", said)[1])
    finally:
        server.terminate()
        server.wait()


def probed(options, public):
    """Requests, bytes and milliseconds of each cold query, and of a further one."""
    python = ROOT / ".build-venv" / "bin" / "python"
    lines = output(python, options.peers / "static_probe.py", public, *COLD, "--again", FURTHER, cwd=options.peers)
    found = [json.loads(line) for line in lines.splitlines()]
    return [
        {"query": each["query"], "requests": each["requests"], "bytes": each["bytes_encoded"], "ms": each["ms"],
         "further_requests": each["again"]["requests"], "further_bytes": each["again"]["bytes_encoded"]} for each in found
    ]


def measured(options, folder, market):
    creators, oracle = folder / "creators.jsonl", folder / "oracle.json"
    chosen = ["--market", market] if market else []
    with open(creators, "wb") as out:
        subprocess.run([sys.executable, options.peers / "creators.py", str(options.count), *chosen], stdout=out, check=True)
    peers = json.loads(output(
        sys.executable, options.peers / "queries.py", creators, "--oracle", oracle, "--only", "sqlite", "--rounds", "3", cwd=options.peers))
    site, index = make_site(folder / "site", creators), folder / "index"
    index.mkdir()
    alone = json.loads(output(RELEASE / "FacetBench", site, ROOT / "Templates", oracle, "50", index))
    shutil.rmtree(index)
    report = {"listed": peers["listed"], "sqlite": peers["sqlite"], "index": alone}
    start = time.monotonic()
    subprocess.run([RELEASE / "plaza", "build", site], check=True, capture_output=True)
    report["build_seconds"] = round(time.monotonic() - start, 1)
    report["requests_a_second"] = served(site, json.load(open(oracle))["queries"][1]["query"])
    report["static"] = probed(options, site / "public")
    return report


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=pathlib.Path, required=True)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    options.peers = options.peers.resolve()
    report = {}
    for name, market in [("seven markets", None), ("one market", "ID")]:
        with tempfile.TemporaryDirectory(prefix="plaza-facets-") as folder:
            report[name] = measured(options, pathlib.Path(folder), market)
        print(json.dumps({name: report[name]}, indent=1), flush=True)
    if options.write:
        (ROOT / "Benchmarks" / "results" / "facets.json").write_text(json.dumps(report, indent=1) + "\n")


if __name__ == "__main__":
    main()
