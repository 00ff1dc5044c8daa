"""P4: every documented field of every format goes in, and comes out again."""
import json

import pytest

from support import answers
from support.answers import detail_item, detail_page, dump, leaves, page_item, report, saved_page, search_item, search_page
from support.exports import exported, exported_rows
from support.sites import tree

# Where a value is that a native column carries exactly: path of the leaf → (column, what it reads there).
SEARCH = {
    ("username",): ("username", "ayu.sample"), ("nickname",): ("nickname", "Ayu (sample)"),
    ("selection_region",): ("market", "ID"), ("follower_count",): ("followers", 2459),
    ("avg_ec_live_uv",): ("live_viewers_avg", 198), ("avg_ec_video_view_count",): ("video_views_avg", 800),
    ("gmv", "amount"): ("gmv", 151.745473), ("gmv", "currency"): ("currency", "USD"),
    ("live_gmv", "amount"): ("gmv_live", 51.7), ("live_gmv", "currency"): ("currency", "USD"),
    ("video_gmv", "amount"): ("gmv_video", 100.045473), ("video_gmv", "currency"): ("currency", "USD"),
    ("creator_profile", "creator_bind_mcn_name"): ("agency", "Kilau Media"),
}
DETAIL = {
    ("username",): ("username", "ayu.sample"), ("nickname",): ("nickname", "Ayu (sample)"),
    ("bio_description",): ("bio", "Skincare\nevery day"), ("selection_region",): ("market", "ID"),
    ("follower_count",): ("followers", 2459), ("promoted_product_num",): ("products", 31), ("ec_live_count",): ("lives", 3),
    ("ec_video_count",): ("videos", 47), ("avg_ec_video_play_count",): ("video_views_avg", 800),
    ("avg_ec_video_like_count",): ("likes_avg", 12), ("avg_ec_video_comment_count",): ("comments_avg", 2),
    ("avg_ec_video_share_count",): ("shares_avg", 1), ("avg_ec_live_view_count",): ("live_viewers_avg", 198),
    ("units_sold",): ("units_sold", 29), ("gmv", "amount"): ("gmv", 151.745473), ("gmv", "currency"): ("currency", "USD"),
    ("video_gmv", "amount"): ("gmv_video", 100), ("video_gmv", "currency"): ("currency", "USD"),
    ("live_gmv", "amount"): ("gmv_live", 51.745473), ("live_gmv", "currency"): ("currency", "USD"),
    ("video_gpm", "amount"): ("gpm_video", 1.5), ("video_gpm", "currency"): ("currency", "USD"),
    ("live_gpm", "amount"): ("gpm_live", 2.25), ("live_gpm", "currency"): ("currency", "USD"),
    ("ec_video_engagement_rate",): ("engagement_rate", 0.025), ("rating",): ("rating", 4.7),
    ("creator_profile", "creator_bind_mcn_name"): ("agency", "Kilau Media"),
}
PAGE = {
    (key, "value"): read for key, read in {
        "handle": ("username", "ayu.sample"), "nickname": ("nickname", "Ayu (sample)"), "selection_region": ("market", "ID"),
        "bio": ("bio", "Hello there"), "creator_bind_mcn_name": ("agency", "Kilau Media"), "follower_cnt": ("followers", 120000),
        "ec_video_avg_view_cnt": ("video_views_avg", 800), "ec_live_avg_uv": ("live_viewers_avg", 198),
        "creator_ec_level_score": ("score", 71.5), "units_sold": ("units_sold", 29), "promoted_product_num": ("products", 31),
        "sample_fulfillment_rate": ("sample_fulfilment_rate", 0.865), "video_publish_cnt_30d": ("videos", 47),
        "live_streaming_cnt_30d": ("lives", 3), "video_engagement": ("engagement_rate", 0.0268),
        "is_quickly_response": ("quick_to_respond", True), "is_active_creator": ("posts_frequently", True),
        "is_high_sample_dispatch_rate": ("reliable_with_samples", False),
    }.items()
} | {
    ("med_gmv_revenue", "value", "value"): ("gmv", 9000000), ("med_gmv_revenue", "value", "symbol"): ("currency", "IDR"),
    ("video_gmv", "value", "value"): ("gmv_video", 6000000), ("video_gmv", "value", "symbol"): ("currency", "IDR"),
    ("live_gmv", "value", "value"): ("gmv_live", 3000000), ("live_gmv", "value", "symbol"): ("currency", "IDR"),
}
REPORT = {
    ("Creator name",): ("username", "ayu.sample"), ("Creator-attributed GMV",): ("gmv", 1234.56),
    ("Creator video-attributed GMV",): ("gmv_video", 1000), ("Creator LIVE-attributed GMV",): ("gmv_live", 200),
    ("Creator-attributed items sold",): ("units_sold", 66), ("Videos",): ("videos", 12),
}
MONTH = "Transaction_Analysis_Creator_List_20260901-20260930.xlsx"


