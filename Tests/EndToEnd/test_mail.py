"""N4: mails as a mail server gets them and a mail library reads them."""
import email
import time
from email.header import decode_header, make_header

import pytest

from support.clients import JSON, connect, problem
from support.mails import MailServer
from support.sites import creator

PEOPLE = {
    "VN": creator("hoa", "Nguyễn Thị Hoà", market="VN", email="hoa@private.example"),
    "TH": creator("namfon", "น้ำฝน รีวิว", market="TH", email="namfon@private.example"),
    "ID": creator("ayu", "Ayu Lestari", market="ID", email="ayu@private.example", contact_visible=False),
    "PH": creator("bea", "Bea", market="PH", email="bea@private.example"),
}
MESSAGES = {
    "VN": "Chào bạn, chúng tôi muốn **hợp tác** với bạn về mỹ phẩm.\n\n" + "Đây là một đoạn dài. " * 40,
    "TH": "สวัสดีค่ะ อยากชวนมา**ร่วมงาน**กันค่ะ", "ID": "Halo, mari bekerja sama!", "PH": "Kumusta! Tara, mag-collab tayo.",
}
SUBJECTS = {"VN": "mời bạn hợp tác", "TH": "เชิญคุณร่วมงาน", "ID": "mengundang Anda", "PH": "Iniimbitahan ka ng"}


@pytest.fixture
def post(tmp_path):
    server = MailServer(tmp_path)
    yield server
    server.close()


@pytest.fixture
def start(built_site, serve, own_workshop, post):
    def begin(failures=0, people=PEOPLE.values()):
        site = built_site(creators=people, site={
            "server_url": "https://plaza.example", "mail": {"command": post.sendmail(failures), "from": "invite@agency.example"},
        }, companies={"agency": {"name": "Công ty Sáng Tạo Việt และเพื่อน", "roles": ["mcn"]}})
        return own_workshop.caller(serve(site))

    return begin


def status(caller, number=0):
    return caller.http.get(f"/invitations/{caller.history()[number]['id']}").json().get("mail", {})


def await_state(caller, state, seconds=30):
    deadline = time.monotonic() + seconds
    while status(caller).get("state") != state and time.monotonic() < deadline:
        time.sleep(0.1)
    assert status(caller)["state"] == state, status(caller)


@pytest.mark.parametrize("market", PEOPLE)
def test_a_mail_reads_right_in_every_language(start, post, market):
    caller = start()
    person = PEOPLE[market]
    sent = caller.invite(person["username"], message=MESSAGES[market], contacts={"email": "deals@agency.example"})
    link = sent.json()["results"][0]["inbox"]
    assert link.startswith("https://plaza.example/inbox/")
    mail = post.await_mails(1)[0]
    assert not mail.defects and not [part for part in mail.walk() if part.defects]
    assert mail["To"].addresses[0].addr_spec == person["email"] and len(mail["To"].addresses) == 1
    assert mail["From"].addresses[0].addr_spec == "invite@agency.example"
    # The address parser of Python puts a space between two encoded words, which RFC 2047 (§6.2) takes out; its decoder does not.
    sender = str(make_header(decode_header(email.message_from_bytes(post.received[0].content)["From"])))
    assert sender.startswith("Công ty Sáng Tạo Việt และเพื่อน")
    assert SUBJECTS[market] in mail["Subject"] and "Công ty Sáng Tạo Việt" in mail["Subject"]
    assert mail["Date"].datetime and mail["Message-ID"].endswith("@agency.example>")
    assert mail["Content-Language"] == {"VN": "vi", "TH": "th", "ID": "id", "PH": "fil"}[market]
    assert mail.get_content_type() == "multipart/alternative"
    plain, html = (mail.get_body([kind]).get_content() for kind in ("plain", "html"))
    assert person["nickname"] in plain and person["nickname"] in html
    first = MESSAGES[market].split("\n")[0].replace("\r", "")
    assert first in plain and link in plain and f'href="{link}"' in html
    assert "<strong>" in html if "**" in MESSAGES[market] else True
    assert mail["List-Unsubscribe"] == f"<{link}/unsubscribe/agency>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    raw = post.received[0].content
    assert all(byte < 128 for byte in raw) and max(len(line) for line in raw.split(b"\r\n")) <= 998
    assert max(len(line) for line in raw.split(b"\r\n\r\n")[0].split(b"\r\n") if b"utf-8?B" in line) <= 76
    await_state(caller, "sent")


def test_the_link_of_the_header_ends_the_invitations(start, post):
    caller = start()
    caller.invite("ayu")
    address = post.await_mails(1)[0]["List-Unsubscribe"].strip("<>").removeprefix("https://plaza.example")
    with connect(caller_server(caller)) as program:
        answer = program.post(address, content=b"List-Unsubscribe=One-Click", headers={"Content-Type": "application/x-www-form-urlencoded"})
        assert answer.status_code == 200
    problem(caller.invite("ayu"), 422, "opted_out")


def caller_server(caller):
    class Address:
        url = str(caller.http.base_url).rstrip("/")

    return Address


def test_a_hidden_contact_gets_mail_and_stays_hidden(start, post):
    caller = start()
    caller.invite("ayu")
    post.await_mails(1)
    assert caller.contact("ayu").status_code == 403
    seen = caller.http.get(f"/invitations/{caller.history()[0]['id']}").text
    assert "ayu@private.example" not in seen


def test_a_refused_mail_is_tried_again_and_goes_out_once(start, post):
    caller = start(failures=1)
    caller.invite("ayu")
    post.await_mails(1)
    await_state(caller, "sent")
    assert status(caller)["attempts"] == 2
    time.sleep(3)
    assert len(post.received) == 1


def test_no_restart_sends_a_mail_twice(built_site, own_workshop, post):
    site = built_site(creators=PEOPLE.values(), site={
        "server_url": "https://plaza.example", "mail": {"command": post.sendmail(), "from": "invite@agency.example"},
    })
    server = own_workshop.serve(site)
    caller = own_workshop.caller(server)
    caller.invite("ayu", "hoa", "namfon", contacts={"email": "deals@agency.example"})
    post.await_mails(1)
    server.kill()
    own_workshop.serve(site)
    time.sleep(6)
    ids = [one["Message-ID"] for one in post.await_mails(1)]
    assert len(ids) == len(set(ids)) <= 3


def test_who_has_no_address_gets_none_and_the_member_is_told(start, post):
    caller = start(people=[creator("quiet")])
    caller.invite("quiet")
    await_state(caller, "cancelled")
    assert "no e-mail address" in status(caller)["fault"] and post.received == []


def test_a_mail_command_without_an_address_for_links_is_a_fault(plaza, make_site):
    site = make_site(site={"mail": {"command": ["/bin/true"], "from": "a@b.example"}})
    assert "the site has no 'server_url'" in plaza.run("check", site, expect=1).err
