// SPDX-License-Identifier: GPL-3.0-or-later
//
// node pages.mjs FOLDER [NAME...]: every report, or those named, below FOLDER/reports, on screens of three widths, without scripts, on paper.
import fs from 'node:fs';
import path from 'node:path';
import { accessibility, chinese, drawings, landings, links, overflow, pictures, withoutScripts } from './checks.mjs';
import { WIDTHS, Tally, atOnce, browserOpen, driver, pageOpen, pageWiden, reportFiles } from './harness.mjs';
import { printed } from './paper.mjs';
import { tablesFilter, tablesSort } from './tables.mjs';

// Reports that differ from the others by their names only: what names cannot break is not looked at again.
const onlyNames = (name) => name.startsWith('hostile/');

// The rules of axe are dear, and most do not ask for the width: all widths for the largest report and an overview, one for
// the others, none for those that differ by their names only.
const axeWidths = (name) => (['archive', 'all'].includes(name) ? WIDTHS : onlyNames(name) ? [] : [WIDTHS[0]]);

async function lookAtScreens(open, name, tally, { axe, told }) {
  for (const width of WIDTHS) {
    await pageWiden(open.page, width);
    await tally.run(`${name} ${width} px: overflow`, () => overflow(open));
    await tally.run(`${name} ${width} px: words of drawings`, () => drawings(open));
    if (axeWidths(name).includes(width))
      await tally.run(`${name} ${width} px: accessibility`, () => accessibility(open, axe, told));
  }
  await tally.run(`${name}: links`, () => links(open));
  await tally.run(`${name}: names of pictures`, () => pictures(open));
  await tally.run(`${name}: Chinese is drawn`, () => chinese(open));
  await tally.run(`${name}: links land`, () => landings(open));
  if (onlyNames(name)) return;
  await tally.run(`${name}: tables sort`, () => tablesSort(open));
  await tally.run(`${name}: tables filter`, () => tablesFilter(open));
}

async function lookAt(browser, { name, file }, tally, shared) {
  const open = await pageOpen(browser, file);
  await lookAtScreens(open, name, tally, shared);
  tally.check(`${name}: no message, error, dialog or request`, open.said);
  await open.close();

  if (onlyNames(name)) return;
  const bare = await pageOpen(browser, file, { javaScriptEnabled: false });
  await tally.run(`${name}: without scripts`, () => withoutScripts(bare));
  const print = printed(bare, path.join(shared.prints, `${name.replaceAll('/', '-').slice(0, 60)}.pdf`));
  for (const part of ['sheets', 'fonts', 'tables'])
    await tally.run(`${name} on paper: ${part}`, async () => (await print)[part]);
  await bare.close();
}

const folder = process.argv[2];
const started = Date.now();
const tally = new Tally('');
const shared = { axe: fs.readFileSync(driver(folder).resolve('axe-core/axe.min.js'), 'utf8'), told: new Map(),
  prints: path.join(folder, 'prints') };
fs.rmSync(shared.prints, { recursive: true, force: true });
fs.mkdirSync(shared.prints, { recursive: true });
const browser = await browserOpen(folder);
const files = reportFiles(folder).filter(({ name }) => process.argv.length < 4 || process.argv.slice(3).includes(name));
await atOnce(files, (page) => lookAt(browser, page, tally, shared));
await browser.close();
for (const line of shared.told.values()) console.log(`note ${line}`);
console.log(`${files.length} pages at ${WIDTHS.join(', ')} px and on paper, in ${Math.round((Date.now() - started) / 1000)} s`);
tally.end();
