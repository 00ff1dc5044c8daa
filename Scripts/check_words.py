#!/usr/bin/env python3
"""Finds what no committed source may hold: unfinished work, and Swift that can crash or race on data.

usage: check_words.py [ROOT]

Prints one `file:line: error: …` for each find, and exits 1 where there is one.
"""
import pathlib
import re
import sys

# What is looked for, where, and what to do instead.
RULES = [
    (r"\b(TODO|FIXME)\b", ["Sources", "Templates"], "finish it, or file an issue"),
    (r"\btry!", ["Sources"], "handle the error, or pass it on"),
    (r"\bas!", ["Sources"], "use `as?` and handle nil"),
    (r"@unchecked\s+Sendable", ["Sources"], "make it Sendable by its parts, or use an actor or a Mutex"),
    (r"\bnonisolated\(unsafe\)", ["Sources"], "use a Mutex or an actor"),
]
SUFFIXES = {".swift", ".mustache", ".css", ".js", ".h", ".modulemap"}


def finds(root):
    for folder in ["Sources", "Templates"]:
        for file in sorted((root / folder).rglob("*")):
            if file.suffix in SUFFIXES and file.is_file():
                yield from finds_in(file, folder, file.relative_to(root))


def finds_in(file, folder, name):
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        for pattern, folders, instead in RULES:
            found = re.search(pattern, line) if folder in folders else None
            if found:
                yield f"{name}:{number}: error: '{found[0]}' may not stand here: {instead}"


def main():
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent
    found = list(finds(root))
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
