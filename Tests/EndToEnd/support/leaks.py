"""Looks for what may not be published, however it is written.

Contacts carry marks that nothing else has; `views` undoes the usual encodings, so that a mark is found through them.
"""
import base64
import gzip
import html
import re
import urllib.parse

# Marks of contacts: an e-mail domain, a country code of no country, and a Line id.
EMAIL_MARK, NUMBER_MARK, LINE_MARK = "private.example", "99055", "canaryline"
CONTACT_MARKS = [EMAIL_MARK, NUMBER_MARK, LINE_MARK, "canarymail"]
# Closed figures consist of this digit, open ones are without it.
CLOSED_DIGIT = "7"


def canary_contacts(index):
    """A full set of contacts that can be recognised wherever it turns up."""
    number = f"+99055{index:06d}"
    return {
        "email": f"canarymail{index}@private.example", "whatsapp": number, "phone": number, "zalo": number, "viber": number,
        "line": f"canaryline{index}",
    }


def views(name, content):
    """Every reading of a file: its bytes as text, decoded one or two steps, reversed, and without the gaps in numbers."""
    if name.endswith(".gz"):
        content = gzip.decompress(content)
    text = content.decode("utf-8", errors="replace")
    yield from (text, content.decode("utf-16-le", errors="replace"), content.decode("utf-16-be", errors="replace"))
    once = [urllib.parse.unquote(text), html.unescape(text), unescaped_json(text)]
    yield from once
    yield urllib.parse.unquote(once[1])
    yield html.unescape(once[0])
    yield re.sub(r"(?<=\d)[\s.()\-\u00a0\u202f]+(?=\d)", "", text)
    yield from base64_runs(text)
    yield from hexadecimal_runs(text)


def unescaped_json(text):
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), text)


def base64_runs(text):
    """What runs of base64 letters say when read from each of the four places where a group can begin."""
    for run in re.findall(r"[A-Za-z0-9+/_-]{8,}", text):
        run = run.replace("-", "+").replace("_", "/")
        for start in range(4):
            whole = run[start:start + (len(run) - start) // 4 * 4]
            yield base64.b64decode(whole).decode("latin-1")


def hexadecimal_runs(text):
    for run in re.findall(r"(?:[0-9a-fA-F]{2}){6,}", text):
        yield bytes.fromhex(run).decode("latin-1")


def contact_leaks(files):
    """[(file, mark)] of every contact in {path: bytes}; names of files count too."""
    leaks = set()
    for name, content in files.items():
        for view in [name, *views(name, content)]:
            low = view.lower()
            leaks |= {(name, mark) for mark in CONTACT_MARKS if mark in low or mark[::-1] in low}
    return sorted(leaks)
