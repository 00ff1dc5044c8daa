"""`plaza serve`, started on a free port and ended by its process id."""
import os
import re
import signal
import subprocess
import threading
import time
import urllib.parse

LISTENING = re.compile(r"listening on (http://127\.0\.0\.1:(\d+))")
SIGN_IN = re.compile(r"(http://\S*/sign-in\?token=(\S+))")
START_SECONDS = 90


class Server:
    """A running server of one site; `url` and the one-time `sign_in_link` are known when it is made."""

    def __init__(self, program, site, log, env=None, options=()):
        self.site = site
        self.log = log
        self.error_file = open(log, "ab")
        self.process = subprocess.Popen(
            [program.path, "serve", os.fspath(site), "--port", "0", *options], stdout=subprocess.PIPE, stderr=self.error_file,
            stdin=subprocess.DEVNULL, env={**os.environ, **(env or {})},
        )
        self.lines = []
        self.printed = threading.Condition()
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        self.url, port = self._await(LISTENING)
        self.port = int(port)
        self.sign_in_link, token = self._await(SIGN_IN)
        self.sign_in_token = urllib.parse.unquote(token)

    def _read(self):
        for line in self.process.stdout:
            with self.printed:
                self.lines.append(line.decode("utf-8"))
                self.printed.notify_all()
        with self.printed:
            self.lines.append(None)
            self.printed.notify_all()

    def _await(self, pattern):
        """The groups of the first printed line that matches."""
        deadline = time.monotonic() + START_SECONDS
        with self.printed:
            while True:
                for line in self.lines:
                    found = pattern.search(line or "")
                    if found:
                        return found.groups()
                left = deadline - time.monotonic()
                if left <= 0 or None in self.lines:
                    self.stop()
                    raise AssertionError(f"the server printed {self.lines}, and said:\n{self.said()}")
                self.printed.wait(left)

    def said(self):
        """Everything on its standard error."""
        with open(self.log, encoding="utf-8", errors="replace") as file:
            return file.read()

    def terminate(self):
        self.process.send_signal(signal.SIGTERM)

    def kill(self):
        """As a power cut does it: no word to the program."""
        self.process.kill()
        self.process.wait()

    def wait(self, seconds=20):
        """The exit code, once it has ended by itself."""
        return self.process.wait(seconds)

    def stop(self):
        if self.process.poll() is None:
            self.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()
        self.error_file.close()
