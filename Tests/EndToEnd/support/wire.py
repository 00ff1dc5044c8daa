"""Reads the index of a market as a browser gets it, written from docs/index-format.md alone.

Everything that the document has a reader refuse is refused by an assertion.
"""
import hashlib
import itertools
import zlib

FIGURES = ["score", "followers", "gmv", "units", "views", "gpm_video", "gpm_live", "engagement", "rating", "products"]
SORTS = ["score", "followers", "gmv", "gpm_video", "gpm_live", "views", "name"]
FACETS = [
    ("type", ["video", "live"]), ("audience_age", ["18-24", "25-34", "35-44", "45-54", "55-plus"]),
    ("audience_gender", ["female", "male"]), *((name, ["true", "false"]) for name in ["quick", "frequent", "reliable", "managed"]),
]
# Of yes and no the cube counts yes only.
CHOICES = [(facet, value) for facet, values in FACETS for value in values if value != "false"]
NOTHING = "00000000"


class Reader:
    """Goes through bytes once."""

    def __init__(self, content):
        self.content = content
        self.place = 0

    def take(self, count):
        part = self.content[self.place:self.place + count]
        assert len(part) == count, "ends early"
        self.place += count
        return part

    def varint(self):
        value = shift = 0
        while True:
            byte, = self.take(1)
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                assert byte or shift == 7, "a varint has a needless byte"
                return value

    def varints(self, count):
        return [self.varint() for _ in range(count)]

    def text(self):
        return self.raw_text().decode("utf-8")

    def raw_text(self):
        return self.take(self.varint())

    def name(self):
        return self.take(4).hex()

    def names(self, count):
        return [self.name() for _ in range(count)]

    def plane(self, width, count):
        planes = [self.take(count) for _ in range(width)]
        return [int.from_bytes(bytes(digits), "little") for digits in zip(*planes)] if count else []

    def end(self):
        assert self.place == len(self.content), f"{len(self.content) - self.place} bytes left over"


def unpacked(content):
    stream = zlib.decompressobj()
    result = stream.decompress(content) + stream.flush()
    assert stream.eof and not stream.unused_data, "no whole zlib stream"
    return result


def page_chunks(files):
    """The pages of creators that stand many in a file, by name; each in the file of its number, and nothing else there."""
    pages = {}
    for path, content in files.items():
        folder, count, file = path.rpartition("/")[0].rpartition("/")[0], path.split("/")[-2] if path.count("/") > 1 else "", path.rpartition("/")[2]
        if folder != "creators/chunks":
            continue
        reader = Reader(unpacked(content))
        assert reader.take(4) == b"PLP1"
        sizes = [(reader.text(), reader.varint()) for _ in range(reader.varint())]
        assert [name for name, _ in sizes] == sorted(name for name, _ in sizes)
        for name, size in sizes:
            assert file == f"{fnv(name.lower()) % int(count):05x}.bin"
            assert name not in pages
            pages[name] = bytes(reader.take(size))
        reader.end()
    return pages


def fnv(text):
    """FNV-1a, 32 bits."""
    value = 0x811C9DC5
    for byte in text.encode("utf-8"):
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value


def ascending(reader, count, item=None):
    """Numbers as differences, the first as it is, each with what `item` reads behind it."""
    number, result = 0, []
    for _ in range(count):
        number += reader.varint()
        result.append((number, item()) if item else number)
    return result


def exceptions(reader, count):
    """{place: upper end, or None for an open one} of those of whom only a range is known."""
    found = dict(ascending(reader, reader.varint(), reader.varint))
    assert all(place < count for place in found)
    return {place: upper - 1 if upper else None for place, upper in found.items()}


