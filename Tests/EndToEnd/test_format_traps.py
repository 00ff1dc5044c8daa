"""P4: each trap of the formats, by name."""
import pytest

from support import answers
from support.answers import band, detail_item, detail_page, dump, money, page_item, report, saved_page, search_item, search_page
from support.exports import exported, exported_rows

MONTH = "Transaction_Analysis_Creator_List_20260901-20260930.xlsx"


@pytest.fixture
def bring(plaza, make_site, tmp_path):
    """Imports one file into a new site: (the record of ayu.sample, what was said)."""

    def bring(content, *options, name="a.json"):
        site = make_site()
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        run = plaza.run("import", tmp_path / name, "--site", site, *options)
        bring.site = site
        return exported(plaza, site)["ayu.sample"], run.err

    return bring


def test_two_percent_conventions_in_one_answer(bring):
    """Ten-thousandths in rates, fractions in shares."""
    record, _ = bring(dump(detail_page(detail_item())))
    assert record["engagement_rate"] == 0.025
    assert record["audience_age_18_24"] == 0.3705 and record["audience_female"] == 0.61


@pytest.mark.parametrize("scale", [1, 100, 10000])
def test_shares_are_read_by_their_sum(bring, scale):
    shares = {"18-24": 0.25, "25-34": 0.35, "35-44": 0.2, "45-54": 0.1, "55+": 0.1}
    ages = [{"key": key, "value": str(round(share * scale, 4))} for key, share in shares.items()]
    record, _ = bring(dump(detail_page(detail_item(follower_age=ages))))
    assert record["audience_age_25_34"] == 0.35 and record["audience_age_55_plus"] == 0.1


def test_shares_of_no_whole_are_told_and_kept(bring):
    ages = [{"key": "18-24", "value": "0.2"}, {"key": "25-34", "value": "0.2"}]
    record, said = bring(dump(detail_page(detail_item(follower_age=ages))))
    assert "audience_age_18_24" not in record and "import.shares" in said
    assert record["source"]["tiktok-shop-detail"]["follower_age"] == ages


def test_the_major_genders_share_is_in_hundredths_of_a_percent(bring):
    record, _ = bring(dump(search_page(search_item())))
    assert record["audience_female"] == 0.3476
    women = {"major_gender": {"gender": "FEMALE", "percentage": 6524}}
    assert bring(dump(search_page(search_item(top_follower_demographics=women))))[0]["audience_female"] == 0.6524


def test_a_page_counts_rates_in_hundredths_of_a_percent(bring):
    record, _ = bring(dump(saved_page(page_item())))
    assert record["engagement_rate"] == 0.0268 and record["sample_fulfilment_rate"] == 0.865
    assert record["audience_age_18_24"] == 0.245


def test_absent_is_not_zero(bring, plaza):
    gone = {key: value for key, value in search_item().items() if not key.startswith(("gmv", "live_gmv", "video_gmv", "avg_"))}
    record, _ = bring(dump(search_page(gone)))
    assert not {"gmv", "gmv_live", "gmv_video", "video_views_avg", "live_viewers_avg"} & set(record)
    row = exported_rows(plaza, bring.site)["ayu.sample"]
    assert row["gmv"] == "" and row["video_views_avg"] == ""


def test_zero_is_zero(bring):
    record, _ = bring(dump(search_page(search_item(follower_count=0, gmv=money("0")))))
    assert record["followers"] == 0 and record["gmv"] == 0


@pytest.mark.parametrize("given, read, currency", [
    (band("1000000", "", "Rp1JT+"), "1000000..", "IDR"), (band("100", "1000", "RM100-RM1K", "MYR"), "100..1000", "MYR"),
    ({"formatted_range": "RM10K+"}, "10000..", "MYR"), ({"formatted_range": "Rp1JT+"}, "1000000..", "IDR"),
    ({"formatted_range": "Rp100RB-Rp1JT"}, "100000..1000000", "IDR"), (band("5", "5", "x", "USD"), "5..", "USD"),
])
def test_a_range_without_an_amount_stays_a_range(bring, given, read, currency):
    item = search_item(gmv_range=given, selection_region="MY" if currency == "MYR" else "ID")
    for key in ["gmv", "live_gmv", "video_gmv"]:
        del item[key]
    record, _ = bring(dump(search_page(item)))
    assert record["gmv"] == read and record["currency"] == currency


def test_a_band_that_disagrees_with_its_amount(bring):
    item = search_item(gmv=money("150"), gmv_range=band("1000", "10000", "$1K-$10K", "USD"))
    record, said = bring(dump(search_page(item)))
    assert record["gmv"] == 150 and "import.band" in said and "$1K-$10K" in said
    assert record["source"]["tiktok-shop-search"]["gmv_range"]["minimum_amount"] == "1000"


def test_a_band_in_another_currency_than_its_amount(bring):
    """The published sample: 151.745473 USD beside Rp1JT+."""
    record, said = bring(dump(search_page(search_item())))
    assert record["gmv"] == 151.745473 and record["currency"] == "USD"
    assert "import.currency" in said and "--currency" in said