def older(item, *keys):
    """The same answer as an older version of the API gives it."""
    return {key: value for key, value in item.items() if key not in keys}


CASES = {
    "search 202406": ("s.json", dump(search_page(older(search_item(), "creator_profile", "creator_open_id"))),
                      older(search_item(), "creator_profile", "creator_open_id"), SEARCH, "tiktok-shop-search"),
    "search 202508": ("s.json", dump(search_page(older(search_item(), "creator_profile")), indent=2),
                      older(search_item(), "creator_profile"), SEARCH, "tiktok-shop-search"),
    "search 202608": ("s.json", dump(search_page(search_item())), search_item(), SEARCH, "tiktok-shop-search"),
    "detail 202406": ("d.json", dump(detail_page(older(
        detail_item(), "creator_profile", "follower_location", "rating", "post_rate", "ec_video_engagement_rate"))),
        older(detail_item(), "creator_profile", "follower_location", "rating", "post_rate", "ec_video_engagement_rate"),
        DETAIL, "tiktok-shop-detail"),
    "detail 202508": ("d.json", dump(detail_page(older(detail_item(), "creator_profile"))),
                      older(detail_item(), "creator_profile"), DETAIL, "tiktok-shop-detail"),
    "detail 202608": ("d.json", dump(detail_page(detail_item()), indent=4), detail_item(), DETAIL, "tiktok-shop-detail"),
    "marketplace page": ("p.json", dump(saved_page(page_item())), page_item(), PAGE, "marketplace-page"),
    "creator report": (MONTH, report(answers.REPORT), answers.REPORT, REPORT, "creator-report"),
}
NAMES = {"tiktok-shop-search": "creator search", "tiktok-shop-detail": "creator detail",
         "marketplace-page": "marketplace pages", "creator-report": "creator report"}


@pytest.mark.parametrize("case", CASES)
def test_every_documented_field_comes_out_again(plaza, make_site, tmp_path, case):
    name, content, source, native, form = CASES[case]
    site = make_site()
    file = tmp_path / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    run = plaza.run("import", file, "--site", site, "--market", "ID")
    assert NAMES[form] in run.err
    if case.startswith(("search", "detail")):
        assert case.split()[1] in run.err, run.err
    record = exported(plaza, site)["ayu.sample"]
    kept = dict(leaves(record["source"][form]))
    lost = []
    for path, value in leaves(source):
        if path in native:
            column, read = native[path]
            if record.get(column) == read:
                continue
        elif kept.get(path, "nothing") == value:
            continue
        lost.append((path, value))
    assert lost == []
    plaza.run("check", site)


@pytest.mark.parametrize("case", CASES)
def test_an_export_brings_back_an_equal_site(plaza, make_site, tmp_path, case):
    name, content, *_ = CASES[case]
    site = make_site()
    file = tmp_path / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    plaza.run("import", file, "--site", site, "--market", "ID")
    first = exported(plaza, site)
    for form in ["json", "csv"]:
        again = make_site()
        copy = tmp_path / f"export.{form}"
        copy.write_bytes(plaza.run("export", "creators", "--format", form, "--site", site).out.encode())
        plaza.run("import", copy, "--site", again)
        assert exported(plaza, again) == first, form


