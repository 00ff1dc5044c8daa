#!/usr/bin/env python3
"""Times `plaza serve --watch`: from an edit to the sign on which browsers load their page again, and to the new page.

usage: watching.py [--count 1000] [--edits 30] [--plaza PROGRAM] [--write]

Edits a creator's text, and a template's word, in turns. Prints median and worst of both times in milliseconds; "file written"
is the edit itself, which is part of both. --write puts the table into results/watching.md.
"""
import argparse
import http.client
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

from catalogue import HERE, new_site


class Watched:
    """A watched site, served, and what a browser that looks at it hears."""

    def __init__(self, plaza, site):
        self.process = subprocess.Popen([plaza, "serve", site, "--port", "0", "--watch"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.port = int(next(found[1] for line in self.process.stdout if (found := re.search(rb"listening on http://127\.0\.0\.1:(\d+)", line))))
        self.signs = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        self.signs.request("GET", "/reload")
        self.stream = self.signs.getresponse()
        self.pages = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def wait(self, sign):
        while line := self.stream.readline():
            if line.strip() == b"event: " + sign:
                return
        sys.exit("the server closed the stream")

    def page(self, path):
        self.pages.request("GET", path)
        return self.pages.getresponse().read().decode()

    def stop(self):
        self.process.terminate()
        self.process.wait(60)


def saved(file, text):
    """As editors do it: a new file takes the place of the old one."""
    new = file.with_name("." + file.name + ".new")
    new.write_text(text, encoding="utf-8")
    os.replace(new, file)


def measured(options, folder):
    site = new_site(folder / "site")
    file, words = site / "creators" / "all.jsonl", site / "templates" / "phrases" / "interface.txt"
    with open(file, "wb") as out:
        subprocess.run([sys.executable, HERE / "creators.py", str(options.count)], stdout=out, check=True)
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    # Somebody who is listed.
    records = [json.loads(line) for line in lines]
    place = next(place for place in range(len(lines) // 2, len(lines)) if records[place]["ecommerce"] and records[place]["account_type"] == "creator")
    record = records[place]
    path = f"/creators/{record['username']}.html"
    words.parent.mkdir(parents=True)
    words.write_text("skip_to_content = Go on\n", encoding="utf-8")
    subprocess.run([options.plaza, "build", site], check=True, capture_output=True)
    server, found = Watched(options.plaza, site), {"a creator's text": [], "a word of every page": []}
    server.wait(b"now")
    try:
        for edit in range(options.edits):
            mark = f"Edited {edit} times"
            is_creator = edit % 2 == 0
            start = time.monotonic()
            if is_creator:
                lines[place] = json.dumps({**record, "bio": mark}, ensure_ascii=False) + "\n"
                saved(file, "".join(lines))
            else:
                saved(words, f"skip_to_content = {mark}\n")
            written = time.monotonic()
            server.wait(b"built")
            told = time.monotonic()
            assert mark in server.page(path), "the page is not the new one"
            shown = time.monotonic()
            found["a creator's text" if is_creator else "a word of every page"].append([1000 * (each - start) for each in (written, told, shown)])
            time.sleep(0.3)
    finally:
        server.stop()
    return found


def table(found):
    lines = ["| edit | file written | browsers are told | the new page is there |", "| --- | --- | --- | --- |"]
    for name, times in found.items():
        cells = [f"{statistics.median(each):.0f} ms (worst {max(each):.0f})" for each in zip(*times)]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1_000)
    parser.add_argument("--edits", type=int, default=30)
    parser.add_argument("--plaza", default=str(HERE.parent / ".build/release/plaza"))
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="plaza-bench-") as name:
        text = table(measured(options, pathlib.Path(name)))
    print(text)
    if options.write:
        head = f"# From an edit to the page\n\n{options.count:,} made-up creators, {options.edits} edits, {os.cpu_count()} cores (`python3 Benchmarks/watching.py`).\n\n"
        (HERE / "results" / "watching.md").write_text(head + text)


if __name__ == "__main__":
    main()
