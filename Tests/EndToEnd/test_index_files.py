"""The files that browsers answer queries from, read as docs/index-format.md says, against a naive look at every creator."""
import base64
import bisect
import collections
import itertools
import re

import pytest

from support.crowds import CATEGORIES, Crowd
from support.leaks import contact_leaks, views
from support.naive import NaiveScan, satisfies, slug
from support.sites import tree
from support.wire import FACETS, FIGURES, SORTS, Index, fnv

PAGE_SIZE = 100
CARD = re.compile(r'<li class="card".*?</li>', re.DOTALL)
# Beyond the record depth, below it, below the size of a head, and nobody.
SIZES = {"ID": 1500, "VN": 400, "TH": 40, "PH": 0}
crowds = {market: Crowd("index", market, size) for market, size in SIZES.items()}


@pytest.fixture(scope="module")
def site(workshop):
    return workshop.built_site(
        creators=[each for crowd in crowds.values() for each in crowd.all], site={"markets": list(SIZES), "page_size": PAGE_SIZE}
    )


@pytest.fixture(scope="module")
def files(site):
    return tree(site.public / "index")


class Market:
    """What the index of a market says, and what it should."""

    def __init__(self, site, files, market):
        self.name = market
        home = site.page(f"{market}/index.html")
        address, = re.findall(r'id="results"[^>]* data-index="\.\./index/([^"]*)"', home)
        self.root = address
        self.index = Index(files, market, address)
        # Rows: by followers from the largest, unknown last, ties by username.
        scan = NaiveScan(crowds[market].listed)
        seen = {creator.username: creator for creator in scan.creators}
        self.creators = [seen[username] for username in scan.hits({})[0]]
        self.row = {creator.username: row for row, creator in enumerate(self.creators)}
        self.orders = {sort: [self.row[name] for name in scan.hits({"sort": sort})[0]] for sort in SORTS}
        self.numbers = [self.numbers_of(creator) for creator in self.creators]
        self.pages = "".join(
            re.sub(r'="(\.\./)+', '="../', path.read_text(encoding="utf-8")) for path in
            [site.public / market / "index.html", *(site.public / market / "page").glob("*/index.html")]
        )

    def numbers_of(self, creator):
        """The numbers of the values of a creator that the cube counts, ascending."""
        return [number for number, (facet, value) in enumerate(self.index.values) if value in creator.values[facet]]

    def in_scope(self, scope, rows):
        numbers = {f"{facet}-{value}": number for number, (facet, value) in enumerate(self.index.values)}
        return [row for row in rows if scope == "all" or numbers[scope] in self.numbers[row]]

    def value(self, figure, row):
        """(lower, upper) as integers with the figure's places; None where unknown."""
        known = self.creators[row].figures[figure]
        if known is None:
            return None
        unit = 10 ** (6 - self.index.places[figure])
        assert all(end is None or end % unit == 0 for end in known), f"{figure}: more places than {self.index.places[figure]}"
        return tuple(end if end is None else end // unit for end in known)

    def lower(self, figure, row):
        return None if self.value(figure, row) is None else self.value(figure, row)[0]

    def bucket(self, figure, row):
        """The unknown count as the last."""
        value = self.lower(figure, row)
        return self.index.bucket_count(figure) if value is None else bisect.bisect_right(self.index.borders[figure], value)

    def check(self, records, rows, figures=()):
        """Holds a block of records against the creators in these rows."""
        assert len(records) == len(rows)
        if records.rows is not None:
            assert records.rows == list(rows)
        for place, row in enumerate(rows):
            creator = self.creators[row]
            assert records.facets[place] == {facet: (creator.values[facet] or [None])[0] for facet, _ in FACETS}, creator.username
            assert [self.index.categories[number] for number in records.categories[place]] == creator.values["category"]
        assert list(records.values) == list(figures)
        for figure, values in records.values.items():
            known = [self.value(figure, row) for row in rows]
            assert values == [value and value[0] for value in known], figure
            uppers = {place: value[1] for place, value in enumerate(known) if value and value[0] != value[1]}
            assert records.uppers.get(figure, {}) == uppers, figure

    def check_cards(self, file, rows):
        expected = [self.card(row) for row in rows]
        assert [card.strip() for card in file.cards] == expected

    def card(self, row):
        return self.card_of[self.creators[row].username]

    @property
    def card_of(self):
        if not hasattr(self, "_cards"):
            self._cards = {re.search('data-creator="([^"]*)"', card)[1]: card for card in CARD.findall(self.pages)}
            assert len(self._cards) == len(self.creators)
        return self._cards


@pytest.fixture(scope="module")
def markets(site, files):
    return {market: Market(site, files, market) for market in SIZES}


@pytest.fixture(scope="module", params=list(SIZES))
def market(request, markets):
    return markets[request.param]


@pytest.fixture(scope="module")
def large(markets):
    return markets["ID"]


def test_the_root_states_the_sizes_of_the_document(market):
    index = market.index
    assert (index.segment_size, index.head_sizes, index.record_depth) == (65536, [60, 160, 100, 128], 1024)
    assert index.count == len(market.creators) == SIZES[market.name]
    assert index.name_file_count & (index.name_file_count - 1) == 0 and index.name_file_count >= 1
    assert set(index.categories) >= {slug(name) for name in CATEGORIES} and index.category_width == 1
    assert index.has_segments == (market.name == "ID")


def test_figures_have_no_more_places_than_they_need(market):
    for figure in FIGURES:
        ends = [end for creator in market.creators for end in creator.figures[figure] or () if end is not None]
        places = next(places for places in range(7) if all(end % 10 ** (6 - places) == 0 for end in ends))
        assert market.index.places[figure] == places, figure


def test_a_figure_says_whether_someone_is_known_by_a_range_only(market):
    for figure in FIGURES:
        ranges = [known for creator in market.creators for known in [creator.figures[figure]] if known and known[0] != known[1]]
        assert market.index.has_ranges[figure] == bool(ranges), figure


def test_the_cube_counts_every_combination(market):
    expected = collections.Counter(
        combination for numbers in market.numbers for size in (1, 2, 3) for combination in itertools.combinations(numbers, size)
        if len({market.index.values[number][0] for number in combination}) == size
    )
    assert market.index.cube == {numbers: expected[numbers] for numbers in market.index.combinations(3)}


def test_borders_ascend_and_cut_the_known_values(market):
    for figure in FIGURES:
        borders = market.index.borders[figure]
        assert borders == sorted(set(borders)), figure
        values = [market.value(figure, row) for row in range(len(market.creators)) if market.value(figure, row)]
        known = [value[0] for value in values]
        assert known or not borders
        assert market.index.reached[figure] == set(borders) & {end for value in values for end in value}, figure
        if market.index.has_segments:
            # No bucket is empty, and none but those of equal values is large.
            buckets = collections.Counter(bisect.bisect_right(borders, value) for value in known)
            assert set(buckets) == set(range(len(borders) + 1)), figure


def test_segments_hold_everybody_in_order(large):
    seen = []
    for rows, records in large.index.segments():
        large.check(records, rows)
        seen += rows
    assert seen == list(range(1500))


@pytest.mark.parametrize("figure", FIGURES)
def test_columns_have_the_bucket_of_each_row_and_the_upper_ends(large, figure):
    codes, uppers = large.index.columns(figure)
    unknown = large.index.bucket_count(figure)
    buckets = [large.bucket(figure, row) for row in range(1500)]
    assert codes == [0 if bucket == unknown else bucket + 1 for bucket in buckets]
    known = {row: large.value(figure, row) for row in range(1500)}
    assert uppers == {row: value[1] for row, value in known.items() if value and value[0] != value[1]}


def test_the_column_of_names_follows_their_order(large):
    codes, uppers = large.index.columns("name")
    assert uppers == {} and set(codes) == set(range(1, 65))
    in_order = [codes[row] for row in large.orders["name"]]
    assert in_order == sorted(in_order)


@pytest.mark.parametrize("figure", FIGURES)
def test_buckets_count_who_is_above_and_who_is_unknown(large, figure):
    expected = collections.Counter()
    for row, numbers in enumerate(large.numbers):
        bucket = large.bucket(figure, row)
        for combination in [(), *((a,) for a in numbers), *itertools.combinations(numbers, 2)]:
            expected[combination, bucket] += 1
    count = large.index.bucket_count(figure)
    found = list(large.index.buckets(figure))
    assert len(found) == count
    for number, (_, above, unknown) in enumerate(found):
        assert above == {cell: sum(expected[cell, bucket] for bucket in range(number + 1, count)) for cell in above}
        assert unknown == {cell: expected[cell, count] for cell in unknown}


@pytest.mark.parametrize("figure", FIGURES)
def test_buckets_hold_their_rows_in_order_with_values(large, figure):
    rows = collections.defaultdict(list)
    for row in range(1500):
        rows[large.bucket(figure, row)].append(row)
    for number, (records, _, _) in enumerate(large.index.buckets(figure)):
        large.check(records, rows[number], [figure])


def test_every_value_has_lists_and_categories_and_rare_values_files(market):
    for scope, count, names, file in market.index.scopes:
        rows = market.in_scope(scope, range(market.index.count))
        assert count == len(rows), scope
        is_category = scope == "all" or scope.startswith("category-")
        assert bool(names) == (count > 0), scope
        is_alone = count > 60 and (scope == "all") != market.index.has_segments
        assert bool(file) == (is_alone and (is_category or 4 * count <= market.index.count)), scope


def test_scopes_hold_everybody_with_all_figures(market):
    found = dict(market.index.everybody())
    assert ("all" in found) == (60 < market.index.count <= 1024)
    for scope, records in found.items():
        market.check(records, market.in_scope(scope, range(market.index.count)), FIGURES)


def test_lists_are_in_order_and_reach_as_far_as_stated(market):
    borders = [0, 60, 220, 320, 448]
    for scope, count, sort, heads in market.index.lists():
        rows = market.in_scope(scope, market.orders[sort])
        cut = [rows[start:end] for start, end in itertools.pairwise(borders) if start < len(rows)]
        assert len(heads) == len(cut), f"{scope} {sort}"
        for (head, file), part in zip(heads, cut):
            market.check(head, part, FIGURES)
            market.check_cards(file, part)
            if count <= 60:
                assert head.usernames == [market.creators[row].username for row in part]
                assert head.keys == [market.creators[row].name_key.decode() for row in part]


def test_the_page_of_a_market_holds_the_root(site, files, market):
    text, = re.findall(r' data-root="([^"]*)"', site.page(f"{market.name}/index.html"))
    assert base64.b64decode(text) == files[market.root]


def test_chunks_hold_the_cards_of_everybody(market):
    index, start = market.index, 0
    for records, usernames, keys, file in index.chunks():
        rows = range(start, start + len(records))
        start = rows.stop
        market.check(records, rows, FIGURES)
        market.check_cards(file, rows)
        assert usernames == [market.creators[row].username for row in rows]
        assert keys == [market.creators[row].name_key.decode() for row in rows]
        ends = [row for row in rows if fnv(market.creators[row].username) % 8 == 0]
        assert ends in ([], [rows[-1]]) and len(rows) <= 64
        assert ends or len(rows) == 64 or start == index.count
    assert start == (index.count if index.count > 60 else 0)


def test_cards_of_a_file_come_at_once_from_one_stream(market):
    lists = [file for *_, heads in market.index.lists() for _, file in heads]
    for file in [*lists[:20], *(file for *_, file in itertools.islice(market.index.chunks(), 40))]:
        dictionary = market.index.dictionary
        assert file.cards_at_once() == b"".join(dictionary + card.encode() for card in file.cards)


def test_names_are_found_by_their_parts(market):
    """Every prefix of one or two code points, and any three in a row with what follows them."""
    expected = collections.defaultdict(set)
    for row, creator in enumerate(market.creators):
        for word in creator.names:
            for length in range(1, min(2, len(word)) + 1):
                expected[word[:length], False].add(row)
            for start in range(len(word) - 2):
                expected[word[start:start + 3], True].add((row, word[start + 3:]))
    found, last = {}, {}
    for number, term, is_part, entries in market.index.terms():
        assert fnv(term) % market.index.name_file_count == number, term
        assert last.get(number, b"") < term.encode(), "terms are not in the order of their bytes"
        last[number] = term.encode()
        rows = [entry[0] if is_part else entry for entry in entries]
        assert rows == sorted(rows) and len(set(entries)) == len(entries), term
        found[term, is_part] = set(entries)
    assert found == expected


def test_upper_ends_of_ranges_can_be_told_in_every_market(market):
    """In columns, and in the file of everybody where there are no columns."""
    for figure in FIGURES:
        if not market.index.has_ranges[figure]:
            continue
        ranges = {row for row, creator in enumerate(market.creators) if is_range(creator.figures[figure])}
        if market.index.has_segments:
            uppers = set(market.index.columns(figure)[1])
        else:
            heads = next(heads for scope, _, sort, heads in market.index.lists() if (scope, sort) == ("all", "followers"))
            whole = dict(market.index.everybody()).get("all", heads[0][0])
            uppers = {whole.rows[place] for place in whole.uppers[figure]}
        assert uppers == ranges, f"{figure}: the upper ends of {len(ranges)} ranges"


def is_range(known):
    return known is not None and satisfies(known, "max", known[0]) is None


def test_every_file_is_named_by_another_and_none_is_left_over(markets, files):
    for market in markets.values():
        read_everything(market.index)
    assert sorted(set().union(*(market.index.read for market in markets.values()))) == sorted(files)


def read_everything(index):
    """Everything that the root leads to; gives the texts."""
    texts = []
    list(index.segments())
    for figure in [*FIGURES, "name"] if index.has_segments else []:
        index.columns(figure)
        if figure != "name":
            list(index.buckets(figure))
    list(index.everybody())
    for *_, heads in index.lists():
        texts += [card for _, file in heads for card in file.cards]
    for _, usernames, keys, file in index.chunks():
        texts += [*usernames, *keys, *file.cards]
    texts += [term + rest for _, term, is_part, entries in index.terms() for rest in ([entry[1] for entry in entries] if is_part else [""])]
    return texts


def test_no_contact_is_in_any_file_as_it_is_or_decoded(markets, files):
    for market in markets.values():
        texts = "|".join(dict.fromkeys(read_everything(market.index)))
        decoded = {"texts": texts.encode(), **market.index.decoded}
        assert contact_leaks(decoded) == []
    # Four bytes of a hash may spell anything.
    assert contact_leaks({re.sub(r"-[0-9a-f]{8}\.bin$", "", path): content for path, content in files.items()}) == []


def test_no_closed_figure_is_in_any_text(markets):
    """Values are held against those of the open ones elsewhere."""
    for market in markets.values():
        texts = "|".join(dict.fromkeys(read_everything(market.index)))
        for view in views("texts", texts.encode()):
            hit = re.search("7{4}|2017-07-17", view)
            assert not hit, view[max(0, hit.start() - 60):hit.end() + 20]


def test_the_same_creators_make_the_same_files(workshop, plaza):
    creators = Crowd("same", "ID", 120).all
    first, second = (tree(workshop.built_site(creators=creators, site={"markets": ["ID"]}).public / "index") for _ in range(2))
    assert first == second and len(first) > 20


def test_a_build_in_the_same_place_makes_the_same_files(site, files, plaza):
    plaza.build(site)
    assert tree(site.public / "index") == files
