// SPDX-License-Identifier: GPL-3.0-or-later
//
// What must hold of a page at any width. Each check gives a list of faults, empty when there are none.
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

// Nothing is wider than the window but what can be scrolled by itself; no word stands outside it.
export async function overflow({ page }) {
  return page.evaluate(() => {
    const faults = [];
    const root = document.scrollingElement;
    if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth} px wide, of ${root.clientWidth}`);
    const scrolls = (element) => {
      for (let at = element; at && at !== document.body; at = at.parentElement)
        if (['auto', 'scroll'].includes(getComputedStyle(at).overflowX)) return true;
      return false;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.data.trim() === '' || ['SCRIPT', 'STYLE', 'OPTION'].includes(node.parentElement.tagName)) continue;
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        // What stands far to the left is there for screen readers: a link that is shown when it is reached.
        if (box.right <= 0 || box.width === 0 || (box.left >= -1 && box.right <= root.clientWidth + 1)) continue;
        if (scrolls(node.parentElement)) break;
        faults.push(`from ${Math.round(box.left)} to ${Math.round(box.right)} px: ${node.data.trim().slice(0, 40)}`);
        break;
      }
    }
    return faults;
  });
}

// A drawing's words stand within it: what is beyond its edge is cut off.
export async function drawings({ page }) {
  return page.evaluate(() => {
    const faults = [];
    for (const svg of document.querySelectorAll('svg[role=img], svg:not([aria-hidden])')) {
      const frame = svg.getBoundingClientRect();
      if (frame.width === 0) continue;
      const slack = frame.width / 100;
      for (const text of svg.querySelectorAll('text')) {
        const box = text.getBoundingClientRect();
        if (text.textContent.trim() === '' || box.width === 0) continue;
        const out = Math.max(frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom);
        if (out > slack) faults.push(`${Math.round(out)} px beyond its drawing: ${text.textContent.trim().slice(0, 60)}`);
      }
    }
    return faults;
  });
}

// A link leads to something that is there: in the page, or a file beside it. None leads to the network.
export async function links({ page }) {
  const found = await page.evaluate(() => {
    const faults = [], files = [];
    const seen = new Set();
    for (const { id } of document.querySelectorAll('[id]')) {
      if (seen.has(id)) faults.push(`two elements are called ${id}`);
      seen.add(id);
    }
    for (const link of document.querySelectorAll('a[href]')) {
      const written = link.getAttribute('href');
      if (written.startsWith('#')) {
        if (!seen.has(decodeURIComponent(written.slice(1)))) faults.push(`leads nowhere: ${written}`);
      } else files.push([written, link.href]);
    }
    return { faults, files };
  });
  for (const [written, href] of found.files) {
    if (!href.startsWith('file:')) found.faults.push(`leads away: ${written}`);
    else if (!fs.existsSync(fileURLToPath(href.split(/[?#]/)[0]))) found.faults.push(`no such file: ${written}`);
  }
  return found.faults;
}

// A few of them are followed: the page must end up where the words are.
export async function landings({ page }) {
  const targets = await page.evaluate(() => {
    const all = [...new Set([...document.querySelectorAll('main a[href^="#"]')].map((link) => link.getAttribute('href')))];
    return all.filter((_, i) => i % Math.ceil(all.length / 6) === 0);
  });
  // An overview's links lead to the reports.
  const faults = await page.locator('main a[href]').count() === 0 ? ['no link in the page'] : [];
  for (const target of targets) {
    await page.locator(`main a[href="${target}"]`).first().evaluate((link) => link.click());
    const seen = await page.evaluate(() => {
      const there = document.querySelector(':target');
      const box = there && there.getBoundingClientRect();
      return there !== null && box.height > 0 && box.top > -5 && box.top < innerHeight;
    });
    if (!seen) faults.push(`does not come into view: ${target}`);
  }
  return faults;
}

// Every picture has a name for those who do not see it.
export async function pictures({ page }) {
  return page.evaluate(() => {
    const named = (element) => (element.getAttribute('alt') ?? element.getAttribute('aria-label') ??
      document.getElementById(element.getAttribute('aria-labelledby'))?.textContent ??
      element.querySelector(':scope > title')?.textContent ?? '').trim() !== '';
    const hidden = (element) => element.closest('[aria-hidden=true]') !== null || element.getAttribute('role') === 'presentation';
    return [...document.querySelectorAll('img, svg, canvas, [role=img]')]
      .filter((element) => !element.parentElement?.closest('svg, [role=img]') && !hidden(element) && !named(element))
      .map((element) => `without a name: ${element.outerHTML.slice(0, 60)}`);
  });
}

// Chinese text is drawn, not boxes in its place: two characters look different, in the page's own font, from each other and
// from one that no font has; and the fonts that the browser says it used for the title are not its last resort.
export async function chinese({ page }) {
  const faults = await page.evaluate(() => {
    const draw = (character) => {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 48;
      const pen = canvas.getContext('2d', { willReadFrequently: true });
      pen.font = `40px ${getComputedStyle(document.body).fontFamily}`;
      pen.fillText(character, 2, 40);
      return [...pen.getImageData(0, 0, 48, 48).data].filter((_, i) => i % 4 === 3);
    };
    const apart = (a, b) => a.reduce((sum, value, i) => sum + (Math.abs(value - b[i]) > 128 ? 1 : 0), 0);
    const [one, other, none] = ['预', '算', '\u{10FFFE}'].map(draw);
    const inked = one.filter((value) => value > 128).length;
    return [[inked < 100, `预 has ${inked} dark points`], [apart(one, other) < 100, '预 and 算 look the same'],
      [apart(one, none) < 100, '预 looks like a character that no font has']].filter(([bad]) => bad).map(([, why]) => why);
  });
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  for (const selector of ['h1', 'table caption', 'tbody th']) {
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
    if (nodeId === 0) continue;
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    if (fonts.some((font) => /last\s*resort/i.test(font.familyName))) faults.push(`${selector}: a font of last resort`);
    const text = await page.locator(selector).first().innerText();
    if (/\p{Script=Han}/u.test(text) && !fonts.some((font) => /CJK|Han|Hei|Song|Kai|Ming|Gothic/i.test(font.familyName)))
      faults.push(`${selector} is drawn with ${fonts.map((font) => font.familyName).join(', ')}`);
  }
  await session.detach();
  return faults;
}

// The rules of axe: serious and critical violations are faults, the others are told.
export async function accessibility({ page }, axe, told) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, count: nodes.length,
      first: nodes[0].html.slice(0, 100) }));
  });
  const faults = [];
  for (const { id, impact, help, count, first } of violations) {
    const line = `${impact} ${id} (${count}): ${help}: ${first}`;
    if (['serious', 'critical'].includes(impact)) faults.push(line);
    else if (!told.has(id)) told.set(id, line);
  }
  return faults;
}

// Without scripts all of it is there: every row and every section is shown, and no control that would do nothing.
export async function withoutScripts({ page }) {
  return page.evaluate(() => {
    const shown = (element) => element.getClientRects().length > 0;
    const rows = [...document.querySelectorAll('main tbody tr, main h2, main article, main figure')];
    const dead = [...document.querySelectorAll('main button, main input, main select')].filter(shown);
    return [...(rows.length === 0 ? ['nothing in it'] : []),
      ...rows.filter((row) => !shown(row)).map((row) => `not shown: ${row.textContent.trim().slice(0, 60)}`),
      ...dead.map((control) => `does nothing: ${control.outerHTML.slice(0, 60)}`)];
  });
}
