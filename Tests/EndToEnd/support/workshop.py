"""Where a test makes its sites and starts its servers."""
import itertools

from support.clients import Caller, Visitor
from support.servers import Server
from support.sites import Site


class Workshop:
    """Makes sites in a folder and serves them; `close` ends every server."""

    def __init__(self, folder, program):
        self.folder = folder
        self.program = program
        self.names = itertools.count(1)
        self.servers = []

    def make_site(self, **contents):
        return Site(self.folder / f"site{next(self.names)}", **contents)

    def built_site(self, **contents):
        site = self.make_site(**contents)
        self.program.build(site)
        return site

    def serve(self, site, env=None, options=()):
        server = Server(self.program, site, self.folder / f"server{next(self.names)}.log", env, options)
        self.servers.append(server)
        return server

    def caller(self, server, email="member@agency.example", company="agency"):
        """A program that acts for a new member."""
        return Caller(server, self.program.token(server.site, email, company))

    def member(self, server):
        """A visitor who has signed in by the server's link."""
        visitor = Visitor(server)
        answer = visitor.sign_in()
        assert answer.status_code == 303, answer.text
        return visitor

    def close(self):
        for server in self.servers:
            server.stop()
