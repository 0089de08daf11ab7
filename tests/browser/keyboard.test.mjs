// The worker's journey in five scripts, by keyboard alone, 320 px wide and at 200 %: axe, valid HTML, nothing to scroll
// sideways. And what it weighs on the line.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import { base, launch } from './browser.mjs';
import { line } from './line.mjs';

/** Her words: three months without wages. */
const told = {
  ar: 'ثلاثة أشهر بلا راتب',
  bn: 'তিন মাস বেতন পাই না',
  am: 'ለሦስት ወር ደሞዝ አልተከፈለኝም',
  my: 'သုံးလ လစာ မရဘူး',
  zh: '三个月没有发工资',
};

/** What the standard says, and what is asked of nobody else: how the source is laid out. */
const rules = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: { 'void-style': 'off', 'no-trailing-whitespace': 'off', 'long-title': 'off', 'no-raw-characters': 'off', 'tel-non-breaking': 'off', 'prefer-native-element': 'off' },
});

let browser;
let offered;
before(async () => {
  browser = await launch();
  const page = await browser.newPage({ baseURL: base.origin });
  await page.goto('/');
  const links = await page.locator('a[hreflang]').evaluateAll((all) => all.map((link) => link.hreflang));
  offered = [...new Set(links)].filter((tag) => told[tag]);
  await page.close();
});
after(async () => {
  await browser?.close();
});

/** Walks by the Tab key until something is focused. */
async function reach(page, selector) {
  for (let n = 0; n < 120; n += 1) {
    const there = await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector);
    if (there) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${selector} cannot be reached by keyboard`);
}

async function look(page, where) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(violations.map((one) => [one.id, one.nodes[0]?.target]), [], `${where}: axe`);
  const size = page.viewportSize();
  // 1280 px at 200 % are 640; the smallest telephone has 320.
  for (const width of [320, 640]) {
    await page.setViewportSize({ width, height: 640 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(wide <= 0, `${where}: ${wide} px to scroll sideways at ${width} px`);
  }
  await page.setViewportSize(size);
}

async function valid(html, where) {
  const report = await rules.validateString(html);
  const found = report.results.flatMap((result) => result.messages.map((one) => `${one.line}:${one.column} ${one.ruleId}: ${one.message}`));
  assert.deepEqual(found, [], `${where}: HTML`);
}

for (const language of Object.keys(told)) {
  for (const script of [true, false]) {
    test(`the journey in ${language} by keyboard, script ${script ? 'on' : 'off'}`, async () => {
      // Not every pack offers each of them; those that both offer must be here.
      if (!offered.includes(language)) {
        assert.ok(!['ar', 'bn'].includes(language), `${language} is offered`);
        return;
      }
      const context = await browser.newContext({
        baseURL: base.origin,
        locale: language,
        viewport: { width: 320, height: 640 },
        javaScriptEnabled: true,
      });
      const page = await context.newPage();
      // Without script the pages' own is not run; axe's is.
      if (!script) await page.route('**/static/**/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
      const answers = [];
      page.on('response', (answer) => {
        if (/text\/html/.test(answer.headers()['content-type'] ?? '')) answers.push(answer);
      });
      await page.goto(`/${language}/`);
      await look(page, 'first page');
      await reach(page, '[data-test=complain]');
      await page.keyboard.press('Enter');
      await page.waitForSelector('textarea[name=narrative]');
      await reach(page, 'textarea[name=narrative]');
      await page.keyboard.insertText(told[language]);
      for (let n = 1; n < 8 && !(await page.locator('[data-test=send]').count()); n += 1) {
        const step = await page.locator('main form [name=step]').inputValue();
        await look(page, `step ${step}`);
        await reach(page, '[data-test=next]');
        await page.keyboard.press('Enter');
        await page.waitForFunction((was) => document.querySelector('main form [name=step]')?.value !== was, step);
      }
      await look(page, 'read over');
      assert.ok((await page.locator('main').innerText()).includes(told[language]));
      await reach(page, '[data-test=send]');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/receipt/);
      await page.waitForSelector('[data-test=code]');
      await look(page, 'receipt');
      for (const answer of answers) {
        const html = await answer.text().catch(() => '');
        if (html) await valid(html, new URL(answer.url()).pathname);
      }
      assert.ok(answers.length >= 6, 'the pages were seen');
      await context.close();
    });
  }
}

test('the first page weighs 30 kB at most and the whole journey 120 kB, everything on the line counted', async () => {
  for (const language of offered) {
    const wire = await line();
    const context = await browser.newContext({ locale: language, viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await page.goto(`${wire.origin}/${language}/`, { waitUntil: 'networkidle' });
    const first = wire.bytes;
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
    await page.locator('[data-test=complain]').first().click();
    await page.waitForSelector('textarea[name=narrative]');
    await page.fill('textarea[name=narrative]', told[language]);
    for (let n = 1; n < 8 && !(await page.locator('[data-test=send]').count()); n += 1) {
      const step = await page.locator('main form [name=step]').inputValue();
      await page.locator('[data-test=next]').click();
      await page.waitForFunction((was) => document.querySelector('main form [name=step]')?.value !== was, step);
    }
    await page.locator('[data-test=send]').click();
    await page.waitForSelector('[data-test=code]');
    await page.waitForLoadState('networkidle');
    console.log(`# ${language}: first page ${first} bytes, journey ${wire.bytes} bytes`);
    assert.ok(first <= 30 * 1024, `${language}: the first page weighs ${first} bytes`);
    assert.ok(wire.bytes <= 120 * 1024, `${language}: the journey weighs ${wire.bytes} bytes`);
    await context.close();
    wire.close();
  }
});
