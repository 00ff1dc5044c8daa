"""A real SMTP server on the loopback, and a sendmail-like command that hands mails over to it."""
import email
import email.policy
import socket
import stat
import sys
import textwrap
import time

from aiosmtpd.controller import Controller


class MailServer:
    """Keeps every mail that arrives."""

    def __init__(self, folder):
        self.folder = folder
        self.received = []
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self.controller.start()

    async def handle_DATA(self, server, session, envelope):
        self.received.append(envelope)
        return "250 OK"

    def sendmail(self, failures=0):
        """A script like /usr/sbin/sendmail -t: recipients stand in the headers. It fails the first `failures` times."""
        script = self.folder / "sendmail"
        script.write_text(textwrap.dedent(f"""\
            #!{sys.executable}
            import email, email.policy, email.utils, pathlib, smtplib, sys
            assert sys.argv[1:] == ["-t", "-i"], sys.argv
            calls = pathlib.Path({str(self.folder)!r}) / "calls"
            calls.write_text((calls.read_text() if calls.exists() else "") + "x")
            content = sys.stdin.buffer.read()
            if len(calls.read_text()) <= {failures}:
                sys.exit(75)
            mail = email.message_from_bytes(content)
            to = [address for _, address in email.utils.getaddresses(mail.get_all("To"))]
            sender = email.utils.parseaddr(mail["From"])[1]
            with smtplib.SMTP("127.0.0.1", {self.port}) as smtp:
                smtp.sendmail(sender, to, content.replace(b"\\n", b"\\r\\n"))
            """))
        script.chmod(script.stat().st_mode | stat.S_IEXEC)
        return [str(script), "-t", "-i"]

    def await_mails(self, count, seconds=60):
        deadline = time.monotonic() + seconds
        while len(self.received) < count and time.monotonic() < deadline:
            time.sleep(0.05)
        assert len(self.received) >= count, f"{len(self.received)} mails came"
        return [email.message_from_bytes(one.content, policy=email.policy.default) for one in self.received]

    def close(self):
        self.controller.stop()
