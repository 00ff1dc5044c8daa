"""The three counts that `plaza import` states."""
import re

COUNT = re.compile(r"([\d,]+) (imported|unchanged|faulty)|(imported|unchanged|faulty)\s*[:=]?\s*([\d,]+)")


def counts(run):
    """{imported, unchanged, faulty} from what an import printed as its result."""
    found = {}
    for before, name, other, after in COUNT.findall(run.out):
        found[name or other] = int((before or after).replace(",", ""))
    assert set(found) == {"imported", "unchanged", "faulty"}, f"not all three counts in: {run.said}"
    return found
