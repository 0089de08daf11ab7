// Speaking instead of writing, and photos: with script the page records, without it the telephone's own recorder does.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { visitor } from './browser.mjs';
import { people, signIn } from './people.mjs';
import { world } from './world.mjs';

const program = process.env.HAQQI_CHROMIUM ?? '/usr/bin/chromium';
// One dot of red.
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
  'base64',
);

/** A second of a tone, as a telephone's recorder might keep it. */
function tone() {
  const rate = 8000;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + rate, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(rate, 40);
  return Buffer.concat([head, Buffer.from({ length: rate }, (_, at) => (at % 40 < 20 ? 90 : 160))]);
}

let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: program,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  });
});
after(async () => {
  await browser?.close();
});

async function addPhoto(worker) {
  await worker.click('[data-test=evidence]', 'evidence');
  await worker.page.setInputFiles('#file', { name: 'x.png', mimeType: 'image/png', buffer: dot });
  await worker.click('[data-test=add]', 'evidence-added');
  const shown = worker.page.locator('[data-test=pieces] img');
  await shown.scrollIntoViewIfNeeded();
  await worker.page.waitForFunction(() => document.querySelector('[data-test=pieces] img').naturalWidth === 1);
  const lie = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<html>no photo</html>') };
  await worker.page.setInputFiles('#file', lie);
  await worker.click('[data-test=add]', 'evidence-refused');
  assert.ok(await worker.page.locator('[data-errors]').count(), 'it says what is wrong');
  assert.equal(await worker.page.locator('[data-test=pieces] li').count(), 2, 'her voice and one photo');
}

for (const [language, script] of [['ar', true], ['bn', false]]) {
  test(`a voice is a complaint, in ${language}, script ${script ? 'on' : 'off'}`, async () => {
    const worker = await visitor(browser, { language, script, narrow: true });
    await worker.visit(`/${language}/complain`, 'complain');
    await worker.click('[data-test=voice]', 'voice');
    // The part of the country decides who hears it.
    const person = people('complaints-officer')[0];
    await worker.page.click('details.more summary');
    await worker.page.selectOption('[name=governorate]', world.placeOf(person.office));
    if (script) {
      const record = worker.page.locator('.record');
      await record.click();
      await worker.page.waitForFunction(() => /0:0[1-9]/.test(document.querySelector('[role=status]').textContent));
      await record.click();
      await worker.page.locator('[data-voice] audio').waitFor();
      await worker.look('voice-recorded');
    } else {
      await worker.page.setInputFiles('#file', { name: 'v.wav', mimeType: 'audio/wav', buffer: tone() });
    }
    await worker.click('[data-test=send]', 'voice-receipt');
    const reference = (await worker.page.locator('[data-test=reference]').first().textContent()).trim();
    assert.match(reference, /^C-/);
    await addPhoto(worker);
    await worker.close();

    const officer = await signIn(browser, person, { language: 'en', script });
    await officer.visit(`/staff/complaints/${reference}`, 'record-with-voice');
    assert.ok(await officer.page.locator('#evidence audio, #evidence a[download]').count(), 'it can be heard or taken');
    assert.equal(await officer.page.locator('#evidence img').count(), 1);
    await officer.close();
  });
}
