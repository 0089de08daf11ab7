// What is owed: both directions, without script and with it, narrow and wide; what was typed is kept.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { base, launch } from './browser.mjs';
import { people, signIn } from './people.mjs';
import { world } from './world.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

/** A complaint about a month that was not paid, in the officer's office. */
async function unpaid(officer) {
  const place = world.placeOf(officer.office);
  const answer = await fetch(new URL('/api/v1/complaints', base), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      language: 'en',
      narrative: 'One month was not paid.',
      employer: { governorate: place },
      claims: [{ month: '2026-03', agreed: 1000000, paid: 400000 }],
    }),
  });
  assert.equal(answer.status, 201);
  return (await answer.json()).reference;
}

for (const [language, script] of [['ar', false], ['en', true]]) {
  test(`an officer works out what is owed in ${language}`, async () => {
    // Not who is signed in by the walk, which comes next: each code of hers counts once.
    const officer = people('complaints-officer')[1];
    const reference = await unpaid(officer);
    const person = await signIn(browser, officer, { language, script });
    const { page } = person;
    await person.visit(`/staff/complaints/${reference}/wages`, 'wages');
    assert.equal(await page.inputValue('[name=m1-month]'), '2026-03');
    await page.fill('[name=m1-overtime]', 'much');
    await person.click('[data-test=try]', 'wages-refused');
    assert.equal(await page.locator('#m1-overtime-error').count(), 1);
    assert.equal(await page.inputValue('[name=m1-overtime]'), 'much');
    await page.fill('[name=m1-overtime]', '10');
    await page.locator('[name=regime]').selectOption({ index: 1 });
    await page.locator('[name=ending]').selectOption('open');
    await person.click('[data-test=try]', 'wages-tried');
    assert.ok((await page.locator('[data-test=found] .sum').count()) >= 2);
    await person.click('[data-test=save]', 'wages-saved');
    assert.ok((await page.locator('[data-test=least]').innerText()).length > 0);
    assert.equal(await page.locator('a[href$="/wages?n=1"]').count(), 1);
    await page.setViewportSize({ width: 360, height: 800 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 360, `nothing to scroll sideways at 360: ${wide}`);
    await person.context.close();
  });
}
