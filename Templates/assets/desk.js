/* Comforts of a list: how dense it is, keys while a card has the focus, what a figure means by tap or key, who is to be
   compared, pages fetched ahead, and the sheet of filters on a phone. The list works without this script. */

const byId = id => document.getElementById(id);
const results = () => byId('results');
const views = [...document.querySelectorAll('.view input')];

// How dense

try {
  const kept = localStorage.getItem('view');
  for (const view of views) view.checked = view.value === (kept ?? 'cards');
} catch { /* storage is switched off: the page starts with cards */ }

function keepView({ target }) {
  if (!views.includes(target)) return;
  try { localStorage.setItem('view', target.value); } catch { /* it holds for this page */ }
}

// What a figure means

const tip = document.createElement('div');
tip.className = 'tip';
tip.setAttribute('role', 'status');
document.body.append(tip);

let shownAt = 0;  // how far the page was scrolled then

function explain(lines, beside) {
  shownAt = scrollY;
  tip.replaceChildren(...lines.map(line => Object.assign(document.createElement('p'), { textContent: line })));
  const { left, bottom, top } = beside.getBoundingClientRect();
  tip.style.insetInlineStart = `${Math.max(8, Math.min(left, innerWidth - tip.offsetWidth - 8))}px`;
  const fitsBelow = bottom + tip.offsetHeight + 12 < innerHeight;
  tip.style.insetBlockStart = `${Math.max(8, fitsBelow ? bottom + 6 : top - tip.offsetHeight - 6)}px`;
}

const hideTip = () => tip.replaceChildren();

/** Everything that a card says in short, in full. */
function fullTexts(card) {
  const figures = [...card.querySelectorAll('.facts > div')].filter(figure => figure.offsetParent).map(figure => {
    const [name, value] = figure.children;
    return `${name.textContent}: ${value.querySelector('[title]')?.title ?? value.textContent}. ${name.title}`;
  });
  const labels = [...card.querySelectorAll('.badges [title], .score')].map(({ innerText, title }) => `${innerText.replace(/\s+/g, ' ')}: ${title}`);
  return [...figures, ...labels];
}

// Keys, while the focus is in the list

const actions = {
  j: card => move(card, 1),
  k: card => move(card, -1),
  c: card => card.querySelector('.do > :first-child button, .do > a.off')?.focus(),
  i: card => card.querySelector('.do .go')?.click(),
  x: card => (card.querySelector('input[form=pick], button[form=unpick]') ?? card.querySelector('input[name=compare]'))?.click(),
  e: card => explain(fullTexts(card), card.querySelector('.facts')),
  v: () => { const other = views.find(view => !view.checked); other?.click(); },
};

function move(card, step) {
  const cards = [...results().querySelectorAll('.card')], here = cards.indexOf(card);
  const next = cards[here < 0 ? 0 : Math.min(cards.length - 1, Math.max(0, here + step))];
  next?.querySelector('h3 a').focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}

function pressed(event) {
  if (event.key === 'Escape') { hideTip(); closeSheet(); }
  const { target, key } = event, card = target.closest('.card');
  if (event.ctrlKey || event.metaKey || event.altKey || !results()?.contains(target) || target.matches('input, textarea, select')) return;
  const action = card || key === 'j' ? actions[key] : null;
  if (!action) return;
  event.preventDefault();
  hideTip();
  action(card);
}

// Who is to be compared, where the list has a bar for it: kept while the tab is open, over pages and filters

const bar = byId('compare-bar');
const LIMIT = 6;

function chosen() {
  try { return JSON.parse(sessionStorage.getItem('compare')) ?? []; } catch { return []; }
}

function choose(names) {
  try { sessionStorage.setItem('compare', JSON.stringify(names)); } catch { /* storage is switched off: nothing is kept */ }
  showChosen();
}

function showChosen() {
  if (!bar) return;
  const names = chosen(), [link] = bar.children;
  for (const box of document.querySelectorAll('input[name=compare]')) box.checked = names.includes(box.value);
  bar.hidden = !names.length;
  const text = names.length < 2 ? link.dataset.one : link.dataset.many.replace('#', names.length);
  if (link.textContent !== text) link.textContent = text;  // the list around it is watched
  link.href = `${link.getAttribute('href').split('?')[0]}?${new URLSearchParams(names.map(name => ['creator', name]))}`;
}

function toggled({ target }) {
  if (target.name !== 'compare') return;
  const others = chosen().filter(name => name !== target.value);
  if (target.checked && others.length >= LIMIT) {
    target.checked = false;
    explain([bar.children[0].dataset.limit], target);
  } else choose(target.checked ? [...others, target.value] : others);
}

// The page of a creator comes while one makes up one's mind

function fetchAhead({ target }) {
  const link = target.closest?.('.card')?.querySelector('h3 a');
  if (!link || 'ahead' in link.dataset || navigator.connection?.saveData) return;
  link.dataset.ahead = '';
  document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: link.href }));
}

// The sheet of filters

const rail = document.querySelector('.rail');
const isPhone = matchMedia('(max-width: 59.99rem)');
const isSheet = () => rail?.open && isPhone.matches;

function closeSheet() {
  if (!isSheet()) return;
  rail.open = false;
  rail.querySelector('summary').focus();
}

/** A tap beside the sheet closes it, and does nothing else. */
function tapped(event) {
  if (!isSheet() || rail.contains(event.target)) return;
  event.preventDefault();
  event.stopPropagation();
  closeSheet();
}

/** What Tab goes on to is not left under the sheet. */
function wentOn({ target }) {
  if (isSheet() && !rail.contains(target) && target.matches(':focus-visible')) rail.open = false;
}

function clicked({ target }) {
  const told = target.closest('.card [title]:not(a)');
  if (told) {
    const term = told.closest('.facts > div')?.querySelector('dt');
    explain([...new Set([told.title, term?.title])].filter(Boolean), told);
  } else hideTip();
}

document.addEventListener('change', keepView);
document.addEventListener('change', toggled);
bar?.querySelector('button').addEventListener('click', () => { choose([]); results().focus({ preventScroll: true }); });
for (const type of ['pointerover', 'focusin']) document.addEventListener(type, fetchAhead, { passive: true });
document.addEventListener('keydown', pressed);
document.addEventListener('click', tapped, true);
document.addEventListener('click', clicked);
document.addEventListener('focusin', wentOn);
document.addEventListener('scroll', () => { if (Math.abs(scrollY - shownAt) > 60) hideTip(); }, { passive: true });
document.addEventListener('submit', ({ target }) => { if (target.id === 'filters') closeSheet(); });

const heading = byId('heading');
if (heading) new MutationObserver(() => { byId('so-far').textContent = heading.textContent; })
  .observe(heading, { childList: true, characterData: true, subtree: true });

if (bar) bar.dataset.ready = '';
showChosen();
new MutationObserver(showChosen).observe(document.querySelector('.listing'), { childList: true, subtree: true });
