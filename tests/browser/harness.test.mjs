// The harness itself: it must see what it is there to see. It serves its own pages and needs nothing
// of the product.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';

let server;
let browser;
let tools;

const policy = "default-src 'self'";
const good = `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>حقي</title>
  <meta name="viewport" content="width=device-width"></head><body><main><h1>حقي</h1></main></body></html>`;
const pages = {
  '/good': good,
  '/no-direction': good.replace(' dir="rtl"', ''),
  '/nameless-field': good.replace('</main>', '<input></main>'),
  '/inline-script': good.replace('</main>', '<script>1</script></main>'),
  '/elsewhere': good.replace('</main>', '<img alt="" src="http://127.0.0.2:9/x.png"></main>'),
};

before(async () => {
  server = createServer((request, response) => {
    const page = pages[request.url];
    response.writeHead(page ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': request.url === '/elsewhere' ? `${policy}; img-src *` : policy,
      'x-content-type-options': 'nosniff',
    });
    response.end(page ?? 'nothing here');
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  process.env.HAQQI_URL = `http://127.0.0.1:${server.address().port}`;
  tools = await import('./browser.mjs');
  browser = await tools.launch();
});

after(async () => {
  await browser?.close();
  server?.close();
});

for (const script of [true, false]) {
  const manner = { language: 'ar', script };
  const word = script ? 'with script' : 'without script';

  test(`a good page passes ${word}`, async () => {
    const person = await tools.visitor(browser, manner);
    await person.visit('/good', 'good');
    await person.close();
  });

  for (const [fault, words] of [
    ['/no-direction', /direction/],
    ['/nameless-field', /axe/],
    ['/missing', /answers 404/],
  ]) {
    test(`${fault} is seen ${word}`, async () => {
      const person = await tools.visitor(browser, manner);
      await assert.rejects(person.visit(fault, 'fault'), words);
      await person.context.close();
    });
  }
}

for (const [fault, words] of [
  ['/inline-script', /Content Security Policy/],
  ['/elsewhere', /asks another host/],
]) {
  test(`${fault} is seen`, async () => {
    const person = await tools.visitor(browser, { language: 'ar', script: true });
    await assert.rejects(person.visit(fault, 'fault'), words);
    await person.context.close();
  });
}
