// What anybody may open: rights, offices, the search; whether an inspector is real; figures that an analyst makes
// public and the committee's page shows.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, visitor } from './browser.mjs';
import { people, signIn } from './people.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

/** What the access file of the demonstration knows. */
const badge = people('inspector')[0].badge;

for (const [language, script, dark] of [['ar', true, false], ['bn', false, true], ['en', true, false]]) {
  test(`public pages in ${language}, script ${script ? 'on' : 'off'}`, async () => {
    const reader = await visitor(browser, { language, script, narrow: true, dark });
    await reader.visit(`/${language}/`, 'first');
    await reader.click(`main a[href="/${language}/guide"]`, 'guide');
    const topics = await reader.page.locator('main .doors a').evaluateAll((links) => links.map((a) => a.getAttribute('href')));
    assert.ok(topics.length > 3);
    for (const [at, topic] of topics.entries()) await reader.visit(topic, `guide-${at}`);
    await reader.visit(`/${language}/guide`, 'guide-again');
    const title = await reader.page.locator('main .doors a b').first().innerText();
    await reader.page.fill('[name=q]', title);
    await reader.follow(() => reader.page.locator('[role=search] button').click(), 'found');
    const found = await reader.page.locator('[data-test=found] a').first().getAttribute('href');
    assert.equal(found.split('#')[0], topics[0], 'a title finds its page');

    await reader.visit(`/${language}/inspector`, 'inspector');
    await reader.click('[data-test=look]', 'inspector-empty');
    assert.ok(await reader.page.locator('[data-errors]').count());
    await reader.page.fill('[name=number]', badge.toLowerCase().replaceAll('-', ' '));
    await reader.click('[data-test=look]', 'inspector-yes');
    assert.ok(await reader.page.locator('[data-test=yes]').count());
    await reader.page.fill('[name=number]', 'B-7777-7777-7');
    await reader.click('[data-test=look]', 'inspector-no');
    assert.ok(await reader.page.locator('[data-test=no]').count());
    await reader.click(`main a[href="/${language}/inspector/report"]`, 'report');
    await reader.page.fill('[name=where]', 'X');
    await reader.click('[data-test=send]', 'report-empty');
    assert.equal(await reader.page.locator('[name=where]').inputValue(), 'X', 'what was typed is kept');
    await reader.close();
  });
}

/** A paper of the ministry: refused without a PDF, published, and withdrawn with a reason that everybody reads. */
async function publishAndWithdraw(analyst) {
  const { page } = analyst;
  await analyst.visit('/staff/papers?lang=en', 'papers');
  const publish = async () => {
    for (const field of await page.locator('[name^=title_]').all()) await field.fill('A report');
    await page.fill('[name=dated]', '2026-03-01');
  };
  await publish();
  await analyst.click('[data-test=new] button', 'papers-refused');
  assert.equal(await page.locator('[name^=title_]').first().inputValue(), 'A report', 'what was typed is kept');
  await publish();
  const pdf = { name: 'r.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') };
  await page.locator('[name^=file_]').first().setInputFiles(pdf);
  await analyst.click('[data-test=new] button', 'papers-published');
  assert.equal(await page.locator('[data-test=papers] a[download]').count(), 1);
  await page.locator('[data-test=papers] details summary').click();
  for (const field of await page.locator('[name^=why_]').all()) await field.fill('It was a trial');
  await analyst.click('[data-test=papers] details button', 'papers-withdrawn');
  assert.match(await page.locator('[data-test=papers]').innerText(), /Withdrawn.*It was a trial/);
  assert.equal(await page.locator('[data-test=papers] a[download]').count(), 0);
}

test('an analyst makes a month public, and the committee shows it', async () => {
  const analyst = await signIn(browser, people('analyst').at(-1), { language: 'en', script: false });
  await analyst.visit('/staff/figures/public', 'publish');
  await analyst.click('[data-test=preview]', 'publish-preview');
  // Against a demonstration that goes on, the month may be public since an earlier run.
  if (await analyst.page.locator('[data-test=release]').count()) {
    await analyst.click('[data-test=release]', 'published');
  }
  await analyst.visit('/staff/figures/public', 'published');
  assert.ok(await analyst.page.locator('[data-test=released] li').count());
  await publishAndWithdraw(analyst);
  await analyst.close();
  for (const language of ['ar', 'en']) {
    const reader = await visitor(browser, { language, script: false, narrow: true });
    await reader.visit(`/${language}/committee`, 'committee');
    const files = reader.page.locator('[data-test=publications] a');
    for (const file of await files.evaluateAll((links) => links.map((a) => a.getAttribute('href')))) {
      const answer = await reader.context.request.get(file);
      assert.equal(answer.status(), 200, file);
    }
    await reader.close();
  }
});
