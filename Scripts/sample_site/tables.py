"""The categories, markets, companies and columns that the creators are made from and checked against."""

# Short names of the categories used in cast/, with the share of women in a typical audience and the price of a
# typical order in US dollars.
CATEGORIES = {
    "home": ("Home Supplies", 0.70, 7), "kitchen": ("Kitchenware", 0.74, 12),
    "textile": ("Textiles & Soft Furnishings", 0.76, 11), "appliance": ("Household Appliances", 0.60, 28),
    "women": ("Womenswear & Underwear", 0.88, 11), "muslim": ("Muslim Fashion", 0.90, 10),
    "shoes": ("Shoes", 0.46, 18), "beauty": ("Beauty & Personal Care", 0.84, 7),
    "phone": ("Phones & Electronics", 0.28, 21), "computer": ("Computers & Office Equipment", 0.27, 24),
    "pet": ("Pet Supplies", 0.66, 8), "baby": ("Baby & Maternity", 0.86, 12), "sport": ("Sports & Outdoor", 0.41, 14),
    "toy": ("Toys & Hobbies", 0.45, 10), "furniture": ("Furniture", 0.58, 34), "tool": ("Tools & Hardware", 0.20, 13),
    "improve": ("Home Improvement", 0.33, 15), "auto": ("Automotive & Motorcycle", 0.14, 12),
    "accessory": ("Fashion Accessories", 0.74, 6), "food": ("Food & Beverages", 0.65, 5), "health": ("Health", 0.60, 10),
    "book": ("Books, Magazines & Audio", 0.68, 6), "kids": ("Kids' Fashion", 0.85, 8),
    "men": ("Menswear & Underwear", 0.24, 12), "bag": ("Luggage & Bags", 0.55, 16), "preowned": ("Pre-Owned", 0.73, 8),
    "collect": ("Collectibles", 0.34, 15), "jewel": ("Jewelry Accessories & Derivatives", 0.83, 12),
}

# Every first-level category, for --check: the table above lacks these two.
OTHER_CATEGORIES = ["Bookings & Vouchers", "Virtual Products"]

# market: currency units in a dollar, price level, decimals of money, messenger, agencies beside those of the site
MARKETS = {
    "GB": (0.78, 2.1, 2, "whatsapp", ["Copper Kettle Talent", "Ninth Wave Social"]),
    "ID": (16200, 1.0, 0, "whatsapp", ["Layar Senja Studio", "Kaki Langit Kreator", "Rumah Konten Delapan"]),
    "MY": (4.3, 1.2, 2, "whatsapp", ["Bunga Tanjung Network", "Layar Senja Studio"]),
    "VN": (25800, 1.0, 0, "zalo", ["Sao Hôm Media", "Nhà Ba Gian"]),
    "TH": (33, 1.1, 2, "line", ["Mekhala Creator House"]),
    "PH": (58, 1.0, 2, "viber", ["Bahandi Creators Guild", "Habagat Digital"]),
    "SG": (1.31, 2.0, 2, "whatsapp", ["Straitswind Collective"]),
}
OWNER = "northlight"
SECOND, SECOND_MARKETS = "Tepi Laut Creators", ("ID", "MY")

COLUMNS = (
    "username nickname market bio photo categories followers audience_female audience_age_18_24 audience_age_25_34 "
    "audience_age_35_44 audience_age_45_54 audience_age_55_plus ecommerce account_type agency authorized "
    "contact_visible email whatsapp phone zalo viber line rating products gmv gmv_video gmv_live gpm_video gpm_live "
    "units_sold videos lives video_views_avg likes_avg comments_avg shares_avg live_viewers_avg live_view_seconds_avg "
    "completion_rate engagement_rate response_rate sample_fulfilment_rate response_hours quick_to_respond "
    "posts_frequently reliable_with_samples score updated"
).split()
AGES = [column for column in COLUMNS if column.startswith("audience_age_")]
MONEY = ["gmv", "gmv_video", "gmv_live", "gpm_video", "gpm_live"]
LABELS = ["quick_to_respond", "posts_frequently", "reliable_with_samples"]
# What can be missing from a record on its own; an audience is known as a whole or not at all.
OFTEN_MISSING = COLUMNS[COLUMNS.index("rating"):COLUMNS.index("quick_to_respond")]
