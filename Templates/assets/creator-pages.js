/* A creator's page, wherever it stands: in a file of its own, or among many in one ("Pages in chunks" of docs/index-format.md). */

const MAGIC = 'PLP1';
const check = holds => { if (!holds) throw new Error('A file of pages is damaged.'); };
const fnv1a = text => new TextEncoder().encode(text).reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);

/** Where a creator's page is, from a page one folder deep. */
export const hrefOf = (name, chunks) => (chunks ? `../creators/index.html?name=${encodeURIComponent(name)}` : `../creators/${encodeURIComponent(name)}.html`);

/** What a file holds; null where there is none. */
async function bytesOf(path, isPacked) {
  const answer = await fetch(path);
  if (answer.status === 404) return null;
  check(answer.ok);
  const stream = isPacked ? answer.body.pipeThrough(new DecompressionStream('deflate')) : answer.body;
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The bytes of a page in a file of many: their names and lengths come first, then the pages. */
function pageIn(bytes, name) {
  const text = part => new TextDecoder().decode(part);
  let at = MAGIC.length, start = 0, found = null;
  const number = () => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      check(at < bytes.length && scale < 2 ** 35);
      const byte = bytes[at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  check(text(bytes.subarray(0, at)) === MAGIC);
  for (let left = number(); left > 0; left--) {
    const length = number(), owner = text(bytes.subarray(at, at += length)), size = number();
    if (owner.toLowerCase() === name) found = [start, size];
    start += size;
  }
  check(at + start === bytes.length);
  return found && bytes.subarray(at + found[0], at + found[0] + found[1]);
}

async function fromChunk(name, chunks) {
  const folded = name.toLowerCase(), number = fnv1a(folded) % chunks;
  const bytes = await bytesOf(`../creators/chunks/${chunks}/${number.toString(16).padStart(5, '0')}.bin`, true);
  check(bytes);  // there is one for each number: a build has taken its place since this page was loaded
  return pageIn(bytes, folded);
}

/** The page of a creator; null where there is none. Throws where it cannot be fetched. */
export async function pageOf(name, chunks) {
  const bytes = await (chunks ? fromChunk(name, chunks) : bytesOf(hrefOf(name, 0), false));
  return bytes && new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'text/html');
}
