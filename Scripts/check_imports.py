#!/usr/bin/env python3
"""Holds the imports in the code, and the `uses:` of Package.swift, against the arrows of ARCHITECTURE.md.

usage: check_imports.py [ROOT]

The arrows stand in a fenced block, several a line with wide gaps between:

    Marketplace → (Foundation only)          Markdown → CMark
    plaza → everything; nothing imports plaza

Prints one `file:line: error: …` for each violation, and exits 1 where there is one.
"""
import fnmatch
import pathlib
import re
import sys

# Modules that come with Swift: anyone may import them.
PLATFORM = ["Swift", "Foundation", "FoundationEssentials", "FoundationXML", "Dispatch", "Synchronization", "Glibc", "Musl", "Darwin"]

# Modules of outside packages, and who alone may import each.
OUTSIDE = {
    "GRDB*": ["Store"],
    "Hummingbird*": ["Server"],
    "NIO*": ["Server"],
    "HTTPTypes": ["Server"],
    "ServiceLifecycle": ["Server"],
    "UnixSignals": ["Server"],
    "Mustache": ["Templating"],
    "Yams": ["Catalogue"],
    "ArgumentParser": ["plaza"],
    "Logging": ["Server", "plaza"],
    "CryptoExtras": ["Store"],
    "Crypto": ["Catalogue", "FacetIndex", "SiteGenerator", "Store", "Server"],
}
# What tests may import beside what their module may.
TESTING = ["Testing"]

ARROW = re.compile(r"(\w+) → (.+?)(?= {2,}|$)")
IMPORT = re.compile(
    r"(?:^|;)[ \t]*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?"
    r"import\s+(?:(?:struct|class|enum|actor|protocol|func|var|let|typealias)\s+)?(\w+)",
    re.MULTILINE,
)
NOT_CODE = re.compile(r'//[^\n]*|/\*.*?\*/|#"(?:[^\n]*?)"#|"""(?:\\.|.)*?"""|"(?:\\.|[^"\\\n])*"', re.DOTALL)
TARGET = re.compile(r"(module|tests|\.executableTarget)\(")
EVERYTHING = "everything"
LAST_ARROW = "plaza → everything; nothing imports plaza"


