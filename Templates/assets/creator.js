/* Puts the page of the creator who is named in the address in the place of the one that loaded this. */

import { pageOf } from './creator-pages.js';

const [shell, state] = ['creator-shell', 'creator-state'].map(id => document.getElementById(id));
const words = shell.dataset, name = new URLSearchParams(location.search).get('name') ?? '';
const say = text => { state.textContent = text.replace('#', () => name); };
/** Says that there is no page to show, and where else to go. */
const end = text => {
  say(text);
  document.getElementById('creator-ways').className = '';
};

async function show() {
  const page = await pageOf(name, Number(words.chunks));
  if (!page) return end(words.none);
  document.title = page.title;
  for (const part of ['.skip', '.top', 'main']) document.querySelector(part).replaceWith(page.querySelector(part));
  // The part that the address names was not there when the browser looked for it.
  document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

document.getElementById('creator-unready').remove();
if (name) {
  say(words.fetching);
  show().catch(() => end(words.failed));
} else end(words.unnamed);
