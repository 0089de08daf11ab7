// Telephone and counter, and a partner who files for several: both directions, with script and without.

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

for (const [language, script, role] of [['ar', false, 'hotline-operator'], ['en', true, 'complaints-officer']]) {
  test(`a caller is taken down by a ${role} in ${language}`, async () => {
    const person = await signIn(browser, people(role)[0], { language, script });
    const { page } = person;
    await person.visit('/staff/intake', 'intake');
    await page.fill('[name=narrative]', 'He keeps my passport and my wages.');
    await page.check('[name=interpreted][value=outside]');
    await person.click('[data-test=take]', 'intake-refused');
    assert.equal(await page.inputValue('[name=narrative]'), 'He keeps my passport and my wages.');
    await page.check('[name=way][value=phone]');
    await page.check('[name=private][value=yes]');
    await page.locator('[name=filed_by]').selectOption({ index: 1 });
    await page.locator('[name=language]').selectOption('en');
    await page.fill('[name=interpreter]', 'a nurse');
    await page.check('[name=interpreter_apart]');
    await page.check('[name=answer_by][value=visit]');
    await person.click('[data-test=take]', 'intake-done');
    assert.match(await page.locator('[data-test=code]').innerText(), /^(\d{4} ?){4}$/);
    await person.context.close();
  });
}

test('a partner files for several and sees that they arrived', async () => {
  const person = await signIn(browser, people('partner')[0], { language: 'ar', script: false });
  const { page } = person;
  await person.visit('/staff/filed', 'filed');
  await person.click('[data-test=new]', 'filed-new');
  await page.fill('[name=narrative]', 'لم يدفعوا لهم.');
  await page.fill('[name=w1-name]', 'الأول');
  await page.fill('[name=w3-phone]', 'x');
  await person.click('[data-test=more]', 'filed-more');
  assert.equal(await page.inputValue('[name=w1-name]'), 'الأول');
  assert.equal(await page.locator('[name=w13-name]').count(), 1);
  await person.click('[data-test=send]', 'filed-refused');
  assert.equal(await page.inputValue('[name=w3-phone]'), 'x');
  await page.fill('[name=w3-phone]', '0790000003');
  // Rows of a spreadsheet: what is wrong is said by row, what is right goes into the form.
  await page.locator('#paste > summary').click();
  await page.fill('[name=sheet]', 'name\tphone\nفاطمة\t0790000004\nwrong\tx');
  await person.click('[data-test=sheet-read]', 'filed-sheet');
  assert.equal(await page.locator('[data-test=sheet] small.error').count(), 1);
  await person.click('[data-test=sheet-right]', 'filed-sheet-right');
  assert.equal(await page.inputValue('[name=w4-name]'), 'فاطمة');
  assert.match(await page.inputValue('[name=sheet]'), /wrong/);
  await page.fill('[name=sheet]', '');
  await person.click('[data-test=send]', 'filed-done');
  assert.equal(await page.locator('[data-test=receipts] tbody tr').count(), 3);
  assert.match(await page.locator('[data-test=group-code] .code').innerText(), /^(\d{4} ?){4}$/);
  await page.locator('[data-test=receipts] a').first().click();
  await page.setInputFiles('[name=file]', { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') });
  await person.click('[data-test=add]', 'filed-evidence');
  assert.equal(await page.locator('[data-test=given]').count(), 1);
  await person.visit('/staff/filed', 'filed-list');
  assert.ok((await page.locator('[data-test=filed] tbody tr').count()) >= 2);
});
