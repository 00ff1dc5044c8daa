"""Makes the sample site's creators: site/creators/*.csv, site/snapshots/*.jsonl and, with --photos, site/photos/*.

    python3 Scripts/sample_site            writes the CSV files
    python3 Scripts/sample_site --photos   writes the photos as well (installs Pillow into .build-venv/)
    python3 Scripts/sample_site --check    reads the whole site as it lies there and counts its states

Everybody in it is made up. Names, bios and what is special about somebody are written by hand in cast/; figures
are drawn from a generator seeded with the username, so that the same script gives the same bytes and a new creator
changes nobody else's figures. Running it again overwrites changes made by hand to the files it writes; profiles,
companies and site.yaml are written by hand and never touched.
"""

import argparse
import sys

from check import Check
from history import write_snapshots
from photos import install_pillow, write_photos
from places import SITE
from records import creators_csv
from tables import MARKETS


def main():
    parser = argparse.ArgumentParser(description="Makes or checks the sample site's creators.")
    parser.add_argument("--photos", action="store_true", help="write the photos as well")
    parser.add_argument("--check", action="store_true", help="write nothing; check the site and count its states")
    options = parser.parse_args()
    if options.check:
        sys.exit(0 if Check().run() else 1)
    if options.photos:
        install_pillow()
        write_photos()
    folder = SITE / "creators"
    folder.mkdir(parents=True, exist_ok=True)
    for market in MARKETS:
        (folder / f"{market.lower()}.csv").write_text(creators_csv(market), encoding="utf-8")
    write_snapshots()


if __name__ == "__main__":
    main()
