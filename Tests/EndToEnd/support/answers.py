"""Made-up answers, saved pages and reports with every field that the platform documents for them."""
import io
import json
import zipfile
from xml.sax.saxutils import escape


def money(amount, currency="USD"):
    return {"amount": amount, "currency": currency}


def band(low, high, text, currency="IDR"):
    return {"currency": currency, "minimum_amount": low, "maximum_amount": high, "formatted_range": text}


def search_item(name="ayu.sample", **changes):
    item = {
        "creator_open_id": "oid-" + name, "username": name, "nickname": "Ayu (sample)",
        "avatar": {"url": "https://cdn.example/ayu.jpeg?x-expires=1700000000"}, "selection_region": "ID",
        "category_ids": ["601450", "849288"], "follower_count": 2459, "avg_ec_live_uv": 198, "avg_ec_video_view_count": 800,
        "gmv": money("151.745473"), "live_gmv": money("51.7"), "video_gmv": money("100.045473"),
        "gmv_range": band("1000000", "", "Rp1JT+"),
        "units_sold_range": {"minimum_amount": 10, "maximum_amount": 100, "formatted_range": "10-100"},
        "top_follower_demographics": {
            "age_ranges": ["AGE_RANGE_18_24", "AGE_RANGE_25_34", "AGE_RANGE_35_44"],
            "major_gender": {"gender": "MALE", "percentage": 6524},
        },
        "creator_profile": {
            "is_official_recommend": True, "is_fast_growing": False, "has_collaborated": True, "has_invited_90d": False,
            "is_creator_blocked": False, "is_eligible_flat_fee": True, "is_rising_star": False,
            "creator_bind_mcn_name": "Kilau Media", "pps_score": "4.5", "creator_level": 3, "user_type_tag": ["a", "b"],
        },
    }
    return item | changes


def detail_item(name="ayu.sample", **changes):
    rng = lambda text: band("1", "2", text)  # noqa: E731
    item = {
        "username": name, "nickname": "Ayu (sample)", "bio_description": "Skincare\nevery day", "selection_region": "ID",
        "profile_tt_uri": "aweme://user/profile/1", "avatar": {"url": "https://cdn.example/ayu.jpeg?x-expires=1"},
        "follower_count": 2459, "category_ids": ["601450"], "top_collaborated_brand_ids": ["7", "8"],
        "brand_collaboration_count": 4, "promoted_product_num": 31, "ec_live_count": 3, "ec_video_count": 47,
        "avg_ec_video_play_count": 800, "avg_ec_video_like_count": 12, "avg_ec_video_comment_count": 2,
        "avg_ec_video_share_count": 1, "avg_ec_live_view_count": 198, "avg_ec_live_like_count": 20,
        "avg_ec_live_comment_count": 5, "avg_ec_live_share_count": 2, "units_sold": 29,
        "units_sold_range": {"minimum_amount": 10, "maximum_amount": 100, "formatted_range": "10-100"},
        "gmv": money("151.745473"), "video_gmv": money("100"), "live_gmv": money("51.745473"), "gpm": money("1.697"),
        "video_gpm": money("1.5"), "live_gpm": money("2.25"), "avg_gmv_per_buyer": money("6.1"),
        "gmv_range": rng("Rp1JT+"), "gpm_range": rng("a"), "video_gpm_range": rng("b"), "live_gpm_range": rng("c"),
        "avg_gmv_per_buyer_range": rng("d"), "product_original_price_range": rng("e"), "avg_commission_rate": 700,
        "avg_commission_rate_range": {"minimum_amount": 500, "maximum_amount": 1000}, "ec_live_engagement_rate": "8774",
        "ec_video_engagement_rate": "250", "post_rate": "6000", "pps": "4.5", "rating": "4.7",
        "category_gmv_distribution": [{"category_id": "601450", "value": "0.9"}, {"category_id": "700645", "value": "0.1"}],
        "content_gmv_distribution": [
            {"content_type": "VIDEO", "value": "0.6"}, {"content_type": "LIVE", "value": "0.3"},
            {"content_type": "SHOWCASE", "value": "0.1"},
        ],
        "follower_age": [
            {"key": "18-24", "value": "0.3705"}, {"key": "25-34", "value": "0.3"}, {"key": "35-44", "value": "0.2"},
            {"key": "45-54", "value": "0.1"}, {"key": "55+", "value": "0.0295"},
        ],
        "follower_gender": [{"key": "FEMALE", "value": "0.61"}, {"key": "MALE", "value": "0.39"}],
        "follower_location": [{"key": "Jakarta", "value": "0.5"}, {"key": "Bali", "value": "0.5"}],
        "creator_profile": {
            "contact_info_available": True, "is_official_recommend": False, "has_invited_90d": False,
            "is_creator_blocked": False, "is_eligible_flat_fee": False, "is_rising_star": True,
            "creator_bind_mcn_name": "Kilau Media", "creator_fulfillment_score_90d": "4.9", "creator_level": 3,
            "creator_fulfillment_reviews": 11, "sample_score": 88, "live_engagement_rate_30d": 410,
            "video_play_cnt_30d_med": 700, "live_view_cnt_30d_med": 150, "live_like_cnt_30d": 90,
            "live_comment_cnt_30d_med": 8, "live_share_cnt_30d_med": 3, "video_publish_cnt_30d_med": 2,
            "creator_connect_info": {"is_paired": True, "is_connect": False, "is_blocked": False},
            "creator_trend_profile": [{
                "start_timestamp": 1780000000, "end_timestamp": 1780086400, "gmv": {"amount": "5.25", "symbol": "$"},
                "units_sold": 2, "follower": 2440, "engagement_rate": 558,
            }],
        },
    }
    return item | changes


