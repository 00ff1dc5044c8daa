#!/usr/bin/env python3
"""Made-up creators in native columns, as JSON Lines or CSV on stdout; the same arguments give the same bytes.

usage: creators.py COUNT [--seed N] [--format jsonl|csv]

About one figure in ten is missing, 15 of 100 creators have not authorised their data, one in five is linked to an
agency; followers are spread as in real lists (few large, many small).
"""
import argparse
import csv
import json
import random
import sys

MARKETS = {"ID": ("IDR", 20000, 30), "VN": ("VND", 32000, 15), "TH": ("THB", 44, 15), "PH": ("PHP", 74, 13),
           "MY": ("MYR", 6, 12), "GB": ("GBP", 1, 10), "SG": ("SGD", 1.7, 5)}
CATEGORIES = ["Beauty & Personal Care", "Womenswear & Underwear", "Food & Beverages", "Phones & Electronics", "Health",
              "Home Supplies", "Fashion Accessories", "Muslim Fashion", "Shoes", "Sports & Outdoor"]
AGES = ["18_24", "25_34", "35_44", "45_54", "55_plus"]
WORDS = ("daily live honest finds reviews cooking skincare family travel outfits budget fitness gadgets shop morning "
         "evening stories samples welcome together").split()
COLUMNS = (
    "username nickname market bio profile categories followers audience_female "
    + " ".join(f"audience_age_{age}" for age in AGES)
    + " ecommerce account_type agency authorized contact_visible email phone rating products currency gmv gmv_video gmv_live "
    "gpm_video gpm_live units_sold videos lives video_views_avg likes_avg comments_avg shares_avg live_viewers_avg "
    "live_view_seconds_avg completion_rate engagement_rate response_rate sample_fulfilment_rate response_hours score updated"
).split()


def creators(count, seed):
    dice = random.Random(seed)
    markets = [name for name, (_, _, share) in MARKETS.items() for _ in range(share)]
    say = lambda least, most: " ".join(dice.choices(WORDS, k=dice.randint(least, most)))  # noqa: E731
    for index in range(count):
        market = dice.choice(markets)
        currency, rate, _ = MARKETS[market]
        followers = int(500 / (1 - 0.998 * dice.random()) ** 1.6)
        size = followers ** 0.7
        money = lambda amount: round(amount * rate, 0 if rate > 1000 else 2)  # noqa: E731
        video, live = money(size * 3 * dice.random()), money(size * 2 * dice.random())
        shares = [dice.random() + 0.05 for _ in AGES]
        shares = [int(1000 * share / sum(shares)) for share in shares]
        shares[1] += 1000 - sum(shares)
        record = {
            "username": f"{dice.choice(WORDS)}.{index:06d}", "nickname": say(1, 3).title(), "market": market,
            "bio": say(6, 12).capitalize() + ".",
            "profile": f"**{say(5, 8).capitalize()}.** {say(25, 40)}.\n\n- {say(4, 7)}\n- {say(4, 7)}\n\n{say(30, 50)}.\n",
            "categories": dice.sample(CATEGORIES, dice.randint(0, 3)), "ecommerce": dice.random() > 0.05,
            "account_type": "official" if dice.random() < 0.02 else "creator", "authorized": dice.random() > 0.15,
            "contact_visible": dice.random() > 0.2, "email": f"c{index}@bench.example", "phone": f"+990{index:09d}",
            "currency": currency, "updated": f"2026-09-{dice.randint(1, 30):02d}",
        }
        if dice.random() < 0.2:
            record["agency"] = dice.choice(["Northstar", "Bright Lane", "Kilau Media"])
        figures = {
            "followers": followers, "audience_female": round(dice.random(), 3), "rating": round(3 + 2 * dice.random(), 1),
            "products": dice.randint(1, 900), "gmv": round(video + live, 2), "gmv_video": video, "gmv_live": live,
            "gpm_video": money(dice.random() * 20), "gpm_live": money(dice.random() * 40), "units_sold": dice.randint(0, 9000),
            "videos": dice.randint(0, 60), "lives": dice.randint(0, 30), "video_views_avg": int(size * 40 * dice.random()),
            "likes_avg": int(size * 3 * dice.random()), "comments_avg": int(size * dice.random()),
            "shares_avg": int(size * dice.random()), "live_viewers_avg": int(size * dice.random()) + 5,
            "live_view_seconds_avg": dice.randint(10, 600), "completion_rate": round(dice.random() * 0.6, 3),
            "engagement_rate": round(dice.random() * 0.2, 3), "response_rate": round(dice.random(), 3),
            "sample_fulfilment_rate": round(0.4 + 0.6 * dice.random(), 3), "response_hours": round(dice.random() * 72, 1),
        }
        record |= {name: value for name, value in figures.items() if dice.random() > 0.1}
        if dice.random() > 0.1:
            record |= {f"audience_age_{age}": share / 1000 for age, share in zip(AGES, shares)}
        yield {name: record[name] for name in COLUMNS if record.get(name) not in (None, [])}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format", choices=["jsonl", "csv"], default="jsonl")
    options = parser.parse_args()
    people = creators(options.count, options.seed)
    if options.format == "jsonl":
        for record in people:
            print(json.dumps(record, ensure_ascii=False))
        return
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for record in people:
        writer.writerow({name: ";".join(value) if isinstance(value, list) else str(value).lower() if isinstance(value, bool)
                         else value for name, value in record.items()})


if __name__ == "__main__":
    main()
