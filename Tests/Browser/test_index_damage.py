"""Damaged index files, by the thousand: the browser's reader says so, or gives the right answer; it never hangs."""
import base64

import pytest

from hosting import hosted
from support.lengths import length
from support.sites import Site, creator

# How many damaged files are read.
MUTATIONS = length(2_000, long=100_000)

# Asks with one file damaged at a time; `files` are the index's, by name, in base64.
FUZZ = """async ({files, root, mutations, script, asked}) => {
  const { openIndex, parseQuery, answer } = await import(script);
  const originals = new Map(Object.entries(files).map(([name, text]) => [name, Uint8Array.from(atob(text), c => c.charCodeAt())]));
  let state = 20261125;
  const random = limit => {  // mulberry32
    state = state + 0x6D2B79F5 | 0;
    let t = Math.imul(state ^ state >>> 15, 1 | state);
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
    return ((t ^ t >>> 14) >>> 0) % limit;
  };
  let damaged = null;
  window.fetch = async url => {
    const name = new URL(url).pathname.split('/').pop();
    return new Response(damaged?.name === name ? damaged.bytes : originals.get(name));
  };
  const ask = async () => {
    const index = await openIndex(new URL(root, location.href));
    const { query, faults } = parseQuery(asked, { market: 'ID', categories: index.categories });
    if (faults.length) throw new Error(faults.join());
    return JSON.stringify(await answer(index, query, 24));
  };
  const right = await ask(), names = [...originals.keys()];
  const outcome = { refused: 0, same: 0, wrong: [] };
  for (let i = 0; i < mutations; i++) {
    const name = names[random(names.length)];
    let bytes = originals.get(name).slice();
    const kind = random(5), place = random(bytes.length);
    if (kind === 0) bytes = bytes.slice(0, place);
    else if (kind === 1) bytes = Uint8Array.of(...bytes, 1, 2, 3);
    else if (kind === 2) bytes.fill([0, 127, 255][random(3)], place, place + 8);
    else bytes[place] ^= 1 << random(8);
    damaged = { name, bytes };
    try {
      if (await ask() === right) outcome.same++; else outcome.wrong.push(`${name} ${kind} ${place}`);
    } catch { outcome.refused++; }
  }
  return outcome;
}"""


@pytest.fixture(scope="module")
def public(tmp_path_factory, plaza):
    people = [
        creator(f"person{index:02d}", followers=1000 + index * 37 % 11, gmv=f"{index * 10}..{index * 20}" if index % 3 else 500,
                gmv_video=index, gmv_live=index * 7 % 5, categories=["Health", "Shoes"][: index % 3]) for index in range(30)
    ]
    site = Site(
        tmp_path_factory.mktemp("damage") / "site", creators=people, site={"markets": ["ID"], "categories": ["Health", "Shoes"]})
    plaza.build(site)
    return site.public


@pytest.mark.timeout(length(1200, long=7200))
def test_damage_is_told_or_harmless(open_page, public):
    files = {file.name: base64.b64encode(file.read_bytes()).decode() for file in sorted((public / "index" / "ID").glob("*.bin"))}
    root = next(name for name in files if name.startswith("root-"))
    with hosted(public) as host:
        page = open_page(host)
        page.set_default_timeout(0)
        page.goto(host + "/ID/")
        asked = [["category", "shoes"], ["gmv_min", "20"], ["unknown", "include"], ["q", "per"], ["sort", "gmv"]]
        outcome = page.evaluate(FUZZ, {
            "files": files, "root": f"../index/ID/{root}", "mutations": MUTATIONS, "script": host + "/assets/filters.js", "asked": asked})
    assert outcome["wrong"] == []
    assert outcome["refused"] > MUTATIONS / 4 and outcome["refused"] + outcome["same"] == MUTATIONS
