"""What every page owes to people, checked in the page as it stands."""
from axe_playwright_python.sync_playwright import Axe

AXE = Axe()
# Off by default in axe-core, though WCAG 2.2 AA asks for it (2.5.8).
OPTIONS = {"rules": {"target-size": {"enabled": True}}, "preload": False}


def faults_for_people(page):
    """What axe-core finds (0 rules broken is what a page owes), and whether the page is wider than the screen."""
    with page.watch.looking_away():  # axe-core tries things that the page's policy forbids
        rules = AXE.run(page, options=OPTIONS).response["violations"]
    nodes = [(rule["id"], node) for rule in rules for node in rule["nodes"][:3]]
    found = [f"{name}: {node['html'][:160]} {node.get('failureSummary', '')}" for name, node in nodes]
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return found + ([f"the page is {wide} px wider than the screen"] if wide > 0 else [])
