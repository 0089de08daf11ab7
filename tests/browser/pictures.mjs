// The pictures of README.md and docs/: same history, same window, so that they change with the pages.

import { join } from 'node:path';
import { launch, visitor } from './browser.mjs';
import { people, signIn } from './people.mjs';

const folder = process.env.HAQQI_PICTURES;
if (!folder) throw new Error('HAQQI_PICTURES is not set: run `cargo xtask pictures`');

const browser = await launch();
try {
  const worker = await visitor(browser, { language: 'ar', script: true, narrow: true });
  await worker.visit('/ar/', 'first-page');
  await worker.page.screenshot({ path: join(folder, 'worker.png') });
  await worker.close();

  const supervisor = await signIn(browser, people('supervisor')[0], { language: 'en', script: true });
  await supervisor.visit('/staff/?lang=en', 'queue');
  await supervisor.page.screenshot({ path: join(folder, 'queue.png') });
  await supervisor.close();
} finally {
  await browser.close();
}
