// The walk: one complaint on its whole way, in Arabic and in Bengali, with script and without.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, visitor } from './browser.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

for (const language of ['ar', 'bn']) {
  for (const script of [true, false]) {
    test(`the walk in ${language}, script ${script ? 'on' : 'off'}`, async (walk) => {
      const worker = await visitor(browser, { language, script, narrow: true });

      await walk.test('the worker chooses her language', async () => {
        await worker.visit('/', 'choose-language');
        await worker.click(`a[hreflang="${language}"]`, 'first-page');
        assert.equal(await worker.page.locator('html').getAttribute('lang'), language);
        assert.match(new URL(worker.page.url()).pathname, new RegExp(`^/${language}(/|$)`));
      });

      await worker.close();
    });
  }
}
