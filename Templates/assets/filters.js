// Makes the filters of a catalogue work on any host: answers the query in the page's address from the files that
// docs/index-format.md describes. A server that answers queries itself means the same by the same address.
//
// Five parts, each using those before it: bytes, index, query, answer, page. Only the last one knows a document.

// ---- Bytes ----------------------------------------------------------------------------------------------------------

/** A file is not there, or not as a build writes it. */
export class Damage extends Error {}

const refuse = reason => { throw new Damage(reason); };

/** Reads numbers and texts; throws `Damage` for what cannot have been written. */
class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  take(count) {
    if (count > this.bytes.length - this.at) refuse('ends early');
    return this.bytes.subarray(this.at, this.at += count);
  }

  /** A number beyond 2^53 is a BigInt, which compares with the others exactly. */
  varint() {
    const start = this.at;
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const [byte] = this.take(1);
      value += (byte & 127) * scale;
      if (byte < 128) break;
      if (scale >= 2 ** 63) refuse('holds a number that is too large');
    }
    if (value <= Number.MAX_SAFE_INTEGER) return value;
    return this.bytes.subarray(start, this.at).reduceRight((big, byte) => big << 7n | BigInt(byte & 127), 0n);
  }

  count(limit) {
    const count = this.varint();
    return count <= limit ? count : refuse('holds a number that is too large');
  }

  /** How many follow, which is known already. */
  size(size) { return this.varint() === size ? size : refuse('has another size'); }

  /** A figure's value; null where it is unknown. */
  value() {
    const value = this.varint();
    return value === 0 ? null : exact(BigInt(value) - 1n);
  }

  bytesOfText() { return this.take(this.count(this.bytes.length)); }

  text() { return decodeText(this.bytesOfText()); }

  /** The part of a file's name that tells its content. */
  name() { return Array.from(this.take(4), byte => byte.toString(16).padStart(2, '0')).join(''); }

  list(count, read) {
    const list = [];
    while (list.length < count) list.push(read());
    return list;
  }

  /** All low bytes, then all second bytes, and so on. */
  planes(width, count, limit) {
    const planes = this.list(width, () => this.take(count));
    const numbers = Uint32Array.from(planes[0], (_, i) => planes.reduceRight((sum, plane) => sum << 8 | plane[i], 0));
    return numbers.some(number => number > limit) ? refuse('holds a number that is too large') : numbers;
  }

  end() {
    if (this.at < this.bytes.length) refuse('has bytes left over');
  }
}

const decodeText = bytes => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

/** An integer as a number, where that is exact. */
const exact = big => (Number.isSafeInteger(Number(big)) ? Number(big) : big);

/** What a zlib stream holds; with "deflate-raw", one without header and checksum. */
async function unpack(parts, format = 'deflate') {
  const stream = new Blob(parts).stream().pipeThrough(new DecompressionStream(format));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function adler32(bytes) {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}

const fnv1a = text =>
  new TextEncoder().encode(text).reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);

// ---- Index ----------------------------------------------------------------------------------------------------------

const FIGURES = ['score', 'followers', 'gmv', 'units', 'views', 'gpm_video', 'gpm_live', 'engagement', 'rating', 'products'];
const FOLLOWERS = 1;
const SORTS = ['score', 'followers', 'gmv', 'gpm_video', 'gpm_live', 'views', 'name'];
const YES_NO = ['true', 'false'];
/** The facets by number, each with its values; code 0 is the unknown. The category comes behind them. */
const FACETS = [
  ['type', ['video', 'live']], ['audience_age', ['18-24', '25-34', '35-44', '45-54', '55-plus']],
  ['audience_gender', ['female', 'male']], ['quick', YES_NO], ['frequent', YES_NO], ['reliable', YES_NO], ['managed', YES_NO],
];
const CATEGORY = FACETS.length;
/** So many facets stand in the byte A of a record, the others in B, each as a digit of its own radix. */
const IN_A = 3;
const DIVISORS = [1, 3, 18, 1, 3, 9, 27];
const [A_LIMIT, B_LIMIT] = [54, 81];
const codeOf = (byte, facet) => Math.floor(byte / DIVISORS[facet]) % (FACETS[facet][1].length + 1);
/** Facet and code of each choice that cube and digests count: of yes and no only the yes. */
const CHOICES = FACETS.flatMap(([, values], facet) => values.slice(0, facet < IN_A ? 5 : 1).map((_, i) => [facet, i + 1]));
const NAME_BUCKETS = 64;
const LARGEST = 2 ** 24;

/** The places of all combinations of up to `depth` values of the cube, of different facets, by their numbers. */
function combinations(categoryCount, depth) {
  const facet = value => (value < categoryCount ? CATEGORY : CHOICES[value - categoryCount][0]);
  const values = Array.from({ length: categoryCount + CHOICES.length }, (_, value) => value);
  const places = new Map();
  for (let level = [[]]; depth > 0; depth--) {
    level = level.flatMap(chosen => values
      .filter(value => value > (chosen.at(-1) ?? -1) && !chosen.some(each => facet(each) === facet(value)))
      .map(value => [...chosen, value]));
    for (const chosen of level) places.set(chosen.join(), places.size);
  }
  return places;
}

function readRoot(reader) {
  if (decodeText(reader.take(4)) !== 'PLZ1') refuse('is no root');
  const count = limit => reader.count(limit);
  const names = length => reader.list(length, () => reader.name());
  const n = count(LARGEST);
  const [segmentSize, headSize, headCount, recordDepth, nameFileCount, categoryWidth] =
    reader.list(6, () => count(LARGEST) || refuse('holds a 0'));
  const categories = reader.list(count(LARGEST), () => reader.text());
  const figures = FIGURES.map(() => {
    const [places, hasRanges, borderCount] = [count(6), count(1) === 1, count(253)];
    let border = 0n;
    return { places, hasRanges, borders: reader.list(borderCount, () => exact(border += BigInt(reader.varint()))) };
  });
  const combos = combinations(categories.length, 3);
  const cube = reader.list(combos.size, () => count(n));
  // A small market has no segments: all is known from its records.
  const isLarge = n > recordDepth;
  const segmentCount = isLarge ? Math.ceil(n / segmentSize) : 0;
  const segments = names(segmentCount);
  if (isLarge) for (const figure of figures) [figure.digest, figure.edges, ...figure.columns] = names(2 + segmentCount);
  const nameColumns = names(segmentCount);
  const scopes = ['all', ...categories].map(slug => {
    const size = count(n);
    const isSmall = size <= headSize;
    return { slug, size, isSmall, heads: names(size === 0 ? 0 : isSmall ? 1 : SORTS.length) };
  });
  if (scopes[0].size !== n) refuse('contradicts itself');
  const [cardDirectory, nameDirectory] = names(2);
  const dictionary = reader.bytesOfText();
  return {
    n, segmentSize, headSize, headCount, recordDepth, nameFileCount, categoryWidth, categories, figures, combos, cube, isLarge,
    segmentCount, segments, nameColumns, scopes, cardDirectory, nameDirectory, dictionary,
  };
}

