import { chromium } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { totp } from './totp.mjs';
const base = 'http://127.0.0.1:8471', folder = '/tmp/keep-demo';
const users = JSON.parse(readFileSync(folder + '/demo-access.json', 'utf8')).users;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
async function enter(role, opts, lang, office) {
  const user = users.find((u) => u.role === role && (!office || u.office === office));
  const context = await browser.newContext(opts);
  const page = await context.newPage();
  for (let i = 0; i < 2; i++) {
    await page.goto(`${base}/staff/sign-in?lang=${lang}`);
    await page.fill('[name=name]', user.name); await page.fill('[name=password]', user.password);
    await page.fill('[name=code]', totp(user.totp_secret, Date.now() + i * 30000));
    await page.click('[data-test=sign-in]');
    if (!page.url().includes('sign-in')) break;
  }
  return { page, user };
}
const wide = { viewport: { width: 1280, height: 900 } }, small = { viewport: { width: 360, height: 740 }, colorScheme: 'dark' };
const shot = async (page, path, name, lang) => { const r = await page.goto(`${base}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`); console.log(name, r.status()); await page.screenshot({ path: `/tmp/keep-${name}.png`, fullPage: true }); };
const dpo = await enter('data-protection-officer', wide, 'en');
await shot(dpo.page, '/staff/retention', 'overview-en', 'en');
await shot(dpo.page, '/staff/retention/lists', 'lists-en', 'en');
const link = await dpo.page.$('[data-test=list] a');
if (link) {
  const href = await link.getAttribute('href');
  await shot(dpo.page, href, 'list-en', 'en');
  await dpo.page.click('[data-test=approve]'); console.log('approved', dpo.page.url());
  await dpo.page.screenshot({ path: '/tmp/keep-approved-en.png', fullPage: true });
  const office = process.argv[2] || undefined;
  const sup = await enter('supervisor', wide, 'ar', office);
  await shot(sup.page, href, 'list-sup-ar', 'ar');
  if (await sup.page.$('[data-test=confirm]')) {
    await sup.page.click('[data-test=confirm]'); await sup.page.waitForTimeout(4000);
    await shot(sup.page, href, 'list-done-ar', 'ar');
    const gone = process.argv[3]; if (gone) await shot(sup.page, `/staff/complaints/${gone}`, 'erased-ar', 'ar');
  }
  await shot(sup.page, '/staff/retention/holds', 'holds-ar', 'ar');
}
await dpo.page.goto(`${base}/staff/retention/holds?lang=en`);
await dpo.page.click('[data-test=put-hold]'); await dpo.page.screenshot({ path: '/tmp/keep-hold-wrong-en.png', fullPage: true });
await shot(dpo.page, '/staff/retention/report', 'report-en', 'en');
const off = await enter('complaints-officer', small, 'en', process.argv[2] || undefined);
if (process.argv[4]) await shot(off.page, `/staff/complaints/${process.argv[4]}/erasure`, 'wish-small-en', 'en');
const aud = await enter('auditor', small, 'ar');
await shot(aud.page, '/staff/retention', 'overview-small-ar', 'ar');
await browser.close();