def test_importing_an_answer_twice_changes_no_byte(plaza, make_site, tmp_path):
    site = make_site()
    for name, content in [("s.json", dump(search_page(search_item()))), ("d.json", dump(detail_page(detail_item())))]:
        (tmp_path / name).write_text(content)
        plaza.run("import", tmp_path / name, "--site", site, "--date", "2026-09-30")
    before = tree(site)
    for name in ["s.json", "d.json", "s.json"]:
        run = plaza.run("import", tmp_path / name, "--site", site, "--date", "2026-09-30")
        assert "1 unchanged" in run.out
        assert tree(site) == before


SHAPES = {
    "concatenated pages": lambda a, b: dump(search_page(a), search_page(b), between=""),
    "pages on lines": lambda a, b: dump(search_page(a), search_page(b)),
    "pages printed over many lines": lambda a, b: dump(search_page(a), search_page(b), indent=2, between=",\n"),
    "an array of pages": lambda a, b: dump([search_page(a), search_page(b)]),
    "without the envelope": lambda a, b: dump({"creators": [a, b]}),
    "bare creators": lambda a, b: dump([a, b]),
    "an empty page between": lambda a, b: dump(search_page(a), search_page(), search_page(b)),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_pages_in_any_shape(plaza, make_site, tmp_path, shape):
    site = make_site()
    (tmp_path / "a.json").write_text(SHAPES[shape](search_item(), search_item("budi.sample", follower_count=7)))
    run = plaza.run("import", tmp_path / "a.json", "--site", site)
    assert "2 rows: 2 imported" in run.out
    assert exported(plaza, site)["budi.sample"]["followers"] == 7


def test_search_and_detail_in_one_file_merge(plaza, make_site, tmp_path):
    """On one day the fuller answer wins, and what only the shorter one says is there too."""
    site = make_site()
    (tmp_path / "a.json").write_text(dump(
        detail_page(detail_item(follower_count=2500)), search_page(search_item(follower_count=2459))))
    run = plaza.run("import", tmp_path / "a.json", "--site", site, "--date", "2026-09-30")
    record = exported(plaza, site)["ayu.sample"]
    assert record["followers"] == 2500
    assert set(record["source"]) == {"tiktok-shop-search", "tiktok-shop-detail"}
    assert "creator search" in run.err and "creator detail" in run.err


def test_a_refused_page_is_told_and_the_others_are_imported(plaza, make_site, tmp_path):
    site = make_site()
    (tmp_path / "a.json").write_text(dump(
        search_page(search_item()), answers.envelope({}, 45101004, "quota exceeded"), search_page(search_item("b.sample"))))
    run = plaza.run("import", tmp_path / "a.json", "--site", site, expect=1)
    assert "a.json:2:1: error" in run.err and "45101004" in run.err and "quota exceeded" in run.err
    assert len(exported(plaza, site)) == 2


def test_a_broken_page_is_told_and_the_others_are_imported(plaza, make_site, tmp_path):
    site = make_site()
    broken = dump(search_page(search_item("lost.sample")))[:-20]
    (tmp_path / "a.json").write_text(dump(search_page(search_item())) + "\n" + broken + "\n" + dump(search_page(search_item("b.sample"))))
    run = plaza.run("import", tmp_path / "a.json", "--site", site, expect=1)
    assert "a.json:2:" in run.err or "a.json:3:" in run.err
    assert {"ayu.sample"} <= set(exported(plaza, site))


@pytest.mark.parametrize("content, words", [
    ("{}", "holds no creator"), ("[]", "holds no creator"), ("{\"a\": [1, 2", "missing"),
    ('{"creator_profile_trend_data": []}', "trends"), ("[[1]]", "neither a creator"),
])
def test_json_without_creators_says_what_is_known(plaza, make_site, tmp_path, content, words):
    site = make_site()
    (tmp_path / "a.json").write_text(content)
    run = plaza.run("import", tmp_path / "a.json", "--site", site, "--market", "ID", expect=None)
    assert run.code in (1, 64) and words in run.err, run.said
    assert "fix:" in run.err or "write" in run.err or "import answers" in run.err


@pytest.mark.parametrize("shared", [True, False])
def test_a_report_with_a_title_and_other_column_order(plaza, make_site, tmp_path, shared):
    site = make_site()
    row = dict(reversed(answers.REPORT.items()))
    (tmp_path / MONTH).write_bytes(report(row, row | {"Creator name": "b.sample", "Refunds": None}, title="Creator list", shared=shared))
    run = plaza.run("import", tmp_path / MONTH, "--site", site, "--market", "ID")
    assert "2 rows: 2 imported" in run.out
    assert exported(plaza, site)["b.sample"]["updated"] == "2026-09-30"


def test_old_names_of_the_report_are_known(plaza, make_site, tmp_path):
    site = make_site()
    (tmp_path / MONTH).write_bytes(report({"Creator name": "a", "Affiliate-attributed GMV": "$5.00"}))
    plaza.run("import", tmp_path / MONTH, "--site", site, "--market", "ID")
    assert exported(plaza, site)["a"]["gmv"] == 5


@pytest.mark.parametrize("content, words", [
    (b"PK\x03\x04" + b"\0" * 40, "can't be unpacked"), (answers.workbook([["Name", "x"]]), "Creator name"),
    (b"\xd0\xcf\x11\xe0" + b"\0" * 40, ".xls"),
])
def test_a_workbook_that_cannot_be_read_says_why(plaza, make_site, tmp_path, content, words):
    site = make_site()
    (tmp_path / "r.xlsx").write_bytes(content)
    run = plaza.run("import", tmp_path / "r.xlsx", "--site", site, "--market", "ID", expect=1)
    assert words in run.err


def test_a_list_of_plain_objects(plaza, make_site, tmp_path):
    site = make_site()
    (tmp_path / "a.json").write_text(json.dumps([{"handle": "@a", "fans": "1.3M", "x": {"y": 1}}, {"handle": "b"}], indent=1))
    plaza.run("import", tmp_path / "a.json", "--site", site, "--market", "ID")
    record = exported(plaza, site)["a"]
    assert record["followers"] == 1300000 and record["source"]["json-array"] == {"x": {"y": 1}}


def test_columns_that_no_field_takes_are_kept(plaza, make_site, tmp_path):
    site = make_site()
    (tmp_path / "a.csv").write_text('username,Tier,Tier,Note\na,gold,"1,5","says ""hi"""\nb,,,\n')
    plaza.run("import", tmp_path / "a.csv", "--site", site, "--market", "ID")
    records = exported(plaza, site)
    assert records["a"]["source"] == {"csv": {"Tier": "gold", "Tier (2)": "1,5", "Note": 'says "hi"'}}
    assert "source" not in records["b"]


def test_formulas_in_a_csv_export_are_plain_text_and_come_back(plaza, make_site, tmp_path):
    site = make_site()
    bios = {"a": "=HYPERLINK(1)", "b": "@x", "c": "+62 812-555", "d": "'=1", "e": "-1+cmd|x"}
    (tmp_path / "a.jsonl").write_text("".join(json.dumps({"username": u, "bio": b}) + "\n" for u, b in bios.items()))
    plaza.run("import", tmp_path / "a.jsonl", "--site", site, "--market", "ID")
    rows = exported_rows(plaza, site)
    assert {u: rows[u]["bio"] for u in bios} == {"a": "'=HYPERLINK(1)", "b": "'@x", "c": "+62 812-555", "d": "''=1", "e": "'-1+cmd|x"}
    again = make_site()
    (tmp_path / "e.csv").write_text(plaza.run("export", "creators", "--format", "csv", "--site", site).out)
    plaza.run("import", tmp_path / "e.csv", "--site", again)
    assert {u: exported(plaza, again)[u]["bio"] for u in bios} == bios