async function download(address, cache) {
  const response = await fetch(address, { cache });
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : refuse('is not there');
}

/** The files of one market. What has been read is kept. */
export class Index {
  files = new Map();

  /** @param cache as `fetch` takes it: "reload" where what the browser has cached may be damaged. */
  static async open(address, cache = 'default') {
    const index = new Index();
    Object.assign(index, { home: new URL('.', address), cache });
    index.root = await index.packed(address.href.slice(index.home.href.length, -4), readRoot);
    return index;
  }

  file(path, decode) {
    if (!this.files.has(path)) {
      const content = download(new URL(`${path}.bin`, this.home), this.cache).then(decode);
      this.files.set(path, content);
      content.catch(() => this.files.delete(path));
    }
    return this.files.get(path);
  }

  packed(path, decode) {
    return this.file(path, async bytes => {
      const reader = new Reader(await unpack([bytes]));
      const content = decode(reader);
      reader.end();
      return content;
    });
  }

  /** Records of creators, column by column. */
  block(reader, size, { hasRows = false, figures = [] } = {}) {
    const { categoryWidth, categories, n } = this.root;
    const block = { size, a: reader.take(size), b: reader.take(size), values: [] };
    if (block.a.some(byte => byte >= A_LIMIT) || block.b.some(byte => byte >= B_LIMIT)) refuse('holds no such choice');
    block.categories = reader.list(3, () => reader.planes(categoryWidth, size, categories.length));
    if (hasRows) block.rows = reader.planes(3, size, n - 1);
    for (const figure of figures) block.values[figure] = reader.list(size, () => reader.value());
    return block;
  }

  sizeOfSegment(number) { return Math.min(this.root.segmentSize, this.root.n - number * this.root.segmentSize); }

  segment(number) {
    const name = this.root.segments[number];
    return this.packed(`segment-${number}-${name}`, reader => this.block(reader, this.sizeOfSegment(number)));
  }

  /**
   * Of each row of a segment the bucket + 1, or 0 where the figure is unknown, and the upper ends of ranges by place.
   * Figure -1 is the name.
   */
  async column(figure, number) {
    const { figures, nameColumns, segmentSize } = this.root;
    const size = this.sizeOfSegment(number);
    const bucketCount = figure < 0 ? NAME_BUCKETS : figures[figure].borders.length + 1;
    if (figure === FOLLOWERS && !figures[figure].hasRanges) {
      // Rows stand in the order of followers, so the digest tells their buckets.
      const digest = await this.digest(figure);
      const codes = new Uint8Array(size);
      let place = -number * segmentSize;
      for (let code = bucketCount; code > 0; code--) {
        codes.fill(code, Math.max(0, place), Math.max(0, place += digest.at(0, code - 1)));
      }
      return { codes, uppers: new Map() };
    }
    const [key, name] = figure < 0 ? ['name', nameColumns[number]] : [figure, figures[figure].columns[number]];
    return this.packed(`column-${key}-${number}-${name}`, reader => {
      const codes = reader.take(size);
      if (codes.some(code => code > bucketCount)) refuse('holds no such bucket');
      let place = 0;
      const uppers = reader.list(reader.count(size), () => {
        place += reader.count(size - 1 - place);
        return [place, reader.value() ?? Infinity];
      });
      return { codes, uppers: new Map(uppers) };
    });
  }

  /** How many creators are in each bucket of a figure: `at(cell, bucket)`. Cell 0 counts all, then come those of the cube. */
  digest(figure) {
    const { figures, categories, n } = this.root;
    const width = figures[figure].borders.length + 2;
    return this.packed(`digest-${figure}-${figures[figure].digest}`, reader => {
      const counts = reader.list((1 + combinations(categories.length, 2).size) * width, () => reader.count(n));
      return { at: (cell, bucket) => counts[cell * width + bucket] };
    });
  }

  /** The creators in a bucket of a figure, with that figure's values. */
  async bucket(figure, number) {
    const { borders, edges } = this.root.figures[figure];
    const names = await this.packed(`edges-${figure}-${edges}`, reader => reader.list(borders.length + 1, () => reader.name()));
    return this.packed(`bucket-${figure}-${number}-${names[number]}`, reader =>
      this.block(reader, reader.count(this.root.n), { hasRows: true, figures: [figure] }));
  }

  /** Cards of a list: of a scope (0 is the market, then come the categories) in the order of a sort. */
  async head(scope, sort, number) {
    const { scopes, headSize, headCount } = this.root;
    const { slug, size, isSmall, heads } = scopes[scope];
    const name = number > 0 ? (await this.head(scope, sort, 0)).more[number - 1] : heads[isSmall ? 0 : sort];
    return this.cardFile(`head-${slug}-${SORTS[isSmall ? FOLLOWERS : sort]}-${number}-${name}`,
      Math.min(headSize, size - number * headSize), isSmall ? FIGURES.keys() : [], (reader, block, readPieces) => {
        readPieces();
        if (number > 0) return;
        block.more = reader.list(reader.count(headCount - 1), () => reader.name());
        if (!isSmall) block.records = reader.name();
      });
  }

  /** The first creators of a list that is not small, with rows and all values. */
  async records(scope, sort) {
    const { slug, size } = this.root.scopes[scope];
    const depth = Math.min(size, this.root.recordDepth);
    const { records } = await this.head(scope, sort, 0);
    return this.packed(`records-${slug}-${SORTS[sort]}-${records}`, reader =>
      this.block(reader, reader.size(depth), { hasRows: true, figures: FIGURES.keys() }));
  }

  /**
   * A file of cards, whose pieces are left packed. `readRest` reads what stands behind the records, and calls its last
   * argument where the pieces come.
   */
  cardFile(path, size, figures, readRest) {
    return this.file(path, async bytes => {
      const file = new Reader(bytes);
      const length = file.take(4).reduceRight((sum, byte) => sum * 256 + byte, 0);
      const meta = new Reader(await unpack([file.take(length)]));
      const block = this.block(meta, meta.size(size), { figures });
      readRest(meta, block, () => {
        block.pieces = meta.list(size, () => ({ length: meta.count(bytes.length), checksum: meta.count(2 ** 32) }));
      });
      meta.end();
      for (const piece of block.pieces) piece.bytes = file.take(piece.length);
      file.end();
      return block;
    });
  }

