/* A member's list: filters apply as they are set, ticks are kept at once, and the page stays where it is. Everything is a
   form or a link that works without this script; it sends the same and puts the answer in place. */

const announce = text => { document.getElementById('announce').textContent = text; };
let running = null;

/** The address of the list with what the form says; empty fields stay out of it. */
function address(form) {
  const fields = [...new FormData(form)].filter(([, value]) => value !== '');
  const query = new URLSearchParams(fields).toString();
  return form.getAttribute('action') + (query ? `?${query}` : '');
}

/** Puts a list's answer in the place of the one that stands, and keeps the focus where it was. */
async function show(url, options = {}) {
  running?.abort();
  running = new AbortController();
  const results = document.getElementById('results');
  results.setAttribute('aria-busy', 'true');
  try {
    const answer = await fetch(url, { ...options, signal: running.signal, headers: { Accept: 'text/html' } });
    if (!answer.ok) { location.assign(url); return; }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const focus = document.activeElement;
    const card = focus?.closest('.card')?.dataset.creator;
    const [name, value] = [focus?.name, focus?.value];
    const isField = focus?.form?.id === 'filters' && focus.type === 'search';
    for (const selector of ['.head h1', '.rail > summary', '#results', ...(isField ? [] : ['#filters', '.own-filters'])]) {
      const [old, fresh] = [document.querySelector(selector), page.querySelector(selector)];
      if (old && fresh) old.replaceWith(fresh);
    }
    if (!options.method) history.pushState(null, '', answer.url);
    document.title = page.title;
    announce(document.querySelector('.head h1').textContent);
    if (document.activeElement !== focus && !isField) {
      const field = name && [...document.getElementsByName(name)].find(each => each.value === value && each.type !== 'hidden');
      (field || card && document.querySelector(`.card[data-creator="${CSS.escape(card)}"] h3 a`) || document.getElementById('results')).focus({ preventScroll: true });
    }
  } catch (error) {
    if (error.name !== 'AbortError') location.assign(url);
  }
}

let waiting = 0;
document.addEventListener('change', ({ target }) => {
  if (target.form?.id === 'filters') show(address(target.form));
  if (target.form?.id === 'pick') send(target.form, target.value);
});
document.addEventListener('input', ({ target }) => {
  if (target.form?.id !== 'filters' || !['search', 'text', 'number'].includes(target.type)) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => show(address(target.form)), 250);
});
document.addEventListener('submit', event => {
  if (event.target.id === 'filters') {
    event.preventDefault();
    show(address(event.target));
  }
  if (event.target.id === 'unpick' && event.submitter) {
    event.preventDefault();
    send(event.target, event.submitter.value);
  }
});
document.addEventListener('click', event => {
  const link = event.target.closest('.chips a, .pages a, a.clear');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  show(link.href).then(() => document.getElementById('results').focus({ preventScroll: true }));
});
addEventListener('popstate', () => location.reload());

/** Keeps or drops one creator, and shows the list as it is then. */
function send(form, creator) {
  const body = new URLSearchParams(new FormData(form));
  body.delete('creator');
  body.append('creator', creator);
  return show(form.action, { method: 'POST', body });
}
