// The officer's morning and the supervisor's, by keyboard alone, in both languages of the staff: the queue, a complaint
// read and acknowledged, assessed, answered; a flag decided. What has the focus can be seen.

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

/** Walks by the Tab key until something is focused, and sees that it shows. */
async function reach({ page }, selector) {
  for (let n = 0; n < 200; n += 1) {
    const there = await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector);
    if (there) {
      const shown = await page.evaluate(() => {
        const at = document.activeElement;
        const shows = (one) => one && (getComputedStyle(one).outlineStyle !== 'none' || getComputedStyle(one).boxShadow !== 'none');
        return shows(at) || shows(at.closest('label')) || shows(at.labels?.[0]);
      });
      assert.ok(shown, `${selector}: it shows that it has the focus`);
      return;
    }
    await page.keyboard.press('Tab');
  }
  assert.fail(`${selector} cannot be reached by keyboard`);
}

/** Goes there and presses a key that leads to another page. */
async function press(person, selector, name) {
  await reach(person, selector);
  return person.follow(() => person.page.keyboard.press('Enter'), name);
}

/** Types into a field of a form. */
async function write(person, selector, words) {
  await reach(person, selector);
  await person.page.keyboard.type(words);
}

/** Chooses the first real option of a list. */
async function choose(person, selector) {
  await reach(person, selector);
  await person.page.keyboard.press('ArrowDown');
}

/** Somebody's words arrive in an office: read by a person before anything else, and by the instruments. */
async function arrives(office) {
  const answer = await fetch(new URL('/api/v1/complaints', base), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      language: 'en',
      narrative: 'My employer took my passport and keeps it. Six months no salary. I am locked in the house and cannot go out.',
      employer: { governorate: world.placeOf(office) },
    }),
  });
  assert.equal(answer.status, 201);
}

/** The last officer of an office that serves a place. */
const last = () => people('complaints-officer').findLast((one) => world.servesPlace(one.office));

for (const language of ['ar', 'en']) {
  test(`an officer's morning by keyboard in ${language}`, async () => {
    const manner = { language, script: language === 'ar' };
    const user = last();
    await arrives(user.office);
    const officer = await signIn(browser, user, manner);
    await officer.visit('/staff/?kind=complaint-to-read', 'to-read');
    await press(officer, 'main tbody a', 'record');
    const address = officer.page.url();
    await reach(officer, '[name=step]');
    await officer.page.keyboard.press('Space');
    await write(officer, '[name=why]', 'حقّي 1');
    await press(officer, '[data-test=acknowledge]', 'acknowledged');
    assert.equal(await officer.page.locator('[data-test=acknowledge]').count(), 0, 'acknowledged once');
    await write(officer, 'form[action$="/assess"] textarea', 'Two months are open.');
    await choose(officer, 'form[action$="/assess"] select');
    await press(officer, '[data-test=assess]', 'assessed');
    await write(officer, 'form[action$="/message"] textarea', 'Which months?');
    await press(officer, '[data-test=message]', 'written');
    assert.ok((await officer.page.locator('.timeline li').count()) >= 3, 'the record tells what was done');
    await press(officer, 'nav a[href="/staff/"]', 'queue');
    assert.notEqual(officer.page.url(), address);
    await officer.close();
  });

  test(`a supervisor's morning by keyboard in ${language}`, async () => {
    const manner = { language, script: language === 'en' };
    const user = people('supervisor').find((one) => one.office === last().office);
    await arrives(user.office);
    const supervisor = await signIn(browser, user, manner);
    await supervisor.visit('/staff/?kind=flag-safety', 'flags');
    await press(supervisor, 'main tbody a', 'flag');
    await reach(supervisor, '[name=decision]');
    await supervisor.page.keyboard.press('Space');
    await choose(supervisor, '[name=reason]');
    await write(supervisor, '[name=words]', 'Seen on the card.');
    await press(supervisor, '[data-test=safety]', 'decided');
    assert.equal(await supervisor.page.locator('[data-errors]').count(), 0, 'the decision is taken');
    assert.ok(await supervisor.page.locator('.timeline li').count(), 'and stands on the card');
    await supervisor.close();
  });
}
