// SPDX-License-Identifier: MIT
// What holds on every page of a phone, whoever looks at it: labels, headings, targets, width.
const TARGET = 56;

/* Runs in the page; returns what is wrong with it, in words. */
function lookAround(target) {
  const wrong = [];
  const name = (node) => `<${node.tagName.toLowerCase()} ${node.name || node.id || node.className}>`;
  const isSeen = (node) => node.getClientRects().length > 0;
  for (const field of document.querySelectorAll('input:not([type=hidden]),textarea')) {
    const label = [...field.labels].map((one) => one.textContent.trim()).join('');
    if (!label && !field.getAttribute('aria-label')) wrong.push(`no label: ${name(field)}`);
  }
  for (const button of document.querySelectorAll('button,a,summary')) {
    if (!button.textContent.trim()) wrong.push(`no words: ${name(button)}`);
  }
  for (const svg of document.querySelectorAll('svg')) {
    if (!svg.getAttribute('aria-label') && svg.getAttribute('aria-hidden') !== 'true') {
      wrong.push('a drawing that is neither named nor hidden');
    }
  }
  for (const node of document.querySelectorAll('[aria-describedby]')) {
    if (!document.getElementById(node.getAttribute('aria-describedby'))) {
      wrong.push(`described by nothing: ${name(node)}`);
    }
  }
  for (const set of document.querySelectorAll('fieldset')) {
    if (!set.querySelector('legend')) wrong.push('a fieldset without legend');
  }
  const ids = [...document.querySelectorAll('[id]')].map((node) => node.id);
  if (new Set(ids).size < ids.length) wrong.push(`ids twice: ${ids}`);
  if (document.querySelectorAll('h1').length !== 1) wrong.push('not one h1');
  if (!document.documentElement.lang) wrong.push('no language');
  for (const node of document.querySelectorAll('button,a,summary,input:not([type=hidden]),textarea')) {
    const box = node.getBoundingClientRect();
    if (isSeen(node) && (box.height < target || box.width < target)) {
      wrong.push(`${name(node)} is ${Math.round(box.width)}x${Math.round(box.height)}`);
    }
    const size = parseFloat(getComputedStyle(node).fontSize);
    if (/TEXTAREA|INPUT/.test(node.tagName) && node.type !== 'radio' && size < 20) {
      wrong.push(`${name(node)} in ${size} px: phones would zoom in`);
    }
  }
  if (document.documentElement.scrollWidth > innerWidth) wrong.push('wider than the screen');
  return wrong;
}

/* Luminances of WCAG; only for text on a plain colour, which all of ours is but the chip's picture. */
function lookAtColours(least) {
  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const parts = channels(getComputedStyle(at).backgroundColor);
      if (parts.length < 4 || parts[3] === 1) return parts;
    }
    return [255, 255, 255];
  };
  const wrong = [];
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    const isSeen = node.getClientRects().length > 0 && !node.closest('.unseen,.mark,noscript');
    if (walker.currentNode.nodeValue.trim() && isSeen) {
      const [a, b] = [light(channels(getComputedStyle(node).color)), light(ground(node))];
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (ratio < least) wrong.push(`${ratio.toFixed(1)}:1 “${walker.currentNode.nodeValue.trim()}”`);
    }
  }
  return wrong;
}

/* Fails with all that is wrong on the page as it stands, by day, in the dark and at twice the size
 * of text. */
export async function checkPage(page, where) {
  const wrong = await page.evaluate(lookAround, TARGET);
  for (const scheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme: scheme });
    wrong.push(...await page.evaluate(lookAtColours, 4.5));
  }
  await page.emulateMedia({ colorScheme: null });
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  wrong.push(...(await page.evaluate(lookAround, TARGET)).map((one) => `at 200 %: ${one}`));
  await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
  if (wrong.length) throw new Error(`${where}: ${wrong.join('; ')}`);
}
