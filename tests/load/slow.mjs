// How long a worker waits for her first page on slow 3G: a telephone that was never here before, everything counted from
// the first packet. Prints one line of JSON a language. `cargo xtask prove line` runs it.

import { launch } from '../browser/browser.mjs';
import { line, SLOW_3G } from '../browser/line.mjs';

const languages = ['ar', 'bn', 'am', 'my', 'zh', 'en'];
/** Visits a language; the middle one counts. */
const VISITS = 5;

/** Until its words are painted, all of the page has been read and its buttons answer. */
async function visit(browser, language) {
  const wire = await line(SLOW_3G);
  const context = await browser.newContext({
    locale: language,
    viewport: { width: 360, height: 740 },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  await page.goto(`${wire.origin}/${language}/`, { waitUntil: 'load' });
  const times = await page.evaluate(async () => {
    const painted = await new Promise((seen) => {
      new PerformanceObserver((list) => {
        const entry = list.getEntriesByName('first-contentful-paint')[0];
        if (entry) seen(entry.startTime);
      }).observe({ type: 'paint', buffered: true });
    });
    const [page] = performance.getEntriesByType('navigation');
    return { painted, read: page.domContentLoadedEventEnd, loaded: page.loadEventEnd };
  });
  await context.close();
  wire.close();
  return { usable: Math.max(times.painted, times.read), loaded: times.loaded, bytes: wire.bytes };
}

const browser = await launch();
for (const language of languages) {
  const visits = [];
  for (let n = 0; n < VISITS; n += 1) visits.push(await visit(browser, language));
  visits.sort((one, other) => one.usable - other.usable);
  const middle = visits[(VISITS - 1) / 2];
  const slowest = visits[VISITS - 1];
  console.log(
    JSON.stringify({
      language,
      usable: Math.round(middle.usable),
      slowest: Math.round(slowest.usable),
      loaded: Math.round(middle.loaded),
      bytes: middle.bytes,
    }),
  );
}
await browser.close();
