// Two people on one record: the first learns of the second without loading the page again, and hears it said.

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

test('whoever has a record open sees who else has', async () => {
  const officer = people('complaints-officer')[1];
  const other = people('supervisor', officer.office)[0];
  const answer = await fetch(new URL('/api/v1/complaints', base), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      language: 'en',
      narrative: 'We are not paid.',
      employer: { name: 'Juniper Hall', governorate: world.placeOf(officer.office) },
    }),
  });
  assert.equal(answer.status, 201);
  const record = `/staff/complaints/${(await answer.json()).reference}`;

  const first = await signIn(browser, officer, { language: 'ar', script: true });
  await first.visit(record, 'alone-here');
  assert.equal(await first.page.locator('[data-test=also]').count(), 0);
  const second = await signIn(browser, other, { language: 'en', script: false });
  await second.visit(record, 'here-too');
  assert.equal(await second.page.locator('[data-test=also]').count(), 1, 'without script, when the page is made');

  // Looking at the page again asks at once; else it asks by itself every 20 seconds.
  await first.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  const also = first.page.locator('[role=status] [data-test=also]');
  await also.waitFor();
  assert.ok((await also.textContent()).trim(), 'it is a sentence in a place that is read aloud');
  await first.context.close();
  await second.context.close();
});
