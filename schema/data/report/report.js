// SPDX-License-Identifier: GPL-3.0-or-later
// Tables that can be sorted and filtered. The page is complete without this script: it adds the controls and moves or
// hides rows that are there. It asks nothing of the network and keeps nothing.
(() => {
  'use strict';
  const LONG = 12; // rows from which on a table has a filter field,
  const SHORT = 6; // and where it also has a choice
  const chinese = document.documentElement.lang.startsWith('zh');
  const say = (zh, en) => (chinese ? zh : en);
  const collator = new Intl.Collator(chinese ? 'zh' : 'en', { numeric: true });
  const textOf = (row, index) => (row.cells[index] ? row.cells[index].textContent.trim() : '');

  // "+1,379.56", "77.49%", "13,377.11*"; null for an empty cell, NaN for words.
  const numberOf = (text) => {
    if (text === '') return null;
    const found = /[+\-−]?\d[\d,]*(\.\d+)?/.exec(text);
    return found ? Number(found[0].replace(/,/g, '').replace('−', '-').replace('+', '')) : NaN;
  };

  // Words that stand for a rank (severity, verdict) sort as they first stand in the table, which is sorted by rank.
  const ranksOf = (rows, index) => {
    const ranks = new Map();
    for (const row of rows) {
      const text = textOf(row, index);
      if (text !== '' && !ranks.has(text)) ranks.set(text, ranks.size);
    }
    return ranks;
  };

  const comparison = (heading, rows, index) => {
    if (heading.classList.contains('number')) return { value: (row) => numberOf(textOf(row, index)), order: (a, b) => a - b };
    if (heading.classList.contains('choice')) {
      const ranks = ranksOf(rows, index);
      return { value: (row) => ranks.get(textOf(row, index)) ?? null, order: (a, b) => a - b };
    }
    return { value: (row) => textOf(row, index) || null, order: (a, b) => collator.compare(a, b) };
  };

  // Empty cells and words among numbers stand last, whichever way; equal ones keep the order of the table.
  const sorted = (rows, { value, order }, sign) => {
    const known = (v) => v !== null && !Number.isNaN(v);
    return rows.map((row) => ({ row, v: value(row) })).sort((a, b) => {
      if (!known(a.v) || !known(b.v)) return Number(known(b.v)) - Number(known(a.v));
      return sign * order(a.v, b.v);
    }).map((one) => one.row);
  };

  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  const sortable = (table, body, rows, totals) => {
    const headings = [...table.tHead.rows[0].cells];
    const restore = (order, flat) => {
      body.append(...order, ...(flat ? totals : []));
      table.classList.toggle('sorted', flat);
    };
    const original = [...body.rows];
    headings.forEach((heading, index) => {
      const button = make('button', { type: 'button', className: 'sort' }, ...heading.childNodes);
      const first = heading.classList.contains('number') ? 'descending' : 'ascending';
      heading.append(button);
      heading.setAttribute('aria-sort', 'none');
      button.title = say('排序：再按一次反向，第三次回到原来的顺序', 'Sort; again: the other way; a third time: as printed');
      button.addEventListener('click', () => {
        const now = heading.getAttribute('aria-sort');
        const second = first === 'ascending' ? 'descending' : 'ascending';
        const next = now === 'none' ? first : now === first ? second : 'none';
        headings.forEach((other) => other.setAttribute('aria-sort', 'none'));
        heading.setAttribute('aria-sort', next);
        if (next === 'none') restore(original, false);
        else restore(sorted(rows, comparison(heading, rows, index), next === 'ascending' ? 1 : -1), true);
      });
    });
  };

  const choice = (rows, heading) => {
    const ranks = ranksOf(rows, heading.cellIndex);
    if (ranks.size < 2) return null;
    const select = make('select', {}, make('option', { value: '' }, say('全部', 'all')));
    for (const word of ranks.keys()) select.append(make('option', { value: word }, word));
    select.index = heading.cellIndex;
    return { select, label: make('label', {}, `${heading.textContent.trim()} `, select) };
  };

  const filterable = (table, rows, totals, choices) => {
    const region = table.closest('.scroll');
    const field = make('input', { type: 'search', autocomplete: 'off' });
    const count = make('output', {});
    count.setAttribute('aria-live', 'polite');
    field.setAttribute('aria-controls', table.id);
    const apply = () => {
      const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        const text = row.textContent.toLowerCase();
        row.hidden = !words.every((word) => text.includes(word)) ||
          !choices.every(({ select }) => select.value === '' || textOf(row, select.index) === select.value);
        shown += row.hidden ? 0 : 1;
      }
      const all = shown === rows.length;
      // The sum of all rows would mislead beside some of them.
      for (const total of totals) total.hidden = !all;
      table.classList.toggle('filtered', !all);
      count.textContent = all ? say(`共 ${rows.length} 行`, `${rows.length} rows`)
        : say(`显示 ${shown} 行，共 ${rows.length} 行`, `${shown} of ${rows.length} rows`) +
          (totals.length > 0 ? say('；合计行暂不显示', '; totals are hidden') : '');
    };
    field.addEventListener('input', apply);
    choices.forEach(({ select }) => select.addEventListener('change', apply));
    region.before(make('div', { className: 'tools' }, ...choices.map(({ label }) => label),
      make('label', {}, say('筛选 ', 'Filter '), field), count));
    const caption = table.caption ? table.caption.textContent : '';
    region.previousElementSibling.setAttribute('role', 'group');
    region.previousElementSibling.setAttribute('aria-label', say(`筛选：${caption}`, `Filter: ${caption}`));
    apply();
  };

  for (const table of document.querySelectorAll('.scroll > table')) {
    const body = table.tBodies[0];
    const all = [...body.rows];
    const totals = all.filter((row) => row.classList.contains('total'));
    const rows = all.filter((row) => !row.classList.contains('total'));
    if (rows.length < 2) continue;
    const choices = [...table.tHead.rows[0].cells].filter((heading) => heading.classList.contains('choice'))
      .map((heading) => choice(rows, heading)).filter(Boolean);
    sortable(table, body, rows, totals);
    if (rows.length >= LONG || (rows.length >= SHORT && choices.length > 0)) filterable(table, rows, totals, choices);
  }
})();