class Checker:
    def __init__(self, root):
        self.root = pathlib.Path(root)
        self.faults = []

    def fault(self, file, line, message):
        self.faults.append((str(file.relative_to(self.root)), line, message))

    # MARK: What is allowed

    def read_arrows(self):
        """{module: set of own modules, or None for everything}, from the fenced block of ARCHITECTURE.md."""
        file = self.root / "ARCHITECTURE.md"
        if not file.is_file():
            self.faults.append(("ARCHITECTURE.md", 1, "there is no such file, so nobody says who may import whom"))
            return {}
        arrows, lines = {}, {}
        for number, line in self.arrow_lines(file):
            for name, uses in ARROW.findall(line):
                if name in arrows:
                    self.fault(file, number, f"{name} has two arrows; the first is in line {lines[name]}")
                arrows[name], lines[name] = self.modules_in(uses), number
        if not arrows:
            self.fault(file, 1, f"no fenced block holds the arrows, of which one is `{LAST_ARROW}`")
        for name, number in lines.items():
            if not (self.root / "Sources" / name).is_dir():
                self.fault(file, number, f"{name} has an arrow, but there is no folder Sources/{name}")
        return arrows

    @staticmethod
    def arrow_lines(file):
        """(number, text) of the lines of the one fenced block that holds the arrows."""
        block, fenced = [], False
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if line.startswith("```"):
                if fenced and any(LAST_ARROW in text for _, text in block):
                    return block
                block, fenced = [], not fenced
            elif fenced:
                block.append((number, line))
        return []

    @staticmethod
    def modules_in(uses):
        if uses.startswith("("):
            return set()
        if uses.startswith(EVERYTHING):
            return None
        return {name.strip() for name in uses.split(",")}

    def own_modules(self):
        sources = self.root / "Sources"
        return {folder.name for folder in sources.iterdir() if folder.is_dir()} if sources.is_dir() else set()

    # MARK: Imports in the code

    def check_code(self, arrows):
        own = self.own_modules()
        for module in sorted(own):
            folder = self.root / "Sources" / module
            files = sorted(folder.rglob("*.swift"))
            if files and module not in arrows:
                self.fault(files[0], 1, f"ARCHITECTURE.md has no arrow for {module}")
            for file in files:
                self.check_file(file, module, arrows, own, extra=[])
        tests = self.root / "Tests"
        for folder in sorted(tests.iterdir()) if tests.is_dir() else []:
            if not folder.name.endswith("Tests"):
                continue
            module = folder.name.removesuffix("Tests")
            declared = self.declared.get(folder.name, [])
            for file in sorted(folder.rglob("*.swift")):
                self.check_file(file, module, arrows, own, extra=[module, *TESTING, *declared])

    def check_file(self, file, module, arrows, own, extra):
        for number, imported in imports(file.read_text(encoding="utf-8")):
            if imported in extra or imported in PLATFORM or imported == module:
                continue
            if imported in own:
                allowed = arrows.get(module, set())
                if imported == "plaza":
                    self.fault(file, number, f"{module} imports plaza, which nothing may import")
                elif allowed is not None and imported not in allowed:
                    self.fault(file, number, f"{module} imports {imported}; it may import {listed(allowed)}")
            else:
                self.check_outside(file, number, module, imported)

    def check_outside(self, file, number, module, imported):
        importers = [who for pattern, who in OUTSIDE.items() if fnmatch.fnmatchcase(imported, pattern)]
        if not importers:
            self.fault(file, number, f"{module} imports {imported}, which OUTSIDE in Scripts/check_imports.py does not name")
        elif module not in importers[0]:
            self.fault(file, number, f"{module} imports {imported}; only {listed(importers[0])} may")

    # MARK: Package.swift

    def check_package(self, arrows):
        file = self.root / "Package.swift"
        if not file.is_file():
            self.faults.append(("Package.swift", 1, "there is no such file"))
            return
        text = file.read_text(encoding="utf-8")
        products = dict(re.findall(r'let (\w+) = Target\.Dependency\.product\(name: "(\w+)"', text))
        for match in TARGET.finditer(text):
            call = balanced(text, match.end() - 1)
            name = re.search(r'(?:name:|of:|^\()\s*"(\w+)"', call)
            if not name:
                continue  # the declarations of the functions `module` and `tests` themselves
            name = name[1]
            number = text.count("\n", 0, match.start()) + 1
            uses = self.names_in(call, "uses" if match[1] != ".executableTarget" else "dependencies")
            packages = [products[p] for p in re.findall(r"\w+", self.list_in(call, "packages")) if p in products]
            if match[1] == "tests":
                self.declared[name + "Tests"] = uses + packages
            else:
                self.check_uses(file, number, name, set(uses), arrows)

    def check_uses(self, file, number, name, uses, arrows):
        if name not in arrows:
            self.fault(file, number, f"ARCHITECTURE.md has no arrow for {name}")
        elif arrows[name] is not None and uses != arrows[name]:
            self.fault(file, number, f"{name} uses {listed(uses)}; by ARCHITECTURE.md it uses {listed(arrows[name])}")

    @staticmethod
    def list_in(call, label):
        match = re.search(label + r":\s*\[(.*?)\]", call, re.DOTALL)
        return match[1] if match else ""

    def names_in(self, call, label):
        return re.findall(r'"(\w+)"', self.list_in(call, label))

    def run(self):
        self.declared = {}
        arrows = self.read_arrows()
        if arrows:  # without them everything else would be a fault
            self.check_package(arrows)
            self.check_code(arrows)
        for file, line, message in sorted(set(self.faults)):
            print(f"{file}:{line}: error: {message}")
        return 1 if self.faults else 0


def imports(text):
    """(line, module) of every import of a Swift file; comments and texts are no code."""
    code = NOT_CODE.sub(lambda match: "\n" * match[0].count("\n"), text)
    return [(code.count("\n", 0, match.start(1)) + 1, match[1]) for match in IMPORT.finditer(code)]


def balanced(text, start):
    """The text from the parenthesis at `start` to the one that closes it."""
    depth = 0
    for position in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[position], 0)
        if depth == 0:
            return text[start:position + 1]
    return text[start:]


def listed(names):
    return ", ".join(sorted(names)) if names else "no module of Plaza"


if __name__ == "__main__":
    sys.exit(Checker(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent.parent).run())
