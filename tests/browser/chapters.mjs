// The later chapters of the walk: the referral, the visit, the figures. Whatever depends on the country is taken from
// what the pages offer.

import assert from 'node:assert/strict';
import { base } from './browser.mjs';
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
export async function handOver(browser, staff, coordinator, { told, hear, officer }) {
  const opened = (await references(coordinator, '/staff/referrals', 'referrals')).filter((one) => !coordinator.known.has(one));
  assert.equal(opened.length, 1, 'escalating opened one case');
  const [reference] = opened;
  await coordinator.visit(`/staff/referrals/${reference}/hand-over`, 'no-ground');
  assert.equal(await coordinator.page.locator('[data-test=preview]').count(), 0, 'without a ground nothing can be sent');

  await coordinator.visit(`/staff/referrals/${reference}`, 'referral');
  await coordinator.click('[data-test=ask-consent]', 'consent');
  await refused(coordinator, 'consent', 'consent-empty');
  await hear();
  await coordinator.visit(`/staff/referrals/${reference}/consent`, 'consent-heard');
  await coordinator.page.selectOption('[name=heard_by]', officer.name);
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

/** The officer asks for an inspection of the linked workplace: what to look at, hazards, languages; no word of who told. */
export async function askForVisit(clerk, reference) {
  await clerk.visit(`/staff/complaints/${reference}`, 'record-before-visit');
  await clerk.click('[data-test=visit]', 'visit-request');
  await refused(clerk, 'ask-visit', 'visit-request-empty');
  for (const name of ['sections', 'hazards', 'languages']) {
    await clerk.page.locator(`[name=${name}]`).first().check({ force: true });
  }
  for (const name of ['asked_in_private', 'small_office']) {
    const box = clerk.page.locator(`[name=${name}]`);
    if (await box.count()) await box.check({ force: true });
  }
  await clerk.click('[data-test=ask-visit]', 'visit-requested');
  assert.equal(await clerk.page.locator('[data-errors]').count(), 0, 'the request waits in the pool');
}

/** A day from now on which both countries of the repository work, as a date field sends it. */
function workday(ahead) {
  const day = new Date(Date.now() + ahead * 86_400_000);
  while (![1, 2, 3, 4].includes(day.getUTCDay())) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

/** The planner makes a batch of the pool and routine visits; gives the visit's reference and who goes. */
export async function planVisit(browser, staff, office, workplace, ahead) {
  const planner = await signIn(browser, people('planner')[0], staff);
  await planner.visit('/staff/visits', 'visits');
  const waiting = planner.page.locator('label', { hasText: workplace }).locator('[name=requests]');
  assert.equal(await waiting.count(), 1, 'the request waits in the pool');
  await waiting.check({ force: true });
  await planner.page.selectOption('[name=office]', office);
  await planner.page.fill('[name=day]', workday(ahead));
  await planner.page.fill('[name=opens]', '09:00');
  await planner.page.fill('[name=closes]', '15:00');
  await planner.click('[data-test=batch]', 'batch-made');
  assert.equal(await planner.page.locator('[data-errors]').count(), 0, await main(planner));
  let row = planner.page.locator('#visits tr', { hasText: workplace });
  while (!(await row.count())) {
    await planner.follow(() => planner.page.locator('a[rel=next]').click(), 'visits-next');
    row = planner.page.locator('#visits tr', { hasText: workplace });
  }
  const reference = (await row.locator('.ref').first().innerText()).trim();
  await planner.follow(() => row.locator('a').first().click(), 'visit');
  const team = await planner.page.locator('[name=people]:checked').evaluateAll((all) => all.map((box) => box.value));
  await planner.close();
  return { reference, team };
}

/** The inspector's sheet looks like any other; he records what he saw, and the report is issued. */
export async function makeVisit(browser, staff, visit, secrets) {
  const inspectors = people('inspector');
  const user = inspectors.find((one) => visit.team.includes(one.name)) ?? inspectors[0];
  const inspector = await signIn(browser, user, staff);
  await inspector.visit('/field/visits', 'field-visits');
  const mine = await inspector.page.locator('a.door').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  const shapes = new Set();
  for (const address of [`/field/visits/${visit.reference}`, ...mine.filter((one) => !one.endsWith(visit.reference)).slice(0, 2)]) {
    await inspector.visit(address, 'sheet');
    shapes.add((await inspector.page.locator('main dt').allInnerTexts()).join('|'));
  }
  assert.equal(shapes.size, 1, 'every sheet has the same lines, asked for or routine');
  await inspector.visit(`/field/visits/${visit.reference}`, 'sheet-again');
  for (const secret of secrets) assert.ok(!(await inspector.page.content()).includes(secret), `the sheet does not say ${secret}`);

  await inspector.visit(`/field/visits/${visit.reference}/record`, 'record-visit');
  const names = await inspector.page.locator('[name^="answer-"]').evaluateAll((all) => [...new Set(all.map((one) => one.name))]);
  for (const [at, name] of names.entries()) await choose(inspector, name, at === 0 ? 'no' : 'yes');
  const item = names[0].slice('answer-'.length);
  await inspector.page.locator('details.more summary').first().click();
  await inspector.page.fill(`[name="words-${item}"]`, 'كشوف الأجور لا توافق ما دُفع.');
  await inspector.page.fill(`[name="workers-${item}"]`, '12');
  await inspector.page.selectOption(`[name="measure-${item}"]`, world.measure('warning'));
  await inspector.page.fill('[name=interviews]', '3');
  await inspector.page.locator('[name=alone]').first().check({ force: true });
  await inspector.follow(() => inspector.page.locator('button[value=save]').click(), 'record-saved');
  await inspector.visit(`/field/visits/${visit.reference}/record`, 'record-again');
  assert.match(await inspector.page.inputValue(`[name="words-${item}"]`), /كشوف/, 'a draft is kept');
  await inspector.follow(() => inspector.page.locator('button[value=finish]').click(), 'record-finished');
  assert.equal(await inspector.page.locator('[data-errors]').count(), 0, await main(inspector));

  // The report is issued by the worker's side of the house; the page says so until it is there.
  const report = inspector.page.locator(`a[href$="${visit.reference}/report"]`);
  const patience = Date.now() + 60_000;
  do await inspector.page.goto(`/field/visits/${visit.reference}`);
  while (!(await report.count()) && Date.now() < patience);
  await inspector.look('report-issued');
  assert.match(await report.innerText(), /P-\d\d-[2-9A-Z]{6}-[2-9A-Z]/, 'a numbered report');
  const file = await inspector.page.request.get(await report.getAttribute('href'));
  assert.equal(file.headers()['content-type'], 'application/pdf');
  assert.match(file.headers()['content-disposition'], /^attachment/);
  for (const path of ['/staff/visits', '/staff/flags', '/staff/complaints', '/staff/referrals']) {
    const answer = await inspector.page.goto(path);
    assert.equal(answer.status(), 404, `${path} is not for an inspector`);
  }
  await inspector.close();
}

/** The figures have counted; nobody without the right sees them. */
export async function readFigures(browser, staff) {
  const analyst = await signIn(browser, people('analyst')[0], staff);
  await analyst.visit('/staff/figures', 'figures');
  assert.ok((await analyst.page.locator('main table').count()) > 3);
  await analyst.close();
}

/** A complaint in the officer's office, filed by a program: its reference. */
export async function filed(officer, { language, narrative, name }) {
  const answer = await fetch(new URL('/api/v1/complaints', base), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ language, narrative, employer: { governorate: world.placeOf(officer.office), name } }),
  });
  assert.equal(answer.status, 201);
  return (await answer.json()).reference;
}
