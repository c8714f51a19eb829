// SPDX-License-Identifier: GPL-3.0-or-later
//
// The report on paper: A4, as the browser prints it, read again by poppler's tools.
import { execFileSync } from 'node:child_process';

const POINTS_PER_MM = 72 / 25.4;
const EDGE = 8 * POINTS_PER_MM; // what printers leave blank
const SMALLEST = 4.5;             // points a character is wide, at the least: below, nobody reads it

const run = (...command) => execFileSync(command[0], command.slice(1), { encoding: 'utf8', maxBuffer: 1 << 28 });

// Marks every table's heading and both ends of every cell with a word of one pixel. Where the marks are in the print says
// whether a heading comes again on each page, and whether a row or cell was cut.
async function tablesMark(page) {
  return page.evaluate(() => {
    const mark = (cell, word, first) => {
      const span = document.createElement('span');
      span.textContent = word;
      span.style.cssText = 'font: 1px monospace; white-space: nowrap; letter-spacing: 0';
      if (first) cell.prepend(span); else cell.append(span);
    };
    const marked = [];
    [...document.querySelectorAll('main table')].forEach((table, t) => {
      if (table.tHead) mark(table.tHead.rows[0].cells[0], `zqh${t}z`, true);
      const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
      rows.forEach((row, r) => {
        [...row.cells].forEach((cell, c) => {
          mark(cell, `zqb${t}r${r}c${c}z`, true);
          mark(cell, `zqe${t}r${r}c${c}z`, false);
        });
      });
      marked.push({ id: table.id, rows: rows.length, cells: rows.map((row) => row.cells.length) });
    });
    return marked;
  });
}

// The words of a PDF with their boxes, page by page.
function pdfWords(file) {
  const pages = [];
  for (const line of run('pdftotext', '-bbox', file, '-').split('\n')) {
    const page = /<page width="([\d.]+)" height="([\d.]+)"/.exec(line);
    const word = /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*)<\/word>/.exec(line);
    if (page) pages.push({ width: Number(page[1]), height: Number(page[2]), words: [] });
    else if (word) {
      const [left, top, right, bottom] = word.slice(1, 5).map(Number);
      pages.at(-1).words.push({ left, top, right, bottom, text: word[5] });
    }
  }
  return pages;
}

function sheetFaults(pages) {
  const faults = [];
  if (pages.length < 1 || pages.length > 80) faults.push(`${pages.length} pages`);
  pages.forEach(({ width, height, words }, i) => {
    if (Math.abs(width - 595) > 2 || Math.abs(height - 842) > 2) faults.push(`page ${i + 1} is ${width} × ${height} points, not A4`);
    if (words.length === 0) faults.push(`page ${i + 1} is empty`);
    for (const word of words)
      if (word.left < EDGE || word.right > width - EDGE || word.top < EDGE / 2 || word.bottom > height - EDGE / 2)
        faults.push(`page ${i + 1}: beyond the edge, from ${word.left.toFixed(0)} to ${word.right.toFixed(0)}: ${word.text.slice(0, 40)}`);
  });
  // A Chinese character is as wide as its font is large.
  const han = pages.flatMap(({ words }) => words.filter(({ text }) => /^\p{Script=Han}+$/u.test(text)));
  const sizes = han.map((word) => (word.right - word.left) / [...word.text].length).sort((a, b) => a - b);
  const tenth = sizes[Math.floor(sizes.length / 10)];
  if (tenth < SMALLEST) faults.push(`a tenth of the words is smaller than ${tenth.toFixed(1)} points`);
  return faults;
}

function fontFaults(file) {
  const rows = run('pdffonts', file).split('\n').slice(2).filter((row) => row !== '');
  const loose = rows.filter((row) => !/ yes +(yes|no) +(yes|no) +\d+ +\d+$/.test(row));
  return [...(rows.length === 0 ? ['no fonts in it'] : []), ...loose.map((row) => `a font is not in the file: ${row.slice(0, 40)}`)];
}

// marked: of the tables, in order. Where each mark is: the pages of it.
function tableFaults(pages, marked) {
  const places = new Map();
  pages.forEach(({ words, width }, i) => words.forEach(({ text, right, top }) => {
    for (const [mark] of text.matchAll(/zq[hbe]\d+(?:r\d+c\d+)?z/g)) {
      if (!places.has(mark)) places.set(mark, []);
      places.get(mark).push({ page: i + 1, beyond: right > width - EDGE, top });
    }
  }));
  const faults = [];
  marked.forEach(({ id, cells }, t) => {
    const headings = new Map((places.get(`zqh${t}z`) ?? []).map(({ page, top }) => [page, top]));
    cells.forEach((count, r) => {
      const marks = Array.from({ length: count }, (_, c) => [`zqb${t}r${r}c${c}z`, `zqe${t}r${r}c${c}z`]).flat();
      const found = marks.flatMap((mark) => places.get(mark) ?? []);
      const on = [...new Set(found.map(({ page }) => page))];
      if (marks.some((mark) => !places.has(mark))) faults.push(`${id}: of row ${r + 1} something is not printed`);
      if (found.some(({ beyond }) => beyond)) faults.push(`${id}: row ${r + 1} is cut off at the right`);
      if (on.length > 1) faults.push(`${id}: row ${r + 1} is split over pages ${on.join(' and ')}`);
      if (headings.size > 0)
        for (const page of on)
          if (!headings.has(page)) faults.push(`${id}: no heading above row ${r + 1} on page ${page}`);
    });
    if (headings.size === 0 && cells.length > 0) faults.push(`${id}: the heading is not printed`);
  });
  return faults;
}

// Prints a page with its tables marked, and gives the faults of each kind. Printing is dear: it is done once.
export async function printed({ page }, file) {
  const marked = await tablesMark(page);
  await page.pdf({ format: 'A4', printBackground: true, preferCSSPageSize: true, path: file });
  const pages = pdfWords(file);
  return { sheets: sheetFaults(pages), fonts: fontFaults(file), tables: tableFaults(pages, marked) };
}
