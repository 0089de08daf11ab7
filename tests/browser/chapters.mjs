// The later chapters of the walk: the referral, the visit, the figures. Whatever depends on the country is taken from
// what the pages offer.

import assert from 'node:assert/strict';
import { people, signIn } from './people.mjs';
import { world } from './world.mjs';

/** The text of the page's own part. */
export const main = (person) => person.page.locator('main').innerText();

/** The text of a test hook. */
export const text = (person, hook) => person.page.locator(`[data-test=${hook}]`).first().innerText();

/** Chooses a radio button or ticks a box by its value: the control itself may be hidden under its label. */
export const choose = (person, name, value) =>
  person.page.locator(`[name="${name}"][value="${value}"]`).check({ force: true });

/** Chooses the first real option of a list, of those whose value is allowed. */
export async function chooseFirst(person, name, allowed = () => true) {
  const options = await person.page.locator(`select[name="${name}"] option`).evaluateAll((all) => all.map((o) => o.value));
  const value = options.find((option) => option !== '' && allowed(option));
  assert.ok(value, `${name} offers something`);
  await person.page.selectOption(`select[name="${name}"]`, value);
  return value;
}

/** A form is sent as it stands and comes back with its errors and what was typed. */
export async function refused(person, hook, name) {
  await person.click(`[data-test=${hook}]`, name);
  assert.ok(await person.page.locator('[data-errors]').count(), `${name}: refused, and says why`);
}

/** Every reference that a list shows, page after page. */
async function references(person, path, name) {
  const found = [];
  await person.visit(path, name);
  for (;;) {
    found.push(...(await person.page.locator('main tbody a.ref').allInnerTexts()).map((one) => one.trim()));
    const next = person.page.locator('a[rel=next]');
    if (!(await next.count())) return found;
    await person.follow(() => next.click(), `${name}-next`);
  }
}

/** The coordinator at the desk, who knows the open cases before the flag is escalated. */
export async function coordinatorArrives(browser, staff) {
  const coordinator = await signIn(browser, people('referral-coordinator')[0], staff);
  coordinator.known = new Set(await references(coordinator, '/staff/referrals', 'referrals-before'));
  return coordinator;
}

/** A case is there and nothing has left the house: her consent, the preview, the hand-over; the agency sees that alone. */
export async function handOver(browser, staff, coordinator, told) {
  const opened = (await references(coordinator, '/staff/referrals', 'referrals')).filter((one) => !coordinator.known.has(one));
  assert.equal(opened.length, 1, 'escalating opened one case');
  const [reference] = opened;
  await coordinator.visit(`/staff/referrals/${reference}/hand-over`, 'no-ground');
  assert.equal(await coordinator.page.locator('[data-test=preview]').count(), 0, 'without a ground nothing can be sent');

  await coordinator.visit(`/staff/referrals/${reference}`, 'referral');
  await coordinator.click('[data-test=ask-consent]', 'consent');
  await refused(coordinator, 'consent', 'consent-empty');
  await chooseFirst(coordinator, 'target', (target) => target.startsWith(`${world.defaultAgency}/`));
  await choose(coordinator, 'alone', 'yes');
  await coordinator.page.locator('[name=how]').first().check({ force: true });
  await coordinator.page.locator('[name=interpreter]').first().check({ force: true });
  await choose(coordinator, 'limits_told', 'yes');
  await coordinator.page.locator('[name=answer]').first().check({ force: true });
  const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await coordinator.page.fill('[name=ends]', day);
  await coordinator.page.fill('[name=words]', 'نعم، أريد أن تساعدني الوحدة.');
  await coordinator.click('[data-test=consent]', 'consent-recorded');
  assert.equal(await coordinator.page.locator('[data-errors]').count(), 0, 'her consent is on record');

  await coordinator.click('[data-test=hand-over]', 'compose');
  await coordinator.page.locator('[name=basis]').first().check({ force: true });
  for (const box of await coordinator.page.locator('[name=share]').all()) await box.check({ force: true });
  await coordinator.page.fill('[name=message]', 'نرجو الاتصال في الوقت الآمن.');
  await coordinator.click('[data-test=preview]', 'preview');
  const shown = (await text(coordinator, 'content')).trim();
  assert.ok(shown.includes(told), 'the preview shows what is shared');
  await coordinator.click('[data-test=send]', 'handed-over');

  const agent = await signIn(browser, people('agency-user').find((user) => user.agency === world.defaultAgency), staff);
  await agent.visit('/staff/hand-overs', 'hand-overs');
  let received;
  for (const one of await references(agent, '/staff/hand-overs', 'hand-overs-all')) {
    await agent.visit(`/staff/hand-overs/${one}`, 'hand-over');
    if ((await text(agent, 'content')).includes(told)) {
      received = one;
      break;
    }
  }
  assert.ok(received, 'the agency has it');
  assert.equal((await text(agent, 'content')).trim(), shown, 'exactly what the preview showed');
  const elsewhere = await agent.page.goto(`/staff/referrals/${reference}`);
  assert.equal(elsewhere.status(), 404, 'the case itself is not for the agency');
  await agent.visit(`/staff/hand-overs/${received}`, 'hand-over-again');
  await refused(agent, 'answer', 'answer-empty');
  await choose(agent, 'answer', 'accept');
  await agent.page.fill('[name=words]', 'استلمنا، ونتصل بها اليوم.');
  await agent.page.fill('[name=contact]', 'المناوب');
  await agent.click('[data-test=answer]', 'accepted');
  await agent.close();

  await coordinator.visit(`/staff/referrals/${reference}`, 'referral-answered');
  assert.ok((await main(coordinator)).includes('استلمنا'), 'the answer came back');
}
