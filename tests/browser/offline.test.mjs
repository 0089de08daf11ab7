// A phone without a line, and the button Back: the steps lose nothing, what was not sent is said plainly, what is kept
// on the phone cannot be read there, and what was kept is sent when the line is back.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { launch, launchIn } from './browser.mjs';
import { line } from './line.mjs';

const words = 'তিন মাস বেতন পাই না, কেউ শোনে না';
const pin = '٤٧١١٠٨১';
let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

/** A telephone on a line of its own. */
async function phone(context) {
  const wire = await line();
  const own = context ?? (await browser.newContext({ locale: 'bn', viewport: { width: 360, height: 740 } }));
  own.setDefaultTimeout(20_000);
  const page = await own.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|Uncaught/.test(message.text())) faults.push(message.text());
  });
  const close = async () => {
    await own.close();
    wire.close();
    assert.deepEqual(faults, []);
  };
  return { page, wire, context: own, close };
}

const step = (page) => page.locator('main form [name=step]').inputValue();
const next = async (page, to) => {
  await page.locator('[data-test=next]').click();
  await page.waitForFunction((n) => document.querySelector('main form [name=step]')?.value === n, String(to));
};
async function tell(page, origin) {
  await page.goto(`${origin}/bn/complain`);
  await page.waitForSelector('details[data-piece=draft]');
  await page.fill('[name=narrative]', words);
}
const last = 5;
async function toTheEnd(page) {
  for (let n = Number(await step(page)); n < last; n += 1) await next(page, n + 1);
}
/** Everything that the phone keeps for the site, as text of one byte a character. */
const shelf = (page) =>
  page.evaluate(async () => {
    const open = await new Promise((done) => {
      const asked = indexedDB.open('p', 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore('q', { keyPath: 'id', autoIncrement: true });
      asked.onsuccess = () => done(asked.result);
    });
    const all = await new Promise((done) => {
      const asked = open.transaction('q').objectStore('q').getAll();
      asked.onsuccess = () => done(asked.result);
    });
    open.close();
    return all.map((kept) => ({ ...kept, lock: Boolean(kept.lock) }));
  });

test('back and forward move between the steps and lose nothing', async () => {
  const { page, wire, close } = await phone();
  await tell(page, wire.origin);
  const first = await page.title();
  await next(page, 2);
  assert.notEqual(await page.title(), first, 'the title tells the step');
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1', 'the new step is told');
  await page.fill('[name=employer_name]', 'Al Noor');
  await next(page, 3);
  await page.locator('[name=danger]').check({ force: true });
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('[name=employer_name]'));
  assert.equal(await page.inputValue('[name=employer_name]'), 'Al Noor');
  await page.fill('[name=employer_name]', 'Al Noor Garments');
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('textarea[name=narrative]'));
  assert.equal(await page.inputValue('[name=narrative]'), words);
  await page.goForward();
  await page.waitForFunction(() => document.querySelector('[name=employer_name]:not([type=hidden])'));
  assert.equal(await page.inputValue('[name=employer_name]'), 'Al Noor Garments', 'what was not sent yet is there too');
  await page.goForward();
  await page.waitForFunction(() => document.querySelector('[name=danger]:not([type=hidden])'));
  assert.ok(await page.locator('[name=danger]').isChecked());
  // The language changes, and nothing is lost by that either.
  await page.locator('button[formaction="/ar/complain"]').evaluate((button) => button.click());
  await page.waitForFunction(() => document.documentElement.lang === 'ar');
  assert.ok(await page.locator('[name=danger]').isChecked());
  await page.goBack();
  await page.waitForFunction(() => document.documentElement.lang === 'ar' && document.querySelector('[name=employer_name]:not([type=hidden])'));
  await page.goForward();
  await page.waitForFunction(() => document.querySelector('[name=danger]:not([type=hidden])'));
  await toTheEnd(page);
  const told = await page.locator('main').innerText();
  assert.ok(told.includes(words) && told.includes('Al Noor Garments'), 'all of it is read over');
  await page.locator('[data-test=send]').click();
  await page.waitForURL(/\/ar\/receipt/);
  assert.ok(await page.locator('[data-test=code]').count());
  await page.goBack();
  await page.waitForSelector('textarea[name=narrative]');
  assert.equal(await page.inputValue('[name=narrative]'), '', 'whoever goes back afterwards finds an empty form');
  await close();
});

test('a step without a line says so, and goes on when it is back', async () => {
  const { page, wire, close } = await phone();
  await tell(page, wire.origin);
  await toTheEnd(page);
  wire.cut();
  await page.locator('[data-test=send]').click();
  await page.waitForSelector('[data-test=unsent]');
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(violations.map((one) => one.id), []);
  assert.equal(await page.evaluate(() => document.activeElement?.dataset.piece), 'unsent', 'it is told at once');
  wire.mend();
  await page.locator('[data-do=again]').click();
  await page.waitForURL(/\/bn\/receipt/);
  await close();
});

