// Answers the query in the page's address from the files of docs/index-format.md.

// Bytes

const check = holds => { if (!holds) throw new Error('A file of the index is damaged.'); };
const range = length => Array.from({ length }, (_, i) => i);
const all = (list, start) => Promise.all(list.map(start));
/** Integers beyond 2^53 stay BigInts, which compare exactly. */
const exact = big => (Number.isSafeInteger(Number(big)) ? Number(big) : big);
const decoded = bytes => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
const comparable = bytes => Array.from(bytes, byte => String.fromCharCode(byte)).join('');
const fnv1a = text => new TextEncoder().encode(text).reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);

function adler32(bytes) {
  let [a, b] = [1, 0];
  for (const byte of bytes) b = (b + (a = (a + byte) % 65521)) % 65521;
  return b * 65536 + a;
}

async function unpack(parts, format = 'deflate') {
  const stream = new Blob(parts).stream().pipeThrough(new DecompressionStream(format));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

class Reader {
  at = 0;

  constructor(bytes) { this.bytes = bytes; }

  get left() { return this.bytes.length - this.at; }

  take(count) {
    check(count <= this.left);
    return this.bytes.subarray(this.at, this.at += count);
  }

  varint(limit = Infinity) {
    let value = 0n;
    for (let shift = 0n, byte = 128; byte > 127; shift += 7n) {
      byte = this.bytes[this.at++];
      value |= BigInt(byte & 127) << shift;
      check(shift < 70n && this.left >= 0);
    }
    check(value <= limit);
    return exact(value);
  }

  /** A figure; -1 is unknown. */
  value() { return exact(BigInt(this.varint()) - 1n); }

  text() { return this.take(this.varint(this.bytes.length)); }

  list(count, read) {
    const list = [];
    while (list.length < count) list.push(read());
    return list;
  }

  names(count) { return this.list(count, () => Array.from(this.take(4), byte => byte.toString(16).padStart(2, '0')).join('')); }

  planes(width, count, limit) {
    const planes = this.list(width, () => this.take(count));
    return range(count).map(i => {
      const number = planes.reduceRight((sum, plane) => sum << 8 | plane[i], 0);
      check(number <= limit);
      return number;
    });
  }

  whole(read) {
    const content = read(this);
    check(!this.left);
    return content;
  }
}

// Index

const FIGURES = ['score', 'followers', 'gmv', 'units', 'views', 'gpm_video', 'gpm_live', 'engagement', 'rating', 'products'];
const FOLLOWERS = 1;
const SORTS = ['score', 'followers', 'gmv', 'gpm_video', 'gpm_live', 'views', 'name'];
const YES_NO = ['true', 'false'];
const CHOICES = {
  type: ['video', 'live'], audience_age: ['18-24', '25-34', '35-44', '45-54', '55-plus'], audience_gender: ['female', 'male'],
  quick: YES_NO, frequent: YES_NO, reliable: YES_NO, managed: YES_NO,
};
/** By number. A value's code is its place + 1; 0 is unknown. */
const facetsOf = categories => Object.entries({ category: categories, ...CHOICES });
/** Of a code in byte A (facets 1 to 3) or B. */
const WORTH = [0, 1, 3, 18, 1, 3, 9, 27];
const idOf = (facet, code) => facet * MANY + code;
const facetOf = id => Math.floor(id / MANY);
const MANY = 2 ** 24;

/** What the cube counts, and what files call it. Of yes and no, only yes. */
const countedIn = categories => facetsOf(categories).flatMap(([facet, values], number) =>
  (number < 4 ? values : ['true']).map((value, place) => ({ id: idOf(number, place + 1), stem: `${facet}-${value}` })));

function combinations(ids) {
  const longer = chosen => ids.filter(id => facetOf(id) > facetOf(chosen.at(-1) ?? -1)).map(id => [...chosen, id]);
  const one = longer([]), two = one.flatMap(longer);
  return [[], ...one, ...two, ...two.flatMap(longer)];
}

/** `inline` is the root in base64, if the page holds it. */
export async function openIndex(address, cache, inline) {
  const files = new Map();

  function file(path, decode) {
    if (!files.has(path)) {
      const content = fetch(new URL(`${path}.bin`, address), { cache }).then(async response => {
        check(response.ok);
        return decode(new Uint8Array(await response.arrayBuffer()));
      });
      files.set(path, content);
      content.catch(() => files.delete(path));
    }
    return files.get(path);
  }

  const packed = (path, read) => file(path, async bytes => new Reader(await unpack([bytes])).whole(read));

  const root = new Reader(await (inline ? unpack([Uint8Array.from(atob(inline), letter => letter.charCodeAt())])
    : file(/[^/]*(?=\.bin$)/.exec(address.pathname)[0], bytes => unpack([bytes]))));
  const number = () => root.varint(MANY);
  check(decoded(root.take(4)) === 'PLZ3');
  const [n, segmentSize, recordDepth, nameFileCount, headCount] = root.list(5, number);
  let reach = 0;
  const headEnds = root.list(headCount, () => reach += number()), [categoryWidth, categoryCount] = root.list(2, number);
  const categories = root.list(categoryCount, () => decoded(root.text()));
  const figures = FIGURES.map(() => {
    const [places, ranges, borderCount] = [6, 2, 253].map(limit => root.varint(limit));
    let border = 0n;
    const reached = [true], lows = [0, ...root.list(borderCount, () => {
      const step = BigInt(root.varint());
      reached.push(step & 1n);
      return exact(border += step >> 1n);
    })];
    return { places, ranges, buckets: lows.map((low, i) => ({ low, high: lows[i + 1] ?? Infinity, isReached: reached[i] })) };
  });
  const counted = countedIn(categories), combined = combinations(counted.map(({ id }) => id));
  const places = Object.fromEntries(combined.map((ids, place) => [ids, place]));
  const cube = [n, ...root.list(combined.length - 1, () => root.varint(n))];
  const isLarge = n > recordDepth, segments = root.names(isLarge ? Math.ceil(n / segmentSize) : 0);
  if (isLarge) for (const figure of figures) [figure.bucket, ...figure.columns] = root.names(1 + segments.length);
  const nameColumns = root.names(segments.length);
  // Scope 0 is the market; the others stand as in the cube.
  const scopes = [{ stem: 'all' }, ...counted].map(({ stem }, scope) => {
    const kinds = root.varint(2 * SORTS.length + 1), size = cube[scope];
    return { stem, size, isSmall: size <= headEnds[0], heads: root.names(kinds >> 1), file: root.names(kinds & 1)[0] };
  });
  const [cardDirectory, nameDirectory] = root.names(2), [dictionary, pieceStart] = root.list(2, () => root.text());
  check(!root.left);

  function block(reader, size, valued = [], hasRows = false) {
    const [a, b] = reader.list(2, () => reader.take(size)), values = [], uppers = [];
    const columns = reader.list(3, () => reader.planes(categoryWidth, size, categories.length));
    const rows = hasRows ? reader.planes(3, size, n - 1) : range(size);
    for (const figure of valued) [values[figure], uppers[figure]] = valuesOf(reader, figure, size);
    return { size, a, b, categories: columns, rows, values, uppers };
  }

  const valuesOf = (reader, figure, size) =>
    [reader.list(size, () => reader.value()), figures[figure].ranges ? ends(reader, size) : new Map()];

  /** The upper ends of ranges, by place. */
  function ends(reader, size) {
    let place = 0;
    return new Map(reader.list(reader.varint(size), () => {
      place += reader.varint(size - 1 - place);
      const end = reader.value();
      return [place, end < 0 ? Infinity : end];
    }));
  }

  const rowsOf = segment => range(n).slice(segment * segmentSize, (segment + 1) * segmentSize);

  function segment(number) {
    const rows = rowsOf(number);
    return packed(`segment-${number}-${segments[number]}`, reader => ({ ...block(reader, rows.length), rows }));
  }

  /** Of each row, its bucket + 1, or 0 for unknown. Figure -1 is the name. */
  function column(figure, number) {
    const [key, files] = figure < 0 ? ['name', nameColumns] : [figure, figures[figure].columns], size = rowsOf(number).length;
    return packed(`column-${key}-${number}-${files[number]}`, reader => ({ codes: reader.take(size), uppers: ends(reader, size) }));
  }

  /** Of each combination it says how many are above it, and unknown. */
  const bucket = (figure, number) => packed(`bucket-${figure}-${number}-${figures[figure].bucket}`, reader => {
    const creators = block(reader, reader.varint(n), [figure], true), cells = combined.filter(ids => ids.length < 3);
    [creators.above, creators.unknown] = reader.list(2, () => cells.map(() => reader.varint(n)));
    return creators;
  });

  /** Pieces stay packed. A first head names further heads. */
  const cards = (path, hasRows, hasNames) => file(path, async bytes => {
    const file = new Reader(bytes), length = file.take(4).reduceRight((sum, byte) => sum * 256 + byte, 0);
    return new Reader(await unpack([file.take(length)])).whole(meta => {
      const size = meta.varint(n), cards = block(meta, size, FIGURES.keys(), hasRows);
      if (hasNames) [cards.usernames, cards.nameKeys] = meta.list(2, () => meta.list(size, () => comparable(meta.text())));
      const pieces = meta.list(size, () => [meta.varint(bytes.length), meta.varint(2 ** 32)]);
      if (meta.left) cards.more = meta.names(meta.varint(headCount));
      cards.pieces = file.whole(() => pieces.map(([length, checksum]) => [file.take(length), checksum]));
      return cards;
    });
  });

  async function head(scope, sort, number) {
    const { stem, isSmall, heads } = scopes[scope], name = number ? (await head(scope, sort, 0)).more[number - 1] : heads[isSmall ? 0 : sort];
    return cards(`head-${stem}-${SORTS[isSmall ? FOLLOWERS : sort]}-${number}-${name}`, true, isSmall);
  }

  async function everybody(scope, wanted) {
    const { stem, size, isSmall, file } = scopes[scope], isWhole = size <= recordDepth;
    if (isSmall) return head(scope, FOLLOWERS, 0);
    const all = await packed(`scope-${stem}-${file}`, reader => {
      const all = block(reader, size, isWhole ? FIGURES.keys() : [FOLLOWERS], true);
      all.files = FIGURES.map((_, figure) => reader.names(isWhole || figure === FOLLOWERS ? 0 : 1)[0]);
      return all;
    });
    await Promise.all(wanted.map(async figure => {
      if (!all.values[figure]) [all.values[figure], all.uppers[figure]] = await packed(
        `values-${stem}-${figure}-${all.files[figure]}`, reader => valuesOf(reader, figure, size));
    }));
    return all;
  }

  /** A piece refers back to the dictionary, which goes before it, not packed. */
  async function card({ block, place }) {
    const { length } = dictionary, [piece, checksum] = block.pieces[place];
    const card = (await unpack([
      Uint8Array.of(0, length, length >> 8, ~length, ~length >> 8), dictionary, pieceStart, piece, Uint8Array.of(0, 0, 255, 255, 1, 0, 0, 255, 255),
    ], 'deflate-raw')).subarray(length);
    check(adler32(card) === checksum);
    return decoded(card);
  }

  async function creators(rows) {
    const chunks = rows.length && await packed(`directory-cards-${cardDirectory}`, reader => {
      let end = 0;
      const ends = reader.list(reader.varint(n), () => end += reader.varint(n)), names = reader.names(ends.length);
      return ends.map((end, i) => ({ start: ends[i - 1] ?? 0, end, path: `cards-${i}-${names[i]}` }));
    });
    const creators = [];
    for (let at = 0; at < rows.length; at += 100) {
      creators.push(...await all(rows.slice(at, at + 100), async row => {
        const { start, path } = chunks.find(({ end }) => end > row);
        return { block: await cards(path, false, true), place: row - start };
      }));
    }
    return creators;
  }

  async function search(words) {
    const names = await packed(`directory-names-${nameDirectory}`, reader => reader.names(nameFileCount));
    const found = await all(words, async word => {
      const term = [...word].slice(0, 3).join(''), number = fnv1a(term) % names.length;
      const terms = await packed(`names-${number}-${names[number]}`, reader => {
        const terms = new Map();
        while (reader.left) {
          const term = decoded(reader.text()), isPart = reader.varint(1);
          let row = 0;
          terms.set(term, reader.list(reader.varint(MANY), () =>
            [row += reader.varint(n - 1 - row), term + (isPart ? decoded(reader.text()) : '')]));
        }
        return terms;
      });
      return new Set(terms.get(term)?.flatMap(([row, text]) => (text.startsWith(word) ? row : [])));
    });
    return [...found[0]].filter(row => found.every(rows => rows.has(row)));
  }

  return {
    n, segmentSize, headEnds, reach, categories, figures, places, cube, isLarge, segments, scopes,
    segment, column, bucket, head, everybody, card, creators, search,
  };
}

// Query

/** In the order of addresses. The first three figures have upper bounds. */
const PARAMETERS = [
  'category', ...Object.keys(CHOICES), ...FIGURES.flatMap((name, figure) => (figure < 3 ? ['min', 'max'] : ['min']).map(end => `${name}_${end}`)),
  'unknown', 'q', 'sort', 'page', 'per_page', 'market',
];
const REPEATABLE = ['category', 'audience_age'];
const LARGEST = { page: 2 ** 31 - 1, per_page: 100 };
const LETTERS = { ς: 'σ', đ: 'd', ð: 'd', ł: 'l', ø: 'o', ħ: 'h', ı: 'i', æ: 'ae', œ: 'oe' };

const slug = name => name.toLowerCase().replace(/['\u2019]/g, '').replace(/[^a-z0-9]+/g, '-');

/** Rounded half to even; null if no number. */
function millionths(text) {
  const [, sign, whole, fraction = '', exponent = 0] = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  if (!whole || Math.abs(exponent) > 400) return null;
  const shift = exponent - fraction.length + 6, power = places => 10n ** BigInt(Math.max(0, places));
  const scaled = BigInt(whole + fraction) * power(shift), value = scaled / power(-shift);
  const half = scaled % power(-shift) * 2n - power(-shift), rounded = value + (half > 0n || half === 0n && value % 2n ? 1n : 0n);
  return rounded >= 2n ** 63n ? null : sign === '-' ? -rounded : rounded;
}

function wordsOf(name) {
  const folded = name.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toUpperCase().toLowerCase()
    .replace(/[ςđðłøħıæœ]/g, letter => LETTERS[letter]).normalize('NFKC');
  return folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function isValue(name, text, { market, categories }) {
  const values = { ...CHOICES, category: categories, market: [market], sort: SORTS, unknown: ['include', 'exclude'] }[name];
  if (values) return values.includes(text);
  if (name === 'q') return wordsOf(text).length > 0;
  return name in LARGEST ? /^\d+$/.test(text) && text > 0 && text <= LARGEST[name] : millionths(text) !== null;
}

export function parseQuery(parameters, site) {
  const query = {}, faults = [];
  for (const [name, text] of parameters) {
    if (!(name === 'q' ? text.trim() : text)) continue;
    if (!PARAMETERS.includes(name) || name === 'managed' && !site.hasAgencies) faults.push(['filter', { name }]);
    else if (!isValue(name, text, site) || query[name] && !REPEATABLE.includes(name)) faults.push(['value', { name, value: text }]);
    else query[name] = [...new Set(query[name]).add(text)];
  }
  return { query, faults };
}

const canonical = (parameters, defaults) => PARAMETERS.flatMap(name => parameters
  .filter(([each, value]) => each === name && value.trim() && value !== defaults[name]).sort());

// Answer

const ascending = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

const creatorsOf = block => range(block.size).map(place => ({ block, place }));
const rowOf = ({ block, place }) => block.rows[place];
const idsOf = ({ block: { a, b, categories }, place }, facet) => (facet
  ? [idOf(facet, Math.floor((facet < 4 ? a : b)[place] / WORTH[facet]) % (facet === 2 ? 6 : 3))]
  : categories.map(plane => plane[place]));

const isCut = ({ min, end }, { low, high }) => [min, end].some(limit => low < limit && limit < high);

/**
 * How many match, `counts[facet][value]` of what a value would give, and the page's cards as HTML. Steps find a `tally`,
 * and maybe `hits` (a 1 for each row that matches) or `creators`.
 */
export async function answer(index, query, pageSize) {
  const { n, segmentSize, headEnds, reach, categories, figures, scopes, places, cube, isLarge, segments } = index;
  const facets = facetsOf(categories), only = (name, otherwise) => query[name]?.[0] ?? otherwise;
  const sort = SORTS.indexOf(only('sort', 'followers')), figure = FIGURES.indexOf(SORTS[sort]);
  const size = Number(only('per_page', pageSize)), start = size * only('page', 1) - size;
  let stop;
  const words = wordsOf(only('q', '')), includesUnknown = only('unknown') === 'include';
  const chosen = facets.map(([name, values], facet) => query[name]?.map(value => idOf(facet, values.indexOf(value) + 1)));
  // The smallest set that holds all.
  const smallest = fits => chosen.reduce((best, ids) => {
    const set = scopes[places[ids]];
    return set?.size < scopes[best].size && fits(set) ? places[ids] : best;
  }, 0);
  const listed = smallest(({ heads }) => heads[0]), scope = smallest(({ heads, file, isSmall }) => file || isSmall && heads[0]);
  const own = chosen.findIndex(ids => scope && places[ids] === scope);
  const bounds = FIGURES.flatMap((name, figure) => {
    const [min, max] = [only(`${name}_min`), only(`${name}_max`)], { places, buckets } = figures[figure], unit = 10n ** BigInt(6 - places);
    const scaled = (text, more) => exact((millionths(text) + more) / unit);
    // A border that nobody reaches is left out.
    const end = max && (buckets.find(({ low, isReached }) => !isReached && low === scaled(max, 0n))?.low ?? scaled(max, unit));
    return min || max ? { figure, min: min ? scaled(min, unit - 1n) : -Infinity, end: end ?? Infinity } : [];
  });
  /** Unknown is -1. A range that the bound cuts counts as unknown. */
  function allows({ min, end }, from, to = from) {
    if (from < 0) return includesUnknown;
    if (to < min || from >= end) return false;
    return from >= min && (end === Infinity || to < end) || includesUnknown;
  }

  const allowsAll = ({ block: { values, uppers }, place }) => bounds.every(bound =>
    allows(bound, values[bound.figure][place], uppers[bound.figure]?.get(place)));

  /** A bit for each facet that fails. */
  const misses = creator => chosen.reduce((misses, ids, facet) =>
    (ids && !idsOf(creator, facet).some(id => ids.includes(id)) ? misses | 1 << facet : misses), 0);

  const sifted = { tally: { total: 0 }, hits: new Uint8Array(n) };

  /** Counts who satisfies the bounds, in a facet without its own filter. */
  function add(creator) {
    const { tally } = sifted, missed = misses(creator);
    facets.forEach((_, facet) => {
      if (!(missed & ~(1 << facet))) for (const id of idsOf(creator, facet)) tally[id] = (tally[id] ?? 0) + 1;
    });
    if (!missed) tally.total++;
    return !missed;
  }

  function sift(block, passes) {
    for (const creator of creatorsOf(block)) if (passes(creator) && add(creator)) sifted.hits[rowOf(creator)] = 1;
    return sifted;
  }

  const inScope = async () =>
    sift(await index.everybody(isLarge ? scope : 0, bounds.map(({ figure }) => figure)), allowsAll);

  async function count() {
    const rows = words.length ? await index.search(words) : null;
    if (!n) return sifted;
    if (!rows && canLookUp(chosen)) return lookUp(chosen);
    if (!isLarge) {
      const only = rows && new Set(rows);
      return sift(await index.everybody(0, []), creator => (!only || only.has(rowOf(creator))) && allowsAll(creator));
    }
    if (rows?.length <= size) {
      const creators = await index.creators(rows);
      return { ...sifted, creators: creators.filter(creator => allowsAll(creator) && add(creator)) };
    }
    const others = chosen.map((ids, facet) => (facet === own ? undefined : ids));
    if (rows || !scope || !canLookUp(others)) return scan(rows);
    // The scope's own facet is counted without it.
    const [{ tally }] = await Promise.all([lookUp(others), inScope()]);
    facets[own][1].forEach((_, i) => { sifted.tally[idOf(own, i + 1)] = tally[idOf(own, i + 1)]; });
    return sifted;
  }

  /** Whether cube or buckets have the whole tally. Age bands exclude each other; categories and ranges do not. */
  const canLookUp = chosen => bounds.every(({ figure }, i) => !i && isLarge && !figures[figure].ranges) && !(chosen[0]?.length > 1)
    && chosen.filter(Boolean).length <= 2 - bounds.length && chosen.every(ids => !ids || ids.every(id => id in places));

  async function lookUp(chosen) {
    const groups = chosen.filter(Boolean), at = bounds.length ? await within(bounds[0]) : ids => cube[places[ids]];
    const sum = ([group, ...rest], ids = []) => (group
      ? group.reduce((total, id) => total + sum(rest, [...ids, id].sort(ascending)), 0) : at(ids));
    const tally = { total: sum(groups) };
    facets.forEach(([, values], facet) => values.forEach((_, i) => {
      tally[idOf(facet, i + 1)] = sum([...groups.filter(group => group !== chosen[facet]), [idOf(facet, i + 1)]]);
    }));
    return { tally };
  }

  /** What counts those within a bound by combinations. */
  async function within({ figure, min, end }) {
    const [low, high] = await all([min, end], limit => limit !== -Infinity && limit !== Infinity
      && index.bucket(figure, Math.max(0, figures[figure].buckets.findLastIndex(({ low }) => low <= limit))));
    const { unknown } = low || high;
    const from = (block, limit, ids) => block.above[places[ids]] + creatorsOf(block).filter(creator =>
      block.values[figure][creator.place] >= limit && ids.every(id => idsOf(creator, facetOf(id)).includes(id))).length;
    return ids => {
      const others = unknown[places[ids]], most = low ? from(low, min, ids) : cube[places[ids]] - others;
      return Math.max(0, most - (high && from(high, end, ids))) + includesUnknown * others;
    };
  }

  /** Goes through all rows, or some, until so many match. */
  async function scan(rows, limit = Infinity) {
    const passes = new Uint8Array(n).fill(rows ? 0 : 1);
    rows?.forEach(row => { passes[row] = 1; });
    const part = segment => passes.subarray(segment * segmentSize, (segment + 1) * segmentSize);
    const open = () => [...segments.keys()].filter(segment => part(segment).includes(1));
    await all(bounds, bound => all(open(), segment => restrict(part(segment), bound, segment)));
    if (limit < Infinity && !chosen.some(Boolean)) return { hits: passes };
    if (limit === Infinity) await all(open(), index.segment);
    for (const segment of open()) {
      sift(await index.segment(segment), creator => passes[rowOf(creator)]);
      if (sifted.tally.total >= limit) break;
      await new Promise(resolve => setTimeout(resolve));  // typing goes on meanwhile
    }
    return sifted;
  }

  async function restrict(passes, bound, segment) {
    const { figure } = bound, { buckets } = figures[figure], { codes, uppers } = await index.column(figure, segment);
    const blocks = await all(buckets, (bucket, i) => isCut(bound, bucket) && index.bucket(figure, i));
    // The lowest value of an uncut bucket stands for all.
    const values = Array.from(codes, code => buckets[code - 1]?.low ?? -1);
    for (const block of blocks) if (block) block.rows.forEach((row, i) => { values[row - segment * segmentSize] = block.values[figure][i]; });
    passes.forEach((_, place) => { if (!allows(bound, values[place], uppers.get(place))) passes[place] = 0; });
  }

  async function pick(found) {
    if (start >= stop) return [];
    if (found.creators) return sorted(found.creators).slice(start, stop);
    const walked = await walk(found);
    if (walked) return walked;
    const { hits } = found.hits ? found : await (scope || !isLarge ? inScope() : scan(null, sort === FOLLOWERS ? stop : Infinity));
    const rows = range(n).filter(row => hits[row]);
    if (sort === FOLLOWERS) return index.creators(rows.slice(start, stop));
    const near = await candidates({ rows, before: 0 });
    return sorted(await index.creators(near.rows)).slice(start - near.before, stop - near.before);
  }

  const order = figure < 0 ? ascending : (a, b) => ascending(b, a);

  function sorted(creators) {
    const key = ({ block, place }) => (figure < 0 ? block.nameKeys : block.values[figure])[place];
    return creators.sort((a, b) => order(key(a), key(b)) || ascending(a.block.usernames[a.place], b.block.usernames[b.place]));
  }

  /** Goes down the scope's list; null where that is too far. */
  async function walk({ hits }) {
    const { size, isSmall } = scopes[listed], found = [], begins = [0, ...headEnds.filter(end => end < size && end < reach)];
    for (const number of begins.keys()) {
      found.push(...creatorsOf(await index.head(listed, sort, number)).filter(creator =>
        (hits ? hits[rowOf(creator)] : !misses(creator) && allowsAll(creator))));
      if (isSmall) sorted(found);
      if (isSmall || found.length >= stop) break;
      // How many were found tells how far it is.
      const guess = stop * headEnds[number] / found.length;
      if (size > reach && guess > reach * 1.5) return null;
      begins.forEach((begin, number) => begin < guess && index.head(listed, sort, number).catch(() => {}));
    }
    return found.length < stop && size > reach ? null : found.slice(start, stop);
  }

  /** Of rows, and how many stand before them, those whose keys reach into the page. */
  function reaching({ rows, before }, key) {
    rows.sort((a, b) => order(key(a), key(b)));
    const [first, last] = [start, stop - 1].map(i => key(rows[i - before]));
    return {
      rows: rows.filter(row => order(key(row), first) >= 0 && order(key(row), last) <= 0),
      before: before + rows.findIndex(row => key(row) === first),
    };
  }

  async function candidates(hits) {
    const { rows } = hits, values = [], columns = [], isNamed = figure < 0;
    if (rows.length <= size || isNamed && !isLarge) return hits;
    const value = row => values[row] ?? -1, learn = block => block.rows.forEach((row, i) => { values[row] = block.values[figure][i]; });
    if (!isNamed && (scope || !isLarge)) {
      learn(await index.everybody(isLarge ? scope : 0, [figure]));
      return reaching(hits, value);
    }
    const columnOf = row => columns[Math.floor(row / segmentSize)], codeOf = row => columnOf(row).codes[row % segmentSize];
    await all([...segments.keys()], async segment => { columns[segment] = await index.column(figure, segment); });
    const near = reaching(hits, codeOf);
    if (isNamed) return near;
    await all([...new Set(near.rows.map(codeOf))], async code => code && learn(await index.bucket(figure, code - 1)));
    return reaching(near, value);
  }

  if (start < headEnds[0] && !words.length && n) index.head(listed, sort, 0).catch(() => {});
  const found = await count(), { tally } = found;
  stop = Math.min(start + size, tally.total);
  const shown = await pick(found);
  return {
    total: tally.total, cards: await all(shown, index.card),
    counts: Object.fromEntries(facets.map(([name, values], facet) =>
      [name, Object.fromEntries(values.map((value, i) => [value, tally[idOf(facet, i + 1)] ?? 0]))])),
  };
}

// Page

const safe = text => text.replace(/[&<>"]/g, letter => `&#${letter.charCodeAt()};`);
const withCommas = number => Number(number).toLocaleString('en', { maximumFractionDigits: 6 });
const byId = id => document.getElementById(id);
const say = (word, places) => byId('words').dataset[word].replace(/{(\w+)}/g, (_, place) => places[place]);

function run(form, results) {
  const path = location.pathname.replace(/index\.html$/, '');
  const [chips, problem, empty, cards, heading, announcement] = ['chips', 'problem', 'empty', 'cards', 'heading', 'announce'].map(byId);
  const { market, pageSize } = results.dataset, defaults = { unknown: 'exclude', sort: 'followers', page: '1', per_page: pageSize, market };
  const isServed = 'answered' in results.dataset;
  let index, indexAddress = results.dataset.index, turn = 0, timer, typedIn, shown = location.search;

  const spelt = { category: slug, market: code => code.toUpperCase().replace(/^UK$/, 'GB') };
  const inAddress = () => [...new URLSearchParams(location.search)].map(([name, value]) => [name, spelt[name]?.(value) ?? value]);
  const parameters = (...without) => canonical(inAddress(), defaults).filter(([name]) => !without.includes(name));

  function hrefOf(parameters) {
    const query = String(new URLSearchParams(canonical(parameters, defaults)));
    return path + (query && `?${query}`);
  }

  const fieldOf = (name, value) => [...form.elements].find(field =>
    field.name === name && (field.value === value || !/checkbox|radio/.test(field.type)));

  function fillForm() {
    for (const field of form.elements) {
      const values = parameters().flatMap(([name, value]) => (name === field.name ? value : []));
      if (/checkbox|radio/.test(field.type)) field.checked = values.length ? values.includes(field.value) : !field.value;
      else if (field.name) field.value = (field.type === 'number' && isNaN(values[0]) ? '' : values[0]) ?? defaults[field.name] ?? '';
    }
  }

  function changed(event) {
    const { type, target } = event, isTyping = type === 'input';
    if ((target.form ?? target) !== form || isTyping && !/search|text|number/.test(target.type)) return;
    event.preventDefault();
    clearTimeout(timer);
    if (isTyping) timer = setTimeout(follow, 250, target);
    else {
      follow(target);
      typedIn = null;
    }
  }

  function follow(field) {
    const fields = [...new FormData(form)].filter(([, value]) => value);
    const others = parameters('page').filter(([name, value]) => !fieldOf(name, value)
      && (REPEATABLE.includes(name) || !fields.some(([each]) => each === name)));
    const href = hrefOf([...fields, ...others]), method = typedIn === field ? 'replaceState' : 'pushState';
    typedIn = field;
    if (href === path + shown) return;
    shown = href.slice(path.length);
    results.setAttribute('aria-busy', 'true');
    timer = setTimeout(() => {  // the frame that answers the tap goes first
      history[method](null, '', href);
      show();
    });
  }

  function arrived(turnsPage) {
    clearTimeout(timer);
    typedIn = null;
    fillForm();
    show(turnsPage);
  }

  function clicked(event) {
    const link = event.target.closest('#chips a, .pages a, a.clear'), folder = ({ href }) => new URL('.', href).href;
    if (!link || folder(link) !== folder(location)) return;
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.pushState(null, '', path + link.search);
    arrived(link.closest('.pages'));
  }

  async function ask(mine, cache) {
    try {
      index ??= await openIndex(new URL(indexAddress, location.href), cache, cache ? null : results.dataset.root);
      const { query, faults } = parseQuery(inAddress(), { market, categories: index.categories, hasAgencies: fieldOf('managed', 'true') });
      return faults.length ? { faults } : await answer(index, query, pageSize);
    } catch (error) {
      index = null;
      if (cache || mine < turn) throw error;
      const page = await (await fetch(path, { cache: 'reload' })).text();
      indexAddress = / data-index="([^"]*)"/.exec(page)?.[1] ?? indexAddress;
      return ask(mine, 'reload');
    }
  }

  async function show(turnsPage) {
    const mine = ++turn;
    shown = location.search;
    results.setAttribute('aria-busy', 'true');
    renderChips();
    const answer = await ask(mine).catch(() => ({}));
    if (mine < turn) return;
    if (isServed && !answer.faults && !answer.cards) location.reload();
    else render(answer);
    if (!turnsPage) return;
    results.focus({ preventScroll: true });
    results.scrollIntoView();
  }

  function render({ total, counts, cards: html, faults }) {
    problem.hidden = !!html;
    problem.textContent = html ? '' : faults?.map(fault => say(...fault)).join(' ') ?? say('failure');
    empty.hidden = total !== 0;
    cards.innerHTML = html?.join('') ?? '';
    delete results.dataset.total;
    if (html) {
      results.dataset.total = total;
      heading.textContent = total === 1 ? heading.dataset.one : heading.dataset.many.replace('{count}', withCommas(total));
      announcement.textContent = heading.textContent;
    }
    for (const note of form.querySelectorAll('[data-count]')) {
      const label = note.closest('label'), { name, value, checked } = label.control, count = counts?.[name]?.[value] ?? 0;
      note.textContent = html ? withCommas(count) : '';
      label.classList.toggle('none', !count && !checked);
    }
    renderPages(html ? total : 0);
    results.removeAttribute('aria-busy');
  }

  function textOf(name, value) {
    const field = fieldOf(name, value);
    if (!field) return `${name.replaceAll('_', ' ')}: ${value}`;
    if (name === 'q') return say(name, { text: value });
    const [legend, text] = [field.closest('fieldset')?.querySelector('legend').firstChild, field.closest('label').querySelector('span')]
      .map(node => node?.textContent.trim());
    return field.type === 'number' ? say(name.slice(-3), { figure: legend, number: withCommas(value) }) : text;
  }

  function renderChips() {
    const focused = [...chips.children].findIndex(chip => chip.contains(document.activeElement));
    chips.innerHTML = parameters('sort', 'page', 'per_page').map(([name, value]) => {
      const href = hrefOf(parameters('page').filter(each => each.join() !== [name, value].join()));
      const text = textOf(name, value);
      return `<li><a href="${href}" aria-label="${safe(say('remove', { text }))}">${safe(text)}</a></li>`;
    }).join('');
    if (focused >= 0) (chips.children[Math.min(focused, chips.children.length - 1)]?.firstChild ?? results).focus({ preventScroll: true });
  }

  function renderPages(total) {
    const asked = { ...defaults, ...Object.fromEntries(parameters()) }, page = Number(asked.page), count = Math.ceil(total / asked.per_page);
    const link = (page, text, attributes = '') =>
      `<a href="${hrefOf([...parameters('page'), ['page', String(page)]])}" ${attributes}>${text ?? `<span class="unseen">${safe(say('page'))} </span>${withCommas(page)}`}</a>`;
    const near = range(count + 1).filter(each => each && (each === 1 || each === count || Math.abs(each - page) < 3));
    const item = each => `<li>${link(each, null, each === page ? 'aria-current="page"' : '')}</li>`;
    const items = near.map((each, i) => {
      const left = each - near[i - 1];
      return (left > 2 ? '<li class="gap">…</li>' : left > 1 ? item(each - 1) : '') + item(each);
    });
    const step = (word, rel, to) => (to < 1 || to > count ? '' : link(to, safe(say(word)), `class="step" rel="${rel}"`));
    results.querySelector('.pages')?.remove();
    if (count > 1) results.insertAdjacentHTML('beforeend', `<nav class="pages" aria-label="${safe(say('pages'))}">${step('previous', 'prev', page - 1)}
      <ol>${items.join('')}</ol>${step('next', 'next', page + 1)}</nav>`);
  }

  for (const type of ['input', 'change', 'submit']) document.addEventListener(type, changed);
  document.addEventListener('click', clicked);
  addEventListener('popstate', () => { if (location.search !== shown) arrived(); });
  byId('unready')?.remove();
  fillForm();
  if (!isServed && shown) show();
}

if (typeof document !== 'undefined') {
  const [form, results] = ['filters', 'results'].map(byId);
  if (form && results?.dataset.index) run(form, results);
  // Another page's form leads to the market's page.
  else form?.addEventListener('formdata', ({ formData }) => {
    for (const [name, value] of [...formData]) if (!value || name === 'sort' && value === 'followers') formData.delete(name);
  });
}
