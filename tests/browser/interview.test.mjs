// A guided interview: begun by an officer, answered by a worker at the same screen, hidden and gone on with, without script
// and with it, 360 px wide.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from './browser.mjs';
import { filed } from './chapters.mjs';
import { people, signIn } from './people.mjs';
import { world } from './world.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

/** What her screen asks about. */
const about = (page) => page.locator('.taps [name=about]').inputValue();

for (const [language, hers, script, at] of [['en', 'bn', false, -2], ['ar', 'ar', true, -1]]) {
  test(`a worker is asked in ${hers}, ${script ? 'with' : 'without'} script`, async () => {
    const officers = people('complaints-officer').filter((one) => world.servesPlace(one.office));
    const officer = officers.at(at);
    const reference = await filed(officer, { language: 'bn', narrative: 'Two months were not paid.', name: 'Sama Garments' });
    const person = await signIn(browser, officer, { language, script, narrow: true });
    const { page } = person;
    const record = `/staff/complaints/${reference}`;
    await person.visit(record, 'interview-record');
    await page.locator('[name=step]').first().check();
    await page.fill('[name=why]', 'She asked for a talk.');
    await person.click('[data-test=acknowledge]', 'interview-acknowledged');
    await person.click('[data-test=interview]', 'interview-begin');

    // Not while others hear, and the page says so.
    await page.selectOption('[name=way]', 'counter');
    await page.selectOption('[name=private]', 'not-alone');
    await page.selectOption('[name=language]', hers);
    await page.selectOption('[name=interpreter]', 'none');
    await page.locator('[name=young][value=no]').check();
    await person.click('[data-test=interview-begin]', 'interview-not-alone');
    assert.equal(await page.locator('#private-error').count(), 1);
    await page.selectOption('[name=private]', 'alone');
    await person.click('[data-test=interview-begin]', 'interview-consent');

    assert.equal(await page.locator('html').getAttribute('lang'), hers);
    const title = await page.title();
    for (let item = 0; item < 7; item += 1) {
      assert.equal(await page.locator('.tap').count(), 2, 'yes or no, and nothing is chosen before');
      await person.click('[data-test=said-y]', `interview-consent-${item}`);
    }
    assert.equal(await about(page), 'age');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 360, `nothing to scroll sideways: ${wide}`);
    await person.click('[data-test=said-y]', 'interview-first');
    const first = await about(page);
    if (script) {
      await person.follow(() => page.keyboard.press('3'), 'interview-by-key');
    } else {
      await person.click('[data-test=said-s]', 'interview-second');
    }
    const second = await about(page);
    assert.notEqual(second, first);
    assert.equal(await page.title(), title, 'every screen is called the same');

    // Back shows what is asked now, never what was.
    const words = await page.locator('h1').innerText();
    await page.goBack();
    if (page.url().endsWith('/her')) assert.equal(await page.locator('h1').innerText(), words);
    await person.visit(`${record}/interview/her`, 'interview-again');

    // Nothing else opens on the device that is hers.
    for (const path of [record, `${record}/interview`, '/staff/complaints', '/staff/']) {
      await page.goto(path);
      assert.ok(page.url().includes('/staff/sign-in'), `${path} wants to know who it is: ${page.url()}`);
    }
    await person.visit(`${record}/interview/her`, 'interview-still-hers');

    // A touch beside the sheet hides it; what comes back is a door that wants to know who it is.
    await person.follow(() => (script ? page.keyboard.press('Escape') : page.mouse.click(5, 400)), 'interview-hidden');
    assert.ok(page.url().endsWith('/staff/days'), page.url());
    await page.goBack();
    assert.ok(!(await page.content()).includes(words), 'nothing readable behind it');
    await page.goto(`${record}/interview/her`);
    assert.ok(page.url().includes('/staff/sign-in'), page.url());
    await person.context.close();

    // The same person, signed in anew, goes on where it was; she stops, and nothing is kept.
    const anew = await signIn(browser, officer, { language, script, narrow: true });
    await anew.visit(`${record}/interview`, 'interview-open');
    assert.equal(await anew.page.locator('[data-test=interview-open]').count(), 1);
    await anew.click('[data-test=interview-on]', 'interview-on');
    assert.equal(await about(anew.page), second);
    await anew.click('[data-test=stop]', 'interview-stopped');
    await anew.click('[data-test=said-destroy]', 'interview-destroyed');
    await anew.click('[data-test=give-back]', 'interview-given-back');
    assert.ok(anew.page.url().includes('/staff/sign-in'), 'who gets it back signs in');
    await anew.context.close();
    const last = await signIn(browser, officer, { language, script, narrow: true });
    await last.visit(`${record}/interview`, 'interview-over');
    assert.equal(await last.page.locator('[data-test=interview]').count(), 1);
    await last.context.close();
  });
}
