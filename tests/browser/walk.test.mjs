// The walk: one complaint on its whole way, in Arabic and in Bengali, with script and without. Whatever depends on
// the country (offices, kinds, reasons) is taken from what the pages offer.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, visitor } from './browser.mjs';
import {
  askForVisit,
  choose,
  chooseFirst,
  coordinatorArrives,
  handOver,
  main,
  makeVisit,
  planVisit,
  readFigures,
  text,
} from './chapters.mjs';
import { narratives } from './narratives.mjs';
import { people, signIn } from './people.mjs';

let browser;
/** Each walk plans its visit for a week of its own. */
let walks = 0;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

/** Opens the row of the queue that speaks of a reference, whatever page of the queue it is on. */
async function openFromQueue(person, reference, kind) {
  await person.visit(`/staff/?kind=${kind}`, `queue-${kind}`);
  for (;;) {
    const row = person.page.locator('tr', { hasText: reference }).first();
    if (await row.count()) {
      await person.follow(() => row.locator('a').first().click(), `opened-${kind}`);
      return;
    }
    const next = person.page.locator('a[rel=next]');
    assert.ok(await next.count(), `${reference} stands in the queue as ${kind}`);
    await person.follow(() => next.click(), `queue-${kind}-next`);
  }
}

/** The officer notes a talk alone with the worker. */
async function spokeAlone(clerk, reference) {
  await clerk.visit(`/staff/complaints/${reference}/calls`, 'calls');
  for (const [name, value] of [['person', 'worker'], ['way', 'visit'], ['result', 'spoke'], ['private', 'alone'], ['language', 'en'], ['interpreter', 'staff']]) {
    await clerk.page.selectOption(`[name=${name}]`, value);
  }
  await clerk.click('[data-test=call]', 'calls-noted');
  assert.ok(await clerk.page.locator('[data-test=attempt]').count(), 'the talk stands in the call log');
}

/** Which walks: all of them, or those that `HAQQI_WALKS` names. */
const chosen = process.env.HAQQI_WALKS?.split(' ');

