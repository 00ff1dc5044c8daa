"""A plain static host: files from a sub-path, and nothing else."""
import contextlib
import functools
import http.server
import threading

PREFIX = "/talent/2026"


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def translate_path(self, path):
        return super().translate_path(path[len(PREFIX):]) if path.startswith(PREFIX + "/") else "/nowhere"

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def hosted(folder):
    """The address of the folder on a free port of the loopback, without a slash at the end."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
    finally:
        server.shutdown()
        server.server_close()
