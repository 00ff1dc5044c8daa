"""The screens that pages are looked at on, and where pictures of them go."""
from support.program import REPOSITORY

SHOTS = REPOSITORY / ".build-shots"
# Pixels, by width.
HEIGHTS = {320: 700, 390: 844, 1280: 900}