class Records:
    """Some creators: {facet: value or None}, category numbers, and where said their rows and values."""

    def __init__(self, reader, count, width, with_rows=False, figures=(), ranged=()):
        first, second = reader.take(count), reader.take(count)
        self.facets = [facets(a, b) for a, b in zip(first, second)]
        planes = [reader.plane(width, count) for _ in range(3)]
        self.categories = [[number - 1 for number in numbers if number] for numbers in zip(*planes)] if count else []
        self.rows = reader.plane(3, count) if with_rows else None
        self.values, self.uppers = {}, {}
        for figure in figures:
            self.read_values(reader, figure, count, figure in ranged)

    def read_values(self, reader, figure, count, is_ranged):
        self.values[figure] = [number - 1 if number else None for number in reader.varints(count)]
        if is_ranged:
            self.uppers[figure] = exceptions(reader, count)

    def __len__(self):
        return len(self.facets)


def facets(first, second):
    codes = [first % 3, first // 3 % 6, first // 18, *(second // 3**place % 3 for place in range(3)), second // 27]
    assert all(code <= len(values) for code, (_, values) in zip(codes, FACETS)), f"no such codes: {first}, {second}"
    return {facet: values[code - 1] if code else None for code, (facet, values) in zip(codes, FACETS)}


class Cards:
    """A file of cards: the reader of its meta block, and the pieces once their lengths are known."""

    def __init__(self, content, dictionary, beginning):
        length = int.from_bytes(content[:4], "little")
        assert len(content) >= 4 + length, "ends early"
        self.meta = Reader(unpacked(content[4:4 + length]))
        self.body = Reader(content[4 + length:])
        self.dictionary, self.beginning = dictionary, beginning
        self.pieces = []

    def read_pieces(self, count):
        lengths = [(self.meta.varint(), self.meta.varint()) for _ in range(count)]
        self.pieces = [self.body.take(length) for length, _ in lengths]
        self.body.end()
        self.cards = [card(self.beginning + piece, self.dictionary, checksum) for piece, (_, checksum) in zip(self.pieces, lengths)]

    def cards_at_once(self):
        """All cards from one stream, as the document says browsers get them."""
        size = len(self.dictionary)
        stored = b"\0" + size.to_bytes(2, "little") + (size ^ 0xFFFF).to_bytes(2, "little") + self.dictionary
        stream = zlib.decompressobj(-15)
        pieces = b"".join(stored + self.beginning + piece + b"\0\0\xff\xff" for piece in self.pieces)
        out = stream.decompress(pieces + b"\x01\0\0\xff\xff")
        assert stream.eof
        return out


def card(piece, dictionary, checksum):
    stream = zlib.decompressobj(-15, zdict=dictionary) if dictionary else zlib.decompressobj(-15)
    result = stream.decompress(piece + b"\0\0\xff\xff")
    assert not stream.eof, "a piece is not as it should end"
    assert not stream.decompress(b"\x01\0\0\xff\xff") and stream.eof and not stream.unused_data, "a piece is not as it should end"
    assert zlib.adler32(result) == checksum, "a damaged card"
    return result.decode("utf-8")


class Index:
    """The index of one market; each file that is read is remembered in `read`, and what it says in `decoded`, by its stem.

    `files` are all of public/index by their paths, `root` is the path that the market's page gives.
    """

    def __init__(self, files, market, root):
        self.files, self.market, self.read, self.decoded = files, market, set(), {}
        prefix = f"{market}/root-"
        assert root.startswith(prefix) and root.endswith(".bin"), root
        self.read_root(Reader(self.unpacked("root", root[len(prefix):-4])))

    def content(self, stem, name):
        return self.contents([stem], name)[0]

    def contents(self, stems, name):
        """Of files that have one name, that of all of them."""
        paths = [f"{self.market}/{stem}-{name}.bin" for stem in stems]
        contents = [self.files[path] for path in paths]
        assert hashlib.sha256(b"".join(contents)).digest()[:4].hex() == name, f"{paths[0]} is named by another content"
        self.read.update(paths)
        return contents

    def unpacked(self, stem, name):
        result = unpacked(self.content(stem, name))
        self.decoded[stem] = result
        return result

    def file_of_cards(self, stem, name):
        cards = Cards(self.content(stem, name), self.dictionary, self.beginning)
        self.decoded[stem] = cards.meta.content
        return cards

    # The root

    def read_root(self, reader):
        assert reader.take(4) == b"PLZ3"
        self.count, self.segment_size, self.record_depth, self.name_file_count = reader.varints(4)
        self.head_sizes = reader.varints(reader.varint())
        self.category_width, category_count = reader.varints(2)
        self.categories = [reader.text() for _ in range(category_count)]
        self.places, self.has_ranges, self.borders, self.reached = {}, {}, {}, {}
        for figure in FIGURES:
            self.places[figure], has_ranges, borders = reader.varints(3)
            assert has_ranges in (0, 2)
            self.has_ranges[figure] = has_ranges == 2
            steps = reader.varints(borders)
            self.borders[figure] = list(itertools.accumulate(step >> 1 for step in steps))
            self.reached[figure] = {border for border, step in zip(self.borders[figure], steps) if step & 1}
        self.ranged = [figure for figure in FIGURES if self.has_ranges[figure]]
        self.cube = dict(zip(self.combinations(3), reader.varints(len(list(self.combinations(3))))))
        self.has_segments = self.count > self.record_depth
        segments = -(-self.count // self.segment_size) if self.has_segments else 0
        self.segment_names = reader.names(segments)
        self.figure_names, self.name_column_names = {}, []
        if self.has_segments:
            self.figure_names = {figure: (reader.name(), reader.names(segments)) for figure in FIGURES}
            self.name_column_names = reader.names(segments)
        sizes = [self.count, *(self.cube[number,] for number in range(len(self.values)))]
        stems = ["all", *(f"{facet}-{value}" for facet, value in self.values)]
        self.scopes = [self.read_scope(reader, *each) for each in zip(stems, sizes)]
        self.card_directory, self.name_directory = reader.names(2)
        self.dictionary, self.beginning = reader.raw_text(), reader.raw_text()
        assert len(self.dictionary) < 1 << 16
        reader.end()

    def read_scope(self, reader, stem, count):
        lists, has_file = divmod(reader.varint(), 2)
        names = reader.names(lists)
        assert len(names) in (0, 1, len(SORTS)) and (len(names) == len(SORTS)) == (bool(names) and count > self.head_sizes[0])
        sorts = SORTS if len(names) > 1 else ["followers"][:len(names)]
        assert not has_file or len(names) > 1 and self.has_segments == (stem != "all")
        return stem, count, dict(zip(sorts, names)), reader.name() if has_file else None

    @property
    def values(self):
        """What the cube counts, in order: (facet, value)."""
        return [("category", slug) for slug in self.categories] + CHOICES

    def combinations(self, most):
        """Up to `most` values of different facets: values, then pairs, then triples, each in lexical order of numbers."""
        for size in range(1, most + 1):
            for numbers in itertools.combinations(range(len(self.values)), size):
                if len({self.values[number][0] for number in numbers}) == size:
                    yield numbers

    # Segments, columns, buckets

    def segment_rows(self, segment):
        return range(segment * self.segment_size, min((segment + 1) * self.segment_size, self.count))

    def segments(self):
        for number, name in enumerate(self.segment_names):
            rows = self.segment_rows(number)
            reader = Reader(self.unpacked(f"segment-{number}", name))
            records = Records(reader, len(rows), self.category_width)
            reader.end()
            yield rows, records

    def columns(self, figure):
        """(codes of all rows, {row: upper end, or None for an open one})."""
        names = self.name_column_names if figure == "name" else self.figure_names[figure][1]
        stem = "name" if figure == "name" else FIGURES.index(figure)
        codes, uppers = [], {}
        for number, name in enumerate(names):
            rows = self.segment_rows(number)
            reader = Reader(self.unpacked(f"column-{stem}-{number}", name))
            codes += reader.take(len(rows))
            uppers |= {rows[place]: upper for place, upper in exceptions(reader, len(rows)).items()}
            reader.end()
        return codes, uppers

    def bucket_count(self, figure):
        return len(self.borders[figure]) + 1

    def buckets(self, figure):
        """(records, {combination, () for all: creators above}, {combination: unknown ones}) of each bucket."""
        number = FIGURES.index(figure)
        stems = [f"bucket-{number}-{place}" for place in range(self.bucket_count(figure))]
        for stem, content in zip(stems, self.contents(stems, self.figure_names[figure][0])):
            self.decoded[stem] = content = unpacked(content)
            reader = Reader(content)
            records = Records(reader, reader.varint(), self.category_width, with_rows=True, figures=[figure], ranged=self.ranged)
            above, unknown = ({cell: reader.varint() for cell in [(), *self.combinations(2)]} for _ in range(2))
            reader.end()
            yield records, above, unknown

    # Scopes

    def everybody(self):
        """(scope, records of all of it) of each scope that has a file."""
        for stem, count, _, name in self.scopes:
            if name is None:
                continue
            reader = Reader(self.unpacked(f"scope-{stem}", name))
            has_all = count <= self.record_depth
            records = Records(
                reader, count, self.category_width, with_rows=True, figures=FIGURES if has_all else ["followers"], ranged=self.ranged)
            others = [] if has_all else [figure for figure in FIGURES if figure != "followers"]
            for figure, name in [(figure, reader.name()) for figure in others]:
                values = Reader(self.unpacked(f"values-{stem}-{FIGURES.index(figure)}", name))
                records.read_values(values, figure, count, figure in self.ranged)
                values.end()
            reader.end()
            yield stem, records

    # Lists

    def lists(self):
        """(scope, count, sort, heads as [(records, cards)])."""
        for scope, count, names, _ in self.scopes:
            for sort, name in names.items():
                yield scope, count, sort, self.read_list(f"{scope}-{sort}", count, name)

    def read_list(self, stem, count, name):
        is_whole = count <= self.head_sizes[0]
        first = self.file_of_cards(f"head-{stem}-0", name)
        heads = [self.read_head(first, is_whole)]
        further = first.meta.names(first.meta.varint())
        first.meta.end()
        for number, name in enumerate(further, 1):
            file = self.file_of_cards(f"head-{stem}-{number}", name)
            heads.append(self.read_head(file, is_whole))
            file.meta.end()
        return heads

    def read_head(self, file, is_whole):
        count = file.meta.varint()
        records = Records(file.meta, count, self.category_width, with_rows=True, figures=FIGURES, ranged=self.ranged)
        if is_whole:
            records.usernames, records.keys = [file.meta.text() for _ in range(count)], [file.meta.text() for _ in range(count)]
        file.read_pieces(count)
        return records, file

    # Cards

    def chunks(self):
        """(records, usernames, name keys, file) of each chunk of consecutive rows."""
        if self.count <= self.head_sizes[0]:
            assert self.card_directory == NOTHING
            return
        reader = Reader(self.unpacked("directory-cards", self.card_directory))
        sizes = reader.varints(reader.varint())
        names = reader.names(len(sizes))
        reader.end()
        for number, (size, name) in enumerate(zip(sizes, names)):
            file = self.file_of_cards(f"cards-{number}", name)
            assert file.meta.varint() == size
            records = Records(file.meta, size, self.category_width, figures=FIGURES, ranged=self.ranged)
            usernames, keys = [file.meta.text() for _ in range(size)], [file.meta.text() for _ in range(size)]
            file.read_pieces(size)
            file.meta.end()
            yield records, usernames, keys, file

    # Names

    def terms(self):
        """[(number of the file, term, whether of parts, entries)]; an entry is a row, for parts (row, rest of the word)."""
        reader = Reader(self.unpacked("directory-names", self.name_directory))
        names = reader.names(self.name_file_count)
        reader.end()
        result = []
        for number, name in enumerate(names):
            reader = Reader(self.unpacked(f"names-{number}", name))
            while reader.place < len(reader.content):
                term, kind = reader.text(), reader.varint()
                assert kind in (0, 1)
                entries = ascending(reader, reader.varint(), reader.text if kind else None)
                result.append((number, term, kind == 1, entries))
        return result
