"""The command line: exit codes, and what goes to which stream."""
import pytest

from support.sites import creator, tree

MISUSES = [
    ["frobnicate"],
    ["build", "--frobnicate"],
    ["build", "one", "two"],
    ["serve", "--port", "many"],
    ["serve", "--port", "70000"],
    ["import"],
    ["member", "add"],
    ["member", "add", "a@b.example", "--company", "agency", "--role", "emperor", "--site", "."],
    ["token", "create", "--site", "."],
]


@pytest.mark.parametrize("arguments", MISUSES, ids=" ".join)
def test_misuse_exits_64_and_says_why_on_standard_error(plaza, tmp_path, arguments):
    run = plaza.run(*arguments, expect=64, cwd=tmp_path)
    assert run.out == "" and run.err
    assert tree(tmp_path) == {}


@pytest.mark.parametrize("command", [[], ["build"], ["import"], ["serve"], ["check"], ["member", "add"], ["token", "create"]])
def test_help_is_a_result(plaza, command):
    run = plaza.run(*command, "--help")
    assert "USAGE" in run.out.upper() and run.err == ""


def test_a_build_exits_0_and_works_from_inside_the_folder(plaza, make_site):
    site = make_site(creators=[creator("ana")])
    plaza.run("build", ".", cwd=site.folder)
    assert (site.public / "creators/ana.html").is_file()


def test_members_are_added_listed_and_removed(plaza, built_site):
    site = built_site()
    plaza.run("member", "add", "Mina@Agency.example", "--company", "agency", "--role", "owner", "--site", site)
    assert "mina@agency.example" in plaza.run("member", "list", "--site", site).out
    plaza.run("member", "remove", "mina@agency.example", "--site", site)
    assert "mina@agency.example" not in plaza.run("member", "list", "--site", site).out


@pytest.mark.parametrize(
    "arguments, told",
    [
        (["add", "twice@agency.example", "--company", "agency"], "twice@agency.example"),
        (["add", "new@agency.example", "--company", "agencie"], "agencie"),
        (["add", "no address", "--company", "agency"], "no address"),
        (["remove", "nobody@agency.example"], "nobody@agency.example"),
    ],
)
def test_members_that_cannot_be_are_refused(plaza, built_site, arguments, told):
    site = built_site()
    plaza.run("member", "add", "twice@agency.example", "--company", "agency", "--site", site)
    run = plaza.run("member", *arguments, "--site", site, expect=None)
    assert run.code in (1, 64) and told in run.err and run.out == "", run.said


def test_a_token_is_for_a_member(plaza, built_site):
    run = plaza.run("token", "create", "--member", "nobody@agency.example", "--site", built_site(), expect=1)
    assert "nobody@agency.example" in run.err and run.out == ""


def test_a_token_is_in_no_file_in_the_clear(plaza, built_site):
    site = built_site()
    token = plaza.token(site)
    assert not [name for name, content in tree(site.folder).items() if token.encode() in content]


def test_serving_an_occupied_port_fails_with_a_clear_line(plaza, built_site, serve):
    site = built_site(creators=[creator("ana")])
    port = serve(site).port
    run = plaza.run("serve", site, "--port", str(port), expect=1, timeout=30)
    assert str(port) in run.err and "listening" not in run.out


def test_serving_faulty_input_fails_and_prints_the_faults(plaza, make_site):
    site = make_site(creators=[creator("ana", rating=9)])
    run = plaza.run("serve", site, "--port", "0", expect=1, timeout=60)
    assert "all.jsonl:1:" in run.err and "listening" not in run.out
