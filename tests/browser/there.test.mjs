// Interviews at a visit without a line: the words are laid on the tablet, the line is cut, workers answer in two languages,
// what they said cannot be read there, and it goes once when the line is back, however often it breaks.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { base, launchIn } from './browser.mjs';
import { line } from './line.mjs';
import { people } from './people.mjs';
import { totp } from './totp.mjs';
import { pack } from './world.mjs';

/** A visit whose hour has come and whose record is open, with its inspector; their own device asks. */
async function underWay() {
  for (const user of people('inspector')) {
    for (const state of ['planned', 'under-way']) {
      const headers = { authorization: `Bearer ${user.token}` };
      const answer = await fetch(new URL(`/api/v1/visits?state=${state}`, base), { headers });
      const { visits = [] } = await answer.json();
      const now = visits.find((one) => new Date(one.starts_at) < new Date());
      if (now) return { user, reference: now.reference };
    }
  }
  return assert.fail('no visit of the demonstration is under way');
}

async function signIn(page, origin, user) {
  for (let tries = 0; tries < 4; tries += 1) {
    await page.goto(`${origin}/staff/sign-in?lang=en`);
    await page.fill('[name=name]', user.name);
    await page.fill('[name=password]', user.password);
    await page.fill('[name=code]', totp(user.totp_secret));
    await page.locator('[data-test=sign-in]').click();
    await page.waitForLoadState();
    if (!page.url().includes('sign-in')) return;
    // This code was used by another test: the next one is fresh.
    await new Promise((later) => setTimeout(later, 30_500 - (Date.now() % 30_000)));
  }
  assert.fail(`${user.name} is signed in`);
}

