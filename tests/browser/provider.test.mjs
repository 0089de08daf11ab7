// Signing in by another provider: a server of its own, for whom a real provider stands on this machine.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { launch, visitor } from './browser.mjs';
import { provide } from './provider.mjs';
import { totp } from './totp.mjs';

const program = process.env.HAQQI_BIN ?? fileURLToPath(new URL('../../target/debug/haqqi', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'haqqi-provider-'));
const secret = 'for this test alone, never anywhere else';
const password = 'seven quiet herons walk';
let browser, house, server, origins, totpSecret, endProvider;

async function freePort() {
  const probe = createServer();
  await once(probe.listen(0, '127.0.0.1'), 'listening');
  const { port } = probe.address();
  await new Promise((closed) => probe.close(closed));
  return port;
}

// The configuration is this test's file alone.
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('HAQQI_')));

function haqqi(...args) {
  const done = spawnSync(program, args, { encoding: 'utf8', cwd: folder, env });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout.trim();
}

before(async () => {
  browser = await launch();
  const [port, providers] = [await freePort(), await freePort()];
  origins = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${providers}`];
  const [keys, config, words] = ['haqqi.keys', 'haqqi.toml', 'password'].map((name) => join(folder, name));
  writeFileSync(join(folder, 'secret'), `${secret}\n`);
  writeFileSync(words, password);
  writeFileSync(config, `
    data = ${JSON.stringify(join(folder, 'data'))}
    keys = ${JSON.stringify(keys)}
    [server]
    listen = "127.0.0.1:${port}"
    base_url = "${origins[0]}"
    [provider]
    issuer = "${origins[1]}"
    client_id = "haqqi"
    client_secret_file = ${JSON.stringify(join(folder, 'secret'))}
    label_ar = "الدخول بحساب الوزارة"
    label_en = "Sign in with the ministry’s account"
    second_factor_amr = ["mfa"]
  `);
  haqqi('keys', 'new', keys);
  totpSecret = haqqi('--config', config, 'user', 'add', 'auditor', '--name', 'Auditor', '--role', 'auditor', '--password-file', words);
  server = spawn(program, ['--config', config, 'serve'], { stdio: 'ignore', cwd: folder, env });
  house = { id: 'haqqi', secret, back: `${origins[0]}/staff/sign-in/back` };
  for (let tries = 0; tries < 150; tries += 1) {
    const live = await fetch(`${origins[0]}/health/live`).catch(() => undefined);
    if (live?.ok) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  assert.fail('the server does not answer');
});
after(async () => {
  endProvider?.();
  server?.kill();
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Goes to the provider, says there who it is, and comes back. */
async function byProvider(person, press, login, mfa = false) {
  await person.page.click(press);
  await person.page.waitForURL(`${origins[1]}/**`);
  await person.page.fill('[name=login]', login);
  if (mfa) await person.page.check('[name=mfa]');
  const back = person.page.waitForResponse((answer) => answer.url().startsWith(`${origins[0]}/staff/`) && answer.status() !== 303);
  await person.page.click('button');
  const answer = await back;
  await person.page.waitForLoadState();
  return answer;
}

test('an account there is linked once by its owner, then signs in here, and a stranger’s never', async () => {
  const plain = await visitor(browser, { language: 'en', script: true, narrow: true, origins });
  const away = await plain.context.request.get('/staff/sign-in/provider', { maxRedirects: 0 });
  assert.equal(away.status(), 503, 'the provider is not there');
  assert.match(await away.text(), /href="\/staff\/sign-in"/, 'and the page leads to the password');
  endProvider = await provide(new URL(origins[1]).port, house);
  // One that was silent is left alone for two seconds.
  const asked = () => plain.context.request.get('/staff/sign-in/provider', { maxRedirects: 0 });
  for (let tries = 0; tries < 50 && (await asked()).status() === 503; tries += 1) {
    await new Promise((later) => setTimeout(later, 100));
  }

  // A stranger there is a stranger here, and an answer to what was not asked is none.
  await plain.visit('/staff/sign-in', 'sign-in-with-provider');
  const stranger = await byProvider(plain, '[data-test=provider]', 'stranger', true);
  assert.equal(stranger.status(), 422);
  await plain.look('provider-stranger');
  await plain.page.goto('/staff/sign-in');
  await plain.page.click('[data-test=provider]');
  const forged = await plain.page.goto(`/staff/sign-in/back?code=x&state=x&iss=${encodeURIComponent(origins[1])}`);
  assert.equal(forged.status(), 422, 'another state');
  await plain.look('provider-not-begun');
  assert.match((await plain.page.goto('/staff/account')).url(), /sign-in/, 'nobody is signed in');

  const person = await visitor(browser, { language: 'ar', script: true, origins });
  await person.visit('/staff/sign-in?lang=ar', 'sign-in');
  await person.page.fill('[name=name]', 'auditor');
  await person.page.fill('[name=password]', password);
  await person.page.fill('[name=code]', totp(totpSecret));
  await person.click('[data-test=sign-in]', 'home');
  await person.visit('/staff/account', 'account-unlinked');
  await person.click('[data-test=link]', 'leaving-to-link');
  await byProvider(person, '[data-test=go-on]', 'mariam');
  assert.match(person.page.url(), /\/staff\/account$/);
  assert.equal(await person.page.locator('[data-test=unlink]').count(), 1);
  await person.look('account-linked');
  await person.click('form[action="/staff/sign-out"] button', 'signed-out');
  // The provider remembers her; here the code is asked for, as it saw no second factor.
  await person.page.click('[data-test=provider]');
  await person.page.waitForURL('**/staff/sign-in/code');
  await person.look('second-factor');
  await person.page.fill('[name=code]', '000000');
  const wrong = await person.click('[data-test=second]', 'second-factor-wrong');
  assert.equal(wrong.status(), 422);
  await person.page.fill('[name=code]', totp(totpSecret, Date.now() + 30_000));
  await person.click('[data-test=second]', 'home-by-provider');
  assert.match(person.page.url(), /\/staff\/start$/);
  await person.close();

  await plain.visit('/staff/sign-in', 'sign-in-again');
  await plain.context.clearCookies({ name: /^_/ });
  await byProvider(plain, '[data-test=provider]', 'mariam', true);
  assert.match(plain.page.url(), /\/staff\/start$/, 'with a second factor there that counts here');
  await plain.visit('/staff/account', 'account-of-a-provider-session');
  await plain.click('[data-test=unlink]', 'account-unlinked-again');
  assert.equal(await plain.page.locator('[data-test=link]').count(), 1);
  await plain.close();
});
