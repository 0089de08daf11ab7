// The receipt and coming back: she keeps her code her own way, proves it, changes her mind, and tells why she left.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, visitor } from './browser.mjs';
import { main, text } from './chapters.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

for (const [language, script] of [['ar', true], ['en', false]]) {
  test(`a receipt, kept, proved and used in ${language}`, async (walk) => {
    const worker = await visitor(browser, { language, script, narrow: true });
    const { page } = worker;
    let reference;
    let code;

    await walk.test('the paper and the square tell nothing, and prove it with the code', async () => {
      await worker.visit(`/${language}/complain`, 'what');
      await page.fill('[name=narrative]', 'They did not pay me. لم يدفعوا لي.');
      await worker.follow(() => page.locator('button[value=send]').click(), 'receipt');
      reference = (await text(worker, 'reference')).trim();
      code = (await text(worker, 'code')).trim();
      await worker.click('[data-test=photo]', 'photo');
      const squares = () => page.locator('.qr svg').innerHTML();
      const locked = await squares();
      await worker.follow(() => page.locator('a[href*="with=code"]').click(), 'photo-with-code');
      assert.notEqual(await squares(), locked, 'number and code stand in a square only when she asks for it');
      await worker.visit(`/${language}/verify`, 'verify');
      await page.fill('[name=reference]', reference);
      await page.fill('[name=code]', code);
      await worker.click('[data-test=verify]', 'verified');
      assert.ok((await text(worker, 'genuine')).includes(reference));
    });

    await walk.test('who can keep nothing chooses two words; a mailbox must be hers alone', async () => {
      await worker.visit(`/${language}/receipt/words`, 'words');
      await page.fill('[name=first]', 'x');
      await worker.follow(() => page.locator('main form button').click(), 'words-refused');
      assert.ok(await page.locator('[data-errors]').count());
      await page.fill('[name=first]', 'مانجو mango');
      await page.fill('[name=second]', `river ${reference.slice(5, 11)}`);
      await worker.follow(() => page.locator('main form button').click(), 'words-kept');
      assert.ok((await text(worker, 'kept')).length > 10);
      await worker.visit(`/${language}/receipt/send`, 'send');
      await page.fill('[name=address]', 'her@mail.example');
      await worker.follow(() => page.locator('main form button').click(), 'send-refused');
      await page.locator('[name=hers_alone]').check({ force: true });
      await worker.follow(() => page.locator('main form button').click(), 'sent');
    });

    await walk.test('she comes back, sees what is next, and may take it back or change how she is reached', async () => {
      await worker.visit(`/${language}/return`, 'return');
      await page.fill('[name=reference]', reference);
      await page.fill('[name=code]', code);
      await worker.click('[data-test=enter]', 'mine');
      assert.ok((await text(worker, 'next')).length > 20);
      await worker.click('[data-test=contact]', 'contact');
      await page.locator('[name=channel][value=none]').check({ force: true });
      await worker.click('[data-test=do]', 'contact-changed');
      await worker.visit(`/${language}/mine/days`, 'days');
      await page.locator('main form input').first().fill('2026-01-05');
      await worker.click('[data-test=days]', 'days-told');
      assert.match(await text(worker, 'clocks'), /2026|٢٠٢٦/);
      await worker.click('[data-test=withdraw]', 'withdraw');
      await worker.click('[data-test=do]', 'withdrawal-asked');
      assert.equal(await page.locator('[data-test=withdraw]').count(), 0, 'asked for once');
    });

    await walk.test('she tells why she left: advice first, then two minutes', async () => {
      await worker.visit(`/${language}/`, 'first');
      await worker.click('[data-test=left]', 'advice');
      await worker.click('[data-test=tell]', 'why');
      await worker.click('[data-test=send]', 'why-empty');
      assert.ok(await page.locator('[data-errors]').count());
      await page.locator('[name=how][value=left]').check({ force: true });
      await page.fill('[name=since]', '2026-01-05');
      await page.locator('[name=reason]').last().check({ force: true });
      await worker.click('[data-test=send]', 'left-receipt');
      assert.ok((await text(worker, 'told')).length > 20);
      const notice = await page.request.get(`/${language}/receipt/notice`);
      assert.equal(notice.headers()['content-type'], 'application/pdf');
      assert.ok((await main(worker)).length > 0);
    });

    await worker.close();
  });
}
