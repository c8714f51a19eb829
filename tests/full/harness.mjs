// SPDX-License-Identifier: GPL-3.0-or-later
//
// A browser, pages opened in it with all that they say and ask for, and the count of what passed.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export const WIDTHS = [360, 768, 1440];
const HEIGHT = 900;

// What is installed stands in the folder of the build, not beside these files.
export function driver(folder) {
  return createRequire(path.resolve(folder, 'package.json'));
}

// Debian's Chromium, wherever the path has it.
function chromiumPath() {
  const names = ['chromium', 'chromium-browser'];
  for (const name of names)
    for (const folder of (process.env.PATH ?? '').split(path.delimiter))
      if (fs.existsSync(path.join(folder, name))) return path.join(folder, name);
  throw new Error('no chromium in the path');
}

export async function browserOpen(folder) {
  const { chromium } = driver(folder)('playwright-core');
  // As root, which is who runs in a container, Chromium starts without its sandbox only: the pages are ours.
  return chromium.launch({ executablePath: chromiumPath(), headless: true, chromiumSandbox: process.getuid() !== 0,
    args: ['--disable-gpu', '--no-first-run', '--disable-extensions', '--font-render-hinting=none'] });
}

// Opens a file. `said` collects what must not happen while it is open: messages, errors, dialogs, requests.
export async function pageOpen(browser, file, options = {}) {
  const url = pathToFileURL(file).href;
  const context = await browser.newContext({ viewport: { width: WIDTHS[0], height: HEIGHT }, ...options });
  const page = await context.newPage();
  const said = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => said.push(`error in the page: ${error.message}`));
  page.on('dialog', (dialog) => { said.push(`a dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('popup', () => said.push('a window was opened'));
  await context.route('**/*', (route) => {
    if (route.request().url().split('#')[0] === url) return route.continue();
    said.push(`a request: ${route.request().url()}`);
    return route.abort();
  });
  await page.goto(url, { waitUntil: 'load' });
  return { page, said, file, close: () => context.close() };
}

export async function pageWiden(page, width) {
  await page.setViewportSize({ width, height: HEIGHT });
}

// Does it for each item, two at a time: one a processor of a small machine.
export async function atOnce(items, work) {
  const waiting = [...items];
  await Promise.all([1, 2].map(async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await work(next);
  }));
}

// Counts, and prints what failed: what is checked, and each fault of it (the first of many).
export class Tally {
  constructor(title) { this.title = title; this.passed = 0; this.failed = 0; this.details = 6; }

  check(name, faults) {
    if (faults.length === 0) { this.passed++; return; }
    this.failed++;
    console.log(`FAIL ${this.title} ${name}`);
    for (const fault of faults.slice(0, this.details)) console.log(`     ${fault}`);
    if (faults.length > this.details) console.log(`     … and ${faults.length - this.details} more`);
  }

  // A check that breaks is a check that failed: the others still run.
  async run(name, check) {
    try {
      this.check(name, await check());
    } catch (error) {
      this.check(name, [`the check broke: ${error.message.split('\n')[0]}`]);
    }
  }

  end() {
    console.log(`${this.passed} passed, ${this.failed} failed`);
    process.exitCode = this.failed > 0 || this.passed === 0 ? 1 : 0;
  }
}

// The pages of the folder of reports, by name: reports and overviews. Below an overview stand reports like those that are
// looked at by themselves; below that of the hostile names, ones that are not.
export function reportFiles(folder) {
  const below = path.join(folder, 'reports');
  const found = fs.readdirSync(below, { recursive: true }).map(String);
  return found.filter((name) => name.endsWith('index.html') && (name.startsWith('hostile/') || name.split('/').length === 2)).sort()
    .map((name) => ({ name: name.replace(/\/index\.html$/, ''), file: path.resolve(below, name) }));
}