  /** The HTML of a card. Its piece refers back to the dictionary, so that goes before it, in blocks that are not packed. */
  async card({ pieces }, place) {
    const { dictionary } = this.root;
    const parts = [];
    for (let at = 0; at < dictionary.length; at += 65535) {
      const part = dictionary.subarray(at, at + 65535);
      parts.push(Uint8Array.of(0, part.length & 255, part.length >> 8, ~part.length & 255, ~part.length >> 8 & 255), part);
    }
    const { bytes, checksum } = pieces[place];
    const output = await unpack([...parts, bytes, Uint8Array.of(1, 0, 0, 255, 255)], 'deflate-raw');
    const card = output.subarray(dictionary.length);
    return adler32(card) === checksum ? decodeText(card) : refuse('has a damaged card');
  }

  get directoryPath() { return `directory-cards-${this.root.cardDirectory}`; }

  /** For each row the block that has its card, with usernames, name keys and all values, and its place there. */
  async creators(rows) {
    const { n } = this.root;
    const chunks = await this.packed(this.directoryPath, reader => {
      let end = 0;
      const chunks = reader.list(reader.count(n), () => ({ start: end, end: end += reader.count(n) }));
      for (const chunk of chunks) chunk.name = reader.name();
      return end === n ? chunks : refuse('contradicts itself');
    });
    const read = number => {
      const { start, end, name } = chunks[number];
      return this.cardFile(`cards-${number}-${name}`, end - start, FIGURES.keys(), (reader, block, readPieces) => {
        block.usernames = reader.list(block.size, () => reader.text());
        block.nameKeys = reader.list(block.size, () => byteString(reader.bytesOfText()));
        readPieces();
      });
    };
    const creators = [];
    for (let at = 0; at < rows.length; at += REQUESTS) {
      creators.push(...await Promise.all(rows.slice(at, at + REQUESTS).map(async row => {
        const number = firstIndex(chunks.length, i => chunks[i].end > row);
        return { row, block: await read(number), place: row - chunks[number].start };
      })));
    }
    return creators;
  }

  /** The cards of rows that stand at known positions of a list: from heads where several share one, else from chunks. */
  async cards(scope, sort, positions, rows) {
    const { headSize, headCount } = this.root;
    const headAt = position => Math.floor(position / headSize);
    // Where heads hold them all, the directory of the chunks, which is large, need not be read for the few of a head.
    const areNear = positions.every(position => headAt(position) < headCount);
    const fewest = areNear && !this.files.has(this.directoryPath) ? 1 : 3;
    const sharing = positions.map(position => positions.filter(each => headAt(each) === headAt(position)).length);
    const isInHead = i => headAt(positions[i]) < headCount && (headAt(positions[i]) === 0 || sharing[i] >= fewest);
    const others = rows.filter((_, i) => !isInHead(i));
    const chunked = new Map((others.length ? await this.creators(others) : []).map(each => [each.row, each]));
    return Promise.all(rows.map(async (row, i) => {
      if (isInHead(i)) return this.card(await this.head(scope, sort, headAt(positions[i])), positions[i] % headSize);
      const { block, place } = chunked.get(row);
      return this.card(block, place);
    }));
  }

  /** The creators of a list that is one head; their names are taken from the cards. */
  async small(scope) {
    const block = await this.head(scope, FOLLOWERS, 0);
    if (block.usernames) return block;
    const cards = await Promise.all(block.pieces.map((_, place) => this.card(block, place)));
    const found = pattern => cards.map(card => unescape(pattern.exec(card)?.[1] ?? refuse('has a card without a name')));
    block.usernames = found(/ data-creator="([^"]*)"/);
    block.nameKeys = found(/<h3[^>]*>\s*<a[^>]*>([^<]*)</).map(name => byteString(new TextEncoder().encode(nameKey(name))));
    return block;
  }

  /** The rows of creators in whose names each of the words is found, ascending. */
  async search(words) {
    const { nameDirectory, nameFileCount } = this.root;
    const names = await this.packed(`directory-names-${nameDirectory}`, reader => reader.list(nameFileCount, () => reader.name()));
    const found = await Promise.all(words.map(async word => {
      const isPart = [...word].length >= PART;
      const term = [...word].slice(0, PART).join(''), rest = [...word].slice(PART).join('');
      const number = fnv1a(term) % nameFileCount;
      const terms = await this.packed(`names-${number}-${names[number]}`, reader => this.terms(reader));
      const entries = terms.get(`${isPart ? 1 : 0}${term}`) ?? [];
      return new Set(entries.filter(entry => entry.rest.startsWith(rest)).map(entry => entry.row));
    }));
    return [...found[0]].filter(row => found.every(rows => rows.has(row)));
  }

  terms(reader) {
    const { n } = this.root;
    const terms = new Map();
    while (reader.at < reader.bytes.length) {
      const term = reader.text(), isPart = reader.count(1);
      let row = 0;
      terms.set(`${isPart}${term}`, reader.list(reader.count(LARGEST), () => {
        row += reader.count(n - 1 - row);
        return { row, rest: isPart ? reader.text() : '' };
      }));
    }
    return terms;
  }
}

/** From so many code points on, a word is found inside of others. */
const PART = 3;
/** So many files are asked for at a time, as browsers have a limit. */
const REQUESTS = 200;

/** Bytes as a string that compares as they do. */
const byteString = bytes => Array.from(bytes, byte => String.fromCharCode(byte)).join('');