test('kept on the phone it cannot be read there, is sent by itself, and opens with the PIN alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'haqqi-phone-'));
  const profile = { locale: 'bn', viewport: { width: 360, height: 740 } };
  try {
    const one = await phone(await launchIn(folder, profile));
    const { page, wire } = one;
    await page.goto(`${wire.origin}/bn/`);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
    await tell(page, wire.origin);
    await toTheEnd(page);
    wire.cut();
    await page.locator('[data-test=send]').click();
    await page.waitForSelector('[data-test=unsent]');
    await page.locator('[data-test=unsent] summary').click();
    await page.fill('#later-pin', '123');
    await page.locator('[data-test=later]').click();
    assert.ok(await page.locator('[data-error=short]').first().isVisible(), 'a PIN that is too short is told');
    await page.fill('#later-pin', pin);
    await page.locator('[data-test=later]').click();
    await page.waitForSelector('[data-test=kept]');
    const [kept] = await shelf(page);
    assert.ok(kept.locked && kept.lock && !kept.answer, 'not sent yet');
    assert.ok(!(await page.content()).includes(words), 'the page has forgotten it');

    wire.mend();
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await page.waitForSelector('[data-test=sent]');
    const number = (await page.locator('[data-number]').innerText()).trim();
    const code = (await page.locator('[data-code]').innerText()).trim();
    assert.match(number, /^C-\d\d-/);
    const [sent] = await shelf(page);
    assert.ok(!sent.locked && sent.answer, 'what was sent is gone from the phone, its answer stays locked');

    // On another day.
    await page.goto(`${wire.origin}/bn/complain`);
    await page.waitForSelector('[data-test=open]');
    await page.fill('#open-pin', '999999');
    await page.locator('[data-do=open]').click();
    await page.waitForSelector('[data-error=wrong]:not([hidden])');
    await page.fill('#open-pin', '4711081');
    await page.locator('[data-do=open]').click();
    await page.waitForSelector('[data-test=sent]');
    assert.equal((await page.locator('[data-code]').innerText()).trim(), code, 'digits are digits in any script');
    // It is her complaint, and one.
    await page.goto(`${wire.origin}/bn/return`);
    await page.fill('[name=reference]', number);
    await page.fill('[name=code]', code);
    await page.locator('[data-test=enter]').click();
    await page.waitForURL(/\/bn\/mine/);

    await page.goto(`${wire.origin}/bn/complain`);
    await page.waitForSelector('[data-test=open]');
    await page.locator('[data-do=delete-all]').click();
    await page.waitForSelector('[data-test=open]', { state: 'detached' });
    assert.deepEqual(await shelf(page), []);
    const cached = await page.evaluate(async () => {
      const shelves = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
      return shelves.flat().map((request) => new URL(request.url).pathname);
    });
    assert.ok(cached.includes('/bn/') && cached.includes('/bn/offline'));
    for (const path of cached) {
      assert.match(path, /^\/(static\/|bn\/$|bn\/offline$)/, 'no page with anybody\'s words is kept');
    }
    await one.close();
    // Nothing of it is in any file of the browser, in either way of writing it.
    const held = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    assert.ok(held.length > 10);
    for (const file of held) {
      const bytes = readFileSync(join(file.parentPath ?? file.path, file.name));
      for (const form of [words, '4711081', pin, code, code.replaceAll(' ', '')]) {
        assert.ok(!bytes.includes(Buffer.from(form, 'utf8')), `${form} in ${file.name}`);
        assert.ok(!bytes.includes(Buffer.from(form, 'utf16le')), `${form} in ${file.name}, as UTF-16`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('without a PIN nobody opens it, and it is sent all the same', async () => {
  const { page, wire, close } = await phone();
  await page.goto(`${wire.origin}/bn/`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await tell(page, wire.origin);
  wire.cut();
  await page.locator('[data-test=next]').click();
  await page.waitForSelector('[data-test=unsent]');
  await page.locator('[data-test=unsent] summary').click();
  await page.locator('[data-test=later]').click();
  await page.waitForSelector('[data-test=kept]');
  await page.goto(`${wire.origin}/bn/rights`);
  assert.match(page.url(), /rights/);
  assert.ok(await page.locator('h1').count(), 'the page for a phone without a line');
  // The way out works without a line, and tells nothing.
  await page.goto(`${wire.origin}/leave`);
  assert.equal((await page.locator('body').innerText()).trim(), '');
  wire.mend();
  await page.goto(`${wire.origin}/bn/`);
  await page.waitForFunction(async () => {
    const open = await new Promise((done) => {
      const asked = indexedDB.open('p', 1);
      asked.onsuccess = () => done(asked.result);
    });
    const count = await new Promise((done) => {
      const asked = open.transaction('q').objectStore('q').count();
      asked.onsuccess = () => done(asked.result);
    });
    open.close();
    return count === 0;
  });
  await close();
});

test('a draft is kept with her PIN only, comes back, and leaving forgets what is in memory', async () => {
  const { page, wire, close } = await phone();
  await tell(page, wire.origin);
  await page.locator('summary[data-test=draft]').click();
  await page.fill('#draft-pin', pin);
  await page.locator('[data-do=draft]').click();
  await page.waitForSelector('[data-test=kept]');
  assert.ok(!(await page.locator('main').innerText()).includes(words));
  await page.goto(`${wire.origin}/bn/complain`);
  await page.waitForSelector('[data-test=open]');
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(violations.map((one) => one.id), []);
  await page.fill('#open-pin', pin);
  await page.locator('[data-do=open]').click();
  await page.waitForFunction((told) => document.querySelector('[name=narrative]').value === told, words);
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  wire.cut();
  await page.locator('a[data-exit]').first().click();
  await page.waitForURL(/leave/);
  assert.equal((await page.locator('body').innerText()).trim(), '');
  assert.equal((await shelf(page)).length, 1, 'what she kept stays until she deletes it, as the page said');
  await close();
});
