"""A page of Chromium that is watched: what goes wrong while it is used is written down."""
import contextlib
import urllib.parse

# Reported by the page itself, as the console does not show every violation.
REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", event =>
    console.error("policy violated: " + event.effectiveDirective + " " + event.blockedURI));
"""


class Watch:
    """The faults of one page: script and console errors, policy violations, and requests to other hosts."""

    def __init__(self, page, home):
        """`home`: the address that all requests must begin with, but data in the page itself."""
        self.home = home
        self.faults = []
        self.expected_statuses = set()
        page.on("console", self._console)
        page.on("pageerror", self._error)
        page.on("dialog", self._dialog)
        page.on("request", self._request)
        page.on("requestfailed", self._failure)

    def expect_status(self, *statuses):
        """Answers that the browser calls errors, and that the test asks for."""
        self.expected_statuses |= {str(status) for status in statuses}

    @contextlib.contextmanager
    def looking_away(self):
        """What happens meanwhile is not the page's doing."""
        before = list(self.faults)
        yield
        self.faults[:] = before

    def _error(self, error):
        # The browser leaves the fade between two pages out where one of them is not ready for it; it needs no script, so none fails.
        if "ViewTransition opt-in disabled" not in str(error):
            self.faults.append(f"script error: {error}")

    def _console(self, message):
        if message.type not in ("error", "warning"):
            return
        if self._is_module_of_a_file(message.location.get("url", "")) or self._is_module_of_a_file(message.text):
            return
        if "status of" in message.text and any(f"status of {each}" in message.text for each in self.expected_statuses):
            return
        self.faults.append(f"console: {message.text}")

    def _failure(self, request):
        if self._is_module_of_a_file(request.url):
            return
        if request.failure != "net::ERR_ABORTED":  # the person went on before it was there
            self.faults.append(f"failed: {request.url} {request.failure}")

    def _is_module_of_a_file(self, text):
        """Browsers let no file load a module: filters need a host, and the pages stand without them."""
        modules = ["/assets/filters.js", "/assets/desk.js", "/assets/compare.js"]
        return self.home.startswith("file:") and any(module in text for module in modules)

    def _dialog(self, dialog):
        self.faults.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, request):
        scheme = urllib.parse.urlsplit(request.url).scheme
        if scheme != "data" and not request.url.startswith(self.home):
            self.faults.append(f"request to another host: {request.url}")
