#!/usr/bin/env python3
"""Times what `plaza build` does after an edit, beside a whole build and a copy of the built files, in the same run.

usage: incremental.py [--count 100000] [--creators FILE.jsonl] [--runs 3] [--plaza PROGRAM] [--hugo FOLDER] [--write]

Prints medians over the runs: wall seconds, processor seconds and peak memory (MiB) of each command, and the files that it
wrote. --hugo names a folder with hugo.sh, which builds a site of its own kind with Hugo from the same creators, once a run.
--write puts the table into results/incremental.md.
"""
import argparse
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile

from catalogue import HERE, measured, new_site


def edited(file, line):
    """Another text of one creator."""
    lines = file.read_bytes().splitlines(keepends=True)
    record = json.loads(lines[line])
    record["bio"] = f"Edited {record.get('bio', '')}"[:200]
    lines[line] = (json.dumps(record, ensure_ascii=False) + "\n").encode()
    file.write_bytes(b"".join(lines))


def added(file, number):
    """Another creator, in the middle of a market."""
    record = {"username": f"added.{number}", "nickname": "Added", "market": "ID", "followers": 20_000 + number, "categories": ["Health"]}
    with open(file, "ab") as out:
        out.write((json.dumps(record) + "\n").encode())


def one_run(options, folder, run):
    site = new_site(folder / "site")
    file = site / "creators" / "all.jsonl"
    shutil.copy(options.creators, file)
    steps = [
        ("a whole build", None), ("nothing changed", None), ("times changed", lambda: (site / "site.yaml").touch()),
        ("one text changed", lambda: edited(file, 1234 + run)), ("one text more", lambda: edited(file, 4321 + run)),
        ("one creator added", lambda: added(file, run)), ("a template changed", lambda: phrase(site)),
    ]
    found = {}
    for name, edit in steps:
        if edit:
            edit()
        os.sync()
        found[name] = measured(options.plaza, "build", site, "--json")
        assert found[name]["exit"] == 0, name
        found[name]["written"] = json.loads(found[name].pop("said"))["written"]
        if name == "a whole build":
            os.sync()
            found["cp -r of its output"] = {**measured("cp", "-r", site / "public", folder / "copy"), "written": None}
            shutil.rmtree(folder / "copy")
    if options.hugo:
        out = folder / "hugo"
        said = json.loads(subprocess.run(["bash", options.hugo / "hugo.sh", options.creators, out], check=True, capture_output=True).stdout)
        found["Hugo, a whole build"] = {"seconds": said["seconds"], "processor": said["cpu_seconds"], "memory": said["peak_mb"], "written": said["files"],
                                        "bytes": said["bytes"]}
        shutil.rmtree(out)
    return found


def phrase(site):
    (site / "templates" / "phrases").mkdir(parents=True, exist_ok=True)
    (site / "templates" / "phrases" / "interface.txt").write_text("skip_to_content = Go straight on\n")


def table(runs):
    lines = ["| | wall s | processor s | peak MiB | files written |", "| --- | --- | --- | --- | --- |"]
    for name in runs[0]:
        value = {key: statistics.median(run[name][key] for run in runs) for key in ["seconds", "processor", "memory"]}
        written = runs[0][name]["written"]
        lines.append(f"| {name} | {value['seconds']:.2f} | {value['processor']:.2f} | {value['memory']:.0f} | {'' if written is None else f'{written:,}'} |")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--creators", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--plaza", default=HERE.parent / ".build/release/plaza")
    parser.add_argument("--hugo", type=pathlib.Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        if not options.creators:
            options.creators = folder / "creators.jsonl"
            with open(options.creators, "wb") as out:
                subprocess.run([sys.executable, HERE / "creators.py", str(options.count)], stdout=out, check=True)
        runs = []
        for run in range(options.runs):
            runs.append(one_run(options, folder, run))
            shutil.rmtree(folder / "site")
    text = table(runs)
    print(text)
    if options.write:
        head = f"# Builds after an edit\n\n{options.count:,} made-up creators; medians of {options.runs} runs on {os.cpu_count()} cores, {platform.system()} (`python3 Benchmarks/incremental.py`).\n\n"
        (HERE / "results" / "incremental.md").write_text(head + text + "\n")


if __name__ == "__main__":
    main()
