// SPDX-License-Identifier: MIT
// An evening on real browsers: phones come in by the link and by the code, pair up, answer, lose the
// network, sleep, reload, see their match. room.py runs the game and presses the leader's keys.
//
// room.mjs LINK WORD NUMBER; the environment's TB_BROWSER_MODULES says where playwright-core is.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import readline from 'node:readline';
import { Phone } from './phone.mjs';

const { chromium } = createRequire(`${process.env.TB_BROWSER_MODULES}/`)('playwright-core');
const [link, word, number] = process.argv.slice(2);
const origin = new URL(link).origin;
const answers = readline.createInterface({ input: process.stdin })[Symbol.asyncIterator]();

/* The leader presses a key; back when the game has taken it. */
async function leader(key) {
  console.log(`key ${key}`);
  await answers.next();
}

/* The leader goes on, or skips steps, until that phone shows the page. */
async function goOnUntil(phone, kind, key = 'Right') {
  for (let i = 0; i < 40 && await phone.kind() !== kind; i++) {
    await leader(key);
    await phone.page.waitForTimeout(1300); /* phones look once a second */
  }
  await phone.until(kind);
}

async function code(phone) {
  const [own, digit] = (await phone.text('.big')).toLowerCase().split(' ');
  return { word: own, number: digit };
}

async function typeCode(phone, prefix, typed) {
  await phone.find(`#${prefix}word`).fill(typed.word);
  await phone.find(`#${prefix}number`).fill(typed.number);
}

async function comeInByTheLink(phone) {
  await phone.look('check');
  await phone.go(link);
  assert.equal(await phone.text('h1'), 'You’re in the right room');
  await phone.look('join-link');
  await phone.find('#name').fill('<b>Salt</b> & שלום');
  await phone.press('Come in');
  await phone.until('pair');
  assert.equal(phone.page.url(), origin + '/', 'the key stays in no address line');
  assert.equal(await phone.text('bdi >> nth=-1'), '<b>Salt</b> & שלום');
  await phone.look('pair');
  await phone.page.goBack();
  assert.equal(await phone.text('h1'), 'This phone reaches the laptop', 'no trap for the back button');
  await phone.page.goForward();
  await phone.until('pair');
}

async function comeInByTheCode(phone, partnersCode) {
  await phone.go(origin + '/');
  assert.ok(!(await phone.text('main')).toLowerCase().includes(word), 'a stranger isn’t told the code');
  await typeCode(phone, '', { word, number: number === '99' ? '10' : String(Number(number) + 1) });
  await phone.find('#name').fill('Kettle');
  await phone.press('Come in');
  await phone.find('#note').waitFor();
  assert.equal(await phone.find('#name').inputValue(), 'Kettle', 'what was typed stays');
  await phone.look('join-wrong-code');
  await typeCode(phone, '', { word: word.toUpperCase(), number });
  await phone.press('Come in');
  await phone.until('pair');
  await typeCode(phone, 'pair', partnersCode);
  await phone.press('Pair up');
  await phone.until('wait');
  await phone.look('wait');
}

/* A phone without the script, on forms alone. */
async function comeInByForms(phone) {
  await phone.go(link);
  await phone.find('#name').fill('Forms');
  await phone.press('Come in');
  assert.equal(await phone.kind(), 'pair');
  await phone.look('pair-forms');
}

async function refusedWhileLocked(phone) {
  await leader('l');
  await phone.go(link);
  await phone.press('Come in');
  assert.match(await phone.text('#note'), /door is closed/);
  assert.equal(await phone.kind(), 'join');
  await leader('l');
}

/* Nothing is swapped under somebody who types; once they stop, the page goes on. */
async function pairedWhileTyping(typing, other) {
  await typing.go(link);
  await typing.press('Surprise me with a name');
  await typing.until('pair');
  await typing.press('Stop for today'); /* and after all: */
  await typing.until('join');
  await typing.go(link);
  await typing.press('Surprise me with a name');
  await typing.until('pair');
  const own = await code(typing);
  await typing.find('#pairword').pressSequentially('fer');
  await typeCode(other, 'pair', own);
  await other.press('Pair up');
  await other.until('wait');
  await typing.page.waitForTimeout(2500);
  assert.equal(await typing.kind(), 'pair');
  assert.equal(await typing.find('#pairword').inputValue(), 'fer');
  await typing.find('#pairword').blur();
  await typing.until('wait');
}

async function turnedAwayWhenCrowded(phone) {
  await phone.go(link);
  await phone.press('Come in');
  assert.match(await phone.text('#note'), /Enough phones/);
  await phone.look('join-crowded');
}

async function sent(phone) {
  await phone.find('#status', { hasText: 'It’s in' }).waitFor();
}

