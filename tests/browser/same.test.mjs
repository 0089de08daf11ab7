// Two tell the same story: an officer sees why they are alike, says what they are, and finds them by the number. From
// right to left, and nothing to scroll sideways on a narrow screen.

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

const PHONE = '+15550100077';

async function tells(officer, employer) {
  const answer = await fetch(new URL('/api/v1/complaints', base), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      language: 'en',
      narrative: 'We are not paid.',
      employer: { name: employer, governorate: world.placeOf(officer.office) },
      contact: { channel: 'phone', address: PHONE, hers_alone: true },
    }),
  });
  assert.equal(answer.status, 201);
  return (await answer.json()).reference;
}

test('an officer sees the same story twice, and moves in the queue by keys', async () => {
  // Not who is signed in by the walk: each code of hers counts once.
  const officer = people('complaints-officer')[1];
  const first = await tells(officer, 'Cedar Hall Garments');
  const second = await tells(officer, 'Cedar Hall');
  const person = await signIn(browser, officer, { language: 'ar', script: true });
  const { page } = person;
  for (let tries = 0; tries < 40; tries += 1) {
    await person.visit(`/staff/complaints/${first}`, 'alike');
    if (await page.locator(`[data-test=alike] a[href$="${second}"]`).count()) break;
    await new Promise((done) => setTimeout(done, 250));
  }
  assert.ok(await page.locator(`[data-test=alike] a[href$="${second}"]`).count(), 'it is suggested');
  await page.selectOption('[name=alike]', second);
  await page.locator('[name=alike_answer][value=kept-this]').check({ force: true });
  await person.click('[data-test=compare]', 'alike-refused');
  assert.equal(await page.locator('#alike_known-error').count(), 1, 'how it is known must be said');
  assert.equal(await page.inputValue('[name=alike]'), second, 'what was chosen stays');
  await page.locator('[name=alike_answer][value=same-workplace]').check({ force: true });
  await person.click('[data-test=compare]', 'alike-said');
  assert.equal(await page.locator(`[data-test=related] a[href$="${second}"]`).count(), 1);

  await person.visit('/staff/search', 'search');
  await page.fill('[name=q]', PHONE);
  await person.click('[data-test=search]', 'search-found');
  assert.ok(await page.locator(`[data-test=found] a[href$="${first}"]`).count());
  assert.ok(!page.url().includes('555'), 'no number in an address');
  await person.visit('/staff/', 'queue-by-keys');
  const row = () => page.evaluate(() => document.activeElement?.closest('tr')?.rowIndex);
  await page.keyboard.press('j');
  assert.equal(await row(), undefined, 'a key pressed elsewhere moves nothing');
  await page.locator('main tbody a').first().focus();
  await page.keyboard.press('j');
  assert.equal(await row(), 2, 'j goes to the next row');

  await page.setViewportSize({ width: 360, height: 800 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 360, `nothing to scroll sideways at 360: ${wide}`);
  await person.context.close();
});
