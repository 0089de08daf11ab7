// The journey's own pages in five scripts: danger with one tap, missing pay without script, safe contact on the record,
// a call asked for, a wording reported; the way out by Shift; and what the first page weighs.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { base, launch, visitor } from './browser.mjs';
import { choose, main, text } from './chapters.mjs';
import { people, signIn } from './people.mjs';
import { world } from './world.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

const scripts = ['ar', 'bn', 'am', 'my', 'zh'].filter((tag) => world.languages.includes(tag));

for (const language of scripts) {
  test(`danger in ${language}: whom to call, one tap, and whom to call again`, async () => {
    const worker = await visitor(browser, { language, script: false, narrow: true });
    await worker.visit(`/${language}/`, 'first');
    await worker.click('[data-test=danger]', 'danger');
    assert.ok(await worker.page.locator('[data-test=call-now] a[href^="tel:"]').count(), 'the number stands first');
    await worker.follow(() => worker.page.locator('[data-test=danger]').click(), 'danger-receipt');
    assert.match(await text(worker, 'reference'), /C-\d\d-/);
    assert.ok(await worker.page.locator('[data-test=call-now]').count(), 'it stands on the receipt too');
    await worker.close();
  });

  test(`missing pay in ${language}, month by month, at 320 points`, async () => {
    const worker = await visitor(browser, { language, script: false, narrow: true });
    await worker.page.setViewportSize({ width: 320, height: 700 });
    await worker.visit(`/${language}/complain`, 'what');
    await worker.page.fill('[name=narrative]', '…');
    await worker.page.locator('details.more summary').first().click();
    const kinds = worker.page.locator('[name=kind]');
    await kinds.first().check({ force: true });
    await worker.click('[data-test=next]', 'where');
    if (await worker.page.locator('[data-test=more]').count()) {
      await worker.page.selectOption('[name=claim-month-1]', { index: 2 });
      await worker.page.fill('[name=claim-agreed-1]', '٢٥٠');
      await worker.page.fill('[name=claim-paid-1]', '100');
      await worker.click('[data-test=more]', 'another-month');
      assert.equal(await worker.page.inputValue('[name=claim-agreed-1]'), '٢٥٠');
      assert.ok(await worker.page.locator('[name=claim-month-2]').count());
    }
    assert.ok((await text(worker, 'can')).length > 30, 'what can stay secret stands before the choice');
    const wide = await worker.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 320, `nothing is cut off at 320 points: ${wide}`);
    await worker.close();
  });
}

test('whoever may call sees first how, and what never to do', async () => {
  const language = scripts[1] ?? scripts[0];
  const worker = await visitor(browser, { language, script: false, narrow: true });
  await worker.visit(`/${language}/complain`, 'contact-what');
  await worker.page.fill('[name=narrative]', 'কথা / كلام');
  for (const name of ['contact-where', 'contact-safe', 'contact-reach']) await worker.click('[data-test=next]', name);
  await choose(worker, 'channel', 'phone');
  await worker.page.fill('[name=address]', '0790 000 001');
  await choose(worker, 'whose', 'seen');
  await choose(worker, 'never_call', 'yes');
  await worker.click('[data-test=next]', 'contact-contradicts');
  assert.ok(await worker.page.locator('[data-errors]').count(), 'a call, and never to be called: told so');
  await choose(worker, 'channel', 'text');
  await worker.page.fill('[name=safe_word]', 'শাপলা');
  await worker.click('[data-test=next]', 'contact-read-over');
  await worker.click('[data-test=send]', 'contact-receipt');
  const reference = (await text(worker, 'reference')).trim();
  const supervisor = people('supervisor').find((one) => one.office === world.defaultOffice) ?? people('supervisor')[0];
  const clerk = await signIn(browser, supervisor, { language: 'en', script: true });
  await clerk.visit(`/staff/complaints/${reference}`, 'record-reach');
  const reach = await text(clerk, 'reach');
  assert.ok(reach.includes('শাপলা') && reach.includes('Never call'), reach);
  await clerk.close();
  await worker.close();
});

test('a call in her language and a report of a wording reach a person', async () => {
  const language = scripts.at(-1);
  const worker = await visitor(browser, { language, script: false, narrow: true });
  await worker.visit(`/${language}/call-me?about=danger`, 'call-me');
  await worker.page.fill('[name=number]', '0790 000 002');
  await worker.click('[data-test=call-me]', 'call-not-hers');
  assert.ok(await worker.page.locator('[data-errors]').count(), 'only a phone of hers alone');
  await choose(worker, 'alone', 'yes');
  await worker.click('[data-test=call-me]', 'called');
  assert.ok((await text(worker, 'called-by')).length > 10);
  await worker.visit(`/${language}/wording?on=first`, 'wording');
  await worker.page.fill('[name=shown]', '字');
  await worker.click('[data-test=wording]', 'wording-told');
  const supervisor = people('supervisor').find((one) => one.office === world.defaultOffice);
  if (supervisor) {
    const clerk = await signIn(browser, supervisor, { language: 'ar', script: true });
    for (const kind of ['call-back', 'wording']) {
      await clerk.visit(`/staff/?kind=${kind}`, `queue-${kind}`);
      await clerk.follow(() => clerk.page.locator('main tbody a').first().click(), `opened-${kind}`);
      assert.ok((await main(clerk)).length > 40);
    }
    await clerk.close();
  }
  await worker.close();
});

test('Shift three times leaves, capitals do not', async () => {
  // The test answers in the place of the page that the way out leads to; a service worker would ask for it itself.
  const worker = await visitor(browser, { language: 'en', script: true, serviceWorkers: 'block' });
  await worker.page.route('**/leave', (route) => route.fulfill({ contentType: 'text/html', body: '<h1>elsewhere</h1>' }));
  await worker.page.goto('/en/complain');
  await worker.page.locator('[name=narrative]').pressSequentially('ABC ABC');
  for (let n = 0; n < 3; n += 1) {
    await worker.page.keyboard.down('Shift');
    await worker.page.keyboard.press('a');
    await worker.page.keyboard.up('Shift');
  }
  assert.match(worker.page.url(), /complain$/, 'whoever types stays');
  await Promise.all([
    worker.page.waitForURL('**/leave'),
    (async () => {
      for (let n = 0; n < 3; n += 1) await worker.page.keyboard.press('Shift');
    })(),
  ]);
  await worker.context.close();
});

test('the first page weighs at most 30 kB, everything included', async () => {
  for (const language of world.languages) {
    const worker = await visitor(browser, { language, script: true, narrow: true });
    const session = await worker.context.newCDPSession(worker.page);
    await session.send('Network.enable');
    let bytes = 0;
    session.on('Network.loadingFinished', (done) => {
      bytes += done.encodedDataLength;
    });
    await worker.page.goto(new URL(`/${language}/`, base).href, { waitUntil: 'networkidle' });
    assert.ok(bytes > 1000 && bytes <= 30_000, `${language}: ${bytes} bytes`);
    await worker.context.close();
  }
});
