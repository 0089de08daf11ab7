// People and permission: first pages that say what somebody does here, the audit and its signed file, a complaint that two
// people open, one's own sessions and recovery codes. Both directions; these people sign in nowhere else.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { base, launch, visitor } from './browser.mjs';
import { people, signIn } from './people.mjs';
import { totp } from './totp.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

test('two people open one complaint, before everybody’s eyes, and the audit tells of it', async () => {
  const asker = await signIn(browser, people('child-lead')[0], { language: 'en', script: true });
  const officer = people('complaints-officer')[0];
  const headers = { authorization: `Bearer ${officer.token}` };
  const queue = await (await asker.context.request.get('/api/v1/queue', { headers })).json();
  const reference = queue.rows.map((row) => row.reference).find((one) => one.startsWith('C-'));
  assert.equal((await asker.page.goto(`/staff/complaints/${reference}`)).status(), 404, 'it is beyond her reach');
  await asker.visit('/staff/openings', 'openings');
  await asker.page.fill('[name=reference]', reference);
  await asker.click('[data-test=ask-to-open]', 'openings-no-reason');
  assert.equal(await asker.page.locator('[name=reference]').inputValue(), reference, 'what was typed is kept');
  await asker.page.fill('[name=why]', 'Her officer is ill, and her daughter stands at our door.');
  await asker.click('[data-test=ask-to-open]', 'openings-asked');

  const second = await signIn(browser, people('data-protection-officer')[0], { language: 'ar', script: false });
  assert.match(second.page.url(), /\/staff\/(\?|$)/, 'who decides on erasing begins with the queue in which it waits');
  assert.ok(await second.page.locator('[data-test=alarm]').count(), 'each page says that somebody asks');
  await second.visit('/staff/openings', 'openings-second');
  await second.click('[data-test=agree]', 'openings-agreed');
  await asker.visit(`/staff/complaints/${reference}`, 'record-opened-by-two');
  await asker.visit('/staff/openings', 'openings-open');
  await asker.click('button[value=end]', 'openings-ended');
  assert.equal((await asker.page.goto(`/staff/complaints/${reference}`)).status(), 404, 'and nothing is left open');
  await second.close();

  await asker.visit('/staff/account', 'account');
  await asker.click('[data-test=new-codes]', 'recovery-codes');
  assert.equal(await asker.page.locator('[data-test=codes] li').count(), 10);
  await asker.visit('/staff/account/password', 'password');
  await asker.close();

  const auditor = await signIn(browser, people('auditor')[0], { language: 'ar', script: true });
  assert.match(auditor.page.url(), /\/staff\/start/);
  await auditor.visit(`/staff/audit?subject=${reference}&what=opening.`, 'audit-found');
  const found = await auditor.page.locator('[data-test=entry]').allInnerTexts();
  assert.ok(found.some((entry) => entry.includes('opening.agree') && entry.includes(reference)), found.join('\n'));
  assert.equal((await auditor.page.goto('/staff/audit?who=nobody-here')).status(), 422);
  await auditor.visit('/staff/audit?what=audit.search', 'audit-of-the-audit');
  assert.ok(await auditor.page.locator('[data-test=entry]').count(), 'each search is itself an entry');
  const [file] = await Promise.all([
    auditor.page.waitForEvent('download'),
    auditor.page.click('[data-test=export-audit]'),
  ]);
  assert.match(file.suggestedFilename(), /^audit-.*\.jsonl$/);
  await auditor.close();
});

