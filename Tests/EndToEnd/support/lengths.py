"""How much the random tests try: a part in every run, all with PLAZA_LONG=1 (`make test-long`)."""
import os

IS_LONG = os.environ.get("PLAZA_LONG") == "1"


def length(usual, long):
    return long if IS_LONG else usual
