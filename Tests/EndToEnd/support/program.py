"""The program as a person runs it."""
import dataclasses
import os
import pathlib
import subprocess

REPOSITORY = pathlib.Path(__file__).resolve().parents[3]


@dataclasses.dataclass
class Run:
    """How one command ended: its exit code, and all it said."""

    code: int
    out: str
    err: str

    @property
    def said(self):
        return f"exit {self.code}\n{self.out}\n{self.err}"


class Program:
    """The binary under test."""

    def __init__(self):
        self.path = os.environ.get("PLAZA", str(REPOSITORY / ".build/debug/plaza"))
        assert os.access(self.path, os.X_OK), f"there is no program at {self.path}: run `make debug-build`"

    def run(self, *arguments, expect=0, env=None, cwd=None, timeout=120):
        """Runs it to its end. `expect` is the exit code that the test counts on; None takes any."""
        ended = subprocess.run(
            [self.path, *map(os.fspath, arguments)], capture_output=True, timeout=timeout, cwd=cwd, stdin=subprocess.DEVNULL,
            env={**os.environ, **(env or {})},
        )
        run = Run(ended.returncode, ended.stdout.decode("utf-8"), ended.stderr.decode("utf-8"))
        assert expect is None or run.code == expect, run.said
        return run

    def build(self, site, *arguments, **options):
        return self.run("build", site, *arguments, **options)

    def token(self, site, email="member@agency.example", company="agency"):
        """A token for a member of a company, who is added first."""
        self.run("member", "add", email, "--company", company, "--site", site)
        token = self.run("token", "create", "--member", email, "--site", site).out.strip()
        assert token and len(token.split()) == 1, f"not one token: {token!r}"
        return token