const ENTITIES = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };
const unescape = html => html.replace(/&(lt|gt|amp|quot|#39);/g, (_, entity) => ENTITIES[entity]);

/** What names are ordered by: each code point in upper, then in lower case. */
const nameKey = name => Array.from(name, each => Array.from(each.toUpperCase(), upper => upper.toLowerCase()).join('')).join('');

/** The first index below `length` from which on a condition holds. */
function firstIndex(length, holds) {
  let low = 0;
  while (low < length) {
    const middle = (low + length) >> 1;
    if (holds(middle)) length = middle; else low = middle + 1;
  }
  return low;
}

// ---- Query ----------------------------------------------------------------------------------------------------------

const oneOf = values => value => values.includes(value) && value;
const number = value => millionths(value) !== null && value;
const whole = limit => value => /^\d+$/.test(value) && value >= 1 && value <= limit && String(Number(value));
const category = (value, { categories }) => categories.includes(slug(value)) && slug(value);
const choice = facet => oneOf(FACETS[facet][1]);

/** In the order of addresses: what makes of a value the one that is meant, or nothing. */
const PARAMETERS = new Map(Object.entries({
  market: (value, { market }) => value === market && value,
  category, type: choice(0), score_min: number, score_max: number, followers_min: number, followers_max: number,
  audience_age: choice(1), audience_gender: choice(2), quick: choice(3), frequent: choice(4), reliable: choice(5),
  managed: choice(6), gmv_min: number, gmv_max: number, units_min: number, views_min: number, gpm_video_min: number,
  gpm_live_min: number, engagement_min: number, rating_min: number, products_min: number, unknown: oneOf(['include', 'exclude']),
  q: value => wordsOf(value).length > 0 && value, sort: oneOf(SORTS), page: whole(2 ** 31 - 1), per_page: whole(100),
}));
const REPEATABLE = ['category', 'audience_age'];
/** Not filters, so that they have no chip. */
const ORDERING = ['sort', 'page', 'per_page'];

const slug = name => name.toLowerCase().replace(/['\u2019]/g, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

/** A decimal number in millionths, rounded half to even; null where the text is none. */
function millionths(text) {
  const [, sign, whole, fraction = '', exponent = 0] = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text) ?? [];
  if (!whole || Math.abs(exponent) > 400) return null;
  const shift = Number(exponent) - fraction.length + 6;
  let value = BigInt(whole + fraction) * 10n ** BigInt(Math.max(0, shift));
  const divisor = 10n ** BigInt(Math.max(0, -shift));
  const twice = value % divisor * 2n;
  value /= divisor;
  if (twice > divisor || twice === divisor && value % 2n === 1n) value++;
  return value >= 2n ** 63n ? null : sign === '-' ? -value : value;
}

/** The words of a name as they are searched for: without case and accents. */
function wordsOf(name) {
  const plain = { ς: 'σ', đ: 'd', ð: 'd', ł: 'l', ø: 'o', ħ: 'h', ı: 'i', æ: 'ae', œ: 'oe' };
  const folded = name.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toUpperCase().toLowerCase()
    .replace(/[ςđðłøħıæœ]/g, letter => plain[letter]).normalize('NFKC');
  return folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/**
 * Reads the parameters of an address: a map from each name to its values, and what is wrong, a sentence for each name.
 *
 * @param site `market`, `pageSize` and the slugs of `categories`
 */
export function parseQuery(parameters, site) {
  const query = new Map();
  const faults = new Map();
  for (const [name, text] of parameters) {
    if (text === '' || name === 'q' && !text.trim()) continue;  // forms send those
    const read = PARAMETERS.get(name);
    const value = read?.(text, site);
    const values = query.get(name) ?? [];
    if (!read) faults.set(name, `There is no filter “${name}”.`);
    else if (!value) faults.set(name, `“${text}” is no value of “${name}”.`);
    else if (values.length && !REPEATABLE.includes(name)) faults.set(name, `“${name}” stands more than once.`);
    else if (!values.includes(value)) query.set(name, [...values, value]);
  }
  return { query, faults };
}

/** Parameters in the order of addresses, without those that say what holds anyway. */
export function canonical(parameters, { pageSize }) {
  const defaults = { unknown: 'exclude', sort: 'followers', page: '1', per_page: String(pageSize) };
  return [...PARAMETERS.keys()].flatMap(name => parameters.filter(([each, value]) =>
    each === name && name !== 'market' && value.trim() && value !== defaults[name]));
}

// ---- Answer ---------------------------------------------------------------------------------------------------------

const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const ascending = (a, b) => a - b;
const range = length => Array.from({ length }, (_, i) => i);

/** A query in the numbers of an index. */
class Filter {
  constructor(query, root, pageSize) {
    const only = name => query.get(name)?.[0];
    const size = Number(only('per_page') ?? pageSize);
    this.start = (Number(only('page') ?? 1) - 1) * size;
    this.stop = this.start + size;
    this.sort = SORTS.indexOf(only('sort') ?? 'followers');
    this.figure = FIGURES.indexOf(SORTS[this.sort]);
    this.words = wordsOf(only('q') ?? '');
    this.includesUnknown = only('unknown') === 'include';

    /** The codes of which a creator must have one, by facet; of a category its number + 1. */
    this.codes = new Map();
    FACETS.forEach(([name, values], facet) => {
      if (query.has(name)) this.codes.set(facet, query.get(name).map(value => values.indexOf(value) + 1));
    });
    if (query.has('category')) this.codes.set(CATEGORY, query.get('category').map(slug => root.categories.indexOf(slug) + 1));

    /** Values from `min` to below `end` lie within a bound. */
    this.bounds = FIGURES.flatMap((name, figure) => {
      const [min, max] = [only(`${name}_min`), only(`${name}_max`)];
      const unit = 10n ** BigInt(6 - root.figures[figure].places);
      const floor = value => value / unit - (value % unit < 0n ? 1n : 0n);
      return min || max ? [{
        figure, min: min ? exact(-floor(-millionths(min))) : -Infinity, end: max ? exact(floor(millionths(max)) + 1n) : Infinity,
      }] : [];
    });
    this.prepare();
  }

  /** For each value of the bytes A and B, a bit for each facet that it fails. */
  prepare() {
    this.aMisses = new Uint8Array(A_LIMIT);
    this.bMisses = new Uint8Array(B_LIMIT);
    for (const [facet, codes] of this.codes) {
      const misses = facet < IN_A ? this.aMisses : this.bMisses;
      if (facet < CATEGORY) misses.forEach((_, byte) => { if (!codes.includes(codeOf(byte, facet))) misses[byte] |= 1 << facet; });
    }
    this.categories = this.codes.has(CATEGORY) && new Set(this.codes.get(CATEGORY));
  }

  /** The same filter for creators of any category. */
  inAnyCategory() {
    const filter = Object.assign(Object.create(Filter.prototype), this, { codes: new Map(this.codes) });
    filter.codes.delete(CATEGORY);
    filter.prepare();
    return filter;
  }

  /** The list that holds all matches: of the only category, or of the market. */
  get scope() { return this.codes.get(CATEGORY)?.length === 1 ? this.codes.get(CATEGORY)[0] : 0; }

  /** A bit for each facet that a creator of a block fails. */
  misses({ a, b, categories: [first, second, third] }, place) {
    const misses = this.aMisses[a[place]] | this.bMisses[b[place]];
    const { categories } = this;
    if (!categories || categories.has(first[place]) || categories.has(second[place]) || categories.has(third[place])) return misses;
    return misses | 1 << CATEGORY;
  }

  /** Whether a figure satisfies a bound: null is unknown, and so is a range that the bound cuts. */
  allows({ min, end }, from, to = from) {
    if (from === null) return this.includesUnknown;
    if (to < min || from >= end) return false;
    return from >= min && (to < end || end === Infinity) || this.includesUnknown;
  }

  /** Whether a creator of a block with values satisfies all bounds. */
  allowsAll(block, place) { return this.bounds.every(bound => this.allows(bound, block.values[bound.figure][place])); }
}

/** How many match, and for each value of each facet how many would match with it in place of the facet's own filter. */
class Tally {
  total = 0;

  constructor({ categories }) {
    this.counts = [...FACETS.map(([, values]) => values), categories].map(values => new Float64Array(values.length + 1));
  }

  /** Counts a creator who satisfies all but choices; says whether these as well. */
  add(filter, block, place) {
    const misses = filter.misses(block, place);
    if (misses & (misses - 1)) return false;
    if (misses === 0) this.total++;
    for (let facet = 0; facet < CATEGORY; facet++) {
      if (misses === 0 || misses === 1 << facet) this.counts[facet][codeOf((facet < IN_A ? block.a : block.b)[place], facet)]++;
    }
    if (misses === 0 || misses === 1 << CATEGORY) for (const plane of block.categories) this.counts[CATEGORY][plane[place]]++;
    return misses === 0;
  }

  /** By the names of facets and values; NaN where it is not known. */
  named({ categories }) {
    return Object.fromEntries([...FACETS, ['category', categories]].map(([name, values], facet) =>
      [name, Object.fromEntries(values.map((value, i) => [value, this.counts[facet][i + 1]]))]));
  }
}

/** Lets every creator of a segment pass whose choices nobody asks for. */
const anyone = size => ({ size, a: new Uint8Array(size), b: new Uint8Array(size), categories: range(3).map(() => new Uint8Array(size)) });

/** Groups of rows by a key, in order of the keys. */
function grouped(rows, keyOf, inOrder) {
  const groups = new Map();
  for (const row of rows) {
    const key = keyOf(row);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(row);
  }
  return [...groups].sort(([a], [b]) => inOrder(a, b)).map(([key, rows]) => ({ key, rows }));
}

/** The groups that reach into positions from `start` to `stop`, and how many stand before them. */
function reaching(groups, start, stop) {
  let [end, before] = [0, 0];
  const kept = groups.filter(({ rows }) => {
    const begin = end;
    end += rows.length;
    if (end <= start) before = end;
    return end > start && begin < stop;
  });
  return { groups: kept, before };
}

/** So few creators are looked at one by one. */
const FEW = 48;
const [OUTSIDE, WITHIN, CUT] = [0, 1, 2];

/**
 * How one query is answered with few bytes. What is found grows step by step: `tally`, and where they are known `hits`, a
 * mark for each matching row, or the matching `creators` themselves.
 */
class Plan {
  constructor(index, filter, signal) {
    Object.assign(this, { index, filter, signal, root: index.root });
  }

  // -- Counting

  async count() {
    const { index, filter, root } = this;
    if (filter.words.length) return this.countNamed();
    const cheap = await this.countCheaply();
    if (cheap) return { tally: cheap };
    if (!root.isLarge) return this.sift([await this.whole(0)]);
    const { scope } = filter;
    if (scope && root.scopes[scope].size <= root.recordDepth && this.isExact) {
      // The category's list tells all but how many there would be in other categories.
      const others = await new Plan(index, filter.inAnyCategory()).countCheaply();
      if (others) {
        const found = this.sift([await this.whole(scope)]);
        found.tally.counts[CATEGORY] = others.counts[CATEGORY];
        return found;
      }
    }
    return this.scan();
  }

  /** Whether values tell everything about the bounds: a range has its lower end only. */
  get isExact() { return !this.filter.bounds.some(({ figure }) => this.root.figures[figure].hasRanges); }

  /** Everybody in a scope; of a large one, those that a list has. */
  async whole(scope) {
    if (!this.isExact) refuse('does not tell upper ends here');
    const { isSmall, size } = this.root.scopes[scope];
    const block = isSmall ? await this.index.small(scope) : await this.index.records(scope, this.filter.sort);
    if (size === this.root.n) block.rows ??= range(size);
    return block;
  }

  /** Of those whose names match; few of them are taken from their cards' files. */
  async countNamed() {
    const { index, filter, root } = this;
    const rows = await index.search(filter.words);
    const only = new Uint8Array(root.n);
    for (const row of rows) only[row] = 1;
    if (!root.isLarge) return this.sift([await this.whole(0)], only);
    if (rows.length > FEW || !this.isExact) return this.scan({ only });
    const tally = new Tally(root);
    const creators = (await index.creators(rows)).filter(({ block, place }) =>
      filter.allowsAll(block, place) && tally.add(filter, block, place));
    return { tally, creators };
  }

  /** By the cube or a digest, where there are so few filters that these have the counts. */
  async countCheaply() {
    const { filter: { codes, bounds }, root: { cube, isLarge } } = this;
    const groups = new Map([...codes].map(([facet, codes]) => [facet, codes.map(code => this.valueOf(facet, code))]));
    // Age bands exclude each other, categories do not, so of these only one can be looked up.
    if ([...groups.values()].some(values => values.includes(-1)) || codes.get(CATEGORY)?.length > 1) return null;
    if (bounds.length === 0 && groups.size <= 2) return this.tallyOf(groups, place => (place < 0 ? this.root.n : cube[place]));
    return bounds.length === 1 && groups.size <= 1 && isLarge && this.isExact ? this.countByDigest(groups) : null;
  }

  /** The number of a choice among the values of the cube; -1 where it is not counted. */
  valueOf(facet, code) {
    if (facet === CATEGORY) return code - 1;
    const choice = CHOICES.findIndex(each => each[0] === facet && each[1] === code);
    return choice < 0 ? -1 : this.root.categories.length + choice;
  }

  /** Sums up what `at` counts by the place of a combination, -1 being everybody. */
  tallyOf(groups, at) {
    const { combos } = this.root;
    const sum = ([group, ...others], chosen = []) => (group
      ? group.reduce((total, value) => total + sum(others, [...chosen, value]), 0)
      : at(chosen.length ? combos.get(chosen.sort(ascending).join()) : -1));
    const tally = new Tally(this.root);
    tally.total = sum([...groups.values()]);
    tally.counts.forEach((counts, facet) => {
      const others = [...groups].filter(([each]) => each !== facet).map(([, values]) => values);
      for (let code = 1; code < counts.length; code++) {
        const value = this.valueOf(facet, code);
        counts[code] = value < 0 ? NaN : sum([...others, [value]]);
      }
    });
    return tally;
  }

  async countByDigest(groups) {
    const { index, filter } = this;
    const [bound] = filter.bounds;
    const [digest, ...blocks] = await Promise.all([index.digest(bound.figure), ...this.bucketsCutBy(bound)]);
    const whole = this.standings(bound).flatMap((standing, bucket) => (standing === WITHIN ? [bucket] : []));
    if (filter.includesUnknown) whole.push(this.standings(bound).length);
    const tally = this.tallyOf(groups, place => whole.reduce((sum, bucket) => sum + digest.at(place + 1, bucket), 0));
    for (const block of blocks) {
      for (let i = 0; i < block.size; i++) if (filter.allowsAll(block, i)) tally.add(filter, block, i);
    }
    return tally;
  }

  /** How each bucket of a figure stands to a bound: within it, outside, or cut by one of its ends. */
  standings({ figure, min, end }) {
    const { borders } = this.root.figures[figure];
    return range(borders.length + 1).map(bucket => {
      const [low, high] = [borders[bucket - 1] ?? 0, borders[bucket] ?? Infinity];
      if ([min, end].some(limit => low < limit && limit < high)) return CUT;
      return low >= min && high <= end ? WITHIN : OUTSIDE;
    });
  }

  bucketsCutBy(bound) {
    return this.standings(bound).flatMap((standing, bucket) => (standing === CUT ? [this.index.bucket(bound.figure, bucket)] : []));
  }

  // -- Looking at creators one by one

  /** Counts the creators of blocks with values, and marks them where there are rows; `only` marks those to be looked at. */
  sift(blocks, only) {
    const { filter, root } = this;
    const found = { tally: new Tally(root), hits: blocks.every(block => block.rows) ? new Uint8Array(root.n) : null };
    for (const block of blocks) {
      for (let i = 0; i < block.size; i++) {
        if (only && !only[block.rows[i]] || !filter.allowsAll(block, i)) continue;
        if (found.tally.add(filter, block, i) && found.hits) found.hits[block.rows[i]] = 1;
      }
    }
    return found;
  }

  /**
   * Goes through all rows, or those that `only` marks. With a `limit` it ends once so many match; that, like `isCounting`
   * being false, is for those who need the marks alone.
   */
  async scan({ only, limit = Infinity, isCounting = true } = {}) {
    const { index, filter, signal, root: { n, segmentSize, segmentCount } } = this;
    const [bound, ...otherBounds] = filter.bounds;
    if (bound && !otherBounds.length && !only && !filter.includesUnknown && this.isExact && limit === Infinity) {
      // A narrow bound leaves few buckets, and these have all that is asked for.
      const near = this.standings(bound).flatMap((standing, bucket) => (standing === OUTSIDE ? [] : [bucket]));
      const most = bound.figure === FOLLOWERS ? 3 : 2 * segmentCount;
      if (near.length <= most) return this.sift(await Promise.all(near.map(bucket => index.bucket(bound.figure, bucket))));
    }
    let segments = range(segmentCount);
    const marked = (marks, segment) => marks.subarray(segment * segmentSize, (segment + 1) * segmentSize).includes(1);
    if (only) segments = segments.filter(segment => marked(only, segment));
    const followers = filter.bounds.find(({ figure }) => figure === FOLLOWERS);
    if (followers) {
      const verdicts = await Promise.all(segments.map(segment => this.verdicts(followers, segment)));
      segments = segments.filter((_, i) => verdicts[i].includes(WITHIN));
    }
    const needsRecords = isCounting || filter.codes.size > 0;
    const load = segment => Promise.all([
      needsRecords ? index.segment(segment) : anyone(index.sizeOfSegment(segment)),
      ...filter.bounds.map(bound => this.verdicts(bound, segment)),
    ]);
    const loaded = limit === Infinity ? await Promise.all(segments.map(load)) : [];
    const found = { tally: new Tally(this.root), hits: new Uint8Array(n) };
    for (const [i, segment] of segments.entries()) {
      const [block, ...verdicts] = loaded[i] ?? await load(segment);
      for (let place = 0, row = segment * segmentSize; place < block.size; place++, row++) {
        if (only && !only[row] || verdicts.some(verdict => !verdict[place])) continue;
        if (found.tally.add(filter, block, place)) found.hits[row] = 1;
      }
      if (found.tally.total >= limit) break;
      await new Promise(resolve => setTimeout(resolve));  // typing goes on meanwhile
      signal?.throwIfAborted();
    }
    return found;
  }

  /** For each row of a segment whether it satisfies a bound. */
  async verdicts(bound, segment) {
    const { index, filter, root: { segmentSize, figures } } = this;
    const [{ codes, uppers }, ...blocks] = await Promise.all([index.column(bound.figure, segment), ...this.bucketsCutBy(bound)]);
    const standings = [Number(filter.includesUnknown), ...this.standings(bound)];
    const verdicts = codes.map(code => standings[code]);
    const lowers = new Map();
    for (const { size, rows, values } of blocks) {
      for (let i = 0; i < size; i++) {
        const place = rows[i] - segment * segmentSize;
        if (place < 0 || place >= verdicts.length) continue;
        const value = values[bound.figure][i];
        verdicts[place] = filter.allows(bound, value);
        if (uppers.has(place)) lowers.set(place, value);
      }
    }
    for (const [place, upper] of uppers) {
      // Where no end of the bound cuts the bucket, its lowest value stands for all.
      const lower = lowers.get(place) ?? figures[bound.figure].borders[codes[place] - 2] ?? 0;
      verdicts[place] = filter.allows(bound, lower, upper);
    }
    return verdicts.includes(CUT) ? refuse('contradicts another file') : verdicts;
  }

  // -- The cards of the page

  async page(found) {
    const { index, filter } = this;
    const start = filter.start, stop = Math.min(filter.stop, found.tally.total);
    if (start >= stop) return [];
    if (found.creators) return this.picked(found.creators, start, stop);
    const walked = await this.walk(found, start, stop);
    if (walked) return walked;
    const isByRow = filter.sort === FOLLOWERS;
    const { hits } = found.hits ? found : await this.scan({ isCounting: false, limit: isByRow ? stop : Infinity });
    const rows = [];
    for (let row = hits.indexOf(1); row >= 0; row = hits.indexOf(1, row + 1)) rows.push(row);
    if (isByRow) return index.cards(0, FOLLOWERS, rows.slice(start, stop), rows.slice(start, stop));
    const candidates = await this.candidates(rows, start, stop);
    return this.picked(await index.creators(candidates.rows), start - candidates.before, stop - candidates.before);
  }

  /** Puts creators in order and takes the cards of some positions. */
  picked(creators, start, stop) {
    const { figure } = this.filter;
    const key = ({ block, place }) => (figure < 0 ? block.nameKeys[place] : block.values[figure][place] ?? -1);
    const username = ({ block, place }) => block.usernames[place];
    creators.sort((a, b) => (figure < 0 ? order(key(a), key(b)) : order(key(b), key(a))) || order(username(a), username(b)));
    return Promise.all(creators.slice(start, stop).map(({ block, place }) => this.index.card(block, place)));
  }

  /** Goes down the list of the scope from its head. Null where it does not reach so far, or does not tell enough. */
  async walk({ tally: { total }, hits }, start, stop) {
    const { index, filter, root: { scopes, recordDepth, isLarge } } = this;
    const { sort } = filter;
    const scope = hits && !isLarge ? 0 : filter.scope;  // a small list has no rows to look up
    const { size, isSmall } = scopes[scope];
    const matches = (block, place) =>
      (hits ? hits[block.rows[place]] : filter.misses(block, place) === 0 && filter.allowsAll(block, place));
    if (isSmall) {
      if (!this.isExact || hits && scope) return null;
      const block = await this.whole(scope);
      return this.picked(range(size).filter(place => matches(block, place)).map(place => ({ block, place })), start, stop);
    }
    const spans = hits ? null : await this.spans(scope);
    if (spans) {
      const positions = spans.flatMap(([first, end]) => range(end - first).map(i => first + i));
      if (!filter.codes.size && !scope && sort === FOLLOWERS) {
        const shown = positions.slice(start, stop);
        return index.cards(0, FOLLOWERS, shown, shown);
      }
      const cards = await this.walkHeads(positions, start, stop, Math.ceil(stop * positions.length / total));
      if (cards) return cards;
    }
    if (size > recordDepth && stop * size / total > recordDepth || !hits && !this.isExact) return null;
    const list = await index.records(scope, sort);
    const positions = range(list.size).filter(position => matches(list, position));
    if (positions.length < stop && list.size < size) return null;
    const shown = positions.slice(start, stop);
    return index.cards(scope, sort, shown, shown.map(position => list.rows[position]));
  }

  /**
   * The spans of positions in the scope's list in which bounds are satisfied: all, or those between two values where the
   * list is in the order of the only bounded figure. Null where that is not known.
   */
  async spans(scope) {
    const { index, root, filter: { bounds: [bound, ...others], figure, includesUnknown } } = this;
    const { size } = root.scopes[scope];
    if (!bound) return [[0, size]];
    if (others.length || bound.figure !== figure || !root.isLarge || !this.isExact) return null;
    const { borders } = root.figures[figure];
    const digest = await index.digest(figure);
    const countFrom = async limit => {
      let count = 0;
      for (const bucket of range(borders.length + 1)) {
        if ((borders[bucket - 1] ?? 0) >= limit) count += digest.at(scope, bucket);
        else if (limit < (borders[bucket] ?? Infinity)) {
          const { values, categories } = await index.bucket(figure, bucket);
          const isInScope = (_, i) => !scope || categories.some(plane => plane[i] === scope);
          count += values[figure].filter((value, i) => value >= limit && isInScope(value, i)).length;
        }
      }
      return count;
    };
    const [first, end] = [await countFrom(bound.end), await countFrom(bound.min)];
    const known = size - digest.at(scope, borders.length + 1);
    return [[first, Math.max(first, end)], includesUnknown ? [known, size] : [0, 0]];
  }

  /** The matching ones of some positions of the scope's list, where heads are expected to have as many `positions` as needed. */
  async walkHeads(positions, start, stop, needed) {
    const { index, filter, root: { headSize, headCount } } = this;
    const reach = headSize * headCount;
    if (!(positions[Math.min(needed, positions.length) - 1] < reach)) return null;
    const matches = [];
    for (const position of positions) {
      if (position >= reach) return null;
      const head = await index.head(filter.scope, filter.sort, Math.floor(position / headSize));
      const place = position % headSize;
      if (filter.misses(head, place) === 0) matches.push({ head, place });
      if (matches.length === stop) return Promise.all(matches.slice(start).map(({ head, place }) => index.card(head, place)));
    }
    return refuse('contradicts another file');
  }

  /** Of matching rows those that may stand on the page, and how many stand before them: first by buckets, then by values. */
  async candidates(rows, start, stop) {
    if (rows.length <= FEW) return { rows, before: 0 };
    const { index, filter: { figure }, root: { segmentSize } } = this;
    const segmentOf = row => Math.floor(row / segmentSize);
    const columns = new Map(await Promise.all([...new Set(rows.map(segmentOf))].map(async segment =>
      [segment, (await index.column(figure, segment)).codes])));
    const codeOf = row => columns.get(segmentOf(row))[row % segmentSize];
    const descending = (a, b) => order(b, a);
    const byBucket = reaching(grouped(rows, codeOf, figure < 0 ? ascending : descending), start, stop);
    let candidates = { rows: byBucket.groups.flatMap(({ rows }) => rows), before: byBucket.before };
    if (figure < 0 || candidates.rows.length <= FEW) return candidates;
    const values = new Map();
    for (const { key } of byBucket.groups) {
      if (key === 0) continue;
      const block = await index.bucket(figure, key - 1);
      block.rows.forEach((row, i) => values.set(row, block.values[figure][i]));
    }
    const ties = grouped(candidates.rows, row => values.get(row) ?? -1, descending);
    const byValue = reaching(ties, start - candidates.before, stop - candidates.before);
    return { rows: byValue.groups.flatMap(({ rows }) => rows), before: candidates.before + byValue.before };
  }
}

/**
 * Answers a query: how many match, `counts[facet][value]` of how many each value would give, and the cards of the page.
 *
 * @param query of `parseQuery`
 * @param signal aborts it where another query is asked meanwhile
 */
export async function answer(index, query, pageSize, signal) {
  const filter = new Filter(query, index.root, pageSize);
  const plan = new Plan(index, filter, signal);
  // Most pages begin at the head of a list, so it is on its way while others are counted.
  const { scope, sort, start, words } = filter;
  if (start < index.root.headSize && !words.length && index.root.scopes[scope].size) index.head(scope, sort, 0).catch(() => {});
  const found = await plan.count();
  const cards = await plan.page(found);
  signal?.throwIfAborted();
  return { total: found.tally.total, counts: found.tally.named(index.root), cards };
}

// ---- Page -----------------------------------------------------------------------------------------------------------

const byId = id => document.getElementById(id);
const withCommas = number => String(number).replace(/^\d+/, digits => digits.replace(/\B(?=(\d{3})+$)/g, ','));

function element(name, attributes, ...content) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...content);
  return node;
}

/** The form of the filters, the address, and the results: whichever changes, the others follow. */
class CataloguePage {
  constructor(form, results) {
    Object.assign(this, { form, results });
    this.site = { market: results.dataset.market, pageSize: Number(results.dataset.pageSize) };
    this.indexAddress = results.dataset.index;
    /** The server has answered the address already, and would answer others. */
    this.isServed = 'answered' in results.dataset;
    /** What the page came with, if that is what an address without a query shows. */
    this.original = this.isServed ? null : this.state();
    /** The parameters in force that can be used. */
    this.parameters = this.canonical(this.addressed());
  }

  start() {
    this.form.addEventListener('input', event => this.fieldChanged(event));
    this.form.addEventListener('change', event => this.fieldChanged(event));
    // The sort stands outside of the form, and belongs to it.
    for (const field of this.form.elements) {
      if (!this.form.contains(field)) field.addEventListener('change', event => this.fieldChanged(event));
    }
    this.form.addEventListener('submit', event => {
      event.preventDefault();
      this.formChanged();
    });
    document.addEventListener('click', event => this.clicked(event));
    addEventListener('popstate', () => {
      if (location.search !== this.shownSearch) this.addressChanged();
    });
    this.fillForm();
    this.shownSearch = location.search;
    if (!this.isServed && location.search.length > 1) this.show();
  }

  // -- Form and address

  addressed() { return [...new URLSearchParams(location.search)]; }

  canonical(parameters) { return canonical(parameters, this.site); }

  /** The address of parameters, on this page. */
  address(parameters) {
    const query = new URLSearchParams(this.canonical(parameters)).toString();
    return location.pathname + (query && `?${query}`);
  }

  fields(name) { return [...this.form.elements].filter(field => field.name === name); }

  /** The field that says that a parameter has a value, if the form has one. */
  fieldOf(name, value) {
    return this.fields(name).find(field => !['checkbox', 'radio'].includes(field.type) || field.value === value);
  }

  fillForm() {
    const parameters = this.addressed();
    for (const field of this.form.elements) {
      const values = parameters.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field.type === 'checkbox') field.checked = values.includes(field.value);
      else if (field.type === 'radio') field.checked = field.value === (values[0] ?? '');
      else if (field.type === 'select-one') field.value = values[0] ?? 'followers';
      else if (field.name) field.value = values[0] ?? '';
    }
  }

  /** The parameters of the form, and those in force that it has no field for. */
  formParameters() {
    const parameters = [...new FormData(this.form)];
    const kept = this.parameters.filter(([name, value]) => name !== 'page' && !this.fieldOf(name, value)
      && (REPEATABLE.includes(name) || !parameters.some(([each, value]) => each === name && value)));
    return this.canonical([...parameters, ...kept]);
  }

  fieldChanged({ type, target }) {
    const isTyping = type === 'input';
    if (isTyping && !['search', 'text', 'number'].includes(target.type)) return;  // a change follows
    clearTimeout(this.timer);
    if (isTyping) this.timer = setTimeout(() => this.formChanged(target), 250);
    else {
      this.formChanged(this.typedIn === target ? target : null);
      this.typedIn = null;
    }
  }

  /** While somebody types in a field, the history gets one entry, not one a letter. */
  formChanged(typedIn = null) {
    clearTimeout(this.timer);
    const isSameTyping = typedIn !== null && typedIn === this.typedIn;
    this.typedIn = typedIn;
    this.go(this.address(this.formParameters()), isSameTyping);
  }

  go(address, replaces = false) {
    if (address === location.pathname + location.search) return;
    history[replaces ? 'replaceState' : 'pushState'](null, '', address);
    this.show();
  }

  addressChanged() {
    clearTimeout(this.timer);
    this.typedIn = null;
    this.fillForm();
    this.show();
  }

  /** Links to other queries of this page are followed in place. */
  clicked(event) {
    const link = event.target.closest('#chips a, #results nav.pages a, a.clear');
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const folder = ({ pathname }) => pathname.replace(/[^/]*$/, '');
    if (link.origin !== location.origin || folder(link) !== folder(location)) return;
    event.preventDefault();
    this.turnsPage = Boolean(link.closest('nav.pages'));
    history.pushState(null, '', location.pathname + link.search);
    this.addressChanged();
  }

  // -- Answers

  async show() {
    this.aborting?.abort();
    const { signal } = this.aborting = new AbortController();
    const turnsPage = this.turnsPage;
    this.turnsPage = false;
    this.shownSearch = location.search;
    this.parameters = this.canonical(this.addressed());
    if (this.original && !this.parameters.length) {
      const { faults } = parseQuery(this.addressed(), { ...this.site, categories: [] });
      if (!faults.size) return this.restore(turnsPage);
    }
    this.results.setAttribute('aria-busy', 'true');
    try {
      const shown = await this.answered(signal);
      if (signal.aborted) return;
      if (shown.faults) this.showProblem([...shown.faults.values()].join(' '));
      else this.render(shown);
    } catch (error) {
      if (signal.aborted) return;
      if (this.isServed) return location.reload();
      this.showProblem(byId('failure').content.cloneNode(true));
    }
    this.finish(turnsPage);
  }

  /** What the address asks for. Where a file cannot be read, the page tells whether there is a newer index. */
  async answered(signal) {
    try {
      return await this.ask(signal);
    } catch (error) {
      signal.throwIfAborted();
      const response = await fetch(location.pathname, { cache: 'reload' });
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      this.indexAddress = page.getElementById('results')?.dataset.index ?? this.indexAddress;
      this.index = null;
      return this.ask(signal, 'reload');
    }
  }

  async ask(signal, cache) {
    this.index ??= Index.open(new URL(this.indexAddress, location.href), cache);
    const opening = this.index;
    try {
      const index = await opening;
      const { query, faults } = parseQuery(this.addressed(), { ...this.site, categories: index.root.categories });
      if (faults.size) return { faults };
      return await answer(index, query, this.site.pageSize, signal);
    } catch (error) {
      if (!signal.aborted && this.index === opening) this.index = null;
      throw error;
    }
  }
