#!/usr/bin/env python3
"""Times `plaza check`, `import` and `build` of many creators, beside a copy of the built files.

usage: catalogue.py [--count 100000] [--creators FILE.jsonl] [--runs 3] [--plaza PROGRAM] [--setting LINE] [--only-build]
                    [--json] [--write]

Prints, as medians over the runs, wall seconds, processor seconds (user and system together) and the peak memory of the
process; and what the stages of the build took. --creators takes native JSON Lines instead of made-up ones. --setting adds
a line to site.yaml, such as "creator_pages: chunks"; --only-build leaves out all but the build. --write puts the tables into
results/catalogue.md.
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
import time

HERE = pathlib.Path(__file__).resolve().parent
SITE = 'name: Bench\ncompany: bench\n'
COMPANY = "---\nname: Bench\nroles: [mcn, affiliate_partner]\n---\nWe measure.\n"


def measured(*command):
    """{seconds, processor, memory (MiB), exit, said} of one command; what it prints is short."""
    start = time.monotonic()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    said = process.stdout.read()
    process.stdout.close()
    _, status, usage = os.wait4(process.pid, 0)
    return {
        "seconds": time.monotonic() - start, "processor": usage.ru_utime + usage.ru_stime,
        "memory": usage.ru_maxrss / 1024, "exit": os.waitstatus_to_exitcode(status), "said": said,
    }


def new_site(folder):
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "companies").mkdir(parents=True)
    (folder / "creators").mkdir()
    (folder / "site.yaml").write_text(SITE)
    (folder / "companies" / "bench.md").write_text(COMPANY)
    return folder


def make_input(options, folder):
    lines, table = folder / "creators.jsonl", folder / "creators.csv"
    maker = [sys.executable, HERE / "creators.py", str(options.count)]
    if options.creators:
        shutil.copy(options.creators, lines)
    else:
        with open(lines, "wb") as out:
            subprocess.run(maker, stdout=out, check=True)
    with open(table, "wb") as out:
        subprocess.run([*maker, "--format", "csv"], stdout=out, check=True)
    return lines, table


def one_run(options, folder, lines, table):
    """{work: measured} of one round, each work on a folder of its own making."""
    site = new_site(folder / "site")
    (site / "site.yaml").write_text(SITE + "".join(f"{line}\n" for line in options.setting))
    shutil.copy(lines, site / "creators" / "all.jsonl")
    os.sync()
    found = {} if options.only_build else {"check": measured(options.plaza, "check", site)}
    os.sync()
    found["build"] = measured(options.plaza, "build", site, "--json")
    if options.only_build:
        return checked(found)
    copy = folder / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    os.sync()
    found["cp -r of its output"] = measured("cp", "-r", site / "public", copy)
    empty = new_site(folder / "empty")
    os.sync()
    found["import from CSV"] = measured(options.plaza, "import", table, "--site", empty)
    os.sync()
    found["import again"] = measured(options.plaza, "import", table, "--site", empty)
    return checked(found)


def checked(found):
    failed = {work: each["exit"] for work, each in found.items() if each["exit"]}
    if failed:
        sys.exit(f"these ended with another exit code than 0: {failed}")
    return found


def sizes(folder):
    files = [file for file in folder.rglob("*") if file.is_file()]
    return len(files), sum(file.stat().st_size for file in files)


def processor_name():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def stages_of(runs):
    """{stage: {seconds, processor_seconds}} of the build, as medians over the runs, in the order of the stages."""
    builds = [{stage["name"]: stage for stage in json.loads(run["build"]["said"])["stages"]} for run in runs]
    return {
        name: {part: statistics.median(build[name][part] for build in builds) for part in ["seconds", "processor_seconds"]}
        for name in builds[0]
    }


def table_of(report):
    lines = [
        f"{report['creators']:,} creators, {report['input_bytes'] / 1e6:.0f} MB of JSON Lines; the build writes "
        f"{report['files']:,} files, {report['bytes'] / 1e6:.0f} MB. Medians of {report['runs']} runs on {report['cores']} "
        f"cores of {report['processor']}.", "", "| work | seconds | processor seconds | peak memory |", "| --- | --- | --- | --- |",
    ]
    lines += [f"| {work} | {each['seconds']:.1f} | {each['processor']:.1f} | {each['memory']:.0f} MB |"
              for work, each in report["work"].items()]
    lines += ["", "| stage of the build | seconds | processor seconds |", "| --- | --- | --- |"]
    lines += [f"| {stage} | {each['seconds']:.1f} | {each['processor_seconds']:.1f} |"
              for stage, each in report["stages"].items()]
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--creators", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--plaza", default=str(HERE.parent / ".build/release/plaza"))
    parser.add_argument("--setting", action="append", default=[])
    parser.add_argument("--only-build", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    if not os.access(options.plaza, os.X_OK):
        sys.exit(f"there is no program at {options.plaza}: run `make build`, or name one with --plaza")
    with tempfile.TemporaryDirectory(prefix="plaza-bench-") as name:
        folder = pathlib.Path(name)
        lines, table = make_input(options, folder)
        runs = [one_run(options, folder, lines, table) for _ in range(options.runs)]
        files, size = sizes(folder / "site" / "public")
        report = {
            "creators": sum(1 for _ in open(lines, "rb")), "input_bytes": lines.stat().st_size, "files": files, "bytes": size,
            "runs": options.runs, "cores": os.cpu_count(), "processor": processor_name(),
            "work": {
                work: {part: statistics.median(run[work][part] for run in runs) for part in ["seconds", "processor", "memory"]}
                for work in runs[0]
            },
            "stages": stages_of(runs),
        }
    print(json.dumps(report) if options.json else table_of(report), end="\n" if options.json else "")
    if options.write:
        (HERE / "results" / "catalogue.md").write_text("# check, import, build\n\n" + table_of(report))


if __name__ == "__main__":
    main()
