/**
 * Behaviour of the page: filter, search, deep links, print (opens what is not conforming and keeps what the reader opened). It only reads the document and toggles `open` and
 * `hidden`; without it every line still opens.
 */
export const script = `
'use strict';
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const plain = (text) => text.normalize('NFD').replace(/\\p{M}/gu, '').toLowerCase();
  const form = document.querySelector('.filter');
  const search = form.querySelector('[type=search]');
  const output = form.querySelector('output');
  const lines = all('.exigence').map((element) => ({ element, text: '' }));
  const apply = () => {
    const verdicts = new Set(all('[name=verdict]:checked', form).map((box) => box.value));
    const warned = form.querySelector('[name=warned]').checked;
    const words = plain(search.value).split(/\\s+/).filter(Boolean);
    let shown = 0;
    for (const line of lines) {
      if (words.length > 0 && line.text === '') line.text = plain(line.element.textContent);
      const visible =
        verdicts.has(line.element.dataset.verdict) &&
        (!warned || 'warned' in line.element.dataset) &&
        words.every((word) => line.text.includes(word));
      line.element.hidden = !visible;
      if (visible) shown += 1;
    }
    for (const group of all('.chapitre .apart')) {
      group.hidden = all('.exigence:not([hidden])', group).length === 0;
      if (words.length > 0 && !group.hidden) group.open = true;
    }
    for (const chapitre of all('.chapitre')) chapitre.hidden = all('.exigence:not([hidden])', chapitre).length === 0;
    output.textContent = output.dataset.text.replace('{shown}', shown).replace('{total}', lines.length);
  };
  const setOpen = (open) => {
    for (const one of all('#exigences details')) if (one.closest('[hidden]') === null) one.open = open;
  };
  const reveal = () => {
    let id;
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch {
      return;
    }
    const target = id === '' ? null : document.getElementById(id);
    if (target === null) return;
    for (let at = target; at !== null; at = at.parentElement) {
      if (at instanceof HTMLDetailsElement) at.open = true;
      if (at !== form && at.hidden) at.hidden = false;
    }
    target.scrollIntoView();
    target.querySelector(':scope > summary')?.focus({ preventScroll: true });
  };
  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', apply);
  form.querySelector('[data-open]').addEventListener('click', () => setOpen(true));
  form.querySelector('[data-close]').addEventListener('click', () => setOpen(false));
  addEventListener('hashchange', reveal);
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (link !== null && link !== undefined && link.hash === location.hash) reveal();
  });
  let opened = [];
  addEventListener('beforeprint', () => {
    const troubled = ['bad', 'broken', 'warn', 'wait'].flatMap((tone) => ['.exigence.' + tone, '.row.' + tone]);
    opened = all(troubled.concat('.verdict details', '.faults').join(',')).filter((one) => !one.open);
    for (const one of opened) one.open = true;
  });
  addEventListener('afterprint', () => {
    for (const one of opened) one.open = false;
  });
  addEventListener('load', reveal);
  apply();
})();
`;