def envelope(data, code=0, message="Success"):
    return {"code": code, "message": message, "request_id": "20260930", "data": data}


def search_page(*items, **more):
    return envelope({"next_page_token": "t2", "search_key": "k1", "creators": list(items)} | more)


def detail_page(item):
    return envelope({"creator": item})


def wrapped(value, authorised=True):
    return {"value": value, "is_authorized": authorised, "status": 0 if authorised else 1}


def amount(value, symbol="Rp"):
    return {"value": value, "format": symbol + value, "symbol": symbol}


def ends(low, high, symbol="Rp"):
    return {
        "minimal": low, "maximum": high, "minimal_format": symbol + low, "maximum_format": symbol + high, "symbol": symbol,
    }


PAGE_VALUES = {
    "creator_oecuid": "7001", "handle": "ayu.sample", "nickname": "Ayu (sample)",
    "avatar": {"thumb_url_list": ["https://cdn.example/a.webp"], "url_list": ["https://cdn.example/b.webp"]},
    "selection_region": "ID",
    "main_industry": [{"name": "Health", "starling_key": "k", "product_categories": ["700645"]}],
    "follower_cnt": "120000", "ec_live_avg_uv": "198", "ec_video_avg_view_cnt": "800",
    "ec_live_gpm": ends("1000", "5000"), "ec_video_gpm": ends("2000", "2000"), "creator_ec_level_score": 71.5,
    "is_quickly_response": True, "is_active_creator": True, "is_high_sample_dispatch_rate": False,
    "is_official_recommend": False, "is_open_account": True, "creator_bind_mcn_name": "Kilau Media",
    "occurred_top_rank": 3, "bio": "Hello there", "category": ["700645"],
    "industry_groups": [{"key": "700645", "name": "Health", "value": "0.9"}],
    "content_groups": [{"key": "video_gmv", "value": "0.7"}, {"key": "live_gmv", "value": "0.3"}],
    "collaborated_brands_num": "4", "partnered_brand": "x", "contact_info_available": True,
    "med_gmv_revenue": amount("9000000"), "med_gmv_revenue_range": ends("5000000", "10000000"),
    "video_gmv": amount("6000000"), "live_gmv": amount("3000000"), "gpm": amount("1500"), "gpm_range": ends("1", "2"),
    "units_sold": "29", "avg_revenue_per_buyer": amount("61000"), "med_commission_rate": "1000",
    "product_price_range": ends("5000", "90000"), "promoted_product_num": "31", "sample_fulfillment_rate": "8650",
    "video_publish_cnt_30d": "47", "ec_video_publish_cnt_30d": "40", "live_streaming_cnt_30d": "3",
    "ec_live_streaming_cnt_30d": "2", "video_engagement": "268", "ec_video_engagement": "300",
    "follower_ages_v2": [{"key": k, "value": v} for k, v in [
        ("18-24", "2450"), ("25-34", "3550"), ("35-44", "2000"), ("45-54", "1000"), ("55+", "1000")]],
    "follower_genders_v2": [{"key": "Female", "value": "6100"}, {"key": "Male", "value": "3900"}],
    "follower_state_location": [{"key": "Jakarta", "value": "5000"}, {"key": "Bali", "value": "5000"}],
    "top_video_data": [{"item_id": "1", "name": "A", "play_cnt": "10", "like_cnt": "1", "comment_cnt": "0",
                        "release_date": "2026-09-01", "video": {"duration": 12}, "video_products": [{"id": "5"}]}],
    "ec_top_video_data": [], "has_collaborated": False, "has_invited_before_90d": False,
    "is_creator_blocked_by_shop": False, "creator_permission_tag": "1", "qr_code_schema": "aweme://x",
} | {
    f"{kind}_med_{what}_cnt": str(7 + index)
    for index, (kind, what) in enumerate((k, w) for k in ["video", "ec_video", "live", "ec_live"] for w in ["view", "like", "comment", "share"])
}