test('one invites, she alone sees her secrets, and another lets her read', async () => {
  const admin = await signIn(browser, people('administrator')[0], { language: 'en', script: false });
  await admin.visit('/staff/people', 'people');
  await admin.page.fill('input[type=text][name=name]', 'Noor Haddad');
  await admin.page.fill('input[type=text][name=sign_in]', 'noor');
  await admin.page.selectOption('select[name=role]', 'complaints-officer');
  const office = people('complaints-officer')[0].office;
  await admin.page.selectOption('select[name=office]', office);
  await admin.click('[data-test=invite]', 'invited');
  const link = new URL((await admin.page.locator('[data-test=invitation]').innerText()).trim());
  await admin.close();

  const noor = await visitor(browser, { language: 'ar', script: false, narrow: true });
  await noor.visit(`${link.pathname}${link.search}&lang=ar`, 'invitation');
  const secret = (await noor.page.locator('[data-test=secret]').innerText()).replaceAll(/\s/g, '');
  const step = Math.floor(Date.now() / 30_000);
  await noor.page.fill('[name=new_password]', 'seven quiet herons walk home');
  await noor.page.fill('[name=code]', totp(secret, step * 30_000));
  await noor.click('[data-test=accept]', 'invitation-accepted');
  assert.equal(await noor.page.locator('[data-test=codes] li').count(), 10, 'codes for the day on which the phone is gone');
  const again = await noor.page.goto(`${link.pathname}${link.search}`);
  assert.ok(again.status() >= 400 || !(await noor.page.locator('[data-test=accept]').count()), 'it is good once');
  const user = { name: 'noor', role: 'invited', password: 'seven quiet herons walk home' };
  await noor.visit('/staff/sign-in?lang=ar', 'sign-in-invited');
  await noor.page.fill('[name=name]', user.name);
  await noor.page.fill('[name=password]', user.password);
  await noor.page.fill('[name=code]', totp(secret, (step + 1) * 30_000));
  await noor.click('[data-test=sign-in]', 'home-invited');
  const told = await noor.page.locator('[data-test=alarm]').allInnerTexts();
  const code = told.join(' ').match(/[A-Z0-9]{6}/)?.[0];
  assert.ok(code, `each page says what to tell the second person: ${told}`);
  assert.equal((await noor.page.goto('/staff/complaints')).status(), 404, 'nothing is read before that');

  const second = await signIn(browser, people('supervisor', office)[0], { language: 'en', script: true });
  await second.visit('/staff/people/waiting', 'people-waiting');
  const mine = second.page.locator('[data-test=waiting]', { hasText: 'noor' });
  await mine.locator('[name=owner_code]').fill('AAAAAA');
  await second.follow(() => mine.locator('[data-test=confirm-person]').click(), 'people-waiting-wrong');
  await mine.locator('[name=owner_code]').fill(code);
  await second.follow(() => mine.locator('[data-test=confirm-person]').click(), 'people-confirmed');
  assert.equal(await mine.count(), 0);
  await second.close();
  await noor.visit('/staff/complaints', 'complaints-after');
  await noor.close();
});

test('a passkey signs in without password and code, and answers where they are asked for anew', async () => {
  // Browsers bind passkeys to a name: the loopback's is localhost.
  const origins = [`http://localhost:${base.port}`];
  const manner = { language: 'ar', script: true, narrow: true, origins };
  const person = await signIn(browser, people('mediator')[0], manner);
  const device = await person.context.newCDPSession(person.page);
  await device.send('WebAuthn.enable');
  const telephone = {
    protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true,
    automaticPresenceSimulation: true,
  };
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', { options: telephone });
  await person.visit('/staff/account', 'account-without-passkey');
  await person.click('a[href="/staff/account/passkey"]', 'passkey-new');
  await person.click('[data-test=make-passkey]', 'passkey-without-name');
  const held = async () => (await device.send('WebAuthn.getCredentials', { authenticatorId })).credentials;
  assert.equal((await held()).length, 0, 'nothing is made before it has a name');
  await person.page.fill('[name=name]', 'هاتف المكتب');
  await person.click('[data-test=make-passkey]', 'account-with-passkey');
  assert.equal(await person.page.locator('[data-test=passkeys] tbody tr').count(), 1);
  assert.equal((await held())[0].rpId, 'localhost');

  await person.click('form[action="/staff/sign-out"] button', 'signed-out');
  await person.click('[data-test=passkey]', 'home-by-passkey');
  assert.doesNotMatch(person.page.url(), /sign-in/, 'signed in by the passkey alone');
  await person.visit('/staff/confirm?next=/staff/account', 'confirm-by-passkey');
  await person.click('[data-test=passkey]', 'confirmed');
  assert.match(person.page.url(), /\/staff\/account$/);
  await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
  await person.visit('/staff/confirm', 'confirm-unverified');
  await person.page.click('[data-test=passkey]');
  await person.page.locator('[data-failed]').waitFor({ state: 'visible' });
  await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });

  await person.visit('/staff/account', 'account-before-removal');
  await person.click('[data-test=remove-passkey]', 'account-after-removal');
  assert.equal(await person.page.locator('[data-test=passkeys]').count(), 0);
  await person.click('form[action="/staff/sign-out"] button', 'signed-out-again');
  const refused = await person.click('[data-test=passkey]', 'passkey-refused');
  assert.equal(refused.status(), 422, 'the device still has it; here it is nobody’s');
  assert.equal(await person.page.locator('[data-errors]').count(), 1);
  await person.close();
});
