// Answers the query in the page's address from the files of docs/index-format.md. Each part uses those before.

// ---- Bytes ----

const check = holds => { if (!holds) throw new Error('A file of the index is damaged.'); };
const range = length => Array.from({ length }, (_, i) => i);
const all = (list, start) => Promise.all(list.map(start));
/** Integers beyond 2^53 stay BigInts, which compare exactly. */
const exact = big => (Number.isSafeInteger(Number(big)) ? Number(big) : big);
const decoded = bytes => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
const encoded = text => new TextEncoder().encode(text);
/** Bytes as a string in their order. */
const comparable = bytes => Array.from(bytes, byte => String.fromCharCode(byte)).join('');
const fnv1a = bytes => bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);

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

  /** Numbers by low bytes, second bytes … */
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

// ---- Index ----

const FIGURES = ['score', 'followers', 'gmv', 'units', 'views', 'gpm_video', 'gpm_live', 'engagement', 'rating', 'products'];
const FOLLOWERS = 1;
const SORTS = ['score', 'followers', 'gmv', 'gpm_video', 'gpm_live', 'views', 'name'];
const YES_NO = ['true', 'false'];
const CHOICES = {
  type: ['video', 'live'], audience_age: ['18-24', '25-34', '35-44', '45-54', '55-plus'], audience_gender: ['female', 'male'],
  quick: YES_NO, frequent: YES_NO, reliable: YES_NO, managed: YES_NO,
};
/** The facets by number. A value's code is its place + 1; 0 is unknown. */
const facetsOf = categories => Object.entries({ category: categories, ...CHOICES });
/** What a code is worth as a digit of byte A (facets 1 to 3) or B. */
const WORTH = [0, 1, 3, 18, 1, 3, 9, 27];
/** Facet and code as one number. */
const idOf = (facet, code) => facet * MANY + code;
const facetOf = id => Math.floor(id / MANY);
const MANY = 2 ** 24;
/** Files asked for at a time. */
const REQUESTS = 100;

/** The places of combinations in the cube. Of yes and no, only yes is counted. */
function combinations(categories) {
  const ids = facetsOf(categories).flatMap(([, values], facet) =>
    (facet < 4 ? values : ['true']).map((_, place) => idOf(facet, place + 1)));
  const longer = chosen => ids.filter(id => facetOf(id) > facetOf(chosen.at(-1) ?? -1)).map(id => [...chosen, id]);
  const one = longer([]), two = one.flatMap(longer);
  return Object.fromEntries([[], ...one, ...two, ...two.flatMap(longer)].map((ids, place) => [ids, place]));
}

