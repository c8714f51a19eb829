// SPDX-License-Identifier: GPL-3.0-or-later
//
// node prove.mjs FOLDER: that the checks can fail. Copies of a report, each with one fault planted, are looked at: the check
// that is there for it must find it, and must find nothing in the report as it was made.
import fs from 'node:fs';
import path from 'node:path';
import { accessibility, chinese, drawings, landings, links, overflow, pictures, withoutScripts } from './checks.mjs';
import { Tally, atOnce, browserOpen, driver, pageOpen } from './harness.mjs';
import { printed } from './paper.mjs';
import { numberOf, orderFaults, tablesFilter, tablesSort } from './tables.mjs';

const folder = process.argv[2];
const axe = fs.readFileSync(driver(folder).resolve('axe-core/axe.min.js'), 'utf8');
const said = async (open) => { await open.page.waitForTimeout(100); return open.said; };
const reachable = (open) => accessibility(open, axe, new Map());

// What a policy forbids would be reported as such: the copies are without it, to see the fault itself.
const free = (html) => html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
const put = (what) => (html) => free(html).replace('</main>', `${what}</main>`);

// name, the check, what it must say of the copy, how the copy is made.
const screens = [
  ['an element 2000 px wide', overflow, /the page is 20\d\d px wide/, put('<div style="width:2000px">宽</div>')],
  ['words cut off by their box', overflow, /from \d+ to \d+ px: 看不到/,
    put('<div style="overflow:hidden"><p style="position:relative;left:20rem;white-space:nowrap">看不到的字</p></div>')],
  ['words beyond a drawing', drawings, /beyond its drawing: 画外/,
    put('<svg role="img" aria-label="x" width="100" height="40"><text x="80" y="20">画外的字</text></svg>')],
  ['a picture without a name', pictures, /without a name: <img/, put('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">')],
  ['a drawing without a name', pictures, /without a name: <svg/, put('<svg width="9" height="9"></svg>')],
  ['a link to no place', links, /leads nowhere: #nowhere/, put('<a href="#nowhere">x</a>')],
  ['a link to no file', links, /no such file: charts\/none\.svg/, put('<a href="charts/none.svg">x</a>')],
  ['a link to the network', links, /leads away: https/, put('<a href="https://example.org/">x</a>')],
  ['an id twice', links, /two elements are called report/, put('<p id="report">x</p>')],
  ['a link to something hidden', landings, /does not come into view/,
    (html) => free(html).replace(/<main[\s\S]*<\/main>/, '<main><a href="#a">x</a><p id="a" hidden>x</p></main>')],
  ['a message of error', said, /console error: broken/, put('<script>console.error("broken")</script>')],
  ['a warning', said, /console warning: odd/, put('<script>console.warn("odd")</script>')],
  ['an error in the page', said, /error in the page: wrong/, put('<script>throw new Error("wrong")</script>')],
  ['a dialog', said, /a dialog: 1/, put('<script>alert(1)</script>')],
  ['a script where none may run', said, /console error: .*Content Security Policy/,
    (html) => html.replace('</main>', '<script>document.title = "x"</script></main>')],
  ['a request to a host', said, /a request: https:\/\/example\.org\/x\.png/, put('<img src="https://example.org/x.png" alt="x">')],
  ['a request to a file', said, /a request: file:.*x\.css/, put('<link rel="stylesheet" href="x.css">')],
  ['boxes for characters', chinese, /look the same/,
    put('<script>CanvasRenderingContext2D.prototype.fillText = function () { this.fillRect(5, 5, 30, 30); }</script>')],
  ['pale words', reachable, /serious color-contrast/, put('<p style="color:#ccc;background:#fff">看不清的字</p>')],
  ['a field without a label', reachable, /critical label/, put('<input type="text">')],
  ['a page that cannot sort', tablesSort, /no table can be sorted/, (html) => free(html).replace(/<script[\s\S]*?<\/script>/g, '')],
  ['a heading that does nothing', tablesSort, /by a click, Enter and Space its heading says none, none/,
    put('<script>addEventListener("click", (event) => event.stopImmediatePropagation(), true)</script>')],
  ['an order that is none', tablesSort, /not in (a|de)scending order/, put('<script>addEventListener("click", () => { ' +
    'for (const body of document.querySelectorAll("tbody")) body.prepend(body.lastElementChild) })</script>')],
  ['a filter that does nothing', tablesFilter, /leaves (\d+) of \1 rows/,
    put('<script>for (const kind of ["input", "keyup", "search"]) ' +
      'addEventListener(kind, (event) => event.stopImmediatePropagation(), true)</script>')],
];

const bare = [
  ['a row that needs a script', withoutScripts, /not shown: 藏/, put('<table><tbody><tr hidden><td>藏起来的</td></tr></tbody></table>')],
  ['a button that does nothing', withoutScripts, /does nothing: <button/, put('<button type="button">x</button>')],
];

// On paper: the report's style, and one table of forty rows, twelve lines each.
const rows = Array.from({ length: 40 }, (_, i) => `<tr><th scope="row">科目 ${i}</th><td>${'数<br>'.repeat(12)}</td></tr>`).join('');
const sheet = (style, words = '') => (html) => free(html).replace(/<main[\s\S]*<\/main>/,
  `<style>@media print { ${style} }</style><main><div class="scroll"><table id="planted"><thead><tr><th>科目</th><th>数</th></tr></thead>` +
  `<tbody>${rows}</tbody></table></div>${words}</main>`);
const paper = [
  ['nothing', 'tables', null, sheet('')],
  ['a heading that comes once', 'tables', /planted: no heading above row/, sheet('thead { display: table-row-group !important }')],
  ['rows split over pages', 'tables', /planted: row \d+ is split over pages/, sheet('tr { break-inside: auto !important } td { orphans: 1; widows: 1 }')],
  ['a table cut off at the right', 'tables', /planted: row 1 is cut off|planted: of row 1 something is not printed/,
    sheet('main { width: 150mm; } #planted { width: 260mm } .scroll { overflow: hidden !important }')],
  ['rows that are not printed', 'tables', /planted: of row \d+ something is not printed/,
    sheet('.scroll { max-height: 60mm; overflow: hidden !important }')],
  ['words beyond the edge', 'sheets', /beyond the edge/, sheet('@page { margin: 2mm }')],
  ['another paper', 'sheets', /not A4/, sheet('@page { size: A5 }')],
  ['words too small to read', 'sheets', /smaller than/, sheet('#planted, #planted * { font-size: 3pt !important }')],
];

// Columns as a reader sees them: what is in order, and what is not.
const orders = [
  ['in order', ['-2.00', '0.10', '1,200.00', ''], 'ascending', true],
  ['turned', ['1,200.00', '0.10', '−2.00', ''], 'descending', true],
  ['as text', ['1,200.00', '300.00', '5.00'], 'ascending', false],
  ['signs left out', ['1.00', '-2.00', '3.00'], 'ascending', false],
  ['an empty cell first', ['', '1.00', '2.00'], 'ascending', false],
  ['words in any one order', ['甲', '乙', '甲'], 'ascending', false],
];

async function prove(tally, open, [name, check, wanted], clean) {
  await tally.run(`does not find: ${name}`, async () => {
    const faults = await check(open);
    if (clean !== undefined && clean.some((fault) => wanted.test(fault))) return ['found where it was not planted'];
    return faults.some((fault) => wanted.test(fault)) ? [] : [`it says: ${faults.slice(0, 3).join('; ') || 'nothing'}`];
  });
}

const tally = new Tally('proof:');
const original = path.resolve(folder, 'reports/library/index.html');
const html = fs.readFileSync(original, 'utf8');
const copies = path.resolve(folder, 'proofs');
fs.rmSync(copies, { recursive: true, force: true });
fs.mkdirSync(copies, { recursive: true });
let number = 0;
const copy = (plant) => {
  const file = path.join(copies, `${++number}.html`);
  const broken = plant(html);
  if (broken === html) throw new Error('nothing was planted');
  fs.writeFileSync(file, broken);
  return file;
};
const browser = await browserOpen(folder);
for (const [list, options] of [[screens, {}], [bare, { javaScriptEnabled: false }]]) {
  const whole = await pageOpen(browser, original, options);
  const clean = new Map();
  for (const [, check] of list) if (!clean.has(check)) clean.set(check, await check(whole));
  await whole.close();
  await atOnce(list, async (proof) => {
    const open = await pageOpen(browser, copy(proof[3]), options);
    await prove(tally, open, proof, clean.get(proof[1]));
    await open.close();
  });
}
await atOnce(paper, async ([name, part, wanted, plant]) => {
  const file = copy(plant);
  const open = await pageOpen(browser, file, { javaScriptEnabled: false });
  const faults = (await printed(open, file.replace('.html', '.pdf')))[part];
  const found = wanted === null ? faults.length === 0 : faults.some((fault) => wanted.test(fault));
  tally.check(`does not find: ${name}`, found ? [] : [`it says: ${faults.slice(0, 3).join('; ') || 'nothing'}`]);
  await open.close();
});
await browser.close();
for (const [name, texts, wanted, good] of orders)
  tally.check(`order: ${name}`, (orderFaults({ texts, totalsLast: true, heading: wanted }, wanted).length === 0) === good ? [] : ['misjudged']);
tally.check('the number of a cell', [['1,234.50', 1234.5], ['+9.92', 9.92], ['−0.17', -0.17], ['12.61%', 12.61], ['8.43*', 8.43],
  ['<0.001', 0.001], ['新增', null], ['', null]].filter(([text, number]) => numberOf(text) !== number).map(([text]) => text));
tally.end();
