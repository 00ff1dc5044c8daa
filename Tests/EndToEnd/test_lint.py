"""The scripts of `make lint` find what they are for, and pass what is right."""
import pathlib
import subprocess
import sys

import pytest

from support.program import REPOSITORY

ARROWS = """# Architecture

```
other → block
```

```
Marketplace → (Foundation only)          Store → Marketplace
Markdown → CMark
plaza → everything; nothing imports plaza
```
"""
PACKAGE = """
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let package = Package(targets: [
    .systemLibrary(name: "CMark", pkgConfig: "libcmark"),
    module("Marketplace"),
    module("Store", uses: ["Marketplace"], packages: [grdb]),
    module("Markdown", uses: ["CMark"]),
    .executableTarget(name: "plaza", dependencies: ["Store", "Marketplace", "Markdown"]),
    tests(of: "Store", uses: ["Markdown"]),
])
"""
SOUND = {
    "ARCHITECTURE.md": ARROWS,
    "Package.swift": PACKAGE,
    "Sources/CMark/shim.h": "#include <cmark.h>\n",
    "Sources/Marketplace/Creator.swift": "import Foundation\npublic struct Creator {}\n",
    "Sources/Store/Store.swift": "import GRDB\npublic import Marketplace\n",
    "Sources/Markdown/Markdown.swift": 'import CMark\n// import Store\nlet text = """\nimport Store\n"""\n/* import Store */\n',
    "Sources/plaza/Main.swift": "import Store\nimport struct Marketplace.Creator\n",
    "Tests/StoreTests/StoreTests.swift": "import Markdown\nimport Marketplace\nimport Testing\n@testable import Store\n",
    "Templates/page.mustache": "<p>{{title}}</p>\n",
}
# What is planted, and what must be said about it.
IMPORTS = {
    "a sibling": ({"Sources/Markdown/B.swift": "\nimport Store\n"}, "Sources/Markdown/B.swift:2: error: Markdown imports Store"),
    "upwards": ({"Sources/Marketplace/B.swift": "import Foundation; import Store"}, "Sources/Marketplace/B.swift:1: error:"),
    "one declaration": ({"Sources/Marketplace/B.swift": "internal import class Store.X"}, "Marketplace/B.swift:1: error:"),
    "an outside package": ({"Sources/Markdown/B.swift": "@preconcurrency import GRDB"}, "only Store may"),
    "an unknown package": ({"Sources/Store/B.swift": "import Alamofire"}, "Store imports Alamofire"),
    "the program": ({"Sources/Store/B.swift": "@testable import plaza"}, "Store imports plaza, which nothing may import"),
    "a test of another module": ({"Tests/StoreTests/B.swift": "import plaza"}, "Tests/StoreTests/B.swift:1: error:"),
    "a module without an arrow": ({"Sources/New/A.swift": "import Foundation"}, "no arrow for New"),
    "an arrow without a module": ({"ARCHITECTURE.md": ARROWS.replace("Markdown → CMark", "Markdown → CMark     Gone → Store")}, "Gone"),
    "another use in the package": (
        {"Package.swift": PACKAGE.replace('"Marketplace"]', '"Marketplace", "Markdown"]', 1)},
        "Package.swift:6: error: Store uses Markdown, Marketplace; by ARCHITECTURE.md it uses Marketplace",
    ),
    "no arrows at all": ({"ARCHITECTURE.md": "# Architecture\n"}, "ARCHITECTURE.md:1: error:"),
}
WORDS = {
    "unfinished work": ({"Sources/Store/B.swift": "\n// TO" + "DO later"}, "Sources/Store/B.swift:2: error:"),
    "unfinished templates": ({"Templates/b.mustache": "<!-- FIX" + "ME -->"}, "Templates/b.mustache:1: error:"),
    "forced try": ({"Sources/Store/B.swift": "let a = try! b()"}, "try!"),
    "forced cast": ({"Sources/Store/B.swift": "let a = b as! C"}, "as!"),
    "unchecked": ({"Sources/Store/B.swift": "class A: @unchecked Sendable {}"}, "Sendable"),
    "unsafe": ({"Sources/Store/B.swift": "nonisolated(unsafe) var a = 1"}, "nonisolated(unsafe)"),
}


def lint(script, folder, files):
    for path, content in {**SOUND, **files}.items():
        file = pathlib.Path(folder) / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    return subprocess.run([sys.executable, REPOSITORY / "Scripts" / script, folder], capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("script", ["check_imports.py", "check_words.py"])
def test_a_sound_tree_passes_in_silence(tmp_path, script):
    run = lint(script, tmp_path, {})
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


@pytest.mark.parametrize("planted", IMPORTS)
def test_check_imports_finds(tmp_path, planted):
    files, told = IMPORTS[planted]
    run = lint("check_imports.py", tmp_path, files)
    assert run.returncode == 1 and told in run.stdout, run.stdout + run.stderr
    assert len(run.stdout.splitlines()) == 1, run.stdout


@pytest.mark.parametrize("planted", WORDS)
def test_check_words_finds(tmp_path, planted):
    files, told = WORDS[planted]
    run = lint("check_words.py", tmp_path, files)
    assert run.returncode == 1 and told in run.stdout, run.stdout + run.stderr
