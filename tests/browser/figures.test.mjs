// The figures: both directions, with script and without; sums on the page, a period that cannot be, the download.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { people, signIn } from './people.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

/** A number as the page shows it, whatever its digits and separators. */
const number = (text) =>
  Number([...text.replace(/[^\p{Nd}]/gu, '')].map((c) => (c <= '9' ? c : (c.codePointAt(0) & 0xf) % 10)).join(''));

// One sign-in each: a code of the second factor works once.
for (const [language, script] of [['ar', true], ['en', false]]) {
  test(`figures in ${language}, script ${script ? 'on' : 'off'}`, async () => {
    // Of an office with a history: the one that takes what names no place has none in the demonstration.
    const supervisor = people('supervisor').findLast((one) => people('inspector').some((other) => other.office === one.office));
    const person = await signIn(browser, supervisor, { language, script });
    await person.visit('/staff/figures?period=90', 'figures-all');
    await person.visit(`/staff/figures?period=90&office=${supervisor.office}`, 'figures-office');
    const cells = await person.page.locator('[data-test=cohort] td.num').allInnerTexts();
    const [received, ...parts] = cells.map(number);
    assert.ok(received > 0);
    assert.equal(received, parts.reduce((sum, part) => sum + part, 0), 'received is closed by outcome and open');
    const file = await person.page.locator('[data-test=download]').getAttribute('href');
    const answer = await person.context.request.get(file);
    assert.equal(answer.status(), 200);
    assert.match(answer.headers()['content-disposition'], /^attachment; filename="figures-.*\.csv"$/);
    const csv = await answer.text();
    assert.ok(csv.startsWith('\ufeff"from","to"'), 'spreadsheets know it as UTF-8');
    assert.ok(csv.includes(`"${supervisor.office}"`));
    if (script) {
      await person.page.locator('details').first().evaluate((details) => (details.open = true));
    }
    // A period that cannot be is refused with the values kept.
    const refused = await person.page.goto('/staff/figures?period=days&from=2026-02-02&to=2026-02-01');
    assert.equal(refused.status(), 422);
    assert.equal(await person.page.locator('[data-errors] a').getAttribute('href'), '#to');
    assert.equal(await person.page.locator('[name=from]').inputValue(), '2026-02-02');
    await person.close();
  });
}

test('an analyst sees that small numbers are not shown, an inspector finds no such page', async () => {
  const manner = { language: 'en', script: false };
  const analyst = await signIn(browser, people('analyst')[0], manner);
  await analyst.visit('/staff/figures?period=90', 'figures-analyst');
  assert.match(await analyst.page.locator('main').innerText(), /fewer than/);
  await analyst.close();
  const inspector = await signIn(browser, people('inspector').at(-1), manner);
  const answer = await inspector.page.goto('/staff/figures');
  assert.equal(answer.status(), 404);
  await inspector.close();
});
