// Work on a complaint: a call noted, another's change told with what was typed, and a closing, in both directions.

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

for (const [language, script, at] of [['ar', false, -1], ['en', true, -2]]) {
  test(`an officer calls, is told of another's change, and closes in ${language}`, async () => {
    // Not who is signed in by the other tests: each code of hers counts once.
    const officer = people('complaints-officer').filter((one) => world.servesPlace(one.office)).at(at);
    const reference = await filed(officer, { language: 'en', narrative: 'One month was not paid. Call 0790 000 001.', name: 'Noor Garments' });
    const person = await signIn(browser, officer, { language, script });
    const { page } = person;
    const record = `/staff/complaints/${reference}`;
    await person.visit(record, 'closing-record');
    await page.locator('[name=step]').first().check();
    await page.fill('[name=why]', 'Needed at once.');
    await person.click('[data-test=acknowledge]', 'closing-acknowledged');
    await person.click('[data-test=calls]', 'calls');
    await page.selectOption('[name=person]', 'worker');
    await page.selectOption('[name=way]', 'counter');
    await page.selectOption('[name=result]', 'spoke');
    await page.fill('[name=note]', 'She came herself.');
    await person.click('[data-test=call]', 'calls-refused');
    assert.equal(await page.inputValue('[name=note]'), 'She came herself.', 'kept');
    await page.selectOption('[name=private]', 'alone');
    await page.selectOption('[name=language]', 'en');
    await person.click('[data-test=call]', 'calls-noted');
    assert.equal(await page.locator('[data-test=attempt]').count(), 1);

    // A form that was made before somebody else did something comes back whole.
    await person.visit(`${record}/close?outcome=insufficient`, 'close');
    const mark = await page.inputValue('[name=mark]');
    await page.locator('[name=because]').selectOption({ index: 1 });
    await page.fill('[name=done]', 'Looked into it.');
    await page.fill('[name=words]', 'You can tell us more.');
    await page.locator('[name=mark]').evaluate((field) => {
      field.value = '0.0';
    });
    await person.click('[data-test=close]', 'close-stale');
    assert.equal(await page.locator('[data-test=stale]').count(), 1);
    assert.equal(await page.inputValue('[name=words]'), 'You can tell us more.');
    assert.equal(await page.inputValue('[name=mark]'), mark);
    await page.setViewportSize({ width: 360, height: 800 });
    for (const path of ['/pay', '/mediation', '/calls', '/looked', '/close?outcome=transferred', '/again-safe']) {
      await person.visit(`${record}${path}`, `closing${path.replaceAll(/[/?=]/g, '-')}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= 360, `nothing to scroll sideways at 360 on ${path}: ${wide}`);
    }
    await person.visit(`${record}/copy`, 'copy');
    const copied = await page.locator('[data-test=copied]').first().innerText();
    assert.ok(!copied.includes('0790') && copied.includes('One month'), copied);
    await person.visit(`${record}/close?outcome=insufficient`, 'close-again');
    await page.locator('[name=because]').selectOption({ index: 1 });
    await page.fill('[name=done]', 'Looked into it.');
    await page.fill('[name=words]', 'You can tell us more.');
    await person.click('[data-test=close]', 'closing-waits');
    assert.equal(await page.locator('[data-test=settlement]').count(), 1, 'nobody ends it alone');
    assert.equal(await page.locator('[data-test=settlement-decide], [data-test=again]').count(), 0, 'nor decides on it');
    await person.click('[data-test=closing-take-back]', 'closing-taken-back');
    // A code is issued once, however often the button is pressed.
    await page.fill('[name=how]', 'She named the day.');
    await person.click('[data-test=give-code]', 'code-given');
    await page.fill('[name=how]', 'She named the day.');
    await person.click('[data-test=give-code]', 'code-just-now');
    assert.equal(await page.locator('#another').count(), 1, 'whether another is meant');
    await person.context.close();
  });
}