def test_amounts_in_two_currencies_never_stand_in_one_record(bring):
    item = search_item(live_gmv=money("800000", "IDR"))
    record, said = bring(dump(search_page(item)))
    assert record["currency"] == "USD" and "gmv_live" not in record and "import.currency" in said
    assert record["source"]["tiktok-shop-search"]["live_gmv"] == {"amount": "800000", "currency": "IDR"}


def test_an_import_can_say_what_all_amounts_are_in(bring):
    item = search_item(live_gmv=money("800000", "IDR"))
    record, said = bring(dump(search_page(item)), "--currency", "IDR")
    assert record["currency"] == "IDR" and record["gmv"] == 151.745473 and record["gmv_live"] == 800000
    assert "import.currency" not in said


def test_picture_addresses_that_expire_are_no_photos(bring):
    record, said = bring(dump(search_page(search_item(), search_item("b.sample"))))
    assert "photo" not in record and "2 picture addresses will expire" in said and "photos/" in said
    assert record["source"]["tiktok-shop-search"]["avatar"]["url"].startswith("https://cdn.example")


def test_misspelt_keys_are_kept_as_they_are(bring):
    record, _ = bring(dump(search_page(search_item(avg_shopable_engagement_rate="5", creator_agency_staus="AGENCY_MANAGED"))))
    kept = record["source"]["tiktok-shop-search"]
    assert kept["avg_shopable_engagement_rate"] == "5" and kept["creator_agency_staus"] == "AGENCY_MANAGED"


@pytest.mark.parametrize("key", ["sample_fulfillment_rate", "sample_fulfilment_rate"])
def test_fulfilment_in_either_spelling(bring, key):
    item = page_item()
    item[key] = item.pop("sample_fulfillment_rate")
    assert bring(dump(saved_page(item)))[0]["sample_fulfilment_rate"] == 0.865


def test_two_dashes_in_a_report_are_missing(bring, plaza):
    record, _ = bring(report(answers.REPORT), "--market", "ID", name=MONTH)
    assert "lives" not in record and record["source"]["creator-report"]["LIVE streams"] == "--"
    assert exported_rows(plaza, bring.site)["ayu.sample"]["lives"] == ""


def test_a_report_of_a_quarter_has_no_figures_of_30_days(bring):
    record, said = bring(
        report(answers.REPORT), "--market", "ID", name="Transaction_Analysis_Creator_List_20260701-20260930.xlsx")
    assert "gmv" not in record and "videos" not in record and "92 days" in said
    assert record["source"]["creator-report"]["Creator-attributed GMV"] == "$1,234.56"


def test_numbers_may_be_texts_or_numbers(bring):
    record, _ = bring(dump(search_page(search_item(follower_count="2459", avg_ec_live_uv="198"))))
    assert record["followers"] == 2459 and record["live_viewers_avg"] == 198


def test_lifetime_units_are_no_figure_of_30_days(bring):
    assert "units_sold" not in bring(dump(search_page(search_item())))[0]


def test_closed_values_of_a_page_are_closed_whatever_stands_in_them(bring, plaza):
    record, _ = bring(dump(saved_page(page_item(closed=["med_gmv_revenue", "med_gmv_revenue_range", "follower_ages_v2"]))))
    assert record["gmv"] == "closed" and record["audience_age_18_24"] == "closed" and record["authorized"] is True
    plaza.build(bring.site)
    page = bring.site.creator_page("ayu.sample")
    assert "9,000,000" not in page and "9.0M" not in page


def test_a_page_with_nothing_authorised_is_of_an_unauthorised_creator(bring):
    open_keys = {"handle", "nickname", "selection_region", "follower_cnt", "promoted_product_num", "bio"}
    record, _ = bring(dump(saved_page(page_item(closed=set(answers.PAGE_VALUES) - open_keys))))
    assert record["authorized"] is False and record["gmv"] == "closed" and "score" in record


def test_a_creator_on_several_pages_is_told(bring):
    record, said = bring(dump(search_page(search_item()), search_page(search_item(follower_count=3000))))
    assert record["followers"] == 3000 and "search_key" in said


def test_category_ids_of_deeper_levels_are_kept(bring):
    record, said = bring(dump(search_page(search_item())))
    assert record["categories"] == ["beauty-personal-care"] and "849288" in said
    assert record["source"]["tiktok-shop-search"]["category_ids"] == ["601450", "849288"]


def test_amounts_in_a_currency_of_another_market_are_refused_with_a_way_out(bring, plaza, make_site, tmp_path):
    content = dump(search_page(search_item(gmv=money("5", "VND"), live_gmv=money("5", "VND"), video_gmv=money("5", "VND"))))
    (tmp_path / "v.json").write_text(content)
    run = plaza.run("import", tmp_path / "v.json", "--site", make_site(), expect=1)
    assert "1 faulty" in run.out and "VND" in run.err and "--currency" in run.err
    assert bring(content, "--currency", "IDR")[0]["currency"] == "IDR"