/** Everything that the tablet keeps of interviews. */
const kept = (page) =>
  page.evaluate(async () => {
    const open = await new Promise((done) => {
      const asked = indexedDB.open('i', 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore('kept', { keyPath: 'once' });
      asked.onsuccess = () => done(asked.result);
    });
    const all = await new Promise((done) => {
      const asked = open.transaction('kept').objectStore('kept').getAll();
      asked.onsuccess = () => done(asked.result);
    });
    open.close();
    return all;
  });

/** Every byte that the browser has on its disk. */
function disk(folder) {
  const bytes = [];
  for (const name of readdirSync(folder, { recursive: true })) {
    const path = join(folder, String(name));
    try {
      if (statSync(path).isFile()) bytes.push(readFileSync(path));
    } catch {
      // A socket, or gone in the meantime.
    }
  }
  return Buffer.concat(bytes);
}

const about = (page) => page.locator('.taps').getAttribute('data-about');

async function begin(page, language, young = 'no') {
  await page.selectOption('[name=language]', language);
  await page.selectOption('[name=private]', 'alone');
  await page.selectOption('[name=interpreter]', 'none');
  await page.locator(`[name=young][value=${young}]`).check({ force: true });
  await page.locator('[data-test=interview-begin]').click();
}

/** Taps, and waits for what comes next; whether something does. */
async function tap(page, code) {
  const now = await about(page);
  await page.locator(`[data-test=said-${code}]`).click();
  await page.waitForFunction((was) => {
    const taps = document.querySelector('.taps');
    return document.querySelector('[data-test=give-back]') || (taps && taps.dataset.about !== was);
  }, now);
  return (await page.locator('[data-test=give-back]').count()) === 0;
}

/** Seven times yes. */
async function consents(page) {
  for (let item = 0; item < 7; item += 1) {
    await page.waitForSelector('.taps');
    assert.equal(await page.locator('.tap').count(), 2, 'yes or no, and nothing is chosen before');
    await page.locator('[data-test=said-y]').click();
  }
  assert.equal(await about(page), 'age');
}

test('workers are asked without a line, in two languages, and nobody can read it on the tablet', { timeout: 240_000 }, async () => {
  const { user, reference } = await underWay();
  const other = pack === 'example' ? 'bn' : 'ne';
  const folder = mkdtempSync(join(tmpdir(), 'haqqi-tablet-'));
  const wire = await line();
  const context = await launchIn(folder, { locale: 'ar', viewport: { width: 360, height: 740 } });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|Uncaught/.test(message.text())) faults.push(message.text());
  });
  try {
    await page.goto(`${wire.origin}/field/interview?lang=ar#${reference}`);
    assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
    await page.locator('[data-tools]').waitFor();
    assert.equal(await page.locator(`[name=language] option[value=${other}]`).isDisabled(), true, 'not laid here yet');
    for (const tag of ['ar', other]) await page.locator(`[name=ready][value=${tag}]`).check({ force: true });
    await page.locator('[data-test=lay]').click();
    await page.waitForFunction((tag) => !document.querySelector(`[name=language] option[value=${tag}]`).disabled, other);
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map((one) => one.id), []);

    // The line is cut, and the tablet is switched on anew.
    wire.cut();
    await page.reload();
    await page.locator('[data-tools]').waitFor();
    await begin(page, 'ar');
    await consents(page);
    assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ['ar', 'rtl']);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 360, `nothing to scroll sideways: ${wide}`);
    const hers = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(hers.violations.map((one) => one.id), []);
    await page.keyboard.press('1');
    const first = await page.locator('[data-stage] h1').innerText();
    await page.keyboard.press('3');
    await page.waitForFunction((words) => document.querySelector('[data-stage] h1').innerText !== words, first);

    // Somebody comes: a touch, and there is a calendar.
    await page.keyboard.press('Escape');
    await page.locator('ol.days').waitFor();
    assert.ok(!(await page.content()).includes(first), 'nothing readable behind it');
    await page.locator('[data-test=go-on]').click();

    // Another worker, in another language, in danger: the questions stop, and who asked is told what to do now.
    await begin(page, other);
    await consents(page);
    assert.equal(await page.locator('html').getAttribute('lang'), other);
    while (await tap(page, 'y'));
    await page.locator('[data-test=give-back]').click();
    await page.locator('[data-next=danger]').waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'ar', 'who asks reads their own language again');

    // A third one answers everything; who asked learns that it is kept, and nothing of what.
    await begin(page, other);
    await consents(page);
    const asked = [];
    do asked.push(await about(page));
    while (await tap(page, asked.length === 1 ? 'y' : 'n'));
    assert.ok(asked.length > 3 && new Set(asked).size === asked.length, 'each once');
    await page.locator('[data-test=give-back]').click();
    await page.locator('[data-next=kept]').waitFor();
    assert.equal((await page.locator('[data-waiting]').innerText()).trim(), '3');

    // Whoever takes the tablet reads nothing of it, and cannot tell by its length who said more.
    const all = await kept(page);
    assert.equal(all.length, 3);
    assert.equal(new Set(all.map((one) => one.sealed.length)).size, 1, 'all are equally long');
    assert.deepEqual(Object.keys(all[0]).sort(), ['at', 'from', 'iv', 'key', 'once', 'sealed']);
    const bytes = disk(folder);
    for (const secret of ['"consents":{', '"said":{', `"age":"y"`]) {
      assert.equal(bytes.includes(Buffer.from(secret)) || bytes.includes(Buffer.from(secret, 'utf16le')), false, secret);
    }

    // There is a line again. In the middle of sending it breaks; what had not arrived is still there, and goes once.
    wire.mend();
    await signIn(page, wire.origin, user);
    await page.goto(`${wire.origin}/field/visits/${reference}/interview`);
    // Of what was sent the page says how many were asked, and of none what came of it.
    const alike = () => Number(document.querySelector('[data-test=asked]').textContent.replace(/\D+/g, ''));
    const before = await page.evaluate(alike);
    await page.locator('[data-test=kept-here]:not([hidden])').waitFor();
    wire.cutAfter(16_000);
    await page.locator('[data-test=send-kept]').click();
    await page.locator('[data-trouble]:not([hidden])').waitFor();
    const left = (await kept(page)).length;
    assert.ok(left >= 1 && left <= 3, `${left} are still here`);
    wire.mend();
    await page.goto(`${wire.origin}/field/visits/${reference}/interview`);
    await page.locator('[data-test=kept-here]:not([hidden])').waitFor();
    await page.locator('[data-test=send-kept]').click();
    await page.waitForFunction((n) => Number(document.querySelector('[data-test=asked]').textContent.replace(/\D+/g, '')) === n, before + 3);
    assert.equal(await page.locator('[data-test=interview]').count(), 0, 'who asked learns no level');
    assert.equal((await kept(page)).length, 0, 'the tablet has let go of them');
    assert.equal(await page.locator('[data-test=kept-here]').isVisible(), false);

    // On a device where somebody is signed in it does not begin.
    await page.goto(`${wire.origin}/field/interview?lang=en#${reference}`);
    await page.locator('[data-tools]').waitFor();
    await begin(page, 'ar');
    await page.locator('[data-wrong=signed-in]:not([hidden])').waitFor();
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
    wire.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