for (const language of ['ar', 'bn']) {
  for (const script of [true, false]) {
    if (chosen && !chosen.includes(`${language}-${script ? 'script' : 'plain'}`)) continue;
    test(`the walk in ${language}, script ${script ? 'on' : 'off'}`, async (walk) => {
      const manner = { language, script };
      // Staff read Arabic and English; each walk takes another of the two.
      const staff = { language: script ? 'ar' : 'en', script };
      const officer = people('complaints-officer')[0];
      const told = narratives[language];
      let reference;
      let hirfa;
      let code;

      const worker = await visitor(browser, { ...manner, narrow: true });
      await walk.test('the worker chooses her language', async () => {
        await worker.visit('/', 'choose-language');
        await worker.click(`main a[hreflang="${language}"]`, 'first-page');
        assert.equal(await worker.page.locator('html').getAttribute('lang'), language);
        assert.match(new URL(worker.page.url()).pathname, new RegExp(`^/${language}(/|$)`));
      });

      await walk.test('she tells what happened, and everything but her words may be left out', async () => {
        await worker.click('[data-test=complain]', 'what');
        await worker.click('[data-test=next]', 'what-empty');
        assert.ok(await worker.page.locator('[data-errors]').count(), 'without words it cannot go on, and says so');
        await worker.page.fill('[name=narrative]', told);
        await worker.click('[data-test=next]', 'where');
        await worker.page.locator('[name=employer_name]').fill('Al Noor Garments / النور للألبسة');
        await worker.page.selectOption('[name=governorate]', await governorateOf(worker, officer.office));
        await worker.click('[data-test=next]', 'safe');
        await worker.page.locator('[name^="answer-"][value=yes]').first().check({ force: true });
        await worker.click('[data-test=next]', 'reach');
        // She thinks better of it: going back loses nothing.
        await worker.back('back');
        await worker.click('[data-test=next]', 'reach-again');
        await choose(worker, 'channel', 'none');
        await worker.click('[data-test=next]', 'read-over');
        assert.ok((await main(worker)).includes(told), 'her words as she wrote them');
      });

      await walk.test('she leaves with a number, a code and a promised time', async () => {
        await worker.click('[data-test=send]', 'receipt');
        reference = (await text(worker, 'reference')).trim();
        // A workplace of this walk's own, with nothing of the complaint in its name.
        hirfa = `Hirfa ${[...reference.slice(5, 11)].reverse().join('')}`;
        code = (await text(worker, 'code')).trim();
        assert.match(reference, /^C-\d\d-[2-9A-Z]{6}-[2-9A-Z]$/);
        assert.match(code, /^\d{4} \d{4} \d{4} \d{4}$/);
        assert.ok((await text(worker, 'promise')).length > 20);
        await worker.visit(`/${language}/receipt/print`, 'receipt-print');
        const paper = await main(worker);
        assert.ok(paper.includes(reference) && paper.includes(code));
        assert.ok(!paper.includes(told), 'the paper holds nothing that she told');
        const file = await worker.page.request.get(`/${language}/receipt/pdf`);
        assert.equal(file.headers()['content-type'], 'application/pdf', 'the same as a file');
        assert.match(file.headers()['content-disposition'], /^attachment; filename="note\.pdf"$/);
        assert.equal((await file.body()).subarray(0, 5).toString(), '%PDF-');
      });

      const clerk = await signIn(browser, officer, staff);
      await walk.test('the officer reads and sets the next step', async () => {
        await openFromQueue(clerk, reference, 'complaint-to-read');
        assert.ok((await main(clerk)).includes(told));
        await clerk.page.locator('[name=step]').first().check({ force: true });
        await clerk.click('[data-test=acknowledge]', 'acknowledged');
        assert.equal(await clerk.page.locator('[data-test=acknowledge]').count(), 0, 'only once');
      });

      if (language !== 'ar') {
        await walk.test('an interpreter translates this one text', async () => {
          let done = false;
          for (const interpreter of people('interpreter')) {
            const reader = await signIn(browser, interpreter, staff);
            await reader.visit('/staff/?view=mine&kind=translation', 'interpreter-queue');
            const row = reader.page.locator('tr', { hasText: reference }).first();
            if (await row.count()) {
              await reader.follow(() => row.locator('a').first().click(), 'to-translate');
              assert.ok((await main(reader)).includes(told));
              await reader.page.fill('[name=body]', 'سيدة البيت أخذت جواز سفري وأقفلت عليه الخزانة.');
              await reader.click('[data-test=translate]', 'translated');
              done = true;
            }
            await reader.close();
            if (done) break;
          }
          assert.ok(done, 'one of the interpreters has it');
          await clerk.visit(`/staff/complaints/${reference}`, 'record-with-translation');
          assert.match(await text(clerk, 'translation'), /جواز/);
        });
      }

      await walk.test('she sees that it was read, and writes back', async () => {
        await worker.visit(`/${language}/return`, 'return');
        await worker.page.fill('[name=reference]', reference);
        await worker.page.fill('[name=code]', `${code.slice(0, -1)}${(Number(code.at(-1)) + 1) % 10}`);
        await worker.click('[data-test=enter]', 'wrong-code');
        assert.ok(await worker.page.locator('[data-errors]').count(), 'a mistyped code is told');
        await worker.page.fill('[name=code]', code);
        await worker.click('[data-test=enter]', 'mine');
        assert.ok((await text(worker, 'told')).length > 3, 'what comes next, in her language');
        await worker.page.fill('[name=body]', language === 'bn' ? 'ধন্যবাদ, আমি শুক্রবারে কথা বলতে পারি।' : 'شكرًا، أستطيع الكلام يوم الجمعة.');
        await worker.click('[data-test=write]', 'written');
      });

      await walk.test('the officer notes the assessment and answers', async () => {
        await openFromQueue(clerk, reference, 'worker-message');
        await clerk.page.fill('[name=note]', 'تم الاتصال، والجواز لدى صاحب العمل.');
        await clerk.click('[data-test=assess]', 'assess-without-step');
        assert.ok(await clerk.page.locator('[data-errors]').count(), 'a step must be chosen');
        assert.match(await clerk.page.inputValue('[name=note]'), /الجواز/, 'what was typed is kept');
        await chooseFirst(clerk, 'next');
        await clerk.click('[data-test=assess]', 'assessed');
        await clerk.page.locator('form[action$="/message"] [name=body]').fill('شكرًا. نتصل بك يوم الجمعة.');
        await clerk.click('[data-test=message]', 'answered');
      });

      await walk.test('the officer finds the workplace in the register and links it', async () => {
        await clerk.visit('/staff/establishments', 'establishments');
        await clerk.page.fill('[name=q]', 'Zaytoun');
        await clerk.follow(() => clerk.page.locator('form[role=search] button').click(), 'establishments-found');
        await clerk.follow(() => clerk.page.locator('tbody a').first().click(), 'establishment');
        await clerk.click('[data-test=conflict]', 'conflict-without-tie');
        assert.ok(await clerk.page.locator('[data-errors]').count(), 'what the tie is must be said');
        await clerk.visit('/staff/establishments/new', 'establishment-new');
        await clerk.click('[data-test=save-establishment]', 'establishment-empty');
        assert.ok(await clerk.page.locator('[data-errors]').count());
        await clerk.page.fill('[name=name]', hirfa);
        await clerk.click('[data-test=save-establishment]', 'establishment-added');
        const workplace = new URL(clerk.page.url()).pathname.split('/').at(-1);
        assert.match(workplace, /^E-/);
        await clerk.visit(`/staff/complaints/${reference}`, 'record-workplace');
        await clerk.page.fill('[name=other]', workplace);
        await clerk.click('[data-test=link]', 'linked');
        assert.match(await clerk.page.locator('[data-test=linked]').getAttribute('href'), new RegExp(`${workplace}$`));
      });

      const coordinator = await coordinatorArrives(browser, staff);
      await walk.test('the supervisor sees why it is here and decides: safety first, merits later', async () => {
        const boss = await signIn(browser, people('supervisor', officer.office)[0], staff);
        await boss.visit('/staff/flags', 'flags');
        await boss.follow(() => boss.page.locator('tr', { hasText: reference }).locator('a').first().click(), 'flag');
        assert.ok(await boss.page.locator('mark').count(), 'her words with the reasons marked in them');
        await boss.click('[data-test=safety]', 'safety-empty');
        assert.ok(await boss.page.locator('[data-errors]').count());
        await choose(boss, 'decision', 'act');
        await chooseFirst(boss, 'reason');
        await boss.page.fill('[name=words]', 'اتصلنا في الوقت الآمن.');
        await boss.click('[data-test=safety]', 'safety-decided');
        await choose(boss, 'decision', 'escalate');
        await chooseFirst(boss, 'reason');
        await boss.page.fill('[name=words]', 'المؤشرات قائمة وتحتاج حماية.');
        await boss.click('[data-test=merits]', 'escalated');
        await boss.close();
      });

      await walk.test('the coordinator hands over with her consent, and the agency sees that alone', async () => {
        const hear = () => spokeAlone(clerk, reference);
        await handOver(browser, staff, coordinator, { told, hear, officer });
        await coordinator.close();
      });

      await walk.test('the workplace is visited among routine ones, and its report issued', async () => {
        await askForVisit(clerk, reference);
        walks += 1;
        const visit = await planVisit(browser, staff, officer.office, hirfa, 14 + 7 * walks);
        await makeVisit(browser, staff, visit, [reference, told, code]);
        await clerk.visit(`/staff/complaints/${reference}/visit`, 'visit-made');
        assert.ok((await main(clerk)).includes('كشوف') || (await clerk.page.locator('[data-test=visit-seen]').count()), 'what was found comes back');
      });

      await walk.test('the figures have counted', async () => readFigures(browser, staff));

      await worker.close();
      await clerk.close();
    });
  }
}

/** A governorate whose complaints this office reads: the demonstration's file names the office, its page the places. */
async function governorateOf(worker, office) {
  const places = await worker.page.locator('select[name=governorate] option').evaluateAll((all) => all.map((o) => o.value));
  const { governorates } = await import('./world.mjs');
  const mine = governorates(office);
  return places.find((place) => mine.includes(place));
}
