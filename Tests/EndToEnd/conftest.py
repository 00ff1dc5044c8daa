"""Fixtures: whole small sites, the program and its server.

What `make_site` and `serve` make lives for one test; `workshop` is the same for all tests of a module, for sites that
no test changes.
"""
import pathlib
import subprocess

import pytest

from support.program import Program
from support.workshop import Workshop


@pytest.fixture(scope="session")
def plaza():
    return Program()


@pytest.fixture(scope="module")
def workshop(tmp_path_factory, plaza):
    shop = Workshop(tmp_path_factory.mktemp("shared"), plaza)
    yield shop
    shop.close()


@pytest.fixture
def own_workshop(tmp_path, plaza):
    shop = Workshop(tmp_path, plaza)
    yield shop
    shop.close()


@pytest.fixture
def make_site(own_workshop):
    return own_workshop.make_site


@pytest.fixture
def built_site(own_workshop):
    return own_workshop.built_site


@pytest.fixture
def serve(own_workshop):
    return own_workshop.serve


@pytest.fixture
def caller(own_workshop):
    return own_workshop.caller


@pytest.fixture
def member(own_workshop):
    return own_workshop.member


@pytest.fixture(scope="session")
def later(tmp_path_factory):
    """later(days=7): the environment of a program to which it is that much later (support/later.c)."""
    library = tmp_path_factory.mktemp("later") / "later.so"
    source = pathlib.Path(__file__).parent / "support" / "later.c"
    subprocess.run(["cc", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True, timeout=60)

    def environment(days=0, hours=0, seconds=0):
        return {"LD_PRELOAD": str(library), "PLAZA_LATER_SECONDS": str((days * 24 + hours) * 3600 + seconds)}

    return environment