async function answerAndLoseTheNetwork(phone) {
  await phone.hasHeard(await phone.text('h1'));
  await phone.look('pick');
  await phone.find('.answer >> nth=1').click();
  await sent(phone);
  await phone.cut(true);
  await phone.find('.answer >> nth=2').click();
  await phone.find('#again').waitFor({ state: 'visible' });
  assert.deepEqual(await phone.checked(), ['2'], 'the answer waits on the phone');
  await phone.cut(false);
  await sent(phone);
  await phone.page.reload();
  assert.deepEqual(await phone.checked(), ['2']);
}

async function answerByKeysAndSleep(phone) {
  await phone.find('input[name=option] >> nth=1').focus();
  await phone.page.keyboard.press('ArrowDown');
  await sent(phone);
  assert.equal(await phone.page.evaluate(() => document.activeElement.value), '2', 'focus stays');
  await phone.sleep();
  await phone.until('pick');
  assert.deepEqual(await phone.checked(), ['2'], 'back in its seat');
}

async function answerByForms(phone) {
  await phone.until('pick');
  await phone.find('.answer >> nth=0').click();
  await phone.press('Send it');
  assert.equal(phone.page.url(), origin + '/');
  assert.deepEqual(await phone.checked(), ['0']);
}

async function landAndMatch(hearer, speaker) {
  await goOnUntil(hearer, 'land');
  await hearer.look('land');
  for (const [row, tap] of [[0, 2], [1, 2], [2, 2], [1, 1]]) {
    await hearer.find('.row').nth(row).locator('.tap').nth(tap).click();
  }
  await hearer.page.waitForTimeout(2200);
  assert.equal(await hearer.find('.row input:checked').count(), 3, 'taps last until they are sent');
  assert.notEqual(await speaker.kind(), 'match', 'nothing shows before the hearer sends it');
  await hearer.press('Send it');
  for (const phone of [hearer, speaker]) {
    await phone.until('match');
    assert.equal(await phone.text('h1'), 'In tune');
    assert.deepEqual(await phone.find('.landed strong').allInnerTexts(), ['yes', 'partly', 'yes']);
  }
  assert.equal(await hearer.text('.quote'), await speaker.text('.quote'));
  await hearer.look('match');
  await hearer.press('Phone down, talk');
  await hearer.until('wait');
}

/* Who rests has the dark page that all have between questions, and keeps it when one opens. */
async function restAndComeBack(resting, other) {
  await resting.press('Rest, or come back');
  await goOnUntil(other, 'pick');
  await resting.page.waitForTimeout(1300);
  assert.equal(await resting.kind(), 'wait');
  await resting.press('Rest, or come back');
  await resting.until('pick');
  for (const phone of [resting, other]) assert.deepEqual(await phone.checked(), [], 'a new question');
}

/* What the room does elsewhere leaves a page alone that says the same: a mark on it stays. */
async function sameThroughTheRoomsDoings(phone) {
  const before = await phone.find('#sheet').getAttribute('data-version');
  await phone.page.evaluate(() => { document.querySelector('h1').isMarked = true; });
  await leader('t');
  await phone.page.waitForFunction((was) => sheet.dataset.version !== was, before);
  assert.ok(await phone.page.evaluate(() => document.querySelector('h1').isMarked));
  await leader('t');
}

async function darkAndBack(phone) {
  await leader('b');
  await phone.until('wait');
  await leader('b');
  await phone.until('pick');
}

async function evening(browser) {
  const [a, b, c, d] = await Promise.all(['a', 'b', 'c', 'd'].map((name) =>
    Phone.take(browser, origin, name, name === 'c' ? { javaScriptEnabled: false } : {})));
  await comeInByTheLink(a);
  await comeInByTheCode(b, await code(a));
  await a.until('wait');
  await refusedWhileLocked(d);
  await comeInByForms(c);
  await pairedWhileTyping(d, c);
  await a.page.waitForTimeout(11000); /* the laptop hangs up on what nobody uses: four phones' worth */
  const e = await Phone.take(browser, origin, 'e');
  await turnedAwayWhenCrowded(e);
  await e.putAway();

  await leader('Return'); /* start */
  await goOnUntil(a, 'pick');
  await Promise.all([b, d].map((phone) => phone.until('pick')));
  await answerAndLoseTheNetwork(a);
  await answerByKeysAndSleep(b);
  await answerByForms(c);
  await d.press('Pass this one');
  await sent(d);
  assert.deepEqual(await d.checked(), []);

  const isHearer = (await a.text('.top strong')) === 'You hear it';
  const [hearer, speaker] = isHearer ? [a, b] : [b, a];
  await landAndMatch(hearer, speaker);
  await restAndComeBack(hearer, speaker);
  await darkAndBack(speaker);
  await sameThroughTheRoomsDoings(speaker);
  await goOnUntil(a, 'over', 's');
  await a.look('over');
  assert.match(await a.text('.quote'), /^[a-z-]+$/, 'a word to take home');
  for (const phone of [a, b, c, d]) await phone.putAway();
}

const browser = await chromium.launch({ executablePath: process.env.TB_CHROMIUM, args: ['--no-sandbox'] });
try {
  await evening(browser);
  console.log('good');
} finally {
  await browser.close();
}
process.exit(0);
