"""Who has a photo, what it shows, and the writing of all photos with a pinned Pillow."""

import subprocess
import sys
from pathlib import Path

from people import Person
from places import ROOT, SITE
from still_life import StillLife

# A photo's bytes depend on the encoder too.
PILLOW = "Pillow==13.0.0"

# username: (scene, skin, hair, clothes, ground, extras); colours are keys of COLOURS in canvas.py.
PHOTOS = {
    "rina-dapurkecil": ("bun", "honey", "black", "coral", "lemon", "apron earrings"),
    "hijab-by-maesaroh": ("hijab", "honey", "rose", "plum", "blush", "smile"),
    "dewi-ayuning": ("long", "tan", "black", "white", "lilac", "smile"),
    "doni-gawaimurah": ("short", "tan", "black", "navy", "sky", "glasses hoodie"),
    "fitri-gamisku": ("hijab", "peach", "sage", "forest", "sand", "glasses"),
    "chef-gilang-kos": ("messy", "tan", "ink", "mustard", "mint", "apron"),
    "nenek-warsinah": ("bun", "tan", "grey", "brick", "sand", "glasses earrings"),
    "rizky-larisore": ("cap", "brown", "denim", "coral", "sky", "smile"),
    "mika-rambutikal": ("curly", "brown", "black", "mustard", "blush", "earrings smile"),
    "kucing-oren-mbaknia": ("cat", "coral", "white", "coral", "mint", ""),
    "maya-clean-rumah": ("pony", "peach", "chestnut", "teal", "lemon", "smile"),
    "amira-dressmuslim": ("hijab", "porcelain", "white", "sand", "lilac", ""),
    "kang-asep-kopi": ("cup", "white", "brick", "cocoa", "sand", ""),
    "pak-guru-faris": ("songkok", "honey", "ink", "sage", "sky", "glasses moustache collar"),
    "skincowok-id": ("short", "honey", "ink", "white", "mint", "smile"),
    "thrifty-thandiwe": ("afro", "deep", "ink", "mustard", "coral", "earrings smile"),
    "nan-doreen-bakes": ("bob", "porcelain", "grey", "rose", "mint", "glasses apron"),
    "big-al-shedlife": ("cap", "peach", "forest", "brick", "mustard", "beard"),
    "priya-skinscience": ("long", "tan", "ink", "white", "teal", "collar earrings"),
    "megan-o-curls": ("curly", "porcelain", "copper", "forest", "sage", "smile"),
    "ealing-plant-girl": ("plant", "leaf", "forest", "brick", "blush", ""),
    "zaynab-modest-edit": ("hijab", "tan", "mustard", "navy", "sky", "smile"),
    "kak-zai-dapur": ("hijab", "honey", "teal", "teal", "lemon", "apron"),
    "wei-ling-mamadaily": ("bob", "porcelain", "black", "lilac", "sky", "smile"),
    "hafiz-garajku": ("short", "tan", "black", "denim", "sand", "beard"),
    "tamil-kitchen-selvi": ("bun", "brown", "ink", "rose", "mustard", "earrings bindi"),
    "bep-nha-thao": ("pony", "peach", "black", "sage", "blush", "apron"),
    "my-duyen-skincare": ("long", "porcelain", "chestnut", "rose", "mint", ""),
    "ong-ngoai-lam-vuon": ("bald", "honey", "grey", "leaf", "sky", "glasses moustache"),
    "krua-mae-noi": ("pot", "brick", "ink", "coral", "lemon", ""),
    "chang-ton-diy": ("cap", "tan", "coral", "denim", "mint", "smile"),
    "aling-nena-kusina": ("bun", "honey", "grey", "lilac", "sage", "apron smile"),
    "bea-morenaglow": ("long", "brown", "ink", "coral", "lemon", "earrings smile"),
    "aspin-squad-cebu": ("dog", "honey", "cocoa", "brick", "sky", ""),
    "auntie-geok-choo": ("perm", "peach", "grey", "teal", "coral", "glasses earrings smile"),
    "raj-on-two-wheels": ("short", "brown", "ink", "mustard", "lilac", "beard smile"),
    "hawker-heir-jun": ("messy", "peach", "ink", "white", "brick", "apron"),
}


def photo_file(username):
    """Most photos are JPEG; a few are PNG and WebP, as people's are."""
    place = list(PHOTOS).index(username)
    return username + (".png" if place % 12 == 5 else ".webp" if place % 12 == 9 else ".jpg")


def install_pillow():
    """Runs the whole program again inside .build-venv/ with the pinned Pillow, unless it already runs there."""
    venv = ROOT / ".build-venv"
    if Path(sys.prefix).resolve() == venv.resolve():
        return
    python = venv / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", PILLOW], check=True)
    sys.exit(subprocess.run([str(python), str(Path(__file__).resolve().parent), *sys.argv[1:]]).returncode)


def drawn(spec):
    return (StillLife if spec[0] in StillLife.SCENES else Person)(*spec).draw()


def write_photos():
    folder = SITE / "photos"
    folder.mkdir(parents=True, exist_ok=True)
    for username, spec in PHOTOS.items():
        path, picture = folder / photo_file(username), drawn(spec)
        if path.suffix == ".png":
            picture.quantize(96, dither=0).save(path, optimize=True)
        elif path.suffix == ".webp":
            picture.save(path, quality=82, method=6)
        else:
            picture.save(path, quality=80, optimize=True)
