// SPDX-License-Identifier: GPL-3.0-or-later
//
// Tables that sort and filter, by mouse and by keyboard. What is held here is what a reader sees: the column in order, empty
// cells last, totals at the bottom, the heading that says so; fewer rows, and their number said aloud.

// Presses the button of each column three times, and gives what the column looks like after each: the texts of the ordinary
// rows as shown, whether the totals stand below them, what the heading says, and how many headings say so.
function tableSort(table) {
  const heads = [...table.tHead.rows[table.tHead.rows.length - 1].cells];
  const total = (row) => row.classList.contains('total');
  const look = (heading) => {
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => getComputedStyle(row).display !== 'none');
    return {
      texts: rows.filter((row) => !total(row)).map((row) => row.cells[heading.cellIndex]?.textContent.trim() ?? ''),
      totalsLast: rows.every((row, i) => !total(row) || rows.slice(i).every(total)),
      heading: heading.getAttribute('aria-sort') ?? 'none',
      rank: heading.classList.contains('choice'),
      sorted: heads.filter((head) => ['ascending', 'descending'].includes(head.getAttribute('aria-sort'))).length,
    };
  };
  return heads.filter((heading) => heading.querySelector('button')).map((heading) => ({
    name: `${table.id}, ${heading.textContent.trim()}`,
    looks: [1, 2, 3].map(() => { heading.querySelector('button').click(); return look(heading); }),
  }));
}

// "1,234.50", "+9.92", "−0.17", "12.61%", "8.43*", "415.10 至 432.77": what a number is sorted by. None: not a number.
export function numberOf(text) {
  const match = /^[<≥≤]?([+\-−–]?)(\d[\d,]*(?:\.\d+)?)[%*]*(?:(?:至|to|[–-]).*)?$/.exec(text.replace(/\s/g, ''));
  if (match === null) return null;
  return Number(match[2].replace(/,/g, '')) * (/[-−–]/.test(match[1]) ? -1 : 1);
}

const inOrder = (values, compare) => values.every((value, i) => i === 0 || compare(values[i - 1], value) <= 0);
const together = (values) => values.every((value, i) => i === 0 || value === values[i - 1] || !values.slice(0, i).includes(value));

// Words stand in the order of a dictionary, numbers in them by size or not; or, where they stand for a rank, in that order,
// of which the least is that the same words stand together.
const dictionaries = [new Intl.Collator('zh', { numeric: true }), new Intl.Collator('en', { numeric: true }), new Intl.Collator('zh')];
const wordsInOrder = (values, sign, rank) => (rank && together(values)) ||
  dictionaries.some((dictionary) => inOrder(values, (a, b) => sign * dictionary.compare(a, b)));

// What is wrong with the order of a column that says it is sorted. What is empty, and a word among numbers, stands last.
export function orderFaults({ texts, totalsLast, heading, rank }, wanted) {
  const faults = [];
  if (heading !== wanted) faults.push(`aria-sort is ${heading}, not ${wanted}`);
  if (!totalsLast) faults.push('a total stands between other rows');
  const numeric = texts.filter((text) => numberOf(text) !== null).length * 2 > texts.filter((text) => text !== '').length;
  const known = (text) => (numeric ? numberOf(text) !== null : text !== '');
  const filled = texts.findLastIndex(known) + 1;
  if (!texts.slice(0, filled).every(known)) faults.push('an empty cell is not at the end');
  const sign = wanted === 'ascending' ? 1 : -1;
  const values = texts.filter(known);
  const good = numeric ? inOrder(values.map(numberOf), (a, b) => sign * (a - b)) : wordsInOrder(values, sign, rank);
  if (!good) faults.push(`not in ${wanted} order: ${values.slice(0, 8).join(' | ')}`);
  return faults;
}

function columnFaults({ name, looks }) {
  const faults = [];
  for (const look of looks)
    if (['ascending', 'descending'].includes(look.heading)) faults.push(...orderFaults(look, look.heading));
  const said = looks.map(({ heading }) => heading);
  if (!said.includes('ascending') || !said.includes('descending')) faults.push(`pressed three times it is sorted ${said.join(', ')}`);
  if (looks.some(({ sorted }) => sorted > 1)) faults.push('more than one column says that the table is sorted by it');
  return faults.map((fault) => `${name}: ${fault}`);
}

// By mouse and by keyboard it is the same button: that each of them reaches it is seen on one.
async function reachFaults(page, table) {
  const button = table.locator('thead th button').first();
  const heading = () => button.evaluate((element) => element.closest('th').getAttribute('aria-sort'));
  const seen = [await heading()];
  await button.click();
  seen.push(await heading());
  for (const key of ['Enter', 'Space']) {
    await button.press(key);
    seen.push(await heading());
  }
  return seen.every((look, i) => i === 0 || look !== seen[i - 1]) ? [] :
    [`by a click, Enter and Space its heading says ${seen.join(', ')}`];
}

export async function tablesSort({ page }) {
  const tables = await page.locator('table:has(thead th button)').all();
  if (tables.length === 0) return ['no table can be sorted'];
  const faults = await reachFaults(page, tables[0]);
  for (const table of tables) faults.push(...(await table.evaluate(tableSort)).flatMap(columnFaults));
  return faults;
}

const rowsShown = (table) => [...table.tBodies].flatMap((body) => [...body.rows])
  .filter((row) => getComputedStyle(row).display !== 'none' && !row.classList.contains('total')).length;

// The table that an input filters: the one it names, or the next one.
async function tableOf(page, input) {
  const id = await input.evaluate((element) => (element.getAttribute('aria-controls') ??
    [...document.querySelectorAll('main table')].find((table) =>
      element.compareDocumentPosition(table) & Node.DOCUMENT_POSITION_FOLLOWING)?.id ?? '').split(' ')[0]);
  return page.locator(`[id="${id}"]`).first();
}

// Types the first words of one row: that row stays, others go, and what is read aloud has the number of those that stay.
async function filterFaults(page, input) {
  let table = await tableOf(page, input);
  if (await table.evaluate((element) => element.tagName) !== 'TABLE') table = table.locator('table').first();
  const id = await table.getAttribute('id');
  const before = await table.evaluate(rowsShown);
  const words = await table.evaluate((element) => {
    const names = [...element.tBodies[0].rows].filter((row) => !row.classList.contains('total'))
      .map((row) => row.querySelector('th')?.textContent.trim() ?? row.cells[0].textContent.trim());
    return names.find((name) => name !== '' && names.filter((other) => other.includes(name)).length < names.length) ?? '';
  });
  if (words === '') return [];
  await input.focus();
  await page.keyboard.insertText(words);
  await page.waitForTimeout(30);
  const after = await table.evaluate(rowsShown);
  const said = (await page.locator('[aria-live=polite], [role=status], output').allTextContents()).join(' ');
  const faults = [];
  if (after === 0 || after >= before) faults.push(`${id}: "${words}" leaves ${after} of ${before} rows`);
  if (!new RegExp(`(^|\\D)${after}(\\D|$)`).test(said)) faults.push(`${id}: ${after} rows are left, and what is said is "${said.trim()}"`);
  await input.fill('');
  await page.waitForTimeout(30);
  const again = await table.evaluate(rowsShown);
  if (again !== before) faults.push(`${id}: ${again} of ${before} rows come back`);
  return faults;
}

export async function tablesFilter({ page }) {
  const inputs = await page.locator('main input[type=search], main input[type=text]').all();
  if (inputs.length === 0) return ['no table can be filtered'];
  const faults = [];
  for (const input of inputs) faults.push(...await filterFaults(page, input));
  return faults;
}
