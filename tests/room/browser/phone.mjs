// SPDX-License-Identifier: MIT
// One phone in the test's hand: a browser of its own, and what it must never do.
import assert from 'node:assert/strict';
import { checkPage } from './checks.mjs';

export class Phone {
  /* `options` go to the browser's context, as {javaScriptEnabled: false}. */
  static async take(browser, origin, name, options = {}) {
    const phone = new Phone();
    phone.name = name;
    phone.origin = origin;
    phone.isCut = false;
    phone.trouble = [];
    phone.context = await browser.newContext({
      viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'en-GB', ...options,
    });
    await phone.open(origin + '/check');
    return phone;
  }

  async open(url) {
    this.page = await this.context.newPage();
    this.page.setDefaultTimeout(15000);
    this.page.on('console', (line) => {
      if (line.type() !== 'log' && !this.isCut) this.trouble.push(`${line.text()} ${line.location().url} ${Date.now()}`);
    });
    this.page.on('pageerror', (error) => this.trouble.push(error.message));
    this.page.on('request', (request) => {
      if (!request.url().startsWith(this.origin + '/')) this.trouble.push(`asked ${request.url()}`);
    });
    await this.page.goto(url);
  }

  go(url) { return this.page.goto(url); }
  find(selector, options) { return this.page.locator(selector, options); }
  text(selector) { return this.find(selector).innerText(); }
  press(words) { return this.page.getByRole('button', { name: words, exact: true }).click(); }

  /* Waits until the page is of that kind, by itself. */
  async until(kind, seconds = 15) {
    const end = Date.now() + seconds * 1000;
    while (await this.kind() !== kind) {
      if (Date.now() > end) throw new Error(`${this.name}: ${kind} never came, but ${await this.kind()}`);
      await this.page.waitForTimeout(150);
    }
  }

  async kind() {
    return this.find('#sheet').getAttribute('data-page');
  }

  /* All that holds on every page; and a picture of it, where pictures are wanted. */
  async look(as) {
    await checkPage(this.page, `${this.name}, ${as}`);
    if (process.env.TB_BROWSER_PICTURES) {
      await this.page.screenshot({ path: `${process.env.TB_BROWSER_PICTURES}/${as}.png`, fullPage: true });
    }
  }

  async cut(isCut) {
    this.isCut = true; /* what the browser says of the network isn't ours */
    await this.context.setOffline(isCut);
    if (!isCut) {
      await this.find('#again').waitFor({ state: 'hidden' });
      this.isCut = false;
    }
  }

  /* Falls asleep and is taken up again: the tab is gone, the seat isn't. */
  async sleep() {
    await this.page.close();
    await this.open(this.origin + '/');
  }

  /* What a screen reader was told of the new page: by the live region, or by where the focus is. */
  hasHeard(words) {
    return this.page.waitForFunction((expected) => [document.getElementById('said').textContent,
      document.activeElement.textContent].includes(expected), words);
  }

  checked() {
    return this.page.locator('input[name=option]:checked').evaluateAll((all) => all.map((one) => one.value));
  }

  async putAway() {
    assert.deepEqual(this.trouble, [], `${this.name} had trouble`);
    await this.context.close();
  }
}
