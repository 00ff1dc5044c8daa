/* Creators side by side, read from their own pages: so it works wherever those are, and shows nothing that they do not. A
   server puts them on the page itself; then this keeps only who is chosen. */

import { hrefOf, pageOf } from './creator-pages.js';

const LIMIT = 6;
const [state, region, { dataset: words }] = ['compare-state', 'comparison', 'compare-words'].map(id => document.getElementById(id));
const asked = [...new Set(new URLSearchParams(location.search).getAll('creator'))].slice(0, LIMIT);
const make = (name, properties = {}, ...children) => {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
};

/** What a creator's page says; null where there is none. */
async function read(name) {
  const chunks = Number(words.chunks ?? 0), href = hrefOf(name, chunks);
  const article = (await pageOf(name, chunks).catch(() => null))?.querySelector('article.creator');
  if (!article) return null;
  const figures = new Map();
  for (const node of article.querySelectorAll('[data-figure]')) {
    if (figures.has(node.dataset.figure)) continue;
    const [name, value] = node.children;  // of a list of figures, or a row of a chart's table
    figures.set(node.dataset.figure, {
      label: name.textContent, number: 'number' in node.dataset ? Number(node.dataset.number) : null,
      content: value.matches('td') ? [make('span', { className: 'value', textContent: value.textContent })]
        : [...value.childNodes].filter(part => part.nodeName !== 'METER'),
      isBand: !('number' in node.dataset) && !!node.querySelector('.value'), isMoney: /^(gmv|gpm)/.test(node.dataset.figure),
    });
  }
  return { name, href, figures, currency: article.dataset.currency, title: article.querySelector('h1'), face: article.querySelector('.face') };
}

/** The highest, or of waiting times the lowest; none where that cannot be said: one value, a band, shares of an audience, two currencies. */
function bestOf(figure, creators) {
  const found = creators.map(({ figures }) => figures.get(figure)), numbers = found.map(each => each?.number).filter(Number.isFinite);
  const currencies = new Set(creators.filter(({ figures }) => Number.isFinite(figures.get(figure)?.number)).map(each => each.currency));
  if (new Set(numbers).size < 2 || figure.startsWith('audience') || found.some(each => each?.isBand) || found.some(each => each?.isMoney) && currencies.size > 1) return NaN;
  return (figure === 'response_hours' ? Math.min : Math.max)(...numbers);
}

function head(creator, creators) {
  const others = new URLSearchParams(creators.filter(each => each !== creator).map(each => ['creator', each.name]));
  const link = make('a', { href: creator.href }, ...[...creator.title.childNodes].map(node => document.importNode(node, true)));
  for (const name of ['lang', 'dir']) link.setAttribute(name, creator.title.getAttribute(name) ?? '');
  const face = document.importNode(creator.face, true);
  face.className = 'face';
  const remove = make('a', { href: `?${others}`, className: 'hint', textContent: '×', title: words.remove.replace('#', creator.name) });
  remove.setAttribute('aria-label', remove.title);
  remove.dataset.remove = creator.name;
  return make('th', { scope: 'col' }, face, link, ' ', remove);
}

function row(figure, creators) {
  const best = bestOf(figure, creators), label = creators.find(each => each.figures.has(figure)).figures.get(figure).label;
  const cells = creators.map(({ figures }) => {
    const found = figures.get(figure), cell = make('td');
    cell.append(...(found?.content ?? [make('span', { className: 'missing', textContent: words.unknown })]).map(node => document.importNode(node, true)));
    if (found?.number === best) cell.querySelector('.value').after(' ', make('b', { className: 'best', textContent: words.best }));
    return cell;
  });
  return make('tr', {}, make('th', { scope: 'row', textContent: label }), ...cells);
}

async function show() {
  const pages = await Promise.all(asked.map(read)), creators = pages.filter(Boolean), lost = asked.filter((_, i) => !pages[i]);
  state.textContent = creators.length < 2 ? words.none : lost.length ? words.lost.replace('#', lost.map(name => `@${name}`).join(', ')) : '';
  state.hidden = !state.textContent;
  if (!creators.length) return;
  const figures = [...new Set(creators.flatMap(each => [...each.figures.keys()]))];
  region.replaceChildren(make('table', {},
    make('thead', {}, make('tr', {}, make('td'), ...creators.map(each => head(each, creators)))),
    make('tbody', {}, ...figures.map(figure => row(figure, creators)))));
  region.hidden = false;
}

function forget({ target }) {
  const { remove } = target.closest('a')?.dataset ?? {};
  if (!remove) return;
  try {
    const kept = JSON.parse(sessionStorage.getItem('compare')) ?? [];
    sessionStorage.setItem('compare', JSON.stringify(kept.filter(name => name !== remove)));
  } catch { /* storage is switched off: nothing was kept */ }
}

const unready = document.getElementById('compare-unready');
region.addEventListener('click', forget);
if (unready) {
  unready.remove();
  state.hidden = false;
  show().catch(() => { state.textContent = words.lost.replace('#', asked.map(name => `@${name}`).join(', ')); });
}
