#!/usr/bin/env python3
"""Times what makes a creator's page and card: running the template alone, and all of it; another Mustache engine beside it.

usage: templates.py [--pages 300] [--rounds 9] [--plaza PROGRAM] [--bench PROGRAM] [--json] [--write]

Microseconds of processor time a page, the fastest of the rounds. The other engine, kainjow's Mustache in C++, gets the same
templates with their partials and layout put in, and the same values; what both make must be the same but for white space and
the spelling of quotation marks. Compare figures of one run only. --write puts the table into results/templates.md.
"""
import argparse
import datetime
import html
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from catalogue import HERE, new_site, processor_name

TEMPLATES = HERE.parent / "Templates"
KINDS = {"card": "partials/card", "creator": "pages/creator"}


def words():
    """{key: text as a template has it}"""
    lines = (TEMPLATES / "phrases" / "interface.txt").read_text().splitlines()
    pairs = (line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    return {key.strip(): re.sub(r"\{([a-z_]+)\}", r"{{\1}}", html.escape(text.strip(), quote=False)) for key, text in pairs}


def flat(name, said):
    """A template with its layout, its partials and its words in it."""
    text = (TEMPLATES / f"{name}.mustache").read_text()
    if text.startswith("{{<layout}}"):
        blocks = dict(re.findall(r"\{\{\$(\w+)\}\}(.*?)\{\{/\1\}\}", text, re.S))
        layout = (TEMPLATES / "layout.mustache").read_text()
        text = re.sub(r"\{\{\$(\w+)\}\}\{\{/\1\}\}", lambda found: blocks.get(found[1], ""), layout)
    text = re.sub(r"\{\{> ([\w/]+)\}\}\n?", lambda found: flat(found[1], said), text)
    return re.sub(r"\{\{say\.(\w+)\}\}", lambda found: said[found[1]], text)


def plain(text):
    """What two engines must agree on."""
    return re.sub(r"\s+", "", text.replace("&apos;", "&#39;"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--plaza", default=str(HERE.parent / ".build/release/plaza"))
    parser.add_argument("--bench", default=str(HERE.parent / ".build/release/TemplateBench"))
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    for program in [options.plaza, options.bench]:
        if not os.access(program, os.X_OK):
            sys.exit(f"there is no program at {program}: run `make bench-templates`")
    with tempfile.TemporaryDirectory(prefix="plaza-bench-") as name:
        folder = pathlib.Path(name)
        report = measured(options, folder)
    print(json.dumps(report) if options.json else table_of(report), end="\n" if options.json else "")
    if options.write:
        (HERE / "results" / "templates.md").write_text("# Templates\n\n" + table_of(report))


def measured(options, folder):
    site = new_site(folder / "site")
    with open(site / "creators" / "all.jsonl", "wb") as out:
        subprocess.run([sys.executable, HERE / "creators.py", str(options.pages * 8)], stdout=out, check=True)
    subprocess.run([options.plaza, "build", site], check=True, capture_output=True)
    creators = site / "private" / "catalogue" / "creators.jsonl"
    ours = subprocess.run(
        [options.bench, TEMPLATES, creators, str(options.pages), str(options.rounds), folder], check=True,
        capture_output=True)
    report = {"pages": options.pages, "ours": json.loads(ours.stdout), "peer": {}}
    subprocess.run(["g++", "-O2", "-std=c++17", HERE / "templates.cpp", "-o", folder / "peer"], check=True)
    for kind, template in KINDS.items():
        (folder / "flat.mustache").write_text(flat(template, words()))
        ran = subprocess.run(
            [folder / "peer", folder / "flat.mustache", folder / f"{kind}.json", str(options.rounds), folder / "made.html"],
            check=True, capture_output=True)
        report["peer"][kind] = float(ran.stdout)
        made = [plain((folder / file).read_text()) for file in ["made.html", f"{kind}.html"]]
        if made[0] != made[1]:
            sys.exit(f"{kind}: the two engines do not make the same of it")
    return report


def table_of(report):
    ours, peer = report["ours"], report["peer"]
    lines = [
        f"{report['pages']} made-up creators; microseconds of processor time each, the fastest round, on {processor_name()}, "
        f"{datetime.date.today():%-d %B %Y} (`make bench-templates`).", "",
        "| | bytes | Plaza, template alone | kainjow's Mustache (C++), the same | Plaza, all of it |",
        "| --- | --- | --- | --- | --- |",
    ]
    for kind, whole in [("card", "card_whole"), ("creator", "creator_whole_page")]:
        each = ours[f"{kind}_template"]
        lines.append(
            f"| {'a card' if kind == 'card' else 'a creator’s page'} | {each['bytes']:,.0f} | {each['microseconds']:.1f} | "
            f"{peer[kind]:.0f} | {ours[whole]['microseconds']:.0f} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
