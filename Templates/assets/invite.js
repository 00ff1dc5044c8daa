/* While a message is written: its words are counted as the server counts them (UAX #29 with dictionaries), and it is shown
   as the server will show it. Without this script the form works the same; the server says what must be changed. */

const pause = 300;

/** Words of a text: the segments with a letter, digit, kana or ideograph in them. What versions of ICU disagree on goes by
    UAX #29: a full stop between letters parts nothing, as an apostrophe does not; "@" does. */
export function wordCount(text) {
  let count = 0;
  const plain = text.replace(/(?<=\p{L})\.(?=\p{L})/gu, "'").replaceAll('@', ' ');
  for (const part of new Intl.Segmenter('en', { granularity: 'word' }).segment(plain)) if (part.isWordLike) count += 1;
  return count;
}

/** Shows a message as a creator sees it; an answer that came too late is dropped. */
class Preview {
  constructor(form, message) {
    this.form = form;
    this.message = message;
    this.words = form.querySelector('[data-words]');
    this.box = form.querySelector('div[data-preview]');
    this.limit = Number((message.dataset.wordLimit || '').replaceAll(/\D/g, ''));
    this.running = null;
    this.waiting = 0;
    message.addEventListener('input', () => this.changed());
    form.elements.template?.addEventListener('change', () => this.fill());
    this.changed();
  }

  changed() {
    this.count();
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.render(), pause);
  }

  count() {
    if (!this.words || !Intl.Segmenter) return;
    const count = wordCount(this.message.value);
    this.words.hidden = false;
    const { over, within } = this.words.dataset, places = { count, limit: this.limit, excess: count - this.limit };
    this.words.textContent = (count > this.limit ? over : within).replace(/\{(\w+)\}/g, (_, place) => places[place]);
    this.words.classList.toggle('over', count > this.limit);
  }

  async render() {
    this.running?.abort();
    if (!this.message.value.trim()) {
      this.box.hidden = true;
      return;
    }
    this.running = new AbortController();
    const body = new URLSearchParams({ message: this.message.value });
    const creator = this.form.elements.creator;
    const first = creator?.length ? creator[0] : creator;
    if (first?.value) body.set('creator', first.value);
    try {
      const answer = await fetch(this.form.dataset.preview, {
        method: 'POST', body, signal: this.running.signal, headers: { Accept: 'application/json' },
      });
      if (!answer.ok) return;
      const { html } = await answer.json();
      // The server's own Markdown, in its safe mode: the same bytes that the creator's page has.
      this.box.querySelector('.prose').innerHTML = html;
      this.box.hidden = false;
    } catch (error) {
      if (error.name !== 'AbortError') this.box.hidden = true;
    }
  }

  /** The text of a chosen template takes the place of an empty message, or of the template before. */
  async fill() {
    const id = this.form.elements.template.value;
    const isOwn = this.message.value.trim() && this.message.value !== this.filled;
    if (!id || isOwn) return;
    const address = new URL(`../templates/${id}`, new URL(this.form.dataset.preview, location.href));
    const answer = await fetch(address, { headers: { Accept: 'application/json' } });
    if (!answer.ok) return;
    this.filled = this.message.value = (await answer.json()).message;
    this.changed();
  }
}

for (const form of document.querySelectorAll('form[data-preview]')) {
  const message = form.elements.message;
  if (message) new Preview(form, message);
}