export async function openIndex(address, cache) {
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

  const root = new Reader(await file(/[^/]*(?=\.bin$)/.exec(address.pathname)[0], bytes => unpack([bytes])));
  check(decoded(root.take(4)) === 'PLZ1');
  const [n, segmentSize, headSize, headCount, recordDepth, nameFileCount, categoryWidth, categoryCount] = root.list(8, () => root.varint(MANY));
  const categories = root.list(categoryCount, () => decoded(root.text()));
  const figures = FIGURES.map(() => {
    const [places, ranges, borderCount] = [6, 2, 253].map(limit => root.varint(limit));
    let border = 0n;
    const borders = root.list(borderCount, () => exact(border += BigInt(root.varint())));
    return { places, ranges, buckets: [0, ...borders].map((low, i) => ({ low, high: borders[i] ?? Infinity })) };
  });
  const places = combinations(categories), cube = [n, ...root.list(Object.keys(places).length - 1, () => root.varint(n))];
  const isLarge = n > recordDepth, segments = root.names(isLarge ? Math.ceil(n / segmentSize) : 0);
  if (isLarge) for (const figure of figures) [figure.digest, figure.edges, ...figure.columns] = root.names(2 + segments.length);
  const nameColumns = root.names(segments.length);
  const scopes = ['all', ...categories].map(slug => {
    const size = root.varint(n), isSmall = size <= headSize;
    return { slug, size, isSmall, heads: root.names(size && (isSmall ? 1 : SORTS.length)) };
  });
  const [cardDirectory, nameDirectory] = root.names(2), dictionary = root.text();
  check(!root.left);

  function block(reader, size, valued = [], hasRows = false) {
    const [a, b] = reader.list(2, () => reader.take(size)), values = [], uppers = [];
    const columns = reader.list(3, () => reader.planes(categoryWidth, size, categories.length));
    const rows = hasRows ? reader.planes(3, size, n - 1) : range(size);
    for (const figure of valued) {
      values[figure] = reader.list(size, () => reader.value());
      if (figures[figure].ranges) uppers[figure] = ends(reader, size);
    }
    return { size, a, b, categories: columns, rows, values, uppers };
  }

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
    const [key, names] = figure < 0 ? ['name', nameColumns] : [figure, figures[figure].columns];
    const size = rowsOf(number).length;
    return packed(`column-${key}-${number}-${names[number]}`, reader => ({ codes: reader.take(size), uppers: ends(reader, size) }));
  }

  /** Of each combination, how many are in each bucket, and unknown. */
  const digest = figure => packed(`digest-${figure}-${figures[figure].digest}`, reader => {
    const cells = [];
    while (reader.left) cells.push(reader.list(figures[figure].buckets.length + 1, () => reader.varint(n)));
    return cells;
  });

  async function bucket(figure, number) {
    const { edges, buckets } = figures[figure];
    const names = await packed(`edges-${figure}-${edges}`, reader => reader.names(buckets.length));
    return packed(`bucket-${figure}-${number}-${names[number]}`, reader => block(reader, reader.varint(n), [figure], true));
  }

  /** Pieces stay packed. A first head names further heads and the list's records. */
  const cards = (path, valued, hasNames) => file(path, async bytes => {
    const file = new Reader(bytes), length = file.take(4).reduceRight((sum, byte) => sum * 256 + byte, 0);
    return new Reader(await unpack([file.take(length)])).whole(meta => {
      const size = meta.varint(n), cards = block(meta, size, valued);
      if (hasNames) [cards.usernames, cards.nameKeys] = meta.list(2, () => meta.list(size, () => comparable(meta.text())));
      const pieces = meta.list(size, () => [meta.varint(bytes.length), meta.varint(2 ** 32)]);
      if (meta.left) cards.more = meta.names(meta.varint(headCount));
      if (meta.left) [cards.records] = meta.names(1);
      cards.pieces = file.whole(() => pieces.map(([length, checksum]) => [file.take(length), checksum]));
      return cards;
    });
  });

  /** Scope 0 is the market; then come the categories. */
  async function head(scope, sort, number) {
    const { slug, isSmall, heads } = scopes[scope], name = number ? (await head(scope, sort, 0)).more[number - 1] : heads[isSmall ? 0 : sort];
    return cards(`head-${slug}-${SORTS[isSmall ? FOLLOWERS : sort]}-${number}-${name}`, isSmall ? FIGURES.keys() : [], isSmall);
  }

  async function records(scope, sort) {
    const first = await head(scope, sort, 0), { slug, isSmall } = scopes[scope];
    return isSmall ? first : packed(`records-${slug}-${SORTS[sort]}-${first.records}`, reader => block(reader, reader.varint(n), FIGURES.keys(), true));
  }

  /** A piece refers back to the dictionary, which goes before it, not packed. */
  async function card({ block, place }) {
    const parts = [];
    for (let at = 0; at < dictionary.length; at += 65535) {
      const part = dictionary.subarray(at, at + 65535), { length } = part;
      parts.push(Uint8Array.of(0, length, length >> 8, ~length, ~length >> 8), part);
    }
    const [piece, checksum] = block.pieces[place];
    const card = (await unpack([...parts, piece, Uint8Array.of(1, 0, 0, 255, 255)], 'deflate-raw')).subarray(dictionary.length);
    check(adler32(card) === checksum);
    return decoded(card);
  }

  /** For each row its block of cards, and the place there. */
  async function creators(rows) {
    const chunks = rows.length && await packed(`directory-cards-${cardDirectory}`, reader => {
      let end = 0;
      const ends = reader.list(reader.varint(n), () => end += reader.varint(n)), names = reader.names(ends.length);
      return ends.map((end, i) => ({ start: ends[i - 1] ?? 0, end, path: `cards-${i}-${names[i]}` }));
    });
    const creators = [];
    for (let at = 0; at < rows.length; at += REQUESTS) {
      creators.push(...await all(rows.slice(at, at + REQUESTS), async row => {
        const { start, path } = chunks.find(({ end }) => end > row);
        return { block: await cards(path, FIGURES.keys(), true), place: row - start };
      }));
    }
    return creators;
  }

  const inHead = async (scope, sort, position) =>
    ({ block: await head(scope, sort, Math.floor(position / headSize)), place: position % headSize });

  /** The same, from the heads of a list as far as these are worth it. */
  async function listed(scope, sort, positions, rows) {
    const reach = headSize * (positions.every(position => position < headSize * headCount) ? headCount : 1);
    const others = await creators(rows.filter((_, i) => positions[i] >= reach));
    return all(positions, position => (position < reach ? inHead(scope, sort, position) : others.shift()));
  }

  async function search(words) {
    const names = await packed(`directory-names-${nameDirectory}`, reader => reader.names(nameFileCount));
    const found = await all(words, async word => {
      const term = [...word].slice(0, 3).join(''), number = fnv1a(encoded(term)) % names.length;
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
    n, segmentSize, headSize, headCount, recordDepth, categories, figures, places, cube, isLarge, segments, scopes,
    segment, column, digest, bucket, head, records, card, creators, inHead, listed, search,
  };
}

// ---- Query ----

/** In the order of addresses. The first three figures have upper bounds. */
const PARAMETERS = [
  'category', ...Object.keys(CHOICES), ...FIGURES.flatMap((name, figure) => (figure < 3 ? ['min', 'max'] : ['min']).map(end => `${name}_${end}`)),
  'unknown', 'q', 'sort', 'page', 'per_page', 'market',
];
const REPEATABLE = ['category', 'audience_age'];
const LARGEST = { page: 2 ** 31 - 1, per_page: 100 };
const LETTERS = { ς: 'σ', đ: 'd', ð: 'd', ł: 'l', ø: 'o', ħ: 'h', ı: 'i', æ: 'ae', œ: 'oe' };

const slug = name => name.toLowerCase().replace(/['\u2019]/g, '').replace(/[^a-z0-9]+/g, '-');

/** Rounded half to even; null if the text is no number. */
function millionths(text) {
  const [, sign, whole, fraction = '', exponent = 0] = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  if (!whole || Math.abs(exponent) > 400) return null;
  const shift = exponent - fraction.length + 6, power = places => 10n ** BigInt(Math.max(0, places));
  const scaled = BigInt(whole + fraction) * power(shift), value = scaled / power(-shift);
  const half = scaled % power(-shift) * 2n - power(-shift), rounded = value + (half > 0n || half === 0n && value % 2n ? 1n : 0n);
  return rounded >= 2n ** 63n ? null : sign === '-' ? -rounded : rounded;
}

/** Words without case and accents. */
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

/** Values by name, and `faults` in sentences. */
export function parseQuery(parameters, site) {
  const query = {}, faults = [];
  for (const [name, text] of parameters) {
    if (!(name === 'q' ? text.trim() : text)) continue;
    if (!PARAMETERS.includes(name) || name === 'managed' && !site.hasAgencies) faults.push(`There is no filter “${name}”.`);
    else if (!isValue(name, text, site) || query[name] && !REPEATABLE.includes(name)) faults.push(`“${name}” cannot be “${text}” here.`);
    else query[name] = [...new Set(query[name]).add(text)];
  }
  return { query, faults };
}

/** Parameters in the order of addresses, without empty ones and defaults. */
const canonical = (parameters, defaults) => PARAMETERS.flatMap(name => parameters
  .filter(([each, value]) => each === name && value.trim() && value !== defaults[name]).sort());

// ---- Answer ----

/** Creators that are looked at one by one. */
const FEW = 48;

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
  const { n, segmentSize, headSize, headCount, recordDepth, categories, figures, scopes, places, cube, isLarge, segments } = index;
  const facets = facetsOf(categories), only = (name, otherwise) => query[name]?.[0] ?? otherwise;
  const sort = SORTS.indexOf(only('sort', 'followers')), figure = FIGURES.indexOf(SORTS[sort]);
  const size = Number(only('per_page', pageSize)), start = size * only('page', 1) - size;
  const words = wordsOf(only('q', '')), includesUnknown = only('unknown') === 'include';
  const chosen = facets.map(([name, values], facet) => query[name]?.map(value => idOf(facet, values.indexOf(value) + 1)));
  const scope = chosen[0]?.length === 1 ? chosen[0][0] : 0;
  // Values from `min` to below `end` are within.
  const bounds = FIGURES.flatMap((name, figure) => {
    const [min, max] = [only(`${name}_min`), only(`${name}_max`)], unit = 10n ** BigInt(6 - figures[figure].places);
    const scaled = (text, more) => exact((millionths(text) + more) / unit);
    return min || max ? { figure, min: min ? scaled(min, unit - 1n) : -Infinity, end: max ? scaled(max, unit) : Infinity } : [];
  });
  // Digests go by the lower ends of ranges.
  const isDigested = isLarge && !bounds.some(({ figure }) => figures[figure].ranges);

  /** Unknown is -1. A range that the bound cuts counts as unknown. */
  function allows({ min, end }, from, to = from) {
    if (from < 0) return includesUnknown;
    if (to < min || from >= end) return false;
    return from >= min && (end === Infinity || to < end) || includesUnknown;
  }

  const allowsAll = ({ block: { values, uppers }, place }) => bounds.every(bound =>
    allows(bound, values[bound.figure][place], uppers[bound.figure]?.get(place)));

  /** A bit for each facet that a creator fails. */
  const misses = creator => chosen.reduce((misses, ids, facet) =>
    (ids && !idsOf(creator, facet).some(id => ids.includes(id)) ? misses | 1 << facet : misses), 0);

  const sifted = { tally: { total: 0 }, hits: new Uint8Array(n) };

  /** Counts who satisfies the bounds, in a facet without its own filter; says whether they match. */
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

  async function count() {
    const rows = words.length ? await index.search(words) : null, found = rows ? null : await lookUp();
    if (found) return found;
    if (!isLarge) {
      const only = rows && new Set(rows);
      return sift(await index.records(0, sort), creator => (!only || only.has(rowOf(creator))) && allowsAll(creator));
    }
    if (rows?.length <= FEW) {
      const creators = await index.creators(rows);
      return { ...sifted, creators: creators.filter(creator => allowsAll(creator) && add(creator)) };
    }
    return scan(rows);
  }

  /** The tally, if cube or digest have all of it. */
  async function lookUp() {
    const groups = chosen.filter(Boolean), [bound, ...others] = bounds;
    // Age bands exclude each other; categories do not.
    const isCounted = !(chosen[0]?.length > 1) && groups.flat().every(id => id in places);
    if (!isCounted || others.length || groups.length > (bound ? 1 : 2) || bound && !isDigested) return null;
    const at = bound ? await digest(bound) : ids => cube[places[ids]];
    const sum = ([group, ...rest], ids = []) => (group
      ? group.reduce((total, id) => total + sum(rest, [...ids, id].sort(ascending)), 0) : at(ids));
    const tally = { total: sum(groups) };
    facets.forEach(([, values], facet) => values.forEach((_, i) => {
      tally[idOf(facet, i + 1)] = sum([...groups.filter(group => group !== chosen[facet]), [idOf(facet, i + 1)]]);
    }));
    return { tally, at };
  }

  const cutBlocks = bound => all(figures[bound.figure].buckets, (bucket, i) => isCut(bound, bucket) && index.bucket(bound.figure, i));

  /** What counts those within a bound by combinations. */
  async function digest(bound) {
    const [cells, blocks] = await Promise.all([index.digest(bound.figure), cutBlocks(bound)]);
    return ids => {
      const cell = cells[places[ids]];
      return cell ? figures[bound.figure].buckets.reduce((sum, { low }, i) => sum + (blocks[i]
        ? creatorsOf(blocks[i]).filter(creator => allowsAll(creator) && ids.every(id => idsOf(creator, facetOf(id)).includes(id))).length
        : allows(bound, low) ? cell[i] : 0), includesUnknown ? cell.at(-1) : 0) : NaN;
    };
  }

  /** Goes through all rows, or some, until so many match. */
  async function scan(rows, limit = Infinity) {
    const passes = new Uint8Array(n).fill(rows ? 0 : 1);
    rows?.forEach(row => { passes[row] = 1; });
    const part = segment => passes.subarray(segment * segmentSize, (segment + 1) * segmentSize);
    const open = () => [...segments.keys()].filter(segment => part(segment).includes(1));
    for (const bound of bounds) await all(open(), segment => restrict(part(segment), bound, segment));
    if (limit < Infinity && !chosen.some(Boolean)) return { hits: passes };
    if (limit === Infinity) await all(open(), index.segment);
    for (const segment of open()) {
      sift(await index.segment(segment), creator => passes[rowOf(creator)]);
      if (sifted.tally.total >= limit) break;
      await new Promise(resolve => setTimeout(resolve));  // typing goes on meanwhile
    }
    return sifted;
  }

  /** Unmarks the rows of a segment that do not satisfy a bound. */
  async function restrict(passes, bound, segment) {
    const [{ codes, uppers }, blocks] = await Promise.all([index.column(bound.figure, segment), cutBlocks(bound)]);
    // The lowest value of an uncut bucket stands for all.
    const values = Array.from(codes, code => figures[bound.figure].buckets[code - 1]?.low ?? -1);
    for (const block of blocks) if (block) block.rows.forEach((row, i) => { values[row - segment * segmentSize] = block.values[bound.figure][i]; });
    passes.forEach((_, place) => { if (!allows(bound, values[place], uppers.get(place))) passes[place] = 0; });
  }

  async function pick(found, stop) {
    if (start >= stop) return [];
    if (found.creators) return sorted(found.creators).slice(start, stop);
    const walked = await walk(found, stop);
    if (walked) return walked;
    const hits = found.hits ?? (await scan(null, sort === FOLLOWERS ? stop : Infinity)).hits;
    const rows = range(n).filter(row => hits[row]), shown = rows.slice(start, stop);
    if (sort === FOLLOWERS) return index.listed(0, FOLLOWERS, shown, shown);
    const near = await candidates(rows, stop);
    return sorted(await index.creators(near.rows)).slice(start - near.before, stop - near.before);
  }

  function sorted(creators) {
    const [keys, order] = figure < 0 ? [block => block.nameKeys, ascending] : [block => block.values[figure], (a, b) => ascending(b, a)];
    return creators.sort((a, b) => order(keys(a.block)[a.place], keys(b.block)[b.place])
      || ascending(a.block.usernames[a.place], b.block.usernames[b.place]));
  }

  /** Goes down the scope's list; null where that is too far. */
  async function walk({ tally: { total }, hits, at }, stop) {
    const list = hits && !isLarge ? 0 : scope, { size, isSmall } = scopes[list];
    if (isSmall && hits && list) return null;
    const matches = creator => (hits ? hits[rowOf(creator)] : !misses(creator) && allowsAll(creator));
    // In the order of the bounded figure, those within stand first.
    const [bound] = bounds, isFirst = at && bound?.figure === figure && bound.end === Infinity && !includesUnknown;
    const within = !bound ? size : isFirst ? at(scope ? [scope] : []) : 0;
    const reach = Math.min(within, headCount * headSize), found = [];
    if (!hits && !isSmall && stop * within / total <= headCount * headSize) {
      for (let position = 0; position < reach && found.length < stop; position++) {
        const creator = await index.inHead(list, sort, position);
        if (!misses(creator)) found.push(creator);
      }
      if (found.length === stop) return found.slice(start);
    }
    if (size > recordDepth && stop * size / total > recordDepth) return null;
    const block = await index.records(list, sort), all = creatorsOf(block).filter(matches);
    if (isSmall) return sorted(all).slice(start, stop);
    if (all.length < stop && block.size < size) return null;
    const shown = all.slice(start, stop);
    return index.listed(list, sort, shown.map(({ place }) => place), shown.map(rowOf));
  }

  /** The rows in buckets that the page reaches into, and how many stand before. */
  async function candidates(rows, stop) {
    if (rows.length <= FEW) return { rows, before: 0 };
    const segmentOf = row => Math.floor(row / segmentSize), columns = [];
    await all([...new Set(rows.map(segmentOf))], async segment => {
      columns[segment] = (await index.column(figure, segment)).codes;
    });
    const place = row => columns[segmentOf(row)][row % segmentSize] * (figure < 0 ? 1 : -1);
    rows.sort((a, b) => place(a) - place(b));
    const [first, last] = [start, stop - 1].map(i => place(rows[i]));
    return { rows: rows.filter(row => place(row) >= first && place(row) <= last), before: rows.findIndex(row => place(row) === first) };
  }

  // Most pages need this.
  if (start < headSize && !words.length && scopes[scope].size) index.head(scope, sort, 0).catch(() => {});
  const found = await count(), { tally } = found, shown = await pick(found, Math.min(start + size, tally.total));
  return {
    total: tally.total, cards: await all(shown, index.card),
    counts: Object.fromEntries(facets.map(([name, values], facet) =>
      [name, Object.fromEntries(values.map((value, i) => [value, tally[idOf(facet, i + 1)] ?? 0]))])),
  };
}

// ---- Page ----

const withCommas = number => Number(number).toLocaleString('en', { maximumFractionDigits: 6 });
const byId = id => document.getElementById(id);

function run(form, results) {
  const path = location.pathname.replace(/index\.html$/, '');
  const [chips, problem, empty, cards, heading, announcement] = ['chips', 'problem', 'empty', 'cards', 'heading', 'announce'].map(byId);
  const { market, pageSize } = results.dataset, defaults = { unknown: 'exclude', sort: 'followers', page: '1', per_page: pageSize, market };
  /** A server answers, too. */
  const isServed = 'answered' in results.dataset;
  let index, indexAddress = results.dataset.index, turn = 0, timer, typedIn, shown = location.search;

  const inAddress = () => [...new URLSearchParams(location.search)].map(([name, value]) => [name, name === 'category' ? slug(value) : value]);
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

  /** Typing makes one entry in the history. */
  function follow(field) {
    const fields = [...new FormData(form)].filter(([, value]) => value);
    // What has no field stays in the address.
    const others = parameters('page').filter(([name, value]) => !fieldOf(name, value)
      && (REPEATABLE.includes(name) || !fields.some(([each]) => each === name)));
    const href = hrefOf([...fields, ...others]), method = typedIn === field ? 'replaceState' : 'pushState';
    typedIn = field;
    if (href === path + location.search) return;
    history[method](null, '', href);
    show();
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

  /** Where a file cannot be read, there may be a newer index. */
  async function ask(mine, cache) {
    try {
      index ??= await openIndex(new URL(indexAddress, location.href), cache);
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
    problem.replaceChildren(html ? '' : faults?.join(' ') ?? byId('failure').content.cloneNode(true));
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
    renderChips();
    renderPages(html ? total : 0);
    results.removeAttribute('aria-busy');
  }

  function textOf(name, value) {
    const field = fieldOf(name, value);
    if (!field) return `${name.replaceAll('_', ' ')}: ${value}`;
    if (name === 'q') return `“${value}”`;
    const [legend, text] = [field.closest('fieldset')?.querySelector('legend').firstChild, field.closest('label').querySelector('span')]
      .map(node => node?.textContent.trim());
    return field.type === 'number' ? `${legend} ${text} ${withCommas(value)}` : text;
  }

  function renderChips() {
    const focused = [...chips.children].findIndex(chip => chip.contains(document.activeElement));
    chips.innerHTML = parameters('sort', 'page', 'per_page').map(([name, value]) => {
      const href = hrefOf(parameters('page').filter(each => each.join() !== [name, value].join()));
      const text = textOf(name, value).replace(/[&<>"]/g, letter => `&#${letter.charCodeAt()};`);
      return `<li><a href="${href}" aria-label="Remove filter: ${text}">${text}</a></li>`;
    }).join('');
    // The next chip takes over the focus.
    if (focused >= 0) (chips.children[Math.min(focused, chips.children.length - 1)]?.firstChild ?? results).focus({ preventScroll: true });
  }

  function renderPages(total) {
    const asked = { ...defaults, ...Object.fromEntries(parameters()) }, page = Number(asked.page), count = Math.ceil(total / asked.per_page);
    const link = (page, text, attributes = '') =>
      `<a href="${hrefOf([...parameters('page'), ['page', String(page)]])}" ${attributes}>${text ?? `<span class="unseen">Page </span>${withCommas(page)}`}</a>`;
    const near = range(count + 1).filter(each => each && (each === 1 || each === count || Math.abs(each - page) < 3));
    const item = each => `<li>${link(each, null, each === page ? 'aria-current="page"' : '')}</li>`;
    const items = near.map((each, i) => {
      const left = each - near[i - 1];
      return (left > 2 ? '<li class="gap">…</li>' : left > 1 ? item(each - 1) : '') + item(each);
    });
    const step = (text, rel, to) => (to < 1 || to > count ? '' : link(to, text, `class="step" rel="${rel}"`));
    results.querySelector('.pages')?.remove();
    if (count > 1) results.insertAdjacentHTML('beforeend', `<nav class="pages" aria-label="Pages">${step('Previous', 'prev', page - 1)}
      <ol>${items.join('')}</ol>${step('Next', 'next', page + 1)}</nav>`);
  }

  for (const type of ['input', 'change', 'submit']) document.addEventListener(type, changed);
  document.addEventListener('click', clicked);
  addEventListener('popstate', () => { if (location.search !== shown) arrived(); });
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
