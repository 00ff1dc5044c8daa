"""Repeatable chance: generators seeded with the username, and what is drawn from them."""

import math
import random


def chooser(username, subject):
    """A generator of its own for each subject, so that a change to one figure leaves the others as they are."""
    return random.Random(f"{username}/{subject}")


def lognormal(rng, median, sigma):
    return median * math.exp(rng.gauss(0, sigma))


def clamp(value, low, high):
    return max(low, min(high, value))
