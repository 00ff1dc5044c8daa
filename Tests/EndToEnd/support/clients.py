"""Those who talk to the server: programs with a token, members in a browser, and raw bytes on a socket."""
import socket

import httpx

JSON = {"Accept": "application/json"}
HTML = {"Accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8"}
PHONE = {"whatsapp": "+62 812 0000 1111"}


def connect(server, **headers):
    """A client that follows no redirect, keeps cookies, and ignores the proxies of the environment."""
    return httpx.Client(base_url=server.url, headers=headers, trust_env=False, timeout=60)


class Caller:
    """A program with a token: everything is JSON."""

    def __init__(self, server, token):
        self.http = connect(server, Authorization=f"Bearer {token}", **JSON)

    def contact(self, creator):
        return self.http.post("/contact", json={"creator": creator})

    def invite(self, *creators, message="Hello, shall we work together?", purpose="partnership", contacts=None, **more):
        """Invites one creator, or several. `purpose=None` leaves it out."""
        body = {"creator": creators[0] if len(creators) == 1 else list(creators), "message": message}
        body |= PHONE if contacts is None else contacts
        body |= {} if purpose is None else {"purpose": purpose}
        return self.http.post("/invite", json={**body, **more})

    def history(self, **query):
        """Every invitation that matches, from all pages."""
        return [entry for page in self.history_pages(**query) for entry in page]

    def history_pages(self, **query):
        """The same page by page: `next` of one is `after` of the following."""
        pages = []
        while True:
            answer = self.http.get("/invitations.json", params=query)
            assert answer.status_code == 200, answer.text
            pages.append(answer.json()["invitations"])
            if not answer.json().get("next"):
                return pages
            query["after"] = answer.json()["next"]


class Visitor:
    """A browser without script: cookies, forms, HTML, and the headers by which a browser proves where a form came from."""

    def __init__(self, server):
        self.server = server
        self.http = connect(server, **HTML)

    @property
    def proof(self):
        return {"Origin": self.server.url, "Sec-Fetch-Site": "same-origin"}

    def get(self, path, **options):
        return self.http.get(path, **options)

    def post(self, path, fields, headers=None):
        """Sends a form; `headers` stand in place of the proof."""
        return self.http.post(path, data=fields, headers=self.proof if headers is None else headers)

    def sign_in(self, token=None):
        """Redeems the server's sign-in link, or another token."""
        answer = self.post("/sign-in", {"token": token or self.server.sign_in_token})
        return answer


def raw(server, request, timeout=20):
    """Sends bytes as they are; gives (status, head, body) of the answer. Status 0: closed without an answer."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=timeout) as connection:
        try:
            connection.sendall(request)
        except (BrokenPipeError, ConnectionResetError):
            pass  # it may refuse before it has read everything; its answer is read all the same
        return answer_of(connection)


def answer_of(connection):
    """Reads one answer, to the end that its Content-Length states, or to the end of the connection."""
    received = b""
    while b"\r\n\r\n" not in received:
        try:
            part = connection.recv(65536)
        except ConnectionResetError:
            part = b""
        if not part:
            return 0, received, b""
        received += part
    head, _, body = received.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
    length = int(headers.get("content-length", 0))
    while len(body) < length:
        part = connection.recv(65536)
        if not part:
            break
        body += part
    return int(lines[0].split()[1]), head, body


def problem(answer, status, rule=None):
    """Checks that an answer is a problem (RFC 9457), of a rule where one is named, and gives it."""
    assert answer.status_code == status, f"{answer.status_code}: {answer.text}"
    assert answer.headers["content-type"].split(";")[0] == "application/problem+json"
    details = answer.json()
    assert details["status"] == status and rule in (None, details.get("rule")), details
    assert details["title"] and details["detail"] and isinstance(details["type"], str)
    return details