def page_item(closed=(), **changes):
    values = PAGE_VALUES | changes
    return {key: wrapped(value, key not in closed) for key, value in values.items()}


def saved_page(*items):
    return {
        "creator_profile_list": list(items),
        "next_pagination": {"has_more": False, "next_page": 0, "total_page": 1, "total": len(items), "search_key": "",
                            "next_item_cursor": ""},
    }


REPORT = {
    "Creator name": "ayu.sample", "Creator-attributed GMV": "$1,234.56", "Creator video-attributed GMV": "$1,000.00",
    "Creator LIVE-attributed GMV": "$200.00", "Affiliate product card-attributed GMV": "$34.56", "Refunds": "$12.00",
    "Attributed orders": "60", "Creator-attributed items sold": "66", "Items refunded": "2", "AOV": "$20.58", "Videos": "12",
    "LIVE streams": "--", "Est. commission": "$98.70", "Samples shipped": "3", "Est. flat fee": "--", "CTOR": "5.93%",
    "CTR": "1.20%", "Total sample content": "4", "Products added to showcase": "7", "Product impressions": "10,400",
    "Video views": "88,000", "Customers": "51", "Products sold": "9",
}


def column_name(number):
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def workbook(rows, title=None, shared=True):
    """The bytes of an XLSX file of one sheet; rows are lists of texts, None for an empty cell."""
    strings, lines = [], []
    number = 0
    for row in ([[title]] if title else []) + rows:
        number += 1
        cells = []
        for column, text in enumerate(row, 1):
            if text is None:
                continue
            place = f'r="{column_name(column)}{number}"'
            if shared:
                cells.append(f'<c {place} t="s"><v>{len(strings)}</v></c>')
                strings.append(f"<si><r><t>{escape(text[:1])}</t></r><r><t xml:space=\"preserve\">{escape(text[1:])}</t></r></si>")
            else:
                cells.append(f'<c {place} t="inlineStr"><is><t>{escape(text)}</t></is></c>')
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", f'<workbook xmlns="{space}"><sheets><sheet name="A" sheetId="1"/></sheets></workbook>')
        archive.writestr("xl/worksheets/sheet1.xml", f'<?xml version="1.0"?><worksheet xmlns="{space}"><sheetData>{"".join(lines)}</sheetData></worksheet>')
        if shared:
            archive.writestr("xl/sharedStrings.xml", f'<?xml version="1.0"?><sst xmlns="{space}">{"".join(strings)}</sst>')
    return file.getvalue()


def report(*rows, title=None, shared=True):
    columns = list(rows[0])
    return workbook([columns] + [[row.get(name) for name in columns] for row in rows], title, shared)


def leaves(value, path=()):
    """(path, scalar) of every value that holds no other; empty lists and objects too."""
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from leaves(inner, path + (key,))
    elif isinstance(value, list) and value:
        for index, inner in enumerate(value):
            yield from leaves(inner, path + (index,))
    else:
        yield path, value


def dump(*values, indent=None, between="\n"):
    return between.join(json.dumps(value, ensure_ascii=False, indent=indent) for value in values)
