"""The commands of Benchmarks/ do what their README says."""
import json
import subprocess
import sys

from support.program import REPOSITORY

FOLDER = REPOSITORY / "Benchmarks"


def test_the_catalogue_benchmark_measures_every_work(plaza):
    done = subprocess.run(
        [sys.executable, FOLDER / "catalogue.py", "--count", "120", "--runs", "1", "--json", "--plaza", plaza.path],
        capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    report = json.loads(done.stdout)
    assert report["creators"] == 120 and report["files"] > 100
    assert list(report["work"]) == ["check", "build", "cp -r of its output", "import from CSV", "import again"]
    assert all(each["seconds"] > 0 and each["memory"] > 1 for each in report["work"].values())
    assert list(report["stages"]) == [
        "reading", "figures", "cards", "columns", "files", "table", "pages", "directory", "exchange"]
    assert sum(each["seconds"] for each in report["stages"].values()) <= report["work"]["build"]["seconds"]


def test_the_same_arguments_make_the_same_creators():
    made = [subprocess.run([sys.executable, FOLDER / "creators.py", "50"], capture_output=True, check=True).stdout for _ in "ab"]
    assert made[0] == made[1] and made[0].count(b"\n") == 50


def test_a_build_alone_is_measured_with_a_setting(plaza):
    done = subprocess.run(
        [sys.executable, FOLDER / "catalogue.py", "--count", "120", "--runs", "1", "--only-build", "--setting", "creator_pages: chunks", "--json", "--plaza", plaza.path],
        capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    assert list(json.loads(done.stdout)["work"]) == ["build"]


def test_edits_of_a_watched_site_are_timed(plaza):
    done = subprocess.run(
        [sys.executable, FOLDER / "watching.py", "--count", "40", "--edits", "4", "--plaza", plaza.path], capture_output=True, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.count(b" ms (worst ") == 6
