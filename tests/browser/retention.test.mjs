// A worker wishes to be forgotten: written down, granted by the data-protection officer out of the queue, confirmed by a
// supervisor, erased; and the report says so.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { base, launch } from './browser.mjs';
import { people, signIn } from './people.mjs';
import { rows, world } from './world.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

async function call(token, method, path, body) {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(new URL(path, base), { method, headers, body: body && JSON.stringify(body) });
  return { status: answer.status, said: await answer.json().catch(() => ({})) };
}

/** A complaint that was read, talked over with her alone, and closed; then she wishes it gone. */
async function wished(officer) {
  const told = {
    language: 'en',
    narrative: 'I asked for my pay once and was told to wait.',
    employer: { governorate: world.placeOf(officer.office), name: 'Quiet Looms' },
  };
  const { reference } = (await call('', 'POST', '/api/v1/complaints', told)).said;
  const record = `/api/v1/casework/${reference}`;
  const does = async (method, path, body, status) => {
    const { status: got, said } = await call(officer.token, method, path, body);
    assert.equal(got, status, `${path}: ${JSON.stringify(said)}`);
  };
  await does('GET', record, undefined, 200);
  await does('POST', `${record}/acknowledgement`, { next_step: world.nextStep }, 201);
  const met = { person: 'worker', way: 'counter', result: 'spoke', private: 'alone', language: 'en' };
  await does('POST', `${record}/contacts`, met, 201);
  const reason = rows('reasons.toml', 'reason').find((row) => row.outcomes?.includes('transferred'));
  const receiver = rows('agencies.toml', 'agency').find((row) => row.complaints).code;
  const told_her = { done: 'Looked into it.', words: 'You can write to us.', language: 'en' };
  const end = { outcome: 'transferred', because: reason.code, receiver, ground: 'consent', ...told_her };
  await does('POST', `${record}/closure`, end, 201);
  await does('POST', `/api/v1/retention/wishes/${reference}`, { way: 'counter' }, 201);
  return reference;
}

test('a wish to be forgotten: granted by one, confirmed by another, erased, and reported', async () => {
  const supervisor = people('supervisor').find((one) => one.office && people('complaints-officer').some((other) => other.office === one.office) && world.servesPlace(one.office));
  const officer = people('complaints-officer', supervisor.office)[0];
  const reference = await wished(officer);
  const protector = await signIn(browser, people('data-protection-officer')[0], { language: 'ar', script: true, narrow: true });
  await protector.visit('/staff/', 'retention-queue');
  await protector.follow(() => protector.page.click(`a[href="/staff/complaints/${reference}/erasure"]`), 'retention-wish');
  await protector.page.fill('[name=why]', 'no');
  await protector.click('[data-test=grant]', 'retention-wish-short');
  await protector.page.fill('[name=why]', 'سافرت وطلبت ذلك بنفسها على الشباك.');
  await protector.click('[data-test=grant]', 'retention-granted');
  assert.equal((await call(officer.token, 'GET', `/api/v1/casework/${reference}`)).status, 200, 'one is not two');
  const number = (await call(supervisor.token, 'GET', '/api/v1/retention/lists')).said.find((one) => one.class === 'on-request' && one.state === 'approved').number;
  const alone = await call(supervisor.token, 'POST', `/api/v1/retention/lists/${number}`, { decision: 'confirm' });
  assert.equal(alone.status, 403, 'a token that nobody made for it confirms nothing');

  const second = await signIn(browser, supervisor, { language: 'en', script: false });
  await second.visit('/staff/?kind=erasure-to-decide', 'retention-queue-second');
  await second.follow(() => second.page.click(`a[href="/staff/retention/lists/${number}"]`), 'retention-list');
  await second.click('[data-test=confirm]', 'retention-confirmed');
  const done = async () => (await call(supervisor.token, 'GET', `/api/v1/retention/lists/${number}`)).said.state === 'done';
  for (let tries = 0; tries < 100 && !(await done()); tries += 1) await new Promise((later) => setTimeout(later, 100));
  assert.ok(await done(), 'it is carried out');
  await second.visit('/staff/?kind=erasure-to-decide', 'retention-queue-done');
  assert.equal(await second.page.locator(`a[href="/staff/retention/lists/${number}"]`).count(), 0, 'and waits for nobody');
  await second.close();
  assert.equal((await call(officer.token, 'GET', `/api/v1/casework/${reference}`)).status, 404, 'it is gone');
  await protector.visit('/staff/retention/report', 'retention-report');
  assert.ok(await protector.page.locator('[data-test=sum]').count(), 'the report says so');
  assert.ok(!(await protector.page.locator('main').innerText()).includes(reference), 'and names nobody');
  await protector.close();
});
