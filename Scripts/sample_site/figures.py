"""The figures of one creator, drawn so that they agree with each other: followers, audience, activity, sales."""

from draws import clamp, lognormal
from tables import AGES, CATEGORIES, MARKETS, MONEY


def followers_of(person, rng):
    median = 3_100_000 if "star" in person["marks"] else 420_000 if "top" in person["marks"] else 38_000
    count = clamp(lognormal(rng, median, 0.4 if "star" in person["marks"] else 1.35), 1_050, 7_900_000)
    # Sources count large accounts in thousands.
    return int(count) if count < 10_000 else int(round(count, -2))


def audience_of(person, rng):
    """The share of women and the five age bands, in thousandths that sum to 1."""
    main = person["categories"][0] if person["categories"] else None
    female = clamp(rng.gauss(CATEGORIES[main][1] if main else 0.5, 0.06), 0.04, 0.97)
    older = main in ("tool", "improve", "home", "kitchen", "health", "food", "furniture")
    base = [0.20, 0.33, 0.25, 0.14, 0.08] if older else [0.36, 0.37, 0.17, 0.07, 0.03]
    weights = [lognormal(rng, share, 0.25) for share in base]
    shares = [round(1000 * weight / sum(weights)) for weight in weights]
    shares[1] += 1000 - sum(shares)
    row = {"audience_female": f"{female:.3f}"}
    row.update({age: f"{share / 1000:.3f}" for age, share in zip(AGES, shares)})
    return row


def activity_of(person, followers, rng):
    """Videos and lives of 30 days, and what one of them brings on average."""
    marks = person["marks"]
    videos, lives = lognormal(rng, 17, 0.7), lognormal(rng, 6, 0.9)
    if "live" in marks:
        videos, lives = lognormal(rng, 11, 0.7), lognormal(rng, 21, 0.45)
        videos *= rng.random() > 0.12
    if "video" in marks:
        videos, lives = lognormal(rng, 22, 0.6), lognormal(rng, 1.6, 0.8)
    if "quiet" in marks:
        lives = 0
    videos, lives = int(clamp(videos, 0, 160)), int(clamp(lives, 0, 70))
    views = clamp(lognormal(rng, 1.6 * followers ** 0.85, 0.55), 60, 9e6)
    likes = views * clamp(lognormal(rng, 0.055, 0.45), 0.008, 0.19)
    comments, shares = likes * lognormal(rng, 0.022, 0.5), likes * lognormal(rng, 0.028, 0.6)
    row = {"videos": videos, "lives": lives}
    if videos:
        row.update(
            video_views_avg=round(views), likes_avg=round(likes), comments_avg=round(comments), shares_avg=round(shares),
            completion_rate=round(clamp(lognormal(rng, 0.24, 0.35), 0.05, 0.71), 3),
            engagement_rate=round((round(likes) + round(comments) + round(shares)) / round(views), 4))
    if lives:
        row.update(live_viewers_avg=round(clamp(lognormal(rng, 1.1 * followers ** 0.6, 0.5), 8, 60_000)),
                   live_view_seconds_avg=round(clamp(lognormal(rng, 74, 0.45), 15, 420)))
    return row


def sales_of(person, market, activity, rng):
    """Sales of 30 days: GPM times the exposures that the activity can have had, so that all figures agree."""
    rate, level, decimals = MARKETS[market][:3]
    boost = 16.0 if "star" in person["marks"] else 5.0 if "top" in person["marks"] else 1.0

    def money(dollars):
        return round(dollars * rate, decimals) if decimals else round(dollars * rate)

    row, total = {}, 0.0
    for kind, exposures, median in (
        ("video", activity["videos"] * activity.get("video_views_avg", 0) * 0.35, 5.2),
        ("live", activity["lives"] * activity.get("live_viewers_avg", 0) * 7.5, 15.0),
    ):
        gpm = lognormal(rng, median, 0.6) * level * boost
        row["gmv_" + kind] = money(gpm * exposures / 1000)
        total += gpm * exposures / 1000
        # Without an exposure there is no rate per thousand of them: unknown, not zero.
        if exposures:
            row["gpm_" + kind] = money(gpm)
    showcase = max(0.0, rng.uniform(-0.05, 0.12)) * total
    row["gmv"] = max(money(total + showcase), row["gmv_video"] + row["gmv_live"])
    price = CATEGORIES[person["categories"][0]][2] if person["categories"] else 9
    row["units_sold"] = round((total + showcase) / (price * level * rng.uniform(0.75, 1.3)))
    row["products"] = int(clamp(lognormal(rng, 85, 0.8), 3, 900))
    if row["units_sold"] > 4:
        row["rating"] = round(clamp(rng.gauss(4.62, 0.22), 3.3, 5.0), 1)
    for name in MONEY:
        if name in row and decimals:
            row[name] = f"{row[name]:.{decimals}f}"
    return row


def manners_of(rng):
    """How somebody answers and handles samples."""
    return {"response_rate": round(clamp(rng.gauss(0.82, 0.16), 0.18, 1), 2),
            "response_hours": round(clamp(lognormal(rng, 11, 1.0), 0.3, 160), 1),
            "sample_fulfilment_rate": round(clamp(rng.gauss(0.81, 0.15), 0.25, 1), 2)}
