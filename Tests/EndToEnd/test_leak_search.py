"""The search for leaks is itself held to account: it must see a contact through each encoding."""
import base64
import gzip
import html
import urllib.parse

import pytest

from support.leaks import canary_contacts, contact_leaks

MAIL = canary_contacts(3)["email"]
NUMBER = canary_contacts(3)["phone"]

DISGUISES = {
    "plain": MAIL,
    "percent": "".join(f"%{byte:02X}" for byte in MAIL.encode()),
    "only the at sign": urllib.parse.quote(MAIL),
    "decimal entities": "".join(f"&#{ord(letter)};" for letter in MAIL),
    "hexadecimal entities": "".join(f"&#x{ord(letter):x};" for letter in MAIL),
    "entities of percent": html.escape("".join(f"%{byte:02x}" for byte in MAIL.encode())),
    "json escapes": "".join(f"\\u{ord(letter):04x}" for letter in MAIL),
    "base64": base64.b64encode(MAIL.encode()).decode(),
    "base64 inside a longer text": base64.b64encode(b"x" + MAIL.encode() + b"yz").decode(),
    "hexadecimal": MAIL.encode().hex(),
    "reversed": MAIL[::-1],
    "upper case": MAIL.upper(),
    "number": NUMBER,
    "number with gaps": "+990 55-0000.03",
    "number reversed": NUMBER[::-1],
}


@pytest.mark.parametrize("disguise", DISGUISES)
def test_sees_a_contact_through(disguise):
    content = f'<p title="x{DISGUISES[disguise]}y">'.encode()
    assert contact_leaks({"a.html": content})
    assert contact_leaks({"a.html.gz": gzip.compress(content)})


def test_sees_a_contact_in_the_name_of_a_file():
    assert contact_leaks({f"creators/{MAIL}.html": b""})


def test_is_silent_about_a_page_without_contacts():
    assert contact_leaks({"a.html": "<p>Followers 990,554 · สวัสดี</p>".encode()}) == []
