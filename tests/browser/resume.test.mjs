// A large file on a line that breaks: it goes on by itself where it stopped, also after the page was opened again and
// the same file chosen, and a voice becomes a complaint all the same.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { launch } from './browser.mjs';
import { line } from './line.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

/** A telephone on a line of its own. */
async function phone(colorScheme = 'light') {
  const wire = await line();
  const context = await browser.newContext({ locale: 'bn', colorScheme, viewport: { width: 360, height: 740 } });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|Uncaught/.test(message.text())) faults.push(message.text());
  });
  const close = async () => {
    await context.close();
    wire.close();
    assert.deepEqual(faults, []);
  };
  return { page, wire, close };
}

const size = 3_000_000;
const paper = (mark) => ({
  name: `${mark}.pdf`,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.4\n% ${mark} ${'a'.repeat(size)}\n%%EOF\n`),
});

/** As long as a telephone records in a minute, without compression. */
function voice() {
  const head = Buffer.alloc(44);
  const length = 1_000_000;
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(16000, 24);
  head.writeUInt32LE(16000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(length, 40);
  const tone = Buffer.from({ length }, (_, at) => (at % 80 < 40 ? 90 : 160));
  return { name: 'v.wav', mimeType: 'audio/wav', buffer: Buffer.concat([head, tone]) };
}

const stopped = (page) => page.waitForSelector('[data-test=upload][data-state=stopped]');
const pieces = (page) => page.locator('[data-test=pieces] li').count();

/** The line breaks while a voice is sent, and mends: it becomes a complaint. */
async function aVoiceIsFiled(page, wire) {
  await page.goto(`${wire.origin}/bn/complain/voice`);
  await page.setInputFiles('#file', voice());
  wire.cutAfter(400_000);
  await page.locator('[data-test=send]').click();
  await stopped(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(violations.flatMap((one) => one.nodes.map((node) => `${one.id} ${node.html}`)), []);
  const told = await page.locator('[data-test=upload] [role=status]').innerText();
  assert.ok(told.includes('থেমে গেছে'), told);
  wire.mend();
  await page.waitForURL(/\/bn\/receipt/);
  assert.ok(await page.locator('[data-test=code]').count());
}

test('a line that breaks costs what was on its way, not what had come', async () => {
  const { page, wire, close } = await phone();
  await aVoiceIsFiled(page, wire);

  await page.goto(`${wire.origin}/bn/evidence`);
  const before = await pieces(page);
  await page.setInputFiles('#file', paper('one'));
  const sent = wire.sent;
  wire.cutAfter(size / 2);
  await page.locator('[data-test=add]').click();
  await stopped(page);
  wire.mend();
  await page.waitForFunction((n) => document.querySelectorAll('[data-test=pieces] li').length === n, before + 1);
  assert.ok(wire.sent - sent < size * 1.7, `${wire.sent - sent} bytes were sent for ${size}`);

  // The page is closed in the middle; the same file, chosen again, goes on.
  await page.setInputFiles('#file', paper('two'));
  wire.cutAfter(size * 0.7);
  await page.locator('[data-test=add]').click();
  await stopped(page);
  await page.goto('about:blank');
  wire.mend();
  await page.goto(`${wire.origin}/bn/evidence`);
  assert.equal(await pieces(page), before + 1);
  await page.setInputFiles('#file', paper('two'));
  const again = wire.sent;
  await page.locator('[data-test=add]').click();
  await page.waitForFunction((n) => document.querySelectorAll('[data-test=pieces] li').length === n, before + 2);
  assert.ok(wire.sent - again < size * 0.8, `${wire.sent - again} bytes were sent for the rest`);

  // What is refused is told, and the page still works.
  const lie = { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<html>'.repeat(40_000)) };
  await page.setInputFiles('#file', lie);
  await page.locator('[data-test=add]').click();
  await page.waitForSelector('[data-errors]');
  assert.equal(await pieces(page), before + 2);

  // She stops it: nothing is added, and the form is there again.
  await page.setInputFiles('#file', paper('three'));
  wire.cutAfter(size / 3);
  await page.locator('[data-test=add]').click();
  await stopped(page);
  await page.locator('[data-test=upload] button').click();
  assert.equal(await page.locator('[data-test=upload]').count(), 0);
  wire.mend();
  await page.reload();
  assert.equal(await pieces(page), before + 2);
  await close();
});
